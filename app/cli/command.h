// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace waxseal::cli {

/** A subcommand: one file each, listed in commands.cpp. */
struct Command
{
    const char* name;
    QString (*summary)(); ///< one line for the general help, translated
    int (*run)(const QStringList& arguments); ///< arguments behind the command's name; returns the exit code
};

const std::vector<Command>& commands();

int runSummary(const QStringList& arguments);
int runDomains(const QStringList& arguments);
int runHosts(const QStringList& arguments);
int runMessages(const QStringList& arguments);
int runSimulate(const QStringList& arguments);
int runRecommend(const QStringList& arguments);
int runExport(const QStringList& arguments);
int runReport(const QStringList& arguments);
int runProbe(const QStringList& arguments);
int runSave(const QStringList& arguments);
int runWitness(const QStringList& arguments);

} // namespace waxseal::cli
