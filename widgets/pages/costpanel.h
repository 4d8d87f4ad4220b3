// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QTableView;

namespace waxseal {

class CostDelegate;
class CostModel;
class CostPreview;
class Document;
class PolicyWatch;
struct SwitchPreview;

/** Who costs what: a bar for every required domain that loses wanted mail, and in a row of its own what the domain
 * under the mouse would add. */
class CostPanel : public QWidget
{
    Q_OBJECT
public:
    CostPanel(Document* document, PolicyWatch* watch, QWidget* parent = nullptr);

    void setBudget(double share);
    void setPreview(const std::optional<SwitchPreview>& preview);
    CostModel* model() const { return m_model; }
    QTableView* view() const { return m_view; }
    QString previewText() const;

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /** A domain is to be looked at: row of the simulation. */
    void domainActivated(std::size_t row);
    /** Nothing is to be required of it any more. */
    void dropRequested(std::size_t row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void mute();
    void rescale();
    void fitColumns();

    Document* m_document;
    PolicyWatch* m_watch;
    CostModel* m_model;
    CostDelegate* m_delegate;
    QTableView* m_view;
    QLabel* m_sum;
    CostPreview* m_preview;
    double m_budget = 0;
};

} // namespace waxseal
