// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What counts of Exim's main log, line by line; the forms in which it is written; what a stranger writes into it.

#include "testlog.h"

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

class EximJoinerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void readsEveryForm_data();
    void readsEveryForm();
    void knowsWhenItWas();
    void notesWhatIsRefused();
    void countsARefusalOfSyslogOnce();
    void followsALoopToAnotherId();
    void believesNoStranger_data();
    void believesNoStranger();
    void isNoOtherLog_data();
    void isNoOtherLog();
    void showsTheLinesOfAMessage();
    void showsThePartsOfALine();
    void everyCutOfALog();
    void boundsWhatIsOpen();
};

namespace {

const QByteArray one = "1xV6zO-0006tu-0f";
const QByteArray two = "1xV6zP-0006ub-1d";
const QByteArray uni = "H=mx.uni.example (mx) [198.51.100.1]:4711";
const QByteArray bank = "H=mx.bank.example [192.0.2.1]:25";
const QByteArray fromUni = "inbound 'uni.example' [198.51.100.1] ";
const QByteArray toBank = "outbound 'bank.example' [192.0.2.1] ";

/** Lines of one second, as Exim writes them by default. */
QByteArray lines(const QByteArrayList& texts)
{
    QByteArray out;
    for (const QByteArray& text : texts)
        out += "2026-11-22 12:00:00 " + text + '\n';
    return out;
}

QByteArray arrival(const QByteArray& id, const QByteArray& more, const QByteArray& host = uni)
{
    return id + " <= s@uni.example " + host + ' ' + more;
}

QByteArray delivery(const QByteArray& more, const QByteArray& how = "=>", const QByteArray& id = one)
{
    return id + ' ' + how + " u@bank.example R=r T=smtp " + bank + ' ' + more;
}

const QByteArray tls = "X=TLS1.3:C:256 CV=no";
/** Shows that X= is logged. */
const QByteArray another = two + " <= o@other.example H=[203.0.113.9] P=esmtps X=TLS1.2:D:256 CV=no S=3";
const QByteArray anothers = "inbound 'other.example' [203.0.113.9] tls/1.2/Anonymous/D: 1/1\n";

QByteArray story(const QByteArray& log, const ImportOptions& options = testOptions())
{
    return dump(importBytes(log, options)).replace("20779 ", "");
}

const QByteArray nothing = "reinjected 0, authenticated 0, internal 0, rejected 0\n";

} // namespace

void EximJoinerTest::counts_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArrayList& texts, const QByteArray& expected) {
        QTest::newRow(name) << lines(texts) << expected;
    };
    row("over TLS", {arrival(one, "P=esmtps " + tls + " S=9")}, fromUni + "tls/1.3/Anonymous/C: 1/1\n" + nothing);
    row("in clear", {arrival(one, "P=esmtp S=9")}, fromUni + "clear: 1/1\n" + nothing);
    row("two recipients", {arrival(one, "P=smtp S=9 for u@our.example v@our.example")},
        fromUni + "clear: 1/2\n" + nothing);
    row("a certificate that is trusted", {arrival(one, "P=esmtps X=TLS1.2:C:256 CV=yes DN=\"CN=x\" S=9")},
        fromUni + "tls/1.2/Trusted/C: 1/1\n" + nothing);
    row("a certificate that is not", {arrival(one, "P=esmtps X=TLS1.2:C:256 CV=no DN=\"CN=x\" S=9")},
        fromUni + "tls/1.2/Untrusted/C: 1/1\n" + nothing);
    row("no certificate logged", {arrival(one, "P=esmtps X=TLSv1.2:C:256 S=9")},
        fromUni + "tls/1.2/C: 1/1\n" + nothing);
    row("X= is not logged", {arrival(one, "P=esmtps S=9")}, fromUni + "tls: 1/1\n" + nothing);
    row("on the port for TLS, with the selector", {arrival(one, "P=essmtp S=9")}, fromUni + "tls: 1/1\n" + nothing);
    row("null sender", {one + " <= <> " + uni + " P=esmtp S=9"}, "inbound '<>' [198.51.100.1] clear: 1/1\n" + nothing);
    row("a user of ours",
        {one + " <= me@our.example H=(Laptop) [203.0.113.7]:1543 P=esmtpsa " + tls
            + " A=dovecot_login:me@users.example S=9"},
        "submission 'users.example' [203.0.113.7] tls/1.3/Anonymous/C: 1/1\n"
        "reinjected 0, authenticated 1, internal 0, rejected 0\n");
    row("a user whose name is not logged", {one + " <= me@our.example H=(Laptop) [203.0.113.7] P=esmtpa S=9"},
        "submission 'our.example' [203.0.113.7] clear: 1/1\nreinjected 0, authenticated 1, internal 0, rejected 0\n");
    row("by the exim command", {one + " <= root@our.example U=root P=local S=9"},
        "reinjected 0, authenticated 0, internal 1, rejected 0\n");
    row("from our own network", {one + " <= a@our.example H=[10.0.0.3] P=esmtp S=9"},
        "reinjected 0, authenticated 0, internal 1, rejected 0\n");
    row("back from a scanner",
        {arrival(one, "P=esmtps " + tls + " S=9"), one + " => u <u@our.example> R=spamcheck T=spamcheck",
            one + " Completed", two + " <= s@uni.example H=mx.uni.example [198.51.100.1] U=nobody P=spam-scanned S=15"},
        fromUni + "tls/1.3/Anonymous/C: 1/1\nreinjected 1, authenticated 0, internal 0, rejected 0\n");
    row("back from a filter that speaks SMTP",
        {arrival(one, "P=esmtp S=9"), one + " => u@our.example R=r T=amavis H=127.0.0.1 [127.0.0.1]:10024 C=\"250 ok\"",
            two + " <= s@uni.example H=localhost (x) [127.0.0.1] P=esmtp S=15"},
        fromUni + "clear: 1/1\nreinjected 1, authenticated 0, internal 0, rejected 0\n");
    row("completed and not", {arrival(one, "P=esmtp S=9"), one + " Completed", arrival(two, "P=esmtp S=9")},
        fromUni + "clear: 2/2\n" + nothing);
    row("came back in clear",
        {"TLS error on connection from mx.uni.example (mx) [198.51.100.1]:4710 (SSL_accept): error:0A000102:SSL "
         "routines::unsupported protocol",
            arrival(one, "P=esmtp S=9")},
        fromUni + "clear fell back: 1/1\n" + nothing);
    row("cut through, told behind", {arrival(one, "P=esmtps " + tls + " S=9"), delivery(tls, ">>")},
        fromUni + "tls/1.3/Anonymous/C: 1/1\n" + toBank + "tls/1.3/Untrusted/C: 1/1\n" + nothing);
    row("cut through, told before", {delivery(tls, ">>"), arrival(one, "P=esmtps " + tls + " S=9")},
        fromUni + "tls/1.3/Anonymous/C: 1/1\n" + toBank + "tls/1.3/Untrusted/C: 1/1\n" + nothing);
    row("a scanner's verdict",
        {one + ' ' + uni + " Warning: \"SpamAssassin as carol detected message as spam (12.3)\"",
            arrival(one, "P=esmtp S=9")},
        fromUni + "clear spam: 1/1\n" + nothing);
    row("a scanner's verdict, no",
        {one + ' ' + uni + " Warning: \"SpamAssassin as carol detected message as NOT spam (-1.2)\"",
            arrival(one, "P=esmtp S=9"), arrival(two, "P=esmtp S=9")},
        fromUni + "clear legitimate: 1/1\n" + fromUni + "clear: 1/1\n" + nothing);
    row("refused", {uni + " F=<s@uni.example> rejected RCPT <u@our.example>: no such user"},
        "reinjected 0, authenticated 0, internal 0, rejected 1\n");
    row("refused at its end",
        {one + ' ' + uni + " Warning: \"SpamAssassin as carol detected message as spam (12.3)\"",
            one + ' ' + uni + " F=<s@uni.example> rejected after DATA: spam"},
        "reinjected 0, authenticated 0, internal 0, rejected 1\n");

    row("on the way out", {delivery("X=TLS1.3:C:256 CV=yes DN=\"CN=mx\" C=\"250 ok\"")},
        toBank + "tls/1.3/Verified/C: 1/1\n" + nothing);
    row("by DANE", {delivery("X=TLS1.3:C:256 CV=dane")}, toBank + "tls/1.3/Verified/C: 1/1\n" + nothing);
    row("one message to two of a domain",
        {delivery(tls), one + " -> v@bank.example R=r T=smtp H=mx.bank.example [192.0.2.1]:25* " + tls},
        toBank + "tls/1.3/Untrusted/C: 1/2\n" + nothing);
    row("in clear, where X= is logged", {another, delivery("C=\"250 ok\"")},
        anothers + toBank + "clear: 1/1\n" + nothing);
    row("in clear, said before", {delivery("C=\"250 ok\""), another}, anothers + toBank + "clear: 1/1\n" + nothing);
    row("whether X= is logged is not known", {delivery("C=\"250 ok\"")}, toBank + "unknown: 1/1\n" + nothing);
    row("X= is not logged any more", {another, arrival(one, "P=esmtps S=9"), delivery("C=\"250 ok\"")},
        anothers + fromUni + "tls: 1/1\n" + toBank + "unknown: 1/1\n" + nothing);
    row("delivered in clear after a failed handshake",
        {another,
            one
                + " TLS session: (gnutls_handshake): timed out: delivering unencrypted to H=mx.bank.example "
                  "[192.0.2.1] "
                  "(not in hosts_require_tls)",
            delivery("C=\"250 ok\"")},
        anothers + toBank + "clear fell back: 1/1\n" + nothing);
    row("not delivered", {delivery("", "=="), delivery(": 550 no", "**")}, nothing);
    row("what a control panel adds",
        {"cwd=/var/spool/exim 4 args: /usr/sbin/exim -Mc " + one,
            one + " Sender identification U=me D=our.example S=me@our.example", arrival(one, "P=esmtp S=9"),
            "SMTP connection identification H=localhost A=127.0.0.1 P=4711 M=" + one + " U=me ID=501 S=me B=identify"},
        fromUni + "clear: 1/1\n" + nothing);
}

void EximJoinerTest::counts()
{
    QFETCH(const QByteArray, log);
    QFETCH(const QByteArray, expected);
    QCOMPARE(difference(story(log), expected), QByteArray());
}

void EximJoinerTest::readsEveryForm_data()
{
    QTest::addColumn<QByteArray>("log");
    const QByteArray text = arrival(one, "P=esmtps " + tls + " S=9");
    const auto row = [](const char* name, const QByteArray& log) { QTest::newRow(name) << log + '\n'; };
    row("plain", "2026-11-22 12:00:00 " + text);
    row("milliseconds", "2026-11-22 12:00:00.123 " + text);
    row("zone", "2026-11-22 14:00:00 +0200 " + text);
    row("process", "2026-11-22 12:00:00 [4711] " + text);
    row("all of them", "2026-11-22 07:00:00.999 -0500 [4711] " + text);
    row("the id of 4.97", "2026-11-22 12:00:00 " + QByteArray(text).replace(one, "1sIXS3-000000069nP-2yYi"));
    row("line ends of Windows", "2026-11-22 12:00:00 " + text + '\r');
    row("syslog, with Exim's own time", "Nov 22 12:00:00 mx exim[4711]: 2026-11-22 12:00:00 " + text);
    row("syslog, with more of it", "Nov 22 12:00:00 mx exim[4711]: 2026-11-22 12:00:00.123 +0000 [4711] " + text);
    row("syslog, without", "Nov 22 12:00:00 mx exim4[4711]: " + text);
    row("syslog, ISO", "2026-11-22T12:00:00.123456+00:00 mx exim[4711]: " + text);
    row("syslog, in two parts",
        "Nov 22 12:00:00 mx exim[4711]: [1/2] 2026-11-22 12:00:00 " + text.left(60) + "\nNov 22 12:00:00 mx exim[99]: "
            + two + " Completed\nNov 22 12:00:00 mx exim[4711]: [2/2] " + text.mid(60));
    row("syslog, in three parts without Exim's time",
        "Nov 22 12:00:00 mx exim[4711]: [1/3] " + text.left(30) + "\nNov 22 12:00:00 mx exim[4711]: [2/3] "
            + text.mid(30, 40) + "\nNov 22 12:00:00 mx exim[4711]: [3/3] " + text.mid(70));
    row("from a container", "exim-1  | 2026-11-22 12:00:00 " + text);
    row("in a container's JSON",
        "{\"log\":\"2026-11-22 12:00:00 " + text + "\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-22T12:00:00.5Z\"}");
    row("with other programs' lines between",
        "Nov 22 12:00:00 mx sshd[3]: Accepted publickey for root\nNov 22 12:00:00 mx exim[4711]: " + text);
}

void EximJoinerTest::readsEveryForm()
{
    QFETCH(const QByteArray, log);
    const ImportResult result = importBytes(log);
    QCOMPARE(
        difference(dump(result).replace("20779 ", ""), fromUni + "tls/1.3/Anonymous/C: 1/1\n" + nothing), QByteArray());
    QCOMPARE(result.state.sources.front().format, u"exim"_s);
}

/** A day is that of the import's zone; a zone in the line goes first. */
void EximJoinerTest::knowsWhenItWas()
{
    const QByteArray text = arrival(one, "P=esmtp S=9") + '\n';
    ImportOptions berlin = testOptions();
    berlin.zone = QTimeZone("Europe/Berlin");
    const QByteArray day22 = "20779 " + fromUni + "clear: 1/1\n" + nothing;
    const QByteArray day23 = "20780 " + fromUni + "clear: 1/1\n" + nothing;
    QCOMPARE(dump(importBytes("2026-11-22 23:30:00 " + text, testOptions())), day22);
    QCOMPARE(dump(importBytes("2026-11-22 23:30:00 " + text, berlin)), day22);
    QCOMPARE(dump(importBytes("2026-11-22 23:30:00 +0000 " + text, berlin)), day23);
    QCOMPARE(dump(importBytes("2026-11-23 00:30:00 +0100 " + text, testOptions())), day22);
}

void EximJoinerTest::notesWhatIsRefused()
{
    using Code = ImportNote::Code;
    const ImportResult result = importBytes(lines({
        uni + " F=<s@uni.example> rejected RCPT <u@our.example>: TLS required for this sender domain",
        uni + " F=<t@uni.example> rejected MAIL <t@uni.example>: Session encryption is required",
        "H=[203.0.113.3] F=<> temporarily rejected RCPT <u@our.example>: you must use STARTTLS",
        // Encrypted, so it is something else that is required.
        "H=[203.0.113.4] X=TLS1.0:C:256 F=<x@old.example> rejected RCPT <u@our.example>: TLS 1.2 required",
        "H=[203.0.113.5] F=<x@spam.example> rejected RCPT <u@our.example>: listed",
        one + " == u@bank.example R=r T=smtp defer (-38) " + bank
            + ": a TLS session is required, but the server did not "
              "offer TLS support",
        one + " == u@bank.example R=r T=smtp defer (-38) " + bank
            + ": a TLS session is required, but the server did not "
              "offer TLS support",
    }));
    QCOMPARE(result.excluded.rejected, 5U);
    QCOMPARE(notes(result.state.notes, Code::PlaintextRefusals), 3U);
    QCOMPARE(detailOf(result.state.notes, Code::PlaintextRefusals), u"uni.example (2), <> (1)"_s);
    QCOMPARE(notes(result.state.notes, Code::TlsRequiredFailures), 1U);
    QCOMPARE(detailOf(result.state.notes, Code::TlsRequiredFailures), u"bank.example (1)"_s);
}

/** To syslog Exim writes a refusal twice, as it does to its main log and its reject log. */
void EximJoinerTest::countsARefusalOfSyslogOnce()
{
    const QByteArray line
        = "Nov 22 12:00:00 mx exim[77]: " + uni + " F=<s@uni.example> rejected RCPT <u@our.example>: no\n";
    const QByteArray another = QByteArray(line).replace("[77]", "[78]");
    const auto rejected = [](const QByteArray& log) { return importBytes(log).excluded.rejected; };
    QCOMPARE(rejected(line + line), 1U);
    QCOMPARE(rejected(line + another + line + another), 2U);
    QCOMPARE(rejected(line + line + line + line), 2U); // the client tried twice
    QCOMPARE(rejected(lines({uni + " F=<s@uni.example> rejected RCPT <u@our.example>: no",
                 uni + " F=<s@uni.example> rejected RCPT <u@our.example>: no"})),
        2U);
}

/** With nothing internal, a filter's copy is known by the id in its reply. */
void EximJoinerTest::followsALoopToAnotherId()
{
    QCOMPARE(
        story(lines({arrival(one, "P=esmtps " + tls + " S=9"),
                  two + " <= s@uni.example H=localhost (x) [127.0.0.1] P=esmtp S=15",
                  one + " => u@our.example R=r T=amavis H=127.0.0.1 [127.0.0.1]:10024 C=\"250 OK id=" + two + "\""}),
            openOptions())
            .replace("outbound 'our.example' [127.0.0.1] clear: 1/1\n", ""),
        fromUni + "tls/1.3/Anonymous/C: 1/1\nreinjected 1, authenticated 0, internal 0, rejected 0\n");
}

void EximJoinerTest::believesNoStranger_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArrayList& texts, const QByteArray& expected) {
        QTest::newRow(name) << lines(texts) << expected;
    };
    row("a HELO that holds a host and TLS",
        {one
            + " <= a@evil.example H=(x) [192.0.2.1] P=esmtps X=TLS1.3:C:256 CV=yes S=1 id=(y) [203.0.113.1]:25 P=esmtp "
              "S=3"},
        "inbound 'evil.example' [] unknown: 1/1\n" + nothing);
    row("a sender that holds a host and TLS",
        {one
            + " <= \"x H=mx.uni.example [198.51.100.1] P=esmtps X=TLS1.3:A:256 b\"@evil.example H=[203.0.113.1] "
              "P=esmtp "
              "S=3"},
        "inbound 'evil.example' [203.0.113.1] clear: 1/1\n" + nothing);
    row("a subject that holds TLS",
        {one
            + " <= a@evil.example H=[203.0.113.1] P=esmtp S=3 id=x T=\"\\\" P=esmtps X=TLS1.3:A:256 for b\" for "
              "u@our.example"},
        "inbound 'evil.example' [203.0.113.1] clear: 1/1\n" + nothing);
    row("a subject that holds a line",
        {one
            + " <= a@evil.example H=[203.0.113.1] P=esmtp S=3 id=x T=\"\\n2026-11-22 "
              "12:00:00 "
            + two + " <= b@bank.example H=[192.0.2.1] P=esmtp S=1\""},
        "inbound 'evil.example' [203.0.113.1] clear: 1/1\n" + nothing);
    row("a reply that names a message of another's",
        {arrival(one, "P=esmtp S=9"), two + " <= a@evil.example H=[203.0.113.1] P=esmtp S=3",
            two + " => u@evil.example R=r T=smtp H=[203.0.113.2] X=TLS1.3:C:256 CV=no C=\"250 OK id=" + one + "\""},
        "inbound 'evil.example' [203.0.113.1] clear: 1/1\n" + fromUni
            + "clear: 1/1\noutbound 'evil.example' [203.0.113.2] tls/1.3/Untrusted/C: 1/1\n" + nothing);
    row("a refusal that quotes a verdict",
        {arrival(one, "P=esmtp S=9"),
            "H=[203.0.113.1] F=<a@evil.example> rejected RCPT <u@our.example>: " + one
                + " H=[203.0.113.1] Warning: \"SpamAssassin as x detected message as spam (99)\""},
        fromUni + "clear: 1/1\nreinjected 0, authenticated 0, internal 0, rejected 1\n");
}

void EximJoinerTest::believesNoStranger()
{
    QFETCH(const QByteArray, log);
    QFETCH(const QByteArray, expected);
    QCOMPARE(difference(story(log), expected), QByteArray());
}

void EximJoinerTest::isNoOtherLog_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::newRow("a package manager's")
        << QByteArray("2026-11-22 12:00:00 status installed libc6:amd64 2.36-9\n").repeated(50);
    QTest::newRow("a program's") << QByteArray("2026-11-22 12:00:00 INFO started worker\n").repeated(50);
    QTest::newRow("a form of Exim's, cut") << QByteArray("2026-11-22 12:00:00 1xV6zO-0006t");
}

void EximJoinerTest::isNoOtherLog()
{
    QFETCH(const QByteArray, log);
    const LogFolder folder;
    const auto result = importLogs({folder.write(u"a.log"_s, log)}, testOptions());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NotALog);
}

void EximJoinerTest::showsTheLinesOfAMessage()
{
    const QByteArray log = lines({
        one + " H=mx.uni.example [198.51.100.1] Warning: \"SpamAssassin as x detected message as spam (9)\"",
        arrival(two, "P=esmtp S=9"),
        arrival(one, "P=esmtps " + tls + " S=9"),
        one + " => u <u@our.example> R=r T=mailbox",
        two + " Completed",
        one + " Completed",
    });
    const LogFolder folder;
    const QString path = folder.write(u"mainlog"_s, log);
    const auto offset = static_cast<std::uint64_t>(log.indexOf(QByteArray(one + " <=")) - 20);
    const auto evidence = readEvidence(path, offset);
    QVERIFY(evidence);
    QByteArrayList shown;
    for (const LogLine& line : *evidence) {
        shown.append(line.text);
        QCOMPARE(line.isFocus, line.offset == offset);
    }
    QByteArrayList expected = log.trimmed().split('\n');
    expected.removeIf([](const QByteArray& line) { return line.contains(two); });
    QCOMPARE(shown, expected);
}

/** A figure of a line in parts points at the last of them. */
void EximJoinerTest::showsThePartsOfALine()
{
    const QByteArray head = "Nov 22 12:00:00 mx exim[4711]: ";
    const QByteArray text = arrival(one, "P=esmtps " + tls + " S=9");
    const QByteArrayList parts{
        head + "[1/3] " + text.left(40), head + "[2/3] " + text.mid(40, 20), head + "[3/3] " + text.mid(60)};
    const QByteArray log = head + arrival(two, "P=esmtp S=3") + '\n' + parts[0] + '\n'
        + "Nov 22 12:00:00 mx exim[5]: " + two + " Completed\n" + parts[1] + '\n' + parts[2] + '\n' + head + two
        + " => u <u@our.example> R=r T=mailbox\n";
    const LogFolder folder;
    const QString path = folder.write(u"mail.log"_s, log);
    const auto offset = static_cast<std::uint64_t>(log.indexOf(parts[2]));
    QCOMPARE(import({path}).facts->evidence(1, 0).offset(), offset);
    const auto evidence = readEvidence(path, offset);
    QVERIFY(evidence);
    QByteArrayList shown;
    for (const LogLine& line : *evidence)
        shown.append(line.text);
    QCOMPARE(shown, parts);
}

/** Read in two steps, wherever the first ended: parts of a line, a verdict and its message, a queue. */
void EximJoinerTest::everyCutOfALog()
{
    const QByteArray head = "Nov 22 12:00:00 mx exim[4711]: ";
    const QByteArray text = arrival(one, "P=esmtps " + tls + " S=9");
    const QByteArray log = head + one + ' ' + uni + " Warning: \"SpamAssassin as x detected message as spam (9)\"\n"
        + head + "[1/2] " + text.left(50) + '\n' + head + "[2/2] " + text.mid(50) + '\n' + head
        + delivery("C=\"250 ok\"") + '\n' + head + one + " Completed\n" + head + another + '\n';
    const QByteArray whole = dump(importBytes(log));
    for (qsizetype end = log.indexOf('\n') + 1; end > 0 && end < log.size(); end = log.indexOf('\n', end) + 1) {
        const LogFolder folder;
        folder.write(u"mail.log"_s, log.left(end));
        const ImportResult first = import({folder.path(u"mail.log"_s)});
        folder.write(u"mail.log"_s, log);
        QCOMPARE(
            difference(dump(import({folder.path(u"mail.log"_s)}, testOptions(), &first.state)), whole), QByteArray());
    }
}

/** First parts whose others never come. */
void EximJoinerTest::boundsWhatIsOpen()
{
    QByteArray log;
    for (int i = 1; i <= 3000; ++i) {
        log += "Nov 22 12:00:00 mx exim[" + QByteArray::number(i) + "]: [1/200] 2026-11-22 12:00:00 " + one
            + " <= " + QByteArray(800, 'x') + '\n';
    }
    const ImportResult result = importBytes(log + "Nov 22 12:00:00 mx exim[1]: " + arrival(two, "P=esmtp S=9") + '\n');
    QCOMPARE(messagesOf(*result.facts, Direction::Inbound), 1U);
    const QByteArray saved = result.state.joiners.at("exim");
    QVERIFY2(saved.size() < 128 * 1024, QByteArray::number(saved.size()).constData());
}

QTEST_GUILESS_MAIN(EximJoinerTest)

#include "tst_eximjoiner.moc"
