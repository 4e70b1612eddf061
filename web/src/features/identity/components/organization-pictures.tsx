import { useMessages } from '~/lib/messages/index.ts'
import { Card, Section, Stack } from '~/ui/layout.tsx'
import { Mark } from '~/ui/mark.tsx'
import styles from './picture-field.module.css'
import { PictureField } from './picture-field.tsx'

/** Logo and cover of the organization, each as it looks. */
export function OrganizationPictures({
  settings: { logoUrl, coverUrl },
}: {
  settings: { logoUrl: string | null; coverUrl: string | null }
}) {
  const t = useMessages()
  return (
    <Section title={t('pictures.of_organization')} description={t('pictures.of_organization_text')}>
      <Card>
        <Stack gap="wide">
          <PictureField
            which="logo"
            label={t('pictures.logo')}
            help={t('pictures.logo_help')}
            address="/api/v1/files/organization/logo"
            hasPicture={logoUrl !== null}
          >
            <div className={styles.logo}>{logoUrl ? <img src={logoUrl} alt="" /> : <Mark size={36} />}</div>
          </PictureField>
          <PictureField
            which="cover"
            label={t('pictures.cover')}
            help={t('pictures.cover_help')}
            address="/api/v1/files/organization/cover"
            hasPicture={coverUrl !== null}
          >
            <div className={styles.cover}>
              {coverUrl ? (
                <img src={coverUrl} alt="" />
              ) : (
                <p className={styles.none}>{t('pictures.cover_none')}</p>
              )}
            </div>
          </PictureField>
        </Stack>
      </Card>
    </Section>
  )
}
