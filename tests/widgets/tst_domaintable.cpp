// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplefacts.h"
#include "tests/probe/probefacts.h"
#include "widgets/document/document.h"
#include "widgets/items/detailmodels.h"
#include "widgets/items/domaindelegate.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/items/verdicts.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

using namespace waxseal;
using namespace Qt::StringLiterals;
using Column = DomainTableModel::Column;

namespace {

QStringList names(const DomainTableModel& model)
{
    QStringList out;
    for (int row = 0; row < model.rowCount(); ++row)
        out.append(model.index(row, Column::Domain).data().toString());
    return out;
}

QString cell(const DomainTableModel& model, const std::string& domain, int column)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.domainKey(row) == domain)
            return model.index(row, column).data().toString();
    }
    return u"no such row"_s;
}

} // namespace

class TestDomainTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<Document>();
        m_model = std::make_unique<DomainTableModel>(m_document.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_document->setImport(sample::import());
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_document.reset();
    }

    void showsFigures()
    {
        QCOMPARE(m_model->rowCount(), 7);
        QCOMPARE(m_model->columnCount(), int{Column::ColumnCount});
        QCOMPARE(names(*m_model).first(), u"bank.example"_s);
        QCOMPARE(cell(*m_model, "<>", Column::Domain), u"(null sender <>)"_s);
        QCOMPARE(cell(*m_model, "bank.example", Column::Messages), u"100"_s);
        QCOMPARE(cell(*m_model, "bank.example", Column::OverTls), u"98.0\u00a0%"_s);
        QCOMPARE(cell(*m_model, "bank.example", Column::Require), u"none"_s);
        QCOMPARE(cell(*m_model, "spam.example", Column::Loses), u"0"_s); // of wanted mail
        QCOMPARE(cell(*m_model, "bank.example", Column::Loses), u"+2"_s);
        QCOMPARE(cell(*m_model, "spam.example", Column::AtMost), u"–"_s);
        QCOMPARE(cell(*m_model, "spam.example", Column::Spam), u"+48"_s);
        QCOMPARE(cell(*m_model, "fax.example", Column::Evidence), u"never"_s);
        QCOMPARE(cell(*m_model, "bank.example", Column::Evidence), u"mixed"_s);
        QCOMPARE(cell(*m_model, "partner.example", Column::Evidence), u"–"_s);
        // Nothing lost of 60 proves at most 1 − 0.05^(1/60) = 4.9 %.
        QCOMPARE(cell(*m_model, "partner.example", Column::AtMost), u"≤\u00a04.9\u00a0%"_s);
    }

    void priceBecomesLoss()
    {
        const QModelIndex old = m_model->index(m_model->findPrefix(u"old"_s, 0), Column::Require);
        QVERIFY(old.siblingAtColumn(Column::Loses).data(DomainTableModel::IsPriceRole).toBool());
        QCOMPARE(cell(*m_model, "old.example", Column::Loses), u"0"_s);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QVERIFY(m_model->setData(old, u"encrypt>=1.2"_s));
        QCOMPARE(changed.size(), 2); // the requirement, and that it was chosen by hand
        QCOMPARE(old.data().toString(), u"encrypt ≥ 1.2"_s);
        QCOMPARE(cell(*m_model, "old.example", Column::Loses), u"30"_s);
        QVERIFY(!old.siblingAtColumn(Column::Loses).data(DomainTableModel::IsPriceRole).toBool());
        QVERIFY(!m_model->setData(old, u"dane"_s)); // not one of this direction's
        QVERIFY(m_model->setData(old, QString()));
        QCOMPARE(old.data().toString(), u"none"_s);
    }

    void anEditIsAboutTheRowThatDecides()
    {
        const int bank = m_model->findPrefix(u"bank"_s, 0);
        m_document->require(Direction::Inbound, {{"bank.example", true}}, Requirement{Level::Encrypt, {}});
        QCOMPARE(m_model->scope(bank), (Scope{"bank.example", true}));
        QVERIFY(m_model->index(bank, Column::Domain).data(DomainTableModel::WithSubdomainsRole).toBool());
        m_model->setData(m_model->index(bank, Column::Require), u"encrypt>=1.3"_s);
        QCOMPARE(m_document->policy().inbound.rows.size(), std::size_t{1});
    }

    void filters_data()
    {
        QTest::addColumn<DomainFilter>("filter");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("text") << DomainFilter{u"BANK"_s, false, false, false}
                              << QStringList{u"bank.example"_s, u"news.bank.example"_s};
        QTest::newRow("nothing") << DomainFilter{u"no-such"_s, false, false, false} << QStringList{};
        QTest::newRow("would lose") << DomainFilter{{}, true, false, false}
                                    << QStringList{u"bank.example"_s, u"fax.example"_s, u"(null sender <>)"_s};
        QTest::newRow("plaintext and text") << DomainFilter{u"a"_s, false, true, false}
                                            << QStringList{u"bank.example"_s, u"spam.example"_s, u"fax.example"_s};
        QTest::newRow("required") << DomainFilter{{}, false, false, true} << QStringList{u"fax.example"_s};
    }
    void filters()
    {
        QFETCH(DomainFilter, filter);
        QFETCH(QStringList, expected);
        m_document->require(Direction::Inbound, {{"fax.example", false}}, Requirement{Level::Encrypt, {}});
        m_model->setFilter(filter);
        QCOMPARE(names(*m_model), expected);
        m_model->setFilter({});
        QCOMPARE(m_model->rowCount(), 7);
    }

    void sorts_data()
    {
        QTest::addColumn<int>("column");
        for (int column = 0; column < Column::ColumnCount; ++column)
            QTest::addRow("%d", column) << column;
    }
    void sorts()
    {
        QFETCH(int, column);
        m_document->require(Direction::Inbound, {{"fax.example", false}}, Requirement{Level::Encrypt, {}});
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            m_model->sort(column, order);
            for (int row = 1; row < m_model->rowCount(); ++row) {
                const QVariant a = m_model->index(row - 1, column).data(DomainTableModel::SortRole);
                const QVariant b = m_model->index(row, column).data(DomainTableModel::SortRole);
                if (column == Column::Domain) {
                    const bool inOrder = order == Qt::AscendingOrder
                        ? m_model->domainKey(row - 1) < m_model->domainKey(row)
                        : m_model->domainKey(row) < m_model->domainKey(row - 1);
                    QVERIFY(inOrder);
                } else if (order == Qt::AscendingOrder) {
                    QCOMPARE_LE(a.toDouble(), b.toDouble());
                } else {
                    QCOMPARE_GE(a.toDouble(), b.toDouble());
                }
            }
        }
    }

    void persistentIndexesFollowTheSort()
    {
        const QPersistentModelIndex fax(m_model->index(m_model->findPrefix(u"fax"_s, 0), Column::Domain));
        m_model->sort(Column::Domain, Qt::AscendingOrder);
        QCOMPARE(fax.data().toString(), u"fax.example"_s);
        m_model->sort(Column::OverTls, Qt::DescendingOrder);
        QCOMPARE(fax.data().toString(), u"fax.example"_s);
    }

    void anEditMovesNoRow()
    {
        m_model->sort(Column::Loses, Qt::DescendingOrder);
        const QStringList before = names(*m_model);
        m_document->setDefaultRequirement(Direction::Inbound, {Level::Encrypt, TlsVersion::Tls13});
        QCOMPARE(names(*m_model), before);
    }

    void directions()
    {
        m_model->setDirection(Direction::Outbound);
        QCOMPARE(names(*m_model), QStringList{u"isp.example"_s});
        QCOMPARE(m_model->headerData(Column::Domain, Qt::Horizontal).toString(), u"Next hop"_s);
        QVERIFY(m_model->setData(m_model->index(0, Column::Require), u"secure"_s));
    }

    void tabSeparatedDisarmsWhatStrangersWrote()
    {
        ImportResult result = sample::import();
        FactTable facts;
        sample::Filler(facts).add("=cmd()|a\tb", 500, sample::plaintext(), "192.0.2.1");
        result.facts = std::make_shared<const FactTable>(std::move(facts));
        m_document->setImport(std::move(result));
        const QString text = m_model->tabSeparated({0}, {Column::Domain, Column::Messages});
        QCOMPARE(text, u"Sender domain\tMessages\n'=cmd()|a\\x09b\t500\n"_s);
    }

    void liveTests()
    {
        QVERIFY(!m_model->hasLiveTests());
        QSignalSpy shown(m_model.get(), &DomainTableModel::liveTestsChanged);
        DomainFacts facts = test::goodDomain();
        facts.domain = "bank.example";
        facts.hosts = {test::goodHost("mx.bank.example", 10, "192.0.2.1")};
        Workspace::ProbeRecord record = probeRecord(facts);
        // What an older version, or a stranger, wrote as the verdict beside the facts.
        const QByteArray stored = R"("secure":{"outcome":"delivered")";
        QVERIFY(record.json.contains(stored));
        record.json.replace(stored, R"("secure":{"outcome":"bounced")");
        m_document->addProbe(record);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(cell(*m_model, "bank.example", Column::LiveTest), u"secure"_s); // the facts decide, not the word
    }

    void accessibleTextNamesTheColumn()
    {
        const QModelIndex index = m_model->index(0, Column::Messages);
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"Messages: 100"_s);
    }

    void detailModels()
    {
        HostTableModel hosts;
        VersionTableModel versions;
        const QAbstractItemModelTester hostTester(&hosts, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester versionTester(&versions, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Simulation& simulation = m_document->simulation(Direction::Inbound);
        DomainDetails details = collectDetails(
            simulation, m_document->index(Direction::Inbound), *simulation.rowOf("bank.example"), {Level::Encrypt, {}});
        hosts.setDetails(std::move(details.hosts), simulation.factsPointer());
        versions.setDetails(std::move(details.versions));
        QCOMPARE(hosts.index(0, HostTableModel::Address).data().toString(), u"192.0.2.10"_s);
        QCOMPARE(hosts.index(0, HostTableModel::WouldLose).data().toString(), u"2"_s);
        QCOMPARE(hosts.index(0, HostTableModel::LastVersion).data().toString(), u"TLS 1.2"_s);
        QCOMPARE(versions.rowCount(), 2);
        QCOMPARE(versions.index(0, VersionTableModel::Version).data().toString(), u"in clear"_s);
        QCOMPARE(versions.index(1, VersionTableModel::Share).data().toString(), u"98.0\u00a0%"_s);
    }

    void editsInPlaceByKeyboard()
    {
        DomainTable table(m_model.get());
        QSignalSpy chosen(&table, &DomainTable::requirementChosen);
        table.resize(900, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        table.setCurrentIndex(m_model->index(1, Column::Domain));
        QTest::keyClick(&table, Qt::Key_Return);
        QTRY_VERIFY(table.findChild<QComboBox*>(u"requirementEditor"_s) != nullptr);
        auto* combo = table.findChild<QComboBox*>(u"requirementEditor"_s);
        QVERIFY(!combo->accessibleName().isEmpty());
        QTRY_VERIFY(combo->view()->isVisible());
        QTest::keyClick(combo->view(), Qt::Key_Down);
        QTest::keyClick(combo->view(), Qt::Key_Return);
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(0).value<QList<int>>(), QList<int>{1});
        QCOMPARE(chosen.first().at(1).toString(), u"encrypt"_s);
        QTRY_VERIFY(table.findChild<QComboBox*>(u"requirementEditor"_s) == nullptr);
    }

    void switchesByMouseAndKey()
    {
        DomainTable table(m_model.get());
        QSignalSpy switched(&table, &DomainTable::switched);
        table.resize(900, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const auto onSwitch = [&](int row) {
            const QRect cell = table.visualRect(m_model->index(row, Column::Require));
            return QPoint(cell.left() + DomainDelegate::requirementMargin + 8, cell.center().y());
        };
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, onSwitch(2));
        QCOMPARE(switched.size(), 1);
        QCOMPARE(switched.takeFirst().first().value<QList<int>>(), QList<int>{2});
        QCOMPARE(table.currentIndex().row(), 2);
        QVERIFY(table.findChild<QComboBox*>(u"requirementEditor"_s) == nullptr);
        // Of several selected rows it is the switch of all.
        table.setCurrentIndex(m_model->index(1, Column::Domain));
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, onSwitch(1));
        QCOMPARE(switched.takeFirst().first().value<QList<int>>(), (QList<int>{1, 2}));
        QCOMPARE(table.selectedRows(), (QList<int>{1, 2}));
        QTest::keyClick(&table, Qt::Key_Space);
        QCOMPARE(switched.takeFirst().first().value<QList<int>>(), (QList<int>{1, 2}));
        // Pressed on the switch and let go elsewhere: nothing.
        QTest::mousePress(table.viewport(), Qt::LeftButton, {}, onSwitch(4));
        QTest::mouseRelease(table.viewport(), Qt::LeftButton, {}, onSwitch(5));
        QCOMPARE(switched.size(), 0);
        // Beside it: the levels.
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, onSwitch(3) + QPoint(60, 0));
        QTRY_VERIFY(table.findChild<QComboBox*>(u"requirementEditor"_s) != nullptr);
        QCOMPARE(switched.size(), 0);
    }

    void numbersSortTheLargestFirst()
    {
        DomainTable table(m_model.get());
        table.resize(900, 400);
        table.show();
        const auto order = [&](int column) {
            const QHeaderView* header = table.horizontalHeader();
            const QPoint place(header->sectionViewportPosition(column) + 20, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
            return header->sortIndicatorSection() == column ? int(header->sortIndicatorOrder()) : -1;
        };
        QCOMPARE(order(Column::Loses), int(Qt::DescendingOrder));
        QCOMPARE(order(Column::Domain), int(Qt::AscendingOrder));
        QCOMPARE(order(Column::OverTls), int(Qt::DescendingOrder));
        QCOMPARE(order(Column::OverTls), int(Qt::AscendingOrder));
    }

    void lossComesBeforePrice()
    {
        m_document->require(Direction::Inbound, {{"bank.example", false}}, Requirement{Level::Encrypt, {}});
        m_model->sort(Column::Loses, Qt::DescendingOrder);
        // bank loses 2; fax would lose 40, the null sender 5.
        QCOMPARE(names(*m_model).first(3), (QStringList{u"bank.example"_s, u"fax.example"_s, u"(null sender <>)"_s}));
        QCOMPARE(cell(*m_model, "bank.example", Column::Loses), u"2"_s);
        QCOMPARE(cell(*m_model, "fax.example", Column::Loses), u"+40"_s);
    }

    void escapeChoosesNothing()
    {
        DomainTable table(m_model.get());
        QSignalSpy chosen(&table, &DomainTable::requirementChosen);
        table.resize(900, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        table.setCurrentIndex(m_model->index(0, Column::Require));
        QTest::keyClick(&table, Qt::Key_F2);
        auto* combo = table.findChild<QComboBox*>(u"requirementEditor"_s);
        QVERIFY(combo != nullptr);
        QTRY_VERIFY(combo->view()->isVisible());
        QTest::keyClick(combo->view(), Qt::Key_Down);
        QTest::keyClick(combo->view(), Qt::Key_Escape);
        QTRY_VERIFY(table.findChild<QComboBox*>(u"requirementEditor"_s) == nullptr);
        QCOMPARE(chosen.size(), 0);
    }

    void searchesByTyping()
    {
        DomainTable table(m_model.get());
        table.setCurrentIndex(m_model->index(0, Column::Domain));
        QTest::keyClicks(&table, u"new"_s);
        QCOMPARE(m_model->domainKey(table.currentIndex().row()), std::string_view("news.bank.example"));
    }

private:
    std::unique_ptr<Document> m_document;
    std::unique_ptr<DomainTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestDomainTable)
#include "tst_domaintable.moc"
