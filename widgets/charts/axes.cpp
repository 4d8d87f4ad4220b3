// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/axes.h"

#include <QCoreApplication>
#include <QLocale>
#include <qcustomplot.h>

#include <cmath>

namespace waxseal {

namespace {

class PercentTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override
    {
        // As many decimals as the steps need: 0.5, 1, 1.5.
        int decimals = 0;
        for (double step = m_step; decimals < 4 && qAbs(step - std::round(step)) > 1e-6; step *= 10)
            ++decimals;
        return QCoreApplication::translate("waxseal::style", "%1\u00a0%")
            .arg(locale.toString(qAbs(tick) < 1e-9 ? 0 : tick, 'f', decimals));
    }
    double getTickStep(const QCPRange& range) override
    {
        m_step = QCPAxisTicker::getTickStep(range);
        return m_step;
    }

private:
    double m_step = 1;
};

class MessagesTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override
    {
        return locale.toString(qRound64(tick));
    }
    double getTickStep(const QCPRange& range) override { return qMax(1.0, QCPAxisTicker::getTickStep(range)); }
};

} // namespace

void labelInPercent(QCPAxis* axis, int tickCount)
{
    axis->setTicker(QSharedPointer<PercentTicker>::create());
    axis->ticker()->setTickCount(tickCount);
}

void labelInMessages(QCPAxis* axis, int tickCount)
{
    axis->setTicker(QSharedPointer<MessagesTicker>::create());
    axis->ticker()->setTickCount(tickCount);
}

} // namespace waxseal
