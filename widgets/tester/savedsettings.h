// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/domainname.h"
#include "probe/batch/settings.h"

#include <QStringList>

namespace waxseal {

inline constexpr char testSettingsGroup[] = "tester"; ///< of QSettings
inline constexpr int mostConnections = 100; ///< to one address in a run, as for waxseal-cli

/** The settings of live tests as this user keeps them. */
ProbeSettings savedProbeSettings();
/** One's own domains among them, as typed. */
QStringList savedOwnDomains();
void saveOwnDomains(const std::vector<DomainName>& domains);

/** Addresses with commas, semicolons or blanks between them; `unreadable`: the first word that is none. */
std::vector<IpAddress> readAddresses(const QString& text, QString* unreadable = nullptr);

} // namespace waxseal
