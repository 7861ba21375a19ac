import { Alert } from 'antd'
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
