import type { Schemas } from '@linli/api'
import { ErrorState, Skeleton } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { troubleOf } from '../../app/trouble.ts'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { OrgPage } from './OrgPage.tsx'
import { OrgArea, useOrgArea } from './use-area.tsx'
import { orgWords } from './words.ts'

type Chain = Schemas['DutyChain']
type Link = Chain['links'][number]

const fields = [ask('units', orgWords.unitsAsked, 'units', { required: false })]

function SetLink({ area, link, onClose }: { readonly area: string; readonly link: Link; readonly onClose: () => void }): ReactElement {
  const t = useWords(orgWords)
  const say = useSay()
  return (
    <AskForm
      id={`duty ${area} ${link.level}`}
      title={say(link.say)}
      fields={fields}
      initial={{ units: link.units.map((unit) => unit.id) }}
      units={link.units.map((unit) => ({ id: unit.id, name: say(unit.name) }))}
      submit={t('setDuty')}
      send={(body, attempts) => api.put(`/api/duty-chain/${area}/${link.level}`, { units: body['units'] ?? [] }, { attempts })}
      onCancel={onClose}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['duty-chain'] })
        onClose()
      }}
    />
  )
}

/** Who coordinates, works together, leads and carries out in an area. */
export function DutyChain(): ReactElement {
  const t = useWords(orgWords)
  const say = useSay()
  const mayKeep = useIs('systemAdmin')
  const area = useOrgArea()
  const [setting, setSetting] = useState<Link | null>(null)
  const chain = useQuery({
    queryKey: ['duty-chain', area],
    queryFn: () => api.get<Chain>('/api/duty-chain', { area }),
    enabled: area !== '',
  })
  return (
    <OrgPage
      filters={<OrgArea />}
      side={setting && <SetLink key={setting.level} area={area} link={setting} onClose={() => setSetting(null)} />}
      onClose={() => setSetting(null)}
    >
      <p className="quiet">{t('dutyExplain')}</p>
      {chain.isPending && <Skeleton shape="table" rows={4} />}
      {chain.error && <ErrorState trouble={troubleOf(chain.error)} onRetry={() => void chain.refetch()} />}
      <ol className="duty">
        {chain.data?.links.map((link) => (
          <li key={link.level}>
            <b>{say(link.say)}</b>
            <span className={link.units.length === 0 ? 'quiet' : ''}>
              {link.units.length === 0
                ? t(link.below > 0 ? 'notHere' : 'nobody')
                : link.units.map((unit) => say(unit.name)).join(t('between'))}
              {link.below > 0 && <small className="quiet"> {t('below', { count: link.below })}</small>}
            </span>
            {mayKeep && (
              <button type="button" className="link-button push" onClick={() => setSetting(link)}>
                {t('setDuty')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </OrgPage>
  )
}
