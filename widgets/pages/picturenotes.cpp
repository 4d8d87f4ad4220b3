// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/picturenotes.h"

#include "model/core/printable.h"
#include "widgets/charts/daybins.h"
#include "widgets/document/document.h"
#include "widgets/items/figures.h"
#include "widgets/style/numbers.h"
#include "widgets/words/words.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace waxseal {

namespace {

struct PictureNotes // for its words
{
    Q_DECLARE_TR_FUNCTIONS(PictureNotes)
};

QString policyText(const DirectionPolicy& policy)
{
    if (policy.isNone())
        return PictureNotes::tr("nothing is required");
    const QString all = figures::requirement(policy.byDefault);
    if (policy.rows.empty())
        return PictureNotes::tr("%1 for all", "a requirement").arg(all);
    return PictureNotes::tr("policy of %n row(s), %1 for all others", nullptr, static_cast<int>(policy.rows.size()))
        .arg(all);
}

} // namespace

QString sourceOf(const Document& document)
{
    if (!document.path().isEmpty())
        return QFileInfo(document.path()).fileName();
    const std::vector<SourceReport>& sources = document.state().sources;
    if (sources.empty())
        return {};
    const QString first = QFileInfo(sources.front().path).fileName();
    return sources.size() == 1
        ? first
        : PictureNotes::tr("%1 and %n more file(s)", nullptr, static_cast<int>(sources.size() - 1)).arg(first);
}

QStringList pictureNotes(const Document& document, Direction direction, bool withPolicy)
{
    QStringList notes{words::text(direction)};
    if (withPolicy)
        notes.append(policyText(document.simulation(direction).policy()));
    if (document.isDemo())
        notes.append(PictureNotes::tr("synthetic demo data"));
    else if (const QString source = sourceOf(document); !source.isEmpty())
        notes.append(visibleText(source)); // a file may have any name
    const TrafficSummary& traffic = document.traffic(direction);
    if (traffic.total.messages > 0)
        notes.append(style::period(dateOf(traffic.firstDay), dateOf(traffic.lastDay)));
    return notes;
}

} // namespace waxseal
