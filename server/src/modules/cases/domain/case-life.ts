import type { Condition } from '#mechanisms/flow'
import { life } from '#mechanisms/flow'
import type { Case } from './case.ts'

/** What the pages of the case flow share. */
export const { move, clock } = life<Case>()

/** Stays where it is. */
export const same = (noun: Case): never => noun.state as never

/** The words of a move, for the timeline. */
export const said = ({ words }: { words?: string | undefined }): Record<string, string> => (words ? { words } : {})

export const closing = (now: Date): Partial<Case> => ({ closed_at: now.toISOString() })

/** Working days in all for which a matter may wait for its reporter. */
export const maxWaitDays = 5

/** States in which a matter is alive and its reporter may add to it. */
export const living = ['submitted', 'registered', 'open', 'waitingForReporter', 'deferred'] as const

/** An emergency is handed over before anything else becomes of it. */
export const unhandedEmergency: Condition<Case> = {
  code: 'emergency-first',
  say: { zh: '紧急事项先记录移交，再并案。', en: 'Record the hand-over of the emergency first, then merge.' },
  holds: (noun) => noun.emergency && noun.emergency_record === null,
}

/** Other reports are one work with it; they do not leave the county with it. */
export const carriesOthers: Condition<Case> = {
  code: 'carries-others',
  say: { zh: '有别的诉求并入这件事，请先拆分再转出。', en: 'Other reports are merged into it; please split them off first.' },
  holds: (noun) => noun.joined > 0,
}

export const noMoreWaiting: Condition<Case> = {
  code: 'waited-enough',
  say: { zh: '等待反映人补充已满 5 个工作日，不能再暂停。', en: 'The 5 working days of waiting for the reporter are used up.' },
  holds: (noun) => noun.waited_days >= maxWaitDays,
}
