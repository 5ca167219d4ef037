import { categorise, type Categoriser } from './categorise.ts'

/** The classes that a text speaks for, each with how strongly (0 … 1): reports in other words for one trouble share them. */
export type Topics = ReadonlyMap<string, number>

/** So many classes are kept of one text. */
const kept = 8

/**
 * Reads the topics of texts by the keywords of these classes: 停水, 没水 and 水压低 are one to it. Each text is read when it is first asked about,
 * and once; that takes well under a millisecond. Pure.
 */
export function topicsBy(rules: Categoriser): (text: string) => () => Topics {
  return (text) => {
    let read: Topics | undefined
    return () => (read ??= new Map(rules(text, { top: kept }).map(({ code, score }) => [code, score])))
  }
}

/** By the catalogue as facts, without what a city changed. */
export const topicsOf: (text: string) => () => Topics = topicsBy(categorise)
