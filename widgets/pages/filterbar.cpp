// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/filterbar.h"

#include "widgets/controls/chipbutton.h"
#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_wouldLose(new ChipButton(tr("Would lose"), this))
    , m_plaintext(new ChipButton(tr("In clear"), this))
    , m_required(new ChipButton(tr("Required"), this))
    , m_test(new QComboBox(this))
    , m_shown(new style::TextLabel(style::TextLabel::Rank::Muted, this))
{
    m_text->setObjectName(u"filterText"_s);
    m_text->setAccessibleName(tr("Filter domains"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(style::themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_text->setMinimumWidth(20 * unit);
    m_text->installEventFilter(this);
    m_wouldLose->setObjectName(u"filterWouldLose"_s);
    m_wouldLose->setToolTip(tr("Only domains that would lose mail"));
    m_plaintext->setObjectName(u"filterPlaintext"_s);
    m_plaintext->setToolTip(tr("Only domains that sent mail in clear"));
    m_required->setObjectName(u"filterRequired"_s);
    m_required->setToolTip(tr("Only domains that have a requirement of their own"));
    m_test->setObjectName(u"filterTest"_s);
    m_test->setAccessibleName(tr("Filter by live test"));
    m_test->setToolTip(tr("Only domains whose last live test said this"));
    m_test->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_test->addItem(tr("Any test"), static_cast<int>(TestFilter::Any));
    m_test->addItem(tr("not tested"), static_cast<int>(TestFilter::NotTested));
    m_test->addItem(tr("no TLS"), static_cast<int>(TestFilter::NoTls));
    m_test->addItem(tr("encrypt only"), static_cast<int>(TestFilter::EncryptOnly));
    m_test->addItem(tr("verify or more"), static_cast<int>(TestFilter::Authenticated));
    m_test->hide();
    m_shown->setObjectName(u"filterShown"_s);
    m_shown->setWordWrap(false);
    m_shown->hide();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_shown);
    layout->addWidget(m_wouldLose);
    layout->addWidget(m_plaintext);
    layout->addWidget(m_required);
    layout->addWidget(m_test);

    connect(m_text, &QLineEdit::textChanged, this, &FilterBar::filterChanged);
    for (ChipButton* chip : {m_wouldLose, m_plaintext, m_required})
        connect(chip, &QCheckBox::toggled, this, &FilterBar::filterChanged);
    connect(m_test, &QComboBox::currentIndexChanged, this, &FilterBar::filterChanged);
}

DomainFilter FilterBar::filter() const
{
    return {m_text->text(), m_wouldLose->isChecked(), m_plaintext->isChecked(), m_required->isChecked(),
        static_cast<TestFilter>(m_test->currentData().toInt())};
}

void FilterBar::clear()
{
    if (filter() == DomainFilter{})
        return;
    {
        const QSignalBlocker blocked(this); // one change, told once
        m_text->clear();
        for (ChipButton* chip : {m_wouldLose, m_plaintext, m_required})
            chip->setChecked(false);
        m_test->setCurrentIndex(0);
    }
    Q_EMIT filterChanged();
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::setTestsKnown(bool known)
{
    m_test->setVisible(known);
    if (!known)
        m_test->setCurrentIndex(0); // a filter that cannot be seen must not hold
}

void FilterBar::setCounts(std::size_t total, std::size_t shown)
{
    m_text->setPlaceholderText(tr("Filter %n domain(s) (Ctrl+F)", nullptr, static_cast<int>(total)));
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
    return QWidget::eventFilter(watched, event);
}

} // namespace waxseal
