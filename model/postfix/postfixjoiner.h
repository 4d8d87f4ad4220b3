// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/flatindex.h"
#include "model/importer/formats.h"
#include "model/postfix/postfixparser.h"
#include "model/postfix/tlssilence.h"
#include "model/spam/spamscanner.h"

#include <deque>
#include <map>
#include <string>

namespace waxseal {

/**
 * Joins Postfix's sessions (by host and pid, from connect to disconnect) to messages (by host and queue id, until
 * removed), and decides what counts: DESIGN section 4. The TLS of a message is the state of its session at its client=
 * line.
 */
class PostfixJoiner : public FormatJoiner
{
public:
    explicit PostfixJoiner(const JoinContext& context);

    static bool claims(std::string_view program, std::string_view text);
    static std::unique_ptr<FormatJoiner> make(const JoinContext& context);

    bool consume(const LogRecord& record, FileId file) override;
    void nextStream() override;
    void finish() override;
    void addOpen(FactTable& facts, Excluded& excluded) const override;
    std::uint64_t openCount() const override;
    void addNotes(std::vector<ImportNote>& notes) const override;
    std::uint64_t messageCount() const override { return m_settled; }
    QByteArray save() const override;
    bool restore(const QByteArray& saved) override;

private:
    /** A program as one host runs it. */
    struct Service
    {
        std::string key; ///< host and tag
        PostfixProgram program = PostfixProgram::None;
        const SpamScanner* scanner = nullptr;
        std::uint32_t host = 0;
        bool wrapper = false; ///< TLS from the first byte (smtps): no STARTTLS to count
        TlsSilence silence; ///< whether it logs handshakes, and what hangs on that
    };

    enum class TlsDecision : std::uint8_t
    {
        Known,
        AtDisconnect, ///< the session's command counts will tell
        ByService, ///< held by its service's TlsSilence: plaintext if the service logs handshakes, else unknown
    };

    struct Message
    {
        std::uint64_t key = 0; ///< hash of host and queue id; 0: a proxied message, which has none yet
        std::uint32_t logHost = 0; ///< the key's host
        std::uint32_t serial = 0; ///< changes when the place is used again
        bool used = false;
        bool hasClient = false;
        bool queued = false; ///< the queue manager has it: it was accepted
        bool authenticated = false;
        bool reinjected = false;
        bool pickedUp = false;
        bool internal = false;
        bool loopback = false;
        bool closing = false; ///< removed from the queue
        bool begunBefore = false; ///< first seen at the queue manager: its beginning is not in the log
        bool wholeSession = false; ///< its connect line is in the log
        bool afterFailure = false; ///< this host's handshake with us failed shortly before
        bool forwarder = false; ///< from a backup MX of our own, or a known forwarder
        bool held = false; ///< was put into the hold queue
        bool byLogLevel = false; ///< its TLS or its version is not known because the log level is too low
        bool tlsRequired = false; ///< a delivery failed because our own settings require TLS
        TlsDecision decision = TlsDecision::Known;
        SpamVerdict spam = SpamVerdict::Unlabelled;
        std::uint8_t queueIdLength = 0;
        char queueId[24]{};
        TlsId tls = 0;
        std::uint32_t service = 0;
        HostId host = 0;
        DomainId sender = 0;
        DomainId submitter = 0;
        std::uint32_t recipients = 0;
        qint64 began = 0;
        qint64 seen = 0;
        qint64 due = 0; ///< when closing: not settled before
        qint64 accepted = 0; ///< when the queue manager had it
        std::uint64_t size = 0; ///< bytes, as the queue manager says; 0: not known
        IpAddress client;
        Evidence place;
        std::uint64_t messageIdHash = 0;
        bool ownsMessageId = false; ///< found by it: the first that bore it
        std::string messageId; ///< kept only when messages are streamed
        std::vector<DomainId> delivered; ///< outbound domains that this message has been counted for
    };

    struct MessageRef
    {
        std::uint32_t slot = 0;
        std::uint32_t serial = 0;
    };

    struct Session
    {
        std::uint64_t key = 0;
        std::uint32_t pid = 0;
        bool used = false;
        bool connectSeen = false;
        bool tlsSeen = false;
        bool handshakeFailed = false;
        bool refused = false; ///< a reject line tells why there was no mail
        bool begun = false; ///< a message began in it
        bool behindProxy = false; ///< XCLIENT: the peer is the one that a proxy named; where its TLS ended is not known
        std::uint32_t epoch = 0; ///< of its service's settings, when it began
        qint64 began = 0;
        std::string addressText; ///< as the log writes it
        TlsId tls = 0;
        std::uint32_t service = 0;
        IpAddress address;
        std::string name;
        qint64 seen = 0;
        MessageRef proxied;
        std::vector<MessageRef> undecided;
    };

    /** The last handshake of one smtp process, until another message uses it up. */
    struct Outgoing
    {
        std::uint32_t host = 0;
        std::uint32_t pid = 0;
        IpAddress address;
        std::uint32_t port = 0;
        TlsId tls = 0;
        std::uint32_t usedBy = 0; ///< serial of the message that used it
        qint64 seen = 0;
        std::uint64_t offeredBy = 0; ///< hash of the host name that offered STARTTLS, which our settings do not use
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
        std::uint32_t id = FlatIndex::none;
    };

    static constexpr qint64 sweepInterval = 600 * microsecondsPerSecond;
    // Bounds of what is open at a time, whatever a log may hold: past them the oldest of a few is over.
    static constexpr std::size_t mostOpenMessages = 250'000;
    static constexpr std::size_t mostSessions = 100'000;
    static constexpr std::size_t mostOutgoing = 100'000;

    std::uint32_t serviceOf(const LogRecord& record);
    std::uint32_t findService(const LogRecord& record);
    template <typename Places>
    static std::uint32_t oldestOf(const Places& places, std::uint32_t& hand);
    static std::uint64_t pidKey(std::uint32_t host, std::uint32_t pid);
    static std::uint64_t queueKey(std::uint32_t host, std::string_view queueId);

    // Sessions
    Session& session(std::uint32_t service, std::uint32_t pid);
    Session* findSession(std::uint32_t service, std::uint32_t pid);
    void setPeer(Session& session, const PostfixEvent& event);
    void endSession(Session& session, const PostfixEvent* counts);
    std::uint32_t placeForSession();
    bool isPeer(const Session& session, const PostfixEvent& event) const;
    void meetPeer(Session& session, const PostfixEvent& event);
    void awaitDecision(Session& session, MessageRef message);
    void decideUndecided(Session& session, TlsDecision decision, TlsId tls, bool ofUsersToo = true);
    bool isHandshakeBefore(const Session& session) const;
    void onHandshakeFrom(std::uint32_t service, const LogRecord& record, const PostfixEvent& event, FileId file);
    TlsId handshake(const PostfixEvent& event);
    Outgoing& outgoingOf(std::uint32_t host, std::uint32_t pid);
    void onHandshakeTo(std::uint32_t service, std::uint32_t pid, const PostfixEvent& event, FileId file);
    void onStartTlsOffered(std::uint32_t host, std::uint32_t pid, const PostfixEvent& event);
    void onRestarted(std::uint32_t host);
    void onLinesLost(std::uint32_t host, const PostfixEvent& event);
    bool isLost(std::uint32_t host, std::uint32_t pid) const;
    void applyVerdicts();

    // Messages
    std::uint32_t findMessage(std::uint32_t host, std::string_view queueId) const;
    std::uint32_t findAnywhere(std::uint32_t host, std::string_view queueId);
    std::uint32_t findEarly(std::uint32_t host, std::string_view queueId);
    std::uint32_t newMessage(std::uint32_t host, std::string_view queueId);
    std::uint32_t messageFor(std::uint32_t host, std::string_view queueId); ///< finds or makes
    Message* resolve(MessageRef ref);
    void beginMessage(
        Session& session, Message& message, std::uint32_t slot, const PostfixEvent& event, Evidence place);
    void close(std::uint32_t slot);
    void settleAt(qint64 due, MessageRef ref);
    void settle(std::uint32_t slot);
    void free(std::uint32_t slot);
    void settleDue();
    void settleOldest();
    bool isSweepDue() const;
    void sweep();

    void onEvent(std::uint32_t service, const LogRecord& record, const PostfixEvent& event, Evidence place);
    void onProxyAccepted(std::uint32_t service, const LogRecord& record, const PostfixEvent& event);
    void onMessageId(std::uint32_t host, const PostfixEvent& event);
    void onQueued(std::uint32_t host, const PostfixEvent& event);
    void onRequeued(std::uint32_t host, const PostfixEvent& event);
    void takeOver(Message& message, std::uint32_t slot, std::uint32_t other);
    void onEncryptionRequired(const LogRecord& record, const PostfixEvent& event);
    void onDelivery(std::uint32_t service, const LogRecord& record, const PostfixEvent& event, Evidence place);
    void onSpamReport(std::uint32_t host, const SpamReport& report);
    void linkReinjected(std::uint32_t host, std::string_view queueId, SpamVerdict verdict);
    bool isOurLoop(const Message& message, const PostfixEvent& event, const IpAddress& relay);
    TlsDecision outgoingTls(std::uint32_t service, const LogRecord& record, const PostfixEvent& event,
        const IpAddress& address, std::uint32_t message, TlsId& tls);
    void noteDelivery(Message& message, const PostfixEvent& event, TlsId tls, bool offered);
    void streamDelivery(const FactKey& key, qint64 time, std::string_view queueId, std::string_view messageId) const;

    void noteFailure(const IpAddress& address);
    bool failedLately(const IpAddress& address) const;
    static bool isIn(const std::vector<Cidr>& networks, const IpAddress& address);
    static bool isNear(const IpAddress& address);
    DomainId domainId(std::string_view raw);
    bool readState(const QByteArray& saved);
    bool readServices(QDataStream& in);
    void writeSilence(QDataStream& out, const TlsSilence& silence) const;
    bool readSilence(QDataStream& in, TlsSilence& silence);
    bool readSessions(QDataStream& in);
    bool readMessages(QDataStream& in);
    bool readMessage(QDataStream& in, Message& message);
    bool readOutgoing(QDataStream& in);
    DomainId readDomain(QDataStream& in);
    bool classify(const Message& message, TlsId tls, FactKey& key, Excluded& excluded) const;
    std::vector<bool> heldInClear() const;
    bool classifyOpen(std::uint32_t slot, const std::vector<bool>& inClear, FactKey& key, Excluded& excluded) const;
    void count(const Message& message, TlsId tls, FactTable& facts);
    void stream(const Message& message, const FactKey& key) const;
    TlsId lateTls(const Message& message) const;

    JoinContext m_context;
    mutable DayClock m_days;
    qint64 m_now = 0; // the latest record of this stream
    qint64 m_time = 0; // this record's
    qint64 m_nextSweep = 0;
    std::uint64_t m_sinceSweep = 0; // records

    Dictionary m_hosts; // as the headers name them
    std::deque<Service> m_services;
    FlatIndex m_serviceIndex;
    std::array<RecentService, 64> m_recentServices;

    std::vector<Session> m_sessions;
    std::vector<std::uint32_t> m_freeSessions;
    FlatIndex m_sessionIndex;
    std::uint32_t m_sessionHand = 0; // where the next search for an old one begins, when there are too many
    std::uint32_t m_mostSessions = 0; // at a time, so far

    std::deque<Message> m_messages;
    std::vector<std::uint32_t> m_freeMessages;
    std::uint32_t m_messageHand = 0;
    FlatIndex m_messageIndex;
    FlatIndex m_byMessageId;
    struct Closing
    {
        qint64 due = 0;
        MessageRef ref;
    };
    std::vector<Closing> m_closing; // a heap, the earliest on top: another host's log may begin before this one's end

    std::vector<Outgoing> m_outgoing;
    FlatIndex m_outgoingIndex;
    std::uint32_t m_outgoingHand = 0;

    struct Failure
    {
        IpAddress address;
        qint64 at = 0;
    };
    std::vector<Failure> m_failures; // handshakes that failed lately
    FlatIndex m_failureIndex;
    FlatIndex m_handshakes; // trust, protocol and cipher → TlsId
    std::vector<Loss> m_losses; // one a host
    TlsSilence::Verdicts m_verdicts; // of one record; its memory is used again

    TlsId m_plaintext = 0;
    TlsId m_someTls = 0; // TLS, version not logged
    std::uint64_t m_messageIdSeed; // hashes of message-ids outlive the process
    std::uint32_t m_serial = 0;
    std::uint64_t m_settled = 0;

    // For the notes
    std::uint64_t m_inboundSilent = 0; // hang on smtpd_tls_loglevel
    std::uint64_t m_outboundSilent = 0; // on smtp_tls_loglevel
    std::uint64_t m_behindProxy = 0;
    std::uint64_t m_cutSessions = 0;
    std::uint64_t m_cutMessages = 0;
    std::uint64_t m_heldForGood = 0;
    std::uint64_t m_enforced = 0;
    std::uint64_t m_plaintextRefused = 0; // reject_plaintext_session
    std::map<std::string, std::uint64_t> m_refusedSenders; // by domain; bounded
    std::uint64_t m_tlsRequired = 0; // outbound mail that failed for want of TLS
    std::map<std::string, std::uint64_t> m_tlsRequiredBy; // recipients' domains; bounded
    std::uint64_t m_startTlsUnused = 0;
    std::map<std::string, std::uint64_t> m_startTlsUnusedBy;
    std::uint64_t m_linesLost = 0;
    bool m_hasLosses = false;
    std::uint64_t m_begun = 0; // messages
    std::uint64_t m_queued = 0;
    std::uint64_t m_endedUnqueued = 0; // sessions that had begun a message and ended
    std::uint64_t m_dropped = 0;
    std::uint64_t m_outboundMessages = 0;
    std::string m_onlyRelay; // while every delivery used one
    bool m_manyRelays = false;
};

/** Of a full row of places the one that was silent longest among the next few behind the hand, which moves on. */
template <typename Places>
std::uint32_t PostfixJoiner::oldestOf(const Places& places, std::uint32_t& hand)
{
    constexpr std::uint32_t few = 16;
    const auto count = static_cast<std::uint32_t>(places.size());
    std::uint32_t oldest = hand % count;
    for (std::uint32_t i = 0; i < few; ++i) {
        hand = (hand + 1) % count;
        if (places[hand].seen < places[oldest].seen)
            oldest = hand;
    }
    return oldest;
}

} // namespace waxseal
