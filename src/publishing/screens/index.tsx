import type { Screen } from '#admin'
import { ArticleList } from './article-list.tsx'
import { ArticlePage } from './article-page.tsx'
import { MyWork } from './my-work.tsx'
import { NewArticle } from './new-article.tsx'
import { Sections } from './sections.tsx'
import { Terms } from './terms.tsx'

const group = '信息发布'
export const publishingScreens: readonly Screen[] = [
  { path: '/', label: '我的工作', group: '工作', element: <MyWork /> },
  { path: '/articles', label: '稿件', group, action: 'publishing.read', element: <ArticleList /> },
  { path: '/articles/new', label: '写新稿', group, action: 'publishing.write', element: <NewArticle /> },
  { path: '/articles/:id', action: 'publishing.read', element: <ArticlePage /> },
  { path: '/sections', label: '栏目', group, action: 'publishing.manage_sections', element: <Sections /> },
  { path: '/terms', label: '用语检查表', group, action: 'publishing.publish', element: <Terms /> },
]
