// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplelog.h"
#include "widgets/charts/frontierchart.h"
#include "widgets/document/document.h"
#include "widgets/pages/outcomepanel.h"
#include "widgets/pages/policypage.h"
#include "widgets/tester/testsettings.h"
#include "widgets/window/filecontroller.h"
#include "widgets/window/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>
#include <QWheelEvent>
#include <QtTest/qtestspontaneevent.h>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

/** A turn of the wheel as the desktop sends it: Qt may give the keyboard to what lies under it. */
void turn(QWidget& widget, int notches)
{
    const QPointF at(widget.rect().center());
    QWheelEvent event(
        at, widget.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event);
    QCoreApplication::sendEvent(&widget, &event);
}

QString nameOf(const QWidget& widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
}

/** All that can be set in a window, as text. What only scrolls is left out. */
QStringList settingsOf(const QWidget& window)
{
    QStringList out;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        QString value;
        if (const auto* combo = qobject_cast<const QComboBox*>(widget))
            value = QString::number(combo->currentIndex()) + combo->currentText();
        else if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget))
            value = spin->text();
        else if (const auto* slider = qobject_cast<const QAbstractSlider*>(widget);
                 slider != nullptr && qobject_cast<const QScrollBar*>(widget) == nullptr)
            value = QString::number(slider->value());
        else if (const auto* tabs = qobject_cast<const QTabWidget*>(widget))
            value = QString::number(tabs->currentIndex());
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            value = button->isChecked() ? u"on"_s : u"off"_s;
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            value = line->text();
        else if (const auto* chart = qobject_cast<const FrontierChart*>(widget))
            value = QString::number(chart->budget());
        else
            continue;
        out.append(nameOf(*widget) + u": "_s + value);
    }
    return out;
}

QString differences(const QStringList& before, const QStringList& after)
{
    QString out;
    for (qsizetype i = 0; i < std::max(before.size(), after.size()); ++i) {
        if (before.value(i) != after.value(i))
            out += before.value(i) + u" → "_s + after.value(i) + u'\n';
    }
    return out;
}

} // namespace

/** Nothing is set by a turn of the wheel or by a click beside what it was meant for. */
class TestAccidents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }

    void wheelChangesNothing_data();
    void wheelChangesNothing();
    void wheelChangesNothingInDialogs();
    void wheelTurnsAFocusedSpinBox();
    void wheelScrollsThroughAClosedCombo();
    void clicksBesideTheHandleChangeNothing();

private:
    QTemporaryDir m_folder;
    QString m_log;
    std::unique_ptr<MainWindow> m_window;
};

void TestAccidents::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"WaxsealTest"_s);
    QCoreApplication::setApplicationName(u"waxseal-accidents"_s);
    m_log = m_folder.filePath(u"mail.log"_s);
    QVERIFY(sample::writeLog(m_log));
}

void TestAccidents::init()
{
    QSettings().clear();
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->open({m_log});
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->files()->loader()->isBusy(), 60'000);
    QTRY_VERIFY(m_window->findChild<QDoubleSpinBox*>(u"budget"_s)->isEnabled());
    m_window->document()->require(Direction::Inbound, {{"hand.example", false}}, Requirement{Level::Encrypt, {}});
}

void TestAccidents::wheelChangesNothing_data()
{
    QTest::addColumn<MainWindow::Place>("place");
    QTest::addColumn<Direction>("direction");
    for (const Direction direction : allDirections) {
        const int at = static_cast<int>(direction);
        QTest::addRow("traffic-%d", at) << MainWindow::Place::Traffic << direction;
        QTest::addRow("policy-%d", at) << MainWindow::Place::Policy << direction;
        QTest::addRow("tester-%d", at) << MainWindow::Place::Tester << direction;
        QTest::addRow("plan-%d", at) << MainWindow::Place::Plan << direction;
    }
}

void TestAccidents::wheelChangesNothing()
{
    QFETCH(MainWindow::Place, place);
    QFETCH(Direction, direction);
    m_window->setDirection(direction);
    m_window->showPlace(place);
    QTest::qWait(20); // what shows itself once the event loop is idle
    const Policy policy = m_window->document()->policy();
    const int steps = m_window->document()->undoStack()->index();
    const QStringList before = settingsOf(*m_window);
    QVERIFY(before.size() > 30);
    int turned = 0;
    const auto widgets = m_window->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (!widget->isVisible() || qobject_cast<QScrollBar*>(widget) != nullptr)
            continue;
        ++turned;
        turn(*widget, 1);
        turn(*widget, -2);
        const QStringList after = settingsOf(*m_window);
        QVERIFY2(after == before, qPrintable(nameOf(*widget) + u":\n"_s + differences(before, after)));
        QCOMPARE(m_window->document()->undoStack()->index(), steps);
        QVERIFY2(m_window->document()->policy() == policy, qPrintable(nameOf(*widget)));
        QCOMPARE(m_window->place(), place);
        QCOMPARE(m_window->direction(), direction);
    }
    QVERIFY(turned > 30);
}

void TestAccidents::wheelChangesNothingInDialogs()
{
    TestSettingsDialog dialog(m_window.get());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const QStringList before = settingsOf(dialog);
    QVERIFY(dialog.findChildren<QAbstractSpinBox*>().size() >= 3);
    const auto widgets = dialog.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (!widget->isVisible() || widget->hasFocus())
            continue;
        turn(*widget, 1);
        turn(*widget, -2);
        QVERIFY2(settingsOf(dialog) == before,
            qPrintable(nameOf(*widget) + u":\n"_s + differences(before, settingsOf(dialog))));
    }
}

void TestAccidents::wheelTurnsAFocusedSpinBox()
{
    auto* budget = m_window->findChild<QDoubleSpinBox*>(u"budget"_s);
    const double before = budget->value();
    turn(*budget, 1);
    QCOMPARE(budget->value(), before);
    QVERIFY(!budget->hasFocus());
    QTest::mouseClick(budget->findChild<QLineEdit*>(), Qt::LeftButton);
    QVERIFY(budget->hasFocus());
    turn(*budget, 1);
    QVERIFY(budget->value() > before);
}

/** Once chosen from, a combo box has the keyboard: a turn that was meant for the page must not choose again. */
void TestAccidents::wheelScrollsThroughAClosedCombo()
{
    auto* others = m_window->findChild<QComboBox*>(u"defaultRequirement"_s);
    others->setFocus();
    turn(*others, -1);
    QCOMPARE(others->currentIndex(), 0);
    QCOMPARE(m_window->document()->policy().inbound.byDefault, Requirement{});
    QTest::keyClick(others, Qt::Key_Down); // the keyboard does
    QVERIFY(m_window->document()->policy().inbound.byDefault != Requirement{});
}

void TestAccidents::clicksBesideTheHandleChangeNothing()
{
    FrontierChart* frontier = m_window->policyPage()->outcome()->frontierChart();
    QWidget* plot = frontier->childAt(frontier->rect().center());
    QVERIFY(plot != nullptr);
    const Policy policy = m_window->document()->policy();
    const double budget = frontier->budget();
    for (int x = 20; x < plot->width(); x += 20) {
        QTest::mouseMove(plot, {x, plot->height() / 2});
        if (plot->cursor().shape() == Qt::SizeHorCursor)
            continue; // that is the handle
        QTest::mouseClick(plot, Qt::LeftButton, {}, {x, plot->height() / 2});
    }
    QVERIFY(m_window->document()->policy() == policy);
    QCOMPARE(frontier->budget(), budget);
}

QTEST_MAIN(TestAccidents)
#include "tst_accidents.moc"
