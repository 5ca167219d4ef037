import { cityRegion } from '#platform/ids'
import type { Told } from '#platform/outbox'

/** Tells that records of these persons came or changed hands. */
export const touched = (ids: readonly string[]): Told => ({ region: cityRegion, kind: 'person.recorded', facts: { ids } })
