import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { lawText } from '#platform/law'
import { Problem } from './client.ts'

/** Says what went wrong, what to do, and which article says so. */
export function ProblemNotice({ error }: { error: unknown }) {
  if (!error) return null
  const text = error instanceof Error ? error.message : String(error)
  const fields = error instanceof Problem ? Object.entries(error.fields) : []
  const law = error instanceof Problem ? error.law : undefined
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginBottom: 16 }}
      title={text}
      action={<Retry error={error} />}
      description={
        fields.length || law ? (
          <>
            {fields.length > 0 && (
              <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                {fields.map(([name, reason]) => (
                  <li key={name}>{reason}</li>
                ))}
              </ul>
            )}
            {law && <div>依据：{lawText(law)}</div>}
          </>
        ) : undefined
      }
    />
  )
}

/** Too many at once, or nobody there: what passes by itself. */
const passing = [0, 429, 503]

/** Asks again for what could not be read; what was to be written has its own button, with everything that was typed. */
function Retry({ error }: { error: unknown }) {
  const queries = useQueryClient()
  const failed = queries
    .getQueryCache()
    .findAll({ type: 'active', predicate: ({ state }) => state.error === error })
  if (!(error instanceof Problem && passing.includes(error.status) && failed.length)) return null
  return (
    <Button size="small" onClick={() => void Promise.all(failed.map((query) => query.fetch()))}>
      重试
    </Button>
  )
}
