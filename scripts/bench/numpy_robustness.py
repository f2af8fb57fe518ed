"""The same draws by blocked matrix products in numpy: prints the times of some runs in ms as JSON.

Weights of 3 levels times uniform 1 ± 0.25, N/A given to the whole, totals freed of dust at the tenth decimal, ranks of
all units in all draws by sorting, full rank histograms.
"""
import json
import sys
import time

import numpy as np

units, leaves, draws, runs, block = 3000, 200, 10_000, int(sys.argv[1]), 250
rng = np.random.default_rng(1)
present = (rng.random((units, leaves)) >= 0.05).astype(float)
values = rng.random((units, leaves)) * 100 * present
values_t = np.ascontiguousarray(values.T)
present_t = np.ascontiguousarray(present.T)
dimension = np.arange(20) // 5
order_of_ranks = np.arange(units)


def weights(count):
    def factors(size):
        return 1 + 0.25 * (2 * rng.random((count, size)) - 1)

    leaf = factors(leaves).reshape(count, 20, leaves // 20)
    leaf /= leaf.sum(2, keepdims=True)
    pillar = factors(20).reshape(count, 4, 5)
    pillar /= pillar.sum(2, keepdims=True)
    top = factors(4)
    top /= top.sum(1, keepdims=True)
    above = pillar.reshape(count, 20) * top[:, dimension]
    return (leaf * above[:, :, None]).reshape(count, leaves)


def run():
    begun = time.perf_counter()
    histogram = np.zeros((units, units), np.uint16)
    for start in range(0, draws, block):
        count = min(block, draws - start)
        w = weights(count)
        totals = w @ values_t
        totals /= w @ present_t
        totals *= -1e10
        np.rint(totals, out=totals)
        order = np.argsort(totals, axis=1)
        for row in order:
            histogram[row, order_of_ranks] += 1
    assert histogram.sum(dtype=np.int64) == units * draws
    return (time.perf_counter() - begun) * 1000


run()
print(json.dumps({"times": [run() for _ in range(runs)], "version": np.__version__}))
