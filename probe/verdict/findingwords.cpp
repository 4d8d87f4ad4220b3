// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/result/sentence.h"
#include "probe/verdict/findings.h"
#include "probe/verdict/trustwords.h"

#include <QCoreApplication>

namespace waxseal {

namespace {

struct FindingWords
{
    Finding finding;
    const char* word;
    const char* sentence; ///< %1 the detail
};

constexpr FindingWords allFindings[] = {
    {Finding::NoStartTls, "no-starttls", QT_TRANSLATE_NOOP("Finding", "No STARTTLS: all mail arrives in clear.")},
    {Finding::HiddenStartTls, "hidden-starttls",
        QT_TRANSLATE_NOOP("Finding", "STARTTLS works, but is not announced: senders do not see it.")},
    {Finding::StrippedStartTls, "stripped-starttls",
        QT_TRANSLATE_NOOP("Finding", "A device on the way overwrites STARTTLS in the server's answer.")},
    {Finding::RefusedStartTls, "refused-starttls",
        QT_TRANSLATE_NOOP("Finding", "STARTTLS is announced and then refused: %1")},
    {Finding::BrokenStartTls, "broken-starttls",
        QT_TRANSLATE_NOOP("Finding", "STARTTLS is announced, but the handshake fails: %1")},
    {Finding::RequiresTls, "requires-tls", QT_TRANSLATE_NOOP("Finding", "Mail in clear is refused.")},
    {Finding::RequiresTlsPublicly, "requires-tls-publicly",
        QT_TRANSLATE_NOOP("Finding",
            "Mail in clear is refused, although RFC 3207 section 4 says that a publicly-referenced SMTP server must "
            "not require STARTTLS.")},
    {Finding::CommandInjection, "command-injection",
        QT_TRANSLATE_NOOP(
            "Finding", "A command sent in clear before the handshake is obeyed after it (CVE-2011-0411).")},
    {Finding::ResponseInjection, "response-injection",
        QT_TRANSLATE_NOOP("Finding", "More than the reply to STARTTLS arrives before the handshake.")},
    {Finding::ClientCertificateAsked, "client-certificate-asked",
        QT_TRANSLATE_NOOP("Finding", "A client certificate is asked for, not required.")},
    {Finding::ClientCertificateRequired, "client-certificate-required",
        QT_TRANSLATE_NOOP("Finding", "A client certificate is required: nearly every sender is turned away.")},
    {Finding::SlowGreeting, "slow-greeting",
        QT_TRANSLATE_NOOP("Finding", "The greeting is held back to catch hasty senders (%1 ms).")},
    {Finding::RequireTlsExtension, "requiretls", QT_TRANSLATE_NOOP("Finding", "REQUIRETLS (RFC 8689) is offered.")},
    {Finding::CutShort, "cut-short",
        QT_TRANSLATE_NOOP("Finding", "The server or the time limit ended the test early: some answers are missing.")},
    {Finding::Tls10, "tls1.0", QT_TRANSLATE_NOOP("Finding", "TLS 1.0 is accepted.")},
    {Finding::Tls11, "tls1.1", QT_TRANSLATE_NOOP("Finding", "TLS 1.1 is accepted.")},
    {Finding::Tls12, "tls1.2", QT_TRANSLATE_NOOP("Finding", "TLS 1.2 is accepted.")},
    {Finding::Tls13, "tls1.3", QT_TRANSLATE_NOOP("Finding", "TLS 1.3 is accepted.")},
    {Finding::OnlyOldTls, "only-old-tls",
        QT_TRANSLATE_NOOP("Finding", "The best version is TLS %1, deprecated by RFC 8996.")},
    {Finding::OnlyTls13, "only-tls1.3",
        QT_TRANSLATE_NOOP("Finding", "Only TLS 1.3 is accepted: older senders fall back to clear text or give up.")},
    {Finding::AnonymousOnly, "anonymous-only",
        QT_TRANSLATE_NOOP("Finding", "Only anonymous ciphers: the server has no certificate.")},
    {Finding::NoForwardSecrecy, "no-forward-secrecy",
        QT_TRANSLATE_NOOP("Finding", "The key exchange has no forward secrecy (%1).")},
    {Finding::WeakKeyExchange, "weak-key-exchange", QT_TRANSLATE_NOOP("Finding", "The key exchange is weak: %1.")},
    {Finding::InsecureRenegotiation, "insecure-renegotiation",
        QT_TRANSLATE_NOOP("Finding", "Secure renegotiation (RFC 5746) is missing.")},
    {Finding::Expired, "expired", QT_TRANSLATE_NOOP("Finding", "The certificate has expired (%1).")},
    {Finding::ExpiresSoon, "expires-soon", QT_TRANSLATE_NOOP("Finding", "The certificate expires soon (%1).")},
    {Finding::NotYetValid, "not-yet-valid", QT_TRANSLATE_NOOP("Finding", "The certificate is not valid yet (%1).")},
    {Finding::SelfSigned, "self-signed", QT_TRANSLATE_NOOP("Finding", "The certificate is self-signed.")},
    {Finding::MissingIntermediate, "missing-intermediate",
        QT_TRANSLATE_NOOP("Finding", "The server sends its certificate without the intermediate one: %1")},
    {Finding::UnknownAuthority, "unknown-authority",
        QT_TRANSLATE_NOOP("Finding", "The certificate's authority is not trusted: %1")},
    {Finding::WrongName, "wrong-name", QT_TRANSLATE_NOOP("Finding", "The certificate is for another name: %1")},
    {Finding::CommonNameOnly, "common-name-only",
        QT_TRANSLATE_NOOP(
            "Finding", "The host is named in the certificate's common name only, which RFC 9525 no longer counts.")},
    {Finding::WeakKey, "weak-key", QT_TRANSLATE_NOOP("Finding", "The certificate's key is weak: %1.")},
    {Finding::RsaBelow3072, "rsa-below-3072",
        QT_TRANSLATE_NOOP("Finding", "The certificate's key is %1; 3072 bits are recommended.")},
    {Finding::WeakSignature, "weak-signature",
        QT_TRANSLATE_NOOP("Finding", "A certificate of the chain is signed with %1.")},
    {Finding::DaneMatches, "dane-match", QT_TRANSLATE_NOOP("Finding", "The certificate matches the TLSA record %1.")},
    {Finding::DaneMismatches, "dane-mismatch",
        QT_TRANSLATE_NOOP("Finding", "The certificate matches none of the TLSA records: DANE senders defer.")},
    {Finding::DaneWrongName, "dane-wrong-name",
        QT_TRANSLATE_NOOP("Finding",
            "The TLSA record names the authority, but the certificate is for another name: DANE senders defer.")},
    {Finding::DaneUnusable, "dane-unusable",
        QT_TRANSLATE_NOOP("Finding", "No TLSA record is usable for mail: only usages 2 and 3 count (RFC 7672).")},
    {Finding::DaneRollOver, "dane-roll-over",
        QT_TRANSLATE_NOOP("Finding", "The TLSA records are ready for the next key.")},
    {Finding::NoDane, "no-dane", QT_TRANSLATE_NOOP("Finding", "No secure TLSA records.")},
    {Finding::Cipher, "cipher", QT_TRANSLATE_NOOP("Finding", "Cipher: %1")},
    {Finding::KeyExchange, "key-exchange", QT_TRANSLATE_NOOP("Finding", "Key exchange: %1")},
    {Finding::HandshakeSignature, "handshake-signature", QT_TRANSLATE_NOOP("Finding", "Handshake signature: %1")},
    {Finding::CertificateKey, "certificate-key", QT_TRANSLATE_NOOP("Finding", "Certificate key: %1")},
    {Finding::CertificateSignature, "certificate-signature", QT_TRANSLATE_NOOP("Finding", "Certificate signature: %1")},
    {Finding::OtherName, "other-name",
        QT_TRANSLATE_NOOP("Finding",
            "To spare the address, its certificate was taken from the test of %1; this name may get another one.")},
    {Finding::MxAlias, "mx-alias",
        QT_TRANSLATE_NOOP("Finding", "The MX record names an alias (of %1), which RFC 2181 section 10.3 forbids.")},
    {Finding::OnlyWithoutTls13, "only-without-tls1.3",
        QT_TRANSLATE_NOOP("Finding", "TLS works only with senders that do not offer TLS 1.3; current ones fail: %1")},
    {Finding::OnlyOldRenegotiation, "only-old-renegotiation",
        QT_TRANSLATE_NOOP("Finding",
            "TLS works only with senders that put up with missing secure renegotiation (RFC 5746); those with OpenSSL "
            "3 "
            "do not.")},
    {Finding::OnlyWithName, "only-with-name",
        QT_TRANSLATE_NOOP("Finding", "TLS works only with senders that name the host (SNI); many do not: %1")},
    {Finding::OnlyOtherAlgorithms, "only-other-algorithms",
        QT_TRANSLATE_NOOP("Finding", "TLS works only with algorithms that Postfix does not offer: %1")},
    {Finding::PrivateAddress, "private-address",
        QT_TRANSLATE_NOOP("Finding",
            "%1 is no public address (loopback, private, link-local or multicast): nobody outside gets there.")},
    {Finding::StartTlsVaries, "starttls-varies",
        QT_TRANSLATE_NOOP("Finding",
            "STARTTLS comes and goes: one connection saw it announced, another did not. Senders that require it wait "
            "at times.")},
    {Finding::NotTrusted, "not-trusted", QT_TRANSLATE_NOOP("Finding", "The certificate cannot be trusted: %1.")},
    {Finding::NameChangesCertificate, "sni-changes-certificate",
        QT_TRANSLATE_NOOP("Finding", "Senders that name the host (SNI) get another certificate than the others: %1")},
    {Finding::DaneSpare, "dane-spare",
        QT_TRANSLATE_NOOP("Finding",
            "A TLSA record (%1) fits no certificate seen here: it is for the next key, or for one that was not seen.")},
    {Finding::OtherKeyMatches, "other-key-match",
        QT_TRANSLATE_NOOP("Finding", "The server's second certificate (%1) matches a TLSA record, too.")},
    {Finding::OtherKeyMismatches, "other-key-mismatch",
        QT_TRANSLATE_NOOP("Finding",
            "The server has a second certificate (%1), which matches none of the TLSA records: DANE senders that get "
            "it "
            "defer.")},
};

const FindingWords& wordsOf(Finding finding)
{
    for (const FindingWords& words : allFindings) {
        if (words.finding == finding)
            return words;
    }
    return allFindings[0];
}

} // namespace

std::string_view name(Finding finding)
{
    return wordsOf(finding).word;
}

std::optional<Finding> findingNamed(std::string_view word)
{
    for (const FindingWords& words : allFindings) {
        if (words.word == word)
            return words.finding;
    }
    return {};
}

QString findingText(const FoundFact& found)
{
    const std::string detail
        = found.finding == Finding::NotTrusted ? trustText(found.detail).toStdString() : found.detail;
    return filled(QCoreApplication::translate("Finding", wordsOf(found.finding).sentence), {detail});
}

QString findingInEnglish(const FoundFact& found)
{
    return filled(QString::fromUtf8(wordsOf(found.finding).sentence), {found.detail});
}

QString gradeText(Grade grade)
{
    switch (grade) {
    case Grade::None:
        return {};
    case Grade::Good:
        return QCoreApplication::translate("Finding", "good");
    case Grade::Sufficient:
        return QCoreApplication::translate("Finding", "sufficient");
    case Grade::PhaseOut:
        return QCoreApplication::translate("Finding", "phase out");
    case Grade::Insufficient:
        return QCoreApplication::translate("Finding", "insufficient");
    }
    return {};
}

} // namespace waxseal
