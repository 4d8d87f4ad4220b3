// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/opensmtpd/opensmtpdexport.h"

namespace waxseal::opensmtpd {

namespace {

constexpr char text[] = R"SH(
set -u
# mawk collects its input unless told not to, and a filter must answer each line.
case $(awk -W version </dev/null 2>/dev/null) in
mawk*) interactive='-W interactive' ;;
*) interactive= ;;
esac
export LC_ALL=C
# shellcheck disable=SC2086,SC2016
exec awk $interactive -F'|' -v table="${1:?usage: $0 TABLE}" '
function bits_of(hextets, count,    i, j, text, value) {
    for (i = 1; i <= count; i++) {
        value = hextets[i]
        for (j = 32768; j >= 1; j /= 2) {
            text = text (value >= j ? "1" : "0")
            if (value >= j) value -= j
        }
    }
    return text
}
function hex(text,    i, value) {
    for (i = 1; i <= length(text); i++) value = value * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1
    return value + 0
}
# An address as a string of binary digits, 32 or 128; "" for none.
function bits(address,    parts, count, all, i, j, halves, behind, last) {
    address = tolower(address)
    sub(/%.*/, "", address)
    sub(/^::ffff:/, "", address)
    if (address ~ /^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/) {
        split(address, parts, ".")
        all[1] = parts[1] * 256 + parts[2]
        all[2] = parts[3] * 256 + parts[4]
        return bits_of(all, 2)
    }
    if (address !~ /^[0-9a-f:]+$/ || address !~ /:/) return ""
    count = split(address, halves, "::")
    behind = count > 1 ? split(halves[2], last, ":") : 0
    count = split(halves[1], parts, ":")
    for (i = 1; i <= 8; i++) all[i] = 0
    for (i = 1; i <= count && i <= 8; i++) all[i] = hex(parts[i])
    for (j = 1; j <= behind && j <= 8; j++) all[8 - behind + j] = hex(last[j])
    return bits_of(all, 8)
}
function is_own(address,    i, own) {
    own = bits(address)
    if (own == "") return address !~ /[0-9]/ # no network address: this machine
    for (i = 1; i <= networks; i++)
        if (length(own) == whole[i] && substr(own, 1, length(prefix[i])) == prefix[i]) return 1
    return 0
}
function need(domain,    at) {
    if (domain == "" && "<>" in row) return row["<>"]
    if (domain in row) return row[domain]
    while (domain != "") {
        if (("." domain) in row) return row["." domain]
        at = index(domain, ".")
        if (at == 0) break
        domain = substr(domain, at + 1)
    }
    return by_default
}
# What a session lacks of a requirement; "" when nothing.
function lack(requirement, version) {
    if (requirement !~ /^encrypt/) return ""
    if (requirement ~ />=/) {
        if (version < substr(requirement, index(requirement, ">=") + 2))
            return "Session encryption with TLS " substr(requirement, index(requirement, ">=") + 2) " or later is required"
        return ""
    }
    return version == "" ? "Session encryption is required" : ""
}
function say(line) { print line; fflush() }
function tell(line) { print line | "cat 1>&2"; close("cat 1>&2") }
BEGIN {
    by_default = "none"
    mode = "off"
    while ((status = (getline line < table)) > 0) {
        if (line ~ /^#/ || split(line, word, " ") < 2) continue
        if (word[1] == "mode") mode = word[2]
        else if (word[1] == "code") code = word[2]
        else if (word[1] == "default") by_default = word[2]
        else if (word[1] == "network") {
            split(word[2], part, "/")
            own = bits(part[1])
            whole[++networks] = length(own)
            prefix[networks] = part[2] == "" ? own : substr(own, 1, part[2])
        } else row[word[1]] = word[2]
    }
    if (status < 0) tell("waxseal: " table " cannot be read, so nothing is required")
    close(table)
}
$1 == "config" && $2 == "protocol" { protocol = $3 }
$1 == "config" && $2 == "ready" {
    say("register|report|smtp-in|link-connect")
    say("register|report|smtp-in|link-tls")
    say("register|report|smtp-in|link-auth")
    say("register|report|smtp-in|link-disconnect")
    say("register|filter|smtp-in|mail-from")
    say("register|ready")
    next
}
$1 == "report" && protocol == "" { protocol = $2 }
$1 == "report" && $5 == "link-connect" {
    source = $9
    sub(/:[0-9]+$/, "", source)
    gsub(/[][]/, "", source)
    own_session[$6] = is_own(source)
}
$1 == "report" && $5 == "link-tls" {
    if (match($0, /TLSv1(\.[0-9])?/)) tls[$6] = RLENGTH > 5 ? substr($0, RSTART + 4, 3) : "1.0"
    else tls[$6] = "0"
}
$1 == "report" && $5 == "link-auth" { if ($7 == "pass" || $8 == "pass") own_session[$6] = 1 }
$1 == "report" && $5 == "link-disconnect" { delete own_session[$6]; delete tls[$6] }
$1 == "filter" && $5 == "mail-from" {
    sender = $8
    for (i = 9; i <= NF; i++) sender = sender "|" $i # a bar may stand in a local part
    if (sender ~ /^</) { sub(/^</, "", sender); sub(/>[^>@]*$/, "", sender) }
    domain = tolower(sender)
    if (!match(domain, /@[^@]*$/)) domain = ""
    else domain = substr(domain, RSTART + 1)
    sub(/\.$/, "", domain)
    missing = mode == "off" || own_session[$6] ? "" : lack(need(domain), tls[$6])
    answer = "proceed"
    if (missing != "" && mode == "enforce") answer = "reject|" code (code == "450" ? " 4.7.1 " : " 5.7.1 ") missing
    if (missing != "") {
        gsub(/[^ -~]/, "?", sender)
        tell("Waxseal " (mode == "enforce" ? "refuses" : "would refuse") ": " missing ": from=<" sender "> session=" $6)
    }
    # Up to protocol 0.4 the token went before the session.
    say("filter-result|" (protocol + 0 < 0.5 ? $7 "|" $6 : $6 "|" $7) "|" answer)
}
'
)SH";

} // namespace

QByteArray filterText()
{
    return text;
}

} // namespace waxseal::opensmtpd
