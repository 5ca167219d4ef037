import type { Say } from '#platform/refusal'

/** One of the five kinds of difficulty of a community 五多 (004-08): how many of how many, or that no register says it yet. */
export interface Difficulty {
  readonly code: 'oldCompounds' | 'elders' | 'tenants' | 'disputes' | 'openCompounds'
  readonly say: Say
  /** n of N; both null where no register holds it. */
  readonly n: number | null
  readonly of: number | null
  /** Which register it was counted from, or would be. */
  readonly from: Say
}

/** What the registers count in an area. */
export interface Counted {
  readonly compounds: readonly { readonly kinds: readonly string[] }[]
  /** Dwellings of which it is known how they are used, and those that are rented. */
  readonly tenure: { readonly known: number; readonly rented: number }
}

const compounds: Say = { zh: '小区台账', en: 'Register of compounds' }

/** The five, in the order in which the seed names them; shares are of what the registers know, never a rank. */
export function difficulties({ compounds: all, tenure }: Counted): Difficulty[] {
  const of = (kind: string): number => all.filter((one) => one.kinds.includes(kind)).length
  const none = { n: null, of: null }
  return [
    { code: 'oldCompounds', say: { zh: '老旧小区', en: 'Old compounds' }, n: of('old'), of: all.length, from: compounds },
    {
      code: 'elders',
      say: { zh: '老年人口', en: 'Older people' },
      ...none,
      from: { zh: '人口台账（还没有接上）', en: 'Register of people (not joined yet)' },
    },
    {
      code: 'tenants',
      say: { zh: '租户', en: 'Tenants' },
      n: tenure.rented,
      of: tenure.known,
      from: { zh: '户室台账，只数知道使用情况的', en: 'Register of dwellings, of which the use is known' },
    },
    {
      code: 'disputes',
      say: { zh: '矛盾纠纷', en: 'Disputes' },
      ...none,
      from: { zh: '调解台账（还没有）', en: 'Register of mediation (not yet)' },
    },
    { code: 'openCompounds', say: { zh: '开放式小区', en: 'Open compounds' }, n: of('open'), of: all.length, from: compounds },
  ]
}
