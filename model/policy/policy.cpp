// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/policy.h"

#include "model/core/domainname.h"
#include "model/core/nexthop.h"

#include <array>

namespace waxseal {

namespace {

struct LevelWord
{
    Level level;
    std::string_view word;
    bool inbound;
    bool outbound;
};

// Postfix's words (smtp_tls_security_level); "trusted" is the inbound requirement of a trusted client certificate.
constexpr std::array levelWords{
    LevelWord{Level::None, "none", true, true},
    LevelWord{Level::May, "may", false, true},
    LevelWord{Level::Encrypt, "encrypt", true, true},
    LevelWord{Level::TrustedCertificate, "trusted", true, false},
    LevelWord{Level::Dane, "dane", false, true},
    LevelWord{Level::DaneOnly, "dane-only", false, true},
    LevelWord{Level::Verify, "verify", false, true},
    LevelWord{Level::Secure, "secure", false, true},
};

} // namespace

std::string Requirement::text() const
{
    std::string out;
    for (const LevelWord& entry : levelWords) {
        if (entry.level == level)
            out = entry.word;
    }
    if (minimum != TlsVersion::Unknown)
        out.append(">=").append(name(minimum));
    return out;
}

std::optional<Requirement> Requirement::parse(std::string_view text, Direction direction)
{
    const std::size_t mark = text.find(">=");
    const std::string_view word = text.substr(0, mark);
    Requirement requirement;
    if (mark != std::string_view::npos) {
        const std::string_view version = text.substr(mark + 2);
        if (version == "1.2")
            requirement.minimum = TlsVersion::Tls12;
        else if (version == "1.3")
            requirement.minimum = TlsVersion::Tls13;
        else
            return {};
    }
    for (const LevelWord& entry : levelWords) {
        const bool offered = direction == Direction::Outbound ? entry.outbound : entry.inbound;
        if (entry.word != word || !offered)
            continue;
        requirement.level = entry.level;
        // A minimum version only binds where TLS is mandatory: below that mail would move into plaintext instead.
        if (requirement.minimum != TlsVersion::Unknown && (entry.level == Level::None || entry.level == Level::May))
            return {};
        return requirement;
    }
    return {};
}

std::vector<Requirement> requirements(Direction direction)
{
    std::vector<Requirement> all;
    for (const LevelWord& entry : levelWords) {
        if (!(direction == Direction::Outbound ? entry.outbound : entry.inbound))
            continue;
        all.push_back({entry.level, TlsVersion::Unknown});
        if (entry.level == Level::Encrypt) {
            all.push_back({entry.level, TlsVersion::Tls12});
            all.push_back({entry.level, TlsVersion::Tls13});
        }
    }
    return all;
}

std::string Scope::text() const
{
    return subdomains ? '.' + domain : domain;
}

std::optional<Scope> Scope::parse(std::string_view text)
{
    if (text == nullSender)
        return Scope{std::string(nullSender), false};
    if (text.starts_with('[') || text.find(':') != std::string_view::npos) { // a next hop with brackets or a port
        const auto hop = NextHop::parse(text);
        return hop ? std::optional(Scope{hop->text(), false}) : std::nullopt;
    }
    Scope scope;
    if (text.starts_with('.')) {
        scope.subdomains = true;
        text.remove_prefix(1);
    }
    const auto domain = DomainName::parse(text);
    if (!domain)
        return {};
    scope.domain = domain->ascii();
    return scope;
}

Requirement DirectionPolicy::effective(std::string_view domain) const
{
    if (rows.empty())
        return byDefault;
    Scope scope{std::string(domain), false};
    if (const auto exact = rows.find(scope); exact != rows.end())
        return exact->second;
    scope.subdomains = true;
    while (true) {
        if (const auto row = rows.find(scope); row != rows.end())
            return row->second;
        const std::size_t dot = scope.domain.find('.');
        if (dot == std::string::npos)
            return byDefault;
        scope.domain.erase(0, dot + 1);
    }
}

bool DirectionPolicy::isNone() const
{
    if (byDefault.level > Level::May)
        return false;
    for (const auto& [scope, requirement] : rows) {
        if (requirement.level > Level::May)
            return false;
    }
    return true;
}

} // namespace waxseal
