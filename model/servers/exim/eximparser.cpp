// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/exim/eximparser.h"

#include "model/core/bytes.h"
#include "model/servers/paths.h"

#include <algorithm>
#include <array>

namespace waxseal {

namespace {

using Kind = EximEvent::Kind;

bool isBase62(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/** Whether `text` begins with groups of base-62 digits of these lengths, joined by hyphens, and a blank or its end
 * follows. */
bool hasIdForm(std::string_view text, const std::array<std::size_t, 3>& groups)
{
    std::size_t at = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (group > 0 && (at >= text.size() || text[at++] != '-'))
            return false;
        for (const std::size_t end = at + groups[group]; at < end; ++at) {
            if (at >= text.size() || !isBase62(text[at]))
                return false;
        }
    }
    return at == text.size() || text[at] == ' ';
}

/** Takes `"…"`, where a backslash protects the next character; the blank behind it goes, too. */
std::string_view takeQuoted(std::string_view& text)
{
    std::size_t at = 1;
    while (at < text.size() && text[at] != '"')
        at += text[at] == '\\' ? 2 : 1;
    at = std::min(at, text.size());
    const std::string_view inside = text.substr(1, at - 1);
    text.remove_prefix(std::min(at + 1, text.size()));
    takePrefix(text, " ");
    return inside;
}

/** Takes an address that Exim writes without brackets: a quoted local part may hold blanks. */
std::string_view takeBareAddress(std::string_view& text)
{
    std::size_t at = 0;
    if (text.starts_with('"')) {
        for (at = 1; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\')
                ++at;
        }
    }
    const std::size_t blank = at < text.size() ? text.find(' ', at) : std::string_view::npos;
    const std::string_view address = text.substr(0, blank);
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
    return address;
}

/** Takes `<…>`. Without its end nothing behind it is certain: then all of the rest goes. */
std::string_view takeBracketed(std::string_view& text)
{
    std::string_view address;
    if (!takePath(text, address))
        text = {};
    return address;
}

std::string_view withoutBrackets(std::string_view address)
{
    return address.size() >= 2 && address.front() == '<' && address.back() == '>'
        ? address.substr(1, address.size() - 2)
        : address;
}

/** `[address]` and perhaps `:port` at the front. */
bool takeSocket(std::string_view& text, std::string_view& address, std::string_view& port)
{
    if (!takePrefix(text, "[") || !takeUntil(text, "]", address))
        return false;
    if (text.size() > 1 && text[0] == ':' && text[1] >= '0' && text[1] <= '9') {
        text.remove_prefix(1);
        port = text.substr(0, text.find_first_not_of("0123456789"));
        text.remove_prefix(port.size());
    }
    return true;
}

/**
 * `name (helo) [address]:port`, each of the first two only where there is one (host_and_ident() of Exim). With
 * helo_accept_junk_hosts a client may write anything between the parentheses, also what looks like the end of them.
 */
bool takeHost(std::string_view& text, EximEvent& event)
{
    if (!text.starts_with('(') && !text.starts_with('['))
        event.hostName = takeWord(text);
    if (text.starts_with('(')) {
        text.remove_prefix(1);
        if (!takeUntil(text, ") [", event.helo))
            return false;
        text = {text.data() - 1, text.size() + 1};
        event.ambiguous = event.helo.find(' ') != std::string_view::npos;
    }
    if (!takeSocket(text, event.hostAddress, event.hostPort))
        return false;
    takePrefix(text, " ");
    return true;
}

void readCipher(std::string_view value, EximEvent& event)
{
    const std::size_t first = value.find(':');
    event.tlsProtocol = value.substr(0, first);
    if (first == std::string_view::npos)
        return;
    const std::string_view rest = value.substr(first + 1);
    event.cipher = rest.substr(0, rest.rfind(':'));
}

EximEvent::Certificate readCertificate(std::string_view value)
{
    if (value == "yes")
        return EximEvent::Certificate::Verified;
    if (value == "dane")
        return EximEvent::Certificate::Dane;
    return value == "no" ? EximEvent::Certificate::NotVerified : EximEvent::Certificate::Unknown;
}

/** One `KEY=value` from the front of `text`, or a word that stands alone. False where a field cannot be read. */
bool takeField(std::string_view& text, EximEvent& event)
{
    if (takePrefix(text, "H="))
        return takeHost(text, event);
    if (takePrefix(text, "X=")) {
        readCipher(takeWord(text), event);
    } else if (takePrefix(text, "CV=")) {
        event.certificate = readCertificate(takeWord(text));
    } else if (takePrefix(text, "DN=")) {
        event.hasPeerName = true;
        text.starts_with('"') ? takeQuoted(text) : takeWord(text);
    } else if (takePrefix(text, "C=")) {
        event.response = text.starts_with('"') ? takeQuoted(text) : takeWord(text);
    } else if (takePrefix(text, "A=")) {
        event.authenticated = takeWord(text);
    } else if (takePrefix(text, "F=")) {
        event.sender = text.starts_with('<') ? takeBracketed(text) : takeWord(text);
        event.senderKnown = true;
        takePrefix(text, " ");
    } else if (text.size() > 2 && text[1] == '=' && text[2] == '"') {
        text.remove_prefix(2);
        takeQuoted(text);
    } else if (takePrefix(text, "SNI=")) {
        text.starts_with('"') ? takeQuoted(text) : takeWord(text);
    } else {
        takeWord(text);
    }
    return true;
}

std::uint32_t countAddresses(std::string_view text)
{
    std::uint32_t count = 0;
    while (!text.empty()) {
        takeBareAddress(text);
        ++count;
    }
    return count;
}

/** Whether what follows the host could be its end once more: `) [address] P=`. Then the HELO held the first one, or the
 * subject looks like it; which of them, the line does not say. */
bool holdsAnotherHost(std::string_view text)
{
    for (std::string_view before; takeUntil(text, ") [", before);) {
        std::string_view rest = text;
        std::string_view address;
        if (takeUntil(rest, "]", address) && address.find(' ') == std::string_view::npos && rest.find(" P=") < 64)
            return true;
    }
    return false;
}

/** `sender H=… P=… X=… S=… id=… T="…" from <…> for …`: the order of receive.c. */
void parseArrival(std::string_view text, EximEvent& event)
{
    event.sender = withoutBrackets(takeBareAddress(text));
    event.senderKnown = true;
    event.kind = Kind::Arrival;
    while (!text.empty()) {
        if (takePrefix(text, "P=")) {
            event.protocol = takeWord(text);
        } else if (takePrefix(text, "U=")) {
            // The ident is the client's word, too (RFC 1413), and the next field is P=.
            std::string_view ident;
            if (takeUntil(text, " P=", ident)) {
                event.ambiguous = event.ambiguous || ident.find(' ') != std::string_view::npos;
                event.protocol = takeWord(text);
            } else {
                takeWord(text);
            }
        } else if (takePrefix(text, "S=")) {
            event.size = takeNumber(text).value_or(0);
            takeWord(text);
        } else if (takePrefix(text, "id=")) {
            event.headerId = takeWord(text);
        } else if (takePrefix(text, "from ")) {
            takeBracketed(text);
            takePrefix(text, " ");
        } else if (takePrefix(text, "for ")) {
            event.recipients = countAddresses(text);
            return;
        } else if (text.starts_with("H=")) {
            if (!takeField(text, event)) {
                event.ambiguous = true;
                return;
            }
            event.ambiguous = event.ambiguous || (!event.helo.empty() && holdsAnotherHost(text));
        } else {
            takeField(text, event);
        }
    }
}

/** The recipient of a delivery: `address`, `local <address>`, `|command <address>`, each with `(parent)` in between. */
bool takeRecipient(std::string_view& text, EximEvent& event)
{
    const bool isPlain = !text.starts_with('|') && !text.starts_with('/') && !text.starts_with(':');
    if (isPlain)
        event.recipient = takeBareAddress(text);
    // What a pipe's command or a file's name is, does not matter; the address behind it does.
    else if (std::string_view command; takeUntil(text, " <", command))
        text = {text.data() - 1, text.size() + 1};
    if (text.starts_with('(')) {
        std::string_view parents;
        if (!takeUntil(text, ") ", parents))
            return false;
    }
    if (text.starts_with('<')) {
        const std::string_view original = takeBracketed(text);
        takePrefix(text, " ");
        if (event.recipient.find('@') == std::string_view::npos)
            event.recipient = original;
    }
    event.recipient = withoutBrackets(event.recipient);
    return !event.recipient.empty();
}

void parseDelivery(std::string_view text, EximEvent& event)
{
    if (!takeRecipient(text, event))
        return;
    event.kind = Kind::Delivery;
    while (!text.empty()) {
        if (takePrefix(text, "T=")) {
            event.transport = takeWord(text);
        } else if (takePrefix(text, "P=<")) {
            text = {text.data() - 1, text.size() + 1};
            takeBracketed(text);
            takePrefix(text, " ");
        } else if (!takeField(text, event)) {
            event.kind = Kind::None;
            return;
        }
    }
}

/** `recipient R=… T=… defer (-38) H=… [address]: reason`; errno.h of Exim: -37 TLS failure, -38 TLS required. */
void parseUndelivered(std::string_view text, Kind kind, EximEvent& event)
{
    if (!takeRecipient(text, event))
        return;
    event.kind = kind;
    while (!text.empty()) {
        if (takePrefix(text, "T=")) {
            event.transport = takeWord(text);
            if (takePrefix(event.transport, ":"))
                return;
        } else if (takePrefix(text, "defer (") || takePrefix(text, "routing defer (")) {
            event.tlsRequired = text.starts_with("-37)") || text.starts_with("-38)");
            if (takeWord(text).ends_with(':'))
                break;
        } else if (text.starts_with("H=")) {
            text.remove_prefix(2);
            if (!takeHost(text, event))
                return;
            if (takePrefix(text, ": "))
                break;
        } else if (takePrefix(text, ": ")) {
            break;
        } else {
            const std::string_view word = takeWord(text);
            if (word.ends_with(':'))
                break;
        }
    }
    event.reason = text;
    if (kind == Kind::Failed)
        event.tlsRequired = event.reason.starts_with("a TLS session is required")
            || event.reason.starts_with("TLS session: (certificate verification failed)");
}

/** `[temporarily ]rejected RCPT <r>: reason` and its like, which stand behind the client and F=. */
bool takeRefusal(std::string_view text, EximEvent& event)
{
    event.temporary = takePrefix(text, "temporarily ");
    if (!takePrefix(text, "rejected "))
        return false;
    if (takePrefix(text, "RCPT ")) {
        event.recipient = text.starts_with('<') ? takeBracketed(text) : takeWord(text);
        takePrefix(text, ": ");
    } else {
        std::string_view what;
        takeUntil(text, ": ", what);
    }
    event.reason = text;
    event.kind = Kind::Rejected;
    return true;
}

/** cPanel's and others' ACLs: `Warning: "SpamAssassin as user detected message as spam (12.3)"`. */
void parseWarning(std::string_view text, EximEvent& event)
{
    takePrefix(text, "\"");
    std::string_view user;
    if (!takePrefix(text, "SpamAssassin as ") || !takeUntil(text, " detected ", user))
        return;
    takePrefix(text, "OUTGOING ");
    takePrefix(text, "smtp ");
    if (!takePrefix(text, "message as "))
        return;
    event.spam = !takePrefix(text, "NOT ");
    if (text.starts_with("spam"))
        event.kind = Kind::Verdict;
}

/** What an ACL writes: the client, its session, perhaps F=, and then what was decided. */
void parseAcl(std::string_view text, EximEvent& event)
{
    while (!text.empty()) {
        if (takeRefusal(text, event))
            return;
        if (takePrefix(text, "Warning: "))
            return parseWarning(text, event);
        if (!takeField(text, event))
            return;
        if (text.starts_with(": ")) // what a delivery says of a host
            return;
    }
}

void parseTlsError(std::string_view text, EximEvent& event)
{
    if (takePrefix(text, "TLS error on connection from ") && takeHost(text, event))
        event.kind = Kind::HandshakeFailedFrom;
}

void parseFallBack(std::string_view text, EximEvent& event)
{
    // The other server's words may stand in between; what Exim adds stands last.
    constexpr std::string_view mark = "delivering unencrypted to H=";
    const std::size_t at = text.rfind(mark);
    if (at == std::string_view::npos)
        return;
    text.remove_prefix(at + mark.size());
    if (takeHost(text, event))
        event.kind = Kind::FellBackTo;
}

void parseOfMessage(std::string_view text, EximEvent& event)
{
    if (takePrefix(text, "<= "))
        return parseArrival(text, event);
    if (takePrefix(text, "=> ") || takePrefix(text, ">> "))
        return parseDelivery(text, event);
    if (takePrefix(text, "-> ")) {
        event.isFollower = true;
        return parseDelivery(text, event);
    }
    if (takePrefix(text, "== "))
        return parseUndelivered(text, Kind::Deferred, event);
    if (takePrefix(text, "** "))
        return parseUndelivered(text, Kind::Failed, event);
    if (text == "Completed" || text.starts_with("Completed "))
        event.kind = Kind::Completed;
    else if (text.starts_with("H=") || text.starts_with("U=") || text.starts_with("F="))
        parseAcl(text, event);
    else if (text.starts_with("TLS session") || text.starts_with("TLS error"))
        parseFallBack(text, event);
    else
        takeRefusal(text, event);
}

/** `pattern` against the front of `text`: '0' stands for a digit. */
bool startsLike(std::string_view text, std::string_view pattern)
{
    return text.size() >= pattern.size()
        && std::equal(pattern.begin(), pattern.end(), text.begin(),
            [](char wanted, char c) { return wanted == '0' ? c >= '0' && c <= '9' : c == wanted; });
}

} // namespace

bool takeEximStamp(std::string_view& text, EximStamp& stamp)
{
    if (!startsLike(text, "0000-00-00 00:00:00"))
        return false;
    stamp.date = text.substr(0, 10);
    std::string_view rest = text.substr(11);
    stamp.time = takeWord(rest);
    const bool isWhole = stamp.time.size() == 8;
    if (!isWhole && !(startsLike(stamp.time, "00:00:00.0") && stamp.time.size() <= 15))
        return false;
    stamp.zone = {};
    if (startsLike(rest, "+0000 ") || startsLike(rest, "-0000 "))
        stamp.zone = takeWord(rest);
    stamp.pid = 0;
    if (std::string_view pid = rest; takePrefix(pid, "[")) {
        // "[1/2]" and "[1\2]" are parts of a line.
        const auto number = takeNumber(pid);
        if (number && *number <= 0xFFFF'FFFFU && takePrefix(pid, "] ")) {
            stamp.pid = static_cast<std::uint32_t>(*number);
            rest = pid;
        }
    }
    text = rest;
    return true;
}

bool takeEximPart(std::string_view& text, std::uint64_t& number, std::uint64_t& count, bool& isLineEnd)
{
    std::string_view rest = text;
    if (!takePrefix(rest, "["))
        return false;
    const auto first = takeNumber(rest);
    if (!first || rest.empty() || (rest.front() != '/' && rest.front() != '\\'))
        return false;
    isLineEnd = rest.front() == '\\';
    rest.remove_prefix(1);
    const auto second = takeNumber(rest);
    if (!second || !takePrefix(rest, "] ") || *first == 0 || *first > *second || *second > mostEximParts)
        return false;
    number = *first;
    count = *second;
    text = rest;
    return true;
}

std::size_t eximIdLength(std::string_view text)
{
    if (hasIdForm(text, {6, 6, 2}))
        return 16;
    return hasIdForm(text, {6, 11, 4}) ? 23 : 0;
}

EximEvent parseExim(std::string_view text)
{
    EximEvent event;
    if (const std::size_t length = eximIdLength(text)) {
        event.messageId = text.substr(0, length);
        text.remove_prefix(std::min(length + 1, text.size()));
        parseOfMessage(text, event);
    } else if (text.starts_with("H=") || text.starts_with("U=")) {
        parseAcl(text, event);
    } else if (text.starts_with("TLS error on connection from ")) {
        parseTlsError(text, event);
    } else if (text.starts_with("exim ") && text.find(" daemon started: ") != std::string_view::npos) {
        event.kind = Kind::Started;
    }
    return event;
}

bool isSmtpProtocol(std::string_view protocol)
{
    takePrefix(protocol, "utf8");
    takePrefix(protocol, "e");
    takePrefix(protocol, "s"); // of tls_on_connect: "ssmtp", "essmtp"
    return protocol.starts_with("smtp") || protocol.starts_with("mtp");
}

bool isEncryptedProtocol(std::string_view protocol)
{
    if (!isSmtpProtocol(protocol))
        return false;
    takePrefix(protocol, "utf8");
    takePrefix(protocol, "e");
    return protocol.starts_with("ssmtp") || protocol.starts_with("smtps");
}

bool isAuthenticatedProtocol(std::string_view protocol)
{
    return isSmtpProtocol(protocol) && protocol.ends_with('a');
}

} // namespace waxseal
