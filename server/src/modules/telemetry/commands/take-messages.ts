import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import { type MessageProblem, messageProblems } from '../domain/device.ts'
import { givenIn } from '../domain/message.ts'
import { intakeOf } from '../ingest/intake.ts'
import { hashOf } from '../ingest/known.ts'
import { messageOf, unknownDevice } from '../ingest/message.ts'

export interface Taken {
  readonly kept: number
  readonly problems: readonly { readonly code: MessageProblem; readonly say: Say }[]
}

/**
 * Takes messages of a device over HTTP; answers when they are kept.
 * @throws Refusal `telemetry.unknown-device` (401) · `telemetry.busy` (503)
 */
export async function takeMessages(ctx: Context, device: string, key: string, messages: readonly unknown[]): Promise<Taken> {
  const intake = intakeOf(ctx)
  if (!(await intake.opens(ctx, device, hashOf(key)))) throw unknownDevice()
  const receipts = await Promise.all(messages.map((one) => intake.take(ctx, messageOf(device, givenIn(one), ctx.now.getTime()))))
  const problems = [...new Set(receipts.flatMap((one) => one.problems))]
  return {
    kept: receipts.reduce((sum, one) => sum + one.kept, 0),
    problems: problems.map((code) => ({ code, say: messageProblems[code] })),
  }
}
