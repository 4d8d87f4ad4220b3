// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/opensmtpd/opensmtpdexport.h"

#include "model/core/domainname.h"
#include "model/core/ipaddress.h"
#include "model/exporter/exporttext.h"

#include <algorithm>
#include <map>

namespace waxseal {

namespace {

constexpr char tableFile[] = "waxseal_sender";
constexpr char filterFile[] = "waxseal-filter.sh";
constexpr char inboundFile[] = "waxseal_inbound.conf";
constexpr char outboundFile[] = "waxseal_outbound.conf";

exporttext::Purpose purposeOf(const ExportRequest& request, const char* title)
{
    exporttext::Purpose purpose;
    purpose.title = QByteArray(title) + (request.audit ? "audit form" : "enforcing");
    purpose.directory = request.directory.toLatin1();
    return purpose;
}

QByteArray inboundRows(const ExportRequest& request, std::vector<ExportRefusal>& refused)
{
    std::map<QByteArray, QByteArray> rows;
    for (const auto& [scope, requirement] : request.policy.rows) {
        const bool isNull = scope.domain == nullSender;
        const auto domain = isNull ? std::optional<QByteArray>("<>") : exporttext::hostName(scope.domain);
        const QString text = QString::fromStdString(scope.text());
        if (!domain)
            refused.push_back({QString::fromStdString(scope.domain), ExportRefusal::Reason::NotAHostName});
        else if (requirement.level == Level::TrustedCertificate)
            refused.push_back({text, ExportRefusal::Reason::NoCertificate});
        else if (requirement.level != Level::None && requirement.level != Level::Encrypt)
            refused.push_back({text, ExportRefusal::Reason::NotExpressible});
        else
            rows[scope.subdomains && !isNull ? '.' + *domain : *domain] = QByteArray::fromStdString(requirement.text());
    }
    QByteArray text;
    for (const auto& [key, word] : rows)
        text += key + ' ' + word + '\n';
    return text;
}

QByteArray networkRows(const QString& list)
{
    QByteArray text;
    if (const auto networks = parseNetworks(list.toStdString())) {
        for (const Cidr& network : *networks)
            text += "network " + QByteArray::fromStdString(network.text()) + '\n';
    }
    return text;
}

Result<ExportPlan> inbound(ExportRequest request)
{
    ExportPlan plan;
    Requirement& byDefault = request.policy.byDefault;
    if (byDefault.level != Level::None && byDefault.level != Level::Encrypt) {
        plan.refused.push_back({QStringLiteral("all"), ExportRefusal::Reason::NoCertificate});
        byDefault = {};
    }
    const QByteArray rows = inboundRows(request, plan.refused);
    if (rows.isEmpty() && byDefault.level == Level::None)
        return plan;
    const QByteArray directory = request.directory.toLatin1();
    exporttext::Purpose purpose = purposeOf(request, "Waxseal: inbound TLS requirements for OpenSMTPD, ");
    purpose.what = exporttext::inboundText(request,
        "This form refuses nothing: the filter writes \"Waxseal would refuse\" to smtpd's log, a line a message.\n"
        "When the log says what you expected, export again to enforce.\n");
    purpose.on = "smtpd -n && restart smtpd (rcctl restart smtpd, systemctl restart opensmtpd)";
    purpose.off = "write \"mode off\" into " + directory + '/' + tableFile + ", and restart smtpd";
    purpose.rfc3207 = byDefault.level != Level::None;

    plan.files.push_back({QString::fromLatin1(inboundFile),
        exporttext::head(request, purpose, inboundFile,
            "Once, by hand, in smtpd.conf: the line\n  include \"" + directory + '/' + inboundFile
                + "\"\nbefore the \"listen\" lines, and at the end of each \"listen\" line that takes mail from "
                  "outside\n  "
                  "filter \"waxseal\"\nWhere a listener has a filter already, put both in a chain: filter \"both\" "
                  "chain { "
                  "\"yours\", \"waxseal\" }\n\n\"match !tls ... reject\" is not used: up to 7.7 it answers 451 to "
                  "every mail that reaches it, with TLS or\nwithout. OpenSMTPD tells a filter no client certificate, "
                  "so "
                  "\"trusted\" cannot be asked of some senders.\n")
            + "\nfilter \"waxseal\" proc-exec \"/bin/sh " + directory + '/' + filterFile + ' ' + directory + '/'
            + tableFile + "\"\n"});
    plan.files.push_back({QString::fromLatin1(tableFile),
        exporttext::head(request, purpose, tableFile,
            "Read by the filter when smtpd starts. \"example.com\" is that domain alone and goes first;\n"
            "\".example.com\" is it and all below it, the longest first. <> is the null sender. \"none\" is an\n"
            "exception. Mail from the networks, and from your own users, is not held to it.\n")
            + "\nmode " + (request.audit ? "audit" : "enforce") + "\ncode "
            + (request.policy.refusal == Refusal::Now ? "554" : "450") + "\ndefault "
            + QByteArray::fromStdString(byDefault.text()) + '\n'
            + networkRows(request.option(QStringLiteral("networks"))) + rows});
    plan.files.push_back({QString::fromLatin1(filterFile),
        "#!/bin/sh\n"
            + exporttext::head(request, purpose, filterFile,
                "A filter for smtpd (smtpd-filters(7)); needs awk alone. It answers MAIL FROM and asks nobody. To try "
                "it by\nhand, give it lines of that protocol on standard input.\n")
            + opensmtpd::filterText()});
    return plan;
}

struct Route
{
    QByteArray pattern; ///< of "for domain"
    QByteArray action;
};

QByteArray actionName(const Requirement& requirement)
{
    QByteArray name = requirement.level == Level::May ? "waxseal_may"
        : requirement.level == Level::Verify          ? "waxseal_verify"
                                                      : "waxseal_encrypt";
    const QByteArray minimum = exporttext::minimumVersion(requirement);
    if (requirement.level != Level::May && !minimum.isEmpty())
        name += '_' + QByteArray(minimum).replace('.', '_');
    return name;
}

QByteArray actionText(const Requirement& requirement)
{
    QByteArray text = "action \"" + actionName(requirement) + "\" relay";
    if (requirement.level == Level::May)
        return text + '\n';
    text += " tls";
    if (requirement.minimum == TlsVersion::Tls12)
        text += " protocols \"TLSv1.2,TLSv1.3\"";
    if (requirement.minimum == TlsVersion::Tls13)
        text += " protocols \"TLSv1.3\"";
    return text + (requirement.level == Level::Encrypt ? " no-verify\n" : "\n");
}

bool isOutboundLevel(Level level)
{
    return level == Level::May || level == Level::Encrypt || level == Level::Verify;
}

Result<ExportPlan> outbound(ExportRequest request)
{
    ExportPlan plan;
    Requirement& byDefault = request.policy.byDefault;
    if (byDefault.level != Level::None && !isOutboundLevel(byDefault.level)) {
        plan.refused.push_back({QStringLiteral("all"), ExportRefusal::Reason::NotExpressible});
        byDefault = {};
    }
    std::map<QByteArray, QByteArray> actions;
    std::vector<Route> routes;
    for (const auto& [scope, requirement] : request.policy.rows) {
        const auto domain = exporttext::hostName(scope.domain);
        const QString text = QString::fromStdString(scope.text());
        if (scope.domain == nullSender) {
            plan.refused.push_back({text, ExportRefusal::Reason::NoNullSender});
        } else if (!domain) {
            plan.refused.push_back({QString::fromStdString(scope.domain), ExportRefusal::Reason::NotAHostName});
        } else if (!isOutboundLevel(requirement.level)) {
            plan.refused.push_back({text, ExportRefusal::Reason::NotExpressible});
        } else {
            actions[actionName(requirement)] = actionText(requirement);
            routes.push_back({*domain, actionName(requirement)});
            if (scope.subdomains)
                routes.push_back({"*." + *domain, actionName(requirement)});
        }
    }
    // The first match decides: names before patterns, the longest pattern first. Of two rows for one name the exact
    // one, which comes first in the policy, stays first.
    std::stable_sort(routes.begin(), routes.end(), [](const Route& a, const Route& b) {
        const bool wide = a.pattern.startsWith('*');
        const bool other = b.pattern.startsWith('*');
        return wide != other ? other : wide && a.pattern.count('.') > b.pattern.count('.');
    });
    if (routes.empty() && byDefault.level == Level::None)
        return plan;
    if (byDefault.level != Level::None)
        actions[actionName(byDefault)] = actionText(byDefault);
    QByteArray text;
    for (const auto& [name, line] : actions)
        text += line;
    for (const char* who : {"from local", "from any auth"}) {
        text += '\n';
        for (const Route& route : routes)
            text += QByteArray("match ") + who + " for domain \"" + route.pattern + "\" action \"" + route.action
                + "\"\n";
        if (byDefault.level != Level::None)
            text += QByteArray("match ") + who + " for any action \"" + actionName(byDefault) + "\"\n";
    }
    const QByteArray directory = request.directory.toLatin1();
    exporttext::Purpose purpose = purposeOf(request, "Waxseal: outbound TLS levels for OpenSMTPD, ");
    purpose.what = request.audit
        ? "This form holds nothing back: all rules stand here as comments, since OpenSMTPD has no form that only\n"
          "logs. The log tells what each delivery reached (\"smtp tls\", \"cert-check\").\n"
        : "Mail to these domains is sent at the level of the rule or not at all: it is deferred, retried for the\n"
          "queue's ttl (four days by default), then returned to the sender.\n";
    purpose.on = "smtpd -n && restart smtpd (rcctl restart smtpd, systemctl restart opensmtpd)";
    purpose.off = "take the \"include\" line away, and restart smtpd";
    plan.files.push_back({QString::fromLatin1(outboundFile),
        exporttext::head(request, purpose, outboundFile,
            "Once, by hand, in smtpd.conf, before your own \"match\" lines, since the first that fits decides:\n"
            "  include \""
                + directory + '/' + outboundFile
                + "\"\nThese actions send to the domain's own MX hosts: mail to these domains then goes past a "
                  "smarthost.\n"
                  "encrypt: \"relay tls no-verify\". verify: \"relay tls\", a certificate for the MX host's name.\n"
                  "Minimum versions need OpenSMTPD 7. It has no DANE, no level per next hop, and none \"in clear\".\n")
            + '\n' + (request.audit ? exporttext::commented(text) : text)});
    return plan;
}

} // namespace

ExportTarget openSmtpdTarget()
{
    ExportTarget target;
    target.id = QStringLiteral("opensmtpd");
    target.name = QStringLiteral("OpenSMTPD");
    target.directions = {Direction::Inbound, Direction::Outbound};
    ExportOption directory = serverDirectoryOption();
    directory.byDefault = QStringLiteral("/etc/mail");
    target.options = {directory, ownNetworksOption()};
    target.plan = [](const ExportRequest& asked) {
        ExportRequest request = asked;
        request.directory = asked.option(QStringLiteral("server-directory"));
        return request.direction == Direction::Inbound ? inbound(request) : outbound(request);
    };
    return target;
}

} // namespace waxseal
