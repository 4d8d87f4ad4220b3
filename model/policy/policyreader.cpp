// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/policy/policyreader.h"

#include "model/core/bytes.h"
#include "model/core/domainname.h"

#include <algorithm>
#include <cctype>

namespace waxseal {

/** A line with those that go on behind it (they begin with a blank), and the number of its first. */
struct LogicalLine
{
    int number = 0;
    std::string text;
};

namespace {

constexpr std::size_t longestInput = std::size_t{64} << 20U;
constexpr int mostLines = 1'000'000;
constexpr std::size_t shownText = 200;
constexpr std::string_view blanks = " \t\r\n";
constexpr int deepest = 10; // of $names within $names, and of classes within classes

bool isBlank(char c)
{
    return blanks.find(c) != blanks.npos;
}

/** The words of a list that are apart by blanks or commas; what stands in braces is one word. */
std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> out;
    std::size_t at = 0;
    while (at < text.size()) {
        if (isBlank(text[at]) || text[at] == ',') {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        int depth = 0;
        for (; at < text.size(); ++at) {
            if (text[at] == '{')
                ++depth;
            else if (text[at] == '}')
                --depth;
            else if (depth <= 0 && (isBlank(text[at]) || text[at] == ','))
                break;
        }
        out.push_back(text.substr(begin, at - begin));
    }
    return out;
}

std::vector<LogicalLine> logicalLines(std::string_view text)
{
    std::vector<LogicalLine> out;
    constexpr std::size_t none = ~std::size_t{0};
    std::size_t open = none; // the line that may go on: comments and empty lines between do not end it
    int number = 0;
    std::size_t at = 0;
    while (at < text.size() && number < mostLines) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const std::string_view content = trimmed(line, blanks);
        const bool isNote = content.empty() || content.front() == '#';
        ++number;
        at = end + 1;
        if (!isNote && open != none && (line.front() == ' ' || line.front() == '\t')) {
            (out[open].text += ' ') += content;
            continue;
        }
        open = isNote ? open : out.size();
        out.push_back({number, std::string(content)});
    }
    return out;
}

/** Where a line of main.cf has its equals sign: behind a parameter's name. */
std::size_t equalsOf(std::string_view line)
{
    std::size_t at = 0;
    while (at < line.size() && (std::isalnum(static_cast<unsigned char>(line[at])) != 0 || line[at] == '_'))
        ++at;
    if (at == 0)
        return std::string_view::npos;
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t'))
        ++at;
    return at < line.size() && line[at] == '=' ? at : std::string_view::npos;
}

bool looksLikeSettings(const std::vector<LogicalLine>& lines)
{
    std::size_t settings = 0;
    std::size_t others = 0;
    for (const LogicalLine& line : lines) {
        const std::string_view text = trimmed(line.text, blanks);
        if (text.empty() || text.front() == '#')
            continue;
        (equalsOf(text) != std::string_view::npos ? settings : others) += 1;
    }
    return settings > others;
}

std::optional<Level> levelOf(std::string_view word)
{
    static const std::map<std::string_view, Level> levels{{"none", Level::None}, {"may", Level::May},
        {"encrypt", Level::Encrypt}, {"dane", Level::Dane}, {"dane-only", Level::DaneOnly}, {"verify", Level::Verify},
        {"secure", Level::Secure}};
    const auto found = levels.find(word);
    return found == levels.end() ? std::nullopt : std::optional(found->second);
}

bool isLevelWord(std::string_view word)
{
    return levelOf(word) || word == "fingerprint";
}

std::string lastPart(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

bool isYes(std::string_view value)
{
    return lowered(value) == "yes";
}

/** The domain of a table's key, lower case and as an A-label; nothing for what is none. */
std::optional<std::string> domainOf(std::string_view key)
{
    const auto scope = Scope::parse(key);
    return scope && !scope->subdomains ? std::optional(scope->domain) : std::nullopt;
}

} // namespace

/** What an access map's right-hand side, a class or a list of restrictions does to mail in clear. */
struct PolicyReader::Action
{
    Requirement requirement;
    bool isAudit = false; ///< only warns
    bool isTls = false; ///< about TLS at all
};

TlsVersion lowestVersion(std::string_view protocols)
{
    static const std::vector<std::pair<std::string, TlsVersion>> versions{{"tlsv1", TlsVersion::Tls10},
        {"tlsv1.1", TlsVersion::Tls11}, {"tlsv1.2", TlsVersion::Tls12}, {"tlsv1.3", TlsVersion::Tls13}};
    std::set<TlsVersion> excluded;
    std::set<TlsVersion> included;
    TlsVersion floor = TlsVersion::Tls10;
    std::string list = lowered(protocols);
    std::replace(list.begin(), list.end(), ':', ',');
    for (std::string_view word : words(list)) {
        const bool isFloor = word.starts_with(">=");
        const bool isExcluded = word.starts_with('!');
        word.remove_prefix(isFloor ? 2 : isExcluded ? 1 : 0);
        const auto found = std::find_if(
            versions.begin(), versions.end(), [&](const auto& version) { return version.first == word; });
        if (found == versions.end())
            continue;
        if (isFloor)
            floor = found->second;
        else
            (isExcluded ? excluded : included).insert(found->second);
    }
    for (const auto& [name, version] : versions) {
        if (version < floor || excluded.contains(version) || (!included.empty() && !included.contains(version)))
            continue;
        return version >= TlsVersion::Tls12 ? version : TlsVersion::Unknown;
    }
    return TlsVersion::Unknown;
}

PolicyLine& PolicyReader::add(int number, std::string_view text, PolicyReading reading)
{
    PolicyLine line;
    line.number = number;
    line.text = std::string(trimmed(text, blanks).substr(0, shownText));
    line.reading = reading;
    m_lines.push_back(std::move(line));
    return m_lines.back();
}

void PolicyReader::require(
    PolicyLine& line, Direction direction, const std::string& scope, const Requirement& requirement)
{
    line.reading = PolicyReading::Required;
    line.direction = direction;
    line.scope = scope;
    line.requirement = requirement;
    m_speaksOf[static_cast<std::size_t>(direction)] = true;
}

void PolicyReader::read(std::string_view text, std::string_view name)
{
    text = text.substr(0, longestInput);
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (looksLikeSettings(logicalLines(text)))
        readSettings(text);
    else
        readTable(text, name);
}

/** $name and ${name} by the settings that are known; what is not known stays as it is. */
std::string PolicyReader::expanded(std::string_view value, int depth) const
{
    std::string out;
    for (std::size_t at = 0; at < value.size() && out.size() < longestInput; ++at) {
        if (value[at] != '$' || depth > deepest) {
            out += value[at];
            continue;
        }
        std::size_t begin = at + 1;
        const bool isBraced = begin < value.size() && (value[begin] == '{' || value[begin] == '(');
        begin += isBraced ? 1 : 0;
        std::size_t end = begin;
        while (end < value.size() && (std::isalnum(static_cast<unsigned char>(value[end])) != 0 || value[end] == '_'))
            ++end;
        const auto known = m_settings.find(std::string(value.substr(begin, end - begin)));
        if (known == m_settings.end()) {
            out += value[at];
            continue;
        }
        out += expanded(known->second, depth + 1);
        at = end - (isBraced ? 0 : 1);
    }
    return out;
}

void PolicyReader::readSettings(std::string_view text)
{
    const std::vector<LogicalLine> lines = logicalLines(text);
    // The values first: a parameter may stand before those that it names.
    for (const LogicalLine& line : lines) {
        const std::string_view content = trimmed(line.text, blanks);
        const std::size_t equals = equalsOf(content);
        if (content.empty() || content.front() == '#' || equals == std::string_view::npos)
            continue;
        std::string value(trimmed(content.substr(equals + 1), blanks));
        m_settings[std::string(trimmed(content.substr(0, equals), blanks))] = value; // the last one holds
    }
    for (const LogicalLine& line : lines) {
        const std::string_view content = trimmed(line.text, blanks);
        const std::size_t equals = equalsOf(content);
        if (content.empty() || content.front() == '#')
            add(line.number, content, PolicyReading::Nothing);
        else if (equals == std::string_view::npos)
            add(line.number, content, PolicyReading::NotUnderstood);
        else
            set(line.number, content, std::string(trimmed(content.substr(0, equals), blanks)),
                expanded(m_settings[std::string(trimmed(content.substr(0, equals), blanks))]));
    }
}

void PolicyReader::set(int number, std::string_view text, const std::string& key, std::string_view value)
{
    const auto setting = [&](const char* name) {
        const auto found = m_settings.find(name);
        return found == m_settings.end() ? std::string() : expanded(found->second);
    };
    PolicyLine& line = add(number, text, PolicyReading::Other);
    const bool isInbound = key.starts_with("smtpd_");
    if (key == "smtpd_tls_security_level" || key == "smtp_tls_security_level") {
        const Direction direction = isInbound ? Direction::Inbound : Direction::Outbound;
        const auto level = levelOf(lowered(value));
        if (value.empty())
            return;
        if (!level || (isInbound && *level > Level::Encrypt)) {
            line.reading = PolicyReading::UnknownLevel;
            return;
        }
        Requirement requirement{isInbound && *level == Level::May ? Level::None : *level, TlsVersion::Unknown};
        if (*level >= Level::Encrypt)
            requirement.minimum
                = lowestVersion(setting(isInbound ? "smtpd_tls_mandatory_protocols" : "smtp_tls_mandatory_protocols"));
        m_default[static_cast<std::size_t>(direction)] = requirement;
        if (isInbound && *level == Level::Encrypt)
            m_refusal = Refusal::Now; // 530 5.7.0 at MAIL
        require(line, direction, "all", requirement);
    } else if ((key == "smtpd_enforce_tls" || key == "smtp_enforce_tls") && isYes(value)) {
        // Before Postfix 2.3; the level goes first where both are set.
        if (!setting(isInbound ? "smtpd_tls_security_level" : "smtp_tls_security_level").empty())
            return;
        const bool checksName = !isInbound && lowered(setting("smtp_tls_enforce_peername")) != "no";
        const Requirement requirement{checksName ? Level::Verify : Level::Encrypt, TlsVersion::Unknown};
        m_default[static_cast<std::size_t>(isInbound ? Direction::Inbound : Direction::Outbound)] = requirement;
        require(line, isInbound ? Direction::Inbound : Direction::Outbound, "all", requirement);
    } else if (key == "smtp_tls_policy_maps") {
        for (const std::string_view map : words(value)) {
            m_needed.insert(std::string(map));
            line.reading = PolicyReading::NeedsFile;
            line.detail += (line.detail.empty() ? "" : ", ") + std::string(map);
        }
    } else if (key == "smtp_tls_per_site") {
        line.reading = value.empty() ? PolicyReading::Other : PolicyReading::NotUnderstood;
    } else if (isInbound && key.ends_with("_restrictions")) {
        restrictions(line, value);
    }
}

/** A list such as smtpd_sender_restrictions: what it demands of all, and which tables it asks. */
void PolicyReader::restrictions(PolicyLine& line, std::string_view value, int depth)
{
    const std::vector<std::string_view> list = words(value);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string word = lowered(list[i]);
        const bool isTable
            = word == "check_sender_access" && i + 1 < list.size() && !lowered(list[i + 1]).starts_with("static:");
        if (isTable) {
            std::string map(list[++i]);
            if (map.starts_with("pipemap:")) // our own: a pattern that cuts the domain out, then the table
                map = map.substr(std::min(map.size(), map.rfind(',') + 1));
            while (map.ends_with('}'))
                map.pop_back();
            m_needed.insert(map);
            line.reading = PolicyReading::NeedsFile;
            line.detail += (line.detail.empty() ? "" : ", ") + map;
            continue;
        }
        // A class names further restrictions; one of ours names our own tables.
        const auto body = m_settings.find(std::string(list[i]));
        const std::size_t asks
            = body == m_settings.end() ? std::string::npos : body->second.find("check_sender_access");
        if (asks != std::string::npos && depth < deepest
            && !lowered(trimmed(std::string_view(body->second).substr(asks + 19), blanks)).starts_with("static:")) {
            restrictions(line, expanded(body->second), depth + 1);
            continue;
        }
        const bool isWarning = i > 0 && lowered(list[i - 1]) == "warn_if_reject";
        const auto action = actionOf(list[i], 0);
        if (!action || !action->isTls)
            continue;
        if (isWarning || action->isAudit) {
            line.reading = PolicyReading::AuditOnly;
            continue;
        }
        m_default[static_cast<std::size_t>(Direction::Inbound)] = action->requirement;
        require(line, Direction::Inbound, "all", action->requirement);
    }
}

/** What an action does, through classes that postconf defines, or that bear the names that our exports give them. */
std::optional<PolicyReader::Action> PolicyReader::actionOf(std::string_view text, int depth) const
{
    if (depth > deepest)
        return {};
    Action out;
    bool isWarning = false;
    bool asksCertificate = false;
    for (const std::string_view each : words(text)) {
        const std::string word = lowered(each);
        const auto stronger = [&](const Requirement& requirement) {
            out.isTls = true;
            out.isAudit = out.isAudit || isWarning;
            out.requirement.level = std::max(out.requirement.level, requirement.level);
            out.requirement.minimum = std::max(out.requirement.minimum, requirement.minimum);
        };
        if (word == "warn_if_reject") {
            isWarning = true;
            continue;
        }
        if (word == "reject_plaintext_session") {
            stronger({Level::Encrypt, TlsVersion::Unknown});
        } else if (word == "permit_tls_all_clientcerts" || word == "permit_tls_clientcerts") {
            asksCertificate = true;
        } else if (asksCertificate && (word == "reject" || word.find("static:") != std::string::npos)) {
            stronger({Level::TrustedCertificate, TlsVersion::Unknown});
        } else if (const std::size_t context = word.find("policy_context="); context != std::string::npos) {
            const std::string_view asked = std::string_view(word).substr(context + 15);
            stronger({Level::Encrypt,
                asked.starts_with("1.3")       ? TlsVersion::Tls13
                    : asked.starts_with("1.2") ? TlsVersion::Tls12
                                               : TlsVersion::Unknown});
        } else if (const auto body = m_settings.find(std::string(each)); body != m_settings.end()) {
            if (const auto inner = actionOf(expanded(body->second), depth + 1); inner && inner->isTls) {
                stronger(inner->requirement);
                out.isAudit = out.isAudit || inner->isAudit;
            }
        } else if (word.starts_with("waxseal_encrypt") || word.starts_with("waxseal_trusted")) {
            stronger({word.starts_with("waxseal_trusted") ? Level::TrustedCertificate : Level::Encrypt,
                word.ends_with("_1_3")       ? TlsVersion::Tls13
                    : word.ends_with("_1_2") ? TlsVersion::Tls12
                                             : TlsVersion::Unknown});
        }
        isWarning = false;
    }
    return out;
}

/** What kind of table it is: what the words of its rows, its name and postconf say. */
PolicyReader::Table PolicyReader::beginTable(const std::vector<LogicalLine>& lines, std::string_view name)
{
    Table table;
    std::string file = lastPart(name);
    table.isExact = file == "waxseal_sender_exact";
    for (const LogicalLine& line : lines) {
        const std::string_view content = trimmed(line.text, blanks);
        if (content.starts_with('#')) { // the head of our own files names them
            const bool isName = content.find("This file:") != content.npos;
            table.isExact = table.isExact || (isName && content.ends_with("/waxseal_sender_exact"));
            if (file.empty() && isName)
                file = lastPart(content);
            continue;
        }
        const auto cells = words(content);
        if (cells.size() > 1 && isLevelWord(lowered(cells[1])))
            table.direction = Direction::Outbound;
    }
    if (!file.empty())
        m_read.insert(file.ends_with(".db") ? file.substr(0, file.size() - 3) : file);
    const auto parents = m_settings.find("parent_domain_matches_subdomains");
    table.matchesParents = table.direction == Direction::Inbound
        && (parents == m_settings.end() || parents->second.find("smtpd_access_maps") != std::string::npos);
    const auto mandatory = m_settings.find("smtp_tls_mandatory_protocols");
    if (mandatory != m_settings.end())
        table.floor = lowestVersion(expanded(mandatory->second));
    return table;
}

/** The right-hand side of a row of smtp_tls_policy_maps; nothing, and the line says why, where it requires nothing. */
std::optional<Requirement> PolicyReader::levelOfRow(const Table& table, PolicyLine& line, std::string_view value)
{
    const auto cells = words(value);
    const std::string first = cells.empty() ? std::string() : lowered(cells.front());
    const auto level = levelOf(first);
    if (!level) {
        line.reading = isLevelWord(first) ? PolicyReading::UnknownLevel : PolicyReading::NotUnderstood;
        return {};
    }
    Requirement requirement{*level, TlsVersion::Unknown};
    if (*level < Level::Encrypt)
        return requirement;
    requirement.minimum = table.floor;
    for (const std::string_view cell : cells) {
        if (lowered(cell).starts_with("protocols="))
            requirement.minimum = lowestVersion(cell.substr(10));
    }
    return requirement;
}

/** The same of an access map. */
std::optional<Requirement> PolicyReader::accessOfRow(PolicyLine& line, std::string_view value) const
{
    const auto action = actionOf(value, 0);
    const auto cells = words(value);
    const std::string first = cells.empty() ? std::string() : lowered(cells.front());
    const bool isPermit = first == "permit" || first == "ok" || first == "dunno"
        || (!first.empty() && std::all_of(first.begin(), first.end(), [](char c) { return c >= '0' && c <= '9'; }));
    if (!action || (!action->isTls && !isPermit)) {
        line.reading = PolicyReading::Other;
        return {};
    }
    if (action->isAudit) {
        line.reading = PolicyReading::AuditOnly;
        return {};
    }
    return action->requirement;
}

/** A row whose right-hand side is understood, by its left-hand side. */
void PolicyReader::addRow(const Table& table, PolicyLine& line, const std::string& key, const Requirement& requirement)
{
    auto& rows = m_rows[static_cast<std::size_t>(table.direction)];
    if (key == nullSender && table.direction == Direction::Inbound) {
        rows[key].isDomain = true;
        rows[key].requirement = requirement;
        require(line, table.direction, key, requirement);
        return;
    }
    if (key.find('@') != std::string::npos) {
        line.reading = PolicyReading::Address;
        return;
    }
    const bool isBelow = key.starts_with('.');
    const auto domain = domainOf(isBelow ? std::string_view(key).substr(1) : std::string_view(key));
    if (!domain) {
        line.reading = PolicyReading::NotADomain;
        return;
    }
    if (table.isExact) {
        if (m_exact.emplace(*domain, requirement).second)
            require(line, table.direction, *domain, requirement);
        else
            line.reading = PolicyReading::Duplicate;
        return;
    }
    Row& row = rows[*domain];
    bool& there = isBelow ? row.isBelow : row.isDomain;
    if (there) {
        line.reading = PolicyReading::Duplicate;
        return;
    }
    there = true;
    (isBelow ? row.below : row.requirement) = requirement;
    const bool coversBelow = !isBelow && table.matchesParents;
    if (coversBelow && !row.isBelow)
        row.below = requirement;
    require(line, table.direction, (isBelow || coversBelow ? "." : "") + *domain, requirement);
}

void PolicyReader::readTable(std::string_view text, std::string_view name)
{
    const std::vector<LogicalLine> lines = logicalLines(text);
    const Table table = beginTable(lines, name);
    for (const LogicalLine& each : lines) {
        const std::string_view content = trimmed(each.text, blanks);
        if (content.empty() || content.front() == '#') {
            add(each.number, content, PolicyReading::Nothing);
            continue;
        }
        PolicyLine& line = add(each.number, content, PolicyReading::NotUnderstood);
        if (content.front() == '/' || content.starts_with("!/") || content.starts_with("if ") || content == "endif") {
            line.reading = PolicyReading::Pattern;
            continue;
        }
        const std::size_t space = content.find_first_of(" \t");
        if (space == std::string_view::npos)
            continue;
        const std::string_view value = trimmed(content.substr(space), blanks);
        const auto requirement
            = table.direction == Direction::Outbound ? levelOfRow(table, line, value) : accessOfRow(line, value);
        if (requirement)
            addRow(table, line, lowered(content.substr(0, space)), *requirement);
    }
    // Without a line of its own an access map's domain stands for what is below it too (access(5)).
    if (table.matchesParents && !table.isExact) {
        for (auto& [domain, row] : m_rows[static_cast<std::size_t>(Direction::Inbound)])
            row.isBelow = row.isBelow || (row.isDomain && domain != nullSender);
    }
}

Policy PolicyReader::policy() const
{
    Policy out;
    for (const Direction direction : {Direction::Inbound, Direction::Outbound}) {
        const auto at = static_cast<std::size_t>(direction);
        DirectionPolicy& policy = out.of(direction);
        policy.byDefault = m_default[at];
        for (const auto& [domain, row] : m_rows[at]) {
            if (row.isBelow)
                policy.rows[{domain, true}] = row.below;
            // ".example.com" alone leaves the domain itself to the default.
            if (row.isDomain && (!row.isBelow || row.requirement != row.below))
                policy.rows[{domain, false}] = row.requirement;
            else if (row.isBelow && !row.isDomain)
                policy.rows[{domain, false}] = policy.byDefault;
        }
    }
    for (const auto& [domain, requirement] : m_exact)
        out.inbound.rows[{domain, false}] = requirement;
    const auto code = m_settings.find("plaintext_reject_code");
    if (m_refusal)
        out.inbound.refusal = *m_refusal;
    else if (code != m_settings.end())
        out.inbound.refusal = code->second.starts_with('5') ? Refusal::Now : Refusal::Later;
    return out;
}

std::vector<std::string> PolicyReader::missing() const
{
    std::vector<std::string> out;
    for (const std::string& map : m_needed) {
        if (!m_read.contains(lastPart(map)))
            out.push_back(map);
    }
    return out;
}

std::size_t PolicyReader::leftOut() const
{
    return static_cast<std::size_t>(std::count_if(m_lines.begin(), m_lines.end(), [](const PolicyLine& line) {
        return line.reading >= PolicyReading::Address && line.reading != PolicyReading::Duplicate;
    }));
}

} // namespace waxseal
