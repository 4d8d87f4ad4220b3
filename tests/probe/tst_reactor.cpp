// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/net/reactor.h"
#include "probe/net/task.h"

#include <QTest>

#include <memory>
#include <string>

#include <unistd.h>

using namespace waxseal;

class TestReactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasksReturnValues();
    void sleepersWakeInOrder();
    void allOfWaitsForTheLast();
    void allOfNothing();
    void aDeadlineEndsAWait();
    void aSocketWakes();
    void gateLetsInInTurn();
    void gateCanBeShut();
    void eventWakesEverybody();
    void droppingTasksClosesWhatTheyHold();
};

namespace {

/** Counts how many of it live. */
struct Held
{
    explicit Held(int& counter)
        : alive(counter)
    {
        ++alive;
    }
    ~Held() { --alive; }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    int& alive;
};

TimePoint in(int milliseconds)
{
    return Clock::now() + Milliseconds(milliseconds);
}

void turnUntilDone(Reactor& reactor, TaskSet& tasks)
{
    for (int i = 0; i < 1000 && tasks.size() > 0; ++i) {
        reactor.turn(Milliseconds(20));
        tasks.reap();
    }
    QCOMPARE(tasks.size(), std::size_t{0});
}

Task<std::string> doubled(std::string text)
{
    co_return text + text;
}

Task<> appendDoubled(std::string& out)
{
    for (const char* part : {"ab", "c"}) {
        const std::string twice = co_await doubled(part);
        out += twice;
    }
}

Task<> sleeper(Reactor& reactor, TimePoint until, char mark, std::string& out)
{
    co_await reactor.until(until);
    out += mark;
}

Task<> waitForAll(Reactor& reactor, std::string& out)
{
    std::vector<Task<>> tasks;
    tasks.push_back(sleeper(reactor, in(20), 'b', out));
    tasks.push_back(sleeper(reactor, in(5), 'a', out));
    co_await AllOf(std::move(tasks));
    out += '.';
}

Task<> waitForNothing(std::string& out)
{
    co_await AllOf({});
    out += '.';
}

Task<> readOrTimeOut(Reactor& reactor, int socket, TimePoint deadline, std::string& out)
{
    const bool ready = co_await reactor.readable(socket, deadline);
    out += ready ? 'r' : 't';
}

Task<> visitor(Reactor& reactor, Gate& gate, int& inside, int& most, int& served)
{
    co_await gate.enter();
    const Gate::Place place(gate);
    ++inside;
    most = std::max(most, inside);
    co_await reactor.until(in(1));
    --inside;
    ++served;
}

Task<> arrival(Event& event, std::string& out)
{
    co_await event.happened();
    out += 'x';
}

Task<> holder(Reactor& reactor, Gate& gate, int& alive)
{
    const Held outer(alive);
    co_await gate.enter();
    const Gate::Place place(gate);
    const Held inner(alive);
    co_await reactor.until(TimePoint::max());
}

Task<> nest(Reactor& reactor, Gate& gate, int& alive)
{
    const Held mine(alive);
    std::vector<Task<>> tasks;
    tasks.push_back(holder(reactor, gate, alive));
    tasks.push_back(holder(reactor, gate, alive));
    co_await AllOf(std::move(tasks));
}

} // namespace

void TestReactor::tasksReturnValues()
{
    std::string out;
    TaskSet tasks;
    tasks.start(appendDoubled(out));
    tasks.reap();
    QCOMPARE(tasks.size(), std::size_t{0});
    QCOMPARE(out, std::string("ababcc"));
}

void TestReactor::sleepersWakeInOrder()
{
    Reactor reactor;
    std::string out;
    TaskSet tasks;
    tasks.start(sleeper(reactor, in(30), 'c', out));
    tasks.start(sleeper(reactor, in(10), 'a', out));
    tasks.start(sleeper(reactor, in(20), 'b', out));
    turnUntilDone(reactor, tasks);
    QCOMPARE(out, std::string("abc"));
}

void TestReactor::allOfWaitsForTheLast()
{
    Reactor reactor;
    std::string out;
    TaskSet tasks;
    tasks.start(waitForAll(reactor, out));
    turnUntilDone(reactor, tasks);
    QCOMPARE(out, std::string("ab."));
}

void TestReactor::allOfNothing()
{
    std::string out;
    TaskSet tasks;
    tasks.start(waitForNothing(out));
    tasks.reap();
    QCOMPARE(tasks.size(), std::size_t{0});
    QCOMPARE(out, std::string("."));
}

void TestReactor::aDeadlineEndsAWait()
{
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    Reactor reactor;
    std::string out;
    TaskSet tasks;
    tasks.start(readOrTimeOut(reactor, ends[0], in(5), out));
    turnUntilDone(reactor, tasks);
    QCOMPARE(out, std::string("t"));
    close(ends[0]);
    close(ends[1]);
}

void TestReactor::aSocketWakes()
{
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    Reactor reactor;
    std::string out;
    TaskSet tasks;
    tasks.start(readOrTimeOut(reactor, ends[0], TimePoint::max(), out));
    reactor.turn(Milliseconds(1));
    QCOMPARE(out, std::string());
    QCOMPARE(write(ends[1], "x", 1), ssize_t{1});
    turnUntilDone(reactor, tasks);
    QCOMPARE(out, std::string("r"));
    close(ends[0]);
    close(ends[1]);
}

void TestReactor::gateLetsInInTurn()
{
    Reactor reactor;
    Gate gate(reactor, 3);
    int inside = 0;
    int most = 0;
    int served = 0;
    TaskSet tasks;
    for (int i = 0; i < 20; ++i)
        tasks.start(visitor(reactor, gate, inside, most, served));
    QCOMPARE(gate.taken(), std::size_t{3});
    QCOMPARE(gate.waiting(), std::size_t{17});
    turnUntilDone(reactor, tasks);
    QCOMPARE(served, 20);
    QCOMPARE(most, 3);
    QCOMPARE(gate.taken(), std::size_t{0});
}

void TestReactor::gateCanBeShut()
{
    Reactor reactor;
    Gate gate(reactor, 2);
    int inside = 0;
    int most = 0;
    int served = 0;
    TaskSet tasks;
    for (int i = 0; i < 5; ++i)
        tasks.start(visitor(reactor, gate, inside, most, served));
    gate.setShut(true);
    for (int i = 0; i < 20; ++i)
        reactor.turn(Milliseconds(2));
    QCOMPARE(served, 2); // who was inside leaves, nobody enters
    QCOMPARE(gate.waiting(), std::size_t{3});
    gate.setShut(false);
    turnUntilDone(reactor, tasks);
    QCOMPARE(served, 5);
}

void TestReactor::eventWakesEverybody()
{
    Reactor reactor;
    Event event(reactor);
    std::string out;
    TaskSet tasks;
    tasks.start(arrival(event, out));
    tasks.start(arrival(event, out));
    reactor.turn(Milliseconds(1));
    QCOMPARE(out, std::string());
    event.happen();
    turnUntilDone(reactor, tasks);
    QCOMPARE(out, std::string("xx"));
    tasks.start(arrival(event, out)); // who comes later does not wait
    QCOMPARE(out, std::string("xxx"));
}

void TestReactor::droppingTasksClosesWhatTheyHold()
{
    Reactor reactor;
    Gate gate(reactor, 3);
    int alive = 0;
    TaskSet tasks;
    for (int i = 0; i < 4; ++i)
        tasks.start(nest(reactor, gate, alive));
    reactor.turn(Milliseconds(1));
    QCOMPARE(alive, 4 + 8 + 3);
    tasks.dropAll();
    QCOMPARE(alive, 0);
    QCOMPARE(gate.waiting(), std::size_t{0});
    reactor.turn(Milliseconds(1)); // nothing is left to be woken
}

QTEST_GUILESS_MAIN(TestReactor)
#include "tst_reactor.moc"
