import { timeSay, wallOf } from '@linli/ui'

const two = (value: number): string => String(value).padStart(2, '0')

/** An instant as the field of a form shows it: the wall clock of the city, whatever this computer's time zone is. */
export function toField(at: string, withTime: boolean): string {
  const wall = wallOf(at)
  const date = `${wall.year}-${two(wall.month)}-${two(wall.day)}`
  return withTime ? `${date}T${timeSay(at)}` : date
}

/** What stands in the field as an instant (or a plain date); undefined while it is incomplete. */
export function fromField(text: string, withTime: boolean): string | undefined {
  if (text === '') return undefined
  return withTime ? `${text.slice(0, 16)}:00+08:00` : text
}
