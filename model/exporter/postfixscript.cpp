// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/postfixscript.h"

#include "model/exporter/exporttext.h"

namespace waxseal::postfix {

namespace {

/** Shell: words to the administrator, the lock, the work folder, and files that change all at once. */
constexpr char groundText[] = R"SH(
# Nothing here is written with echo: in some shells it turns \b or \n inside a value into other bytes.
say() {
    printf '%s\n' "$*"
}

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

usage() {
    stop "usage: $0 [-c CONFIG_DIR] [-f] on|off|check [SENDER [CLIENT_ADDRESS]]"
}

# real PATH: the file behind symbolic links.
real() {
    path=$1
    hops=0
    while [ -h "$path" ]; do
        link=$(readlink "$path")
        case $link in
        /*) path=$link ;;
        *) path=$(dirname "$path")/$link ;;
        esac
        hops=$((hops + 1))
        [ "$hops" -le 20 ] || stop "$1 is a symbolic link that leads nowhere."
    done
    printf '%s\n' "$path"
}

# Whatever ends this script takes the work folder and the lock away.
leave() {
    [ -z "$work" ] || rm -rf "$work"
    [ -z "$locked" ] || rm -f "$locked"
}

# The scripts for both directions edit main.cf: one lock keeps them apart. A lock whose process is gone is taken over.
lock() {
    lock=$config/waxseal.lock
    if ! (set -C && printf '%s\n' "$$" >"$lock") 2>/dev/null; then
        [ -f "$lock" ] || stop "$config cannot be written (are you root?): nothing was changed."
        other=$(cat "$lock")
        if [ -n "$other" ] && kill -0 "$other" 2>/dev/null; then
            stop "Another run (process $other) is at work: nothing was changed. If it is none of Waxseal's, remove $lock."
        fi
        printf '%s\n' "$$" >"$lock" || stop "$config cannot be written: nothing was changed."
    fi
    locked=$lock
}

enter() {
    umask 022
    export LC_ALL=C
    work=
    locked=
    trap leave EXIT
    trap 'exit 1' HUP INT TERM
    trap '' PIPE
    config=${MAIL_CONFIG:-$(postconf -dh config_directory)} || stop "postconf does not run: nothing was changed."
    main=$(real "$config/main.cf")
    master=$(real "$config/master.cf")
    state=$config/$name.state
    if [ ! -f "$main" ] || [ ! -f "$master" ]; then
        stop "There is no main.cf or no master.cf in $config: nothing was changed."
    fi
    lock
    work=$(mktemp -d "${TMPDIR:-/tmp}/waxseal.XXXXXX") || stop "No temporary folder can be made: nothing was changed."
    chmod 755 "$work" # Postfix's own user has to read the trial configuration in it
    for file in "$main" "$master"; do
        # shellcheck disable=SC2094 # only read
        tr -d '\000' <"$file" | cmp -s - "$file" || stop "$file holds a NUL byte: nothing was changed."
        rm -f "$file.waxseal-new"
        (: >"$file.waxseal-new") 2>/dev/null || stop "$(dirname "$file") cannot be written: nothing was changed."
        rm -f "$file.waxseal-new"
    done
    cat "$main" >"$work/main.before"
    cat "$master" >"$work/master.before"
    rm -f "$state.new"
    owned >"$work/owned"
    : >"$work/notes"
    : >"$work/state.before"
    [ ! -f "$state" ] || cat "$state" >"$work/state.before"
    cat "$work/state.before" >"$work/kept"
    # What an earlier release kept: one line a setting, "name = value" or a bare name.
    [ ! -f "$directory/$name.saved" ] || sed 's/^/!/' "$directory/$name.saved" >>"$work/kept"
}

# put PATH NEW BEFORE: PATH gets the bytes of NEW, all at once, with the owner and the permissions that it has.
put() {
    if cmp -s "$1" "$2"; then return 0; fi
    if ! cmp -s "$1" "$3"; then
        printf '%s\n' "$1 was changed by somebody else in this very moment. Run this again." >&2
        return 1
    fi
    if cp -p "$1" "$1.waxseal-new" && cat "$2" >"$1.waxseal-new" && mv -f "$1.waxseal-new" "$1"; then return 0; fi
    rm -f "$1.waxseal-new"
    return 1
}

# keep FILE: FILE becomes what is kept for "off", all at once; an empty one is none.
keep() {
    if [ -s "$1" ]; then
        cat "$1" >"$state.new" && mv -f "$state.new" "$state"
    else
        rm -f "$state"
    fi
}

running() {
    said=$(postfix status 2>&1)
}
)SH";

/** Shell: the lookup tables. */
constexpr char tablesText[] = R"SH(
# build FOLDER: makes the tables that Postfix reads.
build() {
    [ "$map_type" != texthash ] || return 0 # read as text
    for table in $tables; do
        postmap "$map_type:$1/$table"
    done
}

# tables: are they where they are to be read, does this Postfix have their type, and can they be built?
tables() {
    to_trial="s|$directory/waxseal_|$work/waxseal_|g"
    [ -n "$tables" ] || return 0
    postconf -m | grep -qx "$map_type" ||
        stop "This Postfix has no $map_type tables, so nothing was changed. Export again with the type that \"postconf default_database_type\" names (--map-type)."
    for file in $files; do
        [ -f "$directory/$file" ] || stop "$directory/$file is missing, so nothing was changed: copy all files of the export to $directory first."
        case $file in
        waxseal_*) cat "$directory/$file" >"$work/$file" ;;
        esac
    done
    build "$work"
}
)SH";

/** Shell: on, off, check. */
constexpr char switchText[] = R"SH(
switch_on() {
    running || stop "Postfix is not running here, so nothing was changed: start it, then switch this on. It says:
$said"
    enter
    undo
    apply
    tables
    mkdir "$work/try"
    sed "$to_trial" "$work/new/main.cf" >"$work/try/main.cf"
    cat "$work/new/master.cf" >"$work/try/master.cf"
    beside "$work/try"
    if ! complaints=$(postconf -c "$work/try" -n 2>&1 >/dev/null); then
        stop "Postfix cannot read the configuration that this would make: nothing was changed.
$complaints"
    fi
    checks
    reached
    dry_runs "$@"
    [ "$command" != check ] || return 0
    cat "$work/notes" >&2
    # First what is kept, then what is replaced: a script that is killed between the two has lost nothing.
    cat "$work/state.before" "$work/state.new" >"$work/state.both"
    keep "$work/state.both"
    put "$master" "$work/new/master.cf" "$work/master.before" || give_up
    put "$main" "$work/new/main.cf" "$work/main.before" || give_up
    build "$directory"
    keep "$work/state.new"
    rm -f "$directory/$name.saved"
    postfix reload
    say "It is on. Off again: sh $0 off"
    self_tests "$@"
}

give_up() {
    put "$master" "$work/master.before" "$work/new/master.cf" || say "$master could not be put back." >&2
    keep "$work/state.before"
    stop "It was not switched on: $main is as it was."
}

switch_off() {
    enter
    undo
    cat "$work/notes" >&2
    put "$main" "$work/base/main.cf" "$work/main.before" || stop "It was not switched off: $main is as it was."
    put "$master" "$work/base/master.cf" "$work/master.before" || stop "$service is still in $master."
    rm -f "$state" "$directory/$name.saved"
    if running; then
        postfix reload
    else
        say "Postfix is not running: what was put back holds when it starts."
    fi
}

while getopts c:f option; do
    case $option in
    c)
        MAIL_CONFIG=$OPTARG
        export MAIL_CONFIG
        ;;
    f) force=yes ;;
    *) usage ;;
    esac
done
shift $((OPTIND - 1))
command=${1:-}
[ $# -eq 0 ] || shift
[ $# -le 2 ] || usage
case $command in
on | check) switch_on "$@" ;;
off) switch_off ;;
*) usage ;;
esac
)SH";

QByteArray heredoc(const QByteArray& function, const QByteArray& lines)
{
    return function + "() {\n    cat <<'END'\n" + lines + "END\n}\n\n";
}

} // namespace

QByteArray engine(const Plan& plan)
{
    QByteArray text = "\nset -eu\n";
    const auto variable = [&text](const char* name, const QByteArray& value) {
        text += name + QByteArray("=") + (value.isEmpty() ? QByteArray() : exporttext::shellQuoted(value)) + '\n';
    };
    variable("name", plan.name);
    variable("directory", plan.directory);
    variable("map_type", plan.mapType);
    variable("tables", plan.tables.join(' '));
    variable("files", plan.files.join(' '));
    variable("service", plan.service);
    variable("service_line", plan.serviceLine);
    variable("decisive", plan.decisive.join(' '));
    if (plan.inbound) {
        variable("classes", plan.classes.join(' '));
        variable("audit", plan.audit ? "yes" : "");
    }
    text += "force=\n\n# All that Waxseal ever sets in main.cf, whatever the plan.\n";
    text += heredoc("owned", plan.owned) + "# What this plan sets.\n" + heredoc("planned", plan.settings);
    if (plan.inbound)
        text += "# Senders to try, one for each requirement.\n" + heredoc("samples", plan.samples);
    text += "checks() {\n" + (plan.checks.isEmpty() ? QByteArray("    :\n") : plan.checks) + "}\n";
    text += QByteArray(groundText) + editText() + tablesText + (plan.inbound ? inboundText() : outboundText());
    return text + switchText;
}

} // namespace waxseal::postfix
