import type { Schemas } from '@linli/api'
import { numberText } from './chart.ts'

type Device = Schemas['Device']

/** What a device measures now, in a line. */
export function nowText(device: Device, say: (pair: { zh: string; en: string }) => string): string {
  return device.now
    .flatMap(({ say: name, value, unit }) => (value === null ? [] : [`${say(name)} ${numberText(value)}${unit === '' ? '' : ` ${unit}`}`]))
    .join(' · ')
}
