// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace waxseal {

/**
 * Where Postfix hands mail on: "example.com", "mail.example.com:587", "[mail.example.com]:587", "[192.0.2.1]" or
 * "[ipv6:2001:db8::1]:25" (transport(5)). Brackets turn MX look-ups off; brackets and port are part of the key of
 * smtp_tls_policy_maps. Cannot hold anything else.
 */
class NextHop
{
public:
    static std::optional<NextHop> parse(std::string_view text);
    const std::string& text() const { return m_text; }
    bool operator==(const NextHop&) const = default;

private:
    explicit NextHop(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
};

} // namespace waxseal
