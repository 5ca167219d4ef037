import { type DayNumber, weekdayOf } from './days.ts'

/** Working days in order, so that the n-th is found without walking. Counts begin at an arbitrary day and mean something only as differences. */
export interface WorkingDays {
  isWorking(day: DayNumber): boolean
  /** Working days up to this day, itself included. */
  through(day: DayNumber): number
  /** The day on which `through` first reaches this count. */
  nth(count: number): DayNumber
}

/** Monday to Friday, without holidays, by arithmetic alone. */
const weekdays: WorkingDays = {
  isWorking: (day) => weekdayOf(day) < 5,
  through: (day) => Math.floor((day + 3) / 7) * 5 + Math.min(weekdayOf(day) + 1, 5),
  nth: (count) => {
    const week = Math.floor((count - 1) / 5)
    return week * 7 - 3 + (count - 1 - week * 5)
  },
}

/** Monday to Friday but for the exceptions: holidays take days away, make-up days (调休) add some. */
export function workingDaysWith(exceptions: ReadonlyMap<DayNumber, boolean>): WorkingDays {
  if (exceptions.size === 0) return weekdays
  const known = [...exceptions.keys()]
  const first = known.reduce((a, b) => Math.min(a, b))
  const last = known.reduce((a, b) => Math.max(a, b))
  const before = weekdays.through(first - 1)
  const counts = new Int32Array(last - first + 1)
  const working: DayNumber[] = []
  for (let day = first; day <= last; day++) {
    if (exceptions.get(day) ?? weekdays.isWorking(day)) working.push(day)
    counts[day - first] = before + working.length
  }
  /** What the exceptions add to every count after the last of them. */
  const added = before + working.length - weekdays.through(last)
  const through = (day: DayNumber) => (day < first ? weekdays.through(day) : (counts[day - first] ?? weekdays.through(day) + added))
  return {
    isWorking: (day) => through(day) > through(day - 1),
    through,
    nth: (count) => (count <= before ? weekdays.nth(count) : (working[count - before - 1] ?? weekdays.nth(count - added))),
  }
}
