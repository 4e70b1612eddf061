import { expect, test } from 'vitest'
import { toWebVtt } from './captions.ts'

test('SubRip becomes WebVTT, arrows in the words and odd times included', () => {
  const srt =
    '\ufeff1\n0:00:01,5 --> 00:00:02,25\na --> b\n\nnonsense\n\n2\n00:01:00.000 --> 00:01:01.000 X1:1\n<i>second</i>\nline\n'
  expect(toWebVtt(srt.slice(1))).toBe(
    'WEBVTT\n\n00:00:01.500 --> 00:00:02.250\na → b\n\n00:01:00.000 --> 00:01:01.000\n<i>second</i>\nline\n',
  )
})

test('WebVTT stays, and what is no caption file is none', () => {
  expect(toWebVtt('WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nhi')).toBe(
    'WEBVTT\n\n00:01.000 --> 00:02.000\nhi\n',
  )
  expect(toWebVtt('{"start":[1],"end":"no","text":[]}')).toBeNull()
  expect(toWebVtt('hello')).toBeNull()
})
