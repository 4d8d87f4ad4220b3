// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/postfixtarget.h"
#include "model/exporter/publishing.h"
#include "model/exporter/targetlist.h"
#include "model/servers/exim/eximexport.h"
#include "model/servers/opensmtpd/opensmtpdexport.h"

namespace waxseal {

std::vector<ExportTarget> makeExportTargets()
{
    return {
        postfixTarget(),
        eximTarget(),
        openSmtpdTarget(),
        mtaStsTarget(),
        dnsTarget(),
    };
}

} // namespace waxseal
