// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/exportpanel.h"

#include "widgets/controls/messagebar.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/document/document.h"
#include "widgets/items/figures.h"
#include "widgets/pages/exportfields.h"
#include "widgets/pages/figuretable.h"
#include "widgets/pages/filepreview.h"
#include "widgets/pages/reportwriter.h"
#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/words/words.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using Rank = TextLabel::Rank;

namespace {

constexpr int audit = 0; // the segments, in their order
constexpr int later = 0;
constexpr std::size_t listedRefusals = 200;

} // namespace

ExportPanel::ExportPanel(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
{
    setObjectName(u"exportPanel"_s);
    build();
    connect(m_document, &Document::factsChanged, this, &ExportPanel::markStale);
    connect(m_document, &Document::policyChanged, this, [this](Direction direction) {
        if (direction == m_direction)
            markStale();
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ExportPanel::takePlan);
    updateActions();
}

ExportPanel::~ExportPanel()
{
    m_watcher.waitForFinished();
}

QWidget* ExportPanel::buildOptions()
{
    auto* box = new QWidget(this);
    m_mode = new SegmentedControl(box);
    m_mode->setObjectName(u"exportMode"_s);
    m_mode->setAccessibleName(tr("Form of the files"));
    m_mode->add(tr("Audit"), tr("Log what would be refused, and refuse nothing"));
    m_mode->add(tr("Enforce"), tr("Refuse what does not meet the requirement"));
    m_mode->setCurrent(audit);
    m_modeText = new TextLabel(Rank::Muted, box);
    m_refusal = new SegmentedControl(box);
    m_refusal->setObjectName(u"exportRefusal"_s);
    m_refusal->setAccessibleName(tr("How to refuse"));
    m_refusal->add(tr("Later"), tr("Refuse with 4xx: the sender retries for days, and may come back over TLS"));
    m_refusal->add(tr("Now"), tr("Refuse with 5xx: the sender gets it back as undeliverable at once"));
    m_target = new QComboBox(box);
    m_target->setObjectName(u"exportTarget"_s);
    m_target->setToolTip(tr("Whose configuration is written, or what is to be published"));

    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(2 * style::unit);
    form->setVerticalSpacing(style::unit);
    const auto row = [&](const QString& text, QWidget* field, QWidget* behind = nullptr) {
        auto* label = new QLabel(text, box);
        label->setBuddy(field);
        auto* line = new QHBoxLayout;
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(2 * style::unit);
        line->addWidget(field);
        if (behind != nullptr)
            line->addWidget(behind, 1);
        else
            line->addStretch();
        form->addRow(label, line);
        return label;
    };
    row(tr("&Server:"), m_target);
    row(tr("&Form:"), m_mode, m_modeText);
    m_refusalLabel = row(tr("&Refuse:"), m_refusal);
    m_fields = new ExportFields(box);
    m_fields->setObjectName(u"exportFields"_s);
    m_fields->addTo(form);

    connect(m_target, &QComboBox::currentIndexChanged, this, &ExportPanel::markStale);
    connect(m_mode, &SegmentedControl::chosen, this, &ExportPanel::markStale);
    connect(m_refusal, &SegmentedControl::chosen, this,
        [this](int choice) { m_document->setRefusal(m_direction, choice == later ? Refusal::Later : Refusal::Now); });
    connect(m_fields, &ExportFields::changed, this, &ExportPanel::markStale);
    return box;
}

void ExportPanel::build()
{
    m_title = new TextLabel(Rank::Section, this);
    m_options = buildOptions();
    m_problem = new TextLabel(Rank::Body, this);
    m_problem->setObjectName(u"exportProblem"_s);
    m_problem->setAlignment(Qt::AlignTop | Qt::AlignLeading);

    m_files = new QListWidget(this);
    m_files->setObjectName(u"exportFiles"_s);
    m_files->setAccessibleName(tr("Files"));
    m_files->setFrameShape(QFrame::StyledPanel);
    m_files->setUniformItemSizes(true);
    m_files->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_files, &QListWidget::currentRowChanged, this, &ExportPanel::showFile);
    m_preview = new FilePreview(this);
    m_preview->setObjectName(u"exportPreview"_s);
    m_preview->setAccessibleName(tr("Preview of the file"));

    m_refused = new FigureTable(this);
    auto* refused = new FigureView(m_refused, tr("Left out"));
    refused->setObjectName(u"exportRefused"_s);
    refused->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    refused->setMaximumHeight(110);
    m_refusedText = new TextLabel(Rank::Body, this);
    m_refusedText->setObjectName(u"exportRefusedText"_s);
    m_refusedBox = new QWidget(this);
    auto* refusedColumn = new QVBoxLayout(m_refusedBox);
    refusedColumn->setContentsMargins(0, 0, 0, 0);
    refusedColumn->setSpacing(style::unit / 2);
    refusedColumn->addWidget(m_refusedText);
    refusedColumn->addWidget(refused);
    m_refusedBox->hide();

    m_filesBox = new QWidget(this);
    auto* filesColumn = new QVBoxLayout(m_filesBox);
    filesColumn->setContentsMargins(0, 0, 0, 0);
    filesColumn->setSpacing(style::unit);
    filesColumn->addWidget(m_files);
    filesColumn->addWidget(m_preview, 1);
    filesColumn->addWidget(m_refusedBox);

    m_message = new MessageBar(this);
    m_message->setObjectName(u"exportMessage"_s);
    m_overwrite = new QAction(tr("Overwrite"), this);
    m_overwrite->setObjectName(u"exportOverwrite"_s);
    connect(m_overwrite, &QAction::triggered, this, [this] {
        const QString folder = std::exchange(m_askedFolder, {});
        if (!folder.isEmpty())
            write(folder, true);
    });
    m_keep = new QAction(tr("Keep Them"), this);
    m_keep->setObjectName(u"exportKeep"_s);
    connect(m_message, &MessageBar::closed, this, [this] { m_askedFolder.clear(); });

    m_copy = new QPushButton(style::themedIcon(u"copy"_s), tr("Copy File"), this);
    m_copy->setObjectName(u"exportCopy"_s);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const auto row = static_cast<std::size_t>(m_files->currentRow());
        if (row < m_plan.files.size())
            QGuiApplication::clipboard()->setText(QString::fromUtf8(m_plan.files[row].content));
    });
    m_write = new QPushButton(style::themedIcon(u"export"_s), tr("Write Files…"), this);
    m_write->setObjectName(u"exportWrite"_s);
    connect(m_write, &QPushButton::clicked, this, &ExportPanel::chooseFolder);
    m_reportWriter = new ReportWriter(m_document, this);
    connect(m_reportWriter, &ReportWriter::started, this, &ExportPanel::updateActions);
    connect(m_reportWriter, &ReportWriter::finished, this, &ExportPanel::reportFinished);
    m_report = new QPushButton(style::themedIcon(u"report"_s), tr("Save Report…"), this);
    m_report->setObjectName(u"exportReport"_s);
    m_report->setToolTip(
        tr("One HTML file for those who sign the policy off: what the logs say, what would be lost, and why"));
    connect(m_report, &QPushButton::clicked, this, &ExportPanel::chooseReport);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(style::unit);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(m_report);
    buttons->addWidget(m_write);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * style::unit, 2 * style::unit, 3 * style::unit, 2 * style::unit);
    column->setSpacing(style::unit + style::unit / 2);
    column->addWidget(m_title);
    column->addWidget(m_options);
    m_content = new QStackedWidget(this);
    m_content->addWidget(m_problem);
    m_content->addWidget(m_filesBox);
    column->addWidget(m_content, 1);
    column->addWidget(m_message);
    column->addLayout(buttons);
}

void ExportPanel::setDirection(Direction direction)
{
    if (direction == m_direction)
        return;
    m_direction = direction;
    markStale();
}

void ExportPanel::markStale()
{
    // What is on screen is no longer what would be right: nothing can be written until it is again.
    const bool was = m_stale;
    m_stale = true;
    updateActions();
    if (isVisible() && !was)
        QMetaObject::invokeMethod(this, &ExportPanel::refresh, Qt::QueuedConnection);
}

void ExportPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

ExportRequest ExportPanel::request() const
{
    ExportRequest request
        = exportRequest(m_document->simulation(m_direction), m_document->times().first, m_document->times().second);
    request.audit = m_mode->current() == audit;
    request.options = m_fields->values();
    return request;
}

void ExportPanel::listTargets()
{
    const QString chosen = m_target->currentData().toString();
    QStringList ids;
    for (const ExportTarget& target : exportTargets()) {
        if (target.takes(m_direction))
            ids.append(target.id);
    }
    QStringList shown;
    for (int i = 0; i < m_target->count(); ++i)
        shown.append(m_target->itemData(i).toString());
    if (shown == ids)
        return;
    const QSignalBlocker quiet(m_target);
    m_target->clear();
    for (const QString& id : std::as_const(ids))
        m_target->addItem(exportTarget(id)->name, id);
    m_target->setCurrentIndex(static_cast<int>(std::max<qsizetype>(ids.indexOf(chosen), 0)));
}

const ExportTarget* ExportPanel::target() const
{
    return exportTarget(m_target->currentData().toString());
}

void ExportPanel::refresh()
{
    m_stale = false;
    listTargets();
    m_fields->setTarget(target());
    const bool outbound = m_direction == Direction::Outbound;
    const QString server = target() != nullptr ? target()->name : QString();
    m_title->setText(
        (outbound ? tr("Configuration for %1, outbound") : tr("Configuration for %1, inbound")).arg(server));
    const bool refuses = !outbound && target() != nullptr && target()->fromPolicy; // records refuse nothing
    m_refusal->setVisible(refuses);
    m_refusalLabel->setVisible(refuses);
    m_refusal->setCurrent(m_document->simulation(m_direction).policy().refusal == Refusal::Later ? later : 1);
    m_options->setVisible(m_direction != Direction::Submission);
    m_title->setVisible(m_direction != Direction::Submission);
    const bool auditing = m_mode->current() == audit;
    if (!refuses)
        m_modeText->setText(auditing ? tr("holds nothing back") : tr("holds mail back"));
    else
        m_modeText->setText(auditing ? tr("refuses nothing") : tr("refuses mail"));
    if (!m_askedFolder.isEmpty()) {
        // The question was about other files than these.
        m_askedFolder.clear();
        m_message->hide();
    }
    m_plan = {};
    // A policy can have a hundred thousand rows: the files are made beside the window, the last wish wins.
    const Result<ExportPlan> none
        = Error{ErrorCode::Unsupported, QLatin1StringView(name(m_direction).data()), {}}; // submission: no target
    m_watcher.setFuture(QtConcurrent::run([request = request(), chosen = target(), none] {
        return chosen != nullptr ? planExport(*chosen, request) : none;
    }));
    updateActions();
}

void ExportPanel::takePlan()
{
    if (m_stale || m_watcher.future().resultCount() == 0)
        return; // the next one is on its way
    const Result<ExportPlan> result = m_watcher.result();
    if (!result) {
        showProblem(result.error());
        return;
    }
    m_plan = *result;
    showPlan();
}

void ExportPanel::showProblem(const Error& error)
{
    m_plan = {};
    if (m_direction == Direction::Submission)
        m_problem->setText(
            tr("What own users must do is one setting of the server and needs no list: see at the left."));
    else if (error.code == ErrorCode::NothingToExport)
        m_problem->setText(tr("Nothing is required, so there is nothing to write. Set requirements in Policy first."));
    else if (const QString wrong = m_fields->problem(); error.code == ErrorCode::Unsupported && !wrong.isEmpty())
        m_problem->setText(wrong);
    else
        m_problem->setText(words::text(error));
    m_content->setCurrentWidget(m_problem);
    m_files->clear();
    m_preview->setContent({});
    updateActions();
    Q_EMIT planChanged();
}

void ExportPanel::showPlan()
{
    const QString current = m_files->currentItem() != nullptr ? m_files->currentItem()->text() : QString();
    QStringList before;
    for (int i = 0; i < m_files->count(); ++i)
        before.append(m_files->item(i)->text());
    QStringList names;
    for (const ExportFile& file : m_plan.files)
        names.append(file.name);
    if (names != before) {
        const QSignalBlocker quiet(m_files);
        m_files->clear();
        for (const QString& name : std::as_const(names))
            m_files->addItem(new QListWidgetItem(style::themedIcon(u"file"_s), name));
        m_files->setCurrentRow(static_cast<int>(std::max<qsizetype>(names.indexOf(current), 0)));
        const int rows = std::clamp(m_files->count(), 1, 6);
        m_files->setFixedHeight(rows * m_files->sizeHintForRow(0) + 2 * m_files->frameWidth() + 2);
    }
    std::vector<FigureTable::Row> rows;
    for (std::size_t i = 0; i < m_plan.refused.size() && i < listedRefusals; ++i) {
        const ExportRefusal& refusal = m_plan.refused[i];
        rows.push_back({FigureTable::words(figures::domain(refusal.domain.toStdString()), refusal.domain),
            FigureTable::words(words::text(refusal.reason))});
    }
    m_refused->setContents({tr("Left out"), tr("Why")}, {}, std::move(rows));
    m_refusedText->setText(
        tr("%Ln row(s) of the policy cannot stand in these files.", nullptr, static_cast<int>(m_plan.refused.size())));
    m_refusedBox->setVisible(!m_plan.refused.empty());
    m_content->setCurrentWidget(m_filesBox);
    showFile();
    updateActions();
    Q_EMIT planChanged();
}

void ExportPanel::showFile()
{
    const auto row = static_cast<std::size_t>(m_files->currentRow());
    m_preview->setContent(row < m_plan.files.size() ? m_plan.files[row].content : QByteArray());
}

void ExportPanel::updateActions()
{
    const bool ready = !m_stale && !m_plan.files.empty();
    m_write->setEnabled(ready);
    m_copy->setEnabled(ready);
    m_report->setEnabled(!m_document->isEmpty() && !m_reportWriter->isBusy());
}

void ExportPanel::chooseFolder()
{
    if (!m_write->isEnabled())
        return;
    auto* dialog = new QFileDialog(this, tr("Folder for the Files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportPanel::writeTo);
    dialog->open();
}

void ExportPanel::writeTo(const QString& folder)
{
    if (!m_write->isEnabled())
        return;
    m_message->hide();
    m_askedFolder.clear();
    write(folder, false);
}

void ExportPanel::chooseReport()
{
    auto* dialog = new QFileDialog(this, tr("Save Report"), {}, tr("HTML document (*.html)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it overwrites
    dialog->setDefaultSuffix(u"html"_s);
    dialog->selectFile(u"waxseal-%1.html"_s.arg(QLatin1StringView(name(m_direction).data())));
    connect(dialog, &QFileDialog::fileSelected, this, &ExportPanel::writeReport);
    dialog->open();
}

void ExportPanel::writeReport(const QString& path)
{
    m_reportWriter->write(m_direction, path);
}

void ExportPanel::reportFinished(const Status& status)
{
    updateActions();
    m_askedFolder.clear();
    if (!status) {
        m_message->show(MessageBar::Kind::Error, words::text(status.error()));
        return;
    }
    const QString path = m_reportWriter->path();
    m_message->show(MessageBar::Kind::Information, tr("Report saved as %1.").arg(QDir::toNativeSeparators(path)));
    Q_EMIT reportWritten(path);
}

bool ExportPanel::isAsking() const
{
    return !m_askedFolder.isEmpty() && m_message->isVisible();
}

void ExportPanel::ask(const QString& folder)
{
    int there = 0;
    for (const ExportFile& file : m_plan.files)
        there += QFileInfo::exists(QDir(folder).filePath(file.name)) ? 1 : 0;
    m_askedFolder = folder;
    m_message->show(MessageBar::Kind::Warning,
        tr("%n file(s) of these names are in %1 already.", nullptr, there).arg(QDir::toNativeSeparators(folder)),
        {m_overwrite, m_keep});
}

void ExportPanel::write(const QString& folder, bool overwrite)
{
    const Status status = writeExport(m_plan, folder, overwrite);
    if (!status && status.error().code == ErrorCode::AlreadyExists && !overwrite)
        return ask(folder);
    if (!status) {
        m_message->show(MessageBar::Kind::Error, words::text(status.error()));
        return;
    }
    m_message->show(MessageBar::Kind::Information,
        tr("%n file(s) written to %1. The first one says where each goes and how to switch it on and off.", nullptr,
            static_cast<int>(m_plan.files.size()))
            .arg(QDir::toNativeSeparators(folder)));
    Q_EMIT written(folder);
}

} // namespace waxseal
