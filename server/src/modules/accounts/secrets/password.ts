import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes, one lane (OWASP 2025); about 30–130 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The hash that is kept of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST)

let nobody: Promise<string> | null = null

/** True if the password is right. Takes as long for an account that does not exist (`kept` null), so that none is betrayed. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const right = await verify(kept ?? (await nobody), password)
  return right && kept !== null
}
