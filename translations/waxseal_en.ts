<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Advice</name>
    <message numerus="yes">
        <source>The certificate of %1 ends in %n day(s), on %2.</source>
        <translation>
            <numerusform>The certificate of %1 ends in %n day, on %2.</numerusform>
            <numerusform>The certificate of %1 ends in %n days, on %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%1 of %n domain(s)</source>
        <translation>
            <numerusform>%1 of %n domain</numerusform>
            <numerusform>%1 of %n domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n connection(s))</source>
        <translation>
            <numerusform>(%n connection)</numerusform>
            <numerusform>(%n connections)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more domain(s); --all shows them.</source>
        <translation>
            <numerusform>and %n more domain; --all shows them.</numerusform>
            <numerusform>and %n more domains; --all shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nor of %n other domain(s) with a requirement.</source>
        <translation>
            <numerusform>Nor of %n other domain with a requirement.</numerusform>
            <numerusform>Nor of %n other domains with a requirement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mail to %n domain(s) would not be delivered at this level.</source>
        <translation>
            <numerusform>Mail to %n domain would not be delivered at this level.</numerusform>
            <numerusform>Mail to %n domains would not be delivered at this level.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) could not be tested at this level.</source>
        <translation>
            <numerusform>%n domain could not be tested at this level.</numerusform>
            <numerusform>%n domains could not be tested at this level.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are no domain names and were left out, such as “%1”.</source>
        <translation>
            <numerusform>%n entry is no domain name and was left out: “%1”.</numerusform>
            <numerusform>%n entries are no domain names and were left out, such as “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Require %1 of %n domain(s): %2 of the wanted mail is protected, %3 would have been lost, %4 is to be expected lost in the next period.</source>
        <translation>
            <numerusform>Require %1 of %n domain: %2 of the wanted mail is protected, %3 would have been lost, %4 is to be expected lost in the next period.</numerusform>
            <numerusform>Require %1 of %n domains: %2 of the wanted mail is protected, %3 would have been lost, %4 is to be expected lost in the next period.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; --all shows them.</source>
        <translation>
            <numerusform>and %n more; --all shows it.</numerusform>
            <numerusform>and %n more; --all shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Google&apos;s “Safer email” table: %n row(s); --json prints them.</source>
        <translation>
            <numerusform>Google&apos;s “Safer email” table: %n row; --json prints it.</numerusform>
            <numerusform>Google&apos;s “Safer email” table: %n rows; --json prints them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n other file(s) of that kind.</source>
        <translation>
            <numerusform>And %n other file of that kind.</numerusform>
            <numerusform>And %n other files of that kind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) had been read before.</source>
        <translation>
            <numerusform>%n report had been read before.</numerusform>
            <numerusform>%n reports had been read before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the table have no domain, direction or share.</source>
        <translation>
            <numerusform>%n row of the table has no domain, direction or share.</numerusform>
            <numerusform>%n rows of the table have no domain, direction or share.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other line(s) were left out as well.</source>
        <translation>
            <numerusform>%n other line was left out as well.</numerusform>
            <numerusform>%n other lines were left out as well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayBins</name>
    <message numerus="yes">
        <source>messages every %n week(s)</source>
        <translation>
            <numerusform>messages a week</numerusform>
            <numerusform>messages every %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureNotes</name>
    <message numerus="yes">
        <source>policy of %n row(s), %1 for all others</source>
        <translation>
            <numerusform>policy of %n row, %1 for all others</numerusform>
            <numerusform>policy of %n rows, %1 for all others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s)</source>
        <translation>
            <numerusform>%1 and %n more file</numerusform>
            <numerusform>%1 and %n more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>It names %n domain(s), listed at the end; for all others: %1.</source>
        <translation>
            <numerusform>It names %n domain, listed at the end; for all others: %1.</numerusform>
            <numerusform>It names %n domains, listed at the end; for all others: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>messages every %n day(s)</source>
        <translation>
            <numerusform>messages every %n day</numerusform>
            <numerusform>messages every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s).</source>
        <translation>
            <numerusform>and %n more row.</numerusform>
            <numerusform>and %n more rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more domain(s).</source>
        <translation>
            <numerusform>and %n more domain.</numerusform>
            <numerusform>and %n more domains.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>policy: %n row(s), %1 for all others</source>
        <translation>
            <numerusform>policy: %n row, %1 for all others</numerusform>
            <numerusform>policy: %n rows, %1 for all others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestTexts</name>
    <message numerus="yes">
        <source>%1, %n bit(s)</source>
        <translation>
            <numerusform>%1, %n bit</numerusform>
            <numerusform>%1, %n bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Witness</name>
    <message numerus="yes">
        <source>Its own TLS reports (%n)</source>
        <translation>
            <numerusform>Its own TLS report (%n)</numerusform>
            <numerusform>Its own TLS reports (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n part(s) are too large to be a TLS report.</source>
        <translation>
            <numerusform>%1: %n part is too large to be a TLS report.</numerusform>
            <numerusform>%1: %n parts are too large to be a TLS report.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n session(s) began before the log does, so their TLS is unknown. Add the log before this one.</source>
        <translation>
            <numerusform>%n session began before the log does, so its TLS is unknown. Add the log before this one.</numerusform>
            <numerusform>%n sessions began before the log does, so their TLS is unknown. Add the log before this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) began before the log does and are not counted. Add the log before this one.</source>
        <translation>
            <numerusform>%n message began before the log does and is not counted. Add the log before this one.</numerusform>
            <numerusform>%n messages began before the log does and are not counted. Add the log before this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) skipped, in no known form.</source>
        <translation>
            <numerusform>%n line skipped, in no known form.</numerusform>
            <numerusform>%n lines skipped, in no known form.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) unfolded from “message repeated … times”.</source>
        <translation>
            <numerusform>%n line unfolded from “message repeated … times”.</numerusform>
            <numerusform>%n lines unfolded from “message repeated … times”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Several files hold the same lines; %n line(s) were counted once only.</source>
        <translation>
            <numerusform>Several files hold the same lines; %n line was counted once only.</numerusform>
            <numerusform>Several files hold the same lines; %n lines were counted once only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) were refused because smtpd_tls_security_level = encrypt is on already. Their mail is not in these figures.</source>
        <translation>
            <numerusform>%n session was refused because smtpd_tls_security_level = encrypt is on already. Its mail is not in these figures.</numerusform>
            <numerusform>%n sessions were refused because smtpd_tls_security_level = encrypt is on already. Their mail is not in these figures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were too long and were skipped.</source>
        <translation>
            <numerusform>%n line was too long and was skipped.</numerusform>
            <numerusform>%n lines were too long and were skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many sessions or messages were open at once; the %n oldest were given up.</source>
        <translation>
            <numerusform>Too many sessions or messages were open at once; the oldest was given up.</numerusform>
            <numerusform>Too many sessions or messages were open at once; the %n oldest were given up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the time of %n line(s) agrees with no other line near it: a wrong clock. No other line was moved by it.</source>
        <translation>
            <numerusform>the time of %n line agrees with no other line near it: a wrong clock. No other line was moved by it.</numerusform>
            <numerusform>the time of %n lines agrees with no other line near them: a wrong clock. No other line was moved by it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These logs begin before what had been read. So the %n file(s) read before were read again with them: the figures are those of reading all logs at once.</source>
        <translation>
            <numerusform>These logs begin before what had been read. So the %n file read before was read again with them: the figures are those of reading all logs at once.</numerusform>
            <numerusform>These logs begin before what had been read. So the %n files read before were read again with them: the figures are those of reading all logs at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These logs begin before what had been read, and not all logs read before are there any more to be read with them. %n session(s), message(s) or deliveries were still open at the end of the older logs: what the logs tell of them on both sides could not be joined, so their TLS may be unknown or they are missing. To count them, import all logs into a new workspace.</source>
        <translation>
            <numerusform>These logs begin before what had been read, and not all logs read before are there any more to be read with them. %n session, message or delivery was still open at the end of the older logs: what the logs tell of it on both sides could not be joined, so its TLS may be unknown or it is missing. To count it, import all logs into a new workspace.</numerusform>
            <numerusform>These logs begin before what had been read, and not all logs read before are there any more to be read with them. %n sessions, messages or deliveries were still open at the end of the older logs: what the logs tell of them on both sides could not be joined, so their TLS may be unknown or they are missing. To count them, import all logs into a new workspace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The system&apos;s log daemon dropped %n line(s) because of rate limiting. Mail whose lines are missing is not counted, and what seems to have gone in clear around the gap is unknown. Raise the daemon&apos;s limits.</source>
        <translation>
            <numerusform>The system&apos;s log daemon dropped %n line because of rate limiting. Mail whose lines are missing is not counted, and what seems to have gone in clear around the gap is unknown. Raise the daemon&apos;s limits.</numerusform>
            <numerusform>The system&apos;s log daemon dropped %n lines because of rate limiting. Mail whose lines are missing is not counted, and what seems to have gone in clear around the gap is unknown. Raise the daemon&apos;s limits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) begin in this log, and no line of the queue manager (qmgr) says that any was accepted, so none is counted. Add the whole mail log, not the lines of smtpd alone.</source>
        <translation>
            <numerusform>%n message begins in this log, and no line of the queue manager (qmgr) says that any was accepted, so none is counted. Add the whole mail log, not the lines of smtpd alone.</numerusform>
            <numerusform>%n messages begin in this log, and no line of the queue manager (qmgr) says that any was accepted, so none is counted. Add the whole mail log, not the lines of smtpd alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) came through a proxy that named the client by XCLIENT. Whether the client used TLS with the proxy is not in this log, so it is unknown.</source>
        <translation>
            <numerusform>%n message came through a proxy that named the client by XCLIENT. Whether the client used TLS with the proxy is not in this log, so it is unknown.</numerusform>
            <numerusform>%n messages came through a proxy that named the client by XCLIENT. Whether the client used TLS with the proxy is not in this log, so it is unknown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were put on hold and are not seen to leave the hold queue, so they are not counted. If a filter such as MailScanner takes them from there, add its lines: they name the new queue ids.</source>
        <translation>
            <numerusform>%n message was put on hold and is not seen to leave the hold queue, so it is not counted. If a filter such as MailScanner takes it from there, add its lines: they name the new queue ids.</numerusform>
            <numerusform>%n messages were put on hold and are not seen to leave the hold queue, so they are not counted. If a filter such as MailScanner takes them from there, add its lines: they name the new queue ids.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) were refused by reject_plaintext_session because the session was not encrypted. That mail is lost already, or came back over TLS.</source>
        <translation>
            <numerusform>%n recipient was refused by reject_plaintext_session because the session was not encrypted. That mail is lost already, or came back over TLS.</numerusform>
            <numerusform>%n recipients were refused by reject_plaintext_session because the session was not encrypted. That mail is lost already, or came back over TLS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) were refused by reject_plaintext_session because the session was not encrypted. That mail is lost already, or came back over TLS. Its senders: %1.</source>
        <translation>
            <numerusform>%n recipient was refused by reject_plaintext_session because the session was not encrypted. That mail is lost already, or came back over TLS. Its senders: %1.</numerusform>
            <numerusform>%n recipients were refused by reject_plaintext_session because the session was not encrypted. That mail is lost already, or came back over TLS. Its senders: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outgoing message(s) failed at least once because the settings here require TLS that could not be had. To: %1.</source>
        <translation>
            <numerusform>%n outgoing message failed at least once because the settings here require TLS that could not be had. To: %1.</numerusform>
            <numerusform>%n outgoing messages failed at least once because the settings here require TLS that could not be had. To: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outgoing message(s) went in clear to hosts that offer STARTTLS, because the settings here use no TLS. Set smtp_tls_security_level = may. To: %1.</source>
        <translation>
            <numerusform>%n outgoing message went in clear to hosts that offer STARTTLS, because the settings here use no TLS. Set smtp_tls_security_level = may. To: %1.</numerusform>
            <numerusform>%n outgoing messages went in clear to hosts that offer STARTTLS, because the settings here use no TLS. Set smtp_tls_security_level = may. To: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n incoming message(s) the log does not tell whether TLS was used, or which version. Set %1.</source>
        <translation>
            <numerusform>For %n incoming message the log does not tell whether TLS was used, or which version. Set %1.</numerusform>
            <numerusform>For %n incoming messages the log does not tell whether TLS was used, or which version. Set %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n outgoing message(s) the log does not tell whether TLS was used. Set %1.</source>
        <translation>
            <numerusform>For %n outgoing message the log does not tell whether TLS was used. Set %1.</numerusform>
            <numerusform>For %n outgoing messages the log does not tell whether TLS was used. Set %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) were refused by %1 because the session was not encrypted. That mail is lost already, or came back over TLS. Its senders, as far as the log names them: %2.</source>
        <translation>
            <numerusform>%n command was refused by %1 because the session was not encrypted. That mail is lost already, or came back over TLS. Its senders, as far as the log names them: %2.</numerusform>
            <numerusform>%n commands were refused by %1 because the session was not encrypted. That mail is lost already, or came back over TLS. Its senders, as far as the log names them: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::AdvicePanel</name>
    <message numerus="yes">
        <source>%Ln domain(s) must use TLS</source>
        <translation>
            <numerusform>%Ln domain must use TLS</numerusform>
            <numerusform>%Ln domains must use TLS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>names of domains</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more domain(s)</source>
        <translation>
            <numerusform>and %Ln more domain</numerusform>
            <numerusform>and %Ln more domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By this log that is about %Ln message(s) a week.</source>
        <translation>
            <numerusform>By this log that is about %Ln message a week.</numerusform>
            <numerusform>By this log that is about %Ln messages a week.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the wanted mail, %Ln message(s), is sent encrypted or not at all. Somebody between the servers who strips STARTTLS only delays it. Encrypt alone does not check who answers: dane, verify and secure do.</source>
        <translation>
            <numerusform>%1 of the wanted mail, %Ln message, is sent encrypted or not at all. Somebody between the servers who strips STARTTLS only delays it. Encrypt alone does not check who answers: dane, verify and secure do.</numerusform>
            <numerusform>%1 of the wanted mail, %Ln messages, is sent encrypted or not at all. Somebody between the servers who strips STARTTLS only delays it. Encrypt alone does not check who answers: dane, verify and secure do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the wanted mail, %Ln message(s), can no longer be talked into plaintext by somebody between the servers who strips STARTTLS. It is the hop that is protected, not the message: from end to end only OpenPGP or S/MIME do that.</source>
        <translation>
            <numerusform>%1 of the wanted mail, %Ln message, can no longer be talked into plaintext by somebody between the servers who strips STARTTLS. It is the hop that is protected, not the message: from end to end only OpenPGP or S/MIME do that.</numerusform>
            <numerusform>%1 of the wanted mail, %Ln messages, can no longer be talked into plaintext by somebody between the servers who strips STARTTLS. It is the hop that is protected, not the message: from end to end only OpenPGP or S/MIME do that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::CostPanel</name>
    <message numerus="yes">
        <source>%1 by %2 of %n required domain(s)</source>
        <translation>
            <numerusform>%1 by %2 of %n required domain</numerusform>
            <numerusform>%1 by %2 of %n required domains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::Document</name>
    <message numerus="yes">
        <source>Require %1 for %n Domains</source>
        <translation>
            <numerusform>Require %1 for %n Domain</numerusform>
            <numerusform>Require %1 for %n Domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop Requirement for %n Domains</source>
        <translation>
            <numerusform>Drop Requirement for %n Domain</numerusform>
            <numerusform>Drop Requirement for %n Domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Require Nothing of %n Domains</source>
        <translation>
            <numerusform>Require Nothing of %n Domain</numerusform>
            <numerusform>Require Nothing of %n Domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mute %n Domains</source>
        <translation>
            <numerusform>Mute %n Domain</numerusform>
            <numerusform>Mute %n Domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do Not Mute %n Domains</source>
        <translation>
            <numerusform>Do Not Mute %n Domain</numerusform>
            <numerusform>Do Not Mute %n Domains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::DomainTableModel</name>
    <message numerus="yes">
        <source>%n domain(s) of this organisation</source>
        <translation>
            <numerusform>%n domain of this organisation</numerusform>
            <numerusform>%n domains of this organisation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Organisation %1, %n domain(s), %2</source>
        <translation>
            <numerusform>Organisation %1, %n domain, %2</numerusform>
            <numerusform>Organisation %1, %n domains, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::ExportPanel</name>
    <message numerus="yes">
        <source>%Ln row(s) of the policy cannot stand in these files.</source>
        <translation>
            <numerusform>%Ln row of the policy cannot stand in these files.</numerusform>
            <numerusform>%Ln rows of the policy cannot stand in these files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of these names are in %1 already.</source>
        <translation>
            <numerusform>%n file of this name is in %1 already.</numerusform>
            <numerusform>%n files of these names are in %1 already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1. The first one says where each goes and how to switch it on and off.</source>
        <translation>
            <numerusform>%n file written to %1. The first one says where each goes and how to switch it on and off.</numerusform>
            <numerusform>%n files written to %1. The first one says where each goes and how to switch it on and off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::FileController</name>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <translation>
            <numerusform>Reading %n file</numerusform>
            <numerusform>Reading %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n report(s)</source>
        <translation>
            <numerusform>Reading %n report</numerusform>
            <numerusform>Reading %n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new TLS report(s). The Traffic place says who could not reach us, and why.</source>
        <translation>
            <numerusform>%n new TLS report. The Traffic place says who could not reach us, and why.</numerusform>
            <numerusform>%n new TLS reports. The Traffic place says who could not reach us, and why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::FilterBar</name>
    <message numerus="yes">
        <source>Filter %n domain(s) (Ctrl+F)</source>
        <translation>
            <numerusform>Filter %n domain (Ctrl+F)</numerusform>
            <numerusform>Filter %n domains (Ctrl+F)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filter %n host(s) (Ctrl+F)</source>
        <translation>
            <numerusform>Filter %n host (Ctrl+F)</numerusform>
            <numerusform>Filter %n hosts (Ctrl+F)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::FrontierChart</name>
    <message numerus="yes">
        <source>Budget %1: protects %2 of wanted mail by requiring TLS of %n domain(s). Requiring it of all loses %3.</source>
        <translation>
            <numerusform>Budget %1: protects %2 of wanted mail by requiring TLS of %n domain. Requiring it of all loses %3.</numerusform>
            <numerusform>Budget %1: protects %2 of wanted mail by requiring TLS of %n domains. Requiring it of all loses %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s): %1 of wanted mail protected, %2 lost.</source>
        <translation>
            <numerusform>%n domain: %1 of wanted mail protected, %2 lost.</numerusform>
            <numerusform>%n domains: %1 of wanted mail protected, %2 lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::HeroPanel</name>
    <message numerus="yes">
        <source>%n domain(s) required</source>
        <translation>
            <numerusform>%n domain required</numerusform>
            <numerusform>%n domains required</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s): nothing is required, nothing is lost</source>
        <translation>
            <numerusform>Next %n day: nothing is required, nothing is lost</numerusform>
            <numerusform>Next %n days: nothing is required, nothing is lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s), %1 of 100 times: %2 lost</source>
        <translation>
            <numerusform>Next %n day, %1 of 100 times: %2 lost</numerusform>
            <numerusform>Next %n days, %1 of 100 times: %2 lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s): at most %1 lost</source>
        <translation>
            <numerusform>Next %n day: at most %1 lost</numerusform>
            <numerusform>Next %n days: at most %1 lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next %n day(s): forecasting…</source>
        <translation>
            <numerusform>Next %n day: forecasting…</numerusform>
            <numerusform>Next %n days: forecasting…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::HostListModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>domains</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::ImportReport</name>
    <message numerus="yes">
        <source>%Ln more note(s), mostly of the same kind.</source>
        <translation>
            <numerusform>%Ln more note, mostly of the same kind.</numerusform>
            <numerusform>%Ln more notes, mostly of the same kind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s)</source>
        <translation>
            <numerusform>%Ln more file</numerusform>
            <numerusform>%Ln more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::ListDialog</name>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n domain</numerusform>
            <numerusform>%n domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeated</source>
        <translation>
            <numerusform>%n repeated</numerusform>
            <numerusform>%n repeated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out, such as “%1”</source>
        <translation>
            <numerusform>%n left out: “%1”</numerusform>
            <numerusform>%n left out, such as “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Test %n Domain(s)</source>
        <translation>
            <numerusform>&amp;Test %n Domain</numerusform>
            <numerusform>&amp;Test %n Domains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::MainWindow</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::PeriodBar</name>
    <message numerus="yes">
        <source>Last %n Day(s)</source>
        <translation>
            <numerusform>Last Day</numerusform>
            <numerusform>Last %n Days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::PolicyBar</name>
    <message numerus="yes">
        <source>%1, in place of %n other choice(s)</source>
        <extracomment>A step to undo: &quot;Require at No Loss, in place of 37 other choices&quot;</extracomment>
        <translation>
            <numerusform>%1, in place of %n other choice</numerusform>
            <numerusform>%1, in place of %n other choices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::PolicyImportDialog</name>
    <message numerus="yes">
        <source>%n line(s) say what is required.</source>
        <translation>
            <numerusform>%n line says what is required.</numerusform>
            <numerusform>%n lines say what is required.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) had to be left out.</source>
        <translation>
            <numerusform>%n line had to be left out.</numerusform>
            <numerusform>%n lines had to be left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::ProgressStrip</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::Recommendation</name>
    <message numerus="yes">
        <source>%Ln domain(s) used TLS for all wanted mail, in three messages or more. Requiring encryption of just these would have lost none of it, and protects %1; about %2 of the wanted mail is to be expected lost in the next period, for what is not seen yet.</source>
        <translation>
            <numerusform>%Ln domain used TLS for all wanted mail, in three messages or more. Requiring encryption of just this one would have lost none of it, and protects %1; about %2 of the wanted mail is to be expected lost in the next period, for what is not seen yet.</numerusform>
            <numerusform>%Ln domains used TLS for all wanted mail, in three messages or more. Requiring encryption of just these would have lost none of it, and protects %1; about %2 of the wanted mail is to be expected lost in the next period, for what is not seen yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A loss budget of %1 buys %Ln domain(s), and protects %2; %3 of the wanted mail is to be expected lost.</source>
        <translation>
            <numerusform>A loss budget of %1 buys %Ln domain, and protects %2; %3 of the wanted mail is to be expected lost.</numerusform>
            <numerusform>A loss budget of %1 buys %Ln domains, and protects %2; %3 of the wanted mail is to be expected lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, in place of %n other choice(s)</source>
        <translation>
            <numerusform>%1, in place of %n other choice</numerusform>
            <numerusform>%1, in place of %n other choices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::ResultModel</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::ResultPanel</name>
    <message numerus="yes">
        <source>%n change(s) since %1:</source>
        <translation>
            <numerusform>%n change since %1:</numerusform>
            <numerusform>%n changes since %1:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::StatusLine</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 inbound message(s)</source>
        <translation>
            <numerusform>%1 inbound message</numerusform>
            <numerusform>%1 inbound messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 outbound message(s)</source>
        <translation>
            <numerusform>%1 outbound message</numerusform>
            <numerusform>%1 outbound messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 submitted message(s)</source>
        <translation>
            <numerusform>%1 submitted message</numerusform>
            <numerusform>%1 submitted messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s)</source>
        <translation>
            <numerusform>%n domain</numerusform>
            <numerusform>%n domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import note(s)</source>
        <translation>
            <numerusform>%n import note</numerusform>
            <numerusform>%n import notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::TestBar</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::TesterPage</name>
    <message numerus="yes">
        <source>Cancelled. %n domain(s) were not tested.</source>
        <translation>
            <numerusform>Cancelled. %n domain was not tested.</numerusform>
            <numerusform>Cancelled. %n domains were not tested.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test &amp;All %n Domain(s)</source>
        <translation>
            <numerusform>Test &amp;All (%n Domain)</numerusform>
            <numerusform>Test &amp;All %n Domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test %n domain(s)? At most %1 connections to each address of their mail hosts, one at a time. No mail is sent.</source>
        <extracomment>%1 the most connections to one address.</extracomment>
        <translation>
            <numerusform>Test %n domain? At most %1 connections to each address of its mail hosts, one at a time. No mail is sent.</numerusform>
            <numerusform>Test %n domains? At most %1 connections to each address of their mail hosts, one at a time. No mail is sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The logs know %n of these addresses, for which that makes %1 connections at most.</source>
        <translation>
            <numerusform>The logs know %n of these addresses, for which that makes %1 connections at most.</numerusform>
            <numerusform>The logs know %n of these addresses, for which that makes %1 connections at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s) tested.</source>
        <translation>
            <numerusform>%n domain tested.</numerusform>
            <numerusform>%n domains tested.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be tested, or not at every level.</source>
        <translation>
            <numerusform>%n of them could not be tested, or not at every level.</numerusform>
            <numerusform>%n of them could not be tested, or not at every level.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::TrafficPage</name>
    <message numerus="yes">
        <source>%Ln inbound message(s)</source>
        <translation>
            <numerusform>%Ln inbound message</numerusform>
            <numerusform>%Ln inbound messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outbound message(s)</source>
        <translation>
            <numerusform>%Ln outbound message</numerusform>
            <numerusform>%Ln outbound messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submitted message(s)</source>
        <translation>
            <numerusform>%Ln submitted message</numerusform>
            <numerusform>%Ln submitted messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s)</source>
        <translation>
            <numerusform>%Ln domain</numerusform>
            <numerusform>%Ln domains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln domain(s) sent mail in clear; those listed stand for %1 of it.</source>
        <translation>
            <numerusform>%Ln domain sent mail in clear; the list stands for %1 of it.</numerusform>
            <numerusform>%Ln domains sent mail in clear; those listed stand for %1 of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::VersionChart</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>the less used of a list</comment>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::WitnessPanel</name>
    <message numerus="yes">
        <source>%Ln TLS report(s) (RFC 8460).</source>
        <translation>
            <numerusform>%Ln TLS report (RFC 8460).</numerusform>
            <numerusform>%Ln TLS reports (RFC 8460).</numerusform>
        </translation>
    </message>
</context>
</TS>
