import type { Emergency, EmergencyNumber } from '../category.ts'

const first = (call: EmergencyNumber, minutes: number, zh: string, en: string): Emergency => ({ call, minutes, say: { zh, en } })

/**
 * Classes whose very choice may mean danger: said above the form before anything is asked (rules.md section 4).
 * 5 minutes: danger by itself. 60 minutes: danger only if it is happening now.
 */
export const classEmergencies: Readonly<Record<string, Emergency>> = {
  '10002': first(
    '119',
    5,
    '电线掉下来：不要碰，离开 8 米以外，先打 119，再报供电 95598。',
    'A fallen power line: do not touch it, stay 8 metres away, call 119, then the power company 95598.',
  ),
  '21007': first(
    '119',
    5,
    '闻到煤气味：不要点火、不要开关电器、开窗离开，到外面再打 119。',
    'Smell of gas: no flame, no switches, open a window and leave; call 119 from outside.',
  ),
  '22008': first('110', 60, '如果正在挨打或有危险，请马上打 110。', 'If someone is being hurt or is in danger now, call 110 at once.'),
  '29003': first(
    '110',
    60,
    '如果正在发生、有人有危险，请马上打 110。这里收的是事后反映的情况。',
    'If it is happening now or someone is in danger, call 110 at once. This form is for telling us afterwards.',
  ),
  '29006': first(
    '122',
    60,
    '如果刚出了交通事故，请马上打 122；有人受伤打 120。',
    'If an accident has just happened, call 122 at once; if someone is hurt, 120.',
  ),
}
