// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporter.h"
#include "samplefacts.h"
#include "widgets/controls/messagebar.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/document/document.h"
#include "widgets/document/forecaster.h"
#include "widgets/pages/exportpanel.h"
#include "widgets/pages/figuretable.h"
#include "widgets/pages/filepreview.h"
#include "widgets/pages/planpage.h"
#include "widgets/pages/statementlist.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

constexpr Requirement encrypt{Level::Encrypt, TlsVersion::Unknown};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/** The page on screen, over the sample facts. */
struct Fixture
{
    Document document;
    Forecaster forecaster{&document};
    PlanPage page{&document, &forecaster};
    ExportPanel* panel = page.exportPanel();
    FilePreview* preview = page.findChild<FilePreview*>();
    QListWidget* files = page.findChild<QListWidget*>(u"exportFiles"_s);
    QPushButton* writeButton = page.findChild<QPushButton*>(u"exportWrite"_s);
    MessageBar* message = page.findChild<MessageBar*>(u"exportMessage"_s);

    explicit Fixture(bool required = true)
    {
        document.setImport(sample::import());
        if (required)
            document.require(Direction::Inbound, {{"bank.example", true}, {"fax.example", false}}, encrypt);
        page.resize(1180, 660);
        page.show();
    }
    void setDirection(Direction direction)
    {
        forecaster.setDirection(direction);
        page.setDirection(direction);
    }
    bool waitForPlan() const
    {
        return QTest::qWaitFor([this] { return writeButton->isEnabled() && preview->isComplete(); });
    }
    QString label(const QString& name) const { return page.findChild<QLabel*>(name)->text(); }
    QString statements(const QString& name) const { return page.findChild<StatementList*>(name)->text(); }
    void trigger(const QString& action) const
    {
        auto* found = page.findChild<QAction*>(action);
        QVERIFY(found);
        found->trigger();
    }
};

} // namespace

class TestPlanPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void nothingRequiredOffersNoLoss()
    {
        Fixture f(false);
        QCOMPARE(f.label(u"planHeadline"_s), u"Nothing is required yet"_s);
        auto* apply = f.page.findChild<QPushButton*>(u"planApply"_s);
        QTRY_VERIFY(apply->isVisible());
        // partner.example 60, old.example 30, news.bank.example 10 used TLS for everything.
        QVERIFY2(f.label(u"planSuggestion"_s).startsWith(u"3 "_s), qPrintable(f.label(u"planSuggestion"_s)));
        QVERIFY(!f.writeButton->isEnabled());
        QTRY_VERIFY(f.page.findChild<QLabel*>(u"exportProblem"_s)->isVisible());

        QTest::mouseClick(apply, Qt::LeftButton);
        const Simulation& simulation = f.document.simulation(Direction::Inbound);
        QCOMPARE(simulation.policy().rows.size(), std::size_t{3});
        QCOMPARE(simulation.outcome().lostWanted(), 0U);
        QTRY_VERIFY(!apply->isEnabled()); // in force
        QVERIFY(f.waitForPlan());
        f.document.undoStack()->undo();
        QTRY_COMPARE(f.label(u"planHeadline"_s), u"Nothing is required yet"_s);
        QTRY_VERIFY(!f.writeButton->isEnabled());
    }

    void adviceTellsTheFigures()
    {
        Fixture f;
        // bank.example 2 of 100 and all 40 of fax.example; news.bank.example is below bank.example and loses nothing.
        QTRY_VERIFY(f.label(u"planHeadline"_s).startsWith(u"3 "_s));
        QVERIFY(f.label(u"planSubtitle"_s).contains(u"16.2\u00a0% lost"_s)); // 42 of 260 that are no spam
        QVERIFY(f.statements(u"planCost"_s).startsWith(u"42 of 310 messages lost: 0 legitimate, 0 spam, 42 that"_s));
        QVERIFY(f.statements(u"planCost"_s).contains(u"40 from hosts that have never met the requirement"_s));
        QVERIFY(f.statements(u"planCost"_s).contains(u"2 from hosts that meet it at other times"_s));
        // 98 + 10 of the 260 that are not spam.
        QVERIFY(f.label(u"planProtects"_s).startsWith(u"41.5\u00a0% of the wanted mail, 108 "_s));
        QAbstractItemModel* losers = f.page.findChild<FigureView*>(u"planLosers"_s)->model();
        QCOMPARE(losers->rowCount(), 2);
        QCOMPARE(losers->index(0, 0).data().toString(), u"fax.example"_s);
        QCOMPARE(losers->index(0, 1).data().toString(), u"40"_s);
        QCOMPARE(losers->index(1, 1).data().toString(), u"2"_s);
        QTRY_VERIFY(f.label(u"planForecast"_s).contains(u"Expected in the next period"_s));
    }

    void recommendsWithinTheBudgetAndSaysWhy()
    {
        Fixture f(false);
        auto* within = f.page.findChild<QPushButton*>(u"planApplyBudget"_s);
        auto* noLoss = f.page.findChild<QPushButton*>(u"planApply"_s);
        QTRY_VERIFY(noLoss->isVisible());
        f.page.setBudget(0);
        QVERIFY(!within->isVisible()); // nobody is free
        // fax.example and spam.example's wanted mail never came over TLS; the null sender is no domain.
        const QString reasons = f.statements(u"planReasons"_s);
        QVERIFY2(reasons.contains(u"4 out: they must be expected to lose more than the budget allows."_s),
            qPrintable(reasons));
        QVERIFY2(reasons.contains(u"2 out: fewer than three messages, no wanted mail over TLS"_s), qPrintable(reasons));
        QVERIFY2(reasons.contains(u"1 out: never seen over TLS."_s), qPrintable(reasons));

        f.page.setBudget(0.5); // all who ever used TLS, bank.example with its 2 lost messages among them
        QVERIFY(within->isVisible());
        QVERIFY2(f.label(u"planWithin"_s).contains(u"buys 4 "_s), qPrintable(f.label(u"planWithin"_s)));
        QTest::mouseClick(within, Qt::LeftButton);
        const Simulation& simulation = f.document.simulation(Direction::Inbound);
        QCOMPARE(simulation.policy().rows.size(), std::size_t{4});
        QCOMPARE(simulation.outcome().lostWanted(), 2U);
        QTRY_VERIFY(!within->isEnabled());
        QVERIFY(noLoss->isEnabled());
        f.document.undoStack()->undo();
        QTRY_VERIFY(within->isEnabled());
    }

    void forecastIsCheckedOnTheLogsThemselves()
    {
        Document document;
        ImportResult result = sample::import();
        FactTable facts;
        sample::Filler fill(facts);
        for (int i = 0; i < 8; ++i) { // as much in each half of the month: what is foretold comes true
            const std::string domain = "sender" + std::to_string(i) + ".example";
            fill.add(domain, 300, sample::tls(TlsVersion::Tls13), "192.0.2.1");
            fill.add(domain, 30, sample::plaintext(), "192.0.2.2");
        }
        result.facts = std::make_shared<const FactTable>(std::move(facts));
        document.setImport(std::move(result));
        document.setDefaultRequirement(Direction::Inbound, encrypt);
        Forecaster forecaster(&document);
        PlanPage page(&document, &forecaster);
        page.show();
        const auto* text = page.findChild<QLabel*>(u"planForecast"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(text->text().contains(u"Checked on these logs"_s), qPrintable(text->text()), 20'000);
        // 240 of 2 640 are lost, in each half.
        QVERIFY2(text->text().contains(u"and 9.1\u00a0% came"_s), qPrintable(text->text()));
    }

    void adviceFollowsThePolicy()
    {
        Fixture f;
        QTRY_VERIFY(f.label(u"planSubtitle"_s).contains(u"16.2"_s));
        f.document.require(Direction::Inbound, {{"fax.example", false}}, {});
        QTRY_VERIFY(f.label(u"planSubtitle"_s).contains(u"0.77\u00a0% lost"_s)); // 2 of 260
        f.document.setDefaultRequirement(Direction::Inbound, encrypt);
        QTRY_COMPARE(f.label(u"planHeadline"_s), u"Everybody must use TLS"_s);
        QVERIFY(f.statements(u"planStandard"_s).contains(u"RFC 3207, section 4"_s));
    }

    void stagesAreForTheDirection()
    {
        Fixture f;
        QVERIFY(f.statements(u"planStages"_s).contains(u"reject_warning"_s));
        QVERIFY(f.statements(u"planStages"_s).contains(u"4xx"_s));
        QVERIFY(f.statements(u"planStandard"_s).contains(u"TLS-RPT"_s));
        f.setDirection(Direction::Outbound);
        QTRY_VERIFY(f.statements(u"planStages"_s).contains(u"maximal_queue_lifetime"_s));
        f.setDirection(Direction::Submission);
        QTRY_VERIFY(f.statements(u"planStandard"_s).contains(u"RFC 8314"_s));
        QTRY_VERIFY(f.page.findChild<QLabel*>(u"exportProblem"_s)->isVisible());
    }

    void previewIsWhatIsWritten()
    {
        Fixture f;
        QVERIFY(f.waitForPlan());
        QVERIFY(f.panel->plan().files.size() >= 2);
        QCOMPARE(static_cast<std::size_t>(f.files->count()), f.panel->plan().files.size());
        // What is on screen, file by file, as a reader sees it.
        QMap<QString, QByteArray> seen;
        for (int i = 0; i < f.files->count(); ++i) {
            f.files->setCurrentRow(i);
            QTRY_VERIFY(f.preview->isComplete());
            seen.insert(f.files->item(i)->text(), f.preview->toPlainText().toUtf8());
        }
        QTemporaryDir folder;
        QSignalSpy written(f.panel, &ExportPanel::written);
        f.panel->writeTo(folder.path());
        QCOMPARE(written.count(), 1);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), seen.size());
        for (auto it = seen.cbegin(); it != seen.cend(); ++it)
            QCOMPARE(contentOf(folder.filePath(it.key())), it.value());
        QVERIFY(f.message->text().contains(folder.path()));
        QVERIFY(std::any_of(
            seen.cbegin(), seen.cend(), [](const QByteArray& text) { return text.contains("fax.example"); }));
    }

    void nothingIsWrittenBeforeAPreview()
    {
        QTemporaryDir folder;
        Document document;
        document.setImport(sample::import());
        document.require(Direction::Inbound, {{"fax.example", false}}, encrypt);
        Forecaster forecaster(&document);
        PlanPage page(&document, &forecaster); // not on screen: nobody has seen a preview
        page.exportPanel()->writeTo(folder.path());
        QVERIFY(QDir(folder.path()).isEmpty());
        QVERIFY(!page.findChild<QPushButton*>(u"exportWrite"_s)->isEnabled());

        Fixture f;
        QVERIFY(f.waitForPlan());
        f.document.require(Direction::Inbound, {{"partner.example", false}}, encrypt);
        QVERIFY(!f.writeButton->isEnabled()); // the preview is of an older policy
        f.panel->writeTo(folder.path());
        QVERIFY(QDir(folder.path()).isEmpty());
        QVERIFY(f.waitForPlan());
        f.panel->writeTo(folder.path());
        QVERIFY(!QDir(folder.path()).isEmpty());
    }

    void neverOverwritesSilently()
    {
        Fixture f;
        QVERIFY(f.waitForPlan());
        QTemporaryDir folder;
        const QString first = f.panel->plan().files.front().name;
        writeFile(folder.filePath(first), "mine");
        QSignalSpy written(f.panel, &ExportPanel::written);
        f.panel->writeTo(folder.path());
        QCOMPARE(written.count(), 0);
        QVERIFY(f.panel->isAsking());
        QVERIFY(f.message->text().contains(folder.path()));
        QCOMPARE(contentOf(folder.filePath(first)), QByteArray("mine"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // all or nothing

        // Keep: nothing happens.
        auto buttons = f.message->findChildren<QToolButton*>();
        const auto keep = std::find_if(
            buttons.begin(), buttons.end(), [](const QToolButton* b) { return b->text() == u"Keep Them"_s; });
        QVERIFY(keep != buttons.end());
        QTest::mouseClick(*keep, Qt::LeftButton);
        QVERIFY(!f.panel->isAsking());
        QCOMPARE(contentOf(folder.filePath(first)), QByteArray("mine"));
        f.trigger(u"exportOverwrite"_s); // an answer without a question
        QCOMPARE(contentOf(folder.filePath(first)), QByteArray("mine"));

        // Overwrite: asked again, answered, done.
        f.panel->writeTo(folder.path());
        QVERIFY(f.panel->isAsking());
        buttons = f.message->findChildren<QToolButton*>();
        const auto overwrite = std::find_if(
            buttons.begin(), buttons.end(), [](const QToolButton* b) { return b->text() == u"Overwrite"_s; });
        QVERIFY(overwrite != buttons.end());
        QTest::mouseClick(*overwrite, Qt::LeftButton);
        QCOMPARE(written.count(), 1);
        QCOMPARE(contentOf(folder.filePath(first)), f.panel->plan().files.front().content);
    }

    void questionEndsWhenThePolicyChanges()
    {
        Fixture f;
        QVERIFY(f.waitForPlan());
        QTemporaryDir folder;
        const QString first = f.panel->plan().files.front().name;
        writeFile(folder.filePath(first), "mine");
        f.panel->writeTo(folder.path());
        QVERIFY(f.panel->isAsking());
        f.document.undoStack()->undo();
        QTRY_VERIFY(!f.panel->isAsking());
        f.trigger(u"exportOverwrite"_s);
        QCOMPARE(contentOf(folder.filePath(first)), QByteArray("mine"));
    }

    void unwritableFolderIsSaid()
    {
        Fixture f;
        QVERIFY(f.waitForPlan());
        QTemporaryDir folder;
        writeFile(folder.filePath(u"file"_s), "not a folder");
        f.panel->writeTo(folder.filePath(u"file"_s));
        QVERIFY(!f.message->text().isEmpty());
        QVERIFY(f.message->kind() != MessageBar::Kind::Information);
    }

    void optionsReachTheFiles()
    {
        Fixture f;
        QVERIFY(f.waitForPlan());
        const auto all = [&f] {
            QByteArray text;
            for (const ExportFile& file : f.panel->plan().files)
                text += file.content;
            return text;
        };
        QVERIFY(all().contains("warn_if_reject"));
        QVERIFY(all().contains("hash:/etc/postfix/"));
        auto* mode = f.page.findChild<SegmentedControl*>(u"exportMode"_s);
        QTest::mouseClick(mode->button(1), Qt::LeftButton);
        QVERIFY(f.waitForPlan());
        QVERIFY(!all().contains("= warn_if_reject"));
        f.page.findChild<QComboBox*>(u"exportOption-map-type"_s)->setCurrentText(u"lmdb"_s);
        f.page.findChild<QLineEdit*>(u"exportOption-server-directory"_s)->setText(u"/srv/mx/etc"_s);
        QVERIFY(f.waitForPlan());
        QVERIFY(all().contains("lmdb:/srv/mx/etc/"));
        QVERIFY(!all().contains("hash:"));

        // The files are those that the command line writes, to the byte, whatever the type; and what is shown is what
        // is in them.
        auto* files = f.page.findChild<QListWidget*>(u"exportFiles"_s);
        auto* preview = f.page.findChild<FilePreview*>(u"exportPreview"_s);
        for (const QString& type : exportMapTypes()) {
            f.page.findChild<QComboBox*>(u"exportOption-map-type"_s)->setCurrentText(type);
            QVERIFY(f.waitForPlan());
            ExportRequest request = exportRequest(
                f.document.simulation(Direction::Inbound), f.document.times().first, f.document.times().second);
            request.audit = false;
            request.mapType = type;
            request.directory = u"/srv/mx/etc"_s;
            static const QRegularExpression when(u"Made [-0-9: ]* UTC"_s);
            const auto made = [](const QByteArray& text) { return QString::fromUtf8(text).remove(when); };
            const auto plan = exportPostfix(request);
            QVERIFY(plan);
            QCOMPARE(plan->files.size(), f.panel->plan().files.size());
            for (std::size_t i = 0; i < plan->files.size(); ++i) {
                QCOMPARE(f.panel->plan().files[i].name, plan->files[i].name);
                // The minute in which the files were made may have passed.
                QCOMPARE(made(f.panel->plan().files[i].content), made(plan->files[i].content));
                files->setCurrentRow(static_cast<int>(i));
                QTRY_VERIFY(preview->isComplete());
                QCOMPARE(preview->toPlainText().toUtf8(), f.panel->plan().files[i].content);
            }
        }

        f.page.findChild<QLineEdit*>(u"exportOption-server-directory"_s)->setText(u"/srv/$(reboot)"_s);
        QTRY_VERIFY(f.page.findChild<QLabel*>(u"exportProblem"_s)->isVisible());
        QVERIFY(!f.writeButton->isEnabled());
    }

    void anotherTargetIsShown()
    {
        ExportTarget pigeon;
        pigeon.id = u"pigeon"_s;
        pigeon.name = u"Pigeon Post"_s;
        pigeon.directions = {Direction::Inbound};
        pigeon.options = {
            {u"loft"_s, ExportOption::Type::Choice, {u"north"_s, u"south"_s}, u"north"_s, "&Loft:", "Where they live."},
            {u"ring"_s, ExportOption::Type::Number, {}, u"7"_s, "R&ing:", "Its number."}};
        pigeon.plan = [](const ExportRequest& asked) -> Result<ExportPlan> {
            ExportPlan plan;
            plan.files.push_back(
                {u"pigeon.txt"_s, (asked.option(u"loft"_s) + u' ' + asked.option(u"ring"_s)).toUtf8()});
            plan.refused.push_back({u"sea.example"_s, ExportRefusal::Reason::NoCertificate});
            return plan;
        };
        const AddedExportTarget added(pigeon);
        Fixture f;
        QVERIFY(f.waitForPlan());
        auto* targets = f.page.findChild<QComboBox*>(u"exportTarget"_s);
        QCOMPARE(targets->count(), static_cast<int>(exportTargets().size()));
        QCOMPARE(targets->currentText(), u"Postfix"_s);
        const auto field = [&](const char16_t* name) { return f.page.findChild<QWidget*>(QString::fromUtf16(name)); };
        field(u"exportOption-server-directory")->setProperty("text", u"/srv/mx"_s);
        targets->setCurrentText(u"Pigeon Post"_s);
        QVERIFY(f.waitForPlan());
        QCOMPARE(f.panel->plan().files.front().content, QByteArray("north 7"));
        QCOMPARE(field(u"exportOption-map-type"), nullptr);
        QTRY_VERIFY(f.page.findChild<FigureView*>(u"exportRefused"_s)->isVisible());
        qobject_cast<QComboBox*>(field(u"exportOption-loft"))->setCurrentText(u"south"_s);
        qobject_cast<QLineEdit*>(field(u"exportOption-ring"))->setText(u"12"_s);
        QVERIFY(f.waitForPlan());
        QCOMPARE(f.panel->plan().files.front().content, QByteArray("south 12"));
        qobject_cast<QLineEdit*>(field(u"exportOption-ring"))->setText(u"seven"_s);
        QTRY_VERIFY(f.page.findChild<QLabel*>(u"exportProblem"_s)->isVisible());
        QVERIFY(f.page.findChild<QLabel*>(u"exportProblem"_s)->text().contains(u"digits"_s));
        // The other way it does not exist; what was typed for each target is still there.
        f.setDirection(Direction::Outbound);
        QTRY_COMPARE(targets->currentText(), u"Postfix"_s);
        QCOMPARE(targets->findText(u"Pigeon Post"_s), -1);
        QTRY_VERIFY(field(u"exportOption-server-directory") != nullptr);
        QCOMPARE(field(u"exportOption-server-directory")->property("text").toString(), u"/srv/mx"_s);
        f.setDirection(Direction::Inbound);
        QTRY_COMPARE(targets->findText(u"Pigeon Post"_s), targets->count() - 1);
        targets->setCurrentText(u"Pigeon Post"_s);
        QTRY_VERIFY(field(u"exportOption-ring") != nullptr);
        QCOMPARE(qobject_cast<QLineEdit*>(field(u"exportOption-ring"))->text(), u"seven"_s);
    }

    void refusalIsThePolicys()
    {
        Fixture f;
        QVERIFY(f.waitForPlan());
        auto* refusal = f.page.findChild<SegmentedControl*>(u"exportRefusal"_s);
        QCOMPARE(refusal->current(), 0);
        QTest::mouseClick(refusal->button(1), Qt::LeftButton);
        QCOMPARE(f.document.simulation(Direction::Inbound).policy().refusal, Refusal::Now);
        f.document.undoStack()->undo();
        QTRY_COMPARE(refusal->current(), 0);
        f.setDirection(Direction::Outbound);
        QTRY_VERIFY(!refusal->isVisible());
    }

    void whatCannotBeExportedIsListed()
    {
        Fixture f;
        f.document.require(Direction::Outbound, {{"isp.example", false}, {"<>", false}}, encrypt);
        f.setDirection(Direction::Outbound);
        QVERIFY(f.waitForPlan());
        auto* refused = f.page.findChild<FigureView*>(u"exportRefused"_s);
        QTRY_VERIFY(refused->isVisible());
        QCOMPARE(refused->model()->rowCount(), 1);
        QVERIFY(refused->model()->index(0, 0).data().toString().contains(u"<>"_s));
        QVERIFY(!refused->model()->index(0, 1).data().toString().isEmpty());
    }

    void longFilesAreShownWhole()
    {
        FilePreview preview;
        QByteArray content;
        for (int i = 0; i < 40'000; ++i)
            content += "mail" + QByteArray::number(i) + ".example waxseal_encrypt\n";
        preview.show();
        QSignalSpy completed(&preview, &FilePreview::completed);
        preview.setContent("short\n");
        QCOMPARE(completed.count(), 1);
        preview.setContent(content);
        QVERIFY(!preview.isComplete()); // the window goes on
        QTRY_VERIFY(preview.isComplete());
        QCOMPARE(preview.toPlainText().toUtf8(), content);
        preview.setContent(content + "x");
        preview.setContent("other\n"); // while the long one is still being laid out
        QCoreApplication::processEvents();
        QCOMPARE(preview.toPlainText(), u"other\n"_s);
        QVERIFY(preview.isReadOnly());
    }

    void reportIsSaved()
    {
        Fixture f;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"plan.html"_s);
        QSignalSpy written(f.panel, &ExportPanel::reportWritten);
        f.panel->writeReport(path);
        QVERIFY(!f.page.findChild<QPushButton*>(u"exportReport"_s)->isEnabled()); // one at a time
        QTRY_COMPARE(written.count(), 1);
        const QByteArray report = contentOf(path);
        QVERIFY(report.startsWith("<!DOCTYPE html>") || report.startsWith("<!doctype html>"));
        QVERIFY(report.contains("fax.example"));
        QTRY_VERIFY(f.page.findChild<QPushButton*>(u"exportReport"_s)->isEnabled());
        f.panel->writeReport(folder.filePath(u"no/such/folder.html"_s));
        QTRY_COMPARE(f.message->kind(), MessageBar::Kind::Error);
    }

    void modelsAreSound()
    {
        Fixture f;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        const auto views = f.page.findChildren<QAbstractItemView*>();
        QVERIFY(views.size() >= 4);
        for (const QAbstractItemView* view : views) {
            if (qobject_cast<const FigureView*>(view) != nullptr || view == f.files)
                testers.push_back(std::make_unique<QAbstractItemModelTester>(
                    view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        }
        QVERIFY(f.waitForPlan());
        f.document.setDefaultRequirement(Direction::Inbound, encrypt);
        QVERIFY(f.waitForPlan());
        f.document.clear();
        QTRY_VERIFY(!f.writeButton->isEnabled());
    }

    void demoIsSaid()
    {
        Fixture f;
        auto* badge = f.page.findChild<QWidget*>(u"demoBadge"_s);
        QVERIFY(!badge->isVisible());
        f.document.setDemo(true);
        QTRY_VERIFY(badge->isVisible());
    }

    void everythingThatTakesFocusHasAName()
    {
        Fixture f;
        QVERIFY(f.waitForPlan());
        const auto widgets = f.page.findChildren<QWidget*>();
        for (QWidget* widget : widgets) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden()
                || qobject_cast<QScrollArea*>(widget) != nullptr || qobject_cast<QLabel*>(widget) != nullptr)
                continue;
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(interface);
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(),
                qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }

    void smallScreenCutsNothing()
    {
        Fixture f;
        f.page.resize(1180, 600);
        QVERIFY(f.waitForPlan());
        QVERIFY(f.page.minimumSizeHint().width() <= 1180);
        QVERIFY2(
            f.page.minimumSizeHint().height() <= 600, qPrintable(QString::number(f.page.minimumSizeHint().height())));
        auto* scroll = f.page.findChild<QScrollArea*>(u"advicePanel"_s);
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    }
};

QTEST_MAIN(TestPlanPage)
#include "tst_planpage.moc"
