// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakeserver.h"

#include "model/core/bytes.h"
#include "model/records/timestamp.h"
#include "model/servers/ledgerjoiner.h"

#include <array>

namespace waxseal::test {

namespace {

/** A line's words: who, what, and up to four more. */
using Words = std::array<std::string_view, 6>;

Words wordsOf(std::string_view text)
{
    Words words;
    for (std::string_view& word : words) {
        if (!takeUntil(text, " ", word)) {
            word = text;
            break;
        }
    }
    return words;
}

bool isSession(const Words& words)
{
    return words[0].starts_with('S');
}

bool hears(std::string_view program)
{
    return program == "faked";
}

bool claims(std::string_view program, std::string_view text)
{
    const char first = text.empty() ? '\0' : text.front();
    return hears(program) && (first == 'S' || first == 'M');
}

class FakeEnvelope final : public LineEnvelope
{
public:
    std::string_view name() const override { return "fake-log"; }
    Taken take(std::string_view line, TimeStampReader& /*times*/, qint64 /*outerTime*/, LogRecord& record) override
    {
        if (line.starts_with("FAKE LOG "))
            return Taken::Nothing;
        if (line.ends_with('\\'))
            return Taken::More;
        if (!TimeStampReader::takeUnix(line, record.time) || !takeUntil(line, " ", record.host))
            return Taken::Unknown;
        record.program = "faked";
        record.text = line;
        return Taken::Record;
    }
};

std::unique_ptr<LineEnvelope> makeEnvelope(std::string_view head)
{
    return head.starts_with("FAKE LOG ") ? std::make_unique<FakeEnvelope>() : nullptr;
}

class FakeJoiner final : public LedgerJoiner
{
public:
    explicit FakeJoiner(const JoinContext& context)
        : LedgerJoiner("fake", context, [](std::string_view tag) {
            return hears(tag) ? std::optional(ServiceTraits{0, Silence::IsPlaintext, false}) : std::nullopt;
        })
    {
    }

protected:
    bool read(ServiceId service, const LogRecord& record) override
    {
        const Words words = wordsOf(record.text);
        return isSession(words) ? readSession(service, words) : readMessage(service, words);
    }

private:
    bool readSession(ServiceId service, const Words& words)
    {
        const SessionId session = ledger().sessionId(words[0]);
        if (words[1] == "open")
            ledger().connected(service, session, {words[3], words[2]});
        else if (words[1] == "tls")
            ledger().handshake(service, session, {}, ledger().tls(words[2], words[3], Trust::Unknown));
        else if (words[1] == "user")
            ledger().authenticated(service, session, words[2]);
        else if (words[1] == "close")
            ledger().disconnected(service, session, {});
        else if (words[1] == "mail") {
            MessageBegin begin;
            begin.id = words[2];
            ledger().begun(service, session, begin);
            ledger().accepted(service, {words[2], words[3], 0, 1});
        }
        return true;
    }

    bool readMessage(ServiceId service, const Words& words)
    {
        if (words[1] == "done")
            ledger().closed(service, words[0]);
        if (words[1] != "sent")
            return true;
        DeliveryReport delivery;
        delivery.id = words[0];
        delivery.recipient = words[2];
        delivery.relay = {words[4], words[3]};
        delivery.tls = words[5] == "clear" ? ledger().plaintext() : ledger().tls(words[5], {}, Trust::Unknown);
        delivery.isSent = true;
        ledger().delivered(service, delivery);
        return true;
    }
};

std::unique_ptr<ServerJoiner> makeJoiner(const JoinContext& context)
{
    return std::make_unique<FakeJoiner>(context);
}

LineRole roleOf(const LogRecord& record)
{
    using Part = LineRole::Part;
    const Words words = wordsOf(record.text);
    LineRole role;
    if (isSession(words)) {
        role.session = words[0];
        role.ofSession = words[1] == "open" ? Part::Begins : words[1] == "close" ? Part::Ends : Part::Inside;
        if (words[1] == "mail") {
            role.message = words[2];
            role.ofMessage = Part::Begins;
        }
    } else {
        role.message = words[0];
        role.ofMessage = words[1] == "done" ? Part::Ends : Part::Inside;
    }
    return role;
}

} // namespace

Server fakeServer()
{
    Server server;
    server.id = "fake";
    server.name = "Fake";
    server.hears = hears;
    server.claims = claims;
    server.makeEnvelope = makeEnvelope;
    server.makeJoiner = makeJoiner;
    server.roleOf = roleOf;
    server.inboundSetting = "fake_log = everything";
    server.outboundSetting = "fake_out = everything";
    return server;
}

} // namespace waxseal::test
