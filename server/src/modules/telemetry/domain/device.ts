import type { Say } from '#platform/refusal'

/** One thing that a kind of device measures. */
export interface Measure {
  /** How messages call it. */
  readonly key: string
  readonly say: Say
  /** As people write it after the number: ℃, cm, %; may be empty. */
  readonly unit: string
}

/** 设备类型: what devices of a kind measure. */
export interface DeviceKind {
  readonly code: string
  readonly say: Say
  readonly measures: readonly Measure[]
}

/** Days in which a key that was changed for another still opens: somebody has to drive to the device. */
export const graceOfKeyMs = 86_400_000

/** What can be wrong with a message; the device and its keeper are told, the rest of the message counts. */
export const messageProblems = {
  malformed: { zh: '消息读不懂：应是 JSON，含 values。', en: 'The message cannot be read: JSON with values is expected.' },
  tooLarge: { zh: '消息太大：最多 4 KB、16 个量。', en: 'The message is too large: 4 KB and 16 values at most.' },
  unknownMeasure: { zh: '有这类设备不测的量，没有采用。', en: 'It names a measure that this kind of device has not; it was left out.' },
  clockAhead: {
    zh: '设备时钟快了 5 分钟以上，按收到的时间记。',
    en: 'The device’s clock is more than 5 minutes ahead; the time of arrival counts.',
  },
  tooOld: { zh: '读数太旧，超过保存期限，没有采用。', en: 'The reading is older than what is kept; it was left out.' },
} as const satisfies Record<string, Say>
export type MessageProblem = keyof typeof messageProblems
