// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporter.h"

#include "model/exporter/postfixtarget.h"
#include "model/exporter/postfixtext.h"

namespace waxseal {

Result<ExportPlan> exportPostfix(const ExportRequest& request)
{
    if (request.direction == Direction::Submission)
        return Error{ErrorCode::Unsupported, QStringLiteral("submission"), {}};
    if (!exporttext::isPlainDirectory(request.directory))
        return Error{ErrorCode::Unsupported, request.directory, {}};
    if (!exportMapTypes().contains(request.mapType))
        return Error{ErrorCode::Unsupported, request.mapType, {}};
    if (request.policy.isNone())
        return Error{ErrorCode::NothingToExport, QStringLiteral("postfix"), {}};
    return request.direction == Direction::Inbound ? postfix::exportInbound(request) : postfix::exportOutbound(request);
}

ExportTarget postfixTarget()
{
    ExportTarget target;
    target.id = QStringLiteral("postfix");
    target.name = QStringLiteral("Postfix");
    target.directions = {Direction::Inbound, Direction::Outbound};
    ExportOption directory = serverDirectoryOption();
    directory.byDefault = QStringLiteral("/etc/postfix");
    target.options = {directory,
        {QStringLiteral("map-type"), ExportOption::Type::Choice, exportMapTypes(), exportMapTypes().front(),
            QT_TRANSLATE_NOOP("waxseal::ExportTarget", "&Lookup table:"),
            QT_TRANSLATE_NOOP("waxseal::ExportTarget",
                "Postfix's type of lookup tables: one that “postconf -m” lists on the server; “postconf "
                "default_database_type” tells its usual one. Where Berkeley DB is gone: lmdb.")}};
    target.plan = [](const ExportRequest& asked) {
        ExportRequest request = asked;
        request.directory = asked.option(QStringLiteral("server-directory"));
        request.mapType = asked.option(QStringLiteral("map-type"));
        return exportPostfix(request);
    };
    return target;
}

} // namespace waxseal
