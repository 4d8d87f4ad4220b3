// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/mtasts/policyfetch.h"

#include "model/core/printable.h"
#include "probe/mtasts/httpresponse.h"
#include "probe/mtasts/records.h"
#include "probe/tls/certificate.h"
#include "probe/tls/namematch.h"

namespace waxseal {

namespace {

using Fetch = MtaStsFacts::Fetch;

void end(MtaStsFacts& facts, Fetch fetch, std::string detail)
{
    facts.fetch = fetch;
    facts.detail = std::move(detail);
}

/** RFC 8461, 3.3: a certificate that is trusted, in date and names the policy host. */
bool isCertificateFine(const TlsSession& tls, const std::string& host, MtaStsFacts& facts)
{
    const ChainFacts chain = tls.chain();
    if (!chain.isTrusted()) {
        end(facts, Fetch::BadCertificate,
            chain.errors.empty() ? "no certificate" : verifyErrorText(chain.errors.front()));
        return false;
    }
    if (!certificateNames(chain.leaf(), host)) {
        const std::vector<std::string>& names = chain.leaf().names;
        end(facts, Fetch::BadCertificate,
            "the certificate is for another name"
                + (names.empty() ? std::string() : ": " + printable(names.front(), 120)));
        return false;
    }
    return true;
}

void judgeResponse(const HttpResponse& response, HttpResponse::State state, MtaStsFacts& facts)
{
    const int status = response.status();
    if (status >= 300 && status < 400)
        end(facts, Fetch::Redirect, "HTTP " + std::to_string(status));
    else if (status != 0 && status != 200)
        end(facts, Fetch::HttpStatus, "HTTP " + std::to_string(status));
    else if (state == HttpResponse::State::TooLarge)
        end(facts, Fetch::TooLarge, "more than 64 KiB");
    else if (state == HttpResponse::State::Malformed)
        end(facts, Fetch::BadHttp, "not an HTTP response");
    else if (response.contentType() != "text/plain")
        end(facts, Fetch::NotText,
            response.contentType().empty()
                ? std::string("no Content-Type, which must be text/plain")
                : "Content-Type is “" + printable(response.contentType(), 60) + "”, not text/plain");
    else
        readMtaStsPolicy(response.body(), facts);
}

} // namespace

Task<> fetchPolicy(Reactor& reactor, std::shared_ptr<const TlsContext> tls, const PolicyFetchSettings& settings,
    Endpoint endpoint, std::string host, MtaStsFacts& facts)
{
    const TimePoint deadline = Clock::now() + settings.timeout;
    Wire wire(reactor);
    WireError error
        = co_await wire.connect(endpoint, settings.proxy, std::min(deadline, Clock::now() + settings.connectTimeout));
    if (error != WireError::None) {
        end(facts, error == WireError::TimedOut ? Fetch::TimedOut : Fetch::NoConnection,
            error == WireError::ProxyFailed ? wire.proxyProblem() : "cannot connect to " + endpoint.text());
        co_return;
    }
    TlsOffer offer;
    offer.minimum = TlsVersion::Tls12;
    offer.serverName = host;
    error = co_await wire.startTls(std::move(tls), std::move(offer), deadline);
    if (error != WireError::None) {
        if (error == WireError::TimedOut)
            end(facts, Fetch::TimedOut, "the TLS handshake did not end in time");
        else
            end(facts, Fetch::TlsFailed, wire.tls()->detail());
        co_return;
    }
    if (!isCertificateFine(*wire.tls(), host, facts))
        co_return;

    std::string request = "GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: " + host
        + "\r\nUser-Agent: Waxseal\r\nAccept: text/plain\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n";
    error = co_await wire.send(std::move(request), deadline);
    HttpResponse response;
    HttpResponse::State state = HttpResponse::State::Incomplete;
    while (state == HttpResponse::State::Incomplete) {
        if (error == WireError::None)
            error = co_await wire.receive(deadline);
        if (error == WireError::TimedOut) {
            end(facts, Fetch::TimedOut, "no complete answer in time");
            co_return;
        }
        state = response.take(wire.input(), error != WireError::None);
    }
    judgeResponse(response, state, facts);
}

} // namespace waxseal
