export const channels = ['in_app', 'email'] as const
export type Channel = (typeof channels)[number]

/** Every kind of notice, and where it goes unless a person chose otherwise. Whoever sends a new kind adds it here. */
export const noticeTypes = {
  'identity.role_changed': { in_app: true, email: false },
  'learning.enrolled': { in_app: true, email: false },
  'learning.certificate_issued': { in_app: true, email: true },
  'learning.certificate_revoked': { in_app: true, email: true },
  'learning.learner_completed': { in_app: true, email: false },
  'imports.finished': { in_app: true, email: false },
  'imports.failed': { in_app: true, email: true },
} as const satisfies Record<string, Record<Channel, boolean>>

export type NoticeType = keyof typeof noticeTypes
export const noticeTypeNames = Object.keys(noticeTypes) as NoticeType[]

export const severities = ['info', 'warning', 'error', 'critical'] as const
export type Severity = (typeof severities)[number]
