// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplelog.h"
#include "tests/probe/probefacts.h"
#include "widgets/charts/charttable.h"
#include "widgets/charts/frontierchart.h"
#include "widgets/charts/outcomechart.h"
#include "widgets/controls/herofigure.h"
#include "widgets/controls/messagebar.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/document/document.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/pages/detailspanel.h"
#include "widgets/pages/domainpanel.h"
#include "widgets/pages/outcomepanel.h"
#include "widgets/pages/policypage.h"
#include "widgets/style/numbers.h"
#include "widgets/window/filecontroller.h"
#include "widgets/window/mainwindow.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <QUndoStack>

#include <tuple>

using namespace waxseal;
using namespace Qt::StringLiterals;
using Column = DomainTableModel::Column;

namespace {

constexpr Requirement encrypt{Level::Encrypt, TlsVersion::Unknown};

/** The figures that stand in the window, as text. */
struct Shown
{
    QString headline;
    QString counts;
    QString consequence;
    QString chart;
    bool operator==(const Shown&) const = default;
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void emptyPlaceSaysWhatToDo();
    void opensALog();
    void togglesByKeyboard();
    void togglesByMouse();
    void requiresForASelection();
    void editsASelectionInPlace();
    void refusesNowOrLater();
    void dragsTheBudget();
    void sortsAndHidesColumnsByMenu();
    void walksTheWholeWayByKeyboard();
    void saysWhyNothingWasFound();
    void filtersByLiveTest();
    void presetsAndBudget();
    void directionsFollowEverywhere();
    void filtersByKeyboard();
    void remarksOnRequiringAllOnce();
    void showsTheLinesBehindAFigure();
    void copiesRows();
    void opensByDrop();
    void continuesAnImport();
    void cancelsAnImport();
    void saysWhatIsWrongInTheWindow();
    void savesAndOpensAWorkspace();
    void guardsUnsavedChanges();
    void guardSavesFirst();
    void remembersItsLayout();
    void importsAnExistingPolicy();
    void everyInputHasAName();
    void everythingIsReachedByTab();

private:
    MainWindow* openWindow(bool again = false); ///< again: in the size it had
    void load(const QString& path);
    Shown shown() const;
    template <typename T>
    T* find(const QString& name) const
    {
        return m_window->findChild<T*>(name);
    }
    DomainTable* table() const { return m_window->policyPage()->domains()->table(); }
    const Simulation& simulation() const { return m_window->document()->simulation(m_window->direction()); }
    int rowWithLoss() const;
    static std::uint64_t wanted(const Outcome& outcome)
    {
        std::uint64_t sum = 0;
        for (const Fate fate : {Fate::Accepted, Fate::Lost, Fate::Unknown})
            sum += outcome.of(fate, SpamVerdict::Legitimate) + outcome.of(fate, SpamVerdict::Unlabelled);
        return sum;
    }
    QString expectedHeadline(const Outcome& outcome) const
    {
        return u"lost %1 (%2)"_s.arg(
            style::count(outcome.lostWanted()), style::percent(outcome.lostWanted(), wanted(outcome)));
    }
    QString expectedCounts(const Outcome& outcome) const
    {
        const std::uint64_t accepted = outcome.accepted() - outcome.of(Fate::Accepted, SpamVerdict::Spam);
        return u"%1 of %2"_s.arg(style::count(accepted), style::count(wanted(outcome)));
    }

    QTemporaryDir m_folder;
    QString m_log;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"WaxsealTest"_s);
    QCoreApplication::setApplicationName(u"waxseal-test"_s);
    m_log = m_folder.filePath(u"mail.log"_s);
    QVERIFY(sample::writeLog(m_log));
}

void TestMainWindow::init()
{
    QSettings().clear();
    openWindow();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
}

MainWindow* TestMainWindow::openWindow(bool again)
{
    m_window = std::make_unique<MainWindow>();
    if (!again)
        m_window->resize(1280, 800);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        QTest::qFail("the window does not become active", __FILE__, __LINE__);
    return m_window.get();
}

void TestMainWindow::load(const QString& path)
{
    QSignalSpy changed(m_window->document(), &Document::factsChanged);
    m_window->open({path});
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->files()->loader()->isBusy(), 60'000);
    QVERIFY(!changed.isEmpty());
}

Shown TestMainWindow::shown() const
{
    const auto* lost = find<HeroFigure>(u"heroLost"_s);
    return {lost->text(), find<HeroFigure>(u"heroAccepted"_s)->beneath(), lost->toolTip(),
        m_window->policyPage()->outcome()->outcomeChart()->csv()};
}

int TestMainWindow::rowWithLoss() const
{
    const DomainTableModel* model = table()->domains();
    for (int row = 0; row < model->rowCount(); ++row) {
        const Outcome outcome = simulation().whatIf(model->simulationRow(row), encrypt);
        if (outcome.lost() > 0 && outcome.accepted() > 0)
            return row;
    }
    return -1;
}

void TestMainWindow::emptyPlaceSaysWhatToDo()
{
    QVERIFY(find<QWidget>(u"emptyPlace"_s)->isVisible());
    QVERIFY(find<QPushButton>(u"emptyOpen"_s)->isEnabled());
    QTest::mouseClick(find<QPushButton>(u"emptyOpen"_s), Qt::LeftButton);
    auto* dialog = find<QFileDialog>(u"openLogsDialog"_s);
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    dialog->reject();
}

void TestMainWindow::opensALog()
{
    load(m_log);
    QVERIFY(!find<QWidget>(u"emptyPlace"_s)->isVisible());
    const auto direct = importLogs({m_log}, {});
    QVERIFY(direct);
    const Simulation alone(direct->facts, Direction::Inbound);
    QVERIFY(alone.outcome().total() > 300);
    QCOMPARE(simulation().outcome(), alone.outcome());
    QCOMPARE(shown().headline, u"lost 0 (0\u00a0%)"_s);
    QCOMPARE(shown().counts, expectedCounts(alone.outcome()));
    QVERIFY(find<QLabel>(u"statusRead"_s)->text().contains(style::count(alone.outcome().total())));
    QVERIFY(find<QLabel>(u"statusExcluded"_s)->text().contains(style::count(direct->excluded.reinjected)));
    QVERIFY(m_window->windowTitle().startsWith(u"mail.log"_s));
    QVERIFY(!m_window->document()->isModified());
    QCOMPARE(table()->domains()->rowCount(), static_cast<int>(alone.domainCount()));
}

void TestMainWindow::togglesByKeyboard()
{
    load(m_log);
    const Shown before = shown();
    const int row = rowWithLoss();
    QVERIFY(row >= 0);
    const std::size_t simulationRow = table()->domains()->simulationRow(row);
    table()->setFocus();
    table()->setCurrentIndex(table()->domains()->index(row, Column::Domain));
    QTest::keyClick(table(), Qt::Key_Return);
    auto* combo = table()->findChild<QComboBox*>(u"requirementEditor"_s);
    QVERIFY(combo != nullptr);
    QTRY_VERIFY(combo->view()->isVisible());
    QTest::keyClicks(combo->view(), u"enc"_s); // a typed word selects
    QTest::keyClick(combo->view(), Qt::Key_Return);
    QTRY_COMPARE(m_window->document()->undoStack()->count(), 1);

    const auto direct = importLogs({m_log}, {});
    Simulation alone(direct->facts, Direction::Inbound);
    alone.setRequirement({std::string(alone.traffic(simulationRow).key), false}, encrypt);
    QVERIFY(alone.outcome().lost() > 0);
    QCOMPARE(simulation().outcome(), alone.outcome());
    QCOMPARE(shown().headline, expectedHeadline(alone.outcome()));
    QCOMPARE(shown().counts, expectedCounts(alone.outcome()));
    QVERIFY(shown().chart != before.chart);
    QCOMPARE(table()->domains()->index(row, Column::Require).data().toString(), u"encrypt"_s);

    const Shown after = shown();
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_window->document()->undoStack()->index(), 0);
    QCOMPARE(shown().headline, before.headline);
    QCOMPARE(shown().counts, before.counts);
    QCOMPARE(shown().consequence, before.consequence);
    QCOMPARE(shown().chart, before.chart);
    m_window->document()->undoStack()->redo();
    QVERIFY(shown() == after);

    // One key for the plainest change of all.
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(shown() == before);
    QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(shown() == after);
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_VERIFY(shown() == before);
}

void TestMainWindow::togglesByMouse()
{
    load(m_log);
    const Shown before = shown();
    const int row = rowWithLoss();
    const QModelIndex index = table()->domains()->index(row, Column::Require);
    table()->scrollTo(index);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(index).center());
    auto* combo = table()->findChild<QComboBox*>(u"requirementEditor"_s);
    QVERIFY(combo != nullptr);
    QTRY_VERIFY(combo->view()->isVisible());
    const int encryptItem = combo->findData(u"encrypt"_s);
    const QModelIndex item = combo->model()->index(encryptItem, 0);
    // The list ignores the release of the click that opened it; a press of its own chooses.
    QTest::mouseMove(combo->view()->viewport(), combo->view()->visualRect(item).center());
    QTest::mouseClick(combo->view()->viewport(), Qt::LeftButton, {}, combo->view()->visualRect(item).center());
    QTRY_COMPARE(m_window->document()->undoStack()->count(), 1);
    QVERIFY(simulation().outcome().lost() > 0);
    QCOMPARE(shown().headline, expectedHeadline(simulation().outcome()));
    m_window->document()->undoStack()->undo();
    QVERIFY(shown() == before);
}

void TestMainWindow::requiresForASelection()
{
    load(m_log);
    table()->selectAll();
    QCOMPARE(table()->selectedRows().size(), table()->domains()->rowCount());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(m_window->document()->undoStack()->count(), 1);
    Simulation all(simulation().factsPointer(), Direction::Inbound);
    all.setDefault(encrypt);
    QCOMPARE(simulation().outcome(), all.outcome());
    QCOMPARE(shown().headline, expectedHeadline(all.outcome()));
    m_window->document()->undoStack()->undo();
    QCOMPARE(simulation().outcome().lost(), 0U);
}

void TestMainWindow::editsASelectionInPlace()
{
    load(m_log);
    const Shown before = shown();
    table()->setFocus();
    table()->selectionModel()->setCurrentIndex(table()->domains()->index(2, Column::Messages),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QStringList selected;
    for (const int row : table()->selectedRows())
        selected.append(QString::number(row));
    QCOMPARE(selected.join(u' '), u"2 3 4"_s);
    QTest::keyClick(table(), Qt::Key_Return);
    auto* combo = table()->findChild<QComboBox*>(u"requirementEditor"_s);
    QVERIFY(combo != nullptr);
    QTRY_VERIFY(combo->view()->isVisible());
    QTest::keyClick(combo->view(), Qt::Key_Down); // from none to encrypt
    QTest::keyClick(combo->view(), Qt::Key_Return);
    QTRY_COMPARE(m_window->document()->undoStack()->count(), 1);
    Simulation alone(simulation().factsPointer(), Direction::Inbound);
    for (const int row : {2, 3, 4}) {
        alone.setRequirement({std::string(table()->domains()->domainKey(row)), false}, encrypt);
        QCOMPARE(table()->domains()->index(row, Column::Require).data().toString(), u"encrypt"_s);
    }
    QCOMPARE(table()->domains()->index(5, Column::Require).data().toString(), u"none"_s);
    QCOMPARE(simulation().outcome(), alone.outcome());
    QCOMPARE(shown().headline, expectedHeadline(alone.outcome()));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(shown() == before);
}

void TestMainWindow::refusesNowOrLater()
{
    load(m_log);
    m_window->document()->setDefaultRequirement(Direction::Inbound, encrypt);
    const Shown before = shown();
    QVERIFY(before.consequence.contains(u"4xx"_s));
    auto* refusal = find<SegmentedControl>(u"refusal"_s);
    QTest::mouseClick(refusal->button(1), Qt::LeftButton);
    QCOMPARE(simulation().policy().refusal, Refusal::Now);
    QVERIFY(shown().consequence.contains(u"5xx"_s));
    QCOMPARE(shown().headline, before.headline); // how it is refused changes nothing about how much
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(shown() == before);
    QCOMPARE(refusal->current(), 0);
}

void TestMainWindow::dragsTheBudget()
{
    load(m_log);
    auto* presets = find<SegmentedControl>(u"presets"_s);
    QTRY_VERIFY(presets->button(2)->isEnabled());
    const Shown before = shown();
    auto* frontier = m_window->policyPage()->outcome()->frontierChart();
    auto* area = frontier->findChild<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget* child : frontier->findChildren<QWidget*>()) {
        if (child->inherits("QCustomPlot"))
            area = child;
    }
    QVERIFY(area != nullptr);
    const QPoint handle = frontier->handlePosition().toPoint();
    const int y = handle.y();
    const double budgetBefore = frontier->budget();
    QSignalSpy moved(frontier, &FrontierChart::budgetChanged);
    QTest::mousePress(area, Qt::LeftButton, {}, handle);
    QVERIFY(shown() == before);
    QTest::mouseMove(area, QPoint(area->width() / 2, y));
    QVERIFY(shown() != before);
    QTest::mouseMove(area, QPoint(area->width() * 3 / 4, y));
    QTest::mouseMove(area, QPoint(area->width() * 7 / 8, y));
    QTest::mouseRelease(area, Qt::LeftButton, {}, QPoint(area->width() * 7 / 8, y));
    QVERIFY(moved.size() >= 3);
    QCOMPARE(shown().headline, expectedHeadline(simulation().outcome()));
    QCOMPARE_GE(frontier->budget(), moved.first().first().toDouble());
    QCOMPARE(m_window->document()->undoStack()->count(), 1); // one drag, one step
    const double budgetAfter = frontier->budget();
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(shown() == before);
    // The budget goes back with its policy, everywhere.
    QCOMPARE(frontier->budget(), budgetBefore);
    QCOMPARE(find<QDoubleSpinBox>(u"budget"_s)->value(), 100 * budgetBefore);
    m_window->document()->undoStack()->redo();
    QVERIFY(std::abs(frontier->budget() - budgetAfter) < 0.00006); // the field has two decimals
}

void TestMainWindow::sortsAndHidesColumnsByMenu()
{
    load(m_log);
    auto* sorting = find<QMenu>(u"sortMenu"_s);
    QVERIFY(sorting != nullptr);
    const auto choose = [](QMenu* menu, const QString& text) {
        Q_EMIT menu->aboutToShow(); // fills it anew
        for (QAction* action : menu->actions()) {
            if (action->text() == text)
                return action->trigger();
        }
        QFAIL(qPrintable(text));
    };
    const auto names = [this] {
        QStringList out;
        for (int row = 0; row < table()->domains()->rowCount(); ++row)
            out.append(table()->domains()->index(row, Column::Domain).data().toString());
        return out;
    };
    choose(sorting, u"Loses"_s);
    for (int row = 1; row < table()->domains()->rowCount(); ++row) {
        const auto loss = [this](int at) {
            return table()->domains()->index(at, Column::Loses).data(DomainTableModel::SortRole).toDouble();
        };
        QCOMPARE_GE(loss(row - 1), loss(row));
    }
    choose(sorting, u"Sender domain"_s);
    const QStringList upwards = names();
    choose(sorting, u"Sender domain"_s); // again: the other way round
    const QStringList downwards = names();
    QCOMPARE(downwards, QStringList(upwards.rbegin(), upwards.rend()));

    auto* columns = find<QMenu>(u"columnMenu"_s);
    QVERIFY(!table()->isColumnHidden(Column::Evidence));
    choose(columns, u"Why"_s);
    QVERIFY(table()->isColumnHidden(Column::Evidence));
    choose(columns, u"Reset Columns"_s);
    QVERIFY(!table()->isColumnHidden(Column::Evidence));
}

/** Filter, choose, look, undo, plan, and read the help: no hand on the mouse. */
void TestMainWindow::walksTheWholeWayByKeyboard()
{
    load(m_log);
    const auto press = [](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(
            QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : QApplication::activeWindow(), key,
            modifiers);
    };
    press(Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(m_window->place(), MainWindow::Place::Traffic);
    press(Qt::Key_F, Qt::ControlModifier); // from anywhere
    QTRY_COMPARE(m_window->place(), MainWindow::Place::Policy);
    auto* text = find<QLineEdit>(u"filterText"_s);
    QTRY_VERIFY(text->hasFocus());
    const int row = rowWithLoss();
    const QString domain = table()->domains()->index(row, Column::Domain).data().toString();
    const Shown before = shown();
    QTest::keyClicks(text, domain);
    press(Qt::Key_Return);
    QTRY_VERIFY(table()->hasFocus());
    QCOMPARE(table()->currentIndex().siblingAtColumn(Column::Domain).data().toString(), domain);
    press(Qt::Key_Space);
    QTRY_COMPARE(m_window->document()->undoStack()->count(), 1);
    QVERIFY(simulation().outcome().lost() > 0);
    QCOMPARE(shown().headline, expectedHeadline(simulation().outcome()));
    QTRY_VERIFY(table()->hasFocus());

    // On with Tab: the details of the domain, and back again with Shift.
    QWidget* details = m_window->policyPage()->details();
    for (int i = 0; i < 40 && !details->isAncestorOf(QApplication::focusWidget()); ++i)
        press(Qt::Key_Tab);
    QVERIFY(details->isAncestorOf(QApplication::focusWidget()));
    for (int i = 0; i < 40 && !table()->hasFocus(); ++i)
        press(Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(table()->hasFocus());
    press(Qt::Key_F4);
    QTRY_VERIFY(!details->isVisible());
    press(Qt::Key_F4);
    QTRY_VERIFY(details->isVisible());

    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(shown() == before);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(shown() != before);
    press(Qt::Key_4, Qt::ControlModifier);
    QTRY_COMPARE(m_window->place(), MainWindow::Place::Plan);
    press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(m_window->direction(), Direction::Outbound);
    for (const auto& [key, modifiers, name] : {std::tuple(Qt::Key_F1, Qt::KeyboardModifiers(), u"wordsDialog"_s),
             std::tuple(Qt::Key_F1, Qt::KeyboardModifiers(Qt::ControlModifier), u"shortcutsDialog"_s)}) {
        m_window->activateWindow(); // without a window manager nobody does when a dialog goes
        QTRY_VERIFY(m_window->isActiveWindow());
        QTest::keySequence(m_window.get(), QKeySequence(modifiers | key));
        QTRY_VERIFY2(find<QDialog>(name) != nullptr && find<QDialog>(name)->isVisible(), qPrintable(name));
        QTest::keyClick(find<QDialog>(name), Qt::Key_Escape);
        QTRY_VERIFY2(find<QDialog>(name) == nullptr, qPrintable(name));
    }
}

void TestMainWindow::saysWhyNothingWasFound()
{
    const QString path = m_folder.filePath(u"auth.log"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 20; ++i)
        file.write("Nov  1 10:00:00 mx1 sshd[815]: Connection closed by 192.0.2.1 port 22\n");
    file.close();
    m_window->open({path});
    QTRY_VERIFY(m_window->messageBar()->isVisible());
    QVERIFY(m_window->document()->isEmpty());
    QVERIFY(!m_window->document()->state().sources.empty()); // read, and nothing in it was a mail server's
    QCOMPARE(m_window->place(), MainWindow::Place::Traffic);
    QTRY_VERIFY(find<QWidget>(u"trafficNotes"_s)->isVisible());
    QTRY_VERIFY(!find<QWidget>(u"trafficNotes"_s)->visibleRegion().isEmpty());
}

void TestMainWindow::filtersByLiveTest()
{
    load(m_log);
    auto* tested = find<QComboBox>(u"filterTest"_s);
    QVERIFY(!tested->isVisible()); // nothing to filter by
    const QString domain = QString::fromStdString(std::string(table()->domains()->domainKey(4)));
    DomainFacts facts = test::goodDomain();
    facts.domain = domain.toStdString();
    m_window->document()->addTests({std::make_shared<const DomainFacts>(facts)});
    QVERIFY(tested->isVisible());
    QVERIFY(!table()->isColumnHidden(Column::LiveTest));
    tested->setCurrentIndex(tested->findData(static_cast<int>(TestFilter::Authenticated)));
    QCOMPARE(table()->domains()->rowCount(), 1);
    QVERIFY(!table()->domains()->index(0, Column::LiveTest).data().toString().isEmpty());
    tested->setCurrentIndex(tested->findData(static_cast<int>(TestFilter::EncryptOnly)));
    QCOMPARE(table()->domains()->rowCount(), 0);
    m_window->document()->clear();
    QVERIFY(!tested->isVisible());
    QCOMPARE(tested->currentIndex(), 0);
}

void TestMainWindow::presetsAndBudget()
{
    load(m_log);
    auto* presets = find<SegmentedControl>(u"presets"_s);
    QCOMPARE(presets->current(), 0);
    QTRY_VERIFY(presets->button(1)->isEnabled()); // the frontier is made elsewhere
    QTest::mouseClick(presets->button(1), Qt::LeftButton);
    QCOMPARE(simulation().outcome().lostWanted(), 0U);
    QVERIFY(!simulation().policy().rows.empty());
    QCOMPARE(presets->current(), 1);

    // The handle in the chart: every step changes the figures, all steps are one to undo.
    auto* frontier = m_window->policyPage()->outcome()->frontierChart();
    const int stepsBefore = m_window->document()->undoStack()->count();
    QSignalSpy moved(frontier, &FrontierChart::budgetChanged);
    frontier->setFocus();
    QTest::keyPress(frontier, Qt::Key_PageDown);
    QTest::keyPress(frontier, Qt::Key_PageUp);
    QTest::keyPress(frontier, Qt::Key_PageUp);
    QTest::keyPress(frontier, Qt::Key_PageUp);
    QTest::keyRelease(frontier, Qt::Key_PageUp);
    QVERIFY(moved.size() >= 3);
    QVERIFY(m_window->document()->undoStack()->count() <= stepsBefore + 1);
    const Shown budget = shown();
    QCOMPARE(budget.headline, expectedHeadline(simulation().outcome()));
    QCOMPARE(presets->current(), 2);

    QTest::mouseClick(presets->button(3), Qt::LeftButton);
    QCOMPARE(presets->current(), 3);
    QCOMPARE(simulation().policy().byDefault, encrypt);
    QTest::mouseClick(presets->button(0), Qt::LeftButton);
    QCOMPARE(simulation().outcome().lost(), 0U);
    m_window->document()->undoStack()->undo();
    m_window->document()->undoStack()->undo();
    QVERIFY(shown() == budget);
    QCOMPARE(presets->current(), 2);

    auto* spin = find<QDoubleSpinBox>(u"budget"_s);
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, u"100"_s);
    QTest::keyClick(spin, Qt::Key_Return);
    QTRY_VERIFY(shown() != budget);
    QCOMPARE(frontier->budget(), 1.0);
}

void TestMainWindow::directionsFollowEverywhere()
{
    load(m_log);
    auto* direction = find<SegmentedControl>(u"direction"_s);
    QTest::mouseClick(direction->button(1), Qt::LeftButton);
    QCOMPARE(m_window->direction(), Direction::Outbound);
    QCOMPARE(table()->domains()->direction(), Direction::Outbound);
    QCOMPARE(table()->domains()->rowCount(), static_cast<int>(simulation().domainCount()));
    QCOMPARE(shown().counts, expectedCounts(simulation().outcome()));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(m_window->direction(), Direction::Submission);
    QCOMPARE(direction->current(), 2);
    // A requirement here is not one of mail from outside.
    m_window->document()->setDefaultRequirement(Direction::Submission, encrypt);
    QVERIFY(m_window->document()->policy().inbound.isNone());
}

void TestMainWindow::filtersByKeyboard()
{
    load(m_log);
    const int all = table()->domains()->rowCount();
    table()->setFocus();
    const QString domain = table()->domains()->index(3, Column::Domain).data().toString();
    QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
    auto* text = find<QLineEdit>(u"filterText"_s);
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, domain);
    QVERIFY(table()->domains()->rowCount() < all);
    QCOMPARE(table()->domains()->index(0, Column::Domain).data().toString(), domain);
    QVERIFY(find<QLabel>(u"filterShown"_s)->isVisible());
    QCOMPARE(find<QLabel>(u"detailsDomain"_s)->text(), domain);
    QTest::keyClick(text, Qt::Key_Escape);
    QCOMPARE(table()->domains()->rowCount(), all);
    QVERIFY(table()->hasFocus());
    // The place is kept.
    QCOMPARE(table()->currentIndex().siblingAtColumn(Column::Domain).data().toString(), domain);
    QTest::mouseClick(find<QAbstractButton>(u"filterWouldLose"_s), Qt::LeftButton);
    QVERIFY(table()->domains()->rowCount() > 0);
    QVERIFY(table()->domains()->rowCount() < all);
}

void TestMainWindow::remarksOnRequiringAllOnce()
{
    load(m_log);
    auto* remark = find<QWidget>(u"remark"_s);
    QVERIFY(!remark->isVisible());
    m_window->document()->setDefaultRequirement(Direction::Inbound, encrypt);
    QVERIFY(remark->isVisible());
    QVERIFY(find<QLabel>(u"remarkText"_s)->text().contains(u"RFC 3207"_s));
    QTest::mouseClick(find<QToolButton>(u"remarkClose"_s), Qt::LeftButton);
    QVERIFY(!remark->isVisible());
    m_window->document()->undoStack()->undo();
    m_window->document()->undoStack()->redo();
    QVERIFY(!remark->isVisible());
}

void TestMainWindow::showsTheLinesBehindAFigure()
{
    load(m_log);
    const int row = rowWithLoss();
    table()->setCurrentIndex(table()->domains()->index(row, Column::Domain));
    auto* tabs = m_window->policyPage()->details()->tabs();
    tabs->setCurrentIndex(DetailsPanel::LogLines);
    auto* text = find<QPlainTextEdit>(u"evidenceText"_s);
    QTRY_VERIFY(text->toPlainText().contains(u"connect from"_s));
    QVERIFY(!text->extraSelections().isEmpty());
    const QString first = text->toPlainText();
    QVERIFY(find<QToolButton>(u"evidenceNext"_s)->isEnabled());
    QTest::mouseClick(find<QToolButton>(u"evidenceNext"_s), Qt::LeftButton);
    QTRY_VERIFY(text->toPlainText() != first);
    QCOMPARE(find<QLabel>(u"detailsDomain"_s)->text(),
        table()->currentIndex().siblingAtColumn(Column::Domain).data().toString());
}

void TestMainWindow::copiesRows()
{
    load(m_log);
    table()->setFocus();
    table()->setCurrentIndex(table()->domains()->index(0, Column::Domain));
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].count(u'\t'), lines[1].count(u'\t'));
    QVERIFY(lines[1].contains(table()->domains()->index(0, Column::Messages).data().toString()));
}

void TestMainWindow::opensByDrop()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_log)});
    QDragEnterEvent enter({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(drop.isAccepted());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->document()->isEmpty(), 60'000);

    QMimeData text;
    text.setText(u"no file"_s);
    QDragEnterEvent other({200, 200}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &other);
    QVERIFY(!other.isAccepted());
}

void TestMainWindow::continuesAnImport()
{
    load(m_log);
    const Outcome once = simulation().outcome();
    load(m_log);
    QCOMPARE(simulation().outcome(), once); // nothing counts twice
    const QString more = m_folder.filePath(u"more.log"_s);
    QVERIFY(sample::writeLog(more, 500, 99));
    load(more);
    QVERIFY(simulation().outcome().total() > once.total());
}

void TestMainWindow::cancelsAnImport()
{
    const QString big = m_folder.filePath(u"big.log"_s);
    QVERIFY(sample::writeLog(big, 60'000, 3));
    m_window->open({big});
    QVERIFY(find<QWidget>(u"progressStrip"_s)->isVisible());
    QTest::mouseClick(find<QPushButton>(u"progressCancel"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->files()->loader()->isBusy(), 60'000);
    QVERIFY(m_window->document()->isEmpty());
    QVERIFY(!find<QWidget>(u"progressStrip"_s)->isVisible());
    QVERIFY(m_window->messageBar()->isVisible());
    // And again without mercy: the window goes while the work runs.
    m_window->open({big});
    m_window.reset();
    QFile::remove(big);
}

void TestMainWindow::saysWhatIsWrongInTheWindow()
{
    m_window->open({u"/nonexistent/mail.log"_s});
    QTRY_VERIFY(m_window->messageBar()->isVisible());
    QCOMPARE(m_window->messageBar()->kind(), MessageBar::Kind::Error);
    QVERIFY(m_window->messageBar()->text().contains(u"mail.log"_s));
    QTest::mouseClick(find<QToolButton>(u"messageClose"_s), Qt::LeftButton);
    QVERIFY(!m_window->messageBar()->isVisible());
    QVERIFY(find<QWidget>(u"emptyPlace"_s)->isVisible());
}

void TestMainWindow::savesAndOpensAWorkspace()
{
    load(m_log);
    const int row = rowWithLoss();
    m_window->document()->require(
        Direction::Inbound, {{std::string(table()->domains()->domainKey(row)), true}}, encrypt);
    const Shown before = shown();
    const QString path = m_folder.filePath(u"server.waxseal"_s);
    m_window->files()->saveAs->trigger();
    auto* dialog = find<QFileDialog>(u"saveDialog"_s);
    QVERIFY(dialog != nullptr);
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_COMPARE(m_window->document()->path(), path);
    QVERIFY(!m_window->document()->isModified());
    QVERIFY(m_window->windowTitle().startsWith(u"server"_s));

    openWindow();
    load(path);
    QVERIFY(shown() == before);
    QCOMPARE(m_window->document()->path(), path);
    QVERIFY(!m_window->document()->isModified());
    // The log again, into the workspace: it is known.
    load(m_log);
    QVERIFY(shown() == before);
}

void TestMainWindow::guardsUnsavedChanges()
{
    load(m_log);
    m_window->document()->setDefaultRequirement(Direction::Inbound, encrypt);
    QVERIFY(m_window->isWindowModified());
    m_window->close();
    QVERIFY(m_window->isVisible());
    auto* question = find<QMessageBox>(u"unsavedQuestion"_s);
    QVERIFY(question != nullptr);
    QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(find<QMessageBox>(u"unsavedQuestion"_s) == nullptr);
    QVERIFY(m_window->isVisible());
    m_window->close();
    question = find<QMessageBox>(u"unsavedQuestion"_s);
    QVERIFY(question != nullptr);
    QTest::mouseClick(question->button(QMessageBox::Discard), Qt::LeftButton);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestMainWindow::guardSavesFirst()
{
    load(m_log);
    m_window->document()->setDefaultRequirement(Direction::Inbound, encrypt);
    const QString path = m_folder.filePath(u"guarded.waxseal"_s);
    m_window->close();
    auto* question = find<QMessageBox>(u"unsavedQuestion"_s);
    QVERIFY(question != nullptr);
    QTest::mouseClick(question->button(QMessageBox::Save), Qt::LeftButton);
    QTRY_VERIFY(find<QFileDialog>(u"saveDialog"_s) != nullptr);
    auto* dialog = find<QFileDialog>(u"saveDialog"_s);
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(!m_window->isVisible());
    const auto saved = waxseal::openWorkspace(path);
    QVERIFY(saved);
    QCOMPARE(saved->policy.inbound.byDefault, encrypt);
}

void TestMainWindow::remembersItsLayout()
{
    load(m_log);
    m_window->resize(1300, 800);
    m_window->showPlace(MainWindow::Place::Policy);
    m_window->setDirection(Direction::Outbound);
    auto* across = find<QSplitter>(u"policyAcross"_s);
    across->setSizes({700, 450});
    table()->setColumnHidden(Column::AtMost, true);
    table()->horizontalHeader()->moveSection(table()->horizontalHeader()->visualIndex(Column::Evidence), 2);
    auto* plan = find<QSplitter>(u"planSplitter"_s);
    m_window->showPlace(MainWindow::Place::Plan);
    plan->setSizes({500, 700});
    const QList<int> planSizes = plan->sizes();
    m_window->showPlace(MainWindow::Place::Policy);
    // Rows that fold at this width have their height a moment later, and columns are fitted to the room that is left.
    const auto settled = [this, last = -1, same = 0]() mutable {
        same = table()->viewport()->width() == last ? same + 1 : 0;
        last = table()->viewport()->width();
        return same > 5;
    };
    auto isSettled = settled;
    QTRY_VERIFY(isSettled());
    // Drawn by its border, as a user does it: only then it is a choice.
    const QHeaderView* header = table()->horizontalHeader();
    const int border = header->sectionViewportPosition(Column::Messages) + header->sectionSize(Column::Messages) - 2;
    const QPoint grip = header->viewport()->mapTo(m_window.get(), QPoint(border, header->height() / 2));
    const int wider = 133 - table()->columnWidth(Column::Messages);
    QTest::mousePress(m_window->windowHandle(), Qt::LeftButton, {}, grip);
    QTest::mouseMove(m_window->windowHandle(), grip + QPoint(wider, 0));
    QTest::mouseRelease(m_window->windowHandle(), Qt::LeftButton, {}, grip + QPoint(wider, 0));
    QCOMPARE(table()->columnWidth(Column::Messages), 133);
    const QList<int> sizes = across->sizes();
    const QSize size = m_window->size();
    QVERIFY(m_window->close());

    openWindow(true);
    load(m_log);
    QCOMPARE(m_window->size(), size);
    QCOMPARE(m_window->direction(), Direction::Outbound);
    QCOMPARE(find<QSplitter>(u"policyAcross"_s)->sizes(), sizes);
    m_window->showPlace(MainWindow::Place::Plan);
    QCOMPARE(find<QSplitter>(u"planSplitter"_s)->sizes(), planSizes);
    QVERIFY(table()->isColumnHidden(Column::AtMost));
    QCOMPARE(table()->columnWidth(Column::Messages), 133);
    QCOMPARE(table()->horizontalHeader()->visualIndex(Column::Evidence), 2);
}

void TestMainWindow::importsAnExistingPolicy()
{
    load(m_log);
    const int row = rowWithLoss();
    const QString domain = QString::fromStdString(std::string(table()->domains()->domainKey(row)));
    const std::size_t at = table()->domains()->simulationRow(row);
    const std::uint64_t price = simulation().whatIf(at, encrypt).lostWanted();
    find<QAction>(u"importPolicy"_s)->trigger();
    auto* dialog = find<QDialog>(u"policyImportDialog"_s);
    QVERIFY(dialog != nullptr && dialog->isVisible());
    auto* take = dialog->findChild<QPushButton*>(u"policyImportTake"_s);
    QVERIFY(!take->isEnabled()); // nothing was read
    auto* text = dialog->findChild<QPlainTextEdit*>(u"policyImportText"_s);
    text->setFocus();
    QTest::keyClicks(text, domain + u" reject_plaintext_session"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, u"user@example.com reject_plaintext_session"_s);
    QTRY_VERIFY(take->isEnabled());
    auto* lines = dialog->findChild<QTreeWidget*>(u"policyImportLines"_s);
    QTRY_COMPARE(lines->topLevelItemCount(), 2);
    QVERIFY(lines->topLevelItem(0)->text(2).contains(domain));
    QVERIFY(lines->topLevelItem(1)->text(2).startsWith(u"left out"_s));
    QTest::mouseClick(take, Qt::LeftButton);
    QTRY_VERIFY(find<QDialog>(u"policyImportDialog"_s) == nullptr);
    const auto& rows = simulation().policy().rows;
    QVERIFY(rows.contains({domain.toStdString(), true}));
    QVERIFY(simulation().outcome().lostWanted() >= price && price > 0);
    // What is required now is A, to compare with.
    const auto kept = m_window->document()->choices().keptOf(m_window->direction());
    QVERIFY(kept && kept->isA && kept->policy.rows == rows);
    m_window->document()->undoStack()->undo(); // one step
    QVERIFY(simulation().policy().rows.empty());
    QVERIFY(!m_window->document()->choices().keptOf(m_window->direction()));
}

void TestMainWindow::everyInputHasAName()
{
    load(m_log);
    for (const auto place :
        {MainWindow::Place::Traffic, MainWindow::Place::Tester, MainWindow::Place::Plan, MainWindow::Place::Policy}) {
        m_window->showPlace(place); // some fill themselves when first seen
        QCoreApplication::processEvents();
    }
    QStringList nameless;
    int inputs = 0;
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        const bool isInput = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget)
            || qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget)
            || qobject_cast<QAbstractItemView*>(widget) || qobject_cast<QPlainTextEdit*>(widget)
            || qobject_cast<QTabWidget*>(widget) || qobject_cast<Chart*>(widget);
        // Parts that Qt makes for itself speak through the whole they belong to.
        bool isPart = widget->objectName().startsWith(u"qt_"_s) || widget->objectName().startsWith(u"Scroll"_s)
            || qobject_cast<const QHeaderView*>(widget) || widget->inherits("QLineEditIconButton")
            || widget->inherits("QTableCornerButton") || qobject_cast<const QMenuBar*>(widget->parentWidget());
        for (const QWidget* above = widget; above != nullptr && !isPart; above = above->parentWidget())
            isPart = above->inherits("QComboBoxPrivateContainer");
        if (!isInput || isPart)
            continue;
        ++inputs;
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr || interface->text(QAccessible::Name).trimmed().isEmpty()) {
            nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()
                + u" in "_s + QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
        }
    }
    QVERIFY(inputs > 30);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
}

void TestMainWindow::everythingIsReachedByTab()
{
    load(m_log);
    QTRY_VERIFY(find<QDoubleSpinBox>(u"budget"_s)->isEnabled()); // once the frontier is known
    QStringList order;
    auto* text = find<QLineEdit>(u"filterText"_s);
    text->setFocus();
    for (int i = 0; i < 60; ++i) {
        const QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus != nullptr);
        order.append(focus->objectName().isEmpty() ? QString::fromLatin1(focus->metaObject()->className())
                                                   : focus->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (QApplication::focusWidget() == text)
            break;
    }
    for (const QString& name :
        {u"budget"_s, u"defaultRequirement"_s, u"domainTable"_s, u"frontierChart"_s, u"outcomeChart"_s})
        QVERIFY2(order.contains(name), qPrintable(name + u" not in "_s + order.join(u", "_s)));
    QVERIFY(order.indexOf(u"budget"_s) < order.indexOf(u"domainTable"_s));
    QVERIFY(order.indexOf(u"domainTable"_s) < order.indexOf(u"outcomeChart"_s));
    QVERIFY(order.indexOf(u"outcomeChart"_s) < order.indexOf(u"frontierChart"_s));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
