import type { Schemas } from '@linli/api'
import { ErrorState, Skeleton } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { useEffectOf } from './effect.ts'
import { EffectSummary } from './EffectSummary.tsx'
import { directoryWords } from './words.ts'

const fields = [
  ask('validFrom', directoryWords.validFrom, 'date'),
  ask('reason', directoryWords.publishReason, 'longtext', { minLength: 2, maxLength: 300 }),
]

interface PublishProps {
  readonly edition: Schemas['DirectoryEdition']
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** Publishing begins with what would change; then comes the day, and why. */
export function Publish({ edition, onCancel, onDone }: PublishProps): ReactElement {
  const t = useWords(directoryWords)
  const effect = useEffectOf(edition)
  if (effect.isPending) return <Skeleton shape="table" />
  if (effect.error) return <ErrorState trouble={troubleOf(effect.error)} onRetry={() => void effect.refetch()} />
  return (
    <div className="stack">
      <EffectSummary effect={effect.data} />
      <Link to="/directory" search={{ edition: String(edition.number), view: 'effect' }}>
        {t('whole')}
      </Link>
      <AskForm
        id={`publish ${edition.number}`}
        title={t('publish')}
        explain={t('publishExplain')}
        fields={fields}
        submit={t('publish')}
        send={(body, attempts) =>
          api.post(`/api/directory/editions/${edition.number}/publish`, { ...body, version: effect.data.version }, { attempts })
        }
        onCancel={onCancel}
        onDone={onDone}
      />
    </div>
  )
}
