// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace waxseal {

/** The library versions that live tests depend on, for "About" and bug reports. */
QString probeLibraryVersions();

} // namespace waxseal
