import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Empty, Popconfirm } from 'antd'
import { call, ProblemNotice } from '#admin'

/** What a site without sections shows: it can begin with those that every agency has. */
export function StandardSections() {
  const queries = useQueryClient()
  const make = useMutation({
    mutationFn: () => call('POST', '/standard-sections'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sections'] }),
  })
  return (
    <>
      <ProblemNotice error={make.error} />
      <Empty description="还没有栏目。可以先建立标准栏目，再按本机关的情况改名、增减。">
        <Popconfirm
          title="建立标准栏目？"
          description={
            <div style={{ maxWidth: 260 }}>
              将建立通知公告、工作动态、要闻转载，首页信息公开目录的八个栏目，以及规范性文件和政策解读。建立后立即在网站显示；名称、顺序和更新要求都可以修改，栏目只能停用，不能删除。
            </div>
          }
          okText="建立"
          cancelText="返回"
          onConfirm={() => make.mutate()}
        >
          <Button type="primary" loading={make.isPending}>
            建立标准栏目
          </Button>
        </Popconfirm>
      </Empty>
    </>
  )
}
