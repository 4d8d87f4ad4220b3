// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/trafficcolumns.h"

#include <algorithm>

namespace waxseal::cli {

namespace {

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("hosts INPUT... [OPTIONS]");
    text.description = Cli::tr(
        "Prints a row a host, those with most mail first: its address, the last name that the log gave it, the "
        "organisation of that name (the registrable domain), the domains it sends for, and its TLS versions. Inbound "
        "it is the client, outbound the mail host of the other side. A row without an address holds the mail of "
        "hosts that the log does not name.");
    text.options = QList<Option>{directionOption()} + tableOptions() + periodOptions() + inputOptions();
    text.examples = {QStringLiteral("waxseal-cli hosts /var/log/mail.log* --since 30d"),
        Cli::tr("Which machines sent to us in the last 30 days."),
        QStringLiteral("waxseal-cli hosts /var/log/mail.log* --csv | awk -F, '$5 > 0'"),
        Cli::tr("Those that sent in clear.")};
    return text;
}

void printCsv(Output& out, const FactTable& facts, const std::vector<HostTraffic>& hosts)
{
    out.write("host,name,organisation,"
        + QByteArray(trafficCsvHeader.data(), static_cast<qsizetype>(trafficCsvHeader.size()))
        + ",domains,days,spam,plaintext_spam,domain_names\r\n");
    for (const HostTraffic& each : hosts) {
        const Host& host = facts.host(each.id);
        CsvLine line;
        line.text(host.address.text()).text(host.name).text(each.organisation);
        addTraffic(line, each.traffic);
        line.number(std::uint64_t{each.domains.size()}).number(std::uint64_t{each.traffic.activeDays});
        line.number(spamOf(each.traffic)).number(each.traffic.plaintextSpam);
        std::string names;
        for (const DomainId domain : each.domains) {
            names += names.empty() ? "" : " ";
            names += facts.domains.text(domain);
        }
        out.write(line.text(names).line());
    }
}

void printJson(Output& out, const FactTable& facts, Direction direction, const std::vector<HostTraffic>& hosts)
{
    JsonWriter json;
    json.beginObject();
    json.value("schema", std::uint64_t{1});
    json.value("direction", name(direction));
    json.beginArray("hosts");
    for (const HostTraffic& each : hosts) {
        const Host& host = facts.host(each.id);
        json.beginObject();
        json.value("host", host.address.text());
        json.value("name", host.name);
        json.value("organisation", each.organisation);
        addTraffic(json, each.traffic);
        json.beginArray("domains");
        for (const DomainId domain : each.domains)
            json.value(nullptr, facts.domains.text(domain));
        json.end();
        json.end();
    }
    json.end();
    json.end();
    out.write(json.take());
}

/** The first few domains, and how many there are besides. */
QString domainList(const FactTable& facts, const std::vector<DomainId>& domains)
{
    constexpr std::size_t few = 3;
    QStringList names;
    for (std::size_t i = 0; i < std::min(few, domains.size()); ++i)
        names.append(printable(facts.domains.text(domains[i])));
    const QString shown = names.join(QStringLiteral(", "));
    return domains.size() <= few ? shown : Cli::tr("%1 and %2 more").arg(shown, count(domains.size() - few));
}

void printTable(Output& out, const FactTable& facts, const std::vector<HostTraffic>& hosts)
{
    TextTable table(QStringList{Cli::tr("Host"), Cli::tr("Name")} + trafficHeader()
            + QStringList{Cli::tr("Days"), Cli::tr("Domains")},
        QStringLiteral("llrrrrrrrrrrrl"));
    for (const HostTraffic& each : hosts) {
        const Host& host = facts.host(each.id);
        table.add(
            QStringList{host.address.isNull() ? Cli::tr("not logged") : QString::fromStdString(host.address.text()),
                printable(host.name)}
            + trafficCells(each.traffic)
            + QStringList{count(each.traffic.activeDays), domainList(facts, each.domains)});
    }
    out.write(table.text().toUtf8());
}

} // namespace

int runHosts(const QStringList& arguments)
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
    return printHosts(options, *loaded->import.facts, *direction);
}

int printHosts(const Options& options, const FactTable& facts, Direction direction)
{
    const std::vector<HostTraffic> hosts = trafficByHost(facts, direction);
    Output out;
    if (options.has(QStringLiteral("json")))
        printJson(out, facts, direction, hosts);
    else if (options.has(QStringLiteral("csv")))
        printCsv(out, facts, hosts);
    else
        printTable(out, facts, hosts);
    return out.flush() ? Done : InputOutput;
}

} // namespace waxseal::cli
