# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Private Postfix instances: the receiver with all specimens, and the sender that serves as oracle."""
import os
import pathlib
import pwd
import shutil
import subprocess

import reported
import specimens

# What every instance needs of master.cf: service, type, chroot etc. as Postfix ships them, nothing chrooted.
_INTERNAL_SERVICES = """\
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
smtp unix - - n - - smtp
relay unix - - n - - smtp
discard unix - - n - - discard
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
"""


class Instance:
    """One Postfix with its own configuration, queue, data and log below one folder."""

    def __init__(self, folder: pathlib.Path, root: pathlib.Path, main: dict[str, str], services: str):
        self._folder = folder
        self._configuration = folder / "etc"
        self.log = folder / "mail.log"
        for name in ("etc", "queue", "data"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        shutil.chown(folder / "data", pwd.getpwnam("postfix").pw_name)
        settings = {
            "compatibility_level": "3.6",
            "config_directory": self._configuration,
            "queue_directory": folder / "queue",
            "data_directory": folder / "data",
            "daemon_directory": "/usr/lib/postfix/sbin",
            "shlib_directory": "/usr/lib/postfix",
            "command_directory": "/usr/sbin",
            "meta_directory": "/etc/postfix",
            "mail_owner": "postfix",
            "setgid_group": "postdrop",
            "maillog_file_prefixes": root,
            "maillog_file": self.log,
            "mydestination": "",
            "mynetworks": "",
            "smtpd_relay_restrictions": "reject_unauth_destination",
            "alias_maps": "",
            "alias_database": "",
            "inet_interfaces": "127.0.0.1",
            "default_process_limit": "100",
            "smtputf8_enable": "no",
            "notify_classes": "",
            **main,
        }
        (self._configuration / "main.cf").write_text("".join(f"{key} = {value}\n" for key, value in settings.items()))
        (self._configuration / "master.cf").write_text(_INTERNAL_SERVICES + services)

    def lay_out(self) -> None:
        """Makes the queue's folders, so that mail can be submitted before start()."""
        self._postfix("check")

    def start(self) -> None:
        self.log.touch()
        if self._postfix("start") != 0:
            raise RuntimeError(f"Postfix did not start: see {self.log}")

    def stop(self) -> None:
        self._postfix("stop")

    def _postfix(self, verb: str) -> int:
        return subprocess.run(["postfix", "-c", str(self._configuration), verb], check=False, timeout=30,
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              env=self._environment()).returncode

    def submit(self, recipients: list[str]) -> None:
        """Queues one small message from <> to each recipient; works between lay_out() and start(), too."""
        subprocess.run(["sendmail", "-C", str(self._configuration), "-f", "", *recipients], check=True,
                       input=b"Subject: delivery matrix\n\nNothing to see.\n",
                       stderr=subprocess.DEVNULL, env=self._environment(), timeout=30)

    def _environment(self) -> dict[str, str]:
        # A caller's MAIL_CONFIG or LD_PRELOAD is none of its business.
        return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "MAIL_CONFIG": str(self._configuration)}


def _braced(option: str) -> str:
    return f"  -o {{ {option} }}\n"


def _chain(certificate: str, pki: pathlib.Path) -> list[str]:
    if certificate == "none":
        return ["smtpd_tls_cert_file=none"]
    return ["smtpd_tls_chain_files=" + ", ".join(f"{pki}/{name}.chain.pem" for name in certificate.split("+"))]


def _listener(server: specimens.Server, address: str, pki: pathlib.Path) -> str:
    limit = 400 if server.name in ("slow", "bulk") else "-"
    options = ["smtpd_tls_security_level=may", f"myhostname={server.host}", f"syslog_name={server.name}",
               *_chain(server.certificate, pki), *(o.format(pki=pki) for o in server.options)]
    return f"{address}:{server.port} inet n - n - {limit} smtpd\n" + "".join(map(_braced, options))


def receiver(root: pathlib.Path, has_public: bool) -> Instance:
    """The instance that is most of the zoo. Its log names the specimen in place of "postfix"."""
    pki = root / "pki"
    services = ""
    for server in (*specimens.POSTFIX, *([specimens.PUBLIC] if has_public else [])):
        services += _listener(server, server.address, pki)
        if server.also_ipv6:
            services += _listener(server, "[::1]", pki)
    screen = specimens.POSTSCREEN
    tls = ["smtpd_tls_security_level=may", *_chain(screen.certificate, pki), f"syslog_name={screen.name}"]
    services += f"{screen.address}:{specimens.PORT} inet n - n - 1 postscreen\n" + "".join(map(_braced, [
        *tls, f"myhostname={screen.host}", "postscreen_access_list=", "postscreen_dnsbl_sites=", "postscreen_greet_action=enforce",
        "postscreen_greet_wait=2s", "postscreen_cache_map=", "postscreen_upstream_proxy_protocol=", "smtpd_service_name=screened"]))
    services += "screened pass - - n - - smtpd\n" + "".join(map(_braced, [*tls, f"myhostname={screen.host}"]))
    services += "dnsblog unix - - n - 0 dnsblog\ntlsproxy unix - - n - 0 tlsproxy\n" + "".join(map(_braced, tls))
    return Instance(root / "postfix", root, {
        "myhostname": f"mx.{specimens.ZONE}",
        "relay_domains": specimens.ZONE,
        "content_filter": "discard:",
        "smtpd_peername_lookup": "no",
        "smtpd_client_connection_count_limit": "0",
        "smtpd_tls_loglevel": "1",
        "smtpd_tls_CAfile": pki / "ca.pem",
    }, services)


def sender(root: pathlib.Path, later_attempts: bool, port: int = specimens.PORT, profile: str = "") -> Instance:
    """
    The oracle: smtp(8) with one transport a level, chosen by the recipient's local part.

    A first attempt never falls back to plaintext after a failed handshake; one that comes minimal_backoff_time after the arrival may.
    later_attempts shortens that time to a second: who starts this instance later than that after submitting sees later attempts.
    At port 25 it looks for itself among the mail hosts, as Postfix does only there. profile: a key of PROFILES.
    """
    folder = root / "-".join(["sender", *(["later"] if later_attempts else []), *([str(port)] if port != specimens.PORT else []),
                              *([profile] if profile else [])])
    folder.mkdir(parents=True, exist_ok=True)
    transports = folder / "transport"
    transports.write_text("".join(f"/^{level}@/ smtp-{level}:\n" for level in (*specimens.LEVELS, "mta-sts")))
    policies = folder / "policies"
    policies.write_text("".join(f"{p.name}.{specimens.ZONE} {level}\n" for p, level in sts_levels()))
    services = "".join(f"smtp-{level} unix - - n - - smtp\n" + _braced(f"smtp_tls_security_level={level}") for level in specimens.LEVELS)
    services += "smtp-mta-sts unix - - n - - smtp\n" + "".join(map(_braced, (
        "smtp_tls_security_level=dane", f"smtp_tls_policy_maps=texthash:{policies}")))
    timeouts = ("connect", "helo", "starttls", "mail", "rcpt", "quit", "rset", "xforward", "data_init", "data_xfer", "data_done")
    return Instance(folder, root, {
        "myhostname": reported.SENDER,
        # Only for what it is itself; no service of it listens.
        "inet_interfaces": "all",
        "proxy_interfaces": reported.PROXY_INTERFACE,
        "smtp_dns_support_level": "dnssec",
        "smtp_tcp_port": str(port),
        "smtp_address_preference": "ipv4",
        "smtp_tls_CAfile": root / "pki" / "ca.pem",
        "smtp_tls_loglevel": "1",
        "smtp_per_record_deadline": "yes",
        "transport_maps": f"regexp:{transports}",
        "default_transport": "smtp-may",
        "minimal_backoff_time": "1s" if later_attempts else "300s",
        # A busy machine must not look like a silent server.
        "default_process_limit": "30",
        **{f"smtp_{name}_timeout": "10s" for name in timeouts},
        **PROFILES.get(profile, {}),
    }, services)


# Other settings than Postfix's own, by the name that waxseal-cli has for such a sender.
PROFILES = {"postfix-tls12": {"smtp_tls_protocols": ">=TLSv1.2", "smtp_tls_mandatory_protocols": ">=TLSv1.2"}}


def sts_levels() -> list[tuple[specimens.Policy, str]]:
    """What an MTA-STS resolver tells Postfix for the domains whose policy is valid and enforced."""
    levels = []
    for policy in specimens.POLICIES:
        fields = [line.split(": ", 1) for line in policy.body.splitlines() if ": " in line]
        mx = [value.removeprefix("*") for key, value in fields if key == "mx"]
        if policy.name in ENFORCED:
            levels.append((policy, "secure match=" + ":".join(mx) + " servername=hostname"))
    return levels


# By RFC 8461, and by hand: the oracle would be none if it asked the code under test.
# "stsdeepwild" is left out: match=.zoo.test takes any depth, where a policy's "*." stands for one label (RFC 8461 section 4.1).
ENFORCED = ("sts", "stsmismatch", "stsuntrusted", "stsplain", "stswild", "stslf", "stsextra")


def is_installed() -> bool:
    return bool(shutil.which("postfix", path="/usr/sbin:/usr/bin")) and os.path.isdir("/usr/lib/postfix/sbin")
