// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/exporter/targets.h"
#include "model/importer/importer.h"
#include "model/policy/simulation.h"

#include <QCoreApplication>
#include <QString>

namespace waxseal::words {

/** A count as plural forms (%n) take it: an int; the largest one stands for all that are larger. */
int plural(std::uint64_t count);

/** A message for the user: what happened, where, what to do next. Plain text, translated. */
QString text(const Error& error);
/** An import note as one sentence, with the setting or the remedy. Plain text, translated. */
QString text(const ImportNote& note);
/** Why a row of the policy stands in no file of an export; half a sentence. */
QString text(ExportRefusal::Reason reason);
/** An option's label (with its "&") and its help. */
QString label(const ExportOption& option);
QString help(const ExportOption& option);
QString text(EvidenceClass evidence);
QString text(SpamVerdict verdict);
QString text(Direction direction);
/** "TLS 1.3", "another version", … for people. Requirements are Postfix's words and are not translated. */
QString text(TlsVersion version);
/** What Postfix says of a certificate, for people; files of figures keep Postfix's own words. */
QString text(Trust trust);

} // namespace waxseal::words
