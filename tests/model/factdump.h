// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Fact tables as sorted text: two tables that mean the same read the same, whatever numbers their dictionaries gave.

#pragma once

#include "model/facts/facttable.h"

#include <QByteArray>
#include <QByteArrayList>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace waxseal::test {

inline std::string tlsText(const TlsFact& fact)
{
    if (fact.state == TlsState::Unknown)
        return "unknown";
    if (fact.state == TlsState::Plaintext)
        return "clear";
    std::string text = "tls";
    for (const std::string_view part : {name(fact.version), name(fact.trust), std::string_view(fact.cipher)})
        text.append(part.empty() ? "" : "/").append(part);
    return text;
}

inline std::string rowText(const FactTable& facts, std::size_t i)
{
    std::string text = std::to_string(facts.day(i));
    text.append(" ").append(name(facts.direction(i)));
    text.append(" '").append(facts.domains.text(facts.domain(i))).append("'");
    if (facts.nextHop(i) != 0)
        text.append(" via ").append(facts.domains.text(facts.nextHop(i)));
    text.append(" [").append(facts.host(facts.hostIdAt(i)).address.text()).append("] ");
    text.append(tlsText(facts.tls(facts.tlsIdAt(i))));
    if (facts.spam(i) != SpamVerdict::Unlabelled)
        text.append(" ").append(name(facts.spam(i)));
    if (facts.fellBack(i))
        text.append(" fell back");
    return text;
}

/** A line a key: what it counts. Rows of nothing are left out. */
inline QByteArray dump(const FactTable& facts)
{
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> sums;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        auto& [messages, recipients] = sums[rowText(facts, i)];
        messages += facts.messages(i);
        recipients += facts.recipients(i);
    }
    QByteArray out;
    for (const auto& [key, sum] : sums) {
        if (sum.first != 0 || sum.second != 0)
            out += QByteArray::fromStdString(key) + ": " + QByteArray::number(static_cast<qulonglong>(sum.first)) + '/'
                + QByteArray::number(static_cast<qulonglong>(sum.second)) + '\n';
    }
    return out;
}

/** A line a key: where it comes from. */
inline QByteArray places(const FactTable& facts)
{
    QByteArrayList lines;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        QByteArray line = QByteArray::fromStdString(rowText(facts, i));
        for (const int place : {0, 1}) {
            const Evidence evidence = facts.evidence(i, place);
            if (!evidence.isNull())
                line += " @" + QByteArray::fromStdString(std::string(facts.files.text(evidence.file()))) + ':'
                    + QByteArray::number(static_cast<qulonglong>(evidence.offset()));
        }
        lines.append(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

/** The lines of one dump that the other has not, "+" and "-" before them; empty when they are equal. */
inline QByteArray difference(const QByteArray& actual, const QByteArray& expected)
{
    const QByteArrayList has = actual.split('\n');
    const QByteArrayList should = expected.split('\n');
    QByteArray out;
    for (const QByteArray& line : has) {
        if (has.count(line) > should.count(line))
            out += '+' + line + '\n';
    }
    for (const QByteArray& line : should) {
        if (should.count(line) > has.count(line))
            out += '-' + line + '\n';
    }
    return out;
}

} // namespace waxseal::test
