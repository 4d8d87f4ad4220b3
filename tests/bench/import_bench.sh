#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The import of a 1 GB Postfix log side by side with what a user could run instead, in one go, so that the ratios hold on any machine:
#   plain:  grep -c, waxseal-cli summary, pflogsumm (on the first 1 %, scaled up)
#   gzip:   zcat > /dev/null, waxseal-cli summary
# Usage: import_bench.sh BUILD-FOLDER CACHE-FOLDER [rounds]        (an optimised build; the cache folder takes 1.2 GB)
set -euo pipefail

build=$(realpath "${1:?build folder, such as build/release}")
mkdir -p "${2:?folder to keep the 1 GB log in}"
cache=$(realpath "$2")
rounds=${3:-3}
cli=$build/app/waxseal-cli
log=$cache/bench.log
stamp=$cache/made-by

# The log is made once for each version of its generator.
demolog=$build/resources/demolog/waxseal-demolog
made_by=$(sha256sum <"$demolog")
if [ "$(cat "$stamp" 2>/dev/null)" != "$made_by" ] || [ ! -f "$log.gz" ]; then
    rm -f "$stamp"
    "$demolog" --messages 395000 --domains 20000 --header iso --output "$log"
    gzip -kf "$log"
    printf '%s\n' "$made_by" >"$stamp"
fi
bytes=$(stat -c %s "$log")
head -c $((bytes / 100)) "$log" >"$cache/slice.log"

declare -A seconds=() work=() memory=()
# measure NAME COMMAND...: the best of the rounds. seconds[NAME] on the clock, work[NAME] on all processors together (what another program
# on a busy machine cannot lengthen), memory[NAME] at its peak in MiB.
measure() {
    local name=$1 round took user system kib
    shift
    seconds[$name]=999999 work[$name]=999999 memory[$name]=0
    for ((round = 0; round < rounds; ++round)); do
        # Not to /dev/null: grep would stop at its first match.
        /usr/bin/time -f '%e %U %S %M' -o "$cache/time" "$@" >"$cache/out" 2>"$cache/err" || { cat "$cache/err" >&2; exit 1; }
        read -r took user system kib <"$cache/time"
        seconds[$name]=$(awk -v a="${seconds[$name]}" -v b="$took" 'BEGIN { print (a < b) ? a : b }')
        work[$name]=$(awk -v a="${work[$name]}" -v b="$user" -v c="$system" 'BEGIN { print (a < b + c) ? a : b + c }')
        memory[$name]=$((kib / 1024 > memory[$name] ? kib / 1024 : memory[$name]))
    done
}
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

cat "$log" "$log.gz" >/dev/null # both in the page cache: disks are not what is compared
measure grep grep -c 'status=sent' "$log"
measure ours "$cli" summary --json "$log"
# shellcheck disable=SC2016 # the inner shell expands it
measure zcat sh -c 'zcat "$1" >/dev/null' sh "$log.gz"
measure gzip "$cli" summary --json "$log.gz"

# row TITLE NAME BASE REMARK
row() {
    printf '%-22s %8s s   %8s × %-9s  work %7s s  %8s ×   peak %4s MiB   %s\n' "$1" "${seconds[$2]}" "$(ratio "${seconds[$2]}" "${seconds[$3]}")" "$3" \
        "${work[$2]}" "$(ratio "${work[$2]}" "${work[$3]}")" "${memory[$2]}" "$4"
}
printf '%s bytes, %s lines; best of %s\n' "$bytes" "$(wc -l <"$log")" "$rounds"
row 'grep -c' grep grep ''
row 'waxseal-cli summary' ours grep 'budget 2 × grep'
if command -v pflogsumm >/dev/null; then
    rounds=1 measure pflogsumm pflogsumm "$cache/slice.log"
    seconds[pflogsumm]=$(awk -v s="${seconds[pflogsumm]}" 'BEGIN { print s * 100 }')
    work[pflogsumm]=$(awk -v s="${work[pflogsumm]}" 'BEGIN { print s * 100 }')
    row pflogsumm pflogsumm grep '1 % of the log, times 100'
else
    printf 'pflogsumm is not installed\n'
fi
row 'zcat > /dev/null' zcat zcat ''
row 'waxseal-cli, gzip' gzip zcat 'budget 1.25 × zcat'
