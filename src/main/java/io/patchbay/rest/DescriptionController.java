package io.patchbay.rest;

import io.patchbay.common.Json;
import io.patchbay.common.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may read: the formats of the documents and the description of this API. */
@RestController
class DescriptionController {

  private static final Set<String> SCHEMAS =
      Set.of("patchbay-api-1.schema.json", "patchbay-flow-1.schema.json");
  private static final MediaType SCHEMA = MediaType.valueOf("application/schema+json");
  private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1));

  private final String openApi =
      Json.write(Json.readDocument(resource("/openapi.yaml"), Object.class));

  @GetMapping("/api/v1/openapi.json")
  ResponseEntity<byte[]> openApi() {
    return answer(MediaType.APPLICATION_JSON, openApi);
  }

  @GetMapping("/schemas/{name}")
  ResponseEntity<byte[]> schema(@PathVariable String name) {
    if (!SCHEMAS.contains(name)) {
      throw NotFoundException.of("schema", name);
    }
    return answer(SCHEMA, resource("/schemas/" + name));
  }

  private static ResponseEntity<byte[]> answer(MediaType type, String text) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(AN_HOUR)
        .header("Access-Control-Allow-Origin", "*")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) {
    try (InputStream in = DescriptionController.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
