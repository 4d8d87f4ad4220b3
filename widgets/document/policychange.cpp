// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/policychange.h"

#include <algorithm>

namespace waxseal {

namespace {

template <typename T>
void appendValue(std::optional<std::pair<T, T>>& value, const std::optional<std::pair<T, T>>& next)
{
    if (!next)
        return;
    value = {value ? value->first : next->first, next->second};
    if (value->first == value->second)
        value.reset();
}

} // namespace

std::size_t PolicyChange::replaced() const
{
    const auto dropped
        = std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.second.before.has_value(); });
    const bool byDefaultToo = byDefault && byDefault->first != Requirement{};
    return static_cast<std::size_t>(dropped) + (byDefaultToo ? 1 : 0);
}

PolicyChange PolicyChange::reversed() const
{
    PolicyChange out;
    if (byDefault)
        out.byDefault = {byDefault->second, byDefault->first};
    if (refusal)
        out.refusal = {refusal->second, refusal->first};
    if (budget)
        out.budget = {budget->second, budget->first};
    if (kept)
        out.kept = {kept->second, kept->first};
    for (const auto& [scope, value] : rows)
        out.rows.emplace_hint(out.rows.end(), scope, Row{value.after, value.before});
    for (const auto& [scope, value] : pins)
        out.pins.emplace_hint(out.pins.end(), scope, Row{value.after, value.before});
    for (const auto& [domain, value] : notes)
        out.notes.emplace_hint(out.notes.end(), domain, std::pair(value.second, value.first));
    for (const auto& [domain, isMuted] : muted)
        out.muted.emplace_hint(out.muted.end(), domain, !isMuted);
    return out;
}

void PolicyChange::append(const PolicyChange& next)
{
    appendValue(byDefault, next.byDefault);
    appendValue(refusal, next.refusal);
    appendValue(kept, next.kept);
    appendValue(budget, next.budget);
    const auto appendRows = [](std::map<Scope, Row>& into, const std::map<Scope, Row>& from) {
        for (const auto& [scope, value] : from) {
            const auto [row, isNew] = into.try_emplace(scope, value);
            if (isNew)
                continue;
            row->second.after = value.after;
            if (row->second.before == row->second.after)
                into.erase(row);
        }
    };
    appendRows(rows, next.rows);
    appendRows(pins, next.pins);
    for (const auto& [domain, isMuted] : next.muted) {
        if (!muted.emplace(domain, isMuted).second)
            muted.erase(domain); // there and back
    }
    for (const auto& [domain, value] : next.notes) {
        const auto [note, isNew] = notes.try_emplace(domain, value);
        if (isNew)
            continue;
        note->second.second = value.second;
        if (note->second.first == note->second.second)
            notes.erase(note);
    }
}

void PolicyChange::applyTo(DirectionPolicy& policy) const
{
    if (byDefault)
        policy.byDefault = byDefault->second;
    if (refusal)
        policy.refusal = refusal->second;
    // Both are in the same order. Many rows: walk along; few: look each up.
    const bool walks = rows.size() * 16 > policy.rows.size();
    auto at = policy.rows.begin();
    for (const auto& [scope, value] : rows) {
        if (walks) {
            while (at != policy.rows.end() && at->first < scope)
                ++at;
        } else {
            at = policy.rows.lower_bound(scope);
        }
        const bool isThere = at != policy.rows.end() && at->first == scope;
        if (!value.after)
            at = isThere ? policy.rows.erase(at) : at;
        else if (isThere)
            at->second = *value.after;
        else
            at = policy.rows.emplace_hint(at, scope, *value.after);
    }
}

void PolicyChange::set(const DirectionPolicy& policy, const Scope& scope, const std::optional<Requirement>& after)
{
    Row row{{}, after};
    if (const auto there = policy.rows.find(scope); there != policy.rows.end())
        row.before = there->second;
    if (row.before != row.after)
        rows.insert_or_assign(rows.end(), scope, row); // at once, where they come in order
}

void PolicyChange::pin(const Pins& pinned, const Scope& scope, const std::optional<Requirement>& after)
{
    Row row{{}, after};
    if (const auto there = pinned.find(scope); there != pinned.end())
        row.before = there->second;
    if (row.before != row.after)
        pins.insert_or_assign(pins.end(), scope, row);
}

void PolicyChange::pinAll(const Pins& before, const Pins& after)
{
    for (const auto& [scope, requirement] : before) {
        if (!after.contains(scope))
            pin(before, scope, {});
    }
    for (const auto& [scope, requirement] : after)
        pin(before, scope, requirement);
}

void PolicyChange::applyTo(Choices& choices, Direction direction) const
{
    if (kept)
        choices.kept[static_cast<std::size_t>(direction)] = kept->second;
    Pins& pinned = choices.of(direction);
    for (const auto& [scope, value] : pins) {
        if (value.after)
            pinned.insert_or_assign(scope, *value.after);
        else
            pinned.erase(scope);
    }
    for (const auto& [domain, isMuted] : muted) {
        if (isMuted)
            choices.muted.insert(domain);
        else
            choices.muted.erase(domain);
    }
    for (const auto& [domain, value] : notes) {
        if (value.second.empty())
            choices.notes.erase(domain);
        else
            choices.notes.insert_or_assign(domain, value.second);
    }
}

PolicyChange PolicyChange::between(const DirectionPolicy& before, const DirectionPolicy& after)
{
    PolicyChange out;
    if (before.byDefault != after.byDefault)
        out.byDefault = {before.byDefault, after.byDefault};
    if (before.refusal != after.refusal)
        out.refusal = {before.refusal, after.refusal};
    auto a = before.rows.begin();
    auto b = after.rows.begin();
    const auto note = [&](const Scope& scope, std::optional<Requirement> was, std::optional<Requirement> is) {
        out.rows.emplace_hint(out.rows.end(), scope, Row{was, is});
    };
    while (a != before.rows.end() || b != after.rows.end()) {
        if (b == after.rows.end() || (a != before.rows.end() && a->first < b->first)) {
            note(a->first, a->second, {});
            ++a;
        } else if (a == before.rows.end() || b->first < a->first) {
            note(b->first, {}, b->second);
            ++b;
        } else {
            if (a->second != b->second)
                note(a->first, a->second, b->second);
            ++a;
            ++b;
        }
    }
    return out;
}

} // namespace waxseal
