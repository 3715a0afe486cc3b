/* A table on a desk; on a phone each row is a card whose lines bear the heads of the columns. */
import type { ComponentChildren } from "preact";

export type Column<Row> = {
  head: string;
  cell: (row: Row) => ComponentChildren;
  isNumber?: boolean;
};

export function Table<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  tone?: (row: Row) => "good" | "wait" | "bad" | "plain";
  foot?: ComponentChildren;
}) {
  return (
    <div class="table-frame">
      <table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column.head} scope="col" class={column.isNumber ? "number" : undefined}>{column.head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)} data-tone={props.tone?.(row)}>
              {props.columns.map((column, i) =>
                i === 0 ? (
                  <th key={column.head} scope="row">{column.cell(row)}</th>
                ) : (
                  <td key={column.head} data-head={column.head} class={column.isNumber ? "number" : undefined}>{column.cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {props.foot && <tfoot>{props.foot}</tfoot>}
      </table>
    </div>
  );
}
