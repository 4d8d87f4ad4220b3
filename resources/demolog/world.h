// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resources/demolog/random.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace waxseal::demolog {

/** What a host speaks with us; Clear: it never says STARTTLS. */
enum class Speech : std::uint8_t
{
    Clear,
    Tls10,
    Tls11,
    Tls12,
    Tls13
};

/** The certificate a host shows, in the words of the log. */
enum class Certificate : std::uint8_t
{
    Anonymous,
    Untrusted,
    Trusted,
    Verified
};

/** Another server (or client): one address, one way to behave. */
struct Host
{
    std::string name; ///< "unknown" when its address has no name
    std::string address;
    std::string peer; ///< name[address], as Postfix writes it
    Speech speech = Speech::Tls13;
    Certificate certificate = Certificate::Anonymous;
    std::uint8_t clearPercent = 0; ///< sessions that skip STARTTLS although the host can
    bool handshakeFails = false; ///< says STARTTLS, finds no common ground, comes back in clear
};

/** How a domain's sessions look. */
enum class Manner : std::uint8_t
{
    Ordinary,
    Newsletter, ///< several messages a session, bounce addresses, sent in the morning
    MailingList, ///< many messages a session
    ClearThenTls, ///< one session: a message in clear, then STARTTLS, then another
};

/** A domain we exchange mail with. */
struct Correspondent
{
    std::string name; ///< as a key: lower case, A-label
    std::string spelled; ///< as the envelope spells it; differs for a raw U-label
    Manner manner = Manner::Ordinary;
    std::uint32_t relays = 0; ///< index of the pool it sends through
    std::uint32_t exchangers = 0; ///< index of the pool that receives its mail
    std::uint8_t greylistPercent = 0; ///< how often our greylisting asks it to come back
};

using Pool = std::vector<Host>;

/** Draws an index by weight. */
class WeightedChoice
{
public:
    void add(std::uint64_t weight) { m_sums.push_back((m_sums.empty() ? 0 : m_sums.back()) + weight); }
    std::size_t draw(Random& random) const;

private:
    std::vector<std::uint64_t> m_sums;
};

/** Everybody outside, made from a seed: correspondents with their hosts, spammers with theirs, our own users. */
struct World
{
    World(std::uint64_t seed, std::uint32_t domainCount);

    std::vector<Pool> pools;
    std::vector<Correspondent> correspondents; ///< most mail first
    WeightedChoice byVolume; ///< over correspondents
    std::vector<std::string> spamDomains;
    WeightedChoice spamByVolume;
    Pool bots; ///< in clear
    Pool snowshoes; ///< spammers that have learned TLS
    Pool scanners; ///< of the network, not of paper
    Pool homes; ///< where our users sit
    Pool devices; ///< internal: printers, scanners, applications
    std::vector<std::string> users; ///< local parts under our domain
    std::array<std::string, 48> localParts;

private:
    void addProviders();
    void addCharacters();
    void addCrowd(Random& random, std::uint32_t count);
    void scatterCharacters(std::size_t first, std::size_t last);
    void addSpammers(Random& random, std::uint32_t count);
    void addOurOwn(Random& random);

    std::string tlsAddress(); ///< of a host that speaks TLS at least sometimes
    std::string clearAddress(); ///< of a host whose neighbours never do either
    std::string v6Network();
    Host makeHost(std::string name, Speech speech, bool v6 = false);
    std::uint32_t addPool(Pool pool);
    void addCharacter(std::string name, Pool relays, Manner manner = Manner::Ordinary);

    std::uint32_t m_nextTls = 0;
    std::uint32_t m_nextClear = 0;
    std::uint32_t m_nextV6 = 1;
    std::vector<std::uint32_t> m_providers;
};

/** Our own domain and the server that writes the log. */
inline constexpr std::string_view ourDomain = "example.com";
inline constexpr std::string_view ourHost = "mx1";

} // namespace waxseal::demolog
