import type { EmergencyNumber } from '../category.ts'
import type { Say } from '#platform/refusal'

/**
 * A danger that words can tell of. `sure`: the words alone say that it is happening. `likely`: they say so in a short message,
 * or beside a word such as 正在; in a long letter they mostly tell of the past.
 */
export type DangerRule = {
  readonly name: 'fire' | 'gas' | 'electricity' | 'injury' | 'trapped' | 'violence' | 'life' | 'collision'
  readonly call: EmergencyNumber
  readonly say: Say
  readonly sure: string
  readonly likely: string
}

/** In the order in which they are judged: what kills first comes first (rules.md section 4). */
export const dangerRules: readonly DangerRule[] = [
  {
    name: 'gas',
    call: '119',
    say: {
      zh: '先离开，不要点火、不要开关电器，到外面再打 119。头晕恶心打 120。',
      en: 'Leave first; no flame, no switches; call 119 from outside. If dizzy or sick, call 120.',
    },
    sure: '闻到煤气 闻到燃气 闻到天然气 闻到液化气 煤气味很 煤气味大 燃气味很 一股煤气味 一股燃气味 煤气泄漏了 燃气泄漏了 天然气泄漏了 正在漏气 煤气中毒 smell_gas smell_of_gas gas_leak',
    likely: '煤气味 燃气味 天然气味 液化气味 煤气泄漏 燃气泄漏 天然气泄漏 煤气漏 燃气漏 天然气漏 液化气漏 漏煤气 漏燃气 漏天然气',
  },
  {
    name: 'fire',
    call: '119',
    say: { zh: '请先离开火和烟，到安全的地方马上打 119。', en: 'Get away from fire and smoke first, then call 119 at once.' },
    sure: '着火了 起火了 失火了 着大火 烧起来了 着起来了 正在着火 正在燃烧 火势很大 火势越来越大 冒浓烟了 on_fire house_fire fire_in_the',
    likely: '着火 起火 失火 火势 冒浓烟 浓烟滚滚 火灾 爆炸了 爆炸',
  },
  {
    name: 'electricity',
    call: '119',
    say: {
      zh: '不要碰电线，也不要碰触电的人，离开 8 米以外，打 119；有人触电同时打 120。',
      en: 'Touch neither the wire nor the person; stay 8 metres away; call 119, and 120 if someone has had a shock.',
    },
    sure: '触电了 被电到了 被电倒 电线冒火 冒火花 冒电火花 电线断了掉 电线掉下来 电线掉在 电线掉到 高压线断 高压线掉 live_wire electric_shock',
    likely: '触电 漏电 电线断 电线掉 电线垂',
  },
  {
    name: 'trapped',
    call: '119',
    say: {
      zh: '有人被困或掉下去：马上打 119，受伤同时打 120。',
      en: 'Somebody is trapped or has fallen in: call 119 at once, and 120 if hurt.',
    },
    sure: '有人被困 人被困 被困在电梯 困在电梯里 困在里面 掉进井 掉到井 掉井里 掉下井 掉进下水道 掉河里 掉进河 掉到河里 落水了 溺水了 有人落水 有人溺水 塌了压 被埋 压在下面 trapped_in',
    likely: '被困 落水 溺水 塌方 坍塌 房子塌了 楼塌',
  },
  {
    name: 'life',
    call: '110',
    say: {
      zh: '有人要轻生：马上打 110，陪着他，不要离开。心理援助热线 12356。',
      en: 'Somebody means to end their life: call 110 at once and stay with them. Crisis line 12356.',
    },
    sure: '要跳楼 想跳楼 准备跳楼 正在跳楼 要轻生 想轻生 要自杀 想自杀 割腕 喝农药了 喝了农药 不想活了 suicide',
    likely: '跳楼 轻生 自杀',
  },
  {
    name: 'violence',
    call: '110',
    say: {
      zh: '正在动手、有人有危险：先躲开，马上打 110；受伤打 120。',
      en: 'People are fighting or in danger: get away and call 110 at once; if hurt, 120.',
    },
    sure: '正在打架 打起来了 正在打人 持刀 拿刀砍 拿着刀 砍人了 正在砍 抢劫了 被抢了 入室抢劫 有人撬门 正在撬门 被绑架了 正在家暴 打老婆呢 being_attacked with_a_knife',
    likely: '打架 斗殴 砍人 家暴 抢劫 绑架 打伤了',
  },
  {
    name: 'collision',
    call: '122',
    say: {
      zh: '刚出车祸：先打 122，有人受伤同时打 120，车停好、人到路边。',
      en: 'An accident has just happened: call 122, and 120 if someone is hurt; get off the road.',
    },
    sure: '刚出车祸 出车祸了 刚撞车 撞人了 撞到人了 被车撞了 刚才撞',
    likely: '车祸 撞车 被车撞',
  },
  {
    name: 'injury',
    call: '120',
    say: {
      zh: '有人受伤、昏倒或喘不上气：马上打 120，等人来以前不要随便搬动。',
      en: 'Somebody is hurt, unconscious or cannot breathe: call 120 at once and do not move them.',
    },
    sure: '有人受伤 有人晕倒 有人昏倒 晕倒了 昏倒了 不省人事 昏迷不醒 流血不止 大出血 喘不上气 没有呼吸 没呼吸 心脏病犯 心脏病发作 抽搐 口吐白沫 食物中毒了 有人中毒 unconscious bleeding heart_attack',
    likely: '受伤了 晕倒 昏倒 昏迷 砸伤 摔伤 烫伤 烧伤 砸到人 咬伤 中毒',
  },
]

/** Sayings that contain a danger word and mean none; they are taken out of the text before it is judged. */
export const harmless =
  '着火了一样 着火了似的 像着火 如着火 跟着火 好像起火 火锅 火车 火爆 火热 火气 上火 发火 恼火 冒火了 眼里冒火 心里冒火 着急上火 走火入魔 如火如荼 水深火热 ' +
  '消防通道 灭火器 防火 灭火 火灾隐患 火灾险 火灾报警器 消防安全 爆炸性 爆炸式 信息爆炸 漏电保护 漏电保护器 烟花爆炸 轮胎漏气 车胎漏气 ' +
  '困在心里 被困扰 被困难 被困惑 自杀式 跳楼价 打架子 家暴妇女 工伤 受伤害 很受伤 心灵受伤 感情受伤 昏迷期 触电视 大出血价 ' +
  '反家暴 防家暴 防溺水 防触电 防煤气中毒 预防煤气中毒 防中毒 高血压 打架斗殴现象 一氧化碳报警器 燃气报警器'

/** Beside these, in the same clause, a danger is only imagined. */
export const hypotheses = '万一 如果 假如 要是 一旦 倘若 若是 那就 if_there in_case what_if'

/** Beside these, in the same clause, a danger is feared, past, denied or spoken of in general. */
export const hedges =
  '容易 可能 怕 担心 害怕 恐怕 生怕 隐患 曾 去年 前年 以前 上次 上个月 上月 那年 当年 年前 多年 当时 后来 过去 经常 有时 没有 没着 没起 未发生 并未 ' +
  '防止 避免 预防 杜绝 引发 引起 导致 造成 会不会 该怎么办 该如何 谁负责 存在 潜在 风险 危险性 威胁 严重者 例如 比如 诸如 类似 等等 事件 事故 案 现象 赔偿 鉴定 法院 判决 住院 治疗 死者 去世 因 曾经 之后 后 ' +
  'might could last_year'

/** Beside these it is happening now, unless it is imagined. */
export const happeningNow = '正在 现在 刚刚 刚才 马上 快来 救命 赶快 赶紧 快点来 紧急 此刻 眼下 快派人 help right_now just_now'
