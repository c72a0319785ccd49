import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { fileVersion, unknownVersion, whileUnchanged } from './while-unchanged.ts'

function file() {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-version-'))
  const path = join(folder, 'registry.db')
  const [one, another] = [new Database(path), new Database(path)]
  one.exec('pragma journal_mode = wal; create table numbers (number integer); insert into numbers values (1)')
  const version = fileVersion(path)
  onTestFinished(() => {
    version.close()
    one.close()
    another.close()
    rmSync(folder, { recursive: true })
  })
  let asked = 0
  const statement = one.prepare('select max(number) from numbers').raw()
  const maximum = whileUnchanged(version, async () => {
    asked += 1
    return statement.get()
  })
  return { one, another, version, maximum, asked: () => asked }
}

test('an answer is asked for once while nothing is written', async () => {
  const { maximum, asked } = file()
  expect(await maximum('all')).toEqual([1])
  expect(await maximum('all')).toEqual([1])
  expect(asked()).toBe(1)
})

test('a commit of this connection or of another makes the next answer a new one', async () => {
  const { one, another, maximum, asked } = file()
  await maximum('all')
  one.exec('insert into numbers values (2)')
  expect(await maximum('all')).toEqual([2])
  another.exec('insert into numbers values (3)')
  expect(await maximum('all')).toEqual([3])
  expect(asked()).toBe(3)
})

test('a commit while an answer is on its way does not make that answer the current one', async () => {
  const { one, another, version } = file()
  let release = () => {}
  const read = one.prepare('select max(number) from numbers').raw()
  const slow = whileUnchanged(version, async () => {
    const row = read.get()
    await new Promise<void>((resume) => {
      release = resume
    })
    return row
  })
  const first = slow('all')
  another.exec('insert into numbers values (9)')
  release()
  expect(await first).toEqual([1])
  const second = slow('all')
  release()
  expect(await second).toEqual([9])
})

test('answers to different questions are kept apart', async () => {
  const ask = whileUnchanged({ read: () => 1 }, async (...keys) => keys.join('+'))
  expect(await ask('a', 'b')).toBe('a+b')
  expect(await ask('a b')).toBe('a b')
  expect(await ask('a', 'b')).toBe('a+b')
})

test('nothing is kept where the version is unknown', async () => {
  let asked = 0
  const ask = whileUnchanged(unknownVersion, async () => {
    asked += 1
    return asked
  })
  expect([await ask('a'), await ask('a')]).toEqual([1, 2])
})

test('a failed answer is asked for again', async () => {
  let asked = 0
  const ask = whileUnchanged({ read: () => 1 }, async () => {
    asked += 1
    if (asked === 1) throw new Error('busy')
    return asked
  })
  await expect(ask('a')).rejects.toThrow('busy')
  expect(await ask('a')).toBe(2)
})
