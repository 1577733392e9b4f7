"""Answers one operation a line with {"ms", "value"}: python networkx_peer.py TIES.csv. First line: name and version."""
import csv, json, sys, time
import networkx

path = sys.argv[1]


def load():
    with open(path, newline="") as file:
        rows = csv.reader(file)
        next(rows)
        loaded = networkx.Graph()
        loaded.add_weighted_edges_from((a, b, float(c)) for a, b, c in rows)
        return loaded


graph = load()


def louvain():
    parts = networkx.community.louvain_communities(graph, weight="weight", seed=1)
    return networkx.community.modularity(graph, parts, weight="weight")


operations = {
    "csv": lambda: load().number_of_edges(),
    "louvain": louvain,
    "betweenness": lambda: max(networkx.betweenness_centrality(graph, normalized=False).values()),
    "constraint": lambda: sum(value for value in networkx.constraint(graph, weight="weight").values() if value == value),
}
print(json.dumps({"name": "NetworkX", "version": networkx.__version__}), flush=True)
for line in sys.stdin:
    run = operations.get(line.strip())
    if run is None:
        print(json.dumps({"why": "it has none"}), flush=True)
        continue
    start = time.perf_counter()
    value = run()
    print(json.dumps({"ms": (time.perf_counter() - start) * 1000, "value": value}), flush=True)
