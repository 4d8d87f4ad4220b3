// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exporter/targets.h"

namespace waxseal {

/**
 * OpenSMTPD 7. Inbound: a filter (smtpd-filters(7)) in sh and awk with its table, since "match !tls" answers 451 to all
 * mail up to 7.7. Outbound: actions and match rules.
 */
ExportTarget openSmtpdTarget();

namespace opensmtpd {

/** The filter: POSIX shell and awk; its argument is the table. */
QByteArray filterText();

} // namespace opensmtpd

} // namespace waxseal
