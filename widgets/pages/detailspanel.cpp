// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/detailspanel.h"

#include "model/core/domainname.h"
#include "widgets/controls/plainheader.h"
#include "widgets/controls/roomydelegate.h"
#include "widgets/document/document.h"
#include "widgets/document/domaindetails.h"
#include "widgets/document/presets.h"
#include "widgets/items/detailmodels.h"
#include "widgets/items/figures.h"
#include "widgets/items/verdicts.h"
#include "widgets/pages/evidenceview.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

DetailsPanel::DetailsPanel(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_name(new TextLabel(TextLabel::Rank::Section, this))
    , m_tabs(new QTabWidget(this))
    , m_hosts(new HostTableModel(this))
    , m_versions(new VersionTableModel(this))
    , m_evidence(new EvidenceView(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_name->setObjectName(u"detailsDomain"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setContentsMargins(unit / 2, 0, 2 * unit, unit / 2);
    m_tabs->setObjectName(u"detailsTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Details of the domain"));
    m_tabs->setCornerWidget(m_name, Qt::TopLeftCorner);
    m_hostTable = addTable(m_hosts, u"hostTable"_s, tr("Hosts"));
    m_versionTable = addTable(m_versions, u"versionTable"_s, tr("TLS versions"));
    m_tabs->addTab(m_evidence, tr("Log lines"));
    m_tabs->addTab(buildTest(), tr("Test"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit + unit / 2, unit / 2, unit + unit / 2, unit / 2);
    layout->addWidget(m_tabs);

    connect(document, &Document::policyChanged, this, [this](Direction direction, const QList<int>& rows) {
        if (direction == m_direction && m_row && (rows.isEmpty() || rows.contains(static_cast<int>(*m_row))))
            refresh();
    });
    connect(document, &Document::probesChanged, this, &DetailsPanel::showTest);
    refresh();
}

QTableView* DetailsPanel::addTable(QAbstractItemModel* model, const QString& name, const QString& title)
{
    auto* view = new QTableView(this);
    view->setObjectName(name);
    view->setAccessibleName(title);
    view->setHorizontalHeader(new PlainHeader(view));
    view->setItemDelegate(new RoomyDelegate(view));
    view->setModel(model);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setCornerButtonEnabled(false);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + unit);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->horizontalHeader()->setObjectName(name + u"Header"_s);
    view->horizontalHeader()->setMinimumSectionSize(5 * unit);
    for (int column = 0; column < model->columnCount(); ++column)
        view->setColumnWidth(column, view->horizontalHeader()->sectionSizeHint(column));
    m_tabs->addTab(view, title);
    return view;
}

/** Widens what is too narrow for the rows in sight; never narrows, so that columns stand still from domain to domain.
 */
void DetailsPanel::widenColumns(QTableView* view)
{
    const int most = 48 * view->fontMetrics().averageCharWidth();
    for (int column = 0; column < view->model()->columnCount(); ++column) {
        const int wanted = std::min(static_cast<QAbstractItemView*>(view)->sizeHintForColumn(column), most);
        if (wanted > view->columnWidth(column))
            view->setColumnWidth(column, wanted);
    }
}

QWidget* DetailsPanel::buildTest()
{
    auto* page = new QWidget(this);
    m_testText = new TextLabel(TextLabel::Rank::Body, page);
    m_testText->setObjectName(u"testText"_s);
    m_testButton = new QPushButton(tr("Test Domain"), page);
    m_testButton->setObjectName(u"testButton"_s);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(unit / 2, unit, 0, 0);
    layout->setSpacing(unit);
    layout->addWidget(m_testText);
    layout->addWidget(m_testButton, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_testButton, &QPushButton::clicked, this, [this] {
        if (!m_row)
            return;
        const std::string_view key = m_document->simulation(m_direction).traffic(*m_row).key;
        Q_EMIT testRequested(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
    });
    return page;
}

QSize DetailsPanel::minimumSizeHint() const
{
    return {40 * unit, 16 * unit};
}

void DetailsPanel::setDomain(Direction direction, std::optional<std::size_t> row)
{
    m_direction = direction;
    m_row = row;
    refresh();
}

void DetailsPanel::refresh()
{
    const Simulation& simulation = m_document->simulation(m_direction);
    if (m_row && *m_row >= simulation.domainCount())
        m_row.reset();
    m_tabs->setEnabled(m_row.has_value());
    if (!m_row) {
        m_name->setText(tr("No domain selected"));
        m_hosts->setDetails({}, {});
        m_versions->setDetails({});
        m_evidence->setPlaces({}, {});
        m_tabs->setTabText(Hosts, tr("Hosts"));
        m_tabs->setTabText(LogLines, tr("Log lines"));
        showTest();
        return;
    }
    Requirement requirement = simulation.effective(*m_row);
    if (requirement.level <= Level::May)
        requirement = presetRequirement; // as the table: the price of asking
    DomainDetails details = collectDetails(simulation, m_document->index(m_direction), *m_row, requirement);
    m_name->setText(figures::domain(simulation.traffic(*m_row).key));
    m_tabs->setTabText(Hosts, tr("Hosts (%1)").arg(style::count(details.hosts.size())));
    m_tabs->setTabText(
        LogLines, details.lost > 0 ? tr("Log lines (%1 lost)").arg(style::count(details.lost)) : tr("Log lines"));
    m_hosts->setDetails(std::move(details.hosts), simulation.factsPointer());
    m_versions->setDetails(std::move(details.versions));
    widenColumns(m_hostTable);
    widenColumns(m_versionTable);
    m_evidence->setPlaces(std::move(details.places), simulation.factsPointer());
    showTest();
}

void DetailsPanel::showTest()
{
    QString text = tr("Select a domain to see its live test.");
    bool testable = false;
    if (m_row) {
        const std::string_view key = m_document->simulation(m_direction).traffic(*m_row).key;
        testable = DomainName::parse(key).has_value();
        text = testable ? tr("Not tested yet. A live test connects to the domain's mail servers and sends no mail.")
                        : tr("This is not a host name that could be tested.");
        const auto& probes = m_document->probes();
        for (auto record = probes.rbegin(); record != probes.rend(); ++record) {
            if (record->domain.toStdString() != key)
                continue;
            const QString verdict = verdictText(strictestDelivered(record->json));
            const QString when = QLocale().toString(record->time.toLocalTime(), QLocale::ShortFormat);
            text = verdict.isEmpty() ? tr("Tested %1: no answer that tells").arg(when)
                                     : tr("Tested %1: delivered up to %2").arg(when, verdict);
            break;
        }
    }
    m_testText->setText(text);
    m_testButton->setEnabled(testable);
}

} // namespace waxseal
