// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/ledger/joincontext.h"
#include "model/ledger/ledgerwords.h"
#include "model/ledger/opensessions.h"
#include "model/ledger/outgoing.h"
#include "model/ledger/tlssilence.h"
#include "model/records/logrecord.h"
#include "model/records/timestamp.h"

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>

class QDataStream;

namespace waxseal {

/** The traits of a service by its tag; nothing when the tag is none of the server's. */
using TraitsOf = std::function<std::optional<ServiceTraits>(std::string_view tag)>;

/**
 * What is open between the records of one server's logs: sessions, messages, outgoing connections, and what cannot be
 * decided yet. A server's joiner tells it what each line says, in the server's order; the ledger decides what counts
 * (DESIGN section 4), adds rows to the facts of the import, streams messages, bounds what it holds, and saves what is
 * open. It knows no server.
 *
 * The joiner calls at() once for each record and then says what the record means. Ids of messages are the server's
 * queue ids; they are looked for under the host of the service. Everything that is said of a message or session that
 * the ledger does not know is passed over, or begins one whose beginning is not in the log.
 */
class Ledger
{
public:
    Ledger(const JoinContext& context, TraitsOf traitsOf);

    // Time and services
    /** The service of a tag as a host runs it; noService when the tag is none of the server's. */
    ServiceId service(std::string_view host, std::string_view tag);
    int kind(ServiceId service) const { return m_services[service].traits.kind; }
    /** A session that the log names by a word ("5df87c972116a049"). */
    SessionId sessionId(std::string_view name) const;
    /** A record begins. Its time moves the clock: what is due is counted. */
    void at(const LogRecord& record, FileId file);
    void nextStream() { m_now = 0; } ///< the records of another host begin: time may go back
    qint64 time() const { return m_time; } ///< of this record

    // TLS
    TlsId plaintext() const { return m_plaintext; }
    TlsId someTls() const { return m_someTls; } ///< TLS, version not logged
    static constexpr TlsId unknownTls = 0;
    TlsId tls(std::string_view protocol, std::string_view cipher, Trust trust);

    // Sessions of clients with us
    void connected(ServiceId service, SessionId session, const Peer& peer);
    void handshake(ServiceId service, SessionId session, const Peer& peer, TlsId tls);
    void handshakeFailed(ServiceId service, SessionId session, std::string_view address);
    void authenticated(ServiceId service, SessionId session, std::string_view user);
    /** A transaction was refused before the server took it: counted, and no sign of a policy that is on already. */
    void rejected(ServiceId service, SessionId session, std::uint64_t count);
    /** The same for want of encryption. `sender`: an address, where the line names it. */
    void plaintextRejected(
        ServiceId service, SessionId session, std::uint64_t count, std::optional<std::string_view> sender);
    void disconnected(ServiceId service, SessionId session, const SessionEnd& end);
    bool hasSession(ServiceId service, SessionId session);

    // Messages
    void begun(ServiceId service, SessionId session, const MessageBegin& message);
    /** Begun, and taken over in one line, with no session that other lines tell of: Exim's "<=". */
    void arrived(ServiceId service, const MessageBegin& message, const MessageAccepted& accepted);
    void accepted(ServiceId service, const MessageAccepted& message);
    /** The session's pending message was taken over, under the id that `message` may name. */
    void pendingAccepted(ServiceId service, SessionId session, const MessageAccepted& message);
    /** The same by a filter in front of the queue, which put it back as `queuedAs`; it is over here. */
    void pendingRelayed(ServiceId service, SessionId session, std::string_view sender, std::string_view queuedAs);
    void pendingDropped(ServiceId service, SessionId session);
    void named(ServiceId service, std::string_view id, std::string_view messageId);
    void pickedUp(ServiceId service, std::string_view id); ///< submitted on the server itself
    void heldBack(ServiceId service, std::string_view id);
    void requeued(ServiceId service, std::string_view id, std::string_view originalId); ///< goes on under another id
    /** Never taken over after all. */
    void dropped(ServiceId service, std::string_view id);
    /** Refused at its end: the same, and counted. */
    void refused(ServiceId service, std::string_view id);
    /** No more is to come of it. It waits `linger` µs for lines that come late, then it counts. */
    void closed(ServiceId service, std::string_view id, qint64 linger = grace);
    void scanned(ServiceId service, const SpamReport& report);
    bool isOpen(ServiceId service, std::string_view id) const;
    static constexpr qint64 grace = 10 * microsecondsPerSecond;

    // The way out
    /** A connection with a relay begins, of which the log also tells the end: it carries all deliveries between. */
    void connectedTo(ServiceId service, SessionId session, const Peer& relay, std::uint32_t port);
    /** A handshake with a relay. Without connectedTo() it belongs to the message that this process delivers next. */
    void handshakeTo(ServiceId service, SessionId session, const Peer& relay, std::uint32_t port, TlsId tls);
    void handshakeToFailed(std::string_view address);
    /** The relay offers STARTTLS, and our settings do not use it. */
    void startTlsOffered(ServiceId service, SessionId session, std::string_view relayName);
    void disconnectedFrom(ServiceId service, SessionId session);
    void delivered(ServiceId service, const DeliveryReport& delivery);

    // The log itself
    /** The server starts, or reads its settings anew. */
    void restarted(ServiceId service);
    /** Lines of this host were dropped: of the process `pid`, of any when 0; `count` as far as the log says. */
    void linesLost(ServiceId service, std::uint64_t count, std::uint32_t pid);
    Excluded& excluded() { return *m_context.excluded; } ///< for what the joiner itself leaves out and counts

    // The import
    /** No more records come this time. Nothing is decided that a later import could know better; what is known now is
     * streamed. */
    void finish();
    void addOpen(FactTable& facts, Excluded& excluded) const;
    std::uint64_t openCount() const;
    std::uint64_t messageCount() const { return m_settled; }
    /** Notes name the setting, not the server: the joiner's list does. */
    void addNotes(std::vector<ImportNote>& notes) const;
    void save(QDataStream& out) const;
    /** Takes up a saved state; false (and empty) when it is damaged or of another version. Call it before records. */
    bool restore(QDataStream& in);
    void clear();

private:
    struct Service
    {
        std::string key; ///< host and tag
        ServiceTraits traits;
        std::uint32_t host = 0;
        TlsSilence silence; ///< whether it logs handshakes, and what hangs on that
    };

    /** Lines of one host that the syslog daemon dropped. */
    struct Loss
    {
        std::uint32_t host = 0;
        std::uint32_t pid = 0; ///< 0: of any process
        qint64 until = 0;
    };

    struct RecentService
    {
        std::string tag;
        std::string host;
        ServiceId id = noService;
    };

    ServiceId findService(std::string_view host, std::string_view tag);
    std::uint32_t hostOf(ServiceId service) const { return m_services[service].host; }
    bool isStreaming() const { return m_context.messages != nullptr && *m_context.messages; }

    // Sessions
    OpenSession& session(ServiceId service, SessionId id);
    static void setPeer(OpenSession& session, const Peer& peer);
    static void meetPeer(OpenSession& session, const Peer& peer);
    void endSession(OpenSession& session, const SessionEnd* end);
    void awaitDecision(OpenSession& session, MessageRef message);
    void decideUndecided(OpenSession& session, TlsDecision decision, TlsId tls, bool ofUsersToo = true);
    bool isHandshakeBefore(const OpenSession& session) const;
    bool isLost(std::uint32_t host, SessionId session) const;
    void applyVerdicts();

    // Messages
    std::uint32_t findAnywhere(std::uint32_t host, std::string_view queueId);
    std::uint32_t findEarly(std::uint32_t host, std::string_view queueId);
    std::uint32_t newMessage(std::uint32_t host, std::string_view queueId);
    std::uint32_t messageFor(std::uint32_t host, std::string_view queueId); ///< finds or makes
    std::uint32_t placeFor(ServiceId service, std::string_view queueId); ///< for one that begins now
    void beginFrom(
        std::uint32_t slot, const IpAddress& address, std::string_view name, std::string_view user, bool isReinjected);
    void accept(OpenMessage& message, const MessageAccepted& accepted);
    void takeOver(OpenMessage& message, std::uint32_t slot, std::uint32_t other);
    void linkReinjected(std::uint32_t host, std::string_view queueId, SpamVerdict verdict);
    void close(std::uint32_t slot, qint64 linger);
    void settleDue();
    void settle(std::uint32_t slot);
    bool isSweepDue() const;
    void sweep();
    TlsId lateTls(const OpenMessage& message) const;
    bool classify(const OpenMessage& message, TlsId tls, FactKey& key, Excluded& excluded) const;
    std::vector<bool> heldInClear() const;
    bool classifyOpen(std::uint32_t slot, const std::vector<bool>& inClear, FactKey& key, Excluded& excluded) const;
    void count(const OpenMessage& message, TlsId tls);
    void stream(const OpenMessage& message, const FactKey& key) const;

    // Deliveries
    Outgoing& outgoingOf(ServiceId service, SessionId session);
    TlsDecision outgoingTls(
        ServiceId service, const DeliveryReport& delivery, const IpAddress& address, std::uint32_t message, TlsId& tls);
    bool isOurLoop(const OpenMessage& message, const DeliveryReport& delivery, const IpAddress& relay) const;
    void noteDelivery(OpenMessage& message, const DeliveryReport& delivery, TlsId tls, bool offered);
    void noteRelay(std::string_view name);
    FactKey deliveryKey(const OpenMessage& message, const DeliveryReport& delivery, const IpAddress& relay, TlsId tls,
        DomainId domain) const;
    void streamDelivery(const FactKey& key, qint64 time, std::string_view queueId, std::string_view messageId) const;

    DomainId domainId(std::string_view raw) const;
    static bool isIn(const std::vector<Cidr>& networks, const IpAddress& address);
    static bool isNear(const IpAddress& address);

    // The saved state
    bool readState(QDataStream& in);
    bool readServices(QDataStream& in);
    void writeSilence(QDataStream& out, const TlsSilence& silence) const;
    bool readHeld(QDataStream& in, Silent& silent);
    bool readSilence(QDataStream& in, TlsSilence& silence);
    bool readSessions(QDataStream& in, quint32 version);
    bool readMessages(QDataStream& in);
    bool readMessage(QDataStream& in, OpenMessage& message);
    bool readOutgoing(QDataStream& in, quint32 version);
    bool readMessageIds(QDataStream& in);
    bool readFailures(QDataStream& in);
    DomainId readDomain(QDataStream& in);
    void writeSessions(QDataStream& out) const;
    void writeMessages(QDataStream& out) const;
    void writeOutgoing(QDataStream& out) const;
    void writeMessageIds(QDataStream& out) const;
    bool hasMessageId(std::uint32_t slot) const;

    JoinContext m_context;
    TraitsOf m_traitsOf;
    mutable DayClock m_days;
    qint64 m_now = 0; // the latest record of this stream
    qint64 m_time = 0; // this record's
    Evidence m_place; // this record's
    qint64 m_nextSweep = 0;
    std::uint64_t m_sinceSweep = 0; // records

    Dictionary m_hosts; // as the headers name them
    std::deque<Service> m_services;
    FlatIndex m_serviceIndex;
    std::array<RecentService, 64> m_recentServices;

    OpenSessions m_sessions;
    OpenMessages m_messages;
    OutgoingConnections m_outgoing;
    RecentFailures m_failures;
    FlatIndex m_handshakes; // trust, protocol and cipher → TlsId
    std::vector<Loss> m_losses; // one a host
    TlsSilence::Verdicts m_verdicts; // of one record; its memory is used again

    TlsId m_plaintext = 0;
    TlsId m_someTls = 0;
    std::uint64_t m_messageIdSeed; // hashes of message-ids and of sessions' names outlive the process
    std::uint64_t m_settled = 0;

    /** For the notes. */
    struct Counts
    {
        std::uint64_t inboundSilent = 0; // hang on the log level of the services
        std::uint64_t outboundSilent = 0; // on that of the delivery agents
        std::uint64_t behindProxy = 0;
        std::uint64_t cutSessions = 0;
        std::uint64_t cutMessages = 0;
        std::uint64_t heldForGood = 0;
        std::uint64_t enforced = 0; // sessions refused at MAIL without a word
        std::uint64_t plaintextRefused = 0;
        std::map<std::string, std::uint64_t> refusedSenders; // by domain; bounded
        std::uint64_t tlsRequired = 0; // outbound mail that failed for want of TLS
        std::map<std::string, std::uint64_t> tlsRequiredBy; // recipients' domains; bounded
        std::uint64_t startTlsUnused = 0;
        std::map<std::string, std::uint64_t> startTlsUnusedBy;
        std::uint64_t linesLost = 0;
        bool hasLosses = false;
        std::uint64_t begun = 0; // messages that another program takes over
        std::uint64_t queued = 0;
        std::uint64_t endedUnqueued = 0; // sessions that had begun a message and ended
        std::uint64_t dropped = 0;
    };
    Counts m_counts;
    std::uint64_t m_outboundMessages = 0;
    std::string m_onlyRelay; // while every delivery used one
    bool m_manyRelays = false;
};

} // namespace waxseal
