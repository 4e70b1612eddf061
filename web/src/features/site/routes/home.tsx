import { Link } from 'react-router'
import { unwrap } from '~/lib/api.ts'
import { apiContext, siteContext } from '~/lib/context.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { useSession, useSite } from '~/lib/session.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Colonnade } from '~/ui/colonnade.tsx'
import { type CourseCard, CourseCards } from '~/ui/course-cards.tsx'
import { PageTitle } from '~/ui/page-header.tsx'
import type { Route } from './+types/home.ts'
import styles from './home.module.css'

/** How many courses stand on the front page: whole rows. */
const shown = (count: number) => (count >= 6 ? 6 : Math.min(count, 3))

export async function loader({ context }: Route.LoaderArgs): Promise<{ featured: CourseCard[] }> {
  // Before the first organization there is nothing to show, only a word about it.
  if (context.get(siteContext).organization.id === '') return { featured: [] }
  const { items } = unwrap(
    await context.get(apiContext).GET('/api/v1/learning/courses', { params: { query: { limit: 24 } } }),
  )
  // The newest first, and what the organization recommends before them.
  const featured = items
    .toSorted((a, b) => Number(b.isFeatured) - Number(a.isFeatured))
    .slice(0, shown(items.length))
  return { featured }
}

/** The organization's front door. */
export default function Home({ loaderData }: Route.ComponentProps) {
  const { organization } = useSite()
  return organization.id === '' ? <NotSetUp /> : <HomePage featured={loaderData.featured} />
}

/** What a new installation shows until its first owner has followed the link that the start printed. */
function NotSetUp() {
  const t = useMessages()
  return (
    <section className={styles.hero}>
      <div className={styles.words}>
        <PageTitle>{t('site.not_set_up')}</PageTitle>
        <h1 className={styles.name}>{t('site.not_set_up')}</h1>
        <p className={styles.lede}>{t('site.not_set_up_text')}</p>
      </div>
      <div className={styles.picture}>
        <Colonnade />
      </div>
    </section>
  )
}

export function HomePage({ featured }: { featured: CourseCard[] }) {
  const t = useMessages()
  const site = useSite()
  const session = useSession()
  const { name, description, coverUrl } = site.organization
  const promises = ['learn', 'practise', 'certified'] as const
  return (
    <>
      <PageTitle description={description || t('site.lede')}>{name}</PageTitle>
      <section className={styles.hero}>
        <div className={styles.words}>
          <h1 className={styles.name}>{name}</h1>
          <p className={styles.lede}>{description || t('site.lede')}</p>
          <div className={styles.actions}>
            {session ? (
              <LinkButton to="/learn" variant="primary" size="large">
                {t('site.go_on')}
              </LinkButton>
            ) : (
              <LinkButton to="/courses" variant="primary" size="large">
                {t('site.browse')}
              </LinkButton>
            )}
            {session ? (
              <LinkButton to="/courses" size="large">
                {t('site.browse')}
              </LinkButton>
            ) : site.signUpOpen ? (
              <LinkButton to="/sign-up" size="large">
                {t('app.sign_up')}
              </LinkButton>
            ) : null}
          </div>
        </div>
        <div className={styles.picture}>
          {coverUrl ? (
            <img src={coverUrl} alt="" className={styles.cover} fetchPriority="high" />
          ) : (
            <Colonnade />
          )}
        </div>
      </section>
      {featured.length > 0 ? (
        <section className={styles.band} aria-labelledby="featured">
          <div className={styles.bandHead}>
            <h2 id="featured" className={styles.heading}>
              {t('site.featured')}
            </h2>
            <Link to="/courses">{t('site.all_courses')}</Link>
          </div>
          <CourseCards courses={featured} cells={featured.length < 3 ? 'large' : 'medium'} />
        </section>
      ) : null}
      <section className={styles.band} aria-labelledby="promises">
        <h2 id="promises" className="visually-hidden">
          {t('site.promises')}
        </h2>
        <ul className={styles.promises}>
          {promises.map((promise) => (
            <li key={promise} className={styles.promise}>
              <h3 className={styles.promiseName}>{t(`site.promise_${promise}`)}</h3>
              <p>{t(`site.promise_${promise}_text`)}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
