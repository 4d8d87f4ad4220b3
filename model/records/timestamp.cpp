// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/records/timestamp.h"

#include "model/core/bytes.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cstring>

namespace waxseal {

namespace {

constexpr qint64 secondsPerDay = 86400;

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

/** Two digits at a place; -1 when they are none. */
int two(std::string_view text, std::size_t at)
{
    if (!digit(text[at]) || !digit(text[at + 1]))
        return -1;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

int monthNumber(std::string_view name)
{
    constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto found = std::find(months.begin(), months.end(), name);
    return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

bool isLeapYear(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/** ".123456" or ",123": to microseconds; takes it from the front of `text` when it is there, false when it is damaged.
 */
bool takeFraction(std::string_view& text, qint64& microseconds)
{
    microseconds = 0;
    if (!takePrefix(text, ".") && !takePrefix(text, ","))
        return true;
    constexpr std::array<qint64, 7> powers{1, 10, 100, 1000, 10'000, 100'000, 1'000'000};
    qint64 value = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && digits < 10 && digit(text[digits]); ++digits)
        value = value * 10 + (text[digits] - '0');
    if (digits == 0 || digits > 9)
        return false;
    microseconds = digits <= 6 ? value * powers[6 - digits] : value / powers[digits - 6];
    text.remove_prefix(digits);
    return true;
}

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/** A date and time of day as a header spells them. */
struct Parts
{
    int year = 0; ///< 0: not said
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    qint64 fraction = 0; ///< µs

    qint64 seconds(int inYear) const ///< since 1970, of whatever zone it is in
    {
        return daysFromCivil(inYear, month, day) * secondsPerDay + hour * 3600 + minute * 60 + second;
    }
};

/** "2026 ": a year that a mail log may be of, and its blank. */
bool takeYear(std::string_view& text, int& year)
{
    if (text.size() < 5 || text[4] != ' ' || (text[0] != '1' && text[0] != '2'))
        return false;
    const int century = two(text, 0);
    const int rest = two(text, 2);
    if ((century != 19 && century != 20) || rest < 0)
        return false;
    year = century * 100 + rest;
    text.remove_prefix(5);
    return true;
}

/** "[2026 ]Nov [2]2 [2026 ]12:45:03[.ffffff] [2026 ]", from the front of `text`. */
bool takeParts(std::string_view& text, Parts& parts)
{
    std::string_view rest = text;
    takeYear(rest, parts.year);
    if (rest.size() < 13 || rest[3] != ' ')
        return false;
    parts.month = monthNumber(rest.substr(0, 3));
    rest.remove_prefix(4);
    takePrefix(rest, " ");
    const auto day = takeNumber(rest);
    if (parts.month == 0 || !day || *day < 1 || *day > 31 || !takePrefix(rest, " "))
        return false;
    parts.day = static_cast<int>(*day);
    if (parts.year == 0)
        takeYear(rest, parts.year);
    if (rest.size() < 9 || rest[2] != ':' || rest[5] != ':')
        return false;
    parts.hour = two(rest, 0);
    parts.minute = two(rest, 3);
    parts.second = two(rest, 6);
    if (parts.hour < 0 || parts.hour > 23 || parts.minute < 0 || parts.minute > 59 || parts.second < 0
        || parts.second > 60)
        return false;
    rest.remove_prefix(8);
    if (!takeFraction(rest, parts.fraction) || !takePrefix(rest, " "))
        return false;
    if (parts.year == 0)
        takeYear(rest, parts.year);
    text = rest;
    return true;
}

} // namespace

TimeStampReader::TimeStampReader(const QTimeZone& zone, int year, qint64 reference)
    : m_zone(zone)
    , m_year(year)
    , m_reference(reference)
{
}

void TimeStampReader::resume(qint64 day, qint64 suspectDay)
{
    const QDate date = QDate(1970, 1, 1).addDays(day);
    m_anchor = day;
    m_anchorYear = m_year = date.year();
    m_month = date.month();
    m_suspect = suspectDay;
    m_hasSuspect = suspectDay != 0;
}

qint64 TimeStampReader::localToUtc(qint64 localSeconds)
{
    const qint64 hour = floorDiv(localSeconds, 3600);
    if (hour != m_zoneHour) {
        // The offset in force, asked twice: the first answer is for the wrong instant near a change.
        qint64 offset = m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(localSeconds, Qt::UTC));
        offset = m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(localSeconds - offset, Qt::UTC));
        m_zoneHour = hour;
        m_zoneOffset = offset;
    }
    return localSeconds - m_zoneOffset;
}

/** "2026-11-22T12:45:", as seconds since 1970 of whatever zone it is in. */
bool TimeStampReader::readMinute(std::string_view text)
{
    if (text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
        return false;
    std::string_view yearText = text.substr(0, 4);
    const auto year = takeNumber(yearText);
    const int month = two(text, 5);
    const int day = two(text, 8);
    const int hour = two(text, 11);
    const int minute = two(text, 14);
    if (!year || !yearText.empty() || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 23
        || minute < 0 || minute > 59)
        return false;
    m_minuteBase = daysFromCivil(static_cast<int>(*year), month, day) * secondsPerDay + hour * 3600 + minute * 60;
    return true;
}

bool TimeStampReader::takeBsd(std::string_view& text, qint64& time)
{
    if (text.size() < 16 || text[3] != ' ' || text[6] != ' ' || text[9] != ':' || text[12] != ':')
        return takeLooseBsd(text, time);
    std::string_view rest = text.substr(15);
    qint64 fraction = 0; // journalctl -o short-precise
    if (!takeFraction(rest, fraction) || !takePrefix(rest, " "))
        return false;
    if (rest.size() > 4 && (rest.front() == '1' || rest.front() == '2') && rest[4] == ' ') // perhaps a year
        return takeLooseBsd(text, time);
    const int minute = two(text, 10);
    const int second = two(text, 13);
    if (minute < 0 || minute > 59 || second < 0 || second > 60)
        return false;
    if (std::memcmp(text.data(), m_hourKey, 9) != 0) {
        const int month = monthNumber(text.substr(0, 3));
        const int day = text[4] == ' ' ? (digit(text[5]) ? text[5] - '0' : -1) : two(text, 4);
        const int hour = two(text, 7);
        if (month == 0 || day < 1 || day > 31 || hour < 0 || hour > 23)
            return false;
        followYear(month, day);
        moveAnchor(month, day);
        m_hourBase = localToUtc(daysFromCivil(m_year, month, day) * secondsPerDay + hour * 3600);
        std::memcpy(m_hourKey, text.data(), 9);
    }
    time = (m_hourBase + minute * 60 + second) * microsecondsPerSecond + fraction;
    text = rest;
    return true;
}

/** The rarer spellings. */
bool TimeStampReader::takeLooseBsd(std::string_view& text, qint64& time)
{
    Parts parts;
    if (!takeParts(text, parts))
        return false;
    if (parts.year == 0) {
        followYear(parts.month, parts.day);
        moveAnchor(parts.month, parts.day);
        parts.year = m_year;
        m_hourKey[0] = '\0'; // its year may have been another
    }
    time = localToUtc(parts.seconds(parts.year)) * microsecondsPerSecond + parts.fraction;
    return true;
}

bool TimeStampReader::takeBsdNear(std::string_view& text, qint64 near, qint64& time)
{
    Parts parts;
    if (!takeParts(text, parts))
        return false;
    const qint64 nearSeconds = floorDiv(near, microsecondsPerSecond);
    int year = parts.year;
    if (year == 0) {
        year = QDateTime::fromSecsSinceEpoch(nearSeconds, Qt::UTC).date().year();
        constexpr qint64 halfYear = 183 * secondsPerDay;
        const qint64 ahead = parts.seconds(year) - nearSeconds;
        year += ahead > halfYear ? -1 : ahead < -halfYear ? 1 : 0;
    }
    const qint64 local = parts.seconds(year);
    constexpr qint64 quarter = 900;
    const qint64 offset = floorDiv(local - nearSeconds + quarter / 2, quarter) * quarter;
    constexpr qint64 furthest = 14 * 3600; // of zones from UTC
    const qint64 seconds = offset >= -furthest && offset <= furthest ? local - offset : localToUtc(local);
    time = seconds * microsecondsPerSecond + parts.fraction;
    return true;
}

bool TimeStampReader::takeUnix(std::string_view& text, qint64& time)
{
    std::string_view rest = text;
    const auto seconds = takeNumber(rest);
    constexpr std::size_t digits = 10; // 2001 to 2286
    if (!seconds || text.size() - rest.size() != digits)
        return false;
    qint64 fraction = 0;
    if (!takeFraction(rest, fraction) || !takePrefix(rest, " "))
        return false;
    time = static_cast<qint64>(*seconds) * microsecondsPerSecond + fraction;
    text = rest;
    return true;
}

bool TimeStampReader::takeTai64(std::string_view& text, qint64& time)
{
    constexpr std::size_t digits = 24;
    if (text.size() < digits + 2 || text.front() != '@' || text[digits + 1] != ' ')
        return false;
    std::uint64_t parts[2]{}; // seconds, nanoseconds
    for (std::size_t i = 0; i < digits; ++i) {
        const char c = text[i + 1];
        const int value = digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (value < 0)
            return false;
        std::uint64_t& part = parts[i < 16 ? 0 : 1];
        part = part * 16 + static_cast<std::uint64_t>(value);
    }
    // Labels count from 1970 in TAI; multilog takes UTC to have been ten seconds behind then.
    constexpr std::uint64_t origin = (std::uint64_t{1} << 62) + 10;
    constexpr std::uint64_t last = 253'402'300'799; // the year 9999
    if (parts[0] < origin || parts[0] - origin > last || parts[1] > 999'999'999)
        return false;
    time = static_cast<qint64>(parts[0] - origin) * microsecondsPerSecond + static_cast<qint64>(parts[1] / 1000);
    text.remove_prefix(digits + 2);
    return true;
}

/** The year of the next stamp without one: the first line's is given or inferred, the rest go forward. */
void TimeStampReader::followYear(int month, int day)
{
    // No line can be later than the file's last change; two days of grace for zones and clocks.
    const qint64 last = floorDiv(m_reference, secondsPerDay * microsecondsPerSecond) + 2;
    const auto isLater = [&](int year) { return daysFromCivil(year, month, day) > last; };
    if (m_year == 0) {
        m_year = QDateTime::fromMSecsSinceEpoch(m_reference / 1000, Qt::UTC).date().year();
        if (isLater(m_year))
            --m_year;
        while (month == 2 && day == 29 && !isLeapYear(m_year))
            --m_year;
        m_inferredYear = m_year;
        return;
    }
    if (m_month == 0)
        return;
    const auto isWithinAMonthOf = [&](qint64 place) {
        constexpr qint64 days = 31;
        const int year = QDate(1970, 1, 1).addDays(place).year();
        for (m_year = year - 1; m_year <= year + 1; ++m_year) {
            const qint64 here = daysFromCivil(m_year, month, day);
            if (here >= place - days && here <= place + days)
                return true;
        }
        return false;
    };
    // Most stamps are near the last one; else the one before this may have been the first of another time.
    if (isWithinAMonthOf(m_anchor) || (m_hasSuspect && isWithinAMonthOf(m_suspect)))
        return;
    m_year = m_anchorYear;
    const int ahead = month - m_month;
    if (ahead <= -6 && !isLater(m_year + 1)) // December, then January, or a log that was silent over New Year
        ++m_year;
    else if (ahead > 0 && isLater(m_year)) // an older log in the same stream
        --m_year;
    // Up to five months back: an older log in the same stream, or a stray.
}

/** A stamp of another month than those before holds for the next ones when a second hour agrees. */
void TimeStampReader::moveAnchor(int month, int day)
{
    constexpr qint64 month31 = 31;
    const qint64 here = daysFromCivil(m_year, month, day);
    const auto isNear = [&](qint64 there) { return here >= there - month31 && here <= there + month31; };
    const bool isFirst = m_month == 0;
    if (!isFirst && !isNear(m_anchor) && !(m_hasSuspect && isNear(m_suspect))) {
        m_suspect = here;
        m_hasSuspect = true;
        return;
    }
    m_hasSuspect = false;
    m_anchor = here;
    m_anchorYear = m_year;
    m_month = month;
}

bool TimeStampReader::takeIso(std::string_view& text, qint64& time)
{
    constexpr std::size_t minuteLength = sizeof m_minuteKey; // "2026-11-22T12:45:"
    if (text.size() < minuteLength + 3)
        return false;
    if (std::memcmp(text.data(), m_minuteKey, minuteLength) != 0) {
        if (!readMinute(text))
            return false;
        std::memcpy(m_minuteKey, text.data(), minuteLength);
    }
    const int second = two(text, minuteLength);
    if (second < 0 || second > 60)
        return false;
    qint64 seconds = m_minuteBase + second;
    std::string_view rest = text.substr(minuteLength + 2);
    qint64 fraction = 0;
    if (!takeFraction(rest, fraction))
        return false;
    if (rest.size() > 5 && rest[0] == ' ' && (rest[1] == '+' || rest[1] == '-') && digit(rest[2]))
        rest.remove_prefix(1); // "12:45:03 +0100"
    if (takePrefix(rest, "Z")) {
        // UTC
    } else if (!rest.empty() && (rest.front() == '+' || rest.front() == '-')) {
        const qint64 sign = rest.front() == '+' ? 1 : -1;
        rest.remove_prefix(1);
        if (rest.size() < 4)
            return false;
        const int hours = two(rest, 0);
        const std::size_t minutesAt = rest[2] == ':' ? 3 : 2;
        if (rest.size() < minutesAt + 2)
            return false;
        const int minutes = two(rest, minutesAt);
        if (hours < 0 || minutes < 0)
            return false;
        seconds -= sign * (hours * 3600 + minutes * 60);
        rest.remove_prefix(minutesAt + 2);
    } else {
        seconds = localToUtc(seconds);
    }
    if (!takePrefix(rest, " "))
        return false;
    time = seconds * microsecondsPerSecond + fraction;
    text = rest;
    return true;
}

bool TimeStampReader::takeFull(std::string_view& text, qint64& time)
{
    // The zone is an abbreviation, which names no zone: only UTC is certain, the rest is the import's zone.
    if (text.size() < 24 || text[10] != ' ' || text[19] != ' ')
        return false;
    const std::size_t zoneEnd = text.find(' ', 20);
    if (zoneEnd > 28) // or there is none: npos is larger
        return false;
    const std::string_view zoneName = text.substr(20, zoneEnd - 20);
    const auto is = [&](std::string_view name) { return zoneName == name; };
    const bool utc = is("UTC") || is("GMT");
    char stamp[22];
    std::memcpy(stamp, text.data(), 19);
    stamp[19] = utc ? 'Z' : ' ';
    stamp[20] = ' ';
    std::string_view iso(stamp, utc ? 21 : 20);
    if (!takeIso(iso, time))
        return false;
    text.remove_prefix(zoneEnd + 1);
    return true;
}

std::uint16_t DayClock::day(qint64 time)
{
    if (time < m_begin || time >= m_end) {
        const qint64 seconds = floorDiv(time, microsecondsPerSecond);
        const QDateTime local = QDateTime::fromSecsSinceEpoch(seconds, m_zone);
        const QDate date = local.date();
        const qint64 days = std::clamp<qint64>(daysFromCivil(date.year(), date.month(), date.day()), 0, 0xfffe);
        m_day = static_cast<std::uint16_t>(days);
        m_begin = date.startOfDay(m_zone).toSecsSinceEpoch() * microsecondsPerSecond;
        m_end = date.addDays(1).startOfDay(m_zone).toSecsSinceEpoch() * microsecondsPerSecond;
    }
    return m_day;
}

} // namespace waxseal
