// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/verdict/publishedkeys.h"

#include "model/core/domainname.h"
#include "probe/tls/certificate.h"
#include "probe/verdict/resultjson.h"

#include <QFile>
#include <QStringList>

#include <openssl/pem.h>

namespace waxseal {

Result<QString> keyDigestOfFile(const QString& path)
{
    constexpr qint64 longest = qint64{1} << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::CannotOpen, path, file.errorString()};
    const QByteArray bytes = file.read(longest);
    const BioPtr source(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
    CertificatePtr certificate(PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr));
    if (!certificate) {
        const auto* data = reinterpret_cast<const unsigned char*>(bytes.constData());
        certificate.reset(d2i_X509(nullptr, &data, static_cast<long>(bytes.size())));
    }
    if (!certificate)
        return Error{ErrorCode::CannotRead, path, QStringLiteral("no certificate")};
    return QString::fromStdString(readCertificate(certificate.get()).keySha256);
}

PublishedKeys publishedKeys(const std::vector<Workspace::ProbeRecord>& tests, const QString& domain)
{
    const auto wanted = DomainName::parse(domain.toStdString());
    if (!wanted)
        return {};
    for (std::size_t behind = tests.size(); behind > 0; --behind) { // the newest first
        const Workspace::ProbeRecord& test = tests[behind - 1];
        const auto tested = DomainName::parse(test.domain.toStdString());
        if (tested != wanted)
            continue;
        const auto facts = domainFromJson(test.json);
        if (!facts || facts->domain != wanted->ascii())
            continue;
        QStringList hosts;
        QStringList keys;
        for (const HostFacts& host : facts->hosts) {
            hosts.append(QString::fromStdString(host.name));
            for (const AddressFacts& address : host.addresses) {
                if (address.chain.isEmpty() || address.chain.leaf().keySha256.empty() || !address.testedAs.empty())
                    continue;
                const QString key = hosts.back() + u'=' + QString::fromStdString(address.chain.leaf().keySha256);
                if (!keys.contains(key))
                    keys.append(key);
            }
        }
        return {hosts.join(u','), keys.join(u',')};
    }
    return {};
}

} // namespace waxseal
