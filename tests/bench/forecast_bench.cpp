// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How often the forecast of one month holds in the next one, in invented worlds whose rules are known:
// forecast_bench [pairs] [world]   (default 200 pairs of months of each world)

#include "model/forecast/distributions.h"
#include "model/forecast/forecast.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace waxseal;

namespace {

constexpr int month = 30;
constexpr Day firstDay = 20'454; // 2026-01-01
const Requirement encrypt{Level::Encrypt, TlsVersion::Unknown};

using Twister = std::mt19937_64;

/** Two months of mail, written down as it comes. */
class Diary
{
public:
    Diary()
    {
        for (auto& table : m_tables) {
            table = std::make_shared<FactTable>();
            m_tls = table->tlsId({TlsState::Tls, TlsVersion::Tls13, Trust::Anonymous, "TLS_AES_256_GCM_SHA384"});
            m_clear = table->tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
        }
    }
    void add(int day, int domain, unsigned messages, unsigned clear, bool spam = false)
    {
        FactTable& table = *m_tables[day < month ? 0 : 1];
        FactKey key;
        key.day = static_cast<Day>(firstDay + day);
        key.domain = table.domains.id("d" + std::to_string(domain) + ".example");
        key.host = table.hostId(*IpAddress::parse("192.0.2.1"), {});
        key.spam = spam ? SpamVerdict::Spam : SpamVerdict::Unlabelled;
        key.tls = m_tls;
        if (messages > clear)
            table.add(key, messages - clear, messages - clear);
        key.tls = m_clear;
        if (clear > 0)
            table.add(key, clear, clear);
    }
    std::shared_ptr<const FactTable> first() const { return m_tables[0]; }
    std::shared_ptr<const FactTable> second() const { return m_tables[1]; }

private:
    std::array<std::shared_ptr<FactTable>, 2> m_tables;
    TlsId m_tls = 0;
    TlsId m_clear = 0;
};

unsigned poisson(Twister& random, double mean)
{
    return mean > 0 ? std::poisson_distribution<unsigned>(mean)(random) : 0;
}

unsigned binomial(Twister& random, unsigned n, double p)
{
    return std::binomial_distribution<unsigned>(n, std::min(std::max(p, 0.0), 1.0))(random);
}

double uniform(Twister& random)
{
    return std::uniform_real_distribution<double>(0, 1)(random);
}

/** A domain that sends so many messages a day, of which this share is in clear. */
struct Sender
{
    double volume = 0;
    double clear = 0;
};

/** Zipf's volumes in random order of habits; most senders never in clear, some now and then, a few always. */
std::vector<Sender> senders(Twister& random, int count, double perMonth)
{
    std::vector<Sender> out(static_cast<std::size_t>(count));
    double sum = 0;
    for (int i = 0; i < count; ++i)
        sum += 1.0 / (i + 2);
    for (int i = 0; i < count; ++i) {
        Sender& sender = out[static_cast<std::size_t>(i)];
        sender.volume = perMonth / month / sum / (i + 2);
        const double u = uniform(random);
        sender.clear = u < 0.7 ? 0.0 : u < 0.85 ? 0.02 * uniform(random) : u < 0.93 ? uniform(random) : 1.0;
    }
    return out;
}

/** A month or two of one world. */
struct World
{
    const char* name;
    bool isCalm; ///< nothing changes: a warning is a false one
    std::function<void(Twister&, Diary&)> live;
};

void plain(Twister& random, Diary& diary, int domain, int day, double volume, double clear)
{
    const unsigned n = poisson(random, volume);
    diary.add(day, domain, n, binomial(random, n, clear));
}

/** Bursts of one session state: all of a burst in clear, or none. */
void clumped(Twister& random, Diary& diary, int domain, int day, double volume, double clear, double size)
{
    for (unsigned burst = poisson(random, volume / size); burst > 0; --burst) {
        const unsigned n = 1 + static_cast<unsigned>(std::geometric_distribution<int>(1 / size)(random));
        diary.add(day, domain, n, uniform(random) < clear ? n : 0);
    }
}

template <typename Rule>
void everyDay(Twister& random, Diary& diary, int count, double perMonth, Rule rule)
{
    const std::vector<Sender> all = senders(random, count, perMonth);
    for (int day = 0; day < 2 * month; ++day) {
        for (int i = 0; i < count; ++i)
            rule(diary, i, day, all[static_cast<std::size_t>(i)]);
    }
}

void poissonWorld(Twister& random, Diary& diary)
{
    everyDay(random, diary, 300, 6000, [&](Diary& to, int i, int day, const Sender& sender) {
        plain(random, to, i, day, sender.volume, sender.clear);
    });
}

void clumpedWorld(Twister& random, Diary& diary)
{
    everyDay(random, diary, 300, 6000, [&](Diary& to, int i, int day, const Sender& sender) {
        clumped(random, to, i, day, sender.volume, sender.clear, 8);
    });
}

void weekdayWorld(Twister& random, Diary& diary)
{
    // Half of those in clear have a machine for Mondays or weekends; all send less at weekends.
    everyDay(random, diary, 300, 6000, [&](Diary& to, int i, int day, const Sender& sender) {
        const int weekday = (day + 3) % 7; // 2026-01-01 is a Thursday
        const bool weekend = weekday >= 5;
        double volume = sender.volume * (weekend ? 0.3 : 1.28);
        if (sender.clear > 0.02 && i % 2 == 0)
            volume = i % 4 == 0 ? (weekday == 0 ? sender.volume * 7 : 0) : (weekend ? sender.volume * 3.5 : 0);
        plain(random, to, i, day, volume, sender.clear);
    });
}

void lowWorld(Twister& random, Diary& diary)
{
    everyDay(random, diary, 60, 300, [&](Diary& to, int i, int day, const Sender& sender) {
        plain(random, to, i, day, sender.volume, sender.clear);
    });
}

void spamWorld(Twister& random, Diary& diary)
{
    poissonWorld(random, diary);
    for (int campaign = 0; campaign < 4; ++campaign) {
        const int begin = static_cast<int>(uniform(random) * 2 * month);
        const int days = 2 + static_cast<int>(uniform(random) * 4);
        for (int day = begin; day < std::min(begin + days, 2 * month); ++day) {
            const unsigned n = 50 + static_cast<unsigned>(uniform(random) * 200);
            for (unsigned i = 0; i < n; ++i)
                diary.add(day, static_cast<int>(uniform(random) * 400), 1, 1, true);
        }
    }
}

/** The three biggest domains change sides for good, each on a day of its own of the first `days`. */
void switchWorld(Twister& random, Diary& diary, int days)
{
    std::vector<int> since;
    std::vector<double> clear;
    for (int i = 0; i < 3; ++i) {
        since.push_back(static_cast<int>(uniform(random) * days));
        clear.push_back(uniform(random) < 0.5 ? 0.0 : 1.0);
    }
    everyDay(random, diary, 300, 6000, [&](Diary& to, int i, int day, const Sender& sender) {
        const auto which = static_cast<std::size_t>(i);
        const double share = i >= 3 ? sender.clear : day < since[which] ? clear[which] : 1 - clear[which];
        plain(random, to, i, day, sender.volume, share);
    });
}

void trendWorld(Twister& random, Diary& diary)
{
    // Senders learn TLS: what is in clear melts away to a quarter within two months.
    everyDay(random, diary, 300, 6000, [&](Diary& to, int i, int day, const Sender& sender) {
        plain(random, to, i, day, sender.volume, sender.clear * (1 - 0.75 * day / (2 * month)));
    });
}

void newcomerWorld(Twister& random, Diary& diary)
{
    // A third of the domains at any time stay three weeks on average, then others take their place.
    int next = 1000;
    std::vector<Sender> habits = senders(random, 300, 6000);
    for (std::size_t i = 0; i < habits.size(); ++i) {
        int domain = static_cast<int>(i);
        for (int day = 0; day < 2 * month; ++day) {
            if (i % 3 == 0 && uniform(random) < 1.0 / 21) {
                domain = next++;
                habits[i].clear = senders(random, 1, 1).front().clear;
            }
            plain(random, diary, domain, day, habits[i].volume, habits[i].clear);
        }
    }
}

void holidayWorld(Twister& random, Diary& diary)
{
    // A week at a random time in which firms (two of three domains) send a tenth, machines as always.
    const int begin = static_cast<int>(uniform(random) * (2 * month - 7));
    everyDay(random, diary, 300, 6000, [&](Diary& to, int i, int day, const Sender& sender) {
        const bool off = i % 3 != 0 && day >= begin && day < begin + 7;
        plain(random, to, i, day, sender.volume * (off ? 0.1 : 1), sender.clear);
    });
}

void burstWorld(Twister& random, Diary& diary)
{
    // Two or three times a month a system sends some hundred messages in a day, one in two of them in clear.
    poissonWorld(random, diary);
    for (unsigned burst = 4 + poisson(random, 2); burst > 0; --burst) {
        const int day = static_cast<int>(uniform(random) * 2 * month);
        const unsigned n = 50 + poisson(random, 200 * uniform(random));
        diary.add(day, 500 + static_cast<int>(uniform(random) * 20), n, uniform(random) < 0.5 ? n : 0);
    }
}

void bigWorld(Twister& random, Diary& diary)
{
    // A third of all mail is one domain's, whose relays share its days out by chance.
    poissonWorld(random, diary);
    for (int day = 0; day < 2 * month; ++day)
        plain(random, diary, 600, day, 100, uniform(random) < 0.8 ? 0.02 : 0.5);
}

void regimeWorld(Twister& random, Diary& diary)
{
    // Twenty big domains change between two relays, for ten days on average.
    std::vector<bool> bad(20);
    everyDay(random, diary, 300, 6000, [&](Diary& to, int i, int day, const Sender& sender) {
        const auto which = static_cast<std::size_t>(i);
        if (i < 20 && (day == 0 || uniform(random) < 0.1))
            bad[which] = uniform(random) < 0.3;
        plain(random, to, i, day, sender.volume, i < 20 ? (bad[which] ? 0.6 : 0.01) : sender.clear);
    });
}

void commonWorld(Twister& random, Diary& diary)
{
    // On some days many senders fall back at once: our own server was restarted without its certificate.
    double excess = 0;
    int today = -1;
    everyDay(random, diary, 300, 6000, [&](Diary& to, int i, int day, const Sender& sender) {
        if (day != today)
            excess = uniform(random) < 0.15 ? 0.3 * uniform(random) : 0;
        today = day;
        plain(random, to, i, day, sender.volume, sender.clear + (1 - sender.clear) * excess);
    });
}

const std::vector<World> worlds{{"poisson", true, poissonWorld}, {"clumped", true, clumpedWorld},
    {"weekday", true, weekdayWorld}, {"low volume", true, lowWorld}, {"spam campaigns", true, spamWorld},
    {"switch in month 1", false, [](Twister& random, Diary& diary) { switchWorld(random, diary, month); }},
    {"switch in 1 or 2", false, [](Twister& random, Diary& diary) { switchWorld(random, diary, 2 * month); }},
    {"trend", false, trendWorld}, {"newcomers", true, newcomerWorld}, {"holidays", true, holidayWorld},
    {"bursts", true, burstWorld}, {"one big domain", true, bigWorld}, {"regimes", false, regimeWorld},
    {"bad days for all", true, commonWorld}};

/** How often, out of how many. */
struct Rate
{
    int hits = 0;
    int of = 0;
    void add(bool hit)
    {
        hits += hit ? 1 : 0;
        ++of;
    }
    double percent() const { return of > 0 ? 100.0 * hits / of : 0; }
};

struct Mean
{
    double sum = 0;
    int of = 0;
    void add(double value)
    {
        sum += value;
        ++of;
    }
    double value() const { return of > 0 ? sum / of : 0; }
};

double wantedLost(const Simulation& simulation)
{
    const Outcome& outcome = simulation.outcome();
    double wanted = static_cast<double>(outcome.total());
    for (const Fate fate : {Fate::Accepted, Fate::Lost, Fate::Unknown})
        wanted -= static_cast<double>(outcome.of(fate, SpamVerdict::Spam));
    return wanted > 0 ? static_cast<double>(outcome.lostWanted()) / wanted : 0;
}

/** A budget's policy: whether the next month keeps it, what it protects, whether its own interval holds. */
struct BudgetResult
{
    double budget;
    Rate over;
    Mean covered;
    Rate interval;
    Mean width;
    Mean lost;

    void add(Simulation& first, Simulation& second, const Frontier& curve)
    {
        DirectionPolicy policy;
        const Selection chosen = curve.within(budget);
        for (const Selection::Run& run : chosen.runs) {
            for (std::uint32_t i = run.begin; i < run.end; ++i)
                policy.rows.emplace(Scope{std::string(first.traffic(curve.points[i].row).key), false}, encrypt);
        }
        first.setPolicy(policy);
        second.setPolicy(policy);
        const double share = wantedLost(second);
        over.add(share > budget);
        lost.add(100 * share);
        covered.add(100 * chosen.value);
        if (const auto forecast = forecastLoss(first).interval) {
            interval.add(forecast->low <= share && share <= forecast->high);
            width.add(100 * (forecast->high - forecast->low));
        }
    }
};

void run(const World& world, int pairs, std::uint64_t seed)
{
    Rate covered;
    Rate below;
    Rate naive;
    Rate warned;
    Rate tested;
    Rate atMost;
    Mean width;
    Mean naiveWidth;
    Mean truth;
    std::array<BudgetResult, 2> budgets{
        BudgetResult{0.001, {}, {}, {}, {}, {}}, BudgetResult{0.01, {}, {}, {}, {}, {}}};
    for (int pair = 0; pair < pairs; ++pair) {
        Twister random(seed * 100'003 + static_cast<std::uint64_t>(pair));
        Diary diary;
        world.live(random, diary);
        Simulation first(diary.first(), Direction::Inbound);
        Simulation second(diary.second(), Direction::Inbound);
        const Frontier curve = frontier(first, encrypt);
        for (BudgetResult& budget : budgets)
            budget.add(first, second, curve);
        for (Simulation* each : {&first, &second}) {
            each->setPolicy({});
            each->setDefault(encrypt);
        }
        const double lost = wantedLost(second);
        truth.add(100 * lost);
        const Forecast forecast = forecastLoss(first);
        warned.add(!forecast.warnings.empty());
        atMost.add(lost <= forecast.atMost);
        if (forecast.interval) {
            covered.add(forecast.interval->low <= lost && lost <= forecast.interval->high);
            below.add(lost < forecast.interval->low);
            width.add(100 * (forecast.interval->high - forecast.interval->low));
        }
        const auto messages = static_cast<double>(forecast.messages);
        const ShareRange simple = wilson(wantedLost(first) * messages, messages, 1.959964);
        naive.add(simple.low <= lost && lost <= simple.high);
        naiveWidth.add(100 * (simple.high - simple.low));
        if (const auto test = backtest(first); test && test->interval)
            tested.add(test->holds());
    }
    const auto error = [](const Rate& rate) {
        const ShareRange range = wilson(rate.hits, rate.of, 1.959964);
        char text[32];
        std::snprintf(text, sizeof text, "%5.1f (%.0f-%.0f)", rate.percent(), 100 * range.low, 100 * range.high);
        return std::string(text);
    };
    std::printf("%-18s | %5.1f | %-16s %4.1f | %5.2f | %5.1f %5.2f | %5.1f | %5.1f | %5.1f |", world.name,
        truth.value(), error(covered).c_str(), below.percent(), width.value(), naive.percent(), naiveWidth.value(),
        atMost.percent(), tested.percent(), warned.percent());
    for (const BudgetResult& budget : budgets)
        std::printf(" %-16s %5.3f %4.1f | %5.1f %5.2f |", error(budget.over).c_str(), budget.lost.value(),
            budget.covered.value(), budget.interval.percent(), budget.width.value());
    std::printf("\n");
    std::fflush(stdout);
}

} // namespace

int main(int count, char** values)
{
    const int pairs = count > 1 ? std::atoi(values[1]) : 200;
    std::printf(
        "%d pairs of months of each world; 95 %% intervals; per cent, widths in points of the share lost.\n", pairs);
    std::printf("most: the loss stays below atMost; backt: backtests that hold; then for each budget: months over it, "
                "mean loss, "
                "mail protected | coverage and width of the interval of that policy\n");
    std::printf("%-18s | %5s | %-16s %4s | %5s | %-11s | %5s | %5s | %5s | %-27s | %-11s | %-27s | %-11s |\n", "world",
        "lost", "covered (error)", "low", "width", "Wilson", "most", "backt", "warn", "over 0.1 % (error)", "interval",
        "over 1 % (error)", "interval");
    std::uint64_t seed = 1;
    for (const World& world : worlds) {
        ++seed;
        if (count <= 2 || std::strstr(world.name, values[2]) != nullptr)
            run(world, pairs, seed);
    }
    return 0;
}
