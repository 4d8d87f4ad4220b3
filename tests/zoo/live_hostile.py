# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Peers that want to hang, flood or confuse the test: it ends in time, in little memory, and says that it does not know, and why."""
import concurrent.futures
import pathlib
import subprocess
import sys
import unittest

import livetest
import reported
import specimens
import zoo

TIMEOUT = 6
# One host after the other would take this many times longer; the DNS and the second connection have their own share.
LIMIT = 4 * TIMEOUT + (20 if livetest.IS_SANITIZED else 5)

# name: what it does to the levels may and encrypt
SERVERS = {
    "garbagebanner": "not tested",
    "endlessbanner": "not tested",
    "longline": "not tested",
    "dripping": "not tested",
    "silent": "not tested",
    "closes": "not tested",
    "hugeehlo": "not tested",
    "endlessehlo": "not tested",
    "banner421": "not tested",
    "banner554": "not tested",
    "tlsnoise": None,
    "endlesstls": "not tested",
    "tlssilent": "not tested",
    "hang": "not tested",
    "drippinghandshake": "not tested",
    "alert": None,
    "tlsgarbage": None,
    "tlsclose": None,
    "chain200": "delivered",    # as by Postfix: a chain that nobody checks may be as long as it likes
    "renegotiate": "not tested",
}
DNS = {
    "cnameloop": "not tested",
    "cnameendless": "not tested",
    "silent": "not tested",
    "dripping": "not tested",
    "garbage": "not tested",
    "wrongid": "not tested",
    "pointerloop": "not tested",
    "servfail": "not tested",
    "formerr": "not tested",
    "bigtxt": "delivered",
    "manytxt": "delivered",
    "manymx": None,
    "manyaddresses": None,
    "strangenames": None,
}


def printable(text: str) -> bool:
    return all(character.isprintable() or character in "\n\t" for character in text)


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.plain = livetest.probe(["sts"])
        cls.plain.json()

    def assert_bounded(self, run: livetest.Run, limit: float = LIMIT):
        self.assertLess(run.seconds, limit)
        # A sanitizer keeps freed memory for a while; without one, what strangers send must not be seen at all.
        allowed = 400_000 if livetest.IS_SANITIZED else 32_000
        self.assertLess(run.peak_kilobytes, self.plain.peak_kilobytes + allowed)

    def run_each(self, names: list[str], **where) -> dict[str, livetest.Run]:
        """One run a name, several at a time: most of them only wait."""
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            runs = dict(zip(names, pool.map(lambda name: livetest.probe([name], "--timeout", str(TIMEOUT), **where), names)))
        for name, run in runs.items():
            print(f"  {name}: {run.seconds:.1f} s, {run.peak_kilobytes - self.plain.peak_kilobytes:+} KB", file=sys.stderr)
        return runs

    def test_each_server_alone_ends_in_time_and_small(self):
        for name, run in self.run_each(list(SERVERS)).items():
            with self.subTest(server=name):
                domain = livetest.by_name(run)[name]
                self.assert_bounded(run)
                for level in ("may", "encrypt"):
                    self.assertTrue(livetest.reason(domain, level))
                    if SERVERS[name]:
                        self.assertEqual(livetest.outcome(domain, level), SERVERS[name], livetest.reason(domain, level))

    def test_all_servers_together_take_no_longer_than_one(self):
        run = livetest.probe(list(SERVERS), "--timeout", str(TIMEOUT))
        self.assertEqual(set(livetest.by_name(run)), set(SERVERS))
        self.assert_bounded(run)

    def test_three_hundred_talkative_addresses_of_one_domain(self):
        # What the program has given back counts as well where the sanitizer withholds it: so it keeps little of it here.
        run = livetest.probe(["bigehlos"], "--timeout", "60", patience=300, environment={"ASAN_OPTIONS": "quarantine_size_mb=8"})
        tested = livetest.addresses(livetest.by_name(run)["bigehlos"])
        self.assertEqual(len(tested), sum(map(len, reported.TALKERS)))
        said = {(address["status"], address["starttls"]) for address in tested}
        self.assertEqual(said, {("reached", "works")})
        # Each has said 400 kB on every connection, in clear and over TLS; little of it is kept, STARTTLS always.
        self.assertTrue(all("STARTTLS" in address["extensions"] for address in tested))
        self.assertLess(len(run.output), 4_000_000)
        print(f"  bigehlos: {run.seconds:.1f} s, {run.peak_kilobytes - self.plain.peak_kilobytes:+} KB", file=sys.stderr)
        allowed = 400_000 if livetest.IS_SANITIZED else 16_000
        self.assertLess(run.peak_kilobytes, self.plain.peak_kilobytes + allowed)

    def test_each_lying_resolver_answer(self):
        for name, run in self.run_each(list(DNS), resolver=specimens.HOSTILE_RESOLVER, zone=specimens.HOSTILE_ZONE).items():
            with self.subTest(answer=name):
                domain = livetest.by_name(run, specimens.HOSTILE_ZONE)[name]
                self.assert_bounded(run, LIMIT + 40)
                self.assertTrue(livetest.reason(domain, "may"))
                if DNS[name]:
                    self.assertEqual(livetest.outcome(domain, "may"), DNS[name], livetest.reason(domain, "may"))
                self.assertLessEqual(sum(len(host["addresses"]) for host in domain["mx"]), 100)

    def test_what_strangers_say_is_printed_without_control_characters(self):
        arguments = ["--resolver", specimens.RESOLVER, "--port", str(specimens.PORT), "--trust-anchor", str(livetest.ROOT / "trust-anchor"),
                     "--ca-file", str(livetest.ROOT / "pki" / "ca.pem"), "--timeout", str(TIMEOUT)]
        for name in ("garbagebanner", "tagged", "taggedrefused"):
            for extra in ([], ["--json"], ["--transcript"], ["--csv"]):
                run = livetest.Run(["probe", f"{name}.{specimens.ZONE}", *arguments, *extra])
                with self.subTest(server=name, form=extra):
                    self.assertTrue(run.output)
                    self.assertTrue(printable(run.output.replace("\r\n", "\n")), run.output)    # CSV has both
                    self.assertTrue(printable(run.errors), run.errors)
                    if name == "tagged" and "--transcript" in extra:    # what was said is there, without what is not shown
                        self.assertIn("220 mx.tagged.zoo.test ???[31m? ESMTP", run.output)

    def test_nothing_can_leave_loopback(self):
        if not zoo.state(livetest.ROOT).get("isolated"):
            self.skipTest("the zoo shares this machine's network")
        interfaces = subprocess.run(zoo.inside(livetest.ROOT) + ["cat", "/proc/self/net/dev"], capture_output=True, text=True, check=True)
        names = [line.split(":")[0].strip() for line in interfaces.stdout.splitlines()[2:]]
        self.assertEqual(names, ["lo"])
        self.assertTrue(pathlib.Path(livetest.CLI).exists())

    def test_a_dead_resolver_is_an_answer_not_a_failure(self):
        run = livetest.probe(["good"], "--timeout", str(TIMEOUT), resolver="127.0.0.1@5399")
        domain = livetest.by_name(run)["good"]
        self.assert_bounded(run, LIMIT + 40)
        for level in specimens.LEVELS:
            self.assertEqual(livetest.outcome(domain, level), "not tested")


if __name__ == "__main__":
    livetest.main()
