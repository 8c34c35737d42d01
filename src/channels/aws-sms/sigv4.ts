import { createHash, createHmac } from 'node:crypto';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface SignedCall {
  readonly method: string;
  readonly host: string;
  /** Path and query as sent, already encoded; the query sorted by name. */
  readonly path: string;
  readonly query?: string;
  /** Headers to sign besides `host` and `x-amz-date`; lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Headers that sign one AWS call by Signature Version 4: `authorization`, `x-amz-date` and, with a session, `x-amz-security-token`. */
export function signV4(
  call: SignedCall,
  credentials: AwsCredentials,
  scope: { readonly region: string; readonly service: string },
  now: Date,
): Record<string, string> {
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/gu, '');
  const day = stamp.slice(0, 8);
  const session = credentials.sessionToken === undefined ? {} : { 'x-amz-security-token': credentials.sessionToken };
  const headers: Record<string, string> = { ...call.headers, ...session, host: call.host, 'x-amz-date': stamp };
  const names = Object.keys(headers).sort();
  const signedHeaders = names.join(';');
  const canonical = [
    call.method,
    call.path,
    call.query ?? '',
    ...names.map((name) => `${name}:${headers[name]?.trim().replace(/ {2,}/gu, ' ')}`),
    '',
    signedHeaders,
    sha256(call.body),
  ].join('\n');
  const credentialScope = `${day}/${scope.region}/${scope.service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', stamp, credentialScope, sha256(canonical)].join('\n');
  const key = [day, scope.region, scope.service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${credentials.secretAccessKey}`,
  );
  const signature = createHmac('sha256', key).update(toSign).digest('hex');
  return {
    ...session,
    'x-amz-date': stamp,
    authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${credentialScope}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  };
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
