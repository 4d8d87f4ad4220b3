// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/domainlist.h"

#include <QSet>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 4 << 20; // characters
constexpr std::size_t mostDomains = 200'000;
constexpr qsizetype longestWord = 1024;

bool isSeparator(QChar c)
{
    return c.isSpace() || QStringView(u",;\"'<>()|").contains(c);
}

/** A number, a share, a date, an IP address: what stands beside names in a table. */
bool isFigure(QStringView word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit() || c.isPunct() || c.isSymbol(); });
}

std::optional<DomainName> domainOf(QStringView word)
{
    if (const qsizetype at = word.lastIndexOf(u'@'); at >= 0)
        word = word.mid(at + 1);
    if (word.startsWith(u"*."))
        word = word.mid(2);
    if (word.startsWith(u'.'))
        word = word.mid(1);
    if (!word.contains(u'.') || word.size() > longestWord)
        return {};
    return DomainName::parse(word.toString().toStdString());
}

} // namespace

DomainList readDomainList(QStringView text)
{
    DomainList list;
    list.wasCut = text.size() > longestText;
    text = text.left(longestText);
    QSet<QString> seen;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == u'#') {
            while (at < text.size() && text[at] != u'\n')
                ++at;
            continue;
        }
        if (isSeparator(text[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !isSeparator(text[end]) && text[end] != u'#')
            ++end;
        const QStringView word = text.mid(at, end - at);
        at = end;
        if (isFigure(word))
            continue;
        const std::optional<DomainName> name = domainOf(word);
        if (!name) {
            if (list.unreadable++ == 0)
                list.firstUnreadable = word.left(80).toString();
            continue;
        }
        const QString key = QString::fromStdString(name->ascii());
        if (seen.contains(key)) {
            ++list.repeated;
            continue;
        }
        if (list.domains.size() == mostDomains) {
            list.wasCut = true;
            break;
        }
        seen.insert(key);
        list.domains.push_back(*name);
    }
    return list;
}

} // namespace waxseal
