// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/publishing.h"

#include "model/exporter/exporttext.h"

namespace waxseal::publishing {

ExportOption domainOption()
{
    return {QStringLiteral("domain"), ExportOption::Type::Domain, {}, {},
        QT_TRANSLATE_NOOP("waxseal::ExportTarget", "Your &domain:"),
        QT_TRANSLATE_NOOP("waxseal::ExportTarget", "The domain of yours whose mail the records are about."), true};
}

ExportOption hostsOption()
{
    return {QStringLiteral("hosts"), ExportOption::Type::Hosts, {}, {},
        QT_TRANSLATE_NOOP("waxseal::ExportTarget", "MX &hosts:"),
        QT_TRANSLATE_NOOP("waxseal::ExportTarget",
            "The hosts that its MX records name, as they stand there. On the command line a workspace's live test of "
            "the domain says them."),
        true};
}

ExportOption reportsOption()
{
    return {QStringLiteral("reports-to"), ExportOption::Type::Mailbox, {}, {},
        QT_TRANSLATE_NOOP("waxseal::ExportTarget", "&Reports to:"),
        QT_TRANSLATE_NOOP("waxseal::ExportTarget",
            "The mailbox to which others send their TLS reports (RFC 8460). When empty: tlsrpt@ and the domain."),
        false};
}

QByteArray domainOf(const ExportRequest& request)
{
    return exporttext::hostName(request.option(QStringLiteral("domain")).toStdString()).value_or(QByteArray());
}

QList<QByteArray> hostsOf(const QString& list)
{
    QList<QByteArray> hosts;
    for (const QString& part : list.split(u',', Qt::SkipEmptyParts)) {
        const QString text = part.trimmed();
        const bool any = text.startsWith(QStringLiteral("*."));
        const auto name = exporttext::hostName((any ? text.mid(2) : text).toStdString());
        const QByteArray host = name ? (any ? "*." + *name : *name) : QByteArray();
        if (!host.isEmpty() && !hosts.contains(host))
            hosts.append(host);
    }
    return hosts;
}

Record reportRecord(const ExportRequest& request, const QByteArray& domain)
{
    const QString asked = request.option(QStringLiteral("reports-to"));
    const qsizetype at = asked.indexOf(u'@');
    QByteArray mailbox = "tlsrpt@" + domain;
    if (!asked.isEmpty())
        mailbox = asked.left(at).toLatin1() + '@'
            + exporttext::hostName(asked.mid(at + 1).toStdString()).value_or(QByteArray());
    return {"_smtp._tls." + domain + '.', "TXT", "v=TLSRPTv1; rua=mailto:" + mailbox};
}

QByteArray zoneText(const QList<Record>& records, const QByteArray& domain)
{
    QByteArray text;
    const QByteArray own = domain + '.';
    const QByteArray below = '.' + own;
    for (const Record& record : records) {
        const QByteArray data = record.type == "TXT" ? QByteArray('"' + record.data + '"') : record.data;
        // A host of another zone: its record is for those who keep that zone.
        const bool isElsewhere = record.name != own && !record.name.endsWith(below);
        text += (isElsewhere ? "; for the zone of that name: " : "") + record.name + " 3600 IN " + record.type + ' '
            + data + '\n';
    }
    return text;
}

QByteArray formText(const QList<Record>& records, const QByteArray& domain)
{
    QByteArray text;
    for (const Record& record : records) {
        const QByteArray below = '.' + domain + '.';
        const QByteArray name = record.name.endsWith(below)
            ? record.name.chopped(below.size())
            : record.name.chopped(1) + "   (in the zone of that name; some forms want the part before the zone only)";
        text += "Name:  " + name + "\nType:  " + record.type + '\n';
        const QList<QByteArray> parts = record.data.split(' ');
        if (record.type == "TLSA" && parts.size() == 4)
            text += "Usage: " + parts[0] + "\nSelector: " + parts[1] + "\nMatching type: " + parts[2]
                + "\nData:  " + parts[3] + "\n\n";
        else
            text += "Value: " + record.data + "\n\n";
    }
    return text;
}

} // namespace waxseal::publishing
