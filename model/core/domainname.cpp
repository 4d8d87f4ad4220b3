// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/domainname.h"

#include "model/core/bytes.h"

#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <QStringList>
#include <QUrl>

#include <libpsl.h>

#include <algorithm>
#include <memory>

namespace waxseal {

namespace {

constexpr std::size_t longestName = 253;
constexpr std::size_t longestKey = 255;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/** True for lower-case A-labels joined by dots. */
bool isHostName(std::string_view text)
{
    if (text.empty() || text.size() > longestName)
        return false;
    std::size_t start = 0;
    bool onlyDigits = true;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != '.') {
            if (!isLetterOrDigit(text[i]) && text[i] != '-')
                return false;
            continue;
        }
        const std::string_view label = text.substr(start, i - start);
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
            return false;
        onlyDigits = std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
        start = i + 1;
    }
    return !onlyDigits; // a numeric last label is an address in disguise (RFC 1123, 2.1)
}

const psl_ctx_t* publicSuffixes()
{
    struct Deleter
    {
        void operator()(psl_ctx_t* list) const { psl_free(list); }
    };
    static const std::unique_ptr<psl_ctx_t, Deleter> list(psl_latest(nullptr));
    return list.get();
}

} // namespace

std::optional<DomainName> DomainName::parse(std::string_view text)
{
    if (text.ends_with('.'))
        text.remove_suffix(1);
    if (text.size() > 1024)
        return {};
    std::string ascii = lowered(text);
    const bool foreign
        = std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (foreign)
        ascii = QUrl::toAce(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).toStdString();
    if (!isHostName(ascii))
        return {};
    return DomainName(std::move(ascii));
}

std::string DomainName::display() const
{
    if (m_ascii.find("xn--") == std::string::npos)
        return m_ascii;
    return QUrl::fromAce(QByteArray::fromStdString(m_ascii), QUrl::IgnoreIDNWhitelist).toStdString();
}

namespace {

/**
 * True when `raw` spells `domain` in A-labels and U-labels, in any case, composed or not. IDNA mapping goes further: it
 * takes full-width letters and ideographic full stops for ASCII ones. A mail server compares what was written, so for
 * it such a name is another one.
 */
bool spells(std::string_view raw, const std::string& domain)
{
    if (std::all_of(raw.begin(), raw.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return true;
    if (raw.ends_with('.'))
        raw.remove_suffix(1);
    const QStringList written = QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size())).split(u'.');
    const QList<QByteArray> labels = QByteArray::fromStdString(domain).split('.');
    if (written.size() != labels.size())
        return false;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const QString label = written[i].normalized(QString::NormalizationForm_C).toLower();
        if (label != QLatin1StringView(labels[i]) && label != QUrl::fromAce(labels[i], QUrl::IgnoreIDNWhitelist))
            return false;
    }
    return true;
}

} // namespace

std::string domainKey(std::string_view raw)
{
    if (const auto domain = DomainName::parse(raw); domain && spells(raw, domain->ascii()))
        return domain->ascii();
    std::string key;
    for (const char c : raw.substr(0, longestKey)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) {
            constexpr std::string_view hex = "0123456789abcdef";
            key += {'\\', 'x', hex[byte >> 4], hex[byte & 15U]};
        } else {
            key += asciiLower(c);
        }
    }
    // Bytes that are not UTF-8 become replacement characters here, once, and never again: a key is its own key.
    QStringDecoder decoder(
        QStringConverter::Utf8, QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    const QString text = decoder(QByteArrayView(key.data(), static_cast<qsizetype>(key.size())));
    key = text.toStdString();
    if (key.size() > longestKey) {
        std::size_t end = longestKey;
        while ((static_cast<unsigned char>(key[end]) & 0xc0U) == 0x80) // not inside a character
            --end;
        key.resize(end);
    }
    return key;
}

std::string_view addressDomain(std::string_view address)
{
    while (address.starts_with('"')) {
        std::size_t i = 1;
        while (i < address.size() && address[i] != '"')
            i += address[i] == '\\' ? 2 : 1;
        if (i >= address.size())
            return {};
        address.remove_prefix(i + 1);
    }
    const std::size_t at = address.rfind('@');
    return at == std::string_view::npos ? std::string_view{} : address.substr(at + 1);
}

bool isWithin(std::string_view domain, std::string_view parent)
{
    return domain == parent
        || (domain.size() > parent.size() && domain.ends_with(parent)
            && domain[domain.size() - parent.size() - 1] == '.');
}

std::string organisationalDomain(std::string_view name)
{
    // Names come as a stranger's reverse zone spells them, and the list knows lower case. An address has no
    // organisation but itself.
    const auto domain = DomainName::parse(name);
    if (!domain)
        return std::string(name);
    const std::string& text = domain->ascii();
    const psl_ctx_t* list = publicSuffixes();
    const char* registrable = list == nullptr ? nullptr : psl_registrable_domain(list, text.c_str());
    return registrable == nullptr ? text : std::string(registrable);
}

} // namespace waxseal
