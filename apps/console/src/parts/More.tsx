import { Button } from 'antd'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { ReactElement } from 'react'
import { useWords } from '../app/language.ts'
import { worklistWords } from '../features/worklist/words.ts'

/** The end of a list that goes on: the next page comes when this is seen, or when it is pressed. */
export function More({ busy, onMore }: { readonly busy: boolean; readonly onMore: () => void }): ReactElement {
  const t = useWords(worklistWords)
  const end = useRef<HTMLDivElement>(null)
  const onSeen = useEffectEvent(() => {
    if (!busy) onMore()
  })
  useEffect(() => {
    const seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && onSeen())
    if (end.current) seen.observe(end.current)
    return () => seen.disconnect()
  }, [])
  return (
    <div className="more" ref={end}>
      <Button type="text" loading={busy} onClick={onMore}>
        {t('more')}
      </Button>
    </div>
  )
}
