"""One door for everyone who works on Bitim: `python3 dev.py run`, `python3 dev.py test`.

Needs Python 3.11 or later with pip, and nothing else: it fetches its own tools into `.dev/`, makes the
environment `.venv/` from the hash-pinned lock files under `requirements/`, and makes it again when one of
them has changed.
"""

import ast
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036  said here, before an older Python stumbles over the syntax
    sys.exit("Bitim needs Python 3.11 or later.")

ROOT = Path(__file__).resolve().parent
TOOLS = ROOT / ".dev"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
DATA = ROOT / "var"
LOCKS = {name: ROOT / "requirements" / f"{name}.txt" for name in ("bootstrap", "runtime", "dev")}

# In a venv, the Python that made it: the venv's own has no pip, and would remove itself with the venv.
PYTHON = getattr(sys, "_base_executable", None) or sys.executable


def run(*arguments: str) -> int:
    """Start the service on SQLite, with demonstration data at first; arguments go to `bitim serve`."""
    install()
    settings = {"BITIM_DATABASE": f"sqlite:///{DATA}"}
    if not DATA.exists():
        try:
            call(BIN / "bitim", "demo", **settings)
        except BaseException:
            shutil.rmtree(DATA, ignore_errors=True)  # or the next run would take half of it for all
            raise
    return become(BIN / "bitim", "serve", *arguments, **settings)


def test(*arguments: str) -> int:
    """Check everything and run every test; with arguments, run pytest alone, with them."""
    install()
    if arguments:
        return call(BIN / "pytest", *arguments, check=False)
    if check():
        return 1
    bring_browser()
    return call(BIN / "pytest", "-n", "logical", "--maxprocesses=8", "--dist=worksteal", check=False)


def check() -> int:
    """Check without running anything of ours: format, style, types, floors."""
    install()
    codes = (
        call(BIN / "ruff", "format", "--check", "--quiet", check=False),
        call(BIN / "ruff", "check", "--quiet", check=False),
        call(BIN / "mypy", check=False),
        call(BIN / "lint-imports", "--no-logo", check=False),
    )
    return int(any(codes))


def tidy() -> int:
    """Put the code into its format, and repair what needs no thought."""
    install()
    codes = (
        call(BIN / "ruff", "check", "--fix-only", "--quiet", check=False),
        call(BIN / "ruff", "format", "--quiet", check=False),
    )
    return int(any(codes))


def install() -> int:
    """Make the environment, unless it stands and nothing that it is made from has changed."""
    stamp, wanted = VENV / "made-from", fingerprint()
    # is_file follows links: it says no when the Python behind the environment is gone.
    if (BIN / "python").is_file() and stamp.is_file() and stamp.read_text() == wanted:
        return 0
    uv("venv", "--clear", "--no-project", "--python", PYTHON, VENV)
    uv("pip", "sync", "--require-hashes", LOCKS["dev"])
    uv("pip", "install", "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT)
    stamp.write_text(wanted)
    return 0


def lock(*arguments: str) -> int:
    """Pin every package for all platforms, as pyproject.toml allows; `--upgrade` moves the pins forward."""
    how = [
        "--universal",
        "--python-version=3.11",
        "--generate-hashes",
        "--no-annotate",
        "--no-header",
        *arguments,
    ]
    whats = {
        "bootstrap": ["--group=bootstrap"],
        "runtime": ["pyproject.toml"],
        "dev": ["pyproject.toml", "--group=dev", "--constraint=requirements/runtime.txt"],
    }
    for name, what in whats.items():
        uv("pip", "compile", *how, *what, "--output-file", LOCKS[name])
    return 0


def benchmark(*arguments: str) -> int:
    """Measure anew what docs/numbers.md tells, all of it or by name, and write that page."""
    install()
    return call(BIN / "python", "-m", "benchmarks", *arguments, check=False)


def postgres() -> int:
    """Keep a PostgreSQL server to throw away: prints its address, ends with Ctrl-D."""
    install()
    return call(BIN / "python", ROOT / "tests" / "postgres.py", check=False)


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "format": tidy,
    "install": install,
    "lock": lock,
    "postgres": postgres,
    "benchmark": benchmark,
}


def call(program: str | Path, *arguments: str | Path, check: bool = True, **environment: str) -> int:
    """Run a program in the project's root and give its exit code.

    Raises CalledProcessError if that code isn't 0, unless `check` is off.
    """
    return subprocess.run([program, *arguments], cwd=ROOT, env=around(environment), check=check).returncode


def become(program: Path, *arguments: str, **environment: str) -> int:
    """Let a program take the place of this one, so that signals reach it; on Windows, run it and wait."""
    if os.name != "nt":
        sys.stdout.flush()
        os.chdir(ROOT)
        os.execve(program, [str(program), *arguments], around(environment))  # noqa: S606  we have installed it
    return call(program, *arguments, check=False, **environment)


def around(environment: dict[str, str]) -> dict[str, str]:
    """The environment variables of a program that is started: ours, with the environment's programs first."""
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])
    return {**os.environ, "PATH": path, **environment}


def uv(*arguments: str | Path) -> None:
    """Call the pinned uv, which pip brings into `.dev/` the first time."""
    folder = TOOLS / f"uv-{hashlib.sha256(LOCKS['bootstrap'].read_bytes()).hexdigest()[:12]}"
    if not folder.exists():
        shutil.rmtree(TOOLS, ignore_errors=True)
        parts = TOOLS / "parts"
        call(
            PYTHON,
            "-m",
            "pip",
            "install",
            "-qq",
            "--require-hashes",
            "--target",
            parts,
            "-r",
            LOCKS["bootstrap"],
        )
        parts.rename(folder)
    # The cache stays in the checkout: the home folder may be missing, or not ours to write in.
    # Compiled once here, for machines on which Python is told to write nothing: 0.8 s at every start else.
    own = {"UV_CACHE_DIR": str(TOOLS / "cache"), "UV_COMPILE_BYTECODE": "1", "VIRTUAL_ENV": str(VENV)}
    call(folder / "bin" / "uv", "--quiet", *arguments, **index_settings(), **own)


def index_settings() -> dict[str, str]:
    """Where pip is set to look for packages here, as uv's variables: uv reads none of pip's settings."""
    command = [PYTHON, "-m", "pip", "config", "list"]
    lines = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    said = {}
    for section in ("global.", "install.", ":env:."):  # as pip ranks them: the last one wins
        for line in lines:
            if line.startswith(section):
                key, _, value = line.removeprefix(section).partition("=")
                said[key] = ast.literal_eval(value).split()
    # A folder that isn't there is nothing to pip, and an error to uv.
    said["find-links"] = [link for link in said.get("find-links", ()) if "://" in link or Path(link).exists()]
    names = {
        "index-url": "UV_DEFAULT_INDEX",
        "extra-index-url": "UV_INDEX",
        "find-links": "UV_FIND_LINKS",
        "trusted-host": "UV_INSECURE_HOST",
        "proxy": "ALL_PROXY",
        "cert": "SSL_CERT_FILE",
    }
    settings = {names[key]: ("," if key == "find-links" else " ").join(said[key]) for key in names if said.get(key)}
    # All indexes are asked, as pip does; what comes from them must have the locked hash.
    return {"UV_INDEX_STRATEGY": "unsafe-best-match", **settings}


def fingerprint() -> str:
    """What the environment is made from: locks, the project's metadata, kind of Python, and place."""
    import tomllib  # noqa: PLC0415  new in 3.11: imported above, it would speak before the refusal of older ones

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    metadata = repr((project["build-system"], project["project"], sys.implementation.cache_tag, ROOT))
    parts = [metadata, *(path.read_text() for path in LOCKS.values())]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def bring_browser() -> None:
    """Install Chromium for the browser tests where that needs no asking: as root on Debian and its like."""
    there = any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    if there or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    apt = "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"
    packages = "install", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core"
    # The lists of packages may be old or empty; the tests themselves say what a missing browser means.
    if call(*apt, *packages, check=False, DEBIAN_FRONTEND="noninteractive") != 0:
        call(*apt, "update", check=False)
        call(*apt, *packages, check=False, DEBIAN_FRONTEND="noninteractive")


def main() -> int:
    """Carry out the command of the command line; the exit code is that of the step that failed."""
    name, *arguments = sys.argv[1:] or ["help"]
    if name not in COMMANDS:
        print("usage: python3 dev.py COMMAND [ARGUMENT...]\n")
        print("\n".join(f"  {known:9} {command.__doc__}" for known, command in COMMANDS.items()))
        return 0 if name in ("help", "-h", "--help") else 2
    try:
        return COMMANDS[name](*arguments)
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
