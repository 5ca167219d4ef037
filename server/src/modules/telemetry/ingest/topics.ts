/** Where a device says what it measured. */
export const readingsTopic = (device: string): string => `linli/devices/${device}/readings`

/** Where a device is told what of its messages could not be used. */
export const problemsTopic = (device: string): string => `linli/devices/${device}/problems`

/** The device of a topic of readings, or null. */
export function deviceOfTopic(topic: string): string | null {
  return /^linli\/devices\/([0-9a-f-]{36})\/readings$/.exec(topic)?.[1] ?? null
}
