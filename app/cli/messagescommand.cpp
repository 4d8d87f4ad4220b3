// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/follow.h"
#include "app/cli/inputs.h"

namespace waxseal::cli {

namespace {

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("messages INPUT... [OPTIONS]");
    text.description = Cli::tr(
        "Prints a row a message of one direction as soon as its story is complete in the log; nothing is stored. In "
        "the column "
        "“tls” stands the version, “plaintext”, “unknown” when the log does not tell, or “tls” when it tells no "
        "version. A "
        "workspace holds sums and no messages, so INPUT must be logs. With --json each line is an object of its own. "
        "Here a number of days such as --since 30d counts from today, since the end of the log is not known yet.");
    text.options = QList<Option>{directionOption()} + tableOptions() + QList<Option>{followOption()} + periodOptions()
        + inputOptions();
    text.examples = {QStringLiteral("waxseal-cli messages /var/log/mail.log --csv | grep ',plaintext,'"),
        Cli::tr("The messages that came in clear.")};
    return text;
}

QString tlsWord(const TlsFact& tls)
{
    switch (tls.state) {
    case TlsState::Unknown:
        return QStringLiteral("unknown");
    case TlsState::Plaintext:
        return QStringLiteral("plaintext");
    case TlsState::Tls:
        break;
    }
    return tls.version == TlsVersion::Unknown ? QStringLiteral("tls")
                                              : QString::fromStdString(std::string(name(tls.version)));
}

void printCsv(Output& out, const MessageRecord& message)
{
    CsvLine line;
    line.text(isoTime(message.time))
        .text(name(message.direction))
        .text(message.domain)
        .text(message.host->address.text());
    line.text(message.queueId).text(message.messageId).text(tlsWord(*message.tls)).text(message.tls->cipher);
    line.text(name(message.tls->trust)).text(name(message.spam));
    line.text(message.host->name).text(message.nextHop).number(std::uint64_t{message.recipients});
    out.write(line.line());
}

void printJson(Output& out, const MessageRecord& message)
{
    JsonWriter json(true);
    json.beginObject();
    json.value("schema", std::uint64_t{1});
    json.value("time", isoTime(message.time));
    json.value("direction", name(message.direction));
    json.value("domain", message.domain);
    json.value("host", message.host->address.text());
    json.value("queue_id", message.queueId);
    json.value("message_id", message.messageId);
    json.value("tls", tlsWord(*message.tls));
    json.value("cipher", message.tls->cipher);
    json.value("trust", name(message.tls->trust));
    json.value("spam", name(message.spam));
    json.value("host_name", message.host->name);
    json.value("next_hop", message.nextHop);
    json.value("recipients", std::uint64_t{message.recipients});
    json.end();
    out.write(json.take());
}

/** Rows come one by one, so the columns have fixed widths. */
void printRow(Output& out, const QString& time, const QString& domain, const QString& host, const QString& queueId,
    const QString& tls, const QString& trust, const QString& spam)
{
    QString line = time.leftJustified(24) + u' ' + queueId.leftJustified(16) + u' ' + tls.leftJustified(10) + u' '
        + trust.leftJustified(10) + u' ' + spam.leftJustified(11) + u' ' + domain.leftJustified(32) + u' ' + host;
    while (line.endsWith(u' '))
        line.chop(1);
    out.line(line);
}

} // namespace

int runMessages(const QStringList& arguments)
{
    Options options(help());
    if (const auto code = options.parse(arguments))
        return *code;
    const auto direction = options.direction();
    if (!direction)
        return Usage;
    for (const QString& input : options.inputs()) {
        if (isWorkspace(input))
            return options.misused(
                Cli::tr("%1 is a workspace: it holds sums and no messages. Name the logs.").arg(input));
    }
    const auto importOptions = options.importOptions();
    const auto period = options.period(dayOf(QDate::currentDate()));
    if (!importOptions || !period)
        return Usage;
    const auto isLookedAt = [&, all = !options.hasPeriod()](qint64 time) {
        if (all)
            return true;
        const auto day = dayOf(QDateTime::fromMSecsSinceEpoch(time / 1000, importOptions->zone).date());
        return day && period->contains(*day);
    };
    const bool asCsv = options.has(QStringLiteral("csv"));
    const bool asJson = options.has(QStringLiteral("json"));
    Output out;
    auto printHeader = [&, done = false]() mutable {
        if (done || asJson)
            return;
        done = true;
        if (asCsv)
            out.write("time,direction,domain,host,queue_id,message_id,tls,cipher,trust,spam,host_name,next_hop,"
                      "recipients\r\n");
        else
            printRow(out, Cli::tr("Time"), Cli::tr("Domain"), Cli::tr("Host"), Cli::tr("Queue id"),
                QStringLiteral("TLS"), Cli::tr("Trust"), Cli::tr("Spam"));
    };
    int code = Done;
    std::stop_source stop;
    const MessageSink sink = [&](const MessageRecord& message) {
        if (message.direction != *direction || !isLookedAt(message.time))
            return;
        if (out.hasFailed())
            stop.request_stop(); // nobody hears the rest
        printHeader();
        if (asCsv) {
            printCsv(out, message);
        } else if (asJson) {
            printJson(out, message);
        } else {
            const QString address = QString::fromStdString(message.host->address.text());
            printRow(out, isoTime(message.time), printable(message.domain),
                message.host->name.empty() ? address : printable(message.host->name) + u'[' + address + u']',
                printable(message.queueId), tlsWord(*message.tls),
                QString::fromStdString(std::string(name(message.tls->trust))),
                QString::fromStdString(std::string(name(message.spam))));
        }
    };
    auto loaded = load(options, code, sink, stop.get_token());
    if (!loaded)
        return code;
    printHeader();
    if (options.has(QStringLiteral("follow")) && out.flush())
        return follow(
            options, *loaded, [&] { return out.flush(); }, sink, stop.get_token());
    return out.flush() ? Done : InputOutput;
}

} // namespace waxseal::cli
