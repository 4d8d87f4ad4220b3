// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/exim/eximscript.h"

#include "model/exporter/exporttext.h"

namespace waxseal::exim {

namespace {

/** Shell: words to the administrator, the lock, the work folder, and a file that changes all at once. */
constexpr char groundText[] = R"SH(
say() {
    printf '%s\n' "$*"
}

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

usage() {
    stop "usage: $0 [-f] on|off|check [SENDER [CLIENT_ADDRESS [RECIPIENT]]]"
}

leave() {
    [ -z "$work" ] || rm -rf "$work"
    [ -z "$locked" ] || rm -f "$locked"
}

enter() {
    umask 022
    export LC_ALL=C
    work=
    locked=
    trap leave EXIT
    trap 'exit 1' HUP INT TERM
    trap '' PIPE
    exim=${EXIM:-$(PATH=$PATH:/usr/sbin:/usr/local/sbin:/usr/exim/bin command -v exim4 || PATH=$PATH:/usr/sbin:/usr/local/sbin:/usr/exim/bin command -v exim)} ||
        stop "Exim was not found: name it in the environment, EXIM=/path/to/exim."
    [ -d "$directory" ] || stop "There is no $directory: copy all files of the export there first."
    lock=$directory/waxseal.lock
    if ! (set -C && printf '%s\n' "$$" >"$lock") 2>/dev/null; then
        [ -f "$lock" ] || stop "$directory cannot be written (are you root?): nothing was changed."
        other=$(cat "$lock")
        if [ -n "$other" ] && kill -0 "$other" 2>/dev/null; then
            stop "Another run (process $other) is at work: nothing was changed. If it is none of Waxseal's, remove $lock."
        fi
        printf '%s\n' "$$" >"$lock" || stop "$directory cannot be written: nothing was changed."
    fi
    locked=$lock
    work=$(mktemp -d "${TMPDIR:-/tmp}/waxseal.XXXXXX") || stop "No temporary folder can be made: nothing was changed."
    chmod 755 "$work" # Exim's own user reads the trial configuration in it
    : >"$work/before"
    [ ! -f "$active" ] || cat "$active" >"$work/before"
}

# put FILE: what Exim reads becomes FILE's bytes, all at once.
put() {
    cat "$1" >"$active.new" && chmod 644 "$active.new" && mv -f "$active.new" "$active"
}

# setting NAME: the value of one of Exim's main options.
setting() {
    "$exim" -bP "$1" 2>/dev/null | sed -n "s/^$1 = *//p"
}

# reload: the daemon reads its configuration again. What it runs for mail already reads it anew.
reload() {
    pid_file=$(setting pid_file_path)
    [ -n "$pid_file" ] || pid_file=$(setting spool_directory)/exim-daemon.pid
    pid=$(cat "$pid_file" 2>/dev/null) || pid=
    case $(cat "/proc/${pid:-none}/comm" 2>/dev/null || ps -o comm= -p "${pid:-0}" 2>/dev/null) in
    exim*) kill -HUP "$pid" && return 0 ;;
    esac
    say "No Exim daemon runs here ($pid_file): it holds for the next one."
}
)SH";

/** Shell: trials of the configuration and of what a session in clear would get. */
constexpr char trialText[] = R"SH(
# present: are the files where they are to be read?
present() {
    for file in $files; do
        [ -f "$directory/$file" ] || stop "$directory/$file is missing, so nothing was changed: copy all files of the export to $directory first."
        chmod 644 "$directory/$file" || stop "$directory cannot be written (are you root?): nothing was changed."
    done
}

# whole CONFIG: can Exim read this configuration? It says why not.
whole() {
    said=$("$exim" -C "$1" -bV 2>&1 >/dev/null)
}

# real: the server's own configuration with what is to be switched on in place of what is; 1 when its text cannot be found.
real() {
    source=$("$exim" -bP configure_file 2>/dev/null) || stop "$exim does not tell its configuration (are you root?): nothing was changed."
    sed "s|$active|$directory/$plan|g" "$source" >"$work/real.conf"
    ! cmp -s "$source" "$work/real.conf"
}
)SH";

constexpr char inboundText[] = R"SH(
# session CONFIG SENDER CLIENT RECIPIENT: plays a session in clear through the ACLs (exim -bh); nothing is delivered.
session() {
    config=$1
    [ -z "$config" ] || config="-C $config"
    utf8=
    case $2 in *[!\ -~]*) utf8=' SMTPUTF8' ;; esac
    # shellcheck disable=SC2086 # two words
    printf 'EHLO client.example\r\nMAIL FROM:<%s>%s\r\nRCPT TO:<%s>\r\nQUIT\r\n' "$2" "$utf8" "$4" |
        "$exim" $config -bh "$3" >"$work/answers" 2>"$work/log" || :
    # The last final line before 221 answers RCPT TO, or MAIL FROM where that was refused.
    answer=$(tr -d '\r' <"$work/answers" | grep -v '^221' | sed -n 's/^\([245][0-9][0-9]\) /\1 /p' | tail -n 1)
    grep '^LOG: .*Waxseal would refuse' "$work/log" >"$work/noted" || :
}

# as_predicted: did the last session get what this plan says a clear session gets?
as_predicted() {
    if [ -n "$audit" ]; then [ -s "$work/noted" ]; else tr -d '\r' <"$work/answers" | grep -q "^$code[ -]"; fi
}

# rule: can the rule be read, and does it answer as predicted when nothing stands around it?
rule() {
    {
        printf 'keep_environment =\nprimary_hostname = waxseal.example\nacl_smtp_rcpt = waxseal\n\nbegin acl\n\nwaxseal:\n'
        printf '.include %s\n  accept\n' "$directory/$plan"
    } >"$work/rule.conf"
    whole "$work/rule.conf" || stop "This Exim cannot read $directory/$plan, so nothing was changed:
$said"
    samples >"$work/samples"
    while IFS= read -r sender; do
        session "$work/rule.conf" "$sender" "$client" postmaster@waxseal.example
        as_predicted || stop "$directory/$plan does not do what it was made for, so nothing was changed. <$sender> in clear got: $answer
$(tail -n 3 "$work/log")"
    done <"$work/samples"
}

# reached CONFIG: does the RCPT ACL come to the rule? An empty CONFIG is the server's own.
reached() {
    while IFS= read -r sender; do
        session "$1" "$sender" "$client" "$recipient"
        as_predicted || return 1
    done <"$work/samples"
}

unreached() {
    say "The rule is not reached, or something before it answers. <$sender> to <$recipient> from $client in clear got: ${answer:-no answer}
This line must stand in the RCPT ACL, where mail from outside passes (see $directory/$plan):
  $line" >&2
}

# asked CONFIG [SENDER [CLIENT [RECIPIENT]]]: what would this one get?
asked() {
    [ $# -ge 2 ] || return 0
    case $2${3:-} in *[[:cntrl:]]*) stop "Senders and addresses hold no control characters." ;; esac
    session "$1" "$2" "${3:-$client}" "$recipient"
    if as_predicted; then
        say "<$2> from ${3:-$client} in clear reaches the rule: ${answer:-no answer}"
    else
        say "<$2> from ${3:-$client} in clear is not held to it: ${answer:-no answer}"
    fi
}

offers() {
    [ -n "$(setting tls_advertise_hosts)" ] || stop "STARTTLS is not offered (tls_advertise_hosts): requiring it would refuse all of this mail."
    [ -z "$trusted" ] || [ -n "$(setting tls_try_verify_hosts)$(setting tls_verify_hosts)" ] ||
        stop "Set tls_try_verify_hosts first (and tls_verify_certificates, which says whom you trust): clients are not asked for a certificate."
}
)SH";

constexpr char outboundText[] = R"SH(
rule() {
    {
        printf 'keep_environment =\n\nbegin transports\n\nwaxseal:\n  driver = smtp\n'
        printf '.include %s\n' "$directory/$plan"
    } >"$work/rule.conf"
    whole "$work/rule.conf" || stop "This Exim cannot read $directory/$plan, so nothing was changed:
$said"
}

# reached CONFIG: does a transport have our options?
reached() {
    config=$1
    [ -z "$config" ] || config="-C $config"
    # shellcheck disable=SC2086 # two words
    "$exim" $config -bP transports 2>/dev/null | grep -q "$mark"
}

unreached() {
    say "No transport has these options. This line must stand in the smtp transport that sends your mail (see $directory/$plan):
  $line" >&2
}

asked() {
    :
}

offers() {
    [ -z "$versions" ] || "$exim" -bP macros 2>/dev/null | grep -q '^_HAVE_GNUTLS' ||
        stop "Minimum versions of single domains need an Exim that is built with GnuTLS, and this one is not: nothing was changed."
}
)SH";

/** Shell: on, off, check. */
constexpr char switchText[] = R"SH(
switch_on() {
    enter
    # shellcheck disable=SC2016 # for Exim to expand
    recipient=${3:-root@$("$exim" -be '$qualify_recipient' 2>/dev/null)}
    case $recipient in *[[:cntrl:]]*) stop "Recipients hold no control characters." ;; esac
    present
    offers
    rule
    trial=
    if real; then
        trial=$work/real.conf
        whole "$trial" || stop "Exim cannot read its configuration with this in it, so nothing was changed:
$said"
        if ! reached "$trial"; then
            unreached
            [ -n "$force" ] || stop "Nothing was changed. -f switches it on all the same."
        fi
    fi
    if [ "$command" = check ]; then
        [ -n "$trial" ] || say "$active is not named in $source, so whether it is reached cannot be tried before it is on."
        [ -z "$trial" ] || asked "$trial" "$@"
        say "Nothing was changed."
        return 0
    fi
    put "$directory/$plan" || stop "$active cannot be written: nothing was changed."
    if ! said=$("$exim" -bV 2>&1 >/dev/null); then
        put "$work/before"
        stop "Exim cannot read its configuration with this in it, so it was put back:
$said"
    fi
    if ! reached ''; then
        unreached
        if [ -z "$force" ]; then
            put "$work/before"
            stop "It was put back: nothing is switched on that was not. -f leaves it on all the same."
        fi
    fi
    reload
    tidy
    say "It is on. Off again: sh $0 off"
    asked '' "$@"
}

# tidy: tables that neither this plan nor the one before it names. Sessions that are under way still read the latter.
tidy() {
    for file in "$directory/$table".????????????; do
        [ -f "$file" ] || continue
        grep -q "$file" "$active" "$work/before" || rm -f "$file"
    done
}

switch_off() {
    enter
    : >"$work/empty"
    put "$work/empty" || stop "$active cannot be written: nothing was changed."
    "$exim" -bV >/dev/null 2>&1 || say "Exim cannot read its configuration, which is no longer Waxseal's doing." >&2
    reload
    say "It is off: $active is empty. The line that reads it may stay."
}

while getopts f option; do
    case $option in
    f) force=yes ;;
    *) usage ;;
    esac
done
shift $((OPTIND - 1))
command=${1:-}
[ $# -eq 0 ] || shift
[ $# -le 3 ] || usage
case $command in
on | check) switch_on "$@" ;;
off) switch_off ;;
*) usage ;;
esac
)SH";

} // namespace

QByteArray script(const ScriptPlan& plan)
{
    QByteArray text = "\nset -eu\n";
    const auto variable = [&text](const char* name, const QByteArray& value) {
        text += name + QByteArray("=") + (value.isEmpty() ? QByteArray() : exporttext::shellQuoted(value)) + '\n';
    };
    variable("directory", plan.directory);
    variable("plan", plan.plan);
    variable("active", plan.directory + '/' + plan.active);
    variable("line", plan.line);
    variable("files", plan.files.join(' '));
    variable("table", plan.table);
    if (plan.inbound) {
        variable("client", plan.client);
        variable("audit", plan.audit ? "yes" : "");
        variable("code", plan.code);
        variable("trusted", plan.trusted ? "yes" : "");
    } else {
        variable("mark", plan.table);
        variable("versions", plan.versions ? "yes" : "");
    }
    text += "force=\n";
    if (plan.inbound)
        text += "\n# Senders to try, one for each requirement.\nsamples() {\n    cat <<'END'\n" + plan.samples
            + "END\n}\n";
    return text + groundText + trialText + (plan.inbound ? inboundText : outboundText) + switchText;
}

} // namespace waxseal::exim
