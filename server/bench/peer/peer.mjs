// The peer: @neo4j/graphql over the same graph, as its own documentation sets it up.
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { Neo4jGraphQL } from '@neo4j/graphql'
import neo4j from 'neo4j-driver'

const typeDefs = `#graphql
type Recommendation @node @fulltext(indexes: [{ indexName: "bench_text", queryName: "foundRecommendations", fields: ["benchText"] }]) {
  id: ID!
  paragraph: String
  kind: String
  summary: String
  position: String
  stateId: String
  year: Int
  sortOn: String
  benchText: String
  document: [ReviewDocument!]! @relationship(type: "ISSUED_IN", direction: OUT)
  themes: [Theme!]! @relationship(type: "ABOUT", direction: OUT)
  recommendingStates: [State!]! @relationship(type: "RECOMMENDED_BY", direction: OUT)
  bodies: [GovernmentBody!]! @relationship(type: "ADDRESSED_TO", direction: OUT, properties: "AddressedTo")
}
type AddressedTo @relationshipProperties { role: String basis: String }
type ReviewDocument @node {
  id: ID!
  title: String
  year: Int
  mechanism: [Mechanism!]! @relationship(type: "ADOPTED_BY", direction: OUT)
  state: [State!]! @relationship(type: "REVIEWS", direction: OUT)
  recommendations: [Recommendation!]! @relationship(type: "ISSUED_IN", direction: IN)
}
type Mechanism @node { id: ID! code: String }
type Theme @node { id: ID! name: String recommendations: [Recommendation!]! @relationship(type: "ABOUT", direction: IN) }
type State @node { id: ID! name: String documents: [ReviewDocument!]! @relationship(type: "REVIEWS", direction: IN) }
type GovernmentBody @node {
  id: ID!
  name: String
  recommendations: [Recommendation!]! @relationship(type: "ADDRESSED_TO", direction: IN, properties: "AddressedTo")
}
`
const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD))
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema()
const server = new ApolloServer({ schema, csrfPrevention: true })
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => ({}),
})
process.send?.({ url: `${url}graphql` })
process.on('disconnect', () => process.exit(0))
