// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The text of `probe`: no line past 80 columns, whatever strangers' names and replies hold; colours; CSV.

#include "app/cli/probecsv.h"
#include "app/cli/probetext.h"
#include "app/cli/textlayout.h"
#include "clitest.h"
#include "probe/verdict/delivery.h"
#include "tests/probe/probefacts.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <clocale>
#include <cwchar>

using namespace waxseal;
using namespace waxseal::cli;

class TestProbeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void widths();
    void layout_data();
    void layout();
    void oddNames();
    void colours_data();
    void colours();
    void colourChangesNoLine();
    void tlsaRecordIsOneRecord();
    void certificateIsShown();
    void csvHasEveryReason();
    void listsAreReadOnce();
    void pipeHasNoColour();
};

namespace {

/** The C library's own measure, which is what terminals use; −1 of a character that is not printable. */
int libraryWidth(const QString& text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4())
        width += std::max(0, wcwidth(static_cast<wchar_t>(c)));
    return width;
}

QString withoutColours(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("\x1b\\[[0-9]+m")));
}

std::string oddText(QRandomGenerator& random, int longest)
{
    static const QStringList pieces{QStringLiteral("a"), QStringLiteral("mx"), QStringLiteral("."), QStringLiteral("-"),
        QStringLiteral(" "), QStringLiteral("例え"), QStringLiteral("ü"), QStringLiteral("u\u0308"),
        QStringLiteral("\u202e"), QStringLiteral("\x1b[31m"), QStringLiteral("\U0001f600"), QStringLiteral("\uff21"),
        QStringLiteral("\U000e0041"), QStringLiteral("\n"), QStringLiteral("\t"), QStringLiteral("0123456789abcdef"),
        QStringLiteral("한국어"), QStringLiteral("\u200d"), QStringLiteral("  "), QStringLiteral("\u0301")};
    QString text;
    const int length = random.bounded(longest);
    while (text.size() < length)
        text += pieces[random.bounded(static_cast<int>(pieces.size()))];
    return text.toStdString();
}

DomainFacts oddDomain(QRandomGenerator& random)
{
    DomainFacts facts = test::goodDomain();
    facts.domain = random.bounded(2) == 0 ? std::string(63, 'a') + '.' + std::string(63, 'b') + ".example"
                                          : oddText(random, 253);
    facts.hosts.push_back(test::goodHost(oddText(random, 253), 20, "2001:db8:1111:2222:3333:4444:5555:6666"));
    HostFacts& host = facts.hosts.back();
    host.canonicalName = oddText(random, 200);
    host.tlsa.base = std::string(60, 'x') + '.' + std::string(60, 'y') + ".example";
    host.tlsa.lookup = test::secureAnswer();
    host.tlsa.records = {{3, 1, 2, std::string(128, 'd')}, {0, 0, 0, std::string(2000, 'e')}};
    AddressFacts& address = host.addresses.front();
    address.reach = random.bounded(3) == 0 ? Reach::Throttled : Reach::Reached;
    address.startTls = random.bounded(3) == 0 ? StartTls::Broken : StartTls::Works;
    address.detail = oddText(random, 600);
    address.extensions = {oddText(random, 300), "STARTTLS"};
    address.chain.certificates.front().names = {oddText(random, 253), oddText(random, 253)};
    address.chain.certificates.front().issuer = oddText(random, 300);
    address.transcript = {
        {1, 123456789, TranscriptLine::Kind::Received, oddText(random, 900)}, {2, 1, TranscriptLine::Kind::Sent, ""}};
    facts.mtaSts.record = MtaStsFacts::Record::Invalid;
    facts.mtaSts.detail = oddText(random, 200);
    facts.tlsRpt.record = TlsRptFacts::Record::Found;
    facts.tlsRpt.addresses = {"mailto:" + std::string(300, 'r') + "@example.com"};
    return facts;
}

} // namespace

void TestProbeText::initTestCase()
{
    QVERIFY(std::setlocale(LC_CTYPE, "C.UTF-8") != nullptr);
}

/** No character is taken for narrower than the C library takes it. */
void TestProbeText::widths()
{
    int differing = 0;
    for (char32_t c = 0x20; c < 0x40000; ++c) {
        const int library = wcwidth(static_cast<wchar_t>(c));
        if (library < 0 || QChar::isSurrogate(c))
            continue;
        const QString text = QString::fromUcs4(&c, 1);
        if (displayWidth(text) < library) {
            ++differing;
            qInfo("U+%04X: %d, the C library says %d", static_cast<unsigned>(c), displayWidth(text), library);
        }
    }
    QCOMPARE(differing, 0);
    QCOMPARE(displayWidth(QStringLiteral("例え.example")), 12);
    QCOMPARE(displayWidth(QStringLiteral("u\u0308")), 1);
}

void TestProbeText::layout_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hanging");
    QTest::addColumn<QString>("expected"); // 20 columns
    QTest::newRow("short") << QStringLiteral("short") << 2 << QStringLiteral("short\n");
    QTest::newRow("empty") << QString() << 2 << QStringLiteral("\n");
    QTest::newRow("words") << QStringLiteral("one two three four five six") << 2
                           << QStringLiteral("one two three four\n  five six\n");
    QTest::newRow("just fits") << QString(20, u'x') << 2 << QString(20, u'x') + u'\n';
    QTest::newRow("name") << QStringLiteral("mail.department.organisation.example") << 2
                          << QStringLiteral("mail.department.\n  organisation.\n  example\n");
    QTest::newRow("digest") << QString(45, u'f') << 2
                            << QString(20, u'f') + QStringLiteral("\n  ") + QString(18, u'f') + QStringLiteral("\n  ")
            + QString(7, u'f') + u'\n';
    QTest::newRow("wide") << QStringLiteral("例例例例例例例例例例例") << 0
                          << QStringLiteral("例例例例例例例例例例\n例\n");
    QTest::newRow("indented") << QStringLiteral("    a word and more words") << 6
                              << QStringLiteral("    a word and more\n      words\n");
    QTest::newRow("control") << QStringLiteral("a\x1b[31mb") << 0 << QStringLiteral("a\\x1b[31mb\n");
}

void TestProbeText::layout()
{
    QFETCH(QString, text);
    QFETCH(int, hanging);
    QTEST(laidOut({{text, Ink::Plain}}, hanging, false, 20), "expected");
}

void TestProbeText::oddNames()
{
    QRandomGenerator random(20261127);
    for (int i = 0; i < 100; ++i) {
        const DomainFacts facts = oddDomain(random);
        const QString text = probeText(facts, {true, false});
        for (const QString& line : text.split(u'\n')) {
            QVERIFY2(libraryWidth(line) <= 80 && displayWidth(line) <= 80, qPrintable(line));
            for (const char32_t c : line.toUcs4())
                QVERIFY2(c >= 0x20 && c != 0x7f && c != 0x202e && (c < 0xe0000 || c > 0xe007f), qPrintable(line));
        }
    }
}

void TestProbeText::colours_data()
{
    QTest::addColumn<bool>("terminal");
    QTest::addColumn<QByteArray>("noColor");
    QTest::addColumn<QByteArray>("term");
    QTest::addColumn<bool>("expected");
    QTest::newRow("terminal") << true << QByteArray() << QByteArray("xterm-256color") << true;
    QTest::newRow("NO_COLOR") << true << QByteArray("1") << QByteArray("xterm") << false;
    QTest::newRow("dumb") << true << QByteArray() << QByteArray("dumb") << false;
    QTest::newRow("no TERM") << true << QByteArray() << QByteArray() << false;
    QTest::newRow("pipe") << false << QByteArray() << QByteArray("xterm") << false;
}

void TestProbeText::colours()
{
    QFETCH(bool, terminal);
    QFETCH(QByteArray, noColor);
    QFETCH(QByteArray, term);
    QTEST(isColoured(terminal, noColor, term), "expected");
}

void TestProbeText::colourChangesNoLine()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 30; ++i) {
        const DomainFacts facts = oddDomain(random);
        const QString coloured = probeText(facts, {true, true});
        QVERIFY(coloured.contains(QStringLiteral("\x1b[32mdelivered")));
        QCOMPARE(withoutColours(coloured), probeText(facts, {true, false}));
        for (const QString& line : coloured.split(u'\n')) // no colour runs over a line's end
            QVERIFY(!line.contains(u'\x1b') || line.lastIndexOf(QStringLiteral("\x1b[0m")) > line.size() - 5
                || line.lastIndexOf(QStringLiteral("\x1b[0m")) == line.lastIndexOf(u'\x1b'));
    }
}

void TestProbeText::tlsaRecordIsOneRecord()
{
    const QString text = probeText(test::goodDomain(), {});
    QVERIFY2(text.contains(QStringLiteral("      _25._tcp.mx.example.com. IN TLSA 3 1 1 (\n        ")
                 + QString(64, u'b') + QStringLiteral(" )\n")),
        qPrintable(text));
}

void TestProbeText::certificateIsShown()
{
    const QString text = probeText(test::goodDomain(), {});
    for (const QString& line :
        {QStringLiteral("      Certificate for: mx.example.com\n"), QStringLiteral("      Issuer: CN=Test Authority\n"),
            QStringLiteral("      Valid: 2026-09-20 to 2026-12-20\n")}) // testTime −1 and +90 days
        QVERIFY2(text.contains(line), qPrintable(text));
}

void TestProbeText::csvHasEveryReason()
{
    DomainFacts facts = test::goodDomain();
    test::onlyAddress(facts).startTls = StartTls::NotOffered;
    const QList<QByteArray> header = probeCsvHeader().trimmed().split(',');
    const QList<QByteArray> fields = probeCsvLine(facts).trimmed().split(',');
    QCOMPARE(fields.size(), header.size());
    const auto field = [&](const char* column) { return fields.value(header.indexOf(column)); };
    QCOMPARE(field("may"), QByteArray("delivered"));
    QCOMPARE(field("may_reason"), QByteArray("clear-no-tls"));
    QCOMPARE(field("dane_reason"), QByteArray("clear-no-tls")); // RFC 7672, 2.2: as at may without TLSA records
    QCOMPARE(field("encrypt_reason"), QByteArray("tls-not-offered"));
    QCOMPARE(field("secure_reason"), QByteArray("tls-not-offered"));
    QCOMPARE(field("dane_only_reason"), QByteArray("no-tlsa"));
    QCOMPARE(field("mta_sts_reason"), QByteArray("clear-no-tls"));
}

/** Nothing listens at the resolver's port: each domain gets its line, and none two. */
void TestProbeText::listsAreReadOnce()
{
    const test::Ran ran
        = test::run({QStringLiteral("probe"), QStringLiteral("a.example"), QStringLiteral("--list"),
                        QStringLiteral("-"), QStringLiteral("--csv"), QStringLiteral("--timeout"), QStringLiteral("1"),
                        QStringLiteral("--resolver"), QStringLiteral("127.0.0.1@9"), QStringLiteral("--quiet")},
            "\xef\xbb\xbf# partners\nowner;domain\nx;b.example\ny;A.EXAMPLE\nz;https://b.example/\n;b..example\n");
    QCOMPARE(ran.code, 0);
    QStringList domains;
    for (const QByteArray& line : ran.lines().mid(1))
        domains.append(QString::fromUtf8(line.split(',').first()));
    QCOMPARE(domains, (QStringList{QStringLiteral("a.example"), QStringLiteral("b.example")}));
    QVERIFY2(ran.err.contains("b..example"), ran.err.constData());
}

void TestProbeText::pipeHasNoColour()
{
    const test::Ran ran
        = test::run({QStringLiteral("probe"), QStringLiteral("a.example"), QStringLiteral("--timeout"),
                        QStringLiteral("1"), QStringLiteral("--resolver"), QStringLiteral("127.0.0.1@9")},
            {}, {QStringLiteral("TERM=xterm")});
    QVERIFY(ran.out.startsWith("a.example\n"));
    QVERIFY(!ran.out.contains('\x1b'));
}

QTEST_GUILESS_MAIN(TestProbeText)
#include "tst_probetext.moc"
