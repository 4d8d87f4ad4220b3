// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporter.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

ExportRequest request(const QStringList& rules, Direction direction = Direction::Inbound)
{
    ExportRequest out;
    out.direction = direction;
    out.audit = false;
    out.now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    out.prediction = {217, 24, 3, 5, out.now.addDays(-28), out.now};
    for (const QString& rule : rules) {
        const auto required = Requirement::parse(rule.section(u':', 0, 0).toStdString(), direction);
        const QString scope = rule.section(u':', 1);
        Q_ASSERT(required);
        if (scope == u"all"_s)
            out.policy.byDefault = *required;
        else
            out.policy.rows[*Scope::parse(scope.toStdString())] = *required;
    }
    return out;
}

QByteArray file(const ExportPlan& plan, const QString& name)
{
    for (const ExportFile& entry : plan.files) {
        if (entry.name == name)
            return entry.content;
    }
    return {};
}

QStringList names(const ExportPlan& plan)
{
    QStringList out;
    for (const ExportFile& entry : plan.files)
        out.append(entry.name);
    return out;
}

/** Rows of a table, or "name = value" lines of a fragment: what is left without comments. */
std::map<QByteArray, QByteArray> meaning(const QByteArray& content, const QByteArray& mark)
{
    std::map<QByteArray, QByteArray> out;
    for (const QByteArray& line : content.split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const qsizetype at = line.indexOf(mark);
        out[line.left(at)] = at < 0 ? QByteArray() : line.mid(at + mark.size());
    }
    return out;
}

using Rows = std::map<QByteArray, QByteArray>;

} // namespace

class PostfixExporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subdomainRowsHaveBothLines();
    void exactRowsAreReadWithoutParents();
    void anExceptionEndsOurListOnly();
    void nullSenderIsARow();
    void refusalCodes();
    void everythingNowIsTheGlobalSetting();
    void everythingLaterIsARestriction();
    void auditRefusesNothing_data();
    void auditRefusesNothing();
    void versionsGoThroughTheService();
    void trustedNeedsACertificate();
    void outboundKeysAreNextHops();
    void outboundDaneAndSecure();
    void outboundAuditHoldsNothingBack();
    void outboundDefault();
    void everyFileExplainsItself_data();
    void everyFileExplainsItself();
    void strangersNeverReachAFile();
    void whatCannotBeWrittenIsRefused();
    void nothingToExport();
    void oddPlacesAreRefused();
    void writesWholeFilesAndNeverOver();
    void writesPlainNamesOnly();
    void theServiceAnswers_data();
    void theServiceAnswers();
    void postfixReadsTheFiles();
    void theSwitchKeepsTheAdministratorsEntries();
    void offGivesBackEveryByte_data();
    void offGivesBackEveryByte();
    void aStoppedServerIsSaidFirst();
    void anOutboundPolicyTakesThePlaceOfAnother();
    void spellingsOfInternationalNames_data();
    void spellingsOfInternationalNames();
};

void PostfixExporterTest::subdomainRowsHaveBothLines()
{
    const auto plan = exportPostfix(request({u"encrypt:.bank.example"_s, u"encrypt:.uni.example"_s}));
    QVERIFY(plan);
    QCOMPARE(names(*plan), QStringList({u"waxseal-inbound.cf"_s, u"waxseal_sender"_s, u"waxseal-inbound.sh"_s}));
    QCOMPARE(meaning(file(*plan, u"waxseal_sender"_s), " "),
        (Rows{{"bank.example", "waxseal_encrypt"}, {".bank.example", "waxseal_encrypt"},
            {"uni.example", "waxseal_encrypt"}, {".uni.example", "waxseal_encrypt"}}));
    const Rows settings = meaning(file(*plan, u"waxseal-inbound.cf"_s), " = ");
    QCOMPARE(settings.at("waxseal_encrypt"), "reject_plaintext_session, permit");
    QCOMPARE(settings.at("waxseal_inbound"),
        "permit_mynetworks, permit_sasl_authenticated, check_sender_access hash:/etc/postfix/waxseal_sender");
    QCOMPARE(settings.at("smtpd_restriction_classes"), "waxseal_encrypt, waxseal_inbound");
    QCOMPARE(settings.at("smtpd_sender_restrictions"), "waxseal_inbound");
    QCOMPARE(settings.at("plaintext_reject_code"), "450");
}

void PostfixExporterTest::exactRowsAreReadWithoutParents()
{
    ExportRequest asked = request({u"encrypt:bank.example"_s, u"none:.bank.example"_s, u"encrypt:uni.example"_s});
    asked.mapType = u"lmdb"_s;
    const auto plan = exportPostfix(asked);
    QVERIFY(plan);
    QCOMPARE(meaning(file(*plan, u"waxseal_sender_exact"_s), " "),
        (Rows{{"bank.example", "waxseal_encrypt"}, {"uni.example", "waxseal_encrypt"}}));
    QCOMPARE(meaning(file(*plan, u"waxseal_sender"_s), " "),
        (Rows{{"bank.example", "permit"}, {".bank.example", "permit"}}));
    // The exact table comes first, behind a pattern that gives it the whole domain and no parents.
    QCOMPARE(meaning(file(*plan, u"waxseal-inbound.cf"_s), " = ").at("waxseal_inbound"),
        "permit_mynetworks, permit_sasl_authenticated, "
        "check_sender_access pipemap:{regexp:/etc/postfix/waxseal_sender_exact.regexp,"
        "lmdb:/etc/postfix/waxseal_sender_exact}, check_sender_access lmdb:/etc/postfix/waxseal_sender");
    QCOMPARE(meaning(file(*plan, u"waxseal_sender_exact.regexp"_s), " "), (Rows{{"/^.*@([^@]+)$/", "$1"}}));
}

void PostfixExporterTest::anExceptionEndsOurListOnly()
{
    const auto plan = exportPostfix(request({u"encrypt:all"_s, u"none:.list.example"_s}));
    QVERIFY(plan);
    QCOMPARE(meaning(file(*plan, u"waxseal_sender"_s), " "),
        (Rows{{"list.example", "permit"}, {".list.example", "permit"}}));
    const Rows settings = meaning(file(*plan, u"waxseal-inbound.cf"_s), " = ");
    QVERIFY(settings.at("waxseal_inbound").endsWith("hash:/etc/postfix/waxseal_sender, waxseal_encrypt"));
    QCOMPARE(settings.count("smtpd_tls_security_level"), std::size_t{0});
}

void PostfixExporterTest::nullSenderIsARow()
{
    const auto plan = exportPostfix(request({u"encrypt:<>"_s}));
    QVERIFY(plan);
    QCOMPARE(meaning(file(*plan, u"waxseal_sender"_s), " "), (Rows{{"<>", "waxseal_encrypt"}}));
}

void PostfixExporterTest::refusalCodes()
{
    ExportRequest asked = request({u"encrypt:.a.example"_s, u"encrypt>=1.2:.b.example"_s, u"trusted:.c.example"_s});
    asked.policy.refusal = Refusal::Now;
    const Rows now = meaning(file(*exportPostfix(asked), u"waxseal-inbound.cf"_s), " = ");
    QCOMPARE(now.at("plaintext_reject_code"), "554");
    QVERIFY(now.at("waxseal_encrypt_1_2").contains("policy_context=1.2:554 "));
    QCOMPARE(now.at("waxseal_trusted"),
        "permit_tls_all_clientcerts, check_sender_access static:{554 5.7.1 A TLS client certificate that this server "
        "trusts is required}");

    asked.policy.refusal = Refusal::Later;
    const Rows later = meaning(file(*exportPostfix(asked), u"waxseal-inbound.cf"_s), " = ");
    QCOMPARE(later.at("plaintext_reject_code"), "450");
    QVERIFY(later.at("waxseal_encrypt_1_2").contains("policy_context=1.2:450 "));
    QCOMPARE(later.at("waxseal_trusted"),
        "permit_tls_all_clientcerts, check_sender_access static:{450 4.7.1 A TLS client certificate that this server "
        "trusts is required}");
}

void PostfixExporterTest::everythingNowIsTheGlobalSetting()
{
    ExportRequest asked = request({u"encrypt>=1.2:all"_s});
    asked.policy.refusal = Refusal::Now;
    const auto plan = exportPostfix(asked);
    QVERIFY(plan);
    QCOMPARE(names(*plan), QStringList({u"waxseal-inbound.cf"_s, u"waxseal-inbound.sh"_s}));
    const Rows settings = meaning(file(*plan, u"waxseal-inbound.cf"_s), " = ");
    QCOMPARE(settings.at("smtpd_tls_security_level"), "encrypt");
    QCOMPARE(settings.at("smtpd_tls_mandatory_protocols"), ">=TLSv1.2");
    QVERIFY(file(*plan, u"waxseal-inbound.cf"_s).contains("530 5.7.0"));
}

void PostfixExporterTest::everythingLaterIsARestriction()
{
    const auto plan = exportPostfix(request({u"encrypt:all"_s}));
    QVERIFY(plan);
    const Rows settings = meaning(file(*plan, u"waxseal-inbound.cf"_s), " = ");
    QCOMPARE(settings.at("waxseal_inbound"), "permit_mynetworks, permit_sasl_authenticated, waxseal_encrypt");
    QCOMPARE(settings.count("smtpd_tls_security_level"), std::size_t{0});
}

void PostfixExporterTest::auditRefusesNothing_data()
{
    QTest::addColumn<QStringList>("rules");
    QTest::addRow("all") << QStringList{u"encrypt:all"_s};
    QTest::addRow("all, version") << QStringList{u"encrypt>=1.3:all"_s};
    QTest::addRow("trusted") << QStringList{u"trusted:.a.example"_s};
    QTest::addRow("mixed") << QStringList{u"encrypt:a.example"_s, u"encrypt>=1.2:.b.example"_s, u"none:<>"_s};
}

void PostfixExporterTest::auditRefusesNothing()
{
    QFETCH(QStringList, rules);
    ExportRequest asked = request(rules);
    asked.policy.refusal = Refusal::Now; // even so
    asked.audit = true;
    const auto plan = exportPostfix(asked);
    QVERIFY(plan);
    const Rows settings = meaning(file(*plan, u"waxseal-inbound.cf"_s), " = ");
    QCOMPARE(settings.count("smtpd_tls_security_level"), std::size_t{0});
    QCOMPARE(settings.count("plaintext_reject_code"), std::size_t{0});
    int classes = 0;
    for (const auto& [name, value] : settings) {
        if (!name.startsWith("waxseal_") || name == "waxseal_inbound")
            continue;
        ++classes;
        QVERIFY2(value.endsWith(", permit"), value.constData());
        // Whatever can refuse stands behind warn_if_reject; a service that does not run refuses nothing.
        for (const QByteArray word :
            {"reject_plaintext_session", "check_policy_service", "check_sender_access static:"}) {
            for (qsizetype at = value.indexOf(word); at >= 0; at = value.indexOf(word, at + 1))
                QVERIFY2(value.left(at).endsWith("warn_if_reject "), value.constData());
        }
        QCOMPARE(value.count("check_policy_service"), value.count("default_action=DUNNO"));
    }
    QVERIFY(classes > 0);
}

void PostfixExporterTest::versionsGoThroughTheService()
{
    const auto plan = exportPostfix(request({u"encrypt>=1.2:all"_s, u"encrypt>=1.3:.bank.example"_s}));
    QVERIFY(plan);
    const Rows settings = meaning(file(*plan, u"waxseal-inbound.cf"_s), " = ");
    QCOMPARE(settings.at("waxseal_encrypt_1_2"),
        "check_policy_service { unix:private/waxsealtls, policy_context=1.2:450 }, permit");
    QCOMPARE(settings.at("waxseal_encrypt_1_3"),
        "check_policy_service { unix:private/waxsealtls, policy_context=1.3:450 }, permit");
    QVERIFY(file(*plan, u"waxseal-tls-version.py"_s).startsWith("#!/usr/bin/python3\n"));
    QVERIFY(
        file(*plan, u"waxseal-inbound.sh"_s).contains("\nservice_line='waxsealtls unix - n n - 0 spawn user=nobody"));
}

void PostfixExporterTest::trustedNeedsACertificate()
{
    const auto plan = exportPostfix(request({u"trusted:.bank.example"_s}));
    QVERIFY(plan);
    const Rows settings = meaning(file(*plan, u"waxseal-inbound.cf"_s), " = ");
    QCOMPARE(settings.at("smtpd_tls_ask_ccert"), "yes");
    QVERIFY(file(*plan, u"waxseal-inbound.sh"_s).contains("Set smtpd_tls_CAfile first"));
}

void PostfixExporterTest::outboundKeysAreNextHops()
{
    const auto plan = exportPostfix(request(
        {u"encrypt:.bank.example"_s, u"secure:bank.example"_s, u"encrypt>=1.2:uni.example"_s, u"may:.x.example"_s},
        Direction::Outbound));
    QVERIFY(plan);
    QCOMPARE(meaning(file(*plan, u"waxseal_tls_policy"_s), " "),
        (Rows{{"bank.example", "secure"}, {".bank.example", "encrypt"}, {"uni.example", "encrypt protocols=>=TLSv1.2"},
            {"x.example", "may"}, {".x.example", "may"}}));
    const Rows settings = meaning(file(*plan, u"waxseal-outbound.cf"_s), " = ");
    QCOMPARE(settings.at("smtp_tls_policy_maps"), "hash:/etc/postfix/waxseal_tls_policy");
    // "nothing required by default" must not become Postfix's level "none", which would turn TLS off.
    QCOMPARE(settings.count("smtp_tls_security_level"), std::size_t{0});
    QVERIFY(file(*plan, u"waxseal-outbound.sh"_s).contains("Set smtp_tls_CAfile first"));
}

void PostfixExporterTest::outboundDaneAndSecure()
{
    const auto plan = exportPostfix(request({u"dane-only:a.example"_s, u"dane:b.example"_s}, Direction::Outbound));
    QVERIFY(plan);
    const Rows settings = meaning(file(*plan, u"waxseal-outbound.cf"_s), " = ");
    QCOMPARE(settings.at("smtp_dns_support_level"), "dnssec");
    QVERIFY(!file(*plan, u"waxseal-outbound.sh"_s).contains("smtp_tls_CAfile first"));
}

void PostfixExporterTest::outboundAuditHoldsNothingBack()
{
    ExportRequest asked = request({u"dane-only:.a.example"_s, u"encrypt:all"_s}, Direction::Outbound);
    asked.audit = true;
    const auto plan = exportPostfix(asked);
    QVERIFY(plan);
    QCOMPARE(meaning(file(*plan, u"waxseal_tls_policy"_s), " "), (Rows{{"a.example", "may"}, {".a.example", "may"}}));
    QVERIFY(file(*plan, u"waxseal_tls_policy"_s).contains("# to enforce: .a.example dane-only\n"));
    QCOMPARE(meaning(file(*plan, u"waxseal-outbound.cf"_s), " = ").at("smtp_tls_security_level"), "may");
}

void PostfixExporterTest::outboundDefault()
{
    const auto plan = exportPostfix(request({u"encrypt>=1.2:all"_s}, Direction::Outbound));
    QVERIFY(plan);
    const Rows settings = meaning(file(*plan, u"waxseal-outbound.cf"_s), " = ");
    QCOMPARE(settings.at("smtp_tls_security_level"), "encrypt");
    QCOMPARE(settings.at("smtp_tls_mandatory_protocols"), ">=TLSv1.2");
    QCOMPARE(settings.count("smtp_tls_policy_maps"), std::size_t{0});
}

void PostfixExporterTest::everyFileExplainsItself_data()
{
    QTest::addColumn<QStringList>("rules");
    QTest::addColumn<bool>("inbound");
    QTest::addColumn<bool>("rfc3207");
    QTest::addRow("some") << QStringList{u"encrypt:.a.example"_s, u"encrypt>=1.2:b.example"_s} << true << false;
    QTest::addRow("all") << QStringList{u"encrypt:all"_s, u"none:a.example"_s} << true << true;
    QTest::addRow("outbound") << QStringList{u"dane:all"_s, u"encrypt:.a.example"_s} << false << false;
}

void PostfixExporterTest::everyFileExplainsItself()
{
    QFETCH(QStringList, rules);
    QFETCH(bool, inbound);
    QFETCH(bool, rfc3207);
    const auto plan = exportPostfix(request(rules, inbound ? Direction::Inbound : Direction::Outbound));
    QVERIFY(plan);
    for (const ExportFile& entry : plan->files) {
        const QByteArray name = entry.name.toLatin1();
        QVERIFY2(entry.content.startsWith('#'), name.constData());
        QVERIFY2(entry.content.contains(QByteArray("# This file: /etc/postfix/" + name + '\n')), name.constData());
        QVERIFY2(entry.content.contains(".sh on\n") && entry.content.contains(".sh off\n"), name.constData());
        QVERIFY2(entry.content.contains("24 messages (11.06 %), of them 3 labelled spam"), name.constData());
        QVERIFY2(entry.content.contains("2026-10-25 12:00 UTC to 2026-11-22 12:00 UTC"), name.constData());
        QCOMPARE(entry.content.contains("RFC 3207"), rfc3207);
        QVERIFY(!entry.content.contains('\r') && entry.content.endsWith('\n'));
    }
}

void PostfixExporterTest::strangersNeverReachAFile()
{
    const std::vector<std::string> hostile{"evil.example\nsmtpd_banner = owned", "evil.example # x", "evil example",
        "$(evil)", "evil$x.example", "`evil`", "evil'.example", "evil\".example", "{evil}", "-evil.example",
        "evil..example", "evil_x.example", std::string("evil\0.example", 13), "*.evil.example", "/evil/",
        "evil:example", "[evil.example]:25 x", "[evil", "[evil.example]#", std::string(300, 'e') + ".example",
        "evil.example permit",
        "\xff\xfe"
        "evil.example"};
    for (const bool audit : {true, false}) {
        for (const Direction direction : {Direction::Inbound, Direction::Outbound}) {
            ExportRequest asked = request({u"encrypt:.good.example"_s}, direction);
            asked.audit = audit;
            for (const std::string& domain : hostile) {
                asked.policy.rows[Scope{domain, true}] = {Level::Encrypt, TlsVersion::Unknown};
                asked.policy.rows[Scope{domain, false}] = {Level::Encrypt, TlsVersion::Tls12};
            }
            const auto plan = exportPostfix(asked);
            QVERIFY(plan);
            QCOMPARE(plan->refused.size(), hostile.size() * 2);
            QCOMPARE(plan->refused.front().reason, ExportRefusal::Reason::NotAHostName);
            for (const ExportFile& entry : plan->files)
                QVERIFY2(!entry.content.contains("evil"), entry.content.constData());
        }
    }
    // A next hop in brackets is a key on the way out, never a sender's domain.
    for (const Direction direction : {Direction::Inbound, Direction::Outbound}) {
        ExportRequest asked = request({}, direction);
        asked.audit = false;
        asked.policy.rows[Scope{"[192.0.2.1]:587", false}] = {Level::Encrypt, TlsVersion::Unknown};
        const auto plan = exportPostfix(asked);
        QVERIFY(plan);
        QCOMPARE(plan->refused.empty(), direction == Direction::Outbound);
        QCOMPARE(file(*plan, u"waxseal_tls_policy"_s).contains("\n[192.0.2.1]:587 encrypt\n"),
            direction == Direction::Outbound);
    }
    // A name in Unicode stands there as what DNS and the log have, the A-label, and as an SMTPUTF8 sender writes it.
    ExportRequest asked = request({});
    asked.policy.rows[Scope{"b\xc3\xbc"
                            "cher.example",
        false}]
        = {Level::Encrypt, TlsVersion::Unknown};
    const auto plan = exportPostfix(asked);
    QVERIFY(plan);
    QCOMPARE(meaning(file(*plan, u"waxseal_sender_exact"_s), " "),
        (Rows{{"xn--bcher-kva.example", "waxseal_encrypt"},
            {"b\xc3\xbc"
             "cher.example",
                "waxseal_encrypt"},
            {"bu\xcc\x88"
             "cher.example",
                "waxseal_encrypt"}}));
}

void PostfixExporterTest::whatCannotBeWrittenIsRefused()
{
    ExportRequest asked = request({u"encrypt:a.example"_s});
    asked.policy.rows[Scope{"b.example", true}] = {Level::Dane, TlsVersion::Unknown};
    auto plan = exportPostfix(asked);
    QVERIFY(plan);
    QCOMPARE(plan->refused, (std::vector<ExportRefusal>{{u".b.example"_s, ExportRefusal::Reason::NotExpressible}}));

    asked = request({u"encrypt:a.example"_s, u"encrypt:<>"_s}, Direction::Outbound);
    asked.policy.rows[Scope{"b.example", false}] = {Level::TrustedCertificate, TlsVersion::Unknown};
    plan = exportPostfix(asked);
    QVERIFY(plan);
    QCOMPARE(plan->refused,
        (std::vector<ExportRefusal>{
            {u"<>"_s, ExportRefusal::Reason::NoNullSender}, {u"b.example"_s, ExportRefusal::Reason::NotExpressible}}));

    asked.policy.byDefault = {Level::TrustedCertificate, TlsVersion::Unknown};
    QCOMPARE(exportPostfix(asked).error().code, ErrorCode::InvalidPolicy);

    // Nothing is left: no files, and the reason.
    asked = request({});
    asked.policy.rows[Scope{"not a host", false}] = {Level::Encrypt, TlsVersion::Unknown};
    plan = exportPostfix(asked);
    QVERIFY(plan);
    QVERIFY(plan->files.empty());
    QCOMPARE(plan->refused.size(), std::size_t{1});
}

void PostfixExporterTest::nothingToExport()
{
    QCOMPARE(exportPostfix(request({})).error().code, ErrorCode::NothingToExport);
    ExportRequest asked = request({u"encrypt:all"_s});
    asked.direction = Direction::Submission;
    QCOMPARE(exportPostfix(asked).error().code, ErrorCode::Unsupported);
}

void PostfixExporterTest::oddPlacesAreRefused()
{
    ExportRequest asked = request({u"encrypt:all"_s});
    for (const QString& directory :
        {u"etc"_s, u"/etc/post fix"_s, u"/etc/$x"_s, u"/etc/a\nb"_s, u""_s, u"/etc/'x"_s, u"/etc/"_s}) {
        asked.directory = directory;
        QCOMPARE(exportPostfix(asked).error().code, ErrorCode::Unsupported);
    }
    asked = request({u"encrypt:all"_s});
    asked.mapType = u"pipemap"_s;
    QCOMPARE(exportPostfix(asked).error().code, ErrorCode::Unsupported);
}

void PostfixExporterTest::writesWholeFilesAndNeverOver()
{
    const QTemporaryDir folder;
    const auto plan = exportPostfix(request({u"encrypt:.bank.example"_s}));
    QVERIFY(plan);
    const QString target = folder.filePath(u"new/deep"_s);
    QVERIFY(writeExport(*plan, target, false));
    QCOMPARE(QDir(target).entryList(QDir::Files).size(), static_cast<qsizetype>(plan->files.size()));
    for (const ExportFile& entry : plan->files) {
        QFile written(target + u'/' + entry.name);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), entry.content);
    }

    // The last of the set is in the way: nothing is written, not even the first.
    QVERIFY(QFile::remove(target + u"/waxseal-inbound.cf"_s));
    const Status refused = writeExport(*plan, target, false);
    QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
    QVERIFY(!QFile::exists(target + u"/waxseal-inbound.cf"_s));
    QVERIFY(writeExport(*plan, target, true));

    QVERIFY(QFile::remove(target + u"/waxseal-inbound.cf"_s));
    QVERIFY(QDir(target).mkdir(u"waxseal-inbound.cf"_s));
    QCOMPARE(writeExport(*plan, target, true).error().code, ErrorCode::CannotWrite);
    QCOMPARE(writeExport({}, target, true).error().code, ErrorCode::NothingToExport);
    QCOMPARE(writeExport(*plan, u"/proc/nowhere"_s, false).error().code, ErrorCode::CannotWrite);
}

void PostfixExporterTest::writesPlainNamesOnly()
{
    const QTemporaryDir folder;
    for (const QString& name : {u"../x"_s, u"a/b"_s, u".hidden"_s, u""_s, u"a b"_s, u"a\nb"_s}) {
        const ExportPlan plan{{{name, "x"}}, {}};
        QCOMPARE(writeExport(plan, folder.path(), false).error().code, ErrorCode::CannotWrite);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void PostfixExporterTest::theServiceAnswers_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray asked = "request=smtpd_access_policy\nsender=x@bank.example\n";
    QTest::addRow("newer") << asked + "encryption_protocol=TLSv1.3\npolicy_context=1.2:450\n\n" << QByteArray("DUNNO");
    QTest::addRow("equal") << asked + "encryption_protocol=TLSv1.2\npolicy_context=1.2:450\n\n" << QByteArray("DUNNO");
    QTest::addRow("old") << asked + "encryption_protocol=TLSv1\npolicy_context=1.2:450\n\n"
                         << QByteArray("450 4.7.1 Session encryption with TLS 1.2 or later is required");
    QTest::addRow("1.1, now") << asked + "encryption_protocol=TLSv1.1\npolicy_context=1.2:554\n\n"
                              << QByteArray("554 5.7.1 Session encryption with TLS 1.2 or later is required");
    QTest::addRow("clear") << asked + "encryption_protocol=\npolicy_context=1.3:450\n\n"
                           << QByteArray("450 4.7.1 Session encryption with TLS 1.3 or later is required");
    QTest::addRow("not ours") << asked + "\n"
                              << QByteArray("WARN waxseal: this request has no policy_context VERSION:CODE");
}

void PostfixExporterTest::theServiceAnswers()
{
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, answer);
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("python3 is not installed");
    const QTemporaryDir folder;
    QVERIFY(writeExport(*exportPostfix(request({u"encrypt>=1.2:a.example"_s})), folder.path(), false));
    QProcess service;
    service.start(python, {folder.filePath(u"waxseal-tls-version.py"_s)});
    service.write(asked + asked); // a connection carries many requests
    service.closeWriteChannel();
    QVERIFY(service.waitForFinished());
    QCOMPARE(service.readAllStandardError(), QByteArray());
    QCOMPARE(service.readAllStandardOutput(), "action=" + answer + "\n\naction=" + answer + "\n\n");
}

namespace {

/** A Postfix configuration of our own that no server runs. */
class PrivatePostfix
{
public:
    explicit PrivatePostfix(const QByteArray& own)
    {
        // With a name of its own Postfix does not ask DNS for one.
        write(u"main.cf"_s,
            "compatibility_level = 3.6\nmyhostname = mx.local.test\nsmtpd_tls_security_level = may\n"
            // No daemon of this Postfix runs, so none can be asked.
            "daemon_directory = /nowhere\n"
                + own);
        write(u"master.cf"_s, "smtp inet n - n - - smtpd\n127.0.0.1:10025 inet n - n - - smtpd\n");
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(u"MAIL_CONFIG"_s, m_folder.path());
        m_environment.insert(u"PATH"_s, m_folder.path() + u"/bin:/usr/sbin:/usr/bin:/sbin:/bin"_s);
        // "postfix reload" has no server to speak to here.
        QDir(m_folder.path()).mkdir(u"bin"_s);
        write(u"bin/postfix"_s,
            "#!/bin/sh\nif [ \"$1\" = status ]; then exec test ! -e \"$MAIL_CONFIG/stopped\"; fi\n"
            "echo \"$@\" >> \"$MAIL_CONFIG/reloads\"\n");
        QFile::setPermissions(
            m_folder.filePath(u"bin/postfix"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    static bool isInstalled()
    {
        return QFile::exists(u"/usr/sbin/postmap"_s) && QFile::exists(u"/usr/sbin/postconf"_s);
    }
    QString path() const { return m_folder.path(); }
    void write(const QString& name, const QByteArray& content)
    {
        QFile out(m_folder.filePath(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    QByteArray read(const QString& name)
    {
        QFile in(m_folder.filePath(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    QByteArray run(const QString& program, const QStringList& arguments, int expected = 0)
    {
        // postconf waits for files that have just been edited.
        for (const QString& name : {u"main.cf"_s, u"master.cf"_s}) {
            QFile edited(m_folder.filePath(name));
            if (edited.open(QIODevice::ReadWrite))
                edited.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime);
        }
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.waitForFinished();
        const QByteArray output = process.readAll();
        if (process.exitCode() != expected)
            QTest::qFail(QByteArray(program.toUtf8() + ' ' + arguments.join(u' ').toUtf8() + ": " + output).constData(),
                __FILE__, __LINE__);
        return output.trimmed();
    }
    /** A setting as Postfix reads it, without what postconf warns of. */
    QByteArray value(const QString& name)
    {
        QByteArrayList lines = run(u"postconf"_s, {u"-h"_s, name}).split('\n');
        lines.removeIf([](const QByteArray& line) { return line.contains("postconf: warning: "); });
        return lines.join('\n');
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

} // namespace

void PostfixExporterTest::postfixReadsTheFiles()
{
    if (!PrivatePostfix::isInstalled())
        QSKIP("Postfix is not installed");
    PrivatePostfix postfix("");
    ExportRequest asked = request({u"encrypt:.bank.example"_s, u"none:news.bank.example"_s, u"encrypt:<>"_s});
    asked.directory = postfix.path();
    QVERIFY(writeExport(*exportPostfix(asked), postfix.path(), false));
    const QString tree = u"hash:"_s + postfix.path() + u"/waxseal_sender"_s;
    const QString exact = u"hash:"_s + postfix.path() + u"/waxseal_sender_exact"_s;
    postfix.run(u"postmap"_s, {tree});
    postfix.run(u"postmap"_s, {exact});
    QCOMPARE(postfix.run(u"postmap"_s, {u"-q"_s, u".bank.example"_s, tree}), "waxseal_encrypt");
    QCOMPARE(postfix.run(u"postmap"_s, {u"-q"_s, u"<>"_s, tree}), "waxseal_encrypt");
    const QString pipe = u"pipemap:{regexp:"_s + postfix.path() + u"/waxseal_sender_exact.regexp,"_s + exact + u'}';
    QCOMPARE(postfix.run(u"postmap"_s, {u"-q"_s, u"u@news.bank.example"_s, pipe}), "permit");
    QCOMPARE(postfix.run(u"postmap"_s, {u"-q"_s, u"a@b@news.bank.example"_s, pipe}), "permit");
    QCOMPARE(postfix.run(u"postmap"_s, {u"-q"_s, u"u@x.news.bank.example"_s, pipe}, 1), "");

    asked = request({u"encrypt>=1.2:.bank.example"_s}, Direction::Outbound);
    asked.directory = postfix.path();
    QVERIFY(writeExport(*exportPostfix(asked), postfix.path(), false));
    const QString policy = u"hash:"_s + postfix.path() + u"/waxseal_tls_policy"_s;
    postfix.run(u"postmap"_s, {policy});
    QCOMPARE(postfix.run(u"postmap"_s, {u"-q"_s, u"bank.example"_s, policy}), "encrypt protocols=>=TLSv1.2");
}

void PostfixExporterTest::theSwitchKeepsTheAdministratorsEntries()
{
    if (!PrivatePostfix::isInstalled())
        QSKIP("Postfix is not installed");
    PrivatePostfix postfix(
        "smtpd_restriction_classes = greylist\ngreylist = warn_if_reject reject\nplaintext_reject_code = 451\n"
        "smtpd_sender_restrictions = reject_unknown_sender_domain,\n  check_sender_access hash:/etc/aliases\n");
    const QByteArray before = postfix.read(u"main.cf"_s);
    const QByteArray services = postfix.read(u"master.cf"_s);
    ExportRequest asked = request({u"encrypt:.bank.example"_s, u"encrypt>=1.2:uni.example"_s});
    asked.directory = postfix.path();
    asked.policy.refusal = Refusal::Now;
    QVERIFY(writeExport(*exportPostfix(asked), postfix.path(), false));
    const QString script = postfix.path() + u"/waxseal-inbound.sh"_s;
    QByteArray once;
    for (int twice = 0; twice < 2; ++twice) {
        postfix.run(u"sh"_s, {script, u"on"_s});
        QCOMPARE(postfix.run(u"postconf"_s, {u"-h"_s, u"smtpd_sender_restrictions"_s}).simplified(),
            "reject_unknown_sender_domain, check_sender_access hash:/etc/aliases waxseal_inbound");
        QCOMPARE(postfix.run(u"postconf"_s, {u"-h"_s, u"smtpd_restriction_classes"_s}).simplified(),
            "greylist waxseal_encrypt, waxseal_encrypt_1_2, waxseal_inbound");
        QCOMPARE(postfix.run(u"postconf"_s, {u"-h"_s, u"plaintext_reject_code"_s}), "554");
        QVERIFY(postfix.run(u"postconf"_s, {u"-M"_s, u"waxsealtls/unix"_s}).contains("spawn user=nobody"));
        const QByteArray now = postfix.read(u"main.cf"_s) + postfix.read(u"master.cf"_s);
        QVERIFY(once.isEmpty() || once == now);
        once = now;
    }
    // What is there is what was asked for, as Postfix itself prints it.
    QCOMPARE(postfix.run(u"postconf"_s, {u"-h"_s, u"waxseal_encrypt_1_2"_s}),
        "check_policy_service { unix:private/waxsealtls, policy_context=1.2:554 }, permit");
    postfix.run(u"sh"_s, {script, u"off"_s});
    QCOMPARE(postfix.read(u"main.cf"_s), before);
    QCOMPARE(postfix.read(u"master.cf"_s), services);
    QCOMPARE(postfix.read(u"reloads"_s), "reload\nreload\nreload\n");
    postfix.run(u"sh"_s, {script}, 1);

    // The global setting: the previous level comes back, and a re-injection port is pointed out.
    asked = request({u"encrypt:all"_s});
    asked.directory = postfix.path();
    asked.policy.refusal = Refusal::Now;
    QVERIFY(writeExport(*exportPostfix(asked), postfix.path(), true));
    postfix.run(u"sh"_s, {script, u"on"_s}, 1); // no certificate yet
    postfix.run(u"postconf"_s, {u"-e"_s, u"smtpd_tls_cert_file=/etc/x.pem"_s});
    QVERIFY(postfix.run(u"sh"_s, {script, u"on"_s}).contains("Look at 127.0.0.1:10025"));
    QCOMPARE(postfix.run(u"postconf"_s, {u"-h"_s, u"smtpd_tls_security_level"_s}), "encrypt");
    postfix.run(u"sh"_s, {script, u"off"_s});
    QCOMPARE(postfix.run(u"postconf"_s, {u"-h"_s, u"smtpd_tls_security_level"_s}), "may");
}

void PostfixExporterTest::offGivesBackEveryByte_data()
{
    QTest::addColumn<QByteArray>("own");
    const auto form = [](const char* name, const QByteArray& own) { QTest::newRow(name) << own; };
    form("no list", "");
    form("nothing but what it needs, no newline", "biff = no");
    form("one line", "smtpd_sender_restrictions = reject_non_fqdn_sender\n");
    form("one line, no newline at the end", "smtpd_sender_restrictions = reject_non_fqdn_sender");
    form("no blanks", "smtpd_sender_restrictions=reject_non_fqdn_sender\nplaintext_reject_code=451\n");
    form("many blanks",
        "smtpd_sender_restrictions\t=\t \treject_non_fqdn_sender \t \nplaintext_reject_code   =   451   \n");
    form("lines with comments",
        "smtpd_sender_restrictions =\n    # first\n    reject_non_fqdn_sender,\n# in the middle\n\n"
        "    check_sender_access inline:{x.example=554},\n   # behind\n\n# of the next\nbiff = no\n");
    form("commas in front",
        "smtpd_sender_restrictions = reject_non_fqdn_sender\n  , reject_unknown_sender_domain\n  ,\n");
    form("explicitly empty", "smtpd_sender_restrictions =\nsmtpd_restriction_classes =\nplaintext_reject_code = 451\n");
    form("explicitly empty, no newline", "smtpd_restriction_classes=\nsmtpd_sender_restrictions=");
    form("empty with blanks and a comment",
        "smtpd_sender_restrictions = \t \n  # nobody yet\nsmtpd_restriction_classes =   \n");
    form("name and value on two lines",
        "smtpd_sender_restrictions\n  = reject_non_fqdn_sender\nplaintext_reject_code\n  = 451\n");
    form("closing permit", "smtpd_sender_restrictions =\n  reject_non_fqdn_sender,\n  # all others\n  permit\n");
    form("closing permit, no newline", "smtpd_sender_restrictions = reject_non_fqdn_sender, permit");
    form("closing permit alone", "smtpd_sender_restrictions = PERMIT\n");
    form("closing permit with a comma", "smtpd_sender_restrictions = reject_non_fqdn_sender permit, \n");
    form("closing reject", "smtpd_sender_restrictions = check_sender_access inline:{friend.example=OK},\n\treject\n");
    form("twice, the last one counts",
        "plaintext_reject_code = 452\nsmtpd_sender_restrictions = permit\nplaintext_reject_code = 451\n"
        "smtpd_sender_restrictions = reject_non_fqdn_sender\n");
    form("classes on lines",
        "smtpd_restriction_classes =\n  one,\n  two\none = reject_non_fqdn_sender\ntwo =\n  one,\n  # and\n  "
        "reject_non_fqdn_sender\n");
    form("replaced on lines with comments",
        "smtpd_tls_security_level =\n  # since May\n  may\nplaintext_reject_code =\n\n  451\nsmtpd_tls_loglevel = 2\n");
    form("braces, backslashes, quotes, percent signs",
        "smtpd_sender_restrictions = check_sender_access regexp:{{/\\bspam\\b/ REJECT \"100%s\" 'a'},\n"
        "    {/\\\\t$$/ 554 \\n\\101 &}}, check_sender_access inline:{{y.example = 554 %d \\c}}\n");
    form("other bytes", "# M\xfcller, \xe2\x82\xac, \x01\x7f\nbiff = no\n \t# \xff\n");
    form("empty lines at the end", "biff = no\n\n\n \t \n\n");
    form("a comment at the end, no newline", "biff = no\n# the end");
    form("blanks at the end, no newline", "biff = no\n   ");
    form("a long line",
        "# " + QByteArray(30000, 'x') + "\nsmtpd_sender_restrictions = reject_non_fqdn_sender"
            + QByteArray(" reject_non_fqdn_sender").repeated(800) + "\n");
    form("names that begin alike",
        "smtpd_sender_restrictions_old = permit\nmy_waxseal_inbound = 1\nplaintext_reject_code_2 = 3\n");
}

void PostfixExporterTest::offGivesBackEveryByte()
{
    if (!PrivatePostfix::isInstalled())
        QSKIP("Postfix is not installed");
    QFETCH(QByteArray, own);
    static int turn = 0;
    const bool dosLines = QByteArray(QTest::currentDataTag()).startsWith("lines");
    PrivatePostfix postfix("smtpd_tls_cert_file = /nowhere.pem\nsmtpd_tls_CAfile = /nowhere.pem\n" + own);
    QByteArray before = postfix.read(u"main.cf"_s);
    if (dosLines) // from an editor elsewhere; Postfix takes the carriage return for a blank
        before.replace('\n', "\r\n");
    postfix.write(u"main.cf"_s, before);
    // A master.cf without a newline at its end, every other time.
    QByteArray services = postfix.read(u"master.cf"_s);
    services.chop(turn % 2);
    postfix.write(u"master.cf"_s, services);

    ExportRequest some = request({u"encrypt:.bank.example"_s, u"encrypt>=1.2:uni.example"_s, u"trusted:gov.example"_s});
    some.policy.refusal = Refusal::Now;
    ExportRequest all = request({u"encrypt>=1.2:all"_s});
    all.policy.refusal = Refusal::Now;
    ExportRequest out = request({u"encrypt:.bank.example"_s, u"dane:all"_s}, Direction::Outbound);
    for (ExportRequest* asked : {&some, &all, &out})
        asked->directory = postfix.path();
    const QString inbound = postfix.path() + u"/waxseal-inbound.sh"_s;
    const QString outbound = postfix.path() + u"/waxseal-outbound.sh"_s;
    const QList<QStringList> shells{{u"dash"_s}, {u"busybox"_s, u"ash"_s}, {u"bash"_s, u"--posix"_s}, {u"sh"_s}};
    QStringList shell = shells[turn++ % shells.size()];
    if (QStandardPaths::findExecutable(shell.front()).isEmpty())
        shell = QStringList{u"sh"_s};
    const auto run = [&](const QString& script, const QString& word) {
        return postfix.run(shell.front(), shell.mid(1) + QStringList{script, word});
    };

    QVERIFY(writeExport(*exportPostfix(out), postfix.path(), true));
    QVERIFY(writeExport(*exportPostfix(some), postfix.path(), true));
    run(inbound, u"on"_s);
    const QByteArray once = postfix.read(u"main.cf"_s);
    const QByteArray list = postfix.value(u"smtpd_sender_restrictions"_s).simplified();
    QVERIFY2(QByteArray(list + ' ').contains("waxseal_inbound ") || list.contains("waxseal_inbound, permit")
            || list.contains("waxseal_inbound, reject") || list.contains("waxseal_inbound, PERMIT"),
        list.constData());
    QCOMPARE(postfix.value(u"plaintext_reject_code"_s), "554");
    if (turn % 3 == 0) {
        run(inbound, u"on"_s);
        QCOMPARE(postfix.read(u"main.cf"_s), once); // once more changes nothing
    }
    run(outbound, u"on"_s);
    QVERIFY(writeExport(*exportPostfix(all), postfix.path(), true));
    run(inbound, u"on"_s);
    QCOMPARE(postfix.value(u"smtpd_tls_security_level"_s), "encrypt");
    QCOMPARE(postfix.value(u"smtp_tls_security_level"_s), "dane");
    QVERIFY(!postfix.read(u"master.cf"_s).contains("waxsealtls"));
    QVERIFY(!postfix.read(u"main.cf"_s).contains("\nwaxseal_"));
    // In either order.
    run(turn % 2 == 0 ? inbound : outbound, u"off"_s);
    run(turn % 2 == 0 ? outbound : inbound, u"off"_s);
    QCOMPARE(postfix.read(u"main.cf"_s), before);
    QCOMPARE(postfix.read(u"master.cf"_s), services);
    QVERIFY(QDir(postfix.path()).entryList({u"*.state*"_s, u"*.lock"_s, u"*.waxseal-new"_s}).isEmpty());
}

void PostfixExporterTest::aStoppedServerIsSaidFirst()
{
    if (!PrivatePostfix::isInstalled())
        QSKIP("Postfix is not installed");
    PrivatePostfix postfix("");
    const QByteArray before = postfix.read(u"main.cf"_s);
    ExportRequest asked = request({u"encrypt:.bank.example"_s});
    asked.directory = postfix.path();
    QVERIFY(writeExport(*exportPostfix(asked), postfix.path(), false));
    const QString script = postfix.path() + u"/waxseal-inbound.sh"_s;
    postfix.run(u"sh"_s, {script, u"on"_s});
    const QByteArray on = postfix.read(u"main.cf"_s);
    postfix.write(u"stopped"_s, "");
    QVERIFY(postfix.run(u"sh"_s, {script, u"on"_s}, 1).contains("Postfix is not running"));
    QCOMPARE(postfix.read(u"main.cf"_s), on);
    QVERIFY(postfix.run(u"sh"_s, {script, u"off"_s}).contains("holds when it starts"));
    QCOMPARE(postfix.read(u"main.cf"_s), before);
}

void PostfixExporterTest::anOutboundPolicyTakesThePlaceOfAnother()
{
    if (!PrivatePostfix::isInstalled())
        QSKIP("Postfix is not installed");
    PrivatePostfix postfix(
        "smtp_tls_security_level = may\nsmtp_tls_policy_maps =\n  # ours\n  inline:{x.example=may}\n");
    const QByteArray before = postfix.read(u"main.cf"_s);
    const QString script = postfix.path() + u"/waxseal-outbound.sh"_s;
    const auto on = [&](const QStringList& rules, int expected) {
        ExportRequest asked = request(rules, Direction::Outbound);
        asked.directory = postfix.path();
        if (!writeExport(*exportPostfix(asked), postfix.path(), true))
            return QByteArray("not written");
        return postfix.run(u"sh"_s, {script, u"on"_s}, expected);
    };
    on({u"encrypt>=1.2:all"_s}, 0);
    QCOMPARE(postfix.run(u"postconf"_s, {u"-h"_s, u"smtp_tls_security_level"_s}), "encrypt");
    QVERIFY(on({u"encrypt:bank.example"_s}, 0).contains("next hop bank.example is sent at: encrypt"));
    QCOMPARE(postfix.run(u"postconf"_s, {u"-h"_s, u"smtp_tls_security_level"_s}), "may");
    QVERIFY(!postfix.read(u"main.cf"_s).contains("smtp_tls_mandatory_protocols"));
    // A map of the administrator's that knows the next hop already would decide.
    const QByteArray narrow = postfix.read(u"main.cf"_s);
    QVERIFY(on({u"encrypt:x.example"_s}, 1).contains("comes first: x.example"));
    QCOMPARE(postfix.read(u"main.cf"_s), narrow);
    postfix.run(u"sh"_s, {script, u"off"_s});
    QCOMPARE(postfix.read(u"main.cf"_s), before);
}

void PostfixExporterTest::spellingsOfInternationalNames_data()
{
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("ASCII") << QByteArray("bank.example") << QStringList{};
    QTest::newRow("one label") << QByteArray("xn--mnchen-3ya.example")
                               << QStringList{u"m\u00fcnchen.example"_s, u"mu\u0308nchen.example"_s};
    QTest::newRow("no composed letters") << QByteArray("xn--fiqs8s.example") << QStringList{u"\u4e2d\u56fd.example"_s};
    QTest::newRow("two labels, mixed") << QByteArray("xn--bro-hoa.xn--mnchen-3ya.example")
                                       << QStringList{u"b\u00fcro.xn--mnchen-3ya.example"_s,
                                              u"bu\u0308ro.xn--mnchen-3ya.example"_s,
                                              u"xn--bro-hoa.m\u00fcnchen.example"_s,
                                              u"xn--bro-hoa.mu\u0308nchen.example"_s,
                                              u"b\u00fcro.m\u00fcnchen.example"_s,
                                              u"bu\u0308ro.mu\u0308nchen.example"_s};
    // Folded, this is strasse.example, and that is somebody else.
    QTest::newRow("sharp s") << QByteArray("xn--strae-oqa.example") << QStringList{};
    QTest::newRow("final sigma") << QByteArray("xn--3xa.example") << QStringList{};
    QTest::newRow("no A-label at all") << QByteArray("xn--a.example") << QStringList{};
}

void PostfixExporterTest::spellingsOfInternationalNames()
{
    QFETCH(QByteArray, domain);
    QFETCH(QStringList, keys);
    ExportRequest asked = request({});
    asked.policy.rows[Scope{domain.toStdString(), false}] = {Level::Encrypt, TlsVersion::Unknown};
    Rows expected{{domain, "waxseal_encrypt"}};
    for (const QString& key : keys)
        expected[key.toUtf8()] = "waxseal_encrypt";
    QCOMPARE(meaning(file(*exportPostfix(asked), u"waxseal_sender_exact"_s), " "), expected);
}

QTEST_GUILESS_MAIN(PostfixExporterTest)
#include "tst_postfixexporter.moc"
