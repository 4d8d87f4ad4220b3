// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/forecast/forecast.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace waxseal {

class Document;
struct PolicyChange;

/**
 * Forecasts the policy of one direction of a document on a thread of its own, a moment after it stops changing. Works
 * on a simulation of its own, so that the one on screen is never waited for. What is out of date is dropped, never
 * shown.
 */
class Forecaster : public QObject
{
    Q_OBJECT
public:
    explicit Forecaster(Document* document, QObject* parent = nullptr);
    ~Forecaster() override;

    void setDirection(Direction direction);

    /** True while what is known belongs to an earlier policy. */
    bool isPending() const { return m_pending; }
    const Forecast& forecast() const { return m_forecast; }
    const std::optional<LossInterval>& interval() const { return m_forecast.interval; }
    /** The frontier of `encrypt` for the facts; null until known. */
    std::shared_ptr<const Frontier> frontier() const { return m_frontier; }

    /** Also checks the method on the two halves of these logs, which takes as long again: while somebody looks at it.
     */
    void setBacktested(bool wanted);
    /** Of the same policy as the interval; nothing where the logs are too short, or it is not wanted. */
    const std::optional<Backtest>& backtest() const { return m_backtest; }
    const NewCorrespondents& newCorrespondents() const { return m_newCorrespondents; }

Q_SIGNALS:
    void pendingChanged();
    void intervalChanged();
    void frontierChanged();

private:
    struct Worker; ///< the simulation of the working thread
    struct Edits; ///< what brings its policy up to date
    void note(const PolicyChange& change);
    void restart();
    void schedule();
    void run();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    QTimer m_timer;
    QThreadPool m_pool; // one thread
    std::shared_ptr<Worker> m_worker;
    std::unique_ptr<Edits> m_edits;
    std::shared_ptr<const Frontier> m_frontier;
    Forecast m_forecast;
    std::optional<Backtest> m_backtest;
    NewCorrespondents m_newCorrespondents;
    bool m_isBacktested = false;
    std::uint64_t m_generation = 0; ///< of the facts and the direction
    std::uint64_t m_revision = 0; ///< of the policy
    bool m_pending = false;
    bool m_running = false;
};

} // namespace waxseal
