import * as z from 'zod';
import { defineRoute } from './route.ts';

const position = z.tuple([z.number(), z.number()]);

export const placesSchema = z.object({
  unit: z.string(),
  unitName: z.string(),
  /** Areas with an imported outline: the asked-for unit and the units directly below it. Empty where none was imported. */
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** Coordinates of a GeoJSON MultiPolygon: polygons, each of rings, of longitude and latitude. */
      outline: z.array(z.array(z.array(position))),
      /** Where the outline is from, as its file says. */
      source: z.string().nullable(),
    }),
  ),
});
export type Places = z.infer<typeof placesSchema>;

export const readPlaces = defineRoute({
  id: 'readPlaces',
  method: 'get',
  path: '/places',
  access: 'reference:read',
  tag: 'reference',
  summary: 'Garis batas wilayah yang sudah diunggah, untuk peta',
  query: z.strictObject({ unit: z.string().min(1).max(64).optional() }),
  answer: placesSchema,
});
