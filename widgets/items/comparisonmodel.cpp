// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/comparisonmodel.h"

#include "widgets/items/figures.h"
#include "widgets/style/numbers.h"
#include "widgets/style/text.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace waxseal {

using namespace Qt::StringLiterals;

ComparisonModel::ComparisonModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ComparisonModel::setComparison(PeriodComparison comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    arrange();
    endResetModel();
}

void ComparisonModel::setFilter(const QString& part)
{
    if (part.trimmed() == m_filter)
        return;
    beginResetModel();
    m_filter = part.trimmed();
    arrange();
    endResetModel();
}

void ComparisonModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_column = column;
    m_order = order;
    arrange();
    endResetModel();
}

void ComparisonModel::arrange()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_comparison.domains.size(); ++i) {
        const std::string& key = m_comparison.domains[i].domain;
        if (m_filter.isEmpty() || figures::domain(key).contains(m_filter, Qt::CaseInsensitive))
            m_shown.push_back(i);
    }
    if (m_column < 0)
        return;
    const auto before = [&](std::size_t a, std::size_t b) {
        const DomainComparison& one = m_comparison.domains[a];
        const DomainComparison& other = m_comparison.domains[b];
        return m_column == Domain ? one.domain < other.domain : number(one, m_column) < number(other, m_column);
    };
    if (m_order == Qt::AscendingOrder)
        std::stable_sort(m_shown.begin(), m_shown.end(), before);
    else
        std::stable_sort(m_shown.begin(), m_shown.end(), [&](std::size_t a, std::size_t b) { return before(b, a); });
}

double ComparisonModel::number(const DomainComparison& domain, int column) const
{
    const PeriodFigures& before = domain.before;
    const PeriodFigures& after = domain.after;
    switch (column) {
    case MessagesBefore:
        return static_cast<double>(before.messages);
    case TlsBefore:
        return before.tlsShare();
    case LosesBefore:
        return static_cast<double>(before.wouldLose);
    case MessagesAfter:
        return static_cast<double>(after.messages);
    case TlsAfter:
        return after.tlsShare();
    case LosesAfter:
        return static_cast<double>(after.wouldLose);
    default:
        break;
    }
    const bool isKnown = before.messages > before.unknown && after.messages > after.unknown;
    return isKnown ? after.tlsShare() - before.tlsShare() : -std::numeric_limits<double>::infinity();
}

QString ComparisonModel::text(const DomainComparison& domain, int column) const
{
    const auto share = [](const PeriodFigures& figures) {
        return style::percent(figures.overTls, figures.messages - figures.unknown);
    };
    switch (column) {
    case Domain:
        return figures::domain(domain.domain);
    case MessagesBefore:
        return style::count(domain.before.messages);
    case TlsBefore:
        return share(domain.before);
    case LosesBefore:
        return style::count(domain.before.wouldLose);
    case MessagesAfter:
        return style::count(domain.after.messages);
    case TlsAfter:
        return share(domain.after);
    case LosesAfter:
        return style::count(domain.after.wouldLose);
    default:
        break;
    }
    const double change = number(domain, Change);
    if (change < -1)
        return domain.after.messages > 0 ? tr("new", "a domain") : tr("silent", "a domain");
    if (std::abs(change) < 0.0005)
        return tr("same");
    constexpr double points = 100;
    const QString digits = QLocale().toString(points * std::abs(change), 'f', 1);
    //: A difference of two percentages, with its sign.
    return tr("%1 points").arg((change > 0 ? u"+"_s : u"\u2212"_s) + digits);
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DomainComparison& domain = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(domain, index.column());
    case Qt::ToolTipRole:
        return index.column() == Domain ? style::toolTip(text(domain, Domain)) : QVariant();
    case sortRole:
        return index.column() == Domain ? QVariant(QString::fromStdString(domain.domain))
                                        : QVariant(number(domain, index.column()));
    case Qt::TextAlignmentRole:
        return index.column() == Domain ? QVariant() : QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Domain ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::InitialSortOrderRole)
        return section == Domain ? Qt::AscendingOrder : Qt::DescendingOrder;
    if (role == Qt::ToolTipRole && (section == LosesBefore || section == LosesAfter))
        return tr("Wanted messages that would be lost if TLS were required of the domain");
    if (role == Qt::ToolTipRole && section == Change)
        return tr("How the share of mail over TLS has changed, in percentage points");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Domain:
        return tr("Domain");
    case MessagesBefore:
        return tr("Messages before");
    case TlsBefore:
    case TlsAfter:
        return section == TlsBefore ? tr("Over TLS before") : tr("Over TLS after");
    case LosesBefore:
        return tr("Would lose before");
    case MessagesAfter:
        return tr("Messages after");
    case LosesAfter:
        return tr("Would lose after");
    default:
        return tr("Change");
    }
}

QString ComparisonModel::tabSeparated() const
{
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells.append(headerData(column, Qt::Horizontal).toString());
    lines.append(cells.join(u'\t'));
    for (int row = 0; row < rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(text(at(row), column));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace waxseal
