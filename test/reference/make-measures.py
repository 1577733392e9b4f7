"""Writes measures.json: what igraph and NetworkX say about graphs that test/reference/measures.test.ts builds again.

Run in this folder:  python3 make-measures.py && npx prettier --write measures.json
The graphs: the karate club (../../data/examples/karate), and four drawn here from a seed; their ties are in the file.
"""

import csv
import json
import math
import random

import igraph
import networkx as nx


def clean(values):
    return [None if isinstance(v, float) and math.isnan(v) else v for v in values]


def karate():
    with open("../../data/examples/karate/ties.csv") as file:
        pairs = [(int(r["source"]), int(r["target"]), 1) for r in csv.DictReader(file)]
    with open("../../data/examples/karate/club.csv") as file:
        labels = [0 if r["group"] == "Mr. Hi" else 1 for r in csv.DictReader(file)]
    return {"name": "karate", "n": 34, "directed": False, "pairs": pairs, "labels": labels}


def drawn(name, n, m, seed, directed=False, strengths=(1,)):
    rng = random.Random(seed)
    pairs = {}
    while len(pairs) < m:
        u, v = rng.randrange(n), rng.randrange(n)
        if u != v and (u, v) not in pairs and (directed or (v, u) not in pairs):
            pairs[(u, v)] = rng.choice(strengths)
    labels = [rng.randrange(4) for _ in range(n)]
    return {"name": name, "n": n, "directed": directed, "pairs": [(u, v, s) for (u, v), s in pairs.items()], "labels": labels}


def answers(graph):
    n, pairs, labels = graph["n"], graph["pairs"], graph["labels"]
    merged = {}
    for u, v, s in pairs:
        key = (min(u, v), max(u, v))
        merged[key] = merged.get(key, 0) + s
    one = igraph.Graph(n=n, edges=list(merged))
    one.es["s"] = list(merged.values())
    two = nx.Graph()
    two.add_nodes_from((v, {"group": labels[v]}) for v in range(n))
    two.add_weighted_edges_from((u, v, s) for (u, v), s in merged.items())
    inverse = [1 / s for s in one.es["s"]]
    connected = [v for v in range(n) if one.degree(v) > 0]
    nodes = {
        "degree": one.degree(),
        "strength": one.strength(weights="s"),
        "betweenness": one.betweenness(),
        "closeness": [nx.closeness_centrality(two, v) for v in range(n)],
        "harmonic": [nx.harmonic_centrality(two, [v])[v] for v in range(n)],
        "pagerank": one.pagerank(weights="s"),
        "coreness": one.coreness(),
        "clustering": clean(one.transitivity_local_undirected()),
        "constraint": clean([nx.constraint(two, [v], weight="weight")[v] for v in range(n)]),
        "effectiveSize": clean([nx.effective_size(two, [v])[v] for v in range(n)]),
        "articulation": [v in set(one.articulation_points()) for v in range(n)],
    }
    lengths = {"betweenness": one.betweenness(weights=inverse)}
    for u, v, data in two.edges(data=True):
        data["length"] = 1 / data["weight"]
    lengths["closeness"] = [nx.closeness_centrality(two, v, distance="length") for v in range(n)]
    lengths["harmonic"] = [nx.harmonic_centrality(two, [v], distance="length")[v] for v in range(n)]
    giant = one.components().giant()
    network = {
        "density": one.density(),
        "components": len(one.components()),
        "largestComponent": giant.vcount(),
        "isolates": n - len(connected),
        "transitivity": one.transitivity_undirected(),
        "averageDistance": giant.average_path_length(),
        "diameter": giant.diameter(),
        "degreeAssortativity": one.assortativity_degree(directed=False),
        "assortativity": one.assortativity_nominal(labels, directed=False),
        "groupsModularity": one.modularity(labels, weights="s"),
    }
    if giant.vcount() == len(connected):
        # igraph answers for the whole graph; with one component beside isolates that is ours as well.
        nodes["eigenvector"] = one.eigenvector_centrality(weights="s")
    if graph["directed"]:
        arcs = igraph.Graph(n=n, edges=[(u, v) for u, v, _ in pairs], directed=True)
        nodes["inDegree"], nodes["outDegree"] = arcs.indegree(), arcs.outdegree()
        network["reciprocity"] = arcs.reciprocity()
    bridges = sorted(sorted((one.es[e].source, one.es[e].target)) for e in one.bridges())
    return {"nodes": nodes, "lengths": lengths, "network": network, "bridges": bridges}


graphs = [
    karate(),
    drawn("sparse, in pieces", 60, 55, 1),
    drawn("medium, strengths", 80, 200, 2, strengths=(0.5, 1, 2, 3, 7)),
    drawn("dense", 40, 400, 3),
    drawn("directed, strengths", 50, 150, 4, directed=True, strengths=(1, 2, 4)),
]
document = {
    "tools": {"igraph": igraph.__version__, "networkx": nx.__version__},
    "command": "python3 make-measures.py",
    "graphs": [{**graph, "answers": answers(graph)} for graph in graphs],
}
with open("measures.json", "w") as file:
    json.dump(document, file, indent=None, separators=(",", ":"))
    file.write("\n")
