// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What others saw, in the window: read, shown where it belongs, kept when the workspace is saved, and never among the
// mail.

#include "model/witness/tlsreport.h"
#include "samplefacts.h"
#include "widgets/document/document.h"
#include "widgets/document/documentloader.h"
#include "widgets/pages/figuretable.h"
#include "widgets/pages/trafficpage.h"
#include "widgets/pages/witnesspanel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

TlsReport report(const std::string& id, std::int64_t day, std::uint64_t failed)
{
    TlsReport out{"Sender \x1b[1mInc.", "d1.example", id, day * 86'400, day * 86'400 + 86'399, {}};
    out.policies.push_back({"own.example", "sts", "testing", 90, failed,
        {{"certificate-expired", {}, {}, {}, "mx.own.example", {}, failed}}});
    const QByteArray json = toJson(out); // as it is read: printable
    const auto read = readTlsReport({json.constData(), static_cast<std::size_t>(json.size())});
    return read ? *read : TlsReport();
}

std::shared_ptr<const Witnesses> twoReports()
{
    auto witnesses = std::make_shared<Witnesses>();
    witnesses->add(report("1", 20'000, 10));
    witnesses->add(report("2", 20'001, 0));
    witnesses->add(SaferEmail{"d1.example", "mx.d1.example", "001", {}, Direction::Inbound, 250'000});
    return witnesses;
}

QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class WitnessPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isHiddenWithoutReports();
    void showsDaysAndCauses();
    void standsInTraffic();
    void sentencesOfADomain();
    void votesInThePlan();
    void savedAndOpenedAgain();
    void readsFilesOffTheThread();
};

void WitnessPanelTest::isHiddenWithoutReports()
{
    Document document;
    WitnessPanel panel(&document);
    QVERIFY(panel.isHidden());
    QVERIFY(witnessText(document, u"d1.example"_s, Direction::Inbound).isEmpty());
    QVERIFY(witnessStatements(document, Direction::Inbound).empty());
}

void WitnessPanelTest::showsDaysAndCauses()
{
    Document document;
    WitnessPanel panel(&document);
    document.setWitnesses(twoReports());
    QVERIFY(!panel.isHidden());
    QVERIFY(document.isModified()); // closing would lose them
    QAbstractItemModel* days = panel.findChild<FigureView*>(u"witnessDays"_s)->model();
    QCOMPARE(days->rowCount(), 2);
    QCOMPARE(cell(*days, 1, 0), u"own.example"_s); // the older one
    QCOMPARE(cell(*days, 1, 2), u"100"_s);
    QCOMPARE(cell(*days, 1, 3), u"10"_s);
    QCOMPARE(cell(*days, 1, 5), u"certificate expired (10)"_s);
    const QAbstractItemModel* causes = panel.findChild<FigureView*>(u"witnessCauses"_s)->model();
    QCOMPARE(causes->rowCount(), 1);
    QVERIFY(!cell(*causes, 0, 0).contains(QChar(0x1b)));
    QCOMPARE(cell(*causes, 0, 4), u"10"_s);
    QVERIFY(panel.findChild<QLabel*>(u"witnessSummary"_s)->text().contains(u"190"_s));
    const QAbstractItemModelTester tester(days);
}

void WitnessPanelTest::standsInTraffic()
{
    Document document;
    document.setImport(sample::import());
    const std::uint64_t before = document.traffic(Direction::Inbound).total.messages;
    TrafficPage page(&document);
    document.setWitnesses(twoReports());
    auto* panel = page.findChild<WitnessPanel*>(u"witnessPanel"_s);
    QVERIFY(panel != nullptr);
    QVERIFY(!panel->isHidden());
    QCOMPARE(document.traffic(Direction::Inbound).total.messages, before);
    document.clear();
    QVERIFY(panel->isHidden());
}

void WitnessPanelTest::sentencesOfADomain()
{
    Document document;
    document.setWitnesses(twoReports());
    const QString text = witnessText(document, u"news.d1.example"_s, Direction::Inbound);
    QVERIFY(text.contains(u"10 of 190 sessions failed"_s));
    QVERIFY(text.contains(u"25"_s)); // per cent of its mail to Gmail
    QVERIFY(witnessText(document, u"d2.example"_s, Direction::Inbound).isEmpty());
    QVERIFY(witnessText(document, u"d1.example"_s, Direction::Submission).isEmpty());
}

void WitnessPanelTest::votesInThePlan()
{
    Document document;
    document.setWitnesses(twoReports());
    const auto statements = witnessStatements(document, Direction::Inbound);
    QCOMPARE(statements.size(), 1U);
    QCOMPARE(statements[0].lead, u"10"_s);
    QVERIFY(statements[0].text.contains(u"Enforced, the policy would keep that mail out"_s));
    QVERIFY(witnessStatements(document, Direction::Outbound).empty());
}

void WitnessPanelTest::savedAndOpenedAgain()
{
    const QTemporaryDir folder;
    Document document;
    document.setImport(sample::import());
    document.setWitnesses(twoReports());
    const QString path = folder.filePath(u"x.waxseal"_s);
    QVERIFY(saveWorkspace(document.workspace(), path));
    Document other;
    auto opened = openWorkspace(path);
    QVERIFY(opened);
    other.setWorkspace(std::move(opened).value(), path);
    QVERIFY(*other.witnesses() == *document.witnesses());
    other.setImport(sample::import()); // more logs take nothing away
    QVERIFY(*other.witnesses() == *document.witnesses());
}

void WitnessPanelTest::readsFilesOffTheThread()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"r.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray json = toJson(report("3", 20'002, 1));
    QCOMPARE(file.write(json), json.size());
    file.close();
    DocumentLoader loader;
    std::shared_ptr<const Witnesses> got;
    connect(&loader, &DocumentLoader::witnessed, this, [&](const auto& witnesses, const WitnessReading& reading) {
        QCOMPARE(reading.reports, 1U);
        got = witnesses;
    });
    loader.readWitnesses({file.fileName()}, twoReports());
    QTRY_VERIFY(got != nullptr);
    QCOMPARE(got->reports().size(), 3U);
}

QTEST_MAIN(WitnessPanelTest)
#include "tst_witnesspanel.moc"
