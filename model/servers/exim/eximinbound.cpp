// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/domainname.h"
#include "model/core/ipaddress.h"
#include "model/exporter/exporttext.h"
#include "model/servers/exim/eximexport.h"
#include "model/servers/exim/eximscript.h"

#include <array>
#include <map>

namespace waxseal::exim {

namespace {

constexpr char planFile[] = "waxseal_inbound.acl";
constexpr char activeFile[] = "waxseal_inbound.active";
constexpr char tableName[] = "waxseal_sender";
constexpr char scriptFile[] = "waxseal-inbound.sh";
constexpr char anySender[] = "postmaster@client.example"; ///< stands for everybody in a trial

struct Table
{
    std::map<QByteArray, QByteArray> rows; ///< key -> the requirement's word
    std::map<QByteArray, QByteArray> samples; ///< the requirement's word -> a sender who falls under it
    bool trusted = false;
    std::array<bool, 2> versions{}; ///< TLS 1.2, TLS 1.3
};

void use(Table& table, const Requirement& requirement, const QByteArray& sender)
{
    if (requirement.level == Level::None)
        return;
    if (!sender.isEmpty())
        table.samples.try_emplace(QByteArray::fromStdString(requirement.text()), sender);
    table.trusted = table.trusted || requirement.level == Level::TrustedCertificate;
    table.versions[0] = table.versions[0] || requirement.minimum == TlsVersion::Tls12;
    table.versions[1] = table.versions[1] || requirement.minimum == TlsVersion::Tls13;
}

Table makeTable(const DirectionPolicy& policy, std::vector<ExportRefusal>& refused)
{
    Table table;
    use(table, policy.byDefault, anySender);
    for (const auto& [scope, requirement] : policy.rows) {
        const bool isNull = scope.domain == nullSender;
        const auto domain = isNull ? std::optional<QByteArray>{} : exporttext::hostName(scope.domain);
        if (!isNull && !domain) {
            refused.push_back({QString::fromStdString(scope.domain), ExportRefusal::Reason::NotAHostName});
            continue;
        }
        if (!exporttext::isInboundLevel(requirement.level)) {
            refused.push_back({QString::fromStdString(scope.text()), ExportRefusal::Reason::NotExpressible});
            continue;
        }
        const QByteArray word = QByteArray::fromStdString(requirement.text());
        if (isNull) {
            table.rows["<>"] = word;
            use(table, requirement, {});
            continue;
        }
        for (const QByteArray& key : keys(*domain))
            table.rows[scope.subdomains ? "*." + key : key] = word;
        // An exact row of the same domain goes before this one.
        const bool hidden = scope.subdomains && policy.rows.count(Scope{scope.domain, false}) != 0;
        use(table, requirement, hidden ? QByteArray() : "postmaster@" + *domain);
    }
    return table;
}

/** The networks as an Exim host list: semicolons between, since IPv6 has colons. */
QByteArray hostList(const QString& networks)
{
    QByteArray out = "<;";
    const auto parsed = parseNetworks(networks.toStdString());
    if (!parsed)
        return out;
    for (const Cidr& network : *parsed)
        out += (out.size() > 2 ? " ; " : " ") + QByteArray::fromStdString(network.text());
    return out;
}

QByteArray lookup(const QByteArray& path, const Requirement& byDefault)
{
    return "${if exists{" + path
        + "}{${lookup{${if eq{$sender_address}{}{<>}{$sender_address_domain}}}\\\n"
          "      partial1-lsearch{"
        + path + "}{$value}{" + QByteArray::fromStdString(byDefault.text()) + "}}}{none}}";
}

QByteArray versionRule(const QByteArray& minimum, const QByteArray& digits)
{
    return "\n  warn\n    condition = ${if match{$acl_m_waxseal_need}{\\N>=1[.]" + digits.left(1)
        + "$\\N}}\n    condition = ${if !match{$tls_in_ver}{\\N^TLSv?1[.][" + digits
        + "-9]$\\N}}\n    set acl_m_waxseal_lack = Session encryption with TLS " + minimum + " or later is required\n";
}

QByteArray lastRule(const ExportRequest& request)
{
    const QByteArray condition = "    condition = ${if def:acl_m_waxseal_lack}\n";
    if (request.audit)
        return "\n# Refuses nothing: a line in the main log for each recipient.\n  warn\n" + condition
            + "    log_message = Waxseal would refuse: $acl_m_waxseal_lack: from=<$sender_address> "
              "to=<$local_part@$domain>\n";
    const bool now = request.policy.refusal == Refusal::Now;
    return QByteArray("\n  ") + (now ? "deny" : "defer") + '\n' + condition
        + "    message = " + (now ? "554 5.7.1" : "450 4.7.1") + " $acl_m_waxseal_lack\n"
        + "    log_message = Waxseal: $acl_m_waxseal_lack\n";
}

/** The piece of the RCPT ACL, below its comments. */
QByteArray rules(const ExportRequest& request, const Table& table, const QByteArray& path)
{
    const bool exempts = request.option(QStringLiteral("networks")) != QStringLiteral("none");
    QByteArray text = "\n# What is required of this sender. Mail from this machine, your own networks and users is not "
                      "held to it.\n"
                      "  warn\n    set acl_m_waxseal_need = none\n    set acl_m_waxseal_lack =\n\n"
                      "  warn\n    condition = ${if def:sender_host_address}\n";
    if (exempts)
        text += "    !hosts = " + hostList(request.option(QStringLiteral("networks"))) + '\n';
    text += "    !authenticated = *\n    set acl_m_waxseal_need = " + lookup(path, request.policy.byDefault) + '\n';
    text += "\n# What this session lacks of it.\n"
            "  warn\n    condition = ${if match{$acl_m_waxseal_need}{\\N^(encrypt|trusted)\\N}}\n"
            "    !encrypted = *\n    set acl_m_waxseal_lack = Session encryption is required\n";
    if (table.versions[0])
        text += versionRule("1.2", "2");
    if (table.versions[1])
        text += versionRule("1.3", "3");
    if (table.trusted)
        text += "\n  warn\n    condition = ${if match{$acl_m_waxseal_need}{^trusted}}\n    !verify = certificate\n"
                "    set acl_m_waxseal_lack = A TLS client certificate that this server trusts is required\n";
    return text + lastRule(request);
}

QByteArray placement(bool debian, const QByteArray& line, const QByteArray& active)
{
    QByteArray text = "Once, by hand:  sh " + active.left(active.lastIndexOf('/')) + '/' + scriptFile
        + " off   makes an empty " + active + "; then add this line\n";
    if (debian)
        return text
            + "to exim4.conf.localmacros, or to conf.d/main/000_localmacros where the configuration is split:\n  "
            + line
            + "\nand run update-exim4.conf. Debian's RCPT ACL reads it behind your own networks and users, and not "
              "for\n"
              "recipients at postmaster. Where you set this macro already, put into that file of yours:\n  .include "
            + active + '\n';
    return text + "to the RCPT ACL (acl_smtp_rcpt), behind the tests of the recipient, before the last \"accept\":\n  "
        + line + "\nWhat an \"accept\" before it lets through is not held to the requirements.\n";
}

} // namespace

Result<ExportPlan> exportInbound(const ExportRequest& request)
{
    if (!exporttext::isInboundLevel(request.policy.byDefault.level))
        return Error{ErrorCode::InvalidPolicy, QString::fromStdString(request.policy.byDefault.text()), {}};
    ExportPlan plan;
    const Table table = makeTable(request.policy, plan.refused);
    if (table.samples.empty() && table.rows.count("<>") == 0)
        return plan; // nothing but refused rows and exceptions from nothing

    QByteArray rows;
    for (const auto& [key, word] : table.rows)
        rows += key + ": " + word + '\n';
    // A table is read anew for every message: one of another content has another name, so that writing the files
    // changes nothing that is switched on.
    const QByteArray tableFile = QByteArray(tableName) + '.' + exporttext::digest(rows);
    const QByteArray directory = request.directory.toLatin1();
    const QByteArray active = directory + '/' + activeFile;
    const bool debian = request.option(QStringLiteral("exim-form")) == QStringLiteral("debian");

    ScriptPlan switching;
    switching.directory = directory;
    switching.plan = planFile;
    switching.active = activeFile;
    switching.line = (debian ? "CHECK_RCPT_LOCAL_ACL_FILE = " : ".include ") + active;
    switching.table = tableName;
    switching.files = {planFile, tableFile};
    switching.audit = request.audit;
    switching.trusted = table.trusted;
    switching.code = request.policy.refusal == Refusal::Now ? "554" : "450";
    switching.client = "192.0.2.1";
    for (const auto& [word, sender] : table.samples)
        switching.samples += sender + '\n';

    exporttext::Purpose purpose;
    purpose.title
        = QByteArray("Waxseal: inbound TLS requirements for Exim, ") + (request.audit ? "audit form" : "enforcing");
    purpose.what = exporttext::inboundText(request,
        "This form refuses nothing: it writes \"Waxseal would refuse\" to the main log, a line a recipient.\n"
        "When the log says what you expected, export again to enforce.\n");
    purpose.directory = directory;
    purpose.on = "sh " + directory + '/' + scriptFile + " on";
    purpose.off = "sh " + directory + '/' + scriptFile + " off";
    purpose.rfc3207 = request.policy.byDefault.level != Level::None;

    plan.files.push_back({QString::fromLatin1(planFile),
        exporttext::head(request, purpose, planFile,
            "A piece of the RCPT ACL, for Exim 4.94 and later. Exim reads " + active
                + ", which becomes\na copy of this file when it is switched on.\n\n"
                + placement(debian, switching.line, active))
            + rules(request, table, directory + '/' + tableFile)});
    plan.files.push_back({QString::fromLatin1(tableFile),
        exporttext::head(request, purpose, tableFile,
            "Sender domains, read by partial1-lsearch: \"example.com\" is that domain alone and goes first;\n"
            "\"*.example.com\" is it and all below it, the longest first. <> is the null sender, as in bounces.\n"
            "\"none\" is an exception. The name ends in a digest of the rows: Exim reads a table anew for every\n"
            "message, so another policy needs another file. A name in other letters than a to z stands here as\n"
            "DNS has it (xn--...) and as SMTPUTF8 senders write it: lsearch converts neither.\n")
            + '\n' + rows});
    plan.files.push_back({QString::fromLatin1(scriptFile),
        "#!/bin/sh\n"
            + exporttext::head(request, purpose, scriptFile,
                "Switches it on and off; run it as root. It writes " + active
                    + " and nothing of yours.\nBefore that it asks Exim whether the rule can be read, is reached and "
                      "answers as predicted (exim -bV, -bh);\nwhen not, it puts back what was there. \"check\" tries "
                      "it and changes nothing; a sender, an address and a\nrecipient behind it are tried as well: sh "
                    + directory + '/' + scriptFile
                    + " check user@example.com 192.0.2.1\nEXIM in the environment names another program than exim4 or "
                      "exim.\n")
            + script(switching)});
    return plan;
}

} // namespace waxseal::exim
