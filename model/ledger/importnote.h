// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>
#include <string>

namespace waxseal {

/** Something the user should know about an import. The floors above put it into words. */
struct ImportNote
{
    enum class Code : std::uint8_t
    {
        TlsLogLevelZero, ///< count: messages; setting smtpd_tls_loglevel = 1
        SmtpTlsLogLevelZero, ///< outbound; smtp_tls_loglevel = 1
        SessionsCut, ///< sessions that begin before the log
        MessagesCut, ///< messages whose beginning is not in the log
        SkippedLines, ///< lines in no known form
        SkippedFile, ///< subject: path; detail: reason word ("empty", "not a mail log", "duplicate of …")
        UnusableRendering, ///< subject: path; detail: "with-unit" or "cat"
        DamagedArchive,
        YearInferred, ///< detail: the year of the first line
        RepeatedLines, ///< "message repeated N times" unfolded
        AlreadyRead, ///< subject: path; nothing new in it
        OverlappingFiles, ///< two files of one host cover the same time
        EnforcedRefusals, ///< sessions refused at MAIL before the log: smtpd_tls_security_level = encrypt is on already
        AllOutboundRelayed, ///< every outbound delivery used one relay host; detail: its name
        LineTooLong,
        PartialLastLine, ///< kept for the next import
        TooManyOpen, ///< bounds reached, oldest state dropped
        OpenStateLost, ///< what was open at the end of the import before: saved by another version, or damaged
        LinesLost, ///< the syslog daemon dropped lines; count: as many as it says, 0 when it does not
        NoQueueManager, ///< messages begin and no line of the queue manager says that any was accepted
        BehindProxy, ///< messages of clients that a proxy named by XCLIENT: where their TLS ended is not known
        OnHold, ///< messages put into the hold queue, and not seen to leave it
        PlaintextRefusals, ///< recipients refused by reject_plaintext_session already; detail: senders' domains
        TlsRequiredFailures, ///< outbound: messages that failed for want of TLS already; detail: recipients' domains
        StartTlsUnused, ///< outbound: messages in clear to hosts that offer STARTTLS; detail: recipients' domains
        StrayTimes, ///< lines whose time no other line agrees with; they moved nothing but themselves
        OlderLogs, ///< older logs were added, and all that was read before has been read again with them
        OlderLogsApart, ///< the same, but it could not be; count: what was open at the end of the older logs
    };
    static constexpr Code lastCode = Code::OlderLogsApart;
    Code code = Code::SkippedLines;
    std::uint64_t count = 0;
    QString subject;
    QString detail;
    std::string server = {}; ///< the id of the mail server that it is about; empty: of none, or of the file
    bool operator==(const ImportNote&) const = default;
};

/** Whether a note says that figures are incomplete or wrong, and not only where they come from. */
inline bool isWarning(ImportNote::Code code)
{
    using Code = ImportNote::Code;
    return code == Code::DamagedArchive || code == Code::LinesLost || code == Code::NoQueueManager
        || code == Code::OpenStateLost || code == Code::OlderLogsApart;
}

} // namespace waxseal
