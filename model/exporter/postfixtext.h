// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exporter/exporttext.h"

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

using exporttext::commented;

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

using exporttext::hostName;
using exporttext::spellings;

Result<ExportPlan> exportInbound(const ExportRequest& request);
Result<ExportPlan> exportOutbound(const ExportRequest& request);

} // namespace waxseal::postfix
