import type { Context } from '#platform/context'
import { addDevice, changeRule, type History, writeHistory } from '#modules/telemetry'
import { type Ground, type GroundAddress, prng } from './ground/index.ts'

const hourMs = 3_600_000
const days = 7
const stepMs = hourMs / 2

interface Told {
  readonly name: string
  readonly kind: string
  readonly component: string
  /** A value by measure at an hour of the day, `n` steps after the beginning. */
  readonly says: Readonly<Record<string, (hour: number, chance: number, n: number) => number>>
  readonly alarms?: (now: number) => History['alarms']
}

const round = (value: number): number => Math.round(value * 10) / 10

/** Devices of the demonstration; every number is invented. */
const devices: readonly Told[] = [
  {
    name: '和平路口井盖',
    kind: 'manhole',
    component: '99090101002000001',
    says: { tilt: (_, chance) => round(1 + chance), battery: (_, __, n) => round(44 - n * 0.1) },
    alarms: (now) => [{ kind: 'manhole-battery', openedAt: now - 5 * hourMs, clearedAt: null, value: 11, low: true }],
  },
  {
    name: '市场东门井盖',
    kind: 'manhole',
    component: '99090101002000002',
    says: { tilt: (_, chance) => round(2 + chance), battery: () => 87 },
  },
  {
    name: '一号路灯控制器',
    kind: 'lamp',
    component: '99090101037000011',
    says: {
      power: (hour, chance) => (hour < 6 || hour >= 18 ? round(118 + chance * 6) : 2),
      voltage: (_, chance) => round(219 + chance * 6),
    },
  },
  {
    name: '二号路灯控制器',
    kind: 'lamp',
    component: '99090101037000012',
    says: {
      power: (hour, chance) => (hour < 6 || hour >= 18 ? round(96 + chance * 6) : 2),
      voltage: (_, chance) => round(217 + chance * 7),
    },
  },
  {
    name: '铁路桥下积水',
    kind: 'water',
    component: '99090101067000003',
    says: { level: (_, chance, n) => round(n > 150 && n < 170 ? 18 - Math.abs(160 - n) : chance * 2) },
    alarms: (now) => [{ kind: 'water-rising', openedAt: now - 88 * hourMs, clearedAt: now - 84 * hourMs, value: 18, low: false }],
  },
  {
    name: '三栋换热站',
    kind: 'warmth',
    component: '99090101075000021',
    says: { temperature: (hour, chance) => round(43 + 3 * Math.cos((hour / 24) * 2 * Math.PI) + chance) },
  },
  {
    name: '社区中心室温',
    kind: 'warmth',
    component: '99090101075000022',
    says: { temperature: (hour, chance) => round(20 + 1.5 * Math.sin(((hour - 8) / 24) * 2 * Math.PI) + chance * 0.6) },
  },
  {
    name: '东门垃圾箱',
    kind: 'bin',
    component: '99090103005000031',
    says: { fill: (_, chance, n) => round(Math.min(88, (n % 40) * 2 + chance * 4)) },
  },
]

function historyOf(told: Told, device: History['device'], now: number, random: () => number): History {
  const steps = Math.round((days * 24 * hourMs) / stepMs)
  const from = now - steps * stepMs
  const readings = Object.fromEntries(
    Object.entries(told.says).map(([measure, says]) => [
      measure,
      Array.from({ length: steps }, (_, n) => {
        const at = from + (n + 1) * stepMs - 60_000
        return { at, value: says(((at + 8 * hourMs) / hourMs) % 24, random(), n) }
      }),
    ]),
  )
  return { device, readings, alarms: told.alarms?.(now) ?? [] }
}

/**
 * Devices with a week of readings, an alarm that is over and one that is open. After the seed they say nothing more,
 * so the rules of silence are off in the demonstration.
 */
export async function seedDevices(ctx: Context, ground: Ground): Promise<void> {
  const source = prng(ground.seed + 31)
  const community = ground.areas.find((area) => area.level === 'community')?.code ?? ''
  const places = ground.addresses.filter((address) => address.grid.startsWith(community))
  const histories: History[] = []
  for (const [n, told] of devices.entries()) {
    const { point, text } = places[(n * 7) % places.length] as GroundAddress
    const { name, kind, component } = told
    const place = { lon: point[0], lat: point[1], source: 'wgs84' as const, words: text }
    const { device } = await addDevice(ctx, { name, kind, component, place })
    histories.push(historyOf(told, device, ctx.now.getTime(), () => source.next()))
  }
  await writeHistory(ctx, histories)
  for (const kind of new Set(devices.map((one) => one.kind))) await changeRule(ctx, `${kind}-silent`, { version: 1, enabled: false })
}
