// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exporter/targets.h"

#include <QHash>
#include <QObject>

class QFormLayout;
class QWidget;

namespace waxseal {

/**
 * A form's fields for the options of an export target, built from the target's list. Each target's values are kept
 * while another one is chosen. A field's object name is "exportOption-" and the option's id.
 */
class ExportFields : public QObject
{
    Q_OBJECT
public:
    explicit ExportFields(QWidget* box);

    /** The form to whose end the fields go. */
    void addTo(QFormLayout* form) { m_form = form; }
    /** Shows this target's fields; none for nullptr. */
    void setTarget(const ExportTarget* target);
    std::map<QString, QString> values() const;
    /** What the first field that holds no right value must hold; empty when all are right. */
    QString problem() const;

Q_SIGNALS:
    void changed();

private:
    QWidget* makeField(const ExportOption& option);
    void set(const QString& id, const QString& value);

    QWidget* m_box;
    QFormLayout* m_form = nullptr;
    QString m_target;
    QHash<QString, std::map<QString, QString>> m_values; ///< target's id -> what was said
};

} // namespace waxseal
