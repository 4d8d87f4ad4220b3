// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The main of a fuzz target in a build without libFuzzer. It runs the target over files and folders of inputs; with
// --mutate ROUNDS also over inputs that it makes from them by chance (always the same ones), without libFuzzer's
// knowledge of what was reached.

#include "tests/fuzz/fuzz.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <csignal>
#include <vector>

namespace {

QByteArray current; // what is being run, for the handler

void run(const QByteArray& input)
{
    current = input;
    LLVMFuzzerTestOneInput(
        reinterpret_cast<const std::uint8_t*>(current.constData()), static_cast<std::size_t>(current.size()));
}

/** Keeps the input that ended the program. */
void keepInput(int number)
{
    std::signal(number, SIG_DFL);
    if (std::FILE* const file = std::fopen("crash-input", "wb")) {
        std::fwrite(current.constData(), 1, static_cast<std::size_t>(current.size()), file);
        std::fclose(file);
    }
    std::raise(number);
}

QByteArray mutated(QByteArray input, const QByteArray& other, QRandomGenerator& random)
{
    const auto place = [&](qsizetype size) { return random.bounded(static_cast<int>(std::max<qsizetype>(size, 1))); };
    for (int i = random.bounded(1, 6); i > 0; --i) {
        const qsizetype at = place(input.size());
        switch (random.bounded(7)) {
        case 0:
            if (!input.isEmpty())
                input[at] = static_cast<char>(input[at] ^ (1 << random.bounded(8)));
            break;
        case 1:
            if (!input.isEmpty())
                input[at] = static_cast<char>(random.bounded(256));
            break;
        case 2:
            input.insert(at, static_cast<char>(random.bounded(256)));
            break;
        case 3:
            input.remove(at, random.bounded(1, 64));
            break;
        case 4:
            input.insert(at, input.mid(place(input.size()), random.bounded(1, 200)));
            break;
        case 5:
            input.insert(at, other.mid(place(other.size()), random.bounded(1, 200)));
            break;
        default:
            input.truncate(std::max<qsizetype>(at, 1));
        }
    }
    return input;
}

void mutate(const std::vector<QByteArray>& inputs, int rounds)
{
    for (const int number : {SIGABRT, SIGSEGV, SIGFPE, SIGILL})
        std::signal(number, keepInput);
    QRandomGenerator random(20261127);
    const auto any = [&]() -> const QByteArray& {
        return inputs[static_cast<std::size_t>(random.bounded(static_cast<int>(inputs.size())))];
    };
    for (int i = 0; i < rounds; ++i)
        run(mutated(any(), any(), random));
}

void collect(const QString& path, std::vector<QByteArray>& inputs)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        std::fprintf(stderr, "%s cannot be read\n", qPrintable(path));
    inputs.push_back(file.readAll());
    std::fprintf(stderr, "%s\n", qPrintable(path)); // the last one named is the one that fails
    run(inputs.back());
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    int rounds = 0;
    if (const qsizetype at = arguments.indexOf(QStringLiteral("--mutate")); at >= 0) {
        rounds = arguments.value(at + 1).toInt();
        arguments.remove(at, std::min<qsizetype>(2, arguments.size() - at));
    }
    std::vector<QByteArray> inputs;
    for (const QString& argument : arguments) {
        if (!QFileInfo(argument).isDir()) {
            collect(argument, inputs);
            continue;
        }
        const QDir folder(argument);
        for (const QString& name : folder.entryList(QDir::Files, QDir::Name))
            collect(folder.filePath(name), inputs);
    }
    if (inputs.empty()) {
        std::fprintf(stderr, "usage: %s [--mutate ROUNDS] FILE-OR-FOLDER...\n", argv[0]);
        return 1;
    }
    mutate(inputs, rounds);
    return 0;
}
