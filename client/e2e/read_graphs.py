"""Reads a graph of the page with networkx, which others wrote, and prints what it holds as JSON.

Usage: python read_graphs.py FILE.graphml FILE.gexf
"""

import json
import sys
import warnings

import networkx

warnings.simplefilter("error")


def held(graph):
    return {
        "nodes": {node: data for node, data in graph.nodes(data=True)},
        "edges": [[start, end, data] for start, end, data in graph.edges(data=True)],
        "isDirected": graph.is_directed(),
    }


print(
    json.dumps(
        {
            "graphml": held(networkx.read_graphml(sys.argv[1])),
            "gexf": held(networkx.read_gexf(sys.argv[2])),
        }
    )
)
