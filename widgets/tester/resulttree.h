// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QTreeWidget>

namespace waxseal {

/** What a test found: domain → MX host → address → checks, each with a mark, a name and a detail. */
class ResultTree : public QTreeWidget
{
    Q_OBJECT
public:
    explicit ResultTree(QWidget* parent = nullptr);

    void setFacts(const DomainFacts& facts);
    /** The tree as indented text, for the clipboard. */
    QString text() const;

private:
    enum class Mark
    {
        Good,
        Bad,
        Doubtful,
        Neutral
    };
    QTreeWidgetItem* add(QTreeWidgetItem* parent, Mark mark, const QString& what, const QString& detail);
    void addHost(QTreeWidgetItem* parent, const DomainFacts& facts, const HostFacts& host);
    void addAddress(
        QTreeWidgetItem* parent, const DomainFacts& facts, const HostFacts& host, const AddressFacts& address);
    void addPolicies(QTreeWidgetItem* parent, const DomainFacts& facts);
};

/** How an address was reached, for people: "STARTTLS works", "throttled", "no answer in time". */
QString reachText(const AddressFacts& address);

} // namespace waxseal
