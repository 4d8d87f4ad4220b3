// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exporter/exporter.h"

#include <QByteArray>
#include <QList>

namespace waxseal::postfix {

/** One line of main.cf that an export needs. */
struct Setting
{
    enum class Kind : std::uint8_t
    {
        Ours, ///< a parameter of our own: set on, removed off
        Replace, ///< a parameter of Postfix's: what stood there before is remembered, and restored off
        Append, ///< a list that may hold the administrator's own entries: ours goes last and comes out again
    };
    Kind kind = Kind::Ours;
    QByteArray name;
    QByteArray value;
    QByteArray why; ///< a comment, may have several lines
};

/** What a set of files is, for the comments at their heads. */
struct Purpose
{
    QByteArray title; ///< "Waxseal: inbound TLS requirements for Postfix (audit form)"
    QByteArray what; ///< paragraphs
    QByteArray script; ///< name of the script that switches it on and off
    QByteArray byHand; ///< how to do the same without the script, one command a line
    bool rfc3207 = false; ///< everything inbound is required
};

/** The comment at the head of a file: what it does, where it goes, on, off, and the prediction it was made for. */
QByteArray head(
    const ExportRequest& request, const Purpose& purpose, const QByteArray& fileName, const QByteArray& about);

/** Prefixes every line with "# ". */
QByteArray commented(const QByteArray& text);

/** A main.cf fragment of the settings. */
QByteArray fragment(const ExportRequest& request, const Purpose& purpose, const QList<Setting>& settings);

/** Pieces of the script beside the settings: checks before, tables to build, master.cf services. */
struct ScriptParts
{
    QByteArray checks; ///< shell, run by "on" before anything is changed
    QList<QByteArray> tables; ///< file names to run postmap on
    QByteArray serviceOn; ///< shell
    QByteArray serviceOff;
    QByteArray notes; ///< shell, run by "on" behind the checks: what the administrator should look at
};

/** A POSIX shell script: "on" and "off" by postconf, postmap and postfix reload. */
QByteArray script(
    const ExportRequest& request, const Purpose& purpose, const QList<Setting>& settings, const ScriptParts& parts);

/** `value` in single quotes for a POSIX shell. */
QByteArray quoted(const QByteArray& value);

/** "TLSv1.2" or "TLSv1.3"; empty when any version will do. */
QByteArray protocolName(TlsVersion minimum);

/** The validated A-label form of a domain; nothing when it is no host name. Nothing else of a stranger's reaches a
 * file. */
std::optional<QByteArray> hostName(std::string_view domain);

Result<ExportPlan> exportInbound(const ExportRequest& request);
Result<ExportPlan> exportOutbound(const ExportRequest& request);

} // namespace waxseal::postfix
