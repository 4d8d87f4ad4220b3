// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/document/recentfiles.h"

#include "model/core/safefile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

namespace waxseal {

using namespace Qt::StringLiterals;

QString stateFolder()
{
    if (QStandardPaths::isTestModeEnabled())
        return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/state"_s;
    QString base = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(base)) // relative values are invalid, says the specification
        base = QDir::homePath() + u"/.local/state"_s;
    return base + u"/waxseal"_s;
}

RecentFiles::RecentFiles(QObject* parent)
    : QObject(parent)
    , m_file(stateFolder() + u"/recent.json"_s)
{
    QFile file(m_file);
    constexpr qint64 enough = 256 * 1024;
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonArray entries = QJsonDocument::fromJson(file.read(enough)).array();
    for (const auto& entry : entries) {
        const QString path = entry.toString();
        if (!path.isEmpty() && !m_paths.contains(path) && m_paths.size() < limit)
            m_paths.append(path);
    }
}

void RecentFiles::add(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_paths.removeAll(absolute);
    m_paths.prepend(absolute);
    if (m_paths.size() > limit)
        m_paths.resize(limit);
    store();
}

void RecentFiles::remove(const QString& path)
{
    if (m_paths.removeAll(path) > 0)
        store();
}

void RecentFiles::clear()
{
    m_paths.clear();
    store();
}

void RecentFiles::store()
{
    // A list that cannot be kept is a nuisance for the next start, nothing to interrupt anybody for now.
    if (QDir().mkpath(QFileInfo(m_file).path()))
        static_cast<void>(writeSafely(m_file, QJsonDocument(QJsonArray::fromStringList(m_paths)).toJson()));
    Q_EMIT changed();
}

} // namespace waxseal
