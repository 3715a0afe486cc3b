"""Files under their own content: in a folder, and in an object store."""

from pathlib import Path

import pytest

from api.kit.errors import UNAVAILABLE, Problem
from api.kit.files import Files, home

PAGE = b"trang 1"


@pytest.fixture(params=["", "memory://"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Files:
    return home(request.param, tmp_path)


def _only_file(folder: Path) -> Path:
    (only,) = [each for each in folder.rglob("*") if each.is_file()]
    return only


async def test_a_file_is_kept_once_under_its_content_and_read_back(files: Files) -> None:
    digest = await files.keep(PAGE)
    assert await files.keep(PAGE) == digest
    assert await files.kept(digest) == PAGE
    for _ in range(2):
        await files.remove(digest)
        assert await files.kept(digest) is None


async def test_nobody_reads_or_removes_beside_the_home(files: Files) -> None:
    for name in ("../../master.key", "", "0" * 63, "A" * 64):
        with pytest.raises(ValueError, match="not a digest"):
            await files.kept(name)
        with pytest.raises(ValueError, match="not a digest"):
            await files.remove(name)


async def test_a_file_on_disk_is_private_and_never_read_once_it_was_changed(tmp_path: Path) -> None:
    files = home("", tmp_path)
    digest = await files.keep(PAGE)
    only = _only_file(tmp_path)
    assert only.stat().st_mode & 0o777 == 0o600
    only.write_bytes(b"trang 2")
    assert await files.kept(digest) is None, "it is no longer what it was"


async def test_a_store_that_does_not_answer_asks_to_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "AWS_ENDPOINT": "http://127.0.0.1:9",
        "AWS_ALLOW_HTTP": "true",
        "AWS_REGION": "vn",
        "AWS_ACCESS_KEY_ID": "a",
        "AWS_SECRET_ACCESS_KEY": "b",
    }.items():
        monkeypatch.setenv(name, value)
    files = home("s3://diemdanh/anh", tmp_path)
    for refused in (files.keep(PAGE), files.kept("0" * 64), files.remove("0" * 64)):
        with pytest.raises(Problem) as problem:
            await refused
        assert problem.value.fault is UNAVAILABLE


@pytest.mark.parametrize("url", ["s3:", "ftp://may-chu", "kho ảnh"])
def test_an_address_of_no_store_is_refused_at_the_start(url: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="object store"):
        home(url, tmp_path)
