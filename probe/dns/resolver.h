// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "probe/net/reactor.h"
#include "probe/net/task.h"
#include "probe/result/facts.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>

struct ub_ctx;
struct ub_result;

namespace waxseal {

/** Whom to ask, and what to believe. */
struct ResolverSettings
{
    enum class Mode
    {
        System,
        Recursive,
        Forward
    };
    Mode mode = Mode::System;
    QString server; ///< with Forward: "IP" or "IP@port"
    QString trustAnchorFile; ///< DS or DNSKEY lines; empty: the root's own
    QStringList trustAnchors; ///< such lines, beside or instead of a file
    QString rootHints; ///< with Recursive: a hints file; empty: the built-in ones
    Milliseconds timeout{10000}; ///< for one question
};

enum class DnsType : std::uint16_t
{
    A = 1,
    Ns = 2,
    Cname = 5,
    Soa = 6,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
    Tlsa = 52
};

/** One answer: its state and the data of its records, as they came. */
struct DnsAnswer
{
    DnsState state;
    std::string canonicalName; ///< at the end of aliases; equal to the question where there are none
    std::vector<std::string> records;
    bool isTimedOut = false; ///< nobody said anything
};

/** Validating, asynchronous look-ups through libunbound, on a reactor. */
class Resolver
{
public:
    static Result<std::unique_ptr<Resolver>> create(Reactor& reactor, const ResolverSettings& settings);
    /** "IP" or "IP@port": nothing else may reach libunbound. */
    static bool isServer(const QString& server);
    ~Resolver();
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;

    /** Asks. Bounded in time, records and bytes; never fails but in the answer's state. */
    Task<DnsAnswer> ask(std::string name, DnsType type);

    /** Reads what libunbound has to say; to be run beside everything else, never ends. */
    Task<> serve();

    /**
     * With the root's own anchor: whether answers that come this way can be validated at all. A server that strips
     * signatures, or refuses the questions that validation needs, would make every domain bogus; then validation is
     * given up, and said so.
     */
    Task<> checkValidation();
    bool isValidating() const { return m_validating; }

private:
    struct Question;
    Resolver(Reactor& reactor, const ResolverSettings& settings);
    Status open(bool validating);
    Status addAnchors(ub_ctx* context);
    static void answered(void* question, int error, ub_result* result);
    static DnsAnswer convert(const ub_result& result, const std::string& name);

    struct DeleteContext
    {
        void operator()(ub_ctx* context) const;
    };
    using Context = std::unique_ptr<ub_ctx, DeleteContext>;
    Reactor& m_reactor;
    ResolverSettings m_settings;
    Context m_context;
    bool m_rootAnchor = true;
    bool m_validating = true;
};

} // namespace waxseal
