// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/detailmodels.h"

#include "model/core/printable.h"
#include "widgets/items/figures.h"
#include "widgets/style/numbers.h"
#include "widgets/words/words.h"

#include <numeric>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

QVariant alignment(bool number)
{
    return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

double share(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

HostTableModel::HostTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void HostTableModel::setDetails(std::vector<DomainDetails::HostRow> rows, std::shared_ptr<const FactTable> facts)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_facts = std::move(facts);
    endResetModel();
}

int HostTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HostTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HostTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DomainDetails::HostRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column() >= Messages && index.column() <= WouldLose);
    if (role == Qt::ToolTipRole && index.column() == Evidence && row.lost > 0)
        return words::text(row.evidence);
    if (role != Qt::DisplayRole)
        return {};
    const Host& host = m_facts->host(row.host);
    switch (index.column()) {
    case Address:
        return host.address.isNull() ? tr("not in the log") : QString::fromStdString(host.address.text());
    case Name:
        return host.name.empty() ? u"–"_s : visibleText(std::string_view(host.name));
    case Messages:
        return style::count(row.messages);
    case OverTls: {
        const std::uint64_t known = row.messages - row.unknown;
        return known == 0 ? tr("unknown") : style::percent(share(row.overTls, known));
    }
    case WouldLose:
        return style::count(row.lost);
    case LastVersion:
        return row.everTls ? words::text(row.lastVersion) : u"–"_s;
    case Evidence:
        return row.lost == 0 ? u"–"_s : figures::evidence(row.evidence);
    default:
        return {};
    }
}

QVariant HostTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section >= Messages && section <= WouldLose);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address:
        return tr("Address");
    case Name:
        return tr("Name");
    case Messages:
        return tr("Messages");
    case OverTls:
        return tr("Over TLS");
    case WouldLose:
        return tr("Would lose");
    case LastVersion:
        return tr("Last version");
    case Evidence:
        return tr("Evidence");
    default:
        return {};
    }
}

VersionTableModel::VersionTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void VersionTableModel::setDetails(std::vector<DomainDetails::VersionRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_total = std::accumulate(m_rows.begin(), m_rows.end(), std::uint64_t{0},
        [](std::uint64_t sum, const auto& row) { return sum + row.messages; });
    endResetModel();
}

int VersionTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int VersionTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VersionTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DomainDetails::VersionRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column() >= Messages);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Version:
        switch (row.state) {
        case TlsState::Plaintext:
            return tr("in clear");
        case TlsState::Unknown:
            return tr("unknown");
        case TlsState::Tls:
            return words::text(row.version);
        }
        return {};
    case Cipher:
        return row.cipher.empty() ? u"–"_s : visibleText(std::string_view(row.cipher));
    case Messages:
        return style::count(row.messages);
    case Share:
        return style::percent(share(row.messages, m_total));
    case WouldLose:
        return style::count(row.lost);
    default:
        return {};
    }
}

QVariant VersionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section >= Messages);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Version:
        return tr("Version");
    case Cipher:
        return tr("Cipher");
    case Messages:
        return tr("Messages");
    case Share:
        return tr("Share");
    case WouldLose:
        return tr("Would lose");
    default:
        return {};
    }
}

} // namespace waxseal
