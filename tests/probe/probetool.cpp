// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The probe command alone, for trials: probetool probe DOMAIN...

#include "app/cli/probecommand.h"

#include <QCoreApplication>

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    return waxseal::probeCommand(QCoreApplication::arguments().mid(2));
}
