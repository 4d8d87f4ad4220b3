// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/workspace/workspace.h"

#include "model/workspace/workspaceschema.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <QtEndian>

#include <atomic>

namespace waxseal {

namespace schema {

QString journalBeside(const QString& path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    for (const QString& ending : {QStringLiteral("-wal"), QStringLiteral("-journal")}) {
        QFile file((real.isEmpty() ? path : real) + ending);
        // A rollback journal that begins with a zero is done with (https://www.sqlite.org/fileformat2.html, 3).
        const bool isFile = QFileInfo(file.fileName()).isFile();
        if (!isFile || file.size() == 0)
            continue;
        if (ending == u"-wal" || !file.open(QIODevice::ReadOnly) || !file.read(1).startsWith('\0'))
            return QFileInfo(file.fileName()).fileName();
    }
    return {};
}

Connection::Connection(const QString& path, Mode mode)
{
    static std::atomic<unsigned> counter{0};
    m_name = QStringLiteral("waxseal-workspace-%1").arg(++counter);
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    if (mode != Mode::Write)
        m_database.setConnectOptions(mode == Mode::Read ? QStringLiteral("QSQLITE_OPEN_READONLY")
                                                        : QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    if (mode == Mode::ReadAlone) {
        const QByteArray name = QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/");
        m_database.setDatabaseName(QStringLiteral("file:%1?immutable=1").arg(QString::fromLatin1(name)));
    } else {
        m_database.setDatabaseName(QFileInfo(path).absoluteFilePath());
    }
    m_database.open();
}

Connection::~Connection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

} // namespace schema

bool isWorkspace(const QString& path)
{
    // https://www.sqlite.org/fileformat2.html: the magic string, and the application id at offset 68.
    // A pipe is not looked into: what is read from it is gone for whoever comes next.
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(100);
    return head.size() == 100 && head.startsWith(QByteArrayView("SQLite format 3\0", 16))
        && qFromBigEndian<quint32>(head.constData() + 68) == schema::applicationId;
}

} // namespace waxseal
