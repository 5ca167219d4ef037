import { life, type Who } from '#mechanisms/flow'
import { localDate } from '#platform/calendar'
import { holds, type Role } from '#platform/context'
import type { Say } from '#platform/refusal'
import { Amend, Away, Better, Worse } from './asks.ts'
import { type Component, stateSay } from './component.ts'

/** Who sees the register of their area. */
export const readers: readonly Role[] = [
  'gridWorker',
  'gridLeader',
  'communityDesk',
  'hotlineClerk',
  'dispatcher',
  'departmentHandler',
  'departmentLead',
  'adjudicator',
  'supervisor',
  'callbackAgent',
  'systemAdmin',
]

/** Who enters components and changes what is said of them. */
export const keepers: readonly Role[] = ['dispatcher', 'departmentHandler', 'departmentLead', 'systemAdmin']
/** Who says what became of one. */
export const seers: readonly Role[] = [...keepers, 'gridWorker', 'gridLeader', 'communityDesk']

function over(name: string, say: Say, roles: readonly Role[]): Who<Component> {
  return { name, say, roles, as: (actor, noun) => holds(actor, roles, noun.area)?.id ?? null }
}

const keeper = over('keeper', { zh: '管部件的岗位', en: 'a post that keeps components' }, keepers)
const seer = over('seer', { zh: '本辖区的工作人员', en: 'staff of the area' }, seers)

const { flow, move } = life<Component>()

/** The reason as a code for the trace; what was written beside it is kept masked in the module's own table. */
const because = (_noun: Component, input: { readonly because: string }) => ({ because: input.because })

/** The day of the change: attribute BGRQ. */
const changed = (_noun: Component, _input: unknown, { now }: { readonly now: Date }) => ({ changed_on: localDate(now) })

const there = ['intact', 'damaged', 'lost', 'abandoned'] as const

/** What becomes of a component (002-67; states of GB/T 47678.5). Nothing waits in any state: what is to be done about it is a matter of `cases`. */
export const componentFlow = flow('component', {
  revision: 1,
  initial: 'intact',
  states: {
    intact: { say: stateSay.intact, final: true },
    damaged: { say: stateSay.damaged, final: true },
    lost: { say: stateSay.lost, final: true },
    abandoned: { say: stateSay.abandoned, final: true },
    removed: { say: stateSay.removed, final: true },
  },
  moves: {
    damage: move({
      say: { zh: '记为破损', en: 'Record as damaged' },
      consequence: {
        zh: '状态改为破损。要人去修，请另外登记一件诉求。',
        en: 'Its state becomes damaged. To have it mended, report a matter.',
      },
      from: ['intact', 'lost'],
      to: 'damaged',
      by: seer,
      asks: Worse,
      changes: changed,
      facts: because,
      likely: 2,
    }),
    lose: move({
      say: { zh: '记为丢失', en: 'Record as lost' },
      consequence: {
        zh: '状态改为丢失。有危险的先围挡，再登记一件诉求。',
        en: 'Its state becomes lost. Where it is dangerous, fence it off first, then report a matter.',
      },
      from: ['intact', 'damaged'],
      to: 'lost',
      by: seer,
      asks: Worse,
      changes: changed,
      facts: because,
      likely: 1,
    }),
    mend: move({
      say: { zh: '记为完好', en: 'Record as intact' },
      from: ['damaged', 'lost', 'abandoned'],
      to: 'intact',
      by: seer,
      asks: Better,
      changes: changed,
      facts: because,
      likely: 3,
    }),
    abandon: move({
      say: { zh: '停用', en: 'Take out of use' },
      from: ['intact', 'damaged', 'lost'],
      to: 'abandoned',
      by: keeper,
      asks: Away,
      changes: changed,
      facts: because,
    }),
    remove: move({
      say: { zh: '移除', en: 'Remove' },
      consequence: {
        zh: '部件已不在现场。编号和经过留着，编号不再给别的部件。',
        en: 'It is no longer there. Its code and history stay; the code is given to no other.',
      },
      from: there,
      to: 'removed',
      by: keeper,
      asks: Away,
      changes: changed,
      facts: because,
      danger: true,
    }),
    reinstate: move({
      say: { zh: '恢复登记', en: 'Put back' },
      from: 'removed',
      to: 'intact',
      by: keeper,
      asks: Better,
      changes: changed,
      facts: because,
    }),
    amend: move({
      say: { zh: '修改信息', en: 'Change what is said of it' },
      from: there,
      to: there,
      goes: (noun) => noun.state,
      by: keeper,
      asks: Amend,
      changes: (_noun, input, { now }) => ({
        ...(input.name !== undefined && { name: input.name }),
        ...(input.placeWords !== undefined && { place_words: input.placeWords }),
        ...(input.unitGrid !== undefined && { unit_grid: input.unitGrid }),
        ...(input.since !== undefined && { since: input.since }),
        ...(input.dataOrigin !== undefined && { data_origin: input.dataOrigin }),
        ...(input.remark !== undefined && { remark: input.remark }),
        ...(input.dwelling !== undefined && { dwelling: input.dwelling }),
        changed_on: localDate(now),
      }),
      facts: (_noun, input) => ({ fields: Object.keys(input).filter((field) => field !== 'note') }),
    }),
  },
  clocks: {},
})
