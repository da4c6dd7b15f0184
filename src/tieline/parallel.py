"""Work over many items in a pool of processes, in order, surviving workers that die."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 2  # items waiting at each worker: enough to keep it busy, few enough for memory


@dataclass(frozen=True)
class Plan(Generic[Item, Result]):
    """What to do with each item, and how.

    `ready` gives the result of an item that needs no work, else None. `work` and
    `prepare` must be importable by a fresh process; `prepare` runs once in each. `lost`
    gives the result of an item whose worker died twice over it. Where fewer than `worth`
    items need work, it is done in this very process.
    """

    ready: Callable[[Item], Result | None]
    work: Callable[[Item], Result]
    prepare: Callable[[], object]
    lost: Callable[[Item], Result]
    workers: int
    worth: int = 8


def ordered(plan: Plan[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
    """The results of all items, in the items' order; items are drawn as they are needed."""
    waiting = iter(items)
    if plan.workers <= 1:
        yield from _here(plan, waiting)
        return
    held: list[Item] = []
    need_work = 0
    for item in waiting:
        result = plan.ready(item)
        if result is not None and not held:
            yield result
            continue
        held.append(item)
        need_work += result is None
        if need_work >= plan.worth:
            yield from _Pool(plan).run(chain(held, waiting))
            return
    yield from _here(plan, held)


def _here(plan: Plan[Item, Result], items: Iterable[Item]) -> Iterator[Result]:
    for item in items:
        result = plan.ready(item)
        yield plan.work(item) if result is None else result


class _Pool(Generic[Item, Result]):
    def __init__(self, plan: Plan[Item, Result]) -> None:
        self._plan = plan
        self._executor = self._start(plan.workers)

    def _start(self, workers: int) -> ProcessPoolExecutor:
        # A fresh process each: forking one with threads (a progress bar) may lock up.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, context, _prepare, (self._plan.prepare,))

    def run(self, items: Iterable[Item]) -> Iterator[Result]:
        running: deque[tuple[Item, Future[Result]]] = deque()
        window = self._plan.workers * _AHEAD
        try:
            for item in items:
                running.append((item, self._submit(item)))
                if len(running) >= window:
                    yield self._first(running)
            while running:
                yield self._first(running)
        finally:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, item: Item) -> "Future[Result]":
        result = self._plan.ready(item)
        if result is not None:
            done: Future[Result] = Future()
            done.set_result(result)
            return done
        try:
            with _deaf():
                return self._executor.submit(self._plan.work, item)
        except BrokenProcessPool as error:
            failed: Future[Result] = Future()
            failed.set_exception(error)
            return failed

    def _first(self, running: "deque[tuple[Item, Future[Result]]]") -> Result:
        item, future = running.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return self._again(item, running)

    def _again(self, item: Item, running: "deque[tuple[Item, Future[Result]]]") -> Result:
        """A worker died, which loses all that was running: find out over which item."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._start(1)
        try:
            result = self._submit(item).result()
        except BrokenProcessPool:
            result = self._plan.lost(item)
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._start(self._plan.workers)
        for _ in range(len(running)):
            other, future = running.popleft()
            running.append((other, self._submit(other) if _lost(future) else future))
        return result


def _lost(future: "Future[Any]") -> bool:
    return future.cancelled() or (
        future.done() and isinstance(future.exception(), BrokenProcessPool)
    )


def _prepare(prepare: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for items for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _deaf() -> Iterator[None]:
    """Workers start deaf to Ctrl-C: the parent alone decides how to stop."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
