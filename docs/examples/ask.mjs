// What UN mechanisms asked of Cambodia on the registration of births: a line for each, page by page.
// Needs Node 20 or a browser's console. FOLLOWTHROUGH_URL says where the server is.
const url = `${process.env.FOLLOWTHROUGH_URL ?? 'http://127.0.0.1:4000'}/graphql`

const query = `query Asked($filter: RecommendationFilter, $after: String) {
  recommendations(filter: $filter, first: 100, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id symbol paragraph summary } }
  }
}`
const filter = { states: ['KHM'], themes: ['birth-registration-nationality'] }

let after = null
do {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { filter, after } }),
  })
  const { data, errors } = await response.json()
  if (errors) throw new Error(errors[0].message)
  const { edges, pageInfo } = data.recommendations
  for (const { node } of edges) console.log([node.id, node.symbol ?? '', node.paragraph ?? '', node.summary].join('\t'))
  after = pageInfo.hasNextPage ? pageInfo.endCursor : null
} while (after !== null)
