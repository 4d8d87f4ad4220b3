# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed loop with a real Exim as Debian configures it: a mix of mail and of senders that are hard to read is sent, a policy is
exported and switched on as its files say, and the same mail is sent again. What Exim refuses must be what the policy says of Exim's own log.
"""

import os
import pathlib
import re
import shutil
import socketserver
import sys
import tempfile
import threading
import unicodedata
import unittest

import eximserver
import mix
import odd
import pki
import replay
import waxseal
from eximserver import ETC, run
from mix import Message, Session
from waxseal import Policy

SIX = ("bank.example", "uni.example", "isp.example", "hospital.example", "list.example", "oldlaw.example")
WITH_SUBDOMAINS = ",".join("." + d for d in SIX)
ACTIVE = ETC / "waxseal_inbound.active"
SCRIPT = ETC / "waxseal-inbound.sh"
# Something of ours in a log that the program can read: the policy comes from the command line.
SAMPLE = pathlib.Path(__file__).resolve().parent.parent / "data" / "postfix" / "lab.short.xz"


def a_label(domain):
    """
    The name as DNS has it, by Python's own IDNA (RFC 3490); what is no name stays as it is. So do names in compatibility forms, as
    full-width letters and dots: Exim looks up what was written, and no table can hold all such forms (README.md says so).
    """
    if unicodedata.normalize("NFKC", domain) != unicodedata.normalize("NFC", domain) or "\u3002" in domain:
        return domain
    try:
        return unicodedata.normalize("NFC", domain.lower()).encode("idna").decode("ascii")
    except UnicodeError:
        return domain


class PlainServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


class PlainSession(socketserver.StreamRequestHandler):
    """Takes any mail, and offers no STARTTLS."""

    def handle(self):
        self.wfile.write(b"220 sink.example ESMTP\r\n")
        inside = False
        for line in self.rfile:
            if inside:
                inside = line != b".\r\n"
                answer = b"" if inside else b"250 taken\r\n"
            else:
                verb = line[:4].upper()
                inside = verb == b"DATA"
                answer = {b"EHLO": b"250 sink.example\r\n", b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}.get(verb, b"250 ok\r\n")
            self.wfile.write(answer)


class Exim(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="waxseal-exim-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.folder.chmod(0o755)
        cls.addClassCleanup(run, "umount", "-l", cls.folder)
        eximserver.lay_out(cls.folder)
        cls.pki = pki.Pki(cls.folder / "pki")
        cls.server = eximserver.Exim(cls.pki)
        ACTIVE.write_text("")
        cls.server.configure(f"CHECK_RCPT_LOCAL_ACL_FILE = {ACTIVE}")
        cls.server.start()
        cls.addClassCleanup(cls.server.stop)
        cls.sessions = mix.sessions()
        for tls in ("", "1.3"):
            senders = [Message(f"{'t' if tls else 'c'}{n:03d}", s, "", 1, tls, "none") for n, s in enumerate(odd.SENDERS)]
            cls.sessions += [Session("127.0.1.50", tls, "none", messages=senders[i:i + 10]) for i in range(0, len(senders), 10)]
        cls.truth = {m.id: m for m in mix.messages(cls.sessions)}
        cls.answers = cls.send()
        cls.taken = {i for i, a in cls.answers.items() if a.accepted}
        cls.rows = {}
        for i, (sender, version, verified) in eximserver.arrivals(cls.server.log_text()).items():
            domain = "<>" if sender == "<>" else a_label(sender.rpartition("@")[2])
            cls.rows[i] = {"domain": domain, "tls": version or "plaintext", "trust": "trusted" if verified else "anonymous"}

    @classmethod
    def send(cls):
        return replay.replay(cls.sessions, eximserver.PORT, cls.pki)

    def told(self, ids):
        return {f"{i} <{self.truth[i].sender}> tls={self.truth[i].tls or 'clear'} read as {self.rows.get(i, {}).get('domain')}" for i in ids}

    def export(self, policy, *options):
        """Writes the files where they are to lie, over those of an earlier export."""
        waxseal.run("export", SAMPLE, *policy.arguments(), "--target", "exim", "--refuse", policy.refuse, "--networks", "none",
                    "--output", ETC, "--overwrite", *options)
        return waxseal.instructions_of(ETC.glob("waxseal*"))

    def script(self, *words, check=True, environment=None):
        return run("sh", SCRIPT, *words, check=check, env={**os.environ, **(environment or {})})

    def check(self, policy, *options, code):
        predicted = {i for i, row in self.rows.items() if policy.loses(row)}
        on, off = self.export(policy, *options)
        self.assertEqual((on, off), (f"sh {SCRIPT} on", f"sh {SCRIPT} off"))
        said = self.server.reloaded(lambda: self.script("on"))
        self.assertIn("It is on", said.stdout)
        offset = len(self.server.log_text())
        answers = self.send()
        logged = self.server.log_text()[offset:]
        refused = {i for i, a in answers.items() if not a.accepted} & self.taken
        if "--enforce" in options:
            self.assertEqual(self.told(refused), self.told(predicted), policy.name)
            for i in refused:
                self.assertEqual((answers[i].code, answers[i].stage), (code, "rcpt"), f"{i}: {answers[i]}")
                self.assertTrue(answers[i].text.startswith("4.7.1 " if code == 450 else "5.7.1 "), answers[i].text)
        else:
            self.assertEqual(refused, set(), "the audit form refuses")
            noted = set(re.findall(r"Waxseal would refuse: .* to=<user\d*\+(\w+)@local\.test>", logged)) & self.taken
            self.assertEqual(self.told(noted), self.told(predicted), policy.name)
        self.assertNotIn("expand", logged)
        self.server.reloaded(lambda: self.script("off"))
        self.assertEqual(ACTIVE.read_bytes(), b"")
        return predicted

    def test_a_there_are_enough(self):
        self.assertEqual(set(self.rows), self.taken)
        self.assertGreaterEqual(len(self.taken), 300)
        odd_ones = {self.truth[i].sender for i in self.taken if re.match(r"[tc]\d", i)}
        self.assertGreaterEqual(len(odd_ones), 40)
        for i, row in self.rows.items():
            self.assertEqual(row["tls"], self.truth[i].tls or "plaintext", self.told({i}))
            self.assertEqual(row["trust"] == "trusted", self.truth[i].certificate == "trusted", self.told({i}))

    def test_domains_with_subdomains(self):
        predicted = self.check(Policy("six", ["encrypt:" + WITH_SUBDOMAINS]), "--enforce", code=450)
        self.assertTrue(any(self.rows[i]["domain"] == "news.bank.example" for i in predicted))
        self.assertFalse(any(self.rows[i]["domain"] == "notbank.example" for i in predicted))

    def test_domains_exact(self):
        predicted = self.check(Policy("exact", ["encrypt:" + ",".join(SIX)], "now"), "--enforce", code=554)
        self.assertFalse(any(self.rows[i]["domain"] == "news.bank.example" for i in predicted))

    def test_everybody_but(self):
        self.check(Policy("all-but", ["encrypt:all", "none:.bank.example", "encrypt:news.bank.example", "none:<>"], "now"), "--enforce", code=554)

    def test_the_null_sender(self):
        predicted = self.check(Policy("null", ["encrypt:<>"]), "--enforce", code=450)
        self.assertTrue(predicted)

    def test_versions(self):
        predicted = self.check(Policy("versions", ["encrypt>=1.2:" + WITH_SUBDOMAINS, "encrypt>=1.3:esp.example", "encrypt:club.example"]), "--enforce",
                               code=450)
        self.assertTrue(any(self.rows[i]["tls"] == "1.1" for i in predicted))

    def test_certificates(self):
        predicted = self.check(Policy("trusted", ["trusted:gov.example,.partner.example,selfmade.example", "trusted>=1.3:.bank.example"], "now"),
                               "--enforce", code=554)
        self.assertTrue(any(self.truth[i].certificate == "untrusted" for i in predicted))

    def test_international_names(self):
        names = {"bücher": "xn--bcher-kva", "中国": "xn--fiqs8s", "пример": "xn--e1afmkfd", "münchen": "xn--mnchen-3ya"}
        said = ["encrypt:.münchen.example,bücher.example,中国.example,пример.example"]
        policy = Policy("names", [re.sub("|".join(names), lambda m: names[m[0]], said[0])], "now")
        predicted = self.check(policy, "--enforce", code=554)
        self.assertGreaterEqual(len(predicted), 12)

    def test_audit_refuses_nothing(self):
        self.check(Policy("audit", ["encrypt:" + WITH_SUBDOMAINS, "encrypt>=1.2:esp.example", "trusted:gov.example"]), code=0)
        self.check(Policy("audit-all", ["encrypt:all"], "now"), code=0)

    # The script

    def test_writing_files_switches_nothing(self):
        self.export(Policy("narrow", ["encrypt:bank.example"]), "--enforce")
        self.server.reloaded(lambda: self.script("on"))
        before = ACTIVE.read_bytes()
        table = re.search(rb"lsearch\{(\S+?)\}", before)[1].decode()
        rows = pathlib.Path(table).read_bytes()
        self.export(Policy("wide", ["encrypt:all", "none:x.example"], "now"))
        self.assertEqual(ACTIVE.read_bytes(), before)
        self.assertEqual(pathlib.Path(table).read_bytes(), rows)
        self.assertIn("Nothing was changed", self.script("check").stdout)
        self.assertEqual(ACTIVE.read_bytes(), before)
        self.server.reloaded(lambda: self.script("on"))  # the audit form takes the place of what refused
        self.assertNotIn(b"defer", ACTIVE.read_bytes())
        self.server.reloaded(lambda: self.script("on"))
        self.assertFalse(pathlib.Path(table).exists(), "a table that nothing names any more")
        self.server.reloaded(lambda: self.script("off"))

    def test_a_rule_that_is_not_reached_is_put_back(self):
        own = ETC / "conf.d/acl/29_test"
        own.write_text("acl_own_rcpt:\n  accept\n")
        self.export(Policy("narrow", ["encrypt:bank.example"]), "--enforce")
        try:
            for macros in ([], [f"CHECK_RCPT_LOCAL_ACL_FILE = {ACTIVE}", "MAIN_ACL_CHECK_RCPT = acl_own_rcpt"]):
                self.server.configure(*macros)
                done = self.script("on", check=False)
                self.assertEqual(done.returncode, 1)
                self.assertIn("not reached", done.stderr)
                self.assertIn(f"CHECK_RCPT_LOCAL_ACL_FILE = {ACTIVE}", done.stderr)
                self.assertEqual(ACTIVE.read_bytes(), b"")
        finally:
            own.unlink()
            self.server.configure(f"CHECK_RCPT_LOCAL_ACL_FILE = {ACTIVE}")

    def test_what_exim_cannot_read_is_put_back(self):
        self.export(Policy("narrow", ["encrypt:bank.example"]), "--enforce")
        plan = ETC / "waxseal_inbound.acl"
        plan.write_text(plan.read_text().replace("  defer\n", "  defr\n"))
        done = self.script("on", check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot read", done.stderr)
        self.assertEqual(ACTIVE.read_bytes(), b"")
        self.assertEqual([p.name for p in ETC.iterdir() if p.suffix in (".new", ".lock")], [])

    def test_a_sender_is_tried(self):
        self.export(Policy("narrow", ["encrypt:.bank.example"]), "--enforce")
        for sender, address, answer in (("x@bank.example", "198.51.100.7", "reaches the rule: 450 4.7.1"), ("x@news.bank.example", "2001:db8::1", "reaches"),
                                        ("x@other.example", "198.51.100.7", "is not held to it"), ("x@BANK.example", "198.51.100.7", "reaches"),
                                        ('"a b"@bank.example', "198.51.100.7", "reaches"), ("", "198.51.100.7", "is not held to it")):
            self.assertIn(f"<{sender}> from {address} in clear {answer}", self.script("check", sender, address).stdout)
        self.assertEqual(self.script("check", "a\nb@bank.example", check=False).returncode, 1)
        self.assertEqual(ACTIVE.read_bytes(), b"")

    def test_outbound_without_starttls(self):
        """Mail to a server that offers no STARTTLS: held back where TLS is required, sent where it is not; off sends all."""
        active = ETC / "waxseal_outbound.active"
        script = ETC / "waxseal-outbound.sh"
        self.addCleanup(self.forget_outbound)
        required = ("bank.example", "news.bank.example", "dane.example", "ver.example", "new.example")
        waxseal.run("export", SAMPLE, "--direction", "outbound", "--require", "encrypt:.bank.example", "--require", "dane-only:dane.example",
                    "--require", "verify:ver.example", "--require", "encrypt>=1.3:new.example", "--require", "may:free.bank.example",
                    "--target", "exim", "--enforce", "--output", ETC, "--overwrite")
        sink = PlainServer(("127.0.0.1", 2525), PlainSession)
        self.addCleanup(sink.server_close)
        self.addCleanup(sink.shutdown)
        threading.Thread(target=sink.serve_forever, daemon=True).start()
        added = {ETC / "conf.d/router/040_test": "outside:\n  driver = manualroute\n  domains = *.example\n  route_list = * 127.0.0.1 byname\n"
                                                 "  self = send\n  transport = outside\n",
                 ETC / "conf.d/transport/99_test": f"outside:\n  driver = smtp\n  port = 2525\n  hosts_max_try = 1\n  .include {active}\n"}
        run("sh", script, "off")
        for path, text in added.items():
            path.write_text(text)
            self.addCleanup(path.unlink)
        self.server.configure(f"CHECK_RCPT_LOCAL_ACL_FILE = {ACTIVE}")
        self.assertIn("It is on", self.server.reloaded(lambda: run("sh", script, "on")).stdout)
        recipients = [f"x@{domain}" for domain in (*required, "free.bank.example", "other.example", "notbank.example")]
        self.assertEqual(self.deliver(recipients, returned={"x@dane.example"}), {f"x@{domain}" for domain in required})
        self.server.reloaded(lambda: run("sh", script, "off"))
        self.assertEqual(active.read_bytes(), b"")
        self.assertEqual(self.deliver(recipients), set())

    def forget_outbound(self):
        """Behind the test's other cleanups: the files of the other direction, and a configuration that names none of them."""
        self.server.configure(f"CHECK_RCPT_LOCAL_ACL_FILE = {ACTIVE}")
        for path in (*ETC.glob("waxseal[-_]outbound*"), *ETC.glob("waxseal_recipient*")):
            path.unlink()

    def deliver(self, recipients, returned=frozenset()):
        """
        Hands each a message of its own to Exim; returns those whose mail does not go out for want of TLS. Exim keeps it to try again, but
        that of `returned`: what hosts_require_dane finds no DNSSEC for it gives back at once.
        """
        offset = len(self.server.log_text())
        for recipient in recipients:
            for hints in pathlib.Path("/var/spool/exim4/db").glob("*"): # or the first that is held keeps the server's others waiting
                hints.unlink()
            run(eximserver.PROGRAM, "-odi", "-f", "u@local.test", recipient)
        lines = self.server.log_text()[offset:].splitlines()
        sent = {r for r in recipients for line in lines if f" => {r} " in line}
        held = {r for r in recipients for line in lines if f" == {r} " in line and re.search(r"defer \(-3[78]\)", line)}
        bounced = {r for r in recipients for line in lines if f" ** {r} " in line and "DANE error" in line}
        self.assertEqual(bounced, returned, lines)
        self.assertEqual((sent | held | bounced, sent & (held | bounced)), (set(recipients), set()), lines)
        return held | bounced

    def test_own_networks_are_exempt(self):
        waxseal.run("export", SAMPLE, "--require", "encrypt:all", "--target", "exim", "--enforce", "--networks", "198.51.100.0/24,2001:db8::/32",
                    "--output", ETC, "--overwrite")
        for address, answer in (("198.51.100.7", "not held"), ("2001:db8::7", "not held"), ("203.0.113.9", "reaches"), ("2001:db9::7", "reaches")):
            self.assertIn(f"{answer}", self.script("check", "x@other.example", address).stdout)


if __name__ == "__main__":
    lacking = eximserver.missing_parts()
    if lacking:
        print(f"{lacking}: the closed loop with Exim cannot run here")
        sys.exit(77)
    eximserver.isolate()
    unittest.main(verbosity=2)
