// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/forecaster.h"

#include "widgets/document/document.h"

#include <chrono>

namespace waxseal {

struct Forecaster::Worker
{
    std::shared_ptr<const FactTable> facts;
    Direction direction = Direction::Inbound;
    std::shared_ptr<const LiveEvidence> live;
    std::unique_ptr<Simulation> simulation;
    std::shared_ptr<const Frontier> frontier;
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

void Forecaster::restart()
{
    ++m_generation;
    m_worker = std::make_shared<Worker>();
    m_worker->facts = m_document->simulation(m_direction).factsPointer();
    m_worker->direction = m_direction;
    m_frontier.reset();
    m_interval.reset();
    Q_EMIT frontierChanged();
    Q_EMIT intervalChanged();
    schedule();
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
    const auto live = m_direction == Direction::Outbound ? m_document->liveEvidence() : nullptr;
    const auto work = [this, worker = m_worker, generation = m_generation, revision = m_revision, live,
                          policy = m_document->simulation(m_direction).policy()] {
        if (!worker->simulation) {
            worker->simulation = std::make_unique<Simulation>(worker->facts, worker->direction, live);
            worker->live = live;
        } else if (worker->live != live) {
            worker->simulation->setLive(live);
            worker->live = live;
        }
        if (!worker->frontier)
            worker->frontier = std::make_shared<const Frontier>(
                waxseal::frontier(*worker->simulation, {Level::Encrypt, TlsVersion::Unknown}));
        worker->simulation->setPolicy(policy);
        const auto interval = forecastLoss(*worker->simulation);
        const auto deliver = [this, generation, revision, interval, frontier = worker->frontier] {
            m_running = false;
            if (generation == m_generation && m_frontier != frontier) {
                m_frontier = frontier;
                Q_EMIT frontierChanged();
            }
            if (revision != m_revision) {
                m_timer.start(); // the policy has moved on meanwhile
                return;
            }
            m_interval = interval;
            m_pending = false;
            Q_EMIT intervalChanged();
            Q_EMIT pendingChanged();
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    };
    m_pool.start(work);
}

} // namespace waxseal
