import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataFolder, FolderInUseError } from './data-folder.ts'
import { ensureJars, fileNameOf, LOCKED_JARS } from './jars.ts'
import { findJava, parseJavaVersion } from './java.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'followthrough-unit-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_392"', 8],
  ['openjdk version "21" 2023-09-19', 21],
  ['openjdk version "25-ea"', 25],
  ['no java here', null],
])('%s is Java %s', (output, major) => {
  expect(parseJavaVersion(output)).toBe(major)
})

test('without Java the message names the three ways out', async () => {
  await expect(findJava([])).rejects.toThrow(/Java 17 or 21.*NEO4J_URI.*docker compose up/)
})

test('a Java that is too old or too new is named', async () => {
  const fake = async (version: string): Promise<string> => {
    const path = join(folder, `java-${version}`)
    await writeFile(path, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`, { mode: 0o755 })
    return path
  }
  await expect(findJava([await fake('11.0.2')])).rejects.toThrow(/found is 11 .*too old/)
  await expect(findJava([await fake('25.0.1')])).rejects.toThrow(/found is 25 .*too new/)
  expect((await findJava([await fake('25.0.1'), await fake('21.0.1')])).major).toBe(21)
})

const content = 'the bytes of a jar'
const jar = {
  artifact: 'org.example:thing:1.0',
  sha256: createHash('sha256').update(content).digest('hex'),
  bytes: content.length,
}
const fetchAs = (text: string) => (_artifact: string, to: string, name: string) => writeFile(join(to, name), text)

test('a jar is kept only when its sum is the locked one, and nothing half stays', async () => {
  await expect(ensureJars({ folder, jars: [jar], fetch: fetchAs('something else') })).rejects.toThrow(
    /org\.example:thing:1\.0 is not the one that is locked/,
  )
  expect(await readdir(folder)).toEqual([])
  expect(await ensureJars({ folder, jars: [jar], fetch: fetchAs(content) })).toEqual([
    join(folder, fileNameOf(jar.artifact)),
  ])
})

test('a jar that is there is not fetched again, and a tampered one is noticed when all are verified', async () => {
  await ensureJars({ folder, jars: [jar], fetch: fetchAs(content) })
  await ensureJars({ folder, jars: [jar], fetch: () => Promise.reject(new Error('must not be called')) })
  await writeFile(join(folder, fileNameOf(jar.artifact)), 'THE BYTES OF A JAR')
  let fetched = 0
  await ensureJars({
    folder,
    jars: [jar],
    verifyAll: true,
    fetch: (artifact, to, name) => {
      fetched += 1
      return fetchAs(content)(artifact, to, name)
    },
  })
  expect(fetched).toBe(1)
})

test('a download that fails says what to do, without naming a host', async () => {
  const failing = ensureJars({
    folder,
    jars: [jar],
    fetch: () => Promise.reject(new Error('Unable to fetch https://host.example/x. Status 503')),
  })
  await expect(failing).rejects.toThrow(/could not be fetched.*start again/)
  await expect(failing).rejects.not.toThrow(/host\.example/)
})

test('a folder has one living owner; what a dead one left is cleared', async () => {
  const data = new DataFolder(join(folder, 'data'))
  await data.claim()
  await data.publish({ boltUri: 'bolt://127.0.0.1:1', address: 'http://127.0.0.1:4000' })
  // Process 1 lives on every system this runs on, and is not this one.
  await writeFile(
    join(data.path, 'server.json'),
    JSON.stringify({ pid: 1, startedAt: '', boltUri: null, address: 'http://127.0.0.1:4000' }),
  )
  await expect(new DataFolder(data.path).claim()).rejects.toThrow(FolderInUseError)
  await expect(new DataFolder(data.path).claim()).rejects.toThrow(/already runs.*127\.0\.0\.1:4000/)
  await writeFile(
    join(data.path, 'server.json'),
    JSON.stringify({ pid: 2 ** 30, startedAt: '', boltUri: null, address: null }),
  )
  await new DataFolder(data.path).claim()
  await writeFile(join(data.path, 'server.json'), '{"pid": 12')
  await new DataFolder(data.path).claim()
})

test('a folder that a newer version wrote is refused', async () => {
  const data = new DataFolder(folder)
  await data.claim()
  await data.release()
  await writeFile(join(folder, 'layout.json'), JSON.stringify({ layout: 99, engine: '5.26.30' }))
  await expect(data.claim()).rejects.toThrow(/newer version of Followthrough/)
})

test('the password is made once and read again', async () => {
  const data = new DataFolder(folder)
  const password = await data.password()
  expect(password.length).toBeGreaterThan(20)
  expect(await data.password()).toBe(password)
})

test('a locked jar comes from the repository for real: here the smallest one', async () => {
  const [smallest] = [...LOCKED_JARS].sort((one, other) => one.bytes - other.bytes)
  if (smallest === undefined) throw new Error('no jar is locked')
  expect(await ensureJars({ folder, jars: [smallest] })).toEqual([join(folder, fileNameOf(smallest.artifact))])
}, 60_000)
