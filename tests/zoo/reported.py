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
    # Two certificates, of ECDSA and of RSA, and TLSA records for both or for one of them.
    ("twokeys", ()), ("twokeysec", ()), ("twokeysrsa", ()), ("twokeysserver", ("tls_preempt_cipherlist=yes",)), ("twokeys12", _tls12()),
    ("twokeysta", ()), ("twokeysnone", ()), ("twokeys13", ("smtpd_tls_protocols=>=TLSv1.3",)),
    # More of the names in certificates, and of what is compared with them.
    ("nulname", ()), ("spacename", ()), ("commonspace", ()), ("commondot", ()), ("mailname", ()), ("uriname", ()), ("manynames", ()),
    ("longname", ()), ("wildonly", ()), ("wildpuny", ()),
    # More of trust.
    ("constrained", ()), ("permitted", ()), ("critical", ()), ("clientinter", ()), ("rootleaf", ()), ("extracerts", ()), ("gapinchain", ()),
    ("futureinter", ()),
    # More of keys and signatures.
    ("sha224leaf", ()), ("sha512leaf", ()), ("k1key", ()), ("p384key", ()), ("ed448key", ()), ("rsa4096", ()), ("rsa1024dane", ()),
)
SHARED_CERTIFICATES = {"only": "reportedany", "twok": "twoec+tworsa"}
POSTFIX = tuple(Server(name, f"127.0.1.{number}", SHARED_CERTIFICATES.get(name[:4], name), options,
                       tlsa={
                           "clientonly": (Tlsa(3, 1, 1, "clientonly"),),
                           "trailingdot": (Tlsa(2, 1, 1, "intermediate"),),
                           "deep12": (Tlsa(2, 1, 1, "root"),),
                           "expiredroot": (Tlsa(2, 0, 1, "oldroot"),),
                           "rsa512": (Tlsa(3, 1, 1, "rsa512"),),
                           "nopurpose": (Tlsa(2, 1, 1, "intermediate"),),
                           "domainname": (Tlsa(2, 1, 1, "intermediate"),),
                           "twokeys": (Tlsa(3, 1, 1, "twoec"), Tlsa(3, 1, 1, "tworsa")),
                           "twokeysec": (Tlsa(3, 1, 1, "twoec"),),
                           "twokeysrsa": (Tlsa(3, 1, 1, "tworsa"),),
                           "twokeysserver": (Tlsa(3, 0, 1, "tworsa"),),
                           "twokeys12": (Tlsa(3, 1, 1, "tworsa"),),
                           "twokeysta": (Tlsa(2, 1, 1, "intermediate"),),
                           "twokeysnone": (GOOD_KEY,),
                           "twokeys13": (Tlsa(3, 1, 2, "twoec"),),
                           "nulname": (Tlsa(2, 1, 1, "intermediate"),),
                           "spacename": (Tlsa(2, 1, 1, "intermediate"),),
                           "mailname": (Tlsa(2, 1, 1, "intermediate"),),
                           "constrained": (Tlsa(2, 0, 1, "namedother"),),
                           "critical": (Tlsa(3, 1, 1, "critical"),),
                           "clientinter": (Tlsa(2, 1, 1, "clientinter0"),),
                           "extracerts": (Tlsa(2, 1, 1, "root"),),
                           "futureinter": (Tlsa(3, 1, 1, "futureinter"),),
                           "rsa1024dane": (Tlsa(3, 1, 1, "rsa1024dane"),),
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
    # More of the same kinds.
    "rejectssni", "rejectssnidane", "starttlslines", "kwtwice", "kwempty", "manytickets", "ehlo220", "ehlolong", "helo354",
    "bannerlines", "bannernul", "starttls299", "starttlsblank", "tlsehlo354", "p384only12", "rsapss13",
    # Characters that show nothing or move others, in all that is said: U+E0041, U+202E, ESC.
    "tagged", "taggedrefused",
)
SCRIPTED = tuple(Server(name, f"127.0.7.{number}", "reported",
                        tlsa={
                            "needssnidane": (Tlsa(3, 1, 1, "reported"),),
                            "snidefault": (Tlsa(3, 1, 1, "reported"),),
                            "sha1only": (Tlsa(3, 1, 1, "reportedrsa"),),
                            "rst13": (Tlsa(3, 1, 1, "reported"),),
                            "starttls421": (Tlsa(3, 1, 1, "reported"),),
                            "rejectssnidane": (Tlsa(3, 1, 1, "reported"),),
                            "manytickets": (Tlsa(3, 1, 1, "reported"),),
                        }.get(name, ()))
                 for number, name in enumerate(_SCRIPTED, 1))
# Eight names on one address, each with a certificate of its own for who asks by name.
VANITY = 8
# Twenty mail hosts of sixteen addresses, each of which answers EHLO with 400 kB: "bigehlos".
TALKERS = [[f"127.0.{8 + host // 10}.{16 * (host % 10) + number + 1}" for number in range(16)] for host in range(20)]
TALK = 400_000
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
    "nulltwice": ["MX 0 .", "MX 10 .", "A 127.0.0.10"],
    "numericdigits": ["MX 10 12345.", "MX 20 mx.good"],
    "hyphenend": ["MX 10 mx-.hyphenend", "MX 20 mx.good"],
    "mx-.hyphenend": ["A 127.0.0.10"],
    "lastpreference": ["MX 65535 mx.sts"],
    "hosttwice": ["MX 10 mx.notls", "MX 20 mx.notls", "MX 30 mx.sts"],
    "hosttwicedane": ["MX 10 mx.wrong", "MX 20 mx.wrong", "MX 30 mx.good"],
    "aliasgone": ["MX 10 alias.aliasgone", "MX 20 mx.good"],
    "alias.aliasgone": ["CNAME nobody.aliasgone"],
    "aliasloop": ["MX 10 alias.aliasloop", "MX 20 mx.good"],
    "alias.aliasloop": ["CNAME alias2.aliasloop"],
    "alias2.aliasloop": ["CNAME alias.aliasloop"],
    # The first host fails in one way, the second is good, or fails in another.
    "busyfirst": ["MX 10 mx.busy454", "MX 20 mx.sts"],
    "laterfirst": ["MX 10 mx.banner421", "MX 20 mx.sts"],
    "closesfirst": ["MX 10 mx.closes", "MX 20 mx.sts"],
    "garbagefirst": ["MX 10 mx.garbagebanner", "MX 20 mx.sts"],
    "certfirst": ["MX 10 mx.ccert", "MX 20 mx.sts"],
    "cert13first": ["MX 10 mx.ccert13", "MX 20 mx.sts"],
    "requiredfirst": ["MX 10 mx.req454", "MX 20 mx.sts"],
    "noisefirst": ["MX 10 mx.tlsclose", "MX 20 mx.good"],
    "wrongthensts": ["MX 10 mx.wrong", "MX 20 mx.sts"],
    "stsandgood": ["MX 10 mx.sts", "MX 20 mx.good"],
    "goodthenwrong": ["MX 10 mx.good", "MX 20 mx.wrong"],
    "plainthenwrong": ["MX 10 mx.hidden", "MX 20 mx.wrong"],
    "unusablefirst": ["MX 10 mx.tlsajunk", "MX 20 mx.wrong"],
    "tlsabogusfirst": ["MX 10 mx.tlsabogus", "MX 20 mx.good"],
    "tlsabogusthen": ["MX 10 mx.tlsabogus", "MX 20 mx.notls"],
    "bogusfirst": ["MX 10 mx.bogus", "MX 20 mx.good"],
    "boguslast": ["MX 10 mx.notls", "MX 20 mx.bogus"],
    "onlybogushost": ["MX 10 mx.bogus"],
    "goneandbogus": ["MX 10 mx.gone", "MX 20 mx.bogus"],
    "noaddress": ["MX 10 host.noaddress"],
    "host.noaddress": ['TXT "a name without an address"'],
    "noaddressfirst": ["MX 10 host.noaddress", "MX 20 mx.good"],
    "halfdead": ["MX 10 mx.halfdead"],
    "mx.halfdead": ["A 127.0.0.99", "AAAA ::1"],
    "nomx6": ["AAAA ::1"],
    "cnameimplicit": ["CNAME nomx"],
    "cnamenull": ["CNAME null"],
    "cnamegone": ["CNAME nobody.cnamegone"],
    "cnamebogus": ["CNAME bogus"],
    "cnameinsecure": ["CNAME insecure"],
    "deadandplain": [*_DEAD[:2], "MX 60 mx.notls"],
    "deadandwrong": [*_DEAD[:2], "MX 60 mx.wrong"],
    "fourdeadsession": [*_DEAD[:3], "MX 50 mx.notls", "MX 60 mx.tlsafull"],
    # Addresses that are none: IPv4 within IPv6, "this host", broadcast, multicast.
    "mappedmx": ["MX 10 mx.mappedmx"],
    "mx.mappedmx": ["AAAA ::ffff:127.0.0.26"],
    "zeromx": ["MX 10 mx.zeromx", "MX 20 mx.good"],
    "mx.zeromx": ["A 0.0.0.0"],
    "broadcastmx": ["MX 10 mx.broadcastmx", "MX 20 mx.good"],
    "mx.broadcastmx": ["A 255.255.255.255"],
    "multicastmx": ["MX 10 mx.multicastmx", "MX 20 mx.good"],
    "mx.multicastmx": ["A 224.0.0.1"],
    # TLSA records that are aliases, of a secure record, of one that is not signed, of a bogus one, of nothing; and wildcards.
    "tlsaalias": ["MX 10 mx.tlsaalias"],
    "mx.tlsaalias": ["A 127.0.0.10"],
    f"_{PORT}._tcp.mx.tlsaalias": [f"CNAME _{PORT}._tcp.mx.good"],
    "tlsaaliaswrong": ["MX 10 mx.tlsaaliaswrong"],
    "mx.tlsaaliaswrong": ["A 127.0.0.26"],
    f"_{PORT}._tcp.mx.tlsaaliaswrong": [f"CNAME _{PORT}._tcp.mx.good"],
    "tlsaaliasinsecure": ["MX 10 mx.tlsaaliasinsecure"],
    "mx.tlsaaliasinsecure": ["A 127.0.0.26"],
    f"_{PORT}._tcp.mx.tlsaaliasinsecure": [f"CNAME _{PORT}._tcp.mx.insecure"],
    "tlsaaliasbogus": ["MX 10 mx.tlsaaliasbogus"],
    "mx.tlsaaliasbogus": ["A 127.0.0.26"],
    f"_{PORT}._tcp.mx.tlsaaliasbogus": [f"CNAME _{PORT}._tcp.mx.bogus"],
    "tlsaaliasgone": ["MX 10 mx.tlsaaliasgone"],
    "mx.tlsaaliasgone": ["A 127.0.0.26"],
    f"_{PORT}._tcp.mx.tlsaaliasgone": ["CNAME nobody.tlsaaliasgone"],
    "tlsawild": ["MX 10 mx.tlsawild"],
    "mx.tlsawild": ["A 127.0.0.10"],
    "*.mx.tlsawild": [f"CNAME _{PORT}._tcp.mx.good"],
    "tlsaparent": ["MX 10 mx.tlsaparent"],
    "mx.tlsaparent": ["A 127.0.0.26"],
    f"_{PORT}._tcp.tlsaparent": [f"CNAME _{PORT}._tcp.mx.good"],
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
    "snichain": ["MX 10 alias.snichain"],
    "alias.snichain": ["CNAME alias2.snichain"],
    "alias2.snichain": ["CNAME mx.needssnidane"],
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
DNS_DOMAINS["bigehlos"] = [f"MX 10 mx{host}.bigehlos" for host in range(len(TALKERS))]
for _host, _addresses in enumerate(TALKERS):
    DNS_DOMAINS[f"mx{_host}.bigehlos"] = [f"A {address}" for address in _addresses]
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
