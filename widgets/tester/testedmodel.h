// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>

#include <vector>

namespace waxseal {

/** The domains that were tested, or are being: domain, the strictest level at which mail is delivered, and when. */
class TestedModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Domain,
        Strictest,
        Tested,
        ColumnCount
    };
    enum Role
    {
        KeyRole = Qt::UserRole, ///< A-label
        SortRole, ///< raw
        VerdictRole, ///< a level, "none", or empty: nothing to be said
    };
    enum class State
    {
        Done,
        Waiting, ///< for its turn
        Testing
    };

    struct Row
    {
        QString key; ///< A-label
        QString shown;
        QString verdict; ///< a level, "none", or empty: not tested yet or not to be told
        QString before; ///< the verdict of the test before the last
        QDateTime time; ///< UTC; invalid: not tested yet
        State state = State::Done;
    };

    explicit TestedModel(QObject* parent = nullptr);

    /** Adds or replaces rows, in one go. */
    void put(const std::vector<Row>& rows);
    void setState(const QStringList& keys, State state);
    /** Nothing is waited for any more; domains never tested go. Other rows keep their place and selection. */
    void stopWaiting();
    void clear();
    int rowOf(const QString& key) const; ///< −1 when not there
    const Row& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString strictestText(const Row& row);
    static bool hasChanged(const Row& row); ///< since the time before
    void tellChanged(std::vector<int> rows);

    std::vector<Row> m_rows;
    QHash<QString, int> m_byKey;
};

} // namespace waxseal
