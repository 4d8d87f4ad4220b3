// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/notewords.h"

namespace waxseal::cli {

std::string_view noteWord(ImportNote::Code code)
{
    switch (code) {
    case ImportNote::Code::TlsLogLevelZero:
        return "tls-log-level-zero";
    case ImportNote::Code::SmtpTlsLogLevelZero:
        return "smtp-tls-log-level-zero";
    case ImportNote::Code::SessionsCut:
        return "sessions-cut";
    case ImportNote::Code::MessagesCut:
        return "messages-cut";
    case ImportNote::Code::SkippedLines:
        return "skipped-lines";
    case ImportNote::Code::SkippedFile:
        return "skipped-file";
    case ImportNote::Code::UnusableRendering:
        return "unusable-rendering";
    case ImportNote::Code::DamagedArchive:
        return "damaged-archive";
    case ImportNote::Code::YearInferred:
        return "year-inferred";
    case ImportNote::Code::RepeatedLines:
        return "repeated-lines";
    case ImportNote::Code::AlreadyRead:
        return "already-read";
    case ImportNote::Code::OverlappingFiles:
        return "overlapping-files";
    case ImportNote::Code::EnforcedRefusals:
        return "enforced-refusals";
    case ImportNote::Code::AllOutboundRelayed:
        return "all-outbound-relayed";
    case ImportNote::Code::LineTooLong:
        return "line-too-long";
    case ImportNote::Code::PartialLastLine:
        return "partial-last-line";
    case ImportNote::Code::TooManyOpen:
        return "too-many-open";
    case ImportNote::Code::OpenStateLost:
        return "open-state-lost";
    case ImportNote::Code::LinesLost:
        return "lines-lost";
    case ImportNote::Code::NoQueueManager:
        return "no-queue-manager";
    case ImportNote::Code::BehindProxy:
        return "behind-proxy";
    case ImportNote::Code::OnHold:
        return "on-hold";
    case ImportNote::Code::PlaintextRefusals: // refused for want of encryption, by whichever setting
        return "enforced-refusals";
    case ImportNote::Code::TlsRequiredFailures:
        return "tls-required-failures";
    case ImportNote::Code::StartTlsUnused:
        return "starttls-unused";
    case ImportNote::Code::StrayTimes:
        return "stray-times";
    case ImportNote::Code::OlderLogs:
        return "older-logs";
    case ImportNote::Code::OlderLogsApart:
        return "older-logs-apart";
    }
    return {};
}

} // namespace waxseal::cli
