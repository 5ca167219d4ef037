import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next } from 'react-i18next'
import { speak } from '../api/call.ts'
import type { Pair } from '../api/shapes.ts'
import type { Words } from '../words/zh.ts'
import { type Lang, settings, useSettings, watchSettings } from './settings.ts'

const load: Record<Lang, () => Promise<Words>> = {
  zh: async () => (await import('../words/zh.ts')).zh,
  en: async () => (await import('../words/en.ts')).en,
}

async function bring(lang: Lang): Promise<void> {
  if (!i18next.hasResourceBundle(lang, 'translation')) i18next.addResourceBundle(lang, 'translation', await load[lang]())
  speak(lang)
  await i18next.changeLanguage(lang)
}

/** Loads the words of the chosen language, and follows when it changes. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: settings().lang,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  await bring(settings().lang)
  watchSettings(() => {
    if (i18next.language !== settings().lang) void bring(settings().lang)
  })
}

/** Picks the side of a server's pair that the person reads. */
export function useSay(): (pair: Pair | null | undefined) => string {
  const { lang } = useSettings()
  return useCallback((pair) => pair?.[lang] ?? pair?.zh ?? '', [lang])
}
