/** Statements and schema files are imported as their text; scripts/text-files.mjs teaches the builders how. */
declare module '*.cypher' {
  const text: string
  export default text
}
declare module '*.graphql' {
  const text: string
  export default text
}
