// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/periodbar.h"

#include "widgets/charts/daystrip.h"
#include "widgets/document/document.h"
#include "widgets/style/icons.h"
#include "widgets/style/palette.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QDateEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

namespace {

constexpr int mostMonths = 13; // in the menu: a year, and the same month of the year before

/** First and last day of all logs. */
std::optional<Period> covered(const Document& document)
{
    const DocumentFacts::AllDays& all = document.allDays();
    if (all.count() == 0)
        return {};
    return Period{all.first, static_cast<Day>(all.first + all.count() - 1)};
}

/** The part of the days asked for that the logs cover. */
std::optional<Period> shown(const Document& document)
{
    auto days = covered(document);
    if (!days)
        return {};
    const Period asked = document.periodChoice().on(days);
    days->first = std::clamp(asked.first, days->first, days->last);
    days->last = std::clamp(asked.last, days->first, days->last);
    return days;
}

} // namespace

QString shortPeriod(QDate first, QDate last)
{
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

QString periodText(const Document& document)
{
    const auto days = shown(document);
    return days ? shortPeriod(dateOf(days->first), dateOf(days->last)) : QString();
}

PeriodBar::PeriodBar(Document* document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_strip(new DayStrip(this))
    , m_button(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_menu(new QMenu(tr("P&eriod"), this))
    , m_all(new QAction(tr("&All Days"), this))
{
    setObjectName(u"periodBar"_s);
    m_strip->setObjectName(u"dayStrip"_s);
    m_strip->setAccessibleName(tr("Days of the logs"));
    m_button->setObjectName(u"period"_s);
    m_button->setAccessibleName(tr("Period"));
    m_button->setIcon(style::themedIcon(u"calendar"_s));
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setMenu(m_menu);
    m_clear->setObjectName(u"periodAll"_s);
    m_clear->setAccessibleName(tr("Look at all days"));
    m_clear->setToolTip(tr("Look at all days"));
    m_clear->setIcon(style::themedIcon(u"clear"_s));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::TabFocus);
    QSizePolicy keepsItsRoom = m_clear->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true);
    m_clear->setSizePolicy(keepsItsRoom);
    m_menu->setObjectName(u"periodMenu"_s);
    m_all->setCheckable(true);
    m_all->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit / 2);
    layout->addWidget(m_strip);
    layout->addWidget(m_button);
    layout->addWidget(m_clear);

    connect(m_strip, &DayStrip::daysChosen, this, &PeriodBar::chooseDays);
    connect(m_strip, &DayStrip::allChosen, this, [this] { choose({}); });
    connect(m_clear, &QToolButton::clicked, this, [this] { choose({}); });
    connect(m_all, &QAction::triggered, this, [this] { choose({}); });
    connect(m_menu, &QMenu::aboutToShow, this, &PeriodBar::fillMenu);
    connect(document, &Document::factsChanged, this, &PeriodBar::refresh);
    connect(document, &Document::periodChanged, this, &PeriodBar::refresh);
    fillMenu();
    refresh();
}

void PeriodBar::setDirection(Direction direction)
{
    m_direction = direction;
    refresh();
}

void PeriodBar::setStripShown(bool shown)
{
    m_strip->setVisible(shown && m_document->allDays().count() > 1);
}

int PeriodBar::narrowWidth() const
{
    return m_button->sizeHint().width() + m_clear->sizeHint().width() + unit / 2;
}

int PeriodBar::stripWidth() const
{
    return m_strip->sizeHint().width() + unit / 2;
}

void PeriodBar::choose(const PeriodChoice& period)
{
    m_document->setPeriod(period);
    refresh(); // what is checked follows what holds, not what was clicked
}

void PeriodBar::chooseDays(Day first, Day last)
{
    const auto all = covered(*m_document);
    const bool isAll = all && first <= all->first && last >= all->last;
    choose(isAll ? PeriodChoice{} : PeriodChoice{0, {first, last}});
}

void PeriodBar::fillMenu()
{
    m_menu->clear(); // and with it all that is the menu's own
    const PeriodChoice& now = m_document->periodChoice();
    const auto days = covered(*m_document);
    m_all->setChecked(now.isEverything());
    m_menu->addAction(m_all);
    const auto offer = [&](const QString& text, const PeriodChoice& period) {
        QAction* action = m_menu->addAction(text, this, [this, period] { choose(period); });
        action->setCheckable(true);
        action->setChecked(now == period);
        action->setEnabled(days.has_value());
    };
    for (const std::uint16_t last : {std::uint16_t{7}, std::uint16_t{30}, std::uint16_t{90}})
        offer(tr("Last %n Day(s)", nullptr, last), {last, {}});
    m_menu->addSeparator();
    if (days) {
        QDate month(dateOf(days->last).year(), dateOf(days->last).month(), 1);
        for (int i = 0; i < mostMonths && month.addMonths(1) > dateOf(days->first); ++i) {
            const auto first = dayOf(month);
            const auto last = dayOf(month.addMonths(1).addDays(-1));
            if (!first || !last)
                break;
            //: A month and its year as QLocale reads them.
            offer(QLocale().toString(month, tr("MMMM yyyy")), {0, {*first, *last}});
            month = month.addMonths(-1);
        }
        m_menu->addSeparator();
    }
    m_menu->addAction(tr("&From a Day to a Day…"), this, &PeriodBar::askForDays)->setEnabled(days.has_value());
    m_menu->addAction(tr("&Compare Two Periods…"), this, &PeriodBar::comparisonRequested)->setEnabled(days.has_value());
}

void PeriodBar::askForDays()
{
    const auto all = covered(*m_document);
    const auto now = shown(*m_document);
    if (!all || !now)
        return;
    auto* dialog = new QDialog(window());
    dialog->setObjectName(u"periodDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Period"));
    const auto edit = [&](const QString& name, Day day) {
        auto* field = new QDateEdit(dateOf(day), dialog);
        field->setObjectName(name);
        field->setCalendarPopup(true);
        field->setDateRange(dateOf(all->first), dateOf(all->last));
        return field;
    };
    QDateEdit* from = edit(u"periodFrom"_s, now->first);
    QDateEdit* to = edit(u"periodTo"_s, now->last);
    connect(from, &QDateEdit::dateChanged, to, [to](QDate date) { to->setMinimumDate(date); });
    to->setMinimumDate(from->date());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    auto* layout = new QFormLayout(dialog);
    layout->addRow(tr("&From"), from);
    layout->addRow(tr("&To"), to);
    layout->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, from, to] {
        const auto first = dayOf(from->date());
        const auto last = dayOf(to->date());
        if (first && last)
            chooseDays(*first, *last);
    });
    dialog->open();
}

void PeriodBar::refresh()
{
    const DocumentFacts::AllDays& all = m_document->allDays();
    const auto days = shown(*m_document);
    const bool isAll = m_document->periodChoice().isEverything();
    m_strip->setDays(all.first, all.messages[static_cast<std::size_t>(m_direction)]);
    m_strip->setChosen(isAll ? std::nullopt : days);
    const QString text = periodText(*m_document);
    m_strip->setAccessibleDescription(text);
    m_button->setText(text.isEmpty() ? tr("Period") : text);
    m_button->setToolTip(
        isAll ? tr("All days of the logs are looked at") : tr("Only mail of these days is looked at, in every place"));
    m_button->setEnabled(days.has_value());
    QFont font = m_button->font();
    font.setBold(!isAll);
    m_button->setFont(font);
    m_clear->setVisible(!isAll);
    m_all->setChecked(isAll);
    m_all->setEnabled(days.has_value());
}

} // namespace waxseal
