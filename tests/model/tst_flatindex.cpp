// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The joiner's table of open sessions and messages: as any map would have it, whatever is removed in between.

#include "model/core/flatindex.h"

#include <QRandomGenerator>
#include <QTest>

#include <unordered_map>

using namespace waxseal;

class FlatIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithAMap_data();
    void agreesWithAMap();
    void emptiesAndFillsAgain();
};

void FlatIndexTest::agreesWithAMap_data()
{
    QTest::addColumn<quint64>("mask"); // of the hashes: a narrow one makes long runs of neighbours
    QTest::addColumn<quint64>("offset");
    QTest::newRow("few places") << quint64{0xf} << quint64{0};
    QTest::newRow("one run over the end of the table") << quint64{0x1f} << quint64{0x3f0};
    QTest::newRow("all alike in the low bits") << quint64{0xff0000} << quint64{0};
    QTest::newRow("spread") << ~quint64{0} << quint64{0};
}

void FlatIndexTest::agreesWithAMap()
{
    QFETCH(quint64, mask);
    QFETCH(quint64, offset);
    QRandomGenerator random(static_cast<quint32>(mask));
    std::unordered_map<quint64, quint32> map;
    std::vector<quint64> keys;
    FlatIndex index;
    for (quint32 step = 0; step < 40'000; ++step) {
        // Hash 0 is a place's mark of being free, and the index takes it for 1.
        quint64 hash = (random.generate64() & mask) + offset;
        if (!keys.empty() && random.bounded(3) == 0)
            hash = keys[random.bounded(static_cast<quint32>(keys.size()))];
        const quint64 known = hash == 0 ? 1 : hash;
        if (random.bounded(2) == 0) {
            index.set(hash, step);
            map[known] = step;
            keys.push_back(hash);
        } else {
            index.remove(hash);
            map.erase(known);
        }
        QCOMPARE(index.size(), map.size());
        for (const quint64 each :
            {hash, keys.empty() ? hash : keys[random.bounded(static_cast<quint32>(keys.size()))]}) {
            const auto found = map.find(each == 0 ? 1 : each);
            QCOMPARE(index.find(each), found == map.end() ? FlatIndex::none : found->second);
        }
    }
    for (const quint64 each : keys) {
        const auto found = map.find(each == 0 ? 1 : each);
        QCOMPARE(index.find(each), found == map.end() ? FlatIndex::none : found->second);
    }
}

void FlatIndexTest::emptiesAndFillsAgain()
{
    FlatIndex index;
    QCOMPARE(index.find(7), FlatIndex::none);
    index.remove(7);
    for (int round = 0; round < 3; ++round) {
        for (quint64 i = 1; i <= 1'000; ++i)
            index.set(i * 0x9e3779b97f4a7c15U, static_cast<quint32>(i));
        QCOMPARE(index.size(), std::size_t{1'000});
        if (round == 1) {
            index.clear();
        } else {
            for (quint64 i = 1; i <= 1'000; ++i)
                index.remove(i * 0x9e3779b97f4a7c15U);
        }
        QCOMPARE(index.size(), std::size_t{0});
        for (quint64 i = 1; i <= 1'000; ++i)
            QCOMPARE(index.find(i * 0x9e3779b97f4a7c15U), FlatIndex::none);
    }
}

QTEST_GUILESS_MAIN(FlatIndexTest)
#include "tst_flatindex.moc"
