import { useRouter } from '@tanstack/react-router'
import { type ReactElement, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components/Button'
import { Icon } from '../parts/Icon.tsx'
import { useSettings } from './settings.ts'

/** The words of a page as one would read them out: what is seen, without buttons that repeat on each page. */
export function wordsOf(page: HTMLElement): string {
  const copy = page.cloneNode(true) as HTMLElement
  for (const left of copy.querySelectorAll('[data-unread], .unseen, svg, input, textarea, [aria-hidden="true"]')) left.remove()
  for (const line of copy.querySelectorAll('h1, h2, h3, p, li, dt, dd, label, legend, a, button, div')) line.append('\n')
  return (copy.textContent ?? '').replaceAll(/\s*\n\s*/g, '\n').trim()
}

/** Reads the page aloud by the phone's own voice; absent where the browser has none. */
export function ReadAloud({ main }: { main: RefObject<HTMLElement | null> }): ReactElement | null {
  const { t } = useTranslation()
  const { lang } = useSettings()
  const [speaking, setSpeaking] = useState(false)
  const router = useRouter()
  const able = typeof speechSynthesis !== 'undefined'
  useEffect(() => {
    const hush = () => {
      if (able) speechSynthesis.cancel()
      setSpeaking(false)
    }
    return router.subscribe('onBeforeNavigate', hush)
  }, [able, router])
  if (!able) return null
  const toggle = () => {
    speechSynthesis.cancel()
    if (speaking || !main.current) return setSpeaking(false)
    const words = new SpeechSynthesisUtterance(wordsOf(main.current))
    words.lang = lang === 'zh' ? 'zh-CN' : 'en-GB'
    words.rate = 0.9
    words.addEventListener('end', () => setSpeaking(false))
    words.addEventListener('error', () => setSpeaking(false))
    speechSynthesis.speak(words)
    return setSpeaking(true)
  }
  return (
    <Button className="bar-item" onPress={toggle} aria-pressed={speaking}>
      <Icon name={speaking ? 'stop' : 'sound'} />
      <span>{speaking ? t('bar.stopReading') : t('bar.readAloud')}</span>
    </Button>
  )
}
