import { holds } from '../../../platform/actor.ts'
import { route } from '../../../platform/http/route.ts'
import { canSeeRoles } from '../policy.ts'
import { findModules } from './module-switches.queries.ts'
import { switchModule } from './module-switches.ts'
import { ModuleParams } from './people.schemas.ts'
import { ModuleList, ModuleSwitch, ModuleView } from './roles.schemas.ts'

export const moduleSwitchRoutes = [
  route({
    method: 'GET',
    path: '/modules',
    summary: 'Modules of the organization',
    response: ModuleList,
    allow: canSeeRoles,
    handle: async (ctx) => ({ items: await findModules(ctx.db, ctx.organizationId) }),
  }),
  route({
    method: 'PUT',
    path: '/modules/:moduleKey',
    summary: 'Switch a module for the whole organization',
    params: ModuleParams,
    body: ModuleSwitch,
    response: ModuleView,
    allow: holds('identity.settings.manage'),
    handle: (ctx, _, { params, body }) => switchModule(ctx, params.moduleKey, body.isActive),
  }),
]
