// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/headerbar.h"

#include "widgets/controls/elidedlabel.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/document/document.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/words/words.h"

#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

QString periodText(const Document& document)
{
    const ImportState& state = document.state();
    if (state.firstTime == 0 || state.lastTime == 0)
        return {};
    const QTimeZone zone(state.timeZone.empty() ? QByteArrayLiteral("UTC") : QByteArray::fromStdString(state.timeZone));
    const auto day = [&](qint64 microseconds) {
        return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, zone.isValid() ? zone : QTimeZone::utc()).date();
    };
    const QDate first = day(state.firstTime);
    const QDate last = day(state.lastTime);
    const QLocale locale;
    //: A date format as QLocale reads it: day, short month, year.
    const QString whole = QCoreApplication::translate("Period", "d MMM yyyy");
    if (first == last)
        return locale.toString(first, whole);
    //: The first day of a period within one month. German: d.
    const QString dayAlone = QCoreApplication::translate("Period", "d", "first day of a period");
    if (first.year() == last.year() && first.month() == last.month())
        return locale.toString(first, dayAlone) + u" – "_s + locale.toString(last, whole);
    //: The first day of a period within one year.
    const QString withoutYear = QCoreApplication::translate("Period", "d MMM");
    return locale.toString(first, first.year() == last.year() ? withoutYear : whole) + u" – "_s
        + locale.toString(last, whole);
}

HeaderBar::HeaderBar(Document* document, const QList<QAction*>& files, const QList<QAction*>& history, QWidget* parent)
    : QToolBar(tr("Toolbar"), parent)
    , m_document(document)
    , m_direction(new SegmentedControl(this))
    , m_period(new ElidedLabel(this))
{
    setObjectName(u"headerBar"_s);
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    auto* content = new QWidget(this);
    auto* layout = new QHBoxLayout(content);
    layout->setContentsMargins(unit, unit / 2, unit, unit / 2);
    layout->setSpacing(unit / 2);
    for (QAction* action : files)
        addButton(layout, action, false);
    layout->addSpacing(unit);
    for (QAction* action : history)
        addButton(layout, action, true);
    layout->addStretch(1);

    m_direction->setObjectName(u"direction"_s);
    m_direction->setAccessibleName(tr("Direction"));
    for (const Direction direction : allDirections)
        m_direction->add(words::text(direction));
    m_direction->setCurrent(0);
    layout->addWidget(m_direction);
    layout->addSpacing(unit);
    m_period->setObjectName(u"period"_s);
    m_period->setAccessibleName(tr("Period of the logs"));
    layout->addWidget(m_period);
    addWidget(content);

    connect(m_direction, &SegmentedControl::chosen, this,
        [this](int choice) { Q_EMIT directionChosen(static_cast<Direction>(choice)); });
    connect(document, &Document::factsChanged, this, &HeaderBar::showPeriod);
    showPeriod();
}

void HeaderBar::addButton(QHBoxLayout* layout, QAction* action, bool isStep)
{
    auto* button = new QToolButton(this);
    if (isStep) {
        // The action's text names the step and changes with each; the button stays as wide as its word.
        button->setText(action->iconText());
        button->setIcon(action->icon());
        const auto follow = [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip());
        };
        connect(action, &QAction::changed, button, follow);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        follow();
    } else {
        button->setDefaultAction(action);
    }
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addWidget(button);
}

void HeaderBar::setDirection(Direction direction)
{
    m_direction->setCurrent(static_cast<int>(direction));
}

void HeaderBar::showPeriod()
{
    m_period->setText(periodText(*m_document));
    m_period->setVisible(!m_period->text().isEmpty());
}

} // namespace waxseal
