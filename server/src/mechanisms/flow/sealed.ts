import type { SealedSource } from '#platform/audit'

/** The traces of all nouns, as the audit seals them; words lie elsewhere, so that erasing a person leaves the chain whole. */
export const traceSource: SealedSource = {
  name: 'trace',
  table: 'flow.trace',
  row: [
    'region',
    'noun',
    'noun_id',
    'seq',
    'move',
    'from_state',
    'to_state',
    '(extract(epoch from at) * 1000000)::bigint',
    'actor_kind',
    'actor_id',
    'post',
    'facts',
    'clocks',
    'revision',
  ],
}
