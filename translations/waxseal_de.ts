<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Advice</name>
    <message>
        <source>Nothing can be said yet. %1 Test again later.</source>
        <translation>Noch lässt sich nichts sagen. %1 Testen Sie später noch einmal.</translation>
    </message>
    <message>
        <source>Mail does not arrive at any level. %1</source>
        <translation>Post kommt auf keiner Stufe an. %1</translation>
    </message>
    <message>
        <source>Require dane-only of this domain: its mail is authenticated by DNSSEC and arrives.</source>
        <translation>Verlangen Sie dane-only von dieser Domain: Ihre Post ist durch DNSSEC beglaubigt und kommt an.</translation>
    </message>
    <message>
        <source>Require secure of this domain if its mail must reach nobody but its servers: it arrives.</source>
        <translation>Verlangen Sie secure von dieser Domain, wenn Post nur ihre eigenen Server erreichen darf: Sie kommt an.</translation>
    </message>
    <message>
        <source>Require at most %1 of this domain today.</source>
        <translation>Verlangen Sie von dieser Domain heute höchstens %1.</translation>
    </message>
    <message>
        <source>At dane, mail would wait.</source>
        <translation>Bei dane bliebe Post liegen.</translation>
    </message>
    <message>
        <source>Beyond that, mail would wait.</source>
        <translation>Darüber hinaus bliebe Post liegen.</translation>
    </message>
    <message>
        <source>Require no TLS of this domain: it would lose all mail.</source>
        <translation>Verlangen Sie von dieser Domain kein TLS: Alle Post ginge verloren.</translation>
    </message>
    <message>
        <source>Mend the DNSSEC signatures: senders that validate do not see the domain.</source>
        <translation>Bringen Sie die DNSSEC-Signaturen in Ordnung: Prüfende Sender sehen die Domain nicht.</translation>
    </message>
    <message>
        <source>Publish an MTA-STS policy: senders that know it then insist on TLS with your servers.</source>
        <translation>Veröffentlichen Sie eine MTA-STS-Richtlinie: Sender, die sie kennen, bestehen dann auf TLS mit Ihren Servern.</translation>
    </message>
    <message>
        <source>Publish a TLS-RPT record: large senders then report failures to you every day.</source>
        <translation>Veröffentlichen Sie einen TLS-RPT-Eintrag: Große Sender melden Ihnen dann täglich, was misslang.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate of %1 ends in %n day(s), on %2.</source>
        <translation>
            <numerusform>Das Zertifikat von %1 endet in %n Tag, am %2.</numerusform>
            <numerusform>Das Zertifikat von %1 endet in %n Tagen, am %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend the MTA-STS record, which senders pass over as it is: %1</source>
        <translation>Den MTA-STS-Eintrag berichtigen, den Absender so, wie er ist, übergehen: %1</translation>
    </message>
    <message>
        <source>Mend the MTA-STS policy, which senders cannot use as it is: %1</source>
        <translation>Die MTA-STS-Richtlinie berichtigen, die Absender so, wie sie ist, nicht verwenden können: %1</translation>
    </message>
    <message>
        <source>Mend the TLS-RPT record, which senders pass over as it is: %1</source>
        <translation>Den TLS-RPT-Eintrag berichtigen, den Absender so, wie er ist, übergehen: %1</translation>
    </message>
</context>
<context>
    <name>BatchSummary</name>
    <message>
        <source>the mail host</source>
        <translation>der Mailhost</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht getestet</translation>
    </message>
    <message>
        <source>Not delivered at any level</source>
        <translation>Auf keiner Stufe zugestellt</translation>
    </message>
    <message>
        <source>Delivered only where TLS is not required</source>
        <translation>Nur zugestellt, wo TLS nicht verlangt wird</translation>
    </message>
    <message>
        <source>Delivered up to %1</source>
        <translation>Zugestellt bis %1</translation>
    </message>
    <message>
        <source>Some levels not tested</source>
        <translation>Manche Stufen nicht getestet</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Totals by direction: how much mail travels over TLS.</source>
        <translation>Summen nach Richtung: wie viel Mail über TLS läuft.</translation>
    </message>
    <message>
        <source>A row a domain: messages, plaintext, TLS versions.</source>
        <translation>Eine Zeile je Domain: Nachrichten, Klartext, TLS-Versionen.</translation>
    </message>
    <message>
        <source>A row a message, as it is read.</source>
        <translation>Eine Zeile je Nachricht, schon während des Lesens.</translation>
    </message>
    <message>
        <source>What would be lost if TLS were required.</source>
        <translation>Was verloren ginge, wenn TLS verlangt würde.</translation>
    </message>
    <message>
        <source>The domains to require TLS of within a loss budget.</source>
        <translation>Die Domains, von denen TLS im Rahmen eines Verlustbudgets verlangt werden kann.</translation>
    </message>
    <message>
        <source>Configuration for the mail server: preview, then files.</source>
        <translation>Konfiguration für den Mailserver: Vorschau, dann Dateien.</translation>
    </message>
    <message>
        <source>Test domains live: delivered or lost, at which level, and why.</source>
        <translation>Domains live testen: zugestellt oder verloren, auf welcher Stufe und warum.</translation>
    </message>
    <message>
        <source>One HTML file for those who sign it off.</source>
        <translation>Eine HTML-Datei für alle, die es freigeben müssen.</translation>
    </message>
    <message>
        <source>Keep facts and policy in a workspace, or add new logs to one.</source>
        <translation>Daten und Richtlinie in einem Arbeitsbereich aufbewahren oder neue Protokolle hinzufügen.</translation>
    </message>
    <message>
        <source>Prints a row a domain, those with most mail first. Inbound it is the domain of the envelope sender (&lt;&gt; is the null sender of bounces), outbound the next hop, which is the recipient&apos;s domain unless a relay is named, for submission the user&apos;s domain.</source>
        <translation>Gibt eine Zeile je Domain aus, die mit der meisten Mail zuerst. Eingehend ist es die Domain des Envelope-Absenders (&lt;&gt; ist der leere Absender von Unzustellbarkeitsmeldungen), ausgehend der nächste Hop, also die Domain des Empfängers, wenn kein Relay genannt ist, bei Einlieferung die Domain des Benutzers.</translation>
    </message>
    <message>
        <source>Who sends to us, and how.</source>
        <translation>Wer an uns sendet, und wie.</translation>
    </message>
    <message>
        <source>To whom we send, for a spreadsheet.</source>
        <translation>An wen wir senden, für eine Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Über TLS</translation>
    </message>
    <message>
        <source>Plaintext</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Writes the policy as configuration of the mail server, with the prediction that it was made for in every file. Without --output the files are shown and nothing is written. The audit form comes first: it refuses nothing and makes the server log what it would refuse.</source>
        <translation>Schreibt die Richtlinie als Konfiguration des Mailservers; in jeder Datei steht die Vorhersage, für die sie gemacht wurde. Ohne --output werden die Dateien nur gezeigt, nichts wird geschrieben. Zuerst kommt der Probelauf: er lehnt nichts ab und lässt den Server protokollieren, was er ablehnen würde.</translation>
    </message>
    <message>
        <source>Write the files into this folder.</source>
        <translation>Die Dateien in diesen Ordner schreiben.</translation>
    </message>
    <message>
        <source>Replace files that are there.</source>
        <translation>Vorhandene Dateien ersetzen.</translation>
    </message>
    <message>
        <source>Log what would be refused, refuse nothing. The default.</source>
        <translation>Probelauf: protokollieren, was abgelehnt würde, und nichts ablehnen. Der Standard.</translation>
    </message>
    <message>
        <source>Refuse.</source>
        <translation>Ablehnen.</translation>
    </message>
    <message>
        <source>Print the files as JSON.</source>
        <translation>Die Dateien als JSON ausgeben.</translation>
    </message>
    <message>
        <source>Show what would be written for the workspace&apos;s policy.</source>
        <translation>Zeigen, was für die Richtlinie des Arbeitsbereichs geschrieben würde.</translation>
    </message>
    <message>
        <source>The audit form. Then: sh /etc/postfix/waxseal-inbound.sh on</source>
        <translation>Der Probelauf. Danach: sh /etc/postfix/waxseal-inbound.sh on</translation>
    </message>
    <message>
        <source>When the audit said what was expected.</source>
        <translation>Wenn der Probelauf ergeben hat, was zu erwarten war.</translation>
    </message>
    <message>
        <source>Say for which mail server: --target postfix</source>
        <translation>Angeben, für welchen Mailserver: --target postfix</translation>
    </message>
    <message>
        <source>--audit and --enforce exclude each other.</source>
        <translation>--audit und --enforce schließen einander aus.</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>Name one workspace at most.</source>
        <translation>Höchstens einen Arbeitsbereich angeben.</translation>
    </message>
    <message>
        <source>Waxseal: know what you would lose before you require TLS, and prove it.</source>
        <translation>Waxseal: wissen, was verloren ginge, bevor TLS verlangt wird, und es beweisen.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>“waxseal-cli COMMAND --help” explains a command, with examples. A first look:</source>
        <translation>„waxseal-cli BEFEHL --help“ erklärt einen Befehl, mit Beispielen. Ein erster Blick:</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 a check failed or the loss is above --fail-above, 2 usage, 3 input or output.</source>
        <translation>Exit-Status: 0 erledigt, 1 eine Prüfung ist gescheitert oder der Verlust liegt über --fail-above, 2 falscher Aufruf, 3 Fehler bei Ein- oder Ausgabe.</translation>
    </message>
    <message>
        <source>The output could not be written.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Name a command.</source>
        <translation>Einen Befehl angeben.</translation>
    </message>
    <message>
        <source>“%1” is no command.</source>
        <translation>„%1“ ist kein Befehl.</translation>
    </message>
    <message>
        <source>“waxseal-cli --help” lists them.</source>
        <translation>„waxseal-cli --help“ zählt sie auf.</translation>
    </message>
    <message>
        <source>The messages that came in clear.</source>
        <translation>Die Nachrichten, die im Klartext kamen.</translation>
    </message>
    <message>
        <source>%1 is a workspace: it holds sums and no messages. Name the logs.</source>
        <translation>%1 ist ein Arbeitsbereich: er hält Summen und keine Nachrichten. Die Protokolle angeben.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Queue id</source>
        <translation>Queue-ID</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>The logs&apos; format; detected when not given.</source>
        <translation>Format der Protokolle; erkannt, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>A domain of our own: mail to it is never outbound. May be given several times.</source>
        <translation>Eine eigene Domain: Mail an sie ist nie ausgehend. Mehrfach möglich.</translation>
    </message>
    <message>
        <source>What “postconf -h relayhost” says. No log names next hops, and outbound policies are keyed by them.</source>
        <translation>Was „postconf -h relayhost“ ausgibt. Kein Protokoll nennt nächste Hops, aber ausgehende Richtlinien richten sich nach ihnen.</translation>
    </message>
    <message>
        <source>The text of transport_maps, in transport(5) form, for the same reason.</source>
        <translation>Der Text von transport_maps, in der Form von transport(5), aus demselben Grund.</translation>
    </message>
    <message>
        <source>Year of the first line, for logs whose time stamps name none.</source>
        <translation>Jahr der ersten Zeile, für Protokolle, deren Zeitstempel keines nennen.</translation>
    </message>
    <message>
        <source>Time zone of time stamps without one, and of days (for example Europe/Berlin). Default: the system&apos;s.</source>
        <translation>Zeitzone für Zeitstempel ohne Zone und für die Tagesgrenzen (etwa Europe/Berlin). Standard: die des Systems.</translation>
    </message>
    <message>
        <source>No progress and no notes on standard error.</source>
        <translation>Kein Fortschritt und keine Hinweise auf der Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>Default: inbound.</source>
        <translation>Standard: inbound.</translation>
    </message>
    <message>
        <source>Print JSON; its keys are stable.</source>
        <translation>JSON ausgeben; seine Schlüssel bleiben gleich.</translation>
    </message>
    <message>
        <source>Print CSV (RFC 4180) with a header line.</source>
        <translation>CSV (RFC 4180) mit Kopfzeile ausgeben.</translation>
    </message>
    <message>
        <source>--json and --csv exclude each other.</source>
        <translation>--json und --csv schließen einander aus.</translation>
    </message>
    <message>
        <source>“waxseal-cli %1 --help” explains.</source>
        <translation>„waxseal-cli %1 --help“ erklärt es.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>Show this.</source>
        <translation>Dies zeigen.</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
    <message>
        <source>--format: “%1” is none of %2.</source>
        <translation>--format: „%1“ ist keines von %2.</translation>
    </message>
    <message>
        <source>--internal: “%1” is no list of networks like 10.0.0.0/8,fd00::/8, nor “none”.</source>
        <translation>--internal: „%1“ ist weder eine Liste von Netzen wie 10.0.0.0/8,fd00::/8 noch „none“.</translation>
    </message>
    <message>
        <source>--local-domain: “%1” is no domain name.</source>
        <translation>--local-domain: „%1“ ist kein Domainname.</translation>
    </message>
    <message>
        <source>--relayhost: “%1” is no next hop like [mail.example.com]:587.</source>
        <translation>--relayhost: „%1“ ist kein nächster Hop wie [mail.example.com]:587.</translation>
    </message>
    <message>
        <source>--transports: “%1” cannot be read.</source>
        <translation>--transports: „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>--transports: “%1” is no line of transport(5), as in: example.com smtp:[mail.example.com]:587</source>
        <translation>--transports: „%1“ ist keine Zeile nach transport(5), wie: example.com smtp:[mail.example.com]:587</translation>
    </message>
    <message>
        <source>--year: “%1” is no year.</source>
        <translation>--year: „%1“ ist kein Jahr.</translation>
    </message>
    <message>
        <source>--timezone: “%1” is no time zone like Europe/Berlin or UTC.</source>
        <translation>--timezone: „%1“ ist keine Zeitzone wie Europe/Berlin oder UTC.</translation>
    </message>
    <message>
        <source>--direction: “%1” is none of inbound, outbound and submission.</source>
        <translation>--direction: „%1“ ist weder inbound noch outbound noch submission.</translation>
    </message>
    <message>
        <source>--require: “%1” does not say of whom. Write %1:all, or %1:example.com</source>
        <translation>--require: „%1“ sagt nicht, von wem. Richtig wäre %1:all oder %1:example.com</translation>
    </message>
    <message>
        <source>--require: “%1” is a requirement of the other direction. See --direction.</source>
        <translation>--require: „%1“ ist eine Anforderung der anderen Richtung. Siehe --direction.</translation>
    </message>
    <message>
        <source>--require: “%1” is no requirement. Write encrypt:all, or encrypt:example.com</source>
        <translation>--require: „%1“ ist keine Anforderung. Richtig wäre encrypt:all oder encrypt:example.com</translation>
    </message>
    <message>
        <source>--require: “%1” is neither “all” nor a domain name.</source>
        <translation>--require: „%1“ ist weder „all“ noch ein Domainname.</translation>
    </message>
    <message>
        <source>--refuse: “%1” is neither now nor later.</source>
        <translation>--refuse: „%1“ ist weder now noch later.</translation>
    </message>
    <message>
        <source>--%1: “%2” is no percentage like 0.1%.</source>
        <translation>--%1: „%2“ ist kein Prozentsatz wie 0.1%.</translation>
    </message>
    <message>
        <source>Tests domains live: DNS with DNSSEC, every address of every mail host, STARTTLS, certificate, DANE, MTA-STS. Says for each security level of a sender whether mail would be delivered, and why. At most four connections to an address, one at a time. Sends no mail.</source>
        <translation>Testet Domains live: DNS mit DNSSEC, jede Adresse jedes Mailhosts, STARTTLS, Zertifikat, DANE, MTA-STS. Sagt für jede Sicherheitsstufe eines Absenders, ob Mail zugestellt würde, und warum. Höchstens vier Verbindungen zu einer Adresse, eine nach der anderen. Sendet keine Mail.</translation>
    </message>
    <message>
        <source>Print the conversations with the servers, too. JSON always has them.</source>
        <translation>Auch die Gespräche mit den Servern ausgeben. JSON enthält sie immer.</translation>
    </message>
    <message>
        <source>Whom to ask: a DNS server, the system&apos;s own, or the root servers downwards. DNSSEC is validated here in any case. Default: system</source>
        <translation>Wer gefragt wird: ein DNS-Server, der des Systems oder von den Rootservern abwärts. DNSSEC wird in jedem Fall hier geprüft. Standard: system</translation>
    </message>
    <message>
        <source>DNSSEC trust anchor instead of the root&apos;s: a file of DS or DNSKEY records, or one such record.</source>
        <translation>DNSSEC-Vertrauensanker anstelle des Ankers der Root-Zone: eine Datei mit DS- oder DNSKEY-Einträgen oder ein solcher Eintrag.</translation>
    </message>
    <message>
        <source>Root servers for --resolver recursive.</source>
        <translation>Rootserver für --resolver recursive.</translation>
    </message>
    <message>
        <source>Trust the certificates in this PEM file alone. Default: the system&apos;s.</source>
        <translation>Nur den Zertifikaten in dieser PEM-Datei vertrauen. Standard: denen des Systems.</translation>
    </message>
    <message>
        <source>SMTP port; TLSA records are looked up for it, too. Default: 25</source>
        <translation>SMTP-Port; auch TLSA-Einträge werden für ihn gesucht. Standard: 25</translation>
    </message>
    <message>
        <source>Longest test of one address. Default: 60</source>
        <translation>Längster Test einer Adresse. Standard: 60</translation>
    </message>
    <message>
        <source>Say MAIL FROM:&lt;&gt; in clear, to see whether TLS is required. Never a recipient, never a message; but the other side may log it.</source>
        <translation>MAIL FROM:&lt;&gt; im Klartext sagen, um zu sehen, ob TLS verlangt wird. Nie ein Empfänger, nie eine Nachricht; aber die Gegenseite kann es protokollieren.</translation>
    </message>
    <message>
        <source>A domain of your own: --mail-from for this one. May be given several times.</source>
        <translation>Eine eigene Domain: --mail-from für diese. Mehrfach möglich.</translation>
    </message>
    <message>
        <source>Do not send a command behind STARTTLS to see whether it is obeyed.</source>
        <translation>Nicht prüfen, ob ein unmittelbar nach STARTTLS gesendetes Kommando befolgt wird.</translation>
    </message>
    <message>
        <source>Fetch the MTA-STS policy of this host from another address. May be given several times.</source>
        <translation>Die MTA-STS-Richtlinie dieses Hosts von einer anderen Adresse holen. Mehrfach möglich.</translation>
    </message>
    <message>
        <source>Addresses tested at once. Default: 200</source>
        <translation>Gleichzeitig getestete Adressen. Standard: 200</translation>
    </message>
    <message>
        <source>Addresses begun in a second. Default: no limit</source>
        <translation>Je Sekunde begonnene Adressen. Standard: unbegrenzt</translation>
    </message>
    <message>
        <source>No progress on standard error.</source>
        <translation>Kein Fortschritt auf der Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>What would become of mail to example.com.</source>
        <translation>Was aus Mail an example.com würde.</translation>
    </message>
    <message>
        <source>What the world sees of your own servers.</source>
        <translation>Was andere von den eigenen Servern sehen.</translation>
    </message>
    <message>
        <source>Test everybody you write to.</source>
        <translation>Alle testen, an die Mail geht.</translation>
    </message>
    <message>
        <source>--resolver: “%1” is no IP@PORT, nor “system” or “recursive”.</source>
        <translation>--resolver: „%1“ ist kein IP@PORT und weder „system“ noch „recursive“.</translation>
    </message>
    <message>
        <source>--proxy: “%1” is no IP:PORT.</source>
        <translation>--proxy: „%1“ ist kein IP:PORT.</translation>
    </message>
    <message>
        <source>--mta-sts-connect: “%1” is no HOST=IP:PORT.</source>
        <translation>--mta-sts-connect: „%1“ ist kein HOST=IP:PORT.</translation>
    </message>
    <message>
        <source>--own: “%1” is no domain name.</source>
        <translation>--own: „%1“ ist kein Domainname.</translation>
    </message>
    <message>
        <source>--helo: “%1” is no host name.</source>
        <translation>--helo: „%1“ ist kein Hostname.</translation>
    </message>
    <message>
        <source>--%1: “%2” is no number from 1 to %3.</source>
        <translation>--%1: „%2“ ist keine Zahl von 1 bis %3.</translation>
    </message>
    <message>
        <source>“%1” is no domain name.</source>
        <translation>„%1“ ist kein Domainname.</translation>
    </message>
    <message>
        <source>Name a domain.</source>
        <translation>Eine Domain angeben.</translation>
    </message>
    <message>
        <source>“%1” is no domain name and was left out.</source>
        <translation>„%1“ ist kein Domainname und wurde ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n domain(s)</source>
        <translation>
            <numerusform>%1 von %n Domain</numerusform>
            <numerusform>%1 von %n Domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>noch %n Sekunde</numerusform>
            <numerusform>noch %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>No host answers on port %1: this network seems to block it. Try from another network, or with --proxy.</source>
        <translation>Kein Host antwortet auf Port %1: dieses Netz scheint ihn zu sperren. Aus einem anderen Netz versuchen oder mit --proxy.</translation>
    </message>
    <message>
        <source>The DNS server does not pass on DNSSEC, so DANE cannot be tested. Try --resolver recursive.</source>
        <translation>Der DNS-Server gibt DNSSEC nicht weiter, DANE lässt sich also nicht testen. --resolver recursive versuchen.</translation>
    </message>
    <message numerus="yes">
        <source>(%n connection(s))</source>
        <translation>
            <numerusform>(%n Verbindung)</numerusform>
            <numerusform>(%n Verbindungen)</numerusform>
        </translation>
    </message>
    <message>
        <source>TLSA record for this key:</source>
        <translation>TLSA-Eintrag für diesen Schlüssel:</translation>
    </message>
    <message>
        <source>For example 0.1%.</source>
        <translation>Zum Beispiel 0.1%.</translation>
    </message>
    <message>
        <source>What to require. Default: encrypt</source>
        <translation>Was verlangt wird. Standard: encrypt</translation>
    </message>
    <message>
        <source>Propose domains with at least N messages. Default: 3</source>
        <translation>Domains mit mindestens N Nachrichten vorschlagen. Standard: 3</translation>
    </message>
    <message>
        <source>With at most one message in a thousand lost.</source>
        <translation>Mit höchstens einer verlorenen Nachricht von tausend.</translation>
    </message>
    <message>
        <source>No domain can be required to %1 within a budget of %2.</source>
        <translation>Mit einem Budget von %2 lässt sich %1 von keiner Domain verlangen.</translation>
    </message>
    <message>
        <source>Requiring it of everybody would have lost %1.</source>
        <translation>Von allen verlangt, wären %1 verloren gegangen.</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Say how much may be lost, for example --budget 0.1%</source>
        <translation>Angeben, wie viel verloren gehen darf, zum Beispiel --budget 0.1%</translation>
    </message>
    <message>
        <source>--level: “%1” is no requirement.</source>
        <translation>--level: „%1“ ist keine Anforderung.</translation>
    </message>
    <message>
        <source>--minimum: “%1” is no number.</source>
        <translation>--minimum: „%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>Writes one HTML file that says what the logs say, what the policy would lose and why, with charts and the limits of the forecast. It loads nothing from elsewhere and can be printed or mailed. With - as FILE it goes to standard output.</source>
        <translation>Schreibt eine HTML-Datei mit dem, was die Protokolle sagen, was durch die Richtlinie verloren ginge und warum, mit Diagrammen und den Grenzen der Vorhersage. Sie lädt nichts nach und lässt sich drucken oder mailen. Mit - als FILE geht sie auf die Standardausgabe.</translation>
    </message>
    <message>
        <source>Where to.</source>
        <translation>Wohin.</translation>
    </message>
    <message>
        <source>Replace a file that is there.</source>
        <translation>Eine vorhandene Datei ersetzen.</translation>
    </message>
    <message>
        <source>If STARTTLS were required of everybody.</source>
        <translation>Wenn STARTTLS von allen verlangt würde.</translation>
    </message>
    <message>
        <source>For the policy in the workspace.</source>
        <translation>Für die Richtlinie im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Say where to: --output FILE.html</source>
        <translation>Angeben, wohin: --output FILE.html</translation>
    </message>
    <message>
        <source>Keeps what the logs say in a workspace: an SQLite file with sums by day, domain and host, the policy, and which parts of which files have been read. It holds no local part of an address, no recipient and no subject. With the workspace itself among the inputs it is continued: what has been read does not count twice, also when a log was rotated, renamed or compressed meanwhile.</source>
        <translation>Bewahrt, was die Protokolle sagen, in einem Arbeitsbereich auf: einer SQLite-Datei mit Summen nach Tag, Domain und Host, der Richtlinie und dem Vermerk, welche Teile welcher Dateien gelesen wurden. Sie enthält keinen lokalen Teil einer Adresse, keinen Empfänger und keinen Betreff. Ist der Arbeitsbereich selbst unter den Eingaben, wird er fortgesetzt: Gelesenes zählt nicht doppelt, auch wenn ein Protokoll inzwischen rotiert, umbenannt oder komprimiert wurde.</translation>
    </message>
    <message>
        <source>Replace a file that is there and is not among the inputs.</source>
        <translation>Eine vorhandene Datei ersetzen, die nicht unter den Eingaben ist.</translation>
    </message>
    <message>
        <source>The first time.</source>
        <translation>Beim ersten Mal.</translation>
    </message>
    <message>
        <source>From then on, every night.</source>
        <translation>Danach jede Nacht.</translation>
    </message>
    <message>
        <source>Say where to: --output FILE.waxseal</source>
        <translation>Angeben, wohin: --output FILE.waxseal</translation>
    </message>
    <message>
        <source>Show every domain that would lose mail, not the first 20.</source>
        <translation>Jede Domain zeigen, von der Mail verloren ginge, nicht nur die ersten 20.</translation>
    </message>
    <message>
        <source>TLS 1.2 of two domains and their subdomains.</source>
        <translation>TLS 1.2 von zwei Domains und ihren Subdomains.</translation>
    </message>
    <message>
        <source>Everybody but one; for a nightly check.</source>
        <translation>Alle bis auf eine; für eine nächtliche Prüfung.</translation>
    </message>
    <message>
        <source>Lost %1 of %2 messages</source>
        <translation>%1 von %2 Nachrichten verloren</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>  legitimate</source>
        <translation>  legitim</translation>
    </message>
    <message>
        <source>  spam</source>
        <translation>  Spam</translation>
    </message>
    <message>
        <source>  unlabelled</source>
        <translation>  ohne Urteil</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Evidence of what would be lost</source>
        <translation>Beleg zu dem, was verloren ginge</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>of it spam</source>
        <translation>davon Spam</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message numerus="yes">
        <source>and %n more domain(s); --all shows them.</source>
        <translation>
            <numerusform>und %n weitere Domain; --all zeigt sie.</numerusform>
            <numerusform>und %n weitere Domains; --all zeigt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what to simulate, for example --require encrypt:all</source>
        <translation>Angeben, was simuliert wird, zum Beispiel --require encrypt:all</translation>
    </message>
    <message>
        <source>Reads mail logs and prints, for each direction, how many messages came or went in clear and over which TLS version, what was left out of the count, and what the logs could not tell. A message is counted once, whatever loops it takes inside the server; TLS that the log does not tell is unknown and never counted as plaintext.</source>
        <translation>Liest Mail-Protokolle und gibt für jede Richtung aus, wie viele Nachrichten im Klartext und über welche TLS-Version kamen oder gingen, was nicht gezählt wurde und was die Protokolle nicht sagen konnten. Eine Nachricht zählt einmal, welche Schleifen sie im Server auch nimmt; TLS, das das Protokoll nicht nennt, ist unbekannt und zählt nie als Klartext.</translation>
    </message>
    <message>
        <source>A rotated set, compressed or not, in any order.</source>
        <translation>Ein rotierter Satz, komprimiert oder nicht, in beliebiger Reihenfolge.</translation>
    </message>
    <message>
        <source>From the journal.</source>
        <translation>Aus dem Journal.</translation>
    </message>
    <message>
        <source>What a workspace holds, for a script.</source>
        <translation>Was ein Arbeitsbereich enthält, für ein Skript.</translation>
    </message>
    <message>
        <source>Mail from %1 to %2</source>
        <translation>Mail von %1 bis %2</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Nicht gezählt</translation>
    </message>
    <message>
        <source>re-injected by a content filter</source>
        <translation>von einem Inhaltsfilter wiedereingespeist</translation>
    </message>
    <message>
        <source>authenticated, counted as submission</source>
        <translation>authentifiziert, als Einlieferung gezählt</translation>
    </message>
    <message>
        <source>from internal networks</source>
        <translation>aus internen Netzen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>There is no mail of %1 in these logs.</source>
        <translation>In diesen Protokollen ist keine Mail von %1.</translation>
    </message>
    <message numerus="yes">
        <source>Nor of %n other domain(s) with a requirement.</source>
        <translation>
            <numerusform>Auch nicht von %n weiteren Domain mit Anforderung.</numerusform>
            <numerusform>Auch nicht von %n weiteren Domains mit Anforderung.</numerusform>
        </translation>
    </message>
    <message>
        <source>What to require of whom; may be given several times. REQ inbound: none, encrypt, encrypt&gt;=1.2, encrypt&gt;=1.3, trusted; outbound: none, may, encrypt, dane, dane-only, verify, secure. SCOPE: all, or domains with commas: example.com is that domain alone, .example.com the domain and its subdomains, &lt;&gt; the null sender, @FILE the domains in a file: one a line, or the first column of a CSV such as “recommend --csv” writes. A workspace&apos;s own policy is used when this is not given.</source>
        <translation>Was von wem verlangt wird; mehrfach möglich. REQ eingehend: none, encrypt, encrypt&gt;=1.2, encrypt&gt;=1.3, trusted; ausgehend: none, may, encrypt, dane, dane-only, verify, secure. SCOPE: all, oder Domains mit Kommas: example.com ist nur diese Domain, .example.com die Domain und ihre Subdomains, &lt;&gt; der leere Absender, @DATEI die Domains in einer Datei: eine je Zeile oder die erste Spalte einer CSV, wie „recommend --csv“ sie schreibt. Fehlt dies, gilt die Richtlinie des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>--require: the list “%1” cannot be read.</source>
        <translation>--require: die Liste „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>--require: line %1 of “%2” begins with no domain name: “%3”</source>
        <translation>--require: Zeile %1 von „%2“ beginnt nicht mit einem Domainnamen: „%3“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>SOCKS5 proxy, for networks that block port 25. The password may stand in the environment variable WAXSEAL_PROXY_PASSWORD instead, where other users do not see it. DNS does not go through it.</source>
        <translation>SOCKS5-Proxy für Netze, die Port 25 sperren. Das Passwort kann stattdessen in der Umgebungsvariablen WAXSEAL_PROXY_PASSWORD stehen, wo andere Benutzer es nicht sehen. DNS geht nicht darüber.</translation>
    </message>
    <message>
        <source>End with status 1 unless mail to each of the domains would be delivered at this level: may, encrypt, dane, dane-only, verify, secure or mta-sts.</source>
        <translation>Mit Status 1 enden, wenn Mail an eine der Domains auf dieser Stufe nicht zugestellt würde: may, encrypt, dane, dane-only, verify, secure oder mta-sts.</translation>
    </message>
    <message>
        <source>For a nightly check: would mail that demands a trusted certificate still arrive?</source>
        <translation>Für eine nächtliche Prüfung: Käme Mail, die ein vertrauenswürdiges Zertifikat verlangt, noch an?</translation>
    </message>
    <message>
        <source>--require: “%1” is no level.</source>
        <translation>--require: „%1“ ist keine Stufe.</translation>
    </message>
    <message numerus="yes">
        <source>Mail to %n domain(s) would not be delivered at this level.</source>
        <translation>
            <numerusform>Mail an %n Domain würde auf dieser Stufe nicht zugestellt.</numerusform>
            <numerusform>Mail an %n Domains würde auf dieser Stufe nicht zugestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>EHLO, in clear only: %1</source>
        <translation>EHLO, nur im Klartext: %1</translation>
    </message>
    <message>
        <source>EHLO, over TLS only: %1</source>
        <translation>EHLO, nur über TLS: %1</translation>
    </message>
    <message>
        <source>(does not count for mail)</source>
        <translation>(zählt für Mail nicht)</translation>
    </message>
    <message>
        <source>The list names no domain.</source>
        <translation>Die Liste nennt keine Domain.</translation>
    </message>
    <message>
        <source>This is the demo log: synthetic mail of an invented company.</source>
        <translation>Dies ist das Demo-Protokoll: erfundene Mail einer erfundenen Firma.</translation>
    </message>
    <message>
        <source>--target: configuration for “%1” cannot be written yet. There is: %2</source>
        <translation>--target: Konfiguration für „%1“ wird noch nicht geschrieben. Es gibt: %2</translation>
    </message>
    <message>
        <source>A row a host: its organisation, the domains it sends for, TLS versions.</source>
        <translation>Eine Zeile je Host: seine Organisation, die Domains, für die er sendet, TLS-Versionen.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Prints a row a host, those with most mail first: its address, the last name that the log gave it, the organisation of that name (the registrable domain), the domains it sends for, and its TLS versions. Inbound it is the client, outbound the mail host of the other side. A row without an address holds the mail of hosts that the log does not name.</source>
        <translation>Gibt eine Zeile je Host aus, die mit der meisten Mail zuerst: seine Adresse, den letzten Namen, den das Protokoll ihm gab, die Organisation dieses Namens (die registrierbare Domain), die Domains, für die er sendet, und seine TLS-Versionen. Eingehend ist es der Client, ausgehend der Mailhost der Gegenseite. Eine Zeile ohne Adresse enthält die Mail von Hosts, die das Protokoll nicht nennt.</translation>
    </message>
    <message>
        <source>Which machines sent to us in the last 30 days.</source>
        <translation>Welche Rechner uns in den letzten 30 Tagen etwas gesandt haben.</translation>
    </message>
    <message>
        <source>Those that sent in clear.</source>
        <translation>Die im Klartext gesandt haben.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>not logged</source>
        <translation>nicht protokolliert</translation>
    </message>
    <message>
        <source>This workspace was made with other values of %1. What has been counted stays as it is; what is read from now on counts by the new values. To count all of it alike, read all logs again into a new workspace.</source>
        <translation>Dieser Arbeitsbereich entstand mit anderen Werten von %1. Was gezählt ist, bleibt; was ab jetzt gelesen wird, zählt nach den neuen Werten. Um alles gleich zu zählen, alle Protokolle in einen neuen Arbeitsbereich lesen.</translation>
    </message>
    <message>
        <source>There is no mail in these days; the logs hold %1 to %2.</source>
        <translation>In diesen Tagen gibt es keine Mail; die Protokolle reichen von %1 bis %2.</translation>
    </message>
    <message>
        <source>Prints a row a message of one direction as soon as its story is complete in the log; nothing is stored. In the column “tls” stands the version, “plaintext”, “unknown” when the log does not tell, or “tls” when it tells no version. A workspace holds sums and no messages, so INPUT must be logs. With --json each line is an object of its own. Here a number of days such as --since 30d counts from today, since the end of the log is not known yet.</source>
        <translation>Gibt eine Zeile je Nachricht einer Richtung aus, sobald ihre Geschichte im Protokoll vollständig ist; gespeichert wird nichts. In der Spalte „tls“ steht die Version, „plaintext“, „unknown“, wenn das Protokoll es nicht sagt, oder „tls“, wenn es keine Version nennt. Ein Arbeitsbereich enthält Summen und keine Nachrichten, INPUT müssen also Protokolle sein. Mit --json ist jede Zeile ein eigenes Objekt. Eine Zahl von Tagen wie --since 30d zählt hier von heute an, da das Ende des Protokolls noch nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Networks whose mail is our own and not counted, besides the default: loopback, RFC 1918, fc00::/7, link-local. “none” among them drops the default.</source>
        <translation>Netze, deren Mail die eigene ist und nicht zählt, neben der Vorgabe: Loopback, RFC 1918, fc00::/7, link-local. „none“ darunter lässt die Vorgabe weg.</translation>
    </message>
    <message>
        <source>Networks of our own backup MX or of servers known to forward to us: their mail is left out and counted apart. May be given several times.</source>
        <translation>Netze des eigenen Backup-MX oder von Servern, die bekanntermaßen an uns weiterleiten: Ihre Mail wird ausgelassen und für sich gezählt. Darf mehrmals angegeben werden.</translation>
    </message>
    <message>
        <source>Only mail of this day and later: 2026-11-01, or 30d for the last 30 days with mail in the logs.</source>
        <translation>Nur Mail von diesem Tag an: 2026-11-01, oder 30d für die letzten 30 Tage mit Mail in den Protokollen.</translation>
    </message>
    <message>
        <source>Only mail of this day and earlier: 2026-11-30, or 30d to leave out the last 30 days.</source>
        <translation>Nur Mail bis zu diesem Tag: 2026-11-30, oder 30d, um die letzten 30 Tage auszulassen.</translation>
    </message>
    <message>
        <source>What a row stands for; an organisation is the registrable domain by the Public Suffix List. Default: domain.</source>
        <translation>Wofür eine Zeile steht; eine Organisation ist die registrierbare Domain nach der Public Suffix List. Vorgabe: domain.</translation>
    </message>
    <message>
        <source>Judge by the logs alone. Live tests that a workspace keeps otherwise answer for outbound mail of which the logs cannot know.</source>
        <translation>Nur nach den Protokollen urteilen. Sonst antworten die im Arbeitsbereich aufbewahrten Live-Tests für ausgehende Mail, von der die Protokolle nichts wissen können.</translation>
    </message>
    <message>
        <source>Let live tests answer, also where the workspace says otherwise.</source>
        <translation>Live-Tests antworten lassen, auch wenn der Arbeitsbereich es anders sagt.</translation>
    </message>
    <message>
        <source>--with-tests and --without-tests exclude each other.</source>
        <translation>--with-tests und --without-tests schließen einander aus.</translation>
    </message>
    <message>
        <source>--forwarder: “%1” is no list of networks like 192.0.2.1,2001:db8::/48.</source>
        <translation>--forwarder: „%1“ ist keine Liste von Netzen wie 192.0.2.1,2001:db8::/48.</translation>
    </message>
    <message>
        <source>--by: “%1” is none of domain, organisation and host.</source>
        <translation>--by: „%1“ ist weder domain noch organisation noch host.</translation>
    </message>
    <message>
        <source>--%1: “%2” is neither a date like 2026-11-01 nor a number of days like 30d.</source>
        <translation>--%1: „%2“ ist weder ein Datum wie 2026-11-01 noch eine Zahl von Tagen wie 30d.</translation>
    </message>
    <message>
        <source>--since is later than --until.</source>
        <translation>--since liegt nach --until.</translation>
    </message>
    <message>
        <source>Read domains from a file: one a line, or the column that the header of a CSV calls domain, else its first; - is standard input. Each domain is tested once.</source>
        <translation>Domains aus einer Datei lesen: eine je Zeile, oder die Spalte, die der Kopf einer CSV domain nennt, sonst die erste; - ist die Standardeingabe. Jede Domain wird einmal getestet.</translation>
    </message>
    <message>
        <source>An address at which the sender would meet itself (Postfix: proxy_interfaces), beside those of this machine. May be given several times.</source>
        <translation>Eine Adresse, an der der Absender sich selbst träfe (Postfix: proxy_interfaces), neben denen dieses Rechners. Darf mehrmals angegeben werden.</translation>
    </message>
    <message>
        <source>Whose verdict: postfix-3.7, postfix-3.10 (MTA-STS patterns choose the hosts), postfix-tls12 (TLS 1.2 at least), exim, exchange-online (both by their documentation). Default: postfix-3.7</source>
        <translation>Wessen Urteil: postfix-3.7, postfix-3.10 (MTA-STS-Muster wählen die Hosts), postfix-tls12 (mindestens TLS 1.2), exim, exchange-online (beide nach ihrer Dokumentation). Vorgabe: postfix-3.7</translation>
    </message>
    <message>
        <source>Most connections to one address in a run, for hosts of your own. Default: 4</source>
        <translation>Höchstzahl der Verbindungen zu einer Adresse in einem Lauf, für eigene Hosts. Vorgabe: 4</translation>
    </message>
    <message>
        <source>The name to say in EHLO. Default: this machine&apos;s.</source>
        <translation>Der Name, der in EHLO genannt wird. Vorgabe: der dieses Rechners.</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) could not be tested at this level.</source>
        <translation>
            <numerusform>%n Domain konnte auf dieser Stufe nicht getestet werden.</numerusform>
            <numerusform>%n Domains konnten auf dieser Stufe nicht getestet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>--own-address: “%1” is no address.</source>
        <translation>--own-address: „%1“ ist keine Adresse.</translation>
    </message>
    <message>
        <source>--sender: “%1” is no sender.</source>
        <translation>--sender: „%1“ ist kein Absenderprofil.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are no domain names and were left out, such as “%1”.</source>
        <translation>
            <numerusform>%n Eintrag ist kein Domainname und wurde ausgelassen: „%1“.</numerusform>
            <numerusform>%n Einträge sind keine Domainnamen und wurden ausgelassen, etwa „%1“.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is too long; its end was left out.</source>
        <translation>Die Liste ist zu lang; ihr Ende wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Certificate for: %1</source>
        <translation>Zertifikat für: %1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemanden</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Aussteller: %1</translation>
    </message>
    <message>
        <source>Valid: %1 to %2</source>
        <translation>Gültig: %1 bis %2</translation>
    </message>
    <message>
        <source>Chooses the domains to require TLS of so that most mail is protected and no more than the budget of wanted mail (mail that is not labelled spam) is to be expected lost in the next period of the same length. What was not lost so far can be lost tomorrow: every domain is expected to lose something, the more the less was seen of it; the column “at most” is the upper 95 % bound. A domain without any mail over TLS is never proposed.</source>
        <translation>Wählt die Domains, von denen TLS verlangt wird, so, dass möglichst viel Mail geschützt ist und in der nächsten gleich langen Zeit nicht mehr als das Budget an erwünschter Mail (nicht als Spam eingestuft) verloren zu gehen erwartet wird. Was bisher nicht verloren ging, kann morgen verloren gehen: Von jeder Domain wird ein Verlust erwartet, umso mehr, je weniger von ihr zu sehen war; die Spalte „höchstens“ ist die obere 95-%-Grenze. Eine Domain ohne Mail über TLS wird nie vorgeschlagen.</translation>
    </message>
    <message>
        <source>TLS 1.2 within one message in a hundred, for a spreadsheet.</source>
        <translation>TLS 1.2 mit höchstens einer von hundert Nachrichten Verlust, für eine Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>The logs cannot tell of a single message what requiring %1 would lose.</source>
        <translation>Die Protokolle können von keiner einzigen Nachricht sagen, was die Pflicht zu %1 verlöre.</translation>
    </message>
    <message numerus="yes">
        <source>Require %1 of %n domain(s): %2 of the wanted mail is protected, %3 would have been lost, %4 is to be expected lost in the next period.</source>
        <translation>
            <numerusform>%1 von %n Domain verlangen: %2 der erwünschten Mail sind geschützt, %3 wären verloren gegangen, %4 Verlust sind in der nächsten Zeit zu erwarten.</numerusform>
            <numerusform>%1 von %n Domains verlangen: %2 der erwünschten Mail sind geschützt, %3 wären verloren gegangen, %4 Verlust sind in der nächsten Zeit zu erwarten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requiring it of everybody would have lost %1; of %2 the logs cannot tell.</source>
        <translation>Von allen verlangt, wären %1 verloren gegangen; von %2 können es die Protokolle nicht sagen.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>End with status 1 when more than this share of the wanted mail (mail that is not labelled spam) would be lost, or when of most of it the logs cannot tell.</source>
        <translation>Mit Status 1 enden, wenn mehr als dieser Anteil der erwünschten Mail (nicht als Spam eingestuft) verloren ginge oder die Protokolle es vom größten Teil nicht sagen können.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; --all shows them.</source>
        <translation>
            <numerusform>und %n weitere; --all zeigt sie.</numerusform>
            <numerusform>und %n weitere; --all zeigt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of %1 messages the logs cannot tell what would become of them</source>
        <translation>Von %1 Nachrichten können die Protokolle nicht sagen, was aus ihnen würde</translation>
    </message>
    <message>
        <source>Lost %1 of %2 wanted messages</source>
        <translation>Verloren %1 von %2 erwünschten Nachrichten</translation>
    </message>
    <message>
        <source>, of %1 the logs cannot tell</source>
        <translation>, von %1 können es die Protokolle nicht sagen</translation>
    </message>
    <message>
        <source>Of these, %1 were judged by live tests, since the logs cannot tell.</source>
        <translation>Davon wurden %1 nach Live-Tests beurteilt, weil die Protokolle es nicht sagen können.</translation>
    </message>
    <message>
        <source>--fail-above: of %1 of the mail the logs cannot tell what would become of it. The check has not passed.</source>
        <translation>--fail-above: Von %1 der Mail können die Protokolle nicht sagen, was aus ihr würde. Die Prüfung ist nicht bestanden.</translation>
    </message>
    <message>
        <source>from forwarders</source>
        <translation>von Weiterleitern</translation>
    </message>
    <message>
        <source>What others saw: TLS reports (RFC 8460), Google&apos;s “Safer email” table.</source>
        <translation>Was andere gesehen haben: TLS-Berichte (RFC 8460), Googles Tabelle „Safer email“.</translation>
    </message>
    <message>
        <source>Go on when the end is reached: read what is appended, across rotation, until interrupted.</source>
        <translation>Am Ende weitermachen: lesen, was angehängt wird, auch über Rotationen hinweg, bis zum Abbruch.</translation>
    </message>
    <message>
        <source>--follow: standard input ends where it ends. Name the log itself.</source>
        <translation>--follow: Die Standardeingabe endet, wo sie endet. Nennen Sie das Protokoll selbst.</translation>
    </message>
    <message>
        <source>--follow: name a log beside the workspace.</source>
        <translation>--follow: Nennen Sie neben dem Arbeitsbereich ein Protokoll.</translation>
    </message>
    <message>
        <source>Name a log, a folder, a workspace, - for standard input, journal: or ssh://HOST/PATH.</source>
        <translation>Nennen Sie ein Protokoll, einen Ordner, einen Arbeitsbereich, - für die Standardeingabe, journal: oder ssh://HOST/PFAD.</translation>
    </message>
    <message>
        <source>Only mail of %1 to %2 counts, the period chosen in the workspace. --since 1970-01-01 counts all of it.</source>
        <translation>Es zählt nur Mail vom %1 bis zum %2, der im Arbeitsbereich gewählte Zeitraum. --since 1970-01-01 zählt alle.</translation>
    </message>
    <message>
        <source>INPUT: log files in any order, plain or compressed, folders, - for standard input, journal: for this machine&apos;s journal (journal:UNIT for one unit), ssh://[USER@]HOST/PATH for logs that your ssh reaches (wildcards allowed), or a workspace (NAME.waxseal) to go on from.</source>
        <translation>INPUT: Protokolldateien in beliebiger Reihenfolge, auch komprimiert, Ordner, - für die Standardeingabe, journal: für das Journal dieses Rechners (journal:UNIT für eine Unit), ssh://[BENUTZER@]HOST/PFAD für Protokolle, die Ihr ssh erreicht (Platzhalter erlaubt), oder ein Arbeitsbereich (NAME.waxseal), an den angeknüpft wird.</translation>
    </message>
    <message>
        <source>as this sender would: %1</source>
        <translation>wie dieser Absender: %1</translation>
    </message>
    <message>
        <source>Prints what others saw: who could not reach us over TLS, and why. FILE is a TLS report (RFC 8460: JSON, gzip, zip, or the mail it came in), an mbox or a folder of them, Google&apos;s “Safer email” table (CSV), - for standard input, or a workspace. Reports count sessions, not messages, and are never added to what the logs say. A report counts once, by its organisation and id. With --output they are kept in the workspace, beside the facts.</source>
        <translation>Gibt aus, was andere gesehen haben: wer uns nicht über TLS erreichen konnte und warum. FILE ist ein TLS-Bericht (RFC 8460: JSON, gzip, zip oder die Mail, in der er kam), eine mbox oder ein Ordner davon, Googles Tabelle „Safer email“ (CSV), - für die Standardeingabe oder ein Arbeitsbereich. Berichte zählen Sitzungen, nicht Nachrichten, und werden nie zu dem addiert, was die Protokolle sagen. Ein Bericht zählt einmal, nach Organisation und Kennung. Mit --output werden sie im Arbeitsbereich neben den Fakten aufbewahrt.</translation>
    </message>
    <message>
        <source>Keep them in this workspace: the one among the inputs, or a new one.</source>
        <translation>In diesem Arbeitsbereich aufbewahren: dem unter den Eingaben oder einem neuen.</translation>
    </message>
    <message>
        <source>No notes.</source>
        <translation>Keine Hinweise.</translation>
    </message>
    <message>
        <source>All reports of a mail folder, by domain and day.</source>
        <translation>Alle Berichte eines Mailordners, nach Domain und Tag.</translation>
    </message>
    <message>
        <source>Adds new reports to the workspace.</source>
        <translation>Fügt dem Arbeitsbereich neue Berichte hinzu.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Who could not reach us, and why:</source>
        <translation>Wer uns nicht erreichen konnte und warum:</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>MX</source>
        <translation>MX</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message numerus="yes">
        <source>Google&apos;s “Safer email” table: %n row(s); --json prints them.</source>
        <translation>
            <numerusform>Googles Tabelle „Safer email“: %n Zeile; --json gibt sie aus.</numerusform>
            <numerusform>Googles Tabelle „Safer email“: %n Zeilen; --json gibt sie aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n other file(s) of that kind.</source>
        <translation>
            <numerusform>Und %n weitere Datei dieser Art.</numerusform>
            <numerusform>Und %n weitere Dateien dieser Art.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) had been read before.</source>
        <translation>
            <numerusform>%n Bericht war schon gelesen.</numerusform>
            <numerusform>%n Berichte waren schon gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the table have no domain, direction or share.</source>
        <translation>
            <numerusform>%n Zeile der Tabelle hat keine Domain, keine Richtung oder keinen Anteil.</numerusform>
            <numerusform>%n Zeilen der Tabelle haben keine Domain, keine Richtung oder keinen Anteil.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is neither a TLS report nor Google&apos;s table among these files.</source>
        <translation>Unter diesen Dateien ist weder ein TLS-Bericht noch Googles Tabelle.</translation>
    </message>
    <message>
        <source>Name a TLS report, a folder of them, or a workspace.</source>
        <translation>Nennen Sie einen TLS-Bericht, einen Ordner davon oder einen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>The mail server, or what is to be published.</source>
        <translation>Der Mailserver, oder was veröffentlicht werden soll.</translation>
    </message>
    <message>
        <source>What to publish, so that others send over TLS; no log is needed.</source>
        <translation>Was zu veröffentlichen ist, damit andere über TLS senden; ein Protokoll ist nicht nötig.</translation>
    </message>
    <message>
        <source>“%1” was left out: %2.</source>
        <translation>„%1“ wurde ausgelassen: %2.</translation>
    </message>
    <message>
        <source>For: %1.</source>
        <translation>Für: %1.</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>--target: %1 takes no policy of the direction %2.</source>
        <translation>--target: %1 nimmt keine Richtlinie der Richtung %2.</translation>
    </message>
    <message>
        <source>--%1 is no option of --target %2.</source>
        <translation>--%1 ist keine Option von --target %2.</translation>
    </message>
    <message>
        <source>--%1: “%2” is not %3.</source>
        <translation>--%1: „%2“ ist nicht %3.</translation>
    </message>
    <message>
        <source>--target %1 needs --%2 %3.</source>
        <translation>--target %1 braucht --%2 %3.</translation>
    </message>
    <message>
        <source>Begin with what a server requires already; may be given several times: the output of postconf -n (or main.cf), an access map with reject_plaintext_session, an smtp_tls_policy map. --require adds to it.</source>
        <translation>Mit dem beginnen, was ein Server schon verlangt; mehrfach erlaubt: die Ausgabe von postconf -n (oder main.cf), eine Zugriffstabelle mit reject_plaintext_session, eine Tabelle smtp_tls_policy. --require kommt hinzu.</translation>
    </message>
    <message>
        <source>Refuse now (5xx, the sender bounces) or later (4xx, it retries for days). Default: later.</source>
        <translation>Sofort ablehnen (5xx, der Absender erhält die Mail zurück) oder später (4xx, er versucht es tagelang). Vorgabe: later.</translation>
    </message>
    <message>
        <source>--policy: “%1” cannot be read.</source>
        <translation>--policy: „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n other line(s) were left out as well.</source>
        <translation>
            <numerusform>%n weitere Zeile wurde ebenfalls ausgelassen.</numerusform>
            <numerusform>%n weitere Zeilen wurden ebenfalls ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The table %1 is named there and was not given: --policy reads it too.</source>
        <translation>Die Tabelle %1 wird dort genannt und wurde nicht angegeben: --policy liest auch sie.</translation>
    </message>
    <message>
        <source>--policy: nothing is said of TLS there for this direction. See --direction.</source>
        <translation>--policy: Dort steht für diese Richtung nichts über TLS. Siehe --direction.</translation>
    </message>
    <message>
        <source>Says which of the messages in the logs a policy would have refused. The loss is split into legitimate mail, spam and mail that no scanner has labelled, and by evidence: never (the host never met the requirement), mixed (at other times it did: likely to come back if refused later), failed (its handshake with us failed: our settings may be at fault), unknown (too little seen). The interval is a forecast of wanted mail (all that is not labelled spam) for the next period of the same length; it needs 14 days of logs. Below that an upper bound is given. What contradicts a forecast (a domain that changed, a trend) is said with it, and how it did on the two halves of these logs.</source>
        <translation>Sagt, welche der Nachrichten in den Protokollen eine Richtlinie abgelehnt hätte. Der Verlust wird aufgeteilt in legitime Mail, Spam und Mail, die kein Scanner beurteilt hat, und nach Beleg: never (der Host hat die Anforderung nie erfüllt), mixed (zu anderer Zeit schon: kommt wahrscheinlich wieder, wenn später abgelehnt wird), failed (sein Handshake mit uns ist gescheitert: es kann an unseren Einstellungen liegen), unknown (zu wenig gesehen). Das Intervall ist eine Prognose der erwünschten Mail (alles, was nicht als Spam gilt) für den nächsten gleich langen Zeitraum; es braucht Protokolle von 14 Tagen. Darunter wird eine Obergrenze genannt. Was einer Prognose widerspricht (eine Domain, die sich geändert hat, ein Trend), steht dabei, ebenso, wie sie auf den beiden Hälften dieser Protokolle abgeschnitten hat.</translation>
    </message>
</context>
<context>
    <name>DayBins</name>
    <message>
        <source>messages a day</source>
        <translation>Nachrichten je Tag</translation>
    </message>
    <message numerus="yes">
        <source>messages every %n week(s)</source>
        <translation>
            <numerusform>Nachrichten je Woche</numerusform>
            <numerusform>Nachrichten je %n Wochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>%1 takes the mail over TLS; who it is has not been checked.</source>
        <translation>%1 nimmt die Mail über TLS an; wer es ist, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>%1 takes the mail over TLS; its certificate is trusted and names it.</source>
        <translation>%1 nimmt die Mail über TLS an; sein Zertifikat ist vertrauenswürdig und nennt ihn.</translation>
    </message>
    <message>
        <source>%1 takes the mail over TLS; its certificate is the one in its TLSA record.</source>
        <translation>%1 nimmt die Mail über TLS an; sein Zertifikat ist das aus seinem TLSA-Eintrag.</translation>
    </message>
    <message>
        <source>%1 shows no STARTTLS: the mail goes in clear.</source>
        <translation>%1 bietet kein STARTTLS an: die Mail geht im Klartext.</translation>
    </message>
    <message>
        <source>%1 answers STARTTLS with an error (%2): the mail goes in clear.</source>
        <translation>%1 antwortet auf STARTTLS mit einem Fehler (%2): die Mail geht im Klartext.</translation>
    </message>
    <message>
        <source>TLS with %1 fails (%2): the mail goes in clear, after a delay.</source>
        <translation>TLS mit %1 scheitert (%2): die Mail geht mit Verzögerung im Klartext.</translation>
    </message>
    <message>
        <source>TLS is required, and %1 does not offer it.</source>
        <translation>TLS ist verlangt, und %1 bietet es nicht an.</translation>
    </message>
    <message>
        <source>TLS is required, and %1 does not announce STARTTLS although it would work.</source>
        <translation>TLS ist verlangt, und %1 kündigt STARTTLS nicht an, obwohl es funktionieren würde.</translation>
    </message>
    <message>
        <source>TLS is required, and a device before %1 overwrites its STARTTLS.</source>
        <translation>TLS ist verlangt, und ein Gerät vor %1 überschreibt dessen STARTTLS.</translation>
    </message>
    <message>
        <source>TLS is required, and %1 answers STARTTLS with an error: %2</source>
        <translation>TLS ist verlangt, und %1 antwortet auf STARTTLS mit einem Fehler: %2</translation>
    </message>
    <message>
        <source>TLS is required, and the handshake with %1 fails: %2</source>
        <translation>TLS ist verlangt, und der Handshake mit %1 scheitert: %2</translation>
    </message>
    <message>
        <source>%1 has no TLS of the version required; its best is TLS %2.</source>
        <translation>%1 beherrscht die verlangte TLS-Version nicht; die höchste ist TLS %2.</translation>
    </message>
    <message>
        <source>A sender that must know the server does not accept the TLS %2 of %1: it is too weak.</source>
        <translation>Ein Absender, der den Server prüfen muss, nimmt TLS %2 von %1 nicht an: zu schwach.</translation>
    </message>
    <message>
        <source>The server must be authenticated, and %1 has no certificate.</source>
        <translation>Der Server muss sich ausweisen, und %1 hat kein Zertifikat.</translation>
    </message>
    <message>
        <source>%1 demands a client certificate and refuses mail without one: %2</source>
        <translation>%1 verlangt ein Clientzertifikat und lehnt Mail ohne eines ab: %2</translation>
    </message>
    <message>
        <source>%1 refuses mail in clear, and TLS with it cannot be had.</source>
        <translation>%1 lehnt Mail im Klartext ab, und TLS kommt mit ihm nicht zustande.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name.</source>
        <translation>Das Zertifikat von %1 gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not the one in its TLSA records.</source>
        <translation>Das Zertifikat von %1 ist nicht das aus seinen TLSA-Einträgen.</translation>
    </message>
    <message>
        <source>The TLSA records of %1 name its authority, but the certificate is for another name.</source>
        <translation>Die TLSA-Einträge von %1 nennen seine CA, aber das Zertifikat gilt für einen anderen Namen.</translation>
    </message>
    <message>
        <source>The TLSA records of %1 could not be looked up: %2</source>
        <translation>Die TLSA-Einträge von %1 konnten nicht abgefragt werden: %2</translation>
    </message>
    <message>
        <source>DANE is required, and %1 has no secure TLSA records.</source>
        <translation>DANE ist verlangt, und %1 hat keine sicheren TLSA-Einträge.</translation>
    </message>
    <message>
        <source>DANE is required, and no TLSA record of %1 is of a kind that counts for mail.</source>
        <translation>DANE ist verlangt, und kein TLSA-Eintrag von %1 ist von einer Art, die für Mail zählt.</translation>
    </message>
    <message>
        <source>DANE is required, and the domain&apos;s MX records are not signed with DNSSEC.</source>
        <translation>DANE ist verlangt, und die MX-Einträge der Domain sind nicht mit DNSSEC signiert.</translation>
    </message>
    <message>
        <source>The domain&apos;s MTA-STS policy does not list %1.</source>
        <translation>Die MTA-STS-Richtlinie der Domain führt %1 nicht auf.</translation>
    </message>
    <message>
        <source>The domain says that it takes no mail (null MX).</source>
        <translation>Die Domain sagt, dass sie keine Mail annimmt (Null MX).</translation>
    </message>
    <message>
        <source>The domain does not exist.</source>
        <translation>Die Domain gibt es nicht.</translation>
    </message>
    <message>
        <source>No mail host of the domain has an address.</source>
        <translation>Kein Mailhost der Domain hat eine Adresse.</translation>
    </message>
    <message>
        <source>The DNSSEC signatures are wrong: a validating sender does not see the domain. %2</source>
        <translation>Die DNSSEC-Signaturen sind falsch: ein prüfender Absender sieht die Domain nicht. %2</translation>
    </message>
    <message>
        <source>The DNS did not answer: %2</source>
        <translation>Das DNS antwortete nicht: %2</translation>
    </message>
    <message>
        <source>The DNS resolver in use does not pass on DNSSEC, so DANE cannot be tested.</source>
        <translation>Der benutzte DNS-Resolver gibt DNSSEC nicht weiter, DANE lässt sich also nicht testen.</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>%1 weist Verbindungen ab.</translation>
    </message>
    <message>
        <source>There is no route to %1 from here.</source>
        <translation>Von hier gibt es keine Route zu %1.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>%1 does not want to talk to us now: %2</source>
        <translation>%1 weist uns zurzeit ab: %2</translation>
    </message>
    <message>
        <source>%1 is too slow to be tested: %2</source>
        <translation>%1 ist zu langsam, um getestet zu werden: %2</translation>
    </message>
    <message>
        <source>%1 hung up: %2</source>
        <translation>%1 hat die Verbindung getrennt: %2</translation>
    </message>
    <message>
        <source>%1 does not keep to the protocol: %2</source>
        <translation>%1 hält sich nicht an das Protokoll: %2</translation>
    </message>
    <message>
        <source>The proxy did not connect us to %1.</source>
        <translation>Der Proxy verband uns nicht mit %1.</translation>
    </message>
    <message>
        <source>This was not tested.</source>
        <translation>Das wurde nicht getestet.</translation>
    </message>
    <message>
        <source>A host of higher preference would not take it.</source>
        <translation>Ein Host mit höherer Präferenz nähme sie nicht an.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted: %2.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen: %2.</translation>
    </message>
    <message>
        <source>%1 refuses every greeting of ours for good: %2</source>
        <translation>%1 weist jede unserer Begrüßungen endgültig ab: %2</translation>
    </message>
    <message>
        <source>%1 will not go on after the TLS handshake: %2</source>
        <translation>%1 macht nach dem TLS-Handshake nicht weiter: %2</translation>
    </message>
    <message>
        <source>%1 shares its address with other names; to spare it, the certificate for this one was not asked for.</source>
        <translation>%1 teilt seine Adresse mit anderen Namen; um sie zu schonen, wurde das Zertifikat für diesen nicht abgefragt.</translation>
    </message>
    <message>
        <source>Mail to %1 would come back to the sender itself: it is a mail host of the domain.</source>
        <translation>Mail an %1 käme zum Absender selbst zurück: Er ist ein Mailhost der Domain.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>(null sender &lt;&gt;)</source>
        <translation>(leerer Absender &lt;&gt;)</translation>
    </message>
    <message>
        <source>(no domain)</source>
        <translation>(keine Domain)</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>Evidence: the hosts never met the requirement.</extracomment>
        <translation>nie</translation>
    </message>
    <message>
        <source>mixed</source>
        <extracomment>Evidence: the hosts met it at other times.</extracomment>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>Evidence: a handshake with our server failed before.</extracomment>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>Evidence: too few messages to tell.</extracomment>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>No STARTTLS: all mail arrives in clear.</source>
        <translation>Kein STARTTLS: alle Mail kommt im Klartext.</translation>
    </message>
    <message>
        <source>STARTTLS works, but is not announced: senders do not see it.</source>
        <translation>STARTTLS funktioniert, wird aber nicht angekündigt: Absender sehen es nicht.</translation>
    </message>
    <message>
        <source>A device on the way overwrites STARTTLS in the server&apos;s answer.</source>
        <translation>Ein Gerät unterwegs überschreibt STARTTLS in der Antwort des Servers.</translation>
    </message>
    <message>
        <source>STARTTLS is announced and then refused: %1</source>
        <translation>STARTTLS wird angekündigt und dann abgelehnt: %1</translation>
    </message>
    <message>
        <source>STARTTLS is announced, but the handshake fails: %1</source>
        <translation>STARTTLS wird angekündigt, aber der Handshake scheitert: %1</translation>
    </message>
    <message>
        <source>Mail in clear is refused.</source>
        <translation>Mail im Klartext wird abgelehnt.</translation>
    </message>
    <message>
        <source>Mail in clear is refused, although RFC 3207 section 4 says that a publicly-referenced SMTP server must not require STARTTLS.</source>
        <translation>Mail im Klartext wird abgelehnt, obwohl laut RFC 3207 Abschnitt 4 ein öffentlich bekannter SMTP-Server STARTTLS nicht verlangen darf.</translation>
    </message>
    <message>
        <source>A command sent in clear before the handshake is obeyed after it (CVE-2011-0411).</source>
        <translation>Ein vor dem Handshake im Klartext gesendetes Kommando wird danach befolgt (CVE-2011-0411).</translation>
    </message>
    <message>
        <source>More than the reply to STARTTLS arrives before the handshake.</source>
        <translation>Vor dem Handshake kommt mehr als die Antwort auf STARTTLS.</translation>
    </message>
    <message>
        <source>A client certificate is asked for, not required.</source>
        <translation>Ein Clientzertifikat wird erbeten, nicht verlangt.</translation>
    </message>
    <message>
        <source>A client certificate is required: nearly every sender is turned away.</source>
        <translation>Ein Clientzertifikat wird verlangt: fast jeder Absender wird abgewiesen.</translation>
    </message>
    <message>
        <source>The greeting is held back to catch hasty senders (%1 ms).</source>
        <translation>Die Begrüßung wird zurückgehalten, um vorschnelle Absender zu erkennen (%1 ms).</translation>
    </message>
    <message>
        <source>REQUIRETLS (RFC 8689) is offered.</source>
        <translation>REQUIRETLS (RFC 8689) wird angeboten.</translation>
    </message>
    <message>
        <source>The server or the time limit ended the test early: some answers are missing.</source>
        <translation>Der Server oder die Zeitgrenze beendete den Test vorzeitig: einige Antworten fehlen.</translation>
    </message>
    <message>
        <source>TLS 1.0 is accepted.</source>
        <translation>TLS 1.0 wird angenommen.</translation>
    </message>
    <message>
        <source>TLS 1.1 is accepted.</source>
        <translation>TLS 1.1 wird angenommen.</translation>
    </message>
    <message>
        <source>TLS 1.2 is accepted.</source>
        <translation>TLS 1.2 wird angenommen.</translation>
    </message>
    <message>
        <source>TLS 1.3 is accepted.</source>
        <translation>TLS 1.3 wird angenommen.</translation>
    </message>
    <message>
        <source>The best version is TLS %1, deprecated by RFC 8996.</source>
        <translation>Die beste Version ist TLS %1, laut RFC 8996 veraltet.</translation>
    </message>
    <message>
        <source>Only TLS 1.3 is accepted: older senders fall back to clear text or give up.</source>
        <translation>Nur TLS 1.3 wird angenommen: ältere Absender weichen auf Klartext aus oder geben auf.</translation>
    </message>
    <message>
        <source>Only anonymous ciphers: the server has no certificate.</source>
        <translation>Nur anonyme Chiffren: der Server hat kein Zertifikat.</translation>
    </message>
    <message>
        <source>The key exchange has no forward secrecy (%1).</source>
        <translation>Dem Schlüsselaustausch fehlt Forward Secrecy (%1).</translation>
    </message>
    <message>
        <source>The key exchange is weak: %1.</source>
        <translation>Der Schlüsselaustausch ist schwach: %1.</translation>
    </message>
    <message>
        <source>Secure renegotiation (RFC 5746) is missing.</source>
        <translation>Sichere Neuverhandlung (RFC 5746) fehlt.</translation>
    </message>
    <message>
        <source>The certificate has expired (%1).</source>
        <translation>Das Zertifikat ist abgelaufen (%1).</translation>
    </message>
    <message>
        <source>The certificate expires soon (%1).</source>
        <translation>Das Zertifikat läuft bald ab (%1).</translation>
    </message>
    <message>
        <source>The certificate is not valid yet (%1).</source>
        <translation>Das Zertifikat ist noch nicht gültig (%1).</translation>
    </message>
    <message>
        <source>The certificate is self-signed.</source>
        <translation>Das Zertifikat ist selbstsigniert.</translation>
    </message>
    <message>
        <source>The server sends its certificate without the intermediate one: %1</source>
        <translation>Der Server sendet sein Zertifikat ohne das Zwischenzertifikat: %1</translation>
    </message>
    <message>
        <source>The certificate&apos;s authority is not trusted: %1</source>
        <translation>Der CA des Zertifikats ist nicht zu trauen: %1</translation>
    </message>
    <message>
        <source>The certificate is for another name: %1</source>
        <translation>Das Zertifikat gilt für einen anderen Namen: %1</translation>
    </message>
    <message>
        <source>The host is named in the certificate&apos;s common name only, which RFC 9525 no longer counts.</source>
        <translation>Der Host steht nur im Common Name des Zertifikats, der nach RFC 9525 nicht mehr zählt.</translation>
    </message>
    <message>
        <source>The certificate&apos;s key is weak: %1.</source>
        <translation>Der Schlüssel des Zertifikats ist schwach: %1.</translation>
    </message>
    <message>
        <source>The certificate&apos;s key is %1; 3072 bits are recommended.</source>
        <translation>Der Schlüssel des Zertifikats ist %1; empfohlen sind 3072 Bit.</translation>
    </message>
    <message>
        <source>A certificate of the chain is signed with %1.</source>
        <translation>Ein Zertifikat der Kette ist mit %1 signiert.</translation>
    </message>
    <message>
        <source>The certificate matches the TLSA record %1.</source>
        <translation>Das Zertifikat passt zum TLSA-Eintrag %1.</translation>
    </message>
    <message>
        <source>The certificate matches none of the TLSA records: DANE senders defer.</source>
        <translation>Das Zertifikat passt zu keinem TLSA-Eintrag: DANE-Absender stellen die Mail zurück.</translation>
    </message>
    <message>
        <source>The TLSA record names the authority, but the certificate is for another name: DANE senders defer.</source>
        <translation>Der TLSA-Eintrag nennt die CA, aber das Zertifikat gilt für einen anderen Namen: DANE-Absender stellen die Mail zurück.</translation>
    </message>
    <message>
        <source>No TLSA record is usable for mail: only usages 2 and 3 count (RFC 7672).</source>
        <translation>Kein TLSA-Eintrag ist für Mail brauchbar: nur die Verwendungen 2 und 3 zählen (RFC 7672).</translation>
    </message>
    <message>
        <source>The TLSA records are ready for the next key.</source>
        <translation>Die TLSA-Einträge sind bereit für den nächsten Schlüssel.</translation>
    </message>
    <message>
        <source>No secure TLSA records.</source>
        <translation>Keine sicheren TLSA-Einträge.</translation>
    </message>
    <message>
        <source>Cipher: %1</source>
        <translation>Chiffre: %1</translation>
    </message>
    <message>
        <source>Key exchange: %1</source>
        <translation>Schlüsselaustausch: %1</translation>
    </message>
    <message>
        <source>Handshake signature: %1</source>
        <translation>Signatur des Handshakes: %1</translation>
    </message>
    <message>
        <source>Certificate key: %1</source>
        <translation>Schlüssel des Zertifikats: %1</translation>
    </message>
    <message>
        <source>Certificate signature: %1</source>
        <translation>Signatur des Zertifikats: %1</translation>
    </message>
    <message>
        <source>To spare the address, its certificate was taken from the test of %1; this name may get another one.</source>
        <translation>Um die Adresse zu schonen, stammt ihr Zertifikat aus dem Test von %1; für diesen Namen zeigt sie vielleicht ein anderes.</translation>
    </message>
    <message>
        <source>The MX record names an alias (of %1), which RFC 2181 section 10.3 forbids.</source>
        <translation>Der MX-Eintrag nennt einen Alias (von %1), was RFC 2181 Abschnitt 10.3 verbietet.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>sufficient</source>
        <translation>ausreichend</translation>
    </message>
    <message>
        <source>phase out</source>
        <translation>auslaufend</translation>
    </message>
    <message>
        <source>insufficient</source>
        <translation>ungenügend</translation>
    </message>
    <message>
        <source>TLS works only with senders that do not offer TLS 1.3; current ones fail: %1</source>
        <translation>TLS gelingt nur mit Absendern, die kein TLS 1.3 anbieten; heutige scheitern: %1</translation>
    </message>
    <message>
        <source>TLS works only with senders that put up with missing secure renegotiation (RFC 5746); those with OpenSSL 3 do not.</source>
        <translation>TLS gelingt nur mit Absendern, die fehlende sichere Neuverhandlung (RFC 5746) hinnehmen; die mit OpenSSL 3 tun es nicht.</translation>
    </message>
    <message>
        <source>TLS works only with senders that name the host (SNI); many do not: %1</source>
        <translation>TLS gelingt nur mit Absendern, die den Host nennen (SNI); viele tun es nicht: %1</translation>
    </message>
    <message>
        <source>TLS works only with algorithms that Postfix does not offer: %1</source>
        <translation>TLS gelingt nur mit Verfahren, die Postfix nicht anbietet: %1</translation>
    </message>
    <message>
        <source>STARTTLS comes and goes: one connection saw it announced, another did not. Senders that require it wait at times.</source>
        <translation>STARTTLS kommt und geht: Eine Verbindung sah es angekündigt, eine andere nicht. Absender, die es verlangen, warten zuweilen.</translation>
    </message>
    <message>
        <source>The certificate cannot be trusted: %1.</source>
        <translation>Dem Zertifikat ist nicht zu trauen: %1.</translation>
    </message>
    <message>
        <source>Senders that name the host (SNI) get another certificate than the others: %1</source>
        <translation>Absender, die den Host nennen (SNI), bekommen ein anderes Zertifikat als die übrigen: %1</translation>
    </message>
    <message>
        <source>%1 is no public address (loopback, private, link-local or multicast): nobody outside gets there.</source>
        <translation>%1 ist keine öffentliche Adresse (Loopback, privat, Link-Local oder Multicast): von außen kommt niemand dorthin.</translation>
    </message>
    <message>
        <source>A TLSA record (%1) fits no certificate seen here: it is for the next key, or for one that was not seen.</source>
        <translation>Ein TLSA-Eintrag (%1) passt zu keinem hier gesehenen Zertifikat: Er gilt dem nächsten Schlüssel oder einem, der nicht zu sehen war.</translation>
    </message>
    <message>
        <source>The server&apos;s second certificate (%1) matches a TLSA record, too.</source>
        <translation>Auch das zweite Zertifikat des Servers (%1) passt zu einem TLSA-Eintrag.</translation>
    </message>
    <message>
        <source>The server has a second certificate (%1), which matches none of the TLSA records: DANE senders that get it defer.</source>
        <translation>Der Server hat ein zweites Zertifikat (%1), das zu keinem der TLSA-Einträge passt: DANE-Absender, die es bekommen, stellen zurück.</translation>
    </message>
</context>
<context>
    <name>Percent</name>
    <message>
        <source>%1&#xa0;%</source>
        <extracomment>A percentage; the space is a no-break space. Leave it out where the language writes &quot;5%&quot;.</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 – %2&#xa0;%</source>
        <extracomment>A range in percent; the blank before % does not break.</extracomment>
        <translation>%1 – %2&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A date format as QLocale reads it: day, short month, year.</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>The first day of a period within one year.</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d</source>
        <comment>first day of a period</comment>
        <extracomment>The first day of a period within one month. German: d.</extracomment>
        <translation>d.</translation>
    </message>
</context>
<context>
    <name>PictureNotes</name>
    <message>
        <source>nothing is required</source>
        <translation>nichts wird verlangt</translation>
    </message>
    <message>
        <source>%1 for all</source>
        <comment>a requirement</comment>
        <translation>%1 für alle</translation>
    </message>
    <message numerus="yes">
        <source>policy of %n row(s), %1 for all others</source>
        <translation>
            <numerusform>Richtlinie mit %n Zeile, %1 für alle anderen</numerusform>
            <numerusform>Richtlinie mit %n Zeilen, %1 für alle anderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s)</source>
        <translation>
            <numerusform>%1 und %n weitere Datei</numerusform>
            <numerusform>%1 und %n weitere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>synthetic demo data</source>
        <translation>erfundene Demodaten</translation>
    </message>
</context>
<context>
    <name>PolicyLine</name>
    <message>
        <source>all others</source>
        <translation>alle anderen</translation>
    </message>
    <message>
        <source>%1 and its subdomains</source>
        <translation>%1 und Subdomains</translation>
    </message>
    <message>
        <source>%1 for mail to %2</source>
        <comment>level, whom</comment>
        <translation>%1 für Mail an %2</translation>
    </message>
    <message>
        <source>nothing is required of %1</source>
        <translation>von %1 wird nichts verlangt</translation>
    </message>
    <message>
        <source>%1 is required of %2</source>
        <comment>level, whom</comment>
        <translation>%1 wird von %2 verlangt</translation>
    </message>
    <message>
        <source>not about TLS</source>
        <translation>betrifft TLS nicht</translation>
    </message>
    <message>
        <source>names a table: %1</source>
        <translation>nennt eine Tabelle: %1</translation>
    </message>
    <message>
        <source>only warns: nothing is required</source>
        <translation>warnt nur: nichts wird verlangt</translation>
    </message>
    <message>
        <source>left out: about one address, not a domain</source>
        <translation>ausgelassen: betrifft eine Adresse, keine Domain</translation>
    </message>
    <message>
        <source>left out: a pattern</source>
        <translation>ausgelassen: ein Muster</translation>
    </message>
    <message>
        <source>left out: a level that is not simulated</source>
        <translation>ausgelassen: eine Stufe, die nicht simuliert wird</translation>
    </message>
    <message>
        <source>left out: no domain name</source>
        <translation>ausgelassen: kein Domainname</translation>
    </message>
    <message>
        <source>not used: a line above says it of the same domain</source>
        <translation>nicht verwendet: eine Zeile darüber sagt es für dieselbe Domain</translation>
    </message>
    <message>
        <source>left out: not understood</source>
        <translation>ausgelassen: nicht verstanden</translation>
    </message>
</context>
<context>
    <name>ProbeChange</name>
    <message>
        <source>At %1 mail was %2 and is now %3.</source>
        <translation>Bei %1 wurde Mail „%2“, jetzt „%3“.</translation>
    </message>
    <message>
        <source>New mail host: %1.</source>
        <translation>Neuer Mailhost: %1.</translation>
    </message>
    <message>
        <source>No longer a mail host: %1.</source>
        <translation>Kein Mailhost mehr: %1.</translation>
    </message>
    <message>
        <source>New address: %1.</source>
        <translation>Neue Adresse: %1.</translation>
    </message>
    <message>
        <source>No longer an address: %1.</source>
        <translation>Keine Adresse mehr: %1.</translation>
    </message>
    <message>
        <source>%1: connection was “%2”, now “%3”.</source>
        <translation>%1: Verbindung war „%2“, jetzt „%3“.</translation>
    </message>
    <message>
        <source>%1: STARTTLS was “%2”, now “%3”.</source>
        <translation>%1: STARTTLS war „%2“, jetzt „%3“.</translation>
    </message>
    <message>
        <source>%1: the best version was TLS %2, now %3.</source>
        <translation>%1: die beste Version war TLS %2, jetzt %3.</translation>
    </message>
    <message>
        <source>%1: another certificate, valid until %3 (before: %2).</source>
        <translation>%1: anderes Zertifikat, gültig bis %3 (vorher: %2).</translation>
    </message>
    <message>
        <source>%1: TLSA records were “%2”, now “%3”.</source>
        <translation>%1: TLSA-Einträge waren „%2“, jetzt „%3“.</translation>
    </message>
    <message>
        <source>MTA-STS was “%2”, now “%3”.</source>
        <translation>MTA-STS war „%2“, jetzt „%3“.</translation>
    </message>
    <message>
        <source>TLS-RPT was “%2”, now “%3”.</source>
        <translation>TLS-RPT war „%2“, jetzt „%3“.</translation>
    </message>
    <message>
        <source>DNSSEC was “%2”, now “%3”.</source>
        <translation>DNSSEC war „%2“, jetzt „%3“.</translation>
    </message>
    <message>
        <source>%1: new: %3</source>
        <translation>%1: neu: %3</translation>
    </message>
    <message>
        <source>%1: no longer: %2</source>
        <translation>%1: nicht mehr: %2</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>zurückgesandt</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>aufgelegt</translation>
    </message>
    <message>
        <source>misbehaving</source>
        <translation>regelwidrig</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>Proxy versagt</translation>
    </message>
    <message>
        <source>works</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>nicht angeboten</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>stripped</source>
        <translation>überschrieben</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>several</source>
        <translation>mehrere</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>misslungen</translation>
    </message>
    <message>
        <source>insecure</source>
        <translation>unsigniert</translation>
    </message>
    <message>
        <source>secure</source>
        <translation>gültig signiert</translation>
    </message>
    <message>
        <source>bogus</source>
        <translation>falsch signiert</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Inbound</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Einlieferung</translation>
    </message>
    <message>
        <source>the host never met the requirement: cannot, as far as seen</source>
        <translation>der Host hat die Anforderung nie erfüllt: kann es nicht, soweit zu sehen</translation>
    </message>
    <message>
        <source>its handshake with this server failed first: our own settings may be at fault</source>
        <translation>sein Handshake mit diesem Server scheiterte zuerst: die eigenen Einstellungen können schuld sein</translation>
    </message>
    <message>
        <source>too little seen to tell</source>
        <translation>zu wenig gesehen für ein Urteil</translation>
    </message>
    <message>
        <source>messages a day</source>
        <translation>Nachrichten je Tag</translation>
    </message>
    <message>
        <source>%1: TLS by day</source>
        <translation>%1: TLS je Tag</translation>
    </message>
    <message>
        <source>%1 over TLS, %2 in clear, %3 unknown</source>
        <translation>%1 über TLS, %2 im Klartext, %3 unbekannt</translation>
    </message>
    <message>
        <source>over TLS</source>
        <translation>über TLS</translation>
    </message>
    <message>
        <source>plaintext</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 accepted, %2 lost, %3 unknown</source>
        <translation>%1 angenommen, %2 verloren, %3 unbekannt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>lost, spam</source>
        <translation>verloren, Spam</translation>
    </message>
    <message>
        <source>What the logs say</source>
        <translation>Was die Protokolle sagen</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Über TLS</translation>
    </message>
    <message>
        <source>Plaintext</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not counted: %1 re-injected by a content filter, %2 authenticated, %3 from internal networks, %4 rejected. Mail whose TLS the log does not tell is unknown, never plaintext.</source>
        <translation>Nicht gezählt: %1 von einem Inhaltsfilter wiedereingespeist, %2 authentifiziert, %3 aus internen Netzen, %4 abgelehnt. Mail, deren TLS das Protokoll nicht nennt, ist unbekannt, nie Klartext.</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>%1 and subdomains</source>
        <translation>%1 und Subdomains</translation>
    </message>
    <message>
        <source>Mail that cannot be sent as required is kept back and tried again for days, then returned to its sender.</source>
        <translation>Mail, die sich nicht wie verlangt senden lässt, wird zurückgehalten und tagelang wieder versucht, dann geht sie an den Absender zurück.</translation>
    </message>
    <message>
        <source>Domains that would lose mail</source>
        <translation>Domains, von denen Mail verloren ginge</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>of it spam</source>
        <translation>davon Spam</translation>
    </message>
    <message>
        <source>At most (95 %)</source>
        <translation>Höchstens (95 %)</translation>
    </message>
    <message>
        <source>The policy (%1)</source>
        <translation>Die Richtlinie (%1)</translation>
    </message>
    <message>
        <source>Nothing is required of anybody, so nothing would be lost.</source>
        <translation>Von niemandem ist etwas verlangt, also ginge nichts verloren.</translation>
    </message>
    <message>
        <source>RFC 3207, section 4 (before it RFC 2487, section 5): a publicly-referenced SMTP server must not require STARTTLS in order to deliver mail locally. This policy does, by the choice of whoever runs the server. MTA-STS (RFC 8461) and DANE (RFC 7672) get encryption from those who can without losing those who cannot.</source>
        <translation>RFC 3207, Abschnitt 4 (zuvor RFC 2487, Abschnitt 5): Ein öffentlich bekannter SMTP-Server darf STARTTLS nicht zur Bedingung machen, um Mail lokal zuzustellen. Diese Richtlinie tut es, so hat es der Betreiber des Servers entschieden. Mit MTA-STS (RFC 8461) und DANE (RFC 7672) verschlüsseln alle, die es können, ohne dass die übrigen verloren gehen.</translation>
    </message>
    <message>
        <source>What it would lose</source>
        <translation>Was verloren ginge</translation>
    </message>
    <message>
        <source>Lost %1 (%2 to %3)</source>
        <translation>%1 verloren (%2 bis %3)</translation>
    </message>
    <message>
        <source>Lost %1</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>lost, legitimate</source>
        <translation>verloren, legitim</translation>
    </message>
    <message>
        <source>lost, not labelled by a spam filter</source>
        <translation>verloren, ohne Urteil eines Spamfilters</translation>
    </message>
    <message>
        <source>Of the lost mail</source>
        <translation>Von der verlorenen Mail</translation>
    </message>
    <message>
        <source>Tested backwards on these logs: the first half of the days predicts %1, the second half lost %2.</source>
        <translation>An diesen Protokollen rückblickend geprüft: die erste Hälfte der Tage sagt %1 voraus, in der zweiten gingen %2 verloren.</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>What this does not say</source>
        <translation>Was dies nicht sagt</translation>
    </message>
    <message>
        <source>Requiring TLS does not stop spam for long: those who send it adapt.</source>
        <translation>TLS zu verlangen hält Spam nicht lange auf: wer ihn sendet, passt sich an.</translation>
    </message>
    <message>
        <source>TLS protects a hop, not the message. End to end is OpenPGP or S/MIME.</source>
        <translation>TLS schützt einen Hop, nicht die Nachricht. Ende zu Ende schützen OpenPGP oder S/MIME.</translation>
    </message>
    <message>
        <source>A client certificate is not needed for encryption; requiring a trusted one loses more legitimate mail.</source>
        <translation>Für die Verschlüsselung braucht es kein Clientzertifikat; wer ein vertrauenswürdiges verlangt, verliert mehr legitime Mail.</translation>
    </message>
    <message>
        <source>Senders change: a host that never used TLS may learn it, and the other way round.</source>
        <translation>Absender ändern sich: ein Host, der nie TLS benutzte, kann es lernen, und umgekehrt.</translation>
    </message>
    <message>
        <source>Notes of the import</source>
        <translation>Hinweise zum Import</translation>
    </message>
    <message>
        <source>Logs read</source>
        <translation>Gelesene Protokolle</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Requiring TLS: what would be lost</source>
        <translation>TLS verlangen: was verloren ginge</translation>
    </message>
    <message>
        <source>mail from %1 to %2</source>
        <translation>Mail von %1 bis %2</translation>
    </message>
    <message>
        <source>report of %1</source>
        <translation>Bericht vom %1</translation>
    </message>
    <message>
        <source>This is the demonstration log: synthetic mail of an invented company.</source>
        <translation>Dies ist das Demo-Protokoll: erfundene Mail einer erfundenen Firma.</translation>
    </message>
    <message>
        <source>Made by Waxseal.</source>
        <translation>Erstellt von Waxseal.</translation>
    </message>
    <message>
        <source>never met it</source>
        <translation>nie erfüllt</translation>
    </message>
    <message>
        <source>met it at times</source>
        <translation>manchmal erfüllt</translation>
    </message>
    <message>
        <source>handshake failed</source>
        <translation>Handshake gescheitert</translation>
    </message>
    <message>
        <source>too little seen</source>
        <translation>zu wenig gesehen</translation>
    </message>
    <message>
        <source>Other TLS</source>
        <translation>Anderes TLS</translation>
    </message>
    <message>
        <source>Domains with mail</source>
        <translation>Domains mit Mail</translation>
    </message>
    <message>
        <source>The policy, name by name</source>
        <translation>Die Richtlinie, Name für Name</translation>
    </message>
    <message>
        <source>Its hosts</source>
        <translation>Ihre Hosts</translation>
    </message>
    <message>
        <source>%1 of %2 messages would not have arrived. Without what a scanner called spam, that is %3 of %4 messages (%5).</source>
        <translation>%1 von %2 Nachrichten wären nicht angekommen. Ohne das, was ein Scanner Spam genannt hat, sind es %3 von %4 Nachrichten (%5).</translation>
    </message>
    <message>
        <source>At worst all of it, at best %1 messages (%2): the rest came from hosts that met the requirement at other times, whose handshake failed, or of which too little was seen.</source>
        <translation>Schlimmstenfalls alles davon, bestenfalls %1 Nachrichten (%2): der Rest kam von Hosts, die die Anforderung zu anderen Zeiten erfüllt haben, deren Handshake gescheitert ist oder von denen zu wenig zu sehen war.</translation>
    </message>
    <message>
        <source>In return %1 messages (%2 of the wanted mail) travel encrypted or not at all: they can no longer be read or changed on the way by somebody who merely suppresses STARTTLS.</source>
        <translation>Dafür gehen %1 Nachrichten (%2 der erwünschten Mail) verschlüsselt oder gar nicht: unterwegs lesen oder ändern kann sie niemand mehr, der bloß STARTTLS unterdrückt.</translation>
    </message>
    <message>
        <source>It holds for everybody: %1.</source>
        <translation>Sie gilt für alle: %1.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>☐ as above &#x2003; ☐ with changes &#x2003; ☐ not</source>
        <translation>☐ wie oben &#x2003; ☐ mit Änderungen &#x2003; ☐ nicht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message numerus="yes">
        <source>It names %n domain(s), listed at the end; for all others: %1.</source>
        <translation>
            <numerusform>Sie nennt %n Domain, am Ende aufgeführt; für alle übrigen gilt: %1.</numerusform>
            <numerusform>Sie nennt %n Domains, am Ende aufgeführt; für alle übrigen gilt: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>messages every %n day(s)</source>
        <translation>
            <numerusform>Nachrichten je %n Tag</numerusform>
            <numerusform>Nachrichten je %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s).</source>
        <translation>
            <numerusform>und %n weitere Zeile.</numerusform>
            <numerusform>und %n weitere Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more domain(s).</source>
        <translation>
            <numerusform>und %n weitere Domain.</numerusform>
            <numerusform>und %n weitere Domains.</numerusform>
        </translation>
    </message>
    <message>
        <source>The loss moves: from about %1 to %2 over these days.</source>
        <translation>Der Verlust bewegt sich: von etwa %1 auf %2 in diesen Tagen.</translation>
    </message>
    <message>
        <source>%1 changed: before %2 it lost %3 of its wanted mail, since then %4.</source>
        <translation>%1 hat sich geändert: Vor dem %2 verlor sie %3 ihrer erwünschten Mail, seither %4.</translation>
    </message>
    <message>
        <source>Loss unknown</source>
        <translation>Verlust unbekannt</translation>
    </message>
    <message>
        <source>Of %1 messages (%2 of the wanted mail) the logs cannot tell.</source>
        <translation>Von %1 Nachrichten (%2 der erwünschten Mail) können es die Protokolle nicht sagen.</translation>
    </message>
    <message>
        <source>%1 messages were judged by live tests of their servers, since the logs cannot tell what would become of them.</source>
        <translation>%1 Nachrichten wurden nach Live-Tests ihrer Server beurteilt, weil die Protokolle nicht sagen können, was aus ihnen würde.</translation>
    </message>
    <message>
        <source>Of the mail in the logs; in brackets the forecast of wanted mail for the next period of the same length, at 95 % (days resampled within each domain and weekday, widened by what the weeks say of each other).</source>
        <translation>Von der Mail in den Protokollen; in Klammern die Vorhersage der erwünschten Mail für die nächste gleich lange Zeit, zu 95 % (Tage je Domain und Wochentag neu gezogen, erweitert um das, was die Wochen voneinander sagen).</translation>
    </message>
    <message>
        <source>Of the mail in the logs. There are too few data for a forecast; with 95 % the next period loses at most %1 of the wanted mail.</source>
        <translation>Von der Mail in den Protokollen. Für eine Vorhersage sind es zu wenig Daten; zu 95 % verliert die nächste Zeit höchstens %1 der erwünschten Mail.</translation>
    </message>
    <message>
        <source>About %1 of the next wanted mail comes from domains not seen yet; of the domains seen once, %2 would have been lost.</source>
        <translation>Etwa %1 der nächsten erwünschten Mail kommen von noch nicht gesehenen Domains; von den einmal gesehenen wären %2 verloren gegangen.</translation>
    </message>
    <message>
        <source>the host met it at other times: likely to come back if refused later (4xx)</source>
        <translation>der Host hat sie zu anderer Zeit erfüllt: kommt wahrscheinlich wieder, wenn später abgelehnt wird (4xx)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days of a period</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>policy: %1 for all</source>
        <translation>Richtlinie: %1 für alle</translation>
    </message>
    <message numerus="yes">
        <source>policy: %n row(s), %1 for all others</source>
        <translation>
            <numerusform>Richtlinie: %n Zeile, %1 für alle anderen</numerusform>
            <numerusform>Richtlinie: %n Zeilen, %1 für alle anderen</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted and lost by day</source>
        <translation>Angenommen und verloren nach Tag</translation>
    </message>
    <message>
        <source>wanted mail, %1</source>
        <translation>erwünschte Mail, %1</translation>
    </message>
    <message>
        <source>Refused now (5xx): the sender&apos;s server returns the mail at once.</source>
        <translation>Sofort abgelehnt (5xx): Der Server des Absenders gibt die Mail gleich zurück.</translation>
    </message>
    <message>
        <source>Refused later (4xx): the sender&apos;s server tries again for days, then returns the mail.</source>
        <translation>Später abgelehnt (4xx): Der Server des Absenders versucht es tagelang, dann gibt er die Mail zurück.</translation>
    </message>
    <message>
        <source>accepted: %1</source>
        <translation>angenommen: %1</translation>
    </message>
    <message>
        <source>lost: %1 (%2)</source>
        <translation>verloren: %1 (%2)</translation>
    </message>
    <message>
        <source>spam lost: %1</source>
        <translation>Spam verloren: %1</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>unbekannt: %1</translation>
    </message>
    <message>
        <source>accepted %1</source>
        <translation>angenommen %1</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>verloren %1</translation>
    </message>
    <message>
        <source>lost spam %1</source>
        <translation>verlorener Spam %1</translation>
    </message>
    <message>
        <source>unknown %1</source>
        <translation>unbekannt %1</translation>
    </message>
    <message>
        <source>lost: scale × %1</source>
        <translation>verloren: Maßstab × %1</translation>
    </message>
</context>
<context>
    <name>TestActions</name>
    <message>
        <source>Test a &amp;Domain</source>
        <translation>Eine &amp;Domain testen</translation>
    </message>
    <message>
        <source>Test &amp;All Domains</source>
        <translation>&amp;Alle Domains testen</translation>
    </message>
    <message>
        <source>Test Those &amp;Never Tested</source>
        <translation>Noch n&amp;ie getestete testen</translation>
    </message>
    <message>
        <source>Test a &amp;List…</source>
        <translation>Eine &amp;Liste testen …</translation>
    </message>
    <message>
        <source>Test &amp;Own Domains…</source>
        <translation>&amp;Eigene Domains testen …</translation>
    </message>
    <message>
        <source>Test A&amp;gain</source>
        <translation>&amp;Noch einmal testen</translation>
    </message>
    <message>
        <source>Test the Othe&amp;rs</source>
        <translation>Die üb&amp;rigen testen</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Cancel Tests</source>
        <translation>Tests a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Cop&amp;y Result as Text</source>
        <translation>Ergebnis als Te&amp;xt kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Message to the Postmaster</source>
        <translation>Nachricht an den Post&amp;master kopieren</translation>
    </message>
    <message>
        <source>Test &amp;Settings…</source>
        <translation>Test-Ein&amp;stellungen …</translation>
    </message>
    <message>
        <source>Tests every domain of the table, at most four connections to an address, one at a time. Sends no mail.</source>
        <translation>Testet jede Domain der Tabelle, mit höchstens vier Verbindungen zu einer Adresse, eine nach der anderen. Sendet keine Post.</translation>
    </message>
    <message>
        <source>What the world sees of your own mail servers</source>
        <translation>Was die Welt von Ihren eigenen Mailservern sieht</translation>
    </message>
    <message>
        <source>Test settings: resolver, certificates, port, proxy</source>
        <translation>Test-Einstellungen: Resolver, Zertifikate, Port, Proxy</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>Test Those N&amp;ot Tested Again</source>
        <translation>&amp;Nicht getestete noch einmal testen</translation>
    </message>
    <message>
        <source>Re&amp;quire This</source>
        <translation>Dies ver&amp;langen</translation>
    </message>
</context>
<context>
    <name>TestTexts</name>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n bit(s)</source>
        <translation>
            <numerusform>%1, %n Bit</numerusform>
            <numerusform>%1, %n Bit</numerusform>
        </translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>DNSSEC bogus: %1</source>
        <translation>DNSSEC ungültig (bogus): %1</translation>
    </message>
    <message>
        <source>DNSSEC valid</source>
        <translation>DNSSEC gültig</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht signiert</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>no such record</source>
        <translation>kein solcher Eintrag</translation>
    </message>
    <message>
        <source>no such name</source>
        <translation>kein solcher Name</translation>
    </message>
    <message>
        <source>look-up failed: %1</source>
        <translation>Abfrage misslungen: %1</translation>
    </message>
    <message>
        <source>Postfix 3.10.5 and later, where MTA-STS chooses the hosts</source>
        <translation>Postfix ab 3.10.5, bei dem MTA-STS die Hosts bestimmt</translation>
    </message>
    <message>
        <source>Postfix that demands TLS 1.2</source>
        <translation>Postfix, das TLS 1.2 verlangt</translation>
    </message>
    <message>
        <source>Exim, by its documentation</source>
        <translation>Exim, nach seiner Dokumentation</translation>
    </message>
    <message>
        <source>Exchange Online, by its documentation</source>
        <translation>Exchange Online, nach seiner Dokumentation</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>it is self-signed</source>
        <translation>es ist selbstsigniert</translation>
    </message>
    <message>
        <source>the server does not send the intermediate certificate</source>
        <translation>der Server sendet das Zwischenzertifikat nicht</translation>
    </message>
    <message>
        <source>its issuer is not trusted</source>
        <translation>seinem Aussteller wird nicht vertraut</translation>
    </message>
    <message>
        <source>it has been revoked</source>
        <translation>es wurde widerrufen</translation>
    </message>
    <message>
        <source>it, or one that it rests on, has expired</source>
        <translation>es oder eines, auf dem es beruht, ist abgelaufen</translation>
    </message>
    <message>
        <source>it, or one that it rests on, is not valid yet</source>
        <translation>es oder eines, auf dem es beruht, ist noch nicht gültig</translation>
    </message>
    <message>
        <source>it is not for servers (its extended key usage says so)</source>
        <translation>es ist nicht für Server bestimmt (so seine erweiterte Schlüsselverwendung)</translation>
    </message>
    <message>
        <source>one that it rests on is no certificate authority&apos;s</source>
        <translation>eines, auf dem es beruht, gehört keiner Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>its key is too weak</source>
        <translation>sein Schlüssel ist zu schwach</translation>
    </message>
    <message>
        <source>the key of one that it rests on is too weak</source>
        <translation>der Schlüssel eines, auf dem es beruht, ist zu schwach</translation>
    </message>
    <message>
        <source>one in its chain is signed with a digest that is too weak</source>
        <translation>eines in seiner Kette ist mit einem zu schwachen Hash signiert</translation>
    </message>
    <message>
        <source>a signature in its chain is wrong</source>
        <translation>eine Signatur in seiner Kette ist falsch</translation>
    </message>
    <message>
        <source>its chain is too long</source>
        <translation>seine Kette ist zu lang</translation>
    </message>
    <message>
        <source>its chain is longer than an authority in it allows</source>
        <translation>seine Kette ist länger, als eine Stelle darin erlaubt</translation>
    </message>
    <message>
        <source>its root is not trusted for servers</source>
        <translation>seiner Wurzel wird für Server nicht vertraut</translation>
    </message>
    <message>
        <source>its root is rejected for servers</source>
        <translation>seine Wurzel ist für Server abgelehnt</translation>
    </message>
    <message>
        <source>it has a critical extension that is not understood</source>
        <translation>es hat eine kritische Erweiterung, die nicht verstanden wird</translation>
    </message>
    <message>
        <source>an authority in its chain may not issue for its names</source>
        <translation>eine Stelle in seiner Kette darf für seine Namen nicht ausstellen</translation>
    </message>
    <message>
        <source>its root is not trusted</source>
        <translation>seiner Wurzel wird nicht vertraut</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>no TLS</source>
        <translation>kein TLS</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>nicht zugestellt</translation>
    </message>
</context>
<context>
    <name>Witness</name>
    <message>
        <source>STARTTLS not offered</source>
        <translation>STARTTLS nicht angeboten</translation>
    </message>
    <message>
        <source>Offer STARTTLS on every MX, and look for a firewall that takes it out.</source>
        <translation>STARTTLS auf jedem MX anbieten und nach einer Firewall suchen, die es entfernt.</translation>
    </message>
    <message>
        <source>certificate for another name</source>
        <translation>Zertifikat für einen anderen Namen</translation>
    </message>
    <message>
        <source>The MX&apos;s certificate must have the name of the MX.</source>
        <translation>Das Zertifikat des MX muss den Namen des MX tragen.</translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation>Zertifikat abgelaufen</translation>
    </message>
    <message>
        <source>Renew the MX&apos;s certificate, and reload the server.</source>
        <translation>Das Zertifikat des MX erneuern und den Server neu laden.</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>Zertifikat nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>Use a certificate of a public authority, and send its whole chain.</source>
        <translation>Ein Zertifikat einer öffentlichen Stelle verwenden und dessen ganze Kette senden.</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS gescheitert</translation>
    </message>
    <message>
        <source>The reason code and the server&apos;s own log tell more.</source>
        <translation>Der Grundcode und das Protokoll des Servers sagen mehr.</translation>
    </message>
    <message>
        <source>TLSA record does not match</source>
        <translation>TLSA-Eintrag passt nicht</translation>
    </message>
    <message>
        <source>Publish the TLSA record of the certificate in use before it changes.</source>
        <translation>Den TLSA-Eintrag des verwendeten Zertifikats veröffentlichen, bevor es wechselt.</translation>
    </message>
    <message>
        <source>DNSSEC failed</source>
        <translation>DNSSEC gescheitert</translation>
    </message>
    <message>
        <source>Mend the zone&apos;s signatures: no validating sender finds the MX.</source>
        <translation>Die Signaturen der Zone berichtigen: Kein prüfender Absender findet den MX.</translation>
    </message>
    <message>
        <source>DANE required, no TLSA record</source>
        <translation>DANE verlangt, kein TLSA-Eintrag</translation>
    </message>
    <message>
        <source>This sender requires DANE: publish TLSA records, or ask it not to.</source>
        <translation>Dieser Absender verlangt DANE: TLSA-Einträge veröffentlichen oder ihn bitten, darauf zu verzichten.</translation>
    </message>
    <message>
        <source>MTA-STS policy not found</source>
        <translation>MTA-STS-Richtlinie nicht gefunden</translation>
    </message>
    <message>
        <source>Serve the policy over HTTPS, or take the _mta-sts record away.</source>
        <translation>Die Richtlinie über HTTPS ausliefern oder den Eintrag _mta-sts entfernen.</translation>
    </message>
    <message>
        <source>MTA-STS policy not valid</source>
        <translation>MTA-STS-Richtlinie ungültig</translation>
    </message>
    <message>
        <source>Mend the policy file.</source>
        <translation>Die Richtliniendatei berichtigen.</translation>
    </message>
    <message>
        <source>MTA-STS web server&apos;s certificate not valid</source>
        <translation>Zertifikat des MTA-STS-Webservers ungültig</translation>
    </message>
    <message>
        <source>Renew the certificate of the host mta-sts below the domain.</source>
        <translation>Das Zertifikat des Hosts mta-sts unter der Domain erneuern.</translation>
    </message>
    <message>
        <source>MTA-STS (mode %1)</source>
        <translation>MTA-STS (Modus %1)</translation>
    </message>
    <message>
        <source>no policy</source>
        <translation>keine Richtlinie</translation>
    </message>
    <message>
        <source>not explained</source>
        <translation>nicht erklärt</translation>
    </message>
    <message>
        <source>%1, %2: all %3 sessions that were reported reached us over TLS.</source>
        <translation>%1, %2: Alle %3 gemeldeten Sitzungen haben uns über TLS erreicht.</translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 sessions failed (%5). Enforced, the policy would keep that mail out.</source>
        <translation>%1, %2: %3 von %4 Sitzungen sind gescheitert (%5). Erzwungen hielte die Richtlinie diese Mail fern.</translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 sessions failed (%5); their mail waited or was lost.</source>
        <translation>%1, %2: %3 von %4 Sitzungen sind gescheitert (%5); ihre Mail hat gewartet oder ging verloren.</translation>
    </message>
    <message>
        <source>%1, %2: TLS failed in %3 of %4 sessions (%5); that mail came in clear or not at all.</source>
        <translation>%1, %2: TLS ist in %3 von %4 Sitzungen gescheitert (%5); diese Mail kam im Klartext oder gar nicht.</translation>
    </message>
    <message numerus="yes">
        <source>Its own TLS reports (%n)</source>
        <translation>
            <numerusform>Ihr eigener TLS-Bericht (%n)</numerusform>
            <numerusform>Ihre eigenen TLS-Berichte (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 say that all %2 sessions reached us over TLS.</source>
        <translation>%1: Alle %2 Sitzungen haben uns über TLS erreicht.</translation>
    </message>
    <message>
        <source>%1 say that %2 of %3 sessions failed (%4): %5.</source>
        <translation>%1: %2 von %3 Sitzungen sind gescheitert (%4): %5.</translation>
    </message>
    <message>
        <source>Google saw %1 of its mail to Gmail encrypted%2.</source>
        <translation>Google sah %1 ihrer Mail an Gmail verschlüsselt%2.</translation>
    </message>
    <message>
        <source>Google saw %1 of Gmail&apos;s mail to it encrypted%2.</source>
        <translation>Google sah %1 der Mail von Gmail an sie verschlüsselt%2.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>%1 holds no TLS report.</source>
        <translation>%1 enthält keinen TLS-Bericht.</translation>
    </message>
    <message>
        <source>%1 holds no TLS report (%2).</source>
        <translation>%1 enthält keinen TLS-Bericht (%2).</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 ist beschädigt: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n part(s) are too large to be a TLS report.</source>
        <translation>
            <numerusform>%1: %n Teil ist zu groß für einen TLS-Bericht.</numerusform>
            <numerusform>%1: %n Teile sind zu groß für einen TLS-Bericht.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no room for more: what comes behind %1 was left out.</source>
        <translation>Für mehr ist kein Platz: Was nach %1 kommt, wurde ausgelassen.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>left out, it is empty.</source>
        <translation>ausgelassen, es ist leer.</translation>
    </message>
    <message>
        <source>left out, it is not a mail log in a known format.</source>
        <translation>ausgelassen, es ist kein Mail-Protokoll in einem bekannten Format.</translation>
    </message>
    <message>
        <source>there are no mail server lines in it.</source>
        <translation>es enthält keine Zeilen eines Mailservers.</translation>
    </message>
    <message>
        <source>left out, its beginning was read before, but what follows has changed since.</source>
        <translation>ausgelassen, der Anfang wurde früher gelesen, aber was folgt, hat sich seither geändert.</translation>
    </message>
    <message>
        <source>left out, it has the same content as %1.</source>
        <translation>ausgelassen, es hat denselben Inhalt wie %1.</translation>
    </message>
    <message>
        <source>left out, it cannot be read.</source>
        <translation>ausgelassen, es lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>“journalctl -o %1” leaves out what is needed to tell sessions apart. Export with “journalctl -o short-iso-precise” or “-o json” instead.</source>
        <translation>„journalctl -o %1“ lässt weg, was man braucht, um Sitzungen zu unterscheiden. Stattdessen mit „journalctl -o short-iso-precise“ oder „-o json“ exportieren.</translation>
    </message>
    <message>
        <source>cannot be opened. Check the name and the permissions.</source>
        <translation>lässt sich nicht öffnen. Namen und Rechte prüfen.</translation>
    </message>
    <message>
        <source>cannot be read.</source>
        <translation>lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>cannot be written. Nothing was changed; check the folder, the permissions and the free space.</source>
        <translation>lässt sich nicht schreiben. Nichts wurde geändert; Ordner, Rechte und freien Platz prüfen.</translation>
    </message>
    <message>
        <source>is there already and was not overwritten. Choose another folder, or say that it may be replaced.</source>
        <translation>existiert schon und wurde nicht überschrieben. Einen anderen Ordner wählen oder das Ersetzen ausdrücklich erlauben.</translation>
    </message>
    <message>
        <source>the compressed file is damaged or cut short.</source>
        <translation>die komprimierte Datei ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>is not a Waxseal workspace.</source>
        <translation>ist kein Waxseal-Arbeitsbereich.</translation>
    </message>
    <message>
        <source>was saved by a later version of Waxseal (format %1). Open it with that version.</source>
        <translation>wurde von einer späteren Version von Waxseal gespeichert (Format %1). Mit jener Version öffnen.</translation>
    </message>
    <message>
        <source>the workspace is damaged and was not opened. Take a backup, or import the logs again.</source>
        <translation>der Arbeitsbereich ist beschädigt und wurde nicht geöffnet. Auf eine Sicherung zurückgreifen oder die Protokolle erneut importieren.</translation>
    </message>
    <message>
        <source>is not a requirement of this direction.</source>
        <translation>ist keine Anforderung dieser Richtung.</translation>
    </message>
    <message>
        <source>is not a valid domain name.</source>
        <translation>ist kein gültiger Domainname.</translation>
    </message>
    <message>
        <source>There is nothing to export: the policy requires nothing of anybody. Require something first.</source>
        <translation>Es gibt nichts zu exportieren: die Richtlinie verlangt von niemandem etwas. Zuerst etwas verlangen.</translation>
    </message>
    <message>
        <source>is not supported here.</source>
        <translation>wird hier nicht unterstützt.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) began before the log does, so their TLS is unknown. Add the log before this one.</source>
        <translation>
            <numerusform>%n Sitzung begann vor dem Protokoll, ihr TLS ist also unbekannt. Das Protokoll davor hinzufügen.</numerusform>
            <numerusform>%n Sitzungen begannen vor dem Protokoll, ihr TLS ist also unbekannt. Das Protokoll davor hinzufügen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) began before the log does and are not counted. Add the log before this one.</source>
        <translation>
            <numerusform>%n Nachricht begann vor dem Protokoll und ist nicht gezählt. Das Protokoll davor hinzufügen.</numerusform>
            <numerusform>%n Nachrichten begannen vor dem Protokoll und sind nicht gezählt. Das Protokoll davor hinzufügen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) skipped, in no known form.</source>
        <translation>
            <numerusform>%n Zeile übergangen, in keiner bekannten Form.</numerusform>
            <numerusform>%n Zeilen übergangen, in keiner bekannten Form.</numerusform>
        </translation>
    </message>
    <message>
        <source>the compressed file is damaged; it was read up to the damage.</source>
        <translation>die komprimierte Datei ist beschädigt; sie wurde bis zum Schaden gelesen.</translation>
    </message>
    <message>
        <source>the time stamps name no year; the first line was taken to be of %1. Say another if that is wrong.</source>
        <translation>die Zeitstempel nennen kein Jahr; für die erste Zeile wurde %1 angenommen. Falls das nicht stimmt, ein anderes angeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) unfolded from “message repeated … times”.</source>
        <translation>
            <numerusform>%n Zeile aus „message repeated … times“ entfaltet.</numerusform>
            <numerusform>%n Zeilen aus „message repeated … times“ entfaltet.</numerusform>
        </translation>
    </message>
    <message>
        <source>has been read before, and there is nothing new in it.</source>
        <translation>wurde früher gelesen, und es steht nichts Neues darin.</translation>
    </message>
    <message numerus="yes">
        <source>Several files hold the same lines; %n line(s) were counted once only.</source>
        <translation>
            <numerusform>Mehrere Dateien enthalten dieselben Zeilen; %n Zeile wurde nur einmal gezählt.</numerusform>
            <numerusform>Mehrere Dateien enthalten dieselben Zeilen; %n Zeilen wurden nur einmal gezählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Several files of one host cover the same time.</source>
        <translation>Mehrere Dateien eines Hosts decken dieselbe Zeit ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) were refused because smtpd_tls_security_level = encrypt is on already. Their mail is not in these figures.</source>
        <translation>
            <numerusform>%n Sitzung wurde abgelehnt, weil smtpd_tls_security_level = encrypt schon gilt. Ihre Mail ist nicht in diesen Zahlen.</numerusform>
            <numerusform>%n Sitzungen wurden abgelehnt, weil smtpd_tls_security_level = encrypt schon gilt. Ihre Mail ist nicht in diesen Zahlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>All outgoing mail goes through %1. Its TLS is that of the relay, not of the recipients&apos; servers; a policy is keyed by the relay.</source>
        <translation>Alle ausgehende Mail geht über %1. Ihr TLS ist das des Relays, nicht das der Empfängerserver; eine Richtlinie richtet sich nach dem Relay.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were too long and were skipped.</source>
        <translation>
            <numerusform>%n Zeile war zu lang und wurde übergangen.</numerusform>
            <numerusform>%n Zeilen waren zu lang und wurden übergangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>the last line is not finished yet; it is read the next time.</source>
        <translation>die letzte Zeile ist noch nicht vollständig; sie wird beim nächsten Mal gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>Too many sessions or messages were open at once; the %n oldest were given up.</source>
        <translation>
            <numerusform>Zu viele Sitzungen oder Nachrichten waren zugleich offen; die älteste (%n) wurde aufgegeben.</numerusform>
            <numerusform>Zu viele Sitzungen oder Nachrichten waren zugleich offen; die %n ältesten wurden aufgegeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>never met the requirement</source>
        <translation>hat die Anforderung nie erfüllt</translation>
    </message>
    <message>
        <source>met it at other times</source>
        <translation>hat sie sonst auch erfüllt</translation>
    </message>
    <message>
        <source>handshake failed</source>
        <translation>Handshake gescheitert</translation>
    </message>
    <message>
        <source>too little seen</source>
        <translation>zu wenig gesehen</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>ohne Urteil</translation>
    </message>
    <message>
        <source>legitimate</source>
        <translation>legitim</translation>
    </message>
    <message>
        <source>spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Einlieferung</translation>
    </message>
    <message>
        <source>TLS, version unknown</source>
        <translation>TLS, Version unbekannt</translation>
    </message>
    <message>
        <source>older than TLS 1.0</source>
        <translation>älter als TLS 1.0</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>is empty.</source>
        <translation>ist leer.</translation>
    </message>
    <message>
        <source>there is no file in this folder.</source>
        <translation>in diesem Ordner ist keine Datei.</translation>
    </message>
    <message>
        <source>is a log of %1, which cannot be read yet.</source>
        <translation>ist ein Protokoll von %1; solche werden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>there are no lines of a known mail server in it.</source>
        <translation>es enthält keine Zeilen eines bekannten Mailservers.</translation>
    </message>
    <message>
        <source>is not a mail log in a known format.</source>
        <translation>ist kein Mail-Protokoll in einem bekannten Format.</translation>
    </message>
    <message>
        <source>left out, its lines are in mail.log, too.</source>
        <translation>ausgelassen, seine Zeilen stehen auch in mail.log.</translation>
    </message>
    <message>
        <source>left out, it is a log of %1, which cannot be read yet.</source>
        <translation>ausgelassen, es ist ein Protokoll von %1; solche werden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>was changed by another program meanwhile and was not overwritten. Open it again, or save under another name.</source>
        <translation>wurde inzwischen von einem anderen Programm geändert und nicht überschrieben. Erneut öffnen oder unter anderem Namen speichern.</translation>
    </message>
    <message>
        <source>The workspace&apos;s sessions and messages that were still open at the end of the last import could not be taken up: another version saved them, or they are damaged. What had been counted stands; those messages are not in it. To have them, read the logs into a new workspace.</source>
        <translation>Die Sitzungen und Nachrichten, die am Ende des letzten Imports noch offen waren, ließen sich nicht aus dem Arbeitsbereich übernehmen: Eine andere Version hat sie gespeichert, oder sie sind beschädigt. Was gezählt war, gilt weiter; diese Nachrichten fehlen darin. Damit sie zählen, lesen Sie die Protokolle in einen neuen Arbeitsbereich ein.</translation>
    </message>
    <message>
        <source>less than 1 in 1000</source>
        <translation>weniger als 1 zu 1000</translation>
    </message>
    <message>
        <source>1 in %1</source>
        <translation>1 zu %1</translation>
    </message>
    <message>
        <source>%1 changed: until %2 it lost %3 of its wanted mail, since then %4. By chance alone: %5.</source>
        <translation>%1 hat sich geändert: Bis %2 verlor sie %3 ihrer erwünschten Mail, seither %4. Durch bloßen Zufall: %5.</translation>
    </message>
    <message>
        <source>The loss grows: from about %1 to %2 over these days. By chance alone: %3.</source>
        <translation>Der Verlust wächst: von etwa %1 auf %2 in diesen Tagen. Durch bloßen Zufall: %3.</translation>
    </message>
    <message>
        <source>The loss shrinks: from about %1 to %2 over these days. By chance alone: %3.</source>
        <translation>Der Verlust schrumpft: von etwa %1 auf %2 in diesen Tagen. Durch bloßen Zufall: %3.</translation>
    </message>
    <message>
        <source>Next period: %1 to %2 of the wanted mail lost (95 %).</source>
        <translation>Nächste Zeit: %1 bis %2 der erwünschten Mail verloren (95 %).</translation>
    </message>
    <message>
        <source>No forecast: the log does not tell of any wanted message whether it meets the requirement.</source>
        <translation>Keine Vorhersage: Das Protokoll sagt von keiner erwünschten Nachricht, ob sie die Anforderung erfüllt.</translation>
    </message>
    <message>
        <source>Too few data for a forecast; with 95 % the next period loses at most %1 of the wanted mail.</source>
        <translation>Zu wenig Daten für eine Vorhersage; zu 95 % verliert die nächste Zeit höchstens %1 der erwünschten Mail.</translation>
    </message>
    <message>
        <source>Checked on these logs: the first half of the days lost %1, the second %2.</source>
        <translation>An diesen Protokollen geprüft: Die erste Hälfte der Tage verlor %1, die zweite %2.</translation>
    </message>
    <message>
        <source>Checked on these logs: the first half of the days forecast %1 to %2 for the second, and %3 came.</source>
        <translation>An diesen Protokollen geprüft: Die erste Hälfte der Tage sagte %1 bis %2 für die zweite voraus, und es kamen %3.</translation>
    </message>
    <message>
        <source>Checked on these logs, it failed: the first half of the days forecast %1 to %2 for the second, and %3 came.</source>
        <translation>An diesen Protokollen geprüft, traf sie nicht zu: Die erste Hälfte der Tage sagte %1 bis %2 für die zweite voraus, und es kamen %3.</translation>
    </message>
    <message>
        <source>the lines have no time. Read the log with its times: “docker logs --timestamps”, “kubectl logs --timestamps”.</source>
        <translation>die Zeilen haben keine Zeit. Das Protokoll mit Zeiten lesen: „docker logs --timestamps“, „kubectl logs --timestamps“.</translation>
    </message>
    <message>
        <source>the lines of smtpd and smtp name no process id, so sessions cannot be told apart. Have it logged as in “postfix/smtpd[1234]:” (rsyslog: %syslogtag%; in JSON a field pid or procid).</source>
        <translation>die Zeilen von smtpd und smtp nennen keine Prozessnummer, Sitzungen lassen sich also nicht unterscheiden. Protokollieren lassen wie in „postfix/smtpd[1234]:“ (rsyslog: %syslogtag%; in JSON ein Feld pid oder procid).</translation>
    </message>
    <message>
        <source>the lines name the process “postfix” but not its service. Have it logged as in “postfix/smtpd[1234]:” (rsyslog: %syslogtag%, not %programname%).</source>
        <translation>die Zeilen nennen den Prozess „postfix“, aber nicht seinen Dienst. Protokollieren lassen wie in „postfix/smtpd[1234]:“ (rsyslog: %syslogtag%, nicht %programname%).</translation>
    </message>
    <message>
        <source>these are Elasticsearch documents (JSON) whose lines were taken apart. A search gives them in no certain order and stops at 10 000, so sessions cannot be followed. Read the mail log itself, or export a field that holds whole lines (event.original).</source>
        <translation>das sind Elasticsearch-Dokumente (JSON), deren Zeilen zerlegt wurden. Eine Suche liefert sie in keiner sicheren Reihenfolge und endet bei 10 000, Sitzungen lassen sich also nicht verfolgen. Das Mailprotokoll selbst lesen oder ein Feld mit ganzen Zeilen ausgeben (event.original).</translation>
    </message>
    <message>
        <source>this is JSON with an object over several lines. Write one object a line: “journalctl -o json”, or pass it through “jq -c .”.</source>
        <translation>das ist JSON mit einem Objekt über mehrere Zeilen. Ein Objekt je Zeile ausgeben: „journalctl -o json“, oder durch „jq -c .“ leiten.</translation>
    </message>
    <message>
        <source>this is a table (CSV). Export whole lines with their times instead, or JSON with one document a line.</source>
        <translation>das ist eine Tabelle (CSV). Stattdessen ganze Zeilen mit ihren Zeiten ausgeben oder JSON mit einem Dokument je Zeile.</translation>
    </message>
    <message>
        <source>is no plain file but a device, a pipe or a socket. Name a file; nothing was changed.</source>
        <translation>ist keine gewöhnliche Datei, sondern ein Gerät, eine Pipe oder ein Socket. Eine Datei nennen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>is a symbolic link that leads nowhere. Remove the link, or name the file itself; nothing was changed.</source>
        <translation>ist ein symbolischer Link, der ins Leere führt. Den Link entfernen oder die Datei selbst nennen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>is locked by another program. Close it there, or try again in a moment.</source>
        <translation>ist von einem anderen Programm gesperrt. Dort schließen oder gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>has changes beside it that another program has not finished, in %1. Close it there; if no program has it open, move that file away.</source>
        <translation>hat daneben Änderungen, die ein anderes Programm nicht abgeschlossen hat, in %1. Dort schließen; hat kein Programm sie offen, jene Datei wegbewegen.</translation>
    </message>
    <message numerus="yes">
        <source>the time of %n line(s) agrees with no other line near it: a wrong clock. No other line was moved by it.</source>
        <translation>
            <numerusform>Die Zeit von %n Zeile passt zu keiner anderen in ihrer Nähe: eine falsche Uhr. Keine andere Zeile wurde dadurch verschoben.</numerusform>
            <numerusform>Die Zeit von %n Zeilen passt zu keiner anderen in ihrer Nähe: eine falsche Uhr. Keine andere Zeile wurde dadurch verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These logs begin before what had been read. So the %n file(s) read before were read again with them: the figures are those of reading all logs at once.</source>
        <translation>
            <numerusform>Diese Protokolle beginnen vor dem schon Gelesenen. Die %n zuvor gelesene Datei wurde daher mit ihnen noch einmal gelesen: Die Zahlen sind die, wenn alle Protokolle auf einmal gelesen werden.</numerusform>
            <numerusform>Diese Protokolle beginnen vor dem schon Gelesenen. Die %n zuvor gelesenen Dateien wurden daher mit ihnen noch einmal gelesen: Die Zahlen sind die, wenn alle Protokolle auf einmal gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These logs begin before what had been read, and not all logs read before are there any more to be read with them. %n session(s), message(s) or deliveries were still open at the end of the older logs: what the logs tell of them on both sides could not be joined, so their TLS may be unknown or they are missing. To count them, import all logs into a new workspace.</source>
        <translation>
            <numerusform>Diese Protokolle beginnen vor dem schon Gelesenen, und nicht alle zuvor gelesenen sind noch da, um mit ihnen gelesen zu werden. %n Sitzung, Nachricht oder Zustellung war am Ende der älteren noch offen: Was die Protokolle beiderseits davon sagen, ließ sich nicht verbinden; ihr TLS kann unbekannt sein, oder sie fehlt. Um sie zu zählen, alle Protokolle in einen neuen Arbeitsbereich importieren.</numerusform>
            <numerusform>Diese Protokolle beginnen vor dem schon Gelesenen, und nicht alle zuvor gelesenen sind noch da, um mit ihnen gelesen zu werden. %n Sitzungen, Nachrichten oder Zustellungen waren am Ende der älteren noch offen: Was die Protokolle beiderseits davon sagen, ließ sich nicht verbinden; ihr TLS kann unbekannt sein, oder sie fehlen. Um sie zu zählen, alle Protokolle in einen neuen Arbeitsbereich importieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>The system&apos;s log daemon dropped lines because of rate limiting. Mail whose lines are missing is not counted, and what seems to have gone in clear around the gap is unknown. Raise the daemon&apos;s limits.</source>
        <translation>Der Protokolldienst des Systems hat wegen seiner Ratenbegrenzung Zeilen verworfen. Mail, deren Zeilen fehlen, ist nicht gezählt, und was um die Lücke herum im Klartext gegangen scheint, ist unbekannt. Die Grenzen des Dienstes anheben.</translation>
    </message>
    <message numerus="yes">
        <source>The system&apos;s log daemon dropped %n line(s) because of rate limiting. Mail whose lines are missing is not counted, and what seems to have gone in clear around the gap is unknown. Raise the daemon&apos;s limits.</source>
        <translation>
            <numerusform>Der Protokolldienst des Systems hat wegen seiner Ratenbegrenzung %n Zeile verworfen. Mail, deren Zeilen fehlen, ist nicht gezählt, und was um die Lücke herum im Klartext gegangen scheint, ist unbekannt. Die Grenzen des Dienstes anheben.</numerusform>
            <numerusform>Der Protokolldienst des Systems hat wegen seiner Ratenbegrenzung %n Zeilen verworfen. Mail, deren Zeilen fehlen, ist nicht gezählt, und was um die Lücke herum im Klartext gegangen scheint, ist unbekannt. Die Grenzen des Dienstes anheben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) begin in this log, and no line of the queue manager (qmgr) says that any was accepted, so none is counted. Add the whole mail log, not the lines of smtpd alone.</source>
        <translation>
            <numerusform>%n Nachricht beginnt in diesem Protokoll, und keine Zeile des Queue-Managers (qmgr) sagt, dass eine angenommen wurde; gezählt ist daher keine. Das ganze Mailprotokoll hinzufügen, nicht nur die Zeilen von smtpd.</numerusform>
            <numerusform>%n Nachrichten beginnen in diesem Protokoll, und keine Zeile des Queue-Managers (qmgr) sagt, dass eine angenommen wurde; gezählt ist daher keine. Das ganze Mailprotokoll hinzufügen, nicht nur die Zeilen von smtpd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) came through a proxy that named the client by XCLIENT. Whether the client used TLS with the proxy is not in this log, so it is unknown.</source>
        <translation>
            <numerusform>%n Nachricht kam durch einen Proxy, der den Client mit XCLIENT nannte. Ob der Client mit dem Proxy TLS sprach, steht nicht in diesem Protokoll; es ist unbekannt.</numerusform>
            <numerusform>%n Nachrichten kamen durch einen Proxy, der den Client mit XCLIENT nannte. Ob der Client mit dem Proxy TLS sprach, steht nicht in diesem Protokoll; es ist unbekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were put on hold and are not seen to leave the hold queue, so they are not counted. If a filter such as MailScanner takes them from there, add its lines: they name the new queue ids.</source>
        <translation>
            <numerusform>%n Nachricht wurde angehalten und verlässt die Hold-Queue nicht sichtbar; sie ist nicht gezählt. Holt ein Filter wie MailScanner sie dort ab, dessen Zeilen hinzufügen: Sie nennen die neuen Queue-IDs.</numerusform>
            <numerusform>%n Nachrichten wurden angehalten und verlassen die Hold-Queue nicht sichtbar; sie sind nicht gezählt. Holt ein Filter wie MailScanner sie dort ab, dessen Zeilen hinzufügen: Sie nennen die neuen Queue-IDs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) were refused by reject_plaintext_session because the session was not encrypted. That mail is lost already, or came back over TLS.</source>
        <translation>
            <numerusform>%n Empfänger wurde von reject_plaintext_session abgewiesen, weil die Sitzung nicht verschlüsselt war. Diese Mail ist schon verloren oder kam über TLS wieder.</numerusform>
            <numerusform>%n Empfänger wurden von reject_plaintext_session abgewiesen, weil die Sitzung nicht verschlüsselt war. Diese Mail ist schon verloren oder kam über TLS wieder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) were refused by reject_plaintext_session because the session was not encrypted. That mail is lost already, or came back over TLS. Its senders: %1.</source>
        <translation>
            <numerusform>%n Empfänger wurde von reject_plaintext_session abgewiesen, weil die Sitzung nicht verschlüsselt war. Diese Mail ist schon verloren oder kam über TLS wieder. Ihre Absender: %1.</numerusform>
            <numerusform>%n Empfänger wurden von reject_plaintext_session abgewiesen, weil die Sitzung nicht verschlüsselt war. Diese Mail ist schon verloren oder kam über TLS wieder. Ihre Absender: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outgoing message(s) failed at least once because the settings here require TLS that could not be had. To: %1.</source>
        <translation>
            <numerusform>%n ausgehende Nachricht scheiterte mindestens einmal, weil die Einstellungen hier TLS verlangen, das nicht zu haben war. An: %1.</numerusform>
            <numerusform>%n ausgehende Nachrichten scheiterten mindestens einmal, weil die Einstellungen hier TLS verlangen, das nicht zu haben war. An: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outgoing message(s) went in clear to hosts that offer STARTTLS, because the settings here use no TLS. Set smtp_tls_security_level = may. To: %1.</source>
        <translation>
            <numerusform>%n ausgehende Nachricht ging im Klartext an Hosts, die STARTTLS anbieten, weil die Einstellungen hier kein TLS benutzen. smtp_tls_security_level = may setzen. An: %1.</numerusform>
            <numerusform>%n ausgehende Nachrichten gingen im Klartext an Hosts, die STARTTLS anbieten, weil die Einstellungen hier kein TLS benutzen. smtp_tls_security_level = may setzen. An: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Logs of these servers are understood, plain or compressed, from syslog or from journalctl: %1.</source>
        <translation>Verstanden werden Protokolle dieser Server, auch komprimiert, aus syslog oder von journalctl: %1.</translation>
    </message>
    <message numerus="yes">
        <source>For %n incoming message(s) the log does not tell whether TLS was used, or which version. Set %1.</source>
        <translation>
            <numerusform>Bei %n eingehenden Nachricht sagt das Protokoll nicht, ob TLS verwendet wurde oder welche Version. Setzen Sie %1.</numerusform>
            <numerusform>Bei %n eingehenden Nachrichten sagt das Protokoll nicht, ob TLS verwendet wurde oder welche Version. Setzen Sie %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n outgoing message(s) the log does not tell whether TLS was used. Set %1.</source>
        <translation>
            <numerusform>Bei %n ausgehenden Nachricht sagt das Protokoll nicht, ob TLS verwendet wurde. Setzen Sie %1.</numerusform>
            <numerusform>Bei %n ausgehenden Nachrichten sagt das Protokoll nicht, ob TLS verwendet wurde. Setzen Sie %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) were refused by %1 because the session was not encrypted. That mail is lost already, or came back over TLS. Its senders, as far as the log names them: %2.</source>
        <translation>
            <numerusform>%n Befehl wurde von %1 abgelehnt, weil die Sitzung nicht verschlüsselt war. Diese Mail ist schon verloren oder kam über TLS wieder. Ihre Absender, soweit das Protokoll sie nennt: %2.</numerusform>
            <numerusform>%n Befehle wurden von %1 abgelehnt, weil die Sitzung nicht verschlüsselt war. Diese Mail ist schon verloren oder kam über TLS wieder. Ihre Absender, soweit das Protokoll sie nennt: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>not a valid host name</source>
        <translation>kein gültiger Hostname</translation>
    </message>
    <message>
        <source>this server has no setting for it</source>
        <translation>dieser Server hat dafür keine Einstellung</translation>
    </message>
    <message>
        <source>the null sender &lt;&gt; has no row of its own here</source>
        <translation>der leere Absender &lt;&gt; hat hier keine eigene Zeile</translation>
    </message>
    <message>
        <source>this server cannot ask a trusted certificate of some senders only</source>
        <translation>dieser Server kann ein vertrauenswürdiges Zertifikat nicht nur von einigen Absendern verlangen</translation>
    </message>
    <message>
        <source>Verified</source>
        <extracomment>Of a certificate, as Postfix logs it: trusted, and its name is the one that was asked for.</extracomment>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Trusted</source>
        <extracomment>Of a certificate, as Postfix logs it: signed by an authority that is known.</extracomment>
        <translation>Vertrauenswürdig</translation>
    </message>
    <message>
        <source>Untrusted</source>
        <extracomment>Of a certificate, as Postfix logs it: not signed by an authority that is known.</extracomment>
        <translation>Nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <extracomment>Of a TLS connection, as Postfix logs it: without a certificate.</extracomment>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>not logged</source>
        <translation>nicht protokolliert</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Know what you would lose before you require TLS, and prove it.</source>
        <translation>Wissen, was verloren ginge, bevor TLS verlangt wird, und es beweisen.</translation>
    </message>
    <message>
        <source>Open the demo log: a month of a made-up company&apos;s mail server.</source>
        <translation>Das Demo-Protokoll öffnen: ein Monat des Mailservers einer erfundenen Firma.</translation>
    </message>
    <message>
        <source>Mail logs, folders of them, a workspace (*.waxseal), or - for a log on standard input.</source>
        <translation>Mailprotokolle, Ordner davon, ein Arbeitsbereich (*.waxseal) oder - für ein Protokoll auf der Standardeingabe.</translation>
    </message>
</context>
<context>
    <name>waxseal</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Move the loss budget in its chart</source>
        <translation>Das Verlustbudget in seinem Diagramm verschieben</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Leave the filter, and clear it</source>
        <translation>Den Filter leeren und verlassen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About Waxseal</source>
        <translation>Über Waxseal</translation>
    </message>
    <message>
        <source>Know what you would lose before you require TLS, and prove it.</source>
        <translation>Wissen, was verloren ginge, bevor TLS verlangt wird, und es beweisen.</translation>
    </message>
    <message>
        <source>Copyright 2026 The Waxseal developers. Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Copyright 2026 The Waxseal developers. Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewähr.</translation>
    </message>
    <message>
        <source>Qt %1 (built with %2)</source>
        <translation>Qt %1 (gebaut mit %2)</translation>
    </message>
    <message>
        <source>What the Figures Mean</source>
        <translation>Was die Zahlen bedeuten</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>One accepted mail transaction, counted once, whatever loops it takes inside the server. Mail of own users is submission; mail from internal networks is not counted.</source>
        <translation>Eine angenommene Mail-Transaktion, einmal gezählt, welche Schleifen auch immer sie im Server nimmt. Mail eigener Benutzer ist Einlieferung; Mail aus internen Netzen wird nicht gezählt.</translation>
    </message>
    <message>
        <source>Over TLS, in clear, unknown</source>
        <translation>Über TLS, im Klartext, unbekannt</translation>
    </message>
    <message>
        <source>What the session was when the message began. Where the log cannot tell it is unknown, and never counted as clear.</source>
        <translation>Zustand der Sitzung, als die Nachricht begann. Wo das Protokoll ihn nicht nennt, ist er unbekannt und zählt nie als Klartext.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Wanted mail that arrives as required: nobody between the servers can talk it into plaintext any more. The hop is protected, not the message.</source>
        <translation>Erwünschte Mail, die wie verlangt ankommt: Niemand zwischen den Servern kann sie mehr in den Klartext drängen. Geschützt ist der Hop, nicht die Nachricht.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>The share of wanted mail that may be lost. Domains that protect most for each lost message come first; one never seen over TLS is never among them.</source>
        <translation>Der Anteil erwünschter Mail, der verloren gehen darf. Zuerst kommen die Domains, die je verlorener Nachricht am meisten schützen; eine, die nie über TLS gesehen wurde, ist nie dabei.</translation>
    </message>
    <message>
        <source>Refuse later, refuse now</source>
        <translation>Später ablehnen, sofort ablehnen</translation>
    </message>
    <message>
        <source>Later refuses with a 4xx reply: senders try again for days. Now refuses with a 5xx reply: the mail returns to its sender at once.</source>
        <translation>Später heißt: mit einer 4xx-Antwort; Absender versuchen es tagelang erneut. Sofort heißt: mit einer 5xx-Antwort; die Mail geht gleich an den Absender zurück.</translation>
    </message>
    <message>
        <source>Wanted mail</source>
        <translation>Erwünschte Mail</translation>
    </message>
    <message>
        <source>All that no scanner called spam. Headline, budget, forecast and charts speak of it; spam stands beside it.</source>
        <translation>Alles, was kein Scanner Spam nannte. Kopfzeile, Budget, Vorhersage und Diagramme sprechen davon; Spam steht daneben.</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Verliert</translation>
    </message>
    <message>
        <source>Wanted messages of these logs that the requirement refuses. Grey with a plus: nothing is required yet, and switching it on would lose so many.</source>
        <translation>Erwünschte Nachrichten dieser Protokolle, die die Anforderung abweist. Grau mit Plus: Noch wird nichts verlangt, und Einschalten verlöre so viele.</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Lost beside it: what a scanner had called spam. Requiring TLS keeps spam away only until spammers adapt.</source>
        <translation>Daneben verloren: was ein Scanner Spam genannt hatte. TLS zu verlangen hält Spam nur fern, bis die Spammer sich anpassen.</translation>
    </message>
    <message>
        <source>Upper 95 % bound of the share of wanted mail lost. Nothing lost of few messages proves little.</source>
        <translation>Obere 95-%-Grenze des verlorenen Anteils erwünschter Mail. Kein Verlust bei wenigen Nachrichten beweist wenig.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>A requirement that was chosen for a domain, nothing included, has a pin: presets and the budget leave it as it is.</source>
        <translation>Eine für eine Domain gewählte Anforderung, auch keine, trägt eine Nadel: Vorgaben und Budget lassen sie, wie sie ist.</translation>
    </message>
    <message>
        <source>Next days, 95 of 100 times</source>
        <translation>Nächste Tage, 95 von 100 Malen</translation>
    </message>
    <message>
        <source>The range in which the share of wanted mail lost would lie in 95 of 100 periods as long as these logs, if the same senders go on as they did. With less than 14 days, or fewer than 5 domains that would lose mail, there is none.</source>
        <translation>Der Bereich, in dem der verlorene Anteil erwünschter Mail in 95 von 100 Zeiten so lang wie diese Protokolle läge, wenn dieselben Absender so weitermachen. Bei weniger als 14 Tagen oder weniger als 5 Domains, die Mail verlören, gibt es keinen.</translation>
    </message>
    <message>
        <source>Switch the selected domains on or off</source>
        <translation>Die ausgewählten Domains ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Choose the requirement of the selected domains</source>
        <translation>Die Anforderung der ausgewählten Domains wählen</translation>
    </message>
    <message>
        <source>Enter or F2</source>
        <translation>Eingabe oder F2</translation>
    </message>
    <message>
        <source>Open or close an organisation</source>
        <translation>Eine Organisation auf- oder zuklappen</translation>
    </message>
    <message>
        <source>%1: the host, its network and its organisation never met the requirement. %2: they met it at other times, and are likely to come back when refused later (4xx). %3: a handshake with this server failed before, and its own settings may be at fault. %4: fewer than three messages.</source>
        <translation>%1: Der Host, sein Netz und seine Organisation haben die Anforderung nie erfüllt. %2: Zu anderer Zeit haben sie sie erfüllt und kommen wahrscheinlich wieder, wenn später abgelehnt wird (4xx). %3: Ein Handshake mit diesem Server ist zuvor gescheitert; es kann an dessen Einstellungen liegen. %4: weniger als drei Nachrichten.</translation>
    </message>
</context>
<context>
    <name>waxseal::AdvicePanel</name>
    <message>
        <source>Accepted and lost mail under this policy</source>
        <translation>Angenommene und verlorene Mail unter dieser Richtlinie</translation>
    </message>
    <message>
        <source>What is required</source>
        <translation>Was verlangt ist</translation>
    </message>
    <message>
        <source>What it would have cost</source>
        <translation>Was es gekostet hätte</translation>
    </message>
    <message>
        <source>Who would be refused most</source>
        <translation>Wer am meisten abgelehnt würde</translation>
    </message>
    <message>
        <source>What it protects</source>
        <translation>Was es schützt</translation>
    </message>
    <message>
        <source>Roll out in stages</source>
        <translation>Schrittweise einführen</translation>
    </message>
    <message>
        <source>The standard way, beside it or instead</source>
        <translation>Der Standardweg, ergänzend oder stattdessen</translation>
    </message>
    <message>
        <source>Own users</source>
        <translation>Eigene Benutzer</translation>
    </message>
    <message>
        <source>Everybody must use TLS</source>
        <translation>Alle müssen TLS benutzen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s) must use TLS</source>
        <translation>
            <numerusform>%Ln Domain muss TLS benutzen</numerusform>
            <numerusform>%Ln Domains müssen TLS benutzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is required yet</source>
        <translation>Noch ist nichts verlangt</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <comment>a percentage of mail</comment>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>no mail in the logs</source>
        <translation>keine Mail in den Protokollen</translation>
    </message>
    <message>
        <source>lost, legitimate</source>
        <translation>verloren, legitim</translation>
    </message>
    <message>
        <source>lost, unlabelled</source>
        <translation>verloren, ohne Urteil</translation>
    </message>
    <message>
        <source>lost, not spam</source>
        <translation>verloren, kein Spam</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>lost, spam</source>
        <translation>verloren, Spam</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names of domains</comment>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>Towards</source>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>messages of %1 lost.</source>
        <translation>Nachrichten von %1 verloren.</translation>
    </message>
    <message>
        <source>of %1 messages lost: %2 legitimate, %3 spam, %4 that no scanner has labelled.</source>
        <translation>von %1 Nachrichten verloren: %2 legitim, %3 Spam, %4 ohne Urteil eines Scanners.</translation>
    </message>
    <message>
        <source>from hosts that have never met the requirement: gone until their owners change that.</source>
        <translation>von Hosts, die die Anforderung nie erfüllt haben: verloren, bis ihre Betreiber das ändern.</translation>
    </message>
    <message>
        <source>from hosts that meet it at other times: refused with 4xx, most of it comes back as required.</source>
        <translation>von Hosts, die sie sonst auch erfüllen: mit 4xx abgelehnt kommt das meiste wie verlangt wieder.</translation>
    </message>
    <message>
        <source>in clear after a failed handshake: this server&apos;s own TLS settings may be at fault, look at them first.</source>
        <translation>im Klartext nach gescheitertem Handshake: die TLS-Einstellungen dieses Servers können schuld sein, zuerst diese ansehen.</translation>
    </message>
    <message>
        <source>from hosts seen fewer than three times: too little to say.</source>
        <translation>von Hosts, die weniger als dreimal gesehen wurden: zu wenig für ein Urteil.</translation>
    </message>
    <message>
        <source>more whose TLS the log does not tell. They are neither counted as lost nor as accepted.</source>
        <translation>weitere, deren TLS das Protokoll nicht nennt. Sie zählen weder als verloren noch als angenommen.</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation>Nächster Hop</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Would lose</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Of messages</source>
        <translation>Von Nachrichten</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more domain(s)</source>
        <translation>
            <numerusform>und %Ln weitere Domain</numerusform>
            <numerusform>und %Ln weitere Domains</numerusform>
        </translation>
    </message>
    <message>
        <source>Forecasting the next period…</source>
        <translation>Der nächste Zeitraum wird vorhergesagt…</translation>
    </message>
    <message>
        <source>Switch the audit files on. Postfix delivers everything and logs what it would refuse as reject_warning.</source>
        <translation>Die Dateien des Probelaufs einschalten. Postfix stellt alles zu und protokolliert als reject_warning, was es ablehnen würde.</translation>
    </message>
    <message numerus="yes">
        <source>By this log that is about %Ln message(s) a week.</source>
        <translation>
            <numerusform>Nach diesem Protokoll ist das etwa %Ln Nachricht je Woche.</numerusform>
            <numerusform>Nach diesem Protokoll sind das etwa %Ln Nachrichten je Woche.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a week and compare.</source>
        <translation>Eine Woche warten und vergleichen.</translation>
    </message>
    <message>
        <source>Audit: refuse nothing</source>
        <translation>Probelauf: nichts ablehnen</translation>
    </message>
    <message>
        <source>Senders keep the mail and try again for days. Those that can use TLS come back with it; write to the postmasters of those that cannot.</source>
        <translation>Absender behalten die Mail und versuchen es tagelang. Wer TLS kann, kommt damit wieder; den Postmastern der übrigen schreiben.</translation>
    </message>
    <message>
        <source>Only when a week at 4xx brought no surprise. The sender learns at once that the message did not arrive.</source>
        <translation>Erst wenn eine Woche mit 4xx keine Überraschung brachte. Der Absender erfährt sofort, dass die Nachricht nicht ankam.</translation>
    </message>
    <message>
        <source>Keep looking</source>
        <translation>Im Auge behalten</translation>
    </message>
    <message>
        <source>Open the newer logs here each month: what lost nothing last month may lose something now.</source>
        <translation>Jeden Monat die neueren Protokolle hier öffnen: wo im letzten Monat nichts verloren ging, kann jetzt etwas verloren gehen.</translation>
    </message>
    <message>
        <source>Audit: hold nothing back</source>
        <translation>Probelauf: nichts zurückhalten</translation>
    </message>
    <message>
        <source>Switch the audit files on. Every row still says may; the log tells what each delivery reached. Wait a week and compare.</source>
        <translation>Die Dateien des Probelaufs einschalten. Noch steht in jeder Zeile may; das Protokoll sagt, was jede Zustellung erreicht hat. Eine Woche warten und vergleichen.</translation>
    </message>
    <message>
        <source>Enforce a few</source>
        <translation>Wenige durchsetzen</translation>
    </message>
    <message>
        <source>Start with partners whom you can call. What cannot be delivered is deferred, not lost: it stays in the queue for five days (maximal_queue_lifetime), then returns to its sender. Watch mailq.</source>
        <translation>Mit Partnern beginnen, die sich anrufen lassen. Was nicht zugestellt werden kann, ist zurückgestellt, nicht verloren: es bleibt fünf Tage in der Warteschlange (maximal_queue_lifetime) und geht dann an den Absender zurück. mailq im Auge behalten.</translation>
    </message>
    <message>
        <source>Enforce the rest</source>
        <translation>Die übrigen durchsetzen</translation>
    </message>
    <message>
        <source>When a week brought no surprise.</source>
        <translation>Wenn eine Woche keine Überraschung brachte.</translation>
    </message>
    <message>
        <source>Certificates expire and keys roll over: test the stricter levels again before they bite.</source>
        <translation>Zertifikate laufen ab, Schlüssel wechseln: die strengeren Stufen rechtzeitig erneut testen.</translation>
    </message>
    <message>
        <source>RFC 3207, section 4</source>
        <translation>RFC 3207, Abschnitt 4</translation>
    </message>
    <message>
        <source>A publicly-referenced SMTP server must not require STARTTLS for local delivery. Rows for partners who agreed are one matter, a default for everybody another. And requiring TLS stops spam only until spammers adapt.</source>
        <translation>Ein öffentlich bekannter SMTP-Server darf STARTTLS für die lokale Zustellung nicht verlangen. Zeilen für Partner, die zugestimmt haben, sind eine Sache, ein Standard für alle eine andere. Und TLS zu verlangen hält Spam nur auf, bis Spammer sich anpassen.</translation>
    </message>
    <message>
        <source>MTA-STS (RFC 8461) and DANE (RFC 7672)</source>
        <translation>MTA-STS (RFC 8461) und DANE (RFC 7672)</translation>
    </message>
    <message>
        <source>Publish them, and senders that know them encrypt to this server or do not send, while the others still get through. A certificate is needed here, not at the sender.</source>
        <translation>Sind sie veröffentlicht, verschlüsseln Absender, die sie kennen, zu diesem Server oder senden nicht; alle anderen kommen weiter durch. Ein Zertifikat braucht es hier, nicht beim Absender.</translation>
    </message>
    <message>
        <source>TLS-RPT (RFC 8460)</source>
        <translation>TLS-RPT (RFC 8460)</translation>
    </message>
    <message>
        <source>Publish it first: the large senders then report every day what failed, before anything is enforced.</source>
        <translation>Zuerst veröffentlichen: die großen Absender melden dann täglich, was scheiterte, bevor etwas durchgesetzt wird.</translation>
    </message>
    <message>
        <source>DANE (RFC 7672)</source>
        <translation>DANE (RFC 7672)</translation>
    </message>
    <message>
        <source>smtp_tls_security_level = dane encrypts and authenticates wherever the other side has published TLSA records, and stays opportunistic elsewhere. It needs a validating resolver of your own.</source>
        <translation>smtp_tls_security_level = dane verschlüsselt und authentifiziert, wo die Gegenseite TLSA-Einträge veröffentlicht, und bleibt sonst opportunistisch. Dazu braucht es einen eigenen prüfenden Resolver.</translation>
    </message>
    <message>
        <source>MTA-STS (RFC 8461)</source>
        <translation>MTA-STS (RFC 8461)</translation>
    </message>
    <message>
        <source>Postfix has no MTA-STS client of its own; a policy service behind smtp_tls_policy_maps adds it. Where both are published, DANE goes first.</source>
        <translation>Postfix hat keinen eigenen MTA-STS-Client; ein Richtliniendienst hinter smtp_tls_policy_maps ergänzt ihn. Wo beides veröffentlicht ist, geht DANE vor.</translation>
    </message>
    <message>
        <source>RFC 8314</source>
        <translation>RFC 8314</translation>
    </message>
    <message>
        <source>Own users can be asked for TLS at once: use implicit TLS on port 465, or smtpd_tls_security_level = encrypt for the submission service in master.cf. Their programs show the error to them.</source>
        <translation>Von eigenen Benutzern lässt sich TLS sofort verlangen: implizites TLS auf Port 465 oder smtpd_tls_security_level = encrypt für den submission-Dienst in master.cf. Ihre Programme zeigen ihnen den Fehler.</translation>
    </message>
    <message>
        <source>%1 of the wanted mail protected</source>
        <translation>%1 der erwünschten Mail geschützt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the wanted mail, %Ln message(s), is sent encrypted or not at all. Somebody between the servers who strips STARTTLS only delays it. Encrypt alone does not check who answers: dane, verify and secure do.</source>
        <translation>
            <numerusform>%1 der erwünschten Mail, %Ln Nachricht, wird verschlüsselt gesendet oder gar nicht. Wer zwischen den Servern STARTTLS entfernt, verzögert sie nur. encrypt allein prüft nicht, wer antwortet; dane, verify und secure tun es.</numerusform>
            <numerusform>%1 der erwünschten Mail, %Ln Nachrichten, werden verschlüsselt gesendet oder gar nicht. Wer zwischen den Servern STARTTLS entfernt, verzögert sie nur. encrypt allein prüft nicht, wer antwortet; dane, verify und secure tun es.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the wanted mail, %Ln message(s), can no longer be talked into plaintext by somebody between the servers who strips STARTTLS. It is the hop that is protected, not the message: from end to end only OpenPGP or S/MIME do that.</source>
        <translation>
            <numerusform>%1 der erwünschten Mail, %Ln Nachricht, lässt sich nicht mehr in den Klartext drängen, wenn jemand zwischen den Servern STARTTLS entfernt. Geschützt ist der Hop, nicht die Nachricht: von Ende zu Ende tun das nur OpenPGP oder S/MIME.</numerusform>
            <numerusform>%1 der erwünschten Mail, %Ln Nachrichten, lassen sich nicht mehr in den Klartext drängen, wenn jemand zwischen den Servern STARTTLS entfernt. Geschützt ist der Hop, nicht die Nachricht: von Ende zu Ende tun das nur OpenPGP oder S/MIME.</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected in the next period of the same length: %1 (%2).</source>
        <translation>Im nächsten gleich langen Zeitraum zu erwarten: %1 (%2).</translation>
    </message>
    <message>
        <source>loss unknown</source>
        <translation>Verlust unbekannt</translation>
    </message>
    <message>
        <source>About %1 of the next wanted mail comes from domains not seen yet; of those seen once, %2 would have been lost.</source>
        <translation>Etwa %1 der nächsten erwünschten Mail kommen von noch nicht gesehenen Domains; von den einmal gesehenen wären %2 verloren gegangen.</translation>
    </message>
    <message>
        <source>What the logs recommend</source>
        <translation>Was die Protokolle empfehlen</translation>
    </message>
    <message>
        <source>Refuse later: 4xx</source>
        <translation>Später ablehnen: 4xx</translation>
    </message>
    <message>
        <source>Refuse now: 5xx</source>
        <translation>Sofort ablehnen: 5xx</translation>
    </message>
</context>
<context>
    <name>waxseal::ChangeChip</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>waxseal::Chart</name>
    <message>
        <source>Menu of the chart %1</source>
        <translation>Menü des Diagramms %1</translation>
    </message>
    <message>
        <source>Save, copy or show as table</source>
        <translation>Speichern, kopieren oder als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Copy Picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy Numbers</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <source>Show as Table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Save Chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder.</source>
        <translation>%1 ließ sich nicht schreiben. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>Nichts zu zeichnen.</translation>
    </message>
</context>
<context>
    <name>waxseal::ComparisonDialog</name>
    <message>
        <source>Compare Two Periods</source>
        <translation>Zwei Zeiträume vergleichen</translation>
    </message>
    <message>
        <source>Filter domains</source>
        <translation>Domains filtern</translation>
    </message>
    <message>
        <source>Domains before and after</source>
        <translation>Domains vorher und nachher</translation>
    </message>
    <message>
        <source>&amp;Copy Table</source>
        <translation>Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>The day that parts the two periods</source>
        <translation>Der Tag, der die beiden Zeiträume trennt</translation>
    </message>
    <message>
        <source>Before: first day</source>
        <translation>Vorher: erster Tag</translation>
    </message>
    <message>
        <source>Before: last day</source>
        <translation>Vorher: letzter Tag</translation>
    </message>
    <message>
        <source>After: first day</source>
        <translation>Nachher: erster Tag</translation>
    </message>
    <message>
        <source>After: last day</source>
        <translation>Nachher: letzter Tag</translation>
    </message>
    <message>
        <source>&amp;Since the day</source>
        <extracomment>A day on which something happened: the administrator wrote to the domains, or they changed something.</extracomment>
        <translation>&amp;Seit dem Tag</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>&amp;Vorher</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translation>&amp;Nachher</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>Over TLS: %1 before, %2 after.</source>
        <translation>Über TLS: %1 vorher, %2 nachher.</translation>
    </message>
    <message>
        <source>Of wanted mail, requiring TLS of all would lose %1 before, %2 after.</source>
        <translation>Von der erwünschten Mail ginge, würde TLS von allen verlangt, vorher %1 verloren, nachher %2.</translation>
    </message>
</context>
<context>
    <name>waxseal::ComparisonModel</name>
    <message>
        <source>new</source>
        <comment>a domain</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>silent</source>
        <comment>a domain</comment>
        <translation>still</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>A difference of two percentages, with its sign.</extracomment>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>Wanted messages that would be lost if TLS were required of the domain</source>
        <translation>Erwünschte Nachrichten, die verloren gingen, würde TLS von der Domain verlangt</translation>
    </message>
    <message>
        <source>How the share of mail over TLS has changed, in percentage points</source>
        <translation>Wie sich der Anteil der Mail über TLS geändert hat, in Prozentpunkten</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Messages before</source>
        <translation>Nachrichten vorher</translation>
    </message>
    <message>
        <source>Over TLS before</source>
        <translation>Über TLS vorher</translation>
    </message>
    <message>
        <source>Over TLS after</source>
        <translation>Über TLS nachher</translation>
    </message>
    <message>
        <source>Would lose before</source>
        <translation>Verlöre vorher</translation>
    </message>
    <message>
        <source>Messages after</source>
        <translation>Nachrichten nachher</translation>
    </message>
    <message>
        <source>Would lose after</source>
        <translation>Verlöre nachher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>waxseal::CostModel</name>
    <message>
        <source>Require nothing of %1</source>
        <translation>Von %1 nichts verlangen</translation>
    </message>
    <message>
        <source>%1: %2 wanted messages lost</source>
        <translation>%1: %2 erwünschte Nachrichten verloren</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Verliert</translation>
    </message>
</context>
<context>
    <name>waxseal::CostPanel</name>
    <message>
        <source>Who costs what</source>
        <translation>Wer kostet was</translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>nichts geht verloren</translation>
    </message>
    <message numerus="yes">
        <source>%1 by %2 of %n required domain(s)</source>
        <translation>
            <numerusform>%1 durch %2 von %n verpflichteten Domain</numerusform>
            <numerusform>%1 durch %2 von %n verpflichteten Domains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::DayChart</name>
    <message>
        <source>What the bars show</source>
        <translation>Was die Balken zeigen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Lost Only</source>
        <translation>Nur verlorene</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No mail.</source>
        <translation>Keine Mail.</translation>
    </message>
    <message>
        <source>%1 to %2. %3.</source>
        <translation>%1 bis %2. %3.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a day to a day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Days from</source>
        <translation>Tage ab</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A day on a chart&apos;s axis, short, in the form QDate::toString() takes; the year is not shown.</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>series: messages (share of the day)</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>percent of the messages of a day</source>
        <translation>Prozent der Nachrichten eines Tages</translation>
    </message>
</context>
<context>
    <name>waxseal::DayStrip</name>
    <message>
        <source>%1: %2 messages</source>
        <extracomment>A day and how many messages came or went on it.</extracomment>
        <translation>%1: %2 Nachrichten</translation>
    </message>
</context>
<context>
    <name>waxseal::DeliveryPanel</name>
    <message>
        <source>Would mail to this domain be delivered?</source>
        <translation>Würde Post an diese Domain zugestellt?</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Would the world&apos;s mail reach you?</source>
        <translation>Erreicht Sie die Post der Welt?</translation>
    </message>
    <message>
        <source>Nothing to mend: the world sees your mail servers as they should be.</source>
        <translation>Nichts auszubessern: Die Welt sieht Ihre Mailserver, wie sie sein sollen.</translation>
    </message>
    <message>
        <source>As this sender would: %1</source>
        <translation>Wie dieser Absender: %1</translation>
    </message>
</context>
<context>
    <name>waxseal::DeliveryTable</name>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>zurückgewiesen</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>Would mail to this domain be delivered?</source>
        <translation>Würde Mail an diese Domain zugestellt?</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>ebenso</translation>
    </message>
</context>
<context>
    <name>waxseal::DemoBadge</name>
    <message>
        <source>Demo: synthetic data</source>
        <translation>Demo: erfundene Daten</translation>
    </message>
</context>
<context>
    <name>waxseal::DetailsPanel</name>
    <message>
        <source>Details of the domain</source>
        <translation>Einzelheiten zur Domain</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>TLS versions</source>
        <translation>TLS-Versionen</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Protokollzeilen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test Domain</source>
        <translation>Domain testen</translation>
    </message>
    <message>
        <source>No domain selected</source>
        <translation>Keine Domain ausgewählt</translation>
    </message>
    <message>
        <source>Hosts (%1)</source>
        <translation>Hosts (%1)</translation>
    </message>
    <message>
        <source>Log lines (%1 lost)</source>
        <translation>Protokollzeilen (%1 verloren)</translation>
    </message>
    <message>
        <source>Select a domain to see its live test.</source>
        <translation>Eine Domain auswählen, um ihren Live-Test zu sehen.</translation>
    </message>
    <message>
        <source>Not tested yet. A live test connects to the domain&apos;s mail servers and sends no mail.</source>
        <translation>Noch nicht getestet. Ein Live-Test verbindet sich mit den Mailservern der Domain und sendet keine Mail.</translation>
    </message>
    <message>
        <source>This is not a host name that could be tested.</source>
        <translation>Das ist kein Hostname, der sich testen ließe.</translation>
    </message>
    <message>
        <source>Tested %1: no answer that tells</source>
        <translation>Getestet %1: keine aussagekräftige Antwort</translation>
    </message>
    <message>
        <source>Tested %1: delivered up to %2</source>
        <translation>Getestet %1: zugestellt bis %2</translation>
    </message>
    <message>
        <source>Show Result</source>
        <translation>Ergebnis zeigen</translation>
    </message>
    <message>
        <source>The whole result in the Tester: checks, delivery by level, transcript</source>
        <translation>Das ganze Ergebnis im Tester: Prüfungen, Zustellung nach Stufe, Mitschrift</translation>
    </message>
    <message>
        <source>(the time before: %1)</source>
        <translation>(das Mal davor: %1)</translation>
    </message>
    <message>
        <source>Test Again</source>
        <translation>Noch einmal testen</translation>
    </message>
</context>
<context>
    <name>waxseal::Document</name>
    <message>
        <source>Require %1 for %2</source>
        <translation>%1 verlangen für %2</translation>
    </message>
    <message>
        <source>Drop Requirement for %1</source>
        <translation>Anforderung für %1 aufheben</translation>
    </message>
    <message numerus="yes">
        <source>Require %1 for %n Domains</source>
        <translation>
            <numerusform>%1 verlangen für %n Domain</numerusform>
            <numerusform>%1 verlangen für %n Domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop Requirement for %n Domains</source>
        <translation>
            <numerusform>Anforderung für %n Domain aufheben</numerusform>
            <numerusform>Anforderung für %n Domains aufheben</numerusform>
        </translation>
    </message>
    <message>
        <source>Include Subdomains of %1</source>
        <translation>Subdomains von %1 einschließen</translation>
    </message>
    <message>
        <source>Leave Out Subdomains of %1</source>
        <translation>Subdomains von %1 ausnehmen</translation>
    </message>
    <message>
        <source>Include Subdomains</source>
        <translation>Subdomains einschließen</translation>
    </message>
    <message>
        <source>Leave Out Subdomains</source>
        <translation>Subdomains ausnehmen</translation>
    </message>
    <message>
        <source>Require %1 by Default</source>
        <translation>%1 als Standard verlangen</translation>
    </message>
    <message>
        <source>Refuse Now</source>
        <translation>Sofort ablehnen</translation>
    </message>
    <message>
        <source>Refuse Later</source>
        <translation>Später ablehnen</translation>
    </message>
    <message>
        <source>Let Live Tests Vote</source>
        <translation>Live-Tests mitstimmen lassen</translation>
    </message>
    <message>
        <source>Leave Out Live Tests</source>
        <translation>Live-Tests auslassen</translation>
    </message>
    <message>
        <source>Require Nothing of %1</source>
        <translation>Von %1 nichts verlangen</translation>
    </message>
    <message numerus="yes">
        <source>Require Nothing of %n Domains</source>
        <translation>
            <numerusform>Von %n Domain nichts verlangen</numerusform>
            <numerusform>Von %n Domains nichts verlangen</numerusform>
        </translation>
    </message>
    <message>
        <source>Let Presets Decide Again</source>
        <translation>Vorgaben wieder entscheiden lassen</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>Import Policy</source>
        <translation>Richtlinie importieren</translation>
    </message>
    <message>
        <source>Keep as A</source>
        <translation>Als A behalten</translation>
    </message>
    <message>
        <source>Keep as B</source>
        <translation>Als B behalten</translation>
    </message>
    <message>
        <source>Go to Policy A</source>
        <translation>Zu Richtlinie A wechseln</translation>
    </message>
    <message>
        <source>Go to Policy B</source>
        <translation>Zu Richtlinie B wechseln</translation>
    </message>
    <message>
        <source>Forget the Kept Policy</source>
        <translation>Behaltene Richtlinie vergessen</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>%1 stumm schalten</translation>
    </message>
    <message>
        <source>Do Not Mute %1</source>
        <translation>%1 nicht mehr stumm schalten</translation>
    </message>
    <message numerus="yes">
        <source>Mute %n Domains</source>
        <translation>
            <numerusform>%n Domain stumm schalten</numerusform>
            <numerusform>%n Domains stumm schalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do Not Mute %n Domains</source>
        <translation>
            <numerusform>%n Domain nicht mehr stumm schalten</numerusform>
            <numerusform>%n Domains nicht mehr stumm schalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::DomainDelegate</name>
    <message>
        <source>+ subdomains</source>
        <translation>+ Subdomains</translation>
    </message>
    <message>
        <source>Requirement for %1</source>
        <translation>Anforderung für %1</translation>
    </message>
    <message>
        <source>default</source>
        <extracomment>No row of its own for this domain: what is required of all by default counts.</extracomment>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>waxseal::DomainPanel</name>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
</context>
<context>
    <name>waxseal::DomainTable</name>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>Reset Columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Sort Domains By</source>
        <translation>Domains &amp;sortieren nach</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
</context>
<context>
    <name>waxseal::DomainTableModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Required of this domain alone</source>
        <translation>Nur von dieser Domain verlangt</translation>
    </message>
    <message>
        <source>Required of this domain and its subdomains</source>
        <translation>Von dieser Domain und ihren Subdomains verlangt</translation>
    </message>
    <message>
        <source>Required by a row of a domain above it that includes subdomains</source>
        <translation>Verlangt durch eine Zeile einer übergeordneten Domain, die Subdomains einschließt</translation>
    </message>
    <message>
        <source>The default applies</source>
        <translation>Es gilt der Standard</translation>
    </message>
    <message>
        <source>%1 over TLS, %2 in clear, %3 unknown</source>
        <translation>%1 über TLS, %2 im Klartext, %3 unbekannt</translation>
    </message>
    <message>
        <source>Upper 95 % bound of the share that would be lost: few messages prove little</source>
        <translation>Obere 95-%-Schranke des verlorenen Anteils: wenige Nachrichten beweisen wenig</translation>
    </message>
    <message>
        <source>Nothing would be lost</source>
        <translation>Nichts ginge verloren</translation>
    </message>
    <message>
        <source>The hosts, their networks and their organisations never met the requirement</source>
        <translation>Die Hosts, ihre Netze und ihre Organisationen haben die Anforderung nie erfüllt</translation>
    </message>
    <message>
        <source>A handshake with this server failed before: its own settings may be at fault</source>
        <translation>Ein Handshake mit diesem Server ist zuvor gescheitert: dessen Einstellungen können schuld sein</translation>
    </message>
    <message>
        <source>Fewer than three messages from the host</source>
        <translation>Weniger als drei Nachrichten von diesem Host</translation>
    </message>
    <message>
        <source>Share of the messages whose TLS is known</source>
        <translation>Anteil der Nachrichten, deren TLS bekannt ist</translation>
    </message>
    <message>
        <source>Whether the hosts that would be lost could come back over TLS</source>
        <translation>Ob die Hosts, die verloren gingen, über TLS wiederkommen könnten</translation>
    </message>
    <message>
        <source>The strictest level that the last live test found delivered</source>
        <translation>Die strengste Stufe, auf der der letzte Live-Test zustellte</translation>
    </message>
    <message>
        <source>Require</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>Absenderdomain</translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation>Nächster Hop</translation>
    </message>
    <message>
        <source>User domain</source>
        <translation>Benutzerdomain</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Über TLS</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Live test</source>
        <translation>Live-Test</translation>
    </message>
    <message>
        <source>Of %1 messages the log cannot tell; the last live test says what would become of them.</source>
        <translation>Von %1 Nachrichten weiß das Log es nicht; der letzte Live-Test sagt, was aus ihnen würde.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>Tested %1</source>
        <translation>Getestet %1</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Verliert</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Why</source>
        <extracomment>Column: why mail is lost, whether its hosts could come back over TLS.</extracomment>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Wanted messages that the requirement loses; grey with a plus: what switching it on would lose</source>
        <translation>Erwünschte Nachrichten, die die Anforderung verliert; grau mit Plus: was Einschalten verlöre</translation>
    </message>
    <message>
        <source>Lost beside them: messages that a scanner called spam</source>
        <translation>Daneben verloren: Nachrichten, die ein Scanner Spam nannte</translation>
    </message>
    <message>
        <source>The share of wanted mail that may be lost at most: few messages prove little</source>
        <translation>Der Anteil erwünschter Mail, der höchstens verloren gehen mag: wenige Nachrichten beweisen wenig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How many of the domains of an organisation have a requirement.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) of this organisation</source>
        <translation>
            <numerusform>%n Domain dieser Organisation</numerusform>
            <numerusform>%n Domains dieser Organisation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Organisation %1, %n domain(s), %2</source>
        <translation>
            <numerusform>Organisation %1, %n Domain, %2</numerusform>
            <numerusform>Organisation %1, %n Domains, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>Chosen by hand: presets leave it</source>
        <translation>Von Hand gewählt: Vorgaben lassen sie</translation>
    </message>
    <message>
        <source>Nothing is required. Requiring encrypt would lose %1 of %2 wanted messages, and %3 spam.</source>
        <translation>Nichts wird verlangt. encrypt zu verlangen verlöre %1 von %2 erwünschten Nachrichten und %3 Spam.</translation>
    </message>
    <message>
        <source>%1 of %2 wanted messages are lost, and %3 spam</source>
        <translation>%1 von %2 erwünschten Nachrichten gehen verloren, und %3 Spam</translation>
    </message>
    <message>
        <source>Kept</source>
        <comment>what the policy that is kept loses</comment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Wanted messages that the policy loses which is kept to be compared</source>
        <translation>Erwünschte Nachrichten, die mit der zum Vergleich behaltenen Richtlinie verloren gehen</translation>
    </message>
    <message>
        <source>The hosts, or their neighbours, met it at other times: likely to come back when refused later (4xx)</source>
        <translation>Die Hosts oder ihre Nachbarn haben sie zu anderer Zeit erfüllt: kommen wahrscheinlich wieder, wenn später abgelehnt wird (4xx)</translation>
    </message>
    <message>
        <source>%1 requires: %2</source>
        <extracomment>What a policy that is kept requires of a domain: its letter and the requirement.</extracomment>
        <translation>%1 verlangt: %2</translation>
    </message>
    <message>
        <source>In %1</source>
        <comment>loses in the policy A or B</comment>
        <translation>In %1</translation>
    </message>
    <message>
        <source>Muted: warnings and advice do not name it</source>
        <translation>Stumm: Warnungen und Ratschläge nennen sie nicht</translation>
    </message>
</context>
<context>
    <name>waxseal::EmptyPlace</name>
    <message>
        <source>Drop a mail log here</source>
        <translation>Mail-Protokoll hierher ziehen</translation>
    </message>
    <message>
        <source>Logs of Postfix, plain or compressed, files, folders or whole rotated sets. They are read here and stay here: nothing leaves this computer.</source>
        <translation>Postfix-Protokolle, auch komprimiert: Dateien, Ordner oder ganze rotierte Sätze. Sie werden hier gelesen und bleiben hier; nichts verlässt diesen Rechner.</translation>
    </message>
</context>
<context>
    <name>waxseal::EvidenceView</name>
    <message>
        <source>Message Before</source>
        <translation>Vorige Nachricht</translation>
    </message>
    <message>
        <source>Log lines of the message before</source>
        <translation>Protokollzeilen der vorigen Nachricht</translation>
    </message>
    <message>
        <source>Next Message</source>
        <translation>Nächste Nachricht</translation>
    </message>
    <message>
        <source>Log lines of the next message</source>
        <translation>Protokollzeilen der nächsten Nachricht</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Protokollzeilen</translation>
    </message>
    <message>
        <source>These logs have kept no place for this domain.</source>
        <translation>Zu dieser Domain ist keine Stelle in den Protokollen vermerkt.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <translation>%1 von %2 · %3</translation>
    </message>
</context>
<context>
    <name>waxseal::ExportFields</name>
    <message>
        <source>The directory must be an absolute path of letters, digits, &quot;.&quot;, &quot;_&quot; and &quot;-&quot;.</source>
        <translation>Das Verzeichnis muss ein absoluter Pfad aus Buchstaben, Ziffern, „.“, „_“ und „-“ sein.</translation>
    </message>
    <message>
        <source>The networks must be a list like 10.0.0.0/8, 2001:db8::/32, or &quot;none&quot;.</source>
        <translation>Die Netze müssen eine Liste wie 10.0.0.0/8, 2001:db8::/32 sein, oder „none“.</translation>
    </message>
    <message>
        <source>The domain must be a host name like example.com.</source>
        <translation>Die Domain muss ein Hostname wie example.com sein.</translation>
    </message>
    <message>
        <source>The hosts must be names with commas between, like mx1.example.com, mx2.example.com.</source>
        <translation>Die Hosts müssen Namen mit Kommas dazwischen sein, wie mx1.example.com, mx2.example.com.</translation>
    </message>
    <message>
        <source>The address must be a plain one, like tlsrpt@example.com.</source>
        <translation>Die Adresse muss eine einfache sein, wie tlsrpt@example.com.</translation>
    </message>
    <message>
        <source>The number must be written in digits.</source>
        <translation>Die Zahl muss in Ziffern geschrieben sein.</translation>
    </message>
    <message>
        <source>The key must be the SHA-256 of a public key, 64 hexadecimal digits; for one host of several: mx1.example.com=…</source>
        <translation>Der Schlüssel muss der SHA-256-Wert eines öffentlichen Schlüssels sein, 64 Hexadezimalziffern; für einen von mehreren Hosts: mx1.example.com=…</translation>
    </message>
</context>
<context>
    <name>waxseal::ExportPanel</name>
    <message>
        <source>Form of the files</source>
        <translation>Form der Dateien</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Log what would be refused, and refuse nothing</source>
        <translation>Protokollieren, was abgelehnt würde, und nichts ablehnen</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>Durchsetzen</translation>
    </message>
    <message>
        <source>Refuse what does not meet the requirement</source>
        <translation>Ablehnen, was die Anforderung nicht erfüllt</translation>
    </message>
    <message>
        <source>How to refuse</source>
        <translation>Wie abgelehnt wird</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Form:</translation>
    </message>
    <message>
        <source>&amp;Refuse:</source>
        <translation>Ab&amp;lehnen:</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>Vorschau der Datei</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Keep Them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Copy File</source>
        <translation>Datei kopieren</translation>
    </message>
    <message>
        <source>Write Files…</source>
        <translation>Dateien schreiben…</translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>One HTML file for those who sign the policy off: what the logs say, what would be lost, and why</source>
        <translation>Eine HTML-Datei für alle, die die Richtlinie freigeben: was die Protokolle sagen, was verloren ginge und warum</translation>
    </message>
    <message>
        <source>holds nothing back</source>
        <translation>hält nichts zurück</translation>
    </message>
    <message>
        <source>holds mail back</source>
        <translation>hält Mail zurück</translation>
    </message>
    <message>
        <source>refuses nothing</source>
        <translation>lehnt nichts ab</translation>
    </message>
    <message>
        <source>refuses mail</source>
        <translation>lehnt Mail ab</translation>
    </message>
    <message>
        <source>What own users must do is one setting of the server and needs no list: see at the left.</source>
        <translation>Was eigene Benutzer müssen, ist eine einzige Einstellung des Servers und braucht keine Liste: siehe links.</translation>
    </message>
    <message>
        <source>Nothing is required, so there is nothing to write. Set requirements in Policy first.</source>
        <translation>Nichts ist verlangt, also gibt es nichts zu schreiben. Zuerst unter „Richtlinie“ Anforderungen setzen.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the policy cannot stand in these files.</source>
        <translation>
            <numerusform>%Ln Zeile der Richtlinie kann nicht in diesen Dateien stehen.</numerusform>
            <numerusform>%Ln Zeilen der Richtlinie können nicht in diesen Dateien stehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the Files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>HTML document (*.html)</source>
        <translation>HTML-Dokument (*.html)</translation>
    </message>
    <message>
        <source>Report saved as %1.</source>
        <translation>Bericht gespeichert als %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are in %1 already.</source>
        <translation>
            <numerusform>%n Datei dieses Namens ist schon in %1.</numerusform>
            <numerusform>%n Dateien dieser Namen sind schon in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1. The first one says where each goes and how to switch it on and off.</source>
        <translation>
            <numerusform>%n Datei nach %1 geschrieben. Die erste sagt, wohin jede gehört und wie sie ein- und ausgeschaltet wird.</numerusform>
            <numerusform>%n Dateien nach %1 geschrieben. Die erste sagt, wohin jede gehört und wie sie ein- und ausgeschaltet wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Refuse with 4xx: the sender retries for days, and may come back over TLS</source>
        <translation>Mit 4xx ablehnen: Der Absender versucht es tagelang und kommt vielleicht über TLS wieder</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Refuse with 5xx: the sender gets it back as undeliverable at once</source>
        <translation>Mit 5xx ablehnen: Der Absender erhält die Mail sofort als unzustellbar zurück</translation>
    </message>
    <message>
        <source>Whose configuration is written, or what is to be published</source>
        <translation>Wessen Konfiguration geschrieben wird, oder was veröffentlicht werden soll</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>Configuration for %1, outbound</source>
        <translation>Konfiguration für %1, ausgehend</translation>
    </message>
    <message>
        <source>Configuration for %1, inbound</source>
        <translation>Konfiguration für %1, eingehend</translation>
    </message>
</context>
<context>
    <name>waxseal::ExportTarget</name>
    <message>
        <source>&amp;Key:</source>
        <translation>S&amp;chlüssel:</translation>
    </message>
    <message>
        <source>The hosts&apos; public keys, for TLSA records: SHA-256 in hexadecimal digits, on the command line also the file of a certificate (PEM). Where hosts have different ones: HOST=… for each. On the command line a workspace&apos;s live test of the domain says them.</source>
        <translation>Die öffentlichen Schlüssel der Hosts, für TLSA-Einträge: SHA-256 in Hexadezimalziffern, auf der Kommandozeile auch die Datei eines Zertifikats (PEM). Wo Hosts verschiedene haben: HOST=… für jeden. Auf der Kommandozeile sagt sie auch der Live-Test der Domain in einem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>&amp;Next key:</source>
        <translation>&amp;Nächster Schlüssel:</translation>
    </message>
    <message>
        <source>The keys that come next, published beside the present ones.</source>
        <translation>Die Schlüssel, die als Nächstes kommen, neben den jetzigen veröffentlicht.</translation>
    </message>
    <message>
        <source>&amp;Kept for (seconds):</source>
        <translation>Gültig&amp;keit (Sekunden):</translation>
    </message>
    <message>
        <source>How long senders keep the policy, in seconds: 86400 is a day, 604800 a week, 31557600 the most.</source>
        <translation>Wie lange Absender die Richtlinie behalten, in Sekunden: 86400 ist ein Tag, 604800 eine Woche, 31557600 das Höchste.</translation>
    </message>
    <message>
        <source>&amp;Lookup table:</source>
        <translation>&amp;Nachschlagetabelle:</translation>
    </message>
    <message>
        <source>Postfix&apos;s type of lookup tables: one that “postconf -m” lists on the server; “postconf default_database_type” tells its usual one. Where Berkeley DB is gone: lmdb.</source>
        <translation>Postfix&apos; Typ der Nachschlagetabellen: einer, den „postconf -m“ auf dem Server nennt; „postconf default_database_type“ sagt den üblichen. Wo es Berkeley DB nicht mehr gibt: lmdb.</translation>
    </message>
    <message>
        <source>Your &amp;domain:</source>
        <translation>Ihre &amp;Domain:</translation>
    </message>
    <message>
        <source>The domain of yours whose mail the records are about.</source>
        <translation>Ihre Domain, um deren Mail es in den Einträgen geht.</translation>
    </message>
    <message>
        <source>MX &amp;hosts:</source>
        <translation>MX-&amp;Hosts:</translation>
    </message>
    <message>
        <source>The hosts that its MX records name, as they stand there. On the command line a workspace&apos;s live test of the domain says them.</source>
        <translation>Die Hosts, die ihre MX-Einträge nennen, wie sie dort stehen. Auf der Kommandozeile sagt sie auch der Live-Test der Domain in einem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>&amp;Reports to:</source>
        <translation>&amp;Berichte an:</translation>
    </message>
    <message>
        <source>The mailbox to which others send their TLS reports (RFC 8460). When empty: tlsrpt@ and the domain.</source>
        <translation>Das Postfach, an das andere ihre TLS-Berichte (RFC 8460) senden. Leer: tlsrpt@ und die Domain.</translation>
    </message>
    <message>
        <source>&amp;Directory on the server:</source>
        <translation>&amp;Verzeichnis auf dem Server:</translation>
    </message>
    <message>
        <source>Where the files will lie on the server. Only their text depends on it; nothing is copied there.</source>
        <translation>Wo die Dateien auf dem Server liegen werden. Nur ihr Text hängt davon ab; dorthin wird nichts kopiert.</translation>
    </message>
    <message>
        <source>Own &amp;networks:</source>
        <translation>Eigene &amp;Netze:</translation>
    </message>
    <message>
        <source>Networks of your own, whose mail is not held to inbound requirements. “none”: there are none.</source>
        <translation>Eigene Netze, deren Mail eingehende Anforderungen nicht erfüllen muss. „none“: es gibt keine.</translation>
    </message>
    <message>
        <source>&amp;Configuration:</source>
        <translation>&amp;Konfiguration:</translation>
    </message>
    <message>
        <source>How Exim is configured: Debian&apos;s way, with macros, or one file of your own. It decides which line has to be added once, by hand.</source>
        <translation>Wie Exim konfiguriert ist: auf Debians Art, mit Makros, oder in einer eigenen Datei. Davon hängt ab, welche Zeile einmal von Hand einzufügen ist.</translation>
    </message>
</context>
<context>
    <name>waxseal::FileController</name>
    <message>
        <source>&amp;Open Logs…</source>
        <translation>Pr&amp;otokolle öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>O&amp;rdner öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Workspace…</source>
        <translation>&amp;Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Demo Log</source>
        <translation>&amp;Demo-Protokoll öffnen</translation>
    </message>
    <message>
        <source>A month of a made-up company&apos;s mail server</source>
        <translation>Ein Monat des Mailservers einer erfundenen Firma</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save facts, policy and test results as a workspace</source>
        <translation>Daten, Richtlinie und Testergebnisse als Arbeitsbereich speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>Open Logs</source>
        <translation>Protokolle öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Mail logs (*.log *.log.* mail* *.gz *.xz *.zst *.bz2 *.json)</source>
        <translation>Mail-Protokolle (*.log *.log.* mail* *.gz *.xz *.zst *.bz2 *.json)</translation>
    </message>
    <message>
        <source>Open Folder of Logs</source>
        <translation>Ordner mit Protokollen öffnen</translation>
    </message>
    <message>
        <source>Open Workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Waxseal workspaces (*.waxseal)</source>
        <translation>Waxseal-Arbeitsbereiche (*.waxseal)</translation>
    </message>
    <message>
        <source>Wait until the work that is running has ended, or cancel it, then open the files.</source>
        <translation>Warten, bis die laufende Arbeit fertig ist, oder sie abbrechen; dann die Dateien öffnen.</translation>
    </message>
    <message>
        <source>Only one workspace can be open at a time. Open them one after the other.</source>
        <translation>Nur ein Arbeitsbereich kann zugleich offen sein. Nacheinander öffnen.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <translation>
            <numerusform>%n Datei wird gelesen</numerusform>
            <numerusform>%n Dateien werden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>No mail was found in these files. The import notes say what was skipped, and why.</source>
        <translation>In diesen Dateien wurde keine Mail gefunden. Die Hinweise zum Import sagen, was übergangen wurde und warum.</translation>
    </message>
    <message>
        <source>Cancelled. What was open is unchanged.</source>
        <translation>Abgebrochen. Was offen war, ist unverändert.</translation>
    </message>
    <message>
        <source>this workspace</source>
        <translation>diesem Arbeitsbereich</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Änderungen an %1 speichern?</translation>
    </message>
    <message>
        <source>The policy, test results and facts since the last save would be lost.</source>
        <translation>Richtlinie, Testergebnisse und Daten seit dem letzten Speichern gingen verloren.</translation>
    </message>
    <message>
        <source>Save Workspace</source>
        <translation>Arbeitsbereich speichern</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>mail</translation>
    </message>
    <message>
        <source>Wait until the work that is running has ended, or cancel it, then save.</source>
        <translation>Warten, bis die laufende Arbeit fertig ist, oder sie abbrechen; dann speichern.</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Internal &amp;Networks…</source>
        <translation>Interne &amp;Netze…</translation>
    </message>
    <message>
        <source>All mail in these files came from internal networks, and is not counted. If these are none of your own, change them with Internal Networks in the File menu.</source>
        <translation>Alle Mail in diesen Dateien kam aus internen Netzen und wird nicht gezählt. Sind es keine eigenen, unter Datei, Interne Netze ändern.</translation>
    </message>
    <message>
        <source>Internal Networks</source>
        <translation>Interne Netze</translation>
    </message>
    <message>
        <source>The mail in this workspace was counted with other internal networks. By which shall these logs be counted?</source>
        <translation>Die Mail in diesem Arbeitsbereich wurde mit anderen internen Netzen gezählt. Nach welchen sollen diese Protokolle gezählt werden?</translation>
    </message>
    <message>
        <source>With the new ones, the workspace mixes mail that was counted in two ways. Internal Networks in the File menu reads all of its logs again.</source>
        <translation>Mit den neuen mischt der Arbeitsbereich Mail, die auf zwei Arten gezählt wurde. Datei, Interne Netze liest alle seine Protokolle noch einmal.</translation>
    </message>
    <message>
        <source>&amp;Those of the Workspace</source>
        <translation>&amp;Die des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>The &amp;New Ones</source>
        <translation>Die &amp;neuen</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n report(s)</source>
        <translation>
            <numerusform>%n Bericht wird gelesen</numerusform>
            <numerusform>%n Berichte werden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Google&apos;s “Safer email” table is read. It stands beside the domains in the Policy place.</source>
        <translation>Googles Tabelle „Safer email“ ist gelesen. Sie steht neben den Domains unter Richtlinie.</translation>
    </message>
    <message>
        <source>These TLS reports had been read before.</source>
        <translation>Diese TLS-Berichte waren schon gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n new TLS report(s). The Traffic place says who could not reach us, and why.</source>
        <translation>
            <numerusform>%n neuer TLS-Bericht. Unter Verkehr steht, wer uns nicht erreichen konnte und warum.</numerusform>
            <numerusform>%n neue TLS-Berichte. Unter Verkehr steht, wer uns nicht erreichen konnte und warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in Its Place</source>
        <translation>Stattdessen öffnen</translation>
    </message>
    <message>
        <source>Close what was open before, and open only what was opened last</source>
        <translation>Schließen, was vorher offen war, und nur das zuletzt Geöffnete öffnen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number, and the direction of the mail: 120 Inbound</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no mail that was not there already.</source>
        <translation>%1: keine Mail, die nicht schon da war.</translation>
    </message>
    <message>
        <source>%1 was added to what was open. Messages more: %2.</source>
        <translation>%1 kam zu dem hinzu, was offen war. Zusätzliche Nachrichten: %2.</translation>
    </message>
</context>
<context>
    <name>waxseal::FilterBar</name>
    <message>
        <source>In clear</source>
        <translation>Im Klartext</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Filter domains</source>
        <translation>Domains filtern</translation>
    </message>
    <message>
        <source>Only domains that sent mail in clear</source>
        <translation>Nur Domains, die im Klartext gesendet haben</translation>
    </message>
    <message>
        <source>Only domains that have a requirement of their own</source>
        <translation>Nur Domains mit eigener Anforderung</translation>
    </message>
    <message numerus="yes">
        <source>Filter %n domain(s) (Ctrl+F)</source>
        <translation>
            <numerusform>%n Domain filtern (Strg+F)</numerusform>
            <numerusform>%n Domains filtern (Strg+F)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Filter by live test</source>
        <translation>Nach Live-Test filtern</translation>
    </message>
    <message>
        <source>Only domains whose last live test said this</source>
        <translation>Nur Domains, deren letzter Live-Test dies ergab</translation>
    </message>
    <message>
        <source>Any test</source>
        <translation>Jeder Test</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>kein TLS</translation>
    </message>
    <message>
        <source>encrypt only</source>
        <translation>nur encrypt</translation>
    </message>
    <message>
        <source>verify or more</source>
        <translation>ab verify</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Verliert</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Only domains that lose wanted mail, or would</source>
        <translation>Nur Domains, die erwünschte Mail verlieren oder verlören</translation>
    </message>
    <message>
        <source>Only domains whose requirement was chosen by hand</source>
        <translation>Nur Domains, deren Anforderung von Hand gewählt wurde</translation>
    </message>
    <message>
        <source>Days chosen in the chart</source>
        <translation>Im Diagramm gewählte Tage</translation>
    </message>
    <message>
        <source>Only domains that lose wanted mail on the day chosen in the chart</source>
        <translation>Nur Domains, die am im Diagramm gewählten Tag erwünschte Mail verlieren</translation>
    </message>
    <message>
        <source>What the rows stand for</source>
        <translation>Wofür die Zeilen stehen</translation>
    </message>
    <message>
        <source>By domain</source>
        <translation>Nach Domain</translation>
    </message>
    <message>
        <source>By organisation</source>
        <translation>Nach Organisation</translation>
    </message>
    <message>
        <source>Differs from the policy that is kept</source>
        <translation>Weicht von der behaltenen Richtlinie ab</translation>
    </message>
    <message>
        <source>Only domains of which the two policies require different things</source>
        <translation>Nur Domains, von denen die beiden Richtlinien Verschiedenes verlangen</translation>
    </message>
    <message>
        <source>By host</source>
        <translation>Nach Host</translation>
    </message>
    <message>
        <source>Not as %1</source>
        <extracomment>Only domains in which the policy differs from the one that is kept: its letter.</extracomment>
        <translation>Anders als %1</translation>
    </message>
    <message numerus="yes">
        <source>Filter %n host(s) (Ctrl+F)</source>
        <translation>
            <numerusform>%n Host filtern (Strg+F)</numerusform>
            <numerusform>%n Hosts filtern (Strg+F)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::FrontierChart</name>
    <message>
        <source>What each loss would buy</source>
        <translation>Was jeder Verlust bringt</translation>
    </message>
    <message>
        <source>wanted mail lost</source>
        <translation>erwünschte Mail verloren</translation>
    </message>
    <message>
        <source>mail protected</source>
        <translation>Mail geschützt</translation>
    </message>
    <message>
        <source>no loss · %1</source>
        <translation>kein Verlust · %1</translation>
    </message>
    <message>
        <source>require all: %1 lost · RFC 3207 § 4</source>
        <translation>von allen verlangt: %1 verloren · RFC 3207 § 4</translation>
    </message>
    <message>
        <source>Mail protected (%)</source>
        <translation>Mail geschützt (%)</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>budget %1 · protects %2</source>
        <translation>Budget %1 · schützt %2</translation>
    </message>
    <message>
        <source>No domain is worth requiring TLS of.</source>
        <translation>Bei keiner Domain lohnt es sich, TLS zu verlangen.</translation>
    </message>
    <message numerus="yes">
        <source>Budget %1: protects %2 of wanted mail by requiring TLS of %n domain(s). Requiring it of all loses %3.</source>
        <translation>
            <numerusform>Budget %1: schützt %2 der erwünschten Mail, wenn TLS von %n Domain verlangt wird. Von allen verlangt gehen %3 verloren.</numerusform>
            <numerusform>Budget %1: schützt %2 der erwünschten Mail, wenn TLS von %n Domains verlangt wird. Von allen verlangt gehen %3 verloren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s): %1 of wanted mail protected, %2 lost.</source>
        <translation>
            <numerusform>%n Domain: %1 der erwünschten Mail geschützt, %2 verloren.</numerusform>
            <numerusform>%n Domains: %1 der erwünschten Mail geschützt, %2 verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>protects %1</source>
        <comment>at the budget</comment>
        <translation>schützt %1</translation>
    </message>
    <message>
        <source>require all: %1 lost</source>
        <translation>von allen verlangt: %1 verloren</translation>
    </message>
    <message>
        <source>Wanted mail lost</source>
        <translation>Erwünschte Mail verloren</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>step of a curve</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>your policy %1</source>
        <translation>Ihre Richtlinie %1</translation>
    </message>
    <message>
        <source>best for this loss %1</source>
        <translation>Bestes für diesen Verlust %1</translation>
    </message>
    <message>
        <source>percent of the wanted mail</source>
        <translation>Prozent der erwünschten Mail</translation>
    </message>
    <message>
        <source>Your policy protects %1 and is to be expected to lose %2; the best for that loss protects %3.</source>
        <translation>Ihre Richtlinie schützt %1 und lässt einen Verlust von %2 erwarten; die beste mit diesem Verlust schützt %3.</translation>
    </message>
</context>
<context>
    <name>waxseal::HeaderBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
</context>
<context>
    <name>waxseal::HeroPanel</name>
    <message>
        <source>Accepted %1 of wanted mail</source>
        <extracomment>The first part of one line: Accepted 99.35 % of wanted mail | lost 240 (0.65 %) | protected 83.0 %</extracomment>
        <translation>Angenommen %1 der erwünschten Mail</translation>
    </message>
    <message>
        <source>Accepted %1 of mail</source>
        <translation>Angenommen %1 der Mail</translation>
    </message>
    <message>
        <source>lost %1</source>
        <extracomment>Continues the line that begins with &quot;Accepted&quot;.</extracomment>
        <translation>verloren %1</translation>
    </message>
    <message>
        <source>protected %1</source>
        <extracomment>Continues the line that begins with &quot;Accepted&quot;: mail that arrives as required.</extracomment>
        <translation>geschützt %1</translation>
    </message>
    <message>
        <source>and %1 spam</source>
        <extracomment>Ends the line that begins with &quot;Accepted&quot;: spam that is lost too.</extracomment>
        <translation>und %1 Spam</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>messages (share)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) required</source>
        <translation>
            <numerusform>%n Domain verpflichtet</numerusform>
            <numerusform>%n Domains verpflichtet</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s): nothing is required, nothing is lost</source>
        <translation>
            <numerusform>Nächster %n Tag: Nichts verlangt, nichts verloren</numerusform>
            <numerusform>Nächste %n Tage: Nichts verlangt, nichts verloren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s), %1 of 100 times: %2 lost</source>
        <translation>
            <numerusform>Nächster %n Tag, %1 von 100 Malen: %2 verloren</numerusform>
            <numerusform>Nächste %n Tage, %1 von 100 Malen: %2 verloren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s): at most %1 lost</source>
        <translation>
            <numerusform>Nächster %n Tag: höchstens %1 verloren</numerusform>
            <numerusform>Nächste %n Tage: höchstens %1 verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the hosts behind what is lost, spam included, ever met the requirement.</source>
        <translation>Keiner der Hosts hinter dem Verlorenen, Spam eingeschlossen, erfüllte die Anforderung je.</translation>
    </message>
    <message>
        <source>Of what is lost, spam included, %1 come from hosts that never met the requirement; the others met it at times, or are little known.</source>
        <translation>Vom Verlorenen, Spam eingeschlossen, kommen %1 von Hosts, die die Anforderung nie erfüllten; die anderen erfüllten sie zuweilen oder sind wenig bekannt.</translation>
    </message>
    <message>
        <source>%1 of these messages are judged by live tests: the logs cannot know.</source>
        <translation>%1 dieser Nachrichten sind nach Live-Tests beurteilt: Die Protokolle können es nicht wissen.</translation>
    </message>
    <message>
        <source>What the other side cannot do stays in the queue for days and is then returned.</source>
        <translation>Was die Gegenseite nicht kann, bleibt tagelang in der Warteschlange und kommt dann zurück.</translation>
    </message>
    <message>
        <source>Refused now (5xx): senders get it back as undeliverable at once.</source>
        <translation>Sofort abgewiesen (5xx): Absender bekommen es gleich als unzustellbar zurück.</translation>
    </message>
    <message>
        <source>queued, then returned</source>
        <translation>wartet, kommt dann zurück</translation>
    </message>
    <message>
        <source>retried for days (4xx)</source>
        <translation>tagelang neu versucht (4xx)</translation>
    </message>
    <message>
        <source>returned at once (5xx)</source>
        <translation>kommt sofort zurück (5xx)</translation>
    </message>
    <message>
        <source>Of %1 messages the logs cannot tell whether they would be accepted.</source>
        <translation>Von %1 Nachrichten können die Protokolle nicht sagen, ob sie angenommen würden.</translation>
    </message>
    <message>
        <source>The share of it that arrives as required</source>
        <translation>Der Anteil davon, der wie verlangt ankommt</translation>
    </message>
    <message>
        <source>Messages lost that a scanner called spam: not among the wanted mail</source>
        <translation>Verlorene Nachrichten, die ein Scanner Spam nannte: nicht unter der erwünschten Mail</translation>
    </message>
    <message>
        <source>Nothing is required: all mail is accepted as it comes. Switch a domain on, or choose a preset.</source>
        <translation>Nichts wird verlangt: Alle Mail wird angenommen, wie sie kommt. Eine Domain einschalten oder eine Vorgabe wählen.</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <comment>more or fewer messages</comment>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>%1 protected</source>
        <comment>more or less of the mail</comment>
        <translation>%1 geschützt</translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s): forecasting…</source>
        <translation>
            <numerusform>Nächster %n Tag: wird berechnet …</numerusform>
            <numerusform>Nächste %n Tage: wird berechnet …</numerusform>
        </translation>
    </message>
    <message>
        <source>If the same senders go on as in these logs. The dashed line is the budget, the mark what these logs say.</source>
        <translation>Wenn dieselben Absender weitermachen wie in diesen Protokollen. Die gestrichelte Linie ist das Budget, die Marke das, was diese Protokolle sagen.</translation>
    </message>
    <message>
        <source>Too few data for a range: a forecast needs 14 days of logs whose TLS is known. 95 of 100 times the loss stays below this.</source>
        <translation>Zu wenig Daten für einen Bereich: Eine Vorhersage braucht 14 Tage Protokoll mit bekanntem TLS. In 95 von 100 Malen bleibt der Verlust darunter.</translation>
    </message>
    <message>
        <source>Refused later (4xx): senders retry for days, then give up.</source>
        <translation>Später abgelehnt (4xx): Absender versuchen es tagelang, dann geben sie auf.</translation>
    </message>
</context>
<context>
    <name>waxseal::HistoryModel</name>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Getestet</translation>
    </message>
    <message>
        <source>Delivered up to</source>
        <translation>Zugestellt bis</translation>
    </message>
    <message>
        <source>Changed since the test before</source>
        <translation>Seit dem Test davor geändert</translation>
    </message>
</context>
<context>
    <name>waxseal::HostListModel</name>
    <message>
        <source>not in the log</source>
        <translation>nicht im Protokoll</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>domains</comment>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Wanted messages of the host that the policy loses</source>
        <translation>Erwünschte Nachrichten des Hosts, die mit der Richtlinie verloren gehen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>For domains</source>
        <translation>Für Domains</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Über TLS</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Verliert</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
</context>
<context>
    <name>waxseal::HostTableModel</name>
    <message>
        <source>not in the log</source>
        <translation>nicht im Protokoll</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Über TLS</translation>
    </message>
    <message>
        <source>Would lose</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Last version</source>
        <translation>Letzte Version</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
</context>
<context>
    <name>waxseal::ImportReport</name>
    <message>
        <source>Files read</source>
        <translation>Gelesene Dateien</translation>
    </message>
    <message>
        <source>What the import says</source>
        <translation>Was der Import sagt</translation>
    </message>
    <message>
        <source>Every line was understood, and nothing is missing.</source>
        <translation>Jede Zeile wurde verstanden, und nichts fehlt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more note(s), mostly of the same kind.</source>
        <translation>
            <numerusform>%Ln weiterer Hinweis, meist gleicher Art.</numerusform>
            <numerusform>%Ln weitere Hinweise, meist gleicher Art.</numerusform>
        </translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>format, kind of line</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s)</source>
        <translation>
            <numerusform>%Ln weitere Datei</numerusform>
            <numerusform>%Ln weitere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Size, unpacked</source>
        <translation>Größe, entpackt</translation>
    </message>
</context>
<context>
    <name>waxseal::ListDialog</name>
    <message>
        <source>Domains to test</source>
        <translation>Zu testende Domains</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Test</translation>
    </message>
    <message>
        <source>&amp;Load a File…</source>
        <translation>Datei &amp;laden …</translation>
    </message>
    <message>
        <source>Load Domains</source>
        <translation>Domains laden</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>One domain a line, or separated by commas.</source>
        <translation>Eine Domain je Zeile, oder durch Kommas getrennt.</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n Domain</numerusform>
            <numerusform>%n Domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n doppelt</numerusform>
            <numerusform>%n doppelt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, such as “%1”</source>
        <translation>
            <numerusform>%n ausgelassen: „%1“</numerusform>
            <numerusform>%n ausgelassen, etwa „%1“</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest is too long and left out</source>
        <translation>der Rest ist zu lang und bleibt weg</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Test %n Domain(s)</source>
        <translation>
            <numerusform>%n Domain &amp;testen</numerusform>
            <numerusform>%n Domains &amp;testen</numerusform>
        </translation>
    </message>
    <message>
        <source>Text and CSV (*.txt *.csv *.tsv)</source>
        <translation>Text und CSV (*.txt *.csv *.tsv)</translation>
    </message>
</context>
<context>
    <name>waxseal::MainWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Traffic</source>
        <translation>&amp;Verkehr</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>&amp;Richtlinie</translation>
    </message>
    <message>
        <source>T&amp;ester</source>
        <translation>T&amp;ester</translation>
    </message>
    <message>
        <source>Pl&amp;an</source>
        <translation>Pl&amp;an</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Waxseal</source>
        <translation>Ü&amp;ber Waxseal</translation>
    </message>
    <message>
        <source>The demo log is not part of this installation.</source>
        <translation>Das Demo-Protokoll gehört nicht zu dieser Installation.</translation>
    </message>
    <message>
        <source>Demo: synthetic data</source>
        <translation>Demo: erfundene Daten</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1[*] — Waxseal</source>
        <translation>%1[*] — Waxseal</translation>
    </message>
    <message>
        <source>&amp;What the Figures Mean</source>
        <translation>&amp;Was die Zahlen bedeuten</translation>
    </message>
    <message>
        <source>Te&amp;st</source>
        <translation>&amp;Test</translation>
    </message>
    <message>
        <source>Waxseal[*]</source>
        <translation>Waxseal[*]</translation>
    </message>
    <message>
        <source>&amp;Import Policy…</source>
        <translation>Richtlinie &amp;importieren …</translation>
    </message>
</context>
<context>
    <name>waxseal::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>waxseal::NetworksDialog</name>
    <message>
        <source>Internal Networks</source>
        <translation>Interne Netze</translation>
    </message>
    <message>
        <source>&amp;Mail from these networks is our own and is not counted as inbound:</source>
        <translation>&amp;Mail aus diesen Netzen ist die eigene und zählt nicht als eingehend:</translation>
    </message>
    <message>
        <source>Internal networks, one a line</source>
        <translation>Interne Netze, eines je Zeile</translation>
    </message>
    <message>
        <source>One network a line, as 192.0.2.0/24 or 2001:db8::/32. Nothing: count all.</source>
        <translation>Ein Netz je Zeile, wie 192.0.2.0/24 oder 2001:db8::/32. Leer: alles zählen.</translation>
    </message>
    <message>
        <source>&amp;Read Logs Again</source>
        <translation>Protokolle &amp;erneut lesen</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>&amp;Defaults</source>
        <translation>&amp;Standardwerte</translation>
    </message>
    <message>
        <source>“%1” is not a network.</source>
        <translation>„%1“ ist kein Netz.</translation>
    </message>
</context>
<context>
    <name>waxseal::OutcomeChart</name>
    <message>
        <source>Accepted and lost by day</source>
        <translation>Mail nach Tagen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>What the bars show</source>
        <translation>Was die Balken zeigen</translation>
    </message>
    <message>
        <source>No mail.</source>
        <translation>Keine Mail.</translation>
    </message>
    <message>
        <source>Accepted: %1; lost: %2; spam lost: %3; unknown: %4</source>
        <translation>Angenommen: %1; verloren: %2; Spam verloren: %3; unbekannt: %4</translation>
    </message>
    <message>
        <source>%1 to %2. %3.</source>
        <translation>%1 bis %2. %3.</translation>
    </message>
    <message>
        <source>lost: scale × %1</source>
        <translation>verloren: Maßstab × %1</translation>
    </message>
    <message>
        <source>accepted %1</source>
        <translation>angenommen %1</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>verloren %1</translation>
    </message>
    <message>
        <source>lost spam %1</source>
        <translation>verlorener Spam %1</translation>
    </message>
    <message>
        <source>unknown %1</source>
        <translation>unbekannt %1</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>series: messages (share of the day)</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>spam lost: %1</source>
        <translation>Spam verloren: %1</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Days from</source>
        <translation>Tage ab</translation>
    </message>
    <message>
        <source>lost spam</source>
        <translation>verlorener Spam</translation>
    </message>
    <message>
        <source>percent of the wanted mail of a day</source>
        <translation>Prozent der erwünschten Mail eines Tages</translation>
    </message>
    <message>
        <source>wanted mail, %1</source>
        <translation>erwünschte Mail, %1</translation>
    </message>
</context>
<context>
    <name>waxseal::OutcomePanel</name>
    <message>
        <source>What each loss would buy</source>
        <translation>Was jeder Verlust bringt</translation>
    </message>
    <message>
        <source>RFC 3207, section 4: a publicly-referenced server must not require STARTTLS. Requiring it keeps spam away only until spammers adapt. MTA-STS, DANE and TLS-RPT get encryption from those who can without losing those who cannot.</source>
        <translation>RFC 3207, Abschnitt 4: Ein öffentlich bekannter Server darf STARTTLS nicht verlangen. Spam hält das nur fern, bis Spammer sich anpassen. Mit MTA-STS, DANE und TLS-RPT verschlüsseln alle, die es können, ohne dass die übrigen verloren gehen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close remark</source>
        <translation>Bemerkung schließen</translation>
    </message>
    <message>
        <source>%1: %2 lost, %3 spam</source>
        <extracomment>What switching the domain under the mouse would do: name, wanted messages, spam.</extracomment>
        <translation>%1: %2 verloren, %3 Spam</translation>
    </message>
    <message>
        <source>%1: %2 lost</source>
        <translation>%1: %2 verloren</translation>
    </message>
</context>
<context>
    <name>waxseal::PeriodBar</name>
    <message>
        <source>P&amp;eriod</source>
        <translation>Z&amp;eitraum</translation>
    </message>
    <message>
        <source>&amp;All Days</source>
        <translation>&amp;Alle Tage</translation>
    </message>
    <message>
        <source>Days of the logs</source>
        <translation>Tage der Protokolle</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Look at all days</source>
        <translation>Alle Tage ansehen</translation>
    </message>
    <message numerus="yes">
        <source>Last %n Day(s)</source>
        <translation>
            <numerusform>Letzter Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>A month and its year as QLocale reads them.</extracomment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>&amp;From a Day to a Day…</source>
        <translation>&amp;Von Tag bis Tag …</translation>
    </message>
    <message>
        <source>&amp;Compare Two Periods…</source>
        <translation>Zwei Zeiträume ver&amp;gleichen …</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>All days of the logs are looked at</source>
        <translation>Alle Tage der Protokolle werden betrachtet</translation>
    </message>
    <message>
        <source>Only mail of these days is looked at, in every place</source>
        <translation>Nur Mail dieser Tage wird betrachtet, überall</translation>
    </message>
</context>
<context>
    <name>waxseal::PolicyActions</name>
    <message>
        <source>&amp;Require</source>
        <translation>&amp;Verlangen</translation>
    </message>
    <message>
        <source>&amp;Encrypt or Nothing</source>
        <translation>V&amp;erschlüsselt oder gar nicht</translation>
    </message>
    <message>
        <source>&amp;Drop Requirement</source>
        <translation>Anforderung au&amp;fheben</translation>
    </message>
    <message>
        <source>Include &amp;Subdomains</source>
        <translation>&amp;Subdomains einschließen</translation>
    </message>
    <message>
        <source>Encrypt Whole &amp;Organisation</source>
        <translation>Von ganzer &amp;Organisation verlangen</translation>
    </message>
    <message>
        <source>&amp;Test Domain</source>
        <translation>Domain &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Encrypt %1 and All &amp;Below It</source>
        <translation>Von %1 und allem &amp;darunter verlangen</translation>
    </message>
    <message>
        <source>Let &amp;Presets Decide Again</source>
        <translation>&amp;Vorgaben wieder entscheiden lassen</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz …</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on %1:</source>
        <translation>Notiz zu %1:</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>&amp;Stumm schalten</translation>
    </message>
    <message>
        <source>Warnings and advice do not name the domain</source>
        <translation>Warnungen und Ratschläge nennen die Domain nicht</translation>
    </message>
</context>
<context>
    <name>waxseal::PolicyBar</name>
    <message>
        <source>None</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Require nothing of anybody</source>
        <translation>Von niemandem etwas verlangen</translation>
    </message>
    <message>
        <source>Require encrypt of every domain that has lost nothing by it in these logs</source>
        <translation>encrypt von jeder Domain verlangen, die dadurch in diesen Protokollen nichts verloren hat</translation>
    </message>
    <message>
        <source>Require encrypt of as much mail as the budget buys</source>
        <translation>encrypt von so viel Mail verlangen, wie das Budget erlaubt</translation>
    </message>
    <message>
        <source>Require encrypt of everybody; RFC 3207 section 4 says a public server must not</source>
        <translation>encrypt von allen verlangen; laut RFC 3207 Abschnitt 4 darf ein öffentlicher Server das nicht</translation>
    </message>
    <message>
        <source>Require Nothing</source>
        <translation>Nichts verlangen</translation>
    </message>
    <message>
        <source>Require within Budget</source>
        <translation>Im Budget verlangen</translation>
    </message>
    <message>
        <source>Require of All</source>
        <translation>Von allen verlangen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Loss budget in percent</source>
        <translation>Verlustbudget in Prozent</translation>
    </message>
    <message>
        <source>The share of wanted mail that may be lost</source>
        <translation>Der Anteil erwünschter Mail, der verloren gehen darf</translation>
    </message>
    <message>
        <source>&#xa0;%</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Requirement for all other domains</source>
        <translation>Anforderung an alle übrigen Domains</translation>
    </message>
    <message>
        <source>Required of every domain that has no requirement of its own</source>
        <translation>Verlangt von jeder Domain ohne eigene Anforderung</translation>
    </message>
    <message>
        <source>How to refuse</source>
        <translation>Wie abgelehnt wird</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>O&amp;thers</source>
        <translation>Übri&amp;ge</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Require within %1 Budget</source>
        <translation>Im Budget von %1 verlangen</translation>
    </message>
    <message>
        <source>&amp;Live tests</source>
        <translation>&amp;Live-Tests</translation>
    </message>
    <message>
        <source>Where the logs cannot know what dane, verify or secure would do to a message, the last live test of its domain decides. Off: such messages count as unknown.</source>
        <translation>Wo die Logs nicht wissen können, was dane, verify oder secure mit einer Nachricht täten, entscheidet der letzte Live-Test ihrer Domain. Aus: Solche Nachrichten zählen als unbekannt.</translation>
    </message>
    <message>
        <source>Requirements chosen by hand: presets and the budget leave them as they are</source>
        <translation>Von Hand gewählte Anforderungen: Vorgaben und Budget lassen sie, wie sie sind</translation>
    </message>
    <message>
        <source>&amp;Show Them</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Let Presets Decide Again</source>
        <translation>&amp;Vorgaben wieder entscheiden lassen</translation>
    </message>
    <message>
        <source>+ %1 by hand</source>
        <translation>+ %1 von Hand</translation>
    </message>
    <message>
        <source>No Loss</source>
        <translation>Kein Verlust</translation>
    </message>
    <message>
        <source>Require encrypt of everybody</source>
        <translation>encrypt von allen verlangen</translation>
    </message>
    <message>
        <source>Require at No Loss</source>
        <translation>Ohne Verlust verlangen</translation>
    </message>
    <message>
        <source>Refuse with 4xx: the sender retries for days, and may come back over TLS</source>
        <translation>Mit 4xx ablehnen: Der Absender versucht es tagelang und kommt vielleicht über TLS wieder</translation>
    </message>
    <message>
        <source>Refuse with 5xx: the sender gets it back as undeliverable at once</source>
        <translation>Mit 5xx ablehnen: Der Absender erhält die Mail sofort als unzustellbar zurück</translation>
    </message>
    <message numerus="yes">
        <source>%1, in place of %n other choice(s)</source>
        <extracomment>A step to undo: &quot;Require at No Loss, in place of 37 other choices&quot;</extracomment>
        <translation>
            <numerusform>%1, statt %n anderer Einstellung</numerusform>
            <numerusform>%1, statt %n anderer Einstellungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::PolicyImportDialog</name>
    <message>
        <source>Import Policy</source>
        <translation>Richtlinie importieren</translation>
    </message>
    <message>
        <source>What does the server require already? Paste the output of “postconf -n”, an access map (check_sender_access) or an smtp_tls_policy map, or open the files. It becomes the policy in force, and policy A, to compare with.</source>
        <translation>Was verlangt der Server schon? Fügen Sie die Ausgabe von „postconf -n“, eine Zugriffstabelle (check_sender_access) oder eine Tabelle smtp_tls_policy ein, oder öffnen Sie die Dateien. Daraus wird die geltende Richtlinie und, zum Vergleich, Richtlinie A.</translation>
    </message>
    <message>
        <source>Configuration to read</source>
        <translation>Zu lesende Konfiguration</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>Was verstanden wurde</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>Verstanden als</translation>
    </message>
    <message>
        <source>&amp;Open Files…</source>
        <translation>Dateien ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Open Configuration</source>
        <translation>Konfiguration öffnen</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ lässt sich nicht lesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) say what is required.</source>
        <translation>
            <numerusform>%n Zeile sagt, was verlangt wird.</numerusform>
            <numerusform>%n Zeilen sagen, was verlangt wird.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) had to be left out.</source>
        <translation>
            <numerusform>%n Zeile musste ausgelassen werden.</numerusform>
            <numerusform>%n Zeilen mussten ausgelassen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>These tables are named and have not been read yet: %1</source>
        <translation>Diese Tabellen werden genannt und sind noch nicht gelesen: %1</translation>
    </message>
</context>
<context>
    <name>waxseal::PolicyPage</name>
    <message>
        <source>&amp;Find Domain</source>
        <translation>Domain &amp;finden</translation>
    </message>
    <message>
        <source>&amp;Details of the Domain</source>
        <translation>Einzelheiten zur &amp;Domain</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>waxseal::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>noch %n Sekunde</numerusform>
            <numerusform>noch %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>noch %n Minute</numerusform>
            <numerusform>noch %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 Nachrichten</translation>
    </message>
</context>
<context>
    <name>waxseal::Recommendation</name>
    <message>
        <source>Require at No Loss</source>
        <translation>Ohne Verlust verlangen</translation>
    </message>
    <message>
        <source>What the logs recommend</source>
        <translation>Was die Protokolle empfehlen</translation>
    </message>
    <message>
        <source>Require within %1 Budget</source>
        <translation>Im Budget von %1 verlangen</translation>
    </message>
    <message>
        <source>No domain with three messages or more has used TLS for all of its wanted mail. Set requirements in Policy, or look at the standard way below.</source>
        <translation>Keine Domain mit drei oder mehr Nachrichten hat für alle erwünschte Mail TLS benutzt. Unter „Richtlinie“ Anforderungen setzen oder unten den Standardweg ansehen.</translation>
    </message>
    <message>
        <source>in, for the budget: they lose least for each message that they protect.</source>
        <translation>dabei, im Rahmen des Budgets: Hier geht je geschützter Nachricht am wenigsten verloren.</translation>
    </message>
    <message>
        <source>out: fewer than three messages, no wanted mail over TLS, or not a domain name.</source>
        <translation>nicht dabei: weniger als drei Nachrichten, keine erwünschte Mail über TLS oder kein Domainname.</translation>
    </message>
    <message>
        <source>out: never seen over TLS. Requiring it would protect nothing, and lose everything.</source>
        <translation>nicht dabei: nie über TLS gesehen. Die Anforderung würde nichts schützen, und alles ginge verloren.</translation>
    </message>
    <message>
        <source>The logs do not tell of %1 of the wanted mail whether it came over TLS: too little to recommend anything for all of it.</source>
        <translation>Von %1 der erwünschten Mail sagen die Protokolle nicht, ob sie über TLS kam: zu wenig, um etwas für alles zu empfehlen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s) used TLS for all wanted mail, in three messages or more. Requiring encryption of just these would have lost none of it, and protects %1; about %2 of the wanted mail is to be expected lost in the next period, for what is not seen yet.</source>
        <translation>
            <numerusform>%Ln Domain nutzte TLS für alle erwünschte Mail, in drei oder mehr Nachrichten. Nur von ihr Verschlüsselung zu verlangen, hätte davon nichts verloren und schützt %1; etwa %2 der erwünschten Mail sind in der nächsten Zeit als Verlust zu erwarten, für das noch nicht Gesehene.</numerusform>
            <numerusform>%Ln Domains nutzten TLS für alle erwünschte Mail, in drei oder mehr Nachrichten. Nur von ihnen Verschlüsselung zu verlangen, hätte davon nichts verloren und schützt %1; etwa %2 der erwünschten Mail sind in der nächsten Zeit als Verlust zu erwarten, für das noch nicht Gesehene.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A loss budget of %1 buys %Ln domain(s), and protects %2; %3 of the wanted mail is to be expected lost.</source>
        <translation>
            <numerusform>Ein Verlustbudget von %1 kauft %Ln Domain und schützt %2; %3 der erwünschten Mail sind als Verlust zu erwarten.</numerusform>
            <numerusform>Ein Verlustbudget von %1 kauft %Ln Domains und schützt %2; %3 der erwünschten Mail sind als Verlust zu erwarten.</numerusform>
        </translation>
    </message>
    <message>
        <source>in: all their wanted mail came over TLS, and they protect most for what they may lose.</source>
        <translation>dabei: Alle ihre erwünschte Mail kam über TLS, und sie schützen am meisten für das, was sie verlieren mögen.</translation>
    </message>
    <message>
        <source>out: they must be expected to lose more than the budget allows.</source>
        <translation>nicht dabei: Von ihnen ist mehr Verlust zu erwarten, als das Budget erlaubt.</translation>
    </message>
    <message numerus="yes">
        <source>%1, in place of %n other choice(s)</source>
        <translation>
            <numerusform>%1, statt %n anderer Einstellung</numerusform>
            <numerusform>%1, statt %n anderer Einstellungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::ResultModel</name>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>kein Eintrag</translation>
    </message>
    <message>
        <source>several records, so none counts</source>
        <translation>mehrere Einträge, darum gilt keiner</translation>
    </message>
    <message>
        <source>the record is not valid</source>
        <translation>der Eintrag ist ungültig</translation>
    </message>
    <message>
        <source>look-up failed</source>
        <translation>Abfrage misslungen</translation>
    </message>
    <message>
        <source>the policy cannot be used: %1</source>
        <translation>die Richtlinie ist nicht brauchbar: %1</translation>
    </message>
    <message>
        <source>mode enforce</source>
        <translation>Modus enforce</translation>
    </message>
    <message>
        <source>mode testing</source>
        <translation>Modus testing</translation>
    </message>
    <message>
        <source>mode none</source>
        <translation>Modus none</translation>
    </message>
    <message>
        <source>good: %1</source>
        <translation>gut: %1</translation>
    </message>
    <message>
        <source>problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>remark: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>no route from here</source>
        <translation>keine Route dorthin</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>not tested (throttled)</source>
        <translation>nicht getestet (gedrosselt)</translation>
    </message>
    <message>
        <source>not tested (too slow)</source>
        <translation>nicht getestet (zu langsam)</translation>
    </message>
    <message>
        <source>hung up at once</source>
        <translation>trennte sofort</translation>
    </message>
    <message>
        <source>does not speak SMTP</source>
        <translation>spricht kein SMTP</translation>
    </message>
    <message>
        <source>the proxy would not connect</source>
        <translation>der Proxy verband nicht</translation>
    </message>
    <message>
        <source>looking up its mail servers…</source>
        <translation>sucht ihre Mailserver …</translation>
    </message>
    <message>
        <source>connection %1: %2</source>
        <translation>Verbindung %1: %2</translation>
    </message>
    <message>
        <source>accepts no mail (null MX, RFC 7505)</source>
        <translation>nimmt keine Post an (Null-MX, RFC 7505)</translation>
    </message>
    <message>
        <source>no MX record: the domain itself is the host</source>
        <translation>kein MX-Eintrag: die Domain selbst ist der Host</translation>
    </message>
    <message>
        <source>preference %1</source>
        <translation>Präferenz %1</translation>
    </message>
    <message>
        <source>TLSA %1</source>
        <translation>TLSA %1</translation>
    </message>
    <message>
        <source>TLSA records</source>
        <translation>TLSA-Einträge</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>STARTTLS works</source>
        <translation>STARTTLS geht</translation>
    </message>
    <message>
        <source>STARTTLS is offered, not required</source>
        <translation>STARTTLS wird angeboten, nicht verlangt</translation>
    </message>
    <message>
        <source>as RFC 3207 says</source>
        <translation>wie es RFC 3207 sagt</translation>
    </message>
    <message>
        <source>Certificate chain complete and trusted, until %1</source>
        <translation>Zertifikatskette vollständig und vertrauenswürdig, bis %1</translation>
    </message>
    <message>
        <source>A command sent before the handshake is ignored</source>
        <translation>Ein Befehl vor dem Handshake wird übergangen</translation>
    </message>
    <message>
        <source>MTA-STS</source>
        <translation>MTA-STS</translation>
    </message>
    <message>
        <source>TLS-RPT</source>
        <translation>TLS-RPT</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>the record is not valid: %1</source>
        <translation>der Eintrag ist ungültig: %1</translation>
    </message>
    <message>
        <source>refuses our greeting</source>
        <translation>weist unsere Begrüßung ab</translation>
    </message>
    <message>
        <source>this machine itself: not tested</source>
        <translation>dieser Rechner selbst: nicht getestet</translation>
    </message>
</context>
<context>
    <name>waxseal::ResultPanel</name>
    <message>
        <source>Tested %1</source>
        <translation>Getestet %1</translation>
    </message>
    <message>
        <source>an earlier test</source>
        <translation>ein früherer Test</translation>
    </message>
    <message>
        <source>nothing has changed since %1</source>
        <translation>seit %1 hat sich nichts geändert</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since %1:</source>
        <translation>
            <numerusform>%n Änderung seit %1:</numerusform>
            <numerusform>%n Änderungen seit %1:</numerusform>
        </translation>
    </message>
    <message>
        <source>More under History.</source>
        <translation>Mehr unter Verlauf.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test läuft …</translation>
    </message>
</context>
<context>
    <name>waxseal::ResultTree</name>
    <message>
        <source>What the test found</source>
        <translation>Was der Test fand</translation>
    </message>
</context>
<context>
    <name>waxseal::ShareBar</name>
    <message>
        <source>%1 %2</source>
        <comment>legend: name, share</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>legend: name, messages</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>waxseal::StatusLine</name>
    <message>
        <source>What was skipped and why, and which log setting would tell more</source>
        <translation>Was übergangen wurde und warum, und welche Protokolleinstellung mehr sagen würde</translation>
    </message>
    <message>
        <source>No log is open</source>
        <translation>Kein Protokoll geöffnet</translation>
    </message>
    <message>
        <source>Demo: synthetic data</source>
        <translation>Demo: erfundene Daten</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 inbound message(s)</source>
        <translation>
            <numerusform>%1 eingehende Nachricht</numerusform>
            <numerusform>%1 eingehende Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 outbound message(s)</source>
        <translation>
            <numerusform>%1 ausgehende Nachricht</numerusform>
            <numerusform>%1 ausgehende Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 submitted message(s)</source>
        <translation>
            <numerusform>%1 eingelieferte Nachricht</numerusform>
            <numerusform>%1 eingelieferte Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n Domain</numerusform>
            <numerusform>%n Domains</numerusform>
        </translation>
    </message>
    <message>
        <source>Not counted: %1</source>
        <translation>Nicht gezählt: %1</translation>
    </message>
    <message>
        <source>%1 re-injected</source>
        <translation>%1 wiedereingespeist</translation>
    </message>
    <message>
        <source>%1 authenticated</source>
        <translation>%1 authentifiziert</translation>
    </message>
    <message>
        <source>%1 internal</source>
        <translation>%1 intern</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%n import note(s)</source>
        <translation>
            <numerusform>%n Hinweis zum Import</numerusform>
            <numerusform>%n Hinweise zum Import</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 forwarded</source>
        <translation>%1 weitergeleitet</translation>
    </message>
</context>
<context>
    <name>waxseal::TestBar</name>
    <message>
        <source>&amp;Run Test</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Domain, such as example.com</source>
        <translation>Domain, etwa example.com</translation>
    </message>
    <message>
        <source>Domain to test</source>
        <translation>Zu testende Domain</translation>
    </message>
    <message>
        <source>Progress of the tests</source>
        <translation>Fortschritt der Tests</translation>
    </message>
    <message>
        <source>Test settings</source>
        <translation>Test-Einstellungen</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>Domains tested in a second.</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
</context>
<context>
    <name>waxseal::TestDetails</name>
    <message>
        <source>Details of the test</source>
        <translation>Einzelheiten des Tests</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>DNS-Antworten</translation>
    </message>
    <message>
        <source>TLSA record that fits the key in use</source>
        <translation>TLSA-Eintrag, der zum benutzten Schlüssel passt</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>K&amp;opieren</translation>
    </message>
    <message>
        <source>Copy the TLSA record</source>
        <translation>TLSA-Eintrag kopieren</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Earlier tests</source>
        <translation>Frühere Tests</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>History (%1)</source>
        <translation>Verlauf (%1)</translation>
    </message>
    <message>
        <source>T&amp;LSA record for this key</source>
        <translation>T&amp;LSA-Eintrag für diesen Schlüssel</translation>
    </message>
    <message>
        <source>Summary of the batch</source>
        <translation>Zusammenfassung des Stapels</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>What, and why</source>
        <translation>Was und warum</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>waxseal::TestSettingsDialog</name>
    <message>
        <source>Test Settings</source>
        <translation>Testeinstellungen</translation>
    </message>
    <message>
        <source>The system&apos;s resolver</source>
        <translation>Der Resolver des Systems</translation>
    </message>
    <message>
        <source>The root servers downwards</source>
        <translation>Von den Rootservern abwärts</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>Dieser Server</translation>
    </message>
    <message>
        <source>The root&apos;s own</source>
        <translation>Der Anker der Root-Zone</translation>
    </message>
    <message>
        <source>The system&apos;s certificates</source>
        <translation>Die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>None, or 192.0.2.1:1080</source>
        <translation>Keiner, oder 192.0.2.1:1080</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Resolver:</source>
        <translation>&amp;Resolver:</translation>
    </message>
    <message>
        <source>DNS &amp;server:</source>
        <translation>DNS-&amp;Server:</translation>
    </message>
    <message>
        <source>Trust &amp;anchor file:</source>
        <translation>Datei mit Vertrauens&amp;anker:</translation>
    </message>
    <message>
        <source>SMTP &amp;port:</source>
        <translation>SMTP-&amp;Port:</translation>
    </message>
    <message>
        <source>SOCKS5 pro&amp;xy:</source>
        <translation>SOCKS5-Pro&amp;xy:</translation>
    </message>
    <message>
        <source>&amp;Own domains:</source>
        <translation>&amp;Eigene Domains:</translation>
    </message>
    <message>
        <source>Own domains are asked with MAIL FROM:&lt;&gt; whether they require TLS. Never a recipient, never a message; but the other side may log it.</source>
        <translation>Eigene Domains werden mit MAIL FROM:&lt;&gt; gefragt, ob sie TLS verlangen. Nie ein Empfänger, nie eine Nachricht; aber die Gegenseite kann es protokollieren.</translation>
    </message>
    <message>
        <source>Say &amp;MAIL FROM:&lt;&gt; in clear to every server</source>
        <translation>Jedem Server unverschlüsselt &amp;MAIL FROM:&lt;&gt; sagen</translation>
    </message>
    <message>
        <source>Send a command &amp;behind STARTTLS, to see whether it is obeyed</source>
        <translation>Einen &amp;Befehl hinter STARTTLS senden und sehen, ob er befolgt wird</translation>
    </message>
    <message>
        <source>Trust Anchor</source>
        <translation>Vertrauensanker</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>CA-&amp;Datei:</translation>
    </message>
    <message>
        <source>CA File</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>&#xa0;s</source>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>ADDRESS:PORT, or USER:PASSWORD@ADDRESS:PORT; kept in clear with the settings</source>
        <translation>ADRESSE:PORT oder BENUTZER:PASSWORT@ADRESSE:PORT; liegt unverschlüsselt bei den Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Longest test of an address:</source>
        <translation>&amp;Längster Test einer Adresse:</translation>
    </message>
    <message>
        <source>Addresses beg&amp;un in a second:</source>
        <translation>Begonnene Adressen &amp;je Sekunde:</translation>
    </message>
    <message>
        <source>Choose a File…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose a File… (Ctrl+O)</source>
        <translation>Datei wählen … (Strg+O)</translation>
    </message>
    <message>
        <source>The DNS server is an address, such as 192.0.2.53 or 192.0.2.53@5353.</source>
        <translation>Der DNS-Server ist eine Adresse, etwa 192.0.2.53 oder 192.0.2.53@5353.</translation>
    </message>
    <message>
        <source>The proxy is an address and a port, such as 192.0.2.1:1080 or [2001:db8::1]:1080.</source>
        <translation>Der Proxy ist eine Adresse mit Port, etwa 192.0.2.1:1080 oder [2001:db8::1]:1080.</translation>
    </message>
    <message>
        <source>“%1” is not a domain name.</source>
        <translation>„%1“ ist kein Domainname.</translation>
    </message>
    <message>
        <source>More than four only for servers of your own: others count connections and shut their door.</source>
        <translation>Mehr als vier nur bei eigenen Servern: Andere zählen Verbindungen und machen dicht.</translation>
    </message>
    <message>
        <source>&amp;Connections to an address in a run:</source>
        <translation>&amp;Verbindungen zu einer Adresse je Lauf:</translation>
    </message>
    <message>
        <source>Whose delivery is foretold: what differs between mail servers is judged as this one does.</source>
        <translation>Wessen Zustellung vorhergesagt wird: Worin sich Mailserver unterscheiden, wird wie bei diesem beurteilt.</translation>
    </message>
    <message>
        <source>This machine&apos;s: %1</source>
        <translation>Der dieses Rechners: %1</translation>
    </message>
    <message>
        <source>This machine&apos;s, and: 192.0.2.1, 2001:db8::1</source>
        <translation>Die dieses Rechners und: 192.0.2.1, 2001:db8::1</translation>
    </message>
    <message>
        <source>Where the sender would meet itself, so that mail would loop (Postfix: proxy_interfaces)</source>
        <translation>Wo der Absender auf sich selbst träfe, sodass Mail im Kreis liefe (Postfix: proxy_interfaces)</translation>
    </message>
    <message>
        <source>Sen&amp;der:</source>
        <translation>A&amp;bsender:</translation>
    </message>
    <message>
        <source>Name in &amp;EHLO:</source>
        <translation>Name in &amp;EHLO:</translation>
    </message>
    <message>
        <source>O&amp;wn addresses:</source>
        <translation>E&amp;igene Adressen:</translation>
    </message>
    <message>
        <source>The name in EHLO is a host name, such as mail.example.org.</source>
        <translation>Der Name in EHLO ist ein Hostname wie mail.example.org.</translation>
    </message>
    <message>
        <source>“%1” is no address.</source>
        <translation>„%1“ ist keine Adresse.</translation>
    </message>
</context>
<context>
    <name>waxseal::TestedList</name>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the tested domains</source>
        <translation>Getestete Domains filtern</translation>
    </message>
    <message>
        <source>Tested domains</source>
        <translation>Getestete Domains</translation>
    </message>
</context>
<context>
    <name>waxseal::TestedModel</name>
    <message>
        <source>waiting…</source>
        <translation>wartet…</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Getestet</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>wird getestet …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The time before: %1</source>
        <translation>Das Mal davor: %1</translation>
    </message>
    <message>
        <source>%1, the time before %2</source>
        <translation>%1, das Mal davor %2</translation>
    </message>
    <message>
        <source>The strictest of Postfix&apos;s security levels at which mail to the domain is delivered</source>
        <translation>Die strengste Sicherheitsstufe von Postfix, auf der Post an die Domain zugestellt wird</translation>
    </message>
    <message>
        <source>Delivered up to</source>
        <translation>Zugestellt bis</translation>
    </message>
</context>
<context>
    <name>waxseal::TesterPage</name>
    <message>
        <source>“%1” is not a domain name. Type one such as example.com.</source>
        <translation>„%1“ ist kein Domainname. Einen eingeben, etwa example.com.</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n domain(s) were not tested.</source>
        <translation>
            <numerusform>Abgebrochen. %n Domain wurde nicht getestet.</numerusform>
            <numerusform>Abgebrochen. %n Domains wurden nicht getestet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Test a domain</source>
        <translation>Eine Domain testen</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>Wartet, bis sie an der Reihe ist…</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>Noch nicht getestet.</translation>
    </message>
    <message>
        <source>Type a domain above, or test all domains of the table. A test looks up the mail servers, opens at most four connections to each address, one at a time, and sends no mail. The answer: at which of Postfix&apos;s security levels mail to the domain is delivered, and why.</source>
        <translation>Tippen Sie oben eine Domain ein oder testen Sie alle Domains der Tabelle. Ein Test sucht die Mailserver, öffnet höchstens vier Verbindungen zu jeder Adresse, eine nach der anderen, und sendet keine Post. Die Antwort: auf welchen Sicherheitsstufen von Postfix Post an die Domain zugestellt wird, und warum.</translation>
    </message>
    <message>
        <source>The test is under way.</source>
        <translation>Der Test läuft.</translation>
    </message>
    <message numerus="yes">
        <source>Test &amp;All %n Domain(s)</source>
        <translation>
            <numerusform>&amp;Alle testen (%n Domain)</numerusform>
            <numerusform>&amp;Alle %n Domains testen</numerusform>
        </translation>
    </message>
    <message>
        <source>Test &amp;All Domains</source>
        <translation>&amp;Alle Domains testen</translation>
    </message>
    <message>
        <source>Test a List</source>
        <translation>Eine Liste testen</translation>
    </message>
    <message>
        <source>Paste domains or addresses here, or load a file. Each domain is tested once; no mail is sent.</source>
        <translation>Fügen Sie hier Domains oder Adressen ein oder laden Sie eine Datei. Jede Domain wird einmal getestet; es wird keine Post gesendet.</translation>
    </message>
    <message>
        <source>Test Own Domains</source>
        <translation>Eigene Domains testen</translation>
    </message>
    <message>
        <source>What the world sees of your own mail servers. Here MAIL FROM:&lt;&gt; is said in clear too, to see whether TLS is required; never a recipient, never a message. The list is kept in the test settings.</source>
        <translation>Was die Welt von Ihren eigenen Mailservern sieht. Hier wird auch unverschlüsselt MAIL FROM:&lt;&gt; gesagt, um zu sehen, ob TLS verlangt wird; nie ein Empfänger, nie eine Nachricht. Die Liste bleibt in den Test-Einstellungen.</translation>
    </message>
    <message>
        <source>No server answers on port %1: this network seems to block it, as many do. Test from the mail server itself, or set a SOCKS5 proxy.</source>
        <translation>Kein Server antwortet auf Port %1: Dieses Netz scheint ihn zu sperren, wie viele es tun. Testen Sie vom Mailserver selbst aus oder stellen Sie einen SOCKS5-Proxy ein.</translation>
    </message>
    <message>
        <source>The resolver does not pass DNSSEC on, so DANE cannot be judged. Choose another resolver.</source>
        <translation>Der Resolver reicht DNSSEC nicht durch, DANE lässt sich also nicht beurteilen. Wählen Sie einen anderen Resolver.</translation>
    </message>
    <message>
        <source>Choose a domain in the list.</source>
        <translation>Wählen Sie eine Domain in der Liste.</translation>
    </message>
    <message numerus="yes">
        <source>Test %n domain(s)? At most %1 connections to each address of their mail hosts, one at a time. No mail is sent.</source>
        <extracomment>%1 the most connections to one address.</extracomment>
        <translation>
            <numerusform>%n Domain testen? Höchstens %1 Verbindungen zu jeder Adresse ihrer Mailhosts, eine nach der anderen. Es wird keine Mail gesandt.</numerusform>
            <numerusform>%n Domains testen? Höchstens %1 Verbindungen zu jeder Adresse ihrer Mailhosts, eine nach der anderen. Es wird keine Mail gesandt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The logs know %n of these addresses, for which that makes %1 connections at most.</source>
        <translation>
            <numerusform>Die Protokolle kennen %n dieser Adressen; das macht für sie höchstens %1 Verbindungen.</numerusform>
            <numerusform>Die Protokolle kennen %n dieser Adressen; das macht für sie höchstens %1 Verbindungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) tested.</source>
        <translation>
            <numerusform>%n Domain getestet.</numerusform>
            <numerusform>%n Domains getestet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be tested, or not at every level.</source>
        <translation>
            <numerusform>%n davon konnte nicht oder nicht auf jeder Stufe getestet werden.</numerusform>
            <numerusform>%n davon konnten nicht oder nicht auf jeder Stufe getestet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;quire %1</source>
        <translation>%1 ver&amp;langen</translation>
    </message>
    <message>
        <source>Re&amp;quire This</source>
        <translation>Dies ver&amp;langen</translation>
    </message>
</context>
<context>
    <name>waxseal::TrafficChart</name>
    <message>
        <source>Mail over TLS by day</source>
        <translation>Mail über TLS je Tag</translation>
    </message>
    <message>
        <source>over TLS</source>
        <translation>über TLS</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>plaintext</source>
        <translation>Klartext</translation>
    </message>
</context>
<context>
    <name>waxseal::TrafficPage</name>
    <message numerus="yes">
        <source>%Ln inbound message(s)</source>
        <translation>
            <numerusform>%Ln eingehende Nachricht</numerusform>
            <numerusform>%Ln eingehende Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outbound message(s)</source>
        <translation>
            <numerusform>%Ln ausgehende Nachricht</numerusform>
            <numerusform>%Ln ausgehende Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submitted message(s)</source>
        <translation>
            <numerusform>%Ln eingelieferte Nachricht</numerusform>
            <numerusform>%Ln eingelieferte Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail over TLS, in clear and unknown</source>
        <translation>Mail über TLS, im Klartext und unbekannt</translation>
    </message>
    <message>
        <source>TLS versions</source>
        <translation>TLS-Versionen</translation>
    </message>
    <message>
        <source>Ciphers</source>
        <translation>Chiffren</translation>
    </message>
    <message>
        <source>Spam and TLS</source>
        <translation>Spam und TLS</translation>
    </message>
    <message>
        <source>Busiest domains</source>
        <translation>Domains mit der meisten Mail</translation>
    </message>
    <message>
        <source>Domains in clear</source>
        <translation>Domains im Klartext</translation>
    </message>
    <message>
        <source>Most mail in clear</source>
        <translation>Meiste Mail im Klartext</translation>
    </message>
    <message>
        <source>No mail submitted by own users is in these logs.</source>
        <translation>In diesen Protokollen ist keine von eigenen Benutzern eingelieferte Mail.</translation>
    </message>
    <message>
        <source>No outbound mail is in these logs.</source>
        <translation>In diesen Protokollen ist keine ausgehende Mail.</translation>
    </message>
    <message>
        <source>No inbound mail is in these logs.</source>
        <translation>In diesen Protokollen ist keine eingehende Mail.</translation>
    </message>
    <message>
        <source>No mail</source>
        <translation>Keine Mail</translation>
    </message>
    <message>
        <source>TLS unknown</source>
        <translation>TLS unbekannt</translation>
    </message>
    <message>
        <source>%1 over TLS</source>
        <comment>a percentage</comment>
        <translation>%1 über TLS</translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s)</source>
        <translation>
            <numerusform>%Ln Domain</numerusform>
            <numerusform>%Ln Domains</numerusform>
        </translation>
    </message>
    <message>
        <source>share of mail whose TLS is known</source>
        <translation>Anteil der Mail, deren TLS bekannt ist</translation>
    </message>
    <message>
        <source>over TLS</source>
        <translation>über TLS</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>plaintext</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>Not counted: %1 re-injected · %2 authenticated · %3 internal · %4 rejected</source>
        <translation>Nicht gezählt: %1 wiedereingespeist · %2 authentifiziert · %3 intern · %4 abgelehnt</translation>
    </message>
    <message>
        <source>Re-injected: the same message again, from a content filter. Authenticated: own users, counted as submission. Internal: from this host or an internal network. Rejected: refused by the server, so never a message.</source>
        <translation>Wiedereingespeist: dieselbe Nachricht noch einmal, aus einem Inhaltsfilter. Authentifiziert: eigene Benutzer, als Einlieferung gezählt. Intern: von diesem Host oder aus einem internen Netz. Abgelehnt: vom Server zurückgewiesen, also nie eine Nachricht.</translation>
    </message>
    <message>
        <source>TLS, version unknown</source>
        <translation>TLS, Version unbekannt</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Server certificates</source>
        <translation>Serverzertifikate</translation>
    </message>
    <message>
        <source>Client certificates</source>
        <translation>Clientzertifikate</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>share of spam</source>
        <translation>Anteil Spam</translation>
    </message>
    <message>
        <source>Of the messages that a scanner has judged.</source>
        <translation>Von den Nachrichten, die ein Scanner beurteilt hat.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Über TLS</translation>
    </message>
    <message>
        <source>Plaintext</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Requiring TLS does not stop spam for long: those who send it adapt.</source>
        <translation>TLS zu verlangen hält Spam nicht lange auf: wer ihn sendet, passt sich an.</translation>
    </message>
    <message>
        <source>No spam verdicts are in these logs. Log the scanner&apos;s verdict (amavis does) beside the mail log to see how much of a loss would be spam.</source>
        <translation>In diesen Protokollen stehen keine Spam-Urteile. Wird das Urteil des Scanners mitprotokolliert (wie bei amavis), zeigt sich, wie viel eines Verlusts Spam wäre.</translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation>Nächster Hop</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>In clear</source>
        <translation>Im Klartext</translation>
    </message>
    <message>
        <source>No mail came or went in clear.</source>
        <translation>Keine Mail kam oder ging im Klartext.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s) sent mail in clear; those listed stand for %1 of it.</source>
        <translation>
            <numerusform>%Ln Domain sandte Mail im Klartext; die aufgeführten stehen für %1 davon.</numerusform>
            <numerusform>%Ln Domains sandten Mail im Klartext; die aufgeführten stehen für %1 davon.</numerusform>
        </translation>
    </message>
    <message>
        <source> · %1 from forwarders</source>
        <translation> · %1 von Weiterleitern</translation>
    </message>
    <message>
        <source>What the logs say</source>
        <translation>Was die Protokolle sagen</translation>
    </message>
    <message>
        <source>Double click or Enter: the domain in Policy</source>
        <translation>Doppelklick oder Eingabetaste: die Domain unter Richtlinie</translation>
    </message>
    <message>
        <source>Show in &amp;Policy</source>
        <translation>Unter &amp;Richtlinie zeigen</translation>
    </message>
    <message>
        <source>Show &amp;Log Lines</source>
        <translation>&amp;Protokollzeilen zeigen</translation>
    </message>
    <message>
        <source>&amp;Test Domain</source>
        <translation>Domain &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>waxseal::VersionChart</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>the less used of a list</comment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>messages · share</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Anteil (%)</translation>
    </message>
    <message>
        <source>No mail.</source>
        <translation>Keine Mail.</translation>
    </message>
    <message>
        <source>%1: %2 messages, %3.</source>
        <comment>a version or cipher: count, share</comment>
        <translation>%1: %2 Nachrichten, %3.</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>waxseal::VersionTableModel</name>
    <message>
        <source>in clear</source>
        <translation>im Klartext</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Would lose</source>
        <translation>Verlust</translation>
    </message>
</context>
<context>
    <name>waxseal::VersusBar</name>
    <message>
        <source>S&amp;wap Policies A and B</source>
        <translation>Richtlinien A und B &amp;tauschen</translation>
    </message>
    <message>
        <source>Which of the two policies is in force</source>
        <translation>Welche der beiden Richtlinien gilt</translation>
    </message>
    <message>
        <source>&amp;Keep as %1</source>
        <translation>Als %1 &amp;behalten</translation>
    </message>
    <message>
        <source>Keep this policy as %1, to compare others with it</source>
        <translation>Diese Richtlinie als %1 behalten, um andere mit ihr zu vergleichen</translation>
    </message>
    <message>
        <source>For&amp;get %1</source>
        <translation>%1 &amp;vergessen</translation>
    </message>
    <message>
        <source>The policy that is kept: a click or %1 goes to it</source>
        <translation>Die behaltene Richtlinie: ein Klick oder %1 wechselt zu ihr</translation>
    </message>
    <message>
        <source>The policy in force</source>
        <translation>Die geltende Richtlinie</translation>
    </message>
</context>
<context>
    <name>waxseal::WitnessPanel</name>
    <message>
        <source>Sessions that TLS reports tell of</source>
        <translation>Sitzungen, von denen TLS-Berichte erzählen</translation>
    </message>
    <message>
        <source>Who could not reach us, and why</source>
        <translation>Wer uns nicht erreichen konnte und warum</translation>
    </message>
    <message>
        <source>What others saw</source>
        <translation>Was andere gesehen haben</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>MX</source>
        <translation>MX</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln TLS report(s) (RFC 8460).</source>
        <translation>
            <numerusform>%Ln TLS-Bericht (RFC 8460).</numerusform>
            <numerusform>%Ln TLS-Berichte (RFC 8460).</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1 sessions of these days reached us over TLS.</source>
        <translation>Alle %1 Sitzungen dieser Tage haben uns über TLS erreicht.</translation>
    </message>
    <message>
        <source>Of %1 sessions of these days %2 failed. Sessions are not messages: they are in no other figure.</source>
        <translation>Von %1 Sitzungen dieser Tage sind %2 gescheitert. Sitzungen sind keine Nachrichten: Sie stecken in keiner anderen Zahl.</translation>
    </message>
    <message>
        <source>The table has the newest days.</source>
        <translation>Die Tabelle zeigt die neuesten Tage.</translation>
    </message>
    <message>
        <source>Sessions failed, others report</source>
        <translation>Gescheiterte Sitzungen, wie andere melden</translation>
    </message>
</context>
<context>
    <name>waxseal::style</name>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>A whole date as QDate::toString() takes it. German: d. MMMM yyyy. Spanish: d &apos;de&apos; MMMM &apos;de&apos; yyyy.</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d</source>
        <comment>first day of a period</comment>
        <extracomment>The first day of a period inside one month, before &quot;– 30 November 2026&quot;.</extracomment>
        <translation>d.</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>first day of a period</comment>
        <extracomment>The first day of a period inside one year, before &quot;– 3 December 2026&quot;.</extracomment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a day to a day</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
</TS>
