// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <cstdint>
#include <optional>

namespace waxseal {

/** Which state of a file was read or written: so that what another program has saved since is not overwritten. */
struct FileStamp
{
    QString path; ///< canonical; empty: no file
    std::int64_t size = 0;
    std::int64_t modified = 0; ///< ns since 1970, or as near as the system knows it
    std::uint64_t serial = 0; ///< the inode, where there is one
    bool operator==(const FileStamp&) const = default;
};

/** The file as it is now; all empty when there is none. */
FileStamp fileStamp(const QString& path);

/** Whether a file that is there may be replaced. */
enum class Overwrite : bool
{
    No,
    Yes
};

/**
 * A file that appears whole or not at all: it is written under another name beside its target, brought to the disk, and
 * renamed only when every byte has arrived. Until then, and after every failure, the old file stays.
 *
 * A symbolic link to a file is followed. What is no plain file (a device, a FIFO, a folder) and a link that leads
 * nowhere are refused, never replaced. Owner and permissions of a replaced file stay.
 */
class SafeFile
{
public:
    explicit SafeFile(const QString& path, Overwrite overwrite = Overwrite::Yes);
    ~SafeFile(); ///< removes what was not committed
    SafeFile(const SafeFile&) = delete;
    SafeFile& operator=(const SafeFile&) = delete;

    /** Looks at the target and makes the temporary file. AlreadyExists, NotAPlainFile, DanglingLink, CannotWrite. */
    Status open();
    /** For a library that writes by name; valid after open(). */
    QString temporaryPath() const { return m_temporary; }
    Status write(const QByteArray& bytes);
    /**
     * Puts the new file in its place. With `expected`, only when the target is still what it was (ChangedMeanwhile);
     * with Overwrite::No, only when there is none (AlreadyExists). Two processes that commit to one folder do so one
     * after the other.
     */
    Status commit(const std::optional<FileStamp>& expected = {});
    /** Of the new file, as it was when it took its place. */
    const FileStamp& stamp() const { return m_stamp; }

private:
    Status fail(ErrorCode code, const QString& detail = {}) const { return Error{code, m_path, detail}; }
    Status findTarget();
    Status makeTemporary();
    void removeLeftovers() const;
    Status bringToDisk();
    Status takePlace(const std::optional<FileStamp>& expected);

    QString m_path; // as given
    QString m_target; // links followed
    QString m_temporary;
    FileStamp m_stamp;
    QFile m_file;
    Overwrite m_overwrite;
};

/** Writes a whole file the safe way. */
Status writeSafely(const QString& path, const QByteArray& content, Overwrite overwrite = Overwrite::Yes);

/** Whether `path` could be a target: what SafeFile::open() would refuse before anything is computed for it. */
Status checkTarget(const QString& path, Overwrite overwrite);

} // namespace waxseal
