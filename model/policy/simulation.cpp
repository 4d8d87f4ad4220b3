// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/simulation.h"

#include "model/core/domainname.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace waxseal {

namespace {

constexpr std::uint32_t noRow = ~std::uint32_t{0};

/** The domain that a policy row of this direction is matched against: the next hop on the way out. */
DomainId keyOf(const FactTable& facts, std::size_t row)
{
    if (facts.direction(row) == Direction::Outbound && facts.nextHop(row) != 0)
        return facts.nextHop(row);
    return facts.domain(row);
}

/** Labels from the top, joined by NUL: NUL sorts before every other byte, so a domain and all below it are neighbours.
 */
std::string reversedName(std::string_view domain)
{
    std::string out;
    out.reserve(domain.size());
    std::size_t end = domain.size();
    while (true) {
        const std::size_t dot = end == 0 ? std::string_view::npos : domain.rfind('.', end - 1);
        const std::size_t begin = dot == std::string_view::npos ? 0 : dot + 1;
        out.append(domain.substr(begin, end - begin));
        if (dot == std::string_view::npos)
            return out;
        out += '\0';
        end = dot;
    }
}

/** What the whole window says of every host of one direction. */
class HostHistory
{
public:
    HostHistory(const FactTable& facts, Direction direction)
        : m_messages(facts.hostCount())
        , m_overTls(facts.hostCount())
        , m_near(facts.hostCount())
    {
        for (std::size_t i = 0; i < facts.size(); ++i) {
            if (facts.direction(i) != direction)
                continue;
            m_messages[facts.hostIdAt(i)] += facts.messages(i);
            if (facts.tls(facts.tlsIdAt(i)).state == TlsState::Tls)
                m_overTls[facts.hostIdAt(i)] = 1;
        }
        std::unordered_set<std::string> networks;
        std::unordered_set<std::string> organisations;
        std::vector<std::string> organisationOf(facts.hostCount());
        for (HostId id = 1; id < facts.hostCount(); ++id) {
            if (m_messages[id] == 0)
                continue;
            const Host& host = facts.host(id);
            if (!host.name.empty())
                organisationOf[id] = organisationalDomain(host.name);
            if (m_overTls[id] == 0)
                continue;
            networks.insert(host.address.network().text());
            if (!organisationOf[id].empty())
                organisations.insert(organisationOf[id]);
        }
        for (HostId id = 1; id < facts.hostCount(); ++id) {
            m_near[id] = m_messages[id] > 0 && m_overTls[id] == 0
                && (networks.contains(facts.host(id).address.network().text())
                    || organisations.contains(organisationOf[id]));
        }
    }

    EvidenceClass evidence(HostId host, bool fellBack) const
    {
        if (fellBack)
            return EvidenceClass::Failed;
        if (m_overTls[host] != 0)
            return EvidenceClass::Mixed;
        if (m_messages[host] < 3)
            return EvidenceClass::Unknown;
        // A neighbour that can speak TLS: a retry may come through it.
        return m_near[host] != 0 ? EvidenceClass::Mixed : EvidenceClass::Never;
    }

private:
    std::vector<std::uint64_t> m_messages;
    std::vector<std::uint8_t> m_overTls;
    std::vector<std::uint8_t> m_near;
};

void count(DomainTraffic& traffic, const FactTable& facts, std::size_t i)
{
    const TlsFact& tls = facts.tls(facts.tlsIdAt(i));
    const std::uint64_t n = facts.messages(i);
    traffic.messages += n;
    traffic.recipients += facts.recipients(i);
    traffic.bySpam[static_cast<std::size_t>(facts.spam(i))] += n;
    switch (tls.state) {
    case TlsState::Unknown:
        traffic.unknown += n;
        break;
    case TlsState::Plaintext:
        traffic.plaintext += n;
        if (facts.spam(i) == SpamVerdict::Spam)
            traffic.plaintextSpam += n;
        break;
    case TlsState::Tls:
        traffic.byVersion[static_cast<std::size_t>(tls.version)] += n;
        break;
    }
}

} // namespace

std::string_view name(EvidenceClass evidence)
{
    switch (evidence) {
    case EvidenceClass::Never:
        return "never";
    case EvidenceClass::Mixed:
        return "mixed";
    case EvidenceClass::Failed:
        return "failed";
    case EvidenceClass::Unknown:
        return "unknown";
    }
    return {};
}

std::uint64_t Outcome::of(Fate fate) const
{
    const auto& bySpam = counts[static_cast<std::size_t>(fate)];
    return std::accumulate(bySpam.begin(), bySpam.end(), std::uint64_t{0});
}

std::uint64_t Outcome::total() const
{
    return accepted() + lost() + unknown();
}

double Outcome::lostShare() const
{
    const std::uint64_t all = total();
    return all == 0 ? 0.0 : static_cast<double>(lost()) / static_cast<double>(all);
}

Outcome& Outcome::operator+=(const Outcome& other)
{
    for (std::size_t fate = 0; fate < counts.size(); ++fate) {
        for (std::size_t spam = 0; spam < counts[fate].size(); ++spam)
            counts[fate][spam] += other.counts[fate][spam];
    }
    for (std::size_t i = 0; i < lostByEvidence.size(); ++i)
        lostByEvidence[i] += other.lostByEvidence[i];
    return *this;
}

Outcome& Outcome::operator-=(const Outcome& other)
{
    for (std::size_t fate = 0; fate < counts.size(); ++fate) {
        for (std::size_t spam = 0; spam < counts[fate].size(); ++spam)
            counts[fate][spam] -= other.counts[fate][spam];
    }
    for (std::size_t i = 0; i < lostByEvidence.size(); ++i)
        lostByEvidence[i] -= other.lostByEvidence[i];
    return *this;
}

Fate judge(const TlsFact& fact, const Requirement& requirement, Direction direction)
{
    if (requirement.level == Level::None || requirement.level == Level::May)
        return Fate::Accepted;
    if (direction == Direction::Outbound && requirement.level == Level::Dane)
        return Fate::Unknown; // depends on TLSA records, which no log shows; without them dane is may
    if (fact.state == TlsState::Unknown)
        return Fate::Unknown;
    if (fact.state == TlsState::Plaintext)
        return Fate::Lost;

    Fate fate = Fate::Accepted;
    if (requirement.minimum != TlsVersion::Unknown) {
        if (fact.version == TlsVersion::Unknown)
            fate = Fate::Unknown;
        else if (fact.version < requirement.minimum)
            return Fate::Lost;
    }
    switch (requirement.level) {
    case Level::TrustedCertificate:
        if (fact.trust == Trust::Unknown)
            fate = Fate::Unknown;
        else if (fact.trust != Trust::Trusted && fact.trust != Trust::Verified)
            return Fate::Lost;
        break;
    case Level::DaneOnly:
        fate = Fate::Unknown;
        break;
    case Level::Verify:
    case Level::Secure:
        // At level may Postfix never compares names, and without a CA file even good chains are "Untrusted": only
        // Verified tells.
        if (fact.trust != Trust::Verified)
            fate = Fate::Unknown;
        break;
    case Level::None:
    case Level::May:
    case Level::Encrypt:
    case Level::Dane:
        break;
    }
    return fate;
}

TrafficSummary summarise(const FactTable& facts, Direction direction)
{
    TrafficSummary summary;
    std::unordered_set<DomainId> domains;
    std::unordered_set<HostId> hosts;
    std::vector<std::uint64_t> byTls(facts.tlsCount());
    Day first = 0xffff;
    Day last = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) != direction)
            continue;
        first = std::min(first, facts.day(i));
        last = std::max(last, facts.day(i));
    }
    if (first > last)
        return summary;
    summary.firstDay = first;
    summary.lastDay = last;
    summary.days.resize(std::size_t{last} - first + 1U);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) != direction)
            continue;
        count(summary.total, facts, i);
        domains.insert(keyOf(facts, i));
        hosts.insert(facts.hostIdAt(i));
        byTls[facts.tlsIdAt(i)] += facts.messages(i);
        const TlsFact& tls = facts.tls(facts.tlsIdAt(i));
        TrafficSummary::DayTraffic& day = summary.days[std::size_t{facts.day(i)} - first];
        auto& spamRow = summary.spamByTls[static_cast<std::size_t>(facts.spam(i))];
        switch (tls.state) {
        case TlsState::Unknown:
            day.unknown += facts.messages(i);
            spamRow[2] += facts.messages(i);
            break;
        case TlsState::Plaintext:
            day.plaintext += facts.messages(i);
            spamRow[1] += facts.messages(i);
            break;
        case TlsState::Tls:
            day.tls += facts.messages(i);
            spamRow[0] += facts.messages(i);
            summary.byTrust[static_cast<std::size_t>(tls.trust)] += facts.messages(i);
            break;
        }
    }
    summary.domainCount = static_cast<std::uint32_t>(domains.size());
    summary.total.hosts = static_cast<std::uint32_t>(hosts.size());
    summary.total.activeDays = static_cast<std::uint32_t>(summary.days.size());

    std::unordered_map<std::string, std::uint64_t> byCipher;
    for (std::size_t id = 0; id < byTls.size(); ++id) {
        const TlsFact& tls = facts.tls(static_cast<TlsId>(id));
        if (byTls[id] > 0 && !tls.cipher.empty())
            byCipher[tls.cipher] += byTls[id];
    }
    for (const auto& [cipher, messages] : byCipher)
        summary.ciphers.push_back({cipher, messages});
    std::sort(summary.ciphers.begin(), summary.ciphers.end(), [](const auto& a, const auto& b) {
        return a.messages != b.messages ? a.messages > b.messages : a.name < b.name;
    });
    return summary;
}

Simulation::Simulation(
    std::shared_ptr<const FactTable> facts, Direction direction, std::shared_ptr<const LiveEvidence> live)
    : m_facts(std::move(facts))
    , m_live(std::move(live))
    , m_direction(direction)
{
    buildDomains();
    buildCells();
    m_effective.resize(m_domains.size());
    m_ownRow.resize(m_domains.size());
    m_outcomes.resize(m_domains.size());
    for (std::size_t row = 0; row < m_domains.size(); ++row) {
        // Nothing is required yet: all is accepted.
        visitCells(row, {}, [&](const Cell& cell, Fate fate) {
            const auto spam = static_cast<std::size_t>(cell.spam);
            m_outcomes[row].counts[static_cast<std::size_t>(fate)][spam] += cell.messages;
            m_days[std::size_t{cell.day} - m_firstDay].counts[static_cast<std::size_t>(fate)][spam] += cell.messages;
        });
        m_total += m_outcomes[row];
    }
}

void Simulation::buildDomains()
{
    const FactTable& facts = *m_facts;
    std::vector<DomainTraffic> byDomain(facts.domains.size());
    // Rows of one domain and host (or day) are counted once through a marker of the last one seen; the rest by sorting
    // pairs.
    std::vector<std::uint64_t> domainHosts;
    std::vector<std::uint64_t> domainDays;
    Day first = 0xffff;
    Day last = 0;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) != m_direction)
            continue;
        const DomainId domain = keyOf(facts, i);
        count(byDomain[domain], facts, i);
        domainHosts.push_back((std::uint64_t{domain} << 32) | facts.hostIdAt(i));
        domainDays.push_back((std::uint64_t{domain} << 32) | facts.day(i));
        first = std::min(first, facts.day(i));
        last = std::max(last, facts.day(i));
    }
    for (auto* pairs : {&domainHosts, &domainDays}) {
        std::sort(pairs->begin(), pairs->end());
        pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
    }
    for (const std::uint64_t pair : domainHosts)
        ++byDomain[pair >> 32].hosts;
    for (const std::uint64_t pair : domainDays)
        ++byDomain[pair >> 32].activeDays;
    if (first <= last) {
        m_firstDay = first;
        m_days.resize(std::size_t{last} - first + 1U);
    }

    for (DomainId id = 0; id < byDomain.size(); ++id) {
        if (byDomain[id].messages == 0)
            continue;
        byDomain[id].id = id;
        byDomain[id].key = facts.domains.text(id);
        m_domains.push_back(byDomain[id]);
    }
    std::sort(m_domains.begin(), m_domains.end(), [](const DomainTraffic& a, const DomainTraffic& b) {
        return a.messages != b.messages ? a.messages > b.messages : a.key < b.key;
    });
    m_rowOfDomain.assign(facts.domains.size(), noRow);
    m_reversedNames.reserve(m_domains.size());
    for (std::size_t row = 0; row < m_domains.size(); ++row) {
        m_rowOfDomain[m_domains[row].id] = static_cast<std::uint32_t>(row);
        m_reversedNames.push_back(reversedName(m_domains[row].key));
    }
    m_byReversedName.resize(m_domains.size());
    std::iota(m_byReversedName.begin(), m_byReversedName.end(), 0U);
    std::sort(m_byReversedName.begin(), m_byReversedName.end(),
        [&](std::uint32_t a, std::uint32_t b) { return m_reversedNames[a] < m_reversedNames[b]; });
}

void Simulation::buildCells()
{
    const FactTable& facts = *m_facts;
    const HostHistory history(facts, m_direction);
    m_hostEvidence.reserve(facts.hostCount());
    for (HostId id = 0; id < facts.hostCount(); ++id)
        m_hostEvidence.push_back(history.evidence(id, false));
    std::vector<std::size_t> begin(m_domains.size() + 1);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) == m_direction)
            ++begin[m_rowOfDomain[keyOf(facts, i)] + 1U];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<Cell> cells(begin.back());
    std::vector<std::size_t> fill(begin.begin(), begin.end() - 1);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts.direction(i) != m_direction)
            continue;
        cells[fill[m_rowOfDomain[keyOf(facts, i)]]++] = Cell{facts.day(i), facts.tlsIdAt(i), facts.spam(i),
            history.evidence(facts.hostIdAt(i), facts.fellBack(i)), facts.messages(i)};
    }

    const auto keyLess = [](const Cell& a, const Cell& b) {
        return std::tie(a.day, a.tls, a.spam, a.evidence) < std::tie(b.day, b.tls, b.spam, b.evidence);
    };
    m_cellBegin.reserve(begin.size());
    for (std::size_t row = 0; row + 1 < begin.size(); ++row) {
        m_cellBegin.push_back(m_cells.size());
        const auto from = cells.begin() + static_cast<std::ptrdiff_t>(begin[row]);
        const auto to = cells.begin() + static_cast<std::ptrdiff_t>(begin[row + 1]);
        std::sort(from, to, keyLess);
        for (auto cell = from; cell != to; ++cell) {
            const bool same = m_cells.size() > m_cellBegin.back() && !keyLess(m_cells.back(), *cell);
            if (same)
                m_cells.back().messages += cell->messages;
            else
                m_cells.push_back(*cell);
        }
    }
    m_cellBegin.push_back(m_cells.size());
    m_cells.shrink_to_fit();
}

const std::vector<Fate>& Simulation::fates(const Requirement& requirement) const
{
    for (const auto& [known, table] : m_fates) {
        if (known == requirement)
            return table;
    }
    std::vector<Fate> table(m_facts->tlsCount());
    for (std::size_t id = 0; id < table.size(); ++id)
        table[id] = judge(m_facts->tls(static_cast<TlsId>(id)), requirement, m_direction);
    return m_fates.emplace_back(requirement, std::move(table)).second;
}

template <typename Visit>
void Simulation::visitCells(std::size_t row, const Requirement& requirement, Visit visit) const
{
    const std::vector<Fate>& table = fates(requirement);
    std::optional<Fate> live;
    if (m_live)
        live = m_live->fate(m_domains[row].key, requirement);
    for (std::size_t i = m_cellBegin[row]; i < m_cellBegin[row + 1]; ++i) {
        Fate fate = table[m_cells[i].tls];
        if (fate == Fate::Unknown && live)
            fate = *live; // a test answers only what the log leaves open
        visit(m_cells[i], fate);
    }
}

std::optional<std::size_t> Simulation::rowOf(std::string_view domainKey) const
{
    const std::uint32_t id = m_facts->domains.find(domainKey);
    if (id == HashIndex::empty || m_rowOfDomain[id] == noRow)
        return {};
    return m_rowOfDomain[id];
}

/** Adds the outcome of a domain under its effective requirement to all sums, or takes it out of them. */
void Simulation::apply(std::size_t row, bool add)
{
    visitCells(row, m_effective[row], [&](const Cell& cell, Fate fate) {
        const auto spam = static_cast<std::size_t>(cell.spam);
        for (Outcome* sum : {&m_outcomes[row], &m_total, &m_days[std::size_t{cell.day} - m_firstDay]}) {
            std::uint64_t& n = sum->counts[static_cast<std::size_t>(fate)][spam];
            n = add ? n + cell.messages : n - cell.messages;
            if (fate == Fate::Lost) {
                std::uint64_t& e = sum->lostByEvidence[static_cast<std::size_t>(cell.evidence)];
                e = add ? e + cell.messages : e - cell.messages;
            }
        }
    });
}

void Simulation::setLive(std::shared_ptr<const LiveEvidence> live)
{
    for (std::size_t row = 0; row < m_domains.size(); ++row)
        apply(row, false);
    m_live = std::move(live);
    for (std::size_t row = 0; row < m_domains.size(); ++row)
        apply(row, true);
}

void Simulation::decide(std::size_t row, const Requirement& requirement, bool own)
{
    m_ownRow[row] = own ? 1 : 0;
    if (m_effective[row] == requirement)
        return;
    apply(row, false);
    m_effective[row] = requirement;
    apply(row, true);
}

Simulation::RowRange Simulation::rowsWithin(std::string_view domain) const
{
    const std::string prefix = reversedName(domain);
    const auto begin = std::lower_bound(m_byReversedName.begin(), m_byReversedName.end(), prefix,
        [&](std::uint32_t row, const std::string& text) { return m_reversedNames[row] < text; });
    const auto end = std::partition_point(begin, m_byReversedName.end(), [&](std::uint32_t row) {
        const std::string& text = m_reversedNames[row];
        return text.starts_with(prefix) && (text.size() == prefix.size() || text[prefix.size()] == '\0');
    });
    return {begin, end};
}

void Simulation::setPolicy(const DirectionPolicy& policy)
{
    m_policy = policy;
    std::unordered_map<std::string_view, const Requirement*> exact;
    std::unordered_map<std::string_view, const Requirement*> subtree;
    for (const auto& [scope, requirement] : m_policy.rows)
        (scope.subdomains ? subtree : exact).emplace(scope.domain, &requirement);
    for (std::size_t row = 0; row < m_domains.size(); ++row) {
        std::string_view name = m_domains[row].key;
        const Requirement* found = nullptr;
        if (const auto it = exact.find(name); it != exact.end())
            found = it->second;
        while (found == nullptr && !subtree.empty()) {
            if (const auto it = subtree.find(name); it != subtree.end())
                found = it->second;
            const std::size_t dot = name.find('.');
            if (dot == std::string_view::npos)
                break;
            name.remove_prefix(dot + 1);
        }
        decide(row, found != nullptr ? *found : m_policy.byDefault, found != nullptr);
    }
}

std::vector<std::size_t> Simulation::setRequirement(const Scope& scope, std::optional<Requirement> requirement)
{
    if (requirement)
        m_policy.rows[scope] = *requirement;
    else
        m_policy.rows.erase(scope);
    std::vector<std::size_t> changed;
    const auto reconsider = [&](std::size_t row) {
        const std::string_view key = m_domains[row].key;
        const Requirement effective = m_policy.effective(key);
        bool own = m_policy.rows.contains(Scope{std::string(key), false});
        for (std::string_view name = key; !own;) {
            own = m_policy.rows.contains(Scope{std::string(name), true});
            const std::size_t dot = name.find('.');
            if (dot == std::string_view::npos)
                break;
            name.remove_prefix(dot + 1);
        }
        decide(row, effective, own);
        changed.push_back(row);
    };
    if (scope.subdomains) {
        const RowRange range = rowsWithin(scope.domain);
        std::for_each(range.begin, range.end, reconsider);
    } else if (const auto row = rowOf(scope.domain)) {
        reconsider(*row);
    }
    return changed;
}

void Simulation::setDefault(const Requirement& requirement)
{
    m_policy.byDefault = requirement;
    for (std::size_t row = 0; row < m_domains.size(); ++row) {
        if (m_ownRow[row] == 0)
            decide(row, requirement, false);
    }
}

void Simulation::setRefusal(Refusal refusal)
{
    m_policy.refusal = refusal;
}

Outcome Simulation::whatIf(std::size_t row, const Requirement& requirement) const
{
    Outcome outcome;
    visitCells(row, requirement, [&](const Cell& cell, Fate fate) {
        outcome.counts[static_cast<std::size_t>(fate)][static_cast<std::size_t>(cell.spam)] += cell.messages;
        if (fate == Fate::Lost)
            outcome.lostByEvidence[static_cast<std::size_t>(cell.evidence)] += cell.messages;
    });
    return outcome;
}

std::vector<Simulation::DayCount> Simulation::dayCounts(
    std::size_t row, const Requirement& requirement, bool wantedOnly) const
{
    std::vector<DayCount> days;
    visitCells(row, requirement, [&](const Cell& cell, Fate fate) {
        if (wantedOnly && cell.spam == SpamVerdict::Spam)
            return;
        if (days.empty() || days.back().day != cell.day)
            days.push_back({cell.day, 0, 0});
        days.back().messages += cell.messages;
        if (fate == Fate::Lost)
            days.back().lost += cell.messages;
    });
    return days;
}

std::optional<EvidenceClass> Simulation::evidence(std::size_t row, const Requirement& requirement) const
{
    const Outcome outcome = whatIf(row, requirement);
    if (outcome.lost() == 0)
        return {};
    const auto most = std::max_element(outcome.lostByEvidence.begin(), outcome.lostByEvidence.end());
    return static_cast<EvidenceClass>(most - outcome.lostByEvidence.begin());
}

EvidenceClass Simulation::hostEvidence(HostId host, bool fellBack) const
{
    return fellBack ? EvidenceClass::Failed : m_hostEvidence[host];
}

} // namespace waxseal
