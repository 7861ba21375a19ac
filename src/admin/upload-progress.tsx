import { Progress } from 'antd'
import { useSyncExternalStore } from 'react'
import { type RunningUpload, uploadState } from './upload-state.ts'

/** How far each file that is being sent has come, over whatever screen or dialog sends it. */
export function UploadProgress() {
  const running = useSyncExternalStore(uploadState.subscribe, uploadState.get)
  return (
    <section className="uploads" aria-label="正在上传的文件" hidden={running.length === 0}>
      {running.map((one) => (
        <Line key={one.key} name={one.name} percent={one.percent} />
      ))}
    </section>
  )
}

/** Everything sent is not yet everything done: the server checks the file before it answers. */
const Line = ({ name, percent }: Omit<RunningUpload, 'key'>) => (
  <div>
    <span className="upload-name">{name}</span>
    <Progress percent={percent} size="small" status="active" aria-label={`${name}的上传进度`} />
    <span role="status">{percent < 100 ? '正在上传' : '已传完，正在检查文件'}</span>
  </div>
)
