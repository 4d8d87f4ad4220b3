// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/targets.h"
#include "probe/mtasts/records.h"
#include "probe/verdict/publishedkeys.h"
#include "probe/verdict/resultjson.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

QByteArray file(const ExportPlan& plan, const QString& name)
{
    for (const ExportFile& entry : plan.files) {
        if (entry.name == name)
            return entry.content;
    }
    return {};
}

/** The texts of the TXT records of this name in a zone file. */
std::vector<std::string> texts(const QByteArray& zone, const QString& name)
{
    std::vector<std::string> found;
    const QRegularExpression line(
        u"^%1 \\d+ IN TXT \"(.*)\"$"_s.arg(QRegularExpression::escape(name)), QRegularExpression::MultilineOption);
    for (auto match = line.globalMatch(QString::fromUtf8(zone)); match.hasNext();)
        found.push_back(match.next().captured(1).toStdString());
    return found;
}

ExportRequest request(std::map<QString, QString> options, bool audit = true)
{
    ExportRequest out;
    out.now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    out.audit = audit;
    out.options = std::move(options);
    return out;
}

const std::map<QString, QString> own{
    {u"domain"_s, u"b\u00fccher.example"_s}, {u"hosts"_s, u"mx1.xn--bcher-kva.example, *.mx.other.example"_s}};

} // namespace

/** What is to be published is read by the parsers that the live test reads others' with. */
class PublishingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void policiesAreAccepted();
    void recordsAreAccepted();
    void anotherPolicyHasAnotherId();
    void keysOfHosts();
    void keysOfFiles();
    void keysOfTests();
};

void PublishingTest::policiesAreAccepted()
{
    for (const bool audit : {true, false}) {
        const auto plan = planExport(*exportTarget(u"mta-sts"_s), request(own, audit));
        QVERIFY(plan);
        MtaStsFacts facts;
        readMtaStsPolicy(file(*plan, u"mta-sts.txt"_s).toStdString(), facts);
        QCOMPARE(facts.fetch, MtaStsFacts::Fetch::Fetched);
        QCOMPARE(facts.mode, audit ? MtaStsFacts::Mode::Testing : MtaStsFacts::Mode::Enforce);
        QCOMPARE(facts.mx, (std::vector<std::string>{"mx1.xn--bcher-kva.example", "*.mx.other.example"}));
        QCOMPARE(facts.maxAge, 604800);
    }
    ExportRequest asked = request(own);
    asked.options[u"max-age"_s] = u"31557601"_s;
    QCOMPARE(planExport(*exportTarget(u"mta-sts"_s), asked).error().code, ErrorCode::Unsupported);
    QCOMPARE(planExport(*exportTarget(u"mta-sts"_s), request({})).error().code, ErrorCode::Unsupported);
}

void PublishingTest::recordsAreAccepted()
{
    for (const QString& id : {u"mta-sts"_s, u"dns"_s}) {
        const auto plan = planExport(*exportTarget(id), request(own));
        QVERIFY(plan);
        const QByteArray zone = file(*plan, id + u".zone"_s);
        const TlsRptFacts reports = readTlsRptRecords(texts(zone, u"_smtp._tls.xn--bcher-kva.example."_s));
        QCOMPARE(reports.addresses, std::vector<std::string>{"mailto:tlsrpt@xn--bcher-kva.example"});
        if (id == u"mta-sts"_s) {
            const MtaStsFacts facts = readMtaStsRecords(texts(zone, u"_mta-sts.xn--bcher-kva.example."_s));
            QCOMPARE(facts.record, MtaStsFacts::Record::Found);
            QVERIFY(facts.id.starts_with("20261122") && facts.id.size() <= 32);
        }
    }
}

void PublishingTest::anotherPolicyHasAnotherId()
{
    const auto id = [](const ExportRequest& asked) {
        const auto plan = planExport(*exportTarget(u"mta-sts"_s), asked);
        return plan ? readMtaStsRecords(texts(file(*plan, u"mta-sts.zone"_s), u"_mta-sts.xn--bcher-kva.example."_s)).id
                    : std::string();
    };
    QCOMPARE(id(request(own)), id(request(own)));
    QVERIFY(id(request(own)) != id(request(own, false)));
}

void PublishingTest::keysOfHosts()
{
    auto options = own;
    options[u"hosts"_s] = u"mx1.bücher.example,mx2.bücher.example,mx.other.example"_s;
    options[u"keys"_s]
        = u"mx1.xn--bcher-kva.example="_s + QString(64, u'A') + u",mx.other.example="_s + QString(64, u'b');
    options[u"next-keys"_s] = QString(64, u'c');
    const auto plan = planExport(*exportTarget(u"dns"_s), request(options));
    QVERIFY(plan);
    const QByteArray zone = file(*plan, u"dns.zone"_s);
    const auto has = [&](const QByteArray& before, const QByteArray& host, char digit) -> bool {
        return zone.contains(
            QByteArray('\n' + before + "_25._tcp." + host + ". 3600 IN TLSA 3 1 1 " + QByteArray(64, digit) + '\n'));
    };
    QVERIFY(has("", "mx1.xn--bcher-kva.example", 'a'));
    QVERIFY(has("", "mx1.xn--bcher-kva.example", 'c'));
    QVERIFY(has("", "mx2.xn--bcher-kva.example", 'c'));
    QVERIFY(has("; for the zone of that name: ", "mx.other.example", 'b'));
    QCOMPARE(zone.count("TLSA"), 5);
    const QByteArray form = file(*plan, u"dns-form.txt"_s);
    const QByteArray fields = "Name:  _25._tcp.mx1\nType:  TLSA\nUsage: 3\nSelector: 1\nMatching type: 1\nData:  "
        + QByteArray(64, 'a') + '\n';
    QVERIFY(form.contains(fields));
}

void PublishingTest::keysOfFiles()
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty())
        QSKIP("openssl is not installed");
    const QTemporaryDir folder;
    const auto run = [&](const QString& command) {
        QProcess shell;
        shell.setWorkingDirectory(folder.path());
        shell.start(u"sh"_s, {u"-c"_s, command});
        shell.waitForFinished();
        return QString::fromLatin1(shell.readAllStandardOutput());
    };
    run(u"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k.pem -out c.pem -subj /CN=x"_s);
    run(u"openssl x509 -in c.pem -outform DER -out c.der"_s);
    // The command that the exported file gives.
    const QString digest
        = run(u"openssl x509 -in c.pem -noout -pubkey | openssl pkey -pubin -outform DER | sha256sum"_s).left(64);
    QCOMPARE(digest.size(), 64);
    QCOMPARE(keyDigestOfFile(folder.filePath(u"c.pem"_s)).value(), digest);
    QCOMPARE(keyDigestOfFile(folder.filePath(u"c.der"_s)).value(), digest);
    QCOMPARE(keyDigestOfFile(folder.filePath(u"k.pem"_s)).error().code, ErrorCode::CannotRead);
    QCOMPARE(keyDigestOfFile(folder.filePath(u"none"_s)).error().code, ErrorCode::CannotOpen);
}

void PublishingTest::keysOfTests()
{
    DomainFacts facts;
    facts.domain = "own.example";
    HostFacts host;
    host.name = "mx1.own.example";
    AddressFacts address;
    CertificateFacts leaf;
    leaf.keySha256 = std::string(64, 'd');
    address.chain.certificates.push_back(leaf);
    host.addresses = {address, address};
    facts.hosts.push_back(host);
    host.name = "mx2.own.example";
    host.addresses.clear();
    facts.hosts.push_back(host);
    std::vector<Workspace::ProbeRecord> tests{
        {u"own.example"_s, {}, domainToJson(facts)}, {u"other.example"_s, {}, "{}"}};
    const PublishedKeys known = publishedKeys(tests, u"OWN.example"_s);
    QCOMPARE(known.hosts, u"mx1.own.example,mx2.own.example"_s);
    QCOMPARE(known.keys, u"mx1.own.example="_s + QString(64, u'd'));
    QCOMPARE(publishedKeys(tests, u"other.example"_s).hosts, QString());
}

QTEST_GUILESS_MAIN(PublishingTest)
#include "tst_publishing.moc"
