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

declare -A seconds=() memory=()
# measure NAME COMMAND...: best wall-clock seconds and the peak of memory (KiB) of the rounds, as seconds[NAME] and memory[NAME].
measure() {
    local name=$1 round best=999999 peak=0 took kib
    shift
    for ((round = 0; round < rounds; ++round)); do
        read -r took kib < <(/usr/bin/time -f '%e %M' -o "$cache/time" "$@" >/dev/null 2>&1 || true; tail -n 1 "$cache/time")
        best=$(awk -v a="$best" -v b="$took" 'BEGIN { print (a < b) ? a : b }')
        peak=$((kib > peak ? kib : peak))
    done
    seconds[$name]=$best
    memory[$name]=$peak
}
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

cat "$log" "$log.gz" >/dev/null # both in the page cache: disks are not what is compared
measure grep grep -c 'status=sent' "$log"
measure ours "$cli" summary --json "$log"
# shellcheck disable=SC2016 # the inner shell expands it
measure zcat sh -c 'zcat "$1" >/dev/null' sh "$log.gz"
measure gzip "$cli" summary --json "$log.gz"

printf '%s bytes, %s lines, %s rounds, best of each\n' "$bytes" "$(wc -l <"$log")" "$rounds"
printf 'grep -c               %8s s\n' "${seconds[grep]}"
printf 'waxseal-cli summary   %8s s   %s × grep -c   (budget 2)      peak %s MiB\n' "${seconds[ours]}" "$(ratio "${seconds[ours]}" "${seconds[grep]}")" \
    $((memory[ours] / 1024))
if command -v pflogsumm >/dev/null; then
    rounds=1 measure pflogsumm pflogsumm "$cache/slice.log"
    scaled=$(awk -v s="${seconds[pflogsumm]}" 'BEGIN { print s * 100 }')
    printf 'pflogsumm             %8s s   %s × grep -c   (1 %% of the log in %s s, times 100)\n' "$scaled" "$(ratio "$scaled" "${seconds[grep]}")" \
        "${seconds[pflogsumm]}"
else
    printf 'pflogsumm is not installed\n'
fi
printf 'zcat > /dev/null      %8s s\n' "${seconds[zcat]}"
printf 'waxseal-cli, gzip     %8s s   %s × zcat      (budget 1.25)   peak %s MiB\n' "${seconds[gzip]}" "$(ratio "${seconds[gzip]}" "${seconds[zcat]}")" \
    $((memory[gzip] / 1024))
