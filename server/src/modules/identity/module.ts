import { defineModule } from '../../platform/module.ts'
import { erasePersonalData } from './account-deletion.ts'
import { apiTokenRoutes } from './api-tokens.routes.ts'
import { emailAddressRoutes } from './email-addresses.routes.ts'
import { factorRoutes } from './factors/factors.routes.ts'
import { proofRoutes } from './factors/proofs.routes.ts'
import { frameRoutes } from './frame.routes.ts'
import { removeEnded } from './housekeeping.queries.ts'
import { impersonationRoutes } from './impersonation.routes.ts'
import { invitationRoutes } from './invitations.routes.ts'
import { sendReset } from './jobs.ts'
import { countLoginDays } from './login-days.ts'
import { loginHistoryRoutes } from './login-history.routes.ts'
import { managerRoutes } from './managers.routes.ts'
import { meRoutes } from './me.routes.ts'
import { memberRoutes } from './members.routes.ts'
import { moduleSwitchRoutes } from './module-switches.routes.ts'
import { removeExpired } from './oauth-server/artifacts.queries.ts'
import { authorizationRoutes } from './oauth-server/authorizations.routes.ts'
import { clientRoutes } from './oauth-server/clients.routes.ts'
import { mountOAuthServer } from './oauth-server/mount.ts'
import { organizationRoutes } from './organizations.routes.ts'
import { passkeyRoutes } from './passkeys/passkeys.routes.ts'
import { passwordRoutes } from './passwords.routes.ts'
import { personSecurityRoutes } from './person-security.routes.ts'
import { personalDataRoutes } from './personal-data.routes.ts'
import { personalData } from './personal-data.ts'
import { phoneRoutes } from './phones.routes.ts'
import { providerRoutes } from './providers/providers.routes.ts'
import { roleRoutes } from './roles.routes.ts'
import { directoryRoutes } from './scim/directories.routes.ts'
import { mountScim } from './scim/mount.ts'
import { securityPolicyRoutes } from './security-policies.routes.ts'
import { sessionRoutes } from './sessions.routes.ts'
import { setupRoutes } from './setup.routes.ts'
import { signInCodeRoutes } from './sign-in-codes.routes.ts'
import { sendSignInCode } from './sign-in-codes.ts'
import { signUpRoutes } from './sign-ups.routes.ts'
import { lookAgain } from './sso/domains.ts'
import { readMetadataAgain } from './sso/metadata-refresh.ts'
import { removeEndedSaml } from './sso/saml.queries.ts'
import { ssoRoutes } from './sso/sso.routes.ts'
import { verificationRequestRoutes } from './verification-requests.routes.ts'
import { sendVerificationAgain } from './verification-requests.ts'
import { whoIsOnlineRoutes } from './who-is-online.routes.ts'
import { deleteForGood } from './wire/admin-users.ts'
import { sendPreparedCode } from './wire/code-jobs.ts'
import { mountWire } from './wire/mount.ts'
import { resendChange } from './wire/user-changes.ts'

export const identity = defineModule({
  name: 'identity',
  routes: [
    ...signUpRoutes,
    ...sessionRoutes,
    ...passwordRoutes,
    ...meRoutes,
    ...loginHistoryRoutes,
    ...organizationRoutes,
    ...whoIsOnlineRoutes,
    ...memberRoutes,
    ...personSecurityRoutes,
    ...impersonationRoutes,
    ...emailAddressRoutes,
    ...phoneRoutes,
    ...personalDataRoutes,
    ...signInCodeRoutes,
    ...invitationRoutes,
    ...roleRoutes,
    ...moduleSwitchRoutes,
    ...setupRoutes,
    ...verificationRequestRoutes,
    ...frameRoutes,
    ...factorRoutes,
    ...proofRoutes,
    ...passkeyRoutes,
    ...apiTokenRoutes,
    ...securityPolicyRoutes,
    ...managerRoutes,
    ...directoryRoutes,
    ...authorizationRoutes,
    ...clientRoutes,
    ...providerRoutes,
    ...ssoRoutes,
  ],
  mount(server, app) {
    mountWire(server, app)
    mountOAuthServer(server, app)
    mountScim(server, app)
  },
  jobs: [
    deleteForGood,
    erasePersonalData,
    sendPreparedCode,
    resendChange,
    sendReset,
    sendSignInCode,
    sendVerificationAgain,
  ],
  personalData,
  schedules: [
    { name: 'identity.count_login_days', everySeconds: 3600, run: (app) => countLoginDays(app) },
    {
      name: 'identity.remove_ended_saml',
      everySeconds: 3600,
      run: (app) => removeEndedSaml(app.database.db),
    },
    { name: 'identity.read_metadata_again', everySeconds: 24 * 3600, run: (app) => readMetadataAgain(app) },
    { name: 'identity.look_at_domains_again', everySeconds: 24 * 3600, run: (app) => lookAgain(app) },
    { name: 'identity.remove_ended', everySeconds: 3600, run: (app) => removeEnded(app.database.db) },
    {
      name: 'identity.remove_expired_oauth',
      everySeconds: 3600,
      run: (app) => removeExpired(app.database.db),
    },
  ],
})
