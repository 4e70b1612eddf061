import { defineModule } from '../../platform/module.ts'
import { frameRoutes } from './frame.routes.ts'
import { removeEnded } from './housekeeping.queries.ts'
import { invitationRoutes } from './invitations.routes.ts'
import { sendReset } from './jobs.ts'
import { loginHistoryRoutes } from './login-history.routes.ts'
import { meRoutes } from './me.routes.ts'
import { memberRoutes } from './members.routes.ts'
import { moduleSwitchRoutes } from './module-switches.routes.ts'
import { organizationRoutes } from './organizations.routes.ts'
import { passwordRoutes } from './passwords.routes.ts'
import { roleRoutes } from './roles.routes.ts'
import { sessionRoutes } from './sessions.routes.ts'
import { setupRoutes } from './setup.routes.ts'
import { signUpRoutes } from './sign-ups.routes.ts'
import { verificationRequestRoutes } from './verification-requests.routes.ts'
import { sendVerificationAgain } from './verification-requests.ts'

export const identity = defineModule({
  name: 'identity',
  routes: [
    ...signUpRoutes,
    ...sessionRoutes,
    ...passwordRoutes,
    ...meRoutes,
    ...loginHistoryRoutes,
    ...organizationRoutes,
    ...memberRoutes,
    ...invitationRoutes,
    ...roleRoutes,
    ...moduleSwitchRoutes,
    ...setupRoutes,
    ...verificationRequestRoutes,
    ...frameRoutes,
  ],
  jobs: [sendReset, sendVerificationAgain],
  schedules: [
    { name: 'identity.remove_ended', everySeconds: 3600, run: (app) => removeEnded(app.database.db) },
  ],
})
