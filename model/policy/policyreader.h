// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/policy/policy.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace waxseal {

/** What a line of a server's configuration was taken for. */
enum class PolicyReading : std::uint8_t
{
    Nothing, ///< empty, or a comment
    Required, ///< says what is required, of whom; `requirement` and `scope`
    Other, ///< about something else than TLS
    NeedsFile, ///< names a table that must be read as well; `detail` is its name
    AuditOnly, ///< only warns (warn_if_reject): nothing is required
    Address, ///< about one address or host, not a domain
    Pattern, ///< a regular expression
    UnknownLevel, ///< a level that is none of ours, such as fingerprint
    NotADomain,
    Duplicate, ///< Postfix takes the row that comes first
    NotUnderstood
};

/** A line, or a parameter of several, and what was made of it. */
struct PolicyLine
{
    int number = 0; ///< in its text, from 1
    std::string text; ///< its first 200 bytes
    PolicyReading reading = PolicyReading::Nothing;
    Direction direction = Direction::Inbound; ///< Required
    std::string scope; ///< Required: "all", "example.com", ".example.com" (with subdomains), "<>"
    Requirement requirement; ///< Required
    std::string detail; ///< NeedsFile: the table's name
};

struct LogicalLine;

/**
 * Reads what a Postfix server requires already: the output of `postconf -n` (or main.cf), access maps with
 * reject_plaintext_session or a class of one's own (access(5)), and smtp_tls_policy maps (postconf(5)), in any order
 * but best with postconf first: it says how tables are read. Each text is told apart by what it looks like.
 *
 * Tables that postconf names and that were not read are left in `missing()`. Lines beyond a million, and what stands
 * behind 64 MiB, are not read.
 */
class PolicyReader
{
public:
    /** `name` is that of the file, or empty: it tells our own tables apart. */
    void read(std::string_view text, std::string_view name = {});

    const std::vector<PolicyLine>& lines() const { return m_lines; } ///< of all texts, one after the other
    /** Something was said about this direction; without it the policy of it is nobody's. */
    bool speaksOf(Direction direction) const { return m_speaksOf[static_cast<std::size_t>(direction)]; }
    /** What is required as far as the texts say. */
    Policy policy() const;
    /** Tables that postconf names and that were not read: "hash:/etc/postfix/tls_policy". */
    std::vector<std::string> missing() const;
    /** How many lines could not be taken into account (Address and all behind it). */
    std::size_t leftOut() const;

private:
    struct Action;
    struct Table
    {
        Direction direction = Direction::Inbound; ///< an access map; Outbound: smtp_tls_policy_maps
        bool isExact = false; ///< our own table of domains without subdomains
        bool matchesParents = false; ///< "example.com" stands for what is below it, too
        TlsVersion floor = TlsVersion::Unknown; ///< of outbound levels whose row names no version
    };
    void readSettings(std::string_view text);
    void readTable(std::string_view text, std::string_view name);
    Table beginTable(const std::vector<LogicalLine>& lines, std::string_view name);
    static std::optional<Requirement> levelOfRow(const Table& table, PolicyLine& line, std::string_view value);
    std::optional<Requirement> accessOfRow(PolicyLine& line, std::string_view value) const;
    void addRow(const Table& table, PolicyLine& line, const std::string& key, const Requirement& requirement);
    void set(int number, std::string_view line, const std::string& key, std::string_view value);
    void restrictions(PolicyLine& line, std::string_view value, int depth = 0);
    PolicyLine& add(int number, std::string_view text, PolicyReading reading);
    void require(PolicyLine& line, Direction direction, const std::string& scope, const Requirement& requirement);
    std::optional<Action> actionOf(std::string_view text, int depth) const;
    std::string expanded(std::string_view value, int depth = 0) const;

    struct Row
    {
        Requirement requirement;
        bool isDomain = false; ///< "example.com" stood there
        bool isBelow = false; ///< ".example.com" stood there
        Requirement below; ///< of what stands below it, where the two differ
    };
    std::vector<PolicyLine> m_lines;
    std::array<bool, 3> m_speaksOf{};
    std::array<Requirement, 3> m_default;
    std::optional<Refusal> m_refusal; ///< of inbound mail
    std::map<std::string, std::string> m_settings; ///< postconf's
    std::array<std::map<std::string, Row>, 3> m_rows; ///< by domain
    std::map<std::string, Requirement> m_exact; ///< of our own table of domains without subdomains
    std::set<std::string> m_needed; ///< tables that postconf names
    std::set<std::string> m_read; ///< the last part of the names of those that were read
};

/** TLS versions as Postfix names them (">=TLSv1.2", "!SSLv2, !SSLv3, !TLSv1, !TLSv1.1"): the lowest that is left;
 * Unknown where nothing above 1.1 is asked for. */
TlsVersion lowestVersion(std::string_view protocols);

} // namespace waxseal
