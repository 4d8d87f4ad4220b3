// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tester/testbar.h"

#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/tester/testactions.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include <cmath>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::TextLabel;
using style::unit;

TestBar::TestBar(const TestActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_domain(new QLineEdit(this))
    , m_test(new QPushButton(tr("&Run Test"), this))
    , m_batch(new QToolButton(this))
    , m_pause(new QPushButton(this))
    , m_cancel(new QPushButton(tr("&Cancel"), this))
    , m_figures(new TextLabel(TextLabel::Rank::Muted, this))
    , m_progress(new QProgressBar(this))
{
    m_domain->setObjectName(u"testDomain"_s);
    m_domain->setPlaceholderText(tr("Domain, such as example.com"));
    m_domain->setAccessibleName(tr("Domain to test"));
    m_domain->setClearButtonEnabled(true);
    m_domain->setMaxLength(1024);
    m_domain->setMinimumWidth(24 * unit);
    m_domain->setMaximumWidth(44 * unit);
    m_test->setObjectName(u"testButton"_s);
    m_test->setDefault(true);
    m_batch->setObjectName(u"testAllButton"_s);
    m_batch->setDefaultAction(actions.all);
    m_batch->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_batch->setPopupMode(QToolButton::MenuButtonPopup);
    m_batch->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(m_batch);
    menu->addActions({actions.all, actions.untested, actions.list, actions.own});
    m_batch->setMenu(menu);
    m_pause->setObjectName(u"pauseTests"_s);
    m_cancel->setObjectName(u"cancelTests"_s);
    m_figures->setObjectName(u"testProgress"_s);
    m_figures->setWordWrap(false);
    m_figures->setAccessibleName(tr("Progress of the tests"));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the tests"));
    m_progress->setFixedWidth(14 * unit);
    m_progress->setMaximumHeight(unit);
    auto* settings = new QToolButton(this);
    settings->setObjectName(u"testSettingsButton"_s);
    settings->setDefaultAction(actions.settings);
    settings->setToolButtonStyle(Qt::ToolButtonIconOnly);
    settings->setAccessibleName(tr("Test settings"));
    settings->setAutoRaise(true);
    settings->setFocusPolicy(Qt::StrongFocus);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(unit);
    layout->addWidget(m_domain, 3);
    layout->addWidget(m_test);
    layout->addSpacing(unit);
    layout->addWidget(m_batch);
    layout->addWidget(m_pause);
    layout->addWidget(m_cancel);
    layout->addStretch(1);
    layout->addWidget(m_figures);
    layout->addWidget(m_progress);
    layout->addWidget(settings);

    connect(m_domain, &QLineEdit::returnPressed, this, &TestBar::testRequested);
    connect(m_domain, &QLineEdit::textChanged, this, &TestBar::refresh);
    connect(m_test, &QPushButton::clicked, this, &TestBar::testRequested);
    connect(m_pause, &QPushButton::clicked, actions.pause, &QAction::trigger);
    connect(m_cancel, &QPushButton::clicked, actions.cancel, &QAction::trigger);
    setRunning(false, false);
}

QString TestBar::domain() const
{
    return m_domain->text().trimmed();
}

void TestBar::setDomain(const QString& domain)
{
    m_domain->setText(domain);
}

void TestBar::focusDomain()
{
    m_domain->setFocus(Qt::ShortcutFocusReason);
    m_domain->selectAll();
}

void TestBar::setRunning(bool running, bool paused)
{
    if (running && !m_running) {
        m_figures->clear();
        m_progress->setRange(0, 0); // nothing is known yet
    }
    m_running = running;
    m_pause->setText(paused ? tr("Res&ume") : tr("Pa&use"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_pause, m_cancel, m_figures, m_progress})
        widget->setVisible(running);
    refresh();
}

void TestBar::refresh()
{
    m_test->setEnabled(!m_running && !domain().isEmpty());
}

void TestBar::setProgress(const ProbeProgress& progress)
{
    m_figures->setText(figures(progress));
    const bool known = progress.domains > 1;
    m_progress->setRange(0, known ? static_cast<int>(progress.domains) : 0);
    m_progress->setValue(static_cast<int>(progress.domainsDone));
}

QString TestBar::figures(const ProbeProgress& progress)
{
    if (progress.domains < 2) {
        const QString elapsed = tr("%1 s").arg(QLocale().toString(static_cast<int>(progress.secondsElapsed)));
        return progress.connections == 0
            ? elapsed
            : elapsed + u" · "_s + tr("%n connection(s)", nullptr, static_cast<int>(progress.connections));
    }
    QStringList parts{tr("%1 of %2").arg(style::count(progress.domainsDone), style::count(progress.domains))};
    if (progress.paused) {
        parts.append(tr("paused"));
        return parts.join(u" · "_s);
    }
    constexpr double soonest = 0.5; // s: before, a rate says nothing
    if (progress.secondsElapsed >= soonest && progress.domainsDone > 0) {
        const double rate = static_cast<double>(progress.domainsDone) / progress.secondsElapsed;
        //: Domains tested in a second.
        parts.append(tr("%1/s").arg(QLocale().toString(rate, 'f', rate < 10 ? 1 : 0)));
        if (progress.secondsLeft >= 0 && progress.domainsDone < progress.domains) {
            const double left = std::ceil(progress.secondsLeft);
            parts.append(left < 120
                    ? tr("%1 s left").arg(QLocale().toString(static_cast<int>(left)))
                    : tr("%1 min left").arg(QLocale().toString(static_cast<int>(std::ceil(left / 60)))));
        }
    }
    return parts.join(u" · "_s);
}

} // namespace waxseal
