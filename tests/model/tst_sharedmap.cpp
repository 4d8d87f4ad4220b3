// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/sharedmap.h"

#include <QTest>

#include <map>
#include <random>
#include <string>

using namespace waxseal;

using Map = SharedMap<std::string, int>;
using Plain = std::map<std::string, int>;

namespace {

bool isSame(const Map& map, const Plain& plain)
{
    if (map.size() != plain.size())
        return false;
    auto at = map.begin();
    for (const auto& [key, value] : plain) {
        if (at == map.end() || at->first != key || at->second != value)
            return false;
        ++at;
    }
    return at == map.end();
}

std::string keyOf(std::size_t number)
{
    return "domain-" + std::to_string(number * 7919 % 100'003) + ".example";
}

} // namespace

/** A sorted map whose copies share what they have in common: it does what std::map does, and copies stay as they were.
 */
class TestSharedMap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void doesWhatAMapDoes()
    {
        std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same every time
        Map map;
        Plain plain;
        for (int step = 0; step < 20'000; ++step) {
            const std::string key = keyOf(random() % 3000);
            const int value = static_cast<int>(random() % 100);
            switch (random() % 5) {
            case 0:
                QCOMPARE(map.erase(key), plain.erase(key));
                break;
            case 1:
                QCOMPARE(map.emplace(key, value).second, plain.emplace(key, value).second);
                break;
            case 2:
                map.insert_or_assign(key, value);
                plain.insert_or_assign(key, value);
                break;
            case 3:
                map[key] += value;
                plain[key] += value;
                break;
            default: {
                QCOMPARE(map.contains(key), plain.contains(key));
                const auto a = map.lower_bound(key);
                const auto b = plain.lower_bound(key);
                QCOMPARE(a == map.end(), b == plain.end());
                QVERIFY(a == map.end() || (a->first == b->first && a->second == b->second));
                QVERIFY((map.find(key) == map.end()) == (plain.find(key) == plain.end()));
            }
            }
        }
        QVERIFY(isSame(map, plain));
        auto back = map.end();
        for (auto at = plain.rbegin(); at != plain.rend(); ++at) {
            --back;
            QVERIFY(back->first == at->first);
        }
        QVERIFY(back == map.begin());
        for (const auto& [key, value] : Plain(plain))
            QCOMPARE(map.erase(key), std::size_t{1});
        QVERIFY(map.empty() && map.begin() == map.end());
    }

    void copiesStayAsTheyWere()
    {
        Map map;
        Plain plain;
        for (std::size_t i = 0; i < 5000; ++i) {
            map[keyOf(i)] = static_cast<int>(i);
            plain[keyOf(i)] = static_cast<int>(i);
        }
        const Map before = map;
        QVERIFY(before == map);
        for (std::size_t i = 0; i < 5000; i += 3) {
            map.erase(keyOf(i));
            map.insert_or_assign(keyOf(i + 100'000), 1);
            map[keyOf(i + 1)] = -1;
        }
        QVERIFY(isSame(before, plain));
        QVERIFY(!(before == map));
        Map again = map;
        again["z"] = 1;
        QVERIFY(!map.contains("z"));
        Map other; // of the same entries, put together in another order
        for (std::size_t i = 5000; i-- > 0;)
            other.emplace(keyOf(i), static_cast<int>(i));
        QVERIFY(other == before);
    }

    void appendsInOrder()
    {
        Map map;
        Plain plain;
        for (int i = 10'000; i < 12'000; ++i) {
            map.append(std::to_string(i), i);
            plain.emplace(std::to_string(i), i);
        }
        QVERIFY(isSame(map, plain));
        map["1"] = 1;
        map["10000x"] = 2;
        map["9"] = 3;
        plain["1"] = 1;
        plain["10000x"] = 2;
        plain["9"] = 3;
        QVERIFY(isSame(map, plain));
    }
};

QTEST_APPLESS_MAIN(TestSharedMap)
#include "tst_sharedmap.moc"
