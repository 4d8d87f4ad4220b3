// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/exporttext.h"

#include "model/core/domainname.h"
#include "model/core/percent.h"

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>

namespace waxseal::exporttext {

namespace {

QByteArray timeText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")).toLatin1() + " UTC"
                          : QByteArrayLiteral("unknown");
}

QByteArray percent(std::uint64_t part, std::uint64_t whole)
{
    const double share = whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    return waxseal::percent(share, PercentForm::Fixed, QLocale::c()).toLatin1();
}

} // namespace

QByteArray shellQuoted(const QByteArray& value)
{
    QByteArray out = value;
    return '\'' + out.replace('\'', "'\\''") + '\'';
}

QByteArray commented(const QByteArray& text, const QByteArray& mark)
{
    QByteArray out;
    const QList<QByteArray> lines = text.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i + 1 == lines.size() && lines[i].isEmpty())
            break;
        out += lines[i].isEmpty() ? QByteArray(mark + '\n') : QByteArray(mark + ' ' + lines[i] + '\n');
    }
    return out;
}

QByteArray predictionText(const ExportRequest& request)
{
    const ExportPrediction& p = request.prediction;
    QByteArray text = "Made " + timeText(request.now) + " for this prediction:\n";
    if (p.messages == 0)
        return text + "  none: no mail of this direction was in the logs.\n";
    text += "  mail seen      " + QByteArray::number(p.messages) + " messages, " + timeText(p.from) + " to "
        + timeText(p.to) + "\n";
    text += "  would be lost  " + QByteArray::number(p.lost) + " messages (" + percent(p.lost, p.messages)
        + "), of them " + QByteArray::number(p.lostSpam) + " labelled spam\n";
    text
        += "  cannot be told " + QByteArray::number(p.unknown) + " messages (" + percent(p.unknown, p.messages) + ")\n";
    return text;
}

QByteArray rfc3207Text()
{
    return "RFC 3207, section 4: a publicly-referenced SMTP server MUST NOT require use of the STARTTLS\n"
           "extension in order to deliver mail locally. This policy does, by your choice. MTA-STS (RFC 8461)\n"
           "and DANE (RFC 7672) get encryption from those who can without losing those who cannot.\n";
}

QByteArray head(const ExportRequest& request, const Purpose& purpose, const QByteArray& fileName,
    const QByteArray& about, const QByteArray& mark)
{
    QByteArray text = purpose.title + "\n\n" + purpose.what + '\n';
    text += "This file: " + purpose.directory + '/' + fileName + '\n' + about + '\n';
    text += "On:   " + purpose.on + "\nOff:  " + purpose.off + "\n\n" + predictionText(request);
    if (purpose.rfc3207)
        text += '\n' + rfc3207Text();
    return commented(text, mark);
}

QByteArray inboundText(const ExportRequest& request, const QByteArray& auditText)
{
    const bool all = request.policy.byDefault.level != Level::None;
    QByteArray text = all ? "A TLS level is required of all inbound mail, with exceptions where rows say so.\n"
                          : "A TLS level is required of inbound mail from some sender domains.\n";
    if (request.audit)
        return text + auditText;
    if (request.policy.refusal == Refusal::Later)
        return text + "Mail that does not meet it is refused for now, 450 4.7.1: the sender retries for days.\n";
    return text + "Mail that does not meet it is refused for good, 554 5.7.1: the sender bounces at once.\n";
}

bool isPlainDirectory(const QString& directory)
{
    return directory.size() > 1 && directory.size() <= 200 && directory.startsWith(u'/') && !directory.endsWith(u'/')
        && std::all_of(directory.cbegin(), directory.cend(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'/'
                   || c == u'.' || c == u'_' || c == u'-';
           });
}

std::optional<QByteArray> hostName(std::string_view domain)
{
    const auto parsed = DomainName::parse(domain);
    if (!parsed)
        return {};
    return QByteArray::fromStdString(parsed->ascii());
}

QList<QByteArray> spellings(const QByteArray& domain)
{
    QList<QByteArray> out{domain};
    const QList<QByteArray> labels = domain.split('.');
    // Each label as it is, or in Unicode; a name of many foreign labels is written in one way throughout.
    QList<qsizetype> foreign;
    QList<QString> unicode;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        QString label;
        if (labels[i].startsWith("xn--"))
            label = QUrl::fromAce(labels[i], QUrl::IgnoreIDNWhitelist);
        // Postfix folds a table's keys and what it looks up: these two letters fold to others, which make another name.
        constexpr QChar sharpS(u'\u00df');
        constexpr QChar finalSigma(u'\u03c2');
        const bool usable = !label.isEmpty() && label != QLatin1StringView(labels[i]) && !label.contains(sharpS)
            && !label.contains(finalSigma) && QUrl::toAce(label) == labels[i];
        if (usable)
            foreign.append(i);
        unicode.append(usable ? label : QString());
    }
    if (foreign.isEmpty())
        return out;
    constexpr qsizetype mixedAtMost = 3;
    const unsigned all = foreign.size() <= mixedAtMost ? (1U << foreign.size()) - 1 : 1;
    for (unsigned which = 1; which <= all; ++which) {
        QString name;
        for (qsizetype i = 0; i < labels.size(); ++i) {
            const qsizetype place = foreign.indexOf(i);
            const bool written = place >= 0 && (foreign.size() > mixedAtMost || (which >> place & 1U) != 0);
            name
                += (i == 0 ? QString() : QStringLiteral(".")) + (written ? unicode[i] : QString::fromLatin1(labels[i]));
        }
        for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
            const QByteArray key = name.normalized(form).toUtf8();
            if (!out.contains(key))
                out.append(key);
        }
    }
    return out;
}

bool isInboundLevel(Level level)
{
    switch (level) {
    case Level::None:
    case Level::Encrypt:
    case Level::TrustedCertificate:
        return true;
    case Level::May:
    case Level::Dane:
    case Level::DaneOnly:
    case Level::Verify:
    case Level::Secure:
        break;
    }
    return false;
}

bool isStrict(Level level)
{
    return level != Level::None && level != Level::May;
}

QByteArray minimumVersion(const Requirement& requirement)
{
    if (requirement.level == Level::None || requirement.minimum == TlsVersion::Unknown
        || requirement.minimum == TlsVersion::Other)
        return {};
    return QByteArray::fromStdString(std::string(name(requirement.minimum)));
}

QByteArray digest(const QByteArray& content)
{
    constexpr qsizetype digits = 12;
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(digits);
}

} // namespace waxseal::exporttext
