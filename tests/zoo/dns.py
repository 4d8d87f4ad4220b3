# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The zoo's own DNS: knot signs zoo.test at start; one child has no DS, another a wrong one; unbound validates for system tools."""
import pathlib
import subprocess

import pki
import reported
import specimens
from specimens import ZONE

WRONG_DS = "DS 12345 13 2 " + "0" * 64
# Addresses that ask no one else; port 53 only because /etc/resolv.conf knows no other.
UNBOUND = "127.0.0.54"
ROOT = "127.0.0.1"


def _header(origin: str) -> list[str]:
    return [f"$ORIGIN {origin}.", "$TTL 60", "@ SOA ns hostmaster 1 3600 600 86400 60", "@ NS ns", "ns A 127.0.0.1"]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _tlsa_owner(host: str) -> str:
    return f"_{specimens.PORT}._tcp.{host}.{ZONE}."


def _main_zone(certificates: pki.Pki) -> str:
    lines = _header(ZONE)
    for server in (*specimens.SERVERS, specimens.PUBLIC):
        lines += [f"{server.name} MX 10 {server.host}.", f"{server.host}. A {server.address}"]
        if server.also_ipv6:
            lines.append(f"{server.host}. AAAA ::1")
        for record in server.tlsa:
            lines.append(f"{_tlsa_owner('mx.' + server.name)} TLSA {certificates.tlsa(record)}")
    for name, records in specimens.DNS_DOMAINS.items():
        lines += [f"{name} {record}" for record in records]
    for policy in specimens.POLICIES:
        if policy.mx:
            lines.append(f"{policy.name} MX 10 {policy.mx}")
        lines.append(f"mta-sts.{policy.name} A {specimens.STS_ADDRESS}")
        lines += [f"_mta-sts.{policy.name} TXT {_quoted(record)}" for record in policy.records]
        if policy.report:
            lines.append(f"_smtp._tls.{policy.name} TXT {_quoted(policy.report)}")
    lines += [f"{_tlsa_owner(name)} TLSA {certificates.tlsa(record)}" for name, record in specimens.TLSA.items()]
    for i in range(1, specimens.SHARED + 1):
        lines += [f"v{i}.shared MX 10 mx.v{i}.shared", f"mx.v{i}.shared A {specimens.server('shared').address}"]
    for server in reported.AT_25:
        lines += [f"{server.name} MX 10 {server.host}.", f"{server.host}. A {server.address}"]
    for name, records in (reported.LOOP_DOMAINS | reported.LOOP_HOSTS).items():
        lines += [f"{name} {record}" for record in records]
    for i, address in enumerate(specimens.BLACK_HOLES, 1):
        lines += [f"b{i}.blackhole MX 10 mx{i}.blackhole", f"mx{i}.blackhole A {address}"]
    lines += [f"d{i}.bulk MX 10 mx.bulk" for i in range(1, specimens.BULK + 1)]
    for i in range(1, specimens.SLOW_HOSTS + 1):
        lines += [f"d{i}.slowbench MX 10 mx{i}.slowbench", f"mx{i}.slowbench A {specimens.SLOW_BENCH_NETWORK}.{i}"]
    for child in ("insecure", "bogus", "_tcp.mx.tlsabogus"):
        lines += [f"{child} NS ns.{child}", f"ns.{child} A 127.0.0.1"]
    lines += [f"bogus {WRONG_DS}", f"_tcp.mx.tlsabogus {WRONG_DS}"]
    return "\n".join(lines) + "\n"


def _child_zone(child: str, certificates: pki.Pki) -> str:
    lines = _header(f"{child}.{ZONE}")
    tlsa = f"TLSA {certificates.tlsa(specimens.GOOD_KEY)}"
    if child.startswith("_tcp"):
        lines.append(f"_{specimens.PORT} {tlsa}")
    else:
        lines += ["@ MX 10 mx", "mx A 127.0.0.10", f"_{specimens.PORT}._tcp.mx {tlsa}"]
    if child == "insecure":
        lines += [f"{name} MX 10 {host}.{ZONE}." for name, host in specimens.INSECURE_DOMAINS.items()]
        lines.append("mx.unlisted A 127.0.0.10")
    return "\n".join(lines) + "\n"


def _root_zone() -> str:
    """All there is below the root is the zoo."""
    return "\n".join((".  60 SOA ns.root. hostmaster.root. 1 3600 600 86400 60", ".  60 NS ns.root.", f"ns.root. 60 A {ROOT}",
                      f"{ZONE}. 60 NS ns.{ZONE}.", f"ns.{ZONE}. 60 A {ROOT}", ""))


class Dns:
    def __init__(self, folder: pathlib.Path, certificates: pki.Pki, has_root: bool):
        self._folder = folder
        self._has_root = has_root
        zones = folder / "zones"
        for path in (zones, folder / "run", folder / "journal"):
            path.mkdir(parents=True, exist_ok=True)
        children = {"insecure": False, "bogus": True, "_tcp.mx.tlsabogus": True}
        (zones / "zoo.zone").write_text(_main_zone(certificates))
        for child in children:
            (zones / f"{child}.zone").write_text(_child_zone(child, certificates))
        if has_root:
            (zones / "root.zone").write_text(_root_zone())
            (folder / "root.hints").write_text(f".  60 NS ns.root.\nns.root. 60 A {ROOT}\n")
        self._configuration = folder / "knot.conf"
        self._configuration.write_text(self._knot(children))

    def knot_command(self) -> list[str]:
        return ["knotd", "-c", str(self._configuration)]

    def trust_anchor(self) -> str:
        """The DS record of zoo.test, once knot has made its key; empty before."""
        done = subprocess.run(["keymgr", "-c", str(self._configuration), f"{ZONE}.", "ds"], capture_output=True, text=True, check=False)
        lines = done.stdout.splitlines()
        return lines[0] if lines else ""

    def unbound_command(self, anchor: str) -> list[str]:
        configuration = self._folder / "unbound.conf"
        configuration.write_text("\n".join((
            "server:",
            f"  interface: {UNBOUND}@53",
            "  do-daemonize: no",
            "  use-syslog: no",
            f"  logfile: {self._folder}/unbound.log",
            f"  pidfile: {self._folder}/unbound.pid",
            f"  directory: {self._folder}",
            '  chroot: ""',
            '  username: ""',
            '  module-config: "validator iterator"',
            "  do-not-query-localhost: no",
            f'  trust-anchor: "{anchor}"',
            '  local-zone: "test." transparent',
            "remote-control:",
            "  control-enable: no",
            "forward-zone:",
            '  name: "."',
            f"  forward-addr: {specimens.RESOLVER}",
            "")))
        return ["unbound", "-d", "-c", str(configuration)]

    def _knot(self, children: dict[str, bool]) -> str:
        # A resolver that begins at the root asks at port 53.
        listening = [specimens.RESOLVER] + ([f"{ROOT}@53", "::1@5353"] if self._has_root else [])
        lines = [
            "server:", f"    rundir: {self._folder}/run", f"    listen: [ {', '.join(listening)} ]",
            "    udp-workers: 1", "    tcp-workers: 1", "    background-workers: 1",
            "log:", f"  - target: {self._folder}/knot.log", "    any: info",
            "database:", f"    storage: {self._folder}/journal",
            "policy:", "  - id: zoo", "    algorithm: ECDSAP256SHA256", "    single-type-signing: on",
            "    nsec3: on", "    nsec3-iterations: 0", "    cds-cdnskey-publish: none",
            "template:", "  - id: default", f"    storage: {self._folder}/zones",
            "    zonefile-sync: -1", "    zonefile-load: difference-no-serial", "    journal-content: all",
            "zone:"]
        if self._has_root:
            lines += ["  - domain: .", "    file: root.zone"]
        for domain, file, is_signed in [(ZONE, "zoo", True)] + [(f"{c}.{ZONE}", c, s) for c, s in children.items()]:
            lines += [f"  - domain: {domain}", f"    file: {file}.zone"]
            if is_signed:
                lines += ["    dnssec-signing: on", "    dnssec-policy: zoo"]
        return "\n".join(lines) + "\n"
