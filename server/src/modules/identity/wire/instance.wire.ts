import { publicKeySet } from '../sessions/signing-keys.ts'
import { isOpen, takesAnonymous } from './doors.ts'
import { wireRoute } from './route.ts'

const health = wireRoute({
  method: 'GET',
  path: '/health',
  allow: 'anyone',
  handle: async () => ({ version: 'v2', name: 'GoTrue', description: 'Stoa speaks the protocol of GoTrue' }),
})

const keys = wireRoute({
  method: 'GET',
  path: '/.well-known/jwks.json',
  allow: 'anyone',
  async handle(ctx, { reply }) {
    void reply.header('cache-control', 'public, max-age=600')
    return publicKeySet(ctx.app)
  },
})

const settings = wireRoute({
  method: 'GET',
  path: '/settings',
  allow: 'anyone',
  async handle(ctx) {
    const { auth } = ctx.app.config
    return {
      external: {
        anonymous_users: await takesAnonymous(ctx),
        apple: false,
        azure: auth.external.azure !== undefined,
        bitbucket: false,
        discord: false,
        facebook: false,
        figma: false,
        fly: false,
        github: auth.external.github !== undefined,
        gitlab: false,
        google: auth.external.google !== undefined,
        keycloak: false,
        kakao: false,
        linkedin: false,
        linkedin_oidc: false,
        notion: false,
        slack: false,
        slack_oidc: false,
        spotify: false,
        snapchat: false,
        twitch: false,
        twitter: false,
        workos: false,
        zoom: false,
        email: auth.emailEnabled,
        phone: auth.phoneEnabled,
      },
      disable_signup: !(await isOpen(ctx)),
      mailer_autoconfirm: auth.mailerAutoconfirm,
      phone_autoconfirm: auth.smsAutoconfirm,
      sms_provider: 'twilio',
      saml_enabled: auth.samlEnabled,
    }
  },
})

/** What everybody may know about this installation. */
export const instanceRoutes = [health, keys, settings]
