// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/result/bounds.h"

#include <algorithm>
#include <string_view>

namespace waxseal {

namespace {

// What a value costs beside its own bytes: quotes, and the keys of a transcript's line in JSON.
constexpr std::size_t textCost = 4;
constexpr std::size_t lineCost = 64;
constexpr std::size_t certificateCost = 512;

std::size_t weight(const std::vector<std::string>& texts)
{
    std::size_t sum = 0;
    for (const std::string& text : texts)
        sum += text.size() + textCost;
    return sum;
}

std::size_t weight(const std::vector<TranscriptLine>& lines)
{
    std::size_t sum = 0;
    for (const TranscriptLine& line : lines)
        sum += line.text.size() + lineCost;
    return sum;
}

std::size_t weight(const AddressFacts& address)
{
    std::size_t sum = weight(address.transcript) + weight(address.extensions) + weight(address.extensionsOverTls)
        + address.banner.size() + address.detail.size();
    for (const ChainFacts* chain : {&address.chain, &address.opportunistic.chain, &address.authenticated.chain,
             &address.named.chain, &address.otherKey.chain}) {
        for (const CertificateFacts& certificate : chain->certificates)
            sum += weight(certificate.names) + certificate.subject.size() + certificate.issuer.size() + certificateCost;
    }
    return sum;
}

/** Keeps texts from the front up to `most` bytes, and all that are `needed`. */
template <typename Needed>
void cut(std::vector<std::string>& texts, std::size_t most, Needed needed)
{
    std::size_t sum = 0;
    std::erase_if(texts, [&](const std::string& text) {
        if (needed(std::string_view(text)))
            return false;
        sum += text.size() + textCost;
        return sum > most;
    });
}

void cut(std::vector<TranscriptLine>& lines, std::size_t most)
{
    std::size_t sum = 0;
    const auto end = std::find_if(lines.begin(), lines.end(), [&](const TranscriptLine& line) {
        sum += line.text.size() + lineCost;
        return sum > most;
    });
    if (end == lines.end())
        return;
    TranscriptLine note = *end;
    note.kind = TranscriptLine::Kind::Note;
    note.text = "cut here: the servers of this domain have said too much to keep";
    lines.erase(end, lines.end());
    lines.push_back(std::move(note));
}

bool isTlsKeyword(std::string_view keyword)
{
    return keyword == "STARTTLS" || keyword == "REQUIRETLS";
}

/** Whether a certificate's name could stand for a host (RFC 6125, 6.4.3); more than that may be kept. */
bool mayName(std::string_view name, std::string_view host)
{
    const auto isSame = [](char a, char b) {
        return (a | 0x20) == (b | 0x20); // as letters compare; what is no letter may match too often
    };
    const std::string_view end = name.starts_with("*.") ? name.substr(1) : name;
    return end.size() <= host.size() && (end.size() == host.size() || name.size() > end.size())
        && std::equal(end.rbegin(), end.rend(), host.rbegin(), isSame);
}

/** `needed`: of a leaf's names. */
template <typename Needed>
void cut(ChainFacts& chain, std::size_t most, Needed needed)
{
    for (CertificateFacts& certificate : chain.certificates) {
        const bool isLeaf = &certificate == &chain.certificates.front();
        cut(certificate.names, isLeaf ? most / 8 : most / 64,
            [&](std::string_view name) { return isLeaf && needed(name); });
    }
}

void cutTalk(AddressFacts& address, std::size_t most)
{
    cut(address.transcript, most / 2);
    for (std::vector<std::string>* keywords : {&address.extensions, &address.extensionsOverTls}) {
        cut(*keywords, most / 16, isTlsKeyword);
        keywords->shrink_to_fit();
    }
}

void cut(AddressFacts& address, const HostFacts& host, const DomainFacts& facts, std::size_t most)
{
    cutTalk(address, most);
    const auto isNeeded = [&](std::string_view name) {
        const std::vector<std::string>& patterns = facts.mtaSts.mx;
        return mayName(name, host.name) || mayName(name, facts.domain) || mayName(name, facts.canonicalName)
            || mayName(name, host.tlsa.base)
            || std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
                   return mayName(name, pattern) || (pattern.starts_with("*.") && name.ends_with(pattern.substr(1)));
               });
    };
    for (ChainFacts* chain : {&address.chain, &address.opportunistic.chain, &address.authenticated.chain,
             &address.named.chain, &address.otherKey.chain})
        cut(*chain, most, isNeeded);
}

} // namespace

void keepTalkWithin(AddressFacts& address, std::size_t most)
{
    if (weight(address.transcript) + weight(address.extensions) + weight(address.extensionsOverTls) > most)
        cutTalk(address, most);
}

void keepAddressWithin(AddressFacts& address, const HostFacts& host, const DomainFacts& facts, std::size_t most)
{
    if (weight(address) > most)
        cut(address, host, facts, most);
}

void keepWithin(DomainFacts& facts, std::size_t most)
{
    std::size_t sum = 0;
    std::size_t count = 0;
    for (const HostFacts& host : facts.hosts) {
        for (const AddressFacts& address : host.addresses)
            sum += weight(address);
        count += host.addresses.size();
    }
    if (sum <= most)
        return;
    for (HostFacts& host : facts.hosts) {
        for (AddressFacts& address : host.addresses)
            cut(address, host, facts, most / count);
    }
}

} // namespace waxseal
