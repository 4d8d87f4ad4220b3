// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The ledger without any server: what is told, what counts. The expected rows are counted by hand.

#include "factdump.h"
#include "model/ledger/ledger.h"
#include "modeltest.h"

#include <QDataStream>
#include <QIODevice>

using namespace waxseal;
using namespace waxseal::test;

namespace {

constexpr qint64 start = 1'795'351'500'000'000; // 2026-11-22, day 20779
const Peer bank{"mail.bank.example", "192.0.2.7"};
const Peer shop{"out.shop.example", "198.51.100.8"};

/** A ledger and the tables that it fills, with a clock of seconds. */
struct Book
{
    explicit Book(Silence silence = Silence::IsPlaintext, bool isWrapper = false)
        : traits{0, silence, isWrapper}
        , ledger({&facts, &excluded, &options, nullptr},
              [this](std::string_view tag) { return tag == "mta" ? std::optional(traits) : std::nullopt; })
    {
        options.zone = QTimeZone::utc();
        file = static_cast<FileId>(facts.files.id("log"));
        now(0);
        mta = ledger.service("mx", "mta");
    }

    void now(qint64 second)
    {
        LogRecord record;
        record.time = start + second * microsecondsPerSecond;
        record.offset = static_cast<std::uint64_t>(second);
        ledger.at(record, file);
    }
    QByteArray seen() const
    {
        FactTable all = facts;
        Excluded ignored = excluded;
        ledger.addOpen(all, ignored);
        return dump(all);
    }
    Excluded leftOut() const
    {
        FactTable ignored = facts;
        Excluded all = excluded;
        ledger.addOpen(ignored, all);
        return all;
    }
    QByteArray saved() const
    {
        QByteArray bytes;
        QDataStream out(&bytes, QIODevice::WriteOnly);
        out.setVersion(QDataStream::Qt_6_0);
        ledger.save(out);
        return bytes;
    }
    bool restore(const QByteArray& bytes)
    {
        QDataStream in(bytes);
        in.setVersion(QDataStream::Qt_6_0);
        return ledger.restore(in);
    }
    std::uint64_t note(ImportNote::Code code) const
    {
        std::vector<ImportNote> notes;
        ledger.addNotes(notes);
        std::uint64_t count = 0;
        for (const ImportNote& each : notes)
            count += each.code == code ? each.count : 0;
        return count;
    }
    TlsId tls13() { return ledger.tls("TLSv1.3", "AES", Trust::Unknown); }

    FactTable facts;
    Excluded excluded;
    ImportOptions options;
    ServiceTraits traits;
    Ledger ledger;
    FileId file = 0;
    ServiceId mta = noService;
};

MessageBegin called(std::string_view id)
{
    MessageBegin begin;
    begin.id = id;
    return begin;
}

/** A message of `sender` in a session, begun and taken over. */
void mail(Book& book, SessionId session, std::string_view id, std::string_view sender)
{
    book.ledger.begun(book.mta, session, called(id));
    book.ledger.accepted(book.mta, {id, sender, 100, 1});
}

} // namespace

class LedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void tlsIsThatOfTheMoment();
    void silenceMeansWhatTheServiceSays_data();
    void silenceMeansWhatTheServiceSays();
    void missesTheProgramThatQueues_data();
    void missesTheProgramThatQueues();
    void whatIsNoMailIsLeftOut();
    void authenticatedSessionsSubmit();
    void pendingMessages();
    void arrivedInOneLine();
    void closedMessagesLinger();
    void failuresAreRemembered();
    void outgoingSessionsCarryAll();
    void outgoingHandshakesAreUsedUp();
    void spamByIdAndByMessageId();
    void loopsNeedBothEnds();
    void namedSessionsAreApart();
    void savedInTheMiddle();
    void boundsAreKept();
};

/** RFC 3207: one session can carry a message in clear and then one over TLS. */
void LedgerTest::tlsIsThatOfTheMoment()
{
    Book book;
    book.ledger.connected(book.mta, 1, bank);
    mail(book, 1, "A", "a@clear.example");
    book.ledger.handshake(book.mta, 1, {}, book.tls13());
    mail(book, 1, "B", "b@tls.example");
    book.ledger.disconnected(book.mta, 1, {});
    QCOMPARE(book.seen(),
        QByteArray("20779 inbound 'clear.example' [192.0.2.7] clear: 1/1\n"
                   "20779 inbound 'tls.example' [192.0.2.7] tls/1.3/AES: 1/1\n"));
}

void LedgerTest::silenceMeansWhatTheServiceSays_data()
{
    QTest::addColumn<int>("silence");
    QTest::addColumn<bool>("isWrapper");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<QByteArray>("tls");
    const auto row = [](const char* name, Silence silence, bool isWrapper, bool isWhole, const char* tls) {
        QTest::newRow(name) << int(silence) << isWrapper << isWhole << QByteArray(tls);
    };
    row("always logged", Silence::IsPlaintext, false, true, "clear");
    row("always logged, the beginning is cut", Silence::IsPlaintext, false, false, "unknown");
    row("always logged, TLS from the first byte", Silence::IsPlaintext, true, true, "unknown");
    row("never logged", Silence::SaysNothing, false, true, "unknown");
    row("by a log level, and no handshake seen", Silence::Asks, false, true, "unknown");
}

void LedgerTest::silenceMeansWhatTheServiceSays()
{
    QFETCH(int, silence);
    QFETCH(bool, isWrapper);
    QFETCH(bool, isWhole);
    QFETCH(QByteArray, tls);
    Book book(static_cast<Silence>(silence), isWrapper);
    if (isWhole)
        book.ledger.connected(book.mta, 1, bank);
    MessageBegin begin = called("A");
    begin.peer = bank;
    book.ledger.begun(book.mta, 1, begin);
    book.ledger.accepted(book.mta, {"A", "a@bank.example", 0, 1});
    book.ledger.disconnected(book.mta, 1, {});
    QCOMPARE(book.seen(), "20779 inbound 'bank.example' [192.0.2.7] " + tls + ": 1/1\n");
    QCOMPARE(book.note(ImportNote::Code::SessionsCut), isWhole ? 0U : 1U);
}

void LedgerTest::missesTheProgramThatQueues_data()
{
    QTest::addColumn<bool>("isQueuedElsewhere");
    QTest::addColumn<bool>("isQueued");
    QTest::addColumn<quint64>("missed");
    QTest::newRow("its lines are not in the log") << true << false << quint64{2};
    QTest::newRow("they are") << true << true << quint64{0};
    QTest::newRow("there is no such program: the mail was refused") << false << false << quint64{0};
}

/** A log of Postfix's smtpd alone counts nothing, and the user is told why. Where one program does it all, messages
 * that begin and are not taken over are messages that were refused. */
void LedgerTest::missesTheProgramThatQueues()
{
    QFETCH(const bool, isQueuedElsewhere);
    QFETCH(const bool, isQueued);
    QFETCH(const quint64, missed);
    Book book;
    book.traits.isQueuedElsewhere = isQueuedElsewhere;
    book.mta = book.ledger.service("mx2", "mta");
    for (const SessionId session : {1U, 2U}) {
        book.ledger.connected(book.mta, session, bank);
        book.ledger.begun(book.mta, session, called(session == 1 ? "A" : "B"));
        book.ledger.rejected(book.mta, session, 1);
        book.ledger.disconnected(book.mta, session, {});
    }
    if (isQueued)
        book.ledger.accepted(book.mta, {"A", "a@bank.example", 0, 1});
    QCOMPARE(book.note(ImportNote::Code::NoQueueManager), missed);
}

void LedgerTest::whatIsNoMailIsLeftOut()
{
    Book book;
    book.options.forwarders = {*Cidr::parse("203.0.113.0/24")};
    const auto from = [&](SessionId session, const char* address, const char* id) {
        book.ledger.connected(book.mta, session, {"h.example", address});
        mail(book, session, id, "a@a.example");
    };
    from(1, "10.1.2.3", "A"); // internal
    from(2, "127.0.0.1", "B"); // a filter's loop
    from(3, "203.0.113.5", "C"); // our own backup MX
    book.ledger.pickedUp(book.mta, "D");
    book.ledger.accepted(book.mta, {"D", "cron@our.example", 0, 1});
    book.ledger.connected(book.mta, 4, bank);
    book.ledger.rejected(book.mta, 4, 2);
    book.ledger.begun(book.mta, 4, called("E"));
    book.ledger.refused(book.mta, "E"); // at its end
    book.ledger.begun(book.mta, 4, called("F"));
    book.ledger.dropped(book.mta, "F");
    book.ledger.begun(book.mta, 4, called("G")); // never taken over
    QCOMPARE(book.seen(), QByteArray());
    QVERIFY((book.leftOut() == Excluded{1, 0, 2, 3, 1}));
}

void LedgerTest::authenticatedSessionsSubmit()
{
    Book book;
    book.ledger.connected(book.mta, 1, {"laptop.example", "10.0.0.9"});
    book.ledger.handshake(book.mta, 1, {}, book.tls13());
    book.ledger.authenticated(book.mta, 1, "anna@our.example");
    mail(book, 1, "A", "press@our.example");
    // The next client of the same process is nobody.
    book.ledger.connected(book.mta, 1, bank);
    mail(book, 1, "B", "b@bank.example");
    QCOMPARE(book.seen(),
        QByteArray("20779 inbound 'bank.example' [192.0.2.7] clear: 1/1\n"
                   "20779 submission 'our.example' [10.0.0.9] tls/1.3/AES: 1/1\n"));
}

/** A server that names a message only when it has taken it over. */
void LedgerTest::pendingMessages()
{
    Book book;
    book.ledger.connected(book.mta, 1, bank);
    book.ledger.begun(book.mta, 1, {});
    book.ledger.handshake(book.mta, 1, {}, book.tls13()); // behind MAIL: it began in clear
    book.ledger.pendingAccepted(book.mta, 1, {"A", "a@one.example", 5, 2});
    QVERIFY(book.ledger.isOpen(book.mta, "A"));
    book.ledger.pendingAccepted(book.mta, 1, {"X", "x@twice.example", 5, 1}); // nothing is pending
    book.ledger.begun(book.mta, 1, {});
    book.ledger.pendingDropped(book.mta, 1);
    book.ledger.pendingAccepted(book.mta, 1, {"Y", "y@dropped.example", 5, 1});
    book.ledger.begun(book.mta, 1, {});
    book.ledger.pendingAccepted(book.mta, 1, {"", "b@noid.example", 5, 1});
    QCOMPARE(book.seen(),
        QByteArray("20779 inbound 'noid.example' [192.0.2.7] tls/1.3/AES: 1/1\n"
                   "20779 inbound 'one.example' [192.0.2.7] clear: 1/2\n"));
}

void LedgerTest::arrivedInOneLine()
{
    Book book;
    MessageBegin begin = called("A");
    begin.peer = bank;
    begin.tls = book.tls13();
    book.ledger.arrived(book.mta, begin, {"A", "", 5, 3}); // the null sender
    begin.id = "B";
    begin.tls = Ledger::unknownTls;
    begin.user = "anna"; // names no domain
    book.ledger.arrived(book.mta, begin, {"B", "a@our.example", 5, 0});
    QCOMPARE(book.seen(),
        QByteArray("20779 inbound '<>' [192.0.2.7] tls/1.3/AES: 1/3\n"
                   "20779 submission 'our.example' [192.0.2.7] unknown: 1/1\n"));
}

/** A verdict that comes within the grace still counts; one that comes later finds nothing. */
void LedgerTest::closedMessagesLinger()
{
    for (const bool isInTime : {true, false}) {
        Book book;
        book.ledger.connected(book.mta, 1, bank);
        mail(book, 1, "A", "a@bank.example");
        book.ledger.closed(book.mta, "A");
        book.now(isInTime ? 9 : 11);
        SpamReport report;
        report.verdict = SpamVerdict::Spam;
        report.queueId = "A";
        book.ledger.scanned(book.mta, report);
        book.now(30);
        QVERIFY(!book.ledger.isOpen(book.mta, "A"));
        QCOMPARE(dump(book.facts),
            QByteArray("20779 inbound 'bank.example' [192.0.2.7] clear") + (isInTime ? " spam" : "") + ": 1/1\n");
        QCOMPARE(book.facts.evidence(0, 0).offset(), 0U);
        QCOMPARE(book.ledger.messageCount(), 1U);
    }
}

void LedgerTest::failuresAreRemembered()
{
    Book book;
    book.ledger.connected(book.mta, 1, bank);
    book.ledger.handshakeFailed(book.mta, 1, {}); // the line names no address: it is the session's
    book.ledger.disconnected(book.mta, 1, {});
    book.now(7199);
    book.ledger.connected(book.mta, 2, bank);
    mail(book, 2, "A", "a@soon.example");
    book.ledger.disconnected(book.mta, 2, {});
    book.now(7201);
    book.ledger.connected(book.mta, 3, bank);
    mail(book, 3, "B", "a@late.example");
    QCOMPARE(book.seen(),
        QByteArray("20779 inbound 'late.example' [192.0.2.7] clear: 1/1\n"
                   "20779 inbound 'soon.example' [192.0.2.7] clear fell back: 1/1\n"));
}

void LedgerTest::outgoingSessionsCarryAll()
{
    Book book;
    DeliveryReport delivery;
    delivery.relay = shop;
    delivery.session = 5;
    delivery.isSent = true;
    delivery.id = "A";
    delivery.recipient = "x@cut.example";
    book.ledger.delivered(book.mta, delivery); // its session began before the log: unknown
    book.ledger.connectedTo(book.mta, 5, shop, 25);
    delivery.recipient = "x@clear.example";
    book.ledger.delivered(book.mta, delivery);
    book.ledger.handshakeTo(book.mta, 5, {}, 0, book.tls13());
    for (const char* recipient : {"x@one.example", "y@one.example", "x@two.example"}) {
        delivery.recipient = recipient;
        book.ledger.delivered(book.mta, delivery);
    }
    delivery.isSent = false;
    delivery.recipient = "x@deferred.example";
    book.ledger.delivered(book.mta, delivery);
    book.ledger.disconnectedFrom(book.mta, 5);
    delivery.isSent = true;
    delivery.id = "B";
    delivery.recipient = "x@after.example";
    book.ledger.delivered(book.mta, delivery);
    QCOMPARE(dump(book.facts),
        QByteArray("20779 outbound 'after.example' [198.51.100.8] unknown: 1/1\n"
                   "20779 outbound 'clear.example' [198.51.100.8] clear: 1/1\n"
                   "20779 outbound 'cut.example' [198.51.100.8] unknown: 1/1\n"
                   "20779 outbound 'one.example' [198.51.100.8] tls/1.3/AES: 1/2\n"
                   "20779 outbound 'two.example' [198.51.100.8] tls/1.3/AES: 1/1\n"));
}

/** Without a beginning and an end a handshake belongs to the message that the process delivers next. */
void LedgerTest::outgoingHandshakesAreUsedUp()
{
    Book book(Silence::SaysNothing);
    book.ledger.handshakeTo(book.mta, 5, {"out.shop.example", {}}, 0, book.tls13()); // the line has no address
    DeliveryReport delivery;
    delivery.relay = shop;
    delivery.session = 5;
    delivery.isSent = true;
    delivery.id = "A";
    delivery.recipient = "x@first.example";
    book.ledger.delivered(book.mta, delivery);
    delivery.id = "B";
    delivery.recipient = "x@second.example";
    book.ledger.delivered(book.mta, delivery);
    delivery.tls = book.ledger.plaintext(); // where the line itself says it
    delivery.id = "C";
    delivery.recipient = "x@third.example";
    book.ledger.delivered(book.mta, delivery);
    QCOMPARE(dump(book.facts),
        QByteArray("20779 outbound 'first.example' [198.51.100.8] tls/1.3/AES: 1/1\n"
                   "20779 outbound 'second.example' [198.51.100.8] unknown: 1/1\n"
                   "20779 outbound 'third.example' [198.51.100.8] clear: 1/1\n"));
}

void LedgerTest::spamByIdAndByMessageId()
{
    Book book;
    book.ledger.connected(book.mta, 1, bank);
    mail(book, 1, "A", "a@a.example");
    book.ledger.named(book.mta, "A", "<1@a.example>");
    mail(book, 1, "B", "b@b.example");
    book.ledger.named(book.mta, "B", "<1@a.example>"); // claims the id of another's mail
    SpamReport report;
    report.verdict = SpamVerdict::Spam;
    report.messageId = "<1@a.example>";
    book.ledger.scanned(book.mta, report);
    report.verdict = SpamVerdict::Legitimate;
    report.queueId = "B"; // goes before the message-id
    book.ledger.scanned(book.mta, report);
    QCOMPARE(book.seen(),
        QByteArray("20779 inbound 'a.example' [192.0.2.7] clear spam: 1/1\n"
                   "20779 inbound 'b.example' [192.0.2.7] clear legitimate: 1/1\n"));
    book.now(601);
    report.queueId = {};
    report.verdict = SpamVerdict::Legitimate;
    book.ledger.scanned(book.mta, report); // too late to be believed
    QVERIFY(book.seen().contains("'a.example' [192.0.2.7] clear spam"));
}

/** "queued as B" of a stranger is a claim; of our own side it is a loop. */
void LedgerTest::loopsNeedBothEnds()
{
    for (const bool isOurs : {true, false}) {
        Book book;
        book.ledger.connected(book.mta, 1, bank);
        mail(book, 1, "A", "a@bank.example");
        book.ledger.connected(book.mta, 2, shop);
        mail(book, 2, "B", "b@shop.example");
        DeliveryReport delivery;
        delivery.id = "A";
        delivery.recipient = "x@our.example";
        delivery.relay = isOurs ? Peer{"localhost", "127.0.0.1"} : Peer{"mx.far.example", "203.0.113.9"};
        delivery.queuedAs = "B";
        delivery.isSent = true;
        delivery.tls = book.ledger.plaintext();
        book.ledger.delivered(book.mta, delivery);
        QCOMPARE(book.leftOut().reinjected, isOurs ? 1U : 0U);
        QCOMPARE(book.seen().contains("'shop.example'"), !isOurs);
    }
}

void LedgerTest::namedSessionsAreApart()
{
    Book book;
    const SessionId one = book.ledger.sessionId("5df87c972116a049");
    const SessionId two = book.ledger.sessionId("5df87c972116a04a");
    book.ledger.connected(book.mta, one, bank);
    book.ledger.connected(book.mta, two, shop);
    book.ledger.handshake(book.mta, two, {}, book.tls13());
    mail(book, one, "A", "a@bank.example");
    mail(book, two, "B", "b@shop.example");
    QCOMPARE(processOf(one), 0U);
    QCOMPARE(processOf(4711), 4711U);
    QCOMPARE(book.seen(),
        QByteArray("20779 inbound 'bank.example' [192.0.2.7] clear: 1/1\n"
                   "20779 inbound 'shop.example' [198.51.100.8] tls/1.3/AES: 1/1\n"));
}

/** Whatever is open is taken up by another ledger, which goes on as if it were the same; damage is refused. */
void LedgerTest::savedInTheMiddle()
{
    Book first;
    const SessionId session = first.ledger.sessionId("a session");
    first.ledger.connected(first.mta, session, bank);
    first.ledger.authenticated(first.mta, session, "anna@our.example");
    first.ledger.connected(first.mta, 2, shop);
    first.ledger.begun(first.mta, 2, {});
    first.ledger.handshakeFailed(first.mta, 2, {});
    first.ledger.connectedTo(first.mta, 5, shop, 25);
    first.ledger.handshakeTo(first.mta, 5, {}, 0, first.tls13());
    const QByteArray saved = first.saved();

    const auto goOn = [&](Book& book) {
        book.now(5);
        mail(book, book.ledger.sessionId("a session"), "A-very-long-id-0123456789.1", "a@our.example");
        book.ledger.pendingAccepted(book.mta, 2, {"B", "b@shop.example", 1, 1});
        DeliveryReport delivery;
        delivery.id = "A-very-long-id-0123456789.1";
        delivery.recipient = "x@far.example";
        delivery.relay = shop;
        delivery.session = 5;
        delivery.isSent = true;
        book.ledger.delivered(book.mta, delivery);
        book.ledger.disconnected(book.mta, 2, {});
        return book.seen();
    };
    Book second;
    QVERIFY(second.restore(saved));
    QCOMPARE(second.saved(), saved);
    const QByteArray expected("20779 inbound 'shop.example' [198.51.100.8] clear: 1/1\n"
                              "20779 outbound 'far.example' [198.51.100.8] tls/1.3/AES fell back: 1/1\n"
                              "20779 submission 'our.example' [192.0.2.7] clear: 1/1\n");
    QByteArray hand = expected;
    hand.replace("tls/1.3/AES fell back", "tls/1.3/AES"); // what goes over TLS has not fallen back
    QCOMPARE(goOn(second), hand);
    QCOMPARE(goOn(first), hand);

    for (qsizetype length = 0; length < saved.size(); ++length) {
        Book cut;
        QVERIFY2(!cut.restore(saved.left(length)), qPrintable(QString::number(length)));
        QCOMPARE(cut.ledger.openCount(), 0U);
    }
}

void LedgerTest::boundsAreKept()
{
    Book book;
    for (SessionId i = 1; i <= OpenSessions::most + 10; ++i)
        book.ledger.connected(book.mta, i, bank);
    QCOMPARE(book.note(ImportNote::Code::TooManyOpen), 10U);
    QCOMPARE(book.ledger.openCount(), std::uint64_t{OpenSessions::most});
    Book messages;
    messages.ledger.connected(messages.mta, 1, bank);
    for (std::size_t i = 0; i < OpenMessages::most + 10; ++i)
        messages.ledger.begun(messages.mta, 1, called(std::to_string(i)));
    QCOMPARE(messages.note(ImportNote::Code::TooManyOpen), 10U);
}

QTEST_APPLESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
