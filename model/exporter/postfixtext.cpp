// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/postfixtext.h"

#include "model/exporter/postfixscript.h"

#include <algorithm>

namespace waxseal::postfix {

QByteArray head(
    const ExportRequest& request, const Purpose& purpose, const QByteArray& fileName, const QByteArray& about)
{
    const QByteArray directory = request.directory.toLatin1();
    const QByteArray command = "sh " + directory + '/' + purpose.script;
    return exporttext::head(request,
        {purpose.title, purpose.what, directory, command + " on", command + " off", purpose.rfc3207}, fileName, about);
}

QByteArray fragment(const ExportRequest& request, const Purpose& purpose, const QList<Setting>& settings)
{
    QByteArray text = head(request, purpose, purpose.script.chopped(3) + ".cf",
        "Lines for main.cf, for those who edit it by hand. The script does the same with postconf.\n"
        "Where you have a list of your own, ours goes behind it: nothing of yours is to be replaced.\n\n"
        "By hand:\n"
            + purpose.byHand);
    for (const Setting& setting : settings) {
        text += '\n' + commented(setting.why);
        if (setting.kind == Setting::Kind::Append) {
            text += "# Keep what you have; add at the end, before a closing \"permit\":\n";
            text += "#   " + setting.name + " = (your own entries), " + setting.value + '\n';
            text += "# and if you have none:\n";
        }
        text += setting.name + " = " + setting.value + '\n';
    }
    return text;
}

namespace {

/** Words that any inbound plan may set; a plan that sets another one would leave it behind. */
constexpr char ownedInbound[] = "ours waxseal_\n"
                                "ours waxsealtls_\n"
                                "list smtpd_restriction_classes ^waxseal_[a-z0-9_]*$\n"
                                "list smtpd_sender_restrictions ^waxseal_[a-z0-9_]*$\n"
                                "replace smtpd_tls_security_level\n"
                                "replace smtpd_tls_mandatory_protocols\n"
                                "replace smtpd_tls_ask_ccert\n"
                                "replace smtpd_tls_loglevel\n"
                                "replace plaintext_reject_code\n";
constexpr char ownedOutbound[] = "list smtp_tls_policy_maps ^[a-z]+:.*/waxseal_tls_policy$\n"
                                 "replace smtp_tls_security_level\n"
                                 "replace smtp_tls_mandatory_protocols\n"
                                 "replace smtp_dns_support_level\n"
                                 "replace smtp_host_lookup\n"
                                 "replace smtp_tls_loglevel\n";

QByteArray kindWord(Setting::Kind kind)
{
    switch (kind) {
    case Setting::Kind::Ours:
        return "ours ";
    case Setting::Kind::Replace:
        return "replace ";
    case Setting::Kind::Append:
        return "list ";
    }
    return {};
}

bool isOwned(const QByteArray& owned, const Setting& setting)
{
    const QList<QByteArray> lines = owned.split('\n');
    return std::any_of(lines.begin(), lines.end(), [&](const QByteArray& line) {
        const QByteArray kind = kindWord(setting.kind);
        if (!line.startsWith(kind))
            return false;
        const QByteArray what = line.mid(kind.size());
        return setting.kind == Setting::Kind::Ours
            ? setting.name.startsWith(what)
            : what.left(what.indexOf(' ')) == setting.name || what == setting.name;
    });
}

} // namespace

QByteArray script(
    const ExportRequest& request, const Purpose& purpose, const QList<Setting>& settings, const ScriptParts& parts)
{
    Plan plan;
    plan.inbound = request.direction == Direction::Inbound;
    plan.audit = request.audit;
    plan.name = purpose.script.chopped(3);
    plan.directory = request.directory.toLatin1();
    plan.mapType = request.mapType.toLatin1();
    plan.tables = parts.tables;
    plan.files = parts.files;
    plan.owned = plan.inbound ? ownedInbound : ownedOutbound;
    for (const Setting& setting : settings) {
        Q_ASSERT(isOwned(plan.owned, setting));
        plan.settings += kindWord(setting.kind) + setting.name + ' ' + setting.value + '\n';
    }
    plan.service = parts.service;
    plan.serviceLine = parts.serviceLine;
    plan.classes = parts.classes;
    plan.decisive = parts.decisive;
    plan.samples = parts.samples;
    plan.checks = parts.checks + parts.notes;
    return "#!/bin/sh\n"
        + head(request, purpose, purpose.script,
            "Switches it on and off; run it as root. \"on\" first puts back what was there before Waxseal, then\n"
            "sets what is below; \"off\" puts it back. What it replaces in main.cf is kept in "
                + plan.name
                + ".state\nbeside main.cf, to the byte. \"check\" tries it and changes nothing; a sender and an "
                  "address "
                  "behind it are\ntried as well: sh "
                + plan.directory + '/' + purpose.script
                + " check user@example.com 192.0.2.1\n"
                  "-c /other/dir, or MAIL_CONFIG in the environment, names another Postfix instance.\n")
        + engine(plan);
}

QByteArray protocolName(TlsVersion minimum)
{
    switch (minimum) {
    case TlsVersion::Tls10:
        return "TLSv1";
    case TlsVersion::Tls11:
        return "TLSv1.1";
    case TlsVersion::Tls12:
        return "TLSv1.2";
    case TlsVersion::Tls13:
        return "TLSv1.3";
    case TlsVersion::Unknown:
    case TlsVersion::Other:
        break;
    }
    return {};
}

} // namespace waxseal::postfix
