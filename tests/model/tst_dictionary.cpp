// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/flatindex.h"
#include "model/facts/dictionary.h"
#include "modeltest.h"

#include <QRandomGenerator>

#include <map>
#include <unordered_map>
#include <unordered_set>

using namespace waxseal;
using namespace waxseal::test;

class DictionaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheEmptyText();
    void givesEveryTextOneNumber();
    void keepsTextsInPlace();
    void renames();
    void passesNamesOn();
    void hashesSpread();
    void hashIndexFindsAmongCollisions();
    void flatIndexAgreesWithTheStandardMap_data();
    void flatIndexAgreesWithTheStandardMap();
    void flatIndexForgetsAll();
};

void DictionaryTest::knowsTheEmptyText()
{
    Dictionary dictionary;
    QCOMPARE(dictionary.size(), std::size_t{1});
    QCOMPARE(dictionary.find(""), 0U);
    QCOMPARE(dictionary.id(""), 0U);
    QCOMPARE(dictionary.text(0), std::string_view());
    QCOMPARE(dictionary.find("a"), HashIndex::empty);
}

void DictionaryTest::givesEveryTextOneNumber()
{
    Dictionary dictionary;
    std::map<std::string, std::uint32_t> expected{{"", 0}};
    QRandomGenerator random(1);
    for (int i = 0; i < 50'000; ++i) {
        std::string text = "d" + std::to_string(random.bounded(20'000));
        if (random.bounded(10) == 0)
            text.append(1, '\0').append("x"); // a text is its bytes
        const auto [known, isNew] = expected.emplace(text, static_cast<std::uint32_t>(expected.size()));
        QCOMPARE(dictionary.find(text), isNew ? HashIndex::empty : known->second);
        QCOMPARE(dictionary.id(text), known->second);
    }
    QCOMPARE(dictionary.size(), expected.size());
    for (const auto& [text, id] : expected) {
        QCOMPARE(dictionary.text(id), std::string_view(text));
        QCOMPARE(dictionary.find(text), id);
    }
}

/** Simulations keep views of a table's names: they must not move as more are added. */
void DictionaryTest::keepsTextsInPlace()
{
    Dictionary dictionary;
    const std::string_view shortText = dictionary.text(dictionary.id("a.example"));
    const std::string_view longText = dictionary.text(dictionary.id(std::string(100, 'x')));
    const char* before = shortText.data();
    for (int i = 0; i < 100'000; ++i)
        dictionary.id(std::to_string(i));
    QCOMPARE(static_cast<const void*>(dictionary.text(1).data()), static_cast<const void*>(before));
    QCOMPARE(shortText, std::string_view("a.example"));
    QCOMPARE(longText, std::string_view(std::string(100, 'x')));
}

void DictionaryTest::renames()
{
    Dictionary dictionary;
    for (int i = 1; i < 1000; ++i)
        dictionary.id("file" + std::to_string(i));
    dictionary.rename(7, "other");
    QCOMPARE(dictionary.text(7), std::string_view("other"));
    QCOMPARE(dictionary.find("other"), 7U);
    QCOMPARE(dictionary.find("file7"), HashIndex::empty);
    for (int i = 1000; i < 5000; ++i) // it grows, and hashes all again
        dictionary.id("file" + std::to_string(i));
    QCOMPARE(dictionary.find("other"), 7U);
    QCOMPARE(dictionary.find("file7"), HashIndex::empty);
    QCOMPARE(dictionary.id("file7"), 5000U); // the old name is free
    QCOMPARE(dictionary.text(7), std::string_view("other"));
    for (std::uint32_t i = 1; i < 5000; ++i) {
        if (i != 7)
            QCOMPARE(dictionary.find("file" + std::to_string(i)), i);
    }
}

/** What a month of log rotation does to one dictionary. */
void DictionaryTest::passesNamesOn()
{
    Dictionary dictionary;
    const std::uint32_t first = dictionary.id("mail.log");
    for (int day = 1; day < 2000; ++day) {
        dictionary.rename(first, "mail.log." + std::to_string(day));
        QCOMPARE(dictionary.find("mail.log." + std::to_string(day)), first);
        QCOMPARE(dictionary.find("mail.log." + std::to_string(day - 1)), HashIndex::empty);
    }
    QVERIFY(dictionary.memory() < 100'000); // a slot for every name it ever had, and no more
}

void DictionaryTest::hashesSpread()
{
    std::unordered_set<std::uint64_t> low;
    std::unordered_set<std::uint64_t> high;
    constexpr int count = 4096;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t hash = hashBytes("host" + std::to_string(i) + ".example");
        low.insert(hash & 0xffff);
        high.insert(hash >> 48);
    }
    // 4096 of 65 536 at random hit about 3970 places; a poor hash hits far fewer.
    QVERIFY2(low.size() > 3800, qPrintable(QString::number(low.size())));
    QVERIFY2(high.size() > 3800, qPrintable(QString::number(high.size())));
    QVERIFY(hashBytes("a") != hashBytes(std::string_view("a\0", 2))); // length counts
    QVERIFY(hashBytes("abcdefgh") != hashBytes("abcdefgi"));
    QCOMPARE(hashBytes("abcdefghij"), hashBytes(std::string("abcdefghij")));
}

void DictionaryTest::hashIndexFindsAmongCollisions()
{
    // All rows share eight hashes: every look is a walk.
    HashIndex index;
    constexpr std::uint32_t rows = 600;
    const auto hashOf = [](std::uint32_t row) { return std::uint64_t{row % 8}; };
    for (std::uint32_t row = 0; row < rows; ++row) {
        QCOMPARE(index.find(hashOf(row), [&](std::uint32_t r) { return r == row; }), HashIndex::empty);
        index.insert(hashOf(row), row, hashOf);
    }
    for (std::uint32_t row = 0; row < rows; ++row)
        QCOMPARE(index.find(hashOf(row), [&](std::uint32_t r) { return r == row; }), row);
    QVERIFY(index.memory() >= rows * sizeof(std::uint32_t));
    index.clear();
    QCOMPARE(index.find(3, [](std::uint32_t) { return true; }), HashIndex::empty);
}

void DictionaryTest::flatIndexAgreesWithTheStandardMap_data()
{
    QTest::addColumn<quint64>("mask");
    QTest::addColumn<int>("keys");
    QTest::newRow("spread") << ~quint64{0} << 3000;
    QTest::newRow("few buckets") << quint64{0xff0000000000003f} << 3000; // runs that wrap around the end
    QTest::newRow("one bucket") << quint64{0xffff000000000000} << 300;
    QTest::newRow("last bucket") << quint64{0xffff000000000000} << 200;
    QTest::newRow("tiny") << quint64{0x7} << 8;
}

void DictionaryTest::flatIndexAgreesWithTheStandardMap()
{
    QFETCH(quint64, mask);
    QFETCH(int, keys);
    const bool last = qstrcmp(QTest::currentDataTag(), "last bucket") == 0;
    QRandomGenerator random(11);
    std::vector<std::uint64_t> hashes;
    for (int i = 0; i < keys; ++i)
        hashes.push_back((hashWord(static_cast<std::uint64_t>(i) + 1) & mask) | (last ? 0xffffU : 0U));
    FlatIndex index;
    std::unordered_map<std::uint64_t, std::uint32_t> expected; // by what the index takes for the hash: 0 is 1
    const auto known = [](std::uint64_t hash) { return hash == 0 ? std::uint64_t{1} : hash; };
    for (std::uint32_t step = 0; step < 60'000; ++step) {
        const std::uint64_t hash = hashes[static_cast<std::size_t>(random.bounded(keys))];
        // Fill, then empty, then both: the table must hold in growth and in ebb.
        const int phase = static_cast<int>(step / 20'000);
        const bool set = random.bounded(100) < (phase == 0 ? 80 : phase == 1 ? 20 : 50);
        if (set) {
            index.set(hash, step);
            expected[known(hash)] = step;
        } else {
            index.remove(hash);
            expected.erase(known(hash));
        }
        const std::uint64_t asked = hashes[static_cast<std::size_t>(random.bounded(keys))];
        const auto found = expected.find(known(asked));
        QCOMPARE(index.find(asked), found == expected.end() ? FlatIndex::none : found->second);
        QCOMPARE(index.size(), expected.size());
    }
    for (const std::uint64_t hash : hashes) {
        const auto found = expected.find(known(hash));
        QCOMPARE(index.find(hash), found == expected.end() ? FlatIndex::none : found->second);
    }
}

void DictionaryTest::flatIndexForgetsAll()
{
    FlatIndex index;
    QCOMPARE(index.find(5), FlatIndex::none);
    index.remove(5);
    for (std::uint32_t i = 0; i < 1000; ++i)
        index.set(hashWord(i), i);
    index.clear();
    QCOMPARE(index.size(), std::size_t{0});
    QCOMPARE(index.find(hashWord(5)), FlatIndex::none);
    index.set(0, 3); // zero is a hash like others
    QCOMPARE(index.find(0), 3U);
    index.remove(0);
    QCOMPARE(index.find(0), FlatIndex::none);
    QCOMPARE(index.size(), std::size_t{0});
}

QTEST_GUILESS_MAIN(DictionaryTest)
#include "tst_dictionary.moc"
