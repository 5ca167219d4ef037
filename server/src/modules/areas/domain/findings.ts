import type { Position, ShapeFault } from '#platform/geo'
import type { Say } from '#platform/refusal'

/** One thing that a check of grids found, in words for the person who draws them. */
export interface Finding {
  readonly kind: 'shape' | 'noShape' | 'overlap' | 'gap' | 'outside' | 'households' | 'datum'
  readonly areas: readonly string[]
  /** How much: square metres, or households. */
  readonly amount: number | null
  /** Where to look, WGS-84. */
  readonly at: Position | null
  readonly say: Say
}

/** A name with its code, as findings speak of an area. */
export interface Named {
  readonly code: string
  readonly name: string
}

const named = ({ code, name }: Named): string => `${name}（${code}）`
const namedEn = ({ code, name }: Named): string => `${name} (${code})`
const round = (m2: number): number => Math.round(m2)

const FAULT: Record<ShapeFault['kind'], Say> = {
  coordinate: { zh: '有的坐标不是经纬度', en: 'some coordinates are no longitude and latitude' },
  tooFewPoints: { zh: '边界不足三个角点', en: 'a border has fewer than three corners' },
  open: { zh: '边界没有闭合', en: 'a border is not closed' },
  selfCrossing: { zh: '边界自相交叉或折返', en: 'the border crosses itself or folds back' },
  empty: { zh: '没有面积', en: 'it has no area' },
}

export function faultSay(kind: ShapeFault['kind']): Say {
  return FAULT[kind]
}

export function shapeFinding(area: Named, fault: ShapeFault): Finding {
  const why = FAULT[fault.kind]
  const say = { zh: `${named(area)}的边界画得不对：${why.zh}。`, en: `The border of ${namedEn(area)} is wrong: ${why.en}.` }
  return { kind: 'shape', areas: [area.code], amount: null, at: fault.at, say }
}

export function noShapeFinding(area: Named): Finding {
  const say = { zh: `${named(area)}还没有边界。`, en: `${namedEn(area)} has no border yet.` }
  return { kind: 'noShape', areas: [area.code], amount: null, at: null, say }
}

export function overlapFinding(a: Named, b: Named, m2: number, at: Position): Finding {
  const say = {
    zh: `${named(a)}与${named(b)}重叠 ${round(m2)} 平方米。`,
    en: `${namedEn(a)} and ${namedEn(b)} overlap by ${round(m2)} m².`,
  }
  return { kind: 'overlap', areas: [a.code, b.code], amount: round(m2), at, say }
}

export function gapFinding(whole: Named, m2: number, at: Position): Finding {
  const say = {
    zh: `${named(whole)}内有 ${round(m2)} 平方米没有划入任何网格。`,
    en: `${round(m2)} m² of ${namedEn(whole)} belong to no grid.`,
  }
  return { kind: 'gap', areas: [whole.code], amount: round(m2), at, say }
}

export function outsideFinding(area: Named, whole: Named, m2: number, at: Position): Finding {
  const say = {
    zh: `${named(area)}有 ${round(m2)} 平方米超出${named(whole)}。`,
    en: `${round(m2)} m² of ${namedEn(area)} lie outside of ${namedEn(whole)}.`,
  }
  return { kind: 'outside', areas: [area.code, whole.code], amount: round(m2), at, say }
}

export function householdsFinding(area: Named, households: number | null, least: number, most: number): Finding {
  const say =
    households === null
      ? {
          zh: `${named(area)}没有填户数（应为 ${least}–${most} 户）。`,
          en: `${namedEn(area)} has no number of households (${least}–${most} are asked).`,
        }
      : {
          zh: `${named(area)}有 ${households} 户，应为 ${least}–${most} 户。`,
          en: `${namedEn(area)} has ${households} households; ${least}–${most} are asked.`,
        }
  return { kind: 'households', areas: [area.code], amount: households, at: null, say }
}

/** The sign of a file whose datum was declared wrongly: it fits when read in the other one. */
export function datumFinding(declared: string, fits: string, whole: Named): Finding {
  const say = {
    zh: `这批边界按 ${declared} 读入大多落在${named(whole)}之外，按 ${fits} 读入则基本吻合，坐标系可能填错。`,
    en: `Read as ${declared} these borders lie mostly outside of ${namedEn(whole)}; read as ${fits} they fit. The datum may be declared wrongly.`,
  }
  return { kind: 'datum', areas: [whole.code], amount: null, at: null, say }
}
