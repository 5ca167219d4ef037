import type { CategoryGroup, Scheme } from '../category.ts'

const standard: Scheme = 'GB/T 47678.5-2026'

const group = (code: string, scheme: Scheme, zh: string, en: string): CategoryGroup => ({ code, scheme, name: { zh, en } })

/** The groups: 01–10 belong to the standard, 20–29 are ours (rules.md appendix A: extension prefixes lie outside 01–10). */
export const groups: readonly CategoryGroup[] = [
  group('01', standard, '市政公用设施', 'Public utilities in the street'),
  group('02', standard, '交通设施', 'Traffic facilities'),
  group('03', standard, '市容环卫设施', 'Street cleaning facilities'),
  group('04', standard, '园林绿化设施', 'Parks and trees'),
  group('05', standard, '其他设施', 'Other facilities'),
  group('06', standard, '市容环境', 'How the street looks'),
  group('07', standard, '宣传广告', 'Advertisements and slogans'),
  group('08', standard, '施工管理', 'Building sites'),
  group('09', standard, '街面秩序', 'Order in the street'),
  group('10', standard, '突发与其他', 'Weather and other'),
  group('20', 'linli', '房屋与物业', 'House and property'),
  group('21', 'linli', '水暖电气网', 'Water, heat, power, gas, internet'),
  group('22', 'linli', '邻里与家庭', 'Neighbours and family'),
  group('23', 'linli', '征地拆迁与规划', 'Land, demolition and planning'),
  group('24', 'linli', '出行与快递', 'Getting about and parcels'),
  group('25', 'linli', '教育、文体与医疗', 'School, culture and health'),
  group('26', 'linli', '社保、救助与劳动', 'Social security, relief and work'),
  group('27', 'linli', '消费、旅游与企业', 'Shopping, travel and business'),
  group('28', 'linli', '环境与农村', 'Environment and village'),
  group('29', 'linli', '政务、平安与其他', 'Government, safety and other'),
]

const byCode = new Map(groups.map((one) => [one.code, one]))

/** The group of a class code of 2 + 3 digits; undefined for a prefix nobody has defined. */
export function findGroup(classCode: string): CategoryGroup | undefined {
  return byCode.get(classCode.slice(0, 2))
}
