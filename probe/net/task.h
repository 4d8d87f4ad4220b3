// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

#ifndef Q_MOC_RUN // Qt 6.4's moc stumbles over it when nothing of Qt comes before
#include <coroutine>
#endif

namespace waxseal {

namespace detail {

/** What a finished task wakes: the one coroutine that awaits it, or the last of a group. */
struct PromiseBase
{
    std::coroutine_handle<> next = std::noop_coroutine();
    std::size_t* groupLeft = nullptr; ///< when in a group: next is woken by the last one only
    std::size_t* finishedCount = nullptr; ///< when a root: told that it can be reaped

    struct FinalAwaiter
    {
        bool await_ready() const noexcept { return false; }
        template <typename Promise>
        std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> handle) const noexcept
        {
            PromiseBase& promise = handle.promise();
            if (promise.finishedCount != nullptr)
                ++*promise.finishedCount;
            if (promise.groupLeft != nullptr && --*promise.groupLeft > 0)
                return std::noop_coroutine();
            return promise.next;
        }
        void await_resume() const noexcept { }
    };
    std::suspend_always initial_suspend() const noexcept { return {}; }
    FinalAwaiter final_suspend() const noexcept { return {}; }
    void unhandled_exception() const noexcept { std::terminate(); }
};

template <typename T>
struct Promise : PromiseBase
{
    std::optional<T> value;
    void return_value(T result) { value.emplace(std::move(result)); }
    T take() { return std::move(*value); }
};

template <>
struct Promise<void> : PromiseBase
{
    void return_void() const noexcept { }
    void take() const noexcept { }
};

} // namespace detail

/**
 * A piece of asynchronous work: a coroutine that starts when it is awaited. It owns its frame, so dropping a task that
 * waits ends it and everything it awaits, and their destructors close what they hold. What its reference parameters
 * refer to must outlive it. GCC 12 destroys the temporaries of a ?: twice when they stand within a co_await: choose the
 * argument in a statement of its own.
 */
template <typename T = void>
class [[nodiscard]] Task
{
public:
    struct promise_type : detail::Promise<T>
    {
        Task get_return_object() { return Task(std::coroutine_handle<promise_type>::from_promise(*this)); }
    };

    Task(Task&& other) noexcept
        : m_handle(std::exchange(other.m_handle, {}))
    {
    }
    Task& operator=(Task&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;
    ~Task()
    {
        if (m_handle)
            m_handle.destroy();
    }

    bool await_ready() const noexcept { return false; }
    std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) const noexcept
    {
        m_handle.promise().next = awaiting;
        return m_handle;
    }
    T await_resume() const { return m_handle.promise().take(); }

    std::coroutine_handle<promise_type> handle() const noexcept { return m_handle; }
    bool isDone() const noexcept { return m_handle.done(); }

private:
    explicit Task(std::coroutine_handle<promise_type> handle) noexcept
        : m_handle(handle)
    {
    }
    std::coroutine_handle<promise_type> m_handle;
};

/** Awaits several tasks that run side by side. */
class [[nodiscard]] AllOf
{
public:
    explicit AllOf(std::vector<Task<>> tasks)
        : m_tasks(std::move(tasks))
    {
    }

    bool await_ready() const noexcept { return m_tasks.empty(); }
    bool await_suspend(std::coroutine_handle<> awaiting)
    {
        m_left = m_tasks.size() + 1; // one for this loop: nobody wakes the awaiting coroutine while it still runs
        for (const Task<>& task : m_tasks) {
            task.handle().promise().next = awaiting;
            task.handle().promise().groupLeft = &m_left;
            task.handle().resume();
        }
        return --m_left > 0;
    }
    void await_resume() const noexcept { }

private:
    std::vector<Task<>> m_tasks;
    std::size_t m_left = 0;
};

/** Tasks that nobody awaits, owned here until they end or are dropped. */
class TaskSet
{
public:
    /** Runs the task up to its first wait. */
    void start(Task<> task)
    {
        task.handle().promise().finishedCount = &m_finished;
        const std::coroutine_handle<> handle = task.handle();
        m_tasks.push_back(std::move(task));
        handle.resume();
    }
    /** Frees what has ended. Not to be called from within one of them. */
    void reap()
    {
        if (m_finished == 0)
            return;
        std::erase_if(m_tasks, [](const Task<>& task) { return task.isDone(); });
        m_finished = 0;
    }
    void dropAll() { m_tasks.clear(); }
    std::size_t size() const { return m_tasks.size() - m_finished; }

private:
    std::vector<Task<>> m_tasks;
    std::size_t m_finished = 0;
};

} // namespace waxseal
