// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/workspace/workspace.h"

#include <QString>

#include <vector>

namespace waxseal {

/** SHA-256 of the public key in a certificate's file (PEM or DER), 64 hexadecimal digits: a TLSA 3 1 1 record's data.
 * Errors: CannotOpen, CannotRead (no certificate). */
Result<QString> keyDigestOfFile(const QString& path);

/** What the latest live test of a domain of one's own says for records about it, as the export's options have it. */
struct PublishedKeys
{
    QString hosts; ///< "mx1.example.com,mx2.example.com"; empty without a test
    QString keys; ///< "mx1.example.com=93b9…,…": every key that an address of the host showed
};
PublishedKeys publishedKeys(const std::vector<Workspace::ProbeRecord>& tests, const QString& domain);

} // namespace waxseal
