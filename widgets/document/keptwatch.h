// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/document/policywatch.h"

#include <QThreadPool>

#include <memory>

namespace waxseal {

/** What the policy that is kept beside the one in force does to the same mail. */
struct KeptFigures
{
    bool isA = true;
    PolicyFigures figures;
    std::vector<Outcome> days; ///< as PolicyWatch::days()
    struct Row
    {
        std::uint32_t lost = 0; ///< wanted messages
        Requirement requirement;
    };
    std::vector<Row> rows; ///< by row of the simulation
    QString name() const { return isA ? QStringLiteral("A") : QStringLiteral("B"); }
};

/** Follows the kept policy of one direction of a document. Its figures are found on another thread. */
class KeptWatch : public QObject
{
    Q_OBJECT
public:
    explicit KeptWatch(Document* document, QObject* parent = nullptr);
    ~KeptWatch() override;

    void setDirection(Direction direction);
    Direction direction() const { return m_direction; }
    bool isKept() const;
    /** Null where no policy is kept, or as long as its figures are sought. */
    std::shared_ptr<const KeptFigures> figures() const { return m_figures; }

Q_SIGNALS:
    void changed();

private:
    struct Worker;
    void restart();
    void refresh();

    Document* m_document;
    Direction m_direction = Direction::Inbound;
    std::shared_ptr<Worker> m_worker; ///< a simulation of its own, for the facts of the moment
    std::shared_ptr<const KeptFigures> m_figures;
    std::uint64_t m_revision = 0;
    QThreadPool m_pool; // one thread
};

} // namespace waxseal
