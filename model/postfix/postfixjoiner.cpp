// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/postfix/postfixjoiner.h"

#include "model/core/bytes.h"
#include "model/core/domainname.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::uint32_t mostServices = 20'000;
constexpr std::uint32_t mostHosts = 100'000;

/** Services that speak TLS from the first byte: master.cf's "smtps" (465, "submissions" since Postfix 3.9). */
bool isWrapperService(std::string_view tag)
{
    return tag.find("/smtps/") != std::string_view::npos || tag.find("/submissions/") != std::string_view::npos
        || tag.find("/465/") != std::string_view::npos || tag.starts_with("smtps/") || tag.starts_with("submissions/");
}

} // namespace

PostfixJoiner::PostfixJoiner(const JoinContext& context)
    : m_context(context)
    , m_days(context.options->zone)
    , m_plaintext(context.facts->tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}}))
    , m_someTls(context.facts->tlsId({TlsState::Tls, TlsVersion::Unknown, Trust::Unknown, {}}))
    , m_messageIdSeed(hashBytes("message-id"))
{
}

bool PostfixJoiner::claims(std::string_view program, std::string_view text)
{
    const PostfixProgram known = postfixProgram(program);
    if (known == PostfixProgram::None)
        return false;
    // Tags with a slash are not Postfix's alone; the text must read like it, unless it says so itself.
    return program.starts_with("postfix") || parsePostfix(known, text).kind != PostfixEvent::Kind::None;
}

std::unique_ptr<FormatJoiner> PostfixJoiner::make(const JoinContext& context)
{
    return std::make_unique<PostfixJoiner>(context);
}

std::uint32_t PostfixJoiner::serviceOf(const LogRecord& record)
{
    // A handful of programs write nearly all lines: look at the one last seen with a tag of this shape.
    const std::string_view tag = record.program;
    const std::size_t shape
        = tag.empty() ? 0 : (tag.size() * 5 + static_cast<unsigned char>(tag.back())) % m_recentServices.size();
    RecentService& recent = m_recentServices[shape];
    if (!tag.empty() && recent.tag == tag && recent.host == record.host)
        return recent.id;
    const std::uint32_t id = findService(record);
    recent.id = id;
    recent.tag.assign(tag);
    recent.host.assign(record.host);
    return id;
}

std::uint32_t PostfixJoiner::findService(const LogRecord& record)
{
    const std::uint64_t hash = hashBytes(record.program) ^ hashWord(hashBytes(record.host));
    const std::uint32_t found = m_serviceIndex.find(hash);
    if (found != FlatIndex::none)
        return found;
    const PostfixProgram program = postfixProgram(record.program);
    const SpamScanner* scanner = spamScanner(record.program);
    if ((program == PostfixProgram::None && scanner == nullptr) || m_services.size() >= mostServices
        || m_hosts.size() >= mostHosts)
        return FlatIndex::none;
    Service service;
    service.key.append(record.host).append(" ").append(record.program);
    service.program = program;
    service.scanner = scanner;
    service.host = m_hosts.id(record.host);
    service.wrapper = isWrapperService(record.program);
    const auto id = static_cast<std::uint32_t>(m_services.size());
    m_services.push_back(std::move(service));
    m_serviceIndex.set(hash, id);
    return id;
}

std::uint64_t PostfixJoiner::pidKey(std::uint32_t host, std::uint32_t pid)
{
    return hashWord(((std::uint64_t{host} << 32) | pid) + 0x9e3779b97f4a7c15U);
}

std::uint64_t PostfixJoiner::queueKey(std::uint32_t host, std::string_view queueId)
{
    return hashBytes(queueId) ^ hashWord(host + 1U);
}

bool PostfixJoiner::consume(const LogRecord& record, FileId file)
{
    const std::uint32_t service = serviceOf(record);
    if (service == FlatIndex::none)
        return false;
    if (record.time > m_now) {
        m_now = record.time;
        settleDue();
        if (isSweepDue())
            sweep();
    }
    ++m_sinceSweep;
    const Service& s = m_services[service];
    if (s.scanner != nullptr) {
        if (const auto report = s.scanner->parse(record.text))
            onSpamReport(s.host, *report);
        return true;
    }
    PostfixEvent event;
    parsePostfix(s.program, record.text, event);
    if (event.kind != PostfixEvent::Kind::None)
        onEvent(service, record, event, Evidence::at(file, record.offset));
    return true;
}

void PostfixJoiner::onEvent(std::uint32_t service, const LogRecord& record, const PostfixEvent& event, Evidence place)
{
    using Kind = PostfixEvent::Kind;
    const std::uint32_t host = m_services[service].host;
    switch (event.kind) {
    case Kind::None:
        break;
    case Kind::Connect: {
        Session& s = session(service, record.pid);
        endSession(s, nullptr); // a disconnect line is missing
        s.connectSeen = true;
        s.tlsSeen = false;
        s.handshakeFailed = false;
        s.refused = false;
        setPeer(s, event);
        break;
    }
    case Kind::Disconnect:
        if (Session* s = findSession(service, record.pid)) {
            if (event.hasCounts && event.mailDone == 0 && event.mailTried > 0 && event.startTlsTried == 0
                && s->connectSeen && !s->refused)
                ++m_enforced;
            endSession(*s, &event);
            m_sessionIndex.remove(s->key);
            m_freeSessions.push_back(static_cast<std::uint32_t>(s - m_sessions.data()));
            s->used = false;
        }
        break;
    case Kind::TlsFrom: {
        m_services[service].logsTls = true;
        Session& s = session(service, record.pid);
        if (s.address.isNull())
            setPeer(s, event);
        // What began before the handshake went in clear; only a session whose beginning we saw can say so.
        if (s.connectSeen)
            decideUndecided(s, TlsDecision::Known, m_plaintext);
        s.tlsSeen = true;
        s.tls = handshake(event);
        break;
    }
    case Kind::HandshakeFailedFrom:
        if (const auto address = IpAddress::parse(event.hostAddress))
            noteFailure(*address);
        if (Session* s = findSession(service, record.pid))
            s->handshakeFailed = true;
        break;
    case Kind::TlsTo:
        m_services[service].logsTls = true;
        onHandshakeTo(host, record.pid, event);
        break;
    case Kind::HandshakeFailedTo:
        if (const auto address = IpAddress::parse(event.hostAddress))
            noteFailure(*address);
        break;
    case Kind::MessageBegins:
    case Kind::ProxyBegins: {
        Session& s = session(service, record.pid);
        if (s.address.isNull())
            setPeer(s, event);
        const std::uint32_t slot
            = newMessage(host, event.kind == Kind::MessageBegins ? event.queueId : std::string_view{});
        beginMessage(s, m_messages[slot], slot, event, place);
        m_messages[slot].service = service;
        if (event.kind == Kind::ProxyBegins)
            s.proxied = {slot, m_messages[slot].serial};
        break;
    }
    case Kind::ProxyAccepted:
        onProxyAccepted(service, record, event);
        break;
    case Kind::MessageId:
        onMessageId(host, event);
        break;
    case Kind::Queued:
        onQueued(host, event);
        break;
    case Kind::PickedUp:
        m_messages[newMessage(host, event.queueId)].pickedUp = true;
        break;
    case Kind::Delivery:
        onDelivery(service, record, event, place);
        break;
    case Kind::Removed:
    case Kind::Expired:
        if (const std::uint32_t slot = findMessage(host, event.queueId); slot != FlatIndex::none)
            close(slot);
        break;
    case Kind::EncryptionRequired:
        m_enforced += record.repeated;
        m_context.excluded->rejected += record.repeated;
        break;
    case Kind::Rejected:
        m_context.excluded->rejected += record.repeated;
        if (Session* s = findSession(service, record.pid))
            s->refused = true;
        break;
    case Kind::MessageRejected:
        ++m_context.excluded->rejected;
        [[fallthrough]];
    case Kind::Canceled:
        if (const std::uint32_t slot = findMessage(host, event.queueId); slot != FlatIndex::none)
            free(slot);
        break;
    }
}

} // namespace waxseal
