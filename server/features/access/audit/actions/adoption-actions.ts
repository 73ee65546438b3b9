import { type ActionText, text } from './action-text.ts';

/** What proves an innovation, and plans to take one home. */
export const ADOPTION_ACTIONS: Readonly<Record<string, ActionText>> = {
  'innovation-proof-locked': text(
    'Mengunci bukti inovasi',
    'Proof of an innovation locked',
    'Mengunci bukti inovasi “{innovation}” milik {unit}: {figure}[ untuk {service}], mulai {on}, dibandingkan dengan {from} sampai {to}[ dan {count} unit sejenis].',
    'Locked the proof of the innovation “{innovation}” of {unit}: {figure}[ of {service}], begun {on}, compared with {from} to {to}[ and {count} units of its kind].',
  ),
  'innovation-adopted': text(
    'Menyusun rencana adopsi',
    'Adoption planned',
    'Menyusun rencana mengadopsi “{innovation}” dari {source} untuk {unit}, {steps} langkah.',
    'Planned to adopt “{innovation}” of {source} for {unit}, {steps} steps.',
  ),
  'adoption-changed': text(
    'Mengubah rencana adopsi',
    'Adoption plan changed',
    'Mengubah rencana adopsi “{innovation}” milik {unit}[; {done} dari {steps} langkah selesai].',
    'Changed the adoption plan “{innovation}” of {unit}[; {done} of {steps} steps done].',
  ),
  'adoption-started': text(
    'Memulai rencana adopsi',
    'Adoption begun',
    'Menjalankan adopsi “{innovation}” di {unit} mulai {on}.',
    'Began the adoption of “{innovation}” at {unit} on {on}.',
  ),
  'adoption-done': text(
    'Menyelesaikan adopsi',
    'Adoption completed',
    'Menyatakan adopsi “{innovation}” di {unit} selesai pada {on}.',
    'Completed the adoption of “{innovation}” at {unit} on {on}.',
  ),
  'adoption-stopped': text(
    'Menghentikan adopsi',
    'Adoption stopped',
    'Menghentikan adopsi “{innovation}” di {unit} pada {on}.',
    'Stopped the adoption of “{innovation}” at {unit} on {on}.',
  ),
  'adoption-told': text(
    'Memberi tahu sumber inovasi',
    'Source of an innovation told',
    'Mengabarkan adopsi “{innovation}” di {unit} kepada sumbernya.',
    'Told the source of the adoption of “{innovation}” at {unit}.',
  ),
  'adoption-kept': text(
    'Menarik kabar adopsi',
    'Word of an adoption taken back',
    'Menarik kabar adopsi “{innovation}” di {unit} dari silsilah.',
    'Took the adoption of “{innovation}” at {unit} out of the lineage.',
  ),
};
