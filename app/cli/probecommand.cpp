// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/options.h"
#include "app/cli/probecsv.h"
#include "app/cli/proberequest.h"
#include "app/cli/probetext.h"
#include "app/cli/textlayout.h"
#include "probe/batch/proberun.h"
#include "probe/verdict/delivery.h"
#include "probe/verdict/resultjson.h"
#include "widgets/words/words.h"

#include <cmath>
#include <csignal>
#include <cstdio>
#include <map>

#include <unistd.h>

namespace waxseal::cli {

namespace {

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
        {QStringLiteral("csv"), {}, Cli::tr("Print CSV (RFC 4180) with a header line.")},
        {QStringLiteral("transcript"), {},
            Cli::tr("Print the conversations with the servers, too. JSON always has them.")},
        {QStringLiteral("list"), QStringLiteral("FILE"),
            Cli::tr(
                "Read domains from a file: one a line, or the column that the header of a CSV calls domain, else its "
                "first; - is standard input. Each domain is tested once.")},
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
        {QStringLiteral("own-address"), QStringLiteral("IP"),
            Cli::tr(
                "An address at which the sender would meet itself (Postfix: proxy_interfaces), beside those of this "
                "machine. May be given several times.")},
        {QStringLiteral("sender"), QStringLiteral("NAME"),
            Cli::tr(
                "Whose verdict: postfix-3.7, postfix-3.10 (MTA-STS patterns choose the hosts), postfix-tls12 (TLS 1.2 "
                "at least), exim, exchange-online (both by their documentation). Default: postfix-3.7")},
        {QStringLiteral("connections"), QStringLiteral("N"),
            Cli::tr("Most connections to one address in a run, for hosts of your own. Default: 4")},
        {QStringLiteral("no-injection"), {},
            Cli::tr("Do not send a command behind STARTTLS to see whether it is obeyed.")},
        {QStringLiteral("helo"), QStringLiteral("NAME"), Cli::tr("The name to say in EHLO. Default: this machine's.")},
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

/** Prints results in the order of the domains, each as soon as those before it are there. */
class Printer : public ProbeSink
{
public:
    Printer(const Options& options, std::size_t domains, std::uint16_t port, std::optional<SenderLevel> required)
        : m_required(required)
        , m_isJson(options.has(QStringLiteral("json")))
        , m_isCsv(options.has(QStringLiteral("csv")))
        , m_style{options.has(QStringLiteral("transcript")), standardOutputIsColoured()}
        , m_showsProgress(!options.has(QStringLiteral("quiet")) && isatty(STDERR_FILENO) == 1 && domains > 1)
        , m_port(port)
    {
        if (m_isJson)
            m_out.write("[");
        if (m_isCsv)
            m_out.write(probeCsvHeader());
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
    /** Domains of which that is not known. */
    std::size_t untested() const { return m_untested; }
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
        if (m_required) {
            const Delivery outcome = judgeDelivery(facts, *m_required).outcome;
            m_untested += outcome == Delivery::NotTested ? 1U : 0U;
            m_lost += outcome == Delivery::Deferred || outcome == Delivery::Bounced ? 1U : 0U;
        }
        if (m_isJson)
            m_out.write((m_next > 0 ? ",\n" : "\n") + domainToJson(facts));
        else if (m_isCsv)
            m_out.write(probeCsvLine(facts));
        else
            m_out.line((m_next > 0 ? QStringLiteral("\n") : QString()) + probeText(facts, m_style).trimmed());
    }

    Output m_out;
    std::map<std::size_t, std::shared_ptr<const DomainFacts>> m_ready;
    std::size_t m_next = 0;
    std::optional<SenderLevel> m_required;
    std::size_t m_lost = 0;
    std::size_t m_untested = 0;
    bool m_isJson;
    bool m_isCsv;
    ProbeTextStyle m_style;
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
    ProbeRequest request;
    if (const std::optional<int> code = readProbeRequest(options, request))
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
    if (printer.untested() > 0)
        complain(
            Cli::tr("%n domain(s) could not be tested at this level.", nullptr, static_cast<int>(printer.untested())));
    return printer.lost() > 0 || printer.untested() > 0 ? CheckFailed : Done;
}

} // namespace waxseal::cli
