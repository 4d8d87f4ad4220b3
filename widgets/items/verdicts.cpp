// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/verdicts.h"

#include <QCoreApplication>

#include <array>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array levels{
    QLatin1StringView("undelivered"), // at no level
    QLatin1StringView("none"), // not one of Postfix's here: no level with TLS is delivered
    QLatin1StringView("encrypt"),
    QLatin1StringView("dane"),
    QLatin1StringView("verify"),
    QLatin1StringView("secure"),
    QLatin1StringView("dane-only"),
};

} // namespace

int verdictRank(const QString& verdict)
{
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (verdict == levels[i])
            return static_cast<int>(i);
    }
    return -1;
}

QString verdictText(const QString& verdict)
{
    if (verdict.isEmpty())
        return {};
    if (verdict == u"undelivered"_s)
        return QCoreApplication::translate("Verdicts", "not delivered");
    return verdict == u"none"_s ? QCoreApplication::translate("Verdicts", "no TLS") : verdict;
}

} // namespace waxseal
