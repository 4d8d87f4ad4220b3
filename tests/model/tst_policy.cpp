// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/domainname.h"
#include "model/policy/policy.h"
#include "modeltest.h"

#include <QRandomGenerator>

using namespace waxseal;
using namespace waxseal::test;

class PolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRequirements_data();
    void readsRequirements();
    void offersWhatItReads();
    void readsScopes_data();
    void readsScopes();
    void ordersScopes();
    void decides_data();
    void decides();
    void decidesAsTheLongestMatchDoes();
    void knowsWhenNothingIsRequired();
    void keepsDirectionsApart();
};

namespace {

Requirement requirement(const char* word, Direction direction = Direction::Inbound)
{
    const auto parsed = Requirement::parse(word, direction);
    if (!parsed)
        QTest::qFail(word, __FILE__, __LINE__);
    return parsed.value_or(Requirement{});
}

Scope scope(std::string_view text)
{
    const auto parsed = Scope::parse(text);
    if (!parsed)
        QTest::qFail("no scope", __FILE__, __LINE__);
    return parsed.value_or(Scope{});
}

} // namespace

/** The word, and what each direction makes of it: its text again, or nothing. */
void PolicyTest::readsRequirements_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("inbound");
    QTest::addColumn<bool>("outbound");
    const auto row = [](const QByteArray& word, bool inbound, bool outbound) {
        QTest::newRow(tag(word)) << word << inbound << outbound;
    };
    row("none", true, true);
    row("may", false, true);
    row("encrypt", true, true);
    row("encrypt>=1.2", true, true);
    row("encrypt>=1.3", true, true);
    row("trusted", true, false);
    row("trusted>=1.2", true, false);
    row("dane", false, true);
    row("dane-only", false, true);
    row("dane-only>=1.3", false, true);
    row("verify", false, true);
    row("secure", false, true);
    row("secure>=1.2", false, true);
    // A minimum version where clear mail is let through would only move mail into plaintext.
    row("none>=1.2", false, false);
    row("may>=1.2", false, false);
    row("", false, false);
    row("Encrypt", false, false);
    row("encrypt ", false, false);
    row(" encrypt", false, false);
    row("encrypt>=", false, false);
    row("encrypt>=1.1", false, false);
    row("encrypt>=1.0", false, false);
    row("encrypt>=1.4", false, false);
    row("encrypt>=1.2 ", false, false);
    row("encrypt>1.2", false, false);
    row("encrypt=1.2", false, false);
    row("encrypt>=1.2>=1.3", false, false);
    row(">=1.2", false, false);
    row("dane_only", false, false);
    row("fingerprint", false, false);
}

void PolicyTest::readsRequirements()
{
    QFETCH(QByteArray, word);
    for (const Direction direction : allDirections) {
        const auto parsed = Requirement::parse(view(word), direction);
        const char* column = direction == Direction::Outbound ? "outbound" : "inbound"; // a submission comes in, too
        QTEST(parsed.has_value(), column);
        if (parsed)
            QCOMPARE(QByteArray::fromStdString(parsed->text()), word);
    }
}

void PolicyTest::offersWhatItReads()
{
    const auto words = [](Direction direction) {
        QStringList list;
        for (const Requirement& one : requirements(direction)) {
            list += QString::fromStdString(one.text());
            QTest::qVerify(
                Requirement::parse(one.text(), direction) == one, "reads its own text", "", __FILE__, __LINE__);
        }
        return list.join(u' ');
    };
    QCOMPARE(words(Direction::Inbound), QStringLiteral("none encrypt encrypt>=1.2 encrypt>=1.3 trusted"));
    QCOMPARE(words(Direction::Submission), words(Direction::Inbound));
    QCOMPARE(words(Direction::Outbound),
        QStringLiteral("none may encrypt encrypt>=1.2 encrypt>=1.3 dane dane-only verify secure"));
}

void PolicyTest::readsScopes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("again"); // empty: refused
    const auto row = [](const QByteArray& text, const QByteArray& again) { QTest::newRow(tag(text)) << text << again; };
    row("example.com", "example.com");
    row(".example.com", ".example.com");
    row("Example.COM.", "example.com");
    row(".B\xc3\xbc"
        "cher.example",
        ".xn--bcher-kva.example");
    row("com", "com");
    row(".com", ".com");
    row("<>", "<>");
    row(".<>", "");
    row("", "");
    row(".", "");
    row("..example.com", "");
    row("*.example.com", "");
    row("foo_bar.example", "");
    row("192.0.2.1", "");
    row("a b", "");
    row("example.com REJECT", "");
    row("example.com\nevil.example", "");
    row("user@example.com", "");
}

void PolicyTest::readsScopes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, again);
    const auto parsed = Scope::parse(view(text));
    QCOMPARE(parsed.has_value(), !again.isEmpty());
    if (!parsed)
        return;
    QCOMPARE(QByteArray::fromStdString(parsed->text()), again);
    QCOMPARE(Scope::parse(parsed->text()), parsed);
    QCOMPARE(parsed->subdomains, again.startsWith('.'));
}

void PolicyTest::ordersScopes()
{
    QVERIFY(scope("a.example") != scope(".a.example"));
    QVERIFY(scope("a.example") < scope(".a.example"));
    QVERIFY(scope(".a.example") < scope("b.example"));
}

/** Rows of a policy, a domain, and the requirement that holds for it. The default is "encrypt". */
void PolicyTest::decides_data()
{
    QTest::addColumn<QByteArrayList>("rows");
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<QByteArray>("effective");
    const auto row = [](const char* name, const QByteArrayList& rows, const QByteArray& domain,
                         const QByteArray& effective) { QTest::newRow(name) << rows << domain << effective; };
    const QByteArrayList bank{"bank.example=none"};
    const QByteArrayList bankTree{".bank.example=none"};
    row("default", {}, "bank.example", "encrypt");
    row("exact", bank, "bank.example", "none");
    row("exact does not reach below", bank, "a.bank.example", "encrypt");
    row("exact does not reach above", bank, "example", "encrypt");
    row("subtree holds its top", bankTree, "bank.example", "none");
    row("subtree holds what is below", bankTree, "c.b.a.bank.example", "none");
    row("subtree is no suffix", bankTree, "mybank.example", "encrypt");
    row("subtree is no prefix", bankTree, "bank.example.org", "encrypt");
    row("hyphen", bankTree, "bank-x.example", "encrypt");
    row("exact before subtree", {".bank.example=none", "bank.example=trusted"}, "bank.example", "trusted");
    row("subtree below exact", {".bank.example=none", "bank.example=trusted"}, "a.bank.example", "none");
    row("longest subtree", {".example=none", ".bank.example=trusted"}, "a.bank.example", "trusted");
    row("shorter subtree", {".example=none", ".bank.example=trusted"}, "a.uni.example", "none");
    row("top level", {".example=none"}, "example", "none");
    row("null sender has its own row", {"<>=none"}, "<>", "none");
    row("null sender without a row", {".example=none"}, "<>", "encrypt");
    row("null sender row is for it alone", {"<>=none"}, "bank.example", "encrypt");
    row("no domain at all", {".example=none"}, "", "encrypt");
    row("a name that is none", {".example=none"}, "foo_bar.example", "none");
    row("leading dot", {".example=none"}, ".example", "none");
    row("trailing blanks", {".example=none"}, "a.example ", "encrypt");
}

void PolicyTest::decides()
{
    QFETCH(QByteArrayList, rows);
    QFETCH(QByteArray, domain);
    QFETCH(QByteArray, effective);
    DirectionPolicy policy;
    policy.byDefault = requirement("encrypt");
    for (const QByteArray& row : rows) {
        const qsizetype equals = row.lastIndexOf('=');
        policy.rows[scope(view(row.left(equals)))] = requirement(row.mid(equals + 1).constData());
    }
    QCOMPARE(QByteArray::fromStdString(policy.effective(view(domain)).text()), effective);
}

/** Against the definition, spelled out: the exact row, else the longest row with subdomains that the name is within. */
void PolicyTest::decidesAsTheLongestMatchDoes()
{
    QRandomGenerator random(2);
    const auto name = [&] {
        std::string text = "example";
        for (int depth = random.bounded(4); depth > 0; --depth)
            text = std::string(1, "abc"[random.bounded(3)]) + '.' + text;
        return random.bounded(20) == 0 ? std::string(nullSender) : text;
    };
    const auto offered = requirements(Direction::Inbound);
    for (int round = 0; round < 300; ++round) {
        DirectionPolicy policy;
        policy.byDefault = offered[static_cast<std::size_t>(random.bounded(int(offered.size())))];
        for (int i = random.bounded(12); i > 0; --i)
            policy.rows[{name(), random.bounded(2) == 0}]
                = offered[static_cast<std::size_t>(random.bounded(int(offered.size())))];
        for (int i = 0; i < 40; ++i) {
            const std::string domain = name();
            const Requirement* expected = &policy.byDefault;
            std::size_t longest = 0;
            for (const auto& [row, required] : policy.rows) {
                if (!row.subdomains && row.domain == domain) {
                    expected = &required;
                    break;
                }
                if (row.subdomains && isWithin(domain, row.domain) && row.domain.size() > longest) {
                    longest = row.domain.size();
                    expected = &required;
                }
            }
            QCOMPARE(policy.effective(domain), *expected);
        }
    }
}

void PolicyTest::knowsWhenNothingIsRequired()
{
    DirectionPolicy policy;
    QVERIFY(policy.isNone());
    policy.rows[scope("a.example")] = requirement("none");
    policy.rows[scope(".b.example")] = requirement("may", Direction::Outbound); // opportunistic requires nothing
    QVERIFY(policy.isNone());
    policy.byDefault = requirement("encrypt");
    QVERIFY(!policy.isNone());
    policy.byDefault = {};
    policy.rows[scope("c.example")] = requirement("dane", Direction::Outbound);
    QVERIFY(!policy.isNone());
    policy.refusal = Refusal::Now;
    policy.rows.clear();
    QVERIFY(policy.isNone());
}

void PolicyTest::keepsDirectionsApart()
{
    Policy policy;
    for (const Direction direction : allDirections)
        policy.of(direction).rows[scope("a.example")].level = static_cast<Level>(1 + static_cast<int>(direction));
    const Policy copy = policy;
    for (const Direction direction : allDirections) {
        QCOMPARE(copy.of(direction).effective("a.example").level, static_cast<Level>(1 + static_cast<int>(direction)));
        QCOMPARE(static_cast<const void*>(&policy.of(direction)),
            static_cast<const void*>(direction == Direction::Inbound ? &policy.inbound
                    : direction == Direction::Outbound               ? &policy.outbound
                                                                     : &policy.submission));
    }
    QVERIFY(copy == policy);
}

QTEST_GUILESS_MAIN(PolicyTest)
#include "tst_policy.moc"
