// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resources/demolog/demolog.h"

#include <QFile>
#include <QString>

namespace waxseal::sample {

/** Writes a small Postfix log of a made-up server: 30 days, everything the big demo has. False when it cannot be
 * written. */
inline bool writeLog(const QString& path, std::uint64_t messages = 2'000, std::uint64_t seed = 7)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    demolog::Options options;
    options.messages = messages;
    options.domains = 60;
    options.seed = seed;
    demolog::writeDemoLog(
        options, [&](std::string_view bytes) { file.write(bytes.data(), static_cast<qint64>(bytes.size())); });
    return file.flush();
}

} // namespace waxseal::sample
