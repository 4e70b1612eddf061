import type { FastifyReply, FastifyRequest } from 'fastify'
import { expected, sendProblem } from '../platform/http/problems.ts'
import { defineMessages } from '../platform/messages.ts'
import { browserLocale } from './frame.ts'

const say = defineMessages({
  en: {
    title: 'This page cannot be shown right now',
    message:
      'Something Stoa needs does not answer. Nothing of yours is lost. Wait a moment and load the page again.',
    again: 'Load again',
  },
  de: {
    title: 'Diese Seite lässt sich gerade nicht anzeigen',
    message:
      'Etwas, das Stoa braucht, antwortet nicht. Es ist nichts verloren. Warten Sie einen Moment und laden Sie die Seite neu.',
    again: 'Neu laden',
  },
})

/**
 * The last page there is: for errors before the web app could draw anything, such as a database that does not
 * answer. It needs nothing but itself.
 */
export function sendBrokenPage(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!String(request.headers.accept ?? '').includes('text/html')) return sendProblem(error, request, reply)
  const known = expected(error)
  if (!known) request.log.error({ err: error }, 'a page could not be drawn')
  const locale = browserLocale(request) ?? 'en'
  const text = (key: 'title' | 'message' | 'again') => say(locale, key)
  return reply
    .status(known?.status ?? 503)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'retry-after': '10',
    })
    .send(`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text('title')}</title>
<style>:root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;max-width:36rem;margin:20vh auto;padding:0 1.5rem}h1{font-size:1.75rem;line-height:1.25}a{color:inherit}</style></head>
<body><main><h1>${text('title')}</h1><p>${text('message')}</p><p><a href="">${text('again')}</a></p></main></body></html>
`)
}
