import { z } from 'zod'
import { roles } from '#platform/context'

export const Words = z.object({ zh: z.string(), en: z.string() })
export const Page = { after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
export const IdPath = z.strictObject({ id: z.uuid() })
export const PostPath = z.strictObject({ id: z.string().regex(/^[a-zA-Z]+:[a-zA-Z0-9.-]{1,60}:\d{2,15}$/) })
export const TokenPath = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) })
const Scope = z.string().regex(/^\d{2,15}$/)
export const SignInName = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
const Password = z.string().min(1).max(128)
const Code = z.string().regex(/^\d{6}$/)
export const PersonName = z.string().trim().min(1).max(60)
const Phone = z.string().trim().min(1).max(30)

export const Me = z
  .object({
    account: z.object({ id: z.string(), name: z.string(), kind: z.enum(['resident', 'staff']), signIn: z.string().nullable() }),
    posts: z.array(
      z.object({
        id: z.string(),
        role: z.enum(roles),
        roleSay: Words,
        org: z.object({ id: z.string(), name: z.string() }),
        area: z.object({ code: z.string(), name: z.string() }),
      }),
    ),
    counts: z.object({ waiting: z.number().int(), soon: z.number().int(), late: z.number().int(), more: z.boolean() }),
    lang: z.enum(['zh', 'en']),
    secondFactor: z.enum(['on', 'needed', 'off']),
    demonstration: z.boolean(),
  })
  .meta({ id: 'Me' })

export const SignIn = z
  .union([
    z.strictObject({ account: z.string().trim().min(1).max(60), password: Password, code: Code.optional() }),
    z.strictObject({ phone: Phone, code: Code }),
  ])
  .meta({ id: 'SignIn' })
export const PhoneBody = z.strictObject({ phone: Phone }).meta({ id: 'PhoneBody' })
export const PasswordChange = z.strictObject({ current: Password, next: Password }).meta({ id: 'PasswordChange' })
export const CodeBody = z.strictObject({ code: Code }).meta({ id: 'CodeBody' })
export const Factor = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'SecondFactor' })
export const Ok = z.object({ ok: z.literal(true) }).meta({ id: 'Ok' })

export const Session = z
  .object({ id: z.string(), device: z.string(), signedInAt: z.string(), endsAt: z.string(), here: z.boolean() })
  .meta({ id: 'Session' })
export const SessionList = z.object({ items: z.array(Session) }).meta({ id: 'SessionList' })

export const LookList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        unit: z.string(),
        role: Words.nullable(),
        name: z.string(),
        field: z.string(),
        fieldSay: Words,
        purpose: z.string(),
        purposeSay: Words,
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'LookList' })

export const Invitation = z
  .object({ kind: z.enum(['firstAdministrator', 'account']), signIn: z.string().nullable(), expiresAt: z.string() })
  .meta({ id: 'Invitation' })
export const Accept = z.strictObject({ password: Password }).meta({ id: 'AcceptInvitation' })
export const Found = z
  .strictObject({
    signIn: SignInName,
    name: PersonName,
    password: Password,
    area: z.string().regex(/^\d{4}(?:\d{2})?$/),
    cityName: z.string().trim().min(2).max(60),
  })
  .meta({ id: 'FoundCity' })

export const Account = z
  .object({
    id: z.string(),
    kind: z.enum(['resident', 'staff']),
    signIn: z.string().nullable(),
    name: z.string(),
    phone: z.string(),
    area: z.string(),
    areaName: z.string(),
    locked: z.boolean(),
    hasPassword: z.boolean(),
    secondFactor: z.boolean(),
    createdAt: z.string(),
    posts: z.array(z.object({ holding: z.string(), post: z.string(), roleSay: Words.nullable(), orgName: z.string(), from: z.string() })),
  })
  .meta({ id: 'Account' })
export const AccountList = z.object({ items: z.array(Account), next: z.string().nullable() }).meta({ id: 'AccountList' })
export const AccountBody = z
  .strictObject({ signIn: SignInName, name: PersonName, phone: Phone.optional(), area: Scope })
  .meta({ id: 'AccountBody' })
export const AccountPatch = AccountBody.omit({ signIn: true }).partial().strict().meta({ id: 'AccountPatch' })
/** `link` is there once, in the first answer. */
export const AccountMade = z.object({ account: Account, link: z.string().nullable() }).meta({ id: 'AccountMade' })
export const Link = z.object({ link: z.string() }).meta({ id: 'InvitationLink' })

export const HolderList = z
  .object({
    items: z.array(z.object({ id: z.string(), account: z.string(), name: z.string(), from: z.string(), to: z.string().nullable() })),
  })
  .meta({ id: 'HolderList' })
export const HoldingMade = z.object({ id: z.string(), post: z.string(), account: z.string() }).meta({ id: 'Holding' })

export const KeyList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        area: z.string(),
        areaName: z.string(),
        createdAt: z.string(),
        endedAt: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ApiKeyList' })
export const KeyBody = z.strictObject({ name: z.string().trim().min(1).max(80), area: Scope }).meta({ id: 'ApiKeyBody' })
/** `key` is there once, in the first answer. */
export const KeyMade = z.object({ id: z.string(), key: z.string().nullable() }).meta({ id: 'ApiKeyMade' })
