import { expect, test } from 'vitest'
import { blockTypes, emptyContent, isComplete, youtubeIdOf } from './block-kinds.ts'

test('videos are found in every form of a YouTube address', () => {
  const id = 'dQw4w9WgXcQ'
  for (const address of [
    `https://www.youtube.com/watch?v=${id}&t=3`,
    `https://youtu.be/${id}?si=x`,
    `https://m.youtube.com/shorts/${id}`,
    `https://www.youtube-nocookie.com/embed/${id}`,
    ` https://youtube.com/live/${id} `,
  ]) {
    expect(youtubeIdOf(address)).toBe(id)
  }
})

test('other addresses are no YouTube videos', () => {
  for (const address of [
    '',
    'x',
    'https://vimeo.com/1',
    'https://youtube.com/',
    'https://notyoutube.com/watch?v=dQw4w9WgXcQ',
  ]) {
    expect(youtubeIdOf(address)).toBeNull()
  }
})

test('a block waits for its file or address, texts can be stored at once', () => {
  const ready = blockTypes.filter((type) => isComplete({ type, content: emptyContent[type] }))
  expect(ready).toEqual(['text', 'callout', 'exercise', 'code'])
  expect(isComplete({ type: 'embed', content: { url: 'http://x.example' } })).toBe(false)
  expect(isComplete({ type: 'embed', content: { url: 'https://x.example' } })).toBe(true)
})
