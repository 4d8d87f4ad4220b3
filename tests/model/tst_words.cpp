// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/bytes.h"
#include "model/core/words.h"
#include "modeltest.h"

using namespace waxseal;
using namespace waxseal::test;

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsProtocolNames_data();
    void readsProtocolNames();
    void readsTrustWords();
    void namesAreTheContract();
    void takesNumbers();
    void takesTexts();
};

void WordsTest::readsProtocolNames_data()
{
    QTest::addColumn<TlsVersion>("version");
    const auto rows = [](TlsVersion version, std::initializer_list<const char*> texts) {
        for (const char* text : texts)
            QTest::newRow(*text == '\0' ? "empty" : text) << version;
    };
    rows(TlsVersion::Tls13, {"TLSv1.3", "TLS1.3", "TLSv1_3", "TLS1_3"});
    rows(TlsVersion::Tls12, {"TLSv1.2", "TLS1.2", "TLSv1_2"});
    rows(TlsVersion::Tls11, {"TLSv1.1", "TLS1.1"});
    rows(TlsVersion::Tls10, {"TLSv1", "TLSv1.0", "TLS1.0", "TLS1"});
    rows(TlsVersion::Other, {"SSLv3", "SSLv2", "SSLv2/v3"});
    // What we do not know may be newer than what we do: it is not below 1.0.
    rows(TlsVersion::Unknown,
        {"", "TLSv", "TLS", "TLSv1.4", "TLSv1.30", "TLSv1.3 ", " TLSv1.3", "tlsv1.3", "DTLSv1.2", "TLSv2", "(NONE)"});
}

void WordsTest::readsProtocolNames()
{
    const std::string_view text = QTest::currentDataTag();
    QTEST(parseTlsVersion(text == "empty" ? std::string_view() : text), "version");
}

void WordsTest::readsTrustWords()
{
    for (const Trust trust : {Trust::Anonymous, Trust::Untrusted, Trust::Trusted, Trust::Verified})
        QCOMPARE(parseTrust(name(trust)), trust);
    for (const char* text : {"", "anonymous", "Trusted ", "TRUSTED", "None"})
        QCOMPARE(parseTrust(text), Trust::Unknown);
}

/** Files and scripts hold these words: they do not change. */
void WordsTest::namesAreTheContract()
{
    QCOMPARE(name(Direction::Inbound), std::string_view("inbound"));
    QCOMPARE(name(Direction::Outbound), std::string_view("outbound"));
    QCOMPARE(name(Direction::Submission), std::string_view("submission"));
    QCOMPARE(name(SpamVerdict::Unlabelled), std::string_view(""));
    QCOMPARE(name(SpamVerdict::Legitimate), std::string_view("legitimate"));
    QCOMPARE(name(SpamVerdict::Spam), std::string_view("spam"));
    QCOMPARE(name(TlsVersion::Unknown), std::string_view(""));
    QCOMPARE(name(TlsVersion::Other), std::string_view("other"));
    for (const TlsVersion version : {TlsVersion::Tls10, TlsVersion::Tls11, TlsVersion::Tls12, TlsVersion::Tls13})
        QCOMPARE(parseTlsVersion("TLSv" + std::string(name(version))), version);
    QVERIFY(TlsVersion::Other < TlsVersion::Tls10 && TlsVersion::Tls12 < TlsVersion::Tls13);
}

void WordsTest::takesNumbers()
{
    std::string_view text = "42/x";
    QCOMPARE(takeNumber(text), std::optional<std::uint64_t>(42));
    QCOMPARE(text, std::string_view("/x"));
    for (const char* none : {"", "x1", "-1", "+1", " 1"}) {
        text = none;
        QVERIFY(!takeNumber(text));
        QCOMPARE(text, std::string_view(none)); // nothing taken
    }
    const std::string endless(100, '9'); // never overflows
    text = endless;
    QCOMPARE(takeNumber(text), std::optional<std::uint64_t>(999'999'999'999'999'999U));
    QCOMPARE(text.size(), std::size_t{82});
}

void WordsTest::takesTexts()
{
    std::string_view text = "from=<a>, to=<b>";
    std::string_view head;
    QVERIFY(!takeUntil(text, "; ", head));
    QCOMPARE(text, std::string_view("from=<a>, to=<b>"));
    QVERIFY(takeUntil(text, ", ", head));
    QCOMPARE(head, std::string_view("from=<a>"));
    QVERIFY(!takePrefix(text, "from="));
    QVERIFY(takePrefix(text, "to="));
    QCOMPARE(text, std::string_view("<b>"));
    QVERIFY(takePrefix(text, ""));
    QCOMPARE(asciiLower('Z'), 'z');
    QCOMPARE(asciiLower('['), '[');
    QCOMPARE(asciiLower('\xc4'), '\xc4');
}

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
