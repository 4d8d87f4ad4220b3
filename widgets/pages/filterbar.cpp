// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/filterbar.h"

#include "widgets/charts/daybins.h"
#include "widgets/controls/chipbutton.h"
#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

FilterBar::FilterBar(QWidget* parent)
    : FoldingRow(parent)
    , m_text(new QLineEdit(this))
    , m_wouldLose(new ChipButton(tr("Loses"), this))
    , m_plaintext(new ChipButton(tr("In clear"), this))
    , m_required(new ChipButton(tr("Required"), this))
    , m_byHand(new ChipButton(tr("By hand"), this))
    , m_differs(new ChipButton({}, this))
    , m_days(new ChipButton({}, this))
    , m_test(new QComboBox(this))
    , m_grouping(new QComboBox(this))
    , m_shown(new style::TextLabel(style::TextLabel::Rank::Muted, this))
{
    m_text->setObjectName(u"filterText"_s);
    m_text->setAccessibleName(tr("Filter domains"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(style::themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_text->setMinimumWidth(20 * unit);
    m_text->installEventFilter(this);
    m_wouldLose->setObjectName(u"filterWouldLose"_s);
    m_wouldLose->setToolTip(tr("Only domains that lose wanted mail, or would"));
    m_plaintext->setObjectName(u"filterPlaintext"_s);
    m_plaintext->setToolTip(tr("Only domains that sent mail in clear"));
    m_required->setObjectName(u"filterRequired"_s);
    m_required->setToolTip(tr("Only domains that have a requirement of their own"));
    m_byHand->setObjectName(u"filterByHand"_s);
    m_byHand->setToolTip(tr("Only domains whose requirement was chosen by hand"));
    m_differs->setObjectName(u"filterDiffers"_s);
    m_differs->setAccessibleName(tr("Differs from the policy that is kept"));
    m_differs->setToolTip(tr("Only domains of which the two policies require different things"));
    m_differs->hide();
    m_days->setObjectName(u"filterDays"_s);
    m_days->setAccessibleName(tr("Days chosen in the chart"));
    m_days->setToolTip(tr("Only domains that lose wanted mail on the day chosen in the chart"));
    m_days->hide();
    m_test->setObjectName(u"filterTest"_s);
    m_test->setAccessibleName(tr("Filter by live test"));
    m_test->setToolTip(tr("Only domains whose last live test said this"));
    m_test->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_test->setMinimumContentsLength(9); // half a screen has no room for the longest choice
    m_test->addItem(tr("Any test"), static_cast<int>(TestFilter::Any));
    m_test->addItem(tr("not tested"), static_cast<int>(TestFilter::NotTested));
    m_test->addItem(tr("no TLS"), static_cast<int>(TestFilter::NoTls));
    m_test->addItem(tr("encrypt only"), static_cast<int>(TestFilter::EncryptOnly));
    m_test->addItem(tr("verify or more"), static_cast<int>(TestFilter::Authenticated));
    m_test->hide();
    m_grouping->setObjectName(u"grouping"_s);
    m_grouping->setAccessibleName(tr("What the rows stand for"));
    m_grouping->addItem(tr("By domain"));
    m_grouping->addItem(tr("By organisation"));
    m_grouping->addItem(tr("By host"));
    m_grouping->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_shown->setObjectName(u"filterShown"_s);
    m_shown->setWordWrap(false);
    m_shown->hide();

    addLeading(m_text, 1);
    addLeading(m_shown);
    // What is there only at times: the other row is long enough.
    for (QWidget* control : std::initializer_list<QWidget*>{m_days, m_test, m_differs})
        addLeading(control);
    for (QWidget* control : std::initializer_list<QWidget*>{m_wouldLose, m_plaintext, m_required, m_byHand, m_grouping})
        addTrailing(control);

    connect(m_text, &QLineEdit::textChanged, this, &FilterBar::filterChanged);
    for (ChipButton* chip : {m_wouldLose, m_plaintext, m_required, m_byHand, m_differs})
        connect(chip, &QCheckBox::toggled, this, &FilterBar::filterChanged);
    connect(m_days, &QCheckBox::toggled, this, [this](bool on) {
        m_days->setVisible(on);
        Q_EMIT filterChanged();
    });
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this] {
        // What they say is said of domains.
        for (QWidget* each :
            std::initializer_list<QWidget*>{m_wouldLose, m_plaintext, m_required, m_byHand, m_differs, m_days, m_test})
            each->setEnabled(grouping() != Grouping::Host);
        Q_EMIT groupingChanged(grouping());
    });
    connect(m_test, &QComboBox::currentIndexChanged, this, &FilterBar::filterChanged);
}

DomainFilter FilterBar::filter() const
{
    DomainFilter filter{m_text->text(), m_wouldLose->isChecked(), m_plaintext->isChecked(), m_required->isChecked()};
    filter.byHand = m_byHand->isChecked();
    filter.differs = m_differs->isChecked();
    if (m_days->isChecked())
        filter.losesOn = m_chosenDays;
    filter.test = static_cast<TestFilter>(m_test->currentData().toInt());
    return filter;
}

void FilterBar::clear()
{
    if (filter() == DomainFilter{})
        return;
    {
        const QSignalBlocker blocked(this); // one change, told once
        m_text->clear();
        for (ChipButton* chip : {m_wouldLose, m_plaintext, m_required, m_byHand, m_differs, m_days})
            chip->setChecked(false);
        m_days->hide();
        m_test->setCurrentIndex(0);
    }
    Q_EMIT filterChanged();
}

void FilterBar::setKept(const QString& name)
{
    //: Only domains in which the policy differs from the one that is kept: its letter.
    m_differs->setText(tr("Not as %1").arg(name));
    m_differs->setVisible(!name.isEmpty());
    if (name.isEmpty())
        m_differs->setChecked(false);
}

Grouping FilterBar::grouping() const
{
    return static_cast<Grouping>(m_grouping->currentIndex()); // in the order of Grouping
}

void FilterBar::setGrouping(Grouping grouping)
{
    m_grouping->setCurrentIndex(static_cast<int>(grouping));
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::toggleDays(Day first, Day last)
{
    const bool again = m_days->isChecked() && m_chosenDays == std::pair(first, last);
    m_chosenDays = {first, last};
    m_days->setText(style::period(dateOf(first), dateOf(last)));
    m_days->updateGeometry();
    if (m_days->isChecked() == !again)
        Q_EMIT filterChanged(); // other days, still a condition
    else
        m_days->setChecked(!again);
}

void FilterBar::showByHand()
{
    m_byHand->setChecked(true);
}

void FilterBar::showDays(Day first, Day last)
{
    if (!m_days->isChecked() || m_chosenDays != std::pair(first, last))
        toggleDays(first, last);
}

void FilterBar::showPlaintext()
{
    m_plaintext->setChecked(true);
}

void FilterBar::setTestsKnown(bool known)
{
    m_test->setVisible(known);
    if (!known)
        m_test->setCurrentIndex(0); // a filter that cannot be seen must not hold
}

void FilterBar::setCounts(std::size_t total, std::size_t shown)
{
    const auto count = static_cast<int>(total);
    m_text->setPlaceholderText(grouping() == Grouping::Host ? tr("Filter %n host(s) (Ctrl+F)", nullptr, count)
                                                            : tr("Filter %n domain(s) (Ctrl+F)", nullptr, count));
    m_shown->setText(tr("%1 of %2").arg(style::count(shown), style::count(total)));
    m_shown->setVisible(filter() != DomainFilter{});
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Escape:
            clear();
            Q_EMIT leaveRequested();
            return true;
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT leaveRequested();
            return true;
        default:
            break;
        }
    }
    return FoldingRow::eventFilter(watched, event);
}

} // namespace waxseal
