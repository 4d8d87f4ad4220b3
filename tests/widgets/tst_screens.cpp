// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplelog.h"
#include "tests/probe/probefacts.h"
#include "widgets/controls/elidedlabel.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/document/document.h"
#include "widgets/items/domaintable.h"
#include "widgets/items/domaintablemodel.h"
#include "widgets/pages/domainpanel.h"
#include "widgets/pages/policypage.h"
#include "widgets/pages/testerpage.h"
#include "widgets/style/palette.h"
#include "widgets/window/filecontroller.h"
#include "widgets/window/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSettings>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

/** A language a third longer than English: what German does to a window. */
class LongWords : public QTranslator
{
public:
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        if (qstrcmp(context, "Period") == 0) // formats, no words
            return {};
        QString text = QString::fromUtf8(source);
        for (const QChar vowel : u"aeio"_s) {
            const qsizetype at = text.indexOf(vowel);
            // Placeholders and key texts have none of them beside a percent sign.
            if (at > 0 && text[at - 1] != u'%')
                text.insert(at, vowel);
        }
        return text;
    }
    bool isEmpty() const override { return false; }
};

QPalette darkPalette()
{
    QPalette palette(QColor(0x2b, 0x2d, 0x30));
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1f, 0x22));
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x28, 0x2b));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0x8e, 0xd0));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, QColor(0xe6, 0xe6, 0xe6));
        palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x80, 0x80));
    }
    return palette;
}

/** Speaks a language while it lives. Of Arabic there are no words yet: its direction and its digits. */
class Speaking
{
public:
    explicit Speaking(const QString& language)
        : m_before(QLocale())
    {
        if (language == u"long"_s) {
            QCoreApplication::installTranslator(&m_long);
            return;
        }
        QLocale::setDefault(QLocale(language));
        const bool isRead = language == u"ar"_s || m_words.load(u"waxseal_"_s + language, QStringLiteral(WAXSEAL_QM));
        if (!isRead)
            QTest::qFail("no translation", __FILE__, __LINE__);
        QCoreApplication::installTranslator(&m_words);
        QGuiApplication::setLayoutDirection(QLocale().textDirection());
    }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;
    ~Speaking()
    {
        QCoreApplication::removeTranslator(&m_long);
        QCoreApplication::removeTranslator(&m_words);
        QLocale::setDefault(m_before);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    LongWords m_long;
    QTranslator m_words;
    QLocale m_before;
};

bool isSeen(const QWidget& widget)
{
    return widget.isVisible() && !widget.visibleRegion().isEmpty();
}

QString nameOf(const QWidget& widget, const QString& text)
{
    return u"%1 %2 \"%3\""_s.arg(
        QString::fromLatin1(widget.metaObject()->className()), widget.objectName(), text.left(60));
}

/** Texts that do not fit where they stand. */
QStringList cutTexts(const QWidget& window)
{
    QStringList out;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (!isSeen(*label) || label->text().isEmpty() || qobject_cast<const ElidedLabel*>(label))
            continue;
        const QRect room = label->contentsRect();
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() < needed
            || (!label->wordWrap()
                && room.width() < label->fontMetrics().size(Qt::TextShowMnemonic, label->text()).width()))
            out.append(nameOf(*label, label->text()));
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        if (isSeen(*button) && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
            out.append(nameOf(*button, button->text()));
    }
    for (const QComboBox* combo : window.findChildren<QComboBox*>()) {
        if (isSeen(*combo) && combo->width() < combo->minimumSizeHint().width())
            out.append(nameOf(*combo, combo->currentText()));
    }
    // Nothing stands beyond the window, and no area has to be scrolled sideways.
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!isSeen(*widget) || widget->isWindow() || widget->size().isEmpty())
            continue;
        const QScrollArea* area = nullptr;
        for (const QWidget* above = widget->parentWidget(); above != nullptr && area == nullptr;
             above = above->parentWidget())
            area = qobject_cast<const QScrollArea*>(above);
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        if (area == nullptr && !window.rect().contains(place)
            && qobject_cast<const QHeaderView*>(widget->parentWidget()) == nullptr)
            out.append(nameOf(*widget, u"beyond the window"_s));
    }
    return out;
}

/** What the places and their parts ask for at least. */
QString pushing(const QWidget& window)
{
    QString out = u"%1x%2: "_s.arg(window.width()).arg(window.height());
    for (const QString& name : {u"trafficPage"_s, u"policyPage"_s, u"heroPanel"_s, u"testerPage"_s, u"planPage"_s,
             u"exportPanel"_s, u"headerBar"_s, u"testBar"_s, u"testerColumns"_s, u"messageBar"_s}) {
        if (const auto* part = window.findChild<QWidget*>(name))
            out += u"%1 %2x%3, "_s.arg(name).arg(part->minimumSizeHint().width()).arg(part->minimumSizeHint().height());
    }
    return out;
}

} // namespace

/** Looks at the window in several sizes, palettes and lengths of words. WAXSEAL_SHOTS=FOLDER keeps the pictures. */
class TestScreens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingIsCut_data();
    void nothingIsCut();
    void paletteChangesAtOnce();

private:
    void shoot(QWidget& window, const QString& name) const;
    void fill(MainWindow& window) const;
    void addTests(MainWindow& window) const;

    QTemporaryDir m_folder;
    QString m_log;
};

void TestScreens::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"WaxsealTest"_s);
    QCoreApplication::setApplicationName(u"waxseal-screens"_s);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    m_log = qEnvironmentVariable("WAXSEAL_SHOTS_LOG");
    if (m_log.isEmpty()) {
        m_log = m_folder.filePath(u"mail.log"_s);
        QVERIFY(sample::writeLog(m_log, 6'000));
    }
}

void TestScreens::shoot(QWidget& window, const QString& name) const
{
    const QString folder = qEnvironmentVariable("WAXSEAL_SHOTS");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        QVERIFY(window.grab().save(folder + u'/' + name + u".png"_s));
}

void TestScreens::fill(MainWindow& window) const
{
    window.open({m_log});
    QTRY_VERIFY_WITH_TIMEOUT(!window.files()->loader()->isBusy(), 60'000);
    auto* presets = window.findChild<SegmentedControl*>(u"presets"_s);
    QTRY_VERIFY_WITH_TIMEOUT(presets->button(2)->isEnabled(), 20'000);
    QTest::mouseClick(presets->button(2), Qt::LeftButton);
    window.findChild<QTabWidget*>(u"detailsTabs"_s)->setCurrentIndex(2);
    DomainTable* table = window.policyPage()->domains()->table();
    for (int row = 0; row < table->domains()->rowCount(); ++row) {
        const QModelIndex loss = table->domains()->index(row, DomainTableModel::Loses);
        if (loss.data(DomainTableModel::SortRole).toDouble() > 0
            && !loss.data(DomainTableModel::IsPriceRole).toBool()) {
            table->setCurrentIndex(loss);
            table->setFocus();
            break;
        }
    }
    auto* text = window.findChild<QPlainTextEdit*>(u"evidenceText"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!text->toPlainText().isEmpty(), 20'000);
    auto* interval = window.findChild<QLabel*>(u"interval"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!interval->text().endsWith(u'…'), 20'000);
    QTest::qWait(50); // charts draw themselves once the event loop is idle
}

/** Results of live tests: of the first domains of the table, good and bad, one of them twice. */
void TestScreens::addTests(MainWindow& window) const
{
    auto* document = window.findChild<Document*>();
    const DomainTable* table = window.policyPage()->domains()->table();
    std::vector<std::shared_ptr<const DomainFacts>> tests;
    for (int row = 0; row < 4; ++row) {
        DomainFacts facts = test::goodDomain();
        facts.domain = table->domains()->domainKey(row);
        if (row == 0)
            tests.push_back(std::make_shared<const DomainFacts>(facts));
        AddressFacts& address = test::onlyAddress(facts);
        facts.time += 86'400;
        address.versions = {Answer::Yes, Answer::Yes, Answer::Yes, Answer::Yes};
        address.chain.errors = {18};
        address.chain.certificates[0].names = {"a-rather-long-name-of-another-host.example.net"};
        test::addTlsa(facts.hosts[0]);
        address.dane = {Answer::No, -1, -1, 0, {false}};
        address.required = Answer::Yes;
        if (row == 2)
            address.startTls = StartTls::NotOffered;
        tests.push_back(std::make_shared<const DomainFacts>(facts));
    }
    document->addTests(tests);
    window.findChild<QTabWidget*>(u"detailsTabs"_s)->setCurrentIndex(3);
    window.findChild<TesterPage*>()->showResult(QString::fromStdString(tests.front()->domain));
    QVERIFY(!window.findChild<QWidget*>(u"testerEmpty"_s)->isVisible());
}

void TestScreens::nothingIsCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    // Half of a screen of 1920; what a frame and a panel leave of 720 and of 900 lines.
    QTest::newRow("960x1040") << QSize(960, 1040) << false << u"en"_s;
    QTest::newRow("960x1040-de") << QSize(960, 1040) << false << u"de"_s;
    QTest::newRow("960x1040-es") << QSize(960, 1040) << false << u"es"_s;
    QTest::newRow("1280x650") << QSize(1280, 650) << false << u"en"_s;
    QTest::newRow("1280x650-de") << QSize(1280, 650) << false << u"de"_s;
    QTest::newRow("1280x720-long") << QSize(1280, 720) << false << u"long"_s;
    QTest::newRow("1440x840-dark") << QSize(1440, 840) << true << u"en"_s;
    QTest::newRow("1440x840-es") << QSize(1440, 840) << false << u"es"_s;
    QTest::newRow("1440x840-ar") << QSize(1440, 840) << false << u"ar"_s;
    QTest::newRow("2560x1440") << QSize(2560, 1440) << false << u"en"_s;
}

void TestScreens::nothingIsCut()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(QString, language);
    QSettings().clear();
    const QPalette before = QApplication::palette();
    const Speaking speaking(language);
    QApplication::setPalette(dark ? darkPalette() : QApplication::style()->standardPalette());
    {
        MainWindow window;
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        shoot(window, QString::fromLatin1(QTest::currentDataTag()) + u"-empty"_s);
        QVERIFY2(cutTexts(window).isEmpty(), qPrintable(cutTexts(window).join(u'\n')));
        fill(window);
        for (const auto& [place, name] :
            {std::pair(MainWindow::Place::Traffic, u"traffic"_s), std::pair(MainWindow::Place::Tester, u"tester"_s),
                std::pair(MainWindow::Place::Plan, u"plan"_s), std::pair(MainWindow::Place::Policy, u"policy"_s)}) {
            window.showPlace(place);
            QTest::qWait(50);
            // Texts that come later, as forecasts do, have their room a moment later.
            QTRY_VERIFY2(cutTexts(window).isEmpty(), qPrintable(name + u":\n"_s + cutTexts(window).join(u'\n')));
            QVERIFY2(window.size() == size, qPrintable(name + u": "_s + pushing(window))); // no part pushes it larger
            shoot(window, QString::fromLatin1(QTest::currentDataTag()) + u'-' + name);
        }
        addTests(window);
        for (const auto& [place, name] : {std::pair(MainWindow::Place::Tester, u"tester-result"_s),
                 std::pair(MainWindow::Place::Policy, u"policy-tested"_s)}) {
            window.showPlace(place);
            QTest::qWait(50);
            shoot(window, QString::fromLatin1(QTest::currentDataTag()) + u'-' + name);
            QVERIFY2(window.size() == size, qPrintable(name + u": "_s + pushing(window)));
            QTRY_VERIFY2(cutTexts(window).isEmpty(), qPrintable(name + u":\n"_s + cutTexts(window).join(u'\n')));
        }
        const QHeaderView* header = window.policyPage()->domains()->table()->horizontalHeader();
        for (int column = 0; column < header->count(); ++column) {
            // On half a screen the name of the domains' column may be cut, the names are not.
            if (!header->isSectionHidden(column) && size.width() >= 1280)
                QCOMPARE_GE(header->sectionSize(column), header->sectionSizeHint(column) - 16); // the sort mark may go
        }
        window.document()->keepPolicy(Direction::Inbound); // a column and a filter more
        QTest::qWait(50);
        shoot(window, QString::fromLatin1(QTest::currentDataTag()) + u"-policy-kept"_s);
        QVERIFY2(window.size() == size, qPrintable(pushing(window)));
        QTRY_VERIFY2(cutTexts(window).isEmpty(), qPrintable(cutTexts(window).join(u'\n')));
    }
    QApplication::setPalette(before);
}

void TestScreens::paletteChangesAtOnce()
{
    QSettings().clear();
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    fill(window);
    const auto ground = [&](const QString& name) {
        auto* widget = window.findChild<QWidget*>(name);
        return widget->grab().toImage().pixelColor(2, 2).lightness();
    };
    QCOMPARE_GT(ground(u"outcomePanel"_s), 200);
    const QPalette before = QApplication::palette();
    QApplication::setPalette(darkPalette());
    QTest::qWait(50);
    for (const QString& name :
        {u"outcomePanel"_s, u"outcomeChart"_s, u"frontierChart"_s, u"detailsTabs"_s, u"placeSwitcher"_s})
        QVERIFY2(ground(name) < 80, qPrintable(name));
    QApplication::setPalette(before);
}

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
