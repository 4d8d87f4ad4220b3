// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/options.h"

#include "model/core/domainname.h"
#include "model/servers/servers.h"

#include <QCommandLineParser>
#include <QFile>

#include <algorithm>

namespace waxseal::cli {

namespace {

QString formatList()
{
    QStringList ids{QStringLiteral("auto")};
    for (const Server& server : servers())
        ids.append(QString::fromUtf8(server.id.data(), static_cast<qsizetype>(server.id.size())));
    return ids.join(QStringLiteral("|"));
}

/** Breaks a paragraph at blanks. */
QString wrapped(const QString& text, qsizetype indent, qsizetype width)
{
    QString out;
    qsizetype column = 0;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (column > 0 && column + 1 + word.size() > width) {
            out += u'\n' + QString(indent, u' ');
            column = 0;
        } else if (column > 0) {
            out += u' ';
            ++column;
        }
        out += word;
        column += word.size();
    }
    return out;
}

} // namespace

QList<Option> inputOptions()
{
    return {
        {QStringLiteral("format"), formatList(), Cli::tr("The logs' format; detected when not given.")},
        {QStringLiteral("internal"), QStringLiteral("CIDR,…|none"),
            Cli::tr(
                "Networks whose mail is our own and not counted, besides the default: loopback, RFC 1918, fc00::/7, "
                "link-local. “none” among them drops the default.")},
        {QStringLiteral("forwarder"), QStringLiteral("CIDR,…"),
            Cli::tr("Networks of our own backup MX or of servers known to forward to us: their mail is left out and "
                    "counted apart. May be given several times.")},
        {QStringLiteral("local-domain"), QStringLiteral("NAME"),
            Cli::tr("A domain of our own: mail to it is never outbound. May be given several times.")},
        {QStringLiteral("relayhost"), QStringLiteral("NEXTHOP"),
            Cli::tr(
                "What “postconf -h relayhost” says. No log names next hops, and outbound policies are keyed by them.")},
        {QStringLiteral("transports"), QStringLiteral("FILE"),
            Cli::tr("The text of transport_maps, in transport(5) form, for the same reason.")},
        {QStringLiteral("year"), QStringLiteral("YYYY"),
            Cli::tr("Year of the first line, for logs whose time stamps name none.")},
        {QStringLiteral("timezone"), QStringLiteral("NAME"),
            Cli::tr("Time zone of time stamps without one, and of days (for example Europe/Berlin). Default: the "
                    "system's.")},
        {QStringLiteral("quiet"), {}, Cli::tr("No progress and no notes on standard error.")},
    };
}

Option directionOption()
{
    return {QStringLiteral("direction"), QStringLiteral("inbound|outbound|submission"), Cli::tr("Default: inbound.")};
}

QList<Option> tableOptions()
{
    return {
        {QStringLiteral("json"), {}, Cli::tr("Print JSON; its keys are stable.")},
        {QStringLiteral("csv"), {}, Cli::tr("Print CSV (RFC 4180) with a header line.")},
    };
}

QList<Option> periodOptions()
{
    return {
        {QStringLiteral("since"), QStringLiteral("DAY"),
            Cli::tr("Only mail of this day and later: 2026-11-01, or 30d for the last 30 days with mail in the logs.")},
        {QStringLiteral("until"), QStringLiteral("DAY"),
            Cli::tr("Only mail of this day and earlier: 2026-11-30, or 30d to leave out the last 30 days.")},
    };
}

Option groupingOption()
{
    return {QStringLiteral("by"), QStringLiteral("domain|organisation|host"),
        Cli::tr("What a row stands for; an organisation is the registrable domain by the Public Suffix List. Default: "
                "domain.")};
}

QList<Option> policyOptions()
{
    return {
        {QStringLiteral("require"), QStringLiteral("REQ:SCOPE"),
            Cli::tr(
                "What to require of whom; may be given several times. REQ inbound: none, encrypt, encrypt>=1.2, "
                "encrypt>=1.3, trusted; outbound: none, may, encrypt, dane, dane-only, verify, secure. SCOPE: all, or "
                "domains with commas: example.com is that domain alone, .example.com the domain and its subdomains, <> "
                "the null sender, @FILE the domains in a file: one a line, or the first column of a CSV such as "
                "“recommend --csv” writes. A workspace's own policy is used when this is not given.")},
        {QStringLiteral("policy"), QStringLiteral("FILE"),
            Cli::tr(
                "Begin with what a server requires already; may be given several times: the output of postconf -n (or "
                "main.cf), an access map with reject_plaintext_session, an smtp_tls_policy map. --require adds to "
                "it.")},
        {QStringLiteral("refuse"), QStringLiteral("now|later"),
            Cli::tr("Refuse now (5xx, the sender bounces) or later (4xx, it retries for days). Default: later.")},
    };
}

QList<Option> testOptions()
{
    return {
        {QStringLiteral("without-tests"), {},
            Cli::tr("Judge by the logs alone. Live tests that a workspace keeps otherwise answer for outbound mail of "
                    "which the logs cannot know.")},
        {QStringLiteral("with-tests"), {}, Cli::tr("Let live tests answer, also where the workspace says otherwise.")},
    };
}

std::optional<int> Options::parse(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("help"), QStringLiteral("h")}));
    for (const Option& option : m_help.options) {
        QCommandLineOption entry(option.name);
        if (!option.value.isEmpty())
            entry.setValueName(option.value);
        parser.addOption(entry);
    }
    if (!parser.parse(QStringList{QStringLiteral("waxseal-cli")} + arguments))
        return misused(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        printHelp();
        return Done;
    }
    for (const Option& option : m_help.options) {
        if (parser.isSet(option.name))
            m_values.insert(option.name, option.value.isEmpty() ? QStringList{} : parser.values(option.name));
    }
    m_positional = parser.positionalArguments();
    if (has(QStringLiteral("json")) && has(QStringLiteral("csv")))
        return misused(Cli::tr("--json and --csv exclude each other."));
    if (has(QStringLiteral("with-tests")) && has(QStringLiteral("without-tests")))
        return misused(Cli::tr("--with-tests and --without-tests exclude each other."));
    return {};
}

int Options::misused(const QString& what) const
{
    complain(what);
    complain(Cli::tr("“waxseal-cli %1 --help” explains.").arg(m_help.usage.section(u' ', 0, 0)));
    return Usage;
}

void Options::printHelp() const
{
    Output out;
    out.line(Cli::tr("Usage: %1").arg(QStringLiteral("waxseal-cli ") + m_help.usage));
    out.line({});
    for (const QString& paragraph : m_help.description.split(u'\n'))
        out.line(wrapped(paragraph, 0, 90));
    if (m_help.usage.contains(QStringLiteral("INPUT"))) {
        out.line({});
        out.line(wrapped(
            Cli::tr(
                "INPUT: log files in any order, plain or compressed, folders, - for standard input, journal: for this "
                "machine's journal (journal:UNIT for one unit), ssh://[USER@]HOST/PATH for logs that your ssh "
                "reaches (wildcards allowed), or a workspace (NAME.waxseal) to go on from."),
            0, 90));
    }
    out.line({});
    out.line(Cli::tr("Options:"));
    for (const Option& option : m_help.options) {
        QString name = QStringLiteral("  --") + option.name;
        if (!option.value.isEmpty())
            name += u' ' + option.value;
        out.line(name);
        out.line(QStringLiteral("        ") + wrapped(option.help, 8, 80));
    }
    out.line(QStringLiteral("  --help"));
    out.line(QStringLiteral("        ") + Cli::tr("Show this."));
    if (!m_help.examples.isEmpty()) {
        out.line({});
        out.line(Cli::tr("Examples:"));
        for (qsizetype i = 0; i + 1 < m_help.examples.size(); i += 2) {
            out.line(QStringLiteral("  ") + m_help.examples[i]);
            out.line(QStringLiteral("        ") + wrapped(m_help.examples[i + 1], 8, 80));
        }
    }
    out.flush();
}

/** Adds what an option names; “none” drops what was there (--internal). False, and said so, when it is no list. */
bool Options::addNetworks(const QString& option, std::vector<Cidr>& networks) const
{
    const bool mayDrop = option == QStringLiteral("internal");
    for (const QString& list : values(option)) {
        for (const QString& each : list.split(u',')) {
            const QString word = each.trimmed();
            const auto network = Cidr::parse(word.toStdString());
            if (mayDrop && word == QStringLiteral("none")) {
                const std::vector<Cidr> defaults = defaultInternalNetworks();
                std::erase_if(networks, [&](const Cidr& known) {
                    return std::find(defaults.begin(), defaults.end(), known) != defaults.end();
                });
            } else if (network) {
                networks.push_back(*network);
            } else {
                misused(mayDrop
                        ? Cli::tr("--internal: “%1” is no list of networks like 10.0.0.0/8,fd00::/8, nor "
                                  "“none”.")
                              .arg(list)
                        : Cli::tr("--forwarder: “%1” is no list of networks like 192.0.2.1,2001:db8::/48.").arg(list));
                return false;
            }
        }
    }
    return true;
}

std::optional<ImportOptions> Options::importOptions() const
{
    ImportOptions options;
    if (has(QStringLiteral("format"))) {
        options.format = value(QStringLiteral("format")).toStdString();
        if (options.format != "auto" && serverOf(options.format) == nullptr) {
            misused(Cli::tr("--format: “%1” is none of %2.").arg(value(QStringLiteral("format")), formatList()));
            return {};
        }
    }
    if (!addNetworks(QStringLiteral("internal"), options.internal)
        || !addNetworks(QStringLiteral("forwarder"), options.forwarders))
        return {};
    for (const QString& name : values(QStringLiteral("local-domain"))) {
        const auto domain = DomainName::parse(name.toStdString());
        if (!domain) {
            misused(Cli::tr("--local-domain: “%1” is no domain name.").arg(name));
            return {};
        }
        options.localDomains.push_back(domain->ascii());
    }
    if (has(QStringLiteral("relayhost"))
        && !options.routing.setRelayHost(value(QStringLiteral("relayhost")).toStdString())) {
        misused(Cli::tr("--relayhost: “%1” is no next hop like [mail.example.com]:587.")
                    .arg(value(QStringLiteral("relayhost"))));
        return {};
    }
    if (has(QStringLiteral("transports"))) {
        const QString path = value(QStringLiteral("transports"));
        constexpr qint64 longest = qint64{64} << 20;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > longest) {
            misused(Cli::tr("--transports: “%1” cannot be read.").arg(path));
            return {};
        }
        const Status read = options.routing.addTransports(file.read(longest).toStdString());
        if (!read) {
            misused(
                Cli::tr("--transports: “%1” is no line of transport(5), as in: example.com smtp:[mail.example.com]:587")
                    .arg(read.error().subject));
            return {};
        }
    }
    if (has(QStringLiteral("year"))) {
        options.year = value(QStringLiteral("year")).toInt();
        if (options.year < 1970 || options.year > 9999) {
            misused(Cli::tr("--year: “%1” is no year.").arg(value(QStringLiteral("year"))));
            return {};
        }
    }
    if (has(QStringLiteral("timezone"))) {
        options.zone = QTimeZone(value(QStringLiteral("timezone")).toUtf8());
        if (!options.zone.isValid()) {
            misused(Cli::tr("--timezone: “%1” is no time zone like Europe/Berlin or UTC.")
                        .arg(value(QStringLiteral("timezone"))));
            return {};
        }
    }
    return options;
}

std::optional<Direction> Options::direction() const
{
    if (!has(QStringLiteral("direction")))
        return Direction::Inbound;
    const std::string word = value(QStringLiteral("direction")).toStdString();
    for (const Direction direction : allDirections) {
        if (word == name(direction))
            return direction;
    }
    misused(Cli::tr("--direction: “%1” is none of inbound, outbound and submission.")
                .arg(value(QStringLiteral("direction"))));
    return {};
}

bool Options::offers(const QString& name) const
{
    return std::any_of(
        m_help.options.begin(), m_help.options.end(), [&](const Option& option) { return option.name == name; });
}

std::optional<Grouping> Options::grouping() const
{
    if (!has(QStringLiteral("by")))
        return Grouping::Domain;
    const std::string word = value(QStringLiteral("by")).toStdString();
    for (const Grouping grouping : {Grouping::Domain, Grouping::Organisation, Grouping::Host}) {
        if (word == name(grouping))
            return grouping;
    }
    misused(Cli::tr("--by: “%1” is none of domain, organisation and host.").arg(value(QStringLiteral("by"))));
    return {};
}

bool Options::readDay(const QString& name, std::optional<Day> newest, Day& day) const
{
    if (!has(name))
        return true;
    const QString text = value(name).trimmed();
    const bool isSince = name == QStringLiteral("since");
    if (const auto date = dayOf(QDate::fromString(text, Qt::ISODate))) {
        day = *date;
        return true;
    }
    bool isNumber = false;
    const uint days = text.endsWith(u'd') ? text.chopped(1).toUInt(&isNumber) : 0;
    if (!isNumber || days == 0) {
        misused(Cli::tr("--%1: “%2” is neither a date like 2026-11-01 nor a number of days like 30d.").arg(name, text));
        return false;
    }
    if (newest) {
        const uint back = isSince ? days - 1 : days;
        day = back > *newest ? Day{0} : static_cast<Day>(*newest - back);
    }
    return true;
}

std::optional<Period> Options::period(std::optional<Day> newest) const
{
    Period period;
    if (!readDay(QStringLiteral("since"), newest, period.first)
        || !readDay(QStringLiteral("until"), newest, period.last))
        return {};
    if (period.first > period.last && has(QStringLiteral("since")) && has(QStringLiteral("until"))) {
        misused(Cli::tr("--since is later than --until."));
        return {};
    }
    return period;
}

std::optional<double> Options::share(const QString& name) const
{
    QString text = value(name).trimmed();
    if (text.endsWith(u'%'))
        text.chop(1);
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber);
    if (isNumber && number >= 0.0 && number <= 100.0)
        return number / 100.0;
    misused(Cli::tr("--%1: “%2” is no percentage like 0.1%.").arg(name, value(name)));
    return {};
}

} // namespace waxseal::cli
