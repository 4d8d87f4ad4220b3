// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/spam/spamscanner.h"

#include "model/core/bytes.h"

#include <array>

namespace waxseal {

namespace {

/** Skips one `<address>`, a quoted local part respected. */
bool skipAddress(std::string_view& text)
{
    if (!takePrefix(text, "<"))
        return false;
    if (takePrefix(text, "\"")) {
        std::size_t at = 0;
        while (at < text.size() && text[at] != '"')
            at += text[at] == '\\' ? 2 : 1;
        if (at >= text.size())
            return false;
        text.remove_prefix(at + 1);
    }
    std::string_view rest;
    return takeUntil(text, ">", rest);
}

SpamVerdict verdictOf(std::string_view category)
{
    if (category == "CLEAN" || category.starts_with("BAD-HEADER"))
        return SpamVerdict::Legitimate;
    if (category == "SPAM" || category == "SPAMMY" || category == "INFECTED" || category == "BANNED")
        return SpamVerdict::Spam;
    return SpamVerdict::Unlabelled; // UNCHECKED, OVERSIZED, OTHER, TEMPFAIL
}

} // namespace

std::optional<SpamReport> parseAmavis(std::string_view text)
{
    std::string_view id;
    if (!takePrefix(text, "(") || !takeUntil(text, ") ", id))
        return {};
    if (!takePrefix(text, "Passed ") && !takePrefix(text, "Blocked "))
        return {};
    const std::string_view category = text.substr(0, text.find_first_of(" ,"));
    text.remove_prefix(category.size());
    SpamReport report;
    report.verdict = verdictOf(category);

    // Up to the envelope everything is amavis's own: "(name)", "{actions}", client addresses, policy banks.
    const std::size_t envelope = text.find(" <");
    if (envelope == std::string_view::npos)
        return {};
    text.remove_prefix(envelope + 1);
    if (!skipAddress(text) || !takePrefix(text, " -> "))
        return {};
    do {
        if (!skipAddress(text))
            return {};
    } while (text.starts_with(",<") && takePrefix(text, ","));

    // ", Key: value" pairs, and some without a colon. A message-id may hold a comma, but no blank behind it (RFC
    // 5322, 3.6.4).
    while (takePrefix(text, ", ")) {
        std::string_view value = text.substr(0, text.find(", "));
        text.remove_prefix(value.size());
        std::string_view key;
        if (!takeUntil(value, ": ", key))
            continue;
        if (key == "Queue-ID")
            report.queueId = value;
        else if (key == "Message-ID")
            report.messageId = value;
        else if (key == "queued_as")
            report.queuedAs = value.substr(0, value.find('/'));
    }
    return report;
}

const SpamScanner* spamScanner(std::string_view program)
{
    static constexpr std::array scanners{
        SpamScanner{"amavis", parseAmavis},
        SpamScanner{"amavisd", parseAmavis},
    };
    for (const SpamScanner& scanner : scanners) {
        if (scanner.program == program)
            return &scanner;
    }
    return nullptr;
}

} // namespace waxseal
