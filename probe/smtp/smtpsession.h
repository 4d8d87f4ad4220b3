// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/net/wire.h"
#include "probe/result/facts.h"
#include "probe/smtp/reply.h"

#include <functional>

namespace waxseal {

/** How an SMTP step ended. */
enum class Talk : std::uint8_t
{
    Ok,
    TimedOut,
    Closed,
    Malformed,
    TooMuch
};

/** A step's outcome, and the reply when it is Ok. */
struct TalkResult
{
    Talk talk = Talk::Ok;
    SmtpReply reply;
    bool is(int code) const { return talk == Talk::Ok && reply.code == code; }
};

/** The conversation as it goes on: kept within bounds, and told to whoever listens. */
class TranscriptLog
{
public:
    using Listener = std::function<void(const TranscriptLine&)>;
    /** `most`: bytes that the lines may take. */
    TranscriptLog(std::vector<TranscriptLine>& lines, Listener listener, std::size_t most)
        : m_lines(lines)
        , m_listener(std::move(listener))
        , m_most(most)
    {
    }
    void add(TranscriptLine line);

private:
    std::vector<TranscriptLine>& m_lines;
    Listener m_listener;
    std::size_t m_most;
    std::size_t m_bytes = 0;
    bool m_isCut = false;
};

/** Limits of one connection. */
struct SessionLimits
{
    Milliseconds reply{30000};
    TimePoint end; ///< of the whole connection
};

/** One SMTP connection: commands out, replies in, each with its deadline, all noted in a transcript. */
class SmtpSession
{
public:
    SmtpSession(Reactor& reactor, SessionLimits limits, int number, TimePoint start, TranscriptLog& transcript)
        : m_reactor(reactor)
        , m_wire(reactor)
        , m_limits(limits)
        , m_number(number)
        , m_start(start)
        , m_transcript(transcript)
    {
    }

    Task<WireError> connect(Endpoint peer, std::optional<Proxy> proxy, TimePoint deadline);
    Task<TalkResult> greeting();
    Task<TalkResult> reply();
    /** Sends a line, or several in one write, and reads one reply. */
    Task<TalkResult> command(std::string lines);
    Task<WireError> startTls(std::shared_ptr<const TlsContext> context, TlsOffer offer);
    /** QUIT, and waits a moment for the other side to close, so that the next connection does not meet this one. */
    Task<> quit();

    Wire& wire() { return m_wire; }
    int greetingMilliseconds() const { return m_greetingMilliseconds; }
    bool isGreetingSlow() const { return m_slowGreeting; }
    void note(std::string text) { record(TranscriptLine::Kind::Note, std::move(text)); }

private:
    Task<TalkResult> readReply(bool isGreeting);
    TimePoint stepEnd(Milliseconds longest) const { return std::min(m_limits.end, Clock::now() + longest); }
    void record(TranscriptLine::Kind kind, std::string text);

    Reactor& m_reactor;
    Wire m_wire;
    SessionLimits m_limits;
    int m_number;
    TimePoint m_start;
    TranscriptLog& m_transcript;
    int m_greetingMilliseconds = 0;
    bool m_slowGreeting = false;
};

/** The EHLO keywords of a reply, with their parameters, upper case. */
std::vector<std::string> ehloKeywords(const SmtpReply& reply);

/**
 * The first word of each line as Postfix's smtp_helo() reads it, upper case: behind the code, ended by a blank or "=".
 * The first of them is the server's name for itself.
 */
std::vector<std::string> ehloWords(const SmtpReply& reply);
/** Whether Postfix sees STARTTLS in an answer to EHLO. */
bool announcesStartTls(const SmtpReply& reply);

/** A greeting of nothing but asterisks, as some firewalls make it: Postfix says HELO then (smtp_pix_workarounds). */
bool isPixGreeting(const SmtpReply& reply);

/** A keyword that a device on the way has overwritten, as in "XXXXXXXA". */
bool isStrippedKeyword(std::string_view keyword);

} // namespace waxseal
