/** 账号: who can sign in, their sessions and keys. */
export { writeApiKey } from './commands/api-keys.ts'
export { seedPasswords, writeResident, writeStaff } from './commands/create.ts'
export { inviteFirstAdministrator } from './commands/invitations.ts'
export { authenticate } from './queries/authenticate.ts'
