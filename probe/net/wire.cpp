// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/net/wire.h"

#include "model/core/bytes.h"

#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace waxseal {

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t size = 0;
};

namespace {

SocketAddress socketAddress(const Endpoint& endpoint)
{
    SocketAddress result;
    if (endpoint.address.isV4()) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(endpoint.port);
        std::memcpy(&v4.sin_addr, endpoint.address.bytes.data() + 12, 4);
        std::memcpy(&result.storage, &v4, sizeof v4);
        result.size = sizeof v4;
    } else {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(endpoint.port);
        std::memcpy(&v6.sin6_addr, endpoint.address.bytes.data(), 16);
        std::memcpy(&result.storage, &v6, sizeof v6);
        result.size = sizeof v6;
    }
    return result;
}

WireError errorOf(int number)
{
    switch (number) {
    case ECONNREFUSED:
        return WireError::Refused;
    case ETIMEDOUT:
        return WireError::TimedOut;
    case ENETUNREACH:
    case EHOSTUNREACH:
    case EADDRNOTAVAIL:
    case EAFNOSUPPORT:
    case EACCES:
    case EPERM:
    case EMFILE:
    case ENFILE:
        return WireError::Unreachable;
    default:
        return WireError::Closed;
    }
}

} // namespace

std::optional<Endpoint> Endpoint::parse(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return {};
    std::string_view host = text.substr(0, colon);
    std::string_view digits = text.substr(colon + 1);
    const bool brackets = host.starts_with('[') && host.ends_with(']');
    if (brackets)
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string_view::npos)
        return {};
    const std::optional<IpAddress> address = IpAddress::parse(host);
    const std::optional<std::uint64_t> port = takeNumber(digits);
    if (!address || !port || !digits.empty() || *port == 0 || *port > 65535)
        return {};
    return Endpoint{*address, static_cast<std::uint16_t>(*port)};
}

std::string Endpoint::text() const
{
    const std::string number = ':' + std::to_string(port);
    return address.isV4() ? address.text() + number : '[' + address.text() + ']' + number;
}

Wire::~Wire()
{
    if (m_socket >= 0)
        close(m_socket);
}

IpAddress Wire::localAddress() const
{
    IpAddress address;
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (m_socket < 0 || getsockname(m_socket, reinterpret_cast<sockaddr*>(&storage), &size) != 0)
        return address;
    if (storage.ss_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &storage, sizeof v4);
        address.bytes[10] = address.bytes[11] = 0xff;
        std::memcpy(address.bytes.data() + 12, &v4.sin_addr, 4);
    } else if (storage.ss_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &storage, sizeof v6);
        std::memcpy(address.bytes.data(), &v6.sin6_addr, 16);
    }
    return address;
}

Task<WireError> Wire::connect(Endpoint peer, std::optional<Proxy> proxy, TimePoint deadline)
{
    const SocketAddress target = socketAddress(proxy ? proxy->endpoint : peer);
    m_socket = socket(target.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_socket < 0)
        co_return errorOf(errno);
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const WireError error = co_await connectTo(target, deadline);
    if (!proxy)
        co_return error;
    if (error != WireError::None)
        co_return proxyFailed("no connection to the proxy " + proxy->endpoint.text());
    co_return co_await passProxy(peer, *std::move(proxy), deadline);
}

Task<WireError> Wire::connectTo(const SocketAddress& target, TimePoint deadline)
{
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&target.storage), target.size) == 0)
        co_return WireError::None;
    if (errno != EINPROGRESS)
        co_return errorOf(errno);
    const bool ready = co_await m_reactor.writable(m_socket, deadline);
    if (!ready)
        co_return WireError::TimedOut;
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size);
    co_return error == 0 ? WireError::None : errorOf(error);
}

Task<WireError> Wire::receiveExactly(std::size_t bytes, TimePoint deadline)
{
    while (m_raw.size() < bytes) {
        const WireError error = co_await receiveRaw(deadline);
        if (error != WireError::None)
            co_return error;
    }
    co_return WireError::None;
}

/** Appends what is there to m_raw; as recv(2). No coroutine, so that its buffer is not kept while others wait. */
long Wire::receiveSome()
{
    char buffer[4096]; // what is read at once is held once more by OpenSSL, on each of hundreds of connections
    const ssize_t size = recv(m_socket, buffer, sizeof buffer, 0);
    if (size > 0) {
        m_received += static_cast<std::size_t>(size);
        m_raw.append(buffer, static_cast<std::size_t>(size));
    }
    return size;
}

Task<WireError> Wire::receiveRaw(TimePoint deadline)
{
#ifdef TCP_QUICKACK
    // Without it the kernel holds back its acknowledgement for 40 ms, and many servers wait for that.
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
#endif
    while (true) {
        const bool ready = co_await m_reactor.readable(m_socket, deadline);
        // Where there is always something to read, the socket never waits for its deadline.
        if (!ready || Clock::now() > deadline)
            co_return WireError::TimedOut;
        const long size = receiveSome();
        if (size > 0)
            co_return m_received > maximumReceived ? WireError::TooMuch : WireError::None;
        if (size == 0)
            co_return WireError::Closed;
        if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
            co_return errorOf(errno);
    }
}

Task<WireError> Wire::sendRaw(std::string bytes, TimePoint deadline)
{
    std::string_view left = bytes;
    while (!left.empty()) {
        const ssize_t size = ::send(m_socket, left.data(), left.size(), MSG_NOSIGNAL);
        if (size > 0) {
            left.remove_prefix(static_cast<std::size_t>(size));
            continue;
        }
        if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
            co_return errorOf(errno);
        const bool ready = co_await m_reactor.writable(m_socket, deadline);
        if (!ready)
            co_return WireError::TimedOut;
    }
    co_return WireError::None;
}

Task<WireError> Wire::receive(TimePoint deadline)
{
    if (!m_overTls) {
        const WireError error = co_await receiveRaw(deadline);
        m_input += std::exchange(m_raw, {});
        co_return error;
    }
    const std::size_t before = m_input.size();
    while (m_input.size() == before) { // a TLS record may hold no plain text of its own
        const WireError error = co_await receiveRaw(deadline);
        m_tls->feed(std::exchange(m_raw, {}));
        const TlsSession::Step step = m_tls->read(m_input);
        const std::string answer = m_tls->takeOutput();
        if (!answer.empty()) {
            const WireError sent = co_await sendRaw(answer, deadline);
            if (sent != WireError::None)
                co_return sent;
        }
        // A server that never stops talking fills the input each time: the bound goes first.
        if (error == WireError::TooMuch)
            co_return error;
        if (m_input.size() > before)
            break;
        if (error != WireError::None)
            co_return error;
        if (step == TlsSession::Step::Failed) {
            const TlsFailure failure = m_tls->failure();
            co_return failure == TlsFailure::Closed || failure == TlsFailure::Alert ? WireError::Closed
                                                                                    : WireError::Garbage;
        }
    }
    co_return WireError::None;
}

Task<WireError> Wire::send(std::string bytes, TimePoint deadline)
{
    if (m_overTls) {
        m_tls->write(bytes);
        bytes = m_tls->takeOutput();
    }
    co_return co_await sendRaw(std::move(bytes), deadline);
}

Task<WireError> Wire::startTls(std::shared_ptr<const TlsContext> context, TlsOffer offer, TimePoint deadline)
{
    m_input.clear();
    m_tls = std::make_unique<TlsSession>(std::move(context), offer);
    while (true) {
        const TlsSession::Step step = m_tls->handshake();
        std::string output = m_tls->takeOutput();
        if (!output.empty()) {
            const WireError error = co_await sendRaw(std::move(output), deadline);
            if (error != WireError::None && step != TlsSession::Step::Failed)
                co_return error;
        }
        if (step == TlsSession::Step::Done)
            break;
        if (step == TlsSession::Step::Failed) {
            switch (m_tls->failure()) {
            case TlsFailure::Garbage:
                co_return WireError::Garbage;
            case TlsFailure::TooMuch:
                co_return WireError::TooMuch;
            default:
                co_return WireError::Closed;
            }
        }
        const WireError error = co_await receiveRaw(deadline);
        m_tls->feed(std::exchange(m_raw, {}));
        if (error != WireError::None)
            co_return error;
    }
    m_overTls = true;
    static_cast<void>(m_tls->read(m_input)); // what came with the last record of the handshake
    co_return WireError::None;
}

} // namespace waxseal
