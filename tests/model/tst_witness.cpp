// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// TLS reports (RFC 8460) as they are really written, in all the ways in which they come, and Google's "Safer email"
// table. The expected counts are those that stand in the texts.

#include "model/core/csvreader.h"
#include "model/witness/reportmail.h"
#include "model/witness/saferemail.h"
#include "model/witness/tlsreport.h"
#include "model/witness/witnessreader.h"
#include "model/witness/witnesssums.h"
#include "modeltest.h"

#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>

using namespace waxseal;
using namespace waxseal::test;
using namespace Qt::StringLiterals;

namespace {

enum class Pack
{
    Gzip,
    Zip
};

QByteArray packed(const QByteArray& bytes, Pack how)
{
    std::vector<char> out(static_cast<std::size_t>(bytes.size()) + 10'000);
    std::size_t used = 0;
    archive* writer = archive_write_new();
    if (how == Pack::Gzip) {
        archive_write_set_format_raw(writer);
        archive_write_add_filter_gzip(writer);
    } else {
        archive_write_set_format_zip(writer);
    }
    archive_write_open_memory(writer, out.data(), out.size(), &used);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, "report.json");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, bytes.size());
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    return {out.data(), static_cast<qsizetype>(used)};
}

/** A report of a day with 10 sessions that went well and 3 that did not. */
QByteArray report(
    const QByteArray& id, const QByteArray& organization = "sender.example", const QByteArray& day = "2026-11-20")
{
    return R"({"organization-name":")" + organization + R"(","date-range":{"start-datetime":")" + day
        + R"(T00:00:00Z","end-datetime":")" + day + R"(T23:59:59Z"},"contact-info":"tls@sender.example","report-id":")"
        + id
        + R"(","policies":[{"policy":{"policy-type":"sts","policy-string":["version: STSv1","mode: testing","mx: *.own.example","max_age: 86400"],
        "policy-domain":"own.example","mx-host":["*.own.example"]},
        "summary":{"total-successful-session-count":10,"total-failure-session-count":3},
        "failure-details":[{"result-type":"certificate-expired","sending-mta-ip":"192.0.2.7","receiving-mx-hostname":"MX1.own.example","failed-session-count":2},
        {"result-type":"starttls-not-supported","failed-session-count":1}]}]})";
}

QByteArray mail(const QByteArray& attachment, const QByteArray& type = "application/tlsrpt+gzip")
{
    QByteArray base64 = attachment.toBase64();
    for (qsizetype at = 76; at < base64.size(); at += 78)
        base64.insert(at, "\r\n");
    return "From: tls@sender.example\r\nTLS-Report-Domain: own.example\r\nTLS-Report-Submitter: out.sender.example\r\n"
           "Subject: Report Domain: own.example\r\n Submitter: sender.example\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/report; report-type=\"tlsrpt\";\r\n\tboundary=\"=_b1 x\"\r\n\r\n"
           "preamble\r\n--=_b1 x\r\nContent-Type: text/plain\r\n\r\nA report.\r\n{\"policies\":[]}\r\n--=_b1 "
           "x\r\nContent-Type: "
        + type + "; name=\"a.json.gz\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64 + "\r\n--=_b1 x--\r\n";
}

TlsReport read(const QByteArray& json)
{
    const auto out = readTlsReport(view(json));
    if (!out) {
        QTest::qFail(qPrintable(out.error().detail), __FILE__, __LINE__);
        return {};
    }
    return *out;
}

} // namespace

class WitnessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAReport();
    void isLenient_data();
    void isLenient();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void comesBackFromJson();
    void isBounded();
    void countsAReportOnce();
    void findsItInEveryForm_data();
    void findsItInEveryForm();
    void looksIntoMboxesAndFolders();
    void survivesDamagedMail();
    void knowsItsFiles_data();
    void knowsItsFiles();
    void sumsByDomainAndDay();
    void saysWhoAndWhy();
    void votes();
    void readsSaferEmail();
    void saferEmailFollowsItsHeader_data();
    void saferEmailFollowsItsHeader();
    void readsTheSamples();
    void readsCsv_data();
    void readsCsv();
};

void WitnessTest::readsAReport()
{
    const TlsReport one = read(report("r1"));
    QCOMPARE(one.organization, "sender.example");
    QCOMPARE(one.submitter, "sender.example");
    QCOMPARE(one.id, "r1");
    QCOMPARE(one.begin, QDateTime(QDate(2026, 11, 20), QTime(0, 0), Qt::UTC).toSecsSinceEpoch());
    QCOMPARE(one.day(), QDate(1970, 1, 1).daysTo(QDate(2026, 11, 20)));
    QCOMPARE(one.policies.size(), 1U);
    const WitnessedPolicy& policy = one.policies[0];
    QCOMPARE(policy.domain, "own.example");
    QCOMPARE(policy.type, "sts");
    QCOMPARE(policy.mode, "testing");
    QCOMPARE(policy.successful, 10U);
    QCOMPARE(policy.failed, 3U);
    QCOMPARE(policy.failures.size(), 2U);
    QCOMPARE(policy.failures[0].resultType, "certificate-expired");
    QCOMPARE(policy.failures[0].sendingIp, "192.0.2.7");
    QCOMPARE(policy.failures[0].mxHost, "mx1.own.example");
    QCOMPARE(policy.failures[0].sessions, 2U);
}

void WitnessTest::isLenient_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("successful");
    QTest::addColumn<int>("failed");
    const QByteArray head
        = R"({"organization-name":"O","report-id":"1","date-range":{"start-datetime":"2026-11-20T00:00:00Z"},"policies":)";
    const auto row = [&](const char* name, const QByteArray& policies, int successful, int failed) {
        QTest::newRow(name) << head + policies + "}" << successful << failed;
    };
    row("no policies", "[]", 0, 0);
    row("null policies", "null", 0, 0);
    row("a policy without its list", R"({"policy":{},"summary":{"total-successful-session-count":4}})", 4, 0);
    row("counts as text", R"([{"summary":{"total-successful-session-count":"4","total-failure-session-count":" 2 "}}])",
        4, 2);
    row("no summary", R"([{"failure-details":[{"failed-session-count":5},{"failed-session-count":6}]}])", 0, 11);
    row("one failure without its list", R"([{"failure-details":{"failed-session-count":5}}])", 0, 5);
    row("sums that differ",
        R"([{"summary":{"total-failure-session-count":1},"failure-details":[{"failed-session-count":1},{"failed-session-count":1}]}])",
        0, 1);
    row("nulls", R"([{"policy":null,"summary":null,"failure-details":null},null,7])", 0, 0);
    row("negative and fractions",
        R"([{"summary":{"total-successful-session-count":-4,"total-failure-session-count":2.9}}])", 0, 2);
    QTest::newRow("a number as id, null contact, zone offset") << QByteArray(
        R"({"organization-name":null,"contact-info":null,"report-id":77,"date-range":{"start-datetime":"2026-11-20T01:00:00+01:00","end-datetime":null},"policies":[{"summary":{"total-successful-session-count":1}}]})")
                                                               << 1 << 0;
    QTest::newRow("byte order mark, seconds as dates") << QByteArray(
        "\xef\xbb\xbf{\"organization-name\":\"O\",\"date-range\":{\"start-datetime\":1795132800,\"end-datetime\":"
        "1795219199},\"policies\":[]}") << 0 << 0;
    QTest::newRow("a time without a zone")
        << QByteArray(R"({"organization-name":"O","date-range":{"end-datetime":"2026-11-20T23:00:00"},"policies":[]})")
        << 0 << 0;
}

void WitnessTest::isLenient()
{
    QFETCH(QByteArray, json);
    const TlsReport one = read(json);
    std::uint64_t successful = 0;
    std::uint64_t failed = 0;
    for (const WitnessedPolicy& policy : one.policies) {
        successful += policy.successful;
        failed += policy.failed;
    }
    QTEST(static_cast<int>(successful), "successful");
    QTEST(static_cast<int>(failed), "failed");
    QCOMPARE(one.day(), QDate(1970, 1, 1).daysTo(QDate(2026, 11, 20)));
}

void WitnessTest::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"policies\":");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("other JSON") << QByteArray(R"({"MESSAGE":"connect from"})");
    QTest::newRow("nobody's") << QByteArray(
        R"({"policies":[],"date-range":{"start-datetime":"2026-11-20T00:00:00Z"}})");
    QTest::newRow("no time") << QByteArray(R"({"organization-name":"O","policies":[]})");
    QTest::newRow("a time beyond") << QByteArray(
        R"({"organization-name":"O","date-range":{"start-datetime":1e300},"policies":[]})");
    QTest::newRow("deep") << QByteArray(R"({"policies":)") + QByteArray(100'000, '[');
}

void WitnessTest::refusesWhatIsNone()
{
    QFETCH(QByteArray, json);
    QVERIFY(!readTlsReport(view(json)));
}

void WitnessTest::comesBackFromJson()
{
    for (const QByteArray& json :
        {report("r1"), report("", "Company \\u202e \\\"X\\\" " + QByteArray(400, 'y'), "2026-01-01"),
            QByteArray(
                R"({"report-id":"<é>","contact-info":"mailto:a@b.example","date-range":{"start-datetime":"2026-11-20T00:00:00Z"},"policies":[{"policy":{"policy-domain":"Ünicode.example","policy-type":"TLSA"},"summary":{"total-successful-session-count":1e300}}]})")}) {
        const TlsReport one = read(json);
        QVERIFY(read(toJson(one)) == one);
    }
    QVERIFY(!read(report("")).id.empty()); // it can be told from others
    QVERIFY(read(report("")).id != read(report("", "sender.example", "2026-11-21")).id);
}

void WitnessTest::isBounded()
{
    QByteArray many
        = R"({"organization-name":"O","report-id":"1","date-range":{"start-datetime":"2026-11-20T00:00:00Z"},"policies":[{"failure-details":[)";
    for (int i = 0; i < 20'000; ++i)
        many
            += R"({"failed-session-count":1,"additional-information":"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\""},)";
    many.chop(1);
    const TlsReport one = read(many + "]}]}");
    QCOMPARE(one.policies[0].failures.size(), 5000U);
    QCOMPARE(one.policies[0].failed, 20'000U); // those without a place are counted
    const QByteArray huge(static_cast<qsizetype>(longestTlsReport) + 1, ' ');
    QCOMPARE(readTlsReport(view(huge)).error().code, ErrorCode::Unsupported);
    // A gigabyte of blanks packs well.
    QByteArray bomb = packed(QByteArray(40 << 20, ' '), Pack::Gzip);
    QVERIFY(bomb.size() < 1 << 20);
    QCOMPARE(unpacked(view(bomb), 1 << 20).error().code, ErrorCode::Unsupported);
}

void WitnessTest::countsAReportOnce()
{
    Witnesses witnesses;
    QCOMPARE(witnesses.add(read(report("r1"))), Witnesses::Added::New);
    QCOMPARE(witnesses.add(read(report("r1"))), Witnesses::Added::Known);
    QCOMPARE(witnesses.add(read(report("r1", "SENDER.example"))), Witnesses::Added::Known);
    QCOMPARE(witnesses.add(read(report("r1", "other.example"))), Witnesses::Added::New);
    QCOMPARE(witnesses.add(read(report("r2"))), Witnesses::Added::New);
    QCOMPARE(witnesses.reports().size(), 3U);
}

void WitnessTest::findsItInEveryForm_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("reports");
    const QByteArray one = report("r1");
    const QByteArray two = report("r2");
    QByteArray oneLine = one;
    oneLine.replace('\n', ' ');
    QByteArray otherLine = two;
    otherLine.replace('\n', ' ');
    QTest::newRow("json") << one << 1;
    QTest::newRow("json, with a mark and blanks") << "\xef\xbb\xbf\r\n  " + one << 1;
    QTest::newRow("gzip") << packed(one, Pack::Gzip) << 1;
    QTest::newRow("zip") << packed(one, Pack::Zip) << 1;
    QTest::newRow("a list") << "[" + one + "," + two + "]" << 2;
    QTest::newRow("one a line") << oneLine + "\n" + otherLine + "\n" << 2;
    QTest::newRow("mail") << mail(packed(one, Pack::Gzip)) << 1;
    QTest::newRow("mail, line feeds") << mail(packed(one, Pack::Gzip)).replace("\r\n", "\n") << 1;
    QTest::newRow("mail, json") << mail(one, "application/tlsrpt+json") << 1;
    QTest::newRow("mail, zip, another type") << mail(packed(one, Pack::Zip), "application/octet-stream") << 1;
    QTest::newRow("mail, packed") << packed(mail(packed(one, Pack::Gzip)), Pack::Gzip) << 1;
    QTest::newRow("mail cut off behind the attachment") << mail(packed(one, Pack::Gzip)).chopped(11) << 1;
    QTest::newRow("a mail in a mail") << "Subject: Fwd\r\nContent-Type: multipart/mixed; "
                                         "boundary=outer\r\n\r\n--outer\r\nContent-Type: message/rfc822\r\n\r\n"
            + mail(packed(one, Pack::Gzip))
            + "--outer--\r\n" << 1;
    QTest::newRow("a mail that is the report")
        << "Subject: x\r\nContent-Type: application/tlsrpt+gzip\r\nContent-Transfer-Encoding: BASE64\r\n\r\n"
            + packed(one, Pack::Gzip).toBase64()
        << 1;
    QTest::newRow("quoted-printable")
        << "Subject: x\nContent-Type: application/tlsrpt+json\nContent-Transfer-Encoding: quoted-printable\n\n"
            + QByteArray(oneLine).replace("=", "=3D").replace("date-range", "date-=\nra=6Ege")
        << 1;
    QTest::newRow("mbox") << "From tls@sender.example Fri Nov 20 00:00:00 2026\n"
            + mail(packed(one, Pack::Gzip)).replace("\r\n", "\n")
            + "\nFrom tls@sender.example Sat Nov 21 00:00:00 2026\n"
            + mail(packed(two, Pack::Gzip)).replace("\r\n", "\n")
            + "\nFrom someone@example.com Sat Nov 21 00:00:00 2026\nSubject: lunch\n\nFrom here it is not far.\n"
                          << 2;
    QTest::newRow("the same twice") << "[" + one + "," + one + "]" << 1;
}

void WitnessTest::findsItInEveryForm()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, reports);
    QTemporaryDir folder;
    writeFile(folder.filePath(u"x"_s), bytes);
    Witnesses witnesses;
    const WitnessReading reading = readWitnesses({folder.filePath(u"x"_s)}, witnesses);
    QCOMPARE(static_cast<int>(reading.reports), reports);
    QCOMPARE(static_cast<int>(witnesses.reports().size()), reports);
    QVERIFY(reading.notes.empty());
    const TlsReport& first = witnesses.reports()[0];
    QCOMPARE(first.policies[0].successful, 10U);
    QCOMPARE(first.policies[0].failures[0].resultType, "certificate-expired");
}

void WitnessTest::looksIntoMboxesAndFolders()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(u"maildir/cur"_s));
    writeFile(folder.filePath(u"maildir/cur/1795132800.a:2,S"_s), mail(packed(report("r1"), Pack::Gzip)));
    writeFile(folder.filePath(u"maildir/cur/1795132801.b:2,S"_s), "Subject: lunch\n\nAt noon?\n");
    writeFile(folder.filePath(u"b.json.gz"_s), packed(report("r2"), Pack::Gzip));
    writeFile(folder.filePath(u"c.json.gz"_s), packed(report("r2"), Pack::Gzip).chopped(30));
    writeFile(folder.filePath(u"empty"_s), {});
    // An mbox of many blocks, with a mail between.
    QByteArray mbox;
    for (int i = 0; i < 40; ++i)
        mbox += "From a@b.example Fri Nov 20 00:00:00 2026\n"
            + mail(packed(report("m" + QByteArray::number(i)), Pack::Gzip)).replace("\r\n", "\n")
            + "\nFrom a@b.example Fri Nov 20 00:00:00 2026\nSubject: long\n\n" + QByteArray(50'000, 'x') + "\n\n";
    writeFile(folder.filePath(u"mbox"_s), mbox);
    Witnesses witnesses;
    const WitnessReading reading = readWitnesses({folder.path()}, witnesses);
    QCOMPARE(reading.reports, 42U);
    QCOMPARE(reading.files, 6U);
    QCOMPARE(reading.notes.size(), 3U); // lunch, the damaged one, the empty one
    const WitnessReading again = readWitnesses({folder.path()}, witnesses);
    QCOMPARE(again.reports, 0U);
    QCOMPARE(again.known, 42U);
}

void WitnessTest::survivesDamagedMail()
{
    const QByteArray whole = mail(packed(report("r1"), Pack::Gzip));
    for (qsizetype size = 0; size < whole.size(); size += 7) {
        Witnesses witnesses;
        WitnessReading reading;
        readWitness(view(whole.left(size)), {}, witnesses, reading);
        QVERIFY(witnesses.reports().size() <= 1);
    }
    // A mail of nothing but beginnings of parts, each in the one before.
    QByteArray deep;
    for (int i = 0; i < 10'000; ++i)
        deep += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\n\n--b" + QByteArray::number(i)
            + "\n";
    int found = 0;
    eachAttachment(view(deep), [&](std::string_view, std::string_view) { ++found; });
    QCOMPARE(found, 0);
}

void WitnessTest::knowsItsFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isWitness");
    QTest::newRow("report") << report("r1") << true;
    QTest::newRow("packed") << packed(report("r1"), Pack::Gzip) << true;
    QTest::newRow("zip") << packed(report("r1"), Pack::Zip) << true;
    QTest::newRow("mail") << mail("x") << true;
    QTest::newRow("table") << QByteArray(
        "Address Suffix,Hostname Suffix,Direction,UN M.49 Region Code,Region Name,Fraction Encrypted\n")
                           << true;
    QTest::newRow("another mail") << QByteArray("Subject: lunch\n\nAt noon?\n") << false;
    QTest::newRow("log") << QByteArray("Nov 22 12:45:03 mx postfix/smtpd[30369]: connect from unknown[192.0.2.1]\n")
                         << false;
    QTest::newRow("journal") << QByteArray(
        R"({"__REALTIME_TIMESTAMP":"1","MESSAGE":"\"organization-name\" \"date-range\""})")
                             << false;
    QTest::newRow("journal, its message first") << QByteArray(R"({"MESSAGE":"x","date-range":1})") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void WitnessTest::knowsItsFiles()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    writeFile(folder.filePath(u"x"_s), bytes);
    QTEST(looksLikeWitness(folder.filePath(u"x"_s)), "isWitness");
    QVERIFY(!looksLikeWitness(folder.path()));
    QVERIFY(!looksLikeWitness(folder.filePath(u"missing"_s)));
}

void WitnessTest::sumsByDomainAndDay()
{
    Witnesses witnesses;
    witnesses.add(read(report("a1", "a.example", "2026-11-20")));
    witnesses.add(read(report("b1", "b.example", "2026-11-20")));
    witnesses.add(read(report("a2", "a.example", "2026-11-21")));
    const auto days = witnessDays(witnesses);
    QCOMPARE(days.size(), 2U);
    QCOMPARE(days[0].domain, "own.example");
    QCOMPARE(dateOf(days[0].day), QDate(2026, 11, 20));
    QCOMPARE(days[0].successful, 20U);
    QCOMPARE(days[0].failed, 6U);
    QCOMPARE(days[0].results.at("certificate-expired"), 4U);
    QCOMPARE(days[1].failed, 3U);
    const Day second = days[1].day;
    QCOMPARE(witnessDays(witnesses, {second, second}).size(), 1U);
    const WitnessOfSender sender = witnessOfSender(witnesses, "mail.a.example");
    QCOMPARE(sender.reports, 2U);
    QCOMPARE(sender.successful, 20U);
    QCOMPARE(sender.results.at("starttls-not-supported"), 2U);
    QCOMPARE(witnessOfSender(witnesses, "c.example").reports, 0U);
}

void WitnessTest::saysWhoAndWhy()
{
    Witnesses witnesses;
    witnesses.add(read(report("a1", "a.example", "2026-11-20")));
    witnesses.add(read(report("a2", "a.example", "2026-11-22")));
    // A summary that counts more than its details explain.
    witnesses.add(read(
        R"({"organization-name":"Big","report-id":"1","date-range":{"start-datetime":"2026-11-20T00:00:00Z"},"policies":[
        {"policy":{"policy-domain":"own.example"},"summary":{"total-failure-session-count":9},"failure-details":[{"result-type":"dnssec-invalid","failed-session-count":2}]}]})"));
    const auto causes = witnessCauses(witnesses);
    QCOMPARE(causes.size(), 4U);
    QCOMPARE(causes[0].organization, "Big");
    QCOMPARE(causes[0].resultType, "");
    QCOMPARE(causes[0].sessions, 7U);
    QCOMPARE(causes[1].organization, "a.example");
    QCOMPARE(causes[1].resultType, "certificate-expired");
    QCOMPARE(causes[1].mxHost, "mx1.own.example");
    QCOMPARE(causes[1].sessions, 4U);
    QCOMPARE(causes[1].reports, 2U);
    QCOMPARE(causes[1].last - causes[1].first, 2);
}

void WitnessTest::votes()
{
    Witnesses witnesses;
    witnesses.add(read(report("a1", "a.example", "2026-11-21")));
    witnesses.add(read(report("b1", "b.example", "2026-11-20").replace("mode: testing", "mode: enforce")));
    witnesses.add(read(report("c1", "c.example", "2026-11-20").replace("\"sts\"", "\"tlsa\"")));
    const auto all = witnessVotes(witnesses);
    QCOMPARE(all.size(), 2U);
    QCOMPARE(all[0].type, "sts");
    QCOMPARE(all[0].mode, "testing"); // of the later report
    QCOMPARE(all[0].failed, 6U);
    QCOMPARE(all[0].organizations, 2U);
    QCOMPARE(all[1].type, "tlsa");
    QCOMPARE(all[1].successful, 10U);
}

void WitnessTest::readsSaferEmail()
{
    const QByteArray table
        = "Address Suffix,Hostname Suffix,Direction,UN M.49 Region Code,Region Name,Fraction Encrypted\n"
          "bank.example,mx.bank.example,inbound,001,World,0.091112\n"
          "bank.example,mx.bank.example,inbound,150,Europe,0.5\n"
          "bank.example,mx.bank.example,outbound,001,World,1\n"
          "yahoo.{...},yahoodns.net,outbound,001,World,1e-06\n"
          "\"odd, name.example\",x,inbound,001,World,0\n"
          "nothing.example,x,inbound,001,World,\n"
          "sideways.example,x,both,001,World,0.5\n"
          "much.example,x,inbound,001,World,1.5\n";
    Witnesses witnesses;
    const SaferEmailRead read = readSaferEmail(view(table), witnesses);
    QCOMPARE(read.added, 5U);
    QCOMPARE(read.skipped, 3U);
    auto rows = saferEmailOf(witnesses, "news.bank.example", Direction::Inbound);
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].encrypted, 91'112U);
    QCOMPARE(saferEmailOf(witnesses, "bank.example", Direction::Outbound)[0].encrypted, 1'000'000U);
    QCOMPARE(saferEmailOf(witnesses, "yahoo.co.jp", Direction::Outbound)[0].encrypted, 1U);
    QVERIFY(saferEmailOf(witnesses, "yahoo.co.jp", Direction::Inbound).empty());
    QVERIFY(saferEmailOf(witnesses, "otherbank.example", Direction::Inbound).empty());
    QVERIFY(saferEmailOf(witnesses, "example", Direction::Inbound).empty());
    // The same again changes nothing, another share replaces.
    QCOMPARE(readSaferEmail(view(table), witnesses).known, 5U);
    readSaferEmail("Address Suffix,Hostname Suffix,Direction,Region,Fraction "
                   "Encrypted\nbank.example,mx.bank.example,outbound,001,0.25\n",
        witnesses);
    QCOMPARE(saferEmailOf(witnesses, "bank.example", Direction::Outbound)[0].encrypted, 250'000U);
    QCOMPARE(witnesses.saferEmail().size(), 5U);
}

void WitnessTest::saferEmailFollowsItsHeader_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("another order, unknown columns") << QByteArray(
        "Date,Fraction Encrypted,Colour,Direction,Address Suffix\r\n2026-11-01,0.75,red,Inbound,a.example\r\n");
    QTest::newRow("the five columns of 2014") << QByteArray("Address Suffix,Hostname Suffix,Direction,UN M.49 Region "
                                                            "Code,Fraction Encrypted\na.example,x,inbound,001,.75\n");
    QTest::newRow("semicolons, per cent")
        << QByteArray("\"address_suffix\";\"direction\";\"Percent encrypted\"\na.example;inbound;75 %");
    QTest::newRow("tabs, mark") << QByteArray(
        "\xef\xbb\xbf"
        "Address Suffix\tDirection\tFraction Encrypted\n\na.example\tinbound\t75%\n");
}

void WitnessTest::saferEmailFollowsItsHeader()
{
    QFETCH(QByteArray, table);
    QTemporaryDir folder;
    writeFile(folder.filePath(u"x"_s), table);
    Witnesses witnesses;
    const WitnessReading reading = readWitnesses({folder.filePath(u"x"_s)}, witnesses);
    QCOMPARE(reading.saferRows, 1U);
    QCOMPARE(saferEmailOf(witnesses, "a.example", Direction::Inbound)[0].encrypted, 750'000U);
}

void WitnessTest::readsTheSamples()
{
    WAXSEAL_NEEDS_SHARED("logs/tlsrpt");
    Witnesses witnesses;
    const WitnessReading reading = readWitnesses(
        {QStringLiteral(SHARED_DATA "/logs/tlsrpt"), QStringLiteral(SHARED_DATA "/logs/google-safer-email")},
        witnesses);
    QCOMPARE(reading.reports, 4U);
    QVERIFY(reading.notes.empty());
    // grep -c inbound says 6596, grep -c outbound 137.
    QCOMPARE(reading.saferRows + reading.saferKnown + reading.saferSkipped, 6596U + 137U);
    QCOMPARE(std::count_if(witnesses.saferEmail().begin(), witnesses.saferEmail().end(),
                 [](const SaferEmail& row) { return row.direction == Direction::Outbound; }),
        137);
    std::uint64_t failed = 0;
    for (const WitnessDay& day : witnessDays(witnesses)) {
        failed += day.failed;
        if (day.domain == "company-y.example") {
            QCOMPARE(day.successful, 5326U);
            QCOMPARE(day.results.at("certificate-expired"), 100U);
        }
    }
    QCOMPARE(failed, 303U + 1U + 3U); // RFC 8460, appendix B; mail.ru; Example Inc.; the mail's has none
}

void WitnessTest::readsCsv_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected"); // fields end with |, records with a line end
    QTest::newRow("plain") << QByteArray("a,b\nc\n") << QByteArray("a|b|\nc|\n");
    QTest::newRow("quoted") << QByteArray("\"a,\"\"b\"\"\r\nc\",d\r\n") << QByteArray("a,\"b\"\r\nc|d|\n");
    QTest::newRow("empty fields") << QByteArray(",,\n\n,") << QByteArray("|||\n|\n||\n");
    QTest::newRow("quote inside") << QByteArray("a\"b,c\"\n") << QByteArray("a\"b|c\"|\n");
    QTest::newRow("text behind a quote") << QByteArray("\"a\"b,c") << QByteArray("ab|c|\n");
    QTest::newRow("never closed") << QByteArray("\"a,b\nc") << QByteArray("a,b\nc|\n");
    QTest::newRow("carriage return inside") << QByteArray("a\rb,c\r") << QByteArray("a\rb|c|\n");
}

void WitnessTest::readsCsv()
{
    QFETCH(QByteArray, text);
    QByteArray out;
    std::string_view rest = view(text);
    std::vector<std::string> fields;
    while (takeCsvRecord(rest, fields)) {
        for (const std::string& field : fields)
            out += QByteArray::fromStdString(field) + '|';
        out += '\n';
    }
    QTEST(out, "expected");
}

QTEST_GUILESS_MAIN(WitnessTest)
#include "tst_witness.moc"
