import { Button, Card, Empty, Flex, Typography } from 'antd'
import type { Answer } from './use-answers.ts'

const corpusLabels = { letters: '来信答复', entries: '知识库' } as const

/** Reference answers, best first; Alt and the number takes one over. */
export function AnswerList({
  answers,
  onTake,
  empty = '输入来电内容后，这里显示可以参考的答复',
}: {
  answers: Answer[]
  onTake: (answer: Answer) => void
  empty?: string
}) {
  if (!answers.length) return <Empty description={empty} />
  return (
    <Flex vertical gap={12}>
      {answers.map((answer, at) => (
        <Card
          key={`${answer.corpus} ${answer.entry}`}
          size="small"
          title={answer.title}
          extra={
            <Button onClick={() => onTake(answer)} aria-keyshortcuts={`Alt+${at + 1}`}>
              采用（Alt+{at + 1}）
            </Button>
          }
        >
          <Typography.Paragraph ellipsis={{ rows: 3, expandable: true, symbol: '全文' }}>
            {answer.answer}
          </Typography.Paragraph>
          <Typography.Text>
            {corpusLabels[answer.corpus]} {answer.entry}，相同的词：{answer.because.join('、')}（相近度
            {Math.round(100 * answer.score)}）
          </Typography.Text>
        </Card>
      ))}
    </Flex>
  )
}
