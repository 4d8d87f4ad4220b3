// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facts/facttable.h"

#include <functional>
#include <string_view>

namespace waxseal {

/** One message as `waxseal-cli messages` streams it. Views live during the call. */
struct MessageRecord
{
    qint64 time = 0; ///< µs since 1970, when it began
    Direction direction = Direction::Inbound;
    std::string_view domain;
    std::string_view nextHop;
    const Host* host = nullptr;
    std::string_view queueId;
    std::string_view messageId;
    const TlsFact* tls = nullptr;
    SpamVerdict spam = SpamVerdict::Unlabelled;
    std::uint32_t recipients = 0;
};
using MessageSink = std::function<void(const MessageRecord&)>;

} // namespace waxseal
