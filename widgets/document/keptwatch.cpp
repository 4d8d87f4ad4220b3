// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/keptwatch.h"

#include "widgets/document/document.h"

namespace waxseal {

struct KeptWatch::Worker
{
    Grounds grounds;
    std::unique_ptr<Simulation> simulation;
};

KeptWatch::KeptWatch(Document* document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    m_pool.setMaxThreadCount(1);
    connect(document, &Document::factsChanged, this, &KeptWatch::restart);
    connect(document, &Document::testsVoteChanged, this, &KeptWatch::restart);
    connect(document, &Document::probesChanged, this, &KeptWatch::restart);
    connect(document, &Document::keptChanged, this, [this](Direction direction) {
        if (direction == m_direction)
            refresh();
    });
    restart();
}

KeptWatch::~KeptWatch()
{
    m_pool.waitForDone();
}

void KeptWatch::setDirection(Direction direction)
{
    if (direction == m_direction)
        return;
    m_direction = direction;
    restart();
}

bool KeptWatch::isKept() const
{
    return m_document->choices().keptOf(m_direction) != nullptr;
}

void KeptWatch::restart()
{
    m_worker = std::make_shared<Worker>();
    m_worker->grounds = m_document->grounds();
    refresh();
}

void KeptWatch::refresh()
{
    const std::uint64_t revision = ++m_revision;
    m_figures.reset();
    const std::shared_ptr<const KeptPolicy> kept = m_document->choices().keptOf(m_direction);
    Q_EMIT changed();
    if (!kept)
        return;
    m_pool.start([this, worker = m_worker, kept, revision, direction = m_direction] {
        if (!worker->simulation)
            worker->simulation = std::make_unique<Simulation>(simulationOf(worker->grounds, direction));
        Simulation& simulation = *worker->simulation;
        simulation.setPolicy(kept->policy);
        auto figures = std::make_shared<KeptFigures>();
        figures->isA = kept->isA;
        figures->figures = policyFigures(simulation);
        figures->days = simulation.days();
        figures->rows.resize(simulation.domainCount());
        for (std::size_t row = 0; row < figures->rows.size(); ++row)
            figures->rows[row]
                = {static_cast<std::uint32_t>(simulation.outcome(row).lostWanted()), simulation.effective(row)};
        QMetaObject::invokeMethod(
            this,
            [this, revision, figures = std::shared_ptr<const KeptFigures>(std::move(figures))] {
                if (revision != m_revision)
                    return;
                m_figures = figures;
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    });
}

} // namespace waxseal
