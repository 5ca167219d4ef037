import { Problem } from '@linli/api'
import type { Attempts, Schemas } from '@linli/api'
import { address } from '@linli/api'
import { dateSay, ErrorState, FigureN, Skeleton, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Actions } from '../../parts/Actions.tsx'
import type { Action } from '../../parts/Actions.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { CheckAreas } from './CheckAreas.tsx'
import { areaBody, changeFields, dropFields, limitFields } from './forms.ts'
import { areaKindWords, areaWords, levelWords } from './words.ts'

type Area = Schemas['AreaDetail']

export function refreshAreas(): void {
  for (const key of ['areas', 'area', 'grids']) void queries.invalidateQueries({ queryKey: [key] })
}

function useAreaActions(area: Area): readonly Action[] {
  const t = useWords(areaWords)
  const path = `/api/areas/${area.code}`
  const saved = (done: () => void) => (): void => {
    refreshAreas()
    done()
  }
  const change = async (body: Record<string, unknown>, attempts: Attempts): Promise<unknown> => {
    try {
      return await api.patch(path, { ...areaBody(body), version: area.version }, { attempts })
    } catch (error) {
      if (error instanceof SyntaxError) throw new Problem(422, { code: 'desk.not-json', detail: t('notJson') })
      throw error
    }
  }
  const actions: Action[] = [
    {
      key: 'change',
      label: t('change'),
      render: (close, done) => (
        <AskForm
          id={`area ${area.code} ${area.version}`}
          title={t('change')}
          fields={changeFields}
          initial={{ name: area.name, households: area.households ?? undefined }}
          submit={t('change')}
          send={change}
          onCancel={close}
          onDone={saved(done)}
        />
      ),
    },
    {
      key: 'drop',
      label: t('drop'),
      danger: true,
      render: (close, done) => (
        <AskForm
          id={`drop area ${area.code}`}
          title={t('drop')}
          explain={t('dropExplain')}
          fields={dropFields}
          submit={t('drop')}
          danger
          send={(body, attempts) => api.post(`${path}/drop`, { ...body, version: area.version }, { attempts })}
          onCancel={close}
          onDone={saved(done)}
        />
      ),
    },
  ]
  const limit: Action = {
    key: 'limit',
    label: t('limit'),
    render: (close, done) => (
      <AskForm
        id={`limit ${area.code}`}
        title={t('limit')}
        fields={limitFields}
        submit={t('limit')}
        send={(body, attempts) =>
          api.put(`${path}/limits/${String(body['kind'])}`, { limit: { least: body['least'], most: body['most'] } }, { attempts })
        }
        onCancel={close}
        onDone={saved(done)}
      />
    ),
  }
  return area.level === 'grid' ? actions : [limit, ...actions]
}

function AreaCard({ area }: { readonly area: Area }): ReactElement {
  const t = useWords(areaWords)
  const l = useWords(levelWords)
  const k = useWords(areaKindWords)
  const lang = useLang()
  const now = useNow()
  const mayKeep = useIs('systemAdmin')
  const actions = useAreaActions(area)
  const standings = { coming: t('coming'), standing: t('stands'), dropped: t('dropped') }
  return (
    <div className="stack">
      <div>
        <p className="quiet small">{area.path.map((one) => one.name).join(' › ')}</p>
        <h2>{area.name}</h2>
      </div>
      <Facts
        of={[
          [t('code'), area.code],
          [t('level'), l(area.level)],
          [t('kind'), k(area.kind)],
          [t('households'), area.households !== null && <FigureN n={area.households} />],
          [t('below'), area.below > 0 && area.below],
          [t('border'), area.box === null ? t('noBorder') : t('hasBorder')],
          [t('standing'), standings[area.standing]],
          [t('validFrom'), dateSay(area.validFrom, now, lang)],
          [t('validTo'), area.validTo !== null && dateSay(area.validTo, now, lang)],
          [t('successors'), area.successors.join('、')],
          [t('aliases'), area.aliases.map((one) => `${one.scheme} ${one.external}`).join('、')],
          [t('sets'), area.sets.map((one) => one.name).join('、')],
          [
            t('limits'),
            area.limits
              .map((one) => t('limitOf', { kind: k(one.kind as keyof typeof areaKindWords), least: one.least, most: one.most }))
              .join('、'),
          ],
        ]}
      />
      <div className="row">
        <Button href={address('/api/areas/grids.geojson', { area: area.code, level: 'grid' })} download={`grids-${area.code}.geojson`}>
          {t('export')}
        </Button>
      </div>
      {mayKeep && area.level !== 'grid' && <CheckAreas code={area.code} />}
      {mayKeep && area.standing !== 'dropped' && <Actions actions={actions} />}
    </div>
  )
}

/** One area: what it is, what is known of it, what its administrator may do. */
export function AreaDetail({ code }: { readonly code: string }): ReactElement {
  const area = useQuery({ queryKey: ['area', code], queryFn: () => api.get<Area>(`/api/areas/${code}`) })
  if (area.isPending) return <Skeleton shape="matter" />
  if (area.error) return <ErrorState trouble={troubleOf(area.error)} onRetry={() => void area.refetch()} />
  return <AreaCard area={area.data} />
}
