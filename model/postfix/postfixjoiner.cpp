// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/postfix/postfixjoiner.h"

#include "model/core/bytes.h"
#include "model/core/domainname.h"
#include "model/importer/streamclock.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::uint32_t mostServices = 20'000;
constexpr std::uint32_t mostHosts = 100'000;

/**
 * Services that speak TLS from the first byte: master.cf's "smtps" and "submissions" (since Postfix 3.9), "465", and
 * what behind a proxy is named after them ("submissions-proxyprotocol", "smtps-haproxy", "10465").
 */
bool isWrapperService(std::string_view tag)
{
    while (!tag.empty()) {
        const std::string_view part = tag.substr(0, tag.find('/'));
        for (const std::string_view name : {"smtps", "submissions"}) {
            if (part.starts_with(name)
                && (part.size() == name.size() || part[name.size()] == '-' || part[name.size()] == '_'))
                return true;
        }
        if (part.ends_with("465") && part.find_first_not_of("0123456789") == std::string_view::npos)
            return true;
        tag.remove_prefix(part.size() == tag.size() ? part.size() : part.size() + 1);
    }
    return false;
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
    PostfixProgram program = postfixProgram(record.program);
    if (program == PostfixProgram::None)
        program = neighbourProgram(record.program);
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
    m_time = record.time;
    const qint64 clock = record.clock != 0 ? record.clock : record.time;
    if (clock > m_now) {
        m_now = clock;
        settleDue();
        if (isSweepDue())
            sweep();
    } else if (clock < m_now - StreamClock::leap) {
        m_now = clock; // an older log follows in the same stream
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
    return s.program < PostfixProgram::MailScanner; // lines of neighbours are no mail server's
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
        s.begun = false;
        s.behindProxy = false;
        s.epoch = m_services[service].silence.epoch();
        s.began = m_time;
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
    case Kind::TlsFrom:
        onHandshakeFrom(service, record, event, place.file());
        break;
    case Kind::HandshakeFailedFrom:
        if (const auto address = IpAddress::parse(event.hostAddress))
            noteFailure(*address);
        if (Session* s = findSession(service, record.pid))
            s->handshakeFailed = true;
        break;
    case Kind::TlsTo:
        onHandshakeTo(service, record.pid, event, place.file());
        break;
    case Kind::HandshakeFailedTo:
        if (const auto address = IpAddress::parse(event.hostAddress))
            noteFailure(*address);
        break;
    case Kind::MessageBegins:
    case Kind::ProxyBegins: {
        Session& s = session(service, record.pid);
        meetPeer(s, event);
        s.begun = true;
        ++m_begun;
        std::uint32_t slot = FlatIndex::none;
        if (event.kind == Kind::MessageBegins)
            slot = findEarly(host, event.queueId);
        if (slot == FlatIndex::none)
            slot = newMessage(host, event.kind == Kind::MessageBegins ? event.queueId : std::string_view{});
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
        onEncryptionRequired(record, event);
        if (Session* s = findSession(service, record.pid))
            s->refused = true;
        break;
    case Kind::Held:
        if (const std::uint32_t slot = findAnywhere(host, event.queueId); slot != FlatIndex::none)
            m_messages[slot].held = true;
        break;
    case Kind::Requeued:
        onRequeued(host, event);
        break;
    case Kind::Restarted:
        onRestarted(host);
        break;
    case Kind::LinesLost:
        onLinesLost(host, event);
        break;
    case Kind::StartTlsOffered:
        onStartTlsOffered(host, record.pid, event);
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

/** The server reads its settings anew: what was known of its log level is over. */
void PostfixJoiner::onRestarted(std::uint32_t host)
{
    for (Service& service : m_services) {
        if (service.host == host)
            service.silence.restart(m_verdicts);
    }
    applyVerdicts();
}

void PostfixJoiner::onLinesLost(std::uint32_t host, const PostfixEvent& event)
{
    m_linesLost += event.lost;
    m_hasLosses = true;
    constexpr qint64 longestInterval = 600 * microsecondsPerSecond;
    auto loss = std::find_if(m_losses.begin(), m_losses.end(), [&](const Loss& each) { return each.host == host; });
    if (loss == m_losses.end())
        loss = m_losses.insert(m_losses.end(), Loss{host, event.lostPid, 0});
    else if (loss->pid != event.lostPid)
        loss->pid = loss->until < m_time ? event.lostPid : 0;
    loss->until = m_time + longestInterval;
    for (Service& service : m_services) {
        if (service.host == host)
            service.silence.linesLost(event.lostPid, m_time);
    }
}

bool PostfixJoiner::isLost(std::uint32_t host, std::uint32_t pid) const
{
    return std::any_of(m_losses.begin(), m_losses.end(), [&](const Loss& each) {
        return each.host == host && (each.pid == 0 || each.pid == pid) && m_time <= each.until;
    });
}

/** Counts what is known now of what was silent. */
void PostfixJoiner::applyVerdicts()
{
    for (TlsSilence::Judged& judged : m_verdicts) {
        Silent& silent = judged.silent;
        if (silent.serial != 0) {
            Message* message = resolve({silent.slot, silent.serial});
            if (message == nullptr || message->decision != TlsDecision::ByService)
                continue;
            message->decision = TlsDecision::Known;
            message->tls = judged.isPlaintext ? m_plaintext : 0;
            message->byLogLevel = !judged.isPlaintext;
            if (message->closing)
                settleAt(std::max(message->due, m_now), {silent.slot, silent.serial});
            continue;
        }
        FactKey key = silent.key;
        if (!judged.isPlaintext) {
            key.tls = 0;
            key.fellBack = false;
            m_outboundSilent += silent.isFirst ? 1 : 0;
        }
        m_context.facts->add(key, silent.isFirst ? 1 : 0, 1, silent.place);
        if (silent.isFirst)
            streamDelivery(key, silent.time, {silent.queueId.data(), silent.queueIdLength}, silent.messageId);
    }
    m_verdicts.clear();
}

/** reject_plaintext_session: mail that is refused for want of encryption already, and who sent it. */
void PostfixJoiner::onEncryptionRequired(const LogRecord& record, const PostfixEvent& event)
{
    m_plaintextRefused += record.repeated;
    m_context.excluded->rejected += record.repeated;
    constexpr std::size_t mostSenders = 10'000;
    if (!event.senderKnown)
        return;
    const std::string domain = domainKey(event.sender.empty() ? nullSender : addressDomain(event.sender));
    if (m_refusedSenders.size() < mostSenders || m_refusedSenders.contains(domain))
        m_refusedSenders[domain] += record.repeated;
}

} // namespace waxseal
