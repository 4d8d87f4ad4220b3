// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The simulator: the formula over every fact, evidence classes, and that toggling equals counting anew.

#include "model/policy/simulation.h"

#include "model/core/domainname.h"
#include "modeltest.h"

#include <QRandomGenerator>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace waxseal;
using namespace waxseal::test;

class SimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void everyRequirementIsInTheTable();
    void classifiesHosts_data();
    void classifiesHosts();
    void togglingIsCountingAnew_data();
    void togglingIsCountingAnew();
    void namesTheRowsThatChange();
    void whatIfChangesNothing();
    void dayCountsAddUp();
    void hostsAddUp_data();
    void hostsAddUp();
    void subtreesEndAtLabels();
    void namesTheClassOfMostLoss();
    void ordersDomains();
    void describesDomains();
    void daysHaveNoGaps();
    void keysOutboundByNextHop();
    void directionsDoNotMix();
    void liveTestsAnswerWhatLogsCannot();
    void rowsOfNoMessage();
    void nothingAtAll();
    void outcomesAdd();
    void summarises();
    void summarisesNothing();
};

namespace {

constexpr std::array allVersions{
    TlsVersion::Unknown, TlsVersion::Other, TlsVersion::Tls10, TlsVersion::Tls11, TlsVersion::Tls12, TlsVersion::Tls13};
constexpr std::array allTrust{Trust::Unknown, Trust::Anonymous, Trust::Untrusted, Trust::Trusted, Trust::Verified};

/**
 * What a requirement makes of a fact: A accepted, L lost, ? unknown. `version` is read in the order not logged, below
 * 1.0, 1.0, 1.1, 1.2, 1.3; `trust` in the order not logged, Anonymous, Untrusted, Trusted, Verified. Written after
 * Postfix's documentation of smtpd_tls_security_level, permit_tls_all_clientcerts and smtp_tls_security_level, and
 * TLS_README
 * ("TLS status": Anonymous, Untrusted, Trusted, Verified), not after the program.
 */
struct Rule
{
    const char* requirement;
    char unknown;
    char clear;
    const char* version;
    const char* trust;
};

// Nothing is required, or only what the client does anyhow.
constexpr Rule inboundRules[]{
    {"none", 'A', 'A', "AAAAAA", "AAAAA"},
    {"encrypt", '?', 'L', "AAAAAA", "AAAAA"},
    {"encrypt>=1.2", '?', 'L', "?LLLAA", "AAAAA"},
    {"encrypt>=1.3", '?', 'L', "?LLLLA", "AAAAA"},
    // A certificate that chains to a CA of ours. Anonymous: none was presented.
    {"trusted", '?', 'L', "AAAAAA", "?LLAA"},
    {"trusted>=1.2", '?', 'L', "?LLLAA", "?LLAA"},
    {"trusted>=1.3", '?', 'L', "?LLLLA", "?LLAA"},
};
constexpr Rule outboundRules[]{
    {"none", 'A', 'A', "AAAAAA", "AAAAA"},
    {"may", 'A', 'A', "AAAAAA", "AAAAA"},
    {"encrypt", '?', 'L', "AAAAAA", "AAAAA"},
    {"encrypt>=1.2", '?', 'L', "?LLLAA", "AAAAA"},
    {"encrypt>=1.3", '?', 'L', "?LLLLA", "AAAAA"},
    // Without usable TLSA records dane is may, with them dane-only: no log shows which.
    {"dane", '?', '?', "??????", "?????"},
    {"dane>=1.2", '?', '?', "??????", "?????"},
    // Clear mail had no TLSA record that bound it; of mail over TLS the log does not say.
    {"dane-only", '?', 'L', "??????", "?????"},
    {"dane-only>=1.2", '?', 'L', "?LLL??", "?????"},
    // At level may names are not compared, and without a CA file good chains are Untrusted: only Verified tells.
    {"verify", '?', 'L', "AAAAAA", "????A"},
    {"verify>=1.2", '?', 'L', "?LLLAA", "????A"},
    {"secure", '?', 'L', "AAAAAA", "????A"},
    {"secure>=1.3", '?', 'L', "?LLLLA", "????A"},
};

Fate fateOf(char letter)
{
    return letter == 'A' ? Fate::Accepted : letter == 'L' ? Fate::Lost : Fate::Unknown;
}

/** The rule for a fact: all that is required must be met, so one thing surely missing loses the message. */
Fate expected(const Rule& rule, const TlsFact& fact)
{
    if (fact.state == TlsState::Unknown)
        return fateOf(rule.unknown);
    if (fact.state == TlsState::Plaintext)
        return fateOf(rule.clear);
    const Fate version = fateOf(rule.version[static_cast<std::size_t>(fact.version)]);
    const Fate trust = fateOf(rule.trust[static_cast<std::size_t>(fact.trust)]);
    if (version == Fate::Lost || trust == Fate::Lost)
        return Fate::Lost;
    return version == Fate::Unknown || trust == Fate::Unknown ? Fate::Unknown : Fate::Accepted;
}

const Rule* ruleOf(const std::string& requirement, Direction direction)
{
    const auto find = [&](const auto& rules) -> const Rule* {
        for (const Rule& rule : rules) {
            if (requirement == rule.requirement)
                return &rule;
        }
        return nullptr;
    };
    return direction == Direction::Outbound ? find(outboundRules) : find(inboundRules);
}

Fate expected(const TlsFact& fact, const Requirement& requirement, Direction direction)
{
    const Rule* rule = ruleOf(requirement.text(), direction);
    if (rule == nullptr) {
        QTest::qFail(qPrintable(readable("no rule for " + requirement.text())), __FILE__, __LINE__);
        return Fate::Unknown;
    }
    return expected(*rule, fact);
}

QByteArray text(Fate fate)
{
    return fate == Fate::Accepted ? "accepted" : fate == Fate::Lost ? "lost" : "unknown";
}

QByteArray text(const Outcome& outcome)
{
    QByteArray out;
    for (const auto& bySpam : outcome.counts) {
        for (const std::uint64_t count : bySpam)
            out += QByteArray::number(static_cast<qulonglong>(count)) + ' ';
    }
    for (const std::uint64_t count : outcome.lostByEvidence)
        out += '/' + QByteArray::number(static_cast<qulonglong>(count));
    return out + '/' + QByteArray::number(static_cast<qulonglong>(outcome.byTest));
}

Requirement requirement(std::string_view words, Direction direction = Direction::Inbound)
{
    const auto parsed = Requirement::parse(words, direction);
    if (!parsed)
        QTest::qFail(qPrintable(readable(words)), __FILE__, __LINE__);
    return parsed.value_or(Requirement{});
}

Scope scope(std::string_view words)
{
    const auto parsed = Scope::parse(words);
    if (!parsed)
        QTest::qFail(qPrintable(readable(words)), __FILE__, __LINE__);
    return parsed.value_or(Scope{});
}

const TlsFact unlogged{};
const TlsFact clear{TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}};

TlsFact tls(TlsVersion version, Trust trust = Trust::Anonymous, std::string cipher = "C")
{
    return {TlsState::Tls, version, trust, std::move(cipher)};
}

/** Facts, row by row. */
class Facts
{
public:
    struct Row
    {
        std::string domain;
        TlsFact tls;
        std::uint32_t messages = 1;
        std::string address = "192.0.2.1";
        std::string name = {};
        int day = 0;
        SpamVerdict spam = SpamVerdict::Unlabelled;
        bool fellBack = false;
        std::string nextHop = {};
        Direction direction = Direction::Inbound;
    };
    Facts& add(const Row& row)
    {
        FactTable& facts = *m_facts;
        FactKey key;
        key.day = static_cast<Day>(20'000 + row.day);
        key.direction = row.direction;
        key.spam = row.spam;
        key.fellBack = row.fellBack;
        key.tls = facts.tlsId(row.tls);
        key.domain = facts.domains.id(row.domain);
        key.nextHop = facts.domains.id(row.nextHop);
        key.host = facts.hostId(IpAddress::parse(row.address).value_or(IpAddress{}), row.name);
        facts.add(key, row.messages, row.messages + 1);
        return *this;
    }
    std::shared_ptr<const FactTable> table() const { return m_facts; }

private:
    std::shared_ptr<FactTable> m_facts = std::make_shared<FactTable>();
};

/** The answer of live tests, by domain. */
class Tested : public LiveEvidence
{
public:
    explicit Tested(std::map<std::string, Fate, std::less<>> fates)
        : m_fates(std::move(fates))
    {
    }
    std::optional<Fate> fate(std::string_view domain, const Requirement& asked) const override
    {
        if (asked.level < Level::Dane)
            return {};
        const auto found = m_fates.find(domain);
        return found == m_fates.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::map<std::string, Fate, std::less<>> m_fates;
};

/** Everything counted anew from the fact table, without any index: DESIGN sections 2 and 4 word for word. */
class Naive
{
public:
    Naive(std::shared_ptr<const FactTable> facts, Direction direction)
        : m_facts(std::move(facts))
        , m_direction(direction)
    {
    }

    std::string keyOf(std::size_t i) const
    {
        const FactTable& facts = *m_facts;
        const bool hop = m_direction == Direction::Outbound && facts.nextHop(i) != 0;
        return std::string(facts.domains.text(hop ? facts.nextHop(i) : facts.domain(i)));
    }

    /** The row for just this domain, then that of the nearest parent with subdomains, then the default. */
    static std::pair<Requirement, bool> effective(const DirectionPolicy& policy, const std::string& key)
    {
        const std::pair<const Scope, Requirement>* best = nullptr;
        for (const auto& row : policy.rows) {
            if (!row.first.subdomains && row.first.domain == key)
                return {row.second, true};
            const std::string& parent = row.first.domain;
            const bool within = key == parent
                || (key.size() > parent.size() && key.compare(key.size() - parent.size(), parent.size(), parent) == 0
                    && key[key.size() - parent.size() - 1] == '.');
            if (row.first.subdomains && within && (best == nullptr || best->first.domain.size() < parent.size()))
                best = &row;
        }
        return best != nullptr ? std::pair(best->second, true) : std::pair(policy.byDefault, false);
    }

    EvidenceClass evidence(HostId host, bool fellBack, const Requirement& asked)
    {
        const auto memo = std::tuple(host, fellBack, asked.text());
        if (const auto known = m_evidence.find(memo); known != m_evidence.end())
            return known->second;
        return m_evidence[memo] = judgeEvidence(host, fellBack, asked);
    }

    struct Sums
    {
        Outcome total;
        std::map<std::string, Outcome> byDomain;
        std::map<Day, Outcome> byDay;
    };
    Sums count(const DirectionPolicy& policy, const LiveEvidence* live = nullptr)
    {
        Sums sums;
        const FactTable& facts = *m_facts;
        for (std::size_t i = 0; i < facts.size(); ++i) {
            if (facts.direction(i) != m_direction)
                continue;
            const std::string key = keyOf(i);
            const Requirement asked = effective(policy, key).first;
            Fate fate = expected(facts.tls(facts.tlsIdAt(i)), asked, m_direction);
            std::optional<Fate> tested;
            if (fate == Fate::Unknown && live != nullptr)
                tested = live->fate(key, asked);
            fate = tested.value_or(fate);
            for (Outcome* sum : {&sums.total, &sums.byDomain[key], &sums.byDay[facts.day(i)]}) {
                sum->byTest += tested ? facts.messages(i) : 0;
                sum->counts[static_cast<std::size_t>(fate)][static_cast<std::size_t>(facts.spam(i))]
                    += facts.messages(i);
                if (fate == Fate::Lost)
                    sum->lostByEvidence[static_cast<std::size_t>(evidence(facts.hostIdAt(i), facts.fellBack(i), asked))]
                        += facts.messages(i);
            }
        }
        return sums;
    }

private:
    EvidenceClass judgeEvidence(HostId host, bool fellBack, const Requirement& asked) const
    {
        const FactTable& facts = *m_facts;
        if (fellBack)
            return EvidenceClass::Failed;
        if (facts.host(host).address.isNull())
            return EvidenceClass::Unknown;
        // What logs can tell of dane-only, verify and secure is what they tell of encrypt.
        Requirement visible = asked;
        if (m_direction == Direction::Outbound)
            visible.level = Level::Encrypt;
        const auto met = [&](std::size_t i) {
            const TlsFact& fact = facts.tls(facts.tlsIdAt(i));
            return fact.state == TlsState::Tls && expected(fact, visible, m_direction) != Fate::Lost;
        };
        const auto organisation = [&](HostId id) {
            const std::string& name = facts.host(id).name;
            return name.empty() ? std::string() : organisationalDomain(name);
        };
        std::uint64_t messages = 0;
        bool near = false;
        for (std::size_t i = 0; i < facts.size(); ++i) {
            if (facts.direction(i) != m_direction)
                continue;
            const HostId other = facts.hostIdAt(i);
            if (other == host) {
                messages += facts.messages(i);
                if (met(i))
                    return EvidenceClass::Mixed;
            }
            const bool sameNetwork = !facts.host(other).address.isNull()
                && facts.host(other).address.network() == facts.host(host).address.network();
            const bool sameOrganisation = !organisation(host).empty() && organisation(host) == organisation(other);
            near = near || (met(i) && (sameNetwork || sameOrganisation));
        }
        if (messages < 3)
            return EvidenceClass::Unknown;
        return near ? EvidenceClass::Mixed : EvidenceClass::Never;
    }

    std::shared_ptr<const FactTable> m_facts;
    Direction m_direction;
    std::map<std::tuple<HostId, bool, std::string>, EvidenceClass> m_evidence;
};

/** What differs between a simulation and counting anew; empty when nothing does. */
QByteArray difference(const Simulation& simulation, Naive& naive, const LiveEvidence* live = nullptr)
{
    const Naive::Sums sums = naive.count(simulation.policy(), live);
    QByteArray out;
    const auto compare = [&](const QByteArray& what, const Outcome& actual, const Outcome& wanted) {
        if (!(actual == wanted))
            out += what + ": " + text(actual) + " instead of " + text(wanted) + '\n';
    };
    compare("total", simulation.outcome(), sums.total);
    if (simulation.domainCount() != sums.byDomain.size())
        out += "domains\n";
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const std::string key(simulation.traffic(row).key);
        const auto known = sums.byDomain.find(key);
        const Outcome wanted = known == sums.byDomain.end() ? Outcome{} : known->second;
        compare(QByteArray::fromStdString(key), simulation.outcome(row), wanted);
        const auto [asked, own] = Naive::effective(simulation.policy(), key);
        if (!(simulation.effective(row) == asked) || simulation.hasOwnRow(row) != own)
            out += QByteArray::fromStdString(key + ": requirement " + simulation.effective(row).text() + '\n');
    }
    for (std::size_t day = 0; day < simulation.days().size(); ++day) {
        const auto known = sums.byDay.find(static_cast<Day>(simulation.firstDay() + day));
        compare("day " + QByteArray::number(static_cast<qulonglong>(day)), simulation.days()[day],
            known == sums.byDay.end() ? Outcome{} : known->second);
    }
    return out;
}

const std::vector<std::string> someDomains{"bank.example", "news.bank.example", "a.news.bank.example", "xbank.example",
    "example", "uni.example", "cs.uni.example", "<>", "", "foo_bar.example", "bank.example.net",
    "xn--bcher-kva.example", "[mail.uni.example]:587", "deep.a.b.c.d.bank.example"};

/** A mail server's month, made up by chance. */
std::shared_ptr<const FactTable> randomFacts(QRandomGenerator& random, Direction direction, int rows)
{
    const std::vector<std::string> names{
        "", "mail.bank.example", "mx2.bank.example", "mail.uni.example", "host.isp.example", "other.isp.example"};
    Facts facts;
    for (int i = 0; i < rows; ++i) {
        Facts::Row row;
        row.direction = random.bounded(8) == 0 ? Direction::Submission : direction;
        row.domain = someDomains[static_cast<std::size_t>(random.bounded(static_cast<int>(someDomains.size())))];
        const int kind = random.bounded(10);
        if (kind < 4) {
            row.tls = clear;
            row.fellBack = random.bounded(4) == 0;
        } else if (kind > 4) {
            row.tls = tls(allVersions[static_cast<std::size_t>(random.bounded(6))],
                allTrust[static_cast<std::size_t>(random.bounded(5))], random.bounded(2) == 0 ? "C" : "D");
        }
        row.messages = static_cast<std::uint32_t>(random.bounded(1, 4));
        const int host = random.bounded(24);
        row.address = host == 0 ? std::string("unknown")
            : host < 18         ? "192.0." + std::to_string(host / 3) + '.' + std::to_string(host)
                                : "2001:db8::" + std::to_string(host / 2) + ":0:0:0:" + std::to_string(host);
        row.name = names[static_cast<std::size_t>(host) % names.size()];
        row.day = random.bounded(3) * 4 + random.bounded(2);
        row.spam = static_cast<SpamVerdict>(random.bounded(3));
        if (direction == Direction::Outbound && random.bounded(3) == 0)
            row.nextHop = random.bounded(2) == 0 ? "relay.example" : "[mail.uni.example]:587";
        facts.add(row);
    }
    return facts.table();
}

} // namespace

void SimulationTest::judges_data()
{
    QTest::addColumn<Direction>("direction");
    for (const Rule& rule : inboundRules) {
        QTest::addRow("inbound %s", rule.requirement) << Direction::Inbound;
        QTest::addRow("submission %s", rule.requirement) << Direction::Submission;
    }
    for (const Rule& rule : outboundRules)
        QTest::addRow("outbound %s", rule.requirement) << Direction::Outbound;
}

void SimulationTest::judges()
{
    QFETCH(Direction, direction);
    const QByteArray name = QByteArray(QTest::currentDataTag()).split(' ').last();
    const Rule* rule = ruleOf(name.toStdString(), direction);
    QVERIFY(rule != nullptr);
    const Requirement asked = requirement(name.toStdString(), direction);
    for (const TlsState state : {TlsState::Unknown, TlsState::Plaintext, TlsState::Tls}) {
        for (const TlsVersion version : allVersions) {
            for (const Trust trust : allTrust) {
                const TlsFact fact{state, version, trust, "C"};
                const QByteArray what = QByteArray::number(static_cast<int>(state)) + ' '
                    + QByteArray::number(static_cast<int>(version)) + ' ' + QByteArray::number(static_cast<int>(trust));
                QCOMPARE(what + ' ' + text(judge(fact, asked, direction)), what + ' ' + text(expected(*rule, fact)));
            }
        }
    }
}

/** A requirement that is offered and not in the tables above fails here. */
void SimulationTest::everyRequirementIsInTheTable()
{
    for (const Direction direction : allDirections) {
        for (const Requirement& each : requirements(direction))
            QVERIFY2(ruleOf(each.text(), direction) != nullptr, each.text().c_str());
    }
}

void SimulationTest::classifiesHosts_data()
{
    using Rows = std::vector<Facts::Row>;
    QTest::addColumn<std::shared_ptr<const FactTable>>("facts"); // the host in question is that of the first row
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("evidence");
    const auto row = [](const char* name, const Rows& rows, const char* asked, const char* evidence) {
        Facts facts;
        for (const Facts::Row& each : rows)
            facts.add(each);
        QTest::newRow(name) << facts.table() << QByteArray(asked) << QByteArray(evidence);
    };
    const auto from = [](const char* address, const TlsFact& fact, std::uint32_t messages = 3, const char* name = "") {
        return Facts::Row{"bank.example", fact, messages, address, name};
    };
    const TlsFact modern = tls(TlsVersion::Tls13);
    const TlsFact old = tls(TlsVersion::Tls10);
    const TlsFact trusted = tls(TlsVersion::Tls13, Trust::Trusted);
    Facts::Row fallen = from("192.0.2.1", clear);
    fallen.fellBack = true;

    row("clear three times", {from("192.0.2.1", clear)}, "encrypt", "never");
    row("clear twice", {from("192.0.2.1", clear, 2)}, "encrypt", "unknown");
    row("clear on two days", {from("192.0.2.1", clear, 2), {"uni.example", clear, 1, "192.0.2.1", "", 5}}, "encrypt",
        "never");
    row("the unknown counts as seen, not as TLS", {from("192.0.2.1", clear, 1), from("192.0.2.1", unlogged, 2)},
        "encrypt", "never");
    row("also over TLS", {from("192.0.2.1", clear), from("192.0.2.1", modern, 1)}, "encrypt", "mixed");
    row("also over TLS, seen twice", {from("192.0.2.1", clear, 1), from("192.0.2.1", modern, 1)}, "encrypt", "mixed");
    row("also over TLS, for another domain", {from("192.0.2.1", clear), {"uni.example", modern, 1, "192.0.2.1"}},
        "encrypt", "mixed");
    row("also over TLS, at the end of the window",
        {from("192.0.2.1", clear), {"bank.example", modern, 1, "192.0.2.1", "", 90}}, "encrypt", "mixed");
    row("the other direction's TLS is another server's",
        {from("192.0.2.1", clear),
            {"bank.example", modern, 9, "192.0.2.1", "", 0, SpamVerdict::Unlabelled, false, "", Direction::Outbound}},
        "encrypt", "never");
    row("a neighbour in its /24", {from("192.0.2.1", clear), from("192.0.2.254", modern)}, "encrypt", "mixed");
    row("a neighbour beyond its /24", {from("192.0.2.1", clear), from("192.0.3.1", modern)}, "encrypt", "never");
    row("a neighbour in its /64", {from("2001:db8::1", clear), from("2001:db8::ffff:1", modern)}, "encrypt", "mixed");
    row("a neighbour beyond its /64", {from("2001:db8::1", clear), from("2001:db8:0:1::1", modern)}, "encrypt",
        "never");
    row("its organisation elsewhere",
        {from("192.0.2.1", clear, 3, "a.bank.example"), from("198.51.100.1", modern, 3, "b.mail.bank.example")},
        "encrypt", "mixed");
    row("its organisation, in capitals",
        {from("192.0.2.1", clear, 3, "A.BANK.example"), from("198.51.100.1", modern, 3, "b.bank.example")}, "encrypt",
        "mixed");
    row("another organisation below one suffix",
        {from("192.0.2.1", clear, 3, "a.bank.co.uk"), from("198.51.100.1", modern, 3, "b.uni.co.uk")}, "encrypt",
        "never");
    row("a name that only ends alike",
        {from("192.0.2.1", clear, 3, "a.bank.example"), from("198.51.100.1", modern, 3, "xbank.example")}, "encrypt",
        "never");
    row("nameless hosts are no organisation", {from("192.0.2.1", clear), from("198.51.100.1", modern)}, "encrypt",
        "never");
    row("a neighbour's TLS, seen twice itself", {from("192.0.2.1", clear, 2), from("192.0.2.2", modern)}, "encrypt",
        "unknown");
    row("its handshake failed", {fallen}, "encrypt", "failed");
    row("its handshake failed, and others went well", {fallen, from("192.0.2.1", modern)}, "encrypt", "failed");
    {
        Facts::Row once = fallen;
        once.messages = 1;
        row("its handshake failed, seen once", {once}, "encrypt", "failed");
    }
    row("no address", {from("unknown", clear, 9), from("unknown", modern, 9)}, "encrypt", "unknown");
    row("no address is no one's neighbour", {from("0.0.0.1", clear, 9), from("unknown", modern, 9)}, "encrypt",
        "never");

    row("old TLS is none to a floor", {from("192.0.2.1", old)}, "encrypt>=1.2", "never");
    row("old TLS and modern, to a floor", {from("192.0.2.1", old), from("192.0.2.1", modern, 1)}, "encrypt>=1.2",
        "mixed");
    row("1.2 to a floor of 1.3", {from("192.0.2.1", clear), from("192.0.2.1", tls(TlsVersion::Tls12))}, "encrypt>=1.3",
        "never");
    row("1.2 to a floor of 1.2", {from("192.0.2.1", clear), from("192.0.2.1", tls(TlsVersion::Tls12))}, "encrypt>=1.2",
        "mixed");
    row("a version that was not logged may be above the floor",
        {from("192.0.2.1", clear), from("192.0.2.1", tls(TlsVersion::Unknown))}, "encrypt>=1.3", "mixed");
    row("a neighbour below the floor", {from("192.0.2.1", clear), from("192.0.2.2", old)}, "encrypt>=1.2", "never");
    row("never a certificate", {from("192.0.2.1", modern)}, "trusted", "never");
    row("once a certificate", {from("192.0.2.1", modern), from("192.0.2.1", trusted, 1)}, "trusted", "mixed");
    row("a neighbour's certificate", {from("192.0.2.1", modern), from("192.0.2.2", trusted)}, "trusted", "mixed");
    row("a certificate, over old TLS",
        {from("192.0.2.1", modern), from("192.0.2.1", tls(TlsVersion::Tls10, Trust::Trusted))}, "trusted>=1.2",
        "never");
}

void SimulationTest::classifiesHosts()
{
    QFETCH(std::shared_ptr<const FactTable>, facts);
    QFETCH(QByteArray, asked);
    const Simulation simulation(facts, Direction::Inbound);
    const EvidenceClass evidence
        = simulation.hosts().evidence(facts->hostIdAt(0), facts->fellBack(0), requirement(asked.toStdString()));
    QTEST(QByteArray(name(evidence).data()), "evidence");

    // And so it stands behind the figures: the first row's message is lost, and in this class.
    Simulation demanding(facts, Direction::Inbound);
    demanding.setDefault(requirement(asked.toStdString()));
    QVERIFY(demanding.outcome().lostByEvidence[static_cast<std::size_t>(evidence)] >= facts->messages(0));
    Naive naive(facts, Direction::Inbound);
    QCOMPARE(difference(demanding, naive), QByteArray());
}

void SimulationTest::togglingIsCountingAnew_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 6; ++seed) {
        QTest::addRow("inbound %d", seed) << Direction::Inbound << seed;
        QTest::addRow("outbound %d", seed) << Direction::Outbound << 100 + seed;
        QTest::addRow("submission %d", seed) << Direction::Submission << 200 + seed;
    }
}

/** Random policies, random toggles: after each the figures are those of a count over the facts. */
void SimulationTest::togglingIsCountingAnew()
{
    QFETCH(Direction, direction);
    QFETCH(int, seed);
    QRandomGenerator random(static_cast<quint32>(seed));
    const auto facts = randomFacts(random, direction, 160);
    Naive naive(facts, direction);
    const std::shared_ptr<const LiveEvidence> live = seed % 2 == 0
        ? std::make_shared<Tested>(std::map<std::string, Fate, std::less<>>{
            {"bank.example", Fate::Accepted}, {"relay.example", Fate::Lost}, {"uni.example", Fate::Unknown}})
        : nullptr;
    Simulation simulation(facts, direction, live);
    QVERIFY(simulation.outcome().total() > 100);
    QCOMPARE(difference(simulation, naive, live.get()), QByteArray());

    const std::vector<Requirement> offered = requirements(direction);
    const auto any = [&](const auto& list) {
        return list[static_cast<std::size_t>(random.bounded(static_cast<int>(list.size())))];
    };
    std::vector<Scope> scopes;
    for (const std::string& domain : someDomains) {
        scopes.push_back({domain, false});
        if (DomainName::parse(domain))
            scopes.push_back({domain, true});
    }
    scopes.push_back({"relay.example", false});
    scopes.push_back({"nobody.example", true});
    scopes.push_back({"net", true});
    for (int step = 0; step < 120; ++step) {
        const int action = random.bounded(12);
        if (action == 0) {
            simulation.setDefault(any(offered));
        } else if (action == 1) {
            DirectionPolicy policy;
            policy.byDefault = any(offered);
            for (int rows = random.bounded(8); rows > 0; --rows)
                policy.rows[any(scopes)] = any(offered);
            simulation.setPolicy(policy);
        } else if (action < 5) {
            simulation.setRequirement(any(scopes), {});
        } else {
            simulation.setRequirement(any(scopes), any(offered));
        }
        const QByteArray differs = difference(simulation, naive, live.get());
        QVERIFY2(differs.isEmpty(), QByteArray("step " + QByteArray::number(step) + '\n' + differs).constData());
        if (step % 20 == 0) { // and those of a simulation that never knew another policy
            Simulation fresh(facts, direction, live);
            fresh.setPolicy(simulation.policy());
            QCOMPARE(text(fresh.outcome()), text(simulation.outcome()));
            QVERIFY(fresh.days() == simulation.days());
        }
    }
    simulation.setPolicy({});
    QCOMPARE(simulation.outcome().accepted(), simulation.outcome().total());
}

/** What a view repaints is what changed. */
void SimulationTest::namesTheRowsThatChange()
{
    QRandomGenerator random(77);
    const auto facts = randomFacts(random, Direction::Inbound, 200);
    Simulation simulation(facts, Direction::Inbound);
    const auto rowsOf = [&](std::string_view words, std::optional<Requirement> asked) {
        std::set<std::string> names;
        for (const std::size_t row : simulation.setRequirement(scope(words), asked))
            names.emplace(simulation.traffic(row).key);
        return names;
    };
    const Requirement encrypt = requirement("encrypt");
    using Names = std::set<std::string>;
    QVERIFY(rowsOf("bank.example", encrypt) == Names({"bank.example"}));
    QVERIFY(rowsOf(".bank.example", encrypt)
        == Names({"bank.example", "news.bank.example", "a.news.bank.example", "deep.a.b.c.d.bank.example"}));
    QVERIFY(rowsOf("<>", encrypt) == Names({"<>"}));
    QVERIFY(rowsOf("nobody.example", encrypt).empty());
    QVERIFY(rowsOf(".b.c.d.bank.example", requirement("none")) == Names({"deep.a.b.c.d.bank.example"}));

    // The exact row keeps its domain when the subtree's row goes, and the other way round.
    rowsOf("bank.example", requirement("trusted"));
    const auto at = [&](std::string_view key) { return *simulation.rowOf(key); };
    QCOMPARE(simulation.effective(at("bank.example")).text(), std::string("trusted"));
    QCOMPARE(simulation.effective(at("news.bank.example")).text(), std::string("encrypt"));
    rowsOf(".bank.example", {});
    QCOMPARE(simulation.effective(at("bank.example")).text(), std::string("trusted"));
    QVERIFY(!simulation.hasOwnRow(at("news.bank.example")));
    rowsOf(".bank.example", encrypt);
    rowsOf("bank.example", {});
    QCOMPARE(simulation.effective(at("bank.example")).text(), std::string("encrypt"));
    // A row that asks for nothing exempts from the default.
    simulation.setDefault(encrypt);
    rowsOf("<>", requirement("none"));
    QCOMPARE(simulation.outcome(at("<>")).lost(), 0U);
    QVERIFY(simulation.hasOwnRow(at("<>")));
    QVERIFY(simulation.outcome(at("uni.example")).lost() > 0);
}

void SimulationTest::whatIfChangesNothing()
{
    QRandomGenerator random(5);
    const auto facts = randomFacts(random, Direction::Inbound, 150);
    Simulation simulation(facts, Direction::Inbound);
    simulation.setRequirement(scope(".bank.example"), requirement("encrypt>=1.2"));
    const Outcome before = simulation.outcome();
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        for (const Requirement& each : requirements(Direction::Inbound)) {
            const Outcome asked = simulation.whatIf(row, each);
            Simulation other(facts, Direction::Inbound);
            other.setRequirement({std::string(simulation.traffic(row).key), false}, each);
            QCOMPARE(text(asked), text(other.outcome(row)));
        }
        QCOMPARE(text(simulation.whatIf(row, simulation.effective(row))), text(simulation.outcome(row)));
    }
    QCOMPARE(text(simulation.outcome()), text(before));
}

void SimulationTest::dayCountsAddUp()
{
    QRandomGenerator random(6);
    const auto facts = randomFacts(random, Direction::Inbound, 150);
    const Simulation simulation(facts, Direction::Inbound);
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        for (const Requirement& each : requirements(Direction::Inbound)) {
            const Outcome outcome = simulation.whatIf(row, each);
            const std::uint64_t spam = simulation.traffic(row).bySpam[2];
            for (const bool wantedOnly : {false, true}) {
                std::uint64_t messages = 0;
                std::uint64_t lost = 0;
                std::uint64_t unknown = 0;
                int last = -1;
                for (const auto& day : simulation.dayCounts(row, each, wantedOnly)) {
                    QVERIFY(int{day.day} > last); // each day once, in order
                    last = day.day;
                    QVERIFY(day.messages > 0 && day.lost <= day.messages);
                    messages += day.messages;
                    lost += day.lost;
                    unknown += day.unknown;
                }
                if (!wantedOnly)
                    QCOMPARE(unknown, outcome.unknown());
                QCOMPARE(messages, outcome.total() - (wantedOnly ? spam : 0));
                QCOMPARE(lost, wantedOnly ? outcome.lostWanted() : outcome.lost());
            }
        }
    }
}

void SimulationTest::hostsAddUp_data()
{
    QTest::addColumn<QByteArray>("required");
    for (const char* word : {"none", "encrypt", "encrypt>=1.2", "trusted"})
        QTest::newRow(word) << QByteArray(word);
}

/** Host by host, counted again from the rows of the table and the written rules. */
void SimulationTest::hostsAddUp()
{
    QFETCH(const QByteArray, required);
    QRandomGenerator random(8);
    const auto facts = randomFacts(random, Direction::Inbound, 150);
    DirectionPolicy policy;
    policy.byDefault = requirement(required.constData());
    policy.rows[{"uni.example", true}] = requirement("none");
    const Simulation simulation = simulationOf({facts, {}}, Direction::Inbound, policy);
    std::vector<std::array<std::uint64_t, 3>> counted(facts->hostCount());
    std::uint64_t messages = 0;
    for (std::size_t i = 0; i < facts->size(); ++i) {
        if (facts->direction(i) != Direction::Inbound)
            continue;
        const std::string domain(facts->domains.text(facts->domain(i)));
        const Fate fate = expected(facts->tls(facts->tlsIdAt(i)), policy.effective(domain), Direction::Inbound);
        counted[facts->hostIdAt(i)][static_cast<std::size_t>(fate)] += facts->messages(i);
        messages += facts->messages(i);
    }
    const std::vector<Outcome> outcomes = simulation.hostOutcomes();
    QCOMPARE(outcomes.size(), counted.size());
    Outcome sum;
    for (std::size_t host = 0; host < outcomes.size(); ++host) {
        QCOMPARE(outcomes[host].accepted(), counted[host][static_cast<std::size_t>(Fate::Accepted)]);
        QCOMPARE(outcomes[host].lost(), counted[host][static_cast<std::size_t>(Fate::Lost)]);
        QCOMPARE(outcomes[host].unknown(), counted[host][static_cast<std::size_t>(Fate::Unknown)]);
        sum += outcomes[host];
    }
    QCOMPARE(sum.total(), messages);
    QVERIFY(sum == simulation.outcome());
}

void SimulationTest::subtreesEndAtLabels()
{
    Facts facts;
    for (const char* domain :
        {"bank.example", "a.bank.example", "bankrupt.example", "a.bankrupt.example", "notbank.example", "example"})
        facts.add({domain, clear, 1, "192.0.2.1"});
    Simulation simulation(facts.table(), Direction::Inbound);
    std::set<std::string> names;
    for (const std::size_t row : simulation.setRequirement(scope(".bank.example"), requirement("encrypt")))
        names.emplace(simulation.traffic(row).key);
    QVERIFY(names == (std::set<std::string>{"bank.example", "a.bank.example"}));
    QCOMPARE(simulation.outcome().lost(), 2U);
}

void SimulationTest::namesTheClassOfMostLoss()
{
    Facts facts;
    facts.add({"bank.example", clear, 5, "192.0.2.1"}).add({"bank.example", clear, 2, "198.51.100.1"});
    facts.add({"uni.example", tls(TlsVersion::Tls13), 5, "203.0.113.1"});
    const Simulation simulation(facts.table(), Direction::Inbound);
    const Requirement encrypt = requirement("encrypt");
    QVERIFY(simulation.evidence(*simulation.rowOf("bank.example"), encrypt) == EvidenceClass::Never);
    QVERIFY(!simulation.evidence(*simulation.rowOf("uni.example"), encrypt));
    QVERIFY(simulation.evidence(*simulation.rowOf("uni.example"), requirement("trusted")) == EvidenceClass::Never);
    QCOMPARE(simulation.whatIf(*simulation.rowOf("bank.example"), encrypt).lostByEvidence,
        (std::array<std::uint64_t, 4>{5, 0, 0, 2}));
}

void SimulationTest::ordersDomains()
{
    Facts facts;
    facts.add({"b.example", clear, 5}).add({"a.example", clear, 5}).add({"z.example", clear, 9, "192.0.2.9"});
    facts.add({"m.example", clear, 1});
    Simulation simulation(facts.table(), Direction::Inbound);
    const auto names = [&] {
        std::vector<std::string> keys;
        for (std::size_t row = 0; row < simulation.domainCount(); ++row)
            keys.emplace_back(simulation.traffic(row).key);
        return keys;
    };
    const std::vector<std::string> order{"z.example", "a.example", "b.example", "m.example"};
    QVERIFY(names() == order);
    simulation.setDefault(requirement("encrypt"));
    QVERIFY(names() == order);
    QCOMPARE(*simulation.rowOf("m.example"), std::size_t{3});
    QVERIFY(!simulation.rowOf("example"));
    QVERIFY(!simulation.rowOf("nobody.example"));
}

void SimulationTest::describesDomains()
{
    Facts facts;
    facts.add({"bank.example", clear, 5, "192.0.2.1", "", 0, SpamVerdict::Spam});
    facts.add({"bank.example", clear, 2, "192.0.2.1", "", 1, SpamVerdict::Legitimate});
    facts.add({"bank.example", unlogged, 3, "192.0.2.2", "", 1});
    facts.add({"bank.example", tls(TlsVersion::Tls12), 7, "192.0.2.3", "", 9});
    facts.add({"bank.example", tls(TlsVersion::Unknown), 1, "192.0.2.3", "", 9, SpamVerdict::Spam});
    facts.add({"uni.example", clear, 1});
    const Simulation simulation(facts.table(), Direction::Inbound);
    const DomainTraffic& bank = simulation.traffic(0);
    QCOMPARE(bank.key, std::string_view("bank.example"));
    QCOMPARE(bank.id, facts.table()->domains.find("bank.example"));
    QCOMPARE(bank.messages, 18U);
    QCOMPARE(bank.recipients, 18U + 5); // one more a row, see Facts::add
    QCOMPARE(bank.plaintext, 7U);
    QCOMPARE(bank.plaintextSpam, 5U);
    QCOMPARE(bank.unknown, 3U);
    QCOMPARE(bank.overTls(), 8U);
    QCOMPARE(bank.byVersion, (std::array<std::uint64_t, 6>{1, 0, 0, 0, 7, 0}));
    QCOMPARE(bank.bySpam, (std::array<std::uint64_t, 3>{10, 2, 6}));
    QCOMPARE(bank.hosts, 3U);
    QCOMPARE(bank.activeDays, 3U);
}

void SimulationTest::daysHaveNoGaps()
{
    Facts facts;
    facts.add({"a.example", clear, 2, "192.0.2.1", "", 3}).add({"b.example", tls(TlsVersion::Tls13), 4, "192.0.2.2"});
    facts.add({"a.example", unlogged, 1, "192.0.2.1", "", 3});
    Simulation simulation(facts.table(), Direction::Inbound);
    QCOMPARE(simulation.firstDay(), Day{20'000});
    QCOMPARE(simulation.days().size(), std::size_t{4});
    simulation.setDefault(requirement("encrypt"));
    QCOMPARE(simulation.days()[0].accepted(), 4U);
    QVERIFY(simulation.days()[1] == Outcome{} && simulation.days()[2] == Outcome{});
    QCOMPARE(simulation.days()[3].lost(), 2U);
    QCOMPARE(simulation.days()[3].unknown(), 1U);
    QCOMPARE(simulation.days()[3].accepted(), 0U);
}

/** As Postfix does: a row for the recipient's domain says nothing where a relay host stands between. */
void SimulationTest::keysOutboundByNextHop()
{
    Facts facts;
    const auto out = [&](const char* domain, const char* hop, std::uint32_t messages) {
        facts.add(
            {domain, clear, messages, "192.0.2.1", "", 0, SpamVerdict::Unlabelled, false, hop, Direction::Outbound});
    };
    out("bank.example", "", 1);
    out("bank.example", "[relay.example]:587", 2);
    out("uni.example", "[relay.example]:587", 4);
    Simulation simulation(facts.table(), Direction::Outbound);
    QCOMPARE(simulation.domainCount(), std::size_t{2});
    QCOMPARE(simulation.traffic(0).key, std::string_view("[relay.example]:587"));
    const Requirement encrypt = requirement("encrypt", Direction::Outbound);
    simulation.setRequirement(scope("bank.example"), encrypt);
    QCOMPARE(simulation.outcome().lost(), 1U);
    simulation.setRequirement(scope("[relay.example]:587"), encrypt);
    QCOMPARE(simulation.outcome().lost(), 7U);
    simulation.setRequirement(scope("uni.example"), encrypt);
    QCOMPARE(simulation.outcome().lost(), 7U);
}

void SimulationTest::directionsDoNotMix()
{
    Facts facts;
    for (const Direction direction : allDirections) {
        facts.add({"bank.example", clear, 1U + static_cast<std::uint32_t>(direction), "192.0.2.1", "",
            static_cast<int>(direction), SpamVerdict::Unlabelled, false, "", direction});
    }
    for (const Direction direction : allDirections) {
        const Simulation simulation(facts.table(), direction);
        QCOMPARE(simulation.outcome().total(), 1U + static_cast<std::uint64_t>(direction));
        QCOMPARE(simulation.days().size(), std::size_t{1});
        QCOMPARE(summarise(*facts.table(), direction).total.messages, 1U + static_cast<std::uint64_t>(direction));
    }
}

/** A live test answers what the log leaves open, and nothing else. */
void SimulationTest::liveTestsAnswerWhatLogsCannot()
{
    Facts facts;
    const auto out = [&](const char* domain, const TlsFact& fact) {
        facts.add({domain, fact, 1, "192.0.2.1", "", 0, SpamVerdict::Unlabelled, false, "", Direction::Outbound});
    };
    const TlsFact modern = tls(TlsVersion::Tls13, Trust::Untrusted);
    for (const char* domain : {"good.example", "bad.example", "untested.example"}) {
        out(domain, modern);
        out(domain, clear);
    }
    Simulation simulation(facts.table(), Direction::Outbound);
    simulation.setDefault(requirement("secure", Direction::Outbound));
    QCOMPARE(simulation.outcome().unknown(), 3U);
    QCOMPARE(simulation.outcome().lost(), 3U);

    const auto tested = std::make_shared<Tested>(
        std::map<std::string, Fate, std::less<>>{{"good.example", Fate::Accepted}, {"bad.example", Fate::Lost}});
    simulation.setLive(tested);
    QCOMPARE(simulation.outcome().byTest, 2U);
    QCOMPARE(simulation.outcome().accepted(), 1U);
    QCOMPARE(simulation.outcome().lost(), 4U); // what went in clear stays lost, whatever the test said
    QCOMPARE(simulation.outcome().unknown(), 1U);
    Naive naive(facts.table(), Direction::Outbound);
    QCOMPARE(difference(simulation, naive, tested.get()), QByteArray());
    simulation.setDefault(requirement("dane", Direction::Outbound)); // every message hangs on what DNS says
    QCOMPARE(simulation.outcome().accepted(), 2U);
    QCOMPARE(simulation.outcome().lost(), 2U);
    simulation.setDefault(requirement("encrypt", Direction::Outbound)); // the log has told
    QCOMPARE(simulation.outcome().accepted(), 3U);

    simulation.setDefault(requirement("secure", Direction::Outbound));
    simulation.setLive({});
    QCOMPARE(simulation.outcome().unknown(), 3U);
    QCOMPARE(difference(simulation, naive), QByteArray());

    // One more domain tested costs that domain alone, and comes to the same.
    const auto first
        = std::make_shared<Tested>(std::map<std::string, Fate, std::less<>>{{"good.example", Fate::Accepted}});
    const std::vector<std::size_t> rows
        = simulation.setLive(first, {"good.example", "elsewhere.example", "good.example"});
    QCOMPARE(rows, std::vector<std::size_t>{*simulation.rowOf("good.example")});
    QCOMPARE(difference(simulation, naive, first.get()), QByteArray());
    QCOMPARE(simulation.setLive(tested, {"bad.example"}).size(), std::size_t{1});
    QCOMPARE(difference(simulation, naive, tested.get()), QByteArray());
}

/** A recipient of a message that counted elsewhere: a row of no message, perhaps of a domain without any. */
void SimulationTest::rowsOfNoMessage()
{
    Facts facts;
    facts.add({"ghost.example", clear, 0}).add({"bank.example", clear, 2}).add({"bank.example", unlogged, 0});
    Simulation simulation(facts.table(), Direction::Inbound);
    QCOMPARE(simulation.domainCount(), std::size_t{1});
    QVERIFY(!simulation.rowOf("ghost.example"));
    simulation.setDefault(requirement("encrypt"));
    QCOMPARE(simulation.outcome().lost(), 2U);
    QCOMPARE(simulation.outcome().total(), 2U);
    for (const auto& day : simulation.dayCounts(0, requirement("encrypt"), false))
        QCOMPARE(day.messages, 2U);
}

void SimulationTest::nothingAtAll()
{
    Simulation simulation(std::make_shared<const FactTable>(), Direction::Inbound);
    simulation.setDefault(requirement("encrypt"));
    QVERIFY(simulation.setRequirement(scope(".bank.example"), requirement("trusted")).empty());
    QCOMPARE(simulation.domainCount(), std::size_t{0});
    QVERIFY(simulation.days().empty());
    QVERIFY(simulation.outcome() == Outcome{});
    QCOMPARE(simulation.outcome().lostShare(), 0.0);
    QVERIFY(!simulation.rowOf(""));
    QCOMPARE(simulation.policy().rows.size(), std::size_t{1});
}

void SimulationTest::outcomesAdd()
{
    Outcome one;
    one.counts = {{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}};
    one.lostByEvidence = {1, 2, 3, 9};
    QCOMPARE(one.accepted(), 6U);
    QCOMPARE(one.lost(), 15U);
    QCOMPARE(one.unknown(), 24U);
    QCOMPARE(one.total(), 45U);
    QCOMPARE(one.of(Fate::Lost, SpamVerdict::Spam), 6U);
    QCOMPARE(one.lostWanted(), 9U);
    QCOMPARE(one.lostShare(), 15.0 / 45.0);
    QCOMPARE(one.lostWantedShare(), 9.0 / 27.0);
    QCOMPARE(Outcome().lostWantedShare(), 0.0);
    one.byTest = 4;
    Outcome sum = one;
    sum += one;
    QCOMPARE(sum.lost(), 30U);
    QCOMPARE(sum.lostByEvidence[3], 18U);
    QCOMPARE(sum.byTest, 8U);
    sum -= one;
    QVERIFY(sum == one);
}

void SimulationTest::summarises()
{
    Facts facts;
    facts.add({"bank.example", clear, 5, "192.0.2.1", "", 0, SpamVerdict::Spam});
    facts.add({"bank.example", clear, 1, "192.0.2.1", "", 0, SpamVerdict::Legitimate});
    facts.add({"uni.example", unlogged, 3, "192.0.2.2", "", 2});
    facts.add({"uni.example", tls(TlsVersion::Tls12, Trust::Trusted, "OLD"), 7, "192.0.2.3", "", 2});
    facts.add({"uni.example", tls(TlsVersion::Tls13, Trust::Anonymous, "NEW"), 7, "192.0.2.3", "", 3});
    facts.add(
        {"uni.example", tls(TlsVersion::Tls12, Trust::Anonymous, "NEW"), 2, "192.0.2.1", "", 3, SpamVerdict::Spam});
    facts.add({"uni.example", tls(TlsVersion::Unknown, Trust::Unknown, ""), 1, "192.0.2.1", "", 3});
    facts.add(
        {"out.example", clear, 99, "192.0.2.77", "", 50, SpamVerdict::Unlabelled, false, "", Direction::Outbound});
    const TrafficSummary summary = summarise(*facts.table(), Direction::Inbound);
    QCOMPARE(summary.total.messages, 26U);
    QCOMPARE(summary.total.recipients, 26U + 7);
    QCOMPARE(summary.total.plaintext, 6U);
    QCOMPARE(summary.total.plaintextSpam, 5U);
    QCOMPARE(summary.total.unknown, 3U);
    QCOMPARE(summary.total.overTls(), 17U);
    QCOMPARE(summary.total.byVersion, (std::array<std::uint64_t, 6>{1, 0, 0, 0, 9, 7}));
    QCOMPARE(summary.total.hosts, 3U);
    QCOMPARE(summary.total.activeDays, 3U);
    QCOMPARE(summary.domainCount, 2U);
    QCOMPARE(summary.firstDay, Day{20'000});
    QCOMPARE(summary.lastDay, Day{20'003});
    QCOMPARE(summary.days.size(), std::size_t{4});
    QCOMPARE(summary.days[0].plaintext, 6U);
    QCOMPARE(summary.days[1].plaintext + summary.days[1].unknown + summary.days[1].tls, 0U);
    QCOMPARE(summary.days[2].unknown, 3U);
    QCOMPARE(summary.days[2].tls, 7U);
    QCOMPARE(summary.days[3].tls, 10U);
    QCOMPARE(summary.ciphers.size(), std::size_t{2}); // one that was not logged has no name
    QCOMPARE(summary.ciphers[0].name, std::string("NEW"));
    QCOMPARE(summary.ciphers[0].messages, 9U);
    QCOMPARE(summary.ciphers[1].messages, 7U);
    QCOMPARE(summary.byTrust, (std::array<std::uint64_t, 5>{1, 9, 0, 7, 0}));
    const std::array<std::array<std::uint64_t, 3>, 3> spamByTls{{{15, 0, 3}, {0, 1, 0}, {2, 5, 0}}};
    QCOMPARE(summary.spamByTls, spamByTls);
}

void SimulationTest::summarisesNothing()
{
    const TrafficSummary summary = summarise(FactTable(), Direction::Outbound);
    QCOMPARE(summary.total.messages, 0U);
    QVERIFY(summary.days.empty() && summary.ciphers.empty());
}

QTEST_GUILESS_MAIN(SimulationTest)
#include "tst_simulation.moc"
