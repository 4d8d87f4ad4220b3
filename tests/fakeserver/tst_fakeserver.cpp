// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A server of one folder and one line in a list goes through import, workspace, evidence, words and help.

#include "model/importer/importer.h"
#include "model/servers/servers.h"
#include "model/workspace/workspace.h"
#include "tests/cli/clitest.h"
#include "tests/model/testlog.h"
#include "widgets/words/words.h"

using namespace waxseal;
using namespace waxseal::test;
using waxseal::words::text;
using namespace Qt::StringLiterals;

namespace {

/** A syslog to which both servers write. Postfix: one message over TLS. The fake: one over TLS, one in clear. */
const QByteArray syslog
    = "2026-11-22T12:45:01+00:00 mx postfix/smtpd[7]: connect from mail.uni.example[198.51.100.1]\n"
      "2026-11-22T12:45:01+00:00 mx faked[9]: S1 open 192.0.2.7 mail.bank.example\n"
      "2026-11-22T12:45:02+00:00 mx faked[9]: S2 open 192.0.2.8 out.shop.example\n"
      "2026-11-22T12:45:02+00:00 mx postfix/smtpd[7]: Anonymous TLS connection established from "
      "mail.uni.example[198.51.100.1]: TLSv1.2 with cipher AES (128/128 bits)\n"
      "2026-11-22T12:45:03+00:00 mx faked[9]: S1 tls TLSv1.3 TLS_AES_256_GCM_SHA384\n"
      "2026-11-22T12:45:03+00:00 mx postfix/smtpd[7]: 4AAAA: client=mail.uni.example[198.51.100.1]\n"
      "2026-11-22T12:45:03+00:00 mx postfix/qmgr[8]: 4AAAA: from=<a@uni.example>, size=5, nrcpt=1 (queue active)\n"
      "2026-11-22T12:45:03+00:00 mx faked[9]: S1 mail M1 u@bank.example\n"
      "2026-11-22T12:45:04+00:00 mx faked[9]: S2 mail M2 v@shop.example\n"
      "2026-11-22T12:45:04+00:00 mx postfix/qmgr[8]: 4AAAA: removed\n"
      "2026-11-22T12:45:05+00:00 mx faked[9]: M1 sent x@far.example 203.0.113.20 mx.far.example TLSv1.2\n"
      "2026-11-22T12:45:06+00:00 mx faked[9]: M1 done\n"
      "2026-11-22T12:45:06+00:00 mx faked[9]: S1 close\n"
      "2026-11-22T12:45:07+00:00 mx faked[9]: S2 close\n"
      "2026-11-22T12:45:07+00:00 mx faked[9]: M2 done\n";

const QByteArray fakeRows = "20779 inbound 'bank.example' [192.0.2.7] tls/1.3/TLS_AES_256_GCM_SHA384: 1/1\n"
                            "20779 inbound 'shop.example' [192.0.2.8] clear: 1/1\n"
                            "20779 outbound 'far.example' [203.0.113.20] tls/1.2: 1/1\n";
const QByteArray postfixRow = "20779 inbound 'uni.example' [198.51.100.1] tls/1.2/Anonymous/AES: 1/1\n";

/** The fake's lines as it writes them to a file of its own; two lines of it are no record, and one is in no form. */
const QByteArray ownFile = "FAKE LOG 1\n"
                           "1795351501 mx S1 open 192.0.2.7 mail.bank.example\n"
                           "1795351502 mx S2 open 192.0.2.8 out.shop.example\n"
                           "1795351503 mx S1 tls TLSv1.3 TLS_AES_256_GCM_SHA384\n"
                           "1795351503 mx S1 mail M1 u@bank.example\n"
                           "this is no line of it\n"
                           "1795351504 mx S2 mail M2 v@shop.example\n"
                           "1795351505 mx M1 sent x@far.example 203.0.113.20 mx.far.example TLSv1.2\n"
                           "1795351506 mx M1 done\n"
                           "1795351506 mx S1 close\n"
                           "1795351507 mx S2 close\n"
                           "1795351507 mx M2 done\n";

/** Sorted, as dump() sorts. */
QByteArray rows(QByteArray text)
{
    QByteArrayList lines = text.trimmed().split('\n');
    std::sort(lines.begin(), lines.end());
    return lines.join('\n') + '\n';
}

} // namespace

class FakeServerTest : public QObject
{
    Q_OBJECT

private slots:
    void bothServersOfOneSyslog();
    void ownFileIsRecognised();
    void ownFileGrows();
    void severalFilesOfSeveralServers();
    void formatKeepsTheOthersOut();
    void workspaceKeepsBothStates();
    void statesOfUnknownServersAreKept();
    void evidenceShowsItsLines();
    void wordsNameItsSetting();
    void helpNamesIt();
};

void FakeServerTest::bothServersOfOneSyslog()
{
    const ImportResult result = importBytes(syslog);
    QCOMPARE(dump(*result.facts), rows(fakeRows + postfixRow));
    QCOMPARE(result.state.joiners.size(), 2U);
}

void FakeServerTest::ownFileIsRecognised()
{
    const ImportResult result = importBytes(ownFile);
    QCOMPARE(dump(*result.facts), rows(fakeRows));
    const SourceReport& source = result.state.sources.at(0);
    QCOMPARE(source.format, u"fake"_s);
    QCOMPARE(source.envelope, u"fake-log"_s);
    QCOMPARE(source.lines, 12U);
    QCOMPARE(source.skipped, 1U);
    // The same inside what a container runtime writes around each line.
    QByteArray wrapped = ownFile;
    wrapped.replace('\n', "\nmail-1  | ");
    wrapped.chop(10);
    QCOMPARE(dump(*importBytes(wrapped).facts), rows(fakeRows));
}

void FakeServerTest::ownFileGrows()
{
    for (qsizetype end = ownFile.indexOf('\n') + 1; end > 0 && end < ownFile.size();
         end = ownFile.indexOf('\n', end) + 1) {
        const LogFolder folder;
        const QString path = folder.write(u"fake.log"_s, ownFile.left(end));
        // Of a head without a record it cannot be told whose file it is.
        auto first = importLogs({path}, testOptions());
        folder.append(u"fake.log"_s, ownFile.mid(end));
        const ImportResult second = import({path}, testOptions(), first ? &first->state : nullptr);
        QCOMPARE(dump(*second.facts), rows(fakeRows));
    }
    // A record that goes on in a next line which is not written yet waits for it.
    const LogFolder folder;
    const QString path = folder.write(u"fake.log"_s, ownFile + "1795351508 mx S3 open 192.0.2.9 \\\n");
    const ImportResult first = import({path});
    QCOMPARE(first.state.sources.at(0).lines, 12U);
    folder.append(u"fake.log"_s, "mail.late.example\n1795351509 mx S3 mail M3 w@late.example\n");
    const ImportResult second = import({path}, testOptions(), &first.state);
    QCOMPARE(messagesOf(*second.facts, Direction::Inbound), 3U);
}

void FakeServerTest::severalFilesOfSeveralServers()
{
    QByteArray postfix;
    for (const QByteArray& line : syslog.split('\n')) {
        if (line.contains("postfix"))
            postfix += line + '\n';
    }
    const LogFolder folder;
    const QStringList paths{folder.write(u"mail.log"_s, postfix), folder.write(u"fake.log"_s, ownFile)};
    QCOMPARE(dump(*import(paths).facts), rows(fakeRows + postfixRow));
    QCOMPARE(dump(*import({paths[1], paths[0]}).facts), rows(fakeRows + postfixRow));
    const ImportResult first = import({paths[0]});
    QCOMPARE(dump(*import({paths[1]}, testOptions(), &first.state).facts), rows(fakeRows + postfixRow));
}

void FakeServerTest::formatKeepsTheOthersOut()
{
    ImportOptions options = testOptions();
    options.format = "fake";
    QCOMPARE(dump(*importBytes(syslog, options).facts), rows(fakeRows));
    options.format = "postfix";
    QCOMPARE(dump(*importBytes(syslog, options).facts), postfixRow);
}

void FakeServerTest::workspaceKeepsBothStates()
{
    const ImportResult whole = importBytes(syslog);
    for (qsizetype end = syslog.indexOf('\n') + 1; end > 0 && end < syslog.size();
         end = syslog.indexOf('\n', end) + 1) {
        const LogFolder folder;
        const QString log = folder.write(u"mail.log"_s, syslog.left(end));
        Workspace workspace;
        workspace.state = import({log}).state;
        const QString path = folder.path(u"w.waxseal"_s);
        QVERIFY(saveWorkspace(workspace, path));
        const auto opened = openWorkspace(path);
        QVERIFY(opened);
        QVERIFY(opened->state.joiners == workspace.state.joiners);
        folder.append(u"mail.log"_s, syslog.mid(end));
        const ImportResult after = import({log}, testOptions(), &opened->state);
        QCOMPARE(difference(dump(*after.facts), dump(*whole.facts)), QByteArray());
    }
}

/** A workspace may come from a program that knows more servers. What they left open is theirs. */
void FakeServerTest::statesOfUnknownServersAreKept()
{
    const LogFolder folder;
    ImportState state = import({folder.write(u"mail.log"_s, syslog)}).state;
    state.joiners["another-server"] = "what it left open";
    QByteArray another = ownFile; // another host's, so nothing is read again
    another.replace(" mx ", " mail2 ");
    const ImportResult after = import({folder.write(u"fake.log"_s, another)}, testOptions(), &state);
    QCOMPARE(after.state.joiners.size(), 3U);
    QCOMPARE(after.state.joiners.at("another-server"), QByteArray("what it left open"));
}

void FakeServerTest::evidenceShowsItsLines()
{
    for (const QByteArray& log : {syslog, ownFile}) {
        const LogFolder folder;
        const QString path = folder.write(u"mail.log"_s, log);
        const auto lines
            = readEvidence(path, static_cast<std::uint64_t>(log.lastIndexOf('\n', log.indexOf("S1 mail")) + 1));
        QVERIFY(lines);
        QByteArray shown;
        for (const LogLine& line : *lines)
            shown += (line.isFocus ? "> " : "")
                + line.text.mid(line.text.indexOf(" S1 ") >= 0 ? line.text.indexOf(" S1 ") : line.text.indexOf(" M1 "))
                      .trimmed()
                + '\n';
        QCOMPARE(shown,
            QByteArray("S1 open 192.0.2.7 mail.bank.example\nS1 tls TLSv1.3 TLS_AES_256_GCM_SHA384\n"
                       "> S1 mail M1 u@bank.example\nM1 sent x@far.example 203.0.113.20 mx.far.example TLSv1.2\n"
                       "M1 done\nS1 close\n"));
    }
}

void FakeServerTest::wordsNameItsSetting()
{
    ImportNote note;
    note.code = ImportNote::Code::TlsLogLevelZero;
    note.count = 3;
    note.server = "fake";
    QVERIFY(text(note).contains(u"Set fake_log = everything."_s));
    note.server = "postfix";
    QVERIFY(text(note).contains(u"Set smtpd_tls_loglevel = 1."_s));
    note.server.clear(); // of a workspace of version 1
    QVERIFY(text(note).contains(u"Set smtpd_tls_loglevel = 1."_s));
    note.code = ImportNote::Code::SmtpTlsLogLevelZero;
    note.server = "fake";
    QVERIFY(text(note).contains(u"Set fake_out = everything."_s));
}

void FakeServerTest::helpNamesIt()
{
    QVERIFY(run({u"summary"_s, u"--help"_s}).out.contains("auto|postfix|fake"));
    const Ran ran = run({u"summary"_s, u"-"_s, u"--format"_s, u"fake"_s, u"--json"_s}, ownFile);
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.json()[u"inbound"_s][u"messages"_s].toInt(), 2);
    QCOMPARE(ran.json()[u"inbound"_s][u"plaintext"_s].toInt(), 1);
    QCOMPARE(ran.json()[u"files"_s][0][u"format"_s].toString(), u"fake"_s);
    QCOMPARE(run({u"summary"_s, u"-"_s, u"--format"_s, u"nosuch"_s}, ownFile).code, 2);
}

QTEST_MAIN(FakeServerTest)
#include "tst_fakeserver.moc"
