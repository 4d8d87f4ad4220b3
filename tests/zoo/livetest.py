# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the live tests share: the running zoo, and waxseal-cli inside it."""
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest

import specimens
import zoo

ROOT = pathlib.Path(os.environ.get("WAXSEAL_ZOO", "/nonexistent"))
CLI = os.environ.get("WAXSEAL_CLI", "waxseal-cli")
DATA = pathlib.Path(os.environ.get("TEST_DATA", pathlib.Path(__file__).parent.parent / "data"))
# A sanitized build is slower and larger, by these at most.
IS_SANITIZED = "WAXSEAL_SANITIZED" in os.environ
PATIENCE = 150


class Run:
    """One run of waxseal-cli: what it said, how long it took, what it needed."""

    def __init__(self, arguments: list[str], patience: float = PATIENCE, system_view: bool = False, environment: dict[str, str] | None = None):
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            started = time.monotonic()
            process = subprocess.Popen(zoo.inside(ROOT, system_view) + [CLI, *arguments], stdin=subprocess.DEVNULL, stdout=out,
                                       stderr=err, env=os.environ | (environment or {}))
            self.exit, self.peak_kilobytes = self._wait(process, patience)
            self.seconds = time.monotonic() - started
            self.output, self.errors = (self._text(stream) for stream in (out, err))
        self.command = " ".join([CLI, *arguments])

    def json(self):
        try:
            return json.loads(self.output)
        except ValueError as error:
            raise AssertionError(f"{self.command}\nexit {self.exit}, no JSON ({error}):\n{self.output[:2000]}\n{self.errors[-4000:]}") from error

    @staticmethod
    def _wait(process: subprocess.Popen, patience: float) -> tuple[int, int]:
        deadline = time.monotonic() + patience
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                process.returncode = os.waitstatus_to_exitcode(status)
                return process.returncode, usage.ru_maxrss
            if time.monotonic() > deadline:
                process.kill()
                process.wait()
                raise AssertionError(f"still running after {patience} s: {process.args}")
            time.sleep(0.01)

    @staticmethod
    def _text(stream) -> str:
        stream.seek(0)
        return stream.read().decode(errors="replace")


def probe(names: list[str], *more: str, resolver: str = specimens.RESOLVER, zone: str = specimens.ZONE, patience: float = PATIENCE,
          form: tuple[str, ...] = ("--json",), environment: dict[str, str] | None = None) -> Run:
    """Probes NAME.zoo.test for each name, with the zoo's resolver, anchor, authority and port."""
    return Run(["probe", *(f"{name}.{zone}" for name in names), *form, *options(resolver), *more], patience,
               environment=environment)


def options(resolver: str | None = specimens.RESOLVER, port: int | None = specimens.PORT) -> list[str]:
    """The zoo's resolver, anchor, authority and port, as options."""
    chosen = ["--trust-anchor", str(ROOT / "trust-anchor"), "--ca-file", str(ROOT / "pki" / "ca.pem")]
    return chosen + (["--resolver", resolver] if resolver else []) + (["--port", str(port)] if port else [])


def by_name(run: Run, zone: str = specimens.ZONE) -> dict[str, dict]:
    """The domains of `probe --json`, by their name below the zone."""
    return {entry["domain"].removesuffix("." + zone): entry for entry in run.json()}


def outcome(domain: dict, level: str) -> str:
    """delivered, deferred, bounced or not tested."""
    return domain["delivery"][level]["outcome"]


def reason(domain: dict, level: str) -> str:
    """The sentence that says why."""
    return domain["delivery"][level]["reason"]


def addresses(domain: dict) -> list[dict]:
    """Everything that was found, address by address."""
    return [address for host in domain["mx"] for address in host["addresses"]]


def fixture(name: str) -> dict[str, dict[str, str]]:
    """A CSV of tests/data by its first column."""
    with open(DATA / name, encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row.pop("domain"): row for row in rows}


def connections() -> dict[str, int]:
    """How many connections each specimen's own log has counted so far."""
    counts: dict[str, int] = {}
    sources = (("postfix/mail.log", re.compile(r" ([\w-]+)/(?:smtpd|postscreen)\[\d+\]: (?:connect|CONNECT) from ")),
               ("scripted.log", re.compile(r"^(\w+): connect from ")))
    for path, pattern in sources:
        for line in (ROOT / path).read_text(errors="replace").splitlines():
            found = pattern.search(line)
            # postscreen hands on what it has counted to an smtpd of the same name.
            if found and not ("postscreen/smtpd" in line):
                counts[found[1]] = counts.get(found[1], 0) + 1
    for name in ("exim", "eximreq"):
        log = ROOT / name / "mainlog"
        if log.exists():
            counts[name] = sum("SMTP connection from" in line and "TCP/IP connection count" in line
                               for line in log.read_text(errors="replace").splitlines())
    return counts


def main() -> None:
    """unittest.main(), but skips as a whole when no zoo runs; that is a failure when CI=true."""
    if not zoo.state(ROOT):
        print(f"skipped: no zoo is running in {ROOT}")
        sys.exit(1 if os.environ.get("CI") == "true" else zoo.SKIPPED)
    unittest.main(verbosity=2)
