// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/spam/spamscanner.h"

#include "model/core/bytes.h"

#include <algorithm>
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

/** `<left@right>` without blanks (RFC 5322, 3.6.4). */
bool isMessageId(std::string_view text)
{
    return text.size() > 2 && text.front() == '<' && text.find_first_of("> \t") == text.size() - 1;
}

/**
 * The copy's queue id, from what follows the message-id: `, mail_id: M, Hits: H, size: S, queued_as: ID`, in this
 * order, each once or not at all. The message-id before it and the subject or further headers behind it are the
 * sender's, who may have written such fields: then there are two of one, or they are in disorder, and none is believed.
 */
std::string_view queuedAs(std::string_view text)
{
    constexpr std::array<std::string_view, 5> order{"Resent-Message-ID", "mail_id", "Hits", "size", "queued_as"};
    std::string_view id;
    std::size_t next = 0;
    while (takePrefix(text, ", ")) {
        std::string_view value = text.substr(0, text.find(", "));
        text.remove_prefix(value.size());
        std::string_view key;
        if (!takeUntil(value, ": ", key))
            continue;
        const auto place = static_cast<std::size_t>(std::find(order.begin(), order.end(), key) - order.begin());
        if (place == order.size())
            break; // a header field that the sender wrote, or nothing that matters
        if (place < next)
            return {};
        next = place + 1;
        if (key == "queued_as")
            id = value.substr(0, value.find('/'));
    }
    // Behind the part that is read nothing may claim the same again.
    return text.find(", queued_as: ") == std::string_view::npos && text.find(", mail_id: ") == std::string_view::npos
        ? id
        : std::string_view{};
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

    // ", Key: value" pairs, and some without a colon. What amavis writes itself comes before the message-id.
    for (std::string_view from = text; takePrefix(text, ", "); from = text) {
        std::string_view value = text.substr(0, text.find(", "));
        text.remove_prefix(value.size());
        std::string_view key;
        if (!takeUntil(value, ": ", key))
            continue;
        if (key == "Queue-ID") {
            report.queueId = value;
        } else if (key == "Message-ID") {
            if (isMessageId(value)) {
                report.messageId = value;
                report.queuedAs = queuedAs(text);
            }
            break;
        } else if (key == "mail_id" || key == "Hits" || key == "queued_as") { // a message without an id
            report.queuedAs = queuedAs(from);
            break;
        }
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
