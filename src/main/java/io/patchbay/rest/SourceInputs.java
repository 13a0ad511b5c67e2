package io.patchbay.rest;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.importing.Format;
import io.patchbay.importing.ImportRequest;
import io.patchbay.importing.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Reads what is to be imported from requests. */
final class SourceInputs {

  private SourceInputs() {}

  /**
   * The request to read a source.
   *
   * @param content the text, or the document itself
   */
  static ImportRequest request(
      @Nullable String format,
      List<SourceFile> files,
      @Nullable String url,
      @Nullable JsonNode content,
      boolean allowExternal) {
    var text =
        content == null || content.isNull()
            ? null
            : content.isString() ? content.stringValue() : Json.write(content);
    return new ImportRequest(format(format), files, url, text, allowExternal);
  }

  static List<SourceFile> files(List<MultipartFile> uploads) {
    return uploads.stream().map(SourceInputs::file).toList();
  }

  private static SourceFile file(MultipartFile upload) {
    try {
      var name = upload.getOriginalFilename();
      return new SourceFile(name == null || name.isBlank() ? "file" : name, upload.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("The upload broke off", e);
    }
  }

  private static Format format(@Nullable String word) {
    if (word == null || word.isBlank()) {
      return Format.AUTO;
    }
    return Arrays.stream(Format.values())
        .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new InvalidException(
                "format",
                "'%s' is none of %s."
                    .formatted(
                        word,
                        Arrays.stream(Format.values())
                            .map(Format::word)
                            .collect(Collectors.joining(", ")))));
  }
}
