// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/paths.h"

#include "model/core/bytes.h"

#include <algorithm>

namespace waxseal {

bool takePath(std::string_view& text, std::string_view& address)
{
    if (!text.starts_with('<'))
        return false;
    std::size_t at = 1;
    if (at < text.size() && text[at] == '"') {
        for (++at; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\')
                ++at;
        }
    }
    const std::size_t close = at < text.size() ? text.find('>', at) : std::string_view::npos;
    if (close == std::string_view::npos)
        return false;
    address = text.substr(1, close - 1);
    text.remove_prefix(close + 1);
    return true;
}

std::string_view takeUncheckedPath(std::string_view& text)
{
    if (!takePrefix(text, "<"))
        return {};
    std::size_t end = 0;
    bool isQuoted = false;
    for (; end < text.size() && (isQuoted || text[end] != '>'); ++end) {
        if (isQuoted && text[end] == '\\')
            ++end;
        else if (text[end] == '"')
            isQuoted = !isQuoted;
    }
    const std::string_view address = text.substr(0, std::min(end, text.size()));
    text.remove_prefix(std::min(end + 1, text.size()));
    return address;
}

} // namespace waxseal
