// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/inputs.h"
#include "app/cli/trafficcolumns.h"
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
    text.options
        = QList<Option>{directionOption(), groupingOption()} + tableOptions() + periodOptions() + inputOptions();
    text.examples = {QStringLiteral("waxseal-cli domains /var/log/mail.log*"), Cli::tr("Who sends to us, and how."),
        QStringLiteral("waxseal-cli domains /var/log/mail.log* --direction outbound --csv > domains.csv"),
        Cli::tr("To whom we send, for a spreadsheet.")};
    return text;
}

/** A row: a domain, or an organisation with its domains. */
struct Row
{
    const DomainTraffic* traffic = nullptr;
    std::size_t domains = 1;
};

std::vector<Row> rowsOf(const Simulation& simulation)
{
    std::vector<Row> rows;
    for (std::size_t row = 0; row < simulation.domainCount(); ++row)
        rows.push_back({&simulation.traffic(row)});
    return rows;
}

std::vector<Row> rowsOf(const std::vector<OrganisationTraffic>& organisations)
{
    std::vector<Row> rows;
    for (const OrganisationTraffic& each : organisations)
        rows.push_back({&each.traffic, each.domains.size()});
    return rows;
}

void printCsv(Output& out, const std::vector<Row>& rows, Grouping grouping)
{
    const bool grouped = grouping == Grouping::Organisation;
    out.write(QByteArray(grouped ? "organisation," : "domain,")
        + QByteArray(trafficCsvHeader.data(), static_cast<qsizetype>(trafficCsvHeader.size()))
        + ",hosts,days,spam,plaintext_spam" + (grouped ? ",domains\r\n" : "\r\n"));
    for (const auto& [traffic, domains] : rows) {
        CsvLine line;
        line.text(traffic->key);
        addTraffic(line, *traffic);
        line.number(std::uint64_t{traffic->hosts}).number(std::uint64_t{traffic->activeDays});
        line.number(spamOf(*traffic)).number(traffic->plaintextSpam);
        if (grouped)
            line.number(std::uint64_t{domains});
        out.write(line.line());
    }
}

void printJson(Output& out, const std::vector<Row>& rows, Direction direction, Grouping grouping)
{
    const bool grouped = grouping == Grouping::Organisation;
    JsonWriter json;
    json.beginObject();
    json.value("schema", std::uint64_t{1});
    json.value("direction", name(direction));
    json.beginArray(grouped ? "organisations" : "domains");
    for (const auto& [traffic, domains] : rows) {
        json.beginObject();
        json.value(grouped ? "organisation" : "domain", traffic->key);
        addTraffic(json, *traffic);
        json.value("hosts", std::uint64_t{traffic->hosts});
        if (grouped)
            json.value("domains", std::uint64_t{domains});
        json.end();
    }
    json.end();
    json.end();
    out.write(json.take());
}

void printTable(Output& out, const std::vector<Row>& rows, Grouping grouping)
{
    const bool grouped = grouping == Grouping::Organisation;
    QStringList header = QStringList{grouped ? Cli::tr("Organisation") : Cli::tr("Domain")} + trafficHeader()
        + QStringList{Cli::tr("Hosts"), Cli::tr("Days")};
    if (grouped)
        header.append(Cli::tr("Domains"));
    TextTable table(header, QStringLiteral("l") + QString(header.size() - 1, u'r'));
    for (const auto& [traffic, domains] : rows) {
        QStringList cells = QStringList{printable(traffic->key)} + trafficCells(*traffic)
            + QStringList{count(traffic->hosts), count(traffic->activeDays)};
        if (grouped)
            cells.append(count(domains));
        table.add(cells);
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
    const auto grouping = options.grouping();
    if (!direction || !grouping)
        return Usage;
    int code = Done;
    const auto loaded = load(options, code);
    if (!loaded)
        return code;
    const FactTable& facts = *loaded->import.facts;
    if (*grouping == Grouping::Host)
        return printHosts(options, facts, *direction);
    const Simulation simulation = simulationOf(loaded->grounds(*direction), *direction);
    const auto organisations = *grouping == Grouping::Organisation ? trafficByOrganisation(facts, *direction)
                                                                   : std::vector<OrganisationTraffic>();
    const std::vector<Row> rows = *grouping == Grouping::Organisation ? rowsOf(organisations) : rowsOf(simulation);
    Output out;
    if (options.has(QStringLiteral("json")))
        printJson(out, rows, *direction, *grouping);
    else if (options.has(QStringLiteral("csv")))
        printCsv(out, rows, *grouping);
    else
        printTable(out, rows, *grouping);
    return out.flush() ? Done : InputOutput;
}

} // namespace waxseal::cli
