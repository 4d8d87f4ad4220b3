// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tlsserver.h"

#include "probe/tls/namematch.h"
#include "probe/tls/tlsa.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using namespace waxseal;
using namespace waxseal::test;

class TestTlsSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trustComesFromTheFile();
    void versions_data();
    void versions();
    void ofTwoCertificates_data();
    void ofTwoCertificates();
    void certificate();
    void everyErrorIsCollected();
    void missingIntermediate();
    void anonymous();
    void clientCertificate();
    void dane_data();
    void dane();
    void daneByDigest_data();
    void daneByDigest();
    void wholeRecords();
    void garbage_data();
    void garbage();
    void hex();

private:
    std::shared_ptr<const TlsContext> trusting(const Identity& authority);

    QTemporaryDir m_folder;
    Identity m_root;
    Identity m_intermediate;
    Identity m_leaf;
    std::shared_ptr<const TlsContext> m_context;
};

std::shared_ptr<const TlsContext> TestTlsSession::trusting(const Identity& authority)
{
    QFile file(m_folder.filePath(QStringLiteral("ca.pem")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(authority.pem()) <= 0)
        return {};
    file.close();
    const auto context = TlsContext::create(file.fileName());
    return context ? *context : nullptr;
}

void TestTlsSession::initTestCase()
{
    IdentityOptions options;
    options.name = "Test Root";
    options.authority = true;
    m_root = makeIdentity(options);
    options.name = "Test Intermediate";
    m_intermediate = makeIdentity(options, &m_root);
    m_leaf = makeIdentity({}, &m_intermediate);
    m_context = trusting(m_root);
    QVERIFY(m_context != nullptr);
}

void TestTlsSession::trustComesFromTheFile()
{
    const auto missing = TlsContext::create(m_folder.filePath(QStringLiteral("none.pem")));
    QVERIFY(!missing);
    QVERIFY(missing.error().code == ErrorCode::CannotRead);

    TlsServer server;
    server.use(m_leaf, {&m_intermediate});
    TlsSession trusted(m_context, {});
    QVERIFY(server.meet(trusted) == TlsSession::Step::Done);
    QVERIFY(trusted.chain().isTrusted());

    IdentityOptions options;
    options.name = "Another Root";
    options.authority = true;
    const auto others = trusting(makeIdentity(options));
    TlsSession untrusted(others, {});
    QVERIFY(server.meet(untrusted) == TlsSession::Step::Done); // facts first, judgement later
    QVERIFY(!untrusted.chain().isTrusted());
    QVERIFY(!untrusted.chain().missingIntermediate);
    m_context = trusting(m_root);
}

void TestTlsSession::versions_data()
{
    QTest::addColumn<int>("serverMinimum");
    QTest::addColumn<int>("serverMaximum");
    QTest::addColumn<int>("cap");
    QTest::addColumn<QByteArray>("version");
    const auto row = [](const char* name, int low, int high, TlsVersion cap, const char* version) {
        QTest::newRow(name) << low << high << static_cast<int>(cap) << QByteArray(version);
    };
    row("best", TLS1_VERSION, TLS1_3_VERSION, TlsVersion::Tls13, "1.3");
    row("capped at 1.2", TLS1_VERSION, TLS1_3_VERSION, TlsVersion::Tls12, "1.2");
    row("capped at 1.1", TLS1_VERSION, TLS1_3_VERSION, TlsVersion::Tls11, "1.1");
    row("capped at 1.0", TLS1_VERSION, TLS1_3_VERSION, TlsVersion::Tls10, "1.0");
    row("an old server", TLS1_VERSION, TLS1_VERSION, TlsVersion::Tls13, "1.0");
    row("a new server", TLS1_3_VERSION, TLS1_3_VERSION, TlsVersion::Tls12, "");
    row("no old ones", TLS1_2_VERSION, TLS1_3_VERSION, TlsVersion::Tls11, "");
}

void TestTlsSession::versions()
{
    QFETCH(int, serverMinimum);
    QFETCH(int, serverMaximum);
    QFETCH(int, cap);
    QFETCH(QByteArray, version);
    ServerOptions options;
    options.minimum = serverMinimum;
    options.maximum = serverMaximum;
    TlsServer server(options);
    server.use(m_leaf, {&m_intermediate});
    TlsOffer offer;
    offer.maximum = static_cast<TlsVersion>(cap);
    TlsSession client(m_context, offer);
    const TlsSession::Step step = server.meet(client);
    QCOMPARE(step == TlsSession::Step::Done, !version.isEmpty());
    if (version.isEmpty()) {
        QVERIFY(client.isVersionRefused());
        QVERIFY(client.failure() == TlsFailure::Alert);
        return;
    }
    const TlsSessionFacts facts = client.facts();
    QCOMPARE(std::string(name(facts.version)), version.toStdString());
    QVERIFY(!facts.cipher.empty());
    QVERIFY(facts.cipherBits >= 112);
    QVERIFY(facts.secureRenegotiation);
    QVERIFY(!client.isAnonymous());
}

void TestTlsSession::ofTwoCertificates_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("hasBoth");
    QTest::addColumn<QByteArray>("got"); // empty: no handshake
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        const auto row = [version](const char* title, TlsOffer::Key key, bool hasBoth, const char* got) {
            QTest::addRow("%s, %d", title, version - TLS1_VERSION)
                << version << static_cast<int>(key) << hasBoth << QByteArray(got);
        };
        row("both, RSA", TlsOffer::Key::Rsa, true, "RSA");
        row("both, not RSA", TlsOffer::Key::NotRsa, true, "EC");
        row("both, as Postfix", TlsOffer::Key::Any, true, "EC"); // the client's order
        row("EC alone, RSA", TlsOffer::Key::Rsa, false, "");
        row("EC alone, not RSA", TlsOffer::Key::NotRsa, false, "EC");
    }
}

void TestTlsSession::ofTwoCertificates()
{
    QFETCH(int, version);
    QFETCH(int, key);
    QFETCH(bool, hasBoth);
    QFETCH(QByteArray, got);
    ServerOptions options;
    options.minimum = options.maximum = version;
    TlsServer server(options);
    server.use(m_leaf, {&m_intermediate});
    IdentityOptions rsa;
    rsa.rsa = true;
    const Identity other = makeIdentity(rsa, &m_intermediate);
    if (hasBoth)
        server.use(other, {&m_intermediate});
    TlsOffer offer;
    offer.as = TlsOffer::As::Authenticated;
    offer.key = static_cast<TlsOffer::Key>(key);
    TlsSession client(m_context, offer);
    const TlsSession::Step step = server.meet(client);
    QCOMPARE(step == TlsSession::Step::Done, !got.isEmpty());
    if (!got.isEmpty())
        QCOMPARE(QByteArray::fromStdString(client.chain().leaf().keyType), got);
}

void TestTlsSession::certificate()
{
    TlsServer server;
    server.use(m_leaf, {&m_intermediate});
    TlsOffer offer;
    offer.maximum = TlsVersion::Tls12;
    TlsSession client(m_context, offer);
    QVERIFY(server.meet(client) == TlsSession::Step::Done);
    const ChainFacts chain = client.chain();
    QCOMPARE(chain.certificates.size(), std::size_t{2});
    const CertificateFacts& leaf = chain.leaf();
    QCOMPARE(leaf.subject, std::string("CN=mx.example.com"));
    QCOMPARE(leaf.issuer, std::string("CN=Test Intermediate"));
    QCOMPARE(leaf.names, std::vector<std::string>{"mx.example.com"});
    QVERIFY(certificateNames(leaf, "mx.example.com"));
    QCOMPARE(leaf.keyType, std::string("EC"));
    QCOMPARE(leaf.keyBits, 256);
    QVERIFY(!leaf.selfSigned);
    QVERIFY(leaf.notBefore < leaf.notAfter);
    QCOMPARE(leaf.sha256.size(), std::size_t{64});
    QCOMPARE(leaf.keySha256, tlsaData(m_leaf.certificate.get(), 1, 1));
    QCOMPARE(client.facts().signature, std::string("ECDSA SHA256"));
}

void TestTlsSession::everyErrorIsCollected()
{
    IdentityOptions options;
    options.validToDays = -1;
    options.validFromDays = -10;
    options.rsa = true;
    options.rsaBits = 768; // too small to be trusted, large enough for the handshake
    const Identity weak = makeIdentity(options);
    TlsServer server;
    server.use(weak);
    TlsSession client(m_context, {});
    QVERIFY2(server.meet(client) == TlsSession::Step::Done, client.detail().c_str());
    QVERIFY(client.chain().leaf().selfSigned);
    const std::vector<int> errors = client.chain().errors;
    for (const int expected : {X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_EE_KEY_TOO_SMALL})
        QVERIFY2(
            std::find(errors.begin(), errors.end(), expected) != errors.end(), X509_verify_cert_error_string(expected));
}

void TestTlsSession::missingIntermediate()
{
    TlsServer server;
    server.use(m_leaf);
    TlsSession client(m_context, {});
    QVERIFY(server.meet(client) == TlsSession::Step::Done);
    QVERIFY(client.chain().missingIntermediate);
    QVERIFY(!client.chain().isTrusted());
}

void TestTlsSession::anonymous()
{
    ServerOptions options;
    options.ciphers = "AECDH:@SECLEVEL=0";
    options.maximum = TLS1_2_VERSION;
    TlsServer server(options);
    TlsSession refused(m_context, {});
    QVERIFY(server.meet(refused) == TlsSession::Step::Failed); // a certificate is wanted first
    TlsOffer offer;
    offer.as = TlsOffer::As::Opportunistic;
    TlsSession client(m_context, offer);
    QVERIFY(server.meet(client) == TlsSession::Step::Done);
    QVERIFY(client.isAnonymous());
    QVERIFY(client.chain().isEmpty());
}

void TestTlsSession::clientCertificate()
{
    for (const bool asks : {false, true}) {
        ServerOptions options;
        options.askForCertificate = asks;
        TlsServer server(options);
        server.use(m_leaf, {&m_intermediate});
        TlsSession client(m_context, {});
        QVERIFY(server.meet(client) == TlsSession::Step::Done);
        QCOMPARE(client.askedForCertificate(), asks);
    }
}

void TestTlsSession::dane_data()
{
    QTest::addColumn<int>("usage");
    QTest::addColumn<int>("selector");
    QTest::addColumn<int>("matching");
    QTest::addColumn<int>("of"); // 0 leaf, 1 intermediate, 2 nobody
    QTest::addColumn<int>("matched"); // Answer
    QTest::addColumn<bool>("fits");
    const auto row = [](const char* name, int usage, int selector, int matching, int of, Answer matched, bool fits) {
        QTest::newRow(name) << usage << selector << matching << of << static_cast<int>(matched) << fits;
    };
    row("3 1 1", 3, 1, 1, 0, Answer::Yes, true);
    row("3 1 2", 3, 1, 2, 0, Answer::Yes, true);
    row("3 0 1", 3, 0, 1, 0, Answer::Yes, true);
    row("3 1 0, the whole key", 3, 1, 0, 0, Answer::Yes, true);
    row("3 0 0, the whole certificate", 3, 0, 0, 0, Answer::Yes, true);
    row("2 1 1", 2, 1, 1, 1, Answer::Yes, true);
    row("2 0 1", 2, 0, 1, 1, Answer::Yes, true);
    row("3 of the intermediate", 3, 1, 1, 1, Answer::No, false);
    row("3 of nobody", 3, 1, 1, 2, Answer::No, false);
    row("2 of nobody", 2, 1, 1, 2, Answer::No, false);
    row("1 1 1 does not count", 1, 1, 1, 0, Answer::NotTested, true);
    row("0 1 1 does not count", 0, 1, 1, 1, Answer::NotTested, true);
}

void TestTlsSession::dane()
{
    QFETCH(int, usage);
    QFETCH(int, selector);
    QFETCH(int, matching);
    QFETCH(int, of);
    QFETCH(int, matched);
    QFETCH(bool, fits);
    std::string data = std::string(64, '0');
    if (of < 2)
        data = tlsaData((of == 0 ? m_leaf : m_intermediate).certificate.get(), selector, matching);
    TlsOffer offer;
    offer.tlsa = {{static_cast<std::uint8_t>(usage), static_cast<std::uint8_t>(selector),
                      static_cast<std::uint8_t>(matching), data},
        {3, 1, 1, std::string(64, '1')}};
    if (usage < 2)
        offer.tlsa.pop_back(); // nothing usable at all
    TlsServer server;
    server.use(m_leaf, {&m_intermediate});
    TlsSession client(m_context, offer);
    QVERIFY(server.meet(client) == TlsSession::Step::Done);
    const DaneMatch match = client.dane();
    QCOMPARE(static_cast<int>(match.matched), matched);
    QCOMPARE(bool(match.each.at(0)), fits);
    if (match.matched == Answer::Yes)
        QCOMPARE(match.record, 0);
    if (match.matched == Answer::No)
        QVERIFY(match.error != X509_V_OK);
}

void TestTlsSession::daneByDigest_data()
{
    QTest::addColumn<QList<int>>("kinds"); // usage * 100 + selector * 10 + matching, negative: of another certificate
    QTest::addColumn<int>("matched");
    QTest::addColumn<int>("record");
    const auto row = [](const char* name, const QList<int>& kinds, Answer matched, int record) {
        QTest::newRow(name) << kinds << static_cast<int>(matched) << record;
    };
    row("none", {}, Answer::NotTested, -1);
    row("the key", {311}, Answer::Yes, 0);
    row("the certificate", {301}, Answer::Yes, 0);
    row("another", {-311}, Answer::No, -1);
    row("the second", {-311, 301}, Answer::Yes, 1);
    row("not usable", {111}, Answer::NotTested, -1);
    row("not usable beside a good one", {111, 311}, Answer::Yes, 1);
    row("a trust anchor", {-211}, Answer::NotTested, -1); // the chain would have to be built
    row("another digest", {-312}, Answer::NotTested, -1);
    row("a stronger digest", {311, -312}, Answer::NotTested, -1); // RFC 7671, 9: only that one would count
}

void TestTlsSession::daneByDigest()
{
    QFETCH(QList<int>, kinds);
    QFETCH(int, matched);
    QFETCH(int, record);
    TlsServer server;
    server.use(m_leaf, {&m_intermediate});
    TlsSession client(m_context, {});
    QVERIFY(server.meet(client) == TlsSession::Step::Done);
    std::vector<TlsaRecord> records;
    for (const int kind : kinds) {
        const int fields = std::abs(kind);
        X509* const of = (kind < 0 ? m_root : m_leaf).certificate.get();
        records.push_back({static_cast<std::uint8_t>(fields / 100), static_cast<std::uint8_t>(fields / 10 % 10),
            static_cast<std::uint8_t>(fields % 10), tlsaData(of, fields / 10 % 10, fields % 10)});
    }
    const DaneMatch match = daneMatchByDigest(client.chain(), records);
    QCOMPARE(static_cast<int>(match.matched), matched);
    QCOMPARE(match.record, record);
    QCOMPARE(match.each.size(), records.size());
    if (match.matched == Answer::NotTested)
        return;
    TlsOffer offer; // the same as with the records at hand
    offer.tlsa = records;
    TlsSession again(m_context, offer);
    QVERIFY(server.meet(again) == TlsSession::Step::Done);
    QCOMPARE(static_cast<int>(again.dane().matched), matched);
}

void TestTlsSession::wholeRecords()
{
    X509* const leaf = m_leaf.certificate.get();
    QVERIFY(isWellFormed({3, 0, 0, tlsaData(leaf, 0, 0)}));
    QVERIFY(isWellFormed({3, 1, 0, tlsaData(leaf, 1, 0)}));
    QVERIFY(!isWellFormed({3, 0, 0, tlsaData(leaf, 1, 0)})); // a key is no certificate
    QVERIFY(!isWellFormed({3, 1, 0, tlsaData(leaf, 1, 0) + "00"}));
    QVERIFY(!isWellFormed({3, 1, 0, "3003020101"}));
    QVERIFY(!isWellFormed({3, 1, 0, ""}));
    QVERIFY(isWellFormed({3, 1, 1, "00"})); // of digests the length tells
    const TlsaRecord junk{3, 1, 0, "00ff", true};
    QVERIFY(!junk.isUsable());
}

void TestTlsSession::garbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("failure");
    QTest::newRow("text") << QByteArray("500 what was that?\r\n") << static_cast<int>(TlsFailure::Garbage);
    QTest::newRow("zeros") << QByteArray(100, '\0') << static_cast<int>(TlsFailure::Garbage);
    QTest::newRow("long record") << QByteArray("\x16\x03\x03\xff\xff", 5) + QByteArray(70000, 'x')
                                 << static_cast<int>(TlsFailure::Garbage);
    QTest::newRow("handshake failure") << QByteArray("\x15\x03\x03\x00\x02\x02\x28", 7)
                                       << static_cast<int>(TlsFailure::Alert);
    QTest::newRow("too much") << QByteArray(600 * 1024, '\x16') << static_cast<int>(TlsFailure::TooMuch);
}

void TestTlsSession::garbage()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, failure);
    TlsSession client(m_context, {});
    QVERIFY(client.handshake() == TlsSession::Step::NeedsInput);
    client.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    QVERIFY(client.handshake() == TlsSession::Step::Failed);
    QCOMPARE(static_cast<int>(client.failure()), failure);
    QVERIFY(!client.detail().empty());
}

void TestTlsSession::hex()
{
    QCOMPARE(toHex(std::string("\x00\xff\x1a", 3)), std::string("00ff1a"));
    QCOMPARE(fromHex("00FF1a"), std::string("\x00\xff\x1a", 3));
    QCOMPARE(fromHex("0"), std::string());
    QCOMPARE(fromHex("zz"), std::string());
}

QTEST_GUILESS_MAIN(TestTlsSession)
#include "tst_tlssession.moc"
