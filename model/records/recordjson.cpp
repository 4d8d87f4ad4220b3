// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Records in JSON: the journal's, and those of containers and collectors, whose keys have many names.

#include "model/records/recordreader.h"

#include "model/core/bytes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cmath>
#include <span>

namespace waxseal {

namespace {

/** A JSON string, or (journald, when the bytes are not UTF-8) an array of byte numbers; the first of a repeated field.
 */
std::string bytesOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().toStdString();
    const QJsonArray array = value.toArray();
    if (!array.isEmpty() && array.first().isString())
        return array.first().toString().toStdString();
    if (!array.isEmpty() && array.first().isArray())
        return bytesOf(array.first());
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(array.size()));
    for (const auto& byte : array)
        bytes += static_cast<char>(byte.toInt() & 0xff);
    return bytes;
}

/** The value at "a.b": of a key of that very name, or of b in a. Null when there is none. */
QJsonValue at(const QJsonObject& object, QLatin1StringView path)
{
    const QJsonValue whole = object.value(path);
    if (!whole.isUndefined())
        return whole;
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return {};
    const QJsonValue outer = object.value(path.first(dot));
    return outer.isObject() ? at(outer.toObject(), path.sliced(dot + 1)) : QJsonValue();
}

/** A string, or a number as one; an array (Kibana's "fields") gives its first. */
std::string textOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().toStdString();
    if (value.isDouble()) {
        const double number = value.toDouble();
        return number >= 0 && number < 1e15 ? std::to_string(static_cast<qint64>(number)) : std::string();
    }
    if (value.isArray() && !value.toArray().isEmpty() && value.toArray().first().isString())
        return value.toArray().first().toString().toStdString();
    return {};
}

std::string firstOf(const QJsonObject& object, std::span<const QLatin1StringView> paths)
{
    for (const QLatin1StringView path : paths) {
        std::string text = textOf(at(object, path));
        if (!text.empty())
            return text;
    }
    return {};
}

// In the order of trust: the mail server's own before the collector's.
constexpr std::array messageKeys{QLatin1StringView("log"), QLatin1StringView("event.original"),
    QLatin1StringView("message"), QLatin1StringView("MESSAGE"), QLatin1StringView("msg"), QLatin1StringView("line"),
    QLatin1StringView("short_message"), QLatin1StringView("_raw"), QLatin1StringView("textPayload"),
    QLatin1StringView("@message"), QLatin1StringView("body"), QLatin1StringView("rawmsg"), QLatin1StringView("text")};
constexpr std::array timeKeys{QLatin1StringView("@timestamp"), QLatin1StringView("timereported"),
    QLatin1StringView("timestamp"), QLatin1StringView("time"), QLatin1StringView("ts"), QLatin1StringView("_time"),
    QLatin1StringView("timegenerated"), QLatin1StringView("ISODATE"), QLatin1StringView("isodate"),
    QLatin1StringView("UNIXTIME"), QLatin1StringView("date"), QLatin1StringView("DATE"), QLatin1StringView("datetime")};
constexpr std::array hostKeys{QLatin1StringView("log.syslog.hostname"), QLatin1StringView("logsource"),
    QLatin1StringView("syslog.hostname"), QLatin1StringView("host.name"), QLatin1StringView("host.hostname"),
    QLatin1StringView("hostname"), QLatin1StringView("host"), QLatin1StringView("HOST"), QLatin1StringView("source"),
    QLatin1StringView("labels.hostname"), QLatin1StringView("labels.host"), QLatin1StringView("labels.nodename"),
    QLatin1StringView("labels.pod"), QLatin1StringView("kubernetes.pod_name"), QLatin1StringView("container_name")};
constexpr std::array programKeys{QLatin1StringView("syslogtag"), QLatin1StringView("process.name"),
    QLatin1StringView("log.syslog.appname"), QLatin1StringView("program"), QLatin1StringView("PROGRAM"),
    QLatin1StringView("application_name"), QLatin1StringView("_application_name"), QLatin1StringView("appname"),
    QLatin1StringView("app-name"), QLatin1StringView("app_name"), QLatin1StringView("APP-NAME"),
    QLatin1StringView("syslog_identifier"), QLatin1StringView("SYSLOG_IDENTIFIER"), QLatin1StringView("_program"),
    QLatin1StringView("syslog_program"), QLatin1StringView("syslog.program"), QLatin1StringView("ident"),
    QLatin1StringView("tag"), QLatin1StringView("labels.syslog_identifier"), QLatin1StringView("programname"),
    QLatin1StringView("process")};
constexpr std::array pidKeys{QLatin1StringView("process.pid"), QLatin1StringView("log.syslog.procid"),
    QLatin1StringView("pid"), QLatin1StringView("PID"), QLatin1StringView("process_id"),
    QLatin1StringView("_process_id"), QLatin1StringView("procid"), QLatin1StringView("PROCID"),
    QLatin1StringView("SYSLOG_PID"), QLatin1StringView("_PID"), QLatin1StringView("syslog_pid"),
    QLatin1StringView("syslog.pid"), QLatin1StringView("_pid")};
/** Objects that hold a record: of Elasticsearch, Splunk, Google Cloud. */
constexpr std::array payloadKeys{
    QLatin1StringView("_source"), QLatin1StringView("result"), QLatin1StringView("jsonPayload")};

/** Of the names of a program the one that tells Postfix's services apart, else the first. */
std::string programOf(const QJsonObject& object)
{
    std::string first;
    for (const QLatin1StringView path : programKeys) {
        std::string text = textOf(at(object, path));
        if (text.find('/') != std::string::npos && text.front() != '/')
            return text;
        if (first.empty())
            first = std::move(text);
    }
    return first;
}

} // namespace

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, told by their size; or a written time. */
qint64 RecordReader::timeOf(const QJsonValue& value, qint64 near)
{
    if (value.isString()) {
        std::string text = value.toString().toStdString() + ' ';
        std::string_view stamp(text);
        qint64 time = 0;
        if (m_times.takeIso(stamp, time) || (near != 0 && m_times.takeBsdNear(stamp, near, time))
            || (near == 0 && m_times.takeBsd(stamp, time)))
            return time;
        bool isNumber = false;
        const double number = value.toString().toDouble(&isNumber);
        return isNumber ? timeOf(QJsonValue(number), near) : 0;
    }
    double number = value.isDouble() ? value.toDouble() : 0;
    if (!std::isfinite(number) || number < 1e8 || number > 1e19)
        return 0;
    if (number < 1e11)
        return std::llround(number * 1e6);
    if (number < 1e14)
        return std::llround(number * 1e3);
    return number < 1e17 ? std::llround(number) : std::llround(number / 1e3);
}

bool RecordReader::parseJson(std::string_view line, LogRecord& record, const Outer& outer)
{
    QJsonParseError failure;
    const QByteArray bytes = QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size()));
    QJsonDocument document = QJsonDocument::fromJson(bytes, &failure);
    if (failure.error == QJsonParseError::GarbageAtEnd && line.ends_with(',')) // an array, an element a line
        document = QJsonDocument::fromJson(bytes.chopped(1), &failure);
    if (failure.error != QJsonParseError::NoError || !document.isObject())
        return false;
    return parseJsonObject(document.object(), record, outer);
}

bool RecordReader::parseJsonObject(const QJsonObject& object, LogRecord& record, const Outer& outer)
{
    if (object.contains(QLatin1StringView("__REALTIME_TIMESTAMP"))) {
        clearJournal();
        for (const char* key : {"MESSAGE", "SYSLOG_IDENTIFIER", "_HOSTNAME", "SYSLOG_PID", "_PID",
                 "__REALTIME_TIMESTAMP", "CONTAINER_ID"}) {
            const QJsonValue value = object.value(QLatin1StringView(key));
            if (!value.isUndefined())
                takeField(key, bytesOf(value));
        }
        m_envelope = Envelope::JournalJson;
        return finishJournal(record);
    }
    for (const QLatin1StringView key : payloadKeys) {
        const QJsonValue payload = object.value(key);
        if (!payload.isObject() || outer.depth >= mostLayers)
            continue;
        Outer inside = outer;
        ++inside.depth;
        for (const QLatin1StringView timeKey : timeKeys) {
            if (inside.time == 0)
                inside.time = timeOf(at(object, timeKey), 0);
        }
        return parseJsonObject(payload.toObject(), record, inside);
    }
    if (outer.depth >= mostLayers)
        return false;
    Layer& layer = m_layers.at(static_cast<std::size_t>(outer.depth));
    layer.text = firstOf(object, messageKeys);
    while (layer.text.ends_with('\n') || layer.text.ends_with('\r'))
        layer.text.pop_back();
    if (layer.text.empty())
        return false;
    Outer inside = outer;
    ++inside.depth;
    layer.host = firstOf(object, hostKeys);
    if (!layer.host.empty())
        inside.host = layer.host;
    for (const QLatin1StringView key : timeKeys) {
        const qint64 time = timeOf(at(object, key), outer.time);
        if (time != 0) {
            inside.time = time;
            break;
        }
    }
    return parseJsonFields(object, record, inside, layer.text);
}

/** A line of syslog as a string; or a message alone, and the rest of its header in other fields. */
bool RecordReader::parseJsonFields(
    const QJsonObject& object, LogRecord& record, const Outer& inside, std::string_view message)
{
    if (parseLine(message, record, inside)) {
        if (m_line.starts_with('{'))
            m_wrapper = Wrapper::Json;
        return true;
    }
    Layer& layer = m_layers.at(static_cast<std::size_t>(inside.depth - 1));
    layer.program = programOf(object);
    std::string pid = firstOf(object, pidKeys);
    std::string_view program = layer.program;
    if (const std::size_t bracket = program.find('['); bracket != std::string_view::npos) { // rsyslog's syslogtag
        pid = program.substr(bracket + 1);
        program = program.substr(0, bracket);
    } else if (program.ends_with(':')) {
        program.remove_suffix(1);
    }
    if (program.empty() || inside.time == 0)
        return false;
    std::string_view number(pid);
    takePrefix(message, " ");
    record.time = inside.time;
    record.host = inside.host;
    record.program = program;
    record.pid = static_cast<std::uint32_t>(takeNumber(number).value_or(0));
    record.text = message;
    const bool isDocument = object.contains(QLatin1StringView("@timestamp"))
        && !at(object, QLatin1StringView("process.name")).isUndefined()
        && !at(object, QLatin1StringView("process.name")).isNull();
    m_envelope = isDocument ? Envelope::Ecs : Envelope::Fields;
    unfoldRepetition(record);
    return true;
}

} // namespace waxseal
