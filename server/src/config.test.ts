import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without settings the defaults hold, and only loopback hears', () => {
  expect(readConfig({})).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    isLoopback: true,
    neo4j: null,
    database: 'neo4j',
    logLevel: 'info',
    isAnswerCacheOn: false,
    embedOrigins: [],
  })
})

test('sites that may hold the page in a frame are a list of origins', () => {
  expect(readConfig({ EMBED_ORIGINS: 'https://a.example, http://b.example:8080' }).embedOrigins).toEqual([
    'https://a.example',
    'http://b.example:8080',
  ])
})

test.each([
  [{ PORT: 'http' }, /PORT is "http".*0 to 65535/],
  [{ PORT: '70000' }, /PORT is "70000"/],
  [{ PORT: '-1' }, /PORT/],
  [{ HOST: '0.0.0.0' }, /HOST is "0\.0\.0\.0".*PUBLIC_READ=true/],
  [{ PUBLIC_READ: 'yes' }, /PUBLIC_READ is "yes".*true or false/],
  [{ HOST: 'a b', PUBLIC_READ: 'true' }, /HOST is "a b"/],
  [{ NEO4J_URI: 'http://localhost', NEO4J_PASSWORD: 'x' }, /NEO4J_URI is "http:\/\/localhost".*neo4j:\/\//],
  [{ NEO4J_URI: 'bolt://localhost' }, /NEO4J_PASSWORD is not/],
  [{ NEO4J_PASSWORD: 'x' }, /NEO4J_URI is not/],
  [{ NEO4J_DATABASE: '1' }, /NEO4J_DATABASE is "1"/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is "loud".*trace, debug/],
  [{ RATE_LIMIT: '0' }, /RATE_LIMIT is "0"/],
  [{ ANSWER_CACHE: 'maybe' }, /ANSWER_CACHE is "maybe".*on or off/],
  [{ EMBED_ORIGINS: '*' }, /EMBED_ORIGINS is "\*".*https:\/\/example\.org/],
  [{ EMBED_ORIGINS: 'https://a.example/page' }, /EMBED_ORIGINS is "https:\/\/a\.example\/page"/],
  [{ EMBED_ORIGINS: "https://a.example, 'self'" }, /EMBED_ORIGINS is "'self'"/],
  [{ EMBED_ORIGINS: 'https://a.example;script-src' }, /EMBED_ORIGINS/],
  [{ EMBED_ORIGINS: 'javascript:alert' }, /EMBED_ORIGINS/],
])('%j is refused by name', (environment, message) => {
  expect(() => readConfig(environment)).toThrow(message)
})

test('a password in NEO4J_URI is not repeated', () => {
  expect(() => readConfig({ NEO4J_URI: 'http://me:secret@host', NEO4J_PASSWORD: 'x' })).not.toThrow(/secret/)
  expect(() => readConfig({ NEO4J_URI: 'http://me:secret@host', NEO4J_PASSWORD: 'x' })).toThrow(/NEO4J_URI/)
})
