import { useMessages } from '~/lib/messages/index.ts'
import { moduleName } from './module-name.ts'
import { type ScopeModule, scopeModules } from './scope-words.ts'
import styles from './tokens.module.css'

const accesses = ['none', 'read', 'write'] as const
type Access = (typeof accesses)[number]
export type ScopeWish = Partial<Record<ScopeModule, Access>>

/** What the matrix sends is one field for each part of Stoa, `access.` and its key. */
export function scopeWishOf(form: FormData): ScopeWish {
  const wish: ScopeWish = {}
  for (const module of scopeModules) {
    const chosen = accesses.find((access) => access === form.get(`access.${module}`))
    if (chosen) wish[module] = chosen
  }
  return wish
}

/** The scopes that were chosen. */
export const scopesOf = (wish: ScopeWish) =>
  scopeModules.flatMap((module) => {
    const access = wish[module] ?? 'none'
    return access === 'none' ? [] : [`${module}:${access}` as const]
  })

/** Part by part: nothing, reading, or reading and changing. */
export function ScopeMatrix({ wish, error }: { wish: ScopeWish; error: string | undefined }) {
  const t = useMessages()
  return (
    <fieldset>
      <legend className="visually-hidden">{t('account.may')}</legend>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('account.part')}</th>
            {accesses.map((access) => (
              <th key={access} scope="col">
                {t(`account.access_${access}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scopeModules.map((module) => (
            <tr key={module}>
              <th scope="row">{moduleName(t, module)}</th>
              {accesses.map((access) => (
                <td key={access}>
                  <label className={styles.choice}>
                    <span className="visually-hidden">
                      {moduleName(t, module)}: {t(`account.access_${access}`)}
                    </span>
                    <input
                      type="radio"
                      name={`access.${module}`}
                      value={access}
                      defaultChecked={(wish[module] ?? 'none') === access}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {error ? <p className={styles.error}>{error}</p> : null}
    </fieldset>
  )
}
