package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyKindTest {

  @ParameterizedTest
  @CsvSource({
    "application/json, JSON",
    "application/vnd.github+json; charset=utf-8, JSON",
    "application/x-www-form-urlencoded, FORM",
    "multipart/form-data, MULTIPART",
    "text/csv, TEXT",
    "text/xml, XML",
    "application/soap+xml, XML",
    "image/png, BINARY",
    "application/octet-stream, BINARY"
  })
  void tellsTheKindOfAMediaType(String contentType, BodyKind kind) {
    assertThat(BodyKind.of(contentType)).isEqualTo(kind);
  }
}
