import { XMLParser, XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { refuse } from '#platform/refusal'
import { refused, written } from './format.ts'

const parser = new XMLParser({ parseTagValue: false, trimValues: false })

it('writes lists with one element an item, and null as an empty element', () => {
  const { type, body } = written('xml', 'service_requests', [{ service_request_id: '1', description: null, lat: 42.5 }])
  expect(type).toBe('text/xml; charset=utf-8')
  expect(body.startsWith('<?xml version="1.0" encoding="utf-8"?>\n')).toBe(true)
  expect(body.replaceAll(/>\s+</g, '><')).toContain(
    '<service_requests><request><service_request_id>1</service_request_id><description></description><lat>42.5</lat></request></service_requests>',
  )
  expect(written('json', 'service_requests', [{ lat: 42.5 }])).toEqual({ type: 'application/json; charset=utf-8', body: '[{"lat":42.5}]' })
})

it('is well-formed whatever people wrote, and gives it back but for what XML cannot say', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { body } = written('xml', 'service_requests', [{ description: `[${text}]` }])
      expect(XMLValidator.validate(body)).toBe(true)
      expect([...body].filter((sign) => /[\p{Cc}\ufffe\uffff]/u.test(sign) && !'\t\n\r'.includes(sign))).toEqual([])
    }),
  )
  const { body } = written('xml', 'service_requests', [{ description: '<b>&amp; "x"</b>\u0008 ]]>' }])
  expect(parser.parse(body)).toMatchObject({ service_requests: { request: { description: '<b>&amp; "x"</b> ]]>' } } })
})

it('says no in the shape of GeoReport, in the format that was asked for', () => {
  const no = refuse('invalid', 'open311.bad-status', { zh: '状态不对。', en: 'Wrong status.' })
  const json = refused(no, '/open311/v2/requests.json?status=x', 'en')
  expect([json.status, JSON.parse(json.body)]).toEqual([400, [{ code: 400, description: 'Wrong status. (open311.bad-status)' }]])
  const xml = refused(refuse('missing', 'open311.no-such-service', { zh: '没有。', en: 'None.' }), '/open311/v2/services/x.xml', 'zh')
  expect(xml.status).toBe(404)
  expect(parser.parse(xml.body)).toMatchObject({ errors: { error: { code: '404', description: '没有。 (open311.no-such-service)' } } })
})
