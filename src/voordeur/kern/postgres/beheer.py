"""Start, stop and status of the server of a folder, and running one as long as somebody uses it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from .cluster import Cluster
from .fouten import UITWEG, GeenServer
from .gebruiker import kies_gebruiker
from .geheimen import schrijf_eigen
from .inrichting import richt_in
from .mappen import Mappen, maak_mappen, mappen_onder
from .proces import Postmaster, levende_postmaster
from .signalen import als_uitgang, uitgesteld
from .slot import Gebruik, alleen
from .verbindingen import Verbindingen, verbindingen_van


@contextmanager
def ingebedde_server(map_: Path) -> Iterator[Verbindingen]:
    """A server in `postgres/` of this folder, from start or take-over until its last user leaves. Raises GeenServer.

    Nothing that was started with `start` is stopped. A process that was forked inside does not stop it either.
    """
    gebruik: Gebruik | None = None
    wij = os.getpid()
    with als_uitgang():
        try:
            with uitgesteld(), _vertaald(map_):
                cluster = _open(map_)
                with alleen(cluster.mappen, cluster.gebruiker):
                    gebruik = Gebruik(cluster.mappen, cluster.gebruiker)
                    _, verbindingen = _start(cluster)
            yield verbindingen
        finally:
            if gebruik and os.getpid() == wij:
                with uitgesteld(), _vertaald(map_):
                    _verlaat(cluster, gebruik)


def start(map_: Path) -> Verbindingen:
    """Start the server, or take the one that runs, and let it stay after this process. Raises GeenServer."""
    with uitgesteld(), _vertaald(map_):
        cluster = _open(map_)
        with alleen(cluster.mappen, cluster.gebruiker):
            postmaster, verbindingen = _start(cluster)
            schrijf_eigen(_merk_blijft(cluster.mappen), _kenmerk(postmaster), cluster.gebruiker)
    return verbindingen


def stop(map_: Path) -> bool:
    """Stop the server, whoever uses it; false when it did not run. Raises GeenServer."""
    if status(map_) is None:
        return False
    with uitgesteld(), _vertaald(map_):
        cluster = _open(map_)
        with alleen(cluster.mappen, cluster.gebruiker):
            return _stop(cluster)


def status(map_: Path) -> int | None:
    """The process id of the running server, or None. Changes nothing. Raises GeenServer when it may not be known."""
    with _vertaald(map_):
        postmaster = levende_postmaster(mappen_onder(map_).data)
    return postmaster.pid if postmaster else None


def _open(map_: Path) -> Cluster:
    mappen = mappen_onder(map_)
    gebruiker = kies_gebruiker(mappen.basis)
    maak_mappen(mappen, gebruiker)
    return Cluster(mappen, gebruiker)


def _start(cluster: Cluster) -> tuple[Postmaster, Verbindingen]:
    cluster.zorg_voor_data()
    postmaster = cluster.start()
    richt_in(cluster.mappen, cluster.gebruiker, postmaster.socketmap)
    return postmaster, verbindingen_van(cluster.mappen, postmaster.socketmap)


def _stop(cluster: Cluster) -> bool:
    postmaster = levende_postmaster(cluster.mappen.data)
    gestopt = cluster.stop()
    if postmaster and postmaster.socketmap != cluster.mappen.basis:
        with suppress(OSError):
            postmaster.socketmap.rmdir()  # the folder below the temp dir; made again on the next start
    return gestopt


def _verlaat(cluster: Cluster, gebruik: Gebruik) -> None:
    with alleen(cluster.mappen, cluster.gebruiker):
        if gebruik.verlaat() and not _blijft(cluster.mappen):
            _stop(cluster)


def _merk_blijft(mappen: Mappen) -> Path:
    """Names the server that `start` made; another one, after a crash, is not meant by it."""
    return mappen.basis / "blijft"


def _blijft(mappen: Mappen) -> bool:
    postmaster = levende_postmaster(mappen.data)
    merk = _merk_blijft(mappen)
    return postmaster is not None and merk.exists() and merk.read_text("utf-8") == _kenmerk(postmaster)


def _kenmerk(postmaster: Postmaster) -> str:
    return f"{postmaster.pid} {postmaster.begin}\n"


@contextmanager
def _vertaald(map_: Path) -> Iterator[None]:
    """What the system or the database refuses becomes one Dutch line."""
    try:
        yield
    except PermissionError as fout:
        raise GeenServer(f"geen toegang tot {fout.filename or map_}; {UITWEG}") from fout
    except (OSError, psycopg.Error) as fout:
        raise GeenServer(f"de ingebedde database doet het niet: {' '.join(str(fout).split())}; {UITWEG}") from fout
