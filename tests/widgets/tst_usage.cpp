// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplelog.h"
#include "tests/probe/probefacts.h"
#include "widgets/charts/outcomechart.h"
#include "widgets/charts/trafficchart.h"
#include "widgets/charts/versionchart.h"
#include "widgets/controls/messagebar.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/document/document.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/pages/detailspanel.h"
#include "widgets/pages/domainpanel.h"
#include "widgets/pages/figuretable.h"
#include "widgets/pages/filterbar.h"
#include "widgets/pages/outcomepanel.h"
#include "widgets/pages/picturenotes.h"
#include "widgets/pages/policypage.h"
#include "widgets/style/text.h"
#include "widgets/tester/resulttree.h"
#include "widgets/window/filecontroller.h"
#include "widgets/window/mainwindow.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

using namespace waxseal;
using namespace Qt::StringLiterals;

/** What a user meets in the first hour: opening, adding, looking closer, printing, on any screen. */
class TestUsage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void enterPressesTheWelcomeButtons();
    void keyboardIsInTheTableAfterOpening();
    void encryptByKeyFromEverywhereInThePlace();
    void addedLogsSayWhatTheyBrought();
    void addedLogsCanReplace();
    void nothingNewIsSaid();
    void openDialogsChangeNothing();
    void trafficLeadsToDomains();
    void trafficLeadsToDaysAndLines();
    void plaintextLeadsToThoseWhoSendIt();
    void emptyChartsDrawNoGrid();
    void messagesOfChartsMoveNothing();
    void picturesSayWhatTheyAre();
    void longValuesLeaveTheFindingsTheirRoom();
    void longDomainsLeaveTheTabsTheirRoom();
    void columnsGiveWayAfterRestart();
    void columnsGiveWayToNames();
    void comboBoxesHaveNames();
    void everythingInTheTreeIsNamed();
    void namesReadFromLeftToRight();

private:
    void load(const QString& path);
    template <typename T>
    T* find(const QString& name) const
    {
        return m_window->findChild<T*>(name);
    }
    DomainTable* table() const { return m_window->policyPage()->domains()->table(); }
    Document* document() const { return m_window->document(); }

    QTemporaryDir m_folder;
    QString m_log;
    QString m_second;
    std::unique_ptr<MainWindow> m_window;
};

void TestUsage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"WaxsealTest"_s);
    QCoreApplication::setApplicationName(u"waxseal-usage"_s);
    m_log = m_folder.filePath(u"mail.log"_s);
    m_second = m_folder.filePath(u"second.log"_s);
    QVERIFY(sample::writeLog(m_log));
    // One message of another host, on a day of the sample's.
    QFile second(m_second);
    QVERIFY(second.open(QIODevice::WriteOnly));
    second.write(
        "2026-11-20T10:00:00+00:00 mx9 postfix/smtpd[700]: connect from mta.added.example[198.51.100.9]\n"
        "2026-11-20T10:00:01+00:00 mx9 postfix/smtpd[700]: 4AbCd1: client=mta.added.example[198.51.100.9]\n"
        "2026-11-20T10:00:01+00:00 mx9 postfix/cleanup[701]: 4AbCd1: message-id=<1@added.example>\n"
        "2026-11-20T10:00:01+00:00 mx9 postfix/qmgr[702]: 4AbCd1: from=<a@added.example>, size=900, nrcpt=1 "
        "(queue active)\n"
        "2026-11-20T10:00:02+00:00 mx9 postfix/smtpd[700]: disconnect from mta.added.example[198.51.100.9] "
        "ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5\n"
        "2026-11-20T10:00:02+00:00 mx9 postfix/lmtp[703]: 4AbCd1: to=<b@home.example>, relay=mx9[private/lmtp], "
        "delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (250 2.0.0 OK)\n"
        "2026-11-20T10:00:02+00:00 mx9 postfix/qmgr[702]: 4AbCd1: removed\n");
}

void TestUsage::init()
{
    QSettings().clear();
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1360, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestUsage::load(const QString& path)
{
    m_window->open({path});
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->files()->loader()->isBusy(), 60'000);
    QVERIFY(!document()->isEmpty());
}

void TestUsage::enterPressesTheWelcomeButtons()
{
    auto* button = find<QPushButton>(u"emptyOpen"_s);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        button->setFocus();
        QTest::keyClick(button, key);
        auto* dialog = find<QFileDialog>(u"openLogsDialog"_s);
        QVERIFY(dialog != nullptr);
        dialog->reject();
        QTRY_VERIFY(find<QFileDialog>(u"openLogsDialog"_s) == nullptr);
    }
}

void TestUsage::keyboardIsInTheTableAfterOpening()
{
    load(m_log);
    QTRY_VERIFY(table()->hasFocus());
    QVERIFY(table()->currentIndex().isValid());
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(document()->policy().inbound.rows.size(), 1U);
}

void TestUsage::encryptByKeyFromEverywhereInThePlace()
{
    load(m_log);
    const QList<QWidget*> places{table(), m_window->policyPage()->outcome()->outcomeChart(),
        find<QWidget>(u"hostTable"_s), find<QWidget>(u"filterText"_s)};
    for (QWidget* widget : places) {
        widget->setFocus();
        QVERIFY2(widget->hasFocus(), qPrintable(widget->objectName()));
        const auto before = document()->policy();
        QTest::keyClick(widget, Qt::Key_R, Qt::ControlModifier);
        QVERIFY2(document()->policy() != before, qPrintable(widget->objectName()));
    }
    // In another place nothing is switched that nobody sees.
    m_window->showPlace(MainWindow::Place::Traffic);
    const auto before = document()->policy();
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(document()->policy(), before);
}

void TestUsage::addedLogsSayWhatTheyBrought()
{
    load(m_log);
    QVERIFY(m_window->messageBar()->text().isEmpty()); // the first log speaks for itself
    const auto before = document()->traffic(Direction::Inbound).total.messages;
    load(m_second);
    QCOMPARE(document()->traffic(Direction::Inbound).total.messages, before + 1);
    QCOMPARE(m_window->messageBar()->text(), u"second.log was added to what was open. Messages more: 1 Inbound."_s);
}

void TestUsage::addedLogsCanReplace()
{
    load(m_log);
    document()->setDefaultRequirement(Direction::Inbound, Requirement{Level::Encrypt, {}});
    load(m_second);
    QToolButton* replace = nullptr;
    for (auto* button : m_window->messageBar()->findChildren<QToolButton*>()) {
        if (button->defaultAction() == m_window->files()->replaceInstead)
            replace = button;
    }
    QVERIFY(replace != nullptr && replace->isVisible());
    QTest::mouseClick(replace, Qt::LeftButton);
    // What was chosen is not saved: the question comes first.
    auto* question = find<QMessageBox>(u"unsavedQuestion"_s);
    QVERIFY(question != nullptr);
    QTest::mouseClick(question->button(QMessageBox::Discard), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->files()->loader()->isBusy(), 60'000);
    QTRY_COMPARE(document()->traffic(Direction::Inbound).total.messages, 1U);
    QCOMPARE(document()->state().pieces.size(), 1U);
    QVERIFY(document()->policy().inbound.isNone());
}

void TestUsage::nothingNewIsSaid()
{
    load(m_second);
    load(m_second);
    QCOMPARE(m_window->messageBar()->text(), u"second.log: no mail that was not there already."_s);
}

void TestUsage::openDialogsChangeNothing()
{
    FileController* files = m_window->files();
    for (QAction* action : {files->openLogs, files->openFolder, files->openWorkspace}) {
        action->trigger();
        auto* dialog = m_window->findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        QVERIFY2(dialog->testOption(QFileDialog::ReadOnly), qPrintable(dialog->objectName()));
        dialog->reject();
        QTRY_VERIFY(m_window->findChild<QFileDialog*>() == nullptr);
    }
}

void TestUsage::trafficLeadsToDomains()
{
    load(m_log);
    for (const QString& name : {u"trafficBusiest"_s, u"trafficClear"_s}) {
        for (int how = 0; how < 3; ++how) {
            m_window->showPlace(MainWindow::Place::Traffic);
            auto* view = find<FigureView>(name);
            QTRY_VERIFY(view->isVisible() && view->model()->rowCount() > 2);
            const QModelIndex row = view->model()->index(2, 0);
            const QString domain = row.data().toString();
            view->setCurrentIndex(row);
            if (how == 0) {
                QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(row).center());
                QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(row).center());
            } else if (how == 1) {
                view->setFocus();
                QTest::keyClick(view, Qt::Key_Return);
            } else {
                const QPoint at = view->visualRect(row).center();
                QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->viewport()->mapToGlobal(at));
                QCoreApplication::sendEvent(view->viewport(), &event);
                auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
                QVERIFY(menu != nullptr && menu->objectName() == u"trafficMenu"_s);
                QTest::keyClick(menu, Qt::Key_Down);
                QTest::keyClick(menu, Qt::Key_Return);
            }
            QVERIFY2(m_window->place() == MainWindow::Place::Policy, qPrintable(u"%1 %2"_s.arg(name).arg(how)));
            const QString there = table()->currentIndex().siblingAtColumn(DomainTableModel::Domain).data().toString();
            QVERIFY2(there == domain, qPrintable(u"%1 %2: %3 for %4"_s.arg(name).arg(how).arg(there, domain)));
        }
    }
    // A table of sums leads nowhere.
    m_window->showPlace(MainWindow::Place::Traffic);
    auto* spam = find<FigureView>(u"trafficSpam"_s);
    spam->setCurrentIndex(spam->model()->index(0, 0));
    QTest::keyClick(spam, Qt::Key_Return);
    QCOMPARE(m_window->place(), MainWindow::Place::Traffic);
}

void TestUsage::trafficLeadsToDaysAndLines()
{
    load(m_log);
    m_window->showPlace(MainWindow::Place::Traffic);
    auto* chart = find<TrafficChart>(u"trafficChart"_s);
    QTRY_VERIFY(chart->itemCount() > 5);
    chart->setFocus();
    chart->setHighlighted(4);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(m_window->place(), MainWindow::Place::Policy);
    const auto days = m_window->policyPage()->domains()->filterBar()->filter().losesOn;
    QVERIFY(days.has_value());
    QCOMPARE(*days, chart->daysOf(4));
    m_window->policyPage()->domains()->filterBar()->clear();

    m_window->showPlace(MainWindow::Place::Traffic);
    auto* view = find<FigureView>(u"trafficClear"_s);
    const QModelIndex row = view->model()->index(0, 0);
    view->setCurrentIndex(row);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(view, &event);
    auto* menu = find<QMenu>(u"trafficMenu"_s);
    QVERIFY(menu != nullptr);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(m_window->place(), MainWindow::Place::Policy);
    QVERIFY(find<QWidget>(u"evidenceText"_s)->isVisible());
    QCOMPARE(find<QLabel>(u"detailsDomain"_s)->text(), row.data().toString());
}

void TestUsage::plaintextLeadsToThoseWhoSendIt()
{
    load(m_log);
    m_window->showPlace(MainWindow::Place::Traffic);
    auto* versions = find<VersionChart>(u"trafficVersions"_s);
    int plaintext = -1;
    for (int item = 0; item < versions->itemCount(); ++item)
        plaintext = versions->role(item) == style::Role::Plaintext ? item : plaintext;
    QVERIFY(plaintext >= 0);
    versions->setFocus();
    versions->setHighlighted(plaintext);
    QTest::keyClick(versions, Qt::Key_Return);
    QCOMPARE(m_window->place(), MainWindow::Place::Policy);
    QVERIFY(m_window->policyPage()->domains()->filterBar()->filter().plaintextSeen);
}

void TestUsage::emptyChartsDrawNoGrid()
{
    load(m_second); // inbound mail only
    m_window->setDirection(Direction::Submission);
    QTRY_VERIFY(find<QWidget>(u"outcomeChart"_s)->isVisible());
    for (const QString& name : {u"outcomeChart"_s, u"frontierChart"_s}) {
        auto* chart = find<Chart>(name);
        QTRY_VERIFY2(chart->findChild<QLabel*>(u"chartNothing"_s)->isVisible(), qPrintable(name));
    }
    m_window->setDirection(Direction::Inbound);
    QTRY_VERIFY(!find<Chart>(u"outcomeChart"_s)->findChild<QLabel*>(u"chartNothing"_s)->isVisible());
}

void TestUsage::messagesOfChartsMoveNothing()
{
    load(m_log);
    auto* chart = find<OutcomeChart>(u"outcomeChart"_s);
    QTRY_VERIFY(!find<Chart>(u"frontierChart"_s)->findChild<QLabel*>(u"chartNothing"_s)->isVisible());
    const auto places = [&] {
        QMap<QWidget*, QRect> out;
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            if (widget->isVisible() && widget->objectName() != u"chartMessage"_s
                && !qobject_cast<QDialog*>(widget->window()))
                out.insert(widget, QRect(widget->mapTo(m_window.get(), QPoint()), widget->size()));
        }
        return out;
    };
    QTest::qWait(50);
    const auto before = places();
    chart->menu()->actions().first()->trigger(); // Save as PNG…
    auto* dialog = chart->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    const QString path = m_folder.filePath(u"chart.png"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    QTRY_VERIFY(chart->findChild<QFileDialog*>() == nullptr);
    auto* message = chart->findChild<QLabel*>(u"chartMessage"_s);
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains(u"chart.png"_s));
    QVERIFY(chart->rect().contains(message->geometry()));
    QTest::qWait(50);
    const auto after = places();
    for (auto at = before.cbegin(); at != before.cend(); ++at) {
        const QRect now = after.value(at.key());
        QVERIFY2(now == at.value(),
            qPrintable(QString::fromLatin1(at.key()->metaObject()->className()) + u' ' + at.key()->objectName()
                + u" %1,%2 %3x%4"_s.arg(now.x()).arg(now.y()).arg(now.width()).arg(now.height())));
    }
    QVERIFY(QFile::exists(path));
}

void TestUsage::picturesSayWhatTheyAre()
{
    load(m_log);
    document()->setDefaultRequirement(Direction::Inbound, Requirement{Level::Encrypt, {}});
    auto* chart = find<OutcomeChart>(u"outcomeChart"_s);
    QCOMPARE(chart->pictureNotes(),
        (QStringList{u"wanted mail, messages a day"_s, u"Inbound"_s, u"encrypt for all"_s, u"mail.log"_s,
            u"1 – 30 November 2026"_s}));
    // The line is in the picture: more is drawn between title and legend than without it.
    const QImage with = chart->picture().toImage();
    chart->setPictureNotes({});
    const QImage without = chart->picture().toImage();
    QCOMPARE(with.size(), without.size());
    QVERIFY(with != without);
    document()->undoStack()->undo();
    QVERIFY(pictureNotes(*document(), Direction::Inbound, true).contains(u"nothing is required"_s));
}

void TestUsage::longValuesLeaveTheFindingsTheirRoom()
{
    DomainFacts facts = test::goodDomain();
    AddressFacts& address = test::onlyAddress(facts);
    address.chain.errors = {18};
    address.chain.certificates[0].names
        = {"mta-sts.a-name-of-a-host-that-nobody-would-type.but-that-the-dns-allows.department.company.example"};
    ResultTree tree;
    tree.resize(460, 400);
    tree.show();
    tree.results()->setFacts(facts);
    QTest::qWait(20);
    const int room = tree.viewport()->width();
    QVERIFY2(tree.columnWidth(ResultModel::What) >= room / 2,
        qPrintable(QString::number(tree.columnWidth(ResultModel::What)) + u" of "_s + QString::number(room)));
    // Nothing of the values is lost: the rows are as high as they need.
    const QFontMetrics metrics(tree.font());
    const auto look = [&](const auto& self, const QModelIndex& parent) -> void {
        for (int row = 0; row < tree.model()->rowCount(parent); ++row) {
            const QModelIndex detail = tree.model()->index(row, ResultModel::Detail, parent);
            const int wide = metrics.horizontalAdvance(detail.data().toString());
            const QRect cell = tree.visualRect(detail);
            QVERIFY2(wide <= cell.width() * (cell.height() / metrics.height()), qPrintable(detail.data().toString()));
            self(self, detail.siblingAtColumn(0));
        }
    };
    look(look, {});
}

void TestUsage::longDomainsLeaveTheTabsTheirRoom()
{
    load(m_log);
    const QString label = QString(60, u'a');
    const QString domain = label + u'.' + label + u'.' + label + u".example"_s;
    FactTable facts = *document()->simulation(Direction::Inbound).factsPointer();
    FactKey key;
    key.day = 20'758;
    key.domain = facts.domains.id(domain.toStdString());
    key.tls = facts.tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
    facts.add(key, 100'000, 100'000); // the first row
    ImportResult import = document()->import();
    import.state.settled = facts;
    import.facts = std::make_shared<const FactTable>(facts);
    auto* tabs = find<QTabWidget>(u"detailsTabs"_s);
    const auto places = [&] {
        QList<QRect> out;
        for (int tab = 0; tab < tabs->count(); ++tab)
            out.append(tabs->tabBar()->tabRect(tab).translated(tabs->tabBar()->mapTo(m_window.get(), QPoint())));
        return out;
    };
    document()->setImport(import);
    m_window->policyPage()->showDomain(domain);
    QCOMPARE(find<QLabel>(u"detailsDomain"_s)->text(), domain);
    for (const QRect& tab : places())
        QVERIFY2(m_window->rect().contains(tab),
            qPrintable(u"%1,%2 %3x%4"_s.arg(tab.x()).arg(tab.y()).arg(tab.width()).arg(tab.height())));
    const QLabel* period = find<QLabel>(u"period"_s);
    if (period != nullptr && period->isVisible()) {
        QVERIFY(period->fontMetrics().horizontalAdvance(period->text()) <= period->contentsRect().width() + 1);
        QVERIFY(m_window->rect().contains(QRect(period->mapTo(m_window.get(), QPoint()), period->size())));
    }
}

/** A window that was wide and comes back narrow: columns give way again, and the names stay readable. */
void TestUsage::columnsGiveWayAfterRestart()
{
    m_window->resize(1700, 900);
    load(m_log);
    QTest::qWait(30);
    QVERIFY(!table()->isColumnHidden(DomainTableModel::Spam));
    QVERIFY(m_window->close());
    m_window = std::make_unique<MainWindow>();
    m_window->resize(960, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    load(m_log);
    QTest::qWait(30);
    const int enough = 20 * table()->fontMetrics().averageCharWidth();
    QVERIFY2(table()->columnWidth(DomainTableModel::Domain) >= enough,
        qPrintable(QString::number(table()->columnWidth(DomainTableModel::Domain))));
    m_window->resize(1700, 900);
    QTRY_VERIFY(!table()->isColumnHidden(DomainTableModel::Spam));
}

/** On half a screen names are not cut to a few letters; a column that somebody asked for stays. */
void TestUsage::columnsGiveWayToNames()
{
    m_window->resize(960, 900);
    load(m_log);
    QTest::qWait(30);
    const auto isNameRead = [&] {
        return table()->columnWidth(DomainTableModel::Domain) >= 18 * table()->fontMetrics().averageCharWidth();
    };
    QTRY_VERIFY(isNameRead());
    QVERIFY(table()->isColumnHidden(DomainTableModel::Spam) && table()->isColumnHidden(DomainTableModel::AtMost));
    document()->keepPolicy(Direction::Inbound); // one column more
    QTRY_VERIFY(!table()->isColumnHidden(DomainTableModel::Kept));
    QVERIFY(isNameRead());
    table()->setColumnShown(DomainTableModel::Spam, true);
    m_window->resize(970, 900);
    QTest::qWait(30);
    QVERIFY(!table()->isColumnHidden(DomainTableModel::Spam));
}

void TestUsage::comboBoxesHaveNames()
{
    load(m_log);
    auto* others = find<QComboBox>(u"defaultRequirement"_s);
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(others);
    QCOMPARE(interface->text(QAccessible::Name), u"Requirement for all other domains"_s);
    QCOMPARE(interface->text(QAccessible::Value), u"none"_s);
    QCOMPARE(interface->role(), QAccessible::ComboBox);
    interface->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
    QVERIFY(others->view()->isVisible());
    others->hidePopup();
    // Every label that is seen says something.
    for (const auto place :
        {MainWindow::Place::Traffic, MainWindow::Place::Tester, MainWindow::Place::Plan, MainWindow::Place::Policy}) {
        m_window->showPlace(place);
        QTest::qWait(30);
        for (QLabel* label : m_window->findChildren<QLabel*>()) {
            if (!label->isVisible() || !label->pixmap(Qt::ReturnByValue).isNull() || label->text().isEmpty())
                continue;
            QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(label);
            QVERIFY2(!spoken->text(QAccessible::Name).trimmed().isEmpty(), qPrintable(label->objectName()));
        }
    }
}

/** The tree that screen readers walk: whatever takes the keyboard has a name and says what it is. */
void TestUsage::everythingInTheTreeIsNamed()
{
    load(m_log);
    QStringList bad;
    int seen = 0;
    const auto walk = [&](const auto& self, QAccessibleInterface* node, int depth) -> void {
        if (node == nullptr || node->state().invisible || depth > 40)
            return;
        const QAccessible::Role role = node->role();
        if (node->state().focusable && node->object() != nullptr && node->object()->isWidgetType()) {
            ++seen;
            const auto* widget = static_cast<QWidget*>(node->object());
            if (node->text(QAccessible::Name).trimmed().isEmpty() && widget->focusPolicy() != Qt::NoFocus
                && qobject_cast<const QTabBar*>(widget) == nullptr)
                bad.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
            if (role == QAccessible::NoRole)
                bad.append(u"no role: "_s + widget->objectName());
        }
        // Cells and items are data.
        if (role == QAccessible::Table || role == QAccessible::Tree || role == QAccessible::List)
            return;
        for (int child = 0; child < node->childCount(); ++child)
            self(self, node->child(child), depth + 1);
    };
    for (const auto place :
        {MainWindow::Place::Traffic, MainWindow::Place::Tester, MainWindow::Place::Plan, MainWindow::Place::Policy}) {
        m_window->showPlace(place);
        QTest::qWait(30);
        walk(walk, QAccessible::queryAccessibleInterface(m_window.get()), 0);
    }
    QVERIFY(seen > 40);
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u", "_s)));
    QCOMPARE(QAccessible::queryAccessibleInterface(table())->role(), QAccessible::Table);
    QCOMPARE(QAccessible::queryAccessibleInterface(find<QWidget>(u"outcomeChart"_s))->role(), QAccessible::Chart);
    // Tab goes the way of the eye.
    const QStringList order{
        u"filterText"_s, u"budget"_s, u"domainTable"_s, u"detailsTabs"_s, u"outcomeChart"_s, u"frontierChart"_s};
    QList<qsizetype> places;
    QList<QWidget*> chain;
    for (QWidget* at = m_window.get(); !chain.contains(at); at = at->nextInFocusChain())
        chain.append(at);
    for (const QString& name : order)
        places.append(chain.indexOf(find<QWidget>(name)));
    QVERIFY(!places.contains(-1));
    QString text;
    for (qsizetype i = 0; i < order.size(); ++i)
        text += u"%1 %2, "_s.arg(order[i]).arg(places[i]);
    QVERIFY2(std::is_sorted(places.begin(), places.end()), qPrintable(text));
}

void TestUsage::namesReadFromLeftToRight()
{
    QCOMPARE(style::isolated(u"2001:db8::1"_s), u"2001:db8::1"_s);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(style::isolated(u"2001:db8::1"_s), u"\u20662001:db8::1\u2069"_s);
    QCOMPARE(style::isolated(u"\u0628\u0631\u064a\u062f 3"_s), u"\u0628\u0631\u064a\u062f 3"_s); // words: as they are
    load(m_log);
    document()->setDefaultRequirement(Direction::Inbound, Requirement{Level::Encrypt, {}});
    m_window->showPlace(MainWindow::Place::Plan);
    auto* preview = find<QPlainTextEdit>(u"exportPreview"_s);
    QTRY_VERIFY(!preview->toPlainText().isEmpty());
    QCOMPARE(preview->document()->firstBlock().textDirection(), Qt::LeftToRight);
    // The beginning of the lines is in sight: something is drawn at the left of the first one.
    QTRY_VERIFY([&] {
        const QImage image = preview->viewport()->grab().toImage();
        const int high = QFontMetrics(preview->font()).height() * 2;
        for (int x = 0; x < 60; ++x) {
            for (int y = 0; y < std::min(high, image.height()); ++y) {
                if (image.pixelColor(x, y).lightness() < 120)
                    return true;
            }
        }
        return false;
    }());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestUsage)
#include "tst_usage.moc"
