// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exporter/targets.h"

namespace waxseal {

/** MTA-STS (RFC 8461): the policy file, its TXT record, TLS-RPT's, and how three web servers serve it. */
ExportTarget mtaStsTarget();

/** DNS records: TLS-RPT (RFC 8460) and TLSA 3 1 1 (RFC 7672) for each MX host, with room for the next key. */
ExportTarget dnsTarget();

/** What the two have in common. */
namespace publishing {

/** One record: in a zone file, and in the fields of a web form. */
struct Record
{
    QByteArray name; ///< A-labels, with the closing dot
    QByteArray type; ///< "TXT", "TLSA"
    QByteArray data; ///< "3 1 1 …", or a text without its quotes
};

ExportOption domainOption();
ExportOption hostsOption();
ExportOption reportsOption();

/** A-label of the "domain" option; has been checked. */
QByteArray domainOf(const ExportRequest& request);
/** A-labels of a list of hosts, "*." kept; has been checked. */
QList<QByteArray> hostsOf(const QString& list);
Record reportRecord(const ExportRequest& request, const QByteArray& domain);

/** Lines of the domain's zone file; what belongs into another zone is a comment. */
QByteArray zoneText(const QList<Record>& records, const QByteArray& domain);
/** The same as one types it into a provider's form: names below the domain without it. */
QByteArray formText(const QList<Record>& records, const QByteArray& domain);

} // namespace publishing

} // namespace waxseal
