# What UN mechanisms asked of Cambodia on the registration of births: a line for each, page by page.
# Needs Python 3.9+ and: pip install "gql[requests]". FOLLOWTHROUGH_URL says where the server is.
import os

from gql import Client, gql
from gql.transport.requests import RequestsHTTPTransport

url = os.environ.get("FOLLOWTHROUGH_URL", "http://127.0.0.1:4000") + "/graphql"
client = Client(transport=RequestsHTTPTransport(url=url))

query = gql("""query Asked($filter: RecommendationFilter, $after: String) {
  recommendations(filter: $filter, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id symbol paragraph summary } }
  }
}""")
variables = {"filter": {"states": ["KHM"], "themes": ["birth-registration-nationality"]}, "after": None}

while True:
    query.variable_values = variables
    page = client.execute(query)["recommendations"]
    for edge in page["edges"]:
        node = edge["node"]
        print(node["id"], node["symbol"] or "", node["paragraph"] or "", node["summary"], sep="\t")
    if not page["pageInfo"]["hasNextPage"]:
        break
    variables["after"] = page["pageInfo"]["endCursor"]
