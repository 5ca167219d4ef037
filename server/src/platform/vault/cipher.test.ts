import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeVault, openVault } from '../vault.ts'

const now = new Date('2026-11-22T02:00:00Z')
const vault = makeVault(randomBytes(32))
const text = fc.string({ unit: 'binary', maxLength: 200 })

describe('a seal', () => {
  it('opens with the key and the context it was made for', () => {
    const { key, wrapped } = vault.newSubject('990901', now)
    const again = vault.unwrap(wrapped)
    fc.assert(
      fc.property(text, (words) => {
        const sealed = vault.seal(key, words, 'case.text')
        expect(vault.open(again, sealed, 'case.text')).toBe(words)
        expect(vault.open(again, sealed, 'case.address')).toBeNull()
      }),
    )
  })

  it('opens for nobody else, nor after a bit was changed', () => {
    const one = vault.newSubject('990901', now)
    const other = vault.newSubject('990901', now)
    const sealed = vault.seal(one.key, '水管漏水', 'case.text')
    expect(vault.open(other.key, sealed, 'case.text')).toBeNull()
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(vault.open(one.key, changed, 'case.text')).toBeNull()
    }
    expect(vault.open(one.key, Buffer.alloc(3), 'case.text')).toBeNull()
  })

  it('of the same words is never the same twice, and does not hold them', () => {
    const { key } = vault.newSubject('990901', now)
    const [a, b] = [vault.seal(key, '王芳', 'subject.name'), vault.seal(key, '王芳', 'subject.name')]
    expect(a.equals(b)).toBe(false)
    expect(a.includes(Buffer.from('王芳'))).toBe(false)
  })

  it('is gone once the key is', () => {
    const { key } = vault.newSubject('990901', now)
    expect(vault.open(vault.unwrap(null), vault.seal(key, '王芳', 'subject.name'), 'subject.name')).toBeNull()
  })

  it('does not open under another master key', () => {
    expect(makeVault(randomBytes(32)).unwrap(vault.newSubject('990901', now).wrapped)).toBeNull()
  })
})

describe('a subject key', () => {
  it('does not show itself in a log or in JSON', () => {
    const { key } = vault.newSubject('990901', now)
    expect(JSON.stringify({ key })).toBe('{"key":{}}')
  })
})

describe('the keyed hash', () => {
  it.each([
    ['phone', '13812345678', ['138 1234 5678', '+86 138-1234-5678', '１３８１２３４５６７８', '008613812345678']],
    ['name', '王芳', [' 王 芳', '王　芳']],
    ['name', '阿依古丽·买买提', ['阿依古丽•买买提', '阿依古丽・买买提']],
    ['idNumber', '99090119900101123X', ['99090119900101123x', '990901 19900101 123X']],
    ['address', '翠林路12号3单元', ['翠林路１２号 3单元', '翠林路12号,3单元']],
  ] as const)('of a %s is the same however it is written', (kind, value, others) => {
    for (const other of others) expect(vault.hash(kind, other).equals(vault.hash(kind, value))).toBe(true)
  })

  it('differs by kind, by value and by city', () => {
    const hash = vault.hash('phone', '13812345678')
    expect(hash.equals(vault.hash('idNumber', '13812345678'))).toBe(false)
    expect(hash.equals(vault.hash('phone', '13812345679'))).toBe(false)
    expect(hash.equals(makeVault(randomBytes(32)).hash('phone', '13812345678'))).toBe(false)
  })
})

describe('the master key', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'linli-vault-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is made once, readable by its owner alone, also by two starts at once', async () => {
    const [a, b] = await Promise.all([openVault(folder), openVault(folder)])
    const file = join(folder, 'keys', 'master.key')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(a.fingerprint).toBe(b.fingerprint)
    expect((await openVault(folder)).fingerprint).toBe(a.fingerprint)
    expect(a.unwrap(b.newSubject('990901', now).wrapped)).not.toBeNull()
    expect(Buffer.from(await readFile(file, 'utf8'), 'base64')).toHaveLength(32)
  })

  it('may be given, and must then be 32 bytes', async () => {
    const given = randomBytes(32)
    expect((await openVault(folder, given.toString('base64'))).fingerprint).toBe(makeVault(given).fingerprint)
    await expect(openVault(folder, 'c2hvcnQ=')).rejects.toMatchObject({ code: 'vault.masterKey' })
  })
})
