// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Certificates as DER, one or several: what is shown of them is printable, and they can be verified and compared.

#include "model/core/printable.h"
#include "probe/tls/certificate.h"
#include "probe/tls/namematch.h"
#include "tests/fuzz/fuzz.h"

#include <QString>

using namespace waxseal;
using namespace waxseal::fuzz;

namespace {

void requirePrintable(const std::string& text)
{
    for (const char32_t c : QString::fromStdString(text).toStdU32String())
        require(isPrintable(c), "a certificate's text is printable");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    STACK_OF(X509)* const chain = sk_X509_new_null();
    const unsigned char* at = data;
    while (sk_X509_num(chain) < 20) {
        X509* const certificate = d2i_X509(nullptr, &at, static_cast<long>(size) - static_cast<long>(at - data));
        if (certificate == nullptr)
            break;
        sk_X509_push(chain, certificate);
    }
    X509_STORE* const store = X509_STORE_new();
    const ChainFacts facts = readChain(chain, store);
    for (const CertificateFacts& certificate : facts.certificates) {
        requirePrintable(certificate.subject);
        requirePrintable(certificate.issuer);
        requirePrintable(certificate.commonName);
        for (const std::string& name : certificate.names)
            requirePrintable(name);
        certificateNames(certificate, "mx.bank.example");
    }
    X509_STORE_free(store);
    sk_X509_pop_free(chain, X509_free);
    return 0;
}
