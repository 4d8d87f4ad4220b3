// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/findings.h"

#include "probe/tls/namematch.h"
#include "probe/verdict/trustwords.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>

namespace waxseal {

namespace {

bool hasError(const ChainFacts& chain, int error)
{
    return std::find(chain.errors.begin(), chain.errors.end(), error) != chain.errors.end();
}

// OpenSSL's numbers (x509_vfy.h), kept stable by it and stored in results.
constexpr int errorGetIssuerLocally = 20;
constexpr int errorSelfSignedLeaf = 18;
constexpr int errorSelfSignedInChain = 19;
constexpr int errorVerifyLeaf = 21;

std::string dateText(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate).left(10).toStdString();
}

std::string joinedNames(const CertificateFacts& leaf)
{
    std::string text;
    for (const std::string& name : leaf.names) {
        if (text.size() > 120)
            return text + " …";
        text += text.empty() ? name : ", " + name;
    }
    return text.empty() ? leaf.commonName : text;
}

bool isPrivate(const IpAddress& address)
{
    static const std::vector<Cidr> networks = [] {
        std::vector<Cidr> all = defaultInternalNetworks();
        for (const std::string_view more : {"0.0.0.0/8", "100.64.0.0/10", "224.0.0.0/3", "::/128", "ff00::/8"}) {
            if (const std::optional<Cidr> network = Cidr::parse(more))
                all.push_back(*network);
        }
        return all;
    }();
    return std::any_of(networks.begin(), networks.end(), [&address](const Cidr& one) { return one.contains(address); });
}

/** Collects findings about one address. */
class Collector
{
public:
    Collector(const DomainFacts& facts, const HostFacts& host, const AddressFacts& address, std::int64_t now)
        : m_facts(facts)
        , m_host(host)
        , m_address(address)
        , m_now(now)
    {
    }

    std::vector<FoundFact> collect()
    {
        if (isPrivate(m_address.address))
            add(Finding::PrivateAddress, Grade::None, m_address.address.text());
        if (m_address.reach != Reach::Reached)
            return std::move(m_found);
        startTls();
        workaround();
        if (!m_host.canonicalName.empty() && !m_facts.implicitMx)
            add(Finding::MxAlias, Grade::None, m_host.canonicalName);
        if (m_address.hasTls() || m_address.startTls == StartTls::Stripped) {
            certificate();
            dane();
            serverName();
            session();
            versions();
        }
        conversation();
        std::stable_partition(m_found.begin(), m_found.end(),
            [](const FoundFact& one) { return one.grade != Grade::Good && one.grade != Grade::Sufficient; });
        return std::move(m_found);
    }

private:
    void add(Finding finding, Grade grade = Grade::None, std::string detail = {})
    {
        m_found.push_back({finding, grade, std::move(detail)});
    }
    void startTls();
    void workaround();
    void certificate();
    void keyAndSignatures(const CertificateFacts& leaf);
    void trust();
    void dane();
    void daneRecords();
    void otherKey();
    bool isNamed(const CertificateFacts& leaf, const DaneMatch& match) const;
    TlsaRecord recordOf(const DaneMatch& match) const;
    bool fitsAnotherCertificate(const TlsaRecord& record) const;
    void serverName();
    void session();
    void versions();
    void conversation();

    const DomainFacts& m_facts;
    const HostFacts& m_host;
    const AddressFacts& m_address;
    std::int64_t m_now;
    std::vector<FoundFact> m_found;
};

void Collector::startTls()
{
    if (m_address.startTlsVaries)
        add(Finding::StartTlsVaries, Grade::Insufficient);
    switch (m_address.startTlsVaries ? StartTls::Works : m_address.startTls) {
    case StartTls::NotOffered:
        add(Finding::NoStartTls, Grade::Insufficient);
        break;
    case StartTls::Hidden:
        add(Finding::HiddenStartTls, Grade::Insufficient);
        break;
    case StartTls::Stripped:
        add(Finding::StrippedStartTls, Grade::Insufficient);
        break;
    case StartTls::Refused:
        add(Finding::RefusedStartTls, Grade::Insufficient, m_address.detail);
        break;
    case StartTls::Broken:
        add(Finding::BrokenStartTls, Grade::Insufficient, m_address.detail);
        break;
    case StartTls::Works:
    case StartTls::NotTested:
        break;
    }
    if (m_address.clientCertificate == ClientCertificate::Required)
        add(Finding::ClientCertificateRequired, Grade::None, m_address.detail);
    if (m_address.commandInjection == Injection::Vulnerable)
        add(Finding::CommandInjection, Grade::Insufficient);
    if (m_address.responseInjection == Injection::Vulnerable)
        add(Finding::ResponseInjection);
}

void Collector::workaround()
{
    switch (m_address.workaround) {
    case Workaround::None:
        break;
    case Workaround::WithoutTls13:
        add(Finding::OnlyWithoutTls13, Grade::Insufficient, m_address.opportunistic.detail);
        break;
    case Workaround::OldRenegotiation:
        add(Finding::OnlyOldRenegotiation, Grade::Insufficient);
        break;
    case Workaround::ServerName:
        add(Finding::OnlyWithName, Grade::Insufficient, m_address.opportunistic.detail);
        break;
    case Workaround::OtherAlgorithms:
        add(Finding::OnlyOtherAlgorithms, Grade::Insufficient,
            m_address.session.group.empty() ? m_address.session.cipher : m_address.session.group);
        break;
    }
}

void Collector::certificate()
{
    if (m_address.anonymous == Answer::Yes) {
        add(Finding::AnonymousOnly, Grade::Insufficient);
        return;
    }
    if (m_address.chain.isEmpty())
        return;
    const CertificateFacts& leaf = m_address.chain.leaf();
    if (leaf.notAfter < m_now)
        add(Finding::Expired, Grade::None, dateText(leaf.notAfter));
    else if (leaf.notAfter < m_now + std::int64_t{expirySoonDays} * 86400)
        add(Finding::ExpiresSoon, Grade::None, dateText(leaf.notAfter));
    if (leaf.notBefore > m_now)
        add(Finding::NotYetValid, Grade::None, dateText(leaf.notBefore));
    trust();
    if (!certificateNames(leaf, m_host.name)) {
        if (certificateNamesForPostfix(leaf, m_host.name))
            add(Finding::CommonNameOnly);
        else
            add(Finding::WrongName, Grade::None, joinedNames(leaf));
        if (!m_address.testedAs.empty())
            add(Finding::OtherName, Grade::None, m_address.testedAs);
    }
    keyAndSignatures(leaf);
}

void Collector::keyAndSignatures(const CertificateFacts& leaf)
{
    const std::string key = leaf.keyType + ' ' + std::to_string(leaf.keyBits);
    const Grade grade = gradeOfKey(leaf.keyType, leaf.keyBits);
    const bool isRsa = leaf.keyType.starts_with("RSA");
    add(grade == Grade::Insufficient            ? Finding::WeakKey
            : grade == Grade::PhaseOut && isRsa ? Finding::RsaBelow3072
                                                : Finding::CertificateKey,
        grade, key);
    const std::vector<CertificateFacts>& chain = m_address.chain.certificates;
    const auto weak = std::find_if(chain.begin(), chain.end(), [](const CertificateFacts& one) {
        return !one.selfSigned // nobody checks the signature of a root
            && gradeOfSignature(one.signature) == Grade::Insufficient;
    });
    if (weak != chain.end())
        add(Finding::WeakSignature, Grade::Insufficient, weak->signature);
    else if (!leaf.selfSigned)
        add(Finding::CertificateSignature, gradeOfSignature(leaf.signature), leaf.signature);
}

void Collector::trust()
{
    const ChainFacts& chain = m_address.chain;
    // OpenSSL takes a self-signed certificate that says CA:FALSE for one of an unknown issuer.
    if (chain.leaf().selfSigned
        && (hasError(chain, errorSelfSignedLeaf) || hasError(chain, errorGetIssuerLocally)
            || hasError(chain, errorVerifyLeaf)))
        add(Finding::SelfSigned);
    else if (chain.missingIntermediate)
        add(Finding::MissingIntermediate, Grade::None, chain.leaf().issuer);
    else if (hasError(chain, errorGetIssuerLocally) || hasError(chain, errorSelfSignedInChain)
        || hasError(chain, errorVerifyLeaf))
        add(Finding::UnknownAuthority, Grade::None, chain.certificates.back().issuer);
    else if (chain.leaf().notAfter >= m_now && chain.leaf().notBefore <= m_now && !chain.isTrusted())
        add(Finding::NotTrusted, Grade::None, whyNotTrusted(chain));
}

void Collector::dane()
{
    if (!m_host.tlsa.isPresent()) {
        add(Finding::NoDane);
        return;
    }
    if (!m_host.tlsa.isUsable()) {
        add(Finding::DaneUnusable);
        return;
    }
    const DaneMatch& match = m_address.dane;
    if (match.matched == Answer::Yes)
        daneRecords();
    else if (match.matched == Answer::No)
        add(Finding::DaneMismatches);
    otherKey();
}

/** A server with certificates of RSA and of ECDSA gives each sender the one that it prefers. */
void Collector::otherKey()
{
    const ChainFacts& chain = m_address.otherKey.chain;
    if (m_address.otherKey.works != Answer::Yes || chain.isEmpty())
        return;
    const CertificateFacts& leaf = chain.leaf();
    const std::string key = leaf.keyType + ' ' + std::to_string(leaf.keyBits);
    const DaneMatch& match = m_address.otherDane;
    if (match.matched == Answer::Yes && isNamed(leaf, match))
        add(Finding::OtherKeyMatches, Grade::None, key);
    else if (match.matched != Answer::NotTested)
        add(Finding::OtherKeyMismatches, Grade::None, key);
}

/** The name counts only where the record is an authority's (RFC 7672, 3.1.2 and 3.2.2). */
bool Collector::isNamed(const CertificateFacts& leaf, const DaneMatch& match) const
{
    return recordOf(match).usage != 2 || certificateNamesForDane(leaf, m_facts, m_host);
}

TlsaRecord Collector::recordOf(const DaneMatch& match) const
{
    const std::vector<TlsaRecord>& records = m_host.tlsa.records;
    return match.record >= 0 && static_cast<std::size_t>(match.record) < records.size()
        ? records[static_cast<std::size_t>(match.record)]
        : TlsaRecord{};
}

/** What the matched record and those beside it say. */
void Collector::daneRecords()
{
    const auto shortly = [](const TlsaRecord& record) {
        return std::to_string(record.usage) + ' ' + std::to_string(record.selector) + ' '
            + std::to_string(record.matching);
    };
    const DaneMatch& match = m_address.dane;
    if (isNamed(m_address.chain.leaf(), match))
        add(Finding::DaneMatches, Grade::None, shortly(recordOf(match)));
    else
        add(Finding::DaneWrongName);
    bool byKey = false;
    bool byAuthority = false;
    std::string spare;
    const std::vector<TlsaRecord>& records = m_host.tlsa.records;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const TlsaRecord& one = records[i];
        if (!one.isUsable())
            continue;
        const bool isMatched = (i < match.each.size() && match.each[i]) || static_cast<int>(i) == match.record;
        byKey = byKey || (isMatched && one.usage == 3);
        byAuthority = byAuthority || (isMatched && one.usage == 2);
        const std::vector<bool>& other = m_address.otherDane.each;
        const bool fitsOther = (i < other.size() && other[i]) || fitsAnotherCertificate(one);
        if (!isMatched && !fitsOther && spare.empty())
            spare = shortly(one);
    }
    // The authority's record goes on to fit when the key is replaced (RFC 7671, 8.4).
    if (byKey && byAuthority)
        add(Finding::DaneRollOver);
    else if (!spare.empty())
        add(Finding::DaneSpare, Grade::None, spare);
}

/** A certificate that another handshake got: of the other kind of key, or under another name. Digests by SHA-256. */
bool Collector::fitsAnotherCertificate(const TlsaRecord& record) const
{
    const HandshakeFacts* const ways[] = {&m_address.opportunistic, &m_address.authenticated, &m_address.named};
    return record.usage == 3 && record.matching == 1
        && std::any_of(std::begin(ways), std::end(ways), [&](const HandshakeFacts* way) {
               if (way->chain.isEmpty())
                   return false;
               const CertificateFacts& leaf = way->chain.leaf();
               return record.data == (record.selector == 1 ? leaf.keySha256 : leaf.sha256);
           });
}

/** SNI: what one handshake with the host's name gets, and one without. */
void Collector::serverName()
{
    const HandshakeFacts& plain
        = m_address.authenticated.works == Answer::Yes ? m_address.authenticated : m_address.opportunistic;
    const HandshakeFacts& named = m_address.named;
    if (plain.works != Answer::Yes || named.works != Answer::Yes || named.serverName.empty())
        return;
    const ChainFacts& without = m_address.chainOf(plain);
    const ChainFacts& with = m_address.chainOf(named);
    if (!without.isEmpty() && !with.isEmpty() && without.leaf().sha256 != with.leaf().sha256)
        add(Finding::NameChangesCertificate, Grade::None,
            joinedNames(with.leaf()) + " / " + joinedNames(without.leaf()));
}

void Collector::session()
{
    const TlsSessionFacts& session = m_address.session;
    if (session.version == TlsVersion::Unknown)
        return;
    add(Finding::Cipher, gradeOfCipher(session.cipher), session.cipher);
    const Grade grade = gradeOfGroup(session.group, session.groupBits);
    const std::string group = session.group == "DH" ? "DH " + std::to_string(session.groupBits) : session.group;
    if (!group.empty())
        add(grade == Grade::Insufficient ? Finding::WeakKeyExchange : Finding::KeyExchange, grade, group);
    else if (session.version != TlsVersion::Tls13)
        add(Finding::NoForwardSecrecy, Grade::Insufficient, session.cipher);
    if (!session.signature.empty())
        add(Finding::HandshakeSignature, gradeOfSignature(session.signature), session.signature);
    if (!session.secureRenegotiation)
        add(Finding::InsecureRenegotiation, Grade::Insufficient);
}

void Collector::versions()
{
    constexpr std::array findings{Finding::Tls10, Finding::Tls11, Finding::Tls12, Finding::Tls13};
    constexpr std::array all{TlsVersion::Tls10, TlsVersion::Tls11, TlsVersion::Tls12, TlsVersion::Tls13};
    const auto& versions = m_address.versions;
    if (m_address.session.version == TlsVersion::Tls10 || m_address.session.version == TlsVersion::Tls11)
        add(Finding::OnlyOldTls, Grade::Insufficient, std::string(name(m_address.session.version)));
    if (versions[3] == Answer::Yes && versions[2] == Answer::No)
        add(Finding::OnlyTls13);
    for (std::size_t i = 0; i < versions.size(); ++i) {
        if (versions[i] == Answer::Yes)
            add(findings[i], gradeOfVersion(all[i]));
    }
}

void Collector::conversation()
{
    if (m_address.required == Answer::Yes)
        add(m_facts.isPubliclyReferenced() ? Finding::RequiresTlsPublicly : Finding::RequiresTls);
    if (m_address.clientCertificate == ClientCertificate::Asked)
        add(Finding::ClientCertificateAsked);
    if (m_address.requireTlsExtension() == Answer::Yes)
        add(Finding::RequireTlsExtension);
    if (m_address.slowGreeting)
        add(Finding::SlowGreeting, Grade::None, std::to_string(m_address.bannerMilliseconds));
    if (m_address.cutShort)
        add(Finding::CutShort);
}

} // namespace

std::vector<FoundFact> findingsOf(
    const DomainFacts& facts, const HostFacts& host, const AddressFacts& address, std::int64_t now)
{
    return Collector(facts, host, address, now).collect();
}

std::string readyTlsaRecord(const HostFacts& host, const AddressFacts& address)
{
    if (address.chain.isEmpty() || address.chain.leaf().keySha256.empty() || !address.testedAs.empty())
        return {}; // another name's certificate makes no record for this one
    const std::string& base = host.tlsa.base.empty() ? host.name : host.tlsa.base;
    return "_" + std::to_string(address.port) + "._tcp." + base + ". IN TLSA 3 1 1 " + address.chain.leaf().keySha256;
}

} // namespace waxseal
