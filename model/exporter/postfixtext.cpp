// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/postfixtext.h"

#include "model/core/domainname.h"

namespace waxseal::postfix {

namespace {

QByteArray timeText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")).toLatin1() + " UTC"
                          : QByteArrayLiteral("unknown");
}

QByteArray percent(std::uint64_t part, std::uint64_t whole)
{
    const double share = whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    return QByteArray::number(share, 'f', 2) + " %";
}

QByteArray predictionText(const ExportRequest& request)
{
    const ExportPrediction& p = request.prediction;
    QByteArray text = "Made " + timeText(request.now) + " for this prediction:\n";
    if (p.messages == 0)
        return text + "  none: no mail of this direction was in the logs.\n";
    text += "  mail seen      " + QByteArray::number(p.messages) + " messages, " + timeText(p.from) + " to "
        + timeText(p.to) + "\n";
    text += "  would be lost  " + QByteArray::number(p.lost) + " messages (" + percent(p.lost, p.messages) + "), of them "
        + QByteArray::number(p.lostSpam) + " labelled spam\n";
    text += "  cannot be told " + QByteArray::number(p.unknown) + " messages (" + percent(p.unknown, p.messages) + ")\n";
    return text;
}

constexpr char rfc3207Text[]
    = "RFC 3207, section 4: a publicly-referenced SMTP server MUST NOT require use of the STARTTLS\n"
      "extension in order to deliver mail locally. This policy does, by your choice. MTA-STS (RFC 8461)\n"
      "and DANE (RFC 7672) get encryption from those who can without losing those who cannot.\n";

} // namespace

QByteArray commented(const QByteArray& text)
{
    QByteArray out;
    const QList<QByteArray> lines = text.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i + 1 == lines.size() && lines[i].isEmpty())
            break;
        out += lines[i].isEmpty() ? QByteArrayLiteral("#\n") : QByteArray("# " + lines[i] + '\n');
    }
    return out;
}

QByteArray head(const ExportRequest& request, const Purpose& purpose, const QByteArray& fileName, const QByteArray& about)
{
    const QByteArray directory = request.directory.toLatin1();
    QByteArray text = purpose.title + '\n' + '\n' + purpose.what + '\n';
    text += "This file: " + directory + '/' + fileName + '\n' + about + '\n';
    text += "On:   sh " + directory + '/' + purpose.script + " on\n";
    text += "Off:  sh " + directory + '/' + purpose.script + " off\n\n";
    text += predictionText(request);
    if (purpose.rfc3207)
        text += '\n' + QByteArray(rfc3207Text);
    return commented(text);
}

QByteArray fragment(const ExportRequest& request, const Purpose& purpose, const QList<Setting>& settings)
{
    QByteArray text = head(request, purpose, purpose.script.chopped(3) + ".cf",
        "Lines for main.cf, for those who edit it by hand. The script does the same with postconf.\n"
        "Where you have a list of your own, ours goes behind it: nothing of yours is to be replaced.\n\n"
        "By hand:\n"
            + purpose.byHand);
    for (const Setting& setting : settings) {
        text += '\n' + commented(setting.why);
        if (setting.kind == Setting::Kind::Append) {
            text += "# Keep what you have; add at the end:\n";
            text += "#   " + setting.name + " = (your own entries), " + setting.value + '\n';
            text += "# and if you have none:\n";
        }
        text += setting.name + " = " + setting.value + '\n';
    }
    return text;
}

QByteArray quoted(const QByteArray& value)
{
    QByteArray out = value;
    return '\'' + out.replace('\'', "'\\''") + '\'';
}

QByteArray script(const ExportRequest& request, const Purpose& purpose, const QList<Setting>& settings,
    const ScriptParts& parts)
{
    QByteArray text = "#!/bin/sh\n"
        + head(request, purpose, purpose.script,
            "Switches it on and off with postconf, postmap and postfix reload; run it as root. It adds to your\n"
            "lists and takes its own words out again; what it replaces is kept in "
                + purpose.script.chopped(3)
                + ".saved\nand restored by off. MAIL_CONFIG=/other/dir in the environment names another Postfix instance.\n");
    text += "\nset -eu\n"
            "directory="
        + quoted(request.directory.toLatin1()) + "\nsaved=$directory/" + purpose.script.chopped(3) + ".saved\n";
    text += R"SH(
stop() {
    echo "$*" >&2
    exit 1
}

# replace NAME VALUE: remembers what main.cf says now, once, and sets the value.
replace() {
    if ! grep -qs "^$1\( =\|\$\)" "$saved"; then
        line=$(postconf -n "$1" 2>/dev/null)
        echo "${line:-$1}" >> "$saved"
    fi
    postconf -e "$1 = $2"
}

# restore: a saved line "name = value" was in main.cf; a bare name was not.
restore() {
    [ -f "$saved" ] || return 0
    while IFS= read -r line; do
        case $line in
        *' ='*) postconf -e "$line" ;;
        *) postconf -X "$line" ;;
        esac
    done < "$saved"
    rm -f "$saved"
}

# append NAME WORD: puts the word behind the administrator's own entries, unless it stands there.
append() {
    current=$(postconf -h "$1")
    case " $(echo "$current" | tr ',' ' ') " in
    *" $2 "*) return 0 ;;
    esac
    postconf -e "$1 = ${current:+$current, }$2"
}

# drop NAME WORD: takes the word out again.
drop() {
    rest=$(postconf -h "$1" | sed -e "s|[, ][, ]*$2\$||" -e "s|[, ][, ]*$2\([, ]\)|\1|" -e "s|^$2\([, ]\)|\1|" \
        -e "s|^$2\$||" -e 's|^[, ]*||')
    if [ -n "$rest" ]; then
        postconf -e "$1 = $rest"
    else
        postconf -X "$1"
    fi
}

)SH";
    text += "switch_on() {\n" + parts.checks;
    for (const QByteArray& table : parts.tables)
        text += "    postmap " + request.mapType.toLatin1() + ":\"$directory/" + table + "\"\n";
    for (const Setting& setting : settings) {
        const QByteArray name = setting.name;
        switch (setting.kind) {
        case Setting::Kind::Ours:
            text += "    postconf -e " + quoted(name + " = " + setting.value) + '\n';
            break;
        case Setting::Kind::Replace:
            text += "    replace " + name + ' ' + quoted(setting.value) + '\n';
            break;
        case Setting::Kind::Append:
            for (const QByteArray& word : setting.value.split(','))
                text += "    append " + name + ' ' + quoted(word.trimmed()) + '\n';
            break;
        }
    }
    text += parts.serviceOn + "    postfix reload\n" + parts.notes + "}\n\nswitch_off() {\n";
    for (const Setting& setting : settings) {
        if (setting.kind == Setting::Kind::Append) {
            for (const QByteArray& word : setting.value.split(','))
                text += "    drop " + setting.name + ' ' + quoted(word.trimmed()) + '\n';
        }
    }
    for (const Setting& setting : settings) {
        if (setting.kind == Setting::Kind::Ours)
            text += "    postconf -X " + setting.name + '\n';
    }
    text += parts.serviceOff + R"SH(    restore
    postfix reload
}

case ${1:-} in
on) switch_on ;;
off) switch_off ;;
*) stop "usage: $0 on|off" ;;
esac
)SH";
    return text;
}

QByteArray protocolName(TlsVersion minimum)
{
    switch (minimum) {
    case TlsVersion::Tls10:
        return "TLSv1";
    case TlsVersion::Tls11:
        return "TLSv1.1";
    case TlsVersion::Tls12:
        return "TLSv1.2";
    case TlsVersion::Tls13:
        return "TLSv1.3";
    case TlsVersion::Unknown:
    case TlsVersion::Other:
        break;
    }
    return {};
}

std::optional<QByteArray> hostName(std::string_view domain)
{
    const auto parsed = DomainName::parse(domain);
    if (!parsed)
        return {};
    return QByteArray::fromStdString(parsed->ascii());
}

} // namespace waxseal::postfix
