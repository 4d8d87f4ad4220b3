// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// TLS reports, mails, mboxes and Google's table: bounded and printable, read again each counts once, and what is kept
// comes back equal.

#include "model/core/printable.h"
#include "model/witness/reportmail.h"
#include "model/witness/tlsreport.h"
#include "model/witness/witnessreader.h"
#include "model/witness/witnesssums.h"
#include "tests/fuzz/fuzz.h"

using namespace waxseal;
using namespace waxseal::fuzz;

namespace {

void requirePrintable(const std::string& text)
{
    require(text.size() < 1000, "texts are bounded");
    for (const char32_t c : QString::fromStdString(text).toStdU32String())
        require(isPrintable(c), "texts are printable");
}

void check(const TlsReport& report)
{
    requirePrintable(report.organization);
    requirePrintable(report.id);
    require(report.end >= report.begin, "a period has a length");
    for (const WitnessedPolicy& policy : report.policies) {
        requirePrintable(policy.domain);
        for (const FailureDetail& failure : policy.failures) {
            requirePrintable(failure.resultType);
            requirePrintable(failure.mxHost);
        }
    }
    const QByteArray json = toJson(report);
    const auto again = readTlsReport({json.constData(), static_cast<std::size_t>(json.size())});
    require(again && *again == report, "what is kept comes back");
}

std::vector<std::string> mails(std::string_view input, std::size_t portion)
{
    std::vector<std::string> out;
    MboxSplitter splitter([&](std::string_view mail) { out.emplace_back(mail); });
    while (!input.empty()) {
        splitter.add(input.substr(0, portion));
        input.remove_prefix(std::min(portion, input.size()));
    }
    splitter.finish();
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view input = viewOf(data, size);
    const std::size_t portion = std::size_t{takeByte(input)} + 1;
    require(mails(input, input.size() + 1) == mails(input, portion), "portions do not change the mails");
    looksLikeWitness(input);
    Witnesses witnesses;
    WitnessReading first;
    readWitness(input, {}, witnesses, first);
    for (const TlsReport& report : witnesses.reports())
        check(report);
    for (const SaferEmail& row : witnesses.saferEmail())
        require(row.encrypted <= 1'000'000, "a share is a share");
    WitnessReading second;
    readWitness(input, {}, witnesses, second);
    require(second.reports == 0, "a report counts once");
    witnessDays(witnesses);
    witnessCauses(witnesses);
    witnessVotes(witnesses);
    witnessOfSender(witnesses, "example.com");
    saferEmailOf(witnesses, "news.bank.example", Direction::Inbound);
    return 0;
}
