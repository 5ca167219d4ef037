import type { Entry } from '#modules/directory'
import type { Ground } from './ground/index.ts'
import { officeOf, offices } from './bodies.ts'

const basis = { zh: '三定规定（演示）', en: 'statute of duties (demonstration)' }

/** The demonstration directory: departments by their duties, small matters of a compound to its property company, the rest to the community. */
export function demoRules(ground: Ground): Entry[] {
  const counties = ground.areas.filter((area) => area.level === 'county').map((area) => area.code.slice(0, 6))
  const departments = counties.flatMap((county) =>
    offices.flatMap((office) =>
      office.leads.map((category): Entry => ({
        category,
        area: county,
        severity: null,
        lead: officeOf(county, office.key),
        support: [],
        basisKind: 'duties',
        basis,
        grassRootsAllowed: false,
      })),
    ),
  )
  const small = ['20003', '20004', '20006', '22005', '22006'].map((category): Entry => ({
    category,
    area: '',
    severity: 'small',
    lead: '@property',
    support: [],
    basisKind: 'townshipList',
    basis: { zh: '小事靠物业（演示）', en: 'small matters: the property company (demonstration)' },
    grassRootsAllowed: true,
  }))
  const neighbours = ['22001', '22003', '22004'].map((category): Entry => ({
    category,
    area: '',
    severity: null,
    lead: '@community',
    support: [],
    basisKind: 'townshipList',
    basis: { zh: '大事靠社区（演示）', en: 'larger matters: the community (demonstration)' },
    grassRootsAllowed: true,
  }))
  const lastResort: Entry = {
    category: '',
    area: '',
    severity: null,
    lead: '@county',
    support: [],
    basisKind: 'duties',
    basis: { zh: '无法确定职责单位的，由县区政府兜底', en: 'what no unit is plainly responsible for: the county government' },
    grassRootsAllowed: false,
  }
  return [...departments, ...small, ...neighbours, lastResort]
}
