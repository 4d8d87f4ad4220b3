// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resources/demolog/scheduler.h"

#include <functional>
#include <string>
#include <string_view>

namespace waxseal::demolog {

/** How a line begins. Iso: rsyslog's, with microseconds; ShortIso: journalctl -o short-iso. All in UTC. */
enum class Header
{
    Bsd,
    Iso,
    ShortIso
};

/** Where finished bytes go; called with large pieces, in order. */
using ByteSink = std::function<void(std::string_view)>;

/** Formats syslog lines into a buffer and passes it on when it is full. */
class LogWriter
{
public:
    LogWriter(Header header, std::string_view host, ByteSink sink);
    ~LogWriter();
    LogWriter(const LogWriter&) = delete;
    LogWriter& operator=(const LogWriter&) = delete;

    /** Begins a line: time, host, `program[pid]: `. */
    void begin(Time time, std::string_view program, std::uint32_t pid);
    void text(std::string_view text) { m_buffer.append(text); }
    void number(std::uint64_t number);
    void end();
    void flush();
    std::uint64_t lines() const { return m_lines; }

private:
    void renderSecond(Time time);

    Header m_header;
    std::string m_host;
    ByteSink m_sink;
    std::string m_buffer;
    std::string m_second; // the rendered time stamp of the second m_renderedSecond
    Time m_renderedSecond = -1;
    std::uint64_t m_lines = 0;
};

/** One line under construction; ends itself. */
class Line
{
public:
    explicit Line(LogWriter& writer)
        : m_writer(writer)
    {
    }
    ~Line() { m_writer.end(); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    Line& operator<<(std::string_view text)
    {
        m_writer.text(text);
        return *this;
    }
    Line& operator<<(std::uint64_t number)
    {
        m_writer.number(number);
        return *this;
    }
    Line& operator<<(std::uint32_t number) { return *this << std::uint64_t{number}; }

private:
    LogWriter& m_writer;
};

} // namespace waxseal::demolog
