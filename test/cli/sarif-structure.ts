/** The part of SARIF 2.1.0 that linters write, as shapes: what each object must and may hold. Nothing else is allowed, as in the schema. */
type Shape =
  | { readonly is: 'text'; readonly oneOf?: readonly string[]; readonly pattern?: RegExp }
  | { readonly is: 'integer'; readonly from: number }
  | { readonly is: 'list'; readonly of: Shape; readonly unique?: true }
  | { readonly is: 'bag' }
  | {
      readonly is: 'object';
      readonly must: readonly string[];
      readonly may: Readonly<Record<string, Shape>>;
      readonly also?: (value: Json) => string | undefined;
    };

type Json = Readonly<Record<string, unknown>>;

const text: Shape = { is: 'text' };
const bag: Shape = { is: 'bag' };
const uri: Shape = { is: 'text', pattern: /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/u };
const multiformat: Shape = { is: 'object', must: ['text'], may: { text, markdown: text, properties: bag } };
const message: Shape = {
  is: 'object',
  must: [],
  may: { text, markdown: text, id: text, arguments: { is: 'list', of: text }, properties: bag },
  also: (value) => (value.text === undefined && value.id === undefined ? 'needs text or id' : undefined),
};
const region: Shape = {
  is: 'object',
  must: [],
  may: {
    startLine: { is: 'integer', from: 1 },
    startColumn: { is: 'integer', from: 1 },
    endLine: { is: 'integer', from: 1 },
    endColumn: { is: 'integer', from: 1 },
    charOffset: { is: 'integer', from: -1 },
    charLength: { is: 'integer', from: 0 },
    byteOffset: { is: 'integer', from: -1 },
    byteLength: { is: 'integer', from: 0 },
    snippet: { is: 'object', must: [], may: { text, binary: text, rendered: multiformat, properties: bag } },
    message,
    sourceLanguage: text,
    properties: bag,
  },
  also({ startLine, startColumn = 1, endLine = startLine, endColumn }) {
    if (startLine === undefined) return 'a text region needs startLine';
    if (Number(endLine) < Number(startLine)) return 'ends before its first line';
    return endLine === startLine && endColumn !== undefined && Number(endColumn) < Number(startColumn) ? 'ends before it starts' : undefined;
  },
};
const artifactLocation: Shape = {
  is: 'object',
  must: [],
  may: { uri, uriBaseId: text, index: { is: 'integer', from: -1 }, description: message, properties: bag },
  also: (value) => (value.uri === undefined && value.index === undefined ? 'needs uri or index' : undefined),
};
const physicalLocation: Shape = {
  is: 'object',
  must: [],
  may: { address: bag, artifactLocation, region, contextRegion: region, properties: bag },
  also: (value) => (value.artifactLocation === undefined && value.address === undefined ? 'needs artifactLocation or address' : undefined),
};
const location: Shape = {
  is: 'object',
  must: [],
  may: { id: { is: 'integer', from: -1 }, physicalLocation, logicalLocations: { is: 'list', of: bag }, message, properties: bag },
};
const level: Shape = { is: 'text', oneOf: ['none', 'note', 'warning', 'error'] };
const rule: Shape = {
  is: 'object',
  must: ['id'],
  may: {
    id: text,
    guid: text,
    name: text,
    shortDescription: multiformat,
    fullDescription: multiformat,
    help: multiformat,
    helpUri: uri,
    messageStrings: bag,
    defaultConfiguration: { is: 'object', must: [], may: { enabled: bag, level, rank: bag, parameters: bag, properties: bag } },
    relationships: { is: 'list', of: bag },
    properties: bag,
  },
};
const result: Shape = {
  is: 'object',
  must: ['message'],
  may: {
    ruleId: text,
    ruleIndex: { is: 'integer', from: -1 },
    kind: { is: 'text', oneOf: ['notApplicable', 'pass', 'fail', 'review', 'open', 'informational'] },
    level,
    message,
    locations: { is: 'list', of: location },
    relatedLocations: { is: 'list', of: location },
    fixes: { is: 'list', of: bag },
    suppressions: { is: 'list', of: bag },
    partialFingerprints: bag,
    fingerprints: bag,
    properties: bag,
  },
};
const driver: Shape = {
  is: 'object',
  must: ['name'],
  may: {
    name: text,
    fullName: text,
    version: text,
    semanticVersion: { is: 'text', pattern: /^\d+\.\d+\.\d+/u },
    informationUri: uri,
    organization: text,
    language: { is: 'text', pattern: /^[a-zA-Z]{2}(?:-[a-zA-Z]{2})?$/u },
    rules: { is: 'list', of: rule, unique: true },
    properties: bag,
  },
};
const run: Shape = {
  is: 'object',
  must: ['tool'],
  may: {
    tool: { is: 'object', must: ['driver'], may: { driver, extensions: { is: 'list', of: driver }, properties: bag } },
    invocations: { is: 'list', of: bag },
    artifacts: { is: 'list', of: bag, unique: true },
    originalUriBaseIds: bag,
    results: { is: 'list', of: result },
    columnKind: { is: 'text', oneOf: ['utf16CodeUnits', 'unicodeCodePoints'] },
    language: text,
    properties: bag,
  },
  also(value) {
    const rules = ((value.tool as { driver?: { rules?: { id: string }[] } } | undefined)?.driver?.rules ?? []).map(({ id }) => id);
    const wrong = ((value.results as { ruleId?: string; ruleIndex?: number }[] | undefined) ?? []).find(
      ({ ruleId, ruleIndex = -1 }) => ruleIndex !== -1 && rules[ruleIndex] !== ruleId,
    );
    return wrong === undefined ? undefined : `ruleIndex of ${wrong.ruleId} leads to another rule`;
  },
};
const log: Shape = {
  is: 'object',
  must: ['version', 'runs'],
  may: {
    $schema: uri,
    version: { is: 'text', oneOf: ['2.1.0'] },
    runs: { is: 'list', of: run },
    inlineExternalProperties: { is: 'list', of: bag },
    properties: bag,
  },
};

/** What in a log is not SARIF 2.1.0; empty for a sound one. */
export function sarifFaults(value: unknown): readonly string[] {
  return faults(value, log, '$');
}

function faults(value: unknown, shape: Shape, path: string): readonly string[] {
  switch (shape.is) {
    case 'text': {
      if (typeof value !== 'string') return [`${path}: not text`];
      if (shape.oneOf !== undefined && !shape.oneOf.includes(value)) return [`${path}: none of ${shape.oneOf.join(', ')}`];
      return shape.pattern === undefined || shape.pattern.test(value) ? [] : [`${path}: another form`];
    }
    case 'integer':
      return Number.isInteger(value) && (value as number) >= shape.from ? [] : [`${path}: no integer from ${shape.from}`];
    case 'bag':
      return value === null || value === undefined ? [`${path}: empty`] : [];
    case 'list': {
      if (!Array.isArray(value)) return [`${path}: no list`];
      const doubled = shape.unique && new Set(value.map((one) => JSON.stringify(one))).size !== value.length ? [`${path}: twins`] : [];
      return [...doubled, ...value.flatMap((one, i) => faults(one, shape.of, `${path}[${i}]`))];
    }
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: no object`];
      const fields = value as Json;
      const missing = shape.must.filter((name) => fields[name] === undefined).map((name) => `${path}.${name}: missing`);
      const own = Object.entries(fields).flatMap(([name, field]) => {
        const inner = shape.may[name];
        return inner === undefined ? [`${path}.${name}: unknown`] : faults(field, inner, `${path}.${name}`);
      });
      const also = shape.also?.(fields);
      return [...missing, ...own, ...(also === undefined ? [] : [`${path}: ${also}`])];
    }
  }
}
