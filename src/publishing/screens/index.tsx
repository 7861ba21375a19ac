import { lazyScreen, type Screen } from '#admin'

const group = '信息发布'
const read = 'publishing.read'
export const publishingScreens: readonly Screen[] = [
  {
    path: '/articles',
    label: '稿件',
    group,
    action: read,
    element: lazyScreen(() => import('./article-list.tsx'), 'ArticleList'),
  },
  {
    path: '/articles/new',
    label: '写新稿',
    group,
    action: 'publishing.write',
    element: lazyScreen(() => import('./new-article.tsx'), 'NewArticle'),
  },
  {
    path: '/articles/:id',
    action: read,
    element: lazyScreen(() => import('./article-page.tsx'), 'ArticlePage'),
  },
  {
    path: '/agenda',
    label: '定时发布日历',
    group,
    action: read,
    element: lazyScreen(() => import('./agenda.tsx'), 'Agenda'),
  },
  {
    path: '/policies-without-interpretation',
    label: '待解读政策',
    group,
    action: read,
    element: lazyScreen(() => import('./policies-without.tsx'), 'PoliciesWithout'),
  },
  {
    path: '/sections',
    label: '栏目',
    group,
    action: 'publishing.manage_sections',
    element: lazyScreen(() => import('./sections.tsx'), 'Sections'),
  },
  {
    path: '/terms',
    label: '用语检查表',
    group,
    action: 'publishing.publish',
    element: lazyScreen(() => import('./terms.tsx'), 'Terms'),
  },
  {
    path: '/publishing-settings',
    label: '发布设置',
    group: '系统',
    action: 'settings.manage',
    element: lazyScreen(() => import('./publishing-settings.tsx'), 'PublishingSettingsScreen'),
  },
]
