import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import serifLatin from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import { type ReactNode, useContext } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router'
import type { Route } from './+types/root.ts'
import { ErrorFrame } from './app/error-frame.tsx'
import { Everywhere } from './app/everywhere.tsx'
import { accentCss } from './lib/accent.ts'
import { sessionContext, siteContext } from './lib/context.ts'
import { directionOf } from './lib/messages/index.ts'
import { NonceContext } from './lib/nonce.ts'
import { type Frame, useSession, useSite } from './lib/session.ts'
import { themeScript } from './lib/theme.ts'

export function loader({ context }: Route.LoaderArgs): Frame {
  return { site: context.get(siteContext), session: context.get(sessionContext) }
}

/** The document around every page, error pages included. */
export function Layout({ children }: { children: ReactNode }) {
  const site = useSite()
  const session = useSession()
  const nonce = useContext(NonceContext)
  const accent = accentCss(site.organization.accent)
  return (
    <html
      lang={site.locale}
      dir={directionOf(site.locale)}
      data-theme={session?.theme ?? undefined}
      // The theme script completes these attributes before the first paint.
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf8f4" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#181613" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="preload" href={interLatin} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="preload" href={serifLatin} as="font" type="font/woff2" crossOrigin="anonymous" />
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
          dangerouslySetInnerHTML={{ __html: themeScript }}
        />
        <Meta />
        <Links />
        {accent ? (
          <style
            nonce={nonce}
            suppressHydrationWarning
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made of checked #rrggbb values only
            dangerouslySetInnerHTML={{ __html: accent }}
          />
        ) : null}
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function Root() {
  return (
    <>
      <Outlet />
      <Everywhere />
    </>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorFrame error={error} />
}
