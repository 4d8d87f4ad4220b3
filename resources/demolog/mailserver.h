// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resources/demolog/demolog.h"
#include "resources/demolog/random.h"
#include "resources/demolog/world.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace waxseal::demolog {

/** Numbers for processes: they rise, wrap as pid_max does, and never name two living processes. */
class ProcessTable
{
public:
    std::uint32_t fork(Random& random);
    void exit(std::uint32_t pid) { m_alive[pid] = false; }

private:
    static constexpr std::uint32_t last = 32'767;
    std::uint32_t m_next = 812;
    std::vector<bool> m_alive = std::vector<bool>(last + 1);
};

/** The processes of one Postfix service: used again while fresh, gone after 100 uses (max_use) or 100 idle seconds
 * (max_idle). */
class Service
{
public:
    Service(std::string_view program, ProcessTable& processes)
        : m_program(program)
        , m_processes(processes)
    {
    }
    std::string_view program() const { return m_program; }
    std::uint32_t acquire(Time now, Random& random);
    void release(std::uint32_t pid, Time now);

private:
    struct Idle
    {
        std::uint32_t pid;
        Time since;
    };
    std::string_view m_program;
    ProcessTable& m_processes;
    std::vector<Idle> m_idle;
    std::vector<std::uint8_t> m_uses = std::vector<std::uint8_t>(32'768);
};

/** What the content filter says of a message. */
enum class Verdict : std::uint8_t
{
    Clean,
    BadHeader,
    Tagged,
    Spam,
    Infected
};

/** Somebody a message is for. */
struct Recipient
{
    std::string address;
    const Correspondent* at = nullptr; ///< null: one of us
};

/** A message in our queue. */
struct Mail
{
    std::string queueId;
    std::uint32_t inode = 0;
    std::string messageId;
    std::string sender; ///< as the envelope spells it; empty: the null sender
    std::vector<Recipient> recipients;
    std::uint32_t size = 0;
    Time arrived = 0;
    const Host* client = nullptr; ///< null: written here
    Verdict verdict = Verdict::Clean; ///< what the content filter will say
    bool ours = false; ///< from one of us
};

/** Our server: its clock, its processes, its queue and its log. The stories write through it. */
class MailServer
{
public:
    MailServer(const Options& options, const ByteSink& log, TruthSink truth);

    Scheduler scheduler;
    Random random;
    LogWriter writer;
    World world;
    TruthSink truth;

    ProcessTable processes;
    Service smtpd{"postfix/smtpd", processes};
    Service submission{"postfix/submission/smtpd", processes};
    Service smtps{"postfix/smtps/smtpd", processes};
    Service cleanup{"postfix/cleanup", processes};
    Service smtp{"postfix/smtp", processes};
    Service filterClient{"postfix/smtp", processes};
    Service lmtp{"postfix/lmtp", processes};
    Service bounce{"postfix/bounce", processes};
    Service pickup{"postfix/pickup", processes};
    Service dovecot{"dovecot", processes};
    std::uint32_t queueManager;
    std::uint32_t anvil;

    Time now() const { return scheduler.now(); }
    Scheduler::Moment pause(Time low, Time high) { return scheduler.after(random.between(low, high)); }

    Line line(const Service& service, std::uint32_t pid) { return line(service.program(), pid); }
    Line line(std::string_view program, std::uint32_t pid)
    {
        writer.begin(now(), program, pid);
        return Line(writer);
    }
    Line qmgr() { return line("postfix/qmgr", queueManager); }

    /** Whether something that takes this long still ends within the log. */
    bool hasTimeFor(Time span) const { return now() + span + 20 * minute < m_end; }

    /** A new file in the queue: inodes are used again as soon as they are free, so queue ids recur. */
    void enqueue(Mail& mail);
    void remove(const Mail& mail);
    /** The id that another server's queue gave. */
    std::string foreignQueueId();
    std::string messageId(std::string_view domain);

    /** One use of a content-filter process: "(03492-02)". */
    struct FilterRun
    {
        std::uint32_t pid;
        std::string id;
    };
    FilterRun filterRun();

private:
    struct FilterChild
    {
        std::uint32_t pid = 0;
        std::uint32_t runs = 0;
    };
    Time m_end;
    std::vector<std::uint32_t> m_freeInodes;
    std::uint32_t m_nextInode = 0xA9C15E;
    std::uint32_t m_messageCount = 0;
    std::array<FilterChild, 4> m_filterChildren{};
};

/** A span as Postfix prints delays: two digits that matter. */
std::string seconds(Time span);
std::string_view word(Certificate certificate);
std::string_view version(Speech speech); ///< "1.3"; empty in clear
/** "TLSv1.3 with cipher … server-digest SHA256" */
std::string_view summary(const Host& host, bool inbound);
/** The truth word of a verdict: legitimate or spam. */
std::string_view truthOf(Verdict verdict);

// The stories. Each takes what it needs by value, since it outlives its caller.

/** One session of another mail server with us. */
struct Visit
{
    const Host* host = nullptr;
    std::string domain; ///< of the sender, as a key; empty: the null sender
    std::string spelled; ///< the same as the envelope spells it
    Manner manner = Manner::Ordinary;
    std::uint32_t messages = 1;
    bool spam = false;
    bool greylisted = false;
    bool inClear = false; ///< skips STARTTLS this time
    bool fellBack = false; ///< … because the handshake failed before
};
Story visit(MailServer& server, Visit plan);
Story blockedVisit(
    MailServer& server, const Host& host, std::string sender); ///< refused by a block list, or no such user
Story scan(MailServer& server, const Host& host); ///< looks at our STARTTLS, or guesses passwords
Story submission(MailServer& server, std::uint32_t user, const Host& host);
Story deviceMail(MailServer& server, const Host& host);
Story cronMail(MailServer& server);
/** From the queue through the content filter, and on. */
Story filtered(MailServer& server, Mail mail);
/** From the queue to mailboxes and to other servers. */
Story delivered(MailServer& server, Mail mail);

/** A person outside, for mail that we send. */
Recipient someoneOutside(MailServer& server);
Recipient someoneOfUs(MailServer& server);

} // namespace waxseal::demolog
