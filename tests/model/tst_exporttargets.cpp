// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporttext.h"
#include "model/exporter/targets.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

ExportRequest request(Direction direction)
{
    ExportRequest out;
    out.direction = direction;
    out.now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    out.prediction = {217, 24, 3, 5, out.now.addDays(-28), out.now};
    out.policy.rows[Scope{"good.example", true}] = {Level::Encrypt, TlsVersion::Unknown};
    out.policy.rows[Scope{"exact.example", false}] = {Level::Encrypt, TlsVersion::Unknown};
    // Each server can say one of these at least.
    out.policy.rows[Scope{"strict.example", true}]
        = {direction == Direction::Inbound ? Level::TrustedCertificate : Level::Secure, TlsVersion::Unknown};
    return out;
}

/** Values that make a target write all that it can. */
std::map<QString, QString> fullOptions(const ExportTarget& target)
{
    std::map<QString, QString> values;
    for (const ExportOption& option : target.options) {
        if (option.byDefault.isEmpty() && option.type == ExportOption::Type::Domain)
            values[option.id] = u"own.example"_s;
        if (option.byDefault.isEmpty() && option.type == ExportOption::Type::Hosts)
            values[option.id] = u"mx1.own.example,mx2.own.example"_s;
    }
    return values;
}

/** Sixty names that strangers could send as a sender's domain, and none of which is a host name; "evil" is in each. */
std::vector<std::string> hostileNames()
{
    std::vector<std::string> names{"evil.example\nsmtpd_banner = owned", "evil.example # x", "evil example", "$(evil)",
        "evil$x.example", "`evil`", "evil'.example", "evil\".example", "{evil}", "-evil.example", "evil-.example",
        "evil..example", ".evil..example", "evil_x.example", std::string("evil\0.example", 13), "*.evil.example",
        "/evil/", "evil:example", "[evil.example]:25 x", "[evil", "[evil.example]#",
        std::string(300, 'e') + "evil.example", std::string(64, 'l') + ".evil.example", "evil.example permit",
        ("\xff\xfe"
         "evil.example"),
        "evil\xc3\x28.example", "evil.example\r\n250 OK", "evil.example\ttab", "evil.example;drop", "evil.example|cat",
        "evil.example&", "evil.example>x", "<evil.example>", "evil.example,other", "evil.example:none", "evil=example",
        "evil\\nx.example", "evil\\.example", "${run{/bin/evil}}", "${lookup{evil}}", "$evil", "%evil%",
        "@evil.example", "evil@x.example", "evil!x.example", "(evil)", "'evil'", "\"evil\"", "''';evil",
        "$(Remove-Item evil)", "`$evil`", "evil.example`n", "evil\x1b[2J.example", "evil\x7f.example", "<!--evil-->",
        "<script>evil</script>", "EOF evil", "END\nevil", "!evil.example", "^evil$", "evil?.example", "+evil.example",
        "~evil.example"};
    return names;
}

ExportTarget fake()
{
    ExportTarget target;
    target.id = u"pigeon"_s;
    target.name = u"Pigeon Post"_s;
    target.directions = {Direction::Inbound};
    target.options
        = {{u"loft"_s, ExportOption::Type::Choice, {u"north"_s, u"south"_s}, u"north"_s, "&Loft:", "Where."}};
    target.plan = [](const ExportRequest& asked) -> Result<ExportPlan> {
        ExportPlan plan;
        plan.files.push_back({u"pigeon.txt"_s, "loft " + asked.option(u"loft"_s).toUtf8() + '\n'});
        return plan;
    };
    return target;
}

} // namespace

class ExportTargetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListIsWellFormed();
    void anotherTargetIsATarget();
    void optionsAreChecked_data();
    void optionsAreChecked();
    void strangersNeverReachAFile_data();
    void strangersNeverReachAFile();
    void spellingsOfInternationalNames();
};

void ExportTargetsTest::theListIsWellFormed()
{
    QSet<QString> ids;
    for (const ExportTarget& target : exportTargets()) {
        QVERIFY2(!ids.contains(target.id), qPrintable(target.id));
        ids.insert(target.id);
        QVERIFY(!target.name.isEmpty());
        QVERIFY(!target.directions.empty());
        QVERIFY(!target.takes(Direction::Submission));
        QVERIFY(target.plan != nullptr);
        for (const ExportOption& option : target.options) {
            QVERIFY2(option.accepts(option.byDefault) != option.required, qPrintable(target.id + u' ' + option.id));
            QVERIFY(!option.required || option.byDefault.isEmpty());
            QVERIFY(*option.label != '\0' && *option.help != '\0');
            QCOMPARE(option.type == ExportOption::Type::Choice, !option.choices.isEmpty());
        }
    }
    QCOMPARE(exportTargets().front().id, u"postfix"_s);
    QCOMPARE(exportTarget(u"pigeon"_s), nullptr);
}

void ExportTargetsTest::anotherTargetIsATarget()
{
    const std::size_t before = exportTargets().size();
    {
        const AddedExportTarget added(fake());
        const ExportTarget* target = exportTarget(u"pigeon"_s);
        QVERIFY(target != nullptr);
        auto plan = planExport(*target, request(Direction::Inbound));
        QVERIFY(plan);
        QCOMPARE(plan->files.front().content, QByteArray("loft north\n"));
        ExportRequest asked = request(Direction::Inbound);
        asked.options[u"loft"_s] = u"south"_s;
        QCOMPARE(planExport(*target, asked)->files.front().content, QByteArray("loft south\n"));
        asked.options[u"loft"_s] = u"$(evil)"_s;
        QCOMPARE(planExport(*target, asked).error(), (Error{ErrorCode::Unsupported, u"$(evil)"_s, u"loft"_s}));
        QCOMPARE(planExport(*target, request(Direction::Outbound)).error().code, ErrorCode::Unsupported);
        asked = request(Direction::Inbound);
        asked.policy = {};
        QCOMPARE(planExport(*target, asked).error().code, ErrorCode::NothingToExport);
    }
    QCOMPARE(exportTargets().size(), before);
}

void ExportTargetsTest::optionsAreChecked_data()
{
    using Type = ExportOption::Type;
    QTest::addColumn<Type>("type");
    QTest::addColumn<QStringList>("right");
    QTest::addColumn<QStringList>("wrong");
    QTest::newRow("directory") << Type::Directory << QStringList{u"/etc/exim4"_s, u"/srv/a-b_c.d"_s}
                               << QStringList{u"etc"_s, u"/"_s, u"/etc/"_s, u"/a b"_s, u"/$(x)"_s, u"/a;b"_s, u"/ä"_s};
    QTest::newRow("networks") << Type::Networks << QStringList{u"10.0.0.0/8,2001:db8::/32"_s, u"none"_s}
                              << QStringList{u"10.0.0.0/99"_s, u"x"_s, u"10.0.0.0/8;evil"_s};
    QTest::newRow("domain") << Type::Domain << QStringList{u"example.com"_s, u"bücher.example"_s}
                            << QStringList{u"-x.example"_s, u"a b"_s, u"example.com\n"_s};
    QTest::newRow("hosts") << Type::Hosts << QStringList{u"mx.example.com"_s, u"a.example, *.b.example"_s}
                           << QStringList{u"*"_s, u"a.*.example"_s, u"a.example,,b.example"_s, u"a.example b"_s};
    QTest::newRow("mailbox") << Type::Mailbox << QStringList{u"tls-rpt+x@example.com"_s}
                             << QStringList{u"@example.com"_s, u"a\"@example.com"_s, u"a@b@c"_s, u"a;b@example.com"_s,
                                    u"a@example.com,mailto:x@y.example"_s};
    QTest::newRow("number") << Type::Number << QStringList{u"604800"_s}
                            << QStringList{u"-1"_s, u"1e3"_s, u"9999999999"_s};
    const QString hex = QString(64, u'a');
    QTest::newRow("digests") << Type::KeyDigests << QStringList{hex, u"mx.example.com="_s + hex, hex + u", "_s + hex}
                             << QStringList{hex.mid(1), hex.mid(1) + u'g', u"mx=x="_s + hex, u"a b="_s + hex};
}

void ExportTargetsTest::optionsAreChecked()
{
    QFETCH(const ExportOption::Type, type);
    QFETCH(const QStringList, right);
    QFETCH(const QStringList, wrong);
    ExportOption option;
    option.type = type;
    for (const QString& value : right)
        QVERIFY2(option.accepts(value), qPrintable(value));
    for (const QString& value : wrong)
        QVERIFY2(!option.accepts(value), qPrintable(value));
    QVERIFY(option.accepts({}));
    option.byDefault = right.front();
    QVERIFY(!option.accepts({}));
}

void ExportTargetsTest::strangersNeverReachAFile_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("inbound");
    for (const ExportTarget& target : exportTargets()) {
        for (const Direction direction : target.directions)
            QTest::addRow("%s %s", qPrintable(target.id), std::string(name(direction)).c_str())
                << target.id << (direction == Direction::Inbound);
    }
}

void ExportTargetsTest::strangersNeverReachAFile()
{
    QFETCH(const QString, id);
    QFETCH(const bool, inbound);
    const ExportTarget& target = *exportTarget(id);
    const auto hostile = hostileNames();
    QVERIFY(hostile.size() >= 60);
    for (const bool audit : {true, false}) {
        ExportRequest asked = request(inbound ? Direction::Inbound : Direction::Outbound);
        asked.audit = audit;
        asked.options = fullOptions(target);
        const auto clean = planExport(target, asked);
        QVERIFY2(clean, qPrintable(clean ? QString() : clean.error().subject));
        QVERIFY(!clean->files.empty());
        for (const std::string& domain : hostile) {
            asked.policy.rows[Scope{domain, true}] = {Level::Encrypt, TlsVersion::Unknown};
            asked.policy.rows[Scope{domain, false}] = {Level::Encrypt, TlsVersion::Tls12};
        }
        const auto plan = planExport(target, asked);
        QVERIFY(plan);
        QCOMPARE(plan->files, clean->files); // to the byte
        if (!target.fromPolicy)
            continue;
        QCOMPARE(plan->refused.size(), clean->refused.size() + hostile.size() * 2);
        const auto named = std::count_if(plan->refused.begin(), plan->refused.end(),
            [](const ExportRefusal& refusal) { return refusal.reason == ExportRefusal::Reason::NotAHostName; });
        QCOMPARE(named, static_cast<std::ptrdiff_t>(hostile.size() * 2));
    }
}

void ExportTargetsTest::spellingsOfInternationalNames()
{
    // Sharp s: the label stays an A-label, since folding makes "ss" of it, another name.
    QCOMPARE(exporttext::spellings("xn--strae-oqa.example"), QList<QByteArray>{"xn--strae-oqa.example"});
    QCOMPARE(exporttext::spellings("xn--bcher-kva.example").size(), 3); // as it is, NFC, NFD
}

QTEST_GUILESS_MAIN(ExportTargetsTest)
#include "tst_exporttargets.moc"
