import fc from 'fast-check'

/** Properties are tried on the same examples in every run, so that a change is judged by its own mistakes; `LINLI_SEED` tries others: a number, or `random`. */
const asked = process.env['LINLI_SEED'] ?? '20261129'
fc.configureGlobal(asked === 'random' ? {} : { seed: Number(asked) })
