// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/workspace/choices.h"

#include <map>
#include <optional>
#include <utility>

namespace waxseal {

/** What differs between two policies of a direction: before and after, of only what changed. */
struct PolicyChange
{
    template <typename T>
    using BeforeAfter = std::pair<T, T>;

    std::optional<BeforeAfter<Requirement>> byDefault;
    std::optional<BeforeAfter<Refusal>> refusal;
    struct Row
    {
        std::optional<Requirement> before; ///< nothing: no row
        std::optional<Requirement> after;
        bool operator==(const Row&) const = default;
    };
    std::map<Scope, Row> rows;
    std::map<Scope, Row> pins; ///< what was chosen by hand, before and after
    std::map<std::string, BeforeAfter<std::string>> notes; ///< by domain key; empty: none
    std::map<std::string, bool> muted; ///< by domain key, afterwards; before it was the other way
    std::optional<BeforeAfter<std::shared_ptr<const KeptPolicy>>> kept; ///< the policy beside the one in force
    std::optional<BeforeAfter<double>> budget; ///< the share that a step was to lose at most; goes back with it
    bool operator==(const PolicyChange&) const = default;

    bool isEmpty() const
    {
        return !changesPolicy() && pins.empty() && notes.empty() && muted.empty() && !kept && !budget;
    }
    /** Not only what is remembered beside it. */
    bool changesPolicy() const { return byDefault || refusal || !rows.empty(); }
    /** How many requirements that were there before it drops or changes; the one by default counts as one. */
    std::size_t replaced() const;
    PolicyChange reversed() const;
    /** This change, then that one; what comes back to where it was drops out. */
    void append(const PolicyChange& next);
    void applyTo(DirectionPolicy& policy) const;
    /** Adds: in `policy`, the row of `scope` becomes this. Nothing when it already is. */
    void set(const DirectionPolicy& policy, const Scope& scope, const std::optional<Requirement>& after);

    /** Adds: the choice by hand for `scope` becomes this; nothing: none is remembered. */
    void pin(const Pins& pins, const Scope& scope, const std::optional<Requirement>& after);
    /** Adds: all that was chosen by hand becomes this. */
    void pinAll(const Pins& before, const Pins& after);
    void applyTo(Choices& choices, Direction direction) const;

    static PolicyChange between(const DirectionPolicy& before, const DirectionPolicy& after);
};

} // namespace waxseal
