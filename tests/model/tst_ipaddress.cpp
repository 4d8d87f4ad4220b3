// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/ipaddress.h"
#include "modeltest.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace waxseal;
using namespace waxseal::test;

class IpAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void readsWhatItWrites();
    void knowsItsKind();
    void findsTheNeighbourhood_data();
    void findsTheNeighbourhood();
    void rangesContain_data();
    void rangesContain();
    void rangesRefuse_data();
    void rangesRefuse();
    void rangesReadWhatTheyWrite();
    void defaultsAreOurOwnNetworks_data();
    void defaultsAreOurOwnNetworks();
    void readsLists();
};

namespace {

IpAddress ip(std::string_view text)
{
    const auto address = IpAddress::parse(text);
    return address ? *address
                   : (QTest::qFail(QByteArray(text.data(), qsizetype(text.size())), __FILE__, __LINE__), IpAddress{});
}

} // namespace

void IpAddressTest::reads_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("text");
    const auto row
        = [](const QByteArray& written, const QByteArray& text) { QTest::newRow(tag(written)) << written << text; };
    row("192.0.2.1", "192.0.2.1");
    row("0.0.0.0", "0.0.0.0");
    row("255.255.255.255", "255.255.255.255");
    row("::", "");
    row("::1", "::1");
    row("1::", "1::");
    row("2001:db8::1", "2001:db8::1");
    row("2001:DB8::A", "2001:db8::a");
    row("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1");
    row("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8");
    row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"); // one group is not shortened (RFC 5952, 4.2.2)
    row("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8");
    row("1:0:0:2:0:0:0:3", "1:0:0:2::3"); // the longest run
    row("1:0:0:2:3:0:0:4", "1::2:3:0:0:4"); // the first of equals
    row("0:0:0:0:0:0:0:2", "::2");
    row("::ffff:192.0.2.1", "192.0.2.1");
    row("::FFFF:c000:201", "192.0.2.1");
    row("64:ff9b::192.0.2.33", "64:ff9b::c000:221");
    row("1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201");
    row("IPv6:2001:db8::1", "2001:db8::1");
    row("fe80::1%eth0", "fe80::1");
    row("IPv6:fe80::1%12", "fe80::1");
}

void IpAddressTest::reads()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, text);
    const auto address = IpAddress::parse(view(written));
    QVERIFY(address);
    QCOMPARE(address->text(), text.toStdString());
}

void IpAddressTest::refuses_data()
{
    QTest::addColumn<QByteArray>("written");
    for (const char* written : {"", "unknown", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.-4", "1.2.3.0004", "1.2.3.4 ",
             " 1.2.3.4", "1.2.3.4/24", "1.2..4", "0x7f.0.0.1", "1", ":", ":1", "1:", ":::", "1:::2", "1::2::3",
             "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8",
             "12345::", "g::", "+1::", "-1::", "0x1::", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "::1.2.3.4:5",
             "::ffff:1.2.3.256", "[::1]", "IPv6:", "%eth0", "::1 "})
        QTest::newRow(tag(written)) << QByteArray(written);
    QTest::newRow("long") << QByteArray(100'000, ':');
    QTest::newRow("long number") << QByteArray(100'000, '1');
    QTest::newRow("nul") << QByteArray("1.2.3.4\0", 8);
}

void IpAddressTest::refuses()
{
    QFETCH(QByteArray, written);
    const auto address = IpAddress::parse(view(written));
    QVERIFY2(!address, address ? address->text().c_str() : "");
}

void IpAddressTest::readsWhatItWrites()
{
    QRandomGenerator random(3);
    for (int i = 0; i < 5000; ++i) {
        IpAddress address;
        for (std::uint8_t& byte : address.bytes)
            byte = static_cast<std::uint8_t>(
                random.bounded(3) == 0 ? random.bounded(256) : 0); // runs of zeros are the art
        if (i % 4 == 0)
            address = ip(std::to_string(random.bounded(256)) + '.' + std::to_string(random.bounded(256)) + ".0."
                + std::to_string(random.bounded(256)));
        if (address.isNull())
            continue;
        QCOMPARE(IpAddress::parse(address.text()), std::optional(address));
    }
}

void IpAddressTest::knowsItsKind()
{
    QVERIFY(ip("192.0.2.1").isV4());
    QVERIFY(!ip("2001:db8::1").isV4());
    QVERIFY(!ip("::192.0.2.1").isV4()); // the deprecated "compatible" form (RFC 4291, 2.5.5.1) is not IPv4
    QVERIFY(ip("127.0.0.1").isLoopback());
    QVERIFY(ip("127.255.0.9").isLoopback());
    QVERIFY(ip("::1").isLoopback());
    QVERIFY(!ip("128.0.0.1").isLoopback());
    QVERIFY(!ip("::2").isLoopback());
    QVERIFY(!ip("1::1").isLoopback());
    QVERIFY(!IpAddress{}.isLoopback());
    QVERIFY(IpAddress{}.isNull());
    QVERIFY(!ip("0.0.0.0").isNull());
}

void IpAddressTest::findsTheNeighbourhood_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("network");
    QTest::newRow("v4") << QByteArray("192.0.2.77") << QByteArray("192.0.2.0");
    QTest::newRow("v6") << QByteArray("2001:db8:1:2:3:4:5:6") << QByteArray("2001:db8:1:2::");
}

void IpAddressTest::findsTheNeighbourhood()
{
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, network);
    QCOMPARE(ip(view(address)).network().text(), network.toStdString());
}

void IpAddressTest::rangesContain_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("contained");
    const auto row = [](const QByteArray& range, const QByteArray& address, bool contained) {
        QTest::newRow(QByteArray(range + ' ' + address)) << range << address << contained;
    };
    row("10.0.0.0/8", "10.255.255.255", true);
    row("10.0.0.0/8", "11.0.0.0", false);
    row("10.0.0.0/8", "9.255.255.255", false);
    row("10.1.2.3/8", "10.9.9.9", true); // host bits do not matter
    row("172.16.0.0/12", "172.31.255.255", true);
    row("172.16.0.0/12", "172.32.0.0", false);
    row("192.0.2.1", "192.0.2.1", true);
    row("192.0.2.1", "192.0.2.2", false);
    row("192.0.2.1/32", "192.0.2.1", true);
    row("0.0.0.0/0", "203.0.113.9", true);
    row("0.0.0.0/0", "2001:db8::1", false);
    row("::/0", "2001:db8::1", true);
    row("fc00::/7", "fdff::1", true);
    row("fc00::/7", "fe00::1", false);
    row("2001:db8::/33", "2001:db8:7fff::1", true);
    row("2001:db8::/33", "2001:db8:8000::1", false);
    row("::1/128", "::1", true);
    row("::1/128", "127.0.0.1", false);
    row("::1", "::1", true);
}

void IpAddressTest::rangesContain()
{
    QFETCH(QByteArray, range);
    QFETCH(QByteArray, address);
    const auto cidr = Cidr::parse(view(range));
    QVERIFY(cidr);
    QTEST(cidr->contains(ip(view(address))), "contained");
}

void IpAddressTest::rangesRefuse_data()
{
    QTest::addColumn<QByteArray>("range");
    for (const char* range : {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8 ", "10.0.0.0/8/8",
             "10.0.0.0/255.0.0.0", "::/129", "::1/1000", "10/8", "example.com/8", "10.0.0.0/99999999999999999999"})
        QTest::newRow(tag(range)) << QByteArray(range);
}

void IpAddressTest::rangesRefuse()
{
    QFETCH(QByteArray, range);
    QVERIFY(!Cidr::parse(view(range)));
}

void IpAddressTest::rangesReadWhatTheyWrite()
{
    for (const char* text :
        {"10.0.0.0/8", "192.0.2.1/32", "0.0.0.0/0", "::/0", "::1/128", "fc00::/7", "2001:db8::/33", "172.16.0.0/12"}) {
        const auto cidr = Cidr::parse(text);
        QVERIFY(cidr);
        QCOMPARE(cidr->text(), std::string(text));
    }
    QCOMPARE(Cidr::parse("10.1.2.3/8")->text(), std::string("10.0.0.0/8"));
    QCOMPARE(Cidr::parse("192.0.2.1")->text(), std::string("192.0.2.1/32"));
    for (const Cidr& cidr : defaultInternalNetworks())
        QCOMPARE(Cidr::parse(cidr.text()), std::optional(cidr));
}

void IpAddressTest::defaultsAreOurOwnNetworks_data()
{
    QTest::addColumn<bool>("own");
    for (const char* own : {"127.0.0.1", "127.9.9.9", "::1", "10.1.2.3", "172.16.0.1", "172.31.9.9", "192.168.1.1",
             "fc00::1", "fdab::1", "169.254.9.9", "fe80::1", "febf::1"})
        QTest::newRow(own) << true;
    for (const char* foreign :
        {"192.0.2.1", "172.15.0.1", "172.32.0.1", "192.169.0.1", "11.0.0.1", "2001:db8::1", "fec0::1", "100.64.0.1"})
        QTest::newRow(foreign) << false;
}

void IpAddressTest::defaultsAreOurOwnNetworks()
{
    const IpAddress address = ip(QTest::currentDataTag());
    const auto networks = defaultInternalNetworks();
    QTEST(std::any_of(networks.begin(), networks.end(), [&](const Cidr& c) { return c.contains(address); }), "own");
}

void IpAddressTest::readsLists()
{
    QVERIFY(parseNetworks("none"));
    QVERIFY(parseNetworks("none")->empty());
    const auto two = parseNetworks("10.0.0.0/8,2001:db8::/32");
    QVERIFY(two);
    QCOMPARE(two->size(), std::size_t{2});
    QCOMPARE((*two)[1].text(), std::string("2001:db8::/32"));
    for (const char* bad : {"", ",", "10.0.0.0/8,", "10.0.0.0/8,,::1", "10.0.0.0/8, ::1", "None", "10.0.0.0/8,none"}) {
        const auto networks = parseNetworks(bad);
        QVERIFY2(!networks, bad);
        QCOMPARE(networks.error().code, ErrorCode::InvalidPolicy);
    }
    QCOMPARE(parseNetworks("::1,nonsense,::2").error().subject, QStringLiteral("nonsense")); // it says which
}

QTEST_GUILESS_MAIN(IpAddressTest)
#include "tst_ipaddress.moc"
