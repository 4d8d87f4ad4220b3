// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/helloname.h"
#include "probe/smtp/reply.h"
#include "probe/smtp/smtpsession.h"

#include <QTest>

#include <algorithm>

using namespace waxseal;

class TestReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_data();
    void complete();
    void odd_data();
    void odd();
    void remembersNoMoreThanPostfix();
    void announced_data();
    void announced();
    void pixGreeting();
    void machineName_data();
    void machineName();
    void manySmallLines_data();
    void manySmallLines();
    void takesNothingBehindTheReply();
    void readsByteByByte();
    void makesTextPrintable();
    void keepsAPartOfMuch();
    void keywords();
    void strippedKeyword_data();
    void strippedKeyword();
};

void TestReply::complete_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("one line") << QByteArray("220 mx.example ESMTP\r\n") << 220 << QByteArray("mx.example ESMTP");
    QTest::newRow("several lines") << QByteArray("250-mx\r\n250-PIPELINING\r\n250 STARTTLS\r\n") << 250
                                   << QByteArray("mx|PIPELINING|STARTTLS");
    QTest::newRow("bare line feeds") << QByteArray("250-mx\n250 SIZE\n") << 250 << QByteArray("mx|SIZE");
    QTest::newRow("no text") << QByteArray("250\r\n") << 250 << QByteArray("");
    QTest::newRow("only a blank") << QByteArray("421 \r\n") << 421 << QByteArray("");
    QTest::newRow("enhanced code") << QByteArray("530 5.7.0 Must issue a STARTTLS command first\r\n") << 530
                                   << QByteArray("5.7.0 Must issue a STARTTLS command first");
}

void TestReply::complete()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QByteArray, lines);
    std::string buffer = bytes.toStdString();
    ReplyParser parser;
    QVERIFY(parser.take(buffer) == ReplyParser::State::Complete);
    QVERIFY(buffer.empty());
    QCOMPARE(parser.reply().code, code);
    std::string joined;
    for (const std::string& line : parser.reply().lines)
        joined += (&line == &parser.reply().lines.front() ? "" : "|") + line;
    QCOMPARE(QByteArray::fromStdString(joined), lines);
}

void TestReply::keepsAPartOfMuch()
{
    // 150 lines of 2 kB, and what counts at the end.
    std::string buffer = "250-mx\r\n";
    for (int i = 0; i < 150; ++i)
        buffer += "250-X" + std::string(2000, 'a') + "\r\n";
    buffer += "250-requiretls\r\n250 STARTTLS\r\n";
    ReplyParser parser;
    QVERIFY(parser.take(buffer) == ReplyParser::State::Complete);
    const SmtpReply& reply = parser.reply();
    QVERIFY(reply.isCut);
    std::size_t kept = 0;
    for (const std::string& line : reply.lines)
        kept += line.size();
    QVERIFY2(kept < 5000, qPrintable(QString::number(kept)));
    QCOMPARE(reply.lines.front(), std::string("mx"));
    QCOMPARE(reply.lines.at(reply.lines.size() - 2), std::string("requiretls"));
    QCOMPARE(reply.lines.back(), std::string("STARTTLS"));
}

// What Postfix 3.7's smtp_chat_resp() made of the same bytes (tests/zoo/reported.py, the oracle's table).
void TestReply::odd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code"); // 0: not complete
    QTest::newRow("not a number") << QByteArray("HTTP/1.1 400 Bad Request\r\n") << 0;
    QTest::newRow("four digits") << QByteArray("2200 x\r\n") << 0;
    QTest::newRow("short line") << QByteArray("25\r\n") << 0;
    QTest::newRow("no separator") << QByteArray("250x\r\n") << 0;
    QTest::newRow("tab for a separator") << QByteArray("220\tmx\r\n") << 0;
    QTest::newRow("empty line") << QByteArray("\r\n") << 0;
    QTest::newRow("garbage before") << QByteArray("Welcome!\r\n\r\n22 x\r\n2200 y\r\n220 mx ESMTP\r\n") << 220;
    QTest::newRow("changing codes, the last counts") << QByteArray("554-no\r\n421-later\r\n220 mx\r\n") << 220;
    QTest::newRow("a refusal behind an offer") << QByteArray("250-mx\r\n250-STARTTLS\r\n550 no\r\n") << 550;
    QTest::newRow("any three digits") << QByteArray("199 x\r\n") << 199;
    QTest::newRow("TLS record") << QByteArray("\x15\x03\x01\x00\x02\x02\x0a\n", 8) << 0;
    QTest::newRow("line of 4 kB") << ("220 " + QByteArray(4096, 'x') + "\r\n") << 220;
    QTest::newRow("endless line") << ("220 " + QByteArray(100000, 'x')) << 0;
    QByteArray many;
    for (int i = 0; i < 5000; ++i)
        many += "250-x\r\n";
    QTest::newRow("many lines") << (many + "250 y\r\n") << 250;
}

void TestReply::odd()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    std::string buffer = bytes.toStdString();
    ReplyParser parser;
    const bool isComplete = parser.take(buffer) == ReplyParser::State::Complete;
    QCOMPARE(isComplete, code != 0);
    QCOMPARE(isComplete ? parser.reply().code : 0, code);
    QVERIFY(buffer.empty());
}

void TestReply::remembersNoMoreThanPostfix()
{
    // 22 lines of 99 bytes are remembered, and what begins behind 2048 bytes is not.
    std::string buffer = "250-mx.example\r\n";
    for (int i = 0; i < 5000; ++i)
        buffer += "250-X" + std::string(94, 'Y') + "\r\n";
    buffer += "250 STARTTLS\r\n";
    ReplyParser parser;
    QVERIFY(parser.take(buffer) == ReplyParser::State::Complete);
    QVERIFY(!announcesStartTls(parser.reply()));
    std::size_t bytes = 0;
    for (const std::string_view line : parser.reply().rawLines())
        bytes += line.size();
    QVERIFY(bytes <= ReplyParser::maximumReply + ReplyParser::maximumLine);
}

void TestReply::announced_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("announced");
    const auto row = [](const char* title, const QByteArray& lines, bool announced) {
        QTest::newRow(title) << QByteArray("250-mx.example\r\n" + lines + "\r\n250 SIZE\r\n") << announced;
    };
    row("plain", "250-STARTTLS", true);
    row("parameter", "250-STARTTLS x", true);
    row("equals sign", "250-STARTTLS=yes", true);
    row("lower case", "250-starttls", true);
    row("blanks", "250-   STARTTLS   ", true);
    row("zero byte", QByteArray("250-STARTTLS\0x", 14), true);
    row("second word of a line without a code", "hello STARTTLS", true);
    row("hyphen", "250--STARTTLS", false);
    row("tab", "250-\tSTARTTLS\tx", false);
    row("colon", "250-STARTTLS:", false);
    row("longer word", "250-STARTTLSX", false);
    row("parameter of another", "250-X STARTTLS", false);
    QTest::newRow("the first line is the name") << QByteArray("250-STARTTLS\r\n250 SIZE\r\n") << false;
    QTest::newRow("nothing before it") << QByteArray("250-\r\n250 STARTTLS\r\n") << false;
}

void TestReply::announced()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, announced);
    std::string buffer = bytes.toStdString();
    ReplyParser parser;
    QVERIFY(parser.take(buffer) == ReplyParser::State::Complete);
    QCOMPARE(announcesStartTls(parser.reply()), announced);
}

void TestReply::pixGreeting()
{
    const auto isPix = [](std::string bytes) {
        ReplyParser parser;
        parser.take(bytes);
        return isPixGreeting(parser.reply());
    };
    QVERIFY(isPix("220 ************0**2***200**\r\n"));
    QVERIFY(isPix("220\r\n"));
    QVERIFY(!isPix("220-*******\r\n220 *****\r\n"));
    QVERIFY(!isPix("220 mx.example ESMTP\r\n"));
}

void TestReply::machineName_data()
{
    QTest::addColumn<QByteArray>("kernel");
    QTest::addColumn<QByteArray>("hosts");
    QTest::addColumn<QByteArray>("mailname");
    QTest::addColumn<QByteArray>("name");
    const QByteArray hosts = "127.0.0.1 localhost\n# mail\n192.0.2.7 mail.example.org mail\n";
    QTest::newRow("the kernel knows") << QByteArray("mx.example.com") << hosts << QByteArray("x.example")
                                      << QByteArray("mx.example.com");
    QTest::newRow("hosts") << QByteArray("mail") << hosts << QByteArray("x.example") << QByteArray("mail.example.org");
    QTest::newRow("short name first") << QByteArray("mail") << QByteArray("192.0.2.7 mail mail.example.net\n")
                                      << QByteArray() << QByteArray("mail.example.net");
    QTest::newRow("mailname") << QByteArray("box") << hosts << QByteArray("example.org\n") << QByteArray("example.org");
    QTest::newRow("as Postfix makes one up")
        << QByteArray("box") << hosts << QByteArray("\n") << QByteArray("box.localdomain");
    QTest::newRow("localhost is nobody") << QByteArray("box") << QByteArray("127.0.0.1 localhost.localdomain box\n")
                                         << QByteArray() << QByteArray("box.localdomain");
}

void TestReply::machineName()
{
    QFETCH(QByteArray, kernel);
    QFETCH(QByteArray, hosts);
    QFETCH(QByteArray, mailname);
    QFETCH(QByteArray, name);
    QCOMPARE(
        QByteArray::fromStdString(machineNameFrom(kernel.toStdString(), hosts.toStdString(), mailname.toStdString())),
        name);
    QVERIFY(waxseal::machineName().find('.') != std::string::npos);
}

/** What the reply takes in memory, and the least that must still be told. */
void TestReply::manySmallLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray("250-\r\n");
    QTest::newRow("one letter") << QByteArray("250-x\r\n");
    QTest::newRow("keyword") << QByteArray("250-STARTTLS\r\n");
    QTest::newRow("another keyword") << QByteArray("250-REQUIRETLS\r\n");
    QTest::newRow("no code") << QByteArray("x\r\n");
    QTest::newRow("long") << "250-" + QByteArray(1990, 'y') + "\r\n";
}

void TestReply::manySmallLines()
{
    QFETCH(QByteArray, line);
    constexpr int size = 400'000;
    ReplyParser parser;
    std::string buffer = "250-mx.example\r\n";
    for (qsizetype sent = 0; sent < size; sent += line.size()) {
        buffer += line.toStdString();
        parser.take(buffer);
    }
    buffer += "250 STARTTLS\r\n";
    QVERIFY(parser.take(buffer) == ReplyParser::State::Complete);
    const SmtpReply& reply = parser.reply();
    std::size_t memory = reply.raw.capacity() + reply.lines.capacity() * sizeof(std::string);
    for (const std::string& one : reply.lines)
        memory += one.capacity();
    QVERIFY2(memory < 32'768, qPrintable(QString::number(memory)));
    QVERIFY(reply.isCut);
    QCOMPARE(reply.lines.front(), std::string("mx.example"));
    QVERIFY(std::find(reply.lines.begin(), reply.lines.end(), "STARTTLS") != reply.lines.end());
}

void TestReply::takesNothingBehindTheReply()
{
    // What stands behind the reply to STARTTLS tells of a response injection.
    std::string buffer = "220 go ahead\r\n250-injected\r\n250 x\r\n";
    ReplyParser parser;
    QVERIFY(parser.take(buffer) == ReplyParser::State::Complete);
    QCOMPARE(buffer, std::string("250-injected\r\n250 x\r\n"));
}

void TestReply::readsByteByByte()
{
    const std::string whole = "250-mx\r\n250 SIZE\r\n";
    ReplyParser parser;
    std::string buffer;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        buffer.push_back(whole[i]);
        const bool last = i + 1 == whole.size();
        QVERIFY(parser.take(buffer) == (last ? ReplyParser::State::Complete : ReplyParser::State::Incomplete));
    }
    QCOMPARE(parser.reply().lines.size(), std::size_t{2});
}

void TestReply::makesTextPrintable()
{
    std::string buffer = "220 a\x1b[31mred\x07 \xe2\x80\xaeright\r\n";
    ReplyParser parser;
    QVERIFY(parser.take(buffer) == ReplyParser::State::Complete);
    QCOMPARE(QString::fromStdString(parser.reply().text()), QStringLiteral("220 a?[31mred? ?right"));
    // U+E0041, a tag character, which no terminal shows.
    std::string tagged = "220 mx\xf3\xa0\x81\x81.example\r\n";
    ReplyParser another;
    QVERIFY(another.take(tagged) == ReplyParser::State::Complete);
    QCOMPARE(another.reply().text(), std::string("220 mx?.example"));
}

void TestReply::keywords()
{
    const SmtpReply reply{250, {"mx.example says hello", "size 1000", "StartTls", "8BITMIME "}, false, {}};
    QCOMPARE(ehloKeywords(reply), (std::vector<std::string>{"SIZE 1000", "STARTTLS", "8BITMIME"}));
}

void TestReply::strippedKeyword_data()
{
    QTest::addColumn<QByteArray>("keyword");
    QTest::addColumn<bool>("stripped");
    QTest::newRow("as some firewalls do it") << QByteArray("XXXXXXXA") << true;
    QTest::newRow("all of it") << QByteArray("XXXXXXXX") << true;
    QTest::newRow("another length") << QByteArray("XXXX") << false;
    QTest::newRow("itself") << QByteArray("STARTTLS") << false;
    QTest::newRow("an extension") << QByteArray("XCLIENTA") << false;
}

void TestReply::strippedKeyword()
{
    QFETCH(QByteArray, keyword);
    QFETCH(bool, stripped);
    QCOMPARE(isStrippedKeyword(keyword.toStdString()), stripped);
}

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
