import { Link, useLocation } from 'react-router'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Card, Row, Section } from '~/ui/layout.tsx'
import { Table } from '~/ui/table.tsx'
import styles from './login-plot.module.css'

export type LoginDay = { day: string; succeeded: number; failed: number }

const spans = [30, 90] as const
const barWidth = 10
const height = 100

/** Tries to sign in by day: who came in stands above the line, who did not hangs below it. */
export function LoginPlot({ days }: { days: LoginDay[] }) {
  const t = useMessages()
  const format = useFormat()
  const succeeded = sum(days.map((one) => one.succeeded))
  const failed = sum(days.map((one) => one.failed))
  const top = Math.max(...days.map((one) => one.succeeded), 0)
  const bottom = Math.max(...days.map((one) => one.failed), 0)
  const one = height / Math.max(top + bottom, 1)
  const nameOf = (day: string) => format.date(`${day}T12:00:00Z`)
  const label = t('persons.plot_label', { days: days.length, succeeded, failed })
  const edges = [days[0], days[Math.floor(days.length / 2)], days.at(-1)]
  return (
    <Section title={t('persons.plot')} description={t('persons.plot_text')} actions={<Spans />}>
      <Card>
        <figure className={styles.figure}>
          <figcaption className={styles.legend}>
            <span className={styles.succeededKey}>
              {t('identity.signed_in')}: {format.number(succeeded)}
            </span>
            <span className={styles.failedKey}>
              {t('identity.try_failed')}: {format.number(failed)}
            </span>
          </figcaption>
          <div className={styles.plot}>
            <p className={styles.scale} aria-hidden="true">
              <span>{format.number(top)}</span>
              <span>{format.number(bottom)}</span>
            </p>
            <svg
              role="img"
              aria-label={label}
              viewBox={`0 0 ${days.length * barWidth} ${height}`}
              preserveAspectRatio="none"
              className={styles.bars}
            >
              {days.map(({ day, succeeded: up, failed: down }, place) => (
                <g key={day}>
                  <title>{`${nameOf(day)}: ${format.number(up)} / ${format.number(down)}`}</title>
                  <rect
                    className={styles.hover}
                    x={place * barWidth}
                    y={0}
                    width={barWidth}
                    height={height}
                  />
                  <rect
                    className={styles.succeeded}
                    x={place * barWidth + 1}
                    y={(top - up) * one}
                    width={barWidth - 2}
                    height={up * one}
                  />
                  <rect
                    className={styles.failed}
                    x={place * barWidth + 1}
                    y={top * one}
                    width={barWidth - 2}
                    height={down * one}
                  />
                </g>
              ))}
              <line
                className={styles.axis}
                x1={0}
                x2={days.length * barWidth}
                y1={top * one}
                y2={top * one}
              />
            </svg>
            <p className={styles.days} aria-hidden="true">
              {edges.map((edge) => edge && <span key={edge.day}>{nameOf(edge.day)}</span>)}
            </p>
          </div>
        </figure>
        <details className={styles.details}>
          <summary>{t('persons.plot_table')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
          <section className={styles.table} aria-label={t('persons.plot')} tabIndex={0}>
            <Table
              caption={t('persons.plot')}
              rows={days.toReversed()}
              rowKey={(row) => row.day}
              columns={[
                { key: 'day', header: t('persons.day'), primary: true, cell: (row) => nameOf(row.day) },
                {
                  key: 'succeeded',
                  header: t('identity.signed_in'),
                  align: 'end',
                  cell: (row) => format.number(row.succeeded),
                },
                {
                  key: 'failed',
                  header: t('identity.try_failed'),
                  align: 'end',
                  cell: (row) => format.number(row.failed),
                },
              ]}
            />
          </section>
        </details>
      </Card>
    </Section>
  )
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

/** How far back the plot reaches; the filters of the list stay. */
function Spans() {
  const t = useMessages()
  const { search } = useLocation()
  const current = new URLSearchParams(search).get('days') === '90' ? 90 : 30
  return (
    <Row gap="tight">
      {spans.map((days) => {
        const query = new URLSearchParams(search)
        query.set('days', String(days))
        return (
          <Link
            key={days}
            to={`?${query}`}
            preventScrollReset
            aria-current={days === current ? 'true' : undefined}
            className={styles.span}
          >
            {t('persons.last_days', { days })}
          </Link>
        )
      })}
    </Row>
  )
}
