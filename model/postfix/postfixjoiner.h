// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/flatindex.h"
#include "model/importer/formats.h"
#include "model/postfix/postfixparser.h"
#include "model/spam/spamscanner.h"

#include <deque>
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
    void addNotes(std::vector<ImportNote>& notes) const override;
    std::uint64_t messageCount() const override { return m_settled; }
    QByteArray save() const override;
    bool restore(const QByteArray& saved) override;

private:
    /** A program as one host runs it: its log level decides what silence means. */
    struct Service
    {
        std::string key; ///< host and tag
        PostfixProgram program = PostfixProgram::None;
        const SpamScanner* scanner = nullptr;
        std::uint32_t host = 0;
        bool wrapper = false; ///< TLS from the first byte (smtps): no STARTTLS to count
        bool logsTls = false; ///< has logged a handshake, so silence means plaintext
        std::unique_ptr<FactTable>
            undecided; ///< rows (of the import's dictionaries) that hang on logsTls: plaintext, or unknown
    };

    enum class TlsDecision : std::uint8_t
    {
        Known,
        AtDisconnect, ///< the session's command counts will tell
        ByService, ///< plaintext if the service logs handshakes, else unknown
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
        Evidence place;
        std::uint64_t messageIdHash = 0;
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
    void awaitDecision(Session& session, MessageRef message);
    void decideUndecided(Session& session, TlsDecision decision, TlsId tls, bool ofUsersToo = true);
    TlsId handshake(const PostfixEvent& event);
    void onHandshakeTo(std::uint32_t host, std::uint32_t pid, const PostfixEvent& event);

    // Messages
    std::uint32_t findMessage(std::uint32_t host, std::string_view queueId) const;
    std::uint32_t findAnywhere(std::uint32_t host, std::string_view queueId);
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
    void onDelivery(std::uint32_t service, const LogRecord& record, const PostfixEvent& event, Evidence place);
    void onSpamReport(std::uint32_t host, const SpamReport& report);
    void linkReinjected(std::uint32_t host, std::string_view queueId, SpamVerdict verdict);
    TlsDecision outgoingTls(std::uint32_t service, const LogRecord& record, const PostfixEvent& event,
        const IpAddress& address, std::uint32_t message, TlsId& tls);

    void noteFailure(const IpAddress& address);
    bool failedLately(const IpAddress& address) const;
    bool isInternal(const IpAddress& address) const;
    DomainId domainId(std::string_view raw);
    bool readState(const QByteArray& saved);
    bool readServices(QDataStream& in);
    bool readSessions(QDataStream& in);
    bool readMessages(QDataStream& in);
    bool readMessage(QDataStream& in, Message& message);
    bool readOutgoing(QDataStream& in);
    DomainId readDomain(QDataStream& in);
    static void addRows(const FactTable& rows, FactTable& facts);
    void writeRows(QDataStream& out, const FactTable& rows) const;
    bool readRows(QDataStream& in, FactTable& rows);
    bool classify(const Message& message, TlsId tls, FactKey& key, Excluded& excluded) const;
    bool classifyOpen(const Message& message, FactKey& key, Excluded& excluded) const;
    void count(const Message& message, TlsId tls, FactTable& facts);
    void stream(const Message& message, const FactKey& key) const;
    TlsDecision lateDecision(const Message& message, TlsId& tls) const;

    JoinContext m_context;
    mutable DayClock m_days;
    qint64 m_now = 0;
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

    TlsId m_plaintext = 0;
    TlsId m_someTls = 0; // TLS, version not logged
    std::uint64_t m_messageIdSeed; // hashes of message-ids outlive the process
    std::uint32_t m_serial = 0;
    std::uint64_t m_settled = 0;

    // For the notes
    std::uint64_t m_tlsWithoutVersion = 0;
    std::uint64_t m_inboundSilent = 0; // hang on smtpd_tls_loglevel
    std::uint64_t m_cutSessions = 0;
    std::uint64_t m_cutMessages = 0;
    std::uint64_t m_enforced = 0;
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
