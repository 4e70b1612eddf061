import { defineModule } from '../../platform/module.ts'

export const admin = defineModule({ name: 'admin', routes: [] })
