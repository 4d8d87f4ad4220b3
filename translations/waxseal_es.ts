<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Advice</name>
    <message>
        <source>Nothing can be said yet. %1 Test again later.</source>
        <translation>Aún no se puede decir nada. %1 Repita la prueba más tarde.</translation>
    </message>
    <message>
        <source>Mail does not arrive at any level. %1</source>
        <translation>El correo no llega en ningún nivel. %1</translation>
    </message>
    <message>
        <source>Require dane-only of this domain: its mail is authenticated by DNSSEC and arrives.</source>
        <translation>Exija dane-only a este dominio: su correo se autentica con DNSSEC y llega.</translation>
    </message>
    <message>
        <source>Require secure of this domain if its mail must reach nobody but its servers: it arrives.</source>
        <translation>Exija secure a este dominio si el correo solo debe llegar a sus servidores: llega.</translation>
    </message>
    <message>
        <source>Require at most %1 of this domain today.</source>
        <translation>Exija hoy a este dominio como mucho %1.</translation>
    </message>
    <message>
        <source>At dane, mail would wait.</source>
        <translation>Con dane, el correo quedaría en espera.</translation>
    </message>
    <message>
        <source>Beyond that, mail would wait.</source>
        <translation>Más allá de eso, el correo quedaría en espera.</translation>
    </message>
    <message>
        <source>Require no TLS of this domain: it would lose all mail.</source>
        <translation>No exija TLS a este dominio: se perdería todo el correo.</translation>
    </message>
    <message>
        <source>Mend the DNSSEC signatures: senders that validate do not see the domain.</source>
        <translation>Corrija las firmas DNSSEC: los remitentes que validan no ven el dominio.</translation>
    </message>
    <message>
        <source>Publish an MTA-STS policy: senders that know it then insist on TLS with your servers.</source>
        <translation>Publique una política MTA-STS: los remitentes que la conozcan exigirán TLS con sus servidores.</translation>
    </message>
    <message>
        <source>Publish a TLS-RPT record: large senders then report failures to you every day.</source>
        <translation>Publique un registro TLS-RPT: los grandes remitentes le informarán cada día de los fallos.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate of %1 ends in %n day(s), on %2.</source>
        <translation>
            <numerusform>El certificado de %1 caduca en %n día, el %2.</numerusform>
            <numerusform>El certificado de %1 caduca en %n días, el %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend the MTA-STS record, which senders pass over as it is: %1</source>
        <translation>Corrija el registro MTA-STS, que los remitentes ignoran tal como está: %1</translation>
    </message>
    <message>
        <source>Mend the MTA-STS policy, which senders cannot use as it is: %1</source>
        <translation>Corrija la política MTA-STS, que los remitentes no pueden usar tal como está: %1</translation>
    </message>
    <message>
        <source>Mend the TLS-RPT record, which senders pass over as it is: %1</source>
        <translation>Corrija el registro TLS-RPT, que los remitentes ignoran tal como está: %1</translation>
    </message>
</context>
<context>
    <name>BatchSummary</name>
    <message>
        <source>the mail host</source>
        <translation>el host de correo</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Sin probar</translation>
    </message>
    <message>
        <source>Not delivered at any level</source>
        <translation>No se entrega en ningún nivel</translation>
    </message>
    <message>
        <source>Delivered only where TLS is not required</source>
        <translation>Se entrega solo donde no se exige TLS</translation>
    </message>
    <message>
        <source>Delivered up to %1</source>
        <translation>Se entrega hasta %1</translation>
    </message>
    <message>
        <source>Some levels not tested</source>
        <translation>Algunos niveles sin probar</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Totals by direction: how much mail travels over TLS.</source>
        <translation>Totales por sentido: cuánto correo viaja por TLS.</translation>
    </message>
    <message>
        <source>A row a domain: messages, plaintext, TLS versions.</source>
        <translation>Una fila por dominio: mensajes, en claro, versiones de TLS.</translation>
    </message>
    <message>
        <source>A row a message, as it is read.</source>
        <translation>Una fila por mensaje, a medida que se lee.</translation>
    </message>
    <message>
        <source>What would be lost if TLS were required.</source>
        <translation>Lo que se perdería si se exigiera TLS.</translation>
    </message>
    <message>
        <source>The domains to require TLS of within a loss budget.</source>
        <translation>Los dominios a los que exigir TLS dentro de un presupuesto de pérdida.</translation>
    </message>
    <message>
        <source>Configuration for the mail server: preview, then files.</source>
        <translation>Configuración para el servidor de correo: vista previa y después archivos.</translation>
    </message>
    <message>
        <source>Test domains live: delivered or lost, at which level, and why.</source>
        <translation>Probar dominios en vivo: entregado o perdido, en qué nivel y por qué.</translation>
    </message>
    <message>
        <source>One HTML file for those who sign it off.</source>
        <translation>Un archivo HTML para quienes lo aprueban.</translation>
    </message>
    <message>
        <source>Keep facts and policy in a workspace, or add new logs to one.</source>
        <translation>Guardar datos y política en un espacio de trabajo, o añadirle registros nuevos.</translation>
    </message>
    <message>
        <source>Prints a row a domain, those with most mail first. Inbound it is the domain of the envelope sender (&lt;&gt; is the null sender of bounces), outbound the next hop, which is the recipient&apos;s domain unless a relay is named, for submission the user&apos;s domain.</source>
        <translation>Imprime una fila por dominio, primero los de más correo. En el correo entrante es el dominio del remitente del sobre (&lt;&gt; es el remitente nulo de los mensajes de devolución); en el saliente, el siguiente salto, que es el dominio del destinatario salvo que se nombre un relay; en el envío de usuarios, el dominio del usuario.</translation>
    </message>
    <message>
        <source>Who sends to us, and how.</source>
        <translation>Quién nos envía correo, y cómo.</translation>
    </message>
    <message>
        <source>To whom we send, for a spreadsheet.</source>
        <translation>A quién enviamos, para una hoja de cálculo.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Dominio</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Por TLS</translation>
    </message>
    <message>
        <source>Plaintext</source>
        <translation>En claro</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Writes the policy as configuration of the mail server, with the prediction that it was made for in every file. Without --output the files are shown and nothing is written. The audit form comes first: it refuses nothing and makes the server log what it would refuse.</source>
        <translation>Escribe la política como configuración del servidor de correo; cada archivo lleva la previsión para la que se hizo. Sin --output se muestran los archivos y no se escribe nada. Primero va la auditoría: no rechaza nada y hace que el servidor registre lo que rechazaría.</translation>
    </message>
    <message>
        <source>Write the files into this folder.</source>
        <translation>Escribir los archivos en esta carpeta.</translation>
    </message>
    <message>
        <source>Replace files that are there.</source>
        <translation>Reemplazar los archivos que ya existan.</translation>
    </message>
    <message>
        <source>Log what would be refused, refuse nothing. The default.</source>
        <translation>Auditoría: registrar lo que se rechazaría, sin rechazar nada. Valor por omisión.</translation>
    </message>
    <message>
        <source>Refuse.</source>
        <translation>Rechazar.</translation>
    </message>
    <message>
        <source>Print the files as JSON.</source>
        <translation>Imprimir los archivos como JSON.</translation>
    </message>
    <message>
        <source>Show what would be written for the workspace&apos;s policy.</source>
        <translation>Mostrar lo que se escribiría para la política del espacio de trabajo.</translation>
    </message>
    <message>
        <source>The audit form. Then: sh /etc/postfix/waxseal-inbound.sh on</source>
        <translation>La auditoría. Después: sh /etc/postfix/waxseal-inbound.sh on</translation>
    </message>
    <message>
        <source>When the audit said what was expected.</source>
        <translation>Cuando la auditoría ha dado lo que se esperaba.</translation>
    </message>
    <message>
        <source>Say for which mail server: --target postfix</source>
        <translation>Indicar para qué servidor de correo: --target postfix</translation>
    </message>
    <message>
        <source>--audit and --enforce exclude each other.</source>
        <translation>--audit y --enforce se excluyen entre sí.</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>no existe ese archivo</translation>
    </message>
    <message>
        <source>Name one workspace at most.</source>
        <translation>Indicar como mucho un espacio de trabajo.</translation>
    </message>
    <message>
        <source>Waxseal: know what you would lose before you require TLS, and prove it.</source>
        <translation>Waxseal: saber lo que se perdería antes de exigir TLS, y demostrarlo.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Uso: %1</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Órdenes:</translation>
    </message>
    <message>
        <source>“waxseal-cli COMMAND --help” explains a command, with examples. A first look:</source>
        <translation>«waxseal-cli ORDEN --help» explica una orden, con ejemplos. Para empezar:</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 a check failed or the loss is above --fail-above, 2 usage, 3 input or output.</source>
        <translation>Código de salida: 0 hecho, 1 una comprobación falló o la pérdida supera --fail-above, 2 uso incorrecto, 3 error de entrada o salida.</translation>
    </message>
    <message>
        <source>The output could not be written.</source>
        <translation>No se pudo escribir la salida.</translation>
    </message>
    <message>
        <source>Name a command.</source>
        <translation>Indicar una orden.</translation>
    </message>
    <message>
        <source>“%1” is no command.</source>
        <translation>«%1» no es una orden.</translation>
    </message>
    <message>
        <source>“waxseal-cli --help” lists them.</source>
        <translation>«waxseal-cli --help» las enumera.</translation>
    </message>
    <message>
        <source>The messages that came in clear.</source>
        <translation>Los mensajes que llegaron en claro.</translation>
    </message>
    <message>
        <source>%1 is a workspace: it holds sums and no messages. Name the logs.</source>
        <translation>%1 es un espacio de trabajo: contiene sumas y no mensajes. Indicar los registros.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Queue id</source>
        <translation>ID de cola</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>The logs&apos; format; detected when not given.</source>
        <translation>El formato de los registros; se detecta si no se indica.</translation>
    </message>
    <message>
        <source>A domain of our own: mail to it is never outbound. May be given several times.</source>
        <translation>Un dominio propio: el correo dirigido a él nunca es saliente. Se puede indicar varias veces.</translation>
    </message>
    <message>
        <source>What “postconf -h relayhost” says. No log names next hops, and outbound policies are keyed by them.</source>
        <translation>Lo que dice «postconf -h relayhost». Ningún registro nombra los siguientes saltos, y las políticas de salida los usan como clave.</translation>
    </message>
    <message>
        <source>The text of transport_maps, in transport(5) form, for the same reason.</source>
        <translation>El texto de transport_maps, en la forma de transport(5), por el mismo motivo.</translation>
    </message>
    <message>
        <source>Year of the first line, for logs whose time stamps name none.</source>
        <translation>Año de la primera línea, para registros cuyas marcas de tiempo no lo indican.</translation>
    </message>
    <message>
        <source>Time zone of time stamps without one, and of days (for example Europe/Berlin). Default: the system&apos;s.</source>
        <translation>Zona horaria de las marcas de tiempo que no la llevan, y de los días (por ejemplo, Europe/Berlin). Por omisión: la del sistema.</translation>
    </message>
    <message>
        <source>No progress and no notes on standard error.</source>
        <translation>Sin progreso ni notas en la salida de error estándar.</translation>
    </message>
    <message>
        <source>Default: inbound.</source>
        <translation>Por omisión: inbound.</translation>
    </message>
    <message>
        <source>Print JSON; its keys are stable.</source>
        <translation>Imprimir JSON; sus claves son estables.</translation>
    </message>
    <message>
        <source>Print CSV (RFC 4180) with a header line.</source>
        <translation>Imprimir CSV (RFC 4180) con una línea de cabecera.</translation>
    </message>
    <message>
        <source>--json and --csv exclude each other.</source>
        <translation>--json y --csv se excluyen entre sí.</translation>
    </message>
    <message>
        <source>“waxseal-cli %1 --help” explains.</source>
        <translation>«waxseal-cli %1 --help» lo explica.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Opciones:</translation>
    </message>
    <message>
        <source>Show this.</source>
        <translation>Mostrar esto.</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Ejemplos:</translation>
    </message>
    <message>
        <source>--format: “%1” is none of %2.</source>
        <translation>--format: «%1» no es ninguno de %2.</translation>
    </message>
    <message>
        <source>--internal: “%1” is no list of networks like 10.0.0.0/8,fd00::/8, nor “none”.</source>
        <translation>--internal: «%1» no es una lista de redes como 10.0.0.0/8,fd00::/8, ni «none».</translation>
    </message>
    <message>
        <source>--local-domain: “%1” is no domain name.</source>
        <translation>--local-domain: «%1» no es un nombre de dominio.</translation>
    </message>
    <message>
        <source>--relayhost: “%1” is no next hop like [mail.example.com]:587.</source>
        <translation>--relayhost: «%1» no es un siguiente salto como [mail.example.com]:587.</translation>
    </message>
    <message>
        <source>--transports: “%1” cannot be read.</source>
        <translation>--transports: «%1» no se puede leer.</translation>
    </message>
    <message>
        <source>--transports: “%1” is no line of transport(5), as in: example.com smtp:[mail.example.com]:587</source>
        <translation>--transports: «%1» no es una línea de transport(5), como: example.com smtp:[mail.example.com]:587</translation>
    </message>
    <message>
        <source>--year: “%1” is no year.</source>
        <translation>--year: «%1» no es un año.</translation>
    </message>
    <message>
        <source>--timezone: “%1” is no time zone like Europe/Berlin or UTC.</source>
        <translation>--timezone: «%1» no es una zona horaria como Europe/Berlin o UTC.</translation>
    </message>
    <message>
        <source>--direction: “%1” is none of inbound, outbound and submission.</source>
        <translation>--direction: «%1» no es ni inbound, ni outbound, ni submission.</translation>
    </message>
    <message>
        <source>--require: “%1” does not say of whom. Write %1:all, or %1:example.com</source>
        <translation>--require: «%1» no dice a quién. Lo correcto sería %1:all o %1:example.com</translation>
    </message>
    <message>
        <source>--require: “%1” is a requirement of the other direction. See --direction.</source>
        <translation>--require: «%1» es una exigencia del otro sentido. Véase --direction.</translation>
    </message>
    <message>
        <source>--require: “%1” is no requirement. Write encrypt:all, or encrypt:example.com</source>
        <translation>--require: «%1» no es una exigencia. Lo correcto sería encrypt:all o encrypt:example.com</translation>
    </message>
    <message>
        <source>--require: “%1” is neither “all” nor a domain name.</source>
        <translation>--require: «%1» no es ni «all» ni un nombre de dominio.</translation>
    </message>
    <message>
        <source>--refuse: “%1” is neither now nor later.</source>
        <translation>--refuse: «%1» no es ni now ni later.</translation>
    </message>
    <message>
        <source>--%1: “%2” is no percentage like 0.1%.</source>
        <translation>--%1: «%2» no es un porcentaje como 0.1%.</translation>
    </message>
    <message>
        <source>Tests domains live: DNS with DNSSEC, every address of every mail host, STARTTLS, certificate, DANE, MTA-STS. Says for each security level of a sender whether mail would be delivered, and why. At most four connections to an address, one at a time. Sends no mail.</source>
        <translation>Prueba dominios en vivo: DNS con DNSSEC, cada dirección de cada servidor de correo, STARTTLS, certificado, DANE, MTA-STS. Dice, para cada nivel de seguridad de un remitente, si el correo se entregaría y por qué. Como mucho cuatro conexiones por dirección, de una en una. No envía correo.</translation>
    </message>
    <message>
        <source>Print the conversations with the servers, too. JSON always has them.</source>
        <translation>Imprimir también las conversaciones con los servidores. JSON siempre las incluye.</translation>
    </message>
    <message>
        <source>Whom to ask: a DNS server, the system&apos;s own, or the root servers downwards. DNSSEC is validated here in any case. Default: system</source>
        <translation>A quién preguntar: un servidor DNS, el del propio sistema, o desde los servidores raíz hacia abajo. DNSSEC se valida aquí en todo caso. Por omisión: system</translation>
    </message>
    <message>
        <source>DNSSEC trust anchor instead of the root&apos;s: a file of DS or DNSKEY records, or one such record.</source>
        <translation>Ancla de confianza DNSSEC en lugar de la de la raíz: un archivo de registros DS o DNSKEY, o uno de esos registros.</translation>
    </message>
    <message>
        <source>Root servers for --resolver recursive.</source>
        <translation>Servidores raíz para --resolver recursive.</translation>
    </message>
    <message>
        <source>Trust the certificates in this PEM file alone. Default: the system&apos;s.</source>
        <translation>Confiar solo en los certificados de este archivo PEM. Por omisión: los del sistema.</translation>
    </message>
    <message>
        <source>SMTP port; TLSA records are looked up for it, too. Default: 25</source>
        <translation>Puerto SMTP; también se consultan para él los registros TLSA. Por omisión: 25</translation>
    </message>
    <message>
        <source>Longest test of one address. Default: 60</source>
        <translation>Duración máxima de la prueba de una dirección. Por omisión: 60</translation>
    </message>
    <message>
        <source>Say MAIL FROM:&lt;&gt; in clear, to see whether TLS is required. Never a recipient, never a message; but the other side may log it.</source>
        <translation>Decir MAIL FROM:&lt;&gt; en claro, para ver si se exige TLS. Nunca un destinatario, nunca un mensaje; pero la otra parte puede registrarlo.</translation>
    </message>
    <message>
        <source>A domain of your own: --mail-from for this one. May be given several times.</source>
        <translation>Un dominio propio: --mail-from para este. Se puede indicar varias veces.</translation>
    </message>
    <message>
        <source>Do not send a command behind STARTTLS to see whether it is obeyed.</source>
        <translation>No comprobar si se obedece una orden enviada justo después de STARTTLS.</translation>
    </message>
    <message>
        <source>Fetch the MTA-STS policy of this host from another address. May be given several times.</source>
        <translation>Obtener la política MTA-STS de este host desde otra dirección. Se puede indicar varias veces.</translation>
    </message>
    <message>
        <source>Addresses tested at once. Default: 200</source>
        <translation>Direcciones probadas a la vez. Por omisión: 200</translation>
    </message>
    <message>
        <source>Addresses begun in a second. Default: no limit</source>
        <translation>Direcciones iniciadas por segundo. Por omisión: sin límite</translation>
    </message>
    <message>
        <source>No progress on standard error.</source>
        <translation>Sin progreso en la salida de error estándar.</translation>
    </message>
    <message>
        <source>What would become of mail to example.com.</source>
        <translation>Qué ocurriría con el correo a example.com.</translation>
    </message>
    <message>
        <source>What the world sees of your own servers.</source>
        <translation>Lo que el mundo ve de los servidores propios.</translation>
    </message>
    <message>
        <source>Test everybody you write to.</source>
        <translation>Probar todos los dominios a los que se escribe.</translation>
    </message>
    <message>
        <source>--resolver: “%1” is no IP@PORT, nor “system” or “recursive”.</source>
        <translation>--resolver: «%1» no es IP@PORT, ni «system» ni «recursive».</translation>
    </message>
    <message>
        <source>--proxy: “%1” is no IP:PORT.</source>
        <translation>--proxy: «%1» no es IP:PORT.</translation>
    </message>
    <message>
        <source>--mta-sts-connect: “%1” is no HOST=IP:PORT.</source>
        <translation>--mta-sts-connect: «%1» no es HOST=IP:PORT.</translation>
    </message>
    <message>
        <source>--own: “%1” is no domain name.</source>
        <translation>--own: «%1» no es un nombre de dominio.</translation>
    </message>
    <message>
        <source>--helo: “%1” is no host name.</source>
        <translation>--helo: «%1» no es un nombre de host.</translation>
    </message>
    <message>
        <source>--%1: “%2” is no number from 1 to %3.</source>
        <translation>--%1: «%2» no es un número de 1 a %3.</translation>
    </message>
    <message>
        <source>“%1” is no domain name.</source>
        <translation>«%1» no es un nombre de dominio.</translation>
    </message>
    <message>
        <source>Name a domain.</source>
        <translation>Indicar un dominio.</translation>
    </message>
    <message>
        <source>“%1” is no domain name and was left out.</source>
        <translation>«%1» no es un nombre de dominio y se omitió.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n domain(s)</source>
        <translation>
            <numerusform>%1 de %n dominio</numerusform>
            <numerusform>%1 de %n dominios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n conexión</numerusform>
            <numerusform>%n conexiones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>queda %n segundo</numerusform>
            <numerusform>quedan %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>No host answers on port %1: this network seems to block it. Try from another network, or with --proxy.</source>
        <translation>Ningún servidor responde en el puerto %1: esta red parece bloquearlo. Probar desde otra red, o con --proxy.</translation>
    </message>
    <message>
        <source>The DNS server does not pass on DNSSEC, so DANE cannot be tested. Try --resolver recursive.</source>
        <translation>El servidor DNS no transmite DNSSEC, así que no se puede probar DANE. Probar con --resolver recursive.</translation>
    </message>
    <message numerus="yes">
        <source>(%n connection(s))</source>
        <translation>
            <numerusform>(%n conexión)</numerusform>
            <numerusform>(%n conexiones)</numerusform>
        </translation>
    </message>
    <message>
        <source>TLSA record for this key:</source>
        <translation>Registro TLSA para esta clave:</translation>
    </message>
    <message>
        <source>For example 0.1%.</source>
        <translation>Por ejemplo, 0.1%.</translation>
    </message>
    <message>
        <source>What to require. Default: encrypt</source>
        <translation>Qué exigir. Por omisión: encrypt</translation>
    </message>
    <message>
        <source>Propose domains with at least N messages. Default: 3</source>
        <translation>Proponer dominios con al menos N mensajes. Por omisión: 3</translation>
    </message>
    <message>
        <source>With at most one message in a thousand lost.</source>
        <translation>Con la pérdida de un mensaje de cada mil como mucho.</translation>
    </message>
    <message>
        <source>No domain can be required to %1 within a budget of %2.</source>
        <translation>A ningún dominio se le puede exigir %1 dentro de un presupuesto de %2.</translation>
    </message>
    <message>
        <source>Requiring it of everybody would have lost %1.</source>
        <translation>Si se exigiera a todos, se habría perdido %1.</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Protegido</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como mucho</translation>
    </message>
    <message>
        <source>Say how much may be lost, for example --budget 0.1%</source>
        <translation>Indicar cuánto puede perderse, por ejemplo --budget 0.1%</translation>
    </message>
    <message>
        <source>--level: “%1” is no requirement.</source>
        <translation>--level: «%1» no es una exigencia.</translation>
    </message>
    <message>
        <source>--minimum: “%1” is no number.</source>
        <translation>--minimum: «%1» no es un número.</translation>
    </message>
    <message>
        <source>Writes one HTML file that says what the logs say, what the policy would lose and why, with charts and the limits of the forecast. It loads nothing from elsewhere and can be printed or mailed. With - as FILE it goes to standard output.</source>
        <translation>Escribe un archivo HTML con lo que dicen los registros, lo que se perdería con la política y por qué, con gráficos y los límites de la previsión. No carga nada de fuera y se puede imprimir o enviar por correo. Con - como FILE va a la salida estándar.</translation>
    </message>
    <message>
        <source>Where to.</source>
        <translation>Dónde guardarlo.</translation>
    </message>
    <message>
        <source>Replace a file that is there.</source>
        <translation>Reemplazar el archivo si ya existe.</translation>
    </message>
    <message>
        <source>If STARTTLS were required of everybody.</source>
        <translation>Si se exigiera STARTTLS a todos.</translation>
    </message>
    <message>
        <source>For the policy in the workspace.</source>
        <translation>Para la política del espacio de trabajo.</translation>
    </message>
    <message>
        <source>Say where to: --output FILE.html</source>
        <translation>Indicar dónde: --output FILE.html</translation>
    </message>
    <message>
        <source>Keeps what the logs say in a workspace: an SQLite file with sums by day, domain and host, the policy, and which parts of which files have been read. It holds no local part of an address, no recipient and no subject. With the workspace itself among the inputs it is continued: what has been read does not count twice, also when a log was rotated, renamed or compressed meanwhile.</source>
        <translation>Guarda lo que dicen los registros en un espacio de trabajo: un archivo SQLite con sumas por día, dominio y servidor, la política, y qué partes de qué archivos se han leído. No contiene ninguna parte local de una dirección, ningún destinatario ni ningún asunto. Si el propio espacio de trabajo está entre las entradas, se continúa: lo ya leído no cuenta dos veces, aunque entretanto un registro se haya rotado, renombrado o comprimido.</translation>
    </message>
    <message>
        <source>Replace a file that is there and is not among the inputs.</source>
        <translation>Reemplazar un archivo que ya existe y no está entre las entradas.</translation>
    </message>
    <message>
        <source>The first time.</source>
        <translation>La primera vez.</translation>
    </message>
    <message>
        <source>From then on, every night.</source>
        <translation>A partir de entonces, cada noche.</translation>
    </message>
    <message>
        <source>Say where to: --output FILE.waxseal</source>
        <translation>Indicar dónde: --output FILE.waxseal</translation>
    </message>
    <message>
        <source>Show every domain that would lose mail, not the first 20.</source>
        <translation>Mostrar todos los dominios que perderían correo, no solo los 20 primeros.</translation>
    </message>
    <message>
        <source>TLS 1.2 of two domains and their subdomains.</source>
        <translation>TLS 1.2 a dos dominios y sus subdominios.</translation>
    </message>
    <message>
        <source>Everybody but one; for a nightly check.</source>
        <translation>Todos menos uno; para una comprobación nocturna.</translation>
    </message>
    <message>
        <source>Lost %1 of %2 messages</source>
        <translation>Se pierde %1 de %2 mensajes</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdido</translation>
    </message>
    <message>
        <source>  legitimate</source>
        <translation>  legítimo</translation>
    </message>
    <message>
        <source>  spam</source>
        <translation>  spam</translation>
    </message>
    <message>
        <source>  unlabelled</source>
        <translation>  sin etiqueta</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Evidence of what would be lost</source>
        <translation>Indicios de lo que se perdería</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Exigencia</translation>
    </message>
    <message>
        <source>of it spam</source>
        <translation>de ellos, spam</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Indicio</translation>
    </message>
    <message numerus="yes">
        <source>and %n more domain(s); --all shows them.</source>
        <translation>
            <numerusform>y %n dominio más; --all lo muestra.</numerusform>
            <numerusform>y %n dominios más; --all los muestra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what to simulate, for example --require encrypt:all</source>
        <translation>Indicar qué simular, por ejemplo --require encrypt:all</translation>
    </message>
    <message>
        <source>Reads mail logs and prints, for each direction, how many messages came or went in clear and over which TLS version, what was left out of the count, and what the logs could not tell. A message is counted once, whatever loops it takes inside the server; TLS that the log does not tell is unknown and never counted as plaintext.</source>
        <translation>Lee registros de correo e imprime, para cada sentido, cuántos mensajes llegaron o salieron en claro y con qué versión de TLS, qué se dejó fuera de la cuenta y qué no pudieron decir los registros. Un mensaje se cuenta una vez, sean cuales sean las vueltas que dé dentro del servidor; el TLS que el registro no indica es desconocido y nunca se cuenta como en claro.</translation>
    </message>
    <message>
        <source>A rotated set, compressed or not, in any order.</source>
        <translation>Un conjunto rotado, comprimido o no, en cualquier orden.</translation>
    </message>
    <message>
        <source>From the journal.</source>
        <translation>Desde el journal.</translation>
    </message>
    <message>
        <source>What a workspace holds, for a script.</source>
        <translation>Lo que contiene un espacio de trabajo, para un script.</translation>
    </message>
    <message>
        <source>Mail from %1 to %2</source>
        <translation>Correo de %1 a %2</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Dominios</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Entrante</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>No contados</translation>
    </message>
    <message>
        <source>re-injected by a content filter</source>
        <translation>reinyectados por un filtro de contenido</translation>
    </message>
    <message>
        <source>authenticated, counted as submission</source>
        <translation>autenticados, contados como envío de usuarios</translation>
    </message>
    <message>
        <source>from internal networks</source>
        <translation>de redes internas</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazados</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitidas</translation>
    </message>
    <message>
        <source>There is no mail of %1 in these logs.</source>
        <translation>En estos registros no hay correo de %1.</translation>
    </message>
    <message numerus="yes">
        <source>Nor of %n other domain(s) with a requirement.</source>
        <translation>
            <numerusform>Tampoco de %n dominio más con exigencia.</numerusform>
            <numerusform>Tampoco de %n dominios más con exigencia.</numerusform>
        </translation>
    </message>
    <message>
        <source>What to require of whom; may be given several times. REQ inbound: none, encrypt, encrypt&gt;=1.2, encrypt&gt;=1.3, trusted; outbound: none, may, encrypt, dane, dane-only, verify, secure. SCOPE: all, or domains with commas: example.com is that domain alone, .example.com the domain and its subdomains, &lt;&gt; the null sender, @FILE the domains in a file: one a line, or the first column of a CSV such as “recommend --csv” writes. A workspace&apos;s own policy is used when this is not given.</source>
        <translation>Qué exigir y a quién; se puede indicar varias veces. REQ en entrada: none, encrypt, encrypt&gt;=1.2, encrypt&gt;=1.3, trusted; en salida: none, may, encrypt, dane, dane-only, verify, secure. SCOPE: all, o dominios separados por comas: example.com es solo ese dominio, .example.com el dominio y sus subdominios, &lt;&gt; el remitente nulo, @ARCHIVO los dominios de un archivo: uno por línea, o la primera columna de un CSV como el que escribe «recommend --csv». Si no se indica, se usa la política propia del espacio de trabajo.</translation>
    </message>
    <message>
        <source>--require: the list “%1” cannot be read.</source>
        <translation>--require: la lista «%1» no se puede leer.</translation>
    </message>
    <message>
        <source>--require: line %1 of “%2” begins with no domain name: “%3”</source>
        <translation>--require: la línea %1 de «%2» no empieza por un nombre de dominio: «%3»</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln mensaje</numerusform>
            <numerusform>%Ln mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>SOCKS5 proxy, for networks that block port 25. The password may stand in the environment variable WAXSEAL_PROXY_PASSWORD instead, where other users do not see it. DNS does not go through it.</source>
        <translation>Proxy SOCKS5 para redes que bloquean el puerto 25. La contraseña puede indicarse en la variable de entorno WAXSEAL_PROXY_PASSWORD, donde otros usuarios no la ven. El DNS no pasa por el proxy.</translation>
    </message>
    <message>
        <source>End with status 1 unless mail to each of the domains would be delivered at this level: may, encrypt, dane, dane-only, verify, secure or mta-sts.</source>
        <translation>Terminar con el código 1 si el correo a alguno de los dominios no se entregara en este nivel: may, encrypt, dane, dane-only, verify, secure o mta-sts.</translation>
    </message>
    <message>
        <source>For a nightly check: would mail that demands a trusted certificate still arrive?</source>
        <translation>Para una comprobación nocturna: ¿llegaría aún el correo que exige un certificado de confianza?</translation>
    </message>
    <message>
        <source>--require: “%1” is no level.</source>
        <translation>--require: «%1» no es un nivel.</translation>
    </message>
    <message numerus="yes">
        <source>Mail to %n domain(s) would not be delivered at this level.</source>
        <translation>
            <numerusform>El correo a %n dominio no se entregaría en este nivel.</numerusform>
            <numerusform>El correo a %n dominios no se entregaría en este nivel.</numerusform>
        </translation>
    </message>
    <message>
        <source>EHLO, in clear only: %1</source>
        <translation>EHLO, solo en claro: %1</translation>
    </message>
    <message>
        <source>EHLO, over TLS only: %1</source>
        <translation>EHLO, solo por TLS: %1</translation>
    </message>
    <message>
        <source>(does not count for mail)</source>
        <translation>(no cuenta para el correo)</translation>
    </message>
    <message>
        <source>The list names no domain.</source>
        <translation>La lista no nombra ningún dominio.</translation>
    </message>
    <message>
        <source>This is the demo log: synthetic mail of an invented company.</source>
        <translation>Este es el registro de demostración: correo sintético de una empresa inventada.</translation>
    </message>
    <message>
        <source>--target: configuration for “%1” cannot be written yet. There is: %2</source>
        <translation>--target: la configuración para «%1» aún no se escribe. Hay: %2</translation>
    </message>
    <message>
        <source>A row a host: its organisation, the domains it sends for, TLS versions.</source>
        <translation>Una fila por host: su organización, los dominios para los que envía, versiones de TLS.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Prints a row a host, those with most mail first: its address, the last name that the log gave it, the organisation of that name (the registrable domain), the domains it sends for, and its TLS versions. Inbound it is the client, outbound the mail host of the other side. A row without an address holds the mail of hosts that the log does not name.</source>
        <translation>Imprime una fila por host, primero los de más correo: su dirección, el último nombre que le dio el registro, la organización de ese nombre (el dominio registrable), los dominios para los que envía y sus versiones de TLS. En el correo entrante es el cliente; en el saliente, el host de correo del otro lado. Una fila sin dirección contiene el correo de hosts que el registro no nombra.</translation>
    </message>
    <message>
        <source>Which machines sent to us in the last 30 days.</source>
        <translation>Qué máquinas nos enviaron correo en los últimos 30 días.</translation>
    </message>
    <message>
        <source>Those that sent in clear.</source>
        <translation>Las que enviaron en claro.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>not logged</source>
        <translation>no registrado</translation>
    </message>
    <message>
        <source>This workspace was made with other values of %1. What has been counted stays as it is; what is read from now on counts by the new values. To count all of it alike, read all logs again into a new workspace.</source>
        <translation>Este espacio de trabajo se hizo con otros valores de %1. Lo ya contado queda como está; lo que se lea desde ahora cuenta según los valores nuevos. Para contarlo todo por igual, leer todos los registros en un espacio de trabajo nuevo.</translation>
    </message>
    <message>
        <source>There is no mail in these days; the logs hold %1 to %2.</source>
        <translation>No hay correo en esos días; los registros abarcan de %1 a %2.</translation>
    </message>
    <message>
        <source>Prints a row a message of one direction as soon as its story is complete in the log; nothing is stored. In the column “tls” stands the version, “plaintext”, “unknown” when the log does not tell, or “tls” when it tells no version. A workspace holds sums and no messages, so INPUT must be logs. With --json each line is an object of its own. Here a number of days such as --since 30d counts from today, since the end of the log is not known yet.</source>
        <translation>Imprime una fila por mensaje de una dirección en cuanto su historia está completa en el registro; no se guarda nada. En la columna «tls» está la versión, «plaintext», «unknown» cuando el registro no lo dice, o «tls» cuando no dice la versión. Un espacio de trabajo contiene sumas y no mensajes, así que INPUT deben ser registros. Con --json cada línea es un objeto propio. Un número de días como --since 30d cuenta aquí desde hoy, pues el final del registro aún no se conoce.</translation>
    </message>
    <message>
        <source>Networks whose mail is our own and not counted, besides the default: loopback, RFC 1918, fc00::/7, link-local. “none” among them drops the default.</source>
        <translation>Redes cuyo correo es propio y no se cuenta, además de las predeterminadas: loopback, RFC 1918, fc00::/7, enlace local. «none» entre ellas quita las predeterminadas.</translation>
    </message>
    <message>
        <source>Networks of our own backup MX or of servers known to forward to us: their mail is left out and counted apart. May be given several times.</source>
        <translation>Redes del MX de reserva propio o de servidores que nos reenvían: su correo se deja fuera y se cuenta aparte. Puede darse varias veces.</translation>
    </message>
    <message>
        <source>Only mail of this day and later: 2026-11-01, or 30d for the last 30 days with mail in the logs.</source>
        <translation>Solo el correo de este día en adelante: 2026-11-01, o 30d para los últimos 30 días con correo en los registros.</translation>
    </message>
    <message>
        <source>Only mail of this day and earlier: 2026-11-30, or 30d to leave out the last 30 days.</source>
        <translation>Solo el correo hasta este día: 2026-11-30, o 30d para dejar fuera los últimos 30 días.</translation>
    </message>
    <message>
        <source>What a row stands for; an organisation is the registrable domain by the Public Suffix List. Default: domain.</source>
        <translation>Qué representa una fila; una organización es el dominio registrable según la Public Suffix List. Predeterminado: domain.</translation>
    </message>
    <message>
        <source>Judge by the logs alone. Live tests that a workspace keeps otherwise answer for outbound mail of which the logs cannot know.</source>
        <translation>Juzgar solo por los registros. De otro modo, las pruebas en vivo que guarda el espacio de trabajo responden por el correo saliente del que los registros no pueden saber.</translation>
    </message>
    <message>
        <source>Let live tests answer, also where the workspace says otherwise.</source>
        <translation>Dejar que las pruebas en vivo respondan, aunque el espacio de trabajo diga otra cosa.</translation>
    </message>
    <message>
        <source>--with-tests and --without-tests exclude each other.</source>
        <translation>--with-tests y --without-tests se excluyen.</translation>
    </message>
    <message>
        <source>--forwarder: “%1” is no list of networks like 192.0.2.1,2001:db8::/48.</source>
        <translation>--forwarder: «%1» no es una lista de redes como 192.0.2.1,2001:db8::/48.</translation>
    </message>
    <message>
        <source>--by: “%1” is none of domain, organisation and host.</source>
        <translation>--by: «%1» no es domain, organisation ni host.</translation>
    </message>
    <message>
        <source>--%1: “%2” is neither a date like 2026-11-01 nor a number of days like 30d.</source>
        <translation>--%1: «%2» no es una fecha como 2026-11-01 ni un número de días como 30d.</translation>
    </message>
    <message>
        <source>--since is later than --until.</source>
        <translation>--since es posterior a --until.</translation>
    </message>
    <message>
        <source>Read domains from a file: one a line, or the column that the header of a CSV calls domain, else its first; - is standard input. Each domain is tested once.</source>
        <translation>Leer dominios de un archivo: uno por línea, o la columna que la cabecera de un CSV llama domain, o si no la primera; - es la entrada estándar. Cada dominio se prueba una vez.</translation>
    </message>
    <message>
        <source>An address at which the sender would meet itself (Postfix: proxy_interfaces), beside those of this machine. May be given several times.</source>
        <translation>Una dirección en la que el remitente se encontraría a sí mismo (Postfix: proxy_interfaces), además de las de esta máquina. Puede darse varias veces.</translation>
    </message>
    <message>
        <source>Whose verdict: postfix-3.7, postfix-3.10 (MTA-STS patterns choose the hosts), postfix-tls12 (TLS 1.2 at least), exim, exchange-online (both by their documentation). Default: postfix-3.7</source>
        <translation>De quién es el veredicto: postfix-3.7, postfix-3.10 (los patrones de MTA-STS eligen los hosts), postfix-tls12 (TLS 1.2 como mínimo), exim, exchange-online (ambos según su documentación). Predeterminado: postfix-3.7</translation>
    </message>
    <message>
        <source>Most connections to one address in a run, for hosts of your own. Default: 4</source>
        <translation>Máximo de conexiones a una dirección en una ejecución, para hosts propios. Predeterminado: 4</translation>
    </message>
    <message>
        <source>The name to say in EHLO. Default: this machine&apos;s.</source>
        <translation>El nombre que se dice en EHLO. Predeterminado: el de esta máquina.</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) could not be tested at this level.</source>
        <translation>
            <numerusform>%n dominio no se pudo probar en este nivel.</numerusform>
            <numerusform>%n dominios no se pudieron probar en este nivel.</numerusform>
        </translation>
    </message>
    <message>
        <source>--own-address: “%1” is no address.</source>
        <translation>--own-address: «%1» no es una dirección.</translation>
    </message>
    <message>
        <source>--sender: “%1” is no sender.</source>
        <translation>--sender: «%1» no es un perfil de remitente.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are no domain names and were left out, such as “%1”.</source>
        <translation>
            <numerusform>%n entrada no es un nombre de dominio y se dejó fuera: «%1».</numerusform>
            <numerusform>%n entradas no son nombres de dominio y se dejaron fuera, como «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is too long; its end was left out.</source>
        <translation>La lista es demasiado larga; su final se dejó fuera.</translation>
    </message>
    <message>
        <source>Certificate for: %1</source>
        <translation>Certificado para: %1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Emisor: %1</translation>
    </message>
    <message>
        <source>Valid: %1 to %2</source>
        <translation>Válido: de %1 a %2</translation>
    </message>
    <message>
        <source>Chooses the domains to require TLS of so that most mail is protected and no more than the budget of wanted mail (mail that is not labelled spam) is to be expected lost in the next period of the same length. What was not lost so far can be lost tomorrow: every domain is expected to lose something, the more the less was seen of it; the column “at most” is the upper 95 % bound. A domain without any mail over TLS is never proposed.</source>
        <translation>Elige los dominios a los que exigir TLS de modo que se proteja la mayor parte del correo y no se espere perder en el siguiente período de igual duración más que el presupuesto de correo deseado (el no marcado como spam). Lo que hasta ahora no se perdió puede perderse mañana: de cada dominio se espera alguna pérdida, tanto mayor cuanto menos se vio de él; la columna «como máximo» es el límite superior del 95 %. Nunca se propone un dominio sin correo por TLS.</translation>
    </message>
    <message>
        <source>TLS 1.2 within one message in a hundred, for a spreadsheet.</source>
        <translation>TLS 1.2 con un mensaje de cada cien como máximo, para una hoja de cálculo.</translation>
    </message>
    <message>
        <source>The logs cannot tell of a single message what requiring %1 would lose.</source>
        <translation>Los registros no pueden decir de ningún mensaje qué perdería exigir %1.</translation>
    </message>
    <message numerus="yes">
        <source>Require %1 of %n domain(s): %2 of the wanted mail is protected, %3 would have been lost, %4 is to be expected lost in the next period.</source>
        <translation>
            <numerusform>Exigir %1 a %n dominio: queda protegido el %2 del correo deseado, se habría perdido el %3 y es de esperar que se pierda el %4 en el próximo período.</numerusform>
            <numerusform>Exigir %1 a %n dominios: queda protegido el %2 del correo deseado, se habría perdido el %3 y es de esperar que se pierda el %4 en el próximo período.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requiring it of everybody would have lost %1; of %2 the logs cannot tell.</source>
        <translation>Exigirlo de todos habría perdido %1; de %2 los registros no pueden decirlo.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>End with status 1 when more than this share of the wanted mail (mail that is not labelled spam) would be lost, or when of most of it the logs cannot tell.</source>
        <translation>Terminar con estado 1 cuando se perdería más de esta parte del correo deseado (el no marcado como spam), o cuando de la mayor parte los registros no pueden decirlo.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; --all shows them.</source>
        <translation>
            <numerusform>y %n más; --all lo muestra.</numerusform>
            <numerusform>y %n más; --all los muestra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of %1 messages the logs cannot tell what would become of them</source>
        <translation>De %1 mensajes los registros no pueden decir qué sería de ellos</translation>
    </message>
    <message>
        <source>Lost %1 of %2 wanted messages</source>
        <translation>Perdido el %1 de %2 mensajes deseados</translation>
    </message>
    <message>
        <source>, of %1 the logs cannot tell</source>
        <translation>, de %1 los registros no pueden decirlo</translation>
    </message>
    <message>
        <source>Of these, %1 were judged by live tests, since the logs cannot tell.</source>
        <translation>De ellos, %1 se juzgaron por pruebas en vivo, pues los registros no pueden decirlo.</translation>
    </message>
    <message>
        <source>--fail-above: of %1 of the mail the logs cannot tell what would become of it. The check has not passed.</source>
        <translation>--fail-above: del %1 del correo los registros no pueden decir qué sería de él. La comprobación no se ha superado.</translation>
    </message>
    <message>
        <source>from forwarders</source>
        <translation>de reenviadores</translation>
    </message>
    <message>
        <source>What others saw: TLS reports (RFC 8460), Google&apos;s “Safer email” table.</source>
        <translation>Lo que vieron otros: informes TLS (RFC 8460) y la tabla «Safer email» de Google.</translation>
    </message>
    <message>
        <source>Go on when the end is reached: read what is appended, across rotation, until interrupted.</source>
        <translation>Continuar al llegar al final: leer lo que se añade, también tras la rotación, hasta que se interrumpa.</translation>
    </message>
    <message>
        <source>--follow: standard input ends where it ends. Name the log itself.</source>
        <translation>--follow: la entrada estándar termina donde termina. Indique el propio registro.</translation>
    </message>
    <message>
        <source>--follow: name a log beside the workspace.</source>
        <translation>--follow: indique un registro además del espacio de trabajo.</translation>
    </message>
    <message>
        <source>Name a log, a folder, a workspace, - for standard input, journal: or ssh://HOST/PATH.</source>
        <translation>Indique un registro, una carpeta, un espacio de trabajo, - para la entrada estándar, journal: o ssh://HOST/RUTA.</translation>
    </message>
    <message>
        <source>Only mail of %1 to %2 counts, the period chosen in the workspace. --since 1970-01-01 counts all of it.</source>
        <translation>Solo cuenta el correo del %1 al %2, el periodo elegido en el espacio de trabajo. --since 1970-01-01 lo cuenta todo.</translation>
    </message>
    <message>
        <source>INPUT: log files in any order, plain or compressed, folders, - for standard input, journal: for this machine&apos;s journal (journal:UNIT for one unit), ssh://[USER@]HOST/PATH for logs that your ssh reaches (wildcards allowed), or a workspace (NAME.waxseal) to go on from.</source>
        <translation>INPUT: archivos de registro en cualquier orden, comprimidos o no, carpetas, - para la entrada estándar, journal: para el diario de esta máquina (journal:UNIT para una unidad), ssh://[USUARIO@]HOST/RUTA para registros a los que llega su ssh (se admiten comodines), o un espacio de trabajo (NOMBRE.waxseal) desde el que continuar.</translation>
    </message>
    <message>
        <source>as this sender would: %1</source>
        <translation>como lo haría este remitente: %1</translation>
    </message>
    <message>
        <source>Prints what others saw: who could not reach us over TLS, and why. FILE is a TLS report (RFC 8460: JSON, gzip, zip, or the mail it came in), an mbox or a folder of them, Google&apos;s “Safer email” table (CSV), - for standard input, or a workspace. Reports count sessions, not messages, and are never added to what the logs say. A report counts once, by its organisation and id. With --output they are kept in the workspace, beside the facts.</source>
        <translation>Muestra lo que vieron otros: quién no pudo llegar a nosotros por TLS y por qué. FILE es un informe TLS (RFC 8460: JSON, gzip, zip o el correo en que llegó), un mbox o una carpeta de ellos, la tabla «Safer email» de Google (CSV), - para la entrada estándar o un espacio de trabajo. Los informes cuentan sesiones, no mensajes, y nunca se suman a lo que dicen los registros. Un informe cuenta una vez, por su organización y su identificador. Con --output se conservan en el espacio de trabajo, junto a los datos.</translation>
    </message>
    <message>
        <source>Keep them in this workspace: the one among the inputs, or a new one.</source>
        <translation>Conservarlos en este espacio de trabajo: el que está entre las entradas o uno nuevo.</translation>
    </message>
    <message>
        <source>No notes.</source>
        <translation>Sin avisos.</translation>
    </message>
    <message>
        <source>All reports of a mail folder, by domain and day.</source>
        <translation>Todos los informes de una carpeta de correo, por dominio y día.</translation>
    </message>
    <message>
        <source>Adds new reports to the workspace.</source>
        <translation>Añade informes nuevos al espacio de trabajo.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Who could not reach us, and why:</source>
        <translation>Quién no pudo llegar a nosotros y por qué:</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>MX</source>
        <translation>MX</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Último</translation>
    </message>
    <message numerus="yes">
        <source>Google&apos;s “Safer email” table: %n row(s); --json prints them.</source>
        <translation>
            <numerusform>Tabla «Safer email» de Google: %n fila; --json la muestra.</numerusform>
            <numerusform>Tabla «Safer email» de Google: %n filas; --json las muestra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n other file(s) of that kind.</source>
        <translation>
            <numerusform>Y %n archivo más de ese tipo.</numerusform>
            <numerusform>Y %n archivos más de ese tipo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) had been read before.</source>
        <translation>
            <numerusform>%n informe ya se había leído.</numerusform>
            <numerusform>%n informes ya se habían leído.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the table have no domain, direction or share.</source>
        <translation>
            <numerusform>%n fila de la tabla no tiene dominio, sentido o proporción.</numerusform>
            <numerusform>%n filas de la tabla no tienen dominio, sentido o proporción.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is neither a TLS report nor Google&apos;s table among these files.</source>
        <translation>Entre estos archivos no hay ni un informe TLS ni la tabla de Google.</translation>
    </message>
    <message>
        <source>Name a TLS report, a folder of them, or a workspace.</source>
        <translation>Indique un informe TLS, una carpeta de ellos o un espacio de trabajo.</translation>
    </message>
    <message>
        <source>The mail server, or what is to be published.</source>
        <translation>El servidor de correo, o lo que se ha de publicar.</translation>
    </message>
    <message>
        <source>What to publish, so that others send over TLS; no log is needed.</source>
        <translation>Qué publicar para que otros envíen por TLS; no hace falta ningún registro.</translation>
    </message>
    <message>
        <source>“%1” was left out: %2.</source>
        <translation>«%1» se omitió: %2.</translation>
    </message>
    <message>
        <source>For: %1.</source>
        <translation>Para: %1.</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Valor predeterminado: %1</translation>
    </message>
    <message>
        <source>--target: %1 takes no policy of the direction %2.</source>
        <translation>--target: %1 no admite políticas del sentido %2.</translation>
    </message>
    <message>
        <source>--%1 is no option of --target %2.</source>
        <translation>--%1 no es una opción de --target %2.</translation>
    </message>
    <message>
        <source>--%1: “%2” is not %3.</source>
        <translation>--%1: «%2» no es %3.</translation>
    </message>
    <message>
        <source>--target %1 needs --%2 %3.</source>
        <translation>--target %1 necesita --%2 %3.</translation>
    </message>
    <message>
        <source>Begin with what a server requires already; may be given several times: the output of postconf -n (or main.cf), an access map with reject_plaintext_session, an smtp_tls_policy map. --require adds to it.</source>
        <translation>Empezar con lo que un servidor ya exige; puede darse varias veces: la salida de postconf -n (o main.cf), una tabla de acceso con reject_plaintext_session, una tabla smtp_tls_policy. --require se añade.</translation>
    </message>
    <message>
        <source>Refuse now (5xx, the sender bounces) or later (4xx, it retries for days). Default: later.</source>
        <translation>Rechazar ahora (5xx, el remitente la devuelve) o más tarde (4xx, reintenta durante días). Valor predeterminado: later.</translation>
    </message>
    <message>
        <source>--policy: “%1” cannot be read.</source>
        <translation>--policy: no se puede leer «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%n other line(s) were left out as well.</source>
        <translation>
            <numerusform>También se omitió %n línea más.</numerusform>
            <numerusform>También se omitieron %n líneas más.</numerusform>
        </translation>
    </message>
    <message>
        <source>The table %1 is named there and was not given: --policy reads it too.</source>
        <translation>Allí se nombra la tabla %1 y no se indicó: --policy también la lee.</translation>
    </message>
    <message>
        <source>--policy: nothing is said of TLS there for this direction. See --direction.</source>
        <translation>--policy: allí no se dice nada de TLS para este sentido. Véase --direction.</translation>
    </message>
    <message>
        <source>Says which of the messages in the logs a policy would have refused. The loss is split into legitimate mail, spam and mail that no scanner has labelled, and by evidence: never (the host never met the requirement), mixed (at other times it did: likely to come back if refused later), failed (its handshake with us failed: our settings may be at fault), unknown (too little seen). The interval is a forecast of wanted mail (all that is not labelled spam) for the next period of the same length; it needs 14 days of logs. Below that an upper bound is given. What contradicts a forecast (a domain that changed, a trend) is said with it, and how it did on the two halves of these logs.</source>
        <translation>Dice cuáles de los mensajes de los registros habría rechazado una política. La pérdida se divide en correo legítimo, spam y correo que ningún analizador ha clasificado, y por indicios: never (el host nunca cumplió el requisito), mixed (otras veces sí: probablemente vuelva si se rechaza más tarde), failed (su negociación con nosotros falló: puede deberse a nuestra configuración), unknown (se ha visto muy poco). El intervalo es una previsión del correo deseado (todo lo no marcado como spam) para el próximo periodo de igual duración; necesita 14 días de registros. Con menos se da una cota superior. Lo que contradice una previsión (un dominio que cambió, una tendencia) se dice junto a ella, y también cómo le fue en las dos mitades de estos registros.</translation>
    </message>
</context>
<context>
    <name>DayBins</name>
    <message>
        <source>messages a day</source>
        <translation>mensajes por día</translation>
    </message>
    <message numerus="yes">
        <source>messages every %n week(s)</source>
        <translation>
            <numerusform>mensajes por semana</numerusform>
            <numerusform>mensajes cada %n semanas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>%1 takes the mail over TLS; who it is has not been checked.</source>
        <translation>%1 acepta el correo por TLS; no se ha comprobado quién es.</translation>
    </message>
    <message>
        <source>%1 takes the mail over TLS; its certificate is trusted and names it.</source>
        <translation>%1 acepta el correo por TLS; su certificado es de confianza y lo nombra.</translation>
    </message>
    <message>
        <source>%1 takes the mail over TLS; its certificate is the one in its TLSA record.</source>
        <translation>%1 acepta el correo por TLS; su certificado es el de su registro TLSA.</translation>
    </message>
    <message>
        <source>%1 shows no STARTTLS: the mail goes in clear.</source>
        <translation>%1 no ofrece STARTTLS: el correo va en claro.</translation>
    </message>
    <message>
        <source>%1 answers STARTTLS with an error (%2): the mail goes in clear.</source>
        <translation>%1 responde a STARTTLS con un error (%2): el correo va en claro.</translation>
    </message>
    <message>
        <source>TLS with %1 fails (%2): the mail goes in clear, after a delay.</source>
        <translation>TLS con %1 falla (%2): el correo va en claro, con retraso.</translation>
    </message>
    <message>
        <source>TLS is required, and %1 does not offer it.</source>
        <translation>Se exige TLS, y %1 no lo ofrece.</translation>
    </message>
    <message>
        <source>TLS is required, and %1 does not announce STARTTLS although it would work.</source>
        <translation>Se exige TLS, y %1 no anuncia STARTTLS aunque funcionaría.</translation>
    </message>
    <message>
        <source>TLS is required, and a device before %1 overwrites its STARTTLS.</source>
        <translation>Se exige TLS, y un dispositivo situado delante de %1 sobrescribe su STARTTLS.</translation>
    </message>
    <message>
        <source>TLS is required, and %1 answers STARTTLS with an error: %2</source>
        <translation>Se exige TLS, y %1 responde a STARTTLS con un error: %2</translation>
    </message>
    <message>
        <source>TLS is required, and the handshake with %1 fails: %2</source>
        <translation>Se exige TLS, y la negociación TLS con %1 falla: %2</translation>
    </message>
    <message>
        <source>%1 has no TLS of the version required; its best is TLS %2.</source>
        <translation>%1 no tiene TLS de la versión exigida; la mejor que tiene es TLS %2.</translation>
    </message>
    <message>
        <source>A sender that must know the server does not accept the TLS %2 of %1: it is too weak.</source>
        <translation>Un remitente que debe comprobar el servidor no acepta el TLS %2 de %1: es demasiado débil.</translation>
    </message>
    <message>
        <source>The server must be authenticated, and %1 has no certificate.</source>
        <translation>El servidor debe autenticarse, y %1 no tiene certificado.</translation>
    </message>
    <message>
        <source>%1 demands a client certificate and refuses mail without one: %2</source>
        <translation>%1 exige un certificado de cliente y rechaza el correo sin él: %2</translation>
    </message>
    <message>
        <source>%1 refuses mail in clear, and TLS with it cannot be had.</source>
        <translation>%1 rechaza el correo en claro, y no se consigue TLS con él.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name.</source>
        <translation>El certificado de %1 es para otro nombre.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not the one in its TLSA records.</source>
        <translation>El certificado de %1 no es el de sus registros TLSA.</translation>
    </message>
    <message>
        <source>The TLSA records of %1 name its authority, but the certificate is for another name.</source>
        <translation>Los registros TLSA de %1 nombran a su autoridad, pero el certificado es para otro nombre.</translation>
    </message>
    <message>
        <source>The TLSA records of %1 could not be looked up: %2</source>
        <translation>No se pudieron consultar los registros TLSA de %1: %2</translation>
    </message>
    <message>
        <source>DANE is required, and %1 has no secure TLSA records.</source>
        <translation>Se exige DANE, y %1 no tiene registros TLSA seguros.</translation>
    </message>
    <message>
        <source>DANE is required, and no TLSA record of %1 is of a kind that counts for mail.</source>
        <translation>Se exige DANE, y ningún registro TLSA de %1 es de un tipo que cuente para el correo.</translation>
    </message>
    <message>
        <source>DANE is required, and the domain&apos;s MX records are not signed with DNSSEC.</source>
        <translation>Se exige DANE, y los registros MX del dominio no están firmados con DNSSEC.</translation>
    </message>
    <message>
        <source>The domain&apos;s MTA-STS policy does not list %1.</source>
        <translation>La política MTA-STS del dominio no incluye %1.</translation>
    </message>
    <message>
        <source>The domain says that it takes no mail (null MX).</source>
        <translation>El dominio dice que no acepta correo (MX nulo).</translation>
    </message>
    <message>
        <source>The domain does not exist.</source>
        <translation>El dominio no existe.</translation>
    </message>
    <message>
        <source>No mail host of the domain has an address.</source>
        <translation>Ningún servidor de correo del dominio tiene dirección.</translation>
    </message>
    <message>
        <source>The DNSSEC signatures are wrong: a validating sender does not see the domain. %2</source>
        <translation>Las firmas DNSSEC son incorrectas: un remitente que valida no ve el dominio. %2</translation>
    </message>
    <message>
        <source>The DNS did not answer: %2</source>
        <translation>El DNS no respondió: %2</translation>
    </message>
    <message>
        <source>The DNS resolver in use does not pass on DNSSEC, so DANE cannot be tested.</source>
        <translation>El resolvedor DNS en uso no transmite DNSSEC, así que no se puede probar DANE.</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>%1 rechaza las conexiones.</translation>
    </message>
    <message>
        <source>There is no route to %1 from here.</source>
        <translation>Desde aquí no hay ruta hasta %1.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 no respondió a tiempo.</translation>
    </message>
    <message>
        <source>%1 does not want to talk to us now: %2</source>
        <translation>%1 no nos atiende ahora: %2</translation>
    </message>
    <message>
        <source>%1 is too slow to be tested: %2</source>
        <translation>%1 es demasiado lento para probarlo: %2</translation>
    </message>
    <message>
        <source>%1 hung up: %2</source>
        <translation>%1 cerró la conexión: %2</translation>
    </message>
    <message>
        <source>%1 does not keep to the protocol: %2</source>
        <translation>%1 no respeta el protocolo: %2</translation>
    </message>
    <message>
        <source>The proxy did not connect us to %1.</source>
        <translation>El proxy no estableció la conexión con %1.</translation>
    </message>
    <message>
        <source>This was not tested.</source>
        <translation>Esto no se probó.</translation>
    </message>
    <message>
        <source>A host of higher preference would not take it.</source>
        <translation>Un servidor de mayor preferencia no lo aceptaría.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted: %2.</source>
        <translation>No se puede confiar en el certificado de %1: %2.</translation>
    </message>
    <message>
        <source>%1 refuses every greeting of ours for good: %2</source>
        <translation>%1 rechaza definitivamente todos nuestros saludos: %2</translation>
    </message>
    <message>
        <source>%1 will not go on after the TLS handshake: %2</source>
        <translation>%1 no continúa tras la negociación TLS: %2</translation>
    </message>
    <message>
        <source>%1 shares its address with other names; to spare it, the certificate for this one was not asked for.</source>
        <translation>%1 comparte su dirección con otros nombres; para no cargarla, no se pidió el certificado de este.</translation>
    </message>
    <message>
        <source>Mail to %1 would come back to the sender itself: it is a mail host of the domain.</source>
        <translation>El correo a %1 volvería al propio remitente: es un host de correo del dominio.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>(null sender &lt;&gt;)</source>
        <translation>(remitente nulo &lt;&gt;)</translation>
    </message>
    <message>
        <source>(no domain)</source>
        <translation>(sin dominio)</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>Evidence: the hosts never met the requirement.</extracomment>
        <translation>nunca</translation>
    </message>
    <message>
        <source>mixed</source>
        <extracomment>Evidence: the hosts met it at other times.</extracomment>
        <translation>mixto</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>Evidence: a handshake with our server failed before.</extracomment>
        <translation>fallido</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>Evidence: too few messages to tell.</extracomment>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>No STARTTLS: all mail arrives in clear.</source>
        <translation>Sin STARTTLS: todo el correo llega en claro.</translation>
    </message>
    <message>
        <source>STARTTLS works, but is not announced: senders do not see it.</source>
        <translation>STARTTLS funciona, pero no se anuncia: los remitentes no lo ven.</translation>
    </message>
    <message>
        <source>A device on the way overwrites STARTTLS in the server&apos;s answer.</source>
        <translation>Un dispositivo en el camino sobrescribe STARTTLS en la respuesta del servidor.</translation>
    </message>
    <message>
        <source>STARTTLS is announced and then refused: %1</source>
        <translation>STARTTLS se anuncia y después se rechaza: %1</translation>
    </message>
    <message>
        <source>STARTTLS is announced, but the handshake fails: %1</source>
        <translation>STARTTLS se anuncia, pero la negociación TLS falla: %1</translation>
    </message>
    <message>
        <source>Mail in clear is refused.</source>
        <translation>El correo en claro se rechaza.</translation>
    </message>
    <message>
        <source>Mail in clear is refused, although RFC 3207 section 4 says that a publicly-referenced SMTP server must not require STARTTLS.</source>
        <translation>El correo en claro se rechaza, aunque la sección 4 del RFC 3207 dice que un servidor SMTP de referencia pública no debe exigir STARTTLS.</translation>
    </message>
    <message>
        <source>A command sent in clear before the handshake is obeyed after it (CVE-2011-0411).</source>
        <translation>Una orden enviada en claro antes de la negociación TLS se obedece después de ella (CVE-2011-0411).</translation>
    </message>
    <message>
        <source>More than the reply to STARTTLS arrives before the handshake.</source>
        <translation>Antes de la negociación TLS llega más que la respuesta a STARTTLS.</translation>
    </message>
    <message>
        <source>A client certificate is asked for, not required.</source>
        <translation>Se pide un certificado de cliente, pero no se exige.</translation>
    </message>
    <message>
        <source>A client certificate is required: nearly every sender is turned away.</source>
        <translation>Se exige un certificado de cliente: se rechaza a casi todos los remitentes.</translation>
    </message>
    <message>
        <source>The greeting is held back to catch hasty senders (%1 ms).</source>
        <translation>El mensaje de bienvenida se retiene para atrapar a remitentes impacientes (%1 ms).</translation>
    </message>
    <message>
        <source>REQUIRETLS (RFC 8689) is offered.</source>
        <translation>Se ofrece REQUIRETLS (RFC 8689).</translation>
    </message>
    <message>
        <source>The server or the time limit ended the test early: some answers are missing.</source>
        <translation>El servidor o el límite de tiempo terminó la prueba antes de tiempo: faltan algunas respuestas.</translation>
    </message>
    <message>
        <source>TLS 1.0 is accepted.</source>
        <translation>Se acepta TLS 1.0.</translation>
    </message>
    <message>
        <source>TLS 1.1 is accepted.</source>
        <translation>Se acepta TLS 1.1.</translation>
    </message>
    <message>
        <source>TLS 1.2 is accepted.</source>
        <translation>Se acepta TLS 1.2.</translation>
    </message>
    <message>
        <source>TLS 1.3 is accepted.</source>
        <translation>Se acepta TLS 1.3.</translation>
    </message>
    <message>
        <source>The best version is TLS %1, deprecated by RFC 8996.</source>
        <translation>La mejor versión es TLS %1, declarada obsoleta por el RFC 8996.</translation>
    </message>
    <message>
        <source>Only TLS 1.3 is accepted: older senders fall back to clear text or give up.</source>
        <translation>Solo se acepta TLS 1.3: los remitentes más antiguos recurren al texto en claro o desisten.</translation>
    </message>
    <message>
        <source>Only anonymous ciphers: the server has no certificate.</source>
        <translation>Solo cifrados anónimos: el servidor no tiene certificado.</translation>
    </message>
    <message>
        <source>The key exchange has no forward secrecy (%1).</source>
        <translation>El intercambio de claves no tiene secreto hacia adelante (%1).</translation>
    </message>
    <message>
        <source>The key exchange is weak: %1.</source>
        <translation>El intercambio de claves es débil: %1.</translation>
    </message>
    <message>
        <source>Secure renegotiation (RFC 5746) is missing.</source>
        <translation>Falta la renegociación segura (RFC 5746).</translation>
    </message>
    <message>
        <source>The certificate has expired (%1).</source>
        <translation>El certificado ha caducado (%1).</translation>
    </message>
    <message>
        <source>The certificate expires soon (%1).</source>
        <translation>El certificado caduca pronto (%1).</translation>
    </message>
    <message>
        <source>The certificate is not valid yet (%1).</source>
        <translation>El certificado aún no es válido (%1).</translation>
    </message>
    <message>
        <source>The certificate is self-signed.</source>
        <translation>El certificado es autofirmado.</translation>
    </message>
    <message>
        <source>The server sends its certificate without the intermediate one: %1</source>
        <translation>El servidor envía su certificado sin el intermedio: %1</translation>
    </message>
    <message>
        <source>The certificate&apos;s authority is not trusted: %1</source>
        <translation>La autoridad del certificado no es de confianza: %1</translation>
    </message>
    <message>
        <source>The certificate is for another name: %1</source>
        <translation>El certificado es para otro nombre: %1</translation>
    </message>
    <message>
        <source>The host is named in the certificate&apos;s common name only, which RFC 9525 no longer counts.</source>
        <translation>El servidor solo figura en el nombre común del certificado, que según el RFC 9525 ya no cuenta.</translation>
    </message>
    <message>
        <source>The certificate&apos;s key is weak: %1.</source>
        <translation>La clave del certificado es débil: %1.</translation>
    </message>
    <message>
        <source>The certificate&apos;s key is %1; 3072 bits are recommended.</source>
        <translation>La clave del certificado es %1; se recomiendan 3072 bits.</translation>
    </message>
    <message>
        <source>A certificate of the chain is signed with %1.</source>
        <translation>Un certificado de la cadena está firmado con %1.</translation>
    </message>
    <message>
        <source>The certificate matches the TLSA record %1.</source>
        <translation>El certificado coincide con el registro TLSA %1.</translation>
    </message>
    <message>
        <source>The certificate matches none of the TLSA records: DANE senders defer.</source>
        <translation>El certificado no coincide con ninguno de los registros TLSA: los remitentes con DANE aplazan el envío.</translation>
    </message>
    <message>
        <source>The TLSA record names the authority, but the certificate is for another name: DANE senders defer.</source>
        <translation>El registro TLSA nombra a la autoridad, pero el certificado es para otro nombre: los remitentes con DANE aplazan el envío.</translation>
    </message>
    <message>
        <source>No TLSA record is usable for mail: only usages 2 and 3 count (RFC 7672).</source>
        <translation>Ningún registro TLSA sirve para el correo: solo cuentan los usos 2 y 3 (RFC 7672).</translation>
    </message>
    <message>
        <source>The TLSA records are ready for the next key.</source>
        <translation>Los registros TLSA están listos para la próxima clave.</translation>
    </message>
    <message>
        <source>No secure TLSA records.</source>
        <translation>Sin registros TLSA seguros.</translation>
    </message>
    <message>
        <source>Cipher: %1</source>
        <translation>Cifrado: %1</translation>
    </message>
    <message>
        <source>Key exchange: %1</source>
        <translation>Intercambio de claves: %1</translation>
    </message>
    <message>
        <source>Handshake signature: %1</source>
        <translation>Firma de la negociación TLS: %1</translation>
    </message>
    <message>
        <source>Certificate key: %1</source>
        <translation>Clave del certificado: %1</translation>
    </message>
    <message>
        <source>Certificate signature: %1</source>
        <translation>Firma del certificado: %1</translation>
    </message>
    <message>
        <source>To spare the address, its certificate was taken from the test of %1; this name may get another one.</source>
        <translation>Para no molestar a la dirección, su certificado procede de la prueba de %1; este nombre puede recibir otro.</translation>
    </message>
    <message>
        <source>The MX record names an alias (of %1), which RFC 2181 section 10.3 forbids.</source>
        <translation>El registro MX nombra un alias (de %1), lo que prohíbe la sección 10.3 del RFC 2181.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bueno</translation>
    </message>
    <message>
        <source>sufficient</source>
        <translation>suficiente</translation>
    </message>
    <message>
        <source>phase out</source>
        <translation>a retirar</translation>
    </message>
    <message>
        <source>insufficient</source>
        <translation>insuficiente</translation>
    </message>
    <message>
        <source>TLS works only with senders that do not offer TLS 1.3; current ones fail: %1</source>
        <translation>TLS solo funciona con remitentes que no ofrecen TLS 1.3; los actuales fallan: %1</translation>
    </message>
    <message>
        <source>TLS works only with senders that put up with missing secure renegotiation (RFC 5746); those with OpenSSL 3 do not.</source>
        <translation>TLS solo funciona con remitentes que toleran la falta de renegociación segura (RFC 5746); los que usan OpenSSL 3 no lo hacen.</translation>
    </message>
    <message>
        <source>TLS works only with senders that name the host (SNI); many do not: %1</source>
        <translation>TLS solo funciona con remitentes que nombran el host (SNI); muchos no lo hacen: %1</translation>
    </message>
    <message>
        <source>TLS works only with algorithms that Postfix does not offer: %1</source>
        <translation>TLS solo funciona con algoritmos que Postfix no ofrece: %1</translation>
    </message>
    <message>
        <source>STARTTLS comes and goes: one connection saw it announced, another did not. Senders that require it wait at times.</source>
        <translation>STARTTLS va y viene: una conexión lo vio anunciado, otra no. Los remitentes que lo exigen esperan a veces.</translation>
    </message>
    <message>
        <source>The certificate cannot be trusted: %1.</source>
        <translation>No se puede confiar en el certificado: %1.</translation>
    </message>
    <message>
        <source>Senders that name the host (SNI) get another certificate than the others: %1</source>
        <translation>Los remitentes que nombran el host (SNI) reciben otro certificado que los demás: %1</translation>
    </message>
    <message>
        <source>%1 is no public address (loopback, private, link-local or multicast): nobody outside gets there.</source>
        <translation>%1 no es una dirección pública (bucle local, privada, de enlace local o multidifusión): nadie de fuera llega a ella.</translation>
    </message>
    <message>
        <source>A TLSA record (%1) fits no certificate seen here: it is for the next key, or for one that was not seen.</source>
        <translation>Un registro TLSA (%1) no corresponde a ningún certificado visto aquí: es para la próxima clave, o para una que no se vio.</translation>
    </message>
    <message>
        <source>The server&apos;s second certificate (%1) matches a TLSA record, too.</source>
        <translation>El segundo certificado del servidor (%1) también corresponde a un registro TLSA.</translation>
    </message>
    <message>
        <source>The server has a second certificate (%1), which matches none of the TLSA records: DANE senders that get it defer.</source>
        <translation>El servidor tiene un segundo certificado (%1) que no corresponde a ninguno de los registros TLSA: los remitentes DANE que lo reciben aplazan el envío.</translation>
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
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>The first day of a period within one year.</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d</source>
        <comment>first day of a period</comment>
        <extracomment>The first day of a period within one month. German: d.</extracomment>
        <translation>d</translation>
    </message>
</context>
<context>
    <name>PictureNotes</name>
    <message>
        <source>nothing is required</source>
        <translation>no se exige nada</translation>
    </message>
    <message>
        <source>%1 for all</source>
        <comment>a requirement</comment>
        <translation>%1 para todos</translation>
    </message>
    <message numerus="yes">
        <source>policy of %n row(s), %1 for all others</source>
        <translation>
            <numerusform>política de %n fila, %1 para todos los demás</numerusform>
            <numerusform>política de %n filas, %1 para todos los demás</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s)</source>
        <translation>
            <numerusform>%1 y %n archivo más</numerusform>
            <numerusform>%1 y %n archivos más</numerusform>
        </translation>
    </message>
    <message>
        <source>synthetic demo data</source>
        <translation>datos de demostración inventados</translation>
    </message>
</context>
<context>
    <name>PolicyLine</name>
    <message>
        <source>all others</source>
        <translation>todos los demás</translation>
    </message>
    <message>
        <source>%1 and its subdomains</source>
        <translation>%1 y sus subdominios</translation>
    </message>
    <message>
        <source>%1 for mail to %2</source>
        <comment>level, whom</comment>
        <translation>%1 para el correo a %2</translation>
    </message>
    <message>
        <source>nothing is required of %1</source>
        <translation>no se exige nada a %1</translation>
    </message>
    <message>
        <source>%1 is required of %2</source>
        <comment>level, whom</comment>
        <translation>se exige %1 a %2</translation>
    </message>
    <message>
        <source>not about TLS</source>
        <translation>no trata de TLS</translation>
    </message>
    <message>
        <source>names a table: %1</source>
        <translation>nombra una tabla: %1</translation>
    </message>
    <message>
        <source>only warns: nothing is required</source>
        <translation>solo avisa: no se exige nada</translation>
    </message>
    <message>
        <source>left out: about one address, not a domain</source>
        <translation>omitido: trata de una dirección, no de un dominio</translation>
    </message>
    <message>
        <source>left out: a pattern</source>
        <translation>omitido: un patrón</translation>
    </message>
    <message>
        <source>left out: a level that is not simulated</source>
        <translation>omitido: un nivel que no se simula</translation>
    </message>
    <message>
        <source>left out: no domain name</source>
        <translation>omitido: no es un nombre de dominio</translation>
    </message>
    <message>
        <source>not used: a line above says it of the same domain</source>
        <translation>no se usa: una línea anterior lo dice del mismo dominio</translation>
    </message>
    <message>
        <source>left out: not understood</source>
        <translation>omitido: no se entiende</translation>
    </message>
</context>
<context>
    <name>ProbeChange</name>
    <message>
        <source>At %1 mail was %2 and is now %3.</source>
        <translation>En %1 el correo estaba %2 y ahora está %3.</translation>
    </message>
    <message>
        <source>New mail host: %1.</source>
        <translation>Nuevo servidor de correo: %1.</translation>
    </message>
    <message>
        <source>No longer a mail host: %1.</source>
        <translation>Ya no es servidor de correo: %1.</translation>
    </message>
    <message>
        <source>New address: %1.</source>
        <translation>Nueva dirección: %1.</translation>
    </message>
    <message>
        <source>No longer an address: %1.</source>
        <translation>Ya no es una dirección: %1.</translation>
    </message>
    <message>
        <source>%1: connection was “%2”, now “%3”.</source>
        <translation>%1: la conexión era «%2», ahora «%3».</translation>
    </message>
    <message>
        <source>%1: STARTTLS was “%2”, now “%3”.</source>
        <translation>%1: STARTTLS era «%2», ahora «%3».</translation>
    </message>
    <message>
        <source>%1: the best version was TLS %2, now %3.</source>
        <translation>%1: la mejor versión era TLS %2, ahora %3.</translation>
    </message>
    <message>
        <source>%1: another certificate, valid until %3 (before: %2).</source>
        <translation>%1: otro certificado, válido hasta %3 (antes: %2).</translation>
    </message>
    <message>
        <source>%1: TLSA records were “%2”, now “%3”.</source>
        <translation>%1: los registros TLSA eran «%2», ahora «%3».</translation>
    </message>
    <message>
        <source>MTA-STS was “%2”, now “%3”.</source>
        <translation>MTA-STS era «%2», ahora «%3».</translation>
    </message>
    <message>
        <source>TLS-RPT was “%2”, now “%3”.</source>
        <translation>TLS-RPT era «%2», ahora «%3».</translation>
    </message>
    <message>
        <source>DNSSEC was “%2”, now “%3”.</source>
        <translation>DNSSEC era «%2», ahora «%3».</translation>
    </message>
    <message>
        <source>%1: new: %3</source>
        <translation>%1: nuevo: %3</translation>
    </message>
    <message>
        <source>%1: no longer: %2</source>
        <translation>%1: ya no: %2</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>aplazado</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>devuelto</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>sin probar</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>alcanzado</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>inalcanzable</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>tiempo agotado</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>limitado</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>demasiado lento</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>misbehaving</source>
        <translation>incorrecto</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <translation>fallo del proxy</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>no ofrecido</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>stripped</source>
        <translation>suprimido</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>roto</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>no consultado</translation>
    </message>
    <message>
        <source>found</source>
        <translation>encontrado</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>several</source>
        <translation>varios</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>no válido</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>insecure</source>
        <translation>sin firmar</translation>
    </message>
    <message>
        <source>secure</source>
        <translation>firmado y válido</translation>
    </message>
    <message>
        <source>bogus</source>
        <translation>firma falsa</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Inbound</source>
        <translation>Entrante</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Saliente</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Envío de usuarios</translation>
    </message>
    <message>
        <source>the host never met the requirement: cannot, as far as seen</source>
        <translation>el servidor nunca cumplió la exigencia: no puede, por lo que se ve</translation>
    </message>
    <message>
        <source>its handshake with this server failed first: our own settings may be at fault</source>
        <translation>su negociación TLS con este servidor falló antes: la configuración propia puede ser la causa</translation>
    </message>
    <message>
        <source>too little seen to tell</source>
        <translation>datos insuficientes para decirlo</translation>
    </message>
    <message>
        <source>messages a day</source>
        <translation>mensajes al día</translation>
    </message>
    <message>
        <source>%1: TLS by day</source>
        <translation>%1: TLS por día</translation>
    </message>
    <message>
        <source>%1 over TLS, %2 in clear, %3 unknown</source>
        <translation>%1 por TLS, %2 en claro, %3 desconocido</translation>
    </message>
    <message>
        <source>over TLS</source>
        <translation>por TLS</translation>
    </message>
    <message>
        <source>plaintext</source>
        <translation>en claro</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>%1 accepted, %2 lost, %3 unknown</source>
        <translation>%1 aceptado, %2 perdido, %3 desconocido</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>lost, spam</source>
        <translation>perdido, spam</translation>
    </message>
    <message>
        <source>What the logs say</source>
        <translation>Lo que dicen los registros</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Dominios</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Por TLS</translation>
    </message>
    <message>
        <source>Plaintext</source>
        <translation>En claro</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Not counted: %1 re-injected by a content filter, %2 authenticated, %3 from internal networks, %4 rejected. Mail whose TLS the log does not tell is unknown, never plaintext.</source>
        <translation>No contados: %1 reinyectados por un filtro de contenido, %2 autenticados, %3 de redes internas, %4 rechazados. El correo cuyo TLS no indica el registro es desconocido, nunca en claro.</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Exigido</translation>
    </message>
    <message>
        <source>%1 and subdomains</source>
        <translation>%1 y subdominios</translation>
    </message>
    <message>
        <source>Mail that cannot be sent as required is kept back and tried again for days, then returned to its sender.</source>
        <translation>El correo que no se puede enviar como se exige se retiene y se reintenta durante días; después se devuelve a su remitente.</translation>
    </message>
    <message>
        <source>Domains that would lose mail</source>
        <translation>Dominios que perderían correo</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Dominio</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>of it spam</source>
        <translation>de ellos, spam</translation>
    </message>
    <message>
        <source>At most (95 %)</source>
        <translation>Como mucho (95 %)</translation>
    </message>
    <message>
        <source>The policy (%1)</source>
        <translation>La política (%1)</translation>
    </message>
    <message>
        <source>Nothing is required of anybody, so nothing would be lost.</source>
        <translation>No se exige nada a nadie, así que no se perdería nada.</translation>
    </message>
    <message>
        <source>RFC 3207, section 4 (before it RFC 2487, section 5): a publicly-referenced SMTP server must not require STARTTLS in order to deliver mail locally. This policy does, by the choice of whoever runs the server. MTA-STS (RFC 8461) and DANE (RFC 7672) get encryption from those who can without losing those who cannot.</source>
        <translation>RFC 3207, sección 4 (antes, RFC 2487, sección 5): un servidor SMTP de referencia pública no debe exigir STARTTLS para entregar correo localmente. Esta política lo hace, por decisión de quien administra el servidor. MTA-STS (RFC 8461) y DANE (RFC 7672) consiguen cifrado de quienes pueden sin perder a quienes no pueden.</translation>
    </message>
    <message>
        <source>What it would lose</source>
        <translation>Lo que se perdería</translation>
    </message>
    <message>
        <source>Lost %1 (%2 to %3)</source>
        <translation>Se pierde %1 (de %2 a %3)</translation>
    </message>
    <message>
        <source>Lost %1</source>
        <translation>Se pierde %1</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>lost, legitimate</source>
        <translation>perdido, legítimo</translation>
    </message>
    <message>
        <source>lost, not labelled by a spam filter</source>
        <translation>perdido, sin etiqueta de un filtro de spam</translation>
    </message>
    <message>
        <source>Of the lost mail</source>
        <translation>Del correo perdido</translation>
    </message>
    <message>
        <source>Tested backwards on these logs: the first half of the days predicts %1, the second half lost %2.</source>
        <translation>Comprobado hacia atrás en estos registros: la primera mitad de los días predice %1; en la segunda se perdió %2.</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (de %2 a %3)</translation>
    </message>
    <message>
        <source>What this does not say</source>
        <translation>Lo que esto no dice</translation>
    </message>
    <message>
        <source>Requiring TLS does not stop spam for long: those who send it adapt.</source>
        <translation>Exigir TLS no frena el spam por mucho tiempo: quienes lo envían se adaptan.</translation>
    </message>
    <message>
        <source>TLS protects a hop, not the message. End to end is OpenPGP or S/MIME.</source>
        <translation>TLS protege un salto, no el mensaje. De extremo a extremo protegen OpenPGP o S/MIME.</translation>
    </message>
    <message>
        <source>A client certificate is not needed for encryption; requiring a trusted one loses more legitimate mail.</source>
        <translation>Para cifrar no hace falta un certificado de cliente; exigir uno de confianza hace perder más correo legítimo.</translation>
    </message>
    <message>
        <source>Senders change: a host that never used TLS may learn it, and the other way round.</source>
        <translation>Los remitentes cambian: un servidor que nunca usó TLS puede aprenderlo, y al revés.</translation>
    </message>
    <message>
        <source>Notes of the import</source>
        <translation>Notas de la importación</translation>
    </message>
    <message>
        <source>Logs read</source>
        <translation>Registros leídos</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitidas</translation>
    </message>
    <message>
        <source>Requiring TLS: what would be lost</source>
        <translation>Exigir TLS: lo que se perdería</translation>
    </message>
    <message>
        <source>mail from %1 to %2</source>
        <translation>correo de %1 a %2</translation>
    </message>
    <message>
        <source>report of %1</source>
        <translation>informe de %1</translation>
    </message>
    <message>
        <source>This is the demonstration log: synthetic mail of an invented company.</source>
        <translation>Este es el registro de demostración: correo sintético de una empresa inventada.</translation>
    </message>
    <message>
        <source>Made by Waxseal.</source>
        <translation>Generado con Waxseal.</translation>
    </message>
    <message>
        <source>never met it</source>
        <translation>nunca la cumplieron</translation>
    </message>
    <message>
        <source>met it at times</source>
        <translation>la cumplieron a veces</translation>
    </message>
    <message>
        <source>handshake failed</source>
        <translation>negociación TLS fallida</translation>
    </message>
    <message>
        <source>too little seen</source>
        <translation>muy pocos datos</translation>
    </message>
    <message>
        <source>Other TLS</source>
        <translation>Otro TLS</translation>
    </message>
    <message>
        <source>Domains with mail</source>
        <translation>Dominios con correo</translation>
    </message>
    <message>
        <source>The policy, name by name</source>
        <translation>La política, nombre por nombre</translation>
    </message>
    <message>
        <source>Its hosts</source>
        <translation>Sus servidores</translation>
    </message>
    <message>
        <source>%1 of %2 messages would not have arrived. Without what a scanner called spam, that is %3 of %4 messages (%5).</source>
        <translation>%1 de %2 mensajes no habrían llegado. Sin lo que un analizador calificó de spam, son %3 de %4 mensajes (%5).</translation>
    </message>
    <message>
        <source>At worst all of it, at best %1 messages (%2): the rest came from hosts that met the requirement at other times, whose handshake failed, or of which too little was seen.</source>
        <translation>En el peor caso todo, en el mejor %1 mensajes (%2): el resto vino de servidores que cumplieron la exigencia en otros momentos, cuya negociación TLS falló o de los que se vio demasiado poco.</translation>
    </message>
    <message>
        <source>In return %1 messages (%2 of the wanted mail) travel encrypted or not at all: they can no longer be read or changed on the way by somebody who merely suppresses STARTTLS.</source>
        <translation>A cambio, %1 mensajes (%2 del correo deseado) viajan cifrados o no viajan: ya no puede leerlos ni alterarlos por el camino quien se limite a suprimir STARTTLS.</translation>
    </message>
    <message>
        <source>It holds for everybody: %1.</source>
        <translation>Vale para todos: %1.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>☐ as above &#x2003; ☐ with changes &#x2003; ☐ not</source>
        <translation>☐ conforme &#x2003; ☐ con cambios &#x2003; ☐ no</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message numerus="yes">
        <source>It names %n domain(s), listed at the end; for all others: %1.</source>
        <translation>
            <numerusform>Nombra %n dominio, indicado al final; para los demás: %1.</numerusform>
            <numerusform>Nombra %n dominios, enumerados al final; para los demás: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>messages every %n day(s)</source>
        <translation>
            <numerusform>mensajes cada %n día</numerusform>
            <numerusform>mensajes cada %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s).</source>
        <translation>
            <numerusform>y %n fila más.</numerusform>
            <numerusform>y %n filas más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more domain(s).</source>
        <translation>
            <numerusform>y %n dominio más.</numerusform>
            <numerusform>y %n dominios más.</numerusform>
        </translation>
    </message>
    <message>
        <source>The loss moves: from about %1 to %2 over these days.</source>
        <translation>La pérdida se mueve: de cerca de %1 a %2 en estos días.</translation>
    </message>
    <message>
        <source>%1 changed: before %2 it lost %3 of its wanted mail, since then %4.</source>
        <translation>%1 cambió: antes del %2 perdía el %3 de su correo deseado, desde entonces el %4.</translation>
    </message>
    <message>
        <source>Loss unknown</source>
        <translation>Pérdida desconocida</translation>
    </message>
    <message>
        <source>Of %1 messages (%2 of the wanted mail) the logs cannot tell.</source>
        <translation>De %1 mensajes (%2 del correo deseado) los registros no pueden decirlo.</translation>
    </message>
    <message>
        <source>%1 messages were judged by live tests of their servers, since the logs cannot tell what would become of them.</source>
        <translation>%1 mensajes se juzgaron por pruebas en vivo de sus servidores, pues los registros no pueden decir qué sería de ellos.</translation>
    </message>
    <message>
        <source>Of the mail in the logs; in brackets the forecast of wanted mail for the next period of the same length, at 95 % (days resampled within each domain and weekday, widened by what the weeks say of each other).</source>
        <translation>Del correo de los registros; entre paréntesis, la previsión del correo deseado para el siguiente período de igual duración, al 95 % (días remuestreados por dominio y día de la semana, ampliada por lo que las semanas dicen unas de otras).</translation>
    </message>
    <message>
        <source>Of the mail in the logs. There are too few data for a forecast; with 95 % the next period loses at most %1 of the wanted mail.</source>
        <translation>Del correo de los registros. Hay pocos datos para una previsión; al 95 %, el próximo período pierde como máximo el %1 del correo deseado.</translation>
    </message>
    <message>
        <source>About %1 of the next wanted mail comes from domains not seen yet; of the domains seen once, %2 would have been lost.</source>
        <translation>Cerca del %1 del próximo correo deseado viene de dominios aún no vistos; de los vistos una vez se habría perdido el %2.</translation>
    </message>
    <message>
        <source>the host met it at other times: likely to come back if refused later (4xx)</source>
        <translation>el host lo cumplió otras veces: probablemente vuelva si se rechaza más tarde (4xx)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days of a period</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>policy: %1 for all</source>
        <translation>política: %1 para todos</translation>
    </message>
    <message numerus="yes">
        <source>policy: %n row(s), %1 for all others</source>
        <translation>
            <numerusform>política: %n fila, %1 para todos los demás</numerusform>
            <numerusform>política: %n filas, %1 para todos los demás</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted and lost by day</source>
        <translation>Aceptado y perdido por día</translation>
    </message>
    <message>
        <source>wanted mail, %1</source>
        <translation>correo deseado, %1</translation>
    </message>
    <message>
        <source>Refused now (5xx): the sender&apos;s server returns the mail at once.</source>
        <translation>Rechazado ahora (5xx): el servidor del remitente devuelve el correo de inmediato.</translation>
    </message>
    <message>
        <source>Refused later (4xx): the sender&apos;s server tries again for days, then returns the mail.</source>
        <translation>Rechazado más tarde (4xx): el servidor del remitente reintenta durante días y después devuelve el correo.</translation>
    </message>
    <message>
        <source>accepted: %1</source>
        <translation>aceptado: %1</translation>
    </message>
    <message>
        <source>lost: %1 (%2)</source>
        <translation>perdido: %1 (%2)</translation>
    </message>
    <message>
        <source>spam lost: %1</source>
        <translation>spam perdido: %1</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>desconocido: %1</translation>
    </message>
    <message>
        <source>accepted %1</source>
        <translation>aceptado %1</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>perdido %1</translation>
    </message>
    <message>
        <source>lost spam %1</source>
        <translation>spam perdido %1</translation>
    </message>
    <message>
        <source>unknown %1</source>
        <translation>desconocido %1</translation>
    </message>
    <message>
        <source>lost: scale × %1</source>
        <translation>perdido: escala × %1</translation>
    </message>
</context>
<context>
    <name>TestActions</name>
    <message>
        <source>Test a &amp;Domain</source>
        <translation>Probar un &amp;dominio</translation>
    </message>
    <message>
        <source>Test &amp;All Domains</source>
        <translation>Probar &amp;todos los dominios</translation>
    </message>
    <message>
        <source>Test Those &amp;Never Tested</source>
        <translation>Probar los &amp;nunca probados</translation>
    </message>
    <message>
        <source>Test a &amp;List…</source>
        <translation>Probar una &amp;lista…</translation>
    </message>
    <message>
        <source>Test &amp;Own Domains…</source>
        <translation>Probar dominios &amp;propios…</translation>
    </message>
    <message>
        <source>Test A&amp;gain</source>
        <translation>Probar de nue&amp;vo</translation>
    </message>
    <message>
        <source>Test the Othe&amp;rs</source>
        <translation>Probar los &amp;restantes</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Pau&amp;sar</translation>
    </message>
    <message>
        <source>&amp;Cancel Tests</source>
        <translation>&amp;Cancelar las pruebas</translation>
    </message>
    <message>
        <source>Cop&amp;y Result as Text</source>
        <translation>Copiar el resultado como te&amp;xto</translation>
    </message>
    <message>
        <source>Copy &amp;Message to the Postmaster</source>
        <translation>Copiar el &amp;mensaje para el postmaster</translation>
    </message>
    <message>
        <source>Test &amp;Settings…</source>
        <translation>A&amp;justes de las pruebas…</translation>
    </message>
    <message>
        <source>Tests every domain of the table, at most four connections to an address, one at a time. Sends no mail.</source>
        <translation>Prueba cada dominio de la tabla, con un máximo de cuatro conexiones por dirección, una tras otra. No envía correo.</translation>
    </message>
    <message>
        <source>What the world sees of your own mail servers</source>
        <translation>Lo que el mundo ve de sus propios servidores de correo</translation>
    </message>
    <message>
        <source>Test settings: resolver, certificates, port, proxy</source>
        <translation>Ajustes de las pruebas: resolutor, certificados, puerto, proxy</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Empezar</translation>
    </message>
    <message>
        <source>Test Those N&amp;ot Tested Again</source>
        <translation>Pr&amp;obar de nuevo los no probados</translation>
    </message>
    <message>
        <source>Re&amp;quire This</source>
        <translation>E&amp;xigir esto</translation>
    </message>
</context>
<context>
    <name>TestTexts</name>
    <message>
        <source>Subject</source>
        <translation>Sujeto</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emisor</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Válido desde</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n bit(s)</source>
        <translation>
            <numerusform>%1, %n bit</numerusform>
            <numerusform>%1, %n bits</numerusform>
        </translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>DNSSEC bogus: %1</source>
        <translation>DNSSEC no válido (bogus): %1</translation>
    </message>
    <message>
        <source>DNSSEC valid</source>
        <translation>DNSSEC válido</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>sin firmar</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>no consultado</translation>
    </message>
    <message>
        <source>no such record</source>
        <translation>no hay tal registro</translation>
    </message>
    <message>
        <source>no such name</source>
        <translation>no existe el nombre</translation>
    </message>
    <message>
        <source>look-up failed: %1</source>
        <translation>consulta fallida: %1</translation>
    </message>
    <message>
        <source>Postfix 3.10.5 and later, where MTA-STS chooses the hosts</source>
        <translation>Postfix 3.10.5 y posteriores, donde MTA-STS elige los hosts</translation>
    </message>
    <message>
        <source>Postfix that demands TLS 1.2</source>
        <translation>Postfix que exige TLS 1.2</translation>
    </message>
    <message>
        <source>Exim, by its documentation</source>
        <translation>Exim, según su documentación</translation>
    </message>
    <message>
        <source>Exchange Online, by its documentation</source>
        <translation>Exchange Online, según su documentación</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>it is self-signed</source>
        <translation>es autofirmado</translation>
    </message>
    <message>
        <source>the server does not send the intermediate certificate</source>
        <translation>el servidor no envía el certificado intermedio</translation>
    </message>
    <message>
        <source>its issuer is not trusted</source>
        <translation>no se confía en su emisor</translation>
    </message>
    <message>
        <source>it has been revoked</source>
        <translation>ha sido revocado</translation>
    </message>
    <message>
        <source>it, or one that it rests on, has expired</source>
        <translation>él, o uno en que se apoya, ha caducado</translation>
    </message>
    <message>
        <source>it, or one that it rests on, is not valid yet</source>
        <translation>él, o uno en que se apoya, aún no es válido</translation>
    </message>
    <message>
        <source>it is not for servers (its extended key usage says so)</source>
        <translation>no es para servidores (lo dice su uso extendido de clave)</translation>
    </message>
    <message>
        <source>one that it rests on is no certificate authority&apos;s</source>
        <translation>uno en que se apoya no es de una autoridad de certificación</translation>
    </message>
    <message>
        <source>its key is too weak</source>
        <translation>su clave es demasiado débil</translation>
    </message>
    <message>
        <source>the key of one that it rests on is too weak</source>
        <translation>la clave de uno en que se apoya es demasiado débil</translation>
    </message>
    <message>
        <source>one in its chain is signed with a digest that is too weak</source>
        <translation>uno de su cadena está firmado con un resumen demasiado débil</translation>
    </message>
    <message>
        <source>a signature in its chain is wrong</source>
        <translation>una firma de su cadena es errónea</translation>
    </message>
    <message>
        <source>its chain is too long</source>
        <translation>su cadena es demasiado larga</translation>
    </message>
    <message>
        <source>its chain is longer than an authority in it allows</source>
        <translation>su cadena es más larga de lo que permite una autoridad en ella</translation>
    </message>
    <message>
        <source>its root is not trusted for servers</source>
        <translation>no se confía en su raíz para servidores</translation>
    </message>
    <message>
        <source>its root is rejected for servers</source>
        <translation>su raíz está rechazada para servidores</translation>
    </message>
    <message>
        <source>it has a critical extension that is not understood</source>
        <translation>tiene una extensión crítica que no se entiende</translation>
    </message>
    <message>
        <source>an authority in its chain may not issue for its names</source>
        <translation>una autoridad de su cadena no puede emitir para sus nombres</translation>
    </message>
    <message>
        <source>its root is not trusted</source>
        <translation>no se confía en su raíz</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>no TLS</source>
        <translation>sin TLS</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>no entregado</translation>
    </message>
</context>
<context>
    <name>Witness</name>
    <message>
        <source>STARTTLS not offered</source>
        <translation>STARTTLS no ofrecido</translation>
    </message>
    <message>
        <source>Offer STARTTLS on every MX, and look for a firewall that takes it out.</source>
        <translation>Ofrezca STARTTLS en cada MX y busque un cortafuegos que lo elimine.</translation>
    </message>
    <message>
        <source>certificate for another name</source>
        <translation>certificado para otro nombre</translation>
    </message>
    <message>
        <source>The MX&apos;s certificate must have the name of the MX.</source>
        <translation>El certificado del MX debe llevar el nombre del MX.</translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation>certificado caducado</translation>
    </message>
    <message>
        <source>Renew the MX&apos;s certificate, and reload the server.</source>
        <translation>Renueve el certificado del MX y recargue el servidor.</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>certificado no fiable</translation>
    </message>
    <message>
        <source>Use a certificate of a public authority, and send its whole chain.</source>
        <translation>Use un certificado de una autoridad pública y envíe su cadena completa.</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS falló</translation>
    </message>
    <message>
        <source>The reason code and the server&apos;s own log tell more.</source>
        <translation>El código de la causa y el registro del propio servidor dicen más.</translation>
    </message>
    <message>
        <source>TLSA record does not match</source>
        <translation>el registro TLSA no corresponde</translation>
    </message>
    <message>
        <source>Publish the TLSA record of the certificate in use before it changes.</source>
        <translation>Publique el registro TLSA del certificado en uso antes de que cambie.</translation>
    </message>
    <message>
        <source>DNSSEC failed</source>
        <translation>DNSSEC falló</translation>
    </message>
    <message>
        <source>Mend the zone&apos;s signatures: no validating sender finds the MX.</source>
        <translation>Corrija las firmas de la zona: ningún remitente que valide encuentra el MX.</translation>
    </message>
    <message>
        <source>DANE required, no TLSA record</source>
        <translation>DANE exigido, sin registro TLSA</translation>
    </message>
    <message>
        <source>This sender requires DANE: publish TLSA records, or ask it not to.</source>
        <translation>Este remitente exige DANE: publique registros TLSA o pídale que no lo haga.</translation>
    </message>
    <message>
        <source>MTA-STS policy not found</source>
        <translation>política MTA-STS no encontrada</translation>
    </message>
    <message>
        <source>Serve the policy over HTTPS, or take the _mta-sts record away.</source>
        <translation>Sirva la política por HTTPS o retire el registro _mta-sts.</translation>
    </message>
    <message>
        <source>MTA-STS policy not valid</source>
        <translation>política MTA-STS no válida</translation>
    </message>
    <message>
        <source>Mend the policy file.</source>
        <translation>Corrija el archivo de la política.</translation>
    </message>
    <message>
        <source>MTA-STS web server&apos;s certificate not valid</source>
        <translation>certificado del servidor web de MTA-STS no válido</translation>
    </message>
    <message>
        <source>Renew the certificate of the host mta-sts below the domain.</source>
        <translation>Renueve el certificado del host mta-sts bajo el dominio.</translation>
    </message>
    <message>
        <source>MTA-STS (mode %1)</source>
        <translation>MTA-STS (modo %1)</translation>
    </message>
    <message>
        <source>no policy</source>
        <translation>sin política</translation>
    </message>
    <message>
        <source>not explained</source>
        <translation>sin explicar</translation>
    </message>
    <message>
        <source>%1, %2: all %3 sessions that were reported reached us over TLS.</source>
        <translation>%1, %2: las %3 sesiones notificadas llegaron todas por TLS.</translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 sessions failed (%5). Enforced, the policy would keep that mail out.</source>
        <translation>%1, %2: fallaron %3 de %4 sesiones (%5). Aplicada, la política dejaría fuera ese correo.</translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 sessions failed (%5); their mail waited or was lost.</source>
        <translation>%1, %2: fallaron %3 de %4 sesiones (%5); su correo esperó o se perdió.</translation>
    </message>
    <message>
        <source>%1, %2: TLS failed in %3 of %4 sessions (%5); that mail came in clear or not at all.</source>
        <translation>%1, %2: TLS falló en %3 de %4 sesiones (%5); ese correo llegó en claro o no llegó.</translation>
    </message>
    <message numerus="yes">
        <source>Its own TLS reports (%n)</source>
        <translation>
            <numerusform>Su propio informe TLS (%n)</numerusform>
            <numerusform>Sus propios informes TLS (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 say that all %2 sessions reached us over TLS.</source>
        <translation>%1: las %2 sesiones llegaron todas por TLS.</translation>
    </message>
    <message>
        <source>%1 say that %2 of %3 sessions failed (%4): %5.</source>
        <translation>%1: fallaron %2 de %3 sesiones (%4): %5.</translation>
    </message>
    <message>
        <source>Google saw %1 of its mail to Gmail encrypted%2.</source>
        <translation>Google vio cifrado el %1 de su correo a Gmail%2.</translation>
    </message>
    <message>
        <source>Google saw %1 of Gmail&apos;s mail to it encrypted%2.</source>
        <translation>Google vio cifrado el %1 del correo de Gmail hacia él%2.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>No se puede abrir %1: %2</translation>
    </message>
    <message>
        <source>%1 holds no TLS report.</source>
        <translation>%1 no contiene ningún informe TLS.</translation>
    </message>
    <message>
        <source>%1 holds no TLS report (%2).</source>
        <translation>%1 no contiene ningún informe TLS (%2).</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 está dañado: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n part(s) are too large to be a TLS report.</source>
        <translation>
            <numerusform>%1: %n parte es demasiado grande para ser un informe TLS.</numerusform>
            <numerusform>%1: %n partes son demasiado grandes para ser un informe TLS.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no room for more: what comes behind %1 was left out.</source>
        <translation>No hay sitio para más: se omitió lo que viene después de %1.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>left out, it is empty.</source>
        <translation>omitido, está vacío.</translation>
    </message>
    <message>
        <source>left out, it is not a mail log in a known format.</source>
        <translation>omitido, no es un registro de correo en un formato conocido.</translation>
    </message>
    <message>
        <source>there are no mail server lines in it.</source>
        <translation>no contiene líneas de servidor de correo.</translation>
    </message>
    <message>
        <source>left out, its beginning was read before, but what follows has changed since.</source>
        <translation>omitido, su comienzo ya se leyó, pero lo que sigue ha cambiado desde entonces.</translation>
    </message>
    <message>
        <source>left out, it has the same content as %1.</source>
        <translation>omitido, tiene el mismo contenido que %1.</translation>
    </message>
    <message>
        <source>left out, it cannot be read.</source>
        <translation>omitido, no se puede leer.</translation>
    </message>
    <message>
        <source>“journalctl -o %1” leaves out what is needed to tell sessions apart. Export with “journalctl -o short-iso-precise” or “-o json” instead.</source>
        <translation>«journalctl -o %1» omite lo necesario para distinguir las sesiones. Exportar en su lugar con «journalctl -o short-iso-precise» o «-o json».</translation>
    </message>
    <message>
        <source>cannot be opened. Check the name and the permissions.</source>
        <translation>no se puede abrir. Comprobar el nombre y los permisos.</translation>
    </message>
    <message>
        <source>cannot be read.</source>
        <translation>no se puede leer.</translation>
    </message>
    <message>
        <source>cannot be written. Nothing was changed; check the folder, the permissions and the free space.</source>
        <translation>no se puede escribir. No se cambió nada; comprobar la carpeta, los permisos y el espacio libre.</translation>
    </message>
    <message>
        <source>is there already and was not overwritten. Choose another folder, or say that it may be replaced.</source>
        <translation>ya existe y no se sobrescribió. Elegir otra carpeta, o permitir expresamente que se reemplace.</translation>
    </message>
    <message>
        <source>the compressed file is damaged or cut short.</source>
        <translation>el archivo comprimido está dañado o truncado.</translation>
    </message>
    <message>
        <source>is not a Waxseal workspace.</source>
        <translation>no es un espacio de trabajo de Waxseal.</translation>
    </message>
    <message>
        <source>was saved by a later version of Waxseal (format %1). Open it with that version.</source>
        <translation>se guardó con una versión posterior de Waxseal (formato %1). Abrirlo con esa versión.</translation>
    </message>
    <message>
        <source>the workspace is damaged and was not opened. Take a backup, or import the logs again.</source>
        <translation>el espacio de trabajo está dañado y no se abrió. Recurrir a una copia de seguridad, o importar de nuevo los registros.</translation>
    </message>
    <message>
        <source>is not a requirement of this direction.</source>
        <translation>no es una exigencia de este sentido.</translation>
    </message>
    <message>
        <source>is not a valid domain name.</source>
        <translation>no es un nombre de dominio válido.</translation>
    </message>
    <message>
        <source>There is nothing to export: the policy requires nothing of anybody. Require something first.</source>
        <translation>No hay nada que exportar: la política no exige nada a nadie. Exigir algo primero.</translation>
    </message>
    <message>
        <source>is not supported here.</source>
        <translation>no se admite aquí.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Cancelado. No se cambió nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) began before the log does, so their TLS is unknown. Add the log before this one.</source>
        <translation>
            <numerusform>%n sesión empezó antes que el registro, así que su TLS es desconocido. Añadir el registro anterior a este.</numerusform>
            <numerusform>%n sesiones empezaron antes que el registro, así que su TLS es desconocido. Añadir el registro anterior a este.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) began before the log does and are not counted. Add the log before this one.</source>
        <translation>
            <numerusform>%n mensaje empezó antes que el registro y no se cuenta. Añadir el registro anterior a este.</numerusform>
            <numerusform>%n mensajes empezaron antes que el registro y no se cuentan. Añadir el registro anterior a este.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) skipped, in no known form.</source>
        <translation>
            <numerusform>%n línea omitida, sin forma conocida.</numerusform>
            <numerusform>%n líneas omitidas, sin forma conocida.</numerusform>
        </translation>
    </message>
    <message>
        <source>the compressed file is damaged; it was read up to the damage.</source>
        <translation>el archivo comprimido está dañado; se leyó hasta el daño.</translation>
    </message>
    <message>
        <source>the time stamps name no year; the first line was taken to be of %1. Say another if that is wrong.</source>
        <translation>las marcas de tiempo no indican el año; se supuso que la primera línea es de %1. Indicar otro si no es correcto.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) unfolded from “message repeated … times”.</source>
        <translation>
            <numerusform>%n línea desplegada a partir de «message repeated … times».</numerusform>
            <numerusform>%n líneas desplegadas a partir de «message repeated … times».</numerusform>
        </translation>
    </message>
    <message>
        <source>has been read before, and there is nothing new in it.</source>
        <translation>ya se leyó antes y no contiene nada nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>Several files hold the same lines; %n line(s) were counted once only.</source>
        <translation>
            <numerusform>Varios archivos contienen las mismas líneas; %n línea se contó una sola vez.</numerusform>
            <numerusform>Varios archivos contienen las mismas líneas; %n líneas se contaron una sola vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Several files of one host cover the same time.</source>
        <translation>Varios archivos de un mismo servidor cubren el mismo tiempo.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) were refused because smtpd_tls_security_level = encrypt is on already. Their mail is not in these figures.</source>
        <translation>
            <numerusform>%n sesión se rechazó porque smtpd_tls_security_level = encrypt ya está activo. Su correo no está en estas cifras.</numerusform>
            <numerusform>%n sesiones se rechazaron porque smtpd_tls_security_level = encrypt ya está activo. Su correo no está en estas cifras.</numerusform>
        </translation>
    </message>
    <message>
        <source>All outgoing mail goes through %1. Its TLS is that of the relay, not of the recipients&apos; servers; a policy is keyed by the relay.</source>
        <translation>Todo el correo saliente pasa por %1. Su TLS es el del relay, no el de los servidores de los destinatarios; una política usa el relay como clave.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were too long and were skipped.</source>
        <translation>
            <numerusform>%n línea era demasiado larga y se omitió.</numerusform>
            <numerusform>%n líneas eran demasiado largas y se omitieron.</numerusform>
        </translation>
    </message>
    <message>
        <source>the last line is not finished yet; it is read the next time.</source>
        <translation>la última línea aún no está terminada; se leerá la próxima vez.</translation>
    </message>
    <message numerus="yes">
        <source>Too many sessions or messages were open at once; the %n oldest were given up.</source>
        <translation>
            <numerusform>Había demasiadas sesiones o mensajes abiertos a la vez; se abandonó %n, el más antiguo.</numerusform>
            <numerusform>Había demasiadas sesiones o mensajes abiertos a la vez; se abandonaron los %n más antiguos.</numerusform>
        </translation>
    </message>
    <message>
        <source>never met the requirement</source>
        <translation>nunca cumplió la exigencia</translation>
    </message>
    <message>
        <source>met it at other times</source>
        <translation>la cumplió otras veces</translation>
    </message>
    <message>
        <source>handshake failed</source>
        <translation>negociación TLS fallida</translation>
    </message>
    <message>
        <source>too little seen</source>
        <translation>muy pocos datos</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>sin etiqueta</translation>
    </message>
    <message>
        <source>legitimate</source>
        <translation>legítimo</translation>
    </message>
    <message>
        <source>spam</source>
        <translation>spam</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Entrante</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Saliente</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Envío de usuarios</translation>
    </message>
    <message>
        <source>TLS, version unknown</source>
        <translation>TLS, versión desconocida</translation>
    </message>
    <message>
        <source>older than TLS 1.0</source>
        <translation>anterior a TLS 1.0</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>entrada estándar</translation>
    </message>
    <message>
        <source>is empty.</source>
        <translation>está vacío.</translation>
    </message>
    <message>
        <source>there is no file in this folder.</source>
        <translation>en esta carpeta no hay ningún archivo.</translation>
    </message>
    <message>
        <source>is a log of %1, which cannot be read yet.</source>
        <translation>es un registro de %1; esos aún no se leen.</translation>
    </message>
    <message>
        <source>there are no lines of a known mail server in it.</source>
        <translation>no contiene líneas de un servidor de correo conocido.</translation>
    </message>
    <message>
        <source>is not a mail log in a known format.</source>
        <translation>no es un registro de correo en un formato conocido.</translation>
    </message>
    <message>
        <source>left out, its lines are in mail.log, too.</source>
        <translation>omitido, sus líneas están también en mail.log.</translation>
    </message>
    <message>
        <source>left out, it is a log of %1, which cannot be read yet.</source>
        <translation>omitido, es un registro de %1; esos aún no se leen.</translation>
    </message>
    <message>
        <source>was changed by another program meanwhile and was not overwritten. Open it again, or save under another name.</source>
        <translation>otro programa lo ha cambiado entretanto y no se ha sobrescrito. Volver a abrirlo o guardar con otro nombre.</translation>
    </message>
    <message>
        <source>The workspace&apos;s sessions and messages that were still open at the end of the last import could not be taken up: another version saved them, or they are damaged. What had been counted stands; those messages are not in it. To have them, read the logs into a new workspace.</source>
        <translation>Las sesiones y los mensajes que seguían abiertos al final de la última importación no se pudieron retomar del espacio de trabajo: los guardó otra versión o están dañados. Lo contado sigue valiendo; esos mensajes no figuran. Para contarlos, lea los registros en un espacio de trabajo nuevo.</translation>
    </message>
    <message>
        <source>less than 1 in 1000</source>
        <translation>menos de 1 entre 1000</translation>
    </message>
    <message>
        <source>1 in %1</source>
        <translation>1 entre %1</translation>
    </message>
    <message>
        <source>%1 changed: until %2 it lost %3 of its wanted mail, since then %4. By chance alone: %5.</source>
        <translation>%1 cambió: hasta %2 perdía el %3 de su correo deseado, desde entonces el %4. Por puro azar: %5.</translation>
    </message>
    <message>
        <source>The loss grows: from about %1 to %2 over these days. By chance alone: %3.</source>
        <translation>La pérdida crece: de cerca de %1 a %2 en estos días. Por puro azar: %3.</translation>
    </message>
    <message>
        <source>The loss shrinks: from about %1 to %2 over these days. By chance alone: %3.</source>
        <translation>La pérdida baja: de cerca de %1 a %2 en estos días. Por puro azar: %3.</translation>
    </message>
    <message>
        <source>Next period: %1 to %2 of the wanted mail lost (95 %).</source>
        <translation>Próximo período: del %1 al %2 del correo deseado perdido (95 %).</translation>
    </message>
    <message>
        <source>No forecast: the log does not tell of any wanted message whether it meets the requirement.</source>
        <translation>Sin previsión: el registro no dice de ningún mensaje deseado si cumple el requisito.</translation>
    </message>
    <message>
        <source>Too few data for a forecast; with 95 % the next period loses at most %1 of the wanted mail.</source>
        <translation>Pocos datos para una previsión; al 95 %, el próximo período pierde como máximo el %1 del correo deseado.</translation>
    </message>
    <message>
        <source>Checked on these logs: the first half of the days lost %1, the second %2.</source>
        <translation>Comprobado en estos registros: la primera mitad de los días perdió el %1, la segunda el %2.</translation>
    </message>
    <message>
        <source>Checked on these logs: the first half of the days forecast %1 to %2 for the second, and %3 came.</source>
        <translation>Comprobado en estos registros: la primera mitad de los días preveía del %1 al %2 para la segunda, y fue el %3.</translation>
    </message>
    <message>
        <source>Checked on these logs, it failed: the first half of the days forecast %1 to %2 for the second, and %3 came.</source>
        <translation>Comprobado en estos registros, falló: la primera mitad de los días preveía del %1 al %2 para la segunda, y fue el %3.</translation>
    </message>
    <message>
        <source>the lines have no time. Read the log with its times: “docker logs --timestamps”, “kubectl logs --timestamps”.</source>
        <translation>las líneas no tienen hora. Leer el registro con sus horas: «docker logs --timestamps», «kubectl logs --timestamps».</translation>
    </message>
    <message>
        <source>the lines of smtpd and smtp name no process id, so sessions cannot be told apart. Have it logged as in “postfix/smtpd[1234]:” (rsyslog: %syslogtag%; in JSON a field pid or procid).</source>
        <translation>las líneas de smtpd y smtp no nombran el número de proceso, así que no se pueden distinguir las sesiones. Registrarlo como en «postfix/smtpd[1234]:» (rsyslog: %syslogtag%; en JSON un campo pid o procid).</translation>
    </message>
    <message>
        <source>the lines name the process “postfix” but not its service. Have it logged as in “postfix/smtpd[1234]:” (rsyslog: %syslogtag%, not %programname%).</source>
        <translation>las líneas nombran el proceso «postfix» pero no su servicio. Registrarlo como en «postfix/smtpd[1234]:» (rsyslog: %syslogtag%, no %programname%).</translation>
    </message>
    <message>
        <source>these are Elasticsearch documents (JSON) whose lines were taken apart. A search gives them in no certain order and stops at 10 000, so sessions cannot be followed. Read the mail log itself, or export a field that holds whole lines (event.original).</source>
        <translation>son documentos de Elasticsearch (JSON) cuyas líneas se desarmaron. Una búsqueda los da sin orden seguro y se detiene en 10 000, así que no se pueden seguir las sesiones. Leer el propio registro de correo, o exportar un campo con líneas enteras (event.original).</translation>
    </message>
    <message>
        <source>this is JSON with an object over several lines. Write one object a line: “journalctl -o json”, or pass it through “jq -c .”.</source>
        <translation>es JSON con un objeto en varias líneas. Escribir un objeto por línea: «journalctl -o json», o pasarlo por «jq -c .».</translation>
    </message>
    <message>
        <source>this is a table (CSV). Export whole lines with their times instead, or JSON with one document a line.</source>
        <translation>es una tabla (CSV). Exportar en su lugar líneas enteras con sus horas, o JSON con un documento por línea.</translation>
    </message>
    <message>
        <source>is no plain file but a device, a pipe or a socket. Name a file; nothing was changed.</source>
        <translation>no es un archivo normal sino un dispositivo, una tubería o un socket. Nombrar un archivo; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>is a symbolic link that leads nowhere. Remove the link, or name the file itself; nothing was changed.</source>
        <translation>es un enlace simbólico que no lleva a ninguna parte. Quitar el enlace o nombrar el archivo mismo; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>is locked by another program. Close it there, or try again in a moment.</source>
        <translation>está bloqueado por otro programa. Cerrarlo allí, o probar de nuevo en un momento.</translation>
    </message>
    <message>
        <source>has changes beside it that another program has not finished, in %1. Close it there; if no program has it open, move that file away.</source>
        <translation>tiene al lado cambios que otro programa no ha terminado, en %1. Cerrarlo allí; si ningún programa lo tiene abierto, apartar ese archivo.</translation>
    </message>
    <message numerus="yes">
        <source>the time of %n line(s) agrees with no other line near it: a wrong clock. No other line was moved by it.</source>
        <translation>
            <numerusform>la hora de %n línea no concuerda con ninguna otra cercana: un reloj erróneo. No movió ninguna otra línea.</numerusform>
            <numerusform>la hora de %n líneas no concuerda con ninguna otra cercana: un reloj erróneo. No movió ninguna otra línea.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These logs begin before what had been read. So the %n file(s) read before were read again with them: the figures are those of reading all logs at once.</source>
        <translation>
            <numerusform>Estos registros empiezan antes de lo ya leído. Por eso el archivo leído antes (%n) se leyó de nuevo con ellos: las cifras son las de leer todos los registros a la vez.</numerusform>
            <numerusform>Estos registros empiezan antes de lo ya leído. Por eso los %n archivos leídos antes se leyeron de nuevo con ellos: las cifras son las de leer todos los registros a la vez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These logs begin before what had been read, and not all logs read before are there any more to be read with them. %n session(s), message(s) or deliveries were still open at the end of the older logs: what the logs tell of them on both sides could not be joined, so their TLS may be unknown or they are missing. To count them, import all logs into a new workspace.</source>
        <translation>
            <numerusform>Estos registros empiezan antes de lo ya leído, y no todos los leídos antes están ya para leerlos con ellos. %n sesión, mensaje o entrega seguía abierto al final de los más antiguos: lo que los registros dicen de él a ambos lados no se pudo unir, así que su TLS puede ser desconocido o falta. Para contarlo, importar todos los registros en un espacio de trabajo nuevo.</numerusform>
            <numerusform>Estos registros empiezan antes de lo ya leído, y no todos los leídos antes están ya para leerlos con ellos. %n sesiones, mensajes o entregas seguían abiertos al final de los más antiguos: lo que los registros dicen de ellos a ambos lados no se pudo unir, así que su TLS puede ser desconocido o faltan. Para contarlos, importar todos los registros en un espacio de trabajo nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <source>The system&apos;s log daemon dropped lines because of rate limiting. Mail whose lines are missing is not counted, and what seems to have gone in clear around the gap is unknown. Raise the daemon&apos;s limits.</source>
        <translation>El servicio de registro del sistema descartó líneas por su límite de frecuencia. El correo cuyas líneas faltan no se cuenta, y lo que parece haber ido en claro alrededor del hueco es desconocido. Subir los límites del servicio.</translation>
    </message>
    <message numerus="yes">
        <source>The system&apos;s log daemon dropped %n line(s) because of rate limiting. Mail whose lines are missing is not counted, and what seems to have gone in clear around the gap is unknown. Raise the daemon&apos;s limits.</source>
        <translation>
            <numerusform>El servicio de registro del sistema descartó %n línea por su límite de frecuencia. El correo cuyas líneas faltan no se cuenta, y lo que parece haber ido en claro alrededor del hueco es desconocido. Subir los límites del servicio.</numerusform>
            <numerusform>El servicio de registro del sistema descartó %n líneas por su límite de frecuencia. El correo cuyas líneas faltan no se cuenta, y lo que parece haber ido en claro alrededor del hueco es desconocido. Subir los límites del servicio.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) begin in this log, and no line of the queue manager (qmgr) says that any was accepted, so none is counted. Add the whole mail log, not the lines of smtpd alone.</source>
        <translation>
            <numerusform>%n mensaje empieza en este registro, y ninguna línea del gestor de colas (qmgr) dice que alguno fuera aceptado, así que no se cuenta ninguno. Añadir el registro de correo entero, no solo las líneas de smtpd.</numerusform>
            <numerusform>%n mensajes empiezan en este registro, y ninguna línea del gestor de colas (qmgr) dice que alguno fuera aceptado, así que no se cuenta ninguno. Añadir el registro de correo entero, no solo las líneas de smtpd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) came through a proxy that named the client by XCLIENT. Whether the client used TLS with the proxy is not in this log, so it is unknown.</source>
        <translation>
            <numerusform>%n mensaje llegó por un proxy que nombró al cliente con XCLIENT. Si el cliente usó TLS con el proxy no está en este registro, así que es desconocido.</numerusform>
            <numerusform>%n mensajes llegaron por un proxy que nombró al cliente con XCLIENT. Si el cliente usó TLS con el proxy no está en este registro, así que es desconocido.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were put on hold and are not seen to leave the hold queue, so they are not counted. If a filter such as MailScanner takes them from there, add its lines: they name the new queue ids.</source>
        <translation>
            <numerusform>%n mensaje quedó retenido y no se le ve salir de la cola de retención, así que no se cuenta. Si un filtro como MailScanner lo recoge allí, añadir sus líneas: nombran los nuevos identificadores de cola.</numerusform>
            <numerusform>%n mensajes quedaron retenidos y no se les ve salir de la cola de retención, así que no se cuentan. Si un filtro como MailScanner los recoge allí, añadir sus líneas: nombran los nuevos identificadores de cola.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) were refused by reject_plaintext_session because the session was not encrypted. That mail is lost already, or came back over TLS.</source>
        <translation>
            <numerusform>reject_plaintext_session rechazó %n destinatario porque la sesión no estaba cifrada. Ese correo ya está perdido, o volvió por TLS.</numerusform>
            <numerusform>reject_plaintext_session rechazó %n destinatarios porque la sesión no estaba cifrada. Ese correo ya está perdido, o volvió por TLS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) were refused by reject_plaintext_session because the session was not encrypted. That mail is lost already, or came back over TLS. Its senders: %1.</source>
        <translation>
            <numerusform>reject_plaintext_session rechazó %n destinatario porque la sesión no estaba cifrada. Ese correo ya está perdido, o volvió por TLS. Sus remitentes: %1.</numerusform>
            <numerusform>reject_plaintext_session rechazó %n destinatarios porque la sesión no estaba cifrada. Ese correo ya está perdido, o volvió por TLS. Sus remitentes: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outgoing message(s) failed at least once because the settings here require TLS that could not be had. To: %1.</source>
        <translation>
            <numerusform>%n mensaje saliente falló al menos una vez porque la configuración de aquí exige un TLS que no se pudo obtener. A: %1.</numerusform>
            <numerusform>%n mensajes salientes fallaron al menos una vez porque la configuración de aquí exige un TLS que no se pudo obtener. A: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outgoing message(s) went in clear to hosts that offer STARTTLS, because the settings here use no TLS. Set smtp_tls_security_level = may. To: %1.</source>
        <translation>
            <numerusform>%n mensaje saliente fue en claro a hosts que ofrecen STARTTLS, porque la configuración de aquí no usa TLS. Poner smtp_tls_security_level = may. A: %1.</numerusform>
            <numerusform>%n mensajes salientes fueron en claro a hosts que ofrecen STARTTLS, porque la configuración de aquí no usa TLS. Poner smtp_tls_security_level = may. A: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Logs of these servers are understood, plain or compressed, from syslog or from journalctl: %1.</source>
        <translation>Se entienden los registros de estos servidores, comprimidos o no, de syslog o de journalctl: %1.</translation>
    </message>
    <message numerus="yes">
        <source>For %n incoming message(s) the log does not tell whether TLS was used, or which version. Set %1.</source>
        <translation>
            <numerusform>El registro no dice de %n mensaje entrante si se usó TLS, o qué versión. Establezca %1.</numerusform>
            <numerusform>El registro no dice de %n mensajes entrantes si se usó TLS, o qué versión. Establezca %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n outgoing message(s) the log does not tell whether TLS was used. Set %1.</source>
        <translation>
            <numerusform>El registro no dice de %n mensaje saliente si se usó TLS. Establezca %1.</numerusform>
            <numerusform>El registro no dice de %n mensajes salientes si se usó TLS. Establezca %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) were refused by %1 because the session was not encrypted. That mail is lost already, or came back over TLS. Its senders, as far as the log names them: %2.</source>
        <translation>
            <numerusform>%1 rechazó %n comando porque la sesión no estaba cifrada. Ese correo ya está perdido, o volvió por TLS. Sus remitentes, en lo que el registro los nombra: %2.</numerusform>
            <numerusform>%1 rechazó %n comandos porque la sesión no estaba cifrada. Ese correo ya está perdido, o volvió por TLS. Sus remitentes, en lo que el registro los nombra: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>not a valid host name</source>
        <translation>no es un nombre de host válido</translation>
    </message>
    <message>
        <source>this server has no setting for it</source>
        <translation>este servidor no tiene ningún ajuste para ello</translation>
    </message>
    <message>
        <source>the null sender &lt;&gt; has no row of its own here</source>
        <translation>el remitente nulo &lt;&gt; no tiene fila propia aquí</translation>
    </message>
    <message>
        <source>this server cannot ask a trusted certificate of some senders only</source>
        <translation>este servidor no puede pedir un certificado de confianza solo a algunos remitentes</translation>
    </message>
    <message>
        <source>Verified</source>
        <extracomment>Of a certificate, as Postfix logs it: trusted, and its name is the one that was asked for.</extracomment>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Trusted</source>
        <extracomment>Of a certificate, as Postfix logs it: signed by an authority that is known.</extracomment>
        <translation>De confianza</translation>
    </message>
    <message>
        <source>Untrusted</source>
        <extracomment>Of a certificate, as Postfix logs it: not signed by an authority that is known.</extracomment>
        <translation>No fiable</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <extracomment>Of a TLS connection, as Postfix logs it: without a certificate.</extracomment>
        <translation>Anónimo</translation>
    </message>
    <message>
        <source>not logged</source>
        <translation>no registrado</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Know what you would lose before you require TLS, and prove it.</source>
        <translation>Saber lo que se perdería antes de exigir TLS, y demostrarlo.</translation>
    </message>
    <message>
        <source>Open the demo log: a month of a made-up company&apos;s mail server.</source>
        <translation>Abrir el registro de demostración: un mes del servidor de correo de una empresa inventada.</translation>
    </message>
    <message>
        <source>Mail logs, folders of them, a workspace (*.waxseal), or - for a log on standard input.</source>
        <translation>Registros de correo, carpetas de ellos, un espacio de trabajo (*.waxseal) o - para un registro en la entrada estándar.</translation>
    </message>
</context>
<context>
    <name>waxseal</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Move the loss budget in its chart</source>
        <translation>Mover el presupuesto de pérdida en su gráfico</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Teclas de flecha</translation>
    </message>
    <message>
        <source>Leave the filter, and clear it</source>
        <translation>Salir del filtro y vaciarlo</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>About Waxseal</source>
        <translation>Acerca de Waxseal</translation>
    </message>
    <message>
        <source>Know what you would lose before you require TLS, and prove it.</source>
        <translation>Saber lo que se perdería antes de exigir TLS, y demostrarlo.</translation>
    </message>
    <message>
        <source>Copyright 2026 The Waxseal developers. Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>Copyright 2026 The Waxseal developers. Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior, sin garantía alguna.</translation>
    </message>
    <message>
        <source>Qt %1 (built with %2)</source>
        <translation>Qt %1 (compilado con %2)</translation>
    </message>
    <message>
        <source>What the Figures Mean</source>
        <translation>Qué significan las cifras</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>One accepted mail transaction, counted once, whatever loops it takes inside the server. Mail of own users is submission; mail from internal networks is not counted.</source>
        <translation>Una transacción de correo aceptada, contada una vez, sean cuales sean sus vueltas dentro del servidor. El correo de los usuarios propios es envío; el de redes internas no se cuenta.</translation>
    </message>
    <message>
        <source>Over TLS, in clear, unknown</source>
        <translation>Por TLS, en claro, desconocido</translation>
    </message>
    <message>
        <source>What the session was when the message began. Where the log cannot tell it is unknown, and never counted as clear.</source>
        <translation>El estado de la sesión cuando empezó el mensaje. Donde el registro no lo indica es desconocido, y nunca cuenta como en claro.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como mucho</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Protegido</translation>
    </message>
    <message>
        <source>Wanted mail that arrives as required: nobody between the servers can talk it into plaintext any more. The hop is protected, not the message.</source>
        <translation>Correo deseado que llega como se exige: nadie entre los servidores puede ya forzarlo a ir en claro. Se protege el salto, no el mensaje.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>The share of wanted mail that may be lost. Domains that protect most for each lost message come first; one never seen over TLS is never among them.</source>
        <translation>La proporción del correo deseado que puede perderse. Primero van los dominios que más protegen por cada mensaje perdido; uno nunca visto por TLS nunca está entre ellos.</translation>
    </message>
    <message>
        <source>Refuse later, refuse now</source>
        <translation>Rechazar más tarde, rechazar ahora</translation>
    </message>
    <message>
        <source>Later refuses with a 4xx reply: senders try again for days. Now refuses with a 5xx reply: the mail returns to its sender at once.</source>
        <translation>Más tarde rechaza con una respuesta 4xx: los remitentes lo reintentan durante días. Ahora rechaza con una respuesta 5xx: el correo vuelve enseguida a su remitente.</translation>
    </message>
    <message>
        <source>Wanted mail</source>
        <translation>Correo deseado</translation>
    </message>
    <message>
        <source>All that no scanner called spam. Headline, budget, forecast and charts speak of it; spam stands beside it.</source>
        <translation>Todo lo que ningún filtro llamó spam. De él hablan el titular, el presupuesto, la previsión y los gráficos; el spam está al lado.</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Pierde</translation>
    </message>
    <message>
        <source>Wanted messages of these logs that the requirement refuses. Grey with a plus: nothing is required yet, and switching it on would lose so many.</source>
        <translation>Mensajes deseados de estos registros que el requisito rechaza. En gris con un más: aún no se exige nada, y activarlo perdería tantos.</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Lost beside it: what a scanner had called spam. Requiring TLS keeps spam away only until spammers adapt.</source>
        <translation>Perdido al lado: lo que un filtro había llamado spam. Exigir TLS aleja el spam solo hasta que los spammers se adaptan.</translation>
    </message>
    <message>
        <source>Upper 95 % bound of the share of wanted mail lost. Nothing lost of few messages proves little.</source>
        <translation>Límite superior del 95 % de la parte de correo deseado perdida. Que no se pierda nada de pocos mensajes demuestra poco.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>A requirement that was chosen for a domain, nothing included, has a pin: presets and the budget leave it as it is.</source>
        <translation>Un requisito elegido para un dominio, también ninguno, lleva una chincheta: los preajustes y el presupuesto lo dejan como está.</translation>
    </message>
    <message>
        <source>Next days, 95 of 100 times</source>
        <translation>Próximos días, 95 de cada 100 veces</translation>
    </message>
    <message>
        <source>The range in which the share of wanted mail lost would lie in 95 of 100 periods as long as these logs, if the same senders go on as they did. With less than 14 days, or fewer than 5 domains that would lose mail, there is none.</source>
        <translation>El intervalo en que estaría la parte de correo deseado perdida en 95 de cada 100 períodos tan largos como estos registros, si los mismos remitentes siguen igual. Con menos de 14 días, o menos de 5 dominios que perderían correo, no lo hay.</translation>
    </message>
    <message>
        <source>Switch the selected domains on or off</source>
        <translation>Activar o desactivar los dominios seleccionados</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Choose the requirement of the selected domains</source>
        <translation>Elegir el requisito de los dominios seleccionados</translation>
    </message>
    <message>
        <source>Enter or F2</source>
        <translation>Intro o F2</translation>
    </message>
    <message>
        <source>Open or close an organisation</source>
        <translation>Abrir o cerrar una organización</translation>
    </message>
    <message>
        <source>%1: the host, its network and its organisation never met the requirement. %2: they met it at other times, and are likely to come back when refused later (4xx). %3: a handshake with this server failed before, and its own settings may be at fault. %4: fewer than three messages.</source>
        <translation>%1: el host, su red y su organización nunca cumplieron el requisito. %2: lo cumplieron otras veces y probablemente vuelvan si se rechaza más tarde (4xx). %3: antes falló una negociación con este servidor, y puede deberse a su propia configuración. %4: menos de tres mensajes.</translation>
    </message>
</context>
<context>
    <name>waxseal::AdvicePanel</name>
    <message>
        <source>Accepted and lost mail under this policy</source>
        <translation>Correo aceptado y perdido con esta política</translation>
    </message>
    <message>
        <source>What is required</source>
        <translation>Lo que se exige</translation>
    </message>
    <message>
        <source>What it would have cost</source>
        <translation>Lo que habría costado</translation>
    </message>
    <message>
        <source>Who would be refused most</source>
        <translation>A quién se rechazaría más</translation>
    </message>
    <message>
        <source>What it protects</source>
        <translation>Lo que protege</translation>
    </message>
    <message>
        <source>Roll out in stages</source>
        <translation>Implantar por etapas</translation>
    </message>
    <message>
        <source>The standard way, beside it or instead</source>
        <translation>La vía estándar, además o en su lugar</translation>
    </message>
    <message>
        <source>Own users</source>
        <translation>Usuarios propios</translation>
    </message>
    <message>
        <source>Everybody must use TLS</source>
        <translation>Todos deben usar TLS</translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s) must use TLS</source>
        <translation>
            <numerusform>%Ln dominio debe usar TLS</numerusform>
            <numerusform>%Ln dominios deben usar TLS</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is required yet</source>
        <translation>Aún no se exige nada</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <comment>a percentage of mail</comment>
        <translation>%1 perdido</translation>
    </message>
    <message>
        <source>no mail in the logs</source>
        <translation>sin correo en los registros</translation>
    </message>
    <message>
        <source>lost, legitimate</source>
        <translation>perdido, legítimo</translation>
    </message>
    <message>
        <source>lost, unlabelled</source>
        <translation>perdido, sin etiqueta</translation>
    </message>
    <message>
        <source>lost, not spam</source>
        <translation>perdido, no spam</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>lost, spam</source>
        <translation>perdido, spam</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names of domains</comment>
        <translation>
            <numerusform>%1 y %Ln más</numerusform>
            <numerusform>%1 y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Exigencia</translation>
    </message>
    <message>
        <source>Towards</source>
        <translation>Hacia</translation>
    </message>
    <message>
        <source>Of whom</source>
        <translation>A quién</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Dominios</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>messages of %1 lost.</source>
        <translation>mensajes de %1 perdidos.</translation>
    </message>
    <message>
        <source>of %1 messages lost: %2 legitimate, %3 spam, %4 that no scanner has labelled.</source>
        <translation>de %1 mensajes perdidos: %2 legítimos, %3 spam, %4 que ningún analizador etiquetó.</translation>
    </message>
    <message>
        <source>from hosts that have never met the requirement: gone until their owners change that.</source>
        <translation>de servidores que nunca han cumplido la exigencia: perdidos hasta que sus dueños lo cambien.</translation>
    </message>
    <message>
        <source>from hosts that meet it at other times: refused with 4xx, most of it comes back as required.</source>
        <translation>de servidores que la cumplen otras veces: rechazado con 4xx, la mayor parte vuelve como se exige.</translation>
    </message>
    <message>
        <source>in clear after a failed handshake: this server&apos;s own TLS settings may be at fault, look at them first.</source>
        <translation>en claro tras una negociación TLS fallida: la configuración TLS de este servidor puede ser la causa; revisarla primero.</translation>
    </message>
    <message>
        <source>from hosts seen fewer than three times: too little to say.</source>
        <translation>de servidores vistos menos de tres veces: muy poco para juzgar.</translation>
    </message>
    <message>
        <source>more whose TLS the log does not tell. They are neither counted as lost nor as accepted.</source>
        <translation>más cuyo TLS no indica el registro. No se cuentan ni como perdidos ni como aceptados.</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation>Siguiente salto</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Dominio</translation>
    </message>
    <message>
        <source>Would lose</source>
        <translation>Se perdería</translation>
    </message>
    <message>
        <source>Of messages</source>
        <translation>De mensajes</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como mucho</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Indicio</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more domain(s)</source>
        <translation>
            <numerusform>y %Ln dominio más</numerusform>
            <numerusform>y %Ln dominios más</numerusform>
        </translation>
    </message>
    <message>
        <source>Forecasting the next period…</source>
        <translation>Previendo el próximo periodo…</translation>
    </message>
    <message>
        <source>Switch the audit files on. Postfix delivers everything and logs what it would refuse as reject_warning.</source>
        <translation>Activar los archivos de auditoría. Postfix entrega todo y registra como reject_warning lo que rechazaría.</translation>
    </message>
    <message numerus="yes">
        <source>By this log that is about %Ln message(s) a week.</source>
        <translation>
            <numerusform>Según este registro es alrededor de %Ln mensaje por semana.</numerusform>
            <numerusform>Según este registro son unos %Ln mensajes por semana.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a week and compare.</source>
        <translation>Esperar una semana y comparar.</translation>
    </message>
    <message>
        <source>Audit: refuse nothing</source>
        <translation>Auditoría: no rechazar nada</translation>
    </message>
    <message>
        <source>Senders keep the mail and try again for days. Those that can use TLS come back with it; write to the postmasters of those that cannot.</source>
        <translation>Los remitentes guardan el correo y reintentan durante días. Quienes pueden usar TLS vuelven con él; conviene escribir a los postmasters de los demás.</translation>
    </message>
    <message>
        <source>Only when a week at 4xx brought no surprise. The sender learns at once that the message did not arrive.</source>
        <translation>Solo cuando una semana con 4xx no trajo sorpresas. El remitente sabe al instante que el mensaje no llegó.</translation>
    </message>
    <message>
        <source>Keep looking</source>
        <translation>Seguir mirando</translation>
    </message>
    <message>
        <source>Open the newer logs here each month: what lost nothing last month may lose something now.</source>
        <translation>Abrir aquí cada mes los registros nuevos: lo que no perdió nada el mes pasado puede perder algo ahora.</translation>
    </message>
    <message>
        <source>Audit: hold nothing back</source>
        <translation>Auditoría: no retener nada</translation>
    </message>
    <message>
        <source>Switch the audit files on. Every row still says may; the log tells what each delivery reached. Wait a week and compare.</source>
        <translation>Activar los archivos de auditoría. Cada fila dice aún may; el registro dice qué alcanzó cada entrega. Esperar una semana y comparar.</translation>
    </message>
    <message>
        <source>Enforce a few</source>
        <translation>Aplicar unas pocas</translation>
    </message>
    <message>
        <source>Start with partners whom you can call. What cannot be delivered is deferred, not lost: it stays in the queue for five days (maximal_queue_lifetime), then returns to its sender. Watch mailq.</source>
        <translation>Empezar con socios a los que se puede llamar. Lo que no se entrega queda aplazado, no perdido: permanece cinco días en la cola (maximal_queue_lifetime) y luego vuelve al remitente. Vigilar mailq.</translation>
    </message>
    <message>
        <source>Enforce the rest</source>
        <translation>Aplicar el resto</translation>
    </message>
    <message>
        <source>When a week brought no surprise.</source>
        <translation>Cuando una semana no trajo sorpresas.</translation>
    </message>
    <message>
        <source>Certificates expire and keys roll over: test the stricter levels again before they bite.</source>
        <translation>Los certificados caducan y las claves se renuevan: probar de nuevo a tiempo los niveles más estrictos.</translation>
    </message>
    <message>
        <source>RFC 3207, section 4</source>
        <translation>RFC 3207, sección 4</translation>
    </message>
    <message>
        <source>A publicly-referenced SMTP server must not require STARTTLS for local delivery. Rows for partners who agreed are one matter, a default for everybody another. And requiring TLS stops spam only until spammers adapt.</source>
        <translation>Un servidor SMTP de referencia pública no debe exigir STARTTLS para la entrega local. Las filas para socios que lo aceptaron son una cosa, un valor por omisión para todos otra. Y exigir TLS frena el spam solo hasta que los spammers se adaptan.</translation>
    </message>
    <message>
        <source>MTA-STS (RFC 8461) and DANE (RFC 7672)</source>
        <translation>MTA-STS (RFC 8461) y DANE (RFC 7672)</translation>
    </message>
    <message>
        <source>Publish them, and senders that know them encrypt to this server or do not send, while the others still get through. A certificate is needed here, not at the sender.</source>
        <translation>Publicarlos, y los remitentes que los conocen cifran hacia este servidor o no envían, mientras los demás siguen pasando. El certificado hace falta aquí, no en el remitente.</translation>
    </message>
    <message>
        <source>TLS-RPT (RFC 8460)</source>
        <translation>TLS-RPT (RFC 8460)</translation>
    </message>
    <message>
        <source>Publish it first: the large senders then report every day what failed, before anything is enforced.</source>
        <translation>Publicarlo primero: los grandes remitentes informan entonces a diario de lo que falló, antes de que se exija nada.</translation>
    </message>
    <message>
        <source>DANE (RFC 7672)</source>
        <translation>DANE (RFC 7672)</translation>
    </message>
    <message>
        <source>smtp_tls_security_level = dane encrypts and authenticates wherever the other side has published TLSA records, and stays opportunistic elsewhere. It needs a validating resolver of your own.</source>
        <translation>smtp_tls_security_level = dane cifra y autentica donde la otra parte ha publicado registros TLSA, y sigue siendo oportunista en lo demás. Necesita un resolvedor propio que valide.</translation>
    </message>
    <message>
        <source>MTA-STS (RFC 8461)</source>
        <translation>MTA-STS (RFC 8461)</translation>
    </message>
    <message>
        <source>Postfix has no MTA-STS client of its own; a policy service behind smtp_tls_policy_maps adds it. Where both are published, DANE goes first.</source>
        <translation>Postfix no tiene cliente MTA-STS propio; un servicio de políticas tras smtp_tls_policy_maps lo añade. Donde se publican ambos, DANE va primero.</translation>
    </message>
    <message>
        <source>RFC 8314</source>
        <translation>RFC 8314</translation>
    </message>
    <message>
        <source>Own users can be asked for TLS at once: use implicit TLS on port 465, or smtpd_tls_security_level = encrypt for the submission service in master.cf. Their programs show the error to them.</source>
        <translation>A los usuarios propios se les puede exigir TLS de inmediato: TLS implícito en el puerto 465, o smtpd_tls_security_level = encrypt para el servicio submission en master.cf. Sus programas les muestran el error.</translation>
    </message>
    <message>
        <source>%1 of the wanted mail protected</source>
        <translation>%1 del correo deseado protegido</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the wanted mail, %Ln message(s), is sent encrypted or not at all. Somebody between the servers who strips STARTTLS only delays it. Encrypt alone does not check who answers: dane, verify and secure do.</source>
        <translation>
            <numerusform>El %1 del correo deseado, %Ln mensaje, se envía cifrado o no se envía. Quien elimine STARTTLS entre los servidores solo lo retrasa. encrypt por sí solo no comprueba quién responde: dane, verify y secure sí.</numerusform>
            <numerusform>El %1 del correo deseado, %Ln mensajes, se envía cifrado o no se envía. Quien elimine STARTTLS entre los servidores solo lo retrasa. encrypt por sí solo no comprueba quién responde: dane, verify y secure sí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the wanted mail, %Ln message(s), can no longer be talked into plaintext by somebody between the servers who strips STARTTLS. It is the hop that is protected, not the message: from end to end only OpenPGP or S/MIME do that.</source>
        <translation>
            <numerusform>El %1 del correo deseado, %Ln mensaje, ya no puede ser forzado a ir en claro por quien elimine STARTTLS entre los servidores. Se protege el salto, no el mensaje: de extremo a extremo solo lo hacen OpenPGP o S/MIME.</numerusform>
            <numerusform>El %1 del correo deseado, %Ln mensajes, ya no puede ser forzado a ir en claro por quien elimine STARTTLS entre los servidores. Se protege el salto, no el mensaje: de extremo a extremo solo lo hacen OpenPGP o S/MIME.</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected in the next period of the same length: %1 (%2).</source>
        <translation>Lo esperado en el próximo periodo de igual duración: %1 (%2).</translation>
    </message>
    <message>
        <source>loss unknown</source>
        <translation>pérdida desconocida</translation>
    </message>
    <message>
        <source>About %1 of the next wanted mail comes from domains not seen yet; of those seen once, %2 would have been lost.</source>
        <translation>Cerca del %1 del próximo correo deseado viene de dominios aún no vistos; de los vistos una vez se habría perdido el %2.</translation>
    </message>
    <message>
        <source>What the logs recommend</source>
        <translation>Lo que recomiendan los registros</translation>
    </message>
    <message>
        <source>Refuse later: 4xx</source>
        <translation>Rechazar más tarde: 4xx</translation>
    </message>
    <message>
        <source>Refuse now: 5xx</source>
        <translation>Rechazar ahora: 5xx</translation>
    </message>
</context>
<context>
    <name>waxseal::ChangeChip</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>waxseal::Chart</name>
    <message>
        <source>Menu of the chart %1</source>
        <translation>Menú del gráfico %1</translation>
    </message>
    <message>
        <source>Save, copy or show as table</source>
        <translation>Guardar, copiar o mostrar como tabla</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Guardar como PNG…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagen PNG (*.png)</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Documento PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar como CSV…</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>Tabla CSV (*.csv)</translation>
    </message>
    <message>
        <source>Copy Picture</source>
        <translation>Copiar imagen</translation>
    </message>
    <message>
        <source>Copy Numbers</source>
        <translation>Copiar números</translation>
    </message>
    <message>
        <source>Show as Table</source>
        <translation>Mostrar como tabla</translation>
    </message>
    <message>
        <source>Save Chart</source>
        <translation>Guardar gráfico</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder.</source>
        <translation>No se pudo escribir %1. Elegir otra carpeta.</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>Nada que dibujar.</translation>
    </message>
</context>
<context>
    <name>waxseal::ComparisonDialog</name>
    <message>
        <source>Compare Two Periods</source>
        <translation>Comparar dos periodos</translation>
    </message>
    <message>
        <source>Filter domains</source>
        <translation>Filtrar dominios</translation>
    </message>
    <message>
        <source>Domains before and after</source>
        <translation>Dominios antes y después</translation>
    </message>
    <message>
        <source>&amp;Copy Table</source>
        <translation>&amp;Copiar la tabla</translation>
    </message>
    <message>
        <source>The day that parts the two periods</source>
        <translation>El día que separa los dos periodos</translation>
    </message>
    <message>
        <source>Before: first day</source>
        <translation>Antes: primer día</translation>
    </message>
    <message>
        <source>Before: last day</source>
        <translation>Antes: último día</translation>
    </message>
    <message>
        <source>After: first day</source>
        <translation>Después: primer día</translation>
    </message>
    <message>
        <source>After: last day</source>
        <translation>Después: último día</translation>
    </message>
    <message>
        <source>&amp;Since the day</source>
        <extracomment>A day on which something happened: the administrator wrote to the domains, or they changed something.</extracomment>
        <translation>De&amp;sde el día</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>&amp;Antes</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translation>&amp;Después</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>Over TLS: %1 before, %2 after.</source>
        <translation>Por TLS: %1 antes, %2 después.</translation>
    </message>
    <message>
        <source>Of wanted mail, requiring TLS of all would lose %1 before, %2 after.</source>
        <translation>Del correo deseado, exigir TLS a todos perdería %1 antes y %2 después.</translation>
    </message>
</context>
<context>
    <name>waxseal::ComparisonModel</name>
    <message>
        <source>new</source>
        <comment>a domain</comment>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>silent</source>
        <comment>a domain</comment>
        <translation>en silencio</translation>
    </message>
    <message>
        <source>same</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>A difference of two percentages, with its sign.</extracomment>
        <translation>%1 puntos</translation>
    </message>
    <message>
        <source>Wanted messages that would be lost if TLS were required of the domain</source>
        <translation>Mensajes deseados que se perderían si se exigiera TLS al dominio</translation>
    </message>
    <message>
        <source>How the share of mail over TLS has changed, in percentage points</source>
        <translation>Cómo ha cambiado la proporción de correo por TLS, en puntos porcentuales</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Dominio</translation>
    </message>
    <message>
        <source>Messages before</source>
        <translation>Mensajes antes</translation>
    </message>
    <message>
        <source>Over TLS before</source>
        <translation>Por TLS antes</translation>
    </message>
    <message>
        <source>Over TLS after</source>
        <translation>Por TLS después</translation>
    </message>
    <message>
        <source>Would lose before</source>
        <translation>Perdería antes</translation>
    </message>
    <message>
        <source>Messages after</source>
        <translation>Mensajes después</translation>
    </message>
    <message>
        <source>Would lose after</source>
        <translation>Perdería después</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
</context>
<context>
    <name>waxseal::CostModel</name>
    <message>
        <source>Require nothing of %1</source>
        <translation>No exigir nada a %1</translation>
    </message>
    <message>
        <source>%1: %2 wanted messages lost</source>
        <translation>%1: %2 mensajes deseados perdidos</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Dominio</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Pierde</translation>
    </message>
</context>
<context>
    <name>waxseal::CostPanel</name>
    <message>
        <source>Who costs what</source>
        <translation>Quién cuesta qué</translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>no se pierde nada</translation>
    </message>
    <message numerus="yes">
        <source>%1 by %2 of %n required domain(s)</source>
        <translation>
            <numerusform>%1 por %2 de %n dominio exigido</numerusform>
            <numerusform>%1 por %2 de %n dominios exigidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::DayChart</name>
    <message>
        <source>What the bars show</source>
        <translation>Lo que muestran las barras</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Porcentaje</translation>
    </message>
    <message>
        <source>Lost Only</source>
        <translation>Solo perdidos</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No mail.</source>
        <translation>Sin correo.</translation>
    </message>
    <message>
        <source>%1 to %2. %3.</source>
        <translation>De %1 a %2. %3.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a day to a day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Days from</source>
        <translation>Días desde</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A day on a chart&apos;s axis, short, in the form QDate::toString() takes; the year is not shown.</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>series: messages (share of the day)</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>percent of the messages of a day</source>
        <translation>por ciento de los mensajes de un día</translation>
    </message>
</context>
<context>
    <name>waxseal::DayStrip</name>
    <message>
        <source>%1: %2 messages</source>
        <extracomment>A day and how many messages came or went on it.</extracomment>
        <translation>%1: %2 mensajes</translation>
    </message>
</context>
<context>
    <name>waxseal::DeliveryPanel</name>
    <message>
        <source>Would mail to this domain be delivered?</source>
        <translation>¿Se entregaría el correo a este dominio?</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Would the world&apos;s mail reach you?</source>
        <translation>¿Le llegaría el correo del mundo?</translation>
    </message>
    <message>
        <source>Nothing to mend: the world sees your mail servers as they should be.</source>
        <translation>Nada que corregir: el mundo ve sus servidores de correo como deben ser.</translation>
    </message>
    <message>
        <source>As this sender would: %1</source>
        <translation>Como lo haría este remitente: %1</translation>
    </message>
</context>
<context>
    <name>waxseal::DeliveryTable</name>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>aplazado</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>devuelto</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>no probado</translation>
    </message>
    <message>
        <source>Would mail to this domain be delivered?</source>
        <translation>¿Se entregaría el correo a este dominio?</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>lo mismo</translation>
    </message>
</context>
<context>
    <name>waxseal::DemoBadge</name>
    <message>
        <source>Demo: synthetic data</source>
        <translation>Demostración: datos ficticios</translation>
    </message>
</context>
<context>
    <name>waxseal::DetailsPanel</name>
    <message>
        <source>Details of the domain</source>
        <translation>Detalles del dominio</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>TLS versions</source>
        <translation>Versiones de TLS</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Líneas del registro</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Test Domain</source>
        <translation>Probar dominio</translation>
    </message>
    <message>
        <source>No domain selected</source>
        <translation>Ningún dominio seleccionado</translation>
    </message>
    <message>
        <source>Hosts (%1)</source>
        <translation>Servidores (%1)</translation>
    </message>
    <message>
        <source>Log lines (%1 lost)</source>
        <translation>Líneas del registro (%1 perdidos)</translation>
    </message>
    <message>
        <source>Select a domain to see its live test.</source>
        <translation>Seleccionar un dominio para ver su prueba en vivo.</translation>
    </message>
    <message>
        <source>Not tested yet. A live test connects to the domain&apos;s mail servers and sends no mail.</source>
        <translation>Sin probar. Una prueba en vivo se conecta a los servidores de correo del dominio y no envía correo.</translation>
    </message>
    <message>
        <source>This is not a host name that could be tested.</source>
        <translation>No es un nombre de host que se pueda probar.</translation>
    </message>
    <message>
        <source>Tested %1: no answer that tells</source>
        <translation>Probado %1: sin respuesta concluyente</translation>
    </message>
    <message>
        <source>Tested %1: delivered up to %2</source>
        <translation>Probado %1: entregado hasta %2</translation>
    </message>
    <message>
        <source>Show Result</source>
        <translation>Mostrar el resultado</translation>
    </message>
    <message>
        <source>The whole result in the Tester: checks, delivery by level, transcript</source>
        <translation>El resultado completo en el probador: comprobaciones, entrega por nivel, transcripción</translation>
    </message>
    <message>
        <source>(the time before: %1)</source>
        <translation>(la vez anterior: %1)</translation>
    </message>
    <message>
        <source>Test Again</source>
        <translation>Probar de nuevo</translation>
    </message>
</context>
<context>
    <name>waxseal::Document</name>
    <message>
        <source>Require %1 for %2</source>
        <translation>Exigir %1 a %2</translation>
    </message>
    <message>
        <source>Drop Requirement for %1</source>
        <translation>Quitar la exigencia a %1</translation>
    </message>
    <message numerus="yes">
        <source>Require %1 for %n Domains</source>
        <translation>
            <numerusform>Exigir %1 a %n dominio</numerusform>
            <numerusform>Exigir %1 a %n dominios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop Requirement for %n Domains</source>
        <translation>
            <numerusform>Quitar la exigencia a %n dominio</numerusform>
            <numerusform>Quitar la exigencia a %n dominios</numerusform>
        </translation>
    </message>
    <message>
        <source>Include Subdomains of %1</source>
        <translation>Incluir los subdominios de %1</translation>
    </message>
    <message>
        <source>Leave Out Subdomains of %1</source>
        <translation>Excluir los subdominios de %1</translation>
    </message>
    <message>
        <source>Include Subdomains</source>
        <translation>Incluir subdominios</translation>
    </message>
    <message>
        <source>Leave Out Subdomains</source>
        <translation>Excluir subdominios</translation>
    </message>
    <message>
        <source>Require %1 by Default</source>
        <translation>Exigir %1 por omisión</translation>
    </message>
    <message>
        <source>Refuse Now</source>
        <translation>Rechazar ahora</translation>
    </message>
    <message>
        <source>Refuse Later</source>
        <translation>Rechazar más tarde</translation>
    </message>
    <message>
        <source>Let Live Tests Vote</source>
        <translation>Dejar votar a las pruebas en vivo</translation>
    </message>
    <message>
        <source>Leave Out Live Tests</source>
        <translation>Dejar fuera las pruebas en vivo</translation>
    </message>
    <message>
        <source>Require Nothing of %1</source>
        <translation>No exigir nada a %1</translation>
    </message>
    <message numerus="yes">
        <source>Require Nothing of %n Domains</source>
        <translation>
            <numerusform>No exigir nada a %n dominio</numerusform>
            <numerusform>No exigir nada a %n dominios</numerusform>
        </translation>
    </message>
    <message>
        <source>Let Presets Decide Again</source>
        <translation>Dejar decidir de nuevo a los preajustes</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Nota sobre %1</translation>
    </message>
    <message>
        <source>Import Policy</source>
        <translation>Importar política</translation>
    </message>
    <message>
        <source>Keep as A</source>
        <translation>Guardar como A</translation>
    </message>
    <message>
        <source>Keep as B</source>
        <translation>Guardar como B</translation>
    </message>
    <message>
        <source>Go to Policy A</source>
        <translation>Ir a la política A</translation>
    </message>
    <message>
        <source>Go to Policy B</source>
        <translation>Ir a la política B</translation>
    </message>
    <message>
        <source>Forget the Kept Policy</source>
        <translation>Olvidar la política guardada</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>Silenciar %1</translation>
    </message>
    <message>
        <source>Do Not Mute %1</source>
        <translation>Dejar de silenciar %1</translation>
    </message>
    <message numerus="yes">
        <source>Mute %n Domains</source>
        <translation>
            <numerusform>Silenciar %n dominio</numerusform>
            <numerusform>Silenciar %n dominios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do Not Mute %n Domains</source>
        <translation>
            <numerusform>Dejar de silenciar %n dominio</numerusform>
            <numerusform>Dejar de silenciar %n dominios</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::DomainDelegate</name>
    <message>
        <source>+ subdomains</source>
        <translation>+ subdominios</translation>
    </message>
    <message>
        <source>Requirement for %1</source>
        <translation>Exigencia para %1</translation>
    </message>
    <message>
        <source>default</source>
        <extracomment>No row of its own for this domain: what is required of all by default counts.</extracomment>
        <translation>por omisión</translation>
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
        <translation>Dominios</translation>
    </message>
    <message>
        <source>Reset Columns</source>
        <translation>Restablecer columnas</translation>
    </message>
    <message>
        <source>&amp;Sort Domains By</source>
        <translation>&amp;Ordenar dominios por</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>Colu&amp;mnas</translation>
    </message>
</context>
<context>
    <name>waxseal::DomainTableModel</name>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Required of this domain alone</source>
        <translation>Exigido solo a este dominio</translation>
    </message>
    <message>
        <source>Required of this domain and its subdomains</source>
        <translation>Exigido a este dominio y sus subdominios</translation>
    </message>
    <message>
        <source>Required by a row of a domain above it that includes subdomains</source>
        <translation>Exigido por una fila de un dominio superior que incluye subdominios</translation>
    </message>
    <message>
        <source>The default applies</source>
        <translation>Se aplica el valor por omisión</translation>
    </message>
    <message>
        <source>%1 over TLS, %2 in clear, %3 unknown</source>
        <translation>%1 por TLS, %2 en claro, %3 desconocido</translation>
    </message>
    <message>
        <source>Upper 95 % bound of the share that would be lost: few messages prove little</source>
        <translation>Límite superior del 95 % de la proporción que se perdería: pocos mensajes prueban poco</translation>
    </message>
    <message>
        <source>Nothing would be lost</source>
        <translation>No se perdería nada</translation>
    </message>
    <message>
        <source>The hosts, their networks and their organisations never met the requirement</source>
        <translation>Los servidores, sus redes y sus organizaciones nunca cumplieron la exigencia</translation>
    </message>
    <message>
        <source>A handshake with this server failed before: its own settings may be at fault</source>
        <translation>Una negociación TLS con este servidor falló antes: su propia configuración puede ser la causa</translation>
    </message>
    <message>
        <source>Fewer than three messages from the host</source>
        <translation>Menos de tres mensajes de este servidor</translation>
    </message>
    <message>
        <source>Share of the messages whose TLS is known</source>
        <translation>Proporción de los mensajes cuyo TLS se conoce</translation>
    </message>
    <message>
        <source>Whether the hosts that would be lost could come back over TLS</source>
        <translation>Si los servidores que se perderían podrían volver por TLS</translation>
    </message>
    <message>
        <source>The strictest level that the last live test found delivered</source>
        <translation>El nivel más estricto en que la última prueba en vivo entregó el correo</translation>
    </message>
    <message>
        <source>Require</source>
        <translation>Exigir</translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>Dominio remitente</translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation>Siguiente salto</translation>
    </message>
    <message>
        <source>User domain</source>
        <translation>Dominio del usuario</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Por TLS</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como mucho</translation>
    </message>
    <message>
        <source>Live test</source>
        <translation>Prueba en vivo</translation>
    </message>
    <message>
        <source>Of %1 messages the log cannot tell; the last live test says what would become of them.</source>
        <translation>De %1 mensajes el registro no lo sabe; la última prueba en vivo dice qué sería de ellos.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>Tested %1</source>
        <translation>Probado %1</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Pierde</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Why</source>
        <extracomment>Column: why mail is lost, whether its hosts could come back over TLS.</extracomment>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Wanted messages that the requirement loses; grey with a plus: what switching it on would lose</source>
        <translation>Mensajes deseados que el requisito pierde; en gris con un más: lo que perdería activarlo</translation>
    </message>
    <message>
        <source>Lost beside them: messages that a scanner called spam</source>
        <translation>Perdidos al lado: mensajes que un filtro llamó spam</translation>
    </message>
    <message>
        <source>The share of wanted mail that may be lost at most: few messages prove little</source>
        <translation>La parte de correo deseado que puede perderse como máximo: pocos mensajes demuestran poco</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How many of the domains of an organisation have a requirement.</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) of this organisation</source>
        <translation>
            <numerusform>%n dominio de esta organización</numerusform>
            <numerusform>%n dominios de esta organización</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Organisation %1, %n domain(s), %2</source>
        <translation>
            <numerusform>Organización %1, %n dominio, %2</numerusform>
            <numerusform>Organización %1, %n dominios, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>cerrada</translation>
    </message>
    <message>
        <source>Chosen by hand: presets leave it</source>
        <translation>Elegido a mano: los preajustes lo dejan</translation>
    </message>
    <message>
        <source>Nothing is required. Requiring encrypt would lose %1 of %2 wanted messages, and %3 spam.</source>
        <translation>No se exige nada. Exigir encrypt perdería %1 de %2 mensajes deseados, y %3 de spam.</translation>
    </message>
    <message>
        <source>%1 of %2 wanted messages are lost, and %3 spam</source>
        <translation>Se pierden %1 de %2 mensajes deseados, y %3 de spam</translation>
    </message>
    <message>
        <source>Kept</source>
        <comment>what the policy that is kept loses</comment>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Wanted messages that the policy loses which is kept to be compared</source>
        <translation>Mensajes deseados que pierde la política guardada para comparar</translation>
    </message>
    <message>
        <source>The hosts, or their neighbours, met it at other times: likely to come back when refused later (4xx)</source>
        <translation>Los hosts o sus vecinos lo cumplieron otras veces: probablemente vuelvan si se rechaza más tarde (4xx)</translation>
    </message>
    <message>
        <source>%1 requires: %2</source>
        <extracomment>What a policy that is kept requires of a domain: its letter and the requirement.</extracomment>
        <translation>%1 exige: %2</translation>
    </message>
    <message>
        <source>In %1</source>
        <comment>loses in the policy A or B</comment>
        <translation>En %1</translation>
    </message>
    <message>
        <source>Muted: warnings and advice do not name it</source>
        <translation>Silenciado: los avisos y consejos no lo nombran</translation>
    </message>
</context>
<context>
    <name>waxseal::EmptyPlace</name>
    <message>
        <source>Drop a mail log here</source>
        <translation>Soltar aquí un registro de correo</translation>
    </message>
    <message>
        <source>Logs of Postfix, plain or compressed, files, folders or whole rotated sets. They are read here and stay here: nothing leaves this computer.</source>
        <translation>Registros de Postfix, también comprimidos: archivos, carpetas o conjuntos rotados enteros. Se leen aquí y aquí se quedan; nada sale de este equipo.</translation>
    </message>
</context>
<context>
    <name>waxseal::EvidenceView</name>
    <message>
        <source>Message Before</source>
        <translation>Mensaje anterior</translation>
    </message>
    <message>
        <source>Log lines of the message before</source>
        <translation>Líneas del mensaje anterior</translation>
    </message>
    <message>
        <source>Next Message</source>
        <translation>Mensaje siguiente</translation>
    </message>
    <message>
        <source>Log lines of the next message</source>
        <translation>Líneas del mensaje siguiente</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Líneas del registro</translation>
    </message>
    <message>
        <source>These logs have kept no place for this domain.</source>
        <translation>En los registros no quedó anotada ninguna línea de este dominio.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <translation>%1 de %2 · %3</translation>
    </message>
</context>
<context>
    <name>waxseal::ExportFields</name>
    <message>
        <source>The directory must be an absolute path of letters, digits, &quot;.&quot;, &quot;_&quot; and &quot;-&quot;.</source>
        <translation>El directorio debe ser una ruta absoluta de letras, cifras, «.», «_» y «-».</translation>
    </message>
    <message>
        <source>The networks must be a list like 10.0.0.0/8, 2001:db8::/32, or &quot;none&quot;.</source>
        <translation>Las redes deben ser una lista como 10.0.0.0/8, 2001:db8::/32, o «none».</translation>
    </message>
    <message>
        <source>The domain must be a host name like example.com.</source>
        <translation>El dominio debe ser un nombre de host como example.com.</translation>
    </message>
    <message>
        <source>The hosts must be names with commas between, like mx1.example.com, mx2.example.com.</source>
        <translation>Los hosts deben ser nombres separados por comas, como mx1.example.com, mx2.example.com.</translation>
    </message>
    <message>
        <source>The address must be a plain one, like tlsrpt@example.com.</source>
        <translation>La dirección debe ser sencilla, como tlsrpt@example.com.</translation>
    </message>
    <message>
        <source>The number must be written in digits.</source>
        <translation>El número debe escribirse en cifras.</translation>
    </message>
    <message>
        <source>The key must be the SHA-256 of a public key, 64 hexadecimal digits; for one host of several: mx1.example.com=…</source>
        <translation>La clave debe ser el SHA-256 de una clave pública, 64 cifras hexadecimales; para un host de varios: mx1.example.com=…</translation>
    </message>
</context>
<context>
    <name>waxseal::ExportPanel</name>
    <message>
        <source>Form of the files</source>
        <translation>Forma de los archivos</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Log what would be refused, and refuse nothing</source>
        <translation>Registrar lo que se rechazaría y no rechazar nada</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Refuse what does not meet the requirement</source>
        <translation>Rechazar lo que no cumple la exigencia</translation>
    </message>
    <message>
        <source>How to refuse</source>
        <translation>Cómo rechazar</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Forma:</translation>
    </message>
    <message>
        <source>&amp;Refuse:</source>
        <translation>&amp;Rechazar:</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>Vista previa del archivo</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Sobrescribir</translation>
    </message>
    <message>
        <source>Keep Them</source>
        <translation>Conservarlos</translation>
    </message>
    <message>
        <source>Copy File</source>
        <translation>Copiar archivo</translation>
    </message>
    <message>
        <source>Write Files…</source>
        <translation>Escribir archivos…</translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>Guardar informe…</translation>
    </message>
    <message>
        <source>One HTML file for those who sign the policy off: what the logs say, what would be lost, and why</source>
        <translation>Un archivo HTML para quienes aprueban la política: qué dicen los registros, qué se perdería y por qué</translation>
    </message>
    <message>
        <source>holds nothing back</source>
        <translation>no retiene nada</translation>
    </message>
    <message>
        <source>holds mail back</source>
        <translation>retiene correo</translation>
    </message>
    <message>
        <source>refuses nothing</source>
        <translation>no rechaza nada</translation>
    </message>
    <message>
        <source>refuses mail</source>
        <translation>rechaza correo</translation>
    </message>
    <message>
        <source>What own users must do is one setting of the server and needs no list: see at the left.</source>
        <translation>Lo que deben hacer los usuarios propios es un ajuste del servidor y no necesita lista: ver a la izquierda.</translation>
    </message>
    <message>
        <source>Nothing is required, so there is nothing to write. Set requirements in Policy first.</source>
        <translation>No se exige nada, así que no hay nada que escribir. Fijar primero exigencias en Política.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of the policy cannot stand in these files.</source>
        <translation>
            <numerusform>%Ln fila de la política no puede estar en estos archivos.</numerusform>
            <numerusform>%Ln filas de la política no pueden estar en estos archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the Files</source>
        <translation>Carpeta para los archivos</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Guardar informe</translation>
    </message>
    <message>
        <source>HTML document (*.html)</source>
        <translation>Documento HTML (*.html)</translation>
    </message>
    <message>
        <source>Report saved as %1.</source>
        <translation>Informe guardado como %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are in %1 already.</source>
        <translation>
            <numerusform>%n archivo de este nombre ya está en %1.</numerusform>
            <numerusform>%n archivos de estos nombres ya están en %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1. The first one says where each goes and how to switch it on and off.</source>
        <translation>
            <numerusform>%n archivo escrito en %1. El primero dice dónde va cada uno y cómo activarlo y desactivarlo.</numerusform>
            <numerusform>%n archivos escritos en %1. El primero dice dónde va cada uno y cómo activarlo y desactivarlo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Refuse with 4xx: the sender retries for days, and may come back over TLS</source>
        <translation>Rechazar con 4xx: el remitente reintenta durante días y puede volver por TLS</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Refuse with 5xx: the sender gets it back as undeliverable at once</source>
        <translation>Rechazar con 5xx: el remitente la recibe de vuelta enseguida como no entregable</translation>
    </message>
    <message>
        <source>Whose configuration is written, or what is to be published</source>
        <translation>De quién es la configuración que se escribe, o qué se ha de publicar</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Servidor:</translation>
    </message>
    <message>
        <source>Configuration for %1, outbound</source>
        <translation>Configuración para %1, saliente</translation>
    </message>
    <message>
        <source>Configuration for %1, inbound</source>
        <translation>Configuración para %1, entrante</translation>
    </message>
</context>
<context>
    <name>waxseal::ExportTarget</name>
    <message>
        <source>&amp;Key:</source>
        <translation>&amp;Clave:</translation>
    </message>
    <message>
        <source>The hosts&apos; public keys, for TLSA records: SHA-256 in hexadecimal digits, on the command line also the file of a certificate (PEM). Where hosts have different ones: HOST=… for each. On the command line a workspace&apos;s live test of the domain says them.</source>
        <translation>Las claves públicas de los hosts, para registros TLSA: SHA-256 en cifras hexadecimales; en la línea de órdenes también el archivo de un certificado (PEM). Si los hosts tienen claves distintas: HOST=… para cada uno. En la línea de órdenes también las da la prueba en vivo del dominio de un espacio de trabajo.</translation>
    </message>
    <message>
        <source>&amp;Next key:</source>
        <translation>Clave &amp;siguiente:</translation>
    </message>
    <message>
        <source>The keys that come next, published beside the present ones.</source>
        <translation>Las claves que vienen después, publicadas junto a las actuales.</translation>
    </message>
    <message>
        <source>&amp;Kept for (seconds):</source>
        <translation>&amp;Validez (segundos):</translation>
    </message>
    <message>
        <source>How long senders keep the policy, in seconds: 86400 is a day, 604800 a week, 31557600 the most.</source>
        <translation>Cuánto tiempo conservan la política los remitentes, en segundos: 86400 es un día, 604800 una semana, 31557600 el máximo.</translation>
    </message>
    <message>
        <source>&amp;Lookup table:</source>
        <translation>&amp;Tabla de consulta:</translation>
    </message>
    <message>
        <source>Postfix&apos;s type of lookup tables: one that “postconf -m” lists on the server; “postconf default_database_type” tells its usual one. Where Berkeley DB is gone: lmdb.</source>
        <translation>El tipo de tablas de consulta de Postfix: uno de los que enumera «postconf -m» en el servidor; «postconf default_database_type» dice el habitual. Donde ya no hay Berkeley DB: lmdb.</translation>
    </message>
    <message>
        <source>Your &amp;domain:</source>
        <translation>Su &amp;dominio:</translation>
    </message>
    <message>
        <source>The domain of yours whose mail the records are about.</source>
        <translation>El dominio suyo de cuyo correo tratan los registros.</translation>
    </message>
    <message>
        <source>MX &amp;hosts:</source>
        <translation>&amp;Hosts MX:</translation>
    </message>
    <message>
        <source>The hosts that its MX records name, as they stand there. On the command line a workspace&apos;s live test of the domain says them.</source>
        <translation>Los hosts que nombran sus registros MX, tal como figuran allí. En la línea de órdenes también los da la prueba en vivo del dominio de un espacio de trabajo.</translation>
    </message>
    <message>
        <source>&amp;Reports to:</source>
        <translation>&amp;Informes a:</translation>
    </message>
    <message>
        <source>The mailbox to which others send their TLS reports (RFC 8460). When empty: tlsrpt@ and the domain.</source>
        <translation>El buzón al que otros envían sus informes TLS (RFC 8460). Si está vacío: tlsrpt@ y el dominio.</translation>
    </message>
    <message>
        <source>&amp;Directory on the server:</source>
        <translation>&amp;Directorio en el servidor:</translation>
    </message>
    <message>
        <source>Where the files will lie on the server. Only their text depends on it; nothing is copied there.</source>
        <translation>Dónde estarán los archivos en el servidor. Solo su texto depende de ello; allí no se copia nada.</translation>
    </message>
    <message>
        <source>Own &amp;networks:</source>
        <translation>&amp;Redes propias:</translation>
    </message>
    <message>
        <source>Networks of your own, whose mail is not held to inbound requirements. “none”: there are none.</source>
        <translation>Redes propias, cuyo correo no se somete a los requisitos de entrada. «none»: no hay ninguna.</translation>
    </message>
    <message>
        <source>&amp;Configuration:</source>
        <translation>&amp;Configuración:</translation>
    </message>
    <message>
        <source>How Exim is configured: Debian&apos;s way, with macros, or one file of your own. It decides which line has to be added once, by hand.</source>
        <translation>Cómo está configurado Exim: a la manera de Debian, con macros, o en un archivo propio. De ello depende qué línea hay que añadir una vez a mano.</translation>
    </message>
</context>
<context>
    <name>waxseal::FileController</name>
    <message>
        <source>&amp;Open Logs…</source>
        <translation>&amp;Abrir registros…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>Abrir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Open &amp;Workspace…</source>
        <translation>Abrir &amp;espacio de trabajo…</translation>
    </message>
    <message>
        <source>Open &amp;Demo Log</source>
        <translation>Abrir registro de &amp;demostración</translation>
    </message>
    <message>
        <source>A month of a made-up company&apos;s mail server</source>
        <translation>Un mes del servidor de correo de una empresa inventada</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save facts, policy and test results as a workspace</source>
        <translation>Guardar datos, política y resultados de pruebas como espacio de trabajo</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Guardar c&amp;omo…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Ce&amp;rrar</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Abrir recie&amp;nte</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>&amp;Vaciar la lista</translation>
    </message>
    <message>
        <source>Open Logs</source>
        <translation>Abrir registros</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Mail logs (*.log *.log.* mail* *.gz *.xz *.zst *.bz2 *.json)</source>
        <translation>Registros de correo (*.log *.log.* mail* *.gz *.xz *.zst *.bz2 *.json)</translation>
    </message>
    <message>
        <source>Open Folder of Logs</source>
        <translation>Abrir carpeta de registros</translation>
    </message>
    <message>
        <source>Open Workspace</source>
        <translation>Abrir espacio de trabajo</translation>
    </message>
    <message>
        <source>Waxseal workspaces (*.waxseal)</source>
        <translation>Espacios de trabajo de Waxseal (*.waxseal)</translation>
    </message>
    <message>
        <source>Wait until the work that is running has ended, or cancel it, then open the files.</source>
        <translation>Esperar a que termine el trabajo en curso, o cancelarlo, y abrir después los archivos.</translation>
    </message>
    <message>
        <source>Only one workspace can be open at a time. Open them one after the other.</source>
        <translation>Solo puede estar abierto un espacio de trabajo a la vez. Abrirlos uno tras otro.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Abriendo %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Leyendo %1</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <translation>
            <numerusform>Leyendo %n archivo</numerusform>
            <numerusform>Leyendo %n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>No mail was found in these files. The import notes say what was skipped, and why.</source>
        <translation>No se encontró correo en estos archivos. Las notas de importación dicen qué se omitió y por qué.</translation>
    </message>
    <message>
        <source>Cancelled. What was open is unchanged.</source>
        <translation>Cancelado. Lo que estaba abierto no ha cambiado.</translation>
    </message>
    <message>
        <source>this workspace</source>
        <translation>este espacio de trabajo</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>¿Guardar los cambios en %1?</translation>
    </message>
    <message>
        <source>The policy, test results and facts since the last save would be lost.</source>
        <translation>Se perderían la política, los resultados de pruebas y los datos desde la última vez que se guardó.</translation>
    </message>
    <message>
        <source>Save Workspace</source>
        <translation>Guardar espacio de trabajo</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>correo</translation>
    </message>
    <message>
        <source>Wait until the work that is running has ended, or cancel it, then save.</source>
        <translation>Esperar a que termine el trabajo en curso, o cancelarlo, y guardar después.</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Guardando %1</translation>
    </message>
    <message>
        <source>Internal &amp;Networks…</source>
        <translation>Redes &amp;internas…</translation>
    </message>
    <message>
        <source>All mail in these files came from internal networks, and is not counted. If these are none of your own, change them with Internal Networks in the File menu.</source>
        <translation>Todo el correo de estos archivos vino de redes internas y no se cuenta. Si no son propias, cambiarlas en Archivo, Redes internas.</translation>
    </message>
    <message>
        <source>Internal Networks</source>
        <translation>Redes internas</translation>
    </message>
    <message>
        <source>The mail in this workspace was counted with other internal networks. By which shall these logs be counted?</source>
        <translation>El correo de este espacio de trabajo se contó con otras redes internas. ¿Según cuáles se cuentan estos registros?</translation>
    </message>
    <message>
        <source>With the new ones, the workspace mixes mail that was counted in two ways. Internal Networks in the File menu reads all of its logs again.</source>
        <translation>Con las nuevas, el espacio de trabajo mezcla correo contado de dos maneras. Archivo, Redes internas lee de nuevo todos sus registros.</translation>
    </message>
    <message>
        <source>&amp;Those of the Workspace</source>
        <translation>&amp;Las del espacio de trabajo</translation>
    </message>
    <message>
        <source>The &amp;New Ones</source>
        <translation>Las &amp;nuevas</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n report(s)</source>
        <translation>
            <numerusform>Leyendo %n informe</numerusform>
            <numerusform>Leyendo %n informes</numerusform>
        </translation>
    </message>
    <message>
        <source>Google&apos;s “Safer email” table is read. It stands beside the domains in the Policy place.</source>
        <translation>Se leyó la tabla «Safer email» de Google. Está junto a los dominios en Política.</translation>
    </message>
    <message>
        <source>These TLS reports had been read before.</source>
        <translation>Estos informes TLS ya se habían leído.</translation>
    </message>
    <message numerus="yes">
        <source>%n new TLS report(s). The Traffic place says who could not reach us, and why.</source>
        <translation>
            <numerusform>%n informe TLS nuevo. En Tráfico se ve quién no pudo llegar a nosotros y por qué.</numerusform>
            <numerusform>%n informes TLS nuevos. En Tráfico se ve quién no pudo llegar a nosotros y por qué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open in Its Place</source>
        <translation>Abrir en su lugar</translation>
    </message>
    <message>
        <source>Close what was open before, and open only what was opened last</source>
        <translation>Cerrar lo que estaba abierto antes y abrir solo lo último que se abrió</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number, and the direction of the mail: 120 Inbound</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no mail that was not there already.</source>
        <translation>%1: ningún correo que no estuviera ya.</translation>
    </message>
    <message>
        <source>%1 was added to what was open. Messages more: %2.</source>
        <translation>%1 se añadió a lo que estaba abierto. Mensajes de más: %2.</translation>
    </message>
</context>
<context>
    <name>waxseal::FilterBar</name>
    <message>
        <source>In clear</source>
        <translation>En claro</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Con exigencia</translation>
    </message>
    <message>
        <source>Filter domains</source>
        <translation>Filtrar dominios</translation>
    </message>
    <message>
        <source>Only domains that sent mail in clear</source>
        <translation>Solo dominios que enviaron correo en claro</translation>
    </message>
    <message>
        <source>Only domains that have a requirement of their own</source>
        <translation>Solo dominios con una exigencia propia</translation>
    </message>
    <message numerus="yes">
        <source>Filter %n domain(s) (Ctrl+F)</source>
        <translation>
            <numerusform>Filtrar %n dominio (Ctrl+F)</numerusform>
            <numerusform>Filtrar %n dominios (Ctrl+F)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Filter by live test</source>
        <translation>Filtrar por prueba en vivo</translation>
    </message>
    <message>
        <source>Only domains whose last live test said this</source>
        <translation>Solo dominios cuya última prueba en vivo dio esto</translation>
    </message>
    <message>
        <source>Any test</source>
        <translation>Toda prueba</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>sin probar</translation>
    </message>
    <message>
        <source>no TLS</source>
        <translation>sin TLS</translation>
    </message>
    <message>
        <source>encrypt only</source>
        <translation>solo encrypt</translation>
    </message>
    <message>
        <source>verify or more</source>
        <translation>verify o más</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Pierde</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>Only domains that lose wanted mail, or would</source>
        <translation>Solo dominios que pierden correo deseado, o lo perderían</translation>
    </message>
    <message>
        <source>Only domains whose requirement was chosen by hand</source>
        <translation>Solo dominios cuyo requisito se eligió a mano</translation>
    </message>
    <message>
        <source>Days chosen in the chart</source>
        <translation>Días elegidos en el gráfico</translation>
    </message>
    <message>
        <source>Only domains that lose wanted mail on the day chosen in the chart</source>
        <translation>Solo dominios que pierden correo deseado en el día elegido en el gráfico</translation>
    </message>
    <message>
        <source>What the rows stand for</source>
        <translation>Qué representan las filas</translation>
    </message>
    <message>
        <source>By domain</source>
        <translation>Por dominio</translation>
    </message>
    <message>
        <source>By organisation</source>
        <translation>Por organización</translation>
    </message>
    <message>
        <source>Differs from the policy that is kept</source>
        <translation>Difiere de la política guardada</translation>
    </message>
    <message>
        <source>Only domains of which the two policies require different things</source>
        <translation>Solo los dominios a los que las dos políticas exigen cosas distintas</translation>
    </message>
    <message>
        <source>By host</source>
        <translation>Por host</translation>
    </message>
    <message>
        <source>Not as %1</source>
        <extracomment>Only domains in which the policy differs from the one that is kept: its letter.</extracomment>
        <translation>Distinto de %1</translation>
    </message>
    <message numerus="yes">
        <source>Filter %n host(s) (Ctrl+F)</source>
        <translation>
            <numerusform>Filtrar %n host (Ctrl+F)</numerusform>
            <numerusform>Filtrar %n hosts (Ctrl+F)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::FrontierChart</name>
    <message>
        <source>What each loss would buy</source>
        <translation>Lo que se gana con cada pérdida</translation>
    </message>
    <message>
        <source>wanted mail lost</source>
        <translation>correo deseado perdido</translation>
    </message>
    <message>
        <source>mail protected</source>
        <translation>correo protegido</translation>
    </message>
    <message>
        <source>no loss · %1</source>
        <translation>sin pérdida · %1</translation>
    </message>
    <message>
        <source>require all: %1 lost · RFC 3207 § 4</source>
        <translation>exigir a todos: %1 perdido · RFC 3207 § 4</translation>
    </message>
    <message>
        <source>Mail protected (%)</source>
        <translation>Correo protegido (%)</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Dominios</translation>
    </message>
    <message>
        <source>budget %1 · protects %2</source>
        <translation>presupuesto %1 · protege %2</translation>
    </message>
    <message>
        <source>No domain is worth requiring TLS of.</source>
        <translation>No vale la pena exigir TLS a ningún dominio.</translation>
    </message>
    <message numerus="yes">
        <source>Budget %1: protects %2 of wanted mail by requiring TLS of %n domain(s). Requiring it of all loses %3.</source>
        <translation>
            <numerusform>Presupuesto %1: protege el %2 del correo deseado exigiendo TLS a %n dominio. Exigirlo a todos pierde %3.</numerusform>
            <numerusform>Presupuesto %1: protege el %2 del correo deseado exigiendo TLS a %n dominios. Exigirlo a todos pierde %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s): %1 of wanted mail protected, %2 lost.</source>
        <translation>
            <numerusform>%n dominio: %1 del correo deseado protegido, %2 perdido.</numerusform>
            <numerusform>%n dominios: %1 del correo deseado protegido, %2 perdido.</numerusform>
        </translation>
    </message>
    <message>
        <source>protects %1</source>
        <comment>at the budget</comment>
        <translation>protege el %1</translation>
    </message>
    <message>
        <source>require all: %1 lost</source>
        <translation>exigir a todos: %1 perdido</translation>
    </message>
    <message>
        <source>Wanted mail lost</source>
        <translation>Correo deseado perdido</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>step of a curve</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>your policy %1</source>
        <translation>su política %1</translation>
    </message>
    <message>
        <source>best for this loss %1</source>
        <translation>lo mejor con esta pérdida %1</translation>
    </message>
    <message>
        <source>percent of the wanted mail</source>
        <translation>por ciento del correo deseado</translation>
    </message>
    <message>
        <source>Your policy protects %1 and is to be expected to lose %2; the best for that loss protects %3.</source>
        <translation>Su política protege %1 y es de esperar que pierda %2; la mejor con esa pérdida protege %3.</translation>
    </message>
</context>
<context>
    <name>waxseal::HeaderBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Barra de herramientas</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sentido</translation>
    </message>
</context>
<context>
    <name>waxseal::HeroPanel</name>
    <message>
        <source>Accepted %1 of wanted mail</source>
        <extracomment>The first part of one line: Accepted 99.35 % of wanted mail | lost 240 (0.65 %) | protected 83.0 %</extracomment>
        <translation>Aceptado el %1 del correo deseado</translation>
    </message>
    <message>
        <source>Accepted %1 of mail</source>
        <translation>Aceptado el %1 del correo</translation>
    </message>
    <message>
        <source>lost %1</source>
        <extracomment>Continues the line that begins with &quot;Accepted&quot;.</extracomment>
        <translation>perdido %1</translation>
    </message>
    <message>
        <source>protected %1</source>
        <extracomment>Continues the line that begins with &quot;Accepted&quot;: mail that arrives as required.</extracomment>
        <translation>protegido %1</translation>
    </message>
    <message>
        <source>and %1 spam</source>
        <extracomment>Ends the line that begins with &quot;Accepted&quot;: spam that is lost too.</extracomment>
        <translation>y %1 de spam</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>messages (share)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) required</source>
        <translation>
            <numerusform>%n dominio exigido</numerusform>
            <numerusform>%n dominios exigidos</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s): nothing is required, nothing is lost</source>
        <translation>
            <numerusform>Próximo %n día: no se exige nada, no se pierde nada</numerusform>
            <numerusform>Próximos %n días: no se exige nada, no se pierde nada</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s), %1 of 100 times: %2 lost</source>
        <translation>
            <numerusform>Próximo %n día, %1 de cada 100 veces: %2 perdido</numerusform>
            <numerusform>Próximos %n días, %1 de cada 100 veces: %2 perdido</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s): at most %1 lost</source>
        <translation>
            <numerusform>Próximo %n día: como máximo %1 perdido</numerusform>
            <numerusform>Próximos %n días: como máximo %1 perdido</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the hosts behind what is lost, spam included, ever met the requirement.</source>
        <translation>Ninguno de los hosts de lo que se pierde, spam incluido, cumplió nunca el requisito.</translation>
    </message>
    <message>
        <source>Of what is lost, spam included, %1 come from hosts that never met the requirement; the others met it at times, or are little known.</source>
        <translation>De lo que se pierde, spam incluido, %1 vienen de hosts que nunca cumplieron el requisito; los demás lo cumplieron a veces o se conocen poco.</translation>
    </message>
    <message>
        <source>%1 of these messages are judged by live tests: the logs cannot know.</source>
        <translation>%1 de estos mensajes se juzgan por pruebas en vivo: los registros no pueden saberlo.</translation>
    </message>
    <message>
        <source>What the other side cannot do stays in the queue for days and is then returned.</source>
        <translation>Lo que el otro lado no puede hacer queda días en la cola y luego se devuelve.</translation>
    </message>
    <message>
        <source>Refused now (5xx): senders get it back as undeliverable at once.</source>
        <translation>Rechazado ahora (5xx): los remitentes lo reciben de vuelta al momento como no entregable.</translation>
    </message>
    <message>
        <source>queued, then returned</source>
        <translation>en cola, luego devuelto</translation>
    </message>
    <message>
        <source>retried for days (4xx)</source>
        <translation>reintentado durante días (4xx)</translation>
    </message>
    <message>
        <source>returned at once (5xx)</source>
        <translation>devuelto al momento (5xx)</translation>
    </message>
    <message>
        <source>Of %1 messages the logs cannot tell whether they would be accepted.</source>
        <translation>De %1 mensajes los registros no pueden decir si se aceptarían.</translation>
    </message>
    <message>
        <source>The share of it that arrives as required</source>
        <translation>La parte que llega como se exige</translation>
    </message>
    <message>
        <source>Messages lost that a scanner called spam: not among the wanted mail</source>
        <translation>Mensajes perdidos que un filtro llamó spam: no están entre el correo deseado</translation>
    </message>
    <message>
        <source>Nothing is required: all mail is accepted as it comes. Switch a domain on, or choose a preset.</source>
        <translation>No se exige nada: todo el correo se acepta como viene. Activar un dominio o elegir un preajuste.</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <comment>more or fewer messages</comment>
        <translation>%1 perdidos</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Deshecho: %1</translation>
    </message>
    <message>
        <source>%1 protected</source>
        <comment>more or less of the mail</comment>
        <translation>%1 protegido</translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s): forecasting…</source>
        <translation>
            <numerusform>Próximo %n día: calculando…</numerusform>
            <numerusform>Próximos %n días: calculando…</numerusform>
        </translation>
    </message>
    <message>
        <source>If the same senders go on as in these logs. The dashed line is the budget, the mark what these logs say.</source>
        <translation>Si los mismos remitentes siguen como en estos registros. La línea discontinua es el presupuesto; la marca, lo que dicen estos registros.</translation>
    </message>
    <message>
        <source>Too few data for a range: a forecast needs 14 days of logs whose TLS is known. 95 of 100 times the loss stays below this.</source>
        <translation>Pocos datos para un intervalo: una previsión necesita 14 días de registros con TLS conocido. 95 de cada 100 veces la pérdida queda por debajo.</translation>
    </message>
    <message>
        <source>Refused later (4xx): senders retry for days, then give up.</source>
        <translation>Rechazado más tarde (4xx): los remitentes reintentan durante días y luego desisten.</translation>
    </message>
</context>
<context>
    <name>waxseal::HistoryModel</name>
    <message>
        <source>not tested</source>
        <translation>sin probar</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Probado</translation>
    </message>
    <message>
        <source>Delivered up to</source>
        <translation>Entregado hasta</translation>
    </message>
    <message>
        <source>Changed since the test before</source>
        <translation>Cambios desde la prueba anterior</translation>
    </message>
</context>
<context>
    <name>waxseal::HostListModel</name>
    <message>
        <source>not in the log</source>
        <translation>no está en el registro</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>domains</comment>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Wanted messages of the host that the policy loses</source>
        <translation>Mensajes deseados del host que la política pierde</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>For domains</source>
        <translation>Para dominios</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Dominios</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Por TLS</translation>
    </message>
    <message>
        <source>Loses</source>
        <translation>Pierde</translation>
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
        <translation>no está en el registro</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Por TLS</translation>
    </message>
    <message>
        <source>Would lose</source>
        <translation>Se perdería</translation>
    </message>
    <message>
        <source>Last version</source>
        <translation>Última versión</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Indicio</translation>
    </message>
</context>
<context>
    <name>waxseal::ImportReport</name>
    <message>
        <source>Files read</source>
        <translation>Archivos leídos</translation>
    </message>
    <message>
        <source>What the import says</source>
        <translation>Lo que dice la importación</translation>
    </message>
    <message>
        <source>Every line was understood, and nothing is missing.</source>
        <translation>Se entendieron todas las líneas y no falta nada.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more note(s), mostly of the same kind.</source>
        <translation>
            <numerusform>%Ln nota más, casi siempre del mismo tipo.</numerusform>
            <numerusform>%Ln notas más, casi siempre del mismo tipo.</numerusform>
        </translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>entrada estándar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>format, kind of line</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s)</source>
        <translation>
            <numerusform>%Ln archivo más</numerusform>
            <numerusform>%Ln archivos más</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitidas</translation>
    </message>
    <message>
        <source>Size, unpacked</source>
        <translation>Tamaño, descomprimido</translation>
    </message>
</context>
<context>
    <name>waxseal::ListDialog</name>
    <message>
        <source>Domains to test</source>
        <translation>Dominios que probar</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>Pro&amp;bar</translation>
    </message>
    <message>
        <source>&amp;Load a File…</source>
        <translation>Cargar un &amp;archivo…</translation>
    </message>
    <message>
        <source>Load Domains</source>
        <translation>Cargar dominios</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>No se puede leer %1: %2</translation>
    </message>
    <message>
        <source>One domain a line, or separated by commas.</source>
        <translation>Un dominio por línea, o separados por comas.</translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n dominio</numerusform>
            <numerusform>%n dominios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n repetido</numerusform>
            <numerusform>%n repetidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, such as “%1”</source>
        <translation>
            <numerusform>%n omitido: «%1»</numerusform>
            <numerusform>%n omitidos, como «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest is too long and left out</source>
        <translation>el resto es demasiado largo y se omite</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Test %n Domain(s)</source>
        <translation>
            <numerusform>&amp;Probar %n dominio</numerusform>
            <numerusform>&amp;Probar %n dominios</numerusform>
        </translation>
    </message>
    <message>
        <source>Text and CSV (*.txt *.csv *.tsv)</source>
        <translation>Texto y CSV (*.txt *.csv *.tsv)</translation>
    </message>
</context>
<context>
    <name>waxseal::MainWindow</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Traffic</source>
        <translation>&amp;Tráfico</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>&amp;Política</translation>
    </message>
    <message>
        <source>T&amp;ester</source>
        <translation>Pr&amp;uebas</translation>
    </message>
    <message>
        <source>Pl&amp;an</source>
        <translation>Pl&amp;an</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>Pantalla &amp;completa</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>&amp;Restablecer disposición</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>&amp;About Waxseal</source>
        <translation>A&amp;cerca de Waxseal</translation>
    </message>
    <message>
        <source>The demo log is not part of this installation.</source>
        <translation>El registro de demostración no forma parte de esta instalación.</translation>
    </message>
    <message>
        <source>Demo: synthetic data</source>
        <translation>Demostración: datos ficticios</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1[*] — Waxseal</source>
        <translation>%1[*] — Waxseal</translation>
    </message>
    <message>
        <source>&amp;What the Figures Mean</source>
        <translation>&amp;Qué significan las cifras</translation>
    </message>
    <message>
        <source>Te&amp;st</source>
        <translation>P&amp;rueba</translation>
    </message>
    <message>
        <source>Waxseal[*]</source>
        <translation>Waxseal[*]</translation>
    </message>
    <message>
        <source>&amp;Import Policy…</source>
        <translation>&amp;Importar política…</translation>
    </message>
</context>
<context>
    <name>waxseal::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
</context>
<context>
    <name>waxseal::NetworksDialog</name>
    <message>
        <source>Internal Networks</source>
        <translation>Redes internas</translation>
    </message>
    <message>
        <source>&amp;Mail from these networks is our own and is not counted as inbound:</source>
        <translation>El &amp;correo de estas redes es propio y no se cuenta como entrante:</translation>
    </message>
    <message>
        <source>Internal networks, one a line</source>
        <translation>Redes internas, una por línea</translation>
    </message>
    <message>
        <source>One network a line, as 192.0.2.0/24 or 2001:db8::/32. Nothing: count all.</source>
        <translation>Una red por línea, como 192.0.2.0/24 o 2001:db8::/32. Vacío: contarlo todo.</translation>
    </message>
    <message>
        <source>&amp;Read Logs Again</source>
        <translation>&amp;Leer de nuevo los registros</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Usar</translation>
    </message>
    <message>
        <source>&amp;Defaults</source>
        <translation>Valores por &amp;omisión</translation>
    </message>
    <message>
        <source>“%1” is not a network.</source>
        <translation>«%1» no es una red.</translation>
    </message>
</context>
<context>
    <name>waxseal::OutcomeChart</name>
    <message>
        <source>Accepted and lost by day</source>
        <translation>Correo por día</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Porcentaje</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>What the bars show</source>
        <translation>Qué muestran las barras</translation>
    </message>
    <message>
        <source>No mail.</source>
        <translation>Sin correo.</translation>
    </message>
    <message>
        <source>Accepted: %1; lost: %2; spam lost: %3; unknown: %4</source>
        <translation>Aceptados: %1; perdidos: %2; spam perdido: %3; desconocidos: %4</translation>
    </message>
    <message>
        <source>%1 to %2. %3.</source>
        <translation>%1 a %2. %3.</translation>
    </message>
    <message>
        <source>lost: scale × %1</source>
        <translation>perdido: escala × %1</translation>
    </message>
    <message>
        <source>accepted %1</source>
        <translation>aceptado %1</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>perdido %1</translation>
    </message>
    <message>
        <source>lost spam %1</source>
        <translation>spam perdido %1</translation>
    </message>
    <message>
        <source>unknown %1</source>
        <translation>desconocido %1</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>series: messages (share of the day)</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdido</translation>
    </message>
    <message>
        <source>spam lost: %1</source>
        <translation>spam perdido: %1</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Days from</source>
        <translation>Días desde</translation>
    </message>
    <message>
        <source>lost spam</source>
        <translation>spam perdido</translation>
    </message>
    <message>
        <source>percent of the wanted mail of a day</source>
        <translation>por ciento del correo deseado de un día</translation>
    </message>
    <message>
        <source>wanted mail, %1</source>
        <translation>correo deseado, %1</translation>
    </message>
</context>
<context>
    <name>waxseal::OutcomePanel</name>
    <message>
        <source>What each loss would buy</source>
        <translation>Lo que se gana con cada pérdida</translation>
    </message>
    <message>
        <source>RFC 3207, section 4: a publicly-referenced server must not require STARTTLS. Requiring it keeps spam away only until spammers adapt. MTA-STS, DANE and TLS-RPT get encryption from those who can without losing those who cannot.</source>
        <translation>RFC 3207, sección 4: un servidor de referencia pública no debe exigir STARTTLS. Exigirlo aleja el spam solo hasta que los spammers se adaptan. MTA-STS, DANE y TLS-RPT consiguen cifrado de quienes pueden sin perder a quienes no pueden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close remark</source>
        <translation>Cerrar la observación</translation>
    </message>
    <message>
        <source>%1: %2 lost, %3 spam</source>
        <extracomment>What switching the domain under the mouse would do: name, wanted messages, spam.</extracomment>
        <translation>%1: %2 perdidos, %3 de spam</translation>
    </message>
    <message>
        <source>%1: %2 lost</source>
        <translation>%1: %2 perdidos</translation>
    </message>
</context>
<context>
    <name>waxseal::PeriodBar</name>
    <message>
        <source>P&amp;eriod</source>
        <translation>P&amp;eriodo</translation>
    </message>
    <message>
        <source>&amp;All Days</source>
        <translation>&amp;Todos los días</translation>
    </message>
    <message>
        <source>Days of the logs</source>
        <translation>Días de los registros</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Look at all days</source>
        <translation>Ver todos los días</translation>
    </message>
    <message numerus="yes">
        <source>Last %n Day(s)</source>
        <translation>
            <numerusform>Último día</numerusform>
            <numerusform>Últimos %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>A month and its year as QLocale reads them.</extracomment>
        <translation>MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>&amp;From a Day to a Day…</source>
        <translation>&amp;De un día a otro…</translation>
    </message>
    <message>
        <source>&amp;Compare Two Periods…</source>
        <translation>&amp;Comparar dos periodos…</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>All days of the logs are looked at</source>
        <translation>Se consideran todos los días de los registros</translation>
    </message>
    <message>
        <source>Only mail of these days is looked at, in every place</source>
        <translation>Solo se considera el correo de estos días, en todas partes</translation>
    </message>
</context>
<context>
    <name>waxseal::PolicyActions</name>
    <message>
        <source>&amp;Require</source>
        <translation>&amp;Exigir</translation>
    </message>
    <message>
        <source>&amp;Encrypt or Nothing</source>
        <translation>&amp;Cifrado o nada</translation>
    </message>
    <message>
        <source>&amp;Drop Requirement</source>
        <translation>&amp;Quitar la exigencia</translation>
    </message>
    <message>
        <source>Include &amp;Subdomains</source>
        <translation>Incluir &amp;subdominios</translation>
    </message>
    <message>
        <source>Encrypt Whole &amp;Organisation</source>
        <translation>Exigir a toda la &amp;organización</translation>
    </message>
    <message>
        <source>&amp;Test Domain</source>
        <translation>&amp;Probar dominio</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>Copiar &amp;filas</translation>
    </message>
    <message>
        <source>Encrypt %1 and All &amp;Below It</source>
        <translation>Exigir a %1 y todo lo que hay &amp;debajo</translation>
    </message>
    <message>
        <source>Let &amp;Presets Decide Again</source>
        <translation>Dejar decidir de nuevo a los &amp;preajustes</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Nota…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note on %1:</source>
        <translation>Nota sobre %1:</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>&amp;Silenciar</translation>
    </message>
    <message>
        <source>Warnings and advice do not name the domain</source>
        <translation>Los avisos y consejos no nombran el dominio</translation>
    </message>
</context>
<context>
    <name>waxseal::PolicyBar</name>
    <message>
        <source>None</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Require nothing of anybody</source>
        <translation>No exigir nada a nadie</translation>
    </message>
    <message>
        <source>Require encrypt of every domain that has lost nothing by it in these logs</source>
        <translation>Exigir encrypt a cada dominio que no ha perdido nada por ello en estos registros</translation>
    </message>
    <message>
        <source>Require encrypt of as much mail as the budget buys</source>
        <translation>Exigir encrypt a tanto correo como permite el presupuesto</translation>
    </message>
    <message>
        <source>Require encrypt of everybody; RFC 3207 section 4 says a public server must not</source>
        <translation>Exigir encrypt a todos; la sección 4 del RFC 3207 dice que un servidor público no debe</translation>
    </message>
    <message>
        <source>Require Nothing</source>
        <translation>No exigir nada</translation>
    </message>
    <message>
        <source>Require within Budget</source>
        <translation>Exigir dentro del presupuesto</translation>
    </message>
    <message>
        <source>Require of All</source>
        <translation>Exigir a todos</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Ajuste predefinido</translation>
    </message>
    <message>
        <source>Loss budget in percent</source>
        <translation>Presupuesto de pérdida en porcentaje</translation>
    </message>
    <message>
        <source>The share of wanted mail that may be lost</source>
        <translation>La proporción de correo deseado que puede perderse</translation>
    </message>
    <message>
        <source>&#xa0;%</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Requirement for all other domains</source>
        <translation>Exigencia para los demás dominios</translation>
    </message>
    <message>
        <source>Required of every domain that has no requirement of its own</source>
        <translation>Exigido a cada dominio sin exigencia propia</translation>
    </message>
    <message>
        <source>How to refuse</source>
        <translation>Cómo rechazar</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>O&amp;thers</source>
        <translation>&amp;Otros</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Require within %1 Budget</source>
        <translation>Exigir dentro del presupuesto del %1</translation>
    </message>
    <message>
        <source>&amp;Live tests</source>
        <translation>Pruebas en &amp;vivo</translation>
    </message>
    <message>
        <source>Where the logs cannot know what dane, verify or secure would do to a message, the last live test of its domain decides. Off: such messages count as unknown.</source>
        <translation>Donde los registros no pueden saber qué haría dane, verify o secure con un mensaje, decide la última prueba en vivo de su dominio. Desactivado: esos mensajes cuentan como desconocidos.</translation>
    </message>
    <message>
        <source>Requirements chosen by hand: presets and the budget leave them as they are</source>
        <translation>Requisitos elegidos a mano: los preajustes y el presupuesto los dejan como están</translation>
    </message>
    <message>
        <source>&amp;Show Them</source>
        <translation>&amp;Mostrarlos</translation>
    </message>
    <message>
        <source>&amp;Let Presets Decide Again</source>
        <translation>&amp;Dejar decidir de nuevo a los preajustes</translation>
    </message>
    <message>
        <source>+ %1 by hand</source>
        <translation>+ %1 a mano</translation>
    </message>
    <message>
        <source>No Loss</source>
        <translation>Sin pérdidas</translation>
    </message>
    <message>
        <source>Require encrypt of everybody</source>
        <translation>Exigir encrypt a todos</translation>
    </message>
    <message>
        <source>Require at No Loss</source>
        <translation>Exigir sin pérdidas</translation>
    </message>
    <message>
        <source>Refuse with 4xx: the sender retries for days, and may come back over TLS</source>
        <translation>Rechazar con 4xx: el remitente reintenta durante días y puede volver por TLS</translation>
    </message>
    <message>
        <source>Refuse with 5xx: the sender gets it back as undeliverable at once</source>
        <translation>Rechazar con 5xx: el remitente la recibe de vuelta enseguida como no entregable</translation>
    </message>
    <message numerus="yes">
        <source>%1, in place of %n other choice(s)</source>
        <extracomment>A step to undo: &quot;Require at No Loss, in place of 37 other choices&quot;</extracomment>
        <translation>
            <numerusform>%1, en lugar de %n elección más</numerusform>
            <numerusform>%1, en lugar de %n elecciones más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::PolicyImportDialog</name>
    <message>
        <source>Import Policy</source>
        <translation>Importar política</translation>
    </message>
    <message>
        <source>What does the server require already? Paste the output of “postconf -n”, an access map (check_sender_access) or an smtp_tls_policy map, or open the files. It becomes the policy in force, and policy A, to compare with.</source>
        <translation>¿Qué exige ya el servidor? Pegue la salida de «postconf -n», una tabla de acceso (check_sender_access) o una tabla smtp_tls_policy, o abra los archivos. Se convierte en la política vigente y en la política A, para comparar.</translation>
    </message>
    <message>
        <source>Configuration to read</source>
        <translation>Configuración que leer</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>Lo que se ha entendido</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>Entendido como</translation>
    </message>
    <message>
        <source>&amp;Open Files…</source>
        <translation>&amp;Abrir archivos…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>Open Configuration</source>
        <translation>Abrir configuración</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>No se puede leer «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) say what is required.</source>
        <translation>
            <numerusform>%n línea dice qué se exige.</numerusform>
            <numerusform>%n líneas dicen qué se exige.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) had to be left out.</source>
        <translation>
            <numerusform>Hubo que omitir %n línea.</numerusform>
            <numerusform>Hubo que omitir %n líneas.</numerusform>
        </translation>
    </message>
    <message>
        <source>These tables are named and have not been read yet: %1</source>
        <translation>Se nombran estas tablas y aún no se han leído: %1</translation>
    </message>
</context>
<context>
    <name>waxseal::PolicyPage</name>
    <message>
        <source>&amp;Find Domain</source>
        <translation>&amp;Buscar dominio</translation>
    </message>
    <message>
        <source>&amp;Details of the Domain</source>
        <translation>&amp;Detalles del dominio</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>waxseal::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Leyendo %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>queda %n segundo</numerusform>
            <numerusform>quedan %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>queda %n minuto</numerusform>
            <numerusform>quedan %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 mensajes</translation>
    </message>
</context>
<context>
    <name>waxseal::Recommendation</name>
    <message>
        <source>Require at No Loss</source>
        <translation>Exigir sin pérdidas</translation>
    </message>
    <message>
        <source>What the logs recommend</source>
        <translation>Lo que recomiendan los registros</translation>
    </message>
    <message>
        <source>Require within %1 Budget</source>
        <translation>Exigir dentro del presupuesto del %1</translation>
    </message>
    <message>
        <source>No domain with three messages or more has used TLS for all of its wanted mail. Set requirements in Policy, or look at the standard way below.</source>
        <translation>Ningún dominio con tres mensajes o más ha usado TLS para todo su correo deseado. Fijar exigencias en Política, o mirar abajo la vía estándar.</translation>
    </message>
    <message>
        <source>in, for the budget: they lose least for each message that they protect.</source>
        <translation>dentro, por el presupuesto: son los que menos pierden por cada mensaje que protegen.</translation>
    </message>
    <message>
        <source>out: fewer than three messages, no wanted mail over TLS, or not a domain name.</source>
        <translation>fuera: menos de tres mensajes, ningún correo deseado por TLS, o no es un nombre de dominio.</translation>
    </message>
    <message>
        <source>out: never seen over TLS. Requiring it would protect nothing, and lose everything.</source>
        <translation>fuera: nunca vistos por TLS. La exigencia no protegería nada y se perdería todo.</translation>
    </message>
    <message>
        <source>The logs do not tell of %1 of the wanted mail whether it came over TLS: too little to recommend anything for all of it.</source>
        <translation>Del %1 del correo deseado los registros no dicen si llegó por TLS: demasiado poco para recomendar algo para todo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s) used TLS for all wanted mail, in three messages or more. Requiring encryption of just these would have lost none of it, and protects %1; about %2 of the wanted mail is to be expected lost in the next period, for what is not seen yet.</source>
        <translation>
            <numerusform>%Ln dominio usó TLS para todo su correo deseado, en tres mensajes o más. Exigir cifrado solo a él no habría perdido nada y protege el %1; cabe esperar que se pierda cerca del %2 del correo deseado en el próximo período, por lo aún no visto.</numerusform>
            <numerusform>%Ln dominios usaron TLS para todo su correo deseado, en tres mensajes o más. Exigir cifrado solo a ellos no habría perdido nada y protege el %1; cabe esperar que se pierda cerca del %2 del correo deseado en el próximo período, por lo aún no visto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A loss budget of %1 buys %Ln domain(s), and protects %2; %3 of the wanted mail is to be expected lost.</source>
        <translation>
            <numerusform>Un presupuesto de pérdida del %1 compra %Ln dominio y protege el %2; cabe esperar que se pierda el %3 del correo deseado.</numerusform>
            <numerusform>Un presupuesto de pérdida del %1 compra %Ln dominios y protege el %2; cabe esperar que se pierda el %3 del correo deseado.</numerusform>
        </translation>
    </message>
    <message>
        <source>in: all their wanted mail came over TLS, and they protect most for what they may lose.</source>
        <translation>dentro: todo su correo deseado llegó por TLS, y protegen más por lo que pueden perder.</translation>
    </message>
    <message>
        <source>out: they must be expected to lose more than the budget allows.</source>
        <translation>fuera: cabe esperar que pierdan más de lo que permite el presupuesto.</translation>
    </message>
    <message numerus="yes">
        <source>%1, in place of %n other choice(s)</source>
        <translation>
            <numerusform>%1, en lugar de %n elección más</numerusform>
            <numerusform>%1, en lugar de %n elecciones más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::ResultModel</name>
    <message>
        <source>not asked</source>
        <translation>no consultado</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>sin registro</translation>
    </message>
    <message>
        <source>several records, so none counts</source>
        <translation>varios registros, así que ninguno vale</translation>
    </message>
    <message>
        <source>the record is not valid</source>
        <translation>el registro no es válido</translation>
    </message>
    <message>
        <source>look-up failed</source>
        <translation>consulta fallida</translation>
    </message>
    <message>
        <source>the policy cannot be used: %1</source>
        <translation>la política no se puede usar: %1</translation>
    </message>
    <message>
        <source>mode enforce</source>
        <translation>modo enforce</translation>
    </message>
    <message>
        <source>mode testing</source>
        <translation>modo testing</translation>
    </message>
    <message>
        <source>mode none</source>
        <translation>modo none</translation>
    </message>
    <message>
        <source>good: %1</source>
        <translation>bien: %1</translation>
    </message>
    <message>
        <source>problem: %1</source>
        <translation>problema: %1</translation>
    </message>
    <message>
        <source>remark: %1</source>
        <translation>nota: %1</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>sin probar</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>conexión rechazada</translation>
    </message>
    <message>
        <source>no route from here</source>
        <translation>sin ruta desde aquí</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>sin respuesta a tiempo</translation>
    </message>
    <message>
        <source>not tested (throttled)</source>
        <translation>sin probar (limitado)</translation>
    </message>
    <message>
        <source>not tested (too slow)</source>
        <translation>sin probar (demasiado lento)</translation>
    </message>
    <message>
        <source>hung up at once</source>
        <translation>cerró la conexión al instante</translation>
    </message>
    <message>
        <source>does not speak SMTP</source>
        <translation>no habla SMTP</translation>
    </message>
    <message>
        <source>the proxy would not connect</source>
        <translation>el proxy no conectó</translation>
    </message>
    <message>
        <source>looking up its mail servers…</source>
        <translation>buscando sus servidores de correo…</translation>
    </message>
    <message>
        <source>connection %1: %2</source>
        <translation>conexión %1: %2</translation>
    </message>
    <message>
        <source>accepts no mail (null MX, RFC 7505)</source>
        <translation>no acepta correo (MX nulo, RFC 7505)</translation>
    </message>
    <message>
        <source>no MX record: the domain itself is the host</source>
        <translation>sin registro MX: el propio dominio es el host</translation>
    </message>
    <message>
        <source>preference %1</source>
        <translation>preferencia %1</translation>
    </message>
    <message>
        <source>TLSA %1</source>
        <translation>TLSA %1</translation>
    </message>
    <message>
        <source>TLSA records</source>
        <translation>Registros TLSA</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n conexión</numerusform>
            <numerusform>%n conexiones</numerusform>
        </translation>
    </message>
    <message>
        <source>STARTTLS works</source>
        <translation>STARTTLS funciona</translation>
    </message>
    <message>
        <source>STARTTLS is offered, not required</source>
        <translation>STARTTLS se ofrece, no se exige</translation>
    </message>
    <message>
        <source>as RFC 3207 says</source>
        <translation>como dice el RFC 3207</translation>
    </message>
    <message>
        <source>Certificate chain complete and trusted, until %1</source>
        <translation>Cadena de certificados completa y de confianza, hasta el %1</translation>
    </message>
    <message>
        <source>A command sent before the handshake is ignored</source>
        <translation>Una orden enviada antes del handshake se ignora</translation>
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
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>the record is not valid: %1</source>
        <translation>el registro no es válido: %1</translation>
    </message>
    <message>
        <source>refuses our greeting</source>
        <translation>rechaza nuestro saludo</translation>
    </message>
    <message>
        <source>this machine itself: not tested</source>
        <translation>esta misma máquina: no probada</translation>
    </message>
</context>
<context>
    <name>waxseal::ResultPanel</name>
    <message>
        <source>Tested %1</source>
        <translation>Probado %1</translation>
    </message>
    <message>
        <source>an earlier test</source>
        <translation>una prueba anterior</translation>
    </message>
    <message>
        <source>nothing has changed since %1</source>
        <translation>nada ha cambiado desde %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since %1:</source>
        <translation>
            <numerusform>%n cambio desde %1:</numerusform>
            <numerusform>%n cambios desde %1:</numerusform>
        </translation>
    </message>
    <message>
        <source>More under History.</source>
        <translation>Más en Historial.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Probando…</translation>
    </message>
</context>
<context>
    <name>waxseal::ResultTree</name>
    <message>
        <source>What the test found</source>
        <translation>Lo que encontró la prueba</translation>
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
        <translation>Qué se omitió y por qué, y qué ajuste del registro diría más</translation>
    </message>
    <message>
        <source>No log is open</source>
        <translation>Ningún registro abierto</translation>
    </message>
    <message>
        <source>Demo: synthetic data</source>
        <translation>Demostración: datos ficticios</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 inbound message(s)</source>
        <translation>
            <numerusform>%1 mensaje entrante</numerusform>
            <numerusform>%1 mensajes entrantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 outbound message(s)</source>
        <translation>
            <numerusform>%1 mensaje saliente</numerusform>
            <numerusform>%1 mensajes salientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 submitted message(s)</source>
        <translation>
            <numerusform>%1 mensaje enviado por usuarios</numerusform>
            <numerusform>%1 mensajes enviados por usuarios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n dominio</numerusform>
            <numerusform>%n dominios</numerusform>
        </translation>
    </message>
    <message>
        <source>Not counted: %1</source>
        <translation>No contado: %1</translation>
    </message>
    <message>
        <source>%1 re-injected</source>
        <translation>%1 reinyectados</translation>
    </message>
    <message>
        <source>%1 authenticated</source>
        <translation>%1 autenticados</translation>
    </message>
    <message>
        <source>%1 internal</source>
        <translation>%1 internos</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 rechazados</translation>
    </message>
    <message numerus="yes">
        <source>%n import note(s)</source>
        <translation>
            <numerusform>%n nota de importación</numerusform>
            <numerusform>%n notas de importación</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 forwarded</source>
        <translation>%1 reenviados</translation>
    </message>
</context>
<context>
    <name>waxseal::TestBar</name>
    <message>
        <source>&amp;Run Test</source>
        <translation>Pro&amp;bar</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Domain, such as example.com</source>
        <translation>Dominio, como example.com</translation>
    </message>
    <message>
        <source>Domain to test</source>
        <translation>Dominio que probar</translation>
    </message>
    <message>
        <source>Progress of the tests</source>
        <translation>Progreso de las pruebas</translation>
    </message>
    <message>
        <source>Test settings</source>
        <translation>Ajustes de las pruebas</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>C&amp;ontinuar</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Pau&amp;sar</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n conexión</numerusform>
            <numerusform>%n conexiones</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>Domains tested in a second.</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>quedan %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>quedan %1 min</translation>
    </message>
</context>
<context>
    <name>waxseal::TestDetails</name>
    <message>
        <source>Details of the test</source>
        <translation>Detalles de la prueba</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>DNS answers</source>
        <translation>Respuestas DNS</translation>
    </message>
    <message>
        <source>TLSA record that fits the key in use</source>
        <translation>Registro TLSA que corresponde a la clave en uso</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opiar</translation>
    </message>
    <message>
        <source>Copy the TLSA record</source>
        <translation>Copiar el registro TLSA</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Earlier tests</source>
        <translation>Pruebas anteriores</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>History (%1)</source>
        <translation>Historial (%1)</translation>
    </message>
    <message>
        <source>T&amp;LSA record for this key</source>
        <translation>Registro T&amp;LSA para esta clave</translation>
    </message>
    <message>
        <source>Summary of the batch</source>
        <translation>Resumen del lote</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Dominios</translation>
    </message>
    <message>
        <source>What, and why</source>
        <translation>Qué y por qué</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
</context>
<context>
    <name>waxseal::TestSettingsDialog</name>
    <message>
        <source>Test Settings</source>
        <translation>Ajustes de prueba</translation>
    </message>
    <message>
        <source>The system&apos;s resolver</source>
        <translation>El resolvedor del sistema</translation>
    </message>
    <message>
        <source>The root servers downwards</source>
        <translation>Desde los servidores raíz hacia abajo</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>Este servidor</translation>
    </message>
    <message>
        <source>The root&apos;s own</source>
        <translation>El propio de la raíz</translation>
    </message>
    <message>
        <source>The system&apos;s certificates</source>
        <translation>Los certificados del sistema</translation>
    </message>
    <message>
        <source>None, or 192.0.2.1:1080</source>
        <translation>Ninguno, o 192.0.2.1:1080</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>&amp;Resolver:</source>
        <translation>&amp;Resolvedor:</translation>
    </message>
    <message>
        <source>DNS &amp;server:</source>
        <translation>&amp;Servidor DNS:</translation>
    </message>
    <message>
        <source>Trust &amp;anchor file:</source>
        <translation>Archivo de &amp;ancla de confianza:</translation>
    </message>
    <message>
        <source>SMTP &amp;port:</source>
        <translation>&amp;Puerto SMTP:</translation>
    </message>
    <message>
        <source>SOCKS5 pro&amp;xy:</source>
        <translation>Pro&amp;xy SOCKS5:</translation>
    </message>
    <message>
        <source>&amp;Own domains:</source>
        <translation>Dominios pr&amp;opios:</translation>
    </message>
    <message>
        <source>Own domains are asked with MAIL FROM:&lt;&gt; whether they require TLS. Never a recipient, never a message; but the other side may log it.</source>
        <translation>A los dominios propios se les pregunta con MAIL FROM:&lt;&gt; si exigen TLS. Nunca un destinatario, nunca un mensaje; pero la otra parte puede registrarlo.</translation>
    </message>
    <message>
        <source>Say &amp;MAIL FROM:&lt;&gt; in clear to every server</source>
        <translation>Decir &amp;MAIL FROM:&lt;&gt; sin cifrar a cada servidor</translation>
    </message>
    <message>
        <source>Send a command &amp;behind STARTTLS, to see whether it is obeyed</source>
        <translation>Enviar una &amp;orden tras STARTTLS, para ver si se obedece</translation>
    </message>
    <message>
        <source>Trust Anchor</source>
        <translation>Ancla de confianza</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>Archivo de &amp;CA:</translation>
    </message>
    <message>
        <source>CA File</source>
        <translation>Archivo de CA</translation>
    </message>
    <message>
        <source>&#xa0;s</source>
        <translation>&#xa0;s</translation>
    </message>
    <message>
        <source>ADDRESS:PORT, or USER:PASSWORD@ADDRESS:PORT; kept in clear with the settings</source>
        <translation>DIRECCIÓN:PUERTO, o USUARIO:CONTRASEÑA@DIRECCIÓN:PUERTO; se guarda sin cifrar con los ajustes</translation>
    </message>
    <message>
        <source>&amp;Longest test of an address:</source>
        <translation>Prueba más &amp;larga de una dirección:</translation>
    </message>
    <message>
        <source>Addresses beg&amp;un in a second:</source>
        <translation>Direcciones &amp;iniciadas por segundo:</translation>
    </message>
    <message>
        <source>Choose a File…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose a File… (Ctrl+O)</source>
        <translation>Elegir un archivo… (Ctrl+O)</translation>
    </message>
    <message>
        <source>The DNS server is an address, such as 192.0.2.53 or 192.0.2.53@5353.</source>
        <translation>El servidor DNS es una dirección, como 192.0.2.53 o 192.0.2.53@5353.</translation>
    </message>
    <message>
        <source>The proxy is an address and a port, such as 192.0.2.1:1080 or [2001:db8::1]:1080.</source>
        <translation>El proxy es una dirección con puerto, como 192.0.2.1:1080 o [2001:db8::1]:1080.</translation>
    </message>
    <message>
        <source>“%1” is not a domain name.</source>
        <translation>«%1» no es un nombre de dominio.</translation>
    </message>
    <message>
        <source>More than four only for servers of your own: others count connections and shut their door.</source>
        <translation>Más de cuatro solo con servidores propios: los demás cuentan las conexiones y cierran la puerta.</translation>
    </message>
    <message>
        <source>&amp;Connections to an address in a run:</source>
        <translation>&amp;Conexiones a una dirección por prueba:</translation>
    </message>
    <message>
        <source>Whose delivery is foretold: what differs between mail servers is judged as this one does.</source>
        <translation>De quién se predice la entrega: lo que difiere entre servidores de correo se juzga como lo hace este.</translation>
    </message>
    <message>
        <source>This machine&apos;s: %1</source>
        <translation>El de esta máquina: %1</translation>
    </message>
    <message>
        <source>This machine&apos;s, and: 192.0.2.1, 2001:db8::1</source>
        <translation>Las de esta máquina y: 192.0.2.1, 2001:db8::1</translation>
    </message>
    <message>
        <source>Where the sender would meet itself, so that mail would loop (Postfix: proxy_interfaces)</source>
        <translation>Donde el remitente se encontraría consigo mismo y el correo entraría en bucle (Postfix: proxy_interfaces)</translation>
    </message>
    <message>
        <source>Sen&amp;der:</source>
        <translation>Remi&amp;tente:</translation>
    </message>
    <message>
        <source>Name in &amp;EHLO:</source>
        <translation>Nombre en &amp;EHLO:</translation>
    </message>
    <message>
        <source>O&amp;wn addresses:</source>
        <translation>Direcciones p&amp;ropias:</translation>
    </message>
    <message>
        <source>The name in EHLO is a host name, such as mail.example.org.</source>
        <translation>El nombre en EHLO es un nombre de host, como mail.example.org.</translation>
    </message>
    <message>
        <source>“%1” is no address.</source>
        <translation>«%1» no es una dirección.</translation>
    </message>
</context>
<context>
    <name>waxseal::TestedList</name>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter the tested domains</source>
        <translation>Filtrar los dominios probados</translation>
    </message>
    <message>
        <source>Tested domains</source>
        <translation>Dominios probados</translation>
    </message>
</context>
<context>
    <name>waxseal::TestedModel</name>
    <message>
        <source>waiting…</source>
        <translation>esperando…</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>no probado</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Dominio</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Probado</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>probando…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The time before: %1</source>
        <translation>La vez anterior: %1</translation>
    </message>
    <message>
        <source>%1, the time before %2</source>
        <translation>%1, la vez anterior %2</translation>
    </message>
    <message>
        <source>The strictest of Postfix&apos;s security levels at which mail to the domain is delivered</source>
        <translation>El nivel de seguridad más estricto de Postfix en el que se entrega el correo al dominio</translation>
    </message>
    <message>
        <source>Delivered up to</source>
        <translation>Entregado hasta</translation>
    </message>
</context>
<context>
    <name>waxseal::TesterPage</name>
    <message>
        <source>“%1” is not a domain name. Type one such as example.com.</source>
        <translation>«%1» no es un nombre de dominio. Escribir uno como example.com.</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n domain(s) were not tested.</source>
        <translation>
            <numerusform>Cancelado. %n dominio no se probó.</numerusform>
            <numerusform>Cancelado. %n dominios no se probaron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Test a domain</source>
        <translation>Probar un dominio</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>Esperando su turno…</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>Aún sin probar.</translation>
    </message>
    <message>
        <source>Type a domain above, or test all domains of the table. A test looks up the mail servers, opens at most four connections to each address, one at a time, and sends no mail. The answer: at which of Postfix&apos;s security levels mail to the domain is delivered, and why.</source>
        <translation>Escriba arriba un dominio o pruebe todos los de la tabla. Una prueba busca los servidores de correo, abre un máximo de cuatro conexiones por dirección, una tras otra, y no envía correo. La respuesta: en qué niveles de seguridad de Postfix se entrega el correo al dominio, y por qué.</translation>
    </message>
    <message>
        <source>The test is under way.</source>
        <translation>La prueba está en curso.</translation>
    </message>
    <message numerus="yes">
        <source>Test &amp;All %n Domain(s)</source>
        <translation>
            <numerusform>Probar &amp;todo (%n dominio)</numerusform>
            <numerusform>Probar &amp;todos los %n dominios</numerusform>
        </translation>
    </message>
    <message>
        <source>Test &amp;All Domains</source>
        <translation>Probar &amp;todos los dominios</translation>
    </message>
    <message>
        <source>Test a List</source>
        <translation>Probar una lista</translation>
    </message>
    <message>
        <source>Paste domains or addresses here, or load a file. Each domain is tested once; no mail is sent.</source>
        <translation>Pegue aquí dominios o direcciones, o cargue un archivo. Cada dominio se prueba una vez; no se envía correo.</translation>
    </message>
    <message>
        <source>Test Own Domains</source>
        <translation>Probar dominios propios</translation>
    </message>
    <message>
        <source>What the world sees of your own mail servers. Here MAIL FROM:&lt;&gt; is said in clear too, to see whether TLS is required; never a recipient, never a message. The list is kept in the test settings.</source>
        <translation>Lo que el mundo ve de sus propios servidores de correo. Aquí también se dice MAIL FROM:&lt;&gt; sin cifrar, para ver si se exige TLS; nunca un destinatario, nunca un mensaje. La lista se guarda en los ajustes de las pruebas.</translation>
    </message>
    <message>
        <source>No server answers on port %1: this network seems to block it, as many do. Test from the mail server itself, or set a SOCKS5 proxy.</source>
        <translation>Ningún servidor responde en el puerto %1: esta red parece bloquearlo, como muchas. Pruebe desde el propio servidor de correo o configure un proxy SOCKS5.</translation>
    </message>
    <message>
        <source>The resolver does not pass DNSSEC on, so DANE cannot be judged. Choose another resolver.</source>
        <translation>El resolutor no transmite DNSSEC, así que no se puede juzgar DANE. Elija otro resolutor.</translation>
    </message>
    <message>
        <source>Choose a domain in the list.</source>
        <translation>Elija un dominio de la lista.</translation>
    </message>
    <message numerus="yes">
        <source>Test %n domain(s)? At most %1 connections to each address of their mail hosts, one at a time. No mail is sent.</source>
        <extracomment>%1 the most connections to one address.</extracomment>
        <translation>
            <numerusform>¿Probar %n dominio? Como máximo %1 conexiones a cada dirección de sus hosts de correo, una a la vez. No se envía correo.</numerusform>
            <numerusform>¿Probar %n dominios? Como máximo %1 conexiones a cada dirección de sus hosts de correo, una a la vez. No se envía correo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The logs know %n of these addresses, for which that makes %1 connections at most.</source>
        <translation>
            <numerusform>Los registros conocen %n de esas direcciones, lo que supone %1 conexiones como máximo.</numerusform>
            <numerusform>Los registros conocen %n de esas direcciones, lo que supone %1 conexiones como máximo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) tested.</source>
        <translation>
            <numerusform>%n dominio probado.</numerusform>
            <numerusform>%n dominios probados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be tested, or not at every level.</source>
        <translation>
            <numerusform>%n de ellos no se pudo probar, o no en todos los niveles.</numerusform>
            <numerusform>%n de ellos no se pudieron probar, o no en todos los niveles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Re&amp;quire %1</source>
        <translation>E&amp;xigir %1</translation>
    </message>
    <message>
        <source>Re&amp;quire This</source>
        <translation>E&amp;xigir esto</translation>
    </message>
</context>
<context>
    <name>waxseal::TrafficChart</name>
    <message>
        <source>Mail over TLS by day</source>
        <translation>Correo por TLS por día</translation>
    </message>
    <message>
        <source>over TLS</source>
        <translation>por TLS</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>plaintext</source>
        <translation>en claro</translation>
    </message>
</context>
<context>
    <name>waxseal::TrafficPage</name>
    <message numerus="yes">
        <source>%Ln inbound message(s)</source>
        <translation>
            <numerusform>%Ln mensaje entrante</numerusform>
            <numerusform>%Ln mensajes entrantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outbound message(s)</source>
        <translation>
            <numerusform>%Ln mensaje saliente</numerusform>
            <numerusform>%Ln mensajes salientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submitted message(s)</source>
        <translation>
            <numerusform>%Ln mensaje enviado por usuarios</numerusform>
            <numerusform>%Ln mensajes enviados por usuarios</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail over TLS, in clear and unknown</source>
        <translation>Correo por TLS, en claro y desconocido</translation>
    </message>
    <message>
        <source>TLS versions</source>
        <translation>Versiones de TLS</translation>
    </message>
    <message>
        <source>Ciphers</source>
        <translation>Cifrados</translation>
    </message>
    <message>
        <source>Spam and TLS</source>
        <translation>Spam y TLS</translation>
    </message>
    <message>
        <source>Busiest domains</source>
        <translation>Dominios con más correo</translation>
    </message>
    <message>
        <source>Domains in clear</source>
        <translation>Dominios en claro</translation>
    </message>
    <message>
        <source>Most mail in clear</source>
        <translation>Más correo en claro</translation>
    </message>
    <message>
        <source>No mail submitted by own users is in these logs.</source>
        <translation>En estos registros no hay correo enviado por usuarios propios.</translation>
    </message>
    <message>
        <source>No outbound mail is in these logs.</source>
        <translation>En estos registros no hay correo saliente.</translation>
    </message>
    <message>
        <source>No inbound mail is in these logs.</source>
        <translation>En estos registros no hay correo entrante.</translation>
    </message>
    <message>
        <source>No mail</source>
        <translation>Sin correo</translation>
    </message>
    <message>
        <source>TLS unknown</source>
        <translation>TLS desconocido</translation>
    </message>
    <message>
        <source>%1 over TLS</source>
        <comment>a percentage</comment>
        <translation>%1 por TLS</translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s)</source>
        <translation>
            <numerusform>%Ln dominio</numerusform>
            <numerusform>%Ln dominios</numerusform>
        </translation>
    </message>
    <message>
        <source>share of mail whose TLS is known</source>
        <translation>proporción del correo cuyo TLS se conoce</translation>
    </message>
    <message>
        <source>over TLS</source>
        <translation>por TLS</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>plaintext</source>
        <translation>en claro</translation>
    </message>
    <message>
        <source>Not counted: %1 re-injected · %2 authenticated · %3 internal · %4 rejected</source>
        <translation>No contado: %1 reinyectados · %2 autenticados · %3 internos · %4 rechazados</translation>
    </message>
    <message>
        <source>Re-injected: the same message again, from a content filter. Authenticated: own users, counted as submission. Internal: from this host or an internal network. Rejected: refused by the server, so never a message.</source>
        <translation>Reinyectado: el mismo mensaje otra vez, desde un filtro de contenido. Autenticado: usuarios propios, contado como envío de usuarios. Interno: de este servidor o de una red interna. Rechazado: el servidor no lo admitió, así que nunca fue un mensaje.</translation>
    </message>
    <message>
        <source>TLS, version unknown</source>
        <translation>TLS, versión desconocida</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Server certificates</source>
        <translation>Certificados de servidor</translation>
    </message>
    <message>
        <source>Client certificates</source>
        <translation>Certificados de cliente</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>share of spam</source>
        <translation>proporción de spam</translation>
    </message>
    <message>
        <source>Of the messages that a scanner has judged.</source>
        <translation>De los mensajes que un analizador ha juzgado.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Por TLS</translation>
    </message>
    <message>
        <source>Plaintext</source>
        <translation>En claro</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Requiring TLS does not stop spam for long: those who send it adapt.</source>
        <translation>Exigir TLS no frena el spam por mucho tiempo: quienes lo envían se adaptan.</translation>
    </message>
    <message>
        <source>No spam verdicts are in these logs. Log the scanner&apos;s verdict (amavis does) beside the mail log to see how much of a loss would be spam.</source>
        <translation>En estos registros no hay veredictos de spam. Registrar el veredicto del analizador (amavis lo hace) junto al registro de correo para ver cuánto de una pérdida sería spam.</translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation>Siguiente salto</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Dominio</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>In clear</source>
        <translation>En claro</translation>
    </message>
    <message>
        <source>No mail came or went in clear.</source>
        <translation>Ningún correo llegó ni salió en claro.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s) sent mail in clear; those listed stand for %1 of it.</source>
        <translation>
            <numerusform>%Ln dominio envió correo en claro; los de la lista suman %1 de ese correo.</numerusform>
            <numerusform>%Ln dominios enviaron correo en claro; los de la lista suman %1 de ese correo.</numerusform>
        </translation>
    </message>
    <message>
        <source> · %1 from forwarders</source>
        <translation> · %1 de reenviadores</translation>
    </message>
    <message>
        <source>What the logs say</source>
        <translation>Lo que dicen los registros</translation>
    </message>
    <message>
        <source>Double click or Enter: the domain in Policy</source>
        <translation>Doble clic o Intro: el dominio en Política</translation>
    </message>
    <message>
        <source>Show in &amp;Policy</source>
        <translation>Mostrar en &amp;Política</translation>
    </message>
    <message>
        <source>Show &amp;Log Lines</source>
        <translation>Mostrar líneas del &amp;registro</translation>
    </message>
    <message>
        <source>&amp;Test Domain</source>
        <translation>Probar &amp;dominio</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>&amp;Copiar filas</translation>
    </message>
</context>
<context>
    <name>waxseal::VersionChart</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>the less used of a list</comment>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>messages · share</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Proporción (%)</translation>
    </message>
    <message>
        <source>No mail.</source>
        <translation>Sin correo.</translation>
    </message>
    <message>
        <source>%1: %2 messages, %3.</source>
        <comment>a version or cipher: count, share</comment>
        <translation>%1: %2 mensajes, %3.</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>mensajes</translation>
    </message>
</context>
<context>
    <name>waxseal::VersionTableModel</name>
    <message>
        <source>in clear</source>
        <translation>en claro</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>Would lose</source>
        <translation>Se perdería</translation>
    </message>
</context>
<context>
    <name>waxseal::VersusBar</name>
    <message>
        <source>S&amp;wap Policies A and B</source>
        <translation>Inter&amp;cambiar las políticas A y B</translation>
    </message>
    <message>
        <source>Which of the two policies is in force</source>
        <translation>Cuál de las dos políticas está vigente</translation>
    </message>
    <message>
        <source>&amp;Keep as %1</source>
        <translation>&amp;Guardar como %1</translation>
    </message>
    <message>
        <source>Keep this policy as %1, to compare others with it</source>
        <translation>Guardar esta política como %1 para comparar otras con ella</translation>
    </message>
    <message>
        <source>For&amp;get %1</source>
        <translation>Ol&amp;vidar %1</translation>
    </message>
    <message>
        <source>The policy that is kept: a click or %1 goes to it</source>
        <translation>La política guardada: un clic o %1 va a ella</translation>
    </message>
    <message>
        <source>The policy in force</source>
        <translation>La política vigente</translation>
    </message>
</context>
<context>
    <name>waxseal::WitnessPanel</name>
    <message>
        <source>Sessions that TLS reports tell of</source>
        <translation>Sesiones de las que hablan los informes TLS</translation>
    </message>
    <message>
        <source>Who could not reach us, and why</source>
        <translation>Quién no pudo llegar a nosotros y por qué</translation>
    </message>
    <message>
        <source>What others saw</source>
        <translation>Lo que vieron otros</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Dominio</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>MX</source>
        <translation>MX</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Último</translation>
    </message>
    <message numerus="yes">
        <source>%Ln TLS report(s) (RFC 8460).</source>
        <translation>
            <numerusform>%Ln informe TLS (RFC 8460).</numerusform>
            <numerusform>%Ln informes TLS (RFC 8460).</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1 sessions of these days reached us over TLS.</source>
        <translation>Las %1 sesiones de estos días llegaron todas por TLS.</translation>
    </message>
    <message>
        <source>Of %1 sessions of these days %2 failed. Sessions are not messages: they are in no other figure.</source>
        <translation>De las %1 sesiones de estos días fallaron %2. Las sesiones no son mensajes: no están en ninguna otra cifra.</translation>
    </message>
    <message>
        <source>The table has the newest days.</source>
        <translation>La tabla muestra los días más recientes.</translation>
    </message>
    <message>
        <source>Sessions failed, others report</source>
        <translation>Sesiones fallidas, según otros</translation>
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
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>d</source>
        <comment>first day of a period</comment>
        <extracomment>The first day of a period inside one month, before &quot;– 30 November 2026&quot;.</extracomment>
        <translation>d</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>first day of a period</comment>
        <extracomment>The first day of a period inside one year, before &quot;– 3 December 2026&quot;.</extracomment>
        <translation>d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a day to a day</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
</TS>
