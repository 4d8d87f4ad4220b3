// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/forecaster.h"

#include "widgets/document/document.h"

#include <chrono>
#include <utility>
#include <vector>

namespace waxseal {

struct Forecaster::Worker
{
    std::shared_ptr<const FactTable> facts;
    Direction direction = Direction::Inbound;
    std::shared_ptr<const LiveEvidence> live;
    std::unique_ptr<Simulation> simulation;
    std::shared_ptr<const Frontier> frontier;
};

// A policy can have a hundred thousand rows, and copying them takes longer than a frame: after a toggle only the toggle
// is handed over.
struct Forecaster::Edits
{
    static constexpr std::size_t mostRows = 2000; // beyond, the whole policy is as cheap

    bool isWhole = true; ///< the policy itself, whatever came before
    std::size_t rows = 0;
    std::vector<PolicyChange> changes;
};

Forecaster::Forecaster(Document* document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    using namespace std::chrono_literals;
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(60ms);
    connect(&m_timer, &QTimer::timeout, this, &Forecaster::run);
    connect(document, &Document::factsChanged, this, &Forecaster::restart);
    connect(document, &Document::policyEdited, this, [this](Direction direction, const PolicyChange& change) {
        if (direction == m_direction)
            note(change);
    });
    connect(document, &Document::policyChanged, this, [this](Direction direction) {
        if (direction == m_direction)
            schedule();
    });
    restart();
}

Forecaster::~Forecaster()
{
    m_pool.waitForDone();
}

void Forecaster::setDirection(Direction direction)
{
    if (m_direction == direction)
        return;
    m_direction = direction;
    restart();
}

void Forecaster::setBacktested(bool wanted)
{
    if (m_isBacktested == wanted)
        return;
    m_isBacktested = wanted;
    if (wanted)
        schedule();
}

void Forecaster::restart()
{
    ++m_generation;
    m_worker = std::make_shared<Worker>();
    m_worker->facts = m_document->simulation(m_direction).factsPointer();
    m_worker->direction = m_direction;
    m_edits = std::make_unique<Edits>();
    m_frontier.reset();
    m_forecast = {};
    m_backtest.reset();
    m_newCorrespondents = {};
    Q_EMIT frontierChanged();
    Q_EMIT intervalChanged();
    schedule();
}

void Forecaster::note(const PolicyChange& change)
{
    if (m_edits->isWhole)
        return;
    m_edits->rows += change.rows.size();
    if (m_edits->rows > Edits::mostRows) {
        *m_edits = {};
        return;
    }
    m_edits->changes.push_back(change);
}

void Forecaster::schedule()
{
    ++m_revision;
    m_pending = true;
    Q_EMIT pendingChanged();
    if (!m_running)
        m_timer.start();
}

void Forecaster::run()
{
    m_running = true;
    const auto live = m_direction == Direction::Outbound ? m_document->grounds().live : nullptr;
    auto edits = std::exchange(m_edits, std::make_unique<Edits>());
    m_edits->isWhole = false;
    const auto policy = std::make_shared<DirectionPolicy>();
    if (edits->isWhole)
        *policy = m_document->simulation(m_direction).policy();
    const auto work = [this, worker = m_worker, generation = m_generation, revision = m_revision, live,
                          isBacktested = m_isBacktested, policy,
                          edits = std::shared_ptr<const Edits>(std::move(edits))] {
        if (!worker->simulation) {
            worker->simulation = std::make_unique<Simulation>(simulationOf({worker->facts, live}, worker->direction));
            worker->live = live;
        } else if (worker->live != live) {
            worker->simulation->setLive(live);
            worker->live = live;
            worker->frontier.reset(); // what a domain costs may hang on its test
        }
        if (!worker->frontier)
            worker->frontier = std::make_shared<const Frontier>(
                waxseal::frontier(*worker->simulation, {Level::Encrypt, TlsVersion::Unknown}));
        if (edits->isWhole)
            worker->simulation->setPolicy(std::move(*policy));
        for (const PolicyChange& change : edits->changes) {
            if (change.byDefault)
                worker->simulation->setDefault(change.byDefault->second);
            if (change.refusal)
                worker->simulation->setRefusal(change.refusal->second);
            for (const auto& [scope, value] : change.rows)
                worker->simulation->setRequirement(scope, value.after);
        }
        auto forecast = forecastLoss(*worker->simulation);
        const auto fresh = waxseal::newCorrespondents(*worker->simulation);
        const auto test = isBacktested ? waxseal::backtest(*worker->simulation) : std::nullopt;
        const auto deliver
            = [this, generation, revision, forecast = std::move(forecast), fresh, test, frontier = worker->frontier] {
                  m_running = false;
                  if (generation == m_generation && m_frontier != frontier) {
                      m_frontier = frontier;
                      Q_EMIT frontierChanged();
                  }
                  if (revision != m_revision) {
                      m_timer.start(); // the policy has moved on meanwhile
                      return;
                  }
                  m_forecast = forecast;
                  m_backtest = test;
                  m_newCorrespondents = fresh;
                  m_pending = false;
                  Q_EMIT intervalChanged();
                  Q_EMIT pendingChanged();
              };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    };
    m_pool.start(work);
}

} // namespace waxseal
