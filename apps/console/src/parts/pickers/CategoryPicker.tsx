import type { Pair } from '@linli/ui'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import type { CategoryName } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useCategories } from './categories.ts'
import { pickerWords } from './words.ts'

interface CategoryPickerProps {
  readonly id?: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly known?: readonly CategoryName[]
  readonly label?: string
  readonly placeholder?: string
  readonly invalid?: boolean
  readonly size?: 'small' | 'middle'
}

/** A category of the catalogue, found by a part of its name or its code. */
export function CategoryPicker({ known = [], ...props }: CategoryPickerProps): ReactElement {
  const t = useWords(pickerWords)
  const say = useSay()
  const categories = useCategories()
  const option = (one: CategoryName & { readonly plain?: Pair }): { value: string; label: string; find: string } => ({
    value: one.code,
    label: say(one.name),
    find: `${one.name.zh} ${one.name.en} ${one.plain?.zh ?? ''} ${one.code}`.toLowerCase(),
  })
  const groups = categories.data ?? []
  const others = known.filter((one) => !groups.some((group) => group.items.some((item) => item.code === one.code)))
  const options = [
    ...others.map(option),
    ...groups.map((group) => ({ label: say(group.name), title: group.code, options: group.items.map(option) })),
  ]
  return (
    <Select<string>
      {...(props.id !== undefined && { id: props.id })}
      {...(props.label !== undefined && { 'aria-label': props.label })}
      {...(props.invalid && { status: 'error' as const })}
      {...(props.value !== undefined && { value: props.value })}
      size={props.size ?? 'middle'}
      className="picker"
      allowClear
      loading={categories.isFetching}
      showSearch={{ filterOption: (q, found) => (found as { find?: string } | undefined)?.find?.includes(q.trim().toLowerCase()) ?? false }}
      placeholder={props.placeholder ?? t('category')}
      notFoundContent={t('nothing')}
      options={options}
      onChange={(value) => props.onChange(value ?? undefined)}
    />
  )
}
