# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one list of what lives in the zoo. Zones, certificates, server configuration and tests are all derived from it."""
from dataclasses import dataclass

import reported
from species import GOOD_KEY, PORT, ZONE, Server, Tlsa, any_cipher

RESOLVER = "127.0.0.1@5353"          # authoritative and signed; also what a resolver under test forwards to
HOSTILE_RESOLVER = "127.0.0.1@5354"  # answers as scripted, never as it should
HOSTILE_ZONE = "hostile.test"
STS_ADDRESS = "127.0.5.1"
STS_PORTS = (443, 8443)
BULK = 1000
SLOW_HOSTS = 200


POSTFIX = (
    Server("good", "127.0.0.10", "good", tlsa=(GOOD_KEY,), also_ipv6=True),
    Server("notls", "127.0.0.11", options=("smtpd_tls_security_level=none",), tlsa=(GOOD_KEY,)),
    Server("tls10", "127.0.0.12", "rsaany",
           ("smtpd_tls_protocols=>=TLSv1,<=TLSv1", "smtpd_tls_ciphers=low", *any_cipher("low", "medium"))),
    Server("expired", "127.0.0.13", "expired", tlsa=(Tlsa(3, 0, 1, "expired"),)),
    Server("self", "127.0.0.14", "self", tlsa=(Tlsa(3, 1, 1, "self"),)),
    Server("wrong", "127.0.0.15", "wrong", tlsa=(GOOD_KEY,)),
    Server("req", "127.0.0.16", options=("smtpd_tls_security_level=encrypt",), tlsa=(Tlsa(1, 1, 1, "any"),)),
    Server("ccert", "127.0.0.17", options=("smtpd_tls_security_level=encrypt", "smtpd_tls_req_ccert=yes")),
    Server("hidden", "127.0.0.18", "good", ("smtpd_discard_ehlo_keywords=starttls",)),
    Server("weakdh", "127.0.0.19", "rsaany",
           ("smtpd_tls_dh1024_param_file={pki}/dh1024.pem", "smtpd_tls_protocols=>=TLSv1.2,<=TLSv1.2",
            "tls_medium_cipherlist=kDHE:@SECLEVEL=0", "tls_high_cipherlist=kDHE:@SECLEVEL=0")),
    Server("nochain", "127.0.0.20", "nochain"),
    Server("rsa1024", "127.0.0.21", "rsa1024", any_cipher("medium", "high")),
    Server("tls13", "127.0.0.22", options=("smtpd_tls_protocols=>=TLSv1.3",), tlsa=(Tlsa(2, 0, 1, "root"),)),
    Server("notyet", "127.0.0.23", "notyet"),
    Server("anon", "127.0.0.24", "none"),
    # Beyond the eighteen of the matrix.
    Server("dual", "127.0.0.25", "any+rsaany"),
    Server("sts", "127.0.0.26", "sts"),
    Server("soon", "127.0.0.27", "soon"),
    Server("daneta", "127.0.0.28", "daneta", tlsa=(Tlsa(2, 1, 1, "intermediate"),)),
    Server("rollover", "127.0.0.29", "rollover", tlsa=(GOOD_KEY, Tlsa(3, 1, 1, "rollover"))),
    Server("bulk", "127.0.0.30", tlsa=(Tlsa(3, 1, 1, "any"),)),
    Server("slow", "127.0.0.31",
           options=("smtpd_delay_reject=no", "smtpd_client_restrictions=sleep 1")),
    Server("limit", "127.0.0.32",
           options=("smtpd_client_connection_count_limit=1", "smtpd_client_event_limit_exceptions=")),
    Server("tls12", "127.0.0.34", "rsaany", ("smtpd_tls_protocols=>=TLSv1.2,<=TLSv1.2",)),
    Server("tls11", "127.0.0.35", "rsaany",
           ("smtpd_tls_protocols=>=TLSv1.1,<=TLSv1.1", "smtpd_tls_ciphers=low", *any_cipher("low", "medium"))),
    Server("mixeddane", "127.0.0.36", "mixeddane", tlsa=(Tlsa(1, 1, 1, "mixeddane"), Tlsa(3, 1, 1, "mixeddane"))),
    Server("tlsabogus", "127.0.0.37"),
    Server("danename", "127.0.0.38", "wrong", tlsa=(Tlsa(2, 1, 1, "intermediate"),)),
    # TLSA records of every kind. Of several digests only the strongest counts (RFC 7671 section 9).
    Server("tlsafull", "127.0.0.50", "good", tlsa=(Tlsa(3, 1, 0, "good"),)),
    Server("tlsafullcert", "127.0.0.51", "good", tlsa=(Tlsa(3, 0, 0, "good"),)),
    Server("tlsasha512", "127.0.0.52", "good", tlsa=(Tlsa(3, 1, 2, "good"),)),
    Server("tlsaagile", "127.0.0.53", "good", tlsa=(GOOD_KEY, Tlsa(3, 1, 2, "wrong"))),
    Server("tlsaagilegood", "127.0.0.54", "good", tlsa=(Tlsa(3, 1, 1, "wrong"), Tlsa(3, 1, 2, "good"))),
    Server("tlsashort", "127.0.0.55", "good", tlsa=(Tlsa(3, 1, 1, "", "00ff"),)),
    Server("tlsajunk", "127.0.0.56", "good", tlsa=(Tlsa(3, 1, 0, "", "00ff00ff"),)),
    Server("tlsanokey", "127.0.0.57", "good", tlsa=(Tlsa(3, 1, 0, "", "3003020101"),)),
    Server("tlsapkixta", "127.0.0.58", "good", tlsa=(Tlsa(0, 0, 1, "root"),)),
    Server("tlsaselector", "127.0.0.59", "good", tlsa=(Tlsa(3, 7, 1, "good"),)),
    Server("tlsajunkandgood", "127.0.0.60", "good", tlsa=(Tlsa(3, 1, 1, "", "00ff"), GOOD_KEY)),
    # One address for many: the MX hosts of *.shared. Who comes twice at once is sent away.
    Server("shared", "127.0.0.61", "any",
           options=("smtpd_client_connection_count_limit=1", "smtpd_client_event_limit_exceptions=")),
    # Weak, each in one respect.
    Server("sha1cert", "127.0.0.62", "sha1cert", any_cipher("medium", "high")),
    Server("rsakeyexchange", "127.0.0.63", "rsakeyexchange",
           ("smtpd_tls_protocols=>=TLSv1.2,<=TLSv1.2", "tls_medium_cipherlist=kRSA", "tls_high_cipherlist=kRSA")),
    Server("cbc", "127.0.0.64", "cbc",
           ("smtpd_tls_protocols=>=TLSv1.2,<=TLSv1.2", "tls_medium_cipherlist=ECDHE-RSA-AES256-SHA384",
            "tls_high_cipherlist=ECDHE-RSA-AES256-SHA384")),
    # Names: RFC 9525 section 6.3, and what Postfix makes of them.
    Server("wildcard", "127.0.0.65", "wildcard"),
    Server("halfwildcard", "127.0.0.66", "halfwildcard"),
    Server("farwildcard", "127.0.0.67", "farwildcard"),
    Server("cnonly", "127.0.0.68", "cnonly"),
    Server("cnandothers", "127.0.0.69", "cnandothers"),
    Server("ipname", "127.0.0.70", "ipname"),
    Server("capitals", "127.0.0.71", "capitals"),
    Server("xn--mller-kva", "127.0.0.72", "xn--mller-kva"),
)

POSTFIX += reported.POSTFIX

# At the port where a mail server is public, and must not require TLS (RFC 3207 section 4).
PUBLIC = Server("public", "127.0.0.39", options=("smtpd_tls_security_level=encrypt",), port=25)

POSTSCREEN = Server("postscreen", "127.0.0.33")

EXIM = (
    Server("exim", "127.0.0.40", "rsaany"),
    Server("eximreq", "127.0.0.43", "rsaany"),
)

# Scripted by scriptedserver.py: what no ordinary server does.
SCRIPTED = tuple(Server(name, f"127.0.4.{number}", certificate) for number, name, certificate in (
    (1, "stripped", "scripted"),
    (2, "requiretls", "scripted"),
    (3, "busy454", "scripted"),
    (4, "garbagebanner", "scripted"),
    (5, "endlessbanner", "scripted"),
    (6, "hugeehlo", "scripted"),
    (7, "dripping", "scripted"),
    (8, "hang", "scripted"),
    (9, "alert", "scripted"),
    (10, "tlsgarbage", "scripted"),
    (11, "chain200", "chain200"),
    (12, "renegotiate", "scripted"),
    (13, "injectable", "scripted"),
    (14, "responseinjection", "scripted"),
    (15, "second421", "scripted"),
    (16, "slowgreeting", "scripted"),
    (17, "ehlodiff", "scripted"),
    (18, "sni", "scripted"),
    (19, "needssni", "scripted"),
    (20, "heloonly", "scripted"),
    (21, "banner554", "scripted"),
    (22, "banner421", "scripted"),
    (23, "closes", "scripted"),
    (24, "starttls502", "scripted"),
    (25, "tlsclose", "scripted"),
    (26, "longline", "scripted"),
    (27, "endlessehlo", "scripted"),
    (28, "silent", "scripted"),
    (29, "pipeliningrefused", "scripted"),
    (30, "drippinghandshake", "scripted"),
    (31, "unannounced", "scripted"),
    (32, "ccert12", "scripted"),
    (33, "ccert13", "scripted"),
    (34, "req454", "scripted"),
    (35, "injectable13", "scripted"),
    (36, "injectable12", "scripted"),
    (37, "tlsnoise", "scripted"),
    (38, "endlesstls", "scripted"),
    (39, "tlssilent", "scripted"),
)) + reported.SCRIPTED
BLACK_HOLES = tuple(f"127.0.4.{number}" for number in range(100, 106))    # who connects gets no answer at all
PROXY_ADDRESS = "127.0.5.2"
PROXY_PORTS = {"open": 1080, "password": 1081, "forbidding": 1082, "silent": 1083}
PROXY_USER, PROXY_PASSWORD = "zoo", "p:w@d"
SHARED = 20                          # domains whose MX hosts have names of their own and one address
SLOW_BENCH_NETWORK = "127.0.6"       # .1 to .200: a banner after one second, for the benchmark

SERVERS = POSTFIX + (POSTSCREEN,) + EXIM + SCRIPTED

# Rows of the delivery matrix, in its order: domains below ZONE.
MATRIX_DOMAINS = ("good", "notls", "tls10", "expired", "self", "wrong", "req", "ccert", "hidden", "weakdh", "nochain",
                  "rsa1024", "tls13", "notyet", "anon", "bogus", "insecure", "null")
LEVELS = ("may", "encrypt", "dane", "dane-only", "verify", "secure")

# Domains that are made of DNS alone, written below ZONE as they stand here.
DNS_DOMAINS = {
    "null": ["MX 0 ."],
    "nomx": ["A 127.0.0.10"],
    "nothing": ['TXT "neither MX nor address"'],
    "cnamed": ["CNAME good"],
    "cnameloop": ["CNAME cnameloop2"],
    "cnameloop2": ["CNAME cnameloop"],
    "multi": ["MX 10 mx.good", "MX 20 mx.notls", "MX 20 mx.expired", "MX 30 mx.gone"],
    "deadfirst": ["MX 10 mx.dead", "MX 20 mx.sts"],
    "dead": ["MX 10 mx.dead"],
    "mx.dead": ["A 127.0.0.99"],
    "nohost": ["MX 10 mx.gone"],
    "plainfirst": ["MX 10 mx.hidden", "MX 20 mx.sts"],
    "loopmx": ["MX 10 loopmx"],
    "v6only": ["MX 10 mx.v6only"],
    "mx.v6only": ["AAAA ::1"],
    "mxcname": ["MX 10 alias.mxcname"],
    "alias.mxcname": ["CNAME mx.sts"],
    "xn--bcher-kva": ["MX 10 mx.sts"],
    "snialias": ["MX 10 mx.snialias"],
    "mx.snialias": ["A 127.0.4.18"],    # that of sni
    "daneinsecuremx": ["MX 10 mx.insecure"],
    # The TLSA base domain where the MX host is an alias (RFC 7672 section 2.2.2).
    "cnametlsa": ["MX 10 alias.cnametlsa"],
    "alias.cnametlsa": ["CNAME mx.good"],
    "cnamechain": ["MX 10 alias.cnamechain"],
    "alias.cnamechain": ["CNAME alias2.cnamechain"],
    "alias2.cnamechain": ["CNAME mx.good"],
    "cnameown": ["MX 10 alias.cnameown"],
    "alias.cnameown": ["CNAME mx.sts"],
    "cnamehalf": ["MX 10 alias.cnamehalf"],
    "alias.cnamehalf": ["CNAME mx.insecure"],
}
DNS_DOMAINS |= reported.DNS_DOMAINS
# TLSA records of names that are no server's own.
TLSA = reported.TLSA | {
    "alias.cnameown": Tlsa(3, 1, 1, "sts"),
    "alias.cnamehalf": GOOD_KEY,
    "mx.v2.shared": Tlsa(3, 1, 1, "any"),
    "mx.v3.shared": GOOD_KEY,
}
# Below the zone without DS: their MX records are not secure, their MX hosts are.
INSECURE_DOMAINS = {
    "tosecure": "mx.good",
    "towrong": "mx.wrong",
    "tosts": "mx.sts",
}


@dataclass(frozen=True)
class Policy:
    """An MTA-STS domain: its TXT records and what https://mta-sts.NAME.zoo.test/.well-known/mta-sts.txt gives."""
    name: str
    body: str = ""
    mx: str | None = "mx.sts"        # None: the name has its MX elsewhere in this file
    records: tuple[str, ...] = ("v=STSv1; id=20260101T000000;",)
    certificate: str = "policy"
    behaviour: str = "serve"         # of policyserver.py
    report: str | None = None        # TLS-RPT record


def _policy(mode: str, *mx: str, max_age: str = "604800") -> str:
    return "".join(f"{line}\r\n" for line in ("version: STSv1", f"mode: {mode}", *(f"mx: {m}" for m in mx), f"max_age: {max_age}"))


_STS_MX = f"mx.sts.{ZONE}"
POLICIES = (
    Policy("good", _policy("enforce", f"mx.good.{ZONE}"), None, report=f"v=TLSRPTv1; rua=mailto:tlsrpt@good.{ZONE}"),
    Policy("sts", _policy("enforce", _STS_MX), None, report=f"v=TLSRPTv1;rua=mailto:a@sts.{ZONE},https://sts.{ZONE}/report"),
    Policy("ststesting", _policy("testing", f"elsewhere.{ZONE}")),
    Policy("stsnone", _policy("none")),
    Policy("stsmismatch", _policy("enforce", f"elsewhere.{ZONE}")),
    Policy("stsuntrusted", _policy("enforce", f"mx.nochain.{ZONE}"), "mx.nochain"),
    Policy("stsplain", _policy("enforce", f"mx.hidden.{ZONE}"), "mx.hidden"),
    Policy("stswild", _policy("enforce", f"*.sts.{ZONE}")),
    Policy("stsdeepwild", _policy("enforce", f"*.{ZONE}")),
    Policy("ststwo", _policy("enforce", _STS_MX), records=("v=STSv1; id=1;", "v=STSv1; id=2;")),
    Policy("stsbadrecord", _policy("enforce", _STS_MX), records=("v=STSv1; id=not an id!;",)),
    Policy("stsnoid", _policy("enforce", _STS_MX), records=("v=STSv1;",)),
    Policy("stsnorecord", _policy("enforce", _STS_MX), records=()),
    Policy("stsmissing", behaviour="missing"),
    Policy("stsredirect", _policy("enforce", _STS_MX), behaviour="redirect"),
    Policy("stshuge", _policy("enforce", _STS_MX), behaviour="huge"),
    Policy("stsendless", behaviour="endless"),
    Policy("stsdripping", _policy("enforce", _STS_MX), behaviour="drip"),
    Policy("stsself", _policy("enforce", _STS_MX), certificate="policyself"),
    Policy("stsname", _policy("enforce", _STS_MX), certificate="wrong"),
    Policy("stsexpired", _policy("enforce", _STS_MX), certificate="policyexpired"),
    Policy("stsgarbage", "\x00\x01 this is no policy\r\n"),
    Policy("stsnomx", _policy("enforce")),
    Policy("stsnoage", f"version: STSv1\r\nmode: enforce\r\nmx: {_STS_MX}\r\n"),
    Policy("stsbadmode", _policy("always", _STS_MX)),
    Policy("stslf", _policy("enforce", _STS_MX).replace("\r\n", "\n")),
    Policy("stsextra", _policy("enforce", _STS_MX) + "future: field\r\n"),
    Policy("rptbad", mx="mx.sts", records=(), report="v=TLSRPTv1; rua=nowhere"),
)


def server(name: str) -> Server:
    """The server of that name; raises LookupError when there is none."""
    for candidate in (*SERVERS, PUBLIC):
        if candidate.name == name:
            return candidate
    raise LookupError(name)
