#!/usr/bin/env sh
# What UN mechanisms asked of Cambodia on the registration of births: the first 100, as JSON.
# Needs curl. FOLLOWTHROUGH_URL says where the server is.
set -eu
url="${FOLLOWTHROUGH_URL:-http://127.0.0.1:4000}/graphql"
curl --silent --show-error --fail-with-body "$url" \
  --header 'content-type: application/json' \
  --data '{
    "query": "query Asked($filter: RecommendationFilter, $after: String) { recommendations(filter: $filter, first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id symbol paragraph summary } } } }",
    "variables": { "filter": { "states": ["KHM"], "themes": ["birth-registration-nationality"] } }
  }'
