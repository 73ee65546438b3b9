import ts from 'typescript';
import { LOCAL_TABLES, SHARED_TABLES } from '../../db/distribute/shared-tables.ts';

/** A query on a kabupaten's table that does not say which kabupaten. */
export interface UnboundQuery {
  /** 1-based line in the file. */
  readonly line: number;
  readonly table: string;
}

const TENANT_COLUMN = /kabupaten_code|kabupatenCode/;

/** The tables of a kabupaten that the migrations create, from the text of the migrations. */
export function tenantTablesIn(migrations: readonly string[]): ReadonlySet<string> {
  const pattern =
    /create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?|createTable\(\s*['"`](\w+)/gi;
  const names = migrations.flatMap((text) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? ''),
  );
  return new Set(names.filter((name) => !SHARED_TABLES.includes(name) && !LOCAL_TABLES.includes(name)));
}

/**
 * Finds queries on tenant tables that do not name `kabupaten_code`. Row security alone hides other rows, but on a
 * cluster it does not lead the query to one shard.
 *
 * SQL text must name the column itself, or be completed by an expression that names it. A table name given to a
 * query builder, or standing in SQL without being read or written there, is judged by the function around it.
 */
export function findUnboundQueries(
  source: string,
  tenantTables: ReadonlySet<string>,
): readonly UnboundQuery[] {
  const file = ts.createSourceFile('queries.ts', source, ts.ScriptTarget.Latest, true);
  const found: UnboundQuery[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const table = unboundTable(node, file, tenantTables);
      if (table !== null)
        found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, table });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function unboundTable(node: ts.Node, file: ts.SourceFile, tenantTables: ReadonlySet<string>): string | null {
  const text = withoutComments(node.getText(file).slice(1, -1));
  const named = isDatasetName(node) ? null : tableOfBuilder(text, tenantTables);
  if (named !== null) return TENANT_COLUMN.test(enclosingFunction(node).getText(file)) ? null : named;
  const used = tableInSql(text, tenantTables);
  return used === null || TENANT_COLUMN.test(text) ? null : used;
}

/** `dataset: 'complaints'`: the name of an import, which is that of its table by chance. */
function isDatasetName(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name.getText() === 'dataset';
}

/** `service_cases` or `service_cases as c`: a table's name handed to a query builder. */
function tableOfBuilder(text: string, tenantTables: ReadonlySet<string>): string | null {
  const name = /^\s*(\w+)(?:\s+(?:as\s+)?\w+)?\s*$/i.exec(text)?.[1];
  return name !== undefined && tenantTables.has(name) ? name : null;
}

function tableInSql(text: string, tenantTables: ReadonlySet<string>): string | null {
  for (const match of text.matchAll(/\b(?:from|join|into|update|using|copy)\s+(?:only\s+)?"?(\w+)"?/gi)) {
    const name = match[1];
    if (name !== undefined && tenantTables.has(name)) return name;
  }
  return null;
}

function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
}

function enclosingFunction(node: ts.Node): ts.Node {
  let current = node;
  while (!ts.isSourceFile(current.parent)) {
    current = current.parent;
    if (ts.isFunctionLike(current)) return current;
  }
  return current;
}
