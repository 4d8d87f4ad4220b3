// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/joiners.h"

#include "model/spam/spamscanner.h"

namespace waxseal {

Joiners::Joiners(const JoinContext& context, SavedJoiners saved)
    : m_context(context)
    , m_joiners(servers().size())
{
    for (auto& [id, state] : saved) {
        if (state.isEmpty())
            continue;
        const Server* server = serverOf(id);
        if (server == nullptr) {
            m_unknown.emplace(id, std::move(state));
            continue;
        }
        if (!joiner(static_cast<std::size_t>(server - servers().data())).restore(state))
            m_lost.push_back(server);
    }
}

ServerJoiner& Joiners::joiner(std::size_t server)
{
    std::unique_ptr<ServerJoiner>& place = m_joiners[server];
    if (place == nullptr)
        place = servers()[server].makeJoiner(m_context);
    return *place;
}

void Joiners::need(const Server& server)
{
    joiner(static_cast<std::size_t>(&server - servers().data()));
}

const Joiners::Hearers& Joiners::hearersOf(std::string_view program)
{
    // A handful of programs write nearly all lines.
    const std::size_t shape
        = program.empty() ? 0 : (program.size() * 5 + static_cast<unsigned char>(program.back())) % m_recent.size();
    Hearers& recent = m_recent[shape];
    if (recent.isKnown && recent.program == program)
        return recent;
    recent.program.assign(program);
    recent.isKnown = true;
    const bool isScanner = spamScanner(program) != nullptr; // every server's mail may pass it
    recent.servers.clear();
    const std::vector<Server>& all = servers();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool isWanted = m_context.options->format == "auto" || m_context.options->format == all[i].id;
        if (isWanted && (isScanner || all[i].hears(program)))
            recent.servers.push_back(i);
    }
    return recent;
}

const Server* Joiners::consume(const LogRecord& record, const Server* own, FileId file)
{
    const std::vector<Server>& all = servers();
    if (own != nullptr)
        return joiner(static_cast<std::size_t>(own - all.data())).consume(record, file) ? own : nullptr;
    const Server* taken = nullptr;
    for (const std::size_t i : hearersOf(record.program).servers) {
        // A joiner begins with a record that is surely its server's, not with what other programs say.
        if (m_joiners[i] == nullptr && !all[i].claims(record.program, record.text))
            continue;
        if (joiner(i).consume(record, file) && taken == nullptr)
            taken = &all[i];
    }
    return taken;
}

void Joiners::nextStream()
{
    for (const auto& each : m_joiners) {
        if (each != nullptr)
            each->nextStream();
    }
}

void Joiners::finish()
{
    for (const auto& each : m_joiners) {
        if (each != nullptr)
            each->finish();
    }
}

void Joiners::addOpen(FactTable& facts, Excluded& excluded) const
{
    for (const auto& each : m_joiners) {
        if (each != nullptr)
            each->addOpen(facts, excluded);
    }
}

std::uint64_t Joiners::openCount() const
{
    std::uint64_t count = 0;
    for (const auto& each : m_joiners)
        count += each != nullptr ? each->openCount() : 0;
    return count;
}

void Joiners::addNotes(std::vector<ImportNote>& notes) const
{
    for (const auto& each : m_joiners) {
        if (each != nullptr)
            each->addNotes(notes);
    }
}

std::uint64_t Joiners::messageCount() const
{
    std::uint64_t count = 0;
    for (const auto& each : m_joiners)
        count += each != nullptr ? each->messageCount() : 0;
    return count;
}

SavedJoiners Joiners::save() const
{
    SavedJoiners saved = m_unknown;
    for (std::size_t i = 0; i < m_joiners.size(); ++i) {
        if (m_joiners[i] != nullptr)
            saved.emplace(servers()[i].id, m_joiners[i]->save());
    }
    return saved;
}

} // namespace waxseal
