// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplefacts.h"
#include "widgets/charts/outcomechart.h"
#include "widgets/controls/changechip.h"
#include "widgets/controls/herofigure.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/document/document.h"
#include "widgets/document/forecaster.h"
#include "widgets/document/keptwatch.h"
#include "widgets/document/policypreview.h"
#include "widgets/document/policywatch.h"
#include "widgets/items/costmodel.h"
#include "widgets/items/domaindelegate.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/items/hostlistmodel.h"
#include "widgets/pages/costpanel.h"
#include "widgets/pages/domainpanel.h"
#include "widgets/pages/filterbar.h"
#include "widgets/pages/heropanel.h"
#include "widgets/pages/outcomepanel.h"
#include "widgets/pages/policyactions.h"
#include "widgets/pages/policybar.h"
#include "widgets/pages/policypage.h"
#include "widgets/style/palette.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <utility>

using namespace waxseal;
using namespace Qt::StringLiterals;
using Column = DomainTableModel::Column;

namespace {

constexpr Requirement encrypt{Level::Encrypt, TlsVersion::Unknown};

/** The facts of samplefacts.h with some days of spam beside them. Wanted: 260 of 310 inbound messages. */
ImportResult facts()
{
    return sample::import();
}

int pixelsOf(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return count;
}

} // namespace

/** The Policy place as a user meets it: a domain is switched, and everything says so. */
class TestPolicyPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void beginsWithAHint();
    void switchedByMouse();
    void switchedByKeyboard();
    void chipTakesTheStepBack();
    void chipFades();
    void everyPartSaysTheSame();
    void previewFollowsTheMouse();
    void previewFollowsTheKeyboard();
    void costsAreSortedLookedAtAndDropped();
    void modelsAreSound();
    void pinsSurvivePresets();
    void presetsShowBesidePins();
    void presetsSayWhatTheyReplace();
    void notesStandInTheTable();
    void mutedDomainsAreNotNamed();
    void aDayShowsWhoLosesOnIt();
    void lossIsTheOrderOnceSomethingIsRequired();
    void twoPoliciesCompared();
    void policiesSwapWithTheirPins();
    void hostsInPlaceOfDomains();
    void organisationsAreASoundTree();
    void nothingMoves_data();
    void nothingMoves();

private:
    template <typename T>
    T* find(const QString& name) const
    {
        return m_page->findChild<T*>(name);
    }
    DomainTable* table() const { return m_page->domains()->table(); }
    int rowOf(const char* domain) const
    {
        const Simulation& simulation = m_document->simulation(m_page->direction());
        return table()->domains()->tableRow(*simulation.rowOf(domain));
    }
    QPoint switchOf(int row) const
    {
        const QRect cell = table()->visualRect(table()->domains()->index(row, Column::Require));
        return {cell.left() + DomainDelegate::requirementMargin + 8, cell.center().y()};
    }
    void click(int row) const { QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, switchOf(row)); }
    QString hero(const QString& name) const { return find<HeroFigure>(name)->text(); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<PolicyPage> m_page;
};

void TestPolicyPage::init()
{
    m_document = std::make_unique<Document>();
    m_page = std::make_unique<PolicyPage>(m_document.get());
    m_document->setImport(facts());
    m_page->resize(1360, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(!m_page->forecaster()->isPending() && m_page->forecaster()->frontier());
}

void TestPolicyPage::cleanup()
{
    m_page.reset();
    m_document.reset();
}

void TestPolicyPage::beginsWithAHint()
{
    QCOMPARE(hero(u"heroAccepted"_s), u"Accepted 100\u00a0% of wanted mail"_s);
    QCOMPARE(find<HeroFigure>(u"heroAccepted"_s)->beneath(), u"260 of 260"_s);
    QCOMPARE(hero(u"heroLost"_s), u"lost 0 (0\u00a0%)"_s);
    QCOMPARE(hero(u"heroProtected"_s), u"protected 0\u00a0%"_s);
    QCOMPARE(hero(u"heroSpam"_s), u"and 0 spam"_s);
    QVERIFY(m_page->hero()->chip()->text().startsWith(u"Nothing is required"_s));
    QVERIFY(!m_page->hero()->chip()->isChange());
    QVERIFY(find<QLabel>(u"interval"_s)->text().contains(u"nothing is lost"_s));
}

void TestPolicyPage::switchedByMouse()
{
    click(rowOf("fax.example")); // 40 messages, all in clear
    QCOMPARE(m_document->undoStack()->count(), 1);
    QCOMPARE(hero(u"heroLost"_s), u"lost 40 (15.4\u00a0%)"_s); // 40 / 260
    QCOMPARE(hero(u"heroAccepted"_s), u"Accepted 84.6\u00a0% of wanted mail"_s);
    QCOMPARE(hero(u"heroProtected"_s), u"protected 0\u00a0%"_s);
    QCOMPARE(m_page->hero()->chip()->text(), u"+40 lost · fax.example"_s);
    QCOMPARE(m_page->outcome()->outcomeChart()->csv().section(u'\n', 1, 1), u"2026-11-01,11,2,0,0"_s);
    // Something orange is there, on every day from the first to the last.
    QTRY_VERIFY(!m_page->outcome()->outcomeChart()->isMoving());
    const QColor vermilion = style::color(style::Role::LostLegitimate, m_page->palette());
    QImage image = m_page->outcome()->outcomeChart()->grab().toImage();
    image = image.copy(0, image.height() / 3, image.width(), image.height() * 2 / 3); // below the legend
    QVERIFY(pixelsOf(image, vermilion) > 200);

    click(rowOf("bank.example")); // 2 of 100 in clear
    QCOMPARE(m_page->hero()->chip()->text(), u"+2 lost · bank.example · +37.7\u00a0% protected"_s); // 98 / 260
    QCOMPARE(hero(u"heroLost"_s), u"lost 42 (16.2\u00a0%)"_s);
    click(rowOf("fax.example"));
    QCOMPARE(m_page->hero()->chip()->text(), u"\u221240 lost · fax.example"_s);
    QCOMPARE(hero(u"heroLost"_s), u"lost 2 (0.77\u00a0%)"_s);
    click(rowOf("spam.example"));
    QCOMPARE(hero(u"heroLost"_s), u"lost 2 (0.77\u00a0%)"_s); // spam is no wanted mail
    QCOMPARE(hero(u"heroSpam"_s), u"and 48 spam"_s);
    QCOMPARE(m_page->hero()->chip()->text(), u"0 lost · spam.example"_s);
}

void TestPolicyPage::switchedByKeyboard()
{
    table()->setFocus();
    table()->setCurrentIndex(table()->domains()->index(rowOf("fax.example"), Column::Messages));
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(hero(u"heroLost"_s), u"lost 40 (15.4\u00a0%)"_s);
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(hero(u"heroLost"_s), u"lost 0 (0\u00a0%)"_s);
    QVERIFY(table()->hasFocus());
}

void TestPolicyPage::chipTakesTheStepBack()
{
    click(rowOf("fax.example"));
    auto* back = m_page->hero()->chip()->findChild<QToolButton*>(u"chipButton"_s);
    QVERIFY(back->isVisible());
    QCOMPARE(back->text(), u"Undo"_s);
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(hero(u"heroLost"_s), u"lost 0 (0\u00a0%)"_s);
    QCOMPARE(m_page->hero()->chip()->text(), u"\u221240 lost · fax.example"_s);
    QCOMPARE(back->text(), u"Redo"_s);
    back->setFocus();
    QTest::keyClick(back, Qt::Key_Space);
    QCOMPARE(hero(u"heroLost"_s), u"lost 40 (15.4\u00a0%)"_s);
}

void TestPolicyPage::chipFades()
{
    ChangeChip* chip = m_page->hero()->chip();
    click(rowOf("fax.example"));
    QVERIFY(chip->timer()->isActive());
    QVERIFY(chip->isChange());
    const QRect before = chip->geometry();
    chip->fade();
    QTRY_VERIFY(chip->text().isEmpty());
    QCOMPARE(chip->geometry(), before);
    click(rowOf("bank.example"));
    QVERIFY(!chip->text().isEmpty());
}

/** Hero line, legend, table twin, costs and table have one number for one thing. */
void TestPolicyPage::everyPartSaysTheSame()
{
    for (const char* domain : {"fax.example", "bank.example", "<>", "spam.example"})
        click(rowOf(domain));
    const Outcome& outcome = m_document->simulation(Direction::Inbound).outcome();
    QCOMPARE(outcome.lostWanted(), 47U); // 40 + 2 + 5
    QCOMPARE(m_page->watch()->figures().lost, 47U);
    QCOMPARE(m_page->watch()->figures().losingDomains, 3U);
    QCOMPARE(hero(u"heroLost"_s), u"lost 47 (18.1\u00a0%)"_s);
    double lost = 0;
    double accepted = 0;
    double spam = 0;
    const auto rows = m_page->outcome()->outcomeChart()->csv().split(u'\n', Qt::SkipEmptyParts).mid(1);
    for (const QString& row : rows) {
        accepted += row.section(u',', 1, 1).toDouble();
        lost += row.section(u',', 2, 2).toDouble();
        spam += row.section(u',', 3, 3).toDouble();
    }
    QCOMPARE(lost, 47.0);
    QCOMPARE(accepted, 213.0);
    QCOMPARE(spam, 48.0);
    const CostModel* costs = m_page->outcome()->costs()->model();
    quint64 sum = 0;
    for (int row = 0; row < costs->rowCount(); ++row)
        sum += costs->index(row, CostModel::Lost).data(CostModel::LostRole).toULongLong();
    QCOMPARE(sum, 47U);
    QCOMPARE(find<QLabel>(u"costSum"_s)->text(), u"47 by 3 of 4 required domain(s)"_s);
}

void TestPolicyPage::previewFollowsTheMouse()
{
    OutcomeChart* chart = m_page->outcome()->outcomeChart();
    const auto hover = [&](const char* domain) {
        const QRect cell = table()->visualRect(table()->domains()->index(rowOf(domain), Column::Domain));
        QTest::mouseMove(table()->viewport(), cell.center());
    };
    hover("fax.example");
    QTRY_COMPARE(chart->previewText(), u"fax.example: +40 lost, +0 spam"_s);
    QCOMPARE(m_page->outcome()->costs()->previewText(), u"fax.example +40"_s);
    hover("spam.example");
    QTRY_COMPARE(chart->previewText(), u"spam.example: +0 lost, +48 spam"_s);
    click(rowOf("spam.example")); // what was done is no preview any more
    QCOMPARE(chart->previewText(), QString());
    hover("bank.example");
    QTRY_COMPARE(chart->previewText(), u"bank.example: +2 lost, +0 spam"_s);
    hover("spam.example"); // what switching it off would give back
    QTRY_COMPARE(chart->previewText(), u"spam.example: +0 lost, \u221248 spam"_s);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(table()->viewport(), &leave);
    QTRY_COMPARE(chart->previewText(), QString());
    QCOMPARE(m_page->outcome()->costs()->previewText(), QString());
    // Hand-counted: 40 messages in clear, spread over the 30 days of the month.
    const Simulation& simulation = m_document->simulation(Direction::Inbound);
    const SwitchPreview preview = previewSwitch(simulation, *simulation.rowOf("fax.example"));
    QCOMPARE(preview.days.size(), std::size_t{30});
    QCOMPARE(preview.days.front().lost, 2);
    QCOMPARE(preview.days.back().lost, 1);
}

void TestPolicyPage::previewFollowsTheKeyboard()
{
    QTest::mouseMove(m_page.get(), QPoint(5, 5));
    table()->setFocus();
    table()->setCurrentIndex(table()->domains()->index(0, Column::Domain));
    const int fax = rowOf("fax.example");
    for (int row = 0; row < fax; ++row)
        QTest::keyClick(table(), Qt::Key_Down);
    QTRY_COMPARE(m_page->outcome()->outcomeChart()->previewText(), u"fax.example: +40 lost, +0 spam"_s);
}

void TestPolicyPage::costsAreSortedLookedAtAndDropped()
{
    for (const char* domain : {"bank.example", "<>", "fax.example"})
        click(rowOf(domain));
    CostPanel* panel = m_page->outcome()->costs();
    const auto names = [&] {
        QStringList out;
        for (int row = 0; row < panel->model()->rowCount(); ++row)
            out.append(panel->model()->index(row, CostModel::Domain).data().toString());
        return out;
    };
    QCOMPARE(names(), (QStringList{u"fax.example"_s, u"(null sender <>)"_s, u"bank.example"_s}));
    QCOMPARE(panel->model()->index(2, CostModel::Bar).data(CostModel::BeforeRole).toInt(), 45);
    const auto cell
        = [&](int row, int column) { return panel->view()->visualRect(panel->model()->index(row, column)).center(); };
    QTest::mouseClick(panel->view()->viewport(), Qt::LeftButton, {}, cell(2, CostModel::Domain));
    QCOMPARE(table()->currentIndex().row(), rowOf("bank.example"));
    QTest::mouseClick(panel->view()->viewport(), Qt::LeftButton, {}, cell(0, CostModel::Drop));
    QCOMPARE(names(), (QStringList{u"(null sender <>)"_s, u"bank.example"_s}));
    QCOMPARE(hero(u"heroLost"_s), u"lost 7 (2.7\u00a0%)"_s);
    // By keyboard.
    panel->view()->setFocus();
    panel->view()->setCurrentIndex(panel->model()->index(0, 0));
    QTest::keyClick(panel->view(), Qt::Key_Delete);
    QCOMPARE(names(), QStringList{u"bank.example"_s});
    QTest::keyClick(panel->view(), Qt::Key_Return);
    QCOMPARE(table()->currentIndex().row(), rowOf("bank.example"));
    QVERIFY(table()->hasFocus());
    QCOMPARE(m_document->undoStack()->count(), 5);
}

void TestPolicyPage::modelsAreSound()
{
    const QAbstractItemModelTester costs(
        m_page->outcome()->costs()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester domains(table()->domains(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const char* domain : {"bank.example", "<>", "fax.example", "bank.example", "spam.example"})
        click(rowOf(domain));
    m_document->setDefaultRequirement(Direction::Inbound, encrypt);
    m_document->undoStack()->undo();
    m_page->setDirection(Direction::Outbound);
    m_document->setDefaultRequirement(Direction::Outbound, encrypt);
    QCOMPARE(m_page->outcome()->costs()->model()->rowCount(), 1);
    m_document->clear();
    QCOMPARE(m_page->outcome()->costs()->model()->rowCount(), 0);
}

void TestPolicyPage::pinsSurvivePresets()
{
    auto* presets = find<SegmentedControl>(u"presets"_s);
    QVERIFY(presets->button(1)->isEnabled());
    click(rowOf("fax.example"));
    const auto level = [&](const char* domain) {
        const Simulation& simulation = m_document->simulation(Direction::Inbound);
        return simulation.effective(*simulation.rowOf(domain)).level;
    };
    QVERIFY(table()->domains()->index(rowOf("fax.example"), 0).data(DomainTableModel::IsPinnedRole).toBool());
    QVERIFY(!find<QToolButton>(u"pins"_s)->text().isEmpty());
    QTest::mouseClick(presets->button(1), Qt::LeftButton); // no loss
    QCOMPARE(level("fax.example"), Level::Encrypt);
    QCOMPARE(level("partner.example"), Level::Encrypt);
    QCOMPARE(hero(u"heroLost"_s), u"lost 40 (15.4\u00a0%)"_s);
    click(rowOf("partner.example")); // off by hand
    QTest::mouseClick(presets->button(3), Qt::LeftButton); // all
    QCOMPARE(level("partner.example"), Level::None);
    QCOMPARE(level("old.example"), Level::Encrypt);
    QTest::mouseClick(presets->button(0), Qt::LeftButton); // none
    QCOMPARE(level("fax.example"), Level::Encrypt);
    QCOMPARE(level("old.example"), Level::None);
    // The chips and the menu of the pins lead to them.
    Q_EMIT m_page->domains()->policyBar()->pinsRequested();
    QCOMPARE(table()->domains()->rowCount(), 2);
    m_page->domains()->filterBar()->clear();
    m_document->unpin(Direction::Inbound, {{"fax.example", false}, {"partner.example", false}});
    QVERIFY(!find<QToolButton>(u"pins"_s)->isVisible());
    QTest::mouseClick(presets->button(0), Qt::LeftButton);
    QVERIFY(m_document->policy().inbound.isNone());
}

/** Choices that are no preset's and that nothing pins: a preset replaces them, says how many, and takes it back. */
void TestPolicyPage::presetsSayWhatTheyReplace()
{
    auto* presets = find<SegmentedControl>(u"presets"_s);
    const auto chip = [&] { return m_page->hero()->chip()->text(); };
    QTest::mouseClick(presets->button(1), Qt::LeftButton); // in place of nothing
    QVERIFY(!chip().contains(u"in place of"_s));
    const std::size_t rows = m_document->policy().inbound.rows.size();
    QTest::mouseClick(presets->button(3), Qt::LeftButton); // in place of another preset
    QVERIFY(!chip().contains(u"in place of"_s));
    QTest::mouseClick(presets->button(1), Qt::LeftButton);
    QCOMPARE(m_document->policy().inbound.rows.size(), rows);

    // Two of which no preset would think, as an opened workspace may have them.
    DirectionPolicy other;
    other.rows[{"fax.example", false}] = encrypt;
    other.rows[{"bank.example", false}] = Requirement{Level::Encrypt, TlsVersion::Tls13};
    m_document->replacePolicy(Direction::Inbound, other, u"Other"_s);
    QCOMPARE(presets->current(), -1);
    QTest::mouseClick(presets->button(1), Qt::LeftButton);
    QVERIFY2(chip().contains(u"Require at No Loss, in place of 2 other choice"_s), qPrintable(chip()));
    auto* back = m_page->hero()->chip()->findChild<QToolButton*>(u"chipButton"_s);
    QCOMPARE(back->text(), u"Undo"_s);
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(m_document->policy().inbound, other);

    // A drag of the budget is one step, and says it at its end too.
    PolicyBar* bar = m_page->domains()->policyBar();
    bar->dragBudget(0.001);
    bar->dragBudget(0.01);
    bar->commitBudget(0.02);
    QVERIFY2(chip().contains(u"in place of 2 other choice"_s), qPrintable(chip()));
    m_document->undoStack()->undo();
    QCOMPARE(m_document->policy().inbound, other);
}

void TestPolicyPage::presetsShowBesidePins()
{
    auto* presets = find<SegmentedControl>(u"presets"_s);
    auto* pins = find<QToolButton>(u"pins"_s);
    QCOMPARE(presets->current(), 0);
    QVERIFY(!pins->isVisible());
    click(rowOf("fax.example"));
    QCOMPARE(presets->current(), 0); // none, and one by hand
    QVERIFY(pins->isVisible());
    QCOMPARE(pins->text(), u"+ 1 by hand"_s);
    for (const int preset : {1, 3, 0, 1}) {
        QTest::mouseClick(presets->button(preset), Qt::LeftButton);
        QCOMPARE(presets->current(), preset);
    }
    click(rowOf("old.example"));
    QCOMPARE(presets->current(), 1);
    QCOMPARE(pins->text(), u"+ 2 by hand"_s);
    m_document->undoStack()->undo();
    QCOMPARE(pins->text(), u"+ 1 by hand"_s);
    QCOMPARE(presets->current(), 1);
}

void TestPolicyPage::notesStandInTheTable()
{
    m_document->setNote("fax.example", u"Their new gateway comes in May"_s);
    const QModelIndex fax = table()->domains()->index(rowOf("fax.example"), Column::Domain);
    QCOMPARE(fax.data(DomainTableModel::NoteRole).toString(), u"Their new gateway comes in May"_s);
    QCOMPARE(fax.data(Qt::ToolTipRole).toString(), u"<qt>Their new gateway comes in May</qt>"_s);
    m_document->setNote("fax.example", u"<img src=x>\nR&D"_s); // never taken for markup
    QCOMPARE(fax.data(Qt::ToolTipRole).toString(), u"<qt>&lt;img src=x&gt;<br>R&amp;D</qt>"_s);
    QVERIFY(
        !table()->domains()->index(rowOf("bank.example"), Column::Domain).data(DomainTableModel::NoteRole).isValid());
    QCOMPARE(m_document->simulation(Direction::Inbound).outcome().lost(), 0U);
}

void TestPolicyPage::mutedDomainsAreNotNamed()
{
    // old.example loses nothing for half of the month, then all: that is said in the forecast, by name.
    auto changed = std::make_shared<FactTable>(*facts().facts);
    for (Day day = 0; day < 30; ++day) {
        FactKey key;
        key.day = static_cast<Day>(20'758 + day);
        key.tls = changed->tlsId(day < 15 ? sample::tls(TlsVersion::Tls13) : sample::plaintext());
        key.domain = changed->domains.id("switched.example");
        key.host = changed->hostId(*IpAddress::parse("192.0.2.70"), {});
        changed->add(key, 40, 40);
    }
    ImportResult result = facts();
    result.state.settled = *changed;
    result.facts = changed;
    m_document->setImport(std::move(result));
    m_document->require(Direction::Inbound, {{"switched.example", false}}, encrypt);
    QTRY_VERIFY(!m_page->forecaster()->isPending());
    const auto hint = [&] { return find<QLabel>(u"interval"_s)->toolTip(); };
    QTRY_VERIFY2(hint().contains(u"switched.example"_s), qPrintable(hint()));
    const int row = rowOf("switched.example");
    table()->setFocus();
    table()->selectRow(row);
    QAction* mute = m_page->domains()->policyActions()->mute;
    QVERIFY(mute->isEnabled() && !mute->isChecked());
    mute->trigger();
    QVERIFY(mute->isChecked());
    QVERIFY2(!hint().contains(u"switched.example"_s), qPrintable(hint()));
    const QModelIndex index = table()->domains()->index(row, Column::Domain);
    QVERIFY(index.data(DomainTableModel::IsMutedRole).toBool());
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(u"Muted"_s));
    Document again; // it is kept with the workspace
    again.setWorkspace(m_document->workspace(), {});
    QVERIFY(again.isMuted("switched.example") && !again.isMuted("bank.example"));
    m_document->undoStack()->undo();
    QVERIFY(!mute->isChecked());
    QVERIFY(hint().contains(u"switched.example"_s));
}

void TestPolicyPage::aDayShowsWhoLosesOnIt()
{
    click(rowOf("fax.example")); // on days 0 … 29, twice on the first ten
    click(rowOf("bank.example")); // its two in clear are on the first two days
    OutcomeChart* chart = m_page->outcome()->outcomeChart();
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Home);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(table()->domains()->rowCount(), 2);
    QTest::keyClick(chart, Qt::Key_End);
    QTest::keyClick(chart, Qt::Key_Return);
    QCOMPARE(table()->domains()->rowCount(), 1);
    QVERIFY(find<QWidget>(u"filterDays"_s)->isVisible());
    QTest::keyClick(chart, Qt::Key_Return); // the same day again: all
    QCOMPARE(table()->domains()->rowCount(), 7);
    QVERIFY(!find<QWidget>(u"filterDays"_s)->isVisible());
    QSignalSpy dragged(m_page.get(), &PolicyPage::periodDragged);
    Q_EMIT chart->periodDragged(20'758, 20'760);
    QCOMPARE(dragged.size(), 1);
}

void TestPolicyPage::lossIsTheOrderOnceSomethingIsRequired()
{
    const auto first = [&] { return table()->domains()->domainKey(0); };
    QCOMPARE(first(), std::string_view("bank.example")); // by messages
    click(rowOf("fax.example"));
    QCOMPARE(first(), std::string_view("bank.example")); // a toggle moves no row
    QTest::mouseClick(find<SegmentedControl>(u"presets"_s)->button(3), Qt::LeftButton);
    QCOMPARE(first(), std::string_view("fax.example"));
    table()->sortByHand(Column::Domain, Qt::AscendingOrder);
    QTest::mouseClick(find<SegmentedControl>(u"presets"_s)->button(0), Qt::LeftButton);
    QCOMPARE(first(), std::string_view("<>")); // as the user said
}

void TestPolicyPage::twoPoliciesCompared()
{
    auto* versus = find<SegmentedControl>(u"versus"_s);
    auto* keep = find<QToolButton>(u"keepPolicy"_s);
    const auto beneath = [&](const QString& name) { return find<HeroFigure>(name)->beneath(); };
    QVERIFY(!versus->isVisible());
    QVERIFY(table()->isColumnHidden(Column::Kept));
    click(rowOf("fax.example"));
    QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(8, keep->height() / 2));
    QTRY_VERIFY(m_page->kept()->figures());
    QVERIFY(versus->isVisible());
    QVERIFY(versus->button(1)->isChecked()); // what is changed from here on is B
    click(rowOf("bank.example"));
    QCOMPARE(hero(u"heroLost"_s), u"lost 42 (16.2\u00a0%)"_s);
    QCOMPARE(beneath(u"heroLost"_s), u"A  40 (15.4\u00a0%)"_s);
    QCOMPARE(beneath(u"heroProtected"_s), u"A  0\u00a0%"_s);
    QCOMPARE(m_page->outcome()->outcomeChart()->outlineName(), u"A"_s);
    // In the table: a column, and those that differ.
    QVERIFY(!table()->isColumnHidden(Column::Kept));
    const DomainTableModel* model = table()->domains();
    QCOMPARE(model->headerData(Column::Kept, Qt::Horizontal).toString(), u"In A"_s);
    QCOMPARE(model->index(rowOf("fax.example"), Column::Kept).data().toString(), u"40"_s);
    QCOMPARE(model->index(rowOf("bank.example"), Column::Kept).data().toString(), u"0"_s);
    QCOMPARE(model->index(rowOf("bank.example"), Column::Loses).data().toString(), u"2"_s);
    auto* differs = find<QAbstractButton>(u"filterDiffers"_s);
    QVERIFY(differs->isVisible());
    differs->click();
    QCOMPARE(model->rowCount(), 1);
    QVERIFY(model->domainKey(0) == "bank.example");
    differs->click();
    // One key goes to the other, and back.
    QTest::keyClick(table(), Qt::Key_F8);
    QCOMPARE(hero(u"heroLost"_s), u"lost 40 (15.4\u00a0%)"_s);
    QVERIFY(versus->button(0)->isChecked());
    QTRY_COMPARE(beneath(u"heroLost"_s), u"B  42 (16.2\u00a0%)"_s);
    QTRY_COMPARE(model->headerData(Column::Kept, Qt::Horizontal).toString(), u"In B"_s);
    QTest::mouseClick(versus->button(1), Qt::LeftButton);
    QCOMPARE(hero(u"heroLost"_s), u"lost 42 (16.2\u00a0%)"_s);
    // A swap is a step like any other, and so is keeping.
    m_document->undoStack()->undo();
    QCOMPARE(hero(u"heroLost"_s), u"lost 40 (15.4\u00a0%)"_s);
    m_document->undoStack()->undo();
    m_document->undoStack()->undo(); // bank.example
    m_document->undoStack()->undo(); // keeping
    QVERIFY(!versus->isVisible());
    QTRY_VERIFY(table()->isColumnHidden(Column::Kept));
    QVERIFY(!beneath(u"heroLost"_s).startsWith(u'A'));
    // It is kept with the workspace.
    m_document->undoStack()->redo();
    Document again;
    again.setWorkspace(m_document->workspace(), {});
    const auto kept = again.choices().keptOf(Direction::Inbound);
    QVERIFY(kept && kept->isA && kept->policy.rows.contains({"fax.example", false}));
}

void TestPolicyPage::policiesSwapWithTheirPins()
{
    click(rowOf("fax.example")); // by hand, in A
    m_document->keepPolicy(Direction::Inbound);
    click(rowOf("fax.example"));
    click(rowOf("old.example")); // by hand, in B
    m_document->unpin(Direction::Inbound, {{"fax.example", false}});
    m_document->swapPolicies(Direction::Inbound);
    const Pins& pins = m_document->pins(Direction::Inbound);
    QCOMPARE(pins.size(), std::size_t{1});
    QVERIFY(pins.contains({"fax.example", false}));
    // A preset leaves the pins of the policy in force, and only those.
    QTest::mouseClick(find<SegmentedControl>(u"presets"_s)->button(0), Qt::LeftButton);
    const auto& rows = m_document->simulation(Direction::Inbound).policy().rows;
    QCOMPARE(rows.size(), std::size_t{1});
    QVERIFY(rows.contains({"fax.example", false}));
    m_document->swapPolicies(Direction::Inbound);
    QVERIFY(m_document->pins(Direction::Inbound).contains({"old.example", false}));
    QVERIFY(m_document->simulation(Direction::Inbound).policy().rows.contains({"old.example", false}));
    m_document->forgetKept(Direction::Inbound);
    QVERIFY(!m_document->choices().keptOf(Direction::Inbound));
}

void TestPolicyPage::hostsInPlaceOfDomains()
{
    HostListModel* hosts = m_page->domains()->hosts();
    const QAbstractItemModelTester tester(hosts);
    auto* view = find<QTableView>(u"hostView"_s);
    QVERIFY(!view->isVisible());
    QCOMPARE(hosts->rowCount(), 0); // nobody looks at them yet
    m_document->require(Direction::Inbound, {{"bank.example", false}, {"spam.example", false}}, encrypt);
    find<QComboBox>(u"grouping"_s)->setCurrentIndex(2);
    QTRY_COMPARE(hosts->rowCount(), 9);
    QVERIFY(view->isVisible());
    const auto row = [&](int at) {
        QStringList cells;
        for (int column = 0; column < HostListModel::ColumnCount; ++column)
            cells.append(hosts->index(at, column).data().toString());
        return cells.join(u'|');
    };
    // Counted by hand from samplefacts.h: bank.example 98 over TLS and 2 in clear, from one host.
    QCOMPARE(row(0), u"192.0.2.10|–|bank.example|100|98.0\u00a0%|2|0"_s);
    QCOMPARE(row(1), u"192.0.2.20|–|partner.example|60|100\u00a0%|0|0"_s);
    QCOMPARE(row(2), u"203.0.113.99|–|spam.example|48|0\u00a0%|0|48"_s);
    // Their losses follow the policy.
    m_document->require(Direction::Inbound, {{"fax.example", false}}, encrypt);
    QTRY_COMPARE(row(3), u"198.51.100.7|–|fax.example|40|0\u00a0%|40|0"_s);
    std::uint64_t lost = 0;
    for (int at = 0; at < hosts->rowCount(); ++at)
        lost += hosts->index(at, HostListModel::Loses).data(HostListModel::sortRole).toULongLong();
    QCOMPARE(lost, m_page->watch()->figures().lost);
    view->sortByColumn(HostListModel::Loses, Qt::DescendingOrder);
    QCOMPARE(hosts->index(0, HostListModel::Domains).data().toString(), u"fax.example"_s);
    auto* text = find<QLineEdit>(u"filterText"_s);
    text->setText(u"203.0.113"_s);
    QCOMPARE(hosts->rowCount(), 2);
    text->setText(u"partner"_s); // by the domains that they send for
    QCOMPARE(hosts->rowCount(), 1);
    // A host leads to its domain.
    view->setCurrentIndex(hosts->index(0, 0));
    Q_EMIT view->activated(hosts->index(0, 0));
    QVERIFY(table()->isVisible());
    const auto at = m_page->domains()->currentDomain();
    QVERIFY(at && m_document->simulation(Direction::Inbound).traffic(*at).key == "partner.example");
}

void TestPolicyPage::organisationsAreASoundTree()
{
    DomainTableModel* model = table()->domains();
    const QAbstractItemModelTester tester(model);
    find<QComboBox>(u"grouping"_s)->setCurrentIndex(1);
    // bank.example and news.bank.example are one; six others stand alone.
    QCOMPARE(model->rowCount(), 6);
    int organisation = -1;
    for (int row = 0; row < model->rowCount(); ++row)
        organisation = model->isOrganisation(row) ? row : organisation;
    QVERIFY(organisation >= 0);
    QCOMPARE(model->index(organisation, Column::Messages).data().toString(), u"110"_s);
    for (int turn = 0; turn < 3; ++turn) {
        model->setExpanded(organisation, true);
        QCOMPARE(model->rowCount(), 8);
        table()->sortByColumn(turn, Qt::AscendingOrder);
        for (int row = 0; row < model->rowCount(); ++row)
            organisation = model->isOrganisation(row) ? row : organisation;
        click(organisation); // both of them
        QCOMPARE(m_page->watch()->figures().requiredDomains, std::uint64_t{turn % 2 == 0 ? 2U : 0U});
        find<QLineEdit>(u"filterText"_s)->setText(u"news"_s);
        QCOMPARE(model->shownCount(), std::size_t{1});
        find<QLineEdit>(u"filterText"_s)->clear();
        for (int row = 0; row < model->rowCount(); ++row)
            organisation = model->isOrganisation(row) ? row : organisation;
        model->setExpanded(organisation, false);
        QCOMPARE(model->rowCount(), 6);
    }
}

void TestPolicyPage::nothingMoves_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("960x900") << QSize(960, 900);
    QTest::newRow("1208x600") << QSize(1208, 600);
    QTest::newRow("1360x800") << QSize(1360, 800);
    QTest::newRow("2480x1300") << QSize(2480, 1300);
}

/** The geometry of every visible widget is the same before and after a toggle, a preset, an undo and a preview. */
void TestPolicyPage::nothingMoves()
{
    QFETCH(QSize, size);
    m_page->resize(size);
    QCoreApplication::processEvents();
    const auto places = [&] {
        QMap<QString, QRect> out;
        for (const QWidget* widget : m_page->findChildren<QWidget*>()) {
            // Scroll bars say how much there is to scroll; they are not in the layout.
            if (widget->isVisible() && qobject_cast<const QScrollBar*>(widget) == nullptr
                && qobject_cast<const QScrollBar*>(widget->parentWidget()) == nullptr
                && widget->objectName() != u"chipButton"_s && widget->objectName() != u"pins"_s
                && !widget->objectName().startsWith(u"qt_scrollarea"_s)
                && widget->parentWidget()->objectName() != u"remark"_s && widget->objectName() != u"remark"_s)
                out.insert(QString::number(reinterpret_cast<quintptr>(widget)) + u' '
                        + QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName(),
                    QRect(widget->mapTo(m_page.get(), QPoint()), widget->size()));
        }
        return out;
    };
    // A row that folds at the new width asks for its height a turn of the event loop later.
    QMap<QString, QRect> before;
    const auto isSettled = [&] {
        const QMap<QString, QRect> last = std::exchange(before, places());
        return !last.isEmpty() && last == before;
    };
    QTRY_VERIFY(isSettled());
    QVERIFY(before.size() > 40);
    const auto unmoved = [&](const char* after) {
        QTRY_VERIFY(!m_page->forecaster()->isPending());
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const QMap<QString, QRect> now = places();
        const auto text = [](const QRect& rect) {
            return u" %1,%2 %3x%4"_s.arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
        };
        for (auto at = before.cbegin(); at != before.cend(); ++at)
            QVERIFY2(now.value(at.key()) == at.value(),
                qPrintable(
                    QString::fromLatin1(after) + u": "_s + at.key() + text(at.value()) + text(now.value(at.key()))));
        QCOMPARE(now.size(), before.size());
    };
    click(rowOf("fax.example"));
    if (QTest::currentTestFailed())
        return;
    unmoved("toggle");
    if (QTest::currentTestFailed())
        return;
    click(rowOf("bank.example"));
    unmoved("second toggle");
    m_document->undoStack()->undo();
    unmoved("undo");
    QTest::mouseMove(table()->viewport(), table()->visualRect(table()->domains()->index(2, 1)).center());
    QTRY_VERIFY(m_page->preview()->preview().has_value());
    unmoved("preview");
    QTest::mouseClick(find<SegmentedControl>(u"presets"_s)->button(3), Qt::LeftButton);
    unmoved("all");
    QTest::mouseClick(find<SegmentedControl>(u"presets"_s)->button(1), Qt::LeftButton);
    unmoved("no loss");
    if (QTest::currentTestFailed())
        return;
    // With a second policy to be compared with, which takes its room once.
    m_document->keepPolicy(Direction::Inbound);
    QTRY_VERIFY(m_page->kept()->figures());
    QTRY_VERIFY(isSettled());
    click(rowOf("bank.example"));
    unmoved("toggle beside another policy");
    QTest::keyClick(table(), Qt::Key_F8);
    QTRY_VERIFY(m_page->kept()->figures());
    unmoved("swap");
}

QTEST_MAIN(TestPolicyPage)
#include "tst_policypage.moc"
