import type { Words } from '@linli/ui'

export const calendarWords = {
  title: { zh: '工作日历', en: 'Working calendar' },
  explain: {
    zh: '所有按工作日算的期限都照它数：节假日不算，调休上班的算。导入新的一年，没到期的承诺会重算并留下记录。',
    en: 'Every limit in working days is counted by it: holidays do not count, make-up days do. When a year is entered, open promises are counted anew and leave a trace.',
  },
  year: { zh: '{{year}} 年', en: '{{year}}' },
  previous: { zh: '上一年', en: 'Year before' },
  next: { zh: '下一年', en: 'Year after' },
  provisional: { zh: '{{year}} 年还没有公布，暂按周一至周五推算。', en: '{{year}} is not published yet; Monday to Friday is assumed.' },
  hours: { zh: '上班时间 {{from}}–{{to}}', en: 'Office hours {{from}}–{{to}}' },
  off: { zh: '休', en: 'off' },
  on: { zh: '班', en: 'on' },
  holiday: { zh: '放假', en: 'Holiday' },
  makeUp: { zh: '调休上班', en: 'Make-up working day' },
  date: { zh: '日期', en: 'Date' },
  kind: { zh: '放假还是上班', en: 'Off or on' },
  name: { zh: '什么日子', en: 'Occasion' },
  list: { zh: '和平常不一样的日子', en: 'Days unlike the usual' },
  none: { zh: '这一年没有登记节假日。', en: 'No holidays are entered for this year.' },
  enter: { zh: '填写这一年', en: 'Enter this year' },
  enterExplain: {
    zh: '一行一天：日期、休或班、名称，如「2027-01-01 休 元旦」。照国务院办公厅的放假通知填全年；周末不必写。',
    en: 'One day a line: the date, off or on, and the occasion, such as “2027-01-01 off New Year”, for the whole year by the notice of the State Council. Ordinary weekends are left out.',
  },
  days: { zh: '日子', en: 'Days' },
  save: { zh: '保存并重算期限', en: 'Save and count anew' },
  badLine: { zh: '第 {{n}} 行看不懂：{{text}}', en: 'Line {{n}} cannot be read: {{text}}' },
} as const satisfies Words
