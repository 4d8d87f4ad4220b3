// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/inputs.h"

#include <functional>
#include <stop_token>

namespace waxseal::cli {

/** --follow. */
Option followOption();

/**
 * Goes on reading the inputs after load() has read them to their ends: what was appended, and the files that rotation
 * puts in their place, until a signal ends the program, standard output closes, or `stop` is requested. `changed` is
 * called after each round that found something new; it returns false to end. The exit code.
 */
int follow(const Options& options, Loaded& loaded, const std::function<bool()>& changed,
    const MessageSink& messages = {}, const std::stop_token& stop = {});

} // namespace waxseal::cli
