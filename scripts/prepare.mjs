// What every command needs first: a Node that is new enough, the locked dependencies, the built product.
// No dependency of its own, since it runs before any is installed.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

export class Refusal extends Error {}

/** Node's own versions that the product is tried on: 20.19+, 22.12+, 24 and later. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  const isSuitable = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
  if (!isSuitable)
    throw new Refusal(
      `Node ${version} is not suitable: Followthrough needs 20.19 or later, 22.12 or later, or 24 and later.`,
    )
}

const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`

async function stage(name, work, stream) {
  const started = performance.now()
  if (stream.isTTY) stream.write(`  ${name} …`)
  const note = await work()
  stream.write(
    `${stream.isTTY ? '\r\u001b[2K' : ''}  ${name.padEnd(30)} ${seconds(started)}${note ? `  (${note})` : ''}\n`,
  )
}

export function run(command, args, { quiet = false, env = process.env, onLine = null } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: quiet || onLine !== null ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32' && command === 'npm',
    })
    let output = ''
    if (onLine === null) {
      child.stdout?.on('data', (data) => (output += data))
      child.stderr?.on('data', (data) => (output += data))
    } else for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine)
    child.on('error', (error) => resolve({ status: 127, output: error.message }))
    child.on('close', (status, signal) => resolve({ status: status ?? (signal ? 1 : 0), output }))
  })
}

const marker = (name) => join(root, 'node_modules', `.followthrough-${name}`)
const isMarked = (name, value) => existsSync(marker(name)) && readFileSync(marker(name), 'utf8') === value
const mark = (name, value) => writeFileSync(marker(name), value)

/** Installs what package-lock.json locks, when it is not there or another lock was installed. */
async function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (isMarked('lock', lock)) return 'up to date'
  const { status, output } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true })
  if (status !== 0) {
    const tail = output.trim().split('\n').slice(-6).join('\n')
    throw new Refusal(
      /ENOSPC/.test(output)
        ? 'The dependencies could not be installed: the disk is full. Free about 500 MB and start again.'
        : `The dependencies could not be installed. Check the connection to the npm registry and start again.\n${tail}`,
    )
  }
  mark('lock', lock)
  return 'installed'
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

/** A mark of everything the build reads: names, sizes and times of the sources. */
function sourcesMark() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of ['graph', 'server/src', 'client', 'scripts']) {
    if (!existsSync(join(root, folder))) continue
    for (const path of filesBelow(join(root, folder))) {
      const { size, mtimeMs } = statSync(path)
      hash.update(`${path.slice(root.length)} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

async function buildProduct() {
  const sources = sourcesMark()
  if (isMarked('build', sources) && existsSync(join(root, 'dist', 'client', 'index.html'))) return 'up to date'
  mkdirSync(join(root, 'dist'), { recursive: true })
  const { status, output } = await run(process.execPath, [join(root, 'scripts', 'build.mjs')], { quiet: true })
  if (status !== 0)
    throw new Refusal(`The product could not be built:\n${output.trim().split('\n').slice(-20).join('\n')}`)
  mark('build', sources)
  return 'built'
}

/** Dependencies and build, each shown with its time on `stream`. */
export async function prepare({ build = true, stream = process.stdout } = {}) {
  checkNode()
  await stage('Dependencies', installDependencies, stream)
  if (build) await stage('Server and page', buildProduct, stream)
}
