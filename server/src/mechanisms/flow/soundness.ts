import { type Flow, listed } from './flow.ts'

/** The states that can be reached from one of `from` by the given arrows. */
function reachable(from: readonly string[], arrows: readonly (readonly [string, string])[]): Set<string> {
  const found = new Set(from)
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const [source, target] of arrows) if (found.has(source)) found.add(target)
  }
  return found
}

function unknownNames(flow: Flow): string[] {
  const known = new Set(Object.keys(flow.states))
  const missing = (where: string, names: readonly string[]) =>
    names.filter((name) => !known.has(name)).map((name) => `${where}: no state ${name}`)
  const moves = Object.entries(flow.moves).flatMap(([name, move]) => missing(name, [...listed(move.from), ...listed(move.to)]))
  const clocks = Object.entries(flow.clocks).flatMap(([name, clock]) => [
    ...missing(name, [...clock.during, ...(clock.pausedIn ?? [])]),
    ...(clock.breach !== undefined && !flow.moves[clock.breach] ? [`${name}: no move ${clock.breach}`] : []),
  ])
  return [...missing('initial', [flow.initial]), ...moves, ...clocks]
}

function moveFaults(flow: Flow): string[] {
  return Object.entries(flow.moves).flatMap(([name, move]) => [
    ...(listed(move.by).length === 0 ? [`${name}: nobody may make it`] : []),
    ...(listed(move.to).length > 1 && !move.goes ? [`${name}: several targets and no way to choose`] : []),
  ])
}

function stateFaults(flow: Flow): string[] {
  const arrows = Object.values(flow.moves).flatMap((move) =>
    listed(move.from).flatMap((from) => listed(move.to).map((to) => [from, to] as const)),
  )
  const reached = reachable([flow.initial], arrows)
  const finals = Object.keys(flow.states).filter((name) => flow.states[name]?.final)
  const ending = reachable(
    finals,
    arrows.map(([from, to]) => [to, from] as const),
  )
  const timed = new Set(Object.values(flow.clocks).flatMap((clock) => [...clock.during]))
  return Object.entries(flow.states).flatMap(([state, spec]) => [
    ...(reached.has(state) ? [] : [`${state}: nobody reaches it`]),
    ...(ending.has(state) ? [] : [`${state}: no way to an end`]),
    ...(spec.final || spec.waitsFor || timed.has(state) ? [] : [`${state}: waits for nobody`]),
  ])
}

/** What is wrong with a flow and the compiler cannot see; empty when it is sound. */
export function problems(flow: Flow): string[] {
  return [...unknownNames(flow), ...moveFaults(flow), ...stateFaults(flow)]
}
