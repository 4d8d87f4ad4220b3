// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/importer/inputfiles.h"

#include "model/records/elsewhere.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <filesystem>
#include <string>

namespace waxseal {

namespace {

constexpr qsizetype mostFiles = 10'000;
constexpr int deepest = 4; // folders in folders

/** QDir passes over files whose names are not UTF-8: they are looked for apart. */
void noteNamesThatAreNoText(const QString& folder, std::vector<ImportNote>& notes)
{
    std::error_code error;
    for (std::filesystem::directory_iterator entry(QFile::encodeName(folder).toStdString(), error), end;
         !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
        const QString text = decoder(QByteArrayView(name.data(), static_cast<qsizetype>(name.size())));
        if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
            notes.push_back(skippedFile(folder + QLatin1Char('/') + text, QString(nameIsNoText)));
    }
}

void addFolder(const QString& folder, int depth, QStringList& files, std::vector<ImportNote>& notes)
{
    QDir dir(folder);
    dir.setSorting(QDir::Name);
    noteNamesThatAreNoText(folder, notes);
    // Debian's rsyslog writes the same lines to mail.log and, by severity, to mail.info, mail.warn and mail.err.
    const bool hasMailLog = dir.exists(QStringLiteral("mail.log"));
    for (const QFileInfo& entry : dir.entryInfoList(QDir::Files | QDir::Readable | QDir::NoSymLinks)) {
        const QString base = entry.fileName();
        if (hasMailLog
            && (base.startsWith(u"mail.info") || base.startsWith(u"mail.warn") || base.startsWith(u"mail.err"))) {
            notes.push_back(skippedFile(entry.filePath(), QStringLiteral("part of mail.log")));
            continue;
        }
        if (files.size() < mostFiles)
            files.append(entry.filePath());
    }
    if (depth == 0)
        return;
    for (const QFileInfo& entry : dir.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks))
        addFolder(entry.filePath(), depth - 1, files, notes);
}

} // namespace

ImportNote skippedFile(const QString& path, const QString& reason)
{
    return {ImportNote::Code::SkippedFile, 0, path, reason};
}

QStringList expandInputs(const QStringList& inputs, std::vector<ImportNote>& notes, const std::stop_token& stop)
{
    QStringList files;
    for (const QString& input : inputs) {
        if (isElsewhere(input)) {
            const auto expanded = expandElsewhere(input, stop);
            if (expanded)
                files += *expanded;
            else
                notes.push_back(skippedFile(input, expanded.error().detail));
        } else if (input != QLatin1StringView("-") && QFileInfo(input).isDir())
            addFolder(input, deepest, files, notes);
        else
            files.append(input);
    }
    files.removeDuplicates();
    return files;
}

} // namespace waxseal
