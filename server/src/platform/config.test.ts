import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Config, exposedDemo, isLoopback, readConfig } from './config.ts'

function good(env: Record<string, string> = {}, argv: string[] = []): Config {
  const read = readConfig(env, argv, '/srv/linli')
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  return read.config
}

function mistaken(env: Record<string, string>, argv: string[] = []): string[] {
  const read = readConfig(env, argv, '/srv/linli')
  return 'mistakes' in read ? read.mistakes.map((mistake) => mistake.setting) : []
}

describe('configuration', () => {
  it('has a default for everything', () => {
    expect(good()).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: '/srv/linli/data',
      databaseUrl: null,
      objectStore: null,
      ownSignIn: null,
      masterKey: null,
      publicUrl: 'http://localhost:8080',
      newCity: false,
      scale: 'small',
      demoIsPublic: false,
      proxies: 0,
      logLevel: 'info',
      mqttPort: null,
      mqttUrl: null,
      readingWeeks: 4,
    })
  })

  it('takes a bucket only whole: its address, key and secret', () => {
    const bucket = { LINLI_S3: 'https://minio.example.cn/linli', LINLI_S3_KEY: 'a', LINLI_S3_SECRET: 'b' }
    expect(good(bucket).objectStore).toEqual({ url: 'https://minio.example.cn/linli', region: 'us-east-1', key: 'a', secret: 'b' })
    expect(good({ ...bucket, LINLI_S3: 'https://linli.oss-cn-beijing.example.com' }).objectStore?.key).toBe('a')
    expect(mistaken({ ...bucket, LINLI_S3_SECRET: '' })).toEqual(['LINLI_S3'])
    expect(mistaken({ ...bucket, LINLI_S3: 'ftp://minio/linli' })).toEqual(['LINLI_S3'])
    expect(mistaken({ ...bucket, LINLI_S3: 'https://localhost/' })).toEqual(['LINLI_S3'])
  })

  it('takes a sign-in of the city’s own only whole, and in the clear only from this machine', () => {
    const own = { LINLI_OIDC: 'https://sso.example.cn', LINLI_OIDC_CLIENT: 'linli', LINLI_OIDC_SECRET: 's' }
    expect(good(own).ownSignIn).toMatchObject({ issuer: 'https://sso.example.cn', claim: 'preferred_username' })
    expect(good({ ...own, LINLI_OIDC: 'http://127.0.0.1:9000' }).ownSignIn?.client).toBe('linli')
    expect(mistaken({ ...own, LINLI_OIDC: 'http://sso.example.cn' })).toEqual(['LINLI_OIDC'])
    expect(mistaken({ ...own, LINLI_OIDC_SECRET: '' })).toEqual(['LINLI_OIDC'])
  })

  it('takes what is set, and an empty value as not set', () => {
    const config = good(
      {
        PORT: '9000',
        HOST: '',
        LINLI_DATA: '/var/lib/linli',
        DATABASE_URL: 'postgres://a@b/c',
        LINLI_URL: 'https://x.cn/',
        LINLI_PROXY: '1',
      },
      ['--new-city'],
    )
    expect(config).toMatchObject({
      port: 9000,
      host: '127.0.0.1',
      dataDir: '/var/lib/linli',
      publicUrl: 'https://x.cn',
      newCity: true,
      proxies: 1,
    })
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', '80 80'],
    ['PORT', '8080x'],
    ['HOST', 'http://x'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'localhost'],
    ['LINLI_URL', 'x.cn'],
    ['LINLI_SCALE', 'huge'],
    ['LINLI_DEMO', 'yes'],
    ['LINLI_PROXY', '-1'],
    ['LINLI_LOG', 'loud'],
    ['LINLI_DATA', 'a\0b'],
  ])('refuses %s=%j', (setting, value) => {
    expect(mistaken({ [setting]: value })).toEqual([setting])
  })

  it('tells all mistakes at once, in both languages', () => {
    const read = readConfig({ PORT: 'x', LINLI_SCALE: 'y' }, ['--new-town'], '/')
    const mistakes = 'mistakes' in read ? read.mistakes : []
    expect(mistakes.map((mistake) => mistake.setting)).toEqual(['--new-town', 'PORT', 'LINLI_SCALE'])
    for (const { say } of mistakes) {
      expect(say.zh).toMatch(/[一-龥].*。$/)
      expect(say.en).toMatch(/^[\w-]+ .*\.$/)
    }
  })

  it('never throws, whatever the environment says', () => {
    const names = ['PORT', 'HOST', 'LINLI_DATA', 'DATABASE_URL', 'LINLI_URL', 'LINLI_SCALE', 'LINLI_DEMO', 'LINLI_PROXY', 'LINLI_LOG']
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' })), (env) => {
        const read = readConfig(env, [], '/')
        return 'config' in read ? read.config.port > 0 : read.mistakes.length > 0
      }),
    )
  })

  it('lets the demonstration listen on this machine alone, unless told otherwise', () => {
    for (const host of ['127.0.0.1', '127.9.9.9', 'localhost', '::1']) expect(exposedDemo(good({ HOST: host }))).toBeNull()
    for (const host of ['0.0.0.0', '::', '10.0.0.5', 'linli.example']) {
      expect(isLoopback(host)).toBe(false)
      expect(exposedDemo(good({ HOST: host }))?.setting).toBe('HOST')
      expect(exposedDemo(good({ HOST: host, LINLI_DEMO: 'public' }))).toBeNull()
    }
  })
})
