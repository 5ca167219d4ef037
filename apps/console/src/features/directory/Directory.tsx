import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { Agreements } from './Agreements.tsx'
import { EditionRules } from './EditionRules.tsx'
import { Editions } from './Editions.tsx'

const route = getRouteApi('/desk/directory')

/** The dispatch directory: its editions, the rules of one, and the joint agreements. */
export function Directory(): ReactElement {
  const { tab, edition } = route.useSearch()
  if (tab === 'agreements') return <Agreements />
  if (edition !== undefined) return <EditionRules key={edition} number={Number(edition)} />
  return <Editions />
}
