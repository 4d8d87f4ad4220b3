// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/mtasts/httpresponse.h"

#include <QTest>

using namespace waxseal;

class TestHttpResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void response_data();
    void response();
    void readsByteByByte();
};

enum class Expected
{
    Complete,
    Incomplete,
    Malformed,
    TooLarge
};
Q_DECLARE_METATYPE(Expected)

void TestHttpResponse::response_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<Expected>("expected");
    QTest::addColumn<QByteArray>("body");
    const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n";
    QTest::newRow("length") << ok + "Content-Length: 3\r\n\r\nabc" << false << Expected::Complete << QByteArray("abc");
    QTest::newRow("length, more to come")
        << ok + "Content-Length: 4\r\n\r\nabc" << false << Expected::Incomplete << QByteArray("abc");
    QTest::newRow("length, cut") << ok + "Content-Length: 4\r\n\r\nabc" << true << Expected::Malformed
                                 << QByteArray("abc");
    QTest::newRow("until the end") << ok + "\r\nabc" << true << Expected::Complete << QByteArray("abc");
    QTest::newRow("until the end, open") << ok + "\r\nabc" << false << Expected::Incomplete << QByteArray("abc");
    QTest::newRow("chunks") << ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n0\r\n\r\n"
                            << false << Expected::Complete << QByteArray("abc");
    QTest::newRow("chunks, cut") << ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"
                                 << true << Expected::Malformed << QByteArray("ab");
    QTest::newRow("chunk without a size") << ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"
                                          << false << Expected::Malformed << QByteArray();
    QTest::newRow("chunk with junk behind") << ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nabjunk\r\n0\r\n\r\n"
                                            << false << Expected::Malformed << QByteArray("ab");
    QTest::newRow("huge chunk") << ok + "Transfer-Encoding: chunked\r\n\r\nfffff\r\n"
                                << false << Expected::TooLarge << QByteArray();
    QTest::newRow("chunk size overflow") << ok + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"
                                         << false << Expected::Malformed << QByteArray();
    QTest::newRow("huge length") << ok + "Content-Length: 65537\r\n\r\n" << false << Expected::TooLarge << QByteArray();
    QTest::newRow("largest") << ok + "Content-Length: 65536\r\n\r\n" + QByteArray(65536, 'x') << false
                             << Expected::Complete << QByteArray(65536, 'x');
    QTest::newRow("endless") << ok + "\r\n" + QByteArray(65537, 'x') << false << Expected::TooLarge
                             << QByteArray(65537, 'x');
    QTest::newRow("huge header") << "HTTP/1.1 200 OK\r\nX: " + QByteArray(20000, 'x') << false << Expected::TooLarge
                                 << QByteArray();
    QTest::newRow("bare line feeds") << QByteArray("HTTP/1.0 200 OK\nContent-Type: text/plain\n\nabc") << true
                                     << Expected::Complete << QByteArray("abc");
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-x\r\n\r\n") << false << Expected::Malformed << QByteArray();
    QTest::newRow("no status") << QByteArray("HTTP/1.1 abc\r\n\r\n") << false << Expected::Malformed << QByteArray();
    QTest::newRow("compressed") << ok + "Content-Encoding: gzip\r\n\r\n"
                                << false << Expected::Malformed << QByteArray();
    QTest::newRow("field without a colon") << ok + "nonsense\r\n\r\n" << false << Expected::Malformed << QByteArray();
    QTest::newRow("header only, closed") << ok << true << Expected::Malformed << QByteArray();
}

void TestHttpResponse::response()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closed);
    QFETCH(Expected, expected);
    QFETCH(QByteArray, body);
    std::string buffer = bytes.toStdString();
    HttpResponse response;
    const HttpResponse::State state = response.take(buffer, closed);
    switch (expected) {
    case Expected::Complete:
        QVERIFY(state == HttpResponse::State::Complete);
        QCOMPARE(response.status(), 200);
        QCOMPARE(response.contentType(), std::string("text/plain"));
        break;
    case Expected::Incomplete:
        QVERIFY(state == HttpResponse::State::Incomplete);
        break;
    case Expected::Malformed:
        QVERIFY(state == HttpResponse::State::Malformed);
        break;
    case Expected::TooLarge:
        QVERIFY(state == HttpResponse::State::TooLarge);
        break;
    }
    QCOMPARE(QByteArray::fromStdString(response.body()), body);
}

void TestHttpResponse::readsByteByByte()
{
    const std::string whole = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: "
                              "TEXT/Plain\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n";
    HttpResponse response;
    std::string buffer;
    HttpResponse::State state = HttpResponse::State::Incomplete;
    for (const char c : whole) {
        QVERIFY(state == HttpResponse::State::Incomplete);
        buffer.push_back(c);
        state = response.take(buffer, false);
    }
    QVERIFY(state == HttpResponse::State::Complete);
    QCOMPARE(response.body(), std::string("abcde"));
    QCOMPARE(response.contentType(), std::string("text/plain"));
}

QTEST_GUILESS_MAIN(TestHttpResponse)
#include "tst_httpresponse.moc"
