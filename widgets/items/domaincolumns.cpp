// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/domaincolumns.h"

#include "widgets/items/domaintablemodel.h"

namespace waxseal::domaincolumns {

QString title(int column, Direction direction)
{
    switch (column) {
    case DomainTableModel::Require:
        return DomainTableModel::tr("Require");
    case DomainTableModel::Domain:
        return direction == Direction::Inbound ? DomainTableModel::tr("Sender domain")
            : direction == Direction::Outbound ? DomainTableModel::tr("Next hop")
                                               : DomainTableModel::tr("User domain");
    case DomainTableModel::Messages:
        return DomainTableModel::tr("Messages");
    case DomainTableModel::OverTls:
        return DomainTableModel::tr("Over TLS");
    case DomainTableModel::Loses:
        return DomainTableModel::tr("Loses");
    case DomainTableModel::Kept:
        return DomainTableModel::tr("Kept", "what the policy that is kept loses");
    case DomainTableModel::Spam:
        return DomainTableModel::tr("Spam");
    case DomainTableModel::AtMost:
        return DomainTableModel::tr("At most");
    case DomainTableModel::Evidence:
        //: Column: why mail is lost, whether its hosts could come back over TLS.
        return DomainTableModel::tr("Why");
    case DomainTableModel::LiveTest:
        return DomainTableModel::tr("Live test");
    default:
        return {};
    }
}

QString hint(int column)
{
    switch (column) {
    case DomainTableModel::OverTls:
        return DomainTableModel::tr("Share of the messages whose TLS is known");
    case DomainTableModel::Loses:
        return DomainTableModel::tr(
            "Wanted messages that the requirement loses; grey with a plus: what switching it on would lose");
    case DomainTableModel::Kept:
        return DomainTableModel::tr("Wanted messages that the policy loses which is kept to be compared");
    case DomainTableModel::Spam:
        return DomainTableModel::tr("Lost beside them: messages that a scanner called spam");
    case DomainTableModel::AtMost:
        return DomainTableModel::tr("The share of wanted mail that may be lost at most: few messages prove little");
    case DomainTableModel::Evidence:
        return DomainTableModel::tr("Whether the hosts that would be lost could come back over TLS");
    case DomainTableModel::LiveTest:
        return DomainTableModel::tr("The strictest level that the last live test found delivered");
    default:
        return {};
    }
}

QString whyRequired(const Simulation& simulation, std::size_t row)
{
    if (!simulation.hasOwnRow(row))
        return DomainTableModel::tr("The default applies");
    const std::string domain(simulation.traffic(row).key);
    const auto& rows = simulation.policy().rows;
    if (rows.contains(Scope{domain, false}))
        return DomainTableModel::tr("Required of this domain alone");
    if (rows.contains(Scope{domain, true}))
        return DomainTableModel::tr("Required of this domain and its subdomains");
    return DomainTableModel::tr("Required by a row of a domain above it that includes subdomains");
}

QString whatEvidenceSays(EvidenceClass evidence)
{
    switch (evidence) {
    case EvidenceClass::Never:
        return DomainTableModel::tr("The hosts, their networks and their organisations never met the requirement");
    case EvidenceClass::Mixed:
        return DomainTableModel::tr(
            "The hosts, or their neighbours, met it at other times: likely to come back when refused later (4xx)");
    case EvidenceClass::Failed:
        return DomainTableModel::tr("A handshake with this server failed before: its own settings may be at fault");
    case EvidenceClass::Unknown:
        return DomainTableModel::tr("Fewer than three messages from the host");
    }
    return {};
}

} // namespace waxseal::domaincolumns
