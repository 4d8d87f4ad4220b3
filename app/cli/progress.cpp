// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/progress.h"

#include "app/cli/output.h"
#include "widgets/words/words.h"

#include <QFileInfo>
#include <QLocale>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace waxseal::cli {

ProgressLine::ProgressLine(bool quiet)
{
#ifdef Q_OS_UNIX
    m_active = !quiet && ::isatty(STDERR_FILENO) == 1;
#else
    Q_UNUSED(quiet)
#endif
}

ProgressSink ProgressLine::sink()
{
    if (!m_active)
        return {};
    return [this](const ImportProgress& progress) { show(progress); };
}

void ProgressLine::show(const ImportProgress& progress)
{
    constexpr double interval = 0.2;
    if (progress.seconds - m_last < interval)
        return;
    m_last = progress.seconds;
    const QLocale locale;
    QString text = QFileInfo(progress.file).fileName();
    const double rate = static_cast<double>(progress.bytesDone) / std::max(progress.seconds, 0.001);
    text += QStringLiteral("  %1/s").arg(locale.formattedDataSize(static_cast<qint64>(rate)));
    if (progress.bytesTotal > 0 && rate > 0) {
        const double share = static_cast<double>(progress.bytesDone) / static_cast<double>(progress.bytesTotal);
        const double left
            = static_cast<double>(progress.bytesTotal - std::min(progress.bytesDone, progress.bytesTotal)) / rate;
        text += QStringLiteral("  %1 %  ").arg(locale.toString(share * 100.0, 'f', 0))
            + Cli::tr("%n second(s) left", nullptr, static_cast<int>(left + 0.5));
    }
    text += QStringLiteral("  ") + Cli::tr("%Ln message(s)", nullptr, words::plural(progress.messages));
    const QByteArray line = "\r\x1b[K" + printable(text).left(100).toUtf8();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    std::fflush(stderr);
    m_shown = true;
}

void ProgressLine::finish()
{
    if (m_shown)
        std::fputs("\r\x1b[K", stderr);
    m_shown = false;
}

} // namespace waxseal::cli
