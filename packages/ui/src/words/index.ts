export { bundleOf, fill, problemsOf } from './table.ts'
export type { Lang, Pair, Words } from './table.ts'
export { LangProvider, useLang } from './lang.tsx'
