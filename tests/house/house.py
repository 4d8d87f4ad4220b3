# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house, asked of the tree: floors, headers, build lists, words that must agree in several places.

HOUSE_ROOT is the tree; WAXSEAL_CLI the program, for its --help; LUPDATE Qt's lupdate, where there are translations.
"""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(os.environ["HOUSE_ROOT"])
FLOORS = ["model", "probe", "widgets", "app"]  # lowest first
SKIPPED = {".git", "build", "out", ".cache", "__pycache__"}


def files(*suffixes, below=""):
    """Files of the tree, what is built or generated left out."""
    found = []
    for folder, folders, names in os.walk(ROOT / below):
        folders[:] = sorted(f for f in folders if f not in SKIPPED)
        found += [pathlib.Path(folder) / n for n in sorted(names) if not suffixes or n.endswith(suffixes)]
    return found


def name(path):
    return str(path.relative_to(ROOT))


def text(path):
    return path.read_text(encoding="utf-8")


def includes(path):
    return re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', text(path), re.MULTILINE)


class Floors(unittest.TestCase):
    def test_arrows_only_point_down(self):
        for height, floor in enumerate(FLOORS):
            for path in files(".h", ".cpp", below=floor):
                for included in includes(path):
                    if included.split("/")[0] in FLOORS:
                        self.assertLessEqual(FLOORS.index(included.split("/")[0]), height, f"{name(path)} includes {included}")
                    self.assertNotIn("..", pathlib.PurePath(included).parts, f"{name(path)} includes {included}")

    def test_every_include_of_ours_exists(self):
        for floor in FLOORS:
            for path in files(".h", ".cpp", below=floor):
                for included in includes(path):
                    if included.split("/")[0] in FLOORS:
                        self.assertTrue((ROOT / included).is_file(), f"{name(path)} includes {included}")

    def test_targets_link_downwards(self):
        for height, floor in enumerate(FLOORS):
            build = text(ROOT / floor / "CMakeLists.txt")
            for higher in FLOORS[height + 1:]:
                self.assertNotRegex(build, rf"Waxseal::{higher.capitalize()}\b", f"{floor}/CMakeLists.txt")

    def test_model_knows_no_window_and_no_socket(self):
        forbidden = re.compile(r"^(Qt(Gui|Widgets|Network|PrintSupport|Svg)/|Q(Widget|Image|Pixmap|Painter|Icon|Color|Font|Gui|Application|"
                               r"TcpSocket|UdpSocket|TcpServer|SslSocket|Network|Host|Dns)|sys/socket|netinet/|netdb|openssl/|unbound)")
        for path in files(".h", ".cpp", below="model"):
            for included in includes(path):
                self.assertNotRegex(included, forbidden, name(path))

    def test_probe_and_command_line_know_no_window(self):
        forbidden = re.compile(r"^(Qt(Gui|Widgets|PrintSupport|Svg)/|Q(Widget|Image|Pixmap|Painter|Icon|Color|Font|Gui|Application|"
                               r"AbstractItemView|TableView|TreeView|MainWindow|Dialog)|qcustomplot)")
        # The words both programs share live on the widgets floor, and need no window either.
        for folder in ("probe", "app/cli", "widgets/words"):
            for path in files(".h", ".cpp", below=folder):
                for included in includes(path):
                    self.assertNotRegex(included, forbidden, name(path))
                    if folder == "app/cli" and included.startswith("widgets/"):
                        self.assertTrue(included.startswith("widgets/words/"), f"{name(path)} includes {included}")

    def test_only_charts_know_the_plotting_library(self):
        for path in files(".h", ".cpp"):
            if any(i.endswith("qcustomplot.h") for i in includes(path)):
                self.assertRegex(name(path), r"^widgets/charts/[^/]+\.cpp$")


class Model(unittest.TestCase):
    """The folders of the model, lowest first: arrows point down there too."""

    FOLDERS = ["core", "facts", "records", "ledger", "policy", "spam", "exporter", "servers", "importer", "witness", "forecast", "report", "workspace"]

    def test_arrows_between_folders_point_down(self):
        for path in files(".h", ".cpp", below="model"):
            folder = path.relative_to(ROOT).parts[1]
            self.assertIn(folder, self.FOLDERS, f"{name(path)}: where does this folder stand?")
            for included in includes(path):
                parts = included.split("/")
                if parts[0] == "model":
                    self.assertLessEqual(self.FOLDERS.index(parts[1]), self.FOLDERS.index(folder), f"{name(path)} includes {included}")

    def test_only_the_list_knows_a_server(self):
        for path in [p for floor in FLOORS for p in files(".h", ".cpp", below=floor)]:
            own = path.relative_to(ROOT).parts
            for included in includes(path):
                parts = included.split("/")
                if parts[:2] != ["model", "servers"] or len(parts) < 4:
                    continue
                is_own = own[:2] == ("model", "servers") and len(own) > 3 and own[2] == parts[2]
                self.assertTrue(is_own or name(path) in ("model/servers/servers.cpp", "model/servers/exporttargets.cpp"), f"{name(path)} includes {included}")


class OnePlace(unittest.TestCase):
    """What every surface must say alike is made in one place."""

    def test_simulations_are_made_by_the_factory(self):
        made = re.compile(r"\bSimulation\s+\w+\s*[({]|\bmake_(unique|shared)<Simulation>\((?!\s*simulationOf\()")
        for floor in FLOORS[1:]:
            for path in files(".h", ".cpp", below=floor):
                self.assertIsNone(made.search(text(path)), f"{name(path)}: simulationOf() knows the live tests too")

    def test_only_the_judgement_judges(self):
        for floor in FLOORS:
            for path in files(".h", ".cpp", below=floor):
                if not name(path).startswith("model/policy/"):
                    self.assertIsNone(re.search(r"(?<![\w.>])judge\(", text(path)), f"{name(path)}: ask Simulation::judgement()")

    def test_only_one_place_writes_percentages(self):
        written = re.compile(r"100(\.0*)?\s*(\*[^,;]*)?,\s*'f'")
        for floor in FLOORS:
            for path in files(".h", ".cpp", below=floor):
                if name(path) not in ("model/core/percent.cpp", "app/cli/progress.cpp"):  # how far the work is
                    self.assertIsNone(written.search(text(path)), f"{name(path)}: model/core/percent.h does that")


class Sources(unittest.TestCase):
    def test_every_source_names_its_licence(self):
        scripts = [p for p in files() if p.parent in (ROOT, ROOT / ".ci") and text_head(p).startswith("#!")]
        for path in files(".h", ".cpp", ".py", ".sh", "CMakeLists.txt", ".cmake") + scripts:
            head = "\n".join(text(path).splitlines()[:4])
            for line in ("SPDX-FileCopyrightText: 2026 The Waxseal developers", "SPDX-License-Identifier: GPL-3.0-or-later"):
                self.assertIn(line, head, name(path))

    def test_no_path_of_a_developers_machine(self):
        own = pathlib.Path(__file__).resolve()
        for path in files(".h", ".cpp", ".py", ".sh", ".txt", ".json", ".md", ".ts", ".xml", ".desktop", ".svg", ".cmake"):
            if path.resolve() == own:
                continue
            for number, line in enumerate(text(path).splitlines(), 1):
                self.assertNotRegex(line, r"(^|[\s\"'(=])/(work|root)/|[a-z]:\\\\Users", f"{name(path)}:{number}")
                if not name(path).startswith("tests/"):
                    self.assertNotIn("../shared", line, f"{name(path)}:{number}")

    def test_build_lists_every_source_and_globs_none(self):
        lists = {path.parent: text(path) for path in files("CMakeLists.txt")}
        for path, content in lists.items():
            self.assertNotRegex(content, r"(?i)file\s*\(\s*GLOB", name(path))
        for path in files(".cpp", ".h"):
            if name(path).startswith("tests/data/"):
                continue
            listed = any(re.search(rf"(^|[\s\"/}}]){re.escape(str(path.relative_to(folder)))}([\s\")]|$)", content)
                         for folder, content in lists.items() if path.is_relative_to(folder))
            # A header may stay unlisted when its source stands beside it, or when it is header-only.
            self.assertTrue(listed or path.suffix == ".h", f"{name(path)} is in no CMakeLists.txt")

    def test_build_lists_only_files_that_exist(self):
        for path in files("CMakeLists.txt"):
            content = re.sub(r"#.*", "", text(path))
            for listed in re.findall(r"(?<![\w$}/<>.\"-])([\w][\w/.-]*\.(?:cpp|h|ts|qrc|svg|png|py|xz|1))(?=[\s\")]|$)", content):
                beside, above = path.parent / listed, ROOT / listed
                self.assertTrue(beside.exists() or above.exists(), f"{name(path)} lists {listed}")

    def test_headers_guard_themselves(self):
        for path in files(".h"):
            self.assertRegex(text(path), r"(?m)^#pragma once$", name(path))


def text_head(path):
    with open(path, "rb") as file:
        return file.read(64).decode("utf-8", "replace")


class CommandLine(unittest.TestCase):
    """Options are said in three places: --help, the manual page, the shells' completions."""

    def setUp(self):
        program = os.environ.get("WAXSEAL_CLI", "")
        self.assertTrue(os.access(program, os.X_OK), f"no program at {program!r}")
        self.program = program
        self.manual = [p for p in files(".1", ".1.in", below="resources") if "waxseal-cli" in p.name]
        self.completions = [p for p in files(below="resources") if "completion" in name(p).lower() and p.name != "CMakeLists.txt"]
        if not self.manual and not self.completions:
            self.skipTest("neither a manual page nor completions are there yet")

    def help_of(self, *command):
        run = subprocess.run([self.program, *command, "--help"], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
                             env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""})
        self.assertEqual(run.returncode, 0, f"{command} --help: {run.stderr}")
        return run.stdout

    def commands(self):
        known = {"summary", "domains", "messages", "simulate", "recommend", "export", "report", "save", "probe"}
        return sorted(known & set(re.findall(r"(?m)^\s+(?:waxseal-cli )?([a-z]+)\b", self.help_of())))

    def test_every_option_is_in_manual_and_completions(self):
        commands = self.commands()
        self.assertGreaterEqual(len(commands), 5, "--help names the commands")
        options = set()
        for command in [[], *([c] for c in commands)]:
            options |= set(re.findall(r"(?<![\w-])--[a-z][a-z0-9-]*", self.help_of(*command)))
        self.assertIn("--json", options)
        for path in self.manual + self.completions:
            said = text(path).replace("\\-", "-")
            missing = sorted(o for o in options if not re.search(rf"(?<![\w]){re.escape(o[2:])}(?![\w-])", said))
            self.assertEqual(missing, [], f"{name(path)} says nothing of these")
            self.assertEqual([c for c in commands if not re.search(rf"\b{c}\b", said)], [], f"{name(path)} leaves out commands")

    def test_export_targets_are_named_alike(self):
        listed = re.search(r"--target (\S+\|\S+)", self.help_of("export"))[1].split("|")
        self.assertGreaterEqual(len(listed), 5)
        for path in self.manual + self.completions:
            told = re.findall(rf"\b{listed[0]}(?: \| | ){listed[1]}(?:(?: \| | )[\w-]+)*", text(path))
            self.assertIn(listed, [words.replace("| ", "").split() for words in told], f"{name(path)} names other export targets")

    def test_manual_promises_no_option_that_is_not_there(self):
        helps = self.help_of() + "".join(self.help_of(c) for c in self.commands())
        for path in self.manual:
            for option in set(re.findall(r"(?<![\w-])--[a-z][a-z0-9-]*", text(path).replace("\\-", "-"))):
                self.assertRegex(helps, rf"{re.escape(option)}(?![\w-])", name(path))


class Translations(unittest.TestCase):
    def setUp(self):
        self.ts = files(".ts", below="translations")
        if not self.ts:
            self.skipTest("no translations yet")

    def updated(self, folder):
        """The translations as lupdate would leave them now, so that a string that nobody has translated shows."""
        lupdate = os.environ.get("LUPDATE", "")
        self.assertTrue(os.access(lupdate, os.X_OK), f"no lupdate at {lupdate!r}")
        copies = [pathlib.Path(shutil.copy(path, folder)) for path in self.ts]
        sources = [str(p) for floor in FLOORS for p in files(".cpp", ".h", below=floor)]
        # Without the include path lupdate does not see our namespace, and the program would look for another context.
        said = subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", *sources, "-I", str(ROOT), "-ts", *map(str, copies)],
                              check=True, stdin=subprocess.DEVNULL, cwd=folder, timeout=120, capture_output=True, text=True)
        self.assertNotIn("unknown namespace", said.stderr)
        return copies

    def messages(self, path):
        for context in ElementTree.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                yield context.findtext("name", ""), message

    def test_nothing_unfinished(self):
        with tempfile.TemporaryDirectory() as folder:
            for path in self.updated(folder):
                english = path.stem.endswith("_en")
                count, unfinished = 0, []
                for context, message in self.messages(path):
                    if english and message.get("numerus") != "yes":
                        continue  # English only needs its plurals
                    count += 1
                    translation = message.find("translation")
                    forms = [f.text or "" for f in translation.iter("numerusform")] or [translation.text or ""]
                    if translation.get("type") == "unfinished" or not all(forms):
                        unfinished.append(f"{context}: {message.findtext('source')}")
                self.assertGreater(count, 0, path.name)
                self.assertEqual(unfinished, [], f"{path.name}: {len(unfinished)} strings are not translated")

    def test_every_plural_is_known(self):
        """lupdate passes over a string whose number it cannot parse (translate() with a cast), and says nothing."""
        with tempfile.TemporaryDirectory() as folder:
            known = {m.findtext("source") for path in self.updated(folder) for _, m in self.messages(path)}
        call = re.compile(r'(?:\btr|\btranslate)\(\s*(?:"\w+",\s*)?((?:"(?:[^"\\]|\\.)*"\s*)+)')
        for path in [p for floor in FLOORS for p in files(".cpp", ".h", below=floor)]:
            for literals in call.findall(text(path)):
                source = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))
                if "%n" in source and "\\" not in source:
                    self.assertIn(source, known, f"{name(path)}: lupdate does not see this plural")

    def test_place_markers_survive(self):
        for path in self.ts:
            for context, message in self.messages(path):
                source, translation = message.findtext("source", ""), message.find("translation")
                for form in [f.text or "" for f in translation.iter("numerusform")] or [translation.text or ""]:
                    if not form or translation.get("type") in ("unfinished", "vanished", "obsolete"):
                        continue
                    where = f"{path.name}, {context}: {source!r} → {form!r}"
                    self.assertEqual(set(re.findall(r"%L?\d", source)), set(re.findall(r"%L?\d", form)), where)
                    if message.get("numerus") != "yes":  # "one message" may do without its number
                        self.assertEqual("%n" in source, "%n" in form, where)
                    self.assertEqual(source.endswith(":"), form.endswith(":"), where)
                    self.assertEqual(source.endswith("…"), form.endswith("…"), where)

    def test_languages_agree_on_plural_forms(self):
        for path in self.ts:
            for context, message in self.messages(path):
                if message.get("numerus") == "yes":
                    self.assertEqual(len(list(message.iter("numerusform"))), 2, f"{path.name}, {context}: {message.findtext('source')}")


if __name__ == "__main__":
    unittest.main(verbosity=2)
