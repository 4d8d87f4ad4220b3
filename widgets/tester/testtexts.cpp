// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/testtexts.h"

#include "probe/verdict/delivery.h"
#include "probe/verdict/findings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace waxseal {

using namespace Qt::StringLiterals;

namespace {

struct TestTexts
{
    Q_DECLARE_TR_FUNCTIONS(TestTexts)
};

QString fromStd(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString dateText(std::int64_t seconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC), QLocale::ShortFormat) + u" UTC"_s;
}

QString certificateBlock(const CertificateFacts& certificate)
{
    QStringList names;
    for (const std::string& name : certificate.names)
        names.append(fromStd(name));
    const auto line = [](const QString& what, const QString& value) {
        return value.isEmpty() ? QString() : u"  %1 %2\n"_s.arg(QString(what + u':').leftJustified(13), value);
    };
    return line(TestTexts::tr("Subject"), fromStd(certificate.subject))
        + line(TestTexts::tr("Issuer"), fromStd(certificate.issuer)) + line(TestTexts::tr("Names"), names.join(u", "_s))
        + line(TestTexts::tr("Valid from"), dateText(certificate.notBefore))
        + line(TestTexts::tr("Valid until"), dateText(certificate.notAfter))
        + line(TestTexts::tr("Key"),
            TestTexts::tr("%1, %n bit(s)", nullptr, certificate.keyBits).arg(fromStd(certificate.keyType)))
        + line(TestTexts::tr("Signature"), fromStd(certificate.signature))
        + line(u"SHA-256"_s, fromStd(certificate.sha256));
}

/** A line of a zone, and behind it what DNSSEC says. */
QString record(const QString& name, const QString& type, const QString& data, const DnsState& state)
{
    return u"%1.  %2  %3    ; %4\n"_s.arg(name, type, data, dnsStateText(state));
}

QString hostDns(const DomainFacts& facts, const HostFacts& host)
{
    QString text;
    const QString name = fromStd(host.name);
    if (!host.canonicalName.empty() && host.canonicalName != host.name)
        text += record(name, u"CNAME"_s, fromStd(host.canonicalName) + u'.', host.lookup);
    for (const AddressFacts& address : host.addresses)
        text += record(name, address.address.isV4() ? u"A"_s : u"AAAA"_s, fromStd(address.address.text()), host.lookup);
    if (host.addresses.empty())
        text += u"%1.  A, AAAA    ; %2\n"_s.arg(name, dnsStateText(host.lookup));
    if (host.tlsa.lookup.status == DnsStatus::NotAsked)
        return text;
    const QString base = u"_%1._tcp.%2"_s.arg(
        QString::number(facts.port), fromStd(host.tlsa.base.empty() ? host.name : host.tlsa.base));
    for (const TlsaRecord& tlsa : host.tlsa.records)
        text += record(base, u"TLSA"_s, fromStd(tlsa.text()), host.tlsa.lookup);
    if (host.tlsa.records.empty())
        text += u"%1.  TLSA    ; %2\n"_s.arg(base, dnsStateText(host.tlsa.lookup));
    return text;
}

bool isToBeMended(const FoundFact& found)
{
    switch (found.finding) {
    case Finding::ExpiresSoon:
    case Finding::HiddenStartTls:
    case Finding::StrippedStartTls:
    case Finding::RequiresTlsPublicly:
    case Finding::ClientCertificateRequired:
    case Finding::DaneMismatches:
    case Finding::OtherKeyMismatches:
    case Finding::DaneWrongName:
    case Finding::DaneUnusable:
        return true;
    default:
        return found.grade == Grade::Insufficient;
    }
}

} // namespace

QString addressText(const std::string& host, const IpAddress& address)
{
    return host.empty() ? fromStd(address.text()) : u"%1 [%2]"_s.arg(fromStd(host), fromStd(address.text()));
}

QString transcriptLine(const TranscriptLine& line)
{
    constexpr std::string_view signs = "=><";
    return QString::number(line.millisecond / 1000.0, 'f', 3).rightJustified(7) + u"  #"_s
        + QString::number(line.connection) + u' ' + QLatin1Char(signs[static_cast<std::size_t>(line.kind)]) + u' '
        + fromStd(line.text);
}

QString transcriptText(const DomainFacts& facts)
{
    QString text;
    for (const HostFacts& host : facts.hosts) {
        for (const AddressFacts& address : host.addresses) {
            if (address.transcript.empty())
                continue;
            if (!text.isEmpty())
                text += u'\n';
            text += addressText(host.name, address.address) + u'\n';
            for (const TranscriptLine& line : address.transcript)
                text += transcriptLine(line) + u'\n';
        }
    }
    return text;
}

QString certificateText(const DomainFacts& facts)
{
    QString text;
    for (const HostFacts& host : facts.hosts) {
        for (const AddressFacts& address : host.addresses) {
            if (address.chain.isEmpty())
                continue;
            if (!text.isEmpty())
                text += u'\n';
            text += addressText(host.name, address.address) + u'\n';
            int place = 0;
            for (const CertificateFacts& certificate : address.chain.certificates) {
                if (place++ > 0)
                    text += u'\n';
                text += certificateBlock(certificate);
            }
        }
    }
    return text;
}

QString dnsStateText(const DnsState& state)
{
    if (state.isBogus())
        return TestTexts::tr("DNSSEC bogus: %1").arg(fromStd(state.detail));
    const QString security = state.isSecure() ? TestTexts::tr("DNSSEC valid") : TestTexts::tr("not signed");
    switch (state.status) {
    case DnsStatus::NotAsked:
        return TestTexts::tr("not asked");
    case DnsStatus::Found:
        return security;
    case DnsStatus::NoData:
        return TestTexts::tr("no such record") + u", "_s + security;
    case DnsStatus::NoDomain:
        return TestTexts::tr("no such name") + u", "_s + security;
    case DnsStatus::Failed:
        return TestTexts::tr("look-up failed: %1").arg(fromStd(state.detail));
    }
    return {};
}

QString dnsText(const DomainFacts& facts)
{
    const QString domain = fromStd(facts.domain);
    QString text;
    if (facts.nullMx)
        text += record(domain, u"MX"_s, u"0 ."_s, facts.mxLookup);
    else if (facts.implicitMx || !facts.mxLookup.isFound())
        text += u"%1.  MX    ; %2\n"_s.arg(domain, dnsStateText(facts.mxLookup));
    else
        for (const HostFacts& host : facts.hosts)
            text += record(
                domain, u"MX"_s, QString::number(host.preference) + u' ' + fromStd(host.name) + u'.', facts.mxLookup);
    for (const HostFacts& host : facts.hosts)
        text += hostDns(facts, host);
    if (facts.mtaSts.record == MtaStsFacts::Record::Found)
        text += u"_mta-sts.%1.  TXT  \"v=STSv1; id=%2;\"\n"_s.arg(domain, fromStd(facts.mtaSts.id));
    if (facts.tlsRpt.record == TlsRptFacts::Record::Found) {
        QStringList addresses;
        for (const std::string& address : facts.tlsRpt.addresses)
            addresses.append(fromStd(address));
        text += u"_smtp._tls.%1.  TXT  \"v=TLSRPTv1; rua=%2\"\n"_s.arg(domain, addresses.join(u','));
    }
    return text;
}

QString senderText(Sender sender)
{
    switch (sender) {
    case Sender::Postfix37:
        return u"Postfix 3.7"_s;
    case Sender::Postfix310:
        return TestTexts::tr("Postfix 3.10.5 and later, where MTA-STS chooses the hosts");
    case Sender::PostfixTls12:
        return TestTexts::tr("Postfix that demands TLS 1.2");
    case Sender::Exim:
        return TestTexts::tr("Exim, by its documentation");
    case Sender::ExchangeOnline:
        return TestTexts::tr("Exchange Online, by its documentation");
    }
    return {};
}

QStringList readyTlsaRecords(const DomainFacts& facts)
{
    QStringList records;
    for (const HostFacts& host : facts.hosts) {
        for (const AddressFacts& address : host.addresses) {
            const QString ready = fromStd(readyTlsaRecord(host, address));
            if (!ready.isEmpty() && !records.contains(ready))
                records.append(ready);
        }
    }
    return records;
}

QString postmasterMessage(const DomainFacts& facts)
{
    QString found;
    QStringList tlsa;
    for (const HostFacts& host : facts.hosts) {
        for (const AddressFacts& address : host.addresses) {
            QString here;
            for (const FoundFact& fact : findingsOf(facts, host, address, facts.time)) {
                if (isToBeMended(fact))
                    here += u"  - "_s + findingInEnglish(fact) + u'\n';
            }
            if (!here.isEmpty())
                found += addressText(host.name, address.address) + u'\n' + here + u'\n';
            const QString ready = fromStd(readyTlsaRecord(host, address));
            if (address.dane.matched == Answer::No && !ready.isEmpty() && !tlsa.contains(ready))
                tlsa.append(ready);
        }
    }
    if (facts.mxLookup.isBogus())
        found
            += u"The DNSSEC signatures of %1 are wrong: senders that validate do not see the domain at all.\n\n"_s.arg(
                fromStd(facts.domain));
    if (found.isEmpty())
        return {};
    const QString when = QDateTime::fromSecsSinceEpoch(facts.time, Qt::UTC).toString(u"yyyy-MM-dd HH:mm"_s);
    QString text = u"To: postmaster@%1\nSubject: TLS at the mail servers of %1\n\nHello,\n\n"
                   "a test of your mail servers at %2 UTC found:\n\n"_s.arg(fromStd(facts.domain), when)
        + found;
    if (!tlsa.isEmpty())
        text += u"A TLSA record that fits the key in use now:\n\n  %1\n\n"_s.arg(tlsa.join(u"\n  "_s));
    text += facts.sender == Sender::Exim         ? u"What Exim does"_s
        : facts.sender == Sender::ExchangeOnline ? u"What Exchange Online does"_s
                                                 : u"What a Postfix sender does"_s;
    text += u" with mail to you, by its security level:\n\n"_s;
    const auto matrix = deliveryMatrix(facts);
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        const auto word = [](std::string_view view) {
            return QString::fromLatin1(view.data(), static_cast<qsizetype>(view.size()));
        };
        const QString level = allSenderLevels[i] == SenderLevel::MtaSts ? u"MTA-STS"_s : word(name(allSenderLevels[i]));
        text += u"  %1 %2 %3\n"_s.arg(
            level.leftJustified(10), word(name(matrix[i].outcome)).leftJustified(11), reasonInEnglish(matrix[i]));
    }
    return text + u"\nThe test opened a few connections, one at a time, and sent no mail.\n"_s;
}

} // namespace waxseal
