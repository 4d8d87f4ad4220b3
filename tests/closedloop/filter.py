# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exported filter for OpenSMTPD, spoken to by its protocol (smtpd-filters(7)) as smtpd does; and smtpd's own check of the files, where
Debian's package can be had. A whole server is not run: Debian 12 has 6.8, which cannot do TLS with OpenSSL 3.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import eximserver
import odd
import waxseal
from waxseal import Policy

SAMPLE = pathlib.Path(__file__).resolve().parent.parent / "data" / "postfix" / "lab.short.xz"
SMTPD = eximserver.UNPACKED / "usr/sbin/smtpd"


class Filter(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="waxseal-filter-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def export(self, *words):
        waxseal.run("export", SAMPLE, *words, "--target", "opensmtpd", "--output", self.folder, "--server-directory", self.folder, "--overwrite")

    def talk(self, sessions, protocol="0.7", awk=None):
        """sessions: (source, TLS string or None, who logs in or None, sender) -> the filter's answers, and what it logged."""
        environment = dict(os.environ)
        if awk:
            (self.folder / "bin").mkdir(exist_ok=True)
            link = self.folder / "bin" / "awk"
            link.unlink(missing_ok=True)
            link.symlink_to(awk)
            environment["PATH"] = f"{link.parent}:{environment['PATH']}"
        process = subprocess.Popen(["/bin/sh", self.folder / "waxseal-filter.sh", self.folder / "waxseal_sender"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
        say = lambda line: (process.stdin.write(line.encode("utf-8", "surrogateescape") + b"\n"), process.stdin.flush())
        say("config|smtpd-version|7.6.0")
        say(f"config|protocol|{protocol}")
        say("config|ready")
        registered = []
        while not registered or registered[-1] != "register|ready":
            registered.append(process.stdout.readline().decode().strip())
        self.assertIn("register|filter|smtp-in|mail-from", registered)
        answers = []
        for number, (source, tls, user, sender) in enumerate(sessions):
            name, token = f"{number:016x}", f"{number + 7:016x}"
            report = f"report|{protocol}|1576146008.006099|smtp-in"
            say(f"{report}|link-connect|{name}|mx.example|pass|{source}|192.0.2.25:25")
            if tls:
                say(f"{report}|link-tls|{name}|{tls}")
            if user:
                say(f"{report}|link-auth|{name}|{user}|pass")
            say(f"filter|{protocol}|1576146008.006105|smtp-in|mail-from|{name}|{token}|{sender}")
            answer = process.stdout.readline().decode().strip()  # it answers at once, or smtpd would wait for ever
            start = f"filter-result|{name}|{token}|" if float(protocol) >= 0.5 else f"filter-result|{token}|{name}|"
            self.assertTrue(answer.startswith(start), answer)
            answers.append(answer.removeprefix(start))
            say(f"{report}|link-disconnect|{name}")
        process.stdin.close()
        logged = process.stderr.read().decode("utf-8", "replace")
        process.stdout.close()
        process.stderr.close()
        self.assertEqual(process.wait(30), 0)
        return answers, logged

    OUTSIDE = "198.51.100.7:40000"
    TLS13 = "TLSv1.3:TLS_AES_256_GCM_SHA384:256"

    def test_each_rule(self):
        self.export("--require", "encrypt:.bank.example,exact.example", "--require", "encrypt>=1.2:v.example", "--require", "none:free.bank.example",
                    "--require", "encrypt>=1.3:.w.example", "--enforce")
        clear, v12, v13 = ("reject|450 4.7.1 Session encryption is required", *(f"reject|450 4.7.1 Session encryption with TLS 1.{n} or later is required" for n in (2, 3)))
        cases = [(self.OUTSIDE, None, None, "u@bank.example", clear), (self.OUTSIDE, None, None, "u@News.BANK.example", clear),
                 (self.OUTSIDE, self.TLS13, None, "u@bank.example", "proceed"), (self.OUTSIDE, None, None, "u@free.bank.example", "proceed"),
                 (self.OUTSIDE, None, None, "u@x.free.bank.example", clear), (self.OUTSIDE, None, None, "u@exact.example", clear),
                 (self.OUTSIDE, None, None, "u@sub.exact.example", "proceed"), (self.OUTSIDE, None, None, "u@notbank.example", "proceed"),
                 (self.OUTSIDE, None, None, "", "proceed"), (self.OUTSIDE, None, None, "<u@bank.example>", clear),
                 (self.OUTSIDE, None, None, "a|b@bank.example", clear), (self.OUTSIDE, None, None, '"x@y.example"@bank.example', clear),
                 (self.OUTSIDE, "TLSv1:AES256-SHA:256", None, "u@v.example", v12), (self.OUTSIDE, "TLSv1.1:AES256-SHA:256", None, "u@v.example", v12),
                 (self.OUTSIDE, "TLSv1.2:ECDHE-RSA-AES256-GCM-SHA384:256", None, "u@v.example", "proceed"), (self.OUTSIDE, None, None, "u@v.example", v12),
                 (self.OUTSIDE, "version=TLSv1.2, cipher=X, bits=256", None, "u@w.example", v13), (self.OUTSIDE, self.TLS13, None, "u@a.w.example", "proceed"),
                 (self.OUTSIDE, None, "user", "u@bank.example", "proceed"), ("10.1.2.3:4000", None, None, "u@bank.example", "proceed"),
                 ("172.31.255.255:1", None, None, "u@bank.example", "proceed"), ("172.32.0.0:1", None, None, "u@bank.example", clear),
                 ("[fd12::1]:4000", None, None, "u@bank.example", "proceed"), ("[2001:db8::1]:4000", None, None, "u@bank.example", clear),
                 ("[::1]:4000", None, None, "u@bank.example", "proceed"), ("[fe80::1]:4000", None, None, "u@bank.example", "proceed"),
                 ("local", None, None, "u@bank.example", "proceed"), ("unix:/var/run/smtpd.sock", None, None, "u@bank.example", "proceed")]
        awks = [a for a in map(shutil.which, ("mawk", "gawk", "original-awk")) if a]
        self.assertTrue(awks)
        for awk in awks:
            for protocol in ("0.7", "0.4"):
                answers, logged = self.talk([c[:4] for c in cases], protocol, awk)
                self.assertEqual(answers, [c[4] for c in cases], awk)
                self.assertEqual(logged.count("Waxseal refuses"), sum(a != "proceed" for a in answers))

    def test_odd_senders(self):
        policy = Policy("odd", ["encrypt:.bank.example,exact.example", "encrypt:<>"], "now")
        senders = [s for s in odd.SENDERS if s.isascii() and "\t" not in s]
        self.assertGreaterEqual(len(senders), 40)
        for options in (["--enforce"], []):
            self.export(*policy.arguments(), "--refuse", "now", *options)
            answers, logged = self.talk([(self.OUTSIDE, tls, None, s) for tls in (None, self.TLS13) for s in senders])
            predicted = []
            for tls in ("plaintext", "1.3"):
                for sender in senders:
                    domain = sender.rpartition("@")[2].lower().removesuffix(".") if "@" in sender else "<>"
                    predicted.append(policy.loses({"domain": domain, "tls": tls, "trust": ""}))
            self.assertGreaterEqual(sum(predicted), 20)
            if options:
                self.assertEqual([a.startswith("reject|554 5.7.1 ") for a in answers], predicted)
            else:
                self.assertEqual(set(answers), {"proceed"})
                self.assertEqual(logged.count("Waxseal would refuse"), sum(predicted))

    def test_what_cannot_be_read_requires_nothing(self):
        self.export("--require", "encrypt:all", "--enforce")
        (self.folder / "waxseal_sender").unlink()
        answers, logged = self.talk([(self.OUTSIDE, None, None, "u@bank.example")])
        self.assertEqual(answers, ["proceed"])
        self.assertIn("cannot be read", logged)

    @unittest.skipUnless(SMTPD.exists(), "Debian's OpenSMTPD cannot be had")
    def test_smtpd_reads_the_files(self):
        self.export("--require", "encrypt:.bank.example", "--enforce")
        self.export("--direction", "outbound", "--require", "encrypt:.bank.example", "--require", "verify:x.example", "--require", "may:all", "--enforce")
        configuration = self.folder / "smtpd.conf"
        configuration.write_text(f'include "{self.folder}/waxseal_inbound.conf"\nlisten on 127.0.0.1 port 2525 filter "waxseal"\n'
                                 f'include "{self.folder}/waxseal_outbound.conf"\n')
        done = subprocess.run([SMTPD, "-n", "-f", configuration], capture_output=True, timeout=60)
        said = (done.stdout + done.stderr).decode()
        if "unknown user" in said:
            self.skipTest(said)
        self.assertEqual((done.returncode, "configuration OK" in said), (0, True), said)


if __name__ == "__main__":
    subprocess.run([eximserver.ROOT / ".ci" / "unpack-exim"], check=False, stdin=subprocess.DEVNULL)
    unittest.main(verbosity=2)
