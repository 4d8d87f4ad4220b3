// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/ipaddress.h"
#include "model/importer/importer.h"
#include "resources/demolog/demolog.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace waxseal;

namespace {

/** What a row of the fact table is about, as words, so that both sides can fill it; and the sum. */
struct Sum
{
    std::uint64_t messages = 0;
    std::uint64_t recipients = 0;
    bool operator==(const Sum&) const = default;
};
using Sums = std::map<QString, Sum>;

/** One message, as words. */
using Messages = std::multimap<QString, QString>;

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString tlsWords(const TlsFact& fact)
{
    switch (fact.state) {
    case TlsState::Unknown:
        return u"unknown"_s;
    case TlsState::Plaintext:
        return u"no"_s;
    case TlsState::Tls:
        break;
    }
    return u"yes "_s + words(name(fact.version)) + u' ' + words(name(fact.trust));
}

QString tlsWords(const demolog::Truth& truth)
{
    return truth.tls == "yes" ? u"yes "_s + words(truth.version) + u' ' + words(truth.trust) : words(truth.tls);
}

/** A log, with the truth about it. */
struct KnownLog
{
    QByteArray bytes;
    Sums sums;
    Messages messages;
    Excluded excluded;
    std::uint64_t lines = 0;
};

KnownLog write(const demolog::Options& options)
{
    KnownLog log;
    log.lines = demolog::writeDemoLog(
        options, [&](std::string_view bytes) { log.bytes.append(bytes.data(), static_cast<qsizetype>(bytes.size())); },
        [&](const demolog::Truth& truth) {
            if (truth.excluded == "reinjected")
                ++log.excluded.reinjected;
            else if (truth.excluded == "internal" || (truth.excluded == "local" && truth.domain != "<>"))
                ++log.excluded.internal; // what cron writes is as internal as what the printer sends
            else if (truth.excluded == "rejected")
                ++log.excluded.rejected;
            if (truth.direction == "submission")
                ++log.excluded.authenticated;
            if (truth.direction.empty() || (truth.direction == "outbound" && truth.status != "sent"))
                return;
            const QString what = words(truth.direction) + u' ' + words(truth.domain) + u' ' + tlsWords(truth) + u' '
                + words(truth.spam);
            const QString day = QString::number(truth.time / demolog::day);
            Sum& sum = log.sums[what + u' ' + words(truth.host) + (truth.fellBack ? u" fell back "_s : u" "_s) + day];
            sum.messages += 1;
            sum.recipients += truth.recipients;
            log.messages.emplace(words(truth.messageId), what);
        });
    return log;
}

ImportResult import(const QString& path, int year, Messages* messages = nullptr)
{
    ImportOptions options;
    options.zone = QTimeZone::utc();
    options.year = year;
    MessageSink sink;
    if (messages != nullptr)
        sink = [messages](const MessageRecord& record) {
            std::string_view id = record.messageId;
            if (id.starts_with('<') && id.ends_with('>'))
                id = id.substr(1, id.size() - 2);
            messages->emplace(words(id),
                words(name(record.direction)) + u' ' + words(record.domain) + u' ' + tlsWords(*record.tls) + u' '
                    + words(name(record.spam)));
        };
    Result<ImportResult> result = importLogs({path}, options, nullptr, {}, {}, sink);
    if (!result)
        qFatal(
            "importLogs: code %d, %ls", static_cast<int>(result.error().code), qUtf16Printable(result.error().detail));
    return std::move(result).value();
}

Sums sumsOf(const FactTable& facts)
{
    Sums sums;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const FactRow row = facts.row(i);
        const QString what = words(name(row.key.direction)) + u' ' + words(facts.domains.text(row.key.domain)) + u' '
            + tlsWords(facts.tls(row.key.tls)) + u' ' + words(name(row.key.spam)) + u' '
            + QString::fromStdString(facts.host(row.key.host).address.text())
            + (row.key.fellBack ? u" fell back "_s : u" "_s) + QString::number(row.key.day);
        sums[what].messages += row.messages;
        sums[what].recipients += row.recipients;
    }
    return sums;
}

/** The first few differences, for the eye; empty when there is none. */
template <typename Map>
QString difference(const Map& expected, const Map& actual, QString (*show)(const typename Map::value_type&))
{
    std::multiset<QString> missing;
    for (const auto& one : expected)
        missing.insert(show(one));
    QStringList found;
    for (const auto& one : actual) {
        const auto at = missing.find(show(one));
        if (at == missing.end())
            found.append(u"imported, not true: "_s + show(one));
        else
            missing.erase(at);
    }
    for (const QString& one : missing)
        found.append(u"true, not imported: "_s + one);
    const QString count = QString::number(found.size());
    return found.isEmpty() ? QString() : count + u" differences:\n"_s + found.mid(0, 30).join(u'\n');
}

QString showSum(const Sums::value_type& one)
{
    return one.first + u": "_s + QString::number(one.second.messages) + u" messages, "_s
        + QString::number(one.second.recipients) + u" recipients"_s;
}

QString showMessage(const Messages::value_type& one)
{
    return one.first + u": "_s + one.second;
}

} // namespace

/** The generator against the importer: what a log was made to say is what we read from it. */
class TestDemoLog : public QObject
{
    Q_OBJECT

private slots:
    void importerTellsTheTruth_data()
    {
        QTest::addColumn<demolog::Header>("header");
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<quint64>("messages");
        QTest::addColumn<quint32>("domains");
        QTest::newRow("short-iso") << demolog::Header::ShortIso << quint64{1} << quint64{8'000} << quint32{800};
        QTest::newRow("iso, another seed")
            << demolog::Header::Iso << quint64{20'261'101} << quint64{8'000} << quint32{300};
        QTest::newRow("bsd, few domains") << demolog::Header::Bsd << quint64{7} << quint64{6'000} << quint32{60};
        // A message every two seconds: hundreds of lines interleave, processes and queue ids come round again and
        // again.
        QTest::newRow("busy") << demolog::Header::Iso << quint64{3} << quint64{80'000} << quint32{800};
    }

    void importerTellsTheTruth()
    {
        QFETCH(demolog::Header, header);
        QFETCH(quint64, seed);
        QFETCH(quint64, messages);
        QFETCH(quint32, domains);
        demolog::Options options;
        options.header = header;
        options.seed = seed;
        options.messages = messages;
        options.domains = domains;
        options.days = messages > 50'000 ? 2 : 9;
        const KnownLog log = write(options);
        QVERIFY(log.messages.size() > messages / 2);

        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mail.log"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(log.bytes), log.bytes.size());
        file.close();

        Messages imported;
        const ImportResult result = import(path, 2026, &imported);
        QCOMPARE(result.state.sources.size(), std::size_t{1});
        QCOMPARE(result.state.sources.front().bytes, static_cast<std::uint64_t>(log.bytes.size()));
        QCOMPARE(result.state.sources.front().lines, log.lines);
        const QString sums = difference(log.sums, sumsOf(*result.facts), showSum);
        QVERIFY2(sums.isEmpty(), qPrintable(sums));
        const QString streamed = difference(log.messages, imported, showMessage);
        QVERIFY2(streamed.isEmpty(), qPrintable(streamed));
        QCOMPARE(result.excluded.reinjected, log.excluded.reinjected);
        QCOMPARE(result.excluded.authenticated, log.excluded.authenticated);
        QCOMPARE(result.excluded.internal, log.excluded.internal);
        QCOMPARE(result.excluded.rejected, log.excluded.rejected);
    }

    /** Nobody real: RFC 2606 names, RFC 5737 and RFC 3849 addresses, our own hosts in private networks. */
    void namesNobody()
    {
        demolog::Options options;
        options.messages = 4'000;
        const QString log = QString::fromUtf8(write(options).bytes);
        QVERIFY(log.section(u'\n', 0, 0).contains(u"synthetic"_s));

        static const QRegularExpression host(u"[@\\s<=/]((?:[a-z0-9äöü-]+\\.)+([a-z]{2,}))(?=[\\s>:;,\\[/)])"_s,
            QRegularExpression::CaseInsensitiveOption);
        static const QSet<QString> reserved{u"example"_s, u"test"_s, u"invalid"_s, u"localdomain"_s};
        QSet<QString> offending;
        for (QRegularExpressionMatchIterator it = host.globalMatch(log); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const QString name = match.captured(1).toLower();
            if (!reserved.contains(match.captured(2).toLower()) && name != u"example.com"_s
                && !name.endsWith(u".example.com"_s))
                offending.insert(name);
        }
        QCOMPARE(offending, QSet<QString>());

        static const std::vector<Cidr> documentation
            = parseNetworks("192.0.2.0/24,198.51.100.0/24,203.0.113.0/24,2001:db8::/32,10.0.0.0/8,"
                            "127.0.0.0/8")
                  .value();
        static const QRegularExpression address(u"\\[([0-9a-f]*[.:][0-9a-f.:]+)\\]"_s);
        int seen = 0;
        for (QRegularExpressionMatchIterator it = address.globalMatch(log); it.hasNext(); ++seen) {
            const QString text = it.next().captured(1);
            const auto ip = IpAddress::parse(text.toStdString());
            QVERIFY2(ip.has_value(), qPrintable(text));
            QVERIFY2(
                std::any_of(documentation.begin(), documentation.end(), [&](const Cidr& c) { return c.contains(*ip); }),
                qPrintable(text));
        }
        QVERIFY(seen > 10'000);
    }

    void sameSeedSameBytes()
    {
        demolog::Options options;
        options.messages = 2'000;
        const QByteArray first = write(options).bytes;
        QVERIFY(first == write(options).bytes);
        options.seed = 2;
        QVERIFY(first != write(options).bytes);
    }

    /** The log that is shipped: the same on every machine and with every compiler. A new hash here means a new demo. */
    void theDemoIsPinned()
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        std::uint64_t bytes = 0;
        demolog::writeDemoLog({}, [&](std::string_view piece) {
            hash.addData(QByteArrayView(piece.data(), static_cast<qsizetype>(piece.size())));
            bytes += piece.size();
        });
        QCOMPARE(bytes, std::uint64_t{147'371'536});
        QCOMPARE(hash.result().toHex(),
            QByteArrayLiteral("6d5b3f16df5c3ce5e200ce271264be219e4d94e3f4687677c5c3a8595b1de717"));
    }
};

QTEST_GUILESS_MAIN(TestDemoLog)
#include "tst_demolog.moc"
