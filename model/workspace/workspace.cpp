// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/workspace/workspace.h"

#include "model/workspace/workspaceschema.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <atomic>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace waxseal {

namespace schema {

Connection::Connection(const QString& path, bool readOnly)
{
    static std::atomic<unsigned> counter{0};
    m_name = QStringLiteral("waxseal-workspace-%1").arg(++counter);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setConnectOptions(readOnly ? QStringLiteral("QSQLITE_OPEN_READONLY") : QString());
    m_database.setDatabaseName(path);
    m_database.open();
}

Connection::~Connection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

} // namespace schema

WorkspaceStamp workspaceStamp(const QString& path)
{
    const QFileInfo info(path);
    WorkspaceStamp stamp{info.canonicalFilePath(), info.size(), 0, 0};
#ifdef Q_OS_UNIX
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0) {
        stamp.size = status.st_size;
        stamp.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
        stamp.serial = status.st_ino;
    }
#else
    stamp.modified = info.lastModified().toMSecsSinceEpoch() * 1'000'000;
#endif
    return stamp;
}

bool isWorkspace(const QString& path)
{
    // https://www.sqlite.org/fileformat2.html: the magic string, and the application id at offset 68.
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(100);
    return head.size() == 100 && head.startsWith(QByteArrayView("SQLite format 3\0", 16))
        && qFromBigEndian<quint32>(head.constData() + 68) == schema::applicationId;
}

} // namespace waxseal
