import type { ReactElement } from 'react'

const paths = {
  home: 'M4 11.5 12 5l8 6.5M6 10v9h12v-9M10 19v-5h4v5',
  inbox: 'M5 5h14v14H5zM5 14h4l1.5 2h3l1.5-2h4',
  person: 'M12 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM5 20c.6-4 3.4-6 7-6s6.4 2 7 6',
  phone: 'M6 4h3l1.5 4-2 1.5a11 11 0 0 0 6 6l1.5-2 4 1.5v3c0 1-.8 1.8-1.8 1.7C10.5 19.2 4.8 13.5 4.3 5.8 4.2 4.8 5 4 6 4Z',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  add: 'M12 5v14M5 12h14',
  camera: 'M4 8h3.5L9 6h6l1.5 2H20v11H4zM12 16.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Z',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  place: 'M12 21s6.5-5.6 6.5-11a6.5 6.5 0 1 0-13 0C5.5 15.4 12 21 12 21ZM12 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  voice: 'M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3ZM6 11.5a6 6 0 0 0 12 0M12 17.5V21',
  sound: 'M5 10v4h3l4 3.5v-11L8 10zM15.5 9.5a3.5 3.5 0 0 1 0 5M17.8 7a7 7 0 0 1 0 10',
  stop: 'M7 7h10v10H7z',
  next: 'm9 5 7 7-7 7',
  back: 'm15 5-7 7 7 7',
  close: 'M6 6l12 12M18 6 6 18',
  done: 'm5 12.5 4.5 4.5L19 7',
  cloud: 'M4 4l16 16M9 6.5A6 6 0 0 1 17.5 11 4 4 0 0 1 20 17.5M15 18.5H7a4.3 4.3 0 0 1-.6-8.5',
  warn: 'M12 4 3 19.5h18zM12 10v4.5M12 17h.01',
  find: 'M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12ZM15.5 15.5 20 20',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  share: 'M12 15V4m0 0L8 8m4-4 4 4M7 11H5v9h14v-9h-2',
  save: 'M12 4v11m0 0 4-4m-4 4-4-4M5 20h14',
  target: 'M12 18a6 6 0 1 0 0-12 6 6 0 0 0 0 12ZM12 3v3M12 18v3M3 12h3M18 12h3M12 12h.01',
  key: 'M15 13.5a5 5 0 1 0-4.8-3.4L4 16.3V20h3.7v-2.4H10v-2.4l1.6-1.9c1 .3 2.2.3 3.4.2ZM15.6 8.2h.01',
  minus: 'M5 12h14',
} as const

export type IconName = keyof typeof paths

/** One family of icons, 1.5 px; always beside a word, so it is hidden from the screen reader. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
