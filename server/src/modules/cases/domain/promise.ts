import { sayDate } from '#platform/calendar'
import type { Say } from '#platform/refusal'
import type { Case } from './case.ts'

/** The promise of a matter as one says it to the person it was made to. `holder` is who has it now. */
export function promiseOf(noun: Pick<Case, 'state' | 'clocks' | 'verdict'>, holder: Say, now: Date): Say {
  const due = noun.clocks.find((life) => life.name === 'finish' && life.stoppedAt === null)
  const by = (lang: 'zh' | 'en'): string => (due ? sayDate(new Date(due.dueAt), now, lang).date : '')
  const until: Say = due ? { zh: `，最晚 ${by('zh')} 前答复您`, en: `; you will have an answer by ${by('en')}` } : { zh: '', en: '' }
  const closed: Say = { zh: '这件事已办结', en: 'This matter is closed' }
  const table: Readonly<Record<string, Say>> = {
    submitted: { zh: `已收到，在${holder.zh}手里${until.zh}。`, en: `Received; ${holder.en} has it${until.en}.` },
    registered: { zh: `已受理，在${holder.zh}手里${until.zh}。`, en: `Accepted; ${holder.en} has it${until.en}.` },
    open: { zh: `已交给${holder.zh}${until.zh}。`, en: `It was handed to ${holder.en}${until.en}.` },
    waitingForReporter: { zh: '需要您补充一点情况，补充后接着办。', en: 'We need a little more from you; then it goes on.' },
    verifying: {
      zh: '承办单位说已经办了，正由没有参与办理的人到现场核实。',
      en: 'The unit says it is done; somebody who had no part in it is checking on the spot.',
    },
    callback: { zh: '承办单位已有答复，请您说说是否真的解决了。', en: 'The unit has answered; please say whether it was really solved.' },
    reopenRequested: {
      zh: '您说没有解决，正在由督办人员决定如何再办。',
      en: 'You said it is not solved; a supervisor is deciding how to go on.',
    },
    deferred: {
      zh: '目前还解决不了，已写明后续安排，到期会再看。',
      en: 'It cannot be solved for now; there is a plan and a date on which it is looked at again.',
    },
    declineProposed: {
      zh: `正在由另一位人员复核是否受理${until.zh}。`,
      en: `Another person is checking whether it can be taken in${until.en}.`,
    },
    declined: { zh: '这件事没有受理，原因见下面。', en: 'It was not taken in; the reason is below.' },
    referred: { zh: '这件事要走法定途径，办法见下面。', en: 'There is a lawful channel for this; see below.' },
    merged: {
      zh: `与别人反映的同一件事合并办理，在${holder.zh}手里${until.zh}。`,
      en: `Handled together with the same matter that others reported; ${holder.en} has it${until.en}.`,
    },
    transferred: { zh: '这件事已转到另一个县区继续办理，编号不变。', en: 'It goes on in another county under the same number.' },
    closed: closedWords(noun, closed),
  }
  return table[noun.state] ?? closed
}

function closedWords(noun: Pick<Case, 'verdict'>, closed: Say): Say {
  if (noun.verdict === 'yes')
    return { zh: `${closed.zh}，您或核查人员说已解决。`, en: `${closed.en}: you or a verifier said it was solved.` }
  if (noun.verdict === 'partly') return { zh: `${closed.zh}，解决了一部分。`, en: `${closed.en}: partly solved.` }
  if (noun.verdict === 'no')
    return {
      zh: `${closed.zh}，但您说没有解决，这一点已如实记录。`,
      en: `${closed.en}, but you said it was not solved; that is on record.`,
    }
  return {
    zh: `${closed.zh}，没有收到您的评价，不算作已解决。`,
    en: `${closed.en}; no word came from you, so it is not counted as solved.`,
  }
}
