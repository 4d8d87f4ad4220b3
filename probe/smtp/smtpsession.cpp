// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/smtpsession.h"

#include "model/core/printable.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr Milliseconds slowAfter{1000};
constexpr Milliseconds closeWait{1000};
constexpr std::size_t longestLine = 512; ///< of a transcript

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

namespace {

std::string upperCase(std::string_view text)
{
    std::string upper(text);
    std::transform(upper.begin(), upper.end(), upper.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; });
    return upper;
}

/** The next word of `text`, which ends before one of `separators`; those in front of it are passed over. */
std::string_view takeWord(std::string_view& text, const char* separators)
{
    text.remove_prefix(std::min(text.find_first_not_of(separators), text.size()));
    const std::string_view word = text.substr(0, text.find_first_of(separators));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    return word;
}

} // namespace

std::vector<std::string> ehloKeywords(const SmtpReply& reply)
{
    std::vector<std::string> keywords;
    for (std::size_t i = 1; i < reply.lines.size(); ++i) {
        std::string keyword = upperCase(reply.lines[i]);
        while (keyword.ends_with(' '))
            keyword.pop_back();
        if (!keyword.empty())
            keywords.push_back(std::move(keyword));
    }
    return keywords;
}

std::vector<std::string> ehloWords(const SmtpReply& reply)
{
    std::vector<std::string> words;
    for (std::string_view rest : reply.rawLines()) {
        if (takeWord(rest, "- ").empty())
            continue;
        if (const std::string_view word = takeWord(rest, " ="); !word.empty())
            words.push_back(upperCase(word));
    }
    return words;
}

bool announcesStartTls(const SmtpReply& reply)
{
    const std::vector<std::string> words = ehloWords(reply);
    return !words.empty() && std::find(words.begin() + 1, words.end(), "STARTTLS") != words.end();
}

bool isPixGreeting(const SmtpReply& reply)
{
    return reply.raw.find_first_not_of("20 *\t\n") == std::string::npos;
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
    m_isCut = m_bytes + line.text.size() + sizeof line > m_most;
    if (m_isCut) {
        line.kind = TranscriptLine::Kind::Note;
        line.text = "cut here: too much was said to keep";
    }
    m_bytes += line.text.size() + sizeof line;
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
        }
        break;
    }
    result.reply = parser.reply();
    if (isGreeting) {
        m_greetingMilliseconds = millisecondsBetween(began, Clock::now());
        m_slowGreeting = Clock::now() - firstLine > slowAfter;
    }
    for (const std::string_view line : result.reply.rawLines())
        record(TranscriptLine::Kind::Received, printable(line, longestLine));
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
        note("not an SMTP reply: " + printable(parser.oddLine(), 100));
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
