// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/tester/resultmodel.h"

#include <QTimer>
#include <QTreeView>

namespace waxseal {

/** Shows what a test found as an open tree; what is said of a check runs over as many lines as it takes. */
class ResultTree : public QTreeView
{
    Q_OBJECT
public:
    explicit ResultTree(QWidget* parent = nullptr);

    ResultModel* results() const { return m_model; }
    QString text() const { return m_model->text(); }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fitColumns();

    ResultModel* m_model;
    QTimer m_fitting;
};

} // namespace waxseal
