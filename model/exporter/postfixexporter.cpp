// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporter.h"

#include "model/exporter/postfixtext.h"

#include <algorithm>

namespace waxseal {

namespace {

/** An absolute path that needs no quoting in main.cf, a shell, or a comment. */
bool isPlainDirectory(const QString& directory)
{
    return directory.size() > 1 && directory.size() <= 200 && directory.startsWith(u'/') && !directory.endsWith(u'/')
        && std::all_of(directory.cbegin(), directory.cend(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'/'
                   || c == u'.' || c == u'_' || c == u'-';
           });
}

} // namespace

Result<ExportPlan> exportPostfix(const ExportRequest& request)
{
    if (request.direction == Direction::Submission)
        return Error{ErrorCode::Unsupported, QStringLiteral("submission"), {}};
    if (!isPlainDirectory(request.directory))
        return Error{ErrorCode::Unsupported, request.directory, {}};
    if (!exportMapTypes().contains(request.mapType))
        return Error{ErrorCode::Unsupported, request.mapType, {}};
    if (request.policy.isNone())
        return Error{ErrorCode::NothingToExport, QStringLiteral("postfix"), {}};
    return request.direction == Direction::Inbound ? postfix::exportInbound(request) : postfix::exportOutbound(request);
}

} // namespace waxseal
