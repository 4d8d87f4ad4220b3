// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/policychange.h"

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

PolicyChange PolicyChange::reversed() const
{
    PolicyChange out;
    if (byDefault)
        out.byDefault = {byDefault->second, byDefault->first};
    if (refusal)
        out.refusal = {refusal->second, refusal->first};
    for (const auto& [scope, value] : rows)
        out.rows.emplace_hint(out.rows.end(), scope, Row{value.after, value.before});
    return out;
}

void PolicyChange::append(const PolicyChange& next)
{
    appendValue(byDefault, next.byDefault);
    appendValue(refusal, next.refusal);
    for (const auto& [scope, value] : next.rows) {
        const auto [row, isNew] = rows.try_emplace(scope, value);
        if (isNew)
            continue;
        row->second.after = value.after;
        if (row->second.before == row->second.after)
            rows.erase(row);
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
