import { rolesOf } from '#contract/openapi';
import { ROUTES } from '#contract/routes';

/** A readable page of the API for people, made from the same routes as the OpenAPI document. */
export function docsPage(): string {
  const tags = [...new Set(ROUTES.map((route) => route.tag))];
  const sections = tags.map((tag) => {
    const rows = ROUTES.filter((route) => route.tag === tag).map((route) => {
      const query = Object.keys(route.query.shape).join(', ');
      return `<tr><td><code>${route.method.toUpperCase()} /api/v1${escape(route.path)}</code></td><td>${escape(route.summary)}</td>
        <td>${escape(query) || '–'}</td><td>${escape(rolesOf(route).join(', '))}</td></tr>`;
    });
    return `<h2>${escape(tag)}</h2><table><thead><tr><th>Panggilan</th><th>Guna</th><th>Parameter</th><th>Peran</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  });
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API PANDU</title><style>
body{font:15px/24px system-ui,sans-serif;max-width:1100px;margin:32px auto;padding:0 16px;color:#16211F;background:#FBFAF6}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:20px}th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid #DDDCD4}
th{border-bottom-color:#16211F}h2{font-size:15px;margin-top:32px}code{font-size:13px;white-space:nowrap}a{color:#0B5A54}
</style></head><body><h1>API PANDU</h1>
<p>Alamat dasar <code>/api/v1</code>. Uraian lengkap untuk program: <a href="/api/openapi.json">OpenAPI 3.1</a>. Kesalahan dijawab sebagai <code>application/problem+json</code>.</p>
${sections.join('')}</body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
