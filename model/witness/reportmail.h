// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace waxseal {

/** Called with the unpacked bytes of an attachment that may be a report, and the domain that the mail says sent it. */
using AttachmentSink = std::function<void(std::string_view bytes, std::string_view submitter)>;

/**
 * Finds the attachments of a mail (RFC 5322, RFC 2045 and 2046) that may be TLS reports: every part that is no text for
 * people, decoded and unpacked, when it begins like JSON. Mails in mails are looked into as well. Parts, depth and
 * sizes are bounded; what is damaged is left out.
 */
void eachAttachment(std::string_view mail, const AttachmentSink& sink);

/**
 * Unpacks gzip or the first file of a zip archive; other bytes come back as they are. Errors: DamagedArchive, and
 * Unsupported past `most` bytes.
 */
Result<std::string> unpacked(std::string_view bytes, std::size_t most);

/**
 * Cuts an mbox into its mails (RFC 4155): a line that begins with "From " behind an empty one, or at the very front,
 * begins a mail. Bytes are given in portions of any size.
 */
class MboxSplitter
{
public:
    using MailSink = std::function<void(std::string_view mail)>;
    explicit MboxSplitter(MailSink sink)
        : m_sink(std::move(sink))
    {
    }
    void add(std::string_view bytes);
    void finish(); ///< the last mail ends with the file
    std::uint64_t tooLarge() const { return m_tooLarge; } ///< mails that were left out

private:
    void deliver(std::size_t end);

    MailSink m_sink;
    std::string m_mail;
    std::size_t m_searched = 0;
    std::uint64_t m_tooLarge = 0;
    bool m_dropping = false;
};

} // namespace waxseal
