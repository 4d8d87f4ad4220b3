// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/mtasts/records.h"

#include "model/core/bytes.h"
#include "model/core/domainname.h"
#include "model/core/printable.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace waxseal {

namespace {

constexpr std::size_t maximumPatterns = 100;
constexpr std::size_t maximumReports = 20;
constexpr std::size_t longestReport = 512;
constexpr std::int64_t longestAge = 31557600; ///< RFC 8461, 3.2: about a year

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/** "name=value" fields divided by semicolons; nothing when one of them is no such field. */
using Fields = std::vector<std::pair<std::string_view, std::string_view>>;

/** A piece of a stranger's text, as it may stand in a sentence. */
std::string quotedText(std::string_view text)
{
    return "“" + printable(text, 60) + "”";
}

std::optional<Fields> fieldsOf(std::string_view text, std::string& problem)
{
    Fields fields;
    int number = 0;
    while (!text.empty()) {
        ++number;
        std::string_view field;
        if (!takeUntil(text, ";", field))
            field = std::exchange(text, {});
        field = trimmed(field);
        if (field.empty()) {
            if (!text.empty()) {
                problem = "field " + std::to_string(number) + " is empty";
                return {};
            }
            break; // behind the last semicolon
        }
        std::string_view name;
        if (!takeUntil(field, "=", name)) {
            problem = "field " + std::to_string(number) + " has no “=”: " + quotedText(field);
            return {};
        }
        name = trimmed(name);
        const bool isName = !name.empty() && name.size() <= 32 && std::all_of(name.begin(), name.end(), [](char c) {
            return isAlphanumeric(c) || c == '_' || c == '-' || c == '.';
        });
        if (!isName) {
            problem = "field " + std::to_string(number) + " has a name that is none: " + quotedText(name);
            return {};
        }
        fields.emplace_back(name, trimmed(field));
    }
    return fields;
}

/** The records that begin with a version tag, as both RFCs sort them: anything else at the name is none of ours. */
std::vector<std::string_view> ofVersion(const std::vector<std::string>& texts, std::string_view tag)
{
    std::vector<std::string_view> ours;
    for (const std::string& text : texts) {
        std::string_view rest = text;
        if (!takePrefix(rest, tag))
            continue;
        rest = trimmed(rest);
        if (rest.starts_with(';'))
            ours.emplace_back(text);
    }
    return ours;
}

/**
 * A record that means to be one of ours and is not, so that senders pass it over: blanks or quotes before the tag,
 * another case, something else than a semicolon behind it. What is wrong with the first such; empty: there is none.
 */
std::string nearMiss(const std::vector<std::string>& texts, std::string_view tag)
{
    for (const std::string& text : texts) {
        const std::size_t begin = text.find_first_not_of(" \t\"'");
        if (begin == std::string::npos || text.size() - begin < tag.size())
            continue;
        const std::string_view found = std::string_view(text).substr(begin, tag.size());
        const bool isSame = std::equal(found.begin(), found.end(), tag.begin(), tag.end(),
            [](char a, char b) { return asciiLower(a) == asciiLower(b); });
        const std::string_view rest = std::string_view(text).substr(begin + tag.size());
        if (!isSame || (!rest.empty() && isAlphanumeric(rest.front()))) // another version
            continue;
        if (begin > 0)
            return "it begins with " + quotedText(text.substr(0, begin)) + " instead of " + quotedText(tag);
        if (found != tag)
            return "it begins with " + quotedText(found) + " instead of " + quotedText(tag);
        if (rest.empty())
            return "nothing follows " + quotedText(tag);
        return quotedText(tag) + " is followed by " + quotedText(rest.substr(0, 2)) + " instead of “;”";
    }
    return {};
}

/** Which of the records counts: there must be just one. Its text, or nothing with the reason in `facts`. */
template <typename Facts>
std::optional<std::string_view> theRecord(const std::vector<std::string>& texts, std::string_view tag, Facts& facts)
{
    const std::vector<std::string_view> ours = ofVersion(texts, tag);
    if (ours.size() == 1)
        return ours.front();
    if (ours.empty()) {
        facts.detail = nearMiss(texts, tag);
        facts.record = facts.detail.empty() ? Facts::Record::Absent : Facts::Record::Invalid;
    } else {
        facts.detail = std::to_string(ours.size()) + " records begin with " + quotedText(tag) + ", so none counts";
        facts.record = Facts::Record::Several;
    }
    return {};
}

/** What is wrong with an address that reports are to go to (RFC 8460, 3); empty: nothing. */
std::string reportAddressProblem(std::string_view address)
{
    if (address.empty())
        return "rua has an empty address";
    if (!address.starts_with("mailto:") && !address.starts_with("https:"))
        return "rua is neither a mailto: nor an https: address: " + quotedText(address);
    if (address.size() > longestReport)
        return "an address in rua is longer than " + std::to_string(longestReport) + " bytes: " + quotedText(address);
    if (!std::all_of(address.begin(), address.end(), [](char c) { return c > ' ' && c < '\x7f'; }))
        return "an address in rua has characters that no address has: " + quotedText(address);
    return {};
}

std::string_view valueOf(const Fields& fields, std::string_view name)
{
    const auto at
        = std::find_if(fields.begin(), fields.end(), [name](const auto& field) { return field.first == name; });
    return at == fields.end() ? std::string_view() : at->second;
}

bool isPattern(std::string_view pattern)
{
    takePrefix(pattern, "*.");
    const auto host = DomainName::parse(pattern);
    return host && host->ascii().find('.') != std::string::npos;
}

/** A policy in the making: each field once, but mx. */
struct PolicyReader
{
    MtaStsFacts& facts;
    bool hasVersion = false;
    bool hasMode = false;
    bool hasAge = false;
    std::string problem{};
    int number = 0; ///< of the line

    void fail(const std::string& text)
    {
        if (problem.empty())
            problem = text;
    }
    void failHere(const std::string& text) { fail("line " + std::to_string(number) + ": " + text); }

    void line(std::string_view text)
    {
        ++number;
        text = trimmed(text);
        if (text.empty())
            return;
        std::string_view name;
        if (text.find(':') == std::string_view::npos || !takeUntil(text, ":", name)) {
            failHere("no colon in " + quotedText(text));
            return;
        }
        field(trimmed(name), trimmed(text));
    }

    void field(std::string_view name, std::string_view value)
    {
        // RFC 8461, 3.2: of a field given twice the first counts; unknown fields are ignored.
        if (name == "version" && !std::exchange(hasVersion, true)) {
            if (value != "STSv1")
                failHere("version is " + quotedText(value) + ", not “STSv1”");
        } else if (name == "mode" && !std::exchange(hasMode, true)) {
            mode(value);
        } else if (name == "max_age" && !std::exchange(hasAge, true)) {
            std::string_view digits = value;
            const std::optional<std::uint64_t> seconds = value.size() <= 10 ? takeNumber(digits) : std::nullopt;
            if (!seconds || !digits.empty())
                failHere("max_age is no number: " + quotedText(value));
            else
                facts.maxAge = std::min(static_cast<std::int64_t>(*seconds), longestAge);
        } else if (name == "mx") {
            if (!isPattern(value))
                failHere("mx is no host name or pattern: " + quotedText(value));
            else if (facts.mx.size() < maximumPatterns)
                facts.mx.emplace_back(value);
        }
    }

    void mode(std::string_view value)
    {
        if (value == "enforce")
            facts.mode = MtaStsFacts::Mode::Enforce;
        else if (value == "testing")
            facts.mode = MtaStsFacts::Mode::Testing;
        else if (value != "none")
            failHere("mode is " + quotedText(value) + ", not enforce, testing or none");
    }
};

} // namespace

MtaStsFacts readMtaStsRecords(const std::vector<std::string>& texts)
{
    MtaStsFacts facts;
    const std::optional<std::string_view> record = theRecord(texts, "v=STSv1", facts);
    if (!record)
        return facts;
    facts.record = MtaStsFacts::Record::Invalid;
    const std::optional<Fields> fields = fieldsOf(*record, facts.detail);
    if (!fields)
        return facts;
    const std::string_view id = valueOf(*fields, "id");
    if (id.empty() || id.size() > 32 || !std::all_of(id.begin(), id.end(), isAlphanumeric)) {
        facts.detail = id.empty() ? "it has no id" : "its id is not 1 to 32 letters and digits: " + quotedText(id);
        return facts;
    }
    facts.record = MtaStsFacts::Record::Found;
    facts.id = id;
    return facts;
}

void readMtaStsPolicy(std::string_view body, MtaStsFacts& facts)
{
    PolicyReader reader{facts};
    while (!body.empty()) {
        std::string_view line;
        if (!takeUntil(body, "\n", line))
            line = std::exchange(body, {});
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        reader.line(line);
    }
    if (!reader.hasVersion)
        reader.fail("no version");
    if (!reader.hasMode)
        reader.fail("no mode");
    if (!reader.hasAge)
        reader.fail("no max_age");
    if (facts.mx.empty() && facts.mode != MtaStsFacts::Mode::None)
        reader.fail("no mx");
    facts.fetch = reader.problem.empty() ? MtaStsFacts::Fetch::Fetched : MtaStsFacts::Fetch::BadPolicy;
    facts.detail = reader.problem;
}

TlsRptFacts readTlsRptRecords(const std::vector<std::string>& texts)
{
    TlsRptFacts facts;
    const std::optional<std::string_view> record = theRecord(texts, "v=TLSRPTv1", facts);
    if (!record)
        return facts;
    facts.record = TlsRptFacts::Record::Invalid;
    const std::optional<Fields> fields = fieldsOf(*record, facts.detail);
    if (!fields)
        return facts;
    std::string_view rest = valueOf(*fields, "rua");
    if (rest.empty())
        facts.detail = "it has no rua";
    std::vector<std::string> addresses;
    while (!rest.empty() && facts.detail.empty()) {
        std::string_view address;
        if (!takeUntil(rest, ",", address))
            address = std::exchange(rest, {});
        address = trimmed(address);
        facts.detail = reportAddressProblem(address);
        if (facts.detail.empty() && addresses.size() >= maximumReports)
            facts.detail = "rua has more than " + std::to_string(maximumReports) + " addresses";
        addresses.emplace_back(address);
    }
    if (!facts.detail.empty())
        return facts;
    facts.record = TlsRptFacts::Record::Found;
    facts.addresses = std::move(addresses);
    return facts;
}

} // namespace waxseal
