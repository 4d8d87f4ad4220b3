// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/result/words.h"

#include <array>

namespace waxseal::factwords {

namespace {

template <typename... Words>
constexpr std::array<std::string_view, sizeof...(Words)> list(Words... words)
{
    return {words...};
}

constexpr auto dnsStatus = list("not asked", "found", "no data", "no such name", "failed");
constexpr auto dnsSecurity = list("insecure", "secure", "bogus");
constexpr auto reach = list("not tested", "reached", "refused", "unreachable", "timed out", "throttled", "too slow",
    "closed", "misbehaving", "proxy failed", "hello refused", "ourselves");
constexpr auto startTls = list("not tested", "works", "not offered", "hidden", "stripped", "refused", "broken");
constexpr auto clientCertificate = list("not tested", "not asked", "asked", "required");
constexpr auto injection = list("not tested", "safe", "vulnerable");
constexpr auto record = list("not asked", "found", "absent", "several", "invalid", "failed");
constexpr auto fetch = list("not tried", "fetched", "no address", "no connection", "tls failed", "bad certificate",
    "http status", "redirect", "too large", "not text", "bad http", "bad policy", "timed out");
constexpr auto workaround = list("none", "without tls 1.3", "old renegotiation", "server name", "other algorithms");
constexpr auto mode = list("none", "testing", "enforce");
constexpr auto kind = list("note", "sent", "received");

static_assert(reach.size() == static_cast<std::size_t>(Reach::Ourselves) + 1);
static_assert(workaround.size() == static_cast<std::size_t>(Workaround::OtherAlgorithms) + 1);
static_assert(startTls.size() == static_cast<std::size_t>(StartTls::Broken) + 1);
static_assert(fetch.size() == static_cast<std::size_t>(MtaStsFacts::Fetch::TimedOut) + 1);
static_assert(record.size() == static_cast<std::size_t>(MtaStsFacts::Record::Failed) + 1);
static_assert(record.size() == static_cast<std::size_t>(TlsRptFacts::Record::Failed) + 1);

} // namespace

std::span<const std::string_view> of(DnsStatus)
{
    return dnsStatus;
}
std::span<const std::string_view> of(DnsSecurity)
{
    return dnsSecurity;
}
std::span<const std::string_view> of(Reach)
{
    return reach;
}
std::span<const std::string_view> of(StartTls)
{
    return startTls;
}
std::span<const std::string_view> of(ClientCertificate)
{
    return clientCertificate;
}
std::span<const std::string_view> of(Injection)
{
    return injection;
}
std::span<const std::string_view> of(Workaround)
{
    return workaround;
}
std::span<const std::string_view> of(MtaStsFacts::Record)
{
    return record;
}
std::span<const std::string_view> of(MtaStsFacts::Fetch)
{
    return fetch;
}
std::span<const std::string_view> of(MtaStsFacts::Mode)
{
    return mode;
}
std::span<const std::string_view> of(TlsRptFacts::Record)
{
    return record;
}
std::span<const std::string_view> of(TranscriptLine::Kind)
{
    return kind;
}

} // namespace waxseal::factwords
