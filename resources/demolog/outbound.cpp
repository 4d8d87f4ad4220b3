// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/demolog/mailserver.h"

#include <algorithm>
#include <memory>

namespace waxseal::demolog {

namespace {

/** A message on its way out: removed from the queue when its last delivery is over. */
struct Departure
{
    Mail mail;
    std::uint32_t open = 0;
};
using DeparturePointer = std::shared_ptr<Departure>;

void logActive(MailServer& server, const Mail& mail)
{
    server.qmgr() << mail.queueId << ": from=<" << mail.sender << ">, size=" << mail.size
                  << ", nrcpt=" << std::uint64_t{mail.recipients.size()} << " (queue active)";
}

/** "QID: to=<r>, relay=…, delay=…, delays=a/b/c/d, dsn=…, status=… (…)" */
struct Attempt
{
    std::string_view relay;
    std::string_view dsn;
    std::string_view status;
    std::string_view reply;
    Time waited = 0; ///< in the queue before this attempt
    Time connecting = 0;
    Time sending = 0;
    std::uint32_t connectionUse = 1;
};

void logDelivery(MailServer& server, const Service& service, std::uint32_t pid, const Mail& mail,
    const Recipient& recipient, const Attempt& attempt)
{
    Line line = server.line(service, pid);
    line << mail.queueId << ": to=<" << recipient.address << ">, relay=" << attempt.relay;
    if (attempt.connectionUse > 1)
        line << ", conn_use=" << attempt.connectionUse;
    line << ", delay=" << seconds(server.now() - mail.arrived) << ", delays=" << seconds(attempt.waited) << "/0.01/"
         << seconds(attempt.connecting) << "/" << seconds(attempt.sending) << ", dsn=" << attempt.dsn
         << ", status=" << attempt.status << " (" << attempt.reply << ")";
}

void finish(MailServer& server, const DeparturePointer& departure)
{
    if (--departure->open == 0)
        server.remove(departure->mail);
}

Story toMailbox(MailServer& server, DeparturePointer departure, std::vector<Recipient> recipients)
{
    const Time begin = server.now();
    const std::uint32_t pid = server.lmtp.acquire(begin, server.random);
    co_await server.pause(8 * millisecond, 120 * millisecond);
    for (const Recipient& recipient : recipients) {
        Attempt attempt;
        attempt.relay = "mx1.example.com[private/dovecot-lmtp]";
        attempt.dsn = "2.0.0";
        attempt.status = "sent";
        const std::string reply = "250 2.0.0 <" + recipient.address + "> Saved";
        attempt.reply = reply;
        attempt.waited = begin - departure->mail.arrived;
        attempt.sending = server.now() - begin;
        logDelivery(server, server.lmtp, pid, departure->mail, recipient, attempt);
    }
    server.lmtp.release(pid, server.now());
    finish(server, departure);
}

/** Tells the sender that it could not be delivered. */
void bounce(MailServer& server, const Mail& mail)
{
    Mail notice;
    notice.recipients.push_back({mail.sender, nullptr});
    notice.ours = true;
    notice.size = mail.size / 8 + 2'400;
    server.enqueue(notice);
    notice.messageId = server.messageId("mx1.example.com");
    const std::uint32_t cleanup = server.cleanup.acquire(server.now(), server.random);
    server.line(server.cleanup, cleanup) << notice.queueId << ": message-id=<" << notice.messageId << ">";
    server.cleanup.release(cleanup, server.now());
    const std::uint32_t pid = server.bounce.acquire(server.now(), server.random);
    server.line(server.bounce, pid) << mail.queueId << ": sender non-delivery notification: " << notice.queueId;
    server.bounce.release(pid, server.now());
    Truth truth;
    truth.time = server.now();
    truth.messageId = notice.messageId;
    truth.domain = "<>";
    truth.recipients = 1;
    truth.status = "received";
    truth.excluded = "local";
    server.truth(truth);
    delivered(server, std::move(notice));
}

void tellSent(MailServer& server, const Mail& mail, const Correspondent& to, const Host& host, bool overTls,
    std::size_t recipients, std::string_view status, bool fellBack)
{
    Truth truth;
    truth.time = server.now();
    truth.messageId = mail.messageId;
    truth.direction = "outbound";
    truth.domain = to.name;
    truth.host = host.address;
    truth.tls = overTls ? "yes" : "no";
    truth.version = overTls ? version(host.speech) : "";
    truth.trust = overTls ? word(host.certificate) : "";
    truth.spam = mail.client == nullptr ? "" : truthOf(mail.verdict);
    truth.recipients = static_cast<std::uint32_t>(recipients);
    truth.fellBack = fellBack;
    truth.status = status;
    server.truth(truth);
}

/** One destination of a message: as many attempts as it takes. */
Story toServer(
    MailServer& server, DeparturePointer departure, const Correspondent* to, std::vector<Recipient> recipients)
{
    const Mail& mail = departure->mail;
    const Pool& exchangers = server.world.pools[to->exchangers];
    const Host* failed = nullptr; // the host our handshake failed with
    Time backoff = server.random.between(5 * minute, 9 * minute);
    bool sent = false;
    bool bounced = false;
    for (std::uint32_t attemptNumber = 0; !sent && !bounced; ++attemptNumber) {
        const Time begin = server.now();
        const std::uint32_t pid = server.smtp.acquire(begin, server.random);
        const Host& host = failed != nullptr ? *failed : server.random.pick(exchangers);
        const std::string relay = host.peer + ":25";
        const bool mayDefer = server.hasTimeFor(backoff);
        const std::uint32_t luck = attemptNumber < 3 ? server.random.below(1000) : 999;

        Attempt attempt;
        attempt.relay = relay;
        attempt.waited = begin - mail.arrived;
        std::string reply;
        if (luck < 25 && mayDefer) {
            co_await server.pause(29 * second, 31 * second);
            server.line(server.smtp, pid) << "connect to " << relay << ": Connection timed out";
            reply = "connect to " + relay + ": Connection timed out";
            attempt.relay = "none";
            attempt.dsn = "4.4.1";
            attempt.status = "deferred";
            attempt.connecting = server.now() - begin;
        } else {
            co_await server.pause(30 * millisecond, 350 * millisecond);
            const bool broken = host.handshakeFails;
            const bool overTls = host.speech != Speech::Clear && !broken;
            if (broken) {
                server.line(server.smtp, pid) << "SSL_connect error to " << relay << ": -1";
                server.line(server.smtp, pid)
                    << "warning: TLS library problem: error:0A000410:SSL routines::sslv3 alert handshake failure:"
                       "../ssl/record/rec_layer_s3.c:1584:SSL alert number 40:";
            } else if (overTls) {
                server.line(server.smtp, pid) << word(host.certificate) << " TLS connection established to " << relay
                                              << ": " << summary(host, false);
            }
            attempt.connecting = server.now() - begin;
            if (broken && failed == nullptr && mayDefer) {
                failed = &host;
                reply = "Cannot start TLS: handshake failure";
                attempt.dsn = "4.7.5";
                attempt.status = "deferred";
            } else {
                const Time connected = server.now();
                co_await server.pause(60 * millisecond, 1200 * millisecond);
                attempt.sending = server.now() - connected;
                if (luck < 75 && mayDefer) {
                    reply = "host " + host.peer + " said: 450 4.2.0 <" + recipients.front().address
                        + ">: Recipient address rejected: Greylisted (in reply to RCPT TO command)";
                    attempt.dsn = "4.2.0";
                    attempt.status = "deferred";
                } else if (luck < 90) {
                    reply = "host " + host.peer + " said: 550 5.1.1 <" + recipients.front().address
                        + ">: Recipient address rejected: User unknown (in reply to RCPT TO command)";
                    attempt.dsn = "5.1.1";
                    attempt.status = "bounced";
                    bounced = true;
                } else {
                    reply = "250 2.0.0 Ok: queued as " + server.foreignQueueId();
                    attempt.dsn = "2.0.0";
                    attempt.status = "sent";
                    // Only clear connections are handed on: connections over TLS are not cached without
                    // smtp_tls_connection_reuse.
                    attempt.connectionUse = host.speech == Speech::Clear && server.random.percent(12) ? 2 : 1;
                    sent = true;
                }
                if (sent || bounced)
                    tellSent(server, mail, *to, host, overTls, recipients.size(), attempt.status, broken);
            }
        }
        attempt.reply = reply;
        for (const Recipient& recipient : recipients)
            logDelivery(server, server.smtp, pid, mail, recipient, attempt);
        server.smtp.release(pid, server.now());
        if (!sent && !bounced) {
            co_await server.scheduler.after(backoff);
            backoff = std::min(backoff * 2, hour);
            logActive(server, mail);
        }
    }
    if (bounced)
        bounce(server, mail);
    finish(server, departure);
}

std::string score(MailServer& server, Verdict verdict)
{
    std::int64_t thousandths = 0;
    switch (verdict) {
    case Verdict::Clean:
    case Verdict::BadHeader:
        thousandths = -server.random.between(1, 29) * 100;
        break;
    case Verdict::Tagged:
        thousandths = server.random.between(63, 89) * 100;
        break;
    case Verdict::Spam:
    case Verdict::Infected:
        thousandths = server.random.between(90, 290) * 100;
        break;
    }
    const std::int64_t magnitude = thousandths < 0 ? -thousandths : thousandths;
    std::string text = thousandths < 0 ? "-" : "";
    text.append(std::to_string(magnitude / 1000)).append(".").append(std::to_string(magnitude % 1000 / 100));
    return text;
}

/** amavis' line about a message. */
void logVerdict(
    MailServer& server, const MailServer::FilterRun& run, const Mail& mail, std::string_view queuedAs, Time took)
{
    const bool blocked = mail.verdict == Verdict::Spam || mail.verdict == Verdict::Infected;
    const bool toUs = std::any_of(
        mail.recipients.begin(), mail.recipients.end(), [](const Recipient& r) { return r.at == nullptr; });
    const bool toOthers = std::any_of(
        mail.recipients.begin(), mail.recipients.end(), [](const Recipient& r) { return r.at != nullptr; });
    Line line = server.line("amavis", run.pid);
    line << "(" << run.id << ") ";
    switch (mail.verdict) {
    case Verdict::Clean:
        line << "Passed CLEAN {";
        break;
    case Verdict::BadHeader:
        line << "Passed BAD-HEADER-1 {";
        break;
    case Verdict::Tagged:
        line << "Passed SPAMMY {";
        break;
    case Verdict::Spam:
        line << "Blocked SPAM {";
        break;
    case Verdict::Infected:
        line << "Blocked INFECTED (Eicar-Test-Signature) {";
        break;
    }
    if (blocked)
        line << "DiscardedInbound,Quarantined";
    else if (!mail.ours)
        line << (mail.verdict == Verdict::Tagged ? "RelayedTaggedInbound" : "RelayedInbound");
    else
        line << (toUs ? "RelayedInternal" : "") << (toUs && toOthers ? "," : "") << (toOthers ? "RelayedOutbound" : "");
    line << "}, " << (mail.ours ? "ORIGINATING LOCAL " : "") << "[" << mail.client->address
         << "]:" << static_cast<std::uint32_t>(server.random.between(32'768, 60'999)) << " [" << mail.client->address
         << "] <" << mail.sender << "> -> ";
    for (std::size_t i = 0; i < mail.recipients.size(); ++i)
        line << (i == 0 ? "<" : ",<") << mail.recipients[i].address << ">";
    line << ", Queue-ID: " << mail.queueId << ", Message-ID: <" << mail.messageId << ">, mail_id: ";
    std::string mailId;
    for (std::uint64_t bits = server.random.next(); mailId.size() < 8; bits >>= 6U)
        mailId.push_back("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[bits & 63U]);
    line << mailId << ", Hits: " << (mail.verdict == Verdict::Infected ? std::string("-") : score(server, mail.verdict))
         << ", size: " << mail.size;
    if (!queuedAs.empty())
        line << ", queued_as: " << queuedAs;
    line << ", " << static_cast<std::uint64_t>(took / millisecond) << " ms";
}

} // namespace

Story filtered(MailServer& server, Mail mail)
{
    logActive(server, mail);
    const Time begin = server.now();
    const std::uint32_t client = server.filterClient.acquire(begin, server.random);
    const MailServer::FilterRun run = server.filterRun();
    co_await server.pause(250 * millisecond, 2900 * millisecond);

    Attempt attempt;
    attempt.relay = "127.0.0.1[127.0.0.1]:10024";
    attempt.dsn = "2.0.0";
    attempt.status = "sent";
    attempt.waited = begin - mail.arrived;
    std::string reply;
    Mail again;
    const bool blocked = mail.verdict == Verdict::Spam || mail.verdict == Verdict::Infected;
    if (blocked) {
        logVerdict(server, run, mail, {}, server.now() - begin);
        attempt.dsn = "2.7.0";
        reply = "250 2.7.0 Ok, discarded, id=" + run.id
            + (mail.verdict == Verdict::Spam ? " - spam" : " - INFECTED: Eicar-Test-Signature");
    } else {
        const std::uint32_t smtpd = server.smtpd.acquire(server.now(), server.random);
        server.line(server.smtpd, smtpd) << "connect from localhost[127.0.0.1]";
        again = mail;
        server.enqueue(again);
        server.line(server.smtpd, smtpd) << again.queueId << ": client=localhost[127.0.0.1]";
        Truth truth;
        truth.time = server.now();
        truth.messageId = mail.messageId;
        truth.host = "127.0.0.1";
        truth.tls = "no";
        truth.recipients = static_cast<std::uint32_t>(mail.recipients.size());
        truth.status = "received";
        truth.excluded = "reinjected";
        server.truth(truth);
        const std::uint32_t cleanup = server.cleanup.acquire(server.now(), server.random);
        server.line(server.cleanup, cleanup) << again.queueId << ": message-id=<" << again.messageId << ">";
        co_await server.pause(2 * millisecond, 30 * millisecond);
        server.cleanup.release(cleanup, server.now());
        again.size += 412;
        logActive(server, again);
        const auto count = static_cast<std::uint32_t>(mail.recipients.size());
        server.line(server.smtpd, smtpd) << "disconnect from localhost[127.0.0.1] ehlo=1 mail=1 rcpt=" << count
                                         << " data=1 quit=1 commands=" << count + 4;
        server.smtpd.release(smtpd, server.now());
        logVerdict(server, run, mail, again.queueId, server.now() - begin);
        reply = "250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as " + again.queueId;
    }
    attempt.reply = reply;
    attempt.sending = server.now() - begin;
    for (const Recipient& recipient : mail.recipients)
        logDelivery(server, server.filterClient, client, mail, recipient, attempt);
    server.filterClient.release(client, server.now());
    server.remove(mail);
    if (!blocked)
        delivered(server, std::move(again));
}

Story delivered(MailServer& server, Mail mail)
{
    if (mail.client == nullptr)
        logActive(server, mail);
    const auto departure = std::make_shared<Departure>(Departure{std::move(mail), 0});
    std::vector<Recipient> recipients = departure->mail.recipients;
    // One delivery a destination, all its recipients in one transaction.
    std::stable_sort(recipients.begin(), recipients.end(), [](const Recipient& a, const Recipient& b) {
        return a.at == b.at ? false : a.at == nullptr || (b.at != nullptr && a.at->name < b.at->name);
    });
    std::vector<std::vector<Recipient>> groups;
    for (Recipient& recipient : recipients) {
        if (groups.empty() || groups.back().front().at != recipient.at)
            groups.emplace_back();
        groups.back().push_back(std::move(recipient));
    }
    departure->open = static_cast<std::uint32_t>(groups.size());
    for (std::vector<Recipient>& group : groups) {
        const Correspondent* to = group.front().at;
        if (to == nullptr)
            toMailbox(server, departure, std::move(group));
        else
            toServer(server, departure, to, std::move(group));
    }
    co_return;
}

} // namespace waxseal::demolog
