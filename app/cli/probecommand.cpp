// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/probecommand.h"

#include "app/cli/probetext.h"
#include "probe/batch/proberun.h"
#include "probe/verdict/resultjson.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <map>

#include <unistd.h>

namespace waxseal {

namespace {

enum ExitCode
{
    Done = 0,
    Usage = 2,
    InputOutput = 3
};
constexpr qint64 maximumList = 64 * 1024 * 1024;

QString translate(const char* text)
{
    return QCoreApplication::translate("ProbeCommand", text);
}

void say(const QString& text)
{
    std::fputs((QStringLiteral("waxseal-cli probe: ") + text + u'\n').toLocal8Bit().constData(), stderr);
}

/** What was asked for: the settings, the domains and how to print. */
struct Request
{
    ProbeSettings settings;
    std::vector<DomainName> domains;
    bool json = false;
    bool transcript = false;
    int exitCode = Done;
};

/** Reads the command line; says what is wrong with it. */
class RequestReader
{
public:
    RequestReader();
    Request read(const QStringList& arguments);

private:
    bool usage(const QString& text)
    {
        say(text);
        m_request.exitCode = Usage;
        return false;
    }
    bool number(const QString& name, int lowest, int highest, int& value);
    bool readNetwork();
    bool readLimits();
    bool readDomains();
    bool readList();
    bool add(const QString& text);

    QCommandLineParser m_parser;
    Request m_request;
};

RequestReader::RequestReader()
{
    m_parser.setApplicationDescription(translate("Tests domains live: DNS, every mail host, STARTTLS, certificate, "
                                                 "DANE, MTA-STS. Says whether mail is delivered at each level of "
                                                 "security. Sends no mail."));
    m_parser.addHelpOption();
    m_parser.addPositionalArgument(
        QStringLiteral("domain"), translate("Domains to test."), QStringLiteral("DOMAIN..."));
    const auto option = [this](const char* name, const char* text, const char* value = nullptr) {
        QCommandLineOption made(QString::fromLatin1(name), translate(text));
        if (value != nullptr)
            made.setValueName(QString::fromLatin1(value));
        m_parser.addOption(made);
    };
    option("json", QT_TRANSLATE_NOOP("ProbeCommand", "Print JSON."));
    option("transcript", QT_TRANSLATE_NOOP("ProbeCommand", "Print the conversations, too."));
    option("list", QT_TRANSLATE_NOOP("ProbeCommand", "Read domains from a file, one a line; - is standard input."),
        "FILE");
    option("resolver", QT_TRANSLATE_NOOP("ProbeCommand", "DNS: IP@PORT, \"system\" (default) or \"recursive\"."),
        "IP@PORT");
    option("trust-anchor",
        QT_TRANSLATE_NOOP("ProbeCommand", "DNSSEC trust anchor: a file of DS or DNSKEY records, or one such record."),
        "FILE");
    option("root-hints", QT_TRANSLATE_NOOP("ProbeCommand", "Root servers for the recursive resolver."), "FILE");
    option("ca-file", QT_TRANSLATE_NOOP("ProbeCommand", "Trust the certificates of this PEM file alone."), "FILE");
    option("port", QT_TRANSLATE_NOOP("ProbeCommand", "SMTP port (25)."), "N");
    option("timeout", QT_TRANSLATE_NOOP("ProbeCommand", "Longest test of one address, in seconds (60)."), "SECONDS");
    option("mail-from",
        QT_TRANSLATE_NOOP(
            "ProbeCommand", "Say MAIL FROM:<> in clear, to see whether TLS is required. Never a recipient."));
    option("own", QT_TRANSLATE_NOOP("ProbeCommand", "Your own domain: --mail-from for this one."), "DOMAIN");
    option("no-injection", QT_TRANSLATE_NOOP("ProbeCommand", "Do not test for command injection."));
    option("helo", QT_TRANSLATE_NOOP("ProbeCommand", "Name to say in EHLO."), "NAME");
    option("proxy", QT_TRANSLATE_NOOP("ProbeCommand", "SOCKS5 proxy for SMTP and MTA-STS."), "IP:PORT");
    option("mta-sts-connect", QT_TRANSLATE_NOOP("ProbeCommand", "Fetch the policy of a host from this address."),
        "HOST=IP:PORT");
    option("concurrency",
        QT_TRANSLATE_NOOP("ProbeCommand", "Addresses tested at once (200); one connection at a time to each."), "N");
    option("rate", QT_TRANSLATE_NOOP("ProbeCommand", "Addresses begun in a second (no limit)."), "N");
}

bool RequestReader::number(const QString& name, int lowest, int highest, int& value)
{
    if (!m_parser.isSet(name))
        return true;
    bool fine = false;
    const int read = m_parser.value(name).toInt(&fine);
    if (!fine || read < lowest || read > highest)
        return usage(translate("--%1 needs a number from %2 to %3.").arg(name).arg(lowest).arg(highest));
    value = read;
    return true;
}

bool RequestReader::readNetwork()
{
    ProbeSettings& settings = m_request.settings;
    const QString resolver = m_parser.value(QStringLiteral("resolver"));
    if (resolver == QLatin1String("recursive")) {
        settings.resolver.mode = ResolverSettings::Mode::Recursive;
    } else if (!resolver.isEmpty() && resolver != QLatin1String("system")) {
        settings.resolver.mode = ResolverSettings::Mode::Forward;
        settings.resolver.server = resolver;
    }
    settings.resolver.rootHints = m_parser.value(QStringLiteral("root-hints"));
    const QString anchor = m_parser.value(QStringLiteral("trust-anchor"));
    if (anchor.contains(u' '))
        settings.resolver.trustAnchors = QStringList{anchor};
    else
        settings.resolver.trustAnchorFile = anchor;
    settings.caFile = m_parser.value(QStringLiteral("ca-file"));
    if (m_parser.isSet(QStringLiteral("proxy"))) {
        settings.address.proxy = Endpoint::parse(m_parser.value(QStringLiteral("proxy")).toStdString());
        if (!settings.address.proxy)
            return usage(translate("--proxy needs IP:PORT."));
    }
    for (const QString& text : m_parser.values(QStringLiteral("mta-sts-connect"))) {
        const auto host = DomainName::parse(text.section(u'=', 0, 0).toStdString());
        const auto endpoint = Endpoint::parse(text.section(u'=', 1).toStdString());
        if (!host || !endpoint)
            return usage(translate("--mta-sts-connect needs HOST=IP:PORT."));
        settings.mtaStsConnect[host->ascii()] = *endpoint;
    }
    return true;
}

bool RequestReader::readLimits()
{
    ProbeSettings& settings = m_request.settings;
    int port = settings.port;
    int seconds = static_cast<int>(settings.address.hostTimeout.count() / 1000);
    if (!number(QStringLiteral("port"), 1, 65535, port) || !number(QStringLiteral("timeout"), 1, 3600, seconds)
        || !number(QStringLiteral("concurrency"), 1, 10000, settings.hostsAtOnce)
        || !number(QStringLiteral("rate"), 1, 100000, settings.hostsPerSecond))
        return false;
    settings.port = static_cast<std::uint16_t>(port);
    settings.setTimeout(Milliseconds(seconds * 1000));
    settings.mailFrom = m_parser.isSet(QStringLiteral("mail-from"));
    settings.address.injection = !m_parser.isSet(QStringLiteral("no-injection"));
    for (const QString& own : m_parser.values(QStringLiteral("own"))) {
        const auto domain = DomainName::parse(own.toStdString());
        if (!domain)
            return usage(translate("\"%1\" is no domain.").arg(own));
        settings.ownDomains.push_back(domain->ascii());
    }
    if (m_parser.isSet(QStringLiteral("helo"))) {
        const auto helo = DomainName::parse(m_parser.value(QStringLiteral("helo")).toStdString());
        if (!helo)
            return usage(translate("\"%1\" is no host name.").arg(m_parser.value(QStringLiteral("helo"))));
        settings.address.helo = helo->ascii();
    }
    return true;
}

bool RequestReader::add(const QString& text)
{
    const auto domain = DomainName::parse(text.toStdString());
    if (!domain)
        return usage(translate("\"%1\" is no domain.").arg(text));
    m_request.domains.push_back(*domain);
    return true;
}

bool RequestReader::readList()
{
    const QString path = m_parser.value(QStringLiteral("list"));
    QFile file(path);
    const bool opened
        = path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        say(translate("%1: %2").arg(path, file.errorString()));
        m_request.exitCode = InputOutput;
        return false;
    }
    const QByteArray text = file.read(maximumList);
    for (const QByteArray& raw : text.split('\n')) {
        // The first column of a CSV will do, too; "# …" is a remark.
        const QString line = QString::fromUtf8(raw).section(u'#', 0, 0).section(u',', 0, 0).trimmed();
        if (!line.isEmpty() && line != QLatin1String("domain") && !add(line))
            return false;
    }
    return true;
}

bool RequestReader::readDomains()
{
    for (const QString& text : m_parser.positionalArguments()) {
        if (!add(text))
            return false;
    }
    if (m_parser.isSet(QStringLiteral("list")) && !readList())
        return false;
    if (m_request.domains.empty() && !m_parser.isSet(QStringLiteral("list")))
        return usage(translate("Which domain? See --help."));
    return true;
}

Request RequestReader::read(const QStringList& arguments)
{
    if (!m_parser.parse(QStringList{QStringLiteral("waxseal-cli probe")} + arguments)) {
        usage(m_parser.errorText());
        return m_request;
    }
    if (m_parser.isSet(QStringLiteral("help"))) {
        std::fputs(m_parser.helpText().toLocal8Bit().constData(), stdout);
        m_request.exitCode = -1;
        return m_request;
    }
    m_request.json = m_parser.isSet(QStringLiteral("json"));
    m_request.transcript = m_parser.isSet(QStringLiteral("transcript"));
    if (readNetwork() && readLimits())
        readDomains();
    return m_request;
}

/** Prints results in the order of the domains, each as soon as those before it are there. */
class Printer : public ProbeSink
{
public:
    explicit Printer(const Request& request)
        : m_request(request)
        , m_showsProgress(isatty(STDERR_FILENO) == 1 && request.domains.size() > 1)
    {
        if (request.json)
            put("[");
    }

    void finished(std::size_t index, std::shared_ptr<const DomainFacts> facts) override
    {
        m_ready[index] = std::move(facts);
        for (auto next = m_ready.find(m_next); next != m_ready.end(); next = m_ready.find(++m_next)) {
            print(*next->second);
            m_ready.erase(next);
        }
    }
    void progress(const ProbeProgress& progress) override
    {
        if (!m_showsProgress)
            return;
        QString line = translate("%1 of %2 domains, %3 connections")
                           .arg(progress.domainsDone)
                           .arg(progress.domains)
                           .arg(progress.connections);
        if (progress.secondsLeft >= 0)
            line += translate(", about %1 s left").arg(qRound(progress.secondsLeft));
        std::fputs((QStringLiteral("\r\x1b[K") + line).toLocal8Bit().constData(), stderr);
    }
    void notice(ProbeNotice notice) override
    {
        switch (notice) {
        case ProbeNotice::PortBlocked:
            say(translate(
                "No host answers on port %1: this network seems to block it. Try another network, or --proxy.")
                    .arg(m_request.settings.port));
            break;
        case ProbeNotice::NoValidation:
            say(translate(
                "The DNS resolver does not pass on DNSSEC, so DANE cannot be tested. Try --resolver recursive."));
            break;
        }
    }
    /** False when the output could not be written. */
    bool finish()
    {
        if (m_showsProgress)
            std::fputs("\r\x1b[K", stderr);
        if (m_request.json)
            put(m_next > 0 ? "\n]\n" : "]\n");
        return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    }

private:
    void put(const QByteArray& text)
    {
        std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    }
    void print(const DomainFacts& facts)
    {
        if (m_request.json)
            put((m_next > 0 ? ",\n" : "\n") + domainToJson(facts));
        else
            put((m_next > 0 ? QByteArray("\n") : QByteArray()) + probeText(facts, m_request.transcript).toLocal8Bit());
        std::fflush(stdout);
    }

    const Request& m_request;
    std::map<std::size_t, std::shared_ptr<const DomainFacts>> m_ready;
    std::size_t m_next = 0;
    bool m_showsProgress;
};

} // namespace

int probeCommand(const QStringList& arguments)
{
    const Request request = RequestReader().read(arguments);
    if (request.exitCode != Done)
        return request.exitCode < 0 ? Done : request.exitCode;
    Printer printer(request);
    ProbeControl control;
    const Status status = probeDomains(request.domains, request.settings, printer, control);
    const bool written = printer.finish();
    if (!status) {
        say(translate("%1: %2").arg(status.error().subject,
            status.error().detail.isEmpty() ? translate("cannot be used") : status.error().detail));
        return InputOutput;
    }
    if (!written) {
        say(translate("The output could not be written."));
        return InputOutput;
    }
    return Done;
}

} // namespace waxseal
