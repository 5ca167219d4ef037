let tail: Promise<unknown> = Promise.resolve()

/**
 * Runs the work while no other tab of this origin runs any: `navigator.locks` across tabs,
 * a queue inside the page where the browser has no locks (insecure origins).
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator !== 'undefined' && 'locks' in navigator) {
    return navigator.locks.request('linli-outbox', work) as Promise<T>
  }
  const next = tail.then(work, work)
  tail = next.catch(() => undefined)
  return next
}
