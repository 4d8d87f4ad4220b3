// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/result/facts.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace waxseal {

/**
 * What a test found: domain → MX host → address → checks, each with a mark, a name and a detail. While a test runs it
 * grows: hosts and addresses with what is happening there.
 */
class ResultModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum class Mark
    {
        Good,
        Bad,
        Doubtful,
        Neutral,
        Busy ///< under way
    };
    enum Column
    {
        What,
        Detail,
        ColumnCount
    };
    static constexpr int markRole = Qt::UserRole;

    explicit ResultModel(QObject* parent = nullptr);
    ~ResultModel() override;

    void setFacts(const DomainFacts& facts);
    void clear();
    /** A test of this domain begins. */
    void begin(const QString& domain);
    /** What happens at an address; nothing unless a test has begun. */
    void addStep(const std::string& host, const IpAddress& address, const TranscriptLine& line);

    /** As indented text, for the clipboard. */
    QString text() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    static Node* add(Node* parent, Mark mark, const QString& what, const QString& detail, const QString& whole = {});
    static void addHost(Node* parent, const DomainFacts& facts, const HostFacts& host);
    static void addAddress(Node* parent, const DomainFacts& facts, const HostFacts& host, const AddressFacts& address);
    static void addSession(Node* parent, const DomainFacts& facts, const AddressFacts& address);
    static void addPolicies(Node* parent, const DomainFacts& facts);
    const Node* nodeOf(const QModelIndex& index) const;
    QModelIndex indexOf(Node* node, int column) const;
    Node* step(Node* parent, const QString& key, const QString& what);
    void setDetail(Node* node, const QString& detail);

    std::unique_ptr<Node> m_root;
    QHash<QString, Node*> m_steps; ///< by host, and by host and address, while a test runs
};

/** How an address was reached, for people: "throttled", "no answer in time"; empty when it was. */
QString reachText(const AddressFacts& address);

} // namespace waxseal
