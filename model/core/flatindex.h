// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace waxseal {

/** From a well-mixed 64-bit hash to a number, with removal: open addressing, back-shifted. Hash 0 is mapped to 1. */
class FlatIndex
{
public:
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    std::uint32_t find(std::uint64_t hash) const
    {
        if (m_slots.empty())
            return none;
        hash = usable(hash);
        for (std::size_t i = hash & m_mask;; i = (i + 1) & m_mask) {
            if (m_slots[i].hash == hash)
                return m_slots[i].value;
            if (m_slots[i].hash == 0)
                return none;
        }
    }

    void set(std::uint64_t hash, std::uint32_t value)
    {
        if ((m_used + 1) * 4 > m_slots.size() * 3)
            grow();
        hash = usable(hash);
        std::size_t i = hash & m_mask;
        while (m_slots[i].hash != 0 && m_slots[i].hash != hash)
            i = (i + 1) & m_mask;
        if (m_slots[i].hash == 0)
            ++m_used;
        m_slots[i] = {hash, value};
    }

    void remove(std::uint64_t hash)
    {
        if (m_slots.empty())
            return;
        hash = usable(hash);
        std::size_t i = hash & m_mask;
        while (m_slots[i].hash != hash) {
            if (m_slots[i].hash == 0)
                return;
            i = (i + 1) & m_mask;
        }
        --m_used;
        for (std::size_t j = (i + 1) & m_mask; m_slots[j].hash != 0; j = (j + 1) & m_mask) {
            const std::size_t home = m_slots[j].hash & m_mask;
            if (((j - home) & m_mask) >= ((j - i) & m_mask)) {
                m_slots[i] = m_slots[j];
                i = j;
            }
        }
        m_slots[i] = {};
    }

    std::size_t size() const { return m_used; }
    void clear()
    {
        m_slots.clear();
        m_used = 0;
        m_mask = 0;
    }

private:
    struct Slot
    {
        std::uint64_t hash = 0;
        std::uint32_t value = 0;
    };
    static std::uint64_t usable(std::uint64_t hash) { return hash == 0 ? 1 : hash; }

    void grow()
    {
        std::vector<Slot> old(m_slots.empty() ? 64 : m_slots.size() * 2);
        old.swap(m_slots);
        m_mask = m_slots.size() - 1;
        m_used = 0;
        for (const Slot& slot : old) {
            if (slot.hash != 0)
                set(slot.hash, slot.value);
        }
    }

    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
    std::size_t m_mask = 0;
};

} // namespace waxseal
