// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"
#include "model/policy/simulation.h"
#include "model/workspace/workspace.h"

#include <QList>
#include <QObject>
#include <QUndoStack>

#include <array>
#include <memory>
#include <optional>

namespace waxseal {

/**
 * What the window shows and edits: one workspace, its simulations, and the undo stack through which every change of the policy goes.
 * Lives on the GUI thread. Pages read from it and listen; they never hold facts of their own.
 */
class Document : public QObject
{
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    bool isEmpty() const; ///< no mail in any direction
    bool isModified() const;
    bool isDemo() const { return m_demo; } ///< the synthetic demo log: say so wherever its figures are shown
    void setDemo(bool demo);
    QString path() const { return m_path; } ///< of the workspace file; empty when never saved

    const ImportResult& import() const { return m_import; }
    const ImportState& state() const { return m_import.state; }
    const std::vector<Workspace::ProbeRecord>& probes() const { return m_probes; }

    /** The simulation of a direction; always there, perhaps without domains. */
    const Simulation& simulation(Direction direction) const;
    const TrafficSummary& traffic(Direction direction) const;
    Policy policy() const;

    /** Takes over a finished import; the policy stays. Clears nothing from the undo stack. */
    void setImport(ImportResult result);
    void setWorkspace(Workspace workspace, const QString& path);
    Workspace workspace() const;
    void setSaved(const QString& path);
    void clear();
    void addProbe(Workspace::ProbeRecord record);

    QUndoStack* undoStack() { return &m_undo; }

    // Changes of the policy. Each is one undo step; steps with the same mergeKey (≥ 0) that follow each other become one.
    void require(Direction direction, const QList<Scope>& scopes, std::optional<Requirement> requirement);
    void setDefaultRequirement(Direction direction, const Requirement& requirement);
    void setRefusal(Direction direction, Refusal refusal);
    void replacePolicy(Direction direction, const DirectionPolicy& policy, const QString& text, int mergeKey = -1);

Q_SIGNALS:
    /** Facts, simulations and summaries were replaced. */
    void factsChanged();
    /** Figures of these rows of the direction's simulation changed; an empty list: any row may have. */
    void policyChanged(waxseal::Direction direction, const QList<int>& rows);
    void modifiedChanged(bool modified);
    void pathChanged(const QString& path);
    void probesChanged();

private:
    friend class PolicyCommand;
    void apply(Direction direction, const DirectionPolicy& policy);
    void rebuild();

    ImportResult m_import;
    std::vector<Workspace::ProbeRecord> m_probes;
    std::array<std::unique_ptr<Simulation>, 3> m_simulations;
    std::array<TrafficSummary, 3> m_traffic;
    Policy m_policy;
    QUndoStack m_undo;
    QString m_path;
    bool m_demo = false;
    bool m_factsModified = false;
};

} // namespace waxseal
