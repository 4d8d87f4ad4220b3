// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/smtpsession.h"

#include "model/core/printable.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr Milliseconds slowAfter{1000};
constexpr Milliseconds closeWait{1000};

int millisecondsBetween(TimePoint from, TimePoint to)
{
    return static_cast<int>(std::chrono::duration_cast<Milliseconds>(to - from).count());
}

Talk talkOf(WireError error)
{
    switch (error) {
    case WireError::None:
        return Talk::Ok;
    case WireError::TimedOut:
        return Talk::TimedOut;
    case WireError::TooMuch:
        return Talk::TooMuch;
    case WireError::Garbage:
        return Talk::Malformed;
    default:
        return Talk::Closed;
    }
}

} // namespace

std::vector<std::string> ehloKeywords(const SmtpReply& reply)
{
    std::vector<std::string> keywords;
    for (std::size_t i = 1; i < reply.lines.size(); ++i) {
        std::string keyword = reply.lines[i];
        std::transform(keyword.begin(), keyword.end(), keyword.begin(),
            [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; });
        while (keyword.ends_with(' '))
            keyword.pop_back();
        if (!keyword.empty())
            keywords.push_back(std::move(keyword));
    }
    return keywords;
}

bool isStrippedKeyword(std::string_view keyword)
{
    if (keyword.size() != std::string_view("STARTTLS").size())
        return false;
    keyword.remove_suffix(1); // the last byte was kept, or became an 'A'
    return std::all_of(keyword.begin(), keyword.end(), [](char c) { return c == 'X'; });
}

void TranscriptLog::add(TranscriptLine line)
{
    if (m_isCut)
        return;
    m_isCut = m_lines.size() + 1 >= maximumLines || m_bytes + line.text.size() > maximumBytes;
    if (m_isCut) {
        line.kind = TranscriptLine::Kind::Note;
        line.text = "cut here: too much was said to keep";
    }
    m_bytes += line.text.size();
    if (m_listener)
        m_listener(line);
    m_lines.push_back(std::move(line));
}

void SmtpSession::record(TranscriptLine::Kind kind, std::string text)
{
    m_transcript.add({m_number, millisecondsBetween(m_start, Clock::now()), kind, std::move(text)});
}

Task<WireError> SmtpSession::connect(Endpoint peer, std::optional<Proxy> proxy, TimePoint deadline)
{
    const std::string way = proxy ? " through " + proxy->endpoint.text() : std::string();
    const WireError error = co_await m_wire.connect(peer, std::move(proxy), std::min(deadline, m_limits.end));
    note((error == WireError::None ? "connected to " : "cannot connect to ") + peer.text() + way);
    co_return error;
}

Task<TalkResult> SmtpSession::readReply(bool isGreeting)
{
    const TimePoint began = Clock::now();
    const TimePoint end = stepEnd(m_limits.reply);
    TimePoint firstLine = began;
    TalkResult result;
    ReplyParser parser;
    while (true) {
        const bool hadBegun = parser.hasBegun();
        const ReplyParser::State state = parser.take(m_wire.input());
        if (!hadBegun && parser.hasBegun())
            firstLine = Clock::now();
        if (state == ReplyParser::State::Incomplete) {
            const WireError error = co_await m_wire.receive(end);
            if (error == WireError::None)
                continue;
            result.talk = talkOf(error);
        } else if (state == ReplyParser::State::Malformed) {
            result.talk = Talk::Malformed;
        } else if (state == ReplyParser::State::TooLong) {
            result.talk = Talk::TooMuch;
        }
        break;
    }
    result.reply = parser.reply();
    if (isGreeting) {
        m_greetingMilliseconds = millisecondsBetween(began, Clock::now());
        m_slowGreeting = Clock::now() - firstLine > slowAfter;
    }
    for (std::size_t i = 0; i < result.reply.lines.size(); ++i) {
        const bool last = i + 1 == result.reply.lines.size();
        record(TranscriptLine::Kind::Received,
            std::to_string(result.reply.code) + (last ? ' ' : '-') + result.reply.lines[i]);
    }
    if (result.reply.isCut)
        note("the reply is longer; it was cut here");
    switch (result.talk) {
    case Talk::Ok:
        break;
    case Talk::TimedOut:
        note("no complete reply in time");
        break;
    case Talk::Closed:
        note("connection closed");
        break;
    case Talk::Malformed:
        note("not an SMTP reply: " + printable(m_wire.input(), 100));
        break;
    case Talk::TooMuch:
        note("reply too long");
        break;
    }
    co_return result;
}

Task<TalkResult> SmtpSession::greeting()
{
    return readReply(true);
}

Task<TalkResult> SmtpSession::reply()
{
    return readReply(false);
}

Task<TalkResult> SmtpSession::command(std::string lines)
{
    std::string_view rest = lines;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\r'), rest.size());
        record(TranscriptLine::Kind::Sent, std::string(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    const WireError error = co_await m_wire.send(std::move(lines), stepEnd(m_limits.reply));
    if (error != WireError::None) {
        // What it said before it hung up may still lie here.
        TalkResult last = co_await readReply(false);
        co_return last;
    }
    co_return co_await readReply(false);
}

Task<WireError> SmtpSession::startTls(std::shared_ptr<const TlsContext> context, TlsOffer offer)
{
    const WireError error = co_await m_wire.startTls(std::move(context), std::move(offer), stepEnd(m_limits.reply));
    const TlsSession& tls = *m_wire.tls();
    if (error == WireError::None) {
        const TlsSessionFacts facts = tls.facts();
        note("TLS " + std::string(name(facts.version)) + " with " + facts.cipher);
    } else {
        note(tls.detail().empty() ? "TLS handshake not finished in time" : "TLS handshake failed: " + tls.detail());
    }
    co_return error;
}

Task<> SmtpSession::quit()
{
    const TalkResult bye = co_await command("QUIT\r\n");
    if (bye.talk != Talk::Ok)
        co_return;
    const TimePoint end = stepEnd(closeWait);
    WireError error = WireError::None;
    while (error == WireError::None) {
        m_wire.input().clear();
        error = co_await m_wire.receive(end);
    }
}

} // namespace waxseal
