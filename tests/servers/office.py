"""LibreOffice Calc, as the program that most organisers' colleagues open a list with."""

import shutil
import subprocess
from pathlib import Path


def calc() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def opened_as(file: Path, kind: str, folder: Path) -> Path:
    """Open a file and save it as another kind (`xlsx`, or `csv` in UTF-8); where it is then."""
    target = kind if kind != "csv" else "csv:Text - txt - csv (StarCalc):44,34,76"
    command = [
        str(calc()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", target, "--outdir", str(folder / "saved"), str(file),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "saved" / f"{file.stem}.{kind}"
