// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/domainname.h"
#include "modeltest.h"

#include <QRandomGenerator>
#include <QStringDecoder>

using namespace waxseal;
using namespace waxseal::test;

class DomainNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void boundsLengths();
    void readsItsOwnTextAgain();
    void shows_data();
    void shows();
    void keys_data();
    void keys();
    void keysAreTheirOwnKeys();
    void findsTheDomainOfAnAddress_data();
    void findsTheDomainOfAnAddress();
    void staysOnItsFeetInAnEndlessAddress();
    void knowsWhatIsWithin_data();
    void knowsWhatIsWithin();
    void findsOrganisations_data();
    void findsOrganisations();
};

/** `ascii` empty: no host name. */
void DomainNameTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("ascii");
    const auto row = [](const QByteArray& text, const QByteArray& ascii) { QTest::newRow(tag(text)) << text << ascii; };
    row("example.com", "example.com");
    row("Example.COM", "example.com");
    row("example.com.", "example.com");
    row("localhost", "localhost");
    row("a.b-c.d--e.example", "a.b-c.d--e.example");
    row("123.example", "123.example");
    row("1.2.3.4.in-addr.arpa", "1.2.3.4.in-addr.arpa");
    row("xn--bcher-kva.example", "xn--bcher-kva.example");
    row("XN--BCHER-KVA.example", "xn--bcher-kva.example");
    row("b\xc3\xbc"
        "cher.example",
        "xn--bcher-kva.example");
    row("B\xc3\x9c"
        "CHER.example",
        "xn--bcher-kva.example");
    row("b\xc3\xbc"
        "cher.example.",
        "xn--bcher-kva.example");
    row("\xe4\xbe\x8b\xe3\x81\x88.\xe3\x83\x86\xe3\x82\xb9\xe3\x83\x88", "xn--r8jz45g.xn--zckzah");

    row("", "");
    row(".", "");
    row("..", "");
    row("example.com..", "");
    row(".example.com", "");
    row("a..example", "");
    row("-a.example", "");
    row("a-.example", "");
    row("a.-", "");
    row("_dmarc.example", "");
    row("foo_bar.example", "");
    row("a b.example", "");
    row(" example.com", "");
    row("example.com ", "");
    row("example.com\n", "");
    row("example.com\r\nevil.example", "");
    row(QByteArray("exa\0mple.com", 12), "");
    row("a,b.example", "");
    row("a/b.example", "");
    row("a\"b.example", "");
    row("a$b.example", "");
    row("a#b.example", "");
    row("*.example", "");
    row("[192.0.2.1]", "");
    row("192.0.2.1", ""); // an address in disguise
    row("example.123", "");
    row("2001:db8::1", "");
    row("user@example.com", "");
    row("b\xfc"
        "cher.example",
        ""); // Latin-1 is not UTF-8
    row("\xc3.example", "");
    row("a\xe2\x80\xae"
        "b.example",
        ""); // a bidirectional override is not allowed in a name
    row("a\xe2\x80\x8b b.example", "");
    row("\xc2\xad.example", ""); // a soft hyphen maps to nothing, and an empty label is none
}

void DomainNameTest::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, ascii);
    const auto domain = DomainName::parse(view(text));
    QCOMPARE(domain ? QByteArray::fromStdString(domain->ascii()) : QByteArray(), ascii);
}

void DomainNameTest::boundsLengths()
{
    const std::string label63(63, 'a');
    QVERIFY(DomainName::parse(label63 + ".example"));
    QVERIFY(!DomainName::parse(label63 + "a.example"));
    const std::string three = label63 + '.' + label63 + '.' + label63 + '.'; // 192 octets
    QVERIFY(DomainName::parse(three + std::string(61, 'a')));
    QVERIFY(DomainName::parse(three + std::string(61, 'a') + '.')); // the root's dot is no octet of text
    QVERIFY(!DomainName::parse(three + std::string(62, 'a')));
    QVERIFY(!DomainName::parse(std::string(1 << 20, 'a')));
    QVERIFY(!DomainName::parse(std::string(1 << 20, '\xc3')));
    // An U-label is measured as the A-label it becomes.
    std::string umlauts;
    for (int i = 0; i < 60; ++i)
        umlauts += "\xc3\xbc";
    const auto long60 = DomainName::parse(umlauts + ".example");
    QVERIFY(!long60 || long60->ascii().find('.') <= 63);
}

void DomainNameTest::readsItsOwnTextAgain()
{
    for (const char* text : {"Example.COM.",
             "b\xc3\xbc"
             "cher.example",
             "xn--bcher-kva.example", "localhost"}) {
        const auto domain = DomainName::parse(text);
        QVERIFY(domain);
        QCOMPARE(DomainName::parse(domain->ascii()), domain);
        QCOMPARE(DomainName::parse(domain->display()), domain);
    }
}

void DomainNameTest::shows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("ascii") << QByteArray("Example.com") << QByteArray("example.com");
    QTest::newRow("u-label") << QByteArray("xn--bcher-kva.example")
                             << QByteArray("b\xc3\xbc"
                                           "cher.example");
    QTest::newRow("not a punycode") << QByteArray("xn--99999999.example") << QByteArray("xn--99999999.example");
    // Punycode of "a", RIGHT-TO-LEFT OVERRIDE, "b": nothing that may be printed.
    QTest::newRow("hidden override") << QByteArray("xn--ab-g4t.example") << QByteArray("xn--ab-g4t.example");
}

void DomainNameTest::shows()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    const auto domain = DomainName::parse(view(text));
    QVERIFY(domain);
    QCOMPARE(QByteArray::fromStdString(domain->display()), shown);
}

void DomainNameTest::keys_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const QByteArray& raw, const QByteArray& key) { QTest::newRow(tag(raw)) << raw << key; };
    row("", "");
    row("Example.COM.", "example.com");
    row("b\xc3\xbc"
        "cher.example",
        "xn--bcher-kva.example");
    // Composed or not and in capitals it is the same name; IDNA maps other letters and full stops to ASCII, a server
    // does not.
    row("MU\xcc\x88NCHEN.example.", "xn--mnchen-3ya.example");
    row("xn--bro-hoa.m\xc3\xbcnchen.example", "xn--bro-hoa.xn--mnchen-3ya.example");
    row("\xef\xbd\x82"
        "ank.example",
        "\xef\xbd\x82"
        "ank.example");
    row("bank\xe3\x80\x82"
        "example",
        "bank\xe3\x80\x82"
        "example");
    row("<>", "<>");
    row("Foo_Bar.Example", "foo_bar.example");
    row("[192.0.2.1]", "[192.0.2.1]");
    row("192.0.2.1", "192.0.2.1");
    row("a b", "a b");
    row("a\tb\nc\x7f", "a\\x09b\\x0ac\\x7f");
    row(QByteArray("a\0b", 3), "a\\x00b");
    row("\x1b]0;evil\x07", "\\x1b]0;evil\\x07");
    row("a\xff.example", "a\xef\xbf\xbd.example");
}

void DomainNameTest::keys()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, key);
    QCOMPARE(QByteArray::fromStdString(domainKey(view(raw))), key);
}

/** What a stranger writes becomes a bounded, valid, harmless text, and looking it up again by that text finds the same
 * key. */
void DomainNameTest::keysAreTheirOwnKeys()
{
    const auto check = [](const std::string& raw) {
        const std::string key = domainKey(raw);
        QVERIFY2(domainKey(key) == key, QByteArray::fromStdString(raw).toPercentEncoding());
        QVERIFY(key.size() <= 255);
        QStringDecoder decoder(QStringConverter::Utf8);
        const QString text = decoder(QByteArray::fromStdString(key));
        QVERIFY(!decoder.hasError());
        for (const QChar c : text)
            QVERIFY(c.unicode() >= 0x20 && c.unicode() != 0x7f);
    };
    for (const int length : {1, 84, 85, 86, 252, 253, 254, 255, 256, 300, 1024, 1025, 100'000}) {
        for (const char* unit :
            {"a", "\xff", "\xc3\xbc", "\xc3", "\xf0\x9f\x93\xa7", "\x01", "A.", "\xef\xbb\xbf", "\xe2\x80\xae"}) {
            std::string raw;
            while (raw.size() < static_cast<std::size_t>(length))
                raw += unit;
            check(raw);
            check("x " + raw);
        }
    }
    QRandomGenerator random(7);
    for (int i = 0; i < 3000; ++i) {
        std::string raw(static_cast<std::size_t>(random.bounded(1, 400)), ' ');
        const bool dense = random.bounded(2) == 0;
        for (char& c : raw)
            c = static_cast<char>(dense ? random.bounded(256) : "abX.-_\xc3\xbc\xef\xbb\xbf \t"[random.bounded(13)]);
        check(raw);
    }
}

void DomainNameTest::findsTheDomainOfAnAddress_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("domain");
    const auto row
        = [](const QByteArray& address, const QByteArray& domain) { QTest::newRow(tag(address)) << address << domain; };
    row("", "");
    row("root", "");
    row("a@b.example", "b.example");
    row("a@B.Example", "B.Example");
    row("a@", "");
    row("@b.example", "b.example");
    row("a@b@c.example", "c.example");
    row("@relay.example:a@b.example", "b.example"); // a source route, RFC 5321 appendix C
    row("\"quoted @ local\"@q.test", "q.test");
    row("\"a\\\"@evil.example\"@q.test", "q.test");
    row("\"a\\\\\"@q.test", "q.test");
    row("\"<x@evil.example>, size=1\"@q.test", "q.test");
    row("\"a\"", "");
    row("\"a@evil.example", ""); // the quote never ends
    row("\"a\\", "");
    row("\"a\"b@c.example", "c.example");
    row("\"a\"\"b@x\"@c.example", "c.example");
    row("a@[192.0.2.1]", "[192.0.2.1]");
    row("a@b\xc3\xbc"
        "cher.example",
        "b\xc3\xbc"
        "cher.example");
}

void DomainNameTest::findsTheDomainOfAnAddress()
{
    QFETCH(QByteArray, address);
    QFETCH(QByteArray, domain);
    QCOMPARE(addressDomain(view(address)), view(domain));
}

void DomainNameTest::staysOnItsFeetInAnEndlessAddress()
{
    const std::string quotes(1 << 20, '"');
    QCOMPARE(addressDomain(quotes), std::string_view());
    const std::string closed = quotes + "@b.example";
    QCOMPARE(addressDomain(closed), std::string_view("b.example"));
}

void DomainNameTest::knowsWhatIsWithin_data()
{
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<QByteArray>("parent");
    QTest::addColumn<bool>("within");
    QTest::newRow("itself") << QByteArray("bank.example") << QByteArray("bank.example") << true;
    QTest::newRow("below") << QByteArray("a.bank.example") << QByteArray("bank.example") << true;
    QTest::newRow("far below") << QByteArray("c.b.a.bank.example") << QByteArray("bank.example") << true;
    QTest::newRow("above") << QByteArray("example") << QByteArray("bank.example") << false;
    QTest::newRow("same ending") << QByteArray("mybank.example") << QByteArray("bank.example") << false;
    QTest::newRow("hyphen") << QByteArray("my-bank.example") << QByteArray("bank.example") << false;
    QTest::newRow("begins alike") << QByteArray("bank.example.org") << QByteArray("bank.example") << false;
    QTest::newRow("null sender") << QByteArray("<>") << QByteArray("<>") << true;
}

void DomainNameTest::knowsWhatIsWithin()
{
    QFETCH(QByteArray, domain);
    QFETCH(QByteArray, parent);
    QTEST(isWithin(view(domain), view(parent)), "within");
}

void DomainNameTest::findsOrganisations_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("organisation");
    const auto row = [](const QByteArray& name, const QByteArray& organisation) {
        QTest::newRow(tag(name)) << name << organisation;
    };
    row("mail.bank.co.uk", "bank.co.uk");
    row("bank.co.uk", "bank.co.uk");
    row("a.b.c.google.com", "google.com");
    row("google.com", "google.com");
    row("co.uk", "co.uk");
    row("com", "com");
    row("", "");
    row("localhost", "localhost");
    row("Mail.Bank.CO.UK", "bank.co.uk"); // names come as the reverse zone spells them
    row("mail.bank.co.uk.", "bank.co.uk");
    row("127.0.0.1",
        "127.0.0.1"); // an address has no organisation but itself: "0.1" would make neighbours of strangers
    row("10.1.0.1", "10.1.0.1");
    row("2001:db8::1", "2001:db8::1");
}

void DomainNameTest::findsOrganisations()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, organisation);
    QCOMPARE(QByteArray::fromStdString(organisationalDomain(view(name))), organisation);
}

QTEST_GUILESS_MAIN(DomainNameTest)
#include "tst_domainname.moc"
