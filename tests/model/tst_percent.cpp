// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/percent.h"

#include <QTest>

using namespace waxseal;
using namespace Qt::StringLiterals;

/** How shares are written: nothing and all only where they are exact. */
class PercentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writes_data();
    void writes();
    void countsAreExact();
    void noCountButNoneReadsAsNothing();
    void ranges();
    void digits_data();
    void digits();
    void otherLocales();
};

void PercentTest::writes_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("fixed");
    QTest::addColumn<QString>("compact");
    QTest::newRow("nothing") << 0.0 << u"0.00 %"_s << u"0\u00a0%"_s;
    QTest::newRow("hardly anything") << 1e-9 << u"< 0.01 %"_s << u"<\u00a00.01\u00a0%"_s;
    QTest::newRow("would round up") << 0.00009 << u"< 0.01 %"_s << u"<\u00a00.01\u00a0%"_s;
    QTest::newRow("a ten-thousandth") << 0.0001 << u"0.01 %"_s << u"0.01\u00a0%"_s;
    QTest::newRow("little") << 0.0014 << u"0.14 %"_s << u"0.14\u00a0%"_s;
    QTest::newRow("some") << 0.94237 << u"94.24 %"_s << u"94.2\u00a0%"_s;
    QTest::newRow("nearly all") << 0.9996 << u"99.96 %"_s << u"99.96\u00a0%"_s;
    QTest::newRow("would round to all with one decimal") << 0.99949 << u"99.95 %"_s << u"99.9\u00a0%"_s;
    QTest::newRow("99.99") << 0.9999 << u"99.99 %"_s << u"99.99\u00a0%"_s;
    QTest::newRow("would round to all") << 0.99996 << u"> 99.99 %"_s << u">\u00a099.99\u00a0%"_s;
    QTest::newRow("all but one of a million") << 0.999999 << u"> 99.99 %"_s << u">\u00a099.99\u00a0%"_s;
    QTest::newRow("all") << 1.0 << u"100.00 %"_s << u"100\u00a0%"_s;
}

void PercentTest::writes()
{
    QFETCH(double, share);
    QTEST(percent(share), "fixed");
    QTEST(percent(share, PercentForm::Compact), "compact");
}

void PercentTest::countsAreExact()
{
    QCOMPARE(percentOf(0, 0), u"–"_s);
    QCOMPARE(percentOf(0, 7), u"0.00 %"_s);
    QCOMPARE(percentOf(7, 7), u"100.00 %"_s);
    QCOMPARE(percentOf(1, 10'000'000), u"< 0.01 %"_s);
    QCOMPARE(percentOf(9'999'999, 10'000'000), u"> 99.99 %"_s);
    QCOMPARE(percentOf(1, 2, PercentForm::Compact), u"50.0\u00a0%"_s);
}

/** Every count near the ends of totals of every size: "0" and "100" stand for none and all alone. */
void PercentTest::noCountButNoneReadsAsNothing()
{
    for (std::uint64_t whole = 1; whole <= 1'000'000'000'000; whole = whole * 7 + 3) {
        for (std::uint64_t near = 0; near < std::min<std::uint64_t>(whole, 40); ++near) {
            for (const std::uint64_t part : {near, whole - near}) {
                for (const PercentForm form : {PercentForm::Fixed, PercentForm::Compact}) {
                    const QString text = percentOf(part, whole, form).remove(u'\u00a0').remove(u' ');
                    const QByteArray what = text.toUtf8() + ": " + QByteArray::number(qulonglong{part}) + " of "
                        + QByteArray::number(qulonglong{whole});
                    QVERIFY2(
                        (text == u"0%"_s || text == u"0.00%"_s || text == u"0.0%"_s) == (part == 0), what.constData());
                    QVERIFY2((text.startsWith(u"100"_s)) == (part == whole), what.constData());
                }
            }
        }
    }
}

void PercentTest::ranges()
{
    QCOMPARE(percentRange(0.0009, 0.0022), u"0.09 – 0.22\u00a0%"_s);
    QCOMPARE(percentRange(0.0, 0.0022), u"0.00 – 0.22\u00a0%"_s);
    QCOMPARE(percentRange(0.00002, 0.0022), u"<\u00a00.01 – 0.22\u00a0%"_s);
    QCOMPARE(percentRange(0.012, 0.034), u"1.2 – 3.4\u00a0%"_s);
    QCOMPARE(percentRange(0.0003, 0.034), u"0.03 – 3.4\u00a0%"_s);
    QCOMPARE(percentRange(0.12, 0.34), u"12 – 34\u00a0%"_s);
    QCOMPARE(percentRange(0.5, 0.999), u"50 – 99\u00a0%"_s);
    QCOMPARE(percentRange(1.0, 1.0), u"100 – 100\u00a0%"_s);
}

void PercentTest::digits_data()
{
    QTest::addColumn<double>("percentage");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << 0.0 << QByteArray("0.0000");
    QTest::newRow("half") << 50.0 << QByteArray("50.0000");
    QTest::newRow("one of ten million") << 0.00001 << QByteArray("0.00001");
    QTest::newRow("all but one of a hundred million") << 99.999999 << QByteArray("99.999999");
    QTest::newRow("all") << 100.0 << QByteArray("100.0000");
}

void PercentTest::digits()
{
    QFETCH(double, percentage);
    QTEST(percentDigits(percentage, 4), "text");
}

void PercentTest::otherLocales()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(percent(0.1234, PercentForm::Fixed, german), u"12,34 %"_s);
    QCOMPARE(percent(0.00001, PercentForm::Fixed, german), u"< 0,01 %"_s);
}

QTEST_GUILESS_MAIN(PercentTest)
#include "tst_percent.moc"
