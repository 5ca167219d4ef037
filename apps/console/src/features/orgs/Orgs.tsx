import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { Companies } from './Companies.tsx'
import { Completeness } from './Completeness.tsx'
import { Compounds } from './Compounds.tsx'
import { DutyChain } from './DutyChain.tsx'
import { GridStaff } from './GridStaff.tsx'
import { PartyTree } from './PartyTree.tsx'
import { Units } from './Units.tsx'

const route = getRouteApi('/desk/orgs')

/** Organisations: units, party organisations, compounds, property companies, grid staff, the chain of duty, and what is missing. */
export function Orgs(): ReactElement {
  const { tab } = route.useSearch()
  switch (tab) {
    case 'party':
      return <PartyTree />
    case 'compounds':
      return <Compounds />
    case 'companies':
      return <Companies />
    case 'staff':
      return <GridStaff />
    case 'duty':
      return <DutyChain />
    case 'complete':
      return <Completeness />
    default:
      return <Units />
  }
}
