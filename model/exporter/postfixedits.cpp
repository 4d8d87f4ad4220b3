// SPDX-FileCopyrightText: 2026 The Waxseal developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exporter/postfixscript.h"

namespace waxseal::postfix {

namespace {

/** Shell and awk: what is put into main.cf and master.cf, and how it is taken out again. */
constexpr char text[] = R"SH(
# Edits of main.cf and master.cf that can be taken back to the byte. A logical line begins in the first column and goes on
# in lines that begin with a blank; comments and empty lines may stand between. A file is read with a letter behind its last
# byte, which tells whether the last line ends in a newline.
# shellcheck disable=SC2016
lines='
function blank(text) { return text ~ /^[ \t\r\f\v]*(#.*)?$/ }
function read_lines(    i) {
    line[n] = substr(line[n], 1, length(line[n]) - 1)
    for (i = 1; i <= n; i++) {
        if (blank(line[i])) continue
        if (line[i] !~ /^[ \t\r\f\v]/) {
            first[++m] = i
            name[m] = line[i]
            sub(/[ \t\r\f\v]*=.*/, "", name[m])
            sub(/[ \t\r\f\v]+$/, "", name[m])
            newest[name[m]] = m
        }
        if (m > 0) last[m] = i
    }
}
function raw(j,    i, text) {
    text = line[first[j]]
    for (i = first[j] + 1; i <= last[j]; i++) text = text "\n" line[i]
    return text
}
function value(j,    i, text) {
    text = line[first[j]]
    sub(/^[^=]*=/, "", text)
    for (i = first[j] + 1; i <= last[j]; i++) if (!blank(line[i])) text = text " " line[i]
    return text
}
function drop(j,    i) {
    for (i = first[j]; i <= last[j]; i++) if (!blank(line[i])) gone[i] = 1
}
function put_raw(j, text,    i) {
    for (i = first[j]; i <= last[j]; i++) gone[i] = 1
    behind[last[j]] = text
}
function element(text) { ORS = ""; print (shown++ ? "\n" : "") text }
function show(    i) {
    for (i = 1; i <= n; i++) {
        if (i == n && line[n] == "") while (shown_new < added) element(fresh[++shown_new])
        if (!(i in gone)) element(line[i])
        if (i in behind) element(behind[i])
    }
    while (shown_new < added) element(fresh[++shown_new])
}
function words(text, list,    count, c, i, depth, word) {
    # As Postfix splits a list: blanks and commas, but for what stands in braces.
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (c == "{") depth++
        if (c == "}") depth--
        if (depth <= 0 && c ~ /[ \t\r\n\f\v,]/) {
            if (word != "") list[++count] = word
            word = ""
        } else word = word c
    }
    if (word != "") list[++count] = word
    return count + 0
}
'

# shellcheck disable=SC2016
undo_program='
FILENAME == ARGV[1] { owner[$2] = $1; if ($1 == "list") pattern[$2] = $3; if ($1 == "ours") ours[$2] = 1; next }
FILENAME == ARGV[2] {
    mark = substr($0, 1, 1)
    rest = substr($0, 2)
    if (mark == "@") { kept_name[++kept] = rest }
    else if (mark == "+") { written[kept] = written[kept] rest "\n" }
    else if (mark == "-") { original[kept] = original[kept] rest "\n" }
    else if (mark == "!") { old = rest; sub(/ =.*/, "", old); early[old] = (rest ~ / =/) ? rest : "" }
    next
}
{ line[++n] = $0 }
function is_ours(text,    prefix) {
    for (prefix in ours) if (substr(text, 1, length(prefix)) == prefix) return 1
    return 0
}
function all_ours(text, which,    list, count, i) {
    count = words(text, list)
    for (i = 1; i <= count; i++) if (list[i] !~ which) return 0
    return count > 0
}
# Takes our words out of a line that holds others too: with the comma and the blanks that came with them.
function without(text, which,    out, piece) {
    out = ""
    while (match(text, /[^ \t\r\f\v,]+/)) {
        piece = substr(text, RSTART, RLENGTH)
        if (piece ~ which) {
            if (substr(text, RSTART + RLENGTH) ~ /^[ \t\r\f\v,]*$/) {
                sub(/[ \t,]+$/, "", out)
                out = out substr(text, 1, RSTART - 1)
                sub(/[ \t,]+$/, "", out)
                text = substr(text, RSTART + RLENGTH)
                sub(/^[ \t,]+/, "", text)
            } else {
                out = out substr(text, 1, RSTART - 1)
                text = substr(text, RSTART + RLENGTH)
                sub(/^,?[ \t]*/, "", text)
            }
        } else {
            out = out substr(text, 1, RSTART + RLENGTH - 1)
            text = substr(text, RSTART + RLENGTH)
        }
    }
    return out text
}
function undo_list(j, which,    i, head, tail) {
    head = line[first[j]]
    sub(/=.*/, "=", head)
    tail = substr(line[first[j]], length(head) + 1)
    if (last[j] == first[j] && all_ours(tail, which)) { drop(j); return }
    if (all_ours(tail, which)) line[first[j]] = head
    else line[first[j]] = head without(tail, which)
    for (i = first[j] + 1; i <= last[j]; i++) {
        if (blank(line[i])) continue
        if (all_ours(line[i], which)) gone[i] = 1
        else line[i] = without(line[i], which)
    }
}
function undo_kept(wanted,    j, i, text, known, would) {
    j = newest[wanted]
    text = j ? raw(j) "\n" : ""
    for (i = kept; i >= 1; i--) {
        if (kept_name[i] != wanted) continue
        known = 1
        would = original[i]
        if (text == original[i]) return
        if (text == written[i]) {
            if (original[i] == "") drop(j)
            else put_raw(j, substr(original[i], 1, length(original[i]) - 1))
            return
        }
    }
    if (known) {
        ORS = "\n"
        print wanted " was changed by somebody else since \"on\": it stays as it is now. Before it was:" >notes
        print (would == "" ? "  (not set)" : would) >notes
    }
}
END {
    read_lines()
    for (j = 1; j <= m; j++) {
        if (is_ours(name[j])) drop(j)
        else if (owner[name[j]] == "list") undo_list(j, pattern[name[j]])
    }
    for (i = 1; i <= kept; i++) if (!(kept_name[i] in done)) { done[kept_name[i]] = 1; undo_kept(kept_name[i]) }
    for (old in early) if (!(old in done) && owner[old] == "replace") {
        j = newest[old]
        if (!j) { if (early[old] != "") fresh[++added] = early[old] }
        else if (early[old] == "") drop(j)
        else put_raw(j, early[old])
    }
    show()
}
'

# shellcheck disable=SC2016
apply_program='
FILENAME == ARGV[1] { kind[++plans] = $1; target[plans] = $2; rest = $0; sub(/^[^ ]+ [^ ]+ /, "", rest); text_of[plans] = rest; next }
{ line[++n] = $0 }
# A closing permit or reject stays the last word of the list.
function closing(j,    list, count, place, text) {
    count = words(value(j), list)
    if (count == 0 || list[count] !~ /^([Pp][Ee][Rr][Mm][Ii][Tt]|[Rr][Ee][Jj][Ee][Cc][Tt]|[Dd][Ee][Ff][Ee][Rr])$/) return 0
    if (count > 1 && (tolower(list[count - 1]) == "warn_if_reject" || tolower(list[count - 1]) ~ /^check_/)) return 0
    text = line[last[j]]
    sub(/[ \t\r\f\v,]+$/, "", text)
    place = length(text) - length(list[count]) + 1
    return place
}
function remember(wanted, text,    list, count, i) {
    ORS = "\n"
    print "@" wanted >state
    if (text == "") return
    count = split(text, list, "\n")
    for (i = 1; i <= count; i++) print "-" list[i] >state
}
END {
    read_lines()
    printf "" >state
    for (p = 1; p <= plans; p++) {
        j = newest[target[p]]
        setting = target[p] " = " text_of[p]
        if (kind[p] == "list" && j) {
            place = (target[p] ~ /_restrictions$/) ? closing(j) : 0
            if (place) {
                line[last[j]] = substr(line[last[j]], 1, place - 1) text_of[p] ", " substr(line[last[j]], place)
            } else {
                behind[last[j]] = "    " text_of[p] (line[last[j]] ~ /\r$/ ? "\r" : "")
            }
            continue
        }
        if (kind[p] == "replace") {
            remember(target[p], j ? raw(j) : "")
            print "+" setting >state
        }
        if (j) put_raw(j, setting)
        else fresh[++added] = setting
    }
    show()
}
'

# shellcheck disable=SC2016
service_program='
{ line[++n] = $0 }
END {
    read_lines()
    for (j = 1; j <= m; j++) {
        split(line[first[j]], field, /[ \t]+/)
        if (field[1] == service && field[2] == "unix") drop(j)
    }
    if (fresh_line != "") fresh[++added] = fresh_line
    show()
}
'

# with_mark FILE: the file and a letter behind it.
with_mark() {
    cat "$1"
    printf x
}

# undo: main.cf and master.cf as they would be without Waxseal, in base/.
undo() {
    mkdir "$work/base"
    with_mark "$work/main.before" | awk -v notes="$work/notes" "$lines$undo_program" "$work/owned" "$work/kept" - >"$work/base/main.cf"
    if [ -n "$service" ]; then
        with_mark "$work/master.before" | awk -v service="$service" -v fresh_line= "$lines$service_program" >"$work/base/master.cf"
    else
        cat "$work/master.before" >"$work/base/master.cf"
    fi
    beside "$work/base"
}

# apply: the plan on top of base/, in new/; what it replaces, in state.new.
apply() {
    mkdir "$work/new"
    planned >"$work/plan"
    with_mark "$work/base/main.cf" | awk -v state="$work/state.new" "$lines$apply_program" "$work/plan" - >"$work/new/main.cf"
    with_mark "$work/base/master.cf" | awk -v service="$service" -v fresh_line="$service_line" "$lines$service_program" >"$work/new/master.cf"
    beside "$work/new"
}

# beside FOLDER: makes a whole configuration of it, for Postfix's own programs to read. They wait for files that were written
# less than two seconds ago, so these look older.
beside() {
    for file in "$config"/*; do
        case ${file##*/} in
        main.cf | master.cf | *.waxseal-new | waxseal.lock) ;;
        *) ln -s "$file" "$1/" ;;
        esac
    done
    touch -t 200001010000 "$1/main.cf" "$1/master.cf"
}
)SH";

} // namespace

QByteArray editText()
{
    return text;
}

} // namespace waxseal::postfix
