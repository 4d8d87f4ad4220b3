// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probefacts.h"

#include "probe/result/bounds.h"
#include "probe/result/jsonwriter.h"
#include "probe/result/words.h"
#include "probe/verdict/probeevidence.h"
#include "probe/verdict/resultjson.h"
#include "probe/verdict/storedtests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace waxseal;
using namespace waxseal::test;

class TestProbeJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatServersSayIsBounded();
    void writer();
    void contract();
    void roundTrip_data();
    void roundTrip();
    void everyWordReadsBack();
    void hostile_data();
    void hostile();
    void boundsAreKept();
    void evidence();
};

/** Every field different from its default. */
static DomainFacts fullFacts()
{
    DomainFacts facts = goodDomain();
    facts.port = 2525;
    facts.mxLookup.detail = "because";
    HostFacts& host = facts.hosts[0];
    addTlsa(host);
    host.canonicalName = "real.example.net";
    host.tlsa.base = "real.example.net";
    host.tlsa.records.push_back({2, 0, 2, std::string(128, 'c')});
    host.tlsa.records.push_back({3, 1, 0, "00ff", true});
    AddressFacts& address = host.addresses[0];
    address.port = 2525;
    address.detail = "say \"what\"\\ für";
    address.testedAs = "mx.example.net";
    address.cutShort = true;
    address.slowGreeting = true;
    address.esmtp = false;
    address.required = Answer::Yes;
    address.clientCertificate = ClientCertificate::Required;
    address.closedAfterTls = true;
    address.versions = {Answer::NotTested, Answer::No, Answer::Yes, Answer::Yes};
    address.chain.certificates.push_back(certificate("Test Intermediate"));
    address.chain.certificates[1].selfSigned = true;
    address.chain.errors = {10, 20};
    address.chain.missingIntermediate = true;
    address.dane.each = {true, false};
    address.dane.error = 3;
    address.otherKey = {Answer::Yes, 3, "mx.example.com", "why", address.chain};
    address.otherKey.chain.certificates[0].keyType = "EC";
    address.otherDane = {Answer::Yes, 1, 0, 0, {false, true}};
    address.commandInjection = Injection::Vulnerable;
    address.responseInjection = Injection::Vulnerable;
    address.transcript = {{1, 0, TranscriptLine::Kind::Note, "connected"},
        {1, 5, TranscriptLine::Kind::Received, "220 hello"}, {2, 17, TranscriptLine::Kind::Sent, "EHLO x"}};
    host.addresses.push_back(goodAddress("mx.example.com", "2001:db8::1"));
    facts.mtaSts = {MtaStsFacts::Record::Found, "20260101", MtaStsFacts::Fetch::Fetched, "", MtaStsFacts::Mode::Enforce,
        {"*.example.com", "mx.example.com"}, 604800};
    facts.tlsRpt = {TlsRptFacts::Record::Found, "why", {"mailto:tls@example.com", "https://example.com/r"}};
    return facts;
}

void TestProbeJson::writer()
{
    JsonWriter json;
    json.beginObject()
        .key("b")
        .number(-5)
        .key("a")
        .beginArray()
        .text("x\"\\\n\x01\x7f")
        .null()
        .boolean(true)
        .endArray();
    json.key("e").beginObject().endObject().endObject();
    QCOMPARE(json.result(), QByteArray(R"({"b":-5,"a":["x\"\\\u000a\u0001\u007f",null,true],"e":{}})"));
}

void TestProbeJson::contract()
{
    const QByteArray json = domainToJson(fullFacts());
    QVERIFY(json.startsWith(R"({"schema":1,"domain":"example.com",)"));
    QVERIFY(!json.contains('\n'));
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    const auto has = [](const QJsonObject& where, const QStringList& keys) {
        for (const QString& key : keys)
            QVERIFY2(where.contains(key), qPrintable(key));
    };
    has(object,
        {QStringLiteral("mx"), QStringLiteral("mta_sts"), QStringLiteral("tls_rpt"), QStringLiteral("delivery")});
    const QJsonObject host = object[QStringLiteral("mx")].toArray()[0].toObject();
    has(host, {QStringLiteral("host"), QStringLiteral("preference"), QStringLiteral("addresses")});
    has(host[QStringLiteral("addresses")].toArray()[0].toObject(),
        {QStringLiteral("ip"), QStringLiteral("connections"), QStringLiteral("starttls"), QStringLiteral("required"),
            QStringLiteral("versions"), QStringLiteral("certificate"), QStringLiteral("dane"),
            QStringLiteral("injection")});
    const QJsonObject delivery = object[QStringLiteral("delivery")].toObject();
    QCOMPARE(delivery.size(), 7);
    for (const char* level : {"may", "encrypt", "dane", "dane-only", "verify", "secure", "mta-sts"}) {
        const QJsonObject cell = delivery[QLatin1String(level)].toObject();
        QVERIFY(!cell[QLatin1String("outcome")].toString().isEmpty());
        QVERIFY(!cell[QLatin1String("reason")].toString().isEmpty());
    }
}

void TestProbeJson::roundTrip_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("full") << 0;
    QTest::newRow("well kept") << 1;
    QTest::newRow("empty") << 2;
    QTest::newRow("no TLS") << 3;
    QTest::newRow("null MX") << 4;
}

void TestProbeJson::roundTrip()
{
    QFETCH(int, which);
    DomainFacts facts = which == 0 ? fullFacts() : goodDomain();
    if (which == 2) {
        facts = {};
        facts.domain = "xn--bcher-kva.example";
        facts.validating = false;
    } else if (which == 3) {
        onlyAddress(facts) = {};
        onlyAddress(facts).address = *IpAddress::parse("192.0.2.7");
        onlyAddress(facts).reach = Reach::Throttled;
    } else if (which == 4) {
        facts.nullMx = true;
        facts.hosts.clear();
    }
    const QByteArray json = domainToJson(facts);
    const Result<DomainFacts> read = domainFromJson(json);
    QVERIFY(read.hasValue());
    QVERIFY(*read == facts);
    QCOMPARE(domainToJson(*read), json);
}

template <typename Enum>
static void readsBack()
{
    const auto words = factwords::of(Enum{});
    for (std::size_t i = 0; i < words.size(); ++i) {
        QVERIFY(!words[i].empty());
        QCOMPARE(static_cast<std::size_t>(factwords::parse<Enum>(words[i])), i);
    }
    QVERIFY(factwords::parse<Enum>("no such word") == Enum{});
}

void TestProbeJson::everyWordReadsBack()
{
    readsBack<DnsStatus>();
    readsBack<DnsSecurity>();
    readsBack<Reach>();
    readsBack<StartTls>();
    readsBack<ClientCertificate>();
    readsBack<Injection>();
    readsBack<MtaStsFacts::Record>();
    readsBack<MtaStsFacts::Fetch>();
    readsBack<MtaStsFacts::Mode>();
    readsBack<TlsRptFacts::Record>();
    readsBack<TranscriptLine::Kind>();
}

void TestProbeJson::hostile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("valid");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("no JSON") << QByteArray("{\"schema\":1") << false;
    QTest::newRow("a list") << QByteArray("[]") << false;
    QTest::newRow("no schema") << QByteArray(R"({"domain":"example.com"})") << false;
    QTest::newRow("a later schema") << QByteArray(R"({"schema":2,"domain":"example.com"})") << false;
    QTest::newRow("no domain") << QByteArray(R"({"schema":1})") << false;
    QTest::newRow("no host name") << QByteArray(R"({"schema":1,"domain":"exa mple\n.com"})") << false;
    QTest::newRow("least") << QByteArray(R"({"schema":1,"domain":"example.com"})") << true;
    QTest::newRow("wrong types") << QByteArray(
        R"({"schema":1,"domain":"example.com","mx":[{"host":5,"preference":"x","addresses":[7,{"ip":true,"versions":[],"certificate":3,"dane":"x","tls":[]}]},null],"mta_sts":9,"tls_rpt":[],"dns":"x","port":-1,"time":{}})")
                                 << true;
    QTest::newRow("numbers out of range") << QByteArray(
        R"({"schema":1,"domain":"example.com","port":99999999999,"mx":[{"preference":1e300,"tlsa":{"records":[{"usage":-7,"selector":900}]}}]})")
                                          << true;
    QTest::newRow("deep") << (R"({"schema":1,"domain":"example.com","mx":)" + QByteArray(3000, '[')
        + QByteArray(3000, ']') + "}")
                          << false;
}

void TestProbeJson::hostile()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, valid);
    const Result<DomainFacts> read = domainFromJson(json);
    QCOMPARE(read.hasValue(), valid);
    if (valid)
        QVERIFY(domainFromJson(domainToJson(*read)).hasValue()); // what was read can be judged and written
}

void TestProbeJson::boundsAreKept()
{
    QByteArray names;
    for (int i = 0; i < 5000; ++i)
        names += "\"a.example\",";
    names += "\"" + QByteArray(100000, 'x') + "\\u001b[2J\"";
    const QByteArray json
        = R"({"schema":1,"domain":"example.com","mx":[{"host":"\u001b]0;x","addresses":[{"ip":"192.0.2.1","extensions":[)"
        + names + "]}]}]}";
    const Result<DomainFacts> read = domainFromJson(json);
    QVERIFY(read.hasValue());
    QCOMPARE(QString::fromStdString(read->hosts[0].name), QStringLiteral("?]0;x"));
    QVERIFY(read->hosts[0].addresses[0].extensions.size() <= 600);
}

void TestProbeJson::evidence()
{
    DomainFacts facts = goodDomain();
    std::vector<Workspace::ProbeRecord> records{probeRecord(facts)};
    onlyAddress(facts).startTls = StartTls::NotOffered;
    facts.time += 3600;
    records.insert(records.begin(), probeRecord(facts)); // the later one decides, wherever it stands
    records.push_back({QStringLiteral("broken.example"), QDateTime::currentDateTimeUtc(), "nonsense"});
    // One whose facts are of another domain than it says.
    records.push_back({QStringLiteral("other.example"), QDateTime::currentDateTimeUtc(), records.back().json});
    records.push_back({QStringLiteral("other.example"), QDateTime::currentDateTimeUtc(), records.front().json});
    const StoredTests read = readTests(records);
    const ProbeEvidence& evidence = *read.evidence;
    QCOMPARE(read.verdicts,
        (std::vector<QString>{QStringLiteral("none"), QStringLiteral("secure"), QString(), QString(), QString()}));
    QCOMPARE(evidence.size(), std::size_t{1});
    QVERIFY(evidence.fate("example.com", {Level::May, TlsVersion::Unknown}) == Fate::Accepted);
    QVERIFY(evidence.fate("example.com", {Level::Encrypt, TlsVersion::Unknown}) == Fate::Lost);
    QVERIFY(evidence.fate("example.com", {Level::Secure, TlsVersion::Unknown}) == Fate::Lost);
    QVERIFY(!evidence.fate("example.com", {Level::None, TlsVersion::Unknown}));
    QVERIFY(!evidence.fate("example.com", {Level::TrustedCertificate, TlsVersion::Unknown}));
    QVERIFY(!evidence.fate("example.org", {Level::Encrypt, TlsVersion::Unknown}));

    ProbeEvidence one;
    facts = goodDomain();
    onlyAddress(facts).session.version = TlsVersion::Tls12;
    one.add(facts);
    QVERIFY(one.fate("example.com", {Level::Encrypt, TlsVersion::Tls12}) == Fate::Accepted);
    QVERIFY(one.fate("example.com", {Level::Encrypt, TlsVersion::Tls13}) == Fate::Lost);
    onlyAddress(facts).reach = Reach::Throttled;
    one.add(facts);
    QVERIFY(!one.fate("example.com", {Level::Encrypt, TlsVersion::Unknown})); // not tested: no evidence
}

/** 20 hosts with 16 addresses each, all of which say as much as one connection lets them. */
void TestProbeJson::whatServersSayIsBounded()
{
    DomainFacts facts;
    facts.domain = "talkative.example";
    facts.time = test::testTime;
    facts.mxLookup = test::insecureAnswer();
    for (int i = 0; i < 20; ++i) {
        HostFacts host;
        host.name = "mx" + std::to_string(i) + ".talkative.example";
        host.lookup = test::insecureAnswer();
        for (int j = 0; j < 16; ++j) {
            AddressFacts address = test::goodAddress(host.name, "192.0.2." + std::to_string(i * 10 + j / 2));
            address.extensions.assign(180, std::string(500, 'E'));
            address.extensions.emplace_back("STARTTLS");
            address.extensionsOverTls.assign(180, std::string(500, 'E'));
            address.extensionsOverTls.emplace_back("REQUIRETLS");
            for (int line = 0; line < 130; ++line)
                address.transcript.push_back({1, line, TranscriptLine::Kind::Received, std::string(500, 't')});
            address.chain.certificates.front().names.assign(400, std::string(60, 'n') + ".example");
            address.chain.certificates.front().names.push_back("*.talkative.example");
            address.chain.certificates.resize(5, address.chain.certificates.front());
            host.addresses.push_back(address);
        }
        facts.hosts.push_back(host);
    }
    DomainFacts kept = facts;
    keepWithin(kept);
    const QByteArray json = domainToJson(kept);
    QVERIFY2(json.size() < 4 * 1024 * 1024, qPrintable(QString::number(json.size())));
    QVERIFY(domainFromJson(json));
    for (std::size_t i = 0; i < kept.hosts.size(); ++i) {
        for (const AddressFacts& address : kept.hosts[i].addresses) {
            QCOMPARE(address.extensions.back(), std::string("STARTTLS"));
            QVERIFY(address.requireTlsExtension() == Answer::Yes);
            QCOMPARE(address.chain.leaf().names.back(), std::string("*.talkative.example"));
            QVERIFY(address.transcript.back().kind == TranscriptLine::Kind::Note);
        }
    }
    // One that says little is kept whole.
    DomainFacts small = facts;
    small.hosts.resize(1);
    small.hosts.front().addresses.resize(1);
    DomainFacts same = small;
    keepWithin(same);
    QVERIFY(same == small);
}

QTEST_GUILESS_MAIN(TestProbeJson)
#include "tst_probejson.moc"
