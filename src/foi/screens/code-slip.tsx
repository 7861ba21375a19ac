import { Alert, Descriptions, Typography } from 'antd'

const whole = { whiteSpace: 'nowrap' } as const

/** Number and code to hand over; the page forgets them when it is left. */
export function CodeSlip({ number, queryCode }: { number: string; queryCode: string }) {
  return (
    <>
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title="请把申请编号和查询码交给申请人，离开本页后不再显示"
        description="申请人凭这两项在网站“依申请公开—查询进度”查看办理情况、补正和领取答复。制作的登记回执里也印有查询码。"
      />
      <Descriptions
        bordered
        column={1}
        size="small"
        styles={{ label: whole }}
        items={[
          {
            key: 'number',
            label: '申请编号',
            children: <Typography.Text copyable>{number}</Typography.Text>,
          },
          {
            key: 'code',
            label: '查询码',
            children: (
              <Typography.Text copyable code style={{ ...whole, fontSize: 18 }}>
                {queryCode}
              </Typography.Text>
            ),
          },
        ]}
      />
    </>
  )
}
