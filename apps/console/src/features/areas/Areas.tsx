import type { Schemas } from '@linli/api'
import { FigureN, StateTag } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ReactElement } from 'react'
import type { AreaRow } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { useMe } from '../../app/session.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { useList } from '../../parts/use-list.ts'
import { AreaDetail, refreshAreas } from './AreaDetail.tsx'
import { addFields, areaBody } from './forms.ts'
import { ImportAreas } from './ImportAreas.tsx'
import { areaKindWords, areaWords, levelWords } from './words.ts'

const GridMap = lazy(async () => ({ default: (await import('./GridMap.tsx')).GridMap }))
const route = getRouteApi('/desk/areas')

/** Where one is in the tree; each part leads there. */
function Path({ code }: { readonly code: string }): ReactElement {
  const t = useWords(areaWords)
  const area = useQuery({
    queryKey: ['area', code],
    queryFn: () => api.get<Schemas['AreaDetail']>(`/api/areas/${code}`),
    enabled: code !== '',
  })
  const path = area.data?.path ?? []
  return (
    <nav className="area-path" aria-label={t('title')}>
      {path.map((one, index) => (
        <span key={one.code}>
          {index > 0 && ' › '}
          <Link to="/areas" search={(before) => ({ ...without(before, 'q', 'at'), in: one.code })}>
            {one.name}
          </Link>
        </span>
      ))}
    </nav>
  )
}

function AreaTable({
  inside,
  q,
  at,
}: {
  readonly inside: string
  readonly q: string | undefined
  readonly at: string | undefined
}): ReactElement {
  const t = useWords(areaWords)
  const l = useWords(levelWords)
  const k = useWords(areaKindWords)
  const list = useList<AreaRow>('areas', '/api/areas', q ? { q, scope: inside, limit: 100 } : { parent: inside, limit: 200 }, inside !== '')
  return (
    <ListFrame list={list} empty={q ? t('emptySearch') : t('empty')}>
      <DataTable<AreaRow>
        name="areas"
        caption={t('title')}
        rows={list.items}
        keyOf={(area) => area.code}
        here={(area) => area.code === at}
        columns={[
          {
            key: 'name',
            title: t('name'),
            main: true,
            render: (area) => (
              <Link to="/areas" search={(before) => ({ ...before, at: area.code })} className="cell-title">
                {area.name}
              </Link>
            ),
          },
          { key: 'code', title: t('code'), render: (area) => area.code },
          { key: 'level', title: t('level'), wide: true, render: (area) => (area.level === 'grid' ? k(area.kind) : l(area.level)) },
          { key: 'households', title: t('households'), right: true, wide: true, render: (area) => <FigureN n={area.households} /> },
          { key: 'border', title: t('border'), wide: true, render: (area) => (area.box === null ? t('noBorder') : t('hasBorder')) },
          {
            key: 'below',
            title: t('below'),
            right: true,
            render: (area) =>
              area.standing === 'dropped' ? (
                <StateTag tone="paused">{t('dropped')}</StateTag>
              ) : (
                area.below > 0 && (
                  <Link to="/areas" search={(before) => ({ ...without(before, 'q', 'at'), in: area.code })} title={t('open')}>
                    {area.below}
                  </Link>
                )
              ),
          },
        ]}
      />
    </ListFrame>
  )
}

function AddArea({
  inside,
  onClose,
  onMade,
}: {
  readonly inside: string
  readonly onClose: () => void
  readonly onMade: (code: string) => void
}): ReactElement {
  const t = useWords(areaWords)
  return (
    <AskForm<AreaRow>
      id="new area"
      title={t('add')}
      explain={t('addHelp')}
      fields={addFields}
      initial={inside.length === 12 ? { community: inside } : {}}
      submit={t('add')}
      send={(body, attempts) => api.post('/api/areas', areaBody(body), { attempts })}
      onCancel={onClose}
      onDone={(area) => {
        refreshAreas()
        onMade(area.code)
      }}
    />
  )
}

/** The tree of areas, one level at a time, as a table or on a map; import, checks, changes. */
export function Areas(): ReactElement {
  const t = useWords(areaWords)
  const me = useMe()
  const mayKeep = useIs('systemAdmin')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [form, setForm] = useState<'add' | 'import' | null>(null)
  const inside = search.in ?? me.data?.posts[0]?.area.code ?? ''
  const at = (code: string | undefined): void => {
    setForm(null)
    void navigate({ search: (before) => ({ ...without(before, 'at'), ...(code !== undefined && { at: code }) }) })
  }
  const tools = (
    <>
      <Segmented
        aria-label={t('view')}
        value={search.view ?? 'table'}
        options={[
          { value: 'table', label: t('table') },
          { value: 'map', label: t('map') },
        ]}
        onChange={(view) => void navigate({ search: (before) => ({ ...without(before, 'view'), ...(view === 'map' && { view }) }) })}
      />
      {mayKeep && <Button onClick={() => setForm('add')}>{t('add')}</Button>}
      {mayKeep && <Button onClick={() => setForm('import')}>{t('import')}</Button>}
    </>
  )
  const side =
    form === 'add' ? (
      <AddArea inside={inside} onClose={() => setForm(null)} onMade={at} />
    ) : form === 'import' ? (
      <ImportAreas onClose={() => setForm(null)} />
    ) : (
      search.at !== undefined && <AreaDetail key={search.at} code={search.at} />
    )
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={tools}
      filters={
        <>
          <SearchField
            label={t('find')}
            value={search.q ?? ''}
            onSet={(q) => void navigate({ search: (before) => ({ ...without(before, 'q', 'at'), ...(q && { q }) }), replace: true })}
          />
          <Path code={inside} />
        </>
      }
      side={side}
      onClose={() => at(undefined)}
    >
      {search.view === 'map' ? (
        <Suspense fallback={null}>
          <GridMap area={inside} lit={search.at ?? null} onPick={at} />
        </Suspense>
      ) : (
        <AreaTable inside={inside} q={search.q} at={search.at} />
      )}
    </Register>
  )
}
