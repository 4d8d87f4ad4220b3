// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/witness/witness.h"

#include <QByteArray>

#include <string_view>

namespace waxseal {

/** The largest report that is read, in bytes of JSON. */
inline constexpr std::size_t longestTlsReport = 32U << 20;

/**
 * Reads a TLS report (RFC 8460, section 4) as it is really written: what is missing, null, of another type or out of
 * bounds is left out, one policy or failure may stand without its list, and counts may be text. Errors: NotALog when it
 * is no such report (detail: why), Unsupported when it is larger than `longestTlsReport`.
 *
 * `submitter`: the domain that the mail or file it came in names, as a help where the organisation's name is none.
 */
Result<TlsReport> readTlsReport(std::string_view json, std::string_view submitter = {});

/** The same report as JSON in the RFC's form, for the workspace; readTlsReport() gives it back. */
QByteArray toJson(const TlsReport& report);

} // namespace waxseal
