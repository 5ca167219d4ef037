import { bundleOf } from '@linli/ui'
import type { Lang, Pair, Words } from '@linli/ui'
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

const kept = 'linli.lang'

/** Each language by its own name, for those who cannot read the other. */
export const languageNames: Readonly<Record<Lang, string>> = { zh: '中文', en: 'English' }

export type Values = Readonly<Record<string, string | number>>
/** Says one text of a table in the language of the screen. */
export type Speak<W extends Words> = (key: Extract<keyof W, string>, values?: Values) => string

/** Starts in the language that this browser last used; Chinese at first. */
export function startLanguage(): void {
  const lang: Lang = localStorage.getItem(kept) === 'en' ? 'en' : 'zh'
  void i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    resources: { zh: {}, en: {} },
    interpolation: { escapeValue: false },
    initAsync: false,
    react: { useSuspense: false },
  })
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
}

export function setLang(lang: Lang): void {
  localStorage.setItem(kept, lang)
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
  void i18next.changeLanguage(lang)
}

/** The language that one may switch to. */
export const otherLang = (): Lang => (langNow() === 'zh' ? 'en' : 'zh')

export const langNow = (): Lang => (i18next.language === 'en' ? 'en' : 'zh')

const namespaces = new WeakMap<Words, string>()
let count = 0

/** Hands a table of words to i18next when it is first needed: words travel with the page that says them. */
function namespaceOf(words: Words): string {
  const known = namespaces.get(words)
  if (known !== undefined) return known
  count += 1
  const name = `words${count}`
  i18next.addResourceBundle('zh', name, bundleOf(words, 'zh'))
  i18next.addResourceBundle('en', name, bundleOf(words, 'en'))
  namespaces.set(words, name)
  return name
}

/** The words of a part in the language of the screen; the part is drawn anew when the language changes. */
export function useWords<W extends Words>(words: W): Speak<W> {
  const namespace = namespaceOf(words)
  const { t } = useTranslation(namespace)
  return (key, values) => t(key, { ...values, ns: namespace })
}

/** Reads the pairs that the server sends. */
export function useSay(): (pair: Pair | null | undefined) => string {
  const { i18n } = useTranslation()
  return (pair) => pair?.[i18n.language === 'en' ? 'en' : 'zh'] ?? ''
}
