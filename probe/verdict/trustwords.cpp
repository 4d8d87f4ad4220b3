// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/trustwords.h"

#include "probe/tls/certificate.h"

#include <QCoreApplication>

#include <algorithm>

namespace waxseal {

namespace {

struct TrustWords
{
    int error; ///< OpenSSL's number (x509_vfy.h), kept stable by it and stored in results
    const char* words;
};

constexpr const char* selfSigned = QT_TRANSLATE_NOOP("Trust", "it is self-signed");
constexpr const char* missingIntermediate
    = QT_TRANSLATE_NOOP("Trust", "the server does not send the intermediate certificate");
constexpr const char* unknownIssuer = QT_TRANSLATE_NOOP("Trust", "its issuer is not trusted");

/** What says more stands before what follows from it: 20 and 21 come along with nearly everything. */
constexpr TrustWords allWords[] = {
    {23, QT_TRANSLATE_NOOP("Trust", "it has been revoked")},
    {10, QT_TRANSLATE_NOOP("Trust", "it, or one that it rests on, has expired")},
    {9, QT_TRANSLATE_NOOP("Trust", "it, or one that it rests on, is not valid yet")},
    {26, QT_TRANSLATE_NOOP("Trust", "it is not for servers (its extended key usage says so)")},
    {24, QT_TRANSLATE_NOOP("Trust", "one that it rests on is no certificate authority's")},
    {79, QT_TRANSLATE_NOOP("Trust", "one that it rests on is no certificate authority's")},
    {66, QT_TRANSLATE_NOOP("Trust", "its key is too weak")},
    {67, QT_TRANSLATE_NOOP("Trust", "the key of one that it rests on is too weak")},
    {68, QT_TRANSLATE_NOOP("Trust", "one in its chain is signed with a digest that is too weak")},
    {7, QT_TRANSLATE_NOOP("Trust", "a signature in its chain is wrong")},
    {22, QT_TRANSLATE_NOOP("Trust", "its chain is too long")},
    {25, QT_TRANSLATE_NOOP("Trust", "its chain is longer than an authority in it allows")},
    {27, QT_TRANSLATE_NOOP("Trust", "its root is not trusted for servers")},
    {28, QT_TRANSLATE_NOOP("Trust", "its root is rejected for servers")},
    {34, QT_TRANSLATE_NOOP("Trust", "it has a critical extension that is not understood")},
    {47, QT_TRANSLATE_NOOP("Trust", "an authority in its chain may not issue for its names")},
    {48, QT_TRANSLATE_NOOP("Trust", "an authority in its chain may not issue for its names")},
    {18, selfSigned},
    {19, QT_TRANSLATE_NOOP("Trust", "its root is not trusted")},
    {20, unknownIssuer},
    {2, unknownIssuer},
    {21, unknownIssuer},
};

bool has(const ChainFacts& chain, int error)
{
    return std::find(chain.errors.begin(), chain.errors.end(), error) != chain.errors.end();
}

} // namespace

std::string whyNotTrusted(const ChainFacts& chain)
{
    if (chain.isTrusted() || chain.isEmpty())
        return {};
    for (const TrustWords& one : allWords) {
        if (!has(chain, one.error))
            continue;
        if (one.words == unknownIssuer) // what is known more exactly
            return chain.leaf().selfSigned ? selfSigned : chain.missingIntermediate ? missingIntermediate : one.words;
        return one.words;
    }
    return chain.errors.empty() ? std::string() : verifyErrorText(chain.errors.front());
}

QString trustText(const std::string& why)
{
    return QCoreApplication::translate("Trust", why.c_str());
}

} // namespace waxseal
