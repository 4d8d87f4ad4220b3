#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks one source in many small ways, and says which of them no test notices.

Each mutant changes one operator, constant or return value of the source. The tests named are built and run with it; a mutant that
they all pass has survived: a line that no test holds, or a change that means the same. Works on the sources of a clone, so
run it in a clone of its own, with a build folder that is up to date:

    mutate.py --build build/quick --source model/policy/judgement.cpp --tests tst_simulation tst_policy [--limit 40]

Prints a line for each survivor, and the counts at the end. Exit status 0 when none survived, 1 otherwise.
"""

import argparse
import os
import pathlib
import random
import re
import subprocess
import sys

# As ctest runs them (tests/CMakeLists.txt).
os.environ.update(QT_QPA_PLATFORM="offscreen", TZ="UTC", LC_ALL="C.UTF-8")
ROOT = pathlib.Path(__file__).resolve().parents[2]

# What is looked for, and what stands there instead. Blanks around binary operators keep templates and pointers out of it.
CHANGES = [
    (r" == ", " != "), (r" != ", " == "), (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "),
    (r" && ", " || "), (r" \|\| ", " && "), (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " / "), (r" / ", " * "),
    (r"\breturn true\b", "return false"), (r"\breturn false\b", "return true"), (r"\breturn (?!true|false)[^;{}]+;", "return {};"),
    (r"(?<=\()!(?=\w)", ""), (r"\+\+", "--"), (r" \+= ", " -= "),
    (r" -= ", " += "), (r"\b0\b", "1"), (r"\b1\b", "2"), (r"\bbreak;", ";"), (r"\bcontinue;", ";"),
]


def code_of(line):
    """The line without a comment at its end, strings blanked out so that nothing in them is changed."""
    line = re.sub(r'"(?:[^"\\]|\\.)*"', lambda found: '"' + "_" * (len(found[0]) - 2) + '"', line)
    return line.split("//")[0]


def mutants(text):
    """(line number, changed text of the line) for every place that can be changed."""
    inside = False
    for number, line in enumerate(text.split("\n")):
        code = code_of(line)
        stripped = code.strip()
        if stripped.startswith("/*"):
            inside = True
        if inside or not stripped or stripped.startswith(("#", "using ", "static_assert", "namespace", "constexpr ")):
            inside = inside and "*/" not in line
            continue
        for pattern, instead in CHANGES:
            for found in re.finditer(pattern, code):
                yield number, line[:found.start()] + found.expand(instead) + line[found.end():]


def run(command, timeout):
    try:
        return subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=timeout).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--build", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--tests", nargs="+", required=True, help="targets, which are test programs as well")
    parser.add_argument("--limit", type=int, default=0, help="so many mutants, chosen evenly by chance; all without it")
    parser.add_argument("--timeout", type=int, default=120, help="seconds for one test program: a mutant may never end")
    options = parser.parse_args()

    source = ROOT / options.source
    original = source.read_text(encoding="utf-8")
    chosen = list(mutants(original))
    if options.limit and len(chosen) > options.limit:
        chosen = sorted(random.Random(1).sample(chosen, options.limit))
    build = ["ninja", "-C", options.build, *options.tests]
    programs = [next((ROOT / options.build).glob(f"tests/**/{test}")) for test in options.tests]
    counts = {"noticed": 0, "survived": 0, "not compiled": 0}
    try:
        for number, line in chosen:
            lines = original.split("\n")
            lines[number] = line
            source.write_text("\n".join(lines), encoding="utf-8")
            if not run(build, 600):
                counts["not compiled"] += 1
            elif all(run([str(program)], options.timeout) for program in programs):
                counts["survived"] += 1
                print(f"{options.source}:{number + 1}: {line.strip()}", flush=True)
            else:
                counts["noticed"] += 1
    finally:
        source.write_text(original, encoding="utf-8")
        run(build, 600)
    print(options.source, ", ".join(f"{count} {what}" for what, count in counts.items()), flush=True)
    return 1 if counts["survived"] else 0


if __name__ == "__main__":
    sys.exit(main())
