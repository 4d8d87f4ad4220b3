// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Gmail's logs, exported as JSON lines and as CSV by Google's published schema. The files are written by that schema;
// what they hold stands in the test.

#include "model/servers/gmail/gmailparser.h"
#include "testlog.h"

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

class GmailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnEvent();
    void columnsFollowTheHeader_data();
    void columnsFollowTheHeader();
    void countsEachMessageOnce_data();
    void countsEachMessageOnce();
    void growingFilesCountOnce();
};

namespace {

constexpr qint64 noon = 1'795'176'000'000'000; // 2026-11-20T12:00:00Z

/** A row of the log: what both forms of the export write. */
struct Row
{
    int second = 0;
    int action = 0;
    QByteArray id;
    QByteArray sender;
    QByteArray service;
    QByteArray ip;
    QByteArray state; // "0", "1", "null"
    QByteArray version;
    QByteArray spam = "false";
    QByteArray relay = {};
    QByteArray destinations = "gmail-ui::u@own.example";
    QByteArray success = "true";
    QByteArray intra = "false";
};

std::vector<Row> rows()
{
    const QByteArray in = "smtp-inbound";
    return {
        {1, 1, "<m1@x>", "a@clear.example", in, "192.0.2.11", "0", "null"},
        {2, 3, "<m1@x>", "a@clear.example", in, "192.0.2.11", "0", "null"}, // delivered: the same message
        {3, 1, "<m2@x>", "b@tls.example", in, "2001:db8::12", "1", "TLSv1.3", "false", {},
            "gmail-ui::u@own.example,gmail-ui::v@own.example"},
        {4, 1, "<m3@x>", "s@spam.example", in, "192.0.2.13", "1", "null", "true"},
        {5, 1, "<m4@x>", "q@unknown.example", in, "192.0.2.14", "null", "null"},
        {6, 1, "<m1@x>", "z@forged.example", in, "192.0.2.66", "0", "null"}, // another's Message-ID
        {7, 1, "<m5@x>", "r@refused.example", in, "192.0.2.15", "0", "null", "false", {}, "gmail-ui::u@own.example",
            "false"},
        {8, 2, "<m6@x>", "u@own.example", "gmail-ui", "null", "null", "null", "false", {},
            "smtp-outbound::x@partner.example"},
        {9, 10, "<m6@x>", "u@own.example", "gmail-ui", "null", "1", "TLSv1.2", "false", "192.0.2.50",
            "smtp-outbound::x@partner.example,smtp-outbound::y@partner.example"},
        {10, 10, "<m7@x>", "u@own.example", "gmail-ui", "null", "0", "null", "false", "192.0.2.51",
            "smtp-outbound::x@old.example"},
        {11, 10, "<m8@x>", "u@own.example", "gmail-ui", "null", "0", "null", "false", "192.0.2.51",
            "smtp-outbound::x@old.example", "false"},
        {12, 1, "<m9@x>", "d@own.example", "smtp-relay", "198.51.100.9", "1", "TLSv1.2"},
        {13, 1, "<m10@x>", "i@own.example", in, "192.0.2.16", "1", "TLSv1.2", "false", {}, "gmail-ui::u@own.example",
            "true", "true"},
    };
}

const QByteArray expected = "inbound 'clear.example' [192.0.2.11] clear legitimate: 1/1\n"
                            "inbound 'forged.example' [192.0.2.66] clear legitimate: 1/1\n"
                            "inbound 'spam.example' [192.0.2.13] tls spam: 1/1\n"
                            "inbound 'tls.example' [2001:db8::12] tls/1.3/C legitimate: 1/2\n"
                            "inbound 'unknown.example' [192.0.2.14] unknown legitimate: 1/1\n"
                            "outbound 'old.example' [192.0.2.51] clear: 1/1\n"
                            "outbound 'partner.example' [192.0.2.50] tls/1.2/C: 1/2\n"
                            "submission 'own.example' [198.51.100.9] tls/1.2/C legitimate: 1/1\n";

QByteArray json(bool wrapped)
{
    QByteArray out;
    for (const Row& row : rows()) {
        const auto quoted = [](const QByteArray& text) {
            return text == "null" || text.isEmpty() ? QByteArray("null") : QByteArray('"' + text + '"');
        };
        QByteArray destinations;
        for (const QByteArray& one : row.destinations.split(','))
            destinations += (destinations.isEmpty() ? "" : ",") + QByteArray("{\"address\":\"")
                + one.mid(one.lastIndexOf(':') + 1) + "\",\"service\":\"" + one.left(one.indexOf(':'))
                + "\",\"selector\":null}";
        const QByteArray event = R"({"event_info":{"timestamp_usec":")"
            + QByteArray::number(noon + row.second * 1'000'000) + R"(","elapsed_time_usec":"1","success":)"
            + row.success + R"(},"message_info":{"action_type":")" + QByteArray::number(row.action)
            + R"(","rfc2822_message_id":")" + row.id
            + R"(","subject":"the \"message_info\" of the day","payload_size":"900","source":{"address":")" + row.sender
            + R"(","service":")" + row.service + R"(","selector":null},"destination":[)" + destinations
            + R"(],"connection_info":{"client_ip":)" + quoted(row.ip)
            + R"(,"smtp_in_connect_ip":null,"smtp_out_connect_ip":)" + quoted(row.relay) + R"(,"smtp_tls_state":)"
            + (row.state == "null" ? QByteArray("null") : QByteArray('"' + row.state + '"')) + R"(,"smtp_tls_version":)"
            + quoted(row.version) + R"(,"smtp_tls_cipher":)" + (row.version == "null" ? "null" : "\"C\"")
            + R"(,"is_intra_domain":)" + row.intra + R"(},"is_spam":)" + row.spam + "}}";
        out += (wrapped ? "{\"time_usec\":\"1\",\"event_name\":\"delivery\",\"gmail\":" + event + "}" : event) + '\n';
        if (wrapped)
            out += "{\"time_usec\":\"1\",\"event_name\":\"login_success\",\"login\":{\"login_type\":\"saml\"}}\n";
    }
    return out;
}

QByteArray csv(char separator, const QByteArray& prefix)
{
    const char dot = prefix.isEmpty() ? '.' : '_';
    QByteArray header;
    for (const char* name : {"event_info.timestamp_usec", "event_info.success", "message_info.action_type",
             "message_info.rfc2822_message_id", "message_info.subject", "message_info.source.address",
             "message_info.source.service", "message_info.connection_info.client_ip",
             "message_info.connection_info.smtp_out_connect_ip", "message_info.connection_info.smtp_tls_state",
             "message_info.connection_info.smtp_tls_version", "message_info.connection_info.smtp_tls_cipher",
             "message_info.connection_info.is_intra_domain", "message_info.is_spam",
             "message_info.flattened_destinations"})
        header += (header.isEmpty() ? QByteArray() : QByteArray(1, separator)) + prefix
            + QByteArray(name).replace('.', dot);
    QByteArray out = header + '\n';
    for (const Row& row : rows()) {
        const auto plain = [](const QByteArray& text) { return text == "null" ? QByteArray() : text; };
        const QByteArrayList fields{QByteArray::number(noon + row.second * 1'000'000), row.success,
            QByteArray::number(row.action), row.id, "\"Re: \"\"you\"\", and\nme\"", row.sender, row.service,
            plain(row.ip), row.relay, plain(row.state), plain(row.version), row.version == "null" ? "" : "C", row.intra,
            row.spam, '"' + row.destinations + '"'};
        out += fields.join(separator) + '\n';
    }
    return out;
}

QByteArray facts(const ImportResult& result)
{
    return dump(*result.facts).replace("20777 ", "");
}

} // namespace

void GmailTest::readsAnEvent()
{
    const auto event = parseGmailJson(
        R"({"event_info":{"timestamp_usec":1669101504309964,"elapsed_time_usec":2115298,"success":true},"message_info":{"action_type":3,)"
        R"("rfc2822_message_id":"\u003cm1@x.example\u003e","payload_size":33084,"source":{"address":"noreply@partner.example","service":"smtp-inbound","selector":null},)"
        R"("destination":[{"address":"u@own.example","service":"gmail-ui","selector":""}],"flattened_destinations":"gmail-ui::u@own.example",)"
        R"("connection_info":{"client_ip":"192.0.2.158","smtp_in_connect_ip":null,"smtp_tls_state":1,"smtp_reply_code":0,"is_intra_domain":false,"smtp_tls_version":null,)"
        R"("smtp_tls_cipher":null},"is_spam":false}})");
    QVERIFY(event.has_value());
    QCOMPARE(event->time, 1669101504309964);
    QCOMPARE(event->action, 3);
    QCOMPARE(event->messageId, "<m1@x.example>");
    QCOMPARE(event->sender, "noreply@partner.example");
    QCOMPARE(event->clientIp, "192.0.2.158");
    QCOMPARE(event->tlsState.value_or(-1), 1);
    QCOMPARE(event->isSpam.value_or(true), false);
    QCOMPARE(event->destinations.size(), 1U);
    GmailEvent again = *fromText(toText(*event));
    again.time = event->time; // the record's own
    QVERIFY(again == *event);
    for (const char* none : {"", "{}", "[]", R"({"message_info":1})", R"({"event_info":{},"message_info":{}})",
             R"({"login":{"message_info":"x"}})"})
        QVERIFY(!parseGmailJson(none));
}

void GmailTest::columnsFollowTheHeader_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("isOurs");
    QTest::newRow("Google's names") << QByteArray(
        "event_info.timestamp_usec,message_info.action_type,message_info.connection_info.smtp_tls_state")
                                    << true;
    QTest::newRow("flattened") << QByteArray("gmail_event_info_timestamp_usec;gmail_message_info_action_type;gmail_"
                                             "message_info_connection_info_smtp_tls_state")
                               << true;
    QTest::newRow("last parts") << QByteArray("\xef\xbb\xbfsmtp_tls_state\ttimestamp_usec\taction_type\taddress")
                                << true;
    QTest::newRow("another table") << QByteArray("time,domain,messages") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void GmailTest::columnsFollowTheHeader()
{
    QFETCH(QByteArray, header);
    QTEST(GmailColumns(view(header)).areEnough(), "isOurs");
}

void GmailTest::countsEachMessageOnce_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::newRow("JSON lines") << json(false);
    QTest::newRow("rows of Workspace's logs") << json(true);
    QTest::newRow("CSV") << csv(',', {});
    QTest::newRow("CSV, flattened names, semicolons") << csv(';', "gmail_");
}

void GmailTest::countsEachMessageOnce()
{
    QFETCH(QByteArray, log);
    const ImportResult result = importBytes(log);
    QCOMPARE(facts(result), expected);
    QCOMPARE(result.state.sources[0].format, u"gmail"_s);
    QCOMPARE(text(result.excluded), "reinjected 0, authenticated 1, internal 1, rejected 1");
}

void GmailTest::growingFilesCountOnce()
{
    const LogFolder folder;
    const QByteArray log = json(false);
    std::optional<ImportState> state;
    for (int step = 1; step <= 5; ++step) {
        folder.write(u"gmail.json"_s, step == 5 ? log : log.left(log.size() * step / 5));
        const ImportResult result = import({folder.path(u"gmail.json"_s)}, testOptions(), state ? &*state : nullptr);
        state = result.state;
        if (step == 5)
            QCOMPARE(facts(result), expected);
    }
}

QTEST_GUILESS_MAIN(GmailTest)
#include "tst_gmail.moc"
