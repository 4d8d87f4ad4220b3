// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/witness/tlsreport.h"

#include "model/core/bytes.h"
#include "model/core/domainname.h"
#include "model/core/printable.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>

namespace waxseal {

namespace {

// With these a report that was read is never larger than one that may be read, so that it can be kept.
constexpr std::size_t longestText = 300; // of one field
constexpr qsizetype mostPolicies = 5'000;
constexpr std::size_t mostDetails = 5'000; // of all policies of a report
constexpr double mostSessions = 1e15;

Error refusal(const char* why)
{
    return {ErrorCode::NotALog, {}, QString::fromLatin1(why)};
}

std::string textOf(const QJsonValue& value, std::size_t longest = longestText)
{
    QString text = value.toString();
    if (value.isDouble())
        text = QString::number(value.toDouble(), 'g', 17);
    return printable(text.trimmed().toStdString(), longest);
}

std::string textAt(const QJsonObject& object, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        std::string text = textOf(object.value(QLatin1StringView(name)));
        if (!text.empty())
            return text;
    }
    return {};
}

/** A count of sessions: a number or its digits; nothing where there is none. */
std::optional<std::uint64_t> countAt(const QJsonObject& object, const char* name)
{
    const QJsonValue value = object.value(QLatin1StringView(name));
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || number < 0)
        return {};
    return static_cast<std::uint64_t>(std::min(std::floor(number), mostSessions));
}

/** Seconds since 1970 of an RFC 3339 time, of one without a zone (taken as UTC), or of a number of seconds. */
std::optional<std::int64_t> timeOf(const QJsonValue& value)
{
    constexpr std::int64_t latest = 253'402'300'800; // the year 10000
    std::int64_t seconds = 0;
    if (value.isDouble() || value.isString()) {
        bool isNumber = value.isDouble();
        const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
        if (isNumber) {
            if (!(number > 0 && number < static_cast<double>(latest)))
                return {};
            seconds = static_cast<std::int64_t>(number);
        } else {
            QDateTime time = QDateTime::fromString(value.toString().trimmed(), Qt::ISODateWithMs);
            if (!time.isValid())
                return {};
            if (time.timeSpec() == Qt::LocalTime)
                time.setTimeSpec(Qt::UTC);
            seconds = time.toSecsSinceEpoch();
        }
    }
    return seconds > 0 && seconds < latest ? std::optional(seconds) : std::nullopt;
}

/** The elements of a list, or the one that stands without its brackets. */
QJsonArray listAt(const QJsonObject& object, const char* name)
{
    const QJsonValue value = object.value(QLatin1StringView(name));
    if (value.isArray())
        return value.toArray();
    return value.isObject() || value.isString() ? QJsonArray{value} : QJsonArray{};
}

/** "mode" of the lines of an MTA-STS policy (RFC 8461, section 3.2), which come as a list, or as one text. */
std::string modeOf(const QJsonObject& policy)
{
    const QJsonArray lines = listAt(policy, "policy-string");
    for (int i = 0; i < std::min<qsizetype>(lines.size(), 100); ++i) {
        for (const QString& line : lines[i].toString().left(4096).split(u'\n')) {
            const QString text = line.trimmed();
            if (!text.startsWith(QStringLiteral("mode"), Qt::CaseInsensitive) || !text.contains(u':'))
                continue;
            const QString mode = text.section(u':', 1).trimmed().toLower();
            for (const char* known : {"testing", "enforce", "none"}) {
                if (mode == QLatin1StringView(known))
                    return known;
            }
        }
    }
    return {};
}

FailureDetail readFailure(const QJsonObject& object)
{
    FailureDetail out;
    out.resultType = lowered(textAt(object, {"result-type"}));
    if (out.resultType.empty())
        out.resultType = "validation-failure"; // the general one of section 4.3.2
    out.reason = textAt(object, {"failure-reason-code", "failure-error-code"});
    out.information = textAt(object, {"additional-information", "additional-info-uri"});
    out.sendingIp = textAt(object, {"sending-mta-ip"});
    out.mxHost = lowered(textAt(object, {"receiving-mx-hostname", "receiving-mx-helo"}));
    out.receivingIp = textAt(object, {"receiving-ip"});
    out.sessions = countAt(object, "failed-session-count").value_or(0);
    return out;
}

/** `room`: how many details may still be kept; the others count as failures that are not explained. */
WitnessedPolicy readPolicy(const QJsonObject& object, std::size_t& room)
{
    WitnessedPolicy out;
    const QJsonObject policy = object.value(QStringLiteral("policy")).toObject();
    out.domain = domainKey(textAt(policy, {"policy-domain"}));
    out.type = lowered(textAt(policy, {"policy-type"}));
    if (out.type == "sts")
        out.mode = modeOf(policy);
    const QJsonArray failures = listAt(object, "failure-details");
    std::uint64_t inDetails = 0;
    for (const QJsonValue& each : failures) {
        if (!each.isObject())
            continue;
        FailureDetail failure = readFailure(each.toObject());
        inDetails += failure.sessions;
        if (room == 0)
            continue;
        --room;
        out.failures.push_back(std::move(failure));
    }
    const QJsonObject summary = object.value(QStringLiteral("summary")).toObject();
    out.successful = countAt(summary, "total-successful-session-count").value_or(0);
    out.failed = countAt(summary, "total-failure-session-count").value_or(inDetails);
    return out;
}

/** A domain in a text that may be one, or an address at one. */
std::string domainIn(std::string_view text)
{
    takePrefix(text, "mailto:");
    const std::size_t at = text.rfind('@');
    if (at != std::string_view::npos)
        text.remove_prefix(at + 1);
    while (!text.empty() && (text.back() == '>' || text.back() == ' '))
        text.remove_suffix(1);
    const auto name = DomainName::parse(text);
    return name && name->ascii().find('.') != std::string::npos ? name->ascii() : std::string();
}

void findSubmitter(TlsReport& report, std::string_view told, const QJsonObject& object)
{
    for (const std::string_view text : {std::string_view(report.organization), told}) {
        report.submitter = domainIn(text);
        if (!report.submitter.empty())
            return;
    }
    report.submitter = domainIn(textAt(object, {"contact-info"}));
}

} // namespace

Result<TlsReport> readTlsReport(std::string_view json, std::string_view submitter)
{
    if (json.size() > longestTlsReport)
        return Error{ErrorCode::Unsupported, {}, QStringLiteral("too large")};
    takePrefix(json, "\xef\xbb\xbf");
    const QByteArray bytes = QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes); // nests at most 1024 deep
    if (!document.isObject())
        return refusal("not JSON");
    const QJsonObject object = document.object();
    if (!object.contains(QStringLiteral("policies")))
        return refusal("no policies");
    TlsReport report;
    report.organization = textAt(object, {"organization-name"});
    report.id = textAt(object, {"report-id"});
    if (report.organization.empty() && report.id.empty())
        return refusal("no organization-name");
    if (report.id.empty())
        report.id = "sha256:" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
    const QJsonObject range = object.value(QStringLiteral("date-range")).toObject();
    const auto begin = timeOf(range.value(QStringLiteral("start-datetime")));
    const auto end = timeOf(range.value(QStringLiteral("end-datetime")));
    if (!begin && !end)
        return refusal("no date-range");
    report.begin = begin.value_or(end.value_or(0));
    report.end = std::max(end.value_or(report.begin), report.begin);
    const QJsonArray policies = listAt(object, "policies");
    std::size_t room = mostDetails;
    for (int i = 0; i < std::min(policies.size(), mostPolicies); ++i) {
        if (policies[i].isObject())
            report.policies.push_back(readPolicy(policies[i].toObject(), room));
    }
    findSubmitter(report, submitter, object);
    return report;
}

namespace {

void put(QJsonObject& object, const char* name, const std::string& text)
{
    if (!text.empty())
        object.insert(QLatin1StringView(name), QString::fromStdString(text));
}

QJsonObject toObject(const WitnessedPolicy& policy)
{
    QJsonObject about;
    put(about, "policy-domain", policy.domain);
    put(about, "policy-type", policy.type);
    if (!policy.mode.empty())
        about.insert(QStringLiteral("policy-string"), QJsonArray{QString::fromStdString("mode: " + policy.mode)});
    QJsonArray failures;
    for (const FailureDetail& failure : policy.failures) {
        QJsonObject detail;
        put(detail, "result-type", failure.resultType);
        put(detail, "failure-reason-code", failure.reason);
        put(detail, "additional-information", failure.information);
        put(detail, "sending-mta-ip", failure.sendingIp);
        put(detail, "receiving-mx-hostname", failure.mxHost);
        put(detail, "receiving-ip", failure.receivingIp);
        detail.insert(QStringLiteral("failed-session-count"), static_cast<qint64>(failure.sessions));
        failures.append(detail);
    }
    return {{QStringLiteral("policy"), about},
        {QStringLiteral("summary"),
            QJsonObject{{QStringLiteral("total-successful-session-count"), static_cast<qint64>(policy.successful)},
                {QStringLiteral("total-failure-session-count"), static_cast<qint64>(policy.failed)}}},
        {QStringLiteral("failure-details"), failures}};
}

QString isoTime(std::int64_t seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate);
}

} // namespace

QByteArray toJson(const TlsReport& report)
{
    QJsonObject object;
    put(object, "organization-name", report.organization);
    put(object, "report-id", report.id);
    put(object, "contact-info", report.submitter);
    object.insert(QStringLiteral("date-range"),
        QJsonObject{{QStringLiteral("start-datetime"), isoTime(report.begin)},
            {QStringLiteral("end-datetime"), isoTime(report.end)}});
    QJsonArray policies;
    for (const WitnessedPolicy& policy : report.policies)
        policies.append(toObject(policy));
    object.insert(QStringLiteral("policies"), policies);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace waxseal
