import { useWords } from '../../app/language.ts'
import { stateWords } from '../cases/words.ts'
import { componentStateWords } from '../components/words.ts'
import type { LayerWords } from './DotList.tsx'
import { mapWords } from './words.ts'

/** What lies on the map. */
export type Layer = 'matters' | 'components'

export const layerOf = (text: string | undefined): Layer => (text === 'components' ? 'components' : 'matters')

/** What each layer calls its dots. */
export function useLayerWords(layer: Layer): LayerWords {
  const t = useWords(mapWords)
  const m = useWords(stateWords)
  const c = useWords(componentStateWords)
  if (layer === 'components') {
    return {
      list: t('thingList'),
      none: t('noThings'),
      together: (count) => t('thingsTogether', { count }),
      late: (count, of) => (of === 1 ? '' : t('wrong', { count })),
      state: (state) => (state in componentStateWords ? c(state as keyof typeof componentStateWords) : ''),
    }
  }
  return {
    list: t('list'),
    none: t('none'),
    together: (count) => t('together', { count }),
    late: (count) => t('late', { count }),
    state: (state) => (state in stateWords ? m(state as keyof typeof stateWords) : ''),
  }
}
