// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/printable.h"

#include <QList>

#include <algorithm>
#include <array>

namespace waxseal {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/** Default_Ignorable_Code_Point (Unicode Character Database, DerivedCoreProperties.txt) where the category alone does
 * not tell; and U+2800, a braille pattern without dots. */
constexpr std::array invisible{
    Range{0x034F, 0x034F}, // combining grapheme joiner
    Range{0x115F, 0x1160}, // Hangul fillers
    Range{0x17B4, 0x17B5}, // Khmer inherent vowels
    Range{0x180B, 0x180F}, // Mongolian variation selectors
    Range{0x2800, 0x2800}, Range{0x3164, 0x3164}, // Hangul filler
    Range{0xFE00, 0xFE0F}, // variation selectors
    Range{0xFFA0, 0xFFA0}, // half-width Hangul filler
    Range{0x1BCA0, 0x1BCA3}, // shorthand format controls
    Range{0x1D173, 0x1D17A}, // musical format controls
    Range{0xE0000, 0xE0FFF}, // tags, variation selectors supplement
};

constexpr bool isNonCharacter(char32_t c)
{
    return (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF);
}

/** The bytes of the character that begins at `at`: 1 to 4 when it is well-formed UTF-8 (Unicode, table 3-7), else 0. */
std::size_t wellFormed(std::string_view text, std::size_t at, char32_t& character)
{
    const auto byte
        = [&](std::size_t i) { return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0); };
    const unsigned char first = byte(0);
    if (first < 0x80) {
        character = first;
        return 1;
    }
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    character = first & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
        character = (character << 6) | (byte(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = character >= 0xD800 && character <= 0xDFFF;
    return character < smallest[size] || isSurrogate || character > 0x10FFFF ? 0 : size;
}

void appendEscape(QString& out, char32_t c, bool isByte = false)
{
    const auto hex = [&](QLatin1StringView mark, int digits) {
        out += mark + QStringLiteral("%1").arg(static_cast<uint>(c), digits, 16, QLatin1Char('0'));
    };
    if (c < 0x80 || isByte)
        hex(QLatin1StringView("\\x"), 2);
    else if (c < 0x10000)
        hex(QLatin1StringView("\\u"), 4);
    else
        hex(QLatin1StringView("\\U"), 8);
}

bool isPlainAscii(char32_t c)
{
    return c >= 0x20 && c < 0x7F;
}

} // namespace

bool isPrintable(char32_t c)
{
    if (c < 0x7F)
        return c >= 0x20;
    if (c > 0x10FFFF || isNonCharacter(c))
        return false;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return std::none_of(
            invisible.begin(), invisible.end(), [c](Range range) { return c >= range.first && c <= range.last; });
    }
}

std::string printable(std::string_view text, std::size_t longest)
{
    static constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD
    std::string clean;
    clean.reserve(std::min(text.size(), longest));
    for (std::size_t at = 0; at < text.size();) {
        char32_t character = 0;
        const std::size_t size = wellFormed(text, at, character);
        const std::string_view next = size == 0 ? replacement
            : isPrintable(character)            ? text.substr(at, size)
                                                : std::string_view("?");
        if (clean.size() + next.size() > longest)
            return clean + "\xE2\x80\xA6"; // …
        clean += next;
        at += std::max<std::size_t>(size, 1);
    }
    return clean;
}

QString visibleText(const QString& text)
{
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return isPlainAscii(c.unicode()); }))
        return text;
    QString out;
    out.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (isPrintable(c))
            out += QStringView(QChar::fromUcs4(c));
        else
            appendEscape(out, c);
    }
    return out;
}

QString visibleText(std::string_view text)
{
    QString out;
    out.reserve(static_cast<qsizetype>(text.size()));
    for (std::size_t at = 0; at < text.size();) {
        char32_t character = 0;
        const std::size_t size = wellFormed(text, at, character);
        if (size != 0 && isPrintable(character))
            out += QStringView(QChar::fromUcs4(character));
        else
            appendEscape(out, size != 0 ? character : static_cast<unsigned char>(text[at]), size == 0);
        at += std::max<std::size_t>(size, 1);
    }
    return out;
}

} // namespace waxseal
