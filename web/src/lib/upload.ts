import { useCallback, useEffect, useRef, useState } from 'react'
import { isProblem, type Problem, unknownProblem } from './problem.ts'

/** An upload on its way: bytes that left, of how many. */
export type Upload = { name: string; sent: number; size: number }

/**
 * Sends one file after the other straight to the API, with progress and a way to stop.
 * @param options.address where a file goes, with its query
 * @param options.method PUT for what takes the place of another; POST when left out
 * @param options.onDone takes the API's answer
 */
export function useUpload<Answer>(options: {
  address: (file: File) => string
  method?: 'POST' | 'PUT'
  onDone: (answer: Answer) => void
}) {
  const [upload, setUpload] = useState<Upload | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const request = useRef<XMLHttpRequest>(null)
  const now = useRef(options)
  useEffect(() => {
    now.current = options
  })
  useEffect(() => () => request.current?.abort(), [])

  const start = useCallback((file: File) => {
    request.current?.abort()
    // Not fetch: it does not tell how much has left.
    const sending = new XMLHttpRequest()
    request.current = sending
    const fail = (why: Problem) => {
      setUpload(null)
      setProblem(why)
    }
    setProblem(null)
    setUpload({ name: file.name, sent: 0, size: file.size })
    sending.responseType = 'json'
    sending.upload.onprogress = ({ loaded }) => setUpload({ name: file.name, sent: loaded, size: file.size })
    sending.onload = () => {
      const answer: unknown = sending.response
      if (sending.status < 200 || sending.status > 299)
        return fail(isProblem(answer) ? answer : unknownProblem(sending.status))
      setUpload(null)
      now.current.onDone(answer as Answer)
    }
    sending.onerror = () => fail(unknownProblem(0))
    sending.onabort = () => setUpload(null)
    sending.open(now.current.method ?? 'POST', now.current.address(file))
    sending.setRequestHeader('content-type', file.type || 'application/octet-stream')
    sending.send(file)
  }, [])
  const cancel = useCallback(() => request.current?.abort(), [])
  return { upload, problem, start, cancel }
}
