// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/grouping.h"
#include "widgets/controls/foldingrow.h"
#include "widgets/items/domaintablemodel.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace waxseal {

class ChipButton;

/** Which domains the table shows: part of a name, and conditions. Escape takes all of it back. */
class FilterBar : public FoldingRow
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget* parent = nullptr);

    DomainFilter filter() const;
    void clear();
    void focusText();
    /** How many domains there are, and are left. */
    void setCounts(std::size_t total, std::size_t shown);
    /** Whether any domain was tested live, so that one can filter by it. */
    void setTestsKnown(bool known);
    /** Only domains that lose on these days; the same days again: all. */
    void toggleDays(Day first, Day last);
    void showByHand();
    /** The name of the policy that is kept to be compared; empty: none. */
    void setKept(const QString& name);
    Grouping grouping() const;
    void setGrouping(Grouping grouping);
    /** As toggleDays(), and stays when they are shown already. */
    void showDays(Day first, Day last);
    void showPlaintext();

Q_SIGNALS:
    void filterChanged();
    void groupingChanged(waxseal::Grouping grouping);
    /** Down or Enter in the text: the user wants to go on in the table. */
    void leaveRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_text;
    ChipButton* m_wouldLose;
    ChipButton* m_plaintext;
    ChipButton* m_required;
    ChipButton* m_byHand;
    ChipButton* m_differs; ///< there while a policy is kept
    ChipButton* m_days; ///< there while it is a condition
    std::pair<Day, Day> m_chosenDays;
    QComboBox* m_test;
    QComboBox* m_grouping;
    QLabel* m_shown;
};

} // namespace waxseal
