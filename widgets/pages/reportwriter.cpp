// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/reportwriter.h"

#include "model/core/safefile.h"
#include "model/report/htmlreport.h"
#include "widgets/document/document.h"
#include "widgets/pages/picturenotes.h"
#include "widgets/words/words.h"

#include <QtConcurrentRun>

#include <tuple>

namespace waxseal {

ReportWriter::ReportWriter(Document* document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { Q_EMIT finished(m_watcher.result()); });
}

ReportWriter::~ReportWriter()
{
    m_watcher.waitForFinished();
}

void ReportWriter::write(Direction direction, const QString& path)
{
    if (isBusy())
        return;
    m_path = path;
    const Simulation& shown = m_document->simulation(direction);
    ReportInput input;
    input.source = sourceOf(*m_document);
    input.synthetic = m_document->isDemo();
    input.now = QDateTime::currentDateTimeUtc();
    std::tie(input.firstTime, input.lastTime) = m_document->times();
    for (const Direction each : allDirections)
        input.traffic[static_cast<std::size_t>(each)] = m_document->traffic(each);
    input.excluded = m_document->import().excluded;
    input.files = m_document->state().sources;
    for (const ImportNote& note : m_document->state().notes)
        input.notes.append(words::text(note));

    const auto work = [input = std::move(input), grounds = m_document->grounds(), policy = shown.policy(), direction,
                          path]() mutable {
        // Its own, so that the one on screen is never waited for.
        const Simulation simulation = simulationOf(grounds, direction, policy);
        input.simulation = &simulation;
        input.forecast = forecastLoss(simulation);
        input.backtest = backtest(simulation);
        return writeSafely(path, htmlReport(input));
    };
    m_watcher.setFuture(QtConcurrent::run(work));
    Q_EMIT started();
}

} // namespace waxseal
