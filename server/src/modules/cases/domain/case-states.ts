import type { StateSpec } from '#mechanisms/flow'
import type { Case } from './case.ts'
import { isDrawn } from './draw.ts'
import { desk } from './who.ts'

/** Where a case can stand, and for whom it waits there. */
export const caseStates = {
  submitted: {
    say: { zh: '已收到', en: 'Received' },
    waitsFor: (noun, s) => [
      ...desk('dispatcher', {
        zh: noun.emergency ? '紧急，待受理' : '待受理',
        en: noun.emergency ? 'Emergency, to be taken in' : 'To be taken in',
      })(noun, s),
      ...desk('communityDesk', { zh: '待受理', en: 'To be taken in' })(noun, s),
      ...(noun.emergency
        ? desk('hotlineClerk', { zh: '紧急，请核实是否已报警', en: 'Emergency: make sure it was called in' })(noun, s)
        : []),
    ],
  },
  registered: {
    say: { zh: '已受理', en: 'Accepted' },
    waitsFor: (noun, s) => [
      ...desk('dispatcher', { zh: '待派单', en: 'To be dispatched' })(noun, s),
      ...(noun.severity === 'joint' ? [] : desk('communityDesk', { zh: '待派单', en: 'To be dispatched' })(noun, s)),
    ],
  },
  open: { say: { zh: '办理中', en: 'Being handled' }, waitsFor: () => [] },
  merged: { say: { zh: '合并办理', en: 'Handled together' }, waitsFor: () => [] },
  waitingForReporter: {
    say: { zh: '等反映人补充', en: 'Waiting for the reporter' },
    waitsFor: (noun) =>
      noun.reporter_account
        ? [{ post: `account:${noun.reporter_account}`, why: { zh: '请补充情况', en: 'Please add what is missing' } }]
        : [],
  },
  verifying: {
    say: { zh: '核查中', en: 'Being verified' },
    waitsFor: (noun, s) => {
      const grid = desk('gridWorker', { zh: '待核查', en: 'To be verified' })(noun, s)
      return grid.length > 0 && noun.channel !== 'gridWorker'
        ? grid
        : desk('communityDesk', { zh: '待核查', en: 'To be verified' })(noun, s)
    },
  },
  callback: {
    say: { zh: '请您评价', en: 'Waiting for your word' },
    waitsFor: (noun, s) =>
      noun.reporter_silent || !noun.reporter_account
        ? noun.reporter_silent
          ? isDrawn(noun, s)
            ? desk('callbackAgent', { zh: '待回访', en: 'To be called back' })(noun, s)
            : []
          : []
        : [{ post: `account:${noun.reporter_account}`, why: { zh: '请说说是否真的解决了', en: 'Please say whether it was solved' } }],
  },
  reopenRequested: {
    say: { zh: '申请重办，待决定', en: 'Reopening asked for' },
    waitsFor: desk('supervisor', { zh: '重办待决定', en: 'Reopening to be decided' }),
  },
  deferred: {
    say: { zh: '暂无法解决，已挂账', en: 'Deferred with a plan' },
    waitsFor: desk('dispatcher', { zh: '挂账待复核', en: 'Deferred, to be reviewed' }),
  },
  declineProposed: {
    say: { zh: '拟不予受理，待复核', en: 'Decline proposed' },
    waitsFor: desk('supervisor', { zh: '不予受理待复核', en: 'Decline to be confirmed' }),
  },
  closed: { say: { zh: '已办结', en: 'Closed' }, final: true },
  declined: { say: { zh: '不予受理', en: 'Declined' }, final: true },
  referred: { say: { zh: '已告知法定途径', en: 'Lawful channel told' }, final: true },
  transferred: { say: { zh: '已转其他县区', en: 'Transferred' }, final: true },
} satisfies Record<string, StateSpec<Case>>
