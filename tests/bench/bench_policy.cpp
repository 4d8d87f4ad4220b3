// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What a user waits for while switching requirements or watching a batch of live tests, on a big table:
// bench_policy [domains…]   (default 100000 200000)

#include "tests/probe/probefacts.h"
#include "widgets/charts/outcomechart.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/document/document.h"
#include "widgets/document/forecaster.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/pages/domainpanel.h"
#include "widgets/pages/policyactions.h"
#include "widgets/pages/policypage.h"
#include "widgets/tester/testedlist.h"
#include "widgets/tester/testedmodel.h"
#include "widgets/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace waxseal;

namespace {

constexpr std::uint64_t allMessages = 10'000'000;
constexpr int days = 30;

/** A server with so many domains: Zipf's volumes, three days or more each, a tenth of the domains partly in clear. */
FactTable bigTable(std::uint32_t domains, Direction direction = Direction::Inbound)
{
    FactTable facts;
    const TlsId clear = facts.tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
    const TlsId tls12
        = facts.tlsId({TlsState::Tls, TlsVersion::Tls12, Trust::Anonymous, "ECDHE-RSA-AES256-GCM-SHA384"});
    const TlsId tls13 = facts.tlsId({TlsState::Tls, TlsVersion::Tls13, Trust::Anonymous, "TLS_AES_256_GCM_SHA384"});
    double harmonic = 0;
    for (std::uint32_t d = 1; d <= domains; ++d)
        harmonic += 1.0 / d;
    for (std::uint32_t d = 0; d < domains; ++d) {
        FactKey key;
        key.direction = direction;
        key.domain = facts.domains.id("d" + std::to_string(hashWord(d) % 1'000'000) + "-" + std::to_string(d)
            + (d % 5 == 0 ? ".mail.example" : ".example"));
        IpAddress address;
        address.bytes = {0x20, 0x01, 0x0d, 0xb8, static_cast<std::uint8_t>(d >> 16U),
            static_cast<std::uint8_t>(d >> 8U), static_cast<std::uint8_t>(d)};
        key.host = facts.hostId(address, "mail.example");
        const auto messages
            = static_cast<std::uint32_t>(std::ceil(static_cast<double>(allMessages) / harmonic / (d + 1)));
        const std::uint32_t rows = std::clamp(messages / 4, 3U, 60U);
        for (std::uint32_t r = 0; r < rows; ++r) {
            key.day = static_cast<Day>(20'758 + (d + r) % days);
            key.tls = d % 10 == 3 && r % 2 == 0 ? clear : r % 3 == 0 ? tls12 : tls13;
            key.spam = (d + r) % 7 == 0 ? SpamVerdict::Spam : SpamVerdict::Legitimate;
            facts.add(key, std::max(1U, messages / rows), std::max(1U, messages / rows));
        }
    }
    return facts;
}

struct Times
{
    double best = 0;
    double median = 0;
    double worst = 0;
};

/** Milliseconds of `work`, called with 0, 1, 2 … */
Times measure(int times, const std::function<void(int)>& work)
{
    std::vector<double> milliseconds;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work(i);
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    return {milliseconds.front(), milliseconds[milliseconds.size() / 2], milliseconds.back()};
}

void print(const char* what, const Times& times, double budget)
{
    std::printf("  %-42s best %9.4f   median %9.4f   worst %9.4f ms   budget %g ms\n", what, times.best, times.median,
        times.worst, budget);
    std::fflush(stdout);
}

/** Milliseconds that this thread has worked: what a busy machine does in between is not the window's fault. */
double worked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/** The longest work at a stretch before the event loop came round again. */
class Stalls : public QObject
{
public:
    Stalls()
    {
        m_since = worked();
        m_timer.callOnTimeout(this, [this] {
            const double now = worked();
            m_longest = std::max(m_longest, now - std::exchange(m_since, now));
        });
        m_timer.start(0);
    }
    double longest() const { return m_longest; }

private:
    QTimer m_timer;
    double m_since = 0;
    double m_longest = 0;
};

/** Does `work` in the whole window, then lets everything that follows from it happen; tells how long the window was
 * deaf at a stretch. */
void printStall(const char* what, const std::function<void()>& work, const std::function<bool()>& done = {})
{
    double longest = 0;
    {
        QEventLoop loop;
        Stalls stalls;
        QTimer poll;
        QElapsedTimer since;
        since.start();
        bool begun = false;
        poll.callOnTimeout(&poll, [&] {
            if (!std::exchange(begun, true))
                work();
            else if (since.elapsed() > 400 && (!done || done()))
                loop.quit();
        });
        poll.start(5);
        loop.exec();
        longest = stalls.longest();
    }
    std::printf("  %-42s longest stall %9.2f ms   budget 50 ms\n", what, longest);
    std::fflush(stdout);
}

/** Everything that a click can set going in the whole window. */
void runWindow(const std::shared_ptr<const ImportResult>& import)
{
    const Requirement encrypt{Level::Encrypt, TlsVersion::Unknown};
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    QCoreApplication::processEvents();
    Document& document = *window.document();
    Forecaster& forecaster = *window.policyPage()->forecaster();
    const auto settled = [&] { return !forecaster.isPending() && forecaster.frontier(); };
    DomainTable* table = window.policyPage()->domains()->table();
    auto facts = std::make_shared<DocumentFacts>(prepareDocument(import, {}));
    printStall(
        "window: facts arrive", [&] { document.setFacts(std::move(*facts)); }, settled);
    facts = std::make_shared<DocumentFacts>(prepareDocument(import, {}));
    printStall(
        "window: other facts take their place", [&] { document.setFacts(std::move(*facts)); }, settled);
    // Hero line, chart in motion, costs and table: each toggle begins while the one before is still moving.
    print("toggle, and the whole Policy place painted",
        measure(100,
            [&](int i) {
                document.require(Direction::Inbound, {table->domains()->scopeOf(static_cast<std::size_t>(i / 2 % 40))},
                    i % 2 == 0 ? std::optional(encrypt) : std::nullopt);
                window.policyPage()->repaint();
                QCoreApplication::processEvents();
            }),
        16);
    auto* presets = window.findChild<SegmentedControl*>(u"presets"_s);
    printStall(
        "window: preset No Loss", [&] { presets->button(1)->click(); }, settled);
    printStall(
        "window: a toggle among its rows",
        [&] { document.require(Direction::Inbound, {table->domains()->scope(7)}, std::nullopt); }, settled);
    printStall(
        "window: undo that", [&] { document.undoStack()->undo(); }, settled);
    printStall(
        "window: undo the preset", [&] { document.undoStack()->undo(); }, settled);
    printStall(
        "window: redo the preset", [&] { document.undoStack()->redo(); }, settled);
    printStall(
        "window: preset All", [&] { presets->button(3)->click(); }, settled);
    printStall(
        "window: preset None", [&] { presets->button(0)->click(); }, settled);
    printStall("window: select all rows", [&] { table->selectAll(); });
    printStall(
        "window: encrypt for all selected", [&] { window.policyPage()->domains()->policyActions()->toggle->trigger(); },
        settled);
    printStall(
        "window: undo that", [&] { document.undoStack()->undo(); }, settled);
    table->setCurrentIndex(table->domains()->index(0, 1));
    printStall("window: outbound", [&] { window.setDirection(Direction::Outbound); });
    printStall(
        "window: inbound", [&] { window.setDirection(Direction::Inbound); }, settled);
    printStall("window: Traffic", [&] { window.showPlace(MainWindow::Place::Traffic); });
    printStall(
        "window: preset No Loss", [&] { presets->button(1)->click(); }, settled);
    printStall(
        "window: Plan", [&] { window.showPlace(MainWindow::Place::Plan); }, settled);
    printStall(
        "window: toggle, seen in Plan",
        [&] { document.require(Direction::Inbound, {table->domains()->scope(7)}, encrypt); }, settled);
    printStall("window: Tester", [&] { window.showPlace(MainWindow::Place::Tester); });
    printStall("window: close the document", [&] { document.clear(); });
}

void run(std::uint32_t domains)
{
    ImportResult result;
    result.facts = std::make_shared<const FactTable>(bigTable(domains));
    std::uint64_t messages = 0;
    for (std::size_t i = 0; i < result.facts->size(); ++i)
        messages += result.facts->messages(i);
    std::printf("%u domains, %llu messages, %zu fact rows, %.0f MiB of facts\n", domains,
        static_cast<unsigned long long>(messages), result.facts->size(),
        static_cast<double>(result.facts->memory()) / 1048576.0);

    const Requirement encrypt{Level::Encrypt, TlsVersion::Unknown};
    const auto domainAt = [](const Simulation& simulation, int i) {
        // From the busiest to the quietest.
        const std::size_t row = hashWord(static_cast<std::uint64_t>(i)) % simulation.domainCount() >> (i % 17);
        return Scope{std::string(simulation.traffic(row).key), false};
    };
    {
        QElapsedTimer timer;
        timer.start();
        Simulation simulation(result.facts, Direction::Inbound);
        std::printf("  %-42s %14.1f ms\n", "simulation built (not on the GUI thread)",
            static_cast<double>(timer.nsecsElapsed()) / 1e6);
        std::uint64_t lost = 0; // read the new total each time, as the headline does
        print("toggle a domain, read the new figures",
            measure(2'000,
                [&](int i) {
                    const Scope scope = domainAt(simulation, i / 2);
                    simulation.setRequirement(scope, i % 2 == 0 ? std::optional(encrypt) : std::nullopt);
                    lost += simulation.outcome().lost();
                }),
            0.1);
        if (lost == 0)
            std::printf("  nothing was ever lost: the figures above mean nothing\n");
        print("require encryption of everybody",
            measure(20, [&](int i) { simulation.setDefault(i % 2 == 0 ? encrypt : Requirement{}); }), 50);
    }

    const auto import = std::make_shared<const ImportResult>(std::move(result));
    Document document;
    document.setFacts(prepareDocument(import, {}));
    DomainTableModel model(&document);
    DomainTable table(&model);
    OutcomeChart chart;
    table.resize(900, 600);
    chart.resize(500, 300);
    table.show();
    chart.show();
    QCoreApplication::processEvents();
    const Simulation& simulation = document.simulation(Direction::Inbound);
    chart.setOutcome(simulation.firstDay(), simulation.days());
    std::vector<Outcome> before = simulation.days();
    QObject::connect(&document, &Document::policyChanged, &chart, [&] {
        chart.change(simulation.days(), before, false); // with the outline of before, and on the way to the new bars
        before = simulation.days();
    });

    print("toggle, and table and chart painted anew",
        measure(200,
            [&](int i) {
                document.require(Direction::Inbound, {domainAt(simulation, i / 2)},
                    i % 2 == 0 ? std::optional(encrypt) : std::nullopt);
                table.viewport()->repaint();
                chart.repaint();
                QCoreApplication::processEvents();
            }),
        16);
    static const QStringList typed{u"d"_s, u"d1"_s, u"d12"_s, u"d123"_s, u"d12"_s, u"mail"_s, u"no such"_s, QString()};
    print("filter, a keystroke",
        measure(40,
            [&](int i) {
                model.setFilter({typed[i % typed.size()], false, false, false});
            }),
        50);
    print("filter: would lose mail",
        measure(10,
            [&](int i) {
                model.setFilter({QString(), i % 2 == 0, false, false});
            }),
        50);
    for (int column = 0; column < DomainTableModel::LiveTest; ++column) {
        const QByteArray what = "sort by " + model.headerData(column, Qt::Horizontal).toString().toUtf8();
        print(what.constData(),
            measure(6, [&](int i) { model.sort(column, i % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder); }), 50);
    }
    runWindow(import);
}

/** A test as long as a real one: three connections, a hundred lines of conversation. */
std::shared_ptr<const DomainFacts> tested(std::string_view domain)
{
    auto facts = std::make_shared<DomainFacts>(test::goodDomain());
    facts->domain = domain;
    for (int i = 0; i < 100; ++i)
        test::onlyAddress(*facts).transcript.push_back(
            {1 + i / 34, i, TranscriptLine::Kind::Received, "250-ENHANCEDSTATUSCODES"});
    return facts;
}

/** A batch of live tests over a big table: what one turn of the event loop costs the window. */
void runTests(std::uint32_t domains)
{
    constexpr std::size_t inOneTurn = 32; // ProbeRunner hands over no more
    ImportResult result;
    result.facts = std::make_shared<const FactTable>(bigTable(domains, Direction::Outbound));
    Document document;
    document.setFacts(prepareDocument(std::make_shared<const ImportResult>(std::move(result)), {}));
    document.setDefaultRequirement(Direction::Outbound, {Level::Secure, TlsVersion::Unknown});
    DomainTableModel model(&document);
    model.setDirection(Direction::Outbound);
    DomainTable table(&model);
    TestedModel list;
    TestedList view(&list);
    table.resize(900, 600);
    view.resize(300, 600);
    table.show();
    view.show();
    std::printf("%u domains, a batch of live tests\n", domains);
    const Simulation& simulation = document.simulation(Direction::Outbound);
    std::vector<TestedModel::Row> waiting;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const QString key = QString::fromStdString(std::string(simulation.traffic(row).key));
        waiting.push_back({key, key, {}, {}, {}, TestedModel::State::Waiting});
    }
    print("the list is filled", measure(1, [&](int) { list.put(waiting); }), 50);
    std::size_t next = 0;
    std::vector<std::shared_ptr<const DomainFacts>> finished;
    print("32 results, list and tables painted anew",
        measure(300,
            [&](int) {
                finished.clear();
                std::vector<TestedModel::Row> rows;
                for (std::size_t i = 0; i < inOneTurn; ++i, ++next)
                    finished.push_back(tested(simulation.traffic(next % simulation.domainCount()).key));
                document.addTests(finished);
                for (const auto& facts : finished) {
                    const QString key = QString::fromStdString(facts->domain);
                    const TestSummary* test = document.tests().find(key);
                    rows.push_back({key, key, test->verdict, test->before, test->time, TestedModel::State::Done});
                }
                list.put(rows);
                table.viewport()->repaint();
                QCoreApplication::processEvents();
            }),
        50);
    if (simulation.outcome().byTest == 0)
        std::printf("  no message was judged by a test: the figures above mean nothing\n");
}

} // namespace

int main(int argc, char* argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true); // nobody's settings are read or written
    QCoreApplication::setOrganizationName(u"WaxsealBench"_s);
    QCoreApplication::setApplicationName(u"bench_policy"_s);
    QStringList sizes = QCoreApplication::arguments().mid(1);
    if (sizes.isEmpty())
        sizes = QStringList{u"100000"_s, u"200000"_s};
    for (const QString& size : sizes) {
        const uint domains = size.toUInt();
        if (domains < 100 || domains > 1'000'000) {
            std::fprintf(stderr, "Usage: bench_policy [DOMAINS]...   (100 to 1000000)\n");
            return 2;
        }
        run(domains);
        runTests(domains);
    }
    return 0;
}
