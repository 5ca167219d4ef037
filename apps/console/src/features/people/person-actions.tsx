import type { Schemas } from '@linli/api'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import type { Action } from '../../parts/Actions.tsx'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { SplitForm } from './SplitForm.tsx'
import { peopleWords } from './words.ts'

type Person = Schemas['Person']

const refresh = (): void => void queries.invalidateQueries({ queryKey: ['person'] })

function useConsent(one: Person): Action[] {
  const t = useWords(peopleWords)
  if (!one.mayConsent) return []
  const path = `/api/people/${one.id}/guardian-consent`
  if (one.consent === true) {
    return [
      {
        key: 'consentEnd',
        label: t('consentEnd'),
        render: (close, done) => (
          <AskForm
            id={`consent end ${one.id}`}
            title={t('consentEnd')}
            fields={[]}
            submit={t('consentEnd')}
            send={() => api.delete(path)}
            onCancel={close}
            onDone={() => {
              refresh()
              done()
            }}
          />
        ),
      },
    ]
  }
  const choices = (one.household ?? []).filter((member) => !member.here).map(({ id, name }) => ({ value: id, say: { zh: name, en: name } }))
  if (choices.length === 0) return []
  return [
    {
      key: 'consent',
      label: t('consent'),
      render: (close, done) => (
        <AskForm
          id={`consent ${one.id}`}
          title={t('consent')}
          explain={t('consentExplain')}
          fields={[ask('guardian', peopleWords.consentWho, 'choice', { choices })]}
          submit={t('consent')}
          send={(body, attempts) => api.post(path, body, { attempts })}
          onCancel={close}
          onDone={() => {
            refresh()
            done()
          }}
        />
      ),
    },
  ]
}

/** What may be done on a person's page; `onOpened` is given what an emergency opening shows. */
export function usePersonActions(one: Person, onOpened: (fields: Readonly<Record<string, string>>) => void): readonly Action[] {
  const t = useWords(peopleWords)
  const consent = useConsent(one)
  const split: Action = {
    key: 'split',
    label: t('split'),
    render: (close, done) => <SplitForm one={one} onCancel={close} onDone={() => done(t('splitDone'))} />,
  }
  const opening: Action = {
    key: 'emergency',
    label: t('emergency'),
    danger: true,
    render: (close, done) => (
      <AskForm<Schemas['OpenedInEmergency']>
        id={`emergency ${one.id}`}
        title={t('emergency')}
        explain={t('emergencyExplain')}
        fields={[ask('reason', peopleWords.emergencyWhy, 'longtext', { minLength: 4, maxLength: 500 })]}
        submit={t('emergency')}
        danger
        send={(body, attempts) => api.post(`/api/people/${one.id}/break-glass`, body, { attempts })}
        onCancel={close}
        onDone={({ fields }) => {
          onOpened(fields as Record<string, string>)
          done()
        }}
      />
    ),
  }
  return [...(one.maySplit ? [split] : []), ...consent, ...(one.mayOpen ? [opening] : [])]
}
