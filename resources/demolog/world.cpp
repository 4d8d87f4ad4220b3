// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/demolog/world.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace waxseal::demolog {

namespace {

constexpr std::array<std::string_view, 40> firstWords{"nord", "river", "blue", "alpine", "harbor", "linden", "cedar",
    "granit", "sol", "meadow", "stern", "copper", "delta", "falke", "amber", "vega", "birch", "castell", "orion",
    "pacific", "lumen", "tide", "forge", "kupfer", "monte", "willow", "arctic", "bright", "cobalt", "domus", "elm",
    "fjord", "garten", "helio", "iris", "jade", "krone", "larch", "mistral", "nova"};
constexpr std::array<std::string_view, 40> secondWords{"logistics", "dental", "print", "legal", "textil", "foods",
    "travel", "energy", "optics", "consult", "media", "works", "pharma", "timber", "school", "steel", "software",
    "events", "research", "glass", "paper", "motors", "clinic", "design", "bau", "tax", "insurance", "garden", "books",
    "tools", "audio", "marine", "catering", "estate", "security", "fashion", "bikes", "labs", "verein", "academy"};
constexpr std::array<std::string_view, 20> spamFirst{"best", "cheap", "fast", "lucky", "mega", "super", "top", "hot",
    "easy", "gold", "prime", "daily", "smart", "flash", "royal", "extra", "quick", "power", "true", "vip"};
constexpr std::array<std::string_view, 20> spamSecond{"loans", "casino", "watches", "crypto", "pills", "deals",
    "prizes", "diet", "replica", "credit", "lottery", "invest", "offers", "dating", "bonus", "bets", "seo", "leads",
    "solar", "gifts"};
constexpr std::array<std::string_view, 24> forenames{"anna", "ben", "carla", "david", "elena", "felix", "greta", "hugo",
    "ines", "jonas", "karin", "leo", "maria", "nils", "olga", "paul", "rosa", "simon", "tara", "udo", "vera", "wim",
    "yara", "zoe"};
constexpr std::array<std::string_view, 20> surnames{"adler", "brandt", "costa", "diaz", "ebner", "fuchs", "gruber",
    "hansen", "ibsen", "jansen", "keller", "lopez", "moser", "navarro", "ortega", "peters", "rossi", "schmidt",
    "torres", "weber"};
constexpr std::array<std::string_view, 48> localPartWords{"info", "office", "sales", "support", "billing", "orders",
    "hr", "press", "noreply", "no-reply", "service", "contact", "a.meier", "j.smith", "l.garcia", "m.rossi", "p.novak",
    "s.kim", "team", "news", "accounts", "admin", "alerts", "b.jones", "c.dubois", "d.weiss", "e.olsen", "f.silva",
    "g.moreau", "h.lang", "invoice", "jobs", "k.berg", "legal", "mail", "n.ivanov", "o.brien", "planning", "q.chen",
    "r.haas", "scan", "t.vogel", "u.frank", "v.klein", "w.wolf", "x.li", "y.sato", "z.horvat"};

std::string hex(std::uint32_t number)
{
    std::string digits;
    do {
        digits.insert(digits.begin(), "0123456789abcdef"[number & 15U]);
        number >>= 4U;
    } while (number != 0);
    return digits;
}

std::string join(std::string_view a, std::string_view b, std::string_view c = {}, std::string_view d = {})
{
    std::string joined;
    joined.reserve(a.size() + b.size() + c.size() + d.size());
    joined.append(a).append(b).append(c).append(d);
    return joined;
}

void setPeer(Host& host)
{
    host.peer = join(host.name, "[", host.address, "]");
}

} // namespace

std::size_t WeightedChoice::draw(Random& random) const
{
    const std::uint64_t at = random.next() % m_sums.back();
    return static_cast<std::size_t>(std::upper_bound(m_sums.begin(), m_sums.end(), at) - m_sums.begin());
}

World::World(std::uint64_t seed, std::uint32_t domainCount)
{
    Random random(seed ^ 0x776f726c64U);
    for (std::size_t i = 0; i < localParts.size(); ++i)
        localParts[i] = localPartWords[i];
    const std::uint32_t spam = std::max(domainCount * 35 / 100, 4U);
    addProviders();
    addCharacters();
    const auto characters = static_cast<std::uint32_t>(correspondents.size());
    addCrowd(random, domainCount > spam + characters ? domainCount - spam - characters : 1);
    scatterCharacters(m_providers.size(), characters);
    addSpammers(random, spam);
    addOurOwn(random);
    for (std::size_t rank = 0; rank < correspondents.size(); ++rank)
        byVolume.add(1'000'000'000U / (rank + 4));
    for (std::size_t rank = 0; rank < spamDomains.size(); ++rank)
        spamByVolume.add(1'000'000'000U / (rank + 12));
}

// 203.0.113.0/24 is kept for hosts that never speak TLS, so that a neighbourhood without any exists; the two other
// documentation networks (RFC 5737) and one /64 of 2001:db8::/32 (RFC 3849) a pool are for everybody else.
std::string World::tlsAddress()
{
    const std::uint32_t n = m_nextTls++ % 440;
    return n < 240 ? join("192.0.2.", std::to_string(n + 10)) : join("198.51.100.", std::to_string(n - 240 + 1));
}

std::string World::clearAddress()
{
    return join("203.0.113.", std::to_string(m_nextClear++ % 250 + 1));
}

std::string World::v6Network()
{
    const std::uint32_t n = m_nextV6++;
    return join("2001:db8:", hex(0x1000 + (n >> 12U)), ":", hex(0x100 + (n & 0xfffU))) + "::";
}

Host World::makeHost(std::string name, Speech speech, bool v6)
{
    Host host;
    host.name = std::move(name);
    host.speech = speech;
    if (v6)
        host.address = v6Network() + "25";
    else
        host.address = speech == Speech::Clear ? clearAddress() : tlsAddress();
    setPeer(host);
    return host;
}

std::uint32_t World::addPool(Pool pool)
{
    pools.push_back(std::move(pool));
    return static_cast<std::uint32_t>(pools.size() - 1);
}

void World::addProviders()
{
    struct Provider
    {
        std::string_view domain;
        std::string_view relay;
        int relays;
        int v6Percent;
        int oldPercent; ///< relays that stop at TLS 1.2
    };
    static constexpr std::array<Provider, 6> providers{{
        {"cloudmail.example", "mail-wr", 18, 60, 0},
        {"officecloud.example", "mail-out-eu", 16, 30, 60},
        {"freemail.example", "mout-", 10, 0, 20},
        {"hosting.example", "relay", 8, 30, 50},
        {"webmail.test", "smtp", 6, 20, 30},
        {"filtering.example", "delivery-", 6, 0, 70},
    }};
    for (const Provider& provider : providers) {
        Pool relays;
        const std::string network = v6Network();
        for (int i = 1; i <= provider.relays; ++i) {
            const bool old = i * 100 <= provider.oldPercent * provider.relays;
            Host host = makeHost(
                join(provider.relay, std::to_string(i), ".", provider.domain), old ? Speech::Tls12 : Speech::Tls13);
            if (i * 100 <= provider.v6Percent * provider.relays) {
                host.address = network + hex(static_cast<std::uint32_t>(0x400 + i));
                setPeer(host);
            }
            relays.push_back(std::move(host));
        }
        Pool exchangers;
        for (int i = 1; i <= 3; ++i) {
            exchangers.push_back(makeHost(join("mx", std::to_string(i), ".", provider.domain), Speech::Tls13));
            exchangers.back().certificate = Certificate::Trusted;
        }
        Correspondent correspondent;
        correspondent.name = correspondent.spelled = provider.domain;
        correspondent.relays = addPool(std::move(relays));
        correspondent.exchangers = addPool(std::move(exchangers));
        m_providers.push_back(static_cast<std::uint32_t>(correspondents.size()));
        correspondents.push_back(std::move(correspondent));
    }
}

void World::addCharacter(std::string name, Pool relays, Manner manner)
{
    Correspondent character;
    character.name = character.spelled = std::move(name);
    character.manner = manner;
    Pool exchangers = relays;
    for (Host& host : exchangers) {
        if (host.certificate == Certificate::Anonymous)
            host.certificate = Certificate::Trusted; // as a server everybody shows one
    }
    character.relays = addPool(std::move(relays));
    character.exchangers = addPool(std::move(exchangers));
    correspondents.push_back(std::move(character));
}

/** The people of the story: each stands for one thing an administrator meets. */
void World::addCharacters()
{
    Pool news;
    for (int i = 1; i <= 8; ++i)
        news.push_back(
            makeHost(join("out", std::to_string(i), ".newsletter.example"), i > 7 ? Speech::Clear : Speech::Tls12));
    addCharacter("bounce.newsletter.example", news, Manner::Newsletter);

    Pool tooling{makeHost("mail1.tooling-partner.example", Speech::Tls13),
        makeHost("mail2.tooling-partner.example", Speech::Tls12)};
    for (Host& host : tooling)
        host.certificate = Certificate::Trusted;
    addCharacter("tooling-partner.example", tooling);

    const Pool bank{makeHost("gw1.partner-bank.example", Speech::Tls13),
        makeHost("gw2.partner-bank.example", Speech::Tls13), makeHost("gw3.partner-bank.example", Speech::Clear)};
    addCharacter("partner-bank.example", bank);
    addCharacter("notices.partner-bank.example", bank);
    for (Host& host : pools[correspondents[correspondents.size() - 2].exchangers]) {
        if (host.speech != Speech::Clear)
            host.certificate = Certificate::Verified;
    }

    addCharacter("stadt-neuhausen.example", {makeHost("mail.stadt-neuhausen.example", Speech::Clear)});

    const Pool clinic{makeHost("mailgate.klinik-nord.example", Speech::Tls10)};
    addCharacter("klinik-nord.example", clinic);

    Pool insurer{makeHost("edge.versicherung-sued.example", Speech::Tls12)};
    insurer.front().handshakeFails = true;
    addCharacter("versicherung-sued.example", insurer);

    addCharacter("lists.open-project.example", {makeHost("lists.open-project.example", Speech::Tls13, true)},
        Manner::MailingList);
    addCharacter("copyshop.example", {makeHost("scanner01.copyshop.example", Speech::Tls10)});

    const Pool university{makeHost("mx-a.uni-altstadt.example", Speech::Tls12),
        makeHost("mx-b.uni-altstadt.example", Speech::Tls13, true),
        makeHost("old-mail.uni-altstadt.example", Speech::Clear)};
    addCharacter("uni-altstadt.example", university);
    addCharacter("cs.uni-altstadt.example", university);
    addCharacter("med.uni-altstadt.example", university);

    Pool machines{makeHost("mail.maschinenbau-weiler.example", Speech::Tls13)};
    machines.front().certificate = Certificate::Untrusted;
    addCharacter("maschinenbau-weiler.example", machines);

    Pool parcel{makeHost("notify1.shop-parcel.example", Speech::Tls13, true),
        makeHost("notify2.shop-parcel.example", Speech::Tls12)};
    parcel.back().clearPercent = 20;
    addCharacter("shop-parcel.example", parcel);

    addCharacter("regional-tv.test", {makeHost("smtp.regional-tv.test", Speech::Tls11)});
    addCharacter("xn--mller-bau-q9a.example", {makeHost("mail.xn--mller-bau-q9a.example", Speech::Tls13)});
    correspondents.back().spelled = "m\u00fcller-bau.example";
    addCharacter("monitoring.example", {makeHost("probe.monitoring.example", Speech::Tls13)}, Manner::ClearThenTls);
}

/** Companies, clubs and offices without a story: half of them at a provider, the rest with a server of their own. */
void World::addCrowd(Random& random, std::uint32_t count)
{
    for (std::uint32_t i = 0; i < count; ++i) {
        // 7 is prime to 40, so that the first 1,600 names differ.
        const std::uint32_t round = i / 1600;
        std::string name = join(firstWords[i * 7 % 40], "-", secondWords[(i / 40 + i * 3) % 40]);
        if (round > 0)
            name += std::to_string(round + 1);
        name += i % 11 == 5 ? ".test" : ".example";
        Correspondent correspondent;
        correspondent.greylistPercent = 8;
        if (random.percent(55)) {
            const Correspondent& provider
                = correspondents[m_providers[random.below(static_cast<std::uint32_t>(m_providers.size()))]];
            correspondent.relays = provider.relays;
            correspondent.exchangers = provider.exchangers;
        } else {
            const std::uint32_t kind = random.below(i < 60 ? 86 : 100); // the busiest have kept up with the times
            Host host = makeHost(join("mail.", name),
                kind < 52       ? Speech::Tls13
                    : kind < 86 ? Speech::Tls12
                    : kind < 91 ? Speech::Clear
                    : kind < 93 ? Speech::Tls11
                    : kind < 96 ? Speech::Tls10
                                : Speech::Tls12,
                random.percent(30));
            if (kind >= 98)
                host.handshakeFails = true;
            else if (kind >= 96)
                host.clearPercent = 45;
            else if (kind < 4)
                host.certificate = Certificate::Untrusted;
            else if (kind < 6)
                host.certificate = Certificate::Trusted;
            Host exchanger = host;
            exchanger.certificate = kind % 4 == 0 ? Certificate::Untrusted : Certificate::Trusted;
            correspondent.relays = addPool({std::move(host)});
            correspondent.exchangers = addPool({std::move(exchanger)});
        }
        correspondent.name = correspondent.spelled = std::move(name);
        correspondents.push_back(std::move(correspondent));
    }
}

/** Puts the characters among the crowd, so that they are not the most of the mail. */
void World::scatterCharacters(std::size_t first, std::size_t last)
{
    std::vector<Correspondent> ranked(
        correspondents.begin(), correspondents.begin() + static_cast<std::ptrdiff_t>(first));
    std::size_t crowd = last;
    for (std::size_t character = first; character < last; ++character) {
        ranked.push_back(std::move(correspondents[character]));
        for (int i = 0; i < 6 && crowd < correspondents.size(); ++i)
            ranked.push_back(std::move(correspondents[crowd++]));
    }
    while (crowd < correspondents.size())
        ranked.push_back(std::move(correspondents[crowd++]));
    correspondents = std::move(ranked);
}

void World::addSpammers(Random& random, std::uint32_t count)
{
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string name = join(spamFirst[i * 3 % 20], "-", spamSecond[(i / 20 + i) % 20]);
        if (i >= 400)
            name += std::to_string(i / 400 + 1);
        spamDomains.push_back(name + (i % 3 == 0 ? ".invalid" : ".test"));
    }
    for (int i = 0; i < 300; ++i) {
        Host host;
        host.speech = Speech::Clear;
        host.address = i % 10 < 7 ? clearAddress() : v6Network() + hex(0x2000 + random.below(0xfff));
        host.name = i % 3 == 0 ? join("dyn-", std::to_string(i + 100), ".access.invalid") : "unknown";
        setPeer(host);
        bots.push_back(std::move(host));
    }
    for (int i = 1; i <= 14; ++i)
        snowshoes.push_back(makeHost(
            join("mta", std::to_string(i), ".bright-offers.test"), i % 2 == 0 ? Speech::Tls13 : Speech::Tls12, i > 8));
    for (int i = 1; i <= 6; ++i)
        scanners.push_back(
            makeHost(i > 3 ? "unknown" : join("survey", std::to_string(i), ".scanner.test"), Speech::Tls12));
}

void World::addOurOwn(Random& random)
{
    for (std::size_t i = 0; i < 140; ++i)
        users.push_back(
            join(forenames[i % forenames.size()], ".", surnames[(i / forenames.size() + i) % surnames.size()]));
    for (int i = 0; i < 60; ++i) {
        Host host;
        host.speech = random.percent(85) ? Speech::Tls13 : Speech::Tls12;
        if (i < 25) {
            host.address = join("198.51.100.", std::to_string(210 + i));
            host.name = join("dsl-", std::to_string(210 + i), ".access.example");
        } else if (i < 40) {
            host.address = v6Network() + hex(0x3000 + random.below(0xfff));
            host.name = "unknown";
        } else {
            host.address = join("10.1.4.", std::to_string(i));
            host.name = join("pc", std::to_string(i), ".office.example.com");
        }
        setPeer(host);
        homes.push_back(std::move(host));
    }
    static constexpr std::array<std::string_view, 6> names{
        "printer1", "printer2", "scanner-hall", "erp", "backup", "door"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        Host host;
        host.name = join(names[i], ".office.example.com");
        host.address = join("10.1.9.", std::to_string(i + 11));
        host.speech = i == 3 ? Speech::Tls12 : Speech::Clear;
        setPeer(host);
        devices.push_back(std::move(host));
    }
}

} // namespace waxseal::demolog
