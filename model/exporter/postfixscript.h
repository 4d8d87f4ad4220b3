// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace waxseal::postfix {

/** What the script of one direction does. Lines end in LF; words hold no blanks. */
struct Plan
{
    bool inbound = true;
    bool audit = false;
    QByteArray name; ///< of the script, without .sh; names its state file too
    QByteArray directory; ///< where the exported files lie
    QByteArray mapType;
    QByteArrayList tables; ///< files to run postmap on
    QByteArrayList files; ///< all files that the server reads
    QByteArray owned; ///< "ours PREFIX", "replace NAME", "list NAME PATTERN": all that any plan ever sets
    QByteArray settings; ///< "ours NAME VALUE", "replace NAME VALUE", "list NAME WORDS"
    QByteArray service; ///< name of the service in master.cf that any plan of this direction may need
    QByteArray serviceLine; ///< its line, when this plan needs it
    QByteArrayList classes; ///< restriction classes that refuse
    QByteArrayList decisive; ///< settings that a service in master.cf must not have of its own
    QByteArray samples; ///< senders to try, a line each
    QByteArray checks; ///< shell, run before anything is changed
};

/** The body of the script: POSIX shell and awk. */
QByteArray engine(const Plan& plan);

/** Parts of it. */
QByteArray editText();
QByteArray inboundText();
QByteArray outboundText();

} // namespace waxseal::postfix
