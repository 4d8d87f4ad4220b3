// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/smtp/reply.h"
#include "probe/smtp/smtpsession.h"

#include <QTest>

using namespace waxseal;

class TestReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_data();
    void complete();
    void bad_data();
    void bad();
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
    QVERIFY2(kept < 9000, qPrintable(QString::number(kept)));
    QCOMPARE(reply.lines.front(), std::string("mx"));
    QCOMPARE(reply.lines.at(reply.lines.size() - 2), std::string("requiretls"));
    QCOMPARE(reply.lines.back(), std::string("STARTTLS"));
}

void TestReply::bad_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("tooLong");
    QTest::newRow("not a number") << QByteArray("HTTP/1.1 400 Bad Request\r\n") << false;
    QTest::newRow("code below 200") << QByteArray("199 x\r\n") << false;
    QTest::newRow("code above 599") << QByteArray("600 x\r\n") << false;
    QTest::newRow("changing code") << QByteArray("250-a\r\n251 b\r\n") << false;
    QTest::newRow("no separator") << QByteArray("250x\r\n") << false;
    QTest::newRow("empty line") << QByteArray("\r\n") << false;
    QTest::newRow("short line") << QByteArray("25\r\n") << false;
    QTest::newRow("TLS record") << QByteArray("\x15\x03\x01\x00\x02\x02\x0a\n", 8) << false;
    QTest::newRow("line too long") << ("220 " + QByteArray(ReplyParser::maximumLine, 'x') + "\r\n") << true;
    QTest::newRow("endless line") << ("220 " + QByteArray(ReplyParser::maximumLine, 'x')) << true;
    QByteArray many;
    for (std::size_t i = 0; i <= ReplyParser::maximumLines; ++i)
        many += "250-x\r\n";
    QTest::newRow("too many lines") << many << true;
}

void TestReply::bad()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, tooLong);
    std::string buffer = bytes.toStdString();
    ReplyParser parser;
    const ReplyParser::State state = parser.take(buffer);
    QVERIFY(state == (tooLong ? ReplyParser::State::TooLong : ReplyParser::State::Malformed));
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
}

void TestReply::keywords()
{
    const SmtpReply reply{250, {"mx.example says hello", "size 1000", "StartTls", "8BITMIME "}};
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
