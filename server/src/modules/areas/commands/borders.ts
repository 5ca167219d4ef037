import { type Datum, boxOf, type Shape, shapeFaults, shapeToWgs84 } from '#platform/geo'
import { refuse } from '#platform/refusal'
import { faultSay } from '../domain/findings.ts'
import type { AreaWrite } from '../sql/areas.ts'

/** A border as somebody drew it, with the datum it is drawn in. */
export interface Border {
  readonly source: Datum
  readonly geometry: Shape
}

/** A border as it is stored. @throws Refusal `areas.border-broken` (422) */
export function storedBorder(border: Border | undefined): AreaWrite['shape'] {
  if (!border) return undefined
  const geometry = shapeToWgs84(border.geometry, border.source)
  const fault = shapeFaults(geometry, 1)[0]
  if (fault) {
    const why = faultSay(fault.kind)
    throw refuse(
      'invalid',
      'areas.border-broken',
      {
        zh: `边界画得不对：${why.zh}。没有保存，请改好再提交。`,
        en: `The border is wrong: ${why.en}. Nothing was saved; please correct it.`,
      },
      { errors: [{ path: '/body/border/geometry', code: fault.kind, say: why }] },
    )
  }
  return { geometry, box: boxOf(geometry), datum: border.source }
}
