"""Bytes from object storage: what s3://, gs://, abfss:// and hdfs:// addresses name, as pyarrow reads them.

Credentials and regions are looked for where the tools of each storage have theirs (AWS_ACCESS_KEY_ID and the like).
"""

import io
from pathlib import PurePosixPath
from typing import IO, Any, cast

from sayso.errors import UsageError

SCHEMES = ("s3://", "gs://", "gcs://", "abfs://", "abfss://", "hdfs://", "file://")


def is_object(path: str) -> bool:
    """Tell whether this is an address in object storage."""
    return path.lower().startswith(SCHEMES)


def open_object(address: str) -> IO[bytes]:
    """Open what lies at an address.

    Raises:
        OSError: it cannot be opened.
    """
    files, path = _find_store(address)
    return cast(IO[bytes], io.BufferedReader(files.open_input_file(path)))


def list_objects(address: str) -> list[str]:
    """The addresses of what lies at or below an address, sorted, without what is hidden.

    Raises:
        UsageError: nothing is there, or it cannot be listed.
    """
    from pyarrow import fs

    try:
        files, path = _find_store(address)
        (there,) = files.get_file_info([path])
        if there.type is fs.FileType.File:
            return [address]
        below = files.get_file_info(fs.FileSelector(path, recursive=True))
    except OSError as error:
        raise UsageError(f"{address} cannot be reached ({error})", "an address that can be read", "Check it") from error
    prefix = address.rstrip("/")
    inner = sorted(one.path[len(path.rstrip("/")) + 1 :] for one in below if one.type is fs.FileType.File)
    found = [
        f"{prefix}/{name}" for name in inner if not any(part.startswith(".") for part in PurePosixPath(name).parts)
    ]
    if not found:
        raise UsageError(f"{address} holds no files", "an address with stories below it", "Check it")
    return found


def _find_store(address: str) -> tuple[Any, str]:
    import pyarrow
    from pyarrow import fs

    try:
        files, path = fs.FileSystem.from_uri(address)
    except (pyarrow.ArrowException, ValueError) as error:
        raise OSError(str(error)) from error
    return files, path
