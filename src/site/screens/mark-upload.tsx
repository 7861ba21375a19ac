import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Popconfirm, Upload } from 'antd'
import { call, ProblemNotice, upload } from '#admin'
import type { marks } from '#site/contract'

/** The picture that was issued to the agency, as the footer shows it; kept as soon as it is chosen. */
export function MarkUpload({ mark, name, image }: { mark: keyof typeof marks; name: string; image: string }) {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['agency-settings'] })
  const path = `/agency/marks/${mark}`
  const put = useMutation({ mutationFn: (file: File) => upload(path, file), onSuccess })
  const remove = useMutation({ mutationFn: () => call('DELETE', path), onSuccess })
  return (
    <Flex gap="small" align="center" wrap>
      {image && <img src={image} alt={`现用的${name}`} height={36} />}
      <Upload
        accept="image/png,image/jpeg,image/webp"
        showUploadList={false}
        beforeUpload={(file) => {
          put.mutate(file)
          return false
        }}
      >
        <Button loading={put.isPending}>{image ? `更换${name}` : `上传${name}`}</Button>
      </Upload>
      {image && (
        <Popconfirm
          title={`从所有页面去掉${name}？`}
          okText="去掉"
          cancelText="取消"
          onConfirm={() => remove.mutate()}
        >
          <Button danger loading={remove.isPending}>
            去掉
          </Button>
        </Popconfirm>
      )}
      <ProblemNotice error={put.error ?? remove.error} />
    </Flex>
  )
}
