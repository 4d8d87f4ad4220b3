#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Waxseal developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""
A zoo of mail servers on loopback.

  zoo.py up DIR            starts it; DIR must be readable by every user, and is emptied first
  zoo.py run DIR COMMAND   runs a command where the zoo's addresses are
  zoo.py oracle DIR FILE   writes the delivery matrix as the real Postfix client sees it
  zoo.py down DIR          stops it

It lives in network, mount and process namespaces of its own where the system lets it: nothing can leave loopback then, no
address is taken on the machine, and nothing survives "down". Elsewhere it uses the machine's loopback.
Exit 77: something that the zoo needs is missing (1 when CI=true).
"""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
START_TIMEOUT = 60.0
NAMESPACES = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child=SIGKILL", "--propagation", "private"]


def _missing() -> list[str]:
    """What keeps the zoo from being started here, in words."""
    reasons = [] if os.geteuid() == 0 else ["root (Postfix changes users)"]
    search = "/usr/sbin:/usr/bin:/sbin:/bin"
    reasons += [tool for tool in ("postfix", "knotd", "keymgr", "unbound") if not shutil.which(tool, path=search)]
    try:
        import cryptography  # noqa: F401  pylint: disable=unused-import,import-outside-toplevel
    except ImportError:
        reasons.append("python3-cryptography")
    return reasons


def state(root: pathlib.Path) -> dict:
    """What "up" wrote down: "keeper" (process id) and "isolated"; empty when the zoo does not run."""
    try:
        found = json.loads((root / "zoo.json").read_text())
        os.kill(found["keeper"], 0)
        return found
    except (OSError, ValueError, KeyError):
        return {}


def inside(root: pathlib.Path, system_view: bool = False) -> list[str]:
    """The words to put before a command so that it runs in the zoo's network; system_view: with its /etc/resolv.conf, too."""
    found = state(root)
    if not found.get("isolated"):
        return []
    return ["nsenter", "--target", str(found["keeper"]), "--net"] + (["--mount", f"--wd={os.getcwd()}"] if system_view else [])


def _keeper_of(parent: int) -> int:
    """unshare --fork leaves the keeper as its only child."""
    for _ in range(200):
        children = pathlib.Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        if children:
            return int(children[0])
        time.sleep(0.01)
    raise RuntimeError("the zoo's keeper did not start")


def up(root: pathlib.Path) -> int:
    reasons = _missing()
    if reasons:
        print(f"the zoo cannot be started, missing: {', '.join(reasons)}")
        return 1 if os.environ.get("CI") == "true" else SKIPPED
    if state(root):
        print(f"a zoo is running in {root} already")
        return 1
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    os.chmod(root, 0o755)

    started = time.monotonic()
    is_isolated = "WAXSEAL_ZOO_SHARED" not in os.environ and subprocess.run(
        NAMESPACES + ["true"], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    command = [sys.executable, str(HERE / "keeper.py"), str(root)] + (["--isolated"] if is_isolated else [])
    with open(root / "keeper.log", "wb") as log:
        process = subprocess.Popen((NAMESPACES if is_isolated else []) + command, stdin=subprocess.DEVNULL, stdout=log,
                                   stderr=log, start_new_session=True)
    keeper = _keeper_of(process.pid) if is_isolated else process.pid
    while not (root / "ready").exists():
        if process.poll() is not None or time.monotonic() - started > START_TIMEOUT:
            print("the zoo did not start:\n" + (root / "keeper.log").read_text(errors="replace"))
            if process.poll() is None:
                os.kill(keeper, signal.SIGKILL)
            return 1
        time.sleep(0.02)
    (root / "zoo.json").write_text(json.dumps({"keeper": keeper, "parent": process.pid, "isolated": is_isolated}))
    print(f"the zoo is up in {root} after {time.monotonic() - started:.1f} s"
          + (", in a network of its own" if is_isolated else ", on this machine's loopback"))
    return 0


def down(root: pathlib.Path) -> int:
    found = state(root)
    if not found:
        return 0
    os.kill(found["keeper"], signal.SIGTERM)
    for _ in range(1000):
        if not state(root):
            break
        time.sleep(0.01)
    else:
        os.kill(found["keeper"], signal.SIGKILL)
    (root / "zoo.json").unlink()
    return 0


def main(arguments: list[str]) -> int:
    if len(arguments) < 2 or arguments[0] not in ("up", "down", "run", "oracle"):
        print(__doc__, file=sys.stderr)
        return 2
    verb, root = arguments[0], pathlib.Path(arguments[1]).absolute()
    if verb == "up":
        return up(root)
    if verb == "down":
        return down(root)
    if not state(root):
        print(f"no zoo is running in {root}", file=sys.stderr)
        return 1 if os.environ.get("CI") == "true" else SKIPPED
    if verb == "run":
        os.environ["MAIL_CONFIG"] = str(root / "postfix" / "etc")    # posttls-finger wants one
        command = inside(root, system_view=True) + arguments[2:]
        os.execvp(command[0], command)
    command = [sys.executable, str(HERE / "oracle.py"), str(root), *arguments[2:]]
    return subprocess.run(inside(root, system_view=True) + command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
