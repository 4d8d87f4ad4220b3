// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/sendmail/sendmailparser.h"

#include "model/core/bytes.h"
#include "model/servers/paths.h"

#include <algorithm>
#include <array>

namespace waxseal {

namespace {

using Kind = SendmailEvent::Kind;
using Status = SendmailEvent::Status;
using Verify = SendmailEvent::Verify;
constexpr std::size_t npos = std::string_view::npos;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/** Letters and digits, the last five of them digits of the process id: "6AMCjElo030508", before 8.10 "VAA12345". */
bool isQueueId(std::string_view word)
{
    constexpr std::size_t shortest = 8;
    constexpr std::size_t longest = 20;
    constexpr std::size_t ofProcess = 5;
    return word.size() >= shortest && word.size() <= longest && std::all_of(word.begin(), word.end(), [](char c) {
        return isDigit(c) || (asciiLower(c) >= 'a' && asciiLower(c) <= 'z');
    }) && std::all_of(word.end() - ofProcess, word.end(), isDigit);
}

/** `QUEUEID: `, or `QUEUEID[1]: ` of a line that was too long for syslog and goes on in `QUEUEID[2]: `. */
void takeQueueId(std::string_view& text, SendmailEvent& event)
{
    const std::size_t colon = text.find(": ");
    if (colon == npos)
        return;
    std::string_view word = text.substr(0, colon);
    if (word.ends_with("[1]"))
        word.remove_suffix(3);
    if (word == "NOQUEUE" || isQueueId(word)) {
        event.queueId = word == "NOQUEUE" ? std::string_view{} : word;
        text.remove_prefix(colon + 2);
    }
}

/** Takes the last `, key=value` from the end of `text`; false, and nothing taken, where the last field is another. */
bool takeLastField(std::string_view& text, std::string_view mark, std::string_view& value)
{
    const std::size_t at = text.rfind(", ");
    if (at == npos || !text.substr(at).starts_with(mark))
        return false;
    value = text.substr(at + mark.size());
    text = text.substr(0, at);
    return true;
}

std::string_view withoutDot(std::string_view name)
{
    return name.ends_with('.') ? name.substr(0, name.size() - 1) : name;
}

/**
 * `name [address]`, and perhaps `ident@` before it and ` (may be forged)` behind it. The name and the ident (RFC 1413)
 * are others' words, of which Sendmail keeps no blanks and no commas; the address stands last.
 */
void readHost(std::string_view text, SendmailEvent& event)
{
    constexpr std::string_view forged = " (may be forged)";
    if (text.ends_with(forged))
        text.remove_suffix(forged.size());
    if (!text.ends_with(']')) {
        event.hostName = withoutDot(text);
        return;
    }
    const std::size_t open = text.rfind('[');
    if (open == npos)
        return;
    event.hostAddress = text.substr(open + 1, text.size() - open - 2);
    takePrefix(event.hostAddress, "IPv6:");
    std::string_view name = text.substr(0, open);
    if (name.ends_with(' '))
        name.remove_suffix(1);
    if (const std::size_t at = name.rfind('@'); at != npos)
        name.remove_prefix(at + 1);
    if (!name.starts_with('['))
        event.hostName = withoutDot(name);
}

/**
 * Before 8.15 Sendmail wrote the lowest version that the cipher is for, not that of the session: "TLSv1/SSLv3" with
 * OpenSSL up to 1.0, "TLSv1.0" or "SSLv3" with later ones. SSL_get_version() says "TLSv1" for 1.0.
 */
bool isCipherVersion(std::string_view version)
{
    return version.find('/') != npos || version == "TLSv1.0" || version == "SSLv3";
}

Verify readVerify(std::string_view word)
{
    if (word == "OK")
        return Verify::Ok;
    if (word == "TRUSTED")
        return Verify::Trusted;
    if (word == "NO" || word == "NOT")
        return Verify::None;
    return word == "FAIL" || word == "DANE_FAIL" ? Verify::Failed : Verify::Unknown;
}

/** `STARTTLS=server, relay=host [ip], version=…, verify=…, cipher=…, bits=…`, or what went wrong. */
void parseStartTls(std::string_view text, SendmailEvent& event)
{
    const bool isServer = takePrefix(text, "server, ");
    if (!isServer && !takePrefix(text, "client, "))
        return;
    std::string_view word;
    if (text.starts_with("error: accept failed=") || text.starts_with("error: connect failed=")) {
        event.kind = isServer ? Kind::HandshakeFailedFrom : Kind::HandshakeFailedTo;
        if (takeLastField(text, ", relay=", word))
            readHost(word, event);
        return;
    }
    std::string_view relay;
    if (!takePrefix(text, "relay=") || !takeUntil(text, ", version=", relay) || !takeUntil(text, ", verify=", word))
        return;
    readHost(relay, event);
    event.tlsProtocol = isCipherVersion(word) ? std::string_view{} : word;
    if (!takeUntil(text, ", cipher=", word))
        return;
    event.verify = readVerify(word);
    event.cipher = text.substr(0, text.find(','));
    event.kind = isServer ? Kind::TlsFrom : Kind::TlsTo;
}

/** `AUTH=server, relay=host [ip], authid=name, mech=PLAIN, bits=0` */
void parseAuth(std::string_view text, SendmailEvent& event)
{
    std::string_view relay;
    if (!takePrefix(text, "server, relay=") || !takeUntil(text, ", authid=", relay))
        return;
    readHost(relay, event);
    std::string_view bits;
    std::string_view mechanism;
    if (!takeLastField(text, ", bits=", bits) || !takeLastField(text, ", mech=", mechanism))
        return;
    event.user = text;
    event.kind = Kind::Authenticated;
}

/** What a reply says behind its code, its enhanced code, and the address that it repeats: "450 4.7.1 <a@b>... no". */
std::string_view sentenceOf(std::string_view reply)
{
    const auto skipWord
        = [&reply] { reply.remove_prefix(std::min(reply.find_first_not_of("0123456789."), reply.size())); };
    skipWord();
    takePrefix(reply, " ");
    skipWord();
    takePrefix(reply, " ");
    if (std::string_view address; takePath(reply, address))
        takePrefix(reply, "... ");
    return reply;
}

/** Whether a reply of ours refuses mail because its session is not encrypted at all. */
bool refusesPlaintext(std::string_view reply)
{
    const std::string_view sentence = sentenceOf(reply);
    return sentence.starts_with("encryption too weak 0 less than ")
        || sentence.starts_with("Session encryption is required")
        || sentence.starts_with("Must issue a STARTTLS command first");
}

/** `ruleset=check_mail, arg1=<sender>, relay=host [ip], reject=450 4.7.1 …` */
void parseRuleset(std::string_view text, SendmailEvent& event)
{
    std::string_view ruleset;
    std::string_view argument;
    if (!takeUntil(text, ", arg1=", ruleset))
        return;
    if (ruleset == "tls_server" || ruleset == "tls_rcpt")
        return; // of a delivery: its own line tells what became of it
    if (takePath(text, argument) && ruleset == "check_mail") {
        event.sender = argument;
        event.senderKnown = true;
    }
    std::string_view relay;
    std::string_view reply;
    // What is left of the arguments may hold these words, too; the reply repeats an address at most.
    const std::size_t at = text.find(", relay=");
    if (at == npos)
        return;
    text.remove_prefix(at + 8);
    if (!takeUntil(text, ", reject=", relay))
        return;
    reply = text;
    readHost(relay, event);
    event.status = reply;
    event.kind = refusesPlaintext(reply) ? Kind::EncryptionRequired : Kind::Rejected;
}

/** What a milter decided or wrote: `Milter: data, reject=550 …`, `Milter add: header: X-Spam-Flag: YES`. */
void parseMilter(std::string_view text, SendmailEvent& event)
{
    if (takePrefix(text, ": ")) {
        if (text.starts_with("data, reject=") || text.starts_with("eom, reject=") || text.starts_with("header, reject=")
            || text.starts_with("body, reject=") || text.starts_with("eoh, reject="))
            event.kind = Kind::MessageRejected;
        else if (text.starts_with("from=") || text.starts_with("to="))
            event.kind = text.rfind(", reject=") != npos ? Kind::Rejected : Kind::None;
        return;
    }
    std::string_view how;
    if (!text.starts_with(" add") && !text.starts_with(" insert") && !text.starts_with(" change"))
        return;
    if (!takeUntil(text, ": header: ", how) || how.size() > 32)
        return;
    if (!takePrefix(text, "X-Spam-Flag: ") && !takePrefix(text, "X-Spam-Status: ") && !takePrefix(text, "X-Spam: "))
        return;
    const auto says = [text](std::string_view word) {
        return text.size() >= word.size()
            && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == asciiLower(b); });
    };
    if (says("yes") || says("no")) {
        event.spam = says("yes");
        event.kind = Kind::Verdict;
    }
}

/** The sender, and where its value ends: Sendmail writes 200 bytes of it at most. */
bool takeSender(std::string_view& text, SendmailEvent& event)
{
    constexpr std::size_t longest = 200;
    constexpr std::string_view next = ", size=";
    const std::string_view whole = text;
    std::string_view address;
    if (takePath(text, address) && text.starts_with(next)) {
        event.sender = address;
        text.remove_prefix(next.size());
        return true;
    }
    text = whole;
    if (text.starts_with('<') && takeUntil(text, ">, size=", address)) { // not an address: what it names is not known
        event.senderCut = true;
        return true;
    }
    if (text.size() > longest && text.substr(longest).starts_with(next)) {
        event.senderCut = true;
        text.remove_prefix(longest + next.size());
        return true;
    }
    return !text.starts_with('<') && takeUntil(text, next, event.sender);
}

/**
 * `from=<sender>, size=…, class=…, [pri=…, ]nrcpts=…, [msgid=<…>, ][bodytype=…, ]proto=…, [daemon=…, ][tls_verify=…,
 * auth=…, ]relay=host [ip]`. The sender of the message wrote its Message-ID, and it may hold commas.
 */
void parseFrom(std::string_view text, SendmailEvent& event)
{
    if (!takeSender(text, event))
        return;
    event.senderKnown = !event.senderCut;
    event.size = takeNumber(text).value_or(0);
    std::string_view word;
    if (!takeUntil(text, ", nrcpts=", word) || word.size() > 64)
        return;
    event.recipientCount = static_cast<std::uint32_t>(std::min<std::uint64_t>(takeNumber(text).value_or(0), 1'000'000));
    std::string_view relay;
    if (!takeLastField(text, ", relay=", relay))
        return;
    takeLastField(text, ", auth=", word);
    takeLastField(text, ", tls_verify=", word);
    takeLastField(text, ", daemon=", word);
    takeLastField(text, ", proto=", event.protocol);
    takeLastField(text, ", bodytype=", word);
    if (takePrefix(text, ", msgid="))
        event.messageId = text;
    readHost(relay, event);
    // "user@localhost", "user@name" without an address: the sendmail command was given the message here.
    if (event.hostAddress.empty() && event.protocol.empty())
        event.localUser = relay;
    event.isReceived = event.recipientCount > 0 && (event.size > 0 || !event.messageId.empty());
    event.kind = Kind::Arrival;
}

std::uint32_t readDuration(std::string_view text)
{
    // "[days+]hours:minutes:seconds"
    constexpr std::uint64_t longest = 100 * 86400;
    std::uint64_t seconds = 0;
    std::uint64_t unit = 60;
    while (const auto number = takeNumber(text)) {
        seconds = seconds + std::min(*number, longest);
        if (text.empty())
            break;
        unit = text.front() == '+' ? 24 : 60;
        seconds = std::min(seconds * unit, longest);
        text.remove_prefix(1);
    }
    return static_cast<std::uint32_t>(std::min(seconds, longest));
}

/** What stands behind stat=. The reply of the other server is in it, behind words of Sendmail's. */
void readStatus(std::string_view text, SendmailEvent& event)
{
    event.status = text;
    if (text == "Sent" || text.starts_with("Sent ("))
        event.outcome = Status::Sent;
    else if (text == "queued" || text.starts_with("Deferred") || text.starts_with("quarantined"))
        event.outcome = Status::Deferred;
    takePrefix(text, "Deferred: ");
    const std::string_view sentence = sentenceOf(text);
    event.tlsRequired = event.outcome != Status::Sent
        && (sentence.starts_with("encryption too weak 0 less than ") || sentence.starts_with("TLS handshake failed")
            || sentence.starts_with("STARTTLS not offered") || sentence.starts_with("Session encryption is required"));
}

/** `to=<a>,<b>, [ctladdr=…, ]delay=…, [xdelay=…, ]mailer=…, pri=…, [relay=…, ][dsn=…, ]stat=…` */
void parseTo(std::string_view text, SendmailEvent& event)
{
    std::string_view recipient;
    const std::string_view list = text;
    while (takeSendmailRecipient(text, recipient)) { }
    if (!takePrefix(text, ", "))
        return;
    event.recipients = list.substr(0, static_cast<std::size_t>(text.data() - list.data()) - 2);
    if (takePrefix(text, "ctladdr=")) {
        if (!takePath(text, recipient) || !takeUntil(text, ", delay=", recipient)) {
            // A name of this machine's own.
            if (!takeUntil(text, ", delay=", recipient))
                return;
        }
    } else if (!takePrefix(text, "delay=")) {
        return;
    }
    // The rest is Sendmail's own, up to stat=.
    while (!text.empty()) {
        if (takePrefix(text, "stat=")) {
            readStatus(text, event);
            event.kind = Kind::Delivery;
            return;
        }
        const std::size_t end = text.find(", ");
        std::string_view field = text.substr(0, end);
        text.remove_prefix(end == npos ? text.size() : end + 2);
        if (takePrefix(field, "mailer="))
            event.mailer = field;
        else if (takePrefix(field, "relay="))
            readHost(field, event);
        else if (takePrefix(field, "xdelay="))
            event.seconds = readDuration(field);
    }
}

/** A name of a host stands at the front of these. */
bool parseEnd(std::string_view text, SendmailEvent& event)
{
    constexpr std::string_view silent = " did not issue MAIL/EXPN/VRFY/ETRN during connection to ";
    std::string_view host;
    if (takePrefix(text, "lost input channel from ")) {
        if (!takeUntil(text, "] to ", host))
            return false;
        host = {host.data(), host.size() + 1};
    } else if (!takeUntil(text, silent, host)) {
        return false;
    }
    // "[ip]" alone, or "name [ip]": no other blank.
    readHost(host, event);
    if (event.hostAddress.empty() || std::count(host.begin(), host.end(), ' ') > 4)
        return false;
    event.kind = Kind::Disconnect;
    return true;
}

} // namespace

bool takeSendmailRecipient(std::string_view& list, std::string_view& recipient)
{
    if (list.starts_with(", ")) // the next field
        return false;
    takePrefix(list, ",");
    if (takePath(list, recipient))
        return true;
    std::size_t at = 0;
    while (at < list.size() && list[at] != ',') {
        if (list[at] != '"') {
            ++at;
            continue;
        }
        for (++at; at < list.size() && list[at] != '"'; ++at) {
            if (list[at] == '\\')
                ++at;
        }
        at = std::min(at + 1, list.size());
    }
    at = std::min(at, list.size());
    recipient = list.substr(0, at);
    list.remove_prefix(at);
    return at > 0;
}

bool isEncryptedSendmailProtocol(std::string_view protocol)
{
    return protocol == "ESMTPS" || protocol == "ESMTPSA" || protocol == "UTF8SMTPS" || protocol == "UTF8SMTPSA";
}

bool isAuthenticatedSendmailProtocol(std::string_view protocol)
{
    return protocol == "ESMTPA" || protocol == "ESMTPSA" || protocol == "UTF8SMTPA" || protocol == "UTF8SMTPSA";
}

bool isSmtpMailer(std::string_view mailer)
{
    constexpr std::array<std::string_view, 6> names{"smtp", "esmtp", "smtp8", "dsmtp", "relay", "esmtp8"};
    return std::find(names.begin(), names.end(), mailer) != names.end();
}

SendmailEvent parseSendmail(std::string_view text)
{
    SendmailEvent event;
    if (takePrefix(text, "[ID ")) { // Solaris: "[ID 801593 mail.info] "
        std::string_view id;
        if (!takeUntil(text, "] ", id))
            return event;
    }
    takeQueueId(text, event);
    if (takePrefix(text, "from="))
        parseFrom(text, event);
    else if (takePrefix(text, "to="))
        parseTo(text, event);
    else if (takePrefix(text, "STARTTLS="))
        parseStartTls(text, event);
    else if (takePrefix(text, "AUTH="))
        parseAuth(text, event);
    else if (takePrefix(text, "ruleset="))
        parseRuleset(text, event);
    else if (takePrefix(text, "Milter"))
        parseMilter(text, event);
    else if (takePrefix(text, "connect from ")) {
        readHost(text, event);
        event.kind = event.hostAddress.empty() ? Kind::None : Kind::Connect;
    } else if (text.starts_with("starting daemon ("))
        event.kind = Kind::Started;
    else
        parseEnd(text, event);
    return event;
}

} // namespace waxseal
