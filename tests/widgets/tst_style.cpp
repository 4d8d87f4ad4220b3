// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QApplication>
#include <QImage>
#include <QLocale>
#include <QStyle>
#include <QStyleFactory>
#include <QTest>

#include <array>
#include <memory>

using namespace waxseal;
using namespace Qt::StringLiterals;
using style::Role;

namespace {

constexpr std::array allRoles{Role::Accepted, Role::LostLegitimate, Role::LostSpam, Role::Unknown, Role::Plaintext};

QPalette palette(bool dark)
{
    QPalette result(
        dark ? QColor(53, 53, 53) : QColor(240, 240, 240), dark ? QColor(45, 45, 45) : QColor(240, 240, 240));
    const QColor text = dark ? QColor(235, 235, 235) : QColor(20, 20, 20);
    result.setColor(QPalette::Base, dark ? QColor(30, 30, 30) : QColor(255, 255, 255));
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        result.setColor(role, text);
    return result;
}

/** Mean of the pixels that are not transparent. */
QColor ink(const QImage& image)
{
    double red = 0;
    double green = 0;
    double blue = 0;
    double weight = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            red += pixel.redF() * pixel.alphaF();
            green += pixel.greenF() * pixel.alphaF();
            blue += pixel.blueF() * pixel.alphaF();
            weight += pixel.alphaF();
        }
    }
    if (weight == 0)
        return {};
    return QColor::fromRgbF(
        static_cast<float>(red / weight), static_cast<float>(green / weight), static_cast<float>(blue / weight));
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void lightColoursAreOkabeIto();
    void coloursStandOut_data();
    void coloursStandOut();
    void textIsReadableOnEveryGround_data();
    void textIsReadableOnEveryGround();
    void patternsDiffer_data() { coloursStandOut_data(); }
    void patternsDiffer();
    void everyIconIsDrawn();
    void iconsFollowThePalette();
    void unknownIconIsNull();
    void applicationIconHasItsColours();
    void labelsFollowThePalette();
    void labelsShowNoMarkup();
    void percent_data();
    void percent();
    void percentOfNothing();
    void period();
    void germanNumbers();
};

void TestStyle::lightColoursAreOkabeIto()
{
    QCOMPARE(style::color(Role::Accepted, palette(false)), QColor(0x00, 0x72, 0xb2));
    QCOMPARE(style::color(Role::LostLegitimate, palette(false)), QColor(0xd5, 0x5e, 0x00));
}

void TestStyle::coloursStandOut_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestStyle::coloursStandOut()
{
    QFETCH(bool, dark);
    const QPalette colours = palette(dark);
    QCOMPARE(style::isDark(colours), dark);
    const QColor base = colours.color(QPalette::Base);
    for (const Role role : allRoles) {
        QVERIFY(style::contrast(style::textColor(role, colours), base) >= 4.5);
        QVERIFY(style::contrast(style::color(role, colours), base) >= 2.0);
    }
    for (const Role role : {Role::Accepted, Role::LostLegitimate, Role::LostSpam})
        QVERIFY(style::contrast(style::color(role, colours), base) >= 3.0);
    QVERIFY(style::contrast(style::mutedText(colours), base) >= 4.5);
    QCOMPARE(style::contrast(Qt::black, Qt::white), 21.0);
}

/** Every colour in which the window writes, on every ground on which it writes (WCAG 2.1, 1.4.3: 4.5 : 1). */
void TestStyle::textIsReadableOnEveryGround()
{
    QFETCH(QPalette, colours);
    const std::vector<QColor> grounds = style::textGrounds(colours);
    QVERIFY(grounds.size() >= 6);
    QCOMPARE(grounds.front(), colours.color(QPalette::Base));
    std::vector<std::pair<QString, QColor>> inks{{u"muted"_s, style::mutedText(colours)},
        {u"text"_s, colours.color(QPalette::Text)}, {u"window text"_s, colours.color(QPalette::WindowText)}};
    for (const Role role : allRoles)
        inks.emplace_back(u"role %1"_s.arg(static_cast<int>(role)), style::textColor(role, colours));
    for (const auto& [name, ink] : inks) {
        for (const QColor& ground : grounds)
            QVERIFY2(style::contrast(ink, ground) >= 4.5,
                qPrintable(
                    u"%1: %2 on %3 is %4"_s.arg(name, ink.name(), ground.name()).arg(style::contrast(ink, ground))));
    }
    // What stands on the colour of a selection, and what is drawn rather than written: 3 : 1 (1.4.11).
    QVERIFY(style::contrast(colours.color(QPalette::HighlightedText), colours.color(QPalette::Highlight)) >= 3.0);
    for (const Role role : {Role::Accepted, Role::LostLegitimate, Role::LostSpam})
        QVERIFY(style::contrast(style::color(role, colours), colours.color(QPalette::Base)) >= 3.0);
}

void TestStyle::textIsReadableOnEveryGround_data()
{
    QTest::addColumn<QPalette>("colours");
    QTest::newRow("light") << palette(false);
    QTest::newRow("dark") << palette(true);
    QTest::newRow("paper") << style::printPalette();
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
    QTest::newRow("fusion") << fusion->standardPalette();
    // A dark desktop with a light blue selection, and one of black and yellow for weak eyes.
    QPalette breeze = palette(true);
    breeze.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
    breeze.setColor(QPalette::HighlightedText, QColor(0x10, 0x10, 0x10));
    QTest::newRow("light selection") << breeze;
    QPalette strong(Qt::black, Qt::black);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        strong.setColor(role, Qt::yellow);
    strong.setColor(QPalette::Base, Qt::black);
    strong.setColor(QPalette::Highlight, Qt::white);
    strong.setColor(QPalette::HighlightedText, Qt::black);
    QTest::newRow("high contrast") << strong;
}

void TestStyle::patternsDiffer()
{
    // Without any colour the areas must still differ: each as black and white, compared in pairs.
    QFETCH(bool, dark);
    std::vector<QImage> areas;
    areas.reserve(allRoles.size());
    for (const Role role : allRoles)
        areas.push_back(
            style::swatch(role, palette(dark), 24, 1.0).toImage().convertToFormat(QImage::Format_Grayscale8));
    for (std::size_t a = 0; a < areas.size(); ++a) {
        for (std::size_t b = a + 1; b < areas.size(); ++b) {
            int different = 0;
            for (int y = 4; y < 20; ++y) {
                for (int x = 4; x < 20; ++x) {
                    if (qAbs(qGray(areas[a].pixel(x, y)) - qGray(areas[b].pixel(x, y))) > 20)
                        ++different;
                }
            }
            QVERIFY2(different > 25, qPrintable(u"%1 and %2: %3"_s.arg(a).arg(b).arg(different)));
        }
    }
}

void TestStyle::everyIconIsDrawn()
{
    const QStringList names = style::iconNames();
    QVERIFY(names.size() >= 30);
    for (const QString& name : names) {
        const QIcon icon = style::themedIcon(name);
        QVERIFY2(!icon.isNull(), qPrintable(name));
        const QImage image = icon.pixmap(QSize(24, 24), 1.0).toImage();
        QCOMPARE(image.size(), QSize(24, 24));
        QVERIFY2(ink(image).isValid(), qPrintable(name));
    }
    for (const QString& needed :
        {u"traffic"_s, u"policy"_s, u"tester"_s, u"plan"_s, u"open"_s, u"save"_s, u"undo"_s, u"redo"_s})
        QVERIFY2(names.contains(needed), qPrintable(needed));
}

void TestStyle::iconsFollowThePalette()
{
    const QPalette before = QApplication::palette();
    const QIcon icon = style::themedIcon(u"open"_s);
    QApplication::setPalette(palette(false));
    QVERIFY(ink(icon.pixmap(QSize(32, 32), 1.0).toImage()).lightness() < 60);
    QApplication::setPalette(palette(true));
    QVERIFY(ink(icon.pixmap(QSize(32, 32), 1.0).toImage()).lightness() > 190);
    QApplication::setPalette(before);
}

void TestStyle::unknownIconIsNull()
{
    QVERIFY(style::themedIcon(u"no-such-drawing"_s).isNull());
}

void TestStyle::applicationIconHasItsColours()
{
    const QImage image = style::applicationIcon().pixmap(QSize(64, 64), 1.0).toImage();
    QVERIFY(ink(image).red() > 2 * ink(image).blue()); // red wax
}

void TestStyle::labelsFollowThePalette()
{
    QWidget page;
    page.setPalette(palette(false));
    const style::TextLabel label(style::TextLabel::Rank::Muted, u"text"_s, &page);
    QCOMPARE(label.palette().color(QPalette::WindowText), style::mutedText(page.palette()));
    page.setPalette(palette(true));
    QCOMPARE(label.palette().color(QPalette::WindowText), style::mutedText(page.palette()));
    const style::TextLabel headline(style::TextLabel::Rank::Headline, u"text"_s, &page);
    QVERIFY(headline.font().pointSizeF() > 1.8 * page.font().pointSizeF());
    const QFont before = QApplication::font();
    QFont larger = before;
    larger.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(larger);
    QTRY_VERIFY(headline.font().pointSizeF() > 1.8 * larger.pointSizeF());
    QApplication::setFont(before);
}

void TestStyle::labelsShowNoMarkup()
{
    const style::TextLabel label(style::TextLabel::Rank::Body, u"<b>evil</b>.example"_s);
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

void TestStyle::percent_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << u"0\u00a0%"_s;
    QTest::newRow("hardly anything") << 0.00001 << u"<\u00a00.01\u00a0%"_s;
    QTest::newRow("little") << 0.0014 << u"0.14\u00a0%"_s;
    QTest::newRow("some") << 0.942 << u"94.2\u00a0%"_s;
    QTest::newRow("nearly all") << 0.9996 << u"99.96\u00a0%"_s;
    QTest::newRow("all but one of a million") << 0.999999 << u">\u00a099.99\u00a0%"_s;
    QTest::newRow("all") << 1.0 << u"100\u00a0%"_s;
}

void TestStyle::percent()
{
    QFETCH(double, share);
    QFETCH(QString, text);
    QCOMPARE(style::percent(share), text);
}

void TestStyle::percentOfNothing()
{
    QCOMPARE(style::percent(0, 0), u"–"_s);
    QCOMPARE(style::percent(1, 2), u"50.0\u00a0%"_s);
}

void TestStyle::period()
{
    QCOMPARE(style::period({2026, 11, 1}, {2026, 11, 30}), u"1 – 30 November 2026"_s);
    QCOMPARE(style::period({2026, 10, 28}, {2026, 11, 3}), u"28 October – 3 November 2026"_s);
    QCOMPARE(style::period({2025, 12, 28}, {2026, 1, 3}), u"28 December 2025 – 3 January 2026"_s);
    QCOMPARE(style::period({2026, 11, 1}, {2026, 11, 1}), u"1 November 2026"_s);
    QCOMPARE(style::period({}, {}), QString());
}

void TestStyle::germanNumbers()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(style::percent(0.0014), u"0,14\u00a0%"_s);
    QCOMPARE(style::count(50431), u"50.431"_s);
}

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
