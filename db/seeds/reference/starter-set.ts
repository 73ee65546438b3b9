/** The starter data of `data/` in the form in which a new kabupaten receives it. */
import type { StarterSet } from '../../../server/platform/kabupaten/starter-set.ts';
import { CHANNELS } from './data/channels.ts';
import { COMPLAINT_CLASSES } from './data/complaint-classes.ts';
import { STARTER_SERVICES } from './data/starter-services.ts';

/** Standards begin early enough for every case that may be imported after PermenPANRB 15/2014. */
const STANDARDS_FROM = '2015-01-01';

/** What a record without a channel is counted under. */
const UNKNOWN_CHANNEL = { code: 'tidak-dicatat', name: 'Tidak dicatat' };

/** What complaints and surveys that name no service are counted under: the unit as a whole. */
const UNIT_WIDE_SERVICE = {
  code: 'umum',
  name: 'Umum (tanpa layanan tertentu)',
  promise: null,
  fee: null,
  legalBasis: '',
  confirmed: true,
  validFrom: STANDARDS_FROM,
};

export const STARTER_SET: StarterSet = {
  channels: [...CHANNELS, UNKNOWN_CHANNEL],
  complaintDeadlines: COMPLAINT_CLASSES.flatMap(({ code, deadlineWorkingDays, legalBasis }) =>
    deadlineWorkingDays === null ? [] : [{ class: code, workingDays: deadlineWorkingDays, legalBasis }],
  ),
  services: [
    UNIT_WIDE_SERVICE,
    ...STARTER_SERVICES.map((service) => ({
      code: service.code,
      name: service.name,
      promise: service.promise,
      fee: service.feeRupiah,
      legalBasis: service.legalBasis,
      confirmed: !service.check,
      validFrom: STANDARDS_FROM,
    })),
  ],
};
