// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/probetext.h"

#include "app/cli/output.h"
#include "app/cli/textlayout.h"
#include "model/core/domainname.h"
#include "probe/result/words.h"
#include "probe/verdict/delivery.h"
#include "probe/verdict/findings.h"

#include <QDateTime>

#include <algorithm>

namespace waxseal::cli {

namespace {

constexpr std::size_t longestRecord = 140; ///< a digest fits; a whole certificate does not
constexpr int hostIndent = 4;
constexpr int factIndent = 6;
constexpr int reasonColumn = 24;

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString blanks(int columns)
{
    return QString(columns, u' ');
}

Ink inkOf(Delivery outcome)
{
    switch (outcome) {
    case Delivery::Delivered:
        return Ink::Good;
    case Delivery::Deferred:
        return Ink::Warning;
    case Delivery::Bounced:
        return Ink::Bad;
    case Delivery::NotTested:
        break;
    }
    return Ink::Muted;
}

Ink inkOf(Grade grade)
{
    switch (grade) {
    case Grade::None:
        return Ink::Muted;
    case Grade::Good:
    case Grade::Sufficient:
        return Ink::Good;
    case Grade::PhaseOut:
        return Ink::Warning;
    case Grade::Insufficient:
        break;
    }
    return Ink::Bad;
}

QString dateText(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate).left(10);
}

/** Writes the result of one domain, no line wider than a terminal. */
class Writer
{
public:
    Writer(const DomainFacts& facts, const ProbeTextStyle& style)
        : m_facts(facts)
        , m_style(style)
    {
    }
    QString write();

private:
    void line(const QList<Span>& spans, int hanging) { m_out += laidOut(spans, hanging, m_style.coloured); }
    void line(int indent, const QString& sentence) { line({{blanks(indent) + sentence}}, indent + 2); }
    void delivery();
    void dns();
    void host(const HostFacts& host);
    void address(const HostFacts& host, const AddressFacts& address);
    void certificate(const CertificateFacts& leaf);
    void greetings(const AddressFacts& address);
    void tlsaRecord(const HostFacts& host, const AddressFacts& address);
    void transcript(const AddressFacts& address);
    void policies();

    const DomainFacts& m_facts;
    ProbeTextStyle m_style;
    QString m_out;
};

void Writer::delivery()
{
    const auto matrix = deliveryMatrix(m_facts);
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        const Verdict& verdict = matrix[i];
        line({{QStringLiteral("  ") + text(name(allSenderLevels[i])).leftJustified(10)},
                 {text(name(verdict.outcome)).leftJustified(12), inkOf(verdict.outcome)}, {reasonText(verdict)}},
            reasonColumn);
    }
}

/** What one greeting announces and the other does not; that STARTTLS goes is in the nature of things. */
void Writer::greetings(const AddressFacts& address)
{
    if (address.extensionsOverTls.empty())
        return;
    const auto onlyIn = [](const std::vector<std::string>& one, const std::vector<std::string>& other) {
        QStringList words;
        for (const std::string& keyword : one) {
            if (keyword != "STARTTLS" && std::find(other.begin(), other.end(), keyword) == other.end())
                words.append(text(keyword));
        }
        return words.join(QStringLiteral(", "));
    };
    if (const QString words = onlyIn(address.extensions, address.extensionsOverTls); !words.isEmpty())
        line(factIndent, Cli::tr("EHLO, in clear only: %1").arg(words));
    if (const QString words = onlyIn(address.extensionsOverTls, address.extensions); !words.isEmpty())
        line(factIndent, Cli::tr("EHLO, over TLS only: %1").arg(words));
}

void Writer::transcript(const AddressFacts& address)
{
    for (const TranscriptLine& one : address.transcript) {
        const char* const arrow = one.kind == TranscriptLine::Kind::Sent ? "> "
            : one.kind == TranscriptLine::Kind::Received                 ? "< "
                                                                         : "* ";
        const QString place
            = blanks(factIndent) + QStringLiteral("%1 %2 ms  ").arg(one.connection).arg(one.millisecond, 6);
        line({{place, Ink::Muted}, {QLatin1String(arrow) + text(one.text)}}, displayWidth(place) + 2);
    }
}

/** Whom the certificate names, who says so, and until when. */
void Writer::certificate(const CertificateFacts& leaf)
{
    QStringList names;
    for (const std::string& one : leaf.names)
        names.append(text(one));
    if (names.isEmpty() && !leaf.commonName.empty())
        names.append(text(leaf.commonName));
    line(factIndent,
        Cli::tr("Certificate for: %1").arg(names.isEmpty() ? Cli::tr("nobody") : names.join(QStringLiteral(", "))));
    line(factIndent, Cli::tr("Issuer: %1").arg(text(leaf.issuer)));
    line(factIndent, Cli::tr("Valid: %1 to %2").arg(dateText(leaf.notBefore), dateText(leaf.notAfter)));
}

/** Ready for a zone: parentheses carry a record over several lines (RFC 1035, 5.1). */
void Writer::tlsaRecord(const HostFacts& host, const AddressFacts& address)
{
    const QString record = text(readyTlsaRecord(host, address));
    const QString digest = record.section(u' ', -1);
    if (record.isEmpty())
        return;
    line(factIndent, Cli::tr("TLSA record for this key:"));
    line(factIndent, record.left(record.size() - digest.size()) + u'(');
    line(factIndent + 2, digest + QStringLiteral(" )"));
}

void Writer::address(const HostFacts& host, const AddressFacts& address)
{
    QString state;
    if (address.reach != Reach::Reached)
        state = text(factwords::name(address.reach))
            + (address.detail.empty() ? QString() : QStringLiteral(": ") + text(address.detail));
    else if (address.session.version != TlsVersion::Unknown)
        state = QStringLiteral("TLS ") + text(name(address.session.version)) + u' ' + text(address.session.cipher);
    else
        state = QStringLiteral("STARTTLS ") + text(factwords::name(address.startTls));
    line({{blanks(hostIndent) + text(address.address.text()) + QStringLiteral("  ") + state},
             {QStringLiteral("  ") + Cli::tr("(%n connection(s))", nullptr, address.connections), Ink::Muted}},
        factIndent);
    if (!address.chain.isEmpty())
        certificate(address.chain.leaf());
    // The class first, so that the eye finds what matters.
    const int widest = static_cast<int>(name(Grade::Insufficient).size());
    for (const FoundFact& found : findingsOf(m_facts, host, address, m_facts.time)) {
        const QString grade = found.grade == Grade::None ? QStringLiteral("-") : text(name(found.grade));
        line({{blanks(factIndent)}, {grade.leftJustified(widest), inkOf(found.grade)},
                 {QStringLiteral("  ") + findingText(found)}},
            factIndent + widest + 2);
    }
    greetings(address);
    if (address.dane.matched != Answer::Yes)
        tlsaRecord(host, address);
    if (m_style.withTranscript)
        transcript(address);
}

void Writer::host(const HostFacts& host)
{
    QString title = m_facts.implicitMx ? QStringLiteral("  A/AAAA ") : QStringLiteral("  MX %1 ").arg(host.preference);
    QString more;
    if (!host.canonicalName.empty())
        more += QStringLiteral(" = ") + text(host.canonicalName);
    if (!host.lookup.isFound())
        more += QStringLiteral(": ") + text(host.lookup.isBogus() ? "bogus" : factwords::name(host.lookup.status));
    line({{title}, {text(host.name), Ink::Strong}, {more}}, hostIndent + 2);
    if (host.tlsa.isFailed())
        line(hostIndent,
            QStringLiteral("TLSA ") + text(host.tlsa.lookup.isBogus() ? "bogus" : "failed") + QStringLiteral(": ")
                + text(host.tlsa.lookup.detail));
    for (const TlsaRecord& record : host.tlsa.records)
        line(hostIndent,
            QStringLiteral("TLSA ") + text(record.text().substr(0, longestRecord))
                + (record.isUsable() ? QString() : QStringLiteral("  ") + Cli::tr("(does not count for mail)")));
    for (const AddressFacts& one : host.addresses)
        address(host, one);
}

/** What DNSSEC makes of the MX records, or of their absence. */
void Writer::dns()
{
    const DnsState& state = m_facts.mxLookup;
    QString out = QStringLiteral("DNSSEC:  ");
    if (!m_facts.validating)
        out += QStringLiteral("not validated");
    else if (state.status == DnsStatus::Failed && !state.isBogus())
        out += text(factwords::name(state.status)) + QStringLiteral(": ") + text(state.detail);
    else
        out += text(factwords::name(state.security));
    if (m_facts.implicitMx)
        out += QStringLiteral(", no MX");
    if (m_facts.nullMx)
        out += QStringLiteral(", null MX");
    line(2, out);
}

void Writer::policies()
{
    QString out = QStringLiteral("MTA-STS: ");
    const MtaStsFacts& sts = m_facts.mtaSts;
    const QString why = sts.detail.empty() ? QString() : QStringLiteral(": ") + text(sts.detail);
    if (sts.hasPolicy()) {
        out += text(factwords::name(sts.mode)) + QStringLiteral(", max_age %1").arg(sts.maxAge);
        for (const std::string& pattern : sts.mx)
            out += QStringLiteral(", mx ") + text(pattern);
    } else if (sts.record == MtaStsFacts::Record::Found) {
        out += text(factwords::name(sts.fetch)) + why;
    } else {
        out += text(factwords::name(sts.record)) + why;
    }
    line(2, out);
    out = QStringLiteral("TLS-RPT: ") + text(factwords::name(m_facts.tlsRpt.record));
    if (!m_facts.tlsRpt.detail.empty())
        out += QStringLiteral(": ") + text(m_facts.tlsRpt.detail);
    for (const std::string& address : m_facts.tlsRpt.addresses)
        out += u' ' + text(address);
    line(2, out);
}

QString Writer::write()
{
    const auto domain = DomainName::parse(m_facts.domain);
    line({{domain ? text(domain->display()) : text(m_facts.domain), Ink::Strong}}, 2);
    if (m_facts.sender != Sender::Postfix37)
        line(2, Cli::tr("as this sender would: %1").arg(text(name(m_facts.sender))));
    delivery();
    dns();
    for (const HostFacts& one : m_facts.hosts)
        host(one);
    policies();
    return m_out;
}

} // namespace

QString probeText(const DomainFacts& facts, const ProbeTextStyle& style)
{
    return Writer(facts, style).write();
}

} // namespace waxseal::cli
