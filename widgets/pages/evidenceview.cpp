// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/pages/evidenceview.h"

#include "model/core/printable.h"
#include "widgets/style/icons.h"
#include "widgets/style/numbers.h"
#include "widgets/style/palette.h"
#include "widgets/style/text.h"
#include "widgets/words/words.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace waxseal {

using namespace Qt::StringLiterals;
using style::unit;

namespace {

constexpr int mostLines = 2000;
constexpr qsizetype longestLine = 4000;

/** Log bytes as text: control characters become visible instead of acting. */
QString shownText(const QByteArray& bytes)
{
    const QByteArray line = bytes.left(longestLine).replace('\t', ' ');
    return visibleText(std::string_view(line.constData(), static_cast<std::size_t>(line.size())));
}

} // namespace

EvidenceView::EvidenceView(QWidget* parent)
    : QWidget(parent)
    , m_where(new style::TextLabel(style::TextLabel::Rank::Muted, this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_text(new QPlainTextEdit(this))
{
    m_pool.setMaxThreadCount(1);
    m_where->setObjectName(u"evidenceWhere"_s);
    m_where->setWordWrap(false);
    m_previous->setObjectName(u"evidencePrevious"_s);
    m_previous->setArrowType(Qt::LeftArrow);
    m_previous->setAutoRaise(true);
    m_previous->setToolTip(tr("Message Before"));
    m_previous->setAccessibleName(tr("Log lines of the message before"));
    m_next->setObjectName(u"evidenceNext"_s);
    m_next->setArrowType(Qt::RightArrow);
    m_next->setAutoRaise(true);
    m_next->setToolTip(tr("Next Message"));
    m_next->setAccessibleName(tr("Log lines of the next message"));
    m_text->setObjectName(u"evidenceText"_s);
    m_text->setAccessibleName(tr("Log lines"));
    m_text->setReadOnly(true);
    m_text->setLayoutDirection(Qt::LeftToRight); // log lines, whatever the language around them
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFont(style::fixedFont(font()));
    m_text->setFrameShape(QFrame::NoFrame);

    auto* head = new QHBoxLayout;
    head->setSpacing(unit / 2);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    head->addSpacing(unit / 2);
    head->addWidget(m_where, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, unit / 2, 0, 0);
    layout->setSpacing(unit / 2);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);

    connect(m_previous, &QToolButton::clicked, this, [this] { go(m_place - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(m_place + 1); });
}

EvidenceView::~EvidenceView()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void EvidenceView::setPlaces(std::vector<DomainDetails::Place> places, std::shared_ptr<const FactTable> facts)
{
    m_places = std::move(places);
    m_facts = std::move(facts);
    go(0);
}

void EvidenceView::go(std::size_t place)
{
    m_place = place;
    m_previous->setEnabled(place > 0);
    m_next->setEnabled(place + 1 < m_places.size());
    ++m_request;
    m_unread = true;
    if (m_places.empty()) {
        m_where->setText(tr("These logs have kept no place for this domain."));
        m_text->clear();
        return;
    }
    if (isVisible())
        read();
}

void EvidenceView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_unread && !m_places.empty())
        read();
}

void EvidenceView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        highlight();
}

void EvidenceView::read()
{
    m_unread = false;
    const DomainDetails::Place& place = m_places[m_place];
    const std::string_view name = m_facts->files.text(place.evidence.file());
    const QString path = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    m_where->setText(
        tr("%1 of %2 · %3").arg(style::count(m_place + 1), style::count(m_places.size()), QFileInfo(path).fileName()));
    m_where->setToolTip(style::toolTip(path));
    m_pool.clear(); // whatever waits is no longer wanted
    m_pool.start([this, path, offset = place.evidence.offset(), request = m_request] {
        auto lines = std::make_shared<Result<std::vector<LogLine>>>(readEvidence(path, offset));
        QMetaObject::invokeMethod(
            this,
            [this, path, lines, request] {
                if (request == m_request)
                    show(path, *lines);
            },
            Qt::QueuedConnection);
    });
}

void EvidenceView::show(const QString&, const Result<std::vector<LogLine>>& lines)
{
    m_focusLine = -1;
    if (!lines) {
        m_text->setPlainText(words::text(lines.error()));
        m_text->setExtraSelections({});
        return;
    }
    QStringList shown;
    for (const LogLine& line : *lines) {
        if (shown.size() >= mostLines)
            break;
        if (line.isFocus)
            m_focusLine = static_cast<int>(shown.size());
        shown.append(shownText(line.text));
    }
    m_text->setPlainText(shown.join(u'\n'));
    highlight();
    if (m_focusLine >= 0) {
        m_text->setTextCursor(QTextCursor(m_text->document()->findBlockByNumber(m_focusLine)));
        m_text->ensureCursorVisible();
    }
}

QList<EvidenceView::Mark> EvidenceView::marks(const QString& line, bool lost)
{
    QList<Mark> out;
    const auto mark = [&](qsizetype start, qsizetype end, bool isLoss) {
        if (start >= 0 && end > start)
            out.append({start, end - start, isLoss});
    };
    // "connect from name[address]", "client=name[address]", "relay=name[address]:25"
    for (const QLatin1StringView before : {"connect from "_L1, "client="_L1, "relay="_L1,
             "connection established from "_L1, "connection established to "_L1}) {
        const qsizetype at = line.indexOf(before);
        if (at < 0)
            continue;
        const qsizetype close = line.indexOf(u']', at);
        if (close > 0)
            mark(at + before.size(), close + 1, false);
    }
    if (const qsizetype tls = line.indexOf("TLS connection established"_L1); tls >= 0) {
        const qsizetype at = line.lastIndexOf(": TLSv"_L1);
        if (at > tls)
            mark(at + 2, line.indexOf(u' ', at + 2), lost);
    }
    for (const QLatin1StringView word : {"starttls="_L1, "SSL_accept error"_L1, "lost connection after STARTTLS"_L1}) {
        const qsizetype at = line.indexOf(word);
        if (at < 0)
            continue;
        qsizetype end = at + word.size();
        while (end < line.size() && !line[end].isSpace() && word.endsWith(u'='))
            ++end;
        mark(at, end, lost && !word.endsWith(u'='));
    }
    return out;
}

void EvidenceView::highlight()
{
    if (m_places.empty())
        return;
    const bool lost = m_places[m_place].fate == Fate::Lost;
    QColor calm = style::color(style::Role::Accepted, palette());
    QColor loud = style::color(style::Role::LostLegitimate, palette());
    calm.setAlphaF(0.20F);
    loud.setAlphaF(0.24F);
    QList<QTextEdit::ExtraSelection> selections;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        for (const Mark& mark : marks(block.text(), lost)) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(block);
            selection.cursor.setPosition(block.position() + static_cast<int>(mark.start));
            selection.cursor.setPosition(
                block.position() + static_cast<int>(mark.start + mark.length), QTextCursor::KeepAnchor);
            selection.format.setBackground(mark.isLoss ? loud : calm);
            selections.append(selection);
        }
    }
    if (m_focusLine >= 0) {
        QTextEdit::ExtraSelection whole;
        whole.cursor = QTextCursor(m_text->document()->findBlockByNumber(m_focusLine));
        whole.format.setBackground(style::trackColor(palette()));
        whole.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections.prepend(whole);
    }
    m_text->setExtraSelections(selections);
}

} // namespace waxseal
