"""Read papers back with poppler, as any reader would."""

import shutil
import subprocess
from pathlib import Path

import pytest


class Pdf:
    """One PDF on disk, seen by pdfinfo, pdftotext, pdfimages, pdffonts and pdftoppm.

    Skips the test on a machine without poppler's tools.
    """

    def __init__(self, data: bytes, folder: Path) -> None:
        if shutil.which("pdftotext") is None:
            pytest.skip("poppler-utils is not installed")
        assert data.startswith(b"%PDF-")
        self.file = folder / "paper.pdf"
        self.file.write_bytes(data)

    def _run(self, *command: str) -> str:
        done = subprocess.run(command, capture_output=True, check=True)
        assert done.stderr == b"", done.stderr
        return done.stdout.decode()

    def info(self) -> dict[str, str]:
        """The lines of pdfinfo."""
        lines = self._run("pdfinfo", str(self.file)).splitlines()
        return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}

    def text(self, page: int | None = None) -> str:
        """The text, of one page or of all, with its layout."""
        pages = ["-f", str(page), "-l", str(page)] if page else []
        return self._run("pdftotext", "-layout", *pages, str(self.file), "-")

    def images(self) -> int:
        """How many bitmaps there are."""
        return len(self._run("pdfimages", "-list", str(self.file)).splitlines()) - 2

    def fonts(self) -> list[str]:
        """The names of the fonts."""
        return [line.split()[0] for line in self._run("pdffonts", str(self.file)).splitlines()[2:]]

    def picture(self, page: int, dpi: int = 100) -> Path:
        """A page as PNG."""
        stem = self.file.with_name(f"page-{page}")
        self._run(
            "pdftoppm", "-png", "-singlefile", "-r", str(dpi), "-f", str(page), str(self.file), str(stem)
        )
        return stem.with_suffix(".png")
