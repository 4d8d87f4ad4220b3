# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run, test and .ci/run: installs what is missing, builds. Needs no terminal and asks nothing.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "== $*" >&2; }
die() { printf '%s\n' "$*" >&2; exit 1; }

# The names in the given lists under .ci/, one a line, comments dropped; a list that is not there is empty.
package_names() {
    local list
    for list in "$@"; do
        [ -f "$root/.ci/$list" ] && sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$root/.ci/$list"
    done
    return 0
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Those of "a|b" lines on stdin of which no alternative is installed.
missing_of() {
    local line name found
    while read -r line; do
        found=
        for name in ${line//|/ }; do
            if is_installed "$name"; then found=1; break; fi
        done
        [ -n "$found" ] || printf '%s\n' "$line"
    done
}

# The first alternative of "a|b" that apt knows.
pick() {
    local name
    for name in ${1//|/ }; do
        if LC_ALL=C apt-cache policy "$name" 2>/dev/null | grep -q '^  Candidate: [^(]'; then printf '%s\n' "$name"; return; fi
    done
    printf '%s\n' "${1%%|*}"
}

# ensure_packages <list>...: asks apt for what is missing, and for nothing when nothing is.
ensure_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "not a Debian system: please see to these packages yourself: $(package_names "$@" | paste -sd' ')"
        return
    fi
    local missing
    missing=$(package_names "$@" | missing_of | sort -u)
    [ -n "$missing" ] || return 0

    local -a as_root=() names=()
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as_root=(sudo)
        else
            die "These Debian packages are missing, and installing them takes root:
    apt-get install --no-install-recommends $(paste -sd' ' <<<"$missing")"
        fi
    fi
    say "installing: $(paste -sd' ' <<<"$missing")"
    "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=600 update -qq </dev/null
    local line
    while read -r line; do names+=("$(pick "$line")"); done <<<"$missing"
    # A mail server that a test starts by itself, on a port of its own, is no reason to run one on this machine: postfix comes
    # unconfigured (its unit then has nothing to start), and no package starts a service meanwhile.
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive bash -euc '
        policy=/usr/sbin/policy-rc.d
        if [ ! -e "$policy" ]; then
            trap "rm -f $policy" EXIT
            printf "#!/bin/sh\nexit 101\n" >"$policy"
            chmod 755 "$policy"
        fi
        if ! dpkg-query -W -f="\${db:Status-Status}" postfix 2>/dev/null | grep -qx installed && command -v debconf-set-selections >/dev/null; then
            echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections
        fi
        said=$(apt-get -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 install -y -qq --no-install-recommends "$@" 2>&1) ||
            { printf "%s\n" "$said"; exit 1; }
        # Nor at the next start of the machine.
        if [ -d /run/systemd/system ]; then
            for name in knot postfix unbound; do
                case " $* " in *" $name "*) systemctl disable --quiet "$name" || true ;; esac
            done
        fi
    ' ensure_packages "${names[@]}" </dev/null >&2
}

# Compiler cache: hits across clones and build folders, in the user's own place and of the user's own size.
use_ccache() {
    command -v ccache >/dev/null || return 0
    export CCACHE_BASEDIR="${CCACHE_BASEDIR:-$root}" CCACHE_NOHASHDIR=1 CCACHE_COMPILERCHECK=content
    export CCACHE_SLOPPINESS=pch_defines,time_macros
}

# build <preset> [target...]
build() {
    local preset=$1
    shift
    use_ccache
    (
        cd "$root" || exit
        cmake --preset "$preset" >/dev/null </dev/null || cmake --preset "$preset" </dev/null
        cmake --build --preset "$preset" ${1:+--target "$@"} </dev/null
    )
}
