import { z } from 'zod'
import { type Route, route } from '#platform/route'
import { previewEffect } from '../queries/directory-effect.ts'
import { EffectView } from './effect-views.ts'

const preview = route({
  method: 'post',
  path: '/api/directory/editions/{number}/preview',
  operation: 'previewDirectoryEffect',
  tag: 'directory',
  say: {
    zh: '看影响：近 30 天的诉求，按这一版会派给谁，与现行版有什么不同',
    en: 'Look at the effect: whom the matters of the last 30 days would go to by this edition, against the one in force',
  },
  access: ['systemAdmin', 'dispatcher', 'supervisor', 'adjudicator'],
  scope: 'none',
  write: 'none',
  limit: 20,
  params: z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) }),
  answers: { 200: EffectView },
  handle: (ctx, { params }) => previewEffect(ctx, params.number),
})

/** What past matters say about the directory: its effect, the rulings, the returns. */
export const directoryRoutes: readonly Route[] = [preview]
