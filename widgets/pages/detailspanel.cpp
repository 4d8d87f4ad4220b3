// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/detailspanel.h"

#include "model/core/domainname.h"
#include "widgets/controls/elidedlabel.h"
#include "widgets/controls/plaintable.h"
#include "widgets/document/document.h"
#include "widgets/document/domaindetails.h"
#include "widgets/document/presets.h"
#include "widgets/items/detailmodels.h"
#include "widgets/items/figures.h"
#include "widgets/items/verdicts.h"
#include "widgets/pages/evidenceview.h"
#include "widgets/pages/witnesspanel.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/tester/advice.h"
#include "widgets/tester/testresult.h"

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
    , m_name(new ElidedLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_hosts(new HostTableModel(this))
    , m_versions(new VersionTableModel(this))
    , m_evidence(new EvidenceView(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_name->setObjectName(u"detailsDomain"_s);
    m_name->setFont(style::sectionFont(font()));
    // The tabs beside it stand still, whatever the domain is called.
    m_name->setFixedWidth(26 * m_name->fontMetrics().averageCharWidth());
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
    connect(document, &Document::probesChanged, this, [this](const QStringList& domains) {
        if (domains.contains(domainKey()))
            showTest();
    });
    refresh();
}

QTableView* DetailsPanel::addTable(QAbstractItemModel* model, const QString& name, const QString& title)
{
    auto* view = new QTableView(this);
    view->setObjectName(name);
    view->setAccessibleName(title);
    makePlain(view);
    view->setModel(model);
    view->setFrameShape(QFrame::NoFrame);
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
    m_testAdvice = new TextLabel(TextLabel::Rank::Muted, page);
    m_testAdvice->setObjectName(u"testAdviceText"_s);
    m_testButton = new QPushButton(tr("Test Domain"), page);
    m_testButton->setObjectName(u"testButton"_s);
    m_resultButton = new QPushButton(tr("Show Result"), page);
    m_resultButton->setObjectName(u"testResultButton"_s);
    m_resultButton->setToolTip(tr("The whole result in the Tester: checks, delivery by level, transcript"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(unit);
    buttons->addWidget(m_testButton);
    buttons->addWidget(m_resultButton);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(unit / 2, unit, 0, 0);
    layout->setSpacing(unit / 2);
    layout->addWidget(m_testText);
    layout->addWidget(m_testAdvice);
    layout->addSpacing(unit / 2);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(m_testButton, &QPushButton::clicked, this, [this] {
        if (m_row)
            Q_EMIT testRequested(domainKey());
    });
    connect(m_resultButton, &QPushButton::clicked, this, [this] {
        if (m_row)
            Q_EMIT resultRequested(domainKey());
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (tab == LiveTest)
            showTest();
    });
    return page;
}

QString DetailsPanel::domainKey() const
{
    if (!m_row)
        return {};
    const std::string_view key = m_document->simulation(m_direction).traffic(*m_row).key;
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

QSize DetailsPanel::minimumSizeHint() const
{
    return {40 * unit, 16 * unit};
}

void DetailsPanel::showLogLines()
{
    m_tabs->setCurrentIndex(LogLines);
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
    const QString key = domainKey();
    const TestSummary* test = m_document->tests().find(key);
    const bool testable = DomainName::parse(key.toStdString()).has_value();
    QString text = tr("Select a domain to see its live test.");
    QString advice;
    if (test != nullptr) {
        const QString when = QLocale().toString(test->time.toLocalTime(), QLocale::ShortFormat);
        text = test->verdict.isEmpty() ? tr("Tested %1: no answer that tells").arg(when)
                                       : tr("Tested %1: delivered up to %2").arg(when, verdictText(test->verdict));
        if (!test->before.isEmpty() && test->before != test->verdict)
            text += u' ' + tr("(the time before: %1)").arg(verdictText(test->before));
        // Results are read when they are looked at: the cursor may run through thousands of rows.
        if (m_tabs->currentIndex() == LiveTest) {
            if (const auto facts = readTest(*m_document, key).facts)
                advice = adviceText(*facts);
        }
    } else if (m_row) {
        text = testable ? tr("Not tested yet. A live test connects to the domain's mail servers and sends no mail.")
                        : tr("This is not a host name that could be tested.");
    }
    if (const QString others = witnessText(*m_document, key, m_direction); !others.isEmpty())
        text += u"\n\n"_s + others;
    m_testText->setText(text);
    m_testAdvice->setText(advice);
    m_testAdvice->setVisible(!advice.isEmpty());
    m_testButton->setText(test != nullptr ? tr("Test Again") : tr("Test Domain"));
    m_testButton->setEnabled(testable);
    m_resultButton->setVisible(test != nullptr);
}

} // namespace waxseal
