// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"

#include "app/cli/output.h"

namespace waxseal::cli {

const std::vector<Command>& commands()
{
    // In the order of the work. A new command is a file, a declaration in command.h and a line here.
    static const std::vector<Command> all{
        {"summary", [] { return Cli::tr("Totals by direction: how much mail travels over TLS."); }, runSummary},
        {"domains", [] { return Cli::tr("A row a domain: messages, plaintext, TLS versions."); }, runDomains},
        {"hosts", [] { return Cli::tr("A row a host: its organisation, the domains it sends for, TLS versions."); },
            runHosts},
        {"messages", [] { return Cli::tr("A row a message, as it is read."); }, runMessages},
        {"simulate", [] { return Cli::tr("What would be lost if TLS were required."); }, runSimulate},
        {"recommend", [] { return Cli::tr("The domains to require TLS of within a loss budget."); }, runRecommend},
        {"export", [] { return Cli::tr("Configuration for the mail server: preview, then files."); }, runExport},
        {"probe", [] { return Cli::tr("Test domains live: delivered or lost, at which level, and why."); }, runProbe},
        {"witness", [] { return Cli::tr("What others saw: TLS reports (RFC 8460), Google's “Safer email” table."); },
            runWitness},
        {"report", [] { return Cli::tr("One HTML file for those who sign it off."); }, runReport},
        {"save", [] { return Cli::tr("Keep facts and policy in a workspace, or add new logs to one."); }, runSave},
    };
    return all;
}

} // namespace waxseal::cli
