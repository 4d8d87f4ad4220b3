# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program under test, asked the way a script asks it; and a policy's meaning, worked out again without it."""

import csv
import dataclasses
import io
import json
import os
import pathlib
import re
import subprocess

CLI = os.environ["WAXSEAL_CLI"]


def run(*arguments, expect=(0,)):
    done = subprocess.run([CLI, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    if done.returncode not in expect:
        raise AssertionError(f"waxseal-cli {' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr.decode('utf-8', 'replace')}")
    return done.stdout.decode("utf-8")


def message_rows(log, direction="inbound", *more):
    """message id (without angle brackets) -> row of `messages --csv`."""
    rows = {}
    for row in csv.DictReader(io.StringIO(run("messages", log, "--internal", "none", "--direction", direction, "--csv", *more))):
        name = row["message_id"].strip("<>")
        if name in rows:
            raise AssertionError(f"{name} is counted twice")
        rows[name] = row
    return rows


@dataclasses.dataclass
class Policy:
    """What is said on the command line: `require` is a list of REQ:SCOPE words; the first requirement for "all" is the default."""

    name: str
    require: list
    refuse: str = "later"
    direction: str = "inbound"
    more: tuple = ()  # further options

    def arguments(self):
        words = ["--internal", "none", "--direction", self.direction, *self.more]
        for requirement in self.require:
            words += ["--require", requirement]
        return words

    def effective(self, domain):
        """The requirement that a domain falls under: the exact row, then the nearest row with subdomains, then the default."""
        default, exact, tree = "none", {}, {}
        for word in self.require:
            requirement, _, scopes = word.partition(":")
            for scope in scopes.split(","):
                if scope == "all":
                    default = requirement
                elif scope.startswith("."):
                    tree[scope[1:]] = requirement
                else:
                    exact[scope] = requirement
        if domain in exact:
            return exact[domain]
        labels = domain.split(".")
        for start in range(len(labels)):
            parent = ".".join(labels[start:])
            if parent in tree and not domain.startswith("["):
                return tree[parent]
        return default

    def fate(self, row):
        """What becomes of mail with the facts of this row: accepted, lost, or unknown."""
        requirement = self.effective(row.get("next_hop") or row["domain"])
        word, _, version = requirement.partition(">=")
        if word == "none":
            return "accepted"
        if row["tls"] == "unknown":
            return "unknown"
        if row["tls"] == "plaintext":
            return "lost"
        if version and _number(row["tls"]) < _number(version):
            return "lost"
        trust = row["trust"].lower()
        if word == "trusted":
            return "accepted" if trust in ("trusted", "verified") else "lost"
        if word in ("verify", "secure"):
            return "accepted" if trust == "verified" else "unknown"
        return "accepted"

    def loses(self, row):
        return self.fate(row) == "lost"

    def simulate(self, log):
        return json.loads(run("simulate", log, *self.arguments(), "--json"))

    def export(self, log, folder, *more):
        """Writes the configuration into a folder and returns the commands that its files give: on, off."""
        run("export", log, *self.arguments(), "--target", "postfix", "--refuse", self.refuse, "--output", folder, "--server-directory", folder, *more)
        return instructions(folder)


def _number(version):
    """"1.2" -> (1, 2); what is no version, as "tls" or "other", is below all."""
    major, _, minor = version.partition(".")
    return (int(major), int(minor)) if major.isdigit() and minor.isdigit() else (0, 0)


def instructions(folder):
    """The commands that the exported files' own comments name, the same in each of them."""
    return instructions_of(p for p in pathlib.Path(folder).iterdir() if p.suffix != ".db")


def instructions_of(paths):
    """The same, of these files."""
    found = {}
    for path in sorted(paths):
        for word, command in re.findall(r"^# (On|Off): +(\S.*)$", path.read_text(encoding="utf-8"), re.MULTILINE):
            found.setdefault(word, set()).add(command)
    for word in ("On", "Off"):
        if len(found.get(word, ())) != 1:
            raise AssertionError(f"the files say {found.get(word)} for {word!r}")
    return found["On"].pop(), found["Off"].pop()


def by_hand(folder):
    """What the fragment for main.cf tells those who edit it themselves: lines for main.cf, and the commands around them."""
    (fragment,) = pathlib.Path(folder).glob("*.cf")
    text = fragment.read_text(encoding="utf-8")
    settings = [line for line in text.splitlines() if line and not line.startswith("#")]
    block = re.search(r"^# By hand:\n((?:#   .*\n)+)", text, re.MULTILINE)
    if not block or not settings:
        raise AssertionError(f"{fragment} does not say how to switch it on by hand")
    commands = [line[4:] for line in block[1].splitlines()]
    if commands[-1] != "postfix reload":
        raise AssertionError(f"{fragment} ends with {commands[-1]!r}")
    # "postconf -e 'NAME = VALUE'" stands for the settings; with names of its own it is one of them.
    return settings, [c for c in commands[:-1] if not c.startswith("postconf -e ")]
