package io.patchbay.ui.importing;

import io.patchbay.importing.ImportRequest;
import io.patchbay.importing.ImportResult;
import io.patchbay.importing.SourceFile;
import io.patchbay.ui.shell.Times;
import java.nio.charset.StandardCharsets;

/**
 * A source that was read.
 *
 * @param nanos how long that took
 */
record SourceRead(ImportRequest request, ImportResult result, long nanos) {

  private static final double NANOS_PER_MS = 1e6;

  /** The name of its file or its address; empty for pasted text. */
  String source() {
    String url = request.url();
    if (url != null) {
      return url.replaceFirst("^https?://", "").replaceFirst("[?#].*", "");
    }
    if (request.files().isEmpty()) {
      return "";
    }
    String name = request.files().getFirst().name();
    return name.equals(ExampleSource.NAME) ? "" : name;
  }

  boolean isAddress() {
    return request.url() != null;
  }

  /** The size as it was given; 0 when it was fetched. */
  long bytes() {
    String content = request.content();
    return content == null
        ? request.files().stream().map(SourceFile::content).mapToLong(c -> c.length).sum()
        : content.getBytes(StandardCharsets.UTF_8).length;
  }

  /** How long reading took, for people. */
  String duration() {
    return Times.duration(Math.max(1.0, Math.rint(nanos / NANOS_PER_MS)));
  }
}
