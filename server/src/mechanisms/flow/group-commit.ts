import type { Context } from '#platform/context'
import { type Db, sqlState } from '#platform/db'
import type { Plan } from './plan.ts'
import { type Answered, type Change, recordQuery } from './record.ts'

/** Statements that one server has under way at once; what comes meanwhile shares the next one. More of them make smaller groups. */
const lanes = 2

/** Most changes in one statement: what fails is written again one by one. */
const most = 64

interface Waiting {
  readonly change: Change
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

/** The changes of one database that wait for a lane. */
class GroupCommit {
  readonly #db: Db
  #waiting: Waiting[] = []
  #busy = 0

  constructor(db: Db) {
    this.#db = db
  }

  add(change: Change): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ change, done, failed })
      this.#send()
    })
  }

  #send(): void {
    while (this.#busy < lanes && this.#waiting.length > 0) {
      this.#busy++
      void this.#write(this.#waiting.splice(0, most)).finally(() => {
        this.#busy--
        this.#send()
      })
    }
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    let isSent = false
    try {
      const query = recordQuery(group.map((one) => one.change))
      isSent = true
      await this.#db.query(query)
      for (const one of group) one.done()
    } catch (error) {
      // What was not sent, or what the database refused, is surely not written; whoever lost it on the way asks again with the same key.
      if (group.length > 1 && (!isSent || isRefused(error))) await Promise.all(group.map((one) => this.#write([one])))
      else for (const one of group) one.failed(error)
    }
  }
}

/** The database undid the statement: a broken constraint, a lost version, a deadlock. Not: it is going down (57, 58) or gone (08). */
function isRefused(error: unknown): boolean {
  return !/^(?:08|57|58|$)/.test(sqlState(error) ?? '')
}

const groups = new WeakMap<Db, GroupCommit>()

function groupOf(db: Db): GroupCommit {
  const known = groups.get(db)
  if (known) return known
  const made = new GroupCommit(db)
  groups.set(db, made)
  return made
}

function makesOnly({ parts, held }: Plan): boolean {
  return parts.length === 0 && [...held.values()].every(({ before }) => before === null)
}

/**
 * Saves and tells in one statement, which holds only while every noun still has the version it was loaded with.
 * What makes nouns only may share its statement with others that wait at the same moment (`group-commit.ts`).
 * @throws an error with SQL state `LL409` when one has not; nothing is changed then.
 */
export async function record(ctx: Context, plan: Plan, answer: Answered): Promise<void> {
  const change = { ctx, plan, answer }
  if (!ctx.db.inTransaction && makesOnly(plan)) await groupOf(ctx.db).add(change)
  else await ctx.db.query(recordQuery([change]))
}
