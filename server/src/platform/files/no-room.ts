import { type Refusal, refuse } from '../refusal.ts'

const codes = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EMFILE', 'ENFILE'])

/** True when the disk is full, unwritable, or gone. */
export function isNoRoom(error: unknown): boolean {
  return codes.has((error as NodeJS.ErrnoException).code ?? '')
}

const says = {
  photo: {
    zh: '照片暂时存不下，没有保存。可以先不带照片提交，或稍后再传。',
    en: 'Photos cannot be kept at the moment; this one was not saved. Report without it, or send it again later.',
  },
  file: {
    zh: '文件暂时存不下，没有保存。请稍后再传。',
    en: 'The file cannot be kept at the moment and was not saved. Please send it again later.',
  },
}

/** The refusal `files.no-room` (503). */
export function noRoom(what: keyof typeof says = 'photo'): Refusal {
  return refuse('unavailable', 'files.no-room', says[what], { retryAfter: 60 })
}
