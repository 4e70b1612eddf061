import type { Stoa } from '../stoa.ts'

export type Seeded = { password: string; people: Array<{ role: string; email: string }> }

/** Fills an empty installation with the demo organization; does nothing when there is one. */
export async function seedDemo(stoa: Stoa): Promise<Seeded | null> {
  void stoa
  return null
}

export async function seedCommand(options: { json?: boolean }): Promise<void> {
  void options
}
