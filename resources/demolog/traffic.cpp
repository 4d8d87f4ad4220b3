// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/demolog/mailserver.h"

#include <algorithm>
#include <array>

namespace waxseal::demolog {

namespace {

/** What arrives, each at its own hours. Shares of Options::messages in thousandths. */
struct Stream
{
    enum class Kind
    {
        Companies,
        Notices,
        Spam,
        Users,
        Devices,
        Blocked,
        Scans,
        Logins
    };
    Kind kind;
    std::uint32_t permille;
    bool isMail; ///< counts as messages
};
constexpr std::array<Stream, 8> streams{{
    {Stream::Kind::Companies, 580, true},
    {Stream::Kind::Notices, 15, true},
    {Stream::Kind::Spam, 190, true},
    {Stream::Kind::Users, 175, true},
    {Stream::Kind::Devices, 40, true},
    {Stream::Kind::Blocked, 120, false},
    {Stream::Kind::Scans, 30, false},
    {Stream::Kind::Logins, 20, false},
}};

/** How busy an hour is: offices keep hours and weekends, spammers do not but have their campaigns. */
std::uint32_t weight(Stream::Kind kind, Time time)
{
    static constexpr std::array<std::uint32_t, 24> office{
        4, 3, 3, 3, 4, 8, 20, 45, 80, 95, 95, 90, 75, 80, 90, 85, 75, 55, 35, 25, 20, 15, 10, 7};
    static constexpr std::array<std::uint32_t, 24> machine{
        50, 45, 45, 45, 45, 50, 55, 60, 65, 65, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 55, 55, 50, 50};
    const auto hourOfDay = static_cast<std::size_t>(time / hour % 24);
    const auto dayNumber = static_cast<std::uint32_t>(time / day);
    const std::uint32_t dayOfWeek = (dayNumber + 3) % 7; // 1970-01-01 was a Thursday; 0 is Monday
    const bool restDay = dayOfWeek >= 5;
    switch (kind) {
    case Stream::Kind::Spam:
    case Stream::Kind::Blocked:
        return machine[hourOfDay] * (dayNumber % 11 == 4 ? 3 : dayNumber % 11 == 5 ? 2 : 1);
    case Stream::Kind::Scans:
        return machine[hourOfDay];
    case Stream::Kind::Companies:
    case Stream::Kind::Notices:
        return (office[hourOfDay] + 12) * (restDay ? 2 : 7);
    case Stream::Kind::Users:
    case Stream::Kind::Devices:
    case Stream::Kind::Logins:
        break;
    }
    return office[hourOfDay] * (restDay ? 1 : 8);
}

const Host& spammer(MailServer& server)
{
    return server.random.percent(11) ? server.random.pick(server.world.snowshoes)
                                     : server.random.pick(server.world.bots);
}

/** The domain a spammer claims; now and then a well-known one that is not theirs. */
std::string spamDomain(MailServer& server)
{
    if (server.random.percent(4))
        return server.world.correspondents[server.random.below(4)].name;
    return server.world.spamDomains[server.world.spamByVolume.draw(server.random)];
}

std::uint32_t messagesInSession(MailServer& server, Manner manner)
{
    switch (manner) {
    case Manner::Newsletter:
        return 1 + server.random.below(3);
    case Manner::MailingList:
        return 1 + server.random.below(8);
    case Manner::ClearThenTls:
        return 2;
    case Manner::Ordinary:
        break;
    }
    return server.random.percent(6) ? 2 : 1;
}

std::uint32_t companyVisit(MailServer& server, std::uint64_t atMost)
{
    const Correspondent& from = server.world.correspondents[server.world.byVolume.draw(server.random)];
    Visit plan;
    plan.host = &server.random.pick(server.world.pools[from.relays]);
    plan.domain = from.name;
    plan.spelled = from.spelled;
    plan.manner = from.manner;
    plan.messages = static_cast<std::uint32_t>(std::min<std::uint64_t>(messagesInSession(server, from.manner), atMost));
    plan.inClear = server.random.below(100) < plan.host->clearPercent;
    plan.greylisted = server.random.below(100) < from.greylistPercent && server.hasTimeFor(25 * minute);
    const std::uint32_t messages = plan.messages;
    visit(server, std::move(plan));
    return messages;
}

/** One arrival of a stream; returns how many messages it brings (at most `atMost`). */
std::uint32_t arrive(MailServer& server, Stream::Kind kind, std::uint64_t atMost)
{
    Random& random = server.random;
    World& world = server.world;
    switch (kind) {
    case Stream::Kind::Companies:
        return companyVisit(server, atMost);
    case Stream::Kind::Notices: {
        Visit plan;
        plan.host = &random.pick(world.pools[world.correspondents[world.byVolume.draw(random)].relays]);
        visit(server, std::move(plan));
        return 1;
    }
    case Stream::Kind::Spam: {
        Visit plan;
        plan.host = &spammer(server);
        plan.domain = plan.spelled = spamDomain(server);
        plan.spam = true;
        visit(server, std::move(plan));
        return 1;
    }
    case Stream::Kind::Users: {
        const std::uint32_t user = random.below(static_cast<std::uint32_t>(world.users.size()));
        // A user sits in one of two places.
        const std::size_t place = (user * 7 + random.below(2) * 31) % world.homes.size();
        submission(server, user, world.homes[place]);
        return 1;
    }
    case Stream::Kind::Devices:
        deviceMail(server, random.pick(world.devices));
        return 1;
    case Stream::Kind::Blocked: {
        std::string sender = random.pick(world.localParts);
        sender.append("@").append(spamDomain(server));
        blockedVisit(server, spammer(server), std::move(sender));
        return 1;
    }
    case Stream::Kind::Scans:
        scan(server, random.pick(world.scanners));
        return 1;
    case Stream::Kind::Logins: {
        const std::uint32_t pid = server.dovecot.acquire(server.now(), random);
        server.line(server.dovecot, pid) << "imap-login: Login: user=<" << random.pick(world.users) << "@" << ourDomain
                                         << ">, method=PLAIN, rip=" << random.pick(world.homes).address
                                         << ", lip=10.1.0.25, mpid=" << pid + 1 << ", TLS";
        server.dovecot.release(pid, server.now());
        return 1;
    }
    }
    return 1;
}

/** All arrivals of a stream: so many in all, spread over the minutes by weight. */
Story flow(MailServer& server, Options options, Stream stream)
{
    const std::uint64_t total = options.messages * stream.permille / 1000;
    const std::uint64_t hours = std::uint64_t{options.days} * 24;
    std::uint64_t allWeights = 0;
    for (std::uint64_t h = 0; h < hours; ++h)
        allWeights += weight(stream.kind, options.start + static_cast<Time>(h) * hour) * std::uint64_t{60};

    std::uint64_t weights = 0;
    std::uint64_t done = 0;
    std::vector<Time> moments;
    for (std::uint64_t m = 0; m < hours * 60; ++m) {
        const Time begin = options.start + static_cast<Time>(m) * minute;
        weights += weight(stream.kind, begin);
        const std::uint64_t due = total * weights / allWeights;
        if (due <= done)
            continue;
        moments.clear();
        for (std::uint64_t i = done; i < due; ++i)
            moments.push_back(begin + server.random.below(static_cast<std::uint32_t>(minute)));
        std::sort(moments.begin(), moments.end());
        // The last quarter of an hour is kept free, so that every story ends within the log.
        for (const Time moment : moments) {
            if (done >= due)
                break;
            co_await server.scheduler.until(std::min(moment, options.start + options.days * day - 15 * minute));
            done += arrive(server, stream.kind, total - done);
        }
    }
}

/** What the server says by itself. */
Story housekeeping(MailServer& server, Options options)
{
    const Time end = options.start + options.days * day;
    for (Time time = options.start + 10 * minute; time < end; time += hour) {
        co_await server.scheduler.until(time);
        server.line("postfix/anvil", server.anvil)
            << "statistics: max connection rate " << 2 + server.random.below(20)
            << "/60s for (smtp:" << server.random.pick(server.world.bots).address << ") at "
            << "Nov  1 00:00:10";
        if (time / hour % 6 == 0 && server.hasTimeFor(minute))
            cronMail(server);
    }
}

} // namespace

std::uint64_t writeDemoLog(const Options& options, const ByteSink& log, const TruthSink& truth)
{
    MailServer server(options, log, truth);
    server.line("waxseal-demo", 1) << "synthetic log: every name, address and message in it is invented ("
                                   << options.messages << " messages, seed " << options.seed << ")";
    server.line("postfix/master", 801) << "daemon started -- version 3.7.11, configuration /etc/postfix";
    for (const Stream& stream : streams)
        flow(server, options, stream);
    housekeeping(server, options);
    server.scheduler.run();
    server.writer.flush();
    return server.writer.lines();
}

} // namespace waxseal::demolog
