import type { Rule } from './rule.ts'

export interface Category {
  readonly code: number
  readonly name: string
  readonly nameEn: string
  readonly kind: 'service' | 'statutory'
  readonly rule: Rule | null
}

/** Entitlements that touch health, and duties by statute: a vault of their own, on no case, map, figure or export (rules.md 2.9). */
export const statutoryCodes: readonly number[] = [28, 29, 30, 43, 44, 45]
export const isStatutory = (code: number): boolean => statutoryCodes.includes(code)

/**
 * What nobody is marked for: petitioning, religion, HIV, or any diagnosis (PIPL article 28). Written so that the words themselves stand on no
 * screen. The statutory six are entitlements by law and are named as their laws name them.
 */
const forbidden =
  /上访|[信缠闹]访|宗教|信[教徒众]|教[徒民派众]|佛教|基督|伊斯兰|天主|法轮|邪教|艾[滋兹]|感染者|HIV|AIDS|petition|relig|faith|church|mosque|患者|癌|症|病|diagnos|disease|patient/i

/** Whether a category may be called so; the statutory six keep the names of their laws. */
export const mayBeCalled = (code: number, ...names: readonly string[]): boolean =>
  isStatutory(code) || !names.some((name) => forbidden.test(name))

const matter = (...names: string[]): Rule => ({ matter: names })
const service = (code: number, name: string, nameEn: string, rule: Rule | null = matter(name)): Category => ({
  code,
  name,
  nameEn,
  kind: 'service',
  rule,
})
const statutory = (code: number, name: string, nameEn: string): Category => ({ code, name, nameEn, kind: 'statutory', rule: null })
const elder: Rule = { ageFrom: 60 }

/** The 45 with which a city begins (rules.md 2.9: a proposal, not the city's list); names and rules are the city's to change. */
export const firstCategories: readonly Category[] = [
  service(1, '低保', 'Minimum living allowance'),
  service(2, '低保边缘', 'Near the minimum allowance'),
  service(3, '分散供养特困', 'Extreme hardship, at home', matter('分散供养特困', '特困')),
  service(4, '集中供养特困', 'Extreme hardship, in a home'),
  service(5, '刚性支出困难', 'Hardship by unavoidable spending'),
  service(6, '临时救助', 'Temporary relief'),
  service(7, '防返贫监测', 'Watched against falling back into poverty'),
  service(8, '脱贫户', 'Household lifted out of poverty'),
  service(9, '独居老人', 'Elder living alone', { all: [elder, { householdOf: 1 }] }),
  service(10, '空巢老人', 'Elders without children at home', { all: [elder, { householdAllFrom: 60 }, { not: { householdOf: 1 } }] }),
  service(11, '留守老人', 'Elder left behind'),
  service(12, '高龄老人', 'Eighty and older', { ageFrom: 80 }),
  service(13, '百岁老人', 'A hundred and older', { ageFrom: 100 }),
  service(14, '失能老人', 'Elder who needs care', { all: [elder, matter('失能', '失能老人')] }),
  service(15, '失智老人', 'Elder who needs guidance', { all: [elder, matter('失智', '失智老人')] }),
  service(16, '孤寡老人', 'Elder without kin'),
  service(17, '计生特殊家庭', 'Family that lost its only child'),
  service(18, '经济困难老人', 'Elder in economic hardship', {
    all: [elder, { any: [matter('低保', '低保边缘', '特困', '分散供养特困')] }],
  }),
  service(19, '孤儿', 'Orphan'),
  service(20, '事实无人抚养儿童', 'Child de facto without support'),
  service(21, '留守儿童', 'Child left behind'),
  service(22, '困境儿童', 'Child in hardship'),
  service(23, '流动儿童', 'Child of movers'),
  service(24, '重点青少年', 'Young person to be supported'),
  service(25, '持证残疾人', 'Holder of a disability card', matter('持证残疾')),
  service(26, '重度残疾人', 'Severe disability', { matter: ['持证残疾'], level: ['1', '2', '一级', '二级'] }),
  service(27, '两项补贴对象', 'Receives the two disability allowances', {
    any: [matter('两项补贴'), { all: [{ matter: ['持证残疾'], level: ['1', '2', '一级', '二级'] }, matter('低保', '特困')] }],
  }),
  statutory(28, '大病救助对象', 'Receives medical relief'),
  statutory(29, '严重精神障碍救治救助对象', 'Receives treatment relief, as the health authority says'),
  statutory(30, '慢病签约服务对象', 'Signed up for family doctor services'),
  service(31, '退役军人', 'Veteran'),
  service(32, '优抚对象', 'Receives special care and preference'),
  service(33, '军属', 'Soldier’s family'),
  service(34, '见义勇为、道德模范', 'Honoured for courage or example'),
  service(35, '就业困难人员', 'Hard to employ'),
  service(36, '零就业家庭', 'Household without work'),
  service(37, '登记失业', 'Registered as unemployed'),
  service(38, '未就业毕业生', 'Graduate without work'),
  service(39, '新就业群体', 'New forms of work'),
  service(40, '流动人口', 'Living away from home'),
  service(41, '港澳台和外籍', 'From Hong Kong, Macao, Taiwan or abroad'),
  service(42, '流动党员', 'Party member away from home'),
  statutory(43, '社区矫正对象', 'In community correction'),
  statutory(44, '安置帮教对象', 'Released, being settled and helped'),
  statutory(45, '戒毒康复人员', 'In rehabilitation'),
]
