// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/follow.h"
#include "app/cli/inputs.h"
#include "app/cli/notewords.h"
#include "model/policy/simulation.h"
#include "widgets/words/words.h"

namespace waxseal::cli {

namespace {

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("summary INPUT... [OPTIONS]");
    text.description
        = Cli::tr("Reads mail logs and prints, for each direction, how many messages came or went in clear and over "
                  "which TLS version, "
                  "what was left out of the count, and what the logs could not tell. A message is counted once, "
                  "whatever loops it takes "
                  "inside the server; TLS that the log does not tell is unknown and never counted as plaintext.");
    text.options = tableOptions() + QList<Option>{followOption()} + periodOptions() + inputOptions();
    text.examples = {QStringLiteral("waxseal-cli summary /var/log/mail.log*"),
        Cli::tr("A rotated set, compressed or not, in any order."),
        QStringLiteral("journalctl -u 'postfix*' -o short-iso-precise | waxseal-cli summary -"),
        Cli::tr("From the journal."), QStringLiteral("waxseal-cli summary company.waxseal --json"),
        Cli::tr("What a workspace holds, for a script.")};
    return text;
}

std::uint64_t otherVersions(const DomainTraffic& traffic)
{
    return traffic.byVersion[static_cast<std::size_t>(TlsVersion::Other)]
        + traffic.byVersion[static_cast<std::size_t>(TlsVersion::Unknown)];
}

std::uint64_t version(const DomainTraffic& traffic, TlsVersion version)
{
    return traffic.byVersion[static_cast<std::size_t>(version)];
}

QByteArray json(const ImportResult& import, const std::array<TrafficSummary, 3>& traffic)
{
    JsonWriter out;
    out.beginObject();
    out.value("schema", std::uint64_t{1});
    for (const Direction direction : allDirections) {
        const TrafficSummary& part = traffic[static_cast<std::size_t>(direction)];
        out.beginObject(name(direction).data());
        out.value("messages", part.total.messages);
        out.value("plaintext", part.total.plaintext);
        out.value("unknown", part.total.unknown);
        out.beginObject("tls");
        out.value("1.0", version(part.total, TlsVersion::Tls10));
        out.value("1.1", version(part.total, TlsVersion::Tls11));
        out.value("1.2", version(part.total, TlsVersion::Tls12));
        out.value("1.3", version(part.total, TlsVersion::Tls13));
        out.value("other", otherVersions(part.total));
        out.end();
        out.value("domains", std::uint64_t{part.domainCount});
        const auto& spam = part.spamByTls[static_cast<std::size_t>(SpamVerdict::Spam)];
        out.beginObject("spam");
        out.value("tls", spam[0]);
        out.value("plaintext", spam[1]);
        out.end();
        out.end();
    }
    out.beginObject("period");
    for (const auto& [key, time] :
        {std::pair{"from", import.state.firstTime}, std::pair{"to", import.state.lastTime}}) {
        if (time == 0)
            out.null(key);
        else
            out.value(key, isoTime(time));
    }
    out.end();
    out.beginObject("excluded");
    out.value("reinjected", import.excluded.reinjected);
    out.value("authenticated", import.excluded.authenticated);
    out.value("internal", import.excluded.internal);
    out.value("rejected", import.excluded.rejected);
    out.value("forwarded", import.excluded.forwarded);
    out.end();
    out.beginArray("files");
    for (const SourceReport& source : import.state.sources) {
        out.beginObject();
        out.value("path", source.path);
        out.value("format", source.format);
        out.value("envelope", source.envelope);
        out.value("bytes", source.bytes);
        out.value("lines", source.lines);
        out.value("skipped", source.skipped);
        out.end();
    }
    out.end();
    out.beginArray("notes");
    for (const ImportNote& note : import.state.notes) {
        out.beginObject();
        out.value("code", noteWord(note.code));
        out.value("count", note.count);
        out.value("subject", note.subject);
        out.value("detail", note.detail);
        out.value("text", words::text(note));
        out.end();
    }
    out.end();
    out.end();
    return out.take();
}

QByteArray csv(const std::array<TrafficSummary, 3>& traffic)
{
    QByteArray out
        = "direction,messages,plaintext,tls10,tls11,tls12,tls13,other,unknown,domains,spam_tls,spam_plaintext\r\n";
    for (const Direction direction : allDirections) {
        const TrafficSummary& part = traffic[static_cast<std::size_t>(direction)];
        const auto& spam = part.spamByTls[static_cast<std::size_t>(SpamVerdict::Spam)];
        CsvLine line;
        line.text(name(direction)).number(part.total.messages).number(part.total.plaintext);
        for (const TlsVersion each : {TlsVersion::Tls10, TlsVersion::Tls11, TlsVersion::Tls12, TlsVersion::Tls13})
            line.number(version(part.total, each));
        line.number(otherVersions(part.total)).number(part.total.unknown).number(std::uint64_t{part.domainCount});
        out += line.number(spam[0]).number(spam[1]).line();
    }
    return out;
}

QString table(const ImportResult& import, const std::array<TrafficSummary, 3>& traffic)
{
    QString out;
    if (import.state.firstTime != 0)
        out += Cli::tr("Mail from %1 to %2").arg(isoTime(import.state.firstTime), isoTime(import.state.lastTime))
            + u'\n' + u'\n';
    TextTable rows({Cli::tr("Direction"), Cli::tr("Messages"), Cli::tr("Domains"), Cli::tr("Over TLS"),
                       Cli::tr("Plaintext"), Cli::tr("Unknown"), QStringLiteral("TLS 1.3"), QStringLiteral("TLS 1.2"),
                       QStringLiteral("TLS 1.1"), QStringLiteral("TLS 1.0"), Cli::tr("Other")},
        QStringLiteral("lrrrrrrrrrr"));
    for (const Direction direction : allDirections) {
        const TrafficSummary& part = traffic[static_cast<std::size_t>(direction)];
        const DomainTraffic& total = part.total;
        const auto share = [&](std::uint64_t messages) {
            return total.messages == 0 ? QStringLiteral("–") : percent(shareOf(messages, total.messages));
        };
        rows.add({words::text(direction), count(total.messages), count(part.domainCount), share(total.overTls()),
            share(total.plaintext), share(total.unknown), count(version(total, TlsVersion::Tls13)),
            count(version(total, TlsVersion::Tls12)), count(version(total, TlsVersion::Tls11)),
            count(version(total, TlsVersion::Tls10)), count(otherVersions(total))});
    }
    out += rows.text() + u'\n';

    const TrafficSummary& inbound = traffic[static_cast<std::size_t>(Direction::Inbound)];
    TextTable spam(
        {Cli::tr("Inbound"), Cli::tr("Over TLS"), Cli::tr("Plaintext"), Cli::tr("Unknown")}, QStringLiteral("lrrr"));
    for (const SpamVerdict verdict : {SpamVerdict::Legitimate, SpamVerdict::Spam, SpamVerdict::Unlabelled}) {
        const auto& row = inbound.spamByTls[static_cast<std::size_t>(verdict)];
        spam.add({words::text(verdict), count(row[0]), count(row[1]), count(row[2])});
    }
    out += spam.text() + u'\n';

    TextTable left({Cli::tr("Not counted"), Cli::tr("Messages")}, QStringLiteral("lr"));
    left.add({Cli::tr("re-injected by a content filter"), count(import.excluded.reinjected)});
    left.add({Cli::tr("authenticated, counted as submission"), count(import.excluded.authenticated)});
    left.add({Cli::tr("from internal networks"), count(import.excluded.internal)});
    left.add({Cli::tr("from forwarders"), count(import.excluded.forwarded)});
    left.add({Cli::tr("rejected"), count(import.excluded.rejected)});
    out += left.text() + u'\n';

    TextTable files({Cli::tr("File"), Cli::tr("Format"), Cli::tr("Bytes"), Cli::tr("Lines"), Cli::tr("Skipped")},
        QStringLiteral("llrrr"));
    for (const SourceReport& source : import.state.sources)
        files.add({printable(source.path), printable(QString(source.format + QStringLiteral(", ") + source.envelope)),
            count(source.bytes), count(source.lines), count(source.skipped)});
    return files.isEmpty() ? out : QString(out + files.text());
}

} // namespace

int runSummary(const QStringList& arguments)
{
    Options options(help());
    if (const auto code = options.parse(arguments))
        return *code;
    int code = Done;
    auto loaded = load(options, code);
    if (!loaded)
        return code;
    Output out;
    const auto print = [&] {
        std::array<TrafficSummary, 3> traffic;
        for (const Direction direction : allDirections)
            traffic[static_cast<std::size_t>(direction)] = summarise(*loaded->import.facts, direction);
        if (options.has(QStringLiteral("json")))
            out.write(json(loaded->import, traffic));
        else if (options.has(QStringLiteral("csv")))
            out.write(csv(traffic));
        else
            out.write(table(loaded->import, traffic).toUtf8());
        return out.flush();
    };
    if (!print())
        return InputOutput;
    return options.has(QStringLiteral("follow")) ? follow(options, *loaded, print) : Done;
}

} // namespace waxseal::cli
