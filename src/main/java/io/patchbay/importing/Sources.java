package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.common.Json;
import io.patchbay.importing.ApiSource.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names sources and what was read of them. */
final class Sources {

  private Sources() {}

  /** Where a definition was read. */
  static Origin origin(ImportRequest request, ImportResult read) {
    return new Origin(
        request.url(), name(request), read.format(), read.title(), request.allowExternal());
  }

  private static String name(ImportRequest request) {
    if (request.url() != null) {
      int query = request.url().indexOf('?');
      return query < 0 ? request.url() : request.url().substring(0, query);
    }
    return request.files().isEmpty() ? "pasted" : request.files().getFirst().name();
  }

  /** The same for the same definition, whatever its source looks like and slug is; hex. */
  static String hash(Api api) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var text = Json.write(api.withSlug(null));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
