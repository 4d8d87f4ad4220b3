// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/costpanel.h"

#include "widgets/controls/elidedlabel.h"
#include "widgets/document/document.h"
#include "widgets/document/policypreview.h"
#include "widgets/document/policywatch.h"
#include "widgets/items/costdelegate.h"
#include "widgets/items/costmodel.h"
#include "widgets/items/figures.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

namespace {

constexpr std::size_t mostRows = 200; // more bars say nothing more

/** The next 1-2-5 number: the scale does not change with every toggle. */
double roundUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(std::max(value, 1.0))));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

} // namespace

/** One row below the others, in their columns; its room is there whether it shows something or not. */
class CostPreview : public QWidget
{
public:
    CostPreview(QTableView* view, CostDelegate* delegate, QWidget* parent)
        : QWidget(parent)
        , m_view(view)
        , m_delegate(delegate)
    {
    }

    void set(const QString& domain, std::int64_t lost, double before)
    {
        m_domain = domain;
        m_lost = lost;
        m_before = before;
        setAccessibleName(text());
        update();
    }

    QString text() const
    {
        if (m_domain.isEmpty())
            return {};
        const QString digits = style::count(static_cast<std::uint64_t>(std::abs(m_lost)));
        return u"%1 %2%3"_s.arg(m_domain, m_lost < 0 ? u"\u2212"_s : u"+"_s, digits);
    }

    QSize sizeHint() const override { return {8 * unit, fontMetrics().height() + unit / 2}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (m_domain.isEmpty())
            return;
        QPainter painter(this);
        const auto cell = [&](int column) {
            return QRect(m_view->columnViewportPosition(column), 0, m_view->columnWidth(column), height());
        };
        painter.setPen(style::mutedText(palette()));
        const QRect name = cell(CostModel::Domain).adjusted(unit / 2, 0, -unit / 2, 0);
        painter.drawText(name, static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
            fontMetrics().elidedText(m_domain, Qt::ElideMiddle, name.width()));
        const QString number = text().mid(m_domain.size() + 1);
        const QRect right = cell(CostModel::Lost).adjusted(0, 0, -unit / 2, 0);
        painter.drawText(right, static_cast<int>(Qt::AlignTrailing | Qt::AlignVCenter), number);
        if (m_lost == 0)
            return;
        const double size = static_cast<double>(std::abs(m_lost));
        const QRectF bar = m_delegate->barRect(
            cell(CostModel::Bar), m_lost < 0 ? m_before - size : m_before, size, layoutDirection());
        QPen pen(palette().color(QPalette::Text), 1);
        pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawRect(bar.toAlignedRect().adjusted(0, 0, -1, -1));
    }

private:
    QTableView* m_view;
    CostDelegate* m_delegate;
    QString m_domain;
    std::int64_t m_lost = 0;
    double m_before = 0;
};

CostPanel::CostPanel(Document* document, PolicyWatch* watch, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_watch(watch)
    , m_model(new CostModel(this))
    , m_delegate(new CostDelegate(this))
    , m_view(new QTableView(this))
    , m_sum(new ElidedLabel(this))
    , m_preview(new CostPreview(m_view, m_delegate, this))
{
    auto* title = new TextLabel(TextLabel::Rank::Section, tr("Who costs what"), this);
    m_sum->setObjectName(u"costSum"_s);
    mute();
    m_view->setObjectName(u"costTable"_s);
    m_view->setAccessibleName(title->text());
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->horizontalHeader()->hide();
    m_view->horizontalHeader()->setMinimumSectionSize(2 * unit);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setMinimumSectionSize(8);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + unit / 2);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_preview->setObjectName(u"costPreview"_s);

    auto* head = new QHBoxLayout;
    head->setSpacing(unit);
    head->addWidget(title);
    head->addWidget(m_sum, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(unit / 2);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_preview);

    connect(watch, &PolicyWatch::restarted, this, &CostPanel::refresh);
    connect(watch, &PolicyWatch::changed, this, &CostPanel::refresh);
    connect(m_view, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == CostModel::Drop)
            Q_EMIT dropRequested(m_model->simulationRow(index.row()));
        else
            Q_EMIT domainActivated(m_model->simulationRow(index.row()));
    });
    refresh();
}

QSize CostPanel::minimumSizeHint() const
{
    // Title, three bars and the preview.
    return {26 * unit, 5 * (fontMetrics().height() + unit / 2) + 2 * unit};
}

void CostPanel::setBudget(double share)
{
    m_budget = share;
    rescale();
}

void CostPanel::setPreview(const std::optional<SwitchPreview>& preview)
{
    if (preview)
        m_preview->set(figures::domain(m_document->simulation(m_watch->direction()).traffic(preview->row).key),
            preview->lost, static_cast<double>(m_watch->figures().lost));
    else
        m_preview->set({}, 0, 0);
}

QString CostPanel::previewText() const
{
    return m_preview->text();
}

void CostPanel::refresh()
{
    const Simulation& simulation = m_document->simulation(m_watch->direction());
    const QModelIndex current = m_view->currentIndex();
    const std::optional<std::size_t> before
        = current.isValid() ? std::optional(m_model->simulationRow(current.row())) : std::nullopt;
    std::vector<CostModel::Row> rows;
    for (const PolicyWatch::Cost& cost : m_watch->costs(mostRows))
        rows.push_back({cost.row, figures::domain(simulation.traffic(cost.row).key), cost.lost});
    m_model->setRows(std::move(rows));
    const PolicyFigures& now = m_watch->figures();
    m_sum->setText(now.lost == 0
            ? tr("nothing is lost")
            : tr("%1 by %2 of %n required domain(s)", nullptr, static_cast<int>(now.requiredDomains))
                  .arg(style::count(now.lost), style::count(now.losingDomains)));
    if (before && !m_view->currentIndex().isValid()) {
        // Who walks through it by keyboard goes on where he was.
        const int same = m_model->modelRow(*before);
        const int row = same >= 0 ? same : std::min(current.row(), m_model->rowCount() - 1);
        if (row >= 0)
            m_view->setCurrentIndex(m_model->index(row, CostModel::Domain));
    }
    rescale();
}

void CostPanel::rescale()
{
    const PolicyFigures& now = m_watch->figures();
    const double budget = m_budget * static_cast<double>(now.wanted);
    m_delegate->setScale(roundUp(std::max(static_cast<double>(now.lost) * 1.1, budget * 1.02)), budget);
    m_view->viewport()->update();
    m_preview->update();
}

void CostPanel::fitColumns()
{
    QFont bold = m_view->font();
    bold.setBold(true);
    const int lost = QFontMetrics(bold).horizontalAdvance(u"+88,888"_s) + unit;
    constexpr int drop = 3 * unit;
    const int rest = std::max(0, m_view->viewport()->width() - lost - drop);
    const int domain = std::min(rest / 2, 26 * fontMetrics().averageCharWidth());
    m_view->setColumnWidth(CostModel::Domain, domain);
    m_view->setColumnWidth(CostModel::Bar, rest - domain);
    m_view->setColumnWidth(CostModel::Lost, lost);
    m_view->setColumnWidth(CostModel::Drop, drop);
}

/** The line beside the title is of second rank. */
void CostPanel::mute()
{
    QPalette own;
    own.setColor(QPalette::WindowText, style::mutedText(palette()));
    own.setColor(QPalette::Text, style::mutedText(palette()));
    m_sum->setPalette(own);
}

void CostPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mute();
}

void CostPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

bool CostPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched == m_view && event->type() == QEvent::KeyPress && m_view->currentIndex().isValid()) {
        const std::size_t row = m_model->simulationRow(m_view->currentIndex().row());
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT domainActivated(row);
            return true;
        case Qt::Key_Delete:
        case Qt::Key_Space:
            Q_EMIT dropRequested(row);
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waxseal
