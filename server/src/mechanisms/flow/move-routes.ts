import { z } from 'zod'
import { type Context, type Role, roles } from '#platform/context'
import { checked } from '#platform/http/problem'
import { type Route, route } from '#platform/route'
import { type Flow, listed, type Noun } from './flow.ts'

const Id = z.strictObject({ id: z.string().max(64) })

/** What a move asks, with the version that the screen showed. */
export function moveBody(asks: z.ZodType | undefined): z.ZodType {
  const version = { version: z.number().int().min(1).optional() }
  return asks instanceof z.ZodObject ? asks.extend(version) : z.strictObject(version)
}

/** What a move was told, and the version that the screen showed. */
export function splitBody(body: unknown): { input: unknown; version: number | undefined } {
  const { version, ...input } = body as { version?: unknown }
  return { input, version: checked(z.number().int().min(1).optional(), 'body/version', version) }
}

/** Roles of staff that can ever make a move. */
function staffOf<N extends Noun>(flow: Flow<N>, name: string): Role[] {
  const named = listed(flow.moves[name]?.by).flatMap((who) => who.roles)
  return roles.filter((role) => named.includes(role) && role !== 'resident')
}

/** How the moves of a noun are run and answered. */
export interface MoveAnswers {
  readonly answer: z.ZodType
  /** Makes the move and gives the answer. */
  readonly run: (ctx: Context, id: string, name: string, input: unknown, version: number | undefined) => Promise<unknown>
  /** The answer again, for the id that the move kept with its idempotency key. */
  readonly again: (ctx: Context, id: string) => Promise<unknown>
}

/** One route a move, made from the flow: `POST /api/<noun>s/{id}/<move>`. Moves that only clocks or a reporter make have none here. */
export function moveRoutesOf<N extends Noun>(flow: Flow<N>, { answer, run, again }: MoveAnswers): Route[] {
  const noun = `${flow.kind[0]?.toUpperCase() ?? ''}${flow.kind.slice(1)}`
  return Object.entries(flow.moves).flatMap(([name, spec]) => {
    const access = staffOf(flow, name)
    if (spec.internal || access.length === 0) return []
    return [
      route({
        method: 'post',
        path: `/api/${flow.kind}s/{id}/${name}`,
        operation: `${name}${noun}`,
        tag: `${flow.kind}s`,
        say: spec.say,
        access,
        scope: 'area',
        write: 'statement',
        params: Id,
        body: moveBody(spec.asks),
        lateBody: true,
        answers: { 200: answer },
        handle: (ctx, { params, body }) => {
          const { input, version } = splitBody(body)
          return run(ctx, params.id, name, input, version)
        },
        again: (ctx, id) => again(ctx, id),
      }),
    ]
  })
}
