// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "model/policy/simulation.h"

namespace waxseal::cli {

namespace {

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("domains INPUT... [OPTIONS]");
    text.description = Cli::tr("Prints a row a domain, those with most mail first. Inbound it is the domain of the "
                               "envelope sender (<> is the null "
                               "sender of bounces), outbound the next hop, which is the recipient's domain unless a "
                               "relay is named, for submission the "
                               "user's domain.");
    text.options = QList<Option>{directionOption()} + tableOptions() + inputOptions();
    text.examples = {QStringLiteral("waxseal-cli domains /var/log/mail.log*"), Cli::tr("Who sends to us, and how."),
        QStringLiteral("waxseal-cli domains /var/log/mail.log* --direction outbound --csv > domains.csv"),
        Cli::tr("To whom we send, for a spreadsheet.")};
    return text;
}

std::uint64_t of(const DomainTraffic& traffic, TlsVersion version)
{
    return traffic.byVersion[static_cast<std::size_t>(version)];
}

/** Over TLS, but not known to be 1.0 to 1.3. */
std::uint64_t other(const DomainTraffic& traffic)
{
    return of(traffic, TlsVersion::Other) + of(traffic, TlsVersion::Unknown);
}

std::uint64_t spam(const DomainTraffic& traffic)
{
    return traffic.bySpam[static_cast<std::size_t>(SpamVerdict::Spam)];
}

void printCsv(Output& out, const Simulation& simulation)
{
    out.write("domain,messages,plaintext,tls10,tls11,tls12,tls13,other,unknown,recipients,hosts,days,spam,plaintext_"
              "spam\r\n");
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const DomainTraffic& traffic = simulation.traffic(row);
        CsvLine line;
        line.text(traffic.key).number(traffic.messages).number(traffic.plaintext);
        line.number(of(traffic, TlsVersion::Tls10)).number(of(traffic, TlsVersion::Tls11));
        line.number(of(traffic, TlsVersion::Tls12)).number(of(traffic, TlsVersion::Tls13));
        line.number(other(traffic)).number(traffic.unknown).number(traffic.recipients);
        line.number(std::uint64_t{traffic.hosts}).number(std::uint64_t{traffic.activeDays});
        out.write(line.number(spam(traffic)).number(traffic.plaintextSpam).line());
    }
}

void printJson(Output& out, const Simulation& simulation)
{
    JsonWriter json;
    json.beginObject();
    json.value("schema", std::uint64_t{1});
    json.value("direction", name(simulation.direction()));
    json.beginArray("domains");
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const DomainTraffic& traffic = simulation.traffic(row);
        json.beginObject();
        json.value("domain", traffic.key);
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
        json.value("hosts", std::uint64_t{traffic.hosts});
        json.value("days", std::uint64_t{traffic.activeDays});
        json.value("spam", spam(traffic));
        json.value("plaintext_spam", traffic.plaintextSpam);
        json.end();
    }
    json.end();
    json.end();
    out.write(json.take());
}

void printTable(Output& out, const Simulation& simulation)
{
    TextTable table(
        {Cli::tr("Domain"), Cli::tr("Messages"), Cli::tr("Over TLS"), Cli::tr("Plaintext"), Cli::tr("Unknown"),
            QStringLiteral("TLS 1.3"), QStringLiteral("TLS 1.2"), QStringLiteral("TLS 1.1"), QStringLiteral("TLS 1.0"),
            Cli::tr("Other"), Cli::tr("Spam"), Cli::tr("Hosts"), Cli::tr("Days")},
        QStringLiteral("lrrrrrrrrrrrr"));
    for (std::size_t row = 0; row < simulation.domainCount(); ++row) {
        const DomainTraffic& traffic = simulation.traffic(row);
        table.add({printable(traffic.key), count(traffic.messages),
            percent(shareOf(traffic.overTls(), traffic.messages)), count(traffic.plaintext), count(traffic.unknown),
            count(of(traffic, TlsVersion::Tls13)), count(of(traffic, TlsVersion::Tls12)),
            count(of(traffic, TlsVersion::Tls11)), count(of(traffic, TlsVersion::Tls10)), count(other(traffic)),
            count(spam(traffic)), count(traffic.hosts), count(traffic.activeDays)});
    }
    out.write(table.text().toUtf8());
}

} // namespace

int runDomains(const QStringList& arguments)
{
    Options options(help());
    if (const auto code = options.parse(arguments))
        return *code;
    const auto direction = options.direction();
    if (!direction)
        return Usage;
    int code = Done;
    const auto loaded = load(options, code);
    if (!loaded)
        return code;
    const Simulation simulation(loaded->import.facts, *direction);
    Output out;
    if (options.has(QStringLiteral("json")))
        printJson(out, simulation);
    else if (options.has(QStringLiteral("csv")))
        printCsv(out, simulation);
    else
        printTable(out, simulation);
    return out.flush() ? Done : InputOutput;
}

} // namespace waxseal::cli
