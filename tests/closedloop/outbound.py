# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed loop, outbound: a real Postfix delivers to real receivers on loopback, with and without TLS; its log is imported, an
outbound policy exported and switched on, the same mail delivered again. What then is deferred must be what was predicted.
"""

import os
import pathlib
import re
import shutil
import smtplib
import subprocess
import sys
import tempfile
import unittest

import mailserver
import pki
import waxseal
from waxseal import Policy

# Receivers: address, settings of their own. All listen on one port, as all the world's do on 25.
_RECEIVERS = {
    "modern": ("127.0.3.1", "-o smtpd_tls_security_level=may"),
    "clear": ("127.0.3.2", "-o smtpd_tls_security_level=none"),
    "older": ("127.0.3.3", "-o smtpd_tls_security_level=may -o smtpd_tls_protocols=<=TLSv1.2"),
    "ancient": ("127.0.3.4", "-o smtpd_tls_security_level=may -o smtpd_tls_protocols=<=TLSv1.1"),
    "stranger": ("127.0.3.5", "-o smtpd_tls_security_level=may -o smtpd_tls_cert_file={cert} -o smtpd_tls_key_file={key}"),
}

# Recipient domain -> receiver, messages
_DOMAINS = {
    "modern.example": ("modern", 4),
    "bank.example": ("modern", 3),
    "news.bank.example": ("clear", 3),
    "notbank.example": ("clear", 2),
    "clear.example": ("clear", 4),
    "older.example": ("older", 3),
    "cs.older.example": ("ancient", 2),
    "ancient.example": ("ancient", 3),
    "stranger.example": ("stranger", 3),
    "parent.example": ("clear", 2),
    "child.parent.example": ("clear", 2),
    "xn--bcher-kva.example": ("clear", 1),
}


class Outbound(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="waxseal-loop-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.folder.chmod(0o755)
        cls.pki = pki.Pki(cls.folder / "pki")
        cls.delivery_port = mailserver.free_port("127.0.3.1", 36025)
        certificate, key = cls.pki.untrusted
        receivers = mailserver.Postfix(cls.folder / "receivers", {
            "myhostname": "mx.local.test",
            "mydestination": "regexp:{{/./ here}}",
            "mynetworks": "127.255.255.255/32",
            "local_transport": "discard:",
            "smtpd_relay_restrictions": "reject_unauth_destination",
            "smtpd_tls_cert_file": cls.pki.server[0],
            "smtpd_tls_key_file": cls.pki.server[1],
            "smtpd_tls_protocols": ">=TLSv1",
            "smtpd_tls_ciphers": "low",
            "tls_low_cipherlist": "ALL:@SECLEVEL=0",
        }, [f"{address}:{cls.delivery_port} inet n - n - 50 smtpd {options.format(cert=certificate, key=key)}"
            for address, options in _RECEIVERS.values()])
        cls.addClassCleanup(receivers.stop)
        receivers.start()

        cls.port = mailserver.free_port(first=35825)
        cls.server = mailserver.Postfix(cls.folder / "mx", {
            "myhostname": "mx.sender.test",
            "mydestination": "",
            "mynetworks": "127.0.0.0/8",
            "smtp_host_lookup": "native",
            "smtp_tcp_port": cls.delivery_port,
            "smtp_tls_security_level": "may",
            "smtp_tls_loglevel": "1",
            "smtp_tls_CAfile": cls.pki.ca_file,
            "smtp_tls_protocols": ">=TLSv1",
            "smtp_tls_mandatory_protocols": ">=TLSv1",
            "smtp_tls_ciphers": "low",
            "smtp_tls_mandatory_ciphers": "low",
            "tls_low_cipherlist": "ALL:@SECLEVEL=0",
        }, [f"127.0.0.1:{cls.port} inet n - n - 50 smtpd",
            # In a chroot of its own, smtp(8) reads the hosts file of the queue directory: names of ours, and nobody's resolver asked.
            "smtp unix - - y - 20 smtp", "relay unix - - y - 20 smtp"])
        hosts = cls.server.queue / "etc"
        hosts.mkdir(mode=0o755)
        (hosts / "hosts").write_text("".join(f"{_RECEIVERS[r][0]} {domain}\n" for domain, (r, _) in _DOMAINS.items()))
        (hosts / "nsswitch.conf").write_text("hosts: files\n")
        cls.addClassCleanup(cls.server.stop)
        cls.server.start()

        cls.domain_of = {}
        for domain, (_, count) in _DOMAINS.items():
            for _ in range(count):
                cls.domain_of[f"o{len(cls.domain_of) + 1:03d}"] = domain
        sent, deferred, text = cls.deliver()
        if deferred or sent != set(cls.domain_of):
            raise AssertionError(f"deferred without any policy: {deferred}\n{text}")
        cls.log = cls.folder / "baseline.log"
        cls.log.write_text(text, encoding="utf-8")
        cls.rows = {name.partition("@")[0]: row for name, row in waxseal.message_rows(cls.log, "outbound").items()}

    @classmethod
    def deliver(cls):
        """Hands every message to the server; returns who was sent, who was deferred, and the log of it."""
        offset = cls.server.log_length()
        # After a failure qmgr spares the next hop: the rest of its mail is deferred by error(8), unasked.
        outcome = re.compile(r"/(?:smtp|error)\[\d+\]: [^ ]+: to=<user\+(o\d+)@[^>]*>.* status=(sent|deferred|bounced)")
        with smtplib.SMTP("127.0.0.1", cls.port, local_hostname="desk.sender.test", timeout=30) as client:
            for i, domain in cls.domain_of.items():
                client.sendmail("clerk@sender.test", [f"user+{i}@{domain}"],
                                f"From: clerk@sender.test\r\nMessage-ID: <{i}@sender.test>\r\nSubject: loop\r\n\r\nloop\r\n")
                if i == "o001":
                    # Deliveries race each other, and `messages` streams: of mail in clear before the log's first handshake it cannot
                    # know yet whether handshakes are logged at all. So the first one, over TLS, goes alone.
                    mailserver.wait_for(lambda: i in dict(outcome.findall(cls.server.log_since(offset))), "the first message has had no try")

        def finished():
            text = cls.server.log_since(offset)
            done = dict(outcome.findall(text))
            return (done, text) if len(done) == len(cls.domain_of) else None

        done, text = mailserver.wait_for(finished, "not every message has had its try")
        cls.server.run("postsuper", "-d", "ALL")
        bounced = {i for i, status in done.items() if status == "bounced"}
        if bounced:
            raise AssertionError(f"bounced: {bounced}\n{text}")
        return ({i for i, status in done.items() if status == "sent"}, {i for i, status in done.items() if status == "deferred"}, text)

    def check(self, policy, log=None, rows=None):
        """One turn of the loop. Returns what was predicted to be lost, and the log of the turn."""
        log, rows = log or self.log, rows or self.rows
        fates = {i: policy.fate(row) for i, row in rows.items()}
        lost, unknown = ({i for i, fate in fates.items() if fate == word} for word in ("lost", "unknown"))
        simulated = policy.simulate(log)
        self.assertEqual((simulated["messages"], simulated["lost"], simulated["unknown"]), (len(rows), len(lost), len(unknown)))

        before = self.server.run("postconf", "-n")
        target = self.folder / policy.name
        on, off = policy.export(log, target, "--enforce")
        self.server.apply("sh", "-euc", on)
        sent, deferred, text = self.deliver()
        self.server.apply("sh", "-euc", off)
        self.server.age()
        self.assertEqual(self.server.run("postconf", "-n"), before, "switching off does not bring back what was")
        # Of what the log could not tell, either may come true; of all else, exactly what was said.
        self.assertEqual(self.told(deferred - unknown), self.told(lost), f"{policy.name}\n{text}")
        self.assertEqual(sent | deferred, set(self.domain_of))
        return lost, text

    def told(self, ids):
        return {f"{i} {self.domain_of[i]}" for i in ids}

    def test_a_import_tells_every_truth(self):
        versions = {"modern": "1.3", "clear": "plaintext", "older": "1.2", "ancient": "1.1", "stranger": "1.3"}
        self.assertEqual({i: (row["domain"], row["tls"]) for i, row in self.rows.items()},
                         {i: (domain, versions[_DOMAINS[domain][0]]) for i, domain in self.domain_of.items()})

    def test_encrypt_all(self):
        predicted, text = self.check(Policy("encrypt-all", ["encrypt:all"], direction="outbound"))
        self.assertEqual({self.domain_of[i] for i in predicted}, {d for d, (r, _) in _DOMAINS.items() if r == "clear"})
        self.assertIn("TLS is required, but was not offered", text)

    def test_encrypt_for_chosen_next_hops(self):
        # As smtp_tls_policy_maps has it, ".parent.example" alone would leave out parent.example itself.
        predicted, _ = self.check(Policy("chosen", ["encrypt:.parent.example,bank.example,clear.example,.older.example"],
                                         direction="outbound"))
        self.assertEqual({self.domain_of[i] for i in predicted}, {"parent.example", "child.parent.example", "clear.example"})

    def test_all_with_exceptions(self):
        policy = Policy("exceptions", ["encrypt:all", "none:clear.example,.bank.example"], direction="outbound")
        predicted, _ = self.check(policy)
        self.assertNotIn("news.bank.example", {self.domain_of[i] for i in predicted})

    def test_least_version(self):
        policy = Policy("versions", ["encrypt>=1.3:.older.example,modern.example", "encrypt>=1.2:.ancient.example,stranger.example"],
                        direction="outbound")
        predicted, _ = self.check(policy)
        self.assertEqual({self.domain_of[i] for i in predicted}, {"older.example", "cs.older.example", "ancient.example"})

    def test_rows_are_keyed_by_the_next_hop(self):
        # Where transport_maps sends a domain elsewhere, that is what smtp_tls_policy_maps is asked for, brackets and port included.
        hop, table = f"[127.0.3.2]:{self.delivery_port}", self.folder / "transport"
        table.write_text(f"bank.example smtp:{hop}\n.older.example smtp:modern.example\nstranger.example smtp:{hop}\n", encoding="utf-8")
        self.server.run("postmap", f"hash:{table}")
        self.server.reset(transport_maps=f"hash:{table}")
        self.server.reload()
        self.addCleanup(self.server.reload)
        self.addCleanup(self.server.reset)
        sent, _, text = self.deliver()
        self.assertEqual(sent, set(self.domain_of))
        log = self.folder / "routed.log"
        log.write_text(text, encoding="utf-8")
        rows = {name.partition("@")[0]: row for name, row in waxseal.message_rows(log, "outbound", "--transports", table).items()}
        hops = {"bank.example": hop, "stranger.example": hop, "cs.older.example": "modern.example"}
        self.assertEqual({i: (row["domain"], row["next_hop"]) for i, row in rows.items()},
                         {i: (d, hops.get(d, "")) for i, d in self.domain_of.items()})

        policy = Policy("routed", [f"encrypt:{hop},clear.example,bank.example,news.bank.example,cs.older.example", "encrypt>=1.3:modern.example"],
                        direction="outbound", more=("--transports", table))
        lost, _ = self.check(policy, log, rows)
        self.assertEqual({self.domain_of[i] for i in lost}, {"bank.example", "stranger.example", "clear.example", "news.bank.example"})

    def test_a_script_stops_before_it_harms(self):
        policy = Policy("careful", ["encrypt:bank.example"], direction="outbound")

        def refusal(*export_options, settings=None):
            self.server.reset(**(settings or {}))
            self.addCleanup(self.server.reset)
            before = self.server.run("postconf", "-n")
            target = self.folder / f"careful-{len(list(self.folder.glob('careful-*')))}"
            on, _ = policy.export(self.log, target, *export_options)
            if settings is None and "--map-type" not in export_options:
                (target / "waxseal_tls_policy").unlink()
            with self.assertRaises(subprocess.CalledProcessError) as failed:
                self.server.run("sh", "-euc", on)
            self.server.age()
            self.assertEqual(self.server.run("postconf", "-n"), before, "it has changed something before it stopped")
            return failed.exception.stdout

        self.assertIn("would lower it", refusal(settings={"smtp_tls_security_level": "dane"}))
        self.assertIn("copy all files", refusal("--enforce"))
        if "cdb" not in self.server.run("postconf", "-m").split():
            self.assertIn("has no cdb tables", refusal("--enforce", "--map-type", "cdb"))

    def test_names_in_certificates_are_not_guessed(self):
        # At level "may" nobody compares names, so the first log cannot say who would pass; the log of the strict hour can.
        policy = Policy("secure", ["secure:modern.example,bank.example,stranger.example,clear.example"], direction="outbound")
        lost, text = self.check(policy)
        self.assertEqual({self.domain_of[i] for i in lost}, {"clear.example"})
        self.assertIn("Server certificate not verified", text)
        strict = self.folder / "strict.log"
        strict.write_text(text, encoding="utf-8")
        known = {self.domain_of[i.partition("@")[0]]: row["trust"].lower() for i, row in waxseal.message_rows(strict, "outbound").items()}
        self.assertEqual(known.get("modern.example"), "verified")
        for domain in ("bank.example", "stranger.example", "clear.example"):
            self.assertNotIn(domain, known, "deferred mail is not delivered mail")


if __name__ == "__main__":
    lacking = mailserver.missing_parts()
    if lacking:
        print(f"{lacking}: the closed loop cannot run here")
        sys.exit(1 if os.environ.get("CI") == "true" else 77)
    unittest.main(verbosity=2)
