import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { without } from '../../app/without.ts'
import { AreaPicker } from '../../parts/pickers/AreaPicker.tsx'
import { orgWords } from './words.ts'

const route = getRouteApi('/desk/orgs')

/** The area that a part of the register looks at: the one in the address, else that of one's first post. */
export function useOrgArea(): string {
  const { area } = route.useSearch()
  const me = useMe()
  return area ?? me.data?.posts[0]?.area.code ?? ''
}

/** Chooses the area that is looked at. */
export function OrgArea(): ReactElement {
  const t = useWords(orgWords)
  const me = useMe()
  const area = useOrgArea()
  const navigate = route.useNavigate()
  return (
    <div className="filter">
      <AreaPicker
        label={t('chooseArea')}
        placeholder={t('chooseArea')}
        value={area || undefined}
        known={(me.data?.posts ?? []).map((post) => post.area)}
        onChange={(next) =>
          void navigate({ search: (before) => ({ ...without(before, 'area'), ...(next !== undefined && { area: next }) }), replace: true })
        }
      />
    </div>
  )
}
