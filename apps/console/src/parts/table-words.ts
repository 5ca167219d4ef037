import type { Words } from '@linli/ui'

export const tableWords = {
  columns: { zh: '列', en: 'Columns' },
  columnsHelp: { zh: '选择显示哪些列', en: 'Choose the columns to show' },
  reset: { zh: '恢复原样', en: 'As it was' },
  export: { zh: '导出', en: 'Export' },
  exportHelp: { zh: '按现在的筛选导出表格', en: 'The rows under these filters as a spreadsheet' },
  clear: { zh: '清除筛选', en: 'Clear the filters' },
  keys: { zh: 'j / k 上下走，回车打开，/ 去筛选', en: 'j / k to move, Enter to open, / to filter' },
} as const satisfies Words
