// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** A fast hash of bytes (not for secrets, but seeded per process so that a stranger cannot aim at one bucket). */
std::uint64_t hashBytes(std::string_view bytes);
/** The same with a seed of the caller's, for hashes that are kept. */
std::uint64_t hashBytes(std::string_view bytes, std::uint64_t seed);

/** Mixes one 64-bit word (the finaliser of SplitMix64). */
constexpr std::uint64_t hashWord(std::uint64_t x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9U;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

/** Open addressing from hash to a row number; the rows themselves are held elsewhere. */
class HashIndex
{
public:
    static constexpr std::uint32_t empty = ~std::uint32_t{0};

    /** The row for which `same(row)` holds, or `empty`. */
    template <typename Same>
    std::uint32_t find(std::uint64_t hash, Same same) const
    {
        if (m_slots.empty())
            return empty;
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
            const std::uint32_t row = m_slots[i];
            if (row == empty || same(row))
                return row;
        }
    }

    /** Inserts a row that is not there yet; `hashOf(row)` is asked when the table grows. */
    template <typename HashOf>
    void insert(std::uint64_t hash, std::uint32_t row, HashOf hashOf)
    {
        if (m_slots.size() * 3 < (m_used + 1) * 4) {
            std::vector<std::uint32_t> old(m_slots.empty() ? 16 : m_slots.size() * 2, empty);
            old.swap(m_slots);
            for (const std::uint32_t r : old) {
                if (r != empty)
                    place(hashOf(r), r);
            }
        }
        place(hash, row);
        ++m_used;
    }

    void clear()
    {
        m_slots.clear();
        m_used = 0;
    }
    std::size_t memory() const { return m_slots.capacity() * sizeof(std::uint32_t); }

private:
    void place(std::uint64_t hash, std::uint32_t row)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t i = hash & mask;
        while (m_slots[i] != empty)
            i = (i + 1) & mask;
        m_slots[i] = row;
    }

    std::vector<std::uint32_t> m_slots;
    std::size_t m_used = 0;
};

/** Strings, each once, by number. Id 0 is the empty string. */
class Dictionary
{
public:
    Dictionary();
    std::uint32_t id(std::string_view text); ///< finds or adds
    std::uint32_t find(std::string_view text) const; ///< HashIndex::empty when not there
    /** Gives an id another text, which must not be there yet. */
    void rename(std::uint32_t id, std::string_view text);
    std::string_view text(std::uint32_t id) const { return m_texts[id]; }
    std::size_t size() const { return m_texts.size(); }
    std::size_t memory() const;

private:
    std::deque<std::string> m_texts;
    HashIndex m_index;
};

} // namespace waxseal
