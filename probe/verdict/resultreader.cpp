// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/resultjson.h"

#include "model/core/domainname.h"
#include "model/core/printable.h"
#include "probe/result/words.h"
#include "probe/verdict/sender.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace waxseal {

namespace {

// A workspace may come from a stranger too: nothing in it is larger than what a test can yield.
constexpr qsizetype maximumJson = 32 * 1024 * 1024;
constexpr qsizetype maximumItems = 600;
constexpr qsizetype maximumNames = 2500; // of a certificate
constexpr std::size_t maximumText = 8192;

QJsonArray arrayOf(const QJsonObject& object, QLatin1String key)
{
    return object.value(key).toArray();
}

/** Calls `use` for each object of an array, up to the limit. */
template <typename Use>
void forEachObject(const QJsonArray& array, Use use)
{
    const qsizetype count = std::min<qsizetype>(array.size(), maximumItems);
    for (qsizetype i = 0; i < count; ++i)
        use(array.at(i).toObject());
}

std::string textOf(const QJsonObject& object, QLatin1String key)
{
    return printable(object.value(key).toString().toStdString(), maximumText);
}

template <typename Enum>
Enum wordOf(const QJsonObject& object, QLatin1String key)
{
    return factwords::parse<Enum>(object.value(key).toString().toStdString());
}

int numberOf(const QJsonObject& object, QLatin1String key, int otherwise = 0)
{
    return object.value(key).toInt(otherwise);
}

std::uint16_t smallOf(const QJsonObject& object, QLatin1String key)
{
    return static_cast<std::uint16_t>(std::clamp(numberOf(object, key), 0, 65535));
}

std::uint8_t byteOf(const QJsonObject& object, QLatin1String key)
{
    return static_cast<std::uint8_t>(std::clamp(numberOf(object, key), 0, 255));
}

Answer answerOf(const QJsonObject& object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    return !value.isBool() ? Answer::NotTested : value.toBool() ? Answer::Yes : Answer::No;
}

std::int64_t timeOf(const QJsonObject& object, QLatin1String key)
{
    const QDateTime time = QDateTime::fromString(object.value(key).toString(), Qt::ISODate);
    return time.isValid() ? time.toSecsSinceEpoch() : 0;
}

std::vector<std::string> textsOf(const QJsonObject& object, QLatin1String key, qsizetype most = maximumItems)
{
    const QJsonArray array = arrayOf(object, key);
    std::vector<std::string> texts;
    for (qsizetype i = 0; i < std::min<qsizetype>(array.size(), most); ++i)
        texts.push_back(printable(array.at(i).toString().toStdString(), maximumText));
    return texts;
}

DnsState dnsOf(const QJsonObject& object)
{
    DnsState state;
    state.status = wordOf<DnsStatus>(object, QLatin1String("status"));
    state.security = wordOf<DnsSecurity>(object, QLatin1String("security"));
    state.detail = textOf(object, QLatin1String("detail"));
    return state;
}

CertificateFacts certificateOf(const QJsonObject& object)
{
    CertificateFacts facts;
    facts.subject = textOf(object, QLatin1String("subject"));
    facts.issuer = textOf(object, QLatin1String("issuer"));
    facts.commonName = textOf(object, QLatin1String("common_name"));
    facts.moreCommonNames = textsOf(object, QLatin1String("more_common_names"));
    facts.names = textsOf(object, QLatin1String("names"), maximumNames);
    facts.ipNames = textsOf(object, QLatin1String("ip_names"));
    facts.notBefore = timeOf(object, QLatin1String("not_before"));
    facts.notAfter = timeOf(object, QLatin1String("not_after"));
    facts.keyType = textOf(object, QLatin1String("key"));
    facts.keyBits = numberOf(object, QLatin1String("key_bits"));
    facts.signature = textOf(object, QLatin1String("signature"));
    facts.sha256 = textOf(object, QLatin1String("sha256"));
    facts.keySha256 = textOf(object, QLatin1String("key_sha256"));
    facts.selfSigned = object.value(QLatin1String("self_signed")).toBool();
    return facts;
}

ChainFacts chainOf(const QJsonValue& value)
{
    ChainFacts chain;
    if (!value.isObject())
        return chain;
    const QJsonObject object = value.toObject();
    chain.certificates.push_back(certificateOf(object));
    forEachObject(arrayOf(object, QLatin1String("chain")),
        [&chain](const QJsonObject& one) { chain.certificates.push_back(certificateOf(one)); });
    forEachObject(arrayOf(object, QLatin1String("errors")),
        [&chain](const QJsonObject& one) { chain.errors.push_back(numberOf(one, QLatin1String("code"))); });
    chain.missingIntermediate = object.value(QLatin1String("missing_intermediate")).toBool();
    return chain;
}

HandshakeFacts handshakeOf(const QJsonObject& object)
{
    HandshakeFacts facts;
    facts.works = answerOf(object, QLatin1String("works"));
    facts.connection = numberOf(object, QLatin1String("connection"));
    facts.serverName = textOf(object, QLatin1String("server_name"));
    facts.detail = textOf(object, QLatin1String("detail"));
    facts.chain = chainOf(object.value(QLatin1String("certificate")));
    return facts;
}

TlsSessionFacts sessionOf(const QJsonObject& object)
{
    TlsSessionFacts session;
    if (object.isEmpty())
        return session;
    session.version = parseTlsVersion("TLSv" + textOf(object, QLatin1String("version")));
    session.cipher = textOf(object, QLatin1String("cipher"));
    session.cipherBits = numberOf(object, QLatin1String("bits"));
    session.group = textOf(object, QLatin1String("group"));
    session.groupBits = numberOf(object, QLatin1String("group_bits"));
    session.signature = textOf(object, QLatin1String("signature"));
    session.secureRenegotiation = object.value(QLatin1String("secure_renegotiation")).toBool();
    return session;
}

DaneMatch daneOf(const QJsonObject& object)
{
    DaneMatch match;
    match.matched = answerOf(object, QLatin1String("matched"));
    match.record = numberOf(object, QLatin1String("record"), -1);
    match.depth = numberOf(object, QLatin1String("depth"), -1);
    match.error = numberOf(object, QLatin1String("error"));
    const QJsonArray each = arrayOf(object, QLatin1String("each"));
    for (qsizetype i = 0; i < std::min<qsizetype>(each.size(), maximumItems); ++i)
        match.each.push_back(each.at(i).toBool());
    return match;
}

AddressFacts addressOf(const QJsonObject& object)
{
    AddressFacts facts;
    facts.address = IpAddress::parse(textOf(object, QLatin1String("ip"))).value_or(IpAddress{});
    facts.port = smallOf(object, QLatin1String("port"));
    facts.connections = numberOf(object, QLatin1String("connections"));
    facts.testedAs = textOf(object, QLatin1String("tested_as"));
    facts.reach = wordOf<Reach>(object, QLatin1String("status"));
    facts.detail = textOf(object, QLatin1String("detail"));
    facts.cutShort = object.value(QLatin1String("cut_short")).toBool();
    facts.banner = textOf(object, QLatin1String("banner"));
    facts.bannerMilliseconds = numberOf(object, QLatin1String("banner_ms"));
    facts.slowGreeting = object.value(QLatin1String("slow_greeting")).toBool();
    facts.esmtp = object.value(QLatin1String("esmtp")).toBool();
    facts.extensions = textsOf(object, QLatin1String("extensions"));
    facts.extensionsOverTls = textsOf(object, QLatin1String("extensions_tls"));
    facts.startTls = wordOf<StartTls>(object, QLatin1String("starttls"));
    facts.startTlsVaries = object.value(QLatin1String("starttls_varies")).toBool();
    facts.required = answerOf(object, QLatin1String("required"));
    facts.anonymous = answerOf(object, QLatin1String("anonymous"));
    facts.clientCertificate = wordOf<ClientCertificate>(object, QLatin1String("client_certificate"));
    facts.closedAfterTls = object.value(QLatin1String("closed_after_tls")).toBool();
    const QJsonObject versions = object.value(QLatin1String("versions")).toObject();
    constexpr std::array names{"1.0", "1.1", "1.2", "1.3"};
    for (std::size_t i = 0; i < names.size(); ++i)
        facts.versions[i] = answerOf(versions, QLatin1String(names[i]));
    facts.session = sessionOf(object.value(QLatin1String("tls")).toObject());
    facts.chain = chainOf(object.value(QLatin1String("certificate")));
    facts.dane = daneOf(object.value(QLatin1String("dane")).toObject());
    const QJsonObject handshakes = object.value(QLatin1String("handshakes")).toObject();
    facts.opportunistic = handshakeOf(handshakes.value(QLatin1String("opportunistic")).toObject());
    facts.authenticated = handshakeOf(handshakes.value(QLatin1String("authenticated")).toObject());
    facts.named = handshakeOf(handshakes.value(QLatin1String("named")).toObject());
    facts.otherKey = handshakeOf(handshakes.value(QLatin1String("other_key")).toObject());
    facts.otherDane
        = daneOf(object.value(QLatin1String("dane")).toObject().value(QLatin1String("other_key")).toObject());
    facts.workaround = wordOf<Workaround>(object, QLatin1String("workaround"));
    facts.greetsAsUs = object.value(QLatin1String("greets_as_us")).toBool();
    facts.commandInjection = wordOf<Injection>(object, QLatin1String("injection"));
    facts.responseInjection = wordOf<Injection>(object, QLatin1String("response_injection"));
    forEachObject(arrayOf(object, QLatin1String("transcript")), [&facts](const QJsonObject& line) {
        facts.transcript.push_back({numberOf(line, QLatin1String("connection"), 1), numberOf(line, QLatin1String("ms")),
            wordOf<TranscriptLine::Kind>(line, QLatin1String("kind")), textOf(line, QLatin1String("text"))});
    });
    return facts;
}

HostFacts hostOf(const QJsonObject& object)
{
    HostFacts facts;
    facts.name = textOf(object, QLatin1String("host"));
    facts.preference = smallOf(object, QLatin1String("preference"));
    facts.lookup = dnsOf(object.value(QLatin1String("dns")).toObject());
    facts.canonicalName = textOf(object, QLatin1String("canonical_name"));
    facts.addressesSecure = object.value(QLatin1String("addresses_secure")).toBool();
    const QJsonObject tlsa = object.value(QLatin1String("tlsa")).toObject();
    facts.tlsa.lookup = dnsOf(tlsa.value(QLatin1String("dns")).toObject());
    facts.tlsa.base = textOf(tlsa, QLatin1String("base"));
    forEachObject(arrayOf(tlsa, QLatin1String("records")), [&facts](const QJsonObject& one) {
        TlsaRecord record{byteOf(one, QLatin1String("usage")), byteOf(one, QLatin1String("selector")),
            byteOf(one, QLatin1String("matching")), textOf(one, QLatin1String("data"))};
        record.isMalformed
            = record.matching == 0 && !one.value(QLatin1String("usable")).toBool(true) && record.isUsable();
        facts.tlsa.records.push_back(std::move(record));
    });
    forEachObject(arrayOf(object, QLatin1String("addresses")),
        [&facts](const QJsonObject& one) { facts.addresses.push_back(addressOf(one)); });
    return facts;
}

} // namespace

Result<DomainFacts> domainFromJson(const QByteArray& json)
{
    const Error broken{ErrorCode::DamagedWorkspace, QStringLiteral("probe result"), {}};
    if (json.size() > maximumJson)
        return broken;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const std::optional<DomainName> domain
        = DomainName::parse(object.value(QLatin1String("domain")).toString().toStdString());
    if (numberOf(object, QLatin1String("schema")) != 1 || !domain)
        return broken;

    DomainFacts facts;
    facts.domain = domain->ascii();
    facts.time = timeOf(object, QLatin1String("time"));
    facts.port = smallOf(object, QLatin1String("port"));
    facts.sender = senderNamed(textOf(object, QLatin1String("sender"))).value_or(Sender::Postfix37);
    facts.validating = object.value(QLatin1String("validating")).toBool(true);
    facts.mxLookup = dnsOf(object.value(QLatin1String("dns")).toObject());
    facts.canonicalName = textOf(object, QLatin1String("canonical_name"));
    facts.nullMx = object.value(QLatin1String("null_mx")).toBool();
    facts.implicitMx = object.value(QLatin1String("implicit_mx")).toBool();
    forEachObject(
        arrayOf(object, QLatin1String("mx")), [&facts](const QJsonObject& one) { facts.hosts.push_back(hostOf(one)); });

    const QJsonObject sts = object.value(QLatin1String("mta_sts")).toObject();
    facts.mtaSts.record = wordOf<MtaStsFacts::Record>(sts, QLatin1String("record"));
    facts.mtaSts.id = textOf(sts, QLatin1String("id"));
    facts.mtaSts.fetch = wordOf<MtaStsFacts::Fetch>(sts, QLatin1String("fetch"));
    facts.mtaSts.detail = textOf(sts, QLatin1String("detail"));
    facts.mtaSts.mode = wordOf<MtaStsFacts::Mode>(sts, QLatin1String("mode"));
    facts.mtaSts.mx = textsOf(sts, QLatin1String("mx"));
    facts.mtaSts.maxAge = numberOf(sts, QLatin1String("max_age"));
    const QJsonObject rpt = object.value(QLatin1String("tls_rpt")).toObject();
    facts.tlsRpt.record = wordOf<TlsRptFacts::Record>(rpt, QLatin1String("record"));
    facts.tlsRpt.detail = textOf(rpt, QLatin1String("detail"));
    facts.tlsRpt.addresses = textsOf(rpt, QLatin1String("rua"));
    return facts;
}

} // namespace waxseal
