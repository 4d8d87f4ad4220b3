// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/options.h"
#include "app/cli/probetext.h"
#include "model/core/domainname.h"
#include "probe/batch/proberun.h"
#include "probe/verdict/delivery.h"
#include "probe/verdict/resultjson.h"
#include "widgets/words/words.h"

#include <QFile>

#include <cmath>
#include <csignal>
#include <cstdio>
#include <map>

#include <unistd.h>

namespace waxseal::cli {

namespace {

constexpr qint64 maximumList = 64 * 1024 * 1024;

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("probe DOMAIN... [OPTIONS]");
    text.description = Cli::tr("Tests domains live: DNS with DNSSEC, every address of every mail host, STARTTLS, "
                               "certificate, DANE, MTA-STS. Says for each "
                               "security level of a sender whether mail would be delivered, and why. At most four "
                               "connections to an address, one at a time. "
                               "Sends no mail.");
    text.options = {
        {QStringLiteral("json"), {}, Cli::tr("Print JSON; its keys are stable.")},
        {QStringLiteral("transcript"), {},
            Cli::tr("Print the conversations with the servers, too. JSON always has them.")},
        {QStringLiteral("list"), QStringLiteral("FILE"),
            Cli::tr("Read domains from a file, one a line or the first column of a CSV; - is standard input.")},
        {QStringLiteral("resolver"), QStringLiteral("IP@PORT|system|recursive"),
            Cli::tr("Whom to ask: a DNS server, the system's own, or the root servers downwards. DNSSEC is validated "
                    "here in any case. "
                    "Default: system")},
        {QStringLiteral("trust-anchor"), QStringLiteral("FILE"),
            Cli::tr("DNSSEC trust anchor instead of the root's: a file of DS or DNSKEY records, or one such record.")},
        {QStringLiteral("root-hints"), QStringLiteral("FILE"), Cli::tr("Root servers for --resolver recursive.")},
        {QStringLiteral("ca-file"), QStringLiteral("FILE"),
            Cli::tr("Trust the certificates in this PEM file alone. Default: the system's.")},
        {QStringLiteral("port"), QStringLiteral("N"),
            Cli::tr("SMTP port; TLSA records are looked up for it, too. Default: 25")},
        {QStringLiteral("timeout"), QStringLiteral("SECONDS"), Cli::tr("Longest test of one address. Default: 60")},
        {QStringLiteral("mail-from"), {},
            Cli::tr("Say MAIL FROM:<> in clear, to see whether TLS is required. Never a recipient, never a message; "
                    "but the other side "
                    "may log it.")},
        {QStringLiteral("own"), QStringLiteral("DOMAIN"),
            Cli::tr("A domain of your own: --mail-from for this one. May be given several times.")},
        {QStringLiteral("no-injection"), {},
            Cli::tr("Do not send a command behind STARTTLS to see whether it is obeyed.")},
        {QStringLiteral("helo"), QStringLiteral("NAME"),
            Cli::tr("The name to say in EHLO. Default: this machine's, or its address.")},
        {QStringLiteral("proxy"), QStringLiteral("[USER[:PASSWORD]@]IP:PORT"),
            Cli::tr("SOCKS5 proxy, for networks that block port 25. The password may stand in the environment variable "
                    "WAXSEAL_PROXY_PASSWORD instead, where other users do not see it. DNS does not go through it.")},
        {QStringLiteral("mta-sts-connect"), QStringLiteral("HOST=IP:PORT"),
            Cli::tr("Fetch the MTA-STS policy of this host from another address. May be given several times.")},
        {QStringLiteral("concurrency"), QStringLiteral("N"), Cli::tr("Addresses tested at once. Default: 200")},
        {QStringLiteral("rate"), QStringLiteral("N"), Cli::tr("Addresses begun in a second. Default: no limit")},
        {QStringLiteral("require"), QStringLiteral("LEVEL"),
            Cli::tr("End with status 1 unless mail to each of the domains would be delivered at this level: may, "
                    "encrypt, dane, dane-only, verify, secure or mta-sts.")},
        {QStringLiteral("quiet"), {}, Cli::tr("No progress on standard error.")},
    };
    text.examples = {QStringLiteral("waxseal-cli probe example.com"),
        Cli::tr("What would become of mail to example.com."),
        QStringLiteral("waxseal-cli probe --own example.org example.org"),
        Cli::tr("What the world sees of your own servers."),
        QStringLiteral("waxseal-cli probe --require verify --quiet partner.example || echo look"),
        Cli::tr("For a nightly check: would mail that demands a trusted certificate still arrive?"),
        QStringLiteral("waxseal-cli domains mail.log --direction outbound --csv | waxseal-cli probe --list - --json"),
        Cli::tr("Test everybody you write to.")};
    return text;
}

/** What was asked for: the settings and the domains. */
struct Request
{
    ProbeSettings settings;
    std::vector<DomainName> domains;
    std::optional<SenderLevel> required;
};

/** Reads the options of the command; says what is wrong with them. */
class RequestReader
{
public:
    explicit RequestReader(const Options& options)
        : m_options(options)
    {
    }
    /** The exit code to end with, if any. */
    std::optional<int> read(Request& request) const
    {
        for (const auto step : {&RequestReader::readDns, &RequestReader::readNetwork, &RequestReader::readLimits,
                 &RequestReader::readDomains}) {
            if (std::optional<int> code = (this->*step)(request))
                return code;
        }
        return {};
    }

private:
    std::optional<int> readDns(Request& request) const;
    std::optional<int> readNetwork(Request& request) const;
    std::optional<int> readLimits(Request& request) const;
    std::optional<int> readDomains(Request& request) const;
    std::optional<int> readList(Request& request) const;
    bool readNumber(const char* name, int highest, int& value) const;

    const Options& m_options;
};

std::optional<int> RequestReader::readDns(Request& request) const
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

std::optional<int> RequestReader::readNetwork(Request& request) const
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

std::optional<int> RequestReader::readLimits(Request& request) const
{
    ProbeSettings& settings = request.settings;
    int port = settings.port;
    int seconds = static_cast<int>(settings.address.hostTimeout.count() / 1000);
    if (!readNumber("port", 65535, port) || !readNumber("timeout", 3600, seconds)
        || !readNumber("concurrency", 10000, settings.hostsAtOnce)
        || !readNumber("rate", 100000, settings.hostsPerSecond))
        return Usage;
    settings.port = static_cast<std::uint16_t>(port);
    settings.setTimeout(Milliseconds(seconds * 1000));
    settings.mailFrom = m_options.has(QStringLiteral("mail-from"));
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

std::optional<int> RequestReader::readDomains(Request& request) const
{
    for (const QString& text : m_options.inputs()) {
        const auto domain = DomainName::parse(text.toStdString());
        if (!domain)
            return m_options.misused(Cli::tr("“%1” is no domain name.").arg(text));
        request.domains.push_back(*domain);
    }
    if (m_options.has(QStringLiteral("list")))
        return readList(request);
    if (request.domains.empty())
        return m_options.misused(Cli::tr("Name a domain."));
    return {};
}

std::optional<int> RequestReader::readList(Request& request) const
{
    const QString path = m_options.value(QStringLiteral("list"));
    QFile file(path);
    const bool opened
        = path == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        complain(words::text(Error{ErrorCode::CannotOpen, path, file.errorString()}));
        return InputOutput;
    }
    bool isFirst = true;
    for (const QByteArray& raw : file.read(maximumList).split('\n')) {
        QString text = QString::fromUtf8(raw).section(u'#', 0, 0).section(u',', 0, 0).trimmed();
        if (text.startsWith(u'"') && text.endsWith(u'"') && text.size() >= 2)
            text = text.mid(1, text.size() - 2);
        const bool isHeader = isFirst && text == QStringLiteral("domain");
        isFirst = false;
        if (text.isEmpty() || isHeader)
            continue;
        if (const auto domain = DomainName::parse(text.toStdString()))
            request.domains.push_back(*domain);
        else
            complain(Cli::tr("“%1” is no domain name and was left out.").arg(text));
    }
    return {};
}

/** Prints results in the order of the domains, each as soon as those before it are there. */
class Printer : public ProbeSink
{
public:
    Printer(const Options& options, std::size_t domains, std::uint16_t port, std::optional<SenderLevel> required)
        : m_required(required)
        , m_isJson(options.has(QStringLiteral("json")))
        , m_withTranscript(options.has(QStringLiteral("transcript")))
        , m_showsProgress(!options.has(QStringLiteral("quiet")) && isatty(STDERR_FILENO) == 1 && domains > 1)
        , m_port(port)
    {
        if (m_isJson)
            m_out.write("[");
    }

    void finished(std::size_t index, std::shared_ptr<const DomainFacts> facts) override
    {
        m_ready[index] = std::move(facts);
        for (auto next = m_ready.find(m_next); next != m_ready.end(); next = m_ready.find(++m_next)) {
            wipe();
            print(*next->second);
            m_ready.erase(next);
        }
        m_out.flush();
    }
    void progress(const ProbeProgress& progress) override
    {
        if (!m_showsProgress)
            return;
        QString text
            = Cli::tr("%1 of %n domain(s)", nullptr, static_cast<int>(progress.domains)).arg(progress.domainsDone)
            + QStringLiteral("  ") + Cli::tr("%n connection(s)", nullptr, static_cast<int>(progress.connections));
        if (progress.secondsLeft >= 0)
            text += QStringLiteral("  ")
                + Cli::tr("%n second(s) left", nullptr, static_cast<int>(std::ceil(progress.secondsLeft)));
        const QByteArray line = "\r\x1b[K" + text.toUtf8();
        std::fputs(line.constData(), stderr);
        m_shown = true;
    }
    void notice(ProbeNotice notice) override
    {
        wipe();
        switch (notice) {
        case ProbeNotice::PortBlocked:
            complain(Cli::tr("No host answers on port %1: this network seems to block it. Try from another network, or "
                             "with --proxy.")
                         .arg(m_port));
            break;
        case ProbeNotice::NoValidation:
            complain(
                Cli::tr("The DNS server does not pass on DNSSEC, so DANE cannot be tested. Try --resolver recursive."));
            break;
        }
    }
    /** Domains to which mail at the required level would not be delivered. */
    std::size_t lost() const { return m_lost; }
    /** False when the output could not be written. */
    bool finish()
    {
        wipe();
        if (m_isJson)
            m_out.write(m_next > 0 ? "\n]\n" : "]\n");
        return m_out.flush();
    }

private:
    void wipe()
    {
        if (m_shown)
            std::fputs("\r\x1b[K", stderr);
        m_shown = false;
    }
    void print(const DomainFacts& facts)
    {
        if (m_required && judgeDelivery(facts, *m_required).outcome != Delivery::Delivered)
            ++m_lost;
        if (m_isJson)
            m_out.write((m_next > 0 ? ",\n" : "\n") + domainToJson(facts));
        else
            m_out.line((m_next > 0 ? QStringLiteral("\n") : QString()) + probeText(facts, m_withTranscript).trimmed());
    }

    Output m_out;
    std::map<std::size_t, std::shared_ptr<const DomainFacts>> m_ready;
    std::size_t m_next = 0;
    std::optional<SenderLevel> m_required;
    std::size_t m_lost = 0;
    bool m_isJson;
    bool m_withTranscript;
    bool m_showsProgress;
    bool m_shown = false;
    std::uint16_t m_port;
};

/** While it lives, an interrupt from the keyboard ends the tests in good order: what is finished is still printed. */
class Interruptible
{
public:
    explicit Interruptible(ProbeControl& control)
    {
        s_control = &control;
        for (const int number : endings)
            std::signal(number, [](int caught) {
                s_received = caught;
                s_control->stop(); // an atomic flag and one write(2)
            });
    }
    ~Interruptible()
    {
        for (const int number : endings)
            std::signal(number, SIG_DFL);
        s_control = nullptr;
    }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;
    static int received() { return s_received; }

private:
    static constexpr int endings[] = {SIGINT, SIGTERM, SIGHUP};
    static inline ProbeControl* s_control = nullptr;
    static inline volatile std::sig_atomic_t s_received = 0;
};

} // namespace

int runProbe(const QStringList& arguments)
{
    Options options(help());
    if (const std::optional<int> code = options.parse(arguments))
        return *code;
    Request request;
    if (const std::optional<int> code = RequestReader(options).read(request))
        return *code;
    Printer printer(options, request.domains.size(), request.settings.port, request.required);
    ProbeControl control;
    Status status = std::monostate{};
    int interrupt = 0;
    {
        const Interruptible interruptible(control);
        status = probeDomains(request.domains, request.settings, printer, control);
        interrupt = Interruptible::received();
    }
    const bool written = printer.finish();
    if (interrupt != 0)
        std::raise(interrupt); // what was found is printed; the shell is told how it ended
    if (!status)
        complain(words::text(status.error()));
    else if (!written)
        complain(Cli::tr("The output could not be written."));
    if (!status || !written)
        return InputOutput;
    if (printer.lost() > 0)
        complain(Cli::tr(
            "Mail to %n domain(s) would not be delivered at this level.", nullptr, static_cast<int>(printer.lost())));
    return printer.lost() > 0 ? CheckFailed : Done;
}

} // namespace waxseal::cli
