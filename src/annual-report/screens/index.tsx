import { lazyScreen, type Screen } from '#admin'

export const annualReportScreens: readonly Screen[] = [
  {
    path: '/annual-report',
    label: '年度报告',
    group: '统计',
    action: 'annual_report.read',
    element: lazyScreen(() => import('./report-desk.tsx'), 'ReportDesk'),
  },
]
