import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'wouter'
import { call } from '#admin'

export type Entered = {
  name?: string
  identityNumber?: string
  telephone?: string
  email?: string
  description?: string
}
type Similar = { id: number; number: string; sameApplicant: boolean }

/** Shorter words say nothing. Unit: characters. */
const shortest = 5

/** Is it here already? Asked as soon as a field is left, before anything is saved. Law: Order 711 art. 36 (6). */
export function LikeEntry({ entered }: { entered: Entered }) {
  const { name = '', identityNumber = '', telephone = '', email = '', description = '' } = entered
  const body = { name, identityNumber, telephone, email, description }
  const found = useQuery({
    queryKey: ['like-entry', body],
    queryFn: () => call<{ items: Similar[] }>('POST', '/foi/similar', body),
    enabled: description.trim().length >= shortest,
  })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  const same = items.some(({ sameApplicant }) => sameApplicant)
  return (
    <Alert
      role="status"
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={same ? '同一申请人可能已经提出过相同的申请' : '已经有内容相近的申请'}
      description={
        <>
          {items.map((other) => (
            <Link
              key={other.id}
              href={`/requests/${other.id}`}
              target="_blank"
              style={{ marginInlineEnd: 16, textDecoration: 'underline' }}
            >
              {other.number}
              {other.sameApplicant ? '（同一申请人）' : ''}
            </Link>
          ))}
          <div>请先核对。确属重复的也要登记，登记后关联到原申请，依第三十六条第（六）项告知。</div>
        </>
      }
    />
  )
}
