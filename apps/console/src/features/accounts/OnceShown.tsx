import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { accountWords } from './admin-words.ts'

/** A link or key that is shown this once, to be copied. */
export function OnceShown({ text, explain }: { readonly text: string; readonly explain: string }): ReactElement {
  const t = useWords(accountWords)
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className="once">
      <p>{explain}</p>
      <code>{text}</code>
      <Button size="small" onClick={() => void copy()}>
        {copied ? t('copied') : t('copy')}
      </Button>
    </div>
  )
}
