// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What an import can be told at its end: what is open, and what the user should know.

#include "model/ledger/ledger.h"

#include <QStringList>

#include <algorithm>

namespace waxseal {

/** Nothing is decided that the next import could know better: the log may go on. What is known now is streamed. */
void Ledger::finish()
{
    if (!isStreaming() || !m_context.options->streamOpen)
        return;
    Excluded ignored;
    const std::vector<bool> inClear = heldInClear();
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        FactKey key;
        if (m_messages[slot].used && classifyOpen(slot, inClear, key, ignored))
            stream(m_messages[slot], key);
    }
    for (const Service& service : m_services) {
        service.silence.forEachHeld([&](const Silent& silent, bool isPlaintext) {
            if (silent.serial != 0 || !silent.isFirst)
                return;
            FactKey key = silent.key;
            key.tls = isPlaintext ? key.tls : unknownTls;
            streamDelivery(key, silent.time, silent.id(), silent.messageId);
        });
    }
}

/** The places of messages that would be plaintext by their services' silence if the log ended here. */
std::vector<bool> Ledger::heldInClear() const
{
    std::vector<bool> inClear(m_messages.size());
    for (const Service& service : m_services) {
        service.silence.forEachHeld([&](const Silent& silent, bool isPlaintext) {
            if (isPlaintext && silent.serial != 0 && silent.slot < m_messages.size()
                && m_messages[silent.slot].serial == silent.serial)
                inClear[silent.slot] = true;
        });
    }
    return inClear;
}

/** The sum a message belongs to, as far as it can be known now. */
bool Ledger::classifyOpen(std::uint32_t slot, const std::vector<bool>& inClear, FactKey& key, Excluded& excluded) const
{
    const OpenMessage& message = m_messages[slot];
    const bool isHeld = message.decision == TlsDecision::ByService && inClear[slot];
    return classify(message, isHeld ? m_plaintext : lateTls(message), key, excluded);
}

void Ledger::addOpen(FactTable& facts, Excluded& excluded) const
{
    const std::vector<bool> inClear = heldInClear();
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        FactKey key;
        if (m_messages[slot].used && classifyOpen(slot, inClear, key, excluded))
            facts.add(key, 1, std::max(m_messages[slot].recipients, 1U), m_messages[slot].place);
    }
    for (const Service& service : m_services) {
        service.silence.forEachHeld([&](const Silent& silent, bool isPlaintext) {
            if (silent.serial != 0)
                return;
            FactKey key = silent.key;
            key.tls = isPlaintext ? key.tls : unknownTls;
            key.fellBack = isPlaintext && key.fellBack;
            facts.add(key, silent.isFirst ? 1 : 0, 1, silent.place);
        });
    }
}

std::uint64_t Ledger::openCount() const
{
    auto count = static_cast<std::uint64_t>(
        std::count_if(m_sessions.begin(), m_sessions.end(), [](const OpenSession& session) { return session.used; }));
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        const OpenMessage& message = m_messages[slot];
        count += message.used && (!message.closing || message.decision != TlsDecision::Known) ? 1 : 0;
    }
    for (const Service& service : m_services)
        service.silence.forEachHeld([&](const Silent& silent, bool) { count += silent.serial == 0 ? 1 : 0; });
    return count;
}

namespace {

/** "a.example (12), b.example (3) …": who has most. */
QString listed(const std::map<std::string, std::uint64_t>& counts)
{
    std::vector<std::pair<std::string, std::uint64_t>> most(counts.begin(), counts.end());
    std::stable_sort(most.begin(), most.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    constexpr std::size_t few = 5;
    QStringList out;
    for (std::size_t i = 0; i < std::min(few, most.size()); ++i) {
        QByteArray name = QByteArray::fromStdString(most[i].first).left(80);
        for (char& c : name)
            c = c > ' ' && c < '\x7f' ? c : '?'; // a stranger wrote it; what is a host name has no other bytes
        out.append(QStringLiteral("%1 (%2)")
                       .arg(name.isEmpty() ? QStringLiteral("?") : QString::fromLatin1(name))
                       .arg(most[i].second));
    }
    return out.join(QStringLiteral(", ")) + (most.size() > few ? QStringLiteral(" …") : QString());
}

} // namespace

void Ledger::addNotes(std::vector<ImportNote>& notes) const
{
    using Code = ImportNote::Code;
    const auto add = [&](Code code, std::uint64_t count, const QString& detail = {}) {
        if (count > 0)
            notes.push_back({code, count, {}, detail});
    };
    std::uint64_t inboundSilent = m_counts.inboundSilent;
    std::uint64_t outboundSilent = m_counts.outboundSilent;
    std::uint64_t cutMessages = m_counts.cutMessages;
    std::uint64_t onHold = m_counts.heldForGood;
    const std::vector<bool> inClear = heldInClear();
    for (std::uint32_t slot = 0; slot < m_messages.size(); ++slot) {
        const OpenMessage& message = m_messages[slot];
        if (!message.used)
            continue;
        cutMessages += message.begunBefore ? 1 : 0;
        onHold += message.held && !message.queued ? 1 : 0;
        FactKey key;
        Excluded ignored;
        const bool byLogLevel = message.byLogLevel || message.decision == TlsDecision::ByService
            || (message.decision == TlsDecision::AtDisconnect && message.wholeSession);
        if (byLogLevel && classifyOpen(slot, inClear, key, ignored) && (key.tls == unknownTls || key.tls == m_someTls))
            ++inboundSilent;
    }
    for (const Service& service : m_services) {
        service.silence.forEachHeld([&](const Silent& silent, bool isPlaintext) {
            outboundSilent += silent.serial == 0 && silent.isFirst && !isPlaintext ? 1 : 0;
        });
    }
    // What was held and is gone may be what the server names under another id.
    cutMessages -= std::min(cutMessages, onHold);
    if (m_counts.hasLosses)
        notes.push_back({Code::LinesLost, m_counts.linesLost, {}, {}});
    if (m_counts.begun > 0 && m_counts.queued == 0 && m_counts.endedUnqueued > 0)
        notes.push_back({Code::NoQueueManager, m_counts.begun, {}, {}});
    add(Code::TlsLogLevelZero, inboundSilent);
    add(Code::SmtpTlsLogLevelZero, outboundSilent);
    add(Code::BehindProxy, m_counts.behindProxy);
    add(Code::SessionsCut, m_counts.cutSessions);
    add(Code::MessagesCut, cutMessages);
    add(Code::OnHold, onHold);
    add(Code::EnforcedRefusals, m_counts.enforced);
    add(Code::PlaintextRefusals, m_counts.plaintextRefused, listed(m_counts.refusedSenders));
    add(Code::TlsRequiredFailures, m_counts.tlsRequired, listed(m_counts.tlsRequiredBy));
    add(Code::StartTlsUnused, m_counts.startTlsUnused, listed(m_counts.startTlsUnusedBy));
    add(Code::TooManyOpen, m_counts.dropped);
    constexpr std::uint64_t telling = 20;
    if (!m_manyRelays && m_outboundMessages >= telling && m_context.options->routing.isEmpty())
        add(Code::AllOutboundRelayed, m_outboundMessages, QString::fromStdString(m_onlyRelay));
}

} // namespace waxseal
