package io.patchbay.ui.importing;

import io.patchbay.importing.ImportRequest;
import io.patchbay.importing.SourceFile;

/** Names a source while it is read. */
record SourceName(ImportRequest request) {

  /** For example {@code api.yaml, 11.9 MB}. */
  String inWords() {
    String url = request.url();
    if (url != null) {
      return url.replaceFirst("[?#].*", "");
    }
    String content = request.content();
    if (content != null) {
      return "the text, %,d characters".formatted(content.length());
    }
    if (request.files().getFirst().name().equals(ExampleSource.NAME)) {
      return "the example";
    }
    long bytes = request.files().stream().map(SourceFile::content).mapToLong(c -> c.length).sum();
    int count = request.files().size();
    return (count == 1 ? request.files().getFirst().name() : count + " files")
        + ", "
        + Sizes.of(bytes);
  }
}
