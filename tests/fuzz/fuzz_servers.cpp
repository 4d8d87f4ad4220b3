// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines of Exim, Sendmail and OpenSMTPD, and saved states of their joiners, whoever made them. The first byte says
// which: 0 to 2 a line, 3 to 5 a state. What a parser names lies in its line; a state is refused, or it can be gone on
// with.

#include "model/servers/exim/eximparser.h"
#include "model/servers/opensmtpd/opensmtpdparser.h"
#include "model/servers/queuedas.h"
#include "model/servers/sendmail/sendmailparser.h"
#include "model/servers/servers.h"
#include "tests/fuzz/logs.h"

#include <QCryptographicHash>

#include <array>
#include <initializer_list>
#include <vector>

using namespace waxseal;
using namespace waxseal::fuzz;

namespace {

constexpr qsizetype checksumBytes = 8; // as joiners keep it: the begin of a SHA-256

void requireInside(std::string_view line, std::initializer_list<std::string_view> parts)
{
    for (const std::string_view part : parts) {
        const bool isInside = part.data() >= line.data() && part.data() + part.size() <= line.data() + line.size();
        require(part.empty() || isInside, "what a parser names lies in its line");
    }
}

void readExim(std::string_view line)
{
    const EximEvent e = parseExim(line);
    requireInside(line,
        {e.messageId, e.sender, e.recipient, e.hostName, e.helo, e.hostAddress, e.hostPort, e.protocol, e.tlsProtocol,
            e.cipher, e.authenticated, e.headerId, e.transport, e.response, e.reason, queuedAs(line)});
    EximStamp stamp;
    std::string_view text = line;
    const bool isStamped = takeEximStamp(text, stamp);
    require(isStamped || text.data() == line.data(), "a stamp that is not there takes nothing");
    requireInside(line, {text, stamp.date, stamp.time, stamp.zone});
}

void readSendmail(std::string_view line)
{
    const SendmailEvent e = parseSendmail(line);
    requireInside(line,
        {e.queueId, e.sender, e.recipients, e.hostName, e.hostAddress, e.tlsProtocol, e.cipher, e.protocol, e.user,
            e.mailer, e.messageId, e.status, e.localUser});
    std::string_view list = line;
    std::size_t left = list.size() + 1;
    for (std::string_view recipient; takeSendmailRecipient(list, recipient);) {
        requireInside(line, {recipient});
        require(list.size() < left, "a list comes to its end");
        left = list.size();
    }
}

void readOpensmtpd(std::string_view line)
{
    const OpensmtpdEvent e = parseOpensmtpd(line);
    requireInside(line,
        {e.session, e.messageId, e.sender, e.recipient, e.hostName, e.hostAddress, e.tlsProtocol, e.cipher, e.user,
            e.response});
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

/** What each server's joiner is told when it goes on from a state. */
const std::vector<std::string_view>& lines(std::size_t server)
{
    static const std::array<std::vector<std::string_view>, 3> all{{
        {"[2/2] P=esmtp S=3", "1xV6zO-0006tu-0f <= a@b.example H=[192.0.2.1] P=esmtp S=3",
            "1xV6zO-0006tu-0f => c@d.example R=r T=s H=d.example [192.0.2.2] C=\"250 ok\"",
            "1xV6zO-0006tu-0f Completed"},
        {"STARTTLS=server, relay=[192.0.2.1], version=TLSv1.3, verify=NO, cipher=C, bits=256/256",
            "6AMC00lo000001: from=<a@b.example>, size=3, class=0, nrcpts=1, msgid=<m>, proto=ESMTP, daemon=MTA, "
            "relay=[192.0.2.1]",
            "6AMC00lo000001: to=<c@d.example>, delay=00:00:00, xdelay=00:00:00, mailer=esmtp, pri=3, relay=d.example. "
            "[192.0.2.2], dsn=2.0.0, stat=Sent (ok)"},
        {"f274cf34b7d0786b smtp connected address=192.0.2.1 host=b.example",
            "f274cf34b7d0786b smtp cert-check result=\"verified\" fingerprint=\"x\"",
            "f274cf34b7d0786b smtp message msgid=78e5c402 size=3 nrcpt=1 proto=ESMTP",
            "f274cf34b7d0786b smtp envelope evpid=78e5c402920bcc4f from=<a@b.example> to=<c@d.example>",
            "5df87c9ffd0e785d mta delivery evpid=78e5c402920bcc4f from=<a@b.example> to=<c@d.example> rcpt=<-> "
            "source=\"-\" relay=\"192.0.2.2 (d.example)\" delay=0s result=\"Ok\" stat=\"250\"",
            "f274cf34b7d0786b smtp disconnected reason=quit"},
    }};
    return all.at(server);
}

QByteArray withChecksum(const QByteArray& state)
{
    return state + QCryptographicHash::hash(state, QCryptographicHash::Sha256).left(checksumBytes);
}

void goOn(std::size_t which, std::string_view state)
{
    constexpr std::array ids{"exim", "sendmail", "opensmtpd"};
    constexpr std::array programs{"exim", "sm-mta", "smtpd"};
    FactTable facts;
    Excluded excluded;
    const ImportOptions options = importOptions();
    const MessageSink sink;
    const JoinContext context{&facts, &excluded, &options, &sink};
    const Server* const server = serverOf(ids.at(which));
    require(server != nullptr, "the server is listed");
    const auto joiner = server->makeJoiner(context);
    if (!joiner->restore(withChecksum(bytesOf(state))))
        return;
    const auto file = static_cast<FileId>(facts.files.id("log"));
    qint64 time = 1'790'000'000'000'000;
    joiner->nextStream();
    for (const std::string_view line : lines(which))
        joiner->consume(record(time += 1'000'000, programs.at(which), line), file);
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
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view input = viewOf(data, size);
    const std::size_t kind = takeByte(input) % 6;
    if (kind >= 3) {
        goOn(kind - 3, input);
        return 0;
    }
    // A copy of exactly this length, so that reading past its end is noticed.
    const std::vector<char> copy(input.begin(), input.end());
    const std::string_view line(copy.data(), copy.size());
    if (kind == 0)
        readExim(line);
    else if (kind == 1)
        readSendmail(line);
    else
        readOpensmtpd(line);
    return 0;
}
