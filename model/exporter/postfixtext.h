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

/** Pieces of the script beside the settings. */
struct ScriptParts
{
    QByteArray checks; ///< shell, run before anything is changed; may stop
    QByteArray notes; ///< shell, run behind the checks: what the administrator should look at
    QList<QByteArray> tables; ///< file names to run postmap on
    QList<QByteArray> files; ///< all files that the server reads
    QList<QByteArray> classes; ///< restriction classes that refuse
    QList<QByteArray> decisive; ///< settings that a service in master.cf must not have of its own
    QByteArray service; ///< in master.cf, when any plan of this direction may need it
    QByteArray serviceLine; ///< its line, when this plan does
    QByteArray samples; ///< senders to try, a line each
};

/** A POSIX shell script that switches the settings on and off; see postfixscript.h. */
QByteArray script(
    const ExportRequest& request, const Purpose& purpose, const QList<Setting>& settings, const ScriptParts& parts);

/** "TLSv1.2" or "TLSv1.3"; empty when any version will do. */
QByteArray protocolName(TlsVersion minimum);

/** The validated A-label form of a domain; nothing when it is no host name. Nothing else of a stranger's reaches a
 * file. */
std::optional<QByteArray> hostName(std::string_view domain);

/**
 * The keys under which Postfix may be asked for this A-label domain, itself first. A sender who uses SMTPUTF8 (RFC
 * 6531) may write U-labels, and Postfix looks up what was written (SMTPUTF8_README, "no automatic conversion"). UTF-8,
 * composed (NFC) and decomposed (NFD). Sharp s and final sigma fold to letters of other names: a label with one stays
 * an A-label.
 */
QList<QByteArray> spellings(const QByteArray& domain);

Result<ExportPlan> exportInbound(const ExportRequest& request);
Result<ExportPlan> exportOutbound(const ExportRequest& request);

} // namespace waxseal::postfix
