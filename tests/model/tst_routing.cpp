// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Next hops: transport(5) and relayhost, which decide what a row of a policy is matched against.

#include "model/core/nexthop.h"
#include "model/ledger/routing.h"
#include "testlog.h"

using namespace waxseal;
using namespace waxseal::test;

class RoutingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNextHops_data();
    void readsNextHops();
    void routes_data();
    void routes();
    void refuses_data();
    void refuses();
    void keysFacts();
};

void RoutingTest::readsNextHops_data()
{
    QTest::addColumn<QByteArray>("normal"); // empty: none
    const auto row = [](const char* text, const char* normal) { QTest::newRow(text) << QByteArray(normal); };
    row("example.com", "example.com");
    row("Example.COM.", "example.com");
    row("example.com:587", "example.com:587");
    row("[mail.example.com]", "[mail.example.com]");
    row("[Mail.Example.com]:587", "[mail.example.com]:587");
    row("[192.0.2.1]:25", "[192.0.2.1]:25");
    row("[ipv6:2001:db8::1]", "[ipv6:2001:db8::1]");
    row("[IPv6:2001:0DB8::0001]:25", "[ipv6:2001:db8::1]:25");
    for (const char* none : {" ", "[", "[]", "[mail.example.com", "mail.example.com]", "example.com:", "example.com:0",
             "example.com:65536", "example.com:25x", "example.com:smtp", "[192.0.2.1]25", "[2001:db8::1]", "192.0.2.1",
             "a b", "[a;b]", "exa\nmple.com", "[ipv6:192.0.2.1]", ":25"})
        row(none, "");
}

void RoutingTest::readsNextHops()
{
    const auto hop = NextHop::parse(QTest::currentDataTag());
    QTEST(hop ? QByteArray::fromStdString(hop->text()) : QByteArray(), "normal");
}

void RoutingTest::routes_data()
{
    QTest::addColumn<QByteArray>("relayHost");
    QTest::addColumn<QByteArray>("transports");
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<QByteArray>("hop"); // empty: the domain itself
    const auto row = [](const char* name, const char* relayHost, const char* transports, const char* domain,
                         const char* hop) {
        QTest::newRow(name) << QByteArray(relayHost) << QByteArray(transports) << QByteArray(domain) << QByteArray(hop);
    };
    const char* table = "# comment\n\n  \n"
                        "bank.example   smtp:[relay.bank.example]:587\n"
                        ".bank.example  smtp:sub.relay.example\n"
                        "news.bank.example :\n"
                        "Upper.Example\tSMTP:[Hub.Example]\r\n"
                        "local.example  lmtp:unix:private/dovecot\n"
                        "user@direct.example smtp:[secret.example]\n"
                        "plain.example  smtp:\n";
    row("nothing set", "", "", "bank.example", "");
    row("relay host", "[smart.isp.example]:587", "", "bank.example", "[smart.isp.example]:587");
    row("the domain's row", "", table, "bank.example", "[relay.bank.example]:587");
    row("the parent's row", "", table, "deep.in.bank.example", "sub.relay.example");
    row("the longest row", "", table, "news.bank.example", "");
    row("a domain that only ends alike", "", table, "xbank.example", "");
    row("case", "", table, "upper.example", "[hub.example]");
    row("no row", "", table, "uni.example", "");
    row("no row, relay host", "smart.example", table, "uni.example", "smart.example");
    row("a row without next hop beats the relay host", "smart.example", table, "plain.example", "");
    row("a row of an address says nothing of its domain", "smart.example", table, "direct.example", "smart.example");
    row("everything", "smart.example", "* smtp:[all.example]\n", "uni.example", "[all.example]");
    row("a row beats everything", "", "* smtp:[all.example]\nuni.example smtp:[one.example]\n", "uni.example",
        "[one.example]");
    row("the last of two rows", "", "uni.example smtp:[one.example]\nuni.example smtp:[two.example]", "uni.example",
        "[two.example]");
}

void RoutingTest::routes()
{
    QFETCH(QByteArray, relayHost);
    QFETCH(QByteArray, transports);
    QFETCH(QByteArray, domain);
    OutboundRouting routing;
    QVERIFY(routing.setRelayHost(view(relayHost)).hasValue());
    QVERIFY(routing.addTransports(view(transports)).hasValue());
    QCOMPARE(routing.isEmpty(), relayHost.isEmpty() && transports.isEmpty());
    QTEST(QByteArray::fromStdString(std::string(routing.nextHop(view(domain)))), "hop");
}

void RoutingTest::refuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("one word") << QByteArray("bank.example");
    QTest::newRow("no colon") << QByteArray("bank.example smtp");
    QTest::newRow("long") << QByteArray(5000, 'x');
}

void RoutingTest::refuses()
{
    QFETCH(QByteArray, line);
    OutboundRouting routing;
    const Status status = routing.addTransports("good.example smtp:[a.example]\n" + line.toStdString() + "\n");
    QVERIFY(!status.hasValue());
    QCOMPARE(status.error().code, ErrorCode::InvalidPolicy);
    QCOMPARE(status.error().subject, QString::fromLatin1(line.left(200)));
    QVERIFY(!OutboundRouting().setRelayHost("no host").hasValue());
}

/** Rows of the facts are those that a policy map of the server would match. */
void RoutingTest::keysFacts()
{
    ImportOptions options = testOptions();
    QVERIFY(options.routing.setRelayHost("[smart.isp.example]:587").hasValue());
    QVERIFY(options.routing.addTransports("bank.example smtp:\nuni.example smtp:uni.example\n").hasValue());
    LogWriter log;
    for (const char* domain : {"bank.example", "uni.example", "news.example"})
        log.sent(1, "AAAA1", QByteArray("u@") + domain, "mx[198.51.100.1]:25", "sent (250 Ok)", ", tls=none");
    const ImportResult result = log.read(options);
    QCOMPARE(dump(*result.facts).replace("20779 ", ""),
        QByteArray("outbound 'bank.example' [198.51.100.1] clear: 1/1\n"
                   "outbound 'news.example' via [smart.isp.example]:587 [198.51.100.1] clear: 1/1\n"
                   "outbound 'uni.example' [198.51.100.1] clear: 1/1\n"));
}

QTEST_GUILESS_MAIN(RoutingTest)
#include "tst_routing.moc"
