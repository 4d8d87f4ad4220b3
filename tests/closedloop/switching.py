# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an exported script does to a real Postfix and its administrator's files: one policy over another, lists with odd text, rules that
would not be reached, a server that does not run, a run that is killed, and files that somebody else has edited meanwhile.
"""

import itertools
import os
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

import mailserver
import pki
import replay
from mix import Message, Session
from waxseal import Policy

SHELLS = [shell for shell in (["dash"], ["busybox", "ash"], ["bash"]) if shutil.which(shell[0])]


def small_mix():
    """sender, domain, version: clear mail and mail over TLS of a few domains."""
    found = []
    for number, (sender, tls) in enumerate([("a@bank.example", ""), ("b@bank.example", "1.3"), ("c@news.bank.example", ""),
                                            ("d@other.example", ""), ("e@other.example", "1.2"), ("f@uni.example", ""),
                                            ("g@uni.example", "1.2"), ("h@uni.example", "1.3"), ("spam@pills.example", "1.3")]):
        found.append(Session("127.0.1.40", tls, "none", messages=[
            Message(f"s{number:02d}", sender, sender.partition("@")[2], 1, tls, "none")]))
    return found


def pills(answers):
    return {i for i in answers if i == "s08"}


class Switching(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="waxseal-loop-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.folder.chmod(0o755)
        cls.pki = pki.Pki(cls.folder / "pki")
        cls.port = mailserver.free_port()
        cls.settings = {
            "myhostname": "mx.local.test",
            "mydestination": "local.test",
            "mynetworks": "127.255.255.255/32",
            "local_transport": "discard:",
            "default_transport": "error:nothing leaves",
            "smtpd_relay_restrictions": "reject_unauth_destination",
            "smtpd_tls_security_level": "may",
            "smtpd_tls_cert_file": cls.pki.server[0],
            "smtpd_tls_key_file": cls.pki.server[1],
            "smtpd_tls_CAfile": cls.pki.ca_file,
            "smtpd_tls_loglevel": "1",
            "smtpd_tls_session_cache_database": "",
        }
        cls.server = mailserver.Postfix(cls.folder / "mx", cls.settings, [f"127.0.0.1:{cls.port} inet n - n - 100 smtpd"])
        cls.addClassCleanup(cls.server.stop)
        cls.server.start()
        cls.sessions = small_mix()
        cls.truth = {m.id: m for s in cls.sessions for m in s.messages}
        answers = cls.send()
        if not all(a.accepted for a in answers.values()):
            raise AssertionError(f"refused without any policy: {answers}")
        mailserver.wait_for(lambda: cls.server.log_text().count(": removed") >= len(answers), "not all mail has left the queue")
        cls.log = cls.folder / "baseline.log"
        cls.log.write_text(cls.server.log_text(), encoding="utf-8")

    @classmethod
    def send(cls):
        return replay.replay(cls.sessions, cls.port, cls.pki)

    def setUp(self):
        self.server.reset()
        for name in self.leftovers():
            (self.server.config / name).unlink()

    @property
    def main(self):
        return self.server.main_cf

    @property
    def master(self):
        return self.server.config / "master.cf"

    def refused(self):
        return {i for i, a in self.send().items() if not a.accepted}

    def clear(self, *domains):
        """Ids of the clear mail of these domains and what is below them; of all mail without any."""
        return {i for i, m in self.truth.items() if not m.tls and (
            not domains or any(m.domain == d or m.domain.endswith("." + d) for d in domains))}

    def bytes(self):
        return self.main.read_bytes(), self.master.read_bytes()

    def leftovers(self):
        return sorted(p.name for p in self.server.config.iterdir() if p.name not in ("main.cf", "master.cf"))

    def script(self, folder, *words, shell=("dash",), check=True, environment=None):
        """Runs the exported script, without waiting for old processes to end."""
        done = subprocess.run([*shell, str(folder / "waxseal-inbound.sh"), *words], cwd="/", stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=mailserver.DEADLINE, env={**self.server._environment, **(environment or {})})
        if check and done.returncode != 0:
            raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def turn(self, folder, word, shell=("dash",)):
        """Switches on or off on the running server."""
        return self.server.apply(*shell, folder / "waxseal-inbound.sh", word)

    def export(self, folder, *require, refuse="later", more=()):
        Policy("switching", list(require), refuse).export(self.log, folder, "--enforce", "--overwrite", *more)
        return folder

    # One policy over another

    def test_a_policy_takes_the_place_of_another(self):
        wide = (["encrypt:all"], "now", self.clear())
        narrow = (["encrypt:.bank.example"], "later", self.clear("bank.example"))
        versions = (["encrypt>=1.3:uni.example"], "now", self.clear("uni.example") | {"s06"})
        trusted = (["trusted:other.example"], "later", {i for i, m in self.truth.items() if m.domain == "other.example"})
        before = self.bytes()
        folder = self.folder / "over"
        # Each kind of plan stands once before and once behind each other kind, or nearly so.
        for order in ([wide, narrow, versions, wide], [narrow, trusted, versions, trusted]):
            for number, (require, refuse, expected) in enumerate(order):
                self.export(folder, *require, refuse=refuse)
                said = self.turn(folder, "on", SHELLS[number % len(SHELLS)])
                self.assertEqual(self.refused(), expected, f"{require} as number {number}\n{said}")
                self.assertEqual("waxsealtls" in self.master.read_text(), "encrypt>" in require[0])
            self.turn(folder, "off")
            self.assertEqual(self.bytes(), before)
            self.assertEqual(self.leftovers(), [])
        self.assertEqual(self.refused(), set())

    def test_settings_of_an_earlier_release_go(self):
        # Release 0.1.0 set these with postconf and kept what it replaced beside its script.
        folder = self.export(self.folder / "earlier", "encrypt:.bank.example")
        before = self.main.read_bytes()
        text = before.decode().replace("smtpd_tls_security_level = may\n", "smtpd_tls_security_level = encrypt\n")
        self.main.write_text(text + "waxseal_encrypt_1_2 = check_policy_service { unix:private/waxsealtls, policy_context=1.2:450 }, permit\n"
                             "waxsealtls_time_limit = 3600s\nwaxseal_inbound = permit_mynetworks, waxseal_encrypt_1_2\n"
                             "smtpd_restriction_classes = waxseal_encrypt_1_2, waxseal_inbound\n"
                             "smtpd_sender_restrictions = waxseal_inbound\nplaintext_reject_code = 554\n")
        with open(self.master, "a", encoding="utf-8") as file:
            file.write("waxsealtls unix  -       n       n       -       0       spawn user=nobody argv=/usr/bin/python3 /nowhere.py\n")
        (folder / "waxseal-inbound.saved").write_text("plaintext_reject_code\nsmtpd_tls_security_level = may\nsmtpd_tls_loglevel = 1\n")
        self.server.age()
        self.turn(folder, "on")
        self.assertEqual(self.refused(), self.clear("bank.example"))
        self.turn(folder, "off")
        self.assertEqual(self.main.read_bytes(), before)
        self.assertNotIn("waxseal", self.master.read_text())

    # The administrator's own text

    def test_backslashes_stay(self):
        own = ("smtpd_sender_restrictions =\n    # what \\b we \\n never want\n    check_sender_access regexp:{{/\\bspam\\b/ REJECT},\n"
               "        {/\\\\t%s$$x/ REJECT}}\n\n    check_sender_access inline:{{nobody.example = 554 tab\\there \\101 100%}}\n")
        with open(self.main, "a", encoding="utf-8") as file:
            file.write(own)
        self.server.age()
        before = self.bytes()
        folder = self.export(self.folder / "slashes", "encrypt:.bank.example")
        for shell in SHELLS:
            self.turn(folder, "on", shell)
            self.assertIn(own.encode(), self.main.read_bytes(), shell)
            self.assertEqual(self.refused(), self.clear("bank.example") | pills(self.truth), shell)
            self.turn(folder, "off", shell)
            self.assertEqual(self.bytes(), before, shell)
        self.assertEqual(self.refused(), pills(self.truth))

    # Rules that are not reached

    UNREACHED = {
        "in a variable": ("mine = permit\nsmtpd_sender_restrictions = $mine\n", "permit"),
        "in a variable of a variable": ("a = ${b}\nb = reject_non_fqdn_sender, permit\nsmtpd_sender_restrictions = $(a)\n", "permit"),
        "in a class": ("smtpd_restriction_classes = mine\nmine = permit\nsmtpd_sender_restrictions = mine\n", "\"mine\""),
        "in a class of a class": ("smtpd_restriction_classes = one, two\none = two\ntwo = reject_non_fqdn_sender Permit\n"
                                  "smtpd_sender_restrictions = one\n", "\"two\""),
        "as static:permit": ("smtpd_sender_restrictions = check_sender_access static:permit\n", "static:permit"),
        "as static:{ OK }": ("smtpd_sender_restrictions = check_client_access static:{ OK }\n", "static:{ OK }"),
        "in capitals, not last": ("smtpd_sender_restrictions = PERMIT, reject_non_fqdn_sender\n", "PERMIT"),
        "the world's mail for us": ("smtpd_sender_restrictions = permit_auth_destination\n", "permit_auth_destination"),
        "a table that knows the domain": ("smtpd_sender_restrictions = check_sender_access inline:{bank.example=OK}\n", "bank.example"),
        "a pattern that knows the address": ("smtpd_sender_restrictions = check_sender_access regexp:{{/@bank\\.example$$/ 200}}\n",
                                             "bank.example"),
        "a network that is everything": ("mynetworks = 0.0.0.0/0\n", "192.0.2.1"),
        "a client table": ("smtpd_sender_restrictions = check_client_access cidr:{{192.0.2.0/24 OK}}\n", "192.0.2.1"),
        "only logged": ("smtpd_sender_restrictions = reject_non_fqdn_sender warn_if_reject\n", "warn_if_reject"),
        "all refused before": ("smtpd_sender_restrictions = $mine\nmine = check_sender_access inline:{friend.example=OK}, reject\n", "refuses"),
        "at MAIL already": ("smtpd_delay_reject = no\nmine = PerMit\nsmtpd_sender_restrictions = $mine\n", "PerMit"),
        "a comment that is none": ("smtpd_sender_restrictions = reject_non_fqdn_sender # no spam\n", "comment"),
    }

    def test_a_rule_that_is_not_reached_stops(self):
        folder = self.export(self.folder / "unreached", "encrypt:.bank.example")
        offset = self.server.log_length()
        for name, (own, reason) in self.UNREACHED.items():
            with self.subTest(name):
                self.server.reset()
                with open(self.main, "a", encoding="utf-8") as file:
                    file.write(own)
                self.server.age()
                before = self.bytes()
                done = self.script(folder, "on", check=False)
                self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
                self.assertIn("nothing was changed", done.stderr)
                self.assertIn(reason, done.stderr)
                self.assertEqual(self.bytes(), before)
                self.assertEqual(self.leftovers(), [])
        self.assertNotIn(" reload -- version ", self.server.log_since(offset))

    def test_a_service_with_a_list_of_its_own_stops(self):
        folder = self.export(self.folder / "service", "encrypt:.bank.example")
        wide = self.export(self.folder / "service-wide", "encrypt:all", refuse="now")
        for line, where in (("smtp inet n - n - - smtpd\n  -o smtpd_sender_restrictions=reject_non_fqdn_sender\n", folder),
                            ("smtpd pass - - n - - smtpd -o { smtpd_sender_restrictions = permit }\n", folder),
                            ("smtp inet n - n - - smtpd -o smtpd_tls_security_level=may\n", wide)):
            self.server.reset()
            self.master.write_text(self.master.read_text() + line)
            self.server.age()
            before = self.bytes()
            done = self.script(where, "on", check=False)
            self.assertEqual(done.returncode, 1, line + done.stdout + done.stderr)
            self.assertIn("has its own", done.stderr)
            self.assertEqual(self.bytes(), before)

    REACHED = {
        "a closing permit": "smtpd_sender_restrictions = reject_non_fqdn_sender,\n  permit\n",
        "a closing permit on the first line, in capitals": "smtpd_sender_restrictions = reject_non_fqdn_sender Permit\n",
        "a closing permit alone": "smtpd_sender_restrictions = permit",
        "a closing reject behind friends": "smtpd_sender_restrictions = check_sender_access inline:{friend.example=OK}, reject\n",
        "trusted networks and users": "smtpd_sender_restrictions = permit_mynetworks permit_sasl_authenticated\n",
        "refusals at MAIL": "smtpd_delay_reject = no\n",
        "a class that ends nothing": "smtpd_restriction_classes = mine\nmine = reject_non_fqdn_sender\nsmtpd_sender_restrictions = mine\n",
    }

    def test_a_rule_that_is_reached_refuses(self):
        folder = self.export(self.folder / "reached", "encrypt:.bank.example")
        for name, own in self.REACHED.items():
            with self.subTest(name):
                self.server.reset()
                with open(self.main, "a", encoding="utf-8") as file:
                    file.write(own)
                self.server.age()
                before = self.bytes()
                self.assertIn("reaches the rule", self.script(folder, "check").stdout)
                self.assertEqual(self.bytes(), before)
                if "permit" not in name:
                    continue  # the dry run is Postfix's own word; closing words are played in full
                said = self.turn(folder, "on")
                self.assertRegex(said, r"Self-test: <postmaster@bank\.example> from 192\.0\.2\.1 in clear: 450 4\.7\.1 ")
                self.assertRegex(said, r"Self-test: <postmaster@bank\.example> from 192\.0\.2\.1 over TLSv1\.3: (250|554 5\.7\.1 .*Access denied)")
                self.assertLessEqual(self.clear("bank.example"), self.refused())
                self.script(folder, "off")
                self.assertEqual(self.bytes(), before)

    def test_a_sender_and_an_address_are_tried(self):
        folder = self.export(self.folder / "tried", "encrypt:.bank.example")
        before = self.bytes()
        for sender, address, answer in (("x@bank.example", "198.51.100.7", "reaches the rule"), ("x@news.bank.example", "2001:db8::1", "reaches the rule"),
                                        ("x@other.example", "198.51.100.7", "is not held to"), ("x@bank.example", "127.255.255.255", "is not held to"),
                                        ('"a b"@bank.example', "198.51.100.7", "reaches the rule"), ("", "198.51.100.7", "is not held to")):
            self.assertIn(f"<{sender}> from {address} {answer}", self.script(folder, "check", sender, address).stdout)
        self.assertEqual(self.script(folder, "check", "a\nb@bank.example", check=False).returncode, 1)
        self.assertEqual(self.bytes(), before)

    # Servers and files in other states

    def test_a_stopped_server_is_said_first(self):
        stopped = mailserver.Postfix(self.folder / "stopped", self.settings, [])
        folder = self.export(self.folder / "for-stopped", "encrypt:.bank.example")
        before = stopped.main_cf.read_bytes()
        environment = {"MAIL_CONFIG": str(stopped.config)}
        done = self.script(folder, "on", check=False, environment=environment)
        self.assertEqual(done.returncode, 1)
        self.assertIn("not running", done.stderr)
        self.assertEqual(stopped.main_cf.read_bytes(), before)
        self.assertEqual(sorted(p.name for p in stopped.config.iterdir()), ["main.cf", "master.cf"])
        # Switched on while it ran, off when it no longer does.
        self.turn(folder, "on")
        shutil.copytree(self.server.config, stopped.config, dirs_exist_ok=True)
        text = self.main.read_text().replace(str(self.server.queue), str(stopped.queue))
        stopped.main_cf.write_text(text)
        self.assertIn("Postfix is not running", self.script(folder, "-c", str(stopped.config), "off", environment={"MAIL_CONFIG": "/nowhere"}).stdout)
        self.script(folder, "off")
        self.assertEqual(stopped.main_cf.read_text(), self.main.read_text().replace(str(self.server.queue), str(stopped.queue)))

    def test_links_and_permissions_stay(self):
        folder = self.export(self.folder / "links", "encrypt:.bank.example", "encrypt>=1.2:uni.example")
        real = self.folder / "real.cf"
        real.write_bytes(self.main.read_bytes())
        real.chmod(0o640)
        shutil.chown(real, "root", "postfix")
        self.main.unlink()
        self.main.symlink_to("../../real.cf")
        self.addCleanup(self.main.unlink)
        self.server.age()
        before = self.bytes()
        for word in ("on", "off"):
            self.script(folder, word)
            self.assertTrue(self.main.is_symlink())
            self.assertEqual((stat.S_IMODE(real.stat().st_mode), real.group()), (0o640, "postfix"))
        self.assertEqual(self.bytes(), before)

    def test_a_killed_run_loses_nothing(self):
        narrow = self.export(self.folder / "killed-narrow", "encrypt:.bank.example")
        wide = self.export(self.folder / "killed-wide", "encrypt:all", refuse="now")
        before = self.bytes()
        tools = self.folder / "tools"
        tools.mkdir()
        # Every file changes by a rename: the script dies before or behind each of them.
        (tools / "mv").write_text('#!/bin/sh\nn=$(($(cat "$COUNT") + 1))\necho $n >"$COUNT"\n'
                                  '[ "$n" != "$DIE" ] || [ "$WHEN" != before ] || { kill -9 $PPID; exit; }\n'
                                  '/bin/mv "$@"\n[ "$n" != "$DIE" ] || kill -9 $PPID\n')
        (tools / "mv").chmod(0o755)
        (tools / "postfix").write_text('#!/bin/sh\n[ "$1" != reload ] || exit 0\nexec /usr/sbin/postfix "$@"\n')
        (tools / "postfix").chmod(0o755)
        count = self.folder / "count"
        path = {"PATH": f"{tools}:{self.server._environment['PATH']}", "COUNT": str(count)}
        killed = 0
        for die, when in itertools.product(range(1, 5), ("before", "behind")):
            self.server.reset()
            count.write_text("0")
            self.script(narrow, "on", environment={**path, "DIE": "0"})
            count.write_text("0")
            killed += self.script(wide, "on", check=False, environment={**path, "DIE": str(die), "WHEN": when}).returncode == -9
            count.write_text("0")
            self.script(wide, "off", environment={**path, "DIE": "0"})
            self.assertEqual(self.bytes(), before, f"killed {when} rename {die}")
            self.assertEqual(self.leftovers(), [])
        self.assertGreaterEqual(killed, 4)

    def test_edits_of_others_stay(self):
        self.server.reset(plaintext_reject_code="451", smtpd_tls_loglevel="0")
        with open(self.main, "a", encoding="utf-8") as file:
            file.write("smtpd_sender_restrictions =\n  reject_non_fqdn_sender,\n  # closing\n  permit\n")
        self.server.age()
        folder = self.export(self.folder / "edited", "encrypt:.bank.example")
        self.script(folder, "on")
        text = self.main.read_text()
        self.assertIn("plaintext_reject_code = 450\n", text)
        # Somebody chooses another code, adds a check of his own, writes a comment between, and a new setting.
        self.main.write_text(text.replace("plaintext_reject_code = 450", "plaintext_reject_code = 452")
                             .replace("  reject_non_fqdn_sender,\n", "  reject_non_fqdn_sender,\n  check_sender_access inline:{x.example=554},\n")
                             + "# mine\nsmtpd_helo_required = yes\n")
        self.server.age()
        done = self.script(folder, "off")
        self.assertIn("plaintext_reject_code was changed by somebody else", done.stderr)
        self.assertIn("plaintext_reject_code = 451", done.stderr)
        left = self.main.read_text()
        self.assertNotIn("waxseal_", left)
        self.assertIn("plaintext_reject_code = 452\n", left)
        self.assertIn("smtpd_tls_loglevel = 0\n", left)
        self.assertTrue(left.endswith("smtpd_sender_restrictions =\n  reject_non_fqdn_sender,\n  check_sender_access inline:{x.example=554},\n"
                                      "  # closing\n  permit\n# mine\nsmtpd_helo_required = yes\n"), left)
        # postconf -e writes a list anew, on one line, with our word in it.
        self.server.reset(smtpd_sender_restrictions="reject_non_fqdn_sender")
        self.script(folder, "on")
        self.server.age()
        self.server.run("postconf", "-e", "smtpd_sender_restrictions=reject_non_fqdn_sender, waxseal_inbound, reject_unknown_sender_domain")
        self.server.age()
        self.script(folder, "off")
        self.assertIn("smtpd_sender_restrictions = reject_non_fqdn_sender, reject_unknown_sender_domain\n", self.main.read_text())

    def test_an_edit_in_the_same_moment_is_seen(self):
        folder = self.export(self.folder / "moment", "encrypt:.bank.example")
        tools = self.folder / "moment-tools"
        tools.mkdir()
        # The trial of the new tables comes after main.cf was read.
        (tools / "postmap").write_text('#!/bin/sh\necho "# edited" >>"$MAIL_CONFIG/main.cf"\nexec /usr/sbin/postmap "$@"\n')
        (tools / "postmap").chmod(0o755)
        before = self.bytes()
        done = self.script(folder, "on", check=False, environment={"PATH": f"{tools}:{self.server._environment['PATH']}"})
        self.assertEqual(done.returncode, 1)
        self.assertIn("changed by somebody else", done.stderr)
        self.assertEqual(self.bytes()[0].replace(b"# edited\n", b""), before[0])
        self.assertEqual(self.bytes()[1], before[1])
        self.assertEqual(self.leftovers(), [])

    def test_two_runs_at_once_do_not_mix(self):
        folder = self.export(self.folder / "twice", "encrypt:.bank.example")
        before = self.bytes()
        (self.server.config / "waxseal.lock").write_text(f"{os.getpid()}\n")
        done = self.script(folder, "on", check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("is at work", done.stderr)
        self.assertEqual(self.bytes(), before)
        (self.server.config / "waxseal.lock").unlink()


if __name__ == "__main__":
    lacking = mailserver.missing_parts()
    if lacking:
        print(f"{lacking}: the closed loop cannot run here")
        sys.exit(1 if os.environ.get("CI") == "true" else 77)
    unittest.main(verbosity=2)
