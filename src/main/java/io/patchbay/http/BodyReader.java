package io.patchbay.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads a body to its end, or to its limit: as it travels, and unpacked. */
final class BodyReader {

  private static final int RATIO = 100;

  /** Below this a body may be packed as well as it likes. */
  private static final int RATIO_COUNTS_FROM = 256 * 1024;

  private BodyReader() {}

  /**
   * @throws BodyProblem when it is too large, or not packed as it says
   */
  static byte[] read(@Nullable HttpEntity entity, @Nullable String encoding, int limit)
      throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    if (entity.getContentLength() > limit) {
      throw tooLarge(limit);
    }
    var packed = entity.getContent().readNBytes(limit + 1);
    if (packed.length > limit) {
      throw tooLarge(limit);
    }
    return packed.length == 0 ? packed : unpack(packed, encoding == null ? "" : encoding, limit);
  }

  private static byte[] unpack(byte[] packed, String encoding, int limit) throws IOException {
    try {
      return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
        case "", "identity" -> packed;
        case "gzip", "x-gzip" ->
            drain(new GZIPInputStream(new ByteArrayInputStream(packed)), packed.length, limit);
        case "deflate" -> inflate(packed, limit);
        default ->
            throw new BodyProblem(
                "The answer is packed with '%s', which is not understood.".formatted(encoding));
      };
    } catch (ZipException | EOFException e) {
      throw new BodyProblem(
          "The answer is not packed with %s as it says: %s.".formatted(encoding, e.getMessage()));
    }
  }

  /** "deflate" means the zlib format, but some servers send it without its header. */
  private static byte[] inflate(byte[] packed, int limit) throws IOException {
    var isZlib = (packed[0] & 0x0f) == 8;
    var inflater = new Inflater(!isZlib);
    try {
      return drain(
          new InflaterInputStream(new ByteArrayInputStream(packed), inflater),
          packed.length,
          limit);
    } finally {
      inflater.end();
    }
  }

  private static byte[] drain(InputStream unpacked, int packedLength, int limit)
      throws IOException {
    var most = Math.min(limit, Math.max(RATIO_COUNTS_FROM, (long) packedLength * RATIO));
    var buffer = new byte[8 * 1024];
    var out = new ByteArrayOutputStream(Math.min(limit, packedLength * 4));
    int read;
    while ((read = unpacked.read(buffer)) > 0) {
      out.write(buffer, 0, read);
      if (out.size() > most) {
        throw most == limit
            ? tooLarge(limit)
            : new BodyProblem(
                "The answer unpacks to more than %d times its size, which is not taken."
                    .formatted(RATIO));
      }
    }
    return out.toByteArray();
  }

  private static BodyProblem tooLarge(int limit) {
    return new BodyProblem(
        "The body is larger than the %,d bytes that the policies allow.".formatted(limit));
  }
}
