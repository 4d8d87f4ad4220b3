// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/domainname.h"
#include "model/core/nexthop.h"
#include "model/exporter/postfixtext.h"

#include <map>
#include <optional>
#include <set>

namespace waxseal::postfix {

namespace {

constexpr char tableFile[] = "waxseal_tls_policy";
constexpr char scriptFile[] = "waxseal-outbound.sh";

bool isOutboundLevel(const Requirement& requirement)
{
    return requirement.level != Level::TrustedCertificate;
}

QByteArray levelWord(Level level)
{
    switch (level) {
    case Level::None:
        return "none";
    case Level::May:
        return "may";
    case Level::Encrypt:
        return "encrypt";
    case Level::Dane:
        return "dane";
    case Level::DaneOnly:
        return "dane-only";
    case Level::Verify:
        return "verify";
    case Level::Secure:
        return "secure";
    case Level::TrustedCertificate:
        break;
    }
    return {};
}

QByteArray policyText(const Requirement& requirement)
{
    QByteArray text = levelWord(requirement.level);
    const QByteArray protocol = protocolName(requirement.minimum);
    if (exporttext::isStrict(requirement.level) && !protocol.isEmpty())
        text += " protocols=>=" + protocol;
    return text;
}

/** A row's key: a domain, or a next hop with its brackets and port, which the server looks up to the letter. */
std::optional<QByteArray> nextHopKey(const std::string& text)
{
    const auto hop = NextHop::parse(text);
    return hop ? std::optional(QByteArray::fromStdString(hop->text())) : std::nullopt;
}

constexpr char authorityCheck[] = R"SH(    if [ -z "$(base smtp_tls_CAfile)$(base smtp_tls_CApath)" ] &&
        [ "$(base tls_append_default_CA)" != yes ]; then
        stop "Set smtp_tls_CAfile first (Debian: /etc/ssl/certs/ca-certificates.crt): verify and secure need it."
    fi
)SH";

constexpr char auditCheck[] = R"SH(    case $(base smtp_tls_security_level) in
    "" | none | may) ;;
    *) stop "smtp_tls_security_level is stricter than may already: this audit form would lower it. Enforce instead." ;;
    esac
)SH";

/** What a level means, for those who read the table without having made it. */
QByteArray legend(Level level)
{
    switch (level) {
    case Level::None:
        return "none: in clear, even where the other side offers TLS.\n";
    case Level::May:
        return "may: TLS where it can be had, else in clear.\n";
    case Level::Encrypt:
        return "encrypt: TLS or nothing; whose certificate it is does not matter.\n";
    case Level::Dane:
        return "dane: as the other side's TLSA records demand; without such records as \"may\".\n";
    case Level::DaneOnly:
        return "dane-only: as the other side's TLSA records demand; without such records nothing.\n";
    case Level::Verify:
        return "verify: a trusted certificate for the MX host's name, which DNS may have told falsely.\n";
    case Level::Secure:
        return "secure: a trusted certificate for the next hop's own name or a name below it\n"
               "(smtp_tls_secure_cert_match). Where the MX host is a provider's, add: match=provider.example\n";
    case Level::TrustedCertificate:
        break;
    }
    return {};
}

constexpr char routesNote[]
    = R"SH(    routes=$(base relayhost)$(base transport_maps)$(base sender_dependent_relayhost_maps)
    if [ -n "$routes" ]; then
        say "relayhost or transport maps are in use: rows are looked up by the next hop written there, brackets and" \
            "port included, not by the recipient's domain."
    fi
)SH";

} // namespace

Result<ExportPlan> exportOutbound(const ExportRequest& request)
{
    const DirectionPolicy& policy = request.policy;
    if (!isOutboundLevel(policy.byDefault))
        return Error{ErrorCode::InvalidPolicy, QString::fromStdString(policy.byDefault.text()), {}};

    ExportPlan plan;
    std::map<QByteArray, Requirement> rows;
    for (const auto& [scope, requirement] : policy.rows) {
        if (scope.domain == nullSender) {
            plan.refused.push_back({QString::fromStdString(scope.domain), ExportRefusal::Reason::NoNullSender});
            continue;
        }
        const auto domain = nextHopKey(scope.domain);
        if (!domain) {
            plan.refused.push_back({QString::fromStdString(scope.domain), ExportRefusal::Reason::NotAHostName});
            continue;
        }
        if (!isOutboundLevel(requirement)) {
            plan.refused.push_back({QString::fromStdString(scope.text()), ExportRefusal::Reason::NotExpressible});
            continue;
        }
        // ".example.com" hits subdomains alone here, and an exact row goes before it. An exact row of the same domain
        // sorts first in the policy, so it is not replaced.
        rows.try_emplace(*domain, requirement);
        if (scope.subdomains)
            rows.try_emplace('.' + *domain, requirement);
    }
    const bool setsDefault = policy.byDefault.level != Level::None;
    if (rows.empty() && !setsDefault)
        return plan;

    bool dane = policy.byDefault.level == Level::Dane || policy.byDefault.level == Level::DaneOnly;
    bool authority = policy.byDefault.level == Level::Verify || policy.byDefault.level == Level::Secure;
    QByteArray table;
    std::set<Level> levels;
    for (const auto& [key, requirement] : rows) {
        levels.insert(requirement.level);
        if (request.audit && exporttext::isStrict(requirement.level))
            levels.insert(Level::May);
        dane = dane || requirement.level == Level::Dane || requirement.level == Level::DaneOnly;
        authority = authority || requirement.level == Level::Verify || requirement.level == Level::Secure;
        if (request.audit && exporttext::isStrict(requirement.level))
            table += "# to enforce: " + key + ' ' + policyText(requirement) + '\n' + key + " may\n";
        else
            table += key + ' ' + policyText(requirement) + '\n';
    }

    const QByteArray directory = request.directory.toLatin1();
    const QByteArray map = request.mapType.toLatin1() + ':' + directory + '/' + tableFile;
    Purpose purpose;
    purpose.title
        = QByteArray("Waxseal: outbound TLS levels for Postfix, ") + (request.audit ? "audit form" : "enforcing");
    if (request.audit) {
        purpose.what
            = "Postfix has no warn_if_reject on the way out. This form holds nothing back: it asks for \"may\", and\n"
              "the log tells what each delivery reached";
        purpose.what += rows.empty() ? ".\n" : "; the strict row stands above each as a comment.\n";
    } else {
        purpose.what = rows.empty() ? "Mail is sent at this level or not at all"
                                    : "Mail to these next hops is sent at the level of the row or not at all";
        purpose.what
            += ": it is deferred, retried for\nmaximal_queue_lifetime (5 days), then returned to the sender.\n";
    }
    purpose.script = scriptFile;

    QList<Setting> settings;
    if (setsDefault) {
        const Level level
            = request.audit && exporttext::isStrict(policy.byDefault.level) ? Level::May : policy.byDefault.level;
        QByteArray why = rows.empty() ? "For all next hops." : "For all other next hops.";
        if (request.audit && exporttext::isStrict(policy.byDefault.level))
            why += " To enforce: " + levelWord(policy.byDefault.level);
        settings.append({Setting::Kind::Replace, "smtp_tls_security_level", levelWord(level), why});
        const QByteArray protocol = protocolName(policy.byDefault.minimum);
        if (exporttext::isStrict(policy.byDefault.level) && !protocol.isEmpty() && !request.audit)
            settings.append({Setting::Kind::Replace, "smtp_tls_mandatory_protocols", ">=" + protocol,
                "Postfix 3.6 and later. Applies at \"encrypt\" and above; raising smtp_tls_protocols instead would "
                "not\n"
                "protect mail but move it into clear text."});
    }
    if (!rows.empty())
        settings.append({Setting::Kind::Append, "smtp_tls_policy_maps", map,
            "The first map that knows a next hop decides, so rows of your own go first."});
    if (dane && !request.audit) {
        settings.append({Setting::Kind::Replace, "smtp_dns_support_level", "dnssec",
            "dane and dane-only need it, and a resolver of your own that validates; else all of that mail is "
            "deferred."});
        settings.append({Setting::Kind::Replace, "smtp_host_lookup", "dns", "DANE needs addresses from DNS."});
    }
    settings.append(
        {Setting::Kind::Replace, "smtp_tls_loglevel", "1", "One line a session, so that the next log can be judged."});

    if (!rows.empty())
        purpose.byHand = "  postmap " + map + '\n';
    purpose.byHand
        += "  postconf -e 'NAME = VALUE' for each line below, or paste them into main.cf\n  postfix reload\n";
    purpose.byHand += rows.empty() ? "Off again: set" : "Off again: take the map out of smtp_tls_policy_maps, set";
    purpose.byHand += " the other settings back to what they were;\npostfix reload\n";
    if (authority)
        purpose.byHand += "verify and secure need smtp_tls_CAfile (Debian: /etc/ssl/certs/ca-certificates.crt).\n";

    ScriptParts parts;
    if (authority && !request.audit)
        parts.checks = authorityCheck;
    if (request.audit)
        parts.checks = auditCheck;
    parts.notes = routesNote;
    plan.files.push_back({QStringLiteral("waxseal-outbound.cf"), fragment(request, purpose, settings)});
    for (const Setting& setting : settings) {
        if (setting.name == "smtp_tls_policy_maps" || setting.name == "smtp_tls_security_level")
            parts.decisive.append(setting.name);
    }
    if (!rows.empty()) {
        parts.tables.append(tableFile);
        parts.files.append(tableFile);
        QByteArray meanings;
        for (const Level level : levels)
            meanings += legend(level);
        plan.files.push_back({QString::fromLatin1(tableFile),
            head(request, purpose, tableFile,
                "One row a next hop, for smtp_tls_policy_maps. Build it with postmap after every change. The key is\n"
                "the next hop: the recipient's domain, unless relayhost or transport_maps say otherwise; then it is\n"
                "what stands there, word for word, as in [mail.example.com]:587.\n"
                "\"example.com\" is that domain alone, \".example.com\" its subdomains alone; hence two lines for "
                "both.\n"
                    + meanings)
                + '\n' + table});
    }
    plan.files.push_back({QString::fromLatin1(scriptFile), script(request, purpose, settings, parts)});
    return plan;
}

} // namespace waxseal::postfix
