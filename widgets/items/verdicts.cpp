// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/items/verdicts.h"

#include "probe/verdict/delivery.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

QString strictestDelivered(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject test = document.isArray() ? document.array().first().toObject() : document.object();
    const QJsonObject delivery = test.value(u"delivery"_s).toObject();
    const auto outcome = [&](QLatin1StringView level) {
        const QJsonValue value = delivery.value(level);
        return value.isObject() ? value[u"outcome"_s].toString() : value.toString();
    };
    for (auto level = levels.rbegin(); level != levels.rend() - 2; ++level) {
        // At level dane a domain without TLSA records is delivered as at may: that is no strictness.
        if (*level == QLatin1StringView("dane"))
            continue;
        if (outcome(*level) == u"delivered"_s)
            return *level;
    }
    const QString may = outcome(QLatin1StringView("may"));
    if (may.isEmpty() || may == u"not tested"_s)
        return {};
    return may == u"delivered"_s ? u"none"_s : u"undelivered"_s;
}

QString strictestDelivered(const DomainFacts& facts)
{
    const auto matrix = deliveryMatrix(facts);
    for (const SenderLevel level :
        {SenderLevel::DaneOnly, SenderLevel::Secure, SenderLevel::Verify, SenderLevel::Encrypt}) {
        if (matrix[static_cast<std::size_t>(level)].outcome == Delivery::Delivered)
            return QString::fromLatin1(name(level).data(), static_cast<qsizetype>(name(level).size()));
    }
    const Delivery may = matrix[static_cast<std::size_t>(SenderLevel::May)].outcome;
    if (may == Delivery::NotTested)
        return {};
    return may == Delivery::Delivered ? u"none"_s : u"undelivered"_s;
}

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
