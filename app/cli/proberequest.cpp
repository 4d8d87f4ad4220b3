// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/proberequest.h"

#include "app/cli/output.h"
#include "probe/batch/domainlist.h"
#include "widgets/words/words.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <set>

namespace waxseal::cli {

namespace {

constexpr qint64 maximumList = 64 * 1024 * 1024; // bytes

/** Each domain once, where it is named first. */
void leaveOutRepeated(std::vector<DomainName>& domains)
{
    std::set<DomainName> seen;
    domains.erase(std::remove_if(domains.begin(), domains.end(),
                      [&seen](const DomainName& domain) { return !seen.insert(domain).second; }),
        domains.end());
}

/** Reads the options of the command; says what is wrong with them. */
class RequestReader
{
public:
    explicit RequestReader(const Options& options)
        : m_options(options)
    {
    }
    /** The exit code to end with, if any. */
    std::optional<int> read(ProbeRequest& request) const
    {
        for (const auto step : {&RequestReader::readDns, &RequestReader::readNetwork, &RequestReader::readLimits,
                 &RequestReader::readDomains}) {
            if (std::optional<int> code = (this->*step)(request))
                return code;
        }
        return {};
    }

private:
    std::optional<int> readDns(ProbeRequest& request) const;
    std::optional<int> readNetwork(ProbeRequest& request) const;
    std::optional<int> readLimits(ProbeRequest& request) const;
    std::optional<int> readDomains(ProbeRequest& request) const;
    std::optional<int> readList(ProbeRequest& request) const;
    bool readNumber(const char* name, int highest, int& value) const;

    const Options& m_options;
};

std::optional<int> RequestReader::readDns(ProbeRequest& request) const
{
    ResolverSettings& resolver = request.settings.resolver;
    const QString server = m_options.value(QStringLiteral("resolver"));
    if (server == QStringLiteral("recursive")) {
        resolver.mode = ResolverSettings::Mode::Recursive;
    } else if (!server.isEmpty() && server != QStringLiteral("system")) {
        if (!Resolver::isServer(server))
            return m_options.misused(
                Cli::tr("--resolver: “%1” is no IP@PORT, nor “system” or “recursive”.").arg(server));
        resolver.mode = ResolverSettings::Mode::Forward;
        resolver.server = server;
    }
    resolver.rootHints = m_options.value(QStringLiteral("root-hints"));
    const QString anchor = m_options.value(QStringLiteral("trust-anchor"));
    if (anchor.contains(QStringLiteral(" DS ")) || anchor.contains(QStringLiteral(" DNSKEY ")))
        resolver.trustAnchors = QStringList{anchor};
    else
        resolver.trustAnchorFile = anchor;
    return {};
}

std::optional<int> RequestReader::readNetwork(ProbeRequest& request) const
{
    ProbeSettings& settings = request.settings;
    settings.caFile = m_options.value(QStringLiteral("ca-file"));
    if (m_options.has(QStringLiteral("proxy"))) {
        const QString text = m_options.value(QStringLiteral("proxy"));
        settings.address.proxy = Proxy::parse(text.toStdString());
        if (!settings.address.proxy) // without what may be a password
            return m_options.misused(Cli::tr("--proxy: “%1” is no IP:PORT.").arg(text.section(u'@', -1)));
        if (settings.address.proxy->password.empty() && !settings.address.proxy->user.empty())
            settings.address.proxy->password = qgetenv("WAXSEAL_PROXY_PASSWORD").left(255).toStdString();
    }
    for (const QString& text : m_options.values(QStringLiteral("mta-sts-connect"))) {
        const auto host = DomainName::parse(text.section(u'=', 0, 0).toStdString());
        const auto endpoint = Endpoint::parse(text.section(u'=', 1).toStdString());
        if (!host || !endpoint)
            return m_options.misused(Cli::tr("--mta-sts-connect: “%1” is no HOST=IP:PORT.").arg(text));
        settings.mtaStsConnect[host->ascii()] = *endpoint;
    }
    for (const QString& text : m_options.values(QStringLiteral("own"))) {
        const auto domain = DomainName::parse(text.toStdString());
        if (!domain)
            return m_options.misused(Cli::tr("--own: “%1” is no domain name.").arg(text));
        settings.ownDomains.push_back(domain->ascii());
    }
    for (const QString& text : m_options.values(QStringLiteral("own-address"))) {
        const auto address = IpAddress::parse(text.toStdString());
        if (!address)
            return m_options.misused(Cli::tr("--own-address: “%1” is no address.").arg(text));
        settings.ownAddresses.push_back(*address);
    }
    if (m_options.has(QStringLiteral("helo"))) {
        const auto helo = DomainName::parse(m_options.value(QStringLiteral("helo")).toStdString());
        if (!helo)
            return m_options.misused(
                Cli::tr("--helo: “%1” is no host name.").arg(m_options.value(QStringLiteral("helo"))));
        settings.address.helo = helo->ascii();
    }
    return {};
}

bool RequestReader::readNumber(const char* name, int highest, int& value) const
{
    const QString option = QString::fromLatin1(name);
    if (!m_options.has(option))
        return true;
    bool isNumber = false;
    value = m_options.value(option).toInt(&isNumber);
    if (isNumber && value >= 1 && value <= highest)
        return true;
    m_options.misused(
        Cli::tr("--%1: “%2” is no number from 1 to %3.").arg(option, m_options.value(option)).arg(highest));
    return false;
}

std::optional<int> RequestReader::readLimits(ProbeRequest& request) const
{
    ProbeSettings& settings = request.settings;
    int port = settings.port;
    int seconds = static_cast<int>(settings.address.hostTimeout.count() / 1000);
    if (!readNumber("port", 65535, port) || !readNumber("timeout", 3600, seconds)
        || !readNumber("concurrency", 10000, settings.hostsAtOnce)
        || !readNumber("rate", 100000, settings.hostsPerSecond)
        || !readNumber("connections", 100, settings.address.connections))
        return Usage;
    settings.port = static_cast<std::uint16_t>(port);
    settings.setTimeout(Milliseconds(seconds * 1000));
    settings.mailFrom = m_options.has(QStringLiteral("mail-from"));
    if (m_options.has(QStringLiteral("sender"))) {
        const QString word = m_options.value(QStringLiteral("sender"));
        const std::optional<Sender> sender = senderNamed(word.toStdString());
        if (!sender)
            return m_options.misused(Cli::tr("--sender: “%1” is no sender.").arg(word));
        settings.sender = *sender;
    }
    settings.address.injection = !m_options.has(QStringLiteral("no-injection"));
    if (m_options.has(QStringLiteral("require"))) {
        const QString word = m_options.value(QStringLiteral("require"));
        for (const SenderLevel level : allSenderLevels) {
            const std::string_view levelName = name(level);
            if (word == QLatin1StringView(levelName.data(), static_cast<qsizetype>(levelName.size())))
                request.required = level;
        }
        if (!request.required)
            return m_options.misused(Cli::tr("--require: “%1” is no level.").arg(word));
    }
    return {};
}

std::optional<int> RequestReader::readDomains(ProbeRequest& request) const
{
    for (const QString& text : m_options.inputs()) {
        const auto domain = DomainName::parse(text.toStdString());
        if (!domain)
            return m_options.misused(Cli::tr("“%1” is no domain name.").arg(text));
        request.domains.push_back(*domain);
    }
    if (m_options.has(QStringLiteral("list"))) {
        if (const std::optional<int> code = readList(request))
            return code;
        leaveOutRepeated(request.domains);
        return {};
    }
    leaveOutRepeated(request.domains);
    if (request.domains.empty())
        return m_options.misused(Cli::tr("Name a domain."));
    return {};
}

std::optional<int> RequestReader::readList(ProbeRequest& request) const
{
    const QString path = m_options.value(QStringLiteral("list"));
    QFile file(path);
    const bool opened
        = path == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        complain(words::text(Error{ErrorCode::CannotOpen, path, file.errorString()}));
        return InputOutput;
    }
    const DomainList list = readDomainList(listText(file.read(maximumList)), ListForm::FirstColumn);
    request.domains.insert(request.domains.end(), list.domains.begin(), list.domains.end());
    if (list.unreadable == 1)
        complain(Cli::tr("“%1” is no domain name and was left out.").arg(list.firstUnreadable));
    else if (list.unreadable > 1)
        complain(Cli::tr("%n entries are no domain names and were left out, such as “%1”.", nullptr, list.unreadable)
                     .arg(list.firstUnreadable));
    if (list.wasCut)
        complain(Cli::tr("The list is too long; its end was left out."));
    if (request.domains.empty())
        complain(Cli::tr("The list names no domain."));
    return {};
}

} // namespace

std::optional<int> readProbeRequest(const Options& options, ProbeRequest& request)
{
    return RequestReader(options).read(request);
}

} // namespace waxseal::cli
