// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/dns/records.h"
#include "probe/dns/resolver.h"
#include "probe/tls/tlsa.h"

#include <QTest>

using namespace waxseal;

class TestDnsRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mx_data();
    void mx();
    void address();
    void tlsa();
    void usable_data();
    void usable();
    void txt();
    void server_data();
    void server();
};

void TestDnsRecords::mx_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<int>("preference");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("host") << QByteArray("000a026d78076578616d706c6500") << true << 10 << QByteArray("mx.example");
    QTest::newRow("upper case") << QByteArray("0001024d58074558414d504c4500") << true << 1 << QByteArray("mx.example");
    QTest::newRow("null MX") << QByteArray("000000") << true << 0 << QByteArray("");
    QTest::newRow("dot within a label") << QByteArray("000a03612e6200") << true << 10 << QByteArray("a\\046b");
    QTest::newRow("line feed") << QByteArray("000a02610a00") << true << 10 << QByteArray("a\\010");
    QTest::newRow("cut") << QByteArray("000a026d78076578") << false << 0 << QByteArray();
    QTest::newRow("no end") << QByteArray("000a026d78") << false << 0 << QByteArray();
    QTest::newRow("pointer") << QByteArray("000ac00c") << false << 0 << QByteArray();
    QTest::newRow("more behind") << QByteArray("000a026d780000") << false << 0 << QByteArray();
    QTest::newRow("too short") << QByteArray("000a") << false << 0 << QByteArray();
    QByteArray longName = "000a";
    for (int i = 0; i < 5; ++i)
        longName += "3f" + QByteArray(126, '6');
    QTest::newRow("too long") << longName + "00" << false << 0 << QByteArray();
}

void TestDnsRecords::mx()
{
    QFETCH(QByteArray, hex);
    QFETCH(bool, valid);
    QFETCH(int, preference);
    QFETCH(QByteArray, host);
    const std::optional<MxRecord> record = readMx(fromHex(hex.toStdString()));
    QCOMPARE(record.has_value(), valid);
    if (!valid)
        return;
    QCOMPARE(int{record->preference}, preference);
    QCOMPARE(QByteArray::fromStdString(record->host), host);
}

void TestDnsRecords::address()
{
    QCOMPARE(readAddress(fromHex("7f00000a"))->text(), std::string("127.0.0.10"));
    QCOMPARE(readAddress(fromHex("00000000000000000000000000000001"))->text(), std::string("::1"));
    QVERIFY(!readAddress(fromHex("7f0000")));
    QVERIFY(!readAddress(fromHex("00000000000000000000000000000000")));
    QVERIFY(!readAddress(""));
}

void TestDnsRecords::tlsa()
{
    const auto record = readTlsa(fromHex("030101aabb"));
    QVERIFY(record);
    QCOMPARE(record->text(), std::string("3 1 1 aabb"));
    QVERIFY(!readTlsa(fromHex("030101")));
    QVERIFY(!readTlsa(std::string(5000, 'x')));
}

void TestDnsRecords::usable_data()
{
    QTest::addColumn<int>("usage");
    QTest::addColumn<int>("selector");
    QTest::addColumn<int>("matching");
    QTest::addColumn<int>("digits");
    QTest::addColumn<bool>("usable");
    QTest::newRow("3 1 1") << 3 << 1 << 1 << 64 << true;
    QTest::newRow("3 0 2") << 3 << 0 << 2 << 128 << true;
    QTest::newRow("2 1 1") << 2 << 1 << 1 << 64 << true;
    QTest::newRow("2 0 0") << 2 << 0 << 0 << 900 << true;
    QTest::newRow("PKIX-EE") << 1 << 1 << 1 << 64 << false; // RFC 7672, 3.1.3
    QTest::newRow("PKIX-TA") << 0 << 1 << 1 << 64 << false;
    QTest::newRow("unknown usage") << 4 << 1 << 1 << 64 << false;
    QTest::newRow("unknown selector") << 3 << 2 << 1 << 64 << false;
    QTest::newRow("unknown matching") << 3 << 1 << 3 << 64 << false;
    QTest::newRow("digest too short") << 3 << 1 << 1 << 62 << false;
    QTest::newRow("digest too long") << 3 << 1 << 2 << 130 << false;
}

void TestDnsRecords::usable()
{
    QFETCH(int, usage);
    QFETCH(int, selector);
    QFETCH(int, matching);
    QFETCH(int, digits);
    QFETCH(bool, usable);
    const TlsaRecord record{static_cast<std::uint8_t>(usage), static_cast<std::uint8_t>(selector),
        static_cast<std::uint8_t>(matching), std::string(static_cast<std::size_t>(digits), 'a')};
    QCOMPARE(record.isUsable(), usable);
}

void TestDnsRecords::txt()
{
    QCOMPARE(readTxt(std::string("\x03"
                                 "abc"
                                 "\x02"
                                 "de"))
                 .value(),
        std::string("abcde"));
    QCOMPARE(readTxt(std::string("\x00", 1)).value(), std::string());
    QVERIFY(!readTxt(std::string("\x05"
                                 "abc")));
}

void TestDnsRecords::server_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("IPv4") << QStringLiteral("127.0.0.1") << true;
    QTest::newRow("port") << QStringLiteral("127.0.0.1@5353") << true;
    QTest::newRow("IPv6") << QStringLiteral("::1@53") << true;
    QTest::newRow("name") << QStringLiteral("resolver.example") << false;
    QTest::newRow("port zero") << QStringLiteral("127.0.0.1@0") << false;
    QTest::newRow("port too high") << QStringLiteral("127.0.0.1@65536") << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("TLS name") << QStringLiteral("127.0.0.1@853#name") << false;
    QTest::newRow("two ports") << QStringLiteral("127.0.0.1@53@53") << false;
}

void TestDnsRecords::server()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QCOMPARE(Resolver::isServer(text), valid);
}

QTEST_GUILESS_MAIN(TestDnsRecords)
#include "tst_dnsrecords.moc"
