// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/simulation.h"

#include <QString>

/** What the columns of the table of domains (DomainTableModel::Column) are called, and what they mean. */
namespace waxseal::domaincolumns {

QString title(int column, Direction direction);
/** Of the header; empty where the title says it all. */
QString hint(int column);
/** Which row of the policy decides over a row of the simulation. */
QString whyRequired(const Simulation& simulation, std::size_t row);
QString whatEvidenceSays(EvidenceClass evidence);

} // namespace waxseal::domaincolumns
