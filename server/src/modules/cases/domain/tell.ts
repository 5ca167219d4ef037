import type { Say } from '#platform/refusal'

/** What the reporter is told of a step; `unit` is the name of who has it. Steps that are no news for the reporter are not here. */
const steps: Readonly<Record<string, (facts: { number: string; unit: string; outcome?: string | null }) => Say>> = {
  'case.report': ({ number }) => ({ zh: `您反映的事已收到，编号 ${number}。`, en: `We have received your matter ${number}.` }),
  'case.register': ({ number }) => ({ zh: `${number} 已受理。`, en: `${number} was accepted.` }),
  'case.dispatch': ({ number, unit }) => ({ zh: `${number} 已交给${unit}。`, en: `${number} was handed to ${unit}.` }),
  'case.askReporter': ({ number }) => ({ zh: `${number} 需要您补充一点情况。`, en: `${number}: we need a little more from you.` }),
  'case.ordersDone': ({ number }) => ({
    zh: `${number} 已有答复，请您说说是否真的解决了。`,
    en: `${number} has an answer; please say whether it was really solved.`,
  }),
  'case.extend': ({ number }) => ({
    zh: `${number} 延长了期限，理由可以在里面看到。`,
    en: `${number} was given more time; the reason is inside.`,
  }),
  'case.refer': ({ number }) => ({
    zh: `${number} 要走法定途径，办法可以在里面看到。`,
    en: `There is a lawful channel for ${number}; see inside.`,
  }),
  'case.confirmDecline': ({ number }) => ({
    zh: `${number} 没有受理，原因可以在里面看到。`,
    en: `${number} was not taken in; the reason is inside.`,
  }),
  'case.merge': ({ number }) => ({
    zh: `${number} 与别人反映的同一件事合并办理，编号不变，答复会一并告诉您。`,
    en: `${number} is handled together with the same matter that others reported; your number stays and you get the same answer.`,
  }),
  'case.split': ({ number }) => ({
    zh: `${number} 改为单独办理，原来的期限不变。`,
    en: `${number} is handled on its own again; what was promised still holds.`,
  }),
  'case.answered': ({ number, outcome }) =>
    outcome === 'unsolvable'
      ? { zh: `${number} 目前还解决不了，后续安排可以在里面看到。`, en: `${number} cannot be solved for now; the plan is inside.` }
      : { zh: `${number} 已有答复，请您说说是否真的解决了。`, en: `${number} has an answer; please say whether it was really solved.` },
  'case.workResumed': ({ number }) => ({
    zh: `${number} 还没有真正解决，正在接着办，有了新答复再请您评价。`,
    en: `${number} is not really solved yet and goes on; you will be asked again after the next answer.`,
  }),
  'case.endedTogether': ({ number }) => ({
    zh: `${number} 已有结果，可以在里面看到。`,
    en: `There is a result for ${number}; see inside.`,
  }),
  'case.extendTogether': ({ number }) => ({
    zh: `${number} 延长了期限，理由可以在里面看到。`,
    en: `${number} was given more time; the reason is inside.`,
  }),
  'case.transfer': ({ number }) => ({
    zh: `${number} 已转到另一个县区继续办理，编号不变。`,
    en: `${number} goes on in another county under the same number.`,
  }),
  'case.verify': ({ number }) => ({ zh: `${number} 已有人到现场核实。`, en: `${number} was checked on the spot.` }),
  'case.help': ({ number }) => ({ zh: `${number} 得到上级支援。`, en: `Help was sent for ${number}.` }),
  'case.decideReopen': ({ number }) => ({ zh: `${number} 是否重办已有决定。`, en: `It was decided whether ${number} is reopened.` }),
  'case.review': ({ number }) => ({ zh: `${number} 的挂账已复核。`, en: `The deferral of ${number} was reviewed.` }),
  'case.callBack': ({ number }) => ({ zh: `${number} 的回访已记录。`, en: `The callback about ${number} was recorded.` }),
}

export const toldEvents: readonly string[] = Object.keys(steps)

/** The sentence of a step, or null when it is no news. */
export function stepSay(kind: string, facts: { number: string; unit: string; outcome?: string | null }): Say | null {
  return steps[kind]?.(facts) ?? null
}
