// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/demolog/logwriter.h"

#include <array>
#include <charconv>
#include <chrono>

namespace waxseal::demolog {

namespace {

constexpr std::size_t bufferSize = std::size_t{1} << 18;

void appendPadded(std::string& out, std::uint64_t number, std::size_t width, char pad)
{
    std::array<char, 20> digits{};
    const auto last = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    const auto length = static_cast<std::size_t>(last - digits.data());
    if (length < width)
        out.append(width - length, pad);
    out.append(digits.data(), length);
}

} // namespace

LogWriter::LogWriter(Header header, std::string_view host, ByteSink sink)
    : m_header(header)
    , m_host(host)
    , m_sink(std::move(sink))
{
    m_buffer.reserve(bufferSize + 4096);
}

LogWriter::~LogWriter()
{
    flush();
}

void LogWriter::renderSecond(Time time)
{
    static constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    m_renderedSecond = time / second;
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{time / day}}};
    const auto ofDay = static_cast<std::uint64_t>(m_renderedSecond % (day / second));
    m_second.clear();
    if (m_header == Header::Bsd) {
        m_second.append(months[static_cast<unsigned>(date.month()) - 1]).append(" ");
        appendPadded(m_second, static_cast<unsigned>(date.day()), 2, ' ');
        m_second.append(" ");
    } else {
        appendPadded(m_second, static_cast<std::uint64_t>(static_cast<int>(date.year())), 4, '0');
        m_second.append("-");
        appendPadded(m_second, static_cast<unsigned>(date.month()), 2, '0');
        m_second.append("-");
        appendPadded(m_second, static_cast<unsigned>(date.day()), 2, '0');
        m_second.append("T");
    }
    appendPadded(m_second, ofDay / 3600, 2, '0');
    m_second.append(":");
    appendPadded(m_second, ofDay / 60 % 60, 2, '0');
    m_second.append(":");
    appendPadded(m_second, ofDay % 60, 2, '0');
}

void LogWriter::begin(Time time, std::string_view program, std::uint32_t pid)
{
    if (time / second != m_renderedSecond)
        renderSecond(time);
    m_buffer.append(m_second);
    if (m_header == Header::Iso) {
        m_buffer.append(".");
        appendPadded(m_buffer, static_cast<std::uint64_t>(time % second), 6, '0');
        m_buffer.append("+00:00");
    } else if (m_header == Header::ShortIso) {
        m_buffer.append("+0000");
    }
    m_buffer.append(" ").append(m_host).append(" ").append(program).append("[");
    number(pid);
    m_buffer.append("]: ");
}

void LogWriter::number(std::uint64_t number)
{
    appendPadded(m_buffer, number, 0, ' ');
}

void LogWriter::end()
{
    m_buffer.push_back('\n');
    ++m_lines;
    if (m_buffer.size() >= bufferSize)
        flush();
}

void LogWriter::flush()
{
    if (!m_buffer.empty())
        m_sink(m_buffer);
    m_buffer.clear();
}

} // namespace waxseal::demolog
