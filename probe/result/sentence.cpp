// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/result/sentence.h"

namespace waxseal {

QString filled(const QString& sentence, std::initializer_list<std::string> texts)
{
    QString result;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int digit = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (digit >= 1 && static_cast<std::size_t>(digit) <= texts.size()) {
            result += QString::fromStdString(*(texts.begin() + (digit - 1)));
            ++i;
        } else {
            result += sentence[i];
        }
    }
    return result.trimmed();
}

} // namespace waxseal
