// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the tests of the command line share: the program, and small logs.

#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTest>

namespace waxseal::test {

struct Ran
{
    int code = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QList<QByteArray> lines() const
    {
        QByteArray text = out;
        QList<QByteArray> all = text.replace("\r\n", "\n").split('\n');
        if (!all.isEmpty() && all.last().isEmpty())
            all.removeLast();
        return all;
    }
};

/** Runs waxseal-cli in UTC and English. */
inline Ran run(const QStringList& arguments, const QByteArray& input = {}, const QStringList& environment = {})
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (const QString& variable : environment)
        variables.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(WAXSEAL_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    Ran out;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        QTest::qFail("waxseal-cli did not end by itself", __FILE__, __LINE__);
        return out;
    }
    out.code = process.exitCode();
    out.out = process.readAllStandardOutput();
    out.err = process.readAllStandardError();
    return out;
}

/** Writes a Postfix log, message by message, one session each; times run on by a second a line. */
class LogBuilder
{
public:
    /** `tls`: "" for plaintext, else "TLSv1.3" and so on; `trust`: Postfix's word. */
    LogBuilder& inbound(const QByteArray& sender, const QByteArray& tls, const QByteArray& address = "192.0.2.10",
        const QByteArray& trust = "Anonymous")
    {
        const QByteArray id = "4Q" + QByteArray::number(100'000 + m_number);
        const QByteArray host = "mx" + QByteArray::number(++m_number) + ".example[" + address + ']';
        line("smtpd[900]: connect from " + host);
        if (!tls.isEmpty())
            line("smtpd[900]: " + trust + " TLS connection established from " + host + ": " + tls
                + " with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)");
        line("smtpd[900]: " + id + ": client=" + host);
        line("cleanup[901]: " + id + ": message-id=<m" + QByteArray::number(m_number) + "@" + "sender.example>");
        line("qmgr[902]: " + id + ": from=<" + sender + ">, size=500, nrcpt=1 (queue active)");
        line("smtpd[900]: disconnect from " + host + " ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5");
        line("local[903]: " + id
            + ": to=<user@local.example>, relay=local, delay=0.1, delays=0/0/0/0.1, dsn=2.0.0, status=sent "
              "(delivered)");
        line("qmgr[902]: " + id + ": removed");
        return *this;
    }
    LogBuilder& day(int days)
    {
        m_time = 86'400 * days;
        return *this;
    }
    LogBuilder& raw(const QByteArray& text)
    {
        m_log += text + '\n';
        return *this;
    }
    QByteArray text() const { return m_log; }
    QString writeTo(const QString& path) const
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_log) != m_log.size())
            QTest::qFail("the log cannot be written", __FILE__, __LINE__);
        return path;
    }

private:
    void line(const QByteArray& text)
    {
        const QDateTime time = QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC).addSecs(m_time++);
        m_log += time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toLatin1() + ".000000+00:00 mail postfix/" + text
            + '\n';
    }
    QByteArray m_log;
    int m_number = 0;
    qint64 m_time = 0;
};

} // namespace waxseal::test
