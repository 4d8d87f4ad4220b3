// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/mtasts/records.h"

#include <QTest>

using namespace waxseal;

Q_DECLARE_METATYPE(waxseal::MtaStsFacts::Record)
Q_DECLARE_METATYPE(waxseal::TlsRptFacts::Record)

class TestMtaSts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void record_data();
    void record();
    void policy_data();
    void policy();
    void reasons_data();
    void reasons();
    void policyFields();
    void reporting_data();
    void reporting();
    void reportingReasons_data();
    void reportingReasons();
};

using Texts = std::vector<std::string>;
Q_DECLARE_METATYPE(Texts)

void TestMtaSts::record_data()
{
    using Record = MtaStsFacts::Record;
    QTest::addColumn<Texts>("texts");
    QTest::addColumn<Record>("record");
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("plain") << Texts{"v=STSv1; id=20260101T000000;"} << Record::Found << QByteArray("20260101T000000");
    QTest::newRow("no last semicolon") << Texts{"v=STSv1;id=1"} << Record::Found << QByteArray("1");
    QTest::newRow("blanks") << Texts{"v=STSv1 ; id = 1 ; "} << Record::Found << QByteArray("1");
    QTest::newRow("extension") << Texts{"v=STSv1; id=1; a-b_c.d=x/y;"} << Record::Found << QByteArray("1");
    QTest::newRow("others beside it") << Texts{"google-site=1", "v=STSv1; id=1;", "v=spf1 -all"} << Record::Found
                                      << QByteArray("1");
    QTest::newRow("none") << Texts{} << Record::Absent << QByteArray();
    QTest::newRow("another version") << Texts{"v=STSv2; id=1;"} << Record::Absent << QByteArray();
    QTest::newRow("longer version") << Texts{"v=STSv11; id=1;"} << Record::Absent << QByteArray();
    QTest::newRow("two") << Texts{"v=STSv1; id=1;", "v=STSv1; id=2;"} << Record::Several << QByteArray();
    QTest::newRow("no id") << Texts{"v=STSv1;"} << Record::Invalid << QByteArray();
    QTest::newRow("empty id") << Texts{"v=STSv1; id=;"} << Record::Invalid << QByteArray();
    QTest::newRow("id with a blank") << Texts{"v=STSv1; id=1 2;"} << Record::Invalid << QByteArray();
    QTest::newRow("id with a dash") << Texts{"v=STSv1; id=1-2;"} << Record::Invalid << QByteArray();
    QTest::newRow("id too long") << Texts{"v=STSv1; id=" + std::string(33, '1') + ";"} << Record::Invalid
                                 << QByteArray();
    QTest::newRow("empty field") << Texts{"v=STSv1;; id=1;"} << Record::Invalid << QByteArray();
    // Meant to be a record: senders pass it over, and its owner should know.
    QTest::newRow("escaped semicolon") << Texts{"v=STSv1\\; id=1;"} << Record::Invalid << QByteArray();
    QTest::newRow("blank before it") << Texts{" v=STSv1; id=1;"} << Record::Invalid << QByteArray();
    QTest::newRow("quotes in it") << Texts{"\"v=STSv1; id=1;\""} << Record::Invalid << QByteArray();
    QTest::newRow("lower case") << Texts{"v=stsv1; id=1;"} << Record::Invalid << QByteArray();
    QTest::newRow("comma") << Texts{"v=STSv1, id=1"} << Record::Invalid << QByteArray();
    QTest::newRow("tag alone") << Texts{"v=STSv1"} << Record::Invalid << QByteArray();
    QTest::newRow("a good one beside a bad")
        << Texts{"v=STSv1\\; id=1;", "v=STSv1; id=2;"} << Record::Found << QByteArray("2");
    QTest::newRow("no field") << Texts{"v=STSv1; id=1; nonsense"} << Record::Invalid << QByteArray();
}

void TestMtaSts::record()
{
    QFETCH(Texts, texts);
    QFETCH(MtaStsFacts::Record, record);
    QFETCH(QByteArray, id);
    const MtaStsFacts facts = readMtaStsRecords(texts);
    QVERIFY(facts.record == record);
    QCOMPARE(QByteArray::fromStdString(facts.id), id);
    // Why.
    QCOMPARE(!facts.detail.empty(), record == MtaStsFacts::Record::Invalid || record == MtaStsFacts::Record::Several);
}

void TestMtaSts::policy_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("valid");
    const QByteArray head = "version: STSv1\r\nmode: enforce\r\n";
    const QByteArray tail = "mx: mx.example.com\r\nmax_age: 604800\r\n";
    QTest::newRow("plain") << head + tail << true;
    QTest::newRow("line feeds") << QByteArray(head + tail).replace("\r\n", "\n") << true;
    QTest::newRow("no blanks") << QByteArray("version:STSv1\nmode:testing\nmx:*.example.com\nmax_age:1") << true;
    QTest::newRow("unknown field") << head + tail + "future: field\r\n" << true;
    QTest::newRow("none needs no mx") << QByteArray("version: STSv1\nmode: none\nmax_age: 1\n") << true;
    QTest::newRow("first mode counts") << head + "mode: nonsense\r\n" + tail << true;
    QTest::newRow("empty lines") << head + "\r\n\r\n" + tail << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("no version") << QByteArray("mode: enforce\r\n" + tail) << false;
    QTest::newRow("another version") << QByteArray("version: STSv2\r\nmode: enforce\r\n" + tail) << false;
    QTest::newRow("no mode") << QByteArray("version: STSv1\r\n" + tail) << false;
    QTest::newRow("unknown mode") << QByteArray("version: STSv1\r\nmode: always\r\n" + tail) << false;
    QTest::newRow("no mx") << head + "max_age: 1\r\n" << false;
    QTest::newRow("no max_age") << head + "mx: mx.example.com\r\n" << false;
    QTest::newRow("max_age no number") << head + "mx: mx.example.com\r\nmax_age: week\r\n" << false;
    QTest::newRow("max_age negative") << head + "mx: mx.example.com\r\nmax_age: -1\r\n" << false;
    QTest::newRow("max_age endless") << head + "mx: mx.example.com\r\nmax_age: 99999999999\r\n" << false;
    QTest::newRow("wildcard inside") << head + "mx: mx.*.example.com\r\nmax_age: 1\r\n" << false;
    QTest::newRow("wildcard alone") << head + "mx: *\r\nmax_age: 1\r\n" << false;
    QTest::newRow("mx with a slash") << head + "mx: mx/example.com\r\nmax_age: 1\r\n" << false;
    QTest::newRow("no colon") << head + tail + "nonsense\r\n" << false;
    QTest::newRow("markup") << QByteArray("<!DOCTYPE html><html><body>404</body></html>") << false;
}

void TestMtaSts::policy()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, valid);
    MtaStsFacts facts;
    readMtaStsPolicy(body.toStdString(), facts);
    QVERIFY2(
        facts.fetch == (valid ? MtaStsFacts::Fetch::Fetched : MtaStsFacts::Fetch::BadPolicy), facts.detail.c_str());
    QCOMPARE(facts.detail.empty(), valid);
}

void TestMtaSts::reasons_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isPolicy");
    QTest::addColumn<QByteArray>("why");
    const auto record = [](const char* text, const char* why) {
        QTest::newRow(text) << QByteArray(text) << false << QByteArray(why);
    };
    record("v=STSv1\\; id=1;", "“v=STSv1” is followed by “\\;” instead of “;”");
    record("v=STSv1; id=1; nonsense", "field 3 has no “=”: “nonsense”");
    record("v=STSv1;; id=1;", "field 2 is empty");
    record("v=STSv1; id=1-2", "its id is not 1 to 32 letters and digits: “1-2”");
    record("v=STSv1; x=1", "it has no id");
    const auto policy = [](const char* name, const char* text, const char* why) {
        QTest::newRow(name) << QByteArray(text) << true << QByteArray(why);
    };
    policy("mode", "version: STSv1\nmode: enforced\nmx: a.example.com\nmax_age: 1\n",
        "line 2: mode is “enforced”, not enforce, testing or none");
    policy("mx", "version: STSv1\r\nmode: enforce\r\n\r\nmx: a/b\r\nmax_age: 1\r\n",
        "line 4: mx is no host name or pattern: “a/b”");
    policy("colon", "version: STSv1\nmode enforce\n", "line 2: no colon in “mode enforce”");
    policy("age", "version: STSv1\nmode: none\nmax_age: one week\n", "line 3: max_age is no number: “one week”");
    policy("missing", "version: STSv1\nmode: enforce\nmax_age: 1\n", "no mx");
}

void TestMtaSts::reasons()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isPolicy);
    MtaStsFacts facts;
    if (isPolicy)
        readMtaStsPolicy(text.toStdString(), facts);
    else
        facts = readMtaStsRecords({text.toStdString()});
    QTEST(QByteArray::fromStdString(facts.detail), "why");
}

void TestMtaSts::policyFields()
{
    MtaStsFacts facts;
    readMtaStsPolicy(
        "version: STSv1\nmode: enforce\nmx: a.example.com\nmx: *.b.example.com\nmax_age: 4000000000\nmax_age: 5\n",
        facts);
    QVERIFY(facts.fetch == MtaStsFacts::Fetch::Fetched);
    QVERIFY(facts.mode == MtaStsFacts::Mode::Enforce);
    QCOMPARE(facts.mx, (std::vector<std::string>{"a.example.com", "*.b.example.com"}));
    QCOMPARE(facts.maxAge, std::int64_t{31557600}); // the RFC's longest
}

/** One word so many times, with commas between. */
static std::string repeated(const std::string& word, int times)
{
    std::string all = word;
    for (int i = 1; i < times; ++i)
        all += ',' + word;
    return all;
}

void TestMtaSts::reporting_data()
{
    using Record = TlsRptFacts::Record;
    QTest::addColumn<Texts>("texts");
    QTest::addColumn<Record>("record");
    QTest::addColumn<int>("addresses");
    QTest::newRow("mail") << Texts{"v=TLSRPTv1; rua=mailto:a@example.com"} << Record::Found << 1;
    QTest::newRow("both") << Texts{"v=TLSRPTv1;rua=mailto:a@example.com,https://example.com/r;"} << Record::Found << 2;
    QTest::newRow("none") << Texts{"v=spf1 -all"} << Record::Absent << 0;
    QTest::newRow("two") << Texts{"v=TLSRPTv1; rua=mailto:a@b.c", "v=TLSRPTv1; rua=mailto:a@b.c"} << Record::Several
                         << 0;
    QTest::newRow("no rua") << Texts{"v=TLSRPTv1;"} << Record::Invalid << 0;
    QTest::newRow("no scheme") << Texts{"v=TLSRPTv1; rua=nowhere"} << Record::Invalid << 0;
    QTest::newRow("plain HTTP") << Texts{"v=TLSRPTv1; rua=http://example.com/"} << Record::Invalid << 0;
    QTest::newRow("control character") << Texts{"v=TLSRPTv1; rua=mailto:a\x1b@b.c"} << Record::Invalid << 0;
    QTest::newRow("escaped semicolon") << Texts{"v=TLSRPTv1\\; rua=mailto:a@b.c"} << Record::Invalid << 0;
    QTest::newRow("another case") << Texts{"V=tlsrptv1; rua=mailto:a@b.c"} << Record::Invalid << 0;
    QTest::newRow("another version") << Texts{"v=TLSRPTv12; rua=mailto:a@b.c"} << Record::Absent << 0;
    QTest::newRow("second address empty")
        << Texts{"v=TLSRPTv1; rua=mailto:a@b.c,,mailto:d@b.c"} << Record::Invalid << 0;
    QTest::newRow("twenty") << Texts{"v=TLSRPTv1; rua=" + repeated("mailto:a@b.c", 20)} << Record::Found << 20;
    QTest::newRow("too many") << Texts{"v=TLSRPTv1; rua=" + repeated("mailto:a@b.c", 21)} << Record::Invalid << 0;
}

void TestMtaSts::reporting()
{
    QFETCH(Texts, texts);
    QFETCH(TlsRptFacts::Record, record);
    QFETCH(int, addresses);
    const TlsRptFacts facts = readTlsRptRecords(texts);
    QVERIFY(facts.record == record);
    QCOMPARE(static_cast<int>(facts.addresses.size()), addresses);
    QCOMPARE(!facts.detail.empty(), record == TlsRptFacts::Record::Invalid || record == TlsRptFacts::Record::Several);
}

void TestMtaSts::reportingReasons_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("why");
    const auto record
        = [](const char* text, const char* why) { QTest::newRow(text) << QByteArray(text) << QByteArray(why); };
    record("v=TLSRPTv1;", "it has no rua");
    record("v=TLSRPTv1; rua mailto:a@b.c", "field 2 has no “=”: “rua mailto:a@b.c”");
    record("v=TLSRPTv1; rua=a@example.com", "rua is neither a mailto: nor an https: address: “a@example.com”");
    record(
        "v=TLSRPTv1; rua=mailto:a@b.c, http://b.c/r", "rua is neither a mailto: nor an https: address: “http://b.c/r”");
    record("v=TLSRPTv1; rua=mailto:a@b.c,", "");
    record("v=TLSRPTv1, rua=mailto:a@b.c", "“v=TLSRPTv1” is followed by “, ” instead of “;”");
    record(" v=TLSRPTv1; rua=mailto:a@b.c", "it begins with “ ” instead of “v=TLSRPTv1”");
}

void TestMtaSts::reportingReasons()
{
    QFETCH(QByteArray, text);
    QTEST(QByteArray::fromStdString(readTlsRptRecords({text.toStdString()}).detail), "why");
}

QTEST_GUILESS_MAIN(TestMtaSts)
#include "tst_mtasts.moc"
