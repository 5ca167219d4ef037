export interface AccountRow {
  id: string
  kind: 'resident' | 'staff'
  sign_in: string | null
  phone_hash: Buffer | null
  subject_id: string
  area: string
  password: string | null
  password_at: Date | null
  second_factor_at: Date | null
  second_factor_step: number | null
  locked_at: Date | null
  created_at: Date
}

export interface SessionRow {
  token_hash: Buffer
  id: string
  account: string
  created_at: Date
  seen_at: Date
  expires_at: Date
  idle_minutes: number
  complete: boolean
  agent: string
  ended_at: Date | null
}

export interface InvitationRow {
  token_hash: Buffer
  kind: 'firstAdministrator' | 'account'
  account: string | null
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export interface ApiKeyRow {
  id: string
  name: string
  key_hash: Buffer
  area: string
  created_at: Date
  ended_at: Date | null
}

/** The tables of this module, for the compiler. */
export type Tables = {
  'accounts.account': AccountRow
  'accounts.session': SessionRow
  'accounts.failure': { key: Buffer; count: number; last_at: Date; until: Date | null }
  'accounts.code': {
    phone_hash: Buffer
    code_hash: Buffer
    sent_at: Date
    expires_at: Date
    tries: number
    day: string
    sent_today: number
  }
  'accounts.invitation': InvitationRow
  'accounts.api_key': ApiKeyRow
  'accounts.outside_identity': { issuer: string; subject: string; account: string; since: Date }
}
