// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs that other programs bring. The programs are stand-ins on PATH: "ssh" hands the remote command to a shell here,
// as the shell of the other machine would get it, and "journalctl" prints entries.

#include "model/records/elsewhere.h"
#include "modeltest.h"
#include "testlog.h"

#include <QDir>
#include <QFile>

using namespace waxseal;
using namespace waxseal::test;

class ElsewhereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makesCommands_data();
    void makesCommands();
    void refusesAddresses_data();
    void refusesAddresses();
    void readsOneFile();
    void readsByWildcard();
    void continuesAGrowingFile();
    void saysWhatSshSays();
    void saysThatTheProgramIsMissing();
    void readsTheJournalOnce();
    void endsWhenStopped();

private:
    void script(const QString& name, const QByteArray& body);
    void write(const QString& name, const QByteArray& content);
    QString address(const QString& name) const
    {
        return QStringLiteral("ssh://mail@mx.example") + m_logs.filePath(name);
    }

    QTemporaryDir m_programs;
    QTemporaryDir m_logs;
};

namespace {

/** A message of its own sender, in clear, at a minute of one hour. */
QByteArray message(int number)
{
    const QByteArray minute = QByteArray::number(number).rightJustified(2, '0');
    const QByteArray id = "4A" + QByteArray::number(10000 + number);
    const QByteArray pid = QByteArray::number(100 + number);
    const auto line = [&](const char* program, const QByteArray& text) -> QByteArray {
        return "2026-11-01T10:" + minute + ":00.000000+00:00 mx postfix/" + program + '[' + pid + "]: " + text + '\n';
    };
    return line("smtpd", "connect from a.example[192.0.2.1]")
        + line("smtpd",
            "Anonymous TLS connection established from a.example[192.0.2.1]: TLSv1.3 with cipher "
            "TLS_AES_256_GCM_SHA384 (256/256 bits)")
        + line("smtpd", id + ": client=a.example[192.0.2.1]")
        + line("qmgr", id + ": from=<u@d" + QByteArray::number(number) + ".example>, size=9, nrcpt=1 (queue active)")
        + line("smtpd", "disconnect from a.example[192.0.2.1] ehlo=2 starttls=1 mail=1 rcpt=1 data=1 quit=1 commands=7")
        + line("qmgr", id + ": removed");
}

std::uint64_t messagesOf(const Result<ImportResult>& result)
{
    std::uint64_t sum = 0;
    for (std::size_t row = 0; result && row < result->facts->size(); ++row)
        sum += result->facts->messages(row);
    return sum;
}

QString firstDetail(const Result<ImportResult>& result)
{
    if (!result)
        return result.error().detail;
    return result->state.notes.empty() ? QString() : result->state.notes.front().detail;
}

} // namespace

void ElsewhereTest::script(const QString& name, const QByteArray& body)
{
    QFile file(m_programs.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + body);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void ElsewhereTest::write(const QString& name, const QByteArray& content)
{
    QFile file(m_logs.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void ElsewhereTest::initTestCase()
{
#ifndef Q_OS_UNIX
    QSKIP("programs are started on Unix only");
#endif
    QVERIFY(m_programs.isValid() && m_logs.isValid());
    qputenv("PATH", QFile::encodeName(m_programs.path()) + ':' + qgetenv("PATH"));
    script(QStringLiteral("ssh"),
        "while [ $# -gt 0 ]; do case \"$1\" in -T) shift;; -o|-p|-l) shift; shift;; --) shift; shift; break;; *) exit "
        "99;; esac; done\n"
        "exec sh -c \"$1\"\n");
}

void ElsewhereTest::makesCommands_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ssh") << QStringLiteral("ssh://mx.example/var/log/mail.log")
                         << QStringLiteral(
                                "ssh|-T|-o|BatchMode=yes|-o|ConnectTimeout=15|--|mx.example|f=/var/log/mail.log; case");
    QTest::newRow("user and port")
        << QStringLiteral("ssh://root@[2001:db8::1]:2222/var/log/mail.log")
        << QStringLiteral(
               "ssh|-T|-o|BatchMode=yes|-o|ConnectTimeout=15|-p|2222|-l|root|--|2001:db8::1|f=/var/log/mail.log; case");
    QTest::newRow("a path that means something to a shell")
        << QStringLiteral("ssh://mx.example/var/log/a b;$(id)`'\"*")
        << QStringLiteral("ssh|-T|-o|BatchMode=yes|-o|ConnectTimeout=15|--|mx.example|f=/var/log/a\\ "
                          "b\\;\\$\\(id\\)\\`\\'\\\"\\*; case");
    QTest::newRow("journal")
        << QStringLiteral("journal:")
        << QStringLiteral("journalctl|--no-pager|--quiet|--output=export|--output-fields=MESSAGE,SYSLOG_IDENTIFIER,"
                          "SYSLOG_PID,_PID,_HOSTNAME,CONTAINER_NAME|--since=@7.000005|SYSLOG_FACILITY=2");
    QTest::newRow("unit")
        << QStringLiteral("journal:postfix@-.service")
        << QStringLiteral("journalctl|--no-pager|--quiet|--output=export|--output-fields=MESSAGE,SYSLOG_IDENTIFIER,"
                          "SYSLOG_PID,_PID,_HOSTNAME,CONTAINER_NAME|--since=@7.000005|--unit=postfix@-.service");
}

void ElsewhereTest::makesCommands()
{
    QFETCH(const QString, input);
    QFETCH(const QString, expected);
    QVERIFY(isElsewhere(input));
    const auto command = sourceCommand(input, 7'000'005);
    QVERIFY(command);
    const QString said = command->program + u'|' + command->arguments.join(u'|');
    QVERIFY2(said.startsWith(expected), qPrintable(said));
}

void ElsewhereTest::refusesAddresses_data()
{
    QTest::addColumn<QString>("input");
    for (const char* input :
        {"ssh://", "ssh://mx.example", "ssh:///var/log/mail.log", "ssh://-oProxyCommand=id/var/log/mail.log",
            "ssh://-l@mx.example/x", "ssh://mx.example/var/log/a\nb", "ssh://mx example/x", "ssh://mx.example:ssh/x",
            "journal:--file=/etc/passwd", "journal:a b", "journal:a\nb"})
        QTest::newRow(QByteArray(input).replace('\n', "\\n").constData()) << QString::fromLatin1(input);
}

void ElsewhereTest::refusesAddresses()
{
    QFETCH(const QString, input);
    const auto command = sourceCommand(input);
    QVERIFY(!command);
    QCOMPARE(command.error().code, ErrorCode::CannotOpen);
    QVERIFY(!command.error().detail.isEmpty());
}

void ElsewhereTest::readsOneFile()
{
    const QByteArray log = message(1) + message(2) + message(3);
    write(QStringLiteral("plain.log"), log);
    write(QStringLiteral("packed.log.gz"), compressed(log, "gzip"));
    write(QStringLiteral("it's $HOME; a log"), log);
    const auto plain = importLogs({m_logs.filePath(QStringLiteral("plain.log"))}, testOptions());
    QCOMPARE(messagesOf(plain), std::uint64_t{3});
    for (const char* name : {"plain.log", "packed.log.gz", "it's $HOME; a log"}) {
        const auto brought = importLogs({address(QString::fromLatin1(name))}, testOptions());
        QVERIFY2(brought, name);
        QCOMPARE(dump(*brought->facts), dump(*plain->facts));
        QVERIFY(brought->state.isRepeatable);
    }
}

void ElsewhereTest::readsByWildcard()
{
    QVERIFY(QDir(m_logs.path()).mkdir(QStringLiteral("many")));
    write(QStringLiteral("many/mail.log"), message(13) + message(14));
    write(QStringLiteral("many/mail.log.1"), message(11) + message(12));
    write(QStringLiteral("many/mail.log.2.gz"), compressed(message(9) + message(10), "gzip"));
    write(QStringLiteral("many/other"), message(20));
    const auto files = expandElsewhere(address(QStringLiteral("many/mail.log*")));
    QVERIFY(files);
    QCOMPARE(*files,
        (QStringList{address(QStringLiteral("many/mail.log")), address(QStringLiteral("many/mail.log.1")),
            address(QStringLiteral("many/mail.log.2.gz"))}));
    QCOMPARE(messagesOf(importLogs({address(QStringLiteral("many/mail.log*"))}, testOptions())), std::uint64_t{6});
    QCOMPARE(messagesOf(importLogs({address(QStringLiteral("many/"))}, testOptions())), std::uint64_t{7});
    QCOMPARE(
        firstDetail(importLogs({address(QStringLiteral("none/*"))}, testOptions())), QStringLiteral("no such file"));
}

void ElsewhereTest::continuesAGrowingFile()
{
    write(QStringLiteral("growing.log"), message(1) + message(2));
    const QString input = address(QStringLiteral("growing.log"));
    const auto first = importLogs({input}, testOptions());
    QCOMPARE(messagesOf(first), std::uint64_t{2});
    const auto nothing = importLogs({input}, testOptions(), &first->state);
    QCOMPARE(messagesOf(nothing), std::uint64_t{2});
    write(QStringLiteral("growing.log"), message(1) + message(2) + message(3));
    const auto more = importLogs({input}, testOptions(), &nothing->state);
    QCOMPARE(messagesOf(more), std::uint64_t{3});
}

void ElsewhereTest::saysWhatSshSays()
{
    const QByteArray before = qgetenv("PATH");
    QTemporaryDir refusing;
    QFile file(refusing.filePath(QStringLiteral("ssh")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\necho 'Warning: something' >&2\nprintf 'mail@mx.example: Permission \\033[31mdenied "
               "(publickey).\\r\\n' >&2\nexit 255\n");
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("PATH", QFile::encodeName(refusing.path()) + ':' + before);
    const auto one = importLogs({address(QStringLiteral("plain.log"))}, testOptions());
    const auto many = importLogs({address(QStringLiteral("*.log"))}, testOptions());
    qputenv("PATH", before);
    QCOMPARE(firstDetail(one), QStringLiteral("mail@mx.example: Permission ?[31mdenied (publickey)."));
    QCOMPARE(firstDetail(many), firstDetail(one));
    QCOMPARE(messagesOf(one), std::uint64_t{0});
}

void ElsewhereTest::saysThatTheProgramIsMissing()
{
    const QByteArray before = qgetenv("PATH");
    QTemporaryDir nothing;
    qputenv("PATH", QFile::encodeName(nothing.path()));
    const auto opened = openElsewhere(QStringLiteral("journal:"));
    qputenv("PATH", before);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::CannotOpen);
    QVERIFY(opened.error().detail.startsWith(u"journalctl"));
}

void ElsewhereTest::readsTheJournalOnce()
{
    // Entries as "journalctl -o export" prints them; the stand-in leaves out what is not later than --since.
    script(QStringLiteral("journalctl"),
        R"sh(since=0
for a in "$@"; do case "$a" in --since=@*) since=${a#--since=@}; since=${since%.*}${since#*.};; esac; done
entry() { printf '__REALTIME_TIMESTAMP=%s\n_HOSTNAME=mx\nSYSLOG_IDENTIFIER=postfix/%s\n_PID=%s\nMESSAGE=%s\n\n' $t "$1" $((100 + n)) "$2"; }
n=1
while [ $n -le $(cat "$JOURNAL_ENTRIES") ]; do
  t=$((1793527200000000 + n * 60000000))
  if [ $t -ge $since ]; then
    entry smtpd 'connect from a.example[192.0.2.1]'
    entry smtpd "4A1000$n: client=a.example[192.0.2.1]"
    entry qmgr "4A1000$n: from=<u@d$n.example>, size=9, nrcpt=1 (queue active)"
    entry smtpd 'disconnect from a.example[192.0.2.1] ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5'
    entry qmgr "4A1000$n: removed"
  fi
  n=$((n + 1))
done
)sh");
    write(QStringLiteral("entries"), "3\n");
    qputenv("JOURNAL_ENTRIES", QFile::encodeName(m_logs.filePath(QStringLiteral("entries"))));
    const QStringList input{QStringLiteral("journal:")};
    const auto first = importLogs(input, testOptions());
    QCOMPARE(messagesOf(first), std::uint64_t{3});
    QVERIFY(!first->state.isRepeatable);
    const auto nothing = importLogs(input, testOptions(), &first->state);
    QCOMPARE(messagesOf(nothing), std::uint64_t{3});
    write(QStringLiteral("entries"), "5\n");
    const auto more = importLogs(input, testOptions(), &nothing->state);
    QCOMPARE(messagesOf(more), std::uint64_t{5});
}

void ElsewhereTest::endsWhenStopped()
{
    script(QStringLiteral("journalctl"), "exec sleep 60\n");
    std::stop_source stop;
    auto stream = openElsewhere(QStringLiteral("journal:"), 0, stop.get_token());
    QVERIFY(stream);
    stop.request_stop();
    char some[16];
    QCOMPARE((*stream)->read(some), std::size_t{0});
    stream->reset(); // the program ends with the stream, or the test would last a minute
}

QTEST_GUILESS_MAIN(ElsewhereTest)

#include "tst_elsewhere.moc"
