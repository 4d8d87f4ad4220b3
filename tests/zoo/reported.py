# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers and zones of kinds that testers get wrong, as people have met and reported them. Added to the lists of specimens.py."""
from species import GOOD_KEY, PORT, ZONE, Server, Tlsa, any_cipher

MX = f"mx.%s.{ZONE}"


def _tls12(*lists: str) -> tuple[str, ...]:
    return ("smtpd_tls_protocols=>=TLSv1.2,<=TLSv1.2", *lists)


# Ordinary servers with out of the ordinary certificates or settings. The certificate has the name of the server, unless it says more.
_POSTFIX = (
    # What the name in a certificate is compared with, and how.
    ("trailingdot", ()), ("twocommonnames", ()), ("lastcommonname", ()), ("addressname", ()), ("emptyname", ()),
    ("wildunder", ()), ("wildtwice", ()), ("wildcapitals", ()), ("wilddot", ()), ("domainname", ()), ("belowname", ()),
    # How far and through whom trust goes.
    ("deep9", ()), ("deep10", ()), ("deep11", ()), ("deep12", ()), ("clientonly", ()), ("anypurpose", ()), ("nopurpose", ()), ("keyusage", ()),
    ("caleaf", ()), ("crosssigned", ()), ("expiredroot", ()), ("expiredcross", ()), ("expiredinter", ()), ("rootsent", ()),
    ("disordered", ()), ("pathlength", ()), ("notca", ()),
    # Keys and signatures.
    ("rsa768", any_cipher("medium", "high")), ("rsa512", any_cipher("medium", "high")), ("ed25519", ()), ("p521key", ()),
    ("p192key", _tls12(*any_cipher("medium", "high"))),
    ("rsa1024ca", any_cipher("medium", "high")), ("sha1ca", any_cipher("medium", "high")),
    # Key exchange.
    ("onlyp521", ("tls_eecdh_auto_curves=secp521r1",)), ("onlyx448", ("tls_eecdh_auto_curves=X448",)),
    ("onlyp384", ("tls_eecdh_auto_curves=secp384r1",)), ("onlyk1", ("tls_eecdh_auto_curves=secp256k1",)),
    ("onlybrainpool", _tls12("tls_eecdh_auto_curves=brainpoolP256r1")),
    # Ciphers.
    ("onlycamellia", _tls12("tls_medium_cipherlist=CAMELLIA:!aNULL", "tls_high_cipherlist=CAMELLIA:!aNULL")),
    ("onlynull", _tls12("tls_medium_cipherlist=eNULL:@SECLEVEL=0", "tls_high_cipherlist=eNULL:@SECLEVEL=0", "smtpd_tls_ciphers=null",
                        "tls_null_cipherlist=eNULL:@SECLEVEL=0")),
    ("onlychacha", _tls12("tls_medium_cipherlist=CHACHA20", "tls_high_cipherlist=CHACHA20")),
)
POSTFIX = tuple(Server(name, f"127.0.1.{number}", name if name[:4] != "only" else "reportedany", options,
                       tlsa={
                           "clientonly": (Tlsa(3, 1, 1, "clientonly"),),
                           "trailingdot": (Tlsa(2, 1, 1, "intermediate"),),
                           "deep12": (Tlsa(2, 1, 1, "root"),),
                           "expiredroot": (Tlsa(2, 0, 1, "oldroot"),),
                           "rsa512": (Tlsa(3, 1, 1, "rsa512"),),
                           "nopurpose": (Tlsa(2, 1, 1, "intermediate"),),
                           "domainname": (Tlsa(2, 1, 1, "intermediate"),),
                       }.get(name, ()))
                for number, (name, options) in enumerate(_POSTFIX, 1))

# Scripted by scriptedkinds.py.
_SCRIPTED = (
    # EHLO and HELO.
    "helofqdn", "ehlo550", "ehlo421", "ehlo451", "ehlo503", "ehlo354", "ehlo200", "helo550", "helo451", "ehlomixed", "ehlomixedfail",
    "ehlolate", "ehloearly", "ehlogarbage", "ehlogarbagelast", "ehlocloses",
    # The keyword.
    "kwparam", "kwequals", "kwlower", "kwdash", "kwspaces", "kwtab", "kwfirst", "kwonly", "kwgarbage", "kwcolon", "kwsuffix", "kwnul",
    # The greeting.
    "longbanner", "banner200", "banner354", "bannerempty", "bannergarbage", "bannermixed", "bannerpix", "bannerpixline", "bannerfour",
    "bannerlf", "banner450",
    # The answer to STARTTLS.
    "starttls200", "starttls250", "starttls354", "starttls421", "starttls454then", "starttlsgarbage", "starttlsgarbageplain",
    "starttlsmixed", "starttls554", "starttlscloses",
    # The greeting over TLS.
    "tlsehlo550", "tlsehlo421", "tlshelo550", "tlsehlogarbage",
    # Handshakes that fail for what is offered.
    "rst13", "alert13", "drop13", "rsthello", "rst12", "norfc5746", "sha1pref", "sha1only", "onlyffdhe", "ffdhe12", "p256only13",
    "needssnidane", "snidefault", "needssnisilent", "sslv3alert",
)
SCRIPTED = tuple(Server(name, f"127.0.7.{number}", "reported",
                        tlsa={
                            "needssnidane": (Tlsa(3, 1, 1, "reported"),),
                            "snidefault": (Tlsa(3, 1, 1, "reported"),),
                            "sha1only": (Tlsa(3, 1, 1, "reportedrsa"),),
                            "rst13": (Tlsa(3, 1, 1, "reported"),),
                            "starttls421": (Tlsa(3, 1, 1, "reported"),),
                        }.get(name, ()))
                 for number, name in enumerate(_SCRIPTED, 1))
# Eight names on one address, each with a certificate of its own for who asks by name.
VANITY = 8
VANITY_ADDRESS = "127.0.7.200"

ADDRESS = {server.name: server.address for server in (*POSTFIX, *SCRIPTED)}
_DEAD = [f"MX {10 + i} mx{i}.deadset" for i in range(6)]

# Domains that are made of DNS alone, as in specimens.DNS_DOMAINS.
DNS_DOMAINS = {
    "mx0.deadset": ["A 127.0.0.99"],
    "mx1.deadset": ["A 127.0.3.99"],
    "mx2.deadset": ["A 127.0.3.98"],
    "mx3.deadset": ["A 127.0.3.97"],
    "mx4.deadset": ["A 127.0.3.96"],
    "mx5.deadset": ["A 127.0.3.95"],
    # RFC 7505: null MX. Any "." makes the whole set one for Postfix.
    "nullplus": ["MX 0 .", "MX 10 mx.good"],
    "nullafter": ["MX 10 mx.good", "MX 20 ."],
    "nullten": ["MX 10 ."],
    # A name that is an address, or no name at all.
    "numericmx": [f"MX 10 {ADDRESS['domainname']}."],
    "numericnamed": [f"MX 10 {ADDRESS['addressname']}."],
    "numericsix": ["MX 10 \\058\\0581."],
    "numericbad": ["MX 10 127.0.0.300."],
    "numericshort": ["MX 10 127.1.", "MX 20 mx.good"],
    "malformed": ["MX 10 -mx.malformed", "MX 20 mx.good"],
    "onlymalformed": ["MX 10 -mx.malformed"],
    "-mx.malformed": ["A 127.0.0.10"],
    "underscored": ["MX 10 my_mx.wildunder"],
    "my_mx.wildunder": [f"A {ADDRESS['wildunder']}"],
    # What counts against smtp_mx_session_limit (2) and smtp_mx_address_limit (5).
    "threeplain": ["MX 10 mx.notls", "MX 20 mx.hidden", "MX 30 mx.sts"],
    "fourplain": ["MX 10 mx.notls", "MX 20 mx.hidden", "MX 30 mx.heloonly", "MX 40 mx.starttls454then", "MX 50 mx.sts"],
    "threebroken": ["MX 10 mx.alert", "MX 20 mx.ehlo421", "MX 30 mx.sts"],
    "threewrong": ["MX 10 mx.wrong", "MX 20 mx.self", "MX 30 mx.good"],
    "fourdead": [*_DEAD[:4], "MX 60 mx.tlsafull"],
    "fivedead": [*_DEAD[:5], "MX 60 mx.tlsafull"],
    "fivedead4": [*_DEAD[:4], "MX 50 mx.sts", "MX 60 mx.tlsafull"],
    # smtp_balance_inet_protocols: an address of the rarer family finds its place.
    "fivedeadbalanced": [*_DEAD[:5], "MX 60 mx.good"],
    "notlsatwice": ["MX 10 mx.sts", "MX 10 mx.soon", "MX 20 mx.tls12", "MX 30 mx.dual", "MX 40 mx.rsa1024", "MX 50 mx.tlsafull"],
    "manyaddresses": ["MX 10 mx.manyaddresses", "MX 60 mx.tlsafull"],
    "fewaddresses": ["MX 10 mx.fewaddresses", "MX 60 mx.tlsafull"],
    "mx.fewaddresses": [f"A 127.0.3.{i}" for i in range(90, 94)],
    "mx.manyaddresses": [f"A 127.0.3.{i}" for i in range(90, 96)],
    "goneanddead": ["MX 1 mx.gone", "MX 2 mx2.gone", "MX 3 mx3.gone", *_DEAD[2:], "MX 60 mx.tlsafull"],
    "heloafterplain": ["MX 10 mx.helo550", "MX 20 mx.good"],
    "softafterplain": ["MX 10 mx.helo451", "MX 20 mx.good"],
    "refusedfirst": ["MX 10 mx.starttls554", "MX 20 mx.good"],
    "bannerfirst": ["MX 10 mx.banner554", "MX 20 mx.good"],
    "sixthen": ["MX 10 mx.sixthen", "MX 20 mx.good"],
    "mx.sixthen": ["AAAA 2001:db8::25"],
    # Aliases, the TLSA base domain and the name that is said (SNI): RFC 7672 sections 2.2.2 and 3.2.3.
    "snibase": ["MX 10 alias.snibase"],
    "alias.snibase": ["CNAME mx.needssnidane"],
    "snibasedefault": ["MX 10 alias.snibasedefault"],
    "alias.snibasedefault": ["CNAME mx.snidefault"],
    "aliastrusted": ["MX 10 alias.aliastrusted"],
    "alias.aliastrusted": ["CNAME mx.daneta"],
    "aliasnamed": ["MX 10 alias.aliasnamed"],
    "alias.aliasnamed": [f"CNAME mx.aliasnamed"],
    "mx.aliasnamed": [f"A {ADDRESS['belowname']}"],
    "aliaslast": ["MX 10 alias.aliaslast"],
    "alias.aliaslast": ["CNAME mx.unlisted.insecure"],
    # DANE-TA(2): the next hop's name counts, and what it is an alias of.
    "tohop": ["CNAME domainname"],
    "hopfromother": ["MX 10 mx.domainname"],
    "implicitdane": [f"A {ADDRESS['domainname']}"],
}
TLSA = {
    "mx.aliasnamed": Tlsa(2, 1, 1, "intermediate"),
    "implicitdane": Tlsa(2, 1, 1, "intermediate"),
}
for _i in range(1, VANITY + 1):
    DNS_DOMAINS[f"vanity{_i}"] = [f"MX 10 mx.vanity{_i}"]
    DNS_DOMAINS[f"mx.vanity{_i}"] = [f"A {VANITY_ADDRESS}"]
    TLSA[f"mx.vanity{_i}"] = Tlsa(3, 1, 1, f"vanity{_i}")

# Tried at port 25, where Postfix looks for itself among the mail hosts: its interfaces, and what proxy_interfaces names.
SENDER = f"sender.{ZONE}"
PROXY_INTERFACE = "127.0.3.25"
AT_25 = (
    Server("plain25", "127.0.7.225", "reported", port=25),
    Server("ehloself", "127.0.7.226", "reported", port=25),
    Server("bannerself", "127.0.7.227", "reported", port=25),
)
LOOP_DOMAINS = {
    "mxlocalhost": ["MX 10 self.loop"],
    "mxlocalhost6": ["MX 10 self6.loop"],
    "mxproxy": ["MX 10 proxied.loop"],
    "loopfirst": ["MX 10 self.loop", "MX 20 mx.plain25"],
    "loopsecond": ["MX 10 mx.plain25", "MX 20 self.loop"],
    "loopsame": ["MX 10 mx.plain25", "MX 10 self.loop"],
    "loopsecondplain": ["MX 10 mx.gone", "MX 20 self.loop"],
    "loopdead": ["MX 10 mx0.deadset", "MX 20 self.loop", "MX 30 mx.plain25"],
    "loopimplicit": ["A 127.0.0.1"],
    "loopnumeric": ["MX 10 127.0.0.1."],
    "ehloselfsecond": ["MX 10 mx0.deadset", "MX 20 mx.ehloself"],
}
LOOP_HOSTS = {
    "self.loop": ["A 127.0.0.1"],
    "self6.loop": ["AAAA ::1"],
    "proxied.loop": [f"A {PROXY_INTERFACE}"],
}
