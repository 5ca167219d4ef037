import { type Refusal, refuse } from '../refusal.ts'

/** Codes by which the database, or the way to it, says that it cannot serve now: SQL states and system errors. */
const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', '25P02', '55P03', '58030'])

/** 08 connection, 53 resources (but a full disk), 57P shutdown and recovery. */
const awayClasses = /^(08...|53...|57P..)$/

/** What the driver says of a connection that broke or never came, without a code. */
const awayWords = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

const full = new Set(['53100', 'ENOSPC', 'EDQUOT', 'EROFS'])

/**
 * The refusal for an error that says "not now": the disk is full (`server.no-room`), or the database is gone, starting or overrun
 * (`server.unavailable`). Null for every other error. Whether the change was made may be unknown: the same request with the same key tells.
 */
export function unavailable(error: unknown): Refusal | null {
  const { code, message } = error as { code?: unknown; message?: unknown }
  const said = typeof code === 'string' ? code : ''
  if (full.has(said)) {
    return refuse(
      'unavailable',
      'server.no-room',
      {
        zh: '系统的存储空间已满，没有保存任何内容。请稍后再试，管理人员会看到提示。',
        en: 'The disk of the service is full; nothing was saved. Please try again later; its keepers can see it.',
      },
      { retryAfter: 60 },
    )
  }
  if (!away.has(said) && !awayClasses.test(said) && !awayWords.test(typeof message === 'string' ? message : '')) return null
  return refuse(
    'unavailable',
    'server.unavailable',
    {
      zh: '系统暂时不能服务，请稍后再试。重新提交不会重复。',
      en: 'The service is temporarily unavailable; please try again. Sending it again does nothing twice.',
    },
    { retryAfter: 5 },
  )
}
