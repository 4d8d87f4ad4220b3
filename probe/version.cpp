// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/version.h"

#include <openssl/crypto.h>
#include <unbound.h>

namespace waxseal {

QString probeLibraryVersions()
{
    return QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION)) + QStringLiteral(", libunbound ")
        + QString::fromLatin1(ub_version());
}

} // namespace waxseal
