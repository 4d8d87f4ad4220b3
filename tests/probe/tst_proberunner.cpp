// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/batch/proberunner.h"
#include "probe/net/wire.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>
#include <QUdpSocket>

using namespace waxseal;

constexpr qint64 unwaited = 5000; // ms: half of the shortest deadline of a run, so that none was waited for

/** A DNS server on loopback that says what it is told: nothing, or that there is no such name. */
class NameServer : public QObject
{
    Q_OBJECT

public:
    NameServer()
    {
        m_socket.setProxy(QNetworkProxy::NoProxy); // nor ask the system for one, on a thread of its own
        m_socket.bind(QHostAddress::LocalHost, 0);
        connect(&m_socket, &QUdpSocket::readyRead, this, &NameServer::answer);
    }
    QString address() const { return QStringLiteral("127.0.0.1@%1").arg(m_socket.localPort()); }
    bool isSilent = false;
    int questions = 0;

private:
    void answer()
    {
        while (m_socket.hasPendingDatagrams()) {
            QByteArray packet(static_cast<qsizetype>(m_socket.pendingDatagramSize()), '\0');
            QHostAddress peer;
            quint16 port = 0;
            m_socket.readDatagram(packet.data(), packet.size(), &peer, &port);
            ++questions;
            if (isSilent || packet.size() < 12)
                continue;
            qsizetype end = 12; // the question, without the additional section
            while (end < packet.size() && packet[end] != 0)
                end += static_cast<unsigned char>(packet[end]) + 1;
            QByteArray reply = packet.left(end + 5);
            reply[2] = static_cast<char>(0x84 | (packet[2] & 1)); // QR, AA, RD as asked
            reply[3] = static_cast<char>(0x83); // RA, NXDOMAIN
            for (const int count : {7, 9, 11})
                reply[count] = 0;
            m_socket.writeDatagram(reply, peer, port);
        }
    }
    QUdpSocket m_socket;
};

class TestProbeRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsToTheEnd();
    void badSettingsAreAnError_data();
    void badSettingsAreAnError();
    void rootHintsMustBeThere();
    void cancelReturnsAtOnce();
    void pausesAndGoesOn();
    void destructionStopsARun();
    void emptyList();
    void internationalNames();

private:
    ProbeSettings settings() const;
    static std::vector<DomainName> domains(int count);

    std::unique_ptr<NameServer> m_dns;
};

void TestProbeRunner::init()
{
    m_dns = std::make_unique<NameServer>();
}

ProbeSettings TestProbeRunner::settings() const
{
    ProbeSettings made;
    made.resolver.mode = ResolverSettings::Mode::Forward;
    made.resolver.server = m_dns->address();
    made.resolver.trustAnchors = {QStringLiteral("signed.example. IN DS 1 13 2 ") + QString(64, u'0')};
    return made;
}

std::vector<DomainName> TestProbeRunner::domains(int count)
{
    std::vector<DomainName> list;
    for (int i = 0; i < count; ++i)
        list.push_back(*DomainName::parse("d" + std::to_string(i) + ".example"));
    return list;
}

/** Collects what a runner says. */
struct Heard
{
    explicit Heard(ProbeRunner& runner)
    {
        QObject::connect(&runner, &ProbeRunner::updated, &runner, [this](const ProbeUpdate& update) {
            finished.insert(finished.end(), update.finished.begin(), update.finished.end());
            ended = ended || update.ended;
            error = update.error ? update.error : error;
            progress = update.progress;
            ++updates;
        });
    }
    std::vector<std::shared_ptr<const DomainFacts>> finished;
    std::optional<Error> error;
    ProbeProgress progress;
    int updates = 0;
    bool ended = false;
};

void TestProbeRunner::runsToTheEnd()
{
    ProbeRunner runner;
    Heard heard(runner);
    runner.start(domains(50), settings());
    QVERIFY(runner.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(heard.ended, 20000);
    QVERIFY(!runner.isRunning());
    QVERIFY(!heard.error);
    QCOMPARE(heard.finished.size(), std::size_t{50});
    QCOMPARE(heard.progress.domainsDone, std::size_t{50});
    QVERIFY(runner.remaining().empty());
    QVERIFY(heard.finished.front()->mxLookup.status == DnsStatus::NoDomain);
    QVERIFY(m_dns->questions > 0);
}

void TestProbeRunner::badSettingsAreAnError_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("anchorFile");
    QTest::addColumn<QString>("caFile");
    const QString good = QStringLiteral("127.0.0.1@9");
    QTest::newRow("server") << QStringLiteral("dns.example") << QString() << QString();
    QTest::newRow("anchor") << good << QStringLiteral("/nonexistent/anchor") << QString();
    QTest::newRow("no anchor in it") << good << QStringLiteral("/dev/null") << QString();
    QTest::newRow("authority") << good << QString() << QStringLiteral("/nonexistent/ca.pem");
}

void TestProbeRunner::badSettingsAreAnError()
{
    QFETCH(QString, server);
    QFETCH(QString, anchorFile);
    QFETCH(QString, caFile);
    ProbeSettings bad = settings();
    bad.resolver.server = server;
    bad.resolver.trustAnchors.clear();
    bad.resolver.trustAnchorFile = anchorFile;
    bad.caFile = caFile;
    ProbeRunner runner;
    Heard heard(runner);
    runner.start(domains(1), bad);
    QTRY_VERIFY_WITH_TIMEOUT(heard.ended, 10000);
    QVERIFY(heard.error.has_value());
    QVERIFY(heard.finished.empty());
    QCOMPARE(runner.remaining().size(), std::size_t{1});
}

void TestProbeRunner::rootHintsMustBeThere()
{
    ProbeSettings bad = settings();
    bad.resolver.mode = ResolverSettings::Mode::Recursive;
    bad.resolver.rootHints = QStringLiteral("/nonexistent/root.hints"); // not the real root servers instead
    ProbeRunner runner;
    Heard heard(runner);
    runner.start(domains(1), bad);
    QTRY_VERIFY_WITH_TIMEOUT(heard.ended, 10000);
    QVERIFY(heard.error.has_value());
    QVERIFY(heard.finished.empty());
}

void TestProbeRunner::cancelReturnsAtOnce()
{
    m_dns->isSilent = true;
    ProbeRunner runner;
    Heard heard(runner);
    runner.start(domains(1000), settings());
    QTRY_VERIFY_WITH_TIMEOUT(m_dns->questions > 10, 10000);
    QElapsedTimer timer;
    timer.start();
    runner.cancel();
    QVERIFY2(timer.elapsed() < unwaited, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!runner.isRunning());
    const int updates = heard.updates;

    // What is left can be gone on with, at once.
    m_dns->isSilent = false;
    QCOMPARE(runner.remaining().size(), std::size_t{1000});
    const std::vector<DomainName> left = runner.remaining();
    timer.restart();
    runner.start({left.begin(), left.begin() + 5}, settings());
    QVERIFY2(timer.elapsed() < unwaited, qPrintable(QString::number(timer.elapsed())));
    QTRY_VERIFY_WITH_TIMEOUT(heard.ended, 20000);
    QCOMPARE(heard.finished.size(), std::size_t{5});
    QVERIFY(heard.updates > updates);
}

void TestProbeRunner::pausesAndGoesOn()
{
    constexpr int count = 1000; // more than are begun at once
    ProbeRunner runner;
    Heard heard(runner);
    runner.start(domains(count), settings());
    runner.setPaused(true);
    QVERIFY(runner.isPaused());
    QTRY_VERIFY_WITH_TIMEOUT(heard.progress.paused, 10000);
    // What has begun ends, and nothing begins: the questions cease.
    int questions = -1;
    const auto ceased = [&] { return std::exchange(questions, m_dns->questions) == m_dns->questions; };
    QTRY_VERIFY_WITH_TIMEOUT((QTest::qWait(300), ceased()), 20000);
    QVERIFY(heard.finished.size() < count);
    QVERIFY(!heard.ended);
    runner.setPaused(false);
    QTRY_VERIFY_WITH_TIMEOUT(heard.ended, 20000);
    QCOMPARE(heard.finished.size(), std::size_t{count});
}

void TestProbeRunner::destructionStopsARun()
{
    m_dns->isSilent = true;
    auto runner = std::make_unique<ProbeRunner>();
    runner->start(domains(100), settings());
    QTRY_VERIFY_WITH_TIMEOUT(m_dns->questions > 0, 10000);
    QElapsedTimer timer;
    timer.start();
    runner.reset();
    QVERIFY2(timer.elapsed() < unwaited, qPrintable(QString::number(timer.elapsed())));
}

void TestProbeRunner::emptyList()
{
    ProbeRunner runner;
    Heard heard(runner);
    runner.start({}, settings());
    QTRY_VERIFY_WITH_TIMEOUT(heard.ended, 10000);
    QVERIFY(!heard.error);
}

void TestProbeRunner::internationalNames()
{
    ProbeRunner runner;
    Heard heard(runner);
    runner.start({*DomainName::parse("bücher.example")}, settings());
    QTRY_VERIFY_WITH_TIMEOUT(heard.ended, 10000);
    QCOMPARE(QString::fromStdString(heard.finished.at(0)->domain), QStringLiteral("xn--bcher-kva.example"));
}

QTEST_GUILESS_MAIN(TestProbeRunner)
#include "tst_proberunner.moc"
