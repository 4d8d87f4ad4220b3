// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/demolog/mailserver.h"

#include <charconv>

namespace waxseal::demolog {

namespace {

void appendHex(std::string& out, std::uint32_t number, int width)
{
    for (int shift = (width - 1) * 4; shift >= 0; shift -= 4)
        out.push_back("0123456789ABCDEF"[(number >> shift) & 15U]);
}

} // namespace

std::uint32_t ProcessTable::fork(Random& random)
{
    do {
        m_next += 1 + random.below(5);
        if (m_next > last)
            m_next = 300 + random.below(50);
    } while (m_alive[m_next]);
    m_alive[m_next] = true;
    return m_next;
}

std::uint32_t Service::acquire(Time now, Random& random)
{
    while (!m_idle.empty()) {
        const Idle idle = m_idle.back();
        m_idle.pop_back();
        if (now - idle.since < 100 * second && m_uses[idle.pid] < 100) {
            ++m_uses[idle.pid];
            return idle.pid;
        }
        m_processes.exit(idle.pid);
    }
    const std::uint32_t pid = m_processes.fork(random);
    m_uses[pid] = 1;
    return pid;
}

void Service::release(std::uint32_t pid, Time now)
{
    m_idle.push_back({pid, now});
}

MailServer::MailServer(const Options& options, const ByteSink& log, TruthSink truthSink)
    : random(options.seed)
    , writer(options.header, ourHost, log)
    , world(options.seed, options.domains)
    , truth(std::move(truthSink))
    , queueManager(processes.fork(random))
    , anvil(processes.fork(random))
    , m_end(options.start + options.days * day)
{
    scheduler.setNow(options.start);
    if (!truth)
        truth = [](const Truth&) {};
}

void MailServer::enqueue(Mail& mail)
{
    if (m_freeInodes.empty()) {
        m_freeInodes.push_back(m_nextInode);
        m_nextInode += 1 + random.below(40);
    }
    mail.inode = m_freeInodes.back();
    m_freeInodes.pop_back();
    mail.arrived = now();
    mail.queueId.clear();
    appendHex(mail.queueId, static_cast<std::uint32_t>(now() % second), 5);
    appendHex(mail.queueId, mail.inode, 6);
}

void MailServer::remove(const Mail& mail)
{
    qmgr() << mail.queueId << ": removed";
    m_freeInodes.push_back(mail.inode);
}

std::string MailServer::foreignQueueId()
{
    std::string id;
    appendHex(id, random.below(1U << 28), 7);
    return id;
}

std::string MailServer::messageId(std::string_view domain)
{
    // An odd multiplier permutes the 32-bit numbers: every id is new.
    const std::uint32_t number = ++m_messageCount * 2'654'435'761U;
    std::array<char, 8> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 36).ptr;
    std::string id(digits.data(), end);
    id.append("@").append(domain);
    return id;
}

MailServer::FilterRun MailServer::filterRun()
{
    FilterChild& child = m_filterChildren[random.below(static_cast<std::uint32_t>(m_filterChildren.size()))];
    if (child.pid == 0 || child.runs >= 20) {
        if (child.pid != 0)
            processes.exit(child.pid);
        child = {processes.fork(random), 0};
    }
    ++child.runs;
    std::string pid = std::to_string(child.pid);
    std::string runs = std::to_string(child.runs);
    std::string id;
    id.append(5 - std::min<std::size_t>(pid.size(), 5), '0').append(pid).append("-");
    id.append(2 - std::min<std::size_t>(runs.size(), 2), '0').append(runs);
    return {child.pid, std::move(id)};
}

std::string seconds(Time span)
{
    std::string text;
    if (span < 5 * millisecond)
        return "0";
    if (span >= 10 * second) {
        text = std::to_string((span + second / 2) / second);
        return text;
    }
    const Time step = span >= second ? 100 * millisecond : 10 * millisecond;
    const Time rounded = (span + step / 2) / step * step;
    text = std::to_string(rounded / second);
    const auto hundredths = static_cast<int>(rounded % second / (10 * millisecond));
    if (hundredths != 0) {
        text.push_back('.');
        text.push_back(static_cast<char>('0' + hundredths / 10));
        if (hundredths % 10 != 0)
            text.push_back(static_cast<char>('0' + hundredths % 10));
    }
    return text;
}

std::string_view word(Certificate certificate)
{
    static constexpr std::array<std::string_view, 4> words{"Anonymous", "Untrusted", "Trusted", "Verified"};
    return words[static_cast<std::size_t>(certificate)];
}

std::string_view truthOf(Verdict verdict)
{
    return verdict == Verdict::Clean || verdict == Verdict::BadHeader ? "legitimate" : "spam";
}

std::string_view version(Speech speech)
{
    static constexpr std::array<std::string_view, 5> versions{"", "1.0", "1.1", "1.2", "1.3"};
    return versions[static_cast<std::size_t>(speech)];
}

std::string_view summary(const Host& host, bool inbound)
{
    // A host's stack stays what it is, so its cipher hangs on its address alone.
    const bool variant = (host.address.back() & 3) == 1;
    switch (host.speech) {
    case Speech::Tls10:
        return variant ? "TLSv1 with cipher AES128-SHA (128/128 bits)"
                       : "TLSv1 with cipher ECDHE-RSA-AES256-SHA (256/256 bits)";
    case Speech::Tls11:
        return "TLSv1.1 with cipher ECDHE-RSA-AES256-SHA (256/256 bits)";
    case Speech::Tls12:
        return variant ? "TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)"
                       : "TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)";
    case Speech::Clear:
        return {};
    case Speech::Tls13:
        break;
    }
    if (inbound && host.certificate != Certificate::Anonymous)
        return "TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS "
               "(2048 bits) "
               "server-digest SHA256 client-signature RSA-PSS (2048 bits) client-digest SHA256";
    if (!inbound && variant)
        return "TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature ECDSA "
               "(P-256) "
               "server-digest SHA256";
    return variant ? "TLSv1.3 with cipher TLS_AES_128_GCM_SHA256 (128/128 bits) key-exchange X25519 server-signature "
                     "RSA-PSS (2048 bits) "
                     "server-digest SHA256"
                   : "TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature "
                     "RSA-PSS (2048 bits) "
                     "server-digest SHA256";
}

Recipient someoneOutside(MailServer& server)
{
    const Correspondent& at = server.world.correspondents[server.world.byVolume.draw(server.random)];
    Recipient recipient{server.random.pick(server.world.localParts), &at};
    recipient.address.append("@").append(at.name);
    return recipient;
}

Recipient someoneOfUs(MailServer& server)
{
    Recipient recipient{server.random.pick(server.world.users), nullptr};
    recipient.address.append("@").append(ourDomain);
    return recipient;
}

} // namespace waxseal::demolog
