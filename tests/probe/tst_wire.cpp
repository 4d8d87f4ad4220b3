// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/net/wire.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace waxseal;

class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endpoint_data();
    void endpoint();
    void proxySettings_data();
    void proxySettings();
    void connectsAndReceives();
    void refused();
    void timesOut();
    void proxy_data();
    void proxy();
};

namespace {

const IpAddress loopback = *IpAddress::parse("127.0.0.1");

/** A server that sends `greeting` to everybody, or answers as a SOCKS5 proxy would. */
class Server : public QTcpServer
{
public:
    explicit Server(QByteArray greeting, QByteArray afterRequest = {})
    {
        connect(this, &QTcpServer::newConnection, this, [this, greeting, afterRequest] {
            QTcpSocket* const socket = nextPendingConnection();
            socket->setParent(this);
            if (afterRequest.isEmpty()) {
                socket->write(greeting);
                return;
            }
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, greeting, afterRequest] {
                received += socket->readAll();
                if (received.size() == 3)
                    socket->write(greeting);
                else if (received.size() > 3)
                    socket->write(afterRequest);
            });
        });
        setProxy(QNetworkProxy::NoProxy);
        listen(QHostAddress::LocalHost, 0);
    }
    Endpoint endpoint() const { return {loopback, serverPort()}; }
    QByteArray received;
};

Task<> talk(Wire& wire, Endpoint peer, std::optional<Endpoint> through, TimePoint deadline, WireError& error,
    std::string& heard)
{
    error = co_await wire.connect(peer, through, deadline);
    if (error == WireError::None && wire.input().empty())
        error = co_await wire.receive(deadline);
    heard = wire.input();
}

WireError run(Endpoint peer, std::optional<Endpoint> through, int milliseconds, std::string& heard)
{
    Reactor reactor;
    Wire wire(reactor);
    WireError error = WireError::Closed;
    TaskSet tasks;
    tasks.start(talk(wire, peer, through, Clock::now() + Milliseconds(milliseconds), error, heard));
    while (tasks.size() > 0) {
        reactor.turn(Milliseconds(1));
        tasks.reap();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
    return error;
}

} // namespace

void TestWire::endpoint_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("normal");
    QTest::newRow("IPv4") << QByteArray("127.0.0.1:25") << QByteArray("127.0.0.1:25");
    QTest::newRow("IPv6") << QByteArray("[::1]:443") << QByteArray("[::1]:443");
    QTest::newRow("IPv6 without brackets") << QByteArray("::1:443") << QByteArray();
    QTest::newRow("name") << QByteArray("localhost:25") << QByteArray();
    QTest::newRow("no port") << QByteArray("127.0.0.1") << QByteArray();
    QTest::newRow("port zero") << QByteArray("127.0.0.1:0") << QByteArray();
    QTest::newRow("port too high") << QByteArray("127.0.0.1:65536") << QByteArray();
    QTest::newRow("more behind") << QByteArray("127.0.0.1:25x") << QByteArray();
}

void TestWire::endpoint()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, normal);
    const std::optional<Endpoint> endpoint = Endpoint::parse(text.toStdString());
    QCOMPARE(endpoint ? QByteArray::fromStdString(endpoint->text()) : QByteArray(), normal);
}

void TestWire::proxySettings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("endpoint");
    const auto row
        = [](const QByteArray& text, const QByteArray& user, const QByteArray& password, const QByteArray& endpoint) {
              QTest::newRow(text.constData()) << text << user << password << endpoint;
          };
    row("192.0.2.1:1080", "", "", "192.0.2.1:1080");
    row("[2001:db8::1]:1080", "", "", "[2001:db8::1]:1080");
    row("me@192.0.2.1:1080", "me", "", "192.0.2.1:1080");
    row("me:p:w@d@192.0.2.1:1080", "me", "p:w@d", "192.0.2.1:1080");
    row("@192.0.2.1:1080", "", "", "");
    row(":secret@192.0.2.1:1080", "", "", "");
    row("me@proxy.example:1080", "", "", "");
    const QByteArray longest(255, 'u');
    row(longest + "@192.0.2.1:1080", longest, "", "192.0.2.1:1080");
    row(longest + "u@192.0.2.1:1080", "", "", "");
}

void TestWire::proxySettings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, endpoint);
    const std::optional<Proxy> proxy = Proxy::parse(text.toStdString());
    QCOMPARE(proxy.has_value(), !endpoint.isEmpty());
    if (!proxy)
        return;
    QCOMPARE(QByteArray::fromStdString(proxy->user), user);
    QCOMPARE(QByteArray::fromStdString(proxy->password), password);
    QCOMPARE(QByteArray::fromStdString(proxy->endpoint.text()), endpoint);
}

void TestWire::connectsAndReceives()
{
    const Server server("220 hello\r\n");
    std::string heard;
    QVERIFY(run(server.endpoint(), {}, 5000, heard) == WireError::None);
    QCOMPARE(heard, std::string("220 hello\r\n"));
}

void TestWire::refused()
{
    Endpoint nobody;
    {
        const Server server("x");
        nobody = server.endpoint();
    }
    std::string heard;
    QVERIFY(run(nobody, {}, 5000, heard) == WireError::Refused);
}

void TestWire::timesOut()
{
    const Server server("");
    std::string heard;
    QVERIFY(run(server.endpoint(), {}, 100, heard) == WireError::TimedOut);
}

void TestWire::proxy_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<int>("error");
    QTest::addColumn<QByteArray>("heard");
    const QByteArray fine("\x05\x00", 2);
    const auto answer = [](char code) -> QByteArray {
        return QByteArray("\x05") + code + QByteArray("\x00\x01\x7f\x00\x00\x01\x12\x34", 8);
    };
    QTest::newRow("connected") << fine << answer('\0') + "220 hello\r\n"
                               << static_cast<int>(WireError::None) << QByteArray("220 hello\r\n");
    QTest::newRow("bound to a name") << fine
                                     << QByteArray("\x05\x00\x00\x03\x04"
                                                   "name"
                                                   "\x00\x19"
                                                   "220 x\r\n",
                                            18)
                                     << static_cast<int>(WireError::None) << QByteArray("220 x\r\n");
    QTest::newRow("refused") << fine << answer('\x05') << static_cast<int>(WireError::Refused) << QByteArray();
    QTest::newRow("host unreachable") << fine << answer('\x04') << static_cast<int>(WireError::Unreachable)
                                      << QByteArray();
    QTest::newRow("not allowed") << fine << answer('\x02') << static_cast<int>(WireError::ProxyFailed) << QByteArray();
    QTest::newRow("wants a password") << QByteArray("\x05\xff", 2) << QByteArray("x")
                                      << static_cast<int>(WireError::ProxyFailed) << QByteArray();
    QTest::newRow("no proxy at all") << QByteArray("HTTP/1.1 400\r\n") << QByteArray("x")
                                     << static_cast<int>(WireError::ProxyFailed) << QByteArray();
    QTest::newRow("unknown address type") << fine << QByteArray("\x05\x00\x00\x09\x00\x00\x00", 7)
                                          << static_cast<int>(WireError::ProxyFailed) << QByteArray();
}

void TestWire::proxy()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, reply);
    QFETCH(int, error);
    QFETCH(QByteArray, heard);
    const Server server(method, reply);
    std::string text;
    const Endpoint peer{*IpAddress::parse("127.9.9.9"), 25};
    const WireError got = run(peer, server.endpoint(), 3000, text);
    QCOMPARE(static_cast<int>(got), error);
    QCOMPARE(QByteArray::fromStdString(text), heard);
    if (got == WireError::None)
        QCOMPARE(server.received, QByteArray("\x05\x01\x00\x05\x01\x00\x01\x7f\x09\x09\x09\x00\x19", 13));
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
