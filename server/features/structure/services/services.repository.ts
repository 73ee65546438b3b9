import type { KeptService, Standard } from '#contract/structure/services';
import type { IsoDate } from '#domain/period/civil-date';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import {
  changesBetween,
  requireVersion,
  type StructureChange,
  type StructureDesk,
} from '../structure-desk.repository.ts';
import { readKeptServices } from './services.queries.ts';

const FIELDS = ['promise', 'fee', 'legalBasis', 'components', 'consultation'] as const;

/** Adds a service, as yet without a standard. */
export async function insertService(
  desk: StructureDesk,
  { code, name }: { readonly code: string; readonly name: string },
): Promise<StructureChange> {
  const services = await readKeptServices(desk.read);
  if (services.some((service) => service.code.toLowerCase() === code.toLowerCase()))
    throw new ProblemException(409, 'code-taken', { code });
  await desk.transaction('services').insert({ kabupaten_code: desk.kabupatenCode, code, name });
  return {
    key: code,
    event: { action: 'service-added', subject: `services/${code}`, details: { name: `${name} (${code})` } },
  };
}

/** Renames a service; its code and so its records stay. */
export async function updateService(
  desk: StructureDesk,
  code: string,
  { version, name }: { readonly version: string; readonly name: string },
): Promise<StructureChange> {
  const present = await requireService(desk, code);
  requireVersion(present, version);
  await desk.transaction('services').where({ kabupaten_code: desk.kabupatenCode, code }).update({ name });
  return {
    key: code,
    event: {
      action: 'service-renamed',
      subject: `services/${code}`,
      details: { before: present.name, after: name },
    },
  };
}

/**
 * Adds a version of a standard, or corrects it. Open cases received from its day on get the deadline it promises;
 * completed ones keep the version they were judged by, and so a promise by which any was judged stays as it is.
 */
export async function writeStandard(
  desk: StructureDesk,
  code: string,
  version: string,
  wanted: Omit<Standard, 'confirmed'>,
): Promise<StructureChange> {
  const { transaction, kabupatenCode } = desk;
  const service = await requireService(desk, code);
  requireVersion(service, version);
  const present = service.standards.find(({ validFrom }) => validFrom === wanted.validFrom);
  const promised = JSON.stringify(present?.promise) !== JSON.stringify(wanted.promise);
  if (present !== undefined && promised) await refuseJudged(desk, code, wanted.validFrom);
  const components = Object.fromEntries(
    Object.entries(wanted.components).filter(([, text]) => text.trim() !== ''),
  );
  await transaction('service_standards')
    .insert({
      kabupaten_code: kabupatenCode,
      service_code: code,
      valid_from: wanted.validFrom,
      promise_unit: wanted.promise.unit,
      promise_amount: wanted.promise.amount,
      fee: wanted.fee,
      legal_basis: wanted.legalBasis,
      components: JSON.stringify(components),
      consultation: wanted.consultation === null ? null : JSON.stringify(wanted.consultation),
      confirmed: true,
    })
    .onConflict(['kabupaten_code', 'service_code', 'valid_from'])
    .merge();
  const { moved } = promised
    ? await desk.sources.moveCases(transaction, desk.moves, null, [code])
    : { moved: 0 };
  const changes =
    present === undefined
      ? []
      : changesBetween<Omit<Standard, 'confirmed'>>(present, { ...wanted, components }, FIELDS);
  const { unit, amount } = wanted.promise;
  return {
    key: wanted.validFrom,
    movedCases: moved,
    event: {
      action: present === undefined ? 'standard-added' : 'standard-changed',
      subject: `services/${code}`,
      details: { service: code, from: wanted.validFrom, amount, promiseUnit: unit, changes },
    },
  };
}

/** Takes back a version that is not in force yet. */
export async function deleteStandard(
  desk: StructureDesk,
  code: string,
  validFrom: IsoDate,
  version: string,
): Promise<StructureChange> {
  const { transaction, kabupatenCode } = desk;
  const service = await requireService(desk, code);
  requireVersion(service, version);
  if (!service.standards.some((standard) => standard.validFrom === validFrom))
    throw new ProblemException(404, 'standard-not-found');
  if (validFrom <= desk.today) throw new ProblemException(409, 'standard-in-force', { date: validFrom });
  await transaction('service_standards')
    .where({ kabupaten_code: kabupatenCode, service_code: code, valid_from: validFrom })
    .delete();
  const { moved } = await desk.sources.moveCases(transaction, desk.moves, null, [code]);
  return {
    key: validFrom,
    movedCases: moved,
    event: {
      action: 'standard-removed',
      subject: `services/${code}`,
      details: { service: code, from: validFrom },
    },
  };
}

async function requireService(desk: StructureDesk, code: string): Promise<KeptService> {
  const service = (await readKeptServices(desk.read)).find((each) => each.code === code);
  if (service === undefined) throw new ProblemException(404, 'service-not-found', { service: code });
  return service;
}

async function refuseJudged(desk: StructureDesk, code: string, validFrom: IsoDate): Promise<void> {
  const judged: unknown = await desk
    .transaction('service_cases')
    .where({ kabupaten_code: desk.kabupatenCode, service_code: code, standard_from: validFrom })
    .whereNotNull('completed_at')
    .first('id');
  if (judged !== undefined) throw new ProblemException(409, 'standard-judged', { date: validFrom });
}
