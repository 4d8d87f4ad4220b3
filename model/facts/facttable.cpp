// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facts/facttable.h"

namespace waxseal {

namespace {

std::uint8_t flagsOf(const FactKey& key)
{
    return static_cast<std::uint8_t>(
        static_cast<unsigned>(key.direction) | (static_cast<unsigned>(key.spam) << 2) | (key.fellBack ? 0x10U : 0U));
}

std::uint64_t hashOf(Day day, std::uint8_t flags, TlsId tls, DomainId domain, DomainId nextHop, HostId host)
{
    const std::uint64_t first = (std::uint64_t{domain} << 32) | host;
    const std::uint64_t second
        = (std::uint64_t{nextHop} << 40) ^ (std::uint64_t{day} << 24) ^ (std::uint64_t{tls} << 8) ^ flags;
    return hashWord(first ^ hashWord(second + 0x9e3779b97f4a7c15U));
}

std::uint64_t hashOf(const IpAddress& address)
{
    return hashBytes({reinterpret_cast<const char*>(address.bytes.data()), address.bytes.size()});
}

std::uint64_t hashOf(const TlsFact& fact)
{
    return hashBytes(fact.cipher)
        ^ hashWord((static_cast<std::uint64_t>(fact.state) << 16) | (static_cast<std::uint64_t>(fact.version) << 8)
            | static_cast<std::uint64_t>(fact.trust));
}

/** Grows by an eighth rather than twice: a column is the bulk of the memory. */
template <typename T>
void append(std::vector<T>& column, T value)
{
    if (column.size() == column.capacity())
        column.reserve(column.capacity() + column.capacity() / 8 + 64);
    column.push_back(value);
}

} // namespace

FactTable::FactTable()
{
    tlsId(TlsFact{}); // id 0: unknown
    hostId(IpAddress{}, {}); // id 0: no host
}

TlsId FactTable::tlsId(const TlsFact& fact)
{
    const std::uint64_t hash = hashOf(fact);
    const std::uint32_t found = m_tlsIndex.find(hash, [&](std::uint32_t id) { return m_tls[id] == fact; });
    if (found != HashIndex::empty)
        return static_cast<TlsId>(found);
    // Ciphers come from strangers' logs: past the bound they are all one. Without them there are only a few facts.
    constexpr std::size_t most = 4096;
    if (m_tls.size() >= most && !fact.cipher.empty())
        return tlsId({fact.state, fact.version, fact.trust, {}});
    const auto id = static_cast<std::uint32_t>(m_tls.size());
    m_tls.push_back(fact);
    m_tlsIndex.insert(hash, id, [&](std::uint32_t each) { return hashOf(m_tls[each]); });
    return static_cast<TlsId>(id);
}

HostId FactTable::hostId(const IpAddress& address, std::string_view name)
{
    const std::uint64_t hash = hashOf(address);
    std::uint32_t id = m_hostIndex.find(hash, [&](std::uint32_t row) { return m_hosts[row].address == address; });
    if (id == HashIndex::empty) {
        id = static_cast<std::uint32_t>(m_hosts.size());
        m_hosts.push_back({address, {}});
        m_hostIndex.insert(hash, id, [&](std::uint32_t row) { return hashOf(m_hosts[row].address); });
    }
    if (!name.empty() && name != "unknown" && m_hosts[id].name != name)
        m_hosts[id].name = name.substr(0, 255);
    return id;
}

std::size_t FactTable::find(const FactKey& key) const
{
    const std::uint8_t flags = flagsOf(key);
    return m_index.find(hashOf(key.day, flags, key.tls, key.domain, key.nextHop, key.host), [&](std::uint32_t row) {
        return m_domain[row] == key.domain && m_host[row] == key.host && m_day[row] == key.day && m_flags[row] == flags
            && m_tlsColumn[row] == key.tls && m_nextHop[row] == key.nextHop;
    });
}

void FactTable::add(const FactKey& key, std::uint32_t messages, std::uint32_t recipients, Evidence evidence)
{
    const std::size_t found = find(key);
    if (found != HashIndex::empty) {
        m_messages[found] += messages;
        m_recipients[found] += recipients;
        if (!evidence.isNull()) {
            if (m_evidence[found * 2].isNull())
                m_evidence[found * 2] = evidence;
            else if (m_evidence[found * 2 + 1].isNull())
                m_evidence[found * 2 + 1] = evidence;
        }
        return;
    }
    const auto row = static_cast<std::uint32_t>(size());
    const std::uint8_t flags = flagsOf(key);
    append(m_day, key.day);
    append(m_flags, flags);
    append(m_tlsColumn, key.tls);
    append(m_domain, key.domain);
    append(m_nextHop, key.nextHop);
    append(m_host, key.host);
    append(m_messages, messages);
    append(m_recipients, recipients);
    append(m_evidence, evidence);
    append(m_evidence, Evidence{});
    m_index.insert(hashOf(key.day, flags, key.tls, key.domain, key.nextHop, key.host), row, [&](std::uint32_t r) {
        return hashOf(m_day[r], m_flags[r], m_tlsColumn[r], m_domain[r], m_nextHop[r], m_host[r]);
    });
}

void FactTable::add(const FactTable& other)
{
    std::vector<DomainId> domainMap(other.domains.size());
    for (std::uint32_t i = 0; i < other.domains.size(); ++i)
        domainMap[i] = domains.id(other.domains.text(i));
    std::vector<FileId> fileMap(other.files.size());
    for (std::uint32_t i = 0; i < other.files.size(); ++i)
        fileMap[i] = static_cast<FileId>(files.id(other.files.text(i)));
    std::vector<TlsId> tlsMap(other.tlsCount());
    for (std::size_t i = 0; i < other.tlsCount(); ++i)
        tlsMap[i] = tlsId(other.tls(static_cast<TlsId>(i)));
    std::vector<HostId> hostMap(other.hostCount());
    for (std::uint32_t i = 0; i < other.hostCount(); ++i)
        hostMap[i] = hostId(other.host(i).address, other.host(i).name);

    for (std::size_t i = 0; i < other.size(); ++i) {
        FactRow r = other.row(i);
        r.key.domain = domainMap[r.key.domain];
        r.key.nextHop = domainMap[r.key.nextHop];
        r.key.tls = tlsMap[r.key.tls];
        r.key.host = hostMap[r.key.host];
        for (Evidence& place : r.evidence) {
            if (!place.isNull())
                place = Evidence::at(fileMap[place.file()], place.offset());
        }
        add(r.key, r.messages, r.recipients, r.evidence[0]);
        if (!r.evidence[1].isNull())
            add(r.key, 0, 0, r.evidence[1]);
    }
}

FactTable FactTable::withoutRows() const
{
    FactTable out;
    out.domains = domains;
    out.files = files;
    out.m_tls = m_tls;
    out.m_tlsIndex = m_tlsIndex;
    out.m_hosts = m_hosts;
    out.m_hostIndex = m_hostIndex;
    return out;
}

FactRow FactTable::row(std::size_t index) const
{
    FactRow row;
    row.key = {m_day[index], direction(index), spam(index), fellBack(index), m_tlsColumn[index], m_domain[index],
        m_nextHop[index], m_host[index]};
    row.messages = m_messages[index];
    row.recipients = m_recipients[index];
    row.evidence = {m_evidence[index * 2], m_evidence[index * 2 + 1]};
    return row;
}

Evidence FactTable::evidence(std::size_t index, int place) const
{
    return m_evidence[index * 2 + static_cast<std::size_t>(place)];
}

std::size_t FactTable::memory() const
{
    const auto bytes = [](const auto& column) { return column.capacity() * sizeof(column[0]); };
    return bytes(m_day) + bytes(m_flags) + bytes(m_tlsColumn) + bytes(m_domain) + bytes(m_nextHop) + bytes(m_host)
        + bytes(m_messages) + bytes(m_recipients) + bytes(m_evidence) + bytes(m_tls) + bytes(m_hosts) + m_index.memory()
        + m_hostIndex.memory() + m_tlsIndex.memory() + domains.memory() + files.memory();
}

} // namespace waxseal
