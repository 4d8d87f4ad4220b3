// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/exchange/exchangeparser.h"

#include "model/core/bytes.h"
#include "model/core/csvreader.h"
#include "model/servers/paths.h"

#include <algorithm>
#include <array>
#include <utility>

namespace waxseal {

namespace {

using Kind = ExchangeEvent::Kind;
using Verb = ExchangeEvent::Verb;

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size()
        && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return asciiLower(x) == asciiLower(y); });
}

/** Takes `prefix`, whatever its letters' case. */
bool takeWord(std::string_view& text, std::string_view prefix)
{
    if (!equalsIgnoringCase(text.substr(0, prefix.size()), prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/** Takes "<address>" from the front; some clients write no brackets. */
std::string_view takeAddress(std::string_view& text)
{
    text = trimmed(text);
    if (text.starts_with('<'))
        return takeUncheckedPath(text);
    const std::string_view address = text.substr(0, text.find(' '));
    text.remove_prefix(address.size());
    return address;
}

/** SIZE= among the parameters of MAIL. */
std::uint64_t sizeOf(std::string_view parameters)
{
    while (!parameters.empty()) {
        parameters = trimmed(parameters);
        std::string_view word = parameters.substr(0, parameters.find(' '));
        parameters.remove_prefix(word.size());
        if (takeWord(word, "SIZE="))
            return takeNumber(word).value_or(0);
    }
    return 0;
}

ExchangeEvent parseCommand(std::string_view text)
{
    ExchangeEvent event;
    event.kind = Kind::Command;
    constexpr std::array<std::pair<std::string_view, Verb>, 9> verbs{{{"EHLO", Verb::Hello}, {"HELO", Verb::Hello},
        {"STARTTLS", Verb::StartTls}, {"X-ANONYMOUSTLS", Verb::AnonymousTls}, {"AUTH", Verb::Auth},
        {"X-EXPS", Verb::ServerAuth}, {"DATA", Verb::Data}, {"RSET", Verb::Reset}, {"QUIT", Verb::Quit}}};
    if (takeWord(text, "MAIL FROM:")) {
        event.verb = Verb::Mail;
        event.address = takeAddress(text);
        event.size = sizeOf(text);
        return event;
    }
    if (takeWord(text, "RCPT TO:")) {
        event.verb = Verb::Rcpt;
        event.address = takeAddress(text);
        return event;
    }
    if (takeWord(text, "BDAT ")) {
        text = trimmed(text);
        event.size = takeNumber(text).value_or(0);
        event.verb = equalsIgnoringCase(trimmed(text), "LAST") ? Verb::LastChunk : Verb::Chunk;
        return event;
    }
    const std::string_view word = text.substr(0, text.find(' '));
    for (const auto& [name, verb] : verbs) {
        if (equalsIgnoringCase(word, name))
            event.verb = verb;
    }
    return event;
}

/** "250 2.6.0 <id> [InternalId=1, Hostname=a.example] 1234 bytes in …": what our own server says. */
void readAcceptance(std::string_view text, ExchangeEvent& event)
{
    if (!takePrefix(text, "2.6.0 <"))
        return;
    // What stands in the message-id the sender wrote: the last place is the server's own.
    const std::size_t end = text.rfind("> [InternalId=");
    if (end == std::string_view::npos)
        return;
    event.messageId = {text.data() - 1, end + 2};
    text.remove_prefix(end);
    takePrefix(text, "> [InternalId=");
    event.internalId = text.substr(0, text.find_first_of(",]"));
    text.remove_prefix(event.internalId.size());
    if (takePrefix(text, ", Hostname=")) {
        event.hostName = text.substr(0, text.find(']'));
        text.remove_prefix(event.hostName.size());
    }
    if (takePrefix(text, "] ")) {
        std::string_view rest = text;
        const auto bytes = takeNumber(rest);
        if (bytes && rest.starts_with(" bytes"))
            event.size = *bytes;
    }
}

ExchangeEvent parseReply(std::string_view text)
{
    ExchangeEvent event;
    event.kind = Kind::Reply;
    std::string_view rest = text;
    const auto code = takeNumber(rest);
    if (!code || text.size() - rest.size() != 3) {
        event.kind = Kind::None;
        return event;
    }
    event.code = static_cast<int>(*code);
    if (!rest.empty() && (rest.front() == ' ' || rest.front() == '-'))
        rest.remove_prefix(1);
    event.text = rest;
    if (event.code == 250)
        readAcceptance(rest, event);
    return event;
}

/** "SP_PROT_TLS1_2_SERVER" → "TLSv1.2". */
std::string versionOf(std::string_view name)
{
    if (!takePrefix(name, "SP_PROT_"))
        return std::string(name.substr(0, 50));
    for (const std::string_view side : {"_SERVER", "_CLIENT"}) {
        if (name.ends_with(side))
            name.remove_suffix(side.size());
    }
    if (takePrefix(name, "TLS1_")) // 1_0 is TLS 1.0, which OpenSSL calls TLSv1
        return name == "0" ? "TLSv1" : "TLSv1." + std::string(name.substr(0, 10));
    if (takePrefix(name, "TLS1"))
        return "TLSv1";
    return std::string(name.substr(0, 50)); // SSL3 …
}

std::string_view wordBehind(std::string_view text, std::string_view mark)
{
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos)
        return {};
    text.remove_prefix(at + mark.size());
    return text.substr(0, std::min(text.find_first_of(" ,\""), std::size_t{50}));
}

/**
 * "TLS protocol P negotiation succeeded using bulk encryption algorithm A with strength … bits, MAC hash algorithm B
 * with strength … bits and key exchange algorithm C with strength … bits": all of it is the server's own.
 */
bool readNegotiation(std::string_view text, ExchangeEvent& event)
{
    if (!takePrefix(text, "TLS protocol "))
        return false;
    std::string_view protocol;
    if (!takeUntil(text, " negotiation succeeded", protocol))
        return false;
    event.kind = Kind::Handshake;
    event.version = versionOf(protocol);
    for (const std::string_view mark :
        {"bulk encryption algorithm ", "MAC hash algorithm ", "key exchange algorithm "}) {
        const std::string_view part = wordBehind(text, mark);
        if (part.empty())
            continue;
        event.cipher += event.cipher.empty() ? "" : "+";
        event.cipher += part;
    }
    return true;
}

/** "Client certificate chain validation status: 'Valid'", and the words that newer and older builds have. */
bool readCertificate(std::string_view text, ExchangeEvent& event)
{
    bool isKnown = false;
    for (const std::string_view who : {"Client ", "Server ", "Remote "}) {
        if (takePrefix(text, who)) {
            isKnown = true;
            break;
        }
    }
    if (!isKnown || !takePrefix(text, "certificate chain validation "))
        return false;
    event.kind = Kind::CertificateChecked;
    if (takePrefix(text, "status: '")) {
        const std::string_view status = text.substr(0, text.find('\''));
        event.hasCertificate = status != "EmptyCertificate";
        event.isTrusted = status == "Valid";
        return true;
    }
    event.hasCertificate = true;
    event.isTrusted = text.starts_with("succeeded");
    return true;
}

ExchangeEvent parseInformation(std::string_view data, std::string_view context)
{
    ExchangeEvent event;
    for (const std::string_view text : {context, data}) { // older builds write into the data column
        if (readNegotiation(text, event) || readCertificate(text, event))
            return event;
        if (text.starts_with("TLS negotiation failed") || text.starts_with("Inbound TLS negotiation failed")
            || text.starts_with("Outbound TLS negotiation failed")) {
            event.kind = Kind::HandshakeFailed;
            return event;
        }
    }
    std::string_view sending = context;
    if (takePrefix(sending, "sending message with RecordId ")) {
        event.kind = Kind::Sending;
        event.recordId = sending.substr(0, sending.find(' '));
        sending.remove_prefix(event.recordId.size());
        if (takePrefix(sending, " and InternetMessageId "))
            event.messageId = sending;
        return event;
    }
    if (context == "authenticated" && !data.empty()) {
        event.kind = Kind::Authenticated;
        event.user = data;
    }
    return event;
}

} // namespace

bool ExchangeColumns::areEnough() const
{
    if (log == ExchangeLog::Tracking)
        return time >= 0 && source >= 0 && eventId >= 0 && sender >= 0;
    return log != ExchangeLog::None && time >= 0 && session >= 0 && remote >= 0 && event >= 0 && data >= 0;
}

void readExchangeFields(std::string_view line, ExchangeColumns& columns)
{
    const ExchangeLog before = columns.log;
    columns = {};
    columns.log = before;
    const std::array<std::pair<std::string_view, int ExchangeColumns::*>, 23> names{
        {{"date-time", &ExchangeColumns::time}, {"connector-id", &ExchangeColumns::connector},
            {"session-id", &ExchangeColumns::session}, {"local-endpoint", &ExchangeColumns::local},
            {"remote-endpoint", &ExchangeColumns::remote}, {"event", &ExchangeColumns::event},
            {"data", &ExchangeColumns::data}, {"context", &ExchangeColumns::context},
            {"client-ip", &ExchangeColumns::clientIp}, {"original-client-ip", &ExchangeColumns::originalIp},
            {"server-ip", &ExchangeColumns::serverIp}, {"client-hostname", &ExchangeColumns::clientName},
            {"server-hostname", &ExchangeColumns::serverName}, {"source-context", &ExchangeColumns::sourceContext},
            {"source", &ExchangeColumns::source}, {"event-id", &ExchangeColumns::eventId},
            {"internal-message-id", &ExchangeColumns::internalId}, {"message-id", &ExchangeColumns::messageId},
            {"recipient-address", &ExchangeColumns::recipients}, {"total-bytes", &ExchangeColumns::bytes},
            {"recipient-count", &ExchangeColumns::count}, {"sender-address", &ExchangeColumns::sender},
            {"directionality", &ExchangeColumns::direction}}};
    takePrefix(line, "#Fields:");
    std::vector<std::string> fields;
    takeCsvRecord(line, fields);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string_view field = trimmed(fields[i]);
        for (const auto& [name, column] : names) {
            if (field == name && columns.*column < 0)
                columns.*column = static_cast<int>(i);
        }
    }
    if (columns.eventId >= 0 && columns.source >= 0)
        columns.log = ExchangeLog::Tracking;
    else if (columns.session >= 0 && columns.log == ExchangeLog::None)
        columns.log = ExchangeLog::Receive;
}

ExchangeColumns readExchangeHead(std::string_view head)
{
    takePrefix(head, "\xef\xbb\xbf");
    ExchangeColumns columns;
    for (int i = 0; i < 20 && head.starts_with('#'); ++i) {
        std::string_view line = head.substr(0, head.find('\n'));
        head.remove_prefix(std::min(line.size() + 1, head.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.starts_with("#Fields:")) {
            readExchangeFields(line, columns);
            break;
        }
        if (!takePrefix(line, "#Log-type:"))
            continue;
        line = trimmed(line);
        columns.log = line == "SMTP Receive Protocol Log" ? ExchangeLog::Receive
            : line == "SMTP Send Protocol Log"            ? ExchangeLog::Send
            : line == "Message Tracking Log"              ? ExchangeLog::Tracking
                                                          : ExchangeLog::None;
    }
    return columns;
}

ExchangeEvent parseExchange(ExchangeLog log, std::string_view event, std::string_view data, std::string_view context)
{
    ExchangeEvent out;
    if (event == "+") {
        out.kind = Kind::Connected;
        return out;
    }
    if (event == "-") {
        out.kind = Kind::Disconnected;
        return out;
    }
    if (event == "*")
        return parseInformation(data, context);
    const bool isCommand = event == (log == ExchangeLog::Receive ? "<" : ">");
    if (isCommand)
        return parseCommand(data);
    if (event == "<" || event == ">")
        return parseReply(data);
    return out;
}

ExchangeEndpoint parseEndpoint(std::string_view text)
{
    ExchangeEndpoint out;
    const std::size_t colon = text.rfind(':');
    std::string_view address = text;
    if (colon != std::string_view::npos
        && (text.starts_with('[') ? colon > 0 && text[colon - 1] == ']' : text.find(':') == colon)) {
        std::string_view port = text.substr(colon + 1);
        out.port = static_cast<std::uint32_t>(std::min<std::uint64_t>(takeNumber(port).value_or(0), 65'535));
        address = text.substr(0, colon);
    }
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    out.address = address.substr(0, address.find('%')); // a link-local address's zone
    return out;
}

bool isHealthProbe(std::string_view address)
{
    std::string_view local = address.substr(0, address.find('@'));
    if (takeWord(local, "HealthMailbox"))
        return true;
    for (const std::string_view probe :
        {"inboundproxy@inboundproxy.com", "maildeliveryprobe@maildeliveryprobe.com", "amprobe@amprobe.com"}) {
        if (equalsIgnoringCase(address, probe))
            return true;
    }
    return false;
}

bool isInternalPort(std::uint32_t port)
{
    // 2525: transport behind the front end; 717: submission behind it; 475: delivery to mailboxes; 465: the client
    // proxy.
    return port == 2525 || port == 717 || port == 475 || port == 465;
}

} // namespace waxseal
