// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/postfixtext.h"

#include "model/core/domainname.h"
#include "model/core/percent.h"
#include "model/exporter/postfixscript.h"

#include <QUrl>

#include <algorithm>

namespace waxseal::postfix {

namespace {

QByteArray timeText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")).toLatin1() + " UTC"
                          : QByteArrayLiteral("unknown");
}

QByteArray percent(std::uint64_t part, std::uint64_t whole)
{
    const double share = whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    return waxseal::percent(share, PercentForm::Fixed, QLocale::c()).toLatin1();
}

QByteArray predictionText(const ExportRequest& request)
{
    const ExportPrediction& p = request.prediction;
    QByteArray text = "Made " + timeText(request.now) + " for this prediction:\n";
    if (p.messages == 0)
        return text + "  none: no mail of this direction was in the logs.\n";
    text += "  mail seen      " + QByteArray::number(p.messages) + " messages, " + timeText(p.from) + " to "
        + timeText(p.to) + "\n";
    text += "  would be lost  " + QByteArray::number(p.lost) + " messages (" + percent(p.lost, p.messages)
        + "), of them " + QByteArray::number(p.lostSpam) + " labelled spam\n";
    text
        += "  cannot be told " + QByteArray::number(p.unknown) + " messages (" + percent(p.unknown, p.messages) + ")\n";
    return text;
}

constexpr char rfc3207Text[]
    = "RFC 3207, section 4: a publicly-referenced SMTP server MUST NOT require use of the STARTTLS\n"
      "extension in order to deliver mail locally. This policy does, by your choice. MTA-STS (RFC 8461)\n"
      "and DANE (RFC 7672) get encryption from those who can without losing those who cannot.\n";

} // namespace

QByteArray commented(const QByteArray& text)
{
    QByteArray out;
    const QList<QByteArray> lines = text.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i + 1 == lines.size() && lines[i].isEmpty())
            break;
        out += lines[i].isEmpty() ? QByteArrayLiteral("#\n") : QByteArray("# " + lines[i] + '\n');
    }
    return out;
}

QByteArray head(
    const ExportRequest& request, const Purpose& purpose, const QByteArray& fileName, const QByteArray& about)
{
    const QByteArray directory = request.directory.toLatin1();
    QByteArray text = purpose.title + '\n' + '\n' + purpose.what + '\n';
    text += "This file: " + directory + '/' + fileName + '\n' + about + '\n';
    text += "On:   sh " + directory + '/' + purpose.script + " on\n";
    text += "Off:  sh " + directory + '/' + purpose.script + " off\n\n";
    text += predictionText(request);
    if (purpose.rfc3207)
        text += '\n' + QByteArray(rfc3207Text);
    return commented(text);
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

std::optional<QByteArray> hostName(std::string_view domain)
{
    const auto parsed = DomainName::parse(domain);
    if (!parsed)
        return {};
    return QByteArray::fromStdString(parsed->ascii());
}

QList<QByteArray> spellings(const QByteArray& domain)
{
    QList<QByteArray> out{domain};
    const QList<QByteArray> labels = domain.split('.');
    // Each label as it is, or in Unicode; a name of many foreign labels is written in one way throughout.
    QList<qsizetype> foreign;
    QList<QString> unicode;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        QString label;
        if (labels[i].startsWith("xn--"))
            label = QUrl::fromAce(labels[i], QUrl::IgnoreIDNWhitelist);
        // Postfix folds a table's keys and what it looks up: these two letters fold to others, which make another name.
        constexpr QChar sharpS(u'\u00df');
        constexpr QChar finalSigma(u'\u03c2');
        const bool usable = !label.isEmpty() && label != QLatin1StringView(labels[i]) && !label.contains(sharpS)
            && !label.contains(finalSigma) && QUrl::toAce(label) == labels[i];
        if (usable)
            foreign.append(i);
        unicode.append(usable ? label : QString());
    }
    if (foreign.isEmpty())
        return out;
    constexpr qsizetype mixedAtMost = 3;
    const unsigned all = foreign.size() <= mixedAtMost ? (1U << foreign.size()) - 1 : 1;
    for (unsigned which = 1; which <= all; ++which) {
        QString name;
        for (qsizetype i = 0; i < labels.size(); ++i) {
            const qsizetype place = foreign.indexOf(i);
            const bool written = place >= 0 && (foreign.size() > mixedAtMost || (which >> place & 1U) != 0);
            name
                += (i == 0 ? QString() : QStringLiteral(".")) + (written ? unicode[i] : QString::fromLatin1(labels[i]));
        }
        for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
            const QByteArray key = name.normalized(form).toUtf8();
            if (!out.contains(key))
                out.append(key);
        }
    }
    return out;
}

} // namespace waxseal::postfix
