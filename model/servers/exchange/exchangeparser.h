// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace waxseal {

/** Which of Exchange's logs a line is of. */
enum class ExchangeLog : std::uint8_t
{
    None,
    Receive, ///< SMTP receive protocol log: what clients said to us
    Send, ///< SMTP send protocol log: what we said to servers
    Tracking ///< message tracking
};

/** The columns of a log as its "#Fields:" line names them; -1: it has none such. */
struct ExchangeColumns
{
    ExchangeLog log = ExchangeLog::None;
    // Of all logs
    int time = -1;
    int connector = -1;
    // Of the protocol logs
    int session = -1;
    int local = -1;
    int remote = -1;
    int event = -1;
    int data = -1;
    int context = -1;
    // Of message tracking
    int clientIp = -1;
    int clientName = -1;
    int originalIp = -1; ///< of the client, where a front end took its connection
    int serverIp = -1;
    int serverName = -1;
    int sourceContext = -1;
    int source = -1;
    int eventId = -1;
    int internalId = -1;
    int messageId = -1;
    int recipients = -1;
    int bytes = -1;
    int count = -1;
    int sender = -1;
    int direction = -1;

    /** Whether there is enough to tell sessions, or messages, by. */
    bool areEnough() const;
};

/**
 * Reads the "#Software:", "#Log-type:" and "#Fields:" lines at the head of a file; a log without its type is known by
 * its fields (a send log then by nothing: such a file is taken for a receive log).
 */
ExchangeColumns readExchangeHead(std::string_view head);
/** Reads one "#Fields:" line; the log's type stays as it is where that names one of protocol logs. */
void readExchangeFields(std::string_view line, ExchangeColumns& columns);

/** A line of a protocol log, understood. Views point into the fields that were given. */
struct ExchangeEvent
{
    enum class Kind : std::uint8_t
    {
        None,
        Connected,
        Disconnected,
        Command, ///< `verb` says which
        Reply, ///< `code`
        Handshake, ///< TLS was negotiated: `version`, `cipher`
        HandshakeFailed,
        CertificateChecked, ///< `isTrusted`, `hasCertificate`
        Authenticated, ///< `user`
        Sending, ///< the send log names the message that comes next: `recordId`, `messageId`
    };
    enum class Verb : std::uint8_t
    {
        Other,
        Hello,
        StartTls,
        AnonymousTls, ///< X-ANONYMOUSTLS: between servers of the organisation
        Auth,
        ServerAuth, ///< X-EXPS: the same
        Mail,
        Rcpt,
        Data,
        Chunk, ///< BDAT
        LastChunk, ///< BDAT … LAST
        Reset,
        Quit,
    };

    Kind kind = Kind::None;
    Verb verb = Verb::Other;
    int code = 0; ///< of a reply
    bool isTrusted = false;
    bool hasCertificate = false;
    std::string_view address; ///< of MAIL and RCPT, without its brackets
    std::uint64_t size = 0; ///< of MAIL (SIZE=) or of the reply that accepts a message
    std::string_view text; ///< of a reply, behind its code
    std::string_view messageId; ///< of "250 2.6.0 <id> [InternalId=…, Hostname=…]": with its brackets
    std::string_view internalId;
    std::string_view hostName;
    std::string_view user;
    std::string_view recordId;
    std::string version; ///< "TLSv1.2", as OpenSSL writes it
    std::string cipher; ///< Schannel's names of its three parts, joined by a plus
};

/**
 * Reads the event, data and context of a line. `log`: whose commands are those of the client (Receive: what came in,
 * "<"; Send: what went out, ">").
 */
ExchangeEvent parseExchange(ExchangeLog log, std::string_view event, std::string_view data, std::string_view context);

/** Host and port of "192.0.2.1:25", "[2001:db8::1]:25"; port 0 where there is none. */
struct ExchangeEndpoint
{
    std::string_view address;
    std::uint32_t port = 0;
};
ExchangeEndpoint parseEndpoint(std::string_view text);

/** Whether the address is one of Exchange's own health probes. */
bool isHealthProbe(std::string_view address);

/** Whether a port is one of the hops inside a server or between servers of the organisation. */
bool isInternalPort(std::uint32_t port);

} // namespace waxseal
