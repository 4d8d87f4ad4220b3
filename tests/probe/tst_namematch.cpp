// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/tls/namematch.h"

#include <QTest>

using namespace waxseal;

class TestNameMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dnsName_data();
    void dnsName();
    void below_data();
    void below();
    void commonName();
    void pattern_data();
    void pattern();
};

void TestNameMatch::dnsName_data()
{
    QTest::addColumn<QByteArray>("presented");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* presented, const char* host, bool matches) {
        QTest::addRow("%s / %s", presented, host) << QByteArray(presented) << QByteArray(host) << matches;
    };
    row("mx.example.com", "mx.example.com", true);
    row("MX.Example.COM", "mx.example.com", true);
    row("mx.example.com.", "mx.example.com", true);
    row("*.example.com", "mx.example.com", true);
    row("*.example.com", "a.mx.example.com", false);
    row("*.example.com", "example.com", false);
    row("*.com", "example.com", false); // a whole top-level domain
    row("m*.example.com", "mx.example.com", false); // RFC 9525, 6.3
    row("mx.*.com", "mx.example.com", false);
    row("*.*.com", "mx.example.com", false);
    row("*", "mx", false);
    row("", "", false);
    row("xn--bcher-kva.example", "xn--bcher-kva.example", true);
    row("example.com", "mx.example.com", false);
    row("mx.example.com", "mx.example.com.evil.net", false);
}

void TestNameMatch::dnsName()
{
    QFETCH(QByteArray, presented);
    QFETCH(QByteArray, host);
    QFETCH(bool, matches);
    QCOMPARE(dnsNameMatches(presented.toStdString(), host.toStdString()), matches);
}

void TestNameMatch::below_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("below");
    QTest::newRow("one label") << QByteArray("mx.example.com") << true;
    QTest::newRow("two labels") << QByteArray("a.mx.example.com") << true;
    QTest::newRow("wildcard") << QByteArray("*.example.com") << true;
    QTest::newRow("itself") << QByteArray("example.com") << false;
    QTest::newRow("only a suffix") << QByteArray("mxexample.com") << false;
    QTest::newRow("elsewhere") << QByteArray("mx.example.net") << false;
}

void TestNameMatch::below()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, below);
    CertificateFacts leaf;
    leaf.names = {name.toStdString()};
    QCOMPARE(certificateNamesBelow(leaf, "example.com"), below);
}

void TestNameMatch::commonName()
{
    CertificateFacts leaf;
    leaf.commonName = "mx.example.com";
    QVERIFY(!certificateNames(leaf, "mx.example.com")); // RFC 9525, 2
    QVERIFY(certificateNamesForPostfix(leaf, "mx.example.com"));
    QVERIFY(certificateNamesBelow(leaf, "example.com"));
    leaf.names = {"other.example.com"};
    QVERIFY(!certificateNamesForPostfix(leaf, "mx.example.com"));
}

void TestNameMatch::pattern_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("matches");
    QTest::newRow("the same") << QByteArray("mx.example.com") << true;
    QTest::newRow("case") << QByteArray("MX.EXAMPLE.com") << true;
    QTest::newRow("wildcard") << QByteArray("*.example.com") << true;
    QTest::newRow("two labels") << QByteArray("*.com") << false; // RFC 8461, 4.1: exactly one label
    QTest::newRow("another") << QByteArray("example.com") << false;
    QTest::newRow("empty") << QByteArray("") << false;
}

void TestNameMatch::pattern()
{
    QFETCH(QByteArray, pattern);
    QFETCH(bool, matches);
    QCOMPARE(mtaStsPatternMatches(pattern.toStdString(), "mx.example.com"), matches);
}

QTEST_GUILESS_MAIN(TestNameMatch)
#include "tst_namematch.moc"
