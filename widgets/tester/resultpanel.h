// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/tester/testresult.h"

#include <QWidget>

class QLabel;

namespace waxseal {

class ResultTree;

/** The middle of the Tester place: the domain, when it was tested, what changed, and the tree of checks. */
class ResultPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ResultPanel(QWidget* parent = nullptr);

    void setResult(const TestResult& result);
    /** No result yet, because of this. */
    void setNothing(const QString& domain, const QString& why);
    void begin(const QString& domain);
    ResultTree* tree() const { return m_tree; }
    QString text() const; ///< for the clipboard

private:
    QLabel* m_headline;
    QLabel* m_subtitle;
    ResultTree* m_tree;
};

} // namespace waxseal
