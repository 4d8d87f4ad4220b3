// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/items/domaintablemodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace waxseal {

class ChipButton;

/** Which domains the table shows: part of a name, and conditions. Escape takes all of it back. */
class FilterBar : public QWidget
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

Q_SIGNALS:
    void filterChanged();
    /** Down or Enter in the text: the user wants to go on in the table. */
    void leaveRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_text;
    ChipButton* m_wouldLose;
    ChipButton* m_plaintext;
    ChipButton* m_required;
    QComboBox* m_test;
    QLabel* m_shown;
};

} // namespace waxseal
