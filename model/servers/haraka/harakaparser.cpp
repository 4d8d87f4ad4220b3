// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/haraka/harakaparser.h"

#include "model/core/bytes.h"
#include "model/servers/paths.h"

#include <algorithm>
#include <array>

namespace waxseal {

namespace {

using Kind = HarakaEvent::Kind;

constexpr std::array levels{"DATA", "PROTOCOL", "DEBUG", "INFO", "NOTICE", "WARN", "ERROR", "CRIT", "ALERT", "EMERG"};

/** A line's parts, whichever of the two formats it has. */
struct Parts
{
    std::string_view uuid;
    std::string_view plugin;
    std::string_view message; ///< in the default format with its fields behind it
    std::string_view fields; ///< in logfmt, where they stand apart
    bool isSplit = false; ///< logfmt

    /** Takes a message's word; what is left are its fields. */
    bool take(std::string_view word)
    {
        if (isSplit)
            return message == word;
        if (!message.starts_with(word) || (message.size() > word.size() && message[word.size()] != ' '))
            return false;
        fields = message.substr(std::min(word.size() + 1, message.size()));
        return true;
    }
    /** The same where an address stands behind the word. */
    bool takeWithPath(std::string_view word, std::string_view& path);
};

bool isUuid(std::string_view text)
{
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (text.size() < form.size() || text.size() > longestHarakaId)
        return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char c = text[i];
        const bool isHex = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
        if (form[i] == '-' ? c != '-' : !isHex)
            return false;
    }
    return std::all_of(
        text.begin() + form.size(), text.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

bool takeBracketed(std::string_view& text, std::string_view& inner)
{
    if (!takePrefix(text, "["))
        return false;
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos || end > longestHarakaId)
        return false;
    inner = text.substr(0, end);
    text.remove_prefix(end + 1);
    takePrefix(text, " ");
    return true;
}

/** Takes "key=value" or "key="quoted value"" from the front, and the blank behind it. */
bool takeField(std::string_view& text, std::string_view& key, std::string_view& value)
{
    std::size_t end = 0;
    while (end < text.size() && text[end] != '=' && text[end] != ' ' && text[end] != '"')
        ++end;
    if (end == 0 || end == text.size() || text[end] != '=')
        return false;
    key = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (takePrefix(text, "\"")) {
        std::size_t close = 0;
        // 3.3 writes \" for a quote; before that one stood for itself, so that only a blank or the end behind it ends.
        while (close < text.size() && !(text[close] == '"' && (close + 1 == text.size() || text[close + 1] == ' '))) {
            close += text[close] == '\\' && close + 1 < text.size() ? 2 : 1;
        }
        if (close > text.size())
            close = text.size();
        value = text.substr(0, close);
        text.remove_prefix(std::min(close + 1, text.size()));
    } else {
        value = text.substr(0, text.find(' '));
        text.remove_prefix(value.size());
    }
    takePrefix(text, " ");
    return true;
}

/** The value of the field that stands next, if it has this key; else empty, and nothing is taken. */
std::string_view next(std::string_view& text, std::string_view wanted)
{
    std::string_view rest = text;
    std::string_view key;
    std::string_view value;
    if (!takeField(rest, key, value) || key != wanted)
        return {};
    text = rest;
    return value;
}

/** Goes on to a field that comes behind others of the server's own; those are passed over. */
std::string_view find(std::string_view& text, std::string_view wanted)
{
    std::string_view key;
    std::string_view value;
    while (takeField(text, key, value)) {
        if (key == wanted)
            return value;
    }
    return {};
}

std::uint32_t number(std::string_view text)
{
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(takeNumber(text).value_or(0), 1'000'000'000));
}

/** "1/0/2": accepted, deferred, refused. */
void readCounts(std::string_view text, std::uint32_t& accepted, std::uint32_t& refused)
{
    accepted = number(text.substr(0, text.find('/')));
    const std::size_t last = text.rfind('/');
    refused = last == std::string_view::npos ? 0 : number(text.substr(last + 1));
}

bool split(std::string_view text, Parts& parts)
{
    std::string_view level;
    if (takeBracketed(text, level)) {
        if (std::find(levels.begin(), levels.end(), level) == levels.end() || !takeBracketed(text, parts.uuid)
            || !takeBracketed(text, parts.plugin))
            return false;
        takePrefix(text, " "); // deliveries have one more
        parts.message = text;
        return true;
    }
    level = next(text, "level");
    if (std::find(levels.begin(), levels.end(), level) == levels.end())
        return false;
    parts.uuid = next(text, "uuid");
    parts.plugin = next(text, "origin");
    if (text.starts_with("source=")) // before 3.0
        parts.plugin = next(text, "source");
    parts.message = next(text, "message");
    parts.fields = text;
    parts.isSplit = true;
    return !parts.uuid.empty();
}

/** "secured: cipher=X version=Y verified=Z …", or, of a delivery, "secured verified=Z cipher=X version=Y …". */
void readSecured(std::string_view text, HarakaEvent& event)
{
    std::string_view key;
    std::string_view value;
    // Cipher, version and the verdict come before anything that a certificate says.
    for (int i = 0; i < 3 && takeField(text, key, value); ++i) {
        if (key == "cipher")
            event.cipher = value;
        else if (key == "version")
            event.version = value;
        else if (key == "verified")
            event.isVerified = value == "true";
    }
    while (takeField(text, key, value)) {
        if (key == "cn" || key == "fingerprint")
            event.hasCertificate = true;
    }
}

void readDisconnect(std::string_view text, HarakaEvent& event)
{
    event.address = next(text, "ip");
    event.name = next(text, "rdns");
    next(text, "helo");
    event.isRelay = next(text, "relay") == "Y";
    next(text, "early");
    next(text, "esmtp");
    event.isTls = next(text, "tls") == "Y";
    next(text, "pipe");
    next(text, "errors");
    event.transactions = number(next(text, "txns"));
    readCounts(next(text, "rcpts"), event.recipients, event.refused);
}

void readDelivered(std::string_view text, HarakaEvent& event)
{
    event.domain = find(text, "domain");
    event.host = next(text, "host");
    event.address = next(text, "ip");
    event.port = number(next(text, "port"));
    event.isOverSmtp = next(text, "mode") == "SMTP";
    event.isTls = next(text, "tls") == "Y";
    next(text, "auth");
    event.response = next(text, "response");
    next(text, "delay");
    next(text, "fails");
    readCounts(next(text, "rcpts"), event.recipients, event.refused);
}

/** Takes "<address> " from the front. */
std::string_view takeAddress(std::string_view& text)
{
    const std::string_view address = takeUncheckedPath(text);
    takePrefix(text, " ");
    return address;
}

bool isGoodCode(std::string_view code)
{
    return code == "OK" || code == "CONT";
}

void readCore(Parts& parts, HarakaEvent& event)
{
    if (parts.take("connect")) {
        event.kind = Kind::Connected;
        event.address = next(parts.fields, "ip");
        next(parts.fields, "port");
        next(parts.fields, "local_ip");
        event.localPort = number(next(parts.fields, "local_port"));
    } else if (parts.take("disconnect")) {
        event.kind = Kind::Disconnected;
        readDisconnect(parts.fields, event);
    } else if (parts.takeWithPath("sender ", event.path)) {
        event.kind = Kind::Sender;
        event.isGood = isGoodCode(next(parts.fields, "code"));
    } else if (parts.take("message")) {
        event.kind = Kind::Message;
        event.messageId = next(parts.fields, "mid");
        event.size = number(next(parts.fields, "size"));
        readCounts(next(parts.fields, "rcpts"), event.recipients, event.refused);
        next(parts.fields, "delay");
        event.isGood = isGoodCode(next(parts.fields, "code"));
    } else if (parts.take("queue")) {
        const std::string_view code = next(parts.fields, "code");
        event.kind = code == "CONT" ? Kind::None : Kind::Queued; // another plugin goes on
        event.isGood = code == "OK";
    } else if (parts.message.starts_with("client connection error: Error: ")
        && parts.message.substr(0, 200).find(":SSL routines:") != std::string_view::npos) {
        event.kind = Kind::HandshakeFailed;
    }
}

void readOutbound(Parts& parts, HarakaEvent& event)
{
    if (parts.take("secured")) {
        event.kind = Kind::SecuredTo;
        readSecured(parts.fields, event);
        return;
    }
    std::string_view delivered = parts.isSplit ? parts.fields : parts.message;
    if (takePrefix(delivered, "delivered file=")) {
        event.kind = Kind::Delivered;
        delivered.remove_prefix(
            std::min(delivered.find("domain="), delivered.size())); // a file's name, the server's own
        readDelivered(delivered, event);
        return;
    }
    std::string_view path;
    std::string_view message = parts.message;
    if (!takePrefix(message, "recipient "))
        return;
    path = takeAddress(message);
    if (message.starts_with("rejected: ") || message.starts_with("deferred: ")) {
        event.kind = Kind::RecipientFailed;
        event.path = path;
    }
}

bool Parts::takeWithPath(std::string_view word, std::string_view& path)
{
    std::string_view rest = message;
    if (!takePrefix(rest, word) || !rest.starts_with('<'))
        return false;
    path = takeAddress(rest);
    if (!isSplit)
        fields = rest;
    return true;
}

} // namespace

bool isHarakaLine(std::string_view text)
{
    Parts parts;
    return split(text, parts);
}

HarakaEvent parseHaraka(std::string_view text)
{
    HarakaEvent event;
    if (text.starts_with("Starting up Haraka version ")) {
        event.kind = Kind::Started;
        return event;
    }
    Parts parts;
    if (!split(text, parts) || !isUuid(parts.uuid))
        return event;
    constexpr std::size_t uuidLength = 36;
    event.connection = parts.uuid.substr(0, uuidLength);
    event.transaction = parts.uuid;
    event.delivery = parts.uuid;
    if (parts.plugin == "core") {
        readCore(parts, event);
    } else if (parts.plugin == "outbound") {
        // "….1.2": the second delivery of the connection's first message.
        const std::size_t first = parts.uuid.find('.');
        const std::size_t second = first == std::string_view::npos ? first : parts.uuid.find('.', first + 1);
        if (second != std::string_view::npos)
            event.transaction = parts.uuid.substr(0, second);
        readOutbound(parts, event);
    } else if (parts.plugin == "tls" || parts.plugin == "starttls") {
        std::string_view message = parts.message;
        if (takePrefix(message, "secured: ")) {
            event.kind = Kind::Secured;
            readSecured(message, event);
        }
    }
    return event;
}

} // namespace waxseal
