import { Card, Table, Typography } from 'antd'
import { cellText, type ReportDocument } from '../documents/document.ts'

/** How the report reads now. */
export function ReportText({ document }: { document: ReportDocument }) {
  return (
    <Card>
      <Typography.Title level={2} style={{ fontSize: 20, textAlign: 'center' }}>
        {document.title}
      </Typography.Title>
      {document.notes.map((note) => (
        <Typography.Paragraph key={note} type="secondary">
          {note}
        </Typography.Paragraph>
      ))}
      {document.sections.map(({ heading, paragraphs, tables }) => (
        <section key={heading}>
          <Typography.Title level={3} style={{ fontSize: 17 }}>
            {heading}
          </Typography.Title>
          {paragraphs.map((text) => (
            <Typography.Paragraph key={text} style={{ textIndent: '2em' }}>
              {text}
            </Typography.Paragraph>
          ))}
          {tables.map(({ caption, head, rows }) => (
            <Table
              key={caption}
              size="small"
              bordered
              pagination={false}
              scroll={{ x: true }}
              title={() => caption}
              rowKey="at"
              dataSource={rows.map((row, at) => ({ ...row, at }))}
              columns={head.map((title, column) => ({
                key: column,
                title,
                render: (_: unknown, { name, level = 0, cells }: (typeof rows)[number]) =>
                  column === 0
                    ? `${'　'.repeat(level)}${name}`
                    : cellText(cells[column - 1] === undefined ? '' : (cells[column - 1] ?? null)),
              }))}
              style={{ marginBottom: 20 }}
            />
          ))}
        </section>
      ))}
    </Card>
  )
}
