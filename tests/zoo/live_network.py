# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the test gets to the world: every kind of resolver, a SOCKS5 proxy, a network that swallows the port, interrupts, limits."""
import csv
import io
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

import livetest
import specimens
import zoo

NAMES = ("good", "bogus", "insecure", "null")
BLOCKED = "seems to block"


def seen(run: livetest.Run) -> dict[str, tuple[str, ...]]:
    """What the DNS and one server said, in short."""
    return {name: (domain["dns"]["security"], *(livetest.outcome(domain, level) for level in specimens.LEVELS))
            for name, domain in livetest.by_name(run).items()}


def no_route() -> int:
    """How often something in the zoo wanted to leave its network, by the kernel's count."""
    text = subprocess.run(zoo.inside(livetest.ROOT) + ["cat", "/proc/self/net/snmp"], capture_output=True, text=True, check=True).stdout
    keys, values = [line.split()[1:] for line in text.splitlines() if line.startswith("Ip:")]
    return int(dict(zip(keys, values))["OutNoRoutes"])


def proxy_log() -> list[str]:
    return (livetest.ROOT / "socks.log").read_text().splitlines()


def proxied(rule: str, *names: str, who: str = "", more: tuple[str, ...] = (), environment: dict[str, str] | None = None) -> livetest.Run:
    return livetest.Run(["probe", *(f"{name}.{specimens.ZONE}" for name in names), "--json", *livetest.options(),
                         "--proxy", f"{who}{specimens.PROXY_ADDRESS}:{specimens.PROXY_PORTS[rule]}", *more], environment=environment)


class Resolvers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not zoo.state(livetest.ROOT).get("isolated"):
            raise unittest.SkipTest("the zoo shares this machine's resolver and its port 53")
        cls.expected = seen(livetest.probe(list(NAMES)))

    def run_with(self, *arguments: str, system_view: bool = False) -> livetest.Run:
        names = [f"{name}.{specimens.ZONE}" for name in NAMES]
        return livetest.Run(["probe", *names, "--json", *livetest.options(resolver=None), *arguments], system_view=system_view)

    def test_what_is_expected(self):
        self.assertEqual({name: values[0] for name, values in self.expected.items()},
                         {"good": "secure", "bogus": "bogus", "insecure": "insecure", "null": "secure"})

    def test_the_system_s_own(self):
        self.assertEqual(seen(self.run_with(system_view=True)), self.expected)
        self.assertEqual(seen(self.run_with("--resolver", "system", system_view=True)), self.expected)

    def test_the_root_servers_downwards(self):
        hints = str(livetest.ROOT / "dns" / "root.hints")
        self.assertEqual(seen(self.run_with("--resolver", "recursive", "--root-hints", hints)), self.expected)

    def test_a_server_by_address_with_and_without_port(self):
        for server in ("127.0.0.1", "127.0.0.1@53", "::1@5353"):
            with self.subTest(server=server):
                self.assertEqual(seen(self.run_with("--resolver", server)), self.expected)

    def test_an_anchor_as_a_record(self):
        anchor = (livetest.ROOT / "trust-anchor").read_text().strip()
        run = livetest.Run(["probe", *(f"{name}.{specimens.ZONE}" for name in NAMES), "--json", "--resolver", specimens.RESOLVER, "--port",
                            str(specimens.PORT), "--trust-anchor", anchor, "--ca-file", str(livetest.ROOT / "pki" / "ca.pem")])
        self.assertEqual(seen(run), self.expected)

    def test_a_wrong_anchor_makes_everything_bogus(self):
        run = livetest.Run(["probe", f"good.{specimens.ZONE}", "--json", "--resolver", specimens.RESOLVER, "--port", str(specimens.PORT),
                            "--trust-anchor", f"{specimens.ZONE}. DS 1 13 2 {'0' * 64}"])
        self.assertEqual(run.json()[0]["dns"]["security"], "bogus")

    def test_a_server_that_strips_signatures_is_found_out(self):
        # With the root's own anchor: the zoo's root is not signed at all.
        run = livetest.Run(["probe", f"good.{specimens.ZONE}", "--json", "--resolver", specimens.RESOLVER, "--port", str(specimens.PORT)])
        domain = run.json()[0]
        self.assertIs(domain["validating"], False)
        self.assertEqual(run.errors.count("does not pass on DNSSEC"), 1, run.errors)
        self.assertEqual({level: livetest.outcome(domain, level) for level in specimens.LEVELS},
                         {"may": "delivered", "encrypt": "delivered", "dane": "not tested", "dane-only": "not tested",
                          "verify": "deferred", "secure": "deferred"})    # no --ca-file: the system knows nothing of the zoo

    def test_a_server_that_refuses_what_validation_needs(self):
        run = livetest.Run(["probe", f"bigtxt.{specimens.HOSTILE_ZONE}", "--json", "--resolver", specimens.HOSTILE_RESOLVER, "--port",
                            str(specimens.PORT), "--timeout", "5"])
        domain = run.json()[0]
        self.assertIs(domain["validating"], False)
        self.assertEqual(domain["dns"]["security"], "insecure")
        self.assertEqual((livetest.outcome(domain, "may"), livetest.outcome(domain, "dane")), ("delivered", "not tested"))
        self.assertEqual(run.errors.count("does not pass on DNSSEC"), 1, run.errors)

    def test_a_given_server_is_the_only_one_that_is_asked(self):
        before = no_route()
        names = [f"{word}.example" for word in ("one", "two", "three")] + [f"good.{specimens.ZONE}"]
        run = livetest.Run(["probe", *names, "--json", "--timeout", "5", *livetest.options()])
        self.assertEqual(len(run.json()), 4)
        self.assertEqual(no_route(), before)
        # The count tells: who begins at the root without hints of ours wants out, and cannot.
        run = livetest.Run(["probe", f"good.{specimens.ZONE}", "--json", "--timeout", "2", "--resolver", "recursive"])
        self.assertEqual(livetest.outcome(run.json()[0], "may"), "not tested")
        self.assertGreater(no_route(), before)


class Proxies(unittest.TestCase):
    def test_everything_goes_through_it(self):
        before, log = livetest.connections(), len(proxy_log())
        run = proxied("open", "good", "expired", "sts")
        found = livetest.by_name(run)
        plain = livetest.by_name(livetest.probe(["good", "expired", "sts"]))
        for name, domain in found.items():
            for level in (*specimens.LEVELS, "mta-sts"):
                with self.subTest(domain=name, level=level):
                    self.assertEqual(livetest.outcome(domain, level), livetest.outcome(plain[name], level))
        noted = proxy_log()[log:]
        for target in ("127.0.0.10 2525", "::1 2525", "127.0.0.13 2525", f"{specimens.STS_ADDRESS} 443"):
            self.assertIn(f"open: {target}", noted)
        # The servers saw the proxy, and nobody else.
        lines = (livetest.ROOT / "postfix" / "mail.log").read_text(errors="replace").splitlines()
        through = sum("expired/smtpd" in line and f"]: connect from unknown[{specimens.PROXY_ADDRESS}]" in line for line in lines)
        self.assertEqual(through, livetest.addresses(found["expired"])[0]["connections"])
        self.assertEqual(found["sts"]["mta_sts"]["fetch"], "fetched")
        self.assertGreater(livetest.connections()["good"], before.get("good", 0))

    def test_with_a_name_and_a_password(self):
        user, password = specimens.PROXY_USER, specimens.PROXY_PASSWORD
        run = proxied("password", "expired", who=f"{user}:{password}@")
        self.assertEqual(livetest.outcome(run.json()[0], "dane"), "delivered")
        run = proxied("password", "expired", who=f"{user}@", environment={"WAXSEAL_PROXY_PASSWORD": password})
        self.assertEqual(livetest.outcome(run.json()[0], "dane"), "delivered")
        self.assertNotIn(password, run.output + run.errors)

    def test_every_refusal_is_told_apart_and_proves_nothing(self):
        cases = {
            ("password", ""): ("proxy failed", "wants to know who we are"),
            ("password", "zoo:wrong@"): ("proxy failed", "does not accept"),
            ("forbidding", ""): ("proxy failed", "rules forbid"),
            ("silent", ""): ("proxy failed", "does not answer"),
        }
        for (rule, who), (status, detail) in cases.items():
            with self.subTest(rule=rule, who=who):
                run = proxied(rule, "expired", who=who, more=("--timeout", "3"))
                address = livetest.addresses(run.json()[0])[0]
                self.assertEqual(address["status"], status)
                self.assertIn(detail, address["detail"])
                self.assertEqual(livetest.outcome(run.json()[0], "may"), "not tested")
                self.assertNotIn(BLOCKED, run.errors)

    def test_a_dead_server_behind_it_and_a_dead_proxy(self):
        address = livetest.addresses(proxied("open", "dead").json()[0])[0]
        self.assertEqual(address["status"], "refused")
        # The proxy waits for somebody who does not answer: not its fault.
        address = livetest.addresses(proxied("open", "b1.blackhole", more=("--timeout", "2")).json()[0])[0]
        self.assertEqual(address["status"], "timed out")
        run = livetest.probe(["expired"], "--proxy", f"{specimens.PROXY_ADDRESS}:1")
        address = livetest.addresses(run.json()[0])[0]
        self.assertEqual(address["status"], "proxy failed")
        self.assertIn("no connection to the proxy", address["detail"])


class Network(unittest.TestCase):
    def test_a_blocked_port_is_said_once(self):
        names = [f"b{i}.blackhole" for i in range(1, len(specimens.BLACK_HOLES) + 1)]
        run = livetest.probe(names, "--timeout", "2")
        for name, domain in livetest.by_name(run).items():
            with self.subTest(domain=name):
                self.assertEqual(livetest.addresses(domain)[0]["status"], "timed out")
                self.assertEqual(livetest.outcome(domain, "may"), "not tested")
        self.assertEqual(run.errors.count(BLOCKED), 1, run.errors)
        self.assertLess(run.seconds, 2 * 2 + 10)

    def test_one_dead_server_is_no_blocked_port(self):
        self.assertNotIn(BLOCKED, livetest.probe(["b1.blackhole"], "--timeout", "2").errors)
        names = [f"b{i}.blackhole" for i in range(1, len(specimens.BLACK_HOLES) + 1)] + ["expired"]
        self.assertNotIn(BLOCKED, livetest.probe(names, "--timeout", "2").errors)
        self.assertNotIn(BLOCKED, livetest.probe(["dead", "expired"]).errors)

    def test_a_rate_is_kept(self):
        # Five intervals of a quarter of a second lie between six beginnings.
        run = livetest.probe([f"d{i}.slowbench" for i in range(1, 7)], "--rate", "4")
        self.assertEqual(len(run.json()), 6)
        self.assertGreater(run.seconds, 5 * 0.25)

    def test_the_required_level_decides_the_exit_status(self):
        self.assertEqual(livetest.probe(["good", "expired"], "--require", "dane").exit, 0)
        run = livetest.probe(["good", "expired"], "--require", "verify")
        self.assertEqual((run.exit, len(run.json())), (1, 2))
        self.assertEqual(livetest.probe(["b1.blackhole"], "--timeout", "2", "--require", "may").exit, 1)
        self.assertEqual(livetest.probe(["good"], "--require", "everything").exit, 2)
        self.assertEqual(livetest.probe(["good"], resolver="resolver.example").exit, 2)
        self.assertEqual(livetest.probe(["good"], "--root-hints", "/nonexistent", resolver="recursive").exit, 3)

    def test_a_table_for_spreadsheets(self):
        run = livetest.probe(["good", "expired", "notls", "null", "b1.blackhole"], "--timeout", "2", form=("--csv",))
        rows = {row["domain"].removesuffix("." + specimens.ZONE): row for row in csv.DictReader(io.StringIO(run.output, newline=""))}
        self.assertEqual(list(next(iter(rows.values())))[7:14], [*specimens.LEVELS, "mta-sts"])
        for name, row in rows.items():
            expected = livetest.fixture("delivery-matrix.csv").get(name)
            for level in specimens.LEVELS:
                with self.subTest(domain=name, level=level):
                    self.assertEqual(row[level], expected[level] if expected else "not tested" if level != "dane-only" else row[level])
        self.assertEqual([rows[name]["tls"] for name in ("good", "notls", "null")], ["1.3", "none", ""])
        self.assertEqual([rows["good"][key] for key in ("dnssec", "hosts", "addresses", "reached", "mta_sts_policy", "tls_rpt")],
                         ["secure", "1", "2", "2", "enforce", "found"])
        self.assertRegex(rows["expired"]["expires"], r"^\d{4}-\d\d-\d\d$")
        self.assertEqual(rows["expired"]["verify_reason"], "not-trusted")
        self.assertEqual(livetest.probe(["good"], "--csv").exit, 2)    # and JSON, by default of these tests

    def test_an_interrupt_leaves_whole_json(self):
        with tempfile.TemporaryDirectory() as folder:
            output = pathlib.Path(folder) / "out"
            with open(output, "wb") as stream:
                process = subprocess.Popen(
                    [*zoo.inside(livetest.ROOT), livetest.CLI, "probe", f"expired.{specimens.ZONE}", f"silent.{specimens.ZONE}", "--json",
                     *livetest.options()], stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.DEVNULL)
            deadline = time.monotonic() + livetest.PATIENCE
            while b"expired" not in output.read_bytes() and time.monotonic() < deadline:
                time.sleep(0.02)
            os.kill(process.pid, signal.SIGINT)
            self.assertEqual(process.wait(20), -signal.SIGINT)
            self.assertEqual([domain["domain"] for domain in json.loads(output.read_text())], [f"expired.{specimens.ZONE}"])


if __name__ == "__main__":
    livetest.main()
