// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facts/dictionary.h"

#include <cstring>
#include <random>

namespace waxseal {

namespace {

std::uint64_t processSeed()
{
    std::random_device device;
    return (std::uint64_t{device()} << 32) ^ device();
}

std::uint64_t load(const char* bytes, std::size_t count)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, count);
    return word;
}

} // namespace

std::uint64_t hashBytes(std::string_view bytes)
{
    static const std::uint64_t seed = processSeed();
    return hashBytes(bytes, seed);
}

std::uint64_t hashBytes(std::string_view bytes, std::uint64_t seed)
{
    constexpr std::uint64_t prime = 0x9e3779b97f4a7c15U;
    std::uint64_t hash = seed ^ (bytes.size() * prime);
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= 8; at += 8, left -= 8) {
        hash = (hash ^ load(at, 8)) * prime;
        hash ^= hash >> 32;
    }
    if (left > 0)
        hash = (hash ^ load(at, left)) * prime;
    return hashWord(hash);
}

Dictionary::Dictionary()
{
    id({});
}

std::uint32_t Dictionary::find(std::string_view text) const
{
    return m_index.find(hashBytes(text), [&](std::uint32_t row) { return m_texts[row] == text; });
}

std::uint32_t Dictionary::id(std::string_view text)
{
    const std::uint64_t hash = hashBytes(text);
    const std::uint32_t found = m_index.find(hash, [&](std::uint32_t row) { return m_texts[row] == text; });
    if (found != HashIndex::empty)
        return found;
    const auto row = static_cast<std::uint32_t>(m_texts.size());
    m_texts.emplace_back(text);
    m_index.insert(hash, row, [&](std::uint32_t r) { return hashBytes(m_texts[r]); });
    return row;
}

void Dictionary::rename(std::uint32_t id, std::string_view text)
{
    m_texts[id] = text;
    // The slot of the old text stays and finds nothing.
    m_index.insert(hashBytes(text), id, [&](std::uint32_t r) { return hashBytes(m_texts[r]); });
}

std::size_t Dictionary::memory() const
{
    std::size_t bytes = m_index.memory() + m_texts.size() * sizeof(std::string);
    for (const std::string& text : m_texts) {
        if (text.capacity() > 15) // longer than the small-string buffer
            bytes += text.capacity() + 1;
    }
    return bytes;
}

} // namespace waxseal
