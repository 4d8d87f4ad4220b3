// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/result/printable.h"

#include <QString>

namespace waxseal {

std::string printable(std::string_view text, std::size_t longest)
{
    const bool cut = text.size() > longest;
    const QString decoded = QString::fromUtf8(text.data(), static_cast<qsizetype>(cut ? longest : text.size()));
    QString clean;
    clean.reserve(decoded.size());
    for (const QChar c : decoded) {
        switch (c.category()) {
        case QChar::Other_Control:
        case QChar::Other_Format: // bidirectional overrides, invisible characters
        case QChar::Other_NotAssigned:
        case QChar::Other_PrivateUse:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            clean += QLatin1Char('?');
            break;
        default:
            clean += c;
        }
    }
    if (cut)
        clean += QStringLiteral("…");
    return clean.toStdString();
}

} // namespace waxseal
