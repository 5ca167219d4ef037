import { Known } from './arbitrary.ts'

const most = 60

/** What the city gave away in its answers, by field name and by list, so that requests speak of things that exist. */
export class Pool {
  readonly #values = new Map<string, unknown[]>()
  readonly #spared = new Set<unknown>()

  /** These ids are not offered under the list's name: the fuzz must not take away its own people's posts. */
  spare(values: Iterable<unknown>): void {
    for (const value of values) this.#spared.add(value)
  }

  add(name: string, value: unknown): void {
    if (name === 'id' && this.#spared.has(value)) return
    const list = this.#values.get(name) ?? []
    if (list.includes(value)) return
    list.push(value)
    if (list.length > most) list.splice(Math.floor(most / 3), 1) // the first third stays: they are what the seed made
    this.#values.set(name, list)
  }

  /** Gathers every short value of an answer: under its field's name, and ids also under the name of the list they are in. */
  learn(body: unknown, list: string): void {
    if (Array.isArray(body)) for (const one of body.slice(0, 20)) this.learn(one, list)
    else if (body !== null && typeof body === 'object') {
      const owner = (body as { account?: { id?: unknown } | string }).account
      const spared = this.#spared.has(typeof owner === 'object' ? owner?.id : owner)
      for (const [key, value] of Object.entries(body)) {
        if (typeof value === 'object') this.learn(value, key === 'items' ? list : key)
        else if (typeof value !== 'boolean' && String(value).length <= 80) {
          this.add(key, value)
          if (['id', 'code', 'number', 'link', 'token'].includes(key) && !spared && !this.#spared.has(value)) this.add(`/${list}`, value)
        }
      }
    }
  }

  /** One of the values known by this name. */
  pick(name: string, at: number, otherwise: unknown): unknown {
    const list = this.#values.get(name) ?? []
    return list.length === 0 ? otherwise : list[at % list.length]
  }

  /** Fills in what stands for known values. */
  fill(value: unknown): unknown {
    if (value instanceof Known) {
      const own = value.name === 'body' ? 'id' : value.name
      const list = `/${own}`
      return this.pick(value.at % 3 === 0 && this.#values.has(list) ? list : own, value.at, this.pick('id', value.at, value.otherwise))
    }
    if (Array.isArray(value)) return value.map((one) => this.fill(one))
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.fill(one)]))
    }
    return value
  }
}
