// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/document/policychange.h"

#include <QUndoCommand>

namespace waxseal {

class Document;

/** One undo step of the policy. Holds only what changed. */
class PolicyCommand : public QUndoCommand
{
public:
    PolicyCommand(Document& document, Direction direction, PolicyChange change, const QString& text, int mergeKey);

    ~PolicyCommand() override;

    int id() const override { return m_mergeKey < 0 ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override;
    void undo() override;
    void redo() override;

private:
    Document& m_document;
    Direction m_direction;
    PolicyChange m_change;
    int m_mergeKey;
};

/** One undo step: whether live tests vote. */
class TestsVoteCommand : public QUndoCommand
{
public:
    TestsVoteCommand(Document& document, bool vote, const QString& text);

    void undo() override;
    void redo() override;

private:
    Document& m_document;
    bool m_vote;
};

} // namespace waxseal
