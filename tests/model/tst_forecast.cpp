// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/daybootstrap.h"
#include "model/forecast/forecast.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <random>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

const Requirement encrypt{Level::Encrypt, TlsVersion::Unknown};

/** Builds facts by hand: one host a domain. */
class Facts
{
public:
    Facts()
    {
        m_modern = m_table->tlsId({TlsState::Tls, TlsVersion::Tls13, Trust::Anonymous, "x"});
        m_clear = m_table->tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
    }
    Facts& add(
        int day, const std::string& domain, unsigned tls, unsigned clear, SpamVerdict spam = SpamVerdict::Unlabelled)
    {
        FactKey key;
        key.day = static_cast<Day>(20000 + day);
        key.domain = m_table->domains.id(domain);
        key.host = m_table->hostId(*IpAddress::parse("192.0.2.1"), {});
        key.spam = spam;
        if (tls > 0) {
            key.tls = m_modern;
            m_table->add(key, tls, tls);
        }
        if (clear > 0) {
            key.tls = m_clear;
            m_table->add(key, clear, clear);
        }
        return *this;
    }
    Simulation simulation(bool encryptAll = true) const
    {
        Simulation out(m_table, Direction::Inbound);
        if (encryptAll)
            out.setDefault(encrypt);
        return out;
    }

private:
    std::shared_ptr<FactTable> m_table = std::make_shared<FactTable>();
    TlsId m_modern = 0;
    TlsId m_clear = 0;
};

QStringList order(const Simulation& simulation, const Frontier& frontier)
{
    QStringList out;
    for (const FrontierPoint& point : frontier.points)
        out.append(QString::fromStdString(std::string(simulation.traffic(point.row).key)));
    return out;
}

} // namespace

class ForecastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void upperBounds_data();
    void upperBounds();
    void upperBoundInvertsTheBinomial();
    void upperBoundIsMonotone();
    void tooLittleSaysNothing();
    void constantDaysHaveNoSpread();
    void spreadAgreesWithTheory();
    void weekdaysAreHonoured();
    void weekdayRhythmIsNotNoise();
    void sameFactsSameForecast();
    void manySmallDomainsAgreeWithTheory();
    void coversTheNextPeriod();
    void largeTablesAreFast();
    void newCorrespondentsAreThoseSeenOnce();
    void frontierOrder();
    void frontierNeverProposesTheHopeless();
    void frontierBudget();
    void frontierIgnoresSpam();
    void frontierOfNothing();
    void backtestComparesHalves();
    void backtestNeedsTwoHalves();
};

void ForecastTest::upperBounds_data()
{
    QTest::addColumn<quint64>("lost");
    QTest::addColumn<quint64>("messages");
    QTest::addColumn<double>("bound");
    // One-sided 95 % Clopper–Pearson bounds; zero losses: 1 − 0.05^(1/n), "the rule of three".
    QTest::addRow("0/1") << quint64{0} << quint64{1} << 0.95;
    QTest::addRow("0/10") << quint64{0} << quint64{10} << 0.258866;
    QTest::addRow("0/59") << quint64{0} << quint64{59} << 0.049507;
    QTest::addRow("0/3000") << quint64{0} << quint64{3000} << 0.000998;
    QTest::addRow("1/10") << quint64{1} << quint64{10} << 0.394163;
    QTest::addRow("2/10") << quint64{2} << quint64{10} << 0.506901;
    QTest::addRow("5/10") << quint64{5} << quint64{10} << 0.777559;
    QTest::addRow("9/10") << quint64{9} << quint64{10} << 0.994884;
    QTest::addRow("1/20") << quint64{1} << quint64{20} << 0.216106;
    QTest::addRow("10/100") << quint64{10} << quint64{100} << 0.163715;
    QTest::addRow("7/15") << quint64{7} << quint64{15} << 0.7;
    QTest::addRow("all") << quint64{10} << quint64{10} << 1.0;
    QTest::addRow("no mail") << quint64{0} << quint64{0} << 1.0;
}

void ForecastTest::upperBounds()
{
    QFETCH(quint64, lost);
    QFETCH(quint64, messages);
    QFETCH(double, bound);
    const double tolerance = lost == 7 ? 0.005 : 1e-5;
    QVERIFY2(std::abs(upperBound(lost, messages) - bound) < tolerance,
        qPrintable(QString::number(upperBound(lost, messages), 'g', 10)));
}

void ForecastTest::upperBoundInvertsTheBinomial()
{
    // The definition, summed term by term: with share p, k or fewer losses of n have probability 5 %.
    for (const auto& [k, n] :
        {std::pair{1, 7}, std::pair{3, 50}, std::pair{20, 500}, std::pair{450, 500}, std::pair{2, 4000}}) {
        const double p = upperBound(static_cast<std::uint64_t>(k), static_cast<std::uint64_t>(n));
        double sum = 0;
        for (int i = 0; i <= k; ++i)
            sum += std::exp(std::lgamma(n + 1) - std::lgamma(i + 1) - std::lgamma(n - i + 1) + i * std::log(p)
                + (n - i) * std::log1p(-p));
        QVERIFY2(std::abs(sum - 0.05) < 1e-7, qPrintable(u"%1 of %2: %3"_s.arg(k).arg(n).arg(sum)));
    }
}

void ForecastTest::upperBoundIsMonotone()
{
    for (const std::uint64_t n : {1U, 2U, 5U, 30U, 1000U, 100'000U, 10'000'000U}) {
        double last = 0;
        for (std::uint64_t k = 0; k <= std::min<std::uint64_t>(n, 50); ++k) {
            const double bound = upperBound(k, n);
            QVERIFY(bound > last || bound == 1.0);
            QVERIFY(bound > static_cast<double>(k) / static_cast<double>(n) || k == n);
            QVERIFY(upperBound(k, n + 1) < bound || bound == 1.0);
            last = bound;
        }
    }
}

void ForecastTest::tooLittleSaysNothing()
{
    Facts thirteenDays;
    for (int day = 0; day < 13; ++day) {
        for (int i = 0; i < 9; ++i)
            thirteenDays.add(day, "d" + std::to_string(i) + ".example", 10, 1);
    }
    QVERIFY(!forecastLoss(thirteenDays.simulation()));
    thirteenDays.add(13, "d0.example", 1, 0);
    QVERIFY(forecastLoss(thirteenDays.simulation()));

    Facts fourDomains;
    for (int day = 0; day < 60; ++day) {
        for (int i = 0; i < 9; ++i)
            fourDomains.add(day, "d" + std::to_string(i) + ".example", 10, i < 4 ? 1 : 0);
    }
    QVERIFY(!forecastLoss(fourDomains.simulation()));
    fourDomains.add(3, "d4.example", 0, 1);
    QVERIFY(forecastLoss(fourDomains.simulation()));
    QVERIFY(!forecastLoss(fourDomains.simulation(false))); // nothing is required, nothing is lost
    QVERIFY(!forecastLoss(Facts().simulation()));
}

void ForecastTest::constantDaysHaveNoSpread()
{
    Facts facts;
    for (int day = 0; day < 20; ++day) {
        for (int i = 0; i < 6; ++i)
            facts.add(day, "d" + std::to_string(i) + ".example", 9, 1);
    }
    const auto interval = forecastLoss(facts.simulation());
    QVERIFY(interval);
    QCOMPARE(interval->low, 0.1);
    QCOMPARE(interval->high, 0.1);
    QCOMPARE(interval->level, 0.95);
}

void ForecastTest::spreadAgreesWithTheory()
{
    // Ten domains that lose on every other day all of 10 messages, and one big domain that never does: the loss of a
    // resampled window is 10 × Binomial(20 draws × 10, 1/2), so its deviation is known.
    Facts facts;
    for (int day = 0; day < 20; ++day) {
        facts.add(day, "big.example", 10'000, 0);
        for (int i = 0; i < 10; ++i)
            facts.add(day, "d" + std::to_string(i) + ".example", day % 2 == 0 ? 10 : 0, day % 2 == 0 ? 0 : 10);
    }
    const auto interval = forecastLoss(facts.simulation());
    QVERIFY(interval);
    const double total = 20 * 10'000 + 20 * 100;
    const double share = 1000 / total;
    const double deviation = 10 * std::sqrt(200 * 0.25) / total;
    const double half = 1.96 * std::sqrt(2.0 * 20 / 19) * deviation;
    QVERIFY(std::abs(interval->low - (share - half)) < 0.1 * half);
    QVERIFY(std::abs(interval->high - (share + half)) < 0.1 * half);
}

void ForecastTest::weekdaysAreHonoured()
{
    // 28 days: a day is replaced by one of the same weekday. A domain that loses on Mondays only, always the same, has
    // no spread.
    Facts facts;
    for (int day = 0; day < 28; ++day) {
        for (int i = 0; i < 6; ++i)
            facts.add(day, "d" + std::to_string(i) + ".example", 5, day % 7 == 0 ? 5 : 0);
    }
    const auto interval = forecastLoss(facts.simulation());
    QVERIFY(interval);
    QCOMPARE(interval->low, interval->high);
}

void ForecastTest::weekdayRhythmIsNotNoise()
{
    // The same rhythm in 27 days, where weekdays are not told apart, looks like noise.
    Facts facts;
    for (int day = 0; day < 27; ++day) {
        for (int i = 0; i < 6; ++i)
            facts.add(day, "d" + std::to_string(i) + ".example", 5, day % 7 == 0 ? 5 : 0);
    }
    const auto interval = forecastLoss(facts.simulation());
    QVERIFY(interval);
    QVERIFY(interval->high - interval->low > 0.01);
}

void ForecastTest::sameFactsSameForecast()
{
    Facts facts;
    std::mt19937 twister(7);
    const auto random = [&] { return static_cast<unsigned>(twister()); };
    for (int day = 0; day < 30; ++day) {
        for (int i = 0; i < 40; ++i)
            facts.add(day, "d" + std::to_string(i) + ".example", random() % 10, random() % 20 == 0 ? 1 : 0);
    }
    const auto first = forecastLoss(facts.simulation());
    const auto second = forecastLoss(facts.simulation());
    QVERIFY(first && second);
    QCOMPARE(first->low, second->low);
    QCOMPARE(first->high, second->high);
    const double share = facts.simulation().outcome().lostShare();
    QVERIFY(first->low < share && share < first->high);
}

void ForecastTest::manySmallDomainsAgreeWithTheory()
{
    // More losing domains than are drawn one by one: the normal tail must give the deviation that the sum has.
    constexpr std::size_t days = 20;
    std::vector<DomainDays> domains;
    for (std::uint32_t i = 0; i < 10'000; ++i)
        domains.push_back({{i % 20, 1, 1}, {(i + 7) % 20, 1, 0}});
    domains.push_back({});
    for (std::uint32_t day = 0; day < days; ++day)
        domains.back().push_back({day, 100'000, 0});
    const auto interval = bootstrapLoss(domains, days, 1.0);
    QVERIFY(interval);
    const double total = 20'000 + 20 * 100'000.0;
    const double share = 10'000 / total;
    const double half = 1.96 * std::sqrt(2.0 * 20 / 19) * std::sqrt(10'000 * 0.95) / total;
    QVERIFY2(std::abs(interval->low - (share - half)) < 0.1 * half,
        qPrintable(u"%1 %2"_s.arg(interval->low).arg(share - half)));
    QVERIFY(std::abs(interval->high - (share + half)) < 0.1 * half);
}

void ForecastTest::coversTheNextPeriod()
{
    // Worlds of bursty senders whose habits stay: the interval from one month should hold the next month's share.
    // Nominal 95 %, about 94 % measured; a plain binomial interval holds about half of the time in such worlds.
    std::mt19937 random(20261122);
    int covered = 0;
    int asked = 0;
    double widths = 0;
    for (int world = 0; world < 60; ++world) {
        std::vector<DomainDays> first;
        double lost = 0;
        double messages = 0;
        for (int d = 0; d < 150; ++d) {
            const double volume = 60.0 / (d + 1) + 0.3; // a day, by rank
            const double u = std::generate_canonical<double, 30>(random);
            const double plain = u < 0.85 ? 0.0 : u < 0.93 ? 0.3 : 0.95; // most always can, some never
            std::poisson_distribution<unsigned> count(volume);
            DomainDays history;
            for (std::uint32_t day = 0; day < 56; ++day) {
                // A burst goes through one host, all of it with TLS or all without.
                unsigned n = 0;
                unsigned k = 0;
                for (int burst = 0; burst < 2; ++burst) {
                    const unsigned part = count(random) * (random() % 4 == 0 ? 4U : 1U) / 2U;
                    n += part;
                    if (std::generate_canonical<double, 30>(random) < plain)
                        k += part;
                }
                if (day < 28 && n > 0)
                    history.push_back({day, n, k});
                if (day >= 28) {
                    messages += n;
                    lost += k;
                }
            }
            first.push_back(history);
        }
        const auto interval = bootstrapLoss(first, 28, 1.0);
        if (!interval)
            continue;
        ++asked;
        widths += interval->high - interval->low;
        covered += interval->low <= lost / messages && lost / messages <= interval->high ? 1 : 0;
    }
    QVERIFY(asked >= 55);
    const QString seen = u"%1 of %2 covered, mean width %3"_s.arg(covered).arg(asked).arg(widths / asked);
    qInfo().noquote() << seen;
    QVERIFY2(covered >= asked * 85 / 100, qPrintable(seen));
    QVERIFY2(widths / asked < 0.25, qPrintable(seen)); // a wide enough interval covers everything and says nothing
}

void ForecastTest::largeTablesAreFast()
{
    if (qEnvironmentVariableIsEmpty("WAXSEAL_SLOW_TESTS"))
        QSKIP("set WAXSEAL_SLOW_TESTS to measure a forecast over 100 000 domains");
    Facts facts;
    std::mt19937 twister(1);
    const auto random = [&] { return static_cast<unsigned>(twister()); };
    for (int d = 0; d < 100'000; ++d) {
        for (int i = 0; i < 8; ++i)
            facts.add(static_cast<int>(random() % 30), "d" + std::to_string(d) + ".example", 1 + random() % 5,
                d % 5 == 0 ? random() % 2 : 0);
    }
    const Simulation simulation = facts.simulation();
    QElapsedTimer timer;
    timer.start();
    const auto interval = forecastLoss(simulation);
    qInfo("forecast over 100 000 domains: %lld ms", timer.restart());
    QVERIFY(interval);
    const Frontier all = frontier(simulation, encrypt);
    qInfo("frontier: %lld ms, %zu points", timer.restart(), all.points.size());
    double sum = 0;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row)
        sum += upperBound(simulation.outcome(row).lost(), simulation.outcome(row).total());
    qInfo("upper bounds: %lld ms (sum %.1f)", timer.elapsed(), sum);
}

void ForecastTest::newCorrespondentsAreThoseSeenOnce()
{
    Facts facts;
    facts.add(0, "big.example", 90, 0)
        .add(0, "a.example", 1, 0)
        .add(1, "b.example", 0, 1)
        .add(2, "c.example", 1, 0)
        .add(3, "d.example", 1, 0);
    facts.add(3, "two.example", 3, 3);
    const NewCorrespondents expected{4.0 / 100.0, 0.25};
    QVERIFY(newCorrespondents(facts.simulation()) == expected);
    QVERIFY(newCorrespondents(Facts().simulation()) == NewCorrespondents{});
}

void ForecastTest::frontierOrder()
{
    Facts facts;
    facts.add(0, "free.example", 50, 0); // costs nothing
    facts.add(0, "cheap.example", 90, 1); // 90 for 1
    facts.add(0, "dear.example", 20, 10); // 2 for 1
    facts.add(0, "middle.example", 100, 10); // 10 for 1
    facts.add(0, "small.example", 5, 0); // costs nothing, protects less
    const Simulation simulation = facts.simulation(false);
    const Frontier all = frontier(simulation, encrypt);
    QCOMPARE(order(simulation, all),
        QStringList(
            {u"free.example"_s, u"small.example"_s, u"cheap.example"_s, u"middle.example"_s, u"dear.example"_s}));
    QCOMPARE(all.zeroLoss, std::size_t{2});
    const double total = 286;
    QCOMPARE(all.points[1].cost, 0.0);
    QCOMPARE(all.points[1].covered, 55 / total);
    QCOMPARE(all.points[2].cost, 1 / total);
    QCOMPARE(all.points[4].cost, 21 / total);
    QCOMPARE(all.points[4].covered, 265 / total);
    QCOMPARE(all.requireAllCost, 21 / total);
    // A hull: what another lost message buys never grows.
    double last = INFINITY;
    for (std::size_t i = all.zeroLoss; i < all.points.size(); ++i) {
        const double slope
            = (all.points[i].covered - all.points[i - 1].covered) / (all.points[i].cost - all.points[i - 1].cost);
        QVERIFY(slope <= last + 1e-9);
        last = slope;
    }
}

void ForecastTest::frontierNeverProposesTheHopeless()
{
    Facts facts;
    facts.add(0, "clear.example", 0, 500); // no TLS at all
    facts.add(0, "rare.example", 2, 0); // too little seen
    facts.add(0, "[192.0.2.9]", 50, 0); // no host name: cannot stand in a policy
    facts.add(0, "<>", 50, 0);
    facts.add(0, "good.example", 3, 0);
    const Simulation simulation = facts.simulation(false);
    QCOMPARE(order(simulation, frontier(simulation, encrypt)), QStringList{u"good.example"_s});
    QCOMPARE(order(simulation, frontier(simulation, encrypt, 2)), QStringList({u"good.example"_s, u"rare.example"_s}));
    // Mail over TLS that is too old for the requirement protects nobody.
    QVERIFY(frontier(simulation, {Level::TrustedCertificate, TlsVersion::Unknown}).points.empty());
}

void ForecastTest::frontierBudget()
{
    Facts facts;
    facts.add(0, "free.example", 890, 0).add(0, "a.example", 99, 1).add(0, "b.example", 5, 5);
    const Frontier all = frontier(facts.simulation(false), encrypt);
    QCOMPARE(all.within(0.0), std::size_t{1});
    QCOMPARE(all.within(0.0009), std::size_t{1});
    QCOMPARE(all.within(0.001), std::size_t{2}); // 1 of 1000, exactly the budget
    QCOMPARE(all.within(0.006), std::size_t{3});
    QCOMPARE(all.within(1.0), std::size_t{3});
}

void ForecastTest::frontierIgnoresSpam()
{
    Facts facts;
    facts.add(0, "a.example", 10, 0).add(0, "a.example", 3, 40, SpamVerdict::Spam); // loses spam alone
    facts.add(0, "b.example", 30, 0, SpamVerdict::Legitimate).add(0, "b.example", 0, 10, SpamVerdict::Legitimate);
    const Simulation simulation = facts.simulation(false);
    const Frontier all = frontier(simulation, encrypt);
    QCOMPARE(order(simulation, all), QStringList({u"a.example"_s, u"b.example"_s}));
    QCOMPARE(all.zeroLoss, std::size_t{1});
    QCOMPARE(all.points[0].covered, 10 / 50.0);
    QCOMPARE(all.requireAllCost, 10 / 50.0);
}

void ForecastTest::frontierOfNothing()
{
    const Frontier none = frontier(Facts().simulation(), encrypt);
    QVERIFY(none.points.empty());
    QCOMPARE(none.within(1.0), std::size_t{0});
    QCOMPARE(none.requireAllCost, 0.0);
}

void ForecastTest::backtestComparesHalves()
{
    Facts facts;
    for (int day = 0; day < 40; ++day) {
        for (int i = 0; i < 6; ++i)
            facts.add(day, "d" + std::to_string(i) + ".example", 8, day < 20 ? 2 : 0);
    }
    const auto test = backtest(facts.simulation());
    QVERIFY(test);
    QCOMPARE(test->predicted, 0.2);
    QCOMPARE(test->observed, 0.0);
    QVERIFY(test->interval);
    QCOMPARE(test->interval->low, 0.2); // constant days: the first half could not know
}

void ForecastTest::backtestNeedsTwoHalves()
{
    QVERIFY(!backtest(Facts().simulation()));
    QVERIFY(!backtest(Facts().add(0, "a.example", 1, 1).simulation()));
    const auto test = backtest(Facts().add(0, "a.example", 1, 1).add(1, "a.example", 4, 0).simulation());
    QVERIFY(test);
    QCOMPARE(test->predicted, 0.5);
    QCOMPARE(test->observed, 0.0);
    QVERIFY(!test->interval);
}

QTEST_GUILESS_MAIN(ForecastTest)
#include "tst_forecast.moc"
