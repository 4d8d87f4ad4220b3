// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever strangers send: what is nearly right is more dangerous than what is not. Every mutation must end in an
// answer, under the sanitizers. They are the same each time.

#include "probefacts.h"
#include "tlsserver.h"

#include "model/core/printable.h"
#include "probe/dns/records.h"
#include "probe/mtasts/httpresponse.h"
#include "probe/mtasts/records.h"
#include "probe/net/wire.h"
#include "probe/smtp/smtpsession.h"
#include "probe/tls/certificate.h"
#include "probe/tls/tlsa.h"
#include "probe/verdict/comparison.h"
#include "probe/verdict/delivery.h"
#include "probe/verdict/findings.h"
#include "probe/verdict/resultjson.h"

#include <QTest>

#include <random>

using namespace waxseal;
using namespace waxseal::test;

class TestMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replies();
    void records();
    void policies();
    void responses();
    void results();
    void handshakes();
    void certificates();
};

namespace {

/** Changes, cuts, doubles and inserts a few bytes. */
class Mutator
{
public:
    explicit Mutator(unsigned seed)
        : m_random(seed)
    {
    }
    std::string operator()(std::string text)
    {
        const std::size_t times = 1 + below(4);
        for (std::size_t i = 0; i < times && !text.empty(); ++i) {
            const std::size_t at = below(text.size());
            switch (below(6)) {
            case 0:
                text[at] = static_cast<char>(below(256));
                break;
            case 1:
                text.erase(at, 1 + below(8));
                break;
            case 2:
                text.insert(at, text.substr(below(text.size()), below(40)));
                break;
            case 3:
                text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
                break;
            case 4:
                text.insert(at, std::string(below(3000), static_cast<char>(below(256))));
                break;
            default:
                text.resize(at);
                break;
            }
        }
        return text;
    }
    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_random); }

private:
    std::mt19937 m_random;
};

/** Calls `use` with mutations of the seeds, some of them mutated again. */
template <typename Use>
void forMutations(const std::vector<std::string>& seeds, int count, Use use)
{
    Mutator mutate(20260101);
    for (int i = 0; i < count; ++i) {
        std::string text = mutate(seeds[static_cast<std::size_t>(i) % seeds.size()]);
        while (mutate.below(3) == 0)
            text = mutate(std::move(text));
        use(text, mutate);
    }
}

bool isPrintable(const std::string& text)
{
    const QString decoded = QString::fromStdString(text);
    return std::all_of(decoded.begin(), decoded.end(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
}

} // namespace

void TestMutations::replies()
{
    const std::vector<std::string> seeds{"220-mx.example.com please wait\r\n220 mx.example.com ESMTP\r\n",
        "250-mx.example.com\r\n250-PIPELINING\r\n250-SIZE 10240000\r\n250-STARTTLS\r\n250 8BITMIME\r\n",
        "421 4.7.0 too many\r\n", "250 ok\n220 more\n", "530 5.7.0 Must issue a STARTTLS command first\r\n"};
    forMutations(seeds, 20000, [](const std::string& text, Mutator& mutate) {
        ReplyParser parser;
        std::string buffer;
        ReplyParser::State state = ReplyParser::State::Incomplete;
        for (std::size_t at = 0; at < text.size() && state == ReplyParser::State::Incomplete;) {
            const std::size_t part = 1 + mutate.below(text.size() - at);
            buffer += text.substr(at, part);
            at += part;
            state = parser.take(buffer);
        }
        QVERIFY(buffer.size() <= text.size());
        for (const std::string& line : parser.reply().lines)
            QVERIFY(isPrintable(line));
        for (const std::string& keyword : ehloKeywords(parser.reply()))
            QVERIFY(!keyword.empty());
    });
}

void TestMutations::records()
{
    using namespace std::string_literals;
    const std::vector<std::string> seeds{"\0\x0a\x02mx\x07"
                                         "example\x03"
                                         "com\0"s,
        "\x03\x01\x01"s + std::string(32, 'x'),
        "\x10v=STSv1; id=123;\x03"
        "abc"s,
        "\x7f\0\0\x01"s, std::string(16, '\x20')};
    forMutations(seeds, 20000, [](const std::string& data, Mutator& /*mutate*/) {
        if (const auto mx = readMx(data))
            QVERIFY(isPrintable(mx->host) && mx->host.size() < 1100);
        if (const auto tlsa = readTlsa(data)) {
            QCOMPARE(tlsa->data.size(), (data.size() - 3) * 2);
            isWellFormed(*tlsa);
        }
        if (const auto text = readTxt(data))
            QVERIFY(text->size() <= data.size());
        readAddress(data);
        readMtaStsRecords({data});
        readTlsRptRecords({data, data});
    });
}

void TestMutations::policies()
{
    const std::vector<std::string> seeds{
        "version: STSv1\r\nmode: enforce\r\nmx: mx.example.com\r\nmx: *.example.net\r\nmax_age: 604800\r\n",
        "version: STSv1\nmode: none\nmax_age: 1\n", "v=TLSRPTv1; rua=mailto:a@example.com,https://example.com/r"};
    forMutations(seeds, 20000, [](const std::string& text, Mutator& /*mutate*/) {
        MtaStsFacts facts;
        readMtaStsPolicy(text, facts);
        QVERIFY(facts.fetch == MtaStsFacts::Fetch::Fetched || facts.fetch == MtaStsFacts::Fetch::BadPolicy);
        QVERIFY(facts.maxAge >= 0 && facts.maxAge <= 31557600);
        for (const std::string& pattern : facts.mx)
            QVERIFY(isPrintable(pattern));
        for (const std::string& address : readTlsRptRecords({text}).addresses)
            QVERIFY(isPrintable(address));
    });
}

void TestMutations::responses()
{
    const std::vector<std::string> seeds{
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 14\r\n\r\nversion: STSv1",
        "HTTP/1.1 200 OK\r\ncontent-type: text/plain; charset=us-ascii\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5\r\nversi\r\n9;x=y\r\non: STSv1\r\n0\r\n\r\n",
        "HTTP/1.0 301 Moved\nLocation: https://example.com/\n\n"};
    forMutations(seeds, 20000, [](const std::string& text, Mutator& mutate) {
        HttpResponse response;
        std::string buffer;
        HttpResponse::State state = HttpResponse::State::Incomplete;
        for (std::size_t at = 0; at < text.size() && state == HttpResponse::State::Incomplete;) {
            const std::size_t part = 1 + mutate.below(text.size() - at);
            buffer += text.substr(at, part);
            at += part;
            state = response.take(buffer, at >= text.size());
        }
        QVERIFY(response.body().size() <= HttpResponse::maximumBody);
        QVERIFY(response.status() == 0 || (response.status() >= 100 && response.status() < 600));
    });
}

/** A workspace may come from a stranger: its results are judged, compared and shown like our own. */
void TestMutations::results()
{
    DomainFacts facts = goodDomain();
    addTlsa(facts.hosts[0], 2);
    facts.hosts.push_back(goodHost("mx2.example.com", 20, "2001:db8::1"));
    facts.mtaSts = {MtaStsFacts::Record::Found, "1", MtaStsFacts::Fetch::Fetched, "", MtaStsFacts::Mode::Enforce,
        {"*.example.com"}, 604800};
    int readable = 0;
    forMutations({domainToJson(facts).toStdString()}, 1500, [&](const std::string& json, Mutator& /*mutate*/) {
        const Result<DomainFacts> read = domainFromJson(QByteArray::fromStdString(json));
        if (!read)
            return;
        ++readable;
        for (const Verdict& verdict : deliveryMatrix(*read))
            QVERIFY(!reasonText(verdict).isEmpty());
        for (const HostFacts& host : read->hosts) {
            for (const AddressFacts& address : host.addresses) {
                for (const FoundFact& found : findingsOf(*read, host, address, read->time))
                    QVERIFY(!findingText(found).isEmpty());
                readyTlsaRecord(host, address);
            }
        }
        for (const ProbeChange& change : compareProbes(facts, *read))
            QVERIFY(!changeText(change).isEmpty());
        QVERIFY(domainFromJson(domainToJson(*read))); // what was read once stays readable
    });
    QVERIFY2(readable > 100, qPrintable(QString::number(readable)));
}

/** A server's first flight, with bytes changed on the way. */
void TestMutations::handshakes()
{
    IdentityOptions options;
    options.authority = true;
    const Identity authority = makeIdentity(options);
    const Identity leaf = makeIdentity({}, &authority);
    const auto context = TlsContext::create({});
    QVERIFY(context);
    for (const int maximum : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        ServerOptions serverOptions;
        serverOptions.maximum = maximum;
        TlsServer server(serverOptions);
        server.use(leaf, {&authority});
        Mutator mutate(20260102);
        for (int i = 0; i < 300; ++i) {
            TlsSession client(*context, {});
            QVERIFY(client.handshake() == TlsSession::Step::NeedsInput);
            client.feed(mutate(server.flight(client.takeOutput())));
            TlsSession::Step step = client.handshake();
            if (step == TlsSession::Step::Failed)
                QVERIFY(client.failure() != TlsFailure::None && !client.detail().empty());
            std::string plain;
            static_cast<void>(client.read(plain));
            static_cast<void>(client.takeOutput());
            QVERIFY(plain.empty()); // nothing was said that could be believed
            client.chain();
            client.facts();
        }
    }
}

void TestMutations::certificates()
{
    const Identity leaf = makeIdentity({});
    const std::string der = fromHex(tlsaData(leaf.certificate.get(), 0, 0));
    const StorePtr nothing(X509_STORE_new());
    int read = 0;
    forMutations({der}, 5000, [&](const std::string& bytes, Mutator& /*mutate*/) {
        const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
        const CertificatePtr certificate(d2i_X509(nullptr, &at, static_cast<long>(bytes.size())));
        if (certificate == nullptr)
            return;
        ++read;
        const CertificatesPtr chain(sk_X509_new_null());
        X509_up_ref(certificate.get());
        sk_X509_push(chain.get(), certificate.get());
        const ChainFacts facts = readChain(chain.get(), nothing.get());
        QVERIFY(!facts.isTrusted());
        QVERIFY(isPrintable(facts.leaf().subject) && isPrintable(facts.leaf().issuer));
        for (const std::string& name : facts.leaf().names)
            QVERIFY(isPrintable(name));
    });
    QVERIFY2(read > 100, qPrintable(QString::number(read)));
}

QTEST_GUILESS_MAIN(TestMutations)
#include "tst_mutations.moc"
