// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/policycommand.h"

#include "widgets/document/document.h"

#include <QThreadPool>

namespace waxseal {

PolicyCommand::PolicyCommand(
    Document& document, Direction direction, PolicyChange change, const QString& text, int mergeKey)
    : QUndoCommand(text)
    , m_document(document)
    , m_direction(direction)
    , m_change(std::move(change))
    , m_mergeKey(mergeKey)
{
}

PolicyCommand::~PolicyCommand()
{
    // The undo stack drops its steps when a document is closed; a preset can be a hundred thousand rows.
    constexpr std::size_t many = 5000;
    if (m_change.rows.size() > many)
        QThreadPool::globalInstance()->start(
            [kept = std::make_shared<PolicyChange>(std::move(m_change))]() mutable { kept.reset(); });
}

bool PolicyCommand::mergeWith(const QUndoCommand* other)
{
    // Only commands of this class give an id, and the stack asks only when the ids are equal.
    const auto* next = static_cast<const PolicyCommand*>(other);
    if (next->m_direction != m_direction || next->m_mergeKey != m_mergeKey)
        return false;
    m_change.append(next->m_change);
    setText(next->text());
    setObsolete(m_change.isEmpty());
    return true;
}

void PolicyCommand::undo()
{
    m_document.apply(m_direction, m_change.reversed(), {text(), -1, true});
}

void PolicyCommand::redo()
{
    m_document.apply(m_direction, m_change, {text(), m_mergeKey, false});
}

TestsVoteCommand::TestsVoteCommand(Document& document, bool vote, const QString& text)
    : QUndoCommand(text)
    , m_document(document)
    , m_vote(vote)
{
}

void TestsVoteCommand::undo()
{
    m_document.applyTestsVote(!m_vote);
}

void TestsVoteCommand::redo()
{
    m_document.applyTestsVote(m_vote);
}

} // namespace waxseal
