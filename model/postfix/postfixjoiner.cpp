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

/** 3.11's tls= field: "level[:actual][?]" and perhaps "/requiretls…". */
enum class TlsFeature : std::uint8_t
{
    Absent,
    Plaintext,
    Tls,
    Undecided
};

TlsFeature tlsFeature(std::string_view field)
{
    field = field.substr(0, field.find('/'));
    if (field.empty())
        return TlsFeature::Absent;
    if (field.ends_with('?'))
        return TlsFeature::Undecided;
    if (field == "none" || field.ends_with(":none"))
        return TlsFeature::Plaintext;
    return TlsFeature::Tls;
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
        if (m_now >= m_nextSweep || m_now < m_nextSweep - sweepInterval)
            sweep();
    }
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
        setPeer(s, event);
        break;
    }
    case Kind::Disconnect:
        if (Session* s = findSession(service, record.pid)) {
            if (event.hasCounts && event.mailDone == 0 && event.mailTried > 0 && event.startTlsTried == 0
                && s->connectSeen)
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
    case Kind::TlsTo: {
        m_services[service].logsTls = true;
        const std::uint64_t key = pidKey(host, record.pid);
        std::uint32_t slot = m_outgoingIndex.find(key);
        if (slot == FlatIndex::none) {
            slot = static_cast<std::uint32_t>(m_outgoing.size());
            m_outgoing.push_back({});
            m_outgoingIndex.set(key, slot);
        }
        std::string_view port = event.hostPort;
        m_outgoing[slot] = {host, record.pid, IpAddress::parse(event.hostAddress).value_or(IpAddress{}),
            static_cast<std::uint32_t>(takeNumber(port).value_or(0)), handshake(event), 0, m_now};
        break;
    }
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

PostfixJoiner::Session* PostfixJoiner::findSession(std::uint32_t service, std::uint32_t pid)
{
    const std::uint32_t slot = m_sessionIndex.find(pidKey(m_services[service].host, pid));
    return slot == FlatIndex::none ? nullptr : &m_sessions[slot];
}

PostfixJoiner::Session& PostfixJoiner::session(std::uint32_t service, std::uint32_t pid)
{
    Session* found = findSession(service, pid);
    if (found == nullptr) {
        std::uint32_t slot = 0;
        if (m_freeSessions.empty()) {
            slot = static_cast<std::uint32_t>(m_sessions.size());
            m_sessions.emplace_back();
        } else {
            slot = m_freeSessions.back();
            m_freeSessions.pop_back();
        }
        found = &m_sessions[slot];
        found->key = pidKey(m_services[service].host, pid);
        found->pid = pid;
        found->used = true;
        found->connectSeen = false;
        found->tlsSeen = false;
        found->handshakeFailed = false;
        found->address = {};
        found->name.clear();
        found->proxied = {};
        found->undecided.clear();
        m_sessionIndex.set(found->key, slot);
    }
    found->service = service;
    found->seen = m_now;
    return *found;
}

void PostfixJoiner::setPeer(Session& session, const PostfixEvent& event)
{
    session.address = IpAddress::parse(event.hostAddress).value_or(IpAddress{});
    session.name.assign(event.hostName);
}

void PostfixJoiner::decideUndecided(Session& session, TlsDecision decision, TlsId tls)
{
    for (const MessageRef ref : session.undecided) {
        Message* message = resolve(ref);
        if (message == nullptr || message->decision != TlsDecision::AtDisconnect)
            continue;
        message->decision = decision;
        message->tls = tls;
        if (session.handshakeFailed)
            message->afterFailure = true;
        if (message->closing) // it waited for this
            settleAt(std::max(message->due, m_now), ref);
    }
    session.undecided.clear();
}

void PostfixJoiner::endSession(Session& session, const PostfixEvent* counts)
{
    const bool counted = counts != nullptr && counts->hasCounts;
    if (counted && counts->startTlsTried > counts->startTlsDone) { // at log level 0 nothing else says so
        noteFailure(session.address);
        session.handshakeFailed = true;
    }
    if (session.undecided.empty())
        return;
    const Service& service = m_services[session.service];
    if (counted) {
        if (counts->startTlsDone > 0) {
            // Log level 0: TLS was used, and with one MAIL command it can only have been behind STARTTLS. Which of
            // several began before it, the counts do not say.
            if (counts->mailTried <= 1) {
                m_tlsWithoutVersion += session.undecided.size();
                decideUndecided(session, TlsDecision::Known, m_someTls);
            } else {
                m_inboundSilent += session.undecided.size();
                decideUndecided(session, TlsDecision::Known, 0);
            }
        } else if (service.wrapper) {
            m_inboundSilent += session.undecided.size();
            decideUndecided(session, TlsDecision::Known, 0);
        } else {
            decideUndecided(session, TlsDecision::Known, m_plaintext);
        }
        return;
    }
    // No counts: before Postfix 3.0, or the end is not in the log.
    if (!session.connectSeen || service.wrapper) {
        m_cutSessions += session.connectSeen ? 0 : 1;
        decideUndecided(session, TlsDecision::Known, 0);
    } else if (service.logsTls) {
        decideUndecided(session, TlsDecision::Known, m_plaintext);
    } else {
        decideUndecided(session, TlsDecision::ByService, 0);
    }
}

TlsId PostfixJoiner::handshake(const PostfixEvent& event)
{
    const std::uint64_t key = hashBytes(event.cipher)
        ^ hashWord(hashBytes(event.protocol) + static_cast<std::uint64_t>(event.trust) * 0x9e3779b97f4a7c15U);
    const std::uint32_t known = m_handshakes.find(key);
    if (known != FlatIndex::none)
        return static_cast<TlsId>(known);
    const TlsId id = m_context.facts->tlsId(
        {TlsState::Tls, parseTlsVersion(event.protocol), event.trust, std::string(event.cipher.substr(0, 80))});
    m_handshakes.set(key, id);
    return id;
}

void PostfixJoiner::onProxyAccepted(std::uint32_t service, const LogRecord& record, const PostfixEvent& event)
{
    Session* s = findSession(service, record.pid);
    Message* message = s == nullptr ? nullptr : resolve(s->proxied);
    if (message == nullptr)
        return;
    message->sender = domainId(event.sender.empty() ? nullSender : addressDomain(event.sender));
    message->queued = true;
    message->recipients = std::max(message->recipients, 1U);
    if (!event.queuedAs.empty()) {
        const std::uint32_t copy = findMessage(m_services[service].host, event.queuedAs);
        if (copy != FlatIndex::none) {
            message->spam = m_messages[copy].spam;
            message->recipients = std::max(m_messages[copy].recipients, 1U);
            message->messageId = m_messages[copy].messageId;
        }
        linkReinjected(m_services[service].host, event.queuedAs, message->spam);
    }
    const std::uint32_t slot = s->proxied.slot;
    s->proxied = {};
    close(slot);
}

PostfixJoiner::TlsDecision PostfixJoiner::outgoingTls(std::uint32_t service, const LogRecord& record,
    const PostfixEvent& event, const IpAddress& address, std::uint32_t message, TlsId& tls)
{
    // The handshake of this process, if it was with this relay and no other message has used it up.
    const std::uint32_t slot = m_outgoingIndex.find(pidKey(m_services[service].host, record.pid));
    bool shaken = false;
    if (slot != FlatIndex::none) {
        Outgoing& out = m_outgoing[slot];
        std::string_view portText = event.hostPort;
        const auto port = static_cast<std::uint32_t>(takeNumber(portText).value_or(0));
        if (out.address == address && out.port == port && (out.usedBy == 0 || out.usedBy == message)) {
            out.usedBy = message;
            tls = out.tls;
            shaken = true;
        }
    }
    switch (tlsFeature(event.tlsFeature)) {
    case TlsFeature::Plaintext:
        tls = m_plaintext;
        return TlsDecision::Known;
    case TlsFeature::Tls:
        if (!shaken)
            tls = m_someTls;
        return TlsDecision::Known;
    case TlsFeature::Undecided:
    case TlsFeature::Absent:
        break;
    }
    if (shaken)
        return TlsDecision::Known;
    tls = m_plaintext;
    return m_services[service].logsTls ? TlsDecision::Known : TlsDecision::ByService;
}

void PostfixJoiner::onDelivery(
    std::uint32_t service, const LogRecord& record, const PostfixEvent& event, Evidence place)
{
    const std::uint32_t host = m_services[service].host;
    const auto address = IpAddress::parse(event.hostAddress);
    if (!event.queuedAs.empty() && address) {
        // Only our own side may name one of our queue ids.
        static const std::vector<Cidr> near = defaultInternalNetworks();
        if (std::any_of(near.begin(), near.end(), [&](const Cidr& network) { return network.contains(*address); }))
            linkReinjected(host, event.queuedAs, SpamVerdict::Unlabelled);
    }
    if (m_services[service].program != PostfixProgram::Smtp || !address || isInternal(*address))
        return;
    const std::uint32_t slot = messageFor(host, event.queueId);
    Message& message = m_messages[slot];
    TlsId tls = 0;
    // A delivery that failed has used its connection's handshake up, too.
    const TlsDecision decision = outgoingTls(service, record, event, *address, message.serial, tls);
    if (event.status != "sent")
        return;
    const DomainId domain = domainId(addressDomain(event.recipient));
    const auto& local = m_context.options->localDomains;
    if (!local.empty() && std::find(local.begin(), local.end(), m_context.facts->domains.text(domain)) != local.end())
        return;
    message.seen = m_now;

    FactKey key;
    key.day = m_days.day(record.time);
    key.direction = Direction::Outbound;
    key.spam = message.spam;
    key.tls = tls;
    key.domain = domain;
    if (!m_context.options->routing.isEmpty()) {
        const std::string_view hop = m_context.options->routing.nextHop(m_context.facts->domains.text(domain));
        if (!hop.empty() && hop != m_context.facts->domains.text(domain))
            key.nextHop = m_context.facts->domains.id(hop);
    }
    key.host = m_context.facts->hostId(*address, event.hostName);
    key.fellBack = tls == m_plaintext && failedLately(*address);
    const bool first = std::find(message.delivered.begin(), message.delivered.end(), domain) == message.delivered.end();
    if (first) {
        constexpr std::size_t mostDomains = 4096;
        if (message.delivered.size() < mostDomains)
            message.delivered.push_back(domain);
        ++m_outboundMessages;
        ++m_settled;
    }
    if (!m_manyRelays) {
        if (m_onlyRelay.empty())
            m_onlyRelay.assign(event.hostName);
        else if (m_onlyRelay != event.hostName)
            m_manyRelays = true;
    }
    if (decision == TlsDecision::ByService) {
        Service& s = m_services[service];
        if (s.undecided == nullptr)
            s.undecided = std::make_unique<FactTable>();
        s.undecided->add(key, first ? 1 : 0, 1, place);
    } else {
        m_context.facts->add(key, first ? 1 : 0, 1, place);
    }
    if (first && m_context.messages != nullptr && *m_context.messages) {
        const bool unknown = decision == TlsDecision::ByService;
        MessageRecord out;
        out.time = record.time;
        out.direction = Direction::Outbound;
        out.domain = m_context.facts->domains.text(domain);
        out.nextHop = m_context.facts->domains.text(key.nextHop);
        out.host = &m_context.facts->host(key.host);
        out.queueId = event.queueId;
        out.messageId = message.messageId;
        out.tls = &m_context.facts->tls(unknown ? TlsId{0} : tls);
        out.spam = message.spam;
        out.recipients = 1;
        (*m_context.messages)(out);
    }
}

void PostfixJoiner::onSpamReport(std::uint32_t host, const SpamReport& report)
{
    std::uint32_t slot = FlatIndex::none;
    if (!report.queueId.empty()) {
        slot = findMessage(host, report.queueId);
    } else if (report.messageId.size() > 2) {
        // A sender writes message-ids: only one that is open and young is believed.
        slot = m_byMessageId.find(hashBytes(report.messageId, m_messageIdSeed));
        constexpr qint64 tenMinutes = 600 * microsecondsPerSecond;
        if (slot != FlatIndex::none && m_now - m_messages[slot].began > tenMinutes)
            slot = FlatIndex::none;
    }
    if (slot != FlatIndex::none)
        m_messages[slot].spam = report.verdict;
    if (!report.queuedAs.empty() && report.queuedAs != report.queueId)
        linkReinjected(host, report.queuedAs, report.verdict);
}

} // namespace waxseal
