"""What computes the models: onnxruntime on the processor, in the place of PaddleX's own runners.

Pages and lines come in any size, and onnxruntime has nothing to prepare for a shape that it meets for the first time.
Its threads sleep while they wait: spinning would take the core that the other picture is read on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Item = TypeVar("Item")
Found = TypeVar("Found")
Compute = Callable[[NDArray[Any]], NDArray[Any]]
"""The first output for one batch."""


class Graph:
    """A model ready to compute on a batch of any shape, with `threads` threads for it."""

    def __init__(self, path: Path, threads: int) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # Remembered for every shape ever met, plans of memory would only grow.
        options.enable_mem_pattern = False
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name

    def __call__(self, x: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:
        """The outputs for one batch, as PaddleX's runners give them."""
        return list(self._session.run(None, {self._input: np.ascontiguousarray(x[0])}))

    def first(self, batch: NDArray[Any]) -> NDArray[Any]:
        """The first output for one batch."""
        return self([batch])[0]


class Lanes:
    """A model that computes many small inputs, `threads` of them at a time with one thread each."""

    def __init__(self, path: Path, threads: int) -> None:
        self._graph, self._threads = Graph(path, 1), threads

    def __call__(self, work: Callable[[Compute, Item], Found], items: Sequence[Item]) -> list[Found]:
        """What `work` makes of each item, in their order; `work` makes the input, computes, and takes the output."""
        if self._threads == 1 or len(items) < 2:
            return [work(self._graph.first, item) for item in items]
        with ThreadPoolExecutor(self._threads) as lanes:
            return list(lanes.map(lambda item: work(self._graph.first, item), items))
