// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/policy/policy.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <map>
#include <vector>

namespace waxseal {

class Simulation;

/** A file that would be written: a plain name (no folder) and its bytes (UTF-8, LF). */
struct ExportFile
{
    QString name;
    QByteArray content;
    bool operator==(const ExportFile&) const = default;
};

/** Rows of the policy that cannot stand in a configuration, with the reason as a code. */
struct ExportRefusal
{
    enum class Reason : std::uint8_t
    {
        NotAHostName,
        NotExpressible,
        NoNullSender,
        NoCertificate ///< a trusted certificate, which the server cannot ask of some senders only
    };
    QString domain;
    Reason reason = Reason::NotAHostName;
    bool operator==(const ExportRefusal&) const = default;
};

/** What the prediction said when the files were made; goes into their comments. */
struct ExportPrediction
{
    std::uint64_t messages = 0;
    std::uint64_t lost = 0;
    std::uint64_t lostSpam = 0;
    std::uint64_t unknown = 0;
    QDateTime from; ///< UTC
    QDateTime to;
};

/** What to write. */
struct ExportRequest
{
    Direction direction = Direction::Inbound;
    DirectionPolicy policy;
    ExportPrediction prediction;
    bool audit = true; ///< warn_if_reject form, which refuses nothing
    QString directory
        = QStringLiteral("/etc/postfix"); ///< where the files will lie on the server, for the settings' text
    QString mapType = QStringLiteral("hash"); ///< one of exportMapTypes(): lmdb where Berkeley DB is gone
    QDateTime now; ///< UTC, for the comment
    std::map<QString, QString> options; ///< the target's own, by their ids; see targets.h

    /** The value of a target's option; empty when nothing was said. */
    QString option(const QString& id) const
    {
        const auto found = options.find(id);
        return found == options.end() ? QString() : found->second;
    }
};

/** The files, in the order in which they should be read, and what was refused. */
struct ExportPlan
{
    std::vector<ExportFile> files;
    std::vector<ExportRefusal> refused;
};

/** Postfix's types of lookup tables that files can be written for; texthash needs no postmap. */
const QStringList& exportMapTypes();

/**
 * The request that every surface begins with: the simulation's policy and what it predicts of this period (microseconds
 * since 1970, 0 when not known), in the audit form.
 */
ExportRequest exportRequest(const Simulation& simulation, std::int64_t firstTime, std::int64_t lastTime);

/** Postfix: restriction class and check_sender_access map, or the global setting; outbound smtp_tls_policy_maps. Pure.
 */
Result<ExportPlan> exportPostfix(const ExportRequest& request);

/** Writes a plan. Refuses (AlreadyExists) when any file is there and `overwrite` is false; each file appears whole or
 * not at all. */
Status writeExport(const ExportPlan& plan, const QString& directory, bool overwrite);

} // namespace waxseal
