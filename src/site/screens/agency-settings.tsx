import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Col, Flex, Form, Input, Row, Skeleton } from 'antd'
import { call, PageTitle, ProblemNotice } from '#admin'
import { type AgencyInput, marks as markNames } from '#site/contract'
import { MarkUpload } from './mark-upload.tsx'

type AgencySettingsShown = AgencyInput & { officeMarkImage: string; policeMarkImage: string }

type Field = { name: keyof AgencyInput; label: string; extra?: string; required?: boolean }
const cards: readonly { title: string; fields: readonly Field[]; marks?: boolean }[] = [
  {
    title: '网站',
    fields: [
      { name: 'siteName', label: '网站名称', required: true },
      { name: 'siteDomain', label: '域名', extra: '例如 czj.example.gov.cn' },
      { name: 'siteIdCode', label: '网站标识码', extra: '10位：10位数字，或者 bm 加8位数字' },
      { name: 'hostName', label: '主办单位' },
      { name: 'organizationCode', label: '组织机构代码', extra: '索引号的代码在“发布设置”中选择' },
    ],
  },
  {
    title: '备案和标识（每个页面的页脚）',
    fields: [
      { name: 'icpNumber', label: 'ICP备案号' },
      { name: 'icpUrl', label: 'ICP备案查询网址', extra: '留空则备案号不带链接' },
      { name: 'policeNumber', label: '公安机关备案号' },
      { name: 'policeUrl', label: '公安机关备案查询网址', extra: '留空则备案号不带链接' },
      {
        name: 'officeMarkUrl',
        label: '党政机关网站标识的证书网址',
        extra: '登记机构核发标识时给出的网址；标识图片在下面上传',
      },
    ],
    marks: true,
  },
  {
    title: '信息公开工作机构',
    fields: [
      { name: 'disclosureOffice', label: '机构名称' },
      { name: 'address', label: '办公地址' },
      { name: 'officeHours', label: '办公时间' },
      { name: 'telephone', label: '联系电话' },
      { name: 'fax', label: '传真' },
      { name: 'email', label: '电子邮箱' },
      { name: 'letterMark', label: '申请答复的发文代字', extra: '用于答复书的文号，例如 依申请〔2018〕1号' },
    ],
  },
  {
    title: '救济途径（写入答复文书、答复页面和公开指南）',
    fields: [
      {
        name: 'reviewAuthority',
        label: '行政复议机关',
        extra: '例如本级人民政府；留空则只写“依法申请行政复议”',
      },
      {
        name: 'reviewOnline',
        label: '网上申请行政复议的渠道',
        extra: '网址或者平台名称；在网上送达答复的，应当写明',
      },
      { name: 'court', label: '管辖的人民法院', extra: '留空则只写“人民法院”' },
    ],
  },
  {
    title: '新媒体',
    fields: [
      { name: 'weiboUrl', label: '微博网址', extra: '在首页显示为二维码，留空则不显示' },
      { name: 'wechatUrl', label: '微信网址', extra: '在首页显示为二维码，留空则不显示' },
    ],
  },
]

/** Names, codes, footer and addresses of the agency. Law: Order 711 art. 12 ¶2. */
export function AgencySettings() {
  const agency = useQuery({
    queryKey: ['agency-settings'],
    queryFn: () => call<{ settings: AgencySettingsShown }>('GET', '/agency'),
  })
  return (
    <>
      <PageTitle text="机关设置" />
      <ProblemNotice error={agency.error} />
      {agency.data ? <SettingsForm settings={agency.data.settings} /> : <Skeleton active />}
    </>
  )
}

function SettingsForm({ settings }: { settings: AgencySettingsShown }) {
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (given: AgencyInput) => call('PUT', '/agency', { ...settings, ...given }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <Form layout="vertical" initialValues={settings} onFinish={(given) => save.mutate(given)}>
      {cards.map(({ title, fields, marks }) => (
        <Card key={title} title={title} style={{ marginBottom: 16 }}>
          <Row gutter={16}>
            {fields.map(({ name, label, extra, required }) => (
              <Col key={name} xs={24} md={12}>
                <Form.Item
                  name={name}
                  label={label}
                  extra={extra}
                  rules={required ? [{ required, message: `请填写${label}` }] : []}
                >
                  <Input />
                </Form.Item>
              </Col>
            ))}
          </Row>
          {marks && (
            <Flex vertical gap="small">
              <MarkUpload mark="office" name={markNames.office} image={settings.officeMarkImage} />
              <MarkUpload mark="police" name={markNames.police} image={settings.policeMarkImage} />
            </Flex>
          )}
        </Card>
      ))}
      <ProblemNotice error={save.error} />
      {save.isSuccess && (
        <Alert
          type="success"
          showIcon
          style={{ marginBottom: 16 }}
          title="已保存，公开网站的所有页面已更新"
        />
      )}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        保存
      </Button>
    </Form>
  )
}
