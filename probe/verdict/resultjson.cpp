// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/resultjson.h"

#include "probe/result/jsonwriter.h"
#include "probe/result/words.h"
#include "probe/tls/certificate.h"
#include "probe/tls/namematch.h"
#include "probe/verdict/delivery.h"
#include "probe/verdict/findings.h"

#include <QDateTime>

namespace waxseal {

namespace {

constexpr std::array versionNames{"1.0", "1.1", "1.2", "1.3"};

std::string timeText(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate).toStdString();
}

/** The objects of a result, each one written whole. */
class ResultWriter
{
public:
    explicit ResultWriter(const DomainFacts& facts)
        : m_facts(facts)
    {
    }
    QByteArray write();

private:
    template <typename Enum>
    void word(std::string_view key, Enum value)
    {
        m_json.key(key).text(factwords::name(value));
    }
    void answer(std::string_view key, Answer value)
    {
        m_json.key(key);
        if (value == Answer::NotTested)
            m_json.null();
        else
            m_json.boolean(value == Answer::Yes);
    }
    void texts(std::string_view key, const std::vector<std::string>& values)
    {
        m_json.key(key).beginArray();
        for (const std::string& value : values)
            m_json.text(value);
        m_json.endArray();
    }
    void dns(std::string_view key, const DnsState& state);
    void tlsa(const HostFacts& host);
    void host(const HostFacts& host);
    void address(const HostFacts& host, const AddressFacts& address);
    void session(const TlsSessionFacts& session);
    void certificateFields(const CertificateFacts& certificate);
    void certificate(const HostFacts& host, const ChainFacts& chain);
    void handshake(std::string_view key, const HostFacts& host, const HandshakeFacts& one);
    void dane(const HostFacts& host, const AddressFacts& address);
    void findings(const HostFacts& host, const AddressFacts& address);
    void transcript(const AddressFacts& address);
    void mtaSts();
    void tlsRpt();
    void comparison(const DaneMatch& match);
    void delivery();

    const DomainFacts& m_facts;
    JsonWriter m_json;
};

void ResultWriter::dns(std::string_view key, const DnsState& state)
{
    m_json.key(key).beginObject();
    word("status", state.status);
    word("security", state.security);
    m_json.key("detail").text(state.detail);
    m_json.endObject();
}

void ResultWriter::session(const TlsSessionFacts& session)
{
    m_json.key("tls");
    if (session.version == TlsVersion::Unknown) {
        m_json.null();
        return;
    }
    m_json.beginObject();
    m_json.key("version").text(name(session.version));
    m_json.key("cipher").text(session.cipher).key("bits").number(session.cipherBits);
    m_json.key("group").text(session.group).key("group_bits").number(session.groupBits);
    m_json.key("signature").text(session.signature);
    m_json.key("secure_renegotiation").boolean(session.secureRenegotiation);
    m_json.endObject();
}

void ResultWriter::certificateFields(const CertificateFacts& certificate)
{
    m_json.key("subject").text(certificate.subject).key("issuer").text(certificate.issuer);
    m_json.key("common_name").text(certificate.commonName);
    texts("more_common_names", certificate.moreCommonNames);
    texts("names", certificate.names);
    texts("ip_names", certificate.ipNames);
    m_json.key("not_before")
        .text(timeText(certificate.notBefore))
        .key("not_after")
        .text(timeText(certificate.notAfter));
    m_json.key("key").text(certificate.keyType).key("key_bits").number(certificate.keyBits);
    m_json.key("signature").text(certificate.signature);
    m_json.key("sha256").text(certificate.sha256).key("key_sha256").text(certificate.keySha256);
    m_json.key("self_signed").boolean(certificate.selfSigned);
}

void ResultWriter::handshake(std::string_view key, const HostFacts& host, const HandshakeFacts& one)
{
    m_json.key(key).beginObject();
    answer("works", one.works);
    m_json.key("connection").number(one.connection).key("server_name").text(one.serverName);
    m_json.key("detail").text(one.detail);
    certificate(host, one.chain); // null: that of the address
    m_json.endObject();
}

void ResultWriter::certificate(const HostFacts& host, const ChainFacts& chain)
{
    m_json.key("certificate");
    if (chain.isEmpty()) {
        m_json.null();
        return;
    }
    m_json.beginObject();
    certificateFields(chain.leaf());
    m_json.key("trusted").boolean(chain.isTrusted());
    m_json.key("names_host").boolean(certificateNames(chain.leaf(), host.name));
    m_json.key("missing_intermediate").boolean(chain.missingIntermediate);
    m_json.key("errors").beginArray();
    for (const int error : chain.errors)
        m_json.beginObject().key("code").number(error).key("text").text(verifyErrorText(error)).endObject();
    m_json.endArray();
    m_json.key("chain").beginArray();
    for (std::size_t i = 1; i < chain.certificates.size(); ++i) {
        m_json.beginObject();
        certificateFields(chain.certificates[i]);
        m_json.endObject();
    }
    m_json.endArray().endObject();
}

/** A certificate beside the TLSA records. */
void ResultWriter::comparison(const DaneMatch& match)
{
    answer("matched", match.matched);
    m_json.key("record").number(match.record).key("depth").number(match.depth).key("error").number(match.error);
    m_json.key("each").beginArray();
    for (const bool fits : match.each)
        m_json.boolean(fits);
    m_json.endArray();
}

void ResultWriter::dane(const HostFacts& host, const AddressFacts& address)
{
    const DaneMatch& match = address.dane;
    const auto status = [&]() -> std::string_view {
        if (host.tlsa.lookup.isBogus())
            return "bogus";
        if (host.tlsa.isFailed())
            return "failed";
        if (!host.tlsa.isPresent())
            return host.addressesSecure ? "none" : "insecure";
        if (!host.tlsa.isUsable())
            return "unusable";
        return match.matched == Answer::Yes ? "match" : match.matched == Answer::No ? "mismatch" : "not tested";
    };
    m_json.key("dane").beginObject();
    m_json.key("status").text(status());
    comparison(match);
    m_json.key("other_key").beginObject();
    comparison(address.otherDane);
    m_json.endObject().endObject();
}

void ResultWriter::findings(const HostFacts& host, const AddressFacts& address)
{
    m_json.key("findings").beginArray();
    for (const FoundFact& found : findingsOf(m_facts, host, address, m_facts.time)) {
        m_json.beginObject().key("code").text(name(found.finding));
        m_json.key("class").text(name(found.grade)).key("detail").text(found.detail);
        m_json.key("text").text(findingText(found).toStdString()).endObject();
    }
    m_json.endArray();
}

void ResultWriter::transcript(const AddressFacts& address)
{
    m_json.key("transcript").beginArray();
    for (const TranscriptLine& line : address.transcript) {
        m_json.beginObject().key("connection").number(line.connection).key("ms").number(line.millisecond);
        word("kind", line.kind);
        m_json.key("text").text(line.text).endObject();
    }
    m_json.endArray();
}

void ResultWriter::address(const HostFacts& host, const AddressFacts& address)
{
    m_json.beginObject();
    m_json.key("ip").text(address.address.text()).key("port").number(address.port);
    m_json.key("connections").number(address.connections).key("tested_as").text(address.testedAs);
    word("status", address.reach);
    m_json.key("detail").text(address.detail).key("cut_short").boolean(address.cutShort);
    m_json.key("banner").text(address.banner).key("banner_ms").number(address.bannerMilliseconds);
    m_json.key("slow_greeting").boolean(address.slowGreeting).key("esmtp").boolean(address.esmtp);
    texts("extensions", address.extensions);
    texts("extensions_tls", address.extensionsOverTls);
    word("starttls", address.startTls);
    m_json.key("starttls_varies").boolean(address.startTlsVaries);
    answer("required", address.required);
    answer("requiretls", address.requireTlsExtension());
    answer("anonymous", address.anonymous);
    word("client_certificate", address.clientCertificate);
    m_json.key("closed_after_tls").boolean(address.closedAfterTls);
    m_json.key("versions").beginObject();
    for (std::size_t i = 0; i < versionNames.size(); ++i)
        answer(versionNames[i], address.versions[i]);
    m_json.endObject();
    session(address.session);
    certificate(host, address.chain);
    dane(host, address);
    m_json.key("handshakes").beginObject();
    handshake("opportunistic", host, address.opportunistic);
    handshake("authenticated", host, address.authenticated);
    handshake("named", host, address.named);
    handshake("other_key", host, address.otherKey);
    m_json.endObject();
    word("workaround", address.workaround);
    m_json.key("greets_as_us").boolean(address.greetsAsUs);
    word("injection", address.commandInjection);
    word("response_injection", address.responseInjection);
    findings(host, address);
    m_json.key("tlsa_record").text(readyTlsaRecord(host, address));
    transcript(address);
    m_json.endObject();
}

void ResultWriter::tlsa(const HostFacts& host)
{
    m_json.key("tlsa").beginObject();
    dns("dns", host.tlsa.lookup);
    m_json.key("base").text(host.tlsa.base).key("usable").boolean(host.tlsa.isUsable());
    m_json.key("records").beginArray();
    for (const TlsaRecord& record : host.tlsa.records) {
        m_json.beginObject().key("usage").number(record.usage).key("selector").number(record.selector);
        m_json.key("matching").number(record.matching).key("data").text(record.data);
        m_json.key("usable").boolean(record.isUsable()).endObject();
    }
    m_json.endArray().endObject();
}

void ResultWriter::host(const HostFacts& facts)
{
    m_json.beginObject();
    m_json.key("host").text(facts.name).key("preference").number(facts.preference);
    dns("dns", facts.lookup);
    m_json.key("canonical_name").text(facts.canonicalName).key("addresses_secure").boolean(facts.addressesSecure);
    tlsa(facts);
    m_json.key("addresses").beginArray();
    for (const AddressFacts& one : facts.addresses)
        address(facts, one);
    m_json.endArray().endObject();
}

void ResultWriter::mtaSts()
{
    const MtaStsFacts& sts = m_facts.mtaSts;
    m_json.key("mta_sts").beginObject();
    word("record", sts.record);
    m_json.key("id").text(sts.id);
    word("fetch", sts.fetch);
    m_json.key("detail").text(sts.detail);
    m_json.key("mode").text(sts.hasPolicy() ? factwords::name(sts.mode) : "");
    texts("mx", sts.mx);
    m_json.key("max_age").number(sts.maxAge).endObject();
}

void ResultWriter::tlsRpt()
{
    m_json.key("tls_rpt").beginObject();
    word("record", m_facts.tlsRpt.record);
    m_json.key("detail").text(m_facts.tlsRpt.detail);
    texts("rua", m_facts.tlsRpt.addresses);
    m_json.endObject();
}

void ResultWriter::delivery()
{
    m_json.key("delivery").beginObject();
    const auto matrix = deliveryMatrix(m_facts);
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        m_json.key(name(allSenderLevels[i])).beginObject();
        m_json.key("outcome").text(name(matrix[i].outcome));
        m_json.key("reason").text(reasonText(matrix[i]).toStdString());
        m_json.key("reason_code").text(name(matrix[i].reason));
        m_json.key("host").text(matrix[i].host).endObject();
    }
    m_json.endObject();
}

QByteArray ResultWriter::write()
{
    m_json.beginObject().key("schema").number(1);
    m_json.key("domain").text(m_facts.domain).key("time").text(timeText(m_facts.time)).key("port").number(m_facts.port);
    m_json.key("sender").text(name(m_facts.sender));
    m_json.key("publicly_referenced").boolean(m_facts.isPubliclyReferenced());
    m_json.key("validating").boolean(m_facts.validating);
    dns("dns", m_facts.mxLookup);
    m_json.key("canonical_name").text(m_facts.canonicalName);
    m_json.key("null_mx").boolean(m_facts.nullMx).key("implicit_mx").boolean(m_facts.implicitMx);
    m_json.key("mx").beginArray();
    for (const HostFacts& one : m_facts.hosts)
        host(one);
    m_json.endArray();
    mtaSts();
    tlsRpt();
    delivery();
    return m_json.endObject().result();
}

} // namespace

QByteArray domainToJson(const DomainFacts& facts)
{
    return ResultWriter(facts).write();
}

} // namespace waxseal
