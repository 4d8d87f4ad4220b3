// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/headerbar.h"

#include "widgets/controls/segmentedcontrol.h"
#include "widgets/document/document.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"
#include "widgets/window/periodbar.h"
#include "widgets/words/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

#include <functional>
#include <utility>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

namespace {

/** Asks for what the narrowest arrangement needs, not for what the present one does: else it could never become that.
 */
class HeaderContent : public QWidget
{
public:
    HeaderContent(QWidget* parent, std::function<int()> narrowest)
        : QWidget(parent)
        , m_narrowest(std::move(narrowest))
    {
    }
    QSize minimumSizeHint() const override { return {m_narrowest(), QWidget::minimumSizeHint().height()}; }

private:
    std::function<int()> m_narrowest;
};

} // namespace

HeaderBar::HeaderBar(Document* document, const QList<QAction*>& files, const QList<QAction*>& history, QWidget* parent)
    : QToolBar(tr("Toolbar"), parent)
    , m_direction(new SegmentedControl(this))
    , m_period(new PeriodBar(document, this))
{
    setObjectName(u"headerBar"_s);
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    auto* content = new HeaderContent(this, [this] { return narrowestWidth(); });
    auto* layout = new QHBoxLayout(content);
    layout->setContentsMargins(unit, unit / 2, unit, unit / 2);
    layout->setSpacing(unit / 2);
    for (QAction* action : files)
        addButton(layout, action, false);
    layout->addSpacing(unit);
    for (QAction* action : history)
        addButton(layout, action, true);
    layout->addStretch(1);

    layout->addWidget(m_period);
    layout->addSpacing(unit);
    m_direction->setObjectName(u"direction"_s);
    m_direction->setAccessibleName(tr("Direction"));
    for (const Direction direction : allDirections)
        m_direction->add(words::text(direction));
    m_direction->setCurrent(0);
    layout->addWidget(m_direction);
    addWidget(content);

    connect(m_direction, &SegmentedControl::chosen, this,
        [this](int choice) { Q_EMIT directionChosen(static_cast<Direction>(choice)); });
    connect(document, &Document::factsChanged, this, &HeaderBar::arrange);
    connect(document, &Document::periodChanged, this, &HeaderBar::arrange);
    arrange();
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
    m_buttons.append(button);
    layout->addWidget(button);
}

void HeaderBar::setDirection(Direction direction)
{
    m_direction->setCurrent(static_cast<int>(direction));
    m_period->setDirection(direction);
    arrange();
}

void HeaderBar::resizeEvent(QResizeEvent* event)
{
    QToolBar::resizeEvent(event);
    arrange();
}

/** The strip of days is shown where all else has its room beside it; on half a screen buttons do without words. */
void HeaderBar::arrange()
{
    const int others = m_period->narrowWidth() + m_direction->sizeHint().width() + 4 * unit;
    int words = 0;
    for (QToolButton* button : std::as_const(m_buttons)) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        words += button->sizeHint().width() + unit / 2;
    }
    m_period->setStripShown(others + words + m_period->stripWidth() <= width());
    if (others + words > width()) {
        for (QToolButton* button : std::as_const(m_buttons))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
}

int HeaderBar::narrowestWidth() const
{
    const int icon = iconSize().width() + 2 * unit;
    return m_period->narrowWidth() + m_direction->minimumSizeHint().width() + 4 * unit
        + static_cast<int>(m_buttons.size()) * (icon + unit / 2);
}

} // namespace waxseal
