// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <coroutine>
#include <cstdint>
#include <exception>
#include <vector>

namespace waxseal::demolog {

using Time = std::int64_t; ///< µs since 1970-01-01 UTC
inline constexpr Time millisecond = 1000;
inline constexpr Time second = 1'000'000;
inline constexpr Time minute = 60 * second;
inline constexpr Time hour = 60 * minute;
inline constexpr Time day = 24 * hour;

/** A story told by a coroutine: it starts at once, waits for moments of simulated time, and frees itself at its end. */
struct Story
{
    struct promise_type
    {
        Story get_return_object() noexcept { return {}; }
        std::suspend_never initial_suspend() noexcept { return {}; }
        std::suspend_never final_suspend() noexcept { return {}; }
        void return_void() noexcept { }
        void unhandled_exception() noexcept { std::terminate(); }
    };
};

/** Simulated time: resumes stories in the order of the moments they wait for; equal moments in the order of asking. */
class Scheduler
{
public:
    Scheduler() = default;
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;
    ~Scheduler()
    {
        for (const Waiting& waiting : m_heap)
            waiting.story.destroy();
    }

    Time now() const { return m_now; }

    struct Moment
    {
        Scheduler& scheduler;
        Time time;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> story) const { scheduler.push(time, story); }
        void await_resume() const noexcept { }
    };
    Moment until(Time time) { return {*this, std::max(time, m_now)}; }
    Moment after(Time span) { return {*this, m_now + span}; }

    /** Runs until no story waits any more. */
    void run()
    {
        while (!m_heap.empty()) {
            const Waiting next = m_heap.front();
            std::pop_heap(m_heap.begin(), m_heap.end(), later);
            m_heap.pop_back();
            m_now = next.time;
            next.story.resume();
        }
    }
    void setNow(Time now) { m_now = now; }

private:
    struct Waiting
    {
        Time time;
        std::uint64_t order;
        std::coroutine_handle<> story;
    };
    static bool later(const Waiting& a, const Waiting& b)
    {
        return a.time != b.time ? a.time > b.time : a.order > b.order;
    }
    void push(Time time, std::coroutine_handle<> story)
    {
        m_heap.push_back({time, m_order++, story});
        std::push_heap(m_heap.begin(), m_heap.end(), later);
    }

    std::vector<Waiting> m_heap;
    std::uint64_t m_order = 0;
    Time m_now = 0;
};

} // namespace waxseal::demolog
