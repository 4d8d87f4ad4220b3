// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/ipaddress.h"
#include "probe/net/reactor.h"
#include "probe/net/task.h"
#include "probe/tls/tlssession.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace waxseal {

/** An address and a port. */
struct Endpoint
{
    IpAddress address;
    std::uint16_t port = 0;
    bool operator==(const Endpoint&) const = default;
    auto operator<=>(const Endpoint&) const = default;

    /** Reads "1.2.3.4:25", "[::1]:25"; IPv6 needs its brackets. */
    static std::optional<Endpoint> parse(std::string_view text);
    std::string text() const;
};

/** A SOCKS5 proxy (RFC 1928), perhaps with a name and a password for it (RFC 1929). */
struct Proxy
{
    Endpoint endpoint;
    std::string user;
    std::string password;
    Proxy() = default;
    Proxy(const Endpoint& at) // not explicit: most have no more
        : endpoint(at)
    {
    }
    bool operator==(const Proxy&) const = default;

    /** Reads "IP:PORT", "USER@IP:PORT", "USER:PASSWORD@IP:PORT". */
    static std::optional<Proxy> parse(std::string_view text);
};

struct SocketAddress;

enum class WireError : std::uint8_t
{
    None,
    Refused,
    Unreachable,
    TimedOut,
    Closed,
    TooMuch,
    Garbage,
    ProxyFailed
};

/** A TCP connection, perhaps through a SOCKS5 proxy, perhaps with TLS on it. Never blocks; every step has a deadline.
 */
class Wire
{
public:
    explicit Wire(Reactor& reactor)
        : m_reactor(reactor)
    {
    }
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    Task<WireError> connect(Endpoint peer, std::optional<Proxy> proxy, TimePoint deadline);
    /** Waits for more plain text, appended to input(). */
    Task<WireError> receive(TimePoint deadline);
    Task<WireError> send(std::string bytes, TimePoint deadline);
    /** The TLS handshake; what stood unread in clear is dropped first (RFC 3207, 4.2). The session tells how it went.
     */
    Task<WireError> startTls(std::shared_ptr<const TlsContext> context, TlsOffer offer, TimePoint deadline);

    std::string& input() { return m_input; }
    const TlsSession* tls() const { return m_tls.get(); }
    bool isOverTls() const { return m_overTls; }
    /** After ProxyFailed: why. */
    const std::string& proxyProblem() const { return m_proxyProblem; }
    /** This end's address; none when not connected. */
    IpAddress localAddress() const;
    std::size_t received() const { return m_received; }
    /** Bytes over the whole connection, after which it is TooMuch. */
    static constexpr std::size_t maximumReceived = 4 * 1024 * 1024;

private:
    Task<WireError> connectTo(const SocketAddress& target, TimePoint deadline);
    Task<WireError> passProxy(Endpoint peer, Proxy proxy, TimePoint deadline);
    Task<WireError> greetProxy(Proxy proxy, TimePoint deadline);
    WireError proxyFailed(std::string problem);
    Task<WireError> receiveExactly(std::size_t bytes, TimePoint deadline);
    Task<WireError> receiveRaw(TimePoint deadline);
    long receiveSome();
    Task<WireError> sendRaw(std::string bytes, TimePoint deadline);

    Reactor& m_reactor;
    std::unique_ptr<TlsSession> m_tls;
    std::string m_input;
    std::string m_raw; ///< as it came from the network
    std::string m_proxyProblem;
    std::size_t m_received = 0;
    int m_socket = -1;
    bool m_overTls = false;
};

} // namespace waxseal
