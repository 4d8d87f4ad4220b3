// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <optional>

class QAction;
class QToolButton;

namespace waxseal {

/**
 * What the last step did, with the way back in it: "+163 lost · bounce.example.com · +3.1 % protected  [Undo]". Its
 * room is always the same; what stands in it fades after a while, unless the mouse is over it or the keyboard in it.
 */
class ChangeChip : public QWidget
{
    Q_OBJECT
public:
    enum class Tone
    {
        More, ///< more is lost
        Less,
        Even
    };

    explicit ChangeChip(QWidget* parent = nullptr);

    /** `subject` is what gives way where the room is short. The action becomes the button and belongs to the caller;
     * null: no way back. */
    void show(Tone tone, const QString& figure, const QString& subject, const QString& more, QAction* action);
    /** A sentence in place of a change, that stays. */
    void showHint(const QString& text);
    /** Fades now. */
    void fade();

    QString text() const; ///< what can be read in it; empty once it has faded
    bool isChange() const { return m_isChange; }
    QTimer* timer() { return &m_stays; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void place();
    void mayFade();

    QToolButton* m_button;
    QTimer m_stays;
    QVariantAnimation m_fading;
    Tone m_tone = Tone::Even;
    QString m_figure;
    QString m_subject;
    QString m_more;
    double m_opacity = 0;
    bool m_isChange = false;
};

} // namespace waxseal
