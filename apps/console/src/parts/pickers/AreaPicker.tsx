import type { ReactElement } from 'react'
import type { AreaName, AreaRow, Page } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { RemotePicker } from './RemotePicker.tsx'
import type { Option } from './RemotePicker.tsx'
import { pickerWords } from './words.ts'

interface AreaPickerProps {
  readonly id?: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly known?: readonly AreaName[]
  readonly label?: string
  readonly invalid?: boolean
  readonly size?: 'small' | 'middle' | 'large'
  /** Says what may be chosen; by default any area. */
  readonly placeholder?: string
  readonly level?: string
}

/** Areas whose name or code begins or contains what was typed; the code tells those of one name apart. */
async function findAreas(q: string, level: string | undefined, signal: AbortSignal): Promise<readonly Option[]> {
  const page = await api.get<Page<AreaRow>>('/api/areas', { q, level, limit: 30 }, { signal })
  return page.items.map((area) => ({ value: area.code, label: area.name, note: area.code }))
}

/** The areas of one's own posts: a city that was founded just now has no others yet. */
function useOwnAreas(): readonly Option[] {
  const posts = useMe().data?.posts ?? []
  const own = new Map(posts.map(({ area }) => [area.code, { value: area.code, label: area.name, note: area.code }]))
  return [...own.values()]
}

/** An area of the city by a part of its name. */
export function AreaPicker({ known = [], onChange, placeholder, level, ...props }: AreaPickerProps): ReactElement {
  const t = useWords(pickerWords)
  const own = useOwnAreas()
  const find = async (q: string, signal: AbortSignal): Promise<readonly Option[]> => {
    const found = await findAreas(q, level, signal)
    if (level !== undefined) return found
    // The register names them with zeros at the end, a post without.
    const isListed = (one: Option): boolean => found.some((area) => area.value.padEnd(15, '0') === one.value.padEnd(15, '0'))
    return [...own.filter((one) => `${one.label} ${one.value}`.includes(q) && !isListed(one)), ...found]
  }
  return (
    <RemotePicker
      {...props}
      known={[...known.map((area) => ({ value: area.code, label: area.name })), ...own]}
      placeholder={placeholder ?? t('area')}
      scope={`areas ${level ?? ''}`}
      onChange={(value) => onChange(typeof value === 'string' ? value : undefined)}
      find={find}
    />
  )
}

/** Several areas, such as the further ones of a post. */
export function AreasPicker({
  id,
  value,
  onChange,
}: {
  readonly id: string
  readonly value: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}): ReactElement {
  const t = useWords(pickerWords)
  return (
    <RemotePicker
      id={id}
      several
      value={value}
      placeholder={t('area')}
      scope="areas "
      onChange={(codes) => onChange(typeof codes === 'string' ? [codes] : (codes ?? []))}
      find={(q, signal) => findAreas(q, undefined, signal)}
    />
  )
}
