// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/postfix/postfixparser.h"

#include "model/core/bytes.h"

#include <array>

namespace waxseal {

namespace {

using Kind = PostfixEvent::Kind;

constexpr std::uint8_t shortId = 1; // upper-case hexadecimal: microseconds and inode
constexpr std::uint8_t longId = 2; // digits and consonants (here no lower-case vowels): enable_long_queue_ids

constexpr std::array<std::uint8_t, 256> queueIdBytes = [] {
    std::array<std::uint8_t, 256> table{};
    for (const char c : std::string_view("0123456789ABCDEF"))
        table[static_cast<unsigned char>(c)] |= shortId;
    for (const char c : std::string_view("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZbcdfghjklmnpqrstvwxyz"))
        table[static_cast<unsigned char>(c)] |= longId;
    return table;
}();

/** The length of a queue id at the front, 5 to 24 characters, all of one of the two forms; 0 for none, as for a word
 * ("warning"). */
std::size_t queueIdLength(std::string_view text)
{
    std::uint8_t forms = shortId | longId;
    std::size_t length = 0;
    for (; length < text.size(); ++length) {
        const std::uint8_t form = queueIdBytes[static_cast<unsigned char>(text[length])];
        if (form == 0)
            break;
        forms &= form;
    }
    return forms != 0 && length >= 5 && length <= 24 ? length : 0;
}

/** NAME[ADDRESS] or NAME[ADDRESS]:PORT. A name that Postfix prints has been checked and holds no bracket. */
bool takeHost(std::string_view& text, PostfixEvent& event)
{
    if (!takeUntil(text, "[", event.hostName) || !takeUntil(text, "]", event.hostAddress))
        return false;
    if (takePrefix(text, ":")) {
        std::size_t digits = 0;
        while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
            ++digits;
        if (digits == 0) { // the colon was the one that ends the clause
            text = {text.data() - 1, text.size() + 1};
        } else {
            event.hostPort = text.substr(0, digits);
            text.remove_prefix(digits);
        }
    }
    return true;
}

/**
 * `<address>` followed by `end`. A quoted local part may hold anything, `>` too; outside it the first `>` before `end`
 * closes.
 */
bool takeAddress(std::string_view& text, std::string_view end, std::string_view& address)
{
    if (text.empty() || text.front() != '<')
        return false;
    std::size_t at = 1;
    if (at < text.size() && text[at] == '"') {
        for (++at; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\')
                ++at;
        }
    }
    for (; at < text.size(); ++at) {
        at = text.find('>', at);
        if (at == std::string_view::npos)
            return false;
        if (text.substr(at + 1).starts_with(end)) {
            address = text.substr(1, at - 1);
            text.remove_prefix(at + 1 + end.size());
            return true;
        }
    }
    return false;
}

/** `Trusted TLS connection established from NAME[ADDRESS]…: TLSv1.3 with cipher X (` — tls_log_summary() of Postfix. */
void parseTls(std::string_view text, Trust trust, std::string_view preposition, Kind kind, PostfixEvent& event)
{
    if (!takePrefix(text, " TLS connection "))
        return;
    if (!takePrefix(text, "established ") && !takePrefix(text, "reused "))
        return;
    if (!takePrefix(text, preposition) || !takeHost(text, event))
        return;
    std::string_view serverName;
    if (text.starts_with(" to ") && !takeUntil(text, ":", serverName))
        return;
    if (serverName.empty() && !takePrefix(text, ":"))
        return;
    if (!takePrefix(text, " ") || !takeUntil(text, " with cipher ", event.protocol)
        || !takeUntil(text, " (", event.cipher))
        return;
    event.trust = trust;
    event.kind = kind;
}

/** `key=done[/tried]`, taken from the front of `text`; false when there is none. */
bool takeCount(std::string_view& text, std::string_view& key, std::uint64_t& done, std::uint64_t& tried)
{
    std::size_t length = 0;
    while (length < text.size() && text[length] >= 'a' && text[length] <= 'z')
        ++length;
    key = text.substr(0, length);
    text.remove_prefix(length);
    if (!takePrefix(text, "="))
        return false;
    const auto first = takeNumber(text);
    if (!first)
        return false;
    done = *first;
    tried = takePrefix(text, "/") ? takeNumber(text).value_or(done) : done;
    return true;
}

void parseDisconnect(std::string_view text, PostfixEvent& event)
{
    if (!takeHost(text, event))
        return;
    event.kind = Kind::Disconnect;
    const auto narrow = [](std::uint64_t n) { return static_cast<std::uint32_t>(n > 0xffff'ffffU ? 0xffff'ffffU : n); };
    std::string_view key;
    std::uint64_t done = 0;
    std::uint64_t tried = 0;
    while (takePrefix(text, " ") && takeCount(text, key, done, tried)) {
        event.hasCounts = true;
        if (key == "mail") {
            event.mailDone = narrow(done);
            event.mailTried = narrow(tried);
        } else if (key == "starttls") {
            event.startTlsDone = narrow(done);
            event.startTlsTried = narrow(tried);
        } else if (key == "xclient") {
            event.xclientTried = narrow(tried);
        }
    }
}

/**
 * `client=NAME[ADDRESS], sasl_method=, sasl_username=, sasl_sender=, orig_queue_id=, orig_client=`: each in this order
 * or absent (smtpd_sasl_mail_log() of Postfix). sasl_sender is the AUTH= parameter of MAIL FROM (RFC 4954, 5), so any
 * client writes it, and inside brackets or quotes it may hold blanks and commas: then nothing behind it is believed.
 */
void parseClient(std::string_view text, Kind kind, PostfixEvent& event)
{
    if (!takeHost(text, event))
        return;
    event.kind = kind;
    const auto value = [&] {
        const std::string_view field = text.substr(0, text.find(", "));
        text.remove_prefix(field.size());
        return field;
    };
    if (takePrefix(text, ", sasl_method="))
        value();
    if (takePrefix(text, ", sasl_username="))
        event.saslUser = value();
    if (takePrefix(text, ", sasl_sender=")) {
        const std::string_view sender = value();
        if (sender != "<>" && sender.find_first_of("<>\"\\[](): \t") != std::string_view::npos)
            return;
    }
    if (text.starts_with(", orig_queue_id=") || text.starts_with(", orig_client="))
        event.forwarded = true;
}

/** `RCPT from NAME[ADDRESS]: 450 4.7.1 text` after "reject: " */
void parseReject(std::string_view text, PostfixEvent& event)
{
    std::string_view stage;
    if (!takeUntil(text, " from ", stage) || !takeHost(text, event) || !takePrefix(text, ": "))
        return;
    if (stage == "VRFY" || stage == "ETRN") // a question, no mail
        return;
    event.kind = Kind::Rejected;
    // Reply code, enhanced status code (RFC 3463), then Postfix's own words for reject_plaintext_session.
    if (takeNumber(text) && takePrefix(text, " ")) {
        std::string_view enhanced;
        if (takeUntil(text, " ", enhanced) && takePrefix(text, "Session encryption is required")) {
            event.kind = Kind::EncryptionRequired;
            if (takePrefix(text, "; from="))
                event.senderKnown = takeAddress(text, " ", event.sender);
        }
    }
}

/** `250 2.0.0 from MTA(…): 250 2.0.0 Ok: queued as QID; from=<s> to=<r> …` */
void parseProxyAccept(std::string_view text, PostfixEvent& event)
{
    std::string_view reply;
    if (!takePrefix(text, "END-OF-MESSAGE: ") || !takeUntil(text, "; from=", reply)
        || !takeAddress(text, " to=", event.sender))
        return;
    event.kind = Kind::ProxyAccepted;
    const std::size_t at = reply.rfind("queued as ");
    if (at != std::string_view::npos && isQueueId(reply.substr(at + 10)))
        event.queuedAs = reply.substr(at + 10);
}

void parseSmtpdUnqueued(std::string_view text, PostfixEvent& event)
{
    if (takePrefix(text, "reject: "))
        return parseReject(text, event);
    if (takePrefix(text, "client="))
        return parseClient(text, Kind::ProxyBegins, event);
    if (text.starts_with("milter-reject: ") || text.starts_with("abort: TLS from "))
        event.kind = Kind::Rejected;
    else if (takePrefix(text, "proxy-accept: "))
        return parseProxyAccept(text, event);
}

void parseSmtpdQueued(std::string_view text, PostfixEvent& event)
{
    if (takePrefix(text, "client="))
        return parseClient(text, Kind::MessageBegins, event);
    if (text.starts_with("hold: ")) {
        event.kind = Kind::Held;
        return;
    }
    // "reject:" with a queue id refuses one more recipient of a message that goes on.
    if (text.starts_with("milter-reject: END-OF-MESSAGE") || text.starts_with("milter-reject: DATA")
        || text.starts_with("milter-reject: BDAT") || text.starts_with("proxy-reject: END-OF-MESSAGE")
        || text.starts_with("reject: END-OF-MESSAGE") || text.starts_with("reject: DATA")
        || text.starts_with("reject: BDAT"))
        event.kind = Kind::MessageRejected;
}

void parseSmtpd(std::string_view text, PostfixEvent& event)
{
    switch (text.empty() ? '\0' : text.front()) {
    case 'c':
        if (takePrefix(text, "connect from ") && takeHost(text, event))
            event.kind = Kind::Connect;
        return;
    case 'd':
        if (takePrefix(text, "disconnect from "))
            return parseDisconnect(text, event);
        return;
    case 'S': // "lost connection after STARTTLS" alone is no failed handshake: it may have gone well before
        if (takePrefix(text, "SSL_accept error from ") && takeHost(text, event))
            event.kind = Kind::HandshakeFailedFrom;
        return;
    case 'p':
        if (takePrefix(text, "proxy-accept: "))
            return parseProxyAccept(text, event);
        if (text.starts_with("proxy-reject: END-OF-MESSAGE: ")) // the filter before the queue refused it
            event.kind = Kind::Rejected;
        return;
    default:
        break;
    }
    for (const Trust trust : {Trust::Anonymous, Trust::Trusted, Trust::Untrusted, Trust::Verified}) {
        std::string_view rest = text;
        if (takePrefix(rest, name(trust)) && rest.starts_with(" TLS"))
            return parseTls(rest, trust, "from ", Kind::TlsFrom, event);
    }
}

/** Postfix's own words for a delivery that failed because the settings here require TLS: smtp_proto.c,
 * smtp_tls_policy.c.
 */
bool isForWantOfTls(std::string_view reason)
{
    constexpr std::array<std::string_view, 6> words{"TLS is required, but ", "Server certificate not ",
        "Cannot start TLS: ", "TLSA lookup error", "non DNSSEC destination", "server certificate verification failed"};
    for (const std::string_view each : words) {
        if (reason.starts_with(each))
            return true;
    }
    return false;
}

/** Seconds of "0.13" and "1200", rounded up. */
std::uint32_t takeSeconds(std::string_view& text)
{
    constexpr std::uint64_t most = 1'000'000;
    std::uint64_t seconds = takeNumber(text).value_or(0);
    if (takePrefix(text, ".") && takeNumber(text).value_or(0) > 0)
        ++seconds;
    return static_cast<std::uint32_t>(seconds < most ? seconds : most);
}

/** `relay=NAME[ADDRESS]:PORT, conn_use=N, delay=…, delays=…, tls=…, dsn=…, status=sent (…)`; each in its place or
 * absent.
 */
bool parseRelay(std::string_view text, PostfixEvent& event)
{
    std::string_view relay;
    if (!takePrefix(text, "relay=") || !takeUntil(text, ", ", relay))
        return false;
    takeHost(relay, event); // "none" and "local" have no address
    std::string_view value;
    if (takePrefix(text, "conn_use=")) {
        event.connectionUse = static_cast<std::uint32_t>(takeNumber(text).value_or(0));
        takePrefix(text, ", ");
    }
    if (!takePrefix(text, "delay=") || !takeUntil(text, ", ", value))
        return false;
    if (takePrefix(text, "delays=")) {
        if (!takeUntil(text, ", ", value))
            return false;
        takeSeconds(value); // before the queue manager
        for (int part = 1; part < 4 && takePrefix(value, "/"); ++part)
            event.lastedSeconds = (part > 1 ? event.lastedSeconds : 0) + takeSeconds(value);
    }
    if (takePrefix(text, "tls=") && !takeUntil(text, ", ", event.tlsFeature))
        return false;
    if (takePrefix(text, "dsn=") && !takeUntil(text, ", ", value))
        return false;
    if (!takePrefix(text, "status=") || !takeUntil(text, " ", event.status))
        return false;
    event.kind = Kind::Delivery;
    event.tlsRequired = event.status != "sent" && takePrefix(text, "(") && isForWantOfTls(text);
    if (event.status == "sent") {
        const std::size_t at = text.rfind("queued as ");
        if (at != std::string_view::npos) {
            std::string_view id = text.substr(at + 10);
            id = id.substr(0, id.find_first_of(" )"));
            if (isQueueId(id))
                event.queuedAs = id;
        }
    }
    return true;
}

/**
 * `to=<recipient>, [orig_to=<…>, ]relay=…`. With `info_log_address_format = internal` a local part is written without
 * its quotes, so it may hold what looks like the rest of a line; and so may the reply at the end, which the other
 * server writes. An address that has no domain is not the end of one; a line that can be read in two ways says so.
 */
void parseDelivery(std::string_view text, PostfixEvent& event)
{
    constexpr std::string_view mark = ">, relay=";
    const std::string_view whole = text;
    std::string_view original;
    if (!takeAddress(text, ", ", event.recipient))
        return;
    const bool isQuoted = event.recipient.starts_with('"');
    if (takePrefix(text, "orig_to=") && !takeAddress(text, ", ", original))
        return;
    const std::size_t last = whole.rfind(mark);
    const bool isOneWay = last == std::string_view::npos || whole.data() + last + 3 == text.data();
    if (isQuoted || isOneWay || event.recipient.find('@') != std::string_view::npos) {
        event.ambiguous = parseRelay(text, event) && !isQuoted && !isOneWay;
        return;
    }
    for (std::size_t at = whole.find(mark); at != std::string_view::npos; at = whole.find(mark, at + 1)) {
        const std::string_view address = whole.substr(1, at - 1);
        if (address.find('@') == std::string_view::npos || !parseRelay(whole.substr(at + 3), event))
            continue;
        event.recipient = address;
        event.ambiguous = at != last;
        return;
    }
}

void parseSmtp(std::string_view text, PostfixEvent& event)
{
    if (takePrefix(text, "SSL_connect error to ")) {
        if (takeHost(text, event))
            event.kind = Kind::HandshakeFailedTo;
        return;
    }
    if (takePrefix(text, "Host offered STARTTLS: [")) {
        if (text.ends_with(']')) {
            event.hostName = text.substr(0, text.size() - 1);
            event.kind = Kind::StartTlsOffered;
        }
        return;
    }
    for (const Trust trust : {Trust::Anonymous, Trust::Trusted, Trust::Untrusted, Trust::Verified}) {
        std::string_view rest = text;
        if (takePrefix(rest, name(trust)) && rest.starts_with(" TLS"))
            return parseTls(rest, trust, "to ", Kind::TlsTo, event);
    }
}

void parseQmgr(std::string_view text, PostfixEvent& event)
{
    if (text == "removed") {
        event.kind = Kind::Removed;
        return;
    }
    if (!takePrefix(text, "from=<"))
        return;
    // The sender is a stranger's; what follows it is Postfix's, so it is sought from the end.
    if (const std::size_t at = text.rfind(">, size="); at != std::string_view::npos) {
        event.sender = text.substr(0, at);
        text.remove_prefix(at + 8);
        event.size = takeNumber(text).value_or(0);
        if (!takePrefix(text, ", nrcpt="))
            return;
        event.recipients = static_cast<std::uint32_t>(takeNumber(text).value_or(0));
        event.kind = Kind::Queued;
    } else if (text.rfind(">, status=expired") != std::string_view::npos) {
        event.kind = Kind::Expired;
    }
}

void parseCleanup(std::string_view text, PostfixEvent& event)
{
    if (takePrefix(text, "message-id=")) {
        event.kind = Kind::MessageId;
        event.messageId = text;
    } else if (text.starts_with("milter-reject: ") || text.starts_with("reject: ")) {
        event.kind = Kind::MessageRejected;
    } else if (text == "canceled") {
        event.kind = Kind::Canceled;
    } else if (text.starts_with("hold: ") || text.starts_with("milter-hold: ")) {
        event.kind = Kind::Held;
    }
}

/** `uid=0 from=<sender>`, and of a message that postsuper(1) put back: `… orig_id=QUEUEID` */
void parsePickup(std::string_view text, PostfixEvent& event)
{
    constexpr std::string_view mark = "> orig_id=";
    event.kind = Kind::PickedUp;
    if (const std::size_t at = text.rfind(mark);
        at != std::string_view::npos && isQueueId(text.substr(at + mark.size()))) {
        event.kind = Kind::Requeued;
        event.originalId = text.substr(at + mark.size());
    }
}

void parseMaster(std::string_view text, PostfixEvent& event)
{
    for (const std::string_view words :
        {"reload -- ", "daemon started -- ", "terminating on signal ", "refreshing the Postfix mail system",
            "starting the Postfix mail system", "stopping the Postfix mail system"}) {
        if (text.starts_with(words))
            event.kind = Kind::Restarted;
    }
}

} // namespace

bool isQueueId(std::string_view text)
{
    return !text.empty() && queueIdLength(text) == text.size();
}

std::string_view leadingQueueId(std::string_view text)
{
    const std::size_t length = queueIdLength(text);
    const bool isOne = length > 0 && text.substr(length).starts_with(": ") && !text.starts_with("NOQUEUE");
    return isOne ? text.substr(0, length) : std::string_view{};
}

PostfixProgram postfixProgram(std::string_view tag)
{
    const std::size_t slash = tag.rfind('/');
    if (slash == std::string_view::npos || slash == 0)
        return PostfixProgram::None;
    const std::string_view program = tag.substr(slash + 1);
    // Trials of our own exported script, which talks to smtpd on a pipe under this syslog_name, are nobody's mail.
    if (tag.starts_with("waxseal-selftest/"))
        return PostfixProgram::Other;
    if (program == "smtpd")
        return PostfixProgram::Smtpd;
    if (program == "smtp")
        return PostfixProgram::Smtp;
    if (program == "lmtp")
        return PostfixProgram::Lmtp;
    if (program == "cleanup")
        return PostfixProgram::Cleanup;
    if (program == "qmgr" || program == "oqmgr")
        return PostfixProgram::Qmgr;
    if (program == "pickup")
        return PostfixProgram::Pickup;
    if (program == "postscreen")
        return PostfixProgram::Postscreen;
    if (program == "postsuper")
        return PostfixProgram::Postsuper;
    if (program == "master" || program == "postfix-script")
        return PostfixProgram::Master;
    for (const std::string_view other : {"anvil", "bounce", "discard", "dnsblog", "error", "local", "pipe", "proxymap",
             "retry", "scache", "tlsmgr", "tlsproxy", "trivial-rewrite", "verify", "virtual", "postlog", "postalias",
             "postmap", "postdrop", "showq", "flush", "trace", "defer", "spawn", "sendmail"}) {
        if (program == other)
            return PostfixProgram::Other;
    }
    return PostfixProgram::None;
}

void parsePostfix(PostfixProgram program, std::string_view text, PostfixEvent& event)
{
    switch (program) {
    case PostfixProgram::None:
    case PostfixProgram::Other:
        return;
    case PostfixProgram::Master:
        return parseMaster(text, event);
    case PostfixProgram::MailScanner:
    case PostfixProgram::SyslogDaemon:
    case PostfixProgram::Systemd:
        return parseNeighbour(program, text, event);
    default:
        break;
    }

    // "QUEUEID: rest" or "NOQUEUE: rest"; anything else speaks of a connection.
    const std::string_view queueId = leadingQueueId(text);
    if (!queueId.empty())
        text.remove_prefix(queueId.size() + 2);
    if (takePrefix(text, "NOQUEUE: ")) {
        if (program == PostfixProgram::Smtpd)
            return parseSmtpdUnqueued(text, event);
        if (program == PostfixProgram::Postscreen && takePrefix(text, "reject: "))
            event.kind = Kind::Rejected;
        return;
    }
    switch (program) {
    case PostfixProgram::Smtpd:
        queueId.empty() ? parseSmtpd(text, event) : parseSmtpdQueued(text, event);
        break;
    case PostfixProgram::Smtp:
    case PostfixProgram::Lmtp:
        if (queueId.empty())
            parseSmtp(text, event);
        else if (takePrefix(text, "to="))
            parseDelivery(text, event);
        break;
    case PostfixProgram::Qmgr:
        if (!queueId.empty())
            parseQmgr(text, event);
        break;
    case PostfixProgram::Cleanup:
        if (!queueId.empty())
            parseCleanup(text, event);
        break;
    case PostfixProgram::Pickup:
        if (!queueId.empty() && text.starts_with("uid="))
            parsePickup(text, event);
        break;
    case PostfixProgram::Postsuper:
        if (!queueId.empty() && text == "removed")
            event.kind = Kind::Removed;
        break;
    default:
        break;
    }
    event.queueId = queueId;
}

PostfixEvent parsePostfix(PostfixProgram program, std::string_view text)
{
    PostfixEvent event;
    parsePostfix(program, text, event);
    return event;
}

} // namespace waxseal
