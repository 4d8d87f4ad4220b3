// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/records/bytestream.h"

#include <QString>
#include <QStringList>

#include <stop_token>

namespace waxseal {

/**
 * Inputs that are no files here, read by a program that is started for them:
 *
 * - `journal:` this machine's mail log in the systemd journal, `journal:UNIT` what one unit wrote; by journalctl
 * - `ssh://[user@]host[:port]/path` a log on another machine, wildcards allowed; by the user's own ssh, with its keys,
 * agent and configuration. Nothing is asked for and nothing is stored but the address. What is not compressed there is
 * compressed for the way.
 */
bool isElsewhere(const QString& input);

/** Whether the input can be opened again and says the same from its beginning: a remote file can, the journal cannot.
 */
bool isRepeatableElsewhere(const QString& input);

/** The program that brings an input, and its arguments. */
struct SourceCommand
{
    QString program;
    QStringList arguments;
    bool operator==(const SourceCommand&) const = default;
};

/** How an input is read. `after`: of the journal only what is later, µs since 1970; 0: all. Error{CannotOpen} where the
 * address is none. */
Result<SourceCommand> sourceCommand(const QString& input, qint64 after = 0);

/** The files that an ssh:// address with wildcards, or of a folder, stands for, each as an input of its own. Runs ssh.
 */
Result<QStringList> expandElsewhere(const QString& input, const std::stop_token& stop = {});

/** Starts the program. An exit status other than 0 ends the stream with Error{CannotRead} and the last line it said. */
Result<std::unique_ptr<ByteStream>> openElsewhere(const QString& input, qint64 after = 0, std::stop_token stop = {});

} // namespace waxseal
