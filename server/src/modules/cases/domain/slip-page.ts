import { escapeMarkup as plain } from '#platform/markup'
import type { Say } from '#platform/refusal'

/** What stands on a printed slip. */
export interface Slip {
  readonly lang: 'zh' | 'en'
  /** Large print (004-11): 22 pt and wide lines. */
  readonly large: boolean
  readonly city: string
  readonly number: string
  /** 2026-11-23 09:00:00 in Asia/Shanghai */
  readonly reportedAt: string
  readonly category: Say
  readonly place: string
  readonly text: string
  readonly state: Say
  readonly holder: Say
  readonly promise: Say
  /** The secret link with its code and its QR code as SVG; only on the reporter's own receipt. */
  readonly secret: { readonly link: string; readonly code: string; readonly qr: string } | null
}

const say = {
  receipt: { zh: '诉求回执', en: 'Receipt' },
  sheet: { zh: '诉求单', en: 'Matter' },
  number: { zh: '编号', en: 'Number' },
  reported: { zh: '上报时间', en: 'Reported' },
  category: { zh: '类别', en: 'Category' },
  place: { zh: '地点', en: 'Place' },
  text: { zh: '内容', en: 'What it is about' },
  state: { zh: '状态', en: 'State' },
  holder: { zh: '现在在谁手里', en: 'Who has it now' },
  code: { zh: '查询码', en: 'Code' },
  scan: {
    zh: '扫码可以看进度、说是否真的解决、没解决可要求重办。请妥善保管：拿到它的人都能打开。',
    en: 'Scan to follow it, to say whether it was really solved, and to reopen it if not. Keep it safe: whoever has it can open it.',
  },
} as const satisfies Record<string, Say>

/** The page's one style sheet, by whose hash the content policy lets it in. */
export const slipStyle = (large: boolean): string => `
  @page { margin: 15mm; }
  body { font: ${large ? '22pt/1.6' : '12pt/1.5'} 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif; color: #000; margin: 0 auto; max-width: ${large ? '190mm' : '160mm'}; padding: 8mm; }
  h1 { font-size: 1.4em; margin: 0 0 .6em; }
  dl { display: grid; grid-template-columns: ${large ? '1fr' : '8em 1fr'}; gap: ${large ? '0' : '.3em'} 1em; margin: 0 0 1em; }
  dt { font-weight: 700; } dd { margin: 0 0 ${large ? '.5em' : '0'}; white-space: pre-wrap; overflow-wrap: anywhere; }
  .promise { border: .6mm solid #000; padding: .6em .8em; margin: 0 0 1em; }
  .secret { display: flex; gap: 1em; align-items: center; break-inside: avoid; flex-wrap: wrap; }
  .secret svg { width: ${large ? '55mm' : '40mm'}; height: auto; }
  .code { font-size: 1.5em; font-weight: 700; letter-spacing: .12em; }`

/** The page of a slip: no script, nothing loaded from anywhere, everything that people wrote escaped. */
export function slipPage(slip: Slip): string {
  const word = (one: Say): string => plain(one[slip.lang])
  const title = word(slip.secret ? say.receipt : say.sheet)
  const rows: readonly (readonly [Say, string])[] = [
    [say.number, plain(slip.number)],
    [say.reported, plain(slip.reportedAt.slice(0, 16))],
    [say.category, word(slip.category)],
    [say.place, plain(slip.place)],
    [say.text, plain(slip.text)],
    [say.state, word(slip.state)],
    [say.holder, word(slip.holder)],
  ]
  const { secret } = slip
  const end = secret
    ? `<div class="secret">${secret.qr}<div><div>${word(say.code)}</div><div class="code">${plain(secret.code)}</div><div>${plain(secret.link)}</div></div></div><p>${word(say.scan)}</p>`
    : ''
  const list = rows.map(([name, value]) => `<dt>${word(name)}</dt><dd>${value}</dd>`).join('')
  return `<!doctype html><html lang="${slip.lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} ${plain(slip.number)}</title><style>${slipStyle(slip.large)}</style></head><body><h1>${plain(slip.city)} ${title}</h1><dl>${list}</dl><p class="promise">${word(slip.promise)}</p>${end}</body></html>`
}
