import { defineModule } from '../../platform/module.ts'
import { erasePersonalData } from './account/account-deletion.ts'
import { apiTokenRoutes } from './account/api-tokens.routes.ts'
import { emailAddressRoutes } from './account/email-addresses.routes.ts'
import { meRoutes } from './account/me.routes.ts'
import { personalDataRoutes } from './account/personal-data.routes.ts'
import { personalData } from './account/personal-data.ts'
import { phoneRoutes } from './account/phones.routes.ts'
import { signInCodeRoutes } from './codes/sign-in-codes.routes.ts'
import { sendSignInCode } from './codes/sign-in-codes.ts'
import { factorRoutes } from './factors/factors.routes.ts'
import { proofRoutes } from './factors/proofs.routes.ts'
import { removeEnded } from './housekeeping.queries.ts'
import { sendReset } from './jobs.ts'
import { invitationRoutes } from './joining/invitations.routes.ts'
import { setupRoutes } from './joining/setup.routes.ts'
import { signUpRoutes } from './joining/sign-ups.routes.ts'
import { verificationRequestRoutes } from './joining/verification-requests.routes.ts'
import { sendVerificationAgain } from './joining/verification-requests.ts'
import { removeExpired } from './oauth-server/artifacts.queries.ts'
import { authorizationRoutes } from './oauth-server/authorizations.routes.ts'
import { clientRoutes } from './oauth-server/clients.routes.ts'
import { mountOAuthServer } from './oauth-server/mount.ts'
import { frameRoutes } from './organizations/frame.routes.ts'
import { organizationRoutes } from './organizations/organizations.routes.ts'
import { securityPolicyRoutes } from './organizations/security-policies.routes.ts'
import { passkeyRoutes } from './passkeys/passkeys.routes.ts'
import { passwordRoutes } from './passwords/passwords.routes.ts'
import { impersonationRoutes } from './people/impersonation.routes.ts'
import { managerRoutes } from './people/managers.routes.ts'
import { memberRoutes } from './people/members.routes.ts'
import { moduleSwitchRoutes } from './people/module-switches.routes.ts'
import { namesOfPeople } from './people/people.ts'
import { personSecurityRoutes } from './people/person-security.routes.ts'
import { roleRoutes } from './people/roles.routes.ts'
import { providerRoutes } from './providers/providers.routes.ts'
import { directoryRoutes } from './scim/directories.routes.ts'
import { mountScim } from './scim/mount.ts'
import { countLoginDays } from './sessions/login-days.ts'
import { loginHistoryRoutes } from './sessions/login-history.routes.ts'
import { sessionRoutes } from './sessions/sessions.routes.ts'
import { whoIsOnlineRoutes } from './sessions/who-is-online.routes.ts'
import { lookAgain } from './sso/domains.ts'
import { readMetadataAgain } from './sso/metadata-refresh.ts'
import { removeEndedSaml } from './sso/saml.queries.ts'
import { ssoRoutes } from './sso/sso.routes.ts'
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
  namesOfPeople,
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
