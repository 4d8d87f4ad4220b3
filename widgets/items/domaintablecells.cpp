// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the cells of the table of domains hold: figures, their texts, and what they sort by.
#include "widgets/items/domaintablemodel.h"

#include "model/forecast/forecast.h"
#include "widgets/document/document.h"
#include "widgets/items/domaincolumns.h"
#include "widgets/items/figures.h"
#include "widgets/items/verdicts.h"
#include "widgets/style/numbers.h"
#include "widgets/style/text.h"

#include <QLocale>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

std::uint64_t wantedOf(const DomainTraffic& traffic)
{
    return traffic.messages - traffic.bySpam[static_cast<std::size_t>(SpamVerdict::Spam)];
}

/** How much of an outcome a live test decided, for a tooltip; empty for nothing. */
QString byTestText(const Outcome& outcome)
{
    if (outcome.byTest == 0)
        return {};
    return u'\n'
        + DomainTableModel::tr("Of %1 messages the log cannot tell; the last live test says what would become of them.")
              .arg(style::count(outcome.byTest));
}

} // namespace

DomainTableModel::Sums DomainTableModel::sums(std::span<const std::uint32_t> rows) const
{
    Sums out;
    out.domains = rows.size();
    for (const std::uint32_t row : rows) {
        const DomainTraffic& traffic = m_simulation->traffic(row);
        const Figures of = figures(row);
        out.messages += traffic.messages;
        out.overTls += traffic.overTls();
        out.unknown += traffic.unknown;
        (of.isPrice ? out.price : out.lost) += of.lost;
        (of.isPrice ? out.priceSpam : out.spam) += of.spam;
        out.required += of.isPrice ? 0U : 1U;
        const KeptFigures::Row* kept = keptRow(row);
        out.kept += kept != nullptr ? kept->lost : 0U;
    }
    out.alphabetical = m_document->index(m_direction).alphabetical(rows.front());
    return out;
}

double DomainTableModel::organisationKey(const Sums& sums, int column) const
{
    const auto loss = [](std::uint64_t lost, std::uint64_t price) {
        Figures of;
        of.isPrice = lost == 0;
        return lossKey(of, lost > 0 ? lost : price);
    };
    switch (column) {
    case Require:
        return static_cast<double>(sums.required) / static_cast<double>(sums.domains) * 100;
    case Domain:
        return sums.alphabetical;
    case Messages:
        return static_cast<double>(sums.messages);
    case OverTls:
        return sums.messages == sums.unknown
            ? -1
            : static_cast<double>(sums.overTls) / static_cast<double>(sums.messages - sums.unknown);
    case Loses:
        return loss(sums.lost, sums.price);
    case Kept:
        return static_cast<double>(sums.kept);
    case Spam:
        return loss(sums.spam, sums.priceSpam);
    default:
        return -1;
    }
}

QString DomainTableModel::organisationText(int row, int column) const
{
    const Sums all = sums(members(row));
    const auto loss = [](std::uint64_t lost, std::uint64_t price) {
        return lost > 0 || price == 0 ? style::count(lost) : QString(u'+' + style::count(price));
    };
    switch (column) {
    case Require:
        //: How many of the domains of an organisation have a requirement.
        return tr("%1 of %2").arg(style::count(all.required), style::count(all.domains));
    case Domain:
        return figures::domain(m_document->index(m_direction).organisationName(organisation(row)));
    case Messages:
        return style::count(all.messages);
    case OverTls:
        return all.messages == all.unknown ? tr("unknown") : style::percent(all.overTls, all.messages - all.unknown);
    case Loses:
        return loss(all.lost, all.price);
    case Kept:
        return m_kept ? style::count(all.kept) : QString();
    case Spam:
        return loss(all.spam, all.priceSpam);
    default:
        return {};
    }
}

QVariant DomainTableModel::organisationData(int row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return organisationText(row, column);
    case Qt::ToolTipRole:
        return tr("%n domain(s) of this organisation", nullptr, static_cast<int>(members(row).size()));
    case Qt::AccessibleTextRole:
        return column == Domain
            ? tr("Organisation %1, %n domain(s), %2", nullptr, static_cast<int>(members(row).size()))
                  .arg(organisationText(row, column), isExpanded(row) ? tr("expanded") : tr("collapsed"))
            : u"%1: %2"_s.arg(headerData(column, Qt::Horizontal).toString(), organisationText(row, column));
    case SortRole:
        return organisationKey(sums(members(row)), column);
    case ShareRole: {
        const double share = column == OverTls ? organisationKey(sums(members(row)), OverTls) : -1;
        return share < 0 ? QVariant() : QVariant(share);
    }
    case IsPriceRole: {
        const Sums all = sums(members(row));
        return column == Spam ? all.spam == 0 : all.lost == 0;
    }
    case IsOwnRole:
        return true;
    case LevelRole:
        return Organisation;
    case IsExpandedRole:
        return isExpanded(row);
    case IsRequiredRole:
        return sums(members(row)).required == members(row).size();
    case SwitchRole: {
        const Sums all = sums(members(row));
        return all.required == 0 ? Qt::Unchecked : all.required == all.domains ? Qt::Checked : Qt::PartiallyChecked;
    }
    case Qt::CheckStateRole:
        return column == Require ? organisationData(row, column, SwitchRole) : QVariant();
    default:
        return {};
    }
}

double DomainTableModel::sortKey(std::size_t row, int column) const
{
    const DomainTraffic& traffic = m_simulation->traffic(row);
    switch (column) {
    case Require: {
        const Requirement& requirement = m_simulation->effective(row);
        return static_cast<double>(requirement.level) * 100 + static_cast<double>(requirement.minimum) * 10
            + (m_simulation->hasOwnRow(row) ? 1 : 0);
    }
    case Domain:
        return m_document->index(m_direction).alphabetical(row);
    case Messages:
        return static_cast<double>(traffic.messages);
    case OverTls: {
        const std::uint64_t known = traffic.messages - traffic.unknown;
        return known == 0 ? -1 : static_cast<double>(traffic.overTls()) / static_cast<double>(known);
    }
    case Loses:
        return lossKey(figures(row), figures(row).lost);
    case Kept:
        return keptRow(row) != nullptr ? keptRow(row)->lost : -1;
    case Spam:
        return lossKey(figures(row), figures(row).spam);
    case AtMost:
        return bound(figures(row).lost, wantedOf(traffic));
    case Evidence: {
        const auto evidence = figures(row).evidence;
        return evidence ? static_cast<double>(*evidence) : 99;
    }
    case LiveTest:
        return verdictRank(m_verdicts.value(static_cast<std::uint32_t>(row)));
    default:
        return 0;
    }
}

DomainTableModel::Figures DomainTableModel::figures(std::size_t row) const
{
    Figures out;
    out.requirement = m_simulation->effective(row);
    out.isOwn = m_simulation->hasOwnRow(row);
    out.isPrice = out.requirement.level <= Level::May;
    if (out.isPrice) {
        const DomainIndex::Price& price = m_document->index(m_direction).price(row);
        out.lost = price.lost - price.lostSpam;
        out.spam = price.lostSpam;
        out.evidence = price.evidence;
    } else {
        const Outcome& outcome = m_simulation->outcome(row);
        out.lost = outcome.lostWanted();
        out.spam = outcome.of(Fate::Lost, SpamVerdict::Spam);
        out.evidence = mostOfLoss(outcome);
    }
    return out;
}

double DomainTableModel::bound(std::uint64_t lost, std::uint64_t messages) const
{
    const auto [entry, isNew] = m_bounds.try_emplace((lost << 32) ^ messages);
    if (isNew)
        entry->second = upperBound(lost, messages);
    return entry->second;
}

/** What is lost comes before what would be: first the price of what is required, then the prices of the rest. */
double DomainTableModel::lossKey(const Figures& figures, std::uint64_t messages)
{
    constexpr double beyondAllMessages = 1e15;
    return static_cast<double>(messages) + (figures.isPrice || messages == 0 ? 0 : beyondAllMessages);
}

QString DomainTableModel::lossText(const Figures& figures, std::uint64_t messages)
{
    return figures.isPrice && messages > 0 ? QString(u'+' + style::count(messages)) : style::count(messages);
}

QString DomainTableModel::display(std::size_t row, int column) const
{
    const DomainTraffic& traffic = m_simulation->traffic(row);
    switch (column) {
    case Require:
        return figures::requirement(m_simulation->effective(row));
    case Domain:
        return figures::domain(traffic.key);
    case Messages:
        return style::count(traffic.messages);
    case OverTls: {
        const std::uint64_t known = traffic.messages - traffic.unknown;
        return known == 0 ? tr("unknown")
                          : style::percent(static_cast<double>(traffic.overTls()) / static_cast<double>(known));
    }
    case Loses:
        return lossText(figures(row), figures(row).lost);
    case Kept:
        return keptRow(row) != nullptr ? style::count(keptRow(row)->lost) : QString();
    case Spam:
        return lossText(figures(row), figures(row).spam);
    case AtMost: {
        // Of wanted mail, as the loss itself.
        return wantedOf(traffic) == 0 ? u"–"_s
                                      : u"≤\u00a0"_s + style::percent(bound(figures(row).lost, wantedOf(traffic)));
    }
    case Evidence: {
        const auto evidence = figures(row).evidence;
        return evidence ? figures::evidence(*evidence) : u"–"_s;
    }
    case LiveTest: {
        const auto verdict = m_verdicts.constFind(static_cast<std::uint32_t>(row));
        if (verdict == m_verdicts.constEnd())
            return {};
        return verdict->isEmpty() ? tr("no answer") : verdictText(*verdict);
    }
    default:
        return {};
    }
}

QString DomainTableModel::toolTip(std::size_t row, int column) const
{
    const DomainTraffic& traffic = m_simulation->traffic(row);
    const Figures all = figures(row);
    switch (column) {
    case Require: {
        const QString why = domaincolumns::whyRequired(*m_simulation, row);
        return m_document->pins(m_direction).contains(scopeOf(row))
            ? why + u'\n' + tr("Chosen by hand: presets leave it")
            : why;
    }
    case Domain: {
        const auto& notes = m_document->choices().notes;
        const auto note = notes.empty() ? notes.end() : notes.find(std::string(traffic.key));
        QStringList lines;
        if (note != notes.end())
            lines.append(QString::fromStdString(note->second));
        if (m_document->isMuted(traffic.key))
            lines.append(tr("Muted: warnings and advice do not name it"));
        return style::toolTip(lines.join(u'\n'));
    }
    case OverTls:
        return tr("%1 over TLS, %2 in clear, %3 unknown")
            .arg(style::count(traffic.overTls()), style::count(traffic.plaintext), style::count(traffic.unknown));
    case Loses:
        if (all.isPrice)
            return tr("Nothing is required. Requiring encrypt would lose %1 of %2 wanted messages, and %3 spam.")
                .arg(style::count(all.lost), style::count(wantedOf(traffic)), style::count(all.spam));
        return tr("%1 of %2 wanted messages are lost, and %3 spam")
                   .arg(style::count(all.lost), style::count(wantedOf(traffic)), style::count(all.spam))
            + byTestText(m_simulation->outcome(row));
    case Kept:
        //: What a policy that is kept requires of a domain: its letter and the requirement.
        return keptRow(row) == nullptr
            ? QString()
            : tr("%1 requires: %2").arg(m_kept->name(), figures::requirement(keptRow(row)->requirement));
    case LiveTest: {
        const std::string_view key = traffic.key;
        const TestSummary* test
            = m_document->tests().find(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
        return test == nullptr
            ? QString()
            : tr("Tested %1").arg(QLocale().toString(test->time.toLocalTime(), QLocale::ShortFormat));
    }
    case AtMost:
        return tr("Upper 95 % bound of the share that would be lost: few messages prove little");
    case Evidence:
        return all.evidence ? domaincolumns::whatEvidenceSays(*all.evidence) : tr("Nothing would be lost");
    default:
        return {};
    }
}

QVariant DomainTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (isOrganisation(index.row()))
        return organisationData(index.row(), column, role);
    const std::size_t row = simulationRow(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::EditRole:
        if (column == Require)
            return QString::fromStdString(m_simulation->effective(row).text());
        return display(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole:
        return u"%1: %2"_s.arg(headerData(column, Qt::Horizontal).toString(), display(row, column));
    case SortRole:
        return column == Domain ? QVariant(figures::domain(m_simulation->traffic(row).key))
                                : QVariant(sortKey(row, column));
    case ShareRole: {
        const double share = column == OverTls ? sortKey(row, OverTls) : -1;
        return share < 0 ? QVariant() : QVariant(share);
    }
    case IsPriceRole:
        return figures(row).isPrice;
    case IsOwnRole:
        return m_simulation->hasOwnRow(row);
    case WithSubdomainsRole: {
        const Scope own = scope(index.row());
        return own.subdomains;
    }
    case IsPinnedRole:
        return m_document->pins(m_direction).contains(scope(index.row()));
    case IsMutedRole:
        return m_document->isMuted(m_simulation->traffic(row).key);
    case NoteRole: {
        const auto& notes = m_document->choices().notes;
        const auto note = notes.empty() ? notes.end() : notes.find(std::string(domainKey(index.row())));
        return note == notes.end() ? QVariant() : QVariant(QString::fromStdString(note->second));
    }
    case LevelRole:
        return organisationRow(index.row()) >= 0 ? Member : Alone;
    case SwitchRole:
        return m_simulation->effective(row).level <= Level::May ? Qt::Unchecked : Qt::Checked;
    case IsRequiredRole:
        return m_simulation->effective(row).level > Level::May;
    case Qt::CheckStateRole:
        if (column == Require)
            return m_simulation->effective(row).level <= Level::May ? Qt::Unchecked : Qt::Checked;
        return {};
    default:
        return {};
    }
}

QVariant DomainTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole)
        return domaincolumns::hint(section);
    if (role == Qt::InitialSortOrderRole) // of numbers the largest first, and what is required before what is not
        return isNumber(section) || section == Require ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (role == Qt::DisplayRole && section == Kept && m_kept)
        return tr("In %1", "loses in the policy A or B").arg(m_kept->name());
    return role == Qt::DisplayRole ? domaincolumns::title(section, m_direction) : QVariant();
}

QString DomainTableModel::tabSeparated(const QList<int>& rows, const QList<int>& columns) const
{
    QString out;
    const auto line = [&](auto cell) {
        QStringList cells;
        for (const int column : columns) {
            // Names come from strangers: no tab or line end may shift the cells behind it, and no cell may become a
            // formula.
            QString text = cell(column).simplified();
            if (!text.isEmpty() && QStringView(u"=+-@").contains(text.front()))
                text.prepend(u'\'');
            cells.append(text);
        }
        out += cells.join(u'\t') + u'\n';
    };
    line([&](int column) { return headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows)
        line([&](int column) { return data(index(row, column), Qt::DisplayRole).toString(); });
    return out;
}

} // namespace waxseal
