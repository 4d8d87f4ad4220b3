// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/queuedas.h"

#include <algorithm>

namespace waxseal {

namespace {

bool isIdCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
}

std::string_view idAtFront(std::string_view text)
{
    constexpr std::size_t shortest = 6;
    constexpr std::size_t longest = 48;
    const auto end = std::find_if_not(text.begin(), text.end(), isIdCharacter);
    const auto length = static_cast<std::size_t>(end - text.begin());
    return length >= shortest && length <= longest ? text.substr(0, length) : std::string_view{};
}

} // namespace

std::string_view queuedAs(std::string_view reply)
{
    for (const std::string_view mark : {std::string_view("queued as "), std::string_view("OK id=")}) {
        if (const std::size_t at = reply.rfind(mark); at != std::string_view::npos)
            return idAtFront(reply.substr(at + mark.size()));
    }
    const std::size_t end = reply.rfind(" Message accepted for delivery");
    if (end == std::string_view::npos)
        return {};
    std::string_view word = reply.substr(0, end);
    word.remove_prefix(word.find_last_of(" (") + 1); // from the front where neither is there
    const std::string_view id = idAtFront(word);
    return id.size() == word.size() ? id : std::string_view{};
}

} // namespace waxseal
