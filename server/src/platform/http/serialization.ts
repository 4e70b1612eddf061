import fastJson from 'fast-json-stringify'
import type { FastifyInstance } from 'fastify'

/**
 * Answers are written by their schema: only what it names gets out. The writer of a route is compiled with its
 * first answer, because a process never gives most of them.
 */
export function writeAnswersBySchema(server: FastifyInstance): void {
  server.setSerializerCompiler(({ schema }) => {
    let write: ((data: unknown) => string) | null = null
    return (data: unknown) => {
      write ??= fastJson(schema as Parameters<typeof fastJson>[0]) as (data: unknown) => string
      return write(data)
    }
  })
}
