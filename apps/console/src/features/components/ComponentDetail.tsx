import type { Attempts } from '@linli/api'
import { momentSay, StateTag, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Actions } from '../../parts/Actions.tsx'
import type { Action } from '../../parts/Actions.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { PlaceOnGrids } from '../../parts/map/PlaceOnGrids.tsx'
import { answersOf, changesOf, fieldsFor, spaced, toneOf } from './component.ts'
import type { ComponentView } from './component.ts'
import { ComponentHistory } from './ComponentHistory.tsx'
import { componentWords } from './words.ts'

export const componentKey = (id: string): readonly string[] => ['component', id]

/** Reads anew what a change of components may have moved. */
export function refreshComponents(): void {
  for (const key of ['component', 'components', 'component-counts', 'component-tile']) void queries.invalidateQueries({ queryKey: [key] })
}

function useMoves(one: ComponentView): readonly Action[] {
  const say = useSay()
  return one.offered.map((offer) => ({
    key: offer.move,
    label: say(offer.label),
    primary: offer.primary,
    danger: offer.danger,
    render: (close, done) => (
      <AskForm
        id={`component ${offer.move} ${one.id} ${one.version}`}
        title={say(offer.label)}
        explain={say(offer.consequence)}
        fields={fieldsFor(offer)}
        {...(offer.move === 'amend' && { initial: answersOf(one) })}
        submit={say(offer.label)}
        danger={offer.danger}
        send={(body: Record<string, unknown>, attempts: Attempts) => {
          const told = offer.move === 'amend' ? changesOf(body, one) : body
          return api.post(`/api/components/${one.id}/${offer.move}`, { ...told, version: one.version }, { attempts })
        }}
        onCancel={close}
        onDone={() => {
          refreshComponents()
          done()
        }}
      />
    ),
  }))
}

function Bodies({ one }: { readonly one: ComponentView }): ReactElement {
  const t = useWords(componentWords)
  const named = (body: ComponentView['owner']): string | null => body && [body.name, body.uscc].filter((part) => part !== '').join(' ')
  return (
    <Facts
      of={[
        [t('owner'), named(one.owner)],
        [t('keeper'), named(one.keeper)],
        [t('supervisor'), named(one.supervisor)],
        [t('phone'), one.phone && <a href={`tel:${one.phone}`}>{one.phone}</a>],
      ]}
    />
  )
}

function Matters({ one }: { readonly one: ComponentView }): ReactElement {
  const t = useWords(componentWords)
  return (
    <section className="stack">
      <h3>{t('matters')}</h3>
      {one.matters.length === 0 && <p className="quiet">{t('noMatters')}</p>}
      <ul className="plain-list">
        {one.matters.map((matter) => (
          <li key={matter.id}>
            <Link to="/cases/$id" params={{ id: matter.id }}>
              {matter.title}
            </Link>{' '}
            <span className="quiet small number">{matter.number}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useLength(metres: number | null): string | null {
  const t = useWords(componentWords)
  if (metres === null) return null
  return metres < 1000 ? t('metres', { count: Math.round(metres) }) : t('kilometres', { count: Number((metres / 1000).toFixed(2)) })
}

function MoreFacts({ one }: { readonly one: ComponentView }): ReactElement {
  const t = useWords(componentWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const length = useLength(one.metres)
  return (
    <Facts
      of={[
        [t('type'), say(one.type.name)],
        [t('length'), length],
        [t('since'), one.since],
        [t('changedOn'), one.changedOn],
        [t('scheme'), one.scheme],
        [t('formerCode'), one.formerCode && spaced(one.formerCode)],
        [t('unitGrid'), one.unitGrid],
        [t('dwelling'), one.dwelling],
        [t('dataOrigin'), say(one.dataOriginSay)],
        [t('origin'), one.origin && `${one.origin} ${one.originId?.startsWith('#') ? '' : one.originId}`],
        [t('remark'), one.remark],
        [t('history'), one.history.length > 0 && momentSay(one.history[0]?.at ?? '', now, lang)],
      ]}
    />
  )
}

/** One component: what it is, where, whose, how it is, what became of it, and what may be done. */
export function ComponentDetail({ one, asPage = false }: { readonly one: ComponentView; readonly asPage?: boolean }): ReactElement {
  const t = useWords(componentWords)
  const say = useSay()
  const actions = useMoves(one)
  const where = one.area.path.map((area) => area.name).join(' › ')
  return (
    <div className="stack component">
      {asPage ? <h1>{one.name}</h1> : <h2>{one.name}</h2>}
      <p className="row">
        <StateTag tone={toneOf(one.state)}>{say(one.stateSay)}</StateTag>
        <span className="number">{spaced(one.code)}</span>
      </p>
      <Actions key={one.version} actions={actions} />
      <p>
        {one.placeWords ? `${one.placeWords} · ` : ''}
        {where}
      </p>
      <PlaceOnGrids lon={one.lon} lat={one.lat} area={one.area.code} label={`${t('place')}: ${where}`} />
      <p className="row no-print">
        <Link to="/map" search={{ area: one.area.code.slice(0, 12), layer: 'components', at: `component:${one.id}` }}>
          {t('onMap')}
        </Link>
        <a href={one.card} target="_blank" rel="noreferrer">
          {t('card')}
        </a>
        {!asPage && (
          <Link to="/components/$id" params={{ id: one.id }}>
            {t('whole')}
          </Link>
        )}
      </p>
      <Bodies one={one} />
      <MoreFacts one={one} />
      <Matters one={one} />
      <ComponentHistory one={one} />
    </div>
  )
}

/** The component as the server has it now. */
export const useComponent = (id: string) =>
  useQuery({
    queryKey: componentKey(id),
    queryFn: ({ signal }) => api.get<ComponentView>(`/api/components/${id}`, {}, { signal }),
  })
