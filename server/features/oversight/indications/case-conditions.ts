/**
 * The moment at which a deadline ends for people: one in days lasts to the end of its day, but the counter closes
 * before. Over `c` (service_cases) and `d` (its calendar's day of the deadline); `$5` is the zone.
 */
const CLOSES = `case
    when ((c.due_at + interval '1 microsecond') at time zone $5::text)::time = time '00:00'
      and greatest(d.opens[2], d.opens[4], d.opens[6], d.opens[8]) is not null
    then (c.due_on + make_interval(secs => greatest(d.opens[2], d.opens[4], d.opens[6], d.opens[8]))) at time zone $5::text
    else c.due_at end`;

/** Ended in the last tenth of the time from receipt to the close of the deadline's day, and not after it. */
export const REFUSED_LATE = `(c.completed_at <= c.due_at and ${CLOSES} > c.received_at
    and c.completed_at >= c.received_at + (${CLOSES} - c.received_at) * 0.9)`;

/** Every version of every standard with the day its successor takes over; `$1` is the kabupaten. */
export const STANDARD_SPANS = `select st.service_code, st.valid_from, st.fee, st.confirmed,
      lead(st.valid_from) over (partition by st.service_code order by st.valid_from) as valid_until
    from service_standards st where st.kabupaten_code = $1`;

/** Complaints that count: neither invalid nor another's business. Over `c` (complaints). */
export const COUNTS = `c.status not in ('tidak-valid', 'bukan-kewenangan')`;

/** Errors of rejected rows that say that something ended before it began. */
export const BACKWARDS = `(r.errors @> '[{"code": "completed-before-received"}]'
    or r.errors @> '[{"code": "selesai-before-received"}]')`;
