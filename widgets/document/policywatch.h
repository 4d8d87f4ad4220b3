// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"

#include <QList>
#include <QObject>

#include <cstdint>
#include <optional>
#include <vector>

namespace waxseal {

class Document;
struct PolicyChange;

/**
 * What a policy does to the mail of one direction, in messages. Wanted mail is all that no scanner called spam; spam
 * stands beside it. Every part of the window takes these figures from here, so that one number has one definition.
 */
struct PolicyFigures
{
    std::uint64_t wanted = 0;
    std::uint64_t accepted = 0; ///< of the wanted mail, as the next three
    std::uint64_t lost = 0;
    std::uint64_t unknown = 0;
    std::uint64_t protectedMail = 0; ///< arrives as required
    std::uint64_t spam = 0;
    std::uint64_t spamLost = 0;
    std::uint64_t requiredDomains = 0;
    std::uint64_t losingDomains = 0; ///< required, and losing wanted mail
    bool operator==(const PolicyFigures&) const = default;

    double acceptedShare() const { return share(accepted); } ///< 0 … 1, of the wanted mail
    double lostShare() const { return share(lost); }
    double protectedShare() const { return share(protectedMail); }

private:
    double share(std::uint64_t part) const
    {
        return wanted == 0 ? 0 : static_cast<double>(part) / static_cast<double>(wanted);
    }
};

/** The same of a whole simulation, counted domain by domain. Any thread. */
PolicyFigures policyFigures(const Simulation& simulation);

/** What the last step changed, after less before. */
struct LastChange
{
    std::int64_t lost = 0; ///< wanted messages
    std::int64_t spamLost = 0;
    double protectedShare = 0;
    std::size_t domains = 0; ///< rows of the policy that changed; 0 for the default or the way of refusing
    std::string domain; ///< when it was about one domain only
    QString text; ///< the step as the undo menu names it
    bool isUndo = false;
};

/**
 * Follows the policy of one direction of a document: its figures, who loses what, and how all of it stood before the
 * last step. Moves of one drag count as one step. After a change it does as much work as rows changed.
 */
class PolicyWatch : public QObject
{
    Q_OBJECT
public:
    explicit PolicyWatch(Document* document, QObject* parent = nullptr);

    void setDirection(Direction direction);
    Direction direction() const { return m_direction; }

    const PolicyFigures& figures() const { return m_figures; }
    const PolicyFigures& before() const { return m_before; } ///< the last step
    Day firstDay() const { return m_firstDay; }
    const std::vector<Outcome>& days() const { return m_days; }
    const std::vector<Outcome>& daysBefore() const { return m_daysBefore; } ///< empty: nothing has changed yet
    const std::optional<LastChange>& lastChange() const { return m_change; }
    bool labelsSpam() const { return m_figures.spam > 0; } ///< a scanner called some of this mail spam

    struct Cost
    {
        std::size_t row = 0; ///< of the simulation
        std::uint64_t lost = 0; ///< wanted messages
        bool operator==(const Cost&) const = default;
    };
    /** The required domains that lose most wanted mail, most first. Looks at every domain. */
    std::vector<Cost> costs(std::size_t most) const;

Q_SIGNALS:
    /** The figures are those of other facts, or of another direction. */
    void restarted();
    /** The policy changed; the figures are up to date. */
    void changed();

private:
    struct Part // of a domain in the sums
    {
        std::uint32_t lost = 0;
        std::uint32_t protectedMail = 0;
        bool isRequired = false;
    };
    void restart();
    void note(Direction direction, const PolicyChange& change);
    void policyChanged(Direction direction, const QList<int>& rows);
    void count(std::size_t row);
    void sum();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    std::vector<Part> m_parts; ///< by row of the simulation
    PolicyFigures m_figures;
    PolicyFigures m_before;
    Day m_firstDay = 0;
    std::vector<Outcome> m_days;
    std::vector<Outcome> m_daysBefore;
    std::optional<LastChange> m_change;
    std::optional<LastChange> m_noted; ///< what is known of the change whose figures follow
    int m_mergeKey = -1; ///< of the last change
};

} // namespace waxseal
