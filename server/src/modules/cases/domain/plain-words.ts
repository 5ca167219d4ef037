import type { Say } from '#platform/refusal'

const plain: Readonly<Record<string, Say>> = {
  'case.report': { zh: '您说了这件事', en: 'You reported it' },
  'case.register': { zh: '受理了', en: 'It was accepted' },
  'case.received': { zh: '从另一个县区转来', en: 'It came from another county' },
  'case.settledOnSpot': { zh: '网格员当场办好了', en: 'A grid worker settled it on the spot' },
  'case.refer': { zh: '告诉您该走的法定途径', en: 'You were told the lawful channel' },
  'case.confirmDecline': { zh: '没有受理，原因写在这里', en: 'It was not taken in; the reason is here' },
  'case.merge': { zh: '和另一件合在一起办', en: 'It is handled together with another matter' },
  'case.split': { zh: '又分开，单独办，期限不变', en: 'It is handled on its own again; the promise stays' },
  'case.answered': { zh: '一起办的事有了答复', en: 'The matter it is handled with has an answer' },
  'case.workResumed': { zh: '还没有真正解决，接着办', en: 'It is not really solved; it goes on' },
  'case.endedTogether': { zh: '一起办的事有了结果', en: 'The matter it is handled with has ended' },
  'case.extendTogether': { zh: '需要更多时间，期限延长了', en: 'More time is needed; the limit was moved' },
  'case.reopenTogether': { zh: '有别的反映人说没解决，接着办', en: 'Another reporter says it is not solved; it goes on' },
  'case.transfer': { zh: '转到另一个县区接着办', en: 'It goes on in another county' },
  'case.askReporter': { zh: '请您补充一点情况', en: 'You were asked for a little more' },
  'case.answer': { zh: '您补充了情况', en: 'You added what was missing' },
  'case.resume': { zh: '接着办', en: 'It goes on' },
  'case.ordersDone': { zh: '有了答复，请您说说是否真的解决了', en: 'There is an answer; please say whether it was really solved' },
  'case.verify': { zh: '有人到现场看过了', en: 'Somebody checked on the spot' },
  'case.say': { zh: '您说了办得怎样', en: 'You said how it went' },
  'case.callBack': { zh: '打电话问过您的意见', en: 'You were asked by phone' },
  'case.reopen': { zh: '您说没解决，重新办', en: 'You said it was not solved; it goes on' },
  'case.decideReopen': { zh: '决定了要不要再办', en: 'It was decided whether it goes on' },
  'case.review': { zh: '又看了一次能不能办', en: 'It was looked at again' },
  'case.extend': { zh: '需要更多时间，期限延长了', en: 'More time is needed; the limit was moved' },
  'case.help': { zh: '上级派来支援', en: 'Help was sent from above' },
  'case.addWords': { zh: '您补充了几句', en: 'You added something' },
  'case.emergencyHandedOver': { zh: '紧急电话已由专人打过', en: 'The emergency service was called' },
  'order.acknowledge': { zh: '接下了，正在安排', en: 'They have it and are arranging it' },
  'order.handle': { zh: '正在办', en: 'They are at work' },
  'order.feedback': { zh: '答复了您', en: 'They answered you' },
}

/** A step in the words of the person it was made for: field words stay at the desk (faces.md). `unit` is who has it now; null when no unit is named. */
export function plainSay(key: string, unit: Say | null): Say | null {
  if (key === 'case.dispatch')
    return unit ? { zh: `交给了${unit.zh}`, en: `It was handed to ${unit.en}` } : { zh: '交给了承办单位', en: 'It was handed to the unit' }
  return plain[key] ?? null
}
