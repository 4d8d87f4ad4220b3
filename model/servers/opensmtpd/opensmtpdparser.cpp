// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/opensmtpd/opensmtpdparser.h"

#include "model/core/bytes.h"
#include "model/servers/paths.h"

#include <algorithm>

namespace waxseal {

namespace {

using Kind = OpensmtpdEvent::Kind;
constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t sessionDigits = 16;
constexpr std::size_t messageDigits = 8;

bool isHex(std::string_view text, std::size_t digits)
{
    return text.size() >= digits
        && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(digits),
            [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool takeHex(std::string_view& text, std::size_t digits, std::string_view& taken)
{
    if (!isHex(text, digits))
        return false;
    taken = text.substr(0, digits);
    text.remove_prefix(digits);
    return true;
}

/** Takes `key<…>`; a quoted local part may hold any character. */
bool takeAddress(std::string_view& text, std::string_view key, std::string_view& address)
{
    std::string_view rest = text;
    if (!takePrefix(rest, key) || !takePath(rest, address))
        return false;
    text = rest;
    if (!takePrefix(text, ", "))
        takePrefix(text, " ");
    return true;
}

/** Takes `key="value" ` or `key=value `, and what separates it from the next. */
bool takeValue(std::string_view& text, std::string_view key, std::string_view& value)
{
    if (!text.starts_with(key))
        return false;
    text.remove_prefix(key.size());
    if (takePrefix(text, "\"")) {
        if (!takeUntil(text, "\"", value))
            return false;
        if (!takePrefix(text, ", "))
            takePrefix(text, " ");
        return true;
    }
    value = takeWord(text);
    if (value.ends_with(','))
        value.remove_suffix(1);
    return true;
}

std::string_view withoutBrackets(std::string_view address)
{
    while (address.size() >= 2 && address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    takePrefix(address, "IPv6:");
    return address;
}

void setName(std::string_view name, OpensmtpdEvent& event)
{
    if (!name.starts_with('<') && !name.starts_with('[') && name != event.hostAddress)
        event.hostName = name;
}

/** `address=A host=H`, which most lines of 6.0 to 6.3 bear, too. */
void takePeer(std::string_view& text, OpensmtpdEvent& event)
{
    std::string_view value;
    if (!takeValue(text, "address=", value))
        return;
    event.hostAddress = withoutBrackets(value);
    if (takeValue(text, "host=", value))
        setName(value, event);
}

/** "TLSv1.3:CIPHER:256", or "version=TLSv1.2, cipher=CIPHER, bits=256". */
bool readCiphers(std::string_view text, OpensmtpdEvent& event)
{
    takePrefix(text, "\"");
    if (takePrefix(text, "version=")) {
        if (!takeUntil(text, ", cipher=", event.tlsProtocol))
            return false;
        event.cipher = text.substr(0, text.find(','));
        return true;
    }
    if (!takeUntil(text, ":", event.tlsProtocol))
        return false;
    event.cipher = text.substr(0, text.find_first_of(": \""));
    return true;
}

/** Whether a reply of ours refuses mail because the session is not encrypted. A filter of the administrator's may have
 * its own words for it. */
bool refusesPlaintext(std::string_view reply)
{
    for (const std::string_view words : {std::string_view("encryption is required"),
             std::string_view("a STARTTLS command"), std::string_view("AUTH/STARTTLS command"),
             std::string_view("TLS required"), std::string_view("TLS is required")}) {
        if (reply.find(words) != npos)
            return true;
    }
    return false;
}

bool startsWithCommand(std::string_view text, std::string_view command)
{
    return text.size() >= command.size()
        && std::equal(command.begin(), command.end(), text.begin(), [](char a, char b) { return a == asciiLower(b); });
}

/** A command of a client's that we refused, and our reply. */
void readFailedCommand(std::string_view command, std::string_view reply, OpensmtpdEvent& event)
{
    const bool isMail = startsWithCommand(command, "mail from:");
    if (!isMail && !startsWithCommand(command, "rcpt to:") && !startsWithCommand(command, "data"))
        return;
    if (isMail) {
        command.remove_prefix(command.find(':') + 1);
        command.remove_prefix(std::min(command.find_first_not_of(' '), command.size()));
        event.senderKnown = takeAddress(command, "", event.sender);
    }
    event.kind = refusesPlaintext(reply) ? Kind::EncryptionRequired : Kind::Rejected;
}

/** `msgid=… size=… nrcpt=…`, in older versions with `from=<…> to=<…>` before the size. */
void readAccepted(std::string_view text, OpensmtpdEvent& event)
{
    if (!takePrefix(text, "msgid=") || !takeHex(text, messageDigits, event.messageId))
        return;
    takePrefix(text, " ");
    event.senderKnown = takeAddress(text, "from=", event.sender);
    takeAddress(text, "to=", event.recipient);
    if (takePrefix(text, "size=")) {
        event.size = takeNumber(text).value_or(0);
        takePrefix(text, " ");
    }
    if (takePrefix(text, "nrcpt="))
        event.recipientCount
            = static_cast<std::uint32_t>(std::min<std::uint64_t>(takeNumber(text).value_or(0), 1'000'000));
    event.kind = Kind::Accepted;
}

void readEnvelope(std::string_view text, OpensmtpdEvent& event)
{
    if (!takePrefix(text, "evpid=") || !isHex(text, sessionDigits))
        return;
    event.messageId = text.substr(0, messageDigits);
    text.remove_prefix(std::min(sessionDigits + 1, text.size()));
    event.senderKnown = takeAddress(text, "from=", event.sender);
    if (event.senderKnown && takeAddress(text, "to=", event.recipient))
        event.kind = Kind::Envelope;
}

std::uint32_t readDelay(std::string_view text)
{
    // "2s", "1m30s", "1h2m3s", "1d2h3m4s"
    constexpr std::uint64_t longest = 100 * 86400;
    std::uint64_t seconds = 0;
    while (const auto number = takeNumber(text)) {
        const char unit = text.empty() ? 's' : text.front();
        const std::uint64_t factor = unit == 'd' ? 86400 : unit == 'h' ? 3600 : unit == 'm' ? 60 : 1;
        seconds = std::min(seconds + std::min(*number, longest) * factor, longest);
        if (text.empty())
            break;
        text.remove_prefix(1);
    }
    return static_cast<std::uint32_t>(seconds);
}

void readResult(std::string_view result, std::string_view response, OpensmtpdEvent& event)
{
    event.isSent = result == "Ok";
    event.isFinal = result != "TempFail";
    event.response = response;
    event.tlsRequired = !event.isSent && response.starts_with("TLS required but not supported");
    event.kind = Kind::Delivery;
}

/** `address (name)` */
void readRelay(std::string_view relay, OpensmtpdEvent& event)
{
    std::string_view address;
    if (takeUntil(relay, " (", address)) {
        event.hostAddress = withoutBrackets(address);
        setName(relay.substr(0, relay.find(')')), event);
    } else {
        event.hostAddress = withoutBrackets(relay);
    }
}

/** `evpid=… from=<…> to=<…> rcpt=<…> source="…" relay="address (name)" delay=… result="Ok" stat="…"`; of mda `user=…`
 * in place of source and relay. */
void readDelivery(std::string_view text, bool isOverSmtp, OpensmtpdEvent& event)
{
    std::string_view value;
    if (!takePrefix(text, "evpid=") || !isHex(text, sessionDigits))
        return;
    event.messageId = text.substr(0, messageDigits);
    text.remove_prefix(std::min(sessionDigits + 1, text.size()));
    event.isOverSmtp = isOverSmtp;
    event.senderKnown = takeAddress(text, "from=", event.sender);
    if (!event.senderKnown || !takeAddress(text, "to=", event.recipient) || !takeAddress(text, "rcpt=", value))
        return;
    if (isOverSmtp) {
        std::string_view relay;
        if (!takeValue(text, "source=", value) || !takeValue(text, "relay=", relay))
            return;
        readRelay(relay, event);
    } else if (!takeUntil(text, " delay=", value)) { // user=, and in older versions method=
        return;
    } else {
        text = {text.data() - 6, text.size() + 6};
    }
    std::string_view result;
    if (!takeValue(text, "delay=", value) || !takeValue(text, "result=", result))
        return;
    event.seconds = readDelay(value);
    takePrefix(text, "stat=");
    takePrefix(text, "\"");
    if (text.ends_with('"'))
        text.remove_suffix(1);
    readResult(result, text, event);
}

/** `address=smtp://192.0.2.1:25 host=name`: what it tries is the scheme's word. */
void readConnecting(std::string_view address, std::string_view host, OpensmtpdEvent& event)
{
    std::string_view scheme;
    if (!takeUntil(address, "://", scheme))
        return;
    event.inClearByChoice = scheme == "smtp+notls";
    const std::size_t colon = address.rfind(':');
    const std::size_t bracket = address.rfind(']');
    if (colon != npos && (bracket == npos || colon == bracket + 1)) {
        std::string_view port = address.substr(colon + 1);
        event.port = static_cast<std::uint32_t>(std::min<std::uint64_t>(takeNumber(port).value_or(0), 65535));
        address = address.substr(0, colon);
    }
    event.hostAddress = withoutBrackets(address);
    setName(host, event);
    event.kind = Kind::Connecting;
}

/** The library's errors are "error:0A080006:SSL routines::…"; before 7.0 nothing says that they are of a handshake. */
bool tellsOfHandshake(std::string_view reason)
{
    takePrefix(reason, "\"");
    takePrefix(reason, "io-error: ");
    takePrefix(reason, "IO Error: ");
    if (std::string_view code; takePrefix(reason, "error:") && takeUntil(reason, ":", code))
        return code.size() == messageDigits && reason.starts_with("SSL routines");
    return reason.starts_with("handshake failed") || reason.starts_with("tls-accept-failed")
        || reason.starts_with("tls-failure") || reason.starts_with("tls-connect-failed");
}

/** The user that a client names may hold anything but what the line ends with. */
void readAuthentication(std::string_view text, OpensmtpdEvent& event)
{
    if (!takePrefix(text, "user=") || !text.ends_with(" result=ok"))
        return;
    text.remove_suffix(10);
    if (const std::size_t at = text.rfind(" address="); at != npos)
        text = text.substr(0, at);
    event.user = text;
    event.kind = Kind::Authenticated;
}

void readCertificate(std::string_view text, Kind kind, OpensmtpdEvent& event)
{
    std::string_view result;
    if (!takeValue(text, "result=", result))
        return;
    event.certificateValid = result == "verified" || result == "valid" || result == "success";
    // mta says "no certificate presented" of a server, under the name of smtp.
    event.kind = result.starts_with("no certificate") ? Kind::None : kind;
}

void parseSmtp(std::string_view text, OpensmtpdEvent& event)
{
    takePrefix(text, "event=");
    const std::string_view what = takeWord(text);
    if (what == "authentication")
        return readAuthentication(text, event);
    takePeer(text, event);
    if (what == "connected") {
        event.kind = event.hostAddress.empty() ? Kind::None : Kind::Connect;
    } else if (what == "disconnected" || what == "closed") {
        event.kind = Kind::Disconnect;
        event.handshakeFailed = takePrefix(text, "reason=") && tellsOfHandshake(text);
    } else if (what == "tls" || what == "starttls") {
        if (takePrefix(text, "ciphers=") && readCiphers(text, event))
            event.kind = Kind::TlsFrom;
    } else if (what == "cert-check" || what == "client-cert-check") {
        readCertificate(text, Kind::CertificateFrom, event);
    } else if (what == "message") {
        readAccepted(text, event);
    } else if (what == "envelope") {
        readEnvelope(text, event);
    } else if (what == "failed-command" && takePrefix(text, "command=\"")) {
        // The client's command may hold these words; our reply is the last thing in the line.
        constexpr std::string_view mark = "\" result=\"";
        if (const std::size_t at = text.rfind(mark); at != npos)
            readFailedCommand(text.substr(0, at), text.substr(at + mark.size()), event);
    }
}

void parseMta(std::string_view text, OpensmtpdEvent& event)
{
    takePrefix(text, "event=");
    const std::string_view what = takeWord(text);
    if (what == "delivery")
        return readDelivery(text, true, event);
    std::string_view value;
    if (what == "connecting") {
        if (takeValue(text, "address=", value) && takePrefix(text, "host="))
            readConnecting(value, text, event);
        return;
    }
    takePeer(text, event);
    if (what == "tls" || what == "starttls") {
        if (takePrefix(text, "ciphers=") && readCiphers(text, event))
            event.kind = Kind::TlsTo;
    } else if (what == "cert-check" || what == "server-cert-check") {
        readCertificate(text, Kind::CertificateTo, event);
    } else if (what == "error") {
        event.kind = takePrefix(text, "reason=") && tellsOfHandshake(text) ? Kind::HandshakeFailedTo : Kind::None;
    } else if (what == "disconnected" || what == "closed" || what == "closing") {
        event.kind = Kind::DisconnectTo;
        event.handshakeFailed = takePrefix(text, "reason=") && tellsOfHandshake(text);
    }
}

// Before 5.9

bool takeSession(std::string_view& text, std::string_view before, OpensmtpdEvent& event)
{
    return takePrefix(text, before) && takeHex(text, sessionDigits, event.session);
}

/** `MSGID on session SESSION: from=<…>, [to=<…>, ]size=…, nrcpts=…, proto=…` */
void readOldAccepted(std::string_view text, OpensmtpdEvent& event)
{
    if (!takeHex(text, messageDigits, event.messageId) || !takeSession(text, " on session ", event)
        || !takePrefix(text, ": ") || !takeAddress(text, "from=", event.sender))
        return;
    event.senderKnown = true;
    takeAddress(text, "to=", event.recipient);
    if (takePrefix(text, "size=")) {
        event.size = takeNumber(text).value_or(0);
        takePrefix(text, ", ");
    }
    if (takePrefix(text, "nrcpts="))
        event.recipientCount
            = static_cast<std::uint32_t>(std::min<std::uint64_t>(takeNumber(text).value_or(0), 1'000'000));
    event.kind = Kind::Accepted;
}

void parseOldSmtp(std::string_view text, OpensmtpdEvent& event)
{
    if (takeSession(text, "New session ", event)) {
        // "name [address]": the name has no blank.
        std::string_view name;
        if (!takePrefix(text, " from host ") || !takeUntil(text, " [", name) || !text.ends_with(']'))
            return;
        event.hostAddress = withoutBrackets(text.substr(0, text.size() - 1));
        setName(name, event);
        event.kind = Kind::Connect;
    } else if (takeSession(text, "Started TLS on session ", event)) {
        if (takePrefix(text, ": ") && readCiphers(text, event))
            event.kind = Kind::TlsFrom;
    } else if (takePrefix(text, "Accepted message ")) {
        readOldAccepted(text, event);
    } else if (takePrefix(text, "Accepted authentication for user ")) {
        constexpr std::string_view mark = " on session ";
        const std::size_t at = text.rfind(mark);
        std::string_view rest = at == npos ? std::string_view{} : text.substr(at + mark.size());
        if (takeHex(rest, sessionDigits, event.session)) {
            event.user = text.substr(0, at);
            event.kind = Kind::Authenticated;
        }
    } else if (takeSession(text, "Failed command on session ", event)) {
        constexpr std::string_view mark = "\" => ";
        const std::size_t at = text.rfind(mark);
        if (takePrefix(text, ": \"") && at != npos && at >= 3)
            readFailedCommand(text.substr(0, at - 3), text.substr(at - 3 + mark.size()), event);
    } else if (takeSession(text, "Closing session ", event)
        || takeSession(text, "Received disconnect from session ", event)) {
        event.kind = Kind::Disconnect;
    } else if (takeSession(text, "Disconnecting session ", event)) {
        event.kind = Kind::Disconnect;
    }
}

void parseOldMta(std::string_view text, OpensmtpdEvent& event)
{
    std::string_view address;
    std::string_view host;
    if (takePrefix(text, "Connecting to ")) {
        if (takeUntil(text, " (", address) && takeUntil(text, ") on session ", host)
            && takeHex(text, sessionDigits, event.session))
            readConnecting(address, host, event);
    } else if (takeSession(text, "Started TLS on session ", event)) {
        if (takePrefix(text, ": ") && readCiphers(text, event))
            event.kind = Kind::TlsTo;
    } else if (takePrefix(text, "Server certificate verification ")) {
        event.certificateValid = takeWord(text) == "succeeded";
        if (takeSession(text, "on session ", event))
            event.kind = Kind::CertificateTo;
    } else if (takeSession(text, "Closing session ", event)) {
        event.kind = Kind::DisconnectTo;
    }
}

/** `relay: Ok for EVPID: session=SESSION, from=<…>, to=<…>, rcpt=<…>, source=…, relay=address (name), delay=…, stat=…`
 */
void parseOldDelivery(std::string_view text, OpensmtpdEvent& event)
{
    const std::string_view result = takeWord(text);
    std::string_view value;
    if (!takePrefix(text, "for ") || !isHex(text, sessionDigits))
        return;
    event.messageId = text.substr(0, messageDigits);
    text.remove_prefix(sessionDigits);
    if (!takeSession(text, ": session=", event) || !takePrefix(text, ", "))
        return;
    event.senderKnown = takeAddress(text, "from=", event.sender);
    if (!event.senderKnown || !takeAddress(text, "to=", event.recipient))
        return;
    takeAddress(text, "rcpt=", value);
    if (!takeValue(text, "source=", value) || !takePrefix(text, "relay=") || !takeUntil(text, ", delay=", value))
        return;
    readRelay(value, event);
    if (!takeUntil(text, ", stat=", value))
        return;
    event.seconds = readDelay(value);
    event.isOverSmtp = true;
    readResult(result, text, event);
}

} // namespace

OpensmtpdEvent parseOpensmtpd(std::string_view text)
{
    OpensmtpdEvent event;
    if (isHex(text, sessionDigits) && text.size() > sessionDigits && text[sessionDigits] == ' ') {
        event.session = text.substr(0, sessionDigits);
        text.remove_prefix(sessionDigits + 1);
        if (takePrefix(text, "smtp "))
            parseSmtp(text, event);
        else if (takePrefix(text, "mta "))
            parseMta(text, event);
        else if (takePrefix(text, "mda ")) {
            takePrefix(text, "event=");
            if (takeWord(text) == "delivery")
                readDelivery(text, false, event);
        }
    } else if (takePrefix(text, "smtp-in: ")) {
        parseOldSmtp(text, event);
    } else if (takePrefix(text, "smtp-out: ")) {
        parseOldMta(text, event);
    } else if (takePrefix(text, "relay: ")) {
        parseOldDelivery(text, event);
    } else if (text.starts_with("info: OpenSMTPD ") && text.ends_with(" starting")) {
        event.kind = Kind::Started;
    }
    return event;
}

} // namespace waxseal
