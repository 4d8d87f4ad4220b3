<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Figures</name>
    <message>
        <source>%1 – %2&#xa0;%</source>
        <extracomment>A range in percent; the blank before % does not break.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(null sender &lt;&gt;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no domain)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>no TLS</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::Chart</name>
    <message>
        <source>Menu of the chart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, copy or show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::DayChart</name>
    <message>
        <source>What the bars show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost Only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2. %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a day to a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (%3 %)</source>
        <comment>series: messages (share of the day)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A day on a chart&apos;s axis, short, in the form QDate::toString() takes; the year is not shown.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::Document</name>
    <message>
        <source>Require %1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop Requirement for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Require %1 for %n Domains</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drop Requirement for %n Domains</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Include Subdomains of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave Out Subdomains of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include Subdomains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave Out Subdomains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Require %1 by Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::DomainDelegate</name>
    <message>
        <source>+ subdomains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirement for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <extracomment>No row of its own for this domain: what is required of all by default counts.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::DomainTable</name>
    <message>
        <source>Domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::DomainTableModel</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required of this domain alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required of this domain and its subdomains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required by a row of a domain above it that includes subdomains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over TLS, %2 in clear, %3 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is required. Requiring encrypt would lose %1 of %2 messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 messages would be lost, %3 of them spam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper 95 % bound of the share that would be lost: few messages prove little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hosts, their networks and their organisations never used TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hosts, or their neighbours, also used TLS: likely to come back when refused for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A handshake with this server failed before: its own settings may be at fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than three messages from the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the messages whose TLS is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages the requirement would lose; faint: what encrypt would lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those of them that a scanner called spam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper 95 % bound of the share lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the hosts that would be lost could come back over TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strictest level that the last live test found delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Require</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of it spam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::FrontierChart</name>
    <message>
        <source>What each loss would buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wanted mail lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no loss · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>require all: %1 lost · RFC 3207 § 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted mail lost (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail protected (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>budget %1 · protects %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No domain is worth requiring TLS of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Budget %1: protects %2 of wanted mail by requiring TLS of %n domain(s). Requiring it of all loses %3.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n domain(s): %1 of wanted mail protected, %2 lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>waxseal::HostTableModel</name>
    <message>
        <source>not in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::MessageBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::OutcomeChart</name>
    <message>
        <source>Accepted and lost by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost, spam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost, legitimate or unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost, legitimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost, unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::ShareBar</name>
    <message>
        <source>%1 %2</source>
        <comment>legend: name, share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>legend: name, messages</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::TrafficChart</name>
    <message>
        <source>Mail over TLS by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plaintext</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::VersionChart</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <comment>the less used of a list</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>messages · share</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 messages, %3.</source>
        <comment>a version or cipher: count, share</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::VersionTableModel</name>
    <message>
        <source>in clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would lose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>waxseal::style</name>
    <message>
        <source>%1&#xa0;%</source>
        <extracomment>A percentage; the space is a no-break space. Leave it out where the language writes &quot;5%&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;&#xa0;%1&#xa0;%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
