/** Collects bytes; what was collected is taken in one piece. */
export interface ByteWriter {
  u8(value: number): void;
  /** A whole number from 0 up to 2^53, seven bits a byte, the lowest first. */
  count(value: number): void;
  /** Epoch milliseconds in six bytes. */
  instant(ms: number): void;
  /** Length and UTF-8. */
  text(value: string): void;
  bytes(value: Uint8Array): void;
  /** As many bytes as a hex or base64 text stands for. */
  encoded(value: string, encoding: 'hex' | 'base64' | 'base64url', length: number): void;
  /** What was written since the last call, copied. */
  take(): Buffer;
}

/** A writer to be used again and again. */
export function createByteWriter(): ByteWriter {
  let buffer = Buffer.allocUnsafe(4_096);
  let at = 0;
  const reserve = (length: number): void => {
    if (at + length > buffer.length) buffer = Buffer.concat([buffer.subarray(0, at)], Math.max(buffer.length * 2, at + length));
  };
  const writer: ByteWriter = {
    u8(value) {
      reserve(1);
      buffer[at] = value;
      at += 1;
    },
    count(value) {
      reserve(8);
      let rest = value;
      for (; rest > 127; rest = Math.floor(rest / 128)) {
        buffer[at] = (rest % 128) + 128;
        at += 1;
      }
      buffer[at] = rest;
      at += 1;
    },
    instant(ms) {
      reserve(6);
      at = buffer.writeIntBE(ms, at, 6);
    },
    text(value) {
      const length = Buffer.byteLength(value);
      writer.count(length);
      reserve(length);
      at += buffer.write(value, at, length, 'utf8');
    },
    bytes(value) {
      reserve(value.length);
      buffer.set(value, at);
      at += value.length;
    },
    encoded(value, encoding, length) {
      reserve(length);
      buffer.write(value, at, length, encoding);
      at += length;
    },
    take() {
      const taken = Buffer.allocUnsafe(at);
      buffer.copy(taken, 0, 0, at);
      at = 0;
      return taken;
    },
  };
  return writer;
}

/** Reads what a `ByteWriter` wrote. `sound` is false from the first read that found too little; what is read after that counts for nothing. */
export interface ByteReader {
  readonly bytes: Buffer;
  at: number;
  readonly end: number;
  sound: boolean;
}

/** A reader of a part of a buffer. */
export function createByteReader(bytes: Buffer, start = 0, end: number = bytes.length): ByteReader {
  return { bytes, at: start, end, sound: true };
}

/** Moves on and gives where that began; 0 when so many bytes are not there. */
export function skipBytes(from: ByteReader, length: number): number {
  const start = from.at;
  if (start + length > from.end) {
    from.sound = false;
    return 0;
  }
  from.at += length;
  return start;
}

export function readU8(from: ByteReader): number {
  return from.bytes[skipBytes(from, 1)] ?? 0;
}

/** A number of `ByteWriter.count`. */
export function readCount(from: ByteReader): number {
  let value = 0;
  for (let factor = 1; factor < 2 ** 54; factor *= 128) {
    const byte = readU8(from);
    value += (byte & 127) * factor;
    if (byte < 128) break;
  }
  return value;
}

/** Epoch milliseconds of `ByteWriter.instant`. */
export function readInstant(from: ByteReader): number {
  const start = skipBytes(from, 6);
  return from.sound ? from.bytes.readIntBE(start, 6) : 0;
}

/** A text of `ByteWriter.text`. */
export function readText(from: ByteReader): string {
  const length = readCount(from);
  const start = skipBytes(from, length);
  return from.sound ? from.bytes.toString('utf8', start, start + length) : '';
}

/** So many bytes as text in an encoding. */
export function readEncoded(from: ByteReader, encoding: 'hex' | 'base64' | 'base64url', length: number): string {
  const start = skipBytes(from, length);
  return from.sound ? from.bytes.toString(encoding, start, start + length) : '';
}
