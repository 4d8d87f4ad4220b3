// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <set>

namespace waxseal {

namespace {

/** A name that stays in its folder on every system. */
bool isPlainName(const QString& name)
{
    return !name.isEmpty() && name.size() <= 100 && !name.startsWith(u'.')
        && std::all_of(name.cbegin(), name.cend(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.'
                   || c == u'_' || c == u'-';
           });
}

Status writeNew(const QString& path, const QByteArray& content, bool overwrite)
{
    if (!overwrite && QFileInfo::exists(path))
        return Error{ErrorCode::AlreadyExists, path, {}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error{ErrorCode::CannotWrite, path, file.errorString()};
    return std::monostate{};
}

} // namespace

Status writeExport(const ExportPlan& plan, const QString& directory, bool overwrite)
{
    if (plan.files.empty())
        return Error{ErrorCode::NothingToExport, directory, {}};
    const QDir folder(directory);
    std::set<QString> names;
    for (const ExportFile& file : plan.files) {
        if (!isPlainName(file.name) || !names.insert(file.name).second)
            return Error{ErrorCode::CannotWrite, file.name, {}};
    }
    if (!folder.exists() && !QDir().mkpath(directory))
        return Error{ErrorCode::CannotWrite, directory, {}};
    // All are looked at before the first is written: either the set can be written or nothing is touched.
    for (const ExportFile& file : plan.files) {
        const QFileInfo there(folder.filePath(file.name));
        if ((there.exists() || there.isSymLink()) && (!overwrite || !there.isFile()))
            return Error{ErrorCode::AlreadyExists, there.filePath(), {}};
    }
    for (const ExportFile& file : plan.files) {
        if (const Status status = writeNew(folder.filePath(file.name), file.content, overwrite); !status)
            return status;
    }
    return std::monostate{};
}

} // namespace waxseal
