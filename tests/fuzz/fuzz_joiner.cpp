// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A saved joiner's state with a right checksum, whoever made it: it is refused, or it can be gone on with and saved.

#include "model/servers/servers.h"
#include "tests/fuzz/logs.h"

#include <QCryptographicHash>

using namespace waxseal;
using namespace waxseal::fuzz;

namespace {

constexpr qsizetype checksumBytes = 8; // as the Postfix joiner keeps it: the begin of a SHA-256

QByteArray withChecksum(const QByteArray& state)
{
    return state + QCryptographicHash::hash(state, QCryptographicHash::Sha256).left(checksumBytes);
}

LogRecord record(qint64 time, std::string_view program, std::string_view text)
{
    LogRecord out;
    out.time = time;
    out.pid = 900;
    out.host = "mail";
    out.program = program;
    out.text = text;
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    FactTable facts;
    Excluded excluded;
    const ImportOptions options = importOptions();
    const MessageSink sink;
    const JoinContext context{&facts, &excluded, &options, &sink};
    const Server* const server = serverOf("postfix");
    const QByteArray fresh = server->makeJoiner(context)->save();
    require(withChecksum(fresh.chopped(checksumBytes)) == fresh, "the checksum is made as the joiner makes it");
    const auto joiner = server->makeJoiner(context);
    if (!joiner->restore(withChecksum(bytesOf(viewOf(data, size)))))
        return 0;
    const auto file = static_cast<FileId>(facts.files.id("log"));
    constexpr qint64 begin = 1'790'000'000'000'000;
    joiner->nextStream();
    joiner->consume(record(begin, "postfix/smtpd", "connect from mx.example[192.0.2.1]"), file);
    joiner->consume(record(begin + 1'000'000, "postfix/smtpd", "4Q1: client=mx.example[192.0.2.1]"), file);
    joiner->consume(
        record(begin + 2'000'000, "postfix/qmgr", "4Q1: from=<a@a.example>, size=5, nrcpt=1 (queue active)"), file);
    joiner->consume(
        record(begin + 3'000'000, "postfix/smtpd", "disconnect from mx.example[192.0.2.1] mail=1 quit=1"), file);
    joiner->consume(record(begin + 700'000'000'000, "postfix/qmgr", "4Q1: removed"), file);
    joiner->finish();
    FactTable open = facts;
    Excluded openExcluded = excluded;
    joiner->addOpen(open, openExcluded);
    std::vector<ImportNote> notes;
    joiner->addNotes(notes);
    FactTable others;
    Excluded otherExcluded;
    const JoinContext next{&others, &otherExcluded, &options, &sink};
    require(server->makeJoiner(next)->restore(joiner->save()), "what a joiner saves it takes up again");
    return 0;
}
