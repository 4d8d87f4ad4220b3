// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exporter/exporter.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace waxseal {

/** What the user may say about the files of one target. The command line's option and the window's field are made of
 * it. */
struct ExportOption
{
    enum class Type : std::uint8_t
    {
        Directory, ///< an absolute path on the server that needs no quoting
        Choice, ///< one of `choices`
        Networks, ///< comma-separated CIDR, or "none"
        Domain, ///< a host name, in U-labels or A-labels
        Hosts, ///< comma-separated host names; "*.example.com" where the target knows such
        Mailbox, ///< local@domain, of plain letters
        Number, ///< decimal digits
        KeyDigests, ///< comma-separated HEX or HOST=HEX: SHA-256 of a public key (SubjectPublicKeyInfo, as in TLSA
                    ///< 3 1 1), 64 hexadecimal digits; surfaces take the file of a certificate in place of HEX
    };
    QString id; ///< the command line's, without dashes: "server-directory"
    Type type = Type::Directory;
    QStringList choices;
    QString byDefault;
    const char* label = ""; ///< the window's, in the context "waxseal::ExportTarget", to be translated; may hold a "&"
    const char* help = ""; ///< a sentence, in the same context
    bool required = false; ///< must be said: it has no default

    /** True when this may stand for the option. Nothing may, where the default is nothing and none is required. */
    bool accepts(const QString& value) const;
};

/** A mail server, or a kind of record, for which files can be written. */
struct ExportTarget
{
    QString id; ///< the command line's: "postfix"
    QString name; ///< for people, as its makers write it: "Postfix"
    std::vector<Direction> directions;
    bool fromPolicy = true; ///< false: the files say what others are asked to do, whatever the policy requires
    std::vector<ExportOption> options;
    /** The files. Pure; the request's options are complete and have been checked. */
    std::function<Result<ExportPlan>(const ExportRequest&)> plan;

    const ExportOption* option(const QString& optionId) const;
    bool takes(Direction direction) const;
};

/** "server-directory": where the files will lie on the server. Its default is the target's to say. */
ExportOption serverDirectoryOption();
/** "networks": whose mail is not held to inbound requirements. */
ExportOption ownNetworksOption();

/** The list: every surface shows what stands here, in this order. */
const std::vector<ExportTarget>& exportTargets();

/** The target of this id, or nullptr. */
const ExportTarget* exportTarget(const QString& id);

/**
 * The files of a target. Options that the request lacks get their defaults. Errors: Unsupported with the direction's
 * word or the value that an option does not take as subject; NothingToExport; InvalidPolicy; what the target itself
 * says.
 */
Result<ExportPlan> planExport(const ExportTarget& target, ExportRequest request);

/** Puts one more target at the end of the list while it lives: how tests prove that the surfaces follow it. */
class AddedExportTarget
{
public:
    explicit AddedExportTarget(ExportTarget target);
    ~AddedExportTarget();
    AddedExportTarget(const AddedExportTarget&) = delete;
    AddedExportTarget& operator=(const AddedExportTarget&) = delete;
};

} // namespace waxseal
