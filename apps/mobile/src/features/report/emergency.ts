/** The services that come at once; one is dialled by the person, never by this app. */
export const services = ['110', '119', '120', '122'] as const
export type Service = (typeof services)[number]

/** Words that say danger, so that the phone can answer without a network; the server's catalogue decides where it is reached. */
const dangerous: readonly (readonly [Service, RegExp])[] = [
  [
    '119',
    /着火|起火|失火|火灾|冒烟|冒黑烟|浓烟|爆炸|漏气|漏燃气|燃气泄漏|煤气泄漏|燃气味|煤气味|闻到.{0,3}(燃气|煤气)|被困|溺水|落水|掉(进|到|下)(了)?(井|水|河|坑)|坍塌|塌方|房子?塌|楼塌|触电|漏电/,
  ],
  [
    '120',
    /晕倒|昏迷|昏倒|没有?(了)?(呼吸|意识)|大出血|流血不止|心梗|心脏病|中风|抽搐|煤气中毒|食物中毒|触电|溺水|受重伤|摔(伤|得很重|断)|车祸/,
  ],
  ['110', /持刀|拿刀|砍人|打架|打人|斗殴|抢劫|抢东西|家暴|跳楼|轻生|自杀|威胁要杀|绑架|拐/],
  ['122', /车祸|撞(人|车)了|交通事故/],
]
const dangerousEn: readonly (readonly [Service, RegExp])[] = [
  ['119', /\b(on fire|fire in|smoke|explo\w+|gas leak\w*|smell of gas|trapped|drown\w*|collaps\w+|electrocut\w+)\b/i],
  ['120', /\b(unconscious|not breathing|bleeding|heart attack|stroke|seizure|poison\w*|electrocut\w+|drown\w*|car crash)\b/i],
  ['110', /\b(knife|robb\w+|attack(ed|ing)|fight(ing)?|suicide|kidnap\w*|beating)\b/i],
  ['122', /\b(car crash|traffic accident|hit by a car)\b/i],
]

/** Services that the words call for, the most pressing first; empty when nothing says danger. */
export function servicesFor(text: string): readonly Service[] {
  const found = [...dangerous, ...dangerousEn].filter(([, words]) => words.test(text)).map(([service]) => service)
  return [...new Set(found)]
}

/** What the band above the form shows: the called-for services first, then the other two of the three everybody knows. */
export function dialOrder(first: readonly Service[]): readonly Service[] {
  return [...new Set<Service>([...first, '110', '119', '120'])]
}
