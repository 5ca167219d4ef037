import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { useWords } from '../../app/language.ts'
import { Register } from '../../parts/Register.tsx'
import { placeWords } from './words.ts'

const route = getRouteApi('/desk/places')

const tabs = ['small', 'buildings', 'kinds', 'profile'] as const
type Tab = (typeof tabs)[number]

interface PlacePageProps {
  readonly filters?: ReactNode
  readonly tools?: ReactNode
  readonly side?: ReactNode
  readonly onClose?: () => void
  readonly children: ReactNode
}

/** One part of the registers of places, under its tabs. */
export function PlacePage({ filters, tools, side = null, onClose = () => undefined, children }: PlacePageProps): ReactElement {
  const t = useWords(placeWords)
  const { tab, area } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={tools}
      filters={
        <>
          <div className="filters-tabs">
            <Segmented<Tab>
              aria-label={t('title')}
              value={tabs.find((one) => one === tab) ?? 'small'}
              options={tabs.map((value) => ({ value, label: t(value) }))}
              onChange={(value) => void navigate({ search: { tab: value, ...(area !== undefined && { area }) } })}
            />
          </div>
          {filters}
        </>
      }
      side={side}
      onClose={onClose}
    >
      {children}
    </Register>
  )
}
