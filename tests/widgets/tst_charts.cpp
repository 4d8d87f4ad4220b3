// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fulldisk.h"
#include "widgets/charts/charttable.h"
#include "widgets/charts/frontierchart.h"
#include "widgets/charts/outcomechart.h"
#include "widgets/charts/sharebar.h"
#include "widgets/charts/trafficchart.h"
#include "widgets/charts/versionchart.h"
#include "widgets/style/palette.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QMenu>
#include <QProxyStyle>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>
#include <QtTest/qtestspontaneevent.h>

#include <set>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

constexpr Day firstOfNovember = 20758; // Sunday, 1 November 2026

Outcome outcome(std::uint64_t accepted, std::uint64_t lostLegitimate, std::uint64_t lostSpam, std::uint64_t unknown)
{
    Outcome result;
    result.counts[static_cast<std::size_t>(Fate::Accepted)][static_cast<std::size_t>(SpamVerdict::Legitimate)]
        = accepted;
    result.counts[static_cast<std::size_t>(Fate::Lost)][static_cast<std::size_t>(SpamVerdict::Legitimate)]
        = lostLegitimate;
    result.counts[static_cast<std::size_t>(Fate::Lost)][static_cast<std::size_t>(SpamVerdict::Spam)] = lostSpam;
    result.counts[static_cast<std::size_t>(Fate::Unknown)][static_cast<std::size_t>(SpamVerdict::Legitimate)] = unknown;
    return result;
}

std::vector<Outcome> month()
{
    std::vector<Outcome> days;
    for (std::uint64_t day = 0; day < 30; ++day)
        days.push_back(outcome(1000 + 10 * day, day, 2 * day, 7));
    return days;
}

Frontier knownFrontier()
{
    Frontier frontier;
    frontier.points = {{3, 0.0, 0.2, true, 0}, {1, 0.0, 0.45, true, 0}, {4, 0.001, 0.6, false, 1},
        {2, 0.004, 0.7, false, 3}, {9, 0.01, 0.75, false, 6}};
    frontier.knapsack = Knapsack({{0.0, 0.2}, {0.0, 0.25}, {0.001, 0.15}, {0.003, 0.1}, {0.006, 0.05}});
    frontier.requireAllCost = 0.015;
    return frontier;
}

QPalette darkPalette()
{
    QPalette palette(QColor(53, 53, 53), QColor(45, 45, 45));
    palette.setColor(QPalette::Base, QColor(30, 30, 30));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(role, QColor(235, 235, 235));
    return palette;
}

/** Pixels of (nearly) this colour. */
int pixelsOf(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (qAbs(pixel.red() - color.red()) + qAbs(pixel.green() - color.green())
                    + qAbs(pixel.blue() - color.blue())
                < 12)
                ++count;
        }
    }
    return count;
}

void show(QWidget& widget, QSize size = {600, 340})
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void outcomeIsDrawnInItsColours();
    void tableTwinHasTheNumbers();
    void tableTwinKeepsItsPlace();
    void manyDaysBecomeWeeks();
    void longestHistoryStaysDrawable();
    void noDaysNoBars();
    void keysMoveTheHighlight();
    void screenReaderHearsFigures();
    void paletteIsFollowed();
    void savesRealFiles();
    void picturesAreForPaper();
    void unwritablePathIsReported();
    void aFullDiskLeavesTheOldPicture();
    void numbersAreCopied();
    void tableIsShownAndHidden();
    void measureChangesHeights();
    void aThousandthIsSeen_data();
    void aThousandthIsSeen();
    void theScaleStaysWhileDomainsAreSwitched();
    void showsWhatWasBeforeAndWhatWouldBe();
    void movesOnlyWhereTheDesktopMoves();
    void barsAreClickedAndPeriodsDragged();
    void wheelScrollsThePage();

    void versionsFoldTheRest();
    void strangersWordsAreNoFormula();
    void frontierKnowsWhatABudgetBuys();
    void budgetFollowsKeys();
    void budgetFollowsMouse();
    void policyIsADotOnTheFrontier();
    void frontierLabelsKeepApart_data();
    void frontierLabelsKeepApart();
    void emptyFrontierOffersNothing();
    void shareBarTellsShares();
};

void TestCharts::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestCharts::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

void TestCharts::outcomeIsDrawnInItsColours()
{
    OutcomeChart chart;
    chart.setOutcome(firstOfNovember, {outcome(500, 300, 0, 0), outcome(500, 300, 0, 0)});
    show(chart);
    const QImage image = chart.grab().toImage();
    const int blue = pixelsOf(image, style::color(style::Role::Accepted, chart.palette()));
    const int vermilion = pixelsOf(image, style::color(style::Role::LostLegitimate, chart.palette()));
    QVERIFY2(blue > 5000, qPrintable(QString::number(blue)));
    QVERIFY2(vermilion > 1000, qPrintable(QString::number(vermilion)));
    QVERIFY(blue > vermilion);

    chart.setOutcome(firstOfNovember, {outcome(800, 0, 0, 0), outcome(800, 0, 0, 0)});
    QTRY_COMPARE(
        pixelsOf(chart.grab().toImage(), style::color(style::Role::LostLegitimate, chart.palette())) < 200, true);
}

void TestCharts::tableTwinHasTheNumbers()
{
    OutcomeChart chart;
    const QAbstractItemModelTester tester(chart.table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.setOutcome(firstOfNovember, month());
    QCOMPARE(chart.table()->rowCount(), 30);
    QCOMPARE(chart.csv().section(u'\n', 0, 0), u"Day,accepted,lost,lost spam,unknown"_s);
    QCOMPARE(chart.csv().section(u'\n', 1, 1), u"2026-11-01,1000,0,0,7"_s);
    QCOMPARE(chart.csv().section(u'\n', 30, 30), u"2026-11-30,1290,29,58,7"_s);
    QCOMPARE(chart.table()->index(29, 1).data().toString(), u"1,290"_s);
    QCOMPARE(chart.table()->index(29, 1).data(Qt::UserRole).toDouble(), 1290.0);
}

void TestCharts::tableTwinKeepsItsPlace()
{
    OutcomeChart chart;
    chart.setOutcome(firstOfNovember, month());
    QSignalSpy reset(chart.table(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(chart.table(), &QAbstractItemModel::dataChanged);
    std::vector<Outcome> days = month();
    days[3] = outcome(1, 2, 3, 4);
    chart.setOutcome(firstOfNovember, days);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(chart.table()->index(3, 2).data(Qt::UserRole).toDouble(), 2.0);
}

void TestCharts::manyDaysBecomeWeeks()
{
    OutcomeChart chart;
    std::vector<Outcome> days(400, outcome(10, 1, 0, 0));
    chart.setOutcome(firstOfNovember, days);
    QCOMPARE(chart.daysPerBar(), 7);
    QCOMPARE(
        chart.itemCount(), 58); // 1 November 2026 is a Sunday: a week with one day in it, then 57 with the other 399
    // The first bar is the week that holds the first day, and has only that one.
    QVERIFY(chart.csv().section(u'\n', 1, 1).startsWith(u"2026-10-26,10,"_s));
    QVERIFY(chart.csv().section(u'\n', 2, 2).startsWith(u"2026-11-02,70,"_s));
    double sum = 0;
    for (int row = 0; row < chart.itemCount(); ++row)
        sum += chart.table()->index(row, 1).data(Qt::UserRole).toDouble();
    QCOMPARE(sum, 4000.0);
}

void TestCharts::longestHistoryStaysDrawable()
{
    OutcomeChart chart;
    chart.setOutcome(0, std::vector<Outcome>(60'000, outcome(1, 0, 0, 0)));
    QVERIFY(chart.itemCount() <= DayBins::maximum);
    QVERIFY(chart.itemCount() > 100);
    show(chart);
    QVERIFY(pixelsOf(chart.grab().toImage(), style::color(style::Role::Accepted, chart.palette())) > 1000);
}

void TestCharts::noDaysNoBars()
{
    OutcomeChart chart;
    chart.setOutcome(0, {});
    QCOMPARE(chart.itemCount(), 0);
    show(chart);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.highlighted(), -1);
    chart.setOutcome(firstOfNovember, month());
    QCOMPARE(chart.itemCount(), 30);
    chart.setHighlighted(29);
    chart.setOutcome(firstOfNovember, {outcome(1, 1, 1, 1)});
    QCOMPARE(chart.highlighted(), -1);
}

void TestCharts::keysMoveTheHighlight()
{
    OutcomeChart chart;
    chart.setOutcome(firstOfNovember, month());
    show(chart);
    chart.setFocus();
    QSignalSpy spy(&chart, &Chart::highlightChanged);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.highlighted(), 0);
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(chart.highlighted(), 29);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.highlighted(), 29);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.highlighted(), 28);
    QVERIFY(chart.itemText(28).contains(u"lost: 28 "_s));
    QVERIFY(chart.itemText(28).contains(u"29"_s)); // the day
    QTest::keyClick(&chart, Qt::Key_Escape);
    QCOMPARE(chart.highlighted(), -1);
    QCOMPARE(spy.count(), 4);
}

void TestCharts::screenReaderHearsFigures()
{
    OutcomeChart chart;
    chart.setOutcome(firstOfNovember, month());
    show(chart);
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&chart);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::Chart);
    QCOMPARE(interface->text(QAccessible::Name), u"Accepted and lost by day"_s);
    QVERIFY(interface->text(QAccessible::Description).contains(u"lost: 435;"_s));
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_End);
    QVERIFY(interface->text(QAccessible::Description).startsWith(chart.itemText(29)));
    chart.setOutcome(firstOfNovember, {outcome(5, 3, 0, 0)});
    QVERIFY(interface->text(QAccessible::Description).contains(u"lost: 3;"_s));
}

void TestCharts::paletteIsFollowed()
{
    OutcomeChart chart;
    chart.setBackgroundRole(QPalette::Base);
    chart.setOutcome(firstOfNovember, {outcome(500, 0, 0, 0)});
    show(chart);
    const QPalette light = chart.palette();
    QVERIFY(!style::isDark(light));
    QVERIFY(pixelsOf(chart.grab().toImage(), light.color(QPalette::Base)) > 10'000);
    chart.setPalette(darkPalette());
    QTRY_VERIFY(pixelsOf(chart.grab().toImage(), QColor(30, 30, 30)) > 10'000);
    QVERIFY(pixelsOf(chart.grab().toImage(), style::color(style::Role::Accepted, darkPalette())) > 3000);
    QVERIFY(pixelsOf(chart.grab().toImage(), light.color(QPalette::Base)) < 500);
}

void TestCharts::savesRealFiles()
{
    QTemporaryDir folder;
    OutcomeChart chart;
    chart.setOutcome(firstOfNovember, month());
    show(chart);
    const QString png = folder.filePath(u"chart.png"_s);
    QVERIFY(chart.savePng(png));
    const QImage image(png);
    QVERIFY(!image.isNull());
    QVERIFY(image.width() >= 1200);
    QVERIFY(pixelsOf(image, style::color(style::Role::Accepted, style::printPalette())) > 20'000);

    const QString pdf = folder.filePath(u"chart.pdf"_s);
    QVERIFY(chart.savePdf(pdf));
    QFile pdfFile(pdf);
    QVERIFY(pdfFile.open(QIODevice::ReadOnly));
    const QByteArray document = pdfFile.readAll();
    QVERIFY(document.startsWith("%PDF-"));
    QVERIFY(document.contains("%%EOF"));
    QVERIFY(document.size() > 4000);

    const QString csv = folder.filePath(u"chart.csv"_s);
    QVERIFY(chart.saveCsv(csv));
    QFile csvFile(csv);
    QVERIFY(csvFile.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(csvFile.readAll()), chart.csv());
    QCOMPARE(chart.csv().count(u'\n'), 31);
}

void TestCharts::picturesAreForPaper()
{
    // From a dark window too: what goes into a report is dark on white. The window stays as it was.
    OutcomeChart chart;
    chart.setPalette(darkPalette());
    chart.setBackgroundRole(QPalette::Base);
    chart.setOutcome(firstOfNovember, month());
    show(chart);
    const QImage before = chart.grab().toImage();
    const QImage picture = chart.picture().toImage();
    QVERIFY(pixelsOf(picture, Qt::white) > picture.width() * picture.height() / 5);
    QTRY_COMPARE(chart.grab().toImage(), before);
}

void TestCharts::unwritablePathIsReported()
{
    OutcomeChart chart;
    chart.setOutcome(firstOfNovember, month());
    QVERIFY(!chart.saveCsv(u"/nonexistent/folder/chart.csv"_s));
    QVERIFY(!chart.savePng(u"/nonexistent/folder/chart.png"_s));
    QVERIFY(!chart.savePdf(u"/nonexistent/folder/chart.pdf"_s));
}

void TestCharts::aFullDiskLeavesTheOldPicture()
{
    const QTemporaryDir folder;
    OutcomeChart chart;
    chart.setOutcome(firstOfNovember, month());
    show(chart);
    const QString path = folder.filePath(u"picture"_s);
    for (const auto save : {&OutcomeChart::savePng, &OutcomeChart::savePdf}) {
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        {
            const test::FullDisk disk(500);
            if (!disk.works())
                QSKIP("no limit on file sizes here");
            QVERIFY(!(chart.*save)(path));
            QVERIFY(!chart.saveCsv(path));
        }
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
        QVERIFY((chart.*save)(path));
        QVERIFY(QFileInfo(path).size() > 1000);
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"picture"_s});
}

void TestCharts::numbersAreCopied()
{
    OutcomeChart chart;
    chart.setOutcome(firstOfNovember, month());
    show(chart);
    QAction* copy = nullptr;
    const QList<QAction*> actions = chart.menu()->actions();
    for (QAction* action : actions) {
        if (action->text() == u"Copy Numbers"_s)
            copy = action;
    }
    QVERIFY(copy);
    copy->trigger();
    QCOMPARE(QApplication::clipboard()->text().section(u'\n', 2, 2), u"2026-11-02\t1010\t1\t2\t7"_s);
}

void TestCharts::tableIsShownAndHidden()
{
    OutcomeChart chart;
    chart.setOutcome(firstOfNovember, month());
    show(chart);
    QVERIFY(!chart.isTableShown());
    chart.menu()->actions().constLast()->trigger();
    QVERIFY(chart.isTableShown());
    auto* view = chart.findChild<QTableView*>();
    QVERIFY(view && view->isVisible());
    QCOMPARE(view->model()->rowCount(), 30);
    QCOMPARE(view->accessibleName(), chart.title());
    chart.setTableShown(false);
    QVERIFY(!view->isVisible());
    QVERIFY(!chart.menu()->actions().constLast()->isChecked());
}

void TestCharts::measureChangesHeights()
{
    OutcomeChart chart;
    chart.setOutcome(firstOfNovember, {outcome(990, 10, 0, 0), outcome(99, 1, 0, 0)});
    show(chart);
    const QColor blue = style::color(style::Role::Accepted, chart.palette());
    const int small = pixelsOf(chart.grab().toImage(), blue);
    QSignalSpy spy(&chart, &OutcomeChart::measureChanged);
    chart.setMeasure(OutcomeChart::Measure::Share); // both days are equally high now
    QCOMPARE(spy.count(), 1);
    QTRY_VERIFY(pixelsOf(chart.grab().toImage(), blue) > small * 3 / 2);
    QVERIFY(chart.itemText(1).contains(u"1.0\u00a0%"_s));
}

void TestCharts::aThousandthIsSeen_data()
{
    QTest::addColumn<OutcomeChart::Measure>("measure");
    QTest::newRow("messages") << OutcomeChart::Measure::Messages;
    QTest::newRow("percent") << OutcomeChart::Measure::Share;
}

void TestCharts::aThousandthIsSeen()
{
    QFETCH(OutcomeChart::Measure, measure);
    std::vector<Outcome> days(30, outcome(10'000, 0, 0, 0));
    OutcomeChart chart;
    chart.setMeasure(measure);
    chart.setOutcome(firstOfNovember, days);
    show(chart);
    const QColor vermilion = style::color(style::Role::LostLegitimate, chart.palette());
    QCOMPARE(pixelsOf(chart.grab().toImage().copy(0, 90, 600, 250), vermilion), 0); // below the legend
    // 10 of 10 000 on each day, and a single message of all on the last.
    for (Outcome& day : days)
        day = outcome(9'990, 10, 0, 0);
    days.back() = outcome(9'999, 1, 0, 0);
    chart.setOutcome(firstOfNovember, days);
    QTRY_VERIFY(pixelsOf(chart.grab().toImage().copy(0, 90, 600, 250), vermilion) > 2'000);
    const QImage image = chart.grab().toImage();
    // The last bar: two pixels at least, of the width of a bar.
    QVERIFY(pixelsOf(image.copy(560, 90, 40, 250), vermilion) >= 2 * 5);
}

void TestCharts::theScaleStaysWhileDomainsAreSwitched()
{
    OutcomeChart chart;
    std::vector<Outcome> none(30, outcome(1'000, 0, 0, 0));
    std::vector<Outcome> some(30, outcome(990, 10, 0, 0));
    std::vector<Outcome> fewer(30, outcome(999, 1, 0, 0));
    std::vector<Outcome> many(30, outcome(500, 500, 0, 0));
    chart.setOutcome(firstOfNovember, none);
    show(chart);
    chart.change(some, none, false);
    // The room below is 1.4 × 1 000 high, 82 % of it for bars: 1 148 / 10 = 114.8, so × 100.
    QCOMPARE(chart.lossFactor(), 100.0);
    chart.change(fewer, some, false);
    QCOMPARE(chart.lossFactor(), 100.0);
    chart.change(many, fewer, false); // would leave the chart: 1 148 / 500 = 2.3
    QCOMPARE(chart.lossFactor(), 2.0);
    chart.change(fewer, many, false);
    QCOMPARE(chart.lossFactor(), 2.0);
    chart.change(fewer, fewer, true); // a step of many domains may look again: 1 148 / 1
    QCOMPARE(chart.lossFactor(), 1000.0);
}

void TestCharts::showsWhatWasBeforeAndWhatWouldBe()
{
    OutcomeChart chart;
    const std::vector<Outcome> none(10, outcome(1'000, 0, 0, 0));
    std::vector<Outcome> some = none;
    some[3] = outcome(950, 50, 0, 0);
    chart.setOutcome(firstOfNovember, none);
    show(chart);
    const QColor ink = chart.palette().color(QPalette::Text);
    const auto inkIn = [&] { return pixelsOf(chart.grab().toImage().copy(0, 90, 600, 220), ink); };
    QTRY_VERIFY(!chart.isMoving());
    const int plain = inkIn();
    chart.change(some, none, false);
    QTRY_VERIFY(!chart.isMoving());
    const int outlined = inkIn();
    QVERIFY2(outlined > plain + 40, qPrintable(u"%1 %2"_s.arg(plain).arg(outlined))); // round one bar
    chart.setPreview(OutcomeChart::Preview{u"bank.example: +20"_s, {{firstOfNovember + 7, 20, 0}}});
    QCOMPARE(chart.previewText(), u"bank.example: +20"_s);
    QTRY_VERIFY(inkIn() > outlined + 10);
    chart.setPreview({});
    QTRY_COMPARE(inkIn(), outlined);
    chart.change(some, {}, false);
    QTRY_COMPARE(inkIn(), plain);
}

void TestCharts::movesOnlyWhereTheDesktopMoves()
{
    class Still : public QProxyStyle
    {
    public:
        int styleHint(
            StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override
        {
            if (hint == SH_Widget_Animation_Duration)
                return duration;
            return QProxyStyle::styleHint(hint, option, widget, data);
        }
        int duration = 0;
    };
    Still style;
    OutcomeChart chart;
    chart.setStyle(&style);
    const std::vector<Outcome> none(10, outcome(1'000, 0, 0, 0));
    const std::vector<Outcome> some(10, outcome(950, 50, 0, 0));
    chart.setOutcome(firstOfNovember, none);
    show(chart);
    chart.change(some, none, false);
    QVERIFY(!chart.isMoving());
    style.duration = 200;
    chart.change(none, some, false);
    QVERIFY(chart.isMoving());
    QTRY_VERIFY(!chart.isMoving());
}

void TestCharts::barsAreClickedAndPeriodsDragged()
{
    OutcomeChart chart;
    chart.setOutcome(firstOfNovember, month());
    show(chart);
    QSignalSpy activated(&chart, &OutcomeChart::daysActivated);
    QSignalSpy dragged(&chart, &OutcomeChart::periodDragged);
    QWidget* plot = nullptr;
    for (QWidget* child : chart.findChildren<QWidget*>()) {
        if (child->inherits("QCustomPlot"))
            plot = child;
    }
    QVERIFY(plot != nullptr);
    chart.setFocus();
    chart.setHighlighted(4);
    QTest::keyClick(&chart, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<Day>(), Day(firstOfNovember + 4));
    QCOMPARE(activated.first().last().value<Day>(), Day(firstOfNovember + 4));

    const QPoint first(plot->width() / 3, plot->height() / 2);
    const QPoint last(plot->width() * 2 / 3, plot->height() / 2);
    QTest::mouseClick(plot, Qt::LeftButton, {}, first);
    QCOMPARE(activated.size(), 2);
    const Day from = activated.at(1).first().value<Day>();
    QTest::mouseClick(plot, Qt::LeftButton, {}, last);
    QCOMPARE(activated.size(), 3);
    const Day to = activated.at(2).first().value<Day>();
    QVERIFY(from < to);
    QTest::mousePress(plot, Qt::LeftButton, {}, last); // backwards as well
    QTest::mouseMove(plot, (first + last) / 2);
    QTest::mouseMove(plot, first);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, first);
    QCOMPARE(dragged.size(), 1);
    QCOMPARE(dragged.first().first().value<Day>(), from);
    QCOMPARE(dragged.first().last().value<Day>(), to);
    QCOMPARE(activated.size(), 3); // a drag is no click
    QTest::mousePress(plot, Qt::LeftButton, {}, first);
    QTest::mouseMove(plot, last);
    QTest::keyClick(&chart, Qt::Key_Escape);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, last);
    QCOMPARE(dragged.size(), 1);
}

void TestCharts::wheelScrollsThePage()
{
    QScrollArea area;
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    for (int i = 0; i < 3; ++i) {
        auto* chart = new OutcomeChart;
        chart->setOutcome(firstOfNovember, month());
        chart->setMinimumHeight(300);
        column->addWidget(chart);
    }
    area.setWidget(content);
    area.setWidgetResizable(true);
    show(area, {500, 320});
    QTRY_VERIFY(area.verticalScrollBar()->maximum() > 0);
    QWidget* under = area.childAt(250, 160);
    QVERIFY(under);
    const QPointF position = under->mapFrom(&area, QPoint(250, 160));
    QWheelEvent wheel(
        position, under->mapToGlobal(position), {}, {0, -240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&wheel); // as from a real wheel: only such events travel up
    qApp->notify(under, &wheel);
    QTRY_VERIFY(area.verticalScrollBar()->value() > 0);
}

void TestCharts::versionsFoldTheRest()
{
    VersionChart chart;
    chart.setTitle(u"Ciphers"_s);
    const QAbstractItemModelTester tester(chart.table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<VersionChart::Row> rows;
    for (std::uint64_t i = 0; i < 12; ++i)
        rows.push_back({u"cipher-%1"_s.arg(i), 100 - i, style::Role::Accepted});
    chart.setRows(u"Cipher"_s, rows);
    QCOMPARE(chart.itemCount(), VersionChart::maximumRows);
    QCOMPARE(chart.table()->rowCount(), 12); // the table has them all
    QVERIFY(chart.itemText(7).contains(u"455")); // 93 + 92 + 91 + 90 + 89
    QVERIFY(chart.accessibleDescription().contains(u"cipher-0: 100 messages"_s));
    show(chart);
    QVERIFY(pixelsOf(chart.grab().toImage(), style::color(style::Role::Accepted, chart.palette())) > 3000);

    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Down);
    QTest::keyClick(&chart, Qt::Key_Down);
    QCOMPARE(chart.highlighted(), 1);

    chart.setRows(u"Cipher"_s, {});
    QCOMPARE(chart.itemCount(), 0);
    QCOMPARE(chart.highlighted(), -1);
}

void TestCharts::strangersWordsAreNoFormula()
{
    VersionChart chart;
    chart.setRows(
        u"Cipher"_s, {{u"=HYPERLINK(\"x\")"_s, 3, style::Role::Accepted}, {u"a,b\nc"_s, 2, style::Role::Accepted}});
    QVERIFY(chart.csv().contains(u"\"'=HYPERLINK(\"\"x\"\")\",3,60.00\n"_s));
    QVERIFY(chart.csv().contains(u"\"a,b\nc\",2,40.00\n"_s));
    QVERIFY(chart.table()->tabbed().contains(u"a,b c\t2\t40.00\n"_s));
}

void TestCharts::frontierKnowsWhatABudgetBuys()
{
    FrontierChart chart;
    const QAbstractItemModelTester tester(chart.table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.setFrontier(knownFrontier());
    QCOMPARE(chart.coveredBy(0), 0.45);
    QCOMPARE(chart.domainsWithin(0), std::size_t{2});
    QCOMPARE(chart.coveredBy(0.0039), 0.6);
    QCOMPARE(chart.coveredBy(0.004), 0.7);
    QCOMPARE(chart.domainsWithin(1), std::size_t{5});
    QCOMPARE(chart.table()->rowCount(), 4); // the two that cost nothing are one point of the curve
    QSignalSpy changed(&chart, &FrontierChart::budgetChanged);
    chart.setBudget(0.004);
    QCOMPARE(changed.count(), 0); // only the user's moves are told
    QVERIFY(chart.accessibleDescription().contains(u"0.40"_s));
    QVERIFY(chart.accessibleDescription().contains(u"70.0"_s));
    show(chart);
    QVERIFY(pixelsOf(chart.grab().toImage(), style::color(style::Role::LostLegitimate, chart.palette()))
        > 80); // the handle
}

void TestCharts::budgetFollowsKeys()
{
    FrontierChart chart;
    chart.setFrontier(knownFrontier());
    chart.setBudget(0.002);
    show(chart);
    chart.setFocus();
    QSignalSpy changed(&chart, &FrontierChart::budgetChanged);
    QSignalSpy committed(&chart, &FrontierChart::budgetCommitted);
    const double step = chart.step();
    QVERIFY(step > 0 && step < 0.001);
    QTest::keyPress(&chart, Qt::Key_Right);
    QTest::keyPress(&chart, Qt::Key_Right);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(committed.count(), 0);
    QTest::keyRelease(&chart, Qt::Key_Right);
    QCOMPARE(committed.count(), 1);
    QVERIFY(qAbs(chart.budget() - (0.002 + 2 * step)) < 1e-9);
    QTest::keyClick(&chart, Qt::Key_Home);
    QCOMPARE(chart.budget(), 0.0);
    QTest::keyClick(&chart, Qt::Key_Left); // nothing below nothing
    QCOMPARE(chart.budget(), 0.0);
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(chart.budget(), 0.01);
    QCOMPARE(committed.constLast().constFirst().toDouble(), 0.01);
}

void TestCharts::budgetFollowsMouse()
{
    FrontierChart chart;
    chart.setFrontier(knownFrontier());
    chart.setBudget(0.002);
    show(chart);
    QSignalSpy changed(&chart, &FrontierChart::budgetChanged);
    QSignalSpy committed(&chart, &FrontierChart::budgetCommitted);
    QWidget* plot = chart.childAt(chart.width() / 2, chart.height() / 2);
    QVERIFY(plot);
    const QPoint handle = chart.handlePosition().toPoint();
    // A click beside the handle changes nothing: it has to be grabbed.
    QTest::mouseClick(plot, Qt::LeftButton, {}, handle + QPoint(60, 0));
    QCOMPARE(chart.budget(), 0.002);
    QTest::mousePress(plot, Qt::LeftButton, {}, handle);
    QCOMPARE(changed.count(), 0);
    QTest::mouseMove(plot, handle + QPoint(60, 0));
    QTRY_VERIFY(chart.budget() > 0.002);
    QCOMPARE(committed.count(), 0);
    QTest::mouseMove(plot, handle + QPoint(90, 0));
    QVERIFY(changed.count() >= 2);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, handle + QPoint(90, 0));
    QCOMPARE(committed.count(), 1);
    QCOMPARE(committed.constFirst().constFirst().toDouble(), chart.budget());
}

void TestCharts::policyIsADotOnTheFrontier()
{
    FrontierChart chart;
    chart.setFrontier(knownFrontier(), [](std::uint32_t row) { return u"domain-%1.example"_s.arg(row); });
    show(chart);
    const auto text = [&](const QString& begin) {
        for (const auto& [label, place] : chart.labels()) {
            if (label.startsWith(begin))
                return label;
        }
        return QString();
    };
    QVERIFY(text(u"your policy"_s).isEmpty());
    chart.setPolicy(FrontierChart::Standing{0.004, 0.5});
    QCOMPARE(text(u"your policy"_s), u"your policy 50.0\u00a0%"_s);
    QCOMPARE(text(u"best for this loss"_s), u"best for this loss 70.0\u00a0%"_s); // what a budget of 0.4 % buys
    QVERIFY(chart.accessibleDescription().contains(u"Your policy protects 50.0"_s));
    chart.setPolicy(FrontierChart::Standing{0.004, 0.7}, FrontierChart::Standing{0.004, 0.5});
    QVERIFY(text(u"best for this loss"_s).isEmpty()); // it is the best
    QVERIFY(text(u"require all"_s).contains(u"RFC 3207"_s));
    chart.setQuotesRfc(false); // on the way out
    QVERIFY(!text(u"require all"_s).isEmpty() && !text(u"require all"_s).contains(u"RFC"_s));
    QVERIFY(!text(u"domain-"_s).isEmpty()); // the large steps bear names
}

void TestCharts::frontierLabelsKeepApart_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("budget");
    QTest::addColumn<double>("cost");
    QTest::addColumn<double>("covered");
    for (const QSize size : {QSize(300, 150), QSize(420, 200), QSize(560, 240), QSize(900, 420)}) {
        for (const double budget : {0.0, 0.001, 0.004, 0.0098, 1.0}) {
            for (const double cost : {0.0, 0.0009, 0.004, 0.0101, 0.5})
                QTest::addRow("%dx%d budget %g policy %g", size.width(), size.height(), budget, cost)
                    << size << budget << cost << (cost < 0.002 ? 0.0 : 0.3);
        }
    }
}

/** Wherever handle and policy stand, no label covers another one or is cut, and the two most important are there. */
void TestCharts::frontierLabelsKeepApart()
{
    QFETCH(QSize, size);
    QFETCH(double, budget);
    QFETCH(double, cost);
    QFETCH(double, covered);
    FrontierChart chart;
    chart.setFrontier(knownFrontier(), [](std::uint32_t row) { return u"domain-%1.example"_s.arg(row); });
    chart.setBudget(budget);
    chart.setPolicy(FrontierChart::Standing{cost, covered});
    chart.setKept(FrontierChart::Standing{cost / 2, covered / 2}, u"A"_s);
    show(chart, size);
    const auto labels = chart.labels();
    if (size.height() > 180) { // lower, the marks themselves may take all the room
        QVERIFY(labels.size() >= 2);
        QVERIFY(labels.first().first.startsWith(u"your policy"_s));
    }
    for (qsizetype i = 0; i < labels.size(); ++i) {
        QVERIFY(QRectF(QPointF(), size).contains(labels[i].second));
        for (qsizetype k = 0; k < i; ++k)
            QVERIFY2(!labels[i].second.intersects(labels[k].second),
                qPrintable(labels[i].first + u" / "_s + labels[k].first));
    }
    // The handle is whole, also where the curve begins and ends: a disc of 13 pixels within its light edge.
    const int seen = pixelsOf(chart.grab().toImage(), style::color(style::Role::LostLegitimate, chart.palette()));
    QVERIFY2(seen > 70, qPrintable(QString::number(seen)));
}

void TestCharts::emptyFrontierOffersNothing()
{
    FrontierChart chart;
    chart.setFrontier({});
    show(chart);
    QSignalSpy changed(&chart, &FrontierChart::budgetChanged);
    QTest::keyClick(&chart, Qt::Key_Right);
    QWidget* plot = chart.childAt(chart.width() / 2, chart.height() / 2);
    QTest::mouseClick(plot, Qt::LeftButton);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(chart.coveredBy(1), 0.0);
    QVERIFY(!chart.accessibleDescription().isEmpty());
}

void TestCharts::shareBarTellsShares()
{
    ShareBar bar;
    bar.setParts({{u"accepted"_s, style::Role::Accepted, 997}, {u"lost"_s, style::Role::LostLegitimate, 3}});
    QCOMPARE(bar.accessibleDescription(), u"accepted 99.7\u00a0%, lost 0.30\u00a0%"_s);
    show(bar, {400, bar.heightForWidth(400)});
    // Three in a thousand of 400 pixels would be one; it is made wide enough to be seen.
    QVERIFY(pixelsOf(bar.grab().toImage().copy(0, 0, 400, 18), style::color(style::Role::LostLegitimate, bar.palette()))
        > 15);
    QVERIFY(bar.heightForWidth(120) > bar.heightForWidth(400)); // the legend wraps
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
