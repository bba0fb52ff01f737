"""The index that is kept between two starts: the same answers, and never of anything changed."""

import os
import pickle
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from bot.core.answering import answer
from bot.core.errors import BrokenDigest
from bot.core.library import FEW, Library, library_of
from bot.core.request import parse
from bot.core.statement import Passage
from bot.library import stored
from bot.library.reading import read_statements
from bot.library.shelves import FILES
from bot.library.stored import kept
from tests.library.conftest import SMALL, Shelf
from tests.relevance.scoring import questions


def built(folder: Path | None) -> Library:
    return library_of(*read_statements(folder))


def first(passages: Sequence[Passage]) -> Passage:
    return passages[0]


def unwanted() -> Library:
    raise AssertionError("it is built though it is kept")


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("caches") / "alliance"


@pytest.fixture
def once_kept(cache: Path, shelf: Shelf) -> Path:
    """The file that the small statement is kept in."""
    kept(cache, shelf.folder, partial(built, shelf.folder))
    assert kept(cache, shelf.folder, unwanted).statements == read_statements(shelf.folder)
    [file] = cache.iterdir()
    return file


def is_built_anew(cache: Path, folder: Path) -> bool:
    calls: list[Path] = []

    def build() -> Library:
        calls.append(folder)
        return built(folder)

    kept(cache, folder, build)
    return bool(calls)


def test_what_is_kept_answers_every_question_alike(cache: Path, library: Library) -> None:
    kept(cache, None, lambda: library)
    opened = kept(cache, None, unwanted)
    asked = [parse(question.q) for question in questions("dev")]
    assert len(asked) > 100
    for request in asked:
        assert answer(opened, request, first) == answer(library, request, first)


def test_what_was_asked_of_an_index_is_not_kept(cache: Path, shelf: Shelf) -> None:
    library = built(shelf.folder)
    before = pickle.dumps(library)
    answer(library, parse("free passage of the seas"), first)
    assert len(pickle.dumps(library)) <= len(before)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_read_anew(name: str, cache: Path, shelf: Shelf, once_kept: Path) -> None:
    (shelf.folder / name).write_bytes((shelf.folder / name).read_bytes() + b"\n# more\n")
    with pytest.raises(AssertionError, match="though it is kept"):
        kept(cache, shelf.folder, unwanted)


def test_a_broken_statement_tells_its_faults_though_it_was_kept_whole(
    cache: Path, shelf: Shelf, once_kept: Path
) -> None:
    shelf.change("source.txt", "high seas", "low seas")
    (shelf.folder / "fillers.yaml").unlink()
    with pytest.raises(BrokenDigest) as caught:
        kept(cache, shelf.folder, partial(built, shelf.folder))
    files = {Path(fault.file).name for fault in caught.value.faults}
    assert files == {"fillers.yaml", "statement.yaml"}


def test_a_stray_folder_is_told_though_the_rest_is_kept(cache: Path, shelf: Shelf) -> None:
    folder = shelf.folder.parent
    kept(cache, folder, partial(built, folder))
    (folder / "astray").mkdir()
    (folder / "astray" / "statement.yml").touch()
    with pytest.raises(BrokenDigest, match="neither"):
        kept(cache, folder, partial(built, folder))


def test_other_code_reads_anew(
    cache: Path, shelf: Shelf, once_kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.version", "4.0")
    assert is_built_anew(cache, shelf.folder)


def flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:20],
        lambda content: content[:-1],
        lambda content: content + b".",
        lambda content: flipped(content, 0),
        lambda content: flipped(content, len(content) // 2),
        lambda content: flipped(content, len(content) - 1),
    ],
)
def test_a_damaged_file_is_written_anew(
    damage: Callable[[bytes], bytes], cache: Path, shelf: Shelf, once_kept: Path
) -> None:
    once_kept.write_bytes(damage(once_kept.read_bytes()))
    assert is_built_anew(cache, shelf.folder)
    assert not is_built_anew(cache, shelf.folder)


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_stays_shut(
    mode: int, cache: Path, shelf: Shelf, once_kept: Path
) -> None:
    once_kept.chmod(mode)
    assert is_built_anew(cache, shelf.folder)
    assert once_kept.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_others_may_write_keeps_nothing(
    cache: Path, shelf: Shelf, once_kept: Path
) -> None:
    once_kept.unlink()
    cache.chmod(0o777)
    assert is_built_anew(cache, shelf.folder)
    assert not list(cache.iterdir())


def test_a_file_of_another_person_stays_shut(
    cache: Path, shelf: Shelf, once_kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored.os, "geteuid", lambda: once_kept.stat().st_uid + 1)
    assert is_built_anew(cache, shelf.folder)


def test_a_pickle_without_the_seal_does_nothing(
    cache: Path, shelf: Shelf, once_kept: Path, tmp_path: Path
) -> None:
    class Deed:
        def __reduce__(self) -> tuple[object, ...]:
            return Path.touch, (tmp_path / "done",)

    once_kept.write_bytes(bytes(32) + pickle.dumps(Deed()))
    assert is_built_anew(cache, shelf.folder)
    assert not (tmp_path / "done").exists()


def test_a_folder_that_cannot_be_made_keeps_nothing(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert is_built_anew(tmp_path / "file" / "alliance", shelf.folder)


def test_a_full_disk_keeps_nothing_and_leaves_nothing(
    cache: Path, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(new: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert is_built_anew(cache, shelf.folder)
    assert not list(cache.iterdir())


def test_of_very_many_statements_nothing_is_kept(cache: Path, tmp_path: Path) -> None:
    for number in range(FEW + 1):
        (tmp_path / "many" / f"of-{number}").mkdir(parents=True)
        (tmp_path / "many" / f"of-{number}" / "source.txt").touch()
    library = built(SMALL)
    assert kept(cache, tmp_path / "many", lambda: library) is library
    assert not cache.exists()


def test_what_changes_while_it_is_read_is_not_kept(cache: Path, shelf: Shelf) -> None:
    def build() -> Library:
        library = built(shelf.folder)
        (shelf.folder / "common.yaml").write_bytes(b"words: [meanwhile]\n")
        return library

    kept(cache, shelf.folder, build)
    assert not cache.exists()


def test_what_breaks_while_it_is_read_is_not_kept(cache: Path, shelf: Shelf) -> None:
    def build() -> Library:
        library = built(shelf.folder)
        (shelf.folder / "common.yaml").unlink()
        return library

    kept(cache, shelf.folder, build)
    assert not cache.exists()


def test_a_folder_whose_path_is_not_utf8_is_kept_as_well(
    cache: Path, shelf: Shelf, tmp_path: Path
) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe"))
    odd.mkdir()
    folder = shelf.folder.rename(odd / shelf.folder.name)
    assert is_built_anew(cache, folder)
    assert not is_built_anew(cache, folder)


def test_a_pickle_that_cannot_be_read_is_written_anew(
    cache: Path, shelf: Shelf, once_kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed(content: bytes) -> object:
        raise AttributeError("a library's class that is no more")

    with monkeypatch.context() as patched:
        patched.setattr(stored.pickle, "loads", changed)
        assert is_built_anew(cache, shelf.folder)
    assert not is_built_anew(cache, shelf.folder)


def test_the_cache_holds_the_newest_indexes_and_nothing_that_a_kill_left(
    cache: Path, shelf: Shelf, once_kept: Path
) -> None:
    for age in range(stored.MOST + 3):
        old = cache / f"tmp{age}.index"
        old.touch()
        os.utime(old, (age, age))
    once_kept.unlink()
    kept(cache, shelf.folder, partial(built, shelf.folder))
    assert once_kept in cache.iterdir()
    assert len(list(cache.iterdir())) == stored.MOST
    assert not (cache / "tmp0.index").exists()


def test_a_pipe_in_the_folder_of_others_is_not_opened(
    cache: Path, shelf: Shelf, once_kept: Path
) -> None:
    once_kept.unlink()
    os.mkfifo(once_kept, 0o600)
    cache.chmod(0o777)
    assert is_built_anew(cache, shelf.folder)
