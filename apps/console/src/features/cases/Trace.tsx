import { Timeline } from '@linli/ui'
import type { TimelineStep } from '@linli/ui'
import type { ReactElement } from 'react'
import type { TraceView } from '../../api-types.ts'
import { useSay } from '../../app/language.ts'
import { Photos } from './Photos.tsx'

const wordsOf = (trace: TraceView): string[] => Object.values(trace.words).filter((text) => text.trim() !== '')

/** What has happened to a matter, newest first, with what people wrote. */
export function Trace({ timeline, now }: { readonly timeline: readonly TraceView[]; readonly now: Date }): ReactElement {
  const say = useSay()
  const newestFirst = [...timeline].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  const steps = newestFirst.map((trace, index): TimelineStep => {
    const words = wordsOf(trace)
    return {
      key: `${trace.at} ${trace.move} ${index}`,
      at: trace.at,
      title: say(trace.say),
      by: [trace.by.name, say(trace.by.post)].filter((part) => part !== '').join(' · '),
      tone: index === 0 ? 'active' : 'waiting',
      body: (
        <>
          {words.map((text) => (
            <blockquote key={text} className="said">
              {text}
            </blockquote>
          ))}
          {trace.photos.length > 0 && <Photos photos={trace.photos} />}
        </>
      ),
    }
  })
  return <Timeline steps={steps} now={now} />
}
