// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/boundedmap.h"

#include <QTest>

using namespace waxseal;

/** What joiners remember by name, and forget when there is too much of it. */
class BoundedMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstIsForgotten();
    void whatCameBackIsYoung();
    void namesThatComeAndGoTakeNoRoom();
};

namespace {

QByteArray content(const BoundedMap<int>& map)
{
    QByteArray out;
    map.each([&out](const std::string& name, int value) {
        out += QByteArray::fromStdString(name) + '=' + QByteArray::number(value) + ' ';
    });
    return out;
}

} // namespace

void BoundedMapTest::theFirstIsForgotten()
{
    BoundedMap<int> map(3);
    for (const char* name : {"a", "b", "c"})
        map.at(name) = 1;
    ++map.at("a"); // to be used again makes nothing younger
    QCOMPARE(content(map), QByteArray("a=2 b=1 c=1 "));
    map.at("d") = 4;
    QCOMPARE(content(map), QByteArray("b=1 c=1 d=4 "));
    QCOMPARE(map.find("a"), nullptr);
    QVERIFY(map.find("b") != nullptr);
    QCOMPARE(*map.find("d"), 4);
    QCOMPARE(map.size(), std::size_t{3});
}

void BoundedMapTest::whatCameBackIsYoung()
{
    BoundedMap<int> map(3);
    for (const char* name : {"a", "b", "c"})
        map.at(name) = 1;
    map.erase("a");
    map.erase("never there");
    QCOMPARE(content(map), QByteArray("b=1 c=1 "));
    map.at("a") = 2;
    map.at("d") = 4;
    QCOMPARE(content(map), QByteArray("c=1 a=2 d=4 "));
    map.clear();
    QCOMPARE(map.size(), std::size_t{0});
    QCOMPARE(map.at("a"), 0);
}

/** Sessions come and go by the million, and few are open at a time. */
void BoundedMapTest::namesThatComeAndGoTakeNoRoom()
{
    BoundedMap<int> map(3);
    map.at("stays") = 1;
    for (int i = 0; i < 1000; ++i) {
        const std::string name = "session " + std::to_string(i);
        map.at(name) = i;
        map.erase(name);
    }
    map.at("last") = 2;
    QCOMPARE(content(map), QByteArray("stays=1 last=2 "));
}

QTEST_GUILESS_MAIN(BoundedMapTest)
#include "tst_boundedmap.moc"
