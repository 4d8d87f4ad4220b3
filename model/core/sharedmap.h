// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace waxseal {

/**
 * A sorted map whose copies share what they have in common: entries lie in pieces of about a hundred, a copy shares
 * all pieces, and a change copies the piece that it is in. So a policy of a hundred thousand rows, its undo step and
 * those who work on it elsewhere hold it once. Copies may be used on different threads; one copy not.
 *
 * As std::map, but entries are changed through the map alone, and every change ends the validity of iterators.
 */
template <typename Key, typename Value>
class SharedMap
{
    struct Piece;

public:
    using value_type = std::pair<Key, Value>;

    class const_iterator
    {
    public:
        using iterator_category = std::bidirectional_iterator_tag;
        using value_type = SharedMap::value_type;
        using difference_type = std::ptrdiff_t;
        using pointer = const value_type*;
        using reference = const value_type&;

        const_iterator() = default;
        reference operator*() const { return (*m_pieces)[m_piece]->entries[m_at]; }
        pointer operator->() const { return &**this; }
        const_iterator& operator++()
        {
            if (++m_at == (*m_pieces)[m_piece]->entries.size()) {
                ++m_piece;
                m_at = 0;
            }
            return *this;
        }
        const_iterator operator++(int)
        {
            const_iterator before = *this;
            ++*this;
            return before;
        }
        const_iterator& operator--()
        {
            if (m_at == 0)
                m_at = (*m_pieces)[--m_piece]->entries.size();
            --m_at;
            return *this;
        }
        bool operator==(const const_iterator& other) const { return m_piece == other.m_piece && m_at == other.m_at; }

    private:
        friend class SharedMap;
        const_iterator(const SharedMap& map, std::size_t piece, std::size_t at)
            : m_pieces(&map.m_pieces)
            , m_piece(piece)
            , m_at(at)
        {
        }
        const std::vector<std::shared_ptr<Piece>>* m_pieces = nullptr;
        std::size_t m_piece = 0;
        std::size_t m_at = 0;
    };
    using iterator = const_iterator;

    SharedMap() = default;

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const_iterator begin() const { return {*this, 0, 0}; }
    const_iterator end() const { return {*this, m_pieces.size(), 0}; }

    const_iterator lower_bound(const Key& key) const
    {
        const auto [piece, at] = placeOf(key);
        return piece < m_pieces.size() && at == m_pieces[piece]->entries.size() ? const_iterator(*this, piece + 1, 0)
                                                                                : const_iterator(*this, piece, at);
    }
    const_iterator find(const Key& key) const
    {
        const const_iterator at = lower_bound(key);
        return at != end() && at->first == key ? at : end();
    }
    bool contains(const Key& key) const { return find(key) != end(); }

    /** The entry's value to be changed; made by default where there is none. Valid until the next change. */
    Value& operator[](const Key& key) { return change(key, Value()).first; }
    std::pair<const_iterator, bool> emplace(const Key& key, const Value& value)
    {
        const bool isNew = change(key, value).second;
        return {find(key), isNew};
    }
    void insert_or_assign(const Key& key, const Value& value) { change(key, value).first = value; }
    std::size_t erase(const Key& key)
    {
        const const_iterator at = find(key);
        if (at == end())
            return 0;
        Piece& piece = own(at.m_piece);
        piece.entries.erase(piece.entries.begin() + static_cast<std::ptrdiff_t>(at.m_at));
        if (piece.entries.empty())
            m_pieces.erase(m_pieces.begin() + static_cast<std::ptrdiff_t>(at.m_piece));
        --m_size;
        return 1;
    }
    /** Behind all others: `key` must be greater than theirs. Costs next to nothing. */
    void append(Key key, const Value& value)
    {
        if (m_pieces.empty() || m_pieces.back()->entries.size() >= most / 2) {
            m_pieces.push_back(std::make_shared<Piece>());
            m_pieces.back()->entries.reserve(most / 2);
        }
        own(m_pieces.size() - 1).entries.emplace_back(std::move(key), value);
        ++m_size;
    }
    void clear() { *this = {}; }

    bool operator==(const SharedMap& other) const
    {
        if (m_size != other.m_size)
            return false;
        if (m_pieces == other.m_pieces)
            return true;
        auto a = begin();
        for (auto b = other.begin(); b != other.end(); ++a, ++b) {
            if (*a != *b)
                return false;
        }
        return true;
    }

private:
    struct Piece
    {
        std::vector<value_type> entries; // ascending, never empty
    };
    static constexpr std::size_t most = 256; // entries of a piece

    /** Where the first entry stands that is not less than `key`; behind the last one of a piece: between two. */
    std::pair<std::size_t, std::size_t> placeOf(const Key& key) const
    {
        std::size_t low = 0; // the last piece that does not begin beyond the key
        std::size_t high = m_pieces.size();
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (key < m_pieces[middle]->entries.front().first)
                high = middle;
            else
                low = middle + 1;
        }
        if (low == 0)
            return {0, 0};
        const auto& entries = m_pieces[low - 1]->entries;
        std::size_t from = 0;
        std::size_t to = entries.size();
        while (from < to) {
            const std::size_t middle = from + (to - from) / 2;
            if (entries[middle].first < key)
                from = middle + 1;
            else
                to = middle;
        }
        return {low - 1, from};
    }

    /** A piece that is nobody else's. */
    Piece& own(std::size_t piece)
    {
        std::shared_ptr<Piece>& shared = m_pieces[piece];
        if (shared.use_count() > 1)
            shared = std::make_shared<Piece>(*shared);
        else
            std::atomic_thread_fence(std::memory_order_acquire); // whoever let go of it has read to the end
        return *shared;
    }

    /** The value of a key, put in where there is none; and whether it is new. */
    std::pair<Value&, bool> change(const Key& key, const Value& value)
    {
        if (m_pieces.empty()) {
            append(key, value);
            return {m_pieces.back()->entries.back().second, true};
        }
        auto [piece, at] = placeOf(key);
        const auto& entries = m_pieces[piece]->entries;
        if (at < entries.size() && entries[at].first == key)
            return {own(piece).entries[at].second, false};
        if (entries.size() >= most) {
            Piece& left = own(piece);
            auto right = std::make_shared<Piece>();
            const auto middle = left.entries.begin() + most / 2;
            right->entries.assign(std::make_move_iterator(middle), std::make_move_iterator(left.entries.end()));
            left.entries.erase(middle, left.entries.end());
            m_pieces.insert(m_pieces.begin() + static_cast<std::ptrdiff_t>(piece) + 1, std::move(right));
            if (at > most / 2) {
                ++piece;
                at -= most / 2;
            }
        }
        auto& into = own(piece).entries;
        const auto place = into.emplace(into.begin() + static_cast<std::ptrdiff_t>(at), key, value);
        ++m_size;
        return {place->second, true};
    }

    std::vector<std::shared_ptr<Piece>> m_pieces;
    std::size_t m_size = 0;
};

} // namespace waxseal
