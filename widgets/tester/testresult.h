// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace waxseal {

class Document;

/** A test of a domain and the one before it, read from the document when it is shown. */
struct TestResult
{
    QString domain; ///< A-label
    std::shared_ptr<const DomainFacts> facts; ///< null: never tested
    std::shared_ptr<const DomainFacts> before; ///< the test before that; null: there is none
    bool isLatest = true;
};

/** Reads the latest test of a domain, or the one at `place`. */
TestResult readTest(const Document& document, const QString& domain, std::optional<std::uint32_t> place = {});

/** What has changed between two tests, one sentence each. Translated. */
QStringList changeTexts(const DomainFacts& before, const DomainFacts& now);

} // namespace waxseal
