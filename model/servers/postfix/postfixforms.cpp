// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/postfix/postfixforms.h"

#include "model/core/bytes.h"
#include "model/servers/postfix/postfixparser.h"

#include <algorithm>
#include <array>

namespace waxseal {

namespace {

bool readsLikePostfix(std::string_view text)
{
    constexpr std::array programs{PostfixProgram::Smtpd, PostfixProgram::Qmgr, PostfixProgram::Cleanup};
    return std::any_of(programs.begin(), programs.end(),
        [&](PostfixProgram program) { return parsePostfix(program, text).kind != PostfixEvent::Kind::None; });
}

/** "[  123.456789] ", with " <    0.000123 >" inside where it is -o short-delta: time since the machine was started. */
bool takeMonotonic(std::string_view& line, bool& isDelta)
{
    std::string_view inside;
    if (!takePrefix(line, "[") || !takeUntil(line, "] ", inside))
        return false;
    isDelta = inside.find('<') != std::string_view::npos;
    return inside.find_first_not_of(" .0123456789<>") == std::string_view::npos
        && inside.find('.') != std::string_view::npos;
}

class PostfixHeadCheck final : public HeadCheck
{
public:
    void see(const LogRecord& record, bool isDocument) override
    {
        const PostfixProgram program = postfixProgram(record.program);
        if (program == PostfixProgram::Smtpd || program == PostfixProgram::Smtp) {
            ++(record.pid != 0 ? m_processes : m_nameless);
            m_documents += isDocument ? 1 : 0;
        }
        m_bareNames = m_bareNames || (record.program == "postfix" && readsLikePostfix(record.text));
        m_unitNames = m_unitNames
            || (record.program.ends_with(".service")
                && (record.program.starts_with("postfix") || readsLikePostfix(record.text)));
    }

    std::string_view seeLine(std::string_view line) override
    {
        m_bareLines += readsLikePostfix(line) ? 1 : 0;
        bool isDelta = false;
        const bool isMonotonic = takeMonotonic(line, isDelta);
        std::string_view host;
        if (isMonotonic && !takeUntil(line, " ", host))
            return {};
        // A tag of Postfix's at the very beginning, or behind nothing but the host.
        std::string_view tag;
        constexpr std::size_t longestTag = 80;
        if (!takeUntil(line, "[", tag) || tag.size() > longestTag || postfixProgram(tag) == PostfixProgram::None)
            return {};
        if (!isMonotonic)
            return "without-time";
        return isDelta ? "short-delta" : "short-monotonic";
    }

    std::string_view unusable(bool isClaimed) const override
    {
        if (!isClaimed && m_unitNames)
            return "with-unit"; // journalctl -o with-unit
        if (!isClaimed && m_bareNames)
            return "without-service";
        if (m_nameless > 0 && m_processes == 0)
            return "without-pid";
        if (m_documents > 0 && m_documents == m_processes)
            return "elastic";
        return m_bareLines >= 3 ? "cat" : ""; // journalctl -o cat: bare messages
    }

private:
    std::uint32_t m_processes = 0; // records of services that have sessions: with a process id, and without
    std::uint32_t m_nameless = 0;
    std::uint32_t m_documents = 0;
    std::uint32_t m_bareLines = 0;
    bool m_unitNames = false;
    bool m_bareNames = false;
};

} // namespace

std::unique_ptr<HeadCheck> makePostfixHeadCheck()
{
    return std::make_unique<PostfixHeadCheck>();
}

} // namespace waxseal
