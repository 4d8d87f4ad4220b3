// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines of programs beside Postfix: who puts its mail back into the queue, who dropped its lines, who restarted it.

#include "model/core/bytes.h"
#include "model/servers/postfix/postfixparser.h"

namespace waxseal {

namespace {

using Kind = PostfixEvent::Kind;

/** `Requeue: OLDID.RANDOM to NEWID` of MailScanner, which takes messages out of the hold queue. */
void parseMailScanner(std::string_view text, PostfixEvent& event)
{
    std::string_view old;
    if (!takePrefix(text, "Requeue: ") || !takeUntil(text, " to ", old))
        return;
    old = old.substr(0, old.find('.'));
    text = text.substr(0, text.find(' '));
    if (!isQueueId(old) || !isQueueId(text))
        return;
    event.kind = Kind::Requeued;
    event.originalId = old;
    event.queueId = text;
}

/** Whether a unit or a process of that name may be Postfix's, or hold it. */
bool mayBePostfix(std::string_view unit)
{
    if (!unit.ends_with(".service"))
        return true;
    for (const std::string_view word : {"postfix", "mail", "smtp", "docker", "container", "podman", "syslog"}) {
        if (unit.find(word) != std::string_view::npos)
            return true;
    }
    return false;
}

/**
 * rsyslog (ratelimit.c, imuxsock.c): "imuxsock lost 984 messages from pid 13518 due to rate-limiting",
 * "imuxsock[pid: 51, name: X] from <Y>: begin to drop messages due to rate-limiting",
 * "imjournal: 119806 messages lost due to rate-limiting (20000 allowed within 600 seconds)";
 * journald: "Suppressed 755 messages from postfix.service", "Forwarding to syslog missed 3 messages."
 */
void parseSyslogDaemon(std::string_view text, PostfixEvent& event)
{
    std::string_view rest = text;
    if (takePrefix(rest, "Suppressed ")) {
        event.lost = takeNumber(rest).value_or(0);
        if (takePrefix(rest, " messages from ") && mayBePostfix(rest))
            event.kind = Kind::LinesLost;
        return;
    }
    if (takePrefix(rest, "Forwarding to syslog missed ")) {
        event.lost = takeNumber(rest).value_or(0);
        event.kind = Kind::LinesLost;
        return;
    }
    if (!text.starts_with("imuxsock") && !text.starts_with("imjournal"))
        return;
    std::string_view head;
    rest = text;
    if (takePrefix(rest, "imuxsock lost ")) {
        event.lost = takeNumber(rest).value_or(0);
        if (takePrefix(rest, " messages from pid "))
            event.lostPid = static_cast<std::uint32_t>(takeNumber(rest).value_or(0) & 0xffff'ffffU);
        event.kind = Kind::LinesLost;
        return;
    }
    std::string_view process = text;
    if (takePrefix(process, "imuxsock[pid")) {
        takePrefix(process, ":");
        takePrefix(process, " ");
        event.lostPid = static_cast<std::uint32_t>(takeNumber(process).value_or(0) & 0xffff'ffffU);
    }
    rest = text;
    if (!takeUntil(rest, ": ", head))
        return;
    while (rest.find(": ") != std::string_view::npos) // "imuxsock[pid: 51, name: X] from <Y>: …"
        takeUntil(rest, ": ", head);
    if (rest.starts_with("begin to drop messages") || rest.starts_with("begins to drop messages")) {
        event.kind = Kind::LinesLost;
    } else if (const auto lost = takeNumber(rest); lost && rest.starts_with(" messages lost due to rate-limiting")) {
        event.lost = *lost;
        event.kind = Kind::LinesLost;
    }
}

/** "Reloaded Postfix Mail Transport Agent (instance -)." and so on, of the unit's description. */
void parseSystemd(std::string_view text, PostfixEvent& event)
{
    for (const std::string_view verb : {"Started ", "Stopped ", "Reloaded ", "Starting ", "Stopping ", "Reloading "}) {
        if (text.starts_with(verb)
            && (text.find("Postfix") != std::string_view::npos || text.find("postfix") != std::string_view::npos))
            event.kind = Kind::Restarted;
    }
}

} // namespace

PostfixProgram neighbourProgram(std::string_view tag)
{
    if (tag == "MailScanner")
        return PostfixProgram::MailScanner;
    if (tag == "systemd")
        return PostfixProgram::Systemd;
    // "rsyslogd", "rsyslogd-2177", "rsyslogd0"; "systemd-journald", cut to "systemd-journal" by the kernel
    if (tag.starts_with("rsyslogd") || tag.starts_with("systemd-journal"))
        return PostfixProgram::SyslogDaemon;
    return PostfixProgram::None;
}

void parseNeighbour(PostfixProgram program, std::string_view text, PostfixEvent& event)
{
    if (program == PostfixProgram::MailScanner)
        parseMailScanner(text, event);
    else if (program == PostfixProgram::SyslogDaemon)
        parseSyslogDaemon(text, event);
    else if (program == PostfixProgram::Systemd)
        parseSystemd(text, event);
}

} // namespace waxseal
