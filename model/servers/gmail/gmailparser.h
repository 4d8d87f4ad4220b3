// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** One event of Google Workspace's Gmail logs (Google's "Schema for Gmail logs in BigQuery"). */
struct GmailEvent
{
    std::int64_t time = 0; ///< event_info.timestamp_usec, µs since 1970
    int action = 0; ///< message_info.action_type: 1 received by SMTP, 10 sent by SMTP …
    std::optional<int> tlsState; ///< connection_info.smtp_tls_state: 1 over TLS, 0 in clear
    std::optional<bool> isSpam;
    bool isSuccess = true;
    bool isIntraDomain = false;
    std::uint64_t size = 0;
    std::string messageId; ///< rfc2822_message_id, with its brackets
    std::string sender; ///< source.address
    std::string sourceService; ///< "smtp-inbound", "smtp-msa", "gmail-ui" …
    std::string clientIp; ///< smtp_in_connect_ip, else client_ip
    std::string tlsVersion;
    std::string tlsCipher;
    std::string relayIp; ///< smtp_out_connect_ip
    std::string relayName; ///< smtp_out_remote_host
    /** A destination: the service that delivers, and the address. */
    struct Destination
    {
        std::string service; ///< "smtp-outbound", "gmail-ui" …
        std::string address;
        bool operator==(const Destination&) const = default;
    };
    std::vector<Destination> destinations; ///< at most 1000
    bool operator==(const GmailEvent&) const = default;
};

/** Reads a line of an export as JSON, one event a line; also where the event is the field "gmail" of a row of
 * Workspace's logs. Nothing when it is no such event. */
std::optional<GmailEvent> parseGmailJson(std::string_view line);

/** The columns of an export as CSV: Google's names with dots or underscores, or their last parts. */
class GmailColumns
{
public:
    /** Reads the header line. */
    explicit GmailColumns(std::string_view header);
    /** Whether there is enough to tell messages by. */
    bool areEnough() const;
    char separator() const { return m_separator; }
    std::optional<GmailEvent> event(const std::vector<std::string>& fields) const;

private:
    std::string_view field(const std::vector<std::string>& fields, std::string_view name) const;

    std::vector<std::string> m_names; ///< what each column holds; empty: nothing of ours
    char m_separator = ',';
};

/** An event as a record's text, and back. */
std::string toText(const GmailEvent& event);
std::optional<GmailEvent> fromText(std::string_view text);

} // namespace waxseal
