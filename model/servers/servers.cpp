// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The list, and nothing else: a test program that lists further servers brings a file of its own in place of this one.

#include "model/servers/servers.h"

#include "model/servers/exchange/exchangeserver.h"
#include "model/servers/exim/eximserver.h"
#include "model/servers/gmail/gmailserver.h"
#include "model/servers/haraka/harakaserver.h"
#include "model/servers/opensmtpd/opensmtpdserver.h"
#include "model/servers/postfix/postfixserver.h"
#include "model/servers/sendmail/sendmailserver.h"
#include "model/servers/stalwart/stalwartserver.h"

namespace waxseal {

const std::vector<Server>& servers()
{
    static const std::vector<Server> list{
        postfixServer(),
        eximServer(),
        sendmailServer(),
        opensmtpdServer(),
        exchangeServer(),
        harakaServer(),
        stalwartServer(),
        gmailServer(),
    };
    return list;
}

} // namespace waxseal
