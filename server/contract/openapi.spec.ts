import { openApiDocument } from './openapi.ts';
import { ROUTES } from './routes.ts';

type Json = Readonly<Record<string, unknown>>;

describe('the OpenAPI document', () => {
  const document = JSON.parse(JSON.stringify(openApiDocument('1.2.3'))) as Json;
  const operations = Object.entries(document['paths'] as Record<string, Record<string, Json>>).flatMap(
    ([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

  /** Every object in the document with the way to it. */
  function* walk(value: unknown, at = '#'): Generator<[string, Json]> {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) yield [at, value as Json];
    for (const [key, part] of Object.entries(value))
      yield* walk(part, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }

  it('is one of version 3.1 with the required members', () => {
    expect(document['openapi']).toBe('3.1.0');
    expect(document['info']).toEqual(
      jasmine.objectContaining({
        title: 'PANDU',
        version: '1.2.3',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      }),
    );
    expect(document['servers']).toEqual([{ url: '/api/v1' }]);
  });

  it('describes every route once, under a name of its own', () => {
    const wanted = ROUTES.map(
      (route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')} ${route.id}`,
    );
    expect(
      operations
        .map(({ path, method, operation }) => `${method} ${path} ${String(operation['operationId'])}`)
        .toSorted(),
    ).toEqual(wanted.toSorted());
    expect(new Set(ROUTES.map((route) => route.id)).size).toBe(ROUTES.length);
    for (const { path, operation } of operations)
      expect(String(operation['summary']).length).withContext(path).toBeGreaterThan(4);
  });

  it('declares exactly the parameters of the address, and none twice', () => {
    for (const { path, method, operation } of operations) {
      const parameters = operation['parameters'] as {
        name: string;
        in: string;
        required: boolean;
        schema: Json;
      }[];
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map((parameter) => parameter.name).toSorted())
        .withContext(`${method} ${path}`)
        .toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted());
      expect(inPath.every((parameter) => parameter.required))
        .withContext(path)
        .toBeTrue();
      expect(new Set(parameters.map((parameter) => `${parameter.in} ${parameter.name}`)).size)
        .withContext(path)
        .toBe(parameters.length);
      for (const parameter of parameters)
        expect(Object.keys(parameter.schema).length)
          .withContext(`${path} ${parameter.name}`)
          .toBeGreaterThan(0);
    }
    const breakdown = operations.find(
      ({ operation }) => operation['operationId'] === 'readBreakdown',
    )?.operation;
    expect(
      (breakdown?.['parameters'] as { name: string; required: boolean }[])
        .filter((parameter) => parameter.required)
        .map((parameter) => parameter.name),
    ).toEqual(['measure', 'by']);
  });

  it('says for every route how it succeeds, how it fails and who may call it', () => {
    for (const { path, operation } of operations) {
      const route = ROUTES.find((each) => each.id === operation['operationId']);
      const responses = operation['responses'] as Record<string, Json>;
      expect(Object.keys(responses).toSorted())
        .withContext(path)
        .toEqual([String(route?.status), 'default']);
      expect(Object.keys(responses['default']?.['content'] as Json))
        .withContext(path)
        .toEqual(['application/problem+json']);
      expect(operation['security'])
        .withContext(path)
        // Programs: reference data, measures, events and imports; for all else a person is needed.
        .toEqual(
          route?.access === 'anonymous'
            ? []
            : ['reference:read', 'measures:read', 'events:read', 'imports:write'].includes(
                  route?.access ?? '',
                )
              ? [{ session: [] }, { program: [] }]
              : [{ session: [] }],
        );
      expect((operation['x-roles'] as string[]).length)
        .withContext(path)
        .toBeGreaterThan(0);
    }
  });

  it('has no reference that leads nowhere', () => {
    const pointers = new Set([...walk(document)].map(([at]) => at));
    let references = 0;
    for (const [at, value] of walk(document)) {
      const reference = value['$ref'];
      if (typeof reference !== 'string') continue;
      references += 1;
      expect(pointers.has(reference)).withContext(`${reference} at ${at}`).toBeTrue();
    }
    expect(references).toBeGreaterThan(ROUTES.length - 1);
  });

  it('refuses what it does not describe', () => {
    const body = operations.find(({ operation }) => operation['operationId'] === 'createSession')?.operation[
      'requestBody'
    ];
    const [schema] = [...walk(body)].map(([, value]) => value).filter((value) => value['type'] === 'object');
    expect([schema?.['additionalProperties'], schema?.['required']]).toEqual([
      false,
      ['username', 'password'],
    ]);
  });
});
