import { admin } from './modules/admin/module.ts'
import { audit } from './modules/audit/module.ts'
import { files } from './modules/files/module.ts'
import { identity } from './modules/identity/module.ts'
import { imports } from './modules/imports/module.ts'
import { learning } from './modules/learning/module.ts'
import { notifications } from './modules/notifications/module.ts'
import type { Module } from './platform/module.ts'

/** All modules, from ground to roof. A module may call the doors of those before it. */
export const modules: Module[] = [audit, identity, files, notifications, learning, admin, imports]
