// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/domainname.h"
#include "model/exporter/postfixtext.h"

#include <map>

namespace waxseal::postfix {

namespace {

// "spawn" runs this for every smtpd process that asks; protocol: SMTPD_POLICY_README.
constexpr char serviceCode[] = R"PY(
import re
import sys

VERSION = re.compile(r"TLSv(\d+)(?:\.(\d+))?\Z")
CONTEXT = re.compile(r"(\d+)\.(\d+):(450|554)\Z")

def number(text):
    found = VERSION.match(text)
    return (int(found[1]), int(found[2] or 0)) if found else (0, 0)

def answer(request):
    context = CONTEXT.match(request.get("policy_context", ""))
    if request.get("request") != "smtpd_access_policy" or not context:
        return "WARN waxseal: this request has no policy_context VERSION:CODE"
    minimum = (int(context[1]), int(context[2]))
    if number(request.get("encryption_protocol", "")) >= minimum:
        return "DUNNO"
    status = "4.7.1" if context[3] == "450" else "5.7.1"
    return "%s %s Session encryption with TLS %d.%d or later is required" % (context[3], status, *minimum)

def main():
    request = {}
    while True:
        line = sys.stdin.buffer.readline(65536)
        if not line:
            return
        text = line.decode("utf-8", "replace").rstrip("\n")
        if text:
            name, _, value = text.partition("=")
            if len(request) < 200:
                request[name] = value
            continue
        sys.stdout.write("action=%s\n\n" % answer(request))
        sys.stdout.flush()
        request = {}

main()
)PY";

constexpr char serviceName[] = "waxsealtls";
constexpr char serviceFile[] = "waxseal-tls-version.py";
constexpr char tableFile[] = "waxseal_sender";
constexpr char exactFile[] = "waxseal_sender_exact";
constexpr char exactDomainFile[] = "waxseal_sender_exact.regexp";
constexpr char anySender[] = "postmaster@client.example"; ///< stands for everybody in a trial
constexpr char scriptFile[] = "waxseal-inbound.sh";

QByteArray shortVersion(TlsVersion minimum)
{
    return QByteArray::fromStdString(std::string(name(minimum)));
}

bool asksForVersion(const Requirement& requirement)
{
    return requirement.level != Level::None && !protocolName(requirement.minimum).isEmpty();
}

/** What a row of a table says: a restriction class, or `permit` for an exception. */
QByteArray action(const Requirement& requirement)
{
    if (requirement.level == Level::None)
        return "permit";
    QByteArray text = requirement.level == Level::TrustedCertificate ? "waxseal_trusted" : "waxseal_encrypt";
    if (asksForVersion(requirement))
        text += '_' + shortVersion(requirement.minimum).replace('.', '_');
    return text;
}

/** The restrictions behind a class. Each ends in permit or in a refusal, so that the first matching row alone decides.
 */
QByteArray classBody(const Requirement& requirement, Refusal refusal, bool audit)
{
    const QByteArray warn = audit ? "warn_if_reject " : "";
    const QByteArray code = refusal == Refusal::Now ? "554" : "450";
    QByteArray text;
    if (asksForVersion(requirement)) {
        text = warn + "check_policy_service { unix:private/" + serviceName + ", policy_context="
            + shortVersion(requirement.minimum) + ':' + code + (audit ? ", default_action=DUNNO" : "") + " }, ";
    } else if (requirement.level == Level::Encrypt) {
        text = warn + "reject_plaintext_session, ";
    }
    if (requirement.level == Level::TrustedCertificate)
        // A bare "reject" would tell the other side's postmaster no more than "Access denied".
        return text + "permit_tls_all_clientcerts, " + warn + "check_sender_access static:{" + code
            + (refusal == Refusal::Now ? " 5.7.1" : " 4.7.1")
            + " A TLS client certificate that this server trusts is required}" + (audit ? ", permit" : "");
    return text + "permit";
}

struct Tables
{
    std::map<QByteArray, QByteArray> exact; ///< looked up by the sender's whole domain only
    std::map<QByteArray, QByteArray> tree; ///< walked by Postfix from the domain to its parents; and the null sender
    std::vector<Requirement> used;
};

void use(Tables& tables, const Requirement& requirement)
{
    if (requirement.level == Level::None)
        return;
    for (const Requirement& known : tables.used) {
        if (known == requirement)
            return;
    }
    tables.used.push_back(requirement);
}

Tables makeTables(const DirectionPolicy& policy, std::vector<ExportRefusal>& refused)
{
    Tables tables;
    if (policy.byDefault.level != Level::None)
        use(tables, policy.byDefault);
    for (const auto& [scope, requirement] : policy.rows) {
        const bool isNull = scope.domain == nullSender;
        const auto domain = isNull ? std::optional<QByteArray>{} : hostName(scope.domain);
        if (!isNull && !domain) {
            refused.push_back({QString::fromStdString(scope.domain), ExportRefusal::Reason::NotAHostName});
            continue;
        }
        if (!exporttext::isInboundLevel(requirement.level)) {
            refused.push_back({QString::fromStdString(scope.text()), ExportRefusal::Reason::NotExpressible});
            continue;
        }
        use(tables, requirement);
        if (isNull) {
            tables.tree["<>"] = action(requirement);
        } else if (scope.subdomains) {
            for (const QByteArray& key : spellings(*domain)) {
                tables.tree[key] = action(requirement);
                tables.tree['.' + key] = action(requirement);
            }
        } else {
            for (const QByteArray& key : spellings(*domain))
                tables.exact[key] = action(requirement);
        }
    }
    return tables;
}

/** A sender for each requirement that the script can try: the first domain that falls under it. */
QByteArray samples(const DirectionPolicy& policy, const Tables& tables)
{
    QByteArray text;
    for (const Requirement& requirement : tables.used) {
        QByteArray sender = policy.byDefault == requirement ? QByteArray(anySender) : QByteArray();
        for (const auto& [domain, said] : tables.exact) {
            if (sender.isEmpty() && said == action(requirement))
                sender = "postmaster@" + domain;
        }
        for (const auto& [domain, said] : tables.tree) {
            // An exact row may say otherwise of the same domain, and it comes first.
            if (sender.isEmpty() && said == action(requirement) && !domain.startsWith('.')
                && tables.exact.count(domain) == 0)
                sender = domain == "<>" ? QByteArray() : "postmaster@" + domain;
        }
        if (!sender.isEmpty())
            text += sender + '\n';
    }
    return text;
}

/** The line for master.cf. */
QByteArray serviceLine(const ExportRequest& request)
{
    return QByteArray(serviceName) + " unix - n n - 0 spawn user=nobody argv=/usr/bin/python3 "
        + request.directory.toLatin1() + '/' + serviceFile;
}

QByteArray rows(const std::map<QByteArray, QByteArray>& table)
{
    QByteArray text;
    for (const auto& [key, value] : table)
        text += key + ' ' + value + '\n';
    return text;
}

constexpr char offersTlsCheck[] = R"SH(    case $(base smtpd_tls_security_level)/$(base smtpd_use_tls) in
    none/* | /no) stop "STARTTLS is not offered (smtpd_tls_security_level): requiring it would refuse all of this mail." ;;
    esac
)SH";

constexpr char trustCheck[] = R"SH(    if [ -z "$(base smtpd_tls_CAfile)$(base smtpd_tls_CApath)" ]; then
        stop "Set smtpd_tls_CAfile first: it says which authorities' client certificates are trusted."
    fi
)SH";

constexpr char loopbackNote[] = R"SH(    for entry in $(postconf -c "$work/base" -M |
        awk '$2 == "inet" && $8 == "smtpd" && $1 ~ /^(127\.|localhost|\[::1\])/ { print $1 }'); do
        postconf -c "$work/base" -P "$entry/inet/smtpd_tls_security_level" 2>/dev/null | grep -q = ||
            say "Look at $entry in master.cf: mail that re-enters there in clear is refused now, unless it has" \
                "-o smtpd_tls_security_level=none"
    done
)SH";

/** "All, now": the setting that says 530 at MAIL. */
ExportPlan globalPlan(const ExportRequest& request)
{
    const Requirement& required = request.policy.byDefault;
    Purpose purpose;
    purpose.title = "Waxseal: STARTTLS required of all inbound mail, for Postfix";
    purpose.what = "Every session that sends MAIL FROM without TLS is refused now, with a 5xx reply:\n"
                   "530 5.7.0 Must issue a STARTTLS command first. The sender's server bounces.\n"
                   "It holds for every smtpd service that does not say otherwise in master.cf, and for your own\n"
                   "networks too. The log then names neither sender nor recipient, only \"disconnect ... mail=0/1\".\n";
    purpose.script = scriptFile;
    purpose.rfc3207 = true;
    QList<Setting> settings{{Setting::Kind::Replace, "smtpd_tls_security_level", "encrypt", "Instead of \"may\"."}};
    const QByteArray protocol = protocolName(required.minimum);
    purpose.byHand = "  postconf -e 'smtpd_tls_security_level = encrypt'\n";
    if (!protocol.isEmpty()) {
        settings.append({Setting::Kind::Replace, "smtpd_tls_mandatory_protocols", ">=" + protocol,
            "Postfix 3.6 and later; before, name what is off: !SSLv2, !SSLv3, !TLSv1, !TLSv1.1 ...\n"
            "Applies at level \"encrypt\". An older client fails in the handshake and cannot fall back."});
        purpose.byHand += "  postconf -e 'smtpd_tls_mandatory_protocols = >=" + protocol + "'\n";
    }
    purpose.byHand += "  postfix reload\nOff again: postconf -e 'smtpd_tls_security_level = may'; postfix reload\n";
    settings.append(
        {Setting::Kind::Replace, "smtpd_tls_loglevel", "1", "One line a session, so that the next log can be judged."});
    ScriptParts parts;
    parts.checks = "    [ -n \"$(base smtpd_tls_cert_file)$(base smtpd_tls_chain_files)\" ] ||\n"
                   "        stop \"Set smtpd_tls_chain_files first: without a certificate nobody can use STARTTLS.\"\n";
    parts.notes = loopbackNote;
    parts.service = serviceName;
    parts.decisive = {"smtpd_tls_security_level"};
    parts.samples = QByteArray(anySender) + '\n';
    ExportPlan plan;
    plan.files.push_back({QStringLiteral("waxseal-inbound.cf"), fragment(request, purpose, settings)});
    plan.files.push_back({QString::fromLatin1(scriptFile), script(request, purpose, settings, parts)});
    return plan;
}

QList<Setting> restrictionSettings(const ExportRequest& request, const Tables& tables)
{
    const QByteArray directory = request.directory.toLatin1();
    const QByteArray map = request.mapType.toLatin1();
    const DirectionPolicy& policy = request.policy;
    QList<Setting> settings;
    QByteArray classes;
    bool anyVersion = false;
    bool anyEncrypt = false;
    bool anyTrusted = false;
    for (const Requirement& requirement : tables.used) {
        QByteArray why = requirement.level == Level::TrustedCertificate
            ? "Only sessions with a client certificate that smtpd_tls_CAfile trusts."
            : "Only encrypted sessions.";
        if (asksForVersion(requirement))
            why += "\nThe version is judged by the policy service " + QByteArray(serviceFile)
                + (request.audit ? "; if it does not run, nothing is refused."
                                 : "; if it does not run,\nthis mail is deferred (451), not lost.");
        settings.append(
            {Setting::Kind::Ours, action(requirement), classBody(requirement, policy.refusal, request.audit), why});
        classes += action(requirement) + ", ";
        anyVersion = anyVersion || asksForVersion(requirement);
        anyEncrypt = anyEncrypt || (requirement.level == Level::Encrypt && !asksForVersion(requirement));
        anyTrusted = anyTrusted || requirement.level == Level::TrustedCertificate;
    }
    if (anyVersion)
        settings.append({Setting::Kind::Ours, QByteArray(serviceName) + "_time_limit", "3600s",
            "spawn ends a policy service after 1000 s otherwise, also one that is at work."});
    QByteArray body = "permit_mynetworks, permit_sasl_authenticated";
    QByteArray why = "Your own networks and users pass; then the first row that matches decides";
    if (!tables.exact.empty())
        body += ", check_sender_access pipemap:{regexp:" + directory + '/' + exactDomainFile + ',' + map + ':'
            + directory + '/' + exactFile + '}';
    if (!tables.tree.empty())
        body += ", check_sender_access " + map + ':' + directory + '/' + tableFile;
    if (policy.byDefault.level != Level::None) {
        body += ", " + action(policy.byDefault);
        why += ", and all others must\nmeet " + action(policy.byDefault);
    }
    settings.append({Setting::Kind::Ours, "waxseal_inbound", body, why + '.'});
    settings.append(
        {Setting::Kind::Append, "smtpd_restriction_classes", classes + "waxseal_inbound", "The names above."});
    settings.append({Setting::Kind::Append, "smtpd_sender_restrictions", "waxseal_inbound",
        "Last in the list, since a \"permit\" ends the list it stands in, and this one only. For the same reason\n"
        "what your own entries permit before it (an \"OK\" in a table, say) is not held to the requirements."});
    if (anyEncrypt && !request.audit)
        settings.append(
            {Setting::Kind::Replace, "plaintext_reject_code", policy.refusal == Refusal::Now ? "554" : "450",
                policy.refusal == Refusal::Now
                    ? "Refuse now: the sender bounces at once. (Used by every reject_plaintext_session you have.)"
                    : "Refuse later: the sender retries for days, then bounces. (Postfix's default.)"});
    if (anyTrusted)
        settings.append({Setting::Kind::Replace, "smtpd_tls_ask_ccert", "yes",
            "Ask clients for a certificate. smtpd_tls_CAfile says whom you trust; public web authorities hardly\n"
            "issue client certificates any more, and a self-signed one is \"Untrusted\": it would be refused."});
    settings.append(
        {Setting::Kind::Replace, "smtpd_tls_loglevel", "1", "One line a session, so that the next log can be judged."});
    return settings;
}

Purpose restrictionPurpose(const ExportRequest& request, const Tables& tables, bool service)
{
    Purpose purpose;
    const bool all = request.policy.byDefault.level != Level::None;
    purpose.title
        = QByteArray("Waxseal: inbound TLS requirements for Postfix, ") + (request.audit ? "audit form" : "enforcing");
    purpose.what = all ? "A TLS level is required of all inbound mail, with exceptions where rows say so.\n"
                       : "A TLS level is required of inbound mail from some sender domains.\n";
    if (request.audit) {
        purpose.what
            += "This form refuses nothing: warn_if_reject writes \"reject_warning:\" to the log, a line a recipient.\n"
               "When the log says what you expected, export again to enforce.\n";
    } else if (request.policy.refusal == Refusal::Later) {
        purpose.what += "Mail that does not meet it gets 450 at RCPT TO (refuse later): the sender retries for days.\n";
    } else {
        purpose.what += "Mail that does not meet it gets 554 at RCPT TO (refuse now): the sender bounces at once.\n";
    }
    purpose.script = scriptFile;
    purpose.rfc3207 = all;
    const QByteArray directory = request.directory.toLatin1();
    if (!tables.tree.empty())
        purpose.byHand += "  postmap " + request.mapType.toLatin1() + ':' + directory + '/' + tableFile + '\n';
    if (!tables.exact.empty())
        purpose.byHand += "  postmap " + request.mapType.toLatin1() + ':' + directory + '/' + exactFile + '\n';
    if (service)
        purpose.byHand += "  postconf -M '" + QByteArray(serviceName) + "/unix=" + serviceLine(request) + "'\n";
    purpose.byHand
        += "  postconf -e 'NAME = VALUE' for each line below, or paste them into main.cf\n"
           "  postfix reload\n"
           "Off again: take waxseal_inbound out of smtpd_sender_restrictions, set plaintext_reject_code and the\n"
           "smtpd_tls_ settings back to what they were; postfix reload\n";
    return purpose;
}

} // namespace

Result<ExportPlan> exportInbound(const ExportRequest& request)
{
    const DirectionPolicy& policy = request.policy;
    if (!exporttext::isInboundLevel(policy.byDefault.level))
        return Error{ErrorCode::InvalidPolicy, QString::fromStdString(policy.byDefault.text()), {}};
    if (policy.byDefault.level == Level::Encrypt && policy.rows.empty() && policy.refusal == Refusal::Now
        && !request.audit)
        return globalPlan(request);

    ExportPlan plan;
    const Tables tables = makeTables(policy, plan.refused);
    if (tables.used.empty())
        return plan; // nothing but refused rows and exceptions from nothing
    bool service = false;
    bool trusted = false;
    for (const Requirement& requirement : tables.used) {
        service = service || asksForVersion(requirement);
        trusted = trusted || requirement.level == Level::TrustedCertificate;
    }
    const Purpose purpose = restrictionPurpose(request, tables, service);
    const QList<Setting> settings = restrictionSettings(request, tables);
    plan.files.push_back({QStringLiteral("waxseal-inbound.cf"), fragment(request, purpose, settings)});

    ScriptParts parts;
    parts.checks = offersTlsCheck;
    if (trusted)
        parts.checks += trustCheck;
    parts.service = serviceName;
    parts.decisive = {"smtpd_sender_restrictions"};
    for (const Requirement& requirement : tables.used)
        parts.classes.append(action(requirement));
    parts.samples = samples(policy, tables);
    if (!tables.tree.empty()) {
        parts.tables.append(tableFile);
        parts.files.append(tableFile);
        plan.files.push_back({QString::fromLatin1(tableFile),
            head(request, purpose, tableFile,
                "Sender domains with their subdomains. Build it with postmap after every change. Postfix tries the\n"
                "domain, then its parents, and stops at the first row it finds. Each domain has two lines, since\n"
                "parents are tried as \"example.com\" when parent_domain_matches_subdomains contains\n"
                "smtpd_access_maps (the default) and as \".example.com\" when it does not: right for both.\n"
                "<> is the null sender (smtpd_null_access_lookup_key), as in bounces. \"permit\" is an exception.\n"
                "postmap -q makes one literal lookup and does not try parents. A name in other letters than a to z\n"
                "stands here as DNS has it (xn--...) and as SMTPUTF8 senders write it: Postfix converts neither.\n")
                + '\n' + rows(tables.tree)});
    }
    if (!tables.exact.empty()) {
        parts.tables.append(exactFile);
        parts.files += {exactFile, exactDomainFile};
        plan.files.push_back({QString::fromLatin1(exactFile),
            head(request, purpose, exactFile,
                "Sender domains without their subdomains. Build it with postmap after every change. It is read\n"
                "through "
                    + QByteArray(exactDomainFile)
                    + ", which gives Postfix nothing but the sender's whole domain to look\n"
                      "up. Read directly, a row would also hit subdomains, because parent_domain_matches_subdomains\n"
                      "contains smtpd_access_maps by default; this way it is exact whatever that setting says.\n"
                      "\"permit\" is an exception.\n")
                + '\n' + rows(tables.exact)});
        plan.files.push_back({QString::fromLatin1(exactDomainFile),
            head(request, purpose, exactDomainFile,
                "First half of a pipemap: turns user@example.com into example.com, so that the second half is\n"
                "asked for that alone and never for a parent domain. No postmap needed.\n")
                + "\n/^.*@([^@]+)$/ $1\n"});
    }
    if (service) {
        plan.files.push_back({QString::fromLatin1(serviceFile),
            "#!/usr/bin/python3\n"
                + head(request, purpose, serviceFile,
                    "A policy service (SMTPD_POLICY_README) for minimum TLS versions: Postfix sets them for the whole\n"
                    "server only, since the handshake comes before the sender is known. Which domains it is asked for\n"
                    "is decided by Postfix's tables; the version comes as policy_context. Needs Python 3 alone.\n"
                    "Line for master.cf (postconf -M):\n  "
                        + serviceLine(request) + '\n')
                + serviceCode});
        parts.checks
            += "    [ -x /usr/bin/python3 ] || stop \"/usr/bin/python3 is missing: the policy service needs it.\"\n"
               "    chmod 644 \"$directory/"
            + QByteArray(serviceFile) + "\"\n";
        parts.files.append(serviceFile);
        parts.serviceLine = serviceLine(request);
    }
    plan.files.push_back({QString::fromLatin1(scriptFile), script(request, purpose, settings, parts)});
    return plan;
}

} // namespace waxseal::postfix
