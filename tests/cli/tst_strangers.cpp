// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs in the forms that other people's servers write: tests/data/strangers/NAME.expected.json says what
// waxseal-cli must make of the log beside it. The values were worked out by hand from the log's lines.
// The keys are described in tests/data/strangers/README.md.

#include "clitest.h"

#include <QDir>
#include <QJsonArray>
#include <QMap>

using namespace waxseal::test;
using namespace Qt::StringLiterals;

class StrangersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void log_data();
    void log();
};

namespace {

const QString folder = QStringLiteral(STRANGERS);
const QStringList directions{u"inbound"_s, u"outbound"_s, u"submission"_s};

QStringList strings(const QJsonValue& list)
{
    QStringList out;
    for (const QJsonValue& each : list.toArray())
        out.append(each.toString());
    return out;
}

/** The columns of one line of CSV (RFC 4180), quotes taken off. */
QList<QByteArray> columns(const QByteArray& line)
{
    QList<QByteArray> out{{}};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            out.append(QByteArray());
        else
            out.last() += c;
    }
    return out;
}

/** What is wrong with a summary, a line each. */
QStringList compareSummary(const QJsonObject& got, const QJsonObject& expected)
{
    QStringList wrong;
    const auto compare = [&](const QString& what, const QJsonValue& value, const QJsonValue& right) {
        if (!right.isNull() && value.toInteger(-1) != right.toInteger(-2))
            wrong.append(u"%1 is %2, not %3"_s.arg(what).arg(value.toInteger(-1)).arg(right.toInteger(-2)));
    };
    for (const QString& direction : directions) {
        const QJsonObject part = got[direction].toObject();
        const QJsonObject right = expected[direction].toObject();
        for (const QString& key : right.keys()) {
            qint64 overTls = 0;
            for (const QJsonValue& version : part[u"tls"_s].toObject())
                overTls += version.toInteger();
            if (key == u"versions")
                for (const QString& version : right[key].toObject().keys())
                    compare(direction + u" TLS " + version, part[u"tls"_s][version], right[key][version]);
            else
                compare(direction + u' ' + key, key == u"tls" ? QJsonValue(overTls) : part[key], right[key]);
        }
    }
    const QJsonObject excluded = expected[u"excluded"_s].toObject();
    for (const QString& key : excluded.keys())
        compare(u"excluded "_s + key, got[u"excluded"_s][key], excluded[key]);
    QMap<QString, qint64> notes;
    for (const QJsonValue& note : got[u"notes"_s].toArray()) {
        if (note[u"code"_s].toString() != u"year-inferred")
            notes[note[u"code"_s].toString()] += note[u"count"_s].toInteger();
    }
    for (const QString& code : strings(expected[u"note_codes"_s])) {
        if (!notes.contains(code))
            wrong.append(u"no note "_s + code);
    }
    for (const QString& code : strings(expected[u"no_note_codes"_s])) {
        if (notes.contains(code))
            wrong.append(u"a note "_s + code);
    }
    const QJsonObject counts = expected[u"note_counts"_s].toObject();
    for (const QString& code : counts.keys())
        compare(u"note "_s + code, notes.contains(code) ? QJsonValue(notes[code]) : QJsonValue(), counts[code]);
    if (expected.contains(u"note_required"_s) && notes.isEmpty())
        wrong.append(u"no note at all"_s);
    return wrong;
}

/** `messages` streams what `summary` sums. */
QStringList compareMessages(const QStringList& arguments, const QJsonObject& summary)
{
    QStringList wrong;
    for (const QString& direction : directions) {
        const Ran ran
            = run(QStringList{u"messages"_s, u"--csv"_s, u"--quiet"_s, u"--direction"_s, direction} + arguments);
        QMap<QByteArray, qint64> byState;
        qint64 rows = 0;
        const QList<QByteArray> lines = ran.lines();
        for (qsizetype i = 1; i < lines.size(); ++i, ++rows)
            ++byState[columns(lines[i]).value(6)];
        const QJsonObject part = summary[direction].toObject();
        const auto compare = [&](const QString& what, qint64 streamed, qint64 summed) {
            if (streamed != summed)
                wrong.append(u"%1 %2: messages says %3, summary %4"_s.arg(direction, what).arg(streamed).arg(summed));
        };
        compare(u"messages"_s, rows, part[u"messages"_s].toInteger());
        compare(u"plaintext"_s, byState["plaintext"], part[u"plaintext"_s].toInteger());
        compare(u"unknown"_s, byState["unknown"], part[u"unknown"_s].toInteger());
    }
    return wrong;
}

QStringList compareDays(const QStringList& arguments, const QJsonObject& days)
{
    QMap<QString, qint64> got;
    const QList<QByteArray> lines = run(QStringList{u"messages"_s, u"--csv"_s, u"--quiet"_s} + arguments).lines();
    for (qsizetype i = 1; i < lines.size(); ++i)
        ++got[QString::fromLatin1(lines[i].left(10))];
    QStringList wrong;
    for (const QString& day : days.keys()) {
        if (got.take(day) != days[day].toInteger())
            wrong.append(u"not the messages of "_s + day);
    }
    for (const QString& day : got.keys())
        wrong.append(u"messages of "_s + day);
    return wrong;
}

QStringList compareDomains(const QStringList& arguments, const QString& direction, const QJsonObject& domains)
{
    QMap<QString, qint64> got;
    const Ran ran = run(QStringList{u"domains"_s, u"--csv"_s, u"--quiet"_s, u"--direction"_s, direction} + arguments);
    for (const QByteArray& line : ran.lines())
        got[QString::fromUtf8(columns(line).value(0))] = columns(line).value(1).toLongLong();
    QStringList wrong;
    for (const QString& domain : domains.keys()) {
        if (got.value(domain, 0) != domains[domain].toInteger())
            wrong.append(u"%1 %2 is %3, not %4"_s.arg(direction, domain)
                             .arg(got.value(domain, 0))
                             .arg(domains[domain].toInteger()));
    }
    return wrong;
}

} // namespace

void StrangersTest::log_data()
{
    QTest::addColumn<QString>("path");
    const QStringList all = QDir(folder).entryList({u"*.expected.json"_s}, QDir::Files, QDir::Name);
    QVERIFY(!all.isEmpty());
    for (const QString& name : all)
        QTest::newRow(qPrintable(name.chopped(14))) << folder + u'/' + name;
}

void StrangersTest::log()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonParseError error{};
    const QJsonObject story = QJsonDocument::fromJson(file.readAll(), &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    const QJsonObject expected = story[u"expected"_s].toObject();
    QStringList inputs = strings(story[u"files"_s]);
    if (inputs.isEmpty())
        inputs.append(story[u"file"_s].toString());
    QStringList arguments = strings(story[u"args"_s]);
    for (const QString& input : inputs) {
        QVERIFY2(QFile::exists(folder + u'/' + input), qPrintable(input));
        arguments.append(folder + u'/' + input);
    }

    const Ran ran = run(QStringList{u"summary"_s, u"--json"_s} + arguments);
    if (expected.contains(u"refused"_s)) { // what cannot be read is refused by name
        QVERIFY(ran.code != 0);
        QVERIFY2(ran.err.contains(expected[u"refused"_s].toString().toUtf8()), ran.err.constData());
        return;
    }
    QVERIFY2(ran.code == 0, ran.err.constData());
    const QJsonObject summary = ran.json();
    QStringList wrong = compareSummary(summary, expected) + compareMessages(arguments, summary);
    if (expected.contains(u"days"_s))
        wrong += compareDays(arguments, expected[u"days"_s].toObject());
    if (expected.contains(u"domains"_s))
        wrong += compareDomains(arguments, u"inbound"_s, expected[u"domains"_s].toObject());
    if (expected.contains(u"outbound_domains"_s))
        wrong += compareDomains(arguments, u"outbound"_s, expected[u"outbound_domains"_s].toObject());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"; "_s)));
}

QTEST_GUILESS_MAIN(StrangersTest)
#include "tst_strangers.moc"
