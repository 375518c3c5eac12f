import { expect, test } from 'vitest'
import { fromDriver } from './errors.ts'

test.each([
  // Seen from Neo4j 5.26 when a statement collects more than its heap allows.
  ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'MEMORY_EXCEEDED', false],
  ['Neo.TransientError.General.TransactionOutOfMemoryError', 'MEMORY_EXCEEDED', false],
  ['Neo.TransientError.General.DatabaseUnavailable', 'UNAVAILABLE', true],
  ['ServiceUnavailable', 'UNAVAILABLE', true],
  ['Neo.ClientError.Transaction.TransactionTimedOut', 'TIMED_OUT', false],
  ['Neo.ClientError.Security.Unauthorized', 'UNAVAILABLE', false],
])('%s is told as %s', (code, told, isRetryable) => {
  expect(fromDriver(Object.assign(new Error('as the driver says it'), { code }))).toMatchObject({
    code: told,
    isRetryable,
  })
})

test('what the database calls a wrong statement is a fault of ours', () => {
  expect(fromDriver(Object.assign(new Error(''), { code: 'Neo.ClientError.Statement.SyntaxError' }))).toBeNull()
})
