// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/demolog/mailserver.h"

#include <array>

namespace waxseal::demolog {

namespace {

/** The counts that smtpd prints when a client leaves; refused commands as "0/1". */
class Commands
{
public:
    enum Name
    {
        Helo,
        Ehlo,
        StartTls,
        Auth,
        MailFrom,
        RcptTo,
        Data,
        Quit,
        Count
    };

    void did(Name name, bool accepted = true)
    {
        ++m_all[name];
        m_accepted[name] += accepted ? 1 : 0;
    }

    void print(Line& line) const
    {
        static constexpr std::array<std::string_view, Count> names{
            " helo=", " ehlo=", " starttls=", " auth=", " mail=", " rcpt=", " data=", " quit="};
        std::uint32_t all = 0;
        std::uint32_t accepted = 0;
        for (std::size_t i = 0; i < Count; ++i) {
            if (m_all[i] != 0)
                printOne(line, names[i], m_accepted[i], m_all[i]);
            all += m_all[i];
            accepted += m_accepted[i];
        }
        printOne(line, " commands=", accepted, all);
    }

private:
    static void printOne(Line& line, std::string_view name, std::uint32_t accepted, std::uint32_t all)
    {
        line << name << accepted;
        if (accepted != all)
            line << "/" << all;
    }

    std::array<std::uint32_t, Count> m_accepted{};
    std::array<std::uint32_t, Count> m_all{};
};

void disconnect(
    MailServer& server, const Service& service, std::uint32_t pid, const Host& host, const Commands& commands)
{
    Line line = server.line(service, pid);
    line << "disconnect from " << host.peer;
    commands.print(line);
}

void logTls(MailServer& server, const Service& service, std::uint32_t pid, const Host& host)
{
    server.line(service, pid) << word(host.certificate) << " TLS connection established from " << host.peer << ": "
                              << summary(host, true);
}

Verdict judge(MailServer& server, bool spam)
{
    const std::uint32_t at = server.random.below(1000);
    if (spam)
        return at < 450 ? Verdict::Spam : at < 860 ? Verdict::Tagged : at < 880 ? Verdict::Infected : Verdict::Clean;
    return at < 8 ? Verdict::Tagged : at < 14 ? Verdict::BadHeader : Verdict::Clean;
}

void tellTruth(MailServer& server, const Mail& mail, const Host& host, Truth truth, bool overTls)
{
    truth.time = mail.arrived;
    truth.messageId = mail.messageId;
    truth.host = host.address;
    truth.tls = overTls ? "yes" : "no";
    truth.version = overTls ? version(host.speech) : "";
    truth.trust = overTls ? word(host.certificate) : "";
    truth.spam = truthOf(mail.verdict);
    truth.recipients = static_cast<std::uint32_t>(mail.recipients.size());
    truth.status = "received";
    server.truth(truth);
}

std::string address(std::string_view localPart, std::string_view domain)
{
    std::string joined(localPart);
    joined.append("@").append(domain);
    return joined;
}

/** What stands in MAIL FROM. Now and then as strangers write it: capitals, a quoted local part. */
std::string envelopeSender(MailServer& server, const Visit& plan)
{
    if (plan.domain.empty())
        return {};
    if (plan.manner == Manner::Newsletter)
        return address("b-" + std::to_string(server.random.below(100'000)), plan.spelled);
    if (server.random.permille(3))
        return address("\"team @ office\"", plan.spelled);
    const bool spelled = plan.spelled == plan.domain || server.random.percent(30);
    std::string sender = address(server.random.pick(server.world.localParts), spelled ? plan.spelled : plan.domain);
    if (plan.spelled == plan.domain && server.random.permille(12)) {
        for (char& c : sender)
            c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return sender;
}

void rejectLine(MailServer& server, std::uint32_t pid, std::string_view queueId, const Host& host,
    std::string_view reply, std::string_view sender, std::string_view recipient)
{
    server.line(server.smtpd, pid) << queueId << ": reject: RCPT from " << host.peer << ": " << reply << "; from=<"
                                   << sender << "> to=<" << recipient << "> proto=ESMTP helo=<"
                                   << (host.name == "unknown" ? std::string_view("localhost.localdomain")
                                                              : std::string_view(host.name))
                                   << ">";
}

void tellRejected(MailServer& server, std::string_view domain, const Host& host, bool overTls)
{
    Truth truth;
    truth.time = server.now();
    truth.domain = domain;
    truth.host = host.address;
    truth.tls = overTls ? "yes" : "no";
    truth.version = overTls ? version(host.speech) : "";
    truth.trust = overTls ? word(host.certificate) : "";
    truth.status = "rejected";
    truth.excluded = "rejected";
    server.truth(truth);
}

} // namespace

Story visit(MailServer& server, Visit plan)
{
    const Host& host = *plan.host;
    const std::uint32_t pid = server.smtpd.acquire(server.now(), server.random);
    Commands commands;
    server.line(server.smtpd, pid) << "connect from " << host.peer;
    co_await server.pause(30 * millisecond, 400 * millisecond);
    commands.did(Commands::Ehlo);

    const bool canTls = host.speech != Speech::Clear && !plan.inClear;
    if (canTls && host.handshakeFails) {
        server.line(server.smtpd, pid) << "SSL_accept error from " << host.peer << ": -1";
        server.line(server.smtpd, pid) << "warning: TLS library problem: error:0A0000C1:SSL routines::no shared "
                                          "cipher:../ssl/statem/statem_srvr.c:2220:";
        server.line(server.smtpd, pid) << "lost connection after STARTTLS from " << host.peer;
        commands.did(Commands::StartTls, false);
        disconnect(server, server.smtpd, pid, host, commands);
        server.smtpd.release(pid, server.now());
        co_await server.pause(2 * second, 90 * second);
        plan.inClear = true;
        plan.fellBack = true;
        visit(server, std::move(plan));
        co_return;
    }

    bool overTls = false;
    for (std::uint32_t i = 0; i < plan.messages; ++i) {
        if (canTls && !overTls && (plan.manner != Manner::ClearThenTls || i > 0)) {
            logTls(server, server.smtpd, pid, host);
            commands.did(Commands::StartTls);
            commands.did(Commands::Ehlo);
            overTls = true;
            co_await server.pause(20 * millisecond, 200 * millisecond);
        }
        Mail mail;
        mail.sender = envelopeSender(server, plan);
        mail.recipients.push_back(someoneOfUs(server));
        commands.did(Commands::MailFrom);
        if (plan.greylisted) {
            std::string reply = "450 4.2.0 <" + mail.recipients.front().address
                + ">: Recipient address rejected: Greylisted, see http://greylist.example.com/";
            rejectLine(server, pid, "NOQUEUE", host, reply, mail.sender, mail.recipients.front().address);
            tellRejected(server, plan.domain.empty() ? "<>" : std::string_view(plan.domain), host, overTls);
            commands.did(Commands::RcptTo, false);
            co_await server.pause(20 * millisecond, 90 * millisecond);
            commands.did(Commands::Quit);
            disconnect(server, server.smtpd, pid, host, commands);
            server.smtpd.release(pid, server.now());
            co_await server.pause(5 * minute, 25 * minute);
            plan.greylisted = false;
            visit(server, std::move(plan));
            co_return;
        }

        mail.client = &host;
        mail.verdict = judge(server, plan.spam);
        mail.size
            = static_cast<std::uint32_t>(server.random.between(12, 400)) * (server.random.percent(10) ? 4'171 : 173);
        server.enqueue(mail);
        mail.messageId
            = server.messageId(plan.domain.empty() ? std::string_view(host.name) : std::string_view(plan.domain));
        server.line(server.smtpd, pid) << mail.queueId << ": client=" << host.peer;
        commands.did(Commands::RcptTo);
        while (!plan.domain.empty() && server.random.percent(9) && mail.recipients.size() < 6) {
            mail.recipients.push_back(someoneOfUs(server));
            commands.did(Commands::RcptTo);
        }
        if (server.random.permille(12)) {
            const std::string gone = address("former.colleague", ourDomain);
            rejectLine(server, pid, mail.queueId, host,
                "550 5.1.1 <" + gone + ">: Recipient address rejected: User unknown in local recipient table",
                mail.sender, gone);
            commands.did(Commands::RcptTo, false);
        }
        co_await server.pause(10 * millisecond, 250 * millisecond);
        const std::uint32_t cleanup = server.cleanup.acquire(server.now(), server.random);
        server.line(server.cleanup, cleanup) << mail.queueId << ": message-id=<" << mail.messageId << ">";
        Truth truth;
        truth.direction = "inbound";
        truth.domain = plan.domain.empty() ? "<>" : std::string_view(plan.domain);
        truth.fellBack = plan.fellBack;
        tellTruth(server, mail, host, truth, overTls);
        co_await server.pause(30 * millisecond, 900 * millisecond);
        server.cleanup.release(cleanup, server.now());
        commands.did(Commands::Data);
        filtered(server, std::move(mail));
        co_await server.pause(10 * millisecond, 200 * millisecond);
    }
    commands.did(Commands::Quit);
    disconnect(server, server.smtpd, pid, host, commands);
    server.smtpd.release(pid, server.now());
}

Story blockedVisit(MailServer& server, const Host& host, std::string sender)
{
    const std::uint32_t pid = server.smtpd.acquire(server.now(), server.random);
    Commands commands;
    server.line(server.smtpd, pid) << "connect from " << host.peer;
    co_await server.pause(100 * millisecond, 900 * millisecond);
    const bool overTls = host.speech != Speech::Clear;
    commands.did(Commands::Ehlo);
    if (overTls) {
        logTls(server, server.smtpd, pid, host);
        commands.did(Commands::StartTls);
        commands.did(Commands::Ehlo);
        co_await server.pause(20 * millisecond, 200 * millisecond);
    }
    commands.did(Commands::MailFrom);
    commands.did(Commands::RcptTo, false);
    const bool blocked = server.random.percent(80);
    const std::string recipient = blocked ? someoneOfUs(server).address : address("sales2", ourDomain);
    rejectLine(server, pid, "NOQUEUE", host,
        blocked ? "554 5.7.1 Service unavailable; Client host [" + host.address
                + "] blocked using dnsbl.test; see http://dnsbl.test/why"
                : "550 5.1.1 <" + recipient + ">: Recipient address rejected: User unknown in local recipient table",
        sender, recipient);
    tellRejected(server, std::string_view(sender).substr(sender.rfind('@') + 1), host, overTls);
    co_await server.pause(50 * millisecond, 700 * millisecond);
    if (server.random.percent(40))
        server.line(server.smtpd, pid) << "lost connection after RCPT from " << host.peer;
    else
        commands.did(Commands::Quit);
    disconnect(server, server.smtpd, pid, host, commands);
    server.smtpd.release(pid, server.now());
}

Story scan(MailServer& server, const Host& host)
{
    const bool guess = server.random.percent(60);
    Service& service = guess ? server.submission : server.smtpd;
    const std::uint32_t pid = service.acquire(server.now(), server.random);
    Commands commands;
    server.line(service, pid) << "connect from " << host.peer;
    co_await server.pause(100 * millisecond, 2 * second);
    commands.did(Commands::Ehlo);
    if (guess) {
        server.line(service, pid) << "warning: " << host.peer << ": SASL LOGIN authentication failed: UGFzc3dvcmQ6";
        server.line(service, pid) << "lost connection after AUTH from " << host.peer;
        commands.did(Commands::Auth, false);
    } else if (server.random.percent(70)) {
        commands.did(Commands::StartTls, false);
        const bool shut = server.random.percent(50);
        server.line(service, pid) << "SSL_accept error from " << host.peer << (shut ? ": lost connection" : ": -1");
        if (!shut)
            server.line(service, pid)
                << "warning: TLS library problem: error:0A000102:SSL routines::unsupported protocol:"
                   "../ssl/statem/statem_srvr.c:1657:";
        server.line(service, pid) << "lost connection after STARTTLS from " << host.peer;
    } else {
        logTls(server, service, pid, host);
        commands.did(Commands::StartTls);
        commands.did(Commands::Ehlo);
        commands.did(Commands::Quit);
    }
    disconnect(server, service, pid, host, commands);
    service.release(pid, server.now());
}

Story submission(MailServer& server, std::uint32_t user, const Host& host)
{
    const bool wrapper = user % 3 == 0; // port 465: TLS from the first byte, no STARTTLS to count
    Service& service = wrapper ? server.smtps : server.submission;
    const std::uint32_t pid = service.acquire(server.now(), server.random);
    Commands commands;
    server.line(service, pid) << "connect from " << host.peer;
    co_await server.pause(40 * millisecond, 300 * millisecond);
    logTls(server, service, pid, host);
    commands.did(Commands::Ehlo);
    if (!wrapper) {
        commands.did(Commands::StartTls);
        commands.did(Commands::Ehlo);
    }
    commands.did(Commands::Auth);
    co_await server.pause(80 * millisecond, 500 * millisecond);

    Mail mail;
    mail.sender = address(server.world.users[user], ourDomain);
    mail.client = &host;
    mail.ours = true;
    mail.size = static_cast<std::uint32_t>(server.random.between(8, 300)) * (server.random.percent(15) ? 5'003 : 211);
    server.enqueue(mail);
    mail.messageId = server.messageId(ourDomain);
    server.line(service, pid) << mail.queueId << ": client=" << host.peer
                              << ", sasl_method=PLAIN, sasl_username=" << mail.sender;
    commands.did(Commands::MailFrom);
    do {
        mail.recipients.push_back(server.random.percent(74) ? someoneOutside(server) : someoneOfUs(server));
        commands.did(Commands::RcptTo);
    } while (server.random.percent(15) && mail.recipients.size() < 8);
    co_await server.pause(20 * millisecond, 200 * millisecond);
    const std::uint32_t cleanup = server.cleanup.acquire(server.now(), server.random);
    server.line(server.cleanup, cleanup) << mail.queueId << ": message-id=<" << mail.messageId << ">";
    Truth truth;
    truth.direction = "submission";
    truth.domain = ourDomain;
    tellTruth(server, mail, host, truth, true);
    co_await server.pause(30 * millisecond, 1500 * millisecond);
    server.cleanup.release(cleanup, server.now());
    commands.did(Commands::Data);
    filtered(server, std::move(mail));
    co_await server.pause(10 * millisecond, 100 * millisecond);
    commands.did(Commands::Quit);
    disconnect(server, service, pid, host, commands);
    service.release(pid, server.now());
}

Story deviceMail(MailServer& server, const Host& host)
{
    const std::uint32_t pid = server.smtpd.acquire(server.now(), server.random);
    Commands commands;
    server.line(server.smtpd, pid) << "connect from " << host.peer;
    co_await server.pause(5 * millisecond, 40 * millisecond);
    const bool overTls = host.speech != Speech::Clear;
    if (overTls) {
        logTls(server, server.smtpd, pid, host);
        commands.did(Commands::Ehlo);
        commands.did(Commands::StartTls);
        commands.did(Commands::Ehlo);
        co_await server.pause(5 * millisecond, 40 * millisecond);
    } else {
        commands.did(Commands::Helo);
    }
    Mail mail;
    mail.sender = address(std::string_view(host.name).substr(0, host.name.find('.')), ourDomain);
    mail.client = &host;
    mail.ours = true;
    mail.size = static_cast<std::uint32_t>(server.random.between(300, 90'000));
    mail.recipients.push_back(overTls && server.random.percent(35) ? someoneOutside(server) : someoneOfUs(server));
    server.enqueue(mail);
    mail.messageId = server.messageId(host.name);
    server.line(server.smtpd, pid) << mail.queueId << ": client=" << host.peer;
    commands.did(Commands::MailFrom);
    commands.did(Commands::RcptTo);
    co_await server.pause(5 * millisecond, 60 * millisecond);
    const std::uint32_t cleanup = server.cleanup.acquire(server.now(), server.random);
    server.line(server.cleanup, cleanup) << mail.queueId << ": message-id=<" << mail.messageId << ">";
    Truth truth;
    truth.domain = ourDomain;
    truth.excluded = "internal";
    tellTruth(server, mail, host, truth, overTls);
    co_await server.pause(10 * millisecond, 400 * millisecond);
    server.cleanup.release(cleanup, server.now());
    commands.did(Commands::Data);
    filtered(server, std::move(mail));
    commands.did(Commands::Quit);
    disconnect(server, server.smtpd, pid, host, commands);
    server.smtpd.release(pid, server.now());
}

Story cronMail(MailServer& server)
{
    Mail mail;
    mail.sender = "root@mx1.example.com";
    mail.ours = true;
    mail.size = 640;
    mail.recipients.push_back({"postmaster@example.com", nullptr});
    server.enqueue(mail);
    const std::uint32_t pickup = server.pickup.acquire(server.now(), server.random);
    server.line(server.pickup, pickup) << mail.queueId << ": uid=0 from=<root>";
    server.pickup.release(pickup, server.now());
    const std::uint32_t cleanup = server.cleanup.acquire(server.now(), server.random);
    mail.messageId = server.messageId("mx1.example.com");
    server.line(server.cleanup, cleanup) << mail.queueId << ": message-id=<" << mail.messageId << ">";
    server.cleanup.release(cleanup, server.now());
    Truth truth;
    truth.time = server.now();
    truth.messageId = mail.messageId;
    truth.domain = "mx1.example.com";
    truth.recipients = 1;
    truth.status = "received";
    truth.excluded = "local";
    server.truth(truth);
    co_await server.pause(5 * millisecond, 30 * millisecond);
    delivered(server, std::move(mail));
}

} // namespace waxseal::demolog
