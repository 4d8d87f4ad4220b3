// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/probecsv.h"

#include "app/cli/output.h"
#include "probe/result/words.h"
#include "probe/verdict/delivery.h"

#include <QDateTime>

#include <algorithm>
#include <map>

namespace waxseal::cli {

namespace {

constexpr std::array columns{"domain", "dnssec", "hosts", "addresses", "reached", "connections", "tls"};
// The other reasons came later: scripts may count columns.
constexpr std::array lastColumns{"encrypt_reason", "verify_reason", "mta_sts_policy", "tls_rpt", "expires",
    "may_reason", "dane_reason", "dane_only_reason", "secure_reason", "mta_sts_reason"};

/** What a sum over the addresses can say. */
struct Addresses
{
    std::uint64_t all = 0;
    std::uint64_t reached = 0;
    std::uint64_t connections = 0;
    std::optional<TlsVersion> lowest; ///< of the best versions; Unknown where one has no TLS
    std::int64_t expires = 0; ///< the first certificate to
};

Addresses addressesOf(const DomainFacts& facts)
{
    Addresses sum;
    std::map<IpAddress, int> connections; // hosts may share an address
    for (const HostFacts& host : facts.hosts) {
        for (const AddressFacts& address : host.addresses) {
            ++sum.all;
            int& known = connections[address.address];
            known = std::max(known, address.connections);
            if (address.reach != Reach::Reached)
                continue;
            ++sum.reached;
            const TlsVersion best = address.hasTls() ? address.session.version : TlsVersion::Unknown;
            sum.lowest = std::min(sum.lowest.value_or(best), best);
            if (!address.chain.isEmpty()) {
                const std::int64_t until = address.chain.leaf().notAfter;
                sum.expires = sum.expires == 0 ? until : std::min(sum.expires, until);
            }
        }
    }
    for (const auto& [address, count] : connections)
        sum.connections += static_cast<std::uint64_t>(count);
    return sum;
}

} // namespace

QByteArray probeCsvHeader()
{
    CsvLine line;
    for (const char* const column : columns)
        line.text(std::string_view(column));
    for (const SenderLevel level : allSenderLevels)
        line.text(name(level));
    for (const char* const column : lastColumns)
        line.text(std::string_view(column));
    return line.line();
}

QByteArray probeCsvLine(const DomainFacts& facts)
{
    const Addresses addresses = addressesOf(facts);
    const bool answered = facts.mxLookup.isBogus() || facts.mxLookup.status != DnsStatus::Failed;
    CsvLine line;
    line.text(std::string_view(facts.domain));
    line.text(!facts.validating ? "not validated" : answered ? factwords::name(facts.mxLookup.security) : "failed");
    line.number(static_cast<std::uint64_t>(facts.hosts.size())).number(addresses.all).number(addresses.reached);
    line.number(addresses.connections);
    line.text(!addresses.lowest                        ? std::string_view()
            : *addresses.lowest == TlsVersion::Unknown ? "none"
                                                       : name(*addresses.lowest));
    const auto matrix = deliveryMatrix(facts);
    const auto reason = [&matrix](SenderLevel level) { return name(matrix[static_cast<std::size_t>(level)].reason); };
    for (const Verdict& verdict : matrix)
        line.text(name(verdict.outcome));
    line.text(reason(SenderLevel::Encrypt)).text(reason(SenderLevel::Verify));
    const MtaStsFacts& sts = facts.mtaSts;
    line.text(sts.hasPolicy()                          ? factwords::name(sts.mode)
            : sts.record == MtaStsFacts::Record::Found ? factwords::name(sts.fetch)
                                                       : factwords::name(sts.record));
    line.text(factwords::name(facts.tlsRpt.record));
    line.text(addresses.expires == 0
            ? QString()
            : QDateTime::fromSecsSinceEpoch(addresses.expires, Qt::UTC).toString(Qt::ISODate).left(10));
    for (const SenderLevel level :
        {SenderLevel::May, SenderLevel::Dane, SenderLevel::DaneOnly, SenderLevel::Secure, SenderLevel::MtaSts})
        line.text(reason(level));
    return line.line();
}

} // namespace waxseal::cli
