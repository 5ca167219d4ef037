import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Say } from './refusal.ts'

/** How large the generated demonstration city is. */
export const scales = ['small', 'city', 'big'] as const
export type Scale = (typeof scales)[number]

/** A bucket of an object store that speaks S3. */
export interface ObjectStore {
  /** Address with the bucket as its path or first name, such as `https://minio.example.cn/linli`. */
  readonly url: string
  readonly region: string
  readonly key: string
  readonly secret: string
}

/** A city's own sign-in, by OpenID Connect. */
export interface OwnSignIn {
  readonly issuer: string
  readonly client: string
  readonly secret: string
  /** The claim that names the account. */
  readonly claim: string
  /** What people call it, for the button. */
  readonly name: string
}

/** What the operator decided; read once at start, never again. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute folder of everything that must be kept: database, files, keys. */
  readonly dataDir: string
  /** A server's database; null means the embedded one. */
  readonly databaseUrl: string | null
  /** Where photos are kept; null means the data folder. */
  readonly objectStore: ObjectStore | null
  /** The city's own sign-in; null means account and password alone. */
  readonly ownSignIn: OwnSignIn | null
  /** The key of the vault, base64; null means the one kept in the data folder. */
  readonly masterKey: string | null
  /** The address people type, without a slash at its end, for links on paper and in messages. */
  readonly publicUrl: string
  /** Begin a real city instead of the demonstration one. Heeded only while the database is empty. */
  readonly newCity: boolean
  readonly scale: Scale
  /** The demonstration, with its known passwords, may be reached from other machines. */
  readonly demoIsPublic: boolean
  /** How many reverse proxies stand in front and tell the true address of the caller. */
  readonly proxies: number
  /** Where devices are heard over MQTT: a port beside HOST; null: the usual one on this machine alone, if it is free; 0: nowhere. */
  readonly mqttPort: number | null
  /** A broker of the city's own that devices talk to; null: none. */
  readonly mqttUrl: string | null
  /** Weeks for which readings of devices are kept, 1 to 6. */
  readonly readingWeeks: number
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** One mistake of configuration: the name of the setting and what to do about it. */
export interface Mistake {
  readonly setting: string
  readonly say: Say
}

const say = (zh: string, en: string): string => JSON.stringify({ zh, en } satisfies Say)

const blankIsAbsent = (value: unknown): unknown => (value === '' ? undefined : value)

function text<T extends z.ZodType>(schema: T) {
  return z.preprocess(blankIsAbsent, schema)
}

const isHost = (host: string): boolean => isIP(host) > 0 || /^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/i.test(host)

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol)
}

const portSay = say(
  'PORT 应是 1 到 65535 之间的整数，例如 PORT=8080。',
  'PORT must be a whole number from 1 to 65535, for example PORT=8080.',
)
const hostSay = say('HOST 应是一个地址或主机名，例如 127.0.0.1。', 'HOST must be an address or a host name, for example 127.0.0.1.')
const databaseSay = say(
  'DATABASE_URL 应以 postgres:// 开头，例如 postgres://user:password@host:5432/linli；不设则用内置数据库。',
  'DATABASE_URL must begin with postgres://, for example postgres://user:password@host:5432/linli; leave it out to use the embedded database.',
)
const urlSay = say(
  'LINLI_URL 应是 http 或 https 网址，例如 https://linli.example.cn。',
  'LINLI_URL must be an http or https address, for example https://linli.example.cn.',
)
const scaleSay = say('LINLI_SCALE 只能是 small、city 或 big。', 'LINLI_SCALE must be small, city or big.')
const demoSay = say('LINLI_DEMO 只能是 public，或不设。', 'LINLI_DEMO must be public, or be left out.')
const proxySay = say('LINLI_PROXY 应是前置代理的个数,0 到 9。', 'LINLI_PROXY must be the number of proxies in front, 0 to 9.')
const logSay = say('LINLI_LOG 只能是 silent、error、warn、info 或 debug。', 'LINLI_LOG must be silent, error, warn, info or debug.')
const mqttPortSay = say(
  'LINLI_MQTT_PORT 应是 0 到 65535 之间的整数；0 表示不接收设备消息。',
  'LINLI_MQTT_PORT must be a whole number from 0 to 65535; 0 hears no devices.',
)
const mqttUrlSay = say(
  'LINLI_MQTT_URL 应以 mqtt:// 或 mqtts:// 开头，例如 mqtts://user:password@broker.example.cn/linli。',
  'LINLI_MQTT_URL must begin with mqtt:// or mqtts://, for example mqtts://user:password@broker.example.cn/linli.',
)
const weeksSay = say('LINLI_READING_WEEKS 应是 1 到 6 之间的整数。', 'LINLI_READING_WEEKS must be a whole number from 1 to 6.')
const storeSay = say(
  'LINLI_S3 应是带存储桶的 http 或 https 网址，例如 https://minio.example.cn/linli；不设则照片存在 LINLI_DATA 里。',
  'LINLI_S3 must be an http or https address with its bucket, for example https://minio.example.cn/linli; leave it out to keep photos in LINLI_DATA.',
)
const storeKeySay: Say = {
  zh: '设了 LINLI_S3，就要同时设 LINLI_S3_KEY 和 LINLI_S3_SECRET。',
  en: 'With LINLI_S3 both LINLI_S3_KEY and LINLI_S3_SECRET are needed.',
}
const issuerSay = say(
  'LINLI_OIDC 应是统一登录的 https 网址，例如 https://sso.example.cn；http 只能用于本机。',
  'LINLI_OIDC must be the https address of the city’s own sign-in, for example https://sso.example.cn; http only on this machine.',
)
const clientSay: Say = {
  zh: '设了 LINLI_OIDC，就要同时设 LINLI_OIDC_CLIENT 和 LINLI_OIDC_SECRET。',
  en: 'With LINLI_OIDC both LINLI_OIDC_CLIENT and LINLI_OIDC_SECRET are needed.',
}
const dataSay = say(
  'LINLI_DATA 是一个文件夹的路径，其中不能有空字符。',
  'LINLI_DATA must be the path of a folder, without a null character.',
)

const integer = (from: number, to: number, wrong: string) =>
  z
    .string()
    .regex(/^\d+$/, wrong)
    .transform(Number)
    .refine((n) => n >= from && n <= to, wrong)

const Environment = z.object({
  PORT: text(integer(1, 65_535, portSay).default(8080)),
  HOST: text(z.string().refine(isHost, hostSay).default('127.0.0.1')),
  LINLI_DATA: text(
    z
      .string()
      .refine((path) => !path.includes('\0'), dataSay)
      .default('./data'),
  ),
  DATABASE_URL: text(
    z
      .string()
      .refine((url) => isUrl(url, ['postgres:', 'postgresql:']), databaseSay)
      .optional(),
  ),
  LINLI_S3: text(
    z
      .string()
      .refine(
        (url) => isUrl(url, ['http:', 'https:']) && (new URL(url).pathname.length > 1 || new URL(url).hostname.split('.').length > 2),
        storeSay,
      )
      .optional(),
  ),
  LINLI_S3_REGION: text(z.string().default('us-east-1')),
  LINLI_S3_KEY: text(z.string().optional()),
  LINLI_S3_SECRET: text(z.string().optional()),
  LINLI_OIDC: text(
    z
      .string()
      .refine((url) => isUrl(url, ['https:']) || (isUrl(url, ['http:']) && isLoopback(new URL(url).hostname)), issuerSay)
      .optional(),
  ),
  LINLI_OIDC_CLIENT: text(z.string().optional()),
  LINLI_OIDC_SECRET: text(z.string().optional()),
  LINLI_OIDC_CLAIM: text(z.string().default('preferred_username')),
  LINLI_OIDC_NAME: text(z.string().max(20).default('统一登录')),
  LINLI_MASTER_KEY: text(z.string().optional()),
  LINLI_URL: text(
    z
      .string()
      .refine((url) => isUrl(url, ['http:', 'https:']), urlSay)
      .optional(),
  ),
  LINLI_SCALE: text(z.enum(scales, scaleSay).default('small')),
  LINLI_DEMO: text(z.literal('public', demoSay).optional()),
  LINLI_PROXY: text(integer(0, 9, proxySay).default(0)),
  LINLI_MQTT_PORT: text(integer(0, 65_535, mqttPortSay).optional()),
  LINLI_MQTT_URL: text(
    z
      .string()
      .refine((url) => isUrl(url, ['mqtt:', 'mqtts:']), mqttUrlSay)
      .optional(),
  ),
  LINLI_READING_WEEKS: text(integer(1, 6, weeksSay).default(4)),
  LINLI_LOG: text(z.enum(['silent', 'error', 'warn', 'info', 'debug'], logSay).default('info')),
})

function unknownArguments(argv: readonly string[]): Mistake[] {
  return argv
    .filter((argument) => argument !== '--new-city')
    .map((argument) => ({
      setting: argument,
      say: { zh: `不认识参数 ${argument}；只有 --new-city 一个。`, en: `There is no argument ${argument}; the only one is --new-city.` },
    }))
}

function objectStoreOf(read: z.infer<typeof Environment>): ObjectStore | 'incomplete' | null {
  const { LINLI_S3: url, LINLI_S3_REGION: region, LINLI_S3_KEY: key, LINLI_S3_SECRET: secret } = read
  if (url === undefined) return null
  return key === undefined || secret === undefined ? 'incomplete' : { url, region, key, secret }
}

function ownSignInOf(read: z.infer<typeof Environment>): OwnSignIn | 'incomplete' | null {
  const { LINLI_OIDC: issuer, LINLI_OIDC_CLIENT: client, LINLI_OIDC_SECRET: secret } = read
  if (issuer === undefined) return null
  if (client === undefined || secret === undefined) return 'incomplete'
  return { issuer, client, secret, claim: read.LINLI_OIDC_CLAIM, name: read.LINLI_OIDC_NAME }
}

/**
 * Reads the environment and the arguments of the start command.
 * Gives either the configuration or every mistake at once, each with a sentence that says how to mend it.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
  cwd: string,
): { config: Config } | { mistakes: readonly Mistake[] } {
  const read = Environment.safeParse(env)
  const mistakes = unknownArguments(argv)
  if (!read.success) {
    mistakes.push(...read.error.issues.map((issue) => ({ setting: String(issue.path[0]), say: JSON.parse(issue.message) as Say })))
  }
  if (!read.success || mistakes.length > 0) return { mistakes }
  const { PORT: port, HOST: host } = read.data
  const objectStore = objectStoreOf(read.data)
  const ownSignIn = ownSignInOf(read.data)
  if (objectStore === 'incomplete') return { mistakes: [{ setting: 'LINLI_S3', say: storeKeySay }] }
  if (ownSignIn === 'incomplete') return { mistakes: [{ setting: 'LINLI_OIDC', say: clientSay }] }
  return {
    config: {
      port,
      host,
      dataDir: resolve(cwd, read.data.LINLI_DATA),
      databaseUrl: read.data.DATABASE_URL ?? null,
      objectStore,
      ownSignIn,
      masterKey: read.data.LINLI_MASTER_KEY ?? null,
      publicUrl: (read.data.LINLI_URL ?? `http://localhost:${port}`).replace(/\/+$/, ''),
      newCity: argv.includes('--new-city'),
      scale: read.data.LINLI_SCALE,
      demoIsPublic: read.data.LINLI_DEMO === 'public',
      proxies: read.data.LINLI_PROXY,
      mqttPort: read.data.LINLI_MQTT_PORT ?? null,
      mqttUrl: read.data.LINLI_MQTT_URL ?? null,
      readingWeeks: read.data.LINLI_READING_WEEKS,
      logLevel: read.data.LINLI_LOG,
    },
  }
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** Why a city with the demonstration's known passwords may not listen where it is told to; null when it may. */
export function exposedDemo(config: Config): Mistake | null {
  if (isLoopback(config.host) || config.demoIsPublic) return null
  return {
    setting: 'HOST',
    say: {
      zh: `这座城市带有人人皆知的演示账号，不能在 ${config.host} 上对外开放。只在本机使用请去掉 HOST；确要公开演示请设 LINLI_DEMO=public；真实城市请用空的 LINLI_DATA 和 ./start --new-city 开始。`,
      en: `This city has demonstration accounts whose passwords everybody knows, so it does not listen on ${config.host}. Leave HOST out to use it on this machine; set LINLI_DEMO=public to show it openly; begin a real city with an empty LINLI_DATA and ./start --new-city.`,
    },
  }
}
