// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/words.h"
#include "widgets/pages/statementlist.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace waxseal {

class Document;
class FigureTable;

/**
 * What others saw, in the Traffic place: sessions that TLS reports tell of by domain and day, and who could not reach
 * us, and why. Follows the period that is looked at; hidden while there is no report.
 */
class WitnessPanel : public QWidget
{
    Q_OBJECT
public:
    explicit WitnessPanel(Document* document, QWidget* parent = nullptr);

private:
    void refresh();

    Document* m_document;
    QLabel* m_summary;
    FigureTable* m_days;
    FigureTable* m_causes;
    QWidget* m_causesBox;
};

/** What a domain's own reports, and Google's table, say of it: sentences, or nothing. Plain text. */
QString witnessText(const Document& document, const QString& domain, Direction direction);

/** What the senders that check our policies met, of those that met a failure, for the Plan place. Inbound only. */
std::vector<StatementList::Statement> witnessStatements(const Document& document, Direction direction);

} // namespace waxseal
