/** Written from openapi.json by openapi-typescript; this placeholder stands until the first generation. */
export type paths = Record<string, never>
