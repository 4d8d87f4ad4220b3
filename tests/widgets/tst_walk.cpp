// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplelog.h"
#include "widgets/controls/herofigure.h"
#include "widgets/document/document.h"
#include "widgets/pages/policypage.h"
#include "widgets/style/numbers.h"
#include "widgets/window/filecontroller.h"
#include "widgets/window/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QMenu>
#include <QPointer>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUndoStack>
#include <QWheelEvent>

#include <array>
#include <random>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

/** The same numbers from the same seed, on every machine. */
class Dice
{
public:
    explicit Dice(unsigned seed)
        : m_engine(seed)
    {
    }
    int below(int sides) { return sides <= 0 ? 0 : static_cast<int>(m_engine() % static_cast<unsigned>(sides)); }
    template <typename List>
    auto of(const List& list)
    {
        return list[static_cast<decltype(list.size())>(below(static_cast<int>(list.size())))];
    }

private:
    std::mt19937 m_engine;
};

unsigned number(const char* variable, unsigned otherwise)
{
    bool isNumber = false;
    const unsigned value = qEnvironmentVariable(variable).toUInt(&isNumber);
    return isNumber ? value : otherwise;
}

QString nameOf(const QWidget* widget)
{
    return widget == nullptr ? u"nothing"_s
                             : QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

} // namespace

/**
 * A random walk of clicks, keys, turns of the wheel and sizes over the whole window. WAXSEAL_WALK_SEED and
 * WAXSEAL_WALK_STEPS choose another walk or a longer one. No file is written and no connection opened: dialogs of
 * files and of test settings are left by Escape, and DNS is asked of a port on which nobody listens.
 */
class TestWalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void walk_data();
    void walk();

private:
    void step();
    void answerDialog(QWidget* dialog);
    void answerPopup(QWidget* popup);
    void click();
    void press();
    void check();
    QList<QWidget*> targets() const;

    QTemporaryDir m_folder;
    QString m_log;
    std::unique_ptr<MainWindow> m_window;
    Dice m_dice{1};
    QString m_last; ///< what was done last
    bool m_isNested = false;
};

void TestWalk::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"WaxsealTest"_s);
    QCoreApplication::setApplicationName(u"waxseal-walk"_s);
    m_log = m_folder.filePath(u"mail.log"_s);
    QVERIFY(sample::writeLog(m_log, 3'000));
    QVERIFY(QDir::setCurrent(m_folder.path()));
}

void TestWalk::walk_data()
{
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("from left to right") << false;
    QTest::newRow("from right to left") << true;
}

QList<QWidget*> TestWalk::targets() const
{
    QList<QWidget*> out;
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() && widget->window() == m_window.get()
            && !widget->visibleRegion().isEmpty())
            out.append(widget);
    }
    return out;
}

void TestWalk::click()
{
    const QPointer<QWidget> widget = m_dice.of(targets());
    const QRect seen = widget->visibleRegion().boundingRect();
    const QPoint at(seen.left() + m_dice.below(seen.width()), seen.top() + m_dice.below(seen.height()));
    const int how = m_dice.below(20);
    m_last = u"click %1 on %2 at %3,%4"_s.arg(how).arg(nameOf(widget)).arg(at.x()).arg(at.y());
    static constexpr std::array modifiers{
        Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::ControlModifier, Qt::ShiftModifier};
    if (how < 2) {
        QTest::mouseMove(widget, at);
    } else if (how == 2) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at));
        QCoreApplication::sendEvent(widget, &event);
    } else if (how == 3) {
        QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, m_dice.below(2) == 0 ? 120 : -120}, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(widget, &event);
    } else if (how == 4) {
        QTest::mouseDClick(widget, Qt::LeftButton, {}, at);
    } else if (how == 5) {
        QTest::mousePress(widget, Qt::LeftButton, {}, at);
        for (int i = 1; i < 4 && widget; ++i) {
            QMouseEvent move(QEvent::MouseMove, at + QPoint(9 * i, 3 * i),
                widget->mapToGlobal(at + QPoint(9 * i, 3 * i)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(widget, &move);
        }
        if (widget)
            QTest::mouseRelease(widget, Qt::LeftButton, {}, at + QPoint(27, 9));
    } else {
        QTest::mouseClick(widget, Qt::LeftButton, m_dice.of(modifiers), at);
    }
}

void TestWalk::press()
{
    struct Stroke
    {
        Qt::Key key;
        Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    };
    static const std::vector<Stroke> strokes{{Qt::Key_Tab}, {Qt::Key_Tab}, {Qt::Key_Backtab}, {Qt::Key_Up},
        {Qt::Key_Down}, {Qt::Key_Down}, {Qt::Key_Left}, {Qt::Key_Right}, {Qt::Key_Space}, {Qt::Key_Space},
        {Qt::Key_Return}, {Qt::Key_Escape}, {Qt::Key_Home}, {Qt::Key_End}, {Qt::Key_PageUp}, {Qt::Key_PageDown},
        {Qt::Key_Delete}, {Qt::Key_A}, {Qt::Key_E}, {Qt::Key_7}, {Qt::Key_Backspace}, {Qt::Key_F2}, {Qt::Key_F4},
        {Qt::Key_F1}, {Qt::Key_Menu}, {Qt::Key_Z, Qt::ControlModifier}, {Qt::Key_Z, Qt::ControlModifier},
        {Qt::Key_Y, Qt::ControlModifier}, {Qt::Key_R, Qt::ControlModifier}, {Qt::Key_F, Qt::ControlModifier},
        {Qt::Key_C, Qt::ControlModifier}, {Qt::Key_A, Qt::ControlModifier}, {Qt::Key_1, Qt::ControlModifier},
        {Qt::Key_2, Qt::ControlModifier}, {Qt::Key_2, Qt::ControlModifier}, {Qt::Key_3, Qt::ControlModifier},
        {Qt::Key_4, Qt::ControlModifier}, {Qt::Key_1, Qt::ControlModifier | Qt::AltModifier},
        {Qt::Key_2, Qt::ControlModifier | Qt::AltModifier}, {Qt::Key_3, Qt::ControlModifier | Qt::AltModifier},
        {Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier}, {Qt::Key_S, Qt::ControlModifier},
        {Qt::Key_O, Qt::ControlModifier}, {Qt::Key_T, Qt::ControlModifier}, {Qt::Key_P, Qt::AltModifier},
        {Qt::Key_V, Qt::AltModifier}, {Qt::Key_Down, Qt::ShiftModifier}, {Qt::Key_X, Qt::ControlModifier}};
    const Stroke stroke = m_dice.of(strokes);
    QWidget* focused = QApplication::focusWidget();
    QWidget* to = focused != nullptr && focused->window() == m_window.get() ? focused : m_window.get();
    m_last = u"key %1 in %2"_s.arg(QKeySequence(QKeyCombination(stroke.modifiers, stroke.key)).toString(), nameOf(to));
    QTest::keyClick(to, stroke.key, stroke.modifiers);
}

void TestWalk::answerPopup(QWidget* popup)
{
    static constexpr std::array keys{
        Qt::Key_Escape, Qt::Key_Escape, Qt::Key_Down, Qt::Key_Down, Qt::Key_Up, Qt::Key_Return};
    const Qt::Key key = m_dice.of(keys);
    // Quit is not walked through: there is nothing behind it.
    auto* menu = qobject_cast<QMenu*>(popup);
    const bool quits
        = menu != nullptr && menu->activeAction() != nullptr && menu->activeAction()->menuRole() == QAction::QuitRole;
    m_last = u"key %1 in the popup %2"_s.arg(QKeySequence(key).toString(), nameOf(popup));
    QTest::keyClick(popup, quits ? Qt::Key_Escape : key);
}

void TestWalk::answerDialog(QWidget* dialog)
{
    const bool isLeft = qobject_cast<QFileDialog*>(dialog) != nullptr || dialog->objectName() == u"testSettings"_s
        || m_dice.below(3) == 0;
    m_last = u"answer %1"_s.arg(nameOf(dialog));
    if (isLeft) {
        QTest::keyClick(dialog, Qt::Key_Escape);
        return;
    }
    QList<QAbstractButton*> buttons;
    for (QAbstractButton* button : dialog->findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->isEnabled())
            buttons.append(button);
    }
    if (buttons.isEmpty())
        QTest::keyClick(dialog, Qt::Key_Escape);
    else
        m_dice.of(buttons)->click();
}

void TestWalk::step()
{
    if (QWidget* popup = QApplication::activePopupWidget())
        return answerPopup(popup);
    if (QWidget* modal = QApplication::activeModalWidget(); modal != nullptr && modal != m_window.get())
        return answerDialog(modal);
    for (QWidget* other : QApplication::topLevelWidgets()) {
        if (other != m_window.get() && other->isVisible() && qobject_cast<QDialog*>(other) != nullptr)
            return answerDialog(other);
    }
    const int kind = m_dice.below(100);
    if (kind < 55) {
        click();
    } else if (kind < 97) {
        press();
    } else if (kind < 99) {
        m_last = u"resize"_s;
        m_window->resize(960 + m_dice.below(700), 640 + m_dice.below(500));
    } else if (m_window->document()->isEmpty() && !m_window->files()->loader()->isBusy()) {
        m_last = u"open"_s;
        m_window->open({m_log});
    }
}

/** What is true after every step. */
void TestWalk::check()
{
    QVERIFY2(m_window->isVisible(), qPrintable(m_last));
    Document* document = m_window->document();
    const Outcome& outcome = document->simulation(m_window->direction()).outcome();
    if (!document->isEmpty() && outcome.total() > 0 && !m_window->files()->loader()->isBusy()) {
        const QString lost = u"lost %1 (%2)"_s.arg(
            style::count(outcome.lostWanted()), style::percent(outcome.lostWanted(), outcome.wanted()));
        const auto* hero = m_window->findChild<HeroFigure*>(u"heroLost"_s);
        QVERIFY2(outcome.wanted() == 0 || hero->text() == lost,
            qPrintable(m_last + u": "_s + hero->text() + u" for "_s + lost));
    }
    const QWidget* focus = QApplication::focusWidget();
    QVERIFY2(focus == nullptr || focus->window() != m_window.get() || focus->isVisible(),
        qPrintable(m_last + u": the keyboard is in "_s + nameOf(focus)));
}

void TestWalk::walk()
{
    QFETCH(bool, mirrored);
    const unsigned seed = number("WAXSEAL_WALK_SEED", 20261128);
    const unsigned steps = number("WAXSEAL_WALK_STEPS", 500);
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    {
        QSettings settings;
        settings.clear();
        settings.setValue(u"tester/resolver"_s, u"forward"_s);
        settings.setValue(u"tester/server"_s, u"127.0.0.1@1"_s);
    }
    m_dice = Dice(seed + (mirrored ? 1 : 0));
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->open({m_log});
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->files()->loader()->isBusy(), 60'000);

    // A menu of a button waits in a loop of its own until it has been answered.
    QTimer nested;
    connect(&nested, &QTimer::timeout, this, [this] {
        if (QWidget* popup = QApplication::activePopupWidget(); popup != nullptr && m_isNested)
            answerPopup(popup);
    });
    nested.start(20);
    for (unsigned i = 0; i < steps; ++i) {
        m_isNested = true;
        step();
        m_isNested = false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        check();
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"step %1 of seed %2: %3"_s.arg(i).arg(seed).arg(m_last)));
    }
    nested.stop();
    for (int i = 0; i < 50 && QApplication::activePopupWidget() != nullptr; ++i)
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    for (QWidget* other : QApplication::topLevelWidgets()) {
        if (other != m_window.get() && qobject_cast<QDialog*>(other) != nullptr)
            other->close();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->files()->loader()->isBusy(), 60'000);
    // All the way back, and forth again.
    QUndoStack* undo = m_window->document()->undoStack();
    const Policy end = m_window->document()->policy();
    const int at = undo->index();
    undo->setIndex(0);
    undo->setIndex(at);
    QCOMPARE(m_window->document()->policy(), end);
    m_window.reset();
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
