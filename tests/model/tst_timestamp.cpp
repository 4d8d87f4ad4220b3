// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Time stamps of log headers: every form, years that no header names, zones and their changes.

#include "model/records/timestamp.h"
#include "modeltest.h"

#include <QDateTime>

using namespace waxseal;
using namespace waxseal::test;

class TimeStampTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsDays_data();
    void knowsDays();
    void readsIso_data();
    void readsIso();
    void refusesIso_data();
    void refusesIso();
    void readsBsd_data();
    void readsBsd();
    void refusesBsd_data();
    void refusesBsd();
    void readsFull_data();
    void readsFull();
    void infersTheYear_data();
    void infersTheYear();
    void followsTheYears_data();
    void followsTheYears();
    void remembersNothingWrong();
    void zonesChange_data();
    void zonesChange();
    void daysOfAZone();
};

namespace {

/** Qt's own reading of an instant. */
qint64 instant(const char* iso)
{
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs);
    if (!time.isValid())
        QTest::qFail(iso, __FILE__, __LINE__);
    return time.toMSecsSinceEpoch() * 1000;
}

const qint64 autumn = instant("2026-11-27T10:00:00Z");

TimeStampReader reader(const char* zone = "UTC", int year = 2026, qint64 reference = autumn)
{
    return TimeStampReader(QTimeZone(zone), year, reference);
}

} // namespace

void TimeStampTest::knowsDays_data()
{
    QTest::addColumn<QDate>("date");
    for (const QDate date : {QDate(1970, 1, 1), QDate(1969, 12, 31), QDate(2000, 2, 29), QDate(2024, 2, 29),
             QDate(2024, 3, 1), QDate(2026, 12, 31), QDate(2100, 2, 28), QDate(2100, 3, 1), QDate(1600, 2, 29)})
        QTest::newRow(qPrintable(date.toString(Qt::ISODate))) << date;
}

void TimeStampTest::knowsDays()
{
    QFETCH(QDate, date);
    QCOMPARE(daysFromCivil(date.year(), date.month(), date.day()), QDate(1970, 1, 1).daysTo(date));
}

void TimeStampTest::readsIso_data()
{
    QTest::addColumn<qint64>("micros");
    const auto row
        = [](const char* stamp, const char* same, qint64 more = 0) { QTest::newRow(stamp) << instant(same) + more; };
    row("2026-11-22T12:45:03Z", "2026-11-22T12:45:03Z");
    row("2026-11-22T12:45:03+0000", "2026-11-22T12:45:03Z"); // journalctl -o short-iso
    row("2026-11-22T12:45:03.000008+0000", "2026-11-22T12:45:03Z", 8); // short-iso-precise
    row("2024-12-31T06:56:17.784598+01:00", "2024-12-31T05:56:17Z", 784'598); // rsyslog
    row("2024-12-31T23:30:00-02:30", "2025-01-01T02:00:00Z");
    row("2024-12-31T23:30:00-0230", "2025-01-01T02:00:00Z");
    row("2024-02-29T23:59:59.9Z", "2024-02-29T23:59:59Z", 900'000);
    row("2024-02-29T23:59:59.123456789Z", "2024-02-29T23:59:59Z", 123'456);
    row("2024-02-29T23:59:59,250Z", "2024-02-29T23:59:59Z", 250'000);
    row("2026-06-30T23:59:60Z", "2026-07-01T00:00:00Z"); // a leap second
    row("2026-11-22 12:45:03Z", "2026-11-22T12:45:03Z");
    row("2026-11-22T12:45:03", "2026-11-22T12:45:03Z"); // of the import's zone
}

void TimeStampTest::readsIso()
{
    QFETCH(qint64, micros);
    const QByteArray line = QByteArray(QTest::currentDataTag()) + " mx postfix";
    std::string_view text = view(line);
    qint64 time = 0;
    QVERIFY(reader().takeIso(text, time));
    QCOMPARE(time, micros);
    QCOMPARE(text, std::string_view("mx postfix"));
}

void TimeStampTest::refusesIso_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char* stamp :
        {"", "2026", "2026-11-22", "2026-11-22T12:45", "2026-11-22T12:45:03", "2026-13-22T12:45:03Z ",
            "2026-00-22T12:45:03Z ", "2026-11-32T12:45:03Z ", "2026-11-00T12:45:03Z ", "2026-11-22T24:45:03Z ",
            "2026-11-22T12:60:03Z ", "2026-11-22T12:45:61Z ", "2026-11-22X12:45:03Z ", "2026/11/22T12:45:03Z ",
            "2026-11-22T12:45:03. mx", "2026-11-22T12:45:03.1234567890Z mx", "2026-11-22T12:45:03+1 mx",
            "2026-11-22T12:45:03+0a00 mx", "2026-11-22T12:45:03+00: mx", "2026-11-22T12:45:03Zmx postfix",
            "x026-11-22T12:45:03Z mx", "-026-11-22T12:45:03Z mx", "2026-11-22T1a:45:03Z mx"})
        QTest::newRow(*stamp == '\0' ? "empty" : stamp) << QByteArray(stamp);
}

void TimeStampTest::refusesIso()
{
    QFETCH(QByteArray, line);
    std::string_view text = view(line);
    qint64 time = 0;
    QVERIFY(!reader().takeIso(text, time));
    QCOMPARE(text, view(line)); // what it does not understand stays
}

void TimeStampTest::readsBsd_data()
{
    QTest::addColumn<qint64>("micros");
    const auto row
        = [](const char* stamp, const char* same, qint64 more = 0) { QTest::newRow(stamp) << instant(same) + more; };
    row("Nov 22 12:45:03", "2026-11-22T12:45:03Z");
    row("Nov  2 00:00:00", "2026-11-02T00:00:00Z");
    row("Nov 02 00:00:00", "2026-11-02T00:00:00Z");
    row("Jan  1 23:59:60", "2026-01-02T00:00:00Z");
    row("Dec 31 23:59:59", "2026-12-31T23:59:59Z");
    row("Nov 22 12:45:03.000008", "2026-11-22T12:45:03Z", 8); // journalctl -o short-precise
}

void TimeStampTest::readsBsd()
{
    QFETCH(qint64, micros);
    const QByteArray line = QByteArray(QTest::currentDataTag()) + " mx postfix";
    std::string_view text = view(line);
    qint64 time = 0;
    QVERIFY(reader().takeBsd(text, time));
    QCOMPARE(time, micros);
    QCOMPARE(text, std::string_view("mx postfix"));
}

void TimeStampTest::refusesBsd_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char* stamp : {"", "Nov", "Nov 22 12:45:03", "nov 22 12:45:03 ", "Nev 22 12:45:03 ", "Nov  0 12:45:03 ",
             "Nov 32 12:45:03 ", "Nov 2x 12:45:03 ", "Nov  x 12:45:03 ", "Nov 22 24:45:03 ", "Nov 22 12:60:03 ",
             "Nov 22 12:45:61 ", "Nov 22 12-45-03 ", "Nov-22 12:45:03 ", "Nov 22 12:45:03x", "Nov 22 12:45:03. mx",
             "Nov 22 12:45:03.1", "Nov 22 1 :45:03 "})
        QTest::newRow(*stamp == '\0' ? "empty" : stamp) << QByteArray(stamp);
}

void TimeStampTest::refusesBsd()
{
    QFETCH(QByteArray, line);
    std::string_view text = view(line);
    qint64 time = 0;
    QVERIFY(!reader().takeBsd(text, time));
    QCOMPARE(text, view(line));
}

void TimeStampTest::readsFull_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("micros"); // 0: refused
    const auto row = [](const char* stamp, const char* zone, const char* same) {
        QTest::newRow(stamp) << QByteArray(zone) << (*same == '\0' ? qint64{0} : instant(same));
    };
    row("2026-11-22 12:45:03 UTC", "Europe/Berlin", "2026-11-22T12:45:03Z");
    row("2026-11-22 12:45:03 GMT", "Europe/Berlin", "2026-11-22T12:45:03Z");
    row("2026-11-22 12:45:03 CET", "Europe/Berlin", "2026-11-22T11:45:03Z");
    row("2026-07-22 12:45:03 CEST", "Europe/Berlin", "2026-07-22T10:45:03Z");
    row("2026-11-22 12:45:03 +0545", "Asia/Kathmandu", "2026-11-22T07:00:03Z");
    row("2026-11-22 12:45:03", "UTC", "");
    row("2026-11-22T12:45:03 UTC", "UTC", "");
    row("2026-11-22 12:45:03 averylongzone", "UTC", "");
    row("2026-19-22 12:45:03 UTC", "UTC", "");
}

void TimeStampTest::readsFull()
{
    QFETCH(QByteArray, zone);
    QFETCH(qint64, micros);
    const QByteArray line = QByteArray(QTest::currentDataTag()) + " mx";
    std::string_view text = view(line);
    qint64 time = 0;
    QCOMPARE(reader(zone.constData()).takeFull(text, time), micros != 0);
    if (micros != 0) {
        QCOMPARE(time, micros);
        QCOMPARE(text, std::string_view("mx"));
    }
}

/** A log is not from the future: the first line is of the last year in which it can have been written. */
void TimeStampTest::infersTheYear_data()
{
    QTest::addColumn<QByteArray>("changed"); // the file's last change
    QTest::addColumn<int>("year");
    const auto row = [](const char* stamp, const char* changed, int year) {
        QTest::addRow("%s, changed %s", stamp, changed) << QByteArray(changed) << year;
    };
    row("Nov 22 12:45:03", "2026-11-27T10:00:00Z", 2026);
    row("Nov 28 12:45:03", "2026-11-27T10:00:00Z", 2026); // zones and clocks
    row("Nov 30 12:45:03", "2026-11-27T10:00:00Z", 2025);
    row("Dec 31 12:45:03", "2026-01-01T00:30:00Z", 2025);
    row("Jan  1 00:10:00", "2025-12-31T23:30:00Z", 2025); // a clock ahead by an hour, and no day of grace over New Year
    row("Feb 29 12:45:03", "2024-03-05T00:00:00Z", 2024);
    row("Feb 29 12:45:03", "2026-11-27T10:00:00Z", 2024); // there was none since
    row("Feb 29 12:45:03", "2024-02-10T00:00:00Z", 2020);
}

void TimeStampTest::infersTheYear()
{
    QFETCH(QByteArray, changed);
    QFETCH(int, year);
    const QByteArray line = QByteArray(QTest::currentDataTag()).left(15) + ' ';
    std::string_view text = view(line);
    qint64 time = 0;
    TimeStampReader stamps = reader("UTC", 0, instant(changed.constData()));
    QVERIFY(stamps.takeBsd(text, time));
    QCOMPARE(stamps.inferredYear(), year);
    QCOMPARE(stamps.year(), year);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(time / 1000, Qt::UTC).date().year(), year);
}

void TimeStampTest::followsTheYears_data()
{
    QTest::addColumn<QByteArrayList>("stamps");
    QTest::addColumn<QByteArrayList>("months"); // "2025-12 2026-01"
    const auto row = [](const char* name, const char* stamps, const char* months) {
        QByteArrayList list;
        for (const QByteArray& each : QByteArray(stamps).split(' '))
            list.append(each + (each.size() == 3 ? " 15 12:00:00 " : ""));
        QTest::newRow(name) << list << QByteArray(months).split(' ');
    };
    row("over New Year", "Nov Dec Jan Feb", "2024-11 2024-12 2025-01 2025-02");
    row("several years", "Dec Jun Jul Dec Jan Jun", "2024-12 2025-06 2025-07 2025-12 2026-01 2026-06");
    row("a stray at the start of the machine", "Nov Jan Nov Dec", "2024-11 2025-01 2024-11 2024-12");
    row("older logs in the same stream", "Apr Mar Feb Jan Dec", "2024-04 2024-03 2024-02 2024-01 2023-12");
    row("a straggler from before New Year", "Dec Jan Dec Jan Feb", "2024-12 2025-01 2024-12 2025-01 2025-02");
    row("a straggler of a month", "Mar Feb Mar Apr", "2024-03 2024-02 2024-03 2024-04");
    row("silent for months", "Jan Aug Sep", "2024-01 2024-08 2024-09");
    row("silent over New Year", "Jul Jan Feb", "2024-07 2025-01 2025-02");
    row("silent for most of a year", "Feb Nov Dec Feb", "2024-02 2024-11 2024-12 2025-02");
    row("two months back is an older log", "Apr Feb Mar", "2024-04 2024-02 2024-03");
    row("a leap day on the way", "Jan Feb Mar", "2024-01 2024-02 2024-03");
}

void TimeStampTest::followsTheYears()
{
    QFETCH(QByteArrayList, stamps);
    QFETCH(QByteArrayList, months);
    TimeStampReader times = reader("UTC", 2024, instant("2026-07-01T00:00:00Z"));
    QByteArrayList found;
    for (const QByteArray& stamp : stamps) {
        std::string_view text = view(stamp);
        qint64 time = 0;
        QVERIFY(times.takeBsd(text, time));
        found.append(
            QDateTime::fromMSecsSinceEpoch(time / 1000, Qt::UTC).toString(QStringLiteral("yyyy-MM")).toLatin1());
    }
    QCOMPARE(found.join(' '), months.join(' '));
    QCOMPARE(times.inferredYear(), 0);
}

/** The hour that is remembered is forgotten with the next one, and a refused line leaves it alone. */
void TimeStampTest::remembersNothingWrong()
{
    TimeStampReader times = reader();
    const auto bsd = [&](const char* stamp) {
        std::string_view text(stamp);
        qint64 time = -1;
        return times.takeBsd(text, time) ? time : -1;
    };
    const auto iso = [&](const char* stamp) {
        std::string_view text(stamp);
        qint64 time = -1;
        return times.takeIso(text, time) ? time : -1;
    };
    QCOMPARE(bsd("Nov 22 12:45:03 "), instant("2026-11-22T12:45:03Z"));
    QCOMPARE(bsd("Nov 22 12:59:59 "), instant("2026-11-22T12:59:59Z"));
    QCOMPARE(bsd("Nov 22 12:99:59 "), qint64{-1});
    QCOMPARE(bsd("Nov 22 13:00:00 "), instant("2026-11-22T13:00:00Z"));
    QCOMPARE(bsd("Xov 22 13:00:00 "), qint64{-1});
    QCOMPARE(bsd("Nov 22 13:00:01 "), instant("2026-11-22T13:00:01Z"));
    QCOMPARE(bsd("Nov 23 12:45:03 "), instant("2026-11-23T12:45:03Z"));
    QCOMPARE(iso("2026-11-22T12:45:03Z "), instant("2026-11-22T12:45:03Z"));
    QCOMPARE(iso("2026-99-22T12:45:03Z "), qint64{-1});
    QCOMPARE(iso("2026-11-22T12:45:04Z "), instant("2026-11-22T12:45:04Z"));
    QCOMPARE(iso("2026-11-23T12:45:04Z "), instant("2026-11-23T12:45:04Z"));
    QCOMPARE(bsd("Nov 23 12:45:04 "), instant("2026-11-23T12:45:04Z"));
}

void TimeStampTest::zonesChange_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("micros");
    const auto row = [](const char* stamp, const char* zone, const char* same) {
        QTest::addRow("%s %s", stamp, zone) << QByteArray(zone) << instant(same);
    };
    row("Jan 15 12:00:00", "Europe/Berlin", "2026-01-15T11:00:00Z");
    row("Jul 15 12:00:00", "Europe/Berlin", "2026-07-15T10:00:00Z");
    row("Mar 29 01:59:59", "Europe/Berlin", "2026-03-29T00:59:59Z"); // the clock goes forward at 2
    row("Mar 29 03:00:00", "Europe/Berlin", "2026-03-29T01:00:00Z");
    row("Oct 25 01:59:59", "Europe/Berlin", "2026-10-24T23:59:59Z"); // and back at 3
    row("Oct 25 03:00:00", "Europe/Berlin", "2026-10-25T02:00:00Z");
    row("Mar  8 01:59:59", "America/New_York", "2026-03-08T06:59:59Z");
    row("Mar  8 03:00:00", "America/New_York", "2026-03-08T07:00:00Z");
    row("Nov  1 00:59:59", "America/New_York", "2026-11-01T04:59:59Z");
    row("Nov  1 02:00:00", "America/New_York", "2026-11-01T07:00:00Z");
    row("Nov 22 12:00:00", "Asia/Kathmandu", "2026-11-22T06:15:00Z");
    row("Nov 22 12:00:00", "Pacific/Kiritimati", "2026-11-21T22:00:00Z");
}

void TimeStampTest::zonesChange()
{
    QFETCH(QByteArray, zone);
    QFETCH(qint64, micros);
    const QByteArray line = QByteArray(QTest::currentDataTag()).left(15) + ' ';
    std::string_view text = view(line);
    qint64 time = 0;
    QVERIFY(reader(zone.constData()).takeBsd(text, time));
    QCOMPARE(time, micros);
}

void TimeStampTest::daysOfAZone()
{
    for (const char* zone : {"UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "America/Sao_Paulo"}) {
        const QTimeZone timeZone(zone);
        DayClock clock(timeZone);
        // In an order that leaves each day and comes back to it.
        for (const qint64 hours : {0, 1, 23, 24, 25, 12, 49, 47, 3, 100, 26}) {
            for (const char* from : {"2026-03-28T00:00:00Z", "2026-10-24T00:00:00Z", "2018-11-03T00:00:00Z"}) {
                const qint64 time = instant(from) + hours * 3600 * microsecondsPerSecond;
                const QDate day = QDateTime::fromMSecsSinceEpoch(time / 1000, timeZone).date();
                QCOMPARE(qint64{clock.day(time)}, QDate(1970, 1, 1).daysTo(day));
            }
        }
        QCOMPARE(clock.day(instant("1950-01-01T00:00:00Z")), std::uint16_t{0}); // no day that a row can hold
    }
}

QTEST_GUILESS_MAIN(TimeStampTest)
#include "tst_timestamp.moc"
