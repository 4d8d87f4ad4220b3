// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplefacts.h"
#include "widgets/charts/charttable.h"
#include "widgets/charts/trafficchart.h"
#include "widgets/charts/versionchart.h"
#include "widgets/document/document.h"
#include "widgets/pages/columnarea.h"
#include "widgets/pages/figuretable.h"
#include "widgets/pages/trafficpage.h"
#include "widgets/words/words.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace waxseal;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QWidget& page, const QString& name)
{
    const auto* label = page.findChild<QLabel*>(name);
    return label != nullptr ? label->text() : QString();
}

/** All that is written on the widget. */
QString allText(const QWidget& widget)
{
    QStringList texts;
    const auto labels = widget.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (!label->isHidden())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

ImportResult annotated()
{
    ImportResult result = sample::import();
    result.state.notes = {{ImportNote::Code::TlsLogLevelZero, 7, {}, {}}, {ImportNote::Code::SkippedLines, 3, {}, {}},
        {ImportNote::Code::SkippedFile, 0, u"/var/log/<b>syslog</b>"_s, u"empty"_s}};
    result.state.sources = {{u"/var/log/mail.log"_s, u"postfix"_s, u"iso"_s, 5'000'000, 40'000, 3}};
    result.excluded = {1234, 56, 7, 89};
    return result;
}

struct Fixture
{
    Document document;
    TrafficPage page{&document};

    void show(QSize size = {1180, 620})
    {
        page.resize(size);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }
    QAbstractItemModel* model(const QString& name) const { return page.findChild<FigureView*>(name)->model(); }
};

} // namespace

class TestTrafficPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void headlineIsTheShareOfKnownMail()
    {
        Fixture f;
        f.document.setImport(sample::import());
        f.show();
        // 310 messages, 95 of them in clear: 2 bank, 40 fax, 48 spam, 5 null sender.
        QCOMPARE(textOf(f.page, u"trafficHeadline"_s), u"69.4\u00a0% over TLS"_s);
        QVERIFY(textOf(f.page, u"trafficSubtitle"_s).contains(u"310"_s));
        QVERIFY(textOf(f.page, u"trafficSubtitle"_s).contains(u"1 – 30 November 2026"_s));
        f.page.setDirection(Direction::Outbound);
        QCOMPARE(textOf(f.page, u"trafficHeadline"_s), u"66.7\u00a0% over TLS"_s);
        f.page.setDirection(Direction::Submission);
        QCOMPARE(textOf(f.page, u"trafficHeadline"_s), u"No mail"_s);
        QVERIFY(allText(f.page).contains(u"own users"_s));
    }

    void unknownIsNotPlaintext()
    {
        Fixture f;
        ImportResult result = sample::import();
        FactTable facts;
        sample::Filler filler(facts);
        filler.add("a.example", 30, sample::tls(TlsVersion::Tls13), "192.0.2.1");
        filler.add("b.example", 10, sample::plaintext(), "192.0.2.2");
        filler.add("c.example", 60, {TlsState::Unknown, {}, {}, {}}, "192.0.2.3");
        result.state.settled = facts;
        result.facts = std::make_shared<const FactTable>(facts);
        f.document.setImport(result);
        f.show();
        QCOMPARE(textOf(f.page, u"trafficHeadline"_s), u"75.0\u00a0% over TLS"_s);
        QVERIFY(f.page.findChild<VersionChart*>(u"trafficVersions"_s)->csv().contains(u"unknown,60,60.00"_s));
        // No share can be told of a domain whose TLS is unknown.
        QAbstractItemModel* busiest = f.model(u"trafficBusiest"_s);
        QCOMPARE(busiest->index(0, 0).data().toString(), u"c.example"_s);
        QCOMPARE(busiest->index(0, 2).data().toString(), u"–"_s);
    }

    void notCountedIsAlwaysInSight()
    {
        Fixture f;
        f.document.setImport(annotated());
        f.show({1000, 480});
        const auto* label = f.page.findChild<QLabel*>(u"trafficNotCounted"_s);
        QCOMPARE(label->text(), u"Not counted: 1,234 re-injected · 56 authenticated · 7 internal · 89 rejected"_s);
        auto* scroll = f.page.findChild<QScrollArea*>(u"trafficScroll"_s);
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        QVERIFY(label->isVisible());
        QVERIFY(!label->visibleRegion().isEmpty());
        QVERIFY(!scroll->isAncestorOf(label));
    }

    void notesAreSentences()
    {
        Fixture f;
        f.document.setImport(annotated());
        f.show();
        const QString text = allText(*f.page.findChild<QWidget*>(u"trafficNotes"_s));
        for (const ImportNote& note : f.document.state().notes)
            QVERIFY2(text.contains(words::text(note)), qPrintable(words::text(note)));
        QVERIFY(text.contains(u"smtpd_tls_loglevel"_s)); // the remedy
        // What a stranger wrote is text, never markup.
        const auto labels = f.page.findChildren<QLabel*>();
        for (const QLabel* label : labels) {
            if (label->text().contains(u"<b>"_s))
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

    void noNotesIsSaid()
    {
        Fixture f;
        f.document.setImport(sample::import());
        f.show();
        QVERIFY(allText(*f.page.findChild<QWidget*>(u"trafficNotes"_s)).contains(u"Every line was understood"_s));
    }

    void filesAreListed()
    {
        Fixture f;
        f.document.setImport(annotated());
        f.show();
        QAbstractItemModel* files = f.model(u"trafficFiles"_s);
        QCOMPARE(files->rowCount(), 1);
        QVERIFY(files->index(0, 0).data().toString().endsWith(u"mail.log"_s));
        QCOMPARE(files->index(0, 2).data().toString(), u"40,000"_s);
        QCOMPARE(files->index(0, 3).data().toString(), u"3"_s);
    }

    void versionsAndCiphersAndTrust()
    {
        Fixture f;
        f.document.setImport(sample::import());
        f.show();
        const QString versions = f.page.findChild<VersionChart*>(u"trafficVersions"_s)->csv();
        QVERIFY(versions.contains(u"TLS 1.3,85,"_s)); // 60 + 10 + 15
        QVERIFY(versions.contains(u"TLS 1.2,100,"_s));
        QVERIFY(versions.contains(u"TLS 1.0,30,"_s));
        QVERIFY(versions.contains(u"plaintext,95,"_s));
        QVERIFY(f.page.findChild<VersionChart*>(u"trafficCiphers"_s)
                    ->csv()
                    .contains(u"TLS_AES_256_GCM_SHA384,215,100.00"_s));
        QVERIFY(f.page.findChild<VersionChart*>(u"trafficTrust"_s)->csv().contains(u"Trusted,60,"_s));
        QCOMPARE(f.page.findChild<TrafficChart*>()->table()->rowCount(), 30);
    }

    void spamByTlsAddsUp()
    {
        Fixture f;
        FactTable facts;
        sample::Filler filler(facts);
        filler.add("a.example", 90, sample::tls(TlsVersion::Tls13), "192.0.2.1", SpamVerdict::Legitimate);
        filler.add("s.example", 10, sample::tls(TlsVersion::Tls13), "192.0.2.2", SpamVerdict::Spam);
        filler.add("s.example", 30, sample::plaintext(), "192.0.2.3", SpamVerdict::Spam);
        filler.add("b.example", 10, sample::plaintext(), "192.0.2.4", SpamVerdict::Legitimate);
        filler.add("c.example", 5, sample::plaintext(), "192.0.2.5");
        ImportResult result = sample::import();
        result.facts = std::make_shared<const FactTable>(facts);
        f.document.setImport(result);
        f.show();
        QAbstractItemModel* spam = f.model(u"trafficSpam"_s);
        QCOMPARE(spam->rowCount(), 4);
        QCOMPARE(spam->index(0, 1).data(Qt::UserRole).toInt(), 10);
        QCOMPARE(spam->index(0, 2).data(Qt::UserRole).toInt(), 30);
        QCOMPARE(spam->index(2, 2).data(Qt::UserRole).toInt(), 5);
        QCOMPARE(spam->index(3, 1).data().toString(), u"10.0\u00a0%"_s);
        QCOMPARE(spam->index(3, 2).data().toString(), u"75.0\u00a0%"_s); // unlabelled mail says nothing either way
        QCOMPARE(spam->index(3, 3).data().toString(), u"–"_s);
        QCOMPARE(f.model(u"trafficClear"_s)->index(0, 0).data().toString(), u"s.example"_s);
    }

    void demoIsSaid()
    {
        Fixture f;
        f.document.setImport(sample::import());
        f.show();
        auto* badge = f.page.findChild<QWidget*>(u"demoBadge"_s);
        QVERIFY(!badge->isVisible());
        f.document.setDemo(true);
        QTRY_VERIFY(badge->isVisible());
        QCOMPARE(badge->accessibleName(), u"Demo: synthetic data"_s);
    }

    void modelsAreSound()
    {
        Fixture f;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        const auto views = f.page.findChildren<FigureView*>();
        QCOMPARE(views.size(), 6); // with the two of what others saw
        for (const FigureView* view : views)
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        f.show();
        f.document.setImport(annotated());
        f.page.setDirection(Direction::Outbound);
        f.document.clear();
        f.document.setImport(sample::import());
    }

    void hostileDomainIsOnlyText()
    {
        Fixture f;
        FactTable facts;
        sample::Filler filler(facts);
        filler.add("<img src=x>.example", 30, sample::plaintext(), "192.0.2.1");
        ImportResult result = sample::import();
        result.facts = std::make_shared<const FactTable>(facts);
        f.document.setImport(result);
        f.show();
        const QModelIndex cell = f.model(u"trafficBusiest"_s)->index(0, 0);
        QCOMPARE(cell.data().toString(), u"<img src=x>.example"_s);
        QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    }

    void rowsAreCopied()
    {
        Fixture f;
        f.document.setImport(sample::import());
        f.show();
        auto* view = f.page.findChild<FigureView*>(u"trafficBusiest"_s);
        view->selectRow(0);
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"bank.example\t100\t98.0\u00a0%\t2"_s);
    }

    void columnsFollowTheWidth()
    {
        Fixture f;
        f.document.setImport(sample::import());
        f.show({760, 600});
        auto* columns = f.page.findChild<ColumnArea*>();
        QTRY_COMPARE(columns->columns(), 1);
        f.page.resize(1180, 600);
        QTRY_COMPARE(columns->columns(), 2);
        f.page.resize(2400, 1300);
        QTRY_COMPARE(columns->columns(), 3);
        // Nothing is ever wider than its page.
        for (const int width : {640, 760, 1180, 1900}) {
            f.page.resize(width, 600);
            QCoreApplication::processEvents();
            auto* scroll = f.page.findChild<QScrollArea*>(u"trafficScroll"_s);
            QTRY_VERIFY2(scroll->widget()->width() <= scroll->viewport()->width(), qPrintable(QString::number(width)));
        }
    }

    void everythingThatTakesFocusHasAName()
    {
        Fixture f;
        f.document.setImport(annotated());
        f.show();
        const auto widgets = f.page.findChildren<QWidget*>();
        for (QWidget* widget : widgets) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->isHidden()
                || qobject_cast<QScrollArea*>(widget) != nullptr || qobject_cast<QLabel*>(widget) != nullptr)
                continue;
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(interface);
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(),
                qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }
};

QTEST_MAIN(TestTrafficPage)
#include "tst_trafficpage.moc"
