// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probefacts.h"

#include "probe/verdict/comparison.h"
#include "probe/verdict/delivery.h"
#include "probe/verdict/findings.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace waxseal;
using namespace waxseal::test;

using Spoil = std::function<void(DomainFacts&)>;
Q_DECLARE_METATYPE(Spoil)

class TestFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void found_data();
    void found();
    void addressesNobodyGetsTo_data();
    void addressesNobodyGetsTo();
    void whyACertificateIsNotTrusted_data();
    void whyACertificateIsNotTrusted();
    void publicServersMustNotRequire();
    void grades_data();
    void grades();
    void whatIsWellComesLast();
    void sentences();
    void readyRecord();
    void changes_data();
    void changes();
};

/** A second certificate, with an EC key, and what it is to the TLSA records. */
static void addOtherKey(DomainFacts& facts, DaneMatch match)
{
    AddressFacts& address = onlyAddress(facts);
    address.otherKey.works = Answer::Yes;
    address.otherKey.chain = address.chain;
    address.otherKey.chain.certificates[0].keyType = "EC";
    address.otherDane = std::move(match);
}

static QStringList codes(const DomainFacts& facts)
{
    QStringList words;
    for (const FoundFact& fact : findingsOf(facts, facts.hosts[0], facts.hosts[0].addresses[0], testTime)) {
        const std::string_view word = name(fact.finding);
        const QString code = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
        const bool isPlain = fact.finding >= Finding::Cipher && fact.finding <= Finding::CertificateSignature;
        if (!isPlain && code != QStringLiteral("tls1.2") && code != QStringLiteral("tls1.3")
            && code != QStringLiteral("no-dane"))
            words.append(code);
    }
    return words;
}

void TestFindings::found_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("expected");
    int number = 0;
    const auto row = [&number](const char* expected, const Spoil& spoil) {
        QTest::addRow("%d %s", ++number, expected) << spoil << QString::fromLatin1(expected);
    };
    row("", [](DomainFacts&) {});
    row("no-starttls", [](DomainFacts& f) { onlyAddress(f).startTls = StartTls::NotOffered; });
    row("stripped-starttls", [](DomainFacts& f) { onlyAddress(f).startTls = StartTls::Stripped; });
    row("hidden-starttls", [](DomainFacts& f) { onlyAddress(f).startTls = StartTls::Hidden; });
    row("broken-starttls", [](DomainFacts& f) { onlyAddress(f).startTls = StartTls::Broken; });
    row("expired", [](DomainFacts& f) { onlyAddress(f).chain.certificates[0].notAfter = testTime - 1; });
    row("expires-soon", [](DomainFacts& f) { onlyAddress(f).chain.certificates[0].notAfter = testTime + 20 * 86400; });
    row("not-yet-valid", [](DomainFacts& f) { onlyAddress(f).chain.certificates[0].notBefore = testTime + 1; });
    row("self-signed", [](DomainFacts& f) {
        onlyAddress(f).chain.certificates[0].selfSigned = true;
        onlyAddress(f).chain.errors = {18};
    });
    row("self-signed", [](DomainFacts& f) { // and says that it is no authority
        onlyAddress(f).chain.certificates[0].selfSigned = true;
        onlyAddress(f).chain.errors = {20, 21};
    });
    row("missing-intermediate", [](DomainFacts& f) {
        onlyAddress(f).chain.errors = {20, 21};
        onlyAddress(f).chain.missingIntermediate = true;
    });
    row("unknown-authority", [](DomainFacts& f) { onlyAddress(f).chain.errors = {20}; });
    row("wrong-name", [](DomainFacts& f) { onlyAddress(f).chain.certificates[0].names = {"elsewhere.net"}; });
    row("common-name-only", [](DomainFacts& f) { onlyAddress(f).chain.certificates[0].names.clear(); });
    row("weak-key", [](DomainFacts& f) { onlyAddress(f).chain.certificates[0].keyBits = 1024; });
    row("rsa-below-3072", [](DomainFacts& f) { onlyAddress(f).chain.certificates[0].keyBits = 2048; });
    row("weak-signature", [](DomainFacts& f) { onlyAddress(f).chain.certificates[0].signature = "RSA-SHA1"; });
    row("anonymous-only", [](DomainFacts& f) {
        onlyAddress(f).anonymous = Answer::Yes;
        onlyAddress(f).chain = {};
    });
    row("tls1.0", [](DomainFacts& f) { onlyAddress(f).versions[0] = Answer::Yes; });
    row("only-old-tls", [](DomainFacts& f) { onlyAddress(f).session.version = TlsVersion::Tls11; });
    row("only-tls1.3", [](DomainFacts& f) { onlyAddress(f).versions[2] = Answer::No; });
    row("weak-key-exchange", [](DomainFacts& f) {
        onlyAddress(f).session.group = "DH";
        onlyAddress(f).session.groupBits = 1024;
    });
    row("no-forward-secrecy", [](DomainFacts& f) {
        onlyAddress(f).session.version = TlsVersion::Tls12;
        onlyAddress(f).session.group.clear();
    });
    row("insecure-renegotiation", [](DomainFacts& f) { onlyAddress(f).session.secureRenegotiation = false; });
    row("command-injection", [](DomainFacts& f) { onlyAddress(f).commandInjection = Injection::Vulnerable; });
    row("response-injection", [](DomainFacts& f) { onlyAddress(f).responseInjection = Injection::Vulnerable; });
    row("client-certificate-asked",
        [](DomainFacts& f) { onlyAddress(f).clientCertificate = ClientCertificate::Asked; });
    row("client-certificate-required",
        [](DomainFacts& f) { onlyAddress(f).clientCertificate = ClientCertificate::Required; });
    row("wrong-name other-name", [](DomainFacts& f) {
        onlyAddress(f).testedAs = "mx.example.net";
        onlyAddress(f).chain.certificates[0].names = {"mx.example.net"};
    });
    row("requiretls", [](DomainFacts& f) { onlyAddress(f).extensionsOverTls.push_back("REQUIRETLS"); });
    row("slow-greeting", [](DomainFacts& f) { onlyAddress(f).slowGreeting = true; });
    row("mx-alias", [](DomainFacts& f) { f.hosts[0].canonicalName = "mx.example.net"; });
    row("", [](DomainFacts& f) {
        f.hosts[0].canonicalName = "mx.example.net";
        f.implicitMx = true;
    });
    row("cut-short", [](DomainFacts& f) { onlyAddress(f).cutShort = true; });
    row("dane-match", [](DomainFacts& f) { addTlsa(f.hosts[0]); });
    row("dane-mismatch", [](DomainFacts& f) {
        addTlsa(f.hosts[0]);
        onlyAddress(f).dane.matched = Answer::No;
    });
    row("dane-unusable", [](DomainFacts& f) { addTlsa(f.hosts[0], 0); });
    row("wrong-name dane-wrong-name", [](DomainFacts& f) {
        addTlsa(f.hosts[0], 2);
        onlyAddress(f).chain.certificates[0].names = {"elsewhere.net"};
    });
    row("dane-match dane-roll-over", [](DomainFacts& f) { // RFC 7671, 8.4: the key's and the authority's
        addTlsa(f.hosts[0]);
        f.hosts[0].tlsa.records.push_back({2, 1, 1, std::string(64, 'c')});
        onlyAddress(f).dane.each = {true, true};
    });
    row("dane-match dane-spare", [](DomainFacts& f) { // of the next key, or of a second certificate
        addTlsa(f.hosts[0]);
        f.hosts[0].tlsa.records.push_back({3, 1, 1, std::string(64, 'c')});
        onlyAddress(f).dane.each = {true, false};
    });
    row("dane-match", [](DomainFacts& f) { // two forms of one key are no preparation
        addTlsa(f.hosts[0]);
        f.hosts[0].tlsa.records.push_back({3, 1, 2, std::string(128, 'c')});
        onlyAddress(f).dane.each = {true, true};
    });
    row("dane-match", [](DomainFacts& f) { // RSA and ECDSA at once, each with its record
        addTlsa(f.hosts[0]);
        f.hosts[0].tlsa.records.push_back({3, 1, 1, std::string(64, 'c')});
        AddressFacts& address = onlyAddress(f);
        address.dane.each = {true, false};
        address.opportunistic.chain = address.chain;
        address.opportunistic.chain.certificates[0].keyType = "EC";
        address.opportunistic.chain.certificates[0].keySha256 = std::string(64, 'c');
    });
    row("dane-match other-key-match", [](DomainFacts& f) { // the same, as one connection more has found
        addTlsa(f.hosts[0]);
        f.hosts[0].tlsa.records.push_back({3, 1, 1, std::string(64, 'c')});
        addOtherKey(f, {Answer::Yes, 1, 0, 0, {false, true}});
    });
    row("dane-match other-key-mismatch", [](DomainFacts& f) {
        addTlsa(f.hosts[0]);
        addOtherKey(f, {Answer::No, -1, -1, 65, {false}});
    });
    row("dane-match dane-spare other-key-mismatch", [](DomainFacts& f) { // the next key of one of them, or of both
        addTlsa(f.hosts[0]);
        f.hosts[0].tlsa.records.push_back({3, 1, 1, std::string(64, 'd')});
        onlyAddress(f).dane.each = {true, false};
        addOtherKey(f, {Answer::No, -1, -1, 65, {false, false}});
    });
    row("dane-mismatch other-key-match", [](DomainFacts& f) { // Postfix gets the one that is not published
        addTlsa(f.hosts[0]);
        onlyAddress(f).dane = {Answer::No, -1, -1, 65, {false}};
        addOtherKey(f, {Answer::Yes, 0, 0, 0, {true}});
    });
    row("dane-match other-key-mismatch", [](DomainFacts& f) { // by the authority, and for another host
        addTlsa(f.hosts[0], 2);
        addOtherKey(f, {Answer::Yes, 0, 1, 0, {true}});
        onlyAddress(f).otherKey.chain.certificates[0].names = {"elsewhere.net"};
    });
    row("dane-match", [](DomainFacts& f) { // asked for, and there is none
        addTlsa(f.hosts[0]);
        onlyAddress(f).otherKey.works = Answer::No;
    });
    row("starttls-varies", [](DomainFacts& f) {
        onlyAddress(f).startTls = StartTls::Hidden;
        onlyAddress(f).startTlsVaries = true;
    });
    row("not-trusted", [](DomainFacts& f) { onlyAddress(f).chain.errors = {26}; }); // for clients only
    row("sni-changes-certificate", [](DomainFacts& f) {
        AddressFacts& address = onlyAddress(f);
        address.authenticated.works = Answer::Yes;
        address.named.works = Answer::Yes;
        address.named.serverName = "mx.example.com";
        address.named.chain = address.chain;
        address.named.chain.certificates[0].sha256 = std::string(64, 'e');
    });
}

void TestFindings::found()
{
    QFETCH(Spoil, spoil);
    QFETCH(QString, expected);
    DomainFacts facts = goodDomain();
    spoil(facts);
    QCOMPARE(codes(facts).join(u' '), expected);
}

void TestFindings::addressesNobodyGetsTo_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("isRemarked");
    // RFC 1122, 1918, 3927, 6598, 4291, 4193, 1112.
    for (const char* const none : {"127.0.0.1", "127.255.0.9", "10.1.2.3", "172.16.0.1", "172.31.255.255",
             "192.168.1.1", "169.254.1.1", "100.64.0.1", "100.127.255.255", "0.0.0.0", "224.0.0.1", "255.255.255.255",
             "::1", "::", "fe80::1", "febf::1", "fc00::1", "fdff::1", "ff02::1", "::ffff:10.0.0.1"})
        QTest::newRow(none) << QByteArray(none) << true;
    for (const char* const one : {"192.0.2.1", "198.51.100.200", "203.0.113.9", "2001:db8::1", "::ffff:192.0.2.1"})
        QTest::newRow(one) << QByteArray(one) << false;
}

void TestFindings::addressesNobodyGetsTo()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, isRemarked);
    const auto parsed = IpAddress::parse(address.toStdString());
    QVERIFY(parsed.has_value());
    for (const Reach reach : {Reach::Reached, Reach::TimedOut}) { // it is worth a remark most of all where it fails
        DomainFacts facts = goodDomain();
        onlyAddress(facts).address = *parsed;
        onlyAddress(facts).reach = reach;
        QCOMPARE(codes(facts).contains(QStringLiteral("private-address")), isRemarked);
    }
}

void TestFindings::whyACertificateIsNotTrusted_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("why");
    const auto row
        = [](const char* why, const Spoil& spoil) { QTest::newRow(why) << spoil << QString::fromLatin1(why); };
    const auto errors = [](std::vector<int> codes) {
        return [codes = std::move(codes)](DomainFacts& f) { onlyAddress(f).chain.errors = codes; };
    };
    // The numbers are those of x509_vfy.h.
    row("it is not for servers (its extended key usage says so)", errors({26}));
    row("it, or one that it rests on, has expired", errors({20, 21, 10}));
    row("its issuer is not trusted", errors({20, 21}));
    row("its key is too weak", errors({66, 20}));
    row("one in its chain is signed with a digest that is too weak", errors({68}));
    row("it is self-signed", [](DomainFacts& f) {
        onlyAddress(f).chain.errors = {20, 21};
        onlyAddress(f).chain.certificates[0].selfSigned = true;
    });
    row("the server does not send the intermediate certificate", [](DomainFacts& f) {
        onlyAddress(f).chain.errors = {20, 21};
        onlyAddress(f).chain.missingIntermediate = true;
    });
}

void TestFindings::whyACertificateIsNotTrusted()
{
    QFETCH(Spoil, spoil);
    QFETCH(QString, why);
    DomainFacts facts = goodDomain();
    spoil(facts);
    const Verdict verdict = judgeDelivery(facts, SenderLevel::Verify);
    QVERIFY(verdict.reason == DeliveryReason::NotTrusted);
    QCOMPARE(reasonText(verdict), QStringLiteral("The certificate of mx.example.com cannot be trusted: %1.").arg(why));
    QVERIFY(findingsOf(facts, facts.hosts[0], onlyAddress(facts), testTime).size() > 1);
}

void TestFindings::publicServersMustNotRequire()
{
    DomainFacts facts = goodDomain();
    onlyAddress(facts).required = Answer::Yes;
    QCOMPARE(codes(facts), QStringList{QStringLiteral("requires-tls-publicly")}); // RFC 3207, 4
    facts.port = 587;
    QCOMPARE(codes(facts), QStringList{QStringLiteral("requires-tls")});
}

/** By the lists of internet.nl (checks/tasks/tls/tls_constants.py), which cite the NCSC-NL's guidelines of 2025. */
void TestFindings::grades_data()
{
    QTest::addColumn<int>("grade");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* name, Grade grade, Grade expected) {
        QTest::newRow(name) << static_cast<int>(grade) << static_cast<int>(expected);
    };
    row("1.3", gradeOfVersion(TlsVersion::Tls13), Grade::Good);
    row("1.2", gradeOfVersion(TlsVersion::Tls12), Grade::Sufficient);
    row("1.1", gradeOfVersion(TlsVersion::Tls11), Grade::Insufficient);
    row("1.0", gradeOfVersion(TlsVersion::Tls10), Grade::Insufficient);
    const auto cipher = [&row](const char* name, Grade expected) { row(name, gradeOfCipher(name), expected); };
    cipher("TLS_AES_256_GCM_SHA384", Grade::Good);
    cipher("TLS_CHACHA20_POLY1305_SHA256", Grade::Good);
    cipher("TLS_AES_128_GCM_SHA256", Grade::Sufficient);
    cipher("TLS_AES_128_CCM_8_SHA256", Grade::Insufficient);
    cipher("ECDHE-ECDSA-CHACHA20-POLY1305", Grade::Sufficient);
    cipher("ECDHE-RSA-AES256-GCM-SHA384", Grade::Sufficient);
    cipher("ECDHE-ECDSA-AES128-CCM", Grade::Sufficient);
    cipher("ECDHE-ECDSA-AES128-CCM8", Grade::Insufficient);
    cipher("ECDHE-RSA-AES256-SHA384", Grade::PhaseOut);
    cipher("ECDHE-ARIA256-GCM-SHA384", Grade::PhaseOut);
    cipher("ECDHE-ECDSA-CAMELLIA128-SHA256", Grade::PhaseOut);
    cipher("ECDHE-RSA-AES256-SHA", Grade::Insufficient);
    cipher("DHE-RSA-AES256-GCM-SHA384", Grade::PhaseOut);
    cipher("DHE-RSA-CHACHA20-POLY1305", Grade::PhaseOut);
    cipher("DHE-RSA-AES128-SHA", Grade::Insufficient);
    cipher("DHE-DSS-AES256-GCM-SHA384", Grade::Insufficient);
    cipher("AES256-GCM-SHA384", Grade::Insufficient); // RSA key exchange
    cipher("DES-CBC3-SHA", Grade::Insufficient);
    cipher("AECDH-AES256-SHA", Grade::Insufficient);
    row("X25519", gradeOfGroup("X25519", 253), Grade::Good);
    row("P-384", gradeOfGroup("P-384", 384), Grade::Good);
    row("secp224r1", gradeOfGroup("secp224r1", 224), Grade::PhaseOut);
    row("secp160k1", gradeOfGroup("secp160k1", 160), Grade::Insufficient);
    row("DH 3072", gradeOfGroup("DH", 3072), Grade::PhaseOut);
    row("DH 2048", gradeOfGroup("DH", 2048), Grade::Insufficient);
    row("RSA key exchange", gradeOfGroup("", 0), Grade::Insufficient);
    row("RSA 3072", gradeOfKey("RSA", 3072), Grade::Good);
    row("RSA 2048", gradeOfKey("RSA", 2048), Grade::PhaseOut);
    row("RSA-PSS 2047", gradeOfKey("RSA-PSS", 2047), Grade::Insufficient);
    row("EC 256", gradeOfKey("EC", 256), Grade::Good);
    row("EC 224", gradeOfKey("EC", 224), Grade::PhaseOut);
    row("EC 192", gradeOfKey("EC", 192), Grade::Insufficient);
    row("Ed25519", gradeOfKey("ED25519", 256), Grade::Good);
    row("DSA", gradeOfKey("DSA", 4096), Grade::Insufficient);
    row("sha256WithRSAEncryption", gradeOfSignature("RSA-SHA256"), Grade::Sufficient);
    row("ecdsa-with-SHA384", gradeOfSignature("ecdsa-with-SHA384"), Grade::Sufficient);
    row("ED25519 signature", gradeOfSignature("ED25519"), Grade::Sufficient);
    row("ecdsa-with-SHA224", gradeOfSignature("ecdsa-with-SHA224"), Grade::PhaseOut);
    row("RSA-SHA1", gradeOfSignature("RSA-SHA1"), Grade::Insufficient);
    row("MD5-SHA1", gradeOfSignature("RSA MD5-SHA1"), Grade::Insufficient);
}

void TestFindings::grades()
{
    QFETCH(int, grade);
    QFETCH(int, expected);
    QCOMPARE(grade, expected);
}

void TestFindings::whatIsWellComesLast()
{
    DomainFacts facts = goodDomain();
    onlyAddress(facts).versions[0] = Answer::Yes;
    onlyAddress(facts).cutShort = true;
    const std::vector<FoundFact> found = findingsOf(facts, facts.hosts[0], onlyAddress(facts), testTime);
    const auto isWell = [](const FoundFact& one) { return one.grade == Grade::Good || one.grade == Grade::Sufficient; };
    QVERIFY(std::is_partitioned(found.begin(), found.end(), std::not_fn(isWell)));
    QVERIFY(isWell(found.back()));
    QVERIFY(!isWell(found.front()));
}

void TestFindings::sentences()
{
    for (int i = 0; i <= static_cast<int>(lastFinding); ++i) {
        const FoundFact fact{static_cast<Finding>(i), Grade::None, "%1 stays"};
        const QString sentence = findingText(fact);
        QVERIFY2(sentence.size() > 10, qPrintable(sentence));
        QVERIFY(!name(fact.finding).empty());
        QVERIFY(!sentence.contains(u'%') || sentence.contains(QStringLiteral("%1 stays")));
    }
}

void TestFindings::readyRecord()
{
    const DomainFacts facts = goodDomain();
    QCOMPARE(QString::fromStdString(readyTlsaRecord(facts.hosts[0], facts.hosts[0].addresses[0])),
        QStringLiteral("_25._tcp.mx.example.com. IN TLSA 3 1 1 ") + QString(64, u'b'));
    QVERIFY(readyTlsaRecord(facts.hosts[0], AddressFacts{}).empty());
    AddressFacts others = facts.hosts[0].addresses[0];
    others.testedAs = "mx.example.net";
    QVERIFY(readyTlsaRecord(facts.hosts[0], others).empty());
}

void TestFindings::changes_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* expected, const Spoil& spoil) {
        QTest::newRow(name) << spoil << QString::fromUtf8(expected);
    };
    row("nothing", "", [](DomainFacts&) {});
    row("time alone", "", [](DomainFacts& f) { f.time += 60; });
    row("certificate", "mx.example.com 192.0.2.1: another certificate, valid until 2027-03-20 (before: 2026-12-20).",
        [](DomainFacts& f) {
            onlyAddress(f).chain.certificates[0].sha256 = std::string(64, 'c');
            onlyAddress(f).chain.certificates[0].notAfter += 90 * 86400;
        });
    row("no TLS any more",
        "At encrypt mail was delivered and is now deferred.|At verify mail was delivered and is now deferred.|"
        "At secure mail was delivered and is now deferred.|mx.example.com 192.0.2.1: STARTTLS was “works”, now “not "
        "offered”.|"
        "mx.example.com 192.0.2.1: new: No STARTTLS: all mail arrives in clear.|"
        "mx.example.com 192.0.2.1: no longer: TLS 1.2 is accepted.|"
        "mx.example.com 192.0.2.1: no longer: TLS 1.3 is accepted.|"
        "mx.example.com 192.0.2.1: no longer: No secure TLSA records.",
        [](DomainFacts& f) { onlyAddress(f).startTls = StartTls::NotOffered; });
    row("host", "No longer a mail host: mx.example.com.|New mail host: mx2.example.com.",
        [](DomainFacts& f) { f.hosts = {goodHost("mx2.example.com", 10, "192.0.2.1")}; });
    row("address", "No longer an address: mx.example.com 192.0.2.1.|New address: mx.example.com 192.0.2.5.",
        [](DomainFacts& f) { onlyAddress(f).address = *IpAddress::parse("192.0.2.5"); });
    row("policy", "MTA-STS was “absent”, now “testing”.", [](DomainFacts& f) {
        f.mtaSts.record = MtaStsFacts::Record::Found;
        f.mtaSts.fetch = MtaStsFacts::Fetch::Fetched;
        f.mtaSts.mode = MtaStsFacts::Mode::Testing;
    });
}

void TestFindings::changes()
{
    QFETCH(Spoil, spoil);
    QFETCH(QString, expected);
    const DomainFacts before = goodDomain();
    DomainFacts now = before;
    spoil(now);
    QStringList sentences;
    for (const ProbeChange& change : compareProbes(before, now))
        sentences.append(changeText(change));
    QCOMPARE(sentences.join(u'|'), expected);
}

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
