#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The live test side by side with posttls-finger, in the zoo:
#   200 domains at one server, and 200 servers that greet after one second.
# Usage: probe_bench.sh path/to/build [rounds]        (as root; an optimised build)
set -euo pipefail

cli=$(realpath "${1:?path to the build}/app/waxseal-cli")
[ -x "$cli" ] || { echo "$cli is not there" >&2; exit 2; }
rounds=${2:-3}
here=$(cd "$(dirname "$0")" && pwd)
zoo=(/usr/bin/python3 "$here/../zoo/zoo.py")
folder=$(mktemp -d /tmp/waxseal-bench-XXXXXX)
chmod 755 "$folder"
trap '"${zoo[@]}" down "$folder/zoo"; rm -rf "$folder"' EXIT
"${zoo[@]}" up "$folder/zoo" >&2

cat >"$folder/finger" <<END
#!/bin/sh
# All that posttls-finger tells of one domain: MX, TLSA, one connection to the first address that answers.
exec posttls-finger -c -l dane -F "$folder/zoo/pki/ca.pem" "\$1:2525"
END
cat >"$folder/waxseal" <<END
#!/bin/sh
exec "$cli" probe "\$@" --json --resolver 127.0.0.1@5353 --port 2525 \\
    --trust-anchor "$folder/zoo/trust-anchor" --ca-file "$folder/zoo/pki/ca.pem"
END
chmod +x "$folder/finger" "$folder/waxseal"

# best_of NAME COMMAND...: the shortest of the rounds, in seconds.
best_of() {
    local best='' round started seconds
    for ((round = 0; round < rounds; ++round)); do
        started=$(date +%s.%N)
        "${zoo[@]}" run "$folder/zoo" "$@" >"$folder/out" 2>"$folder/err" || { tail -5 "$folder/err" >&2; }
        seconds=$(awk -v a="$started" -v b="$(date +%s.%N)" 'BEGIN { printf "%.3f", b - a }')
        best=$(awk -v a="${best:-999999}" -v b="$seconds" 'BEGIN { print (a < b) ? a : b }')
    done
    printf '%s' "$best"
}
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

bulk=() slow=()
for i in $(seq 200); do
    bulk+=("d$i.bulk.zoo.test")
    slow+=("d$i.slowbench.zoo.test")
done

finger=$(best_of sh -c 'printf "%s\n" "$@" | xargs -P8 -n1 '"$folder/finger" sh "${bulk[@]}")
fingers=$(grep -c 'Verified TLS connection' "$folder/out" || true)
ours=$(best_of "$folder/waxseal" "${bulk[@]}")
answers=$(/usr/bin/python3 -c 'import json, sys; print(len(json.load(sys.stdin)))' <"$folder/out")
printf '200 domains, one server:  posttls-finger -P8 %s s (%s answers), waxseal-cli %s s (%s answers), ratio %s\n' \
    "$finger" "$fingers" "$ours" "$answers" "$(ratio "$ours" "$finger")"

finger=$(rounds=1 best_of sh -c 'printf "%s\n" "$@" | xargs -P8 -n1 '"$folder/finger" sh "${slow[@]}")
one=$(best_of "$folder/waxseal" "${slow[0]}")
ours=$(best_of "$folder/waxseal" "${slow[@]}")
printf '200 servers, greeting after 1 s:  posttls-finger -P8 %s s, waxseal-cli %s s, ratio %s; one such server alone %s s, ratio %s\n' \
    "$finger" "$ours" "$(ratio "$ours" "$finger")" "$one" "$(ratio "$ours" "$one")"
