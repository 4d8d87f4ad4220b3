// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/demolog/demolog.h"
#include "resources/demolog/logfile.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>

using namespace waxseal::demolog;

namespace {

constexpr const char* usage = R"(Usage: waxseal-demolog [OPTION]...
Writes the Postfix log of a mail server that does not exist. The same options give the same bytes.

  --messages N     messages that arrive (default 60000)
  --days N         length of the log (default 30)
  --start DATE     first day, YYYY-MM-DD, UTC (default 2026-11-01)
  --seed N         seed (default 1)
  --domains N      outside domains (default 800)
  --header FORM    bsd, iso (rsyslog, microseconds) or short-iso (journalctl; default)
  --output FILE    where to write (default standard output); compressed when it ends in .gz, .xz or .zst
  --truth FILE     also write a CSV with the truth about every message
  --help           this text
)";

template <typename Number>
bool readNumber(std::string_view text, Number& number, Number low, Number high)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= low && number <= high;
}

std::optional<Time> readDate(std::string_view text)
{
    int year = 0;
    unsigned month = 0;
    unsigned dayOfMonth = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !readNumber(text.substr(0, 4), year, 1971, 2200)
        || !readNumber(text.substr(5, 2), month, 1U, 12U) || !readNumber(text.substr(8, 2), dayOfMonth, 1U, 31U))
        return {};
    const std::chrono::year_month_day date{
        std::chrono::year(year), std::chrono::month(month), std::chrono::day(dayOfMonth)};
    if (!date.ok())
        return {};
    return std::chrono::sys_days(date).time_since_epoch().count() * day;
}

/** A field of the CSV: quoted where RFC 4180 wants it. */
void appendField(std::string& row, std::string_view field)
{
    if (!row.empty())
        row.push_back(',');
    if (field.find_first_of(",\"\n") == std::string_view::npos) {
        row.append(field);
        return;
    }
    row.push_back('"');
    for (const char c : field)
        row.append(c == '"' ? 2 : 1, c);
    row.push_back('"');
}

std::string csvRow(const Truth& truth)
{
    std::string row = std::to_string(truth.time / second);
    for (const std::string_view field :
        {truth.messageId, truth.direction, truth.domain, truth.host, truth.tls, truth.version, truth.trust, truth.spam})
        appendField(row, field);
    appendField(row, std::to_string(truth.recipients));
    appendField(row, truth.fellBack ? "1" : "0");
    appendField(row, truth.status);
    appendField(row, truth.excluded);
    row.push_back('\n');
    return row;
}

bool readOption(Options& options, std::string_view name, std::string_view value)
{
    if (name == "--messages")
        return readNumber(value, options.messages, std::uint64_t{1}, std::uint64_t{1'000'000'000});
    if (name == "--days")
        return readNumber(value, options.days, 1U, 3'660U);
    if (name == "--seed")
        return readNumber(value, options.seed, std::uint64_t{0}, ~std::uint64_t{0});
    if (name == "--domains")
        return readNumber(value, options.domains, 40U, 1'000'000U);
    if (name == "--start") {
        const std::optional<Time> start = readDate(value);
        options.start = start.value_or(0);
        return start.has_value();
    }
    if (name == "--header") {
        options.header = value == "bsd" ? Header::Bsd : value == "iso" ? Header::Iso : Header::ShortIso;
        return value == "bsd" || value == "iso" || value == "short-iso";
    }
    return false;
}

bool closed(LogFile& file, const std::string& path)
{
    if (file.close())
        return true;
    std::fprintf(
        stderr, "waxseal-demolog: %s: %s\n", path.empty() ? "standard output" : path.c_str(), file.error().c_str());
    return false;
}

int misused(std::string_view what)
{
    std::fprintf(stderr, "waxseal-demolog: cannot use '%.*s'\n%s", static_cast<int>(what.size()), what.data(), usage);
    return 2;
}

} // namespace

int main(int argc, char* argv[])
{
    Options options;
    std::string output;
    std::string truthPath;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (name == "--help") {
            std::fputs(usage, stdout);
            return 0;
        }
        if (i + 1 == argc)
            return misused(name);
        const std::string_view value = argv[++i];
        if (name == "--output")
            output = value;
        else if (name == "--truth")
            truthPath = value;
        else if (!readOption(options, name, value))
            return misused(value);
    }

    LogFile log(output);
    TruthSink truth;
    std::optional<LogFile> truthFile;
    if (!truthPath.empty()) {
        truthFile.emplace(truthPath);
        truthFile->write(
            "time,message_id,direction,domain,host,tls,version,trust,spam,recipients,fell_back,status,excluded\n");
        truth = [&](const Truth& one) { truthFile->write(csvRow(one)); };
    }
    writeDemoLog(
        options, [&](std::string_view bytes) { log.write(bytes); }, truth);
    return closed(log, output) && (!truthFile || closed(*truthFile, truthPath)) ? 0 : 3;
}
