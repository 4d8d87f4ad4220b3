// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/facttable.h"
#include "model/policy/policy.h"

#include <memory>
#include <optional>
#include <utility>

namespace waxseal {

/** Why a lost message would be lost for good or not (DESIGN: evidence class). */
enum class EvidenceClass : std::uint8_t
{
    Never,
    Mixed,
    Failed,
    Unknown
};
std::string_view name(EvidenceClass evidence); ///< "never", "mixed", "failed", "unknown"

/** What becomes of a message under a policy. */
enum class Fate : std::uint8_t
{
    Accepted,
    Lost,
    Unknown
};

/** Levels that the log alone cannot judge, answered by a live test: domain key → fate at a level. */
class LiveEvidence
{
public:
    virtual ~LiveEvidence() = default;
    /** What a live test of this next hop said; nothing when it has not been tested. */
    virtual std::optional<Fate> fate(std::string_view domain, const Requirement& requirement) const = 0;
};

/** What the log alone says becomes of a message with this TLS fact under a requirement. Surfaces ask Judgement, which
 * knows the live tests too. */
Fate judge(const TlsFact& fact, const Requirement& requirement, Direction direction);

/**
 * Decides what becomes of the messages of one direction under a requirement: from the fact in the log, the requirement,
 * the direction and the live tests. Every figure of lost, accepted and unknown mail comes from here. A live test
 * answers only what the log leaves open, and only on the way out: it tests the servers that we send to.
 */
class Judgement
{
public:
    /** `live` is null where no live test votes. */
    Judgement(
        std::shared_ptr<const FactTable> facts, Direction direction, std::shared_ptr<const LiveEvidence> live = {});

    /** Other live tests from now on. Rulings that were given out before are no longer valid. */
    void setLive(std::shared_ptr<const LiveEvidence> live);

    /** What becomes of one domain's messages under one requirement, by their TLS fact. */
    class Rulings
    {
    public:
        Fate fate(TlsId tls) const { return isByTest(tls) ? *m_live : m_logged[tls]; }
        /** True where a live test decided, since the log cannot know. */
        bool isByTest(TlsId tls) const { return m_live && m_logged[tls] == Fate::Unknown; }

    private:
        friend class Judgement;
        Rulings(const Fate* logged, std::optional<Fate> live)
            : m_logged(logged)
            , m_live(live)
        {
        }
        const Fate* m_logged; // by TlsId
        std::optional<Fate> m_live;
    };
    /** `domain` is the key that policies are matched against: the next hop on the way out. Valid as long as the
     * judgement is not changed. Not thread-safe. */
    Rulings of(std::string_view domain, const Requirement& requirement) const;

private:
    const Fate* logged(const Requirement& requirement) const; // by TlsId

    std::shared_ptr<const FactTable> m_facts;
    std::shared_ptr<const LiveEvidence> m_live;
    Direction m_direction;
    mutable std::vector<std::pair<Requirement, std::vector<Fate>>> m_logged; // tables of those asked for so far
};

} // namespace waxseal
