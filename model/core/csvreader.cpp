// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/csvreader.h"

#include <algorithm>

namespace waxseal {

namespace {

/** Takes a field, and leaves what ended it (a separator, a line end) at the front. */
void takeField(std::string_view& text, std::string* field, char separator)
{
    const auto append = [field](std::string_view part) {
        if (field)
            field->append(part);
    };
    if (!text.empty() && text.front() == '"') {
        text.remove_prefix(1);
        while (true) {
            const std::size_t quote = std::min(text.find('"'), text.size());
            append(text.substr(0, quote));
            text.remove_prefix(std::min(quote + 1, text.size()));
            if (text.empty() || text.front() != '"')
                break;
            append("\"");
            text.remove_prefix(1);
        }
    }
    const char ends[]{separator, '\n', '\r'};
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of({ends, sizeof ends}), text.size());
        append(text.substr(0, end));
        text.remove_prefix(end);
        // A carriage return ends a record only before a line feed or the end of the text.
        if (text.empty() || text.front() != '\r' || text.size() == 1 || text[1] == '\n')
            return;
        append("\r");
        text.remove_prefix(1);
    }
}

} // namespace

bool takeCsvRecord(std::string_view& text, std::vector<std::string>& fields, char separator)
{
    if (text.empty())
        return false;
    std::size_t count = 0;
    while (true) {
        std::string* field = nullptr;
        if (count < mostCsvFields) {
            if (fields.size() <= count)
                fields.emplace_back();
            field = &fields[count++];
            field->clear();
        }
        takeField(text, field, separator);
        if (text.empty() || text.front() != separator)
            break;
        text.remove_prefix(1);
    }
    fields.resize(count);
    if (!text.empty() && text.front() == '\r')
        text.remove_prefix(1);
    if (!text.empty() && text.front() == '\n')
        text.remove_prefix(1);
    return true;
}

char csvSeparator(std::string_view header)
{
    header = header.substr(0, header.find('\n'));
    char best = ',';
    for (const char c : {';', '\t'}) {
        if (std::count(header.begin(), header.end(), c) > std::count(header.begin(), header.end(), best))
            best = c;
    }
    return best;
}

} // namespace waxseal
