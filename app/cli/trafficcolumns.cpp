// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/trafficcolumns.h"

namespace waxseal::cli {

namespace {

std::uint64_t of(const DomainTraffic& traffic, TlsVersion version)
{
    return traffic.byVersion[static_cast<std::size_t>(version)];
}

/** Over TLS, but not known to be 1.0 to 1.3. */
std::uint64_t other(const DomainTraffic& traffic)
{
    return of(traffic, TlsVersion::Other) + of(traffic, TlsVersion::Unknown);
}

} // namespace

std::uint64_t spamOf(const DomainTraffic& traffic)
{
    return traffic.bySpam[static_cast<std::size_t>(SpamVerdict::Spam)];
}

void addTraffic(CsvLine& line, const DomainTraffic& traffic)
{
    line.number(traffic.messages).number(traffic.plaintext);
    line.number(of(traffic, TlsVersion::Tls10)).number(of(traffic, TlsVersion::Tls11));
    line.number(of(traffic, TlsVersion::Tls12)).number(of(traffic, TlsVersion::Tls13));
    line.number(other(traffic)).number(traffic.unknown).number(traffic.recipients);
}

void addTraffic(JsonWriter& json, const DomainTraffic& traffic)
{
    json.value("messages", traffic.messages);
    json.value("plaintext", traffic.plaintext);
    json.value("unknown", traffic.unknown);
    json.beginObject("tls");
    json.value("1.0", of(traffic, TlsVersion::Tls10));
    json.value("1.1", of(traffic, TlsVersion::Tls11));
    json.value("1.2", of(traffic, TlsVersion::Tls12));
    json.value("1.3", of(traffic, TlsVersion::Tls13));
    json.value("other", other(traffic));
    json.end();
    json.value("recipients", traffic.recipients);
    json.value("days", std::uint64_t{traffic.activeDays});
    json.value("spam", spamOf(traffic));
    json.value("plaintext_spam", traffic.plaintextSpam);
}

QStringList trafficHeader()
{
    return {Cli::tr("Messages"), Cli::tr("Over TLS"), Cli::tr("Plaintext"), Cli::tr("Unknown"),
        QStringLiteral("TLS 1.3"), QStringLiteral("TLS 1.2"), QStringLiteral("TLS 1.1"), QStringLiteral("TLS 1.0"),
        Cli::tr("Other"), Cli::tr("Spam")};
}

QStringList trafficCells(const DomainTraffic& traffic)
{
    return {count(traffic.messages), percent(shareOf(traffic.overTls(), traffic.messages)), count(traffic.plaintext),
        count(traffic.unknown), count(of(traffic, TlsVersion::Tls13)), count(of(traffic, TlsVersion::Tls12)),
        count(of(traffic, TlsVersion::Tls11)), count(of(traffic, TlsVersion::Tls10)), count(other(traffic)),
        count(spamOf(traffic))};
}

} // namespace waxseal::cli
