// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probefacts.h"

#include "probe/verdict/delivery.h"

#include <QTest>

#include <functional>

using namespace waxseal;
using namespace waxseal::test;

using Spoil = std::function<void(DomainFacts&)>;
Q_DECLARE_METATYPE(Spoil)

class TestDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levels_data();
    void levels();
    void minimumVersion_data();
    void minimumVersion();
    void hostsInTurn();
    void loops();
    void senders();
    void ways();
    void limits();
    void reasonsAreSentences();
    void reasonKeepsAStrangersText();
};

/** Outcomes by a letter each: may, encrypt, dane, dane-only, verify, secure, mta-sts. */
static QByteArray letters(const DomainFacts& facts)
{
    QByteArray result;
    for (const Verdict& verdict : deliveryMatrix(facts)) {
        switch (verdict.outcome) {
        case Delivery::Delivered:
            result += 'D';
            break;
        case Delivery::Deferred:
            result += 'd';
            break;
        case Delivery::Bounced:
            result += 'B';
            break;
        case Delivery::NotTested:
            result += '?';
            break;
        }
    }
    return result;
}

static void enforce(DomainFacts& facts, const std::string& pattern)
{
    facts.mtaSts.record = MtaStsFacts::Record::Found;
    facts.mtaSts.fetch = MtaStsFacts::Fetch::Fetched;
    facts.mtaSts.mode = MtaStsFacts::Mode::Enforce;
    facts.mtaSts.mx = {pattern};
}

void TestDelivery::levels_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* expected, const Spoil& spoil) {
        QTest::newRow(name) << spoil << QByteArray(expected);
    };
    //                                          may encrypt dane dane-only verify secure mta-sts
    row("well kept", "DDDdDDD", [](DomainFacts&) {});
    row("DANE", "DDDDDDD", [](DomainFacts& f) { addTlsa(f.hosts[0]); });

    // The DNS alone.
    row("no such domain", "BBBBBBB", [](DomainFacts& f) {
        f.mxLookup.status = DnsStatus::NoDomain;
        f.hosts.clear();
    });
    row("null MX", "BBBBBBB", [](DomainFacts& f) {
        f.nullMx = true;
        f.hosts.clear();
    });
    row("bogus", "ddddddd", [](DomainFacts& f) {
        f.mxLookup = {DnsStatus::Failed, DnsSecurity::Bogus, "wrong DS"};
        f.hosts.clear();
    });
    row("bogus with data", "ddddddd", [](DomainFacts& f) { f.mxLookup.security = DnsSecurity::Bogus; });
    row("DNS fails", "???????", [](DomainFacts& f) {
        f.mxLookup = {DnsStatus::Failed, DnsSecurity::Insecure, "SERVFAIL"};
        f.hosts.clear();
    });
    row("no host has an address", "BBBBBBB", [](DomainFacts& f) {
        f.hosts[0].lookup.status = DnsStatus::NoData;
        f.hosts[0].addresses.clear();
    });
    row("addresses bogus", "ddddddd", [](DomainFacts& f) {
        f.hosts[0].lookup = {DnsStatus::Failed, DnsSecurity::Bogus, {}};
        f.hosts[0].addresses.clear();
    });
    row("addresses fail", "???????", [](DomainFacts& f) {
        f.hosts[0].lookup = {DnsStatus::Failed, DnsSecurity::Insecure, {}};
        f.hosts[0].addresses.clear();
    });

    // What does not count as tested; that there are no TLSA records is known all the same.
    row("throttled", "???d???", [](DomainFacts& f) { onlyAddress(f).reach = Reach::Throttled; });
    row("timed out", "???d???", [](DomainFacts& f) { onlyAddress(f).reach = Reach::TimedOut; });
    row("misbehaving", "???d???", [](DomainFacts& f) { onlyAddress(f).reach = Reach::Misbehaving; });
    row("connection refused", "ddddddd", [](DomainFacts& f) { onlyAddress(f).reach = Reach::Refused; });

    // STARTTLS.
    row("no STARTTLS", "DdDdddD", [](DomainFacts& f) { onlyAddress(f).startTls = StartTls::NotOffered; });
    row("hidden", "DdDdddD", [](DomainFacts& f) { onlyAddress(f).startTls = StartTls::Hidden; });
    row("stripped", "DdDdddD", [](DomainFacts& f) { onlyAddress(f).startTls = StartTls::Stripped; });
    row("hidden with TLSA", "Ddddddd", [](DomainFacts& f) {
        addTlsa(f.hosts[0]);
        onlyAddress(f).startTls = StartTls::Hidden;
    });
    row("hidden and required", "BdBdddB", [](DomainFacts& f) {
        onlyAddress(f).startTls = StartTls::Hidden;
        onlyAddress(f).required = Answer::Yes;
    });
    row("refused for now", "DdDdddD", [](DomainFacts& f) {
        onlyAddress(f).startTls = StartTls::Refused;
        onlyAddress(f).detail = "454 4.7.0 not now";
    });
    row("refused for good", "DBDdBBD", [](DomainFacts& f) {
        onlyAddress(f).startTls = StartTls::Refused;
        onlyAddress(f).detail = "502 5.5.1 no";
    });
    row("broken", "DdDdddD", [](DomainFacts& f) { onlyAddress(f).startTls = StartTls::Broken; });
    row("broken and required", "ddddddd", [](DomainFacts& f) {
        onlyAddress(f).startTls = StartTls::Broken;
        onlyAddress(f).required = Answer::Yes;
    });
    row("wants a client certificate", "ddddddd", [](DomainFacts& f) { onlyAddress(f).closedAfterTls = true; });
    row("wants a client certificate, or clear text", "DdDdddD", [](DomainFacts& f) {
        onlyAddress(f).closedAfterTls = true;
        onlyAddress(f).required = Answer::No;
    });

    // Who the server is.
    row("not trusted", "DDDdddD", [](DomainFacts& f) { onlyAddress(f).chain.errors = {10}; });
    row("another name", "DDDdddD",
        [](DomainFacts& f) { onlyAddress(f).chain.certificates[0].names = {"elsewhere.net"}; });
    row("named by the domain only", "DDDddDD",
        [](DomainFacts& f) { onlyAddress(f).chain.certificates[0].names = {"example.com"}; });
    row("host elsewhere", "DDDdDdD", [](DomainFacts& f) { f.hosts = {goodHost("mx.provider.net", 10, "192.0.2.9")}; });
    row("common name only", "DDDdDDD", [](DomainFacts& f) { onlyAddress(f).chain.certificates[0].names.clear(); });
    row("anonymous", "DDDdddD", [](DomainFacts& f) {
        onlyAddress(f).anonymous = Answer::Yes;
        onlyAddress(f).chain = {};
    });

    // OpenSSL's security level 1, once the server must be known.
    row("TLS 1.1", "DDDdddD", [](DomainFacts& f) { onlyAddress(f).session.version = TlsVersion::Tls11; });
    row("SHA-1 in the handshake", "DDDdddD", [](DomainFacts& f) {
        onlyAddress(f).session.version = TlsVersion::Tls12;
        onlyAddress(f).session.signature = "RSA SHA1";
    });
    row("DH of 768 bits", "DDDdddD", [](DomainFacts& f) {
        onlyAddress(f).session.group = "DH";
        onlyAddress(f).session.groupBits = 768;
    });
    row("DH of 1024 bits", "DDDdDDD", [](DomainFacts& f) {
        onlyAddress(f).session.group = "DH";
        onlyAddress(f).session.groupBits = 1024;
    });
    row("TLS 1.0 with TLSA", "DDddddd", [](DomainFacts& f) {
        addTlsa(f.hosts[0]);
        onlyAddress(f).session.version = TlsVersion::Tls10;
    });

    // DANE.
    row("TLSA mismatch", "DDddDDd", [](DomainFacts& f) {
        addTlsa(f.hosts[0]);
        onlyAddress(f).dane.matched = Answer::No;
    });
    row("TLSA and untrusted", "DDDDddD", [](DomainFacts& f) {
        addTlsa(f.hosts[0]);
        onlyAddress(f).chain.errors = {18};
    });
    row("TLSA unusable", "DDDdDDD", [](DomainFacts& f) { addTlsa(f.hosts[0], 1); });
    row("TLSA unusable, no STARTTLS", "DdddddD", [](DomainFacts& f) {
        addTlsa(f.hosts[0], 1);
        onlyAddress(f).startTls = StartTls::NotOffered;
    });
    row("trust anchor by TLSA", "DDDDDDD", [](DomainFacts& f) { addTlsa(f.hosts[0], 2); });
    row("trust anchor by TLSA, another name", "DDddddd", [](DomainFacts& f) {
        addTlsa(f.hosts[0], 2);
        onlyAddress(f).chain.certificates[0].names = {"elsewhere.net"};
    });
    row("trust anchor by TLSA, the domain's name", "DDDDdDD", [](DomainFacts& f) {
        addTlsa(f.hosts[0], 2);
        onlyAddress(f).chain.certificates[0].names = {"example.com"};
    });
    row("TLSA lookup fails", "DDddDDd", [](DomainFacts& f) {
        f.hosts[0].tlsa.lookup = {DnsStatus::Failed, DnsSecurity::Insecure, {}};
    });
    row("TLSA bogus", "DDddDDd", [](DomainFacts& f) {
        f.hosts[0].tlsa.lookup = {DnsStatus::Failed, DnsSecurity::Bogus, {}};
    });
    row("MX not signed, TLSA of the host", "DDDdDDD", [](DomainFacts& f) {
        addTlsa(f.hosts[0]);
        f.mxLookup = insecureAnswer();
    });
    row("MX not signed, TLSA mismatch", "DDddDDd", [](DomainFacts& f) {
        addTlsa(f.hosts[0]);
        f.mxLookup = insecureAnswer();
        onlyAddress(f).dane.matched = Answer::No;
    });
    row("nothing validated", "DD??DDD", [](DomainFacts& f) {
        addTlsa(f.hosts[0]);
        f.validating = false;
    });

    // MTA-STS.
    row("enforced", "DDDdDDD", [](DomainFacts& f) { enforce(f, "mx.example.com"); });
    row("enforced, not listed", "DDDdDDd", [](DomainFacts& f) { enforce(f, "mail.example.com"); });
    row("enforced, not trusted", "DDDdddd", [](DomainFacts& f) {
        enforce(f, "*.example.com");
        onlyAddress(f).chain.errors = {20};
    });
    row("enforced, DANE goes before", "DDDDddD", [](DomainFacts& f) {
        enforce(f, "mail.example.com");
        addTlsa(f.hosts[0]);
        onlyAddress(f).chain.errors = {20};
    });
    row("testing", "DDDdddD", [](DomainFacts& f) {
        enforce(f, "mail.example.com");
        f.mtaSts.mode = MtaStsFacts::Mode::Testing;
        onlyAddress(f).chain.errors = {20};
    });
    row("policy not fetched", "DDDdDDD", [](DomainFacts& f) {
        enforce(f, "mail.example.com");
        f.mtaSts.fetch = MtaStsFacts::Fetch::BadCertificate;
    });

    // TLS that cannot be had.
    row("wants a client certificate in the handshake", "DdDdddD", [](DomainFacts& f) {
        onlyAddress(f).startTls = StartTls::Broken;
        onlyAddress(f).clientCertificate = ClientCertificate::Required;
    });
    row("requires TLS and has none", "BdBdddB", [](DomainFacts& f) {
        onlyAddress(f).startTls = StartTls::Refused;
        onlyAddress(f).detail = "454 4.7.0 not now";
        onlyAddress(f).required = Answer::Yes;
    });

    // No MX: the domain is its own host.
    row("no MX", "DDDdDDD", [](DomainFacts& f) {
        f.mxLookup.status = DnsStatus::NoData;
        f.implicitMx = true;
        f.hosts = {goodHost("example.com", 0, "192.0.2.1")};
    });
}

void TestDelivery::levels()
{
    QFETCH(Spoil, spoil);
    QFETCH(QByteArray, expected);
    DomainFacts facts = goodDomain();
    spoil(facts);
    QCOMPARE(letters(facts), expected);
}

void TestDelivery::minimumVersion_data()
{
    QTest::addColumn<int>("best");
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("minimum");
    QTest::addColumn<int>("outcome");
    const auto row = [](const char* name, TlsVersion best, SenderLevel level, TlsVersion minimum, Delivery outcome) {
        QTest::newRow(name) << static_cast<int>(best) << static_cast<int>(level) << static_cast<int>(minimum)
                            << static_cast<int>(outcome);
    };
    row("1.3 of 1.2", TlsVersion::Tls13, SenderLevel::Encrypt, TlsVersion::Tls12, Delivery::Delivered);
    row("1.2 of 1.2", TlsVersion::Tls12, SenderLevel::Encrypt, TlsVersion::Tls12, Delivery::Delivered);
    row("1.2 of 1.3", TlsVersion::Tls12, SenderLevel::Encrypt, TlsVersion::Tls13, Delivery::Deferred);
    row("1.0 of 1.2", TlsVersion::Tls10, SenderLevel::Encrypt, TlsVersion::Tls12, Delivery::Deferred);
    row("1.0 of 1.2, opportunistic", TlsVersion::Tls10, SenderLevel::May, TlsVersion::Tls12,
        Delivery::Delivered); // in clear
    row("1.2 of 1.3, verify", TlsVersion::Tls12, SenderLevel::Verify, TlsVersion::Tls13, Delivery::Deferred);
}

void TestDelivery::minimumVersion()
{
    QFETCH(int, best);
    QFETCH(int, level);
    QFETCH(int, minimum);
    QFETCH(int, outcome);
    DomainFacts facts = goodDomain();
    onlyAddress(facts).session.version = static_cast<TlsVersion>(best);
    const Verdict verdict = judgeDelivery(facts, static_cast<SenderLevel>(level), static_cast<TlsVersion>(minimum));
    QCOMPARE(static_cast<int>(verdict.outcome), outcome);
    if (verdict.outcome == Delivery::Delivered && best < minimum)
        QVERIFY(verdict.reason == DeliveryReason::ClearAfterFailure);
}

void TestDelivery::hostsInTurn()
{
    DomainFacts facts = goodDomain();
    facts.hosts.push_back(goodHost("backup.example.com", 20, "192.0.2.2"));
    onlyAddress(facts).chain.errors = {10};
    Verdict verdict = judgeDelivery(facts, SenderLevel::Verify);
    QVERIFY(verdict.outcome == Delivery::Delivered);
    QCOMPARE(QString::fromStdString(verdict.host), QStringLiteral("backup.example.com"));
    QVERIFY(verdict.isFallback);

    // A dead host of higher preference (nolisting) is no failure.
    onlyAddress(facts) = goodAddress("mx.example.com", "192.0.2.1");
    onlyAddress(facts).reach = Reach::TimedOut;
    QCOMPARE(letters(facts), QByteArray("DDDdDDD"));

    // What was not tested might have taken it; what has been bounced is not tried elsewhere.
    facts.hosts[1].addresses[0].startTls = StartTls::NotOffered;
    QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).outcome == Delivery::NotTested);
    onlyAddress(facts).reach = Reach::Reached;
    onlyAddress(facts).startTls = StartTls::Refused;
    onlyAddress(facts).detail = "502 no";
    facts.hosts[1] = goodHost("backup.example.com", 20, "192.0.2.2");
    QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).outcome == Delivery::Bounced);

    // Of the same preference any may come first, at some attempt the good one.
    facts.hosts[1].preference = 10;
    QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).outcome == Delivery::Delivered);
}

// As the oracle's table of tests/zoo has it (reported.LOOP_DOMAINS).
void TestDelivery::loops()
{
    const auto isOurs = [](HostFacts& host) { host.addresses[0].reach = Reach::Ourselves; };
    DomainFacts facts = goodDomain();
    facts.hosts.push_back(goodHost("mx2.example.com", 20, "192.0.2.2"));
    isOurs(facts.hosts[1]);
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Delivered); // the first one takes it
    facts.hosts[0].addresses[0].reach = Reach::Refused;
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Deferred);
    facts.hosts[0].addresses.clear(); // "unable to find primary relay"
    facts.hosts[0].lookup = {DnsStatus::NoDomain, DnsSecurity::Secure, {}};
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Deferred);
    facts = goodDomain();
    facts.hosts.push_back(goodHost("mx2.example.com", 20, "192.0.2.2"));
    isOurs(facts.hosts[0]);
    for (const SenderLevel level : allSenderLevels) {
        QVERIFY(judgeDelivery(facts, level).outcome == Delivery::Bounced);
        QVERIFY(judgeDelivery(facts, level).reason == DeliveryReason::LoopsBack);
    }
    facts.hosts[1].preference = 10; // of the same preference: none is left
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Bounced);
    facts.sender = Sender::Exim; // the router option self = freeze
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Deferred);

    facts = goodDomain();
    onlyAddress(facts).greetsAsUs = true;
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Bounced);
    facts.hosts.insert(facts.hosts.begin(), goodHost("mx0.example.com", 5, "192.0.2.3"));
    facts.hosts[0].addresses[0].reach = Reach::Refused;
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Deferred);
}

void TestDelivery::senders()
{
    DomainFacts facts = goodDomain();
    facts.nullMx = true; // "." beside mx.example.com
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Bounced);
    facts.sender = Sender::Exim; // RFC 7505, 3: it means nothing there
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Delivered);

    facts = goodDomain();
    onlyAddress(facts).session.version = TlsVersion::Tls11;
    QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).outcome == Delivery::Delivered);
    for (const Sender sender : {Sender::PostfixTls12, Sender::ExchangeOnline}) {
        facts.sender = sender;
        QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).outcome == Delivery::Deferred);
    }

    // The policy does not list the host, but the host shows the certificate of one that is listed.
    facts = goodDomain();
    enforce(facts, "mail.example.com");
    onlyAddress(facts).chain.certificates = {certificate("mail.example.com")};
    QVERIFY(judgeDelivery(facts, SenderLevel::MtaSts).outcome == Delivery::Delivered);
    facts.sender = Sender::Postfix310;
    QVERIFY(judgeDelivery(facts, SenderLevel::MtaSts).reason == DeliveryReason::NotInPolicy);
    for (const Sender sender : allSenders)
        QVERIFY(senderNamed(name(sender)) == sender);
    QVERIFY(!senderNamed("sendmail"));
}

// Which of a sender's ways counts at which level.
void TestDelivery::ways()
{
    DomainFacts facts = goodDomain();
    AddressFacts& address = onlyAddress(facts);
    address.opportunistic.works = Answer::Yes;
    address.authenticated = {Answer::No, 1, {}, "legacy sigalg disallowed or unsupported", {}};
    QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).outcome == Delivery::Delivered);
    QVERIFY(judgeDelivery(facts, SenderLevel::Verify).outcome == Delivery::Deferred);
    QVERIFY(judgeDelivery(facts, SenderLevel::Secure).outcome == Delivery::Deferred);

    // Another certificate for who says the name.
    facts = goodDomain();
    addTlsa(facts.hosts[0]);
    onlyAddress(facts).authenticated.works = Answer::Yes;
    onlyAddress(facts).authenticated.chain.certificates = {certificate("elsewhere.example.net")};
    onlyAddress(facts).named.works = Answer::Yes;
    QVERIFY(judgeDelivery(facts, SenderLevel::Dane).outcome == Delivery::Delivered);
    QVERIFY(judgeDelivery(facts, SenderLevel::Verify).reason == DeliveryReason::NameMismatch);

    // The name was not asked for: the level that says it is not tested, the others are.
    onlyAddress(facts).named = {};
    onlyAddress(facts).testedAs = "other.example.com";
    QVERIFY(judgeDelivery(facts, SenderLevel::Dane).outcome == Delivery::NotTested);
    QVERIFY(judgeDelivery(facts, SenderLevel::Dane).reason == DeliveryReason::NameNotAsked);
    QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).outcome == Delivery::Delivered);

    // Works without TLS 1.3 only: fails in Postfix's own way, and goes in clear later.
    facts = goodDomain();
    onlyAddress(facts).startTls = StartTls::Broken;
    onlyAddress(facts).opportunistic = {Answer::No, 2, {}, "connection closed", {}};
    onlyAddress(facts).authenticated = {Answer::No, 1, {}, "connection closed", {}};
    onlyAddress(facts).workaround = Workaround::WithoutTls13;
    QVERIFY(judgeDelivery(facts, SenderLevel::May).reason == DeliveryReason::ClearAfterFailure);
    QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).reason == DeliveryReason::TlsBroken);
}

void TestDelivery::limits()
{
    // Postfix tries five addresses; a good one behind them is not reached. What fails before the mail is offered is no
    // session that smtp_mx_session_limit counts.
    DomainFacts facts = goodDomain();
    facts.hosts.clear();
    for (std::uint16_t i = 1; i <= 3; ++i)
        facts.hosts.push_back(goodHost("mx" + std::to_string(i) + ".example.com", i, "192.0.2." + std::to_string(i)));
    facts.hosts[0].addresses[0].startTls = StartTls::NotOffered;
    facts.hosts[1].addresses[0].startTls = StartTls::NotOffered;
    QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).outcome == Delivery::Delivered);
    facts.hosts[1].addresses[0].reach = Reach::Refused;
    QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).outcome == Delivery::Delivered);

    facts.hosts.clear();
    for (std::uint16_t i = 1; i <= 6; ++i) {
        facts.hosts.push_back(goodHost("mx" + std::to_string(i) + ".example.com", i, "192.0.2." + std::to_string(i)));
        if (i < 6)
            facts.hosts.back().addresses[0].reach = Reach::Refused;
    }
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Deferred);
    // smtp_balance_inet_protocols: the one address of the other family keeps its place.
    facts.hosts[5].addresses[0] = goodAddress("mx6.example.com", "2001:db8::6");
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Delivered);
    // The same host five times takes five places.
    facts.hosts[5].addresses[0] = goodAddress("mx6.example.com", "192.0.2.6");
    for (std::size_t i = 1; i < 5; ++i)
        facts.hosts[i].name = facts.hosts[0].name;
    QVERIFY(judgeDelivery(facts, SenderLevel::May).outcome == Delivery::Deferred);

    // At dane-only a host without TLSA records takes a place for each of its addresses.
    facts = goodDomain();
    facts.hosts[0].addresses.resize(5, facts.hosts[0].addresses[0]);
    facts.hosts.push_back(goodHost("mx2.example.com", 20, "192.0.2.2"));
    addTlsa(facts.hosts[1]);
    QVERIFY(judgeDelivery(facts, SenderLevel::DaneOnly).outcome == Delivery::Deferred);
    facts.hosts[0].addresses.resize(4);
    QVERIFY(judgeDelivery(facts, SenderLevel::DaneOnly).outcome == Delivery::Delivered);

    // An address without a route from here says nothing of the host's other addresses.
    facts = goodDomain();
    facts.hosts[0].addresses.push_back(goodAddress("mx.example.com", "2001:db8::1"));
    facts.hosts[0].addresses[1].reach = Reach::Unreachable;
    facts.hosts[0].addresses[0].startTls = StartTls::NotOffered;
    QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).outcome == Delivery::Deferred);
    facts.hosts[0].addresses.erase(facts.hosts[0].addresses.begin());
    QVERIFY(judgeDelivery(facts, SenderLevel::Encrypt).outcome == Delivery::NotTested);
}

void TestDelivery::reasonsAreSentences()
{
    QSet<QString> words;
    for (int i = 0; i <= static_cast<int>(DeliveryReason::Untested); ++i) {
        Verdict verdict;
        verdict.reason = static_cast<DeliveryReason>(i);
        verdict.host = "mx.example.com";
        verdict.detail = "421 busy";
        const QString sentence = reasonText(verdict);
        QVERIFY2(sentence.size() > 10 && !sentence.contains(u'%'), qPrintable(sentence));
        const std::string_view word = name(verdict.reason);
        words.insert(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
    }
    QCOMPARE(words.size(), static_cast<int>(DeliveryReason::Untested) + 1); // each its own
}

void TestDelivery::reasonKeepsAStrangersText()
{
    Verdict verdict;
    verdict.reason = DeliveryReason::Throttled;
    verdict.host = "mx.example.com";
    verdict.detail = "421 %1 %2 100%";
    QVERIFY(reasonText(verdict).contains(QStringLiteral("421 %1 %2 100%")));
}

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
