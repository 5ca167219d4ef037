import type { Say } from '#platform/refusal'

/** The day on which the interface or its list of services last changed its shape. */
const changeset = '2026-11-22T00:00:00+08:00'
const contact: Say = { zh: '请联系本市市民服务热线 12345', en: 'Please call the city service line, 12345' }
const keyService: Say = { zh: '密钥由系统管理员发放；查询不需要密钥', en: 'Keys are given by the system administrator; reading needs none' }

/** The file by which clients find the interface (Open311 Service Discovery). */
export function discoveryOf(publicUrl: string, lang: 'zh' | 'en') {
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: `${publicUrl}/open311/v2`,
    changeset,
    type: 'production',
    formats: ['text/xml', 'application/json'],
  }
  return { changeset, contact: contact[lang], key_service: keyService[lang], endpoints: [endpoint] }
}
