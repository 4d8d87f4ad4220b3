# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""
What the real Postfix client does with each domain of the zoo at each level. Run inside the zoo, by "zoo.py oracle".

"zoo.py oracle DIR FILE NAME..." does so for those domains alone. Beside FILE it writes FILE.loops (reported.LOOP_DOMAINS at port 25) and
FILE.tls12 (a floor of TLS 1.2).

Writes CSV: domain, one column a level, and after them the same for an attempt that comes after minimal_backoff_time where it differs
("deferred>delivered" reads: deferred at first, delivered later). The reasons Postfix gave go to FILE.reasons.
"""
import csv
import pathlib
import re
import sys
import time

import postfix
import reported
import specimens

ATTEMPT_LIMIT = 140.0
COLUMNS = (*specimens.LEVELS, "mta-sts")
WORDS = {"sent": "delivered", "deferred": "deferred", "bounced": "bounced"}
LINE = re.compile(r" to=<([^@]+)@([^>]+)>.*? status=(\w+) \((.*)\)$")
# These only cost the oracle its timeouts: the client learns nothing from them that "hang" does not teach.
COSTLY = ("endlessehlo", "endlessbanner", "longline", "dripping", "silent", "drippinghandshake", "endlesstls", "tlssilent")
# What these do depends on who came before, and at every level somebody did.
IMPATIENT = ("limit", "second421", "shared")
LEFT_OUT = COSTLY + IMPATIENT + ("bigehlos",)
# What a floor of TLS 1.2 makes a difference for, and what it does not.
FLOORED = ["good", "tls10", "tls11", "tls12", "tls13", "notls", "expired", "wrong", "anon", "rst13", "sha1only"]
# Names of mail hosts, which are no domains of their own.
PART = re.compile(r"(-?mx\d*-?|alias\d?|my_mx|host|_\d+|\*)\.")


def domains() -> list[str]:
    names = list(specimens.MATRIX_DOMAINS)
    names += [s.name for s in specimens.SERVERS if s.name not in names and s.name not in LEFT_OUT]
    names += [n for n in specimens.DNS_DOMAINS if n not in names + list(LEFT_OUT) and not PART.match(n) and n != "cnameloop2"]
    names += [f"{n}.insecure" for n in specimens.INSECURE_DOMAINS]
    names += [p.name for p in specimens.POLICIES if p.name not in names]
    names += ["tlsabogus", "nosuchdomain"]
    return list(dict.fromkeys(names))


def loop_domains() -> list[str]:
    return [*(server.name for server in reported.AT_25), *reported.LOOP_DOMAINS]


def deliver(root: pathlib.Path, names: list[str], later_attempts: bool, port: int, profile: str) -> dict[tuple[str, str], tuple[str, str]]:
    """(level, domain) → (word, reason) of the first attempt of each."""
    instance = postfix.sender(root, later_attempts, port, profile)
    wanted = {(level, name) for level in COLUMNS for name in names}
    results: dict[tuple[str, str], tuple[str, str]] = {}
    try:
        if later_attempts:
            instance.lay_out()
        else:
            instance.start()
        instance.log.write_text("")  # what an earlier oracle wrote is none of this one's
        for level in COLUMNS:
            instance.submit([f"{level}@{name}.{specimens.ZONE}" for name in names])
        if later_attempts:
            # The mail waits longer than minimal_backoff_time before anyone looks at it.
            time.sleep(1.5)
            instance.start()
        deadline = time.monotonic() + ATTEMPT_LIMIT
        while wanted - results.keys() and time.monotonic() < deadline:
            time.sleep(0.2)
            for line in instance.log.read_text(errors="replace").splitlines():
                found = LINE.search(line)
                if found:
                    level, domain, status, reason = found.groups()
                    key = (level, domain.removesuffix("." + specimens.ZONE))
                    results.setdefault(key, (WORDS.get(status, status), reason))
    finally:
        instance.stop()
    return results


def record(root: pathlib.Path, output: str, names: list[str], port: int = specimens.PORT, profile: str = "") -> list[str]:
    """Writes the table of those domains; returns the cells for which Postfix has said nothing."""
    first = deliver(root, names, False, port, profile)
    later = deliver(root, names, True, port, profile)
    with open(output, "w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["domain", *COLUMNS])
        for name in names:
            row = [name]
            for level in COLUMNS:
                words = [results.get((level, name), ("unknown", ""))[0] for results in (first, later)]
                row.append(words[0] if words[0] == words[1] else ">".join(words))
            writer.writerow(row)
    with open(f"{output}.reasons", "w", encoding="utf-8") as stream:
        for attempt, results in (("first", first), ("later", later)):
            for (level, name), (word, reason) in sorted(results.items(), key=lambda item: item[0][::-1]):
                stream.write(f"{name}\t{level}\t{attempt}\t{word}\t{reason}\n")
    return [f"{level}@{name}" for name in names for level in COLUMNS if (level, name) not in first or (level, name) not in later]


def main() -> int:
    root, output = pathlib.Path(sys.argv[1]), sys.argv[2]
    only = sys.argv[3:]
    lost = record(root, output, only or domains())
    if not only:
        lost += record(root, f"{output}.loops", loop_domains(), 25)
        lost += record(root, f"{output}.tls12", FLOORED, profile="postfix-tls12")
    if lost:
        print(f"no answer for {len(lost)} cells: {', '.join(lost[:20])} ...", file=sys.stderr)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
