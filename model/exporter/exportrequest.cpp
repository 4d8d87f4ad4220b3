// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporter.h"
#include "model/policy/simulation.h"

namespace waxseal {

namespace {

QDateTime fromMicroseconds(std::int64_t time)
{
    return time == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(time / 1000, Qt::UTC);
}

} // namespace

const QStringList& exportMapTypes()
{
    static const QStringList types{QStringLiteral("hash"), QStringLiteral("lmdb"), QStringLiteral("btree"),
        QStringLiteral("cdb"), QStringLiteral("texthash")};
    return types;
}

ExportRequest exportRequest(const Simulation& simulation, std::int64_t firstTime, std::int64_t lastTime)
{
    const Outcome& outcome = simulation.outcome();
    ExportRequest request;
    request.direction = simulation.direction();
    request.policy = simulation.policy();
    request.prediction = {outcome.total(), outcome.lost(), outcome.of(Fate::Lost, SpamVerdict::Spam), outcome.unknown(),
        fromMicroseconds(firstTime), fromMicroseconds(lastTime)};
    request.now = QDateTime::currentDateTimeUtc();
    return request;
}

} // namespace waxseal
