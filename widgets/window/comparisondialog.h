// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/items/comparisonmodel.h"

#include <QDialog>
#include <QFutureWatcher>

#include <array>

class QDateEdit;
class QLabel;
class QTableView;

namespace waxseal {

class Document;

/**
 * Two periods side by side, domain by domain: has anything changed since somebody wrote to them? A day parts the logs;
 * each side can be set by itself. The figures are found on another thread.
 */
class ComparisonDialog : public QDialog
{
    Q_OBJECT
public:
    ComparisonDialog(Document* document, Direction direction, QWidget* parent);
    ~ComparisonDialog() override;

    const ComparisonModel* model() const { return m_model; }
    bool isBusy() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    /** The domain is to be seen in the Policy place: its key. */
    void domainActivated(const QString& key);

private:
    enum Field
    {
        BeforeFrom,
        BeforeTo,
        AfterFrom,
        AfterTo
    };
    QDateEdit* field(Field which) const { return m_fields[which]; }
    QLayout* makeFields();
    void part(QDate day);
    void compare();
    void showResult();

    Document* m_document;
    Direction m_direction;
    ComparisonModel* m_model;
    QDateEdit* m_day;
    std::array<QDateEdit*, 4> m_fields{};
    QLabel* m_sentence;
    QTableView* m_view;
    QFutureWatcher<PeriodComparison> m_watcher;
    bool m_isStale = false; ///< other days were chosen while the figures were sought
};

} // namespace waxseal
