// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporttext.h"
#include "model/exporter/publishing.h"

namespace waxseal {

namespace {

using publishing::Record;

struct Key
{
    QByteArray host; ///< empty: every host
    QByteArray digest;
};

QList<Key> keysOf(const QString& list)
{
    QList<Key> keys;
    for (const QString& part : list.split(u',', Qt::SkipEmptyParts)) {
        const QString text = part.trimmed();
        const qsizetype mark = text.indexOf(u'=');
        const QByteArray host
            = mark < 0 ? QByteArray() : exporttext::hostName(text.left(mark).toStdString()).value_or(QByteArray());
        keys.append({host, text.mid(mark + 1).toLatin1().toLower()});
    }
    return keys;
}

void addKeys(QList<Record>& records, const QByteArray& host, const QList<Key>& keys)
{
    for (const Key& key : keys) {
        const Record record{"_25._tcp." + host + '.', "TLSA", "3 1 1 " + key.digest};
        const bool known = std::any_of(records.begin(), records.end(),
            [&](const Record& each) { return each.name == record.name && each.data == record.data; });
        if ((key.host.isEmpty() || key.host == host) && !known)
            records.append(record);
    }
}

QByteArray aboutText(const QByteArray& domain)
{
    return "Records for " + domain
        + ": TLS reports (RFC 8460), and the keys of its MX hosts (DANE, RFC 7672).\n\n"
          "TLSA records count only in zones that are signed (DNSSEC), and where the MX records are signed, too. "
          "Senders\n"
          "that know DANE then deliver over TLS with this very key, or not at all; all others send as before.\n"
          "3 1 1: the host's own certificate (3), its public key (1), as SHA-256 (1). A certificate that is renewed "
          "with\n"
          "the same key needs no change here (certbot: --reuse-key).\n\n"
          "The next key, without a gap:\n"
          "  1. make the next key, and publish its TLSA record beside the present one (--next-keys)\n"
          "  2. wait until the old answer has left every cache: the records' TTL, 3600 s here, twice\n"
          "  3. let the server use the new key\n"
          "  4. take the old record away (export with the new key alone)\n\n"
          "The digest of a key:\n"
          "  openssl x509 -in cert.pem -noout -pubkey | openssl pkey -pubin -outform DER | sha256sum\n"
          "What the world sees: waxseal-cli probe "
        + domain + '\n';
}

Result<ExportPlan> plan(const ExportRequest& request)
{
    const QByteArray domain = publishing::domainOf(request);
    const QList<QByteArray> hosts = publishing::hostsOf(request.option(QStringLiteral("hosts")));
    const QList<Key> keys = keysOf(request.option(QStringLiteral("keys")));
    const QList<Key> next = keysOf(request.option(QStringLiteral("next-keys")));
    QList<Record> records{publishing::reportRecord(request, domain)};
    QByteArray without;
    for (const QByteArray& host : hosts) {
        if (host.startsWith('*'))
            continue;
        const qsizetype before = records.size();
        addKeys(records, host, keys);
        addKeys(records, host, next);
        if (records.size() == before)
            without += "No key is known of " + host + ", so no TLSA record stands here for it.\n";
    }
    ExportPlan out;
    out.files = {{QStringLiteral("dns-steps.txt"), aboutText(domain) + (without.isEmpty() ? "" : "\n") + without},
        {QStringLiteral("dns.zone"), "; See dns-steps.txt.\n" + publishing::zoneText(records, domain)},
        {QStringLiteral("dns-form.txt"), publishing::formText(records, domain)}};
    return out;
}

} // namespace

ExportTarget dnsTarget()
{
    ExportTarget target;
    target.id = QStringLiteral("dns");
    target.name = QStringLiteral("DNS");
    target.directions = {Direction::Inbound};
    target.fromPolicy = false;
    target.options = {publishing::domainOption(), publishing::hostsOption(), publishing::reportsOption(),
        {QStringLiteral("keys"), ExportOption::Type::KeyDigests, {}, {},
            QT_TRANSLATE_NOOP("waxseal::ExportTarget", "&Key:"),
            QT_TRANSLATE_NOOP("waxseal::ExportTarget",
                "The hosts' public keys, for TLSA records: SHA-256 in hexadecimal digits, on the command line also "
                "the file of a certificate (PEM). Where hosts have different ones: HOST=… for each. On the command "
                "line a workspace's live test of the domain says them.")},
        {QStringLiteral("next-keys"), ExportOption::Type::KeyDigests, {}, {},
            QT_TRANSLATE_NOOP("waxseal::ExportTarget", "&Next key:"),
            QT_TRANSLATE_NOOP("waxseal::ExportTarget", "The keys that come next, published beside the present ones.")}};
    target.plan = plan;
    return target;
}

} // namespace waxseal
