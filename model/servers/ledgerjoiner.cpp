// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/servers/ledgerjoiner.h"

#include "model/ledger/ledgerstate.h"
#include "model/spam/spamscanner.h"

#include <QIODevice>

namespace waxseal {

namespace {

constexpr int scannerKind = -1; // a joiner's own kinds are not negative

TraitsOf withScanners(TraitsOf traitsOf)
{
    return [own = std::move(traitsOf)](std::string_view tag) {
        auto traits = own(tag);
        if (!traits && spamScanner(tag) != nullptr)
            traits.emplace(ServiceTraits{scannerKind, Silence::SaysNothing, false});
        return traits;
    };
}

} // namespace

LedgerJoiner::LedgerJoiner(std::string_view server, const JoinContext& context, TraitsOf traitsOf)
    : m_server(server)
    , m_ledger(context, withScanners(std::move(traitsOf)))
{
}

bool LedgerJoiner::consume(const LogRecord& record, FileId file)
{
    const ServiceId service = m_ledger.service(record.host, record.program);
    if (service == noService)
        return false;
    m_ledger.at(record, file);
    if (m_ledger.kind(service) != scannerKind)
        return read(service, record);
    if (const SpamScanner* scanner = spamScanner(record.program)) {
        if (const auto report = scanner->parse(record.text))
            m_ledger.scanned(service, *report);
    }
    return true;
}

void LedgerJoiner::addNotes(std::vector<ImportNote>& notes) const
{
    const std::size_t before = notes.size();
    m_ledger.addNotes(notes);
    for (std::size_t i = before; i < notes.size(); ++i)
        notes[i].server.assign(m_server);
}

QByteArray LedgerJoiner::save() const
{
    QByteArray saved;
    QDataStream out(&saved, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    m_ledger.save(out);
    saveMore(out);
    return saved + ledgerstate::checksum(saved);
}

bool LedgerJoiner::restore(const QByteArray& saved)
{
    const QByteArray state = saved.chopped(std::min<qsizetype>(saved.size(), ledgerstate::checksumBytes));
    QDataStream in(state);
    in.setVersion(QDataStream::Qt_6_0);
    if (saved == state + ledgerstate::checksum(state) && m_ledger.restore(in) && restoreMore(in)
        && in.status() == QDataStream::Ok)
        return true;
    m_ledger.clear();
    forget();
    return false;
}

} // namespace waxseal
