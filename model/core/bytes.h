// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace waxseal {

/** Takes the text before `mark` from the front of `text`, and the mark; false, and nothing taken, when the mark is not
 * there. */
inline bool takeUntil(std::string_view& text, std::string_view mark, std::string_view& head)
{
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos)
        return false;
    head = text.substr(0, at);
    text.remove_prefix(at + mark.size());
    return true;
}

/** Takes `prefix` from the front of `text` when it is there. */
inline bool takePrefix(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/** Takes what stands before the next blank, or all of the rest, from the front of `text`. The blank goes, too. */
inline std::string_view takeWord(std::string_view& text)
{
    const std::size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
    return word;
}

/** Takes decimal digits (at most 18) from the front of `text`. */
inline std::optional<std::uint64_t> takeNumber(std::string_view& text)
{
    std::uint64_t value = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < 18 && text[digits] >= '0' && text[digits] <= '9')
        value = value * 10 + static_cast<std::uint64_t>(text[digits++] - '0');
    if (digits == 0)
        return {};
    text.remove_prefix(digits);
    return value;
}

/** ASCII lower case; other bytes stay. */
inline char asciiLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/** The same of a text. */
inline std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), asciiLower);
    return out;
}

/** `text` without the characters of `blanks` at both of its ends. */
inline std::string_view trimmed(std::string_view text, std::string_view blanks = " \t")
{
    text = text.substr(0, text.find_last_not_of(blanks) + 1);
    return text.substr(std::min(text.find_first_not_of(blanks), text.size()));
}

} // namespace waxseal
