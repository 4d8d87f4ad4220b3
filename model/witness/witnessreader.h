// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/witness/witness.h"

#include <QString>
#include <QStringList>

#include <stop_token>
#include <string_view>

namespace waxseal {

/** A file, or a part of one, that told nothing. */
struct WitnessNote
{
    enum class Code : std::uint8_t
    {
        CannotOpen, ///< detail: the system's reason
        NotAWitness, ///< no report and no table in it; detail: why, where it looked like one
        Damaged, ///< it cannot be unpacked
        TooLarge,
        TooMany, ///< past the bounds of Witnesses: the rest was left out
    };
    Code code = Code::NotAWitness;
    QString path;
    QString detail;
    std::uint64_t count = 1; ///< mails of an mbox, files
    bool operator==(const WitnessNote&) const = default;
};

/** What was read. */
struct WitnessReading
{
    std::uint64_t files = 0; ///< that were opened
    std::uint64_t reports = 0; ///< new ones
    std::uint64_t known = 0; ///< reports that had been read before
    std::uint64_t saferRows = 0;
    std::uint64_t saferKnown = 0;
    std::uint64_t saferSkipped = 0;
    std::vector<WitnessNote> notes; ///< at most 1000
};

/**
 * Reads TLS reports (RFC 8460) and Google's "Safer email" table: JSON, one report, a list or one a line; gzip or zip;
 * mails; mboxes; folders of all these, up to eight deep. What each file is, its first bytes say. Bounded in everything.
 * A folder's files that are something else are counted as such and do no harm.
 */
WitnessReading readWitnesses(const QStringList& inputs, Witnesses& witnesses, const std::stop_token& stop = {});

/** The same of one file's bytes, unpacked, for those who have them; `path` is for the notes. */
void readWitness(std::string_view bytes, const QString& path, Witnesses& witnesses, WitnessReading& reading);

/** Whether a file, by its first bytes, tells of a report or of that table, so that it is no mail log. */
bool looksLikeWitness(const QString& path);
/** The same of its first bytes. */
bool looksLikeWitness(std::string_view head);

} // namespace waxseal
