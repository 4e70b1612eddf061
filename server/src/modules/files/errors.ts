import { defineError } from '../../platform/errors.ts'

export const TypeMismatch = defineError(
  'files.type_mismatch',
  415,
  'The file calls itself {declared}, but its contents are {found}. Send it under its true type.',
)
export const TypeNotAllowed = defineError(
  'files.type_not_allowed',
  415,
  'Files of the type {found} are not taken here. Allowed: {allowed}.',
)
export const PictureUnreadable = defineError(
  'files.picture_unreadable',
  422,
  'The picture cannot be read: it is broken, or too large to unfold. Choose another one.',
)
export const NameRefused = defineError(
  'files.name_refused',
  422,
  'The file name would lead out of its folder. Rename the file and try again.',
)
export const UploadBroken = defineError(
  'files.upload_broken',
  400,
  'The upload broke off before its end. Nothing was kept; try again.',
)
export const NoFile = defineError('files.no_file', 400, 'The form holds no file. Choose one and try again.')
export const DiskFull = defineError(
  'files.disk_full',
  507,
  'There is no room left to store the file. Nothing was kept; ask the people who run this server.',
)
export const FileInUse = defineError(
  'files.in_use',
  409,
  'This file is still used, for example in a course. Take it out there first.',
)
export const WriteTooOld = defineError(
  'files.write_too_old',
  409,
  'The upload took too long to be finished. Send the file again.',
)
export const LinkExpired = defineError(
  'files.link_expired',
  410,
  'This link to a file has run out. Load the page that led here again.',
)
export const RangeNotSatisfiable = defineError(
  'files.range_not_satisfiable',
  416,
  'The file has {size} bytes; the part asked for lies outside.',
)
