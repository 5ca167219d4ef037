import { minutes, naturalDays, workingDays } from '#platform/calendar'
import { maxWaitDays, clock } from './case-life.ts'
import { isDrawn } from './draw.ts'
import { desk } from './who.ts'

/** The promises about a case; rules.md “Clocks”. */
export const caseClocks = {
  handOver: clock({
    say: { zh: '交办', en: 'Hand over' },
    limit: workingDays(1),
    during: ['submitted', 'registered', 'declineProposed'],
    pausedIn: ['waitingForReporter'],
    while: (noun) => noun.state !== 'waitingForReporter' || noun.back_to === 'registered',
    escalates: desk('supervisor', { zh: '超时未交办', en: 'Not handed over in time' }),
  }), // 002-75
  emergency: clock({
    say: { zh: '紧急移交', en: 'Emergency hand-over' },
    limit: minutes(5),
    during: ['submitted', 'registered', 'open'],
    while: (noun) => noun.emergency && noun.emergency_record === null,
    escalates: desk('supervisor', { zh: '紧急事项未移交', en: 'Emergency not handed over' }),
  }),
  finish: clock({
    say: { zh: '办结', en: 'Finish' },
    limit: naturalDays(7),
    during: ['submitted', 'registered', 'declineProposed', 'open', 'merged'],
    pausedIn: ['waitingForReporter'],
    while: (noun) => noun.state !== 'merged' || noun.fed_back_at === null,
    from: (noun, round) => (round === 1 ? new Date(noun.reported_at) : null),
    escalates: (noun, settings) =>
      noun.state === 'merged' ? [] : desk('supervisor', { zh: '超期未办结', en: 'Not finished in time' })(noun, settings),
  }), // 002-75
  waiting: clock({
    say: { zh: '等反映人补充', en: 'Waiting for the reporter' },
    limit: (noun) => workingDays(Math.max(1, maxWaitDays - noun.waited_days)),
    during: ['waitingForReporter'],
    breach: 'resume',
  }),
  verify: clock({
    say: { zh: '核查', en: 'Verify' },
    limit: workingDays(3),
    during: ['verifying'],
    escalates: desk('supervisor', { zh: '超时未核查', en: 'Not verified in time' }),
  }),
  reporterWindow: clock({
    say: { zh: '反映人评价', en: 'The reporter’s word' },
    limit: naturalDays(7),
    during: ['callback'],
    while: (noun) => !noun.reporter_silent,
    breach: 'reporterSilent',
  }),
  callback: clock({
    say: { zh: '回访', en: 'Call back' },
    limit: workingDays(3),
    during: ['callback'],
    while: (noun, settings) => noun.reporter_silent && isDrawn(noun, settings),
    escalates: desk('supervisor', { zh: '超时未回访', en: 'Not called back in time' }),
  }),
  // As long as the callback's, so that a matter that is not drawn looks like one that is until its end.
  notDrawn: clock({
    say: { zh: '回访', en: 'Call back' },
    limit: workingDays(3),
    during: ['callback'],
    while: (noun, settings) => noun.reporter_silent && !isDrawn(noun, settings),
    breach: 'notDrawn',
  }),
  decideReopen: clock({
    say: { zh: '决定重办', en: 'Decide on reopening' },
    limit: workingDays(1),
    during: ['reopenRequested'],
    escalates: desk('supervisor', { zh: '重办待决定', en: 'Reopening to be decided' }),
  }),
  review: clock({ say: { zh: '复核挂账', en: 'Review' }, limit: naturalDays(90), during: ['deferred'] }),
}
