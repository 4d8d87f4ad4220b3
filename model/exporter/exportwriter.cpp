// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporter.h"

#include "model/core/safefile.h"

#include <QDir>

#include <algorithm>
#include <memory>
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

} // namespace

Status writeExport(const ExportPlan& plan, const QString& directory, bool overwrite)
{
    if (plan.files.empty())
        return Error{ErrorCode::NothingToExport, directory, {}};
    const QDir folder(directory);
    const Overwrite rule = overwrite ? Overwrite::Yes : Overwrite::No;
    std::set<QString> names;
    for (const ExportFile& file : plan.files) {
        if (!isPlainName(file.name) || !names.insert(file.name).second)
            return Error{ErrorCode::CannotWrite, file.name, {}};
    }
    if (!folder.exists() && !QDir().mkpath(directory))
        return Error{ErrorCode::CannotWrite, directory, {}};
    // All are looked at before the first is written: either the set can be written or nothing is touched.
    // Every new file is whole on the disk before the first old one is replaced.
    std::vector<std::unique_ptr<SafeFile>> written;
    for (const ExportFile& file : plan.files) {
        if (const Status status = checkTarget(folder.filePath(file.name), rule); !status)
            return status;
    }
    for (const ExportFile& file : plan.files) {
        written.push_back(std::make_unique<SafeFile>(folder.filePath(file.name), rule));
        if (const Status status = written.back()->open(); !status)
            return status;
        if (const Status status = written.back()->write(file.content); !status)
            return status;
    }
    for (const auto& file : written) {
        if (const Status status = file->commit(); !status)
            return status;
    }
    return std::monostate{};
}

} // namespace waxseal
