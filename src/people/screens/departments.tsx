import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal, Select, Switch, Tag } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, ShortTable } from '#admin'
import type { DepartmentView, StaffView } from './staff-view.ts'
import { useDepartments } from './use-departments.ts'

type Given = Omit<DepartmentView, 'id' | 'supervisor' | 'staffCount'>
const blank: Given = {
  code: '',
  name: '',
  phone: null,
  duties: null,
  position: 0,
  active: true,
  supervisorId: null,
}

/** 处室: their order is the order of the public page. */
export function Departments() {
  const departments = useDepartments()
  const queries = useQueryClient()
  const [edited, setEdited] = useState<DepartmentView | 'new'>()
  const save = useMutation({
    mutationFn: (given: Given) =>
      edited === 'new'
        ? call('POST', '/departments', given)
        : call('PUT', `/departments/${edited?.id}`, given),
    onSuccess: () => {
      setEdited(undefined)
      return queries.invalidateQueries()
    },
  })
  const edit = (one: DepartmentView | 'new') => {
    save.reset()
    setEdited(one)
  }
  return (
    <>
      <PageTitle text="内部处室">
        <Button type="primary" onClick={() => edit('new')}>
          新建处室
        </Button>
      </PageTitle>
      <ProblemNotice error={departments.error} />
      <ShortTable<DepartmentView>
        rowKey="id"
        name="内部处室"
        loading={departments.isPending}
        rows={departments.all}
        empty="还没有处室"
        columns={[
          { title: '顺序', width: 80, text: (row) => row.position },
          {
            title: '名称',
            text: (row) => (row.active ? row.name : `${row.name}（已停用）`),
            render: (row) => (
              <>
                {row.name} {!row.active && <Tag>已停用</Tag>}
              </>
            ),
          },
          { title: '代码', width: 140, text: (row) => row.code },
          { title: '分管领导', width: 120, text: (row) => row.supervisor },
          { title: '电话', width: 140, text: (row) => row.phone },
          { title: '在用人员', width: 110, text: (row) => row.staffCount },
          {
            title: '操作',
            width: 90,
            render: (row) => (
              <Button type="link" aria-label={`修改${row.name}`} onClick={() => edit(row)}>
                修改
              </Button>
            ),
          },
        ]}
      />
      {edited && (
        <DepartmentDialog
          department={edited === 'new' ? blank : edited}
          title={edited === 'new' ? '新建处室' : '修改处室'}
          error={save.error}
          pending={save.isPending}
          onClose={() => setEdited(undefined)}
          onSave={save.mutate}
        />
      )}
    </>
  )
}

type DialogProps = {
  department: Given
  title: string
  error: unknown
  pending: boolean
  onClose: () => void
  onSave: (given: Given) => void
}
function DepartmentDialog({ department, title, error, pending, onClose, onSave }: DialogProps) {
  const [form] = Form.useForm<Given>()
  const supervisors = useQuery({
    queryKey: ['supervisors'],
    queryFn: () => call<{ items: StaffView[] }>('GET', '/staff?role=supervisor&state=active'),
  })
  const options = supervisors.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const { code, name, phone, duties, position, active, supervisorId } = department
  const nothing = (given: Given): Given => ({
    ...given,
    phone: given.phone || null,
    duties: given.duties || null,
    supervisorId: given.supervisorId ?? null,
  })
  return (
    <Modal open title={title} okText="保存" onOk={form.submit} onCancel={onClose} confirmLoading={pending}>
      <ProblemNotice error={error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ code, name, phone, duties, position, active, supervisorId }}
        onFinish={(given) => onSave(nothing(given))}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <Input />
        </Form.Item>
        <Form.Item
          name="code"
          label="代码"
          extra="小写字母、数字和横线，例如 budget"
          rules={[{ required: true, pattern: /^[a-z0-9-]{1,30}$/, message: '由小写字母、数字和横线组成' }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="supervisorId" label="分管领导">
          <Select allowClear options={options} />
        </Form.Item>
        <Form.Item name="phone" label="电话">
          <Input />
        </Form.Item>
        <Form.Item name="duties" label="职责">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Form.Item name="position" label="顺序">
          <InputNumber min={0} max={9999} />
        </Form.Item>
        <Form.Item name="active" label="在用" valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  )
}
