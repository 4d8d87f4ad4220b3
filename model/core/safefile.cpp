// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/safefile.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace waxseal {

namespace {

QString systemReason(int number)
{
    return QString::fromStdString(std::generic_category().message(number));
}

/** ".name.": what the names of temporary files of a target begin with. Cut, since a name has 255 bytes at most. */
QString temporaryPrefix(const QString& target)
{
    return QStringLiteral(".%1.").arg(QFileInfo(target).fileName().left(60));
}

void syncFolder(const QString& folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#else
    Q_UNUSED(folder)
#endif
}

/**
 * Holds a folder while a file in it is looked at and replaced, so that nobody of ours does the same between. The lock
 * is the system's (flock): it ends with the process. Where there is none (some network file systems) the look at the
 * file's stamp has to do.
 */
class FolderLock
{
public:
    explicit FolderLock(const QString& folder)
    {
#ifdef Q_OS_UNIX
        m_handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const QDeadlineTimer deadline(10'000);
        while (m_handle >= 0 && ::flock(m_handle, LOCK_EX | LOCK_NB) != 0) {
            if ((errno != EWOULDBLOCK && errno != EINTR) || deadline.hasExpired()) {
                m_isHeldByOther = errno == EWOULDBLOCK;
                return;
            }
            QThread::msleep(2);
        }
#else
        Q_UNUSED(folder)
#endif
    }
    ~FolderLock()
    {
#ifdef Q_OS_UNIX
        if (m_handle >= 0)
            ::close(m_handle);
#endif
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

    bool isHeldByOther() const
    {
        return m_isHeldByOther;
    }

private:
    int m_handle = -1;
    bool m_isHeldByOther = false;
};

/** Owner and permissions of the file that is replaced: root's nightly job must not take it from its user. */
void resemble(const QString& temporary, const QFileInfo& target)
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0 && ::chown(QFile::encodeName(temporary).constData(), target.ownerId(), target.groupId()) != 0)
        return; // then it is at least written
#endif
    QFile::setPermissions(temporary, target.permissions());
}

int replaceFile(const QString& from, const QString& to)
{
    std::error_code failure;
    std::filesystem::rename(
        std::filesystem::path(from.toStdU16String()), std::filesystem::path(to.toStdU16String()), failure);
    return failure.value();
}

/** Gives a file a name that nobody else has yet; EEXIST otherwise. */
int placeNew(const QString& from, const QString& to)
{
#ifdef Q_OS_UNIX
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (::link(source.constData(), target.constData()) == 0)
        return ::unlink(source.constData()) == 0 ? 0 : errno;
    if (errno == EEXIST)
        return errno;
        // A file system without hard links: the look and the rename are not one step there.
#endif
    return QFileInfo::exists(to) ? EEXIST : replaceFile(from, to);
}

/** Follows links to what would be written, and says why it cannot be a target. */
Status resolveTarget(const QString& path, QString& target)
{
    const QFileInfo info(path);
    target = info.absoluteFilePath();
    if (info.isSymLink()) {
        if (!info.exists())
            return Error{ErrorCode::DanglingLink, path, info.symLinkTarget()};
        target = info.canonicalFilePath();
    }
    if (path.isEmpty() || info.fileName().isEmpty())
        return Error{ErrorCode::CannotWrite, path, systemReason(EISDIR)};
    if (info.isDir())
        return Error{ErrorCode::CannotWrite, path, systemReason(EISDIR)};
    if (info.exists() && !QFileInfo(target.isEmpty() ? path : target).isFile())
        return Error{ErrorCode::NotAPlainFile, path, {}};
    return std::monostate{};
}

} // namespace

FileStamp fileStamp(const QString& path)
{
    const QFileInfo info(path);
    FileStamp stamp{info.canonicalFilePath(), info.size(), 0, 0};
#ifdef Q_OS_UNIX
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) == 0) {
        stamp.size = status.st_size;
        stamp.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
        stamp.serial = status.st_ino;
    }
#else
    stamp.modified = info.exists() ? info.lastModified().toMSecsSinceEpoch() * 1'000'000 : 0;
#endif
    return stamp;
}

Status checkTarget(const QString& path, Overwrite overwrite)
{
    QString target;
    if (const Status status = resolveTarget(path, target); !status)
        return status;
    if (overwrite == Overwrite::No && QFileInfo::exists(target))
        return Error{ErrorCode::AlreadyExists, path, {}};
    return std::monostate{};
}

SafeFile::SafeFile(const QString& path, Overwrite overwrite)
    : m_path(path)
    , m_overwrite(overwrite)
{
}

SafeFile::~SafeFile()
{
    m_file.close();
    if (!m_temporary.isEmpty())
        QFile::remove(m_temporary);
}

Status SafeFile::open()
{
    if (const Status status = checkTarget(m_path, m_overwrite); !status)
        return status;
    if (const Status status = resolveTarget(m_path, m_target); !status)
        return status;
    removeLeftovers();
    return makeTemporary();
}

/** What a writer that was killed halfway has left; none takes so long that this could be another's. */
void SafeFile::removeLeftovers() const
{
    constexpr qint64 oldAfter = 24 * 3600;
    const QString prefix = temporaryPrefix(m_target);
    const QStringList filter{QStringLiteral(".*.tmp")};
    constexpr QDir::Filters plainFiles = QDir::Files | QDir::Hidden | QDir::NoSymLinks;
    for (const QFileInfo& entry : QFileInfo(m_target).dir().entryInfoList(filter, plainFiles)) {
        const QString name = entry.fileName();
        const QStringView middle
            = QStringView(name)
                  .mid(prefix.size())
                  .chopped(std::min<qsizetype>(4, std::max<qsizetype>(0, name.size() - prefix.size())));
        const bool isUnique = !middle.isEmpty() && std::all_of(middle.begin(), middle.end(), [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z');
        });
        if (name.startsWith(prefix) && isUnique && entry.lastModified().secsTo(QDateTime::currentDateTime()) > oldAfter)
            QFile::remove(entry.filePath());
    }
}

/** An empty file of a new name beside the target, readable by no more people than the target is. */
Status SafeFile::makeTemporary()
{
    const QFileInfo target(m_target);
    QString reason;
    for (int attempt = 0; attempt < 20; ++attempt) {
        const QString unique = QString::number(QRandomGenerator::system()->generate64(), 36);
        m_file.setFileName(target.dir().filePath(temporaryPrefix(m_target) + unique + QStringLiteral(".tmp")));
        // Unbuffered: what the disk refuses is said by write(), not by a later flush that nobody asks.
        constexpr auto mode = QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered;
        if (target.exists() ? m_file.open(mode, target.permissions() | QFileDevice::ReadOwner | QFileDevice::WriteOwner)
                            : m_file.open(mode)) {
            m_temporary = m_file.fileName();
            return std::monostate{};
        }
        reason = m_file.errorString();
    }
    return fail(ErrorCode::CannotWrite, reason);
}

Status SafeFile::write(const QByteArray& bytes)
{
    qint64 done = 0;
    while (done < bytes.size()) {
        const qint64 written = m_file.write(bytes.constData() + done, bytes.size() - done);
        if (written <= 0)
            return fail(ErrorCode::CannotWrite, m_file.errorString());
        done += written;
    }
    return std::monostate{};
}

/** Makes what was written durable before it takes the place of what was there. */
Status SafeFile::bringToDisk()
{
    m_file.close();
    if (m_file.error() != QFileDevice::NoError)
        return fail(ErrorCode::CannotWrite, m_file.errorString());
    QFile written(m_temporary);
    if (!written.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return fail(ErrorCode::CannotWrite, written.errorString());
#ifdef Q_OS_UNIX
    // A file system that cannot do it at all says so with one of these.
    const bool synced
        = ::fsync(written.handle()) == 0 || errno == EINVAL || errno == ENOSYS || errno == ENOTSUP || errno == EROFS;
#else
    const bool synced = ::_commit(written.handle()) == 0;
#endif
    if (!synced)
        return fail(ErrorCode::CannotWrite, systemReason(errno));
    return std::monostate{};
}

Status SafeFile::takePlace(const std::optional<FileStamp>& expected)
{
    const QFileInfo target(m_target);
    const FolderLock lock(target.absolutePath());
    if (lock.isHeldByOther())
        return fail(ErrorCode::CannotWrite, systemReason(EWOULDBLOCK));
    if (const Status status = checkTarget(m_path, m_overwrite); !status)
        return status;
    const FileStamp now = fileStamp(m_target);
    const bool isNew = now == FileStamp{};
    if (expected && !isNew && now != *expected) // a file that has gone is nobody's loss
        return fail(ErrorCode::ChangedMeanwhile);
    if (!isNew)
        resemble(m_temporary, QFileInfo(m_target));
    const int failure = isNew ? placeNew(m_temporary, m_target) : replaceFile(m_temporary, m_target);
    if (failure == EEXIST && m_overwrite == Overwrite::Yes)
        return fail(ErrorCode::ChangedMeanwhile); // by a program that knows nothing of our lock
    if (failure == EEXIST)
        return fail(ErrorCode::AlreadyExists);
    if (failure != 0)
        return fail(ErrorCode::CannotWrite, systemReason(failure));
    m_temporary.clear();
    m_stamp = fileStamp(m_target);
    return std::monostate{};
}

Status SafeFile::commit(const std::optional<FileStamp>& expected)
{
    if (const Status status = bringToDisk(); !status)
        return status;
    if (const Status status = takePlace(expected); !status)
        return status;
    syncFolder(QFileInfo(m_target).absolutePath());
    return std::monostate{};
}

Status writeSafely(const QString& path, const QByteArray& content, Overwrite overwrite)
{
    SafeFile file(path, overwrite);
    if (const Status status = file.open(); !status)
        return status;
    if (const Status status = file.write(content); !status)
        return status;
    return file.commit();
}

} // namespace waxseal
