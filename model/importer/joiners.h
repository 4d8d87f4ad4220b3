// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/importer/importer.h"
#include "model/servers/servers.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace waxseal {

/**
 * The joiners of one import: one a server whose records come. A record of syslog or the journal goes to the servers
 * that hear its program, a record of a server's own file to that server.
 */
class Joiners
{
public:
    /** Takes up saved states at once. */
    Joiners(const JoinContext& context, SavedJoiners saved);

    /** The servers whose saved states were damaged, or of another version: what they left open is lost. */
    const std::vector<const Server*>& lost() const { return m_lost; }
    /** Makes sure that this server's joiner is there from now on. */
    void need(const Server& server);
    /** `own`: the server whose own file the record is of, or null. Returns the server that the record was of. */
    const Server* consume(const LogRecord& record, const Server* own, FileId file);

    void nextStream();
    void finish();
    void addOpen(FactTable& facts, Excluded& excluded) const;
    std::uint64_t openCount() const;
    void addNotes(std::vector<ImportNote>& notes) const;
    std::uint64_t messageCount() const;
    /** With the states of servers that this program does not know, as they were. */
    SavedJoiners save() const;

private:
    /** Which servers hear a program. */
    struct Hearers
    {
        std::string program;
        bool isKnown = false;
        std::vector<std::size_t> servers; ///< places in servers()
    };

    const Hearers& hearersOf(std::string_view program);
    ServerJoiner& joiner(std::size_t server);

    JoinContext m_context;
    std::vector<std::unique_ptr<ServerJoiner>> m_joiners; // by the place in servers(); null: none of its records yet
    std::vector<const Server*> m_lost;
    SavedJoiners m_unknown;
    std::array<Hearers, 64> m_recent;
};

} // namespace waxseal
