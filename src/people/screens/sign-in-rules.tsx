import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Checkbox, Form, Skeleton } from 'antd'
import { call, PageTitle, ProblemNotice } from '#admin'
import { roles, type SignInRulesInput } from '#people/contract'
import { roleLabels } from '../labels.ts'

/** Which roles cannot work without a second factor. Law: GB/T 22239-2019 8.1.4.1. */
export function SignInRules() {
  const queries = useQueryClient()
  const rules = useQuery({
    queryKey: ['sign-in-rules'],
    queryFn: () => call<SignInRulesInput>('GET', '/sign-in-rules'),
  })
  const save = useMutation({
    mutationFn: (given: SignInRulesInput) => call('PUT', '/sign-in-rules', given),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      <PageTitle text="登录规则" />
      <ProblemNotice error={rules.error ?? save.error} />
      {save.isSuccess && <Alert type="success" showIcon title="已保存" style={{ marginBottom: 16 }} />}
      <Card title="必须使用第二验证的角色">
        {rules.data ? (
          <Form layout="vertical" initialValues={rules.data} onFinish={(given) => save.mutate(given)}>
            <Form.Item
              name="secondFactorRoles"
              label="角色"
              extra="有所选角色而还没有启用的人员，下次操作时须先在“我的账号”中启用，才能继续办理业务。"
            >
              <Checkbox.Group
                style={{
                  display: 'grid',
                  gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
                  gap: 8,
                }}
                options={roles.map((value) => ({ value, label: roleLabels[value] }))}
              />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              保存
            </Button>
          </Form>
        ) : (
          <Skeleton active />
        )}
      </Card>
    </>
  )
}
