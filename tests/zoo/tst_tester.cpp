// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The Tester place against real servers: what it shows is what Postfix did, and a large batch leaves the window alone.
// Runs inside the zoo (see tests/zoo/README.md), which WAXSEAL_ZOO names.

#include "model/workspace/workspace.h"
#include "probe/verdict/delivery.h"
#include "tests/widgets/samplefacts.h"
#include "widgets/controls/messagebar.h"
#include "widgets/document/document.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/pages/testerpage.h"
#include "widgets/tester/deliverytable.h"
#include "widgets/tester/resulttree.h"
#include "widgets/tester/testedmodel.h"
#include "widgets/window/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTranslator>

#include <algorithm>
#include <ctime>

using namespace waxseal;
using namespace Qt::StringLiterals;

/** Answers the question with which a batch begins. */
static void confirm(const QWidget& place)
{
    auto* action = place.findChild<QAction*>(u"testConfirmAction"_s);
    QVERIFY(action != nullptr && action->isEnabled());
    action->trigger();
}

namespace {

constexpr int levels = 6; // of the delivery matrix; the page shows MTA-STS below them
constexpr int patience = 60'000;
constexpr qsizetype mostResults = 32; // in one turn of the event loop

/** Processor time of this thread: unlike the clock on the wall, it does not care what else the machine does. */
double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/** The most work that the event loop did between two looks at it. */
class Heartbeat
{
public:
    Heartbeat()
    {
        m_last = threadMilliseconds();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const double now = threadMilliseconds();
            m_longest = std::max(m_longest, now - m_last);
            m_last = now;
            ++m_beats;
        });
        m_timer.start(0);
    }
    double longest() const { return m_longest; }
    int beats() const { return m_beats; }

private:
    QTimer m_timer;
    double m_last = 0;
    double m_longest = 0;
    int m_beats = 0;
};

#if defined(__SANITIZE_ADDRESS__)
constexpr double mostWork = 1000;
#else
constexpr double mostWork = 50;
#endif

} // namespace

class TestTester : public QObject
{
    Q_OBJECT
private:
    void fillDocument(Document& document, const QString& pattern, int count)
    {
        ImportResult import;
        FactTable facts;
        sample::Filler filler(facts);
        filler.direction = Direction::Outbound;
        for (int i = 1; i <= count; ++i)
            filler.add(pattern.arg(i).toStdString(), 3, sample::plaintext(), "192.0.2.1");
        import.state.settled = facts;
        import.facts = std::make_shared<const FactTable>(import.state.settled);
        import.state.timeZone = "UTC";
        document.setImport(std::move(import));
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        const QString zoo = qEnvironmentVariable("WAXSEAL_ZOO");
        if (!QFile::exists(zoo + u"/trust-anchor"_s))
            QSKIP("no zoo is running");
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"waxseal-test"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QSettings settings;
        settings.beginGroup(u"tester"_s);
        settings.setValue(u"resolver"_s, u"forward"_s);
        settings.setValue(u"server"_s, u"127.0.0.1@5353"_s);
        settings.setValue(u"trustAnchor"_s, QString(zoo + u"/trust-anchor"_s));
        settings.setValue(u"caFile"_s, QString(zoo + u"/pki/ca.pem"_s));
        settings.setValue(u"port"_s, 2525);
        settings.setValue(u"mailFrom"_s, true);
        settings.setValue(u"timeout"_s, 10);
    }

    void everySpecimenIsShownByName_data()
    {
        QTest::addColumn<QStringList>("outcomes");
        QTest::addColumn<QString>("told"); // somewhere in the tree
        const QHash<QString, QString> told{{u"good"_s, u"matches the TLSA record 3 1 1"_s},
            {u"notls"_s, u"No STARTTLS"_s}, {u"tls10"_s, u"deprecated by RFC 8996"_s}, {u"expired"_s, u"has expired"_s},
            {u"self"_s, u"is self-signed"_s}, {u"wrong"_s, u"is for another name"_s},
            {u"req"_s, u"Mail in clear is refused"_s}, {u"ccert"_s, u"client certificate is required"_s},
            {u"hidden"_s, u"No STARTTLS"_s}, {u"weakdh"_s, u"DH 1024"_s}, {u"nochain"_s, u"without the intermediate"_s},
            {u"rsa1024"_s, u"RSA 1024"_s}, {u"tls13"_s, u"Only TLS 1.3"_s}, {u"notyet"_s, u"not valid yet"_s},
            {u"anon"_s, u"Only anonymous ciphers"_s}, {u"bogus"_s, u"bogus"_s},
            {u"insecure"_s, u"is for another name"_s}, {u"null"_s, u"accepts no mail"_s}};
        QFile file(QStringLiteral(TEST_DATA "/delivery-matrix.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        lines.removeFirst();
        QCOMPARE(lines.size(), 18);
        for (const QString& line : lines) {
            QStringList cells = line.split(u',');
            const QString name = cells.takeFirst();
            QVERIFY2(told.contains(name), qPrintable(name));
            QTest::newRow(qPrintable(name)) << cells << told.value(name);
        }
    }

    void everySpecimenIsShownByName()
    {
        QFETCH(const QStringList, outcomes);
        QFETCH(const QString, told);
        Document document;
        TesterPage page(&document);
        page.resize(1100, 700);
        page.show();
        auto* field = page.findChild<QLineEdit*>(u"testDomain"_s);
        auto* button = page.findChild<QPushButton*>(u"testButton"_s);
        auto* table = page.findChild<DeliveryTable*>(u"deliveryTable"_s);
        auto* tree = page.findChild<ResultTree*>(u"resultTree"_s);
        QVERIFY(field && button && table && tree);

        QTest::keyClicks(field, QString::fromLatin1(QTest::currentDataTag()) + u".zoo.test"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!table->item(0, 1)->text().isEmpty(), patience);

        const QHash<QString, Delivery> words{{u"delivered"_s, Delivery::Delivered}, {u"deferred"_s, Delivery::Deferred},
            {u"bounced"_s, Delivery::Bounced}};
        QCOMPARE(outcomes.size(), levels);
        for (int level = 0; level < levels; ++level) {
            QCOMPARE(table->item(level, 1)->text(), deliveryText(words.value(outcomes[level], Delivery::NotTested)));
            QVERIFY(!table->item(level, 2)->text().isEmpty());
        }
        QVERIFY2(tree->text().contains(told, Qt::CaseInsensitive), qPrintable(tree->text()));
        QCOMPARE(document.probes().size(), std::size_t{1});
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("WAXSEAL_SHOTS");
        if (folder.isEmpty())
            QSKIP("For people, who want to see the place: WAXSEAL_SHOTS names a folder for the pictures");
        QDir().mkpath(folder);
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
        const QPalette light = QApplication::palette();
        QPalette dark(QColor(0x2b, 0x2d, 0x30));
        dark.setColor(QPalette::Base, QColor(0x1e, 0x1f, 0x22));
        dark.setColor(QPalette::AlternateBase, QColor(0x26, 0x28, 0x2b));
        dark.setColor(QPalette::Highlight, QColor(0x3d, 0x8e, 0xd0));
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
            dark.setColor(role, QColor(0xe6, 0xe6, 0xe6));
        QTranslator german;
        const QString catalogue = qEnvironmentVariable("WAXSEAL_SHOTS_QM");
        for (const QString& language : {u"en"_s, u"de"_s}) {
            if (language == u"de"_s && (catalogue.isEmpty() || !german.load(catalogue)))
                continue;
            if (language == u"de"_s)
                QApplication::installTranslator(&german);
            MainWindow window;
            auto* document = window.findChild<Document*>();
            auto* page = window.findChild<TesterPage*>();
            window.resize(1440, 900);
            window.show();
            window.showPlace(MainWindow::Place::Tester);
            const auto shoot = [&](const QString& name) {
                QTest::qWait(50);
                QVERIFY(window.grab().save(folder + u'/' + language + u'-' + name + u".png"_s));
            };
            shoot(u"empty"_s);
            fillDocument(*document, u"d%1.bulk.zoo.test"_s, 200);
            window.setDirection(Direction::Outbound);
            auto* progress = page->findChild<QLabel*>(u"testProgress"_s);
            auto* pause = page->findChild<QAbstractButton*>(u"pauseTests"_s);
            auto* cancel = page->findChild<QAbstractButton*>(u"cancelTests"_s);
            for (const QString& name : {u"good"_s, u"wrong"_s, u"notls"_s, u"tls10"_s, u"self"_s, u"soon"_s, u"req"_s,
                     u"bogus"_s, u"null"_s, u"multi"_s, u"daneta"_s, u"banner421"_s, u"hang"_s}) {
                page->test(name + u".zoo.test"_s);
                if (name == u"hang"_s) {
                    QTest::qWait(700);
                    shoot(u"live"_s);
                }
                QTRY_VERIFY_WITH_TIMEOUT(!cancel->isVisible(), patience);
            }
            for (const QString& name : {u"wrong"_s, u"good"_s, u"multi"_s, u"wrong"_s}) {
                page->test(name + u".zoo.test"_s);
                QTRY_VERIFY_WITH_TIMEOUT(!cancel->isVisible(), patience);
                shoot(name);
            }
            auto* tabs = page->findChild<QTabWidget*>(u"testDetails"_s);
            for (int tab = 1; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                shoot(u"tab%1"_s.arg(tab));
            }
            tabs->setCurrentIndex(0);
            fillDocument(*document, u"d%1.slowbench.zoo.test"_s, 900);
            page->findChild<QAbstractButton*>(u"testAllButton"_s)->click();
            confirm(*page);
            QTRY_VERIFY_WITH_TIMEOUT(progress->text().contains(u"·"_s), patience);
            QTest::qWait(400);
            window.resize(1280, 720);
            shoot(u"batch-1280"_s);
            QApplication::setPalette(dark);
            shoot(u"batch-1280-dark"_s);
            pause->click();
            QTest::qWait(300);
            window.resize(2560, 1440);
            shoot(u"paused-2560-dark"_s);
            window.resize(1440, 900);
            cancel->click();
            QTest::qWait(100);
            shoot(u"cancelled-dark"_s);
            QApplication::setPalette(light);
            shoot(u"cancelled"_s);
            for (const char* dialog : {"testListAction", "testOwnAction", "testSettingsAction"}) {
                page->findChild<QAction*>(QString::fromLatin1(dialog))->trigger();
                QTest::qWait(50);
                for (QDialog* one : page->findChildren<QDialog*>()) {
                    QVERIFY(
                        one->grab().save(folder + u'/' + language + u'-' + QString::fromLatin1(dialog) + u".png"_s));
                    one->reject();
                }
                QTest::qWait(50);
            }
            window.showPlace(MainWindow::Place::Policy);
            document->setDefaultRequirement(Direction::Outbound, {Level::Secure, TlsVersion::Unknown});
            fillDocument(*document, u"d%1.bulk.zoo.test"_s, 30);
            for (int i = 1; i < 8; ++i) {
                page->test(u"d%1.bulk.zoo.test"_s.arg(i));
                QTRY_VERIFY_WITH_TIMEOUT(!cancel->isVisible(), patience);
            }
            window.showPlace(MainWindow::Place::Policy);
            window.findChild<QTabWidget*>(u"detailsTabs"_s)->setCurrentIndex(3);
            window.resize(1280, 720);
            shoot(u"policy-1280"_s);
            QApplication::removeTranslator(&german);
        }
    }

    void everyStepIsShownWhileItRuns()
    {
        Document document;
        TesterPage page(&document);
        page.resize(1100, 700);
        page.show();
        auto* tree = page.findChild<ResultTree*>(u"resultTree"_s);
        auto* transcript = page.findChild<QPlainTextEdit*>(u"transcript"_s);
        auto* cancel = page.findChild<QAbstractButton*>(u"cancelTests"_s);
        page.test(u"hang.zoo.test"_s); // says nothing more once it has agreed to STARTTLS
        QTRY_VERIFY_WITH_TIMEOUT(tree->text().contains(u"connection 1: 220 2.0.0 Ready to start TLS"_s), patience);
        QVERIFY(transcript->toPlainText().contains(u"> STARTTLS"_s));
        QVERIFY(cancel->isVisible());
        QTest::keyClick(cancel, Qt::Key_Space);
        QVERIFY(!cancel->isVisible());
        QVERIFY(document.probes().empty());
        QVERIFY(page.findChild<QWidget*>(u"testerEmpty"_s)->isVisible()); // it left nothing behind
    }

    void ownServersAreAskedWhetherTheyRequireTls()
    {
        QSettings settings;
        settings.beginGroup(u"tester"_s);
        settings.setValue(u"mailFrom"_s, false);
        const auto restore = qScopeGuard([&settings] {
            settings.setValue(u"mailFrom"_s, true);
            settings.remove(u"ownDomains"_s);
        });
        Document document;
        TesterPage page(&document);
        page.resize(1100, 700);
        page.show();
        auto* tree = page.findChild<ResultTree*>(u"resultTree"_s);
        auto* cancel = page.findChild<QAbstractButton*>(u"cancelTests"_s);
        page.test(u"req.zoo.test"_s);
        QTRY_VERIFY_WITH_TIMEOUT(document.probes().size() == 1 && !cancel->isVisible(), patience);
        QVERIFY(!tree->text().contains(u"Mail in clear is refused"_s)); // a stranger's server is not asked
        QVERIFY(!page.findChild<QPlainTextEdit*>(u"transcript"_s)->toPlainText().contains(u"MAIL FROM"_s));

        page.findChild<QAction*>(u"testOwnAction"_s)->trigger();
        auto* dialog = page.findChild<QDialog*>(u"listDialog"_s);
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(u"listText"_s), u"req.zoo.test"_s);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"listTest"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(document.probes().size() == 2 && !cancel->isVisible(), patience);
        QVERIFY2(tree->text().contains(u"Mail in clear is refused"_s), qPrintable(tree->text()));
        const QString transcript = page.findChild<QPlainTextEdit*>(u"transcript"_s)->toPlainText();
        QVERIFY(transcript.contains(u"> MAIL FROM:<>"_s));
        QVERIFY(!transcript.contains(u"RCPT"_s) && !transcript.contains(u"> DATA"_s));
        QVERIFY(page.findChild<QLabel*>(u"testAdvice"_s)->text().contains(u"MTA-STS"_s)); // told to the owner
        QVERIFY(!page.findChild<QAction*>(u"testPostmasterAction"_s)->isEnabled());
    }

    void aBatchOfAThousandLeavesTheWindowAlone()
    {
        MainWindow window;
        auto* document = window.findChild<Document*>();
        fillDocument(*document, u"d%1.bulk.zoo.test"_s, 1000);
        document->setDefaultRequirement(Direction::Outbound, {Level::Secure, TlsVersion::Unknown});
        window.setDirection(Direction::Outbound);
        window.showPlace(MainWindow::Place::Tester);
        window.resize(1280, 720);
        window.show();
        auto* all = window.findChild<QAbstractButton*>(u"testAllButton"_s);
        QVERIFY(all && all->isEnabled());
        // However much has come, one turn of the event loop takes so much of it.
        qsizetype most = 0;
        connect(document, &Document::probesChanged, this,
            [&most](const QStringList& domains) { most = std::max(most, domains.size()); });

        const Heartbeat heartbeat;
        QTest::mouseClick(all, Qt::LeftButton);
        confirm(window);
        QTRY_VERIFY_WITH_TIMEOUT(document->probes().size() == 1000 && all->isEnabled(), patience);
        qInfo("longest turn of the event loop: %.1f ms of work, %d turns, at most %d results in one",
            heartbeat.longest(), heartbeat.beats(), static_cast<int>(most));
        QVERIFY(most > 0 && most <= mostResults);
        QVERIFY(heartbeat.longest() < mostWork);

        // The Policy place has heard of all of it.
        window.showPlace(MainWindow::Place::Policy);
        auto* table = window.findChild<DomainTable*>();
        QVERIFY(!table->isColumnHidden(DomainTableModel::LiveTest));
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QCOMPARE(table->model()->index(row, DomainTableModel::LiveTest).data().toString(), u"dane-only"_s);
    }

    void aBatchPausesGoesOnAndIsCancelled()
    {
        Document document;
        fillDocument(document, u"d%1.slowbench.zoo.test"_s, 1000); // a second each; the last 800 do not exist
        TesterPage page(&document);
        page.setDirection(Direction::Outbound);
        page.resize(1100, 700);
        page.show();
        auto* all = page.findChild<QAbstractButton*>(u"testAllButton"_s);
        auto* pause = page.findChild<QAbstractButton*>(u"pauseTests"_s);
        auto* cancel = page.findChild<QAbstractButton*>(u"cancelTests"_s);
        auto* progress = page.findChild<QLabel*>(u"testProgress"_s);
        auto* message = page.findChild<MessageBar*>();

        QTest::mouseClick(all, Qt::LeftButton);
        confirm(page);
        QTest::mouseClick(pause, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(progress->text().contains(u"paused"_s), patience);
        // Nothing begins: what had begun ends, and then nothing more comes.
        const auto isQuiet = [&document, last = std::size_t{0}, same = 0]() mutable {
            same = document.probes().size() == last ? same + 1 : 0;
            last = document.probes().size();
            return same > 40; // looks, 50 ms apart: longer than any of these tests takes
        };
        auto quiet = isQuiet;
        QTRY_VERIFY_WITH_TIMEOUT(quiet(), patience);
        const std::size_t done = document.probes().size();
        QVERIFY(done < 1000);

        QTest::mouseClick(cancel, Qt::LeftButton); // paused as it is
        QVERIFY(!cancel->isVisible());
        QVERIFY(all->isEnabled());
        QVERIFY2(message->isVisible() && message->text().contains(QString::number(1000 - done)),
            qPrintable(message->text()));

        page.findChild<QAction*>(u"testOthersAction"_s)->trigger();
        confirm(page);
        QVERIFY(cancel->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(document.probes().size() == 1000 && !cancel->isVisible(), patience);
        QVERIFY(!page.findChild<QAction*>(u"testOthersAction"_s)->isEnabled());
    }

    void cancelReturnsAtOnce()
    {
        Document document;
        fillDocument(document, u"d%1.slowbench.zoo.test"_s, 200);
        TesterPage page(&document);
        page.setDirection(Direction::Outbound);
        page.resize(1100, 700);
        page.show();
        auto* all = page.findChild<QAbstractButton*>(u"testAllButton"_s);
        auto* cancel = page.findChild<QAbstractButton*>(u"cancelTests"_s);
        auto* progress = page.findChild<QLabel*>(u"testProgress"_s);
        QVERIFY(all && cancel && progress);

        QTest::mouseClick(all, Qt::LeftButton);
        confirm(page);
        QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible() && !progress->text().isEmpty(), patience);
        const double before = threadMilliseconds();
        QElapsedTimer clock;
        clock.start();
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!cancel->isVisible());
        QVERIFY(all->isEnabled());
        qInfo("cancelled within %lld ms, %.1f ms of work", static_cast<long long>(clock.elapsed()),
            threadMilliseconds() - before);
        QVERIFY(document.probes().size() < 200);
        QVERIFY(threadMilliseconds() - before < mostWork);

        // What was left can still be tested.
        const std::size_t done = document.probes().size();
        clock.restart();
        QTest::mouseClick(all, Qt::LeftButton);
        confirm(page);
        qInfo("begun again within %lld ms", static_cast<long long>(clock.elapsed()));
        QTRY_VERIFY_WITH_TIMEOUT(document.probes().size() > done, patience);
        QTest::mouseClick(cancel, Qt::LeftButton);
    }

    void closingTheWindowEndsARun_data()
    {
        QTest::addColumn<bool>("paused");
        QTest::newRow("running") << false;
        QTest::newRow("paused") << true;
    }

    void closingTheWindowEndsARun()
    {
        QFETCH(bool, paused);
        auto window = std::make_unique<MainWindow>();
        fillDocument(*window->findChild<Document*>(), u"d%1.slowbench.zoo.test"_s, 200);
        window->setDirection(Direction::Outbound);
        window->showPlace(MainWindow::Place::Tester);
        window->show();
        QTest::mouseClick(window->findChild<QAbstractButton*>(u"testAllButton"_s), Qt::LeftButton);
        confirm(*window);
        auto* progress = window->findChild<QLabel*>(u"testProgress"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!progress->text().isEmpty(), patience);
        if (paused) {
            QTest::mouseClick(window->findChild<QAbstractButton*>(u"pauseTests"_s), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(progress->text().contains(u"paused"_s), patience);
        }
        QElapsedTimer clock;
        clock.start();
        window->close();
        window.reset(); // waits for the run's thread
        qInfo("closed within %lld ms", static_cast<long long>(clock.elapsed()));
    }

    void resultsAreComparedWithTheLastTimeAndKept()
    {
        Document document;
        TesterPage page(&document);
        page.resize(1100, 700);
        page.show();
        auto* cancel = page.findChild<QAbstractButton*>(u"cancelTests"_s);
        for (std::size_t time = 1; time <= 2; ++time) {
            page.test(u"good.zoo.test"_s);
            QTRY_VERIFY_WITH_TIMEOUT(document.probes().size() == time && !cancel->isVisible(), patience);
        }
        const QString subtitle = page.findChild<QLabel*>(u"testSubtitle"_s)->text();
        QVERIFY2(subtitle.contains(u"nothing has changed since"_s), qPrintable(subtitle));
        QCOMPARE(page.findChild<QTableView*>(u"history"_s)->model()->rowCount(), 2);
        const QString dns = page.findChild<QPlainTextEdit*>(u"dnsAnswers"_s)->toPlainText();
        QVERIFY2(dns.contains(u"good.zoo.test.  MX  10 mx.good.zoo.test.    ; DNSSEC valid"_s), qPrintable(dns));
        QVERIFY(dns.contains(u"_2525._tcp.mx.good.zoo.test.  TLSA  3 1 1 "_s));
        QVERIFY(page.findChild<QPlainTextEdit*>(u"certificate"_s)->toPlainText().contains(u"mx.good.zoo.test"_s));

        const QString path = m_folder.filePath(u"tested.waxseal"_s);
        QVERIFY(saveWorkspace(document.workspace(), path));
        Result<Workspace> opened = openWorkspace(path);
        QVERIFY(opened);
        Document again;
        again.setWorkspace(std::move(*opened), path);
        TesterPage another(&again);
        another.show();
        auto* list = another.findChild<QTableView*>(u"testedList"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        QCOMPARE(another.findChild<ResultTree*>(u"resultTree"_s)->text(),
            page.findChild<ResultTree*>(u"resultTree"_s)->text());
    }
};

QTEST_MAIN(TestTester)
#include "tst_tester.moc"
