// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/net/wire.h"

#include <array>
#include <utility>

namespace waxseal {

std::optional<Proxy> Proxy::parse(std::string_view text)
{
    Proxy proxy;
    if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
        const std::string_view who = text.substr(0, at);
        text.remove_prefix(at + 1);
        const std::size_t colon = who.find(':');
        proxy.user = who.substr(0, colon);
        if (colon != std::string_view::npos)
            proxy.password = who.substr(colon + 1);
        if (proxy.user.empty() || proxy.user.size() > 255 || proxy.password.size() > 255) // RFC 1929, 2
            return {};
    }
    const std::optional<Endpoint> endpoint = Endpoint::parse(text);
    if (!endpoint)
        return {};
    proxy.endpoint = *endpoint;
    return proxy;
}

WireError Wire::proxyFailed(std::string problem)
{
    m_proxyProblem = std::move(problem);
    return WireError::ProxyFailed;
}

/** RFC 1928, 3: a method that both know; RFC 1929: a name and a password. */
Task<WireError> Wire::greetProxy(Proxy proxy, TimePoint deadline)
{
    constexpr char noAuthentication = 0;
    constexpr char password = 2;
    std::string hello("\x05\x01\x00", 3);
    if (!proxy.user.empty()) {
        hello[1] = '\2';
        hello.push_back(password);
    }
    WireError error = co_await sendRaw(std::move(hello), deadline);
    if (error == WireError::None)
        error = co_await receiveExactly(2, deadline);
    if (error != WireError::None)
        co_return proxyFailed("the proxy does not answer");
    if (m_raw[0] != 5)
        co_return proxyFailed("not a SOCKS5 proxy");
    const char method = m_raw[1];
    m_raw.erase(0, 2);
    if (method == noAuthentication)
        co_return WireError::None;
    if (method != password || proxy.user.empty())
        co_return proxyFailed("the proxy wants to know who we are");

    std::string who(1, '\1');
    for (const std::string* part : std::array{&proxy.user, &proxy.password})
        who.append(1, static_cast<char>(part->size())).append(*part);
    error = co_await sendRaw(std::move(who), deadline);
    if (error == WireError::None)
        error = co_await receiveExactly(2, deadline);
    if (error != WireError::None || m_raw[0] != 1 || m_raw[1] != 0)
        co_return proxyFailed("the proxy does not accept this name and password");
    m_raw.erase(0, 2);
    co_return WireError::None;
}

/** RFC 1928, 4 to 6. */
Task<WireError> Wire::passProxy(Endpoint peer, Proxy proxy, TimePoint deadline)
{
    WireError error = co_await greetProxy(std::move(proxy), deadline);
    if (error != WireError::None)
        co_return error;
    const bool v4 = peer.address.isV4();
    std::string request("\x05\x01\x00", 3);
    request.push_back(v4 ? '\x01' : '\x04');
    for (std::size_t i = v4 ? 12 : 0; i < 16; ++i)
        request.push_back(static_cast<char>(peer.address.bytes[i]));
    request.push_back(static_cast<char>(peer.port >> 8));
    request.push_back(static_cast<char>(peer.port & 0xFF));
    error = co_await sendRaw(std::move(request), deadline);
    if (error == WireError::None)
        error = co_await receiveExactly(5, deadline);
    if (error == WireError::TimedOut) // it answered before: what it waits for is the other side
        co_return WireError::TimedOut;
    if (error != WireError::None || m_raw[0] != 5)
        co_return proxyFailed("the proxy hangs up");
    switch (m_raw[1]) {
    case 0:
        break;
    case 2:
        co_return proxyFailed("the proxy's rules forbid it");
    case 3:
    case 4:
        co_return WireError::Unreachable;
    case 5:
        co_return WireError::Refused;
    case 6: // TTL expired: as good as a time-out
        co_return WireError::TimedOut;
    default:
        co_return proxyFailed("the proxy reports a failure of its own");
    }
    std::size_t bound = 0; // the address the proxy bound, which nobody needs
    switch (m_raw[3]) {
    case 1:
        bound = 4;
        break;
    case 3:
        bound = 1U + static_cast<unsigned char>(m_raw[4]);
        break;
    case 4:
        bound = 16;
        break;
    default:
        co_return proxyFailed("the proxy's answer makes no sense");
    }
    error = co_await receiveExactly(4 + bound + 2, deadline);
    if (error != WireError::None)
        co_return proxyFailed("the proxy hangs up");
    m_raw.erase(0, 4 + bound + 2);
    m_input = std::exchange(m_raw, {});
    co_return WireError::None;
}

} // namespace waxseal
