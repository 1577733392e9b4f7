"""Answers one operation a line with {"ms", "value"}: python igraph_peer.py TIES.csv. First line: name and version."""
import csv, json, sys, time
import igraph

path = sys.argv[1]


def load():
    with open(path, newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return igraph.Graph.TupleList(((a, b, float(c)) for a, b, c in rows), weights=True)


graph = load()
operations = {
    "csv": lambda: load().ecount(),
    "leiden": lambda: graph.community_leiden("modularity", weights="weight", n_iterations=2).q,
    "louvain": lambda: graph.community_multilevel(weights="weight").q,
    "betweenness": lambda: max(graph.betweenness()),
    "constraint": lambda: sum(value for value in graph.constraint(weights="weight") if value == value),
}
print(json.dumps({"name": "igraph", "version": igraph.__version__}), flush=True)
for line in sys.stdin:
    run = operations.get(line.strip())
    if run is None:
        print(json.dumps({"why": "it has none"}), flush=True)
        continue
    start = time.perf_counter()
    value = run()
    print(json.dumps({"ms": (time.perf_counter() - start) * 1000, "value": value}), flush=True)
