// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factdump.h"
#include "model/facts/facttable.h"
#include "modeltest.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace waxseal;
using namespace waxseal::test;

class FactTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheUnknown();
    void sumsEqualKeys();
    void tellsKeysApart();
    void keepsTheFirstTwoPlaces();
    void packsPlaces();
    void knowsATlsFactOnce();
    void boundsTlsFacts();
    void knowsAHostByItsAddress();
    void isAdditive();
    void addsInAnyOrder();
    void addsToItself();
    void movesPlacesIntoItsOwnFiles();
    void staysSmall();
};

namespace {

FactKey keyOf(FactTable& table, Day day, std::string_view domain)
{
    FactKey key;
    key.day = day;
    key.domain = table.domains.id(domain);
    return key;
}

/** Rows that meet one another often. `place` makes the evidence, so that two fills never share it. */
void fill(FactTable& table, quint32 seed, int count, std::string_view file)
{
    QRandomGenerator random(seed);
    const auto fileId = static_cast<FileId>(table.files.id(file));
    for (int i = 0; i < count; ++i) {
        FactKey key;
        key.day = static_cast<Day>(20'000 + random.bounded(3));
        key.direction = static_cast<Direction>(random.bounded(3));
        key.spam = static_cast<SpamVerdict>(random.bounded(3));
        key.fellBack = random.bounded(2) == 0;
        key.tls = table.tlsId({static_cast<TlsState>(random.bounded(3)), static_cast<TlsVersion>(random.bounded(6)),
            Trust::Anonymous, random.bounded(2) == 0 ? "A" : "B"});
        key.domain = table.domains.id("d" + std::to_string(random.bounded(5)) + ".example");
        key.nextHop = random.bounded(4) == 0 ? table.domains.id("hop.example") : 0;
        key.host = table.hostId(*IpAddress::parse("192.0.2." + std::to_string(random.bounded(4))), "mx.example");
        table.add(key, static_cast<std::uint32_t>(random.bounded(3)), static_cast<std::uint32_t>(random.bounded(5)),
            Evidence::at(fileId, static_cast<std::uint64_t>(i)));
    }
}

} // namespace

void FactTableTest::beginsWithTheUnknown()
{
    FactTable table;
    QVERIFY(table.isEmpty());
    QCOMPARE(table.tlsCount(), std::size_t{1});
    QCOMPARE(table.tls(0), TlsFact{});
    QVERIFY(table.tls(0).state == TlsState::Unknown); // a row that nobody gave a fact is unknown, never plaintext
    QCOMPARE(table.hostCount(), std::size_t{1});
    QVERIFY(table.host(0).address.isNull());
    QCOMPARE(table.hostId({}, {}), HostId{0});
    QCOMPARE(table.domains.text(0), std::string_view());
}

void FactTableTest::sumsEqualKeys()
{
    FactTable table;
    const FactKey key = keyOf(table, 1, "a.example");
    table.add(key, 1, 2);
    table.add(key, 3, 4);
    QCOMPARE(table.size(), std::size_t{1});
    QCOMPARE(table.messages(0), 4U);
    QCOMPARE(table.recipients(0), 6U);
    QCOMPARE(table.row(0).key, key);
}

void FactTableTest::tellsKeysApart()
{
    FactTable table;
    const FactKey key = keyOf(table, 1, "a.example");
    std::vector<FactKey> keys(9, key);
    keys[1].day = 2;
    keys[2].direction = Direction::Submission;
    keys[3].spam = SpamVerdict::Spam;
    keys[4].fellBack = true;
    keys[5].tls = table.tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
    keys[6].domain = table.domains.id("b.example");
    keys[7].nextHop = table.domains.id("hop.example");
    keys[8].host = table.hostId(*IpAddress::parse("192.0.2.1"), {});
    for (std::uint32_t round = 1; round <= 2; ++round) {
        for (std::uint32_t i = 0; i < keys.size(); ++i)
            table.add(keys[i], i + 1, 1);
        QCOMPARE(table.size(), keys.size());
    }
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        QCOMPARE(table.row(i).key, keys[i]);
        QCOMPARE(table.messages(i), 2 * (i + 1));
        QCOMPARE(table.direction(i), keys[i].direction);
        QCOMPARE(table.spam(i), keys[i].spam);
        QCOMPARE(table.fellBack(i), keys[i].fellBack);
    }
}

void FactTableTest::keepsTheFirstTwoPlaces()
{
    FactTable table;
    const FactKey key = keyOf(table, 1, "a.example");
    table.add(key, 1, 1); // a place is not needed
    QVERIFY(table.evidence(0, 0).isNull());
    for (std::uint64_t offset : {10U, 20U, 30U})
        table.add(key, 1, 1, Evidence::at(1, offset));
    QCOMPARE(table.evidence(0, 0), Evidence::at(1, 10));
    QCOMPARE(table.evidence(0, 1), Evidence::at(1, 20));
    QCOMPARE(table.messages(0), 4U);
}

void FactTableTest::packsPlaces()
{
    QVERIFY(Evidence{}.isNull());
    constexpr std::uint64_t farthest = (std::uint64_t{1} << 48) - 1; // 256 TiB
    for (const FileId file : {FileId{0}, FileId{1}, FileId{0xfffe}}) {
        for (const std::uint64_t offset : {std::uint64_t{0}, std::uint64_t{1} << 40, farthest}) {
            const Evidence place = Evidence::at(file, offset);
            QVERIFY(!place.isNull());
            QCOMPARE(place.file(), file);
            QCOMPARE(place.offset(), offset);
        }
    }
}

void FactTableTest::knowsATlsFactOnce()
{
    FactTable table;
    const TlsFact modern{TlsState::Tls, TlsVersion::Tls13, Trust::Trusted, "TLS_AES_256_GCM_SHA384"};
    TlsFact other = modern;
    other.trust = Trust::Verified;
    const TlsId id = table.tlsId(modern);
    QCOMPARE(table.tlsId(modern), id);
    QVERIFY(table.tlsId(other) != id);
    QCOMPARE(table.tls(id), modern);
}

/** Strangers invent cipher names; the column has two bytes. */
void FactTableTest::boundsTlsFacts()
{
    FactTable table;
    for (int i = 0; i < 20'000; ++i) {
        const TlsId id = table.tlsId({TlsState::Tls, TlsVersion::Tls12, Trust::Anonymous, "C" + std::to_string(i)});
        QVERIFY(id < table.tlsCount());
        QCOMPARE(table.tls(id).state, TlsState::Tls); // what matters is kept: it was TLS, and this version
        QCOMPARE(table.tls(id).version, TlsVersion::Tls12);
        QCOMPARE(table.tls(id).trust, Trust::Anonymous);
    }
    QVERIFY(table.tlsCount() <= 4200);
    // Even when every other slot is taken, plaintext is not what an unknown cipher becomes.
    const TlsId id = table.tlsId({TlsState::Plaintext, TlsVersion::Unknown, Trust::Unknown, {}});
    QCOMPARE(table.tls(id).state, TlsState::Plaintext);
}

void FactTableTest::knowsAHostByItsAddress()
{
    FactTable table;
    const IpAddress address = *IpAddress::parse("192.0.2.1");
    const HostId id = table.hostId(address, "unknown");
    QVERIFY(table.host(id).name.empty()); // "unknown" is no name
    QCOMPARE(table.hostId(address, "mx.example"), id);
    QCOMPARE(table.host(id).name, std::string("mx.example"));
    table.hostId(address, "unknown");
    table.hostId(address, "");
    QCOMPARE(table.host(id).name, std::string("mx.example"));
    table.hostId(address, "mail.example"); // the last name counts
    QCOMPARE(table.host(id).name, std::string("mail.example"));
    QVERIFY(table.hostId(*IpAddress::parse("192.0.2.2"), "mail.example") != id);
    table.hostId(address, std::string(1000, 'x'));
    QVERIFY(table.host(id).name.size() <= 255);
}

void FactTableTest::isAdditive()
{
    FactTable both;
    fill(both, 1, 4000, "one.log");
    fill(both, 2, 4000, "two.log");
    FactTable one;
    fill(one, 1, 4000, "one.log");
    FactTable two;
    two.domains.id("not the same numbers");
    two.tlsId({TlsState::Tls, TlsVersion::Other, Trust::Verified, "other"});
    two.hostId(*IpAddress::parse("2001:db8::9"), "far.example");
    two.files.id("neither here");
    fill(two, 2, 4000, "two.log");
    FactTable sum;
    sum.add(one);
    sum.add(two);
    QCOMPARE(dump(sum), dump(both));
    QCOMPARE(places(sum), places(both));
    one.add(FactTable{});
    FactTable alone;
    fill(alone, 1, 4000, "one.log");
    QCOMPARE(dump(one), dump(alone));
}

void FactTableTest::addsInAnyOrder()
{
    FactTable parts[3];
    for (quint32 i = 0; i < 3; ++i)
        fill(parts[i], i, 500, "log" + std::to_string(i));
    FactTable forward;
    for (int i = 0; i < 3; ++i)
        forward.add(parts[i]);
    FactTable backward;
    for (int i = 2; i >= 0; --i)
        backward.add(parts[i]);
    QCOMPARE(dump(backward), dump(forward));
}

void FactTableTest::addsToItself()
{
    FactTable table;
    fill(table, 5, 1000, "log");
    const std::size_t rows = table.size();
    std::uint64_t messages = 0;
    for (std::size_t i = 0; i < rows; ++i)
        messages += table.messages(i);
    table.add(table);
    QCOMPARE(table.size(), rows);
    std::uint64_t twice = 0;
    for (std::size_t i = 0; i < rows; ++i)
        twice += table.messages(i);
    QCOMPARE(twice, 2 * messages);
}

void FactTableTest::movesPlacesIntoItsOwnFiles()
{
    FactTable one;
    one.files.id("other.log");
    const FactKey key = keyOf(one, 1, "a.example");
    FactTable two;
    const auto file = static_cast<FileId>(two.files.id("mail.log"));
    two.add(keyOf(two, 1, "a.example"), 1, 1, Evidence::at(file, 77));
    two.add(keyOf(two, 1, "a.example"), 1, 1, Evidence::at(file, 88));
    one.add(key, 1, 1);
    one.add(two);
    QCOMPARE(one.size(), std::size_t{1});
    QCOMPARE(one.messages(0), 3U);
    for (int place : {0, 1}) {
        QCOMPARE(one.files.text(one.evidence(0, place).file()), std::string_view("mail.log"));
        QCOMPARE(one.evidence(0, place).offset(), place == 0 ? 77U : 88U);
    }
}

/** The budget: 64 MB for the program and what is open, and 48 bytes a row. At every size on the way, not only at lucky
 * ones. */
void FactTableTest::staysSmall()
{
    FactTable table;
    for (int i = 0; i < 1000; ++i)
        table.domains.id(std::to_string(i) + ".example");
    FactKey key;
    double worst = 0;
    constexpr std::size_t rows = 600'000;
    for (std::size_t i = 1; i <= rows; ++i) {
        key.day = static_cast<Day>(i % 365);
        key.domain = static_cast<DomainId>(i % 1000);
        key.host = static_cast<HostId>(i);
        table.add(key, 1, 1);
        if (i % 10'000 == 0)
            worst = std::max(
                worst, static_cast<double>(table.memory() - table.domains.memory()) / static_cast<double>(i));
    }
    QCOMPARE(table.size(), rows);
    qInfo("at most %.1f bytes a row", worst);
    QVERIFY2(worst <= 60, qPrintable(QString::number(worst)));
    QVERIFY(table.memory() <= 64'000'000 + 48 * rows);
}

QTEST_GUILESS_MAIN(FactTableTest)
#include "tst_facttable.moc"
