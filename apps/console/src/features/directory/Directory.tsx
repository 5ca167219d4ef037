import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { Agreements } from './Agreements.tsx'
import { EditionRules } from './EditionRules.tsx'
import { Editions } from './Editions.tsx'
import { Precedents } from './Precedents.tsx'
import { Returns } from './Returns.tsx'

const route = getRouteApi('/desk/directory')

/** The dispatch directory: its editions, the rules of one, the joint agreements, the rulings and the returns. */
export function Directory(): ReactElement {
  const { tab, edition } = route.useSearch()
  if (tab === 'agreements') return <Agreements />
  if (tab === 'precedents') return <Precedents />
  if (tab === 'returns') return <Returns />
  if (edition !== undefined) return <EditionRules key={edition} number={Number(edition)} />
  return <Editions />
}
