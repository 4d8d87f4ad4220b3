// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/options.h"
#include "app/cli/output.h"
#include "model/policy/traffic.h"

namespace waxseal::cli {

/** The figures of a row of traffic, alike for a domain, an organisation and a host. */

/** CSV: the names of the columns behind the row's own, "messages,plaintext,…,recipients", and a row of them. */
inline constexpr std::string_view trafficCsvHeader
    = "messages,plaintext,tls10,tls11,tls12,tls13,other,unknown,recipients";
void addTraffic(CsvLine& line, const DomainTraffic& traffic);
/** JSON: the same, with the versions in an object `tls`, then days, spam and plaintext_spam. */
void addTraffic(JsonWriter& json, const DomainTraffic& traffic);
/** Text: messages to spam, with their headings. */
QStringList trafficHeader();
QStringList trafficCells(const DomainTraffic& traffic);

std::uint64_t spamOf(const DomainTraffic& traffic);

/** What `hosts` and `domains --by host` print; returns the exit code. */
int printHosts(const Options& options, const FactTable& facts, Direction direction);

} // namespace waxseal::cli
