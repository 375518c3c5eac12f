"""Reads exported files with libraries that others wrote, and prints what they hold as JSON.

Usage: python read_exports.py FOLDER, where FOLDER holds recommendations.xlsx, graph.graphml and graph.gexf.
"""

import datetime
import json
import sys
import warnings
from pathlib import Path

import networkx
import openpyxl

warnings.simplefilter("error")
folder = Path(sys.argv[1])


def plain(value):
    return value.isoformat()[:10] if isinstance(value, datetime.date) else value


def graph(read, name):
    found = read(folder / name)
    return {
        "nodes": {node: data for node, data in found.nodes(data=True)},
        "edges": [[start, end, data] for start, end, data in found.edges(data=True)],
        "about": {key: value for key, value in found.graph.items() if isinstance(value, (str, int))},
    }


book = openpyxl.load_workbook(folder / "recommendations.xlsx")
sheets = {
    sheet.title: {
        "rows": [[plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)],
        "types": [cell.data_type for cell in sheet[2]] if sheet.max_row > 1 else [],
        "links": sorted(
            [cell.coordinate, cell.hyperlink.target] for row in sheet.iter_rows() for cell in row if cell.hyperlink
        ),
        "formulas": sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row),
    }
    for sheet in book
}
print(
    json.dumps(
        {
            "graphml": graph(networkx.read_graphml, "graph.graphml"),
            "gexf": graph(networkx.read_gexf, "graph.gexf"),
            "sheets": sheets,
        },
        default=str,
    )
)
