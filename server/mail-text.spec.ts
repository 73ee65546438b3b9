import { plainMail, reportMail } from './features/deliveries/mail-text.ts';
import { sampleDocument } from './features/reports/files/sample-document.testing.ts';

const FOOT = { publicUrl: 'https://pandu.contoh.go.id', unsubscribeUrl: null };
/** What somebody could give a unit, a title or a decision as its name. */
const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>&lt;\u0001';

describe('mails as a page', () => {
  /** Tags of the page, each once. */
  const tagsOf = (html: string): string[] =>
    [
      ...new Set([...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map(([, name = '']) => name.toLowerCase())),
    ].toSorted();

  it('show names as they are written and never as markup, in reports', () => {
    const plain = reportMail(sampleDocument([{ kind: 'paragraph', spans: [{ text: 'Isi.' }] }]), null, FOOT);
    const { html, text } = reportMail(
      sampleDocument([{ kind: 'paragraph', spans: [{ text: HOSTILE }] }], {
        title: HOSTILE,
        unitName: HOSTILE,
      }),
      HOSTILE,
      FOOT,
    );
    expect(tagsOf(html)).toEqual(tagsOf(plain.html));
    expect(html).toContain('&lt;script&gt;alert(2)&lt;/script&gt;&amp;lt;');
    expect(html).not.toContain('\u0001');
    expect(text).toContain('<script>alert(2)</script>');
  });

  it('and in alerts, in their subject too', () => {
    const { html } = plainMail(HOSTILE, `Peringatan baru\n\n- ${HOSTILE}: 41 berkas`, FOOT);
    expect(tagsOf(html)).toEqual(tagsOf(plainMail('a', 'b\n\n- c', FOOT).html));
    expect(html).toContain('<title>&quot;&gt;&lt;img src=x');
  });
});
