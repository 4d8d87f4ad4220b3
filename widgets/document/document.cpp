// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/document.h"

#include "widgets/document/policycommand.h"

#include <algorithm>

namespace waxseal {

namespace {

/** Taking large tables apart takes longer than a frame has: another thread does it. */
void discard(DocumentFacts facts)
{
    QThreadPool::globalInstance()->start(
        [kept = std::make_shared<DocumentFacts>(std::move(facts))]() mutable { kept.reset(); });
}

} // namespace

Document::Document(QObject* parent)
    : QObject(parent)
    , m_facts(prepareDocument(Workspace{}))
{
    m_pool.setMaxThreadCount(1);
    connect(&m_undo, &QUndoStack::cleanChanged, this, &Document::updateModified);
}

Document::~Document()
{
    m_pool.waitForDone();
    // The stack tells its end as a change; nobody is left to hear it.
    m_undo.disconnect(this);
}

bool Document::isEmpty() const
{
    for (const auto& messages : m_facts.allDays.messages) {
        if (std::any_of(messages.begin(), messages.end(), [](std::uint64_t count) { return count > 0; }))
            return false;
    }
    return true;
}

bool Document::isModified() const
{
    // Logs that were only looked at are no work to lose; in a workspace that has a file, they are news for it.
    return !m_undo.isClean() || m_probesUnsaved || ((m_factsUnsaved || m_periodUnsaved) && !m_path.isEmpty());
}

void Document::updateModified()
{
    const bool modified = isModified();
    if (modified == m_wasModified)
        return;
    m_wasModified = modified;
    Q_EMIT modifiedChanged(modified);
}

void Document::setDemo(bool demo)
{
    if (m_demo == demo)
        return;
    m_demo = demo;
    Q_EMIT demoChanged(demo);
}

const Simulation& Document::simulation(Direction direction) const
{
    return *m_facts.simulations[static_cast<std::size_t>(direction)];
}

const DomainIndex& Document::index(Direction direction) const
{
    return m_facts.indexes[static_cast<std::size_t>(direction)];
}

const TrafficSummary& Document::traffic(Direction direction) const
{
    return m_facts.traffic[static_cast<std::size_t>(direction)];
}

Policy Document::policy() const
{
    Policy policy;
    for (const Direction direction : allDirections)
        policy.of(direction) = simulation(direction).policy();
    return policy;
}

void Document::setImport(ImportResult result)
{
    setFacts(prepareDocument(
        std::make_shared<const ImportResult>(std::move(result)), policy(), votingTests(), m_periodChoice));
}

void Document::setFacts(DocumentFacts facts)
{
    m_factsUnsaved = true;
    takeFacts(std::move(facts));
}

void Document::setPeriod(const PeriodChoice& period)
{
    if (period == m_periodChoice)
        return;
    m_periodChoice = period;
    m_periodUnsaved = true;
    Q_EMIT periodChanged();
    updateModified();
    slice();
}

std::pair<qint64, qint64> Document::times() const
{
    return timesWithin(state().firstTime, state().lastTime, state().timeZone, m_facts.period);
}

/** Finds the facts of the period that was asked for. What is found for a period that is no longer wanted is dropped. */
void Document::slice()
{
    const std::uint64_t wanted = ++m_sliced;
    m_pool.clear(); // what has not begun
    m_pool.start(
        [this, wanted, import = m_facts.import, policy = policy(), live = votingTests(), period = m_periodChoice] {
            auto facts = std::make_shared<DocumentFacts>(prepareDocument(import, policy, live, period));
            QMetaObject::invokeMethod(
                this,
                [this, wanted, facts = std::move(facts)] {
                    if (wanted == m_sliced)
                        takeFacts(std::move(*facts));
                    else
                        discard(std::move(*facts));
                },
                Qt::QueuedConnection);
        });
}

/** Policy, tests and choices stay those of the document. */
void Document::takeFacts(DocumentFacts facts)
{
    ++m_sliced;
    for (const Direction direction : allDirections) {
        const auto at = static_cast<std::size_t>(direction);
        const DirectionPolicy& current = simulation(direction).policy();
        if (facts.simulations[at]->policy() != current)
            facts.simulations[at]->setPolicy(current);
    }
    facts.probes = std::move(m_facts.probes);
    facts.evidence = m_facts.evidence;
    facts.tests = std::move(m_facts.tests);
    facts.testsVote = m_facts.testsVote;
    facts.choices = m_facts.choices;
    facts.witnesses = m_facts.witnesses;
    // What pages still point at lives until they have heard of the change.
    DocumentFacts before = std::exchange(m_facts, std::move(facts));
    if (m_facts.live != votingTests()) // tests have ended while the logs were read
        takeLive(nullptr);
    countPinnedRows();
    Q_EMIT factsChanged();
    updateModified();
    discard(std::move(before));
    if (m_facts.periodChoice != m_periodChoice) // another one was chosen while the logs were read
        slice();
}

void Document::setWorkspace(Workspace workspace, const QString& path)
{
    setWorkspaceFacts(prepareDocument(std::move(workspace)), path);
}

void Document::setWorkspaceFacts(DocumentFacts facts, const QString& path)
{
    DocumentFacts before = std::exchange(m_facts, std::move(facts));
    countPinnedRows();
    ++m_sliced;
    m_periodChoice = m_facts.periodChoice;
    m_undo.clear();
    m_path = path;
    m_factsUnsaved = false;
    m_periodUnsaved = false;
    m_probesUnsaved = false;
    setDemo(false);
    Q_EMIT replaced();
    Q_EMIT pathChanged(path);
    Q_EMIT periodChanged();
    Q_EMIT factsChanged();
    if (before.testsVote != m_facts.testsVote)
        Q_EMIT testsVoteChanged(m_facts.testsVote);
    updateModified();
    discard(std::move(before));
}

Workspace Document::workspace() const
{
    Workspace whole = workspaceBesideFacts();
    whole.state = state();
    return whole;
}

Workspace Document::workspaceBesideFacts() const
{
    Workspace rest;
    rest.policy = policy();
    rest.probes = m_facts.probes;
    rest.testsVote = m_facts.testsVote;
    rest.choices = m_facts.choices;
    rest.period = m_periodChoice;
    rest.witnesses = *m_facts.witnesses;
    return rest;
}

void Document::setSaved(const QString& path)
{
    m_path = path;
    m_factsUnsaved = false;
    m_periodUnsaved = false;
    m_probesUnsaved = false;
    m_undo.setClean();
    Q_EMIT pathChanged(path);
    updateModified();
}

void Document::countPinnedRows()
{
    for (const Direction direction : allDirections) {
        std::size_t& count = m_pinnedRows[static_cast<std::size_t>(direction)];
        count = 0;
        for (const auto& [scope, requirement] : pins(direction))
            count += simulation(direction).policy().rows.contains(scope) ? 1U : 0U;
    }
}

void Document::setWitnesses(std::shared_ptr<const Witnesses> witnesses)
{
    m_facts.witnesses = std::move(witnesses);
    m_probesUnsaved = true; // like them no part of the facts, and lost with the window
    Q_EMIT witnessesChanged();
    updateModified();
}

void Document::clear()
{
    setWorkspaceFacts(prepareDocument(Workspace{}), {});
}

void Document::addProbe(Workspace::ProbeRecord record)
{
    addProbes({std::move(record)});
}

void Document::addProbes(std::vector<Workspace::ProbeRecord> records)
{
    StoredTests read = readTests(records);
    auto evidence = std::make_shared<ProbeEvidence>(*m_facts.evidence);
    evidence->add(*read.evidence);
    takeTests(std::move(records), read.verdicts, std::move(evidence));
}

void Document::addTests(const std::vector<std::shared_ptr<const DomainFacts>>& tests)
{
    auto evidence = std::make_shared<ProbeEvidence>(*m_facts.evidence);
    std::vector<Workspace::ProbeRecord> records;
    std::vector<QString> verdicts;
    for (const std::shared_ptr<const DomainFacts>& facts : tests) {
        records.push_back(probeRecord(*facts));
        verdicts.push_back(strictestDelivered(*facts));
        evidence->add(*facts);
    }
    takeTests(std::move(records), verdicts, std::move(evidence));
}

void Document::takeTests(std::vector<Workspace::ProbeRecord> records, const std::vector<QString>& verdicts,
    std::shared_ptr<const ProbeEvidence> evidence)
{
    QStringList domains;
    std::vector<std::string> keys;
    bool isInOrder = true;
    for (std::size_t i = 0; i < records.size(); ++i) {
        Workspace::ProbeRecord& record = records[i];
        const TestSummary* known = m_facts.tests.find(record.domain);
        isInOrder = isInOrder && (known == nullptr || known->time <= record.time);
        m_facts.tests.add(record, static_cast<std::uint32_t>(m_facts.probes.size()), verdicts[i]);
        domains.append(record.domain);
        keys.push_back(record.domain.toStdString());
        m_facts.probes.push_back(std::move(record));
    }
    m_facts.evidence = std::move(evidence);
    if (!isInOrder) {
        // The clock was set back. The latest test counts, here as in a workspace that is opened.
        StoredTests all = readTests(m_facts.probes);
        m_facts.tests = TestIndex(m_facts.probes, all.verdicts);
        m_facts.evidence = std::move(all.evidence);
    }
    m_probesUnsaved = true;
    if (m_facts.testsVote) {
        const QList<int> rows = takeLive(&keys);
        if (!rows.isEmpty())
            Q_EMIT policyChanged(Direction::Outbound, rows);
    }
    Q_EMIT probesChanged(domains);
    updateModified();
}

std::shared_ptr<const LiveEvidence> Document::votingTests() const
{
    return m_facts.testsVote && m_facts.evidence->size() > 0 ? m_facts.evidence : nullptr;
}

Grounds Document::grounds() const
{
    return {simulation(Direction::Outbound).factsPointer(), votingTests()};
}

/** Judges anew by the tests that vote now: these domains, or all. Returns the rows, if it was not all. */
QList<int> Document::takeLive(const std::vector<std::string>* domains)
{
    QList<int> changed;
    m_facts.live = votingTests();
    DomainIndex& index = m_facts.indexes[static_cast<std::size_t>(Direction::Outbound)];
    if (domains == nullptr) {
        outbound().setLive(m_facts.live);
        index.reprice(outbound());
        return changed;
    }
    const std::vector<std::size_t> rows = outbound().setLive(m_facts.live, *domains);
    if (!rows.empty())
        index.reprice(outbound(), rows);
    for (const std::size_t row : rows)
        changed.append(static_cast<int>(row));
    return changed;
}

void Document::setTestsVote(bool vote)
{
    if (vote != m_facts.testsVote)
        m_undo.push(new TestsVoteCommand(*this, vote, vote ? tr("Let Live Tests Vote") : tr("Leave Out Live Tests")));
}

void Document::applyTestsVote(bool vote)
{
    m_facts.testsVote = vote;
    takeLive(nullptr);
    Q_EMIT testsVoteChanged(vote);
    Q_EMIT policyChanged(Direction::Outbound, {});
}

} // namespace waxseal
