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
    refused_title: 'This was not accepted',
    refused_message:
      'Stoa did not take what this browser sent. Go back, load the page again and repeat what you did.',
  },
  de: {
    title: 'Diese Seite lässt sich gerade nicht anzeigen',
    message:
      'Etwas, das Stoa braucht, antwortet nicht. Es ist nichts verloren. Warten Sie einen Moment und laden Sie die Seite neu.',
    again: 'Neu laden',
    refused_title: 'Das wurde nicht angenommen',
    refused_message:
      'Stoa hat nicht angenommen, was dieser Browser geschickt hat. Gehen Sie zurück, laden Sie die Seite neu und wiederholen Sie es.',
  },
})

/**
 * The last page there is: for errors before the web app could draw anything, such as a database that does not
 * answer, or a form from another site. It needs nothing but itself.
 */
export function sendBrokenPage(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!String(request.headers.accept ?? '').includes('text/html')) return sendProblem(error, request, reply)
  const known = expected(error)
  if (!known) request.log.error({ err: error }, 'a page could not be drawn')
  const locale = browserLocale(request) ?? 'en'
  const status = known?.status ?? 503
  const isRefused = status < 500
  const title = say(locale, isRefused ? 'refused_title' : 'title')
  const message = say(locale, isRefused ? 'refused_message' : 'message')
  return reply
    .status(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      ...(isRefused ? {} : { 'retry-after': '10' }),
    })
    .send(`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>:root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;max-width:36rem;margin:20vh auto;padding:0 1.5rem}h1{font-size:1.75rem;line-height:1.25}a{color:inherit}</style></head>
<body><main><h1>${title}</h1><p>${message}</p><p><a href="">${say(locale, 'again')}</a></p></main></body></html>
`)
}
