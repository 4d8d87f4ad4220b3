// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace waxseal {

/**
 * The queue id that a mail server gave a message, by its reply to the end of the data: "queued as ID" (Postfix), "OK
 * id=ID" (Exim), "ID Message accepted for delivery" (Sendmail, OpenSMTPD). Empty when the reply names none. The other
 * server wrote it: it proves nothing alone.
 */
std::string_view queuedAs(std::string_view reply);

} // namespace waxseal
