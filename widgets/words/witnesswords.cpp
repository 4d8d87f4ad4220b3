// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/words/witnesswords.h"

#include "model/core/printable.h"
#include "widgets/words/words.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

namespace waxseal::words {

/** Context of these sentences: `Witness::tr("…")`. */
struct Witness
{
    Q_DECLARE_TR_FUNCTIONS(Witness)
};

namespace {

/** A type, its words and what helps (RFC 8460, sections 4.3.1 and 4.3.2). */
struct ResultType
{
    std::string_view type;
    const char* words;
    const char* remedy;
};

constexpr std::array resultTypesOfTheRfc{
    ResultType{"starttls-not-supported", QT_TRANSLATE_NOOP("Witness", "STARTTLS not offered"),
        QT_TRANSLATE_NOOP("Witness", "Offer STARTTLS on every MX, and look for a firewall that takes it out.")},
    ResultType{"certificate-host-mismatch", QT_TRANSLATE_NOOP("Witness", "certificate for another name"),
        QT_TRANSLATE_NOOP("Witness", "The MX's certificate must have the name of the MX.")},
    ResultType{"certificate-expired", QT_TRANSLATE_NOOP("Witness", "certificate expired"),
        QT_TRANSLATE_NOOP("Witness", "Renew the MX's certificate, and reload the server.")},
    ResultType{"certificate-not-trusted", QT_TRANSLATE_NOOP("Witness", "certificate not trusted"),
        QT_TRANSLATE_NOOP("Witness", "Use a certificate of a public authority, and send its whole chain.")},
    ResultType{"validation-failure", QT_TRANSLATE_NOOP("Witness", "TLS failed"),
        QT_TRANSLATE_NOOP("Witness", "The reason code and the server's own log tell more.")},
    ResultType{"tlsa-invalid", QT_TRANSLATE_NOOP("Witness", "TLSA record does not match"),
        QT_TRANSLATE_NOOP("Witness", "Publish the TLSA record of the certificate in use before it changes.")},
    ResultType{"dnssec-invalid", QT_TRANSLATE_NOOP("Witness", "DNSSEC failed"),
        QT_TRANSLATE_NOOP("Witness", "Mend the zone's signatures: no validating sender finds the MX.")},
    ResultType{"dane-required", QT_TRANSLATE_NOOP("Witness", "DANE required, no TLSA record"),
        QT_TRANSLATE_NOOP("Witness", "This sender requires DANE: publish TLSA records, or ask it not to.")},
    ResultType{"sts-policy-fetch-error", QT_TRANSLATE_NOOP("Witness", "MTA-STS policy not found"),
        QT_TRANSLATE_NOOP("Witness", "Serve the policy over HTTPS, or take the _mta-sts record away.")},
    ResultType{"sts-policy-invalid", QT_TRANSLATE_NOOP("Witness", "MTA-STS policy not valid"),
        QT_TRANSLATE_NOOP("Witness", "Mend the policy file.")},
    ResultType{"sts-webpki-invalid", QT_TRANSLATE_NOOP("Witness", "MTA-STS web server's certificate not valid"),
        QT_TRANSLATE_NOOP("Witness", "Renew the certificate of the host mta-sts below the domain.")},
};

const ResultType* find(std::string_view type)
{
    const auto at = std::find_if(resultTypesOfTheRfc.begin(), resultTypesOfTheRfc.end(),
        [type](const ResultType& one) { return one.type == type; });
    return at == resultTypesOfTheRfc.end() ? nullptr : &*at;
}

QString number(std::uint64_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

/** "sts" as its readers know it. */
QString policyName(const WitnessVote& vote)
{
    if (vote.type == "sts")
        return vote.mode.empty() ? QStringLiteral("MTA-STS")
                                 : Witness::tr("MTA-STS (mode %1)").arg(QString::fromStdString(vote.mode));
    if (vote.type == "tlsa")
        return QStringLiteral("DANE");
    return Witness::tr("no policy");
}

} // namespace

QString resultType(std::string_view type)
{
    if (type.empty())
        return Witness::tr("not explained");
    const ResultType* known = find(type);
    return known ? Witness::tr(known->words) : visibleText(type);
}

QString remedy(std::string_view type)
{
    const ResultType* known = find(type);
    return known ? Witness::tr(known->remedy) : QString();
}

QString resultTypes(const std::map<std::string, std::uint64_t>& results, std::size_t most)
{
    std::vector<std::pair<std::string_view, std::uint64_t>> sorted(results.begin(), results.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    QStringList out;
    for (std::size_t i = 0; i < std::min(most, sorted.size()); ++i)
        out.append(QStringLiteral("%1 (%2)").arg(resultType(sorted[i].first), number(sorted[i].second)));
    if (sorted.size() > most)
        out.append(QStringLiteral("…"));
    return out.join(QStringLiteral(", "));
}

QString text(const WitnessVote& vote, PercentForm form)
{
    const QString domain = visibleText(vote.domain);
    const std::uint64_t all = vote.successful + vote.failed;
    if (vote.failed == 0)
        return Witness::tr("%1, %2: all %3 sessions that were reported reached us over TLS.")
            .arg(domain, policyName(vote), number(all));
    const QString share = percentOf(vote.failed, all, form);
    if (vote.type == "sts" && vote.mode != "enforce")
        return Witness::tr("%1, %2: %3 of %4 sessions failed (%5). Enforced, the policy would keep that mail out.")
            .arg(domain, policyName(vote), number(vote.failed), number(all), share);
    if (vote.type == "sts" || vote.type == "tlsa")
        return Witness::tr("%1, %2: %3 of %4 sessions failed (%5); their mail waited or was lost.")
            .arg(domain, policyName(vote), number(vote.failed), number(all), share);
    return Witness::tr("%1, %2: TLS failed in %3 of %4 sessions (%5); that mail came in clear or not at all.")
        .arg(domain, policyName(vote), number(vote.failed), number(all), share);
}

QString text(const WitnessOfSender& sender, PercentForm form)
{
    if (sender.reports == 0)
        return {};
    const std::uint64_t all = sender.successful + sender.failed;
    const int count = plural(sender.reports);
    const QString reports = Witness::tr("Its own TLS reports (%n)", nullptr, count);
    if (sender.failed == 0)
        return Witness::tr("%1 say that all %2 sessions reached us over TLS.").arg(reports, number(all));
    return Witness::tr("%1 say that %2 of %3 sessions failed (%4): %5.")
        .arg(reports, number(sender.failed), number(all), percentOf(sender.failed, all, form),
            resultTypes(sender.results, 3));
}

QString text(const std::vector<SaferEmail>& rows, PercentForm form)
{
    if (rows.empty())
        return {};
    const auto [least, most] = std::minmax_element(
        rows.begin(), rows.end(), [](const SaferEmail& a, const SaferEmail& b) { return a.encrypted < b.encrypted; });
    const QString share = least->encrypted == most->encrypted
        ? percentOf(least->encrypted, 1'000'000, form)
        : percentRange(least->encrypted / 1e6, most->encrypted / 1e6);
    const QString date
        = rows.front().date.empty() ? QString() : QStringLiteral(" (%1)").arg(visibleText(rows.front().date));
    return rows.front().direction == Direction::Inbound
        ? Witness::tr("Google saw %1 of its mail to Gmail encrypted%2.").arg(share, date)
        : Witness::tr("Google saw %1 of Gmail's mail to it encrypted%2.").arg(share, date);
}

QString text(const WitnessNote& note)
{
    const QString path = visibleText(note.path);
    const int count = plural(note.count);
    switch (note.code) {
    case WitnessNote::Code::CannotOpen:
        return Witness::tr("%1 cannot be opened: %2").arg(path, note.detail);
    case WitnessNote::Code::NotAWitness:
        return note.detail.isEmpty() ? Witness::tr("%1 holds no TLS report.").arg(path)
                                     : Witness::tr("%1 holds no TLS report (%2).").arg(path, note.detail);
    case WitnessNote::Code::Damaged:
        return Witness::tr("%1 is damaged: %2").arg(path, note.detail);
    case WitnessNote::Code::TooLarge:
        return Witness::tr("%1: %n part(s) are too large to be a TLS report.", nullptr, count).arg(path);
    case WitnessNote::Code::TooMany:
        return Witness::tr("There is no room for more: what comes behind %1 was left out.").arg(path);
    }
    return {};
}

} // namespace waxseal::words
