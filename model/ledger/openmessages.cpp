// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/ledger/openmessages.h"

#include <algorithm>
#include <cstring>

namespace waxseal {

namespace {

constexpr auto laterFirst = [](const auto& a, const auto& b) { return a.due > b.due; };

} // namespace

void OpenMessage::setId(std::string_view id)
{
    queueIdLength = static_cast<std::uint8_t>(std::min(id.size(), longestId));
    std::memcpy(queueId, id.data(), queueIdLength);
}

std::uint64_t OpenMessages::keyOf(std::uint32_t host, std::string_view queueId)
{
    return hashBytes(queueId.substr(0, OpenMessage::longestId)) ^ hashWord(host + 1U);
}

std::uint32_t OpenMessages::find(std::uint32_t host, std::string_view queueId) const
{
    return m_index.find(keyOf(host, queueId));
}

OpenMessage* OpenMessages::resolve(MessageRef ref)
{
    if (ref.serial == 0 || ref.slot >= m_places.size())
        return nullptr;
    OpenMessage& message = m_places[ref.slot];
    return message.used && message.serial == ref.serial ? &message : nullptr;
}

std::uint32_t OpenMessages::add(std::uint32_t host, std::string_view queueId)
{
    std::uint32_t slot = 0;
    if (m_free.empty()) {
        slot = size();
        m_places.emplace_back();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    OpenMessage& message = m_places[slot];
    // The memory of its lists is used again.
    std::vector<DomainId> delivered = std::move(message.delivered);
    std::string messageId = std::move(message.messageId);
    delivered.clear();
    messageId.clear();
    message = OpenMessage{};
    message.delivered = std::move(delivered);
    message.messageId = std::move(messageId);
    message.used = true;
    message.serial = ++m_serial;
    if (!queueId.empty())
        rename(slot, host, queueId);
    return slot;
}

void OpenMessages::rename(std::uint32_t slot, std::uint32_t host, std::string_view queueId)
{
    OpenMessage& message = m_places[slot];
    if (message.key != 0)
        m_index.remove(message.key);
    message.key = keyOf(host, queueId);
    message.logHost = host;
    message.setId(queueId);
    m_index.set(message.key, slot);
}

void OpenMessages::moveTo(std::uint32_t slot, std::uint32_t host)
{
    const OpenMessage& message = m_places[slot];
    const std::string id(message.id());
    rename(slot, host, id);
}

void OpenMessages::setMessageId(std::uint32_t slot, std::uint64_t hash)
{
    OpenMessage& message = m_places[slot];
    message.messageIdHash = hash;
    if (m_byMessageId.find(hash) == none) { // the first copy is the one from outside
        m_byMessageId.set(hash, slot);
        message.ownsMessageId = true;
    }
}

void OpenMessages::remove(std::uint32_t slot)
{
    OpenMessage& message = m_places[slot];
    if (!message.used)
        return;
    if (message.key != 0 && m_index.find(message.key) == slot)
        m_index.remove(message.key);
    if (message.messageIdHash != 0 && m_byMessageId.find(message.messageIdHash) == slot)
        m_byMessageId.remove(message.messageIdHash);
    message.used = false;
    m_free.push_back(slot);
}

void OpenMessages::closeAt(qint64 due, MessageRef ref)
{
    m_closing.push_back({due, ref});
    std::push_heap(m_closing.begin(), m_closing.end(), laterFirst);
}

MessageRef OpenMessages::takeDue(qint64 now)
{
    while (!m_closing.empty() && m_closing.front().due < now) {
        const MessageRef ref = m_closing.front().ref;
        std::pop_heap(m_closing.begin(), m_closing.end(), laterFirst);
        m_closing.pop_back();
        if (resolve(ref) != nullptr)
            return ref;
    }
    return {};
}

std::uint32_t OpenMessages::usedCount() const
{
    return static_cast<std::uint32_t>(
        std::count_if(m_places.begin(), m_places.end(), [](const OpenMessage& message) { return message.used; }));
}

void OpenMessages::beginRestore(std::uint32_t places, std::uint32_t serial)
{
    clear();
    m_places.resize(places);
    m_serial = serial;
}

void OpenMessages::endRestore()
{
    for (std::uint32_t slot = 0; slot < size(); ++slot) {
        OpenMessage& message = m_places[slot];
        if (!message.used)
            continue;
        if (message.key != 0) { // saved as what made it, since hashes differ from process to process
            message.key = keyOf(message.logHost, message.id());
            m_index.set(message.key, slot);
        }
        if (message.ownsMessageId)
            m_byMessageId.set(message.messageIdHash, slot);
    }
    for (std::uint32_t slot = size(); slot-- > 0;) {
        if (!m_places[slot].used)
            m_free.push_back(slot);
    }
}

void OpenMessages::clear()
{
    m_places.clear();
    m_free.clear();
    m_index.clear();
    m_byMessageId.clear();
    m_closing.clear();
    m_hand = 0;
    m_serial = 0;
}

} // namespace waxseal
