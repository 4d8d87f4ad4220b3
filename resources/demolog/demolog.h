// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resources/demolog/logwriter.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace waxseal::demolog {

/** What to make. The defaults make the demo log that is shipped. */
struct Options
{
    std::uint64_t messages = 60'000; ///< mail transactions that arrive: from outside, from our users, from our devices
    std::uint32_t days = 30;
    Time start = 20'758 * day; ///< midnight UTC; 2026-11-01
    std::uint64_t seed = 1;
    std::uint32_t domains = 800; ///< outside domains, of which about a third are spammers'
    Header header = Header::ShortIso;
};

/** The truth of one message, as whoever wrote the log knows it. Views live during the call. */
struct Truth
{
    Time time = 0; ///< when its queue file was made; outbound: when the delivery was over
    std::string_view messageId; ///< without angle brackets
    std::string_view direction; ///< inbound, outbound, submission; empty for what is none of them
    std::string_view domain; ///< the sender's (inbound: "<>" for none; submission: our own), or the recipient's
    std::string_view host; ///< address of the other side
    std::string_view tls; ///< yes, no
    std::string_view version; ///< 1.0 … 1.3
    std::string_view trust; ///< Anonymous, Untrusted, Trusted, Verified
    std::string_view spam; ///< legitimate, spam, or empty without a verdict
    std::uint32_t recipients = 0;
    bool fellBack = false; ///< in clear after a failed handshake
    std::string_view status; ///< outbound: sent, bounced, deferred; else received, or rejected
    std::string_view excluded; ///< reinjected, internal, rejected, local; empty for what counts
};
using TruthSink = std::function<void(const Truth&)>;

/** Writes the log, and tells the truth about it if asked. Returns the number of lines. */
std::uint64_t writeDemoLog(const Options& options, const ByteSink& log, const TruthSink& truth = {});

} // namespace waxseal::demolog
