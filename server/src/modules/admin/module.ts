import { defineModule } from '../../platform/module.ts'
import { runRoutes } from './runs.routes.ts'

export const admin = defineModule({ name: 'admin', routes: runRoutes })
