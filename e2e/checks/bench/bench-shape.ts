/** What the kabupaten that speed is measured on looks like. */
export const UNITS = 24;
export const SERVICES = 12;
export const CHANNELS = 4;
/** Three whole years, so that "10 M cases over 3 years" is what a summary of them covers. */
export const FROM = '2023-01-01';
export const TO = '2025-12-31';
export const DAYS = 1096;
export const ZONE = 'Asia/Makassar';
