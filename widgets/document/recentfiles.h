// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

namespace waxseal {

/** The folder for what the program remembers of its use: $XDG_STATE_HOME/waxseal (Base Directory Specification 0.8). */
QString stateFolder();

/** The last ten things opened, newest first. Kept in the state folder, not among the settings. */
class RecentFiles : public QObject
{
    Q_OBJECT
public:
    static constexpr int limit = 10;

    explicit RecentFiles(QObject* parent = nullptr);

    const QStringList& paths() const { return m_paths; }
    void add(const QString& path);
    void remove(const QString& path);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void store();

    QString m_file;
    QStringList m_paths;
};

} // namespace waxseal
