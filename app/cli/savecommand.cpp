// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"
#include "app/cli/inputs.h"

#include <QFileInfo>

namespace waxseal::cli {

namespace {

CommandHelp help()
{
    CommandHelp text;
    text.usage = QStringLiteral("save INPUT... --output FILE.waxseal [OPTIONS]");
    text.description = Cli::tr("Keeps what the logs say in a workspace: an SQLite file with sums by day, domain and "
                               "host, the policy, and which parts of "
                               "which files have been read. It holds no local part of an address, no recipient and no "
                               "subject. With the workspace itself "
                               "among the inputs it is continued: what has been read does not count twice, also when a "
                               "log was rotated, renamed or "
                               "compressed meanwhile.");
    text.options = {{QStringLiteral("output"), QStringLiteral("FILE.waxseal"), Cli::tr("Where to.")},
        {QStringLiteral("overwrite"), {}, Cli::tr("Replace a file that is there and is not among the inputs.")}};
    text.options += policyOptions() + testOptions() + QList<Option>{directionOption()} + inputOptions();
    text.examples
        = {QStringLiteral("waxseal-cli save /var/log/mail.log* --output mail.waxseal"), Cli::tr("The first time."),
            QStringLiteral("waxseal-cli save mail.waxseal /var/log/mail.log* --output mail.waxseal --quiet"),
            Cli::tr("From then on, every night.")};
    return text;
}

bool isSameFile(const QString& a, const QString& b)
{
    const QString canonical = QFileInfo(a).canonicalFilePath();
    return !canonical.isEmpty() && canonical == QFileInfo(b).canonicalFilePath();
}

} // namespace

int runSave(const QStringList& arguments)
{
    Options options(help());
    if (const auto code = options.parse(arguments))
        return *code;
    const QString output = options.value(QStringLiteral("output"));
    if (output.isEmpty())
        return options.misused(Cli::tr("Say where to: --output FILE.waxseal"));
    const auto direction = options.direction();
    if (!direction || !options.policy(*direction, {}))
        return Usage;
    bool continues = false;
    for (const QString& input : options.inputs())
        continues = continues || (isSameFile(input, output) && isWorkspace(input));
    const Overwrite overwrite = continues || options.has(QStringLiteral("overwrite")) ? Overwrite::Yes : Overwrite::No;
    if (const Status status = checkTarget(output, overwrite); !status)
        return report(status.error());
    const FileStamp before = fileStamp(output);

    int code = Done;
    auto loaded = load(options, code);
    if (!loaded)
        return code;
    const auto policy = options.policy(*direction, loaded->policy.of(*direction));
    if (!policy)
        return Usage;
    Workspace workspace;
    workspace.state = std::move(loaded->import.state);
    workspace.policy = loaded->policy;
    workspace.policy.of(*direction) = *policy;
    workspace.probes = std::move(loaded->probes);
    workspace.testsVote = loaded->testsVote;
    workspace.choices = std::move(loaded->choices);
    workspace.period = loaded->chosenPeriod;
    workspace.witnesses = std::move(loaded->witnesses);
    workspace.stamp = loaded->stamp;
    // What is continued was read after the look at `before`: its own stamp says which state is known.
    const auto saved = saveWorkspace(workspace, output, overwrite, continues ? std::nullopt : std::optional(before));
    return saved ? Done : report(saved.error());
}

} // namespace waxseal::cli
