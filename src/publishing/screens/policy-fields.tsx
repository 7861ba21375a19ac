import { useQuery } from '@tanstack/react-query'
import { Col, Form, Input, Select } from 'antd'
import { call } from '#admin'
import { effectivenessValues } from '#publishing/contract'
import { effectivenessLabels } from '../labels.ts'
import { ArticleSelect } from './article-select.tsx'
import { optionsOf } from './form-pieces.ts'

const ended = ['amended', 'repealed', 'expired']

/** The header of an official document, and whether it still binds. */
export function PolicyFields({ articleId }: { articleId?: number | undefined }) {
  const effectiveness = Form.useWatch('effectiveness')
  const categories = useQuery({
    queryKey: ['subject-categories'],
    queryFn: async () => (await call<{ items: { name: string }[] }>('GET', '/subject-categories')).items,
    staleTime: 300_000,
  })
  return (
    <>
      <Col xs={24} md={8}>
        <Form.Item name="documentNumber" label="文号">
          <Input placeholder="例如：江财规〔2018〕3号" />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="issuingBody" label="发文机关">
          <Input />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="documentDate" label="成文日期">
          <Input type="date" />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="subjectCategory" label="主题分类">
          <Select
            allowClear
            showSearch
            options={(categories.data ?? []).map(({ name }) => ({ value: name, label: name }))}
          />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="effectiveness" label="效力状态">
          <Select allowClear options={optionsOf(effectivenessValues, effectivenessLabels)} />
        </Form.Item>
      </Col>
      {ended.includes(effectiveness) && (
        <Col xs={24} md={8}>
          <Form.Item name="successorId" label="替代它的文件" extra="在新旧文件的页面上互相链接">
            <ArticleSelect kinds="policies" except={articleId} />
          </Form.Item>
        </Col>
      )}
    </>
  )
}
