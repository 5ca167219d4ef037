import type { Words } from '@linli/ui'

export const mapWords = {
  title: { zh: '地图', en: 'Map' },
  label: { zh: '诉求和网格的地图', en: 'Map of matters and grids' },
  total: { zh: '这一片有 {{count}} 件在办', en: '{{count}} open matters here', one: '{{count}} open matter here' },
  totalMore: { zh: '这一片有 {{count}} 件以上，放大看得更准', en: 'More than {{count}} here; go nearer to see them exactly' },
  list: { zh: '这一片的诉求', en: 'Matters in view' },
  together: { zh: '{{count}} 件在一起，放大看', en: '{{count}} together, go nearer', one: '{{count}} here' },
  nearer: { zh: '只列出前 {{count}} 处，放大地图看其余的。', en: 'Only the first {{count}} are listed; go nearer for the others.' },
  late: { zh: '{{count}} 件超期', en: '{{count}} late', one: '{{count}} late' },
  area: { zh: '看哪里', en: 'Where' },
  allStates: { zh: '在办的', en: 'Open ones' },
  state: { zh: '状态', en: 'State' },
  noGrids: { zh: '这里还没有网格。', en: 'There are no grids here yet.' },
  none: { zh: '这一片没有在办的诉求。', en: 'No open matters here.' },
  asList: { zh: '看成清单', en: 'See as a list' },
  hint: { zh: '点圆点看这件事，点网格看这个网格。', en: 'Click a dot for the matter, a grid for its matters.' },
  inGrid: { zh: '看这个网格的诉求', en: 'Its matters' },
  close: { zh: '关上', en: 'Close' },
  failed: { zh: '这台电脑画不了地图，请看成清单。', en: 'This computer cannot draw the map; please see the list.' },
} as const satisfies Words
