import { EmptyState, ErrorState, Icon, Skeleton } from '@linli/ui'
import { QrCode } from '@linli/ui/qr'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { Page } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { spaced } from './component.ts'
import type { ComponentRow } from './component.ts'
import { componentWords } from './words.ts'

const route = getRouteApi('/desk/components/labels')

/** As many labels as are laid out at once: twenty sheets. */
const most = 480

function Label({ one }: { readonly one: ComponentRow }): ReactElement {
  const t = useWords(componentWords)
  const say = useSay()
  return (
    <li className="label">
      <QrCode text={one.card} label={t('qr', { code: one.code })} />
      <span className="label-words">
        <b>{say(one.type.name)}</b>
        <span className="label-code number">{spaced(one.code)}</span>
        <span className="label-scan">{t('scan')}</span>
        {one.phone && <span className="number">{one.phone}</span>}
      </span>
    </li>
  )
}

/** Labels to print and stick on: the code, its QR, what it is and whom to call, for the components that a filter finds. */
export function Labels(): ReactElement {
  const t = useWords(componentWords)
  const filter = route.useSearch()
  const found = useQuery({
    queryKey: ['components', 'labels', filter],
    queryFn: ({ signal }) => api.get<Page<ComponentRow>>('/api/components', { ...filter, limit: most }, { signal }),
  })
  if (found.isPending) return <Skeleton shape="table" />
  if (found.error) return <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />
  const { items, next } = found.data
  return (
    <div className="page labels-page">
      <Link to="/components" search={filter} className="plain-button small no-print">
        <Icon name="back" size={16} />
        {t('back')}
      </Link>
      <div className="page-head no-print">
        <h1>{t('labelsTitle')}</h1>
        <div className="row push">
          <Button type="primary" disabled={items.length === 0} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
        <p>{t('labelsExplain')}</p>
      </div>
      <p className="quiet no-print" aria-live="polite">
        {next === null ? t('labelCount', { count: items.length }) : t('labelMore', { count: items.length })}
      </p>
      {items.length === 0 && <EmptyState>{t('empty')}</EmptyState>}
      <ul className="labels">
        {items.map((one) => (
          <Label key={one.id} one={one} />
        ))}
      </ul>
    </div>
  )
}
