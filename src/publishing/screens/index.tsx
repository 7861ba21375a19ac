import type { Screen } from '#admin'
import { Agenda } from './agenda.tsx'
import { ArticleList } from './article-list.tsx'
import { ArticlePage } from './article-page.tsx'
import { MyWork } from './my-work.tsx'
import { NewArticle } from './new-article.tsx'
import { PoliciesWithout } from './policies-without.tsx'
import { PublishingSettingsScreen } from './publishing-settings.tsx'
import { Sections } from './sections.tsx'
import { Terms } from './terms.tsx'

const group = '信息发布'
const read = 'publishing.read'
export const publishingScreens: readonly Screen[] = [
  { path: '/', label: '我的工作', group: '工作', element: <MyWork /> },
  { path: '/articles', label: '稿件', group, action: read, element: <ArticleList /> },
  { path: '/articles/new', label: '写新稿', group, action: 'publishing.write', element: <NewArticle /> },
  { path: '/articles/:id', action: read, element: <ArticlePage /> },
  { path: '/agenda', label: '定时发布日历', group, action: read, element: <Agenda /> },
  {
    path: '/policies-without-interpretation',
    label: '待解读政策',
    group,
    action: read,
    element: <PoliciesWithout />,
  },
  { path: '/sections', label: '栏目', group, action: 'publishing.manage_sections', element: <Sections /> },
  { path: '/terms', label: '用语检查表', group, action: 'publishing.publish', element: <Terms /> },
  {
    path: '/publishing-settings',
    label: '发布设置',
    group: '系统',
    action: 'settings.manage',
    element: <PublishingSettingsScreen />,
  },
]
