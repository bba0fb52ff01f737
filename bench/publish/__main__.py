"""python -m bench.publish writes all of it anew; it measures nothing."""

from bench.publish.kept import ROOT, kept
from bench.publish.lines import DOCUMENTS, filled
from bench.publish.page import PAGE, page
from bench.publish.plots import FOLDER, drawn


def main() -> None:
    found = kept()
    PAGE.write_text(page(found), encoding="utf-8")
    for name in DOCUMENTS:
        document = ROOT / name
        document.write_text(filled(document.read_text("utf-8"), found), encoding="utf-8")
    pictures = drawn(found)
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.svg"):
        if old.name not in pictures:
            old.unlink()
    for name, text in pictures.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
