// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/printable.h"

#include <QTest>

using namespace waxseal;
using namespace Qt::StringLiterals;

class PrintableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byCategory_data();
    void byCategory();
    void wholeCategories();
    void defaultIgnorable();
    void replaces_data();
    void replaces();
    void cutsBetweenCharacters();
    void showsWhatItHides_data();
    void showsWhatItHides();
};

void PrintableTest::byCategory_data()
{
    // Categories as the Unicode Character Database gives them, version 14.
    QTest::addColumn<uint>("character");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* category, std::initializer_list<uint> characters, bool expected) {
        for (const uint c : characters)
            QTest::addRow("%s U+%04X", category, c) << c << expected;
    };
    row("Lu", {0x41, 0xC4, 0x410, 0x10400}, true);
    row("Ll", {0x61, 0xDF, 0x3B1, 0x1D41A}, true);
    row("Lt", {0x1C5}, true);
    row("Lm", {0x2B0}, true);
    row("Lo", {0x5D0, 0x627, 0x4E2D, 0x20000}, true);
    row("Mn", {0x301, 0x5B0}, true);
    row("Mc", {0x903}, true);
    row("Me", {0x20DD}, true);
    row("Nd", {0x30, 0x661}, true);
    row("Nl", {0x2160}, true);
    row("No", {0xB2}, true);
    row("Pc", {0x5F, 0x203F}, true);
    row("Pd", {0x2D, 0x2014}, true);
    row("Ps", {0x28}, true);
    row("Pe", {0x29}, true);
    row("Pi", {0xAB}, true);
    row("Pf", {0xBB}, true);
    row("Po", {0x21, 0x2026}, true);
    row("Sm", {0x2B}, true);
    row("Sc", {0x20AC}, true);
    row("Sk", {0x5E}, true);
    row("So", {0xA9, 0x1F600, 0xFFFD}, true);
    row("Zs", {0x20, 0xA0, 0x3000}, true);
    row("Zl", {0x2028}, false);
    row("Zp", {0x2029}, false);
    row("Cc", {0x00, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0x9B}, false);
    row("Cf",
        {0xAD, 0x600, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202D, 0x202E, 0x2060, 0x2064,
            0x2066, 0x2069, 0xFEFF, 0xFFF9, 0xFFFB, 0x110BD, 0x1BCA0, 0x1D173, 0xE0001, 0xE0020, 0xE007F},
        false);
    row("Cs", {0xD800, 0xDBFF, 0xDC00, 0xDFFF}, false);
    row("Co", {0xE000, 0xF8FF, 0xF0000, 0x10FFFD}, false);
    row("Cn", {0x378, 0x2065, 0xFFF0, 0xE0080}, false);
    row("noncharacter", {0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF}, false);
    row("beyond", {0x110000, 0xFFFFFFFF}, false);
    // What has a harmless category and shows nothing all the same.
    row("filler", {0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800}, false);
    row("joiner", {0x34F, 0x17B4, 0x17B5}, false);
    row("variation selector", {0x180B, 0xFE00, 0xFE0F, 0xE0100, 0xE01EF}, false);
}

void PrintableTest::byCategory()
{
    QFETCH(uint, character);
    QFETCH(bool, expected);
    QCOMPARE(isPrintable(character), expected);
}

void PrintableTest::wholeCategories()
{
    const QList<QChar::Category> refused{QChar::Other_Control, QChar::Other_Format, QChar::Other_Surrogate,
        QChar::Other_PrivateUse, QChar::Other_NotAssigned, QChar::Separator_Line, QChar::Separator_Paragraph};
    int shownAscii = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        shownAscii += c < 0x80 && isPrintable(c) ? 1 : 0;
        if (isPrintable(c) && refused.contains(QChar::category(c)))
            QFAIL(qPrintable(u"U+%1"_s.arg(static_cast<uint>(c), 4, 16)));
    }
    QCOMPARE(shownAscii, 95); // 0x20 to 0x7E
}

void PrintableTest::defaultIgnorable()
{
    // Default_Ignorable_Code_Point of DerivedCoreProperties.txt, Unicode 15.
    constexpr uint ranges[][2]
        = {{0xAD, 0xAD}, {0x34F, 0x34F}, {0x61C, 0x61C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
            {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
            {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};
    for (const auto& range : ranges) {
        for (uint c = range[0]; c <= range[1]; ++c)
            QVERIFY2(!isPrintable(c), qPrintable(u"U+%1"_s.arg(c, 4, 16)));
    }
}

void PrintableTest::replaces_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("mx.example ESMTP") << QByteArray("mx.example ESMTP");
    QTest::newRow("umlaut") << QByteArray("gr\xC3\xBC\xC3\x9F") << QByteArray("gr\xC3\xBC\xC3\x9F");
    QTest::newRow("escape sequence") << QByteArray("a\x1B[2Jb") << QByteArray("a?[2Jb");
    QTest::newRow("nul") << QByteArray("a\0b", 3) << QByteArray("a?b");
    QTest::newRow("tag") << QByteArray("a\xF3\xA0\x81\x81z") << QByteArray("a?z");
    QTest::newRow("arabic letter mark") << QByteArray("a\xD8\x9Cz") << QByteArray("a?z");
    QTest::newRow("soft hyphen") << QByteArray("a\xC2\xADz") << QByteArray("a?z");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFz") << QByteArray("?z");
    QTest::newRow("noncharacter") << QByteArray("\xEF\xBF\xBE\xEF\xBF\xBF") << QByteArray("??");
    QTest::newRow("no UTF-8") << QByteArray("a\xFFz") << QByteArray("a\xEF\xBF\xBDz");
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << QByteArray("\xEF\xBF\xBD\xEF\xBF\xBD");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    QTest::newRow("cut short") << QByteArray("a\xE2\x82") << QByteArray("a\xEF\xBF\xBD\xEF\xBF\xBD");
}

void PrintableTest::replaces()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const std::string clean = printable(text.toStdString(), 100);
    QCOMPARE(QByteArray::fromStdString(clean), expected);
    QCOMPARE(printable(clean, 100), clean);
}

void PrintableTest::cutsBetweenCharacters()
{
    QCOMPARE(printable("abcdef", 6), std::string("abcdef"));
    QCOMPARE(printable("abcdef", 5), std::string("abcde…"));
    QCOMPARE(printable("aüüü", 4), std::string("aü…"));
    QCOMPARE(printable(std::string(1000, '\xFF'), 10), std::string("\uFFFD\uFFFD\uFFFD…"));
}

void PrintableTest::showsWhatItHides_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray("b\xC3\xBC.example") << u"bü.example"_s;
    QTest::newRow("control") << QByteArray("a\x1B[0m\n") << u"a\\x1b[0m\\x0a"_s;
    QTest::newRow("c1") << QByteArray("\xC2\x9B") << u"\\u009b"_s;
    QTest::newRow("override") << QByteArray("\xE2\x80\xAEmoc") << u"\\u202emoc"_s;
    QTest::newRow("tag") << QByteArray("\xF3\xA0\x81\x81") << u"\\U000e0041"_s;
    QTest::newRow("byte") << QByteArray("a\xFE") << u"a\\xfe"_s;
    QTest::newRow("another byte") << QByteArray("a\xFF") << u"a\\xff"_s;
    QTest::newRow("noncharacter") << QByteArray("\xEF\xBF\xBE") << u"\\ufffe"_s;
    QTest::newRow("emoji") << QByteArray("\xF0\x9F\x98\x80") << u"\U0001F600"_s;
}

void PrintableTest::showsWhatItHides()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(visibleText(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))), expected);
    if (text.isValidUtf8())
        QCOMPARE(visibleText(QString::fromUtf8(text)), expected);
}

QTEST_APPLESS_MAIN(PrintableTest)
#include "tst_printable.moc"
