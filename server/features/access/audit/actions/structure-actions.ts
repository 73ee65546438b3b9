import { type ActionText, text } from './action-text.ts';

/** Units, services with their standards, calendars, sessions and targets. */
export const STRUCTURE_ACTIONS: Readonly<Record<string, ActionText>> = {
  'unit-added': text(
    'Menambah unit',
    'Unit added',
    'Menambah unit {name}[ di bawah {parent}][ mulai {from}].',
    'Added the unit {name}[ below {parent}][ from {from}].',
  ),
  'unit-changed': text(
    'Mengubah unit',
    'Unit changed',
    'Mengubah unit “{name}” ({unit})[; {movedCases} tenggat permohonan bergeser][; {movedComplaints} tenggat aduan bergeser].',
    'Changed the unit “{name}” ({unit})[; {movedCases} deadlines of applications moved][; {movedComplaints} deadlines of complaints moved].',
  ),
  'unit-ended': text(
    'Mengakhiri unit',
    'Unit ended',
    'Mengakhiri unit “{name}”; hari terakhirnya {to}.',
    'Ended the unit “{name}”; its last day is {to}.',
  ),
  'unit-succeeded': text(
    'Mengganti unit',
    'Unit succeeded',
    'Mengakhiri unit “{name}” dan menambah penggantinya {successor} mulai {from}[ di bawah {parent}].',
    'Ended the unit “{name}” and added its successor {successor} from {from}[ below {parent}].',
  ),
  'service-added': text(
    'Menambah layanan',
    'Service added',
    'Menambah layanan {name}.',
    'Added the service {name}.',
  ),
  'service-renamed': text(
    'Mengganti nama layanan',
    'Service renamed',
    'Mengganti nama layanan “{before}” menjadi “{after}”.',
    'Renamed the service “{before}” to “{after}”.',
  ),
  'standard-added': text(
    'Menetapkan standar pelayanan',
    'Service standard set',
    'Menetapkan standar pelayanan {service} yang berlaku mulai {from}: {amount} {promiseUnit}[; {movedCases} tenggat permohonan bergeser][; {movedComplaints} tenggat aduan bergeser].',
    'Set the standard of {service} in force from {from}: {amount} {promiseUnit}[; {movedCases} deadlines of applications moved][; {movedComplaints} deadlines of complaints moved].',
  ),
  'standard-changed': text(
    'Mengubah standar pelayanan',
    'Service standard changed',
    'Mengubah standar pelayanan {service} versi {from}[; {movedCases} tenggat permohonan bergeser][; {movedComplaints} tenggat aduan bergeser].',
    'Changed the version of {from} of the standard of {service}[; {movedCases} deadlines of applications moved][; {movedComplaints} deadlines of complaints moved].',
  ),
  'standard-removed': text(
    'Membatalkan standar pelayanan',
    'Service standard taken back',
    'Membatalkan standar pelayanan {service} yang akan berlaku mulai {from}[; {movedCases} tenggat permohonan bergeser][; {movedComplaints} tenggat aduan bergeser].',
    'Took back the standard of {service} that was to be in force from {from}[; {movedCases} deadlines of applications moved][; {movedComplaints} deadlines of complaints moved].',
  ),
  'calendar-added': text(
    'Menambah kalender',
    'Calendar added',
    'Menambah kalender {name}.',
    'Added the calendar {name}.',
  ),
  'calendar-changed': text(
    'Mengubah kalender',
    'Calendar changed',
    'Mengubah kalender “{name}”[, menjadi versi {number}], karena: {why}[; hari tutup baru: {closed}][; hari tutup dihapus: {reopened}][; {movedCases} tenggat permohonan bergeser][; {movedComplaints} tenggat aduan bergeser].',
    'Changed the calendar “{name}”[, now version {number}], because: {why}[; new closures: {closed}][; closures removed: {reopened}][; {movedCases} deadlines of applications moved][; {movedComplaints} deadlines of complaints moved].',
  ),
  'sessions-added': text(
    'Menambah sesi tambahan',
    'Extra sessions added',
    'Menambah sesi tambahan {unit}[ layanan {service}] pukul {hours}: {days} hari, {from} sampai {to}.',
    'Added extra sessions of {unit}[, service {service}], at {hours}: {days} days, {from} to {to}.',
  ),
  'sessions-removed': text(
    'Menghapus sesi tambahan',
    'Extra sessions removed',
    'Menghapus {days} sesi tambahan[ {unit}][, {from} sampai {to}].',
    'Removed {days} extra sessions[ of {unit}][, {from} to {to}].',
  ),
  'target-added': text(
    'Menetapkan target',
    'Target set',
    'Menetapkan target {measure} – {field}[ {unit}][ jenis unit {unitKind}][ layanan {service}][, paling sedikit {atLeast}][, paling banyak {atMost}], mulai {from}[ sampai {to}].',
    'Set the target {measure} – {field}[ {unit}][ kind of unit {unitKind}][ service {service}][, at least {atLeast}][, at most {atMost}], from {from}[ to {to}].',
  ),
  'target-changed': text(
    'Mengubah target',
    'Target changed',
    'Mengubah target {measure} – {field}[ {unit}][ jenis unit {unitKind}][ layanan {service}][, paling sedikit {atLeast}][, paling banyak {atMost}], mulai {from}[ sampai {to}].',
    'Changed the target {measure} – {field}[ {unit}][ kind of unit {unitKind}][ service {service}][, at least {atLeast}][, at most {atMost}], from {from}[ to {to}].',
  ),
  'target-removed': text(
    'Mencabut target',
    'Target removed',
    'Mencabut target {measure} – {field}[ {unit}][ jenis unit {unitKind}][ layanan {service}][, paling sedikit {atLeast}][, paling banyak {atMost}], mulai {from}[ sampai {to}].',
    'Removed the target {measure} – {field}[ {unit}][ kind of unit {unitKind}][ service {service}][, at least {atLeast}][, at most {atMost}], from {from}[ to {to}].',
  ),
};
