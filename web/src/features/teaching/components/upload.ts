import { useCallback, useEffect, useRef, useState } from 'react'
import { isProblem, type Problem, unknownProblem } from '~/lib/problem.ts'

/** A file that arrived. */
export type UploadedFile = {
  id: string
  name: string
  mimeType: string
  urls: { original: string; web: string }
}

/** An upload on its way: bytes that left, of how many. */
export type Upload = { name: string; sent: number; size: number }

/**
 * Sends files to the store of the organization, with progress and a way to stop. `bucket` says what for: parts of a
 * course, or pictures everybody may see.
 */
export function useUpload(bucket: 'course-media' | 'public', onDone: (file: UploadedFile) => void) {
  const [upload, setUpload] = useState<Upload | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const request = useRef<XMLHttpRequest>(null)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  useEffect(() => () => request.current?.abort(), [])

  const start = useCallback(
    (file: File) => {
      request.current?.abort()
      const sending = new XMLHttpRequest()
      request.current = sending
      setProblem(null)
      setUpload({ name: file.name, sent: 0, size: file.size })
      sending.responseType = 'json'
      sending.upload.onprogress = ({ loaded }) =>
        setUpload({ name: file.name, sent: loaded, size: file.size })
      sending.onload = () => {
        setUpload(null)
        const answer: unknown = sending.response
        if (sending.status === 201) done.current(answer as UploadedFile)
        else setProblem(isProblem(answer) ? answer : unknownProblem(sending.status))
      }
      sending.onerror = () => {
        setUpload(null)
        setProblem(unknownProblem(0))
      }
      sending.onabort = () => setUpload(null)
      const query = new URLSearchParams({ name: file.name, bucket })
      sending.open('POST', `/api/v1/files/objects?${query}`)
      sending.setRequestHeader('content-type', file.type || 'application/octet-stream')
      sending.send(file)
    },
    [bucket],
  )
  const cancel = useCallback(() => request.current?.abort(), [])
  return { upload, problem, start, cancel }
}
