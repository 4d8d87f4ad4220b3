// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/postfixscript.h"

namespace waxseal::postfix {

namespace {

/** Shell: is the rule reached, and what do sessions get? */
constexpr char inbound[] = R"SH(
# base NAME: a setting of Postfix's without Waxseal, its variables written out.
base() {
    postconf -c "$work/base" -hx "$1"
}

# unreached REASON: the rule would not be reached. -f goes on all the same.
unreached() {
    if [ -n "$force" ]; then
        say "$1" "Going on because of -f." >&2
        return 0
    fi
    stop "The rule would not be reached, so nothing was changed: $1
sh $0 -f $command goes on all the same."
}

# split: a list of Postfix's, a word a line.
split() {
    # shellcheck disable=SC2016
    awk "$lines"'{ text = text " " $0 } END { count = words(text, list); for (i = 1; i <= count; i++) print list[i] }'
}

# names: the sender domains of the tables, as keys that a table of the administrator's may be asked for.
names() {
    for table in $tables; do
        sed -n 's/^\([^.#<	 ][^	 ]*\) .*/\1/p' "$directory/$table"
    done | sort -u | head -n 20000
}

# lets_pass RESULT: does a table's answer end the list with a permit? "OK", a number, or a list that begins so.
lets_pass() {
    case $(printf '%s' "$1" | tr '[:upper:]' '[:lower:]') in
    ok | ok[\ ,\	]* | permit | permit[\ ,\	]* | permit_auth_destination*) return 0 ;;
    *[!0-9]* | "") return 1 ;;
    esac
    return 0
}

# asks MAP: asks a table of sender addresses that stands before ours for the domains of our tables.
asks() {
    names >"$work/names"
    [ -s "$work/names" ] || return 0
    sed 'p;s/^/postmaster@/' "$work/names" | postmap -c "$work/try" -q - "$1" >"$work/found" 2>/dev/null || :
    passing=
    while IFS='	' read -r key result; do
        if lets_pass "$result"; then passing="$passing $key"; fi
    done <"$work/found"
    [ -z "$passing" ] || printf '%s\n' "$passing" | cut -c 1-300
}

# walk PLACE DEPTH: reads a list, a word a line, up to ours; says what ends it before, and what may.
walk() {
    before=
    while IFS= read -r word; do
        lower=$(printf '%s' "$word" | tr '[:upper:]' '[:lower:]')
        case $lower in
        waxseal_inbound)
            [ "$before" != "warn_if_reject" ] ||
                printf 'stop\t%s\n' "\"warn_if_reject\" stands right before ours in $1: it would only be logged."
            case $before in
            check_*) printf 'stop\t%s\n' "\"$before\" stands right before ours in $1 and has no table." ;;
            esac
            return 0
            ;;
        \#*) printf 'stop\t%s\n' "\"$word\" in $1 is no comment: Postfix takes it for a restriction." ;;
        permit | permit_auth_destination) printf 'stop\t%s\n' "\"$word\" in $1 lets mail pass before it." ;;
        reject | defer)
            [ "$before" = "warn_if_reject" ] || printf 'stop\t%s\n' "\"$word\" in $1 refuses all mail before it."
            ;;
        permit_dnswl_client | permit_rhswl_client | permit_mx_backup | permit_naked_ip_address | permit_tls_clientcerts | \
            permit_tls_all_clientcerts | check_policy_service)
            printf 'note\t%s\n' "What \"$word\" in $1 lets pass is not held to these requirements."
            ;;
        static:*)
            answer=$(printf '%s' "${word#*:}" | sed 's/^{[ 	]*//;s/[ 	]*}$//')
            case $before in
            check_*) if lets_pass "$answer"; then printf 'stop\t%s\n' "\"$before $word\" in $1 lets mail pass before it."; fi ;;
            esac
            ;;
        *:*)
            case $before in
            check_sender_access)
                found=$(asks "$word")
                [ -z "$found" ] || printf 'stop\t%s\n' "\"$before $word\" in $1 lets these senders pass before it:$found"
                ;;
            check_policy_service) ;;
            check_*) printf 'note\t%s\n' "What \"$before $word\" in $1 lets pass is not held to these requirements." ;;
            esac
            ;;
        esac
        before=$lower
        if [ "$2" -lt 8 ] && grep -qxF -e "$word" "$work/classes"; then
            postconf -c "$work/try" -hx "$word" | split >"$work/walk.$2"
            (walk "\"$word\"" $(($2 + 1))) <"$work/walk.$2"
        fi
    done
    [ "$2" -gt 0 ] || printf 'stop\t%s\n' "waxseal_inbound is not in $1."
}

# reached: asks Postfix what its list says with every variable written out, and looks for what ends it before our rule.
reached() {
    services
    [ -n "$classes" ] || return 0
    postconf -c "$work/try" -hx smtpd_restriction_classes | split | grep -v '^waxseal_' >"$work/classes" || :
    postconf -c "$work/try" -hx smtpd_sender_restrictions | split >"$work/list"
    walk smtpd_sender_restrictions 0 <"$work/list" >"$work/walked"
    sed -n 's/^note	//p' "$work/walked" | sort -u
    reason=$(sed -n 's/^stop	//p' "$work/walked" | head -n 1)
    [ -z "$reason" ] || unreached "$reason"
}

# services: which of the smtpd services in master.cf have a list or a level of their own? The one that takes the world's mail must not.
services() {
    postconf -c "$work/base" -M 2>/dev/null | awk '$8 == "smtpd" && ($2 == "inet" || $2 == "pass") { print $1 "/" $2 }' >"$work/services"
    while IFS= read -r entry; do
        own=$(postconf -c "$work/base" -P "$entry/$decisive" 2>/dev/null | sed -n 's/^[^=]*= *//p')
        [ -n "$own" ] || continue
        case $decisive:$own in
        smtpd_tls_security_level:encrypt | *waxseal_inbound*) continue ;;
        esac
        case $entry in
        smtp/inet | 25/inet | *:smtp/inet | *:25/inet | */pass)
            case $entry in
            127.* | localhost:* | \[::1\]:*) ;;
            *) unreached "$entry in master.cf has its own $decisive ($own)." ;;
            esac
            ;;
        esac
        say "$entry in master.cf has its own $decisive ($own) and is not covered."
    done <"$work/services"
}

# Sessions without a network: smtpd(8) itself, on a pipe, with the rights of Postfix's own user. It reads the trial configuration,
# takes the session for one from the address that is to be tried, and is asked for the sender's rules alone. No mail is sent.
session="-o syslog_name=waxseal-selftest -o smtpd_authorized_xclient_hosts=static:all -o smtpd_client_restrictions= -o smtpd_helo_restrictions=
    -o smtpd_helo_required=no -o smtpd_milters= -o smtpd_proxy_filter= -o smtpd_upstream_proxy_protocol= -o smtpd_tls_wrappermode=no
    -o smtpd_peername_lookup=no -o smtpd_reject_unlisted_sender=no -o smtpd_reject_unlisted_recipient=no -o smtpd_error_sleep_time=0
    -o smtpd_relay_restrictions=reject_unauth_destination -o smtpd_recipient_restrictions= -o smtpd_sasl_auth_enable=no
    -o smtpd_client_event_limit_exceptions=static:all -o smtpd_tls_loglevel=0 -o smtpd_timeout=10s"

can_try() {
    smtpd=$(base daemon_directory)/smtpd
    if [ ! -x "$smtpd" ]; then
        say "No session was tried: there is no $smtpd."
    elif ! command -v timeout >/dev/null || ! command -v mkfifo >/dev/null; then
        say "No session was tried: that needs timeout(1) and mkfifo(1)."
    else
        return 0
    fi
    return 1
}

# ask TEXT: sends a line of the session and reads the reply to its end; the last line is in $reply.
ask() {
    reply=
    [ -z "$1" ] || printf '%s\r\n' "$1" >&3 2>/dev/null || return 1
    while IFS= read -r reply <&4; do
        case $reply in
        [0-9][0-9][0-9]-*) ;;
        *)
            reply=$(printf '%s' "$reply" | tr -d '\r')
            return 0
            ;;
        esac
    done
    reply=
    return 1
}

# in_clear CONFIG SENDER ADDRESS [-o NAME=VALUE ...]: the server's refusal, or its answer to RCPT TO, in $reply.
in_clear() {
    trial=$1
    mail="MAIL FROM:<$2>"
    case $2 in
    *[!\ -~]*) mail="$mail SMTPUTF8" ;;
    esac
    address=$3
    shift 3
    case $address in
    *:*) address=IPV6:$address ;;
    esac
    rm -f "$work/to" "$work/from"
    mkfifo "$work/to" "$work/from"
    # shellcheck disable=SC2086
    MAIL_CONFIG=$trial timeout 20 "$smtpd" -S -u $session "$@" <"$work/to" >"$work/from" 2>/dev/null &
    exec 3>"$work/to" 4<"$work/from"
    if ask "" && ask "EHLO client.example" && ask "XCLIENT ADDR=$address NAME=client.example" && ask "EHLO client.example" &&
        ask "$mail"; then
        case $reply in
        2*) ask "RCPT TO:<$recipient>" || : ;;
        esac
    fi
    last=$reply
    ask QUIT || :
    exec 3>&- 4<&-
    wait $! || :
    reply=$last
}

# shellcheck disable=SC2016
tls_program='
import os, socket, ssl, subprocess, sys
smtpd, sender, address, recipient = sys.argv[1:5]
here, there = socket.socketpair()
server = subprocess.Popen([smtpd, "-S", "-u"] + sys.argv[5:], stdin=there, stdout=there, stderr=subprocess.DEVNULL)
there.close()
here.settimeout(15)
def ask(text):
    if text:
        here.sendall(os.fsencode(text) + b"\r\n")
    line = b""
    while True:
        byte = here.recv(1)
        if not byte:
            raise OSError("the server hung up")
        line += byte
        if byte == b"\n":
            if line[3:4] != b"-":
                return line.decode("utf-8", "replace").strip()
            line = b""
try:
    ask("")
    for text in ("EHLO client.example", "XCLIENT ADDR=" + address + " NAME=client.example", "EHLO client.example"):
        ask(text)
    reply = ask("STARTTLS")
    if not reply.startswith("2"):
        sys.exit(print(reply))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    here = context.wrap_socket(here)
    ask("EHLO client.example")
    reply = ask("MAIL FROM:<" + sender + ">" + ("" if sender.isascii() else " SMTPUTF8"))
    if reply.startswith("2"):
        reply = ask("RCPT TO:<" + recipient + ">")
    print(here.version() + ": " + reply)
    ask("QUIT")
except (OSError, ssl.SSLError) as problem:
    print("no TLS session: " + str(problem))
finally:
    here.close()
    try:
        server.wait(5)
    except subprocess.TimeoutExpired:
        server.kill()
'

# over_tls CONFIG SENDER ADDRESS: the same over TLS, without a client certificate.
over_tls() {
    case $3 in
    *:*) address=IPV6:$3 ;;
    *) address=$3 ;;
    esac
    # shellcheck disable=SC2086
    reply=$(MAIL_CONFIG=$1 timeout 40 python3 -c "$tls_program" "$smtpd" "$2" "$address" "$recipient" $session 2>/dev/null) || :
}

# tries [SENDER [ADDRESS]]: the senders to try, a line each, and from where: documentation's network, which nobody trusts.
tries() {
    from=${2:-192.0.2.1}
    case ${1:-}$from in
    *[[:cntrl:]]*) stop "A sender or an address cannot hold control characters: nothing was changed." ;;
    esac
    if [ $# -gt 0 ]; then printf '%s\n' "$1"; else samples; fi >"$work/samples"
    recipient=postmaster@$(base myhostname)
    first=$(base mydestination | split | grep -v '[:/]' | head -n 1)
    [ -z "$first" ] || recipient=postmaster@$first
}

# dry_runs: is the rule reached? Each class of ours is made to refuse with a word of its own, which only Postfix can say.
dry_runs() {
    tries "$@"
    asked=$#
    can_try || return 0
    set --
    for class in $classes; do
        set -- "$@" -o "$class=check_sender_access static:{554 5.7.1 waxseal-reached}"
    done
    while IFS= read -r sender <&5; do
        in_clear "$work/try" "$sender" "$from" "$@"
        case $reply in
        530* | *waxseal-reached*) say "Dry run: mail of <$sender> from $from reaches the rule." ;;
        2*)
            if [ "$asked" -gt 0 ]; then
                say "Dry run: mail of <$sender> from $from is not held to these requirements: $reply"
            else
                unreached "in a dry run Postfix took clear mail of <$sender> from $from: $reply"
            fi
            ;;
        "") say "Dry run: Postfix did not answer; whether the rule is reached was not tried." ;;
        *) say "Dry run: mail of <$sender> from $from is refused before the rule is asked: $reply" ;;
        esac
    done 5<"$work/samples"
}

# self_tests: what would a clear and an encrypted session of a listed domain get now?
self_tests() {
    can_try || return 0
    if [ -n "$service" ] && [ -n "$service_line" ]; then
        waited=0
        while [ ! -S "$(base queue_directory)/private/$service" ] && [ "$waited" -lt 10 ]; do
            sleep 1
            waited=$((waited + 1))
        done
    fi
    while IFS= read -r sender <&5; do
        in_clear "$work/new" "$sender" "$from"
        say "Self-test: <$sender> from $from in clear: ${reply:-no answer}"
        if command -v python3 >/dev/null; then
            over_tls "$work/new" "$sender" "$from"
            say "Self-test: <$sender> from $from over ${reply:-TLS: no answer}"
        else
            say "Self-test: an encrypted session was not tried: that needs python3."
        fi
    done 5<"$work/samples"
    [ -z "$audit" ] || say "This is the audit form: what would be refused is in the log as reject_warning."
}
)SH";

/** Shell: are the rows reached, and what does Postfix find? */
constexpr char outbound[] = R"SH(
base() {
    postconf -c "$work/base" -hx "$1"
}

unreached() {
    if [ -n "$force" ]; then
        say "$1" "Going on because of -f." >&2
        return 0
    fi
    stop "The rows would not be reached, so nothing was changed: $1
sh $0 -f $command goes on all the same."
}

# reached: a delivery service with a setting of its own does not read ours, and the first map that knows a next hop decides.
reached() {
    for setting in $decisive; do
        for entry in smtp/unix relay/unix; do
            own=$(postconf -c "$work/base" -P "$entry/$setting" 2>/dev/null | sed -n 's/^[^=]*= *//p')
            [ -n "$own" ] || continue
            [ "$entry" = relay/unix ] || unreached "$entry in master.cf has its own $setting ($own)."
            say "$entry in master.cf has its own $setting ($own) and is not covered."
        done
    done
    [ -n "$tables" ] || return 0
    sed -n 's/^\([^#	 ][^	 ]*\) .*/\1/p' "$directory/$tables" | head -n 20000 >"$work/names"
    # shellcheck disable=SC2016
    base smtp_tls_policy_maps | awk "$lines"'{ text = text " " $0 } END { count = words(text, list); for (i = 1; i <= count; i++) print list[i] }' >"$work/maps"
    while IFS= read -r map; do
        found=$(postmap -c "$work/try" -q - "$map" <"$work/names" 2>/dev/null | cut -f 1 | tr '\n' ' ' | cut -c 1-300) || :
        [ -z "$found" ] || unreached "$map in smtp_tls_policy_maps knows these next hops already, and comes first: $found"
    done <"$work/maps"
}

dry_runs() {
    :
}

# self_tests: what does Postfix find for the first row?
self_tests() {
    [ -n "$tables" ] || return 0
    key=$(head -n 1 "$work/names")
    found=$(postmap -q "$key" "$map_type:$directory/$tables") || :
    say "Self-test: mail to the next hop $key is sent at: ${found:-(nothing found)}"
}
)SH";

} // namespace

QByteArray inboundText()
{
    return inbound;
}

QByteArray outboundText()
{
    return outbound;
}

} // namespace waxseal::postfix
