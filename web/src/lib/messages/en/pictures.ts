/** Pictures of people and organizations. */
export const pictures = {
  avatar: 'Your picture',
  avatar_help:
    'PNG, JPEG, WebP or AVIF, at most 10 MB. It is shown round, wherever you are named. Without one, your initials are.',
  choose_avatar: 'Choose a picture',
  choose_cover: 'Choose a cover',
  choose_logo: 'Choose a logo',
  cover: 'Cover',
  cover_help: 'A wide picture for your front page. PNG, JPEG, WebP or AVIF, at most 10 MB.',
  cover_none: 'No cover: the front page shows the colonnade.',
  logo: 'Logo',
  logo_help:
    'Stands beside the name on every page and on {certificates}. Square looks best. PNG, JPEG, WebP or AVIF, at most 10 MB.',
  of_organization: 'Logo and cover',
  of_organization_text: 'Everybody sees them, also without signing in. They are saved at once.',
  remove_avatar: 'Remove',
  remove_cover: 'Remove',
  remove_logo: 'Remove',
  removed: 'The picture is gone',
  replace_avatar: 'Change the picture',
  replace_cover: 'Change the cover',
  replace_logo: 'Change the logo',
  saved: 'The picture is saved',
  stop: 'Stop',
}
