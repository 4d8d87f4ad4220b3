// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/forecast/changes.h"
#include "model/forecast/dispersion.h"
#include "model/forecast/distributions.h"
#include "model/forecast/knapsack.h"
#include "model/forecast/lossmodel.h"
#include "model/forecast/random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

double uniform(std::mt19937& random)
{
    return std::generate_canonical<double, 40>(random);
}

bool isClose(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

/** A domain with the same number of messages every day. */
template <typename Lost>
DomainDays steady(std::uint32_t days, std::uint32_t messages, Lost lost)
{
    DomainDays out;
    for (std::uint32_t day = 0; day < days; ++day)
        out.push_back({day, messages, lost(day)});
    return out;
}

} // namespace

class ForecastMathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calendarCountsTheNextWeekdays();
    void betaAndStudentAgreeWithTables();
    void wilsonAgreesWithTheFormula();
    void gammaHasItsMoments();
    void betaBinomialByHand();
    void clustersCountOnce();
    void modelFindsWhatItWasMadeOf();
    void daysOrWeeksThatGoTogetherAreSeen();
    void cautionNeverPromisesMore();
    void independentDaysAreNotWidened();
    void commonDaysWiden();
    void longRegimesWiden();
    void switchIsFoundWhereItIs();
    void falseAlarmsAreRare();
    void slopeOfALine();
    void selections();
    void knapsackAgainstDynamicProgramming();
    void knapsackGoesOnPastWhatDoesNotFit();
    void knapsackEdges();
};

void ForecastMathTest::calendarCountsTheNextWeekdays()
{
    // January 2026 begins on a Thursday; its 30 first days are followed by 31 January, a Saturday, to 1 March.
    const Calendar calendar(30, 3, 30);
    QCOMPARE(calendar.groups(), std::size_t{7});
    const std::array<std::uint32_t, 7> seen{4, 4, 4, 5, 5, 4, 4}; // Monday …: five Thursdays and Fridays
    const std::array<std::uint32_t, 7> next{4, 4, 4, 4, 4, 5, 5};
    for (std::size_t group = 0; group < 7; ++group) {
        QCOMPARE(calendar.size(group), seen[group]);
        QCOMPARE(calendar.next(group), next[group]);
    }
    // Two weeks are too short for weekdays: working days and weekends.
    const Calendar two(14, 0, 5);
    QCOMPARE(two.groups(), std::size_t{2});
    QCOMPARE(two.size(0), 10U);
    QCOMPARE(two.size(1), 4U);
    QCOMPARE(two.next(0), 5U);
    QCOMPARE(two.next(1), 0U);
    QCOMPARE(Calendar(13, 0, 13).groups(), std::size_t{1});
}

void ForecastMathTest::betaAndStudentAgreeWithTables()
{
    // Whole parameters are sums of the binomial: I_x(a, b) = P(Bin(a + b − 1, x) ≥ a).
    QVERIFY(isClose(incompleteBeta(2, 3, 0.5), 0.6875, 1e-12));
    QVERIFY(isClose(incompleteBeta(1, 5, 0.2), 1 - std::pow(0.8, 5), 1e-12));
    QVERIFY(isClose(incompleteBeta(0.5, 0.5, 0.25), 1.0 / 3, 1e-12)); // 2/π · asin √x
    // Two-sided 5 % points of Student's distribution as in every table, and Cauchy's closed form for one degree.
    QVERIFY(isClose(studentTwoSided(2.228139, 10), 0.05, 1e-6));
    QVERIFY(isClose(studentTwoSided(2.085963, 20), 0.05, 1e-6));
    QVERIFY(isClose(studentTwoSided(-3.0, 1), 1 - 2 / std::numbers::pi * std::atan(3.0), 1e-12));
    QCOMPARE(studentTwoSided(0, 5), 1.0);
}

void ForecastMathTest::wilsonAgreesWithTheFormula()
{
    // 8 of 10: 49.0 % to 94.3 %; none of 10: 0 to z² / (n + z²).
    const ShareRange eight = wilson(8, 10, 1.959964);
    QVERIFY(isClose(eight.low, 0.4902, 1e-4));
    QVERIFY(isClose(eight.high, 0.9433, 1e-4));
    const ShareRange none = wilson(0, 10, 1.959964);
    QVERIFY(isClose(none.low, 0, 1e-12));
    QVERIFY(isClose(none.high, 3.841459 / 13.841459, 1e-6));
    QCOMPARE(wilson(0, 0, 2).high, 1.0);
}

void ForecastMathTest::gammaHasItsMoments()
{
    for (const auto& [mean, variance] : {std::pair{3.0, 6.0}, std::pair{0.5, 2.0}, std::pair{100.0, 25.0}}) {
        Random random(5);
        constexpr int draws = 40'000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; ++i) {
            const double x = random.gamma(mean, variance);
            sum += x;
            squares += x * x;
        }
        QVERIFY(isClose(sum / draws, mean, 4 * std::sqrt(variance / draws)));
        QVERIFY(isClose(squares / draws - sum / draws * sum / draws, variance, 0.1 * variance));
    }
}

void ForecastMathTest::betaBinomialByHand()
{
    LossModel model;
    model.rho = 0;
    model.alpha = 1;
    model.beta = 9;
    // None of 20 lost: Beta(1, 29) is left, of 20 more 20/30 are lost; the beta-binomial's variance is
    // n m (1 − m) (s + n) / (s + 1) with m = 1/30 and s = 30.
    const LossModel::Expectation expected = model.expected({20, 0, 20 * 20});
    QVERIFY(isClose(expected.lost, 20.0 / 30, 1e-12));
    QVERIFY(isClose(expected.variance, 20.0 / 30 * 29 / 30 * 50 / 31, 1e-9));
    QVERIFY(isClose(model.expected({90, 9, 90}).lost, 90 * 10.0 / 100, 1e-12));
}

void ForecastMathTest::clustersCountOnce()
{
    LossModel model;
    model.rho = 1;
    model.alpha = 1;
    model.beta = 9;
    // 100 messages on two days of 50 are two observations.
    const DomainLoss loss{100, 0, 2 * 50 * 50};
    QCOMPARE(model.clusterSize(loss), 50.0);
    QVERIFY(isClose(model.expected(loss).lost, 100 * 1.0 / 12, 1e-12));
    model.rho = 0.1;
    QVERIFY(isClose(model.clusterSize(loss), 1 + 0.1 * 49, 1e-12));
    model.persistence = 1000; // never fewer than one observation
    QCOMPARE(model.clusterSize(loss), 100.0);
}

void ForecastMathTest::modelFindsWhatItWasMadeOf()
{
    // Shares of Beta(1, 4), whose quantile has a closed form; independent messages.
    std::mt19937 random(3);
    std::vector<DomainDays> domains;
    for (int i = 0; i < 1500; ++i) {
        const double share = 1 - std::pow(uniform(random), 0.25);
        domains.push_back(steady(20, 5, [&](std::uint32_t) {
            return static_cast<std::uint32_t>(std::binomial_distribution<int>(5, share)(random));
        }));
    }
    const LossModel model = fitLossModel(domains);
    QVERIFY2(model.rho < 0.02, qPrintable(QString::number(model.rho)));
    QVERIFY2(isClose(model.alpha, 1, 0.15), qPrintable(QString::number(model.alpha)));
    QVERIFY2(isClose(model.beta, 4, 0.6), qPrintable(QString::number(model.beta)));
    QVERIFY(model.persistence < 1.1);
    // Nothing was ever lost: finite, and small.
    const LossModel none = fitLossModel(std::vector<DomainDays>(20, steady(20, 5, [](std::uint32_t) { return 0U; })));
    QVERIFY(none.expected({100, 0, 500}).lost > 0);
    QVERIFY(none.expected({100, 0, 500}).lost < 2);
}

void ForecastMathTest::daysOrWeeksThatGoTogetherAreSeen()
{
    std::mt19937 random(4);
    std::vector<DomainDays> byDay;
    std::vector<DomainDays> byWeek;
    for (int i = 0; i < 200; ++i) {
        byDay.push_back(steady(28, 6, [&](std::uint32_t) { return uniform(random) < 0.3 ? 6U : 0U; }));
        std::array<bool, 4> bad{};
        for (bool& week : bad)
            week = uniform(random) < 0.3;
        byWeek.push_back(steady(28, 6, [&](std::uint32_t day) { return bad[day / 7] ? 6U : 0U; }));
    }
    const LossModel days = fitLossModel(byDay);
    QVERIFY2(days.rho > 0.9, qPrintable(QString::number(days.rho)));
    QVERIFY2(days.persistence < 1.3, qPrintable(QString::number(days.persistence)));
    const LossModel weeks = fitLossModel(byWeek);
    QVERIFY2(weeks.persistence > 5 && weeks.persistence <= 7, qPrintable(QString::number(weeks.persistence)));
}

void ForecastMathTest::cautionNeverPromisesMore()
{
    std::mt19937 random(6);
    std::vector<DomainDays> domains;
    for (int i = 0; i < 100; ++i) {
        const double share = i % 4 == 0 ? uniform(random) : 0;
        domains.push_back(steady(20, 8, [&](std::uint32_t) {
            return static_cast<std::uint32_t>(std::binomial_distribution<int>(8, share)(random));
        }));
    }
    const CautiousLoss caution(domains, 20);
    const LossModel model = fitLossModel(domains);
    for (const DomainDays& domain : domains)
        QVERIFY(caution.expected(domainLoss(domain)) >= model.expected(domainLoss(domain)).lost);
    // Many messages of one day are no more of a promise than a few of it.
    const double few = caution.expected({10, 0, 10 * 10}) / 10;
    const double many = caution.expected({1000, 0, 1000 * 1000}) / 1000;
    QVERIFY(isClose(few, many, 1e-9));
    QVERIFY(caution.expected({1000, 0, 10 * 100 * 100}) / 1000 < many);
    // In a short log messages count for themselves.
    QVERIFY(CautiousLoss(domains, 13).expected({1000, 0, 1000 * 1000}) < 10 * caution.expected({10, 0, 10 * 10}));
}

void ForecastMathTest::independentDaysAreNotWidened()
{
    std::mt19937 random(7);
    double ratio = 0;
    constexpr int worlds = 40;
    for (int world = 0; world < worlds; ++world) {
        std::vector<DomainDays> domains;
        for (int i = 0; i < 60; ++i)
            domains.push_back(steady(28, 10, [&](std::uint32_t) {
                return static_cast<std::uint32_t>(std::binomial_distribution<int>(10, 0.2)(random));
            }));
        const Dispersion spread = dispersion(domains, {}, 0.2, Calendar(28, 0, 28));
        // 28 days of 60 domains of 10 messages: n p (1 − p).
        QVERIFY(isClose(spread.byDay, 28 * 60 * 10 * 0.16, 0.1 * 28 * 60 * 10 * 0.16));
        ratio += spread.widest / spread.byDay / worlds;
    }
    QVERIFY2(ratio < 1.8, qPrintable(QString::number(ratio)));
}

void ForecastMathTest::commonDaysWiden()
{
    // All 30 domains lose on the same days: their sum varies 30 times as much as if each had days of its own.
    std::mt19937 random(8);
    std::array<bool, 56> bad{};
    for (bool& day : bad)
        day = uniform(random) < 0.3;
    const std::vector<DomainDays> domains(30, steady(56, 10, [&](std::uint32_t day) { return bad[day] ? 10U : 0U; }));
    const Dispersion spread = dispersion(domains, {}, 0.3, Calendar(56, 0, 56));
    QVERIFY2(spread.widest / spread.byDay > 20, qPrintable(QString::number(spread.widest / spread.byDay)));
}

void ForecastMathTest::longRegimesWiden()
{
    // Each domain is good or bad for two weeks at a time: weeks differ more than days, and halves more than weeks.
    std::mt19937 random(9);
    std::vector<DomainDays> domains;
    for (int i = 0; i < 100; ++i) {
        const std::array<bool, 2> bad{uniform(random) < 0.5, uniform(random) < 0.5};
        domains.push_back(steady(28, 10, [&](std::uint32_t day) {
            return static_cast<std::uint32_t>(std::binomial_distribution<int>(10, bad[day / 14] ? 0.8 : 0.1)(random));
        }));
    }
    const Dispersion spread = dispersion(domains, {}, 0.45, Calendar(28, 0, 28));
    QVERIFY2(spread.widest / spread.byDay > 10, qPrintable(QString::number(spread.widest / spread.byDay)));
}

void ForecastMathTest::switchIsFoundWhereItIs()
{
    std::vector<DomainDays> domains;
    domains.push_back(steady(30, 40, [](std::uint32_t) { return 0U; }));
    domains.push_back(steady(30, 20, [](std::uint32_t day) { return day < 21 ? 0U : 19U; }));
    domains.push_back(steady(30, 20, [](std::uint32_t day) { return day % 3 == 0 ? 20U : 0U; })); // a rhythm
    const std::vector<ShareSwitch> found = findSwitches(domains);
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].domain, std::size_t{1});
    QCOMPARE(found[0].since, 21U);
    QCOMPARE(found[0].before, 0.0);
    QCOMPARE(found[0].after, 0.95);
    // 2 of the 14 307 150 orders of 9 bad among 30 days are as extreme: none of 4 000 drawn.
    QVERIFY(found[0].chance < 1e-3);
    // Six days in three and three: 2 of 20 orders are as extreme, which is no evidence.
    QVERIFY(findSwitches({steady(6, 20, [](std::uint32_t day) { return day < 3 ? 0U : 20U; })}).empty());
    QVERIFY(findSwitches({}).empty());
}

void ForecastMathTest::falseAlarmsAreRare()
{
    // Worlds in which nothing changes, with bursts: all of a day's mail goes one way.
    std::mt19937 random(10);
    int alarms = 0;
    int trends = 0;
    constexpr int worlds = 300;
    for (int world = 0; world < worlds; ++world) {
        std::vector<DomainDays> domains;
        for (int i = 0; i < 25; ++i) {
            const double share = uniform(random);
            domains.push_back(steady(30, 200U / static_cast<unsigned>(i + 1),
                [&](std::uint32_t) { return uniform(random) < share ? 200U / static_cast<unsigned>(i + 1) : 0U; }));
        }
        alarms += findSwitches(domains).empty() ? 0 : 1;
        const auto trend = findTrend(domains, {}, Calendar(30, 3, 30));
        QVERIFY(trend);
        trends += trend->chance() < 0.02 ? 1 : 0;
    }
    // 5 % and 2 % are promised; three standard deviations above them.
    QVERIFY2(alarms <= 300 * 0.05 + 3 * std::sqrt(300 * 0.05 * 0.95), qPrintable(QString::number(alarms)));
    QVERIFY2(trends <= 300 * 0.02 + 3 * std::sqrt(300 * 0.02 * 0.98), qPrintable(QString::number(trends)));
}

void ForecastMathTest::slopeOfALine()
{
    // One domain, 13 days are too short; 14 equal weeks of days: lost = 10 + 2 · day has the slope 2 exactly.
    const auto line = [](std::uint32_t day) { return 10 + 2 * day; };
    QVERIFY(!findTrend({steady(13, 1000, line)}, {}, Calendar(13, 0, 13)));
    const auto trend = findTrend({steady(28, 1000, line)}, {}, Calendar(28, 0, 28));
    QVERIFY(trend);
    QVERIFY(isClose(trend->habits.perDay, 2, 1e-9));
    QVERIFY(trend->habits.error < 1e-6);
    QVERIFY(trend->chance() < 1e-6);
    QVERIFY(isClose(trend->mix.perDay, 0, 1e-9));
    QVERIFY(isClose(trend->perDay(), 2, 1e-9));
    // Shrinkage: t = 4 leaves 1 − 4/16, t = 2 nothing.
    QCOMPARE((Slope{4, 1, 0}).weight(), 0.75);
    QCOMPARE((Slope{-2, 1, 0}).weight(), 0.0);
    QCOMPARE((Slope{0, 0, 1}).weight(), 0.0);
}

void ForecastMathTest::selections()
{
    Selection selection;
    for (const std::uint32_t item : {1U, 2U, 5U})
        selection.append(item);
    QCOMPARE(selection.runs.size(), std::size_t{2});
    QCOMPARE(selection.count(), std::size_t{3});
    for (std::uint32_t item = 0; item < 8; ++item)
        QCOMPARE(selection.contains(item), item == 1 || item == 2 || item == 5);
    QVERIFY(firstItems(0).runs.empty());
    QCOMPARE(firstItems(4).count(), std::size_t{4});
}

void ForecastMathTest::knapsackAgainstDynamicProgramming()
{
    std::mt19937 random(12);
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    int exact = 0;
    constexpr int instances = 1000;
    for (int instance = 0; instance < instances; ++instance) {
        // Few and many items, like and unlike ones, values that go with the cost (the hard kind) and such that do not.
        const int count = 1 + below(40);
        std::vector<std::pair<int, int>> items; // cost, value
        for (int i = 0; i < count; ++i) {
            const int cost = instance % 5 == 0 ? 1 + below(3) : below(60);
            const int value = instance % 3 == 0 ? cost + 1 + below(5) : 1 + below(instance % 2 == 0 ? 30 : 3000);
            items.emplace_back(cost, value);
        }
        std::sort(items.begin(), items.end(),
            [](const auto& a, const auto& b) { return a.second * b.first > b.second * a.first; });
        std::vector<KnapsackItem> weighed;
        for (const auto& [cost, value] : items)
            weighed.push_back({static_cast<double>(cost), static_cast<double>(value)});
        const Knapsack sack(weighed);
        constexpr int most = 300;
        std::vector<int> best(most + 1); // by room
        for (const auto& [cost, value] : items) {
            for (int room = most; room >= cost; --room)
                best[static_cast<std::size_t>(room)] = std::max(
                    best[static_cast<std::size_t>(room)], best[static_cast<std::size_t>(room - cost)] + value);
        }
        for (const int budget : {0, 1, 7, 40, 150, most}) {
            const int optimum = best[static_cast<std::size_t>(budget)];
            int dearest = 0;
            for (const auto& [cost, value] : items)
                dearest = std::max(dearest, cost <= budget ? value : 0);
            // With hardly a step of search: within one item. With the usual number: the optimum.
            for (const std::size_t steps : {std::size_t{1}, std::size_t{20'000}}) {
                const Selection chosen = sack.within(budget, steps);
                int cost = 0;
                int value = 0;
                for (std::uint32_t i = 0; i < items.size(); ++i) {
                    if (chosen.contains(i)) {
                        cost += items[i].first;
                        value += items[i].second;
                    }
                }
                QVERIFY(cost <= budget);
                QVERIFY(isClose(chosen.cost, cost, 1e-6) && isClose(chosen.value, value, 1e-6));
                QVERIFY(value <= optimum);
                QVERIFY2(value > optimum - std::max(dearest, 1), qPrintable(u"%1 of %2"_s.arg(value).arg(optimum)));
                exact += steps > 1 && value == optimum ? 1 : 0;
            }
            QVERIFY(sack.bound(budget) >= optimum - 1e-6);
        }
    }
    QVERIFY2(exact >= 6 * instances * 99 / 100, qPrintable(QString::number(exact)));
    qInfo("the optimum itself in %d of %d", exact, 6 * instances);
}

void ForecastMathTest::knapsackGoesOnPastWhatDoesNotFit()
{
    std::vector<KnapsackItem> items{{20, 2000}};
    for (int i = 0; i < 10; ++i)
        items.push_back({1, 90});
    const Knapsack sack(items);
    QCOMPARE(sack.within(14.6, 1).count(), std::size_t{10});
    QCOMPARE(sack.within(14.6).value, 900.0);
    QCOMPARE(sack.within(20).value, 2000.0);
    QCOMPARE(sack.within(22.5).value, 2180.0);
    // A small good one first, and then there is no room for the big one: the big one alone is better.
    const Knapsack swap({{1, 10}, {100, 900}});
    QCOMPARE(swap.within(100).value, 900.0);
}

void ForecastMathTest::knapsackEdges()
{
    QVERIFY(Knapsack().within(1).runs.empty());
    QVERIFY(Knapsack(std::vector<KnapsackItem>{}).within(1).runs.empty());
    const Knapsack one({{0.25, 3}});
    QVERIFY(one.within(-1).runs.empty());
    QVERIFY(one.within(0.2).runs.empty());
    QCOMPARE(one.within(0.25).value, 3.0);
    const Knapsack free({{0, 3}, {0, 2}, {1, 1}});
    QCOMPARE(free.within(0).value, 5.0);
}

QTEST_GUILESS_MAIN(ForecastMathTest)
#include "tst_forecastmath.moc"
