// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/witness/saferemail.h"

#include "model/core/bytes.h"
#include "model/core/csvreader.h"
#include "model/core/domainname.h"
#include "model/core/printable.h"

#include <QByteArray>

#include <algorithm>
#include <cmath>
#include <optional>

namespace waxseal {

namespace {

/** Which column is which; npos: the file has none such. */
struct Columns
{
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t domain = none;
    std::size_t host = none;
    std::size_t direction = none;
    std::size_t region = none;
    std::size_t fraction = none;
    std::size_t date = none;
    bool areEnough() const { return domain != none && direction != none && fraction != none; }
};

/** A column's name as it is compared: letters and digits, lower case. */
std::string plain(std::string_view name)
{
    std::string out;
    for (const char c : name.substr(0, 200)) {
        const char small = asciiLower(c);
        if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9'))
            out += small;
    }
    return out;
}

Columns columnsOf(const std::vector<std::string>& header)
{
    Columns columns;
    const auto set = [](std::size_t& column, std::size_t place) {
        if (column == Columns::none)
            column = place;
    };
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name = plain(header[i]);
        if (name == "addresssuffix" || name == "domain" || name == "addressdomain")
            set(columns.domain, i);
        else if (name == "hostnamesuffix" || name == "hostname")
            set(columns.host, i);
        else if (name == "direction")
            set(columns.direction, i);
        else if (name.ends_with("regioncode") || name == "region")
            set(columns.region, i);
        else if (name.starts_with("fractionencrypted") || name == "encryptedfraction" || name == "percentencrypted")
            set(columns.fraction, i);
        else if (name == "date" || name == "day" || name == "month" || name == "enddate")
            set(columns.date, i);
    }
    return columns;
}

/** Millionths of "0.091112", "1e-06" or "9.1 %". */
std::optional<std::uint32_t> millionths(std::string_view text)
{
    text = trimmed(text);
    double unit = 1e6;
    if (text.ends_with('%')) {
        text = trimmed(text.substr(0, text.size() - 1));
        unit = 1e4;
    }
    bool isNumber = false;
    const double value
        = QByteArray(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 100))).toDouble(&isNumber);
    if (!isNumber || !(value >= 0) || value * unit > 1e6 + 1)
        return {};
    return static_cast<std::uint32_t>(std::min(std::llround(value * unit), 1'000'000LL));
}

std::optional<SaferEmail> rowOf(const std::vector<std::string>& fields, const Columns& columns)
{
    const auto field
        = [&](std::size_t column) { return column < fields.size() ? trimmed(fields[column]) : std::string_view(); };
    SaferEmail row;
    row.domain = domainKey(field(columns.domain));
    row.host = domainKey(field(columns.host));
    row.region = printable(field(columns.region), 50);
    row.date = printable(field(columns.date), 50);
    const std::string direction = plain(field(columns.direction));
    const auto encrypted = millionths(field(columns.fraction));
    // "inbound" is mail to Gmail: what the domain's servers send. That is what we see of them on the way in.
    const bool isInbound = direction == "inbound";
    if (field(columns.domain).empty() || !encrypted || (!isInbound && direction != "outbound"))
        return {};
    row.direction = isInbound ? Direction::Inbound : Direction::Outbound;
    row.encrypted = *encrypted;
    return row;
}

} // namespace

bool isSaferEmailHeader(std::string_view line)
{
    takePrefix(line, "\xef\xbb\xbf");
    line = line.substr(0, std::min<std::size_t>(line.find('\n'), 4096));
    std::vector<std::string> header;
    const char separator = csvSeparator(line);
    return takeCsvRecord(line, header, separator) && columnsOf(header).areEnough();
}

SaferEmailRead readSaferEmail(std::string_view text, Witnesses& witnesses)
{
    SaferEmailRead out;
    takePrefix(text, "\xef\xbb\xbf");
    const char separator = csvSeparator(text);
    std::vector<std::string> fields;
    if (!takeCsvRecord(text, fields, separator))
        return out;
    const Columns columns = columnsOf(fields);
    while (takeCsvRecord(text, fields, separator)) {
        if (fields.size() == 1 && fields[0].empty())
            continue;
        auto row = rowOf(fields, columns);
        if (!row) {
            ++out.skipped;
            continue;
        }
        switch (witnesses.add(std::move(*row))) {
        case Witnesses::Added::New:
            ++out.added;
            break;
        case Witnesses::Added::Known:
            ++out.known;
            break;
        case Witnesses::Added::Full:
            out.isFull = true;
            return out;
        }
    }
    return out;
}

} // namespace waxseal
