// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/probetext.h"

#include "app/cli/output.h"
#include "model/core/domainname.h"
#include "probe/result/words.h"
#include "probe/verdict/delivery.h"
#include "probe/verdict/findings.h"

#include <algorithm>

namespace waxseal::cli {

namespace {

const QString indent(6, u' ');
constexpr std::size_t longestRecord = 140; ///< a digest fits; a whole certificate does not

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString deliveryLines(const DomainFacts& facts)
{
    QString out;
    const auto matrix = deliveryMatrix(facts);
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        out += QStringLiteral("  ") + text(name(allSenderLevels[i])).leftJustified(10)
            + text(name(matrix[i].outcome)).leftJustified(12) + reasonText(matrix[i]) + u'\n';
    }
    return out;
}

/** What one greeting announces and the other does not; that STARTTLS goes is in the nature of things. */
QString greetingLines(const AddressFacts& address)
{
    if (address.extensionsOverTls.empty())
        return {};
    const auto onlyIn = [](const std::vector<std::string>& one, const std::vector<std::string>& other) {
        QStringList words;
        for (const std::string& keyword : one) {
            if (keyword != "STARTTLS" && std::find(other.begin(), other.end(), keyword) == other.end())
                words.append(text(keyword));
        }
        return words.join(QStringLiteral(", "));
    };
    QString out;
    if (const QString words = onlyIn(address.extensions, address.extensionsOverTls); !words.isEmpty())
        out += indent + Cli::tr("EHLO, in clear only: %1").arg(words) + u'\n';
    if (const QString words = onlyIn(address.extensionsOverTls, address.extensions); !words.isEmpty())
        out += indent + Cli::tr("EHLO, over TLS only: %1").arg(words) + u'\n';
    return out;
}

QString transcriptLines(const AddressFacts& address)
{
    QString out;
    for (const TranscriptLine& line : address.transcript) {
        const char* const arrow = line.kind == TranscriptLine::Kind::Sent ? "> "
            : line.kind == TranscriptLine::Kind::Received                 ? "< "
                                                                          : "* ";
        out += indent + QStringLiteral("%1 %2 ms  ").arg(line.connection).arg(line.millisecond, 6)
            + QLatin1String(arrow) + text(line.text) + u'\n';
    }
    return out;
}

QString addressLines(const DomainFacts& facts, const HostFacts& host, const AddressFacts& address, bool withTranscript)
{
    QString out = QStringLiteral("    ") + text(address.address.text()) + QStringLiteral("  ");
    if (address.reach != Reach::Reached)
        out += text(factwords::name(address.reach))
            + (address.detail.empty() ? QString() : QStringLiteral(": ") + text(address.detail));
    else if (address.session.version != TlsVersion::Unknown)
        out += QStringLiteral("TLS ") + text(name(address.session.version)) + u' ' + text(address.session.cipher);
    else
        out += QStringLiteral("STARTTLS ") + text(factwords::name(address.startTls));
    out += QStringLiteral("  ") + Cli::tr("(%n connection(s))", nullptr, address.connections) + u'\n';
    // The class first, so that the eye finds what matters.
    const int widest = static_cast<int>(name(Grade::Insufficient).size());
    for (const FoundFact& found : findingsOf(facts, host, address, facts.time)) {
        const QString grade = found.grade == Grade::None ? QStringLiteral("-") : text(name(found.grade));
        out += indent + grade.leftJustified(widest) + QStringLiteral("  ") + findingText(found) + u'\n';
    }
    out += greetingLines(address);
    if (address.dane.matched != Answer::Yes) {
        if (const std::string record = readyTlsaRecord(host, address); !record.empty())
            out += indent + Cli::tr("TLSA record for this key:") + u' ' + text(record) + u'\n';
    }
    return withTranscript ? out + transcriptLines(address) : out;
}

QString hostLines(const DomainFacts& facts, const HostFacts& host, bool withTranscript)
{
    QString out = (facts.implicitMx ? QStringLiteral("  A/AAAA ") : QStringLiteral("  MX %1 ").arg(host.preference))
        + text(host.name);
    if (!host.canonicalName.empty())
        out += QStringLiteral(" = ") + text(host.canonicalName);
    if (!host.lookup.isFound())
        out += QStringLiteral(": ") + text(host.lookup.isBogus() ? "bogus" : factwords::name(host.lookup.status));
    out += u'\n';
    if (host.tlsa.isFailed())
        out += QStringLiteral("    TLSA ") + text(host.tlsa.lookup.isBogus() ? "bogus" : "failed")
            + QStringLiteral(": ") + text(host.tlsa.lookup.detail) + u'\n';
    for (const TlsaRecord& record : host.tlsa.records)
        out += QStringLiteral("    TLSA ") + text(record.text().substr(0, longestRecord))
            + (record.isUsable() ? QString() : QStringLiteral("  ") + Cli::tr("(does not count for mail)")) + u'\n';
    for (const AddressFacts& address : host.addresses)
        out += addressLines(facts, host, address, withTranscript);
    return out;
}

/** What DNSSEC makes of the MX records, or of their absence. */
QString dnsLine(const DomainFacts& facts)
{
    const DnsState& state = facts.mxLookup;
    QString out = QStringLiteral("  DNSSEC:  ");
    if (!facts.validating)
        out += QStringLiteral("not validated");
    else if (state.status == DnsStatus::Failed && !state.isBogus())
        out += text(factwords::name(state.status)) + QStringLiteral(": ") + text(state.detail);
    else
        out += text(factwords::name(state.security));
    if (facts.implicitMx)
        out += QStringLiteral(", no MX");
    if (facts.nullMx)
        out += QStringLiteral(", null MX");
    return out + u'\n';
}

QString policyLines(const DomainFacts& facts)
{
    QString out = QStringLiteral("  MTA-STS: ");
    const MtaStsFacts& sts = facts.mtaSts;
    if (sts.hasPolicy()) {
        out += text(factwords::name(sts.mode)) + QStringLiteral(", max_age %1").arg(sts.maxAge);
        for (const std::string& pattern : sts.mx)
            out += QStringLiteral(", mx ") + text(pattern);
    } else if (sts.record == MtaStsFacts::Record::Found)
        out += text(factwords::name(sts.fetch))
            + (sts.detail.empty() ? QString() : QStringLiteral(": ") + text(sts.detail));
    else
        out += text(factwords::name(sts.record));
    out += QStringLiteral("\n  TLS-RPT: ") + text(factwords::name(facts.tlsRpt.record));
    for (const std::string& address : facts.tlsRpt.addresses)
        out += u' ' + text(address);
    return out + u'\n';
}

} // namespace

QString probeText(const DomainFacts& facts, bool withTranscript)
{
    const auto domain = DomainName::parse(facts.domain);
    QString out = (domain ? text(domain->display()) : text(facts.domain)) + u'\n' + deliveryLines(facts);
    out += dnsLine(facts);
    for (const HostFacts& host : facts.hosts)
        out += hostLines(facts, host, withTranscript);
    return out + policyLines(facts);
}

} // namespace waxseal::cli
