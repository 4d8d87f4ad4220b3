// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exporter/targets.h"

namespace waxseal {

/**
 * Exim 4.94 and later. Inbound: a piece for the RCPT ACL and a lookup file; outbound: options for the smtp transport
 * and a lookup file. Both with a script that switches them on and off.
 */
ExportTarget eximTarget();

namespace exim {

Result<ExportPlan> exportInbound(const ExportRequest& request);
Result<ExportPlan> exportOutbound(const ExportRequest& asked);

/**
 * The spellings of a domain as keys of lsearch, which folds A to Z alone: U-labels stand there in small letters, in
 * capitals, and with a capital first letter.
 */
QList<QByteArray> keys(const QByteArray& domain);

} // namespace exim

} // namespace waxseal
