import { createRequire } from 'node:module'
import type * as Xml from 'fast-xml-parser'
import { type Refusal, statusOfKind } from '#platform/refusal'
import type { Http } from '#platform/route'

export const formats = ['json', 'xml'] as const
export type Format = (typeof formats)[number]

const types: Readonly<Record<Format, string>> = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' }
const require = createRequire(import.meta.url)

/** The library is opened by the first who asks for XML. */
function xmlOf(root: string, value: unknown): string {
  const { XMLBuilder } = require('fast-xml-parser') as typeof Xml
  return new XMLBuilder({ format: true, suppressEmptyNode: false }).build({ [root]: value })
}

/** Takes out what XML 1.0 cannot write at all, and controls that mean nothing to a reader. */
function writable(text: string): string {
  return text.replaceAll(/[\p{Cc}\ufffe\uffff]/gu, (sign) => ('\t\n\r'.includes(sign) ? sign : ''))
}

/** The name of the one element that a list is made of (the Spark convention: JSON has the list alone). */
const itemOf: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

function nested(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return writable(value)
  if (Array.isArray(value)) {
    const item = itemOf[name] ?? 'item'
    return value.length === 0 ? '' : { [item]: value.map((one) => nested(item, one)) }
  }
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, nested(key, one)]))
  return String(value)
}

/** An answer in the wanted format; `root` is its element in XML. JSON leaves the root out. */
export function written(format: Format, root: string, value: unknown): { readonly type: string; readonly body: string } {
  if (format === 'json') return { type: types.json, body: JSON.stringify(value) }
  return { type: types.xml, body: `<?xml version="1.0" encoding="utf-8"?>\n${xmlOf(root, nested(root, value))}` }
}

/** Sends an answer; browsers of any city may read it. */
export function sendAs(http: Http, format: Format, root: string, value: unknown): undefined {
  const { type, body } = written(format, root, value)
  http.header('access-control-allow-origin', '*')
  http.send(type, body)
  return undefined
}

/** How GeoReport says no: what was not understood is 400, but for a key that was used for something else (422, as everywhere here). */
export function refused(refusal: Refusal, path: string, lang: 'zh' | 'en'): { status: number; type: string; body: string } {
  const ownRule = refusal.code.startsWith('idempotency.')
  const status = refusal.kind === 'invalid' && !ownRule ? 400 : statusOfKind[refusal.kind]
  const format = /\.json(\?|$)/.test(path) ? 'json' : 'xml'
  return { status, ...written(format, 'errors', [{ code: status, description: `${refusal.say[lang]} (${refusal.code})` }]) }
}
