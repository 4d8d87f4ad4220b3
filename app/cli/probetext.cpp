// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/probetext.h"

#include "app/cli/output.h"
#include "model/core/domainname.h"
#include "probe/result/words.h"
#include "probe/verdict/delivery.h"
#include "probe/verdict/findings.h"

namespace waxseal::cli {

namespace {

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
    for (const FoundFact& found : findingsOf(facts, host, address, facts.time)) {
        out += QStringLiteral("      - ") + findingText(found);
        if (found.grade != Grade::None)
            out += QStringLiteral(" [") + text(name(found.grade)) + u']';
        out += u'\n';
    }
    if (address.dane.matched != Answer::Yes) {
        if (const std::string record = readyTlsaRecord(host, address); !record.empty())
            out += QStringLiteral("      ") + Cli::tr("TLSA record for this key:") + u' ' + text(record) + u'\n';
    }
    if (withTranscript) {
        for (const TranscriptLine& line : address.transcript) {
            const char* const arrow = line.kind == TranscriptLine::Kind::Sent ? "> "
                : line.kind == TranscriptLine::Kind::Received                 ? "< "
                                                                              : "* ";
            out += QStringLiteral("      %1 %2 ms  ").arg(line.connection).arg(line.millisecond, 6)
                + QLatin1String(arrow) + text(line.text) + u'\n';
        }
    }
    return out;
}

QString policyLines(const DomainFacts& facts)
{
    QString out = QStringLiteral("  MTA-STS: ");
    const MtaStsFacts& sts = facts.mtaSts;
    if (sts.hasPolicy())
        out += text(factwords::name(sts.mode));
    else if (sts.record == MtaStsFacts::Record::Found)
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
    for (const HostFacts& host : facts.hosts) {
        out += QStringLiteral("  MX %1 ").arg(host.preference) + text(host.name);
        if (!host.lookup.isFound())
            out += QStringLiteral(": ") + text(host.lookup.isBogus() ? "bogus" : factwords::name(host.lookup.status));
        out += u'\n';
        for (const AddressFacts& address : host.addresses)
            out += addressLines(facts, host, address, withTranscript);
    }
    return out + policyLines(facts);
}

} // namespace waxseal::cli
