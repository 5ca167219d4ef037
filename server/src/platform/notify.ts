/** Telling people: the inbox, pages that are open, and what a text message would have said. */
export { type Message, notify, toAccount, toPost } from './notify/inbox.ts'
export { type Live, openLive } from './notify/live.ts'
export { type Sms, sendSms } from './notify/sms.ts'
