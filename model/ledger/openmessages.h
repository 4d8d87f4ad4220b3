// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/flatindex.h"
#include "model/core/ipaddress.h"
#include "model/facts/facttable.h"
#include "model/ledger/ledgerwords.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** When the TLS of a message is known. */
enum class TlsDecision : std::uint8_t
{
    Known,
    AtDisconnect, ///< the end of its session will tell
    ByService, ///< held by its service's TlsSilence: plaintext if the service logs handshakes, else unknown
};

/** A message whose story is not over. */
struct OpenMessage
{
    static constexpr std::size_t longestId = 48;

    std::uint64_t key = 0; ///< hash of host and queue id; 0: it has no queue id yet
    std::uint32_t logHost = 0; ///< the key's host
    std::uint32_t serial = 0; ///< changes when the place is used again
    bool used = false;
    bool hasClient = false;
    bool queued = false; ///< the server took it over
    bool authenticated = false;
    bool reinjected = false;
    bool pickedUp = false; ///< submitted on the server itself
    bool internal = false;
    bool loopback = false;
    bool closing = false; ///< nothing more is expected but lines that come late
    bool begunBefore = false; ///< its beginning is not in the log
    bool wholeSession = false; ///< the beginning of its session is in the log
    bool afterFailure = false; ///< this host's handshake with us failed shortly before
    bool forwarder = false; ///< from a backup MX of our own, or a known forwarder
    bool held = false; ///< was put on hold
    bool byLogLevel = false; ///< its TLS or its version is not known because the log level is too low
    bool tlsRequired = false; ///< a delivery failed because our own settings require TLS
    TlsDecision decision = TlsDecision::Known;
    SpamVerdict spam = SpamVerdict::Unlabelled;
    std::uint8_t queueIdLength = 0;
    char queueId[longestId]{};
    TlsId tls = 0;
    ServiceId service = 0;
    HostId host = 0;
    DomainId sender = 0;
    DomainId submitter = 0;
    std::uint32_t recipients = 0;
    qint64 began = 0;
    qint64 seen = 0;
    qint64 due = 0; ///< when closing: not settled before
    qint64 accepted = 0; ///< when the server took it over
    std::uint64_t size = 0; ///< bytes; 0: not known
    IpAddress client;
    Evidence place;
    std::uint64_t messageIdHash = 0;
    bool ownsMessageId = false; ///< found by it: the first that bore it
    std::string messageId; ///< kept only when messages are streamed
    std::vector<DomainId> delivered; ///< outbound domains that this message has been counted for

    std::string_view id() const { return {queueId, queueIdLength}; }
    void setId(std::string_view id);
};

/** A message by its place, as long as it is there. */
struct MessageRef
{
    std::uint32_t slot = 0;
    std::uint32_t serial = 0; ///< 0: none
};

/** Of a full row of places the one that was silent longest among the next few behind the hand, which moves on. */
template <typename Places>
std::uint32_t oldestOf(const Places& places, std::uint32_t& hand)
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

/** The messages of a ledger: places that are used again, found by host and queue id or by message-id. */
class OpenMessages
{
public:
    static constexpr std::uint32_t none = FlatIndex::none;
    static constexpr std::size_t most = 250'000; ///< at a time

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_places.size()); } ///< places, used or not
    OpenMessage& operator[](std::uint32_t slot) { return m_places[slot]; }
    const OpenMessage& operator[](std::uint32_t slot) const { return m_places[slot]; }

    std::uint32_t find(std::uint32_t host, std::string_view queueId) const;
    std::uint32_t findByMessageId(std::uint64_t hash) const { return m_byMessageId.find(hash); }
    OpenMessage* resolve(MessageRef ref); ///< null when it is over
    MessageRef refer(std::uint32_t slot) const { return {slot, m_places[slot].serial}; }

    bool isFull() const { return m_free.empty() && m_places.size() >= most; }
    std::uint32_t oldest() { return oldestOf(m_places, m_hand); }
    /** A new message; not when full. `queueId` may be empty, and must not be another's. */
    std::uint32_t add(std::uint32_t host, std::string_view queueId);
    /** Gives a message another queue id, or its first. */
    void rename(std::uint32_t slot, std::uint32_t host, std::string_view queueId);
    /** The same under another host's name. */
    void moveTo(std::uint32_t slot, std::uint32_t host);
    void setMessageId(std::uint32_t slot, std::uint64_t hash);
    void remove(std::uint32_t slot);

    /** Has a message come back from takeDue() behind that time. */
    void closeAt(qint64 due, MessageRef ref);
    /** The next message that is due before `now`, if it is still there; serial 0 when none is. */
    MessageRef takeDue(qint64 now);

    // For the saved state
    struct Closing
    {
        qint64 due = 0;
        MessageRef ref;
    };
    const std::vector<Closing>& closing() const { return m_closing; }
    std::uint32_t usedCount() const;
    std::uint32_t serial() const { return m_serial; }
    /** Makes `places` empty places, to be filled and then indexed. */
    void beginRestore(std::uint32_t places, std::uint32_t serial);
    void endRestore();
    void clear();

private:
    static std::uint64_t keyOf(std::uint32_t host, std::string_view queueId);

    std::deque<OpenMessage> m_places;
    std::vector<std::uint32_t> m_free;
    std::uint32_t m_hand = 0; // where the next search for an old one begins, when there are too many
    FlatIndex m_index;
    FlatIndex m_byMessageId;
    std::vector<Closing> m_closing; // a heap, the earliest on top: another host's log may begin before this one's end
    std::uint32_t m_serial = 0;
};

} // namespace waxseal
