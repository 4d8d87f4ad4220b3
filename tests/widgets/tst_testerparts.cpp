// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The parts of the Tester place without a network: models, texts, dialogs, the page's states. tests/zoo tests it whole.

#include "probe/batch/domainlist.h"
#include "probe/verdict/probeevidence.h"
#include "probe/verdict/sender.h"
#include "samplefacts.h"
#include "tests/probe/probefacts.h"
#include "widgets/controls/messagebar.h"
#include "widgets/document/document.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/items/verdicts.h"
#include "widgets/pages/testerpage.h"
#include "widgets/tester/advice.h"
#include "widgets/tester/batchsummary.h"
#include "widgets/tester/deliverytable.h"
#include "widgets/tester/historymodel.h"
#include "widgets/tester/listdialog.h"
#include "widgets/tester/resultmodel.h"
#include "widgets/tester/savedsettings.h"
#include "widgets/tester/testbar.h"
#include "widgets/tester/testdetails.h"
#include "widgets/tester/testedmodel.h"
#include "widgets/tester/testresult.h"
#include "widgets/tester/testrun.h"
#include "widgets/tester/testsettings.h"
#include "widgets/tester/testtexts.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace waxseal;
using namespace Qt::StringLiterals;

using Tester = QAbstractItemModelTester;
constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

namespace {

TestedModel::Row tested(const QString& key, const QString& verdict, const QString& before = {})
{
    return {
        key, key, verdict, before, QDateTime::fromSecsSinceEpoch(test::testTime, Qt::UTC), TestedModel::State::Done};
}

TestedModel::Row waiting(const QString& key)
{
    return {key, key, {}, {}, {}, TestedModel::State::Waiting};
}

std::shared_ptr<const DomainFacts> shared(DomainFacts facts)
{
    return std::make_shared<const DomainFacts>(std::move(facts));
}

/** Its only host has no STARTTLS. */
DomainFacts plainDomain(const std::string& name)
{
    DomainFacts facts = test::goodDomain();
    facts.domain = name;
    AddressFacts& address = test::onlyAddress(facts);
    address.startTls = StartTls::NotOffered;
    address.session = {};
    address.chain = {};
    address.versions = {};
    return facts;
}

/** Outbound: example.com, 4 messages over TLS to a host whose certificate nobody checked. */
void fill(Document& document)
{
    ImportResult import;
    FactTable facts;
    sample::Filler filler(facts);
    filler.direction = Direction::Outbound;
    filler.add("example.com", 4, sample::tls(TlsVersion::Tls13, Trust::Untrusted), "192.0.2.1");
    filler.add("example.org", 3, sample::tls(TlsVersion::Tls13, Trust::Untrusted), "192.0.2.2");
    filler.add("[relay.example]:587", 2, sample::plaintext(), "192.0.2.3");
    import.state.settled = facts;
    import.facts = std::make_shared<const FactTable>(import.state.settled);
    import.state.timeZone = "UTC";
    document.setImport(std::move(import));
}

} // namespace

class TestTesterParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void testedModel();
    void testedModelForgetsWhatWasNeverTested();
    void historyModel();
    void deliveryTable();
    void resultTree();
    void resultTreeGrows();
    void lists_data();
    void lists();
    void longListsAreCut();
    void listDialog();
    void settingsAreKept();
    void settingsThatCannotWork_data();
    void settingsThatCannotWork();
    void advice_data();
    void advice();
    void ownersAreToldWhatToMend();
    void certificatesThatEndSoon();
    void messageToThePostmaster();
    void messageIsEnglishAndFreeOfControls();
    void dnsAnswers();
    void figures_data();
    void figures();
    void verdictsOfFactsAndOfTheirJsonAgree();
    void documentKnowsTests();
    void liveTestsJudgeWhatLogsCannot();
    void domainsAreFilteredByTheirTest();
    void emptyPage();
    void whatIsNoDomainIsSaid();
    void blockedPortIsSaidWithItsRemedy();
    void resultsAreShownAndCompared();
    void anotherWorkspaceShowsItsOwnTests();
    void batchesAreConfirmed();
    void summaryGroupsByReason();
    void summaryIsShownAndSelects();
    void adviceIsAppliedAndUndone();

private:
    QTemporaryDir m_folder;
};

void TestTesterParts::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"waxseal-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
}

void TestTesterParts::init()
{
    QSettings().clear();
}

void TestTesterParts::testedModel()
{
    TestedModel model;
    const Tester tester(&model, fatal);
    model.put({tested(u"b.example"_s, u"verify"_s), tested(u"a.example"_s, u"none"_s, u"encrypt"_s),
        tested(u"b.example"_s, u"secure"_s)}); // twice in one batch: the later counts
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(u"b.example"_s), 0);
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, TestedModel::Strictest), u"secure"_s);
    QCOMPARE(text(1, TestedModel::Strictest), u"no TLS ↓"_s);
    QCOMPARE(model.index(1, TestedModel::Strictest).data(Qt::ToolTipRole).toString(), u"The time before: encrypt"_s);
    QVERIFY(!text(0, TestedModel::Tested).isEmpty());

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setState({u"a.example"_s, u"unknown.example"_s}, TestedModel::State::Testing);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(text(1, TestedModel::Strictest), u"testing…"_s);
    QVERIFY(model.index(1, TestedModel::Strictest).data(TestedModel::VerdictRole).toString().isEmpty());
    // What is under way sorts below everything that has a result.
    QVERIFY(model.index(1, TestedModel::Strictest).data(TestedModel::SortRole).toInt()
        < model.index(0, TestedModel::Strictest).data(TestedModel::SortRole).toInt());
}

void TestTesterParts::testedModelForgetsWhatWasNeverTested()
{
    TestedModel model;
    const Tester tester(&model, fatal);
    model.put({waiting(u"a.example"_s), tested(u"b.example"_s, u"encrypt"_s), waiting(u"c.example"_s),
        waiting(u"d.example"_s), tested(u"e.example"_s, u"none"_s), waiting(u"f.example"_s)});
    TestedModel::Row again = tested(u"b.example"_s, u"encrypt"_s);
    again.state = TestedModel::State::Waiting;
    model.put({again});
    const QPersistentModelIndex kept(model.index(4, 0));
    model.stopWaiting();
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(kept.isValid()); // a selection stays where it was
    QCOMPARE(kept.row(), 1);
    QCOMPARE(model.rowOf(u"b.example"_s), 0);
    QCOMPARE(model.rowOf(u"e.example"_s), 1);
    QCOMPARE(model.rowOf(u"c.example"_s), -1);
    QCOMPARE(model.index(0, TestedModel::Strictest).data().toString(), u"encrypt"_s);
}

void TestTesterParts::historyModel()
{
    HistoryModel model;
    const Tester tester(&model, fatal);
    model.setRows({{7, QDateTime::currentDateTimeUtc(), u"encrypt"_s, u"nothing"_s}, {2, QDateTime(), {}, {}}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data(HistoryModel::placeRole).toUInt(), 7U);
    QCOMPARE(model.index(1, HistoryModel::Strictest).data().toString(), u"not tested"_s);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestTesterParts::deliveryTable()
{
    DeliveryTable table;
    const Tester tester(table.model(), fatal);
    table.setFacts(plainDomain("example.com"));
    const auto cell
        = [&table](SenderLevel level, int column) { return table.item(static_cast<int>(level), column)->text(); };
    // RFC 7672, 2.2: without TLSA records a DANE sender is an opportunistic one.
    QCOMPARE(cell(SenderLevel::May, DeliveryTable::Outcome), u"delivered"_s);
    QCOMPARE(cell(SenderLevel::Encrypt, DeliveryTable::Outcome), u"deferred"_s);
    QCOMPARE(cell(SenderLevel::Dane, DeliveryTable::Outcome), u"delivered"_s);
    QCOMPARE(cell(SenderLevel::Secure, DeliveryTable::Outcome), u"deferred"_s);
    QVERIFY(cell(SenderLevel::Encrypt, DeliveryTable::Why).contains(u"mx.example.com"_s));
    QCOMPARE(table.text().count(u'\n'), 7);
    table.clearFacts();
    QVERIFY(cell(SenderLevel::May, DeliveryTable::Outcome).isEmpty());

    // No row is cut, however narrow the table is.
    table.setFacts(plainDomain("example.com"));
    table.resize(320, 400);
    table.show();
    const QFontMetrics metrics(table.font());
    QTRY_VERIFY(table.rowHeight(static_cast<int>(SenderLevel::Encrypt)) > 2 * metrics.height());
    for (int row = 0; row < table.rowCount(); ++row) {
        const int width = table.columnWidth(DeliveryTable::Why) - 8;
        const QRect needed = metrics.boundingRect(
            QRect(0, 0, width, 10'000), Qt::TextWordWrap, table.item(row, DeliveryTable::Why)->text());
        QVERIFY(table.rowHeight(row) >= needed.height());
    }
}

void TestTesterParts::resultTree()
{
    ResultModel tree;
    const Tester tester(&tree, fatal);
    const auto cell = [&tree](std::initializer_list<int> path, int column) {
        QModelIndex index;
        for (const int row : path)
            index = tree.index(row, 0, index);
        return index.siblingAtColumn(column);
    };
    const auto text = [&](std::initializer_list<int> path, int column) { return cell(path, column).data().toString(); };
    DomainFacts facts = test::goodDomain();
    test::addTlsa(facts.hosts[0]);
    test::onlyAddress(facts).required = Answer::No;
    facts.mtaSts.record = MtaStsFacts::Record::Invalid;
    tree.setFacts(facts);
    QCOMPARE(text({0}, 0), u"example.com"_s);
    QCOMPARE(text({0}, 1), u"DNSSEC valid"_s);
    QCOMPARE(text({0, 0}, 0), u"mx.example.com"_s);
    QCOMPARE(text({0, 0}, 1), u"preference 10"_s);
    QVERIFY2(text({0, 0, 0}, 0).startsWith(u"TLSA 3 1 1 bbbb"_s), qPrintable(text({0, 0, 0}, 0)));
    QCOMPARE(text({0, 0, 1}, 0), u"192.0.2.1 : 25"_s);
    const QString whole = tree.text();
    for (const QString& line : {QString(u": 3 1 1 "_s + QString(64, u'b')), // whole, where the cell is short
             u"+ STARTTLS works: TLS 1.3"_s, u"+ STARTTLS is offered, not required: as RFC 3207 says"_s,
             u"- MTA-STS: the record is not valid"_s, u"TLS-RPT: no record"_s})
        QVERIFY2(whole.contains(line), qPrintable(whole));
    QVERIFY(text({0, 0, 0}, 0).size() < 30);
    QVERIFY(cell({0, 0, 1}, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"good: 192.0.2.1"_s));
}

void TestTesterParts::resultTreeGrows()
{
    ResultModel tree;
    const Tester tester(&tree, fatal);
    const auto cell = [&tree](std::initializer_list<int> path, int column) {
        QModelIndex index;
        for (const int row : path)
            index = tree.index(row, 0, index);
        return index.siblingAtColumn(column);
    };
    const auto text = [&](std::initializer_list<int> path, int column) { return cell(path, column).data().toString(); };
    tree.begin(u"example.com"_s);
    QCOMPARE(tree.rowCount(), 1);
    const auto line = [](int connection, const char* said) {
        return TranscriptLine{connection, 5, TranscriptLine::Kind::Received, said};
    };
    const IpAddress first = *IpAddress::parse("192.0.2.1");
    const IpAddress second = *IpAddress::parse("192.0.2.2");
    tree.addStep("mx.example.com", first, line(1, "220 mx.example.com ESMTP"));
    tree.addStep("mx2.example.com", second, line(1, "220 mx2.example.com ESMTP"));
    tree.addStep("mx.example.com", first, line(2, "250-STARTTLS"));
    QCOMPARE(tree.rowCount(cell({0}, 0)), 2);
    QCOMPARE(tree.rowCount(cell({0, 0}, 0)), 1);
    QCOMPARE(text({0, 0, 0}, 1), u"connection 2: 250-STARTTLS"_s);
    tree.setFacts(test::goodDomain());
    tree.addStep("mx.example.com", first, line(3, "late")); // of a run that is over
    QVERIFY(!tree.text().contains(u"late"_s));
}

void TestTesterParts::lists_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("domains");
    QTest::addColumn<int>("repeated");
    QTest::addColumn<int>("unreadable");
    QTest::newRow("nothing") << u"  \n\n"_s << QString() << 0 << 0;
    QTest::newRow("lines") << u"example.com\r\nexample.org\n"_s << u"example.com example.org"_s << 0 << 0;
    QTest::newRow("commas") << u"example.com, example.org;example.net"_s << u"example.com example.org example.net"_s
                            << 0 << 0;
    QTest::newRow("repeated") << u"Example.COM example.com."_s << u"example.com"_s << 1 << 0;
    QTest::newRow("addresses") << u"\"Admin\" <admin@example.com>"_s << u"example.com"_s << 0 << 1;
    QTest::newRow("comment") << u"example.com # our bank, not example.org\nexample.net"_s
                             << u"example.com example.net"_s << 0 << 0;
    QTest::newRow("table") << u"example.com,1250,98.5%,2026-11-27\n192.0.2.1,3"_s << u"example.com"_s << 0 << 0;
    QTest::newRow("wildcard") << u"*.example.com .example.org"_s << u"example.com example.org"_s << 0 << 0;
    QTest::newRow("idna") << u"bücher.example"_s << u"xn--bcher-kva.example"_s << 0 << 0;
    QTest::newRow("not a domain") << u"exa_mple..com localhost example.com"_s << u"example.com"_s << 0 << 2;
}

void TestTesterParts::lists()
{
    QFETCH(QString, text);
    QFETCH(QString, domains);
    const DomainList list = readDomainList(text);
    QStringList found;
    for (const DomainName& domain : list.domains)
        found.append(QString::fromStdString(domain.ascii()));
    QCOMPARE(found.join(u' '), domains);
    QTEST(list.repeated, "repeated");
    QTEST(list.unreadable, "unreadable");
    QVERIFY(!list.wasCut);
}

void TestTesterParts::longListsAreCut()
{
    QString text = u"example.com\n"_s;
    text += QString(5 << 20, u' ');
    text += u"example.org"_s;
    const DomainList list = readDomainList(text);
    QVERIFY(list.wasCut);
    QCOMPARE(list.domains.size(), std::size_t{1});
}

void TestTesterParts::listDialog()
{
    ListDialog dialog(u"Test"_s, u"Which?"_s);
    auto* button = dialog.findChild<QPushButton*>(u"listTest"_s);
    auto* text = dialog.findChild<QPlainTextEdit*>(u"listText"_s);
    auto* found = dialog.findChild<QLabel*>(u"listFound"_s);
    QVERIFY(button);
    QVERIFY(text);
    QVERIFY(found);
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(text, u"example.com nonsense example.org"_s);
    QVERIFY(button->isEnabled());
    QCOMPARE(dialog.domains().size(), std::size_t{2});
    QVERIFY2(found->text().contains(u"nonsense"_s), qPrintable(found->text()));

    const QString path = m_folder.filePath(u"list.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("example.net,12\n");
    file.close();
    QVERIFY(dialog.load(path));
    QCOMPARE(dialog.domains().size(), std::size_t{1});
    QCOMPARE(dialog.domains().front().ascii(), std::string("example.net"));
    QVERIFY(!dialog.load(m_folder.filePath(u"missing.csv"_s)));
    QVERIFY2(found->text().contains(u"missing.csv"_s), qPrintable(found->text()));
    QCOMPARE(dialog.domains().size(), std::size_t{1}); // what was there stays
}

void TestTesterParts::settingsAreKept()
{
    {
        TestSettingsDialog dialog;
        dialog.findChild<QComboBox*>(u"resolverMode"_s)->setCurrentIndex(2);
        dialog.findChild<QLineEdit*>(u"resolverServer"_s)->setText(u"192.0.2.53@5353"_s);
        dialog.findChild<QLineEdit*>(u"proxy"_s)->setText(u"[2001:db8::1]:1080"_s);
        dialog.findChild<QLineEdit*>(u"ownDomains"_s)->setText(u"example.org, bücher.example"_s);
        dialog.findChild<QSpinBox*>(u"smtpPort"_s)->setValue(2525);
        dialog.findChild<QSpinBox*>(u"rate"_s)->setValue(20);
        dialog.show();
        // The sender's side, as a person does it: with the keyboard and a click.
        auto* sender = dialog.findChild<QComboBox*>(u"sender"_s);
        QCOMPARE(sender->currentText(), u"Postfix 3.7"_s);
        QCOMPARE(sender->count(), static_cast<int>(allSenders.size()));
        sender->setFocus();
        QTest::keyClick(sender, Qt::Key_Down);
        QTest::keyClick(sender, Qt::Key_Down);
        auto* connections = dialog.findChild<QSpinBox*>(u"connections"_s);
        QCOMPARE(connections->value(), 4);
        connections->setFocus();
        connections->selectAll();
        QTest::keyClicks(connections, u"12"_s);
        QTest::keyClicks(dialog.findChild<QLineEdit*>(u"hello"_s), u"Mail.Example.org"_s);
        QTest::keyClicks(dialog.findChild<QLineEdit*>(u"ownAddresses"_s), u"192.0.2.7; 2001:db8::7 198.51.100.1,"_s);
        QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }
    const ProbeSettings settings = savedProbeSettings();
    QCOMPARE(settings.resolver.mode, ResolverSettings::Mode::Forward);
    QCOMPARE(settings.resolver.server, u"192.0.2.53@5353"_s);
    QVERIFY(settings.address.proxy.has_value());
    QCOMPARE(settings.address.proxy->endpoint.port, std::uint16_t{1080});
    QCOMPARE(settings.port, std::uint16_t{2525});
    QCOMPARE(settings.hostsPerSecond, 20);
    QVERIFY(settings.hostsAtOnce >= 64);
    // MAIL FROM is said to one's own servers alone, unless one asks for more.
    QVERIFY(!settings.mailFrom);
    QCOMPARE(settings.ownDomains, (std::vector<std::string>{"example.org", "xn--bcher-kva.example"}));
    QCOMPARE(settings.sender, Sender::PostfixTls12);
    QCOMPARE(settings.address.connections, 12);
    QCOMPARE(settings.address.helo, std::string("mail.example.org"));
    QCOMPARE(settings.ownAddresses,
        (std::vector<IpAddress>{
            *IpAddress::parse("192.0.2.7"), *IpAddress::parse("2001:db8::7"), *IpAddress::parse("198.51.100.1")}));
    TestSettingsDialog again;
    QCOMPARE(again.findChild<QComboBox*>(u"sender"_s)->currentIndex(), 2);
    QCOMPARE(again.findChild<QSpinBox*>(u"connections"_s)->value(), 12);
    QCOMPARE(again.findChild<QLineEdit*>(u"hello"_s)->text(), u"Mail.Example.org"_s);
    QCOMPARE(again.findChild<QLineEdit*>(u"ownAddresses"_s)->text(), u"192.0.2.7; 2001:db8::7 198.51.100.1,"_s);
    QCOMPARE(again.findChild<QLineEdit*>(u"ownDomains"_s)->text(), u"example.org, bücher.example"_s);
    QVERIFY(!again.findChild<QCheckBox*>(u"mailFrom"_s)->isChecked());
}

void TestTesterParts::settingsThatCannotWork_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("atOnce"); // seen while it is typed
    QTest::newRow("server") << u"resolverServer"_s << u"dns.example"_s << true;
    QTest::newRow("server's port") << u"resolverServer"_s << u"192.0.2.53@x"_s << true;
    QTest::newRow("proxy without port") << u"proxy"_s << u"192.0.2.1"_s << true;
    QTest::newRow("proxy by name") << u"proxy"_s << u"proxy.example:1080"_s << true;
    QTest::newRow("own address") << u"ownAddresses"_s << u"192.0.2.1, mx.example.org"_s << true;
    QTest::newRow("own address cut") << u"ownAddresses"_s << u"192.0.2"_s << true;
    QTest::newRow("name in EHLO") << u"hello"_s << u"mail server"_s << true;
    QTest::newRow("address literal in EHLO") << u"hello"_s << u"[192.0.2.1]"_s << true;
    QTest::newRow("own domain") << u"ownDomains"_s << u"example.org, exa mple"_s << true;
    QTest::newRow("authorities") << u"caFile"_s << u"/nonexistent/ca.pem"_s << false;
    QTest::newRow("authorities without one") << u"caFile"_s << u"/dev/null"_s << false;
    QTest::newRow("anchor") << u"trustAnchor"_s << u"/nonexistent/anchor"_s << false;
}

void TestTesterParts::settingsThatCannotWork()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(bool, atOnce);
    TestSettingsDialog dialog;
    dialog.findChild<QComboBox*>(u"resolverMode"_s)->setCurrentIndex(2);
    dialog.findChild<QLineEdit*>(u"resolverServer"_s)->setText(u"192.0.2.53"_s);
    auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    auto* problem = dialog.findChild<QLabel*>(u"settingsProblem"_s);
    QVERIFY(ok->isEnabled());
    dialog.findChild<QLineEdit*>(field)->setText(value);
    QCOMPARE(!ok->isEnabled(), atOnce);
    if (!atOnce)
        dialog.accept();
    QCOMPARE(dialog.result(), 0);
    QVERIFY(!ok->isEnabled());
    QVERIFY(!problem->text().isEmpty());
    QVERIFY(QSettings().allKeys().isEmpty()); // nothing of it is kept
    dialog.findChild<QLineEdit*>(field)->setText(field == u"resolverServer"_s ? u"192.0.2.53"_s : QString());
    QVERIFY(ok->isEnabled());
    QVERIFY(problem->text().isEmpty());
}

void TestTesterParts::advice_data()
{
    using Spoil = std::function<void(DomainFacts&)>;
    QTest::addColumn<DomainFacts>("facts");
    QTest::addColumn<QString>("begins");
    const auto row = [](const char* name, const QString& begins, const Spoil& spoil) {
        DomainFacts facts = test::goodDomain();
        spoil(facts);
        QTest::newRow(name) << facts << begins;
    };
    row("trusted and named", u"Require secure"_s, [](DomainFacts&) {});
    row("DANE", u"Require dane-only"_s, [](DomainFacts& facts) { test::addTlsa(facts.hosts[0]); });
    row("self-signed", u"Require at most encrypt"_s, [](DomainFacts& facts) {
        test::onlyAddress(facts).chain.errors = {18};
        test::onlyAddress(facts).chain.certificates[0].selfSigned = true;
    });
    row("no TLS", u"Require no TLS"_s, [](DomainFacts& facts) { facts = plainDomain("example.com"); });
    row("null MX", u"Mail does not arrive at any level"_s, [](DomainFacts& facts) {
        facts.nullMx = true;
        facts.hosts.clear();
    });
    row("throttled", u"Nothing can be said yet"_s, [](DomainFacts& facts) {
        AddressFacts& address = test::onlyAddress(facts);
        address = {};
        address.address = *IpAddress::parse("192.0.2.1");
        address.reach = Reach::Throttled;
        address.detail = "421 4.7.0 too many connections";
    });
}

void TestTesterParts::advice()
{
    QFETCH(DomainFacts, facts);
    QFETCH(QString, begins);
    const QString text = adviceText(facts);
    QVERIFY2(text.startsWith(begins), qPrintable(text));
    QVERIFY(!text.contains(u'%'));
}

void TestTesterParts::ownersAreToldWhatToMend()
{
    DomainFacts facts = test::goodDomain();
    test::onlyAddress(facts).required = Answer::Yes;
    test::onlyAddress(facts).versions = {Answer::Yes, Answer::No, Answer::Yes, Answer::Yes};
    const QStringList list = ownAdvice(facts);
    const QString text = list.join(u'\n');
    QVERIFY2(text.contains(u"RFC 3207"_s), qPrintable(text));
    QVERIFY2(text.contains(u"TLS 1.0 is accepted"_s), qPrintable(text));
    QVERIFY2(text.contains(u"MTA-STS"_s) && text.contains(u"TLS-RPT"_s), qPrintable(text));
    QVERIFY(list.first().contains(u"TLS 1.0"_s)); // the gravest first
}

void TestTesterParts::certificatesThatEndSoon()
{
    DomainFacts facts = test::goodDomain();
    constexpr std::int64_t day = 86'400;
    const std::int64_t end = test::onlyAddress(facts).chain.leaf().notAfter;
    QVERIFY(expiringSoon(facts, end - 60 * day).isEmpty());
    QVERIFY(expiringSoon(facts, end + day).isEmpty()); // that is a finding of its own
    const QStringList soon = expiringSoon(facts, end - 5 * day);
    QCOMPARE(soon.size(), 1);
    QVERIFY2(soon.first().contains(u"mx.example.com"_s) && soon.first().contains(u"5 day"_s), qPrintable(soon.first()));
}

void TestTesterParts::messageToThePostmaster()
{
    QVERIFY(postmasterMessage(test::goodDomain()).isEmpty()); // nothing to mend, nobody to write to
    DomainFacts facts = test::goodDomain();
    test::addTlsa(facts.hosts[0]);
    AddressFacts& address = test::onlyAddress(facts);
    address.chain.certificates[0].keySha256 = std::string(64, 'c');
    address.dane = {Answer::No, -1, -1, 0, {false}};
    const QString text = postmasterMessage(facts);
    QVERIFY2(text.startsWith(u"To: postmaster@example.com\n"_s), qPrintable(text));
    QVERIFY(text.contains(u"mx.example.com [192.0.2.1]"_s));
    QVERIFY(text.contains(u"The certificate matches none of the TLSA records"_s));
    QVERIFY(text.contains(u"_25._tcp.mx.example.com. IN TLSA 3 1 1 "_s + QString(64, u'c')));
    QVERIFY2(text.contains(u"  dane       deferred    "_s), qPrintable(text));
    QVERIFY2(text.contains(u"  encrypt    delivered   "_s), qPrintable(text));
}

void TestTesterParts::messageIsEnglishAndFreeOfControls()
{
    DomainFacts facts = plainDomain("xn--bcher-kva.example");
    facts.hosts[0].name = "mx.xn--bcher-kva.example";
    const QString text = postmasterMessage(facts);
    QVERIFY(text.contains(u"No STARTTLS: all mail arrives in clear."_s));
    QVERIFY(text.startsWith(u"To: postmaster@xn--bcher-kva.example\n"_s)); // an address that any program takes
    for (const QChar c : text)
        QVERIFY(c == u'\n' || c.isPrint());
}

void TestTesterParts::dnsAnswers()
{
    DomainFacts facts = test::goodDomain();
    test::addTlsa(facts.hosts[0]);
    facts.hosts[0].addresses.push_back(test::goodAddress("mx.example.com", "2001:db8::1"));
    const QString text = dnsText(facts);
    for (const QString& line : {u"example.com.  MX  10 mx.example.com.    ; DNSSEC valid"_s,
             u"mx.example.com.  A  192.0.2.1    ; DNSSEC valid"_s, u"mx.example.com.  AAAA  2001:db8::1"_s,
             u"_25._tcp.mx.example.com.  TLSA  3 1 1 bbbb"_s})
        QVERIFY2(text.contains(line), qPrintable(text));
    facts.hosts.clear();
    facts.mxLookup = {DnsStatus::Failed, DnsSecurity::Bogus, "signature expired"};
    QVERIFY2(dnsText(facts).contains(u"DNSSEC bogus: signature expired"_s), qPrintable(dnsText(facts)));
}

void TestTesterParts::figures_data()
{
    QTest::addColumn<ProbeProgress>("progress");
    QTest::addColumn<QString>("expected");
    ProbeProgress progress;
    progress.domains = 1;
    progress.connections = 3;
    QTest::newRow("one") << progress << u"0 s · 3 connection(s)"_s;
    progress.domains = 812;
    QTest::newRow("nothing yet") << progress << u"0 of 812"_s;
    progress.domainsDone = 214;
    progress.secondsElapsed = 6.9;
    progress.secondsLeft = 19.3;
    QTest::newRow("under way") << progress << u"214 of 812 · 31/s · 20 s left"_s;
    progress.secondsLeft = 500;
    progress.secondsElapsed = 100;
    QTest::newRow("slow") << progress << u"214 of 812 · 2.1/s · 9 min left"_s;
    progress.paused = true;
    QTest::newRow("paused") << progress << u"214 of 812 · paused"_s;
}

void TestTesterParts::figures()
{
    QFETCH(ProbeProgress, progress);
    QTEST(TestBar::figures(progress), "expected");
}

void TestTesterParts::verdictsOfFactsAndOfTheirJsonAgree()
{
    DomainFacts dane = test::goodDomain();
    test::addTlsa(dane.hosts[0]);
    DomainFacts throttled = test::goodDomain();
    test::onlyAddress(throttled).reach = Reach::Throttled;
    DomainFacts nullMx = test::goodDomain();
    nullMx.nullMx = true;
    nullMx.hosts.clear();
    const std::vector<std::pair<DomainFacts, QString>> all{{test::goodDomain(), u"secure"_s}, {dane, u"dane-only"_s},
        {plainDomain("example.com"), u"none"_s}, {throttled, QString()}, {nullMx, u"undelivered"_s}};
    for (const auto& [facts, verdict] : all) {
        QCOMPARE(strictestDelivered(facts), verdict);
        QCOMPARE(readTests({probeRecord(facts)}).verdicts, std::vector<QString>{verdict});
    }
}

void TestTesterParts::documentKnowsTests()
{
    Document document;
    QSignalSpy changed(&document, &Document::probesChanged);
    DomainFacts later = plainDomain("example.com");
    later.time += 60;
    document.addTests({shared(test::goodDomain())});
    document.addTests({shared(later)});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.last().first().toStringList(), QStringList{u"example.com"_s});
    const TestSummary* test = document.tests().find(u"example.com"_s);
    QVERIFY(test != nullptr);
    QCOMPARE(test->verdict, u"none"_s);
    QCOMPARE(test->before, u"secure"_s);
    QCOMPARE(test->records, (std::vector<std::uint32_t>{0, 1}));
    QVERIFY(document.isModified());

    // The same from what a workspace keeps.
    const TestIndex again(document.probes(), readTests(document.probes()).verdicts);
    QCOMPARE(again.find(u"example.com"_s)->verdict, u"none"_s);
    QCOMPARE(again.find(u"example.com"_s)->before, u"secure"_s);
    QVERIFY(again.find(u"example.org"_s) == nullptr);

    const TestResult result = readTest(document, u"example.com"_s);
    QVERIFY(result.facts && result.before && result.isLatest);
    QCOMPARE(*result.facts, later);
    QVERIFY(
        changeTexts(*result.before, *result.facts).contains(u"At encrypt mail was delivered and is now deferred."_s));
    const TestResult first = readTest(document, u"example.com"_s, 0);
    QVERIFY(first.facts && !first.before && !first.isLatest);
}

void TestTesterParts::liveTestsJudgeWhatLogsCannot()
{
    Document document;
    fill(document);
    document.setDefaultRequirement(Direction::Outbound, {Level::Secure, TlsVersion::Unknown});
    const Simulation& simulation = document.simulation(Direction::Outbound);
    QCOMPARE(simulation.outcome().unknown(), 7U); // who the servers were was not checked
    QSignalSpy changed(&document, &Document::policyChanged);
    document.addTests({shared(test::goodDomain())}); // example.com: secure is delivered
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(1).value<QList<int>>(), QList<int>{static_cast<int>(*simulation.rowOf("example.com"))});
    QCOMPARE(simulation.outcome().unknown(), 3U);
    QCOMPARE(simulation.outcome().byTest, 4U);
    QCOMPARE(simulation.outcome().accepted(), 4U);
    document.setTestsVote(false);
    QCOMPARE(simulation.outcome().unknown(), 7U);
    QCOMPARE(simulation.outcome().byTest, 0U);
    document.addTests({shared(plainDomain("example.org"))});
    QCOMPARE(simulation.outcome().unknown(), 7U);
    document.setTestsVote(true);
    QCOMPARE(simulation.outcome().byTest, 7U);
    QCOMPARE(simulation.outcome().lost(), 2U + 3U);
}

void TestTesterParts::domainsAreFilteredByTheirTest()
{
    Document document;
    fill(document);
    DomainTableModel model(&document);
    const Tester tester(&model, fatal);
    model.setDirection(Direction::Outbound);
    QVERIFY(!model.hasLiveTests());
    QSignalSpy known(&model, &DomainTableModel::liveTestsChanged);
    document.addTests({shared(test::goodDomain()), shared(plainDomain("example.org"))});
    QCOMPARE(known.size(), 1);
    QVERIFY(model.hasLiveTests());
    const auto shown = [&model](TestFilter filter) {
        DomainFilter all;
        all.test = filter;
        model.setFilter(all);
        QStringList domains;
        for (int row = 0; row < model.rowCount(); ++row)
            domains.append(model.index(row, DomainTableModel::Domain).data().toString());
        return domains;
    };
    QCOMPARE(shown(TestFilter::Any).size(), 3);
    QCOMPARE(shown(TestFilter::Authenticated), QStringList{u"example.com"_s});
    QCOMPARE(shown(TestFilter::NoTls), QStringList{u"example.org"_s});
    QCOMPARE(shown(TestFilter::EncryptOnly), QStringList());
    QCOMPARE(shown(TestFilter::NotTested), QStringList{u"[relay.example]:587"_s});
}

void TestTesterParts::emptyPage()
{
    Document document;
    TesterPage page(&document);
    page.resize(1100, 640);
    page.show();
    QVERIFY(page.findChild<QWidget*>(u"testerEmpty"_s)->isVisible());
    QVERIFY(!page.findChild<QAbstractButton*>(u"testAllButton"_s)->isEnabled());
    QVERIFY(!page.findChild<QAbstractButton*>(u"cancelTests"_s)->isVisible());
    fill(document);
    page.setDirection(Direction::Outbound);
    // The relay in brackets is no domain that could be tested.
    const QString label = page.findChild<QAbstractButton*>(u"testAllButton"_s)->text();
    QVERIFY2(label.contains(u'2'), qPrintable(label));
    QVERIFY(page.findChild<QAbstractButton*>(u"testAllButton"_s)->isEnabled());
}

void TestTesterParts::whatIsNoDomainIsSaid()
{
    Document document;
    TesterPage page(&document);
    page.show();
    auto* field = page.findChild<QLineEdit*>(u"testDomain"_s);
    auto* message = page.findChild<MessageBar*>();
    QTest::keyClicks(field, u"not a domain"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(u"not a domain"_s), qPrintable(message->text()));
    QVERIFY(!page.findChild<QAbstractButton*>(u"cancelTests"_s)->isVisible());
}

void TestTesterParts::blockedPortIsSaidWithItsRemedy()
{
    Document document;
    TesterPage page(&document);
    page.show();
    Q_EMIT page.findChild<TestRun*>()->noticed(ProbeNotice::PortBlocked);
    auto* message = page.findChild<MessageBar*>();
    QVERIFY(message->isVisible());
    QVERIFY2(
        message->text().contains(u"port 25"_s) && message->text().contains(u"SOCKS5"_s), qPrintable(message->text()));
    // The remedy is a click away.
    for (QToolButton* button : message->findChildren<QToolButton*>()) {
        if (button->defaultAction() == page.findChild<QAction*>(u"testSettingsAction"_s))
            button->click();
    }
    QVERIFY(page.findChild<QDialog*>(u"testSettings"_s) != nullptr);
}

void TestTesterParts::resultsAreShownAndCompared()
{
    Document document;
    DomainFacts later = plainDomain("example.com");
    later.time += 86'400;
    document.addTests({shared(test::goodDomain())});
    document.addTests({shared(later)});
    Workspace workspace = document.workspace();
    document.setWorkspace(std::move(workspace), m_folder.filePath(u"one.waxseal"_s));
    TesterPage page(&document);
    page.resize(1100, 640);
    page.show();
    auto* list = page.findChild<QTableView*>(u"testedList"_s);
    QVERIFY(list->isVisible());
    list->setCurrentIndex(list->model()->index(0, 0));
    auto* table = page.findChild<DeliveryTable*>(u"deliveryTable"_s);
    QCOMPARE(table->item(static_cast<int>(SenderLevel::Encrypt), DeliveryTable::Outcome)->text(), u"deferred"_s);
    const QString subtitle = page.findChild<QLabel*>(u"testSubtitle"_s)->text();
    QVERIFY2(subtitle.contains(u"change(s) since"_s), qPrintable(subtitle));
    auto* history = page.findChild<QTableView*>(u"history"_s);
    QCOMPARE(history->model()->rowCount(), 2);
    QVERIFY(history->model()->index(0, HistoryModel::Changes).data().toString().contains(u"At encrypt mail was"_s));

    // An earlier test can be looked at again.
    Q_EMIT history->activated(history->model()->index(1, 0));
    QCOMPARE(table->item(static_cast<int>(SenderLevel::Encrypt), DeliveryTable::Outcome)->text(), u"delivered"_s);
    QVERIFY(page.findChild<QLabel*>(u"testSubtitle"_s)->text().contains(u"an earlier test"_s));

    page.findChild<QAction*>(u"testCopyAction"_s)->trigger();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(u"example.com\n"_s) && copied.contains(u"mx.example.com"_s)
            && copied.contains(u"encrypt\tdelivered\t"_s),
        qPrintable(copied));
    QVERIFY(!page.findChild<QAction*>(u"testPostmasterAction"_s)->isEnabled()); // nothing was wrong then
    auto* tlsa = page.findChild<QComboBox*>(u"tlsaRecord"_s);
    QCOMPARE(tlsa->currentText(), u"_25._tcp.mx.example.com. IN TLSA 3 1 1 "_s + QString(64, u'b'));
    page.findChild<QPushButton*>(u"copyTlsa"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), tlsa->currentText());
}

void TestTesterParts::anotherWorkspaceShowsItsOwnTests()
{
    Document document;
    document.addTests({shared(test::goodDomain())});
    Workspace first = document.workspace();
    document.clear();
    TesterPage page(&document);
    page.show();
    auto* list = page.findChild<QTableView*>(u"testedList"_s);
    QCOMPARE(list->model()->rowCount(), 0);
    document.setWorkspace(std::move(first), u"one.waxseal"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QVERIFY(!page.findChild<QWidget*>(u"testerEmpty"_s)->isVisible());
    document.clear();
    QVERIFY(page.findChild<QWidget*>(u"testerEmpty"_s)->isVisible());
}

void TestTesterParts::batchesAreConfirmed()
{
    Document document;
    fill(document);
    TesterPage page(&document);
    page.setDirection(Direction::Outbound);
    page.resize(1100, 640);
    page.show();
    auto* message = page.findChild<MessageBar*>();
    auto* run = page.findChild<TestRun*>();
    auto* confirm = page.findChild<QAction*>(u"testConfirmAction"_s);
    QVERIFY(!confirm->isEnabled());
    QTest::mouseClick(page.findChild<QAbstractButton*>(u"testAllButton"_s), Qt::LeftButton);
    QVERIFY(!run->isRunning()); // nothing before the answer
    QVERIFY2(message->text().contains(u"Test 2 domain"_s) && message->text().contains(u"4 connections"_s)
            && message->text().contains(u"8 connections at most"_s), // 192.0.2.1 and 192.0.2.2
        qPrintable(message->text()));
    QVERIFY(confirm->isEnabled());
    QTest::mouseClick(message->findChild<QToolButton*>(u"messageClose"_s), Qt::LeftButton);
    QVERIFY(!confirm->isEnabled());
    QVERIFY(!run->isRunning());

    page.findChild<QAction*>(u"testAllAction"_s)->trigger();
    QVERIFY(confirm->isEnabled());
    QTest::keyClick(message, Qt::Key_Escape);
    QVERIFY(!confirm->isEnabled());
}

void TestTesterParts::summaryGroupsByReason()
{
    BatchSummary summary;
    DomainFacts throttled = test::goodDomain();
    throttled.domain = "busy.example";
    test::onlyAddress(throttled).reach = Reach::Throttled;
    DomainFacts expired = test::goodDomain();
    expired.domain = "expired.example";
    test::onlyAddress(expired).chain.errors = {10};
    DomainFacts other = plainDomain("b.example");
    other.hosts[0].name = "another.example";
    for (const DomainFacts& facts : {throttled, expired, plainDomain("a.example"), other, test::goodDomain()})
        summary.add(facts);
    summary.add(other); // tested again: still one
    QCOMPARE(summary.domainCount(), 5);
    QCOMPARE(summary.notTested(), QStringList{u"busy.example"_s});
    QStringList lines;
    for (const BatchGroup& group : summary.groups())
        lines.append(QString::number(group.domains.size()) + u' ' + group.text);
    const QStringList expected{u"1 Delivered up to secure"_s, u"1 Delivered up to encrypt"_s,
        u"2 Delivered only where TLS is not required"_s, u"1 Not tested"_s,
        u"2 Delivered only where TLS is not required: TLS is required, and the mail host does not offer it."_s,
        u"1 Delivered up to encrypt: The certificate of the mail host cannot be trusted: it, or one that it rests on, has expired."_s,
        u"1 Not tested: The mail host does not want to talk to us now: …"_s};
    for (const QString& line : expected)
        QVERIFY2(lines.contains(line), qPrintable(lines.join(u'\n')));
    QCOMPARE(lines.size(), expected.size());
    QCOMPARE(lines[0], expected[0]);
    QCOMPARE(lines[4], expected[4]); // the most frequent reason first
}

void TestTesterParts::summaryIsShownAndSelects()
{
    Document document;
    document.addTests({shared(test::goodDomain()), shared(plainDomain("a.example")), shared(plainDomain("b.example"))});
    Workspace workspace = document.workspace();
    document.setWorkspace(std::move(workspace), m_folder.filePath(u"two.waxseal"_s));
    TesterPage page(&document);
    page.resize(1280, 720);
    page.show();
    auto* details = page.findChild<TestDetails*>(u"testDetails"_s);
    auto* table = page.findChild<QTableWidget*>(u"batchSummary"_s);
    QVERIFY(!details->isTabVisible(details->indexOf(table)));
    BatchSummary summary;
    summary.add(test::goodDomain());
    summary.add(plainDomain("a.example"));
    summary.add(plainDomain("b.example"));
    details->setSummary(summary.groups());
    QVERIFY(table->isVisible());
    QCOMPARE(table->rowCount(), 3);
    const QRect row = table->visualItemRect(table->item(2, 1));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row.center());
    auto* list = page.findChild<QTableView*>(u"testedList"_s);
    QStringList selected;
    for (const QModelIndex& index : list->selectionModel()->selectedRows())
        selected.append(index.data().toString());
    selected.sort();
    QCOMPARE(selected, (QStringList{u"a.example"_s, u"b.example"_s}));
    QVERIFY(table->isVisible()); // the groups stay in sight
}

void TestTesterParts::adviceIsAppliedAndUndone()
{
    Document document;
    fill(document);
    DomainFacts dane = test::goodDomain();
    test::addTlsa(dane.hosts[0]);
    document.addTests({shared(dane), shared(plainDomain("example.org"))});
    TesterPage page(&document);
    page.resize(1280, 720);
    page.show();
    auto* apply = page.findChild<QAction*>(u"testApplyAction"_s);
    page.showResult(u"example.org"_s);
    QVERIFY(!apply->isEnabled()); // nothing can be required of it
    page.showResult(u"example.com"_s);
    QVERIFY(apply->isEnabled());
    auto* button = page.findChild<QPushButton*>(u"testApplyActionButton"_s);
    QVERIFY(button->isVisible());
    QCOMPARE(QString(button->text()).remove(u'&'), u"Require dane-only"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    const auto& rows = document.simulation(Direction::Outbound).policy().rows;
    const auto row = rows.find(Scope{"example.com", false});
    QVERIFY(row != rows.end());
    QVERIFY(row->second.level == Level::DaneOnly);
    QVERIFY2(page.findChild<MessageBar*>()->text().contains(u"Require dane-only for example.com"_s),
        qPrintable(page.findChild<MessageBar*>()->text()));
    document.undoStack()->undo();
    QVERIFY(document.simulation(Direction::Outbound).policy().rows.empty());
}

QTEST_MAIN(TestTesterParts)
#include "tst_testerparts.moc"
