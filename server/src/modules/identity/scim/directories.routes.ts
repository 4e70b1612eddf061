import { holds } from '../../../platform/actor.ts'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { idCursor, pageOf } from '../../../platform/http/cursor.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty, PageQuery } from '../../../platform/http/schemas.ts'
import { NoSuchRole, PermissionNotHeld, ProofTooOld, RankTooHigh } from '../errors.ts'
import { byPerson } from '../limits.ts'
import { type DirectoryRow, findDirectories } from './directories.queries.ts'
import {
  Directories,
  DirectoryChanges,
  DirectoryDetail,
  DirectoryGroupParams,
  DirectoryParams,
  DirectoryTest,
  DirectoryTokenParams,
  DirectoryTokenShown,
  GroupRoleBody,
  MappedGroups,
  NewDirectory,
  NewDirectoryToken,
} from './directories.schemas.ts'
import {
  changeDirectory,
  createDirectory,
  createDirectoryToken,
  directoriesAtMost,
  directoryOf,
  mapGroup,
  removeDirectory,
  revokeDirectoryToken,
  tryDirectory,
} from './directories.ts'
import { findMappedGroups } from './directory-groups.queries.ts'
import { findDirectoryTokens } from './directory-tokens.queries.ts'
import {
  DirectoryNameTaken,
  OwnerRoleByDirectory,
  TooManyDirectories,
  TooManyDirectoryTokens,
} from './errors.ts'
import { baseOf } from './resources.ts'

const load = (ctx: Ctx, { params }: { params: { directoryId: string } }) =>
  directoryOf(ctx, params.directoryId)
const allow = holds('identity.security.manage')
const roleErrors = [NoSuchRole, RankTooHigh, PermissionNotHeld, OwnerRoleByDirectory]

const listed = ({ defaultRoleId, defaultRoleName, ...directory }: DirectoryRow) => ({
  ...directory,
  defaultRole: defaultRoleId === null ? null : { id: defaultRoleId, name: defaultRoleName ?? '' },
})

const describe = async (ctx: Ctx, directory: DirectoryRow) => ({
  ...listed(directory),
  url: baseOf(ctx.app),
  tokens: await findDirectoryTokens(ctx.db, ctx.organizationId, directory.id),
})

export const directoryRoutes = [
  route({
    method: 'GET',
    path: '/directories',
    summary: 'Directories that keep people by SCIM',
    response: Directories,
    allow,
    handle: async (ctx) => ({
      items: (await findDirectories(ctx.db, ctx.organizationId, directoriesAtMost)).map(listed),
    }),
  }),
  route({
    method: 'POST',
    path: '/directories',
    summary: 'Set a directory up',
    body: NewDirectory,
    response: DirectoryDetail,
    status: 201,
    errors: [ProofTooOld, DirectoryNameTaken, TooManyDirectories, ...roleErrors],
    allow,
    handle: async (ctx, _, { body }) => describe(ctx, await createDirectory(ctx, body)),
  }),
  route({
    method: 'GET',
    path: '/directories/:directoryId',
    summary: 'One directory, with its tokens by their beginnings',
    params: DirectoryParams,
    response: DirectoryDetail,
    load,
    allow,
    handle: describe,
  }),
  route({
    method: 'PATCH',
    path: '/directories/:directoryId',
    summary: 'Rename a directory, pause it, or change the role its people begin with',
    params: DirectoryParams,
    body: DirectoryChanges,
    response: DirectoryDetail,
    errors: [ProofTooOld, DirectoryNameTaken, ...roleErrors],
    load,
    allow,
    version: (directory) => directory.updatedAt.getTime(),
    handle: async (ctx, directory, { body }) => describe(ctx, await changeDirectory(ctx, directory, body)),
  }),
  route({
    method: 'DELETE',
    path: '/directories/:directoryId',
    summary: 'Take a directory away; its people stay, what they hold through its groups goes',
    params: DirectoryParams,
    response: Empty,
    errors: [ProofTooOld],
    load,
    allow,
    async handle(ctx, directory) {
      await removeDirectory(ctx, directory)
      return null
    },
  }),
  route({
    method: 'POST',
    path: '/directories/:directoryId/tokens',
    summary: 'Make a token for a directory; it is shown this once',
    params: DirectoryParams,
    body: NewDirectoryToken,
    response: DirectoryTokenShown,
    status: 201,
    errors: [ProofTooOld, TooManyDirectoryTokens],
    limits: [byPerson(60, 3600)],
    // Without the memory for repeated requests: it would keep the token in clear.
    transaction: false,
    load,
    allow,
    handle: (ctx, directory, { body }) =>
      withTransaction(ctx.app, ctx, (tx) => createDirectoryToken(tx, directory, body.expiresInDays)),
  }),
  route({
    method: 'DELETE',
    path: '/directories/:directoryId/tokens/:prefix',
    summary: 'Revoke a token of a directory, at once',
    params: DirectoryTokenParams,
    response: Empty,
    errors: [ProofTooOld],
    load,
    allow,
    async handle(ctx, directory, { params }) {
      await revokeDirectoryToken(ctx, directory, params.prefix)
      return null
    },
  }),
  route({
    method: 'GET',
    path: '/directories/:directoryId/groups',
    summary: 'Groups of a directory and the roles they stand for',
    params: DirectoryParams,
    query: PageQuery,
    response: MappedGroups,
    load,
    allow,
    async handle(ctx, directory, { query }) {
      const before = idCursor(query.cursor)
      const rows = await findMappedGroups(ctx.db, ctx.organizationId, directory.id, before, query.limit + 1)
      return pageOf(rows, query.limit, (row) => row.id)
    },
  }),
  route({
    method: 'PUT',
    path: '/directories/:directoryId/groups/:groupId',
    summary: 'Say which role a group stands for',
    params: DirectoryGroupParams,
    body: GroupRoleBody,
    response: Empty,
    errors: [ProofTooOld, ...roleErrors],
    load,
    allow,
    async handle(ctx, directory, { params, body }) {
      await mapGroup(ctx, directory, params.groupId, body.roleId)
      return null
    },
  }),
  route({
    method: 'POST',
    path: '/directories/:directoryId/tests',
    summary: 'What a directory would find here, and what stands in its way',
    params: DirectoryParams,
    response: DirectoryTest,
    load,
    allow,
    handle: tryDirectory,
  }),
]
