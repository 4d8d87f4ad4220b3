// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <optional>
#include <span>
#include <string_view>

/** The words for facts in JSON, in the order of their enumerations. Scripts depend on them. */
namespace waxseal::factwords {

std::span<const std::string_view> of(DnsStatus);
std::span<const std::string_view> of(DnsSecurity);
std::span<const std::string_view> of(Reach);
std::span<const std::string_view> of(StartTls);
std::span<const std::string_view> of(ClientCertificate);
std::span<const std::string_view> of(Injection);
std::span<const std::string_view> of(Workaround);
std::span<const std::string_view> of(MtaStsFacts::Record);
std::span<const std::string_view> of(MtaStsFacts::Fetch);
std::span<const std::string_view> of(MtaStsFacts::Mode);
std::span<const std::string_view> of(TlsRptFacts::Record);
std::span<const std::string_view> of(TranscriptLine::Kind);

template <typename Enum>
std::string_view name(Enum value)
{
    return of(value)[static_cast<std::size_t>(value)];
}

/** The value of a word; the first of the enumeration ("not tested" and the like) when the word is unknown. */
template <typename Enum>
Enum parse(std::string_view word)
{
    const std::span<const std::string_view> words = of(Enum{});
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == word)
            return static_cast<Enum>(i);
    }
    return Enum{};
}

} // namespace waxseal::factwords
