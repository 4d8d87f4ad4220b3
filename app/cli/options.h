// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/output.h"
#include "model/facts/period.h"
#include "model/importer/importer.h"
#include "model/policy/grouping.h"
#include "model/policy/policy.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace waxseal::cli {

/** An option as the help shows it. */
struct Option
{
    QString name; ///< without the dashes
    QString value; ///< placeholder of its value; empty for a switch
    QString help;
};

/** What a subcommand takes; the parser and the help are both made from it. */
struct CommandHelp
{
    QString usage; ///< "summary INPUT..."
    QString description;
    QList<Option> options;
    QStringList examples; ///< a command line, then what it does, alternately
};

/** The options that every command on logs has. */
QList<Option> inputOptions();
Option directionOption();
QList<Option> tableOptions(); ///< --json and --csv
QList<Option> periodOptions(); ///< --since and --until
Option groupingOption(); ///< --by
QList<Option> policyOptions();
/** --without-tests and --with-tests, of every command that judges mail. */
QList<Option> testOptions();

/**
 * Reads the arguments of one subcommand. After parse() has returned a code, the program is to end with it: help was
 * printed, or what is wrong was said.
 */
class Options
{
public:
    explicit Options(CommandHelp help)
        : m_help(std::move(help))
    {
    }
    std::optional<int> parse(const QStringList& arguments);

    bool has(const QString& name) const { return m_values.contains(name); }
    /** Whether the command has this option at all. */
    bool offers(const QString& name) const;
    QString value(const QString& name) const { return m_values.value(name).value(0); }
    QStringList values(const QString& name) const { return m_values.value(name); }
    const QStringList& inputs() const { return m_positional; }

    /** Says what is wrong, and where help is; returns ExitCode::Usage. */
    int misused(const QString& what) const;

    // Values with meaning. Nothing: misused() has been called, end with ExitCode::Usage.
    std::optional<ImportOptions> importOptions() const;
    std::optional<Direction> direction() const;
    std::optional<Grouping> grouping() const;
    /**
     * The days that --since and --until name. "30d" counts from `newest`, the last day with mail: `--since 30d` is that
     * day and the 29 before it, `--until 30d` ends the day before those. Without `newest` such a day stays open.
     */
    std::optional<Period> period(std::optional<Day> newest) const;
    bool hasPeriod() const { return has(QStringLiteral("since")) || has(QStringLiteral("until")); }
    /** Reads --policy, --require and --refuse into the policy; `base` stays where none is given. */
    std::optional<DirectionPolicy> policy(Direction direction, const DirectionPolicy& base) const;
    /** A percentage ("0.1%" or "0.1") as a share 0 … 1. */
    std::optional<double> share(const QString& name) const;

    void printHelp() const;

private:
    std::optional<DirectionPolicy> policyOfFiles(Direction direction) const;
    bool readDay(const QString& name, std::optional<Day> newest, Day& day) const;
    bool addNetworks(const QString& option, std::vector<Cidr>& networks) const;
    std::optional<Requirement> requirement(const QString& word, bool hasScope, Direction direction) const;
    bool requireOf(const QString& part, const Requirement& requirement, DirectionPolicy& policy) const;
    bool requireOfList(const QString& path, const Requirement& requirement, DirectionPolicy& policy) const;

    CommandHelp m_help;
    mutable bool m_hasSaidLeftOut = false; ///< of --policy
    QMap<QString, QStringList> m_values;
    QStringList m_positional;
};

} // namespace waxseal::cli
