"""Solvers of PyPI as contenders: contend.py ortools-mcf|ortools-lsa|lapx-lapjv|scipy-lsa INSTANCE [OUT].

Reads DEPLOY1 (ortools-mcf) and DENSE01 (the others), prints the line of JSON that `bench compare` expects.
Importing is not timed.
"""
import json
import sys
import time

import numpy as np


class Clock:
    """The moments at which reading, building and solving ended; the first is the start."""

    def __init__(self):
        self.wall, self.cpu = [], []
        self.tick()

    def tick(self):
        self.cpu.append(time.process_time())
        self.wall.append(time.perf_counter())


def read(path):
    data = open(path, "rb").read()
    numbers = lambda at, count, kind="<i4": np.frombuffer(data, kind, count, at)
    if data[:8] == b"DENSE01\0":
        rows, columns = numbers(8, 2)
        return numbers(16, rows * columns).reshape(rows, columns)
    if data[:8] != b"DEPLOY1\0":
        sys.exit(f"{path} is neither DEPLOY1 nor DENSE01")
    homes, people, needs, _ = (int(n) for n in numbers(8, 4))
    edges, at, arrays = int(numbers(24, 1, "<u8")[0]), 32, []
    for count, kind in [(homes, 4), (people, 4), (people, 4), (needs, 4), (needs, 4),
                        (needs + 1, 8), (edges, 4), (edges, 4)]:
        arrays.append(numbers(at, count, "<i4" if kind == 4 else "<u8"))
        at += count * kind
    return arrays


def min_cost_flow(arrays, clock):
    from ortools.graph.python import min_cost_flow
    release, home, capacity, demand, penalty, row, person, cost = arrays
    homes, people, needs = len(release), len(home), len(demand)
    # Node 0 is the pool; homes, people and needs follow.
    need = np.repeat(np.arange(needs), np.diff(row.astype(np.int64)))
    first = 1 + homes + people
    none = np.zeros
    tail = np.concatenate([none(homes), 1 + home, none(needs), 1 + homes + person])
    head = np.concatenate([1 + np.arange(homes), 1 + homes + np.arange(people),
                           first + np.arange(needs), first + need])
    room = np.concatenate([release, capacity, demand, np.ones(len(cost))])
    price = np.concatenate([none(homes + people), penalty, cost])
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        tail.astype(np.int32), head.astype(np.int32), room.astype(np.int64), price.astype(np.int64))
    supply = np.concatenate([[demand.sum()], none(homes + people), -demand]).astype(np.int64)
    flow.set_nodes_supplies(np.arange(len(supply), dtype=np.int32), supply)
    clock.tick()
    status = flow.solve()
    clock.tick()
    assert status == flow.OPTIMAL, status
    return flow.optimal_cost(), np.nonzero(flow.flows(arcs)[-len(cost):])[0]


def linear_sum_assignment(matrix, clock):
    from ortools.graph.python import linear_sum_assignment
    side = len(matrix)
    solver = linear_sum_assignment.SimpleLinearSumAssignment()
    nodes = np.arange(side, dtype=np.int32)
    solver.add_arcs_with_cost(
        np.repeat(nodes, side), np.tile(nodes, side), matrix.ravel().astype(np.int64))
    clock.tick()
    status = solver.solve()
    clock.tick()
    assert status == solver.OPTIMAL, status
    return solver.optimal_cost(), [solver.right_mate(row) for row in range(side)]


def lapjv(matrix, clock):
    import lap
    costs = matrix.astype(float)
    clock.tick()
    _, columns, _ = lap.lapjv(costs)
    clock.tick()
    return matrix[np.arange(len(matrix)), columns].sum(dtype=np.int64), columns


def scipy(matrix, clock):
    from scipy.optimize import linear_sum_assignment
    costs = matrix.astype(float)
    clock.tick()
    rows, columns = linear_sum_assignment(costs)
    clock.tick()
    return matrix[rows, columns].sum(dtype=np.int64), columns


solvers = {"ortools-mcf": min_cost_flow, "ortools-lsa": linear_sum_assignment, "lapx-lapjv": lapjv,
           "scipy-lsa": scipy}


def main(name, path, out=None):
    module = {"lapx-lapjv": "lap", "scipy-lsa": "scipy.optimize"}.get(name, "ortools.graph.python")
    __import__(module)
    if module.startswith("ortools"):
        from ortools.graph.python import linear_sum_assignment, min_cost_flow  # loads their libraries
    clock = Clock()
    instance = read(path)
    clock.tick()
    objective, marks = solvers[name](instance, clock)
    if out:
        np.asarray(marks, "<i8").tofile(out)
    wall, cpu = np.diff(clock.wall), np.diff(clock.cpu)
    print(json.dumps({
        "solver": name, "objective": int(objective), "status": "OPTIMAL",
        "read_s": round(wall[0], 6), "build_s": round(wall[1], 6), "solve_s": round(wall[2], 6),
        "solve_cpu_s": round(cpu[2], 6), "total_s": round(sum(wall), 6)}))


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in solvers:
        sys.exit(__doc__)
    main(*sys.argv[1:4])
