/** Every permission there is, by the module that asks for it. Roles hold sets of these; the owner holds `*`. */
export const permissions = {
  identity: [
    'identity.people.read',
    'identity.people.manage',
    'identity.people.impersonate',
    'identity.roles.manage',
    'identity.settings.manage',
    'identity.security.manage',
  ],
  audit: ['audit.read', 'audit.redact'],
  files: ['files.read', 'files.manage'],
  notifications: ['notifications.mail.read'],
  learning: [
    'learning.courses.author',
    'learning.courses.manage',
    'learning.learners.read',
    'learning.learners.manage',
    'learning.certificates.manage',
  ],
  imports: ['imports.courses'],
  admin: ['admin.jobs'],
} as const

export type Permission = (typeof permissions)[keyof typeof permissions][number]

/** The catalogue as one list. */
export const everyPermission: Permission[] = Object.values(permissions).flat()

/** Modules that can be switched; the others are always on. */
export const switchableModules = ['learning', 'imports', 'files', 'notifications', 'audit', 'admin'] as const

/** Roles every organization begins with. Ranks say who stands above whom. */
export const builtInRoles: Array<{
  key: string
  name: string
  description: string
  rank: number
  permissions: Array<Permission | '*'>
  isDefault: boolean
}> = [
  {
    key: 'owner',
    name: 'Owner',
    description: 'May do everything, also remove administrators.',
    rank: 100,
    permissions: ['*'],
    isDefault: false,
  },
  {
    key: 'admin',
    name: 'Administrator',
    description: 'Runs the organization: people, roles, settings, courses, audit.',
    rank: 80,
    permissions: everyPermission,
    isDefault: false,
  },
  {
    key: 'mentor',
    name: 'Teacher',
    description: 'Writes courses and looks after learners.',
    rank: 40,
    permissions: [
      'learning.courses.author',
      'learning.learners.read',
      'learning.certificates.manage',
      'imports.courses',
      'files.manage',
    ],
    isDefault: false,
  },
  {
    key: 'student',
    name: 'Learner',
    description: 'Takes courses.',
    rank: 10,
    permissions: [],
    isDefault: true,
  },
]
