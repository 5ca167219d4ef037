import type { Schemas } from '@linli/api'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Actions } from '../../parts/Actions.tsx'
import type { Action } from '../../parts/Actions.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { changeBody, changeFields, limitAnswers } from './limits.ts'
import { catalogueWords } from './words.ts'

type Category = Schemas['CityCategory']

export function refreshCatalogue(): void {
  for (const key of ['catalogue', 'categories']) void queries.invalidateQueries({ queryKey: [key] })
}

function useCategoryActions(one: Category): readonly Action[] {
  const t = useWords(catalogueWords)
  const path = `/api/categories/${one.code}`
  const saved = (done: () => void) => (): void => {
    refreshCatalogue()
    done()
  }
  const initial = {
    plain: one.plain.zh,
    plainEn: one.plain.en,
    severity: one.severity,
    home: one.home,
    words: one.words,
    validFrom: one.validFrom ?? undefined,
    validTo: one.validTo ?? undefined,
    ...limitAnswers(one.limits),
  }
  const turn = one.enabled ? t('turnOff') : t('turnOn')
  return [
    {
      key: 'change',
      label: t('change'),
      render: (close, done) => (
        <AskForm
          id={`category ${one.code} ${one.version}`}
          title={t('change')}
          fields={changeFields}
          initial={initial}
          submit={t('change')}
          send={(body, attempts) => api.patch(path, changeBody(body, one.version), { attempts })}
          onCancel={close}
          onDone={saved(done)}
        />
      ),
    },
    {
      key: 'turn',
      label: turn,
      danger: one.enabled,
      render: (close, done) => (
        <AskForm
          id={`turn ${one.code}`}
          title={turn}
          explain={one.enabled && t('turnOffExplain')}
          fields={[]}
          submit={turn}
          danger={one.enabled}
          send={(_, attempts) => api.patch(path, { version: one.version, enabled: !one.enabled }, { attempts })}
          onCancel={close}
          onDone={saved(done)}
        />
      ),
    },
  ]
}

/** The limits of a class in words. */
function useLimits(one: Category): string {
  const t = useWords(catalogueWords)
  const parts = (['handOver', 'acknowledge', 'finish'] as const).flatMap((clock) => {
    const limit = one.limits[clock]
    return limit ? [`${t(clock)} ${limit.n} ${t(limit.unit)}`] : []
  })
  return parts.length === 0 ? t('ordinary') : parts.join(' · ')
}

/** One class of the catalogue and what the city decided about it. */
export function CategoryDetail({ one }: { readonly one: Category }): ReactElement {
  const t = useWords(catalogueWords)
  const say = useSay()
  const limits = useLimits(one)
  const actions = useCategoryActions(one)
  return (
    <div className="stack">
      <h2>{say(one.name)}</h2>
      <p>{say(one.plain)}</p>
      <Facts
        of={[
          [t('code'), one.code],
          [t('group'), say(one.group.name)],
          [t('scheme'), one.local ? t('local') : one.scheme],
          [t('severity'), say(one.severitySay)],
          [t('limits'), limits],
          [t('home'), t(one.home ? 'isSo' : 'isNot')],
          [t('emergency'), one.emergency && t('emergencyCall', { call: one.emergency.call, minutes: one.emergency.minutes })],
          [t('validFrom'), one.validFrom],
          [t('validTo'), one.validTo],
          [t('words'), one.words],
        ]}
      />
      <Actions actions={actions} />
    </div>
  )
}
