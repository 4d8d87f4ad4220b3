// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Names of strangers, whatever their bytes: what save writes, open reads, and no two names become one. The input is a
// list of names, each with a length byte before it.

#include "model/workspace/workspace.h"
#include "tests/fuzz/logs.h"

using namespace waxseal;
using namespace waxseal::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view input = viewOf(data, size);
    Workspace workspace;
    ImportState& state = workspace.state;
    for (int i = 0; i < 50 && !input.empty(); ++i) {
        const std::size_t length = std::min<std::size_t>(takeByte(input), input.size());
        const std::string name(input.substr(0, length));
        input.remove_prefix(length);
        FactKey key;
        key.day = static_cast<Day>(20000 + length);
        key.domain = state.settled.domains.id(name);
        key.host = state.settled.hostId(*IpAddress::parse("192.0.2.1"), name);
        key.tls = state.settled.tlsId({TlsState::Tls, TlsVersion::Tls12, Trust::Unknown, name});
        const auto file = static_cast<FileId>(state.settled.files.id(name));
        state.settled.add(key, 1, 1, Evidence::at(file, length));
        const QString text = QString::fromUtf8(bytesOf(name));
        Piece piece;
        piece.path = text;
        state.pieces.push_back(piece);
        state.notes.push_back({ImportNote::Code::SkippedFile, length, text, text});
        workspace.probes.push_back({text, QDateTime::fromSecsSinceEpoch(0, Qt::UTC), bytesOf(name)});
        workspace.policy.outbound.rows[{name, length % 2 == 0}] = *Requirement::parse("dane", Direction::Outbound);
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.waxseal"));
    require(saveWorkspace(workspace, path).hasValue(), "whatever the names, it can be saved");
    const auto opened = openWorkspace(path);
    require(opened.hasValue(), "what was saved opens");
    require(opened->probes.size() == workspace.probes.size() && opened->policy == workspace.policy, "the policy");
    for (std::size_t i = 0; i < workspace.probes.size(); ++i)
        require(opened->probes[i].json == workspace.probes[i].json, "a probe's bytes come back");
    require(test::dump(opened->state.settled) == test::dump(state.settled), "the facts come back");
    require(test::places(opened->state.settled) == test::places(state.settled), "the places come back");
    return 0;
}
