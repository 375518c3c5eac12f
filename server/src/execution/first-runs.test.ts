import { expect, test } from 'vitest'
import { FirstRuns } from './first-runs.ts'

/** Runs that end when told to. */
function gate(): {
  work: () => Promise<number>
  release: () => void
  fail: (error: unknown) => void
  started: () => number
} {
  let started = 0
  const waiting: { resolve: (value: number) => void; reject: (error: unknown) => void }[] = []
  return {
    work: () => {
      started += 1
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    release: () => waiting.splice(0).forEach(({ resolve }) => resolve(1)),
    fail: (error) => waiting.splice(0).forEach(({ reject }) => reject(error)),
    started: () => started,
  }
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('a new text runs once first, the others follow together, and once known nobody waits', async () => {
  const runs = new FirstRuns()
  const { work, release, started } = gate()
  const all = [1, 2, 3].map(() => runs.run('MATCH (a)', work))
  const other = runs.run('MATCH (b)', work)
  await turn()
  expect(started()).toBe(2)
  release()
  await turn()
  expect(started()).toBe(4)
  release()
  expect(await Promise.all([...all, other])).toEqual([1, 1, 1, 1])
  const later = [runs.run('MATCH (a)', work), runs.run('MATCH (a)', work)]
  await turn()
  expect(started()).toBe(6)
  release()
  await Promise.all(later)
})

test('one that fails fails alone, and a database that was away has forgotten its plans', async () => {
  const runs = new FirstRuns()
  const { work, release, fail, started } = gate()
  const first = runs.run('MATCH (a)', work)
  const second = runs.run('MATCH (a)', work)
  await turn()
  fail(Object.assign(new Error('away'), { code: 'ServiceUnavailable' }))
  await expect(first).rejects.toThrow('away')
  await turn()
  release()
  expect(await second).toBe(1)
  const [third, fourth] = [runs.run('MATCH (a)', work), runs.run('MATCH (a)', work)]
  await turn()
  expect(started()).toBe(3)
  release()
  await third
  await turn()
  release()
  await fourth
})
