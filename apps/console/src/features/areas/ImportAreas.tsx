import { Problem } from '@linli/api'
import type { Attempts, Schemas } from '@linli/api'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { Note } from '../../parts/Note.tsx'
import { importBody, importFields } from './forms.ts'
import type { ImportKind } from './forms.ts'
import { areaWords } from './words.ts'

type Answer = Schemas['AreaImport']

/** What an import did, or would do, and every row that it did not take. */
function Report({ answer }: { readonly answer: Answer }): ReactElement {
  const t = useWords(areaWords)
  const say = useSay()
  return (
    <div className="stack">
      <Note tone={answer.dryRun ? 'soon' : 'done'}>{answer.dryRun ? t('tried') : t('imported')}</Note>
      <p className="number">
        {t('counts', {
          rows: answer.rows,
          created: answer.created,
          changed: answer.changed,
          same: answer.same,
          refused: answer.refused.length,
        })}
      </p>
      <ul className="plain-list">
        {answer.refused.slice(0, 200).map((one) => (
          <li key={`${one.row} ${one.code}`}>
            <span className="quiet">{t('row', { n: one.row })}</span> {one.area} {say(one.say)}
          </li>
        ))}
        {answer.findings.slice(0, 200).map((one) => (
          <li key={`${one.kind} ${one.areas.join(' ')} ${String(one.amount)}`}>{say(one.say)}</li>
        ))}
      </ul>
      {answer.absent.length > 0 && <p className="quiet">{t('absent', { list: answer.absent.map((one) => one.name).join('、') })}</p>}
    </div>
  )
}

/** Brings divisions, grids, tables of codes and names of places in, tried first. */
export function ImportAreas({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useWords(areaWords)
  const [kind, setKind] = useState<ImportKind>('divisions')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const send = async (body: Record<string, unknown>, attempts: Attempts): Promise<Answer> => {
    try {
      return await api.put<Answer>(`/api/areas/${kind}`, importBody(kind, body), { attempts })
    } catch (error) {
      if (error instanceof SyntaxError) throw new Problem(422, { code: 'desk.not-json', detail: t('notJson') })
      throw error
    }
  }
  return (
    <div className="stack">
      <h2>{t('import')}</h2>
      <Segmented<ImportKind>
        vertical
        aria-label={t('importWhat')}
        value={kind}
        options={[
          { value: 'divisions', label: t('divisions') },
          { value: 'grids', label: t('grids') },
          { value: 'aliases', label: t('aliasTable') },
          { value: 'places', label: t('places') },
        ]}
        onChange={(next) => {
          setKind(next)
          setAnswer(null)
        }}
      />
      {answer && <Report answer={answer} />}
      {answer && !answer.dryRun ? (
        <Button onClick={() => setAnswer(null)}>{t('again')}</Button>
      ) : (
        <AskForm<Answer>
          key={kind}
          id={`import ${kind}`}
          fields={importFields[kind]}
          submit={t('reallyImport')}
          send={send}
          onCancel={onClose}
          onDone={(done) => {
            setAnswer(done)
            if (!done.dryRun) for (const key of ['areas', 'area', 'grids']) void queries.invalidateQueries({ queryKey: [key] })
          }}
        />
      )}
    </div>
  )
}
