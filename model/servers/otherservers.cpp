// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/otherservers.h"

#include <algorithm>

namespace waxseal {

namespace {

constexpr std::string_view exim = "Exim";

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** `pattern` against the beginning of `text`: '0' stands for a digit, 'x' for a letter or digit. */
bool startsLike(std::string_view text, std::string_view pattern)
{
    return text.size() >= pattern.size()
        && std::equal(pattern.begin(), pattern.end(), text.begin(), [](char wanted, char c) {
               return wanted == '0' ? c >= '0' && c <= '9' : wanted == 'x' ? isAlphanumeric(c) : c == wanted;
           });
}

/** A line of Exim's main log: a time, then a message id of the old length or of that since 4.97. */
bool isEximLine(std::string_view line)
{
    constexpr std::string_view time = "0000-00-00 00:00:00";
    if (!startsLike(line, time))
        return false;
    line.remove_prefix(time.size());
    const std::size_t blank = line.find(' '); // behind milliseconds, where they are logged
    if (blank == std::string_view::npos || blank > 4)
        return false;
    line.remove_prefix(blank + 1);
    if (startsLike(line, "+0000 ") || startsLike(line, "-0000 "))
        line.remove_prefix(6);
    return startsLike(line, "xxxxxx-xxxxxx-xx ") || startsLike(line, "xxxxxx-xxxxxxxxxxx-xxxx ");
}

} // namespace

std::string_view otherServer(std::string_view program, std::string_view text)
{
    if (program == "exim" || program == "exim4")
        return exim;
    if (program == "sendmail" || program == "sm-mta" || program == "sm-msp-queue")
        return "Sendmail";
    // OpenSMTPD names a session by 16 digits, then the part of it that speaks. Postfix's program is postfix/smtpd.
    if (program == "smtpd" && startsLike(text, "xxxxxxxxxxxxxxxx ")) {
        const std::string_view part = text.substr(17);
        if (part.starts_with("smtp ") || part.starts_with("mta ") || part.starts_with("mda "))
            return "OpenSMTPD";
    }
    return {};
}

std::string_view otherServer(std::string_view head)
{
    if (head.starts_with("\xef\xbb\xbf"))
        head.remove_prefix(3);
    if (head.starts_with("#Software: Microsoft Exchange"))
        return "Exchange";
    if (head.starts_with("info: OpenSMTPD")) // smtpd -dv
        return "OpenSMTPD";
    constexpr int mostLines = 100;
    for (int i = 0; i < mostLines && !head.empty(); ++i) {
        const std::size_t end = std::min(head.find('\n'), head.size());
        if (isEximLine(head.substr(0, end)))
            return exim;
        head.remove_prefix(std::min(end + 1, head.size()));
    }
    return {};
}

} // namespace waxseal
