// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/formats.h"

#include "model/postfix/postfixjoiner.h"

namespace waxseal {

const std::vector<LogFormat>& logFormats()
{
    static const std::vector<LogFormat> formats{
        {"postfix", PostfixJoiner::claims, PostfixJoiner::make},
    };
    return formats;
}

const LogFormat* logFormat(std::string_view id)
{
    for (const LogFormat& format : logFormats()) {
        if (format.id == id)
            return &format;
    }
    return nullptr;
}

} // namespace waxseal
