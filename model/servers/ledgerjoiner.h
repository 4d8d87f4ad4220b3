// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/ledger/ledger.h"
#include "model/servers/server.h"

namespace waxseal {

/**
 * A joiner that keeps all that is open in a ledger. A server derives from it, says what its tags mean (`traitsOf`), and
 * tells the ledger in read() what each record means. Content scanners are heard here, for every server.
 *
 * What a server has to remember between records beside the ledger it keeps in members, bounded, and writes in
 * saveMore() and restoreMore().
 */
class LedgerJoiner : public ServerJoiner
{
public:
    LedgerJoiner(std::string_view server, const JoinContext& context, TraitsOf traitsOf);

    bool consume(const LogRecord& record, FileId file) final;
    void nextStream() override { m_ledger.nextStream(); }
    void finish() override { m_ledger.finish(); }
    void addOpen(FactTable& facts, Excluded& excluded) const override { m_ledger.addOpen(facts, excluded); }
    std::uint64_t openCount() const override { return m_ledger.openCount(); }
    void addNotes(std::vector<ImportNote>& notes) const override;
    std::uint64_t messageCount() const override { return m_ledger.messageCount(); }
    QByteArray save() const final;
    bool restore(const QByteArray& saved) final;

protected:
    /** A record of a service of ours; the ledger's clock stands at it. False: it is no mail server's own line. */
    virtual bool read(ServiceId service, const LogRecord& record) = 0;
    virtual void saveMore(QDataStream& /*out*/) const { }
    /** Every number is checked: it comes from a file. False when it is damaged; what was taken up is then forgotten. */
    virtual bool restoreMore(QDataStream& /*in*/) { return true; }
    virtual void forget() { }

    Ledger& ledger() { return m_ledger; }
    const Ledger& ledger() const { return m_ledger; }

private:
    std::string_view m_server;
    Ledger m_ledger;
};

} // namespace waxseal
