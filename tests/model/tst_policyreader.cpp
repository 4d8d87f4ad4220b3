// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporter.h"
#include "model/policy/policyreader.h"

#include <QTest>

using namespace waxseal;

namespace {

constexpr Requirement encrypt{Level::Encrypt, TlsVersion::Unknown};
constexpr Requirement encrypt12{Level::Encrypt, TlsVersion::Tls12};
constexpr Requirement encrypt13{Level::Encrypt, TlsVersion::Tls13};
constexpr Requirement trusted{Level::TrustedCertificate, TlsVersion::Unknown};

QByteArray dump(const DirectionPolicy& policy)
{
    QByteArray out = QByteArray::fromStdString(policy.byDefault.text());
    for (const auto& [scope, requirement] : policy.rows)
        out += QByteArray::fromStdString(' ' + requirement.text() + ':' + scope.text());
    return out;
}

} // namespace

/** What a server requires already, read from its configuration. Expectations follow postconf(5), access(5) and
 * TLS_README. */
class TestPolicyReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void settings_data();
    void settings();
    void tables_data();
    void tables();
    void saysWhatItDidNotTake_data();
    void saysWhatItDidNotTake();
    void namesTheTablesItNeeds();
    void classesOfPostconfExplainTables();
    void readsOurOwnExports_data();
    void readsOurOwnExports();
    void versions_data();
    void versions();
    void hostileTextIsOnlyText();
};

void TestPolicyReader::settings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("inbound");
    QTest::addColumn<QByteArray>("outbound");
    QTest::addColumn<bool>("now");
    QTest::newRow("opportunistic") << QByteArray("smtpd_tls_security_level = may\nsmtp_tls_security_level = may\n")
                                   << QByteArray("none") << QByteArray("may") << false;
    QTest::newRow("required of all: 530")
        << QByteArray("smtpd_tls_security_level = encrypt\n") << QByteArray("encrypt") << QByteArray("none") << true;
    QTest::newRow("with a floor, which stands behind it")
        << QByteArray("smtpd_tls_security_level = encrypt\nsmtpd_tls_mandatory_protocols = >=TLSv1.2\n")
        << QByteArray("encrypt>=1.2") << QByteArray("none") << true;
    QTest::newRow("as Postfix 3.5 wrote floors")
        << QByteArray("smtp_tls_security_level=dane\nsmtp_tls_mandatory_protocols=!SSLv2, !SSLv3, !TLSv1, !TLSv1.1\n")
        << QByteArray("none") << QByteArray("dane>=1.2") << false;
    QTest::newRow("before Postfix 2.3") << QByteArray("smtpd_enforce_tls = yes\nsmtp_enforce_tls = yes\n"
                                                      "smtp_tls_enforce_peername = no\n")
                                        << QByteArray("encrypt") << QByteArray("encrypt") << false;
    QTest::newRow("main.cf, several lines and a comment")
        << QByteArray("# ours\nsmtpd_sender_restrictions =\n  permit_mynetworks,\n# between\n"
                      "  reject_plaintext_session\nplaintext_reject_code = 554\n")
        << QByteArray("encrypt") << QByteArray("none") << true;
    QTest::newRow("through a name") << QByteArray("level = encrypt\nsmtpd_tls_security_level = ${level}\n")
                                    << QByteArray("encrypt") << QByteArray("none") << true;
    QTest::newRow("only a warning") << QByteArray(
        "smtpd_sender_restrictions = warn_if_reject reject_plaintext_session\n")
                                    << QByteArray("none") << QByteArray("none") << false;
    QTest::newRow("a class of one's own") << QByteArray("smtpd_restriction_classes = tls_only\n"
                                                        "tls_only = reject_plaintext_session, permit\n"
                                                        "smtpd_recipient_restrictions = permit_mynetworks, tls_only\n")
                                          << QByteArray("encrypt") << QByteArray("none") << false;
    QTest::newRow("a name within itself") << QByteArray("a = $b\nb = $a\nsmtpd_sender_restrictions = $a\n")
                                          << QByteArray("none") << QByteArray("none") << false;
}

void TestPolicyReader::settings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, inbound);
    QFETCH(QByteArray, outbound);
    QFETCH(bool, now);
    PolicyReader reader;
    reader.read(text.toStdString());
    QCOMPARE(dump(reader.policy().inbound), inbound);
    QCOMPARE(dump(reader.policy().outbound), outbound);
    QCOMPARE(reader.policy().inbound.refusal == Refusal::Now, now);
}

void TestPolicyReader::tables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("inbound");
    QTest::addColumn<QByteArray>("outbound");
    QTest::newRow("access map: a domain stands for what is below it")
        << QByteArray("# partners\nbank.example reject_plaintext_session\n<> reject_plaintext_session\n"
                      "old.bank.example OK\n")
        << QByteArray("none encrypt:<> encrypt:.bank.example none:.old.bank.example") << QByteArray("none");
    QTest::newRow("access map: capitals, tabs, IDNA")
        << QByteArray("BANK.example\tREJECT_PLAINTEXT_SESSION\nm\xC3\xBCnchen.example reject_plaintext_session\n")
        << QByteArray("none encrypt:.bank.example encrypt:.xn--mnchen-3ya.example") << QByteArray("none");
    QTest::newRow("levels: a domain is that domain alone")
        << QByteArray("bank.example encrypt\n.bank.example may\n[mx.isp.example]:587 secure match=isp.example\n")
        << QByteArray("none") << QByteArray("none secure:[mx.isp.example]:587 encrypt:bank.example may:.bank.example");
    QTest::newRow("levels: both lines are one row") << QByteArray("bank.example verify\n.bank.example verify\n")
                                                    << QByteArray("none") << QByteArray("none verify:.bank.example");
    QTest::newRow("levels: what is below alone") << QByteArray(".bank.example dane-only\n") << QByteArray("none")
                                                 << QByteArray("none none:bank.example dane-only:.bank.example");
    QTest::newRow("levels: protocols of a row") << QByteArray("bank.example encrypt protocols=>=TLSv1.3 ciphers=high\n")
                                                << QByteArray("none") << QByteArray("none encrypt>=1.3:bank.example");
    QTest::newRow("levels: the first of two holds") << QByteArray("bank.example encrypt\nbank.example none\n")
                                                    << QByteArray("none") << QByteArray("none encrypt:bank.example");
}

void TestPolicyReader::tables()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, inbound);
    QFETCH(QByteArray, outbound);
    PolicyReader reader;
    reader.read(text.toStdString());
    QCOMPARE(dump(reader.policy().inbound), inbound);
    QCOMPARE(dump(reader.policy().outbound), outbound);
}

void TestPolicyReader::saysWhatItDidNotTake_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("reading");
    const auto row = [](const char* name, const char* text, int line, PolicyReading reading) {
        QTest::newRow(name) << QByteArray(text) << line << static_cast<int>(reading);
    };
    row("comment", "# a\nbank.example encrypt\n", 1, PolicyReading::Nothing);
    row("fingerprint", "bank.example fingerprint match=AA\nx.example may\n", 1, PolicyReading::UnknownLevel);
    row("address", "user@bank.example reject_plaintext_session\n", 1, PolicyReading::Address);
    row("pattern", "/bank/ reject_plaintext_session\n", 1, PolicyReading::Pattern);
    row("no host name", "bank_.example reject_plaintext_session\n", 1, PolicyReading::NotADomain);
    row("other action", "bank.example REJECT no thanks\n", 1, PolicyReading::Other);
    row("other setting", "myhostname = mx.example.com\nsmtpd_tls_security_level = may\n", 1, PolicyReading::Other);
    row("second", "bank.example encrypt\nbank.example may\n", 2, PolicyReading::Duplicate);
    row("no value", "bank.example\nx.example encrypt\n", 1, PolicyReading::NotUnderstood);
    row("warning", "bank.example warn_if_reject reject_plaintext_session\n", 1, PolicyReading::AuditOnly);
}

void TestPolicyReader::saysWhatItDidNotTake()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, reading);
    PolicyReader reader;
    reader.read(text.toStdString());
    const auto at = std::find_if(
        reader.lines().begin(), reader.lines().end(), [&](const PolicyLine& each) { return each.number == line; });
    QVERIFY(at != reader.lines().end());
    QCOMPARE(static_cast<int>(at->reading), reading);
}

void TestPolicyReader::namesTheTablesItNeeds()
{
    PolicyReader reader;
    reader.read("smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/partners, permit\n"
                "smtp_tls_policy_maps = hash:/etc/postfix/tls_policy\n");
    QCOMPARE(reader.missing().size(), std::size_t{2});
    reader.read("bank.example reject_plaintext_session\n", "/tmp/copy/partners");
    QCOMPARE(reader.missing(), std::vector<std::string>{"hash:/etc/postfix/tls_policy"});
    reader.read("isp.example encrypt\n", "tls_policy");
    QVERIFY(reader.missing().empty());
    QCOMPARE(dump(reader.policy().inbound), QByteArray("none encrypt:.bank.example"));
    QCOMPARE(dump(reader.policy().outbound), QByteArray("none encrypt:isp.example"));
    QVERIFY(reader.speaksOf(Direction::Inbound) && reader.speaksOf(Direction::Outbound));
    QVERIFY(!reader.speaksOf(Direction::Submission));
}

void TestPolicyReader::classesOfPostconfExplainTables()
{
    PolicyReader reader;
    reader.read("smtpd_restriction_classes = need_tls\nneed_tls = reject_plaintext_session, permit\n"
                "parent_domain_matches_subdomains = smtpd_client_event_limit_exceptions\n"
                "plaintext_reject_code = 550\n");
    reader.read("bank.example need_tls\n.isp.example need_tls\n");
    // Parents are looked up as ".isp.example" alone where that setting leaves access maps out.
    QCOMPARE(
        dump(reader.policy().inbound), QByteArray("none encrypt:bank.example none:isp.example encrypt:.isp.example"));
    QVERIFY(reader.policy().inbound.refusal == Refusal::Now);
}

void TestPolicyReader::readsOurOwnExports_data()
{
    QTest::addColumn<int>("direction");
    QTest::addColumn<int>("which");
    QTest::newRow("inbound rows") << static_cast<int>(Direction::Inbound) << 0;
    QTest::newRow("inbound default with exceptions") << static_cast<int>(Direction::Inbound) << 1;
    QTest::newRow("inbound, all, now") << static_cast<int>(Direction::Inbound) << 2;
    QTest::newRow("outbound") << static_cast<int>(Direction::Outbound) << 0;
}

void TestPolicyReader::readsOurOwnExports()
{
    QFETCH(int, direction);
    QFETCH(int, which);
    const auto way = static_cast<Direction>(direction);
    DirectionPolicy policy;
    if (way == Direction::Outbound) {
        policy.byDefault = {Level::May, TlsVersion::Unknown};
        policy.rows[{"bank.example", true}] = {Level::Secure, TlsVersion::Unknown};
        policy.rows[{"isp.example", false}] = encrypt13;
    } else if (which == 2) {
        policy.byDefault = encrypt12;
        policy.refusal = Refusal::Now;
    } else {
        policy.byDefault = which == 1 ? encrypt : Requirement{};
        policy.refusal = which == 1 ? Refusal::Now : Refusal::Later;
        policy.rows[{"bank.example", true}] = encrypt12;
        policy.rows[{"exact.example", false}] = encrypt;
        policy.rows[{"xn--mnchen-3ya.example", false}] = trusted;
        policy.rows[{"old.example", true}] = {};
        policy.rows[{"<>", false}] = encrypt;
    }
    ExportRequest request;
    request.direction = way;
    request.policy = policy;
    request.audit = false;
    const auto plan = exportPostfix(request);
    QVERIFY(plan.hasValue());
    PolicyReader reader;
    for (const bool settings : {true, false}) { // postconf first
        for (const ExportFile& file : plan->files) {
            const bool isSettings = file.name.endsWith(u".cf");
            const bool isTable = file.name.startsWith(u"waxseal_") && !file.name.endsWith(u".regexp");
            QByteArray content = file.content;
            if (isSettings) // lists that are the administrator's are added to by hand, as the comment says
                content.replace("#   smtpd_sender_restrictions = (your own entries), ", "smtpd_sender_restrictions = ")
                    .replace("#   smtp_tls_policy_maps = (your own entries), ", "smtp_tls_policy_maps = ");
            if (settings ? isSettings : isTable)
                reader.read(content.toStdString(), file.name.toStdString());
        }
    }
    QCOMPARE(dump(reader.policy().of(way)), dump(policy));
    QVERIFY(way == Direction::Outbound || reader.policy().inbound.refusal == policy.refusal);
    QVERIFY2(reader.missing().empty(), reader.missing().empty() ? "" : reader.missing().front().c_str());
    QCOMPARE(reader.leftOut(), std::size_t{0});
}

void TestPolicyReader::versions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("lowest");
    const auto row = [](const char* text, TlsVersion version) {
        QTest::newRow(text) << QByteArray(text) << static_cast<int>(version);
    };
    row("", TlsVersion::Unknown);
    row(">=TLSv1", TlsVersion::Unknown);
    row(">=TLSv1.2", TlsVersion::Tls12);
    row(">=TLSv1.3", TlsVersion::Tls13);
    row("!SSLv2, !SSLv3", TlsVersion::Unknown);
    row("!SSLv2:!SSLv3:!TLSv1:!TLSv1.1", TlsVersion::Tls12);
    row("TLSv1.2, TLSv1.3", TlsVersion::Tls12);
    row("TLSv1.3", TlsVersion::Tls13);
    row(">=TLSv1.2, <=TLSv1.3", TlsVersion::Tls12);
}

void TestPolicyReader::versions()
{
    QFETCH(QByteArray, text);
    QFETCH(int, lowest);
    QCOMPARE(static_cast<int>(lowestVersion(text.toStdString())), lowest);
}

void TestPolicyReader::hostileTextIsOnlyText()
{
    PolicyReader reader;
    std::string text = "smtpd_sender_restrictions = ";
    for (int i = 0; i < 100; ++i)
        text += "${smtpd_sender_restrictions}";
    text += "\nc = c, c, c\nsmtpd_helo_restrictions = c {{{{ }\n";
    reader.read(text);
    reader.read(std::string(1000, '\0') + "\n" + std::string(100'000, 'a') + " encrypt\n= = =\n");
    for (const PolicyLine& line : reader.lines())
        QVERIFY(line.text.size() <= 200);
    QVERIFY(reader.policy().inbound.rows.empty());
}

QTEST_APPLESS_MAIN(TestPolicyReader)
#include "tst_policyreader.moc"
