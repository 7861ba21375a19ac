import { pick, type Random, whole } from '../writing/random.ts'

/** Nobody: the name says that it is simulated, and no telephone number begins with 000. */
export type Caller = { name: string; telephone: string }

const surnames = [
  '李',
  '王',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
  '何',
  '郭',
  '马',
  '罗',
]
const people = 640

/** Some people ask more than once, by telephone and by letter. */
export function callersOf(random: Random): () => Caller {
  const known = Array.from({ length: people }, () => ({
    name: `${pick(random, surnames)}${pick(random, ['先生', '女士'])}（模拟）`,
    telephone: `000-8${whole(random, 1_000_000, 9_999_999)}`,
  }))
  return () => pick(random, known)
}
