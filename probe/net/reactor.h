// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#ifndef Q_MOC_RUN // Qt 6.4's moc stumbles over it when nothing of Qt comes before
#include <coroutine>
#endif

namespace waxseal {

using Clock = std::chrono::steady_clock;
using TimePoint = Clock::time_point;
using Milliseconds = std::chrono::milliseconds;

/**
 * Waits for sockets and points in time, and resumes the coroutines that await them. One thread, no locks. Every wait on
 * a socket has an end, so nothing in the tester can wait for ever.
 */
class Reactor
{
public:
    enum class Interest
    {
        Time,
        Read,
        Write
    };

    /** One awaited event. Yields true when the socket is ready, false when the deadline came first. */
    class [[nodiscard]] Wait
    {
    public:
        Wait(Reactor& reactor, int socket, Interest interest, TimePoint deadline)
            : m_reactor(reactor)
            , m_deadline(deadline)
            , m_socket(socket)
            , m_interest(interest)
        {
        }
        Wait(const Wait&) = delete;
        Wait& operator=(const Wait&) = delete;
        ~Wait() { m_reactor.remove(*this); }

        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> awaiting)
        {
            m_awaiting = awaiting;
            m_reactor.add(*this);
        }
        bool await_resume() const noexcept { return m_ready; }

        /** Notes who waits, without listing the wait: it ends with wakeSoon(). */
        void park(std::coroutine_handle<> awaiting) { m_awaiting = awaiting; }
        void wakeSoon()
        {
            m_deadline = TimePoint::min();
            m_reactor.add(*this);
        }

    private:
        friend class Reactor;
        Reactor& m_reactor;
        TimePoint m_deadline;
        std::coroutine_handle<> m_awaiting;
        std::size_t m_index = notListed;
        int m_socket;
        Interest m_interest;
        bool m_ready = false;
        static constexpr std::size_t notListed = ~std::size_t{0};
    };

    Wait readable(int socket, TimePoint deadline) { return {*this, socket, Interest::Read, deadline}; }
    Wait writable(int socket, TimePoint deadline) { return {*this, socket, Interest::Write, deadline}; }
    Wait until(TimePoint time) { return {*this, -1, Interest::Time, time}; }

    /** Waits once, for at most `longest`, and resumes what is ready. */
    void turn(Milliseconds longest);

private:
    void add(Wait& wait);
    void remove(Wait& wait);

    std::vector<Wait*> m_waits;
    std::vector<Wait*> m_due; ///< being resumed; an entry becomes null when its frame goes first
};

/** At most so many at once, first come first served; can be shut for a while. */
class Gate
{
public:
    Gate(Reactor& reactor, std::size_t places)
        : m_reactor(reactor)
        , m_places(places)
    {
    }
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    class [[nodiscard]] Entry
    {
    public:
        explicit Entry(Gate& gate)
            : m_gate(gate)
            , m_wait(gate.m_reactor, -1, Reactor::Interest::Time, TimePoint::max())
        {
        }
        ~Entry() { std::erase(m_gate.m_waiting, this); }
        Entry(const Entry&) = delete;
        Entry& operator=(const Entry&) = delete;

        bool await_ready() const noexcept { return m_gate.take(); }
        void await_suspend(std::coroutine_handle<> awaiting)
        {
            m_wait.park(awaiting);
            m_gate.m_waiting.push_back(this);
        }
        void await_resume() const noexcept { }

    private:
        friend class Gate;
        Gate& m_gate;
        Reactor::Wait m_wait;
    };

    /** Keeps a place that was entered until the end of its scope. */
    class Place
    {
    public:
        explicit Place(Gate& gate)
            : m_gate(gate)
        {
        }
        ~Place() { m_gate.leave(); }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

    private:
        Gate& m_gate;
    };

    Entry enter() { return Entry(*this); }
    void setShut(bool shut);
    std::size_t taken() const { return m_taken; }
    std::size_t waiting() const { return m_waiting.size(); }

private:
    bool take();
    void leave();
    void admit();

    Reactor& m_reactor;
    std::vector<Entry*> m_waiting;
    std::size_t m_places;
    std::size_t m_taken = 0;
    bool m_shut = false;
};

/** Something that happens once; whoever awaits it afterwards goes straight on. */
class Event
{
public:
    explicit Event(Reactor& reactor)
        : m_reactor(reactor)
    {
    }
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;

    class [[nodiscard]] Arrival
    {
    public:
        explicit Arrival(Event& event)
            : m_event(event)
            , m_wait(event.m_reactor, -1, Reactor::Interest::Time, TimePoint::max())
        {
        }
        ~Arrival() { std::erase(m_event.m_waiting, this); }
        Arrival(const Arrival&) = delete;
        Arrival& operator=(const Arrival&) = delete;

        bool await_ready() const noexcept { return m_event.m_happened; }
        void await_suspend(std::coroutine_handle<> awaiting)
        {
            m_wait.park(awaiting);
            m_event.m_waiting.push_back(this);
        }
        void await_resume() const noexcept { }

    private:
        friend class Event;
        Event& m_event;
        Reactor::Wait m_wait;
    };

    Arrival happened() { return Arrival(*this); }
    bool hasHappened() const { return m_happened; }
    void happen();

private:
    Reactor& m_reactor;
    std::vector<Arrival*> m_waiting;
    bool m_happened = false;
};

} // namespace waxseal
