// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/testdetails.h"

#include "probe/verdict/resultjson.h"
#include "widgets/controls/plainheader.h"
#include "widgets/controls/plaintable.h"
#include "widgets/controls/roomydelegate.h"
#include "widgets/document/document.h"
#include "widgets/items/verdicts.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/tester/historymodel.h"
#include "widgets/tester/testtexts.h"
#include "widgets/tester/transcripthighlighter.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

namespace {

constexpr int mostLines = 20'000;
constexpr std::size_t mostCompared = 20; // tests whose changes are told

} // namespace

TestDetails::TestDetails(Document* document, QWidget* parent)
    : QTabWidget(parent)
    , m_document(document)
    , m_history(new HistoryModel(this))
{
    setObjectName(u"testDetails"_s);
    setDocumentMode(true);
    setAccessibleName(tr("Details of the test"));
    m_transcript = addText(u"transcript"_s, tr("Transcript"));
    new TranscriptHighlighter(m_transcript);
    addCertificates();
    m_dns = addText(u"dnsAnswers"_s, tr("DNS answers"));
    addHistory();
    addSummary();
}

QSize TestDetails::minimumSizeHint() const
{
    return {40 * unit, 16 * unit};
}

QPlainTextEdit* TestDetails::addText(const QString& name, const QString& title)
{
    auto* view = new QPlainTextEdit(this);
    view->setLayoutDirection(Qt::LeftToRight); // what servers say, whatever the language around it
    view->setObjectName(name);
    view->setAccessibleName(title);
    view->setReadOnly(true);
    view->setTextInteractionFlags(
        Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard); // shows where the cursor is
    view->setFont(style::fixedFont(view->font()));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFrameShape(QFrame::NoFrame);
    view->setMaximumBlockCount(mostLines);
    view->setTabChangesFocus(true);
    addTab(view, title);
    return view;
}

void TestDetails::addCertificates()
{
    auto* page = new QWidget(this);
    m_tlsaRow = new QWidget(page);
    m_tlsa = new QComboBox(m_tlsaRow);
    m_tlsa->setObjectName(u"tlsaRecord"_s);
    m_tlsa->setAccessibleName(tr("TLSA record that fits the key in use"));
    m_tlsa->setFont(style::fixedFont(font()));
    m_tlsa->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_tlsa->setMinimumContentsLength(20);
    auto* label = new QLabel(tr("T&LSA record for this key"), m_tlsaRow);
    label->setBuddy(m_tlsa);
    auto* copy = new QPushButton(style::themedIcon(u"copy"_s), tr("C&opy"), m_tlsaRow);
    copy->setObjectName(u"copyTlsa"_s);
    copy->setAccessibleName(tr("Copy the TLSA record"));
    connect(copy, &QPushButton::clicked, this, &TestDetails::copyTlsa);
    auto* row = new QHBoxLayout(m_tlsaRow);
    row->setContentsMargins(unit / 2, unit, unit, 0);
    row->setSpacing(unit);
    row->addWidget(label);
    row->addWidget(m_tlsa, 1);
    row->addWidget(copy);
    m_certificate = addText(u"certificate"_s, tr("Certificate"));
    removeTab(indexOf(m_certificate));
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(unit / 2);
    layout->addWidget(m_tlsaRow);
    layout->addWidget(m_certificate, 1);
    m_certificate->show();
    m_tlsaRow->hide();
    addTab(page, tr("Certificate"));
}

void TestDetails::addHistory()
{
    m_historyView = new QTableView(this);
    m_historyView->setObjectName(u"history"_s);
    m_historyView->setAccessibleName(tr("Earlier tests"));
    makePlain(m_historyView);
    m_historyView->setModel(m_history);
    m_historyView->setFrameShape(QFrame::NoFrame);
    m_historyView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_historyView->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_historyView->horizontalHeader()->setSectionResizeMode(HistoryModel::Tested, QHeaderView::ResizeToContents);
    m_historyView->horizontalHeader()->setSectionResizeMode(HistoryModel::Strictest, QHeaderView::ResizeToContents);
    m_historyView->horizontalHeader()->setSectionResizeMode(HistoryModel::Changes, QHeaderView::Stretch);
    connect(m_historyView, &QTableView::activated, this,
        [this](const QModelIndex& index) { Q_EMIT testChosen(index.data(HistoryModel::placeRole).toUInt()); });
    addTab(m_historyView, tr("History"));
}

void TestDetails::addSummary()
{
    m_summary = new QTableWidget(0, 2, this);
    m_summary->setObjectName(u"batchSummary"_s);
    m_summary->setAccessibleName(tr("Summary of the batch"));
    m_summary->setHorizontalHeader(new PlainHeader(m_summary));
    m_summary->setHorizontalHeaderLabels({tr("Domains"), tr("What, and why")});
    m_summary->setItemDelegate(new RoomyDelegate(m_summary));
    m_summary->setFrameShape(QFrame::NoFrame);
    m_summary->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_summary->setSelectionMode(QAbstractItemView::SingleSelection);
    m_summary->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_summary->setShowGrid(false);
    m_summary->setWordWrap(false);
    m_summary->setTabKeyNavigation(false);
    m_summary->setCornerButtonEnabled(false);
    m_summary->verticalHeader()->hide();
    m_summary->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + unit);
    m_summary->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_summary->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_summary->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    connect(m_summary, &QTableWidget::itemSelectionChanged, this, [this] {
        const QList<QTableWidgetItem*> items = m_summary->selectedItems();
        if (!items.isEmpty())
            Q_EMIT groupChosen(items.first()->data(Qt::UserRole).toStringList());
    });
    addTab(m_summary, tr("Summary"));
    setTabVisible(indexOf(m_summary), false);
}

void TestDetails::setSummary(const std::vector<BatchGroup>& groups)
{
    const QSignalBlocker quiet(m_summary);
    m_summary->clearSelection();
    m_summary->setRowCount(static_cast<int>(groups.size()));
    for (int row = 0; row < m_summary->rowCount(); ++row) {
        const BatchGroup& group = groups[static_cast<std::size_t>(row)];
        auto* count = new QTableWidgetItem(QLocale().toString(group.domains.size()));
        count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* text = new QTableWidgetItem(group.text);
        text->setToolTip(group.text);
        for (QTableWidgetItem* item : {count, text})
            item->setData(Qt::UserRole, group.domains);
        m_summary->setItem(row, 0, count);
        m_summary->setItem(row, 1, text);
    }
    setTabVisible(indexOf(m_summary), !groups.empty());
    if (!groups.empty())
        setCurrentWidget(m_summary);
}

void TestDetails::setResult(const TestResult& result)
{
    m_transcript->setPlainText(transcriptText(*result.facts));
    m_certificate->setPlainText(certificateText(*result.facts));
    m_dns->setPlainText(dnsText(*result.facts));
    m_tlsa->clear();
    m_tlsa->addItems(readyTlsaRecords(*result.facts));
    m_tlsaRow->setVisible(m_tlsa->count() > 0);
    fillHistory(result);
}

void TestDetails::clearResult()
{
    for (QPlainTextEdit* view : {m_transcript, m_certificate, m_dns})
        view->clear();
    m_tlsaRow->hide();
    m_history->setRows({});
    setTabText(indexOf(m_historyView), tr("History"));
}

void TestDetails::begin()
{
    clearResult();
    m_lastAddress.clear();
    setCurrentWidget(m_transcript);
}

void TestDetails::addLine(const ProbeUpdate::Line& line)
{
    // Conversations with several addresses run side by side; each change of the speaker is told.
    const QString address = addressText(line.host, line.address);
    if (address != m_lastAddress)
        m_transcript->appendPlainText(address);
    m_lastAddress = address;
    m_transcript->appendPlainText(transcriptLine(line.line));
}

void TestDetails::fillHistory(const TestResult& result)
{
    std::vector<HistoryModel::Row> rows;
    const TestSummary* tests = m_document->tests().find(result.domain);
    std::optional<DomainFacts> later;
    const auto& records = m_document->probes();
    for (std::size_t i = tests == nullptr ? 0 : tests->records.size(); i-- > 0;) {
        const Workspace::ProbeRecord& record = records[tests->records[i]];
        std::optional<DomainFacts> facts;
        if (rows.size() <= mostCompared) {
            if (Result<DomainFacts> read = domainFromJson(record.json))
                facts = std::move(*read);
        }
        if (later && facts) {
            const QStringList changes = changeTexts(*facts, *later);
            rows.back().changes = changes.isEmpty() ? tr("nothing") : changes.join(u' ');
        }
        rows.push_back({tests->records[i], record.time, tests->verdicts[i], {}});
        later = std::move(facts);
    }
    setTabText(
        indexOf(m_historyView), tr("History (%1)").arg(QLocale().toString(static_cast<qulonglong>(rows.size()))));
    m_history->setRows(std::move(rows));
}

void TestDetails::copyTlsa() const
{
    QApplication::clipboard()->setText(m_tlsa->currentText());
}

} // namespace waxseal
