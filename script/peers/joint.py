"""Solvers of joint plans as contenders: joint.py highs|cpsat PROBLEM.mps CHOSEN SECONDS [THREADS].

Reads what `bench joint export` writes, searches for at most so many seconds, writes the parts chosen, one a line,
and prints the line of JSON that `bench joint compare` expects. Importing, reading and building are not timed.
`joint.py days SIZE SEED OUT [halved]` makes a days-only problem with the geometry of ../shared/bench/hard/hard.py.
"""
import json
import math
import os
import sys
import time


def read(path):
    """Column names, costs and rows (indices, coefficients, most) of a minimised program of 0 and 1, and its offset."""
    columns, cost, rows, most, offset, section, fixed = {}, [], {}, {}, 0, "", []
    for line in open(path):
        words = line.split()
        if not line.startswith(" "):
            section = words[0]
        elif section == "ROWS" and words[0] == "L":
            rows[words[1]] = ([], [])
            most[words[1]] = 0
        elif section == "COLUMNS" and words[1] != "'MARKER'":
            column = columns.setdefault(words[0], len(columns))
            if words[1] == "obj":
                cost.append(int(words[2]))
            else:
                rows[words[1]][0].append(column)
                rows[words[1]][1].append(int(words[2]))
        elif section == "RHS" and words[1] == "obj":
            offset = -int(words[2])
        elif section == "RHS":
            most[words[1]] = int(words[2])
        elif section == "BOUNDS" and words[0] == "FX":
            fixed.append(columns[words[2]])
    return list(columns), cost, [(*rows[name], most[name]) for name in rows], offset, fixed


def highs(path, seconds, threads, clock):
    import highspy
    solver = highspy.Highs()
    for option, value in [("output_flag", False), ("time_limit", seconds), ("threads", threads),
                          ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.999)]:
        solver.setOptionValue(option, value)
    if solver.readModel(path) != highspy.HighsStatus.kOk:
        sys.exit(f"HiGHS does not read {path} as it stands")
    names = solver.getLp().col_names_
    clock()
    solver.run()
    clock()
    found = solver.getInfo()
    values = solver.getSolution().col_value if found.primal_solution_status == 2 else None
    chosen = values and [name for name, value in zip(names, values) if value > 0.5]
    return chosen, found.mip_dual_bound


def cpsat(path, seconds, threads, clock):
    from ortools.sat.python import cp_model
    names, cost, rows, offset, fixed = read(path)
    model = cp_model.CpModel()
    columns = [model.new_bool_var("") for _ in names]
    for indices, coefficients, most in rows:
        taken = [columns[index] for index in indices]
        if most == 1 and set(coefficients) == {1}:
            model.add_at_most_one(taken)
        else:
            model.add(cp_model.LinearExpr.weighted_sum(taken, coefficients) <= most)
    for column in fixed:
        model.add(columns[column] == 1)
    model.minimize(cp_model.LinearExpr.weighted_sum(columns, cost) + offset)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = threads
    solver.parameters.max_time_in_seconds = seconds
    clock()
    status = solver.solve(model)
    clock()
    isFound = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    chosen = [name for name, column in zip(names, columns) if solver.value(column)] if isFound else None
    # Where nothing was bounded yet it says 0.
    return chosen, solver.best_objective_bound or math.inf


def days(size, seed, out, halved=None):
    sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../../shared/bench"))
    import gen
    import numpy as np
    people, needs, edges = {"500": (500, 800, 30), "1k": (1000, 2000, 30), "10k": (10000, 22000, 50)}[size]
    made, random = gen.flow(people, needs, edges, int(seed), "unit"), np.random.default_rng(int(seed) + 77)
    capacity, takes = random.integers(10, 61, people), random.integers(2, 21, needs)
    if halved:
        capacity //= 2
    need = np.repeat(np.arange(needs), edges)
    gain = (made.penalty[need] - made.cost).astype(int)
    keep = gain > 0
    need, person, gain = need[keep], made.cand[keep], gain[keep]
    order = np.lexsort((need, person))
    need, person, gain = need[order], person[order], gain[order]
    first = np.searchsorted(person, np.arange(people + 1))
    with open(out, "w") as file:
        file.write(f"p joint {people} {people} {len(gain)} {needs}\nk 0 0\n" + "r 1\n" * needs)
        for i in range(people):
            file.write(f"h\nl {capacity[i]} 0\n")
            file.writelines(f"a {i} {gain[e]} 0 0 1 {i} {takes[need[e]]} {need[e]} 1\n"
                            for e in range(first[i], first[i + 1]))


def main(name, path, out, seconds, threads=os.cpu_count()):
    times = []

    def clock():
        times.append((time.perf_counter(), time.process_time()))
    chosen, bound = {"highs": highs, "cpsat": cpsat}[name](path, float(seconds), int(threads), clock)
    if chosen is not None:
        with open(out, "w") as file:
            file.writelines(f"{column[1:]}\n" for column in chosen if column.startswith("x"))
    said = {"solve_s": round(times[1][0] - times[0][0], 4), "solve_cpu_s": round(times[1][1] - times[0][1], 4)}
    if abs(bound) < 1e18:
        # Values are whole: no plan is worth more than the whole number below.
        said["bound"] = math.floor(-bound + 1e-6)
    print(json.dumps(said))


if __name__ == "__main__":
    if sys.argv[1:2] == ["days"]:
        days(*sys.argv[2:6])
    elif len(sys.argv) >= 5 and sys.argv[1] in ("highs", "cpsat"):
        main(*sys.argv[1:6])
    else:
        sys.exit(__doc__)
