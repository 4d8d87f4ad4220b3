// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/dns/resolver.h"

#include "model/core/ipaddress.h"
#include "model/core/printable.h"

#include <QFile>
#include <QFileInfo>

#include <unbound.h>

namespace waxseal {

namespace {

constexpr std::size_t maximumRecords = 100;
constexpr std::size_t maximumBytes = 128 * 1024; ///< of one answer
constexpr qint64 maximumAnchorFile = 64 * 1024;
constexpr int internetClass = 1;
constexpr int serverFailure = 2;
constexpr int noSuchName = 3;

// The root's key signing keys of 2017 and 2024, as IANA publishes them (data.iana.org/root-anchors).
constexpr const char* rootAnchors[] = {
    ". IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
    ". IN DS 38696 8 2 683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16",
};

Error syntaxError(const QString& subject)
{
    return {ErrorCode::CannotRead, subject, {}};
}

} // namespace

bool Resolver::isServer(const QString& server)
{
    const QStringList parts = server.split(u'@');
    bool isPort = true;
    if (parts.size() == 2)
        isPort = parts[1].toUShort(&isPort) > 0 && isPort;
    return parts.size() <= 2 && isPort && IpAddress::parse(parts[0].toStdString()).has_value();
}

void Resolver::DeleteContext::operator()(ub_ctx* context) const
{
    ub_ctx_delete(context);
}

/** A question on its way. libunbound knows its address, so it is cancelled before it goes. */
struct Resolver::Question
{
    explicit Question(Resolver& resolver)
        : owner(resolver)
        , arrived(resolver.m_reactor, -1, Reactor::Interest::Time, Clock::now() + resolver.m_settings.timeout)
    {
    }
    ~Question()
    {
        if (isAsked && !isAnswered && owner.m_context != nullptr)
            ub_cancel(owner.m_context.get(), id);
    }
    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;

    Resolver& owner;
    Reactor::Wait arrived;
    std::string name;
    DnsAnswer answer;
    int id = 0;
    bool isAsked = false;
    bool isAnswered = false;
};

Resolver::Resolver(Reactor& reactor, const ResolverSettings& settings)
    : m_reactor(reactor)
    , m_settings(settings)
{
}

Resolver::~Resolver() = default;

Result<std::unique_ptr<Resolver>> Resolver::create(Reactor& reactor, const ResolverSettings& settings)
{
    std::unique_ptr<Resolver> resolver(new Resolver(reactor, settings));
    const Status status = resolver->open(true);
    if (!status)
        return status.error();
    return resolver;
}

Status Resolver::open(bool validating)
{
    Context made(ub_ctx_create());
    if (made == nullptr)
        return Error{ErrorCode::Unsupported, QStringLiteral("libunbound"), {}};
    ub_ctx* const context = made.get();
    ub_ctx_async(context, 1); // a thread of its own, not a fork
    // libunbound answers these names by itself and refuses loopback servers, unless told otherwise.
    ub_ctx_set_option(context, "local-zone:", "test. transparent");
    ub_ctx_set_option(context, "do-not-query-localhost:", "no");
    // As a library it keeps 16 questions on the way; a batch has more, and some of them wait for the dead.
    ub_ctx_set_option(context, "outgoing-range:", "200");
    ub_ctx_set_option(context, "num-queries-per-thread:", "400");
    ub_ctx_set_option(context, "outgoing-num-tcp:", "20");
    ub_ctx_debugout(context, nullptr);

    switch (m_settings.mode) {
    case ResolverSettings::Mode::Forward:
        if (!isServer(m_settings.server) || ub_ctx_set_fwd(context, m_settings.server.toLatin1().constData()) != 0)
            return syntaxError(m_settings.server);
        break;
    case ResolverSettings::Mode::System:
        if (ub_ctx_resolvconf(context, nullptr) != 0)
            return Error{ErrorCode::CannotRead, QStringLiteral("/etc/resolv.conf"), {}};
        break;
    case ResolverSettings::Mode::Recursive:
        if (m_settings.rootHints.isEmpty())
            break;
        // libunbound would fall back on the real root servers, which a caller with hints of his own does not mean.
        if (const QFileInfo hints(m_settings.rootHints); !hints.isFile() || !hints.isReadable())
            return Error{ErrorCode::CannotOpen, m_settings.rootHints, {}};
        if (ub_ctx_set_option(context, "root-hints:", QFile::encodeName(m_settings.rootHints).constData()) != 0)
            return syntaxError(m_settings.rootHints);
        break;
    }

    if (!validating)
        ub_ctx_set_option(context, "module-config:", "iterator");
    else if (const Status anchored = addAnchors(context); !anchored)
        return anchored.error();
    m_context = std::move(made);
    m_validating = validating;
    return std::monostate{};
}

Status Resolver::addAnchors(ub_ctx* context)
{
    QStringList anchors = m_settings.trustAnchors;
    if (!m_settings.trustAnchorFile.isEmpty()) {
        QFile file(m_settings.trustAnchorFile);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::CannotOpen, m_settings.trustAnchorFile, file.errorString()};
        anchors += QString::fromLatin1(file.read(maximumAnchorFile)).split(u'\n');
    }
    bool any = false;
    for (QString& line : anchors) {
        line = line.section(u';', 0, 0).simplified();
        if (line.isEmpty())
            continue;
        if (ub_ctx_add_ta(context, line.toLatin1().constData()) != 0)
            return syntaxError(m_settings.trustAnchorFile.isEmpty() ? line : m_settings.trustAnchorFile);
        any = true;
        m_rootAnchor = m_rootAnchor && line.startsWith(u'.');
    }
    if (!m_settings.trustAnchorFile.isEmpty() && !any)
        return syntaxError(m_settings.trustAnchorFile);
    if (!any) {
        for (const char* anchor : rootAnchors)
            ub_ctx_add_ta(context, anchor);
    }
    return std::monostate{};
}

Task<> Resolver::serve()
{
    while (true) {
        ub_ctx* const context = m_context.get();
        const bool ready = co_await m_reactor.readable(ub_fd(context), Clock::now() + std::chrono::seconds(1));
        if (ready && context == m_context.get())
            ub_process(context);
    }
}

DnsAnswer Resolver::convert(const ub_result& result, const std::string& name)
{
    DnsAnswer answer;
    answer.canonicalName = result.canonname != nullptr ? printable(result.canonname, 255) : name;
    if (answer.canonicalName.ends_with('.'))
        answer.canonicalName.pop_back();
    if (result.bogus != 0) { // before anything else: a bogus answer may well hold data
        answer.state.status = DnsStatus::Failed;
        answer.state.security = DnsSecurity::Bogus;
        answer.state.detail = result.why_bogus != nullptr ? printable(result.why_bogus, 300) : "validation failed";
        return answer;
    }
    answer.state.security = result.secure != 0 ? DnsSecurity::Secure : DnsSecurity::Insecure;
    if (result.nxdomain != 0 || result.rcode == noSuchName) {
        answer.state.status = DnsStatus::NoDomain;
    } else if (result.rcode != 0) {
        answer.state.status = DnsStatus::Failed;
        answer.state.detail = result.rcode == serverFailure ? "SERVFAIL" : "RCODE " + std::to_string(result.rcode);
    } else if (result.havedata == 0) {
        answer.state.status = DnsStatus::NoData;
    } else {
        answer.state.status = DnsStatus::Found;
        std::size_t bytes = 0;
        for (std::size_t i = 0; result.data[i] != nullptr && i < maximumRecords; ++i) {
            const auto size = static_cast<std::size_t>(result.len[i]);
            bytes += size;
            if (bytes > maximumBytes)
                break;
            answer.records.emplace_back(result.data[i], size);
        }
    }
    return answer;
}

void Resolver::answered(void* asked, int error, ub_result* result)
{
    auto& question = *static_cast<Question*>(asked);
    question.isAnswered = true;
    if (error != 0 || result == nullptr) {
        question.answer.state.status = DnsStatus::Failed;
        question.answer.state.detail = ub_strerror(error);
    } else {
        question.answer = convert(*result, question.name);
    }
    ub_resolve_free(result);
    question.arrived.wakeSoon();
}

Task<DnsAnswer> Resolver::ask(std::string name, DnsType type)
{
    Question question(*this);
    question.name = std::move(name);
    const int error = ub_resolve_async(m_context.get(), question.name.c_str(), static_cast<int>(type), internetClass,
        &question, &Resolver::answered, &question.id);
    if (error != 0) {
        question.answer.state = {DnsStatus::Failed, DnsSecurity::Insecure, ub_strerror(error)};
        co_return std::move(question.answer);
    }
    question.isAsked = true;
    co_await question.arrived;
    if (!question.isAnswered) {
        question.answer.state = {DnsStatus::Failed, DnsSecurity::Insecure, "no answer in time"};
        question.answer.isTimedOut = true;
    }
    co_return std::move(question.answer);
}

Task<> Resolver::checkValidation()
{
    if (!m_rootAnchor)
        co_return;
    const DnsAnswer root = co_await ask(".", DnsType::Soa);
    if (root.isTimedOut || (root.state.isFound() && root.state.isSecure()))
        co_return;
    static_cast<void>(open(false));
}

} // namespace waxseal
