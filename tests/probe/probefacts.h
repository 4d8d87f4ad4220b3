// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Facts as a test of a well-kept domain yields them; each test spoils what it is about.

#pragma once

#include "probe/result/facts.h"

namespace waxseal::test {

inline constexpr std::int64_t testTime = 1790000000; // 2026-09-21

inline DnsState secureAnswer()
{
    return {DnsStatus::Found, DnsSecurity::Secure, {}};
}

inline DnsState insecureAnswer()
{
    return {DnsStatus::Found, DnsSecurity::Insecure, {}};
}

inline CertificateFacts certificate(const std::string& name)
{
    CertificateFacts facts;
    facts.subject = "CN=" + name;
    facts.issuer = "CN=Test Authority";
    facts.commonName = name;
    facts.names = {name};
    facts.notBefore = testTime - 86400;
    facts.notAfter = testTime + 90 * 86400;
    facts.keyType = "RSA";
    facts.keyBits = 3072;
    facts.signature = "RSA-SHA256";
    facts.sha256 = std::string(64, 'a');
    facts.keySha256 = std::string(64, 'b');
    return facts;
}

inline AddressFacts goodAddress(const std::string& host, const std::string& ip)
{
    AddressFacts facts;
    facts.address = *IpAddress::parse(ip);
    facts.reach = Reach::Reached;
    facts.connections = 3;
    facts.banner = "220 " + host + " ESMTP";
    facts.bannerMilliseconds = 12;
    facts.extensions = {"PIPELINING", "STARTTLS"};
    facts.extensionsOverTls = {"PIPELINING"};
    facts.startTls = StartTls::Works;
    facts.anonymous = Answer::No;
    facts.clientCertificate = ClientCertificate::NotAsked;
    facts.versions = {Answer::No, Answer::No, Answer::Yes, Answer::Yes};
    facts.session = {TlsVersion::Tls13, "TLS_AES_256_GCM_SHA384", 256, "X25519", 253, "RSASSA-PSS SHA256", true};
    facts.chain.certificates = {certificate(host)};
    facts.commandInjection = Injection::Safe;
    facts.responseInjection = Injection::Safe;
    return facts;
}

/** A host without TLSA records. */
inline HostFacts goodHost(const std::string& name, std::uint16_t preference, const std::string& ip)
{
    HostFacts host;
    host.name = name;
    host.preference = preference;
    host.lookup = secureAnswer();
    host.addressesSecure = true;
    host.tlsa.lookup = {DnsStatus::NoDomain, DnsSecurity::Secure, {}};
    host.tlsa.base = name;
    host.addresses = {goodAddress(name, ip)};
    return host;
}

/** Gives the host a TLSA record that its certificate matches. */
inline void addTlsa(HostFacts& host, std::uint8_t usage = 3)
{
    host.tlsa.lookup = secureAnswer();
    host.tlsa.records = {{usage, 1, 1, std::string(64, 'b')}};
    for (AddressFacts& address : host.addresses)
        address.dane = {usage >= 2 ? Answer::Yes : Answer::NotTested, usage >= 2 ? 0 : -1,
            usage == 3       ? 0
                : usage == 2 ? 1
                             : -1,
            0, {true}};
}

/** example.com with mx.example.com: signed, TLS 1.2 and 1.3, a trusted certificate; no DANE, no MTA-STS. */
inline DomainFacts goodDomain()
{
    DomainFacts facts;
    facts.domain = "example.com";
    facts.time = testTime;
    facts.mxLookup = secureAnswer();
    facts.hosts = {goodHost("mx.example.com", 10, "192.0.2.1")};
    facts.mtaSts.record = MtaStsFacts::Record::Absent;
    facts.tlsRpt.record = TlsRptFacts::Record::Absent;
    return facts;
}

inline AddressFacts& onlyAddress(DomainFacts& facts)
{
    return facts.hosts.front().addresses.front();
}

} // namespace waxseal::test
