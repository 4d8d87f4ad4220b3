// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/progressstrip.h"

#include "widgets/controls/elidedlabel.h"
#include "widgets/style/palette.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent)
    , m_what(new ElidedLabel(this))
    , m_figures(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"progressStrip"_s);
    m_what->setObjectName(u"progressWhat"_s);
    m_figures->setObjectName(u"progressFigures"_s);
    m_figures->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_bar->setObjectName(u"progressBar"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(unit);
    m_bar->setMinimumWidth(16 * unit);
    m_cancel->setObjectName(u"progressCancel"_s);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    layout->setSpacing(2 * unit);
    layout->addWidget(m_what, 2);
    layout->addWidget(m_figures, 3);
    layout->addWidget(m_bar, 2);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressStrip::cancelRequested);
    hide();
}

void ProgressStrip::start(const QString& what, bool cancellable)
{
    m_what->setText(what);
    m_figures->clear();
    m_bar->setRange(0, 0);
    m_cancel->setVisible(cancellable);
    m_cancel->setEnabled(true);
    m_cancel->setText(tr("Cancel"));
    show();
}

void ProgressStrip::setCancelling()
{
    m_cancel->setEnabled(false);
    m_cancel->setText(tr("Cancelling…"));
}

void ProgressStrip::setProgress(const ImportProgress& progress)
{
    if (!progress.file.isEmpty())
        m_what->setText(tr("Reading %1").arg(QFileInfo(progress.file).fileName()));
    m_figures->setText(figures(progress));
    if (progress.bytesTotal > 0) {
        constexpr int steps = 1000; // bytes would not fit an int
        const double share = static_cast<double>(progress.bytesDone) / static_cast<double>(progress.bytesTotal);
        m_bar->setRange(0, steps);
        m_bar->setValue(static_cast<int>(std::min(share, 1.0) * steps));
    }
}

QString ProgressStrip::figures(const ImportProgress& progress)
{
    const QLocale locale;
    const auto bytes = [&](double value) {
        return locale.formattedDataSize(static_cast<qint64>(value), 1, QLocale::DataSizeSIFormat);
    };
    const auto done = static_cast<double>(progress.bytesDone);
    const auto total = static_cast<double>(progress.bytesTotal);
    QStringList parts;
    parts.append(progress.bytesTotal > 0 ? tr("%1 of %2").arg(bytes(done), bytes(total)) : bytes(done));
    constexpr double soonest = 0.5; // s: before, a rate says nothing
    if (progress.seconds >= soonest && done > 0) {
        const double rate = done / progress.seconds;
        parts.append(tr("%1/s").arg(bytes(rate)));
        if (total > done) {
            const double left = std::ceil((total - done) / rate);
            parts.append(left < 120 ? tr("%n second(s) left", nullptr, static_cast<int>(left))
                                    : tr("%n minute(s) left", nullptr, static_cast<int>(std::ceil(left / 60))));
        }
    }
    parts.append(tr("%1 messages").arg(locale.toString(static_cast<qulonglong>(progress.messages))));
    return parts.join(u" · "_s);
}

void ProgressStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), style::lineColor(palette()));
}

} // namespace waxseal
