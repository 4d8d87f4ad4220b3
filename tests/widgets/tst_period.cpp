// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplefacts.h"
#include "tests/cli/clitest.h"
#include "widgets/charts/daystrip.h"
#include "widgets/charts/outcomechart.h"
#include "widgets/controls/herofigure.h"
#include "widgets/document/document.h"
#include "widgets/document/documentloader.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/pages/domainpanel.h"
#include "widgets/pages/outcomepanel.h"
#include "widgets/pages/policypage.h"
#include "widgets/window/comparisondialog.h"
#include "widgets/window/filecontroller.h"
#include "widgets/window/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QDateEdit>
#include <QDialog>
#include <QHeaderView>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

constexpr Requirement encrypt{Level::Encrypt, TlsVersion::Unknown};
constexpr Day firstOfNovember = 20'758; // 2026-11-01
constexpr Period tenDays{firstOfNovember, firstOfNovember + 9};

} // namespace

/**
 * The period chosen in the header, for every place. Of samplefacts.h the first ten days of November hold, counted by
 * hand: bank.example 38 + 2 in clear, fax.example 20 in clear, partner.example 20, news.bank.example 10, old.example
 * 10, the null sender 10 + 5 in clear, spam.example 2 + 20 in clear; 137 messages, 115 of them wanted.
 */
class TestPeriod : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void figuresAreThoseOfTheDays();
    void policyChangedMeanwhileStays();
    void theLastOneAskedForHolds();
    void drawnOnTheStrip();
    void movedByKeyboard();
    void chosenInTheMenu();
    void askedForByDate();
    void drawnInTheChart();
    void oneClickBackToAll();
    void keepsWhatWasLookedAt();
    void figuresEqualTheCommandLine();
    void savedWithTheWorkspace();
    void twoPeriodsCompared();

private:
    template <typename T>
    T* find(const QString& name) const
    {
        return m_window->findChild<T*>(name);
    }
    Document& document() const { return *m_window->document(); }
    bool shows(const Period& days) const
    {
        return document().period() == days && document().simulation(Direction::Inbound).firstDay() == days.first;
    }
    QString text() const { return find<QToolButton>(u"period"_s)->text(); }

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<MainWindow> m_window;
};

void TestPeriod::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"WaxsealTest"_s);
    QCoreApplication::setApplicationName(u"waxseal-period-test"_s);
}

void TestPeriod::init()
{
    QSettings().clear();
    m_path = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".waxseal"_s);
    Workspace workspace;
    workspace.state = sample::import().state;
    workspace.policy.inbound.rows[{"fax.example", false}] = encrypt;
    workspace.policy.inbound.rows[{"bank.example", false}] = encrypt;
    QVERIFY(saveWorkspace(workspace, m_path).hasValue());
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->open({m_path});
    QTRY_VERIFY(!document().isEmpty());
    QTRY_VERIFY(!m_window->files()->loader()->isBusy());
}

void TestPeriod::cleanup()
{
    m_window.reset();
}

void TestPeriod::figuresAreThoseOfTheDays()
{
    Document plain;
    plain.setImport(sample::import());
    plain.require(Direction::Inbound, {{"fax.example", false}, {"bank.example", false}}, encrypt);
    QCOMPARE(plain.simulation(Direction::Inbound).outcome().lost(), 42U);
    QSignalSpy changed(&plain, &Document::factsChanged);
    plain.setPeriod({0, tenDays});
    QTRY_COMPARE(changed.size(), 1);
    const Outcome& outcome = plain.simulation(Direction::Inbound).outcome();
    QCOMPARE(outcome.total(), 137U);
    QCOMPARE(outcome.wanted(), 115U);
    QCOMPARE(outcome.lost(), 22U);
    QCOMPARE(plain.traffic(Direction::Inbound).total.messages, 137U);
    QCOMPARE(plain.simulation(Direction::Inbound).days().size(), std::size_t{10});
    QCOMPARE(plain.simulation(Direction::Outbound).outcome().total(), 20U); // of 30
    QCOMPARE(plain.allDays().count(), std::size_t{30});
    // An undo step is of the policy, whatever days are looked at.
    plain.undoStack()->undo();
    QCOMPARE(plain.simulation(Direction::Inbound).outcome().lost(), 0U);
    plain.setPeriod({});
    QTRY_COMPARE(changed.size(), 2);
    plain.undoStack()->redo();
    QCOMPARE(plain.simulation(Direction::Inbound).outcome().lost(), 42U);
    // Days without mail are no reason to ask for a log.
    plain.setPeriod({0, {100, 200}});
    QTRY_COMPARE(changed.size(), 3);
    QCOMPARE(plain.simulation(Direction::Inbound).outcome().total(), 0U);
    QVERIFY(!plain.isEmpty());
}

void TestPeriod::policyChangedMeanwhileStays()
{
    document().setPeriod({0, tenDays});
    document().require(Direction::Inbound, {{"<>", false}}, encrypt); // 5 in clear, all in these days
    QTRY_VERIFY(shows(tenDays));
    QCOMPARE(document().simulation(Direction::Inbound).outcome().lost(), 27U);
}

void TestPeriod::theLastOneAskedForHolds()
{
    QSignalSpy changed(&document(), &Document::factsChanged);
    for (Day last = firstOfNovember; last < firstOfNovember + 9; ++last)
        document().setPeriod({0, {firstOfNovember, last}});
    document().setPeriod({0, tenDays});
    QTRY_VERIFY(shows(tenDays));
    QVERIFY(changed.size() <= 2); // what nobody waits for any more is not shown
    QCOMPARE(document().simulation(Direction::Inbound).days().size(), std::size_t{10});
}

void TestPeriod::drawnOnTheStrip()
{
    auto* strip = find<DayStrip>(u"dayStrip"_s);
    QVERIFY(strip->isVisible());
    const auto at = [&](Day day) { return QPoint(strip->middleOf(day), 6); };
    // A click alone chooses nothing.
    QTest::mouseClick(strip, Qt::LeftButton, {}, at(firstOfNovember + 3));
    QVERIFY(document().periodChoice().isEverything());
    QTest::mousePress(strip, Qt::LeftButton, {}, at(firstOfNovember));
    QTest::mouseMove(strip, at(firstOfNovember + 5));
    QTest::mouseMove(strip, at(firstOfNovember + 9));
    QVERIFY(document().periodChoice().isEverything()); // until it is let go
    QTest::mouseRelease(strip, Qt::LeftButton, {}, at(firstOfNovember + 9));
    QTRY_VERIFY(shows(tenDays));
    QCOMPARE(text(), u"1 – 10 Nov 2026"_s);
    QCOMPARE(find<HeroFigure>(u"heroLost"_s)->text(), u"lost 22 (19.1\u00a0%)"_s); // 22 / 115
    // What is chosen is moved as a whole.
    QTest::mousePress(strip, Qt::LeftButton, {}, at(firstOfNovember + 4));
    QTest::mouseMove(strip, at(firstOfNovember + 9));
    QTest::mouseMove(strip, at(firstOfNovember + 14));
    QTest::mouseRelease(strip, Qt::LeftButton, {}, at(firstOfNovember + 14));
    QTRY_VERIFY(shows({firstOfNovember + 10, firstOfNovember + 19}));
    QTest::mouseDClick(strip, Qt::LeftButton, {}, at(firstOfNovember + 2));
    QVERIFY(document().periodChoice().isEverything());
    QTRY_COMPARE(document().simulation(Direction::Inbound).days().size(), std::size_t{30});
}

void TestPeriod::movedByKeyboard()
{
    auto* strip = find<DayStrip>(u"dayStrip"_s);
    strip->setFocus();
    QTest::keyClick(strip, Qt::Key_Left); // the last week
    QCOMPARE(text(), u"24 – 30 Nov 2026"_s);
    QTest::keyClick(strip, Qt::Key_Left);
    QCOMPARE(text(), u"23 – 29 Nov 2026"_s);
    QTest::keyClick(strip, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(text(), u"23 – 28 Nov 2026"_s);
    QTest::keyClick(strip, Qt::Key_Right);
    QTest::keyClick(strip, Qt::Key_Right);
    QTest::keyClick(strip, Qt::Key_Right); // it ends at the end of the logs
    QCOMPARE(text(), u"25 – 30 Nov 2026"_s);
    QTRY_VERIFY(shows({firstOfNovember + 24, firstOfNovember + 29}));
    QTest::keyClick(strip, Qt::Key_Escape);
    QVERIFY(document().periodChoice().isEverything());
}

void TestPeriod::chosenInTheMenu()
{
    auto* menu = find<QMenu>(u"periodMenu"_s);
    const auto choose = [&](const QString& text) {
        Q_EMIT menu->aboutToShow();
        for (QAction* action : menu->actions()) {
            if (action->text() == text) {
                action->trigger();
                return true;
            }
        }
        return false;
    };
    const auto checked = [&] {
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const QAction* action : menu->actions()) {
            if (action->isChecked())
                texts.append(action->text());
        }
        return texts;
    };
    QCOMPARE(checked(), QStringList{u"&All Days"_s});
    QVERIFY(choose(u"Last 7 Day(s)"_s)); // without a translation plurals read so
    QTRY_VERIFY(shows({firstOfNovember + 23, firstOfNovember + 29}));
    QCOMPARE(document().periodChoice().text(), std::string("7d"));
    QCOMPARE(checked(), QStringList{u"Last 7 Day(s)"_s});
    QVERIFY(choose(u"November 2026"_s));
    QTRY_VERIFY(document().period() == (Period{firstOfNovember, firstOfNovember + 29}));
    QCOMPARE(checked(), QStringList{u"November 2026"_s});
    QVERIFY(choose(u"&All Days"_s));
    QVERIFY(document().periodChoice().isEverything());
}

void TestPeriod::askedForByDate()
{
    auto* menu = find<QMenu>(u"periodMenu"_s);
    Q_EMIT menu->aboutToShow();
    for (QAction* action : menu->actions()) {
        if (action->text() == u"&From a Day to a Day…"_s)
            action->trigger();
    }
    auto* dialog = find<QDialog>(u"periodDialog"_s);
    QVERIFY(dialog != nullptr && dialog->isVisible());
    auto* to = dialog->findChild<QDateEdit*>(u"periodTo"_s);
    QCOMPARE(to->date(), QDate(2026, 11, 30));
    to->setDate(QDate(2026, 11, 10));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(shows(tenDays));
}

void TestPeriod::drawnInTheChart()
{
    OutcomeChart* chart = m_window->policyPage()->outcome()->outcomeChart();
    Q_EMIT chart->periodDragged(firstOfNovember, firstOfNovember + 9);
    QTRY_VERIFY(shows(tenDays));
    QCOMPARE(chart->itemCount(), 10);
}

void TestPeriod::oneClickBackToAll()
{
    auto* clear = find<QToolButton>(u"periodAll"_s);
    QVERIFY(!clear->isVisible());
    document().setPeriod({0, tenDays});
    QVERIFY(clear->isVisible());
    QTRY_VERIFY(shows(tenDays));
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_COMPARE(document().simulation(Direction::Inbound).outcome().lost(), 42U);
    QVERIFY(!clear->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier); // of all, all
    QVERIFY(document().periodChoice().isEverything());
}

void TestPeriod::keepsWhatWasLookedAt()
{
    DomainPanel* domains = m_window->policyPage()->domains();
    const auto current = [&] {
        const auto row = domains->currentDomain();
        return row ? document().simulation(Direction::Inbound).traffic(*row).key : std::string_view();
    };
    const auto row = document().simulation(Direction::Inbound).rowOf("news.bank.example");
    domains->goTo(*row);
    QVERIFY(current() == "news.bank.example");
    document().setPeriod({0, tenDays});
    QTRY_VERIFY(shows(tenDays));
    QVERIFY(current() == "news.bank.example");
}

void TestPeriod::figuresEqualTheCommandLine()
{
    document().setPeriod({0, tenDays});
    QTRY_VERIFY(shows(tenDays));
    const QStringList days{u"--since"_s, u"2026-11-01"_s, u"--until"_s, u"2026-11-10"_s, u"--json"_s};
    const test::Ran ran = test::run(QStringList{u"simulate"_s, m_path} + days);
    QVERIFY2(ran.code == 0, ran.err.constData());
    const Outcome& outcome = document().simulation(Direction::Inbound).outcome();
    const auto number = [](const QJsonValue& value) { return static_cast<std::uint64_t>(value.toInteger()); };
    QCOMPARE(number(ran.json()[u"messages"_s]), outcome.total());
    QCOMPARE(number(ran.json()[u"lost"_s]), outcome.lost());
    QCOMPARE(number(ran.json()[u"wanted"_s][u"messages"_s]), outcome.wanted());
    const QJsonObject inbound = test::run(QStringList{u"summary"_s, m_path} + days).json()[u"inbound"_s].toObject();
    QCOMPARE(number(inbound[u"messages"_s]), document().traffic(Direction::Inbound).total.messages);
    QCOMPARE(number(inbound[u"plaintext"_s]), document().traffic(Direction::Inbound).total.plaintext);
    const QString report = m_folder.filePath(u"report.html"_s);
    QVERIFY(test::run(QStringList{u"report"_s, m_path, u"--output"_s, report} + days.first(4)).code == 0);
    // The times that a report and an export state.
    QCOMPARE(document().times().first, document().state().firstTime);
    QCOMPARE(document().times().second, (qint64{firstOfNovember + 10} * 86'400 * 1'000'000) - 1);
}

void TestPeriod::savedWithTheWorkspace()
{
    QVERIFY(!document().isModified());
    document().setPeriod({7, {}});
    QVERIFY(document().isModified()); // it is saved with the workspace
    QTRY_VERIFY(shows({firstOfNovember + 23, firstOfNovember + 29}));
    m_window->files()->save->trigger();
    QTRY_VERIFY(!document().isModified());
    // The command line counts what the window counts, and says so; unless it is told otherwise.
    const test::Ran chosen = test::run({u"simulate"_s, m_path, u"--json"_s});
    QCOMPARE(chosen.json()[u"messages"_s].toInteger(),
        static_cast<qint64>(document().simulation(Direction::Inbound).outcome().total()));
    QVERIFY2(chosen.err.contains("2026-11-24"), chosen.err.constData());
    const test::Ran all = test::run({u"simulate"_s, m_path, u"--json"_s, u"--since"_s, u"1970-01-01"_s});
    QCOMPARE(all.json()[u"messages"_s].toInteger(), qint64{310});
    // Saving goes on with all of it, and with the period.
    QCOMPARE(test::run({u"save"_s, m_path, u"--output"_s, m_path}).code, 0);
    const auto again = openWorkspace(m_path);
    QVERIFY(again.hasValue());
    QCOMPARE(again->period, (PeriodChoice{7, {}}));
    QCOMPARE(again->state.settled.size(), sample::table().size());

    m_window = std::make_unique<MainWindow>();
    m_window->open({m_path});
    QTRY_VERIFY(!document().isEmpty());
    QVERIFY(shows({firstOfNovember + 23, firstOfNovember + 29}));
    QCOMPARE(text(), u"24 – 30 Nov 2026"_s);
    QVERIFY(!document().isModified());
}

void TestPeriod::twoPeriodsCompared()
{
    auto* menu = find<QMenu>(u"periodMenu"_s);
    Q_EMIT menu->aboutToShow();
    menu->actions().last()->trigger();
    auto* dialog = find<ComparisonDialog>(u"comparisonDialog"_s);
    QVERIFY(dialog != nullptr && dialog->isVisible());
    // All that is before the eleventh, and all from it on: fax.example 20 and 20 in clear; bank.example 2 of 40 and 0
    // of 60; the null sender 5 of 15 and 0 of 5.
    dialog->findChild<QDateEdit*>(u"comparisonDay"_s)->setDate(QDate(2026, 11, 11));
    QTRY_VERIFY(!dialog->isBusy() && dialog->model()->comparison().before.messages == 137);
    const ComparisonModel* model = dialog->model();
    const QAbstractItemModelTester tester(const_cast<ComparisonModel*>(model));
    QCOMPARE(model->comparison().after.messages, 310U - 137U);
    QCOMPARE(model->comparison().before.wouldLose, 27U);
    QCOMPARE(model->comparison().after.wouldLose, 20U);
    const auto row = [&](int at) {
        QStringList cells;
        for (int column = 0; column < ComparisonModel::ColumnCount; ++column)
            cells.append(model->index(at, column).data().toString());
        return cells.join(u'|');
    };
    QCOMPARE(row(0), u"fax.example|20|0\u00a0%|20|20|0\u00a0%|20|same"_s);
    QCOMPARE(row(1), u"(null sender <>)|15|66.7\u00a0%|5|5|100\u00a0%|0|+33.3 points"_s);
    QCOMPARE(row(2), u"bank.example|40|95.0\u00a0%|2|60|100\u00a0%|0|+5.0 points"_s);
    QVERIFY(dialog->findChild<QLabel*>(u"comparisonSentence"_s)->text().contains(u"before"_s));
    // Each side equals the command line's.
    const QJsonObject before = test::run({u"simulate"_s, m_path, u"--require"_s, u"encrypt:all"_s, u"--json"_s,
                                             u"--since"_s, u"2026-11-01"_s, u"--until"_s, u"2026-11-10"_s})
                                   .json();
    QVERIFY(before[u"wanted"_s][u"messages"_s].toInteger() == 115);
    auto* table = dialog->findChild<QTableView*>(u"comparisonTable"_s);
    QTest::mouseClick(table->horizontalHeader()->viewport(), Qt::LeftButton, {},
        QPoint(table->horizontalHeader()->sectionViewportPosition(ComparisonModel::Change) + 10, 8));
    QTRY_COMPARE(model->index(0, 0).data().toString(), u"(null sender <>)"_s); // most gained
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"comparisonFilter"_s), u"bank"_s);
    QCOMPARE(model->rowCount(), 2);
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"comparisonCopy"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
    // Enter opens the domain in the Policy place.
    table->setCurrentIndex(model->index(0, 0));
    table->setFocus();
    const std::string key = model->domain(0);
    Q_EMIT table->activated(model->index(0, 0));
    const auto at = m_window->policyPage()->domains()->currentDomain();
    QVERIFY(at && document().simulation(Direction::Inbound).traffic(*at).key == key);
}

QTEST_MAIN(TestPeriod)
#include "tst_period.moc"
