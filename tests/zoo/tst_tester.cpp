// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The Tester place against real servers: what it shows is what Postfix did, and a large batch leaves the window alone.
// Runs inside the zoo (see tests/zoo/README.md), which WAXSEAL_ZOO names.

#include "probe/verdict/delivery.h"
#include "tests/widgets/samplefacts.h"
#include "widgets/document/document.h"
#include "widgets/pages/testerpage.h"
#include "widgets/tester/deliverytable.h"
#include "widgets/tester/resulttree.h"
#include "widgets/tester/testedmodel.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <ctime>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

constexpr int levels = 6; // of the delivery matrix; the page shows MTA-STS below them
constexpr int patience = 60'000;

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

    void aBatchOfAThousandLeavesTheWindowAlone()
    {
        Document document;
        fillDocument(document, u"d%1.bulk.zoo.test"_s, 1000);
        TesterPage page(&document);
        page.setDirection(Direction::Outbound);
        page.resize(1100, 700);
        page.show();
        auto* all = page.findChild<QPushButton*>(u"testAllButton"_s);
        QVERIFY(all && all->isEnabled());

        const Heartbeat heartbeat;
        QTest::mouseClick(all, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(document.probes().size() == 1000 && all->isEnabled(), patience);
        qInfo("longest turn of the event loop: %.1f ms of work, %d turns", heartbeat.longest(), heartbeat.beats());
        QVERIFY(heartbeat.longest() < mostWork);
    }

    void cancelReturnsAtOnce()
    {
        Document document;
        fillDocument(document, u"d%1.slowbench.zoo.test"_s, 200);
        TesterPage page(&document);
        page.setDirection(Direction::Outbound);
        page.resize(1100, 700);
        page.show();
        auto* all = page.findChild<QPushButton*>(u"testAllButton"_s);
        auto* cancel = page.findChild<QPushButton*>(u"cancelTests"_s);
        auto* progress = page.findChild<QLabel*>(u"testProgress"_s);
        QVERIFY(all && cancel && progress);

        QTest::mouseClick(all, Qt::LeftButton);
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
        QTest::mouseClick(all, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(document.probes().size() > done, patience);
        QTest::mouseClick(cancel, Qt::LeftButton);
    }
};

QTEST_MAIN(TestTester)
#include "tst_tester.moc"
