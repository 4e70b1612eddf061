import { defineModule } from '../../platform/module.ts'

export const notifications = defineModule({ name: 'notifications', routes: [] })
