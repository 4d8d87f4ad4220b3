// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplelog.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/pages/domainpanel.h"
#include "widgets/pages/policypage.h"
#include "widgets/window/filecontroller.h"
#include "widgets/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace waxseal;
using namespace Qt::StringLiterals;

/** Run on several screens (tests/data/screens): the window fits on them with its frame, from the first start on. */
class TestSmallScreens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QSettings().clear(); }

    void firstStartFits();
    void resetLayoutFits();
    void layoutsOfLargerScreensFit();
    void namesStayReadableAfterRestart();

private:
    static QRect screen() { return QGuiApplication::primaryScreen()->availableGeometry(); }
    QTemporaryDir m_folder;
};

void TestSmallScreens::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"WaxsealTest"_s);
    QCoreApplication::setApplicationName(u"waxseal-smallscreens"_s);
}

void TestSmallScreens::firstStartFits()
{
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTest::qWait(250); // the frame is looked at once the desktop has drawn it
    QVERIFY(window.frameGeometry() != window.geometry());
    QVERIFY2(screen().contains(window.frameGeometry()),
        qPrintable(u"%1 × %2"_s.arg(window.frameGeometry().width()).arg(window.frameGeometry().height())));
    QVERIFY(window.minimumSizeHint().width() <= 960);
}

void TestSmallScreens::resetLayoutFits()
{
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.resize(960, window.minimumSizeHint().height());
    QAction* reset = nullptr;
    for (QAction* action : window.findChildren<QAction*>()) {
        if (action->text() == u"&Reset Layout"_s)
            reset = action;
    }
    QVERIFY(reset != nullptr);
    reset->trigger();
    QTest::qWait(50);
    QVERIFY(window.width() > 960);
    QVERIFY(window.frameGeometry().width() <= screen().width());
    QVERIFY(window.frameGeometry().height() <= screen().height());
}

void TestSmallScreens::layoutsOfLargerScreensFit()
{
    {
        MainWindow window;
        window.show();
        window.resize(2400, 1390);
        QVERIFY(window.close());
    }
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTest::qWait(250);
    QVERIFY2(screen().contains(window.frameGeometry()),
        qPrintable(u"%1 × %2"_s.arg(window.frameGeometry().width()).arg(window.frameGeometry().height())));
}

void TestSmallScreens::namesStayReadableAfterRestart()
{
    const QString log = m_folder.filePath(u"mail.log"_s);
    QVERIFY(sample::writeLog(log));
    for (int start = 0; start < 3; ++start) {
        MainWindow window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.open({log});
        QTRY_VERIFY_WITH_TIMEOUT(!window.files()->loader()->isBusy(), 60'000);
        const DomainTable* table = window.policyPage()->domains()->table();
        const int enough = 20 * table->fontMetrics().averageCharWidth();
        QTRY_VERIFY2(table->columnWidth(DomainTableModel::Domain) >= enough,
            qPrintable(u"start %1: %2"_s.arg(start).arg(table->columnWidth(DomainTableModel::Domain))));
        QVERIFY(window.close());
    }
}

QTEST_MAIN(TestSmallScreens)
#include "tst_smallscreens.moc"
