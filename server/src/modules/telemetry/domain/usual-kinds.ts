import type { DeviceKind } from './device.ts'
import type { Rule } from './rule.ts'

/** Kinds of devices that a city begins with; it adds its own. */
export const usualKinds: readonly DeviceKind[] = [
  {
    code: 'manhole',
    say: { zh: '井盖监测', en: 'Manhole cover' },
    measures: [
      { key: 'tilt', say: { zh: '倾角', en: 'Tilt' }, unit: '°' },
      { key: 'battery', say: { zh: '电量', en: 'Battery' }, unit: '%' },
    ],
  },
  {
    code: 'lamp',
    say: { zh: '路灯控制器', en: 'Street lamp' },
    measures: [
      { key: 'power', say: { zh: '功率', en: 'Power' }, unit: 'W' },
      { key: 'voltage', say: { zh: '电压', en: 'Voltage' }, unit: 'V' },
    ],
  },
  {
    code: 'water',
    say: { zh: '积水监测', en: 'Standing water' },
    measures: [{ key: 'level', say: { zh: '水深', en: 'Depth' }, unit: 'cm' }],
  },
  {
    code: 'warmth',
    say: { zh: '供热测温', en: 'Heating temperature' },
    measures: [{ key: 'temperature', say: { zh: '温度', en: 'Temperature' }, unit: '℃' }],
  },
  {
    code: 'bin',
    say: { zh: '垃圾箱满溢', en: 'Bin level' },
    measures: [{ key: 'fill', say: { zh: '装满程度', en: 'Fill' }, unit: '%' }],
  },
]

type Told = Omit<Rule, 'enabled' | 'version'>

const silence = (deviceKind: string, minutes: number, category: string | null): Told => ({
  code: `${deviceKind}-silent`,
  deviceKind,
  measure: null,
  say: { zh: '没有消息', en: 'Silent' },
  test: { kind: 'silence', minutes },
  category,
  waitSeconds: 600,
})

/** Rules that a city begins with; it changes limits, switches off, adds its own. Classes are those of the catalogue. */
export const usualRules: readonly Told[] = [
  {
    code: 'manhole-moved',
    deviceKind: 'manhole',
    measure: 'tilt',
    say: { zh: '井盖移位', en: 'Cover moved' },
    test: { kind: 'above', limit: 15, clear: 5, readings: 1 },
    category: '01002',
    waitSeconds: 60,
  },
  {
    code: 'manhole-battery',
    deviceKind: 'manhole',
    measure: 'battery',
    say: { zh: '电量低', en: 'Battery low' },
    test: { kind: 'below', limit: 15, clear: 30, readings: 3 },
    category: null,
    waitSeconds: 0,
  },
  silence('manhole', 1440, null),
  {
    code: 'lamp-voltage',
    deviceKind: 'lamp',
    measure: 'voltage',
    say: { zh: '电压低', en: 'Voltage low' },
    test: { kind: 'below', limit: 180, clear: 200, readings: 2 },
    category: '01037',
    waitSeconds: 300,
  },
  silence('lamp', 60, '01037'),
  {
    code: 'water-high',
    deviceKind: 'water',
    measure: 'level',
    say: { zh: '积水过深', en: 'Water too deep' },
    test: { kind: 'above', limit: 15, clear: 5, readings: 2 },
    category: '01067',
    waitSeconds: 60,
  },
  {
    code: 'water-rising',
    deviceKind: 'water',
    measure: 'level',
    say: { zh: '积水上涨快', en: 'Water rising fast' },
    test: { kind: 'rate', way: 'rise', limit: 10, clear: 3, minutes: 10 },
    category: null,
    waitSeconds: 0,
  },
  silence('water', 120, null),
  {
    code: 'warmth-low',
    deviceKind: 'warmth',
    measure: 'temperature',
    say: { zh: '温度低', en: 'Too cold' },
    test: { kind: 'below', limit: 16, clear: 18, readings: 3 },
    category: '21004',
    waitSeconds: 1800,
  },
  {
    code: 'warmth-unusual',
    deviceKind: 'warmth',
    measure: 'temperature',
    say: { zh: '温度反常', en: 'Unusual temperature' },
    test: { kind: 'unusual', limit: 4, clear: 2, readings: 3 },
    category: null,
    waitSeconds: 0,
  },
  silence('warmth', 240, null),
  {
    code: 'bin-full',
    deviceKind: 'bin',
    measure: 'fill',
    say: { zh: '垃圾箱满了', en: 'Bin full' },
    test: { kind: 'above', limit: 90, clear: 40, readings: 2 },
    category: '06042',
    waitSeconds: 1800,
  },
  silence('bin', 1440, null),
]
