import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { Buildings } from './Buildings.tsx'
import { Kinds } from './Kinds.tsx'
import { Profile } from './Profile.tsx'
import { SmallPlaces } from './SmallPlaces.tsx'

const route = getRouteApi('/desk/places')

/** The registers of places: small ones, buildings, their kinds, and the difficulties of a community. */
export function Places(): ReactElement {
  const { tab } = route.useSearch()
  switch (tab) {
    case 'buildings':
      return <Buildings />
    case 'kinds':
      return <Kinds />
    case 'profile':
      return <Profile />
    default:
      return <SmallPlaces />
  }
}
