"""What computes the models: OpenVINO on the processor, in the place of PaddleX's own runners.

On the two cores that we measured it runs the same two graphs in less than half of onnxruntime's time (docs/figures.md).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SHARED = {"CPU_RUNTIME_CACHE_CAPACITY": 64}
"""How many shapes a graph stays prepared for: pages come in any size, and thousands of preparations weigh much."""


@cache
def _core() -> Any:
    # The package brings a module that can tell Intel about conversions of models; Vouch tells nobody anything.
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    import openvino

    return openvino.Core()


class Graph:
    """A model ready to compute on a batch of any shape, with `threads` threads for it."""

    def __init__(self, path: Path, threads: int) -> None:
        settings = {**SHARED, "INFERENCE_NUM_THREADS": threads, "NUM_STREAMS": 1, "PERFORMANCE_HINT": "LATENCY"}
        self._request = _core().compile_model(str(path), "CPU", settings).create_infer_request()

    def __call__(self, x: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:
        """The outputs for one batch, as PaddleX's runners give them."""
        found = self._request.infer(list(x), share_inputs=True)
        return [np.array(found[index]) for index in range(len(found))]


class Lanes:
    """A model that computes many small inputs, `threads` of them at a time with one thread each."""

    def __init__(self, path: Path, threads: int) -> None:
        import openvino

        settings = {**SHARED, "INFERENCE_NUM_THREADS": threads, "NUM_STREAMS": threads}
        self._lanes = openvino.AsyncInferQueue(_core().compile_model(str(path), "CPU", settings), threads)

    def __call__(self, inputs: Iterable[NDArray[Any]], take: Callable[[int, NDArray[Any]], None]) -> None:
        """Hands each output to `take` with its input's index, in any order; an output is only valid in that call."""

        def done(request: Any, index: int) -> None:
            take(index, request.get_output_tensor(0).data)

        self._lanes.set_callback(done)
        for index, one in enumerate(inputs):
            self._lanes.start_async([one], userdata=index)
        self._lanes.wait_all()
