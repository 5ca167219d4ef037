import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Press } from './Press.tsx'

interface Props {
  readonly title: string
  readonly link: string
}

/** Hands a link to another app of the phone; where the browser cannot, or the person chose none that works, it is copied. */
export function ShareLink({ title, link }: Props): ReactElement {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const able = typeof navigator.share === 'function'
  const copy = async () => {
    await navigator.clipboard?.writeText(link)
    setCopied(navigator.clipboard !== undefined)
  }
  const share = async () => {
    try {
      await navigator.share({ title, url: link })
    } catch (error) {
      // Whoever closes the list of apps has changed his mind: nothing is copied behind his back.
      if ((error as DOMException).name !== 'AbortError') await copy()
    }
  }
  return (
    <Press {...(able && { icon: 'share' as const })} onPress={() => void (able ? share() : copy()).catch(() => setCopied(false))}>
      {copied ? t('receipt.copied') : t(able ? 'receipt.share' : 'receipt.copy')}
    </Press>
  )
}
