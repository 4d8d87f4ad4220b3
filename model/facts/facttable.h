// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/ipaddress.h"
#include "model/core/words.h"
#include "model/facts/dictionary.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace waxseal {

using DomainId = std::uint32_t;
using HostId = std::uint32_t;
using FileId = std::uint16_t;
using TlsId = std::uint16_t;
using Day = std::uint16_t; ///< days since 1970-01-01 in the import's time zone

/** What is known of the TLS of a message. */
struct TlsFact
{
    TlsState state = TlsState::Unknown;
    TlsVersion version = TlsVersion::Unknown;
    Trust trust = Trust::Unknown;
    std::string cipher; ///< as the log spells it; empty when unknown or in clear
    bool operator==(const TlsFact&) const = default;
    auto operator<=>(const TlsFact&) const = default;
};

/** The other side: one address; the name is the last one the log gave it ("unknown" is no name). */
struct Host
{
    IpAddress address;
    std::string name;
};

/** Where a figure comes from: a byte in the (decompressed) stream of a file. */
struct Evidence
{
    std::uint64_t packed = none;
    static constexpr std::uint64_t none = ~std::uint64_t{0};

    static Evidence at(FileId file, std::uint64_t offset)
    {
        return {(std::uint64_t{file} << 48) | (offset & 0xFFFF'FFFF'FFFFU)};
    }
    bool isNull() const { return packed == none; }
    FileId file() const { return static_cast<FileId>(packed >> 48); }
    std::uint64_t offset() const { return packed & 0xFFFF'FFFF'FFFFU; }
    bool operator==(const Evidence&) const = default;
};

/** What a row is a sum over. */
struct FactKey
{
    Day day = 0;
    Direction direction = Direction::Inbound;
    SpamVerdict spam = SpamVerdict::Unlabelled;
    bool fellBack = false; ///< in clear, after this host's handshake with us had failed
    TlsId tls = 0;
    DomainId domain = 0;
    DomainId nextHop = 0; ///< outbound: the next hop where it is not the recipient's domain, else 0 (the empty string)
    HostId host = 0;
    bool operator==(const FactKey&) const = default;
};

/** A whole row. */
struct FactRow
{
    FactKey key;
    std::uint32_t messages = 0;
    std::uint32_t recipients = 0;
    std::array<Evidence, 2> evidence{};
    bool operator==(const FactRow&) const = default;
};

/**
 * The heart: dictionary-coded columns, one row a distinct key. Additive: two tables of one mail system can be summed.
 * Holds no local part, no recipient and no subject. 41 bytes a row, and 5 to 11 for its place in the index.
 */
class FactTable
{
public:
    FactTable();

    Dictionary domains; ///< id 0 is the empty string
    Dictionary files; ///< paths, for evidence; at most 65 535

    std::size_t size() const { return m_messages.size(); }
    bool isEmpty() const { return size() == 0; }

    /** Adds to the row of this key, or makes it. Keeps the first two places as evidence. */
    void add(const FactKey& key, std::uint32_t messages, std::uint32_t recipients, Evidence evidence = {});
    /** Adds every row of another table, translating its dictionaries. Commutative but for the order of rows. */
    void add(const FactTable& other);
    /** A table with the same dictionaries, so that ids mean the same in both, and no rows. */
    FactTable withoutRows() const;

    TlsId tlsId(const TlsFact& fact);
    const TlsFact& tls(TlsId id) const { return m_tls[id]; }
    std::size_t tlsCount() const { return m_tls.size(); }

    HostId hostId(const IpAddress& address, std::string_view name);
    const Host& host(HostId id) const { return m_hosts[id]; }
    std::size_t hostCount() const { return m_hosts.size(); }

    FactRow row(std::size_t index) const;
    Day day(std::size_t index) const { return m_day[index]; }
    Direction direction(std::size_t index) const { return static_cast<Direction>(m_flags[index] & 0x03U); }
    SpamVerdict spam(std::size_t index) const { return static_cast<SpamVerdict>((m_flags[index] >> 2) & 0x03U); }
    bool fellBack(std::size_t index) const { return (m_flags[index] & 0x10U) != 0; }
    TlsId tlsIdAt(std::size_t index) const { return m_tlsColumn[index]; }
    DomainId domain(std::size_t index) const { return m_domain[index]; }
    DomainId nextHop(std::size_t index) const { return m_nextHop[index]; }
    HostId hostIdAt(std::size_t index) const { return m_host[index]; }
    std::uint32_t messages(std::size_t index) const { return m_messages[index]; }
    std::uint32_t recipients(std::size_t index) const { return m_recipients[index]; }
    Evidence evidence(std::size_t index, int place) const;

    /** Bytes held by columns, index and dictionaries. */
    std::size_t memory() const;

private:
    std::size_t find(const FactKey& key) const;

    std::vector<TlsFact> m_tls;
    HashIndex m_tlsIndex;
    std::vector<Host> m_hosts;
    HashIndex m_hostIndex;
    HashIndex m_index;

    std::vector<Day> m_day;
    std::vector<std::uint8_t> m_flags;
    std::vector<TlsId> m_tlsColumn;
    std::vector<DomainId> m_domain;
    std::vector<DomainId> m_nextHop;
    std::vector<HostId> m_host;
    std::vector<std::uint32_t> m_messages;
    std::vector<std::uint32_t> m_recipients;
    std::vector<Evidence> m_evidence; // two a row
};

} // namespace waxseal
