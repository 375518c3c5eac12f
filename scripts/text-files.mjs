// Lets Vite and Vitest import .cypher and server-side .graphql files as text, as esbuild's text loader does in the build.
export function textFiles() {
  return {
    name: 'text-files',
    transform(code, id) {
      if (/\.(cypher|graphql)$/.test(id)) return { code: `export default ${JSON.stringify(code)}`, map: null }
      return null
    },
  }
}
