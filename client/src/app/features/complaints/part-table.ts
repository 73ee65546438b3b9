import { Component, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';

/** A number of a part, and the register that shows its complaints; null for one that leads nowhere. */
export interface PartCell {
  readonly text: string;
  /** What is heard of a number that leads on: its row, its column and itself. */
  readonly name: string;
  readonly query: Params | null;
}

export interface PartRow {
  readonly label: string;
  readonly cells: readonly PartCell[];
  /** The sum of the rows above. */
  readonly sum?: boolean;
}

/** Complaints in parts, beside the page: every number leads to its complaints. */
@Component({
  selector: 'pandu-part-table',
  imports: [RouterLink],
  template: `
    <table>
      <caption class="visually-hidden">
        {{
          caption()
        }}
      </caption>
      <thead>
        <tr>
          @for (name of head(); track name) {
            <th scope="col" [class.number]="!$first">{{ name }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.label) {
          <tr [class.sum]="row.sum">
            <th scope="row">{{ row.label }}</th>
            @for (cell of row.cells; track $index) {
              <td class="number">
                @if (cell.query; as query) {
                  <a routerLink="/aduan" [queryParams]="query" [attr.aria-label]="cell.name">{{
                    cell.text
                  }}</a>
                } @else {
                  {{ cell.text }}
                }
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: '../../ui/margin-table.css',
})
export class PartTable {
  readonly caption = input.required<string>();
  /** Headers: of the rows, then of their numbers. */
  readonly head = input.required<readonly string[]>();
  readonly rows = input.required<readonly PartRow[]>();
}
