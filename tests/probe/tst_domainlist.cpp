// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/batch/domainlist.h"

#include <QStringEncoder>
#include <QTest>

using namespace waxseal;
using namespace Qt::StringLiterals;

class TestDomainList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tables_data();
    void tables();
    void firstColumn_data();
    void firstColumn();
    void pasted_data();
    void pasted();
    void encodings();
    void openQuoteEndsNothing();
};

static QString found(const DomainList& list)
{
    QStringList domains;
    for (const DomainName& domain : list.domains)
        domains.append(QString::fromStdString(domain.ascii()));
    return domains.join(u' ');
}

/** What a header says holds for both forms. */
void TestDomainList::tables_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("domains");
    const QString both = u"a.example b.example"_s;
    QTest::newRow("commas") << u"domain,messages\na.example,3\nb.example,4\n"_s << both;
    QTest::newRow("semicolons") << u"Domain;Nachrichten\r\na.example;3\r\nb.example;4\r\n"_s << both;
    QTest::newRow("tabs") << u"domain\tmessages\na.example\t3\nb.example\t4"_s << both;
    QTest::newRow("under a comment")
        << u"# our partners; mx.example\n\n  # and more\ndomain;n\na.example;1\nb.example;2\n"_s << both;
    QTest::newRow("second column")
        << u"owner,\"Domain name\",mx\nx,a.example,mx.a.example\ny,b.example,mx.b.example\n"_s << both;
    QTest::newRow("quoted")
        << u"\"owner\";\"domain\"\n\"Miller; \"\"Joe\"\"\nand sons\";\"a.example\"\n\"\";\"b.example\"\n"_s << both;
    QTest::newRow("spreadsheet") << u"sep=;\r\nn;Domain\r\n1;a.example\r\n2;b.example\r\n"_s << both;
    QTest::newRow("header alone in its line") << u"Domain\na.example,12\nb.example;13\n"_s << both;
    QTest::newRow("German") << u"Domäne;Anzahl\na.example;12\nb.example;13\n"_s << both;
    QTest::newRow("order mark") << u"\ufeffdomain,n\na.example,1\nb.example,2"_s << both;
    QTest::newRow("short and empty lines") << u"n,domain\n1\n\n2,\n3,a.example\n4,b.example,x\n"_s << both;
    QTest::newRow("comments between") << u"domain,n\na.example,1 # c.example\n#d.example\nb.example,2\n"_s << both;
    QTest::newRow("repeated") << u"domain\na.example\nA.EXAMPLE.\nb.example\n*.a.example\n"_s << both;
}

void TestDomainList::tables()
{
    QFETCH(QString, text);
    for (const ListForm form : {ListForm::Words, ListForm::FirstColumn}) {
        const DomainList list = readDomainList(text, form);
        QTEST(found(list), "domains");
        QCOMPARE(list.unreadable, 0);
    }
}

void TestDomainList::firstColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("domains");
    QTest::addColumn<int>("unreadable");
    QTest::newRow("lines") << u"a.example\r\nb.example\n"_s << u"a.example b.example"_s << 0;
    QTest::newRow("only the first") << u"a.example,mx.a.example\nb.example;mx.b.example\n"_s << u"a.example b.example"_s
                                    << 0;
    QTest::newRow("header of other words") << u"Name;Owner\na.example;Joe\n"_s << u"a.example"_s << 0;
    QTest::newRow("private zone") << u"intranet\na.example\n"_s << u"intranet a.example"_s << 0;
    QTest::newRow("quoted") << u"\"a.example\",\"1,250\"\n\"b.example\",3\n"_s << u"a.example b.example"_s << 0;
    QTest::newRow("old Mac line ends") << u"a.example\rb.example\r"_s << u"a.example b.example"_s << 0;
    QTest::newRow("not a name") << u"a..example\nb.example\n<>\n"_s << u"b.example"_s << 1;
    QTest::newRow("comment") << u"a.example # and c.example\n# d.example\n"_s << u"a.example"_s << 0;
}

void TestDomainList::firstColumn()
{
    QFETCH(QString, text);
    const DomainList list = readDomainList(text, ListForm::FirstColumn);
    QTEST(found(list), "domains");
    QTEST(list.unreadable, "unreadable");
}

void TestDomainList::pasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("domains");
    const QString one = u"a.example"_s;
    QTest::newRow("URL") << u"https://a.example/path?q=b.example#x, c.example"_s << u"a.example c.example"_s;
    QTest::newRow("URL with user and port") << u"ftp://joe:secret@a.example:2121/"_s << one;
    QTest::newRow("path") << u"a.example/contact.html"_s << one;
    QTest::newRow("port") << u"a.example:25"_s << one;
    QTest::newRow("mailto") << u"mailto:joe@a.example?subject=hello"_s << one;
    QTest::newRow("addresses") << u"\"Miller\" <joe@a.example>, jane@b.example;"_s << u"a.example b.example"_s;
    // RFC 3492's own kind of example, by Python's idna: 例え.テスト
    QTest::newRow("U-labels") << u"例え.テスト bücher.example BÜCHER.example"_s
                              << u"xn--r8jz45g.xn--zckzah xn--bcher-kva.example"_s;
    QTest::newRow("ideographic stops") << u"例え。テスト"_s << u"xn--r8jz45g.xn--zckzah"_s;
    QTest::newRow("A-label and U-label") << u"xn--bcher-kva.example bücher.example"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("IP addresses") << u"192.0.2.1 2001:db8::1 [192.0.2.7] a.example"_s << one;
    QTest::newRow("semicolons and tabs") << u"a.example;b.example\tc.example"_s << u"a.example b.example c.example"_s;
}

void TestDomainList::pasted()
{
    QFETCH(QString, text);
    QTEST(found(readDomainList(text)), "domains");
}

void TestDomainList::encodings()
{
    const QString text = u"Domäne;n\r\nbücher.example;1\r\n"_s;
    for (const auto encoding : {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        const QByteArray bytes = encoder.encode(text);
        const DomainList list = readDomainList(listText(bytes), ListForm::FirstColumn);
        QCOMPARE(found(list), u"xn--bcher-kva.example"_s);
        QCOMPARE(list.unreadable, 0);
    }
    QCOMPARE(listText(text.toUtf8()), text);
}

void TestDomainList::openQuoteEndsNothing()
{
    QString text = u"domain,n\n\"a.example,1\n"_s;
    for (int i = 0; i < 1000; ++i)
        text += u"d%1.example,2\n"_s.arg(i);
    const DomainList list = readDomainList(text);
    QCOMPARE(list.domains.size(), std::size_t{1000});
    QCOMPARE(list.unreadable, 1);
}

QTEST_GUILESS_MAIN(TestDomainList)
#include "tst_domainlist.moc"
