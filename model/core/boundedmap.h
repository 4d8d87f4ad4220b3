// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace waxseal {

/** Values by name, at most `most` of them: past that the one that was made first is forgotten. */
template <typename Value>
class BoundedMap
{
public:
    explicit BoundedMap(std::size_t most)
        : m_most(most)
    {
    }

    Value* find(std::string_view name)
    {
        const auto at = m_values.find(name);
        return at == m_values.end() ? nullptr : &at->second.value;
    }
    /** The value of a name; a new one when there is none. */
    Value& at(std::string_view name)
    {
        if (Value* known = find(name))
            return *known;
        const auto place = m_values.try_emplace(std::string(name)).first;
        place->second.number = m_next++;
        m_order.emplace_back(place->second.number, place->first);
        if (m_values.size() > m_most)
            forgetOldest();
        else if (m_order.size() > 2 * m_most + 16)
            tidy();
        return place->second.value;
    }
    void erase(std::string_view name)
    {
        if (const auto at = m_values.find(name); at != m_values.end())
            m_values.erase(at);
    }
    void clear()
    {
        m_values.clear();
        m_order.clear();
    }
    std::size_t size() const { return m_values.size(); }
    std::size_t most() const { return m_most; }

    /** Calls visit(name, value) for each, the one that was made first in front. */
    template <typename Visitor>
    void each(const Visitor& visit) const
    {
        for (const auto& [number, name] : m_order) {
            const auto at = m_values.find(name);
            if (at != m_values.end() && at->second.number == number)
                visit(name, at->second.value);
        }
    }

private:
    struct Hash // looks a name up without a copy of it
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
    };
    struct Numbered
    {
        Value value;
        std::size_t number = 0;
    };

    bool isThere(const std::pair<std::size_t, std::string>& entry) const
    {
        const auto at = m_values.find(entry.second);
        return at != m_values.end() && at->second.number == entry.first;
    }
    void forgetOldest()
    {
        while (!m_order.empty()) {
            const auto oldest = std::move(m_order.front());
            m_order.pop_front();
            if (isThere(oldest)) {
                m_values.erase(oldest.second);
                return;
            }
        }
    }
    /** Takes out the names of what was erased. */
    void tidy()
    {
        std::erase_if(m_order, [this](const auto& entry) { return !isThere(entry); });
    }

    std::size_t m_most;
    std::size_t m_next = 0;
    std::unordered_map<std::string, Numbered, Hash, std::equal_to<>> m_values;
    std::deque<std::pair<std::size_t, std::string>> m_order; // in which they were made; some may be gone
};

} // namespace waxseal
