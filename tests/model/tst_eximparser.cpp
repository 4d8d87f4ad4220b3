// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The forms of Exim's main log, and what a client can write into one of its lines.

#include "model/servers/exim/eximparser.h"
#include "modeltest.h"

using namespace waxseal;
using namespace waxseal::test;

class EximParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void isNotFooled_data();
    void isNotFooled();
    void knowsProtocols();
    void knowsIds();
    void cutAnywhereItStaysSafe();
};

namespace {

using Kind = EximEvent::Kind;

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray kindName(Kind kind)
{
    switch (kind) {
    case Kind::None:
        return "nothing";
    case Kind::Arrival:
        return "arrival";
    case Kind::Delivery:
        return "delivery";
    case Kind::Deferred:
        return "deferred";
    case Kind::Failed:
        return "failed";
    case Kind::Completed:
        return "completed";
    case Kind::Rejected:
        return "rejected";
    case Kind::HandshakeFailedFrom:
        return "handshake failed";
    case Kind::FellBackTo:
        return "fell back";
    case Kind::Verdict:
        return "verdict";
    case Kind::Started:
        return "started";
    }
    return {};
}

/** Everything that the event holds, in one line: key=value, and only what is there. */
QByteArray describe(const EximEvent& event)
{
    QByteArray out = kindName(event.kind);
    const auto add = [&out](const char* key, std::string_view value) {
        if (!value.empty())
            out += ' ' + QByteArray(key) + '=' + bytes(value);
    };
    add("id", event.messageId);
    add("from", event.sender);
    add("to", event.recipient);
    add("name", event.hostName);
    add("helo", event.helo);
    add("ip", event.hostAddress);
    add("P", event.protocol);
    add("tls", event.tlsProtocol);
    add("cipher", event.cipher);
    if (event.certificate != EximEvent::Certificate::Unknown)
        add("cv",
            event.certificate == EximEvent::Certificate::Verified   ? "yes"
                : event.certificate == EximEvent::Certificate::Dane ? "dane"
                                                                    : "no");
    add("auth", event.authenticated);
    add("mid", event.headerId);
    add("T", event.transport);
    add("said", event.response);
    add("why", event.reason);
    if (event.size > 0)
        out += " S=" + QByteArray::number(event.size);
    if (event.recipients > 0)
        out += " for=" + QByteArray::number(event.recipients);
    for (const auto& [flag, word] : {std::pair{event.hasPeerName, " DN"}, std::pair{event.isFollower, " follower"},
             std::pair{event.tlsRequired, " required"}, std::pair{event.temporary, " 4xx"},
             std::pair{event.spam, " spam"}, std::pair{event.ambiguous, " ambiguous"}}) {
        if (flag)
            out += word;
    }
    return out;
}

} // namespace

void EximParserTest::reads_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* line, const char* expected) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(expected);
    };
    row("in clear",
        "1xV6zO-0006tu-0f <= a@plain.example H=(client.partner.example) [192.0.2.11]:56107 I=[192.0.2.1]:25 P=esmtp "
        "S=279 id=17.0@x.example for u@example.org",
        "arrival id=1xV6zO-0006tu-0f from=a@plain.example helo=client.partner.example ip=192.0.2.11 P=esmtp "
        "mid=17.0@x.example S=279 for=1");
    row("over TLS, GnuTLS names",
        "1xV6zO-0006ty-1X <= b@tls.example H=mx.tls.example [192.0.2.12] P=esmtps "
        "X=TLS1.3:ECDHE_X25519__RSA_PSS_RSAE_SHA256__AES_256_GCM:256 CV=no S=326 for u@example.org v@example.org",
        "arrival id=1xV6zO-0006ty-1X from=b@tls.example name=mx.tls.example ip=192.0.2.12 P=esmtps tls=TLS1.3 "
        "cipher=ECDHE_X25519__RSA_PSS_RSAE_SHA256__AES_256_GCM cv=no S=326 for=2");
    row("long id, resumed session, no port",
        "1sIXS3-000000069nP-2yYi <= b@tls.example H=mx.tls.example (helo.example) [2001:db8::1] P=esmtps "
        "X=TLSv1.2:ECDHE-RSA-AES256-GCM-SHA384:256* CV=yes DN=\"CN=mx.tls.example\" SNI=mail.example.org S=1",
        "arrival id=1sIXS3-000000069nP-2yYi from=b@tls.example name=mx.tls.example helo=helo.example ip=2001:db8::1 "
        "P=esmtps tls=TLSv1.2 "
        "cipher=ECDHE-RSA-AES256-GCM-SHA384 cv=yes S=1 DN");
    row("only an address", "1xV6zO-0006tu-0f <= <> H=[192.0.2.5] P=smtp S=9",
        "arrival id=1xV6zO-0006tu-0f ip=192.0.2.5 P=smtp S=9");
    row("authenticated",
        "1avJcc-0003Py-15 <= me@example.org H=(Laptop) [203.0.113.7]:1543 P=esmtpsa X=TLS1.2:A:128 CV=no "
        "A=dovecot_login:me@example.org S=3455353 id=0104@example.org T=\"RE: offer (old) [2]\" for a@b.example \"c "
        "d\"@b.example",
        "arrival id=1avJcc-0003Py-15 from=me@example.org helo=Laptop ip=203.0.113.7 P=esmtpsa tls=TLS1.2 cipher=A "
        "cv=no "
        "auth=dovecot_login:me@example.org mid=0104@example.org S=3455353 for=2");
    row("a bounce of our own", "1xV6zO-0006tu-0f <= <> R=1xV6zN-0006tu-0a U=Debian-exim P=local S=1500",
        "arrival id=1xV6zO-0006tu-0f P=local S=1500");
    row("from a filter", "1xV6zO-0006tu-0f <= a@b.example H=mx.b.example [192.0.2.1] U=nobody P=spam-scanned S=15",
        "arrival id=1xV6zO-0006tu-0f from=a@b.example name=mx.b.example ip=192.0.2.1 P=spam-scanned S=15");
    row("a quoted sender",
        "1xV6zO-0006tu-0f <= \"quoted @ local\"@q.example H=(x) [192.0.2.1] P=esmtps X=TLS1.3:A:256 S=3",
        "arrival id=1xV6zO-0006tu-0f from=\"quoted @ local\"@q.example helo=x ip=192.0.2.1 P=esmtps tls=TLS1.3 "
        "cipher=A S=3");
    row("received from",
        "1xV6zO-0006tu-0f <= a@b.example H=(x) [192.0.2.1] P=esmtp S=3 id=m@b.example from <a@b.example> for "
        "u+m@c.example w@c.example",
        "arrival id=1xV6zO-0006tu-0f from=a@b.example helo=x ip=192.0.2.1 P=esmtp mid=m@b.example S=3 for=2");
    row("through a proxy",
        "1xV6zO-0006tu-0f <= a@b.example H=(x) [192.0.2.1]:25 P=esmtps X=TLS1.3:A:256 CV=no PRX=10.0.0.1 K S=3 M8S=8 "
        "RT=0.1s",
        "arrival id=1xV6zO-0006tu-0f from=a@b.example helo=x ip=192.0.2.1 P=esmtps tls=TLS1.3 cipher=A cv=no S=3");
    row("delivered here", "1xV6zO-0006tu-0f => u <u@example.org> F=<a@b.example> R=r_local T=devnull",
        "delivery id=1xV6zO-0006tu-0f from=a@b.example to=u@example.org T=devnull");
    row("delivered there",
        "1xV6zQ-0006vr-1o => x@good.example F=<out@example.org> R=r T=smtp H=mx.good.example [192.0.2.1]:25 "
        "I=[192.0.2.9] X=TLS1.3:B:256 CV=yes DN=\"CN=mx.good.example\" K C=\"250 2.0.0 Ok: queued as 919CEA9C015\" "
        "QT=1s DT=0s",
        "delivery id=1xV6zQ-0006vr-1o from=out@example.org to=x@good.example name=mx.good.example ip=192.0.2.1 "
        "tls=TLS1.3 cipher=B cv=yes T=smtp "
        "said=250 2.0.0 Ok: queued as 919CEA9C015 DN");
    row("second on the connection",
        "1xV6zQ-0006vr-1o -> y@good.example R=r T=smtp H=mx.good.example [192.0.2.1]* X=TLS1.3:B:256 C=\"250 "
        "\\\"ok\\\"\"",
        "delivery id=1xV6zQ-0006vr-1o to=y@good.example name=mx.good.example ip=192.0.2.1 tls=TLS1.3 cipher=B T=smtp "
        "said=250 \\\"ok\\\" follower");
    row("by DANE", "1xV6zQ-0006vr-1o => x@good.example R=r T=smtp H=mx.good.example [192.0.2.1] X=TLS1.3:B:256 CV=dane",
        "delivery id=1xV6zQ-0006vr-1o to=x@good.example name=mx.good.example ip=192.0.2.1 tls=TLS1.3 cipher=B cv=dane "
        "T=smtp");
    row("cut through", "1xV6zQ-0006vr-1o >> x@good.example R=r T=smtp H=mx.good.example [192.0.2.1] C=\"250 ok\"",
        "delivery id=1xV6zQ-0006vr-1o to=x@good.example name=mx.good.example ip=192.0.2.1 T=smtp said=250 ok");
    row("to a pipe", "1xV6zQ-0006vr-1o => |/usr/bin/procmail -d u <u@example.org> R=p T=address_pipe",
        "delivery id=1xV6zQ-0006vr-1o to=u@example.org T=address_pipe");
    row("to a file", "1xV6zQ-0006vr-1o => /home/u/Maildir/ (u@example.org) <u@example.org> R=p T=address_directory",
        "delivery id=1xV6zQ-0006vr-1o to=u@example.org T=address_directory");
    row("forwarded", "1xV6zQ-0006vr-1o => u@gmail.example <u@example.org> R=r T=smtp H=mx.gmail.example [192.0.2.8]",
        "delivery id=1xV6zQ-0006vr-1o to=u@gmail.example name=mx.gmail.example ip=192.0.2.8 T=smtp");
    row("no TLS where it is required",
        "1xV6zQ-0006vw-25 == x@must.example R=r T=s defer (-38) H=mx.must.example [192.0.2.1] I=[192.0.2.9]: a TLS "
        "session is required, but the server did not offer TLS support",
        "deferred id=1xV6zQ-0006vw-25 to=x@must.example name=mx.must.example ip=192.0.2.1 T=s why=a TLS session is "
        "required, but the server did not offer TLS support required");
    row("retry time",
        "1xV6zQ-0006w1-2L == x@v.example R=r T=s defer (-54): retry time not reached for any host for 'v.example'",
        "deferred id=1xV6zQ-0006w1-2L to=x@v.example T=s why=retry time not reached for any host for 'v.example'");
    row("bounced",
        "1xV6zQ-0006w1-2L ** x@v.example R=r T=s H=mx.v.example [192.0.2.1]: SMTP error from remote mail server: 550 "
        "no",
        "failed id=1xV6zQ-0006w1-2L to=x@v.example name=mx.v.example ip=192.0.2.1 T=s why=SMTP error from remote mail "
        "server: 550 no");
    row("what a delivery says of a host",
        "1xV6zQ-0006vw-25 H=127.0.0.1 [127.0.0.1]: a TLS session is required, but the server did not offer TLS support",
        "nothing id=1xV6zQ-0006vw-25 name=127.0.0.1 ip=127.0.0.1");
    row("fell back",
        "1xV6zQ-0006vw-25 TLS session: (gnutls_handshake): Error in the pull function.: delivering unencrypted to "
        "H=mx.b.example [192.0.2.1] (not in hosts_require_tls)",
        "fell back id=1xV6zQ-0006vw-25 name=mx.b.example ip=192.0.2.1");
    row("handshake failed",
        "TLS error on connection from (x) [192.0.2.1]:43894 I=[192.0.2.9]:25 (gnutls_handshake): An unexpected TLS "
        "packet was received.",
        "handshake failed helo=x ip=192.0.2.1");
    row("handshake failed, OpenSSL",
        "TLS error on connection from mx.b.example (h) [192.0.2.1] (SSL_accept): error:0A000102:SSL "
        "routines::unsupported protocol",
        "handshake failed name=mx.b.example helo=h ip=192.0.2.1");
    row("refused for want of TLS",
        "H=(h.example) [192.0.2.8]:48363 F=<r1@uni.example> rejected RCPT <user@example.org>: TLS required for this "
        "sender domain",
        "rejected from=r1@uni.example to=user@example.org helo=h.example ip=192.0.2.8 why=TLS required for this sender "
        "domain");
    row("refused for now",
        "H=(h.example) [192.0.2.8] X=TLS1.3:A:256 CV=no F=<> temporarily rejected RCPT <user@example.org>: greylisted",
        "rejected to=user@example.org helo=h.example ip=192.0.2.8 tls=TLS1.3 cipher=A cv=no why=greylisted 4xx");
    row("refused at the end", "1xV6zQ-0006vw-25 H=(h.example) [192.0.2.8] F=<a@b.example> rejected after DATA: spam",
        "rejected id=1xV6zQ-0006vw-25 from=a@b.example helo=h.example ip=192.0.2.8 why=spam");
    row("a scanner's verdict",
        "1xV6zQ-0006vw-25 H=mx.b.example [192.0.2.8]:5 Warning: \"SpamAssassin as carol detected message as spam "
        "(12.3)\"",
        "verdict id=1xV6zQ-0006vw-25 name=mx.b.example ip=192.0.2.8 spam");
    row("a scanner's verdict, no",
        "1xV6zQ-0006vw-25 H=mx.b.example [192.0.2.8]:5 Warning: \"SpamAssassin as carol detected message as NOT spam "
        "(-1.2)\"",
        "verdict id=1xV6zQ-0006vw-25 name=mx.b.example ip=192.0.2.8");
    row("done", "1xV6zQ-0006vw-25 Completed", "completed id=1xV6zQ-0006vw-25");
    row("done, with its time", "1xV6zQ-0006vw-25 Completed QT=3s", "completed id=1xV6zQ-0006vw-25");
    row("began", "exim 4.96 daemon started: pid=26480, -q5s, listening for SMTP on port 25 (IPv4)", "started");
    row("a connection", "SMTP connection from [192.0.2.11]:56107 (TCP/IP connection count = 1)", "nothing");
    row("a queue run", "Start queue run: pid=26482", "nothing");
}

void EximParserTest::reads()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, expected);
    QCOMPARE(describe(parseExim({line.constData(), static_cast<std::size_t>(line.size())})), expected);
}

void EximParserTest::isNotFooled_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* line, const char* expected) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(expected);
    };
    row("a sender that holds fields",
        "1xV6zO-0006tu-0f <= \"x H=bank.example [192.0.2.1] P=esmtps X=TLS1.3:A:256\"@evil.example H=(e) [203.0.113.1] "
        "P=esmtp S=3",
        "arrival id=1xV6zO-0006tu-0f from=\"x H=bank.example [192.0.2.1] P=esmtps X=TLS1.3:A:256\"@evil.example helo=e "
        "ip=203.0.113.1 P=esmtp S=3");
    row("a HELO that holds fields",
        "1xV6zO-0006tu-0f <= a@evil.example H=(x) [192.0.2.1] P=esmtps X=TLS1.3:A:256 CV=no S=1 id=(y) "
        "[203.0.113.1]:25 P=esmtp S=3",
        "arrival id=1xV6zO-0006tu-0f from=a@evil.example helo=x ip=192.0.2.1 P=esmtp tls=TLS1.3 cipher=A cv=no mid=(y) "
        "S=3 ambiguous");
    row("an ident that holds fields", "1xV6zO-0006tu-0f <= a@evil.example H=(x) [203.0.113.1] U=x y P=esmtp S=3",
        "arrival id=1xV6zO-0006tu-0f from=a@evil.example helo=x ip=203.0.113.1 P=esmtp S=3 ambiguous");
    row("a subject that holds fields",
        "1xV6zO-0006tu-0f <= a@evil.example H=(x) [203.0.113.1] P=esmtp S=3 id=m T=\"hi\\\" P=esmtps X=TLS1.3:A:256\" "
        "for u@example.org",
        "arrival id=1xV6zO-0006tu-0f from=a@evil.example helo=x ip=203.0.113.1 P=esmtp mid=m S=3 for=1");
    row("a reply that holds fields",
        "1xV6zO-0006tu-0f => x@evil.example R=r T=s H=mx.evil.example [203.0.113.1] C=\"250 ok\\\" X=TLS1.3:A:256 "
        "CV=yes\"",
        "delivery id=1xV6zO-0006tu-0f to=x@evil.example name=mx.evil.example ip=203.0.113.1 T=s said=250 ok\\\" "
        "X=TLS1.3:A:256 CV=yes");
    row("a pipe's command that holds an arrow", "1xV6zO-0006tu-0f => |/bin/x => y <u@example.org> R=p T=pipe",
        "delivery id=1xV6zO-0006tu-0f to=u@example.org T=pipe");
    row("a word that looks like an id", "rejected-message-id <= a@b.example H=[192.0.2.1] P=smtp S=1", "nothing");
    row("a refusal that quotes an arrival",
        "H=(x) [203.0.113.1] F=<a@evil.example> rejected RCPT <u@example.org>: 1xV6zO-0006tu-0f <= b@bank.example "
        "H=[192.0.2.1] P=esmtps",
        "rejected from=a@evil.example to=u@example.org helo=x ip=203.0.113.1 why=1xV6zO-0006tu-0f <= b@bank.example "
        "H=[192.0.2.1] P=esmtps");
}

void EximParserTest::isNotFooled()
{
    reads();
}

void EximParserTest::knowsProtocols()
{
    for (const char* protocol :
        {"esmtps", "smtps", "esmtpsa", "essmtp", "ssmtp", "essmtpa", "utf8esmtps", "utf8esmtpsa"})
        QVERIFY2(isEncryptedProtocol(protocol), protocol);
    for (const char* protocol :
        {"smtp", "esmtp", "esmtpa", "utf8esmtp", "local", "local-esmtp", "spam-scanned", "", "asmtp"})
        QVERIFY2(!isEncryptedProtocol(protocol), protocol);
    for (const char* protocol : {"smtp", "esmtp", "esmtpa", "esmtps", "essmtp", "utf8smtp"})
        QVERIFY2(isSmtpProtocol(protocol), protocol);
    for (const char* protocol : {"local", "local-smtp", "local-bsmtp", "spam-scanned", "scanned-ok", ""})
        QVERIFY2(!isSmtpProtocol(protocol), protocol);
    QVERIFY(isAuthenticatedProtocol("esmtpsa"));
    QVERIFY(isAuthenticatedProtocol("esmtpa"));
    QVERIFY(!isAuthenticatedProtocol("esmtps"));
}

void EximParserTest::knowsIds()
{
    QCOMPARE(eximIdLength("1xV6zO-0006tu-0f <= a"), std::size_t{16});
    QCOMPARE(eximIdLength("1sIXS3-000000069nP-2yYi <= a"), std::size_t{23});
    QCOMPARE(eximIdLength("1xV6zO-0006tu-0f"), std::size_t{16});
    QCOMPARE(eximIdLength("1xV6zO-0006tu-0f: x"), std::size_t{0});
    QCOMPARE(eximIdLength("1xV6zO-0006tu-0"), std::size_t{0});
    QCOMPARE(eximIdLength("1xV6zO-0006t -0f <= a"), std::size_t{0});
}

void EximParserTest::cutAnywhereItStaysSafe()
{
    const std::string line = "1xV6zQ-0006vr-1o => |x (a@b.example) <\"x y\"@good.example> F=<out@example.org> R=r "
                             "T=smtp H=mx (h) [192.0.2.1]:25 "
                             "X=TLS1.3:B:256 CV=yes DN=\"CN=\\\"mx\" K C=\"250 Ok\"";
    const std::string arrival
        = "1xV6zO-0006tu-0f <= \"q \\\" r\"@q.example H=m (x) [192.0.2.1]:2 U=i P=esmtps X=TLS1.3:A:256 DN=\"\\\"\" "
          "S=3 id=m T=\"\\\" from <a@b> for u v\" from <\"a b\"@c> for x";
    for (const std::string& whole : {line, arrival}) {
        for (std::size_t length = 0; length <= whole.size(); ++length) {
            // A copy of exactly this length, so that reading past its end is noticed.
            const std::vector<char> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
            const EximEvent event = parseExim({cut.data(), cut.size()});
            QVERIFY(event.hostAddress.size() <= length);
        }
    }
}

QTEST_GUILESS_MAIN(EximParserTest)

#include "tst_eximparser.moc"
