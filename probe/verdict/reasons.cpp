// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/result/sentence.h"
#include "probe/verdict/delivery.h"
#include "probe/verdict/trustwords.h"

#include <QCoreApplication>

namespace waxseal {

namespace {

/** The word for scripts and the sentence for people, side by side so that neither is forgotten. */
struct ReasonWords
{
    DeliveryReason reason;
    const char* word;
    const char* sentence; ///< %1 the host, %2 its reply or the error
};

constexpr ReasonWords allReasons[] = {
    {DeliveryReason::Encrypted, "encrypted",
        QT_TRANSLATE_NOOP("Delivery", "%1 takes the mail over TLS; who it is has not been checked.")},
    {DeliveryReason::Authenticated, "authenticated",
        QT_TRANSLATE_NOOP("Delivery", "%1 takes the mail over TLS; its certificate is trusted and names it.")},
    {DeliveryReason::AuthenticatedByDane, "authenticated-by-dane",
        QT_TRANSLATE_NOOP("Delivery", "%1 takes the mail over TLS; its certificate is the one in its TLSA record.")},
    {DeliveryReason::ClearNoTls, "clear-no-tls",
        QT_TRANSLATE_NOOP("Delivery", "%1 shows no STARTTLS: the mail goes in clear.")},
    {DeliveryReason::ClearTlsRefused, "clear-tls-refused",
        QT_TRANSLATE_NOOP("Delivery", "%1 answers STARTTLS with an error (%2): the mail goes in clear.")},
    {DeliveryReason::ClearAfterFailure, "clear-after-failure",
        QT_TRANSLATE_NOOP("Delivery", "TLS with %1 fails (%2): the mail goes in clear, after a delay.")},
    {DeliveryReason::TlsNotOffered, "tls-not-offered",
        QT_TRANSLATE_NOOP("Delivery", "TLS is required, and %1 does not offer it.")},
    {DeliveryReason::TlsHidden, "tls-hidden",
        QT_TRANSLATE_NOOP("Delivery", "TLS is required, and %1 does not announce STARTTLS although it would work.")},
    {DeliveryReason::TlsStripped, "tls-stripped",
        QT_TRANSLATE_NOOP("Delivery", "TLS is required, and a device before %1 overwrites its STARTTLS.")},
    {DeliveryReason::TlsRefused, "tls-refused",
        QT_TRANSLATE_NOOP("Delivery", "TLS is required, and %1 answers STARTTLS with an error: %2")},
    {DeliveryReason::TlsBroken, "tls-broken",
        QT_TRANSLATE_NOOP("Delivery", "TLS is required, and the handshake with %1 fails: %2")},
    {DeliveryReason::TlsTooOld, "tls-too-old",
        QT_TRANSLATE_NOOP("Delivery", "%1 has no TLS of the version required; its best is TLS %2.")},
    {DeliveryReason::TlsTooWeak, "tls-too-weak",
        QT_TRANSLATE_NOOP(
            "Delivery", "A sender that must know the server does not accept the TLS %2 of %1: it is too weak.")},
    {DeliveryReason::NoCertificate, "no-certificate",
        QT_TRANSLATE_NOOP("Delivery", "The server must be authenticated, and %1 has no certificate.")},
    {DeliveryReason::ClientCertificate, "client-certificate",
        QT_TRANSLATE_NOOP("Delivery", "%1 demands a client certificate and refuses mail without one: %2")},
    {DeliveryReason::RequiresTls, "requires-tls",
        QT_TRANSLATE_NOOP("Delivery", "%1 refuses mail in clear, and TLS with it cannot be had.")},
    {DeliveryReason::NotTrusted, "not-trusted",
        QT_TRANSLATE_NOOP("Delivery", "The certificate of %1 cannot be trusted: %2.")},
    {DeliveryReason::NameMismatch, "name-mismatch",
        QT_TRANSLATE_NOOP("Delivery", "The certificate of %1 is for another name.")},
    {DeliveryReason::DaneMismatch, "dane-mismatch",
        QT_TRANSLATE_NOOP("Delivery", "The certificate of %1 is not the one in its TLSA records.")},
    {DeliveryReason::DaneName, "dane-name",
        QT_TRANSLATE_NOOP(
            "Delivery", "The TLSA records of %1 name its authority, but the certificate is for another name.")},
    {DeliveryReason::TlsaFailed, "tlsa-failed",
        QT_TRANSLATE_NOOP("Delivery", "The TLSA records of %1 could not be looked up: %2")},
    {DeliveryReason::NoTlsa, "no-tlsa",
        QT_TRANSLATE_NOOP("Delivery", "DANE is required, and %1 has no secure TLSA records.")},
    {DeliveryReason::TlsaUnusable, "tlsa-unusable",
        QT_TRANSLATE_NOOP("Delivery", "DANE is required, and no TLSA record of %1 is of a kind that counts for mail.")},
    {DeliveryReason::NotSecure, "not-secure",
        QT_TRANSLATE_NOOP("Delivery", "DANE is required, and the domain's MX records are not signed with DNSSEC.")},
    {DeliveryReason::NotInPolicy, "not-in-policy",
        QT_TRANSLATE_NOOP("Delivery", "The domain's MTA-STS policy does not list %1.")},
    {DeliveryReason::NullMx, "null-mx",
        QT_TRANSLATE_NOOP("Delivery", "The domain says that it takes no mail (null MX).")},
    {DeliveryReason::NoSuchDomain, "no-such-domain", QT_TRANSLATE_NOOP("Delivery", "The domain does not exist.")},
    {DeliveryReason::NoAddress, "no-address",
        QT_TRANSLATE_NOOP("Delivery", "No mail host of the domain has an address.")},
    {DeliveryReason::BogusDns, "bogus-dns",
        QT_TRANSLATE_NOOP(
            "Delivery", "The DNSSEC signatures are wrong: a validating sender does not see the domain. %2")},
    {DeliveryReason::DnsFailed, "dns-failed", QT_TRANSLATE_NOOP("Delivery", "The DNS did not answer: %2")},
    {DeliveryReason::NoValidation, "no-validation",
        QT_TRANSLATE_NOOP("Delivery", "The DNS resolver in use does not pass on DNSSEC, so DANE cannot be tested.")},
    {DeliveryReason::ConnectionRefused, "connection-refused", QT_TRANSLATE_NOOP("Delivery", "%1 refuses connections.")},
    {DeliveryReason::Unreachable, "unreachable", QT_TRANSLATE_NOOP("Delivery", "There is no route to %1 from here.")},
    {DeliveryReason::TimedOut, "timed-out", QT_TRANSLATE_NOOP("Delivery", "%1 did not answer in time.")},
    {DeliveryReason::Throttled, "throttled", QT_TRANSLATE_NOOP("Delivery", "%1 does not want to talk to us now: %2")},
    {DeliveryReason::Tarpit, "too-slow", QT_TRANSLATE_NOOP("Delivery", "%1 is too slow to be tested: %2")},
    {DeliveryReason::Closed, "closed", QT_TRANSLATE_NOOP("Delivery", "%1 hung up: %2")},
    {DeliveryReason::Misbehaving, "misbehaving", QT_TRANSLATE_NOOP("Delivery", "%1 does not keep to the protocol: %2")},
    {DeliveryReason::ProxyFailed, "proxy-failed", QT_TRANSLATE_NOOP("Delivery", "The proxy did not connect us to %1.")},
    {DeliveryReason::HelloRefused, "hello-refused",
        QT_TRANSLATE_NOOP("Delivery", "%1 refuses every greeting of ours for good: %2")},
    {DeliveryReason::ClosedAfterTls, "closed-after-tls",
        QT_TRANSLATE_NOOP("Delivery", "%1 will not go on after the TLS handshake: %2")},
    {DeliveryReason::NameNotAsked, "name-not-asked",
        QT_TRANSLATE_NOOP("Delivery",
            "%1 shares its address with other names; to spare it, the certificate for this one was not asked for.")},
    {DeliveryReason::LoopsBack, "loops-back",
        QT_TRANSLATE_NOOP(
            "Delivery", "Mail to %1 would come back to the sender itself: it is a mail host of the domain.")},
    {DeliveryReason::Untested, "untested", QT_TRANSLATE_NOOP("Delivery", "This was not tested.")},
};

const ReasonWords& wordsOf(DeliveryReason reason)
{
    for (const ReasonWords& words : allReasons) {
        if (words.reason == reason)
            return words;
    }
    return allReasons[std::size(allReasons) - 1];
}

} // namespace

std::string_view name(DeliveryReason reason)
{
    return wordsOf(reason).word;
}

QString reasonText(const Verdict& verdict)
{
    const std::string detail
        = verdict.reason == DeliveryReason::NotTrusted ? trustText(verdict.detail).toStdString() : verdict.detail;
    QString text
        = filled(QCoreApplication::translate("Delivery", wordsOf(verdict.reason).sentence), {verdict.host, detail});
    if (verdict.isFallback)
        text += u' ' + QCoreApplication::translate("Delivery", "A host of higher preference would not take it.");
    return text;
}

QString reasonInEnglish(const Verdict& verdict)
{
    return filled(QString::fromUtf8(wordsOf(verdict.reason).sentence), {verdict.host, verdict.detail});
}

} // namespace waxseal
