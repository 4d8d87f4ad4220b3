// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/core/words.h"

#include <QFutureWatcher>
#include <QObject>

namespace waxseal {

class Document;

/** Writes the report of a direction of a document. Forecast, backtest and HTML are made on another thread, from what
 * was true when asked. */
class ReportWriter : public QObject
{
    Q_OBJECT
public:
    explicit ReportWriter(Document* document, QObject* parent = nullptr);
    ~ReportWriter() override;

    /** Overwrites: whoever chose the path has been asked. Nothing while one is being written. */
    void write(Direction direction, const QString& path);
    bool isBusy() const { return m_watcher.isRunning(); }
    QString path() const { return m_path; } ///< of the last one

Q_SIGNALS:
    void started();
    void finished(const waxseal::Status& status);

private:
    Document* m_document;
    QFutureWatcher<Status> m_watcher;
    QString m_path;
};

} // namespace waxseal
