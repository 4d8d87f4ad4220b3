// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines and their envelopes: one record, in every dress that syslog daemons and the journal put on it.

#include "memorystream.h"
#include "model/importer/recordpump.h"
#include "model/records/recordreader.h"
#include "modeltest.h"

#include <QDateTime>

using namespace waxseal;
using namespace waxseal::test;

class RecordReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEnvelopes_data();
    void readsEnvelopes();
    void skipsWhatItDoesNotKnow_data();
    void skipsWhatItDoesNotKnow();
    void envelopesMayChange();
    void unfoldsRepetitions_data();
    void unfoldsRepetitions();
    void readsJournalJson_data();
    void readsJournalJson();
    void readsJournalExport_data();
    void readsJournalExport();
    void readsJournalVerbose();
    void putsPartsTogether();
    void layersAreBounded();
    void damagedExportCostsOneEntry();
    void splitsLines_data();
    void splitsLines();
    void keepsTheLastPartOfALine();
    void dropsLinesWithoutEnd();
    void remembersTheTail();
    void pumpsWhatItReads_data();
    void pumpsWhatItReads();
    void aPumpMayBeLeft();
};

namespace {

RecordReader reader(const QByteArray& bytes, std::size_t portion = SIZE_MAX, bool isFinal = true)
{
    const qint64 now = QDateTime(QDate(2026, 11, 27), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() * 1000;
    return RecordReader(LineReader(std::make_unique<MemoryStream>(bytes, portion, isFinal), 0),
        TimeStampReader(QTimeZone::utc(), 2026, now));
}

QByteArray text(const LogRecord& record)
{
    const auto part
        = [](std::string_view view) { return QByteArray(view.data(), static_cast<qsizetype>(view.size())); };
    QByteArray out = QDateTime::fromMSecsSinceEpoch(record.time / 1000, Qt::UTC)
                         .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
                         .toLatin1()
        + ' ' + part(record.host) + ' ' + part(record.program) + ' ' + QByteArray::number(record.pid) + ' '
        + part(record.text);
    if (record.repeated != 1)
        out += " ×" + QByteArray::number(record.repeated);
    return out;
}

/** A literal with NUL in it. */
template <std::size_t N>
QByteArray raw(const char (&literal)[N])
{
    return QByteArray(literal, static_cast<qsizetype>(N - 1));
}

QByteArrayList records(RecordReader& from)
{
    QByteArrayList out;
    LogRecord record;
    while (from.next(record))
        out.append(text(record));
    return out;
}

QByteArrayList records(const QByteArray& bytes)
{
    RecordReader from = reader(bytes);
    return records(from);
}

/** A binary field of the Journal Export Format. */
QByteArray binary(const QByteArray& key, const QByteArray& value, quint64 length)
{
    QByteArray out = key + '\n';
    for (int i = 0; i < 8; ++i)
        out += static_cast<char>((length >> (8 * i)) & 0xff);
    return out + value + '\n';
}

QByteArray binary(const QByteArray& key, const QByteArray& value)
{
    return binary(key, value, static_cast<quint64>(value.size()));
}

/** 2026-11-22 12:45:03 in microseconds. */
const QByteArray micros = "1795351503000008";
const QByteArray same = "2026-11-22T12:45:03 mx postfix/smtpd 30369 connect from unknown[127.0.0.12]";
const QByteArray noHost = "2026-11-22T12:45:03  postfix/smtpd 30369 connect from unknown[127.0.0.12]";
const QByteArray journal
    = "{\"__REALTIME_TIMESTAMP\":\"1795351503000008\",\"_HOSTNAME\":\"mx\",\"SYSLOG_IDENTIFIER\":\"postfix/smtpd\","
      "\"_PID\":\"30369\",\"MESSAGE\":\"connect from unknown[127.0.0.12]\"}";

} // namespace

void RecordReaderTest::readsEnvelopes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("envelope");
    QTest::addColumn<QByteArray>("record");
    const auto row
        = [](const char* name, const QByteArray& line, const char* envelope, const QByteArray& record = same) {
              QTest::newRow(name) << line << QByteArray(envelope) << record;
          };
    const QByteArray rest = "mx postfix/smtpd[30369]: connect from unknown[127.0.0.12]";
    row("BSD", "Nov 22 12:45:03 " + rest, "bsd");
    row("BSD with a priority", "<22>Nov 22 12:45:03 " + rest, "bsd");
    row("BSD, precise", "Nov 22 12:45:03.000008 " + rest, "bsd");
    row("rsyslog", "2026-11-22T12:45:03.000008+00:00 " + rest, "iso");
    row("rsyslog in another zone", "2026-11-22T14:45:03.000008+02:00 " + rest, "iso");
    row("short-iso", "2026-11-22T12:45:03+0000 " + rest, "iso");
    row("short-iso-precise", "2026-11-22T12:45:03.000008+0000 " + rest, "iso");
    row("short-full", "Sun 2026-11-22 12:45:03 UTC " + rest, "short-full");
    row("RFC 5424", "<22>1 2026-11-22T12:45:03.000008Z mx postfix/smtpd 30369 - - connect from unknown[127.0.0.12]",
        "rfc5424");
    row("RFC 5424 with a byte order mark",
        "<22>1 2026-11-22T12:45:03.000008Z mx postfix/smtpd 30369 - - \xef\xbb\xbf"
        "connect from unknown[127.0.0.12]",
        "rfc5424");
    row("RFC 5424 with structured data",
        "<22>1 2026-11-22T12:45:03Z mx postfix/smtpd 30369 ID47 [x@32473 a=\"\\\"]\" b=\"]\"][y@32473 c=\"\"] connect "
        "from unknown[127.0.0.12]",
        "rfc5424");
    row("RFC 5424, its priority taken off",
        "1 2026-11-22T12:45:03Z mx postfix/smtpd 30369 - - connect from unknown[127.0.0.12]", "rfc5424");
    row("CRLF", "Nov 22 12:45:03 " + rest + '\r', "bsd");
    row("container", "postfix-mailcow-1  | Nov 22 12:45:03 " + rest, "bsd");
    row("container, ISO", "mail_1 | 2026-11-22T12:45:03+00:00 " + rest, "iso");
    row("BSD with a year", "Nov 22 2026 12:45:03 " + rest, "bsd");
    row("BSD with the year last", "Nov 22 12:45:03 2026 " + rest, "bsd");
    row("BSD with the year first", "2026 Nov 22 12:45:03 " + rest, "bsd");
    row("BusyBox", "Nov 22 12:45:03 mx mail.info postfix/smtpd[30369]: connect from unknown[127.0.0.12]", "bsd");
    row("FreeBSD, syslogd -vv", "Nov 22 12:45:03 <mail.info> mx postfix/smtpd[30369]: connect from unknown[127.0.0.12]",
        "bsd");
    row("FreeBSD, syslogd -v", "Nov 22 12:45:03 <2.6> mx postfix/smtpd[30369]: connect from unknown[127.0.0.12]",
        "bsd");
    row("OpenWrt, logread", "Sun Nov 22 12:45:03 2026 mail.info postfix/smtpd[30369]: connect from unknown[127.0.0.12]",
        "bsd", noHost);
    row("a level and no host",
        "2026-11-22T12:45:03+00:00 INFO    postfix/smtpd[30369]: connect from unknown[127.0.0.12]", "iso", noHost);
    row("a level behind the host",
        "2026-11-22T12:45:03+00:00 mx NOTICE postfix/smtpd[30369]: connect from unknown[127.0.0.12]", "iso");
    row("no colon behind the pid", "2026-11-22T12:45:03Z mx postfix/smtpd[30369] connect from unknown[127.0.0.12]",
        "iso");
    row("no host", "Nov 22 12:45:03 postfix/smtpd[30369]: connect from unknown[127.0.0.12]", "bsd", noHost);
    row("no host, and a text with a colon", "Nov 22 12:45:03 postfix/qmgr[7]: A1: removed", "bsd",
        "2026-11-22T12:45:03  postfix/qmgr 7 A1: removed");
    row("a blank before the zone", "2026-11-22 13:45:03 +0100 " + rest, "iso");
    row("short-unix", "1795351503.000008 " + rest, "short-unix");
    row("TAI64N", "@400000006b02e3d900001f40 " + rest, "tai64n");
    row("RFC 6587, octets counted",
        "101 <22>1 2026-11-22T12:45:03Z mx postfix/smtpd 30369 - - connect from unknown[127.0.0.12]", "rfc5424");
    row("RFC 5424, the pid in the name",
        "<22>1 2026-11-22T12:45:03Z mx postfix/smtpd[30369] - - - connect from unknown[127.0.0.12]", "rfc5424");
    row("docker logs -t", "2026-11-22T12:45:03.000000008Z Nov 22 12:45:03 " + rest, "bsd");
    row("docker logs -t of another zone", "2026-11-22T12:45:02.9Z Nov 22 14:45:03 " + rest, "bsd");
    row("docker logs -t over New Year", "2027-01-01T00:00:00.1Z Dec 31 23:59:59 " + rest, "bsd",
        "2026-12-31T23:59:59 mx postfix/smtpd 30369 connect from unknown[127.0.0.12]");
    row("docker logs -t, no header inside",
        "2026-11-22T12:45:03.000000008Z postfix/smtpd[30369]: connect from unknown[127.0.0.12]", "iso", noHost);
    row("docker compose, old, in colour", "\x1b[36mmail_1  |\x1b[0m Nov 22 12:45:03 " + rest, "bsd");
    row("docker compose, new, in colour", "\x1b[33mmail-1   | \x1b[0mNov 22 12:45:03 " + rest, "bsd");
    row("docker compose -t", "mail-1  | 2026-11-22T12:45:03.5Z Nov 22 13:45:03 " + rest, "bsd");
    row("docker compose -t, no header inside",
        "mx  | 2026-11-22T12:45:03Z postfix/smtpd[30369]: connect from unknown[127.0.0.12]", "iso");
    row("Docker's syslog driver", "Nov 22 12:45:04 node a3426da50090[77]: Nov 22 12:45:03 " + rest, "bsd");
    row("CRI", "2026-11-22T12:45:03.000000008Z stdout F Nov 22 12:45:03 " + rest, "bsd");
    row("kubectl logs --prefix", "[pod/mail-0/postfix] Nov 22 12:45:03 " + rest, "bsd");
    row("kubectl logs --prefix --timestamps", "[pod/mail-0/postfix] 2026-11-22T12:45:03.1Z Nov 22 12:45:03 " + rest,
        "bsd");
    row("kubectl, no header inside",
        "[pod/mx/postfix] 2026-11-22T12:45:03Z postfix/smtpd[30369]: connect from unknown[127.0.0.12]", "iso");
    row("logcli", "2026-11-22T12:45:03Z {host=\"other\", job=\"mail}\"} Nov 22 12:45:03 " + rest, "bsd");
    row("logcli, the host in the labels",
        "2026-11-22T12:45:03Z {job=\"mail\", host=\"mx\"}   postfix/smtpd[30369]: connect from unknown[127.0.0.12]",
        "tag");
    row("aws logs tail", "2026-11-22T12:45:03.1+00:00 stream/mail/0a Nov 22 12:45:03 " + rest, "bsd");
    const auto quoted
        = [&](const QByteArray& line) -> QByteArray { return '"' + QByteArray(line).replace('"', "\\\"") + '"'; };
    const QByteArray bsd = "Nov 22 12:45:03 " + rest;
    row("docker's json-file",
        "{\"log\":" + quoted(bsd + "\\n") + ",\"stream\":\"stdout\",\"time\":\"2026-11-22T12:45:03.1Z\"}", "bsd");
    row("logcli jsonl",
        "{\"labels\":{\"host\":\"mx\"},\"line\":" + quoted("postfix/smtpd[30369]: connect from unknown[127.0.0.12]")
            + ",\"timestamp\":\"2026-11-22T12:45:03.1Z\"}",
        "tag");
    row("Filebeat",
        "{\"@timestamp\":\"2026-11-22T12:45:04.1Z\",\"host\":{\"name\":\"x\"},\"message\":" + quoted(bsd) + '}', "bsd");
    row("Elasticsearch, a hit",
        "{\"_index\":\"l\",\"_source\":{\"@timestamp\":\"2026-11-22T12:45:04.1Z\",\"message\":" + quoted(bsd) + "}},",
        "bsd");
    row("Splunk", "{\"preview\":false,\"result\":{\"_raw\":" + quoted(bsd) + ",\"_time\":\"2026-11-22T12:45:03Z\"}}",
        "bsd");
    row("GELF of a container",
        "{\"version\":\"1.1\",\"host\":\"node\",\"short_message\":" + quoted(bsd) + ",\"timestamp\":1795351503.2}",
        "bsd");
    const QByteArray text = quoted("connect from unknown[127.0.0.12]");
    row("GELF, taken apart",
        "{\"host\":\"mx\",\"short_message\":" + text
            + ",\"timestamp\":1795351503.2,\"_application_name\":\"postfix/smtpd\",\"_process_id\":\"30369\"}",
        "json-fields");
    row("syslog-ng",
        "{\"PROGRAM\":\"postfix/smtpd\",\"PID\":\"30369\",\"MESSAGE\":" + text
            + ",\"HOST\":\"mx\",\"DATE\":\"Nov 22 12:45:03\"}",
        "json-fields");
    row("rsyslog",
        "{\"timestamp\":\"2026-11-22T12:45:03+00:00\",\"host\":\"mx\",\"programname\":\"postfix\",\"syslogtag\":"
        "\"postfix/smtpd[30369]:\",\"message\":"
            + quoted(" connect from unknown[127.0.0.12]") + '}',
        "json-fields");
    row("the Elastic Common Schema",
        "{\"@timestamp\":\"2026-11-22T12:45:03Z\",\"host\":{\"name\":\"mx\"},\"process\":{\"name\":\"postfix/smtpd\","
        "\"pid\":30369},\"message\":"
            + text + '}',
        "ecs");
    row("json-seq", '\x1e' + journal, "json");
    row("json-sse", "data: " + journal, "json");
    row("no pid", "Nov 22 12:45:03 mx kernel: eth0 up", "bsd", "2026-11-22T12:45:03 mx kernel 0 eth0 up");
    row("a pid that is none", "Nov 22 12:45:03 mx app[x1]: hello", "bsd", "2026-11-22T12:45:03 mx app 0 hello");
    row("no text", "Nov 22 12:45:03 mx app[7]:", "bsd", "2026-11-22T12:45:03 mx app 7 ");
    row("blanks are text", "Nov 22 12:45:03 mx app[7]:   x ", "bsd", "2026-11-22T12:45:03 mx app 7   x ");
    row("an address as host", "Nov 22 12:45:03 2001:db8::1 app[7]: x", "bsd",
        "2026-11-22T12:45:03 2001:db8::1 app 7 x");
    row("bytes that are no text", "Nov 22 12:45:03 mx app[7]: \xff\xfe", "bsd",
        "2026-11-22T12:45:03 mx app 7 \xff\xfe");
    row("NUL in the text", raw("Nov 22 12:45:03 mx app[7]: a\0b"), "bsd", raw("2026-11-22T12:45:03 mx app 7 a\0b"));
}

void RecordReaderTest::readsEnvelopes()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, envelope);
    QFETCH(QByteArray, record);
    // Alone, behind a byte order mark, and as the last line of a file that is complete.
    for (const QByteArray& bytes : {QByteArray(line + '\n'), QByteArray("\xef\xbb\xbf" + line + '\n'), line}) {
        RecordReader from = reader(bytes);
        QCOMPARE(records(from).join('\n'), record);
        QCOMPARE(QByteArray(name(from.envelope()).data()), envelope);
        QCOMPARE(from.skipped(), 0U);
        QCOMPARE(from.lineCount(), 1U);
        QCOMPARE(from.lines().consumed(), static_cast<std::uint64_t>(bytes.size()));
    }
    // Between others, read byte by byte.
    RecordReader from = reader("Nov 22 12:45:02 other a[1]: b\n\n" + line + "\nNov 22 12:45:04 other a[1]: c\n", 1);
    const QByteArrayList found = records(from);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[1], record);
    QCOMPARE(from.skipped(), 0U);
}

void RecordReaderTest::skipsWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char* line) { QTest::newRow(line) << QByteArray(line); };
    for (const char* line : {"hello", "-- Journal begins at Mon 2026-11-02 --", "-- Reboot --", "Nov 22 12:45:03",
             "Nov 22 12:45:03 ", "Nov 22 12:45:03 mx", "Nov 22 12:45:03 mx postfix/smtpd", "Nov 22 12:45:03 mx a b: c",
             "Nov 22 12:45:03 mx : no tag", "Nov 22 12:45:03 mx [7]: no tag", "Nov 22 12:45:03 mx app[7",
             "Nov 22 12:45:03 mx app[7]x", "2026-11-22 12:45:03", "<22>", "<>", "<", "<2222>1 x", "<22>1 ", "<22>1 -",
             "<22>1 2026-11-22T12:45:03Z", "<22>1 2026-11-22T12:45:03Z mx", "<22>1 2026-11-22T12:45:03Z mx a 1",
             "<22>1 2026-11-22T12:45:03Z mx a 1 - [x", "<22>1 - mx a 1 - - nil time", "{", "{}", "{\"MESSAGE\":\"x\"}",
             "[1]", "123", "Sun 2026-11-22", "Sun 2026-11-22 12:45:03 UTC", "a | b | c", " | ",
             "connect from unknown[127.0.0.12]", "postfix/smtpd[7]: no time", "mail-1  | postfix/smtpd[7]: no time",
             "[    1.234567] mx postfix/smtpd[7]: monotonic", "[pod/a/b]", "2026-11-22T12:45:03Z stdout", "@40000000x",
             "2026-11-22T12:45:03Z stdout X Nov 22 12:45:03 mx a[7]: b", "2026-11-22T12:45:03Z {a=\"b\"",
             "2026-11-22T12:45:03Z connect from unknown[127.0.0.12]", "{\"log\":\"\\n\"}",
             "{\"message\":\"no program\",\"@timestamp\":\"2026-11-22T12:45:03Z\"}", "\x1b[", "\x1e",
             "data: ", "POST /Nov 22 12:45:03 mx postfix/smtpd[7]: not at the front"})
        row(line);
}

void RecordReaderTest::skipsWhatItDoesNotKnow()
{
    QFETCH(QByteArray, line);
    RecordReader from = reader(line + "\nNov 22 12:45:03 mx app[7]: known\n");
    QCOMPARE(records(from).join('\n'), QByteArray("2026-11-22T12:45:03 mx app 7 known"));
    QCOMPARE(from.skipped(), 1U);
    QCOMPARE(from.lineCount(), 2U);
}

/** A daemon was reconfigured, files were joined: each line for itself. */
void RecordReaderTest::envelopesMayChange()
{
    const QByteArray log = "Nov 22 12:45:03 mx a[1]: one\n"
                           "2026-11-22T12:45:04+00:00 mx a[1]: two\n"
                           "<22>1 2026-11-22T12:45:05Z mx a 1 - - three\n"
                           "{\"__REALTIME_TIMESTAMP\":\"1795351506000000\",\"_HOSTNAME\":\"mx\",\"SYSLOG_IDENTIFIER\":"
                           "\"a\",\"_PID\":\"1\",\"MESSAGE\":\"four\"}\n"
                           "__REALTIME_TIMESTAMP=1795351507000000\n_HOSTNAME=mx\nSYSLOG_IDENTIFIER=a\n_PID=1\n"
                           "MESSAGE=five\n\n"
                           "Sun 2026-11-22 12:45:08 UTC mx a[1]: six\n";
    QCOMPARE(records(log).join('\n'),
        QByteArray("2026-11-22T12:45:03 mx a 1 one\n2026-11-22T12:45:04 mx a 1 two\n2026-11-22T12:45:05 mx a 1 three\n"
                   "2026-11-22T12:45:06 mx a 1 four\n2026-11-22T12:45:07 mx a 1 five\n2026-11-22T12:45:08 mx a 1 six"));
}

void RecordReaderTest::unfoldsRepetitions_data()
{
    QTest::addColumn<QByteArray>("line"); // behind a refusal of process 7
    QTest::addColumn<QByteArray>("record");
    const auto row = [](const char* name, const char* line, const char* record) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(record);
    };
    const char* four = "2026-11-22T12:45:09 mx postfix/smtpd 7 NOQUEUE: reject: x ×4";
    row("rsyslog", "mx postfix/smtpd[7]: message repeated 4 times: [ NOQUEUE: reject: x]", four);
    row("rsyslog, no blank", "mx postfix/smtpd[7]: message repeated 4 times: [NOQUEUE: reject: x]", four);
    row("syslogd", "mx last message repeated 4 times", four);
    row("syslogd, once", "mx last message repeated 1 time",
        "2026-11-22T12:45:09 mx postfix/smtpd 7 NOQUEUE: reject: x");
    row("beyond belief", "mx last message repeated 99999999999 times",
        "2026-11-22T12:45:09 mx postfix/smtpd 7 NOQUEUE: reject: x ×100000");
    row("a text that only begins alike", "mx app[7]: message repeated often",
        "2026-11-22T12:45:09 mx app 7 message repeated often");
    row("a text that is cut", "mx app[7]: message repeated 4 times: [ NOQUEUE",
        "2026-11-22T12:45:09 mx app 7 message repeated 4 times: [ NOQUEUE");
    row("a program says so itself", "mx app[7]: last message repeated 4 times",
        "2026-11-22T12:45:09 mx app 7 last message repeated 4 times");
}

void RecordReaderTest::unfoldsRepetitions()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, record);
    const QByteArray refusal = "Nov 22 12:45:03 mx postfix/smtpd[7]: NOQUEUE: reject: x\n";
    QCOMPARE(records(refusal + "Nov 22 12:45:09 " + line + '\n').last(), record);
    // With a line of another kind between, "last message" is that one, which counts once anyhow.
    if (line.startsWith("mx last"))
        QCOMPARE(records(refusal + "Nov 22 12:45:04 mx a[1]: b\nNov 22 12:45:09 " + line + '\n').last(),
            QByteArray("2026-11-22T12:45:09 mx  0 " + line.mid(3)));
}

void RecordReaderTest::readsJournalJson_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("record"); // empty: skipped
    const auto row = [](const char* name, const QByteArray& line, const QByteArray& record = same) {
        QTest::newRow(name) << line << record;
    };
    const auto json = [](const QByteArray& fields, const QByteArray& message) -> QByteArray {
        return "{\"__REALTIME_TIMESTAMP\":\"" + micros
            + "\",\"_HOSTNAME\":\"mx\",\"SYSLOG_IDENTIFIER\":\"postfix/smtpd\"," + fields + "\"MESSAGE\":" + message
            + '}';
    };
    const QByteArray message = "\"connect from unknown[127.0.0.12]\"";
    QByteArray numbers;
    for (const char c : QByteArray("connect from unknown[127.0.0.12]"))
        numbers += (numbers.isEmpty() ? "" : ",") + QByteArray::number(static_cast<unsigned char>(c));

    row("text", json("\"_PID\":\"30369\",", message));
    row("the syslog pid goes first", json("\"_PID\":\"1\",\"SYSLOG_PID\":\"30369\",", message));
    row("whatever the order", json("\"SYSLOG_PID\":\"30369\",\"_PID\":\"1\",", message));
    row("byte numbers", json("\"_PID\":\"30369\",", '[' + numbers + ']'));
    row("byte numbers that are no text", json("\"_PID\":\"30369\",", "[120,255,0,10,121]"),
        raw("2026-11-22T12:45:03 mx postfix/smtpd 30369 x\xff\0\ny"));
    row("a field that repeats", json("\"_PID\":[\"30369\",\"7\"],", "[" + message + ",\"other\"]"));
    row("a repeated field of byte numbers", json("\"_PID\":\"30369\",", "[[" + numbers + "],[1,2]]"));
    row("escapes", json("\"_PID\":\"30369\",", "\"a\\u0000b\\n\\\"\\u00fc\""),
        raw("2026-11-22T12:45:03 mx postfix/smtpd 30369 a\0b\n\"\xc3\xbc"));
    row("no message", json("\"_PID\":\"30369\",", "null"), "2026-11-22T12:45:03 mx postfix/smtpd 30369 ");
    row("fields of other kinds", json("\"_PID\":\"30369\",\"X\":{\"a\":[1,{}]},\"Y\":1e99,\"Z\":true,", message));
    row("no time", "{\"SYSLOG_IDENTIFIER\":\"a\",\"MESSAGE\":\"b\"}", {});
    row("no program", "{\"__REALTIME_TIMESTAMP\":\"1\",\"MESSAGE\":\"b\"}", {});
    row("cut", json("\"_PID\":\"30369\",", message).chopped(5), {});
    row("deeper than deep", QByteArray("{\"a\":") + QByteArray(5000, '['), {});
    row("an array", "[{\"MESSAGE\":\"b\"}]", {});
}

void RecordReaderTest::readsJournalJson()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, record);
    RecordReader from = reader(line + '\n');
    QCOMPARE(records(from).join('\n'), record);
    QCOMPARE(from.skipped(), record.isEmpty() ? 1U : 0U);
    if (!record.isEmpty())
        QCOMPARE(name(from.envelope()), std::string_view("json"));
}

void RecordReaderTest::readsJournalExport_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("record"); // empty: skipped
    const auto row = [](const char* name, const QByteArray& entry, const QByteArray& record = same) {
        QTest::newRow(name) << entry << record;
    };
    const QByteArray head
        = "__CURSOR=s=1\n__REALTIME_TIMESTAMP=" + micros + "\n_HOSTNAME=mx\nSYSLOG_IDENTIFIER=postfix/smtpd\n";
    const QByteArray message = "MESSAGE=connect from unknown[127.0.0.12]\n";
    row("text", head + "_PID=30369\n" + message + '\n');
    row("the syslog pid goes first", head + "SYSLOG_PID=30369\n_PID=1\n" + message + '\n');
    row("the syslog pid goes first, read last", head + "_PID=1\nSYSLOG_PID=30369\n" + message + '\n');
    row("no cursor", head.mid(head.indexOf('\n') + 1) + "_PID=30369\n" + message + '\n');
    row("an equals sign in the text", head + "_PID=30369\nMESSAGE=a=b\n\n",
        "2026-11-22T12:45:03 mx postfix/smtpd 30369 a=b");
    row("a binary field", head + "_PID=30369\n" + binary("MESSAGE", "connect from unknown[127.0.0.12]") + '\n');
    row("a binary field of lines", head + "_PID=30369\n" + binary("MESSAGE", "a\n\n__CURSOR=b\nc=d") + '\n',
        "2026-11-22T12:45:03 mx postfix/smtpd 30369 a\n\n__CURSOR=b\nc=d");
    row("an empty binary field", head + "_PID=30369\n" + binary("MESSAGE", "") + '\n',
        "2026-11-22T12:45:03 mx postfix/smtpd 30369 ");
    row("a core dump beside", head + "_PID=30369\n" + binary("COREDUMP", QByteArray(3'000'000, 'x')) + message + '\n');
    row("no empty line at the end", head + "_PID=30369\n" + message);
    row("no program", "__CURSOR=s=1\n__REALTIME_TIMESTAMP=1\nMESSAGE=x\n\n", {});
    row("a length beyond all bounds",
        head + "_PID=30369\n" + binary("MESSAGE", "x", Q_UINT64_C(0xffffffffffffffff)) + '\n', {});
}

void RecordReaderTest::readsJournalExport()
{
    QFETCH(QByteArray, entry);
    QFETCH(QByteArray, record);
    for (const std::size_t portion : {SIZE_MAX, std::size_t{1000}, std::size_t{1}}) {
        if (portion == 1 && entry.size() > 100'000)
            continue;
        RecordReader from = reader(entry, portion);
        LogRecord read;
        QByteArrayList found;
        while (from.next(read)) {
            QCOMPARE(read.offset, 0U);
            found.append(text(read));
        }
        QCOMPARE(found.join('\n'), record);
        if (!record.isEmpty()) {
            QCOMPARE(name(from.envelope()), std::string_view("export"));
            QCOMPARE(from.skipped(), 0U);
        } else {
            QVERIFY(from.skipped() > 0);
        }
    }
}

/** The fields of an entry, then the next entry; the last one is over where nothing can follow. */
void RecordReaderTest::readsJournalVerbose()
{
    const QByteArray head = "Sun 2026-11-22 12:45:03.000008 UTC [s=6;i=1;b=2;m=3;t="
        + QByteArray::number(micros.toLongLong(), 16) + ";x=4]\n";
    const QByteArray entry = head
        + "    _HOSTNAME=mx\n    SYSLOG_IDENTIFIER=postfix/smtpd\n    SYSLOG_PID=30369\n    _PID=7\n"
          "    MESSAGE=connect from unknown[127.0.0.12]\n";
    QCOMPARE(records(entry).join('|'), same);
    for (const std::size_t portion : {SIZE_MAX, std::size_t{1}}) {
        RecordReader from = reader(entry + entry + "Nov 22 12:45:04 other a[1]: c\n", portion);
        const QByteArray all = same + '|' + same + "|2026-11-22T12:45:04 other a 1 c";
        QCOMPARE(records(from).join('|'), all);
        QCOMPARE(from.skipped(), 0U);
        QCOMPARE(from.lineCount(), 13U);
    }
    // The last entry of a file that grows may not be whole.
    RecordReader growing = reader(entry + entry, SIZE_MAX, false);
    QCOMPARE(records(growing).join('|'), same);
    QCOMPARE(growing.lines().consumed(), static_cast<std::uint64_t>(entry.size()));
}

/** Kubernetes' runtimes write a line in parts, and two streams into one file. */
void RecordReaderTest::putsPartsTogether()
{
    const QByteArray stamp = "2026-11-22T12:45:03.1Z ";
    const QByteArray parts = stamp + "stdout P Nov 22 12:45:03 mx postfix/smtpd[30369]: connect fr\n" + stamp
        + "stdout P om unknown\n" + stamp + "stdout F [127.0.0.12]\n";
    for (const std::size_t portion : {SIZE_MAX, std::size_t{1}}) {
        RecordReader from = reader(parts + parts, portion);
        LogRecord record;
        QVERIFY(from.next(record));
        QCOMPARE(text(record), same);
        QCOMPARE(record.offset, 0U);
        QVERIFY(from.next(record));
        QCOMPARE(text(record), same);
        QCOMPARE(record.offset, static_cast<std::uint64_t>(parts.size()));
        QVERIFY(!from.next(record));
        QCOMPARE(from.skipped(), 0U);
    }
    // Parts whose end is not there yet are read with it.
    RecordReader growing = reader(parts + parts.first(parts.lastIndexOf("2026")), SIZE_MAX, false);
    QCOMPARE(records(growing).join('|'), same);
    QCOMPARE(growing.lines().consumed(), static_cast<std::uint64_t>(parts.size()));
    QVERIFY(growing.lines().hasPartialLine());
    // A part that another line follows is one line lost.
    RecordReader cut = reader(parts.first(parts.indexOf('\n') + 1) + "Nov 22 12:45:03 mx app[7]: x\n");
    QCOMPARE(records(cut).join('|'), QByteArray("2026-11-22T12:45:03 mx app 7 x"));
    QCOMPARE(cut.skipped(), 1U);
    // Parts without end are bounded.
    RecordReader endless = reader(QByteArray(stamp + "stdout P " + QByteArray(100'000, 'x') + '\n').repeated(100)
        + stamp + "stdout F x\n" + parts);
    QCOMPARE(records(endless).size(), 1);
}

/** Layers in layers, past the bound. */
void RecordReaderTest::layersAreBounded()
{
    const QByteArray line = "Nov 22 12:45:03 mx a[7]: b";
    QCOMPARE(records("x | y | z | " + line + '\n').size(), 1);
    RecordReader from = reader(QByteArray("x | ").repeated(1000) + line + '\n' + "2026-11-22T12:45:03Z "
        + QByteArray(200'000, '{') + '\n' + QByteArray("2026-11-22T12:45:03Z ").repeated(5000) + line + '\n');
    QCOMPARE(records(from).size(), 0);
    QCOMPARE(from.skipped(), 3U);
}

void RecordReaderTest::damagedExportCostsOneEntry()
{
    const auto entry = [](const QByteArray& number) -> QByteArray {
        return "__CURSOR=" + number + "\n__REALTIME_TIMESTAMP=" + micros
            + "\n_HOSTNAME=mx\nSYSLOG_IDENTIFIER=a\n_PID=" + number + "\nMESSAGE=m" + number + "\n\n";
    };
    QByteArray damaged = entry("2");
    damaged.replace("MESSAGE=m2\n", binary("MESSAGE", "m2", 1'000'000'000'000));
    RecordReader from = reader(entry("1") + damaged + entry("3"));
    QCOMPARE(records(from).join('|'), QByteArray("2026-11-22T12:45:03 mx a 1 m1|2026-11-22T12:45:03 mx a 3 m3"));
    QVERIFY(from.skipped() >= 1);
}

void RecordReaderTest::splitsLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("nothing") << QByteArray() << QByteArrayList();
    QTest::newRow("one") << QByteArray("a\n") << QByteArrayList{"a"};
    QTest::newRow("without its end") << QByteArray("a\nb") << QByteArrayList{"a", "b"};
    QTest::newRow("empty ones") << QByteArray("\n\na\n\n") << QByteArrayList{"", "", "a", ""};
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << QByteArrayList{"a", "b"};
    QTest::newRow("a bare CR is no end") << QByteArray("a\rb\n\r\n") << QByteArrayList{"a\rb", ""};
    QTest::newRow("NUL") << raw("a\0b\n") << QByteArrayList{raw("a\0b")};
}

void RecordReaderTest::splitsLines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, lines);
    for (const std::size_t portion : {SIZE_MAX, std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
        LineReader reader(std::make_unique<MemoryStream>(bytes, portion), 100);
        QByteArrayList found;
        std::string_view line;
        while (reader.next(line)) {
            found.append(QByteArray(line.data(), static_cast<qsizetype>(line.size())));
            const auto at = static_cast<qsizetype>(reader.lineOffset() - 100);
            QVERIFY(bytes.mid(at).startsWith(found.last()));
        }
        QCOMPARE(found, lines);
        QCOMPARE(reader.consumed(), 100U + static_cast<std::uint64_t>(bytes.size()));
        QVERIFY(!reader.hasPartialLine());
        QCOMPARE(reader.overlongLines(), 0U);
    }
}

/** The end of a file that may grow, or of an archive that is cut, is no line yet. */
void RecordReaderTest::keepsTheLastPartOfALine()
{
    std::string_view line;
    LineReader growing(std::make_unique<MemoryStream>("a\nb", SIZE_MAX, false), 0);
    QVERIFY(growing.next(line) && !growing.next(line));
    QVERIFY(growing.hasPartialLine());
    QCOMPARE(growing.consumed(), 2U);

    auto stream = std::make_unique<MemoryStream>("a\nb");
    stream->breakAtEnd();
    LineReader broken(std::move(stream), 0);
    QVERIFY(broken.next(line) && !broken.next(line));
    QVERIFY(broken.hasPartialLine());
    QCOMPARE(broken.consumed(), 2U);
}

void RecordReaderTest::dropsLinesWithoutEnd()
{
    const auto longest = static_cast<qsizetype>(LineReader::longestLine);
    for (const qsizetype length : {longest, longest + 1, 2 * longest, 5 * longest, 9 * longest + 7}) {
        for (const std::size_t portion : {SIZE_MAX, std::size_t{70'001}}) {
            const QByteArray bytes = "before\n" + QByteArray(length, 'x') + "\nafter\n" + QByteArray(length, 'y');
            LineReader reader(std::make_unique<MemoryStream>(bytes, portion), 0);
            std::vector<std::size_t> sizes;
            std::string_view line;
            while (reader.next(line))
                sizes.push_back(line.size());
            const bool fits = length <= longest;
            const auto size = static_cast<std::size_t>(length);
            QCOMPARE(sizes, fits ? std::vector<std::size_t>({6, size, 5, size}) : std::vector<std::size_t>({6, 5}));
            QCOMPARE(reader.overlongLines(), fits ? 0U : 2U);
            QCOMPARE(reader.consumed(), static_cast<std::uint64_t>(bytes.size()));
        }
    }
}

void RecordReaderTest::remembersTheTail()
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < 3'000'000; ++i)
        bytes += "line " + QByteArray::number(i) + '\n';
    for (const std::size_t portion : {SIZE_MAX, std::size_t{999}}) {
        LineReader reader(std::make_unique<MemoryStream>(bytes, portion), 0);
        std::string_view line;
        for (int i = 0; reader.next(line); ++i) {
            if (i % 5003 != 0 && reader.consumed() != static_cast<std::uint64_t>(bytes.size()))
                continue;
            const auto end = static_cast<qsizetype>(reader.consumed());
            const QByteArray tail = bytes.first(end).right(static_cast<qsizetype>(LineReader::tailLength));
            QCOMPARE(QByteArray::fromStdString(reader.consumedTail()), tail);
        }
    }
}

void RecordReaderTest::pumpsWhatItReads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray plain;
    for (int i = 0; i < 20'000; ++i)
        plain += "Nov 22 12:45:03 mx postfix/smtpd[" + QByteArray::number(i) + "]: line " + QByteArray::number(i * 7)
            + '\n';
    QTest::newRow("many") << plain;
    QTest::newRow("none") << QByteArray("nothing\nknown\n");
    QTest::newRow("long") << QByteArray("Nov 22 12:45:03 mx a[1]: " + QByteArray(250'000, 'x') + '\n').repeated(12);
    QByteArray journal;
    for (int i = 0; i < 30; ++i)
        journal += "__REALTIME_TIMESTAMP=" + micros + '\n' + binary("SYSLOG_IDENTIFIER", QByteArray(200'000, 'p'))
            + binary("MESSAGE", QByteArray(250'000, 'm')) + binary("_HOSTNAME", QByteArray(150'000, 'h')) + '\n';
    QTest::newRow("long journal fields") << journal;
    QTest::newRow("repetitions") << QByteArray(
        "Nov 22 12:45:03 mx postfix/smtpd[7]: NOQUEUE: reject: x\nNov 22 12:45:09 mx last message repeated "
        "3 times\n")
                                        .repeated(3000);
}

void RecordReaderTest::pumpsWhatItReads()
{
    QFETCH(QByteArray, bytes);
    RecordReader direct = reader(bytes);
    RecordPump pump(std::make_unique<RecordReader>(reader(bytes)));
    LogRecord one;
    LogRecord other;
    while (direct.next(one)) {
        QVERIFY(pump.next(other));
        QCOMPARE(text(other), text(one));
        QCOMPARE(other.offset, one.offset);
    }
    QVERIFY(!pump.next(other));
    QVERIFY(!pump.next(other));
    QCOMPARE(pump.reader().lines().consumed(), direct.lines().consumed());
    QCOMPARE(pump.reader().skipped(), direct.skipped());
}

/** Whoever cancels leaves the pump in the middle, at any point. */
void RecordReaderTest::aPumpMayBeLeft()
{
    const QByteArray bytes = QByteArray("Nov 22 12:45:03 mx a[1]: b\n").repeated(50'000);
    for (const int taken : {0, 1, 4095, 4096, 4097, 20'000}) {
        RecordPump pump(std::make_unique<RecordReader>(reader(bytes)));
        LogRecord record;
        for (int i = 0; i < taken; ++i)
            QVERIFY(pump.next(record));
    }
}

QTEST_GUILESS_MAIN(RecordReaderTest)
#include "tst_recordreader.moc"
