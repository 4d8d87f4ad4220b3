// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/domainname.h"
#include "model/exporter/exporttext.h"
#include "model/servers/exim/eximexport.h"
#include "model/servers/exim/eximscript.h"

#include <map>
#include <set>

namespace waxseal::exim {

namespace {

constexpr char planFile[] = "waxseal_outbound.options";
constexpr char activeFile[] = "waxseal_outbound.active";
constexpr char tableName[] = "waxseal_recipient";
constexpr char scriptFile[] = "waxseal-outbound.sh";

/** Exim compares a certificate with the MX host's name and cannot with the domain's, which "secure" would be. */
bool isOutboundLevel(const Requirement& requirement)
{
    return requirement.level != Level::TrustedCertificate && requirement.level != Level::Secure;
}

/** "" where the default is the server's own. */
QByteArray wordOf(const Requirement& requirement, bool audit)
{
    if (audit && exporttext::isStrict(requirement.level))
        return "may";
    if (!exporttext::isStrict(requirement.level))
        return requirement.level == Level::None ? "none" : "may";
    return QByteArray::fromStdString(requirement.text());
}

struct Table
{
    std::map<QByteArray, Requirement> rows;
    std::set<Level> levels;
    bool versions = false;
};

void use(Table& table, const Requirement& requirement, bool audit)
{
    if (audit && exporttext::isStrict(requirement.level))
        return;
    table.levels.insert(requirement.level);
    table.versions = table.versions
        || (exporttext::isStrict(requirement.level) && !exporttext::minimumVersion(requirement).isEmpty());
}

Table makeTable(const ExportRequest& request, std::vector<ExportRefusal>& refused)
{
    Table table;
    for (const auto& [scope, requirement] : request.policy.rows) {
        const QString text = QString::fromStdString(scope.text());
        const auto domain = exporttext::hostName(scope.domain);
        if (scope.domain == nullSender) {
            refused.push_back({text, ExportRefusal::Reason::NoNullSender});
        } else if (!domain) {
            // A next hop in brackets is one, too: Exim's options are asked for the recipient's domain.
            refused.push_back({QString::fromStdString(scope.domain), ExportRefusal::Reason::NotAHostName});
        } else if (!isOutboundLevel(requirement)) {
            refused.push_back({text, ExportRefusal::Reason::NotExpressible});
        } else {
            table.rows[scope.subdomains ? "*." + *domain : *domain] = requirement;
            use(table, requirement, request.audit);
        }
    }
    if (request.policy.byDefault.level != Level::None)
        use(table, request.policy.byDefault, request.audit);
    return table;
}

QByteArray rowText(const Table& table, bool audit)
{
    QByteArray text;
    for (const auto& [key, requirement] : table.rows) {
        if (audit && exporttext::isStrict(requirement.level))
            text += "# to enforce: " + key + ": " + QByteArray::fromStdString(requirement.text()) + '\n';
        text += key + ": " + wordOf(requirement, audit) + '\n';
    }
    return text;
}

QByteArray options(const ExportRequest& request, const Table& table, const QByteArray& path)
{
    const QByteArray byDefault
        = request.policy.byDefault.level == Level::None ? "may" : wordOf(request.policy.byDefault, request.audit);
    const QByteArray level = "${lookup{$domain}partial1-lsearch{" + path + "}{$value}{" + byDefault + "}}";
    const auto option = [&](const char* name, const char* words) -> QByteArray {
        return QByteArray("  ") + name + " = ${if match{" + level + "}{\\N^(" + words + ")(>|$)\\N}{*}{}}\n";
    };
    QByteArray text = "\n# One domain a delivery, since the options below depend on it.\n  multi_domain = false\n";
    if (table.levels.count(Level::None) != 0)
        text += "\n# In clear, even where the other side offers TLS.\n" + option("hosts_avoid_tls", "none");
    if (table.levels.count(Level::Encrypt) != 0 || table.levels.count(Level::Verify) != 0)
        text += "\n# TLS or nothing.\n" + option("hosts_require_tls", "encrypt|verify");
    if (table.levels.count(Level::Verify) != 0)
        text += "\n# A trusted certificate for the MX host's name (tls_verify_certificates; the system's authorities\n"
                "# unless you say otherwise).\n"
            + option("tls_verify_hosts", "verify");
    if (table.levels.count(Level::DaneOnly) != 0)
        text += "\n# As the other side's TLSA records demand. Needs a resolver that validates: where DNSSEC does not "
                "prove\n"
                "# the MX's address, and where there are no such records, Exim returns the mail at once and does not "
                "retry.\n"
            + option("hosts_require_dane", "dane-only");
    if (table.versions)
        text += "\n.ifdef _HAVE_GNUTLS\n"
                "  tls_require_ciphers = ${if match{"
            + level
            + "}{\\N>=1[.]3$\\N}{NORMAL:-VERS-ALL:+VERS-TLS1.3}\\\n"
              "      {${if match{"
            + level + "}{\\N>=1[.]2$\\N}{NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2}{NORMAL}}}}\n.endif\n";
    return text;
}

QByteArray about(const QByteArray& active, const QByteArray& line, bool debian)
{
    const QByteArray directory = active.left(active.lastIndexOf('/'));
    return "Options of the smtp transport, for Exim 4.94 and later. Exim reads " + active + ", which becomes\n"
        + "a copy of this file when it is switched on.\n\nOnce, by hand:  sh " + directory + '/' + scriptFile
        + " off   makes an empty " + active + "; then add this line\nto the transport, below \"driver = smtp\""
        + (debian ? " (Debian: remote_smtp in conf.d/transport/30_exim4-config_remote_smtp, or in\n"
                    "exim4.conf.template, then update-exim4.conf; its macros have no place for all of this):\n  "
                  : ":\n  ")
        + line
        + "\nWhere an option stands in the transport already, Exim says so: take yours out. Mail that a smarthost\n"
          "takes is sent by that host's rules; the rows hold for mail that this transport sends itself.\n";
}

} // namespace

Result<ExportPlan> exportOutbound(const ExportRequest& asked)
{
    ExportPlan plan;
    ExportRequest request = asked;
    if (!isOutboundLevel(request.policy.byDefault)) {
        plan.refused.push_back({QStringLiteral("all"), ExportRefusal::Reason::NotExpressible});
        request.policy.byDefault = {};
    }
    const Table table = makeTable(request, plan.refused);
    if (table.rows.empty() && request.policy.byDefault.level == Level::None)
        return plan;

    const QByteArray rows = rowText(table, request.audit);
    const QByteArray tableFile = QByteArray(tableName) + '.' + exporttext::digest(rows);
    const QByteArray directory = request.directory.toLatin1();
    const QByteArray active = directory + '/' + activeFile;
    const bool debian = request.option(QStringLiteral("exim-form")) == QStringLiteral("debian");

    ScriptPlan switching;
    switching.inbound = false;
    switching.versions = table.versions;
    switching.directory = directory;
    switching.plan = planFile;
    switching.active = activeFile;
    switching.line = ".include " + active;
    switching.table = tableName;
    switching.files = {planFile, tableFile};

    exporttext::Purpose purpose;
    purpose.title
        = QByteArray("Waxseal: outbound TLS levels for Exim, ") + (request.audit ? "audit form" : "enforcing");
    purpose.what = request.audit
        ? "This form holds nothing back: it asks for \"may\", and the log tells what each delivery reached (X=,\n"
          "CV=); the strict row stands above each as a comment.\n"
        : "Mail to these domains is sent at the level of the row or not at all: it is deferred, retried as your\n"
          "retry rules say (four days by default), then returned to the sender.\n";
    purpose.directory = directory;
    purpose.on = "sh " + directory + '/' + scriptFile + " on";
    purpose.off = "sh " + directory + '/' + scriptFile + " off";

    plan.files.push_back({QString::fromLatin1(planFile),
        exporttext::head(request, purpose, planFile, about(active, switching.line, debian))
            + options(request, table, directory + '/' + tableFile)});
    plan.files.push_back({QString::fromLatin1(tableFile),
        exporttext::head(request, purpose, tableFile,
            "Recipients' domains, read by partial1-lsearch: \"example.com\" is that domain alone and goes first;\n"
            "\"*.example.com\" is it and all below it, the longest first.\n"
            "none: in clear. may: TLS where it can be had. encrypt: TLS or nothing. verify: and a trusted\n"
            "certificate for the MX host's name. dane-only: as the TLSA records demand; mail to a domain that has "
            "none\n"
            "is returned at once. dane: the same where there are such records (hosts_try_dane, which is on by "
            "default), else as may.\n")
            + '\n' + rows});
    plan.files.push_back({QString::fromLatin1(scriptFile),
        "#!/bin/sh\n"
            + exporttext::head(request, purpose, scriptFile,
                "Switches it on and off; run it as root. It writes " + active
                    + " and nothing of yours.\nBefore that it asks Exim whether it can read the options and whether a "
                      "transport has them; when not, it\nputs back what was there. \"check\" tries it and changes "
                      "nothing. EXIM in the environment names another\nprogram than exim4 or exim.\n")
            + script(switching)});
    return plan;
}

} // namespace waxseal::exim
