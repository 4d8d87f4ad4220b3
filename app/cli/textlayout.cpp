// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/textlayout.h"

#include "app/cli/output.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include <unistd.h>

namespace waxseal::cli {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/** East Asian Wide and Fullwidth (EastAsianWidth.txt), rounded up to whole blocks: a line may be too short, not too
 * long. */
constexpr Range wide[] = {{0x1100, 0x115f}, {0x231a, 0x231b}, {0x2329, 0x232a}, {0x23e9, 0x23f3}, {0x25fd, 0x25fe},
    {0x2614, 0x2615}, {0x2630, 0x2637}, {0x2648, 0x2653}, {0x267f, 0x267f}, {0x268a, 0x268f}, {0x2693, 0x2693},
    {0x26a1, 0x26a1}, {0x26aa, 0x26ab}, {0x26bd, 0x26be}, {0x26c4, 0x26c5}, {0x26ce, 0x26ce}, {0x26d4, 0x26d4},
    {0x26ea, 0x26ea}, {0x26f2, 0x26f5}, {0x26fa, 0x26fa}, {0x26fd, 0x26fd}, {0x2705, 0x2705}, {0x270a, 0x270b},
    {0x2728, 0x2728}, {0x274c, 0x274e}, {0x2753, 0x2757}, {0x2795, 0x2797}, {0x27b0, 0x27b0}, {0x27bf, 0x27bf},
    {0x2b1b, 0x2b1c}, {0x2b50, 0x2b55}, {0x2e80, 0x303e}, {0x3041, 0x4dff}, {0x4e00, 0xa4cf}, {0xa960, 0xa97f},
    {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe10, 0xfe19}, {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6},
    {0x16fe0, 0x18dff}, {0x1aff0, 0x1b2ff}, {0x1d300, 0x1d376}, {0x1f000, 0x1faff}, {0x20000, 0x3fffd}};

/** Prepended_Concatenation_Mark of PropList.txt, and the soft hyphen: format characters that terminals show. */
bool isShownFormat(char32_t c)
{
    return c == 0xad || (c >= 0x600 && c <= 0x605) || c == 0x6dd || c == 0x70f || c == 0x890 || c == 0x891 || c == 0x8e2
        || c == 0x110bd || c == 0x110cd;
}

int widthOf(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return isShownFormat(c) ? 1 : 0;
    default:
        break;
    }
    const auto* const range = std::lower_bound(
        std::begin(wide), std::end(wide), c, [](const Range& one, char32_t code) { return one.last < code; });
    return range != std::end(wide) && c >= range->first ? 2 : 1;
}

/** A character of the line, with what belongs to it. */
struct Cell
{
    QString text;
    Ink ink;
    int width;
};

std::vector<Cell> cellsOf(const QList<Span>& line)
{
    std::vector<Cell> cells;
    for (const Span& span : line) {
        for (const char32_t c : printable(span.text).toUcs4()) {
            const int width = widthOf(c);
            if (width == 0 && !cells.empty())
                cells.back().text += QString::fromUcs4(&c, 1);
            else
                cells.push_back({QString::fromUcs4(&c, 1), span.ink, width});
        }
    }
    return cells;
}

bool isBlank(const Cell& cell)
{
    return cell.text == u" ";
}

/** A name or a digest may be broken behind these. */
bool endsPart(const Cell& cell)
{
    return QStringView(u".,;:/@-_=+").contains(cell.text.front());
}

/** Where the line that begins at `begin` ends, and the next one begins. */
struct Break
{
    std::size_t end;
    std::size_t next;
};

Break breakOf(const std::vector<Cell>& cells, std::size_t begin, int width)
{
    std::size_t end = begin;
    for (int used = 0; end < cells.size() && used + cells[end].width <= width; ++end)
        used += cells[end].width;
    if (end == cells.size())
        return {end, end};
    // A word stays whole where that leaves no more than a third of the line empty.
    const std::size_t least = begin + (end - begin) * 2 / 3;
    for (std::size_t at = end; at > begin; --at) {
        if (!isBlank(cells[at]))
            continue;
        const bool startsWithIt = std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(begin),
            cells.begin() + static_cast<std::ptrdiff_t>(at), isBlank);
        if (startsWithIt)
            break;
        if (at < least) { // unless the word would not fit into a line of its own
            std::size_t wordEnd = at + 1;
            while (wordEnd < cells.size() && !isBlank(cells[wordEnd]))
                ++wordEnd;
            if (static_cast<int>(wordEnd - at) > width)
                break;
        }
        std::size_t next = at;
        while (next < cells.size() && isBlank(cells[next]))
            ++next;
        while (at > begin && isBlank(cells[at - 1]))
            --at;
        return {at, next};
    }
    for (std::size_t at = end; at > least; --at) {
        if (endsPart(cells[at - 1]))
            return {at, at};
    }
    const std::size_t forced = std::max(end, begin + 1);
    return {forced, forced};
}

const char* escapeOf(Ink ink)
{
    switch (ink) {
    case Ink::Strong:
        return "\x1b[1m";
    case Ink::Good:
        return "\x1b[32m";
    case Ink::Warning:
        return "\x1b[33m";
    case Ink::Bad:
        return "\x1b[31m";
    case Ink::Muted:
        return "\x1b[2m";
    case Ink::Plain:
        break;
    }
    return "";
}

QString painted(const std::vector<Cell>& cells, std::size_t begin, std::size_t end, bool coloured)
{
    QString out;
    Ink ink = Ink::Plain;
    const auto change = [&](Ink to) {
        if (!coloured || to == ink)
            return;
        if (ink != Ink::Plain)
            out += QStringLiteral("\x1b[0m");
        out += QLatin1String(escapeOf(to));
        ink = to;
    };
    for (std::size_t at = begin; at < end; ++at) {
        change(cells[at].ink);
        out += cells[at].text;
    }
    change(Ink::Plain);
    return out;
}

} // namespace

int displayWidth(QStringView text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4())
        width += widthOf(c);
    return width;
}

QString padded(const QString& text, int columns)
{
    return text + QString(std::max(1, columns - displayWidth(text)), u' ');
}

QString laidOut(const QList<Span>& line, int hanging, bool coloured, int width)
{
    std::vector<Cell> cells = cellsOf(line);
    while (!cells.empty() && isBlank(cells.back()))
        cells.pop_back();
    QString out;
    std::size_t begin = 0;
    do {
        const int indent = begin == 0 ? 0 : hanging;
        const Break at = breakOf(cells, begin, width - indent);
        out += QString(indent, u' ') + painted(cells, begin, at.end, coloured) + u'\n';
        begin = at.next;
    } while (begin < cells.size());
    return out;
}

bool isColoured(bool isTerminal, const QByteArray& noColor, const QByteArray& term)
{
    return isTerminal && noColor.isEmpty() && !term.isEmpty() && term != "dumb";
}

bool standardOutputIsColoured()
{
    return isColoured(isatty(STDOUT_FILENO) == 1, qgetenv("NO_COLOR"), qgetenv("TERM"));
}

} // namespace waxseal::cli
