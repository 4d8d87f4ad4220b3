// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs in a folder of their own, and what an import makes of them as text that can be compared.

#pragma once

#include "model/importer/importer.h"
#include "tests/fuzz/fuzz.h"
#include "tests/model/factdump.h"

#include <QFile>
#include <QTemporaryDir>

namespace waxseal::fuzz {

inline void writeLog(const QString& path, std::string_view bytes)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly)
            && file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size()),
        "the log can be written");
}

inline ImportOptions importOptions()
{
    ImportOptions options;
    options.zone = QTimeZone::utc();
    options.year = 2026;
    options.internal.clear(); // the inputs' addresses are of every kind
    return options;
}

/** What counts of an import: the facts by name, and what was left out. */
inline QByteArray dumped(const ImportResult& result)
{
    QByteArray out = test::dump(*result.facts);
    for (const std::uint64_t count :
        {result.excluded.reinjected, result.excluded.authenticated, result.excluded.internal, result.excluded.rejected})
        out += QByteArray::number(static_cast<qulonglong>(count)) + ' ';
    return out;
}

} // namespace waxseal::fuzz
