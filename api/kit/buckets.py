"""Files in an object store: S3 and its like. Loaded only where a setting asks for it (extra `s3`).

Who it is and where its server stands it takes from the environment, as every program for such
stores does: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT.
"""

from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

import obstore
from anyio import to_thread
from obstore.exceptions import BaseError
from obstore.store import ObjectStore, from_url

from api.kit.errors import come_back
from api.kit.files import digest_of, place

_PATIENCE: Final = timedelta(seconds=10)
"""A person waits for the answer, and a transaction with him."""


class Bucket:
    """A bucket, or a folder of one; a store that does not answer is a 503, and nothing was kept.

    Each call waits in a thread of its own: the library's own coroutines may outlive the program.
    """

    def __init__(self, url: str) -> None:
        """Take the address in; nothing is asked of the store yet.

        Raises: ValueError where the address is not understood.
        """
        try:
            self._store = _store(url)
        except (BaseError, ValueError) as refused:
            # What refused it may repeat a password.
            raise ValueError(
                "not an address of an object store, as in s3://bucket/folder"
            ) from refused

    async def keep(self, content: bytes) -> str:
        digest = digest_of(content)
        await to_thread.run_sync(self._put, place(digest), content)
        return digest

    async def kept(self, digest: str) -> bytes | None:
        content = await to_thread.run_sync(self._get, place(digest))
        return content if content is not None and digest_of(content) == digest else None

    async def remove(self, digest: str) -> None:
        await to_thread.run_sync(self._delete, place(digest))

    def _put(self, name: str, content: bytes) -> None:
        try:
            obstore.put(self._store, name, content)
        except BaseError as unreachable:
            raise come_back() from unreachable

    def _get(self, name: str) -> bytes | None:
        try:
            return bytes(obstore.get(self._store, name).bytes())
        except FileNotFoundError:
            return None
        except BaseError as unreachable:
            raise come_back() from unreachable

    def _delete(self, name: str) -> None:
        try:
            obstore.delete(self._store, name)
        except FileNotFoundError:
            return
        except BaseError as unreachable:
            raise come_back() from unreachable


def _store(url: str) -> ObjectStore:
    if urlsplit(url).scheme in {"memory", "file"}:
        return from_url(url)
    return from_url(
        url,
        client_options={"timeout": _PATIENCE, "connect_timeout": _PATIENCE},
        retry_config={"max_retries": 2, "retry_timeout": _PATIENCE},
    )
