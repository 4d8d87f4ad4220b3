// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/stalwart/stalwartparser.h"

#include "model/core/bytes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace waxseal {

namespace {

using Kind = StalwartEvent::Kind;

/** Events by name; several versions have several names for one. */
constexpr std::array<std::pair<std::string_view, Kind>, 42> events{{
    {"smtp.connection-start", Kind::Greeted},
    {"smtp.ehlo", Kind::Greeted},
    {"smtp.helo", Kind::Greeted},
    {"smtp.lhlo", Kind::Greeted},
    {"smtp.connection-end", Kind::Disconnected},
    {"tls.handshake", Kind::Secured},
    {"smtp.start-tls", Kind::Secured},
    {"tls.handshake-error", Kind::HandshakeFailed},
    {"auth.success", Kind::Authenticated},
    {"smtp.mail-from-rejected", Kind::Refused},
    {"smtp.rcpt-to-rejected", Kind::Refused},
    {"smtp.mailbox-does-not-exist", Kind::Refused},
    {"smtp.relay-not-allowed", Kind::Refused},
    {"smtp.rcpt-to-greylisted", Kind::Refused},
    {"smtp.message-rejected", Kind::Refused},
    {"smtp.message-parse-failed", Kind::Refused},
    {"smtp.message-too-large", Kind::Refused},
    {"smtp.loop-detected", Kind::Refused},
    {"smtp.dmarc-reject", Kind::Refused},
    {"spam.reject", Kind::Refused},
    {"queue.queue-message", Kind::Queued},
    {"queue.message-queued", Kind::Queued},
    {"queue.queue-message-authenticated", Kind::Queued},
    {"queue.authenticated-message-queued", Kind::Queued},
    {"message-ingest.spam", Kind::Spam},
    {"message-ingest.ham", Kind::Ham},
    {"delivery.connect", Kind::ConnectedTo},
    {"delivery.start-tls", Kind::SecuredTo},
    {"delivery.start-tls-unavailable", Kind::InClearTo},
    {"delivery.start-tls-disabled", Kind::InClearTo},
    {"delivery.start-tls-error", Kind::HandshakeToFailed},
    {"delivery.implicit-tls-error", Kind::HandshakeToFailed},
    {"delivery.delivered", Kind::Delivered},
    {"delivery.rcpt-to-rejected", Kind::Failed},
    {"delivery.rcpt-to-failed", Kind::Failed},
    {"delivery.message-rejected", Kind::Failed},
    {"delivery.mail-from-rejected", Kind::Failed},
    {"delivery.failed", Kind::Failed},
    {"delivery.completed", Kind::Completed},
    {"queue.rescheduled", Kind::None},
    {"server.startup", Kind::Started},
    {"housekeeper.start", Kind::Started},
}};

bool isLevel(std::string_view word)
{
    return word == "INFO" || word == "WARN" || word == "ERROR" || word == "DEBUG" || word == "TRACE";
}

/** "2026-01-12T00:42:53Z": some collectors write it twice. */
bool isStamp(std::string_view word)
{
    return word.size() >= 20 && word[4] == '-' && word[10] == 'T' && word[0] >= '0' && word[0] <= '9';
}

bool isEventName(std::string_view name)
{
    return name.size() > 2 && name.find('.') != std::string_view::npos
        && std::all_of(name.begin(), name.end(),
            [](char c) { return (c >= 'a' && c <= 'z') || c == '.' || c == '-' || (c >= '0' && c <= '9'); });
}

/** Takes stamps, level and description; what is left are the keys. */
bool takeHead(std::string_view& text, std::string_view& name)
{
    for (int i = 0; i < 3; ++i) {
        const std::string_view word = text.substr(0, text.find(' '));
        if (!isLevel(word) && !isStamp(word))
            return false;
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (!isLevel(word))
            continue;
        // A description is the server's own and short, and has no parentheses.
        const std::size_t open = text.substr(0, 200).find('(');
        if (open == std::string_view::npos || open == 0)
            return false;
        text.remove_prefix(open + 1);
        const std::size_t close = text.substr(0, 100).find(')');
        if (close == std::string_view::npos)
            return false;
        name = text.substr(0, close);
        text.remove_prefix(close + 1);
        takePrefix(text, " ");
        return isEventName(name);
    }
    return false;
}

/** Whether `text` goes on with a key, or is over. */
bool isNextKey(std::string_view text)
{
    if (text.empty())
        return true;
    if (!takePrefix(text, ", "))
        return false;
    std::size_t end = 0;
    while (end < text.size() && end < 40
        && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z')))
        ++end;
    return end > 0 && text.substr(end, 3) == " = ";
}

bool takeKey(std::string_view& text, std::string_view& key)
{
    const std::size_t end = text.substr(0, 43).find(" = ");
    if (end == std::string_view::npos)
        return false;
    key = text.substr(0, end);
    text.remove_prefix(end + 3);
    return true;
}

/** Takes a value up to the next key. Strings and lists may hold what looks like one: the first place counts. */
std::string_view takeValue(std::string_view& text)
{
    const char first = text.empty() ? '\0' : text.front();
    std::size_t end = 0;
    if (first == '"' || first == '[') {
        const char close = first == '"' ? '"' : ']';
        end = 1;
        while (end < text.size() && !(text[end] == close && isNextKey(text.substr(end + 1))))
            ++end;
        end = std::min(end + 1, text.size());
    } else {
        while (end < text.size() && !(text[end] == ',' && isNextKey(text.substr(end))))
            ++end;
    }
    const std::string_view value = text.substr(0, end);
    text.remove_prefix(end);
    takePrefix(text, ", ");
    return value;
}

std::string_view unquoted(std::string_view value)
{
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        value = value.substr(1, value.size() - 2);
    return value == "<>" ? std::string_view() : value;
}

std::uint32_t number(std::string_view text)
{
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(takeNumber(text).value_or(0), 1'000'000'000));
}

/** How many strings a list holds. */
std::uint32_t countOf(std::string_view list)
{
    if (list.size() < 3 || list.front() != '[')
        return 0;
    std::uint32_t count = 1;
    for (std::size_t at = list.find("\", \""); at != std::string_view::npos; at = list.find("\", \"", at + 3))
        ++count;
    return count;
}

void readKey(std::string_view key, std::string_view value, StalwartEvent& event)
{
    const auto set = [value](std::string_view& field) {
        if (field.empty())
            field = unquoted(value);
    };
    if (key == "listenerId")
        set(event.listener);
    else if (key == "localPort" && event.localPort == 0)
        event.localPort = number(value);
    else if (key == "remoteIp")
        set(event.address);
    else if (key == "remotePort" && event.port == 0)
        event.port = number(value);
    else if (key == "queueId")
        set(event.queueId);
    else if (key == "from" && event.sender.empty()) {
        event.sender = unquoted(value);
        event.isAmbiguous = event.sender.find('"') != std::string_view::npos;
    } else if (key == "to" && value.starts_with('['))
        event.recipients = std::max(event.recipients, countOf(value));
    else if (key == "to")
        set(event.recipient);
    else if (key == "hostname")
        set(event.host);
    else if (key == "accountName" || key == "login")
        set(event.user);
    else if (key == "version")
        set(event.version);
    else if (key == "details")
        set(event.cipher);
    else if (key == "size" && event.size == 0)
        event.size = takeNumber(value).value_or(0);
}

} // namespace

bool isStalwartLine(std::string_view text)
{
    std::string_view name;
    return takeHead(text, name);
}

StalwartEvent parseStalwart(std::string_view text)
{
    StalwartEvent event;
    std::string_view name;
    if (!takeHead(text, name))
        return event;
    const auto at
        = std::find_if(events.begin(), events.end(), [name](const auto& known) { return known.first == name; });
    if (at == events.end())
        return event;
    event.kind = at->second;
    event.isOfUser = name.find("authenticated") != std::string_view::npos;
    std::string_view key;
    for (int i = 0; i < 40 && takeKey(text, key); ++i)
        readKey(key, takeValue(text), event);
    if (event.kind != Kind::Secured && event.kind != Kind::SecuredTo)
        event.cipher = {}; // "details" are something else
    return event;
}

} // namespace waxseal
