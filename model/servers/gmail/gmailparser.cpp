// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/gmail/gmailparser.h"

#include "model/core/bytes.h"
#include "model/core/csvreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace waxseal {

namespace {

constexpr std::size_t mostDestinations = 1000;
constexpr std::size_t longestText = 1000;
constexpr char separator = '\x1f'; // between the fields of a record's text
constexpr std::array<std::string_view, 17> columnNames{"timestamp_usec", "action_type", "smtp_tls_state", "is_spam",
    "success", "is_intra_domain", "payload_size", "rfc2822_message_id", "source_address", "source_service",
    "smtp_in_connect_ip", "client_ip", "smtp_tls_version", "smtp_tls_cipher", "smtp_out_connect_ip",
    "smtp_out_remote_host", "flattened_destinations"};

/** A text of the export without what would part fields. */
std::string clean(std::string text)
{
    text.resize(std::min(text.size(), longestText));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == separator || c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::string textAt(const QJsonObject& object, const char* name)
{
    const QJsonValue value = object.value(QLatin1StringView(name));
    return value.isDouble() ? std::to_string(value.toInteger()) : clean(value.toString().toStdString());
}

/** A number, which BigQuery writes as text. */
std::optional<std::int64_t> numberIn(std::string_view text)
{
    const bool isNegative = takePrefix(text, "-");
    const auto number = takeNumber(text);
    if (!number || (!text.empty() && text.front() != '.'))
        return {};
    return isNegative ? -static_cast<std::int64_t>(*number) : static_cast<std::int64_t>(*number);
}

std::optional<bool> truthIn(std::string_view text)
{
    const std::string lower = lowered(text.substr(0, 5));
    if (lower == "true" || lower == "1")
        return true;
    if (lower == "false" || lower == "0")
        return false;
    return {};
}

std::optional<bool> truthAt(const QJsonObject& object, const char* name)
{
    const QJsonValue value = object.value(QLatin1StringView(name));
    return value.isBool() ? std::optional(value.toBool()) : truthIn(value.toString().toStdString());
}

int smallNumber(std::string_view text)
{
    return static_cast<int>(std::clamp<std::int64_t>(numberIn(text).value_or(0), 0, 1'000'000));
}

std::optional<int> stateIn(std::string_view text)
{
    const auto number = numberIn(text);
    return number ? std::optional(static_cast<int>(std::clamp<std::int64_t>(*number, -1, 1'000))) : std::nullopt;
}

/** "smtp-outbound::x@partner.example,gmail-ui::u@own.example" (service, selector, address). */
std::vector<GmailEvent::Destination> destinationsIn(std::string_view text)
{
    std::vector<GmailEvent::Destination> out;
    while (!text.empty() && out.size() < mostDestinations) {
        const std::string_view one = text.substr(0, text.find(','));
        text.remove_prefix(std::min(one.size() + 1, text.size()));
        const std::size_t first = one.find(':');
        const std::size_t last = one.rfind(':');
        if (first == std::string_view::npos || last + 1 >= one.size())
            continue;
        out.push_back({clean(std::string(one.substr(0, first))), clean(std::string(one.substr(last + 1)))});
    }
    return out;
}

/** Whether the event is of mail at all. */
bool isComplete(const GmailEvent& event)
{
    return event.time > 0 && (event.action > 0 || !event.sender.empty());
}

} // namespace

std::optional<GmailEvent> parseGmailJson(std::string_view line)
{
    if (line.find("\"message_info\"") == std::string_view::npos)
        return {};
    const auto bytes = QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size()));
    QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.value(QStringLiteral("gmail")).isObject())
        object = object.value(QStringLiteral("gmail")).toObject();
    const QJsonObject event = object.value(QStringLiteral("event_info")).toObject();
    const QJsonObject message = object.value(QStringLiteral("message_info")).toObject();
    const QJsonObject connection = message.value(QStringLiteral("connection_info")).toObject();
    const QJsonObject source = message.value(QStringLiteral("source")).toObject();
    GmailEvent out;
    out.time = numberIn(textAt(event, "timestamp_usec")).value_or(0);
    out.isSuccess = truthAt(event, "success").value_or(true);
    out.action = smallNumber(textAt(message, "action_type"));
    out.messageId = textAt(message, "rfc2822_message_id");
    out.size = static_cast<std::uint64_t>(smallNumber(textAt(message, "payload_size")));
    out.isSpam = truthAt(message, "is_spam");
    out.sender = textAt(source, "address");
    out.sourceService = textAt(source, "service");
    out.tlsState = stateIn(textAt(connection, "smtp_tls_state"));
    out.tlsVersion = textAt(connection, "smtp_tls_version");
    out.tlsCipher = textAt(connection, "smtp_tls_cipher");
    out.isIntraDomain = truthAt(connection, "is_intra_domain").value_or(false);
    out.clientIp = textAt(connection, "smtp_in_connect_ip");
    if (out.clientIp.empty())
        out.clientIp = textAt(connection, "client_ip");
    out.relayIp = textAt(connection, "smtp_out_connect_ip");
    out.relayName = textAt(connection, "smtp_out_remote_host");
    for (const QJsonValue& each : message.value(QStringLiteral("destination")).toArray()) {
        if (out.destinations.size() < mostDestinations)
            out.destinations.push_back({textAt(each.toObject(), "service"), textAt(each.toObject(), "address")});
    }
    if (out.destinations.empty())
        out.destinations = destinationsIn(textAt(message, "flattened_destinations"));
    return isComplete(out) ? std::optional(out) : std::nullopt;
}

GmailColumns::GmailColumns(std::string_view header)
{
    takePrefix(header, "\xef\xbb\xbf");
    header = header.substr(0, std::min<std::size_t>(header.find('\n'), 1U << 16));
    m_separator = csvSeparator(header);
    std::vector<std::string> fields;
    takeCsvRecord(header, fields, m_separator);
    for (std::string name : fields) {
        std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c == '.' ? '_' : asciiLower(c); });
        std::string known;
        for (const std::string_view wanted : columnNames) {
            const bool isIt = name == wanted
                || (name.size() > wanted.size() && name.ends_with(wanted)
                    && name[name.size() - wanted.size() - 1] == '_');
            if (isIt && wanted.size() > known.size())
                known = wanted;
        }
        if (name == "address") // message_info.source.address, when nobody gave it another name
            known = "source_address";
        if (name == "service")
            known = "source_service";
        const bool isTaken = std::find(m_names.begin(), m_names.end(), known) != m_names.end();
        m_names.push_back(isTaken ? std::string() : known);
    }
}

bool GmailColumns::areEnough() const
{
    for (const std::string_view needed : {"timestamp_usec", "action_type", "smtp_tls_state"}) {
        if (std::find(m_names.begin(), m_names.end(), needed) == m_names.end())
            return false;
    }
    return true;
}

std::string_view GmailColumns::field(const std::vector<std::string>& fields, std::string_view name) const
{
    for (std::size_t i = 0; i < std::min(fields.size(), m_names.size()); ++i) {
        if (m_names[i] == name)
            return fields[i] == "null" ? std::string_view() : std::string_view(fields[i]);
    }
    return {};
}

std::optional<GmailEvent> GmailColumns::event(const std::vector<std::string>& fields) const
{
    const auto text = [&](std::string_view name) { return clean(std::string(field(fields, name))); };
    GmailEvent out;
    out.time = numberIn(text("timestamp_usec")).value_or(0);
    out.isSuccess = truthIn(text("success")).value_or(true);
    out.action = smallNumber(text("action_type"));
    out.messageId = text("rfc2822_message_id");
    out.size = static_cast<std::uint64_t>(smallNumber(text("payload_size")));
    out.isSpam = truthIn(text("is_spam"));
    out.sender = text("source_address");
    out.sourceService = text("source_service");
    out.tlsState = stateIn(text("smtp_tls_state"));
    out.tlsVersion = text("smtp_tls_version");
    out.tlsCipher = text("smtp_tls_cipher");
    out.isIntraDomain = truthIn(text("is_intra_domain")).value_or(false);
    out.clientIp = text("smtp_in_connect_ip");
    if (out.clientIp.empty())
        out.clientIp = text("client_ip");
    out.relayIp = text("smtp_out_connect_ip");
    out.relayName = text("smtp_out_remote_host");
    out.destinations = destinationsIn(field(fields, "flattened_destinations"));
    return isComplete(out) ? std::optional(out) : std::nullopt;
}

std::string toText(const GmailEvent& event)
{
    std::string out;
    const auto add = [&out](std::string_view text) {
        out += text;
        out += separator;
    };
    add(std::to_string(event.action));
    add(event.tlsState ? std::to_string(*event.tlsState) : std::string());
    add(event.isSpam ? std::string_view(*event.isSpam ? "true" : "false") : std::string_view());
    add(event.isSuccess ? "true" : "false");
    add(event.isIntraDomain ? "true" : "false");
    add(std::to_string(event.size));
    for (const std::string* text : {&event.messageId, &event.sender, &event.sourceService, &event.clientIp,
             &event.tlsVersion, &event.tlsCipher, &event.relayIp, &event.relayName})
        add(*text);
    for (const GmailEvent::Destination& destination : event.destinations) {
        add(destination.service);
        add(destination.address);
    }
    return out;
}

std::optional<GmailEvent> fromText(std::string_view text)
{
    if (std::count(text.begin(), text.end(), separator) < 14)
        return {};
    const auto take = [&text] {
        std::string_view field;
        takeUntil(text, std::string_view(&separator, 1), field);
        return field;
    };
    GmailEvent out;
    out.action = smallNumber(take());
    out.tlsState = stateIn(take());
    out.isSpam = truthIn(take());
    out.isSuccess = truthIn(take()).value_or(true);
    out.isIntraDomain = truthIn(take()).value_or(false);
    out.size = static_cast<std::uint64_t>(smallNumber(take()));
    for (std::string* field : {&out.messageId, &out.sender, &out.sourceService, &out.clientIp, &out.tlsVersion,
             &out.tlsCipher, &out.relayIp, &out.relayName})
        *field = take();
    while (!text.empty() && out.destinations.size() < mostDestinations) {
        GmailEvent::Destination destination;
        destination.service = take();
        destination.address = take();
        out.destinations.push_back(destination);
    }
    return out;
}

} // namespace waxseal
