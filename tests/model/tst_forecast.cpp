// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

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
        m_unknown = m_table->tlsId({TlsState::Unknown, TlsVersion::Unknown, Trust::Unknown, {}});
    }
    Facts& addUnknown(int day, const std::string& domain, unsigned messages)
    {
        FactKey key;
        key.day = static_cast<Day>(20000 + day);
        key.domain = m_table->domains.id(domain);
        key.host = m_table->hostId(*IpAddress::parse("192.0.2.1"), {});
        key.tls = m_unknown;
        m_table->add(key, messages, messages);
        return *this;
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
    TlsId m_unknown = 0;
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
    void tooLittleGivesABound();
    void nothingIsSaidOfTheUnknown();
    void neverNarrowerThanBinomial();
    void theNextPeriodHasOtherWeekdays();
    void spamIsNotForecast();
    void sameFactsSameForecast();
    void coversTheNextPeriod();
    void switchedDomainsAreNamed();
    void aTrendIsTold();
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

void ForecastTest::tooLittleGivesABound()
{
    Facts thirteenDays;
    for (int day = 0; day < 13; ++day) {
        for (int i = 0; i < 9; ++i)
            thirteenDays.add(day, "d" + std::to_string(i) + ".example", 10, 1);
    }
    const Forecast few = forecastLoss(thirteenDays.simulation());
    QVERIFY(!few.interval);
    // 117 of 1287 would be lost: above the share itself, and above its one-sided binomial bound (Wilson's, 10.5 %).
    QVERIFY2(few.atMost > 0.105 && few.atMost < 0.25, qPrintable(QString::number(few.atMost)));
    thirteenDays.add(13, "d0.example", 1, 0);
    QVERIFY(forecastLoss(thirteenDays.simulation()).interval);

    // Nothing lost so far: an interval all the same, from 0 to something; the rule of three says 3/n at least.
    Facts lossless;
    for (int day = 0; day < 30; ++day)
        lossless.add(day, "a.example", 10, 0);
    const Forecast none = forecastLoss(lossless.simulation());
    QVERIFY(none.interval);
    QCOMPARE(none.interval->low, 0.0);
    QVERIFY(none.interval->high > 3.0 / 300);
    QVERIFY(none.atMost > 2.995 / 300);
    QVERIFY(none.expected > 0);

    const Forecast idle = forecastLoss(lossless.simulation(false)); // nothing is required, nothing is lost
    QVERIFY(!idle.interval);
    QCOMPARE(idle.atMost, 0.0);
    QVERIFY(!forecastLoss(Facts().simulation()).interval);
    QCOMPARE(forecastLoss(Facts().simulation()).atMost, 1.0);
}

void ForecastTest::nothingIsSaidOfTheUnknown()
{
    Facts facts;
    for (int day = 0; day < 30; ++day)
        facts.addUnknown(day, "a.example", 100);
    const Forecast forecast = forecastLoss(facts.simulation());
    QVERIFY(!forecast.interval);
    QCOMPARE(forecast.messages, std::uint64_t{0});
    QCOMPARE(forecast.unknown, std::uint64_t{3000});
    QCOMPARE(forecast.atMost, 1.0);
    QVERIFY(!backtest(facts.simulation()));
    const Frontier curve = frontier(facts.simulation(false), encrypt);
    QVERIFY(curve.points.empty());
    QCOMPARE(curve.unknownShare, 1.0);

    // A tenth is known: the bound leaves room for the other nine.
    for (int day = 0; day < 30; ++day)
        facts.add(day, "b.example", 11, 0);
    const Forecast little = forecastLoss(facts.simulation());
    QVERIFY(!little.interval);
    QVERIFY(little.atMost > 3000.0 / 3330);
    // Nine tenths are known.
    for (int day = 0; day < 30; ++day)
        facts.add(day, "b.example", 900, 9);
    const Forecast most = forecastLoss(facts.simulation());
    QVERIFY(most.interval);
    QVERIFY(most.interval->low < 0.01 && most.interval->high > 0.01 && most.interval->high < 0.1);
}

void ForecastTest::neverNarrowerThanBinomial()
{
    // Every day is the same, so resampling shows no spread. 120 of 1200 lost: Wilson's interval for 60 of 600 (one
    // period known, one to come) is 7.85 % to 12.66 %, computed by hand.
    Facts facts;
    for (int day = 0; day < 20; ++day) {
        for (int i = 0; i < 6; ++i)
            facts.add(day, "d" + std::to_string(i) + ".example", 9, 1);
    }
    const Forecast forecast = forecastLoss(facts.simulation());
    QVERIFY(forecast.interval);
    QVERIFY(std::abs(forecast.expected - 0.1) < 0.003);
    QVERIFY2(std::abs(forecast.interval->low - 0.0785) < 0.003, qPrintable(QString::number(forecast.interval->low)));
    QVERIFY2(std::abs(forecast.interval->high - 0.1266) < 0.003, qPrintable(QString::number(forecast.interval->high)));
    QCOMPARE(forecast.interval->level, 0.95);
}

void ForecastTest::theNextPeriodHasOtherWeekdays()
{
    // Day 0 of 1970 was a Thursday, so day 20 003 is a Monday. From a Monday on, 29 days have five Mondays and the next
    // 29 have four.
    QCOMPARE((20003 + 3) % 7, 0);
    Facts facts;
    for (int day = 3; day < 32; ++day) {
        for (int i = 0; i < 10; ++i)
            facts.add(day, "d" + std::to_string(i) + ".example", 50, (day - 3) % 7 == 0 ? 10 : 0);
    }
    const Forecast forecast = forecastLoss(facts.simulation());
    QVERIFY(forecast.interval);
    const double five = 5 * 100 / (29 * 500 + 500.0);
    const double four = 4 * 100 / (29 * 500 + 400.0);
    QVERIFY2(std::abs(forecast.expected - four) < 0.2 * (five - four), qPrintable(QString::number(forecast.expected)));
    // A rhythm is no noise: hardly wider than the binomial floor, which is 0.73 points here.
    QVERIFY2(forecast.interval->high - forecast.interval->low < 0.012,
        qPrintable(QString::number(forecast.interval->high - forecast.interval->low)));
}

void ForecastTest::spamIsNotForecast()
{
    Facts without;
    Facts with;
    for (int day = 0; day < 30; ++day) {
        for (int i = 0; i < 9; ++i) {
            const std::string domain = "d" + std::to_string(i) + ".example";
            without.add(day, domain, 10, i % 3 == 0 ? 1 : 0);
            with.add(day, domain, 10, i % 3 == 0 ? 1 : 0).add(day, domain, 0, 50, SpamVerdict::Spam);
        }
    }
    const Forecast a = forecastLoss(without.simulation());
    const Forecast b = forecastLoss(with.simulation());
    QVERIFY(a.interval && b.interval);
    QCOMPARE(a.interval->low, b.interval->low);
    QCOMPARE(a.interval->high, b.interval->high);
    QCOMPARE(backtest(with.simulation())->observed, backtest(without.simulation())->observed);
    QVERIFY(newCorrespondents(with.simulation()) == newCorrespondents(without.simulation()));
}

void ForecastTest::switchedDomainsAreNamed()
{
    Facts facts;
    for (int day = 0; day < 30; ++day) {
        facts.add(day, "steady.example", 60, 2);
        facts.add(day, "partner.example", day < 18 ? 20 : 0, day < 18 ? 0 : 20);
        facts.add(day, "rhythm.example", day % 2 == 0 ? 20 : 0, day % 2 == 0 ? 0 : 20);
    }
    const Simulation simulation = facts.simulation();
    const Forecast forecast = forecastLoss(simulation);
    QVERIFY(!forecast.warnings.empty());
    int switched = 0;
    for (const ForecastWarning& warning : forecast.warnings) {
        if (warning.kind != ForecastWarning::Kind::Switched)
            continue;
        ++switched;
        QCOMPARE(simulation.traffic(warning.row).key, std::string_view("partner.example"));
        QCOMPARE(warning.since, Day(20018));
        QCOMPARE(warning.before, 0.0);
        QCOMPARE(warning.after, 1.0);
        QVERIFY(warning.chance < 0.01);
    }
    QCOMPARE(switched, 1);
    // Never a narrow interval in silence: as it is since then, and as it was, are both in it.
    const double now = (60 + 600 + 300) / (30 * 102.0);
    const double before = (60 + 300) / (30 * 102.0);
    QVERIFY(forecast.interval->low < before + 0.02 && forecast.interval->high > now - 0.02);
}

void ForecastTest::aTrendIsTold()
{
    Facts facts;
    Facts calm;
    std::mt19937 random(11);
    for (int day = 0; day < 30; ++day) {
        for (int i = 0; i < 40; ++i) {
            const std::string domain = "d" + std::to_string(i) + ".example";
            unsigned clear = 0;
            unsigned steady = 0;
            for (int message = 0; message < 20; ++message) {
                clear += std::generate_canonical<double, 30>(random) < 0.05 + 0.005 * day ? 1 : 0;
                steady += std::generate_canonical<double, 30>(random) < 0.125 ? 1 : 0;
            }
            facts.add(day, domain, 20 - clear, clear);
            calm.add(day, domain, 20 - steady, steady);
        }
    }
    const Forecast forecast = forecastLoss(facts.simulation());
    QVERIFY(!forecast.warnings.empty()); // single domains may be named after it
    QVERIFY(forecast.warnings.front().kind == ForecastWarning::Kind::Trend);
    QVERIFY(std::abs(forecast.warnings.front().before - 0.05) < 0.02);
    QVERIFY(std::abs(forecast.warnings.front().after - 0.195) < 0.02);
    // Goes on: 0.05 + 0.005 · 44.5 in the middle of the next period.
    QVERIFY(forecast.interval->high > 0.27 && forecast.interval->low < 0.125);
    const Forecast other = forecastLoss(calm.simulation());
    QVERIFY(other.warnings.empty());
    QVERIFY(other.interval->high - other.interval->low < 0.03);
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
    const auto first = forecastLoss(facts.simulation()).interval;
    const auto second = forecastLoss(facts.simulation()).interval;
    QVERIFY(first && second);
    QCOMPARE(first->low, second->low);
    QCOMPARE(first->high, second->high);
    const double share = facts.simulation().outcome().lostShare();
    QVERIFY(first->low < share && share < first->high);
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
        const auto interval = forecastLoss(LossHistory{first, {}, Calendar(28, 0, 28), fitLossModel(first)}).interval;
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
    const auto interval = forecastLoss(simulation).interval;
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
    QCOMPARE(order(simulation, all).first(), u"free.example"_s);
    QCOMPARE(order(simulation, all).last(), u"dear.example"_s);
    QCOMPARE(all.lossless().count(), std::size_t{2});
    const double total = 286;
    QCOMPARE(all.lossless().value, 55 / total);
    QCOMPARE(all.points[4].covered, 265 / total);
    QCOMPARE(all.requireAllCost, 21 / total);
    // Nobody is free, and what less was seen of is dearer for its size.
    double free = 0;
    double small = 0;
    for (const FrontierPoint& point : all.points) {
        QVERIFY(point.expected > 0);
        if (simulation.traffic(point.row).key == "free.example")
            free = point.expected;
        if (simulation.traffic(point.row).key == "small.example")
            small = point.expected;
    }
    QVERIFY(small / 5 > free / 50);
    // A hull: what another lost message buys never grows.
    double last = INFINITY;
    for (std::size_t i = 1; i < all.points.size(); ++i) {
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
    // One big domain that does not fit, ten small ones that do: going on past the big one protects 31 %.
    Facts facts;
    for (int day = 0; day < 10; ++day) {
        facts.add(day, "d0.example", 200, 2);
        for (int i = 1; i <= 10; ++i)
            facts.add(day, "d" + std::to_string(i) + ".example", 9, day == i % 10 ? 1 : 0);
    }
    const Frontier all = frontier(facts.simulation(false), encrypt);
    QVERIFY(all.within(0.0).runs.empty());
    const Selection half = all.within(0.005);
    QVERIFY2(half.value > 0.25 && half.value < 0.32, qPrintable(QString::number(half.value)));
    QVERIFY(half.cost <= 0.005);
    QCOMPARE(all.within(1.0).count(), std::size_t{11});
}

void ForecastTest::frontierIgnoresSpam()
{
    Facts facts;
    facts.add(0, "a.example", 10, 0).add(0, "a.example", 3, 40, SpamVerdict::Spam); // loses spam alone
    facts.add(0, "b.example", 30, 0, SpamVerdict::Legitimate).add(0, "b.example", 0, 10, SpamVerdict::Legitimate);
    const Simulation simulation = facts.simulation(false);
    const Frontier all = frontier(simulation, encrypt);
    QCOMPARE(all.lossless().count(), std::size_t{1});
    QCOMPARE(all.lossless().value, 10 / 50.0);
    QCOMPARE(all.requireAllCost, 10 / 50.0);
}

void ForecastTest::frontierOfNothing()
{
    const Frontier none = frontier(Facts().simulation(), encrypt);
    QVERIFY(none.points.empty());
    QVERIFY(none.within(1.0).runs.empty());
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
    QVERIFY(test->interval->low > 0.1); // constant days: the first half could not know
    QVERIFY(!test->holds());
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
