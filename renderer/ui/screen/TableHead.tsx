// The head of a table: a title over each column.
import { Table } from '@mantine/core'
import type { ReactNode } from 'react'

/** `children`: cells behind the titles. */
export const TableHead = ({ titles, children }: { titles: readonly string[]; children?: ReactNode }) => (
  <Table.Thead>
    <Table.Tr>
      {titles.map((title) => (
        <Table.Th key={title}>{title}</Table.Th>
      ))}
      {children}
    </Table.Tr>
  </Table.Thead>
)
