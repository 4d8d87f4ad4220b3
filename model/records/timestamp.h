// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimeZone>

#include <cstdint>
#include <string_view>

namespace waxseal {

inline constexpr qint64 microsecondsPerSecond = 1'000'000;

/** Days since 1970-01-01 of a proleptic Gregorian date. */
constexpr qint64 daysFromCivil(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int yoe = y - era * 400;
    const int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return qint64{era} * 146097 + doe - 719468;
}

/**
 * Reads the time stamps of log headers into µs since 1970, UTC. Remembers the hour or minute it read last, so that most
 * lines cost a comparison. Stamps without a year (RFC 3164) take it from the file's order: forward over New Year, and
 * back where an older log follows in the same stream.
 */
class TimeStampReader
{
public:
    /** `zone`: of stamps without one. `year`: of the first stamp without one; 0: inferred from `reference` (µs: the
     * file's last change). */
    TimeStampReader(const QTimeZone& zone, int year, qint64 reference);

    /**
     * "Nov 22 12:45:03[.ffffff]" and one blank; takes it from the front of `text`. Also the day unpadded ("Nov 2"), and
     * a year before the month, behind the day or behind the time.
     */
    bool takeBsd(std::string_view& text, qint64& time);
    /**
     * The same behind a stamp of a container's log, `near` (µs, UTC), which knows what this one does not say: the year,
     * and the zone to the quarter of an hour. Where the two are further apart than zones are, the import's zone holds.
     */
    bool takeBsdNear(std::string_view& text, qint64 near, qint64& time);
    /** "1795351503[.ffffff]" and one blank: seconds since 1970 (journalctl -o short-unix). */
    static bool takeUnix(std::string_view& text, qint64& time);
    /** "@4000000065a1b2c31f0d2a8c" and one blank: TAI64N (multilog, s6-log). */
    static bool takeTai64(std::string_view& text, qint64& time);
    /** "2026-11-22T12:45:03[.ffffff](Z|±hh:mm|±hhmm|)" and one blank; takes it from the front of `text`. */
    bool takeIso(std::string_view& text, qint64& time);
    /** "2026-11-22 12:45:03 UTC" (journalctl -o short-full, behind the weekday); takes it from the front of `text`. */
    bool takeFull(std::string_view& text, qint64& time);

    int year() const ///< of the last stamps without one; the given one, or 0, when none was read
    {
        return m_month == 0 ? m_year : m_anchorYear;
    }
    /** The last day that is believed of stamps without a year, in days since 1970; 0 when none was read. */
    qint64 day() const { return m_month == 0 ? 0 : m_anchor; }
    /** A day behind it that no other stamp agrees with yet; else 0. */
    qint64 suspectDay() const { return m_hasSuspect ? m_suspect : 0; }
    /** Goes on from another reader's day() and suspectDay(). */
    void resume(qint64 day, qint64 suspectDay);
    qint64 reference() const { return m_reference; } ///< µs: the file's last change
    int inferredYear() const { return m_inferredYear; } ///< of the first one, when it was not given; else 0

private:
    bool takeLooseBsd(std::string_view& text, qint64& time);
    qint64 localToUtc(qint64 localSeconds);
    void followYear(int month, int day);
    void moveAnchor(int month, int day);
    bool readMinute(std::string_view text);

    QTimeZone m_zone;
    int m_year;
    qint64 m_reference;
    // The last day that is believed: a stamp far away from it may be a stray.
    int m_month = 0;
    int m_anchorYear = 0;
    qint64 m_anchor = 0; // days since 1970
    qint64 m_suspect = 0;
    bool m_hasSuspect = false;
    int m_inferredYear = 0;
    char m_hourKey[10]{};
    qint64 m_hourBase = 0; // UTC seconds of the hour that m_hourKey names
    char m_minuteKey[17]{};
    qint64 m_minuteBase = 0; // seconds of the minute that m_minuteKey names, in the stamp's own zone
    qint64 m_zoneHour = INT64_MIN;
    qint64 m_zoneOffset = 0;
};

/** Turns UTC time into the day of a zone; remembers the last day's bounds. */
class DayClock
{
public:
    explicit DayClock(const QTimeZone& zone)
        : m_zone(zone)
    {
    }
    std::uint16_t day(qint64 time);

private:
    QTimeZone m_zone;
    qint64 m_begin = 0;
    qint64 m_end = 0;
    std::uint16_t m_day = 0;
};

} // namespace waxseal
