import type { Say } from '../refusal.ts'
import type { NameOf } from './values.ts'

/**
 * The facts that an audit row may hold, each with the words by which the audit page names it: what has no words here cannot be written.
 * Names are those of the registers and moves they come from.
 */
export const factWords = {
  account: { zh: '账号', en: 'account' },
  area: { zh: '区划', en: 'area' },
  areas: { zh: '片区范围', en: 'areas' },
  asOf: { zh: '截至', en: 'as of' },
  border: { zh: '边界有改动', en: 'border changed' },
  bytes: { zh: '文件字节数', en: 'bytes' },
  callbackPercent: { zh: '回访比例（%）', en: 'callback per cent' },
  category: { zh: '类别', en: 'category' },
  changed: { zh: '修改数', en: 'changed' },
  channel: { zh: '渠道', en: 'channel' },
  complete: { zh: '登录完成', en: 'complete' },
  consentWithdrawn: { zh: '撤回同意', en: 'consent withdrawn' },
  created: { zh: '新增数', en: 'created' },
  crossFrom: { zh: '交叉任职来自', en: 'cross-appointed from' },
  days: { zh: '日期数', en: 'days' },
  differing: { zh: '不一致的数据', en: 'figures that differ' },
  dry: { zh: '试导入', en: 'trial run' },
  due: { zh: '时限', en: 'due' },
  faults: { zh: '不一致处', en: 'faults' },
  field: { zh: '查看项', en: 'field' },
  fields: { zh: '改动项', en: 'fields' },
  format: { zh: '格式', en: 'format' },
  from: { zh: '起', en: 'from' },
  grid: { zh: '网格', en: 'grid' },
  holders: { zh: '在岗账号', en: 'holders' },
  households: { zh: '户数有改动', en: 'households changed' },
  kind: { zh: '种类', en: 'kind' },
  known: { zh: '来过电', en: 'known caller' },
  large: { zh: '大字版', en: 'large print' },
  least: { zh: '下限', en: 'least' },
  level: { zh: '层级', en: 'level' },
  levels: { zh: '层级数', en: 'levels' },
  limits: { zh: '期限', en: 'limits' },
  link: { zh: '印有查询链接', en: 'with the link' },
  markedOn: { zh: '认定日期', en: 'marked on' },
  most: { zh: '上限', en: 'most' },
  name: { zh: '名称有改动', en: 'name changed' },
  on: { zh: '日期', en: 'on' },
  position: { zh: '职务', en: 'position' },
  post: { zh: '岗位', en: 'post' },
  purpose: { zh: '用途', en: 'purpose' },
  refused: { zh: '未采纳行数', en: 'rows refused' },
  renamed: { zh: '改名数', en: 'renamed' },
  rows: { zh: '行数', en: 'rows' },
  rule: { zh: '规则', en: 'rule' },
  scheme: { zh: '代码体系', en: 'scheme' },
  searched: { zh: '含检索词', en: 'searched by words' },
  skipped: { zh: '跳过的步骤', en: 'steps skipped' },
  slot: { zh: '位置', en: 'slot' },
  state: { zh: '状态', en: 'state' },
  successors: { zh: '承继区划', en: 'successors' },
  supervised: { zh: '督办', en: 'supervised' },
  system: { zh: '来源系统', en: 'system' },
  target: { zh: '导入成', en: 'imported as' },
  unit: { zh: '单位', en: 'unit' },
  units: { zh: '责任单位', en: 'units' },
  value: { zh: '数值', en: 'value' },
  version: { zh: '版本', en: 'version' },
  written: { zh: '写入行数', en: 'rows written' },
} as const satisfies Record<string, Say>

export type FactName = keyof typeof factWords
export type Fact = string | number | boolean | null
export type Facts = { readonly [Name in FactName]?: Fact | readonly Fact[] }

/** A fact for a person to read. */
export interface FactSay {
  readonly name: Say
  readonly value: Say
}

const same = (text: string): Say => ({ zh: text, en: text })

/** Facts that hold several codes in one text write them with commas. */
const several = /^[\w.:-]+(,[\w.:-]+)+$/

function listSay(parts: readonly Say[]): Say {
  return { zh: parts.map((part) => part.zh).join('、'), en: parts.map((part) => part.en).join(', ') }
}

function textSay(name: string, text: string, nameOf: NameOf): Say {
  const say = nameOf(name, text)
  if (say) return say
  if (several.test(text)) return listSay(text.split(',').map((part) => nameOf(name, part) ?? same(part)))
  return same(text)
}

function valueSay(name: string, value: unknown, nameOf: NameOf): Say {
  if (value === null) return { zh: '无', en: 'none' }
  if (value === true) return { zh: '是', en: 'yes' }
  if (value === false) return { zh: '否', en: 'no' }
  if (Array.isArray(value)) {
    return value.length === 0 ? valueSay(name, null, nameOf) : listSay(value.map((one) => valueSay(name, one, nameOf)))
  }
  return textSay(name, typeof value === 'object' ? JSON.stringify(value) : String(value), nameOf)
}

/** Whether a fact of this name has words. */
export const hasWords = (name: string): name is FactName => Object.hasOwn(factWords, name)

/** Every text among the values of these facts, for those who look names up. */
export function textsOf(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  const texts = rows.flatMap((facts) => Object.values(facts).flat()).filter((value) => typeof value === 'string')
  return [...new Set(texts.flatMap((text) => (several.test(text) ? text.split(',') : [text])))]
}

/** The facts of a row in words; the name of one that an earlier edition wrote and this one does not know stays as it is. */
export function factsSay(facts: Readonly<Record<string, unknown>>, nameOf: NameOf): FactSay[] {
  return Object.entries(facts).map(([name, value]) => ({
    name: hasWords(name) ? factWords[name] : same(name),
    value: valueSay(name, value, nameOf),
  }))
}
