// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace waxseal::exim {

/** What the script of one direction does. Lines end in LF. */
struct ScriptPlan
{
    bool inbound = true;
    bool audit = false;
    bool trusted = false; ///< a client certificate is asked for
    bool versions = false; ///< outbound minimum versions, which need GnuTLS
    QByteArray directory; ///< where the exported files lie
    QByteArray plan; ///< the file that is to be switched on
    QByteArray active; ///< the file that Exim reads
    QByteArray line; ///< the line in Exim's configuration that reads it
    QByteArray table; ///< name of the lookup files without the digest
    QByteArrayList files; ///< all that must be there
    QByteArray code; ///< of the refusal: "450" or "554"
    QByteArray client; ///< an address that is not exempt
    QByteArray samples; ///< senders to try, a line each
};

/** The body of the script: POSIX shell. */
QByteArray script(const ScriptPlan& plan);

} // namespace waxseal::exim
