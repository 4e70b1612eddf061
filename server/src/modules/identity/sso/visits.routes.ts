import { anyone } from '../../../platform/actor.ts'
import { OutgoingFailed, OutgoingRefused } from '../../../platform/http/outgoing.ts'
import { route } from '../../../platform/http/route.ts'
import { byIp } from '../limits.ts'
import { ProviderFailed } from '../providers/errors.ts'
import { ownPath } from '../providers/own-path.ts'
import { SamlOff, SsoDisabled, SsoUnknown } from './errors.ts'
import { signInOptions } from './sign-in-options.ts'
import { SignInOptions, SignInOptionsBody, VisitBody, Way } from './sso-providers.schemas.ts'
import { visitSso } from './visits.ts'

export const ssoVisitRoutes = [
  route({
    method: 'POST',
    path: '/sign-in-options',
    summary: 'Which ways in fit an address; never whether somebody has it',
    body: SignInOptionsBody,
    response: SignInOptions,
    organization: 'none',
    limits: [byIp(600, 600)],
    transaction: false,
    allow: anyone,
    handle: (ctx, _, { body }) => signInOptions(ctx, body.email),
  }),
  route({
    method: 'POST',
    path: '/sso-visits',
    summary:
      'Leave for a single sign-on, found by its id or by an address; the browser gets a cookie for the way back',
    body: VisitBody,
    response: Way,
    status: 201,
    errors: [SsoUnknown, SsoDisabled, SamlOff, ProviderFailed, OutgoingRefused, OutgoingFailed],
    organization: 'none',
    whileOnHold: true,
    limits: [byIp(600, 600)],
    transaction: false,
    allow: anyone,
    handle: (ctx, _, { body, request, reply }) =>
      visitSso(
        ctx,
        body.providerId ? { providerId: body.providerId } : { email: body.email ?? '' },
        { next: ownPath(body.next, '/learn'), purpose: 'sign_in' },
        { request, reply },
      ),
  }),
]
