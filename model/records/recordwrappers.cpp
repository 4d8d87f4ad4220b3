// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What containers and log collectors put around a line of syslog, taken off layer by layer.

#include "model/records/recordreader.h"

#include "model/core/bytes.h"

#include <algorithm>
#include <array>

namespace waxseal {

namespace {

constexpr char escape = '\x1b';

/** The text without terminal control sequences (ECMA-48, 5.4: ESC [ parameters, then one final byte). */
void copyWithoutColours(std::string_view text, std::string& out)
{
    out.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != escape) {
            out += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '[') {
            i += 2;
            while (i < text.size() && (text[i] < '@' || text[i] > '~'))
                ++i;
        }
    }
}

/** The length of `{name="value", …}` at the front of `text`; 0 when it is none. */
std::size_t lengthOfLabels(std::string_view text)
{
    bool quoted = false;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (text[i] == '}' && !quoted)
            return i + 1;
    }
    return 0;
}

/** The value of the first of the labels that names a host; empty when none does. */
std::string_view hostOfLabels(std::string_view labels)
{
    for (const std::string_view name :
        {"hostname=\"", "host=\"", "nodename=\"", "node_name=\"", "pod=\"", "container=\""}) {
        for (std::size_t at = labels.find(name); at != std::string_view::npos; at = labels.find(name, at + 1)) {
            if (labels[at - 1] != '{' && labels[at - 1] != ' ' && labels[at - 1] != ',')
                continue; // the end of a longer name
            const std::string_view value = labels.substr(at + name.size());
            return value.substr(0, value.find('"'));
        }
    }
    return {};
}

} // namespace

std::string_view name(Wrapper wrapper)
{
    switch (wrapper) {
    case Wrapper::None:
        return {};
    case Wrapper::Compose:
        return "compose";
    case Wrapper::Kubectl:
        return "kubectl";
    case Wrapper::Stamped:
        return "stamped";
    case Wrapper::Cri:
        return "cri";
    case Wrapper::Loki:
        return "loki";
    case Wrapper::Json:
        return "json";
    }
    return {};
}

bool RecordReader::peel(std::string_view line, LogRecord& record, const Outer& outer)
{
    if (outer.depth >= mostLayers || m_morePart)
        return false;
    const char first = line.front();
    if (std::find(line.begin(), line.begin() + std::min<std::ptrdiff_t>(std::ssize(line), 256), escape)
        != line.begin() + std::min<std::ptrdiff_t>(std::ssize(line), 256))
        return peelColours(line, record, outer);
    Outer inside = outer;
    ++inside.depth;
    if (takePrefix(line, "\x1e") || takePrefix(line, "data: ")) // journalctl -o json-seq, json-sse
        return parseLine(line, record, inside);
    if (((first >= '0' && first <= '9') || first == '@') && (peelStamp(line, record, outer) || m_morePart))
        return !m_morePart;
    return peelNamed(line, record, outer);
}

/** The one kind of layer that the line before had. */
bool RecordReader::peelAs(Wrapper wrapper, std::string_view line, LogRecord& record, const Outer& outer)
{
    switch (wrapper) {
    case Wrapper::Compose:
    case Wrapper::Kubectl:
        return line.front() != escape && peelNamed(line, record, outer);
    case Wrapper::Cri:
    case Wrapper::Stamped:
    case Wrapper::Loki:
        return peelStamp(line, record, outer) && !m_morePart;
    case Wrapper::None:
    case Wrapper::Json:
        break;
    }
    return false;
}

/** "postfix-1  | line" of docker compose, "[pod/mail-0/postfix] line" of kubectl logs --prefix. */
bool RecordReader::peelNamed(std::string_view line, LogRecord& record, const Outer& outer)
{
    Outer inside = outer;
    ++inside.depth;
    std::string_view name;
    Wrapper wrapper = Wrapper::Compose;
    if (takePrefix(line, "[pod/")) {
        std::string_view container;
        if (!takeUntil(line, "] ", name) || name.size() > 320)
            return false;
        takeUntil(name, "/", container); // which comes first is the pod
        name = container.empty() ? name : container;
        wrapper = Wrapper::Kubectl;
    } else {
        constexpr std::size_t longestName = 128;
        const std::size_t bar = line.substr(0, longestName).find(" | ");
        if (bar == std::string_view::npos)
            return false;
        name = line.substr(0, bar);
        while (name.ends_with(' '))
            name.remove_suffix(1);
        if (name.empty() || name.find(' ') != std::string_view::npos)
            return false;
        line.remove_prefix(bar + 3);
    }
    if (inside.host.empty())
        inside.host = name;
    if (!parseLine(line, record, inside))
        return false;
    if (outer.depth == 0)
        m_wrapper = wrapper;
    return true;
}

/** A time in front of the line: docker logs -t, kubectl logs --timestamps, CRI log files, logcli, aws logs tail. */
bool RecordReader::peelStamp(std::string_view line, LogRecord& record, const Outer& outer)
{
    Outer inside = outer;
    ++inside.depth;
    if (line.front() == '@' ? !TimeStampReader::takeTai64(line, inside.time) : !m_times.takeIso(line, inside.time))
        return false;
    while (takePrefix(line, " ")) { }
    if (line.starts_with("stdout ") || line.starts_with("stderr ")) {
        if (!peelCri(line, record, inside))
            return false;
        if (outer.depth == 0)
            m_wrapper = Wrapper::Cri;
        return true;
    }
    if (line.starts_with('{') && peelLabels(line, record, inside)) {
        if (outer.depth == 0)
            m_wrapper = Wrapper::Loki;
        return true;
    }
    std::string_view word;
    if (!parseLine(line, record, inside)) {
        // One word, a stream or a relay, and then a header with a time of its own.
        if (m_morePart || !takeUntil(line, " ", word) || line.empty() || !parseText(line, record, inside)
            || m_envelope == Envelope::Tag)
            return false;
    }
    if (outer.depth == 0)
        m_wrapper = Wrapper::Stamped;
    return true;
}

/** "stdout F line": F ends a line, P is a part of one that goes on (Kubernetes' container runtime interface). */
bool RecordReader::peelCri(std::string_view line, LogRecord& record, const Outer& outer)
{
    const int stream = line.starts_with("stderr") ? 2 : 1;
    line.remove_prefix(std::string_view("stdout ").size());
    std::string_view tags;
    if (!takeUntil(line, " ", tags)) {
        tags = line;
        line = {};
    }
    if (tags == "P" || tags.starts_with("P:")) {
        keepPart(line, stream);
        return false;
    }
    if (tags != "F" && !tags.starts_with("F:"))
        return false;
    if (m_parts.empty() || m_partsStream != stream)
        return parseLine(line, record, outer);
    std::string& whole = m_layers.at(static_cast<std::size_t>(outer.depth)).text;
    keepPart(line, stream);
    m_morePart = false;
    whole = std::move(m_parts);
    m_parts.clear();
    m_lines.release();
    record.offset = m_partsOffset;
    return parseLine(whole, record, outer);
}

/** `{host="mx", job="mail"} line`, as logcli prints it behind the time. */
bool RecordReader::peelLabels(std::string_view line, LogRecord& record, const Outer& outer)
{
    const std::size_t length = lengthOfLabels(line);
    if (length == 0)
        return false;
    Outer inside = outer;
    if (const std::string_view host = hostOfLabels(line.substr(0, length)); !host.empty())
        inside.host = host;
    line.remove_prefix(length);
    while (line.starts_with(' ') || line.starts_with('\t'))
        line.remove_prefix(1);
    return parseLine(line, record, inside);
}

bool RecordReader::peelColours(std::string_view line, LogRecord& record, const Outer& outer)
{
    std::string& clean = m_layers.at(static_cast<std::size_t>(outer.depth)).text;
    copyWithoutColours(line, clean);
    return parseLine(clean, record, {outer.time, outer.host, outer.depth + 1});
}

/** Keeps a part of a line that goes on in the next one, up to the bound of a line. */
void RecordReader::keepPart(std::string_view part, int stream)
{
    m_morePart = true;
    if (m_parts.empty() || m_partsStream != stream) {
        if (!m_parts.empty())
            ++m_skipped; // it ends in the middle
        m_parts.clear();
        m_partsStream = stream;
        m_partsOffset = m_lines.lineOffset();
        m_partsLine = m_lineCount - 1;
        m_lines.hold();
    }
    m_parts += part.substr(0, LineReader::longestLine - std::min(LineReader::longestLine, m_parts.size()));
}

/** No more parts come: the line that they belong to is over, or is read when it is whole. */
void RecordReader::endOfParts(bool isAnotherLine)
{
    if (m_parts.empty())
        return;
    m_parts.clear();
    if (!isAnotherLine && !m_lines.endIsFinal() && m_lines.giveBack()) {
        m_lineCount = m_partsLine;
        return;
    }
    m_lines.release();
    ++m_skipped;
}

} // namespace waxseal
