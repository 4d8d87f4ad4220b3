// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/document/documentfacts.h"
#include "widgets/document/policychange.h"

#include <QList>
#include <QObject>
#include <QThreadPool>
#include <QUndoStack>

#include <array>
#include <memory>
#include <optional>

namespace waxseal {

/**
 * What the window shows and edits: one workspace, its simulations, and the undo stack through which every change of the
 * policy goes. Lives on the GUI thread. Pages read from it and listen; they never hold facts of their own.
 */
class Document : public QObject
{
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);
    ~Document() override;

    bool isEmpty() const; ///< no mail in any direction, on any day
    bool isModified() const; ///< something that closing would lose
    bool isDemo() const { return m_demo; } ///< the synthetic demo log: say so wherever its figures are shown
    void setDemo(bool demo);
    QString path() const { return m_path; } ///< of the workspace file; empty when never saved

    const ImportResult& import() const { return *m_facts.import; }
    /** The same, to be kept by work that runs elsewhere. */
    std::shared_ptr<const ImportResult> importPointer() const { return m_facts.import; }
    const ImportState& state() const { return m_facts.import->state; }
    const std::vector<Workspace::ProbeRecord>& probes() const { return m_facts.probes; }

    /** The same by domain, without reading them. */
    const TestIndex& tests() const { return m_facts.tests; }

    /** What others saw: beside the facts, never among them. Never null. */
    const std::shared_ptr<const Witnesses>& witnesses() const { return m_facts.witnesses; }
    void setWitnesses(std::shared_ptr<const Witnesses> witnesses);

    /** What simulations of this document are made from, also those that work elsewhere. */
    Grounds grounds() const;
    /** Whether live tests judge outbound mail of which the logs cannot know; kept in the workspace. */
    bool testsVote() const { return m_facts.testsVote; }
    /** Changes that, as an undo step. */
    void setTestsVote(bool vote);

    /** The simulation of a direction; always there, perhaps without domains. */
    const Simulation& simulation(Direction direction) const;
    const DomainIndex& index(Direction direction) const;
    const TrafficSummary& traffic(Direction direction) const;
    Policy policy() const;
    /** The days that were asked for; where that has just changed, the figures follow a moment later. */
    const PeriodChoice& periodChoice() const { return m_periodChoice; }
    /** The days that all figures are of. */
    const Period& period() const { return m_facts.period; }
    /** All days of the logs, in the period or not. */
    const DocumentFacts::AllDays& allDays() const { return m_facts.allDays; }
    /** Looks at these days alone, everywhere. The figures are found on another thread; factsChanged() tells when. */
    void setPeriod(const PeriodChoice& period);
    /** First and last moment of the logs that lies in the period, µs since 1970; zeros for none. */
    std::pair<qint64, qint64> times() const;
    /** What was decided and noted by hand. */
    const Choices& choices() const { return m_facts.choices; }
    const Pins& pins(Direction direction) const { return m_facts.choices.of(direction); }
    /** How many of the pins of a direction have a row in its policy: the others are pinned to nothing. */
    std::size_t pinnedRows(Direction direction) const { return m_pinnedRows[static_cast<std::size_t>(direction)]; }

    /** Takes over a finished import; the policy stays. Clears nothing from the undo stack. Builds here and now: for
     * small imports. */
    void setImport(ImportResult result);
    /** The same with what prepareDocument() made on another thread. The policy of the document wins over the one it was
     * made with. */
    void setFacts(DocumentFacts facts);
    void setWorkspace(Workspace workspace, const QString& path);
    /** The same, prepared; the policy is the one the facts were prepared with. */
    void setWorkspaceFacts(DocumentFacts facts, const QString& path);
    Workspace workspace() const;
    /** The same without the facts, which are large. */
    Workspace workspaceBesideFacts() const;
    void setSaved(const QString& path);
    void clear();
    void addProbe(Workspace::ProbeRecord record);
    void addProbes(std::vector<Workspace::ProbeRecord> records); ///< many at once: one signal
    /** Results of this program, which need not be read again. */
    void addTests(const std::vector<std::shared_ptr<const DomainFacts>>& tests);

    QUndoStack* undoStack() { return &m_undo; }

    /** A step of the undo stack while policyEdited() and policyChanged() tell of it. */
    struct Step
    {
        QString text;
        int mergeKey = -1; ///< ≥ 0: becomes one with the step before it, if that had the same
        bool isUndo = false;
    };
    /** Null at all other times. */
    const Step* currentStep() const { return m_step ? &*m_step : nullptr; }

    // Changes of the policy. Each is one undo step; steps with the same mergeKey (≥ 0) that follow each other become
    // one.
    /** By hand: it is remembered, and presets leave it. Nothing: the row and what is remembered go. */
    void require(Direction direction, const QList<Scope>& scopes, std::optional<Requirement> requirement);
    /** By hand: nothing is required, whatever the default or a domain above says. */
    void switchOff(Direction direction, const QList<Scope>& scopes);
    /** Presets may decide these again; the policy stays. */
    void unpin(Direction direction, const QList<Scope>& scopes);
    /** A note on a domain (UTF-8); empty: none. */
    void setNote(const std::string& domain, const QString& note);
    /** Warnings and advice do not name these domains, or do so again. */
    void setMuted(const QList<std::string>& domains, bool muted);
    bool isMuted(std::string_view domain) const;
    /** A row for each of `domains` goes from one form to the other: the domain alone, or with all below it. */
    void setSubdomains(Direction direction, const QList<std::string>& domains, bool subdomains);
    void setDefaultRequirement(Direction direction, const Requirement& requirement);
    void setRefusal(Direction direction, Refusal refusal);
    /** From the present policy to this one; whole policies keep what was chosen by hand. */
    PolicyChange replacement(Direction direction, const DirectionPolicy& policy) const;
    void replacePolicy(Direction direction, const DirectionPolicy& policy, const QString& text, int mergeKey = -1,
        const std::optional<std::pair<double, double>>& budget = {});
    /** A policy that a server has already: it is in force from now on, and kept as A, to be compared with. What was
     * chosen by hand goes. */
    void importPolicy(Direction direction, const DirectionPolicy& policy);
    /** Keeps the policy in force, with what was chosen by hand, beside it: as A, or in place of the one that is kept.
     */
    void keepPolicy(Direction direction);
    /** The one that is kept is in force from now on, and the other is kept. */
    void swapPolicies(Direction direction);
    void forgetKept(Direction direction);
    void change(Direction direction, PolicyChange change, const QString& text, int mergeKey = -1);

Q_SIGNALS:
    /** Facts, simulations and summaries were replaced. */
    void factsChanged();
    /** What has just changed in the policy, for those who keep a copy of it; before policyChanged(). */
    void policyEdited(waxseal::Direction direction, const waxseal::PolicyChange& change);
    /** Figures of these rows of the direction's simulation changed; an empty list: any row may have. */
    void policyChanged(waxseal::Direction direction, const QList<int>& rows);
    void modifiedChanged(bool modified);
    void pathChanged(const QString& path);
    void demoChanged(bool demo);
    /** The live tests of these domains (A-labels) have a new result. */
    void probesChanged(const QStringList& domains);
    void testsVoteChanged(bool vote);
    void witnessesChanged();
    /** Other days were asked for. */
    void periodChanged();
    /** What is remembered of these rows of the direction's simulation changed; an empty list: of any. */
    void choicesChanged(waxseal::Direction direction, const QList<int>& rows);
    /** Another policy is kept beside the one in force, or none. */
    void keptChanged(waxseal::Direction direction);
    /** Another workspace, or none, is now the document: what was going on for the old one is over. */
    void replaced();

private:
    friend class PolicyCommand;
    friend class TestsVoteCommand;
    void apply(Direction direction, const PolicyChange& change, Step step);
    void applyTestsVote(bool vote);
    void updateModified();
    void countPinnedRows();
    void takeTests(std::vector<Workspace::ProbeRecord> records, const std::vector<QString>& verdicts,
        std::shared_ptr<const ProbeEvidence> evidence);
    std::shared_ptr<const LiveEvidence> votingTests() const;
    Simulation& outbound() { return *m_facts.simulations[static_cast<std::size_t>(Direction::Outbound)]; }
    QList<int> takeLive(const std::vector<std::string>* domains);
    void takeFacts(DocumentFacts facts);
    void slice();

    DocumentFacts m_facts;
    QUndoStack m_undo;
    std::optional<Step> m_step;
    std::array<std::size_t, 3> m_pinnedRows{};
    QString m_path;
    PeriodChoice m_periodChoice;
    QThreadPool m_pool; ///< one thread, which narrows the facts to a period
    std::uint64_t m_sliced = 0; ///< how often the facts or the period have changed
    bool m_demo = false;
    bool m_periodUnsaved = false;
    bool m_factsUnsaved = false;
    bool m_probesUnsaved = false;
    bool m_wasModified = false;
};

} // namespace waxseal
