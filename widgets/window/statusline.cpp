// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/window/statusline.h"

#include "widgets/controls/elidedlabel.h"
#include "widgets/document/document.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"

#include <QToolButton>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

StatusLine::StatusLine(Document* document, QWidget* parent)
    : QStatusBar(parent)
    , m_document(document)
    , m_read(new ElidedLabel(this))
    , m_excluded(new ElidedLabel(this))
    , m_notes(new QToolButton(this))
{
    setObjectName(u"statusLine"_s);
    setSizeGripEnabled(false);
    m_read->setObjectName(u"statusRead"_s);
    m_read->setContentsMargins(unit, 0, 0, 0);
    m_excluded->setObjectName(u"statusExcluded"_s);
    m_excluded->setAlignment(Qt::AlignCenter);
    m_notes->setObjectName(u"statusNotes"_s);
    m_notes->setAutoRaise(true);
    m_notes->setFocusPolicy(Qt::TabFocus);
    m_notes->setToolTip(tr("What was skipped and why, and which log setting would tell more"));
    addWidget(m_read); // whole, as long as there is room at all
    addWidget(m_excluded, 1);
    addPermanentWidget(m_notes);
    connect(m_notes, &QToolButton::clicked, this, &StatusLine::notesRequested);
    connect(document, &Document::factsChanged, this, &StatusLine::refresh);
    connect(document, &Document::demoChanged, this, &StatusLine::refresh);
    refresh();
}

void StatusLine::setDirection(Direction direction)
{
    m_direction = direction;
    refresh();
}

void StatusLine::refresh()
{
    const ImportState& state = m_document->state();
    const TrafficSummary& traffic = m_document->traffic(m_direction);
    if (m_document->isEmpty() && state.sources.empty()) {
        m_read->setText(tr("No log is open"));
        m_excluded->clear();
        m_notes->hide();
        return;
    }
    QStringList parts;
    if (m_document->isDemo())
        parts.append(tr("Demo: synthetic data"));
    parts.append(tr("%n file(s)", nullptr, static_cast<int>(state.pieces.size())));
    parts.append(tr("%n day(s)", nullptr, static_cast<int>(traffic.days.size())));
    const QString messages = style::count(traffic.total.messages);
    const auto count = static_cast<int>(traffic.total.messages);
    switch (m_direction) {
    case Direction::Inbound:
        parts.append(tr("%1 inbound message(s)", nullptr, count).arg(messages));
        break;
    case Direction::Outbound:
        parts.append(tr("%1 outbound message(s)", nullptr, count).arg(messages));
        break;
    case Direction::Submission:
        parts.append(tr("%1 submitted message(s)", nullptr, count).arg(messages));
        break;
    }
    parts.append(tr("%n domain(s)", nullptr, static_cast<int>(traffic.domainCount)));
    m_read->setText(parts.join(u" · "_s));

    const Excluded& excluded = m_document->import().excluded;
    const auto figure = [](const QString& form, std::uint64_t number) { return form.arg(style::count(number)); };
    QStringList left{figure(tr("%1 re-injected"), excluded.reinjected),
        figure(tr("%1 authenticated"), excluded.authenticated), figure(tr("%1 internal"), excluded.internal)};
    if (excluded.forwarded > 0)
        left.append(figure(tr("%1 forwarded"), excluded.forwarded));
    left.append(figure(tr("%1 rejected"), excluded.rejected));
    m_excluded->setText(tr("Not counted: %1").arg(left.join(u" · "_s)));
    const auto notes = static_cast<int>(state.notes.size());
    m_notes->setText(tr("%n import note(s)", nullptr, notes));
    m_notes->setVisible(notes > 0);
}

} // namespace waxseal
