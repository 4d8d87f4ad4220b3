// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/statementlist.h"

#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QGridLayout>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using Rank = TextLabel::Rank;

StatementList::StatementList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(style::unit + style::unit / 2);
    m_grid->setVerticalSpacing(2);
    // What the text does not take stands behind it, not before.
    m_grid->setColumnStretch(1, 1000);
    m_grid->setColumnStretch(2, 1);
}

void StatementList::setStatements(const std::vector<Statement>& statements)
{
    const auto same = [](const Statement& a, const Statement& b) {
        return a.lead == b.lead && a.title == b.title && a.text == b.text;
    };
    if (std::equal(statements.begin(), statements.end(), m_statements.begin(), m_statements.end(), same))
        return;
    qDeleteAll(m_widgets);
    m_widgets.clear();
    m_statements = statements;
    int row = 0;
    const auto add = [&](Rank rank, const QString& text, int column, Qt::Alignment alignment) {
        auto* label = new TextLabel(rank, text, this);
        label->setAlignment(alignment);
        if (column == 1) {
            label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            label->setMaximumWidth(760);
        }
        m_grid->addWidget(label, row, column, column == 0 ? Qt::AlignTop | Qt::AlignRight : Qt::Alignment());
        m_widgets.push_back(label);
        return label;
    };
    for (const Statement& statement : statements) {
        if (!statement.lead.isEmpty()) {
            auto* lead = add(Rank::Body, statement.lead, 0, Qt::AlignTrailing);
            QFont strong = lead->font();
            strong.setWeight(QFont::DemiBold);
            lead->setFont(strong);
            lead->setWordWrap(false);
        }
        if (!statement.title.isEmpty()) {
            auto* title = add(Rank::Body, statement.title, 1, Qt::AlignLeading);
            QFont strong = title->font();
            strong.setWeight(QFont::DemiBold);
            title->setFont(strong);
            ++row;
        }
        add(statement.title.isEmpty() ? Rank::Body : Rank::Muted, statement.text, 1, Qt::AlignLeading);
        m_grid->setRowMinimumHeight(++row, style::unit / 2);
        ++row;
    }
}

QString StatementList::text() const
{
    QStringList lines;
    for (const Statement& statement : m_statements) {
        QStringList parts{statement.lead, statement.title, statement.text};
        parts.removeAll(QString());
        lines.append(parts.join(u' '));
    }
    return lines.join(u'\n');
}

} // namespace waxseal
