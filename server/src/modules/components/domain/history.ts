import type { Trace } from '#mechanisms/flow'
import type { Say } from '#platform/refusal'
import { type Reason, reasonSay } from './asks.ts'
import { type Component, originSay, type State, stateSay } from './component.ts'
import { componentFlow } from './component-flow.ts'

/** What the fields of an amendment are called. */
const fieldSay: Readonly<Record<string, Say>> = {
  name: { zh: '名称', en: 'name' },
  owner: { zh: '权属单位', en: 'owner' },
  keeper: { zh: '养护单位', en: 'who maintains it' },
  supervisor: { zh: '主管部门', en: 'supervising department' },
  place: { zh: '位置', en: 'place' },
  line: { zh: '走向', en: 'line' },
  placeWords: { zh: '位置说明', en: 'where it is' },
  unitGrid: { zh: '单元网格', en: 'unit grid' },
  since: { zh: '初始日期', en: 'first recorded' },
  dataOrigin: { zh: '数据来源', en: 'where the data comes from' },
  remark: { zh: '备注', en: 'remark' },
  dwelling: { zh: '所属门牌', en: 'dwelling' },
}

const registerSay: Say = { zh: '登记', en: 'Registered' }

/** One step of a life, as it is shown. */
export interface Step {
  readonly at: string
  readonly move: string
  readonly say: Say
  readonly state: Say
  readonly because: Say | null
  readonly note: string | null
  readonly fields: readonly Say[]
  readonly post: string | null
}

const sayOfState = (state: string): Say => stateSay[state as State] ?? { zh: state, en: state }

/** The steps of a component, newest first. One that was imported has no first trace: its row, made at `madeAt`, is the first of its history. */
export function stepsOf(one: Component, traces: readonly Trace[], notes: ReadonlyMap<number, string>, madeAt: Date): Step[] {
  const steps = traces.map((trace): Step => {
    const { because, fields } = trace.facts as { readonly because?: Reason; readonly fields?: readonly string[] }
    return {
      at: trace.at,
      move: trace.move,
      say: trace.from_state === null ? registerSay : (componentFlow.moves[trace.move]?.say ?? { zh: trace.move, en: trace.move }),
      state: sayOfState(trace.to_state),
      because: because === undefined ? null : reasonSay[because],
      note: notes.get(trace.seq) ?? null,
      fields: (fields ?? []).flatMap((field) => fieldSay[field] ?? []),
      post: trace.post,
    }
  })
  if (traces.some((trace) => trace.from_state === null)) return steps.reverse()
  const state = sayOfState(traces[0]?.from_state ?? one.state)
  const imported: Say = { zh: `从「${one.origin ?? ''}」导入`, en: `Imported from “${one.origin ?? ''}”` }
  const say = one.origin === null ? registerSay : imported
  const first: Step = { at: madeAt.toISOString(), move: 'import', say, state, because: null, note: null, fields: [], post: null }
  return [...steps.reverse(), first]
}

/** Where the data comes from, in words. */
export const dataOriginSay = ({ data_origin }: Component): Say | null => (data_origin === null ? null : originSay[data_origin])
