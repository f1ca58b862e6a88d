"""Keep resources/i18n in step with the source: collect every tr() and trn() text, then compile.

python packaging/words.py          update fr.ts (new texts appear untranslated, old ones go) and compile fr.qm
python packaging/words.py --check  exit 1 when a text is missing or untranslated, or fr.qm is stale
"""

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources/i18n/fr.ts"
LOOKUP = ROOT / "mdi_desk/kernel/words.py"
QM = TS.with_suffix(".qm")
FIELD = re.compile(r"\{[^{}]*\}")


def texts() -> dict[str, str]:
    """Every source text, with the file it was first seen in. A text that is not a literal is an error."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "mdi_desk").rglob("*.py")):
        if path == LOOKUP:  # `trn` hands its texts on to `tr` there
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            count = {"tr": 1, "trn": 2}.get(node.func.id)
            if count is None:
                continue
            for argument in node.args[:count]:
                if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                    raise SystemExit(f"{path}:{node.lineno}: tr() needs a literal text")
                found.setdefault(argument.value, str(path.relative_to(ROOT)))
    return found


def translations() -> dict[str, str]:
    """What fr.ts says now: source text to French, empty where it waits for a translator."""
    if not TS.exists():
        return {}
    return {
        message.findtext("source", ""): (
            ""
            if (t := message.find("translation")) is None or t.get("type") == "unfinished"
            else t.text or ""
        )
        for message in ET.parse(TS).getroot().iter("message")
    }


def problems() -> list[str]:
    """What keeps the French desk from speaking French: missing texts, and lost or invented {fields}."""
    known, used = translations(), texts()
    out = [f"not translated: {text!r} ({place})" for text, place in used.items() if not known.get(text)]
    out += [f"no longer used: {text!r}" for text in known if text not in used]
    out += [
        f"fields differ: {text!r} / {french!r}"
        for text, french in known.items()
        if french and sorted(FIELD.findall(text)) != sorted(FIELD.findall(french))
    ]
    return out


def write(french: dict[str, str]) -> None:
    """Write fr.ts from the source's texts and `french`, then compile it."""
    root = ET.Element("TS", version="2.1", language="fr_FR", sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "desk"
    for text, place in sorted(texts().items()):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=place)
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if french.get(text):
            translation.text = french[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root)
    TS.parent.mkdir(parents=True, exist_ok=True)
    body = ET.tostring(root, encoding="unicode")
    TS.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")
    compile_to(QM)


def compile_to(place: Path) -> None:
    """Compile fr.ts into the file `place`."""
    beside = Path(sys.executable).with_name("pyside6-lrelease")
    tool = str(beside) if beside.exists() else "pyside6-lrelease"
    subprocess.run([tool, "-silent", str(TS), "-qm", str(place)], check=True)


def stale() -> bool:
    """True when fr.qm is missing, or is not what fr.ts compiles to."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / QM.name
        compile_to(fresh)
        return not QM.exists() or fresh.read_bytes() != QM.read_bytes()


if __name__ == "__main__":
    if "--check" in sys.argv:
        found = problems() + (["fr.qm is older than fr.ts: run packaging/words.py"] if stale() else [])
        print("\n".join(found))
        sys.exit(1 if found else 0)
    write(translations())
    waiting = [line for line in problems() if line.startswith("not")]
    print(f"{len(texts())} texts, {len(waiting)} to translate")
