/** True while somebody writes or a window lies over the page: then letters are letters. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('dialog, [role="menu"]') !== null)
  )
}

/** A letter pressed alone, outside of fields: one of the desk's keys. */
export const isPlainKey = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented && !event.metaKey && !event.ctrlKey && !event.altKey && !isWriting(event.target)
