// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/percent.h"
#include "model/witness/witnessreader.h"
#include "model/witness/witnesssums.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace waxseal::words {

/** A result type of a TLS report (RFC 8460, section 4.3) in words; one that the RFC does not have stays as it is. */
QString resultType(std::string_view type);
/** "certificate expired (100), STARTTLS not offered (20)": most sessions first, at most `most` of them. */
QString resultTypes(const std::map<std::string, std::uint64_t>& results, std::size_t most);
/** What to do about it, in a sentence; empty where there is nothing to advise. */
QString remedy(std::string_view type);

/** What the senders that check a policy of ours met: a sentence. Plain text. */
QString text(const WitnessVote& vote, PercentForm form = PercentForm::Compact);
/** What a sender's own reports say of its way to us: a sentence; empty without reports. */
QString text(const WitnessOfSender& sender, PercentForm form = PercentForm::Compact);
/** What Google saw of a domain's mail: a sentence; empty without rows. */
QString text(const std::vector<SaferEmail>& rows, PercentForm form = PercentForm::Compact);
QString text(const WitnessNote& note);

} // namespace waxseal::words
